/** Terraform in the runtime directories of leaves. */
import { rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { renderedOf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import type { ChildProcesses } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import type { Log } from '../base/log.ts';
import type { Masker } from '../masking/masking.ts';
import { messageOf } from '../base/node-errors.ts';
import { formatProblem } from '../base/problems.ts';
import type { CheckResult } from '../checks/check.ts';
import { neighboursOf, snapshotDigest } from '../rendering/digest.ts';
import { remoteModuleCalls, type CallsInTexts, type ModuleCall } from '../rendering/module-calls.ts';
import { providerRequirements } from '../rendering/provider-requirements.ts';
import type { Rendered } from '../rendering/rendering.ts';
import { PLAN_FILE } from '../rendering/terraform-files.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import { besideRoot, openBeside } from '../runtime/beside.ts';
import { takeLocks } from '../runtime/run-lock.ts';
import {
  removeLeftovers,
  removeRuntimeDirectory,
  writeRuntimeDirectory,
  writeEarlyVariables,
  writeRuntimeDirectoryApart,
} from '../runtime/runtime-directory.ts';
import { joinPath, type SnapshotFile } from '../snapshot/snapshot.ts';
import { applyPlan, type ApplyResult } from '../terraform/apply.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import { withoutSensitive } from '../terraform/checked-plan.ts';
import type { ChecksTrust, ChosenChecks } from './choose-checks.ts';
import { configurationNeed } from './configuration-need.ts';
import { openLeafChecks, type CheckedLeaf, type LeafChecks } from './leaf-checks.ts';
import type { ProgramChoice } from './program-choice.ts';
import type { SecretAccess } from './secrets.ts';
import type { LeafResults } from './leaf-results.ts';
import { unreadBackend } from './unread-backend.ts';
import { openInitTurns } from '../terraform/init.ts';
import type { FingerprintContext } from '../terraform/fingerprint.ts';
import type { ModulePlaces } from '../terraform/installed-modules.ts';
import { planDirectory, type PlanOptions, type PlanResult } from '../terraform/plan.ts';
import type { ProgramVersion } from '../terraform/programs.ts';
import type { Refresh } from '../terraform/refresh.ts';
import { isIntact, sealed, type Seal } from '../terraform/seal.ts';
import { keepLittle, readSecrets } from '../terraform/unread-plan.ts';
import { shareModules } from '../terraform/shared-modules.ts';

/** The context of the action's jobs. */
export interface JobContext {
  /** For git and Terraform. */
  readonly environment: Environment;
  /** For `{{env(NAME)}}`. */
  readonly configurationEnvironment: EnvironmentReader;
  /** Who reads secrets; undefined: nobody, and stand-ins are rendered. */
  readonly secrets: SecretAccess | undefined;
  /** What Terraform gets instead of a leaf's rendering, which has stand-ins for secrets. */
  readonly withSecrets?: ((leaf: PlannableLeaf) => Rendered | undefined) | undefined;
  /** Whose checks run. */
  readonly trust: ChecksTrust;
  /** The project's own programs that run beside Terraform. */
  readonly checks?: ChosenChecks | undefined;
  /** Collects what later steps get of each leaf that is planned. */
  readonly results?: LeafResults | undefined;
  readonly log: Log;
  readonly masker: Masker;
  readonly now: Date;
  /** What Terraform is started with. */
  readonly processes: ChildProcesses;
  /** Which Terraform or OpenTofu is asked for. */
  readonly program: ProgramChoice;
  /** Whether the job was cancelled: nothing new may start. */
  readonly cancelled: () => boolean;
  /**
   * Called when it is certain that Terraform will run, with which one and the texts of the dependency lock files of
   * the leaves that it will run for.
   */
  beforeTerraform?(binary: ProgramVersion, lockFiles: readonly string[]): Promise<void>;
}

export interface PlanSettings {
  /** Absolute path of the project root. */
  readonly projectRoot: string;
  readonly parallelism: number;
  /** Terraform's `-lock-timeout`: `5m`; undefined: takes no lock of the state. */
  readonly lockTimeout: string | undefined;
  /** Milliseconds that one leaf's init and plan may take; undefined: as long as they want. An apply is never stopped. */
  readonly leafTimeLimit?: number | undefined;
  /** Of plans that are only reported: `full` where it is not given, as for each plan that is applied. */
  readonly refresh?: Refresh | undefined;
  /** A plan that certainly changes nothing is not read any further. */
  readonly changesOnly?: boolean | undefined;
  /** Absolute path of the folder that keeps provider binaries. */
  readonly providerMirror: string;
  /** Terraform's CLI configuration names a plugin cache, which it must not use by itself. */
  readonly hidesPluginCache?: boolean | undefined;
  /** `linux_amd64` */
  readonly platform: string;
}

export interface LeafTerraform {
  /**
   * Plans in a fresh runtime directory (a removed leaf: to destroy all of it). Logs nothing: `lines` has the output. An
   * error outside of Terraform, such as a full disk, is this leaf's failure: the others' plans must still be reported.
   *
   * @param onStep called with what Terraform is doing
   */
  plan(
    leaf: PlannableLeaf,
    onStep: (step: string) => void,
    fingerprint?: FingerprintContext,
  ): Promise<{ result: PlanResult; lines: readonly string[]; checks: readonly CheckResult[] }>;
  /**
   * Makes the secrets of a leaf whose plan was left unread known to the masker.
   *
   * @returns why that failed, as the leaf's result
   */
  learnSecrets(leaf: PlannableLeaf): Promise<PlanResult | undefined>;
  /**
   * Applies the plan file that the last `plan` of this leaf left.
   *
   * @param onStep called with what is being done; `isEnd` for what is done, or has failed
   */
  apply(
    leaf: PlannableLeaf,
    onStep: (step: string, isEnd: boolean) => void,
  ): Promise<{
    result: ApplyResult;
    lines: readonly string[];
    /** Sentences: which hooks failed after it. */
    hookFailures: readonly string[];
  }>;
  /** Removes the runtime directory and the plan file in it, or warns if it cannot. */
  discard(leaf: PlannableLeaf): void;
}

/**
 * Runs something with Terraform for leaves, under the locks of these leaves. What a plan marks as sensitive is known to the
 * masker when `plan` returns. No runtime directory is left behind.
 *
 * @param top absolute path of the repository's top folder, which has the head's files
 * @param leaves every leaf that Terraform may run for
 */
export async function withLeafTerraform<T>(
  settings: PlanSettings,
  context: JobContext,
  top: string,
  leaves: readonly PlannableLeaf[],
  binary: TerraformBinary,
  command: string,
  use: (terraform: LeafTerraform) => Promise<T>,
): Promise<T> {
  const runtimeRoot = join(settings.projectRoot, RUNTIME_FOLDER);
  const directories = new Map<PlannableLeaf, string>();
  const seals = new Map<PlannableLeaf, Seal>();
  const turns = openInitTurns();
  const calls = new Map<PlannableLeaf, readonly ModuleCall[]>();
  const scratch = join(besideRoot(runtimeRoot), 'checks');
  let checks: LeafChecks | undefined;
  const lock = takeLocks(
    runtimeRoot,
    leaves.map(({ leaf }) => leaf.path),
    { command, now: context.now },
  );

  function discard(leaf: PlannableLeaf): void {
    const directory = directories.get(leaf);
    directories.delete(leaf);
    seals.delete(leaf);
    try {
      // First, because it holds secrets in clear text.
      if (directory !== undefined) rmSync(join(directory, PLAN_FILE), { force: true });
      removeRuntimeDirectory(runtimeRoot, leaf.leaf.path);
    } catch (error) {
      // A provisioner's container may have left files of another user, for example: the result must still be reported.
      const what = `The runtime directory of ${leaf.leaf.path} could not be removed: ${messageOf(error)}`;
      context.log.warning(`${what} Remove it before the next run on this machine.`);
    }
  }

  const real = (leaf: PlannableLeaf): Rendered => context.withSecrets?.(leaf) ?? renderedOf(leaf);

  async function write(leaf: PlannableLeaf, rendered = real(leaf), root = runtimeRoot): Promise<string> {
    const { rendering, reach, snapshot } = rendered;
    return leaf.kind === 'removed'
      ? writeRuntimeDirectoryApart(rendering, snapshot, root, neighboursOf(rendering, reach))
      : writeRuntimeDirectory(rendering, snapshot, root, top);
  }

  /** @param shown what `show -json` printed of its plan */
  function whereOf(leaf: PlannableLeaf, directory: string, shown?: string): CheckedLeaf {
    const hasSecrets = context.withSecrets?.(leaf) !== undefined;
    let masked: string | undefined;
    return {
      directory,
      writeAgain: () => write(leaf, real(leaf), join(scratch, 'again')),
      planFile: join(directory, PLAN_FILE),
      standIns: hasSecrets ? () => write(leaf, renderedOf(leaf), join(scratch, 'stand-ins')) : undefined,
      plan:
        shown === undefined
          ? undefined
          : {
              whole: shown,
              withoutSensitive: () => (masked ??= withoutSensitive(shown, (text) => context.masker.mask(text))),
            },
    };
  }

  async function planOf(
    leaf: PlannableLeaf,
    lines: string[],
    more: Pick<PlanOptions, 'aroundInit' | 'fingerprint' | 'onShown'> & { readonly onStep: (step: string) => void },
    checked: CheckResult[],
  ): Promise<PlanResult> {
    const rendered = renderedOf(leaf);
    const unread = unreadBackend(rendered.rendering, binary);
    if (unread !== undefined) return { ok: false, stage: 'init', output: formatProblem(unread), sensitive: new Set() };
    const { need, isOpen } = await configurationNeed(rendered, binary);
    const prepare = async (): Promise<string> => {
      const written = await write(leaf);
      if (need === 'early') writeEarlyVariables(rendered.rendering, written);
      return written;
    };
    const directory = await prepare();
    directories.set(leaf, directory);
    if (checks !== undefined) {
      const intact = sealed(directory);
      const where = whereOf(leaf, directory);
      const failures = await checks.runHooks('before-init', leaf, where, more.onStep);
      if (failures.length > 0) return { ok: false, stage: 'init', output: failures.join('\n'), sensitive: new Set() };
      if (leaf.kind !== 'removed') checked.push(...(await checks.run(['rendering'], leaf, where, more.onStep)));
      if (!isIntact(intact)) await prepare();
    }
    const result = await planDirectory(directory, {
      binary,
      environment: context.environment,
      lockTimeout: settings.lockTimeout,
      mirror: settings.providerMirror,
      hidesPluginCache: settings.hidesPluginCache,
      platform: settings.platform,
      turns,
      requirements: providerRequirements(rendered, isOpen),
      onLine: (line) => lines.push(line),
      changesOnly: settings.changesOnly === true && checks?.readsPlan(leaf) !== true,
      timeLimit: settings.leafTimeLimit,
      withoutConfiguration: need === 'none',
      destroy: leaf.kind === 'removed',
      refresh: settings.refresh,
      ...more,
      modules: modulePlaces(leaf),
      keepPlan: true,
    });
    if (result.ok && result.seal !== undefined) seals.set(leaf, result.seal);
    // With early variables, Terraform reads the code even to show a plan.
    if (result.ok && result.unread === true && need !== 'early') keepLittle(directory);
    return result;
  }

  function modulePlaces(leaf: PlannableLeaf): ModulePlaces {
    const { reach, snapshot } = renderedOf(leaf);
    return {
      leafRoot: join(runtimeRoot, 'leaves', leaf.leaf.path),
      top,
      counted: reach.modules.map(({ folder }) => folder),
      committed: () => withFolders(snapshot.files()),
      everything: () => snapshotDigest(snapshot.files()),
    };
  }

  try {
    removeLeftovers(runtimeRoot, PLAN_FILE);
    const texts: CallsInTexts = new Map();
    for (const leaf of leaves) calls.set(leaf, await remoteModuleCalls(renderedOf(leaf), texts));
    const modules = shareModules(join(openBeside(runtimeRoot), 'modules'), [...calls.values()]);
    if (context.checks !== undefined) {
      checks = await openLeafChecks(context.checks, scratch, top, context.environment, context.processes);
    }
    await context.beforeTerraform?.(binary, await lockFilesOf(leaves));
    return await use({
      async plan(leaf, onStep, fingerprint) {
        const lines: string[] = [];
        const around: PlanOptions['aroundInit'] = (directory, initialize) =>
          modules.around(directory, calls.get(leaf) ?? [], initialize);
        const checked: CheckResult[] = [];
        let shown: string | undefined;
        const onShown = (json: string): void => {
          shown = json;
        };
        const more = { onStep, aroundInit: around, fingerprint, onShown };
        const result = await planOf(leaf, lines, more, checked).catch(notPlanned);
        context.masker.add(result.sensitive);
        if (checks !== undefined) {
          const directory = directories.get(leaf);
          const where = result.ok && directory !== undefined ? whereOf(leaf, directory, shown) : undefined;
          checked.push(...(await checks.run(['plan', 'drift'], leaf, where, onStep)));
        }
        if (context.results !== undefined && result.ok && shown !== undefined) {
          const plan = withoutSensitive(shown, (text) => context.masker.mask(text));
          context.results.add(leaf, plan, result.summary.counts);
        }
        return { result, lines, checks: checked };
      },
      async learnSecrets(leaf) {
        const directory = directories.get(leaf);
        if (directory === undefined) throw new Error(`the plan of ${leaf.leaf.path} is not kept`);
        const { environment } = context;
        const read = await readSecrets({ directory, binary, environment, timeLimit: settings.leafTimeLimit }).catch(
          notPlanned,
        );
        context.masker.add(read.sensitive);
        return read.ok ? undefined : read;
      },
      async apply(leaf, onStep) {
        const directory = directories.get(leaf);
        const seal = seals.get(leaf);
        if (directory === undefined || seal === undefined) {
          throw new Error(`${leaf.leaf.path} was not planned before its apply`);
        }
        const lines: string[] = [];
        const result = await applyPlan(directory, seal, {
          binary,
          environment: context.environment,
          lockTimeout: settings.lockTimeout,
          onLine: (line) => lines.push(line),
          onStep,
        });
        const hookFailures =
          result.ok && checks !== undefined
            ? await checks.runHooks('after-apply', leaf, whereOf(leaf, directory), (step) => {
                onStep(step, false);
              })
            : [];
        return { result, lines, hookFailures };
      },
      discard,
    });
  } finally {
    for (const leaf of directories.keys()) discard(leaf);
    try {
      rmSync(besideRoot(runtimeRoot), { recursive: true, force: true });
    } finally {
      lock.release();
    }
  }
}

function withFolders(files: readonly SnapshotFile[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { path } of files) {
    for (let each = path; each !== '.' && !paths.has(each); each = posix.dirname(each)) paths.add(each);
  }
  return paths;
}

function notPlanned(error: unknown): Extract<PlanResult, { ok: false }> {
  return { ok: false, stage: 'plan', output: messageOf(error), sensitive: new Set() };
}

/** The distinct dependency lock files, which decide which providers are installed. */
async function lockFilesOf(leaves: readonly PlannableLeaf[]): Promise<readonly string[]> {
  const texts = new Set<string>();
  for (const leaf of leaves) {
    const { rendering, snapshot } = renderedOf(leaf);
    const file = snapshot.file(joinPath(rendering.source, '.terraform.lock.hcl'));
    if (file === undefined) continue;
    await snapshot.load([file]);
    texts.add(snapshot.read(file).toString('utf8'));
  }
  return [...texts];
}
