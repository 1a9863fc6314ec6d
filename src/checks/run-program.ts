/** Runs the program of a check or hook for one leaf. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcesses } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { hasCode, messageOf } from '../base/node-errors.ts';
import { checkEnvironment, filledIn } from './environment.ts';

export interface ProgramCall {
  readonly command: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
  /** Names of variables that it gets. */
  readonly env: readonly string[];
  readonly leaf: string;
  readonly composition: string;
  /** Absolute path of the runtime directory, where it runs. */
  readonly directory: string;
  /** Absolute path of the copies of the files that it needs, in which a program with a slash is looked up. */
  readonly files: string;
  /** Texts that it gets as files. */
  readonly documents: { readonly plan?: string | undefined; readonly reasons?: string | undefined };
}

export interface ProgramEnd {
  /** The exit code; undefined if it did not run to its end. */
  readonly code: number | undefined;
  /** A sentence: why not. */
  readonly why: string;
  readonly output: string;
  /** The texts of the SARIF files that it wrote to `KOMPOS_OUTPUT`. */
  readonly sarif: readonly string[];
}

/**
 * @param scratch absolute path of a folder that only this user can read; nothing of the call stays in it
 * @param job the environment of the job
 */
export async function runProgram(
  call: ProgramCall,
  scratch: string,
  job: Environment,
  processes: ChildProcesses,
): Promise<ProgramEnd> {
  const own = mkdtempSync(join(scratch, 'call-'));
  try {
    mkdirSync(join(own, OUTPUT));
    const variables = variablesOf(call, own);
    const [name = '', ...args] = filledIn(call.command, variables);
    const program = name.includes('/') ? join(call.files, name) : name;
    const environment = checkEnvironment(job, call.env, variables);
    const { directory, timeout: timeLimit } = call;
    const end = await processes.runApart({ program, args, directory, environment, timeLimit });
    const printed = [end.stdout, end.stderr].filter((each) => each.trim() !== '').join('\n');
    // Of no use to a reader, and different for each leaf.
    const output = printed.replaceAll(`${own}/`, '').replaceAll(directory, '.');
    const sarif = sarifFiles(join(own, OUTPUT));
    if (end.timedOut) return { code: undefined, why: `It was stopped after ${timeLimit / 1_000} s.`, output, sarif };
    return { code: end.code, why: '', output, sarif };
  } catch (error) {
    return { code: undefined, why: whyNotStarted(call.command[0] ?? '', error), output: '', sarif: [] };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

const OUTPUT = 'output';

/** Bytes of all SARIF files of one call. */
const MOST_SARIF = 50 * 1024 * 1024;

function variablesOf({ leaf, composition, directory, files, documents }: ProgramCall, own: string): Environment {
  const written = (name: string, text: string): string => {
    const path = join(own, name);
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return path;
  };
  const { plan, reasons } = documents;
  return {
    KOMPOS_LEAF: leaf,
    KOMPOS_COMPOSITION: composition,
    KOMPOS_DIRECTORY: directory,
    KOMPOS_FILES: files,
    KOMPOS_OUTPUT: join(own, OUTPUT),
    ...(plan === undefined ? {} : { KOMPOS_PLAN: written('plan.json', plan) }),
    ...(reasons === undefined ? {} : { KOMPOS_REASONS: written('reasons.json', reasons) }),
  };
}

/** @throws if they are too large to be read */
function sarifFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (each) => each.isFile() && /\.sarif(?:\.json)?$/u.test(each.name),
  );
  const paths = files.map(({ name }) => join(folder, name)).sort();
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  if (bytes > MOST_SARIF) throw new Error('its SARIF files are larger than 50 MB');
  return paths.map((path) => readFileSync(path, 'utf8'));
}

function whyNotStarted(program: string, error: unknown): string {
  if (hasCode(error, 'ENOENT')) {
    return program.includes('/')
      ? `The program ${program} is not among the files of this check: list it in "files", or commit it.`
      : `The program ${program} is not on PATH: install it in a step before.`;
  }
  if (hasCode(error, 'EACCES'))
    return `The program ${program} is not executable: git update-index --chmod=+x ${program}`;
  return `The program ${program} could not be started: ${messageOf(error)}.`;
}
