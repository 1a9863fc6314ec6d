/** `command: validate`: what is wrong with the checked-out commit → log, annotations, summary, exit. No Terraform runs. */
import { realpathSync } from 'node:fs';
import { validationSummary, validationText } from '../commands/validate/formats.ts';
import { hasErrors } from '../base/problems.ts';
import { withCheckout } from '../execution/checkout.ts';
import { validate, type Validation } from '../execution/validation.ts';
import { withStandIns } from '../hierarchy/environment-reader.ts';
import { annotationsOf } from '../markdown/annotations.ts';
import { maskData, type Names } from '../masking/mask-data.ts';
import { leafSelection } from '../project/selection.ts';
import { projectRoot, type Job } from './job.ts';
import { allowedEnvironment, childEnvironment } from './job-environment.ts';
import { annotate, writeSummary } from './runner.ts';

/** What people named in the repository. */
const NAMES: Names<Validation> = {
  problems: { code: 'name', severity: 'name', place: 'name', leaves: 'name' },
  paused: 'name',
  others: 'name',
};

/** Sets exit code 1 if there are errors. Variables that `allow-env` lists and that are not set get a stand-in. */
export async function runValidate(job: Job): Promise<void> {
  const { log, masker } = job;
  const validation = maskData(await validateCheckout(job), NAMES, masker);
  log.info(validationText(validation, (_, text) => text));
  const found = validation.problems.flatMap((problem) =>
    (problem.leaves ?? [undefined]).map((leaf) => ({ problem, leaf })),
  );
  annotationsOf(found).forEach(annotate);
  await writeSummary(validationSummary(validation));
  if (hasErrors(validation.problems)) process.exitCode = 1;
}

function validateCheckout({ inputs, event, facts }: Job): Promise<Validation> {
  const { env } = process;
  const workspace = realpathSync(env['GITHUB_WORKSPACE'] ?? '.');
  return withCheckout(
    {
      projectRoot: projectRoot(workspace, inputs.workingDirectory),
      listMerge: inputs.listMerge,
      serverUrl: facts.serverUrl,
      token: inputs.token,
    },
    childEnvironment(env, false),
    withStandIns(allowedEnvironment(env, inputs.allowEnv, event.untrusted !== undefined)),
    async (checkout) => {
      const renderer = await checkout.open(checkout.repository.head);
      const isSelected = leafSelection(
        renderer.leaves.map(({ path }) => path),
        inputs.leaves,
      );
      return validate(
        renderer,
        renderer.leaves.filter(({ path }) => isSelected(path)),
      );
    },
  );
}
