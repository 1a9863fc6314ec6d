import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { Files } from '../../loopback/file-tree.ts';
import { DEV, inputsIn, prod, PROD, twoLeaves, stories } from '../support/story.ts';

const story = stories();

const dev = (size: number): Files => ({ 'config/env=dev/env.yaml': `env: {name: dev}\nsize: ${size}\n` });

/** The text to paste behind `accept:` in a report. */
function fingerprintIn(text: string): string {
  const found = /accept: ([0-9a-f]{32})/u.exec(text)?.[1];
  if (found === undefined) throw new Error(`there is no fingerprint in: ${text}`);
  return found;
}

describe('a merge applies what was reviewed', () => {
  test.each(['merge', 'squash', 'rebase'] as const)('opened, planned, merged (%s), applied', async (how) => {
    const { openPullRequest, plan, merge, apply, states, comments } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const result = await apply(await merge(pullRequest, how));
    expect(result.code).toBe(0);
    expect(states.paths()).toEqual(['/prod']);
    expect(inputsIn(states, '/prod')).toEqual({ 'terraform_data.app': 'prod 2' });
    expect(result.outputs).toMatchObject({ applied: JSON.stringify([PROD]), refused: '[]' });
    expect(comments(1)).toEqual([
      expect.stringContaining('A merge applies exactly these plans.'),
      expect.stringContaining('Kompos apply: 1 applied of 1 leaf'),
    ]);
    expect(result.summary).toContain('Kompos apply: 1 applied of 1 leaf');
    const left = readdirSync(result.temporary, { recursive: true }).filter((path) => String(path).includes('tfplan'));
    expect(left).toEqual([]);
  });

  test('running it again has nothing left to do, and a late plan leaves its report alone', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const push = await merge(pullRequest);
    await apply(push, { runId: 10 });
    const serial = states.state('/prod');
    const again = await apply(push, { runId: 10, runAttempt: 2 });
    expect(again.code).toBe(0);
    expect(again.outputs).toMatchObject({ applied: '[]', refused: '[]' });
    expect(states.state('/prod')).toEqual(serial);
    expect(comments(1).at(-1)).toContain('1 applied in an earlier attempt of 1 leaf');
    const both = comments(1);
    const late = await plan(pullRequest, { runId: 99 });
    expect(late.log).toContain('No comment was written: the pull request is merged by now');
    expect(comments(1)).toEqual(both);
    expect(both).toHaveLength(2);
  });

  test('two pull requests in one push, each with its own leaf', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = await story();
    const [one, two] = [await openPullRequest(1, prod(2)), await openPullRequest(2, dev(6))];
    await plan(one);
    await plan(two);
    const first = await merge(one);
    const second = await merge(two);
    const result = await apply({ before: first.before, after: second.after });
    expect(result.code).toBe(0);
    expect([inputsIn(states, '/prod'), inputsIn(states, '/dev')]).toEqual([
      { 'terraform_data.app': 'prod 2' },
      { 'terraform_data.app': 'dev 6' },
    ]);
    expect(comments(1).at(-1)).toContain(PROD);
    expect(comments(1).at(-1)).not.toContain(DEV);
    expect(comments(2).at(-1)).toContain(DEV);
  });

  test('a report that cannot be written to one pull request keeps no other from its own', async () => {
    const { api, openPullRequest, plan, merge, apply, comments } = await story();
    const [one, two] = [await openPullRequest(1, prod(2)), await openPullRequest(2, dev(6))];
    await plan(one);
    await plan(two);
    const first = await merge(one);
    const second = await merge(two);
    let failing = 3; // the first try and its two repetitions
    api.before(({ method, path }) => {
      if (method === 'POST' && path.endsWith('/1/comments') && failing > 0) {
        failing -= 1;
        api.failRequests(1, 502);
      }
    });
    const result = await apply({ before: first.before, after: second.after });
    expect([result.code, result.log]).toEqual([1, expect.stringContaining('not be reported to pull request #1')]);
    expect(comments(1).at(-1)).not.toContain('Kompos apply');
    expect(comments(2).at(-1)).toContain('Kompos apply');
  });
});

describe('nothing else is applied', () => {
  test('a commit after the review is refused, and accepted by hand', async () => {
    const { openPullRequest, plan, pushTo, merge, apply, dispatch, states, comments } = await story();
    const reviewed = await openPullRequest(1, prod(2));
    await plan(reviewed);
    const result = await apply(await merge(await pushTo(reviewed, prod(666))));
    expect(result.code).toBe(1);
    expect(states.paths()).toEqual([]);
    expect(result.outputs).toMatchObject({ applied: '[]', refused: JSON.stringify([PROD]) });
    const comment = comments(1).at(-1) ?? '';
    expect(comment).toMatch(/The plan is for commit .*but pull request .*1.* was merged at/u);
    // Nobody has reviewed it, so it was not even planned with the credentials of the apply.
    expect(comment).not.toContain('prod 666');
    expect(comment).toContain('run this workflow by hand');

    const looked = await dispatch({ leaves: PROD });
    expect([looked.code, looked.summary]).toEqual([0, expect.stringContaining('prod 666')]);
    expect(looked.outputs).toMatchObject({ applied: '[]', refused: '[]' });
    const other = await dispatch({ leaves: PROD, accept: '0'.repeat(32) });
    expect([other.code, states.paths()]).toEqual([1, []]);
    const accepted = await dispatch({ leaves: PROD, accept: fingerprintIn(looked.log) });
    expect(accepted.code).toBe(0);
    expect(inputsIn(states, '/prod')).toEqual({ 'terraform_data.app': 'prod 666' });
    expect(accepted.outputs['applied']).toBe(JSON.stringify([PROD]));
  });

  test('main moved: a leaf that it matters to is refused, the other one applied', async () => {
    const { openPullRequest, plan, merge, apply, commitToMain, states, comments } = await story();
    const pullRequest = await openPullRequest(1, {
      'config/default.yaml': `${twoLeaves['config/default.yaml'] ?? ''}name: shared\n`,
      'compositions/terraform/aws/app/main.tf': `${twoLeaves['compositions/terraform/aws/app/main.tf'] ?? ''}
resource "terraform_data" "name" {
  input = var.config.name
}
`,
    });
    await plan(pullRequest);
    await commitToMain(prod(3));
    await commitToMain({ 'README.md': 'matters to nobody\n' });
    await commitToMain({ 'config/env=dev/note.yaml': 'note: no code reads this key\n' });
    const result = await apply(await merge(pullRequest));
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ applied: JSON.stringify([DEV]), refused: JSON.stringify([PROD]) });
    expect(states.paths()).toEqual(['/dev']);
    const comment = comments(1).at(-1) ?? '';
    expect(comment).toContain('Both its files and its plan differ from the reviewed ones.');
    expect(comment).toContain('- `terraform_data.app`: `create` → `create` (`input`)');
    expect(comment).not.toMatch(/`terraform_data.name`: /u);
  });

  test('the same plan from other files is refused', async () => {
    const { openPullRequest, plan, merge, apply, commitToMain, states, comments } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const source = twoLeaves['compositions/terraform/aws/app/main.tf'] ?? '';
    await commitToMain({ 'compositions/terraform/aws/app/main.tf': `# a word more\n${source}` });
    const result = await apply(await merge(pullRequest));
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(comments(1).at(-1)).toContain('Its plan is as reviewed, but its files differ');
  });

  test('the same files with another plan are refused: somebody else has changed what is there', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = await story();
    const first = await openPullRequest(1, prod(2));
    await plan(first);
    await apply(await merge(first));
    const second = await openPullRequest(2, prod(3));
    await plan(second);
    states.setState('/prod', JSON.parse(JSON.stringify(states.state('/prod')).replace('prod 2', 'prod 9')));
    const result = await apply(await merge(second));
    expect(result.code).toBe(1);
    expect(comments(2).at(-1)).toContain('Its files are as reviewed, but its plan differs');
    expect(inputsIn(states, '/prod')).toEqual({ 'terraform_data.app': 'prod 9' });
  });

  test('a leaf whose backend changed, until a person accepts it', async () => {
    const { openPullRequest, plan, merge, apply, dispatch, states, comments } = await story();
    const before = twoLeaves['config/default.yaml'] ?? '';
    const pullRequest = await openPullRequest(1, {
      'config/default.yaml': before.replace('{{env.name}}', '{{env.name}}-new'),
      'config/env=dev/env.yaml': null,
      [`${DEV}/app.yaml`]: null,
    });
    await plan(pullRequest);
    const result = await apply(await merge(pullRequest));
    expect([result.code, states.paths()]).toEqual([1, []]);
    const comment = comments(1).at(-1) ?? '';
    expect(comment).toContain('Its backend changed');
    const accepted = await dispatch({ leaves: PROD, accept: fingerprintIn(comment) });
    expect([accepted.code, states.paths()]).toEqual([0, ['/prod-new']]);
  });

  test('a leaf with plantimestamp(), which the pull request says already', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = await story();
    const source = twoLeaves['compositions/terraform/aws/app/main.tf'] ?? '';
    const pullRequest = await openPullRequest(1, {
      'compositions/terraform/aws/app/main.tf': source.replace('${var.config.size}', '${plantimestamp()}'),
    });
    await plan(pullRequest);
    expect(comments(1).at(-1)).toMatch(/plantimestamp.*differs at each plan/u);
    // Timestamps have whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const result = await apply(await merge(pullRequest));
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('plantimestamp() in compositions/terraform/aws/app/main.tf:6 differs at each plan');
  });

  test('a push without a pull request', async () => {
    const { commitToMain, apply, states } = await story();
    const result = await apply(await commitToMain(prod(2)));
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('No merged pull request belongs to this commit');
  });

  test('a pull request that was merged without a plan', async () => {
    const { openPullRequest, merge, apply, states } = await story();
    const result = await apply(await merge(await openPullRequest(1, prod(2))));
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('has no report by github-actions[bot]');
  });

  test('a pull request that changes no leaf gets no comment, unless there shall always be one', async () => {
    const { openPullRequest, merge, apply, comments } = await story();
    const pullRequest = await openPullRequest(1, { 'README.md': 'x\n' });
    const push = await merge(pullRequest);
    const quiet = await apply(push);
    expect([quiet.code, comments(1), quiet.outputs['comment-url']]).toEqual([0, [], '']);
    const always = await apply(push, { inputs: { comment: 'always' } });
    expect([always.code, comments(1)]).toEqual([0, [expect.stringContaining('nothing to apply')]]);
    expect(always.outputs['comment-url']).toMatch(/#issuecomment-\d+$/u);
  });

  test('what was reviewed and taken back in the same push is reported, although no leaf is changed', async () => {
    const { openPullRequest, plan, merge, apply, commitToMain, comments } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const { before } = await merge(pullRequest);
    const { after } = await commitToMain(prod(1));
    const result = await apply({ before, after }, { inputs: { comment: 'changes' } });
    expect(result.code).toBe(0);
    // Without a report it would be named as never applied from now on.
    expect(comments(1)).toEqual([expect.any(String), expect.stringContaining('kompos:apply')]);
  });

  test('one leaf that two pull requests of one push change', async () => {
    const { openPullRequest, plan, merge, apply, states } = await story();
    const one = await openPullRequest(1, prod(2));
    const two = await openPullRequest(2, {
      'config/env=prod/composition=terraform/terraform=app/app.yaml': 'app: {}\nsize: 2\n',
    });
    await plan(one);
    await plan(two);
    const first = await merge(one);
    const second = await merge(two);
    const result = await apply({ before: first.before, after: second.after });
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('Pull requests #1 and #2 of one push change it');
  });

  test('an old job that runs again after a newer merge sets nothing back', async () => {
    const { openPullRequest, plan, merge, apply, states } = await story();
    const one = await openPullRequest(1, { ...prod(2), ...dev(6) });
    await plan(one);
    const old = await merge(one);
    const two = await openPullRequest(2, prod(3));
    await plan(two);
    const newer = await merge(two);
    const rerun = await apply(old);
    expect(rerun.code).toBe(0);
    expect(rerun.log).toMatch(new RegExp(`superseded +${PROD}`, 'u'));
    expect(states.paths()).toEqual(['/dev']);
    // The newer one was planned before any of the older was applied, so its plan is still what was reviewed.
    const last = await apply(newer);
    expect([last.code, inputsIn(states, '/prod')]).toEqual([0, { 'terraform_data.app': 'prod 3' }]);
  });
});

test('a manual run that runs again after a newer merge sets nothing back', async () => {
  const { openPullRequest, plan, merge, apply, dispatch, commitToMain, project, origin, states } = await story();
  const old = await commitToMain(prod(2));
  const looked = await dispatch({ leaves: PROD });
  const accepting = { leaves: PROD, accept: fingerprintIn(looked.log) };
  const newer = await openPullRequest(1, prod(3));
  await plan(newer);
  const push = await merge(newer);
  await project.push(origin);
  const rerun = await dispatch(accepting, { sha: old.after });
  expect(rerun.log).toMatch(new RegExp(`superseded +${PROD}`, 'u'));
  expect(states.paths()).toEqual([]);
  expect((await apply(push)).code).toBe(0);
});

describe('where an apply may run', () => {
  test('on no schedule', async () => {
    const { project, schedule } = await story();
    const result = await schedule(await project.id('main'), { inputs: { leaves: PROD } });
    expect([result.code, result.log]).toEqual([1, expect.stringContaining('A scheduled run does not apply')]);
  });

  test('not on a pull request, not on another branch, not by hand without leaves', async () => {
    const { openPullRequest, plan, push, dispatch, project, states } = await story();
    const onPull = await plan(await openPullRequest(1, prod(2)), { inputs: { command: 'apply' } });
    expect([onPull.code, onPull.log]).toEqual([1, expect.stringContaining('A pull request is planned, not applied')]);
    const before = await project.id('main');
    const after = await project.id('pull-1');
    const onBranch = await push({ before, after, ref: 'refs/heads/pull-1' }, { inputs: { command: 'apply' } });
    expect([onBranch.code, onBranch.log]).toEqual([1, expect.stringContaining('Only commits of the default branch')]);
    const byHand = await dispatch({});
    expect([byHand.code, byHand.log]).toEqual([1, expect.stringContaining('Input "leaves" is empty')]);
    expect(states.paths()).toEqual([]);
  });
});
