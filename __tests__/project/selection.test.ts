import { describe, expect, test } from '@jest/globals';
import { leafGlob, leafPattern, leafSelection } from '../../src/project/selection.ts';

const DEV = 'config/env=dev/cluster=c1/composition=app';
const PROD = 'config/env=prod/cluster=c1/composition=app';

describe('a glob of leaf paths', () => {
  test.each([
    [DEV, DEV, true],
    ['config/env=dev', DEV, true],
    ['config/env=dev/', DEV, true],
    ['config/env=d', DEV, false],
    ['config/env=*', DEV, true],
    ['config/*/*/composition=app', DEV, true],
    ['config/*', DEV, true],
    ['*/composition=app', DEV, false],
    ['**/composition=app', DEV, true],
    ['**/env=*/**/composition=a*', DEV, true],
    ['config/env={dev,prod}', PROD, true],
    ['config/env={dev,test}', PROD, false],
    ['config/env=[dp]*', PROD, true],
    ['config/e*=*d/**', PROD, true],
    ['config/e*=*v/**', PROD, false],
    ['config/env=(dev|prod)', PROD, true],
    ['config/env=(dev|test)', PROD, false],
  ])('%s: %s is one of them: %s', (glob, path, expected) => {
    expect(leafGlob(glob)(path)).toBe(expected);
  });

  const path = 'a'.repeat(200);

  test.each(['*a*a*a*a*a*a*a*a*a*b', '(a+)+b', '(a|aa)+b'])('that would take for ever is an error: %s', (glob) => {
    const started = performance.now();
    expect(() => leafGlob(glob)(path)).toThrow(/"[^"]+" takes too long to match against "a+"/u);
    expect(() => leafSelection([path], [glob])).toThrow(/takes too long/u);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a pattern', () => {
  const OLD = 'config/env=prod/cluster=c2/composition=terraform/terraform=app';

  test.each([
    ['env=dev', [DEV]],
    ['env=*', [DEV, PROD, OLD]],
    ['composition=app', [DEV, PROD, OLD]],
    ['composition=a*', [DEV, PROD, OLD]],
    ['composition=terraform', [OLD]],
    ['terraform=app', [OLD]],
    ['env=prod,composition=app', [PROD, OLD]],
    ['env=prod,cluster=c1', [PROD]],
    ['env={dev,test}', [DEV]],
    ['env=prod/', [PROD, OLD]],
    ['env=pro', []],
    ['env=dev,env=prod', []],
    ['config/env=prod', [PROD, OLD]],
    ['config/env=*/cluster=c1', [DEV, PROD]],
    [OLD, [OLD]],
  ])('%s', (pattern, expected) => {
    const { matches } = leafPattern(pattern);
    expect([DEV, PROD, OLD].filter((path) => matches(path))).toEqual(expected);
  });

  test('the names of folders may hold the signs of globs', () => {
    const odd = 'config/env=(a)[b]/composition=app';
    for (const pattern of [odd, 'config/env=(a)[b]', 'env=(a)[b]'])
      expect(leafPattern(pattern).matches(odd)).toBe(true);
  });

  test('of the input: lines are alternatives, "!" leaves out, and what matches nothing is an error', () => {
    const all = [DEV, PROD, OLD];
    expect(all.filter(leafSelection(all, ['composition=app', '!env=dev']))).toEqual([PROD, OLD]);
    expect(() => leafSelection(all, ['env=prd'])).toThrow(/"env=prd" matches no leaf\.[\s\S]*Did you mean "env=prod"/u);
  });
});
