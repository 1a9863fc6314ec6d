/** Terraform itself, for tests that need the real one. */
import { accessSync, constants, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
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

/** Runs Terraform with nothing of the machine's own settings and answers how it ended, whatever the exit code. */
export function runTerraform(cwd: string, args: readonly string[], env: Environment = {}): Promise<ProcessResult> {
  const settings = join(temporaryDirectory('terraform'), 'terraform.rc');
  writeFileSync(settings, '');
  return startProcess(findTerraform() ?? 'terraform', args, {
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
