/** The reports of the golden files of an apply: one for each thing that somebody on call meets. */
import { createHash } from 'node:crypto';
import { problem } from '../../../src/base/problems.ts';
import type { ApplyLeafReport, ApplyReport } from '../../../src/commands/apply/report.ts';
import { applied, applyLeaf, applyReport, openPlan, resource } from './build.ts';
import { at, leafPath } from '../plan/build.ts';
import { HOSTILE } from '../plan/scenarios.ts';

const vpc = [resource('module.vpc.aws_vpc.this', 'update'), resource('module.vpc.aws_subnet.private[0]')];
const risky = [
  resource('module.vpc.aws_vpc.this', 'replace'),
  resource('module.vpc.aws_subnet.private[0]', 'delete'),
  resource('module.vpc.aws_flow_log.this'),
];

const refused = (name: string): ApplyLeafReport =>
  applyLeaf(name, {
    status: 'refused',
    why: 'Its files are as reviewed, but its plan differs: something outside the files has changed.',
    differences: [
      { address: 'module.vpc.aws_flow_log.this', before: undefined, after: 'create', attributes: [] },
      { address: 'module.vpc.aws_route_table.main', before: 'update', after: undefined, attributes: [] },
      {
        address: 'module.vpc.aws_vpc.this',
        before: 'update',
        after: 'delete create',
        attributes: ['cidr_block', 'tags'],
      },
    ],
    plan: openPlan(risky, { fingerprint: fingerprintOf(name) }),
  });

/** As in a real report, no two leaves have the same. */
function fingerprintOf(name: string): string {
  return createHash('md5').update(name).digest('hex');
}

const failed = (name: string): ApplyLeafReport =>
  applyLeaf(name, {
    status: 'failed',
    stage: 'apply',
    output:
      'Error: creating EC2 Subnet: InvalidSubnet.Conflict\n\n  with module.vpc.aws_subnet.private[1]\n  on .terraform/modules/vpc/main.tf line 98:\n  98: resource "aws_subnet" "private" {\n\nThe CIDR 10.0.1.0/24 conflicts with another subnet.',
    done: [
      { address: 'module.vpc.aws_vpc.this', action: 'create' },
      { address: 'module.vpc.aws_subnet.private[0]', action: 'create' },
    ],
    failed: [{ address: 'module.vpc.aws_subnet.private[1]', action: 'create' }],
  });

const awaiting = (name: string): ApplyLeafReport =>
  applyLeaf(name, {
    status: 'awaiting',
    why: 'Its files are as reviewed, but its plan differs: something outside the files has changed.',
    differences: [{ address: 'terraform_data.app', before: 'create', after: 'create', attributes: ['input'] }],
    plan: openPlan([resource('terraform_data.app')]),
  });

const waiting = (name: string, on: string): ApplyLeafReport =>
  applyLeaf(name, {
    status: 'not-tried',
    why: `It reads ${leafPath(on)}, which was not applied.`,
    waitsFor: [leafPath(on)],
  });

const orphaned = (name: string): ApplyLeafReport =>
  applyLeaf(name, {
    status: 'orphaned',
    why: 'destroy-removed is not set, so nothing is destroyed.',
    resources: ['aws_db_instance.main', 'aws_db_subnet_group.main'],
  });

const notTried = (name: string, after: string): ApplyLeafReport =>
  applyLeaf(name, { status: 'not-tried', why: `It comes after ${leafPath(after)}, which was not applied.` });

function mixed(number: number): readonly ApplyLeafReport[] {
  return Array.from({ length: number }, (_, index) => {
    const name = `leaf${index}`;
    const kinds = [
      () => applyLeaf(name, applied(vpc)),
      () => applyLeaf(name, { status: 'nothing' as const }),
      () => applyLeaf(name, applied([resource('aws_eks_cluster.this', 'update')])),
      () => (index % 3 === 0 ? refused(name) : applyLeaf(name, applied(vpc))),
      () => (index % 4 === 0 ? failed(name) : notTried(name, `leaf${index - 5}`)),
    ];
    return (kinds[index % kinds.length] ?? kinds[0])?.() ?? applyLeaf(name, { status: 'nothing' });
  });
}

/** Alike in each place but for its name; in one the plan is not the reviewed one, in another the apply fails. */
function inFifteenPlaces(): readonly ApplyLeafReport[] {
  return ['dev', 'stage', 'prod'].flatMap((env) =>
    ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-south-1', 'sa-east-1'].flatMap((region) => {
      const leaf = leafPath('monitoring', `config/env=${env}/region=${region}`);
      if (region === 'sa-east-1') return [{ ...(env === 'prod' ? failed('monitoring') : refused('monitoring')), leaf }];
      return [applyLeaf('monitoring', applied([resource(`aws_log.${env}`, 'update')]), { leaf })];
    }),
  );
}

const pending = (name: string, wave: string, environment?: string): ApplyLeafReport =>
  applyLeaf(name, { status: 'pending', wave, environment });

export const APPLY_SCENARIOS: Readonly<Record<string, ApplyReport>> = {
  'waves-go-on': applyReport(
    [applyLeaf('vpc', applied(vpc)), pending('eks', 'stage'), pending('dns', 'prod', 'live')],
    {
      wave: { name: 'dev', byHand: false },
    },
  ),
  'waves-stopped': applyReport(
    [applyLeaf('vpc', applied(vpc)), failed('eks'), pending('dns', 'prod'), pending('app', 'prod')],
    {
      wave: { name: 'stage', byHand: false },
    },
  ),
  'waves-stopped-by-hand': applyReport([refused('eks'), pending('dns', 'prod'), pending('app', 'prod')], {
    wave: { name: 'stage', byHand: true },
  }),
  applied: applyReport([applyLeaf('vpc', applied(vpc)), applyLeaf('eks', { status: 'nothing' })]),
  refused: applyReport([refused('vpc'), notTried('eks', 'vpc')]),
  'without-review': applyReport(
    [
      applyLeaf(
        'vpc',
        {
          status: 'refused',
          why: 'No merged pull request belongs to this commit, so its plan was not reviewed.',
          differences: [],
          plan: openPlan(vpc),
        },
        { pullRequest: undefined },
      ),
    ],
    {
      unapplied: [
        {
          number: 3,
          mergedAt: '2026-02-01T09:30:00Z',
          commit: '3'.repeat(40),
          leaves: [leafPath('eks'), leafPath('dns')],
          why: undefined,
        },
        {
          number: 5,
          mergedAt: '2026-02-02T17:00:00Z',
          commit: '5'.repeat(40),
          leaves: [],
          why: 'The report of pull request #5 was edited by ada.',
        },
      ],
    },
  ),
  unacceptable: applyReport([
    applyLeaf('vpc', {
      status: 'refused',
      why: 'No backend is configured, so the state would be lost with the runtime directory. Configure a remote backend.',
      differences: [],
      plan: openPlan(vpc, { fingerprint: undefined }),
    }),
  ]),
  'to-be-accepted': applyReport([
    applyLeaf('vpc', { status: 'planned', plan: openPlan(risky, { fingerprint: fingerprintOf('vpc') }) }),
    applyLeaf('eks', { status: 'planned', plan: openPlan(vpc, { fingerprint: fingerprintOf('eks') }) }),
  ]),
  awaiting: applyReport([applyLeaf('net', applied(vpc)), awaiting('app')]),
  waited: applyReport(
    [
      applyLeaf('vpc', applied(vpc)),
      applyLeaf('eks', {
        status: 'awaiting',
        why: `When it was reviewed, it could not be planned, because it waited for ${leafPath('vpc')}: nobody has seen this plan.`,
        differences: [],
        plan: openPlan([resource('terraform_data.eks')], { fingerprint: fingerprintOf('eks') }),
        isUnseen: true,
      }),
      waiting('addons', 'eks'),
      waiting('app', 'addons'),
    ],
    {
      pending: ['logs', 'rds'].map((name) => ({ leaf: leafPath(name), reads: leafPath('vpc'), outputs: ['vpc_id'] })),
    },
  ),
  'merge-check-waits': applyReport(
    [
      applyLeaf('vpc', { status: 'as-reviewed', summary: openPlan(vpc).summary }),
      applyLeaf('eks', { status: 'waits', for: [leafPath('vpc')] }),
    ],
    { comparing: true },
  ),
  failed: applyReport([failed('vpc'), notTried('eks', 'vpc')]),
  'failed-plan': applyReport([
    applyLeaf('vpc', {
      status: 'failed',
      stage: 'plan',
      output:
        'Error: Error acquiring the state lock\n\nLock Info:\n  ID: 11111111-2222-3333-4444-555555555555\n  Who: grace@elsewhere\n  Created: 2026-01-05 12:00:00',
      done: [],
      failed: [],
    }),
    applyLeaf(
      'eks',
      { status: 'failed', stage: 'render', output: '', done: [], failed: [] },
      {
        problems: [
          problem('interpolation', 'There is no key "vpc.cidr".', {
            place: at('config/env=prod/eks.yaml', 3, 7),
            hint: 'Add "vpc.cidr" to your hierarchical configuration.',
          }),
        ],
      },
    ),
  ]),
  cancelled: applyReport(
    [
      applyLeaf('vpc', applied(vpc)),
      applyLeaf('eks', { status: 'not-tried', why: 'The job was cancelled.' }),
      applyLeaf('dns', {
        status: 'superseded',
        why: 'A later commit of the branch changes it too and is applied instead.',
      }),
    ],
    { cancelled: true },
  ),
  orphaned: applyReport([
    orphaned('rds'),
    orphaned('cache'),
    applyLeaf('queue', {
      status: 'orphaned',
      why: 'It does not render at base, so what it created is not known.',
      resources: undefined,
    }),
    applyLeaf('old', { status: 'moved', to: leafPath('new') }),
  ]),
  'merge-check': applyReport(
    [applyLeaf('vpc', { status: 'as-reviewed', summary: openPlan(vpc).summary }), refused('eks')],
    { comparing: true },
  ),
  nothing: applyReport([]),
  errors: applyReport([applyLeaf('vpc', { status: 'not-tried', why: 'The errors above must be fixed first.' })], {
    problems: [
      problem('terraform', 'Terraform 1.9.0 is installed, but terraform.version asks for 1.11.', {
        place: at('.komposconfig.yaml', 4, 3),
        hint: 'Add a step with hashicorp/setup-terraform and terraform_version: 1.11.4.',
      }),
    ],
  }),
  'earlier-attempts': applyReport(
    [applyLeaf('vpc', { status: 'nothing' }), applyLeaf('eks', applied(vpc)), applyLeaf('dns', { status: 'nothing' })],
    {
      run: { id: 8123456789, attempt: 3 },
      earlier: [
        { attempt: 1, leaf: leafPath('vpc'), status: 'applied', words: '2 to create' },
        { attempt: 1, leaf: leafPath('eks'), status: 'failed', words: 'apply failed, 1 change done' },
        { attempt: 2, leaf: leafPath('eks'), status: 'failed', words: 'init failed' },
        // Not among the leaves of this attempt.
        { attempt: 2, leaf: leafPath('queue'), status: 'applied', words: '1 to change' },
      ],
    },
  ),
  groups: applyReport(inFifteenPlaces()),
  'mixed-40-leaves': applyReport(mixed(40)),
  hostile: applyReport(hostile(), { title: HOSTILE, notices: [HOSTILE], problems: [problem('git', HOSTILE)] }),
};

function hostile(): readonly ApplyLeafReport[] {
  const path = `config/${HOSTILE}`;
  const resources = [resource(HOSTILE, 'delete'), resource(HOSTILE)];
  const plan = { ...openPlan(resources), text: HOSTILE };
  const difference = { address: HOSTILE, before: HOSTILE, after: undefined, attributes: [HOSTILE] };
  return [
    applyLeaf('a', { status: 'refused', why: HOSTILE, differences: [difference], plan }, { leaf: path }),
    applyLeaf('b', {
      status: 'failed',
      stage: 'apply',
      output: HOSTILE,
      done: [{ address: HOSTILE, action: HOSTILE }],
      failed: [{ address: HOSTILE, action: HOSTILE }],
    }),
    applyLeaf('c', { status: 'orphaned', why: HOSTILE, resources: [HOSTILE] }, { leaf: path }),
    applyLeaf('d', { status: 'moved', to: path }),
    applyLeaf('e', { status: 'not-tried', why: HOSTILE }, { problems: [problem('yaml', HOSTILE)] }),
  ];
}
