/** Many pull requests with few calls: each apply asks about the last weeks. */
import { field, isRecord, list, text } from '../base/json.ts';
import { problemError } from '../base/problems.ts';
import type { Octokit } from './octokit.ts';

interface Where {
  readonly owner: string;
  readonly repo: string;
}

type Listed = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

/** The limit of closed pull requests to read. A token has 1,000 calls an hour for a whole repository. */
const MOST_CLOSED = 300;

/** Closed pull requests into a branch that were updated since a time (ISO), most recently updated first. */
export async function closedSince(
  octokit: Octokit,
  where: Where,
  base: string,
  since: string,
): Promise<{ readonly items: readonly Listed[]; readonly complete: boolean }> {
  const items: Listed[] = [];
  const query = { ...where, base, state: 'closed', sort: 'updated', direction: 'desc', per_page: 100 } as const;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.list, query)) {
    const recent = data.filter(({ updated_at }) => updated_at >= since);
    items.push(...recent);
    if (recent.length < data.length) return { items, complete: true };
    if (items.length >= MOST_CLOSED) return { items, complete: false };
  }
  return { items, complete: true };
}

/** What identifies the author of a report in a comment. */
export interface FoundComment {
  readonly body: string;
  /** ISO time */
  readonly createdAt: string;
  /** ISO time; undefined if never edited. */
  readonly editedAt: string | undefined;
  /** A bot's login has no suffix. */
  readonly author: { readonly login: string; readonly isBot: boolean } | undefined;
}

export interface FirstComments {
  readonly comments: readonly FoundComment[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** Per call: a report's comment has up to 64 KB. */
const PULL_REQUESTS_A_CALL = 20;

/** The oldest hundred comments of each of these pull requests. */
export async function firstComments(
  octokit: Octokit,
  { owner, repo }: Where,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, FirstComments>> {
  const found = new Map<number, FirstComments>();
  for (let at = 0; at < numbers.length; at += PULL_REQUESTS_A_CALL) {
    const some = numbers.slice(at, at + PULL_REQUESTS_A_CALL);
    const fields = some.map((number) => `p${number}: pullRequest(number: ${number}) { ...reports }`).join('\n');
    const query = `
      query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } }
      fragment reports on PullRequest {
        comments(first: 100) {
          pageInfo { hasNextPage }
          nodes { body createdAt lastEditedAt author { __typename login } }
        }
      }`;
    const answer: unknown = await octokit.graphql(query, { owner, repo });
    for (const number of some) {
      const comments = field(field(field(answer, 'repository'), `p${number}`), 'comments');
      if (!isRecord(comments)) {
        throw problemError(
          'github',
          `GitHub's answer about the comments of pull request #${number} has an unexpected form.`,
        );
      }
      found.set(number, {
        comments: list(field(comments, 'nodes')).map(commentOf),
        complete: field(field(comments, 'pageInfo'), 'hasNextPage') !== true,
      });
    }
  }
  return found;
}

function commentOf(node: unknown): FoundComment {
  const author = field(node, 'author');
  const login = text(field(author, 'login'));
  return {
    body: text(field(node, 'body')) ?? '',
    createdAt: text(field(node, 'createdAt')) ?? '',
    editedAt: text(field(node, 'lastEditedAt')),
    author: login === undefined ? undefined : { login, isBot: field(author, '__typename') === 'Bot' },
  };
}
