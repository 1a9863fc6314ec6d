/** The `leaves` input: globs of leaf paths. */
import picomatch from 'picomatch';
import { problem, ProblemError } from '../problems.ts';
import type { Leaf } from './leaves.ts';
import { nearest } from '../nearest.ts';

/**
 * Keeps the items whose leaf is selected. Patterns are globs of leaf paths; `!` leaves out; a path above leaves means
 * all below it. No pattern selects all.
 *
 * @param known leaves beside those of the items that a pattern may mean
 * @throws ProblemError when a pattern matches no leaf at all: it is misspelled
 */
export function selectLeaves<T extends { readonly leaf: Leaf }>(
  items: readonly T[],
  known: readonly Leaf[],
  patterns: readonly string[],
): readonly T[] {
  if (patterns.length === 0) return items;
  const paths = [...new Set([...known, ...items.map(({ leaf }) => leaf)].map((leaf) => leaf.path))];
  const tests = patterns.map((pattern) => {
    const excludes = pattern.startsWith('!');
    const glob = (excludes ? pattern.slice(1) : pattern).replace(/\/+$/u, '');
    const matches = picomatch([glob, `${glob}/**`]);
    return { pattern, excludes, glob, matches };
  });
  const unmatched = tests.filter(({ matches }) => !paths.some((path) => matches(path)));
  if (unmatched.length > 0) {
    throw new ProblemError(
      unmatched.map(({ pattern, glob }) => {
        const closest = nearest(glob, paths);
        return problem('input', `Input "leaves": "${pattern}" matches no leaf.`, {
          hint:
            closest === undefined
              ? 'Patterns are globs of leaf paths, such as config/env=dev/**.'
              : `Did you mean "${closest}"?`,
        });
      }),
    );
  }
  const including = tests.filter(({ excludes }) => !excludes);
  const excluding = tests.filter(({ excludes }) => excludes);
  return items.filter(
    ({ leaf }) =>
      (including.length === 0 || including.some(({ matches }) => matches(leaf.path))) &&
      !excluding.some(({ matches }) => matches(leaf.path)),
  );
}
