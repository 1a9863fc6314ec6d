/** The program that a project asks for: on PATH, or installed. */
import { join } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { problemError, ProblemError, type Place } from '../base/problems.ts';
import type { Project } from '../project/project.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import { findTerraform, type TerraformBinary } from '../terraform/binary.ts';
import { terraformPlatform } from '../terraform/mirror.ts';
import { refuseOld, untested } from '../terraform/programs.ts';
import { satisfies } from '../terraform/version-constraint.ts';
import { VERSION_FILES, wantedProgram, type WantedProgram } from '../terraform/wanted-program.ts';
import type { JobContext } from './leaf-terraform.ts';

type ProgramContext = Pick<JobContext, 'environment' | 'processes' | 'log' | 'now' | 'program'>;

/**
 * @param projectRoot absolute path
 * @throws ProblemError when the program is neither on PATH nor can be installed
 */
export async function findFittingTerraform(
  project: Project,
  projectRoot: string,
  context: ProgramContext,
): Promise<TerraformBinary> {
  const { environment, processes, program } = context;
  const setting = project.settings.terraformVersion;
  const asked = wantedProgram({
    ...program,
    files: {
      terraform: await versionFile(project, VERSION_FILES.terraform),
      tofu: await versionFile(project, VERSION_FILES.tofu),
    },
    setting: setting === undefined ? undefined : { file: joinPath(project.root, SETTINGS_FILE), text: setting },
  });
  const wanted = ofOneProgram(asked);
  const found = await findTerraform(projectRoot, environment, processes, wanted.tool);
  const version = wanted.version?.text;
  if (found !== undefined && (version === undefined || satisfies(found.version, version) === true)) {
    refuseOld(found);
    const unknown = untested(found);
    if (unknown !== undefined) context.log.info(unknown);
    return found;
  }
  if (version === undefined || program.mirror === 'none') throw notFitting(found, wanted);
  return install(found, wanted, version, context);
}

/** The versions of the two programs are not comparable: one that is asked of Terraform says nothing of OpenTofu. */
function ofOneProgram({ tool, version }: WantedProgram): WantedProgram {
  const isForTerraform = version?.by === 'terraform.version' || version?.by === VERSION_FILES.terraform;
  if (!isForTerraform) return { tool, version };
  return tool === 'tofu' ? { tool, version: undefined } : { tool: 'terraform', version };
}

async function install(
  found: TerraformBinary | undefined,
  wanted: WantedProgram,
  version: string,
  context: ProgramContext,
): Promise<TerraformBinary> {
  const [{ installProgram }, { PUBLISHERS }] = await Promise.all([
    import('../terraform/install/install.ts'),
    import('../terraform/install/publishers.ts'),
  ]);
  const { environment, program } = context;
  const request = {
    publisher: PUBLISHERS[wanted.tool ?? (found?.program === 'OpenTofu' ? 'tofu' : 'terraform')],
    wanted: version,
    found,
    mirror: program.mirror,
    cache: cacheFolder(environment),
    platform: terraformPlatform(process.platform, process.arch),
  };
  try {
    return await installProgram(request, context);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((each) => ({ ...each, ...because(each.message, found, wanted) })));
  }
}

/** The runner's tool cache, else the user's cache (https://specifications.freedesktop.org/basedir-spec/latest/). */
function cacheFolder(environment: Environment): string {
  const tools = environment['RUNNER_TOOL_CACHE'];
  if (tools !== undefined && tools !== '') return tools;
  return join(environment['XDG_CACHE_HOME'] || join(environment['HOME'] ?? '', '.cache'), 'kompos');
}

async function versionFile(
  { snapshot, root }: Project,
  name: string,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  const path = joinPath(root, name);
  const file = snapshot.file(path);
  if (file === undefined) return undefined;
  await snapshot.load([file]);
  return { file: path, text: snapshot.read(file).toString('utf8') };
}

function because(
  message: string,
  found: TerraformBinary | undefined,
  wanted: WantedProgram,
): { readonly message: string; readonly place: Place | undefined } {
  return { message: `${unfit(found, wanted)} ${message}`, place: wanted.version?.place };
}

function notFitting(found: TerraformBinary | undefined, wanted: WantedProgram): ProblemError {
  const { tool, version } = wanted;
  const hint =
    found === undefined
      ? `In a workflow, set the input "terraform-version" or add "uses: ${tool === 'tofu' ? 'opentofu/setup-opentofu@v1' : 'hashicorp/setup-terraform@v4'}" before this step; elsewhere see ${tool === 'tofu' ? 'https://opentofu.org/docs/intro/install' : 'https://developer.hashicorp.com/terraform/install'}.`
      : `Give setup-terraform the version that the project asks for, let kompos install it (terraform-mirror is "none"), or change ${version?.by ?? ''}.`;
  return problemError('terraform', unfit(found, wanted), { place: version?.place, hint });
}

/** Why what is on PATH does not do. */
function unfit(found: TerraformBinary | undefined, { tool, version }: WantedProgram): string {
  const { by = '', text = '' } = version ?? {};
  if (found !== undefined) return `${found.program} is ${found.version}, but ${by} asks for "${text}".`;
  const name = tool === 'tofu' ? 'OpenTofu' : 'Terraform';
  if (version === undefined) return `${name} was not found on PATH.`;
  return `${name} was not found on PATH, and ${by} asks for "${text}".`;
}
