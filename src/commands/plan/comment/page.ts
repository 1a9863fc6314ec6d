/** A report's pieces in markdown, before it is known how much of them fits. */
import { utf8Length } from '../../../markdown/bytes.ts';
import { commonFold, countPieces, detailsOf, ownDetails, type Details } from './leaf-details.ts';
import { code, prose } from '../../../markdown/escaping.ts';
import { foldMarkdown, foldOf, notRun, WHOLE, type Fold } from './leaf-fold.ts';
import { movablePinHints } from './movable-pins.ts';
import { compareLink, runLink } from '../../../markdown/links.ts';
import { problemsSection, sharedProblems, sharedSection } from './problems-section.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import type { Room } from '../../../markdown/limits.ts';
import { columnsFor, tableHead, tableRow } from './table.ts';
import { byUrgency, isAlarming, isQuiet, verdict } from '../verdict.ts';
import { count, leftOut } from '../../../markdown/plain-words.ts';

export interface Page {
  /** The head line with the verdict. */
  readonly heading: string;
  /** What is said behind the heading when there are more parts. */
  readonly ofParts: (of: number) => string;
  /** The head line of a further part. */
  readonly partHeading: (part: number, of: number) => string;
  /** Notices and problems that belong to no leaf. */
  readonly top: readonly string[];
  readonly tableHead: string;
  readonly rows: readonly string[];
  /** The same with the names of what is destroyed and replaced, for when not all folds have room. */
  readonly namingRows: readonly string[];
  /** Leaves whose plan does nothing: folded into one line, or as rows of their own table. */
  readonly quiet: { readonly fold: string; readonly tableHead: string; readonly rows: readonly string[] } | undefined;
  /** A fold for what several leaves have in common, before theirs; empty where there is no such thing. */
  readonly common: string;
  /** One for each leaf with more to say than its row. */
  readonly folds: readonly Fold[];
  /** Hints, and the quiet lines about leaves left out, commits, Terraform and run. */
  readonly bottom: readonly string[];
}

/** Lays the whole report out; every piece but the folds' texts is bounded in size. */
export function layOut(report: PlanReport, room: Room): Page {
  const leaves = byUrgency(report.leaves);
  const loud = leaves.filter((leaf) => !isQuiet(leaf));
  const columns = columnsFor(loud, true);
  const details = new Map(leaves.map((leaf) => [leaf, detailsOf(report, leaf, room)]));
  const detailsIn = (some: readonly LeafReport[]): readonly Details[] =>
    some.flatMap((leaf) => details.get(leaf) ?? []);
  const counts = countPieces(detailsIn(loud));
  const common = commonFold(detailsIn(loud), counts, room);
  const why = commonWhy(report);
  const shared = sharedProblems(report);
  const leftBehind = sharedByRemoved(report);
  const whys = new Set([...leftBehind.keys(), ...(why === undefined ? [] : [why])]);
  const said = { whys, problems: new Set(shared.keys()) };
  const name = report.title === '' ? 'Kompos' : `Kompos ${code(report.title, 100)}`;
  const alarm = report.leaves.some(isAlarming) ? '🟥 ' : '';
  return {
    heading: `### ${alarm}${name}: ${verdict(report)}`,
    ofParts: (of) => ` (part 1 of ${count(of)})`,
    partHeading: (part, of) => `### ${name}: part ${count(part)} of ${count(of)}`,
    top: within(room, [
      ...notices(report, why, leftBehind, room),
      ...problemsSection(report, report.problems, room),
      ...sharedSection(report, [...shared.values()], room),
    ]),
    tableHead: tableHead(columns),
    rows: loud.map((leaf) => tableRow(report, leaf, columns)),
    namingRows: loud.map((leaf) => tableRow(report, leaf, columns, { names: true })),
    quiet: quietLeaves(report, [...counts.keys()].join('\n')),
    common: common === undefined ? '' : foldMarkdown(common, WHOLE, room),
    folds: withoutRepeats(
      loud.flatMap((leaf) =>
        detailsIn([leaf]).flatMap((each) => {
          const fold = foldOf(report, leaf, ownDetails(each, counts), room, said);
          return fold === undefined ? [] : [{ leaf, fold }];
        }),
      ),
    ),
    bottom: [movablePinHints(report).join('\n'), prose(report.merge ?? '', 500), footer(report)],
  };
}

/** Why Terraform ran for no leaf, where that is one and the same: it is said once, above everything. */
function commonWhy(report: PlanReport): string | undefined {
  const whys = new Set(
    report.leaves.flatMap(({ outcome, kind }) =>
      outcome.status === 'not-run' && kind !== 'moved' && kind !== 'removed' ? [outcome.why] : [],
    ),
  );
  return whys.size === 1 ? [...whys][0] : undefined;
}

/** Why nothing is planned for removed leaves, where several share it: how many. */
function sharedByRemoved(report: PlanReport): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome, kind } of report.leaves) {
    if (outcome.status === 'not-run' && kind === 'removed') counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, leaves]) => leaves > 1));
}

/** What Terraform says of several leaves word for word stands in the first of them. */
function withoutRepeats(folds: readonly { readonly leaf: LeafReport; readonly fold: Fold }[]): readonly Fold[] {
  const first = new Map<string, LeafReport>();
  return folds.map(({ leaf, fold }) => {
    if (fold.text === undefined) return fold;
    const other = first.get(fold.text.body);
    if (other === undefined) {
      first.set(fold.text.body, leaf);
      return fold;
    }
    const what =
      leaf.outcome.status === 'failed' ? 'Terraform says the same as for' : 'The plan reads the same as that of';
    return { ...fold, text: undefined, before: [...fold.before, `${what} ${code(other.leaf, 240)}.`] };
  });
}

/** As many of the pieces as the top has room for, and a word about the others. */
function within(room: Room, pieces: readonly string[]): readonly string[] {
  let used = 0;
  const fitting = pieces.filter((piece) => {
    used += utf8Length(piece);
    return used <= room.top;
  });
  const left = pieces.length - fitting.length;
  return left === 0 ? fitting : [...fitting, `+${count(left)} more in the ${room.elsewhere}`];
}

function notices(
  report: PlanReport,
  why: string | undefined,
  leftBehind: ReadonlyMap<string, number>,
  room: Room,
): readonly string[] {
  const said = [...new Set(report.notices)].slice(0, room.items).map((notice) => prose(notice, 1_000));
  const isSaid = why === undefined || report.notices.some((notice) => notice.includes(why));
  const removed = [...leftBehind].map(([each, leaves]) => `${count(leaves)} removed leaves: ${prose(each, 500)}`);
  const all = [...said, ...(isSaid ? [] : [notRun(why)]), ...removed];
  return all.length > 0 ? [all.map((sentence) => `> ${sentence}`).join('\n>\n')] : [];
}

/** @param said what the folds say, with links */
function quietLeaves(report: PlanReport, said: string): Page['quiet'] {
  const leaves = report.leaves.filter(isQuiet);
  if (leaves.length === 0) return undefined;
  const columns = columnsFor(leaves, false);
  const head = tableHead(columns);
  const rows = leaves.map((leaf) => tableRow(report, leaf, columns, { isWanted: (link) => !said.includes(link) }));
  const summary = `⚪ ${count(leaves.length, 'changed leaf plans', 'changed leaves plan')} nothing to do`;
  const open = leaves.length === report.leaves.length && leaves.length <= 20 ? ' open' : '';
  const fold = `<details${open}>\n<summary>${summary}</summary>\n\n${head}\n${rows.join('\n')}\n\n</details>`;
  return { fold, tableHead: head, rows };
}

function footer(report: PlanReport): string {
  const unused = leftOut(report.unused);
  const parts = [
    compareLink(report),
    report.terraformVersion === undefined ? '' : `Terraform ${prose(report.terraformVersion, 40)}`,
    report.runUrl === undefined ? '' : runLink(report, 'run'),
  ];
  const last = `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
  return unused === '' ? last : `<sub>${unused}</sub>\n\n${last}`;
}
