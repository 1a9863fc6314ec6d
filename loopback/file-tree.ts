/** Trees of files as tests write them down: an object literal, or one text for a whole tree. */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that is more than plain text. */
export type Entry =
  { readonly kind: 'executable'; readonly text: string } | { readonly kind: 'symlink'; readonly target: string };

/** Path (with `/`) → its text or bytes, an `executable` or `symlink`, or `null` to remove what is there. */
export type Files = Readonly<Record<string, string | Uint8Array | Entry | null>>;

/** A file with the run bit. */
export function executable(text: string): Entry {
  return { kind: 'executable', text };
}

/** A symbolic link; the target is written down as it is, whether it exists or not. */
export function symlink(target: string): Entry {
  return { kind: 'symlink', target };
}

/**
 * Reads a tree written as one text (Go's `txtar`): a line `-- path --` starts a file, the lines up to the next one are
 * its content. The indentation that all lines share is taken off, so that a tree can stand inside an indented test.
 */
export function filesFrom(text: string): Record<string, string> {
  const lines = withoutSharedIndentation(text.split('\n'));
  const files = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of lines) {
    const path = /^-- (.+) --$/u.exec(line)?.[1];
    if (path !== undefined) {
      current = [];
      files.set(path, current);
    } else if (current !== undefined) {
      current.push(line);
    } else if (line.trim() !== '') {
      throw new Error(`A file tree starts with a line "-- path --", not with "${line}".`);
    }
  }
  return Object.fromEntries([...files].map(([path, content]) => [path, contentOf(content)]));
}

/** Writes a tree below a folder; whatever stands at one of its paths is replaced. */
export function writeFiles(directory: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const place = join(directory, path);
    rmSync(place, { recursive: true, force: true });
    if (content === null) continue;
    mkdirSync(dirname(place), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) {
      writeFileSync(place, content);
    } else if (content.kind === 'symlink') {
      symlinkSync(content.target, place);
    } else {
      writeFileSync(place, content.text);
      chmodSync(place, 0o755);
    }
  }
}

/** Blank lines before the next file are for the reader of the test; they belong to no file. */
function contentOf(lines: readonly string[]): string {
  const text = lines.join('\n').trimEnd();
  return text === '' ? '' : `${text}\n`;
}

function withoutSharedIndentation(lines: readonly string[]): readonly string[] {
  const indentations = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u));
  const shared = Math.min(...indentations, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(shared));
}
