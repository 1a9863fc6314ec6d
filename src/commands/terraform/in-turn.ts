/** Leaves one after the other, with the terminal: what writes, and a single leaf. */
import { rmSync } from 'node:fs';
import { withoutCredentials } from '../../git/url-credentials.ts';
import type { Rendered, Rendering } from '../../rendering/rendering.ts';
import { openBeside } from '../../runtime/beside.ts';
import { tryLocks, type LockRequest } from '../../runtime/run-lock.ts';
import { subcommandArguments, wantsDetailedExitCode } from '../../terraform/command-line.ts';
import { PROGRAMS } from '../../terraform/programs.ts';
import type { Subcommand } from '../../terraform/subcommands.ts';
import {
  closeDirectory,
  helpWithVariables,
  initializeDirectory,
  lockLeaves,
  noteOwnInit,
  openDirectory,
  prepareOwnInit,
  showDirectory,
  type LeafDirectory,
  type Workshop,
} from './leaf-directory.ts';
import { exitCodeOf, heading, isFailure, logSummary, NOT_RUN, type Ending, type LeafResult } from './summary.ts';
import type { TerraformContext } from './context.ts';

export interface Turns {
  readonly subcommand: Subcommand;
  /** In the order in which they run. */
  readonly rendered: readonly Rendered[];
  readonly lock: LockRequest;
  readonly wait: boolean;
}

/** Milliseconds of silence after which a line says what goes on. */
const SILENCE = 3_000;

/**
 * Stops at the first failure.
 *
 * @returns the exit code: that of the leaf that failed, 130 if the run was cancelled before the last one
 */
export async function runInTurn(turns: Turns, workshop: Workshop, context: TerraformContext): Promise<number> {
  const { subcommand, rendered, lock, wait } = turns;
  const { runtimeRoot, binary, project } = workshop;
  const renderings = rendered.map(({ rendering }) => rendering);
  const leaves = renderings.map(({ leaf }) => leaf.path);
  // Who reads does not wait for who writes: it gets a folder of its own.
  const held =
    subcommand.writes || wait
      ? await lockLeaves(runtimeRoot, renderings, lock, wait, context)
      : tryLocks(runtimeRoot, leaves, lock);
  const root = held === undefined ? openBeside(runtimeRoot) : runtimeRoot;
  const stopListening = binary.processes.passSignalsOn();
  const results: LeafResult[] = [];
  const begun = performance.now();
  try {
    for (const each of rendered) {
      announce(each.rendering, turns, workshop, context);
      const directory = await openDirectory(each, workshop, root);
      if (held !== undefined) showDirectory(each.rendering, renderings, project, directory.path);
      const ending = await runOne(each, directory, subcommand, workshop, context);
      results.push({ leaf: each.rendering.leaf.path, ending });
      // A cancelled leaf may still have succeeded; the next one must not start.
      if (isFailure(ending) || binary.processes.interrupted()) break;
    }
  } finally {
    stopListening();
    if (held !== undefined) for (const each of rendered) closeDirectory(each, workshop);
    held?.release();
    if (held === undefined) rmSync(root, { recursive: true, force: true });
  }
  const notRun = leaves.slice(results.length).map((leaf) => ({ leaf, ending: NOT_RUN }));
  if (rendered.length > 1) logSummary([...results, ...notRun], begun, context.log);
  return notRun.length > 0 && binary.processes.interrupted() ? 130 : exitCodeOf(results);
}

/** Of several leaves on standard output, because what belongs to which leaf must be known there; of one only beside it. */
function announce(
  { leaf }: Rendering,
  { subcommand, rendered }: Turns,
  { binary }: Workshop,
  { log, print, colors }: TerraformContext,
): void {
  if (rendered.length > 1) print(heading(leaf.path, colors));
  else log.info(`${leaf.path}: ${PROGRAMS[binary.program].tool} ${subcommand.words.join(' ')}`);
}

async function runOne(
  rendered: Rendered,
  directory: LeafDirectory,
  subcommand: Subcommand,
  workshop: Workshop,
  { environment, log, onTerminal, colors }: TerraformContext,
): Promise<Ending> {
  const { path: program, processes, program: name } = workshop.binary;
  const isInit = subcommand.words[0] === 'init';
  if (isInit) prepareOwnInit(directory, subcommand);
  if (subcommand.needsInit) {
    const { tool } = PROGRAMS[name];
    const timer = setTimeout(() => {
      log.info(`${tool} init is running …`);
    }, SILENCE);
    const failure = await initializeDirectory(directory, rendered, workshop).finally(() => {
      clearTimeout(timer);
    });
    if (failure !== undefined) {
      log.group(`${tool} init failed`, withoutCredentials(`${failure.stdout}${failure.stderr}`).split('\n'));
      return { kind: 'ended', stage: 'init', code: failure.code, hasChanges: false };
    }
    if (processes.interrupted()) return NOT_RUN;
  }
  const args = subcommandArguments(subcommand, directory.need !== 'none', colors);
  const restore = helpWithVariables(directory, rendered, subcommand, workshop.binary);
  try {
    const code = await processes.runHere({ directory: directory.path, environment, program, args }, onTerminal);
    if (isInit && code === 0) noteOwnInit(directory, subcommand);
    return { kind: 'ended', stage: 'run', code, hasChanges: code === 2 && wantsDetailedExitCode(subcommand.args) };
  } finally {
    restore();
  }
}
