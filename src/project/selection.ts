/** The `leaves` input: globs of leaf paths. */
import { createContext, runInContext } from 'node:vm';
import picomatch from 'picomatch';
import { hasCode } from '../base/node-errors.ts';
import { problem, problemError, ProblemError } from '../base/problems.ts';
import type { Leaf } from './leaves.ts';
import { nearest } from '../base/closest-name.ts';

/** Milliseconds for one path; a glob that means well needs none. */
const LONGEST_MATCH = 250;

/**
 * A glob of leaf paths; one of a path above leaves means all below it. The test throws a `ProblemError` when it takes too
 * long: a glob becomes a pattern, and `*a*a*a*a*a*` or `(a+)+b` would try for hours on a path that was made for it.
 */
export function leafGlob(glob: string): (path: string) => boolean {
  const own = glob.replace(/\/+$/u, '');
  const matches = picomatch([own, `${own}/**`]);
  if (isQuick(own)) return (path) => matches(path);
  return (path) => {
    try {
      return runInContext('matches(path)', createContext({ matches, path }), { timeout: LONGEST_MATCH }) === true;
    } catch (error) {
      if (!hasCode(error, 'ERR_SCRIPT_EXECUTION_TIMEOUT')) throw error;
      throw problemError('input', `The glob "${glob}" takes too long to be matched with "${path}".`, {
        hint: 'Use fewer "*" in one part of the path, and no repeated groups.',
      });
    }
  };
}

/** Whether there is only one way to match a part of a path: at most one `*` in it, and no groups. */
function isQuick(glob: string): boolean {
  const parts = glob.split('/');
  return (
    !/[()+]/u.test(glob) &&
    parts.every((part) => part === '**' || (part.match(/\*+/gu) ?? []).length < 2) &&
    parts.filter((part) => part.includes('**')).length <= 3
  );
}

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
    return { pattern, excludes, glob, matches: leafGlob(glob) };
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
