/** What of a plan goes into the record, and what it is bound to. */
import type { ChangedLeaf, UnusedConfiguration } from '../changes/changed-leaves.ts';
import type { MadeBy, ReviewedLeaf } from '../gate/record.ts';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { renderingDigest } from '../rendering/digest.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { FingerprintContext } from '../terraform/fingerprint.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import { providerVersions, type LockedProvider } from '../terraform/mirror.ts';
import type { PlanResult } from '../terraform/plan.ts';
import type { Checkout } from './checkout.ts';
import type { Comparison } from './comparison.ts';
import { runnable } from './leaf-terraform.ts';

/** What keeps secrets out of fingerprints, and binds them to one. */
export interface ReviewSettings {
  /** The input `fingerprint-key`. */
  readonly fingerprintKey: string | undefined;
  /**
   * Stands in for the environment when renderings are digested, because values of variables must not be guessed from a
   * digest; undefined where configuration reads none.
   */
  readonly standIns: EnvironmentReader | undefined;
  /** The values of those variables, which plans hold too, each with what stands for it in a fingerprint. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Whether configuration that nothing reads counts: as for the leaves that are planned. */
  readonly unusedConfiguration: UnusedConfiguration;
}

/**
 * What the fingerprints of leaves are bound to. A leaf is missing where its rendering cannot be digested: without the
 * values of its environment variables it does not render.
 */
export async function fingerprintContexts(
  leaves: readonly ChangedLeaf[],
  checkout: Checkout,
  { head, base, revisions }: Pick<Comparison, 'head' | 'base' | 'revisions'>,
  settings: ReviewSettings,
): Promise<ReadonlyMap<ChangedLeaf, FingerprintContext>> {
  const { standIns, fingerprintKey: key, hidden } = settings;
  const open = async (own: Renderer | undefined, commit: string | undefined): Promise<Renderer | undefined> =>
    standIns === undefined || commit === undefined ? own : checkout.open(commit, standIns);
  const atHead = await open(head, revisions.head);
  const atBase = leaves.some(({ kind }) => kind === 'removed') ? await open(base, revisions.base) : undefined;

  const contexts = new Map<ChangedLeaf, FingerprintContext>();
  for (const each of leaves) {
    const renderer = each.kind === 'removed' ? atBase : atHead;
    if (renderer === undefined) continue;
    const known = standIns === undefined ? runnable(each) : undefined;
    const rendered = known ?? (await renderWith(renderer, each));
    if (rendered === undefined) continue;
    const everything = settings.unusedConfiguration === 'plan';
    const rendering = await renderingDigest(rendered, renderer.project.snapshot, everything);
    contexts.set(each, { rendering, key, standIns: hidden });
  }
  return contexts;
}

async function renderWith(renderer: Renderer, { leaf }: ChangedLeaf): Promise<ReturnType<typeof runnable>> {
  const result = await renderer.render(leaf);
  return result.ok ? result : undefined;
}

/** The entry of the record for a plan; undefined where it failed or cannot be recorded. */
export function reviewedLeaf(
  { leaf, kind }: ChangedLeaf,
  result: PlanResult,
  context: FingerprintContext | undefined,
  binary: TerraformBinary,
  platform: string,
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
    changes: result.fingerprint.changes,
  };
}

/** What a plan was made by, as a record spells it. */
export function madeBy(binary: TerraformBinary, platform: string, providers: readonly LockedProvider[]): MadeBy {
  const hashes = providers.map(({ hash = '' }) => hash.replace(/^h1:/u, '').slice(0, 8));
  return { program: binary.program, platform, hashes };
}
