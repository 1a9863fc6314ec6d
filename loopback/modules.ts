/** A team's repository of Terraform modules, which its `https://github.com/…` sources find on this machine. */
import { filesFrom } from './file-tree.ts';
import { type Environment, gitSettings } from './git-command.ts';
import { type BareRepository, createOrigin } from './git-origin.ts';
import { createRepository, type GitRepository } from './git-repository.ts';

/** Modules with versions, and how to reach them. */
export interface TerraformModules {
  readonly repository: GitRepository;
  readonly origin: BareRepository;
  /** The address that templates write down. */
  readonly url: string;
  /** `git::<url>//<module>?ref=<version>`: a module's source as templates write it. */
  source(module: string, version: string): string;
  /** Makes git, also the one that Terraform starts, look for `url` and its SSH spellings on this machine. */
  readonly environment: Environment;
}

/** The address that the examples use. */
const modulesUrl = 'https://github.com/org/terraform-modules.git';

/**
 * Makes modules `vpc` and `cluster` with tags `v1.5.0` and `v2.0.0-rc` and a branch `main`. They need no provider: all
 * is `terraform_data`. Between the two versions `vpc` gets one more resource and `cluster` is the same.
 *
 * @param url the address to redirect
 */
export async function createTerraformModules(url = modulesUrl): Promise<TerraformModules> {
  const repository = await createRepository(firstVersion);
  await repository.tag('v1.5.0');
  await repository.commit('Add subnets', secondVersion);
  await repository.tag('v2.0.0-rc');
  const origin = await createOrigin(repository);
  return {
    repository,
    origin,
    url,
    source: (module, version) => `git::${url}//${module}?ref=${version}`,
    environment: redirection({ [url]: origin.url, [sshSpelling(url)]: origin.url, [shortSpelling(url)]: origin.url }),
  };
}

/**
 * The environment that makes git read some addresses elsewhere (`url.<there>.insteadOf`).
 *
 * @param addresses where it is written down → where it is
 */
export function redirection(addresses: Readonly<Record<string, string>>): Environment {
  return gitSettings(Object.entries(addresses).map(([written, there]) => [`url.${there}.insteadOf`, written]));
}

/** `ssh://git@github.com/org/terraform-modules.git` */
function sshSpelling(url: string): string {
  return url.replace(/^https:\/\//u, 'ssh://git@');
}

/** `git@github.com:org/terraform-modules.git` */
function shortSpelling(url: string): string {
  return url.replace(/^https:\/\/([^/]+)\//u, 'git@$1:');
}

const firstVersion = filesFrom(`
  -- vpc/main.tf --
  variable "name" {
    type = string
  }

  variable "cidr_block" {
    type = string
  }

  resource "terraform_data" "vpc" {
    input = { name = var.name, cidr_block = var.cidr_block }
  }

  output "id" {
    value = terraform_data.vpc.id
  }

  -- cluster/main.tf --
  variable "name" {
    type = string
  }

  variable "size" {
    type    = number
    default = 1
  }

  resource "terraform_data" "node" {
    count = var.size
    input = "\${var.name}-\${count.index}"
  }
`);

const secondVersion = filesFrom(`
  -- vpc/subnets.tf --
  resource "terraform_data" "subnet" {
    input = cidrsubnet(var.cidr_block, 8, 0)
  }
`);
