/** Configuration that has git run a program: of a bare repository in the tree, and of the checked-out one. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFiles, type Files } from '../../loopback/file-tree.ts';
import { attemptGit, runGit } from '../../loopback/git-command.ts';
import { checkoutAsRunner, clone, createOrigin, type BareRepository } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { startGitServer } from '../../loopback/git-server.ts';
import { runCli } from '../../loopback/runner.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createGit } from '../../src/git/git.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { DEV, leavesIn, PROD, stories, twoLeaves } from '../support/story.ts';

afterAll(removeTemporaryDirectories);

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

/** What a program that git starts would make. */
let canary: string;
/** A program that makes it and then fails. */
let program: string;

beforeEach(() => {
  const folder = temporaryDirectory('canary');
  canary = join(folder, 'sang');
  program = join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> "${canary}"\nexit 1\n`);
  chmodSync(program, 0o755);
});

/** Every setting by which git could run a program here. */
const settings = (): readonly (readonly [key: string, value: string])[] => [
  ['core.fsmonitor', program],
  ['core.sshCommand', program],
  ['core.hooksPath', join(program, '..')],
  ['core.alternateRefsCommand', program],
  ['core.askPass', program],
  ['credential.helper', program],
  ['filter.any.clean', program],
  ['filter.any.process', program],
  ['protocol.ext.allow', 'always'],
  ['remote.origin.url', `ext::${program}`],
  ['remote.origin.uploadpack', program],
];

/** A bare repository with these settings as files of a tree. Its own top folder is its working tree. */
async function plantedRepository(below: string): Promise<Files> {
  const work = await createRepository({ 'planted.txt': 'committed\n' });
  const bare = join(temporaryDirectory('planted'), 'bare');
  await runGit('/', ['clone', '--quiet', '--bare', work.directory, bare]);
  for (const [key, value] of [['core.bare', 'false'], ['core.worktree', '.'], ...settings()] as const) {
    await runGit(bare, ['--git-dir', bare, 'config', key, value]);
  }
  await runGit(bare, ['--git-dir', bare, '-c', 'core.fsmonitor=false', 'read-tree', 'HEAD']);
  const paths = readdirSync(bare, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = paths.map(({ parentPath, name }): [string, Uint8Array] => {
    const path = join(parentPath, name);
    return [`${below}/${path.slice(bare.length + 1)}`, readFileSync(path)];
  });
  return {
    ...Object.fromEntries(files),
    [`${below}/refs/keep`]: '',
    [`${below}/planted.txt`]: 'changed\n',
    [`${below}/.gitattributes`]: '* filter=any\n',
  };
}

const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

describe('a folder of the tree that looks like a bare repository', () => {
  const begin = stories();

  test('git itself takes it for one, and runs what its settings name', async () => {
    const folder = temporaryDirectory('tree');
    writeFiles(folder, await plantedRepository('network'));
    await attemptGit(join(folder, 'network'), ['diff', '--name-only', 'HEAD', '--']);
    expect(existsSync(canary)).toBe(true);
  });

  // `network/config` replaces the folder of that name, so every leaf is gone.
  test('is no repository for the action, whose working-directory it is', async () => {
    const story = await begin(below('network', twoLeaves));
    const pullRequest = await story.openPullRequest(1, await plantedRepository('network'));
    const result = await story.plan(pullRequest, { inputs: { 'working-directory': 'network' } });
    expect(existsSync(canary)).toBe(false);
    expect(result.stderr).toBe('');
    expect(leavesIn(result.outputs)).toEqual([
      { path: DEV, kind: 'removed' },
      { path: PROD, kind: 'removed' },
    ]);
  });

  test.each([
    ['affected', 0],
    ['affected --base HEAD', 0],
    ['plan', 1],
    [`${DEV} config`, 1],
    [`${DEV} terraform plan --dry-run`, 1],
  ])('is no repository for "kompos %s" in it', async (line, expected) => {
    const repository = await createRepository(below('network', twoLeaves));
    repository.write(await plantedRepository('network'));
    const cwd = join(repository.directory, 'network');
    const env = { ...environment, STATE_URL: 'http://127.0.0.1:9' };
    const { code, stdout, stderr } = await runCli(line.split(' '), { cwd, env });
    expect(existsSync(canary)).toBe(false);
    expect({ code, stderr }).toMatchObject({ code: expected });
    if (line.startsWith('affected')) expect(stdout).toContain(PROD);
  });

  test('is no repository where there is none around it either', async () => {
    const folder = temporaryDirectory('unpacked');
    writeFiles(folder, { ...below('network', twoLeaves), ...(await plantedRepository('network')) });
    const { code, stderr } = await runCli(['affected'], { cwd: join(folder, 'network'), env: environment });
    expect(existsSync(canary)).toBe(false);
    expect(code).toBe(1);
    expect(stderr).toContain('is not in a git repository');
  });

  test('at the top of a repository is no repository, and no name of a commit', async () => {
    const { directory } = await createRepository({ 'a.txt': 'a\n' });
    writeFiles(directory, await plantedRepository('.'));
    const request = { projectRoot: directory, listMerge: undefined, serverUrl: '', token: undefined };
    await withCheckout(request, environment, openEnvironment({}), async (checkout) => {
      expect(await checkout.modified()).toMatchObject({ changed: [], moved: [] });
    });
    expect(existsSync(canary)).toBe(false);
  });

  test('is no repository beside a .git that git does not take for one', async () => {
    const folder = temporaryDirectory('unpacked');
    writeFiles(folder, { ...(await plantedRepository('network')), 'network/.git/keep': '' });
    await createGit(join(folder, 'network'), environment).attempt(['diff', '--name-only', 'HEAD', '--']);
    expect(existsSync(canary)).toBe(false);
  });
});

describe('the settings of the checked-out repository', () => {
  let origin: BareRepository;
  let repository: GitRepository;
  let later: string;

  async function open(): Promise<void> {
    const source = await createRepository({ 'a.txt': 'a\n' });
    origin = await createOrigin(source);
    repository = await clone(origin);
    later = await source.commit('Later', { 'a.txt': 'b\n' });
    await source.push(origin);
  }
  beforeAll(open);

  /** What makes each program run, and a call of ours that would. */
  const cases: readonly [string, () => Promise<void>, readonly string[]][] = [
    [
      'a hook',
      async () => {
        await repository.git('config', 'core.hooksPath', join(program, '..'));
        writeFileSync(join(program, '..', 'reference-transaction'), readFileSync(program), { mode: 0o755 });
      },
      ['fetch', 'origin'],
    ],
    [
      'core.fsmonitor',
      async () => {
        await repository.git('config', 'core.fsmonitor', program);
      },
      ['diff', '--name-only', 'HEAD', '--'],
    ],
    [
      'core.alternateRefsCommand',
      async () => {
        await repository.git('config', 'core.alternateRefsCommand', program);
        const more = await createRepository({ 'other.txt': 'other\n' });
        writeFileSync(
          join(repository.directory, '.git/objects/info/alternates'),
          `${join(more.directory, '.git/objects')}\n`,
        );
      },
      ['fetch', 'origin'],
    ],
    [
      'an address that is a command',
      async () => {
        await repository.git('config', 'protocol.ext.allow', 'always');
        await repository.git('config', 'remote.origin.url', `ext::${program}`);
      },
      ['ls-remote', 'origin'],
    ],
    [
      'gpg.program',
      async () => {
        const commit = await repository.git('cat-file', 'commit', 'HEAD');
        const [header = '', ...message] = commit.split('\n\n');
        const signed = `${header}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n${message.join('\n\n')}\n`;
        writeFileSync(join(repository.directory, 'signed'), signed);
        const id = await repository.git('hash-object', '-t', 'commit', '-w', 'signed');
        await repository.git('update-ref', 'refs/heads/main', id);
        await repository.git('config', 'log.showSignature', 'true');
        await repository.git('config', 'gpg.program', program);
      },
      ['log', '-z', '--format=%H', 'HEAD', '--'],
    ],
  ];

  test.each(cases)('%s: git runs it, our calls do not', async (_, plant, args) => {
    await open();
    await plant();
    await attemptGit(repository.directory, args);
    expect(existsSync(canary)).toBe(true);
    writeFileSync(canary, '');
    await repository.git('update-ref', '-d', 'refs/remotes/origin/main').catch(() => undefined);
    writeFileSync(canary, '');
    await createGit(repository.directory, environment).attempt(args);
    expect(readFileSync(canary, 'utf8')).toBe('');
  });

  /** What a job of the action does first, and then a fetch and a look at the working tree. */
  async function act(): Promise<void> {
    const request = {
      projectRoot: repository.directory,
      listMerge: undefined,
      serverUrl: 'https://github.com',
      token: undefined,
    };
    await withCheckout(request, environment, openEnvironment({}), async (checkout) => {
      await checkout.modified();
      await checkout.history.ensure(later);
    });
  }

  test.each<[string, string, (() => Promise<void>)?]>([
    ['remote.origin.uploadpack', 'git-upload-pack; %p'],
    ['remote.origin.vcs', 'planted'],
    ['filter.any.clean', '%p'],
    ['filter.any.smudge', '%p'],
    ['filter.any.process', '%p'],
    ['filter.any.clean', './git-lfs clean'],
    ['filter.any.clean', 'git-lfs clean; %p'],
    ['filter.any.clean', 'git-lfs clean -- %f\n%p'],
    ['core.sshCommand', '%p'],
    ['core.sshCommand', 'ssh -o ProxyCommand=%p'],
    ['core.sshCommand', 'ssh -o "ProxyCommand=%p"'],
    ['core.sshCommand', 'ssh -F options'],
    ['core.sshCommand', 'ssh -i $IFS-F${IFS}options'],
    ['core.sshCommand', 'ssh -i x -o CheckHostIP=no -F options'],
    ['core.sshCommand', 'ssh -i "$(%p)"'],
    ['core.sshCommand', '/work/ssh -i key'],
    ['core.gitProxy', '%p'],
    ['core.askPass', '%p'],
    ['credential.helper', '!%p'],
    ['credential.https://github.com.helper', '%p'],
    ['credential.helper', 'store; %p'],
  ])('%s is refused when it is %j', async (key, value) => {
    await repository.git('config', key, value.replaceAll('%p', program));
    writeFiles(repository.directory, { '.gitattributes': '*.txt filter=any\n', 'a.txt': 'changed\n' });
    const named = key.replace(/[^.]+$/u, (name) => name.toLowerCase());
    try {
      await expect(act()).rejects.toThrow(`names a program that git would run: ${named}.`);
      expect(existsSync(canary)).toBe(false);
    } finally {
      await repository.git('config', '--unset-all', key);
    }
  });

  test('in a file that it includes they are refused as well', async () => {
    writeFiles(repository.directory, { included: `[core]\n\tsshCommand = ${program}\n` });
    await repository.git('config', 'include.path', '../included');
    await expect(act()).rejects.toThrow('core.sshcommand');
    await repository.git('config', '--unset', 'include.path');
  });

  test('those for the user, and what the environment carries, are trusted', async () => {
    await repository.git('config', 'credential.helper', '');
    const own = join(temporaryDirectory('home'), '.gitconfig');
    writeFileSync(own, `[filter "any"]\n\tclean = cat\n[credential]\n\thelper = ${program}\n`);
    const trusted = { ...environment, GIT_CONFIG_GLOBAL: own };
    const request = { projectRoot: repository.directory, listMerge: undefined, serverUrl: '', token: undefined };
    await withCheckout(request, trusted, openEnvironment({}), () => Promise.resolve());
    await repository.git('config', '--unset', 'credential.helper');
  });

  // actions/checkout: src/git-auth-helper.ts (ssh-key), git lfs install --local (lfs); git-crypt unlock.
  test.each([
    [
      'core.sshCommand',
      '"/usr/bin/ssh" -i "$RUNNER_TEMP/0b5c" -o StrictHostKeyChecking=yes -o CheckHostIP=no -o "UserKnownHostsFile=$RUNNER_TEMP/0b5c_known_hosts"',
    ],
    ['core.sshCommand', 'ssh -i ~/.ssh/deploy -o IdentitiesOnly=yes'],
    ['filter.lfs.clean', 'git-lfs clean -- %f'],
    ['filter.lfs.smudge', 'git-lfs smudge --skip -- %f'],
    ['filter.lfs.process', 'git-lfs filter-process'],
    ['filter.git-crypt.clean', '"git-crypt" clean --key-name=prod'],
    ['credential.helper', 'cache --timeout=300'],
  ])('%s may be %j', async (key, value) => {
    await repository.git('config', key, value);
    await act();
    await repository.git('config', '--unset', key);
  });
});

test('a helper that the repository names is not asked where the server wants a password', async () => {
  const source = await createRepository({ 'a.txt': 'a\n' });
  const first = await source.id();
  const head = await source.commit('Later', { 'a.txt': 'b\n' });
  const origin = await createOrigin(source);
  const server = await startGitServer(origin, 'secret');
  try {
    const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: head });
    await workspace.git('remote', 'set-url', 'origin', server.repositoryUrl);
    for (const key of ['core.askPass', 'credential.helper']) {
      await workspace.git('config', key, program);
      const request = {
        projectRoot: workspace.directory,
        listMerge: undefined,
        serverUrl: server.url,
        token: 'secret',
      };
      const run = withCheckout(request, environment, openEnvironment({}), ({ history }) => history.ensure(first));
      await expect(run).rejects.toThrow('names a program');
      expect(existsSync(canary)).toBe(false);
      await workspace.git('config', '--unset', key);
    }
  } finally {
    await server.close();
  }
});
