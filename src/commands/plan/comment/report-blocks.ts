/** The report of a run as blocks of markdown, in a reviewer's reading order. */
import { code, prose } from '../../../markdown/escaping.ts';
import { fit, type Fold, type Lines, type Table } from '../../../markdown/fit.ts';
import { leafNames, type LeafNames } from '../../../markdown/leaf-names.ts';
import { compareLink, runLink } from '../../../markdown/links.ts';
import { count, leftOut, maskedValues } from '../../../markdown/phrases.ts';
import { programOf } from '../../../terraform/programs.ts';
import type { ReportBlocks } from '../../../markdown/report-parts.ts';
import { patternsOf, shownName } from '../../../markdown/shown-names.ts';
import { behindTarget } from '../behind.ts';
import type { PlanReport } from '../report.ts';
import { alarm, byUrgency, isCompared, isQuiet, verdict } from '../verdict.ts';
import { checksSection } from './checks-section.ts';
import type { DetailLimits } from './detail-limits.ts';
import { graphFold } from './graph-section.ts';
import { groupsOf } from './groups.ts';
import { changesOf, type Changes } from './leaf-details.ts';
import { groupFolds, notRun } from './leaf-fold.ts';
import { movablePinHints } from './movable-pins.ts';
import { problemsSection, sharedProblems, sharedSection } from './problems-section.ts';
import { readersSection } from './readers-section.ts';
import { dangerList, groupTable } from './table.ts';

/** Everything but Terraform's texts and the number of leaves is bounded in size. */
export function reportBlocks(report: PlanReport, limits: DetailLimits): ReportBlocks {
  const names = leafNames(report.leaves.map(({ leaf }) => leaf));
  const groups = groupsOf(
    byUrgency(report.leaves).filter((leaf) => !isQuiet(leaf)),
    names,
  );
  const changes = changesOf(report, report.leaves, limits);
  const why = commonWhy(report);
  const shared = sharedProblems(report);
  const leftBehind = sharedByRemoved(report);
  const whys = new Set([...leftBehind.keys(), ...(why === undefined ? [] : [why])]);
  const folds = groupFolds(groups, { report, names, changes, limits, whys, problems: new Set(shared.keys()) });
  const top = [
    notices(report, names, why, leftBehind, limits),
    ...problemsSection(report, report.problems, limits),
    ...sharedSection(report, [...shared.values()], limits),
    changes.common,
    patternsOf(names),
  ];
  const quiet = quietTable(report, names);
  return {
    name: report.title === '' ? 'Kompos' : `Kompos ${code(report.title, 100)}`,
    alarm: alarm(report),
    verdict: verdict(report),
    blocks: [
      ...fit(
        [{ kind: 'details', items: top, more: (left) => `+${count(left)} more in the ${limits.fullReport}` }],
        () => limits.top,
      ),
      groupTable(groups, names),
      ...checksSection(report, names, limits),
      ...readersSection(report, limits.fullReport),
      ...graphFold(report),
      { kind: 'variants', complete: [], incomplete: [dangerList(groups, names), quiet] },
      {
        kind: 'details',
        items: [changes.commonBlocks, ...folds.map(({ fold }) => fold)],
        more: (left) =>
          `The details of ${count(leavesIn(folds.slice(-left)), 'leaf', 'leaves')} do not fit here: the ${runLink(report, limits.fullReport)} has them.`,
      },
      { kind: 'variants', complete: [quietFold(report, quiet, changes)], incomplete: [] },
      waitingSentence(report),
      movablePinHints(report).join('\n'),
      prose(report.merge ?? '', 500),
      footer(report),
    ],
  };
}

function leavesIn(folds: readonly { readonly leaves: number }[]): number {
  return folds.reduce((sum, { leaves }) => sum + leaves, 0);
}

/** What becomes of the leaves that wait; empty without any. */
function waitingSentence({ leaves }: PlanReport): string {
  const waiting = leaves.filter(({ outcome }) => outcome.status === 'waits').length;
  if (waiting === 0) return '';
  const these = waiting === 1 ? 'One leaf reads' : `${count(waiting)} leaves read`;
  return `⏳ ${these} what this change creates, and cannot be planned yet. An apply plans each after what it reads, and a person accepts that plan; with \`apply-requires: unplanned-creates\`, a plan that only creates needs nobody.`;
}

/** Leaves whose plan does nothing. */
function quietTable(report: PlanReport, names: LeafNames): Table {
  return groupTable(groupsOf(report.leaves.filter(isQuiet), names), names);
}

function quietFold(report: PlanReport, table: Table, changes: Changes): Fold {
  const { leaves } = report;
  const quiet = leaves.filter(isQuiet);
  const number = quiet.length;
  const summary = `⚪ ${count(number)}${isCompared(report) && quiet.every(({ onlyReads }) => onlyReads === undefined) ? ' changed' : ''} ${number === 1 ? 'leaf' : 'leaves'} without planned changes`;
  const own: Lines = {
    kind: 'lines',
    begin: '',
    end: '',
    lines: [...new Set(quiet.flatMap((leaf) => changes.own(leaf).lines))].map((line) => `- ${line}`),
    more: (left) => `- +${count(left)} more`,
  };
  return { kind: 'fold', open: number === leaves.length && number <= 20, summary, blocks: [table, own] };
}

/** Why Terraform ran for no leaf, if there is one reason for all: it is shown once, above everything. */
function commonWhy(report: PlanReport): string | undefined {
  const whys = new Set(
    report.leaves.flatMap(({ outcome, kind }) =>
      outcome.status === 'not-run' && kind !== 'moved' && kind !== 'removed' ? [outcome.why] : [],
    ),
  );
  return whys.size === 1 ? [...whys][0] : undefined;
}

/** Why nothing is planned for removed leaves, if several share it → how many do. */
function sharedByRemoved(report: PlanReport): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome, kind } of report.leaves) {
    if (outcome.status === 'not-run' && kind === 'removed') counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, leaves]) => leaves > 1));
}

function notices(
  report: PlanReport,
  names: LeafNames,
  why: string | undefined,
  leftBehind: ReadonlyMap<string, number>,
  limits: DetailLimits,
): string {
  const own = [...new Set(report.notices)].slice(0, limits.items).map((notice) => prose(notice, 1_000));
  const isKnown = why === undefined || report.notices.some((notice) => notice.includes(why));
  const removed = [...leftBehind].map(([each, leaves]) => `${count(leaves)} removed leaves: ${prose(each, 500)}`);
  const behind = behindTarget(report, {
    text: (text) => code(text, 80),
    leaf: (path) => shownName(names.of(path)),
  });
  const all = [...(behind === '' ? [] : [`⚠️ ${behind}`]), ...own, ...(isKnown ? [] : [notRun(why)]), ...removed];
  return all.map((sentence) => `> ${sentence}`).join('\n>\n');
}

function footer(report: PlanReport): string {
  const unused = leftOut(report.unused);
  const parts = [
    compareLink(report),
    report.terraformVersion === undefined ? '' : `${programOf(report)} ${prose(report.terraformVersion, 40)}`,
    report.runUrl === undefined ? '' : runLink(report, 'run'),
    maskedValues(report),
  ];
  const last = `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
  return unused === '' ? last : `<sub>${unused}</sub>\n\n${last}`;
}
