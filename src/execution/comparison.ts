/** The two commits of an event, and the leaves that differ between them. */
import type { ChangedLeaf, Reason } from '../changes/changed-leaf.ts';
import { allLeaves, findChangedLeaves, type UnusedConfiguration } from '../changes/changed-leaves.ts';
import { resolveRevisions, type RevisionEvent, type Revisions } from '../changes/revisions.ts';
import type { SharedState } from '../changes/states.ts';
import { debug, timed } from '../base/debug.ts';
import type { Log } from '../base/log.ts';
import { shortCommit } from '../base/names.ts';
import { ProblemError } from '../base/problems.ts';
import { leafSelection } from '../project/selection.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Checkout } from './checkout.ts';

/** Two revisions and what differs between them. */
export interface ComparedRenderings {
  readonly head: Renderer;
  /** Undefined if there is nothing to compare with. */
  readonly base: Renderer | undefined;
  /** In byte order of path. */
  readonly changed: readonly ChangedLeaf[];
  /** Paths of the leaves that are left out because nothing in them reads what differs. */
  readonly unused: readonly string[];
  readonly sharedStates: readonly SharedState[];
  /** Sentences that must reach the reader of a report. */
  readonly notices: readonly string[];
  /** Undefined if head has all of its target branch, or there is none. */
  readonly ahead?: Ahead | undefined;
}

/** What the target branch has changed since a pull request's branch left it. */
export interface Ahead {
  readonly branch: string;
  /** Full id of its tip. */
  readonly commit: string;
  /** The leaves that it changed, by path, and why they changed. */
  readonly leaves: ReadonlyMap<string, readonly Reason[]>;
}

export interface Comparison extends ComparedRenderings {
  readonly revisions: Revisions;
}

/** The changed leaves that were asked for, and which leaves were. */
export function selectChanged(
  { head, changed }: Pick<ComparedRenderings, 'head' | 'changed'>,
  globs: readonly string[],
): { readonly selected: readonly ChangedLeaf[]; readonly isSelected: (path: string) => boolean } {
  const known = [...head.leaves, ...changed.map(({ leaf }) => leaf)].map(({ path }) => path);
  const isSelected = leafSelection(known, globs);
  return { selected: changed.filter(({ leaf }) => isSelected(leaf.path)), isSelected };
}

/**
 * Chooses the commits that an event compares, and compares them.
 *
 * @param onUnknownBase `all`: without a known base, all leaves count
 * @param decided the base that another job of the run has chosen; absent if none has
 * @param unusedConfiguration whether leaves are left out that differ only in configuration that their sources do not read
 */
export async function compareRevisions(
  checkout: Checkout,
  event: RevisionEvent,
  onUnknownBase: 'error' | 'all',
  unusedConfiguration: UnusedConfiguration,
  log: Log,
  decided?: { readonly base: string | undefined },
): Promise<Comparison> {
  const { revisions, notices } = await chooseRevisions(checkout, event, onUnknownBase, log, decided);
  log.info(revisions.why);
  debug(`comparing head ${revisions.head} with base ${revisions.base ?? 'none'}`);
  const head = await timed('opening head', () => checkout.open(revisions.head));
  const { base: earlier } = revisions;
  const base = earlier === undefined ? undefined : await timed('opening base', () => checkout.openEarlier(earlier));
  const difference = await timed(
    'finding changed leaves',
    () => (base === undefined ? allLeaves(head) : findChangedLeaves(base, head, unusedConfiguration)),
    ({ changed, unused }) => `${changed.length} changed, ${unused.length} unused`,
  );
  const ahead = await aheadOf(checkout, revisions, base, unusedConfiguration);
  return { revisions, head, base, ...difference, notices, ahead };
}

async function aheadOf(
  checkout: Checkout,
  { ahead }: Revisions,
  base: Renderer | undefined,
  unusedConfiguration: UnusedConfiguration,
): Promise<Ahead | undefined> {
  if (ahead === undefined || base === undefined) return undefined;
  const tip = await checkout.openEarlier(ahead.commit);
  const { changed } = await timed('comparing base with the target branch', () =>
    findChangedLeaves(base, tip, unusedConfiguration),
  );
  return { ...ahead, leaves: new Map(changed.map(({ leaf, reasons }) => [leaf.path, reasons])) };
}

async function chooseRevisions(
  { repository, history }: Checkout,
  event: RevisionEvent,
  onUnknownBase: 'error' | 'all',
  log: Log,
  decided?: { readonly base: string | undefined },
): Promise<{ revisions: Revisions; notices: readonly string[] }> {
  try {
    const revisions = await resolveRevisions(event, repository.head, history);
    if (decided === undefined || decided.base === revisions.base) return { revisions, notices: [] };
    if (decided.base !== undefined) await history.ensure(decided.base);
    const why = `Compared with ${decided.base === undefined ? 'nothing' : shortCommit(decided.base)}, as the first job of this run has decided.`;
    return { revisions: { ...revisions, base: decided.base, why }, notices: [] };
  } catch (error) {
    const unknown = error instanceof ProblemError && error.problems.every(({ code }) => code === 'base');
    if (!unknown || onUnknownBase !== 'all') throw error;
    log.warning(error.message);
    return {
      revisions: {
        head: repository.head,
        base: undefined,
        why: 'Compared with nothing, so all leaves count.',
      },
      notices: ['The base could not be determined, so all leaves are planned (on-unknown-base: all).'],
    };
  }
}
