import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProcessResult } from '../../loopback/child-process.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { runCli } from '../../loopback/runner.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { DEV, PROD, twoLeaves } from '../support/story.ts';
import { withTerraform } from './project.ts';

let repository: GitRepository;
let states: StateServer;

function kompos(line: string, env: Readonly<Record<string, string>> = {}): Promise<ProcessResult> {
  return runCli(line.split(' '), { cwd: repository.directory, env: { STATE_URL: states.url, ...env } });
}

beforeEach(async () => {
  states = await startStateServer();
  repository = await createRepository({ ...twoLeaves, '.gitignore': '.kompos-runtime/\n' });
});
afterEach(() => states.close());
afterAll(removeTemporaryDirectories);

withTerraform(describe)('kompos plan', () => {
  test('plans what the working tree changes, and nothing else', async () => {
    repository.write({ 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    const { code, stdout, stderr } = await kompos('plan');
    expect(code).toBe(0);
    expect(stdout).toBe(`Kompos: 1 to create in 1 of 2 leaves

  changed  ${PROD}  1 to create

${PROD}

  size: 1 → 2  (config/env=prod/env.yaml:2)

  # terraform_data.app will be created
  + resource "terraform_data" "app" {
      + id     = (known after apply)
      + input  = "prod 2"
      + output = (known after apply)
    }
`);
    expect(stderr).toContain('Comparing the working tree with');
    expect(states.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('as markdown, the report that a pull request would get', async () => {
    await repository.commit('Read it', {
      'compositions/terraform/aws/app/where.tf': 'locals {\n  where = try(var.config.where, "")\n}\n',
    });
    repository.write({ 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\nwhere: "{{env(STATE_URL)}}"\n' });
    const { stdout } = await kompos('plan --format markdown');
    expect(stdout).toContain('### Kompos: 1 to create in 1 of 2 leaves');
    expect(stdout).toContain('- `size`: `1` → `2` in `config/env=prod/env.yaml:2`');
    expect(stdout).toContain('- `where`: *not set* → `"***"` in ');
    expect(stdout).toMatch(/<sub>`[0-9a-f]{7}…working tree` · Terraform /u);
    expect(stdout).not.toContain(states.url);
    const json = await kompos('plan --format json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      leafCount: 2,
      leaves: [{ kind: 'changed', outcome: 'planned', counts: { create: 1 } }],
      problems: [],
    });
    expect(json.stdout).not.toContain(states.url);
  });

  test.each(['text', 'markdown'])('a plan that prints its environment shows no credentials, as %s', async (format) => {
    const secrets = { PROBE_TOKEN: 'prb-Tok3n-Zz81Qq', AWS_SECRET_ACCESS_KEY: 'aws-S3cr3t/Kk52+Jj' };
    repository.write({
      'compositions/terraform/aws/app/loot.tf': `locals {
  environment = replace(file("/proc/self/environ"), "\\u0000", "\\n")
}
output "plain" {
  value = local.environment
}
output "address" {
  value = urlencode(local.environment)
}
output "base64" {
  value = base64encode(local.environment)
}
`,
    });
    const { code, stdout, stderr } = await kompos(`plan --format ${format}`, secrets);
    expect(code).toBe(0);
    expect(stdout).toContain('PROBE_TOKEN=***');
    // Read by itself: what is left between masks, as base64 from each place where it can begin.
    const encoded = (stdout.match(/[A-Za-z0-9+/=]{12,}/gu) ?? []).flatMap((run) =>
      [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
    );
    const all = [stdout, stderr, ...encoded].join('\n');
    for (const secret of Object.values(secrets)) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(encodeURIComponent(secret));
    }
  });

  test('of a path only, against another commit', async () => {
    await repository.commit('More', {
      'config/default.yaml': (twoLeaves['config/default.yaml'] ?? '') + 'more: 1\n',
      'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 7\n',
    });
    const { stdout } = await kompos(`plan config/env=dev --base HEAD~1`);
    expect(stdout).toContain(`changed  ${DEV}`);
    expect(stdout).not.toContain(PROD);
  });

  test('a leaf that fails: the others are planned, the exit code is 1', async () => {
    repository.write({
      'config/env=prod/env.yaml': 'env: {name: prod}\nsize: "{{no.such}}"\n',
      'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 6\n',
    });
    const { code, stdout } = await kompos('plan');
    expect(code).toBe(1);
    expect(stdout).toContain('1 of 2 leaves failed · 1 to create in 1 leaf');
    expect(stdout).toContain('Error: config/env=prod/env.yaml:2:7: Config key "no.such" not found');
  });

  test('nothing of a file’s text acts on the terminal', async () => {
    repository.write({ 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: "\\e[2J\\a"\n' });
    const { stdout, stderr } = await kompos('plan');
    expect(stdout).toContain('size: 1 → ');
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u001b]/u);
  });
});
