/**
 * Which leaves a text means, in the `leaves` input as on the command line: a path, a glob of paths, or names of layers
 * such as `env=dev,composition=vpc`.
 */
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

/** What one text selects. */
export interface LeafPattern {
  /** Without the `!`, and without a slash at its end. */
  readonly text: string;
  /** Whether it began with `!`: what it matches is left out. */
  readonly excludes: boolean;
  readonly matches: (path: string) => boolean;
}

/**
 * Reads a pattern. A path matches itself and all leaves below it, and so does a glob. Words `key=value` without a slash,
 * separated by commas, match the leaves that have all of these layers, wherever they are; `composition=vpc` matches the
 * composition in both spellings. Values may be globs.
 */
export function leafPattern(written: string): LeafPattern {
  const excludes = written.startsWith('!');
  const text = (excludes ? written.slice(1) : written).trim().replace(/(?<=.)\/+$/u, '');
  const layers = layersOf(text);
  if (layers !== undefined) {
    const tests = layers.map(layerTest);
    return { text, excludes, matches: (path) => tests.every((test) => test(path)) };
  }
  const glob = leafGlob(text);
  // The names of folders may hold the signs of globs.
  return { text, excludes, matches: (path) => path === text || path.startsWith(`${text}/`) || glob(path) };
}

/** Paths that are safe between the braces of a glob. */
const JOINABLE = /^(?:(?!\.\.)[\p{L}\p{N}_=./@ :~-])+$/u;

/** Whether a leaf can be named together with others in one line. */
export function isJoinable(path: string): boolean {
  return JOINABLE.test(path);
}

/** One line that selects exactly these leaves: a path, or several joinable ones as a glob. */
export function joined(paths: readonly string[]): string {
  return paths.length > 1 ? `{${paths.join(',')}}` : paths.join('');
}

/** Whether a text can only be a pattern, if there is no such path. */
export function isPattern(text: string): boolean {
  return /[*?[\]{}!()]/u.test(text) || layersOf(text) !== undefined;
}

/** `env=dev` and the like; undefined for a path or a glob of one. */
function layersOf(text: string): readonly string[] | undefined {
  if (text.includes('/')) return undefined;
  // Not the commas in braces.
  const words = text.split(/,(?![^{]*\})/u);
  return words.every((word) => /^[^=*?[\]{}]+=./u.test(word)) ? words : undefined;
}

function layerTest(layer: string): (path: string) => boolean {
  const matches = leafGlob(layer);
  const [, composition] = /^composition=(.*)$/su.exec(layer) ?? [];
  const isComposition = composition === undefined ? () => false : leafGlob(composition);
  return (path) => {
    const folders = path.split('/');
    const last = folders.at(-1) ?? '';
    return (
      folders.some((folder) => folder === layer || matches(folder)) || isComposition(last.slice(last.indexOf('=') + 1))
    );
  };
}

/**
 * Whether a leaf is selected: by any pattern, and not excluded by one. Without patterns, all leaves are selected.
 *
 * @param known paths of all leaves that a pattern may match
 * @throws ProblemError if a pattern matches no leaf at all, since it is probably misspelled
 */
export function leafSelection(known: Iterable<string>, patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => true;
  const paths = [...new Set(known)];
  const tests = patterns.map((written) => ({ written, ...leafPattern(written) }));
  const unmatched = tests.filter(({ matches }) => !paths.some((path) => matches(path)));
  if (unmatched.length > 0) {
    throw new ProblemError(
      unmatched.map(({ written, text }) =>
        problem('input', `Input "leaves": "${written}" matches no leaf.`, {
          hint:
            closestTo(text, paths) ??
            'Patterns are globs of leaf paths, such as config/env=dev/**, or layers, such as env=dev.',
        }),
      ),
    );
  }
  return selectedBy(tests);
}

/** Whether a path is selected by any of some patterns, and not excluded by one; without including ones, by all. */
export function selectedBy(patterns: readonly LeafPattern[]): (path: string) => boolean {
  const including = patterns.filter(({ excludes }) => !excludes);
  const excluding = patterns.filter(({ excludes }) => excludes);
  return (path) =>
    (including.length === 0 || including.some(({ matches }) => matches(path))) &&
    !excluding.some(({ matches }) => matches(path));
}

/** `Did you mean …?` for a pattern that matches none of the leaves; undefined if nothing is close to it. */
export function closestTo(text: string, paths: readonly string[]): string | undefined {
  const layers = layersOf(text);
  const closest =
    layers === undefined
      ? nearest(text, paths)
      : nearest(
          layers.at(-1) ?? '',
          paths.flatMap((path) => path.split('/')),
        );
  return closest === undefined ? undefined : `Did you mean "${closest}"?`;
}
