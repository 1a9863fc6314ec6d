/** What it means for others that outputs change, in plain data for each rendering of a report. Pure. */
import type { Readers } from './readers.ts';
import type { PlanReport } from './report.ts';

/** A leaf of which others read what changes. */
export interface ReadLeaf {
  readonly leaf: string;
  readonly readers: Readers;
  /** How many of them the report has, and how many it has not. */
  readonly here: number;
  readonly elsewhere: number;
}

/** In the order of the report. */
export function leavesWithReaders({ leaves }: Pick<PlanReport, 'leaves'>): readonly ReadLeaf[] {
  return leaves.flatMap(({ leaf, readers }) => {
    if (readers === undefined) return [];
    const here = readers.leaves.filter(({ isHere }) => isHere).length;
    return [{ leaf, readers, here, elsewhere: readers.leaves.length - here }];
  });
}

/** What is taken away from its readers. */
export interface Taken {
  /** Undefined: the whole leaf. */
  readonly output: string | undefined;
  readonly what: 'removed' | 'replaced';
  /** Paths of those that read it, at least one. */
  readonly leaves: readonly string[];
}

/** Outputs that are removed or replaced, or all of a leaf that is removed. */
export function takenFrom({ readers: { outputs, leaves } }: Pick<ReadLeaf, 'readers'>): readonly Taken[] {
  if (outputs.length === 0) return [{ output: undefined, what: 'removed', leaves: leaves.map(({ leaf }) => leaf) }];
  return outputs.flatMap(({ name, action }) => {
    if (action !== 'delete' && action !== 'replace') return [];
    const readers = leaves.filter((each) => each.outputs.includes(name)).map(({ leaf }) => leaf);
    return [{ output: name, what: action === 'delete' ? 'removed' : 'replaced', leaves: readers } as const];
  });
}

/** Whether something that others read is gone after an apply. */
export function breaksReaders(report: Pick<PlanReport, 'leaves'>): boolean {
  return leavesWithReaders(report).some((each) => takenFrom(each).some(({ what }) => what === 'removed'));
}
