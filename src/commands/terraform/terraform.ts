/** `kompos <config_path> terraform <subcommand>`: each leaf at or below the path rendered, then Terraform run there. */
import { join, relative } from 'node:path';
import { sharedStateProblems, sharedStates } from '../../changes/states.ts';
import { createChildProcesses } from '../../base/child-process.ts';
import { withoutCredentials } from '../../git/url-credentials.ts';
import type { ListMerge } from '../../hierarchy/value.ts';
import { formatPlace, formatProblem, inLeaves, problem, throwOnErrors, type Problem } from '../../base/problems.ts';
import { leavesAt, otherTools } from '../../project/leaves.ts';
import { inOrder } from '../../project/order.ts';
import type { Renderer } from '../../rendering/renderer.ts';
import type { Rendered, Rendering } from '../../rendering/rendering.ts';
import { lostState } from '../../rendering/state.ts';
import { RUNTIME_FOLDER } from '../../base/runtime-folder.ts';
import { takeLock } from '../../runtime/run-lock.ts';
import {
  forgetSecrets,
  linkRuntimeDirectory,
  writeDefaultOfVariable,
  writeEarlyVariables,
  writeRuntimeDirectory,
} from '../../runtime/runtime-directory.ts';
import {
  destroys,
  needsInit,
  subcommandArguments,
  wantsDetailedExitCode,
  writesState,
} from '../../terraform/command-line.ts';
import { outsideSettings } from '../../terraform/outside-settings.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { isAbleTo, PROGRAMS } from '../../terraform/programs.ts';
import { runTerraform } from '../../terraform/process.ts';
import { openLocalProject, type LocalProject, type LocalContext } from '../../execution/local-project.ts';
import { configurationNeed } from '../../execution/configuration-need.ts';
import { ownSecrets, withOwnSecrets } from '../../execution/secrets.ts';
import { findFittingTerraform } from '../../execution/fitting-terraform.ts';
import { localProgramChoice } from '../../execution/program-choice.ts';

export interface TerraformRequest {
  readonly configPath: string;
  readonly rootPath: string;
  readonly listMerge: ListMerge | undefined;
  readonly subcommand: string;
  readonly args: readonly string[];
  readonly dryRun: boolean;
  /** Renders stand-ins instead of secrets. */
  readonly skipSecrets: boolean;
}

export interface TerraformContext extends LocalContext {
  readonly now: Date;
  /** Whether standard input is a terminal. */
  readonly onTerminal: boolean;
}

/**
 * Renders all leaves first, so that nothing runs when one of them is wrong.
 *
 * @returns the exit code: Terraform's own; over several leaves with `-detailed-exitcode` 2 when any has changes
 * @throws ProblemError before anything has run
 */
export async function runTerraformCommand(request: TerraformRequest, context: TerraformContext): Promise<number> {
  const { log } = context;
  const project = await openLocalProject(request, context);
  const rendered = await renderAll(project, request, context);
  const renderings = rendered.map(({ rendering }) => rendering);
  const access = request.skipSecrets ? undefined : ownSecrets(context.environment, undefined);
  const complete = await withOwnSecrets(rendered, project.renderer, access);
  const processes = createChildProcesses();
  const binary = request.dryRun
    ? undefined
    : await findFittingTerraform(project.renderer.project, project.root, {
        ...context,
        processes,
        program: localProgramChoice(context.environment),
      });

  const runtimeRoot = join(project.root, RUNTIME_FOLDER);
  const lock = takeLock(runtimeRoot, ['terraform', request.subcommand, request.configPath].join(' '), context.now);
  const stopListening = processes.passSignalsOn();
  const written = new Map<number, string>();
  try {
    let exitCode = 0;
    for (const [index, each] of complete.entries()) {
      const { rendering } = each;
      const directory = await writeRuntimeDirectory(
        rendering,
        project.renderer.project.snapshot,
        runtimeRoot,
        project.top,
      );
      if (each !== rendered[index]) written.set(index, directory);
      const shown = showRuntimeDirectory(rendering, renderings, project, runtimeRoot, directory);
      if (binary === undefined) {
        log.info(`${rendering.leaf.path}: rendered to ${relative(context.directory, shown) || '.'}`);
        continue;
      }
      log.info(`${rendering.leaf.path}: ${PROGRAMS[binary.program].tool} ${request.subcommand}`);
      const code = await runOne(request, binary, directory, each, context);
      const changes = code === 2 && wantsDetailedExitCode(request.args);
      if (changes) exitCode = 2;
      else if (code !== 0) {
        warnOfSkipped(renderings.slice(index + 1), context);
        return code;
      }
      // A cancelled leaf may still have succeeded; the next one must not start.
      if (processes.interrupted()) {
        warnOfSkipped(renderings.slice(index + 1), context);
        return 130;
      }
    }
    return exitCode;
  } finally {
    stopListening();
    // A dry run is there to look at, or to run Terraform in.
    if (!request.dryRun) {
      for (const [index, directory] of written) {
        const standIns = rendered[index];
        if (standIns !== undefined) forgetSecrets(standIns.rendering, directory);
      }
    }
    lock.release();
  }
}

async function renderAll(
  { renderer, path, others }: LocalProject,
  request: TerraformRequest,
  { log, environment }: LocalContext,
): Promise<readonly Rendered[]> {
  const leaves = leavesAt(renderer.leaves, path, others).map((leaf) => ({ leaf }));
  const ordered = inOrder(leaves, renderer.project.settings.compositionOrder);
  if (others.length > 0) log.info(otherTools(others));
  if (destroys(request.subcommand, request.args)) ordered.reverse();

  const rendered: Rendered[] = [];
  const problems: { leaf: string; problems: readonly Problem[] }[] = [];
  for (const { leaf } of ordered) {
    const result = await renderer.render(leaf);
    if (result.ok) rendered.push(result);
    else if (result.paused !== undefined) {
      log.info(`${leaf.path}: skipped, it is paused (composition.enabled in ${formatPlace(result.paused.place)})`);
    }
    // Leaves share layers, so each of them can report the same problem.
    const own = result.ok ? [...result.warnings, ...stateProblems(result.rendering, request)] : result.problems;
    problems.push({ leaf: leaf.path, problems: own });
  }
  const renderings = rendered.map(({ rendering }) => rendering);
  const unwritten = request.dryRun || !writesState(request.subcommand) ? [] : await otherLeaves(renderer, renderings);
  const shared = sharedStates([...renderings, ...unwritten]);
  const found = [
    ...inLeaves(problems),
    ...sharedStateProblems(shared, renderings, outsideSettings(environment).ofStates),
  ];
  for (const each of found) if (each.severity === 'warning') log.warning(formatProblem(each));
  throwOnErrors(found);
  return rendered;
}

/** Leaves that must not share a state with those written to; the state of one that cannot be rendered is unknown. */
async function otherLeaves(renderer: Renderer, some: readonly Rendering[]): Promise<readonly Rendering[]> {
  const known = new Set(some.map(({ leaf }) => leaf.path));
  const others: Rendering[] = [];
  for (const leaf of renderer.leaves) {
    const result = known.has(leaf.path) ? undefined : await renderer.render(leaf);
    if (result?.ok === true) others.push(result.rendering);
  }
  return others;
}

/** A state that is lost with the runtime directory may be planned against, but not written to. */
function stateProblems(rendering: Rendering, request: TerraformRequest): readonly Problem[] {
  const lost = lostState(rendering.state, false);
  if (lost === undefined || request.dryRun) return [];
  const refused = writesState(request.subcommand);
  const found = {
    ...problem('state', refused ? `${lost} "${request.subcommand}" is refused.` : lost, {
      place: { file: rendering.leaf.path },
      hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
    }),
    severity: refused ? 'error' : 'warning',
  } as const;
  return [found];
}

/** The place shown to people, `.kompos-runtime/terraform/<cloud>/<composition>`, if only one leaf claims it. */
function showRuntimeDirectory(
  rendering: Rendering,
  all: readonly Rendering[],
  { renderer, root }: LocalProject,
  runtimeRoot: string,
  directory: string,
): string {
  if (all.some((other) => other !== rendering && other.source === rendering.source)) return directory;
  const place = renderer.shownPlace(rendering.source);
  linkRuntimeDirectory(runtimeRoot, place, directory);
  return join(root, RUNTIME_FOLDER, place);
}

async function runOne(
  request: TerraformRequest,
  binary: TerraformBinary,
  directory: string,
  rendered: Rendered,
  { environment, log, onTerminal }: TerraformContext,
): Promise<number> {
  const { path: program, processes } = binary;
  const { subcommand } = request;
  const call = { directory, environment };
  const need = await configurationNeed(rendered, binary);
  if (need === 'early') writeEarlyVariables(rendered.rendering, directory);
  if (needsInit(subcommand)) {
    // Its many lines are worth reading only when it fails.
    const result = await runTerraform({ ...call, binary, args: ['init', '-input=false'] });
    if (result.code !== 0) {
      const title = `${PROGRAMS[binary.program].tool} init failed`;
      log.group(title, withoutCredentials(`${result.stdout}${result.stderr}`).split('\n'));
      return result.code;
    }
  }
  const args = subcommandArguments(subcommand, request.args, need !== 'none');
  const isBlind = need === 'early' && subcommand === 'state' && request.args[0] === 'show';
  if (!isBlind || isAbleTo('stateShowReadsVariables', binary)) {
    return processes.runHere({ ...call, program, args }, onTerminal);
  }
  const remove = writeDefaultOfVariable(rendered.rendering, directory);
  try {
    return await processes.runHere({ ...call, program, args }, onTerminal);
  } finally {
    remove();
  }
}

function warnOfSkipped(rest: readonly Rendering[], { log }: LocalContext): void {
  if (rest.length === 0) return;
  log.warning(`Stopped. Not run: ${rest.map(({ leaf }) => leaf.path).join(', ')}`);
}
