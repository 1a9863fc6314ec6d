/** What a step has left in the working tree and leaves can read; and what it may leave there. */
import { afterAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { executable, symlink, type Files } from '../../loopback/file-tree.ts';
import { createRepository, openRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { allLeaves } from '../../src/changes/changed-leaves.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { modifiedFiles, withCheckout } from '../../src/execution/checkout.ts';

afterAll(removeTemporaryDirectories);

const MAIN = `variable "config" {}

module "m" {
  source = "../../../../modules/m"
}

resource "terraform_data" "a" {
  input = fileexists("\${path.module}/../policy.json") ? file("\${path.module}/../policy.json") : ""
}
`;

const project: Files = {
  '.gitignore': 'node_modules/\n*.zip\nbuild/\npolicy.json\n',
  'config/env=dev/composition=terraform/terraform=app/app.yaml': 'cloud: {type: aws}\n',
  'compositions/terraform/aws/app/main.tf': MAIN,
  'modules/m/main.tf': 'resource "terraform_data" "m" {}\n',
  'modules/m/linked': symlink('../../shared'),
  'shared/text.txt': 'x\n',
  'other/text.txt': 'x\n',
};

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

async function saying(
  repository: GitRepository,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const request = {
    projectRoot: repository.directory,
    listMerge: undefined,
    serverUrl: 'https://github.com',
    token: undefined,
  };
  const environment = { ...ENVIRONMENT, ...env };
  return withCheckout(request, environment, openEnvironment({}), async (checkout) => {
    const { changed } = await allLeaves(await checkout.open(checkout.repository.head));
    expect(changed).toMatchObject([{ kind: 'selected' }]);
    const found = await modifiedFiles(checkout, changed, environment, 'error');
    return found.map(({ message }) => message.slice(0, message.indexOf('):')));
  });
}

const NEW = 'Leaves can read files that are not committed (';

test.each<[string, Files, readonly string[]]>([
  ['nothing', {}, []],
  [
    'what no leaf reaches',
    {
      'node_modules/x/index.js': '',
      'other/new.txt': '',
      'build/lambda.js': '',
      'compositions/terraform/aws/app/.terraform/x': '',
    },
    [],
  ],
  ['our own folder', { '.kompos-runtime/providers/x': '' }, []],
  ['an untracked file in a module', { 'modules/m/run.sh': executable('') }, [`${NEW}modules/m/run.sh`]],
  ['an ignored file in a module', { 'modules/m/lambda.zip': '' }, [`${NEW}modules/m/lambda.zip`]],
  ['an ignored folder in a module', { 'modules/m/build/a': '', 'modules/m/build/b': '' }, [`${NEW}modules/m/build/`]],
  [
    'an ignored file that path.module names',
    { 'compositions/terraform/aws/policy.json': '{}' },
    [`${NEW}compositions/terraform/aws/policy.json`],
  ],
  ['one behind a link in a module', { 'shared/evil.sh': '' }, [`${NEW}shared/evil.sh`]],
  [
    'a committed file, wherever it is',
    { 'other/text.txt': 'y\n' },
    ['The working tree differs from the checked-out commit (other/text.txt'],
  ],
])('%s', async (_, files, expected) => {
  const repository = await createRepository(project);
  repository.write(files);
  expect(await saying(repository)).toEqual(expected);
});

test("where a path may lead anywhere, any file that is not committed counts, but for the job's own credentials", async () => {
  const anywhere = MAIN.replaceAll('/../policy.json', '/${var.config.there}/../../policy.json');
  const repository = await createRepository({ ...project, 'compositions/terraform/aws/app/main.tf': anywhere });
  repository.write({ 'gha-creds-1.json': '{}' });
  const credentials = { GOOGLE_APPLICATION_CREDENTIALS: join(repository.directory, 'gha-creds-1.json') };
  expect(await saying(repository, credentials)).toEqual([]);
  repository.write({ 'other/new.txt': '' });
  expect(await saying(repository, credentials)).toEqual([`${NEW}other/new.txt`]);
});

test('a changed file that git was told to believe in', async () => {
  const repository = await createRepository(project);
  await repository.git('update-index', '--assume-unchanged', 'modules/m/main.tf');
  repository.write({ 'modules/m/main.tf': 'resource "terraform_data" "evil" {}\n' });
  expect(await saying(repository)).toEqual(['The working tree differs from the checked-out commit (modules/m/main.tf']);
});

test('a submodule: as committed, moved without its pointer, changed inside, with a file of nobody, not checked out', async () => {
  const inner = await createRepository({ 'main.tf': 'resource "terraform_data" "s" {}\n' });
  const repository = await createRepository({ ...project, 'modules/m/main.tf': null, 'modules/m/linked': null });
  await repository.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', inner.directory, 'modules/m');
  await repository.commit('Add a submodule');
  expect(await saying(repository)).toEqual([]);

  const submodule = openRepository(join(repository.directory, 'modules/m'));
  submodule.write({ 'main.tf': 'resource "terraform_data" "evil" {}\n' });
  expect(await saying(repository)).toEqual([`${NEW}modules/m/main.tf`]);
  await submodule.commit('Moved');
  expect(await saying(repository)).toEqual([
    'Leaves can read a submodule that is not at its committed revision (modules/m/',
  ]);
  await repository.commit('The pointer');
  submodule.write({ 'run.sh': '' });
  expect(await saying(repository)).toEqual([`${NEW}modules/m/run.sh`]);

  await repository.git('submodule', 'deinit', '--force', '--all');
  expect(await saying(repository)).toEqual([]);
  repository.write({ 'modules/m/main.tf': '' });
  expect(await saying(repository)).toEqual([`${NEW}modules/m/`]);
});
