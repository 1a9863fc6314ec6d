/** Reports of applies built by hand: what is not said is what most have. */
import type { ApplyLeafReport, ApplyOutcome, ApplyReport, OpenPlan } from '../../../src/commands/apply/report.ts';
import type { PlannedResource } from '../../../src/terraform/plan-summary.ts';
import { leafPath, planned, planText, report } from '../plan/build.ts';

export function applyReport(leaves: readonly ApplyLeafReport[], more: Partial<ApplyReport> = {}): ApplyReport {
  const { title, repository, serverUrl, head, base, runUrl, run, terraformVersion } = report([]);
  return {
    title,
    repository,
    serverUrl,
    head,
    base,
    runUrl,
    run,
    terraformVersion,
    comparing: false,
    cancelled: false,
    notices: [],
    leaves,
    problems: [],
    unapplied: [],
    ...more,
  };
}

export function applyLeaf(name: string, outcome: ApplyOutcome, more: Partial<ApplyLeafReport> = {}): ApplyLeafReport {
  return { leaf: leafPath(name), outcome, pullRequest: 7, problems: [], ...more };
}

export function resource(address: string, action: PlannedResource['action'] = 'create'): PlannedResource {
  return { address, action };
}

export function openPlan(resources: readonly PlannedResource[], more: Partial<OpenPlan> = {}): OpenPlan {
  const outcome = planned(planText(resources), resources);
  if (outcome.status !== 'planned') throw new Error('not planned');
  return { summary: outcome.summary, text: outcome.text, fingerprint: 'a1b2c3d4e5f60718293a4b5c6d7e8f90', ...more };
}

export function applied(resources: readonly PlannedResource[]): ApplyOutcome {
  const done = resources.map(({ address, action }) => ({ address, action }));
  return { status: 'applied', summary: openPlan(resources).summary, done };
}
