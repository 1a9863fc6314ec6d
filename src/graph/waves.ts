/** Whether waves contradict the order that their leaves need. Pure. */
import { problem, type Problem } from '../base/problems.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Project } from '../project/project.ts';
import { settingPlace } from '../project/setting-place.ts';
import { openWaves, type Wave } from '../project/waves.ts';
import type { Edge } from './graph.ts';

/** A leaf that an apply runs. */
export interface WaveLeaf {
  readonly leaf: Leaf;
  /** Whether it is destroyed. */
  readonly isRemoved: boolean;
}

/** One leaf that has to run before another one, and why: a sentence with the place of their waves left out. */
interface Contradiction {
  readonly first: Wave;
  readonly second: Wave;
  readonly words: string;
}

/**
 * What would run too early: readers before what they read (a removed leaf after its readers), and compositions of one
 * place against the setting `compositions.order`. One error for each two waves.
 *
 * @param project whose settings decide
 */
export function contradictedWaves(
  project: Project,
  leaves: readonly WaveLeaf[],
  edges: readonly Edge[],
): readonly Problem[] {
  const { settings } = project;
  if (settings.waves.length === 0) return [];
  const { of } = openWaves(settings);
  const byPath = new Map(leaves.map((each) => [each.leaf.path, each]));
  const found: Contradiction[] = [];
  const add = (first: string, second: string, words: (early: Wave, late: Wave) => string): void => {
    const [late, early] = [of(first), of(second)];
    if (late.number > early.number) found.push({ first: early, second: late, words: words(early, late) });
  };
  const read = new Set<string>();
  for (const { reader, reads } of edges) {
    const [lower, upper] = [byPath.get(reader), byPath.get(reads)];
    if (lower === undefined || upper === undefined) continue;
    read.add(`${reader}\n${reads}`);
    if (upper.isRemoved) {
      add(reader, reads, (early, late) =>
        said(early, `destroy ${reads}`, `${reader} reads it and is in the later wave "${late.name}"`),
      );
    } else if (!lower.isRemoved) {
      add(reads, reader, (early, late) =>
        said(early, `apply ${reader}`, `it reads ${reads}, which is in the later wave "${late.name}"`),
      );
    }
  }
  for (const [first, second] of orderedPairs(leaves, settings.compositionOrder)) {
    const [one, other] = [first.leaf.path, second.leaf.path];
    if (read.has(`${one}\n${other}`) || read.has(`${other}\n${one}`)) continue;
    add(one, other, (early, late) =>
      said(
        early,
        `${second.isRemoved ? 'destroy' : 'apply'} ${other}`,
        `"compositions.order.terraform" puts ${one} before it, which is in the later wave "${late.name}"`,
      ),
    );
  }
  const groups = groupedBy(found, ({ first, second }) => `${first.number} ${second.number}`);
  return [...groups.values()].flatMap(([one, ...others]) => {
    if (one === undefined) return [];
    const more = others.length === 0 ? '' : ` The same holds for ${others.length} more of these two waves.`;
    return [
      problem('settings', `${one.words}${more}`, {
        place: settingPlace(project, one.first.name),
        hint: 'Put both into one wave, or change the order of the waves.',
      }),
    ];
  });
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
}

function said({ name }: Wave, does: string, why: string): string {
  return `Wave "${name}" would ${does} too early: ${why}.`;
}

/** Leaves of one place, the one that has to run first before the other one. */
function orderedPairs(
  leaves: readonly WaveLeaf[],
  compositionOrder: readonly string[],
): readonly (readonly [WaveLeaf, WaveLeaf])[] {
  const rank = new Map(compositionOrder.map((name, index) => [name, index]));
  const listed = leaves.filter(({ leaf }) => rank.has(leaf.composition));
  const groups = groupedBy(listed, ({ leaf, isRemoved }) => `${isRemoved ? '-' : '+'}${leaf.place}`);
  return [...groups.values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => (rank.get(a.leaf.composition) ?? 0) - (rank.get(b.leaf.composition) ?? 0));
    const pairs = ordered.flatMap((first, index) => ordered.slice(index + 1).map((second) => [first, second] as const));
    return pairs
      .filter(([first, second]) => first.leaf.composition !== second.leaf.composition)
      .map(([first, second]) => (first.isRemoved ? ([second, first] as const) : ([first, second] as const)));
  });
}
