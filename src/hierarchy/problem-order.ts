import { formatProblem, type Problem } from '../base/problems.ts';

/** Sorts problems by file, line and column, and removes duplicates. */
export function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const distinct = new Map(problems.map((each) => [formatProblem(each), each]));
  return [...distinct.entries()].sort(compare).map(([, each]) => each);
}

function compare([textA, a]: readonly [string, Problem], [textB, b]: readonly [string, Problem]): number {
  return (
    order(a.place?.file ?? '', b.place?.file ?? '') ||
    order(a.place?.line ?? 0, b.place?.line ?? 0) ||
    order(a.place?.column ?? 0, b.place?.column ?? 0) ||
    order(textA, textB)
  );
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
