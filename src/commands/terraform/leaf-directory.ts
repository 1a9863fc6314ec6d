/** A leaf's runtime directory, ready for a subcommand. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../base/child-process.ts';
import type { Environment } from '../../base/environment.ts';
import { RUNTIME_FOLDER } from '../../base/runtime-folder.ts';
import { configurationNeed, type ConfigurationNeed } from '../../execution/configuration-need.ts';
import type { LocalContext, LocalProject } from '../../execution/local-project.ts';
import { submoduleHint } from '../../execution/terraform-problems.ts';
import { providerRequirements } from '../../rendering/provider-requirements.ts';
import type { Rendered, Rendering } from '../../rendering/rendering.ts';
import { forgetInit, hasMovableModules, noteInit, takeUpInit } from '../../runtime/kept-init.ts';
import { takeLocks, waitForLocks, type LockRequest, type RuntimeLock } from '../../runtime/run-lock.ts';
import {
  forgetSecrets,
  linkRuntimeDirectory,
  runtimeDirectoryOf,
  writeDefaultOfVariable,
  writeEarlyVariables,
  writeRuntimeDirectory,
} from '../../runtime/runtime-directory.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { initialize, providersOf, type InitTurns } from '../../terraform/init.ts';
import { missingInMirror } from '../../terraform/mirror.ts';
import { runTerraform } from '../../terraform/process.ts';
import { isAbleTo } from '../../terraform/programs.ts';
import { isSwitchedOn, type Subcommand } from '../../terraform/subcommands.ts';
import { initKey } from './init-key.ts';

/** What the directories of one command have in common. */
export interface Workshop {
  readonly project: LocalProject;
  readonly binary: TerraformBinary;
  readonly environment: Environment;
  /** `linux_amd64` */
  readonly platform: string;
  readonly turns: InitTurns;
  /** Absolute path of `.kompos-runtime`. */
  readonly runtimeRoot: string;
  /** Leaves with secrets, and their renderings without the values. */
  readonly standIns: ReadonlyMap<Rendered, Rendering>;
}

export interface LeafDirectory {
  /** Absolute path. */
  readonly path: string;
  readonly need: ConfigurationNeed;
  /** See `LeafNeed`. */
  readonly isOpen: boolean;
  /** See `initKey`. */
  readonly key: string | undefined;
}

/**
 * Writes the rendering, and keeps what an earlier `init` left as long as nothing that it read has changed.
 *
 * @param root absolute path of the folder to write below, instead of `.kompos-runtime`
 */
export async function openDirectory(
  rendered: Rendered,
  { project, binary, environment, runtimeRoot, standIns }: Workshop,
  root = runtimeRoot,
): Promise<LeafDirectory> {
  const { snapshot } = project.renderer.project;
  const path = await writeRuntimeDirectory(rendered.rendering, snapshot, root, project.top, true);
  const { need, isOpen } = await configurationNeed(rendered, binary);
  if (need === 'early') writeEarlyVariables(rendered.rendering, path);
  // What init keeps of a backend may hold secrets.
  const key = standIns.has(rendered) ? undefined : await initKey(rendered, binary, environment, need);
  return { path, need, isOpen, key };
}

/** Takes the values of secrets out of a leaf's directory, once nothing runs there any more. */
export function closeDirectory(rendered: Rendered, { standIns, runtimeRoot }: Workshop): void {
  const standIn = standIns.get(rendered);
  if (standIn === undefined) return;
  const path = runtimeDirectoryOf(standIn, runtimeRoot);
  if (existsSync(path)) forgetSecrets(standIn, path);
}

/**
 * Runs `init` where it is needed.
 *
 * @returns its failure; undefined if the directory is initialized
 */
export async function initializeDirectory(
  { path, key, isOpen }: LeafDirectory,
  rendered: Rendered,
  workshop: Workshop,
): Promise<Output | undefined> {
  const { binary, environment, platform, turns, runtimeRoot } = workshop;
  const isComplete = (): boolean =>
    missingInMirror(join(path, '.terraform', 'providers'), providersOf(path), platform).length === 0 &&
    !hasMovableModules(path);
  if (key !== undefined && takeUpInit(path, key, isComplete)) return undefined;
  forgetInit(path);
  const options = {
    binary,
    lockTimeout: undefined,
    mirror: join(runtimeRoot, 'providers'),
    platform,
    turns,
    requirements: providerRequirements(rendered, isOpen),
  };
  const result = await initialize(path, options, (args) =>
    runTerraform({ binary, args, directory: path, environment }),
  );
  if (result.code !== 0) {
    const hint = submoduleHint(rendered.snapshot, result.stderr);
    return hint === undefined ? result : { ...result, stderr: `${result.stderr.trimEnd()}\n\n${hint}\n` };
  }
  if (key !== undefined) noteInit(path, key);
  return undefined;
}

/** Before an `init` that the user asked for: what an earlier one found out does not count. */
export function prepareOwnInit({ path, key }: LeafDirectory, { args }: Subcommand): void {
  // Only with the backend's old settings can it move a state.
  if (key !== undefined && takeUpInit(path, key, () => true)) return;
  if (!isSwitchedOn(args, 'migrate-state') && !isSwitchedOn(args, 'force-copy')) forgetInit(path);
}

/** After one that succeeded: it counts, unless it has left something out. */
export function noteOwnInit({ path, key }: LeafDirectory, { args }: Subcommand): void {
  const isPartial = args.some((each) => /^--?(?:backend|get|get-plugins)=(?:0|f|false)$/iu.test(each));
  if (isPartial || key === undefined) forgetInit(path);
  else noteInit(path, key);
}

/**
 * Lets a subcommand see the variables that it does not read by itself.
 *
 * @returns what ends that
 */
export function helpWithVariables(
  { path, need }: LeafDirectory,
  { rendering }: Rendered,
  { words }: Subcommand,
  binary: TerraformBinary,
): () => void {
  const isBlind = need === 'early' && words.join(' ') === 'state show' && !isAbleTo('stateShowReadsVariables', binary);
  return isBlind ? writeDefaultOfVariable(rendering, path) : () => undefined;
}

/** Takes the locks of all of them, or waits for that. */
export async function lockLeaves(
  runtimeRoot: string,
  renderings: readonly Rendering[],
  request: LockRequest,
  waits: boolean,
  { log }: LocalContext,
): Promise<RuntimeLock> {
  const leaves = renderings.map(({ leaf }) => leaf.path);
  if (!waits) return takeLocks(runtimeRoot, leaves, request);
  return waitForLocks(runtimeRoot, leaves, request, (who) => {
    log.info(`Waiting: ${who}`);
  });
}

/** The place shown to people, `.kompos-runtime/terraform/<cloud>/<composition>`, if only one leaf claims it. */
export function showDirectory(
  rendering: Rendering,
  all: readonly Rendering[],
  { renderer, root }: LocalProject,
  directory: string,
): string {
  if (all.some((other) => other !== rendering && other.source === rendering.source)) return directory;
  const runtimeRoot = join(root, RUNTIME_FOLDER);
  const place = renderer.shownPlace(rendering.source);
  linkRuntimeDirectory(runtimeRoot, place, directory);
  return join(runtimeRoot, place);
}
