/** Terraform itself, for tests that need the real one. */
import { accessSync, constants, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ProcessResult, startProcess } from './child-process.ts';
import type { Environment } from './git-command.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The Terraform on PATH, or `undefined`: tests that need it skip themselves then and say so. */
export function findTerraform(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'terraform'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const fetched = fileURLToPath(new URL('../node_modules/.cache/kompos-terraform/', import.meta.url));

/**
 * The folder to put first on PATH for a version that `npm run terraform-versions` has fetched; `undefined` where it was
 * not: tests that need it skip themselves then and say so.
 */
export function terraformVersion(version: '1.6.6' | '1.15.5'): string | undefined {
  const folder = join(fetched, version);
  return existsSync(join(folder, 'terraform')) ? folder : undefined;
}

/** All versions that were fetched, from the oldest to the newest, each with the folder that has it. */
export function fetchedVersions(): readonly (readonly [version: string, folder: string])[] {
  const names = existsSync(fetched) ? readdirSync(fetched) : [];
  return names
    .filter((name) => existsSync(join(fetched, name, 'terraform')))
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
    .map((name) => [name, join(fetched, name)]);
}

/**
 * Runs Terraform with nothing of the machine's own settings and answers how it ended, whatever the exit code.
 *
 * @param program absolute path; the Terraform on PATH unless told
 */
export function runTerraform(
  cwd: string,
  args: readonly string[],
  env: Environment = {},
  program: string = findTerraform() ?? 'terraform',
): Promise<ProcessResult> {
  const settings = join(temporaryDirectory('terraform'), 'terraform.rc');
  writeFileSync(settings, '');
  return startProcess(program, args, {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? cwd,
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: settings,
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      ...env,
    },
  }).finished;
}
