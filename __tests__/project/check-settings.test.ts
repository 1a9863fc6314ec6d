import { describe, expect, test } from '@jest/globals';
import { formatProblem, ProblemError } from '../../src/base/problems.ts';
import { parseSettings } from '../../src/project/settings.ts';

function problemsIn(text: string): string {
  try {
    return parseSettings('.komposconfig.yaml', text).warnings.map(formatProblem).join('\n');
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
}

describe('checks and hooks', () => {
  test('defaults', () => {
    const { settings } = parseSettings('x', 'checks: [{name: lint, command: [tflint]}]\nhooks: []\n');
    expect(settings.checks).toEqual([
      {
        name: 'lint',
        on: 'plan',
        command: ['tflint'],
        required: true,
        fails: [1],
        leaves: [],
        files: [],
        env: [],
        timeout: 300_000,
        sensitive: false,
      },
    ]);
  });

  test('everything', () => {
    const { settings } = parseSettings(
      'x',
      `
checks:
  - {name: a, on: drift, command: [a, b], required: false, fails: [2, 3], leaves: ['config/**'], files: [policy], env: [KEY], timeout: 1m30s, sensitive: true}
hooks:
  - {name: smoke, on: after-apply, command: [bin/smoke.sh]}
`,
    );
    expect(settings.checks[0]).toMatchObject({
      on: 'drift',
      required: false,
      fails: [2, 3],
      timeout: 90_000,
      sensitive: true,
    });
    expect(settings.hooks).toMatchObject([{ name: 'smoke', on: 'after-apply', command: ['bin/smoke.sh'] }]);
  });

  test.each([
    ['checks: [{command: [a]}]', /"checks\.0".*"name"/su],
    ['checks: [{name: a, command: []}]', /"checks\.0\.command"/u],
    ['checks: [{name: a, command: tflint .}]', /"checks\.0\.command"/u],
    ['checks: [{name: a, command: [a], requierd: true}]', /"checks\.0\.requierd" is unknown.*"required"/su],
    ['checks: [{name: a, command: [a], fails: [0]}]', /"checks\.0\.fails\.0"/u],
    ['checks: [{name: a, command: [a], on: apply}]', /"checks\.0\.on"/u],
    ['checks: [{name: a, command: [a], timeout: soon}]', /"checks\.0\.timeout"/u],
    ['checks: [{name: a, command: [a]}, {name: a, command: [b]}]', /two entries with the name "a"/u],
    ['checks: [{name: a, command: [a], env: [GITHUB_TOKEN]}]', /asks for GITHUB_TOKEN/u],
    [
      'checks: [{name: a, command: [a], env: [AWS_SECRET_ACCESS_KEY, ACTIONS_RUNTIME_TOKEN]}]',
      /AWS_SECRET.*ACTIONS_RUNTIME/su,
    ],
    ['checks: [{name: a, command: [/opt/check]}]', /begins with "\/opt\/check"/u],
    ['checks: [{name: a, command: [a, ../../policy]}]', /leads out of the leaf/u],
    ['checks: [{name: a, command: [sh, check.sh]}]', /runs "check\.sh" of the leaf/u],
    ['checks: [{name: a, command: [bash, -e, check.sh, "${KOMPOS_PLAN}"]}]', /runs "check\.sh" of the leaf/u],
    ['checks: [{name: a, command: [python3, -m, checkov.main]}]', /runs modules of the leaf/u],
    ['hooks: [{name: a, on: before-init, command: [node, x.mjs]}]', /runs "x\.mjs" of the leaf/u],
    ['hooks: [{name: a, command: [a]}]', /"hooks\.0".*before-init or after-apply/su],
    ['hooks: [{name: a, command: [a], on: plan}]', /"hooks\.0\.on"/u],
  ])('%s', (text, expected) => {
    expect(problemsIn(text)).toMatch(expected);
  });

  test.each([
    '[sh, -c, ./x]',
    '[bash, -euc, "a b"]',
    '[bash, -o, pipefail, "${KOMPOS_FILES}/x.sh"]',
    '[python3, "${KOMPOS_FILES}/policy/check.py"]',
    '[python3, -P, -m, checkov.main, -d, .]',
    '[node, -e, "1"]',
    '[checkov, -m, x]',
  ])('%s runs nothing of the leaf', (command) => {
    expect(problemsIn(`checks: [{name: a, command: ${command}}]`)).toBe('');
  });
});
