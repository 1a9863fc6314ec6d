/** The modules of a plan: what changes in them is another fingerprint, and what cannot be compared is said. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { executable, symlink, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { createOrigin } from '../../loopback/git-origin.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { FolderDigest } from '../../src/terraform/folder-digest.ts';
import type { ModulePlaces } from '../../src/terraform/installed-modules.ts';
import { planDirectory } from '../../src/terraform/plan.ts';
import { plainContext, planOptions } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const MODULE =
  'resource "terraform_data" "m" {\n  provisioner "local-exec" {\n    command = "${path.module}/x.sh"\n  }\n}\n';

interface Planned {
  readonly fingerprint: string | undefined;
  readonly beyondReview: string | undefined;
}

/** Plans `module "m"` in a repository's folder, as a leaf's runtime directory is. */
async function planWith(
  source: string,
  top = temporaryDirectory('repository'),
  more: Partial<ModulePlaces> = {},
): Promise<Planned> {
  const leafRoot = join(top, '.kompos-runtime/leaves/leaf');
  const directory = join(leafRoot, 'app');
  writeFiles(leafRoot, { app: null, modules: symlink('../../../modules') });
  writeFiles(directory, {
    'main.tf': `variable "config" {}\n\nmodule "m" {\n  source = ${JSON.stringify(source)}\n}\n`,
    'variables.tfvars.json': '{"config": {}}',
  });
  const modules = { leafRoot, top, counted: ['modules/m'], everything: () => '', committed, ...more };
  function committed(): ReadonlySet<string> {
    return new Set(
      [...readdirSync(join(top, 'modules'), { recursive: true, encoding: 'utf8' })].map((name) => `modules/${name}`),
    );
  }

  const result = await planDirectory(directory, { ...planOptions(), fingerprint: plainContext, modules });
  if (!result.ok) throw new Error(result.output);
  return { fingerprint: result.fingerprint?.value, beyondReview: result.beyondReview };
}

/** Packs files, always into the same archive of a folder. */
function archive(folder: string, files: Files): string {
  writeFiles(folder, { content: null });
  writeFiles(folder, { ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`content/${name}`, file])) });
  execFileSync('tar', ['-czf', join(folder, 'm.tgz'), '-C', join(folder, 'content'), '.']);
  return join(folder, 'm.tgz');
}

describe('an archive', () => {
  const git = { '.git/HEAD': 'x', '.git/index': 'x', '.git/objects/x': 'x', '.git/refs/x': 'x' };
  test.each([
    ['beside the code', 'x.sh', {}],
    ['below a folder .git', '.git/x.sh', {}],
    ['below one that looks like a clone', '.git/hooks/x.sh', git],
    ['below a nested one', 'deep/.git/objects/x.sh', git],
  ])('counts with what lies %s', async (_, name, more) => {
    const top = temporaryDirectory('repository');
    const folder = temporaryDirectory('archive');
    const fingerprints = [];
    for (const text of ['echo reviewed', 'echo reviewed', 'echo evil']) {
      const source = archive(folder, { 'main.tf': MODULE, ...more, [name]: executable(text) });
      fingerprints.push((await planWith(source, top)).fingerprint);
    }
    const [first, again, other] = fingerprints;
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});

test('a clone counts with all of its package, and not with what git keeps for itself', async () => {
  const repository = await createRepository({ 'sub/main.tf': MODULE, 'cmd.sh': executable('echo reviewed') });
  const origin = await createOrigin(repository);
  await repository.push(origin);
  const source = `git::${origin.url}//sub?ref=main`;
  const first = await planWith(source);
  await repository.branch('other');
  await repository.commit('Elsewhere', { 'y.txt': 'y' });
  await repository.push(origin);
  expect(await planWith(source)).toEqual(first);
  await repository.checkout('main');
  await repository.commit('Beside the module', { 'cmd.sh': executable('echo evil') });
  await repository.push(origin);
  expect((await planWith(source)).fingerprint).not.toBe(first.fingerprint);
});

describe('a module of the repository', () => {
  const inRepository = (files: Files): string => {
    const top = temporaryDirectory('repository');
    writeFiles(top, { 'modules/m/main.tf': MODULE, ...files });
    return top;
  };

  test('counts with bytes, names and modes of its folder', async () => {
    const top = inRepository({ 'modules/m/x.sh': 'echo reviewed' });
    const fingerprints = [await planWith('../modules/m', top)];
    for (const files of [
      { 'modules/m/x.sh': 'echo evil' },
      { 'modules/m/x.sh': executable('echo reviewed') },
      { 'modules/m/x.sh': null, 'modules/m/y.sh': 'echo reviewed' },
      { 'modules/m/y.sh': symlink('main.tf') },
    ]) {
      writeFiles(top, files);
      fingerprints.push(await planWith('../modules/m', top));
    }
    expect(new Set(fingerprints.map(({ fingerprint }) => fingerprint)).size).toBe(5);
  });

  test('counts with all files of the commit where nobody has seen that it is used', async () => {
    const top = inRepository({});
    const of = async (everything: string, counted: readonly string[]): Promise<string | undefined> =>
      (await planWith('../modules/m', top, { counted, everything: () => everything })).fingerprint;
    expect(await of('a', ['modules/m'])).toBe(await of('b', ['modules/m']));
    expect(await of('a', ['modules/other'])).not.toBe(await of('b', ['modules/other']));
  });

  test('counts without what plans have written into it, and with all of it where nobody has seen that it is used', async () => {
    const top = inRepository({});
    const known = new Set(['modules', 'modules/m', 'modules/m/main.tf']);
    const of = async (counted: readonly string[]): Promise<string | undefined> =>
      (await planWith('../modules/m', top, { counted, committed: () => known })).fingerprint;
    const [seen, unseen] = [await of(['modules/m']), await of([])];
    writeFiles(top, { 'modules/m/lambda.zip': 'x' });
    expect(await of(['modules/m'])).toBe(seen);
    expect(await of([])).not.toBe(unseen);
  });

  test('with a pipe in it keeps nobody waiting', async () => {
    const top = inRepository({});
    execFileSync('mkfifo', [join(top, 'modules/m/pipe')]);
    expect(await planWith('../modules/m', top)).toMatchObject({ beyondReview: undefined });
  });

  test.each<[string, (folder: string) => void, string]>([
    [
      'a link that leads out',
      (folder) => {
        writeFiles(folder, { x: symlink('/etc/hostname') });
      },
      'its link x leads out of it',
    ],
    [
      'more than 100 MB',
      (folder) => {
        writeFiles(folder, { x: '' });
        truncateSync(join(folder, 'x'), 101 * 1024 * 1024);
      },
      'it is more than 100 MB, or more than 20000 files',
    ],
  ])('with %s cannot be compared', async (_, change, words) => {
    const top = inRepository({});
    change(join(top, 'modules/m'));
    const { beyondReview } = await planWith('../modules/m', top);
    expect(beyondReview).toBe(`Module "m" cannot be compared with what was reviewed: ${words}.`);
  });
});

test('too many files are not read to their end', () => {
  const folder = temporaryDirectory('many');
  for (const name of ['a', 'b', 'c/d']) writeFiles(folder, { [name]: '' });
  new FolderDigest({ bytes: 0, files: 4 }).addFolder(folder, { within: folder });
  const small = new FolderDigest({ bytes: 0, files: 3 });
  expect(() => {
    small.addFolder(folder, { within: folder });
  }).toThrow('or more than 3 files');
});

describe('an absolute path', () => {
  test('in the repository counts like any other', async () => {
    const top = temporaryDirectory('repository');
    writeFiles(top, { 'modules/m/main.tf': MODULE, 'modules/m/x.sh': 'echo reviewed' });
    const first = await planWith(join(top, 'modules/m'), top);
    writeFiles(top, { 'modules/m/x.sh': 'echo evil' });
    const second = await planWith(join(top, 'modules/m'), top);
    expect([first.beyondReview, second.fingerprint === first.fingerprint]).toEqual([undefined, false]);
  });

  test.each([
    ['outside of it', (outside: string) => outside],
    ['outside of it, with a folder in it', (outside: string) => `${dirname(outside)}//m`],
    ['that is the whole machine', () => '/'],
  ])('%s is beyond review', async (_, sourceOf) => {
    const outside = join(temporaryDirectory('outside'), 'm');
    writeFiles(outside, { 'main.tf': MODULE });
    const { beyondReview } = await planWith(sourceOf(outside));
    expect(beyondReview).toMatch(/^Module "m" cannot be compared with what was reviewed: it is in \/.*, outside of/u);
  });
});
