/** `kompos list`: the leaves of a project. */
import type { LocalContext } from '../../execution/local-project.ts';
import { leavesFor, withQuestions, type QuestionRequest } from '../../execution/questions.ts';
import { openEnabled, type Enabled } from '../../project/enabled.ts';
import type { Leaf } from '../../project/leaves.ts';
import { oneLine } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';

export interface ListRequest extends QuestionRequest {
  /** A path, a glob, or a term such as `env=dev`, as typed; undefined: all leaves. */
  readonly configPath: string | undefined;
  readonly format: 'table' | 'json' | 'paths';
}

interface ListedLeaf extends Leaf {
  readonly enabled: Enabled;
}

/** @throws ProblemError if no leaf is meant */
export async function listLeaves(request: ListRequest, context: LocalContext): Promise<string> {
  return withQuestions(request, context, async (questions) => {
    const { here } = questions;
    const { leaves, others } = leavesFor(questions, request.configPath);
    if (request.format === 'paths') return leaves.map(({ path }) => `${path}\n`).join('');
    const enabled = openEnabled(here.project, here.configurations);
    const listed: ListedLeaf[] = [];
    for (const leaf of leaves) listed.push({ ...leaf, enabled: await enabled(leaf) });
    return request.format === 'json' ? asJson(listed, others) : asTable(listed, others);
  });
}

function asJson(leaves: readonly ListedLeaf[], others: readonly string[]): string {
  const rows = leaves.map(({ path, composition, place, enabled }) => ({
    path,
    composition,
    place,
    enabled: enabled === 'unknown' ? null : enabled === 'enabled',
  }));
  return `${JSON.stringify({ leaves: rows, otherTools: others }, undefined, 2)}\n`;
}

function asTable(leaves: readonly ListedLeaf[], others: readonly string[]): string {
  const rows = [
    ['COMPOSITION', 'ENABLED', 'PLACE'],
    ...leaves.map(({ composition, place, enabled }) => [
      oneLine(composition),
      { enabled: 'yes', paused: 'no', unknown: '?' }[enabled],
      oneLine(place),
    ]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
  const paused = leaves.filter(({ enabled }) => enabled === 'paused').length;
  const totals = [
    `${count(leaves.length, 'leaf', 'leaves')}${paused === 0 ? '' : `, ${count(paused)} of them paused`}.`,
    ...(others.length === 0 ? [] : [`${count(others.length, 'folder', 'folders')} without Terraform code left out.`]),
  ];
  return [...lines, ...totals].map((line) => `${line.trimEnd()}\n`).join('');
}
