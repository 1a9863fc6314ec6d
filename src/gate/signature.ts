/**
 * What GitHub's OIDC token says about the run that wrote a record. The plan job requests a token whose audience is the
 * record's own digest, so no other workflow's text can pass for a record, and the token is useless elsewhere. Pure.
 *
 * Claims: https://docs.github.com/en/actions/reference/security/oidc
 */
import { createHash } from 'node:crypto';

/** The audience that binds a token to a sealed part of a record, byte for byte. */
export function audienceOf(sealed: string): string {
  return `kompos:record:v1:${createHash('sha256').update(sealed).digest('hex')}`;
}

/** Who may have issued a token, and where its keys are. */
export interface Issuer {
  readonly url: string;
  /** Whether an enterprise's slug may follow in the token's `iss`. */
  readonly mayHavePath: boolean;
  /** `<issuer>/.well-known/jwks` */
  readonly keys: string;
}

/**
 * The issuer of a server. It is not derived from the token, which a forger would write, nor from the address where
 * tokens are requested, which is a different host.
 *
 * @param serverUrl `GITHUB_SERVER_URL`
 */
export function issuerOf(serverUrl: string): Issuer {
  const { protocol, host } = new URL(serverUrl);
  if (host === 'github.com') return issuer('https://token.actions.githubusercontent.com', true);
  // `octocorp.ghe.com`: GitHub Enterprise Cloud with data residency.
  if (/^[\w-]+\.ghe\.com$/u.test(host)) return issuer(`https://token.actions.${host}`, true);
  return issuer(`${protocol}//${host}/_services/token`, false);
}

function issuer(url: string, mayHavePath: boolean): Issuer {
  return { url, mayHavePath, keys: `${url}/.well-known/jwks` };
}

/** The claims that a record's token must have. */
export interface ExpectedRun {
  readonly issuer: Issuer;
  readonly audience: string;
  readonly repositoryId: string;
  readonly pullRequest: number;
  /** The branch being applied: `main`. */
  readonly branch: string;
  readonly run: number;
  readonly attempt: number;
  /** Ids of the test merge whose raw object is in the record, in both of git's hash algorithms. */
  readonly testMerge: readonly string[];
  /** Paths of the workflow files that may plan: `.github/workflows/plan.yml`. */
  readonly workflows: readonly string[];
  /** The same for reusable workflows: a path in this repository, or `owner/name/path@ref` in another. */
  readonly jobWorkflows: readonly string[];
}

export type Claims = Readonly<Record<string, unknown>>;

/** Why the claims do not belong to the run that planned this pull request; undefined if they do. */
export function wrongClaim(claims: Claims, expected: ExpectedRun): string | undefined {
  const ref = `refs/pull/${expected.pullRequest}/merge`;
  const rows: readonly (readonly [claim: string, isRight: (value: unknown) => boolean, wanted: string])[] = [
    ['iss', (value) => isIssuer(value, expected.issuer), expected.issuer.url],
    // A token with further audiences would be accepted elsewhere too.
    ['aud', (value) => value === expected.audience, 'the digest of this record and of the text above it'],
    ['repository_id', (value) => value === expected.repositoryId, expected.repositoryId],
    ['event_name', (value) => value === 'pull_request', 'pull_request'],
    ['ref', (value) => value === ref, ref],
    ['base_ref', (value) => value === expected.branch, expected.branch],
    ['run_id', (value) => value === String(expected.run), String(expected.run)],
    ['run_attempt', (value) => value === String(expected.attempt), String(expected.attempt)],
    ['sha', (value) => isOneOf(value, expected.testMerge), 'the test merge in the record'],
    ['workflow_sha', (value) => value === claims['sha'], 'the same as "sha"'],
    [
      'workflow_ref',
      (value) => isOneOf(localPath(value, ref), expected.workflows),
      `${expected.workflows.join(' or ')} (input "plan-workflow")`,
    ],
    [
      'job_workflow_ref',
      (value) => isJobWorkflow(value, claims['workflow_ref'], ref, expected.jobWorkflows),
      expected.jobWorkflows.length === 0
        ? 'the plan workflow itself (for a reusable one, set the input "plan-job-workflow")'
        : `${expected.jobWorkflows.join(' or ')} (input "plan-job-workflow")`,
    ],
  ];
  const wrong = rows.find(([claim, isRight]) => !isRight(claims[claim]));
  if (wrong === undefined) return undefined;
  const [claim, , wanted] = wrong;
  return `its signature is for another run: "${claim}" is ${shown(claims[claim])}, expected ${wanted}`;
}

/** The files of this repository that defined the plan job. */
export function workflowFiles(claims: Claims, pullRequest: number): readonly string[] {
  const ref = `refs/pull/${pullRequest}/merge`;
  const own = localPath(claims['workflow_ref'], ref);
  const job = localPath(claims['job_workflow_ref'], ref);
  return [...new Set([own, job].flatMap((path) => path ?? []))];
}

function isIssuer(value: unknown, { url, mayHavePath }: Issuer): boolean {
  if (value === url) return true;
  return (
    mayHavePath &&
    typeof value === 'string' &&
    value.startsWith(`${url}/`) &&
    /^[\w-]+$/u.test(value.slice(url.length + 1))
  );
}

/** The path in `owner/name/<path>@<ref>`, whatever the repository is named now; undefined for any other ref. */
function localPath(value: unknown, ref: string): string | undefined {
  const [, path, at] = (typeof value === 'string' ? /^[^/@]+\/[^/@]+\/([^@]+)@(.+)$/u.exec(value) : null) ?? [];
  return at === ref ? path : undefined;
}

/** Whether it is a job of the plan workflow itself, or of an allowed reusable workflow. */
function isJobWorkflow(value: unknown, workflow: unknown, ref: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return value === undefined || value === workflow;
  return isOneOf(value, allowed) || (isSameRepository(value, workflow) && isOneOf(localPath(value, ref), allowed));
}

function isSameRepository(value: unknown, workflow: unknown): boolean {
  const owner = (text: unknown): string | undefined =>
    typeof text === 'string' ? /^[^/@]+\/[^/@]+\//u.exec(text)?.[0] : undefined;
  return owner(value) !== undefined && owner(value) === owner(workflow);
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return typeof value === 'string' && allowed.includes(value);
}

function shown(value: unknown): string {
  return value === undefined
    ? 'missing'
    : `"${(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200)}"`;
}
