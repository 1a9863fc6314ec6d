/** The one seam to the git program. Nothing is built from shell strings; credentials travel in the environment. */
import { runPiped, type Call, type Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { messageOf } from '../base/node-errors.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { withoutCredentials } from './url-credentials.ts';

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

/** Runs git in one directory. */
export interface Git {
  readonly directory: string;
  readonly environment: Environment;
  /** What has to be started for a call of ours. */
  command(args: readonly string[]): Call;
  /** Runs git and answers its standard output; any failure is a `ProblemError` that quotes git's own words. */
  run(args: readonly string[]): Promise<string>;
  /** Runs git and leaves the judgement of its exit code to the caller. */
  attempt(args: readonly string[], input?: string): Promise<Output>;
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

  const command = (args: readonly string[]): Call => ({
    program: 'git',
    args: [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args],
    directory,
    environment: gitEnvironment,
  });

  async function attempt(args: readonly string[], input?: string): Promise<Output> {
    try {
      return await runPiped(command(args), input);
    } catch (error) {
      throw notStarted(error);
    }
  }

  async function run(args: readonly string[]): Promise<string> {
    const result = await attempt(args);
    if (result.code !== 0) throw gitFailure(args, result);
    return result.stdout;
  }

  return { directory, environment: gitEnvironment, command, run, attempt };
}

/** The error where the program itself could not be started: git is missing, or the directory is. */
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
