/** Lines on a terminal: those that stay, and below them some that change. */

export interface Screen {
  /** Prints text that stays; it ends with a line break. */
  readonly print: (text: string) => void;
  /** Shows lines below everything that was printed, instead of those before; undefined where that is not possible. */
  readonly show: ((lines: readonly string[]) => void) | undefined;
}

export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly write: (text: string) => unknown;
}

/** @param kind the variable `TERM`: a `dumb` terminal cannot move up */
export function openScreen(terminal: Terminal, kind: string | undefined): Screen {
  if (terminal.isTTY !== true || kind === 'dumb') return { print: (text) => terminal.write(text), show: undefined };
  let shown: readonly string[] = [];
  const erase = (): string => (shown.length === 0 ? '' : `\u001b[${shown.length}A\u001b[J`);
  const draw = (): string => shown.map((line) => `${line}\n`).join('');
  return {
    print(text) {
      terminal.write(`${erase()}${text}${draw()}`);
    },
    show(lines) {
      const before = erase();
      const { columns = 80, rows = 24 } = terminal;
      // What scrolls out of the screen could not be erased.
      const most = Math.max(1, rows - 3);
      const more = lines.length - most + 1;
      const all = more > 1 ? [...lines.slice(0, most - 1), `        and ${more} more`] : lines;
      shown = all.map((line) => cut(line, columns - 1));
      if (before !== '' || shown.length > 0) terminal.write(`${before}${draw()}`);
    },
  };
}

/**
 * A line that wraps would be two. The middle goes: a time is at the beginning, the composition at the end of a leaf.
 * Characters that are not ASCII may be two columns wide.
 */
function cut(line: string, columns: number): string {
  const characters = Array.from(line);
  const width = (character: string): number => (character <= '~' ? 1 : 2);
  if (characters.reduce((sum, each) => sum + width(each), 0) <= columns) return line;
  const within = (from: readonly string[], room: number): readonly string[] => {
    let left = room;
    return from.slice(
      0,
      from.findIndex((each) => (left -= width(each)) < 0),
    );
  };
  const room = Math.floor((columns - 1) / 2);
  const [start, end] = [within(characters, columns - 1 - room), within(characters.toReversed(), room).toReversed()];
  return `${start.join('')}…${end.join('')}`;
}
