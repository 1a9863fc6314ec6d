/** However much there is to say after an apply, each part of the comment stays within its limits, and no leaf goes missing. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderApplyComment, renderApplySummary } from '../../../src/commands/apply/comment.ts';
import type { ApplyLeafReport, ApplyReport } from '../../../src/commands/apply/report.ts';
import { parseMarker } from '../../../src/markdown/marker.ts';
import { manyLeaves } from '../../gate/build.ts';
import { applied, applyLeaf, applyReport, openPlan, resource } from './build.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

function refused(leaf: string, resources: number): ApplyLeafReport {
  const all = Array.from({ length: resources }, (_, index) => resource(`module.x.aws_subnet.s[${index}]`));
  const why = 'Both its files and its plan differ from the reviewed ones.';
  const differences = all.map(({ address }) => ({ address, before: undefined, after: 'create', attributes: [] }));
  return applyLeaf('x', { status: 'refused', why, differences, plan: openPlan(all) }, { leaf });
}

/** What holds for the parts of every comment; answers them. */
function partsOf(report: ApplyReport, limit = 60_000): readonly string[] {
  const parts = renderApplyComment(report, report.head, { bytes: limit });
  for (const [index, part] of parts.entries()) {
    expect(bytes(part)).toBeLessThan(limit);
    expect(parseMarker(part)).toMatchObject({ kind: 'apply', part: index + 1 });
    expect(part.match(/<details/gu)?.length).toBe(part.match(/<\/details>/gu)?.length);
    expect((part.match(/^`{3,}/gmu)?.length ?? 0) % 2).toBe(0);
    // The record stays in the comment of the plan.
    expect(part).not.toContain('kompos:record');
  }
  const rows = parts.flatMap((part) => part.split('\n').filter((line) => /^\| (?!Result|---)/u.test(line)));
  // Two leaves that read the same would be one.
  expect(new Set(rows).size).toBe(rows.length);
  const leaves = rows.map((row) => Number(/ · ([\d,]+) leaves \|/u.exec(row)?.[1] ?? 1));
  expect(leaves.reduce((sum, each) => sum + each, 0)).toBe(report.leaves.length);
  return parts;
}

describe('300 leaves', () => {
  const leaves = manyLeaves(300);

  test('that all were applied are one part', () => {
    const report = applyReport(leaves.map(({ leaf }) => applyLeaf('x', applied([resource('a')]), { leaf })));
    expect(partsOf(report).length).toBeLessThanOrEqual(2);
  });

  test('that all were refused are named, each with what it takes to accept it', () => {
    const report = applyReport(leaves.map(({ leaf }) => refused(leaf, 8)));
    const parts = partsOf(report);
    const pasted = parts.join('\n').match(/^leaves: .*$/gmu) ?? [];
    const named = new Set(pasted.flatMap((line) => line.split(/[{,} ]/u)));
    expect(leaves.filter(({ leaf }) => !named.has(leaf))).toEqual([]);
    expect(parts.length).toBeLessThanOrEqual(8);
  });
});

test('a plan of megabytes is cut, its resources are not, and the summary has more of it', () => {
  const report = applyReport([refused('config/composition=x', 300), refused('config/composition=y', 20_000)]);
  const parts = partsOf(report);
  expect(parts.join('')).toContain('cut here: the job summary has all of it');
  expect(parts.join('')).toContain('module.x.aws_subnet.s[299]');
  const summary = renderApplySummary(report);
  expect(bytes(summary)).toBeLessThan(1_000_000);
});

test('a failed apply whose words are endless keeps their beginning, their end, and the way on', () => {
  const output = `Error: first\n${'and more of it\n'.repeat(50_000)}Error: last`;
  const report = applyReport([applyLeaf('vpc', { status: 'failed', stage: 'apply', output, done: [], failed: [] })]);
  const [part = '', ...more] = partsOf(report);
  expect(more).toEqual([]);
  expect(part).toMatch(/Error: first[^]*cut here[^]*Error: last[^]*run this job again/u);
});

test('any mixture of leaves and sizes', () => {
  const some = fc.array(fc.tuple(fc.constantFrom('applied', 'refused', 'failed'), fc.nat(60)), { maxLength: 40 });
  fc.assert(
    fc.property(some, fc.integer({ min: 12_000, max: 60_000 }), (kinds, limit) => {
      const leaves = kinds.map(([kind, size], index): ApplyLeafReport => {
        const leaf = `config/n=${index}/composition=x`;
        if (kind === 'refused') return refused(leaf, size);
        if (kind === 'applied') return applyLeaf('x', applied([resource('a')]), { leaf });
        const done = Array.from({ length: size }, (_, each) => ({ address: `a.b[${each}]`, action: 'create' }));
        return applyLeaf(
          'x',
          { status: 'failed', stage: 'apply', output: 'Error: x\n'.repeat(size), done, failed: done },
          { leaf },
        );
      });
      partsOf(applyReport(leaves), limit);
    }),
    { numRuns: 60 },
  );
});
