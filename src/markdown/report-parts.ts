/** A report as the parts of a comment, and as a job summary. */
import { utf8Length } from './bytes.ts';
import { fit, type Block } from './fit.ts';
import { BODY_BYTES, SUMMARY_BYTES } from './github-limits.ts';
import { marker, type Marker } from './marker.ts';
import { count } from './phrases.ts';

export interface ReportBlocks {
  /** What the report calls itself, in the heading of every part. */
  readonly name: string;
  /** The words after the name in the first heading, and a sign before it. */
  readonly verdict: string;
  readonly alarm: string;
  readonly blocks: readonly Block[];
}

export interface CommentOptions {
  /** Each part is smaller than this many UTF-8 bytes, its marker and trailer included. */
  readonly bytes?: number | undefined;
  /**
   * HTML comments hidden at the ends of the parts, the first at the end of part 1 and so on. There are at least as many
   * parts as trailers. The parts' texts shrink to make room; a trailer must leave 25,000 bytes of it.
   */
  readonly trailers?: readonly string[];
}

const ONLY_A_RECORD = 'Nothing to read here: this part only carries the hidden record of what was reviewed.';

/** The comment's parts in order, each a body of its own with a marker. Normally it is one. */
export function commentParts(
  { name, verdict, alarm, blocks }: ReportBlocks,
  about: Omit<Marker, 'part'>,
  { bytes = BODY_BYTES, trailers = [] }: CommentOptions = {},
): readonly string[] {
  const heading = (part: number, of: number): string => {
    const number = of === 1 ? '' : `part ${count(part)} of ${count(of)}`;
    return part === 1
      ? `### ${alarm}${name}: ${verdict}${number === '' ? '' : ` (${number})`}`
      : `### ${name}: ${number}`;
  };
  const body = (text: string, part: number, of: number): string => {
    // A blank line before it, so that no paragraph runs into it.
    const trailer = trailers[part - 1] === undefined ? '' : `\n${trailers[part - 1]}\n`;
    return `${marker({ ...about, part })}\n${heading(part, of)}\n\n${text}\n${trailer}`;
  };
  // How many parts there are is known only at the end.
  const texts = fit(blocks, (part) => bytes - 1 - utf8Length(body('', part, 9_999)));
  const parts = Math.max(1, texts.length, trailers.length);
  return Array.from({ length: parts }, (_, index) => body(texts[index] ?? ONLY_A_RECORD, index + 1, parts));
}

/** The report as one text smaller than `bytes` UTF-8 bytes. What does not fit is in the log. */
export function summaryText({ name, verdict, alarm, blocks }: ReportBlocks, bytes = SUMMARY_BYTES): string {
  const sentence = '\nMore leaves do not fit here: the log has all of them.\n';
  const all = [`### ${alarm}${name}: ${verdict}`, ...blocks];
  const [first = '', ...more] = fit(all, () => bytes - 2 - sentence.length);
  return `${first}\n${more.length === 0 ? '' : sentence}`;
}
