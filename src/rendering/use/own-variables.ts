/** A composition's own files of variables must not set `config`: commands disagree about which value counts. */
import { loadHclParser } from '../hcl/hcl-grammar.ts';
import { problem, type Problem } from '../../base/problems.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SourceFolder } from '../source-folders.ts';
import { EARLY_VARIABLES_FILE } from '../terraform-files.ts';
import { isTfvars, readTfvars } from './tfvars.ts';

const found = new WeakMap<SourceFolder, Promise<readonly Problem[]>>();

/** An error for each file of the folder that sets `config`. */
export async function refuseOwnConfiguration(source: SourceFolder, snapshot: Snapshot): Promise<readonly Problem[]> {
  let problems = found.get(source);
  if (problems === undefined) {
    problems = look(source, snapshot);
    found.set(source, problems);
  }
  return problems;
}

async function look({ files }: SourceFolder, snapshot: Snapshot): Promise<readonly Problem[]> {
  const candidates = files
    .filter(({ name }) => isTfvars(name) && name !== EARLY_VARIABLES_FILE)
    .map(({ name, file }) => ({ name, file }));
  await snapshot.load(candidates.map(({ file }) => file));
  const problems: Problem[] = [];
  for (const { name, file } of candidates) {
    const place = { file: file.path };
    const text = snapshot.read(file).toString('utf8');
    // Terraform itself says what is wrong with a file that cannot be read.
    if (readTfvars(await loadHclParser(), name, text)?.has('config') !== true) continue;
    problems.push(
      problem('composition', 'This file sets the variable "config", whose value is the configuration.', {
        place,
        hint: 'Remove "config" from it: some commands would use this value, and others the configuration.',
      }),
    );
  }
  return problems;
}
