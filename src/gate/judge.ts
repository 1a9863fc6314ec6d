/** Decides whether a plan may be applied: only if it is the one that was reviewed. Pure. */
import { firstFew } from '../markdown/phrases.ts';
import { bind, type ChangeDigest, type Fingerprint, type FingerprintContext } from '../terraform/fingerprint.ts';
import { programInWords, type ProgramVersion } from '../terraform/programs.ts';
import type { MadeBy, ReviewedLeaf } from './record.ts';

/** Where two plans differ. */
export interface Difference {
  /** `module.vpc.terraform_data.this[0]`, `output.id` */
  readonly address: string;
  /** Terraform's actions in the reviewed plan and now; undefined where the plan does not touch the address. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Top-level attributes whose change differs; empty where the whole change does. Never their values. */
  readonly attributes: readonly string[];
}

/** The plan just made. */
export interface PlanNow {
  readonly hasChanges: boolean;
  readonly destroys: boolean;
  readonly fingerprint: Fingerprint;
  readonly context: FingerprintContext;
  readonly terraform: string;
  readonly providers: readonly string[];
  readonly madeBy: MadeBy;
  /** What it does besides creating, in words. */
  readonly beyondCreating: readonly string[];
}

export type Verdict =
  | { readonly kind: 'apply' }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'refuse';
      /** Sentences: what differs from the review. */
      readonly why: string;
      readonly differences: readonly Difference[];
      /** Nothing is wrong with it, but nobody has seen it. */
      readonly isUnseen?: true;
    };

/**
 * A leaf that waited has no reviewed plan: a person must accept it, unless it is allowed to create without one.
 *
 * @param reviewed the leaf's entry in the record, or why there is none
 * @param accepted fingerprints accepted by a person in a manual run
 * @param allowsUnseenCreates whether a plan that only creates needs nobody who has seen it, if its leaf was reviewed
 */
export function judge(
  now: PlanNow,
  reviewed: ReviewedLeaf | { readonly missing: string },
  accepted: ReadonlySet<string>,
  allowsUnseenCreates = false,
): Verdict {
  const other = 'missing' in reviewed ? undefined : otherProgram(now, reviewed);
  if (!now.hasChanges) {
    // Files that only one of the programs reads make the other one find nothing to do.
    const isAnswer = other === undefined || ('hasChanges' in reviewed && !reviewed.hasChanges);
    return isAnswer ? { kind: 'nothing' } : { kind: 'refuse', why: other, differences: [] };
  }
  if (accepted.has(now.fingerprint.value)) return { kind: 'apply' };
  if ('missing' in reviewed) return { kind: 'refuse', why: reviewed.missing, differences: [] };
  if (reviewed.destroys !== now.destroys) {
    const why = now.destroys
      ? 'The reviewed plan changes the leaf, but the leaf is gone now.'
      : 'The reviewed plan destroys the leaf, but the leaf exists now.';
    return { kind: 'refuse', why, differences: [] };
  }
  if (reviewed.waits !== undefined) return judgeUnseen(now, reviewed, reviewed.waits, allowsUnseenCreates);
  if (reviewed.fingerprint === now.fingerprint.value) return { kind: 'apply' };
  const differences = reviewed.changes && differencesOf(reviewed.changes, now.fingerprint.changes);
  return { kind: 'refuse', why: whatChanged(now, reviewed, differences), differences: differences ?? [] };
}

function judgeUnseen(
  { context, beyondCreating, madeBy }: PlanNow,
  reviewed: ReviewedLeaf,
  waits: readonly string[],
  allowsUnseenCreates: boolean,
): Verdict {
  const before = `When it was reviewed, it could not be planned, because it waited for ${waits.join(', ')}`;
  if (context.rendering !== reviewed.rendering) {
    return { kind: 'refuse', why: `${before}; and its files differ from the reviewed ones.`, differences: [] };
  }
  const isSameProgram = reviewed.madeBy === undefined || reviewed.madeBy.program === madeBy.program;
  if (allowsUnseenCreates && isSameProgram && beyondCreating.length === 0) return { kind: 'apply' };
  const more = !allowsUnseenCreates
    ? ''
    : beyondCreating.length > 0
      ? ` It does more than create: ${firstFew(beyondCreating, 5)}.`
      : ` It was reviewed for ${reviewed.madeBy?.program ?? ''}, and planned with ${madeBy.program}.`;
  return { kind: 'refuse', why: `${before}: nobody has seen this plan.${more}`, differences: [], isUnseen: true };
}

function whatChanged(now: PlanNow, reviewed: ReviewedLeaf, differences: readonly Difference[] | undefined): string {
  const { fingerprint, context } = now;
  const other = otherProgram(now, reviewed);
  if (other !== undefined) return other;
  const sameRendering = reviewed.rendering === context.rendering;
  const samePlan = reviewed.fingerprint === bind(fingerprint.plan, { ...context, rendering: reviewed.rendering });
  const reasons = [
    sameRendering
      ? 'Its files are as reviewed, but its plan differs: something outside the files has changed.'
      : samePlan
        ? 'Its plan is as reviewed, but its files differ from the reviewed ones.'
        : 'Both its files and its plan differ from the reviewed ones.',
  ];
  if (!samePlan && differences === undefined) {
    reasons.push('The record had no room for its individual changes, so the differences cannot be listed.');
  } else if (!samePlan && differences?.length === 0) {
    reasons.push(
      'Addresses and attributes are the same: the difference is in a provisioner, a module, a provider, a move, an import, or the reason for a replacement.',
    );
  }
  const { refresh = 'full' } = reviewed;
  if (!samePlan && refresh !== 'full') {
    reasons.push(
      `The reviewed plan was made with "refresh: ${refresh}", and this one has refreshed everything: it may differ for that reason.`,
    );
  }
  return [...reasons, ...otherMakers(now, reviewed)].join(' ');
}

function otherProgram({ madeBy, terraform }: PlanNow, reviewed: ReviewedLeaf): string | undefined {
  const program = reviewed.madeBy?.program ?? madeBy.program;
  if (program === madeBy.program) return undefined;
  return `It was planned with ${program} ${reviewed.terraform} when reviewed, and with ${madeBy.program} ${terraform} now: a plan of one program is not applied by another.`;
}

/** Sentences: the differences between the tools of the reviewed plan and those of this one. */
function otherMakers({ terraform, providers, madeBy }: PlanNow, reviewed: ReviewedLeaf): readonly string[] {
  const before: MadeBy = reviewed.madeBy ?? { ...madeBy, hashes: [] };
  const reasons: string[] = [];
  if (reviewed.terraform !== terraform) {
    reasons.push(`${madeBy.program} was ${reviewed.terraform} and is ${terraform}.`);
  }
  const moved = providers.filter((provider) => !reviewed.providers.includes(provider));
  if (moved.length > 0) {
    reasons.push(
      `Providers differ (${moved.map((each) => withEarlier(each, reviewed.providers)).join(', ')}): commit .terraform.lock.hcl in the composition's folder to keep them.`,
    );
  }
  const replaced = providers.filter((provider, index) => {
    const hash = before.hashes[reviewed.providers.indexOf(provider)];
    return hash !== undefined && hash !== madeBy.hashes[index];
  });
  if (before.platform !== madeBy.platform) {
    const what = replaced.length > 0 ? ', where the provider binaries differ' : '';
    reasons.push(`It was planned on ${before.platform} when reviewed, and on ${madeBy.platform} now${what}.`);
  } else if (replaced.length > 0) {
    reasons.push(
      `Same version as reviewed, but a different binary: ${replaced.join(', ')}. Commit .terraform.lock.hcl with this platform's hashes to keep it.`,
    );
  }
  return reasons;
}

/** A sentence if a different version of the same program made the plan; else undefined. */
export function otherVersion(now: ProgramVersion, reviewed: ReviewedLeaf): string | undefined {
  if (reviewed.terraform === now.version) return undefined;
  return `Reviewed with ${reviewed.madeBy?.program ?? now.program} ${reviewed.terraform}, applied with ${programInWords(now)}: the plan is the same.`;
}

/** The addresses at which two plans differ, in byte order. */
export function differencesOf(before: readonly ChangeDigest[], after: readonly ChangeDigest[]): readonly Difference[] {
  const old = new Map(before.map((each) => [each.address, each]));
  const now = new Map(after.map((each) => [each.address, each]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((address): Difference[] => {
    const [was, is] = [old.get(address), now.get(address)];
    const attributes = was === undefined || is === undefined ? [] : differingAttributes(was, is);
    if (was?.actions === is?.actions && attributes.length === 0) return [];
    return [{ address, before: was?.actions, after: is?.actions, attributes }];
  });
}

function differingAttributes(before: ChangeDigest, after: ChangeDigest): readonly string[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...names].sort().filter((name) => before.attributes[name] !== after.attributes[name]);
}

/** `registry.terraform.io/hashicorp/aws 5.101.0, was 5.100.0` */
function withEarlier(provider: string, earlier: readonly string[]): string {
  const [address = ''] = provider.split(' ');
  const before = earlier.find((each) => each.startsWith(`${address} `));
  return before === undefined ? `${provider}, was not used` : `${provider}, was ${before.slice(address.length + 1)}`;
}
