/** The one seam to the git program. Nothing is built from shell strings; credentials travel in the environment. */
import { coerce, gte } from 'semver';
import { runPiped, type Call, type Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { messageOf } from '../base/node-errors.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { withoutCredentials } from './url-credentials.ts';

/**
 * Settings in which a repository could name a program, and which none of our calls needs. They are passed on git's
 * command line, so that only an argument of the call itself can override them.
 */
const SETTINGS = [
  // A tree may hold HEAD, config, objects/ and refs/: a bare repository with settings that an attacker wrote.
  'safe.bareRepository=explicit',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.alternateRefsCommand=',
  'log.showSignature=false',
  // An address `ext::<command>` runs the command.
  'protocol.ext.allow=never',
];

/** Credentials in `GIT_CONFIG_COUNT` (2.31), `config --show-scope` (2.26) and `fetch --stdin` (2.29) are that new. */
const OLDEST = '2.31.0';

/** Git's exit code for an option that it does not know. */
const USAGE_ERROR = 129;

/** Runs git in one directory. */
export interface Git {
  readonly directory: string;
  readonly environment: Environment;
  /** The process to start for a call. */
  command(args: readonly string[]): Call;
  /** Runs git and returns its standard output; any failure is a `ProblemError` that quotes git's own message. */
  run(args: readonly string[]): Promise<string>;
  /** Runs git and leaves the exit code to the caller. An option that this git is too old for is a `ProblemError`. */
  attempt(args: readonly string[], input?: string): Promise<Output>;
  /** Throws a `ProblemError` if this git is too old, which may be why something failed. */
  refuseIfOld(): Promise<void>;
}

/**
 * Makes the seam for one directory.
 *
 * @param environment of git; prompts and background locks are disabled on top
 */
export function createGit(directory: string, environment: Environment): Git {
  const gitEnvironment: Environment = {
    ...environment,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };

  const command = (args: readonly string[]): Call => ({
    program: 'git',
    args: [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args],
    directory,
    environment: gitEnvironment,
  });

  async function start(args: readonly string[], input?: string): Promise<Output> {
    try {
      return await runPiped(command(args), input);
    } catch (error) {
      throw notStarted(error);
    }
  }

  async function attempt(args: readonly string[], input?: string): Promise<Output> {
    const result = await start(args, input);
    if (result.code === USAGE_ERROR) await refuseIfOld();
    return result;
  }

  async function refuseIfOld(): Promise<void> {
    const version = coerce((await start(['version'])).stdout);
    if (version === null || gte(version, OLDEST)) return;
    throw problemError('git', `git ${version.version} is too old: kompos needs git ${OLDEST} or newer.`, {
      hint: 'Install a newer git before actions/checkout; on Ubuntu 20.04 from the archive ppa:git-core/ppa.',
    });
  }

  async function run(args: readonly string[]): Promise<string> {
    const result = await attempt(args);
    if (result.code !== 0) throw gitFailure(args, result);
    return result.stdout;
  }

  return { directory, environment: gitEnvironment, command, run, attempt, refuseIfOld };
}

/** The error if the program itself could not be started: git or the directory is missing. */
export function notStarted(error: unknown): ProblemError {
  return problemError('git', `git could not be started: ${messageOf(error)}`, {
    hint: 'Install git and make sure that it is on PATH.',
  });
}

/** A failed git call as an error for the person who must fix it. */
export function gitFailure(args: readonly string[], result: Output): ProblemError {
  const words = withoutCredentials(result.stderr.trim());
  const hint = words.includes('dubious ownership')
    ? 'Add a step before this one: git config --global --add safe.directory "$GITHUB_WORKSPACE"'
    : hintForDamage(words);
  return problemError('git', `git ${subcommandOf(args)} failed (exit code ${result.code}): ${words}`, { hint });
}

/** The first word after the settings of a call. */
function subcommandOf(args: readonly string[]): string {
  return args.find((each, index) => each !== '-c' && args[index - 1] !== '-c') ?? '';
}

/** What to do if git's message says that the repository itself is corrupt. */
export function hintForDamage(words: string): string | undefined {
  return /corrupt|inflate|unable to (read|unpack)|bad (object|tree)|missing blob|not a valid object/u.test(words)
    ? 'The clone is damaged. Remove it and check out again: actions/checkout with "clean: true" in an empty workspace.'
    : undefined;
}
