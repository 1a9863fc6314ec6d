/** The real path of a folder named by the user. */
import { realpathSync, statSync } from 'node:fs';
import { hasCode } from '../base/node-errors.ts';

/**
 * The path of a folder with every symbolic link followed; undefined if there is no folder. Programs started in
 * anything else fail with an error that names neither the input nor the path.
 */
export function realFolder(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? real : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw error;
  }
}
