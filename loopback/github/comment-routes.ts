/** `/repos/{owner}/{repo}/issues/…/comments`. */
import type { components } from '@octokit/openapi-types';
import { demand, permissionsFor } from './access.ts';
import { account } from './account.ts';
import { notFound } from './api-error.ts';
import { pageOf } from './paging.ts';
import { issueOf, longestBody, reply, requiredText, type RestCall, type Route } from './route.ts';
import type { FoundComment, StoredRepository } from './store.ts';
import { ownerAndName } from './repository.ts';

/** What people may do with comments. */
export const commentRoutes: readonly Route[] = [
  {
    operation: 'issues/list-comments',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{number}/comments',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.token, call.repository, 'read', permissionsFor(issue));
      const since = call.query.get('since') ?? '';
      const page = pageOf(
        call,
        issue.comments.filter((comment) => comment.updatedAt >= since),
      );
      const body = page.items.map((comment) => commentAnswer(call, { repository: call.repository, issue, comment }));
      return reply('issues/list-comments', 200, body, page.headers);
    },
  },
  {
    operation: 'issues/create-comment',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{number}/comments',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.token, call.repository, 'write', permissionsFor(issue));
      const text = requiredText(call, 'body', 'IssueComment', longestBody);
      const comment = call.store.addComment(issue, call.token.login, text);
      const body = commentAnswer(call, { repository: call.repository, issue, comment });
      return reply('issues/create-comment', 201, body, { location: body.url });
    },
  },
  {
    operation: 'issues/get-comment',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments/{id}',
    handle: (call) => reply('issues/get-comment', 200, commentAnswer(call, commentOf(call, 'read'))),
  },
  {
    operation: 'issues/update-comment',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{id}',
    handle: (call) => {
      const found = commentOf(call, 'write');
      const text = requiredText(call, 'body', 'IssueComment', longestBody);
      call.store.editComment(found.comment, call.token.login, text);
      return reply('issues/update-comment', 200, commentAnswer(call, found));
    },
  },
  {
    operation: 'issues/delete-comment',
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/comments/{id}',
    handle: (call) => {
      const { issue, comment } = commentOf(call, 'write');
      issue.comments.splice(issue.comments.indexOf(comment), 1);
      return { status: 204 };
    },
  },
];

/** How somebody stands to a repository. */
export function associationOf(
  login: string,
  repository: StoredRepository,
): components['schemas']['author-association'] {
  if (login === ownerAndName(repository.facts.fullName).owner) return 'OWNER';
  return repository.pushers.has(login) ? 'MEMBER' : 'NONE';
}

/** The page on which a comment stands. */
export function commentUrl({ repository, issue, comment }: FoundComment): string {
  const kind = issue.pull === undefined ? 'issues' : 'pull';
  return `https://github.com/${repository.facts.fullName}/${kind}/${issue.number}#issuecomment-${comment.id}`;
}

function commentOf(call: RestCall, level: 'read' | 'write'): FoundComment {
  const found = call.store.findComment(Number(call.parameters['id']), [call.repository]);
  if (found === undefined) throw notFound();
  demand(call.token, call.repository, level, permissionsFor(found.issue));
  return found;
}

function commentAnswer(call: RestCall, found: FoundComment): components['schemas']['issue-comment'] {
  const { repository, issue, comment } = found;
  const repositoryUrl = `${call.api}/repos/${repository.facts.fullName}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${repositoryUrl}/issues/comments/${comment.id}`,
    html_url: commentUrl(found),
    issue_url: `${repositoryUrl}/issues/${issue.number}`,
    body: comment.body,
    user: account(comment.author, call.api),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(comment.author, repository),
  };
}
