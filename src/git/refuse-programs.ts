/** Refuses programs that a repository's own configuration makes git run: on a runner it was never reviewed. */
import { problemError } from '../base/problems.ts';
import type { Git } from './git.ts';

/** Keys that would make our calls run a program, as git spells them (git-config; names of sections are arbitrary). */
const NAMES_A_PROGRAM =
  /^(?:core\.(?:sshcommand|gitproxy|askpass)|credential\.(?:.*\.)?helper|remote\..*\.(?:uploadpack|vcs)|filter\..*\.(?:clean|smudge|process))$/su;

/** Legitimate values: `lfs: true` and `ssh-key` of actions/checkout, git-crypt, git's own helpers. */
const USUAL: readonly RegExp[] = [
  /^"?git-(?:lfs|crypt)"?(?: [\w=%.-]+)*$/u,
  /^(?:(?:cache|store)(?: --[\w./=-]+)*)?$/u,
  // Without the options of ssh that run a command or read a file of options; a shell splits unquoted text.
  /^"?(?:\/usr(?:\/local)?\/bin\/|\/bin\/)?ssh"?(?: -[ip] (?:"[\w ./$~-]+"|[\w./~-]+)| -o (?:"(?:StrictHostKeyChecking|CheckHostIP|UserKnownHostsFile|IdentitiesOnly)=[\w ./$~-]+"|(?:StrictHostKeyChecking|CheckHostIP|UserKnownHostsFile|IdentitiesOnly)=[\w./~-]+))*$/u,
];

/**
 * Refuses a repository whose own configuration names a program. The configuration of the user, the machine and the
 * environment is trusted.
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
      hint: `Remove it before this step (git config --local --unset-all ${keys[0] ?? ''}). Settings that git needs here belong in the user's configuration (git config --global).`,
    },
  );
}

/** @param listing `scope NUL key LF value NUL` …; a key without a value has no line break either */
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
