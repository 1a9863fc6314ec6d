/**
 * A digest of what a plan would do: two plans with the same fingerprint make the same changes. It covers what determines
 * the changes, and leaves out what varies independently (the state as read, drift, checks, times).
 */
import { createHash, createHmac } from 'node:crypto';
import { canonical } from './canonical.ts';
import { field, record } from '../base/json.ts';
import type { LockedProvider } from './mirror.ts';
import { addressOf, readPlan, type Change, type Invocation, type Plan } from './plan-json.ts';
import { reducePlan, sortBy, standInsFor, type ReducedPlan } from './plan-reduction.ts';

/** What a fingerprint is bound to besides the plan itself. */
export interface FingerprintContext {
  /** Digest of the rendering. */
  readonly rendering: string;
  /**
   * A secret: the fingerprint is then an HMAC and covers sensitive values too. Without one, a changed sensitive value
   * has the same fingerprint, because a plain digest of a short secret could be guessed.
   */
  readonly key: string | undefined;
  /** Secrets unknown to Terraform (values of environment variables), each with its stand-in. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** One changed resource, or output, of a plan: enough to report where two plans differ without storing their values. */
export interface ChangeDigest {
  /** `module.vpc.terraform_data.this[0]`; `output.<name>` for an output. */
  readonly address: string;
  /** Terraform's actions: `create`, `delete create`. */
  readonly actions: string;
  /** By top-level attribute: a short digest of its change. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Fingerprint {
  /** 128 bits in hex, over the plan and what it was made from. */
  readonly value: string;
  /** The plan's own part, which `bind` combines with a rendering's digest. */
  readonly plan: string;
  /** In byte order of address. */
  readonly changes: readonly ChangeDigest[];
}

/** What a plan was made with besides the rendering: with different tools the same plan may have other effects. */
export interface PlanMakers {
  readonly providers: readonly LockedProvider[];
  /** Digest of the loaded modules. */
  readonly modules: string;
  /** Terraform or OpenTofu, whatever the version. */
  readonly program?: string | undefined;
}

export function fingerprint(
  plan: Plan,
  made: PlanMakers,
  { key, standIns: known, ...context }: FingerprintContext,
): Fingerprint {
  const standIns = standInsFor(plan, known);
  // An HMAC reveals nothing about its content, so nothing that distinguishes two plans has to be redacted.
  const reduced = reducePlan(plan, key === undefined ? standIns : undefined);
  // A different binary of the same version may execute the same plan differently.
  const providers = made.providers.map(({ address, version, hash = '' }) => `${address} ${version} ${hash}`).sort();
  const own = digest(canonical([made.program ?? null, providers, made.modules, reduced]), key);
  const changes = changeDigests(reduced, plan.unknownParts, key).map((each) => ({
    ...each,
    address: standIns.readable(each.address),
  }));
  return { value: bind(own, { ...context, key }), plan: own, changes };
}

/**
 * The fingerprint of a plan together with a rendering's digest. With the recorded digest, it shows whether the plan alone
 * is unchanged.
 */
export function bind(plan: string, { rendering, key }: Pick<FingerprintContext, 'rendering' | 'key'>): string {
  return digest(canonical([rendering, plan]), key).slice(0, 32);
}

function changeDigests(
  reduced: ReducedPlan,
  unknownParts: readonly string[],
  key: string | undefined,
): readonly ChangeDigest[] {
  const plan = readPlan(reduced);
  const changes = [
    ...plan.resources.map((each) => describe(addressOf(each), each, key)),
    ...plan.deferredResources.map(({ change }) => describe(`${addressOf(change)} (deferred)`, change, key)),
    ...plan.invocations.map((each) => describeInvocation(each, 'invoke', key)),
    ...plan.deferredInvocations.map(({ change }) => describeInvocation(change, 'invoke later', key)),
    ...plan.outputs.map(({ name, actions, before, after }): ChangeDigest => ({
      address: `output.${name}`,
      actions: actions.join(' '),
      attributes: { value: shortDigest([before, after], key) },
    })),
    ...[...plan.variables].map(([name, value]): ChangeDigest => ({
      address: `var.${name}`,
      actions: 'handed over',
      attributes: { value: shortDigest(value, key) },
    })),
    ...unknownParts.map((name): ChangeDigest => ({
      address: `plan.${name}`,
      actions: 'not known to this version',
      attributes: { value: shortDigest(reduced[name], key) },
    })),
  ];
  return sortBy(changes, ({ address }) => address);
}

function describe(address: string, change: Change, key: string | undefined): ChangeDigest {
  const sides = [change.before, change.after, change.afterUnknown];
  const attributes: Record<string, string> = {};
  for (const name of [...new Set(sides.flatMap((side) => Object.keys(record(side))))].sort()) {
    const [old, now, later] = sides.map((side) => field(side, name));
    // Unchanged attributes need no room in the record.
    if (later === undefined && canonical(old ?? null) === canonical(now ?? null)) continue;
    attributes[name] = shortDigest([old, now, later], key);
  }
  return { address, actions: change.actions.join(' '), attributes };
}

function describeInvocation(
  { address, trigger, config, configUnknown }: Invocation,
  actions: string,
  key: string | undefined,
): ChangeDigest {
  return {
    address: trigger === undefined ? address : `${address} (${trigger})`,
    actions,
    attributes: { config: shortDigest([config, configUnknown], key) },
  };
}

/** 32 bits: it only distinguishes values in a reported difference; the fingerprint decides. */
function shortDigest(value: unknown, key: string | undefined): string {
  return digest(canonical(value), key).slice(0, 8);
}

function digest(content: string, key: string | undefined): string {
  return (key === undefined ? createHash('sha256') : createHmac('sha256', key)).update(content).digest('hex');
}
