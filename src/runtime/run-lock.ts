/** `.kompos-runtime/.lock` admits one run at a time. */
import { linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { field, textOf } from '../base/json.ts';
import { hasCode } from '../base/node-errors.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { refuseLinks } from './refuse-links.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO time at which the run began. */
  readonly since: string;
  /** What it runs, for the message. */
  readonly command: string;
}

export interface RuntimeLock {
  /** Releases the lock; calling it again does nothing. */
  release(): void;
}

/**
 * Takes the lock, or reports its holder. The lock of a process that no longer exists does not count.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param now the time of day, for the message that a second run gets
 * @throws ProblemError if another run holds it, or `.kompos-runtime` is not a folder
 */
export function takeLock(runtimeRoot: string, command: string, now: Date): RuntimeLock {
  refuseLinks(dirname(runtimeRoot), basename(runtimeRoot));
  mkdirSync(runtimeRoot, { recursive: true });
  const path = join(runtimeRoot, '.lock');
  const holder: Holder = { pid: process.pid, host: hostname(), since: now.toISOString(), command };
  // Twice: again after a stale lock was moved away.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (create(path, holder))
      return {
        release: once(() => {
          rmSync(path, { force: true });
        }),
      };
    const other = read(path);
    if (other !== undefined && isAlive(other)) throw held(path, other);
    moveAway(path);
  }
  throw held(path, read(path));
}

/** A link appears with its content or not at all, so no other run can read a half-written lock. */
function create(path: string, holder: Holder): boolean {
  const own = `${path}.${process.pid}`;
  rmSync(own, { force: true });
  // Never through an existing link.
  writeFileSync(own, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a stale lock. Another run may have replaced it with its own in the meantime: that one is restored. */
function moveAway(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = read(aside);
  try {
    if (moved !== undefined && isAlive(moved)) linkSync(aside, path);
  } finally {
    // Whatever was there instead of a lock.
    rmSync(aside, { recursive: true, force: true });
  }
}

function read(path: string): Holder | undefined {
  try {
    // A link may lead to an endless file.
    if (!lstatSync(path).isFile()) return undefined;
    return readHolder(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Gone by now, or not ours.
    return undefined;
  }
}

function readHolder(value: unknown): Holder | undefined {
  const pid = field(value, 'pid');
  const [host, since, command] = ['host', 'since', 'command'].map((name) => textOf(value, name));
  if (typeof pid !== 'number' || host === undefined || since === undefined || command === undefined) return undefined;
  return { pid, host, since, command };
}

/** A process on another host cannot be checked, so its lock counts. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function held(path: string, holder: Holder | undefined): ProblemError {
  const who =
    holder === undefined
      ? 'Another kompos run'
      : `Another kompos run (process ${holder.pid} on ${holder.host}, since ${holder.since}: ${holder.command})`;
  return problemError('lock', `${who} is at work in this project.`, {
    hint: `Wait for it to end. If you are sure that it has ended, remove ${path}.`,
  });
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
