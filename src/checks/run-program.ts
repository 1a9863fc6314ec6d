/** Runs the program of a check or hook for one leaf. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  /** Whether programs may come from a folder of PATH. */
  readonly isTrusted: (folder: string) => boolean;
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
  /** Whether the job's cancellation ended it: that says nothing about the leaf. */
  readonly cancelled?: boolean | undefined;
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
    const environment = checkEnvironment(job, call.env, variables, call.isTrusted);
    const { directory, timeout: timeLimit } = call;
    const limits = { timeLimit, mostOutput: MOST_OUTPUT, leavesNothing: true };
    const end = await processes.runApart({ program, args, directory, environment, ...limits });
    const printed = [end.stdout, end.stderr].filter((each) => each.trim() !== '').join('\n');
    // Of no use to a reader, and different for each leaf.
    const output = printed.replaceAll(`${own}/`, '').replaceAll(directory, '.');
    const broken = (why: string): ProgramEnd => ({ code: undefined, why, output, sarif: [] });
    if (processes.interrupted())
      return { ...broken('The job was cancelled while it ran.'), code: end.code, cancelled: true };
    if (end.timedOut) return broken(`It was stopped after ${timeLimit / 1_000} s.`);
    if (end.printedTooMuch === true) return broken('It was stopped because it printed more than 50 MB.');
    const sarif = sarifFiles(join(own, OUTPUT));
    if (sarif === undefined) return broken('Its SARIF files are larger than 50 MB.');
    return { code: end.code, why: '', output, sarif };
  } catch (error) {
    return { code: undefined, why: whyNotStarted(call, error), output: '', sarif: [] };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

const OUTPUT = 'output';

/** Bytes that one call may print, and of all its SARIF files. */
const MOST_OUTPUT = 50 * 1024 * 1024;

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

/** @returns undefined if they are too large to be read */
function sarifFiles(folder: string): readonly string[] | undefined {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (each) => each.isFile() && /\.sarif(?:\.json)?$/u.test(each.name),
  );
  const paths = files.map(({ name }) => join(folder, name)).sort();
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  if (bytes > MOST_OUTPUT) return undefined;
  return paths.map((path) => readFileSync(path, 'utf8'));
}

function whyNotStarted({ command: [program = ''], files }: ProgramCall, error: unknown): string {
  if (hasCode(error, 'ENOENT')) {
    if (!program.includes('/'))
      return `The program ${program} is not on PATH: install it in a step before, and not in the checkout, where a pull request could replace it.`;
    return existsSync(join(files, program))
      ? `The program ${program} names an interpreter in its first line that is not there. Does the line end with a carriage return (Windows)?`
      : `The program ${program} is not among the files of this check: list it in "files", or commit it.`;
  }
  if (hasCode(error, 'EACCES'))
    return `The program ${program} is not executable: git update-index --chmod=+x ${program}`;
  return `The program ${program} could not be started: ${messageOf(error)}.`;
}
