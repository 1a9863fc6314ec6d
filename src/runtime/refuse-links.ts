/** Symbolic links below `.kompos-runtime`: ours lead from runtime directories to sources, all others may be an attack. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { problemError } from '../base/problems.ts';

/**
 * Makes sure that every component of a path below a folder is a folder. A committed link would make a run create and
 * remove files wherever it leads.
 *
 * @param top absolute path of a folder that is trusted
 * @param way path below it, which need not exist completely
 * @throws ProblemError that names the first component that is something else
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
