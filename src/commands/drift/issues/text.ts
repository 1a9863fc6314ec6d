/** The words of an issue: title, block, and the notes that say why it is closed. */
import { shortCommit } from '../../../base/names.ts';
import { formatProblem } from '../../../base/problems.ts';
import { shorten, utf8Length } from '../../../markdown/bytes.ts';
import type { DriftOutcome, DriftReport, LeafDrift } from '../report.ts';
import { applyCommands } from './command.ts';
import { DRIFT_HEAD, driftLines, ignoredLines, plannedLines, timeInWords, warningLines } from '../wording.ts';
import { code, fence, oneLine, prose } from '../../../markdown/escaping.ts';
import { fencedLines, fit, shortTable, type Block } from '../../../markdown/fit.ts';
import { leafNames, nameAlone } from '../../../markdown/leaf-names.ts';
import { runLink, workflowLink } from '../../../markdown/links.ts';
import { likeness } from '../../../markdown/own-names.ts';
import { allResourceLines } from '../../../markdown/resource-list.ts';
import { count, firstFew } from '../../../markdown/phrases.ts';
import { patternsOf, placeCode } from '../../../markdown/shown-names.ts';
import { MASK } from '../../../masking/masking.ts';
import { programOf } from '../../../terraform/programs.ts';

type Open = Extract<DriftOutcome, { class: 'drifted' | 'pending' }>;

/** GitHub allows 256 characters. */
const TITLE_LENGTH = 240;

/** What an issue is about. */
export interface IssueSubject {
  /** The leaf that stands for all. */
  readonly first: Pick<LeafDrift, 'leaf' | 'problems'>;
  readonly outcome: Open;
  /** The paths of all leaves in order, as far as they can be found. */
  readonly leaves: readonly string[];
  /** Those of the paused ones. */
  readonly paused: ReadonlySet<string>;
  /** How many cannot be found. */
  readonly lost: number;
}

/**
 * The title of a new issue, on one line and within GitHub's limit: `Not applied: monitoring · prod / ap-south-1`.
 *
 * @param name of the first leaf, from `titleNames`
 * @param others how many more leaves it is about
 */
export function issueTitle(name: string, found: Open['class'], others = 0): string {
  const begin = found === 'drifted' ? 'Drift: ' : 'Not applied: ';
  const end = others === 0 ? '' : ` and ${count(others)} more`;
  return `${begin}${shorten(oneLine(name), TITLE_LENGTH - begin.length - end.length)}${end}`;
}

/**
 * What the block says, without its time and run: an issue is rewritten only when this differs. The names of the leaf's
 * own folders are put aside, so that it does not matter which of several leaves stands for all.
 */
export function issueContent({ leaf, outcome, problems }: LeafDrift): string {
  switch (outcome.class) {
    case 'drifted':
    case 'pending': {
      const { drifted, ignored, summary, planned } = outcome;
      const values = outcome.class === 'pending' ? planned.map((each) => each.values ?? []) : [];
      const facts = [drifted, ignored, summary.resources, summary.counts, values, problems.map(formatProblem)];
      return likeness(leaf, outcome.class, facts);
    }
    case 'unchecked':
      return outcome.paused === true ? 'paused' : 'unchecked';
    default:
      return outcome.class;
  }
}

/** What the block says of a leaf that is paused, or of several: what it said before, below a mark. */
export function pausedText(report: DriftReport, why: string, leaves: number, before: string): string {
  const what = leaves === 1 ? 'It is' : `Its ${count(leaves)} leaves are`;
  return markedText(
    'Paused',
    `since ${timeInWords(report.time)}. ${prose(why, 1_000)} ${what} not checked, so what follows may be out of date.`,
    before,
  );
}

/**
 * What the block says once some of its leaves are clean or in other issues and the others were not checked: what it said
 * before, below a mark.
 */
export function partlyText(report: DriftReport, leaves: readonly string[], left: number, before: string): string {
  const named = firstFew(
    leaves.map((leaf) => code(leaf, 240)),
    20,
  );
  const mark = `at ${timeInWords(report.time)}: what follows is older, and now only about ${count(left, 'leaf', 'leaves')}, not checked in that run: ${named}`;
  return markedText('Partly resolved', mark, before);
}

/** One line above a text, in place of an earlier one. */
function markedText(word: 'Paused' | 'Partly resolved', mark: string, before: string): string {
  return `**${word}** ${mark}\n\n${before.replace(/^\*\*(?:Paused|Partly resolved)\*\* [^\n]*\n+/u, '')}`;
}

/**
 * The block of an open issue.
 *
 * @param since when it was first seen
 * @param bytes the text takes fewer UTF-8 bytes than this, which must be 4,000 or more
 */
export function issueText(report: DriftReport, subject: IssueSubject, since: string, bytes: number): string {
  const { first, outcome } = subject;
  const { outputs } = outcome.summary.counts;
  const planned = [
    ...allResourceLines(outcome.summary),
    ...(outputs > 0 ? [`!   ${count(outputs, 'output', 'outputs')}`] : []),
  ];
  const blocks: readonly Block[] = [
    beginning(report, subject, since),
    shortTable(DRIFT_HEAD, driftLines(outcome.drifted)),
    planned.length === 0 ? '' : 'An apply would do this now:',
    fencedLines(planned, 'diff', 'more'),
    // What drifted is listed above, the other way round.
    outcome.class === 'pending' ? shortTable('Now → then:\n', plannedLines(outcome.planned)) : '',
    shortTable(`${programOf(report)} warns:\n`, warningLines(report, first.problems)),
    {
      kind: 'fold',
      open: false,
      summary: 'Ignored',
      blocks: [shortTable('', ignoredLines(outcome.ignored))],
    },
    ...leafList(subject),
    ...nextSteps(report, subject, bytes),
    footer(report),
  ];
  return fit(blocks, () => bytes - 1).join('\n\n');
}

function beginning(report: DriftReport, subject: IssueSubject, since: string): string {
  const { first, outcome } = subject;
  const number = numberOf(subject);
  const program = programOf(report);
  const known = `Known since ${timeInWords(since)}.`;
  const pending = `no change outside of ${program} explains: something was merged but never applied, or what the code reads (a data source, a newer module or provider, the time) has changed.`;
  if (number === 1) {
    return outcome.class === 'drifted'
      ? `Something other than ${program} changed what ${code(first.leaf, 240)} manages. ${known}`
      : `The plan of ${code(first.leaf, 240)} has changes that ${pending} ${known}`;
  }
  const which = `${count(number)} leaves of **${code(nameAlone(first.leaf).name, 80)}**`;
  const what =
    outcome.class === 'drifted'
      ? `Something other than ${program} changed what ${which} manage, in the same way.`
      : `The plans of ${which} have the same changes, which ${pending}`;
  return `${what} ${known}\n\nThey count as the same because values, resources and actions are equal, apart from the names of their folders. In ${code(first.leaf, 240)}:`;
}

/** All leaves of an issue that is about several. */
function leafList(subject: IssueSubject): readonly Block[] {
  const { leaves, paused, lost } = subject;
  const number = numberOf(subject);
  if (number === 1) return [];
  const names = leafNames(leaves);
  const lines = [
    ...leaves.map((leaf) => `- ${placeCode(names.of(leaf))}${paused.has(leaf) ? ' (paused)' : ''}`),
    ...(lost > 0 ? [`- ${count(lost)} more that cannot be found while not all leaves render`] : []),
  ];
  return [
    {
      kind: 'fold',
      open: number <= 12,
      summary: `${count(number)} leaves`,
      blocks: [patternsOf(names), shortTable('', lines)],
    },
  ];
}

function numberOf({ leaves, lost }: IssueSubject): number {
  return leaves.length + lost;
}

/** What the block says once its leaves, whose paths are given, are clean. */
export function cleanText(report: DriftReport, leaves: readonly string[]): string {
  const [first = ''] = leaves;
  const who = leaves.length === 1 ? `${code(first, 240)} has` : `All ${count(leaves.length)} leaves have`;
  return `${who} been clean since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}

/** What the block says once the leaf is gone. */
export function goneText(report: DriftReport, leaves: number): string {
  return `${leaves === 1 ? 'This leaf has' : `Its ${count(leaves)} leaves have`} been gone since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}

/** What the block says once other issues are about its leaves. */
export function movedText(report: DriftReport, to: readonly number[]): string {
  return `Continued in ${numbers(to)} since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}

/** The comment that closes an issue because its leaves are clean. */
export function cleanNote(report: DriftReport, leaves: readonly Pick<LeafDrift, 'outcome'>[]): string {
  const ignored = leaves.flatMap(({ outcome }) => (outcome.class === 'clean' ? outcome.ignored : []));
  const reasons = [...new Set(ignored.map(({ reason }) => reason))].slice(0, 5);
  const none = leaves.length === 1 ? 'the plan has no changes' : 'no plan has changes';
  const why =
    reasons.length === 0 ? none : `what differs is ignored (${reasons.map((reason) => prose(reason, 200)).join('; ')})`;
  return `Clean at ${at(report)}: ${why}. The issue reopens automatically.`;
}

/** The comment that closes an issue for good. */
export function goneNote(report: DriftReport, leaves: number): string {
  const who = leaves === 1 ? 'the leaf is' : 'its leaves are';
  return `Closed for good: ${who} gone at ${at(report)}, and no other leaf has ${leaves === 1 ? 'its state' : 'their states'}.`;
}

/** The comment that closes an issue in favor of others. */
export function movedNote(report: DriftReport, to: readonly number[]): string {
  return `Continued in ${numbers(to)}, with all leaves that differ in the same way at ${at(report)}.`;
}

function numbers(issues: readonly number[]): string {
  return issues.map((each) => `#${each}`).join(', ');
}

/** Characters of a rule that is shown to be pasted. */
const LONGEST_RULE = 1_000;

/** The choices differ: drift can also be kept, and an unapplied change can also be reverted. */
function nextSteps(report: DriftReport, subject: IssueSubject, bytes: number): readonly string[] {
  const { outcome } = subject;
  const apply = applyStep(report, subject, bytes);
  if (outcome.class === 'pending') {
    return [
      '**How to fix it**',
      `- To apply what was merged, ${apply}`,
      '- To revert it, change code or configuration in a pull request.',
    ];
  }
  const rule = ruleFor(subject);
  return [
    '**How to fix it**',
    `- To restore what the code says, ${apply}`,
    '- To keep it, change code or configuration in a pull request until its plan has no changes.',
    `- To ignore such changes from now on, add a rule to \`.komposconfig.yaml\`${rule === undefined ? '.' : `:\n\n${indented(fence(rule, 'text'))}`}`,
  ];
}

function applyStep(report: DriftReport, { leaves, paused }: IssueSubject, bytes: number): string {
  const active = leaves.filter((leaf) => !paused.has(leaf));
  const isOne = active.length === 1;
  const command = applyCommands(active).join('\n');
  // One that is cut short would apply something else.
  const isShown = command !== '' && utf8Length(command) <= bytes / 2;
  const which = isOne ? 'this leaf' : 'these leaves';
  const where = isShown ? '' : ` in the input ${code('leaves')} (a command with all of it cannot be shown)`;
  const begin = `start the workflow that applies by hand (\`workflow_dispatch\`) on the default branch with ${which}${where}`;
  const link = `, as below if its file is ${workflowLink(report, 'apply.yml')}`;
  const then = isOne
    ? 'It shows the plan with its fingerprint and does nothing else; started again with `-f accept=` and the fingerprint, it applies exactly that plan.'
    : 'It shows the plans with their fingerprints and does nothing else; started again with `-f accept=` and the fingerprints, separated by spaces, it applies exactly these plans.';
  return `${begin}${isShown ? link : ''}. ${then}${isShown ? `\n\n${indented(fence(command, 'text'))}` : ` Its page is ${workflowLink(report, 'apply.yml')} if that is its file.`}`;
}

/** A rule that ignores what drifted first; undefined if none can be shown. */
function ruleFor({ outcome, leaves }: IssueSubject): string | undefined {
  const [leaf = '', ...others] = leaves.length === 1 ? leaves : leafNames(leaves).patterns;
  const [first] = outcome.drifted;
  const rule = [
    'drift:',
    '  ignore:',
    `    - leaf: ${JSON.stringify(leaf)}`,
    `      address: ${JSON.stringify(first?.address ?? '')}`,
    ...(first?.attributes[0] === undefined ? [] : [`      attribute: ${JSON.stringify(first.attributes[0].path)}`]),
    '      reason: …',
  ].join('\n');
  // One that is cut short would be wrong, and one with a mask in it would match anything.
  return others.length > 0 || rule.length > LONGEST_RULE || rule.includes(MASK) ? undefined : rule;
}

function footer(report: DriftReport): string {
  return `<sub>Written by ${runLink(report, 'a run')} at ${code(shortCommit(report.head))}, ${timeInWords(report.time)}. What you write above or below this block stays.</sub>`;
}

function at(report: DriftReport): string {
  return `${code(shortCommit(report.head))} (${runLink(report, 'run')})`;
}

/** The fence belongs to the list item before it. */
function indented(markdown: string): string {
  return markdown.replace(/^/gmu, '  ');
}
