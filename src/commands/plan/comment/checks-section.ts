/** Checks that are not well: a line for each, the findings folded, and below them which ones passed. */
import {
  checkGroups,
  checkNotes,
  checkOutcome,
  findingInWords,
  passedChecks,
  type CheckGroup,
} from '../../../checks/groups.ts';
import { isBlocking } from '../../../checks/check.ts';
import { code, htmlCode, prose } from '../../../markdown/escaping.ts';
import { fencedLines, type Block, type Fold } from '../../../markdown/fit.ts';
import type { LeafNames } from '../../../markdown/leaf-names.ts';
import { placeLink } from '../../../markdown/links.ts';
import { count, firstFew } from '../../../markdown/phrases.ts';
import { placesOf } from '../../../markdown/shown-names.ts';
import { nameInWords } from '../../../markdown/leaf-names.ts';
import type { PlanReport } from '../report.ts';
import type { DetailLimits } from './detail-limits.ts';

export function checksSection(report: PlanReport, names: LeafNames, limits: DetailLimits): readonly Block[] {
  const groups = checkGroups(report.leaves);
  const passed = passedChecks(report.leaves);
  return [
    ...groups.map((group, index) => foldOf(group, index === 0, { report, names, limits })),
    passed.length === 0
      ? ''
      : `✅ ${passed.length === 1 ? 'Check' : 'Checks'} passed: ${firstFew(
          passed.map((name) => code(name, 60)),
          20,
        )}`,
  ];
}

interface Shown {
  readonly report: PlanReport;
  readonly names: LeafNames;
  readonly limits: DetailLimits;
}

function foldOf(group: CheckGroup, isFirst: boolean, shown: Shown): Fold {
  const { result, leaves } = group;
  const { names, limits } = shown;
  const [first = ''] = leaves;
  const where = leaves.length === 1 ? nameInWords(names.of(first)) : count(leaves.length, 'leaf', 'leaves');
  return {
    kind: 'fold',
    open: isFirst && isBlocking(result) && result.findings.length <= limits.items,
    summary: `${iconOf(group)} ${htmlCode(result.name, 60)}${checkNotes(result)} · ${checkOutcome(result)} · ${leaves.length === 1 ? htmlCode(where, 160) : where}`,
    blocks: [
      // What differs between them is their names.
      ...(leaves.length === 1 ? [] : [placesOf(leaves, names, limits.fullReport), `${code(first, 240)}:`]),
      prose(result.why, 1_000),
      findings(group, shown),
      result.output === '' ? '' : fencedLines(result.output.split('\n'), 'text', 'lines', { most: limits.rows * 4 }),
    ],
  };
}

function iconOf({ result }: CheckGroup): string {
  if (isBlocking(result)) return '❌';
  return result.status === 'not-run' ? '⚪' : '⚠️';
}

function findings({ result }: CheckGroup, { report, limits }: Shown): Block {
  const lines = result.findings.map((finding) => {
    const place = finding.place === undefined ? '' : ` in ${placeLink(report, finding.place)}`;
    return `- ${prose(findingInWords(finding), 500)}${place}`;
  });
  return {
    kind: 'lines',
    begin: '',
    end: '',
    lines,
    most: limits.items * 4,
    more: (left) => `- +${count(left)} more in the ${limits.fullReport}`,
  };
}
