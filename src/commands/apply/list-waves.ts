/** `wave: list`: which waves a workflow has to start. Nothing is planned. */
import { throwOnErrors } from '../../base/problems.ts';
import { withCheckout } from '../../execution/checkout.ts';
import type { JobContext } from '../../execution/leaf-terraform.ts';
import type { ApplyRequest } from './apply.ts';
import { chooseLeaves, compareForApply } from './apply-comparison.ts';
import { wavesOf, type ChangedWave } from './waves.ts';

/**
 * The waves that have leaves to apply, for a workflow with a job for each; one without leaves if nothing is changed.
 *
 * @throws ProblemError if they contradict the order of the leaves: then nothing may be applied
 */
export async function listWaves(
  request: ApplyRequest,
  context: JobContext,
): Promise<readonly Pick<ChangedWave, 'name' | 'environment'>[]> {
  return withCheckout(request, context.environment, context.configurationEnvironment, async (checkout) => {
    const comparison = await compareForApply(request, checkout, context.log);
    const { selected, changeGraph } = await chooseLeaves(comparison, request.leaves);
    const { all, changed, problems } = wavesOf(comparison, selected, changeGraph, request.destroyRemoved);
    throwOnErrors([...changeGraph.problems, ...problems]);
    return changed.length > 0 ? changed : all.slice(-1).map(({ name }) => ({ name, environment: undefined }));
  });
}
