import { afterAll, describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { checkEnvironment, filledIn } from '../../src/checks/environment.ts';
import { isOutside } from '../../src/checks/trusted-folders.ts';

afterAll(removeTemporaryDirectories);

const JOB = {
  PATH: '/usr/bin:.:bin:/bin:',
  HOME: '/home/runner',
  LANG: 'C.UTF-8',
  LC_ALL: 'C',
  INPUT_TOKEN: 'ghs',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc',
  GITHUB_TOKEN: 'ghs',
  GH_TOKEN: 'ghs',
  AWS_SECRET_ACCESS_KEY: 'aws',
  TF_VAR_password: 'p',
  INFRACOST_API_KEY: 'ico',
  OTHER: 'x',
};

describe('the environment of a check', () => {
  test('has a few harmless variables, the listed ones and ours', () => {
    expect(checkEnvironment(JOB, ['INFRACOST_API_KEY'], { KOMPOS_LEAF: 'a' })).toEqual({
      PATH: '/usr/bin:/bin',
      HOME: '/home/runner',
      LANG: 'C.UTF-8',
      LC_ALL: 'C',
      INFRACOST_API_KEY: 'ico',
      KOMPOS_LEAF: 'a',
      PYTHONDONTWRITEBYTECODE: '1',
    });
  });

  test('never has tokens and credentials, listed or not', () => {
    const all = Object.keys(JOB);
    expect(Object.keys(checkEnvironment(JOB, all, {})).sort()).toEqual(
      ['HOME', 'INFRACOST_API_KEY', 'LANG', 'LC_ALL', 'OTHER', 'PATH', 'PYTHONDONTWRITEBYTECODE'].sort(),
    );
  });

  test('never looks for programs in the rendering, or where a pull request decides what lies', () => {
    const path = (PATH: string): string | undefined =>
      checkEnvironment({ PATH }, ['PATH'], {}, (folder) => !folder.startsWith('/work/'))['PATH'];
    expect(path('/work/repo/bin:/usr/bin::.:bin')).toBe('/usr/bin');
    // An empty PATH means the working directory.
    for (const nothing of ['', '.', ':', '/work/repo/bin']) expect(path(nothing)).toBe('/usr/local/bin:/usr/bin:/bin');
  });

  test('its command has our variables filled in, and nothing else', () => {
    const own = { KOMPOS_PLAN: '/t/plan.json' };
    expect(filledIn(['a', '--p=${KOMPOS_PLAN}', '$HOME', '${HOME}', '${KOMPOS_OTHER}', '$(id)'], own)).toEqual([
      'a',
      '--p=/t/plan.json',
      '$HOME',
      '${HOME}',
      '${KOMPOS_OTHER}',
      '$(id)',
    ]);
  });
});

test('a folder of the checkout is one by whatever path', () => {
  const [checkout, beside] = [temporaryDirectory('checkout'), temporaryDirectory('beside')];
  symlinkSync(checkout, join(beside, 'link'));
  const inside = [checkout, `${checkout}/`, join(checkout, 'bin'), join(checkout, '..bin'), join(beside, 'link')];
  expect(inside.filter((folder) => isOutside(checkout, folder))).toEqual([]);
  const outside = [beside, join(checkout, '..'), `${checkout}-2`, '/usr/bin'];
  expect(outside.filter((folder) => !isOutside(checkout, folder))).toEqual([]);
});
