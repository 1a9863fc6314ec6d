/** `kompos list`: the leaves of a project. */
import type { Problem } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import { leavesFor, rendererFor, withQuestions, type QuestionRequest } from '../../execution/questions.ts';
import { openEnabled, type Enabled } from '../../project/enabled.ts';
import { readsOf, type Edge } from '../../graph/graph.ts';
import { readLeafGraph } from '../../graph/leaf-graph.ts';
import { describeLeaf, type Leaf } from '../../project/leaves.ts';
import { oneLine } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';

export interface ListRequest extends QuestionRequest {
  /** A path, a glob, or a term such as `env=dev`, as typed; undefined: all leaves. */
  readonly configPath: string | undefined;
  readonly format: 'table' | 'json' | 'paths';
  /** Whether the leaves that each one reads are listed. */
  readonly depends: boolean;
}

interface ListedLeaf extends Leaf {
  readonly enabled: Enabled;
  /** Undefined if it was not asked for. */
  readonly dependsOn: readonly Edge[] | undefined;
}

export interface List {
  /** What to print. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** @throws ProblemError if no leaf is meant */
export async function listLeaves(request: ListRequest, context: LocalContext): Promise<List> {
  return withQuestions(request, context, async (questions) => {
    const { here } = questions;
    const { leaves, others } = leavesFor(questions, request.configPath);
    if (request.format === 'paths') return { text: leaves.map(({ path }) => `${path}\n`).join(''), problems: [] };
    const read = request.depends ? await readLeafGraph(rendererFor(here, context.environment)) : undefined;
    const enabled = openEnabled(here.project, here.configurations);
    const listed: ListedLeaf[] = [];
    for (const leaf of leaves) {
      listed.push({ ...leaf, enabled: await enabled(leaf), dependsOn: read && readsOf(read.graph, leaf.path) });
    }
    const text = request.format === 'json' ? asJson(listed, others) : asTable(listed, others);
    return { text, problems: read?.problems ?? [] };
  });
}

function asJson(leaves: readonly ListedLeaf[], others: readonly string[]): string {
  const rows = leaves.map(({ path, composition, place, enabled, dependsOn }) => ({
    path,
    composition,
    place,
    enabled: enabled === 'unknown' ? null : enabled === 'enabled',
    dependsOn: dependsOn?.map(({ reads, outputs }) => ({ path: reads, outputs })),
  }));
  return `${JSON.stringify({ leaves: rows, otherTools: others }, undefined, 2)}\n`;
}

function asTable(leaves: readonly ListedLeaf[], others: readonly string[]): string {
  const withDependencies = leaves.some(({ dependsOn }) => dependsOn !== undefined);
  const rows = [
    ['COMPOSITION', 'ENABLED', 'PLACE', ...(withDependencies ? ['DEPENDS ON'] : [])],
    ...leaves.map((leaf) => [
      oneLine(leaf.composition),
      { enabled: 'yes', paused: 'no', unknown: '?' }[leaf.enabled],
      oneLine(leaf.place),
      ...(withDependencies ? [dependenciesOf(leaf)] : []),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const paused = leaves.filter(({ enabled }) => enabled === 'paused').length;
  const totals = [
    `${count(leaves.length, 'leaf', 'leaves')}${paused === 0 ? '' : `, ${count(paused)} of them paused`}.`,
    ...(others.length === 0 ? [] : [`${count(others.length, 'folder', 'folders')} without Terraform code left out.`]),
  ];
  return [...lines, ...totals].map((line) => `${line.trimEnd()}\n`).join('');
}

/** A leaf of the same place is its composition. */
function dependenciesOf({ place, dependsOn = [] }: ListedLeaf): string {
  const names = dependsOn.map(({ reads }) => {
    const other = describeLeaf(reads);
    return oneLine(other.place === place ? other.composition : reads);
  });
  return names.length === 0 ? '-' : names.join(', ');
}
