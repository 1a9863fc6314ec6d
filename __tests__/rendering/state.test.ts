import { describe, expect, test } from '@jest/globals';
import { stateIdentity } from '../../src/rendering/state.ts';

type Settings = Readonly<Record<string, string>>;

function identity(type: string, settings: Settings): string | undefined {
  const texts = Object.entries(settings).map(([name, text]) => [name, { text, unknown: undefined }] as const);
  return stateIdentity([{ type, settings: new Map(texts) }])?.identity;
}

describe('a state is where its backend puts it', () => {
  const s3 = { bucket: '"states"', key: '"dev/vpc"', region: '"eu-central-1"' };

  test.each<[string, Settings]>([
    ['in another order', { region: '"eu-central-1"', key: '"dev/vpc"', bucket: '"states"' }],
    ['encrypted from now on', { ...s3, encrypt: 'true' }],
    ['locked another way', { ...s3, use_lockfile: 'true' }],
    ['reached by another role', { ...s3, role_arn: '"arn:aws:iam::1:role/x"' }],
  ])('the same: %s', (_, settings) => {
    expect(identity('s3', settings)).toBe(identity('s3', s3));
  });

  test.each<[string, string, Settings]>([
    ['another key', 's3', { ...s3, key: '"dev/dns"' }],
    ['another bucket', 's3', { ...s3, bucket: '"others"' }],
    ['another server', 's3', { ...s3, endpoints: '{ s3 = "https://x" }' }],
    ['another backend', 'gcs', s3],
  ])('another one: %s', (_, type, settings) => {
    expect(identity(type, settings)).not.toBe(identity('s3', s3));
  });

  test('all settings count of a backend that is not known, and where the place is not among them', () => {
    expect(identity('new', { a: '1', b: '1' })).not.toBe(identity('new', { a: '1', b: '2' }));
    expect(identity('s3', { region: '"a"' })).not.toBe(identity('s3', { region: '"b"' }));
  });

  test('no backend, no state', () => {
    expect(stateIdentity([])).toBeUndefined();
  });
});
