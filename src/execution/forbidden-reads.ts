/** What to do about a state that may not be read: S3 says so of one that is not there as well. Pure. */
import { warning, type Problem } from '../base/problems.ts';
import type { PlanResult } from '../terraform/plan.ts';
import { errorsIn } from '../terraform/diagnostics.ts';

const READ = /(?:^|\.)data\.terraform_remote_state\./u;
const FORBIDDEN = /\b403\b|\bAccessDenied\b|\bForbidden\b/u;

/** @param leaf path of the leaf whose plan failed */
export function forbiddenReads(leaf: string, result: PlanResult | undefined): readonly Problem[] {
  if (result === undefined || result.ok || result.stage !== 'plan') return [];
  const found = errorsIn(result.output).filter(
    ({ address = '', summary, detail }) => READ.test(address) && FORBIDDEN.test(`${summary}\n${detail}`),
  );
  return found.slice(0, 1).map(({ address = '' }) =>
    warning('state', `The state that ${address} reads could not be read: access is denied.`, {
      place: { file: leaf },
      hint: 'If that state does not exist yet, S3 says so only to a role with s3:ListBucket on the bucket. With it, the leaf waits for the one that creates the state.',
    }),
  );
}
