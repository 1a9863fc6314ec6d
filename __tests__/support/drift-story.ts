/** A project on a loopback GitHub that is looked over for drift again and again. */
import { scheduleEvent, workflowDispatchEvent } from '../../loopback/events.ts';
import { checkoutAsRunner } from '../../loopback/git-origin.ts';
import type { AnsweredRequest, Token } from '../../loopback/github-api.ts';
import { startAction, type ActionResult, type RunningAction } from '../../loopback/runner.ts';
import { REPOSITORY, startStory, TOKEN, type RunOptions, type Story } from './story.ts';

/** What the paste-in workflow grants. */
export const driftToken: Token = {
  login: 'github-actions[bot]',
  kind: 'installation',
  permissions: { contents: 'read', issues: 'write' },
};

export interface DriftRun extends RunOptions {
  /** By hand instead of by schedule. */
  readonly dispatched?: boolean;
  readonly ref?: string;
}

export interface DriftStory extends Story {
  /** A scheduled run on main's tip. */
  readonly drift: (options?: DriftRun) => Promise<ActionResult>;
  readonly startDrift: (options?: DriftRun) => Promise<RunningAction>;
  /** What was written to GitHub since the last call, in short: `POST issues`, `PATCH issues/1`. */
  readonly newWrites: () => readonly string[];
}

export async function startDriftStory(
  files: Parameters<typeof startStory>[0],
  more: Parameters<typeof startStory>[1] = {},
): Promise<DriftStory> {
  const story = await startStory(files, { token: driftToken, ...more });
  let seen = 0;
  let runId = 2_000_000;

  async function startDrift(options: DriftRun = {}): Promise<RunningAction> {
    await story.project.push(story.origin);
    const sha = await story.project.id();
    const ref = options.ref ?? 'refs/heads/main';
    const workspace = await checkoutAsRunner(story.origin, { ref, sha });
    runId += 1;
    return startAction({
      workspace: workspace.directory,
      event: options.dispatched === true ? workflowDispatchEvent({ sha, ref }) : scheduleEvent({ sha }),
      inputs: { command: 'drift', 'allow-env': 'STATE_URL', ...options.inputs },
      env: { ...story.environment, ...options.env },
      apiUrl: story.api.url,
      token: options.token ?? TOKEN,
      runId: options.runId ?? runId,
    });
  }

  return {
    ...story,
    startDrift,
    drift: async (options) => (await startDrift(options)).finished,
    newWrites: () => {
      const all = story.api.writes();
      const fresh = all.slice(seen).map(inShort);
      seen = all.length;
      return fresh;
    },
  };
}

function inShort({ method, path, status }: AnsweredRequest): string {
  const short = path.replace(`/repos/${REPOSITORY}/`, '');
  return status < 400 ? `${method} ${short}` : `${method} ${short} ${status}`;
}
