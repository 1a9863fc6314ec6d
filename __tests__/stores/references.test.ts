import { describe, expect, test } from '@jest/globals';
import { defaultStoreSettings } from '../../src/project/store-settings.ts';
import { parsed, pick, scalarsOf } from '../../src/stores/pick.ts';
import { plainJson } from '../../src/stores/sops-json.ts';
import { keysOf, notAllowed } from '../../src/stores/sops-metadata.ts';
import { standIns } from '../../src/stores/stores.ts';
import { refusal } from '../../src/stores/trust.ts';

const nameOf = (call: string, fallbacks: Readonly<Record<string, string>> = {}): string => {
  const found = standIns.reference(call, new Map(Object.entries(fallbacks)));
  return typeof found === 'string' ? found : found.name;
};

describe('a reference has one name', () => {
  test.each([
    ['ssm.path(/a).aws_profile(p)', 'ssm:/a?profile=p&region=us-east-1'],
    ['ssm.aws_profile(p).path(/a)', 'ssm:/a?profile=p&region=us-east-1'],
    ['ssm:/a?region=us-east-1&profile=p', 'ssm:/a?profile=p&region=us-east-1'],
    ['ssm:/a', 'ssm:/a'],
    ['s3.path(a.b/c).bucket(bkt).base64encode(True)', 's3:bkt/a.b/c'],
    ['s3.path(c).bucket(bkt).base64encode(true)', 's3:bkt/c?base64=true'],
    ['vault.key(/a/b/c)', 'vault:a/b#c'],
    ['vault.path(a/b)', 'vault:a/b'],
    ['vault:a/b#c', 'vault:a/b#c'],
    ["sops.secret_key(['a.x']['b']).secret_file(f.yaml)", 'sops:f.yaml#a.x#b'],
    ['sops:./f.yaml#a.b', 'sops:f.yaml#a.b'],
    ['s3.bucket(a/b).path(c)', '"a/b" is not a bucket\'s name.'],
    ['s3.bucket(arn:aws:s3:::x).path(c)', '"arn:aws:s3:::x" is not a bucket\'s name.'],
    ['ssm.path(/a).path(/b)', '"path" is there twice.'],
    ['vault.key(a)', 'It names no path.'],
    ['vault.path(a#b)', 'vault:a%23b'],
    ['s3.bucket(bkt).path(a?version=1)', 's3:bkt/a%3Fversion=1'],
    ["sops.secret_key(['a#b']).secret_file(f.yaml)", 'sops:f.yaml#a%23b'],
    ['ssm:/a:3', 'ssm:/a?version=3'],
    ['ssm:arn:aws:ssm:us-east-1:1:parameter/a:3', 'ssm:arn:aws:ssm:us-east-1:1:parameter/a?version=3'],
    ['ssm:/a:3?version=4', '"/a:3" names a version, and so does an option.'],
    ['ssm:/a b', '"/a b" is not the name of a parameter.'],
  ])('%s', (call, name) => {
    expect(nameOf(call)).toBe(name);
  });

  test('himl falls back to a key of the configuration, unless a profile is named', () => {
    expect(standIns.fallbacks('ssm.path(/a)')).toEqual(['aws.profile']);
    expect(standIns.fallbacks('ssm.path(/a).aws_profile(p)')).toEqual([]);
    expect(nameOf('ssm.path(/a)', { 'aws.profile': 'q' })).toBe('ssm:/a?profile=q&region=us-east-1');
  });
});

test('parts of values', () => {
  const part = (key: string, value: string): unknown =>
    pick({ store: 's', path: 'p', key: [key] }, { value, version: '1' });
  const json = '{"a": {"b": [1, {"c": "x"}]}, "a.b": "dotted"}';
  expect(part('a.b', json)).toEqual({ value: 'dotted', version: '1' });
  expect(part('a.b.1.c', json)).toEqual({ value: 'x', version: '1' });
  expect(part('toString', json)).toEqual({ why: 'The secret s:p has no "toString".' });
  expect(part('a', 'text')).toEqual({ why: 'The secret s:p has no "a", because it is no map.' });
  expect(scalarsOf({ a: ['x', 1, true, null, ''], b: '{"c": "inner"}' })).toEqual([
    'x',
    '1',
    '{"c": "inner"}',
    'inner',
  ]);
});

test('integers in JSON keep all their digits', () => {
  const json = '{"id": 12345678901234567890, "list": [null, 1.5, true]}';
  expect(parsed(json)).toEqual({ id: 12345678901234567890n, list: [null, 1.5, true] });
  expect(scalarsOf(json)).toEqual([json, '12345678901234567890', '1.5']);
});

test.each<[path: string, allowed: readonly string[], narrowed: readonly string[] | undefined, isRead: boolean]>([
  ['/a/b', ['ssm:/a/**'], undefined, true],
  ['/a/b', ['ssm:/a'], undefined, true],
  ['/ab', ['ssm:/a'], undefined, false],
  ['/a/b', ['ssm:/a/*'], ['ssm:/a/c'], false],
  ['/a/b', ['ssm:/a/*'], ['ssm:**'], true],
  ['/a/b', ['ssm:/a/**', '!ssm:/a/b'], undefined, false],
  ['/a/b', ['!ssm:/a/c'], undefined, false],
  ['/a/../b', ['ssm:/a/**'], undefined, false],
  ['/a', ['vault:/a'], undefined, false],
  ['/a', [], ['ssm:/a'], false],
  ['arn:aws:ssm:us-east-1:1:parameter/a', ['ssm:**'], undefined, false],
  ['arn:aws:ssm:us-east-1:1:parameter/a', ['ssm:arn:aws:ssm:us-east-1:1:parameter/*'], undefined, true],
])('%s with %j, narrowed to %j', (path, allowed, narrowed, isRead) => {
  const reference = { store: 'ssm', name: `ssm:${path}`, path, key: [], options: {} };
  expect(refusal(reference, allowed, narrowed) === undefined).toBe(isRead);
});

describe('keys of a file of SOPS', () => {
  const vault = { vault_address: 'https://v', engine_path: 'transit', key_name: 'k' };
  test.each<[metadata: object, keys: readonly string[], refused: string | undefined]>([
    [{ age: [{ recipient: 'age1' }], pgp: [], kms: null }, [], undefined],
    [{ kms: [{ arn: 'arn:aws:kms:r:1:key/a' }] }, [], 'arn:aws:kms:r:1:key/a'],
    [{ kms: [{ arn: 'arn:aws:kms:r:1:key/a' }] }, ['arn:aws:kms:r:1:key/*'], undefined],
    [{ kms: [{ arn: 'arn:k', role: 'arn:r' }] }, ['arn:k'], 'arn:r'],
    [{ kms: [{ arn: 'arn:k', aws_profile: 'p' }] }, ['arn:k', 'profile:p'], 'profile:p'],
    [{ hc_vault: [vault] }, [], 'https://v/v1/transit/keys/k'],
    [{ hc_vault: [vault] }, ['https://v/**'], undefined],
    [
      { hc_vault: [{ ...vault, vault_address: 'https://v.evil' }] },
      ['https://v/**'],
      'https://v.evil/v1/transit/keys/k',
    ],
    [{ key_groups: [{ age: [{}] }, { hc_vault: [vault] }] }, [], 'https://v/v1/transit/keys/k'],
    [{ hc_vault: [{ ...vault, Vault_Address: 'https://x' }] }, ['**'], 'a key with the unknown field "Vault_Address"'],
    [{ HC_VAULT: [vault] }, ['**'], 'a key of the unknown kind "HC_VAULT"'],
    [{ quantum: [{ host: 'x' }] }, ['**'], 'a key of the unknown kind "quantum"'],
    [{ quantum: { host: 'x' } }, [], 'a key of the unknown kind "quantum"'],
  ])('%j with %j', (metadata, keys, refused) => {
    const found = keysOf({ mac: 'ENC[]', version: '3', lastmodified: 'x', unencrypted_suffix: '_x', ...metadata });
    expect(notAllowed(found ?? [], { ...defaultStoreSettings, sops: { keys } })).toBe(refused);
  });

  test('a file without a MAC is not one of SOPS', () => {
    expect(keysOf({ age: [] })).toBeUndefined();
  });
});

describe('what SOPS gets is what was checked', () => {
  test.each([
    [
      'b: x\n"2": y\n"1": [1.50, 12345678901234567890, true, null, {}]\n',
      '{"b":"x","2":"y","1":[1.5,12345678901234567890,true,null,{}]}',
    ],
    ['{"b": "x", "2": "\\u00e9"}', '{"b":"x","2":"é"}'],
    ['a: 1 # x\u2028sops: {}\n', '{"a":1}'],
  ])('%j as %s', (text, json) => {
    expect(plainJson(text)).toEqual({ json });
  });

  test.each([
    '{"sops": {}, "sops": {}}',
    '{"sops": {}, "Sops": {}}',
    '{"sops": {}, "\u017fops": {}}',
    'sops: &a {}\nb: *a\n',
    'sops: {}\n!!binary c29wcw==: {}\n',
    'sops: !!map {}\n',
    'a: 1\n---\nsops: {}\n',
    '? [a]\n: b\n',
    'a: .inf\n',
    '['.repeat(20_000),
  ])('not %j', (text) => {
    expect(plainJson(text)).toEqual({ why: expect.any(String) });
  });
});
