/** Finds the Terraform binary on PATH and asks for its version. */
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import type { ChildProcesses, Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { problemError } from '../base/problems.ts';
import { endingInWords } from './ending.ts';
import { runTerraform } from './process.ts';
import { programNamed, PROGRAM_NAMES, type ProgramName } from './programs.ts';
import { TOOLS, type Tool } from './wanted-program.ts';

export interface TerraformBinary {
  /** Absolute path. */
  readonly path: string;
  readonly program: ProgramName;
  /** `1.11.4` */
  readonly version: string;
  /** What it is started with. */
  readonly processes: ChildProcesses;
}

/**
 * Finds a program on PATH and asks for its version: the tool that is given, else Terraform, or OpenTofu where there is
 * none. hashicorp/setup-terraform and opentofu/setup-opentofu put a Node wrapper on PATH that alters output and exit
 * codes: the real binary beside it is preferred. So is the one that a version manager's shim would start: the shim
 * chooses again in each folder.
 *
 * @param directory absolute path of the project root: version managers choose by what lies there
 * @returns undefined where there is none
 * @throws ProblemError when it cannot say its version
 */
export async function findTerraform(
  directory: string,
  environment: Environment,
  processes: ChildProcesses,
  tool?: Tool,
): Promise<TerraformBinary | undefined> {
  const path = locate(environment, tool === undefined ? TOOLS : [tool]);
  if (path === undefined) return undefined;
  const asked = await askVersion(path, directory, environment, processes);
  const managed = managedBinaries(path, asked, environment).find(isExecutable);
  return managed === undefined ? asked : { ...asked, path: managed };
}

/**
 * Which program a binary is, and its version.
 *
 * @throws ProblemError when it does not say so
 */
export async function askVersion(
  path: string,
  directory: string,
  environment: Environment,
  processes: ChildProcesses,
): Promise<TerraformBinary> {
  // The JSON form does not say which of the two programs it is.
  const result = await runTerraform({ binary: { path, processes }, args: ['version'], directory, environment });
  // A shim may print lines of its own first.
  const said = new RegExp(`^(${PROGRAM_NAMES.join('|')}) v(\\S+)$`, 'mu').exec(result.stdout);
  const [, name, version] = said ?? [];
  const program = PROGRAM_NAMES.find((each) => each === name);
  if (result.code !== 0 || version === undefined || program === undefined) {
    throw problemError('terraform', versionFailure(path, result), {
      hint: 'If it is the shim of a version manager: install the version that it wants, or put the program itself first on PATH.',
    });
  }
  return { path, program, version, processes };
}

/** `"/usr/bin/terraform version" failed: No version is set` */
function versionFailure(path: string, { code, stdout, stderr }: Output): string {
  const words = [stderr, stdout].map((text) => text.trim()).filter((text) => text !== '');
  if (code === 0) return `"${path} version" printed no version: ${words.join(' ') || 'nothing at all'}`;
  const program = programNamed(basename(path).startsWith('tofu') ? 'tofu' : 'terraform');
  const ending = endingInWords(program, 'version', code, words.length > 0) ?? '';
  return `"${path} version" failed: ${[...words, ending].join(' ').trim()}`;
}

function locate(environment: Environment, tools: readonly Tool[]): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = tools.flatMap((name) => {
    const wrapped = environment[`${name.toUpperCase()}_CLI_PATH`];
    return [
      ...(wrapped === undefined ? [] : [join(wrapped, `${name}-bin`)]),
      ...folders.map((folder) => join(folder, name)),
    ];
  });
  return candidates.find(isExecutable);
}

/**
 * Where tfenv (`<root>/bin/terraform`, `<root>/versions/<version>/terraform`) and tenv (a `terraform` beside `tenv`,
 * `<TENV_ROOT>/Terraform/<version>/terraform`) keep what their shims start; none where the path is no shim.
 */
function managedBinaries(path: string, { program, version }: TerraformBinary, environment: Environment): string[] {
  const real = realpathSync(path);
  const name = basename(path);
  const home = environment['HOME'] ?? '';
  const root = dirname(dirname(real));
  const isTenv = [dirname(path), dirname(real)].some((folder) => existsSync(join(folder, 'tenv')));
  const tenv = environment['TENV_ROOT'] ?? join(home, '.tenv');
  return [
    ...(basename(dirname(real)) === 'bin' && existsSync(join(root, 'libexec'))
      ? [environment['TFENV_CONFIG_DIR'] ?? root, root].map((each) => join(each, 'versions', version, name))
      : []),
    ...(isTenv ? [join(tenv, program, version, name)] : []),
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
