import { describe, expect, test } from '@jest/globals';
import { DEV, leavesIn, PROD, stories } from '../../support/story.ts';

const story = stories();

const prod = (size: number): Record<string, string> => ({
  'config/env=prod/env.yaml': `env: {name: prod}\nsize: ${size}\n`,
});
const dev = (size: number): Record<string, string> => ({
  'config/env=dev/env.yaml': `env: {name: dev}\nsize: ${size}\n`,
});
const paths = (outputs: Readonly<Record<string, string>>): readonly string[] =>
  leavesIn(outputs).map(({ path }) => path);

describe('a push compares with what was there before', () => {
  test.each([1, 0])('two commits at once, fetch-depth: %d', async (depth) => {
    const { project, push } = await story();
    const before = await project.id();
    await project.commit('One', prod(2));
    const after = await project.commit('Two', { 'README.md': 'x\n' });
    const result = await push({ before, after }, { depth });
    expect(result.code).toBe(0);
    expect(paths(result.outputs)).toEqual([PROD]);
    expect(result.summary).toContain('prod 2');
  });

  test.each([1, 0])('a forced push: the old tip is no ancestor, fetch-depth: %d', async (depth) => {
    const { project, push, origin } = await story();
    const start = await project.id();
    const before = await project.commit('Withdrawn', dev(6));
    await project.push(origin);
    await project.git('reset', '--quiet', '--hard', start);
    const after = await project.commit('Instead', prod(2));
    const result = await push({ before, after }, { depth });
    expect(result.code).toBe(0);
    expect(paths(result.outputs)).toEqual([DEV, PROD]);
  });

  test.each([1, 0])('a new branch: where it left the default branch, fetch-depth: %d', async (depth) => {
    const { project, push } = await story();
    await project.branch('feature');
    const after = await project.commit('Feature', prod(2));
    await project.checkout('main');
    await project.commit('Meanwhile', dev(6));
    const result = await push({ after, ref: 'refs/heads/feature' }, { depth });
    expect(result.code).toBe(0);
    expect(paths(result.outputs)).toEqual([PROD]);
  });

  test('a base that cannot be had is an error that says what to do, or all leaves on request', async () => {
    const { project, push } = await story();
    const after = await project.commit('One', prod(2));
    const gone = 'f'.repeat(40);
    const refused = await push({ before: gone, after });
    expect(refused.code).toBe(1);
    expect(refused.log).toMatch(/ffffffff.* could not be fetched[\s\S]*fetch-depth: 0/u);
    const all = await push({ before: gone, after }, { inputs: { 'on-unknown-base': 'all' } });
    expect(all.code).toBe(0);
    expect(paths(all.outputs)).toEqual([DEV, PROD]);
  });
});
