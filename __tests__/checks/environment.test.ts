import { describe, expect, test } from '@jest/globals';
import { checkEnvironment, filledIn } from '../../src/checks/environment.ts';

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
    });
  });

  test('never has tokens and credentials, listed or not', () => {
    const all = Object.keys(JOB);
    expect(Object.keys(checkEnvironment(JOB, all, {})).sort()).toEqual(
      ['HOME', 'INFRACOST_API_KEY', 'LANG', 'LC_ALL', 'OTHER', 'PATH'].sort(),
    );
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
