/** Which texts of what all reports contain are names, and therefore never masked. */
import type { Problem } from '../base/problems.ts';
import type { CheckResult } from '../checks/check.ts';
import type { Reason } from '../changes/changed-leaf.ts';
import type { Names } from '../masking/mask-data.ts';
import type { Pin, PinnedBlock } from '../rendering/rendering.ts';
import type { ChangeDigest } from '../terraform/fingerprint.ts';
import type { PlanSummary } from '../terraform/plan-summary.ts';
import type { RunFacts } from './run-facts.ts';

/** Where a report goes: otherwise a repository named like a secret could not be written to. */
export const RUN_NAMES = {
  title: 'name',
  repository: 'name',
  serverUrl: 'name',
  runUrl: 'name',
  source: 'name',
} as const satisfies Names<RunFacts>;

/** A place is one of a file that exists: see `terraformProblems`. */
export const PROBLEM_NAMES = {
  code: 'name',
  severity: 'name',
  place: 'name',
  leaves: 'name',
} as const satisfies Names<Problem>;

const CONFIGURATION_KEY = { key: 'key', origin: 'name' } as const;

export const REASON_NAMES = {
  ...CONFIGURATION_KEY,
  kind: 'name',
  address: 'name',
  keys: CONFIGURATION_KEY,
  path: 'name',
  change: 'name',
  module: 'name',
  via: 'name',
  files: 'name',
} as const satisfies Names<Reason>;

export const PIN_NAMES = {
  address: 'name',
  written: 'name',
  template: 'name',
  keys: CONFIGURATION_KEY,
} as const satisfies Names<Pin>;

export const BLOCK_NAMES = { address: 'name', template: 'name' } as const satisfies Names<PinnedBlock>;

export const SUMMARY_NAMES = {
  resources: { address: 'address', action: 'name', movedFrom: 'address' },
  outputs: { name: 'address', action: 'name' },
} as const satisfies Names<PlanSummary>;

/** A place is one of a file that exists. A rule is whatever a program prints. */
export const CHECK_NAMES = {
  name: 'name',
  on: 'name',
  status: 'name',
  findings: { level: 'name', place: 'name' },
} as const satisfies Names<CheckResult>;

/** Of the record, which compares them: digests must not change by accident. */
export const CHANGE_NAMES = {
  address: 'address',
  actions: 'name',
  attributes: 'name',
} as const satisfies Names<ChangeDigest>;
