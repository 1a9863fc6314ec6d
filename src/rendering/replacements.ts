/** Texts that are put into ranges of a file. Pure. */

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Index into the file's blocks. */
  readonly block: number;
}

/**
 * A range of a text with what is put into it.
 *
 * @param replacements none overlaps another, and none lies across an end of the range
 */
export function sliceWith(text: string, replacements: readonly Replacement[], start: number, end: number): string {
  let rendered = '';
  let at = start;
  for (const each of [...replacements].sort((a, b) => a.start - b.start)) {
    if (each.start < at || each.end > end) continue;
    rendered += text.slice(at, each.start) + each.text;
    at = each.end;
  }
  return rendered + text.slice(at, end);
}
