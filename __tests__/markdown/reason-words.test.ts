/** Why a leaf is changed, as a line of plain text; how comments show the same is in their golden files. */
import { expect, test } from '@jest/globals';
import type { Reason } from '../../src/changes/changed-leaf.ts';
import { causesOf, causeText } from '../../src/markdown/reason-words.ts';

const pin = { kind: 'pin', address: 'module.vpc.source', before: 'u?ref=v1', after: 'u?ref=v2' } as const;

test.each<[string, Reason, readonly string[]]>([
  ['a text', { kind: 'configuration', key: 'a.b', before: '"x"', after: '"y z"' }, ['a.b: x → y z']],
  [
    'a value with quotes',
    { kind: 'configuration', key: 'a', before: '"\\"x\\""', after: '[1]' },
    ['a: "\\"x\\"" → [1]'],
  ],
  ['a new key', { kind: 'configuration', key: 'a', after: '1' }, ['a: not set → 1']],
  ['a key that is gone', { kind: 'configuration', key: 'a', before: '1' }, ['a: 1 → not set']],
  [
    'a long value',
    { kind: 'configuration', key: 'a', before: '1', after: 'x'.repeat(30) },
    ['a: 1 → xxxxxxxxxx…xxxxxxxxx'],
  ],
  [
    'the keys that move a pin',
    {
      ...pin,
      keys: [
        { key: 'url', before: 'u', after: 'u' },
        { key: 'version', before: 'v1', after: 'v2' },
        { key: 'suffix', before: '', after: 'x' },
      ],
    },
    ['version: v1 → v2', 'suffix:  → x'],
  ],
  ['a pin that its template moves', { ...pin, keys: [] }, ['module.vpc.source: u?ref=v1 → u?ref=v2']],
  ['a file', { kind: 'file', path: 'a/main.tf', change: 'added' }, ['added a/main.tf']],
  [
    'a module',
    { kind: 'module', module: 'm/deep', via: ['m/one', 'm/two'], files: ['m/deep/x.tf'] },
    ['module m/deep, through m/one, m/two'],
  ],
  ['a setting', { kind: 'setting', key: 'terraform.local_path' }, ['setting terraform.local_path']],
  ['a base that is broken', { kind: 'base-failed', message: 'Bad.' }, ['did not render at base: Bad.']],
])('%s', (_what, reason, lines) => {
  expect(causesOf(reason).map((cause) => causeText(cause, 20))).toEqual(lines);
});
