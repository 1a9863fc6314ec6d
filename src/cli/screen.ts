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

/** A line that wraps would be two. Characters that are not ASCII may be two columns wide. */
function cut(line: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const character of line) {
    width += character <= '~' ? 1 : 2;
    if (width > columns) return `${kept.slice(0, -2)}…`;
    kept += character;
  }
  return line;
}
