/**
 * The report of a run as the markdown of a pull request comment. Too much for one comment, it shrinks in steps: whole →
 * plans cut in the middle → only as many folds as fit → the table alone, in numbered parts.
 */
import { utf8Length } from './bytes.ts';
import { foldMarkdown, WHOLE } from './fold.ts';
import { layOut, type Page } from './page.ts';
import { marker } from './marker.ts';
import type { PlanReport } from './report.ts';
import { COMMENT_ROOM, type Room } from './room.ts';
import { evenLimits, LEAST } from './shrinking.ts';
import { runLink } from './links.ts';
import { count } from './words.ts';

/** GitHub refuses 65,536 characters; the rest is for what it counts differently. */
const COMMENT_BYTES = 60_000;

/**
 * The comment's parts in order, each a body of its own with a marker, each smaller than `limits.bytes` UTF-8 bytes.
 * Normally it is one.
 */
export function renderComment(
  report: PlanReport,
  limits: { readonly bytes: number } = { bytes: COMMENT_BYTES },
): readonly string[] {
  const head = (part: number): string =>
    `${marker({
      kind: 'plan',
      title: report.title,
      part,
      head: report.head,
      run: report.run?.id ?? 0,
      attempt: report.run?.attempt ?? 0,
    })}\n`;
  // The marker is as long for every part but for the digits of its number.
  const room = limits.bytes - utf8Length(head(1)) - 8;
  return renderParts(report, room, COMMENT_ROOM).map((part, index) => `${head(index + 1)}${part}`);
}

/** The same without markers, for any place with room for `bytes` bytes in each part. */
export function renderParts(report: PlanReport, bytes: number, room: Room): readonly string[] {
  const page = layOut(report, room);
  const whole = assemble(
    page,
    page.folds.map((fold) => foldMarkdown(fold, WHOLE, room)),
  );
  if (utf8Length(whole) < bytes) return [whole];

  const withoutTexts = page.folds.map((fold) => ({ ...fold, text: fold.text && { ...fold.text, body: '' } }));
  const fixed = utf8Length(
    assemble(
      page,
      withoutTexts.map((fold) => foldMarkdown(fold, WHOLE, room)),
    ),
  );
  // What a cut text takes is an estimate (its fence grows with the backticks inside): should it be too low, try less.
  for (const share of [1, 0.95, 0.8]) {
    const limits = evenLimits(page.folds, (bytes - fixed - page.folds.length * FENCE) * share);
    if (limits === undefined) break;
    const cut = assemble(
      page,
      page.folds.map((fold) => foldMarkdown(fold, limits, room)),
    );
    if (utf8Length(cut) < bytes) return [cut];
  }
  return asManyFoldsAsFit(report, page, bytes, room);
}

/** Both lines of a fence and the blank line before it. */
const FENCE = 20;

function assemble(page: Page, folds: readonly string[]): string {
  const table = page.rows.length > 0 ? [page.tableHead, ...page.rows].join('\n') : '';
  return join([page.heading, ...page.top, table, ...folds, page.quiet?.fold ?? '', ...page.bottom]);
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Folds are in the order of their urgency, so those that fit are those that matter most. */
function asManyFoldsAsFit(report: PlanReport, page: Page, bytes: number, room: Room): readonly string[] {
  const sentence = (left: number): string =>
    left === 0
      ? ''
      : `The details of ${count(left, 'leaf', 'leaves')} have no room here: the ${runLink(report, room.elsewhere)} has them.`;
  const parts = tableParts(page, bytes - utf8Length(join([sentence(1_000_000), ...page.bottom])));
  const last = parts.at(-1) ?? '';
  let used = utf8Length(join([last, sentence(1_000_000), ...page.bottom]));
  const folds: string[] = [];
  for (const fold of page.folds) {
    const markdown = foldMarkdown(fold, LEAST, room);
    const size = utf8Length(markdown) + 2;
    if (used + size >= bytes) break;
    used += size;
    folds.push(markdown);
  }
  const end = join([last, ...folds, sentence(page.folds.length - folds.length), ...page.bottom]);
  return [...parts.slice(0, -1).map((part) => join([part])), end];
}

/** The table's rows in as many parts as they need; each part has a heading and the table's head. */
function tableParts(page: Page, bytes: number): readonly string[] {
  const tables = [
    { head: page.tableHead, rows: page.rows },
    ...(page.quiet === undefined ? [] : [{ head: page.quiet.tableHead, rows: page.quiet.rows }]),
  ];
  // How many parts there are is known only at the end: their headings are put in then.
  const room = bytes - utf8Length(page.partHeading(9_999, 9_999)) - 4;
  const parts: string[][] = [[join([page.heading, ...page.top]).trimEnd()]];
  let used = utf8Length(parts[0]?.[0] ?? '');
  for (const { head, rows } of tables) {
    let begun = false;
    for (const row of rows) {
      const size = utf8Length(row) + 1;
      const sizeWithHead = size + utf8Length(head) + 2;
      if (used + (begun ? size : sizeWithHead) >= room) {
        parts.push([]);
        used = 0;
        begun = false;
      }
      parts.at(-1)?.push(begun ? row : `${parts.at(-1)?.length === 0 ? '' : '\n'}${head}\n${row}`);
      used += begun ? size : sizeWithHead;
      begun = true;
    }
  }
  return parts.map((lines, index) => {
    const text = lines.join('\n');
    return index === 0 ? text : `${page.partHeading(index + 1, parts.length)}\n\n${text}`;
  });
}
