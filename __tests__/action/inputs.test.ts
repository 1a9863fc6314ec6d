import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { readInputs, unreadInputs } from '../../src/action/inputs.ts';
import { inputNames } from '../../src/action/runner.ts';

const read = (given: Readonly<Record<string, string>>): ReturnType<typeof readInputs> =>
  readInputs((name) => given[name] ?? '', Object.keys(given), { cores: 2, workspace: '/work/infra' });

afterAll(removeTemporaryDirectories);

describe('inputs', () => {
  test('nothing given', () => {
    expect(read({})).toEqual({
      record: 'signed',
      shards: 'auto',
      planWorkflows: ['.github/workflows/plan.yml'],
      planJobWorkflows: [],
      command: 'plan',
      workingDirectory: '.',
      leaves: [],
      token: undefined,
      parallelism: 2,
      comment: 'changes',
      title: '',
      labels: false,
      leafResults: false,
      checkRun: false,
      listMerge: undefined,
      dependents: 'list',
      onUnknownBase: 'error',
      refresh: 'full',
      unusedConfiguration: 'skip',
      allowEnv: [],
      allowSecrets: [],
      mask: [],
      lock: 'auto',
      lockTimeout: '5m',
      leafTimeLimit: undefined,
      passIdToken: false,
      applyRequires: ['reviewed-plan'],
      accept: [],
      destroyRemoved: false,
      catchUp: false,
      driftLabel: 'kompos-drift',
      driftIssues: 'cause',
      driftShare: undefined,
      maxOpenIssues: 10,
    });
  });

  test('workflows are spelled as tokens spell them', () => {
    const given = read({
      'plan-workflow': './.github/workflows/plan.yml\n.github//workflows/./other.yml',
      'plan-job-workflow': './.github/workflows/shared.yml\nacme/shared/.github/workflows/plan.yml@refs/tags/v1',
    });
    expect(given).toMatchObject({
      planWorkflows: ['.github/workflows/plan.yml', '.github/workflows/other.yml'],
      planJobWorkflows: ['.github/workflows/shared.yml', 'acme/shared/.github/workflows/plan.yml@refs/tags/v1'],
    });
    expect(() => read({ 'plan-workflow': '../.github/workflows/plan.yml' })).toThrow();
  });

  test.each([
    [{ 'working-directory': 'network' }, 'network'],
    [{ 'working-directory': 'network', title: 'Network' }, 'Network'],
    [{ 'working-directory': './' }, ''],
    [{ 'working-directory': '/work/infra/network/' }, 'network'],
    [{ 'working-directory': '/work/infra' }, ''],
    [{ 'working-directory': 'network/..' }, ''],
  ])('each project of a repository has its own title: %j', (given, title) => {
    expect(read(given).title).toBe(title);
  });

  test.each(['network/aws', 'network/aws/', './network/aws', 'network//aws//', ' network/./aws '])(
    'however its folder is spelled, its title is the same: %j',
    (spelling) => {
      expect(read({ 'working-directory': spelling })).toMatchObject({
        workingDirectory: 'network/aws',
        title: 'network/aws',
      });
    },
  );

  test('its folder may be named by way of a link, as the workspace may', () => {
    const folder = temporaryDirectory('linked');
    mkdirSync(join(folder, 'deep/real/network'), { recursive: true });
    symlinkSync(join(folder, 'deep/real'), join(folder, 'link'));
    const [real, link] = [join(folder, 'deep/real'), join(folder, 'link')];
    for (const workspace of [real, link]) {
      for (const named of [real, link]) {
        const given: Record<string, string> = { 'working-directory': join(named, 'network') };
        const { workingDirectory } = readInputs((name) => given[name] ?? '', Object.keys(given), {
          cores: 2,
          workspace,
        });
        expect(workingDirectory).toBe('network');
      }
    }
  });

  test('lists are one a line', () => {
    expect(read({ leaves: ' a/** \n\n!b\n', 'allow-env': 'A\nB\n' })).toMatchObject({
      leaves: ['a/**', '!b'],
      allowEnv: ['A', 'B'],
    });
  });

  test('fingerprints stand one a line, or beside each other as in a form’s field', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
    expect(read({ accept: ` ${one} ${two}\n\n${three}, ` }).accept).toEqual([one, two, three]);
  });

  test('an apply may require several things', () => {
    const of = (given: string): readonly string[] => read({ 'apply-requires': given }).applyRequires;
    expect(of('approved')).toEqual(['approved']);
    expect(of('approved, unplanned-creates\napproved')).toEqual(['approved', 'unplanned-creates']);
  });

  test.each([
    [{ accept: 'a'.repeat(31) }, /"accept" contains "a{31}", which is not a fingerprint/u],
    [{ accept: 'A'.repeat(32) }, /not a fingerprint/u],
    [{ command: 'paln' }, /"command" is "paln"[\s\S]*Allowed: plan[\s\S]*Did you mean "plan"/u],
    [{ comment: 'alway' }, /Allowed: always, changes, never\. Did you mean "always"/u],
    [{ 'list-merge': 'merge' }, /Allowed: append, append_unique, override, prepend/u],
    [{ 'on-unknown-base': 'none' }, /Allowed: error, all/u],
    [{ 'unused-configuration': 'no' }, /Allowed: skip, plan/u],
    [{ parallelism: '0' }, /whole number from 1/u],
    [{ parallelism: 'two' }, /whole number from 1/u],
    [{ 'lock-timeout': '5 minutes' }, /duration such as 30s/u],
    [
      { 'apply-requires': 'approval' },
      /Allowed: reviewed-plan, approved, unplanned-creates\. Did you mean "approved"/u,
    ],
    [{ 'apply-requires': 'approved, unplanned' }, /"apply-requires" is "unplanned"/u],
    [
      { command: 'apply', 'apply-requires': 'approved unplanned-creates', record: 'unsigned' },
      /"apply-requires" has "unplanned-creates", and "record" is "unsigned"/u,
    ],
    [{ dependents: 'all' }, /"dependents" is "all"[\s\S]*Allowed: list, plan, none/u],
    [{ 'destroy-removed': 'yes' }, /"destroy-removed" is "yes"[\s\S]*Allowed: true, false/u],
    [{ 'catch-up': 'always' }, /"catch-up" is "always"[\s\S]*Allowed: true, false/u],
    [{ command: 'apply', 'catch-up': 'true', comment: 'never' }, /"catch-up" is "true" and "comment" is "never"/u],
    [{ command: 'apply', 'catch-up': 'true', wave: 'prod' }, /"catch-up" is "true" and "wave" is given/u],
    [{ 'removed-at': 'a'.repeat(39) }, /"removed-at" is "a{39}"[\s\S]*the full id of the commit/u],
    [{ 'removed-at': 'main' }, /"removed-at" is "main"/u],
    [{ 'drift-label': 'a,b' }, /"drift-label" is "a,b"[\s\S]*one label without a comma/u],
    [{ 'drift-label': 'x'.repeat(51) }, /at most 50 characters/u],
    [{ 'drift-share': '3' }, /"drift-share" is "3"[\s\S]*which share of how many/u],
    [{ 'drift-share': '1/0' }, /which share/u],
    [{ 'drift-share': '1/1001' }, /at most 1,000/u],
    [{ 'max-open-issues': '-1' }, /"max-open-issues" is "-1"[\s\S]*a whole number; 0 for no issues/u],
    [{ 'max-open-issues': 'ten' }, /a whole number/u],
    [{ 'time-limit': '50' }, /"time-limit" is "50"[\s\S]*duration such as 30s/u],
    [{ mask: '(' }, /invalid regular expression/u],
    [{ 'allow-env': 'GITHUB_TOKEN' }, /"GITHUB_TOKEN".*never reach/u],
    [{ 'allow-env': 'ACTIONS_RUNTIME_TOKEN' }, /never reach/u],
    [{ 'allow-env': 'INPUT_TOKEN' }, /never reach/u],
    [{ 'allow-env': 'a b' }, /not the name of a variable/u],
  ])('a wrong value says what is allowed: %j', (given, message) => {
    expect(() => read(given)).toThrow(message);
  });

  test('all wrong values at once', () => {
    expect(() => read({ command: 'x', comment: 'y' })).toThrow(/"command"[\s\S]*"comment"/u);
  });
});

test('an input that does not exist is refused together with wrong values, and what may be meant is named', () => {
  expect(() => read({ 'apply-require': 'approved', leaves: '', colour: 'red', comment: 'y' })).toThrow(
    /^Input "apply-require" does not exist\.\n +Did you mean "apply-requires"\?[^\n]*\nInput "colour" does not exist\.\n +Known inputs: command, [^\n]*timings\. If "with:" does not set it, the job has an environment variable INPUT_COLOUR: rename it[^\n]*\nInput "comment" is "y"/u,
  );
});

test('a variable that no input can become is none', () => {
  expect(
    inputNames({ 'INPUT_PLAN-WORKFLOW': 'x', INPUT_colour: 'red', Input_X: '', INPUT: '', INPUT_MASK: '' }),
  ).toEqual(['plan-workflow', 'mask']);
});

test('inputs that the command does not read are known, defaults among them are not', () => {
  const given: Readonly<Record<string, string>> = { accept: 'x', 'drift-label': 'kompos-drift', record: 'keyed' };
  expect(unreadInputs((name) => given[name] ?? '', 'plan')).toEqual(['accept']);
  expect(unreadInputs((name) => given[name] ?? '', 'drift')).toEqual(['record', 'accept']);
});
