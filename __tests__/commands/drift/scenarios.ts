/** Looks for drift as data, for the tests of what is made of them. */
import type { DriftOutcome, DriftReport, LeafDrift } from '../../../src/commands/drift/report.ts';
import { nameAlone, nameInWords } from '../../../src/markdown/leaf-names.ts';
import { leafIdentity } from '../../../src/commands/drift/issues/identity.ts';
import type { DriftedResource } from '../../../src/terraform/drift-json.ts';
import type { PlannedResource } from '../../../src/terraform/plan-summary.ts';
import { problem, warning } from '../../../src/base/problems.ts';

const counts = { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };

export function driftReport(leaves: readonly LeafDrift[], more: Partial<DriftReport> = {}): DriftReport {
  return {
    title: '',
    repository: 'acme/infrastructure',
    serverUrl: 'https://github.com',
    head: '0123456789abcdef0123456789abcdef01234567',
    runUrl: 'https://github.com/acme/infrastructure/actions/runs/7',
    time: '2026-11-25T04:23:00Z',
    terraformVersion: '1.11.4',
    leafCount: leaves.length + 3,
    leaves,
    problems: [],
    ...more,
  };
}

export function found(leaf: string, outcome: DriftOutcome): LeafDrift {
  return { leaf, name: nameInWords(nameAlone(leaf)), identity: leafIdentity(leaf, undefined), outcome, problems: [] };
}

export function changed(address: string, ...attributes: DriftedResource['attributes']): DriftedResource {
  return { address, gone: false, attributes, feeds: [] };
}

export function open(
  name: 'drifted' | 'pending',
  drifted: readonly DriftedResource[],
  resources: readonly PlannedResource[],
  more: Partial<Extract<DriftOutcome, { class: 'drifted' | 'pending' }>> = {},
): Extract<DriftOutcome, { class: 'drifted' | 'pending' }> {
  return {
    class: name,
    drifted,
    ignored: [],
    planned: [],
    summary: { hasChanges: true, counts: { ...counts, update: resources.length }, resources },
    text: resources.map(({ address }) => `  # ${address} will be updated in-place\n  ~ resource {\n    }`).join('\n\n'),
    ...more,
  };
}

export const drifted = open(
  'drifted',
  [
    changed(
      'aws_ssm_parameter.one',
      { path: 'insecure_value', before: '"1"', after: '"2"' },
      { path: 'tags.Owner', before: undefined, after: '"ops"' },
    ),
    { address: 'module.net.aws_subnet.this["a"]', gone: true, attributes: [], feeds: [] },
  ],
  [
    { address: 'aws_ssm_parameter.one', action: 'update' },
    { address: 'aws_ssm_parameter.old', action: 'delete' },
    { address: 'module.net.aws_subnet.this["a"]', action: 'create' },
  ],
  {
    ignored: [
      {
        address: 'aws_autoscaling_group.this',
        attribute: { path: 'desired_capacity', before: '2', after: '5' },
        reason: 'The autoscaler sets it.',
      },
    ],
  },
);

export const pending = open('pending', [], [{ address: 'terraform_data.app', action: 'update' }]);

const SENSITIVE = '(sensitive value)';

/** One changed default in fifteen places, with a value that nobody may read. */
export const fifteen = ['dev', 'stage', 'prod'].flatMap((env) =>
  ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-south-1', 'sa-east-1'].map((region) => {
    const address = `module.logs.aws_cloudwatch_log_group.this["${region}"]`;
    const outcome = open('pending', [], [{ address, action: 'update' }], {
      planned: [
        {
          address,
          attributes: ['retention_in_days', 'tags.Token'],
          values: [
            { path: 'retention_in_days', before: '7', after: '14' },
            { path: 'tags.Token', before: SENSITIVE, after: SENSITIVE },
            { path: 'tags.Place', before: undefined, after: `"${env}/${region}"` },
          ],
        },
      ],
    });
    return found(`config/env=${env}/region=${region}/composition=terraform/terraform=monitoring`, outcome);
  }),
);

const PROD = 'config/env=prod/cluster=c1/composition=terraform/terraform';

const deprecated = warning('terraform', 'Argument is deprecated (120 times)\nUse the other one.', {
  place: { file: 'compositions/terraform/dns/main.tf', line: 12 },
});

/** One leaf of each class; a warning that two of them have, and one without a line. */
export const everything = driftReport([
  { ...found(`${PROD}=dns`, drifted), problems: [deprecated] },
  found(`${PROD}=app`, pending),
  {
    ...found(`${PROD}=broken`, { class: 'error', stage: 'render', output: '' }),
    problems: [
      problem('pin', 'Config key "a.b" not found for interpolation.', { place: { file: 'x.tf.versioned', line: 3 } }),
    ],
  },
  found(`${PROD}=denied`, {
    class: 'error',
    stage: 'plan',
    output: '╷\n│ Error: reading SSM Parameter: AccessDenied\n│\n╵',
  }),
  found(`${PROD}=late`, { class: 'unchecked', why: 'The time limit was reached.' }),
  found(`${PROD}=vpc`, { class: 'clean', ignored: drifted.ignored }),
  {
    ...found(`${PROD}=zone`, { class: 'clean', ignored: [] }),
    problems: [
      deprecated,
      warning('terraform', 'Checks of the plan fail: check.health', { place: { file: `${PROD}=zone` } }),
    ],
  },
]);
