/** The one seam to the git program. Nothing is built from shell strings; credentials travel in the environment. */
import { getExecOutput } from '@actions/exec';
import { timed } from '../base/debug.ts';
import type { Environment } from '../base/environment.ts';
import { messageOf } from '../base/node-errors.ts';
import { problem, ProblemError } from '../base/problems.ts';

/**
 * What none of our calls needs and a repository could name a program in. On git's own command line, so that nothing but
 * an argument of a call outweighs it.
 */
const SETTINGS = [
  // A tree may hold HEAD, config, objects/ and refs/: a bare repository with settings that a stranger wrote.
  'safe.bareRepository=explicit',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.alternateRefsCommand=',
  'log.showSignature=false',
  // An address `ext::<command>` runs the command.
  'protocol.ext.allow=never',
];

/** Characters of a command line in the debug log. */
const MOST_SHOWN = 500;

export interface GitResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in one directory. */
export interface Git {
  readonly directory: string;
  readonly environment: Environment;
  /** Git's whole argument list for a call of ours. */
  command(args: readonly string[]): readonly string[];
  /** Runs git and answers its standard output; any failure is a `ProblemError` that quotes git's own words. */
  run(args: readonly string[], options?: { input?: string }): Promise<string>;
  /** Runs git and leaves the judgement of its exit code to the caller. */
  attempt(args: readonly string[], options?: { input?: string }): Promise<GitResult>;
}

/**
 * Makes the seam for one directory.
 *
 * @param environment what git sees; prompts and background locks are switched off on top of it
 */
export function createGit(directory: string, environment: Environment): Git {
  const gitEnvironment: Environment = {
    ...environment,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };

  const command = (args: readonly string[]): readonly string[] => [
    ...SETTINGS.flatMap((setting) => ['-c', setting]),
    ...args,
  ];

  async function attempt(args: readonly string[], options: { input?: string } = {}): Promise<GitResult> {
    try {
      const result = await timed(
        `git ${withoutCredentials(args.join(' ')).slice(0, MOST_SHOWN)}`,
        () =>
          getExecOutput('git', [...command(args)], {
            cwd: directory,
            env: gitEnvironment,
            silent: true,
            ignoreReturnCode: true,
            ...(options.input === undefined ? {} : { input: Buffer.from(options.input) }),
          }),
        ({ exitCode }) => `exit code ${exitCode}`,
      );
      return { code: result.exitCode, stdout: result.stdout, stderr: result.stderr };
    } catch (error) {
      // The program itself could not be started: git is missing, or the directory is.
      throw new ProblemError([
        problem('git', `git could not be started: ${messageOf(error)}`, {
          hint: 'Install git and make sure that it is on PATH.',
        }),
      ]);
    }
  }

  async function run(args: readonly string[], options: { input?: string } = {}): Promise<string> {
    const result = await attempt(args, options);
    if (result.code !== 0) throw gitFailure(args, result);
    return result.stdout;
  }

  return { directory, environment: gitEnvironment, command, run, attempt };
}

/** A failed git call as an error for the person who must mend it. */
export function gitFailure(args: readonly string[], result: GitResult): ProblemError {
  const words = withoutCredentials(result.stderr.trim());
  const hint = words.includes('dubious ownership')
    ? 'Add a step before this one: git config --global --add safe.directory "$GITHUB_WORKSPACE"'
    : hintForDamage(words);
  return new ProblemError([
    problem('git', `git ${subcommandOf(args)} failed (exit code ${result.code}): ${words}`, { hint }),
  ]);
}

/** The word behind settings that are given to one call. */
function subcommandOf(args: readonly string[]): string {
  return args.find((each, index) => each !== '-c' && args[index - 1] !== '-c') ?? '';
}

/** What to do where git's words say that the repository itself is broken. */
export function hintForDamage(words: string): string | undefined {
  return /corrupt|inflate|unable to (read|unpack)|bad (object|tree)|missing blob|not a valid object/u.test(words)
    ? 'The clone is damaged. Remove it and check out again: actions/checkout with "clean: true" in an empty workspace.'
    : undefined;
}

/** How far behind `://` a user name and password are looked for. */
const LONGEST_USER_INFO = 4096;

/**
 * Takes user names and passwords out of URLs: git and Terraform print them in clear. A password that was not encoded may
 * have `@`, `/`, quotes and blanks in it; where that is the question, rather too much of the URL goes.
 */
export function withoutCredentials(text: string): string {
  const pieces: string[] = [];
  let shown = 0;
  for (let colon = text.indexOf('://'); colon >= 0; colon = text.indexOf('://', colon + 3)) {
    const start = colon + 3;
    if (start < shown || !/[a-z0-9+.-]/iu.test(text.charAt(colon - 1))) continue;
    const next = text.indexOf('://', start);
    const end =
      start + userInfoLength(text.slice(start, Math.min(next < 0 ? text.length : next, start + LONGEST_USER_INFO)));
    if (end === start) continue;
    pieces.push(text.slice(shown, start));
    shown = end;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(shown);
}

/** @param rest what stands behind `://`, up to the next URL at most */
function userInfoLength(rest: string): number {
  const line = /^[^\r\n]*/u.exec(rest)?.[0] ?? '';
  const word = /^[^\s"'`<>]*/u.exec(line)?.[0] ?? '';
  const authority = /^[^/?#]*/u.exec(word)?.[0] ?? '';
  if (!authority.includes('@') && !hasPassword(authority, line, word)) return 0;
  if (!authority.includes(':')) return authority.lastIndexOf('@') + 1;
  const inWord = word.lastIndexOf('@') + 1;
  if (inWord > 0 && isHost(word.slice(inWord))) return inWord;
  // The password goes on behind a blank or a quote.
  const more = line.indexOf('@', Math.max(inWord, word.length));
  if (more < 0) return inWord;
  const last = /^[^\s"'`<>]*/u.exec(line.slice(more))?.[0] ?? '';
  return more + last.lastIndexOf('@') + 1;
}

/** Whether it is `user:password` rather than `host:port`; a password may begin with what ends an authority or a word. */
function hasPassword(authority: string, line: string, word: string): boolean {
  const [, before, behind = ''] = /^([^:]*):(.*)$/u.exec(authority) ?? [];
  if (before === undefined) return false;
  if (!/^\d*$/u.test(behind)) return true;
  if (!isHost(before)) return behind === '' ? line.includes('@') : word.includes('@');
  // `first.last:12/34@host`: a user's name with a dot looks like a host.
  const at = word.lastIndexOf('@');
  return at >= 0 && behind === '' && isHost(word.slice(at + 1));
}

function isHost(text: string): boolean {
  return /^(?:\[[0-9a-f:.]+\]|localhost|[\w-]+(?:\.[\w-]+)+)(?:[:/?#,;.)]|$)/iu.test(text);
}
