/** Programs that a repository's own configuration has git run. On a runner nobody has looked at it. */
import { problemError } from '../base/problems.ts';
import type { Git } from './git.ts';

/** Keys by which our calls would run a program, as git spells them (git-config; names of sections are arbitrary). */
const NAMES_A_PROGRAM =
  /^(?:core\.(?:sshcommand|gitproxy|askpass)|credential\.(?:.*\.)?helper|remote\..*\.(?:uploadpack|vcs)|filter\..*\.(?:clean|smudge|process))$/su;

/** What stands there for good reasons: `lfs: true` and `ssh-key` of actions/checkout, git-crypt, git's own helpers. */
const USUAL: readonly RegExp[] = [
  /^"?git-(?:lfs|crypt)"?(?: [\w=%.-]+)*$/u,
  /^(?:(?:cache|store)(?: --[\w./=-]+)*)?$/u,
  // Without the options of ssh that run a command or read a file of options; a shell splits what stands without quotes.
  /^"?(?:\/usr(?:\/local)?\/bin\/|\/bin\/)?ssh"?(?: -[ip] (?:"[\w ./$~-]+"|[\w./~-]+)| -o (?:"(?:StrictHostKeyChecking|CheckHostIP|UserKnownHostsFile|IdentitiesOnly)=[\w ./$~-]+"|(?:StrictHostKeyChecking|CheckHostIP|UserKnownHostsFile|IdentitiesOnly)=[\w./~-]+))*$/u,
];

/**
 * Refuses a repository whose own configuration names a program. That of the user and of the machine, and what the
 * environment carries, are trusted.
 *
 * @param git seam at the repository's top folder
 * @throws ProblemError that names the keys
 */
export async function refusePrograms(git: Git): Promise<void> {
  const listing = await git.run(['config', '--list', '--show-scope', '--includes', '-z']);
  const keys = [...new Set(programsOf(listing))];
  if (keys.length === 0) return;
  throw problemError(
    'git',
    `The repository's own configuration names a program that git would run: ${keys.join(', ')}.`,
    {
      hint: `Remove it before this step (git config --local --unset-all ${keys[0] ?? ''}). What git needs here belongs into the user's configuration (git config --global).`,
    },
  );
}

/** @param listing `scope NUL key LF value NUL` …; the line break and the value are missing where a key stands alone */
function programsOf(listing: string): readonly string[] {
  const parts = listing.split('\0');
  return parts.flatMap((entry, index) => {
    const scope = index % 2 === 1 ? parts[index - 1] : undefined;
    if (scope !== 'local' && scope !== 'worktree') return [];
    const end = entry.indexOf('\n');
    const [key, value] = end < 0 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
    return NAMES_A_PROGRAM.test(key) && !USUAL.some((usual) => usual.test(value)) ? [key] : [];
  });
}
