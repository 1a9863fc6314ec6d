import { beforeAll, describe, expect, test } from '@jest/globals';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessResult } from '../../loopback/child-process.ts';
import { filesFrom } from '../../loopback/file-tree.ts';
import { createTerraformModules } from '../../loopback/modules.ts';
import {
  app,
  cluster,
  network,
  openProject,
  ran,
  threeCompositions,
  withTerraform,
  type TestProject,
} from './project.ts';
import { stateServerForAll } from '../support/state-server.ts';

const states = await stateServerForAll();

const quiet = (line: string): string => `${line} -no-color`;

withTerraform(describe)("the architecture document's own example", () => {
  const path = 'config/env=dev/cluster=cluster1/composition=terraform';
  const runtime = '.kompos-runtime/terraform/aws/vpc';
  let project: TestProject;
  let dryRun: ProcessResult;
  let plan: ProcessResult;

  beforeAll(async () => {
    const modules = await createTerraformModules();
    await modules.repository.commit('A release candidate with tags', {
      'vpc/main.tf': `
        variable "cidr_block" {}
        variable "tags" {}
        resource "terraform_data" "vpc" { input = { cidr_block = var.cidr_block, tags = var.tags } }
      `,
      'vpc/subnets.tf': null,
    });
    await modules.repository.git('tag', '--force', 'v2.0.0-rc');
    await modules.repository.push(modules.origin);
    project = openProject(
      filesFrom(`
        -- config/default.yaml --
        cloud:
          type: aws
        vpc:
          tags:
            team: core
        terraform:
          required_version: ">= 1.5"

        -- config/env=dev/env.yaml --
        vpc:
          module_version: "v1.5.0"
          cidr_block: "10.9.0.0/16"

        -- ${path}/terraform=vpc/cluster.yaml --
        vpc:
          module_version: "v2.0.0-rc"  # Dev uses release candidate
          cidr_block: "10.0.0.0/16"

        -- compositions/terraform/aws/vpc/main.tf.versioned --
        module "vpc" {
          source = "git::https://github.com/org/terraform-modules.git//vpc?ref={{vpc.module_version}}"

          cidr_block = var.config.vpc.cidr_block
          tags       = var.config.vpc.tags
        }

        -- compositions/terraform/aws/vpc/variables.tf --
        variable "config" {}

        -- compositions/terraform/aws/vpc/outputs.tf --
        output "region" {
          value = "eu-central-1"
        }
      `),
      states.url,
      modules.environment,
    );
    dryRun = await project.kompos(`${path} terraform plan --dry-run`);
    const rendered = project.has(`${runtime}/main.tf`) && !project.has(`${runtime}/.terraform`);
    expect(rendered).toBe(true);
    plan = await project.kompos(`${path} terraform plan -no-color`);
  });

  test('--dry-run says where the files are, and runs nothing', () => {
    expect(dryRun).toEqual({
      code: 0,
      signal: null,
      stdout: '',
      stderr: `${path}/terraform=vpc: rendered to ${runtime}\n`,
    });
  });

  test('terraform plan: the module at the version of the leaf, with its values', () => {
    expect(plan).toMatchObject({ code: 0, signal: null });
    expect(ran(plan)).toEqual([`${path}/terraform=vpc`]);
    expect(plan.stdout).toContain('# module.vpc.terraform_data.vpc will be created');
    expect(plan.stdout).toContain('cidr_block = "10.0.0.0/16"');
    expect(plan.stdout).toContain('team = "core"');
    expect(plan.stdout).toContain('Plan: 1 to add');
    expect(project.has(`.kompos-runtime/locks/${path}/terraform=vpc.lock`)).toBe(false);
  });

  test('the five files of the runtime directory', () => {
    expect(project.read(`${runtime}/main.tf`)).toBe(
      project.read('compositions/terraform/aws/vpc/main.tf.versioned').replace('{{vpc.module_version}}', 'v2.0.0-rc'),
    );
    for (const name of ['variables.tf', 'outputs.tf']) {
      expect(project.read(`${runtime}/${name}`)).toBe(project.read(`compositions/terraform/aws/vpc/${name}`));
    }
    expect(JSON.parse(project.read(`${runtime}/provider.tf.json`))).toEqual({
      terraform: { required_version: '>= 1.5' },
    });
    expect(JSON.parse(project.read(`${runtime}/variables.tfvars.json`))).toEqual({
      config: {
        cloud: { type: 'aws' },
        terraform: { required_version: '>= 1.5' },
        vpc: { cidr_block: '10.0.0.0/16', module_version: 'v2.0.0-rc', tags: { team: 'core' } },
      },
    });
    expect(project.has(`${runtime}/main.tf.versioned`)).toBe(false);
    expect(realpathSync(join(project.directory, runtime)).startsWith(project.directory)).toBe(true);
  });

  test('no backend: planned with a warning that says what to do, not applied', async () => {
    const warning =
      'No backend is configured, so the state would be kept in the runtime directory, which is thrown away.';
    expect(plan.stderr).toContain(`Warning: ${warning}\n  Configure a remote backend`);
    const apply = await project.kompos(`${path} terraform apply -auto-approve`);
    expect(apply).toMatchObject({ code: 1, stdout: '' });
    expect(apply.stderr).toContain(`Error: ${warning} "apply" is refused.\n  Configure a remote backend`);
    expect(ran(apply)).toEqual([]);
  });
});

withTerraform(describe)('several leaves', () => {
  const all = [network, cluster, app];
  let project: TestProject;
  let applied: ProcessResult;

  beforeAll(async () => {
    project = openProject(threeCompositions, states.url);
    applied = await project.kompos(quiet('config terraform apply -auto-approve'));
  });

  test('run in the order of compositions.order, unlisted ones last', () => {
    expect(applied).toMatchObject({ code: 0 });
    expect(ran(applied)).toEqual(all);
    expect(states.paths().filter((path) => path.startsWith('/dev/'))).toEqual([
      '/dev/app',
      '/dev/cluster',
      '/dev/network',
    ]);
    expect(applied.stdout.match(/Apply complete! Resources: 1 added/gu)).toHaveLength(3);
  });

  test('output -json: standard output is JSON and nothing else', async () => {
    const result = await project.kompos(`${cluster} terraform output -json`);
    expect(result).toMatchObject({ code: 0 });
    expect(JSON.parse(result.stdout)).toMatchObject({ name: { value: 'cluster' } });
    expect(result.stderr).toBe(`${cluster}: terraform output\n`);
  });

  test.each([
    ['nothing changes', {}, 0, all, undefined],
    ['one changes, the others still run', { [network]: 2 }, 2, all, undefined],
    ['one fails', { [app]: 100 }, 1, all, '2 succeeded, 1 failed'],
    ['one changes, one fails', { [network]: 2, [cluster]: 100 }, 1, all, '1 succeeded, 1 with changes, 1 failed'],
  ] as const)('-detailed-exitcode, %s: %j → %i', async (_, sizes, code, expected, summary) => {
    const own = openProject(threeCompositions, states.url);
    for (const [leaf, size] of Object.entries(sizes)) own.write({ [`${leaf}/size.yaml`]: `size: ${String(size)}\n` });
    const result = await own.kompos(quiet('config/env=dev terraform plan -detailed-exitcode'));
    expect(result.code).toBe(code);
    expect(ran(result)).toEqual(expected);
    if (summary !== undefined) expect(result.stderr).toContain(`Warning: 3 leaves: ${summary}, `);
  });

  // Terraform takes its options with one dash or two, and switches with a value.
  test.each(['--detailed-exitcode', '-detailed-exitcode=true'])('%s means the same', async (option) => {
    const own = openProject(threeCompositions, states.url);
    own.write({ [`${network}/size.yaml`]: 'size: 2\n' });
    const result = await own.kompos(quiet(`config/env=dev terraform plan ${option}`));
    expect(result.code).toBe(2);
    expect(ran(result)).toEqual(all);
  });

  test.each([
    ['plan', all],
    ['plan -destroy', [...all].reverse()],
    ['plan --destroy', [...all].reverse()],
    ['plan -destroy=false', all],
    ['destroy', [...all].reverse()],
  ])('the order of %s', async (subcommand, expected) => {
    const result = await openProject(threeCompositions, states.url).kompos(`config terraform ${subcommand} --dry-run`);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stderr.split('\n').map((line) => line.split(': ')[0])).toEqual([...expected, '']);
  });

  test('stop at the first failure: what failed, what was not run, the exit code of Terraform', async () => {
    const own = openProject(threeCompositions, states.url);
    own.write({ [`${network}/size.yaml`]: 'size: 100\n' });
    const result = await own.kompos(quiet('config/env=dev terraform apply -auto-approve'));
    expect(result).toMatchObject({ code: 1 });
    expect(ran(result)).toEqual([network]);
    expect(result.stderr).toContain('Too large.');
    expect(result.stderr).toMatch(
      new RegExp(
        `Warning: 3 leaves: 1 failed, 2 not run, \\d+ s\\n  exit code 1 +${network}\\n  not run +${cluster}\\n  not run +${app}\\n$`,
        'u',
      ),
    );
    expect(own.has(`.kompos-runtime/locks/${network}.lock`)).toBe(false);
  });

  test("stop where init fails, with Terraform's words", async () => {
    const own = openProject(threeCompositions, states.url);
    own.write({ 'compositions/terraform/cluster/module.tf': 'module "m" {\n  source = "./nowhere"\n}\n' });
    const result = await own.kompos(quiet('config/env=dev terraform apply -auto-approve'));
    expect(result).toMatchObject({ code: 1 });
    expect(ran(result)).toEqual([network, cluster]);
    expect(result.stderr).toContain('terraform init failed');
    expect(result.stderr).toContain('Unreadable module directory');
    expect(result.stderr).toMatch(new RegExp(`init failed +${cluster}\\n +not run +${app}\\n`, 'u'));
  });

  test("init's failure tells no credentials", async () => {
    const own = openProject(threeCompositions, states.url);
    own.write({
      'compositions/terraform/network/module.tf':
        'module "m" {\n  source = "git::https://someone:t0ken@127.0.0.1:9/x.git"\n}\n',
    });
    const result = await own.kompos(`${network} terraform plan`);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('https://127.0.0.1:9/x.git');
    expect(result.stdout + result.stderr).not.toContain('t0ken');
  });

  // Last: it takes away what the others plan against.
  test.each(['destroy -auto-approve', 'apply -destroy -auto-approve'])('%s: in reverse', async (subcommand) => {
    const result = await project.kompos(quiet(`config terraform ${subcommand}`));
    expect(result).toMatchObject({ code: 0 });
    expect(ran(result)).toEqual([...all].reverse());
    const writes = states.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/dev/'));
    if (subcommand.startsWith('destroy')) {
      expect(writes.slice(-3).map(({ path }) => path)).toEqual(['/dev/app', '/dev/cluster', '/dev/network']);
      expect(states.state('/dev/network')).toMatchObject({ resources: [] });
    }
  });
});

withTerraform(describe)('one state', () => {
  test('of two leaves is refused before anything starts', async () => {
    const project = openProject(threeCompositions, states.url);
    project.write({ [`${app}/leaf.yaml`]: 'name: cluster\n' });
    for (const subcommand of ['plan', 'apply -auto-approve']) {
      const result = await project.kompos(`config/env=dev terraform ${subcommand}`);
      expect(result).toMatchObject({ code: 1, stdout: '' });
      expect(result.stderr).toContain(cluster);
      expect(result.stderr).toContain(app);
      expect(result.stderr).toContain('state');
      expect(ran(result)).toEqual([]);
      expect(project.has('.kompos-runtime')).toBe(false);
    }
    // Each alone is fine.
    expect(await project.kompos(`${app} terraform plan`)).toMatchObject({ code: 0 });
  });

  test.each([
    ['relative', 'state/x.tfstate', false],
    ['below .kompos-runtime', '/tmp/project/.kompos-runtime/x.tfstate', false],
    ['elsewhere on this machine', '{{env(OWN_FOLDER)}}/{{env}}-{{name}}.tfstate', true],
  ])('of a local backend, %s: applied %#', async (_, path, lives) => {
    const project = openProject(threeCompositions, states.url);
    project.write({ 'config/default.yaml': `size: 1\nterraform:\n  backend:\n    local:\n      path: "${path}"\n` });
    const env = { OWN_FOLDER: join(project.directory, 'states') };
    const plan = await project.kompos(`${network} terraform plan`, { env });
    expect(plan.code).toBe(0);
    expect(plan.stderr.includes('which is thrown away')).toBe(!lives);
    const apply = await project.kompos(`${network} terraform apply -auto-approve`, { env });
    expect(apply.code).toBe(lives ? 0 : 1);
    expect(project.has('states/dev-network.tfstate')).toBe(lives);
  });
});

withTerraform(describe)('a leaf whose state another leaf uses, asked for or not', () => {
  const leaf = (name: string): string => `config/env=${name}/composition=app`;
  const files = filesFrom(`
    -- config/default.yaml --
    terraform:
      backend:
        http:
          address: "{{env(STATE_URL)}}/shared"

    -- ${leaf('a')}/app.yaml --
    name: a

    -- ${leaf('b')}/app.yaml --
    name: b

    -- ${leaf('broken')}/app.yaml --
    name: "{{missing}}"

    -- compositions/terraform/app/main.tf --
    variable "config" {}
  `);

  test('is not written to', async () => {
    const project = openProject(files, states.url);
    const result = await project.kompos(quiet(`${leaf('a')} terraform apply -auto-approve`));
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`Two leaves have the same state: ${leaf('a')} and ${leaf('b')}.`);
    expect(ran(result)).toEqual([]);
  });

  test('may be looked at', async () => {
    const project = openProject(files, states.url);
    expect((await project.kompos(quiet(`${leaf('a')} terraform plan`))).code).toBe(0);
  });
});
