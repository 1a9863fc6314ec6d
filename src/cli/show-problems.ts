import { formatProblem, throwOnErrors, type Problem } from '../base/problems.ts';
import type { Edge } from './command.ts';

/**
 * Shows the warnings among some problems in the log.
 *
 * @throws ProblemError with the errors among them
 */
export function showProblems(problems: readonly Problem[], { log }: Pick<Edge, 'log'>): void {
  for (const each of problems) if (each.severity === 'warning') log.warning(formatProblem(each));
  throwOnErrors(problems);
}
