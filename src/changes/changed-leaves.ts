/** Finds the leaves that differ between two revisions by comparing renderings, not by guessing from changed paths. */
import { debug } from '../base/debug.ts';
import { formatPlace } from '../base/problems.ts';
import { readersOf } from '../graph/graph.ts';
import { readLeafGraph } from '../graph/leaf-graph.ts';
import type { Leaf } from '../project/leaves.ts';
import { findLeavesOf, missingConfigRoots } from '../project/project.ts';
import { compareBytes, joinPath, type Snapshot } from '../snapshot/snapshot.ts';
import type { Paused, Renderer, RenderResult } from '../rendering/renderer.ts';
import {
  headOf,
  type ChangedLeaf,
  type DifferingLeaf,
  type FailedLeaf,
  type KeptLeaf,
  type PausedLeaf,
  type Reason,
  type RemovedLeaf,
} from './changed-leaf.ts';
import { compareRenderings } from './compare.ts';
import { differInConfiguration } from './compare-configurations.ts';
import { decideFates } from './removed-leaves.ts';
import { leavesInReach } from './reachable.ts';
import { sharedByChange, sharedStates, statesOfAll, statesOfChanged, type SharedState } from './states.ts';

/** How to treat a leaf that differs only in configuration that nothing reads. */
export type UnusedConfiguration = 'skip' | 'plan';

/** The difference between the leaves of two revisions. */
export interface Difference {
  /** In byte order of path. */
  readonly changed: readonly ChangedLeaf[];
  /** Paths of leaves whose configuration differs only in what their sources do not read. */
  readonly unused: readonly string[];
  /** States that a changed leaf shares with any other leaf at head. */
  readonly sharedStates: readonly SharedState[];
}

/**
 * Compares all leaves of two revisions. Leaves that no differing file can reach are not rendered, and renderings of
 * unchanged leaves are not kept.
 *
 * @param unusedConfiguration whether to skip or plan a leaf that differs only in configuration that nothing reads
 */
export async function findChangedLeaves(
  base: Renderer,
  head: Renderer,
  unusedConfiguration: UnusedConfiguration = 'skip',
): Promise<Difference> {
  const atBase = new Map(base.leaves.map((leaf) => [leaf.path, leaf]));
  const atHead = new Set(head.leaves.map((leaf) => leaf.path));
  const inReach = await leavesInReach(base, head);
  debug(`${inReach.size} of ${head.leaves.length} leaves in reach: ${[...inReach].slice(0, 50).join(', ')}`);

  // Git reads ahead while the first leaves are compared. Read errors are thrown by `await reading` below.
  const reading = Promise.all([
    head.load(head.leaves.filter(({ path }) => inReach.has(path) || !atBase.has(path))),
    base.load(base.leaves.filter(({ path }) => inReach.has(path) || !atHead.has(path))),
  ]);
  reading.catch(() => undefined);

  const changed: ChangedLeaf[] = [];
  const unused: string[] = [];
  for (const leaf of head.leaves) {
    const before = atBase.get(leaf.path);
    if (before === undefined) changed.push(await added(leaf, head));
    else if (inReach.has(leaf.path)) {
      const found = await compareLeaf(before, base, leaf, head, unusedConfiguration);
      if (found === 'unused') unused.push(leaf.path);
      else if (found !== undefined) changed.push(found);
    }
  }
  const others = new Set(findLeavesOf(head.project).others);
  for (const leaf of base.leaves) {
    if (atHead.has(leaf.path)) continue;
    // Its Terraform folder is gone, but not its configuration: that destroys nothing.
    const now = others.has(leaf.path) ? await head.render(leaf) : undefined;
    changed.push(now?.ok === false ? notRendered(now) : await removed(leaf, base, head));
  }
  await reading;
  // Unless the set of states in use may change, there is no need to render unchanged leaves for theirs.
  const states = changed.some(bearsOnStates) ? await statesOfAll(changed, head) : statesOfChanged(changed);
  return {
    changed: decideFates(await namingReaders(changed, head), states).sort((a, b) =>
      compareBytes(a.leaf.path, b.leaf.path),
    ),
    unused,
    sharedStates: sharedByChange(states, changed),
  };
}

function bearsOnStates(each: ChangedLeaf): boolean {
  if (each.kind === 'changed') return each.restated || each.blocksBefore === undefined;
  return each.kind === 'added' || each.kind === 'removed';
}

/** All leaves without a comparison, as planned by a manual or scheduled run. */
export async function allLeaves(head: Renderer): Promise<Difference> {
  await head.load(head.leaves);
  const selected: ChangedLeaf[] = [];
  for (const leaf of head.leaves) {
    const result = await head.render(leaf);
    selected.push(
      result.ok
        ? { leaf, kind: 'selected', reasons: [], head: result, problems: result.warnings }
        : notRendered(result),
    );
  }
  const renderings = selected.flatMap((each) => headOf(each)?.rendering ?? []);
  return { changed: selected, unused: [], sharedStates: sharedStates(renderings) };
}

type NotRendered = Extract<RenderResult, { ok: false }>;

function notRendered({ leaf, problems, paused }: NotRendered): FailedLeaf | PausedLeaf {
  if (paused === undefined) return { leaf, kind: 'failed', reasons: [], problems };
  const why = `It is paused: composition.enabled is false in ${formatPlace(paused.place)}.`;
  return { leaf, kind: 'paused', reasons: [], problems, paused, why };
}

/** A leaf that is paused from now on. */
function pausedNow(result: NotRendered): FailedLeaf | PausedLeaf {
  const leaf = notRendered(result);
  if (leaf.kind !== 'paused') return leaf;
  const why = `${leaf.why} What it created stays, but nothing plans, applies or checks it any more, and leaves that read its outputs read the last ones.`;
  return { ...leaf, why, reasons: [{ kind: 'setting', key: 'composition.enabled' }] };
}

/** Who reads the outputs of a leaf that is paused from now on. */
async function namingReaders(changed: readonly ChangedLeaf[], head: Renderer): Promise<readonly ChangedLeaf[]> {
  if (!changed.some((each) => each.kind === 'paused' && each.reasons.length > 0)) return changed;
  const { graph } = await readLeafGraph(head);
  return changed.map((each) => {
    const readers = each.kind === 'paused' && each.reasons.length > 0 ? readersOf(graph, each.leaf.path) : [];
    if (each.kind !== 'paused' || readers.length === 0) return each;
    const names = readers.slice(0, 10).map(({ reader }) => reader);
    const more = readers.length > names.length ? ` and ${readers.length - names.length} more` : '';
    return { ...each, why: `${each.why} These read its outputs: ${names.join(', ')}${more}.` };
  });
}

/** A leaf that stays paused counts only if its backend changed: switched on, it would leave what it has behind. */
function stillPaused({ rendering: before }: Paused, result: NotRendered): FailedLeaf | PausedLeaf | undefined {
  const after = result.paused?.rendering;
  if (before === undefined || after === undefined || before.state?.written === after.state?.written) return undefined;
  const leaf = notRendered(result);
  if (leaf.kind !== 'paused') return leaf;
  const why = `${leaf.why} Its backend changed: once it is switched on, it manages another state, and what it created stays behind in the old one. Keep the backend settings, or move the state before.`;
  return { ...leaf, why };
}

async function added(leaf: Leaf, head: Renderer): Promise<ChangedLeaf> {
  const result = await head.render(leaf);
  if (!result.ok) return notRendered(result);
  return { leaf, kind: 'added', reasons: [], head: result, problems: result.warnings };
}

/** A link that leads nowhere is a file too. */
function hasFiles(snapshot: Snapshot, folder: string): boolean {
  const isBelow = (path: string): boolean => path.startsWith(`${folder}/`);
  return snapshot.brokenLinks().some(isBelow) || snapshot.filesBelow(folder).length > 0;
}

async function removed(leaf: Leaf, base: Renderer, head: Renderer): Promise<RemovedLeaf | KeptLeaf> {
  // A folder of another tool below it, a settings file, or `config_roots` may be why it is no leaf any more.
  const { snapshot, root } = head.project;
  if (hasFiles(snapshot, joinPath(root, leaf.path))) {
    const why = 'Its folder still has files, but it is no leaf any more, so nothing of it is destroyed.';
    return { leaf, kind: 'removed', fate: 'orphan', why, reasons: [], problems: [] };
  }
  const [missing] = missingConfigRoots(head.project);
  if (missing !== undefined) {
    const why = `The setting "config_roots" names "${missing}", which is no folder: leaves may be missing by mistake, so nothing of it is destroyed.`;
    return { leaf, kind: 'removed', fate: 'undecided', why, reasons: [], problems: [] };
  }
  const result = await base.render(leaf);
  if (result.ok) return { leaf, kind: 'removed', fate: 'destroy', reasons: [], base: result, problems: [] };
  return {
    leaf,
    kind: 'removed',
    fate: 'orphan',
    why:
      result.paused === undefined
        ? 'It does not render at base, so what it created is not known.'
        : 'It was paused, so nothing of it is destroyed. To destroy what it created, run an apply by hand with "destroy-removed: true", "leaves", and "removed-at" set to the commit that paused it: its destroy plan is shown first, for acceptance.',
    reasons: [baseFailed(result)],
    problems: [],
  };
}

function baseFailed({ problems, paused }: NotRendered): Reason {
  return { kind: 'base-failed', message: paused === undefined ? (problems[0]?.message ?? '') : 'it was paused' };
}

async function compareLeaf(
  before: Leaf,
  base: Renderer,
  leaf: Leaf,
  head: Renderer,
  unusedConfiguration: UnusedConfiguration,
): Promise<DifferingLeaf | FailedLeaf | PausedLeaf | 'unused' | undefined> {
  const now = await head.render(leaf);
  if (!now.ok && now.paused === undefined) return notRendered(now);
  const old = await base.render(before);
  if (!now.ok) return !old.ok && old.paused !== undefined ? stillPaused(old.paused, now) : pausedNow(now);
  const differing = { leaf, kind: 'changed', head: now, problems: now.warnings } as const;
  if (!old.ok) {
    const paused = old.paused?.rendering;
    const restated = paused !== undefined && paused.state?.written !== now.rendering.state?.written;
    return { ...differing, reasons: [baseFailed(old)], blocksBefore: undefined, restated };
  }
  const reasons = compareRenderings(old, now, unusedConfiguration === 'plan');
  if (reasons.length === 0) return differInConfiguration(old, now) ? 'unused' : undefined;
  const settings = changedSettings(leaf, base, head);
  return {
    ...differing,
    reasons: [...reasons, ...settings],
    blocksBefore: old.rendering.blocks,
    restated: old.rendering.state?.written !== now.rendering.state?.written,
  };
}

/** Changed settings that affect this leaf's rendering. */
function changedSettings(leaf: Leaf, base: Renderer, head: Renderer): readonly Reason[] {
  const [before, after] = [base.project.settings, head.project.settings];
  if (before === after) return [];
  const lists = [
    ['compositions.config_keys.excluded', before.excludedKeys, after.excludedKeys],
    ['compositions.config_keys.filtered', before.filteredKeys, after.filteredKeys],
  ] as const;
  const differing = lists
    .filter(([, old, now]) => JSON.stringify(old.get(leaf.composition)) !== JSON.stringify(now.get(leaf.composition)))
    .map(([name]) => `${name}.${leaf.composition}`);
  const scalars = (
    [
      ['terraform.versioned_module_sources', before.versionedModuleSources, after.versionedModuleSources],
      ['terraform.local_path', before.localPath, after.localPath],
      ['terraform.root_path', before.rootPath, after.rootPath],
      ['list_merge', before.listMerge, after.listMerge],
    ] as const
  )
    .filter(([, old, now]) => old !== now)
    .map(([name]) => name);
  return [...differing, ...scalars].map((key) => ({ kind: 'setting', key }));
}
