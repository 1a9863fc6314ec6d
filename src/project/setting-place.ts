/** Where something is in the settings file. */
import type { Place } from '../base/problems.ts';
import { joinPath, type Snapshot } from '../snapshot/snapshot.ts';
import { SETTINGS_FILE } from './settings.ts';

/** The first line of the settings that has a name, or a value as a whole; not in a comment. */
export function settingPlace(
  { snapshot, root }: { readonly snapshot: Snapshot; readonly root: string },
  name: string,
): Place {
  const path = joinPath(root, SETTINGS_FILE);
  const file = snapshot.file(path);
  const lines = file === undefined ? [] : snapshot.read(file).toString('utf8').split('\n');
  const columns = lines.map((line) => (/^\s*#/u.test(line) ? 0 : columnOf(line, name)));
  const line = columns.findIndex((column) => column > 0);
  return line < 0 ? { file: path } : { file: path, line: line + 1, column: columns[line] };
}

/** Where a whole name is in a line, from 1; 0 if it is not. */
function columnOf(line: string, name: string): number {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const [before, behind] = [line.slice(at - 1, at), line.slice(at + name.length)];
    if (/^[\s"'[{,]?$/u.test(before) && /^(?:$|[\s"'\]},:])/u.test(behind)) return at + 1;
  }
  return 0;
}
