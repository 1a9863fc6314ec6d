/** A table of leaves as text. */
import { oneLine } from './escaping.ts';
import { leafNames, nameInWords } from './leaf-names.ts';
import { firstFew } from './phrases.ts';
import { wrapped } from './wrapped.ts';

export interface LeafRow {
  /** What stands before the leaf: `changed`. */
  readonly word: string;
  /** Its path. */
  readonly leaf: string;
  /** What stands behind it. */
  readonly cells: readonly string[];
}

/**
 * Lines with padded columns and full paths. Where these are wider than the terminal, the leaves have short names, which a
 * line at the end explains; and where this is too wide as well, what stands behind a leaf is in lines of its own.
 *
 * @param columns of the terminal; undefined for logs and pipes, where lines are as long as they need to be
 */
export function leafTable(rows: readonly LeafRow[], columns: number | undefined, indent = ''): readonly string[] {
  const inColumns = (nameOf: (path: string) => string): readonly string[] =>
    padded(rows.map(({ word, leaf, cells }) => [word, nameOf(leaf), ...cells].map(oneLine))).map(
      (line) => `${indent}${line}`,
    );
  const fits = (lines: readonly string[]): boolean => lines.every((line) => line.length <= (columns ?? Infinity));
  const whole = inColumns((path) => path);
  if (columns === undefined || fits(whole)) return whole;
  const names = leafNames(rows.map(({ leaf }) => leaf));
  const nameOf = (path: string): string => nameInWords(names.of(path));
  const patterns = wrapped(`Leaves: ${firstFew(names.patterns.map(oneLine), 3)}`, columns - indent.length);
  const short = inColumns(nameOf);
  const lines = fits(short) ? short : rows.flatMap((row) => apart(row, nameOf(row.leaf), columns, indent));
  return [...lines, ...patterns.map((line) => `${indent}${line}`)];
}

function padded(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function apart({ word, cells }: LeafRow, name: string, columns: number, indent: string): readonly string[] {
  const inner = `${indent}    `;
  const behind = cells.filter((text) => text !== '').map(oneLine);
  return [
    ...wrapped(oneLine(`${word}  ${name}`), columns - inner.length).map(
      (line, index) => `${index === 0 ? indent : inner}${line}`,
    ),
    ...behind.flatMap((text) => wrapped(text, columns - inner.length)).map((line) => `${inner}${line}`),
  ];
}
