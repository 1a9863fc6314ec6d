/** The graph as the commands print it, of a project in a working tree. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filesFrom, writeFiles } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { findAffected } from '../../src/commands/affected/affected.ts';
import { showGraph, type GraphRequest } from '../../src/commands/graph/graph.ts';
import { listLeaves } from '../../src/commands/list/list.ts';

const remote = (name: string): string =>
  `data "terraform_remote_state" "${name}" {\n    backend = "http"\n    config  = { address = "https://state/\${var.config.env}/${name}" }\n  }`;
const leaf = (name: string, env = 'dev'): string => `config/env=${env}/composition=${name}`;

const project = filesFrom(`
  -- .komposconfig.yaml --
  depends_on:
    composition=web: [./composition=dns]

  -- config/default.yaml --
  terraform: {backend: {http: {address: "https://state/{{env}}/{{name}}"}}}
  token: "{{ssm.path(/never/read)}}"

  -- config/env=dev/env.yaml --
  env: dev

  -- ${leaf('vpc')}/x.yaml --
  name: vpc

  -- ${leaf('db')}/x.yaml --
  name: db

  -- ${leaf('dns')}/x.yaml --
  name: dns

  -- ${leaf('web')}/x.yaml --
  name: web

  -- ${leaf('account')}/x.yaml --
  name: account

  -- compositions/terraform/account/main.tf --
  variable "config" {}

  -- compositions/terraform/vpc/main.tf --
  variable "config" {}

  -- compositions/terraform/dns/main.tf --
  variable "config" {}

  -- compositions/terraform/db/main.tf --
  variable "config" {}
  ${remote('vpc')}
  output "o" {
    value = [data.terraform_remote_state.vpc.outputs.id, data.terraform_remote_state.vpc.outputs.cidr]
  }

  -- compositions/terraform/web/main.tf --
  variable "config" {}
  ${remote('vpc')}
  ${remote('db')}
  data "terraform_remote_state" "open" {
    backend = "http"
    config  = { address = terraform_data.x.id }
  }
  output "o" {
    value = [data.terraform_remote_state.vpc, data.terraform_remote_state.db.outputs.url]
  }
`);

let directory: string;
let base: string;

beforeAll(async () => {
  const repository = await createRepository(project);
  ({ directory } = repository);
  base = await repository.id();
});
afterAll(removeTemporaryDirectories);

function context() {
  const log = { info: () => undefined, warning: () => undefined, group: () => undefined };
  return { directory, environment: { PATH: process.env['PATH'] ?? '' }, log };
}

const here = { rootPath: undefined, listMerge: undefined };

async function graph(request: Partial<GraphRequest>): Promise<string> {
  const all = { ...here, configPath: undefined, reads: undefined, readBy: undefined, format: 'tree' as const };
  const { text, problems } = await showGraph({ ...all, ...request }, context());
  expect(problems.map(formatProblem)).toEqual([]);
  return text;
}

describe('kompos graph', () => {
  test('all of it: from what reads nothing to what reads it', async () => {
    expect(await graph({})).toBe(
      [
        leaf('dns'),
        `└─ ${leaf('web')}  (depends_on)`,
        leaf('vpc'),
        `├─ ${leaf('db')}  (cidr, id)`,
        `│  └─ ${leaf('web')}  (url)`,
        `└─ ${leaf('web')}  (all outputs)`,
        '',
        `? ${leaf('web')} reads a state at compositions/terraform/web/main.tf:10: "config.address" is not known before Terraform runs.`,
        '5 leaves, 4 edges, 1 read that cannot be worked out.',
        '',
      ].join('\n'),
    );
  });

  test('one leaf: what it reads, and what reads it', async () => {
    expect(await graph({ configPath: leaf('db') })).toBe(
      [
        leaf('db'),
        `├─ reads ${leaf('vpc')}  (cidr, id)`,
        `└─ read by ${leaf('web')}  (url)`,
        '',
        `? ${leaf('web')} reads a state at compositions/terraform/web/main.tf:10: "config.address" is not known before Terraform runs.`,
        '3 leaves, 3 edges, 1 read that cannot be worked out.',
        '',
      ].join('\n'),
    );
    expect(await graph({ configPath: leaf('account') })).toBe(`${leaf('account')}\n\n1 leaf, no edges.\n`);
  });

  test('--reads and --read-by, also through others', async () => {
    const names = (text: string): readonly string[] =>
      [...text.matchAll(/composition=(\w+) {2}\(/gu)].map(([, name = '']) => name);
    expect(names(await graph({ reads: 'vpc' }))).toEqual(['db', 'web', 'web']);
    expect(names(await graph({ readBy: 'web' }))).toEqual(['db', 'vpc', 'dns', 'vpc']);
    expect(names(await graph({ readBy: leaf('db') }))).toEqual(['vpc']);
    expect(names(await graph({ reads: 'composition=d*' }))).toEqual(['web', 'web']);
    await expect(graph({ reads: 'vcp' })).rejects.toThrow(/"vcp" matches no leaf\.\s+Did you mean "vpc"\?/u);
  });

  test('json', async () => {
    const json: unknown = JSON.parse(await graph({ format: 'json' }));
    expect(json).toEqual({
      leaves: ['account', 'db', 'dns', 'vpc', 'web'].map((name) => leaf(name)),
      edges: [
        { reader: leaf('db'), reads: leaf('vpc'), outputs: ['cidr', 'id'] },
        { reader: leaf('web'), reads: leaf('db'), outputs: ['url'] },
        { reader: leaf('web'), reads: leaf('dns'), outputs: [] },
        { reader: leaf('web'), reads: leaf('vpc'), outputs: 'all' },
      ],
      unknown: [{ reader: leaf('web'), file: 'compositions/terraform/web/main.tf', line: 10 }],
    });
  });

  test('dot and mermaid', async () => {
    expect(await graph({ format: 'dot', readBy: 'db' })).toBe(
      `digraph kompos {\n  rankdir=LR;\n  node [shape=box];\n  "${leaf('db')}" -> "${leaf('vpc')}" [label="cidr, id"];\n}\n`,
    );
    expect(await graph({ format: 'mermaid', readBy: 'web' })).toBe(
      [
        'flowchart LR',
        ...['db', 'vpc', 'web', 'dns'].map(
          (name, index) => `  n${index}["config#47;env#61;dev#47;composition#61;${name}"]`,
        ),
        '  n0 -->|"cidr#44; id"| n1',
        '  n2 -->|"url"| n0',
        '  n2 -.->|"depends#95;on"| n3',
        '  n2 -->|"all outputs"| n1',
        '',
      ].join('\n'),
    );
  });
});

test('kompos list --depends', async () => {
  const { text } = await listLeaves({ ...here, configPath: undefined, format: 'table', depends: true }, context());
  expect(text.split('\n')).toEqual([
    'COMPOSITION  ENABLED  PLACE           DEPENDS ON',
    'account      yes      config/env=dev  -',
    'db           yes      config/env=dev  vpc',
    'dns          yes      config/env=dev  -',
    'vpc          yes      config/env=dev  -',
    'web          yes      config/env=dev  db, dns, vpc',
    '5 leaves.',
    '',
  ]);
  const { text: json } = await listLeaves(
    { ...here, configPath: leaf('db'), format: 'json', depends: true },
    context(),
  );
  expect(JSON.parse(json)).toMatchObject({ leaves: [{ dependsOn: [{ path: leaf('vpc'), outputs: ['cidr', 'id'] }] }] });
});

test('kompos affected --with-dependents', async () => {
  writeFiles(directory, {
    [`${leaf('vpc')}/x.yaml`]: 'name: vpc\nsize: 2\n',
    'compositions/terraform/vpc/main.tf': 'variable "config" {}\noutput "o" {\n  value = var.config.size\n}\n',
  });
  const request = { ...here, configPath: undefined, base, head: undefined, withDependents: true } as const;
  const { text } = await findAffected({ ...request, format: 'table' }, context());
  expect(text.split('\n').filter((line) => /^dependent|other/u.test(line))).toEqual([
    `dependent  ${leaf('db')}   reads cidr, id of ${leaf('vpc')}`,
    `dependent  ${leaf('web')}  reads url of ${leaf('db')}, reads ${leaf('vpc')}`,
    '2 other leaves read these, directly or through others.',
  ]);
  expect((await findAffected({ ...request, format: 'paths' }, context())).text.trim().split('\n')).toEqual(
    ['vpc', 'db', 'web'].map((name) => leaf(name)),
  );
  const { text: json } = await findAffected({ ...request, format: 'json' }, context());
  expect(JSON.parse(json)).toMatchObject({
    dependents: [leaf('db'), leaf('web')],
    edges: [
      { reader: leaf('db'), reads: leaf('vpc'), outputs: ['cidr', 'id'] },
      { reader: leaf('web'), reads: leaf('db'), outputs: ['url'] },
      { reader: leaf('web'), reads: leaf('vpc'), outputs: 'all' },
    ],
  });
});

test('a leaf that is paused: who reads its outputs', async () => {
  writeFiles(directory, { [`${leaf('vpc')}/x.yaml`]: 'name: vpc\ncomposition: {enabled: false}\n' });
  const request = { ...here, configPath: leaf('vpc'), base, head: undefined, withDependents: false } as const;
  const { text } = await findAffected({ ...request, format: 'table' }, context());
  expect(text).toContain(`These read its outputs: ${leaf('db')}, ${leaf('web')}.`);
});
