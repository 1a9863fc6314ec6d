/** The job's log on a runner: everything masked, and no line of foreign text acts as a workflow command. */
import type { Log } from '../base/log.ts';
import type { Masker } from '../masking/masking.ts';

/** A job's log with lines that the runner shows only with debug logging. */
export interface ActionLog extends Log {
  debug(line: string): void;
}

/** @param write prints one line */
export function createActionLog(write: (line: string) => void, masker: Masker): ActionLog {
  const print = (line: string): void => {
    for (const each of masker.mask(line).split(/\r?\n|\r/u)) write(inert(each));
  };
  return {
    info: print,
    warning: (line) => {
      print(`Warning: ${line}`);
    },
    debug(line) {
      write(`::debug::${escapeData(masker.mask(line))}`);
    },
    group(title, lines) {
      write(`::group::${escapeData(masker.mask(title))}`);
      // As one text: a secret of several lines is only recognized whole.
      print(lines.join('\n'));
      write('::endgroup::');
    },
  };
}

/**
 * The runner takes `::name::` at the beginning of a line, and `##[name]` anywhere, as commands. It trims what .NET
 * considers white space (including U+0085), and compares by culture, which ignores invisible characters: so does this.
 */
function inert(line: string): string {
  return line.replace(/^([^\p{L}\p{N}\p{P}\p{S}]*)::/u, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
