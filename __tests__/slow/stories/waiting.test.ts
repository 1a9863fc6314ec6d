import { describe, expect, test } from '@jest/globals';
import { chainLeaf, chainLeaves, chainSources, FIVE, source } from '../../support/chain.ts';
import { inputsIn, stories } from '../../support/story.ts';

const story = stories();
const NAMES = Object.keys(FIVE);
const leaf = (name: string): string => chainLeaf('new', name);
const leaves = (...names: readonly string[]): string => JSON.stringify(names.map(leaf));

/** The inputs to paste in a report. */
function pasted(text: string): { readonly leaves: string; readonly accept: string } {
  const input = (name: string): string => new RegExp(`^${name}: (.+)$`, 'mu').exec(text)?.[1] ?? '';
  return { leaves: input('leaves'), accept: input('accept') };
}

describe('a new environment of five leaves, each of which reads the one before', () => {
  test('is applied in one merge, and one acceptance for each level', async () => {
    const { openPullRequest, plan, merge, apply, dispatch, states, comments } = await story(chainSources(FIVE));
    const pullRequest = await openPullRequest(1, chainLeaves('new', NAMES));
    const planned = await plan(pullRequest);
    expect(planned.code).toBe(0);
    expect(planned.log).toMatch(new RegExp(`${leaf('eks')}: waits for ${leaf('vpc')} \\(\\d/5\\)`, 'u'));
    expect(planned.log).not.toContain('plan failed');
    expect(JSON.parse(planned.outputs['leaves'] ?? '')).toMatchObject([
      { path: leaf('vpc'), outcome: 'planned' },
      { path: leaf('eks'), outcome: 'waits', waitsFor: [leaf('vpc')] },
      { path: leaf('addons'), outcome: 'waits', waitsFor: [leaf('eks')] },
      { path: leaf('app'), outcome: 'waits', waitsFor: [leaf('addons')] },
      { path: leaf('dns'), outcome: 'waits', waitsFor: [leaf('app')] },
    ]);
    expect(comments(1).at(-1)).toContain('| ⏳ new · waits for `vpc` | **`eks`** |');
    expect(comments(1).at(-1)).toContain('1 output to change in 1 of 5 leaves · 4 leaves wait for others');
    let applied = await apply(await merge(pullRequest));
    expect(applied.outputs).toMatchObject({ applied: leaves('vpc') });
    for (const name of ['eks', 'addons', 'app', 'dns']) {
      applied = await dispatch(pasted(applied.summary));
      expect(applied.outputs).toMatchObject({ applied: leaves(name) });
    }
    expect(applied.code).toBe(0);
    expect(inputsIn(states, '/new/dns')).toEqual({ 'terraform_data.this': 'dns < app < addons < eks < vpc' });
  });

  test('is applied in one merge where plans that only create need no one who has seen them; then it changes', async () => {
    const chain = { ...FIVE, logs: { vpc: ['id'] } };
    const { openPullRequest, plan, merge, apply, dispatch, states, comments } = await story(chainSources(chain));
    const inputs = { 'apply-requires': 'unplanned-creates' };
    const created = await openPullRequest(1, chainLeaves('new', Object.keys(chain)));
    await plan(created);
    const applied = await apply(await merge(created), { inputs });
    expect(applied.code).toBe(0);
    expect(applied.outputs).toMatchObject({ applied: leaves('vpc', 'eks', 'addons', 'app', 'dns', 'logs') });
    expect(inputsIn(states, '/new/dns')).toEqual({ 'terraform_data.this': 'dns < app < addons < eks < vpc' });

    // An output gets another name: one of its readers follows, the other one is forgotten.
    const renamed = await openPullRequest(2, {
      'compositions/terraform/aws/vpc/main.tf': source('vpc', {}).replace('output "id"', 'output "vpc_id"'),
      'compositions/terraform/aws/eks/main.tf': source('eks 2', { vpc: ['vpc_id'] }),
    });
    const planned = await plan(renamed, { inputs: { dependents: 'plan' } });
    expect(planned.code).toBe(0);
    expect(JSON.parse(planned.outputs['leaves'] ?? '')).toMatchObject([
      { path: leaf('vpc'), outcome: 'planned' },
      { path: leaf('eks'), outcome: 'waits', waitsFor: [leaf('vpc')] },
      { path: leaf('logs'), kind: 'selected', outcome: 'planned', counts: { update: 0 } },
    ]);
    expect(comments(2).at(-1)).toContain('only because it reads `id` of `vpc`');
    expect(comments(2).at(-1)).toContain('- 🟥 `id` of **`vpc`** is **removed**, and still read by **`logs`**');
    const half = await apply(await merge(renamed), { inputs });
    expect(half.outputs).toMatchObject({ applied: leaves('vpc'), refused: leaves('eks') });
    expect(half.summary).toContain('It does more than create: update');
    const accepted = await dispatch(pasted(half.summary));
    expect(accepted.code).toBe(0);
    expect(inputsIn(states, '/new/eks')).toEqual({ 'terraform_data.this': 'eks 2 < vpc' });

    // A leaf goes that another one still reads.
    const removed = await openPullRequest(3, { [`${leaf('addons')}/addons.yaml`]: null });
    await plan(removed);
    expect(comments(3).at(-1)).toContain('🟥 **`addons`** is **removed**, and still read by **`app`**');
  });

  test('stops below what failed, and nowhere else', async () => {
    const chain = { ...FIVE, logs: { vpc: ['id'] } };
    const failing =
      '  lifecycle {\n    precondition {\n      condition     = var.config.env.name != "new"\n      error_message = "Not here."\n    }\n  }\n';
    const sources = chainSources(chain);
    const addons = 'compositions/terraform/aws/addons/main.tf';
    const broken = source('addons', { eks: ['id'] }).replace('  input = ', `${failing}  input = `);
    const { openPullRequest, plan, merge, apply } = await story({ ...sources, [addons]: broken });
    const pullRequest = await openPullRequest(1, chainLeaves('new', Object.keys(chain)));
    await plan(pullRequest);
    const applied = await apply(await merge(pullRequest), { inputs: { 'apply-requires': 'unplanned-creates' } });
    expect(applied.code).toBe(1);
    expect(applied.outputs).toMatchObject({
      applied: leaves('vpc', 'eks', 'logs'),
      refused: leaves('addons', 'app', 'dns'),
    });
    expect(applied.log).toContain(`It reads ${leaf('addons')}, which was not applied.`);
    expect(applied.log).toContain(`It reads ${leaf('app')}, which was not applied.`);
  });
});
