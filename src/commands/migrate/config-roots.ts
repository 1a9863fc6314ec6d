/** Where an existing project keeps its layers: nothing says so in the original, which is given a path. Pure. */
import { warning, type Problem } from '../../base/problems.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';

/** Folders of examples and tests, which are no part of the project. */
const NOT_ROOTS = /^(?:tests?|__tests__|spec|examples?|fixtures|docs)$/u;

/**
 * The folders above the first `name=value` folder of each path with a `composition=` folder.
 *
 * @param root the project root, from the repository root
 * @returns paths from the project root, and those that were left out, as warnings
 */
export function findConfigRoots(
  snapshot: Snapshot,
  root: string,
): { readonly roots: readonly string[]; readonly skipped: readonly Problem[] } {
  const found = new Set<string>();
  const prefix = root === '' ? '' : `${root}/`;
  for (const { path } of snapshot.filesBelow(root)) {
    const parts = path.slice(prefix.length).split('/').slice(0, -1);
    if (!parts.some((part) => part.startsWith('composition='))) continue;
    const first = parts.findIndex((part) => part.includes('='));
    found.add(parts.slice(0, Math.max(1, first)).join('/'));
  }
  const all = [...found].sort();
  const usual = all.filter((each) => !each.split('/').some((part) => NOT_ROOTS.test(part)));
  const top = usual.filter((each) => !each.includes('/'));
  const roots = [top, usual, all].find((each) => each.length > 0) ?? [];
  const skipped = all
    .filter((each) => !roots.includes(each))
    .map((each) =>
      warning('settings', `Folders named composition=… in "${each}" are not taken for leaves of this project.`, {
        place: { file: `${prefix}${each}` },
        hint: 'Add it to config_roots if they are.',
      }),
    );
  return { roots, skipped };
}
