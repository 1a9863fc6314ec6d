import { expect, test } from '@jest/globals';
import { outsideSettings } from '../../src/terraform/outside-settings.ts';

test.each<[Readonly<Record<string, string>>, readonly string[], readonly string[]]>([
  [{}, [], []],
  [{ TF_CLI_ARGS: '-no-color', TF_CLI_ARGS_plan: '-parallelism=5', TF_IN_AUTOMATION: '1' }, [], []],
  [{ TF_CLI_ARGS_plan: '-target=module.vpc' }, ['TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_plan: '-parallelism=5 --refresh-only' }, ['TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_plan: '-destroy', TF_CLI_ARGS: '-replace aws_instance.a' }, ['TF_CLI_ARGS', 'TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_plan: '-minimal-refresh' }, ['TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_plan: '-refresh=false' }, ['TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_plan: '-var=destroy=1 -var-file=target' }, [], []],
  [{ TF_CLI_ARGS_plan: '"-target=module.vpc"' }, ['TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_plan: "-tar'get'=a.b" }, ['TF_CLI_ARGS_plan'], []],
  [{ TF_CLI_ARGS_apply: '-target=a.b' }, [], []],
  [{ TF_WORKSPACE: 'prod' }, [], ['TF_WORKSPACE']],
  [{ TF_WORKSPACE: '' }, [], []],
  [{ TF_CLI_ARGS_init: '-backend-config=prod.hcl', TF_HTTP_ADDRESS: 'x' }, [], ['TF_CLI_ARGS_init', 'TF_HTTP_ADDRESS']],
  [{ TF_CLI_ARGS_init: '-upgrade' }, [], []],
])('%j', (environment, ofPlans, ofStates) => {
  expect(outsideSettings(environment)).toEqual({ ofPlans, ofStates });
});
