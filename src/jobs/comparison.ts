/** The two commits of an event, and the leaves that differ between them. */
import { allLeaves, findChangedLeaves, type ChangedLeaf } from '../changes/changed-leaves.ts';
import { resolveRevisions, type RevisionEvent, type Revisions } from '../changes/revisions.ts';
import type { Log } from '../log.ts';
import { ProblemError } from '../problems.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Checkout } from './checkout.ts';

export interface Comparison {
  readonly revisions: Revisions;
  readonly head: Renderer;
  /** Undefined where there is nothing to compare with. */
  readonly base: Renderer | undefined;
  /** In byte order of path. */
  readonly changed: readonly ChangedLeaf[];
  /** Sentences that the reader of a report must know. */
  readonly notices: readonly string[];
}

/**
 * Chooses the commits that an event compares, and compares them.
 *
 * @param onUnknownBase `all`: where the base cannot be had, all leaves count
 */
export async function compareRevisions(
  checkout: Checkout,
  event: RevisionEvent,
  onUnknownBase: 'error' | 'all',
  log: Log,
): Promise<Comparison> {
  const { revisions, notices } = await chooseRevisions(checkout, event, onUnknownBase, log);
  log.info(revisions.why);
  const head = await checkout.open(revisions.head);
  if (revisions.base === undefined)
    return { revisions, head, base: undefined, changed: await allLeaves(head), notices };
  const base = await openBase(checkout, revisions.base);
  if ('unreadable' in base) {
    return { revisions, head, base: undefined, changed: allChanged(await allLeaves(head), base.unreadable), notices };
  }
  return { revisions, head, base, changed: await findChangedLeaves(base, head), notices };
}

/** The base's settings may be broken, and mended at head: then nothing of the base can be rendered. */
async function openBase(checkout: Checkout, commit: string): Promise<Renderer | { readonly unreadable: string }> {
  try {
    return await checkout.open(commit);
  } catch (error) {
    const isUnreadable =
      error instanceof ProblemError && error.problems.every(({ code }) => code === 'settings' || code === 'yaml');
    if (!isUnreadable) throw error;
    return { unreadable: error.problems[0]?.message ?? '' };
  }
}

function allChanged(leaves: readonly ChangedLeaf[], message: string): readonly ChangedLeaf[] {
  return leaves.map((leaf) =>
    leaf.kind === 'selected' ? { ...leaf, kind: 'changed', reasons: [{ kind: 'base-failed', message }] } : leaf,
  );
}

async function chooseRevisions(
  { repository, history }: Checkout,
  event: RevisionEvent,
  onUnknownBase: 'error' | 'all',
  log: Log,
): Promise<{ revisions: Revisions; notices: readonly string[] }> {
  try {
    return { revisions: await resolveRevisions(event, repository.head, history), notices: [] };
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
