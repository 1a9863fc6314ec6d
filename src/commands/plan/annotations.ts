/** Problems as annotations on lines of files, as many as GitHub shows for a step. */
import { formatProblem, hasErrors, problem, type Problem } from '../../base/problems.ts';
import { visible } from '../../markdown/escaping.ts';
import { startOf } from '../../markdown/bytes.ts';
import { errorsIn } from '../../terraform/diagnostics.ts';
import { commandInWords, programOf } from '../../terraform/programs.ts';
import type { LeafReport, PlanReport } from './report.ts';
import { count } from '../../markdown/phrases.ts';

/** `notice` is only the last one, which counts those that are not shown. */
export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** GitHub shows ten errors and ten warnings per step, and silently drops the others. */
const MOST = 10;
/** GitHub cuts longer ones. */
const MOST_BYTES = 3_000;

/**
 * At most ten annotations, errors first: for errors, for warnings whose file and line are known, and for leaves that
 * failed without a known place. A problem that several leaves share is one annotation. If there are more, an eleventh
 * without a place says how many.
 */
export function annotations(report: PlanReport): readonly Annotation[] {
  const groups = new Map<string, { problem: Problem; leaves: string[] }>();
  for (const { problem, leaf } of allProblems(report)) {
    if (problem.severity === 'warning' && problem.place?.line === undefined) continue;
    const key = formatProblem(problem);
    const group = groups.get(key) ?? { problem, leaves: [] };
    if (leaf !== undefined) group.leaves.push(leaf);
    groups.set(key, group);
  }
  const all = [...groups.values()].toSorted((a, b) => rank(a.problem) - rank(b.problem));
  const shown = all.slice(0, MOST).map(({ problem, leaves }) => annotation(problem, leaves));
  const left = all.length - MOST;
  if (left <= 0) return shown;
  const message = `${count(left, 'more problem is', 'more problems are')} in the report.`;
  return [...shown, { severity: 'notice', title: 'Kompos', message }];
}

function allProblems(report: PlanReport): readonly { problem: Problem; leaf: string | undefined }[] {
  return [
    ...report.problems.map((problem) => ({ problem, leaf: undefined })),
    ...report.leaves.flatMap((each) =>
      [...each.problems, ...failure(report, each)].map((problem) => ({ problem, leaf: each.leaf })),
    ),
  ];
}

/** The failure of a leaf that no problem tells: Terraform named no place in a file of the repository. */
function failure(report: PlanReport, { outcome, problems }: LeafReport): readonly Problem[] {
  if (outcome.status !== 'failed' || hasErrors(problems)) return [];
  const errors = errorsIn(outcome.output).map(({ summary, detail }) => `${summary}\n${detail}`.trim());
  const message = errors.length > 0 ? errors.join('\n') : outcome.output;
  return [
    problem('terraform', `${commandInWords(programOf(report), outcome.stage)} failed: ${startOf(message, MOST_BYTES)}`),
  ];
}

function rank(problem: Problem): number {
  return problem.severity === 'error' ? 0 : 1;
}

function annotation(problem: Problem, leaves: readonly string[]): Annotation {
  const [first = '', ...others] = leaves;
  const more = others.length > 0 ? ` and ${count(others.length, 'other leaf', 'other leaves')}` : '';
  return {
    severity: problem.severity,
    title: first === '' ? 'Kompos' : `Kompos: ${visible(first)}${more}`,
    message: visible([problem.message, problem.hint].filter((part) => part !== undefined).join('\n')),
    ...problem.place,
  };
}
