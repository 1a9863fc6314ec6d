/** A leaf's plan → its class: clean, drifted, pending or error. Pure. */
import type { DriftOutcome } from './report.ts';
import type { DriftedResource, PlannedChange } from '../../terraform/drift-json.ts';
import type { PlanResult } from '../../terraform/plan.ts';
import type { IgnoredDrift, Splitter } from './ignore.ts';

/**
 * The normal plan decides: without changes a leaf is clean, even if the provider reports some. Drift counts when the
 * resource itself has a planned change, or when another one uses a drifted value of it. A planned change belongs to the
 * drift that it would revert: if all of that is ignored, the change is too. What ignored drift causes in another
 * resource or in an output still counts, since it cannot be distinguished from an unrelated change. An action that only
 * such a change invokes belongs to it.
 */
export function classify(result: PlanResult, split: Splitter): DriftOutcome {
  if (!result.ok) return { class: 'error', stage: result.stage, output: result.output };
  const { summary, drift, text } = result;
  const parts = drift.resources.map((resource) => ({ resource, ...split(resource) }));
  const ignored = parts.flatMap((part) => part.ignored);
  if (!summary.hasChanges) return { class: 'clean', ignored: [] };

  const remaining = drift.changes.filter(
    (change) => !takesBack(change, drift.resources, ignored.filter(isAt(change.address))),
  );
  const changes = remaining.filter(
    ({ follows }) => follows === undefined || !drift.changes.some(isAt(follows)) || remaining.some(isAt(follows)),
  );
  const nothingElse = changes.length === 0 && drift.outputs.length === 0;
  if (nothingElse && changes.length < drift.changes.length) return { class: 'clean', ignored };

  const drifted = parts.flatMap(({ left }) => (left !== undefined && isBehind(left, changes) ? [left] : []));
  return { class: drifted.length > 0 ? 'drifted' : 'pending', drifted, ignored, planned: drift.changes, summary, text };
}

function isAt(address: string): (one: { readonly address: string }) => boolean {
  return (one) => one.address === address;
}

/** Whether the change only reverts ignored drift of its own resource. */
function takesBack(
  { address, attributes }: PlannedChange,
  resources: readonly DriftedResource[],
  ignored: readonly IgnoredDrift[],
): boolean {
  if (ignored.length === 0) return false;
  if (resources.some((each) => each.gone && each.address === address)) return true;
  // A change whose new values are all unknown cannot be distinguished from any other.
  return (
    attributes.length > 0 &&
    attributes.every((path) => ignored.some(({ attribute }) => attribute !== undefined && covers(attribute.path, path)))
  );
}

function isBehind(resource: DriftedResource, changes: readonly PlannedChange[]): boolean {
  if (changes.some(isAt(resource.address))) return true;
  return resource.feeds.some(
    (source) => resource.gone || resource.attributes.some(({ path }) => overlap(path, source)),
  );
}

function overlap(one: string, other: string): boolean {
  return covers(one, other) || covers(other, one);
}

/** Whether the lower path is the upper one, or is below it. */
function covers(upper: string, lower: string): boolean {
  if (upper === '' || upper === lower) return true;
  return lower.startsWith(upper) && /^[.[]/u.test(lower.slice(upper.length));
}
