/** The test merge in a record, read as git reads the commit: its parents, and its id in both kinds of repositories. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from '../../loopback/git-command.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { readTestMerge } from '../../src/gate/test-merge.ts';

const folders = { sha1: '', sha256: '' };
beforeAll(async () => {
  for (const format of ['sha1', 'sha256'] as const) {
    folders[format] = temporaryDirectory(format);
    await runGit(folders[format], ['init', '--quiet', `--object-format=${format}`]);
  }
});
afterAll(removeTemporaryDirectories);

const id = (digit: string, long: boolean): string => digit.repeat(long ? 64 : 40);
const PEOPLE =
  'author Ada <ada@example.com> 1767614400 +0000\ncommitter GitHub <noreply@github.com> 1767614400 +0000\n';

/** A commit with these lines between its parents and its message. */
function commit(long: boolean, parents: readonly string[], headers: string, message: string): Buffer {
  const lines = [`tree ${id('0', long)}`, ...parents.map((parent) => `parent ${parent}`)];
  return Buffer.from(`${lines.join('\n')}\n${PEOPLE}${headers}\n${message}`, 'latin1');
}

const signature = (inside: string): string =>
  `gpgsig -----BEGIN PGP SIGNATURE-----\n \n ${inside}\n -----END PGP SIGNATURE-----\n`;

test.each<[string, (long: boolean) => { readonly headers: string; readonly message: string }]>([
  ['as GitHub makes it', () => ({ headers: '', message: 'Merge a into b' })],
  ['without a message', () => ({ headers: '', message: '' })],
  ['signed', (long) => ({ headers: signature(`parent ${id('e', long)}`), message: 'Merge' })],
  [
    'with a tag that was merged',
    (long) => ({
      headers: `mergetag object ${id('e', long)}\n parent ${id('e', long)}\n \n words\n`,
      message: 'Merge',
    }),
  ],
  ['in another encoding', () => ({ headers: 'encoding ISO-8859-1\n', message: 'Gr\u00fc\u00dfe\n' })],
  [
    'with parents in its message',
    (long) => ({ headers: '', message: `parent ${id('e', long)}\n\nparent ${id('e', long)}\n` }),
  ],
])('%s', async (_, made) => {
  for (const [format, long] of [
    ['sha1', false],
    ['sha256', true],
  ] as const) {
    const parents = [id('a', long), id('b', long)];
    const { headers, message } = made(long);
    const raw = commit(long, parents, headers, message);
    writeFileSync(join(folders[format], 'commit'), raw);
    const found = await runGit(folders[format], ['hash-object', '-t', 'commit', '--literally', 'commit']);
    const { ids, parents: read } = readTestMerge(raw.toString('base64'));
    expect([ids[long ? 1 : 0], read]).toEqual([found, parents]);
  }
});

test.each([0, 1, 3])('with %d parents, which is not what a test merge has', (count) => {
  const parents = ['a', 'b', 'c'].slice(0, count).map((digit) => id(digit, false));
  expect(readTestMerge(commit(false, parents, '', 'Merge').toString('base64')).parents).toEqual(parents);
});
