/** The report of a run as blocks of markdown, in a reviewer's reading order. */
import { commonFold, countPieces, detailsOf, ownDetails } from './leaf-details.ts';
import type { DetailLimits } from './detail-limits.ts';
import { code, prose } from '../../../markdown/escaping.ts';
import { fit, type Fold, type Table } from '../../../markdown/fit.ts';
import { leafFolds, notRun } from './leaf-fold.ts';
import { movablePinHints } from './movable-pins.ts';
import { compareLink, runLink } from '../../../markdown/links.ts';
import { problemsSection, sharedProblems, sharedSection } from './problems-section.ts';
import type { ReportBlocks } from '../../../markdown/report-parts.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { columnsFor, tableHead, tableRow } from './table.ts';
import { byUrgency, isAlarming, isCompared, isQuiet, verdict } from '../verdict.ts';
import { count, leftOut } from '../../../markdown/phrases.ts';
import { programOf } from '../../../terraform/programs.ts';

/** Everything but Terraform's texts and the number of leaves is bounded in size. */
export function reportBlocks(report: PlanReport, limits: DetailLimits): ReportBlocks {
  const loud = byUrgency(report.leaves).filter((leaf) => !isQuiet(leaf));
  const details = loud.map((leaf) => detailsOf(report, leaf, limits));
  const counts = countPieces(details);
  const why = commonWhy(report);
  const shared = sharedProblems(report);
  const leftBehind = sharedByRemoved(report);
  const whys = new Set([...leftBehind.keys(), ...(why === undefined ? [] : [why])]);
  const own = details.map((each) => ownDetails(each, counts));
  const folds = leafFolds(report, loud, own, limits, { whys, problems: new Set(shared.keys()) });
  const top = [
    notices(report, why, leftBehind, limits),
    ...problemsSection(report, report.problems, limits),
    ...sharedSection(report, [...shared.values()], limits),
  ];
  const quiet = quietTable(report, [...counts.keys()].join('\n'));
  return {
    name: report.title === '' ? 'Kompos' : `Kompos ${code(report.title, 100)}`,
    alarm: report.leaves.some(isAlarming) ? '🟥 ' : '',
    verdict: verdict(report),
    blocks: [
      ...fit(
        [{ kind: 'details', items: top, more: (left) => `+${count(left)} more in the ${limits.fullReport}` }],
        () => limits.top,
      ),
      {
        kind: 'variants',
        complete: [leafTable(report, loud, false)],
        incomplete: [leafTable(report, loud, true), quiet],
      },
      {
        kind: 'details',
        // Without what they have in common, most folds would say too little.
        items: [commonFold(details, counts, limits), ...folds],
        more: (left) =>
          `The details of ${count(Math.min(left, folds.length), 'leaf', 'leaves')} do not fit here: the ${runLink(report, limits.fullReport)} has them.`,
      },
      { kind: 'variants', complete: [quietFold(report, quiet)], incomplete: [] },
      movablePinHints(report).join('\n'),
      prose(report.merge ?? '', 500),
      footer(report),
    ],
  };
}

/** @param names whether destroyed and replaced resources are named, for when not all folds fit */
function leafTable(report: PlanReport, leaves: readonly LeafReport[], names: boolean): Table {
  const columns = columnsFor(leaves, true);
  const rows = leaves.map((leaf) => tableRow(report, leaf, columns, { names }));
  return { kind: 'table', head: tableHead(columns), rows };
}

/**
 * Leaves whose plan does nothing.
 *
 * @param above the text of the folds, with links
 */
function quietTable(report: PlanReport, above: string): Table {
  const leaves = report.leaves.filter(isQuiet);
  const columns = columnsFor(leaves, false);
  const rows = leaves.map((leaf) => tableRow(report, leaf, columns, { isWanted: (link) => !above.includes(link) }));
  return { kind: 'table', head: tableHead(columns), rows };
}

function quietFold(report: PlanReport, table: Table): Fold {
  const { leaves } = report;
  const number = table.rows.length;
  const summary = `⚪ ${count(number)}${isCompared(report) ? ' changed' : ''} ${number === 1 ? 'leaf' : 'leaves'} without planned changes`;
  return { kind: 'fold', open: number === leaves.length && number <= 20, summary, blocks: [table] };
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
  why: string | undefined,
  leftBehind: ReadonlyMap<string, number>,
  limits: DetailLimits,
): string {
  const own = [...new Set(report.notices)].slice(0, limits.items).map((notice) => prose(notice, 1_000));
  const isKnown = why === undefined || report.notices.some((notice) => notice.includes(why));
  const removed = [...leftBehind].map(([each, leaves]) => `${count(leaves)} removed leaves: ${prose(each, 500)}`);
  const all = [...own, ...(isKnown ? [] : [notRun(why)]), ...removed];
  return all.map((sentence) => `> ${sentence}`).join('\n>\n');
}

function footer(report: PlanReport): string {
  const unused = leftOut(report.unused);
  const parts = [
    compareLink(report),
    report.terraformVersion === undefined ? '' : `${programOf(report)} ${prose(report.terraformVersion, 40)}`,
    report.runUrl === undefined ? '' : runLink(report, 'run'),
  ];
  const last = `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
  return unused === '' ? last : `<sub>${unused}</sub>\n\n${last}`;
}
