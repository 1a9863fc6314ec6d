import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutMiddle, endOf, startOf, utf8Length } from '../../../src/markdown/bytes.ts';
import { renderComment, renderSummary } from '../../../src/commands/plan/comment/comment.ts';
import { parseMarker } from '../../../src/markdown/marker.ts';
import type { LeafReport } from '../../../src/commands/plan/report.ts';
import type { PlannedResource } from '../../../src/terraform/plan-summary.ts';
import { leaf, noChanges, planned, planText, report, vpcBlock, vpcPin, vpcPinReason } from './build.ts';

function leaves(number: number, more: (index: number) => Partial<LeafReport>): readonly LeafReport[] {
  return Array.from({ length: number }, (_, index) => {
    const made = leaf(`vpc${index}`, {
      reasons: [vpcPinReason('v1', 'v2')],
      pins: [vpcPin('v2')],
      blocks: [vpcBlock('v1', 'v2')],
      ...more(index),
    });
    // No two plans read the same, or they would be said once.
    return made.outcome.status === 'planned'
      ? { ...made, outcome: { ...made.outcome, text: `${made.outcome.text}\n# ${index}` } }
      : made;
  });
}

function resources(number: number, action: PlannedResource['action'] = 'create'): readonly PlannedResource[] {
  return Array.from({ length: number }, (_, index) => ({ address: `module.vpc.aws_subnet.s${index}`, action }));
}

function plan(number: number, attributes: number): Partial<LeafReport> {
  return { outcome: planned(planText(resources(number), attributes), resources(number)) };
}

/** An HTML comment of so many bytes and a few. */
function trailer(bytes: number): string {
  return `<!-- ${'r'.repeat(bytes)} -->`;
}

/** Every fold and every fence that opens closes, in each part by itself. */
function expectWhole(part: string): void {
  let ticks: string | undefined;
  let folds = 0;
  for (const line of part.split('\n')) {
    const run = /^`{3,}/u.exec(line)?.[0];
    if (ticks === undefined) {
      if (run !== undefined) ticks = run;
      else if (line.startsWith('<details')) folds++;
      else if (line === '</details>') folds--;
    } else if (run !== undefined && run.length >= ticks.length && line === run) ticks = undefined;
  }
  expect({ ticks, folds }).toEqual({ ticks: undefined, folds: 0 });
}

function parts(
  leafReports: readonly LeafReport[],
  bytes = 60_000,
  trailers: readonly string[] = [],
): readonly string[] {
  const all = renderComment(report(leafReports, { leafCount: 400 }), { bytes, trailers });
  all.forEach((part, index) => {
    expect(utf8Length(part)).toBeLessThan(bytes);
    expect(parseMarker(part)?.part).toBe(index + 1);
    expectWhole(part);
  });
  return all;
}

describe('a comment shrinks in steps', () => {
  test('three small leaves: all there is', () => {
    const [only = '', ...more] = parts(leaves(3, () => plan(2, 3)));
    expect(more).toEqual([]);
    expect(only).not.toContain('cut here');
  });

  test('one long plan among short ones: it alone is cut, its resources stay', () => {
    const [only = '', ...more] = parts(leaves(3, (index) => (index === 1 ? plan(400, 20) : plan(2, 3))));
    expect(more).toEqual([]);
    expect(only.match(/cut here: the job summary has all of it/gu)).toHaveLength(1);
    expect(only).toContain('\n+   module.vpc.aws_subnet.s399\n');
    expect(utf8Length(only)).toBeGreaterThan(57_000);
  });

  test('forty long plans shrink evenly', () => {
    const [only = '', ...more] = parts(leaves(40, () => plan(10, 40)));
    expect(more).toEqual([]);
    expect(only.match(/cut here/gu)).toHaveLength(40);
    expect(utf8Length(only)).toBeGreaterThan(50_000);
  });

  test('ten thousand resources: even their list is cut, and says so', () => {
    const [only = '', ...more] = parts(leaves(1, () => plan(10_000, 1)));
    expect(more).toEqual([]);
    expect(only).toMatch(/… [\d,]+ more in the job summary …/u);
  });

  test('too many folds: the most urgent that fit, and a word about the others', () => {
    const [only = '', ...more] = parts(
      leaves(120, (index) =>
        index === 100 ? { outcome: planned(planText(resources(3, 'delete')), resources(3, 'delete')) } : plan(20, 20),
      ),
    );
    expect(more).toEqual([]);
    expect(only).toMatch(/<details open>\n<summary>🟥 <code>[^<]*vpc100</u);
    expect(only).toMatch(/The details of \d+ leaves do not fit here: the \[job summary\]/u);
  });

  test('what is destroyed and replaced is named, also if most folds do not fit', () => {
    const all = parts(
      leaves(300, (index) => {
        const doomed = resources(3, index % 2 === 0 ? 'delete' : 'replace');
        return index % 7 === 0 ? { outcome: planned(planText(doomed), doomed) } : plan(20, 20);
      }),
    ).join('\n');
    expect(all).toMatch(/The details of \d+ leaves do not fit here/u);
    expect(
      all.match(/^- \*\*`vpc\d+`\*\*: 🟥 \*\*(?:Destroys|Replaces)\*\* `module\.vpc\.aws_subnet\.s0`/gmu),
    ).toHaveLength(43);
  });

  test('three hundred leaves: one table, and what else fits', () => {
    expect(parts(leaves(300, () => plan(20, 20)))).toHaveLength(1);
  });

  test('fifteen hundred leaves: numbered parts, each leaf’s row once', () => {
    const all = parts(leaves(1_500, () => plan(20, 20)));
    expect(all.length).toBeGreaterThan(1);
    expect(all.at(0)).toContain(` (part 1 of ${all.length})\n`);
    expect(all.at(1)).toContain(`: part 2 of ${all.length}\n`);
    const rows = all.join('\n').match(/^\| 🟢 .*$/gmu) ?? [];
    expect(new Set(rows).size).toBe(1_500);
    expect(rows).toHaveLength(1_500);
  });

  test('three hundred leaves without changes: their rows, in parts as well', () => {
    const all = parts(leaves(300, () => ({ outcome: noChanges() })));
    expect(all.join('\n').match(/^\| ⚪ .*$/gmu)).toHaveLength(300);
  });

  test('multi-byte text is counted in bytes and never split', () => {
    const text = `x {\n${'  + größe = "漢字🟥漢字🟥漢字🟥"\n'.repeat(2_000)}}`;
    const [only = '', ...more] = parts(leaves(2, () => ({ outcome: planned(text, resources(1)) })));
    expect(more).toEqual([]);
    expect(only).not.toMatch(/\ufffd|\p{Cs}/u);
    expect(utf8Length(only)).toBeGreaterThan(57_000);
  });

  test('one line of a megabyte, and a megabyte of backticks', () => {
    for (const text of ['x'.repeat(1_000_000), '`'.repeat(1_000_000), '```\n'.repeat(250_000)]) {
      expect(parts(leaves(1, () => ({ outcome: planned(text, resources(1)) })))).toHaveLength(1);
    }
  });

  test('any sizes at all stay under any limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 60 }),
        fc.integer({ min: 12_000, max: 60_000 }),
        fc.array(fc.nat(9_000).map(trailer), { maxLength: 4 }),
        (sizes, bytes, trailers) => {
          parts(
            leaves(sizes.length, (index) => plan(...(sizes[index] ?? [0, 0]))),
            bytes,
            trailers,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('plans that read the same are shown once, however many leaves have them', () => {
  const same = leaf('a', plan(10, 40));
  const [only = ''] = parts(Array.from({ length: 40 }, (_, index) => ({ ...same, leaf: `config/a${index}` })));
  expect(only.match(/^ {2}# module\.vpc\.aws_subnet\.s0 will be created$/gmu)).toHaveLength(1);
  expect(only.match(/^The plan reads the same as that of `config\/a0`\.$/gmu)).toHaveLength(39);
  expect(only).not.toContain('cut here');
});

test('a removed leaf’s fate is told once for all of them', () => {
  const gone = (name: string) =>
    leaf(name, { kind: 'removed', outcome: { status: 'not-run', why: 'It stays behind.' } });
  const [one = ''] = parts([gone('a')]);
  expect(one).toMatch(/<details open>\n<summary>🟡 .*\n\nIt stays behind\.\n/u);
  const [three = ''] = parts([gone('a'), gone('b'), gone('c')]);
  expect(three).toContain('> 3 removed leaves: It stays behind.\n');
  expect(three).not.toContain('<details');
});

describe('hidden trailers', () => {
  test('each ends its part, and the texts make room for it', () => {
    const long = leaves(40, () => plan(10, 40));
    const [only = '', ...more] = parts(long, 60_000, [trailer(20_000)]);
    expect(more).toEqual([]);
    expect(only.endsWith(`\n\n${trailer(20_000)}\n`)).toBe(true);
    expect(utf8Length(only)).toBeGreaterThan(55_000);
  });

  test('there are as many parts as trailers, and a part that has nothing else says so', () => {
    const all = parts(
      leaves(1, () => plan(1, 1)),
      60_000,
      [trailer(100), trailer(200), trailer(300)],
    );
    expect(all).toHaveLength(3);
    expect(all[0]).toContain('(part 1 of 3)\n');
    expect(all[1]).toMatch(/: part 2 of 3\n\nNothing to read here: this part only carries the hidden record/u);
    expect(all[2]?.endsWith(`\n\n${trailer(300)}\n`)).toBe(true);
  });

  test('parts beyond the trailers have none', () => {
    const all = parts(
      leaves(600, () => plan(20, 20)),
      60_000,
      [trailer(9_000)],
    );
    expect(all.map((part) => part.includes(trailer(9_000)))).toEqual([true, ...all.slice(1).map(() => false)]);
  });
});

describe('time', () => {
  test.each([
    ['300 leaves', leaves(300, () => plan(20, 20))],
    ['a plan of 5 MB', leaves(1, () => plan(10_000, 20))],
    ['300 leaves, one with a plan of 5 MB', leaves(300, (index) => (index === 7 ? plan(10_000, 20) : plan(2, 10)))],
    [
      'a megabyte of blanks, and one of line breaks',
      leaves(2, (index) => ({
        outcome: { status: 'failed', stage: 'plan', output: `a${[' ', '\n'][index]?.repeat(1_000_000)}b` },
      })),
    ],
  ])('%s in less than a second', (_rule, leafReports) => {
    for (const render of [renderComment, renderSummary]) {
      expect(leastTime(() => render(report(leafReports)))).toBeLessThan(1_000);
    }
  });

  /** Milliseconds of processor time, the best of three: other work on the machine is none of ours. */
  function leastTime(work: () => unknown): number {
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    });
    return Math.min(...times);
  }
});

test('the job summary has all of what the comment cuts, up to its own limit, and then points to the log', () => {
  const whole = renderSummary(report(leaves(40, () => plan(10, 40))));
  expect(whole).not.toContain('cut here');
  expect(whole).not.toContain('<!-- kompos');
  const cut = renderSummary(report(leaves(40, () => plan(60, 40))));
  expect(utf8Length(cut)).toBeLessThan(1_000_000);
  expect(cut).toContain('cut here: the log has all of it');
  const many = renderSummary(report(leaves(1_800, () => plan(1, 1))), { bytes: 100_000 });
  expect(utf8Length(many)).toBeLessThan(100_000);
  expect(many.slice(-100)).toContain('the log has all of them');
});

describe('cuts', () => {
  test('keep the beginning and the end, in whole lines', () => {
    const text = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const cut = cutMiddle(text, 100, (lines) => `(${lines})`);
    expect(cut).toMatch(/^line 0\n(?:line \d+\n)+\((\d+)\)\n(?:line \d+\n)+line 99$/u);
    const gone = Number(/\((\d+)\)/u.exec(cut)?.[1]);
    expect(cut.split('\n').length - 1 + gone).toBe(100);
  });

  test('never split a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, bytes) => {
        for (const piece of [startOf(text, bytes), endOf(text, bytes)]) {
          expect(utf8Length(piece)).toBeLessThanOrEqual(bytes);
          expect(piece).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });
});
