/** Reads git objects through one long-lived `git cat-file --batch` process. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { startPiped } from '../base/child-process.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { hintForDamage, notStarted, type Git } from './git.ts';

export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface GitObjects {
  /** Reads one object by id or revision; undefined if the repository does not have it. */
  read(name: string): Promise<GitObject | undefined>;
  /** Ends the process; nothing can be read after that. */
  close(): void;
}

interface Waiting {
  readonly name: string;
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the process on first use. Requests may be concurrent: they are written without waiting and answered in
 * order (format: gitformat "BATCH OUTPUT" of git-cat-file).
 */
export function openObjects(git: Git): GitObjects {
  let child: ChildProcessWithoutNullStreams | undefined;
  const waiting: Waiting[] = [];
  let first = 0;
  let chunks: Buffer[] = [];
  let buffered = 0;
  let needed = 0;
  let stderr = '';
  /** Why nothing can be read anymore. */
  let failure: ProblemError | undefined;

  /** A truncated answer would be taken for the beginning of the next one, so nothing is read afterwards. */
  function failAll(error: ProblemError): void {
    failure ??= error;
    for (const each of waiting.splice(0)) each.reject(failure);
    first = 0;
  }

  function start(): ChildProcessWithoutNullStreams {
    const started = startPiped(git.command(['cat-file', '--batch']));
    started.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      buffered += chunk.length;
      if (buffered >= needed) drain();
    });
    started.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    started.on('error', (error) => {
      failAll(notStarted(error));
    });
    started.on('close', (code, signal) => {
      child = undefined;
      if (waiting.length <= first && buffered === 0) return;
      const how = signal === null ? `exit code ${String(code)}` : `killed with ${signal}, perhaps out of memory`;
      failAll(unreadable(`git cat-file ended early (${how}): ${stderr.trim()}`));
    });
    started.stdin.on('error', () => {
      // The `close` event follows and rejects the waiting readers.
    });
    return started;
  }

  /** Takes as many complete answers out of the buffer as it holds. */
  function drain(): void {
    let buffer = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    needed = 0;
    for (;;) {
      const lineEnd = buffer.indexOf(10);
      if (lineEnd < 0) break;
      const header = buffer.toString('utf8', 0, lineEnd);
      const parts = /^([0-9a-f]+) (\w+) (\d+)$/u.exec(header);
      if (parts === null) {
        // "<name> missing" or "<name> ambiguous"
        answer(undefined);
        buffer = buffer.subarray(lineEnd + 1);
        continue;
      }
      const size = Number(parts[3]);
      const end = lineEnd + 1 + size + 1;
      if (buffer.length < end) {
        needed = end;
        break;
      }
      const content = Buffer.from(buffer.subarray(lineEnd + 1, lineEnd + 1 + size));
      answer({ id: parts[1] ?? '', type: parts[2] ?? '', content });
      buffer = buffer.subarray(end);
    }
    chunks = buffer.length === 0 ? [] : [buffer];
    buffered = buffer.length;
  }

  function answer(object: GitObject | undefined): void {
    const next = waiting[first];
    if (object !== undefined && next !== undefined && isFullId(next.name) && next.name !== object.id) {
      failAll(unreadable(`git cat-file returned ${object.id} instead of ${next.name}.`));
      child?.kill();
      return;
    }
    first += 1;
    if (first === waiting.length) {
      waiting.length = 0;
      first = 0;
      // Lets the program exit when no request is pending.
      child?.unref();
    }
    next?.resolve(object);
  }

  return {
    read(name) {
      if (/[\n\r]/u.test(name)) return Promise.resolve(undefined);
      if (failure !== undefined) return Promise.reject(failure);
      child ??= start();
      child.ref();
      const { stdin } = child;
      return new Promise((resolve, reject) => {
        waiting.push({ name, resolve, reject });
        stdin.write(`${name}\n`);
      });
    },
    close() {
      // A reader that is still active after a failure elsewhere must not start a process that is never ended.
      failure ??= problemError('git', 'The repository was closed before everything was read.');
      child?.stdin.end();
    },
  };
}

function unreadable(message: string): ProblemError {
  return problemError('git', message, { hint: hintForDamage(message) });
}

function isFullId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(name);
}
