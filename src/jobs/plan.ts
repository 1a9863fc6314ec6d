/** The main job: the leaves that a change touches, rendered and planned. */
import { join, relative, sep } from 'node:path';
import pLimit from 'p-limit';
import { allLeaves, findChangedLeaves, sharedStates, type ChangedLeaf } from '../changes/changed-leaves.ts';
import { resolveRevisions, type RevisionEvent, type Revisions } from '../changes/revisions.ts';
import { createGit, type Environment, type Git } from '../git/git.ts';
import { findRepository, openHistory, tokenCredentials, type Repository } from '../git/history.ts';
import { openObjects, type GitObjects } from '../git/objects.ts';
import type { EnvironmentReader } from '../hierarchy/environment.ts';
import type { ListMerge } from '../hierarchy/value.ts';
import type { Log } from '../log.ts';
import type { Masker } from '../masking.ts';
import { problem, ProblemError, warning, type Problem } from '../problems.ts';
import { inOrder } from '../project/order.ts';
import { leavesOf, openProject } from '../project/project.ts';
import { selectLeaves } from '../project/selection.ts';
import { createCaches, openRenderer, type Renderer } from '../rendering/renderer.ts';
import { lostState } from '../rendering/state.ts';
import type { LeafReport, Outcome, PlanReport } from '../report/report.ts';
import { takeLock } from '../runtime/lock.ts';
import { RUNTIME_FOLDER, removeRuntimeDirectory, writeRuntimeDirectory } from '../runtime/runtime-directory.ts';
import { snapshotOfCommit } from '../snapshot/commit.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import { planDirectory } from '../terraform/plan.ts';
import { findFittingTerraform } from './terraform-binary.ts';
import { describeLeaf } from './leaf-report.ts';

export interface PlanRequest {
  /** Absolute path of the project root. */
  readonly projectRoot: string;
  readonly event: RevisionEvent;
  /** The commit to show people; the checked-out one may be GitHub's test merge of it. */
  readonly shownHead: string | undefined;
  /** Why Terraform must not run (a pull request from a fork); undefined where it may. */
  readonly noTerraform: string | undefined;
  readonly leaves: readonly string[];
  readonly parallelism: number;
  readonly listMerge: ListMerge | undefined;
  readonly onUnknownBase: 'error' | 'all';
  readonly lockTimeout: string;
  readonly title: string;
  /** `owner/name` */
  readonly repository: string;
  readonly serverUrl: string;
  readonly runUrl: string | undefined;
  readonly run: { readonly id: number; readonly attempt: number } | undefined;
  /** For fetching from git where the checkout left no credentials. */
  readonly token: string | undefined;
  /** Absolute path of the folder that keeps provider binaries. */
  readonly providerMirror: string;
  /** `linux_amd64` */
  readonly platform: string;
}

/** What the job needs of the world around it. */
export interface PlanSurroundings {
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

/**
 * Finds the changed leaves, renders and plans each. Problems of single leaves are in the report; a `ProblemError` means
 * that no report could be made.
 */
export async function planChangedLeaves(request: PlanRequest, around: PlanSurroundings): Promise<PlanReport> {
  const { log } = around;
  const git = (environment: Environment, directory = request.projectRoot): Git =>
    createGit(directory, { ...around.environment, ...environment });
  const repository = await findRepository(git({}));
  if (repository === undefined) {
    throw new ProblemError([
      problem('git', `${request.projectRoot} is not in a git repository with a commit.`, {
        hint: 'Add a step with actions/checkout before this one.',
      }),
    ]);
  }
  const objects = openObjects(git({}, repository.top));
  try {
    const notices: string[] = [];
    const revisions = await chooseRevisions(request, around, repository, objects, git, notices);
    log.info(revisions.why);
    const root = relative(repository.top, request.projectRoot).split(sep).join('/');
    const { head, changed } = await compare(request, around, git({}, repository.top), objects, revisions, root);
    return await planLeaves(request, around, repository, revisions, head, changed, notices);
  } finally {
    objects.close();
  }
}

async function chooseRevisions(
  request: PlanRequest,
  { environment, log }: PlanSurroundings,
  repository: Repository,
  objects: GitObjects,
  git: (environment: Environment, directory?: string) => Git,
  notices: string[],
): Promise<Revisions> {
  const credentials =
    request.token === undefined ? undefined : tokenCredentials(environment, request.serverUrl, request.token);
  const history = openHistory((more) => git(more, repository.top), objects, repository, credentials);
  try {
    return await resolveRevisions(request.event, repository.head, history);
  } catch (error) {
    const unknown = error instanceof ProblemError && error.problems.every(({ code }) => code === 'base');
    if (!unknown || request.onUnknownBase !== 'all') throw error;
    log.warning(error.message);
    notices.push('The base could not be determined, so all leaves are planned (on-unknown-base: all).');
    return { head: repository.head, base: undefined, why: 'Compared with nothing, so all leaves count.' };
  }
}

async function compare(
  request: PlanRequest,
  around: PlanSurroundings,
  git: Git,
  objects: GitObjects,
  revisions: Revisions,
  root: string,
): Promise<{ head: Renderer; changed: readonly ChangedLeaf[] }> {
  const blobs = new Map<string, Buffer>();
  const caches = createCaches();
  const open = async (commit: string): Promise<Renderer> => {
    const project = await openProject(await snapshotOfCommit(git, objects, blobs, commit), root);
    return openRenderer(project, leavesOf(project), around.configurationEnvironment, caches, request.listMerge);
  };
  const head = await open(revisions.head);
  if (revisions.base === undefined) return { head, changed: await allLeaves(head) };
  const base = await open(revisions.base);
  return { head, changed: await findChangedLeaves(base, head) };
}

async function planLeaves(
  request: PlanRequest,
  around: PlanSurroundings,
  repository: Repository,
  revisions: Revisions,
  head: Renderer,
  changed: readonly ChangedLeaf[],
  notices: string[],
): Promise<PlanReport> {
  const { log } = around;
  const selected = inOrder(selectLeaves(changed, head.leaves, request.leaves), head.project.settings.compositionOrder);
  const problems: Problem[] = [
    ...head.project.warnings,
    ...sharedStates(selected.flatMap((each) => each.head?.rendering ?? [])),
  ];
  const toPlan = selected.filter((each) => each.head !== undefined);
  log.info(`${head.leaves.length} leaves, ${selected.length} changed.`);

  let binary: TerraformBinary | undefined;
  let notRun = request.noTerraform;
  if (notRun !== undefined) notices.push(notRun);
  if (toPlan.length > 0 && notRun === undefined) {
    if (problems.some(({ severity }) => severity === 'error')) notRun = 'The errors above have to be mended first.';
    else {
      try {
        binary = await findFittingTerraform(head.project, around.environment);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        problems.push(...error.problems);
        notRun = 'Terraform could not be started.';
      }
    }
  }

  const outcomes =
    binary === undefined
      ? new Map<ChangedLeaf, Outcome>()
      : await runPlans(request, around, repository, head, toPlan, binary);
  const leaves: LeafReport[] = selected.map((each) =>
    describeLeaf(each, outcomes.get(each) ?? withoutPlan(each, notRun), stateWarnings(each)),
  );
  return {
    title: request.title,
    repository: request.repository,
    serverUrl: request.serverUrl,
    head: request.shownHead ?? revisions.head,
    checkedOut: revisions.head,
    base: revisions.base,
    runUrl: request.runUrl,
    run: request.run,
    terraformVersion: binary?.version,
    leafCount: head.leaves.length,
    notices,
    leaves,
    problems,
  };
}

function withoutPlan({ kind, movedTo }: ChangedLeaf, notRun: string | undefined): Outcome {
  switch (kind) {
    case 'failed':
      return { status: 'failed', stage: 'render', output: '' };
    case 'removed':
      return {
        status: 'not-run',
        why: 'The leaf is gone; what it made is still there and no longer managed from here.',
      };
    case 'moved':
      return {
        status: 'not-run',
        why: `Its state is used by ${movedTo ?? 'another leaf'} now; there is nothing to destroy.`,
      };
    default:
      return { status: 'not-run', why: notRun ?? 'Terraform did not run.' };
  }
}

/** What a reviewer must know about where this leaf's state lies. */
function stateWarnings({ leaf, head, restated }: ChangedLeaf): readonly Problem[] {
  if (head === undefined) return [];
  const place = { file: leaf.path };
  const lost = lostState(head.rendering.state, true);
  return [
    ...(lost === undefined
      ? []
      : [
          warning('state', `${lost} It can be planned, but not applied.`, {
            place,
            hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
          }),
        ]),
    ...(restated === true
      ? [
          warning(
            'state',
            'Its state lies elsewhere than before: the old state is left behind, and everything is created anew.',
            {
              place,
              hint: 'Keep the backend settings, or move the state with "terraform state" before merging.',
            },
          ),
        ]
      : []),
  ];
}

async function runPlans(
  request: PlanRequest,
  around: PlanSurroundings,
  repository: Repository,
  head: Renderer,
  toPlan: readonly ChangedLeaf[],
  binary: TerraformBinary,
): Promise<ReadonlyMap<ChangedLeaf, Outcome>> {
  const { log, masker } = around;
  const runtimeRoot = join(request.projectRoot, RUNTIME_FOLDER);
  const lock = takeLock(runtimeRoot, 'plan', around.now);
  try {
    await around.beforeTerraform?.(binary.version, lockFilesOf(head, toPlan));
    const outcomes = new Map<ChangedLeaf, Outcome>();
    const limit = pLimit(request.parallelism);
    await Promise.all(
      toPlan.map((each) =>
        limit(async () => {
          const lines: string[] = [];
          const outcome = await planLeaf(each, (line) => lines.push(line));
          outcomes.set(each, outcome);
          // After the plan is known, so that what it marks as sensitive is masked in its own log.
          log.group(`${each.leaf.path} (${outcomes.size}/${toPlan.length})`, lines);
        }),
      ),
    );
    return outcomes;
  } finally {
    lock.release();
  }

  async function planLeaf({ leaf, head: rendered }: ChangedLeaf, onLine: (line: string) => void): Promise<Outcome> {
    if (rendered === undefined) throw new Error(`${leaf.path} has no rendering to plan`);
    try {
      const directory = await writeRuntimeDirectory(
        rendered.rendering,
        head.project.snapshot,
        runtimeRoot,
        repository.top,
      );
      const result = await planDirectory(directory, {
        binary,
        environment: around.environment,
        lockTimeout: request.lockTimeout,
        mirror: request.providerMirror,
        platform: request.platform,
        onLine,
      });
      masker.add(result.sensitive);
      if (!result.ok) return { status: 'failed', stage: result.stage, output: result.output };
      return { status: 'planned', summary: result.summary, text: result.text };
    } finally {
      removeRuntimeDirectory(runtimeRoot, leaf.path);
    }
  }
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
