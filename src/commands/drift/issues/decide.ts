/**
 * Existing issues and a run's findings → what to do with each issue. Pure. An issue is about all leaves with one cause,
 * and follows its leaves when their cause changes; a leaf that was not checked stays where it is.
 */
import type { MarkedLeaf } from '../../../markdown/issue-block.ts';
import type { ExistingIssue, Finding, Project } from './before.ts';
import { heldBy, type Held } from './held.ts';
import { digest } from './identity.ts';
import { slotsOf, type Slot } from './slots.ts';

/** What an open issue is about. */
export interface IssueGroup {
  readonly cause: string;
  readonly class: 'drifted' | 'pending';
  /** Digest of the checked leaf that stands for all. */
  readonly first: string;
  /** With those that were not checked: as far as is known, their cause is the same. */
  readonly leaves: readonly MarkedLeaf[];
  /** Digests of the paused ones. */
  readonly paused: readonly string[];
  readonly content: string;
}

export type IssueDecision =
  | { readonly kind: 'open'; readonly group: IssueGroup }
  | {
      readonly kind: 'update';
      readonly group: IssueGroup;
      readonly issue: ExistingIssue;
      /** Whether it was closed. */
      readonly reopen: boolean;
      /** The issues that close in favor of it. */
      readonly takesOver: readonly ExistingIssue[];
    }
  /** It stays open for these leaves: others have left, or all are paused. `paused`: one of those, as a digest. */
  | {
      readonly kind: 'keep';
      readonly issue: ExistingIssue;
      readonly leaves: readonly MarkedLeaf[];
      readonly paused: string | undefined;
    }
  /** All of its leaves are clean. */
  | { readonly kind: 'close'; readonly issue: ExistingIssue; readonly leaves: readonly MarkedLeaf[] }
  | { readonly kind: 'gone'; readonly issue: ExistingIssue }
  /** Its leaves that are not clean are in other issues now. */
  | { readonly kind: 'moved'; readonly issue: ExistingIssue; readonly to: readonly number[] };

export interface IssueDecisions {
  /** In the order of execution: an issue takes leaves over before others close for it, and closing makes room. */
  readonly decisions: readonly IssueDecision[];
  /** The leaves that have no open issue because of the limit, as digests. */
  readonly overLimit: readonly string[];
}

/**
 * @param standing issues that are ours by author and label
 * @param mostOpen an issue is opened or reopened only while fewer than this many are open
 */
export function decideIssues(
  standing: readonly ExistingIssue[],
  findings: readonly Finding[],
  project: Project,
  mostOpen: number,
): IssueDecisions {
  // One without leaves was given up for another.
  const own = standing.filter(({ marker }) => marker.scope === project.scope && marker.leaves.length > 0);
  const held = heldBy(
    own.toSorted((a, b) => a.number - b.number),
    project,
  );
  const found = new Map(findings.map((each) => [each.identity.leaf, each]));
  const waits = (leaf: string): boolean => ['unknown', 'paused'].includes(found.get(leaf)?.class ?? 'unknown');
  const slots = slotsOf(held, findings, waits);

  // Those that were not checked are in a slot only together with others of their cause.
  const placed = new Set(slots.flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
  const isNeeded = ({ leaves }: Held): boolean => leaves.some(({ leaf }) => waits(leaf) && !placed.has(leaf));
  const homes = new Map(slots.flatMap((slot) => (slot.home === undefined ? [] : [[slot, slot.home] as const])));
  // Leaves whose cause is another one now take their issue along, unless it is still needed for others.
  settle(slots, held, homes, (each, shared) => each.issue.open && shared > 0 && !isNeeded(each));
  const claimed = new Set(homes.values());
  const left = held.filter((each) => each.issue.open && !claimed.has(each));
  const over = left.filter((each) => !isNeeded(each));

  const room = Math.max(0, mostOpen - held.filter(({ issue }) => issue.open).length + over.length);
  const homeless = slots.filter((slot) => !homes.has(slot));
  const opened = homeless.slice(0, room);
  settle(opened, held, homes, ({ issue: { open, marker } }, _shared, { cause }) => {
    return !open && marker.cause === cause && marker.class !== 'gone';
  });
  settle(opened, held, homes, ({ issue, leaves }, shared) => !issue.open && shared > 0 && shared === leaves.length);

  const numbers = new Map(
    [...homes].flatMap(([{ leaves }, { issue }]) => leaves.map(({ leaf }) => [leaf, issue.number])),
  );
  const closing = over.map((each) => closingOf(each, numbers));
  const updates = slots.flatMap((slot): readonly (IssueDecision & { kind: 'update' })[] => {
    const home = homes.get(slot);
    if (home === undefined) return [];
    const { issue } = home;
    const group = groupOf(slot, project, found);
    const takesOver = closing.flatMap((each) =>
      each.kind === 'moved' && each.to.includes(issue.number) ? [each.issue] : [],
    );
    if (issue.open && says(issue, group) && takesOver.length === 0) return [];
    return [{ kind: 'update', group, issue, reopen: !issue.open, takesOver }];
  });
  const withoutRoom = new Set(homeless.slice(room).flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
  const kept = left
    .filter((each) => !over.includes(each))
    .map(({ issue, leaves }) => ({
      issue,
      leaves: leaves.filter(({ leaf }) => (placed.has(leaf) ? withoutRoom.has(leaf) : waits(leaf))),
    }));
  const isKept = new Set(kept.flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
  return {
    decisions: [
      ...updates.filter(({ reopen }) => !reopen),
      ...closing,
      ...kept.flatMap((each) => keeping(each, found)),
      ...updates.filter(({ reopen }) => reopen),
      ...opened.flatMap((slot): readonly IssueDecision[] =>
        homes.has(slot) ? [] : [{ kind: 'open', group: groupOf(slot, project, found) }],
      ),
    ],
    overLimit: [...withoutRoom].filter((leaf) => !isKept.has(leaf)),
  };
}

/** Gives slots without an issue the free ones that fit: first where most leaves are shared, then the oldest. */
function settle(
  slots: readonly Slot[],
  held: readonly Held[],
  homes: Map<Slot, Held>,
  fits: (each: Held, shared: number, slot: Slot) => boolean,
): void {
  const taken = new Set(homes.values());
  const pairs = slots.flatMap((slot) => {
    if (homes.has(slot)) return [];
    const mine = new Set(slot.leaves.map(({ leaf }) => leaf));
    return held.flatMap((each) => {
      const shared = taken.has(each) ? 0 : each.leaves.filter(({ leaf }) => mine.has(leaf)).length;
      return !taken.has(each) && fits(each, shared, slot) ? [{ slot, each, shared }] : [];
    });
  });
  for (const { slot, each } of pairs.toSorted(
    (a, b) => b.shared - a.shared || a.each.issue.number - b.each.issue.number,
  )) {
    if (homes.has(slot) || taken.has(each)) continue;
    homes.set(slot, each);
    taken.add(each);
  }
}

function groupOf(
  { cause, class: is, leaves, first }: Slot,
  project: Project,
  found: ReadonlyMap<string, Finding>,
): IssueGroup {
  const order = new Map(project.leaves.map(({ leaf }, index) => [leaf, index]));
  const place = ({ leaf }: MarkedLeaf): number => order.get(leaf) ?? project.leaves.length;
  const sorted = leaves.toSorted((a, b) => place(a) - place(b));
  const paused = sorted.flatMap(({ leaf }) => (found.get(leaf)?.class === 'paused' ? [leaf] : []));
  const content = paused.length === 0 ? first.content : digest('content', first.content, ...paused);
  return { cause, class: is, first: first.identity.leaf, leaves: sorted, paused, content };
}

/** @param numbers the issue that each leaf is in now */
function closingOf({ issue, leaves, elsewhere }: Held, numbers: ReadonlyMap<string, number>): IssueDecision {
  const to = [...new Set([...leaves.flatMap(({ leaf }) => numbers.get(leaf) ?? []), ...elsewhere])];
  if (to.length > 0) return { kind: 'moved', issue, to };
  return leaves.length === 0 ? { kind: 'gone', issue } : { kind: 'close', issue, leaves };
}

/** What stays open for leaves that were not checked is rewritten only if it says too much, or not that they are paused. */
function keeping(
  { issue, leaves }: Pick<Held, 'issue' | 'leaves'>,
  found: ReadonlyMap<string, Finding>,
): readonly IssueDecision[] {
  const [paused, ...others] = leaves.map(({ leaf }) => found.get(leaf));
  const arePaused = [paused, ...others].every((each) => each?.class === 'paused');
  const isMarked = !arePaused || issue.marker.content === paused?.content;
  if (isMarked && leaves.length === issue.marker.leaves.length) return [];
  return [{ kind: 'keep', issue, leaves, paused: arePaused ? paused?.identity.leaf : undefined }];
}

function says({ marker }: ExistingIssue, group: IssueGroup): boolean {
  const named = (leaves: readonly MarkedLeaf[]): string =>
    leaves
      .map(({ leaf, state = '' }) => `${leaf}.${state}`)
      .sort()
      .join();
  return (
    named(marker.leaves) === named(group.leaves) &&
    marker.cause === group.cause &&
    marker.class === group.class &&
    marker.content === group.content
  );
}
