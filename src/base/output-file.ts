/** What a program prints, in a file that outlives neither of us. */
import { closeSync, fstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OutputFile {
  /** For the program; what it writes moves its position, which reading does not use. */
  readonly descriptor: number;
  /** Everything that was printed so far, or its first bytes. */
  readonly text: (mostBytes?: number) => string;
  /** Bytes that were printed so far. */
  readonly size: () => number;
  /**
   * The lines that were printed since the last call.
   *
   * @param ended whether what comes after the last line break is a line as well
   */
  readonly newLines: (ended?: boolean) => readonly string[];
  readonly close: () => void;
}

/** A new file without a name: it disappears as soon as no process has it open. */
export function openOutputFile(): OutputFile {
  const path = join(tmpdir(), `kompos-output-${randomUUID()}`);
  // Fails where something has that name already, a link too.
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  let seen = 0;

  const size = (): number => fstatSync(descriptor).size;

  function read(from: number, most = Infinity): Buffer {
    const bytes = Buffer.alloc(Math.min(most, Math.max(0, size() - from)));
    let length = 0;
    for (let more = 1; more > 0 && length < bytes.length; length += more) {
      more = readSync(descriptor, bytes, length, bytes.length - length, from + length);
    }
    return bytes.subarray(0, length);
  }

  return {
    descriptor,
    text: (mostBytes) => read(0, mostBytes).toString('utf8'),
    size,
    newLines(ended = false) {
      const bytes = read(seen);
      const length = ended ? bytes.length : bytes.lastIndexOf('\n') + 1;
      if (length === 0) return [];
      seen += length;
      return bytes.subarray(0, length).toString('utf8').replace(/\n$/u, '').split('\n');
    },
    close() {
      closeSync(descriptor);
    },
  };
}
