/** What of a plan's report is annotated. */
import { hasErrors, problem, type Problem } from '../../base/problems.ts';
import { annotationsOf, type Annotation, type FoundProblem } from '../../markdown/annotations.ts';
import { checkProblems } from '../../checks/groups.ts';
import { startOf } from '../../markdown/bytes.ts';
import { errorsIn } from '../../terraform/diagnostics.ts';
import { commandInWords, programOf } from '../../terraform/programs.ts';
import type { LeafReport, PlanReport } from './report.ts';

/** GitHub cuts longer ones. */
const MOST_BYTES = 3_000;

/** Its problems, and leaves that failed without a known place. */
export function annotations(report: PlanReport): readonly Annotation[] {
  return annotationsOf(allProblems(report));
}

function allProblems(report: PlanReport): readonly FoundProblem[] {
  return [
    ...report.problems.map((problem) => ({ problem, leaf: undefined })),
    ...report.leaves.flatMap((each) =>
      [...each.problems, ...failure(report, each), ...checkProblems(each)].map((problem) => ({
        problem,
        leaf: each.leaf,
      })),
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
