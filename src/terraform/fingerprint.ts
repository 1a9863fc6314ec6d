/**
 * What a plan would do, as a digest: two plans with the same fingerprint make the same changes. It covers what decides
 * that, and leaves out what varies without it (the state as it was read, drift, checks, times).
 */
import { createHash, createHmac } from 'node:crypto';
import { createMasker } from '../masking.ts';
import type { LockedProvider } from './mirror.ts';
import { sensitiveValues, type PlanJson } from './plan-json.ts';
import { field, isRecord, list, record, text } from '../json.ts';

/** What a fingerprint is bound to besides the plan itself. */
export interface FingerprintContext {
  /** Digest of the rendering. */
  readonly rendering: string;
  /**
   * A secret: the fingerprint is then an HMAC and covers sensitive values too. Without one, a changed sensitive value
   * has the same fingerprint, because a plain digest of a short secret could be guessed.
   */
  readonly key: string | undefined;
  /** Takes secrets that Terraform does not know of (values of environment variables) out of a text. */
  readonly hide: (text: string) => string;
}

/** One changed resource, or output, of a plan: enough to say where two plans differ without carrying their values. */
export interface ChangeDigest {
  /** `module.vpc.terraform_data.this[0]`; `output.<name>` for an output. */
  readonly address: string;
  /** Terraform's actions: `create`, `delete create`. */
  readonly actions: string;
  /** By top-level attribute: a short digest of its change. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Fingerprint {
  /** 128 bits in hex: of the plan and of what it was made from. */
  readonly value: string;
  /** The plan's own part of it, which `bind` joins with a rendering's digest. */
  readonly plan: string;
  /** In byte order of address. */
  readonly changes: readonly ChangeDigest[];
}

/** Stands in for a sensitive value where there is no key. */
const SENSITIVE = '(sensitive)';

/** What a plan was made with besides the rendering: with something else the same plan may do something else. */
export interface PlanMakers {
  readonly providers: readonly LockedProvider[];
  /** Digest of the modules that were loaded. */
  readonly modules: string;
  /** Terraform or OpenTofu, whatever the version. */
  readonly program?: string | undefined;
}

/** The fingerprint of `terraform show -json` of a plan. */
export function fingerprint(
  plan: PlanJson,
  made: PlanMakers,
  { key, hide, ...context }: FingerprintContext,
): Fingerprint {
  // Terraform does not mark every place where a sensitive value stands (`terraform_data.output` before an update).
  const masker = createMasker([]);
  masker.add(sensitiveValues(plan));
  const hideAll = (text: string): string => masker.mask(hide(text));
  const reduced = reducePlan(plan, key, key === undefined ? hideAll : hide);
  // Another binary of the same version may do something else with the same plan.
  const providers = made.providers.map(({ address, version, hash = '' }) => `${address} ${version} ${hash}`).sort();
  const own = digest(canonical([made.program ?? null, providers, made.modules, reduced]), key);
  return { value: bind(own, { ...context, key }), plan: own, changes: changeDigests(reduced, key, hideAll) };
}

/**
 * The fingerprint of a plan together with a rendering's digest. With the digest that was recorded it tells whether the
 * plan alone is still the same.
 */
export function bind(plan: string, { rendering, key }: Pick<FingerprintContext, 'rendering' | 'key'>): string {
  return digest(canonical([rendering, plan]), key).slice(0, 32);
}

interface ReducedPlan {
  readonly resource_changes: readonly unknown[];
  readonly output_changes: Readonly<Record<string, unknown>>;
  readonly action_invocations: readonly unknown[];
  readonly deferred: readonly unknown[];
  readonly configuration: unknown;
  readonly applyable: unknown;
  readonly errored: unknown;
}

function reducePlan(plan: PlanJson, key: string | undefined, hide: (text: string) => string): ReducedPlan {
  const hidden = (name: string): unknown => hideTexts(field(plan, name) ?? null, hide);
  // A secret that happens to read "create" and another that reads "delete" must not make the actions look alike.
  const shown = (change: unknown): unknown => ({
    ...record(hideTexts(key === undefined ? withoutSensitive(change) : change, hide)),
    actions: list(field(change, 'actions')),
  });
  const changes = list(field(plan, 'resource_changes'))
    .filter((each) => !isNoOp(each))
    .sort((a, b) => compareTexts(addressOf(a), addressOf(b)))
    .map((each) => ({ ...record(hideTexts(each, hide)), change: shown(field(each, 'change')) }));
  const outputs = Object.entries(record(field(plan, 'output_changes')))
    .filter(([, change]) => actionsOf(change) !== 'no-op')
    .map(([name, change]): [string, unknown] => [name, shown(change)]);
  return {
    resource_changes: changes,
    output_changes: Object.fromEntries(outputs),
    action_invocations: list(field(plan, 'action_invocations')).map(shown),
    deferred: [hidden('deferred_changes'), hidden('deferred_action_invocations')],
    configuration: hidden('configuration'),
    applyable: field(plan, 'applyable') ?? null,
    errored: field(plan, 'errored') ?? null,
  };
}

/** A resource that merely moves, or is imported as it is, changes the state: only what has no trace there is left out. */
function isNoOp(resource: unknown): boolean {
  const change = field(resource, 'change');
  return (
    actionsOf(change) === 'no-op' &&
    field(resource, 'previous_address') === undefined &&
    field(change, 'importing') === undefined
  );
}

function actionsOf(change: unknown): string {
  return list(field(change, 'actions')).join(' ');
}

/** Where the values of a change, or of an action's invocation, stand, and the marks that call them sensitive. */
const MARKED = { before: 'before_sensitive', after: 'after_sensitive', config_values: 'config_sensitive' } as const;

/** A change with every value that its marks call sensitive replaced. */
function withoutSensitive(change: unknown): unknown {
  const replaced = Object.entries(MARKED).flatMap(([side, marks]): [string, unknown][] => {
    const value = field(change, side);
    return value === undefined ? [] : [[side, replaceMarked(value, field(change, marks))]];
  });
  return { ...record(change), ...Object.fromEntries(replaced) };
}

/** `mark` mirrors the value: true where it and all below is sensitive. */
function replaceMarked(value: unknown, mark: unknown): unknown {
  if (mark === true) return value === null ? null : SENSITIVE;
  if (Array.isArray(value)) {
    const marks = list(mark);
    return value.map((each, index) => replaceMarked(each, marks[index]));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceMarked(each, field(mark, key))]));
}

/** A copy with every text changed, and every number whose digits are a text to be hidden. */
function hideTexts(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value);
  if (typeof value === 'number') return hide(String(value)) === String(value) ? value : hide(String(value));
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((each) => hideTexts(each, hide));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hideTexts(each, hide)]));
}

function changeDigests(
  { resource_changes, output_changes }: ReducedPlan,
  key: string | undefined,
  hide: (text: string) => string,
): ChangeDigest[] {
  const resources = resource_changes.map((each) => describe(hide(addressOf(each)), field(each, 'change'), key));
  const outputs = Object.entries(output_changes).map(([name, change]): ChangeDigest => ({
    address: `output.${name}`,
    actions: actionsOf(change),
    attributes: { value: shortDigest([field(change, 'before'), field(change, 'after')], key) },
  }));
  return [...resources, ...outputs].sort((a, b) => compareTexts(a.address, b.address));
}

function addressOf(resource: unknown): string {
  const deposed = text(field(resource, 'deposed'));
  const address = text(field(resource, 'address')) ?? '';
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function describe(address: string, change: unknown, key: string | undefined): ChangeDigest {
  const [before, after, unknown] = ['before', 'after', 'after_unknown'].map((side) => record(field(change, side)));
  const names = new Set([before, after, unknown].flatMap((side) => Object.keys(side ?? {})));
  const attributes: Record<string, string> = {};
  for (const name of [...names].sort()) {
    const [old, now, later] = [field(before, name), field(after, name), field(unknown, name)];
    // What stays as it is needs no room in the record.
    if (later === undefined && canonical(old ?? null) === canonical(now ?? null)) continue;
    attributes[name] = shortDigest([old, now, later], key);
  }
  return { address, actions: actionsOf(change), attributes };
}

/** 32 bits: it only has to tell values apart for the reader of a difference, the fingerprint decides. */
function shortDigest(value: unknown, key: string | undefined): string {
  return digest(canonical(value), key).slice(0, 8);
}

function digest(content: string, key: string | undefined): string {
  return (key === undefined ? createHash('sha256') : createHmac('sha256', key)).update(content).digest('hex');
}

/** JSON with the keys of objects sorted, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    isRecord(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}
