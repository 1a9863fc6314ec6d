/** What a change adds, takes away, and would create by reading: two revisions, and their real graph. */
import { describe, expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import { isPlannable } from '../../src/changes/changed-leaf.ts';
import { additionsTo, createdLeaves } from '../../src/execution/additions.ts';
import {
  connectedLeaves,
  readChangeGraph,
  readsIn,
  stillRead,
  type ChangeGraph,
} from '../../src/execution/change-graph.ts';
import { waitsAfterPlan, waitUnstarted } from '../../src/execution/waiting-leaves.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const leaf = (name: string): string => `config/env=dev/composition=${name}`;

/** A leaf by its code. */
function leavesOf(code: Readonly<Record<string, string>>): Tree {
  return Object.fromEntries(
    Object.entries(code).flatMap(([name, text]) => [
      [`${leaf(name)}/x.yaml`, `name: ${name}\n`],
      [`compositions/terraform/${name}/main.tf`, text],
    ]),
  );
}

const backend = (type: string, settings: string): string =>
  `terraform {\n  backend "${type}" {\n    ${settings}\n  }\n}\n`;
const at = (name: string): string => backend('http', `address = "http://127.0.0.1/${name}"`);
const reads = (name: string, output = 'id'): string =>
  `data "terraform_remote_state" "${name}" {\n  backend = "http"\n  config  = { address = "http://127.0.0.1/${name}" }\n}\nlocals {\n  ${name} = data.terraform_remote_state.${name}.outputs.${output}\n}\n`;

async function compared(before: Tree, after: Tree) {
  const caches = createCaches();
  const [base, head] = [await rendererOf(before, caches), await rendererOf(after, caches)];
  const { changed } = await findChangedLeaves(base, head);
  return { base, head, changed, graph: await readChangeGraph(head, base, changed) };
}

describe('a leaf waits without Terraform being started where reading a missing state creates it', () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ['http', 'address = "http://127.0.0.1/a"', '', 'http', []],
    ['an absolute path', 'path = "/srv/a.tfstate"', '', 'local', []],
    ['the default workspace of s3', 'bucket = "b"\n    key = "a"\n    region = "eu-west-1"', '', 's3', []],
    ['pg', 'conn_str = "postgres://127.0.0.1/a"\n    schema_name = "a"', '', 'pg', [leaf('vpc')]],
    ['gcs', 'bucket = "b"\n    prefix = "a"', '', 'gcs', [leaf('vpc')]],
  ])('%s', async (_, settings, more, type, expected) => {
    const read = `data "terraform_remote_state" "vpc" {\n  backend = "${type}"\n  ${more}config = {\n    ${settings}\n  }\n}\n`;
    const use = 'output "x" {\n  value = data.terraform_remote_state.vpc.outputs.id\n}\n';
    const { changed, graph } = await compared(
      leavesOf({ other: at('other') }),
      leavesOf({ other: at('other'), vpc: backend(type, settings), eks: `${at('eks')}${read}${use}` }),
    );
    expect(graph.graph.edges).toMatchObject([{ reader: leaf('eks'), reads: leaf('vpc'), outputs: ['id'] }]);
    const waiting = waitUnstarted(changed.filter(isPlannable), createdLeaves(changed), graph.graph);
    expect([...waiting.values()].flat()).toEqual(expected);
    // A leaf that was there before has its state.
    expect(waitUnstarted(changed.filter(isPlannable), [], graph.graph).size).toBe(0);
  });

  const place = 'bucket = "b"\n    region = "eu-west-1"';
  test.each<[string, string, string, string, readonly string[]]>([
    ['a named workspace of s3', 'env:/prod/a', 'workspace = "prod"', '', [leaf('vpc')]],
    ['one that an override file names', 'env:/prod/a', '', 'workspace = "prod"', [leaf('vpc')]],
    ['one that is worked out', 'env:/dev/a', 'workspace = lower("DEV")', '', [leaf('vpc')]],
    ['the default workspace by its name', 'a', 'workspace = "default"', '', []],
    ['that of the run', 'a', 'workspace = terraform.workspace', '', []],
    ['none', 'a', 'workspace = null # workspace = "x"', '', []],
  ])('%s', async (_, key, named, overridden, expected) => {
    const vpc = backend('s3', `${place}\n    key = "${key}"`);
    const read = `data "terraform_remote_state" "vpc" {\n  backend   = "s3"\n  ${named}\n  config = {\n    ${place}\n    key = "a"\n  }\n}\n`;
    const files = {
      ...leavesOf({ other: at('other'), vpc, eks: `${at('eks')}${read}` }),
      'compositions/terraform/eks/x_override.tf': `data "terraform_remote_state" "vpc" {\n  ${overridden}\n}\n`,
    };
    const { changed, graph } = await compared(leavesOf({ other: at('other') }), files);
    expect(graph.graph.edges).toHaveLength(1);
    const waiting = waitUnstarted(changed.filter(isPlannable), createdLeaves(changed), graph.graph);
    expect([...waiting.values()].flat()).toEqual(expected);
  });
});

describe('what a change adds to a leaf that others read', () => {
  const output = (...names: readonly string[]): string =>
    names.map((name) => `output "${name}" {\n  value       = 1\n  description = "x"\n}\n`).join('');

  test('of a new leaf its state and all its outputs, of a changed one the new outputs', async () => {
    const before = leavesOf({ old: `${at('old')}${output('a', 'b')}`, same: `${at('same')}${output('a')}` });
    const after = leavesOf({
      old: `${at('old')}${output('b', 'c')}`,
      new: `${at('new')}${output('a', 'b')}`,
      same: `${at('same')}${output('a')}locals {\n  x = 1\n}\n`,
      moved: at('moved'),
    });
    const { changed, base } = await compared(before, after);
    const paths = new Set(['old', 'new', 'same'].map(leaf));
    expect(await additionsTo(changed, base, new Map(), paths)).toEqual(
      new Map([
        [leaf('new'), { isNew: true, outputs: new Set(['a', 'b']) }],
        [leaf('old'), { isNew: false, outputs: new Set(['c']) }],
      ]),
    );
  });

  test('of a leaf that takes over the state of another one, its outputs, but no state', async () => {
    const { changed, base } = await compared(
      leavesOf({ old: `${at('here')}${output('a')}` }),
      leavesOf({ new: `${at('here')}${output('a', 'b')}` }),
    );
    expect(changed.map(({ kind }) => kind).toSorted()).toEqual(['added', 'moved']);
    expect(createdLeaves(changed)).toEqual([]);
    expect(await additionsTo(changed, base, new Map(), new Set([leaf('new')]))).toEqual(
      new Map([[leaf('new'), { isNew: false, outputs: new Set(['a', 'b']) }]]),
    );
  });

  test('of a leaf whose backend changes, everything', async () => {
    const { changed, base } = await compared(
      leavesOf({ old: `${at('old')}${output('a')}` }),
      leavesOf({ old: `${at('elsewhere')}${output('a')}` }),
    );
    expect(await additionsTo(changed, base, new Map(), new Set([leaf('old')]))).toEqual(
      new Map([[leaf('old'), { isNew: true, outputs: new Set(['a']) }]]),
    );
  });
});

test('a plan that fails for lack of an output waits, also by another name of it; anything else has failed', async () => {
  const vpc = `${at('vpc')}output "id" {\n  value = 1\n}\n`;
  const eks = `${at('eks')}${reads('vpc')}`.replace(
    'locals {',
    'locals {\n  net = data.terraform_remote_state.vpc.outputs',
  );
  const { changed, base, graph } = await compared(
    leavesOf({ vpc, eks: at('eks') }),
    leavesOf({ vpc: `${vpc}output "zone" {\n  value = 1\n}\n`, eks }),
  );
  const reader = changed.filter(isPlannable).find((each) => each.leaf.path === leaf('eks'));
  if (reader === undefined) throw new Error('eks does not change');
  const waits = async (value: string, output: string, stage: 'init' | 'plan' = 'plan'): Promise<unknown> => {
    const printed = `Error: Unsupported attribute\n\n  on main.tf line 9, in locals:\n   9:   x = ${value}.${output}\n    ├────\n    │ ${value} is object with 1 attribute "id"\n\nThis object does not have an attribute named\n"${output}".\n`;
    const failed = { ok: false, stage, output: printed, sensitive: new Set<string>() } as const;
    return (await waitsAfterPlan(reader, failed, new Map(), { changed, base }, graph.graph)) ?? 'failed';
  };
  expect(await waits('data.terraform_remote_state.vpc.outputs', 'zone')).toEqual([leaf('vpc')]);
  expect(await waits('local.net', 'zone')).toEqual([leaf('vpc')]);
  expect(await waits('local.other', 'zone')).toEqual('failed');
  expect(await waits('local.net', 'id')).toEqual('failed');
  expect(await waits('local.net', 'zone', 'init')).toEqual('failed');
});

describe('edges to removed leaves', () => {
  const before = leavesOf({
    vpc: at('vpc'),
    eks: `${at('eks')}${reads('vpc')}`,
    app: `${at('app')}${reads('vpc')}${reads('eks')}`,
  });
  const shown = (graph: ChangeGraph): readonly string[] =>
    [...readsIn(graph).of].flatMap(([reader, read]) => [...read].map((each) => `${reader} < ${each}`)).sort();
  const line = (reader: string, read: string): string => `${leaf(reader)} < ${leaf(read)}`;

  test('of leaves that the change leaves alone, or that still have the data source', async () => {
    const { app, eks } = {
      app: `${at('app')}${reads('vpc')}${reads('eks')}`,
      eks: `${at('eks')}${reads('vpc')}locals {}\n`,
    };
    const { changed, graph } = await compared(before, leavesOf({ app, eks }));
    expect(stillRead(graph, changed).map(({ reader }) => reader)).toEqual([leaf('app'), leaf('eks')]);
    expect(shown(graph)).toEqual([line('app', 'eks'), line('app', 'vpc'), line('eks', 'vpc')]);
  });

  test('end with the change: they only order it', async () => {
    const { changed, graph } = await compared(before, leavesOf({ app: at('app') }));
    expect(stillRead(graph, changed)).toEqual([]);
    expect(shown(graph)).toEqual([line('app', 'eks'), line('app', 'vpc'), line('eks', 'vpc')]);
  });
});

test('a round of leaves stops a change of one of them, and no other', async () => {
  // Another leaf's path is the beginning of one of theirs.
  const round = { ab: `${at('ab')}${reads('b')}`, b: `${at('b')}${reads('ab')}` };
  const before = leavesOf({ ...round, c: at('c'), a: at('a') });
  const other = await compared(before, leavesOf({ ...round, c: `${at('c')}locals {}\n`, a: `${at('a')}locals {}\n` }));
  expect(other.graph.problems).toEqual([]);
  const own = await compared(before, leavesOf({ ...round, b: `${round.b}locals {}\n`, c: at('c'), a: at('a') }));
  expect(own.graph.problems).toMatchObject([{ severity: 'error', message: expect.stringContaining(leaf('a')) }]);
});

test('leaves of a change are connected by what they read of each other, also before it', async () => {
  const { changed, graph } = await compared(
    leavesOf({ gone: at('gone'), old: at('old') + reads('gone'), alone: at('alone'), kept: at('kept') }),
    leavesOf({
      old: at('old'),
      vpc: at('vpc'),
      eks: at('eks') + reads('vpc'),
      app: at('app') + reads('eks') + reads('kept'),
      alone: at('alone') + reads('kept'),
      kept: at('kept'),
    }),
  );
  const named = connectedLeaves(graph, changed).map((group) => group.map((path) => path.replace(/^.*=/u, '')));
  // That two read the same unchanged leaf connects nothing.
  expect(named).toEqual([['alone'], ['app', 'eks', 'vpc'], ['gone', 'old']]);
});
