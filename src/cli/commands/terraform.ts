import { command } from '../command.ts';
import { projectOf, SKIP_SECRETS } from '../general-options.ts';
import { flag, usageError } from '../options.ts';

const DRY_RUN = flag('--dry-run', 'Renders and prints where the files are, without running Terraform.');
const FAIL_FAST = flag('--fail-fast', 'Ends commands that read, such as plan, at the first failure too.');
const WAIT = flag('--wait', 'Waits for a leaf that another run works on.');

export const terraform = command({
  name: 'terraform',
  summary: 'Renders each leaf into .kompos-runtime and runs Terraform there.',
  details:
    '"init" runs first where it is needed; plan, apply, destroy and import get the configuration as var.config. ' +
    'Commands that read (plan, validate, output, show, state list, ...) run for several leaves at once and go on after ' +
    'failures. All others, such as apply, keep the order of compositions.order.terraform, parents first ("destroy" in ' +
    'reverse), and stop at the first failure. JSON of several leaves is one object with the leaves as keys. ' +
    "Exit codes are Terraform's own, over several leaves that of the first failure, with -detailed-exitcode 2 if none " +
    'failed and any has changes.',
  operands: ['[<config_path>]'],
  passesOn: ['<subcommand>', "[terraform's own arguments…]"],
  options: [DRY_RUN, FAIL_FAST, WAIT, SKIP_SECRETS],
  behind: [DRY_RUN, WAIT],
  examples: [
    { line: 'config/env=dev terraform plan', does: 'plans all leaves of dev' },
    { line: 'env=dev,composition=vpc terraform apply', does: 'applies the vpc of dev' },
  ],
  request(call) {
    const line = call.words;
    if (line.length === 0) {
      throw usageError('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
    }
    return {
      configPath: call.configPath,
      ...projectOf(call),
      line,
      dryRun: call.get(DRY_RUN),
      failFast: call.get(FAIL_FAST),
      wait: call.get(WAIT),
      skipSecrets: call.get(SKIP_SECRETS),
    };
  },
  async run(request, edge) {
    const { runTerraformCommand } = await import('../../commands/terraform/terraform.ts');
    return await runTerraformCommand(request, edge);
  },
});
