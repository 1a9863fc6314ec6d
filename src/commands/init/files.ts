/** The files of a new project: two environments, one composition with a versioned module, workflows. Pure but for assets. */
import { readFileSync } from 'node:fs';

/** Path from the project root → text. */
export type NewFiles = ReadonlyMap<string, string>;

/** Workflows belong to the repository's top folder. */
export const WORKFLOWS = '.github/workflows/';

/** What git does not keep. */
export const IGNORED = '.kompos-runtime/';

/** The files of a new project. */
export function newProject(): NewFiles {
  return new Map([
    ['.komposconfig.yaml', SETTINGS],
    ['.gitignore', `${IGNORED}\n.terraform/\n*.tfstate\n*.tfstate.backup\n`],
    ['.vscode/settings.json', EDITOR],
    ['config/default.yaml', DEFAULTS],
    ['config/env=dev/env.yaml', environment('dev', 'v1.1.0')],
    ['config/env=dev/composition=app/app.yaml', leaf('dev')],
    ['config/env=prod/env.yaml', environment('prod', 'v1.0.0')],
    ['config/env=prod/composition=app/app.yaml', leaf('prod')],
    ['compositions/terraform/app/main.tf.versioned', COMPOSITION],
    ['compositions/terraform/app/variables.tf', VARIABLES],
    ['modules/app/v1.0.0/main.tf', module('"${var.name} in ${var.env}"')],
    ['modules/app/v1.1.0/main.tf', module('"${var.name} in ${var.env}, version 1.1"')],
    // `new URL(<literal>, import.meta.url)` is what lets the bundler carry the files into dist.
    [`${WORKFLOWS}plan.yml`, readFileSync(new URL('../../../examples/workflows/plan.yml', import.meta.url), 'utf8')],
    [`${WORKFLOWS}apply.yml`, readFileSync(new URL('../../../examples/workflows/apply.yml', import.meta.url), 'utf8')],
    [`${WORKFLOWS}drift.yml`, readFileSync(new URL('../../../examples/workflows/drift.yml', import.meta.url), 'utf8')],
  ]);
}

const SETTINGS = `# yaml-language-server: $schema=https://raw.githubusercontent.com/kompos-io/kompos-github/v1/schema/komposconfig.schema.json
compositions:
  order:
    terraform: [app]
`;

const EDITOR = `{
  "files.associations": {
    "*.tf.versioned": "terraform"
  }
}
`;

const DEFAULTS = `# The first layer: it applies to every leaf. Deeper layers override it.
project: example

app:
  name: '{{project}}-{{env}}'

# States: configure a backend that outlives this machine. Until then, leaves can be planned, and are not applied.
# terraform:
#   backend:
#     s3:
#       bucket: example-terraform-state
#       region: eu-central-1
#       key: '{{leaf.path}}.tfstate'
`;

function environment(name: string, version: string): string {
  return `env: ${name}

app:
  module_version: ${version}
`;
}

function leaf(env: string): string {
  return `# Configuration of this leaf only: the composition "app" in ${env}.
`;
}

const COMPOSITION = `# A template: the placeholder in "source" is replaced by each leaf's value.
# Modules of another repository are pinned the same way:
#   source = "git::https://github.com/org/terraform-modules.git//app?ref={{app.module_version}}"
module "app" {
  source = "../../../modules/app/{{app.module_version}}"

  name = var.config.app.name
  env  = var.config.env
}

output "description" {
  value = module.app.description
}
`;

/** How the code of a composition gets its configuration. */
export const VARIABLES = `variable "config" {
  description = "The configuration of the leaf."
  type        = any
}
`;

/** `terraform_data` is built into Terraform: no provider is downloaded. */
function module(description: string): string {
  return `variable "name" {
  type = string
}

variable "env" {
  type = string
}

resource "terraform_data" "app" {
  input = ${description}
}

output "description" {
  value = terraform_data.app.output
}
`;
}
