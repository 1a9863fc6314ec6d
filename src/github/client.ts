/** The client for pull request comments. Loaded only when needed. */
import { openOctokit, statusOf, viewerLogin, type GitHubAccess } from './octokit.ts';

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly author: string | undefined;
}

export interface GitHub {
  /** The token's account: `github-actions[bot]` for the job's own, which may not call `GET /user`. */
  login(): Promise<string>;
  /** The pull request as it is now: its head commit, and whether it is merged. */
  pullRequest(pullRequest: number): Promise<{ readonly head: string; readonly merged: boolean }>;
  /** All comments, over all pages. */
  comments(pullRequest: number): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: string): Promise<{ readonly id: number; readonly url: string }>;
  /** Does nothing if the comment was deleted. */
  updateComment(id: number, body: string): Promise<void>;
  /** Does nothing if the comment was deleted. */
  deleteComment(id: number): Promise<void>;
  /** GitHub's message if the token lacks the permission; undefined for any other error. */
  forbidden(error: unknown): string | undefined;
}

export function connect(access: GitHubAccess): GitHub {
  const octokit = openOctokit(access);
  const [owner = '', repo = ''] = access.repository.split('/');
  return {
    login: () => viewerLogin(octokit),
    async pullRequest(pullRequest) {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest });
      return { head: data.head.sha, merged: data.merged };
    },
    async comments(pullRequest) {
      const all = await octokit.paginate(octokit.rest.issues.listComments, {
        owner,
        repo,
        issue_number: pullRequest,
        per_page: 100,
      });
      return all.map(({ id, body, html_url, user }) => ({ id, body: body ?? '', url: html_url, author: user?.login }));
    },
    async createComment(pullRequest, body) {
      const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
      return { id: data.id, url: data.html_url };
    },
    async updateComment(id, body) {
      await unlessGone(octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
    },
    async deleteComment(id) {
      await unlessGone(octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }));
    },
    forbidden(error) {
      if (statusOf(error) !== 403 || !(error instanceof Error)) return undefined;
      // Rate limits are 403 too, but not a matter of permissions.
      return /rate limit/iu.test(error.message) ? undefined : error.message;
    },
  };
}

/** A person or another run may delete a comment between our read and our write. */
async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
