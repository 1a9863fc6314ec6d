/** GitHub's GraphQL API: what `schema.graphql` has, from the store. */
import { readFileSync } from 'node:fs';
import { buildSchema, graphqlSync, type GraphQLError } from 'graphql';
import { forbidden, mayAccess, type Token } from './access.ts';
import { account, graphqlLogin, isBot, profileUrl } from './account.ts';
import { commentUrl } from './comment-routes.ts';
import { connection, FieldError, type Page } from './connection.ts';
import { type FoundComment, isPull, type PullIssue, type Review, type Store, type StoredRepository } from './store.ts';

/** GitHub's answer, always with status 200. */
export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly { readonly message: string; readonly type?: string }[];
}

/** A request's body. */
export interface GraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));

/** Answers a query for the one whose token it is. */
export function answerQuery(
  { query, variables, operationName }: GraphRequest,
  store: Store,
  token: Token,
): GraphAnswer {
  const { data, errors } = graphqlSync({
    schema,
    source: query,
    rootValue: root(store, token),
    variableValues: variables,
    operationName,
  });
  return errors === undefined ? { data } : { data, errors: errors.map(describe) };
}

/** GitHub says of which kind the failure of a field is, beside its message. */
function describe(error: GraphQLError): { readonly message: string; readonly type?: string } {
  const { originalError: cause } = error;
  return { ...(cause instanceof FieldError ? { type: cause.type } : {}), ...error.toJSON() };
}

function root(store: Store, token: Token): unknown {
  return {
    // Only here a bot's login keeps its suffix.
    viewer: { ...actor(token.login), __typename: 'User', login: token.login },
    repository({ owner, name }: { owner: string; name: string }) {
      const repository = store.repository(`${owner}/${name}`);
      if (repository === undefined) {
        throw new FieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return {
        nameWithOwner: repository.facts.fullName,
        pullRequest: ({ number }: { number: number }) => pullRequest(repository, number, token),
      };
    },
  };
}

function pullRequest(repository: StoredRepository, number: number, token: Token): unknown {
  const issue = repository.issues.get(number);
  if (issue === undefined || !isPull(issue)) {
    throw new FieldError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
  }
  if (!mayAccess(token, repository, 'read', ['pull-requests'])) throw new FieldError('FORBIDDEN', forbidden().message);
  return {
    number,
    author: actor(issue.author),
    headRefOid: issue.pull.head.sha,
    comments: (page: Page) =>
      connection('comments', issue.comments, page, (found) => comment({ repository, issue, comment: found })),
    reviews(page: Page & { states?: readonly string[]; author?: string }) {
      const wanted = issue.pull.reviews
        .filter(({ state }) => page.states?.includes(state) !== false)
        .filter(({ author }) => page.author === undefined || graphqlLogin(author) === page.author);
      return connection('reviews', wanted, page, (each) => review(repository, issue, each));
    },
  };
}

function comment(found: FoundComment): unknown {
  const { author, body, createdAt, editor, id, minimized, updatedAt } = found.comment;
  return {
    author: actor(author),
    body,
    createdAt,
    databaseId: id,
    editor: editor === null ? null : actor(editor),
    isMinimized: minimized,
    lastEditedAt: editor === null ? null : updatedAt,
    updatedAt,
    url: commentUrl(found),
  };
}

function review(
  repository: StoredRepository,
  issue: PullIssue,
  { id, author, body, commit, ...rest }: Review,
): unknown {
  return {
    ...rest,
    author: actor(author),
    authorCanPushToRepository: repository.pushers.has(author),
    body,
    commit: { oid: commit },
    databaseId: id,
    url: `https://github.com/${repository.facts.fullName}/pull/${issue.number}#pullrequestreview-${id}`,
  };
}

function actor(login: string): object {
  return {
    __typename: isBot(login) ? 'Bot' : 'User',
    databaseId: account(login).id,
    login: graphqlLogin(login),
    url: profileUrl(login),
  };
}
