/** Finds the Terraform binary and checks its version. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { coerce, eq, gt, gte, lt, lte, neq, valid, type SemVer } from 'semver';
import type { ChildProcesses } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { problemError, type Place } from '../base/problems.ts';
import { runTerraform } from './process.ts';

export interface TerraformBinary {
  /** Absolute path. */
  readonly path: string;
  readonly program: 'Terraform' | 'OpenTofu';
  /** `1.11.4` */
  readonly version: string;
  /** What it is started with. */
  readonly processes: ChildProcesses;
}

/**
 * Finds Terraform on PATH, or else OpenTofu, and queries its version. hashicorp/setup-terraform and
 * opentofu/setup-opentofu put a Node wrapper on PATH that alters output and exit codes: the real binary beside it is
 * preferred.
 *
 * @param directory absolute path of the project root: version managers decide by its files
 * @throws ProblemError if there is none
 */
export async function findTerraform(
  directory: string,
  environment: Environment,
  processes: ChildProcesses,
): Promise<TerraformBinary> {
  const path = locate(environment);
  if (path === undefined) {
    throw problemError('terraform', 'Terraform was not found on PATH.', {
      hint: 'In a workflow, add "uses: hashicorp/setup-terraform@v3" before this step; elsewhere see https://developer.hashicorp.com/terraform/install.',
    });
  }
  // The JSON form does not say which of the two programs it is.
  const result = await runTerraform({ binary: { path, processes }, args: ['version'], directory, environment });
  const [, name, version] = /^(Terraform|OpenTofu) v(\S+)$/mu.exec(result.stdout) ?? [];
  if (result.code !== 0 || version === undefined) {
    throw problemError('terraform', `"${path} version" failed: ${result.stderr.trim()}`);
  }
  return { path, program: name === 'OpenTofu' ? 'OpenTofu' : 'Terraform', version, processes };
}

function locate(environment: Environment): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = ['terraform', 'tofu'].flatMap((name) => {
    const wrapped = environment[`${name.toUpperCase()}_CLI_PATH`];
    return [
      ...(wrapped === undefined ? [] : [join(wrapped, `${name}-bin`)]),
      ...folders.map((folder) => join(folder, name)),
    ];
  });
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Checks a version against `terraform.version`: an exact version, a constraint (`~> 1.9`, `>= 1.5, < 2`), or a
 * prefix (`v1`, `1.11`).
 *
 * @param place of the setting, for the message
 * @throws ProblemError if it does not match or the setting is invalid
 */
export function checkVersion(version: string, wanted: string, place: Place): void {
  const fits = satisfies(version, wanted);
  if (fits === true) return;
  throw problemError(
    'terraform',
    fits === undefined
      ? `terraform.version "${wanted}" is neither a version nor a constraint.`
      : `Terraform is ${version}, but terraform.version asks for "${wanted}".`,
    { place, hint: 'Give setup-terraform the version that the project asks for, or change terraform.version.' },
  );
}

/** Undefined: the constraint is invalid. Syntax: Terraform's version constraints. */
function satisfies(version: string, wanted: string): boolean | undefined {
  const parts = wanted.split(',').map((part) => part.trim());
  let fits = true;
  for (const part of parts) {
    const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?$/u.exec(part);
    const digits = match?.[2];
    const bound = digits === undefined ? null : coerce(digits);
    if (match === null || digits === undefined || bound === null) return undefined;
    const exact = `${bound.version}${match[3] ?? ''}`;
    if (valid(exact) === null) return undefined;
    fits &&= compare(version, match[1] ?? '=', exact, digits.split('.').length, bound);
  }
  return fits;
}

const COMPARISONS = new Map([
  ['!=', neq],
  ['>=', gte],
  ['<=', lte],
  ['>', gt],
  ['<', lt],
]);

function compare(version: string, operator: string, exact: string, precision: number, bound: SemVer): boolean {
  const comparison = COMPARISONS.get(operator);
  if (comparison !== undefined) return comparison(version, exact);
  if (operator === '~>') {
    const above = precision > 2 ? `${bound.major}.${bound.minor + 1}.0` : `${bound.major + 1}.0.0`;
    return gte(version, exact) && lt(version, above);
  }
  if (precision > 2) return eq(version, exact);
  // A prefix: "1" matches 1.x.y, "1.11" matches 1.11.x.
  const [own, wanted] = [version, exact].map((each) => each.split('.').slice(0, precision).join('.'));
  return own === wanted;
}
