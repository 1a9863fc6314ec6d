/** Repositories that cannot be used, and git programs that are too old or missing. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createRepository } from '../../loopback/git-repository.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { createGit } from '../../src/git/git.ts';
import { refusePrograms } from '../../src/git/refuse-programs.ts';

const usual = process.env['PATH'] ?? '';

/** A git that answers what 2.25.1 answers to the option that it does not have, and otherwise the one on PATH. */
function oldGit(version: string): string {
  const folder = temporaryDirectory('kompos-git');
  const script = `#!/bin/sh
case "$*" in
  *" version") echo "git version ${version}" ;;
  *--show-scope*) echo "error: unknown option \\\`show-scope'" >&2; exit 129 ;;
  *) PATH="${usual}" exec git "$@" ;;
esac
`;
  writeFileSync(join(folder, 'git'), script);
  chmodSync(join(folder, 'git'), 0o755);
  return folder;
}

afterEach(() => {
  process.env['PATH'] = usual;
});

/** @param path of the process, where programs are looked for */
function open(projectRoot: string, path = usual): Promise<void> {
  process.env['PATH'] = path;
  return withCheckout(
    { projectRoot, listMerge: undefined, serverUrl: 'https://github.com', token: undefined },
    { PATH: usual, HOME: projectRoot },
    { read: () => ({ kind: 'missing' }) },
    () => Promise.resolve(),
  );
}

test('an option that this git does not know names its version and the one that is needed', async () => {
  const { directory } = await createRepository({ a: '1' });
  await expect(open(directory, `${oldGit('2.25.1')}:${usual}`)).rejects.toThrow(
    /^git 2\.25\.1 is too old: kompos needs git 2\.31\.0 or newer\.\n {2}Install a newer git/u,
  );
});

test('a failure of a new git stays what git said', async () => {
  const { directory } = await createRepository({ a: '1' });
  process.env['PATH'] = `${oldGit('2.45.0')}:${usual}`;
  const git = createGit(directory, { PATH: usual });
  await expect(refusePrograms(git)).rejects.toThrow(/^git config failed \(exit code 129\): error: unknown option/u);
});

test('no git: it has to be installed before the checkout, which then left no repository', async () => {
  const nothing = temporaryDirectory('kompos-git');
  await expect(open(nothing, nothing)).rejects.toThrow(
    /^git could not be started: .*\n {2}Install git in a step before actions\/checkout/u,
  );
});

test('no repository, one without a commit, and one in a folder below', async () => {
  const empty = temporaryDirectory('kompos-git');
  await expect(open(empty)).rejects.toThrow(
    /is not in a git repository\.\n {2}Add a step with actions\/checkout before this one\./u,
  );
  mkdirSync(join(empty, 'infra', '.git'), { recursive: true });
  await expect(open(empty)).rejects.toThrow(
    'actions/checkout has "path: infra": set the input "working-directory" to "infra"',
  );
  const young = temporaryDirectory('kompos-git');
  await createGit(young, { PATH: usual, HOME: young }).run(['init', '--quiet']);
  await expect(open(young)).rejects.toThrow(/^The git repository in .* has no commit\./u);
});
