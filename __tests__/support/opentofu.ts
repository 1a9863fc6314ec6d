/** OpenTofu for the tests of both programs: those that need it are reported as skipped where there is none. */
import { existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { namedPrograms } from '../../loopback/named-programs.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';

/** From the folder that KOMPOS_TEST_PROGRAMS names, else from PATH. */
export function findOpenTofu(): string | undefined {
  const candidates = [
    ...namedPrograms().flatMap(({ tool, path }) => (tool === 'tofu' ? [path] : [])),
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'tofu')),
  ];
  return candidates.find((path) => existsSync(path) && statSync(path).isFile());
}

/** A folder to put first on PATH, where a program has the name that the tests look for. */
export function asTerraform(path: string): string {
  return folderWith(path, 'terraform');
}

/** A folder that has nothing but a program. */
export function folderWith(path: string, name: string): string {
  const folder = join(temporaryDirectory('program'), 'bin');
  mkdirSync(folder);
  symlinkSync(path, join(folder, name));
  return folder;
}
