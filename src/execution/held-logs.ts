/**
 * What Terraform printed for each leaf, held until every leaf's plan is known: an earlier output may contain what a
 * later plan marks as sensitive, and a log cannot be edited.
 */
import type { Log } from '../base/log.ts';

export interface HeldLogs {
  /** Keeps a leaf's output for `release`. */
  hold(title: string, lines: readonly string[]): void;
  /** Replaces what is held by a line for each leaf. */
  drop(why: string): void;
  /** Logs what is held, in the order in which it came. */
  release(): void;
}

/** The most characters held. Traces of thousands of leaves would not fit into memory. */
const MOST_HELD = 100_000_000;

export function holdLogs(log: Log): HeldLogs {
  const held: { readonly title: string; readonly lines: readonly string[] }[] = [];
  let size = 0;

  return {
    hold(title, lines) {
      const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
      if (size + length > MOST_HELD) {
        const why = 'The output of all leaves together is too long for the log: run this leaf alone to see it.';
        held.push({ title, lines: [why] });
        return;
      }
      size += length;
      held.push({ title, lines });
    },
    drop(why) {
      held.splice(0, held.length, ...held.map(({ title }) => ({ title, lines: [why] })));
    },
    release() {
      for (const { title, lines } of held.splice(0)) log.group(title, lines);
      size = 0;
    },
  };
}
