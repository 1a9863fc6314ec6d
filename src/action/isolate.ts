/**
 * Hides the secrets of the step from other processes of the same user. `/proc/<pid>/environ` shows the environment that
 * a process was started with for as long as it lives, even after it deletes variables, and a plan finds it with no more
 * than `file("/proc/self/status")`, which names its parent.
 */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { field, isRecord, text } from '../base/json.ts';
import { messageOf } from '../base/node-errors.ts';
import { childEnvironment } from './job-environment.ts';

/** The descriptor that carries the environment: standard input, one of the three that survive the replacement. */
const CARRIER = 0;

/** The id of the replaced process. It stays the same, so no other process mistakes it for its own. */
const MARKER = 'KOMPOS_REPLACED_PROCESS';

/**
 * Replaces this process with the same program and only the environment that Terraform may see; the whole environment is
 * passed in an unnamed file. Returns in the replacement, with the environment restored in memory only.
 *
 * @returns why the process could not be replaced, which leaves its environment readable
 */
export function isolate(): string | undefined {
  try {
    if (process.env[MARKER] === String(process.pid)) {
      restoreEnvironment();
      return undefined;
    }
    // Missing before Node 22.15, and in the types of the oldest supported Node.
    const execve: unknown = Reflect.get(process, 'execve');
    if (typeof execve !== 'function' || process.platform === 'win32') {
      return `Node ${process.version} cannot replace a process on ${process.platform}`;
    }
    // Node aborts if the program cannot be started.
    accessSync(process.execPath, constants.X_OK);
    writeEnvironment();
    try {
      const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
      const environment = { ...childEnvironment(process.env, false), [MARKER]: String(process.pid) };
      Reflect.apply(execve, process, [process.execPath, args, environment]);
    } finally {
      // Only reached on failure.
      closeCarrier();
    }
    return 'the process was not replaced';
  } catch (error) {
    return messageOf(error);
  }
}

/** A file gets the lowest free descriptor: that of standard input, which is not used, once it is closed. */
function writeEnvironment(): void {
  const path = join(tmpdir(), `kompos-${randomUUID()}`);
  closeSync(CARRIER);
  try {
    const file = openSync(path, 'wx+', 0o600);
    rmSync(path);
    if (file !== CARRIER) throw new Error(`standard input was not free, but descriptor ${file}`);
    const bytes = Buffer.from(JSON.stringify(process.env));
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  } catch (error) {
    openSync('/dev/null', 'r');
    throw error;
  }
}

function restoreEnvironment(): void {
  const bytes = Buffer.alloc(fstatSync(CARRIER).size);
  for (let read = 0; read < bytes.length;) {
    const more = readSync(CARRIER, bytes, read, bytes.length - read, read);
    if (more === 0) break;
    read += more;
  }
  closeCarrier();
  const environment: unknown = JSON.parse(bytes.toString('utf8'));
  if (!isRecord(environment)) throw new Error('the environment did not arrive');
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  for (const name of Object.keys(environment)) process.env[name] = text(field(environment, name)) ?? '';
}

/** Leaves nothing on disk and no open descriptor: `/proc/<pid>/fd` can be read just as easily. */
function closeCarrier(): void {
  ftruncateSync(CARRIER);
  closeSync(CARRIER);
  openSync('/dev/null', 'r');
}
