/** A changed leaf and the outcome of its plan → the leaf's part of the report. Pure. */
import { headOf, type ChangedLeaf } from '../../changes/changed-leaf.ts';
import type { Problem } from '../../base/problems.ts';
import { terraformProblems } from '../../execution/terraform-problems.ts';
import type { PinnedBlock, Rendered } from '../../rendering/rendering.ts';
import { errorsIn, type Diagnostic } from '../../terraform/diagnostics.ts';
import type { BlockChange, LeafReport, Outcome } from './report.ts';
import type { PlanResult } from '../../terraform/plan.ts';

/**
 * @param printed Terraform's warnings about its plan
 * @param warnings about the leaf beyond those of rendering it
 */
export function describeLeaf(
  changed: ChangedLeaf,
  outcome: Outcome,
  printed: readonly Diagnostic[],
  warnings: readonly Problem[],
): LeafReport {
  const { leaf, kind, reasons } = changed;
  const [base, head] = ['base' in changed ? changed.base : undefined, headOf(changed)];
  const before = kind === 'changed' ? changed.blocksBefore : base?.rendering.blocks;
  const rendered = head ?? base;
  return {
    leaf: leaf.path,
    kind,
    movedTo: kind === 'moved' ? changed.movedTo : undefined,
    restated: kind === 'changed' && changed.restated,
    reasons,
    pins: rendered?.rendering.pins ?? [],
    blocks: blockChanges(before ?? [], head?.rendering.blocks ?? []),
    outcome,
    problems: [
      ...changed.problems,
      ...(rendered === undefined ? [] : problemsOf(rendered, changed, outcome, printed)),
      ...warnings,
    ],
  };
}

function problemsOf(
  rendered: Rendered,
  { reasons }: ChangedLeaf,
  outcome: Outcome,
  printed: readonly Diagnostic[],
): readonly Problem[] {
  if (outcome.status === 'not-run' || outcome.status === 'waits') return [];
  if (outcome.status === 'planned') return terraformProblems(rendered, reasons, printed, 'plan');
  return outcome.stage === 'render'
    ? []
    : terraformProblems(rendered, reasons, errorsIn(outcome.output), outcome.stage);
}

/** Blocks paired by template and address; several of one address in their order. */
function blockChanges(base: readonly PinnedBlock[], head: readonly PinnedBlock[]): readonly BlockChange[] {
  const before = new Map(keyed(base));
  const after = new Map(keyed(head));
  return [...new Set([...after.keys(), ...before.keys()])].map((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    return { address: (now ?? old)?.address ?? '', before: old, after: now };
  });
}

function keyed(blocks: readonly PinnedBlock[]): [string, PinnedBlock][] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const name = `${block.template.file}\n${block.address}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return [`${name}\n${count}`, block];
  });
}

/** A plan's result as the report has it. */
export function outcomeOf(result: PlanResult): Outcome {
  return result.ok
    ? { status: 'planned', summary: result.summary, text: result.text }
    : { status: 'failed', stage: result.stage, output: result.output };
}
