/** `.kompos-runtime/locks/<leaf>.lock` lets one run at a time work on a leaf. */
import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { field, textOf } from '../base/json.ts';
import { hasCode } from '../base/node-errors.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
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
  /** Releases the locks; calling it again does nothing. */
  release(): void;
}

/** Who asks for locks. */
export interface LockRequest {
  /** What it runs, for the message that another run gets. */
  readonly command: string;
  /** The time of day, for the same message. */
  readonly now: Date;
}

const FOLDER = 'locks';

/** Milliseconds between two attempts. */
const EVERY = 500;

/**
 * Takes the locks of all leaves, or of none, and reports the holder of the first that is held. The lock of a process that
 * no longer exists does not count.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param leaves their paths
 * @throws ProblemError if another run works on one of them, or `.kompos-runtime` is not a folder
 */
export function takeLocks(runtimeRoot: string, leaves: readonly string[], request: LockRequest): RuntimeLock {
  const taken: string[] = [];
  const release = once(() => {
    for (const path of taken) rmSync(path, { force: true });
  });
  try {
    // In the same order everywhere: two runs that wait never wait for each other.
    for (const leaf of [...new Set(leaves)].sort(compareBytes)) taken.push(takeLock(runtimeRoot, leaf, request));
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * The same, but waits until the leaves are free.
 *
 * @param onWait called once, with who holds the first
 */
export async function waitForLocks(
  runtimeRoot: string,
  leaves: readonly string[],
  request: LockRequest,
  onWait: (who: string) => void,
): Promise<RuntimeLock> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return takeLocks(runtimeRoot, leaves, request);
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      if (isFirst) onWait(error.who);
    }
    await pause(EVERY);
  }
}

/** The locks of these leaves, or undefined if another run works on one of them. */
export function tryLocks(
  runtimeRoot: string,
  leaves: readonly string[],
  request: LockRequest,
): RuntimeLock | undefined {
  try {
    return takeLocks(runtimeRoot, leaves, request);
  } catch (error) {
    if (error instanceof LockHeldError) return undefined;
    throw error;
  }
}

/** Whether a run works on a leaf at the moment. */
export function isLocked(runtimeRoot: string, leaf: string): boolean {
  const path = join(runtimeRoot, FOLDER, `${leaf}.lock`);
  const holder = existsSync(path) ? read(path) : undefined;
  return holder !== undefined && isAlive(holder);
}

class LockHeldError extends ProblemError {
  /** The run that holds it. */
  readonly who: string;

  constructor(path: string, leaf: string, holder: Holder | undefined) {
    const who =
      holder === undefined
        ? 'Another kompos run'
        : `Another kompos run (process ${holder.pid} on ${holder.host}, since ${holder.since}: ${holder.command})`;
    super(
      problemError('lock', `${who} is working on ${leaf}.`, {
        hint: `Wait for it to end; "kompos … terraform --wait" does. If you are sure that it has ended, remove ${path}.`,
      }).problems,
    );
    this.who = `${who} is working on ${leaf}.`;
  }
}

/** @returns the lock's path */
function takeLock(runtimeRoot: string, leaf: string, { command, now }: LockRequest): string {
  refuseLinks(dirname(runtimeRoot), `${basename(runtimeRoot)}/${FOLDER}/${dirname(leaf)}`);
  const path = join(runtimeRoot, FOLDER, `${leaf}.lock`);
  mkdirSync(dirname(path), { recursive: true });
  const holder: Holder = { pid: process.pid, host: hostname(), since: now.toISOString(), command };
  // Twice: again after a stale lock was moved away.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (create(path, holder)) return path;
    const other = read(path);
    if (other !== undefined && isAlive(other)) throw new LockHeldError(path, leaf, other);
    moveAway(path);
  }
  throw new LockHeldError(path, leaf, read(path));
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

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
