/** Applies of real plan files: what was done, what was not, and that no plan file outlives its apply. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { applyPlan, type ApplyResult } from '../../src/terraform/apply.ts';
import { PLAN_FILE, planDirectory, type PlanOptions } from '../../src/terraform/plan.ts';
import { sealed, type Seal } from '../../src/terraform/seal.ts';
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
    expect(result).toEqual({ ok: true, done: [created('a'), created('b')], failed: [], output: '' });
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
      output: 'terraform apply ended with exit code 137.',
    });
    expect(states.holder('/killed')).toBeDefined();
  });
});
