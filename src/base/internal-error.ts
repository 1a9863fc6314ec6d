/** Internal errors: their message, and their location in our sources. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { field, list, text } from './json.ts';
import { messageOf } from './node-errors.ts';
import { problem, type Problem } from './problems.ts';

/** @param debugLog how to get the debug log */
export function internalError(error: unknown, debugLog: string): Problem {
  return problem('internal', `Internal error: ${messageOf(error)}.`, {
    hint: `Please report it, with the lines that begin with "at" and the debug log: ${debugLog}.`,
  });
}

/** The stack of an error, in our sources where the bundle's maps allow. */
export function sourceStack(error: unknown): string | undefined {
  const stack = text(field(error, 'stack'));
  return stack?.replace(
    /((?:file:\/\/)?\/[^\s():]+\.js):(\d+):(\d+)/gu,
    (place, file: string, line: string, column: string) => {
      try {
        return sourceOf(file, Number(line), Number(column)) ?? place;
      } catch {
        // No map, or none that can be read: the place in the bundle is better than nothing.
        return place;
      }
    },
  );
}

/** @param file path or URL of a bundled file, which has a map beside it */
function sourceOf(file: string, line: number, column: number): string | undefined {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  const map: unknown = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  const sources = list(field(map, 'sources')).map((source) => text(source) ?? '');
  const mappings = text(field(map, 'mappings')) ?? '';
  const found = new SourceMap({
    version: 3,
    file: '',
    sources,
    sourcesContent: [],
    names: [],
    mappings,
    sourceRoot: '',
  });
  const origin = found.findOrigin(line, column);
  return 'fileName' in origin ? `${origin.fileName.replace(/^\.\.\//u, '')}:${origin.lineNumber}` : undefined;
}
