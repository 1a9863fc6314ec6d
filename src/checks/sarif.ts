/** What the checks of all leaves found, as one SARIF run. Pure. */
import { sarifLog, type SarifResult } from '../base/sarif.ts';
import type { CheckResult } from './check.ts';
import { findingInWords, type CheckedLeaf } from './groups.ts';

/** A finding that several leaves have is one result, and so is a check that could not tell. */
export function checksSarif(leaves: readonly CheckedLeaf[]): string {
  const found = new Map<string, { result: SarifResult; leaves: string[] }>();
  for (const { leaf, checks = [] } of leaves) {
    for (const result of checks.flatMap((each) => resultsOf(each, leaf))) {
      const key = JSON.stringify(result);
      const group = found.get(key) ?? { result, leaves: [] };
      group.leaves.push(leaf);
      found.set(key, group);
    }
  }
  return sarifLog(
    'kompos checks',
    [...found.values()].map(({ result, leaves: own }) => ({ ...result, leaves: own })),
  );
}

function resultsOf({ name, status, why, findings, output }: CheckResult, leaf: string): readonly SarifResult[] {
  const place = { file: leaf };
  const named = findings.map((each): SarifResult => ({
    rule: each.rule === undefined ? name : `${name}/${each.rule}`,
    level: each.level,
    message: findingInWords(each),
    place: each.place ?? place,
  }));
  if (named.length > 0 || status === 'passed' || status === 'not-run') return named;
  return [{ rule: name, level: 'error', message: why || output || `${name} failed.`, place }];
}
