/** `kompos <config_path> terraform <subcommand>`: each leaf at or below the path rendered, then Terraform run there. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createChildProcesses, type ChildProcesses } from '../../base/child-process.ts';
import { formatProblem, problemError, throwOnErrors } from '../../base/problems.ts';
import { RUNTIME_FOLDER } from '../../base/runtime-folder.ts';
import { findFittingTerraform } from '../../execution/fitting-terraform.ts';
import { unreadBackend } from '../../execution/unread-backend.ts';
import { openLocalProject, type LocalProject } from '../../execution/local-project.ts';
import { localProgramChoice } from '../../execution/program-choice.ts';
import { ownSecrets, withOwnSecrets } from '../../execution/secrets.ts';
import type { SelectedLeaves } from '../../execution/selected-leaves.ts';
import type { ListMerge } from '../../hierarchy/value.ts';
import { count } from '../../markdown/phrases.ts';
import type { Rendered } from '../../rendering/rendering.ts';
import { refuseLinks } from '../../runtime/refuse-links.ts';
import { writeRuntimeDirectory } from '../../runtime/runtime-directory.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { openInitTurns } from '../../terraform/init.ts';
import { meantSubcommand, subcommandOf, type Subcommand } from '../../terraform/subcommands.ts';
import { withUserPaths } from '../../terraform/user-paths.ts';
import type { TerraformContext } from './context.ts';
import { formatSources } from './format-sources.ts';
import { runInParallel } from './in-parallel.ts';
import { runInTurn } from './in-turn.ts';
import { lockLeaves, showDirectory, type Workshop } from './leaf-directory.ts';
import { renderLeaves } from './rendered-leaves.ts';

export interface TerraformRequest {
  readonly configPath: string | undefined;
  readonly rootPath: string | undefined;
  readonly listMerge: ListMerge | undefined;
  /** The subcommand with its arguments: `['state', 'list', '-id=x']`. */
  readonly line: readonly string[];
  readonly dryRun: boolean;
  /** Ends a command that reads at the first failure as well. */
  readonly failFast: boolean;
  /** Waits for a leaf that another run works on. */
  readonly wait: boolean;
  /** Renders stand-ins instead of secrets. */
  readonly skipSecrets: boolean;
}

/**
 * Runs Terraform for the leaves that are meant: in parallel if the subcommand only reads, else in turn up to the first
 * failure.
 *
 * @returns the exit code: Terraform's own; over several leaves with `-detailed-exitcode` 2 when any has changes
 * @throws ProblemError before anything has run
 */
export async function runTerraformCommand(request: TerraformRequest, context: TerraformContext): Promise<number> {
  refuseMisspelled(request);
  const project = await openLocalProject(request, context);
  const selected = selectedLeaves(project, request);
  const typed = subcommandOf(request.line);
  const subcommand = { ...typed, args: withUserPaths(typed, userFolder(context.directory)) };
  refuseSeveral(subcommand, selected, project);
  const processes = createChildProcesses();
  const findBinary = (): Promise<TerraformBinary> => findBinaryOf(project, processes, context);
  if (subcommand.words[0] === 'fmt' && !request.dryRun) {
    return formatSources(project, selected.leaves, subcommand.args, await findBinary(), context);
  }

  const { rendered, failed, problems } = await renderLeaves(
    project,
    selected.leaves,
    subcommand,
    request.dryRun,
    context,
  );
  for (const each of problems) if (each.severity === 'warning') context.log.warning(formatProblem(each));
  const goesOn = !subcommand.writes && !request.dryRun && !request.failFast && rendered.length > 0 && failed.length > 0;
  if (goesOn) for (const each of problems.filter(({ severity }) => severity === 'error')) context.showError(each);
  else throwOnErrors(problems);
  const access = request.skipSecrets ? undefined : ownSecrets(context.environment, undefined);
  const complete = await withOwnSecrets(rendered, project.renderer, access);
  // A dry run is there to look at, or to run Terraform in.
  if (request.dryRun) return dryRun(project, complete, request, context);
  if (rendered.length === 0) return 0;

  const runtimeRoot = join(project.root, RUNTIME_FOLDER);
  refuseLinks(project.root, `${RUNTIME_FOLDER}/providers`);
  const binary = await findBinary();
  throwOnErrors(rendered.flatMap(({ rendering }) => unreadBackend(rendering, binary) ?? []));
  const workshop: Workshop = {
    project,
    binary,
    environment: context.environment,
    platform: context.platform,
    turns: openInitTurns(),
    runtimeRoot,
    standIns: new Map(
      rendered.flatMap((each, index) => {
        const values = complete[index];
        return values === undefined || values === each ? [] : [[values, each.rendering]];
      }),
    ),
  };
  const lock = { command: commandInWords(request), now: context.now };
  const run = { subcommand, rendered: complete, isOne: selected.isOne, lock };
  const isApart = !subcommand.writes && !subcommand.needsTerminal && (rendered.length > 1 || goesOn || isKeyed(run));
  if (isApart) {
    return await runInParallel({ ...run, unrendered: failed, failFast: request.failFast }, workshop, context);
  }
  return await runInTurn({ ...run, wait: request.wait }, workshop, context);
}

/** Of a folder or a pattern that holds a single leaf, JSON has the same form as of one that holds several. */
function isKeyed({ subcommand, isOne }: { readonly subcommand: Subcommand; readonly isOne: boolean }): boolean {
  return !isOne && subcommand.prints !== 'text';
}

function commandInWords({ line, configPath }: TerraformRequest): string {
  return ['terraform', ...line.slice(0, 1), configPath ?? ''].join(' ').trim();
}

/** @throws ProblemError where nothing says which leaves are meant */
function selectedLeaves({ select, place }: LocalProject, { configPath, line }: TerraformRequest): SelectedLeaves {
  const selected = select();
  if (configPath !== undefined || selected.isOne) return selected;
  const [first] = selected.leaves;
  const isAbove = place.here !== '' && selected.leaves.some(({ path }) => path.startsWith(`${place.here}/`));
  const all = isAbove ? '.' : (first?.layers[0] ?? '.');
  const words = `terraform ${line.join(' ')}`;
  throw problemError('usage', 'The path is missing: which leaves are meant?', {
    hint: `One leaf:    kompos ${first?.path ?? '<leaf>'} ${words}\n  ${isAbove ? 'Those here: ' : 'All of them:'} kompos ${all} ${words}`,
  });
}

/** @throws ProblemError for a subcommand that Terraform would refuse leaf by leaf */
function refuseMisspelled({ line, configPath }: TerraformRequest): void {
  const meant = meantSubcommand(line);
  if (meant === undefined) return;
  throw problemError('usage', `"${line[0] ?? ''}" is not a subcommand of Terraform.`, {
    hint: `Did you mean "${meant}"? kompos ${configPath ?? '<config_path>'} terraform ${meant}`,
  });
}

/** @throws ProblemError for what cannot mean several leaves */
function refuseSeveral({ words, onlyOne }: Subcommand, { leaves }: SelectedLeaves, { place }: LocalProject): void {
  if (onlyOne === undefined || leaves.length < 2) return;
  const hint =
    words[0] === 'login' || words[0] === 'logout'
      ? `Run it without kompos: terraform ${words.join(' ')}`
      : `Name one leaf, such as ${leaves[0]?.path ?? ''}`;
  const where = `"${place.typed ?? '.'}" means ${count(leaves.length)} leaves`;
  throw problemError('usage', `${where}, but "${words.join(' ')}" needs exactly one: ${onlyOne}.`, { hint });
}

function userFolder(directory: string) {
  return { resolve: (path: string) => resolve(directory, path), exists: existsSync };
}

async function findBinaryOf(
  project: LocalProject,
  processes: ChildProcesses,
  context: TerraformContext,
): Promise<TerraformBinary> {
  const program = localProgramChoice(context.environment);
  return findFittingTerraform(project.renderer.project, project.root, { ...context, processes, program });
}

/** Renders and says where the files are. */
async function dryRun(
  project: LocalProject,
  rendered: readonly Rendered[],
  request: TerraformRequest,
  context: TerraformContext,
): Promise<number> {
  const runtimeRoot = join(project.root, RUNTIME_FOLDER);
  const renderings = rendered.map(({ rendering }) => rendering);
  const lock = await lockLeaves(
    runtimeRoot,
    renderings,
    { command: commandInWords(request), now: context.now },
    request.wait,
    context,
  );
  try {
    for (const rendering of renderings) {
      const directory = await writeRuntimeDirectory(
        rendering,
        project.renderer.project.snapshot,
        runtimeRoot,
        project.top,
        true,
      );
      const shown = showDirectory(rendering, renderings, project, directory);
      context.log.info(`${rendering.leaf.path}: rendered to ${relative(context.directory, shown) || '.'}`);
    }
    return 0;
  } finally {
    lock.release();
  }
}
