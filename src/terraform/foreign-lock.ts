/** A dependency lock file that the other program has written. Pure. */
import type { Diagnostic } from './diagnostics.ts';
import { providerVersions, type LockedProvider } from './mirror.ts';
import { commandInWords, PROGRAM_NAMES, PROGRAMS, type ProgramName } from './programs.ts';

/**
 * A warning where `init` has taken providers from the registry of the program that runs, because the lock file selects
 * them from the registry of the other one: OpenTofu keeps the versions of `hashicorp/*`, and for all others each program
 * takes the newest version that fits.
 *
 * @param locked what the lock file selected before `init`
 * @param installed what it selects afterwards
 */
export function foreignLock(
  locked: readonly LockedProvider[],
  installed: readonly LockedProvider[],
  program: ProgramName,
): Diagnostic | undefined {
  const { registry } = PROGRAMS[program];
  const author = PROGRAM_NAMES.find((name) => name !== program) ?? program;
  const foreign = locked.flatMap((before) => {
    const prefix = `${PROGRAMS[author].registry}/`;
    if (!before.address.startsWith(prefix) || installed.some(({ address }) => address === before.address)) return [];
    const now = `${registry}/${before.address.slice(prefix.length)}`;
    const after = installed.find(({ address }) => address === now);
    return after === undefined
      ? []
      : [`${providerVersions([before]).join('')} → ${providerVersions([after]).join('')}`];
  });
  if (foreign.length === 0) return undefined;
  return {
    severity: 'warning',
    summary: `The lock file was written by ${author}, so ${program} has selected providers itself`,
    detail: `${foreign.join('\n')}\nCommit the .terraform.lock.hcl that "${commandInWords(program, 'init')}" writes: other runs may select others.`,
  };
}
