/** The pull requests of the golden comments: one project, and one small change to it for each thing a reviewer meets. */
import { filesFrom, type Files } from '../../loopback/file-tree.ts';

/** Terraform modules with tags; `main` follows the last one. */
export const MODULES: readonly (readonly [tag: string, files: Files])[] = [
  [
    'v1.5.0',
    filesFrom(`
      -- vpc/main.tf --
      variable "name" {
        type = string
      }

      variable "cidr_block" {
        type = string
      }

      resource "terraform_data" "vpc" {
        input = "\${var.name} \${var.cidr_block}"
      }

      resource "terraform_data" "nat_gateway" {
        input = var.name
      }
    `),
  ],
  [
    'v2.0.0',
    filesFrom(`
      -- vpc/main.tf --
      variable "name" {
        type = string
      }

      variable "cidr_block" {
        type = string
      }

      resource "terraform_data" "vpc" {
        input            = "\${var.name} \${var.cidr_block}"
        triggers_replace = var.cidr_block
      }

      resource "terraform_data" "flow_logs" {
        input = terraform_data.vpc.output
      }
    `),
  ],
];

/** What main holds, and what is applied: dev and prod, each with a network and an app. */
export const PROJECT: Files = filesFrom(`
  -- .komposconfig.yaml --
  compositions:
    order:
      terraform: [network, app]

  -- config/default.yaml --
  cloud:
    type: aws
  terraform:
    backend:
      http:
        address: "{{env(STATE_URL)}}/{{env.name}}/{{composition}}"
  network:
    module_version: v1.5.0
    cidr_block: 10.0.0.0/16
  app:
    workers: 2
    size: small
    banner: welcome

  -- config/env=dev/env.yaml --
  env:
    name: dev
  network:
    cidr_block: 10.1.0.0/16
  app:
    size: tiny

  -- config/env=dev/composition=terraform/terraform=network/network.yaml --
  composition: network

  -- config/env=dev/composition=terraform/terraform=app/app.yaml --
  composition: app

  -- config/env=prod/env.yaml --
  env:
    name: prod
  network:
    module_version: v1.5.0

  -- config/env=prod/composition=terraform/terraform=network/network.yaml --
  composition: network

  -- config/env=prod/composition=terraform/terraform=app/app.yaml --
  composition: app

  -- compositions/terraform/aws/network/main.tf.versioned --
  variable "config" {
    type = any
  }

  module "vpc" {
    source     = "git::https://github.com/acme/terraform-modules.git//vpc?ref={{network.module_version}}"
    name       = var.config.env.name
    cidr_block = var.config.network.cidr_block
  }

  -- compositions/terraform/aws/app/main.tf --
  variable "config" {
    type = any
  }

  resource "terraform_data" "worker" {
    count = var.config.app.workers
    input = "\${var.config.env.name} \${count.index} \${var.config.app.size}"
  }

  output "banner" {
    value = var.config.app.banner
  }
`);

/** A branch off main, and why it is among them. */
export interface GoldenPullRequest {
  /** A sentence for the reader of the folder: what the pull request does. */
  readonly does: string;
  readonly files: Files;
}

function fileOf(path: string): string {
  const text = PROJECT[path];
  if (typeof text !== 'string') throw new Error(`the project has no ${path}`);
  return text;
}

/** A file of the project with one text in it replaced. */
function edited(path: string, before: string, after: string): Files {
  const text = fileOf(path);
  if (!text.includes(before)) throw new Error(`${path} has no "${before}"`);
  return { [path]: text.replace(before, after) };
}

/** A file of the project with text at its end. */
function extended(path: string, text: string): Files {
  return { [path]: fileOf(path) + text };
}

const NETWORK = 'compositions/terraform/aws/network/main.tf.versioned';
const APP = 'compositions/terraform/aws/app/main.tf';
const leafFile = (env: string, name: string): string =>
  `config/env=${env}/composition=terraform/terraform=${name}/${name}.yaml`;

export const PULL_REQUESTS: Readonly<Record<string, GoldenPullRequest>> = {
  create: {
    does: 'sets up a third environment',
    files: {
      'config/env=test/env.yaml': 'env:\n  name: test\nnetwork:\n  cidr_block: 10.2.0.0/16\n',
      [leafFile('test', 'network')]: 'composition: network\n',
      [leafFile('test', 'app')]: 'composition: app\n',
    },
  },
  update: {
    does: 'changes a default that dev overrides, so that only prod sees it',
    files: edited('config/default.yaml', 'size: small', 'size: medium'),
  },
  replace: {
    does: 'moves prod to a module version that replaces the VPC and has no NAT gateway any more',
    files: edited('config/env=prod/env.yaml', 'v1.5.0', 'v2.0.0'),
  },
  destroy: {
    does: 'takes all workers away in prod',
    files: extended('config/env=prod/env.yaml', 'app:\n  workers: 0\n'),
  },
  everywhere: {
    does: 'moves all environments to the new module version, and takes a worker away everywhere',
    files: {
      'config/default.yaml': fileOf('config/default.yaml')
        .replace('v1.5.0', 'v2.0.0')
        .replace('workers: 2', 'workers: 1'),
      ...edited('config/env=prod/env.yaml', 'network:\n  module_version: v1.5.0\n', ''),
    },
  },
  moved: {
    does: 'renames a resource with a "moved" block',
    files: {
      [APP]: `${fileOf(APP).replaceAll('"worker"', '"node"')}\nmoved {\n  from = terraform_data.worker\n  to   = terraform_data.node\n}\n`,
    },
  },
  import: {
    does: 'takes something that is there already under management',
    files: extended(
      APP,
      '\nresource "terraform_data" "queue" {}\n\nimport {\n  to = terraform_data.queue\n  id = "queue-1"\n}\n',
    ),
  },
  'output-only': {
    does: 'changes nothing but an output',
    files: edited('config/default.yaml', 'banner: welcome', 'banner: hello'),
  },
  sensitive: {
    does: 'hands a secret on; it is in no line of the report',
    files: extended(
      APP,
      '\nvariable "password" {\n  type      = string\n  default   = "correct horse battery staple"\n  sensitive = true\n}\n\nresource "terraform_data" "database" {\n  input = { user = "app", password = var.password }\n}\n',
    ),
  },
  'failed-render': {
    does: 'forgets to give a key that the template needs',
    files: edited(NETWORK, 'ref={{network.module_version}}', 'ref={{network.module_ref}}'),
  },
  'failed-init': {
    does: 'pins a version that is not there',
    files: edited('config/env=prod/env.yaml', 'v1.5.0', 'v9.9.9'),
  },
  'failed-plan': {
    does: 'sets a value that the composition refuses',
    files: {
      ...extended(
        NETWORK,
        '\nresource "terraform_data" "peering" {\n  input = "peered"\n\n  lifecycle {\n    precondition {\n      condition     = endswith(var.config.network.cidr_block, "/16")\n      error_message = "The network must be a /16."\n    }\n  }\n}\n',
      ),
      ...edited('config/env=dev/env.yaml', '10.1.0.0/16', '10.1.0.0/20'),
    },
  },
  'removed-leaf': {
    does: 'deletes a leaf whose resources live',
    files: { [leafFile('dev', 'app')]: null },
  },
  'renamed-leaf': {
    does: 'renames a leaf with its composition and keeps its state',
    files: {
      [leafFile('dev', 'app')]: null,
      'config/env=dev/composition=terraform/terraform=workers/workers.yaml': 'composition: app\n',
      'compositions/terraform/aws/workers/main.tf': fileOf(APP),
    },
  },
  'restated-leaf': {
    does: 'changes where a leaf keeps its state',
    files: edited(leafFile('dev', 'app'), 'composition: app', 'composition: application'),
  },
  'no-changes': {
    does: 'changes only a comment in a composition that two leaves use',
    files: extended(APP, '\n# Workers are stateless.\n'),
  },
  'movable-pin': {
    does: 'lets dev follow a branch',
    files: edited(
      'config/env=dev/env.yaml',
      'cidr_block: 10.1.0.0/16',
      'cidr_block: 10.1.0.0/16\n  module_version: main',
    ),
  },
  nothing: {
    does: 'reorders keys and writes documentation: nothing that Terraform would see',
    files: {
      'config/env=dev/env.yaml': '# dev\napp:\n  size: tiny\nnetwork:\n  cidr_block: 10.1.0.0/16\nenv:\n  name: dev\n',
      'README.md': '# Infrastructure\n',
    },
  },
};
