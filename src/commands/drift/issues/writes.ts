/** Decisions → what is written to GitHub, write by write, so that their number is known before the first. Pure. */
import { utf8Length } from '../../../markdown/bytes.ts';
import {
  cleanNote,
  cleanText,
  duplicateNote,
  goneNote,
  goneText,
  issueContent,
  issueText,
  issueTitle,
  pausedText,
} from './text.ts';
import type { DriftOutcome, DriftReport, LeafDrift } from '../report.ts';
import { BODY_BYTES } from '../../../markdown/github-limits.ts';
import type { IssueWrite } from '../../../github/issues.ts';
import type { Finding, IssueDecision, ExistingIssue } from './decide.ts';
import { digest } from './identity.ts';
import { aroundBlock, blockText, issueBlock } from '../../../markdown/issue-block.ts';

/** The least in which a block can say what it must. */
const LEAST_BYTES = 4_000;

/** What the issues need to know about the leaves. */
export function findingsOf({ leaves }: DriftReport): readonly Finding[] {
  return leaves.map((leaf) => {
    const { identity, outcome } = leaf;
    return { identity, class: findingClass(outcome), content: digest('content', issueContent(leaf)) };
  });
}

function findingClass(outcome: DriftOutcome): Finding['class'] {
  if (outcome.class === 'unchecked' && outcome.paused === true) return 'paused';
  return outcome.class === 'error' || outcome.class === 'unchecked' ? 'unknown' : outcome.class;
}

/** The writes of all decisions, in order. */
export function issueWrites(
  decisions: readonly IssueDecision[],
  report: DriftReport,
  scope: string,
): readonly IssueWrite[] {
  const leaves = new Map(report.leaves.map((leaf) => [leaf.identity.leaf, leaf]));
  return decisions.flatMap((decision): readonly IssueWrite[] => {
    switch (decision.kind) {
      case 'duplicate':
        return closing(decision.issue, undefined, 'not_planned', duplicateNote(decision.of));
      case 'gone': {
        const { issue } = decision;
        const marker = { ...issue.marker, class: 'gone' as const, since: report.time, content: digest('gone') };
        return closing(issue, issueBlock(marker, goneText(report)), 'not_planned', goneNote(report));
      }
      default: {
        const leaf = leaves.get(decision.leaf);
        return leaf === undefined ? [] : writesOf(decision, leaf, report, scope);
      }
    }
  });
}

function writesOf(
  decision: Extract<IssueDecision, { leaf: string }>,
  leaf: LeafDrift,
  report: DriftReport,
  scope: string,
): readonly IssueWrite[] {
  const { identity, outcome } = leaf;
  const content = digest('content', issueContent(leaf));
  const own = { scope, leaf: identity.leaf, state: identity.state, content };
  if (decision.kind === 'close') {
    const { issue } = decision;
    const marker = { ...own, class: 'clean' as const, since: report.time, title: issue.marker.title };
    return closing(issue, issueBlock(marker, cleanText(report, leaf)), 'completed', cleanNote(report, leaf));
  }
  if (outcome.class === 'unchecked' && decision.kind === 'update') {
    const { number, body, marker } = decision.issue;
    // Of the same class still, so that versions which do not know this mark find the issue as well.
    const block = issueBlock({ ...marker, content }, pausedText(report, outcome.why, blockText(body)));
    return [{ kind: 'edit', number, block }];
  }
  if (outcome.class !== 'drifted' && outcome.class !== 'pending') return [];
  const title = issueTitle(leaf.name, outcome.class);
  const marker = { ...own, class: outcome.class, title: digest('title', title) };
  if (decision.kind === 'open') {
    const since = report.time;
    const text = issueText(report, leaf, outcome, since, BODY_BYTES);
    return [{ kind: 'create', leaf: decision.leaf, title, body: issueBlock({ ...marker, since }, text) }];
  }
  const { issue, reopen } = decision;
  const since = reopen ? report.time : issue.marker.since;
  const text = issueText(report, leaf, outcome, since, roomIn(issue.body));
  return [
    {
      kind: 'edit',
      number: issue.number,
      block: issueBlock({ ...marker, since }, text),
      // A title that a person has set stays.
      ...(digest('title', issue.title) === issue.marker.title && issue.title !== title ? { title } : {}),
      ...(reopen ? { state: 'open', reason: 'reopened' } : {}),
    },
  ];
}

/** Closed first: if the run ends between the two, only the note is missing. */
function closing(
  { number }: ExistingIssue,
  block: string | undefined,
  reason: 'completed' | 'not_planned',
  note: string,
): readonly IssueWrite[] {
  return [
    { kind: 'edit', number, ...(block === undefined ? {} : { block }), state: 'closed', reason },
    { kind: 'comment', number, body: note },
  ];
}

function roomIn(body: string): number {
  const { before, after } = aroundBlock(body);
  return Math.max(LEAST_BYTES, BODY_BYTES - utf8Length(before + after));
}
