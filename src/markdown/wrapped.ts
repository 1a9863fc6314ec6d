/** Text in the width of a terminal. */
import { visible } from './escaping.ts';

/**
 * Lines of words, none of them broken; those of the text stay.
 *
 * @param width columns of a line
 * @param first columns of the first line that are taken
 */
export function wrapped(text: string, width: number, first = 0): readonly string[] {
  const lines: string[] = [];
  for (const line of visible(text).split('\n')) {
    if (line === '') continue;
    let current = '';
    let room = lines.length === 0 ? width - first : width;
    // What is indented is laid out already.
    for (const word of line.startsWith(' ') ? [line] : line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > room) {
        lines.push(current);
        current = word;
        room = width;
      } else {
        current = current === '' ? word : `${current} ${word}`;
      }
    }
    lines.push(current);
  }
  return lines;
}
