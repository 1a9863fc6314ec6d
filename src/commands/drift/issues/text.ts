/** The words of a leaf's issue: title, block, and the notes that say why it is closed. */
import { shortCommit } from '../../../base/names.ts';
import { formatProblem } from '../../../base/problems.ts';
import { shorten } from '../../../markdown/bytes.ts';
import type { DriftOutcome, DriftReport, LeafDrift } from '../report.ts';
import { DRIFT_HEAD, driftLines, ignoredLines, plannedLines, timeInWords, warningLines } from '../wording.ts';
import { code, fence, oneLine, prose } from '../../../markdown/escaping.ts';
import { fencedLines, fit, shortTable, type Block } from '../../../markdown/fit.ts';
import { runLink } from '../../../markdown/links.ts';
import { allResourceLines } from '../../../markdown/resource-list.ts';
import { count } from '../../../markdown/phrases.ts';
import { MASK } from '../../../masking/masking.ts';
import { programOf } from '../../../terraform/programs.ts';

type Open = Extract<DriftOutcome, { class: 'drifted' | 'pending' }>;

/** GitHub allows 256 characters. */
const TITLE_LENGTH = 240;

/**
 * The title of a new issue, on one line and within GitHub's limit: `Not applied: monitoring · prod / ap-south-1`.
 *
 * @param name from `titleNames`
 */
export function issueTitle(name: string, found: Open['class']): string {
  return shorten(oneLine(`${found === 'drifted' ? 'Drift' : 'Not applied'}: ${name}`), TITLE_LENGTH);
}

/** What the block says, without its time and run: an issue is rewritten only when this differs. */
export function issueContent({ outcome, problems }: LeafDrift): string {
  switch (outcome.class) {
    case 'drifted':
    case 'pending': {
      const { drifted, ignored, summary, planned } = outcome;
      const values = outcome.class === 'pending' ? planned.map((each) => each.values ?? []) : [];
      const warnings = problems.length === 0 ? [] : [problems.map(formatProblem)];
      return JSON.stringify([outcome.class, drifted, ignored, summary.resources, summary.counts, values, ...warnings]);
    }
    case 'unchecked':
      return outcome.paused === true ? 'paused' : 'unchecked';
    default:
      return outcome.class;
  }
}

/** What the block says of a leaf that is paused: what it said before, below a mark. */
export function pausedText(report: DriftReport, why: string, before: string): string {
  const mark = `**Paused** since ${timeInWords(report.time)}. ${prose(why, 1_000)} It is not checked, so what follows may be out of date.`;
  return `${mark}\n\n${before}`;
}

/**
 * The block of an open issue.
 *
 * @param since when it was first seen
 * @param bytes the text takes fewer UTF-8 bytes than this, which must be 4,000 or more
 */
export function issueText(
  report: DriftReport,
  { leaf, problems }: Pick<LeafDrift, 'leaf' | 'problems'>,
  outcome: Open,
  since: string,
  bytes: number,
): string {
  const begin = [
    outcome.class === 'drifted'
      ? `Something other than ${programOf(report)} changed what ${code(leaf, 240)} manages.`
      : `The plan of ${code(leaf, 240)} has changes that no change outside of ${programOf(report)} explains: something was merged but never applied, or what the code reads (a data source, a newer module or provider, the time) has changed.`,
    `Known since ${timeInWords(since)}.`,
  ].join(' ');
  const { outputs } = outcome.summary.counts;
  const planned = [
    ...allResourceLines(outcome.summary),
    ...(outputs > 0 ? [`!   ${count(outputs, 'output', 'outputs')}`] : []),
  ];
  const blocks: readonly Block[] = [
    begin,
    shortTable(DRIFT_HEAD, driftLines(outcome.drifted)),
    planned.length === 0 ? '' : 'An apply would do this now:',
    fencedLines(planned, 'diff', 'more'),
    // What drifted is listed above, the other way round.
    outcome.class === 'pending' ? shortTable('Now → then:\n', plannedLines(outcome.planned)) : '',
    shortTable(`${programOf(report)} warns:\n`, warningLines(report, problems)),
    {
      kind: 'fold',
      open: false,
      summary: 'Ignored',
      blocks: [shortTable('', ignoredLines(outcome.ignored))],
    },
    ...nextSteps(leaf, outcome),
    footer(report),
  ];
  return fit(blocks, () => bytes - 1).join('\n\n');
}

/** What the block says once the leaf is clean. */
export function cleanText(report: DriftReport, leaf: LeafDrift): string {
  return `${code(leaf.leaf, 240)} has been clean since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}

/** What the block says once the leaf is gone. */
export function goneText(report: DriftReport): string {
  return `This leaf has been gone since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}

/** The comment that closes an issue because its leaf is clean. */
export function cleanNote(report: DriftReport, { outcome }: LeafDrift): string {
  const ignored = outcome.class === 'clean' ? outcome.ignored : [];
  const reasons = [...new Set(ignored.map(({ reason }) => reason))].slice(0, 5);
  const why =
    reasons.length === 0
      ? 'the plan has no changes'
      : `what differs is ignored (${reasons.map((reason) => prose(reason, 200)).join('; ')})`;
  return `Clean at ${at(report)}: ${why}. The issue reopens automatically.`;
}

/** The comment that closes an issue for good. */
export function goneNote(report: DriftReport): string {
  return `Closed for good: the leaf is gone at ${at(report)}, and no other leaf has its state.`;
}

/** The comment that closes an issue in favor of the number `of`. */
export function duplicateNote(of: number): string {
  return `Duplicate of #${of}.`;
}

/** The choices differ: drift can also be kept, and an unapplied change can also be reverted. */
function nextSteps(leaf: string, outcome: Open): readonly string[] {
  const command = `gh workflow run apply.yml -f leaves='${leaf.replaceAll("'", "'\\''")}'`;
  const apply = `start the workflow that applies by hand (\`workflow_dispatch\`) on the default branch with this leaf, as below if its file is \`apply.yml\`. It shows the plan with its fingerprint and does nothing else; started again with \`-f accept=\` and the fingerprint, it applies exactly that plan.\n\n${indented(fence(command, 'text'))}`;
  if (outcome.class === 'pending') {
    return [
      '**How to fix it**',
      `- To apply what was merged, ${apply}`,
      '- To revert it, change code or configuration in a pull request.',
    ];
  }
  const [first] = outcome.drifted;
  const rule = [
    'drift:',
    '  ignore:',
    `    - leaf: ${JSON.stringify(leaf)}`,
    `      address: ${JSON.stringify(first?.address ?? '')}`,
    ...(first?.attributes[0] === undefined ? [] : [`      attribute: ${JSON.stringify(first.attributes[0].path)}`]),
    '      reason: …',
  ].join('\n');
  return [
    '**How to fix it**',
    `- To restore what the code says, ${apply}`,
    '- To keep it, change code or configuration in a pull request until its plan has no changes.',
    // A rule that is cut short would be wrong, and one with a mask in it would match anything.
    `- To ignore such changes from now on, add a rule to \`.komposconfig.yaml\`${rule.length > 1_000 || rule.includes(MASK) ? '.' : `:\n\n${indented(fence(rule, 'text'))}`}`,
  ];
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
