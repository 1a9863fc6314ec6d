/** Symbolic links below `.kompos-runtime`: ours lead from runtime directories to sources, all others are somebody's trap. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { problemError } from '../base/problems.ts';

/**
 * Makes sure that every step down from a folder is a folder itself. A link that somebody committed would have a run make
 * and remove files wherever it leads.
 *
 * @param top absolute path of a folder that is trusted
 * @param way path below it, which need not exist to its end
 * @throws ProblemError that names the first step that is something else
 */
export function refuseLinks(top: string, way: string): void {
  let path = top;
  for (const step of way.split('/')) {
    path = join(path, step);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) continue;
    const what = found.isSymbolicLink() ? 'a symbolic link' : 'a file';
    throw problemError('path', `${path} is ${what} and has to be a folder.`, {
      hint: 'Remove it, and list ".kompos-runtime/" in .gitignore.',
    });
  }
}
