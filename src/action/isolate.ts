/**
 * Takes the secrets of the step out of what other processes of the same user can read. `/proc/<pid>/environ` shows the
 * environment that a process was started with for as long as it lives, whatever it deletes later, and a plan needs no
 * more than `file("/proc/self/status")`, which names its parent, to find it.
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

/** The descriptor that carries the environment: standard input, one of the three that outlive the replacement. */
const CARRIER = 0;

/** Names the process that has been replaced. Its id stays the same, so no other process takes it for its own. */
const MARKER = 'KOMPOS_REPLACED_PROCESS';

/**
 * Replaces this process by the same program with the environment that Terraform may see; the whole environment travels
 * in a file without a name. Returns when that is done, with the environment restored in memory only.
 *
 * @returns why the process could not be replaced: then its environment can still be read
 */
export function isolate(): string | undefined {
  try {
    if (process.env[MARKER] === String(process.pid)) {
      restoreEnvironment();
      return undefined;
    }
    // Absent before Node 22.15, and from the types of the oldest Node that is supported.
    const execve: unknown = Reflect.get(process, 'execve');
    if (typeof execve !== 'function' || process.platform === 'win32') {
      return `Node ${process.version} cannot replace a process on ${process.platform}`;
    }
    // Node aborts where the program cannot be started.
    accessSync(process.execPath, constants.X_OK);
    writeEnvironment();
    try {
      const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
      const environment = { ...childEnvironment(process.env, false), [MARKER]: String(process.pid) };
      Reflect.apply(execve, process, [process.execPath, args, environment]);
    } finally {
      // Only reached where it failed.
      closeCarrier();
    }
    return 'the process was not replaced';
  } catch (error) {
    return messageOf(error);
  }
}

/** The lowest free descriptor is the one that a file gets: that of standard input, which nobody reads, once it is closed. */
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

/** Leaves nothing on the disk, and no descriptor that leads to it: `/proc/<pid>/fd` can be read just as well. */
function closeCarrier(): void {
  ftruncateSync(CARRIER);
  closeSync(CARRIER);
  openSync('/dev/null', 'r');
}
