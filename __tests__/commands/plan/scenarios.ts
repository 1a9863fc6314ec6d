/** Reports of golden files for what real runs do not show cheaply: real providers' plans, many leaves, hostile texts. */
import type { CheckResult } from '../../../src/checks/check.ts';
import { problem, warning } from '../../../src/base/problems.ts';
import type { LeafReport, CommitReport } from '../../../src/commands/plan/report.ts';
import type { PlannedResource } from '../../../src/terraform/plan-summary.ts';
import { refreshNotice } from '../../../src/terraform/refresh.ts';
import { at, leaf, leafPath, planned, planText, report, vpcBlock, vpcPin, vpcPinReason } from './build.ts';

const WHY_NOT = 'this pull request comes from a fork, and Terraform would see secrets.';

const created: readonly PlannedResource[] = [{ address: 'module.vpc.aws_vpc.this', action: 'create' }];

const replaced: readonly PlannedResource[] = [
  { address: 'module.vpc.aws_vpc.this', action: 'replace' },
  { address: 'module.vpc.aws_subnet.private', action: 'delete' },
  { address: 'module.vpc.aws_subnet.public', action: 'delete' },
  { address: 'module.vpc.aws_flow_log.this', action: 'create' },
  { address: 'module.vpc.aws_route_table.main', action: 'update' },
];

/** The second one is what the target branch has added. */
const behind: readonly PlannedResource[] = [
  { address: 'aws_ecs_service.app', action: 'update' },
  { address: 'aws_db_instance.db', action: 'delete' },
];

const updated: readonly PlannedResource[] = [{ address: 'module.vpc.aws_vpc.this', action: 'update' }];

const HEREDOC_PLAN = `
Terraform used the selected providers to generate the following execution
plan. Resource actions are indicated with the following symbols:
  ~ update in-place
+/- create replacement and then destroy

Terraform will perform the following actions:

  # aws_launch_template.this must be replaced
+/- resource "aws_launch_template" "this" {
      ~ id        = "lt-1" -> (known after apply)
      ~ user_data = <<-EOT # forces replacement
            #!/bin/bash
            + plus
            - minus
          - echo old
          + echo new
            EOT
        EOT
        tags      = {}
    }

Plan: 1 to add, 0 to change, 1 to destroy.
`;

function pinMove(name: string, more: Partial<LeafReport> = {}): LeafReport {
  return leaf(name, {
    reasons: [
      {
        kind: 'configuration',
        key: 'vpc.module_version',
        before: '"v1.5.0"',
        after: '"v2.0.0-rc"',
        origin: at('config/env=prod/vpc.yaml', 3, 19),
      },
      vpcPinReason('v1.5.0', 'v2.0.0-rc'),
    ],
    pins: [vpcPin('v2.0.0-rc')],
    blocks: [vpcBlock('v1.5.0', 'v2.0.0-rc')],
    outcome: planned(planText(updated), updated),
    ...more,
  });
}

/** Four leaves in each of fifteen places: four facts. */
function sixtyLeaves(): CommitReport {
  const places = ['dev', 'stage', 'prod'].flatMap((env) =>
    ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-south-1', 'sa-east-1'].map((region) => ({ env, region })),
  );
  const leaves = places.flatMap(({ env, region }, index): readonly LeafReport[] => {
    const place = `config/env=${env}/region=${region}`;
    const of = (name: string, key: string, before: string, after: string, action: PlannedResource['action']) => {
      const resources: readonly PlannedResource[] = [
        {
          address: `module.${name}.aws_${name}.${env}`,
          action,
          ...(action === 'replace' ? { forcedBy: ['cidr_block'] } : {}),
        },
      ];
      const reasons = [
        { kind: 'configuration', key, before, after, origin: at('config/defaults.yaml', name.length) } as const,
      ];
      const text = planText(resources).replaceAll('"old"', `"${name === 'network' ? `vpc-${index}` : env}"`);
      return leaf(name, { leaf: leafPath(name, place), reasons, outcome: planned(text, resources) });
    };
    const failing = of('app', 'app.replicas', '2', '3', 'update');
    return [
      of('network', 'network.cidr_block', '"10.0.0.0/16"', '"10.1.0.0/16"', env === 'dev' ? 'update' : 'replace'),
      of('monitoring', 'monitoring.retention', '7', '14', 'update'),
      env === 'prod'
        ? { ...failing, outcome: { status: 'failed', stage: 'plan', output: `Error: No credentials for ${env}\n` } }
        : failing,
      leaf('dns', { leaf: leafPath('dns', place), reasons: failing.reasons }),
    ];
  });
  return report(leaves, { leafCount: 80 });
}

export const HOSTILE = [
  '@octocat #123 GH-1 acme/infra#7 4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d',
  '</code></summary></details><img src=x onerror=alert(1)><!--',
  '| a | b | ![x](https://evil.example/x.png) [y](https://evil.example) www.evil.example',
  '```\n~~~\n````\n</details>\n# heading\n- item\n\n> quote',
  'right\u202eleft zero\u200bwidth \u0007bell $x$ :tada:',
].join('\n');

function hostile(): CommitReport {
  const one = leaf('x', {
    leaf: `config/${HOSTILE}`,
    reasons: [
      { kind: 'configuration', key: HOSTILE, before: HOSTILE, after: HOSTILE, origin: at(HOSTILE, 1) },
      { kind: 'file', path: HOSTILE, change: 'changed' },
      { kind: 'module', module: HOSTILE, via: [HOSTILE], files: [HOSTILE] },
      { kind: 'base-failed', message: HOSTILE },
      {
        kind: 'pin',
        address: `module.${HOSTILE}.source`,
        before: HOSTILE,
        after: `${HOSTILE}2`,
        keys: [{ key: 'k', before: HOSTILE, after: `${HOSTILE}2`, origin: at(HOSTILE, 2) }],
      },
    ],
    blocks: [
      {
        address: 'module.x',
        before: { address: 'module.x', template: at(HOSTILE, 1), text: HOSTILE },
        after: { address: 'module.x', template: at(HOSTILE, 1), text: `${HOSTILE}2` },
      },
    ],
    outcome: planned(HOSTILE, [{ address: `aws_x.y["${HOSTILE}"]`, action: 'delete' }]),
    problems: [warning('pin', HOSTILE, { place: at(HOSTILE, 1, 3), sourceLine: 'x: ```', hint: HOSTILE })],
  });
  const failed = leaf('y', { kind: 'failed', outcome: { status: 'failed', stage: 'plan', output: HOSTILE } });
  return report([one, failed], { title: HOSTILE, notices: [HOSTILE], problems: [problem('yaml', HOSTILE)] });
}

function added(name: string, more: Partial<LeafReport> = {}): LeafReport {
  return leaf(name, { kind: 'added', ...more });
}

/** A VPC whose outputs twelve leaves read: three of the same change, and nine others. */
function vpcWithReaders(): CommitReport {
  const here = ['eks', 'nat', 'rds'];
  const elsewhere = Array.from({ length: 9 }, (_, index) => leafPath('app', `config/env=prod/cluster=c${index + 2}`));
  const plan = planned(planText(replaced), replaced, 3);
  const vpc = pinMove('vpc', {
    outcome:
      plan.status === 'planned'
        ? {
            ...plan,
            summary: {
              ...plan.summary,
              outputs: [
                { name: 'vpc_id', action: 'replace' },
                { name: 'subnet_ids', action: 'update' },
                { name: 'nat_ips', action: 'delete' },
              ],
            },
          }
        : plan,
    readers: {
      outputs: [
        { name: 'vpc_id', action: 'replace' },
        { name: 'subnet_ids', action: 'update' },
        { name: 'nat_ips', action: 'delete' },
      ],
      leaves: [
        ...here.map((name) => ({ leaf: leafPath(name), isHere: true, outputs: ['vpc_id', 'subnet_ids'] })),
        ...elsewhere.map((path, index) => ({
          leaf: path,
          isHere: false,
          outputs: index === 0 ? ['vpc_id', 'nat_ips'] : ['vpc_id'],
        })),
      ],
    },
  });
  const edges = [...here.map((name) => leafPath(name)), ...elsewhere].map((reader) => ({
    reader,
    reads: leafPath('vpc'),
  }));
  return report([vpc, ...here.map((name) => pinMove(name))], { edges });
}

/** One finding in three leaves, one in another, a check that did not end, and one that is only advice. */
function withChecks(): CommitReport {
  const check = {
    on: 'plan',
    required: true,
    proposed: false,
    status: 'passed',
    why: '',
    findings: [],
    output: '',
  } as const;
  const openWorld = (env: string): CheckResult => ({
    ...check,
    name: 'policy',
    status: 'failed',
    findings: [
      {
        level: 'error',
        rule: 'no_open_ingress',
        message: `aws_security_group.${env} is open to the world`,
        place: at('compositions/terraform/vpc/main.tf', 12),
      },
    ],
  });
  const leaves = ['dev', 'stage', 'prod'].map((env) =>
    leaf('vpc', {
      leaf: leafPath('vpc', `config/env=${env}`),
      reasons: [{ kind: 'file', path: 'compositions/terraform/vpc/main.tf', change: 'changed' }],
      outcome: planned(planText(updated), updated),
      checks: [
        openWorld(env),
        { ...check, name: 'cost' },
        ...(env === 'prod'
          ? [
              {
                ...check,
                name: 'tflint',
                required: false,
                status: 'failed',
                output: 'main.tf has trailing blanks\n1 file',
              } as const,
              { ...check, name: 'scan', proposed: true, status: 'error', why: 'It was ended after 5m.' } as const,
            ]
          : []),
      ],
    }),
  );
  return report(leaves, {
    notices: ['This change adds the check "scan", which ran as proposed.'],
  });
}

export const SCENARIOS: Readonly<Record<string, CommitReport>> = {
  'pin-move': report([
    pinMove('vpc', {
      reasons: [
        {
          kind: 'configuration',
          key: 'vpc.module_version',
          before: '"v1.5.0"',
          after: '"v2.0.0-rc"',
          origin: at('config/env=prod/vpc.yaml', 3, 19),
        },
        vpcPinReason('v1.5.0', 'v2.0.0-rc'),
        {
          kind: 'configuration',
          key: 'vpc.cidr_block',
          before: '"10.0.0.0/16"',
          after: '"10.1.0.0/16"',
          origin: at('config/env=prod/vpc.yaml', 5),
        },
        { kind: 'configuration', key: 'vpc.legacy', before: 'true', origin: at('config/env=prod/vpc.yaml', 9) },
      ],
    }),
    pinMove('dns', { outcome: planned('No changes.', []) }),
  ]),

  'no-refresh': report([pinMove('vpc')], { notices: [refreshNotice('none') ?? ''] }),

  'replace-and-destroy': report([
    leaf('dns', {
      reasons: [
        { kind: 'file', path: 'compositions/terraform/dns/records.tf', change: 'changed' },
        {
          kind: 'module',
          module: 'compositions/modules/zone',
          via: ['compositions/modules/dns'],
          files: ['compositions/modules/zone/main.tf'],
        },
      ],
      outcome: planned('Changes to Outputs:\n  ~ zone = "a" -> "b"\n', [], 1),
    }),
    pinMove('vpc', { outcome: planned(planText(replaced), replaced) }),
    leaf('workers', {
      reasons: [
        {
          kind: 'configuration',
          key: 'workers.user_data',
          before: '"echo old"',
          after: '"echo new"',
          origin: at('config/env=prod/workers.yaml', 12),
        },
      ],
      outcome: planned(HEREDOC_PLAN, [{ address: 'aws_launch_template.this', action: 'replace' }]),
    }),
  ]),

  'not-run': report([pinMove('vpc', { outcome: { status: 'not-run', why: WHY_NOT } })], {
    terraformVersion: undefined,
  }),

  'many-leaves': report(
    Array.from({ length: 40 }, (_, index) =>
      pinMove(`vpc${index}`, {
        outcome: planned(
          planText(index === 7 ? replaced : updated, 30).replaceAll('"old"', `"old ${index}"`),
          index === 7 ? replaced : updated,
        ),
      }),
    ),
    { title: 'production' },
  ),

  'behind-target': report(
    [
      leaf('app', {
        reasons: [
          {
            kind: 'configuration',
            key: 'app.replicas',
            before: '2',
            after: '3',
            origin: at('config/env=prod/app.yaml', 4),
          },
        ],
        outcome: planned(planText(behind), behind),
        ahead: [{ kind: 'file', path: 'compositions/terraform/app/db.tf', change: 'added' }],
      }),
      pinMove('vpc'),
    ],
    { ahead: { branch: 'main', commit: '0123456789abcdef0123456789abcdef01234567' } },
  ),

  'sixty-leaves': sixtyLeaves(),

  checks: withChecks(),

  readers: vpcWithReaders(),

  waiting: report(
    [
      added('vpc', { outcome: planned(planText(created), created, 1) }),
      ...['eks', 'addons', 'app', 'dns'].map((name, index) =>
        added(name, { outcome: { status: 'waits', for: [leafPath(['vpc', 'eks', 'addons', 'app'][index] ?? '')] } }),
      ),
    ],
    {
      edges: ['vpc', 'eks', 'addons', 'app'].map((name, index) => ({
        reader: leafPath(['eks', 'addons', 'app', 'dns'][index] ?? ''),
        reads: leafPath(name),
      })),
    },
  ),

  hostile: hostile(),
};
