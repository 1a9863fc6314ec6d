/** Whether the record of a pull request can be trusted: its signature, the test merge in it, and who planned it. */
import { shortCommit } from '../base/names.ts';
import type { FoundPart } from '../gate/record.ts';
import { audienceOf, issuerOf, workflowFiles, wrongClaim, type Claims } from '../gate/signature.ts';
import { text } from '../base/json.ts';
import { readTestMerge } from '../gate/test-merge.ts';
import {
  findRecord,
  writtenAfterMerge,
  type RecordSettings,
  type ReportComment,
  type ReviewedPullRequest,
  type Trust,
} from '../gate/trusted-record.ts';
import type { Verified } from '../oidc/verify.ts';
import type { Checkout } from './checkout.ts';

/** What signed records are checked against. */
export interface SigningSettings {
  /** `GITHUB_SERVER_URL` */
  readonly serverUrl: string;
  /** The branch that is applied. */
  readonly branch: string;
  /** The inputs `plan-workflow` and `plan-job-workflow`. */
  readonly planWorkflows: readonly string[];
  readonly planJobWorkflows: readonly string[];
}

/** Judges the record in the given comments. */
export type RecordJudge = (
  comments: readonly ReportComment[],
  pullRequest: ReviewedPullRequest,
  settings: RecordSettings,
) => Promise<Trust>;

/**
 * @param tip the commit of the applied branch whose first parents are its history
 * @returns a judge that reads the issuer's keys once
 */
export function recordJudge(
  settings: SigningSettings,
  { history, blobAt }: Pick<Checkout, 'history' | 'blobAt'>,
  tip: string,
): RecordJudge {
  const issuer = issuerOf(settings.serverUrl);
  let verifier: Promise<(token: string) => Promise<Verified>> | undefined;

  return async (comments, pullRequest, record) => {
    const found = findRecord(comments, pullRequest, record);
    if (!found.ok) return found;
    let { time } = found;
    const planners = new Set<string>();
    if (record.mode === 'signed') {
      for (const part of found.parts) {
        const signed = await signedPart(part, pullRequest);
        if ('why' in signed) return { ok: false, why: inFull(pullRequest, signed.why) };
        time = Math.max(time, signed.time);
        if (signed.planner !== undefined) planners.add(signed.planner);
      }
    }
    const why = writtenAfterMerge(time, pullRequest);
    if (why !== undefined) return { ok: false, why };
    const { selection = [], workflow, job } = found.parts[0]?.record ?? {};
    const leaves = found.parts.flatMap(({ record: { leaves } }) => leaves);
    return { ok: true, leaves, time, planners, asked: { selection, workflow, job } };
  };

  async function signedPart(
    { token, sealed, record }: FoundPart,
    pullRequest: ReviewedPullRequest,
  ): Promise<{ readonly time: number; readonly planner: string | undefined } | { readonly why: string }> {
    if (token === undefined) {
      return { why: 'it is not signed: give the plan job "permissions: id-token: write", and plan before the merge' };
    }
    verifier ??= import('../oidc/verify.ts').then(({ openVerifier }) => openVerifier(issuer.keys));
    const verified = await (await verifier)(token);
    if ('failure' in verified) return { why: verified.failure };
    const { ids, parents } = readTestMerge(record.testMerge);
    const why =
      wrongClaim(verified.claims, {
        issuer,
        audience: audienceOf(sealed),
        repositoryId: pullRequest.repositoryId,
        pullRequest: pullRequest.number,
        branch: settings.branch,
        run: record.run,
        attempt: record.attempt,
        testMerge: ids,
        workflows: settings.planWorkflows,
        jobWorkflows: settings.planJobWorkflows,
      }) ??
      (await wrongTestMerge(parents, pullRequest.head)) ??
      (await changedWorkflow(verified.claims, parents[0] ?? '', pullRequest));
    if (why !== undefined) return { why };
    return { time: verified.issuedAt, planner: text(verified.claims['actor']) };
  }

  /** No claim names the head: unchecked, the token of a malicious head would also be valid for the next one. */
  async function wrongTestMerge(
    [onto = '', head, ...more]: readonly string[],
    wanted: string,
  ): Promise<string | undefined> {
    if (more.length > 0 || head !== wanted) {
      return `its signature is for the head commit ${head === undefined ? '(none)' : shortCommit(head)}, not for ${shortCommit(wanted)}`;
    }
    if (await history.wasTip(onto, tip)) return undefined;
    return `it was planned on ${shortCommit(onto)}, which was never the tip of "${settings.branch}"`;
  }

  /** Anyone who may push a branch could otherwise plan with a workflow of their own. */
  async function changedWorkflow(
    claims: Claims,
    onto: string,
    { number, head }: ReviewedPullRequest,
  ): Promise<string | undefined> {
    const changed = await changedFile({ history, blobAt }, workflowFiles(claims, number), onto, head);
    return changed && `the pull request changes ${changed}, which plans it`;
  }
}

/**
 * The first of some files that differs between a pull request's head and where its branch began. Branches that have
 * merged each other begin at several commits: a file that differs from any of these counts.
 */
export async function changedFile(
  { history, blobAt }: Pick<Checkout, 'history' | 'blobAt'>,
  paths: readonly string[],
  onto: string,
  head: string,
): Promise<string | undefined> {
  const begun = await history.mergeBases(onto, head);
  for (const path of paths) {
    const after = await blobAt(head, path);
    if (after === undefined || begun.length === 0) return path;
    for (const commit of begun) if ((await blobAt(commit, path)) !== after) return path;
  }
  return undefined;
}

function inFull({ number }: ReviewedPullRequest, why: string): string {
  return `The record in the report of pull request #${number} is not trusted: ${why}.`;
}
