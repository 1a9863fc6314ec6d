/** Starts a wave of an apply, if the waves before it are all well. */
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import { throwOnErrors } from '../../base/problems.ts';
import type { Comparison } from '../../execution/comparison.ts';
import type { EndedLeaf } from './candidate.ts';
import type { WaveResults } from './wave-results.ts';
import { findWave, wellEnded, type ChangedWave, type Waves } from './waves.ts';

/** Which wave a job applies. */
export interface WaveRequest {
  /** Its name, or its number. */
  readonly asked: string;
  /**
   * Makes sure that the job may apply the wave, and reads what earlier ones handed over.
   *
   * @returns the results of waves, by their numbers
   * @throws ProblemError if the job is not in the wave's environment, or if results are not believed
   */
  readonly start: (run: WaveRun) => Promise<ReadonlyMap<number, WaveResults>>;
}

/** What the jobs of all waves of a run have in common, and which of them this one is. */
export interface WaveRun {
  readonly number: number;
  /** How many there are, with changed leaves or without. */
  readonly of: number;
  /** Those with changed leaves. */
  readonly waves: readonly ChangedWave[];
  readonly head: string;
  readonly base: string | undefined;
}

export interface StartedWave {
  readonly name: string;
  /** Its leaves, in the order of applying. */
  readonly own: readonly ChangedLeaf[];
  /** Those of later waves. */
  readonly later: readonly {
    readonly changed: ChangedLeaf;
    readonly wave: string;
    readonly environment: string | undefined;
  }[];
  /** Those of earlier waves. */
  readonly ended: readonly EndedLeaf[];
}

/** @throws ProblemError if it must not start: nothing of it is applied then */
export async function startWave(
  { asked, start }: WaveRequest,
  waves: Waves,
  selected: readonly ChangedLeaf[],
  { revisions: { head, base } }: Comparison,
): Promise<StartedWave> {
  const { name, number } = findWave(waves, asked);
  throwOnErrors(waves.problems);
  const results = await start({ number, of: waves.all.length, waves: waves.changed, head, base });
  const earlier = waves.changed.filter((wave) => wave.number < number);
  return {
    name,
    own: selected.filter(({ leaf }) => waves.waveOf(leaf.path).number === number),
    ended: wellEnded(earlier, results, selected),
    later: waves.changed
      .filter((wave) => wave.number > number)
      .flatMap(({ name: wave, environment, leaves }) =>
        selected.filter(({ leaf }) => leaves.includes(leaf.path)).map((changed) => ({ changed, wave, environment })),
      ),
  };
}
