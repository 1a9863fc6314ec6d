/** `kompos plan`: the report that a pull request would get, before anything is pushed. */
import { join, relative, resolve } from 'node:path';
import { createChildProcesses } from '../../base/child-process.ts';
import { headOf } from '../../changes/changed-leaf.ts';
import { inLeaves } from '../../base/problems.ts';
import { openEnvironment, type EnvironmentReader } from '../../hierarchy/environment-reader.ts';
import { maskReport } from '../../masking/mask-data.ts';
import { createMasker, type Masker } from '../../masking/masking.ts';
import { likelySecrets } from '../../masking/likely-secrets.ts';
import { leavesOutput } from './outputs.ts';
import { PLAN_NAMES, type PlanReport } from './report.ts';
import { renderSummary } from './comment/comment.ts';
import type { Paint } from './terminal-details.ts';
import { renderWholeText } from './terminal.ts';
import { hasFailed } from './verdict.ts';
import { RUNTIME_FOLDER } from '../../base/runtime-folder.ts';
import { renderingDigest } from '../../rendering/digest.ts';
import { refuseLinks } from '../../runtime/refuse-links.ts';
import { localProgramChoice } from '../../execution/program-choice.ts';
import { standIns } from '../../stores/stores.ts';
import { pluginCache } from '../../terraform/plugin-cache.ts';
import { unattended } from '../../terraform/unattended.ts';
import {
  withLocalComparison,
  type LocalComparison,
  type LocalComparisonRequest,
} from '../../execution/local-comparison.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import { ownSecrets } from '../../execution/secrets.ts';
import { clearFolder, writeFolder } from '../../shards/folder.ts';
import { digestOf, type SharedRun } from '../../shards/manifest.ts';
import { splitLeaves, type ShardNumber, type Split } from '../../shards/split.ts';
import { version } from '../../base/version.ts';
import { planLeaves, type PlanLeavesRequest, type PlanOutcome } from './plan.ts';
import { leavesOfShard, shardResults } from './shares.ts';

export interface LocalPlanRequest extends Omit<LocalComparisonRequest, 'head'> {
  readonly format: 'text' | 'markdown' | 'json';
  /** Plans with stand-ins instead of secrets. */
  readonly skipSecrets: boolean;
  /** Which part of the leaves is planned, and the folder for its results, as typed; undefined: all leaves. */
  readonly shard?: (ShardNumber & { readonly results: string }) | undefined;
}

export interface LocalPlanContext extends LocalContext {
  readonly now: Date;
  /** How many leaves are planned at a time. */
  readonly parallelism: number;
  /** `linux_amd64` */
  readonly platform: string;
  readonly paint: Paint;
  /** Of the terminal, if the report is printed to one. */
  readonly columns?: number | undefined;
}

/** A report to print. */
export interface LocalPlan {
  readonly text: string;
  /** Whether a leaf failed. */
  readonly failed: boolean;
}

/**
 * Plans what differs between the working tree and a commit. Sensitive values and those of the environment are masked in
 * the report, because it is meant to be shared.
 *
 * @throws ProblemError when nothing can be compared
 */
export async function planLocally(request: LocalPlanRequest, context: LocalPlanContext): Promise<LocalPlan> {
  const masker = localMasker(context);
  const configurationEnvironment = remembering(openEnvironment(context.environment), masker);
  const { shard } = request;
  if (shard !== undefined) clearFolder(resolve(context.directory, shard.results));
  const { outcome, run } = await withLocalComparison(
    { ...request, head: undefined },
    { ...context, configurationEnvironment },
    async (comparison) => {
      let split: Split | undefined;
      const planned = await planComparison(comparison, configurationEnvironment, masker, context, {
        skipSecrets: request.skipSecrets,
        share:
          shard &&
          ((changed, groups) => {
            split = splitLeaves(groups, shard.of, new Map());
            return leavesOfShard(changed, split, shard.shard);
          }),
      });
      return { outcome: planned, run: split && (await localRun(comparison, request.configPath, split)) };
    },
  );
  if (shard !== undefined && run !== undefined) {
    const folder = resolve(context.directory, shard.results);
    const about = { ...run, shard: shard.shard, attempt: 0 };
    await writeFolder(folder, about, shardResults(outcome, masker), () => Promise.resolve({}));
    context.log.info(`The results of shard ${shard.shard} of ${shard.of} are in ${folder}.`);
  }
  return rendered(maskReport(outcome.report, PLAN_NAMES, masker), request.format, context);
}

/** Terraform gets the whole environment, and a plan can print it. */
export function localMasker({ environment }: Pick<LocalContext, 'environment'>): Masker {
  const masker = createMasker([]);
  masker.addEncoded(likelySecrets(environment));
  return masker;
}

/** What the shards of one plan have in common, and the join. */
export async function localRun(
  { baseCommit, root, top, changed }: LocalComparison,
  configPath: string | undefined,
  split: Split,
): Promise<SharedRun> {
  // A working tree has no commit that says whether all have planned the same.
  const files = await Promise.all(
    changed.map(async (each) => {
      const rendered = headOf(each);
      return [each.leaf.path, rendered && (await renderingDigest(rendered, true))];
    }),
  );
  return {
    kompos: version(),
    repositoryId: '',
    repository: '',
    run: 0,
    workflow: '',
    pullRequest: 0,
    head: '',
    checkedOut: '',
    base: baseCommit,
    title: '',
    projectRoot: relative(top, root),
    selection: configPath === undefined ? [] : [configPath],
    of: split.shards.length,
    split: split.digest,
    files: digestOf(JSON.stringify(files)),
  };
}

/** A masked report in the format that was asked for. */
export function rendered(
  report: PlanReport,
  format: LocalPlanRequest['format'],
  { paint, columns }: Pick<LocalPlanContext, 'paint' | 'columns'>,
): LocalPlan {
  const formats = {
    text: () => renderWholeText(report, paint, columns),
    markdown: () => renderSummary(report),
    json: () => asJson(report),
  };
  return { text: formats[format](), failed: hasFailed(report) };
}

/** The leaves as in the output of the action, in full, and what is wrong. */
function asJson(report: PlanReport): string {
  const leaves = leavesOutput(report, Infinity);
  const problems = [...report.problems, ...inLeaves(report.leaves)];
  return `${JSON.stringify({ leafCount: report.leafCount, leaves, problems }, undefined, 2)}\n`;
}

/** Plans what differs, or only a share of it. */
export async function planComparison(
  { why, baseCommit, base, head, changed, unused, sharedStates, root, top }: LocalComparison,
  configurationEnvironment: EnvironmentReader,
  masker: Masker,
  context: LocalPlanContext,
  { skipSecrets, share }: { readonly skipSecrets: boolean; readonly share?: PlanLeavesRequest['share'] },
): Promise<PlanOutcome> {
  const { log } = context;
  refuseLinks(root, `${RUNTIME_FOLDER}/providers`);
  log.info(why);
  const own = pluginCache(context.environment, root);
  const processes = createChildProcesses();
  const stopListening = processes.passSignalsOn(
    () => {
      log.warning('Cancelled: what is running was asked to stop.');
    },
    { forItsOwn: 5_000, forItself: 10_000 },
  );
  try {
    return await planLeaves(
      {
        facts: { title: '', repository: '', serverUrl: '', runUrl: undefined },
        shownHead: undefined,
        noTerraform: undefined,
        leaves: [],
        share,
        projectRoot: root,
        parallelism: context.parallelism,
        lockTimeout: undefined,
        providerMirror: own?.folder ?? join(root, RUNTIME_FOLDER, 'providers'),
        hidesPluginCache: own?.isInSettings,
        platform: context.platform,
      },
      {
        environment: unattended(context.environment),
        configurationEnvironment,
        secrets: skipSecrets ? undefined : ownSecrets(context.environment, masker),
        trust: { isOwn: true, trustsHead: true },
        // Only the progress: the report has the plans.
        log: { ...log, group: () => undefined },
        masker,
        now: context.now,
        processes,
        program: localProgramChoice(context.environment),
        cancelled: processes.interrupted,
      },
      {
        head,
        base,
        changed,
        unused,
        sharedStates,
        notices: [],
      },
      { head: undefined, base: baseCommit },
      top,
    );
  } finally {
    stopListening();
  }
}

/** Masks every value that configuration reads. */
export function remembering(environment: EnvironmentReader, masker: Masker): EnvironmentReader {
  return {
    secrets: standIns,
    read(name) {
      const answer = environment.read(name);
      if (answer.kind === 'value') masker.addEncoded([answer.value]);
      return answer;
    },
  };
}
