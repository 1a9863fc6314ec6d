import { command } from '../command.ts';
import { projectOf, SKIP_SECRETS } from '../general-options.ts';
import { flag, usageError } from '../options.ts';

const DRY_RUN = flag('--dry-run', 'Renders and prints where the files are, without running Terraform.');

export const terraform = command({
  name: 'terraform',
  summary: 'Renders each leaf into .kompos-runtime and runs Terraform there.',
  details:
    '"init" runs first where it is needed; plan, apply, destroy and import get the configuration as var.config. ' +
    "Exit codes are Terraform's own; over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.",
  operands: ['<config_path>'],
  passesOn: ['<subcommand>', "[terraform's own arguments…]"],
  options: [DRY_RUN, SKIP_SECRETS],
  examples: [
    { line: 'config/env=dev terraform plan', does: 'plans all leaves of dev' },
    { line: 'config/env=dev/composition=vpc terraform apply', does: 'applies one leaf' },
  ],
  request(call) {
    const [subcommand, ...args] = call.words;
    if (subcommand === undefined) {
      throw usageError('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
    }
    if (call.configPath === undefined) {
      throw usageError('The configuration path is missing.', `Try: kompos <config_path> terraform ${subcommand}`);
    }
    return {
      configPath: call.configPath,
      ...projectOf(call),
      subcommand,
      args,
      dryRun: call.get(DRY_RUN),
      skipSecrets: call.get(SKIP_SECRETS),
    };
  },
  async run(request, edge) {
    const { runTerraformCommand } = await import('../../commands/terraform/terraform.ts');
    return await runTerraformCommand(request, edge);
  },
});
