/**
 * `.kompos-runtime/beside/<process>`: what a run does not share with others that run beside it: the modules that it has
 * fetched for its leaves, and the runtime directories of a run that only reads, while another one works on the same leaves.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../base/node-errors.ts';
import { refuseLinks } from './refuse-links.ts';

const FOLDER = 'beside';

/** Absolute path of this process's folder, which need not exist. */
export function besideRoot(runtimeRoot: string): string {
  return join(runtimeRoot, FOLDER, String(process.pid));
}

/**
 * Makes sure that this process may use its folder, and removes what runs that were killed have left.
 *
 * @throws ProblemError if something else stands there
 */
export function openBeside(runtimeRoot: string): string {
  refuseLinks(runtimeRoot, `${FOLDER}/${process.pid}`);
  for (const name of namesIn(join(runtimeRoot, FOLDER))) {
    if (!isRunning(name)) rmSync(join(runtimeRoot, FOLDER, name), { recursive: true, force: true });
  }
  return besideRoot(runtimeRoot);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function isRunning(name: string): boolean {
  const pid = Number(name);
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
