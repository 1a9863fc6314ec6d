/** Applies of real plan files: what was done, what was not, and that no plan file outlives its apply. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { applyPlan, type ApplyResult } from '../../src/terraform/apply.ts';
import { PLAN_FILE } from '../../src/rendering/terraform-files.ts';
import { planDirectory, type PlanOptions } from '../../src/terraform/plan.ts';
import { sealed, type Seal } from '../../src/terraform/seal.ts';
import { findOpenTofu } from '../support/opentofu.ts';
import { descendants } from '../support/processes.ts';
import { inputsIn } from '../support/story.ts';
import { planOptions, rootModule, withState } from './root-module.ts';

let states: StateServer;
let options: PlanOptions;
beforeAll(async () => {
  states = await startStateServer();
  options = planOptions();
});
afterAll(async () => {
  await states.close();
  removeTemporaryDirectories();
});

/** A runtime directory with a plan file that waits for its apply. */
async function planned(path: string, main: string): Promise<string> {
  const directory = rootModule({ 'main.tf': withState(states, path) + main });
  const result = await planDirectory(directory, { ...options, keepPlan: true });
  if (!result.ok) throw new Error(result.output);
  expect(existsSync(join(directory, PLAN_FILE))).toBe(true);
  return directory;
}

/** Applies, and sees that the plan file is gone. */
async function apply(directory: string, more: Partial<PlanOptions> = {}): Promise<ApplyResult> {
  return applyPlan(directory, sealed(directory), { ...options, ...more });
}

const resource = (name: string, more = ''): string =>
  `resource "terraform_data" "${name}" {\n  input = "${name}"\n${more}}\n`;
const after = (name: string): string => `  depends_on = [terraform_data.${name}]\n`;
const running = (command: string): string => `  provisioner "local-exec" {\n    command = "${command}"\n  }\n`;
const created = (name: string): { address: string; action: string } => ({
  address: `terraform_data.${name}`,
  action: 'create',
});

describe('an apply', () => {
  test('that goes well: what was done, and nothing to say', async () => {
    const directory = await planned('/well', resource('a') + resource('b', after('a')));
    const lines: string[] = [];
    const result = await apply(directory, { onLine: (line) => lines.push(line) });
    expect(result).toEqual({ ok: true, done: [created('a'), created('b')], failed: [], output: '', diagnostics: [] });
    expect(inputsIn(states, '/well')).toEqual({ 'terraform_data.a': 'a', 'terraform_data.b': 'b' });
    expect(lines).toContain('terraform_data.a: Creating...');
    expect(lines.some((line) => line.startsWith('Apply complete! Resources: 2 added'))).toBe(true);
  });

  test('that replaces: both halves of it', async () => {
    const main = (trigger: string): string => resource('a', `  triggers_replace = "${trigger}"\n`);
    await apply(await planned('/replace', main('1')));
    expect((await apply(await planned('/replace', main('2')))).done).toEqual([
      { address: 'terraform_data.a', action: 'delete' },
      { address: 'terraform_data.a', action: 'create' },
    ]);
  });

  test('that fails half-way: what is done stays, what failed is named, and the error says where', async () => {
    const main = resource('a') + resource('b', after('a') + running('exit 3')) + resource('c', after('b'));
    const result = await apply(await planned('/half', main));
    expect(result).toMatchObject({ ok: false, done: [created('a')], failed: [created('b')] });
    expect(result.output).toContain('Error: local-exec provisioner error');
    expect(result.output).toMatch(/with terraform_data\.b/u);
    expect(result.output).toMatch(/on main\.tf line \d+:/u);
    expect(result.output).toContain('exit status 3');
    expect(inputsIn(states, '/half')).toEqual({ 'terraform_data.a': 'a', 'terraform_data.b': 'b' });
    expect(states.holder('/half')).toBeUndefined();
  });

  test('with several errors: all of them', async () => {
    const main = resource('a', running('exit 3')) + resource('b', running('exit 4'));
    const result = await apply(await planned('/several', main));
    expect(result.output.match(/^Error: /gmu)).toHaveLength(2);
    expect(result.output).toMatch(/exit status 3[^]*exit status 4|exit status 4[^]*exit status 3/u);
  });

  test('of a plan that somebody was quicker than: nothing is done, and it says so', async () => {
    const late = await planned('/stale', resource('a'));
    await apply(await planned('/stale', resource('b')));
    const there = states.state('/stale');
    const result = await apply(late);
    expect(result).toMatchObject({ ok: false, done: [], failed: [] });
    expect(result.output).toContain('Error: Saved plan is stale');
    expect(states.state('/stale')).toEqual(there);
  });

  test('of a state that is locked: nothing is done, and the lock is named', async () => {
    const directory = await planned('/locked', resource('a'));
    const release = states.hold('/locked');
    const result = await apply(directory);
    release();
    expect(result).toMatchObject({ ok: false, done: [], failed: [] });
    expect(result.output).toContain('11111111-2222-3333-4444-555555555555');
    expect(states.state('/locked')).toBeUndefined();
  });

  test('without a plan file: an error, not an apply of something else', async () => {
    const directory = rootModule({ 'main.tf': withState(states, '/none') + resource('a') });
    const result = await apply(directory);
    expect(result).toMatchObject({ ok: false, done: [] });
    expect(result.output).toContain(PLAN_FILE);
    expect(states.state('/none')).toBeUndefined();
  });

  describe('of what is no longer what was judged is refused', () => {
    async function waiting(path: string, main: string): Promise<{ directory: string; seal: Seal }> {
      const directory = rootModule({ 'main.tf': withState(states, path) + main, 'run.sh': 'echo reviewed\n' });
      const result = await planDirectory(directory, { ...options, keepPlan: true });
      if (!result.ok || result.seal === undefined) throw new Error('there is no plan');
      return { directory, seal: result.seal };
    }

    test.each<[string, string, (directory: string) => Promise<void>]>([
      [
        'the plan file, which another leaf has swapped',
        '/swapped',
        async (directory) => {
          const other = await waiting('/swapped', resource('evil'));
          copyFileSync(join(other.directory, PLAN_FILE), join(directory, PLAN_FILE));
        },
      ],
      [
        'a script beside it, which the plan does not hold',
        '/script',
        (directory) => {
          writeFileSync(join(directory, 'run.sh'), 'echo evil >> reached\n');
          return Promise.resolve();
        },
      ],
    ])('%s', async (_, path, change) => {
      const main = resource('a', running('sh ${path.module}/run.sh'));
      const { directory, seal } = await waiting(path, main);
      await change(directory);
      const result = await applyPlan(directory, seal, options);
      expect(result).toMatchObject({
        ok: false,
        done: [],
        refused: expect.stringContaining('no longer what was judged'),
      });
      expect([states.state(path), existsSync(join(directory, 'reached'))]).toEqual([undefined, false]);
    });

    test('a plan file that is swapped while it is shown is not judged at all', async () => {
      const other = await waiting('/shown', resource('evil'));
      const tools = temporaryDirectory('tools');
      writeFiles(tools, {
        terraform: executable(
          `#!/bin/sh\n"${options.binary.path}" "$@" || exit $?\nif [ "$1" = show ]; then cp "${join(other.directory, PLAN_FILE)}" .; fi\n`,
        ),
      });
      const directory = rootModule({ 'main.tf': withState(states, '/shown') + resource('a') });
      const binary = { ...options.binary, path: join(tools, 'terraform') };
      const result = await planDirectory(directory, { ...options, binary, keepPlan: true });
      expect(result).toMatchObject({ ok: false, stage: 'show' });
      expect(existsSync(join(directory, PLAN_FILE))).toBe(false);
    });

    test('only its owner can read a plan file', async () => {
      const { directory } = await waiting('/modes', resource('a'));
      expect(statSync(join(directory, PLAN_FILE)).mode & 0o777).toBe(0o600);
    });
  });

  test('whose Terraform cannot be started is no result', async () => {
    const directory = await planned('/unstartable', resource('a'));
    const binary = { ...options.binary, path: join(directory, 'no-terraform') };
    await expect(applyPlan(directory, sealed(directory), { ...options, binary })).rejects.toThrow('ENOENT');
  });

  test('takes credentials out of URLs in what it says', async () => {
    const main = resource('a', running('echo https://ada:s3cret@example.org/x; exit 1'));
    const lines: string[] = [];
    const result = await apply(await planned('/credentials', main), { onLine: (line) => lines.push(line) });
    expect([result.output, ...lines].join('\n')).not.toContain('s3cret');
    expect(result.output).toContain('example.org/x');
  });
});

describe('OpenTofu’s apply of a removal that leaves something behind', () => {
  const left = (name: string, more = ''): string => resource(name, `${more}  lifecycle {\n    destroy = false\n  }\n`);
  const deleted = (name: string) => ({ address: `terraform_data.${name}`, action: 'delete' });

  // Terraform has its own way with "destroy = false": these are OpenTofu's words, without what does not matter here.
  const change = (name: string, action: string): object => ({
    type: 'planned_change',
    change: { resource: { addr: `terraform_data.${name}` }, action },
  });
  const hook = (type: string, name: string): object => ({
    type,
    hook: { resource: { addr: `terraform_data.${name}` }, action: 'delete' },
  });
  const error = (summary: string): object => ({ type: 'diagnostic', diagnostic: { severity: 'error', summary } });
  const forgotten = error('Destroy was successful but left behind forgotten instances');
  const whole = [change('b', 'delete'), change('a', 'remove'), hook('apply_start', 'b')];

  async function replayed(code: number, ...lines: readonly object[]): Promise<ApplyResult> {
    const directory = rootModule({
      tofu: executable(`#!/bin/sh\ncat lines\nexit ${code}\n`),
      lines: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    return apply(directory, { binary: { ...options.binary, path: join(directory, 'tofu') } });
  }

  test('is an apply that goes well', async () => {
    const result = await replayed(1, ...whole, hook('apply_complete', 'b'), forgotten);
    expect(result).toEqual({ ok: true, done: [deleted('b')], failed: [], output: '', diagnostics: [] });
  });

  test.each<[string, number, readonly object[]]>([
    ['there is another error', 1, [hook('apply_complete', 'b'), error('Failed to save state'), forgotten]],
    ['there is only another error', 1, [hook('apply_complete', 'b'), error('Failed to save state')]],
    ['a change has failed', 1, [hook('apply_errored', 'b'), forgotten]],
    ['a change was not finished', 1, [forgotten]],
    ['a change was not begun', 1, [hook('apply_complete', 'b'), change('c', 'delete'), forgotten]],
    ['it was killed', 137, [hook('apply_complete', 'b'), forgotten]],
  ])('but it has failed if %s', async (_, code, lines) => {
    const result = await replayed(code, ...whole, ...lines);
    expect(result).toMatchObject({ ok: false, output: expect.stringContaining('Error: ') });
  });

  const tofu = findOpenTofu();
  (tofu === undefined ? test.skip : test)('by the real OpenTofu', async () => {
    const program = { ...options, binary: { ...options.binary, path: tofu ?? '' } };
    const backend = withState(states, '/left');
    const directory = rootModule({ 'main.tf': backend + left('a') + resource('b', after('a')) });
    const plan = async (destroy: boolean): Promise<void> => {
      const result = await planDirectory(directory, { ...program, destroy, keepPlan: true });
      if (!result.ok) throw new Error(result.output);
    };
    await plan(false);
    expect(await apply(directory, program)).toMatchObject({ ok: true, done: [created('a'), created('b')] });
    await plan(true);
    expect(await apply(directory, program)).toEqual({
      ok: true,
      done: [deleted('b')],
      failed: [],
      output: '',
      diagnostics: [],
    });
    expect(inputsIn(states, '/left')).toEqual({});

    const failing = running('exit 3').replace('command', 'when = destroy\n    command');
    const half = rootModule({ 'main.tf': withState(states, '/left-half') + left('a') + resource('b', failing) });
    for (const destroy of [false, true]) {
      const result = await planDirectory(half, { ...program, destroy, keepPlan: true });
      if (!result.ok) throw new Error(result.output);
      const done = await apply(half, program);
      if (destroy) expect(done).toMatchObject({ ok: false, done: [], failed: [deleted('b')] });
      else expect(done.ok).toBe(true);
    }
  });
});

describe('an apply that invokes actions', () => {
  // Written by Terraform 1.16.0-rc2 with a provider that has an action; the providers at hand have none.
  const hook = (type: string, event: string): object => ({
    type,
    hook: {
      action: { addr: 'action.a_send.this' },
      lifecycle: { resource: { addr: 'terraform_data.a' }, trigger_index: 0, actions_index: 0, trigger_event: event },
    },
  });
  const create = (type: string): object => ({
    type,
    hook: { resource: { addr: 'terraform_data.a' }, action: 'create' },
  });
  const invoked = (event: string) => ({
    address: `action.a_send.this (${event} of terraform_data.a)`,
    action: 'invoke',
  });

  test.each<[string, number, readonly object[], object]>([
    [
      'each time',
      0,
      [
        hook('action_start', 'BeforeCreate'),
        hook('action_progress', 'BeforeCreate'),
        hook('action_complete', 'BeforeCreate'),
        hook('action_start', 'AfterCreate'),
        hook('action_complete', 'AfterCreate'),
        create('apply_complete'),
      ],
      { ok: true, done: [invoked('before create'), invoked('after create'), created('a')], failed: [] },
    ],
    [
      'one of which fails, and may',
      0,
      [hook('action_start', 'AfterCreate'), hook('action_errored', 'AfterCreate'), create('apply_complete')],
      { ok: true, done: [created('a')], failed: [invoked('after create')] },
    ],
    [
      'one of which fails',
      1,
      [hook('action_start', 'AfterCreate'), hook('action_errored', 'AfterCreate'), create('apply_errored')],
      { ok: false, done: [], failed: [invoked('after create'), created('a')] },
    ],
  ])('%s', async (_, code, lines, expected) => {
    const directory = rootModule({
      terraform: executable(`#!/bin/sh\ncat lines\nexit ${code}\n`),
      lines: [create('apply_start'), ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    const binary = { ...options.binary, path: join(directory, 'terraform') };
    expect(await apply(directory, { binary })).toMatchObject(expected);
  });
});

describe('an apply that is', () => {
  /** Sends a signal to Terraform as soon as the second resource is under way. */
  async function signalled(path: string, signal: NodeJS.Signals): Promise<ApplyResult> {
    const directory = rootModule({});
    const flag = join(directory, 'begun');
    const main =
      resource('a') + resource('b', after('a') + running(`touch '${flag}' && sleep 2`)) + resource('c', after('b'));
    const applied = apply(await planned(path, main));
    while (!existsSync(flag)) await wait(20);
    const terraform = descendants(process.pid).find(({ command }) => command.includes('apply -input=false'));
    if (terraform === undefined) throw new Error('Terraform does not run');
    process.kill(terraform.pid, signal);
    return applied;
  }

  test('interrupted gives its lock back, and says what is done', async () => {
    const result = await signalled('/interrupted', 'SIGINT');
    expect(result).toMatchObject({ ok: false, done: [created('a')], failed: [created('b')] });
    expect(result.output).toMatch(/^Error: /u);
    expect(states.holder('/interrupted')).toBeUndefined();
  });

  test('killed names what was begun and may be there', async () => {
    const result = await signalled('/killed', 'SIGKILL');
    expect(result).toEqual({
      ok: false,
      done: [created('a')],
      failed: [created('b')],
      output: expect.stringMatching(/^terraform apply was ended by SIGKILL \(signal 9\)\. Often the machine/u),
      diagnostics: [],
    });
    expect(states.holder('/killed')).toBeDefined();
  });
});
