import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { audienceOf, issuerOf, wrongClaim, type Claims, type ExpectedRun } from '../../src/gate/signature.ts';

describe('the issuer', () => {
  test.each([
    ['https://github.com', 'https://token.actions.githubusercontent.com'],
    ['https://github.com/', 'https://token.actions.githubusercontent.com'],
    ['https://octocorp.ghe.com', 'https://token.actions.octocorp.ghe.com'],
    ['https://git.acme.example', 'https://git.acme.example/_services/token'],
    ['https://ghe.com.evil.example', 'https://ghe.com.evil.example/_services/token'],
    ['https://github.com.evil.example', 'https://github.com.evil.example/_services/token'],
  ])('of %s is %s', (server, url) => {
    expect(issuerOf(server)).toMatchObject({ url, keys: `${url}/.well-known/jwks` });
  });
});

test('the audience is the digest of the exact bytes', () => {
  const digest = createHash('sha256').update('payload').digest('hex');
  expect(audienceOf('payload')).toBe(`kompos:record:v1:${digest}`);
});

const SHA = 'a'.repeat(40);
const workflow = 'acme/infrastructure/.github/workflows/plan.yml@refs/pull/7/merge';
const expected: ExpectedRun = {
  issuer: issuerOf('https://github.com'),
  audience: audienceOf('payload'),
  repositoryId: '1296269',
  pullRequest: 7,
  branch: 'main',
  run: 12,
  attempt: 2,
  testMerge: [SHA, 'b'.repeat(64)],
  workflows: ['.github/workflows/plan.yml', '.github/workflows/other.yml'],
  jobWorkflows: [],
};
const right: Claims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: audienceOf('payload'),
  repository: 'acme/renamed',
  repository_id: '1296269',
  event_name: 'pull_request',
  ref: 'refs/pull/7/merge',
  base_ref: 'main',
  run_id: '12',
  run_attempt: '2',
  sha: SHA,
  workflow_sha: SHA,
  workflow_ref: workflow,
  job_workflow_ref: workflow,
};

test.each<[string, Claims, Partial<ExpectedRun>]>([
  ['as they are', {}, {}],
  ['with an enterprise’s own path', { iss: 'https://token.actions.githubusercontent.com/octo-corp' }, {}],
  ['whatever the subject was made to be', { sub: 'anything' }, {}],
  ['without a reusable workflow', { job_workflow_ref: undefined }, {}],
  [
    'of a reusable workflow of this repository',
    { job_workflow_ref: 'acme/infrastructure/.github/workflows/shared.yml@refs/pull/7/merge' },
    { jobWorkflows: ['.github/workflows/shared.yml'] },
  ],
  [
    'of a reusable workflow of another repository',
    { job_workflow_ref: 'acme/shared/.github/workflows/plan.yml@refs/tags/v1' },
    { jobWorkflows: ['acme/shared/.github/workflows/plan.yml@refs/tags/v1'] },
  ],
])('claims hold %s', (_, claims, more) => {
  expect(wrongClaim({ ...right, ...claims }, { ...expected, ...more })).toBeUndefined();
});

const evil = (path: string, ref = 'refs/pull/7/merge'): string => `acme/infrastructure/${path}@${ref}`;
test.each<[string, unknown, Partial<ExpectedRun>?]>([
  ['iss', 'https://token.actions.evil.example'],
  ['iss', 'https://token.actions.githubusercontent.com.evil.example'],
  ['iss', 'https://token.actions.githubusercontent.com/a/b'],
  ['iss', 'https://token.actions.githubusercontent.com/'],
  ['iss', 'https://git.acme.example/_services/token/x', { issuer: issuerOf('https://git.acme.example') }],
  ['aud', 'sts.amazonaws.com'],
  ['aud', audienceOf('another payload')],
  ['aud', [audienceOf('payload'), 'sts.amazonaws.com']],
  ['repository_id', '666'],
  ['repository_id', 1296269],
  ['event_name', 'pull_request_target'],
  ['event_name', 'push'],
  ['ref', 'refs/pull/8/merge'],
  ['ref', 'refs/heads/main'],
  ['base_ref', 'eve/own'],
  ['base_ref', ''],
  ['run_id', '13'],
  ['run_attempt', '1'],
  ['sha', 'c'.repeat(40)],
  ['workflow_sha', 'c'.repeat(40)],
  ['workflow_ref', evil('.github/workflows/evil.yml')],
  ['workflow_ref', evil('.github/workflows/plan.yml', 'refs/heads/main')],
  ['workflow_ref', evil('x/.github/workflows/plan.yml')],
  ['job_workflow_ref', evil('.github/workflows/evil.yml')],
  ['job_workflow_ref', workflow, { jobWorkflows: ['.github/workflows/shared.yml'] }],
  [
    'job_workflow_ref',
    'eve/fork/.github/workflows/shared.yml@refs/pull/7/merge',
    { jobWorkflows: ['.github/workflows/shared.yml'] },
  ],
])('%s %p does not hold', (claim, value, more = {}) => {
  const claims = { ...right, [claim]: value };
  expect(wrongClaim(claims, { ...expected, ...more })).toMatch(new RegExp(`for another run: "${claim}" is `, 'u'));
});

test.each(Object.keys(right).filter((claim) => !['repository', 'job_workflow_ref'].includes(claim)))(
  '%s must be there',
  (claim) => {
    // "workflow_sha" is compared with "sha", so both missing must not be the same.
    const claims = { ...right, [claim]: undefined };
    expect(wrongClaim(claims, expected)).toContain(`"${claim}" is missing`);
  },
);
