/** The waves of an apply: which leaves of a change are in which, and whether one may start. Pure. */
import { createHash } from 'node:crypto';
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import { hasErrors, problem, problemError, ProblemError, type Problem } from '../../base/problems.ts';
import type { ChangeGraph } from '../../execution/change-graph.ts';
import type { Comparison } from '../../execution/comparison.ts';
import { contradictedWaves } from '../../graph/waves.ts';
import { count, firstFew } from '../../markdown/phrases.ts';
import { openEnvironments, openWaves, type Wave } from '../../project/waves.ts';
import { compareBytes } from '../../snapshot/snapshot.ts';
import type { EndedLeaf } from './candidate.ts';
import type { WaveResults } from './wave-results.ts';
import { hasFailedHooks, isOpen, statusOf } from './wording.ts';

/** A wave with the changed leaves in it. */
export interface ChangedWave extends Wave {
  /** The GitHub environment of all its leaves; undefined for none. */
  readonly environment: string | undefined;
  /** Paths, in byte order; at least one. */
  readonly leaves: readonly string[];
}

export interface Waves {
  /** All that there are, whatever is changed. */
  readonly all: readonly Wave[];
  /** Those with changed leaves. */
  readonly changed: readonly ChangedWave[];
  readonly waveOf: (leaf: string) => Wave;
  /** Why none of them may be applied. */
  readonly problems: readonly Problem[];
}

/**
 * Splits a change into waves. A merge cannot take a leaf out of its wave, or out of its environment: the base decides,
 * where there is one. An environment that the base does not know narrows who may apply, so head may add it.
 *
 * @param destroyRemoved whether removed leaves are destroyed
 */
export function wavesOf(
  { head, base }: Pick<Comparison, 'head' | 'base'>,
  selected: readonly ChangedLeaf[],
  { graph, former }: ChangeGraph,
  destroyRemoved: boolean,
): Waves {
  const deciding = base === undefined || base.project.unreadable !== undefined ? head.project : base.project;
  const { all, of } = openWaves(deciding.settings);
  const [first, second] = [deciding, head.project].map(({ settings }) => openEnvironments(settings));
  const changed = all.flatMap((wave): readonly (ChangedWave & { readonly environments: readonly string[] })[] => {
    const own = selected.flatMap(({ leaf }) => (of(leaf.path).number === wave.number ? [leaf.path] : []));
    if (own.length === 0) return [];
    const environments = [...new Set(own.map((leaf) => first?.(leaf) ?? second?.(leaf) ?? ''))];
    return [{ ...wave, environment: environments[0] || undefined, environments, leaves: own.sort(compareBytes) }];
  });
  const run = selected
    .filter((each) => each.kind !== 'removed' || (each.fate === 'destroy' && destroyRemoved))
    .map(({ leaf, kind }) => ({ leaf, isRemoved: kind === 'removed' }));
  return {
    all,
    waveOf: of,
    changed,
    problems: [
      ...contradictedWaves(deciding, run, [...graph.edges, ...former]),
      ...changed.flatMap(({ name, environments }) => (environments.length < 2 ? [] : [mixed(name, environments)])),
    ],
  };
}

function mixed(name: string, environments: readonly string[]): Problem {
  const names = environments.map((each) => (each === '' ? 'none' : `"${each}"`)).join(', ');
  return problem('settings', `Wave "${name}" has leaves of different environments: ${names}.`, {
    hint: 'A wave is one job, and a job is in one environment. Give the leaves of each environment a wave of their own (settings "waves" and "environments").',
  });
}

/** Of an apply that is not told its wave: it must not run the leaves of several at once. */
export function severalWaves({ changed }: Waves): readonly Problem[] {
  if (changed.length < 2) return [];
  const names = changed.map(({ name }) => `"${name}"`).join(', ');
  return [
    problem('wave', `The settings put these leaves into the waves ${names}, and this job applies them all at once.`, {
      hint: 'Apply in one job for each wave (input "wave"), as .github/workflows/apply.yml of Kompos does, or remove "waves" from the settings.',
    }),
  ];
}

/**
 * @param asked the name or the number of a wave
 * @throws ProblemError if there is no such wave
 */
export function findWave({ all }: Pick<Waves, 'all'>, asked: string): Wave {
  const found = all.find(({ name, number }) => name === asked || String(number) === asked);
  if (found !== undefined) return found;
  const names = all.map(({ name }) => name).join(', ');
  throw problemError('input', `Input "wave" is "${asked}", and there is no such wave.`, {
    hint: `The settings have: ${names}. Jobs get theirs from the output "waves" of the job with "wave: list".`,
  });
}

/** What two jobs have to agree on: the leaves of each wave. */
export function wavesDigest(waves: readonly ChangedWave[]): string {
  const text = JSON.stringify(waves.map(({ name, number, leaves }) => [name, number, leaves]));
  return `waves.${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

/**
 * How the leaves of earlier waves ended.
 *
 * @param results of each wave, by its number
 * @throws ProblemError that names each of them that is not all well: then nothing of the next one is applied
 */
export function wellEnded(
  waves: readonly ChangedWave[],
  results: ReadonlyMap<number, WaveResults>,
  selected: readonly ChangedLeaf[],
): readonly EndedLeaf[] {
  const problems = waves.flatMap((wave) => {
    const why = whyNotWell(wave, results.get(wave.number));
    if (why === undefined) return [];
    const message = `Wave "${wave.name}" is not all well, so the next one is not applied: ${why}`;
    const hint = 'When its leaves are applied, let "Re-run failed jobs" go on.';
    return [problem('wave', message, { hint })];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  const outcomes = new Map(
    [...results.values()].flatMap(({ leaves }) => leaves.map(({ leaf, outcome }) => [leaf, outcome])),
  );
  return selected.flatMap((changed) => {
    const outcome = outcomes.get(changed.leaf.path);
    return outcome === undefined ? [] : [{ changed, outcome }];
  });
}

function whyNotWell({ leaves }: ChangedWave, results: WaveResults | undefined): string | undefined {
  if (results === undefined) return 'it has no results.';
  const theirs = results.leaves.map(({ leaf }) => leaf).sort(compareBytes);
  if (theirs.join('\n') !== leaves.join('\n')) return 'its results are about other leaves.';
  if (results.cancelled) return 'it was cancelled.';
  if (hasErrors(results.problems)) return 'it has errors.';
  const open = results.leaves.filter(isOpen);
  if (open.length === 0) return undefined;
  const named = open.map(
    (leaf) => `${leaf.leaf}: ${hasFailedHooks(leaf) ? 'a hook failed' : statusOf(leaf.outcome).word}`,
  );
  return `${count(open.length, 'leaf needs', 'leaves need')} attention (${firstFew(named, 5)}).`;
}
