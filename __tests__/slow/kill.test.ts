/**
 * Kompos killed at random points of an apply. Nothing but what was reviewed is ever applied, and the next run finishes
 * the job. `npm run test:kill` tries a hundred points; `KILL_SEED=<seed>` tries the same ones again.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { pushEvent } from '../../loopback/events.ts';
import { checkoutAsRunner } from '../../loopback/git-origin.ts';
import { startAction, type ActionResult, type RunningAction } from '../../loopback/runner.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { list } from '../../src/base/json.ts';
import { anyRuns, descendants } from '../support/processes.ts';
import { inputsIn, startStory, TOKEN, type Push, type Story } from '../support/story.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? '3');
const SEED = Number(process.env['KILL_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31)));

const variable = 'variable "config" {\n  type = any\n}\n';
const leaf = (env: string, name: string): string => `config/env=${env}/composition=terraform/terraform=${name}`;
/** Leaf → path of its state. `app` comes after `net` in dev; prod runs beside them. */
const STATES: Readonly<Record<string, string>> = {
  [leaf('dev', 'net')]: '/dev-net',
  [leaf('dev', 'app')]: '/dev-app',
  [leaf('prod', 'net')]: '/prod-net',
};
const PATHS = Object.values(STATES);

/** Each leaf has two resources, the second after the first, that take a while. */
const composition = `${variable}
resource "terraform_data" "first" {
  input = "first \${var.config.tag}"
  provisioner "local-exec" {
    command = "sleep 0.1"
  }
}
resource "terraform_data" "second" {
  input      = "second \${var.config.tag}"
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "sleep 0.1"
  }
}
`;

const defaults = [
  'tag: old',
  'terraform:',
  '  backend:',
  '    http:',
  ...['address', 'lock_address', 'unlock_address'].map((name) => `      ${name}: "{{env(STATE_URL)}}/{{state}}"`),
  '',
].join('\n');

const files: Readonly<Record<string, string>> = {
  '.komposconfig.yaml': 'compositions: {order: {terraform: [net, app]}}\n',
  'config/default.yaml': defaults,
  ...Object.fromEntries(
    Object.entries(STATES).map(([path, state]) => [`${path}/leaf.yaml`, `state: ${state.slice(1)}\n`]),
  ),
  'compositions/terraform/net/main.tf': composition,
  'compositions/terraform/app/main.tf': composition,
};

const REVIEWED = { 'terraform_data.first': 'first new', 'terraform_data.second': 'second new' };

let story: Story;
let push: Push;
/** The states as they are before the merge. */
let before: ReadonlyMap<string, unknown>;
let attempt = 1;

beforeAll(async () => {
  story = await startStory(files);
  const first = await story.openPullRequest(1, {
    'config/default.yaml': `${defaults}# first\n`,
    'compositions/terraform/net/more.tf': '\n',
    'compositions/terraform/app/more.tf': '\n',
  });
  await story.plan(first);
  const result = await story.apply(await story.merge(first));
  if (result.code !== 0) throw new Error(result.log);
  before = new Map(PATHS.map((path) => [path, story.states.state(path)]));
  const second = await story.openPullRequest(2, { 'config/default.yaml': defaults.replace('tag: old', 'tag: new') });
  await story.plan(second);
  push = await story.merge(second);
});

afterAll(async () => {
  await story.close();
  removeTemporaryDirectories();
});

/** Starts the merge's apply in a checkout: one that was killed there may have left something behind. */
function begin(workspace: string): RunningAction {
  attempt += 1;
  return startAction({
    workspace,
    event: pushEvent({ ...push, ref: 'refs/heads/main' }),
    inputs: { command: 'apply', 'allow-env': 'STATE_URL', 'lock-timeout': '0s', parallelism: '2' },
    env: story.environment,
    apiUrl: story.api.url,
    oidc: story.oidc,
    token: TOKEN,
    runAttempt: attempt,
  });
}

async function checkOut(): Promise<string> {
  const checkout = await checkoutAsRunner(story.origin, { ref: 'refs/heads/main', sha: push.after, depth: 1 });
  return checkout.directory;
}

async function unlock(path: string): Promise<void> {
  await fetch(`${story.states.url}${path}`, { method: 'UNLOCK' });
}

async function reset(): Promise<void> {
  for (const [path, state] of before) {
    await unlock(path);
    story.states.setState(path, state);
  }
}

/** Kills kompos, and Terraform with it or not; returns when nothing of it runs any more. */
async function kill(running: RunningAction, withTerraform: boolean): Promise<void> {
  const { pid } = running;
  if (pid === undefined) throw new Error('it did not start');
  // Stopped first, so that it starts nothing between the look at its children and its end.
  running.signal('SIGSTOP');
  const children = descendants(pid);
  running.signal('SIGKILL');
  for (const { pid: child, command } of withTerraform ? children : []) {
    if (/\bterraform\b/u.test(command)) killOne(child);
  }
  await running.finished;
  while (anyRuns(children.map((child) => child.pid))) await wait(20);
  // The state server may still have to read what a dead Terraform has sent it.
  await wait(100);
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** What is in the states must be what was there, or what was reviewed; `foreign`: or what somebody else has put there. */
function expectNothingUnreviewed(foreign = 'old'): void {
  for (const path of PATHS) {
    for (const [address, input] of Object.entries(inputsIn(story.states, path))) {
      const name = address.replace('terraform_data.', '');
      expect([`${name} old`, `${name} new`, `${name} ${foreign}`]).toContain(input);
    }
  }
}

const isDone = (path: string): boolean => JSON.stringify(inputsIn(story.states, path)) === JSON.stringify(REVIEWED);
const open = (): readonly string[] => PATHS.filter((path) => !isDone(path));
const locked = (): readonly string[] => PATHS.filter((path) => story.states.holder(path) !== undefined);

function expectNoPlanFiles(workspace: string, { temporary }: ActionResult): void {
  const left = [workspace, temporary].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tfplan')),
  );
  expect(left).toEqual([]);
}

test('an apply that nobody kills does the whole job', async () => {
  await reset();
  const workspace = await checkOut();
  const began = Date.now();
  const result = await begin(workspace).finished;
  duration = Date.now() - began;
  expect([result.code, open(), locked()]).toEqual([0, [], []]);
  expectNoPlanFiles(workspace, result);
});

/** Milliseconds of an apply that nobody kills. */
let duration = 3_000;

/** Park and Miller's generator: the same seed gives the same points. */
function numbers(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const random = numbers(SEED);
const rounds = Array.from({ length: ROUNDS }, (_, index) => ({
  round: index + 1,
  point: random(),
  withTerraform: random() < 0.4,
  meddled: random() < 0.2,
}));

test.each(rounds)(
  `killed at $point, with Terraform: $withTerraform, meddled with: $meddled (round $round, KILL_SEED=${SEED})`,
  async ({ point, withTerraform, meddled }) => {
    await reset();
    const workspace = await checkOut();
    const running = begin(workspace);
    await Promise.race([wait(point * duration), running.finished]);
    await kill(running, withTerraform);
    expectNothingUnreviewed();

    const held = locked();
    if (!withTerraform) expect(held).toEqual([]);
    if (held.length > 0) {
      await expectToStayOut(workspace, held);
      await Promise.all(held.map(unlock));
    }
    const half = open().filter((path) => held.includes(path) && isTouched(path));
    const foreign = meddled ? open().find((path) => !half.includes(path)) : undefined;
    if (foreign !== undefined) meddle(foreign);
    const last = await begin(workspace).finished;
    expectNoPlanFiles(workspace, last);
    expectNothingUnreviewed('foreign');
    expect(locked()).toEqual([]);
    if (foreign !== undefined) expect(isDone(foreign)).toBe(false);
    // What is half done, or was meddled with, has another plan now: a person has to look at it, and at what comes after.
    const waiting = [...half, ...(foreign === undefined ? [] : [foreign])];
    if (waiting.includes('/dev-net')) waiting.push(...open().filter((path) => path === '/dev-app'));
    expect([last.code, new Set(open())]).toEqual([waiting.length > 0 ? 1 : 0, new Set(waiting)]);
    const refused: unknown = JSON.parse(last.outputs['refused'] ?? '[]');
    expect(new Set(list(refused))).toEqual(new Set(leavesOf(waiting)));
  },
  180_000,
);

/** Whether an apply has got as far as changing the state. */
function isTouched(path: string): boolean {
  return JSON.stringify(story.states.state(path)) !== JSON.stringify(before.get(path));
}

function meddle(path: string): void {
  story.states.setState(path, JSON.parse(JSON.stringify(story.states.state(path)).replaceAll(' old"', ' foreign"')));
}

function leavesOf(paths: readonly string[]): readonly string[] {
  return Object.entries(STATES).flatMap(([each, path]) => (paths.includes(path) ? [each] : []));
}

/** A run that meets locks of a dead Terraform names them and leaves those states alone. */
async function expectToStayOut(workspace: string, held: readonly string[]): Promise<void> {
  const there = held.map((path) => story.states.state(path));
  const locks = held.map((path) => story.states.holder(path)?.ID ?? 'no lock');
  const result = await begin(workspace).finished;
  expect(result.code).toBe(1);
  for (const id of locks) expect(result.log).toContain(id);
  expect(held.map((path) => story.states.state(path))).toEqual(there);
  expect(held.map((path) => story.states.holder(path)?.ID)).toEqual(locks);
  expectNothingUnreviewed();
}
