import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readSignature } from 'openpgp';
import { HASHICORP_KEY, OPENTOFU_KEY } from '../../../src/terraform/install/keys.ts';
import { PUBLISHERS } from '../../../src/terraform/install/publishers.ts';
import { judgeSignature } from '../../../src/terraform/install/signature.ts';
import { makeKeys, signatureOf } from './release-server.ts';

const HASHICORP = PUBLISHERS.terraform.fingerprint;
const NOW = new Date('2026-11-28');

function released(name: string): Buffer {
  return readFileSync(new URL(`released/${name}`, import.meta.url));
}

const expired = released('hashicorp-expired-2026-04-18.asc').toString();

describe("HashiCorp's own key and sums", () => {
  test.each(['1.5.7', '1.11.4', '1.15.8'])('%s is signed', async (version) => {
    const sums = released(`terraform_${version}_SHA256SUMS`);
    const signature = released(`terraform_${version}_SHA256SUMS.sig`);
    expect(await judgeSignature(HASHICORP_KEY, HASHICORP, sums, signature, NOW)).toEqual({ kind: 'good' });
  });

  test.each(['1.5.7', '1.11.4'])(
    '%s was signed before the key expired: the old form still verifies it',
    async (version) => {
      const sums = released(`terraform_${version}_SHA256SUMS`);
      const signature = released(`terraform_${version}_SHA256SUMS.sig`);
      expect(await judgeSignature(expired, HASHICORP, sums, signature, NOW)).toEqual({ kind: 'good' });
    },
  );

  test('1.15.8 was signed after the old form of the key had expired', async () => {
    const sums = released('terraform_1.15.8_SHA256SUMS');
    const signature = released('terraform_1.15.8_SHA256SUMS.sig');
    expect(await judgeSignature(expired, HASHICORP, sums, signature, NOW)).toEqual({
      kind: 'outdated-key',
      why: 'it expired on 2026-04-18',
    });
  });

  test('the sums of another release are not', async () => {
    const sums = released('terraform_1.11.4_SHA256SUMS');
    const signature = released('terraform_1.5.7_SHA256SUMS.sig');
    expect(await judgeSignature(HASHICORP_KEY, HASHICORP, sums, signature, NOW)).toMatchObject({ kind: 'wrong' });
  });

  test('no changed byte of sums or signature passes', async () => {
    const sums = released('terraform_1.11.4_SHA256SUMS');
    const signature = released('terraform_1.11.4_SHA256SUMS.sig');
    for (const [changed, other] of [
      [sums, signature],
      [signature, sums],
    ] as const) {
      for (let at = 0; at < changed.length; at += 37) {
        const copy = Buffer.from(changed);
        copy[at] = (copy[at] ?? 0) ^ 1;
        const [data, sig] = changed === sums ? [copy, other] : [other, copy];
        const { kind } = await judgeSignature(HASHICORP_KEY, HASHICORP, data, sig, NOW);
        // Bytes outside of what is signed and of what signs, such as the issuer's id, may change the reason.
        expect([at, kind]).toEqual([at, expect.stringMatching(/^(wrong|outdated-key)$/u)]);
      }
    }
  });
});

test("OpenTofu's key is the one that is trusted", async () => {
  const { fingerprint } = PUBLISHERS.tofu;
  expect(await judgeSignature(OPENTOFU_KEY, fingerprint, Buffer.from(''), Buffer.from(''), NOW)).not.toEqual({
    kind: 'other-key',
  });
  expect(await judgeSignature(OPENTOFU_KEY, HASHICORP, Buffer.from(''), Buffer.from(''), NOW)).toEqual({
    kind: 'other-key',
  });
});

test('an armored signature counts as well', async () => {
  const own = await makeKeys();
  const [data, other] = [Buffer.from('sums'), Buffer.from('other')];
  const binary = await signatureOf(data, own, new Date('2025-06-01'));
  const armored = Buffer.from((await readSignature({ binarySignature: binary })).armor());
  expect(armored.toString()).toMatch(/^-----BEGIN PGP SIGNATURE-----/u);
  const judge = (signed: Buffer) => judgeSignature(own.armored, own.fingerprint, signed, armored, NOW);
  expect(await judge(data)).toEqual({ kind: 'good' });
  expect(await judge(other)).toMatchObject({ kind: 'wrong' });
});

test('a signature that another key made, or that is none', async () => {
  const [own, other] = [await makeKeys(), await makeKeys()];
  const data = Buffer.from('sums');
  const judge = (signature: Uint8Array) => judgeSignature(own.armored, own.fingerprint, data, signature, NOW);
  expect(await judge(await signatureOf(data, own, new Date('2025-06-01')))).toEqual({ kind: 'good' });
  expect(await judge(await signatureOf(data, other, new Date('2025-06-01')))).toMatchObject({ kind: 'outdated-key' });
  for (const garbage of ['', 'garbage', '\u0000\u0001']) {
    expect(await judge(Buffer.from(garbage))).toMatchObject({ kind: 'wrong' });
  }
});

test('a signature from the future is refused', async () => {
  const keys = await makeKeys();
  const data = Buffer.from('sums');
  const signature = await signatureOf(data, keys, new Date('2030-01-01'));
  expect(await judgeSignature(keys.armored, keys.fingerprint, data, signature, NOW)).toMatchObject({ kind: 'wrong' });
});
