/** A plan's entry in the record, and what it is bound to. */
import { renderedOf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import type { UnusedConfiguration } from '../changes/changed-leaves.ts';
import type { Revisions } from '../changes/revisions.ts';
import { isBlocking, type CheckResult } from '../checks/check.ts';
import type { MadeBy, ReviewedChecks, ReviewedLeaf } from '../gate/record.ts';
import type { Leaf } from '../project/leaves.ts';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { renderingDigest } from '../rendering/digest.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Rendered } from '../rendering/rendering.ts';
import { secretsOf } from '../rendering/secret-places.ts';
import type { FingerprintContext } from '../terraform/fingerprint.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import { providerVersions, type LockedProvider } from '../terraform/mirror.ts';
import type { PlanResult } from '../terraform/plan.ts';
import type { Checkout } from './checkout.ts';
import type { PlanSettings } from './leaf-terraform.ts';
import type { LeafSecrets } from './secrets.ts';

/** What keeps secrets out of fingerprints, and binds them to a key. */
export interface ReviewSettings {
  /** The input `fingerprint-key`. */
  readonly fingerprintKey: string | undefined;
  /**
   * Stands in for the environment in digests of renderings, because nobody must be able to guess the values of
   * variables from a digest; undefined if configuration reads none.
   */
  readonly standIns: EnvironmentReader | undefined;
  /** The values of those variables, which plans also contain, each with its stand-in in a fingerprint. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Whether configuration that nothing reads counts, as it does for the planned leaves. */
  readonly unusedConfiguration: UnusedConfiguration;
}

/**
 * What the fingerprints of leaves are bound to. A leaf is missing if its rendering cannot be digested, because it does
 * not render without the values of its environment variables.
 */
export async function fingerprintContexts(
  leaves: readonly PlannableLeaf[],
  checkout: Checkout,
  revisions: Revisions,
  settings: ReviewSettings,
  { sealed, hidden: values }: Pick<LeafSecrets, 'sealed' | 'hidden'>,
): Promise<ReadonlyMap<PlannableLeaf, FingerprintContext>> {
  const { standIns, fingerprintKey: key } = settings;
  const hidden = new Map([...values, ...settings.hidden]);
  const renderers = new Map<string, Renderer>();
  const contexts = new Map<PlannableLeaf, FingerprintContext>();
  for (const each of leaves) {
    const isFinal = standIns === undefined && secretsOf(renderedOf(each).rendering).length === 0;
    const rendered = isFinal ? renderedOf(each) : await renderAgain(each);
    if (rendered === undefined) continue;
    const rendering = await renderingDigest(rendered, settings.unusedConfiguration === 'plan');
    contexts.set(each, { rendering, key, standIns: hidden });
  }
  return contexts;

  async function renderAgain({ leaf, kind }: PlannableLeaf): Promise<Rendered | undefined> {
    const commit = kind === 'removed' ? revisions.base : revisions.head;
    if (commit === undefined) return undefined;
    let renderer = renderers.get(commit);
    if (renderer === undefined) {
      const opened = await checkout.open(commit, standIns);
      renderer = sealed === undefined ? opened : opened.withSecrets(sealed);
      renderers.set(commit, renderer);
    }
    const result = await renderer.render(leaf);
    return result.ok ? result : undefined;
  }
}

/** The entry of the record for a plan; undefined if it failed or cannot be recorded. */
export function reviewedLeaf(
  { leaf, kind }: PlannableLeaf,
  result: PlanResult,
  context: FingerprintContext | undefined,
  binary: TerraformBinary,
  { platform, refresh = 'full' }: Pick<PlanSettings, 'platform' | 'refresh'>,
  checks: readonly CheckResult[] = [],
): ReviewedLeaf | undefined {
  if (!result.ok || result.fingerprint === undefined || context === undefined) return undefined;
  const { create, update, replace, delete: destroy } = result.summary.counts;
  return {
    leaf: leaf.path,
    destroys: kind === 'removed',
    hasChanges: result.summary.hasChanges,
    rendering: context.rendering,
    fingerprint: result.fingerprint.value,
    counts: { create, update, replace, delete: destroy },
    terraform: binary.version,
    providers: providerVersions(result.providers),
    madeBy: madeBy(binary, platform, result.providers),
    refresh: refresh === 'full' ? undefined : refresh,
    checks: checks.length === 0 ? undefined : recordedChecks(checks),
    changes: result.fingerprint.changes,
  };
}

/** Names of the checks that passed, and of the required ones that did not. */
function recordedChecks(checks: readonly CheckResult[]): ReviewedChecks {
  const names = (some: readonly CheckResult[]): readonly string[] => [...new Set(some.map(({ name }) => name))];
  const blocking = checks.filter(isBlocking);
  return {
    passed: names(
      checks.filter(({ name, status }) => status === 'passed' && !blocking.some((each) => each.name === name)),
    ),
    failed: names(blocking),
  };
}

/** The entry of the record for a leaf that waits for others; undefined if its rendering cannot be recorded. */
export function waitingLeaf(
  { path }: Leaf,
  waits: readonly string[],
  context: FingerprintContext | undefined,
  binary: TerraformBinary,
  { platform }: Pick<PlanSettings, 'platform'>,
): ReviewedLeaf | undefined {
  if (context === undefined) return undefined;
  return {
    leaf: path,
    destroys: false,
    // It is to be applied, as far as anybody knows.
    hasChanges: true,
    rendering: context.rendering,
    fingerprint: '',
    counts: { create: 0, update: 0, replace: 0, delete: 0 },
    terraform: binary.version,
    providers: [],
    madeBy: madeBy(binary, platform, []),
    waits,
  };
}

/** What a plan was made with, as a record spells it. */
export function madeBy(binary: TerraformBinary, platform: string, providers: readonly LockedProvider[]): MadeBy {
  const hashes = providers.map(({ hash = '' }) => hash.replace(/^h1:/u, '').slice(0, 8));
  return { program: binary.program, platform, hashes };
}
