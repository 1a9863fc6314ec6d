import { describe, expect, test } from '@jest/globals';
import { differencesOf, judge, otherVersion, type PlanNow, type Verdict } from '../../src/gate/judge.ts';
import type { ReviewedLeaf } from '../../src/gate/record.ts';
import { bind, type ChangeDigest } from '../../src/terraform/fingerprint.ts';
import { change, hex, reviewedLeaf } from './build.ts';

const AWS = 'registry.terraform.io/hashicorp/aws';

interface Made {
  readonly rendering?: string;
  readonly plan?: string;
  readonly terraform?: string;
  readonly providers?: readonly string[];
  readonly changes?: readonly ChangeDigest[] | undefined;
  readonly key?: string;
}

/** The same plan now and, but for what is said, in the record. */
function planNow(more: Partial<PlanNow> & Made = {}): PlanNow {
  const { rendering = hex('rendering'), plan = hex('plan', 64), key, changes = [change('terraform_data.app')] } = more;
  const context = { rendering, key, standIns: new Map<string, string>() };
  return {
    hasChanges: true,
    destroys: false,
    terraform: '1.11.4',
    providers: [`${AWS} 5.100.0`],
    madeBy: { program: 'Terraform', platform: 'linux_amd64', hashes: ['edXOJWE4'] },
    beyondCreating: [],
    ...more,
    context,
    fingerprint: { plan, value: bind(plan, context), changes },
  };
}

function reviewed(made: Made = {}, more: Partial<ReviewedLeaf> = {}): ReviewedLeaf {
  const { context, fingerprint, terraform, providers } = planNow(made);
  const { rendering } = context;
  const { value, changes } = fingerprint;
  return reviewedLeaf('leaf', { rendering, fingerprint: value, changes, terraform, providers, ...more });
}

const nobody = new Set<string>();
const reason = (verdict: Verdict): string => (verdict.kind === 'refuse' ? verdict.why : verdict.kind);

describe('a plan', () => {
  const value = planNow().fingerprint.value;
  test.each<[string, PlanNow, ReviewedLeaf | { missing: string }, ReadonlySet<string>, Verdict['kind']]>([
    ['as reviewed is applied', planNow(), reviewed(), nobody, 'apply'],
    [
      'to destroy, as reviewed, is applied',
      planNow({ destroys: true }),
      reviewed({}, { destroys: true }),
      nobody,
      'apply',
    ],
    ['with a key, as reviewed with it, is applied', planNow({ key: 'k' }), reviewed({ key: 'k' }), nobody, 'apply'],
    [
      'that does nothing is nothing, whatever was reviewed',
      planNow({ hasChanges: false }),
      { missing: 'x' },
      nobody,
      'nothing',
    ],
    [
      'that does nothing is nothing, even accepted',
      planNow({ hasChanges: false }),
      reviewed(),
      new Set([value]),
      'nothing',
    ],
    ['without a review is refused', planNow(), { missing: 'Nobody.' }, nobody, 'refuse'],
    ['without a review, accepted, is applied', planNow(), { missing: 'Nobody.' }, new Set([value]), 'apply'],
    [
      'that differs, accepted, is applied',
      planNow(),
      reviewed({ plan: hex('other', 64) }),
      new Set(['x', value]),
      'apply',
    ],
    ['of which another is accepted is refused', planNow(), { missing: 'Nobody.' }, new Set([hex('other')]), 'refuse'],
    [
      'of which only the beginning is accepted is refused',
      planNow(),
      { missing: 'x' },
      new Set([value.slice(0, 31), '']),
      'refuse',
    ],
    ['accepted in other letters is refused', planNow(), { missing: 'x' }, new Set([value.toUpperCase()]), 'refuse'],
    ['with another plan is refused', planNow(), reviewed({ plan: hex('other', 64) }), nobody, 'refuse'],
    ['with another rendering is refused', planNow(), reviewed({ rendering: hex('other') }), nobody, 'refuse'],
    ['with another key is refused', planNow({ key: 'k' }), reviewed({ key: 'l' }), nobody, 'refuse'],
    ['with a key where the review had none is refused', planNow({ key: 'k' }), reviewed(), nobody, 'refuse'],
    ['to destroy what was to be changed is refused', planNow({ destroys: true }), reviewed(), nobody, 'refuse'],
    ['to change what was to be destroyed is refused', planNow(), reviewed({}, { destroys: true }), nobody, 'refuse'],
    [
      'reviewed as doing nothing is refused when it does something',
      planNow(),
      reviewed({ plan: hex('empty', 64) }, { hasChanges: false }),
      nobody,
      'refuse',
    ],
  ])('%s', (_, now, review, accepted, kind) => {
    expect(judge(now, review, accepted).kind).toBe(kind);
  });
});

describe('a plan that nobody has seen, of a leaf that waited when it was reviewed', () => {
  const waited = (more: Partial<ReviewedLeaf> = {}): ReviewedLeaf =>
    reviewed({}, { fingerprint: '', waits: ['vpc', 'dns'], ...more });
  const why = 'When it was reviewed, it could not be planned, because it waited for vpc, dns';
  const beyond = planNow({ beyondCreating: ['update aws_vpc.this', 'runs the program of data.external.x'] });

  test.each<[string, PlanNow, ReviewedLeaf, boolean, string]>([
    ['has to be accepted', planNow(), waited(), false, `${why}: nobody has seen this plan.`],
    ['is applied if it only creates, and that is allowed', planNow(), waited(), true, 'apply'],
    [
      'has to be accepted if it does anything else',
      beyond,
      waited(),
      true,
      `${why}: nobody has seen this plan. It does more than create: update aws_vpc.this, runs the program of data.external.x.`,
    ],
    [
      'is refused if its files are others',
      planNow(),
      waited({ rendering: hex('other') }),
      true,
      `${why}; and its files differ from the reviewed ones.`,
    ],
    [
      'has to be accepted if another program has made it',
      planNow(),
      waited({ madeBy: { program: 'OpenTofu', platform: 'linux_amd64', hashes: [] } }),
      true,
      `${why}: nobody has seen this plan. It was reviewed for OpenTofu, and planned with Terraform.`,
    ],
  ])('%s', (_, now, review, allowed, expected) => {
    expect(reason(judge(now, review, nobody, allowed))).toBe(expected);
  });

  test('is applied if a person accepts it, and is nothing if it does nothing', () => {
    expect(judge(beyond, waited(), new Set([value(beyond)])).kind).toBe('apply');
    expect(judge(planNow({ hasChanges: false }), waited(), nobody).kind).toBe('nothing');
    expect(judge(planNow({ destroys: true }), waited(), nobody, true).kind).toBe('refuse');
  });

  function value({ fingerprint }: PlanNow): string {
    return fingerprint.value;
  }
});

describe('a refusal says why', () => {
  const unnamed =
    ' Addresses and attributes are the same: the difference is in a provisioner, a module, a provider, a move, an import, or the reason for a replacement.';
  const other = { plan: hex('other', 64) };
  test.each<[string, PlanNow, ReviewedLeaf | { missing: string }, string]>([
    ['no review', planNow(), { missing: 'No merged pull request.' }, 'No merged pull request.'],
    [
      'another plan of the same files',
      planNow(),
      reviewed(other),
      `Its files are as reviewed, but its plan differs: something outside the files has changed.${unnamed}`,
    ],
    [
      'another plan, whose differences had no room',
      planNow(),
      reviewed(other, { changes: undefined }),
      'Its files are as reviewed, but its plan differs: something outside the files has changed. The record had no room for its individual changes, so the differences cannot be listed.',
    ],
    [
      'another plan, whose differences are named',
      planNow(),
      reviewed({ ...other, changes: [] }),
      'Its files are as reviewed, but its plan differs: something outside the files has changed.',
    ],
    [
      'the same plan of other files',
      planNow(),
      reviewed({ rendering: hex('r2') }),
      'Its plan is as reviewed, but its files differ from the reviewed ones.',
    ],
    [
      'the same plan of other files, with a key',
      planNow({ key: 'k' }),
      reviewed({ key: 'k', rendering: hex('r2') }),
      'Its plan is as reviewed, but its files differ from the reviewed ones.',
    ],
    [
      'both',
      planNow(),
      reviewed({ ...other, rendering: hex('r2') }),
      `Both its files and its plan differ from the reviewed ones.${unnamed}`,
    ],
    [
      'gone by now',
      planNow({ destroys: true }),
      reviewed(),
      'The reviewed plan changes the leaf, but the leaf is gone now.',
    ],
    [
      'back by now',
      planNow(),
      reviewed({}, { destroys: true }),
      'The reviewed plan destroys the leaf, but the leaf exists now.',
    ],
  ])('%s', (_, now, review, why) => {
    expect(reason(judge(now, review, nobody))).toBe(why);
  });

  const made = planNow().madeBy;
  test('another program that finds nothing to do, where the reviewed one found something', () => {
    const now = planNow({ hasChanges: false, madeBy: { ...made, program: 'OpenTofu' } });
    expect(reason(judge(now, reviewed({}, { madeBy: made, hasChanges: true }), nobody))).toContain(
      'a plan of one program is not applied by another',
    );
    expect(judge(now, reviewed({}, { madeBy: made, hasChanges: false }), nobody)).toEqual({ kind: 'nothing' });
  });

  test.each([
    [
      'another program',
      { ...made, program: 'OpenTofu' },
      'It was planned with Terraform 1.11.4 when reviewed, and with OpenTofu 1.11.4 now: a plan of one program is not applied by another.',
    ],
    [
      'another binary of a provider',
      { ...made, hashes: ['0DbiAo5P'] },
      `Same version as reviewed, but a different binary: ${AWS} 5.100.0.`,
    ],
    [
      'another platform',
      { ...made, platform: 'linux_arm64', hashes: ['0DbiAo5P'] },
      'It was planned on linux_amd64 when reviewed, and on linux_arm64 now, where the provider binaries differ.',
    ],
  ])('%s', (_, madeBy, words) => {
    const verdict = judge(planNow({ madeBy }), reviewed(other, { madeBy: made }), nobody);
    expect(reason(verdict)).toContain(words);
  });

  test('another version of the same program is only named where the plan is the same', () => {
    const before = reviewed({}, { madeBy: made });
    expect(judge(planNow({ terraform: '1.15.5' }), before, nobody)).toEqual({ kind: 'apply' });
    expect(otherVersion({ program: 'Terraform', version: '1.15.5' }, before)).toBe(
      'Reviewed with Terraform 1.11.4, applied with Terraform 1.15.5: the plan is the same.',
    );
    expect(otherVersion({ program: 'Terraform', version: '1.11.4' }, before)).toBeUndefined();
  });

  test('another Terraform', () => {
    const verdict = judge(planNow({ terraform: '1.12.0' }), reviewed(other), nobody);
    expect(reason(verdict)).toContain('Terraform was 1.11.4 and is 1.12.0.');
  });

  test.each([
    [
      'another version',
      [`${AWS} 5.101.0`],
      `Providers differ (${AWS} 5.101.0, was 5.100.0): commit .terraform.lock.hcl in the composition's folder to keep them.`,
    ],
    ['one more', [`${AWS} 5.100.0`, 'x/y/z 1.0.0'], 'Providers differ (x/y/z 1.0.0, was not used)'],
  ])('providers: %s', (_, providers, words) => {
    expect(reason(judge(planNow({ providers }), reviewed(other), nobody))).toContain(words);
  });

  test.each([
    ['none', 'The reviewed plan was made with "refresh: none", and this one has refreshed everything'],
    ['minimal', 'The reviewed plan was made with "refresh: minimal", and this one has refreshed everything'],
  ] as const)('a plan that did not refresh everything: %s', (refresh, words) => {
    const verdict = judge(planNow(), reviewed(other, { refresh }), nobody);
    expect(reason(verdict)).toContain(words);
  });

  test('but not where the plans are the same, or all was refreshed', () => {
    const samePlan = judge(planNow(), reviewed({ rendering: hex('files') }, { refresh: 'none' }), nobody);
    expect(reason(samePlan)).toContain('Its plan is as reviewed');
    for (const verdict of [samePlan, judge(planNow(), reviewed(other), nobody)]) {
      expect(reason(verdict)).not.toContain('refresh');
    }
    expect(judge(planNow(), reviewed({}, { refresh: 'none' }), nobody)).toEqual({ kind: 'apply' });
  });

  test('and names the addresses where it can', () => {
    const now = planNow({ changes: [change('a'), change('b')] });
    const verdict = judge(now, reviewed({ ...other, changes: [change('a')] }), nobody);
    expect(verdict).toMatchObject({
      differences: [{ address: 'b', before: undefined, after: 'create', attributes: [] }],
    });
    const unknown = judge(now, reviewed(other, { changes: undefined }), nobody);
    expect(unknown).toMatchObject({ kind: 'refuse', differences: [] });
  });
});

describe('where two plans differ', () => {
  const updated = (attributes: Readonly<Record<string, string>>): ChangeDigest =>
    change('a', { actions: 'update', attributes });
  test.each<[string, readonly ChangeDigest[], readonly ChangeDigest[], ReturnType<typeof differencesOf>]>([
    ['nowhere', [change('a')], [change('a')], []],
    ['in order only: nowhere', [change('a'), change('b')], [change('b'), change('a')], []],
    ['one more', [], [change('a')], [{ address: 'a', before: undefined, after: 'create', attributes: [] }]],
    ['one less', [change('a')], [], [{ address: 'a', before: 'create', after: undefined, attributes: [] }]],
    [
      'another action, the same attributes',
      [change('a')],
      [change('a', { actions: 'delete create' })],
      [{ address: 'a', before: 'create', after: 'delete create', attributes: [] }],
    ],
    [
      'attributes: another value, one more, one less',
      [updated({ same: '1', value: '1', gone: '1' })],
      [updated({ same: '1', value: '2', added: '1' })],
      [{ address: 'a', before: 'update', after: 'update', attributes: ['added', 'gone', 'value'] }],
    ],
    [
      'an attribute with a name that every object has',
      [updated({})],
      [updated({ toString: '1' })],
      [{ address: 'a', before: 'update', after: 'update', attributes: ['toString'] }],
    ],
    [
      'in byte order of address',
      [change('b')],
      [change('a'), change('C')],
      [
        { address: 'C', before: undefined, after: 'create', attributes: [] },
        { address: 'a', before: undefined, after: 'create', attributes: [] },
        { address: 'b', before: 'create', after: undefined, attributes: [] },
      ],
    ],
  ])('%s', (_, before, after, differences) => {
    expect(differencesOf(before, after)).toEqual(differences);
  });
});
