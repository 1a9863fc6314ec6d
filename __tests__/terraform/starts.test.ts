/** How often Terraform is started, and what it is asked: each start costs every provider's start. */
import { createServer } from 'node:http';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { listenOnLoopback } from '../../loopback/http-server.ts';
import type { Call } from '../../src/base/child-process.ts';
import { initialize } from '../../src/terraform/init.ts';
import { planDirectory, type PlanOptions, type PlanResult } from '../../src/terraform/plan.ts';
import { runTerraform as start } from '../../src/terraform/process.ts';
import { planOptions, rootModule, withState } from './root-module.ts';
import { stateServerForAll } from '../support/state-server.ts';

const states = await stateServerForAll();

/** Options whose Terraform notes what it is started with. */
function noting(more: Partial<PlanOptions> = {}, env: Readonly<Record<string, string>> = {}) {
  const options = planOptions(env);
  const { processes } = options.binary;
  const started: string[] = [];
  const noted = {
    ...processes,
    runApart(call: Call) {
      started.push(call.args.slice(0, 2).join(' '));
      return processes.runApart(call);
    },
  };
  return { started, options: { ...options, binary: { ...options.binary, processes: noted }, ...more } };
}

const ONE = 'resource "terraform_data" "a" {\n  input = "1"\n}\n';
const CHECK =
  'check "c" {\n  assert {\n    condition     = terraform_data.a.input == "2"\n    error_message = "no"\n  }\n}\n';

describe('of a plan', () => {
  test('three starts: init, plan, and show for the JSON', async () => {
    const { started, options } = noting();
    const result = await planDirectory(rootModule({ 'main.tf': ONE }), options);
    expect(result).toMatchObject({ ok: true, text: expect.stringContaining('Plan: 1 to add'), warnings: [] });
    expect(started).toEqual(['init -input=false', 'plan -input=false', 'show -json']);
  });

  test('its text is asked for where it cannot be told for certain', async () => {
    const { started, options } = noting();
    const code = ONE + CHECK.replace('"no"', '"Plan: 1"');
    const result = await planDirectory(rootModule({ 'main.tf': code }), options);
    expect(result).toMatchObject({ ok: true, warnings: [{ summary: 'Check block assertion failed', line: 6 }] });
    expect(started.toSorted()).toEqual(['init -input=false', 'plan -input=false', 'show -json', 'show -no-color']);
  });
});

describe('of a drift check', () => {
  async function checked(code: string, env: Readonly<Record<string, string>> = {}) {
    const path = `/${Math.random()}`;
    const directory = rootModule({ 'main.tf': withState(states, path) + ONE });
    const { options: applying } = noting();
    for (const args of [['init'], ['apply', '-auto-approve']]) {
      const { code: status, stderr } = await start({ ...applying, args, directory });
      if (status !== 0) throw new Error(stderr);
    }
    rmSync(join(directory, '.terraform'), { recursive: true });
    writeFileSync(join(directory, 'main.tf'), withState(states, path) + code);
    const lines: string[] = [];
    const { started, options } = noting({ changesOnly: true, onLine: (line) => lines.push(line) }, env);
    return { result: await planDirectory(directory, options), started, lines };
  }

  const changes = (result: PlanResult): unknown => result.ok && result.summary.hasChanges;

  test('a clean leaf is planned and not read any further, and its ids are not logged', async () => {
    const { result, started, lines } = await checked(ONE);
    expect([changes(result), started]).toEqual([false, ['init -input=false', 'plan -input=false']]);
    expect(lines.join('\n')).toContain('No changes. Your infrastructure matches the configuration.');
    expect(lines.join('\n')).not.toContain('[id=');
  });

  test('the log of a leaf that is read, traces included, has no credentials of addresses', async () => {
    const address = 'https://bot:hunter2secret@git.example.com/x';
    const code = ONE.replace('"1"', `"${address}"`);
    const { lines } = await checked(code, { TF_LOG: 'info' });
    const log = lines.join('\n');
    expect(log).toContain('https://git.example.com/x');
    expect(log).toContain('[INFO]');
    expect(log).not.toContain('hunter2secret');
  });

  test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ['changes', ONE.replace('1', '2'), {}, true],
    ['a check that fails', ONE + CHECK, {}, false],
    ['arguments from the environment', ONE, { TF_CLI_ARGS_plan: '-parallelism=5' }, false],
  ])('with %s it is read', async (_, code, env, expected) => {
    const { result, started, lines } = await checked(code, env);
    expect([changes(result), started.at(-1)]).toEqual([expected, 'show -json']);
    expect(lines.join('\n')).toContain('Refreshing state...');
  });
});

describe('the lock of the state', () => {
  test.each([
    ['is not taken by a plan', undefined, 0],
    ['is taken where a time to wait for it is given', '5s', 1],
  ])('%s', async (_, lockTimeout, expected) => {
    const path = `/lock-${expected}`;
    const before = states.requests.length;
    const result = await planDirectory(
      rootModule({ 'main.tf': withState(states, path) + ONE }),
      planOptions({}, { lockTimeout }),
    );
    expect(result.ok).toBe(true);
    const locks = states.requests.slice(before).filter(({ method }) => method === 'LOCK');
    expect(locks).toHaveLength(expected);
  });

  test('a lock that somebody else holds does not keep a plan from being made', async () => {
    const giveBack = states.hold('/held', { ID: 'an-apply' });
    const directory = rootModule({ 'main.tf': withState(states, '/held') + ONE });
    expect((await planDirectory(directory, planOptions({}, { lockTimeout: undefined }))).ok).toBe(true);
    giveBack();
  });
});

describe('init', () => {
  test.each([
    ['again when a server is busy, and then works', [503, 200], [0, 0], 0],
    ['three times at most', [503, 429, 502, 200], [0, 0], 1],
    ['once when something is wrong that stays so', [404, 200], [0, 0], 1],
  ])('runs %s', async (_, answers, pauses, expected) => {
    const archive = zipSync({ 'main.tf': Buffer.from('resource "terraform_data" "m" {}\n') });
    const left = [...answers];
    let last = 0;
    const server = await listenOnLoopback(
      createServer((request, response) => {
        // Terraform asks twice for each download.
        const status = request.method === 'HEAD' || last === 0 ? (last = left.shift() ?? 200) : last;
        if (request.method !== 'HEAD') last = 0;
        response.writeHead(status).end(status === 200 ? archive : '');
      }),
    );
    const directory = rootModule({ 'main.tf': `module "m" {\n  source = "${server.url}/m.zip"\n}\n` });
    const { started, options } = noting();
    const lines: string[] = [];
    const result = await initialize(
      directory,
      { ...options, onLine: (line) => lines.push(line) },
      (args) => start({ ...options, args, directory }),
      pauses,
    );
    await server.close();
    expect([result.code, started.length]).toEqual([expected, answers[0] === 404 ? 1 : Math.min(answers.length, 3)]);
    expect(lines.filter((line) => line.includes('Trying again in 0 seconds.'))).toHaveLength(started.length - 1);
  });
});
