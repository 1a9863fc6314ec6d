/** Waves that have not run, in words, with what goes on: for the comment and the log. Pure. */
import { hasErrors } from '../../base/problems.ts';
import { code, fence, oneLine, prose } from '../../markdown/escaping.ts';
import { leavesTexts } from '../../markdown/leaf-input.ts';
import { count } from '../../markdown/phrases.ts';
import type { ApplyReport } from './report.ts';
import { isOpen } from './wording.ts';

interface PendingWave {
  readonly name: string;
  readonly environment: string | undefined;
  readonly leaves: readonly string[];
}

/** Blocks of the comment; none if no wave is left. */
export function wavesMarkdown(report: ApplyReport): readonly string[] {
  const pending = pendingWaves(report);
  if (pending.length === 0) return [];
  const named = pending.map(
    ({ name, environment, leaves }) =>
      `${code(name, 60)} (${count(leaves.length, 'leaf', 'leaves')}${environment === undefined ? '' : `, environment ${code(environment, 100)}`})`,
  );
  const lines = goOn(report, pending);
  return [
    `⏳ **Pending**: the ${pending.length === 1 ? 'wave' : 'waves'} ${named.join(', ')}. ${prose(why(report), 1_000)}`,
    fence(lines.map(oneLine).join('\n'), 'text'),
  ];
}

/** The same for a log. */
export function wavesText(report: ApplyReport): readonly string[] {
  const pending = pendingWaves(report);
  if (pending.length === 0) return [];
  const named = pending.map(({ name, leaves }) => `${name} (${count(leaves.length, 'leaf', 'leaves')})`);
  return [
    oneLine(`Pending: the ${pending.length === 1 ? 'wave' : 'waves'} ${named.join(', ')}. ${why(report)}`),
    ...goOn(report, pending).map((line) => `  ${oneLine(line)}`),
  ];
}

function pendingWaves({ leaves }: ApplyReport): readonly PendingWave[] {
  const waves = new Map<string, { name: string; environment: string | undefined; leaves: string[] }>();
  for (const { leaf, outcome } of leaves) {
    if (outcome.status !== 'pending') continue;
    const { wave: name, environment } = outcome;
    const known = waves.get(name);
    if (known === undefined) waves.set(name, { name, environment, leaves: [leaf] });
    else known.leaves.push(leaf);
  }
  return [...waves.values()];
}

function why(report: ApplyReport): string {
  const { cancelled, problems, leaves, wave } = report;
  const how =
    wave?.byHand === true
      ? 'run this workflow by hand on the default branch with:'
      : 'let this run go on with "Re-run failed jobs", or:';
  const isStopped = cancelled || hasErrors(problems) || leaves.some(isOpen);
  return isStopped
    ? `Wave ${wave?.name ?? ''} is not all well, so no later one starts. When the cause is fixed, and what needs a person is accepted, ${how}`
    : `Each starts when the one before is all well and, if its environment has reviewers, when they approve. If a job was rejected, cancelled or lost, ${how}`;
}

/** A run of a merge goes on itself: its leaves are still judged by their review. */
function goOn({ run, repository, wave }: ApplyReport, pending: readonly PendingWave[]): readonly string[] {
  const leaves = pending.flatMap((each) => each.leaves);
  if (wave?.byHand === true || run === undefined) {
    return leavesTexts(leaves).map((text) => `leaves: ${text}`);
  }
  return [`gh run rerun ${run.id} --failed --repo ${repository}`];
}
