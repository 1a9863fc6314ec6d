/** What the report says besides the plans, through the bundle on a loopback GitHub. */
import { describe, expect, test } from '@jest/globals';
import { jobToken } from '../../loopback/github-api.ts';
import { DEV, PROD, REPOSITORY, prod, stories, twoLeaves } from '../support/story.ts';

const story = stories();

const DB = 'resource "terraform_data" "db" {\n  input = var.config.env.name\n}\n';

test('behind the target: a destroy of what main has added is recognisable as such', async () => {
  const { openPullRequest, merge, apply, plan, comments } = await story();
  const pullRequest = await openPullRequest(1, prod(3));
  const other = await openPullRequest(2, { 'compositions/terraform/aws/app/db.tf': DB });
  await plan(other, { runId: 1 });
  const push = await merge(other);
  expect((await apply(push, { runId: 2 })).outputs['refused']).toBe('[]');
  const behind = await plan({ ...pullRequest, base: push.after }, { checkout: 'head', runId: 3 });
  expect(behind.code).toBe(0);
  const [comment = ''] = comments(1);
  expect(comment).toContain('it does not have all of `main`, which has changed 1 of these leaves since: **`app`**');
  expect(comment).toContain('`main` has changed this leaf since (`added compositions/terraform/aws/app/db.tf`)');
  // The plan itself is true, and misleading.
  expect(comment).toMatch(/may be what `main` has added\.\n\n🟥 \*\*Destroys\*\* `terraform_data\.db`/u);
  expect(behind.stdout).toContain('which has changed 1 of these leaves');

  // The test merge has all of main: nothing to warn of.
  await plan(pullRequest, { runId: 4 });
  expect(comments(1)[0]).not.toContain('does not have all of');
}, 120_000);

test('behind a target that changed other leaves: said, and no warning at the leaf', async () => {
  const { openPullRequest, commitToMain, plan, comments } = await story();
  const pullRequest = await openPullRequest(1, prod(3));
  const push = await commitToMain({ 'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 7\n' });
  await plan({ ...pullRequest, base: push.after }, { checkout: 'head' });
  expect(comments(1)[0]).toContain('does not have all of `main`, which has changed none of these leaves since.');
  expect(comments(1)[0]).not.toContain('may be what');
}, 120_000);

describe('masking leaves names alone', () => {
  const files = {
    ...twoLeaves,
    'config/env=dev/composition=terraform/terraform=orders/orders.yaml': 'orders: {size: 1}\n',
    'config/env=dev/env.yaml': `env: {name: dev}\nsize: 5\nterraform: {backend: {http: {address: "{{env(STATE_URL)}}/{{composition.name}}"}}}\ncomposition: {name: app}\n`,
    'config/env=dev/composition=terraform/terraform=orders/name.yaml': 'composition: {name: orders}\n',
    'compositions/terraform/aws/orders/main.tf': [
      'variable "config" {',
      '  type = any',
      '}',
      'resource "terraform_data" "orders" {',
      '  for_each = toset(["orders", "other"])',
      // Words of our own reports, too.
      '  triggers_replace = [for word in ["change", "leaves", "Kompos", "applied", "main"] : sensitive(word)]',
      '  input    = { secret = sensitive("orders"), size = var.config.orders.size, open = "the orders are in dev" }',
      '}',
      '',
    ].join('\n'),
  };
  const ORDERS = 'config/env=dev/composition=terraform/terraform=orders';

  test('paths, keys, addresses, links, outputs, records and what to paste stay; values and instance keys do not', async () => {
    const { openPullRequest, plan, comments, merge, apply, dispatch } = await story(files);
    const inputs = { 'allow-env': 'STATE_URL\nPLACE' };
    const env = { PLACE: 'dev' };
    const pullRequest = await openPullRequest(1, {
      'config/env=dev/composition=terraform/terraform=orders/orders.yaml': 'orders: {size: 2}\n',
    });
    const planned = await plan(pullRequest, { inputs, env });
    expect([planned.code, planned.stderr]).toEqual([0, '']);
    const [comment = ''] = comments(1);
    expect(comment).toContain('### Kompos: 2 to create in 1 of 3 leaves\n');
    expect(comment).toContain('A merge applies exactly these plans.');
    expect(planned.outputs['verdict']).toBe('2 to create in 1 of 3 leaves');
    expect(comment).toContain(`<code>${ORDERS}</code>`);
    expect(comment).toContain('`orders.size`: `1` → `2`');
    expect(comment).toContain(`/config/env%3Ddev/composition%3Dterraform/terraform%3Dorders/orders.yaml#L1`);
    expect(comment).toContain('terraform_data.***["***"]');
    expect(comment).not.toContain('the orders are');
    expect(comment).not.toContain('in dev"');
    // The address of the report is ours, its key is Terraform's.
    expect(planned.summary).toMatch(/ · 3 values masked|2 values masked/u);
    expect(JSON.parse(planned.outputs['leaves'] ?? '')).toMatchObject([{ path: ORDERS, kind: 'changed' }]);

    const push = await merge(pullRequest);
    const applied = await apply(push, { inputs, env });
    expect(comments(1).at(-1)).toContain('### Kompos apply: 1 applied of 1 leaf\n');
    expect(applied.outputs).toMatchObject({ applied: JSON.stringify([ORDERS]), refused: '[]' });

    const shown = await dispatch({ ...inputs, leaves: PROD }, { env });
    expect(shown.summary).toContain(`leaves: ${PROD}`);
  }, 180_000);
});

describe('one report per question', () => {
  test('another selection without a title of its own is refused, and the report stays', async () => {
    const { openPullRequest, plan, comments } = await story();
    const pullRequest = await openPullRequest(1, {
      'config/default.yaml': `${twoLeaves['config/default.yaml'] ?? ''}x: 1\n`,
      ...prod(4),
    });
    await plan(pullRequest, { inputs: { leaves: PROD } });
    const before = comments(1);

    const selection = await plan(pullRequest, { inputs: { leaves: DEV }, runId: 7_000_000, runAttempt: 2 });
    expect([selection.code, comments(1)]).toEqual([1, before]);
    expect(selection.stdout).toMatch(/already written by this job, about other leaves.*Give each of them a "title"/u);

    // With a title it stands beside the other.
    const titled = await plan(pullRequest, { inputs: { leaves: DEV, title: 'dev' }, runId: 7_000_003 });
    expect([titled.code, comments(1)[0]]).toEqual([0, before[0]]);
  }, 240_000);

  test('an apply that runs again shows what the first attempt applied', async () => {
    const { openPullRequest, plan, comments, merge, apply } = await story();
    const pullRequest = await openPullRequest(1, prod(4));
    await plan(pullRequest);
    const push = await merge(pullRequest);
    const runId = 8_000_000;
    await apply(push, { runId });
    const again = await apply(push, { runId, runAttempt: 2 });
    const third = await apply(push, { runId, runAttempt: 3 });
    expect([again.code, third.code]).toEqual([0, 0]);
    const reports = comments(1).filter((body) => body.includes('kompos:apply '));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('1 applied in an earlier attempt of 1 leaf');
    expect(reports[0]).toContain('| ✅ applied in attempt 1 | **`app`** | 1 to create |');
    expect(third.summary).toContain('applied in attempt 1');
    expect(reports[0]).not.toContain('nothing to do');
  }, 180_000);

  test('two applies of one plan, each of its own leaves, have reports of their own', async () => {
    const { openPullRequest, plan, comments, merge, apply } = await story();
    const pullRequest = await openPullRequest(1, {
      ...prod(4),
      'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 6\n',
    });
    await plan(pullRequest);
    const push = await merge(pullRequest);
    await apply(push, { inputs: { leaves: DEV } });
    await apply(push, { inputs: { leaves: PROD } });
    const reports = comments(1).filter((body) => body.includes('kompos:apply '));
    expect(reports.map((body) => [body.includes('env=dev'), body.includes('env=prod')])).toEqual([
      [true, false],
      [false, true],
    ]);
  }, 180_000);
});

test('a label and a check run, where asked for and permitted', async () => {
  const permissions = { ...jobToken.permissions, checks: 'write' } as const;
  const { api, openPullRequest, plan } = await story(twoLeaves, { token: { ...jobToken, permissions } });
  const labels = (): readonly string[] => api.labelsOf(REPOSITORY, 1);
  const pullRequest = await openPullRequest(1, prod(4));
  const off = await plan(pullRequest, { runId: 9_000_000 });
  expect([labels(), off.outputs['label'], off.outputs['verdict']]).toEqual([
    [],
    'kompos: changes',
    '1 to create in 1 of 2 leaves',
  ]);

  const inputs = { labels: 'true', 'check-run': 'true' };
  await plan(pullRequest, { inputs, runId: 9_000_001 });
  expect(labels()).toEqual(['kompos: changes']);
  const checks = api.writes().filter(({ path }) => path.endsWith('/check-runs'));
  expect(checks.map(({ status, body }) => [status, body])).toEqual([
    [
      201,
      expect.objectContaining({
        name: 'Kompos',
        head_sha: pullRequest.head,
        conclusion: 'success',
        output: expect.objectContaining({ title: '1 to create in 1 of 2 leaves' }),
      }),
    ],
  ]);

  api.addToken('ghs_weak', jobToken);
  const weak = await plan(pullRequest, { inputs, token: 'ghs_weak', runId: 9_000_003 });
  expect(weak.code).toBe(0);
  expect(weak.stdout).toContain('No check run: the token may not write it');
  expect(weak.annotations.filter(({ message }) => message.includes('check'))).toEqual([]);
}, 240_000);
