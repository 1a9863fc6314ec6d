import { LineCounter } from 'yaml';
import { problem, type Problem } from '../../base/problems.ts';
import type { Origin } from '../value.ts';

/** Longer lines are not shown with a problem: minified YAML would not help. */
const MAX_SHOWN_LINE = 400;

/** The text of one file; maps offsets to lines and columns. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lines = new LineCounter();

  /** A byte order mark is removed, since it does not count as a column. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
    for (let start = 0; start >= 0; start = this.text.indexOf('\n', start) + 1 || -1) this.#lines.addNewLine(start);
  }

  /** The line and column of an offset, both counted from 1. */
  origin(offset: number): Origin {
    const { line, col } = this.#lines.linePos(Math.max(0, Math.min(offset, this.text.length)));
    return { file: this.file, line, column: col };
  }

  /** The text between two offsets. */
  textOf([start, end]: readonly [start: number, end: number]): string {
    return this.text.slice(start, end);
  }

  /** The text of a line, counted from 1, without its end. */
  line(number: number): string {
    const start = this.#lines.lineStarts[number - 1] ?? 0;
    const end = this.#lines.lineStarts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/u, '');
  }

  /** A problem of code `yaml` at an offset, with its source line. */
  problem(offset: number, message: string, hint?: string): Problem {
    const place = this.origin(offset);
    const sourceLine = this.line(place.line);
    return problem('yaml', message, {
      place,
      hint,
      sourceLine: sourceLine.length > MAX_SHOWN_LINE || sourceLine.trim() === '' ? undefined : sourceLine,
    });
  }
}
