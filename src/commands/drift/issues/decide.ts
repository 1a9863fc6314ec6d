/** Existing issues and a run's findings → what to do with each issue. Pure; a leaf has one issue for its whole life. */
import type { IssueMarker } from '../../../markdown/issue-block.ts';
import type { LeafIdentity } from './identity.ts';

/** An issue of ours. */
export interface ExistingIssue {
  readonly number: number;
  readonly url: string;
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  readonly marker: IssueMarker;
}

/** What issues need to know about a leaf. */
export interface Finding {
  readonly identity: LeafIdentity;
  /** `unknown`: it could not be planned, so nothing is said about it. `paused`: not even tried, which its issue says. */
  readonly class: 'clean' | 'drifted' | 'pending' | 'paused' | 'unknown';
  /** Digest of what an issue would say. */
  readonly content: string;
}

export interface Project {
  readonly scope: string;
  /** All leaves, checked or not. */
  readonly leaves: readonly LeafIdentity[];
  /** Whether the states of all leaves are known; otherwise no leaf can be considered gone. */
  readonly complete: boolean;
}

/** What to do with an issue. `leaf` is the digest of the leaf's path. */
export type IssueDecision =
  | { readonly kind: 'open'; readonly leaf: string }
  /** Updated; `reopen` if it was closed. */
  | { readonly kind: 'update'; readonly leaf: string; readonly issue: ExistingIssue; readonly reopen: boolean }
  | { readonly kind: 'close'; readonly leaf: string; readonly issue: ExistingIssue }
  | { readonly kind: 'gone'; readonly issue: ExistingIssue }
  | { readonly kind: 'duplicate'; readonly issue: ExistingIssue; readonly of: number };

export interface IssueDecisions {
  /** In the order of execution: closing comes first. */
  readonly decisions: readonly IssueDecision[];
  /** The leaves that have no open issue because of the limit, as digests. */
  readonly overLimit: readonly string[];
  /** The existing issue of each checked leaf, by digest. */
  readonly issues: ReadonlyMap<string, ExistingIssue>;
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
  const own = standing.filter(({ marker }) => marker.scope === project.scope).sort((a, b) => a.number - b.number);
  const byLeaf = new Map<string, ExistingIssue>();
  const closing: IssueDecision[] = [];
  for (const issue of own) {
    const oldest = byLeaf.get(issue.marker.leaf);
    if (oldest === undefined) byLeaf.set(issue.marker.leaf, issue);
    else if (issue.open) closing.push({ kind: 'duplicate', issue, of: oldest.number });
  }
  const carried = carryOver(byLeaf, project);
  for (const issue of byLeaf.values()) {
    const left = !project.leaves.some(({ leaf }) => leaf === issue.marker.leaf) && !carried.has(issue);
    if (left && issue.open && project.complete) closing.push({ kind: 'gone', issue });
  }

  const issues = new Map<string, ExistingIssue>();
  const updates: IssueDecision[] = [];
  const wanting: Finding[] = [];
  for (const finding of findings) {
    const { leaf } = finding.identity;
    const issue = byLeaf.get(leaf) ?? heir(carried, finding.identity);
    if (issue !== undefined) issues.set(leaf, issue);
    if (finding.class === 'unknown') continue;
    if (finding.class === 'paused') {
      const isMarked = issue?.marker.content === finding.content;
      if (issue?.open === true && !isMarked) updates.push({ kind: 'update', leaf, issue, reopen: false });
    } else if (finding.class === 'clean') {
      if (issue?.open === true) closing.push({ kind: 'close', leaf, issue });
    } else if (issue?.open !== true) wanting.push(finding);
    else if (!says(issue, finding)) updates.push({ kind: 'update', leaf, issue, reopen: false });
  }

  const closed = new Set(closing.flatMap((each) => (each.kind === 'open' ? [] : [each.issue])));
  const room = Math.max(0, mostOpen - own.filter((issue) => issue.open && !closed.has(issue)).length);
  // What drifted is more urgent than what was never applied.
  const urgent = wanting.toSorted((a, b) => rank(a) - rank(b)).map(({ identity }) => identity.leaf);
  const openings = urgent.slice(0, room).map((leaf): IssueDecision => {
    const issue = issues.get(leaf);
    return issue === undefined ? { kind: 'open', leaf } : { kind: 'update', leaf, issue, reopen: true };
  });
  return { decisions: [...closing, ...updates, ...openings], overLimit: urgent.slice(room), issues };
}

/** Issues of leaves that are gone, by the leaf that has their state now and no issue of its own. */
function carryOver(
  byLeaf: ReadonlyMap<string, ExistingIssue>,
  { leaves }: Project,
): ReadonlyMap<ExistingIssue, LeafIdentity> {
  const known = new Set(leaves.map(({ leaf }) => leaf));
  const carried = new Map<ExistingIssue, LeafIdentity>();
  const taken = new Set<string>();
  for (const issue of byLeaf.values()) {
    const { leaf, state } = issue.marker;
    if (known.has(leaf) || state === undefined) continue;
    const now = leaves.find((each) => each.state === state);
    if (now === undefined || byLeaf.has(now.leaf) || taken.has(now.leaf)) continue;
    taken.add(now.leaf);
    carried.set(issue, now);
  }
  return carried;
}

function heir(carried: ReadonlyMap<ExistingIssue, LeafIdentity>, { leaf }: LeafIdentity): ExistingIssue | undefined {
  return [...carried].find(([, identity]) => identity.leaf === leaf)?.[0];
}

function says({ marker }: ExistingIssue, finding: Finding): boolean {
  return (
    marker.leaf === finding.identity.leaf &&
    marker.state === finding.identity.state &&
    marker.class === finding.class &&
    marker.content === finding.content
  );
}

function rank(finding: Finding): number {
  return finding.class === 'drifted' ? 0 : 1;
}
