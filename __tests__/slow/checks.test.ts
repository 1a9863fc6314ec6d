/** Checks and hooks through the bundle, on a loopback GitHub, with programs of the tests' own. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable } from '../../loopback/file-tree.ts';
import { field, list } from '../../src/base/json.ts';
import { chainLeaves, chainSources } from '../support/chain.ts';
import { startDriftStory } from '../support/drift-story.ts';
import { PROD, prod, REPOSITORY, stories, twoLeaves } from '../support/story.ts';

const story = stories();

/** Fails where the plan gives anything a size above 9. */
const POLICY = executable(`#!/bin/sh
if grep -q '"input":"[a-z]* [0-9][0-9]' "$1"; then echo "main.tf:5:1: too large"; exit 1; fi
`);

const SETTINGS = `checks:
  - name: size
    command: [policy/size.sh, "\${KOMPOS_PLAN}"]
`;

const checked = { ...twoLeaves, '.komposconfig.yaml': SETTINGS, 'policy/size.sh': POLICY };

describe('a required check', () => {
  test('with findings makes the job red, is read at the line, and keeps the leaf from being applied', async () => {
    const { openPullRequest, plan, comments, merge, apply, states } = await story(checked);
    const pullRequest = await openPullRequest(1, prod(33));
    const planned = await plan(pullRequest);
    expect(planned.code).toBe(1);
    const [comment = ''] = comments(1);
    expect(comment).toContain('### ❌ Kompos: checks failed in 1 leaf · 1 to create');
    expect(comment).toContain('A merge applies none of these plans: required checks failed.');
    expect(comment).toContain('❌ <code>size</code> · 1 finding · <code>app</code>');
    expect(comment).toMatch(/- too large in \[`compositions\/terraform\/aws\/app\/main\.tf:5`\]/u);
    expect(planned.stdout).toMatch(
      /::error .*file=compositions\/terraform\/aws\/app\/main\.tf.*line=5.*::size: too large/u,
    );
    const sarif: unknown = JSON.parse(readFileSync(planned.outputs['sarif'] ?? '', 'utf8'));
    const [result] = list(field(list(field(sarif, 'runs'))[0], 'results'));
    expect(result).toMatchObject({
      ruleId: 'size',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'compositions/terraform/aws/app/main.tf' } } }],
      properties: { leaves: [PROD] },
    });

    const applied = await apply(await merge(pullRequest));
    expect([applied.code, applied.outputs['applied']]).toEqual([1, '[]']);
    expect(applied.summary).toContain('Required checks failed: size.');
    expect(states.state('/prod')).toBeUndefined();
  }, 180_000);

  test('that a pull request deletes, or makes harmless, still fails it', async () => {
    const { openPullRequest, plan, comments } = await story(checked);
    const deleted = await openPullRequest(1, { ...prod(33), '.komposconfig.yaml': 'list_merge: append\n' });
    expect((await plan(deleted)).code).toBe(1);
    expect(comments(1)[0]).toContain('This change removes the check "size", which still ran.');
    expect(comments(1)[0]).toContain('❌ <code>size</code> · 1 finding');

    const harmless = await openPullRequest(2, { ...prod(33), 'policy/size.sh': executable('#!/bin/sh\nexit 0\n') });
    expect((await plan(harmless, { runId: 2 })).code).toBe(1);
    expect(comments(2)[0]).toContain('This change alters the check "size": it ran as before, and as proposed.');
    expect(comments(2)[0]).toContain('❌ <code>size</code> · 1 finding');

    const redirected = await openPullRequest(3, {
      ...prod(33),
      '.komposconfig.yaml': `${SETTINGS.replace('policy/size.sh', '"true"')}  - {name: spy, command: [env], env: [OTHER]}\n`,
    });
    expect((await plan(redirected, { runId: 3, env: { OTHER: 'other-token' } })).code).toBe(1);
    expect(comments(3)[0]).toContain(
      'adds the check "spy", which asks for OTHER: until that is merged, it did not run',
    );
  }, 240_000);

  test('that a pull request moves its leaf away from still fails it', async () => {
    const { openPullRequest, plan, comments } = await story({
      ...checked,
      '.komposconfig.yaml': `${SETTINGS}    leaves: ['config/env=prod/**']\n`,
    });
    const moved = await openPullRequest(1, {
      'config/env=prod/env.yaml': null,
      [`${PROD}/app.yaml`]: null,
      'config/env=production/env.yaml': 'env: {name: prod}\nsize: 33\n',
      [`${PROD.replace('=prod', '=production')}/app.yaml`]: 'app: {}\n',
    });
    expect((await plan(moved)).code).toBe(1);
    expect(comments(1)[0]).toContain('❌ <code>size</code> · 1 finding · <code>app · production</code>');
  }, 120_000);

  test('is not run for a leaf that waits, which must pass it at the apply', async () => {
    const settings = `checks:
  - {name: start, on: rendering, command: [test, -f, main.tf]}
  - {name: names, command: [sh, -c, 'test -s "$KOMPOS_PLAN" && [ "$KOMPOS_COMPOSITION" = vpc ] || { echo no; exit 1; }']}
`;
    const sources = chainSources({ vpc: {}, eks: { vpc: ['id'] } });
    const { openPullRequest, plan, comments, merge, apply, states } = await story({
      ...sources,
      '.komposconfig.yaml': settings,
    });
    const pullRequest = await openPullRequest(1, chainLeaves('new', ['vpc', 'eks']));
    expect((await plan(pullRequest)).code).toBe(0);
    expect(comments(1)[0]).toContain('⚪ <code>names</code> · not run · <code>eks</code>');
    const applied = await apply(await merge(pullRequest), { inputs: { 'apply-requires': 'unplanned-creates' } });
    expect(applied.code).toBe(1);
    expect(applied.summary).toContain('Required checks failed: names. no');
    expect([states.state('/new/vpc'), states.state('/new/eks')]).toEqual([expect.anything(), undefined]);
  }, 240_000);

  test('is named for a leaf that is not even begun, because reading would create what it reads', async () => {
    const at = 'conn_str = "nonsense"';
    const variable = 'variable "config" {\n  type = any\n}\n';
    const read = 'data "terraform_remote_state" "vpc" {\n  backend = "pg"\n  config = {\n';
    const { openPullRequest, plan, comments } = await story({
      'config/default.yaml': 'cloud: {type: aws}\n',
      'compositions/terraform/aws/vpc/main.tf': `${variable}terraform {\n  backend "pg" {\n    ${at}\n    schema_name = "vpc"\n  }\n}\n`,
      'compositions/terraform/aws/eks/main.tf': `${variable}${read}    ${at}\n    schema_name = "vpc"\n  }\n}\n`,
      '.komposconfig.yaml': "checks: [{name: size, command: ['true']}]\n",
    });
    await plan(await openPullRequest(1, chainLeaves('new', ['vpc', 'eks'])));
    expect(comments(1)[0]).toMatch(/<code>size<\/code> · not run.*It waits for other leaves; the apply runs it/su);
  }, 120_000);

  test('that passed at review and fails at the apply refuses the leaf, and says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checks-'));
    try {
      const list_ = join(folder, 'vulnerable');
      const { openPullRequest, plan, merge, apply, comments } = await story({
        ...checked,
        '.komposconfig.yaml': 'checks:\n  - {name: scan, command: [policy/scan.sh], env: [LIST]}\n',
        'policy/scan.sh': executable('#!/bin/sh\nif [ -e "$LIST" ]; then echo known to be vulnerable; exit 1; fi\n'),
      });
      const env = { LIST: list_ };
      const pullRequest = await openPullRequest(1, prod(3));
      expect((await plan(pullRequest, { env })).code).toBe(0);
      expect(comments(1)[0]).toContain('✅ Check passed: `scan`');
      writeFileSync(list_, '');
      const applied = await apply(await merge(pullRequest), { env });
      expect([applied.code, applied.outputs['applied']]).toEqual([1, '[]']);
      expect(applied.summary).toContain(
        'Required checks failed: scan. It passed when it was reviewed. known to be vulnerable',
      );
      expect(applied.summary).toContain('then apply the leaf by hand');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);

  test('never runs for a pull request from a fork', async () => {
    const { openPullRequest, plan } = await story(checked);
    const pullRequest = await openPullRequest(1, prod(33));
    const planned = await plan(pullRequest, {
      facts: { head: { sha: pullRequest.head, repository: 'mallory/infrastructure' } },
    });
    expect(planned.code).toBe(0);
    expect(planned.summary).not.toContain('size</code>');
  }, 120_000);
});

test('what is not required is shown, and stops nothing; what could not tell is no finding', async () => {
  const { openPullRequest, plan, comments, merge, apply } = await story({
    ...checked,
    '.komposconfig.yaml': `checks:
  - {name: size, command: [policy/size.sh, "\${KOMPOS_PLAN}"], required: false}
  - {name: missing, command: [no-such-program], required: false}
  - {name: slow, command: [sleep, '60'], timeout: 1s, required: false, on: rendering}
  - {name: other, command: ['false'], leaves: ['config/env=dev/**']}
`,
  });
  const pullRequest = await openPullRequest(1, prod(33));
  expect((await plan(pullRequest)).code).toBe(0);
  const [comment = ''] = comments(1);
  expect(comment).toContain('⚠️ <code>size</code> (not required) · 1 finding');
  expect(comment).toContain('The program no-such-program is not on PATH');
  expect(comment).toContain('It was stopped after 1 s.');
  expect(comment).not.toContain('other');
  expect((await apply(await merge(pullRequest))).outputs['applied']).toBe(JSON.stringify([PROD]));
}, 180_000);

test('a check sees the rendering, the plan without secrets and the reasons, and no token of the job', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'));
  try {
    const { openPullRequest, plan, comments } = await story({
      ...checked,
      '.komposconfig.yaml': `checks:
  - {name: look, command: [policy/look.sh, '${folder}', "\${KOMPOS_PLAN}"], files: [policy/data.txt]}
  - {name: writes, command: [sh, '-c', 'echo >> main.tf'], required: false}
`,
      'policy/look.sh': executable(`#!/bin/sh
env | sort > "$1/env"; cp "$2" "$1/plan.json"; stat -c %a "$2" > "$1/mode"; echo "$2" > "$1/path"
ls -A >> "$1/listing"; cp "$KOMPOS_REASONS" "$1/reasons.json"; cp variables.tfvars.json "$1/"; cat "$KOMPOS_FILES/policy/data.txt" > "$1/data"
tr '\\0' '\\n' < /proc/$PPID/environ > "$1/parent"
`),
      'policy/data.txt': 'of the base',
      'compositions/terraform/aws/app/secret.tf':
        'variable "password" {\n  sensitive = true\n}\nresource "terraform_data" "secret" {\n  input = var.password\n}\n',
    });
    const secrets = {
      AWS_SECRET_ACCESS_KEY: 'cloud-credential',
      MY_TOKEN: 'other-token',
      TF_VAR_password: 'hunter-2222',
    };
    const pullRequest = await openPullRequest(1, { ...prod(3), 'policy/data.txt': 'of the head' });
    const planned = await plan(pullRequest, { env: secrets });
    const [comment = ''] = comments(1);
    expect(comment).toContain('⚠️ <code>writes</code> (not required) · could not tell');
    expect(planned.code).toBe(0);

    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const names = read('env')
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0]);
    const allowed =
      /^(?:HOME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TERM|PATH|PWD|OLDPWD|SHLVL|_|PYTHONDONTWRITEBYTECODE|KOMPOS_(?:LEAF|COMPOSITION|DIRECTORY|FILES|PLAN|REASONS|OUTPUT))$/u;
    expect(names.filter((name) => !allowed.test(name ?? ''))).toEqual([]);
    expect(read('env') + read('plan.json')).not.toMatch(/hunter-2222|cloud-credential|other-token/u);
    // What a program of the same user could read of the action's own process.
    expect(read('parent')).not.toMatch(/^(?:ACTIONS_|INPUT_)/mu);
    expect(JSON.parse(read('plan.json'))).toMatchObject({
      resource_changes: expect.anything(),
      variables: { config: {} },
    });
    expect(read('reasons.json')).toContain('"key":"size"');
    expect(JSON.parse(read('variables.tfvars.json'))).toMatchObject({ config: { size: 3 } });
    expect(read('mode').trim()).toBe('600');
    expect(existsSync(read('path').trim())).toBe(false);
    // The plan file has everything in clear text.
    expect(read('listing')).toContain('.terraform\n');
    expect(read('listing')).not.toContain('tfplan');
    // The base's version runs first, and then the proposed one, with the file of the head.
    expect(comment).toContain('alters the check "look"');
    expect(read('data')).toBe('of the head');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

test("one that breaks something is blamed for it alone, and stops nobody's report", async () => {
  const { openPullRequest, plan, comments } = await story({
    ...checked,
    '.komposconfig.yaml': `checks:
  - {name: own, command: [sh, -c, 'echo >> "$KOMPOS_FILES/policy/size.sh"; touch "$KOMPOS_FILES/new"'], required: false}
  - {name: size, command: [policy/size.sh, "\${KOMPOS_PLAN}"]}
  - {name: loud, command: [printf, '::error::x\\n##[error]y\\n\\033[31mred\\033[0m\\n\`\`\`\\n@octocat'], required: false, fails: [1]}
  - {name: gone, command: [sh, -c, 'rm -rf "$PWD"'], required: false}
  - {name: late, command: [test, -s, main.tf]}
`,
  });
  const pullRequest = await openPullRequest(1, prod(3));
  expect((await plan(pullRequest)).code).toBe(0);
  const [comment = ''] = comments(1);
  expect(comment).toMatch(/<code>own<\/code> \(not required\) · could not tell.*It changed files/su);
  expect(comment).toMatch(/<code>gone<\/code> \(not required\) · could not tell.*It changed files/su);
  expect(comment).toContain('✅ Checks passed: `size`, `loud`, `late`');
}, 120_000);

test('on drift: findings make the run red, are shown, and have their place', async () => {
  const drifting = await startDriftStory({
    ...checked,
    '.komposconfig.yaml': `checks:
  - {name: eol, on: drift, command: [sh, -c, 'test -s "$KOMPOS_PLAN" || exit 3; echo "main.tf:5:1: end of life"; exit 1'], leaves: ['config/env=dev/**']}
  - {name: soft, on: drift, required: false, command: [sh, -c, 'echo soft finding; exit 1'], leaves: ['config/env=prod/**']}
  - {name: planned, command: ['false']}
`,
  });
  try {
    const found = await drifting.drift();
    expect(found.code).toBe(1);
    expect(found.summary).toContain('### Kompos drift: checks failed in 1 leaf · 2 pending');
    expect(found.summary).toMatch(/#### Failed checks\n\n- .*main\.tf:5.*: eol: end of life/u);
    expect(found.summary).toContain('soft (not required) failed: soft finding');
    expect(found.summary + found.stdout).not.toContain('planned failed');
    expect(found.stdout).toMatch(/::error .*file=compositions\/terraform\/aws\/app\/main\.tf,line=5/u);
    expect(
      drifting.api
        .issues(REPOSITORY)
        .map(({ body }) => body)
        .join(''),
    ).not.toContain('warns');
  } finally {
    await drifting.close();
  }
}, 120_000);

test('policies of Terraform itself are an option that it gets, and its answer is reported', async () => {
  const { openPullRequest, plan, comments } = await story(twoLeaves);
  const planned = await plan(await openPullRequest(1, prod(3)), {
    env: { TF_CLI_ARGS_plan: '-policies=/nowhere/policies' },
  });
  expect(planned.code).toBe(1);
  // Without experiments, or before 1.17, it knows no policies.
  expect(comments(1)[0]).toMatch(
    /-policies flag is only valid in experimental builds|not defined: -policies|cannot find the policy path/u,
  );
}, 120_000);

describe('hooks', () => {
  test('before-init: one that fails, or writes into the rendering, stops the leaf', async () => {
    const { openPullRequest, plan, comments } = await story({
      ...twoLeaves,
      '.komposconfig.yaml': `hooks:
  - {name: stop, on: before-init, command: [sh, '-c', 'echo not today; exit 3'], leaves: ['config/env=prod/**']}
  - {name: write, on: before-init, command: [sh, '-c', 'echo "# x" >> main.tf'], leaves: ['config/env=dev/**']}
`,
    });
    const pullRequest = await openPullRequest(1, {
      ...prod(3),
      'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 6\n',
    });
    expect((await plan(pullRequest)).code).toBe(1);
    const [comment = ''] = comments(1);
    expect(comment).toContain('The hook "stop" (before-init) failed: exit code 3.');
    expect(comment).toContain('not today');
    expect(comment).toContain('The hook "write" (before-init) failed: It changed files');
  }, 120_000);

  test('after-apply: one that fails makes the job red, and the leaf stays applied', async () => {
    const { openPullRequest, plan, merge, apply, states } = await story({
      ...twoLeaves,
      '.komposconfig.yaml': `hooks:\n  - {name: smoke, on: after-apply, command: [sh, '-c', 'echo no answer; exit 1']}\n`,
    });
    const pullRequest = await openPullRequest(1, prod(3));
    expect((await plan(pullRequest)).code).toBe(0);
    const applied = await apply(await merge(pullRequest));
    expect([applied.code, applied.outputs['applied']]).toEqual([1, JSON.stringify([PROD])]);
    expect(applied.summary).toContain('The hook "smoke" (after-apply) failed');
    expect(states.state('/prod')).toBeDefined();
  }, 180_000);
});

test('results: a folder for later steps, without secrets', async () => {
  const { openPullRequest, plan } = await story({
    ...twoLeaves,
    'compositions/terraform/aws/app/secret.tf':
      'variable "password" {\n  sensitive = true\n}\nresource "terraform_data" "secret" {\n  input = var.password\n}\nresource "terraform_data" "open" {\n  input = nonsensitive(var.password)\n}\n',
  });
  const pullRequest = await openPullRequest(1, prod(3));
  const planned = await plan(pullRequest, {
    inputs: { 'leaf-results': 'true' },
    env: { TF_VAR_password: 'hunter-2222' },
  });
  expect(planned.code).toBe(0);
  const folder = planned.outputs['results'] ?? '';
  const [leaf] = list(field(JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')), 'leaves'));
  expect(leaf).toMatchObject({ leaf: PROD, composition: 'app', counts: { create: 3 } });
  const plan_ = readFileSync(join(folder, String(field(leaf, 'plan'))), 'utf8');
  expect(plan_).not.toContain('hunter-2222');
  expect(JSON.parse(plan_)).toMatchObject({ resource_changes: [{}, {}, {}] });
  expect(existsSync(join(folder, String(field(leaf, 'rendering')), 'main.tf'))).toBe(true);
  expect(statSync(folder).mode & 0o077).toBe(0);
}, 120_000);
