/** What a change adds to leaves that others read: a state, or outputs. */
import type { ChangedLeaf } from '../changes/changed-leaf.ts';
import type { Rendered } from '../rendering/rendering.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { PlanResult } from '../terraform/plan.ts';
import type { Addition } from './waiting.ts';

/**
 * What a change adds to some leaves, by path. A changed leaf adds the outputs that its code declares at head only, and
 * those that its plan creates, such as one that was null. Leaves to which nothing is added are left out.
 *
 * @param base undefined if there is nothing to compare with: then nothing is added
 * @param paths the leaves to look at
 */
export async function additionsTo(
  changed: readonly ChangedLeaf[],
  base: Renderer | undefined,
  results: ReadonlyMap<ChangedLeaf, PlanResult>,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Addition>> {
  const additions = new Map<string, Addition>();
  const created = createdLeaves(changed);
  const kept = new Set(movedTo(changed));
  for (const each of changed) {
    if (!paths.has(each.leaf.path) || !(each.kind === 'added' || each.kind === 'changed')) continue;
    // What the outputs of one were that takes over another one's state is not looked up.
    if (kept.has(each.leaf.path)) additions.set(each.leaf.path, { isNew: false, outputs: declaredOutputs(each.head) });
    else if (created.includes(each))
      additions.set(each.leaf.path, { isNew: true, outputs: declaredOutputs(each.head) });
    else {
      const before = await base?.render(each.leaf);
      const known = before?.ok === true ? declaredOutputs(before) : new Set<string>();
      const result = results.get(each);
      const planned = result?.ok === true ? (result.summary.outputs ?? []) : [];
      const outputs = new Set([
        ...[...declaredOutputs(each.head)].filter((name) => !known.has(name)),
        ...planned.filter(({ action }) => action === 'create').map(({ name }) => name),
      ]);
      if (outputs.size > 0) additions.set(each.leaf.path, { isNew: false, outputs });
    }
  }
  return additions;
}

/** The leaves that have no state before their plans are applied, as far as the two revisions say. */
export function createdLeaves(changed: readonly ChangedLeaf[]): readonly ChangedLeaf[] {
  const kept = new Set(movedTo(changed));
  return changed.filter(
    (each) => (each.kind === 'added' || (each.kind === 'changed' && each.restated)) && !kept.has(each.leaf.path),
  );
}

/** The leaves that use the states of others from now on. */
function movedTo(changed: readonly ChangedLeaf[]): readonly string[] {
  return changed.flatMap((each) => (each.kind === 'moved' ? [each.movedTo] : []));
}

/** Names of the outputs of a leaf's root module. */
export function declaredOutputs({ code }: Rendered): ReadonlySet<string> {
  const files = code.root.files.filter(({ name }) => !name.includes('/'));
  return new Set(files.flatMap(({ hcl }) => hcl?.parsed.code.outputs.map(({ name }) => name) ?? []));
}
