/** Results of checks over leaves, put together: what several leaves have is read once. Pure. */
import { formatPlace, problem, warning, type Problem } from '../base/problems.ts';
import { withoutOwnNames } from '../markdown/own-names.ts';
import { count } from '../markdown/phrases.ts';
import { isBlocking, type CheckResult, type Finding } from './check.ts';

/** The checks of one leaf. */
export interface CheckedLeaf {
  readonly leaf: string;
  readonly checks?: readonly CheckResult[] | undefined;
}

/** A result that is not well, with the leaves that have it. */
export interface CheckGroup {
  readonly result: CheckResult;
  readonly leaves: readonly string[];
}

/** Equal results once: those that block first, then other findings, then what did not run. */
export function checkGroups(leaves: readonly CheckedLeaf[]): readonly CheckGroup[] {
  const groups = new Map<string, { result: CheckResult; leaves: string[] }>();
  for (const { leaf, checks = [] } of leaves) {
    for (const result of checks) {
      if (result.status === 'passed' && result.why === '') continue;
      // What a leaf is called is in what a tool prints about it.
      const key = withoutOwnNames(JSON.stringify(result), leaf);
      const group = groups.get(key) ?? { result, leaves: [] };
      group.leaves.push(leaf);
      groups.set(key, group);
    }
  }
  return [...groups.values()].toSorted((a, b) => rank(a.result) - rank(b.result));
}

function rank(result: CheckResult): number {
  return isBlocking(result) ? 0 : result.status === 'not-run' ? 3 : result.status === 'passed' ? 2 : 1;
}

/** Names of the checks that passed wherever they ran, in the order in which they ran. */
export function passedChecks(leaves: readonly CheckedLeaf[]): readonly string[] {
  const all = leaves.flatMap(({ checks = [] }) => checks);
  const names = new Set(all.filter(({ status }) => status === 'passed').map(({ name }) => name));
  return [...names].filter((name) => !all.some((each) => each.name === name && each.status !== 'passed'));
}

/** `conftest`; with what tells its version apart, and whether it counts. */
export function checkTitle(result: CheckResult): string {
  return `${result.name}${checkNotes(result)}`;
}

/** ` (as proposed here, not required)`, or nothing. */
export function checkNotes({ proposed, required }: CheckResult): string {
  const notes = [proposed ? 'as proposed here' : '', required ? '' : 'not required'].filter((note) => note !== '');
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}

/** `3 findings`, `could not tell`. */
export function checkOutcome({ status, findings }: CheckResult): string {
  switch (status) {
    case 'failed':
      return findings.length === 0 ? 'failed' : count(findings.length, 'finding', 'findings');
    case 'error':
      return 'could not tell';
    case 'not-run':
      return 'not run';
    case 'passed':
      return 'passed';
  }
}

/** `CKV_AWS_20: S3 bucket is public` */
export function findingInWords({ rule, message }: Finding): string {
  return rule === undefined || message.startsWith(rule) ? message : `${rule}: ${message}`;
}

/** What to annotate: findings with a line, and results that nothing else explains. */
export function checkProblems({ leaf, checks = [] }: CheckedLeaf): readonly Problem[] {
  return checks.flatMap((result): readonly Problem[] => {
    if (result.status === 'passed' || result.status === 'not-run') return [];
    const make = isBlocking(result) ? problem : warning;
    const placed = result.findings.filter(({ place }) => place?.line !== undefined);
    const title = checkTitle(result);
    if (placed.length > 0)
      return placed.map((each) => make('check', `${title}: ${findingInWords(each)}`, { place: each.place }));
    const [first] = result.findings;
    const words = first === undefined ? result.why || lastLine(result.output) : findingInWords(first);
    return [
      make('check', `The check ${title} ${result.status === 'error' ? 'could not tell' : 'failed'}: ${words}`, {
        place: { file: leaf },
      }),
    ];
  });
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

/** A finding on one line, for a terminal. */
export function findingLine(finding: Finding): string {
  const place = finding.place === undefined ? '' : `${formatPlace(finding.place)}: `;
  return `${place}${findingInWords(finding)}`;
}
