/** A project of four leaves, one of which reads the states of others, and its edges in short. */
import { expect } from '@jest/globals';
import { readLeafGraph } from '../../src/graph/leaf-graph.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import { outsideSettings } from '../../src/terraform/outside-settings.ts';
import type { Tree } from './memory-snapshot.ts';
import { rendererOf } from './renderers.ts';

export const BACKEND =
  'terraform {\n  backend "s3" {\n    bucket = "states"\n    key    = "{{place}}/{{name}}"\n  }\n}\n';
const CONFIG = 'variable "config" {\n  type = any\n}\n';
const CONFIGURATION = [
  'place: dev',
  'bucket: states',
  'vpc_key: dev/vpc',
  'keys: {a: dev/a, b: dev/b}',
  'names: [a, b]',
  'backend: {bucket: states, region: eu-central-1}',
  'nothing:',
  '',
].join('\n');

/** The leaf `app` with these files, and the leaves `a`, `b` and `vpc` whose states it may read. */
export function tree(files: Tree | string, settings = ''): Tree {
  const own = typeof files === 'string' ? { 'main.tf': files } : files;
  const leaves = ['a', 'app', 'b', 'vpc'];
  return {
    ...(settings === '' ? {} : { '.komposconfig.yaml': settings }),
    'config/env=dev/env.yaml': CONFIGURATION,
    ...Object.fromEntries(
      leaves.flatMap((name) => [
        [`config/env=dev/composition=${name}/x.yaml`, `name: ${name}\n`],
        [`compositions/terraform/${name}/backend.tf.versioned`, BACKEND],
        [`compositions/terraform/${name}/variables.tf`, CONFIG],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(own).map(([name, text]) => [
        name.startsWith('/') ? name.slice(1) : `compositions/terraform/app/${name}`,
        text,
      ]),
    ),
  };
}

/** `vpc: vpc_id` for an edge with its outputs; `?main.tf:3` for a read that is not known. */
export async function edges(files: Tree | string, settings = '', environment = {}): Promise<readonly string[]> {
  const renderer = await rendererOf(tree(files, settings), createCaches(), outsideSettings(environment).ofRenderings);
  const { graph, problems } = await readLeafGraph(renderer);
  expect(problems).toEqual([]);
  const short = (path: string): string => path.slice(path.lastIndexOf('=') + 1);
  expect(new Set([...graph.edges, ...graph.unknown].map(({ reader }) => short(reader)))).toEqual(
    graph.edges.length + graph.unknown.length === 0 ? new Set() : new Set(['app']),
  );
  return [
    ...graph.edges.map(({ reads, outputs, declared }) => {
      const names = outputs === 'all' ? '*' : outputs.join(' ');
      return `${short(reads)}${declared ? '!' : ''}:${names === '' ? '' : ` ${names}`}`;
    }),
    ...graph.unknown.map(({ file, line }) => `?${file.replace(/^.*\/app\//u, '')}:${line}`),
  ];
}

export function read(config: string, more = '', name = 'x'): string {
  return `data "terraform_remote_state" "${name}" {\n  backend = "s3"\n  config = ${config}\n${more}}\n`;
}

export const VPC = '{ bucket = "states", key = "dev/vpc" }';
export const X = 'data.terraform_remote_state.x';
