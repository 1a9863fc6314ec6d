/** OpenTofu for the tests of both programs: those that need it are reported as skipped where there is none. */
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';

/** From the folder that KOMPOS_TEST_PROGRAMS names (`tofu-1.12.6`: the program, or a folder with it), else from PATH. */
export function findOpenTofu(): string | undefined {
  const programs = process.env['KOMPOS_TEST_PROGRAMS'] ?? '';
  const named = programs === '' || !existsSync(programs) ? [] : readdirSync(programs);
  const candidates = [
    ...named
      .filter((name) => name.startsWith('tofu-'))
      .flatMap((name) => [join(programs, name, 'tofu'), join(programs, name)]),
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'tofu')),
  ];
  return candidates.find((path) => existsSync(path) && statSync(path).isFile());
}

/** A folder to put first on PATH, where OpenTofu has the name that the tests look for. */
export function asTerraform(tofu: string): string {
  const folder = join(temporaryDirectory('opentofu'), 'bin');
  mkdirSync(folder);
  symlinkSync(tofu, join(folder, 'terraform'));
  return folder;
}
