/** The dashboard of a drift run: the job summary, and a short version for the log. */
import { shortCommit } from '../../base/names.ts';
import { formatProblem, hasErrors, inLeaves } from '../../base/problems.ts';
import { startOf } from '../../markdown/bytes.ts';
import { causeOf } from './issues/cause.ts';
import { leavesOfClass, type DriftOutcome, type DriftReport } from './report.ts';
import {
  changesInShort,
  DRIFT_HEAD,
  driftLines,
  failedCheckLines,
  ignoredLines,
  isFailedCheck,
  timeInWords,
  warningLines,
} from './wording.ts';
import { code, fence, htmlCode, oneLine, prose, visible } from '../../markdown/escaping.ts';
import { fit, shortTable, type Block, type Fold, type LongText } from '../../markdown/fit.ts';
import { leafNames, type LeafNames } from '../../markdown/leaf-names.ts';
import { runLink } from '../../markdown/links.ts';
import { withoutOwnNames } from '../../markdown/own-names.ts';
import { planDiff } from '../../markdown/plan-diff.ts';
import { SUMMARY_BYTES } from '../../markdown/github-limits.ts';
import { patternsOf, placeCode, placesOf, shownGroup, shownName } from '../../markdown/shown-names.ts';
import { AND } from '../../markdown/counts.ts';
import { count, firstFew, maskedValues } from '../../markdown/phrases.ts';
import { programOf } from '../../terraform/programs.ts';

/** A leaf's issue on GitHub. */
export interface LeafIssue {
  readonly number: number;
  readonly url: string;
  readonly open: boolean;
  /** Since when the drift is known, in ISO form; undefined while the issue is closed. */
  readonly since: string | undefined;
}

export interface DriftDashboard {
  readonly report: DriftReport;
  /** By the digest of the leaf's path. */
  readonly issues: ReadonlyMap<string, LeafIssue>;
  /** Digests of the leaves that got no issue because of the limit. */
  readonly overLimit: readonly string[];
  /** Sentences: why issues are not up to date, for example. */
  readonly notices: readonly string[];
}

/** The verdict, a list for each class, then each leaf's plan. */
export function renderDriftSummary(dashboard: DriftDashboard, bytes = SUMMARY_BYTES): string {
  const { report, notices } = dashboard;
  const { terraformVersion } = report;
  const terraform = terraformVersion === undefined ? '' : `, ${programOf(report)} ${code(terraformVersion)}`;
  const masked = maskedValues(report);
  const names = leafNames(report.leaves.map(({ leaf }) => leaf));
  const blocks: readonly Block[] = [
    `### ${leavesOfClass(report, 'error').length > 0 || hasErrors(report.problems) ? '❌ ' : ''}${nameOf(report)}: ${driftVerdict(report)}`,
    patternsOf(names),
    ...notices.map((notice) => `> ${prose(notice, 1_000)}`),
    ...problems(report),
    ...errorSection(dashboard, names, bytes * 0.1),
    ...openSection(dashboard, names, 'drifted', bytes * 0.15),
    ...openSection(dashboard, names, 'pending', bytes * 0.15),
    ...overLimitSection(dashboard, names, bytes * 0.05),
    ...uncheckedSection(report, names, bytes * 0.05),
    ...section('Failed checks', failedCheckLines(report, inLeaves(report.leaves)), bytes * 0.05),
    ...section('Warnings', warningLines(report, inLeaves(report.leaves)), bytes * 0.05),
    ...ignoredSection(report, names, bytes * 0.1),
    {
      kind: 'details',
      items: folds(report, names),
      more: (left) => `The details of ${count(left)} more do not fit here: the log has them.`,
    },
    `<sub>${runLink(report, 'Run')} at ${code(shortCommit(report.head))}, ${timeInWords(report.time)}${terraform}. Nothing was applied.${masked === '' ? '' : ` ${masked}.`}</sub>`,
  ];
  return `${fit(blocks, () => bytes - 2).join('\n\n')}\n`;
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
  const found = [...report.problems, ...inLeaves(report.leaves)].map((each) =>
    visible(`${each.severity === 'warning' ? 'Warning' : 'Error'}: ${formatProblem(each)}`),
  );
  const name = report.title === '' ? 'Kompos drift' : `Kompos drift ${oneLine(report.title)}`;
  return [`${name}: ${driftVerdict(report)}`, rows.join('\n'), [...notices, ...new Set(found)].join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** `1 failed · 2 drifted · 1 pending · 9 clean · 3 not selected` */
function driftVerdict(report: DriftReport): string {
  const number = (name: DriftOutcome['class']): number => leavesOfClass(report, name).length;
  const parts = (
    [
      ['error', 'failed'],
      ['drifted', 'drifted'],
      ['pending', 'pending'],
      ['unchecked', 'not checked'],
    ] as const
  ).flatMap(([name, word]) => (number(name) > 0 ? [`${count(number(name))} ${word}`] : []));
  const unwell = report.leaves.filter(({ problems }) => problems.some(isFailedCheck)).length;
  if (unwell > 0) parts.unshift(`checks failed in ${count(unwell, 'leaf', 'leaves')}`);
  const rest = report.leafCount - report.leaves.length;
  if (report.leaves.length === 0) return 'no leaf was checked';
  return parts.length === 0
    ? `${count(report.leaves.length, 'leaf is', 'leaves are')} clean`
    : [...parts, `${count(number('clean'))} clean`, ...(rest > 0 ? [`${count(rest)} not selected`] : [])].join(AND);
}

function nameOf({ title }: DriftReport): string {
  return title === '' ? 'Kompos drift' : `Kompos drift ${code(title, 100)}`;
}

function problems(report: DriftReport): readonly string[] {
  return report.problems.slice(0, 50).map((each) => fence(startOf(formatProblem(each), 3_000), 'text'));
}

/** @param least bytes that the list always gets */
function section(title: string, items: readonly string[], least: number): readonly Block[] {
  return items.length === 0 ? [] : [`#### ${title}`, shortTable('', items, { least })];
}

/** `- **vpc** · dev: 1 · 2`, without what is empty. */
function item(leaf: string, names: LeafNames, ...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '').join(AND);
  return `- ${shownName(names.of(leaf))}${said === '' ? '' : `: ${said}`}`;
}

type OpenLeaf = ReturnType<typeof leavesOfClass<'drifted' | 'pending'>>[number];

/** Groups of leaves that have the same cause, and the same in another respect. */
function alike(
  leaves: readonly OpenLeaf[],
  alsoBy: (leaf: OpenLeaf) => string,
): readonly (readonly [OpenLeaf, ...OpenLeaf[]])[] {
  const groups = new Map<string, [OpenLeaf, ...OpenLeaf[]]>();
  for (const each of leaves) {
    const key = `${causeOf(each, each.outcome, 'cause')} ${alsoBy(each)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

/** One item for leaves that differ in the same way and have the same issue. */
function openSection(
  { report, issues }: DriftDashboard,
  names: LeafNames,
  name: 'drifted' | 'pending',
  least: number,
): readonly Block[] {
  const groups = alike(leavesOfClass(report, name), ({ identity }) => `${issues.get(identity.leaf)?.number ?? ''}`);
  const items = groups.map((group) => {
    const [{ identity, outcome }] = group;
    const issue = issues.get(identity.leaf);
    const since = `since ${timeInWords(issue?.since ?? report.time)}`;
    const own = group.map(({ leaf }) => names.of(leaf));
    const places = group.length === 1 ? '' : `in ${firstFew(own.map(placeCode), 10)}`;
    const said = [changesInShort(outcome), since, link(issue), places].filter((part) => part !== '');
    return `- ${shownGroup(own)}: ${said.join(AND)}`;
  });
  const title =
    name === 'drifted' ? `Drifted: changed outside of ${programOf(report)}` : 'Pending: planned changes without drift';
  return section(title, items, least);
}

function errorSection({ report, issues }: DriftDashboard, names: LeafNames, least: number): readonly Block[] {
  const items = report.leaves.flatMap(({ leaf, identity, outcome, problems: own }) => {
    if (outcome.class !== 'error') return [];
    const why = own.find(({ severity }) => severity === 'error')?.message ?? firstError(outcome.output);
    const what = outcome.stage === 'render' ? 'does not render' : `${outcome.stage} failed`;
    return [item(leaf, names, what, prose(why, 300), link(issues.get(identity.leaf)))];
  });
  return section('Failed: could not be planned', items, least);
}

/** The line of Terraform's box that says `Error:`, without its border. */
function firstError(output: string): string {
  const lines = output.split('\n').map((line) => line.replace(/^[│╷╵\s]+/u, ''));
  return lines.find((line) => line.startsWith('Error:')) ?? lines.find((line) => line !== '') ?? '';
}

function overLimitSection({ report, overLimit }: DriftDashboard, names: LeafNames, least: number): readonly Block[] {
  const leaves = new Map(report.leaves.map(({ leaf, identity }) => [identity.leaf, leaf]));
  const items = overLimit.flatMap((digest) => leaves.get(digest) ?? []).map((leaf) => item(leaf, names));
  const words = `The limit ${code('max-open-issues')} is reached, so these leaves have no issue:`;
  return section(`Without an issue\n\n${words}`, items, least);
}

function uncheckedSection(report: DriftReport, names: LeafNames, least: number): readonly Block[] {
  const items = leavesOfClass(report, 'unchecked').map(({ leaf, outcome }) =>
    item(leaf, names, prose(outcome.why, 300)),
  );
  return section('Not checked', items, least);
}

function ignoredSection(report: DriftReport, names: LeafNames, least: number): readonly Block[] {
  const items = report.leaves.flatMap(({ leaf, outcome }) =>
    'ignored' in outcome ? ignoredLines(outcome.ignored).map((line) => item(leaf, names, line.slice('- '.length))) : [],
  );
  return section('Ignored', items, least);
}

function link(issue: LeafIssue | undefined): string {
  if (issue === undefined) return '';
  const words = `#${issue.number}`;
  const linked = /^https?:\/\/[\w.:/-]+$/u.test(issue.url) ? `[${words}](${issue.url})` : words;
  return issue.open ? linked : `${linked} (closed)`;
}

/** The drift and plan of leaves that differ alike, or what Terraform said when one failed. */
function folds(report: DriftReport, names: LeafNames): readonly Fold[] {
  const open = alike(leavesOfClass(report, 'drifted', 'pending'), ({ leaf, outcome }) =>
    withoutOwnNames(outcome.text, leaf),
  ).map(([{ leaf, outcome }, ...others]) => {
    const drifted = shortTable(DRIFT_HEAD, driftLines(outcome.drifted));
    if (others.length === 0) return fold(htmlCode(leaf, 240), 'diff', planDiff(visible(outcome.text)), drifted);
    const leaves = [leaf, ...others.map((each) => each.leaf)];
    return fold(
      `${htmlCode(names.of(leaf).name, 80)}${AND}${count(leaves.length)} leaves`,
      'diff',
      planDiff(visible(outcome.text)),
      placesOf(leaves, names, 'log'),
      `The same in all, apart from the names of their folders. In ${code(leaf, 240)}:`,
      drifted,
    );
  });
  const failed = leavesOfClass(report, 'error').map(({ leaf, outcome }) =>
    fold(htmlCode(leaf, 240), 'text', outcome.output.trim()),
  );
  return [...open, ...failed];
}

function fold(summary: string, language: LongText['language'], text: string, ...before: readonly Block[]): Fold {
  const blocks = [...before, { kind: 'text', language, text, fullReport: 'log' } as const];
  return { kind: 'fold', open: false, summary, blocks };
}
