/** The repository's own files, as the tests of the documents read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

/** The text of a file. */
export function read(path: string): string {
  return readFileSync(`${repository}/${path}`, 'utf8');
}

/** Paths from the repository's top, sorted. */
export function filesIn(folder: string, ends: string): readonly string[] {
  return readdirSync(`${repository}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ends))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** The workflows of this repository and those to paste. */
export const workflowFiles = [...filesIn('.github/workflows', '.yml'), ...filesIn('examples/workflows', '.yml')];

/** The value behind keys of plain data; undefined where there is none. */
export function at(data: unknown, ...keys: readonly string[]): unknown {
  let found = data;
  for (const key of keys) found = new Map(entriesOf(found)).get(key);
  return found;
}

/** Keys and values of plain data; none for anything but an object. */
export function entriesOf(data: unknown): readonly [string, unknown][] {
  return typeof data === 'object' && data !== null ? Object.entries(data) : [];
}

/** The insides of a page's fenced blocks of one language. */
export function codeBlocks(page: string, language: string): readonly string[] {
  return [...read(page).matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
}
