/** Projects of one leaf with two resources, `one` and `two`, that somebody can change behind Terraform's back. */
import { runCli } from '../../loopback/runner.ts';
import { checkoutAsRunner } from '../../loopback/git-origin.ts';
import { findProviderMirror, mirrorSettings } from '../../loopback/provider-mirror.ts';
import { startSsmServer } from '../../loopback/ssm-server.ts';
import { startDriftStory, type DriftStory } from './drift-story.ts';

type Which = 'one' | 'two';

export interface DriftingStory extends DriftStory {
  /** Sets a resource to another value (as written in code: `1`), for the next plan to see. */
  readonly change: (which: Which, value: string) => void;
  /** What else the runs need. */
  readonly inputs: Readonly<Record<string, string>>;
}

export const LEAF = 'config/env=dev/composition=app';

const project = (main: readonly string[]): Readonly<Record<string, string>> => ({
  'config/default.yaml': [
    'cloud: {type: aws}',
    'terraform:',
    '  backend:',
    '    http:',
    '      address: "{{env(STATE_URL)}}/{{env.name}}"',
    '',
  ].join('\n'),
  'config/env=dev/env.yaml': 'env: {name: dev}\n',
  [`${LEAF}/app.yaml`]: 'app: {}\n',
  'compositions/terraform/aws/app/main.tf': ['variable "config" {', '  type = any', '}', ...main, ''].join('\n'),
});

/** Not drift: the state says something else than was ever applied, so the plan has changes of its own. */
export async function startPendingStory(more: Readonly<Record<string, string>> = {}): Promise<DriftingStory> {
  const resources = ['one', 'two'].map((name) => `resource "terraform_data" "${name}" {\n  input = "1"\n}`);
  const story = await startDriftStory({ ...project(resources), ...more });
  await apply(story, LEAF);
  const values = { one: '1', two: '1' };
  return {
    ...story,
    inputs: {},
    change(which, value) {
      values[which] = value;
      const state: unknown = story.states.state('/dev');
      const changed = JSON.stringify(state, (_key, each: unknown) =>
        isResource(each) ? { ...each, instances: [instance(each.instances[0], values[each.name])] } : each,
      );
      const parsed: unknown = JSON.parse(changed);
      story.states.setState('/dev', parsed);
    },
  };
}

interface StateResource {
  readonly name: Which;
  readonly instances: readonly [Readonly<Record<string, unknown>>];
}

function isResource(value: unknown): value is StateResource {
  return typeof value === 'object' && value !== null && 'instances' in value;
}

function instance(old: Readonly<Record<string, unknown>>, value: string): Readonly<Record<string, unknown>> {
  const dynamic = { value, type: 'string' };
  const attributes: unknown = old['attributes'];
  return { ...old, attributes: { ...Object(attributes), input: dynamic, output: dynamic } };
}

/** Real drift, with the AWS provider from the mirror, which must be there. */
export async function startDriftingStory(): Promise<
  DriftingStory & { /** Deletes a resource. */ readonly remove: (which: Which) => void }
> {
  const ssm = await startSsmServer();
  const resources = ['one', 'two'].map(
    (name) =>
      `resource "aws_ssm_parameter" "${name}" {\n  name           = "/${name}"\n  type           = "String"\n  insecure_value = "1"\n}`,
  );
  const provider = [
    'terraform {\n  required_providers {\n    aws = {\n      source  = "registry.terraform.io/hashicorp/aws"\n      version = "5.100.0"\n    }\n  }\n}',
    'provider "aws" {\n  region     = "eu-central-1"\n  access_key = "none"\n  secret_key = "none"',
    '  skip_credentials_validation = true\n  skip_requesting_account_id  = true\n  skip_metadata_api_check     = true\n  skip_region_validation      = true',
    '  endpoints {\n    ssm = var.config.ssm\n  }\n}',
  ];
  const files = { ...project([...provider, ...resources]), 'config/ssm.yaml': 'ssm: "{{env(SSM_URL)}}"\n' };
  const mirror = findProviderMirror() ?? '';
  const story = await startDriftStory(files, {
    env: { SSM_URL: ssm.url, TF_CLI_CONFIG_FILE: mirrorSettings(mirror), GOGC: '400' },
  });
  await apply(story, LEAF);
  return {
    ...story,
    inputs: { 'allow-env': 'STATE_URL\nSSM_URL' },
    change: (which, value) => {
      ssm.change(`/${which}`, value);
    },
    remove: (which) => {
      ssm.remove(`/${which}`);
    },
    async close() {
      await Promise.all([ssm.close(), story.close()]);
    },
  };
}

/** Applies a leaf of main with the command line. */
export async function apply(story: DriftStory, leaf: string): Promise<void> {
  await story.project.push(story.origin);
  const sha = await story.project.id();
  const { directory } = await checkoutAsRunner(story.origin, { ref: 'refs/heads/main', sha });
  const result = await runCli([leaf, 'terraform', 'apply', '-auto-approve'], {
    cwd: directory,
    env: story.environment,
  });
  if (result.code !== 0) throw new Error(`the apply failed: ${result.stdout}\n${result.stderr}`);
}
