/** Provider binaries cached between runs with @actions/cache. It only saves time: nothing here is a reason to fail. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { messageOf } from '../base/node-errors.ts';
import type { Log } from '../base/log.ts';
import { lockedProviders, missingInMirror, providerVersions } from '../terraform/mirror.ts';
import { PROGRAMS, type ProgramVersion } from '../terraform/programs.ts';

/** What is cached: the same lock files, program and platform need the same binaries. */
export interface ProviderCache {
  /** Absolute path of the mirror folder. */
  readonly mirror: string;
  /** Texts of the dependency lock files that select the binaries. */
  readonly lockFiles: readonly string[];
  /** Terraform and OpenTofu take providers from different registries. */
  readonly binary: ProgramVersion;
  /** `linux_amd64` */
  readonly platform: string;
}

/** Fills the mirror folder. Returns whether it must be saved after the run. */
export async function restoreProviders(kept: ProviderCache, log: Log): Promise<boolean> {
  try {
    const cache = await import('@actions/cache');
    if (!cache.isFeatureAvailable()) return false;
    return (await cache.restoreCache([kept.mirror], keyOf(kept))) === undefined;
  } catch (error) {
    log.info(`The provider cache could not be read: ${messageOf(error)}`);
    return false;
  }
}

/**
 * Saves the mirror folder once it has everything that the lock files select. A key cannot be written twice: what is
 * missing would be downloaded in every later run.
 */
export async function saveProviders(kept: ProviderCache, log: Log): Promise<void> {
  const { mirror, lockFiles, platform } = kept;
  if (!existsSync(mirror)) return;
  const missing = missingInMirror(mirror, lockFiles.flatMap(lockedProviders), platform);
  if (missing.length > 0) {
    const names = [...new Set(providerVersions(missing))].join(', ');
    log.info(
      `The provider cache is not saved: it lacks ${names}, which a lock file selects and no init has installed.`,
    );
    return;
  }
  try {
    const cache = await import('@actions/cache');
    await cache.saveCache([mirror], keyOf(kept));
  } catch (error) {
    log.info(`The provider cache could not be saved: ${messageOf(error)}`);
  }
}

function keyOf({ lockFiles, binary, platform }: ProviderCache): string {
  const digest = createHash('sha256')
    .update([...lockFiles].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
  return `kompos-providers-${platform}-${PROGRAMS[binary.program].tool}-${binary.version}-${digest}`;
}
