/** Starts git for tests: same commits on every machine, whatever the user's own configuration says. */
import { execFile } from 'node:child_process';

/** The environment of a child process. */
export type Environment = Readonly<Record<string, string>>;

/** Variables that keep the machine's and the user's git configuration out. Nothing of ours (`GIT_DIR` …) is inherited. */
const cleanGitEnvironment: Environment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  PATH: process.env['PATH'] ?? '',
};

/**
 * Variables that give git settings without a file, as `git -c` would for all of its calls.
 *
 * @param settings pairs of key and value
 */
export function gitSettings(settings: readonly (readonly [key: string, value: string])[]): Environment {
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

/** How a git command ended. */
interface GitOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git and leaves the judgement of its exit code to the caller. */
export async function attemptGit(
  directory: string,
  args: readonly string[],
  more: Environment = {},
): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: directory,
      env: { ...cleanGitEnvironment, ...more },
      maxBuffer: 64 * 1024 * 1024,
    };
    execFile('git', [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      // Anything but a number means that git itself did not start.
      if (typeof code === 'number') resolve({ code, stdout, stderr });
      else reject(new Error(`git could not be started in ${directory}`, { cause: error }));
    });
  });
}

/** Runs git and answers its standard output without the last line break; a failure is an error with git's own words. */
export async function runGit(directory: string, args: readonly string[], more: Environment = {}): Promise<string> {
  const { code, stdout, stderr } = await attemptGit(directory, args, more);
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}: ${stderr.trim() || stdout.trim()}`);
  return stdout.replace(/\n$/u, '');
}
