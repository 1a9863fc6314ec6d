/** The one room that calls GitHub. Loaded only when something is to be said there. */
import { openOctokit, statusOf, viewerLogin, type GitHubAccess } from './octokit.ts';

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly author: string | undefined;
}

export interface GitHub {
  /** Who the token is: `github-actions[bot]` for the job's own. (`GET /user` is refused to it.) */
  login(): Promise<string>;
  /** The pull request as it is now: its head commit, and whether it is merged. */
  pullRequest(pullRequest: number): Promise<{ readonly head: string; readonly merged: boolean }>;
  /** All comments, however many pages. */
  comments(pullRequest: number): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: string): Promise<{ readonly id: number; readonly url: string }>;
  /** Does nothing where the comment is gone. */
  updateComment(id: number, body: string): Promise<void>;
  /** Does nothing where the comment is gone. */
  deleteComment(id: number): Promise<void>;
  /** GitHub's words if an error says that the token may not do it; undefined for any other error. */
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
      // Rate limits are 403 too, and no matter of permissions.
      return /rate limit/iu.test(error.message) ? undefined : error.message;
    },
  };
}

/** Somebody, or another run, may delete a comment between our looking and our writing. */
async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
