import { describe, expect, test } from '@jest/globals';
import type { Place } from '../../src/base/problems.ts';
import type { CheckResult, Sided } from '../../src/checks/check.ts';
import { checkResult } from '../../src/checks/results.ts';
import type { ProgramEnd } from '../../src/checks/run-program.ts';
import { decidingFiles } from '../../src/checks/tool-files.ts';
import type { CheckSettings } from '../../src/project/check-settings.ts';

const settings: CheckSettings = {
  name: 'lint',
  on: 'plan',
  command: ['lint'],
  required: true,
  fails: [1],
  leaves: [],
  files: [],
  env: [],
  timeout: 1_000,
  sensitive: false,
};

/** Of a rendering with `main.tf` only. */
const placeOf = (file: string, line: number | undefined): Place | undefined =>
  file === 'main.tf' ? { file: 'compositions/vpc/main.tf', line } : undefined;

function result(end: Partial<ProgramEnd>, more: Partial<CheckSettings> = {}, intact = true): CheckResult {
  const program: Sided<CheckSettings> = { settings: { ...settings, ...more }, from: 'base', proposed: false };
  return checkResult(program, { code: 0, why: '', output: '', sarif: [], ...end }, placeOf, intact);
}

describe('exit codes', () => {
  test.each([
    [0, [1], 'passed'],
    [1, [1], 'failed'],
    [2, [1], 'error'],
    // tflint: 2 for findings, 1 for errors.
    [2, [2], 'failed'],
    [1, [2], 'error'],
    [0, [2], 'passed'],
    [137, [1], 'error'],
  ] as const)('%d with fails %j: %s', (code, fails, status) => {
    expect(result({ code }, { fails }).status).toBe(status);
  });

  test('a program that did not run to its end, or changed what it may only read, could not tell', () => {
    expect(result({ code: undefined, why: 'It was stopped after 1 s.' })).toMatchObject({
      status: 'error',
      why: expect.stringMatching(/stopped/u),
    });
    expect(result({ code: 0 }, {}, false)).toMatchObject({ status: 'error' });
  });
});

test('a check that fails without a word has a sentence for the report, which would name no check otherwise', () => {
  const sarif = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'lint' } }, results: [] }] });
  const why = 'It reported nothing but exit code 1.';
  for (const end of [{ output: '' }, { output: '\n' }, { sarif: [sarif] }])
    expect(result({ code: 1, ...end })).toMatchObject({ status: 'failed', why, findings: [], output: '' });
});

describe('what it prints', () => {
  test('lines with a file of the rendering are findings in the source', () => {
    const output = 'main.tf:3:5: bad name\nWarning: main.tf:4: old\nother.tf:1: no such file\n12 checks';
    expect(result({ code: 1, output })).toMatchObject({
      findings: [
        { level: 'error', message: 'bad name', place: { file: 'compositions/vpc/main.tf', line: 3, column: 5 } },
        { level: 'warning', message: 'old', place: { file: 'compositions/vpc/main.tf', line: 4 } },
        { level: 'error', message: 'no such file', place: undefined },
      ],
      output: '',
    });
  });

  test('anything else is shown as it is', () => {
    const output = 'FAIL - plan.json - main - bucket is public\n2 tests, 1 failure';
    expect(result({ code: 1, output })).toMatchObject({ status: 'failed', findings: [], output });
    expect(result({ code: 1, output: '12:30:05 connecting to host:443 done' }).findings).toEqual([]);
  });

  const log = (results: readonly unknown[], rules: readonly unknown[] = []): string =>
    JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', rules } }, results }] });

  test('SARIF, printed or in its file', () => {
    const text = log(
      [
        {
          ruleId: 'R1',
          message: { text: 'public bucket' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'main.tf' }, region: { startLine: 7 } } }],
        },
        { ruleId: 'R2', level: 'error', message: {} },
        { ruleId: 'R3', message: { text: 'passed over' }, suppressions: [{ kind: 'inSource' }] },
        { ruleId: 'R4', kind: 'pass', message: { text: 'fine' } },
      ],
      [
        { id: 'R1', defaultConfiguration: { level: 'error' } },
        { id: 'R2', shortDescription: { text: 'no tags' } },
      ],
    );
    const findings = [
      { level: 'error', rule: 'R1', message: 'public bucket', place: { file: 'compositions/vpc/main.tf', line: 7 } },
      { level: 'error', rule: 'R2', message: 'no tags', place: undefined },
    ];
    expect(result({ code: 1, output: `some banner\n${text}` })).toMatchObject({ findings, output: '' });
    expect(result({ code: 1, output: 'words', sarif: [text] })).toMatchObject({ findings, output: '' });
  });

  test('a file that is not SARIF means that the check could not tell', () => {
    expect(result({ code: 0, sarif: ['{"runs": 1}'] })).toMatchObject({
      status: 'error',
      why: expect.stringMatching(/not SARIF/u),
    });
    expect(result({ code: 0, sarif: [''] })).toMatchObject({ status: 'error' });
  });

  test('most of a long output is left out', () => {
    expect(result({ code: 1, output: 'x'.repeat(1_000_000) }).output.length).toBeLessThan(21_000);
  });
});

describe('settings of tools in the rendering', () => {
  test.each([
    [['tflint'], ['.tflint.hcl', 'main.tf'], ['.tflint.hcl']],
    [['tflint', '--config=/base/.tflint.hcl'], ['.tflint.hcl'], []],
    [
      ['/usr/bin/trivy', 'config', '.'],
      ['.trivyignore', 'trivy.yaml'],
      ['.trivyignore', 'trivy.yaml'],
    ],
    [['trivy', '--ignorefile', 'x', 'config'], ['.trivyignore'], []],
    [['checkov', '-d', '.'], ['.checkov.yaml'], ['.checkov.yaml']],
    [['conftest', 'test', 'x'], ['policy/a.rego'], ['policy/a.rego']],
    [['conftest', 'test', '-p', '/base/policy', 'x'], ['policy/a.rego'], []],
    [['own.sh'], ['.tflint.hcl'], []],
  ])('%j with %j names %j', (command, names, deciding) => {
    expect(decidingFiles(command, names)).toEqual(deciding);
  });
});
