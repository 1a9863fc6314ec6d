import { beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { executable, filesFrom, symlink, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import {
  app,
  network,
  openProject,
  prodNetwork,
  ran,
  threeCompositions,
  treeOf,
  withTerraform,
  type TestProject,
} from './project.ts';
import { stateServerForAll } from '../support/state-server.ts';

const states = await stateServerForAll();

/** `network` in two places; it reaches a neighbour, a module three levels up, and a file beside its folder. */
const reaching: Files = {
  ...threeCompositions,
  ...filesFrom(`
    -- config/env=prod/env.yaml --
    env: prod

    -- ${prodNetwork}/leaf.yaml --
    name: network

    -- compositions/terraform/network/reach.tf --
    module "common" {
      source = "../common"
    }

    module "x" {
      source = "../../../modules/x"
      env    = var.config.env
    }

    output "reached" {
      value = [module.common.text, module.x.text, jsondecode(file("\${path.module}/../policy.json")).version]
    }

    -- compositions/terraform/common/main.tf --
    output "text" {
      value = file("\${path.module}/text.txt")
    }

    -- compositions/terraform/common/text.txt --
    common

    -- compositions/terraform/policy.json --
    { "version": "2012-10-17" }

    -- modules/x/main.tf --
    variable "env" {}

    module "deeper" {
      source = "../y"
      env    = var.env
    }

    output "text" {
      value = module.deeper.text
    }

    -- modules/y/main.tf --
    variable "env" {}

    output "text" {
      value = "y of \${var.env}"
    }
  `),
};

withTerraform(describe)('two leaves of one composition', () => {
  let project: TestProject;

  beforeAll(() => {
    project = openProject(reaching, states.url);
  });

  test('one after the other: relative paths mean what they mean in the source folder', async () => {
    for (const [leaf, env] of [
      [network, 'dev'],
      [prodNetwork, 'prod'],
      [network, 'dev'],
    ] as const) {
      const result = await project.kompos(`${leaf} terraform plan -no-color`);
      expect(result).toMatchObject({ code: 0 });
      expect(result.stdout).toContain(`"y of ${env}"`);
      expect(result.stdout).toContain('"2012-10-17"');
      expect(result.stdout).toContain('common');
      // The place that people look at shows the leaf that was asked for.
      expect(project.read('.kompos-runtime/terraform/network/variables.tfvars.json')).toContain(`"env": "${env}"`);
    }
  });

  test('in one run: both stay on disk, each with its own configuration', async () => {
    const result = await project.kompos('config terraform plan -no-color -detailed-exitcode');
    expect(result).toMatchObject({ code: 2 });
    expect(ran(result)).toEqual(expect.arrayContaining([network, prodNetwork]));
    expect(result.stdout).toContain('"y of dev"');
    expect(result.stdout).toContain('"y of prod"');
    for (const [leaf, env] of [
      [network, 'dev'],
      [prodNetwork, 'prod'],
    ] as const) {
      const directory = `.kompos-runtime/leaves/${leaf}/compositions/terraform/network`;
      expect(project.read(`${directory}/variables.tfvars.json`)).toContain(`"env": "${env}"`);
      expect(project.read(`${directory}/../policy.json`)).toBe(project.read('compositions/terraform/policy.json'));
    }
  });

  test('at the same time, in two processes: others are free, who reads is let in, who writes waits or ends', async () => {
    const slow = openProject(
      {
        ...reaching,
        'compositions/terraform/network/slow.tf': `
          resource "terraform_data" "slow" {
            provisioner "local-exec" {
              command = "while [ ! -e '\${var.config.finish}' ]; do sleep 0.05; done"
            }
          }
        `,
      },
      `${states.url}/slow`,
    );
    const finish = join(slow.directory, 'finish');
    slow.write({ 'config/finish.yaml': `finish: ${finish}\n` });
    const first = slow.start(`${network} terraform apply -auto-approve -no-color`);
    try {
      await first.printed('terraform_data.slow: Creating...');

      const elsewhere = await slow.kompos(`${prodNetwork} terraform plan`);
      expect(elsewhere).toMatchObject({ code: 0, stdout: expect.stringContaining('"y of prod"') });
      const reader = await slow.kompos(`${network} terraform output -json`);
      expect(reader).toMatchObject({ code: 0, stdout: '{}\n' });
      expect(treeOf(slow.directory, '.kompos-runtime/beside')).toEqual({});

      const second = await slow.kompos(`${network} terraform taint x`);
      expect(second).toMatchObject({ code: 1, stdout: '' });
      expect(second.stderr).toMatch(/^Error: Another kompos run \(process \d+ on .*\) is working on .*\.\n/u);
      expect(second.stderr).toContain(`(process ${String(first.pid)} on `);
      expect(second.stderr).toContain(`: terraform apply ${network}) is working on ${network}.`);

      const third = slow.start(`${network} terraform state list --wait`);
      await third.printed('Waiting: Another kompos run');
      writeFiles(slow.directory, { finish: '' });
      expect(await first.finished).toMatchObject({ code: 0, stdout: expect.stringContaining('y of dev') });
      expect(await third.finished).toMatchObject({ code: 0, stdout: expect.stringContaining('terraform_data.slow') });
    } finally {
      writeFiles(slow.directory, { finish: '' });
    }
  });
});

withTerraform(describe)('where the project lies', () => {
  const inFolder = (files: Files, folder: string): Files =>
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

  test('a subfolder of a repository: modules beside the project are reached', async () => {
    const repository = await createRepository({
      ...inFolder(threeCompositions, 'team/infra'),
      'shared/m/main.tf': 'output "text" {\n  value = "shared by all teams"\n}\n',
      'team/infra/compositions/terraform/network/shared.tf':
        'module "m" {\n  source = "../../../../../shared/m"\n}\noutput "shared" {\n  value = module.m.text\n}\n',
    });
    const project = openProject({}, states.url, {}, join(repository.directory, 'team/infra'));
    const shown = '.kompos-runtime/terraform/network/main.tf';
    const ways = [
      { line: `${network} terraform plan -no-color`, cwd: project.directory },
      { line: `--root-path team/infra ${network} terraform plan -no-color`, cwd: repository.directory },
      // As the shell completes it.
      { line: `--root-path team/infra team/infra/${network}/ terraform plan -no-color`, cwd: repository.directory },
      {
        line: `--root-path ../.. composition=terraform/terraform=network terraform plan -no-color`,
        cwd: join(project.directory, 'config/env=dev'),
      },
      {
        line: `--root-path ${project.directory} ${join(project.directory, network)} terraform plan -no-color`,
        cwd: '/',
      },
    ];
    for (const { line, cwd } of ways) {
      const result = await project.kompos(line, { cwd });
      expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('shared by all teams') });
      expect(ran(result)).toEqual([network]);
      expect(project.has(shown)).toBe(true);
    }
    expect(treeOf(repository.directory, '.kompos-runtime')).toEqual({});
  });

  test('behind a symbolic link', async () => {
    const elsewhere = temporaryDirectory('link');
    const project = openProject(threeCompositions, states.url);
    writeFiles(elsewhere, { project: symlink(project.directory) });
    const result = await project.kompos(`${network} terraform plan`, { cwd: join(elsewhere, 'project') });
    expect(result).toMatchObject({ code: 0 });
    expect(project.has('.kompos-runtime/terraform/network/main.tf')).toBe(true);
  });
});

describe('rendering', () => {
  test('is the same in two folders, byte for byte, and names neither', async () => {
    const files: Files = {
      ...reaching,
      'compositions/terraform/network/run.sh': executable('#!/bin/sh\n'),
      'compositions/terraform/network/templates/a.tftpl': '${x}\r\n',
      'compositions/terraform/network/pinned.tf.versioned':
        'module "p" {\n  source = "git::https://h/m.git?ref={{env}}"\n}\n',
      'compositions/terraform/network/.terraform.lock.hcl': '# locked\n',
      'compositions/terraform/network/.terraform/left': 'not copied',
      'compositions/terraform/network/terraform.tfstate': 'not copied',
    };
    const render = async (name: string): Promise<{ project: TestProject; tree: Readonly<Record<string, string>> }> => {
      const directory = join(temporaryDirectory(name), `a-${name}`, 'b');
      mkdirSync(directory, { recursive: true });
      const project = openProject(files, 'https://states.example.com', {}, directory);
      expect(await project.kompos('config terraform plan --dry-run')).toMatchObject({ code: 0 });
      return { project, tree: treeOf(join(directory, '.kompos-runtime')) };
    };
    const first = await render('first');
    await wait(1100);
    const second = await render('the-second');
    expect(second.tree).toEqual(first.tree);
    const runtime = `leaves/${network}/compositions/terraform/network`;
    const names = Object.keys(first.tree).flatMap((path) =>
      path.startsWith(`${runtime}/`) ? [path.slice(runtime.length + 1)] : [],
    );
    expect(names).toEqual([
      '.terraform.lock.hcl',
      'main.tf',
      'pinned.tf',
      'provider.tf.json',
      'reach.tf',
      'run.sh',
      'templates/a.tftpl',
      'variables.tfvars.json',
    ]);
    for (const { project, tree } of [first, second]) {
      const text = JSON.stringify(tree);
      expect(text).not.toContain(project.directory);
      expect(text).not.toContain(realpathSync(project.directory));
      expect(text).not.toMatch(/-> \//u);
    }
  });

  test('cleans what it is about to write, and nothing else', async () => {
    const project = openProject(threeCompositions, states.url);
    const plan = `${network} terraform plan --dry-run`;
    await project.kompos('config terraform plan --dry-run');
    const runtime = `.kompos-runtime/leaves/${network}/compositions/terraform/network`;
    project.write({
      [`${runtime}/stale.tf`]: 'resource "none" {\n',
      [`${runtime}/sub/stale.txt`]: 'stale',
      [`${runtime}/main.tf`]: 'changed by hand',
      '.kompos-runtime/mine.txt': 'mine',
      '.kompos-runtime/helmfile/app/values.yaml': 'mine: too\n',
      [`.kompos-runtime/leaves/${app}/compositions/terraform/app/mine.txt`]: 'of another leaf',
    });
    const before = treeOf(project.directory, '.kompos-runtime');
    expect(await project.kompos(plan)).toMatchObject({ code: 0 });
    const after = treeOf(project.directory, '.kompos-runtime');
    const gone = Object.keys(before).filter((path) => !(path in after));
    expect(gone).toEqual([`${runtime}/stale.tf`, `${runtime}/sub/stale.txt`]);
    expect(project.read(`${runtime}/main.tf`)).toBe(project.read('compositions/terraform/network/main.tf'));
    for (const [path, text] of Object.entries(after))
      if (path !== `${runtime}/main.tf`) expect(text).toBe(before[path]);

    // What is no longer in the sources is no longer rendered.
    project.write({ 'compositions/terraform/network/extra.tf': '# extra\n' });
    await project.kompos(plan);
    expect(project.has(`${runtime}/extra.tf`)).toBe(true);
    project.write({ 'compositions/terraform/network/extra.tf': null });
    await project.kompos(plan);
    expect(project.has(`${runtime}/extra.tf`)).toBe(false);
  });
});

withTerraform(describe)('an interrupt during an apply', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s: ends in good order, the state lock given back', async (signal) => {
    const path = `/${signal}`;
    const project = openProject(
      {
        ...threeCompositions,
        'compositions/terraform/network/slow.tf': `
          resource "terraform_data" "slow" {
            provisioner "local-exec" {
              command = "sleep 1"
            }
          }
          resource "terraform_data" "after" {
            input = terraform_data.slow.id
          }
        `,
      },
      states.url + path,
    );
    const running = project.start('config/env=dev terraform apply -auto-approve -no-color');
    await running.printed('terraform_data.slow: Creating...');
    expect(states.holder(`${path}/dev/network`)).toMatchObject({ Operation: 'OperationTypeApply' });
    expect(project.has(`.kompos-runtime/locks/${network}.lock`)).toBe(true);
    running.signal(signal);
    await running.printed('Interrupt received.');
    // Impatience must not make Terraform drop everything.
    running.signal('SIGINT');
    running.signal('SIGTERM');

    const result = await running.finished;
    expect(result.signal).toBeNull();
    expect(result.code).toBe(130);
    expect(result.stdout + result.stderr).not.toContain('Two interrupts received');
    expect(states.holder(`${path}/dev/network`)).toBeUndefined();
    expect(states.state(`${path}/dev/network`)).toBeDefined();
    expect(ran(result)).toEqual([network]);
    expect(result.stderr).toContain('  not run ');
    expect(project.has(`.kompos-runtime/locks/${network}.lock`)).toBe(false);
  });
});
