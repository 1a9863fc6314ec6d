/** What somebody types in a terminal the day before the pull request, with the real Terraform. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { executable, filesFrom, writeFiles } from '../../loopback/file-tree.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import {
  app,
  cluster,
  network,
  openProject,
  prodNetwork,
  ran,
  threeCompositions,
  withTerraform,
  type TestProject,
} from '../cli/project.ts';

const files = {
  ...threeCompositions,
  ...filesFrom(`
    -- config/env=prod/env.yaml --
    env: prod

    -- ${prodNetwork}/leaf.yaml --
    name: network
  `),
};

let states: StateServer;
let number = 0;

/** A project whose states no other one uses. */
function fresh(): TestProject {
  number += 1;
  return openProject(files, `${states.url}/${String(number)}`);
}

beforeAll(async () => {
  states = await startStateServer();
});

afterAll(async () => {
  await states.close();
  removeTemporaryDirectories();
});

withTerraform(describe)('wherever it is typed', () => {
  test('in a subfolder: the project is found above it; in a leaf: that leaf is meant', async () => {
    const project = fresh();
    const inFolder = (path: string) => ({ cwd: join(project.directory, path) });
    mkdirSync(join(project.directory, network, 'deeper'));
    for (const [path, line, leaves] of [
      ['compositions/terraform/network', `${network} terraform validate`, [network]],
      ['compositions', 'env=prod terraform validate', [prodNetwork]],
      [network, 'terraform validate', [network]],
      [`${network}/deeper`, 'terraform validate', [network]],
      ['config/env=prod', '. terraform validate', [prodNetwork]],
      ['config', 'env=prod/composition=terraform/terraform=network terraform validate', [prodNetwork]],
    ] as const) {
      const result = await project.kompos(line, inFolder(path));
      expect(result).toMatchObject({ code: 0 });
      expect(ran(result)).toEqual(leaves);
    }
    const missing = await project.kompos('terraform plan', inFolder('compositions'));
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('The path is missing');
    expect(missing.stderr).toMatch(/kompos config\/env=dev\/\S+ terraform plan\n.*kompos config terraform plan/u);
  });

  test('where there are no leaves: an error', async () => {
    const project = openProject({ 'config/a.yaml': 'a: 1\n' }, '');
    for (const line of ['config terraform plan', '. terraform plan', 'env=dev terraform plan']) {
      const result = await project.kompos(line);
      expect(result).toMatchObject({ code: 1, stdout: '' });
      expect(result.stderr).toMatch(
        /^Error: There are no leaves in .*\n.*The project is .*: it has the folder "config"\./u,
      );
    }
  });
});

withTerraform(describe)('commands that read', () => {
  test('go on after a failure, at each stage of it, and sum up', async () => {
    const project = fresh();
    project.write({
      [`${network}/size.yaml`]: 'size: 100\n',
      [`${cluster}/more.yaml`]: 'name: "{{no.such.key}}"\n',
    });
    const result = await project.kompos('config terraform plan');
    expect(result.code).toBe(1);
    expect(ran(result)).toEqual([network, app, prodNetwork]);
    expect(result.stdout.match(/Plan: 1 to add/gu)).toHaveLength(2);
    expect(result.stderr).toContain('Config key "no.such.key" not found');
    expect(result.stderr).toContain(`${network}: terraform plan failed\n`);
    expect(result.stderr).toMatch(
      new RegExp(
        `Warning: 4 leaves: 2 succeeded, 2 failed, \\d+ s\n  exit code 1 +${network}\n  not rendered +${cluster}\n$`,
        'u',
      ),
    );
    // Nothing of a terminal's colors goes through a pipe.
    expect(result.stdout + result.stderr).not.toContain('\u001b');
  });

  test('--fail-fast ends them', async () => {
    const project = fresh();
    project.write({ [`${network}/more.yaml`]: 'name: "{{no.such.key}}"\n' });
    const result = await project.kompos('config terraform --fail-fast plan');
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('Config key "no.such.key" not found');
  });

  test('JSON: an object with the leaves as keys, or that of one leaf', async () => {
    const project = fresh();
    expect(await project.kompos('env=dev terraform apply -auto-approve')).toMatchObject({ code: 0 });
    const several = await project.kompos('config terraform output -json');
    expect(several.code).toBe(0);
    expect(JSON.parse(several.stdout)).toMatchObject({
      [network]: { name: { value: 'network' } },
      [cluster]: { name: { value: 'cluster' } },
      [app]: { name: { value: 'app' } },
      [prodNetwork]: {},
    });
    const pattern = await project.kompos('env=dev,composition=app terraform output -json');
    expect(JSON.parse(pattern.stdout)).toMatchObject({ [app]: { name: { value: 'app' } } });
    const one = await project.kompos(`${app} terraform output -json`);
    expect(JSON.parse(one.stdout)).toMatchObject({ name: { value: 'app' } });
    const lines = await project.kompos('env=dev terraform plan -json');
    const parsed = lines.stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    for (const leaf of [network, cluster, app]) {
      expect(parsed).toContainEqual(expect.objectContaining({ leaf, type: 'version' }));
    }
    const text = await project.kompos('env=dev terraform output -raw name');
    expect(text.stdout).toBe(
      [network, cluster, app].map((leaf) => `==> ${leaf} <==\n${leaf.slice(leaf.lastIndexOf('=') + 1)}\n`).join('\n'),
    );
  });

  test.each([
    'plan -out=p.tfplan',
    'show p.tfplan',
    'apply p.tfplan',
    'import a.b c',
    'state push s',
    'console',
    'plan -state x',
  ])('%s over several leaves: an error', async (line) => {
    const result = await fresh().kompos(`config terraform ${line}`);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/^Error: "config" means 4 leaves, but ".*" needs exactly one: /u);
  });
});

withTerraform(describe)("the user's files", () => {
  test('a plan file lies where it was asked for, and is applied from there', async () => {
    const project = fresh();
    project.write({ 'plans/own.tfvars': 'unused = 1\n' });
    const cwd = join(project.directory, 'plans');
    const plan = await project.kompos(`${network} terraform plan -out=p.tfplan -var-file own.tfvars`, { cwd });
    expect(plan.stdout).toContain('Value for undeclared variable');
    expect(plan.code).toBe(0);
    expect(project.has('plans/p.tfplan')).toBe(true);
    const shown = await project.kompos(`${network} terraform show p.tfplan`, { cwd });
    expect(shown.stdout).toContain('terraform_data.this will be created');
    const applied = await project.kompos(`${network} terraform apply p.tfplan`, { cwd });
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining('Apply complete! Resources: 1 added') });
  });

  test('fmt formats the sources, templates included', async () => {
    const project = fresh();
    const [source, template] = [
      'compositions/terraform/network/ugly.tf',
      'compositions/terraform/network/m.tf.versioned',
    ];
    project.write({ [source]: 'locals {\na=1\n}\n', [template]: 'terraform {\nrequired_version=">= {{size}}"\n}\n' });
    const check = await project.kompos(`${network} terraform fmt -check`);
    expect(check).toMatchObject({ code: 3 });
    expect(project.read(source)).toBe('locals {\na=1\n}\n');
    const result = await project.kompos(`${network} terraform fmt`);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stdout.split('\n').filter(Boolean).sort()).toEqual([template, source].sort());
    expect(project.read(source)).toBe('locals {\n  a = 1\n}\n');
    expect(project.read(template)).toBe('terraform {\n  required_version = ">= {{size}}"\n}\n');
    expect(await project.kompos(`${network} terraform fmt -check`)).toMatchObject({ code: 0, stdout: '' });
    expect(await project.kompos(`${network} terraform fmt x.tf`)).toMatchObject({ code: 2 });
  });
});

withTerraform(describe)('what is written to', () => {
  test('is never the state of another leaf, whatever the subcommand', async () => {
    const project = fresh();
    expect(await project.kompos(`${network} terraform apply -auto-approve`)).toMatchObject({ code: 0 });
    project.write({ [`${app}/leaf.yaml`]: 'name: network\n', 'empty.tfstate': '{}' });
    for (const line of [
      'state rm terraform_data.this',
      'state mv a b',
      'state replace-provider a b',
      'state push empty.tfstate',
      'taint terraform_data.this',
      'untaint terraform_data.this',
      'import terraform_data.this x',
      'force-unlock -force x',
      'refresh',
      'destroy -auto-approve',
      'something-new',
    ]) {
      const result = await project.kompos(`${app} terraform ${line}`);
      expect(result).toMatchObject({ code: 1, stdout: '' });
      expect(result.stderr).toContain(`Two leaves have the same state: ${app} and ${network}.`);
    }
    expect((await project.kompos(`${app} terraform state list`)).stdout).toBe('terraform_data.this\n');
  }, 60_000);

  test('is no state that is thrown away', async () => {
    const project = fresh();
    project.write({ 'config/default.yaml': 'size: 1\n', 's.tfstate': '{}' });
    const result = await project.kompos(`${network} terraform state push s.tfstate`);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('which is thrown away. "state push" is refused.');
  });
});

withTerraform(describe)('what init leaves', () => {
  /** Whether init ran. */
  const inits = async (project: TestProject, line: string): Promise<boolean> => {
    const { code, stderr } = await project.kompos(`${network} ${line} --verbose`);
    expect(code).toBe(0);
    return /\[debug\] \S*terraform init /u.test(stderr);
  };

  test('stays until something changes that it reads', async () => {
    const project = fresh();
    const runtime = `.kompos-runtime/leaves/${network}/compositions/terraform/network`;
    expect(await inits(project, 'terraform plan')).toBe(true);
    expect(await inits(project, 'terraform validate')).toBe(false);
    project.write({ [`${network}/more.yaml`]: 'size: 2\n', 'compositions/terraform/network/new.txt': 'x' });
    expect(await inits(project, 'terraform plan')).toBe(false);
    expect(project.read(`${runtime}/variables.tfvars.json`)).toContain('"size": 2');
    expect(project.has(`${runtime}/new.txt`)).toBe(true);
    project.write({
      'compositions/terraform/network/m.tf': 'module "m" {\n  source = "../m"\n}\n',
      'compositions/terraform/m/main.tf': 'locals {}\n',
    });
    expect(await inits(project, 'terraform plan')).toBe(true);
    expect(await inits(project, 'terraform output')).toBe(false);
    project.write({
      'compositions/terraform/m/main.tf': 'module "n" {\n  source = "../n"\n}\n',
      'compositions/terraform/n/n.tf': 'locals {}\n',
    });
    expect(await inits(project, 'terraform output')).toBe(true);
    // Another backend: neither asked about, nor mixed up with the one before.
    project.write({ 'config/env=dev/env.yaml': 'env: dev2\n' });
    expect(await inits(project, 'terraform plan')).toBe(true);
    expect(await inits(project, 'terraform init -upgrade')).toBe(true);
    expect(await inits(project, 'terraform plan')).toBe(false);
  }, 60_000);

  test('of somebody else counts for nothing', async () => {
    const project = fresh();
    const runtime = `.kompos-runtime/leaves/${network}/compositions/terraform/network/.terraform`;
    expect(await inits(project, 'terraform plan')).toBe(true);
    const note = project.read(`${runtime}/kompos.json`);
    const copy = fresh();
    copy.write({ [`${runtime}/kompos.json`]: note, [`${runtime}/providers/planted`]: 'x' });
    expect(await inits(copy, 'terraform plan')).toBe(true);
    expect(copy.has(`${runtime}/providers/planted`)).toBe(false);
  });
});

describe('mistakes', () => {
  const says = async (more: Record<string, string>, line: string): Promise<string> => {
    const project = openProject({ ...files, ...more }, 'http://127.0.0.1:9');
    return (await project.kompos(line)).stderr;
  };

  test('a file beside its template: an error that names both', async () => {
    const plain = 'compositions/terraform/network/main.tf';
    expect(await says({ [`${plain}.versioned`]: 'locals {}\n' }, `${network} terraform plan`)).toMatch(
      new RegExp(`^Error: ${plain}\\.versioned: .*: ${plain}\n`, 'u'),
    );
  });

  test('a placeholder that nothing resolves: a warning with the rule, only where the key exists', async () => {
    const found = await says(
      {
        'compositions/terraform/network/plain.tf':
          '# {{env}} in a comment\nlocals {\n  a = "{{env}}"\n  b = "{{ .Values.x }}{{other}}"\n}\nmodule "m" {\n  source = "./{{name}}"\n}\n',
        'compositions/terraform/network/t.tf.versioned':
          'locals {\n  c = "{{size}}"\n}\nterraform {\n  required_version = ">= {{size}}"\n}\n',
      },
      `${network} terraform plan --dry-run`,
    );
    expect(found.match(/^Warning: .*$/gmu)?.map((line) => line.replace(/ reaches .*/u, ''))).toEqual([
      'Warning: compositions/terraform/network/plain.tf:3:8: "{{env}}"',
      'Warning: compositions/terraform/network/plain.tf:7:15: "{{name}}"',
      'Warning: compositions/terraform/network/t.tf.versioned:2:8: "{{size}}"',
    ]);
    expect(found).toContain('placeholders are resolved only in templates (*.versioned)');
    expect(found).toContain('Rename the file to plain.tf.versioned.');
    expect(found).toContain('Use var.config.size here.');
  });

  test('config above leaves: pick one', async () => {
    const found = await says({ 'config/env=dev/more.yaml': 'title: "{{name}}"\n' }, 'config/env=dev config');
    expect(found).toContain('"config/env=dev" is above 3 leaves');
    expect(found).toMatch(new RegExp(`Pick one of:\n +${app}\n +${cluster}\n +${network}\n`, 'u'));
  });
});

describe('the terminal', () => {
  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, true],
  ])('through a pipe with %j: colors %j', async (env, colored) => {
    const { stderr } = await openProject(files, '').kompos('plna', { env });
    expect(stderr.startsWith('\u001b[31mError\u001b[0m: "plna" is not a command.')).toBe(colored);
    expect(stderr.includes('\u001b')).toBe(colored);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s during a comparison leaves nothing behind', async (signal) => {
    const [temporary, bin] = [temporaryDirectory('interrupted'), temporaryDirectory('bin')];
    const found = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    writeFiles(bin, {
      git: executable(`#!/bin/sh\ncase "$*" in *write-tree*) echo stopped >&2; sleep 30 ;; esac\nexec ${found} "$@"\n`),
    });
    const directory = temporaryDirectory('project');
    const env = { TMPDIR: temporary, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
    const project = openProject(files, '', env, directory);
    const git = (...args: string[]): unknown => execFileSync(found, args, { cwd: directory, stdio: 'ignore' });
    git('init', '-b', 'main');
    git('add', '-A');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-m', 'first');
    const running = project.start('plan');
    await until(() => readdirSync(temporary).some((name) => existsSync(join(temporary, name, 'index'))));
    running.signal(signal);
    expect(await running.finished).toMatchObject({ signal });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
