/** A realistic layered project of any size: 3 environments × 4 regions × `clusters` × 4 compositions. */
import type { Files } from '../loopback/file-tree.ts';

const COMPOSITIONS = ['account', 'vpc', 'cluster', 'dns'];
/** Compositions that read the state of another one in their place. */
const READS = new Map([
  ['cluster', 'vpc'],
  ['dns', 'cluster'],
]);
const ENVIRONMENTS = ['dev', 'stage', 'prod'];
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-south-1'];

/** Layers that every leaf, the leaves of one region, and one leaf read. */
export const DEFAULT_LAYER = 'config/default.yaml';
export const REGION_LAYER = 'config/env=dev/region=us-east-1/region.yaml';
export const LEAF_LAYER = 'config/env=dev/region=us-east-1/cluster=c0000/composition=terraform/terraform=vpc/vpc.yaml';

/** @param clusters per region; 200 make 9,600 leaves in 12,016 files */
export function benchTree(clusters: number): Files {
  const files = new Map<string, string>();
  files.set(
    '.komposconfig.yaml',
    'compositions:\n  order:\n    terraform: [account, vpc, cluster, dns]\nterraform:\n  local_path: ./compositions/terraform\n',
  );
  files.set(DEFAULT_LAYER, defaultLayer());
  for (const environment of ENVIRONMENTS) {
    const above = `config/env=${environment}`;
    files.set(`${above}/env.yaml`, environmentLayer(environment));
    for (const region of REGIONS) {
      files.set(`${above}/region=${region}/region.yaml`, regionLayer(region));
      for (let index = 0; index < clusters; index += 1) {
        const name = `c${String(index).padStart(4, '0')}`;
        const place = `${above}/region=${region}/cluster=${name}`;
        files.set(`${place}/cluster.yaml`, clusterLayer(name, index));
        for (const composition of COMPOSITIONS) {
          const leaf = `${place}/composition=terraform/terraform=${composition}`;
          files.set(`${leaf}/${composition}.yaml`, leafLayer(composition, index));
        }
      }
    }
  }
  for (const composition of COMPOSITIONS) {
    const folder = `compositions/terraform/aws/${composition}`;
    files.set(`${folder}/main.tf.versioned`, template(composition));
    files.set(`${folder}/variables.tf`, 'variable "config" {\n  type = any\n}\n');
    const reads = READS.get(composition);
    if (reads !== undefined) files.set(`${folder}/remote-state.tf`, remoteState(reads));
  }
  return Object.fromEntries(files);
}

function defaultLayer(): string {
  const modules = COMPOSITIONS.map((name) => `  ${name}:\n    ref: v1.0.0\n`).join('');
  const address = 'http://127.0.0.1:8080/{{env.name}}/{{region.name}}/{{cluster.name}}/{{composition_name}}';
  return [
    'cloud:\n  type: aws\nproject:\n  prefix: acme\nmodules:\n',
    modules,
    `terraform:\n  backend:\n    http:\n      address: "${address}"\n`,
    options('default', 12),
  ].join('');
}

function environmentLayer(name: string): string {
  const arn = 'arn:aws:iam::{{account.id}}:role/{{project.prefix}}-{{env.name}}';
  return `env:\n  name: ${name}\naccount:\n  id: "${name.length}00000000000"\n  arn: "${arn}"\n${options('envopt', 8)}`;
}

function regionLayer(name: string): string {
  const zones = '["{{region.name}}a", "{{region.name}}b"]';
  return `region:\n  name: ${name}\n  zones: ${zones}\n${options('regopt', 4)}`;
}

function clusterLayer(name: string, index: number): string {
  return [
    `cluster:\n  name: ${name}\n  fullName: "{{project.prefix}}-{{env.name}}-{{region.name}}-${name}"\n`,
    `vpc:\n  cidr_block: 10.${index % 256}.0.0/16\n  tags:\n    Name: "{{cluster.fullName}}"\n`,
    options('clu', 4),
  ].join('');
}

function leafLayer(composition: string, index: number): string {
  return [
    `composition_name: ${composition}\nmodules:\n  ${composition}:\n    ref: v1.${index % 9}.0\n`,
    `${composition}_settings:\n  replicas: ${index % 7}\n  label: "{{cluster.fullName}}-${composition}"\n`,
  ].join('');
}

function options(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, index) =>
    [
      `${prefix}${index}:\n  enabled: ${String(index % 2 === 1)}\n  size: ${index * 7}\n`,
      `  name: "${prefix}-{{env.name}}-${index}"\n  tags: {team: t${index % 5}, tier: gold}\n  zones: [a, b, c]\n`,
    ].join(''),
  ).join('');
}

function template(composition: string): string {
  const source = `git::https://github.com/acme/terraform-modules.git//${composition}?ref={{modules.${composition}.ref}}`;
  return `module "${composition}" {\n  source = "${source}"\n\n  config = var.config\n}\n`;
}

function remoteState(composition: string): string {
  const place = '${var.config.env.name}/${var.config.region.name}/${var.config.cluster.name}';
  const address = `http://127.0.0.1:8080/${place}/${composition}`;
  return [
    `data "terraform_remote_state" "${composition}" {\n  backend = "http"\n`,
    `  config = merge({ retry_max = 1 }, { address = "${address}" })\n}\n\n`,
    `output "id" {\n  value = data.terraform_remote_state.${composition}.outputs.id\n}\n`,
  ].join('');
}
