/** Which folders of PATH programs may come from. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

/**
 * Whether a folder is outside of a checkout, links followed: in it, a pull request decides what lies.
 *
 * @param checkout absolute path
 */
export function isOutside(checkout: string, folder: string): boolean {
  const way = relative(realPath(checkout), realPath(folder));
  return way === '..' || way.startsWith('../') || isAbsolute(way);
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It is not there, and nothing is found in it.
    return folder;
  }
}
