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
  expect(outsideSettings(environment)).toMatchObject({ ofPlans, ofStates });
});

test.each<[Readonly<Record<string, string>>, readonly string[], readonly string[] | 'any']>([
  [{ PATH: 'x' }, [], []],
  [{ TF_VAR_a: 'x', TF_VAR_empty: '', tf_var_b: 'x' }, ['a', 'empty'], []],
  [{ TF_CLI_ARGS: '-var a=1 --var=b=2', TF_CLI_ARGS_init: "-var 'c=3 4' -upgrade" }, [], ['a', 'b', 'c']],
  [{ TF_CLI_ARGS_init: '-var-file=x.tfvars' }, [], 'any'],
  [{ TF_CLI_ARGS: '-var-file x.tfvars -var=a=1' }, [], 'any'],
  [{ TF_CLI_ARGS_init: '-var' }, [], 'any'],
  [{ TF_CLI_ARGS_init: '-var $X' }, [], 'any'],
  // A plan with other values than those of `init` is refused by both programs.
  [{ TF_CLI_ARGS_plan: '-var=a=1 -var-file=x' }, [], []],
])('variables that %j sets', (environment, variables, options) => {
  const { ofRenderings } = outsideSettings(environment);
  expect([...ofRenderings.variables]).toEqual(variables);
  expect(ofRenderings.options).toEqual(options === 'any' ? options : new Set(options));
});

test.each([
  [{ TF_WORKSPACE: 'prod' }, true],
  [{ TF_WORKSPACE: 'default' }, false],
  [{ TF_WORKSPACE: '' }, false],
])('a workspace of its own: %j', (environment, isNamed) => {
  expect(outsideSettings(environment).ofRenderings.environment.has('TF_WORKSPACE')).toBe(isNamed);
});

// As the flag is read by both programs: with a "=" it is a setting, else a file.
test.each<[string, readonly string[] | 'any']>([
  ['-backend=false', []],
  ['-backend-config=prod.hcl', 'any'],
  ['-backend-config prod.hcl -backend-config=key=x', 'any'],
  ['-backend-config', 'any'],
  ['-backend-config=key=x --backend-config "bucket=a b" -upgrade', ['key', 'bucket']],
  ["-backend-config='key=a/b=c'", ['key']],
])('settings of backends that the options %s set', (value, names) => {
  expect(outsideSettings({ TF_CLI_ARGS_init: value }).ofRenderings.backendOptions).toEqual(
    names === 'any' ? names : new Set(names),
  );
});
