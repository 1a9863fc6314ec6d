/** Leaves that read each other's states, in one environment: each writes down what it has read. */
import type { Files } from '../../loopback/file-tree.ts';

/** What a composition reads of others: output names by composition. */
export type Chain = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** `vpc ← eks ← addons ← app ← dns` */
export const FIVE: Chain = {
  vpc: {},
  eks: { vpc: ['id'] },
  addons: { eks: ['id'] },
  app: { addons: ['id'] },
  dns: { app: ['id'] },
};

/** The settings and the sources: a state of its own for each leaf, at `/<env>/<composition>`. */
export function chainSources(chain: Chain): Files {
  return {
    'config/default.yaml': [
      'cloud: {type: aws}',
      'states: "{{env(STATE_URL)}}"',
      'terraform:',
      '  backend:',
      '    http:',
      '      address: "{{env(STATE_URL)}}/{{env.name}}/{{self}}"',
      '',
    ].join('\n'),
    ...Object.fromEntries(
      Object.entries(chain).map(([name, reads]) => [`compositions/terraform/aws/${name}/main.tf`, source(name, reads)]),
    ),
  };
}

/** The leaves of an environment. */
export function chainLeaves(environment: string, names: readonly string[], more = ''): Files {
  return {
    [`config/env=${environment}/env.yaml`]: `env: {name: ${environment}}\n${more}`,
    ...Object.fromEntries(names.map((name) => [`${chainLeaf(environment, name)}/${name}.yaml`, `self: ${name}\n`])),
  };
}

export function chainLeaf(environment: string, name: string): string {
  return `config/env=${environment}/composition=terraform/terraform=${name}`;
}

/** @param more lines of code below */
export function source(name: string, reads: Chain[string], more = ''): string {
  const read = Object.entries(reads).flatMap(([other, outputs]) =>
    outputs.map((output) => `\${data.terraform_remote_state.${other}.outputs.${output}}`),
  );
  return [
    'variable "config" {',
    '  type = any',
    '}',
    ...Object.keys(reads).flatMap((other) => [
      '',
      `data "terraform_remote_state" "${other}" {`,
      '  backend = "http"',
      '  config = {',
      `    address = "\${var.config.states}/\${var.config.env.name}/${other}"`,
      '  }',
      '}',
    ]),
    '',
    'resource "terraform_data" "this" {',
    `  input = "${[name, ...read].join(' < ')}"`,
    '}',
    '',
    'output "id" {',
    '  value = terraform_data.this.output',
    '}',
    more,
  ].join('\n');
}
