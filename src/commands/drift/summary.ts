/** The dashboard of a look for drift: the job summary, and the same in short for the log. */
import { formatProblem } from '../../base/problems.ts';
import { cutMiddle, utf8Length } from '../../markdown/bytes.ts';
import { leavesOfClass, type DriftOutcome, type DriftReport, type LeafDrift } from './report.ts';
import { DRIFT_HEAD, driftRows, IGNORED_HEAD, ignoredRows, inShort, table, timeInWords } from './wording.ts';
import { code, fence, htmlCode, oneLine, prose, row, visible } from '../../markdown/escaping.ts';
import { runLink } from '../../markdown/links.ts';
import { planDiff } from '../../markdown/plan-diff.ts';
import { SUMMARY_BYTES } from '../../markdown/limits.ts';
import { count } from '../../markdown/plain-words.ts';

/** What GitHub has of a leaf. */
export interface LeafIssue {
  readonly number: number;
  readonly url: string;
  readonly open: boolean;
  /** Since when the drift is known, in ISO form; undefined while the issue is closed. */
  readonly since: string | undefined;
}

export interface DriftDashboard {
  readonly report: DriftReport;
  /** By the position of the leaf in the report. */
  readonly issues: ReadonlyMap<string, LeafIssue>;
  /** Positions of the leaves that got no issue because of the limit. */
  readonly overLimit: readonly string[];
  /** Sentences: why issues are not up to date, and the like. */
  readonly notices: readonly string[];
}

type Open = LeafDrift & { readonly outcome: Extract<DriftOutcome, { class: 'drifted' | 'pending' }> };

/** Totals, a table for each class, then each leaf's plan. */
export function renderDriftSummary(dashboard: DriftDashboard, bytes = SUMMARY_BYTES): string {
  const { report, notices } = dashboard;
  const parts = [
    `### ${nameOf(report)}: ${driftVerdict(report)}`,
    totals(report),
    ...notices.map((notice) => `> ${prose(notice, 1_000)}`),
    ...problems(report),
    ...openSection(dashboard, 'drifted', bytes * 0.15),
    ...openSection(dashboard, 'pending', bytes * 0.15),
    ...errorSection(dashboard, bytes * 0.1),
    ...overLimitSection(dashboard, bytes * 0.05),
    ...uncheckedSection(report, bytes * 0.05),
    ...ignoredSection(report, bytes * 0.1),
  ];
  const end = `<sub>${runLink(report, 'Run')} at ${code(report.head.slice(0, 7))}, ${timeInWords(report.time)}${report.terraformVersion === undefined ? '' : `, Terraform ${code(report.terraformVersion)}`}. Nothing was applied.</sub>`;
  const text = parts.join('\n\n');
  return `${[text, ...folds(report, bytes - utf8Length(text + end) - 200), end].join('\n\n')}\n`;
}

/** One line for each leaf that is not clean. */
export function renderDriftText({ report, issues, overLimit, notices }: DriftDashboard): string {
  const rows = report.leaves.flatMap(({ leaf, identity, outcome }) => {
    if (outcome.class === 'clean') return [];
    const issue = issues.get(identity.leaf);
    const where = issue?.open === true ? `  #${issue.number}` : overLimit.includes(identity.leaf) ? '  (no issue)' : '';
    const why = outcome.class === 'error' ? `: ${outcome.stage}` : '';
    return [`  ${`${outcome.class}${why}`.padEnd(14)} ${oneLine(leaf)}${where}`];
  });
  const found = [...report.problems, ...report.leaves.flatMap((leaf) => leaf.problems)].map((each) =>
    visible(`${each.severity === 'warning' ? 'Warning' : 'Error'}: ${formatProblem(each)}`),
  );
  const name = report.title === '' ? 'Kompos drift' : `Kompos drift ${oneLine(report.title)}`;
  return [`${name}: ${driftVerdict(report)}`, rows.join('\n'), [...notices, ...new Set(found)].join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** `2 leaves drifted, 1 pending, 1 failed, 9 clean` */
function driftVerdict(report: DriftReport): string {
  const number = (name: DriftOutcome['class']): number => leavesOfClass(report, name).length;
  const said = (
    [
      ['drifted', 'drifted'],
      ['pending', 'pending'],
      ['error', 'failed'],
      ['unchecked', 'not checked'],
    ] as const
  ).flatMap(([name, word]) => (number(name) > 0 ? [`${count(number(name))} ${word}`] : []));
  if (report.leaves.length === 0) return 'no leaf was looked at';
  return said.length === 0
    ? `${count(report.leaves.length, 'leaf is', 'leaves are')} clean`
    : `${said.join(', ')}, ${count(number('clean'))} clean`;
}

function nameOf({ title }: DriftReport): string {
  return title === '' ? 'Kompos drift' : `Kompos drift ${code(title, 100)}`;
}

function totals(report: DriftReport): string {
  const classes = ['drifted', 'pending', 'error', 'clean', 'unchecked'] as const;
  const names = ['Drifted', 'Pending', 'Failed', 'Clean', 'Not checked', 'Not asked for'];
  const numbers = classes.map((name) => leavesOfClass(report, name).length);
  const all = [...numbers, report.leafCount - report.leaves.length].map((number) => count(number));
  return `${row(names)}\n${row(names.map(() => '---:'))}\n${row(all)}`;
}

function problems(report: DriftReport): readonly string[] {
  return report.problems.slice(0, 50).map((each) => fence(formatProblem(each).slice(0, 3_000), 'text'));
}

function openSection(dashboard: DriftDashboard, name: 'drifted' | 'pending', bytes: number): readonly string[] {
  const { report, issues } = dashboard;
  const rows = report.leaves.flatMap(({ leaf, identity, outcome }) => {
    if (outcome.class !== name) return [];
    const issue = issues.get(identity.leaf);
    const since = timeInWords(issue?.since ?? report.time);
    return [row([code(leaf, 240), inShort(outcome), since, link(issue)])];
  });
  if (rows.length === 0) return [];
  const title =
    name === 'drifted' ? 'Drifted: changed outside of Terraform' : 'Pending: planned, and not because of drift';
  return [`#### ${title}`, table('| Leaf | What | Known since | Issue |\n| --- | --- | --- | --- |', rows, bytes)];
}

function errorSection({ report, issues }: DriftDashboard, bytes: number): readonly string[] {
  const rows = report.leaves.flatMap(({ leaf, identity, outcome, problems: own }) => {
    if (outcome.class !== 'error') return [];
    const said = own.find(({ severity }) => severity === 'error')?.message ?? firstError(outcome.output);
    return [row([code(leaf, 240), outcome.stage, prose(said, 300), link(issues.get(identity.leaf))])];
  });
  if (rows.length === 0) return [];
  const head = '| Leaf | Stage | Why | Issue |\n| --- | --- | --- | --- |';
  return ['#### Failed: nothing is known of these', table(head, rows, bytes)];
}

/** Terraform's box: the line that says `Error:`, without its rule. */
function firstError(output: string): string {
  const lines = output.split('\n').map((line) => line.replace(/^[│╷╵\s]+/u, ''));
  return lines.find((line) => line.startsWith('Error:')) ?? lines.find((line) => line !== '') ?? '';
}

function overLimitSection({ report, overLimit }: DriftDashboard, bytes: number): readonly string[] {
  const names = new Map(report.leaves.map(({ leaf, identity }) => [identity.leaf, leaf]));
  const rows = overLimit.flatMap((digest) => names.get(digest) ?? []).map((leaf) => row([code(leaf, 240)]));
  if (rows.length === 0) return [];
  const words = `As many issues are open as ${code('max-open-issues')} allows, so these have none:`;
  return ['#### Without an issue', words, table('| Leaf |\n| --- |', rows, bytes)];
}

function uncheckedSection(report: DriftReport, bytes: number): readonly string[] {
  const rows = leavesOfClass(report, 'unchecked').map(({ leaf, outcome }) =>
    row([code(leaf, 240), prose(outcome.why, 300)]),
  );
  return rows.length === 0 ? [] : ['#### Not checked', table('| Leaf | Why |\n| --- | --- |', rows, bytes)];
}

function ignoredSection(report: DriftReport, bytes: number): readonly string[] {
  const rows = report.leaves.flatMap(({ leaf, outcome }) =>
    'ignored' in outcome
      ? ignoredRows(outcome.ignored).map((each) => `| ${code(leaf, 240).replaceAll('|', '\\|')} ${each}`)
      : [],
  );
  const head = IGNORED_HEAD.replace('| Resource', '| Leaf | Resource').replace('| ---', '| --- | ---');
  return rows.length === 0 ? [] : ['#### Ignored', table(head, rows, bytes)];
}

function link(issue: LeafIssue | undefined): string {
  if (issue === undefined) return '';
  const words = `#${issue.number}`;
  const linked = /^https?:\/\/[\w.:/-]+$/u.test(issue.url) ? `[${words}](${issue.url})` : words;
  return issue.open ? linked : `${linked} (closed)`;
}

/** Each leaf's drift and plan, as many as fit. */
function folds(report: DriftReport, bytes: number): readonly string[] {
  const open: readonly Open[] = leavesOfClass(report, 'drifted', 'pending');
  const failed = leavesOfClass(report, 'error').filter(({ outcome }) => outcome.output.trim() !== '');
  const each = Math.max(1_000, Math.min(60_000, bytes / Math.max(1, open.length + failed.length) - 500));
  // Made one by one: thousands of plans would take their time although only some have room.
  const all = [
    ...open.map((leaf) => () => openFold(leaf, each)),
    ...failed.map(
      ({ leaf, outcome }) =>
        () =>
          fold(leaf, [fence(cut(outcome.output, each), 'text')]),
    ),
  ];
  const shown: string[] = [];
  let used = 0;
  for (const make of all) {
    const one = make();
    used += utf8Length(one) + 2;
    if (used > bytes) break;
    shown.push(one);
  }
  const left = all.length - shown.length;
  return left === 0
    ? shown
    : [...shown, `The details of ${count(left, 'leaf', 'leaves')} have no room here: the log has them.`];
}

function openFold({ leaf, outcome }: Open, bytes: number): string {
  return fold(
    leaf,
    [
      table(DRIFT_HEAD, driftRows(outcome.drifted), bytes / 2),
      fence(cut(planDiff(visible(outcome.text)), bytes / 2), 'diff'),
    ].filter((part) => part !== ''),
  );
}

function fold(leaf: string, parts: readonly string[]): string {
  return ['<details>', `<summary>${htmlCode(leaf, 240)}</summary>`, ...parts, '</details>'].join('\n\n');
}

function cut(text: string, bytes: number): string {
  return cutMiddle(text, bytes, (lines) => `… ${count(lines, 'line', 'lines')} cut here: the log has all of it …`);
}
