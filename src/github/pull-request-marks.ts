/** Where people look besides the comment: a label on the pull request, and a check on its commit. Loaded only when needed. */
import { messageOf } from '../base/node-errors.ts';
import { openOctokit, statusOf, type GitHubAccess } from './octokit.ts';
import { refusalHint } from './refusal.ts';

/** One of several labels that exclude each other. */
export interface LabelChoice {
  readonly name: string;
  /** Six hex digits. */
  readonly color: string;
}

export interface CheckRun {
  readonly name: string;
  /** Full commit id. */
  readonly head: string;
  readonly conclusion: 'success' | 'failure';
  readonly title: string;
  readonly summary: string;
  /** Where its "Details" lead. */
  readonly url: string | undefined;
}

/** What became of it: `stale`: the pull request has moved on; `forbidden`: the token may not, in GitHub's words. */
export type MarkResult =
  | { readonly kind: 'done'; readonly url: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'forbidden'; readonly message: string; readonly hint: string };

export interface PullRequestMarks {
  /** Gives the pull request exactly one of the labels, which is created if the repository does not have it. */
  label(pullRequest: number, head: string, wanted: LabelChoice, all: readonly string[]): Promise<MarkResult>;
  check(run: CheckRun): Promise<MarkResult>;
}

export function connectMarks(access: GitHubAccess): PullRequestMarks {
  const octokit = openOctokit(access);
  const [owner = '', repo = ''] = access.repository.split('/');

  async function ensureLabel({ name, color }: LabelChoice): Promise<void> {
    try {
      await octokit.rest.issues.getLabel({ owner, repo, name });
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      const description = 'What the plans of this pull request do';
      // Another run may create it at the same time.
      await octokit.rest.issues.createLabel({ owner, repo, name, color, description }).catch(unless(422));
    }
  }

  return {
    label: (pullRequest, head, wanted, all) =>
      ifPermitted('pull-requests', async () => {
        const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest });
        // A newer run has labeled it, or will.
        if (data.head.sha !== head || data.merged) return { kind: 'stale' };
        const has = new Set(data.labels.map(({ name }) => name.toLowerCase()));
        for (const name of all) {
          if (name === wanted.name || !has.has(name.toLowerCase())) continue;
          await octokit.rest.issues.removeLabel({ owner, repo, issue_number: pullRequest, name }).catch(unless(404));
        }
        if (!has.has(wanted.name.toLowerCase())) {
          await ensureLabel(wanted);
          await octokit.rest.issues.addLabels({ owner, repo, issue_number: pullRequest, labels: [wanted.name] });
        }
        return { kind: 'done', url: data.html_url };
      }),
    check: ({ name, head, conclusion, title, summary, url }) =>
      ifPermitted('checks', async () => {
        const { data } = await octokit.rest.checks.create({
          owner,
          repo,
          name,
          head_sha: head,
          status: 'completed',
          conclusion,
          output: { title, summary },
          ...(url === undefined ? {} : { details_url: url }),
        });
        return { kind: 'done', url: data.html_url ?? '' };
      }),
  };
}

async function ifPermitted(permission: string, write: () => Promise<MarkResult>): Promise<MarkResult> {
  try {
    return await write();
  } catch (error) {
    // Rate limits are 403 too, but not a matter of permissions.
    const isForbidden = statusOf(error) === 403 && !/rate limit/iu.test(messageOf(error));
    if (!isForbidden) throw error;
    const message = messageOf(error);
    return { kind: 'forbidden', message, hint: refusalHint(message, permission) };
  }
}

function unless(status: number): (error: unknown) => void {
  return (error) => {
    if (statusOf(error) !== status) throw error;
  };
}
