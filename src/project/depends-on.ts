/** What the settings say that leaves depend on. Pure. */
import { posix } from 'node:path';
import { warning, type Problem } from '../base/problems.ts';
import type { Leaf } from './leaves.ts';
import type { Project } from './project.ts';
import { closestTo, leafPattern } from './selection.ts';
import { settingPlace } from './setting-place.ts';

/** A leaf, and another one that it depends on: paths. */
export type Dependency = readonly [leaf: string, on: string];

/** The dependencies of each leaf on others. */
export function declaredDependencies({ settings }: Project, leaves: readonly Leaf[]): readonly Dependency[] {
  return [...settings.dependsOn].flatMap(([dependent, on]) => {
    const { matches } = leafPattern(dependent);
    const some = leaves.filter(({ path }) => matches(path));
    return on.flatMap((written) => {
      const find = finder(written, leaves);
      return some.flatMap((leaf) =>
        find(leaf).flatMap((each) => (each === leaf.path ? [] : [[leaf.path, each] as const])),
      );
    });
  });
}

/** Globs of `depends_on` that match no leaf: most likely misspelled. */
export function unmatchedDependencies(project: Project, leaves: readonly Leaf[]): readonly Problem[] {
  const paths = leaves.map(({ path }) => path);
  return [...project.settings.dependsOn].flatMap(([dependent, on]) => {
    const { matches } = leafPattern(dependent);
    const some = leaves.filter(({ path }) => matches(path));
    if (some.length === 0) return [unmatched(project, 'depends_on', dependent, paths)];
    return on.flatMap((written) => {
      const find = finder(written, leaves);
      const isFound = some.some((leaf) => find(leaf).length > 0);
      return isFound ? [] : [unmatched(project, `depends_on.${dependent}`, written, paths)];
    });
  });
}

function unmatched(project: Project, setting: string, glob: string, paths: readonly string[]): Problem {
  return warning('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
    place: settingPlace(project, glob),
    hint: isRelative(glob) ? 'It is relative to the place of each leaf.' : closestTo(glob, paths),
  });
}

function isRelative(written: string): boolean {
  return /^\.{1,2}(?:\/|$)/u.test(written);
}

/** Finds the paths of the leaves that a leaf depends on. */
function finder(written: string, leaves: readonly Leaf[]): (leaf: Leaf) => readonly string[] {
  if (!isRelative(written)) {
    const { matches } = leafPattern(written);
    const found = leaves.flatMap(({ path }) => (matches(path) ? [path] : []));
    return () => found;
  }
  const below = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    for (const layer of leaf.layers) {
      const known = below.get(layer);
      if (known === undefined) below.set(layer, [leaf]);
      else known.push(leaf);
    }
  }
  const found = new Map<string, readonly string[]>();
  return ({ place }) => {
    const known = found.get(place) ?? relativeTo(place, written, (folder) => below.get(folder) ?? leaves);
    found.set(place, known);
    return known;
  };
}

/** @param leavesBelow of thousands of leaves, only those in a folder are looked at */
function relativeTo(
  place: string,
  written: string,
  leavesBelow: (folder: string) => readonly Leaf[],
): readonly string[] {
  const target = posix.join(place, written).replace(/\/+$/u, '');
  // The path of a place may hold the signs of globs itself; what is above the first one does not.
  const [plain = ''] = /^(?:[^*?[\]{}!()/]+\/)*/u.exec(target) ?? [];
  const { matches } = leafPattern(target);
  // Both spellings of a leaf's path.
  const other = leafPattern(target.replace(/\/composition=([^/]*)$/u, '/composition=terraform/terraform=$1'));
  return leavesBelow(plain.replace(/\/$/u, '')).flatMap(({ path }) =>
    matches(path) || other.matches(path) ? [path] : [],
  );
}
