/** The part of GitHub's GraphQL schema that tells who wrote and who edited what. */
import { forbidden, mayAccess, type PermissionName, permissionsFor, type Token } from './access.ts';
import { account, graphqlLogin, isBot, profileUrl } from './account.ts';
import { associationOf, commentUrl } from './comment-routes.ts';
import { connection } from './graphql-connection.ts';
import { type Arguments, FieldError, type GraphObject } from './graphql-execute.ts';
import { numberFor } from './numbers.ts';
import { ownerAndName } from './repository.ts';
import { type FoundComment, type Issue, isPull, type PullIssue, type Review, type Store } from './store.ts';
import type { StoredRepository } from './store.ts';

/** The root of all queries, for the one who asks. */
export function queryRoot(store: Store, token: Token): GraphObject {
  const viewer = { store, token };
  return {
    type: 'Query',
    fields: {
      viewer: () => viewerObject(token),
      repository: ({ owner, name }) => repositoryObject(viewer, named(store, `${String(owner)}/${String(name)}`)),
      node: ({ id }) => nodeObject(viewer, String(id)),
      rateLimit: () => ({
        type: 'RateLimit',
        fields: { limit: () => 5000, cost: () => 1, remaining: () => 4999, resetAt: () => '2026-01-05T13:00:00Z' },
      }),
    },
  };
}

interface Viewer {
  readonly store: Store;
  readonly token: Token;
}

/** Only here a bot's login keeps its suffix. */
function viewerObject({ login }: Token): GraphObject {
  const { id, node_id } = account(login);
  return {
    type: 'User',
    also: ['Actor', 'Node'],
    fields: { login: () => login, id: () => node_id, databaseId: () => id, url: () => profileUrl(login) },
  };
}

function actorObject(login: string): GraphObject {
  const { id, node_id, avatar_url } = account(login);
  return {
    type: isBot(login) ? 'Bot' : 'User',
    also: ['Actor', 'Node'],
    fields: {
      login: () => graphqlLogin(login),
      url: () => profileUrl(login),
      avatarUrl: () => avatar_url,
      resourcePath: () => profileUrl(login, ''),
      id: () => node_id,
      databaseId: () => id,
    },
  };
}

function named(store: Store, fullName: string): StoredRepository {
  const repository = store.repository(fullName);
  if (repository === undefined) {
    throw new FieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`);
  }
  return repository;
}

function repositoryObject(viewer: Viewer, repository: StoredRepository): GraphObject {
  const { fullName, defaultBranch = 'main' } = repository.facts;
  const branch: GraphObject = { type: 'Ref', also: ['Node'], fields: { name: () => defaultBranch } };
  const find = (kind: string, number: unknown, isWanted: (issue: Issue) => boolean): Issue => {
    const issue = repository.issues.get(Number(number));
    if (issue === undefined || !isWanted(issue)) {
      throw new FieldError('NOT_FOUND', `Could not resolve to ${kind} with the number of ${String(number)}.`);
    }
    demandRead(viewer, repository, isPull(issue) ? ['pull-requests'] : ['issues']);
    return issue;
  };
  return {
    type: 'Repository',
    also: ['Node'],
    fields: {
      id: () => `R_${numberFor(`repository ${fullName}`)}`,
      databaseId: () => numberFor(`repository ${fullName}`),
      name: () => ownerAndName(fullName).name,
      nameWithOwner: () => fullName,
      isPrivate: () => repository.facts.private ?? true,
      defaultBranchRef: () => branch,
      pullRequest: ({ number }) => issueObject(viewer, repository, find('a PullRequest', number, isPull)),
      issue: ({ number }) =>
        issueObject(
          viewer,
          repository,
          find('an Issue', number, (each) => !isPull(each)),
        ),
      issueOrPullRequest: ({ number }) =>
        issueObject(
          viewer,
          repository,
          find('an issue or pull request', number, () => true),
        ),
    },
  };
}

function issueObject(viewer: Viewer, repository: StoredRepository, issue: Issue): GraphObject {
  const web = `https://github.com/${repository.facts.fullName}`;
  const kind = issue.pull === undefined ? 'issues' : 'pull';
  const common: GraphObject['fields'] = {
    number: () => issue.number,
    title: () => issue.title,
    body: () => issue.body ?? '',
    url: () => `${web}/${kind}/${issue.number}`,
    state: () => (issue.pull?.merged === true ? 'MERGED' : issue.state.toUpperCase()),
    closed: () => issue.state === 'closed',
    createdAt: () => issue.createdAt,
    updatedAt: () => issue.updatedAt,
    closedAt: () => issue.closedAt,
    author: () => actorObject(issue.author),
    comments: (given) =>
      connection('comments', 'IssueComment', issue.comments, given, (comment) =>
        commentObject(viewer, { repository, issue, comment }),
      ),
  };
  if (!isPull(issue)) return { type: 'Issue', also: ['Node', 'Comment'], fields: common };
  return { type: 'PullRequest', also: ['Node', 'Comment'], fields: { ...common, ...pullFields(repository, issue) } };
}

function pullFields(repository: StoredRepository, issue: PullIssue): GraphObject['fields'] {
  const { pull } = issue;
  return {
    isDraft: () => pull.draft,
    merged: () => pull.merged,
    mergedAt: () => (pull.merged ? issue.closedAt : null),
    mergeCommit: () => (pull.merged && pull.mergeCommit !== null ? commitObject(pull.mergeCommit) : null),
    headRefName: () => pull.head.ref,
    headRefOid: () => pull.head.sha,
    baseRefName: () => pull.base.ref,
    baseRefOid: () => pull.base.sha,
    isCrossRepository: () => pull.head.repository?.fullName !== repository.facts.fullName,
    reviews: (given) => reviews(repository, issue, given),
  };
}

function reviews(repository: StoredRepository, issue: PullIssue, given: Arguments): GraphObject {
  const { states, author } = given;
  const wanted = issue.pull.reviews
    .filter((review) => !Array.isArray(states) || states.includes(review.state))
    .filter((review) => typeof author !== 'string' || graphqlLogin(review.author) === author);
  return connection('reviews', 'PullRequestReview', wanted, given, (review) => reviewObject(repository, issue, review));
}

function reviewObject(repository: StoredRepository, issue: PullIssue, review: Review): GraphObject {
  return {
    type: 'PullRequestReview',
    also: ['Node', 'Comment'],
    fields: {
      id: () => `PRR_${review.id}`,
      databaseId: () => review.id,
      fullDatabaseId: () => String(review.id),
      state: () => review.state,
      body: () => review.body,
      author: () => actorObject(review.author),
      authorAssociation: () => associationOf(review.author, repository),
      authorCanPushToRepository: () => repository.pushers.has(review.author),
      commit: () => commitObject(review.commit),
      submittedAt: () => review.submittedAt,
      createdAt: () => review.submittedAt,
      url: () => `https://github.com/${repository.facts.fullName}/pull/${issue.number}#pullrequestreview-${review.id}`,
    },
  };
}

function commentObject({ token }: Viewer, found: FoundComment): GraphObject {
  const { comment, repository } = found;
  return {
    type: 'IssueComment',
    also: ['Node', 'Comment', 'Minimizable'],
    fields: {
      id: () => `IC_${comment.id}`,
      databaseId: () => comment.id,
      fullDatabaseId: () => String(comment.id),
      body: () => comment.body,
      url: () => commentUrl(found),
      author: () => actorObject(comment.author),
      editor: () => (comment.editor === null ? null : actorObject(comment.editor)),
      authorAssociation: () => associationOf(comment.author, repository),
      viewerDidAuthor: () => comment.author === token.login,
      createdAt: () => comment.createdAt,
      updatedAt: () => comment.updatedAt,
      lastEditedAt: () => (comment.editor === null ? null : comment.updatedAt),
      includesCreatedEdit: () => comment.editor !== null,
      isMinimized: () => comment.minimized,
      minimizedReason: () => (comment.minimized ? 'outdated' : null),
    },
  };
}

function commitObject(oid: string): GraphObject {
  return { type: 'Commit', also: ['Node', 'GitObject'], fields: { oid: () => oid } };
}

/** Comments by their node id, as REST answers it. */
function nodeObject(viewer: Viewer, id: string): GraphObject {
  const found = viewer.store.findComment(Number(/^IC_(\d+)$/u.exec(id)?.[1]));
  if (found === undefined) {
    throw new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
  }
  demandRead(viewer, found.repository, permissionsFor(found.issue));
  return commentObject(viewer, found);
}

function demandRead({ token }: Viewer, repository: StoredRepository, permissions: readonly PermissionName[]): void {
  if (!mayAccess(token, repository, 'read', permissions)) throw new FieldError('FORBIDDEN', forbidden().message);
}
