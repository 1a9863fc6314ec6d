/** Where a folder that somebody names really lies. */
import { realpathSync, statSync } from 'node:fs';
import { hasCode } from '../base/node-errors.ts';

/**
 * The path of a folder with every symbolic link followed; undefined where there is no folder. Programs started in
 * anything else end with an error that names neither the input nor the path.
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
