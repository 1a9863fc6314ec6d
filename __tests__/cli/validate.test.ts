/** `validate` through the bundle: on the command line, and as the action's command. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workflowDispatchEvent } from '../../loopback/events.ts';
import { filesFrom } from '../../loopback/file-tree.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { runAction, runCli } from '../../loopback/runner.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { field } from '../../src/base/json.ts';

const DEV = 'config/env=dev/composition=vpc';

let repository: GitRepository;

beforeAll(async () => {
  repository = await createRepository(
    filesFrom(`
      -- config/default.yaml --
      name: "{{env(NAME_OF_IT)}}"
      broken: "{{no.such}} {{env(NAME_OF_IT)}}"

      -- ${DEV}/vpc.yaml --
      a: "{{b.{{env(NAME_OF_IT)}}}}"

      -- config/env=prod/composition=vpc/vpc.yaml --
      no: {such: 1}

      -- compositions/terraform/vpc/main.tf --
      terraform {
        backend "http" {}
      }
    `),
  );
});

afterAll(removeTemporaryDirectories);

test('the command line: the problems on standard output, exit code 1; 0 without any', async () => {
  const cwd = repository.directory;
  const failed = await runCli(['validate', 'env=dev'], { cwd });
  expect(failed).toMatchObject({ code: 1, stderr: '' });
  expect(failed.stdout).toContain('config/default.yaml\n  2:9  error  Config key "no.such" not found');
  const sarif = await runCli(['validate', '--format', 'sarif'], { cwd });
  expect(sarif.code).toBe(1);
  expect(field(JSON.parse(sarif.stdout), 'version')).toBe('2.1.0');
  expect(await runCli(['config/env=prod', 'validate'], { cwd })).toMatchObject({ code: 0 });
});

test('the action: annotations on lines, a summary, and no value of the environment', async () => {
  const result = await runAction({
    workspace: repository.directory,
    event: workflowDispatchEvent({ sha: await repository.id() }),
    inputs: { command: 'validate', 'allow-env': 'NAME_OF_IT' },
    env: { NAME_OF_IT: 'a-value-of-the-job' },
  });
  expect(result.code).toBe(1);
  expect(result.annotations).toMatchObject([
    { level: 'error', file: 'config/default.yaml', line: 2, message: expect.stringContaining('"no.such" not found') },
    { level: 'error', file: `${DEV}/vpc.yaml`, line: 1, message: expect.stringContaining('"b.***" not found') },
  ]);
  expect(result.summary).toContain('2 errors, 0 warnings. 2 leaves checked.');
  expect(`${result.summary}${result.stdout}`.replaceAll('::add-mask::a-value-of-the-job', '')).not.toContain(
    'a-value-of-the-job',
  );
});
