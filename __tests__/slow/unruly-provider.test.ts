/** A provider that warns, fails, crashes, hangs and chatters: nothing that it says is lost, and nothing stays locked. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from '../../loopback/file-tree.ts';
import { installUnruly, UNRULY } from '../../loopback/provider/install.ts';
import { field, list } from '../../src/base/json.ts';
import { applyPlan } from '../../src/terraform/apply.ts';
import { errorsIn } from '../../src/terraform/diagnostics.ts';
import { planDirectory, type PlanOptions } from '../../src/terraform/plan.ts';
import { sealed } from '../../src/terraform/seal.ts';
import { stories, type Story } from '../support/story.ts';
import { planOptions, rootModule, withState } from '../terraform/root-module.ts';
import { stateServerForAll } from '../support/state-server.ts';

const LONG = 240_000;

const installed = installUnruly();
const states = await stateServerForAll();
afterAll(() => {
  installed.remove();
});

const thing = (name: string, mode: string, more = ''): string =>
  `resource "unruly_thing" "${name}" {\n  name = "${name}"\n  mode = "${mode}"\n${more}}\n`;

describe('one root module', () => {
  const options = (more: Partial<PlanOptions> = {}): PlanOptions =>
    planOptions(installed.environment, { ...more, keepPlan: true });

  test(
    'warnings reach plan and apply with their lines, also of a plan without changes, alike ones counted',
    async () => {
      const main = withState(states, '/warn') + UNRULY + thing('a', 'warn', '  count = 3\n');
      const line = main.split('\n').indexOf('  mode = "warn"') + 1;
      const place = { severity: 'warning', address: 'unruly_thing.a[0]', file: 'main.tf', line, similar: 2 };
      const directory = rootModule({ 'main.tf': main });
      const planned = await planDirectory(directory, options());
      const inPlan = { ...place, summary: 'Argument is deprecated (plan)', detail: 'Use another mode.' };
      expect(planned).toMatchObject({ ok: true, warnings: [{ ...inPlan, address: expect.any(String) }] });

      const applied = await applyPlan(directory, sealed(directory), options());
      expect(applied).toMatchObject({ ok: true, failed: [], output: '' });
      expect(applied.done).toHaveLength(3);
      const inApply = { ...inPlan, address: expect.any(String), summary: 'Argument is deprecated (apply)' };
      expect(applied.diagnostics).toContainEqual(inApply);
      const summaries = applied.diagnostics.map(({ summary }) => summary);
      expect(new Set(summaries).size).toBe(summaries.length);

      const again = await planDirectory(directory, options());
      expect(again).toMatchObject({ ok: true, summary: { hasChanges: false }, warnings: [{ line, similar: 2 }] });
    },
    LONG,
  );

  test(
    'errors have the place that Terraform names, in plan, apply and the configuration of the provider',
    async () => {
      const failing = withState(states, '/fail') + UNRULY + thing('a', 'fail-plan');
      const planned = await planDirectory(rootModule({ 'main.tf': failing }), options());
      const line = failing.split('\n').indexOf('  mode = "fail-plan"') + 1;
      const detail = 'The thing must not be used (plan).\nStatus code: 403';
      expect(planned.ok ? [] : errorsIn(planned.output)).toEqual([
        {
          severity: 'error',
          summary: 'AccessDenied',
          detail,
          address: 'unruly_thing.a',
          file: 'main.tf',
          line,
          source: [`  ${line}:   mode = "fail-plan"`],
        },
      ]);

      const directory = rootModule({ 'main.tf': failing.replace('fail-plan', 'fail-apply') });
      expect(await planDirectory(directory, options())).toMatchObject({ ok: true });
      expect(await applyPlan(directory, sealed(directory), options())).toMatchObject({
        ok: false,
        failed: [{ address: 'unruly_thing.a', action: 'create' }],
        diagnostics: [{ severity: 'error', summary: 'AccessDenied', file: 'main.tf', line }],
      });
      expect(states.holder('/fail')).toBeUndefined();

      const refused = `${UNRULY}provider "unruly" {\n  refuse = "no EC2 IMDS role found"\n}\n${thing('a', 'fine')}`;
      const configured = await planDirectory(rootModule({ 'main.tf': refused }), options());
      expect(configured.ok ? [] : errorsIn(configured.output)).toMatchObject([
        { summary: 'No valid credential sources found', detail: 'no EC2 IMDS role found', file: 'main.tf', line: 9 },
      ]);
    },
    LONG,
  );

  test(
    'a crash is a failure in words, in plan and apply',
    async () => {
      const main = withState(states, '/crash') + UNRULY + thing('a', 'crash-plan');
      const planned = await planDirectory(rootModule({ 'main.tf': main }), options());
      expect(planned).toMatchObject({ ok: false, stage: 'plan', output: expect.stringContaining('plugin crashed!') });
      expect(planned.ok ? [] : errorsIn(planned.output)[0]).toMatchObject({ file: 'main.tf' });

      const directory = rootModule({ 'main.tf': main.replace('crash-plan', 'crash-apply') });
      expect(await planDirectory(directory, options())).toMatchObject({ ok: true });
      const applied = await applyPlan(directory, sealed(directory), options());
      expect(applied).toMatchObject({ ok: false, failed: [{ address: 'unruly_thing.a', action: 'create' }] });
      expect(applied.output).toMatch(/^Error: Plugin did not respond[^]*panic: unruly_thing fell over/u);
      expect(states.holder('/crash')).toBeUndefined();
    },
    LONG,
  );

  test(
    'one that hangs while it reads is stopped, and gives its lock back',
    async () => {
      const main = withState(states, '/read') + UNRULY + thing('a', 'hang-read');
      const directory = rootModule({ 'main.tf': main });
      expect(await planDirectory(directory, options())).toMatchObject({ ok: true });
      expect(await applyPlan(directory, sealed(directory), options())).toMatchObject({ ok: true });
      const result = await planDirectory(directory, options({ timeLimit: 10_000 }));
      expect(result).toMatchObject({
        ok: false,
        output: expect.stringMatching(/more than 10 s \(leaf-time-limit\)\.$/u),
      });
      expect(states.holder('/read')).toBeUndefined();
    },
    LONG,
  );

  test(
    'chatter is no part of what Terraform says',
    async () => {
      const lines: string[] = [];
      const main = UNRULY + thing('a', 'chatter');
      const result = await planDirectory(
        rootModule({ 'main.tf': main }),
        options({ onLine: (line) => lines.push(line) }),
      );
      expect(result).toMatchObject({ ok: true, summary: { counts: { create: 1 } }, warnings: [] });
      expect(lines.join('\n')).not.toMatch(/says a lot|something on standard output/u);
    },
    LONG,
  );
});

describe('a project', () => {
  const begin = stories();
  const MAIN = 'compositions/terraform/aws/app/main.tf';
  const main = `${UNRULY}variable "config" {\n  type = any\n}\n${thing('a', '').replace('mode = ""', 'mode = var.config.mode')}`;
  const LINE = main.split('\n').indexOf('  mode = var.config.mode') + 1;
  const place = '{{env(STATE_URL)}}/{{env.name}}';
  const common: Files = {
    'config/default.yaml': [
      'cloud: {type: aws}',
      'mode: fine',
      `terraform: {backend: {http: {address: "${place}", lock_address: "${place}", unlock_address: "${place}"}}}`,
      '',
    ].join('\n'),
    [MAIN]: main,
  };
  const leaf = (name: string): string => `config/env=${name}/composition=terraform/terraform=app`;
  const leaves = (modes: Readonly<Record<string, string>>, more = ''): Files =>
    Object.fromEntries(
      Object.entries(modes).flatMap(([name, mode]) => [
        [`config/env=${name}/env.yaml`, `env: {name: ${name}}\nmode: ${mode}\n${more}`],
        [`${leaf(name)}/app.yaml`, 'app: {}\n'],
      ]),
    );
  const project = (): Promise<Story> => begin(common, { env: installed.environment });
  const locks = (story: Story, name: string): boolean =>
    story.states.requests.some(({ method, path }) => method === 'LOCK' && path === `/${name}`);

  test(
    'what its provider says about a plan reaches the report, and one that hangs does not stop the others',
    async () => {
      const story = await project();
      const pullRequest = await story.openPullRequest(
        1,
        leaves({ crash: 'crash-plan', fail: 'fail-plan', hang: 'hang-plan', loud: 'chatter', w1: 'warn', w2: 'warn' }),
      );
      const result = await story.plan(pullRequest, { inputs: { lock: 'always', 'leaf-time-limit': '40s' } });
      expect(result.code).toBe(1);
      const at = (level: string, message: string): object =>
        expect.objectContaining({ level, file: MAIN, line: LINE, message: expect.stringContaining(message) });
      expect(result.annotations).toContainEqual(at('error', 'AccessDenied'));
      expect(result.annotations).toContainEqual(at('warning', 'Argument is deprecated (plan)'));
      expect(result.annotations.filter(({ message }) => message.includes('deprecated'))).toHaveLength(1);
      const report = story.comments(1).join('\n');
      expect(report).toContain(`${MAIN}:${LINE}`);
      expect(report).toContain('the leaf took more than 40 s (leaf-time-limit)');
      expect(report).toContain('plugin crashed!');
      expect(result.log).toMatch(new RegExp(`${leaf('loud')}.*1 to create`, 'u'));
      expect(result.log).not.toContain('says a lot');
      for (const name of ['crash', 'fail', 'hang', 'loud']) {
        expect([name, locks(story, name), story.states.holder(`/${name}`)]).toEqual([name, true, undefined]);
      }
    },
    LONG,
  );

  test(
    'what it says about an apply reaches the report with its line, and later plans without changes too',
    async () => {
      const story = await project();
      const modes = { crash: 'crash-apply', fail: 'fail-apply', warn: 'warn' };
      const pullRequest = await story.openPullRequest(1, leaves(modes));
      expect(await story.plan(pullRequest)).toMatchObject({ code: 0 });
      const result = await story.apply(await story.merge(pullRequest));
      expect(result).toMatchObject({ code: 1, outputs: { applied: JSON.stringify([leaf('warn')]) } });
      const at = (level: string, line: number, message: string): object =>
        expect.objectContaining({ level, file: MAIN, line, message: expect.stringContaining(message) });
      expect(result.annotations).toContainEqual(at('error', LINE, 'AccessDenied'));
      expect(result.annotations).toContainEqual(at('error', LINE - 2, 'Plugin did not respond'));
      expect(result.annotations).toContainEqual(at('warning', LINE, 'Argument is deprecated (apply)'));
      const report = story.comments(1).at(-1);
      expect(report).toContain(`${MAIN}:${LINE}: Argument is deprecated (apply)`);
      expect(report).toContain('panic: unruly_thing fell over');

      const next = await story.openPullRequest(2, leaves({ warn: 'warn' }, 'note: nothing reads this\n'));
      const planned = await story.plan(next, { inputs: { 'unused-configuration': 'plan' } });
      expect(planned.log).toMatch(new RegExp(`${leaf('warn')}.*no changes`, 'u'));
      expect(planned.annotations).toContainEqual(at('warning', LINE, 'Argument is deprecated (plan)'));
    },
    LONG,
  );

  test(
    'a cancelled plan reports what is there in time, and names what was still running',
    async () => {
      const story = await project();
      const modes = { a: 'hang-plan', b: 'fine', c: 'hang-plan', d: 'fine' };
      const pullRequest = await story.openPullRequest(1, leaves(modes));
      const running = await story.startPlan(pullRequest, { inputs: { lock: 'always', parallelism: '2' } });
      while (!locks(story, 'a') || !locks(story, 'c')) await wait(100);
      await wait(3_000);
      const result = await running.cancel();
      expect(result.signal ?? undefined).toBeUndefined();
      const report = story.comments(1).join('\n');
      // Leaves that end alike are one row and one section.
      expect(report).toMatch(/In `a`, `c`\n[^<]*The job was cancelled while it was planned\./u);
      expect(report.match(/The job was cancelled before it was planned\./gu)).toHaveLength(1);
      expect(result.log).toMatch(new RegExp(`${leaf('b')}.*1 to create`, 'u'));
      expect(result.log).toMatch(new RegExp(`${leaf('a')}: cancelled`, 'u'));
      expect([story.states.holder('/a'), story.states.holder('/c')]).toEqual([undefined, undefined]);
    },
    LONG,
  );

  test(
    'an apply that is cancelled while a plan hangs reports in time, and leaves no lock',
    async () => {
      const story = await project();
      const pullRequest = await story.openPullRequest(1, leaves({ a: 'fine' }));
      expect(await story.plan(pullRequest)).toMatchObject({ code: 0 });
      const push = await story.merge(pullRequest);
      const running = await story.startApply(push, { env: { UNRULY_MODE: 'hang-plan' } });
      while (!locks(story, 'a')) await wait(100);
      await wait(3_000);
      const result = await running.cancel();
      expect(result.code).toBe(1);
      expect(story.comments(1).at(-1)).toContain('cancelled: ');
      expect(story.states.holder('/a')).toBeUndefined();
      expect(await story.apply(push, { runAttempt: 2 })).toMatchObject({ code: 0 });
    },
    LONG,
  );

  test(
    'a cancelled apply lets its provider finish what it does: the state has it before the report',
    async () => {
      const story = await project();
      const after = thing('b', 'fine', '  depends_on = [unruly_thing.a]\n');
      const pullRequest = await story.openPullRequest(1, { [MAIN]: main + after, ...leaves({ slow: 'wait-apply' }) });
      expect(await story.plan(pullRequest)).toMatchObject({ code: 0 });
      const running = await story.startApply(await story.merge(pullRequest));
      const begun = story.states.requests.filter(({ method }) => method === 'LOCK').length;
      // The plan's lock, then the apply's.
      while (story.states.requests.filter(({ method }) => method === 'LOCK').length < begun + 2) await wait(100);
      await wait(5_000);
      const result = await running.cancel();
      expect(result.code).toBe(1);
      const held = list(field(story.states.state('/slow'), 'resources')).map((resource) => field(resource, 'name'));
      expect(held).toEqual(['a']);
      expect(story.states.holder('/slow')).toBeUndefined();
      expect(story.comments(1).at(-1)).toContain('done: create unruly_thing.a');
    },
    LONG,
  );
});
