/** What an apply covers: the leaves that its event changed, except those that are left to later commits. */
import { shortCommit } from '../../base/names.ts';
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import { findChangedLeaves, type UnusedConfiguration } from '../../changes/changed-leaves.ts';
import type { RevisionEvent } from '../../changes/revisions.ts';
import type { Log } from '../../base/log.ts';
import { problemError } from '../../base/problems.ts';
import { readChangeGraph, readsIn, type ChangeGraph } from '../../execution/change-graph.ts';
import type { Checkout } from '../../execution/checkout.ts';
import { compareRevisions, type Comparison } from '../../execution/comparison.ts';
import { inOrderOfReads } from '../../gate/sequence.ts';
import { leafSelection } from '../../project/selection.ts';

export interface ApplyComparisonRequest {
  readonly event: Extract<RevisionEvent, { kind: 'push' | 'merge_group' | 'manual' }>;
  /** The only branch whose commits are applied. */
  readonly defaultBranch: string;
  readonly unusedConfiguration: UnusedConfiguration;
  /** Manual: the commit that removed the leaves to destroy. */
  readonly removedAt: string | undefined;
}

/**
 * Compares the event's commits; with `removedAt`, the leaves that this commit removed with its parent.
 *
 * @throws ProblemError if `removedAt`, or what a manual run has checked out, is not a commit of the branch itself
 */
export async function compareForApply(
  request: ApplyComparisonRequest,
  checkout: Checkout,
  log: Log,
): Promise<Comparison> {
  const { event, removedAt, unusedConfiguration } = request;
  if (event.kind === 'manual') await requireBranch(checkout, request.defaultBranch);
  if (removedAt === undefined) return compareRevisions(checkout, event, 'error', unusedConfiguration, log);
  // Its parent's code runs with the job's credentials, so it must have been on the branch.
  if (!(await checkout.history.wasTip(removedAt, checkout.repository.head))) {
    throw problemError(
      'input',
      `Input "removed-at": ${removedAt} is not a commit of the branch itself, so its parent may never have been reviewed.`,
      {
        hint: 'Name the commit that removed the leaf from the default branch, such as the merge commit: "git log --first-parent --diff-filter=D -- <leaf>".',
      },
    );
  }
  const [before] = await checkout.history.parents(removedAt);
  if (before === undefined) {
    throw problemError('input', `Input "removed-at": ${removedAt} has no parent, so it removed nothing.`);
  }
  await checkout.history.ensure(before);
  const revisions = {
    head: checkout.repository.head,
    base: before,
    why: `Checked out ${shortCommit(checkout.repository.head)}; leaves that ${shortCommit(removedAt)} removed are rendered from its parent ${shortCommit(before)}.`,
  };
  log.info(revisions.why);
  const [head, base] = [await checkout.open(revisions.head), await checkout.open(before)];
  const difference = await findChangedLeaves(base, head, unusedConfiguration);
  const changed = difference.changed.filter(({ kind }) => kind === 'removed' || kind === 'moved');
  return { revisions, head, base, changed, unused: [], sharedStates: [], notices: [] };
}

/** The changed leaves that a run is about, in the order of applying. */
export interface ChosenLeaves {
  readonly selected: readonly ChangedLeaf[];
  readonly changeGraph: ChangeGraph;
  readonly isSelected: (leaf: string) => boolean;
}

/**
 * @param patterns the input `leaves`
 * @param own paths of the leaves that may be chosen; undefined: all
 * @throws ProblemError for a pattern that matches no leaf
 */
export async function chooseLeaves(
  { head, base, changed }: Comparison,
  patterns: readonly string[],
  own?: ReadonlySet<string>,
): Promise<ChosenLeaves> {
  const known = [...head.leaves, ...changed.map(({ leaf }) => leaf)].map(({ path }) => path);
  const isSelected = leafSelection(known, patterns);
  const chosen = changed.filter(({ leaf }) => isSelected(leaf.path) && (own?.has(leaf.path) ?? true));
  const changeGraph = await readChangeGraph(head, base, chosen);
  const selected = inOrderOfReads(chosen, head.project.settings.compositionOrder, readsIn(changeGraph));
  return { selected, changeGraph, isSelected };
}

/** A workflow may check out anything; what a person accepts must have been merged. */
async function requireBranch({ repository, history }: Checkout, branch: string): Promise<void> {
  const tip = await history.remoteBranch(branch);
  if (tip === repository.head || (await history.wasTip(repository.head, tip))) return;
  throw problemError('base', `The checked-out commit ${shortCommit(repository.head)} is not a commit of "${branch}".`, {
    hint: 'Only merged commits are applied: omit "ref" at actions/checkout.',
  });
}

/**
 * Paths of leaves that later commits of the branch change: applying them now would set them back. A removed leaf is
 * among them if a leaf of the branch's tip uses its state.
 */
export async function laterChanges(
  { event, defaultBranch, unusedConfiguration }: ApplyComparisonRequest,
  checkout: Checkout,
  { head, base, changed, revisions }: Comparison,
): Promise<ReadonlySet<string>> {
  if (event.kind === 'merge_group') return new Set();
  const tip = await checkout.history.remoteBranch(defaultBranch);
  if (tip === revisions.head) return new Set();
  await checkout.history.ensure(tip);
  const now = await checkout.open(tip);
  const later = new Set((await findChangedLeaves(head, now, unusedConfiguration)).changed.map(({ leaf }) => leaf.path));
  if (base === undefined || !changed.some(({ kind }) => kind === 'removed')) return later;
  for (const each of (await findChangedLeaves(base, now, unusedConfiguration)).changed) {
    if (each.kind === 'moved' || (each.kind === 'removed' && each.fate !== 'destroy')) later.add(each.leaf.path);
  }
  return later;
}
