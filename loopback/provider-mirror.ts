/** A filesystem mirror of Terraform providers, for tests that need a real one. */
import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { temporaryDirectory } from './temporary-directory.ts';

const folders = ['/opt', '/usr/local/share', '/usr/share', homedir()].map((folder) => join(folder, 'tf-plugins'));

/** The mirror's folder, if it has the AWS provider: `TF_PLUGINS`, or a folder `tf-plugins` in one of the usual places. */
export function findProviderMirror(): string | undefined {
  return [process.env['TF_PLUGINS'] ?? '', ...folders].find(
    (folder) => folder !== '' && existsSync(join(folder, 'registry.terraform.io/hashicorp/aws/5.100.0')),
  );
}

/** Path of a new settings file for Terraform (`TF_CLI_CONFIG_FILE`) with that mirror and nothing else. */
export function mirrorSettings(folder: string): string {
  const file = join(temporaryDirectory('mirror'), 'terraform.rc');
  writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n}\n`);
  return file;
}
