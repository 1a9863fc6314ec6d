/** Which leaves differ between two revisions: both sides rendered and compared, never guessed from a list of paths. */
import { problem, type Problem } from '../problems.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Rendering } from '../rendering/rendering.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { ChangeKind, Reason } from './changed-leaf.ts';
import { compareRenderings, type Rendered } from './compare.ts';
import { leavesInReach } from './reachable.ts';

export interface ChangedLeaf {
  readonly leaf: Leaf;
  readonly kind: ChangeKind;
  readonly reasons: readonly Reason[];
  /** Absent for a leaf that is failed, removed or moved. */
  readonly head?: Rendered | undefined;
  /** Absent for a leaf that is added, or that cannot be rendered at base. */
  readonly base?: Rendered | undefined;
  /** Errors of a failed leaf, warnings of any. */
  readonly problems: readonly Problem[];
  /** For a moved leaf: the leaf that has its state now. */
  readonly movedTo?: string | undefined;
  /** Whether its state lies elsewhere than before. */
  readonly restated?: boolean | undefined;
}

/**
 * Compares all leaves of two revisions. Leaves that no differing file can reach are not rendered.
 *
 * @returns changed leaves in byte order of path
 */
export async function findChangedLeaves(base: Renderer, head: Renderer): Promise<readonly ChangedLeaf[]> {
  const atBase = new Map(base.leaves.map((leaf) => [leaf.path, leaf]));
  const atHead = new Map(head.leaves.map((leaf) => [leaf.path, leaf]));
  const inReach = await leavesInReach(base, head);

  const changed: ChangedLeaf[] = [];
  for (const leaf of head.leaves) {
    const before = atBase.get(leaf.path);
    if (before === undefined) changed.push(await added(leaf, head));
    else if (inReach.has(leaf.path)) {
      const found = await compareLeaf(before, base, leaf, head);
      if (found !== undefined) changed.push(found);
    }
  }
  for (const leaf of base.leaves) if (!atHead.has(leaf.path)) changed.push(await removed(leaf, base));
  return markMoved(changed, await stateOwners(changed, head)).sort((a, b) => (a.leaf.path < b.leaf.path ? -1 : 1));
}

/** All leaves as they are, compared with nothing: what a manual or scheduled run plans. */
export async function allLeaves(head: Renderer): Promise<readonly ChangedLeaf[]> {
  const selected: ChangedLeaf[] = [];
  for (const leaf of head.leaves) {
    const found = await added(leaf, head);
    selected.push(found.kind === 'added' ? { ...found, kind: 'selected' } : found);
  }
  return selected;
}

async function added(leaf: Leaf, head: Renderer): Promise<ChangedLeaf> {
  const result = await head.render(leaf);
  if (!result.ok) return { leaf, kind: 'failed', reasons: [], problems: result.problems };
  return { leaf, kind: 'added', reasons: [], head: result, problems: result.warnings };
}

async function removed(leaf: Leaf, base: Renderer): Promise<ChangedLeaf> {
  const result = await base.render(leaf);
  if (result.ok) return { leaf, kind: 'removed', reasons: [], base: result, problems: [] };
  const message = result.problems[0]?.message ?? '';
  return { leaf, kind: 'removed', reasons: [{ kind: 'base-failed', message }], problems: [] };
}

async function compareLeaf(before: Leaf, base: Renderer, leaf: Leaf, head: Renderer): Promise<ChangedLeaf | undefined> {
  const now = await head.render(leaf);
  if (!now.ok) return { leaf, kind: 'failed', reasons: [], problems: now.problems };
  const old = await base.render(before);
  if (!old.ok) {
    const message = old.problems[0]?.message ?? '';
    return { leaf, kind: 'changed', reasons: [{ kind: 'base-failed', message }], head: now, problems: now.warnings };
  }
  const reasons = compareRenderings(old, now);
  if (reasons.length === 0) return undefined;
  const settings = changedSettings(leaf, base, head);
  const restated = old.rendering.state?.identity !== now.rendering.state?.identity;
  return {
    leaf,
    kind: 'changed',
    reasons: [...reasons, ...settings],
    head: now,
    base: old,
    problems: now.warnings,
    restated,
  };
}

/** Settings that decide what this composition gets. */
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

/**
 * The leaf of head that uses a state, by the state's identity. Unchanged leaves count too: a state that they shared with
 * a removed leaf is still theirs. They are rendered only where something was removed.
 */
async function stateOwners(changed: readonly ChangedLeaf[], head: Renderer): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  if (!changed.some(({ kind }) => kind === 'removed')) return owners;
  for (const leaf of head.leaves) {
    const result = await head.render(leaf);
    const identity = result.ok ? result.rendering.state?.identity : undefined;
    if (identity !== undefined) owners.set(identity, leaf.path);
  }
  return owners;
}

/** A removed leaf whose state a leaf of head uses is moved: destroying it would destroy what lives. */
function markMoved(changed: readonly ChangedLeaf[], owners: ReadonlyMap<string, string>): ChangedLeaf[] {
  return changed.map((each) => {
    const identity = each.kind === 'removed' ? each.base?.rendering.state?.identity : undefined;
    const movedTo = identity === undefined ? undefined : owners.get(identity);
    return movedTo === undefined ? each : { ...each, kind: 'moved', movedTo };
  });
}

/** Leaves of one run that would write to the same state: an error before anything starts. */
export function sharedStates(renderings: readonly Rendering[]): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { leaf, state } of renderings) {
    if (state === undefined) continue;
    const other = owners.get(state.identity);
    if (other === undefined) owners.set(state.identity, leaf.path);
    else {
      problems.push(
        problem('state', `Two leaves have the same state: ${other} and ${leaf.path}.`, {
          place: { file: leaf.path },
          hint: "Each would destroy what the other made. Give the backend a setting that differs, such as a key with the leaf's place and composition in it.",
        }),
      );
    }
  }
  return problems;
}
