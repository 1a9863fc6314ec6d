/** The `leaves` input: globs of leaf paths. */
import { createContext, runInContext } from 'node:vm';
import picomatch from 'picomatch';
import { hasCode } from '../base/node-errors.ts';
import { problem, problemError, ProblemError } from '../base/problems.ts';
import { nearest } from '../base/closest-name.ts';

/** In milliseconds, for one path; a reasonable glob takes less than one. */
const MATCH_TIMEOUT = 250;

/**
 * Compiles a glob of leaf paths; one that matches a folder above leaves matches all leaves below it. The returned function
 * throws a `ProblemError` if it takes too long: on a crafted path, `*a*a*a*a*a*` or `(a+)+b` would backtrack for hours.
 */
export function leafGlob(glob: string): (path: string) => boolean {
  const own = glob.replace(/\/+$/u, '');
  const matches = picomatch([own, `${own}/**`]);
  if (isQuick(own)) return (path) => matches(path);
  return (path) => {
    try {
      return runInContext('matches(path)', createContext({ matches, path }), { timeout: MATCH_TIMEOUT }) === true;
    } catch (error) {
      if (!hasCode(error, 'ERR_SCRIPT_EXECUTION_TIMEOUT')) throw error;
      throw problemError('input', `The glob "${glob}" takes too long to match against "${path}".`, {
        hint: 'Use fewer "*" in each part of the path, and no repeated groups.',
      });
    }
  };
}

/** Whether each part of a path can match in only one way: at most one `*`, and no groups. */
function isQuick(glob: string): boolean {
  const parts = glob.split('/');
  return (
    !/[()+]/u.test(glob) &&
    parts.every((part) => part === '**' || (part.match(/\*+/gu) ?? []).length < 2) &&
    parts.filter((part) => part.includes('**')).length <= 3
  );
}

/**
 * Whether a leaf is selected. Patterns are globs of leaf paths; `!` excludes; a folder above leaves selects all leaves
 * below it. Without patterns, all leaves are selected.
 *
 * @param known paths of all leaves that a pattern may match
 * @throws ProblemError if a pattern matches no leaf at all, since it is probably misspelled
 */
export function leafSelection(known: Iterable<string>, patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => true;
  const paths = [...new Set(known)];
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
  return (path) =>
    (including.length === 0 || including.some(({ matches }) => matches(path))) &&
    !excluding.some(({ matches }) => matches(path));
}
