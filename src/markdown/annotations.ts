/** Problems as annotations on lines of files, as many as GitHub shows for a step. */
import { formatProblem, type Problem } from '../base/problems.ts';
import { visible } from './escaping.ts';
import { count } from './phrases.ts';

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
/** A problem, and the leaf that it belongs to, if any. */
export interface FoundProblem {
  readonly problem: Problem;
  readonly leaf: string | undefined;
}

/**
 * At most ten annotations, errors first: for errors, and for warnings whose file and line are known. A problem that
 * several leaves share is one annotation. If there are more, another one without a place says how many.
 *
 * @param others how many of the ten are used for something else
 */
export function annotationsOf(problems: readonly FoundProblem[], others = 0): readonly Annotation[] {
  const groups = new Map<string, { problem: Problem; leaves: string[] }>();
  for (const { problem, leaf } of problems) {
    if (problem.severity === 'warning' && problem.place?.line === undefined) continue;
    const key = formatProblem(problem);
    const group = groups.get(key) ?? { problem, leaves: [] };
    if (leaf !== undefined) group.leaves.push(leaf);
    groups.set(key, group);
  }
  const all = [...groups.values()].toSorted((a, b) => rank(a.problem) - rank(b.problem));
  const shown = all.slice(0, MOST - others).map(({ problem, leaves }) => annotation(problem, leaves));
  const left = all.length - shown.length;
  if (left <= 0) return shown;
  const message = `${count(left, 'more problem is', 'more problems are')} in the report.`;
  return [...shown, { severity: 'notice', title: 'Kompos', message }];
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
