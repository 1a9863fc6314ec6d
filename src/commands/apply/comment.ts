/** The report of an apply as markdown: what was done, what was not, and how to go on. */
import type { ApplyLeafReport, ApplyOutcome, ApplyReport } from './report.ts';
import {
  actionInWords,
  applyVerdict,
  endOf,
  inShort,
  needsSomebody,
  stateLeft,
  toPaste,
  toPasteTogether,
  wayOn,
} from './wording.ts';
import { cutMiddle, utf8Length } from '../../markdown/bytes.ts';
import { code, fence, htmlCode, oneLine, prose, row, visible } from '../../markdown/escaping.ts';
import { runLink } from '../../markdown/links.ts';
import { marker } from '../../markdown/marker.ts';
import { planDiff } from '../../markdown/plan-diff.ts';
import { dangerLines, resourceLines } from '../../markdown/resource-list.ts';
import { BODY_BYTES, SUMMARY_BYTES } from '../../markdown/limits.ts';
import { unappliedMarkdown } from './unapplied-section.ts';
import { count } from '../../markdown/plain-words.ts';
import { formatProblem } from '../../base/problems.ts';
import type { Difference } from '../../gate/judge.ts';

/**
 * The parts of a comment, each with its marker. It is one beside that of the plan, whose record a job that runs again
 * needs again, with its time.
 *
 * @param pullRequestHead the head commit of the pull request that is reported to
 */
export function renderApplyComment(
  report: ApplyReport,
  pullRequestHead: string,
  bytes = BODY_BYTES,
): readonly string[] {
  const begin = (part: number): string =>
    `${marker({
      kind: 'apply',
      title: report.title,
      part,
      head: pullRequestHead,
      run: report.run?.id ?? 0,
      attempt: report.run?.attempt ?? 0,
    })}\n`;
  const texts = pack(report, (part) => bytes - utf8Length(begin(part)) - PART_HEADING, 'job summary');
  return texts.map((text, index) => {
    const heading = index === 0 ? '' : `### ${nameOf(report)}: part ${count(index + 1)} of ${count(texts.length)}\n\n`;
    return `${begin(index + 1)}${heading}${text}\n`;
  });
}

/** The job summary. What has no room is in the log. */
export function renderApplySummary(report: ApplyReport, bytes = SUMMARY_BYTES): string {
  const [first = '', ...more] = pack(report, () => bytes - 100, 'log');
  return more.length === 0 ? `${first}\n` : `${first}\n\nMore leaves have no room here: the log has all of them.\n`;
}

/** Room for the head line of a further part. */
const PART_HEADING = 300;

/** How much of each plan is shown, from all of it to nothing but its resources. */
const TEXT_LIMITS = [Infinity, 20_000, 6_000, 2_000, 600, 0];

/** As few parts as possible, with as much of the plans as these have room for. */
function pack(report: ApplyReport, bytes: (part: number) => number, elsewhere: string): readonly string[] {
  let best: readonly string[] = [];
  for (const limit of TEXT_LIMITS) {
    const parts = fill(blocksOf(report, limit, elsewhere), bytes);
    if (best.length === 0 || parts.length < best.length) best = parts;
    if (best.length === 1) break;
  }
  return best;
}

/** A piece that stays whole; `head` stands above it where it is the first of its part. */
interface Block {
  readonly text: string;
  readonly head?: string | undefined;
}

function fill(blocks: readonly Block[], bytes: (part: number) => number): readonly string[] {
  const parts: string[] = [''];
  let inTable = false;
  for (const { text, head } of blocks) {
    const isRow = head !== undefined;
    const current = parts.at(-1) ?? '';
    const withHead = isRow ? `${head}\n${text}` : text;
    const next = current === '' ? withHead : isRow && inTable ? `${current}\n${text}` : `${current}\n\n${withHead}`;
    if (utf8Length(next) <= bytes(parts.length) || current === '') parts[parts.length - 1] = next;
    else parts.push(withHead);
    inTable = isRow;
  }
  return parts;
}

function blocksOf(report: ApplyReport, limit: number, elsewhere: string): readonly Block[] {
  const alarm = report.leaves.some(({ outcome }) => needsSomebody(outcome)) || report.problems.length > 0;
  const leaves = [...report.leaves].sort((a, b) => Number(needsSomebody(b.outcome)) - Number(needsSomebody(a.outcome)));
  const rows = leaves.map((leaf) => ({ text: leafRow(leaf), head: '| Result | Leaf | |\n| --- | --- | --- |' }));
  const problems = report.problems.map((each) => fence(formatProblem(each).slice(0, 3_000), 'text'));
  const notices = report.notices.map((notice) => `> ${prose(notice, 1_000)}`);
  return [
    { text: `### ${alarm ? '⛔ ' : ''}${nameOf(report)}: ${applyVerdict(report)}` },
    ...[...unappliedMarkdown(report), ...notices, ...problems].map((text) => ({ text })),
    ...rows,
    ...leaves.flatMap((leaf) => foldOf(leaf, report, limit, elsewhere)).map((text) => ({ text })),
    ...toPasteTogether(report).map(({ words, inputs }) => ({ text: `${words}\n\n${pasted(inputs)}` })),
    { text: footer(report) },
  ];
}

function nameOf({ title, comparing }: ApplyReport): string {
  const name = title === '' ? 'Kompos' : `Kompos ${code(title, 100)}`;
  return comparing ? `${name} merge check` : `${name} apply`;
}

function leafRow(leaf: ApplyLeafReport): string {
  const { icon, word } = endOf(leaf.outcome);
  return row([`${icon} ${word}`, code(leaf.leaf, 240), prose(inShort(leaf), 300)]);
}

function foldOf(leaf: ApplyLeafReport, report: ApplyReport, limit: number, elsewhere: string): readonly string[] {
  const cut = (text: string, language: 'diff' | 'text'): string =>
    fence(
      cutMiddle(
        text,
        limit,
        (lines) => `… ${count(lines, 'line', 'lines')} cut here: the ${elsewhere} has all of it …`,
      ),
      language,
    );
  const pieces = [
    ...cause(leaf, cut),
    ...leaf.problems.slice(0, 10).map(problemText),
    ...howToGoOn(leaf, report),
    ...(limit > 0 ? planOf(leaf, cut) : planElsewhere(leaf, elsewhere)),
  ];
  if (pieces.length === 0) return [];
  const { icon } = endOf(leaf.outcome);
  const open = needsSomebody(leaf.outcome) ? ' open' : '';
  const summary = `<details${open}>\n<summary>${icon} ${htmlCode(leaf.leaf, 240)}</summary>`;
  return [[summary, ...pieces, '</details>'].join('\n\n')];
}

type Cut = (text: string, language: 'diff' | 'text') => string;

function problemText(problem: Parameters<typeof formatProblem>[0]): string {
  return fence(formatProblem(problem).slice(0, 2_000), 'text');
}

/** Why a leaf is not as it should be, and what that has left. */
function cause({ outcome }: ApplyLeafReport, cut: Cut): readonly string[] {
  switch (outcome.status) {
    case 'refused':
      return [prose(outcome.why, 1_500), ...differenceTable(outcome.differences)];
    case 'awaiting':
      return [
        'The plan was as reviewed when this run began. What the run applied before it has changed it, so somebody has to look at it.',
        ...differenceTable(outcome.differences),
      ];
    case 'failed':
      return [
        ...(outcome.output === '' ? [] : [cut(visible(outcome.output), 'text')]),
        ...(outcome.stage === 'apply' ? whatIsLeft(outcome) : []),
      ];
    case 'orphaned': {
      if (outcome.resources === undefined) {
        return [`${prose(outcome.why, 500)} Whatever it made stays, and nothing manages it any more.`];
      }
      const resources = cut(outcome.resources.map(oneLine).join('\n'), 'text');
      return [`${prose(outcome.why, 500)} These stay, and nothing manages them any more:`, resources];
    }
    case 'applied':
    case 'as-reviewed':
    case 'nothing':
    case 'not-tried':
    case 'superseded':
    case 'moved':
      return [];
  }
}

function howToGoOn(leaf: ApplyLeafReport, report: ApplyReport): readonly string[] {
  const words = wayOn(leaf, report);
  const inputs = toPaste(leaf, report);
  return [...(words === '' ? [] : [words]), ...(inputs.length === 0 ? [] : [pasted(inputs)])];
}

function pasted(inputs: readonly string[]): string {
  return fence(inputs.map(oneLine).join('\n'), 'text');
}

/** The plan that was not applied. What it does to which resource stays, however little of its text has room. */
function planOf({ outcome }: ApplyLeafReport, cut: Cut): readonly string[] {
  if (!('plan' in outcome) || outcome.plan === undefined) return [];
  const { summary, text } = outcome.plan;
  const diff = planDiff(visible(text));
  const resources = resourceLines(summary);
  const shown = cut(diff, 'diff');
  const isCut = utf8Length(shown) < utf8Length(diff) && resources.length > 0;
  return [...dangerLines(summary), ...(isCut ? [cut(resources.join('\n'), 'diff')] : []), shown];
}

function planElsewhere({ outcome }: ApplyLeafReport, elsewhere: string): readonly string[] {
  if (!('plan' in outcome) || outcome.plan === undefined) return [];
  return [...dangerLines(outcome.plan.summary), `There is no room for its plan here: the ${elsewhere} has it.`];
}

/** Rows of differences that are shown; the fingerprint has decided, this is for the reader. */
const MOST_DIFFERENCES = 30;

function differenceTable(differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return [];
  const action = (actions: string | undefined): string =>
    actions === undefined ? `*${actionInWords(actions)}*` : code(actionInWords(actions), 40);
  const rows = differences.slice(0, MOST_DIFFERENCES).map(({ address, before, after, attributes }) => {
    const names = attributes.slice(0, 12).map((name) => code(name, 80));
    const more = attributes.length > 12 ? [`+${count(attributes.length - 12)} more`] : [];
    return row([code(address, 300), action(before), action(after), [...names, ...more].join(', ')]);
  });
  const left = differences.length - MOST_DIFFERENCES;
  const table = ['| What differs | Reviewed | Now | Attributes |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return left > 0 ? [table, `+${count(left)} more`] : [table];
}

function whatIsLeft(outcome: Extract<ApplyOutcome, { status: 'failed' }>): readonly string[] {
  const lines = stateLeft(outcome).map(oneLine);
  if (lines.length === 0) return ['Nothing was done before it failed: the state is as it was.'];
  const unfinished = outcome.failed.length > 0 ? ', and may hold what was not finished' : '';
  const more = lines.length > 200 ? [`+${count(lines.length - 200)} more in the log`] : [];
  return [
    `The state holds what was done until then${unfinished}:`,
    fence([...lines.slice(0, 200), ...more].join('\n'), 'text'),
  ];
}

function footer({ head, base, terraformVersion, runUrl }: ApplyReport): string {
  const commits = base === undefined ? code(head.slice(0, 7)) : code(`${base.slice(0, 7)}…${head.slice(0, 7)}`);
  const parts = [
    commits,
    terraformVersion === undefined ? '' : `Terraform ${prose(terraformVersion, 40)}`,
    runUrl === undefined ? '' : runLink({ runUrl }, 'run'),
  ];
  return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
}
