/**
 * Leaves → shards that take about as long as each other. The same leaves and timings give the same split on every
 * machine, so each job finds its own leaves, and no list of leaves has to be passed on. Pure.
 */
import { createHash } from 'node:crypto';
import { problemError } from '../base/problems.ts';
import type { Timings } from './timings.ts';

/** GitHub's limit of jobs in one matrix. */
export const MOST_SHARDS = 256;

/** Milliseconds that a leaf is expected to take if nothing like it was ever timed. */
const UNKNOWN = 30_000;
/** Milliseconds of plans in one shard of `auto`: less, and starting the jobs takes longer than the plans. */
const PER_SHARD = 300_000;

export interface Split {
  /** The leaves of each shard, in the order of their paths. */
  readonly shards: readonly (readonly string[])[];
  /** 128 bits in hex, over the leaves, their weights and the number of shards. */
  readonly digest: string;
}

/** Paths of leaves that stay together; each leaf is in one group. */
export type LeafGroups = readonly (readonly string[])[];

interface Weighed {
  /** The first leaf's. */
  readonly path: string;
  readonly paths: readonly string[];
  readonly weight: number;
}

/** How many shards these leaves are worth; never more than groups. */
export function shardCount(groups: LeafGroups, wanted: number | 'auto', timings: Timings): number {
  if (wanted !== 'auto') return Math.min(wanted, groups.length);
  const total = weigh(groups, timings).reduce((sum, { weight }) => sum + weight, 0);
  return Math.min(Math.ceil(total / PER_SHARD), groups.length, MOST_SHARDS);
}

/**
 * Gives the heaviest group that is left to the shard that has least, until none is left: no shard gets more than a third
 * above the best split, and with many small groups hardly anything.
 *
 * @param count of shards; those that get no leaf are empty
 */
export function splitLeaves(groups: LeafGroups, count: number, timings: Timings): Split {
  const weighed = weigh(groups, timings);
  const shards = Array.from({ length: count }, () => ({ paths: new Array<string>(), weight: 0 }));
  for (const { paths, weight } of weighed.toSorted((a, b) => b.weight - a.weight || compare(a.path, b.path))) {
    const [first, ...others] = shards;
    if (first === undefined) break;
    const lightest = others.reduce((least, shard) => (shard.weight < least.weight ? shard : least), first);
    lightest.paths.push(...paths);
    lightest.weight += weight;
  }
  const text = JSON.stringify([1, count, weighed.map(({ paths, weight }) => [paths, weight])]);
  return {
    shards: shards.map((shard) => shard.paths.sort(compare)),
    digest: createHash('sha256').update(text).digest('hex').slice(0, 32),
  };
}

/** Each leaf counts its earlier timing, else the median of its composition's leaves, else that of all. In order of path. */
function weigh(leafGroups: LeafGroups, timings: Timings): readonly Weighed[] {
  const groups = new Map<string, number[]>();
  for (const [path, time] of timings) {
    const times = groups.get(compositionOf(path)) ?? [];
    groups.set(compositionOf(path), times);
    times.push(time);
  }
  const medians = new Map([...groups].map(([name, times]) => [name, median(times)]));
  const overall = timings.size === 0 ? UNKNOWN : median([...timings.values()]);
  const weightOf = (path: string): number =>
    Math.max(1, timings.get(path) ?? medians.get(compositionOf(path)) ?? overall);
  return leafGroups
    .map((group) => {
      const paths = group.toSorted(compare);
      return { path: paths[0] ?? '', paths, weight: paths.reduce((sum, path) => sum + weightOf(path), 0) };
    })
    .sort((a, b) => compare(a.path, b.path));
}

function compositionOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? UNKNOWN;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What one job has decided, and all others hold to. */
export interface Decision {
  readonly count: number;
  /** Full id of the commit that is compared with; undefined: nothing is. */
  readonly base: string | undefined;
  readonly digest: string;
  /** Of the run, in which it was decided: when all jobs run again, results of earlier ones no longer count. */
  readonly attempt: number;
}

const DECISION = /^(\d{1,3})\.(none|[0-9a-f]{40}|[0-9a-f]{64})\.([0-9a-f]{32})\.(\d{1,5})$/u;

/** As one word, for an output of the job that decides. */
export function writeDecision({ count, base, digest, attempt }: Decision): string {
  return `${count}.${base ?? 'none'}.${digest}.${attempt}`;
}

/** Undefined for anything that `writeDecision` does not write. */
export function readDecision(text: string): Decision | undefined {
  const [, count = '', base = '', digest = '', attempt = ''] = DECISION.exec(text) ?? [];
  if (attempt === '' || Number(count) > MOST_SHARDS) return undefined;
  return { count: Number(count), base: base === 'none' ? undefined : base, digest, attempt: Number(attempt) };
}

/**
 * The split that a job comes to, which has to be the decided one.
 *
 * @throws ProblemError if it is another one: a leaf could be in two shards, or in none
 */
export function decidedSplit(
  groups: LeafGroups,
  { count, digest }: Pick<Decision, 'count' | 'digest'>,
  timings: Timings,
): Split {
  const split = splitLeaves(groups, count, timings);
  if (split.digest === digest) return split;
  throw problemError('shard', 'This job comes to another split of the leaves than the job that decided it.', {
    hint: 'Give all jobs of the run the same version of Kompos, the same commit, and the same inputs "leaves", "working-directory", "allow-env", "list-merge", "unused-configuration" and "timings"; then run all of its jobs again.',
  });
}

/** Which shard of how many: `3/8`. */
export interface ShardNumber {
  readonly shard: number;
  readonly of: number;
}

/** Undefined unless it is one of at most 256. */
export function readShardNumber(text: string): ShardNumber | undefined {
  const [, shard = '', of = ''] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/u.exec(text) ?? [];
  if (of === '' || Number(shard) > Number(of) || Number(of) > MOST_SHARDS) return undefined;
  return { shard: Number(shard), of: Number(of) };
}
