/** Builds report data by hand: what is not said is what most reports have. */
import type { Reason } from '../../../src/changes/changed-leaf.ts';
import type { Origin } from '../../../src/hierarchy/value.ts';
import type { Pin } from '../../../src/rendering/rendering.ts';
import type { BlockChange, LeafReport, Outcome, CommitReport } from '../../../src/commands/plan/report.ts';
import type { PlannedResource, PlanSummary } from '../../../src/terraform/plan-summary.ts';

const HEAD = '4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d';
const BASE = 'b0a1c2d3e4f5061728394a5b6c7d8e9f00112233';

export function report(leaves: readonly LeafReport[], more: Partial<CommitReport> = {}): CommitReport {
  return {
    title: '',
    repository: 'acme/infra',
    serverUrl: 'https://github.com',
    head: HEAD,
    checkedOut: HEAD,
    base: BASE,
    runUrl: 'https://github.com/acme/infra/actions/runs/8123456789',
    run: { id: 8123456789, attempt: 1 },
    terraformVersion: '1.11.4',
    leafCount: 40,
    unused: 0,
    notices: [],
    leaves,
    problems: [],
    ...more,
  };
}

export function leafPath(name: string, place = 'config/env=prod/cluster=c1'): string {
  return `${place}/composition=terraform/terraform=${name}`;
}

export function leaf(name: string, more: Partial<LeafReport> = {}): LeafReport {
  return {
    leaf: leafPath(name),
    kind: 'changed',
    reasons: [],
    pins: [],
    blocks: [],
    outcome: noChanges(),
    problems: [],
    ...more,
  };
}

export function at(file: string, line: number, column = 1): Origin {
  return { file, line, column };
}

const COUNTED = { create: 'create', update: 'update', replace: 'replace', delete: 'delete', forget: 'forget' } as const;

function summary(resources: readonly PlannedResource[], outputs = 0): PlanSummary {
  const number = (action: PlannedResource['action']): number =>
    resources.filter((resource) => resource.action === action).length;
  return {
    hasChanges: resources.length + outputs > 0,
    counts: {
      create: number(COUNTED.create),
      update: number(COUNTED.update),
      replace: number(COUNTED.replace),
      delete: number(COUNTED.delete),
      forget: number(COUNTED.forget),
      move: resources.filter((resource) => resource.movedFrom !== undefined).length,
      import: resources.filter((resource) => resource.imported === true).length,
      outputs,
    },
    resources,
  };
}

export function planned(text: string, resources: readonly PlannedResource[], outputs = 0): Outcome {
  return { status: 'planned', text, summary: summary(resources, outputs) };
}

export function noChanges(): Outcome {
  return planned('\nNo changes. Your infrastructure matches the configuration.\n', []);
}

/** A plan text as Terraform writes it, with `attributes` lines in each resource. */
export function planText(resources: readonly PlannedResource[], attributes = 2): string {
  const symbols: Record<string, string> = { create: '  +', delete: '  -', update: '  ~', replace: '-/+' };
  const words: Record<string, string> = {
    create: 'will be created',
    delete: 'will be destroyed',
    update: 'will be updated in-place',
    replace: 'must be replaced',
  };
  const blocks = resources.map(({ address, action }) => {
    const [type = '', name = ''] = address.split('.').slice(-2);
    const symbol = symbols[action] ?? '  ~';
    const inner = action === 'replace' || action === 'update' ? '~' : symbol.trim();
    const lines = Array.from({ length: attributes }, (_, index) => {
      const change = inner === '~' ? `"old" -> "value ${index}"` : `"value ${index}"`;
      return `      ${inner} attribute_${index} = ${change}`;
    });
    return `  # ${address} ${words[action] ?? 'changes'}\n${symbol} resource "${type}" "${name}" {\n${lines.join('\n')}\n    }\n`;
  });
  return `
Terraform used the selected providers to generate the following execution
plan. Resource actions are indicated with the following symbols:
  + create
  ~ update in-place
-/+ destroy and then create replacement

Terraform will perform the following actions:

${blocks.join('\n')}
Plan: 1 to add, 0 to change, 0 to destroy.
`;
}

/** A module's source and version keys as most templates have them. */
export function vpcPin(ref: string, line = 3): Pin {
  return {
    address: 'module.vpc.source',
    written: 'placeholder',
    template: at('compositions/terraform/vpc/main.tf.versioned', 2, 12),
    value: `git::https://github.com/acme/modules.git//vpc?ref=${ref}`,
    keys: [
      {
        key: 'vpc.module_url',
        value: 'https://github.com/acme/modules.git//vpc',
        origin: at('config/defaults.yaml', 2),
      },
      { key: 'vpc.module_version', value: ref, origin: at('config/env=prod/vpc.yaml', line, 19) },
    ],
  };
}

export function vpcPinReason(before: string, after: string): Reason {
  return {
    kind: 'pin',
    address: 'module.vpc.source',
    before: vpcPin(before).value,
    after: vpcPin(after).value,
    keys: [{ key: 'vpc.module_version', before, after, origin: at('config/env=prod/vpc.yaml', 3, 19) }],
  };
}

export function vpcBlock(before: string | undefined, after: string | undefined): BlockChange {
  const block = (ref: string | undefined): BlockChange['after'] =>
    ref === undefined
      ? undefined
      : {
          address: 'module.vpc',
          template: at('compositions/terraform/vpc/main.tf.versioned', 1),
          text: `module "vpc" {\n  source = "${vpcPin(ref).value}"\n  cidr   = var.config.vpc.cidr_block\n}`,
        };
  return { address: 'module.vpc', before: block(before), after: block(after) };
}
