/** Folders that tests write into: outside the repository, and gone afterwards. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const created = new Set<string>();

/**
 * Makes an empty folder and answers its real path (macOS reaches its temporary folder through a symlink, and git answers
 * real paths).
 *
 * @param name a word that tells the folder's purpose when it is found left behind
 */
export function temporaryDirectory(name: string): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), `kompos-${name}-`)));
  created.add(directory);
  return directory;
}

/** Removes every folder that `temporaryDirectory` made in this process; meant for `afterAll`. */
export function removeTemporaryDirectories(): void {
  for (const directory of created) rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  created.clear();
}
