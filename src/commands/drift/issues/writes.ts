/** Decisions → what is written to GitHub, write by write, so that their number is known before the first. Pure. */
import { utf8Length } from '../../../markdown/bytes.ts';
import {
  cleanNote,
  cleanText,
  goneNote,
  goneText,
  issueContent,
  issueText,
  issueTitle,
  movedNote,
  movedText,
  partlyText,
  pausedText,
} from './text.ts';
import type { DriftOutcome, DriftReport, LeafDrift } from '../report.ts';
import { BODY_BYTES } from '../../../markdown/github-limits.ts';
import type { IssueWrite } from '../../../github/issues.ts';
import { causeOf, type IssuesPer } from './cause.ts';
import type { ExistingIssue, Finding } from './before.ts';
import type { IssueDecision, IssueGroup } from './decide.ts';
import { digest, type NamedLeaf } from './identity.ts';
import {
  aroundBlock,
  blockText,
  issueBlock,
  type IssueMarker,
  type MarkedLeaf,
} from '../../../markdown/issue-block.ts';

/** The least in which a block can say what it must. */
const LEAST_BYTES = 4_000;
/** Bytes that each leaf takes in the marker. */
const MARKED_BYTES = 66;

/** What the issues need to know about the leaves. */
export function findingsOf({ leaves }: DriftReport, per: IssuesPer): readonly Finding[] {
  return leaves.map((leaf) => {
    const { identity, outcome } = leaf;
    const isOpen = outcome.class === 'drifted' || outcome.class === 'pending';
    const cause = isOpen ? causeOf(leaf, outcome, per) : '';
    return { identity, class: findingClass(outcome), cause, content: digest('content', issueContent(leaf)) };
  });
}

function findingClass(outcome: DriftOutcome): Finding['class'] {
  if (outcome.class === 'unchecked' && outcome.paused === true) return 'paused';
  return outcome.class === 'error' || outcome.class === 'unchecked' ? 'unknown' : outcome.class;
}

/** What the writes need besides the decisions. */
interface Facts {
  readonly report: DriftReport;
  readonly scope: string;
  /** By the digests of their paths. */
  readonly found: ReadonlyMap<string, LeafDrift>;
  readonly named: ReadonlyMap<string, NamedLeaf>;
}

/**
 * The writes of all decisions, in order.
 *
 * @param known all leaves of the project
 */
export function issueWrites(
  decisions: readonly IssueDecision[],
  report: DriftReport,
  { scope, known }: { readonly scope: string; readonly known: readonly NamedLeaf[] },
): readonly IssueWrite[] {
  const facts: Facts = {
    report,
    scope,
    found: new Map(report.leaves.map((leaf) => [leaf.identity.leaf, leaf])),
    named: new Map(known.map((leaf) => [leaf.leaf, leaf])),
  };
  return decisions.flatMap((decision) => writesOf(decision, facts));
}

function writesOf(decision: IssueDecision, facts: Facts): readonly IssueWrite[] {
  const { report, found } = facts;
  switch (decision.kind) {
    case 'open':
      return opening(decision.group, facts);
    case 'update':
      return updating(decision, facts);
    case 'keep': {
      const { issue, leaves, paused } = decision;
      return [{ kind: 'edit', number: issue.number, block: keptBlock(issue, leaves, paused, facts) }];
    }
    case 'close': {
      const { issue, leaves } = decision;
      const clean = leaves.flatMap(({ leaf }) => found.get(leaf) ?? []);
      const marker = { ...issue.marker, leaves, class: 'clean' as const, since: report.time, content: digest('clean') };
      const text = cleanText(report, pathsOf(leaves, facts));
      return closing(issue, issueBlock(marker, text), 'completed', cleanNote(report, clean));
    }
    case 'gone': {
      const { issue } = decision;
      const number = issue.marker.leaves.length;
      const marker = { ...issue.marker, class: 'gone' as const, since: report.time, content: digest('gone') };
      const note = goneNote(report, number);
      return closing(issue, issueBlock(marker, goneText(report, number)), 'not_planned', note);
    }
    case 'moved': {
      const { issue, to } = decision;
      const own = { leaves: [], cause: undefined, class: 'moved' as const, content: digest('moved') };
      const block = issueBlock({ ...issue.marker, ...own, since: report.time }, movedText(report, to));
      return closing(issue, block, 'not_planned', movedNote(report, to), to);
    }
  }
}

function opening(group: IssueGroup, facts: Facts): readonly IssueWrite[] {
  const since = facts.report.time;
  const title = titleOf(group, facts);
  const text = textOf(group, since, BODY_BYTES, facts);
  if (text === undefined) return [];
  const body = issueBlock(markerOf(group, title, since, facts), text);
  return [{ kind: 'create', leaves: group.leaves.map(({ leaf }) => leaf), title, body }];
}

function updating(
  { group, issue, reopen, takesOver }: IssueDecision & { readonly kind: 'update' },
  facts: Facts,
): readonly IssueWrite[] {
  const { number, marker, labels } = issue;
  const [oldest = marker.since] = [marker, ...takesOver.map((each) => each.marker)].map(({ since }) => since).sort();
  const since = reopen ? facts.report.time : oldest;
  const title = titleOf(group, facts);
  const text = textOf(group, since, roomIn(issue.body), facts);
  if (text === undefined) return [];
  const taken = new Set(takesOver.flatMap((each) => each.labels).filter((label) => !labels.includes(label)));
  return [
    {
      kind: 'edit',
      number,
      block: issueBlock(markerOf(group, title, since, facts), text),
      // A title that a person has set stays.
      ...(digest('title', issue.title) === marker.title && issue.title !== title ? { title } : {}),
      ...(reopen ? { state: 'open', reason: 'reopened' } : {}),
    },
    ...(taken.size > 0 ? [{ kind: 'label' as const, number, labels: [...taken] }] : []),
  ];
}

function titleOf({ class: found, leaves }: IssueGroup, { named }: Facts): string {
  const [first] = leaves.flatMap(({ leaf }) => named.get(leaf) ?? []);
  return issueTitle(first?.name ?? '', found, leaves.length - 1);
}

function markerOf(group: IssueGroup, title: string, since: string, { scope }: Facts): IssueMarker {
  const { cause, class: is, leaves, content } = group;
  return { scope, leaves, cause, class: is, since, title: digest('title', title), content };
}

/** Undefined only if the leaf that stands for all is not open after all. */
function textOf({ first, leaves, paused }: IssueGroup, since: string, room: number, facts: Facts): string | undefined {
  const leaf = facts.found.get(first);
  if (leaf?.outcome.class !== 'drifted' && leaf?.outcome.class !== 'pending') return undefined;
  const paths = pathsOf(leaves, facts);
  const subject = {
    first: leaf,
    outcome: leaf.outcome,
    leaves: paths,
    paused: new Set(paused.flatMap((each) => facts.named.get(each)?.path ?? [])),
    lost: leaves.length - paths.length,
  };
  return issueText(facts.report, subject, since, Math.max(LEAST_BYTES, room - leaves.length * MARKED_BYTES));
}

/** Of the same class still, and without another title: what it says is as old as before. */
function keptBlock(
  { body, marker }: ExistingIssue,
  leaves: readonly MarkedLeaf[],
  paused: string | undefined,
  facts: Facts,
): string {
  const { report, found } = facts;
  const before = blockText(body);
  const leaf = paused === undefined ? undefined : found.get(paused);
  if (leaf?.outcome.class === 'unchecked') {
    const content = digest('content', issueContent(leaf));
    return issueBlock({ ...marker, leaves, content }, pausedText(report, leaf.outcome.why, leaves.length, before));
  }
  const text = partlyText(report, pathsOf(leaves, facts), leaves.length, before);
  return issueBlock({ ...marker, leaves, content: digest('partly') }, text);
}

function pathsOf(leaves: readonly MarkedLeaf[], { named }: Facts): readonly string[] {
  return leaves.flatMap(({ leaf }) => named.get(leaf)?.path ?? []);
}

/** Closed first: if the run ends between the two, only the note is missing. */
function closing(
  { number }: ExistingIssue,
  block: string,
  reason: 'completed' | 'not_planned',
  note: string,
  after: readonly number[] = [],
): readonly IssueWrite[] {
  return [
    { kind: 'edit', number, block, state: 'closed', reason, ...(after.length > 0 ? { after } : {}) },
    { kind: 'comment', number, body: note },
  ];
}

function roomIn(body: string): number {
  const { before, after } = aroundBlock(body);
  return BODY_BYTES - utf8Length(before + after);
}
