/**
 * The report of a run as the markdown of a pull request comment. Too much for one comment, it shrinks in steps: whole →
 * plans cut in the middle → only as many folds as fit → the table alone, in numbered parts.
 */
import { utf8Length } from '../../../markdown/bytes.ts';
import { foldMarkdown, WHOLE } from './leaf-fold.ts';
import { layOut, type Page } from './page.ts';
import { marker } from '../../../markdown/marker.ts';
import type { CommitReport, PlanReport } from '../report.ts';
import { BODY_BYTES, COMMENT_ROOM, type Room } from '../../../markdown/limits.ts';
import { evenLimits, LEAST } from './shrinking.ts';
import { runLink } from '../../../markdown/links.ts';
import { count, ONLY_A_RECORD } from '../../../markdown/plain-words.ts';

export interface CommentOptions {
  /** Each part is smaller than this many UTF-8 bytes, its marker and trailer included. */
  readonly bytes?: number;
  /**
   * HTML comments that travel hidden at the ends of the parts, the first at the end of part 1 and so on. There are at
   * least as many parts as trailers. The parts' texts shrink to make room; a trailer must leave 25,000 bytes of it.
   */
  readonly trailers?: readonly string[];
}

/** The comment's parts in order, each a body of its own with a marker. Normally it is one. */
export function renderComment(
  report: CommitReport,
  { bytes = BODY_BYTES, trailers = [] }: CommentOptions = {},
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
  // A blank line before it, so that no paragraph runs into it.
  const end = (part: number): string => {
    const trailer = trailers[part - 1];
    return trailer === undefined ? '' : `\n${trailer}\n`;
  };
  const within: Parts = {
    bytes: (part) => bytes - utf8Length(head(part) + end(part)),
    least: trailers.length,
  };
  return renderParts(report, within, COMMENT_ROOM).map((text, index) => head(index + 1) + text + end(index + 1));
}

/** How the parts of a report are bounded. */
export interface Parts {
  /** The text of part `part`, counted from 1, is smaller than this many UTF-8 bytes. */
  readonly bytes: (part: number) => number;
  /** How many parts there are at least. */
  readonly least: number;
}

/** The same without markers and trailers, for any place that takes markdown. */
export function renderParts(report: PlanReport, within: Parts, room: Room): readonly string[] {
  const page = layOut(report, room);
  const only = onePart(page, within.bytes(1) - numberBytes(within.least), room);
  const parts = only === undefined ? asManyFoldsAsFit(report, page, within, room) : [only];
  const missing = within.least - parts.length;
  const all = [...parts, ...Array.from({ length: missing > 0 ? missing : 0 }, () => `${ONLY_A_RECORD}\n`)];
  return all.map((text, index) => numbered(page, text, index + 1, all.length));
}

/** The first part says that there are more behind its verdict, the others have a heading of their own. */
function numbered(page: Page, text: string, part: number, of: number): string {
  if (of === 1) return text;
  return part === 1
    ? text.replace(page.heading, () => page.heading + page.ofParts(of))
    : `${page.partHeading(part, of)}\n\n${text}`;
}

/** What numbering the first part takes. */
function numberBytes(parts: number): number {
  return parts > 1 ? NUMBER : 0;
}

/** Bytes of ` (part 1 of 1,000)`. */
const NUMBER = 20;

/** All folds in one part: whole, or with their texts cut. Undefined when even that is too much. */
function onePart(page: Page, bytes: number, room: Room): string | undefined {
  const whole = assemble(
    page,
    page.folds.map((fold) => foldMarkdown(fold, WHOLE, room)),
  );
  if (utf8Length(whole) < bytes) return whole;

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
    if (utf8Length(cut) < bytes) return cut;
  }
  return undefined;
}

/** Both lines of a fence and the blank line before it. */
const FENCE = 20;

function assemble(page: Page, folds: readonly string[]): string {
  const table = page.rows.length > 0 ? [page.tableHead, ...page.rows].join('\n') : '';
  return join([page.heading, ...page.top, table, page.common, ...folds, page.quiet?.fold ?? '', ...page.bottom]);
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Folds are in the order of their urgency, so those that fit are those that matter most. */
function asManyFoldsAsFit(report: PlanReport, page: Page, within: Parts, room: Room): readonly string[] {
  const sentence = (left: number): string =>
    left === 0
      ? ''
      : `The details of ${count(left, 'leaf', 'leaves')} have no room here: the ${runLink(report, room.elsewhere)} has them.`;
  const end = utf8Length(join([sentence(1_000_000), ...page.bottom]));
  // How many parts there will be is known only at the end: each has room for any heading.
  const heading = utf8Length(page.partHeading(9_999, 9_999)) + 4;
  const bytes = (part: number): number => within.bytes(part) - (part === 1 ? NUMBER : heading);
  const parts = tableParts(page, (part) => bytes(part) - end);
  const last = parts.at(-1) ?? '';
  let used = utf8Length(last) + 2 + end;
  const fits = (markdown: string): boolean => {
    used += utf8Length(markdown) + 2;
    return used < bytes(parts.length);
  };
  // Without what they have in common, most folds would say too little.
  const shown = fits(page.common) ? [page.common] : [];
  let left = page.folds.length;
  for (const fold of shown.length === 0 ? [] : page.folds) {
    const markdown = foldMarkdown(fold, LEAST, room);
    if (!fits(markdown)) break;
    shown.push(markdown);
    left -= 1;
  }
  return [...parts.slice(0, -1).map((part) => join([part])), join([last, ...shown, sentence(left), ...page.bottom])];
}

/** Heading, top and the tables' rows in as many parts as they need; each part has the table's head. */
function tableParts(page: Page, bytes: (part: number) => number): readonly string[] {
  const tables = [
    { head: page.tableHead, rows: page.namingRows },
    ...(page.quiet === undefined ? [] : [{ head: page.quiet.tableHead, rows: page.quiet.rows }]),
  ];
  const parts: string[][] = [[join([page.heading, ...page.top]).trimEnd()]];
  let used = utf8Length(parts[0]?.[0] ?? '');
  for (const { head, rows } of tables) {
    let begun = false;
    for (const row of rows) {
      const size = utf8Length(row) + 1;
      const sizeWithHead = size + utf8Length(head) + 2;
      if (used + (begun ? size : sizeWithHead) >= bytes(parts.length)) {
        parts.push([]);
        used = 0;
        begun = false;
      }
      parts.at(-1)?.push(begun ? row : `${parts.at(-1)?.length === 0 ? '' : '\n'}${head}\n${row}`);
      used += begun ? size : sizeWithHead;
      begun = true;
    }
  }
  return parts.map((lines) => lines.join('\n'));
}
