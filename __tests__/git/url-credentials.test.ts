import { describe, expect, test } from '@jest/globals';
import { withoutCredentials } from '../../src/git/url-credentials.ts';

describe('user names and passwords in URLs', () => {
  test.each([
    ['both', 'at https://user:pass@host.example/x', 'at https://host.example/x'],
    ['a token', 'git::https://ghs_abc@host.example/x?ref=v1', 'git::https://host.example/x?ref=v1'],
    [
      'a token of 520 characters with dots and underscores',
      `git::https://x-access-token:ghs_1_${['e'.repeat(20), 'a_b-'.repeat(70), 'c'.repeat(210)].join('.')}@host.example/x`,
      'git::https://host.example/x',
    ],
    [
      'of other schemes',
      'ssh://git@host.example/x postgres://a:b@localhost/db',
      'ssh://host.example/x postgres://localhost/db',
    ],
    [
      'several on a line',
      'https://a:b@h.example/x and https://c:d@h.example/y',
      'https://h.example/x and https://h.example/y',
    ],
    ['with @', 'https://user:p@ss@w@host.example/x', 'https://host.example/x'],
    ['with a slash', 'https://user:p/ss/w@host.example/x', 'https://host.example/x'],
    ['with digits and a slash', 'https://user:12/34@host.example/x', 'https://host.example/x'],
    ['with a question mark', 'https://user:p?a#b@host.example/x', 'https://host.example/x'],
    ['with quotes', `"https://user:p"a'b@host.example/x"`, '"https://host.example/x"'],
    ['with a blank', 'https://user:my pass@host.example/x', 'https://host.example/x'],
    ['with @ and a blank', 'https://user:a@b c@host.example/x', 'https://host.example/x'],
    ...['/', '?', '#', "'", '"', '<', '`', ' '].map((sign): [string, string, string] => [
      `that begins with ${JSON.stringify(sign)}`,
      `at https://user:${sign}pass@host.example/x`,
      'at https://host.example/x',
    ]),
    ['at a host without dots', 'postgres://user:pass@db:5432/x', 'postgres://db:5432/x'],
    ['in quotes', "access 'https://user:pass@host.example/x.git/': no", "access 'https://host.example/x.git/': no"],
  ])('%s', (_, text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
  });

  test.each([
    'https://host.example/path@v1',
    'https://host.example:8080/path@v1 and a@b.example',
    'see https://host.example: mail a@b.example',
    'http://127.0.0.1:4444/dev failed for a@b.example',
    'http://db:4444/dev failed for a@b.example',
    '://user:pass@x',
    'no URL: a@b.example',
  ])('none in: %s', (text) => {
    expect(withoutCredentials(text)).toBe(text);
  });

  // Each took time with the square of its length: 160 KB, 37 s.
  test.each(['a', '://', 'https://u:p', 'https://u:p ', 'x://a:b@ ', '@', 'a:b@'])(
    'much of it takes no time: %j',
    (piece) => {
      const started = performance.now();
      withoutCredentials(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
