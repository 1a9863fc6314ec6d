import { describe, expect, test } from '@jest/globals';
import { leafGlob, leafSelection } from '../../src/project/selection.ts';

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
