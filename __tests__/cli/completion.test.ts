import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { complete } from '../../src/cli/completion.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { executable, filesFrom, writeFiles } from '../../loopback/file-tree.ts';
import { runCli } from '../../loopback/runner.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';

const known = {
  leaves: () =>
    Promise.resolve([
      'config/env=dev/composition=app',
      'config/env=dev/composition=vpc',
      'config/env=prod/composition=vpc',
    ]),
  keys: () => Promise.resolve(['vpc', 'vpc.version', 'env']),
};

test.each([
  ['pl', ['plan']],
  ['conf', ['config', 'config/']],
  ['config/', ['config/env=dev/', 'config/env=prod/']],
  ['config/env=d', ['config/env=dev/']],
  ['config/env=dev/composition=', ['config/env=dev/composition=app', 'config/env=dev/composition=vpc']],
  ['env=', ['env=dev', 'env=prod']],
  ['composition=v', ['composition=vpc']],
  ['config/env=dev te', ['terraform']],
  ['config terraform wor', ['workspace']],
  ['config terraform plan x', []],
  ['plan --form', ['--format']],
  ['plan --format ', ['text', 'markdown', 'json']],
  ['plan config/env=p', ['config/env=prod/']],
  ['affected --base x config/env=p', ['config/env=prod/']],
  ['config/x config --filter v', ['vpc']],
])('%s', async (line, expected) => {
  const { candidates } = await complete(line.split(' '), COMMANDS, known);
  expect(candidates.map(({ value }) => value)).toEqual(expected);
});

test('in bash, with the script that kompos prints', async () => {
  const project = temporaryDirectory('completed');
  writeFiles(
    project,
    filesFrom(`
      -- config/env=dev/composition=app/a.yaml --
      a: 1
      -- compositions/terraform/app/main.tf --
      # nothing
    `),
  );
  const { stdout } = await runCli(['complete', 'bash'], { cwd: project });
  // A path with "=" is one word; what bash itself would do around the function is done here.
  writeFiles(project, {
    'script.bash': stdout,
    'bin/kompos': executable(`#!/bin/sh\nexec "${process.execPath}" "${process.cwd()}/dist/index.js" "$@"\n`),
  });
  const ask = `compopt() { :; }; source ./script.bash; echo "\${COMP_WORDBREAKS//[^=]}"; COMP_WORDS=(kompos config/env=d); COMP_CWORD=1; __kompos_complete; echo "\${COMPREPLY[@]}"`;
  const env = { PATH: `${project}/bin:${process.env['PATH'] ?? ''}`, HOME: project };
  expect(execFileSync('bash', ['--norc', '-c', ask], { cwd: project, env, encoding: 'utf8' })).toBe(
    '\nconfig/env=dev/\n',
  );
});

test.each(['zsh', 'fish'])('a script for %s', async (shell) => {
  const { code, stdout } = await runCli(['complete', shell], { cwd: '/' });
  expect(code).toBe(0);
  expect(stdout).toContain('kompos complete --');
});

test('another shell: what there is', async () => {
  const result = await runCli(['complete', 'fis'], { cwd: '/' });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain('Did you mean "fish"?');
});
