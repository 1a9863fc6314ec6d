/** What himl takes in layers and this program does not, as changes of the files. */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { formatPlace, warning, type Place, type Problem } from '../../base/problems.ts';
import { joinPath } from '../../snapshot/snapshot.ts';
import type { Draft } from './draft.ts';

const OPTIONS = { version: '1.1', schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' } as const;

/**
 * Removes what a second key of the same name hides: himl reads the last one, and nothing of those before it.
 *
 * @param path of a layer, from the repository root
 * @returns what has to be done by hand
 */
export function removeHiddenKeys(draft: Draft, path: string): readonly Problem[] {
  const text = draft.text(path) ?? '';
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const ranges: [start: number, end: number][] = [];
  const found: Problem[] = [];
  visit(document, {
    Map(_, map) {
      for (const pair of hiddenPairs(map)) {
        const range = map.flow === true ? undefined : rangeOf(pair, text);
        if (range !== undefined) {
          ranges.push(range);
          continue;
        }
        const { line, col } = lines.linePos(startOf(pair.key));
        const message = `"${String(pair.key)}" is set again below: himl reads the last one only.`;
        found.push(
          warning('layer', message, { place: { file: path, line, column: col }, hint: 'Remove the first one.' }),
        );
      }
    },
  });
  if (ranges.length > 0) {
    ranges.sort(([a], [b]) => b - a);
    let changed = text;
    for (const [start, end] of ranges) changed = changed.slice(0, start) + changed.slice(end);
    draft.change(path, changed, 'keys that a later one of the same name hides: removed');
  }
  return found;
}

/** Pairs of a map whose key comes again. */
function hiddenPairs(map: YAMLMap): readonly Pair[] {
  const last = new Map<string, Pair>();
  const hidden: Pair[] = [];
  for (const pair of map.items) {
    const key = isScalar(pair.key) && pair.key.source !== '<<' ? pair.key.source : undefined;
    if (key === undefined) continue;
    const before = last.get(key);
    if (before !== undefined) hidden.push(before);
    last.set(key, pair);
  }
  return hidden;
}

/** The lines of a pair; undefined if others need a part of it, or if it does not have lines of its own. */
function rangeOf({ key, value }: Pair, text: string): [start: number, end: number] | undefined {
  const start = text.lastIndexOf('\n', startOf(key) - 1) + 1;
  if (text.slice(start, startOf(key)).trim() !== '' || hasAnchor(value)) return undefined;
  const last = isScalar(value) || isCollection(value) || isAlias(value) ? value.range?.[1] : undefined;
  const at = Math.max(last ?? 0, startOf(key));
  const lineEnd = text.indexOf('\n', text[at - 1] === '\n' ? at - 1 : at);
  return [start, lineEnd < 0 ? text.length : lineEnd + 1];
}

function hasAnchor(value: unknown): boolean {
  if (isScalar(value)) return value.anchor !== undefined;
  if (!isCollection(value)) return false;
  if (value.anchor !== undefined) return true;
  return isMap(value)
    ? value.items.some((pair) => hasAnchor(pair.key) || hasAnchor(pair.value))
    : value.items.some(hasAnchor);
}

function startOf(node: unknown): number {
  return isScalar(node) || isCollection(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}

/**
 * Writes down what himl makes of a value: `null` for an empty one that wipes a map or list, a boolean for a text in
 * `composition.enabled`.
 *
 * @returns whether it could
 */
export function writeOut(draft: Draft, { code, message, place }: Problem): boolean {
  if (place === undefined) return false;
  if (code === 'merge' && message.includes(' is empty here, ')) {
    return replaceAt(draft, place, 'an empty value wipes what the layers above set: written out as null', () => 'null');
  }
  if (code === 'leaf' && message.startsWith('"composition.enabled" must be')) {
    const why = 'composition.enabled: written as a boolean';
    return replaceAt(draft, place, why, (written) => {
      if (/^(?:false|0|no|off)$/iu.test(written.trim())) return 'false';
      return /^(?:true|[1-9]\d*|yes|on)$/iu.test(written.trim()) ? 'true' : undefined;
    });
  }
  return false;
}

/** Replaces the scalar at a place, or the missing value of the key there. */
function replaceAt(draft: Draft, place: Place, why: string, by: (written: string) => string | undefined): boolean {
  const text = draft.text(place.file) ?? '';
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const at = (lines.lineStarts[(place.line ?? 1) - 1] ?? 0) + (place.column ?? 1) - 1;
  let changed: string | undefined;
  visit(document, {
    Pair(_, { key, value }) {
      const isEmpty = value === null || (isScalar(value) && value.source === '');
      if (startOf(isEmpty && startOf(value) !== at ? key : value) !== at) return undefined;
      const written = isScalar(value) ? String(value.value) : '';
      const replaced = by(written);
      if (replaced === undefined) return visit.BREAK;
      if (isEmpty) {
        const end = isScalar(key) ? (key.range?.[1] ?? at) : at;
        const colon = /^\s*:/u.exec(text.slice(end))?.[0];
        const behind = end + (colon?.length ?? 0);
        changed = `${text.slice(0, behind)}${colon === undefined ? ':' : ''} ${replaced}${text.slice(behind)}`;
      } else if (isScalar(value) && value.range !== undefined && value.range !== null) {
        changed = text.slice(0, value.range[0]) + replaced + text.slice(value.range[1]);
      }
      return visit.BREAK;
    },
  });
  if (changed === undefined) return false;
  draft.change(place.file, changed, why);
  return true;
}

/**
 * Moves YAML files of the project root, which are the first layer of every leaf in the original, into the config root,
 * where anything uses what they set.
 *
 * @param root the project root, from the repository root
 * @returns what has to be done by hand, or is not part of the configuration here
 */
export function moveRootLayers(draft: Draft, root: string, configRoots: readonly string[]): readonly Problem[] {
  const { snapshot } = draft;
  const files = snapshot.filesIn(root).filter(({ path }) => isVisibleYaml(path));
  if (files.length === 0) return [];
  const [configRoot = ''] = configRoots;
  const target = joinPath(root, configRoot);
  const others = snapshot.filesIn(target).map(({ path }) => nameOf(path));
  const sources = snapshot.files().filter(({ path }) => /\.(?:ya?ml|tf|tofu|tf\.json|versioned)$/u.test(path));
  const texts = sources.filter((file) => !files.some(({ path }) => path === file.path));
  const all = texts.map((file) => snapshot.read(file).toString('utf8')).join('\n');
  return files.flatMap(({ path }) => {
    const text = draft.text(path) ?? '';
    const contents = parseDocument(text, OPTIONS).contents;
    const keys = isMap(contents) ? contents.items.flatMap(({ key }) => (isScalar(key) ? [key.source] : [])) : [];
    const used = keys.filter((key) => isUsed(key, all));
    if (used.length === 0) {
      const message = "The original reads this file as every leaf's first layer. Here it is no layer.";
      return [warning('layer', message, { place: { file: path }, hint: 'Nothing seems to use what it sets.' })];
    }
    const name = [nameOf(path), `00-${nameOf(path)}`].find((each) => others.every((other) => each < other));
    if (name === undefined || configRoots.length !== 1) {
      const message = `The original reads this file as every leaf's first layer, and ${used.join(', ')} may be used.`;
      return [warning('layer', message, { place: { file: path }, hint: 'Move it into a folder of layers.' })];
    }
    draft.change(joinPath(target, name), text, `moved from ${formatPlace({ file: path })}, which is no layer here`);
    draft.change(path, undefined, `moved to ${joinPath(target, name)}: the project root is no layer here`);
    return [];
  });
}

function isUsed(key: string, all: string): boolean {
  const name = key.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(
    `\\{\\{\\s*${name}\\s*[.}]|config\\.${name}\\b|config\\[\\s*["']${name}["']|^["']?${name}["']?\\s*:`,
    'mu',
  ).test(all);
}

/** Files of layers that one of the two reads and the other does not. */
export function filesReadOtherwise(paths: readonly string[]): readonly Problem[] {
  return paths.flatMap((path) => {
    const name = nameOf(path);
    const place = { file: path };
    if (name.endsWith('.yml') && !name.startsWith('.')) {
      const hint = 'Rename it to .yaml if it is meant, or to another extension if it is not.';
      return [warning('layer', 'The original reads *.yaml only; here this file is a layer too.', { place, hint })];
    }
    if (!name.startsWith('.') || !name.endsWith('.yaml') || name === '.komposconfig.yaml') return [];
    return [
      warning('layer', 'The original reads this hidden file as a layer; here hidden files are none.', {
        place,
        hint: 'Rename it if it is meant.',
      }),
    ];
  });
}

function isVisibleYaml(path: string): boolean {
  return path.endsWith('.yaml') && !nameOf(path).startsWith('.');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
