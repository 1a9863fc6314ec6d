/**
 * Where backends keep states, as their sources say (Terraform 1.15.5, OpenTofu 1.12.6). `slow/states.test.ts` asks the
 * programs themselves.
 */
import { describe, expect, test } from '@jest/globals';
import { NOTHING_OUTSIDE, type Outside } from '../../src/rendering/outside.ts';
import { isPlaceSetting, mayBeSame, stateIdentity, type State } from '../../src/rendering/state.ts';

type Settings = Readonly<Record<string, string | undefined>>;

const named: Outside = { ...NOTHING_OUTSIDE, environment: new Set(['TF_WORKSPACE']) };

/** @param settings their values; undefined: unknown */
function stateOf(type: string, settings: Settings, outside = NOTHING_OUTSIDE, leaf = 'config/a'): State {
  const all = Object.entries(settings).map(
    ([name, value]) => [name, { value, outline: 'x', text: value ?? 'var.x' }] as const,
  );
  const state = stateIdentity([{ type, settings: new Map(all) }], { leaf, outside });
  if (state === undefined) throw new Error('no state');
  return state;
}

type Row = readonly [string, string, Settings, Settings, Outside?];

/** Jest takes a missing argument for a callback. */
function inFull(rows: readonly Row[]): [string, string, Settings, Settings, Outside][] {
  return rows.map(([name, type, one, other, outside = NOTHING_OUTSIDE]) => [name, type, one, other, outside]);
}

const s3 = { bucket: 'states', key: 'dev/vpc', region: 'eu-central-1' };
const azure = { storage_account_name: 'acct', container_name: 'states', key: 'vpc' };
const pg = 'postgres://kompos:secret@db.example:5432/states?sslmode=require';
const long = 'x'.repeat(63);

test.each<[string, string, Settings, Settings]>([
  ['in another order', 's3', s3, { key: 'dev/vpc', region: 'eu-central-1', bucket: 'states' }],
  ['encrypted from now on', 's3', s3, { ...s3, encrypt: 'true' }],
  ['locked another way', 's3', s3, { ...s3, use_lockfile: 'true' }],
  ['reached by another role', 's3', s3, { ...s3, 'assume_role.role_arn': 'arn:aws:iam::1:role/x' }],
  ['through another region', 's3', s3, { ...s3, region: 'us-east-1' }],
  ['the folder of workspaces, written or not', 's3', s3, { ...s3, workspace_key_prefix: 'env:' }],
  ['another one, which counts in workspaces only', 's3', s3, { ...s3, workspace_key_prefix: 'ws' }],
  ['two names of the endpoint', 's3', { ...s3, endpoint: 'http://x' }, { ...s3, 'endpoints.s3': 'http://X/' }],
  ['an empty prefix', 'gcs', { bucket: 'b' }, { bucket: 'b', prefix: '' }],
  ['slashes around a prefix', 'gcs', { bucket: 'b', prefix: 'k' }, { bucket: 'b', prefix: '//k/' }],
  ['dots in a prefix', 'gcs', { bucket: 'b', prefix: 'k' }, { bucket: 'b', prefix: 'a/.././/k' }],
  ['the public cloud', 'azurerm', azure, { ...azure, environment: 'public' }],
  ['another group', 'azurerm', azure, { ...azure, resource_group_name: 'x' }],
  ['the default file', 'local', {}, { path: './terraform.tfstate' }],
  ['slashes and dots in a path', 'local', { path: '/srv/a/s' }, { path: '/srv//./a/s' }],
  ['the default schema and table', 'pg', { conn_str: pg }, { conn_str: pg, schema_name: 'terraform_remote_state' }],
  ['the default table', 'pg', { conn_str: pg }, { conn_str: pg, table_name: 'states' }],
  ['another user', 'pg', { conn_str: pg }, { conn_str: 'postgresql://a:b@db.example/states' }],
  ['another spelling', 'pg', { conn_str: pg }, { conn_str: "user=a password='x y' host=db.example dbname='states'" }],
  ['a schema that is cut', 'pg', { conn_str: pg, schema_name: `${long}a` }, { conn_str: pg, schema_name: `${long}b` }],
  ['the default namespace', 'kubernetes', { secret_suffix: 's' }, { secret_suffix: 's', namespace: 'default' }],
  ['the default agent', 'consul', { path: 'p' }, { path: 'p', address: 'http://127.0.0.1:8500' }],
  ['the default key', 'cos', { bucket: 'b' }, { bucket: 'b', key: 'terraform.tfstate' }],
  ['a prefix or a folder', 'cos', { bucket: 'b', prefix: 'a', key: 'b/k' }, { bucket: 'b', prefix: 'a/b/', key: 'k' }],
  ['the default prefix', 'oss', { bucket: 'b', key: 'k' }, { bucket: 'b', prefix: '/env:/', key: 'k' }],
  [
    'the default key in a namespace',
    'oci',
    { bucket: 'b', namespace: 'n' },
    { bucket: 'b', namespace: 'n', key: 'terraform.tfstate' },
  ],
  ['an escape', 'http', { address: 'https://h/s%2fx' }, { address: 'https://h/%73%2Fx' }],
  ['another password', 'http', { address: 'https://a:b@h/s' }, { address: 'https://H:443/s' }],
  [
    'the default host',
    'remote',
    { organization: 'o', 'workspaces.name': 'w' },
    { organization: 'o', 'workspaces.name': 'w', hostname: 'app.terraform.io' },
  ],
])('the same: %s', (_, type, one, other) => {
  const [a, b] = [stateOf(type, one), stateOf(type, other)];
  expect(a.identity).toBeDefined();
  expect(b.identity).toBe(a.identity);
  expect(mayBeSame(a, b)).toBe(true);
});

test('the same: a workspace of HCP Terraform, whichever block names it', () => {
  const settings = { organization: 'o', 'workspaces.name': 'w' };
  expect(stateOf('cloud', settings).identity).toBe(stateOf('remote', settings).identity);
});

test.each(
  inFull([
    ['another key', 's3', s3, { ...s3, key: 'dev/dns' }],
    ['another bucket', 's3', s3, { ...s3, bucket: 'others' }],
    ['another folder in a workspace', 's3', s3, { ...s3, workspace_key_prefix: 'ws' }, named],
    ['another prefix', 'gcs', { bucket: 'b', prefix: 'k' }, { bucket: 'b', prefix: 'k/l' }],
    ['another account', 'azurerm', azure, { ...azure, storage_account_name: 'b' }],
    ['another file', 'local', { path: '/srv/a' }, { path: '/srv/b' }],
    ['another database', 'pg', { conn_str: pg }, { conn_str: pg.replace('/states?', '/other?') }],
    ['another schema', 'pg', { conn_str: pg, schema_name: 'a' }, { conn_str: pg, schema_name: 'A' }],
    ['another table', 'pg', { conn_str: pg, table_name: 'a' }, { conn_str: pg, table_name: 'b' }],
    ['another namespace', 'kubernetes', { secret_suffix: 's' }, { secret_suffix: 's', namespace: 'x' }],
    ['another path', 'consul', { path: 'p' }, { path: 'p/' }],
    ['another path of one server', 'http', { address: 'https://h/a' }, { address: 'https://h/b' }],
    ['another query', 'http', { address: 'https://h/?s=a' }, { address: 'https://h/?s=b' }],
    [
      'another workspace',
      'remote',
      { organization: 'o', 'workspaces.name': 'a' },
      { organization: 'o', 'workspaces.name': 'b' },
    ],
  ]),
)('certainly another one: %s', (_, type, one, other, outside) => {
  const [a, b] = [stateOf(type, one, outside), stateOf(type, other, outside)];
  expect([a.identity, b.identity]).not.toContain(undefined);
  expect(b.identity).not.toBe(a.identity);
  expect(mayBeSame(a, b)).toBe(false);
});

test.each(
  inFull([
    ['a server that may have two names', 's3', { ...s3, endpoint: 'http://a' }, { ...s3, endpoint: 'http://b' }],
    ['a bucket of another partition', 's3', s3, { ...s3, region: 'cn-north-1' }],
    ['a name that versions clean or not', 's3', { ...s3, key: 'a//b' }, { ...s3, key: 'a/b' }],
    ['a path whose links are not known', 'local', { path: '/srv/a/../b' }, { path: '/srv/b' }],
    ['a path that the server may clean', 'http', { address: 'https://h/a/../b' }, { address: 'https://h/b' }],
    ['a host that may have two names', 'pg', { conn_str: pg }, { conn_str: pg.replace('db.example', '10.0.0.1') }],
    [
      'what the environment gives',
      'azurerm',
      azure,
      { ...azure, environment: 'public' },
      { ...NOTHING_OUTSIDE, environment: new Set(['ARM_ENVIRONMENT']) },
    ],
    [
      'what a file of options gives',
      's3',
      s3,
      { bucket: 'states', region: 'x' },
      { ...NOTHING_OUTSIDE, backendOptions: 'any' },
    ],
    [
      'what a file of options may override',
      's3',
      s3,
      { ...s3, key: 'b' },
      { ...NOTHING_OUTSIDE, backendOptions: 'any' },
    ],
    ['settings of a backend that is not known', 'new', { a: '1', b: '1' }, { a: '1', b: '2' }],
    ['two agents of one cluster', 'consul', { path: 'p', address: 'a:8500' }, { path: 'p', address: 'b:8500' }],
    [
      'workspaces with a prefix',
      'remote',
      { organization: 'o', 'workspaces.prefix': 'a-' },
      { organization: 'o', 'workspaces.prefix': 'a-b-' },
      named,
    ],
  ]),
)('perhaps another one, so it is neither shared nor destroyed: %s', (_, type, one, other, outside) => {
  const [a, b] = [stateOf(type, one, outside), stateOf(type, other, outside)];
  expect(b.identity).not.toBe(a.identity);
  expect(mayBeSame(a, b)).toBe(true);
});

test('the same one: options override what files say', () => {
  const outside = { ...NOTHING_OUTSIDE, backendOptions: new Set(['key']) };
  const [a, b] = [stateOf('s3', s3, outside), stateOf('s3', { ...s3, key: 'b' }, outside)];
  expect(b.identity).toBe(a.identity);
});

test('another one: a relative path leads into the runtime directory of each leaf', () => {
  const [a, b] = [stateOf('local', {}), stateOf('local', {}, NOTHING_OUTSIDE, 'config/b')];
  expect(b.identity).not.toBe(a.identity);
});

test('another backend is another state', () => {
  expect(mayBeSame(stateOf('s3', s3), stateOf('gcs', { bucket: 'states', prefix: 'dev/vpc' }))).toBe(false);
});

test('a setting that is not known', () => {
  const [a, b] = [stateOf('s3', { ...s3, key: undefined }), stateOf('s3', { ...s3, key: undefined, bucket: 'others' })];
  expect([a.identity, a.unknown]).toEqual([undefined, { setting: 'key', expression: 'var.x' }]);
  expect([mayBeSame(a, stateOf('s3', s3)), mayBeSame(a, b)]).toEqual([true, false]);
  // Only what decides: the region of a bucket does not, unless it is known to be in another partition.
  expect(stateOf('s3', { ...s3, region: undefined, profile: undefined }).identity).toBe(stateOf('s3', s3).identity);
});

describe('what may be shown of a state', () => {
  test.each<[string, string, boolean]>([
    ['s3', 'key', true],
    ['s3', 'workspace_key_prefix', true],
    ['pg', 'schema_name', true],
    ['pg', 'conn_str', false],
    ['http', 'address', false],
    ['s3', 'secret_key', false],
  ])('%s.%s: %s', (type, setting, shown) => {
    expect(isPlaceSetting(type, setting)).toBe(shown);
  });

  test('never a password', () => {
    const state = stateOf('pg', { conn_str: pg });
    expect(JSON.stringify([state, [...state.location.parts]])).not.toContain('secret');
  });
});

test('no backend, no state', () => {
  expect(stateIdentity([], { leaf: '', outside: NOTHING_OUTSIDE })).toBeUndefined();
});
