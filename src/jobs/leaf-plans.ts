/** Terraform in the runtime directories of many leaves at once. */
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { ChangedLeaf } from '../changes/changed-leaves.ts';
import type { Environment } from '../git/git.ts';
import type { EnvironmentReader } from '../hierarchy/environment.ts';
import type { Log } from '../log.ts';
import type { Masker } from '../masking.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Outcome } from '../report/report.ts';
import { takeLock } from '../runtime/lock.ts';
import { RUNTIME_FOLDER, removeRuntimeDirectory, writeRuntimeDirectory } from '../runtime/runtime-directory.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import { planDirectory, type PlanResult } from '../terraform/plan.ts';

/** What the jobs of the action need of the world around them. */
export interface JobSurroundings {
  /** For git and Terraform. */
  readonly environment: Environment;
  /** For `{{env(NAME)}}`. */
  readonly configurationEnvironment: EnvironmentReader;
  readonly log: Log;
  readonly masker: Masker;
  readonly now: Date;
  /**
   * Called when it is certain that Terraform will run, with its version and the ids of the dependency lock files of the
   * leaves that it will run for.
   */
  beforeTerraform?(version: string, lockFiles: readonly string[]): Promise<void>;
}

export interface PlanSettings {
  /** Absolute path of the project root. */
  readonly projectRoot: string;
  readonly parallelism: number;
  /** Terraform's `-lock-timeout`: `5m`. */
  readonly lockTimeout: string;
  /** Absolute path of the folder that keeps provider binaries. */
  readonly providerMirror: string;
  /** `linux_amd64` */
  readonly platform: string;
}

/**
 * Plans leaves in parallel, each in a runtime directory of its own that is gone afterwards. What a plan marks as
 * sensitive is masked before anything of it is logged.
 *
 * @param head renderer of the checked-out commit
 * @param top absolute path of the repository's top folder
 */
export async function planInParallel(
  settings: PlanSettings,
  around: JobSurroundings,
  head: Renderer,
  top: string,
  toPlan: readonly ChangedLeaf[],
  binary: TerraformBinary,
): Promise<ReadonlyMap<ChangedLeaf, PlanResult>> {
  const { log, masker } = around;
  const runtimeRoot = join(settings.projectRoot, RUNTIME_FOLDER);
  const lock = takeLock(runtimeRoot, 'plan', around.now);
  try {
    await around.beforeTerraform?.(binary.version, lockFilesOf(head, toPlan));
    const results = new Map<ChangedLeaf, PlanResult>();
    const limit = pLimit(settings.parallelism);
    await Promise.all(
      toPlan.map((each) =>
        limit(async () => {
          const lines: string[] = [];
          const result = await planLeaf(each, (line) => lines.push(line));
          results.set(each, result);
          // After the plan is known, so that what it marks as sensitive is masked in its own log.
          log.group(`${each.leaf.path} (${results.size}/${toPlan.length})`, lines);
        }),
      ),
    );
    return results;
  } finally {
    lock.release();
  }

  async function planLeaf({ leaf, head: rendered }: ChangedLeaf, onLine: (line: string) => void): Promise<PlanResult> {
    if (rendered === undefined) throw new Error(`${leaf.path} has no rendering to plan`);
    try {
      const directory = await writeRuntimeDirectory(rendered.rendering, head.project.snapshot, runtimeRoot, top);
      const result = await planDirectory(directory, {
        binary,
        environment: around.environment,
        lockTimeout: settings.lockTimeout,
        mirror: settings.providerMirror,
        platform: settings.platform,
        onLine,
      });
      masker.add(result.sensitive);
      return result;
    } finally {
      removeRuntimeDirectory(runtimeRoot, leaf.path);
    }
  }
}

/** What a report tells of a plan's result. */
export function outcomeOf(result: PlanResult): Outcome {
  return result.ok
    ? { status: 'planned', summary: result.summary, text: result.text }
    : { status: 'failed', stage: result.stage, output: result.output };
}

/** The dependency lock files that decide which providers will be installed. */
function lockFilesOf(head: Renderer, toPlan: readonly ChangedLeaf[]): readonly string[] {
  const ids = new Set<string>();
  for (const { head: rendered } of toPlan) {
    const path = joinPath(rendered?.rendering.source ?? '', '.terraform.lock.hcl');
    const file = head.project.snapshot.file(path);
    if (file !== undefined) ids.add(file.id);
  }
  return [...ids].sort();
}
