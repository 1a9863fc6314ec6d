/** The report of an apply as markdown: what was done, what was not, and what to do next. */
import { shortCommit } from '../../base/names.ts';
import { groupsOf, openPlanOf, type ApplyGroup } from './groups.ts';
import type { ApplyLeafReport, ApplyOutcome, ApplyReport } from './report.ts';
import {
  actionInWords,
  applyVerdict,
  inputsFor,
  leftBehind,
  needsAttention,
  nextStep,
  sharedInputs,
  stateLeft,
  earlierLines,
  earlierOnly,
  statusIn,
  summaryIn,
} from './wording.ts';
import { formatProblem } from '../../base/problems.ts';
import type { Difference } from '../../gate/judge.ts';
import { startOf } from '../../markdown/bytes.ts';
import { code, fence, htmlCode, oneLine, prose, row, visible } from '../../markdown/escaping.ts';
import { fencedLines, shortTable, type Block, type Fold } from '../../markdown/fit.ts';
import { AND } from '../../markdown/counts.ts';
import { leafNames, nameInWords, type LeafNames } from '../../markdown/leaf-names.ts';
import { patternsOf, placeInWords, placesOf, shownGroup, shownName } from '../../markdown/shown-names.ts';
import { runLink } from '../../markdown/links.ts';
import { count, firstFew, maskedValues } from '../../markdown/phrases.ts';
import { withoutOwnNames } from '../../markdown/own-names.ts';
import { planDiff } from '../../markdown/plan-diff.ts';
import { commentParts, summaryText, type CommentOptions, type ReportBlocks } from '../../markdown/report-parts.ts';
import { dangerLines, resourceLines } from '../../markdown/resource-list.ts';
import { pendingMarkdown } from './pending-section.ts';
import { unappliedMarkdown } from './unapplied-section.ts';
import { wavesMarkdown } from './waves-section.ts';
import { programOf } from '../../terraform/programs.ts';

/**
 * The parts of a comment. It is separate from the plan's comment, because a job that runs again needs that one's record
 * and time.
 *
 * @param pullRequestHead the head commit of the pull request that gets the report
 */
export function renderApplyComment(
  report: ApplyReport,
  pullRequestHead: string,
  options: CommentOptions = {},
): readonly string[] {
  const { title, run, source } = report;
  const [id, attempt] = [run?.id ?? 0, run?.attempt ?? 0];
  const about = { kind: 'apply', title, head: pullRequestHead, run: id, attempt, source } as const;
  return commentParts(reportBlocks(report, 'job summary'), about, options);
}

/** The job summary. What does not fit is in the log. */
export function renderApplySummary(report: ApplyReport, bytes?: number): string {
  return summaryText(reportBlocks(report, 'log'), bytes);
}

function reportBlocks(report: ApplyReport, fullReport: string): ReportBlocks {
  const alarm = report.leaves.some(({ outcome }) => needsAttention(outcome)) || report.problems.length > 0;
  const leaves = [...report.leaves].sort((a, b) => urgency(b.outcome) - urgency(a.outcome));
  const names = leafNames([...leaves.map(({ leaf }) => leaf), ...earlierOnly(report)]);
  const groups = groupsOf(leaves, report, names);
  return {
    name: nameOf(report),
    alarm: alarm ? '⛔ ' : '',
    verdict: applyVerdict(report),
    blocks: [
      ...unappliedMarkdown(report),
      ...report.notices.map((notice) => `> ${prose(notice, 1_000)}`),
      ...report.problems.map((each) => fence(startOf(formatProblem(each), 3_000), 'text')),
      patternsOf(names),
      {
        kind: 'table',
        head: '| Result | Leaf | |\n| --- | --- | --- |',
        rows: groups.map((group) => groupRow(group, report, names)),
      },
      earlierOnlyList(report, names),
      pendingMarkdown(report, names),
      ...wavesMarkdown(report),
      ...groups
        .filter(({ first }) => first.outcome.status !== 'pending')
        .map((group) => groupFold(group, report, names, fullReport)),
      ...sharedInputs(report).map(({ words, inputs }) => `${words}\n\n${pasted(inputs)}`),
      footer(report),
    ],
  };
}

/** What failed may have done half of its changes. */
function urgency(outcome: ApplyOutcome): number {
  return outcome.status === 'failed' ? 2 : Number(needsAttention(outcome));
}

function nameOf({ title, comparing }: ApplyReport): string {
  const name = title === '' ? 'Kompos' : `Kompos ${code(title, 100)}`;
  return comparing ? `${name} merge check` : `${name} apply`;
}

function groupRow({ first, others }: ApplyGroup, report: ApplyReport, names: LeafNames): string {
  const { icon, word } = statusIn(report, first);
  const summary = summaryIn(report, first);
  const words = prose(withShortNames(summary, report, names), 300);
  const hasCount = 'summary' in first.outcome || openPlanOf(first.outcome) !== undefined;
  const isCount = others.length > 0 && summary !== '' && hasCount;
  const group = shownGroup([first, ...others].map(({ leaf }) => names.of(leaf)));
  return row([`${icon} ${word}`, group, `${words}${isCount ? ' each' : ''}`]);
}

/** What only earlier attempts speak of. */
function earlierOnlyList(report: ApplyReport, names: LeafNames): Block {
  const lines = earlierOnly(report).map(
    (leaf) => `- ${shownName(names.of(leaf))}: ${prose(earlierLines(report, leaf).join('; '), 500)}`,
  );
  return shortTable('In earlier attempts of this run:\n', lines, { most: 50, least: 1_500 });
}

/** No path in the words: a cell of a table does not break inside of one. */
function withShortNames(words: string, report: ApplyReport, names: LeafNames): string {
  const paths = report.leaves.flatMap(({ leaf, outcome }) => [
    leaf,
    ...(outcome.status === 'moved' && outcome.to !== undefined ? [outcome.to] : []),
  ]);
  const known = paths.filter((leaf) => words.includes(leaf));
  const [longest] = known.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return words;
  const name = `\`${nameInWords(names.of(longest))}\``;
  return words.replaceAll(`\`${longest}\``, name).replaceAll(longest, name);
}

function groupFold({ first, others }: ApplyGroup, report: ApplyReport, names: LeafNames, fullReport: string): Fold {
  const { icon } = statusIn(report, first);
  const open = needsAttention(first.outcome) || first.outcome.status === 'planned';
  const blocks = leafBlocks(first, report, fullReport);
  if (others.length === 0) return { kind: 'fold', open, summary: `${icon} ${htmlCode(first.leaf, 240)}`, blocks };
  const leaves = [first, ...others];
  const places = placesOf(
    leaves.map(({ leaf }) => leaf),
    names,
    fullReport,
  );
  const sameness = `The same in ${count(others.length)} more, apart from the names of their folders.`;
  return {
    kind: 'fold',
    open,
    summary: `${icon} ${htmlCode(names.of(first.leaf).name, 80)}${AND}${count(leaves.length, 'leaf', 'leaves')}`,
    blocks: [
      places,
      ...(blocks.every((block) => block === '') ? [] : [`${code(first.leaf, 240)}:`, ...blocks, sameness]),
      {
        kind: 'details',
        items: others.map((leaf) => otherFold(leaf, first, report, names, fullReport)),
        more: (left) => `The details of ${count(left)} more do not fit here: the ${fullReport} has them.`,
      },
    ],
  };
}

/** What another leaf of a group has of its own: what to paste, and its plan where that reads differently. */
function otherFold(
  leaf: ApplyLeafReport,
  first: ApplyLeafReport,
  report: ApplyReport,
  names: LeafNames,
  fullReport: string,
): Block {
  const textOf = (each: ApplyLeafReport): string => withoutOwnNames(openPlanOf(each.outcome)?.text ?? '', each.leaf);
  const inputs = pasted(inputsFor(leaf, report));
  const plan = textOf(leaf) === textOf(first) ? [] : planOf(leaf, fullReport);
  if (inputs === '' && plan.length === 0) return '';
  const summary = htmlCode(placeInWords(names.of(leaf.leaf)), 160);
  return { kind: 'fold', open: false, summary, blocks: [`${code(leaf.leaf, 240)}:`, inputs, ...plan] };
}

function leafBlocks(leaf: ApplyLeafReport, report: ApplyReport, fullReport: string): readonly Block[] {
  return [
    ...cause(leaf, fullReport),
    ...leaf.problems.slice(0, 10).map((each) => fence(startOf(formatProblem(each), 2_000), 'text')),
    earlierLines(report, leaf.leaf)
      .map((line) => `- ${prose(line, 300)}`)
      .join('\n'),
    nextStep(leaf, report),
    pasted(inputsFor(leaf, report)),
    ...planOf(leaf, fullReport),
  ];
}

/** Why a leaf was not applied, and what is left behind. */
function cause({ outcome }: ApplyLeafReport, fullReport: string): readonly Block[] {
  switch (outcome.status) {
    case 'refused':
      return [prose(outcome.why, 1_500), differenceList(outcome.differences)];
    case 'awaiting':
      if (outcome.isUnseen === true) return [prose(outcome.why, 1_500)];
      return [
        'The plan was as reviewed when this run began, but what the run applied before it has changed it, so a person has to review it.',
        differenceList(outcome.differences),
      ];
    case 'failed':
      return [
        { kind: 'text', language: 'text', text: visible(outcome.output), fullReport },
        ...(outcome.stage === 'apply' ? whatIsLeft(outcome) : []),
      ];
    case 'orphaned': {
      const why = prose(outcome.why, 500);
      if (outcome.resources === undefined) return [`${why} What it created stays, and is no longer managed.`];
      return [
        `${why} These resources stay, but are no longer managed:`,
        fencedLines(outcome.resources.map(oneLine), 'text', `more in the ${fullReport}`),
      ];
    }
    case 'applied':
      return [
        ...named(
          'These actions failed, which `on_failure` allows:',
          (outcome.failed ?? []).map(({ address }) => address),
          fullReport,
        ),
        ...named(
          'These objects were forgotten, not destroyed: they stay, but are no longer managed:',
          leftBehind(outcome),
          fullReport,
        ),
      ];
    case 'as-reviewed':
    case 'planned':
    case 'nothing':
    case 'not-tried':
    case 'superseded':
    case 'paused':
    case 'moved':
    case 'waits':
    case 'pending':
      return [];
  }
}

function named(words: string, names: readonly string[], fullReport: string): readonly Block[] {
  return names.length === 0 ? [] : [words, fencedLines(names.map(oneLine), 'text', `more in the ${fullReport}`)];
}

function pasted(inputs: readonly string[]): string {
  return inputs.length === 0 ? '' : fence(inputs.map(oneLine).join('\n'), 'text');
}

/** The plan that was not applied. */
function planOf({ outcome }: ApplyLeafReport, fullReport: string): readonly Block[] {
  if (!('plan' in outcome) || outcome.plan === undefined) return [];
  const { summary, text } = outcome.plan;
  return [
    ...dangerLines(summary),
    {
      kind: 'details',
      items: [
        { kind: 'text', language: 'diff', text: planDiff(visible(text)), fullReport, outline: resourceLines(summary) },
      ],
      more: () => `Its plan does not fit here: the ${fullReport} has it.`,
    },
  ];
}

/** Only for the reader: the fingerprint has already decided. */
function differenceList(differences: readonly Difference[]): Block {
  const action = (actions: string | undefined): string =>
    actions === undefined ? `*${actionInWords(actions)}*` : code(actionInWords(actions), 40);
  const lines = differences.map(({ address, before, after, attributes }) => {
    const names = firstFew(
      attributes.map((name) => code(name, 80)),
      12,
    );
    return `- ${code(address, 300)}: ${action(before)} → ${action(after)}${names === '' ? '' : ` (${names})`}`;
  });
  return shortTable('What differs, reviewed → now:', lines, { most: 30, least: 1_500 });
}

function whatIsLeft(outcome: Extract<ApplyOutcome, { status: 'failed' }>): readonly Block[] {
  const lines = stateLeft(outcome).map(oneLine);
  if (lines.length === 0) return ['Nothing was done before it failed: the state is unchanged.'];
  const unfinished = outcome.failed.length > 0 ? ', and may hold changes that were not finished' : '';
  return [
    `The state holds what was done before the failure${unfinished}:`,
    fencedLines(lines, 'text', 'more in the log', { most: 200, least: 1_500 }),
  ];
}

function footer(report: ApplyReport): string {
  const { head, base, terraformVersion, runUrl } = report;
  const commits = base === undefined ? code(shortCommit(head)) : code(`${shortCommit(base)}…${shortCommit(head)}`);
  const parts = [
    commits,
    terraformVersion === undefined ? '' : `${programOf(report)} ${prose(terraformVersion, 40)}`,
    runUrl === undefined ? '' : runLink({ runUrl }, 'run'),
    maskedValues(report),
  ];
  return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
}
