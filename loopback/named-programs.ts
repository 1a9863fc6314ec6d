/** Programs that no registry has: a folder that a variable names may hold them. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface NamedProgram {
  /** `terraform-1.16.0` */
  readonly name: string;
  readonly tool: 'terraform' | 'tofu';
  /** Absolute path of the program. */
  readonly path: string;
}

/**
 * What is in the folder that KOMPOS_TEST_PROGRAMS names, by name: `terraform-1.16.0`, `tofu-1.12.6`, each the program or a
 * folder that has it; none where the variable is not set.
 *
 * @throws Error where the folder cannot be read, or an entry that has such a name is no program
 */
export function namedPrograms(): readonly NamedProgram[] {
  const folder = process.env['KOMPOS_TEST_PROGRAMS'] ?? '';
  if (folder === '') return [];
  return readdirSync(folder)
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
    .flatMap((name) => {
      const [, tool] = /^(terraform|tofu)-\d/u.exec(name) ?? [];
      if (tool !== 'terraform' && tool !== 'tofu') return [];
      const entry = resolve(folder, name);
      const path = [join(entry, tool), entry].find((each) => existsSync(each) && statSync(each).isFile());
      if (path === undefined)
        throw new Error(`KOMPOS_TEST_PROGRAMS: ${entry} is neither a program nor a folder with "${tool}"`);
      return [{ name, tool, path }];
    });
}
