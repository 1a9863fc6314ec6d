/** Issues and their label, over the list API: the search API lags behind. */
import { withBlock } from '../markdown/issue-block.ts';
import { messageOf } from '../base/node-errors.ts';
import { problemError, ProblemError, type Problem } from '../base/problems.ts';
import { openOctokit, statusOf, viewerLogin, type GitHubAccess } from './octokit.ts';
import { refusalHint } from './refusal.ts';

/** One call that changes an issue. `leaves` are the digests of leaves' paths. */
export type IssueWrite =
  | { readonly kind: 'create'; readonly leaves: readonly string[]; readonly title: string; readonly body: string }
  | {
      readonly kind: 'edit';
      readonly number: number;
      readonly title?: string | undefined;
      /** Replaces our block in the current body. */
      readonly block?: string | undefined;
      readonly state?: 'open' | 'closed' | undefined;
      readonly reason?: 'completed' | 'not_planned' | 'reopened' | undefined;
      /** Issues that have to be written first: if one could not be, this is not tried. */
      readonly after?: readonly number[] | undefined;
    }
  | { readonly kind: 'comment'; readonly number: number; readonly body: string }
  /** Adds labels, which creates those that the repository does not have. */
  | { readonly kind: 'label'; readonly number: number; readonly labels: readonly string[] };

export interface ListedIssue {
  readonly number: number;
  readonly url: string;
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

export interface IssueTracker {
  /** All issues with the label that the token's account created, open and closed, oldest first. */
  ours(label: string): Promise<readonly ListedIssue[]>;
  /**
   * Does the writes in order, with a pause between them. The label is created first if a write needs it. A single issue
   * that cannot be written (because it is locked or was deleted) does not prevent the others.
   */
  write(writes: readonly IssueWrite[], label: string): Promise<WriteResult>;
}

export interface WriteResult {
  /** The writes that succeeded. */
  readonly done: readonly IssueWrite[];
  /** The issues that were created, by each of their leaves. */
  readonly created: ReadonlyMap<string, { readonly number: number; readonly url: string }>;
  /** What could not be written. After three consecutive failures nothing more is tried. */
  readonly problems: readonly Problem[];
}

/** GitHub asks for a second between writes, to stay below its secondary limits. */
const PAUSE = 1_000;
/** In seconds. Nobody waits for the job, but a longer pause is not worthwhile: the next run continues. */
const LONGEST_PAUSE = 5 * 60;
const MOST_FAILURES = 3;

/** @param wait waits this many milliseconds */
export function connectIssues(access: GitHubAccess, wait: (milliseconds: number) => Promise<void>): IssueTracker {
  // A duplicate issue or comment would stay.
  const octokit = openOctokit(access, { wait, longestPause: LONGEST_PAUSE, repeatsCreates: false });
  const [owner = '', repo = ''] = access.repository.split('/');
  let last = false;

  async function paced<T>(ask: () => Promise<T>): Promise<T> {
    if (last) await wait(PAUSE);
    last = true;
    return explaining(ask());
  }

  async function ensureLabel(name: string): Promise<void> {
    const found = await explaining(octokit.rest.issues.getLabel({ owner, repo, name }).catch(unlessMissing));
    if (found !== undefined) return;
    const description = 'A leaf is not as its code says';
    await paced(() => octokit.rest.issues.createLabel({ owner, repo, name, color: 'd93f0b', description }));
  }

  async function one(each: IssueWrite, label: string): Promise<{ number: number; url: string } | undefined> {
    switch (each.kind) {
      case 'create': {
        const { title, body } = each;
        const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [label] });
        return { number: data.number, url: data.html_url };
      }
      case 'edit': {
        const { number, title, block, state, reason } = each;
        const body = block === undefined ? undefined : withBlock(await bodyOf(number), block);
        await octokit.rest.issues.update({
          owner,
          repo,
          issue_number: number,
          ...(title === undefined ? {} : { title }),
          ...(body === undefined ? {} : { body }),
          ...(state === undefined ? {} : { state }),
          ...(reason === undefined ? {} : { state_reason: reason }),
        });
        return undefined;
      }
      case 'comment':
        await octokit.rest.issues.createComment({ owner, repo, issue_number: each.number, body: each.body });
        return undefined;
      case 'label':
        await octokit.rest.issues.addLabels({ owner, repo, issue_number: each.number, labels: [...each.labels] });
        return undefined;
    }
  }

  /** Read just before it is written, so that concurrent edits are not lost. */
  async function bodyOf(number: number): Promise<string> {
    return (await octokit.rest.issues.get({ owner, repo, issue_number: number })).data.body ?? '';
  }

  return {
    async ours(label) {
      const [login, all] = [
        await explaining(viewerLogin(octokit)),
        await explaining(
          octokit.paginate(octokit.rest.issues.listForRepo, {
            owner,
            repo,
            labels: label,
            state: 'all',
            // In this order a new issue does not move others to another page.
            sort: 'created',
            direction: 'asc',
            per_page: 100,
          }),
        ),
      ];
      return all
        .filter((issue) => issue.pull_request === undefined && issue.user?.login === login)
        .map(({ number, html_url, state, title, body, labels }) => ({
          number,
          url: html_url,
          open: state === 'open',
          title,
          body: body ?? '',
          labels: labels.flatMap((each) => (typeof each === 'string' ? each : each.name) ?? []),
        }));
    },
    async write(writes, label) {
      const done: IssueWrite[] = [];
      const created = new Map<string, { number: number; url: string }>();
      const problems: Problem[] = [];
      const failed = new Set<number>();
      let failures = 0;
      for (const each of writes) {
        if ('number' in each && isAfter(each, failed)) {
          failed.add(each.number);
          continue;
        }
        try {
          if (each.kind === 'create' && created.size === 0) await ensureLabel(label);
          const issue = await paced(() => one(each, label));
          done.push(each);
          if (issue !== undefined && each.kind === 'create') for (const leaf of each.leaves) created.set(leaf, issue);
          failures = 0;
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          problems.push(...error.problems);
          if (each.kind === 'edit') failed.add(each.number);
          failures += 1;
          if (failures === MOST_FAILURES) break;
        }
      }
      return { done, created, problems };
    },
  };
}

/** Whether it follows a write that failed: of another issue, or of its own. */
function isAfter(write: Exclude<IssueWrite, { kind: 'create' }>, failed: ReadonlySet<number>): boolean {
  const before = write.kind === 'edit' ? (write.after ?? []) : [write.number];
  return before.some((number) => failed.has(number));
}

function unlessMissing(error: unknown): undefined {
  if (statusOf(error) === 404) return undefined;
  throw error;
}

/** Turns GitHub's errors into problems that say what to do. */
async function explaining<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  const status = statusOf(error);
  if (status === undefined) return error;
  const said = `GitHub answered ${status} (${messageOf(error)})`;
  // Rate limits are 403 too, but not a matter of permissions.
  switch (/rate limit/iu.test(messageOf(error)) ? 429 : status) {
    case 403:
    case 404:
      return problemError('github', `The token may not read or write issues: ${said}.`, {
        hint: refusalHint(messageOf(error), 'issues'),
      });
    case 410:
      return problemError('github', `The repository has no issues: ${said}.`, {
        hint: 'Turn issues on in the repository\'s settings, or set "max-open-issues: 0" for the summary alone.',
      });
    default:
      return problemError('github', `Issues could not be brought up to date: ${said}.`, {
        hint: 'What was written stays, and the next run continues from there.',
      });
  }
}
