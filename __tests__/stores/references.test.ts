import { describe, expect, test } from '@jest/globals';
import { defaultStoreSettings } from '../../src/project/store-settings.ts';
import { pick, scalarsOf } from '../../src/stores/pick.ts';
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
