/** Which uncommitted files Terraform can read, following what leaves reach on disk. */
import { readdirSync, realpathSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { folderOf } from '../base/names.ts';
import { hasCode } from '../base/node-errors.ts';
import type { ReachedPlace } from '../rendering/use/reached-place.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';

/** With more entries than this below the places, everything counts. */
const MOST_ENTRIES = 100_000;

/**
 * Those of the given paths that may be read.
 *
 * @param paths uncommitted paths from the repository's top, folders with a `/` at the end
 * @param top absolute path of the repository's top folder
 */
export function readable(paths: readonly string[], places: readonly ReachedPlace[], top: string): readonly string[] {
  const foreign = paths.filter((path) => !isOurs(path));
  if (foreign.length === 0) return [];
  const reached = throughLinks(places, top);
  return foreign.filter((path) => reached.some((place) => meet(path, place, top)));
}

/** The places, and where links at them and below them lead inside of the repository. */
function throughLinks(places: readonly ReachedPlace[], top: string): readonly ReachedPlace[] {
  const root = realpathSync(top);
  const reached = new Map<string, ReachedPlace>();
  const queue = [...places];
  let entries = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { path, begins } = next;
    const key = JSON.stringify([path, begins]);
    if (reached.has(key)) continue;
    reached.set(key, next);
    if (path === '') return [next];
    // The beginning of a name is not a folder: the folder around it is followed.
    const folder = begins ? folderOf(path) : path;
    const real = realFolder(join(root, folder), root);
    if (real !== undefined && real !== folder) {
      queue.push({ path: begins ? `${real}${path.slice(folder.length)}` : real, begins });
      continue;
    }
    if (!begins) for (const link of linksBelow(join(root, folder))) queue.push(link);
  }
  return [...reached.values()];

  function linksBelow(folder: string): readonly ReachedPlace[] {
    const found: ReachedPlace[] = [];
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      for (const entry of entriesOf(next)) {
        entries += 1;
        if (entries > MOST_ENTRIES) return [{ path: '', begins: false }];
        const path = join(next, entry.name);
        if (entry.isDirectory()) folders.push(path);
        if (!entry.isSymbolicLink()) continue;
        const real = realFolder(path, root);
        if (real !== undefined) found.push({ path: real, begins: false });
      }
    }
    return found;
  }
}

/** From the top; undefined if there is nothing, or if it leads out of the repository. */
function realFolder(path: string, top: string): string | undefined {
  try {
    const real = relative(top, realpathSync(path));
    return real === '..' || real.startsWith(`..${sep}`) ? undefined : real.split(sep).join('/');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw error;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

function meet(path: string, place: ReachedPlace, top: string): boolean {
  const name = path.replace(/\/$/u, '');
  if (isInside(name, place.path) || (place.begins && name.startsWith(place.path))) return true;
  // The whole folder is uncommitted: is there anything at the place itself?
  if (!path.endsWith('/') || !place.path.startsWith(path)) return false;
  if (!place.begins) return realFolder(join(top, place.path), realpathSync(top)) !== undefined;
  const parent = place.path.slice(0, place.path.lastIndexOf('/'));
  const beginning = place.path.slice(parent.length + 1);
  return entriesOf(join(top, parent)).some((entry) => entry.name.startsWith(beginning));
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** Files that Kompos writes are not offered to leaves. */
function isOurs(path: string): boolean {
  return path.split('/').includes(RUNTIME_FOLDER);
}
