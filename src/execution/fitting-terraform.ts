/** The program that a project asks for: on PATH, or installed. */
import { join } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { problemError, ProblemError, type Place } from '../base/problems.ts';
import type { Project } from '../project/project.ts';
import { settingPlace } from '../project/setting-place.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import { findTerraform, type TerraformBinary } from '../terraform/binary.ts';
import { terraformPlatform } from '../terraform/mirror.ts';
import { programInWords, programNamed, PROGRAMS, refuseOld, untested } from '../terraform/programs.ts';
import { satisfies } from '../terraform/version-constraint.ts';
import {
  VERSION_FILES,
  wantedTool,
  wantedVersion,
  type Tool,
  type WantedVersion,
  type Wishes,
} from '../terraform/wanted-program.ts';
import { NotAvailable } from '../terraform/install/not-available.ts';
import type { JobContext } from './leaf-terraform.ts';
import type { ProgramChoice } from './program-choice.ts';
import { requiredVersion } from './required-version.ts';

type ProgramContext = Pick<JobContext, 'environment' | 'processes' | 'log' | 'now' | 'program'>;

interface WantedProgram {
  readonly tool: Tool;
  /** Undefined: any. */
  readonly version: WantedVersion | undefined;
}

/**
 * @param projectRoot absolute path
 * @throws ProblemError when the program is neither on PATH nor can be installed, or is too old
 */
export async function findFittingTerraform(
  project: Project,
  projectRoot: string,
  context: ProgramContext,
): Promise<TerraformBinary> {
  const binary = await fittingProgram(project, projectRoot, context);
  refuseOld(binary);
  const unknown = untested(binary);
  if (unknown !== undefined) context.log.info(unknown);
  return binary;
}

async function fittingProgram(
  project: Project,
  projectRoot: string,
  context: ProgramContext,
): Promise<TerraformBinary> {
  const { environment, processes, program, log } = context;
  const wishes = await wishesOf(project, program);
  const tool = wantedTool(wishes);
  const found = await findTerraform(projectRoot, environment, processes, tool);
  if (tool === undefined && found !== undefined && toolOf(found) === 'tofu' && wishes.setting !== undefined) {
    throw notForOpenTofu(found, wishes.setting);
  }
  const chosen = tool ?? (found === undefined ? 'terraform' : toolOf(found));
  const asked = wantedVersion(wishes, chosen);
  if (found !== undefined && isFitting(found, chosen, asked)) {
    const required = asked === undefined ? await requiredVersion(project, chosen) : undefined;
    if (required === undefined || program.mirror === 'none' || isFitting(found, chosen, required)) return found;
    try {
      return await install(found, { tool: chosen, version: required }, required.text, context);
    } catch (error) {
      if (!(error instanceof NotAvailable)) throw error;
      // Some leaves may do with it, and for the others it says so itself.
      log.warning(error.message);
      return found;
    }
  }
  const wanted = { tool: chosen, version: asked ?? (await requiredVersion(project, chosen)) };
  if (wanted.version === undefined || program.mirror === 'none') throw notFitting(found, wanted, context.environment);
  return install(found, wanted, wanted.version.text, context);
}

async function wishesOf(project: Project, program: ProgramChoice): Promise<Wishes> {
  const { tool, terraformVersion } = project.settings;
  return {
    tool: program.tool ?? tool,
    version: program.version,
    files: {
      terraform: await versionFile(project, VERSION_FILES.terraform),
      tofu: await versionFile(project, VERSION_FILES.tofu),
    },
    setting:
      terraformVersion === undefined
        ? undefined
        : { place: settingPlace(project, terraformVersion), text: terraformVersion },
  };
}

function isFitting(found: TerraformBinary, tool: Tool, version: WantedVersion | undefined): boolean {
  return toolOf(found) === tool && (version === undefined || satisfies(found.version, version.text) === true);
}

function toolOf({ program }: TerraformBinary): Tool {
  return PROGRAMS[program].tool;
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
    publisher: PUBLISHERS[wanted.tool],
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
    const problems = error.problems.map((each) => ({ ...each, ...because(each.message, found, wanted) }));
    throw error instanceof NotAvailable ? new NotAvailable(problems) : new ProblemError(problems);
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

function notFitting(found: TerraformBinary | undefined, wanted: WantedProgram, environment: Environment): ProblemError {
  const { tool, version } = wanted;
  const action = tool === 'tofu' ? 'opentofu/setup-opentofu@v1' : 'hashicorp/setup-terraform@v4';
  const page =
    tool === 'tofu' ? 'https://opentofu.org/docs/intro/install' : 'https://developer.hashicorp.com/terraform/install';
  const hint =
    found === undefined || version === undefined
      ? `In a workflow, set the input "terraform-version" or add "uses: ${action}" before this step; elsewhere see ${page}.`
      : environment['GITHUB_ACTIONS'] === 'true'
        ? `Give ${action.replace(/^.*\/|@.*$/gu, '')} the version that the project asks for, let kompos install it (terraform-mirror is "none"), or change ${version.by}.`
        : `Put ${programNamed(tool)} ${version.text} first on PATH, unset KOMPOS_TERRAFORM_MIRROR ("none") so that kompos installs it, or change ${version.by}.`;
  return problemError('terraform', unfit(found, wanted), { place: version?.place, hint });
}

function notForOpenTofu(
  found: TerraformBinary,
  { place, text }: { readonly place: Place; readonly text: string },
): ProblemError {
  return problemError(
    'terraform',
    `Only ${programInWords(found)} was found on PATH, but terraform.version asks for Terraform "${text}".`,
    {
      place,
      hint: `Add "tool: tofu" or "tool: terraform" to ${SETTINGS_FILE}. With OpenTofu, the version belongs in ${VERSION_FILES.tofu}.`,
    },
  );
}

/** Why what is on PATH does not do. */
function unfit(found: TerraformBinary | undefined, { tool, version }: WantedProgram): string {
  const name = programNamed(tool);
  const { by = '', text = '' } = version ?? {};
  if (found !== undefined && toolOf(found) !== tool) {
    return `"${found.path}" is ${programInWords(found)}, but the project asks for ${name}.`;
  }
  if (found !== undefined) return `${name} is ${found.version}, but ${by} asks for "${text}".`;
  if (version === undefined) return `${name} was not found on PATH.`;
  return `${name} was not found on PATH, and ${by} asks for "${text}".`;
}
