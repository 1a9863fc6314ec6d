/** Whatever a report is made of: it fits, nothing in it is torn, and what is gone is counted. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fencedLines, fit, shortTable, type Block, type Fold } from '../../src/markdown/fit.ts';

const size = (text: string): number => Buffer.byteLength(text);
const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Every line names what it belongs to, so that it can be found again: `t3.17 …` is line 17 of text 3. */
function linesOf(name: string, number: number, rest: string): readonly string[] {
  return numbers(number).map((index) => `${name}.${index} ${rest}`);
}

const rest = fc
  .array(fc.constantFrom('a', 'größe', '漢字', '🟥', '`', '````', ' ', '|', '<b>', '~~~'), { maxLength: 12 })
  .map((pieces) => pieces.join('').trim());

const text = (id: number): fc.Arbitrary<Block> =>
  fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(40), rest, fc.boolean()).map(([lines, outline, words, isDiff]) => ({
    kind: 'text',
    language: isDiff ? 'diff' : 'text',
    text: linesOf(`t${id}`, lines, words).join('\n'),
    fullReport: `place ${id}`,
    outline: linesOf(`o${id}`, outline, words),
  }));

const list = (id: number): fc.Arbitrary<Block> =>
  fc
    .tuple(fc.nat(100), rest, fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }))
    .map(([number, words, most]) =>
      fencedLines(linesOf(`l${id}`, number, words), 'text', `lines of list ${id}`, most === undefined ? {} : { most }),
    );

const shortList = (id: number): fc.Arbitrary<Block> =>
  fc.tuple(fc.nat(100), rest).map(([number, words]) =>
    shortTable(
      '| x |\n| --- |',
      linesOf(`| s${id}`, number, words).map((line) => `${line} |`),
    ),
  );

const fold = (id: number): fc.Arbitrary<Fold> =>
  fc.tuple(text(id), list(id), fc.boolean()).map(([long, some, open]) => ({
    kind: 'fold',
    open,
    summary: `f${id}.`,
    blocks: [`p${id}.`, some, long],
  }));

const table = (id: number): fc.Arbitrary<Block> =>
  fc.tuple(fc.nat(200), rest).map(([number, words]) => ({
    kind: 'table',
    head: `| head ${id} |\n| --- |`,
    rows: linesOf(`r${id}`, number, words.replaceAll('|', '')).map((line) => `| ${line} |`),
  }));

/** A report: blocks that stay, then what may be left out, then an end. */
const report = fc
  .tuple(
    table(1),
    fold(2),
    list(3),
    shortList(4),
    text(5),
    fc.nat(20).chain((number) => fc.tuple(...numbers(number).map((index) => fold(index + 100)))),
  )
  .map(([rows, one, some, short, long, folds]): readonly Block[] => [
    'begin',
    { kind: 'variants', complete: [rows], incomplete: ['naming', rows] },
    one,
    some,
    short,
    long,
    { kind: 'details', items: folds, more: (left) => `${left} folds are left out` },
    'end',
  ]);

/** Every fold and every fence that opens closes, in each part by itself, and fenced lines stay inside of their fence. */
function expectWhole(part: string): void {
  let ticks: string | undefined;
  let folds = 0;
  const outside: string[] = [];
  for (const line of part.split('\n')) {
    const run = /^`{3,}/u.exec(line)?.[0];
    if (ticks === undefined) {
      if (run !== undefined) ticks = run;
      else if (line.startsWith('<details')) folds++;
      else if (line === '</details>') folds--;
      if (/^[tol]\d+\./u.test(line)) outside.push(line);
    } else if (run !== undefined && run.length >= ticks.length && line === run) ticks = undefined;
  }
  expect({ ticks, folds, outside }).toEqual({ ticks: undefined, folds: 0, outside: [] });
}

/** How many lines of a thing are there. */
function shown(page: string, name: string): number {
  return page.split('\n').filter((line) => line.startsWith(`${name}.`)).length;
}

function numberIn(page: string, pattern: RegExp): number {
  return Number(pattern.exec(page)?.[1]?.replaceAll(',', '') ?? 0);
}

function expectCounted(page: string, block: Block): void {
  if (typeof block === 'string') return;
  switch (block.kind) {
    case 'text': {
      const id = Number(/^t(\d+)/u.exec(block.text)?.[1]);
      const cut = numberIn(page, new RegExp(`^… ([\\d,]+) lines? cut here: the place ${id} has all of it …$`, 'mu'));
      expect(shown(page, `t${id}`) + cut).toBe(block.text.split('\n').length);
      const { outline = [] } = block;
      const left = numberIn(page, new RegExp(`^… ([\\d,]+) more in the place ${id} …$`, 'mu'));
      expect(shown(page, `o${id}`) + left).toBe(cut === 0 ? 0 : outline.length);
      return;
    }
    case 'lines': {
      const [, kind = '', id = ''] = /^(?:\| )?([ls])(\d+)\./u.exec(block.lines[0] ?? '') ?? [];
      if (kind === '') return;
      const words = kind === 'l' ? `^… ([\\d,]+) lines of list ${id} …$` : '^\\+([\\d,]+) more$';
      const there = shown(page, kind === 'l' ? `l${id}` : `| s${id}`);
      expect(there + numberIn(page, new RegExp(words, 'mu'))).toBe(block.lines.length);
      expect(there).toBeLessThanOrEqual(block.most ?? Infinity);
      return;
    }
    case 'table':
      expect(shown(page, /^\| (r\d+)/u.exec(block.rows[0] ?? '')?.[0] ?? 'none')).toBe(block.rows.length);
      return;
    case 'fold':
      if (page.includes(`<summary>${block.summary}</summary>`))
        for (const each of block.blocks) expectCounted(page, each);
      return;
    case 'details': {
      const there = block.items.filter(
        (item) => typeof item !== 'string' && 'summary' in item && page.includes(item.summary),
      );
      expect(there.length + numberIn(page, /^([\d,]+) folds are left out$/mu)).toBe(block.items.length);
      expect(there).toEqual(block.items.slice(0, there.length));
      for (const each of there) expectCounted(page, each);
      return;
    }
    case 'variants':
      for (const each of block.complete) expectCounted(page, each);
      expect(/^naming$/mu.test(page)).toBe(/folds are left out$/mu.test(page));
  }
}

describe('any report', () => {
  const limits = fc.array(fc.integer({ min: 3_000, max: 60_000 }), { minLength: 1, maxLength: 4 });
  const fitted = (blocks: readonly Block[], bytes: readonly number[]): readonly string[] =>
    fit(blocks, (part) => bytes[(part - 1) % bytes.length] ?? 0);

  test('fits, is whole in each part, and counts what is gone', () => {
    fc.assert(
      fc.property(report, limits, (blocks, bytes) => {
        const parts = fitted(blocks, bytes);
        parts.forEach((part, index) => {
          expect(size(part)).toBeLessThanOrEqual(bytes[index % bytes.length] ?? 0);
          expect(part).not.toMatch(/\ufffd|\p{Cs}/u);
          expectWhole(part);
        });
        const page = parts.join('\n');
        expect(page).toMatch(/^begin\n[^]*\nend$/u);
        for (const block of blocks) expectCounted(page, block);
      }),
      { numRuns: 80 },
    );
  });

  test('is all there where there is room', () => {
    fc.assert(
      fc.property(report, (blocks) => {
        const [whole = '', ...more] = fit(blocks, () => Infinity);
        expect(more).toEqual([]);
        expect(whole).not.toMatch(/cut here|left out|more in the place/u);
        // Room for exactly that.
        expect(fit(blocks, () => size(whole))).toEqual([whole]);
      }),
      { numRuns: 50 },
    );
  });

  test('takes no more parts with more room, and in one part says no less', () => {
    const lines = (page: string): readonly number[] =>
      ['t2', 'l2', 't5', 'l3', '| s4'].map((name) => shown(page, name));
    fc.assert(
      fc.property(report, fc.integer({ min: 3_000, max: 60_000 }), fc.nat(3_000), (blocks, bytes, extra) => {
        const without = blocks.filter((block) => typeof block === 'string' || block.kind !== 'details');
        const [less, more] = [fit(without, () => bytes), fit(without, () => bytes + extra)];
        expect(more.length).toBeLessThanOrEqual(less.length);
        if (less.length > 1) return;
        const [before, after] = [lines(less.join('')), lines(more.join(''))];
        for (const [index, number] of before.entries()) expect(after[index]).toBeGreaterThanOrEqual(number);
      }),
      { numRuns: 100 },
    );
  });
});

describe('step by step', () => {
  const long = (id: number, lines: number): Block => ({
    kind: 'text',
    language: 'diff',
    text: linesOf(`t${id}`, lines, 'x'.repeat(20)).join('\n'),
    fullReport: 'log',
    outline: [`o${id}.0`],
  });
  const lines = (id: number, number: number): Block =>
    fencedLines(linesOf(`l${id}`, number, 'x'.repeat(20)), 'text', 'more');
  const one = (blocks: readonly Block[], bytes: number): string => {
    const parts = fit(blocks, () => bytes);
    expect(parts).toHaveLength(1);
    return parts.join('');
  };

  test('a short text stays whole while long ones shrink to the same size, and the room is used', () => {
    const page = one([long(1, 500), long(2, 20), long(3, 1_000)], 10_000);
    expect(shown(page, 't2')).toBe(20);
    expect(Math.abs(shown(page, 't1') - shown(page, 't3'))).toBeLessThanOrEqual(1);
    expect(size(page)).toBeGreaterThan(9_850);
    expect(page).toContain('\no1.0\n\nt1.0 ');
    expect(page).not.toContain('o2.0');
  });

  test('lists keep all of their lines until nothing can be taken from the texts', () => {
    expect(shown(one([long(1, 500), lines(2, 100)], 4_000), 'l2')).toBe(100);
    const page = one([long(1, 500), lines(2, 100), lines(3, 5)], 3_000);
    expect(shown(page, 'l2')).toBeLessThan(100);
    expect(shown(page, 'l2')).toBeGreaterThan(50);
    expect(shown(page, 'l3')).toBe(5);
  });

  test('details are left out only when nothing else gives way, and what they leave is used', () => {
    const folds = numbers(12).map((id): Fold => ({
      kind: 'fold',
      open: false,
      summary: `f${id}.`,
      blocks: [long(id, 90)],
    }));
    const details: Block = { kind: 'details', items: folds, more: (left) => `${left} folds are left out` };
    expect(one([details], 10_000)).not.toContain('left out');
    const page = one([details, 'end'], 5_000);
    const left = numberIn(page, /^(\d+) folds are left out$/mu);
    expect(left).toBeGreaterThan(0);
    expect(page.match(/<details>/gu)).toHaveLength(12 - left);
    expect(size(page)).toBeGreaterThan(4_600);
  });

  test('a list keeps what it has in any case', () => {
    const kept = shortTable('| x |\n| --- |', linesOf('| s1', 100, 'x |'), { least: 1_200 });
    const page = one([kept, lines(2, 100), lines(3, 100)], 2_500);
    expect(shown(page, '| s1')).toBeGreaterThan(80);
    expect(shown(page, 'l2')).toBeLessThan(30);
  });

  test('a table goes on in the next part, below its head', () => {
    const head = '| x |\n| --- |';
    const parts = fit(['begin', { kind: 'table', head, rows: linesOf('| r1', 100, 'x |') }, 'end'], () => 600);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/^(?:begin\n\n)?\| x \|\n\| --- \|\n\| r1\./u);
    expect(shown(parts.join('\n'), '| r1')).toBe(100);
  });

  test('with more parts than one, the texts fill them', () => {
    const parts = fit([{ kind: 'table', head: '| x |', rows: linesOf('| r1', 100, 'x |') }, long(2, 500)], () => 1_500);
    expect(parts).toHaveLength(2);
    expect(size(parts.at(-1) ?? '')).toBeGreaterThan(1_400);
  });

  test('to the byte, wherever the limit cuts', () => {
    const line: Block = {
      kind: 'text',
      language: 'text',
      text: '🟥漢字ü'.repeat(500),
      fullReport: 'log',
      outline: linesOf('o1', 20, '`````'),
    };
    const rows = shortTable('| x |\n| --- |', linesOf('| s1', 2_000, 'ü |'), { least: 0 });
    for (const blocks of [[line], [lines(1, 500)], [rows], [long(1, 500), long(2, 500)], [line, rows, 'end']]) {
      for (const bytes of numbers(120).map((more) => 1_900 + more)) {
        const page = one(blocks, bytes);
        expect(size(page)).toBeLessThanOrEqual(bytes);
        expect(size(page)).toBeGreaterThan(bytes - 120);
        expect(page).not.toMatch(/\ufffd|\p{Cs}/u);
      }
    }
  });

  test('one part that says all is better than two that name what is left out', () => {
    const blocks: readonly Block[] = [
      { kind: 'variants', complete: ['complete'], incomplete: ['x'.repeat(900), 'y'.repeat(900)] },
      long(1, 500),
    ];
    expect(one(blocks, 1_000)).toMatch(/^complete\n/u);
  });

  test('what cannot give way has a part of its own', () => {
    expect(fit(['a', 'b'.repeat(50), 'c', ''], () => 10)).toEqual(['a', 'b'.repeat(50), 'c']);
  });
});
