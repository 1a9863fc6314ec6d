/** Provider binaries cached between runs with @actions/cache. It only saves time: nothing here is a reason to fail. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { messageOf } from '../base/node-errors.ts';
import type { Log } from '../base/log.ts';
import { missingInMirror, providerVersions } from '../terraform/mirror.ts';
import { PROGRAMS, type ProgramVersion } from '../terraform/programs.ts';
import { checkableProviders, keepVerified } from '../terraform/verified-mirror.ts';

/** Milliseconds for a part of 128 MB; with fewer than two megabytes a second, the registry is no slower. */
const PART_TIMEOUT = 60_000;

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
  /** Whether a pull request asks: what it saves has a key that no other run asks for. */
  readonly isProposed: boolean;
}

/**
 * Fills the mirror folder with what the lock files have hashes of. Any job on the default branch can write its entries, so
 * everything else is removed. Returns whether it must be saved after the run.
 */
export async function restoreProviders(kept: ProviderCache, log: Log): Promise<boolean> {
  try {
    const cache = await import('@actions/cache');
    if (!cache.isFeatureAvailable()) return false;
    const providers = checkableProviders(kept.lockFiles);
    const unchecked = providers.filter(({ hashes }) => hashes.length === 0);
    if (unchecked.length > 0) {
      log.info(
        `Providers are not kept between runs, because lock files have no "h1:" hash of ${providerVersions(unchecked).join(', ')}: "terraform providers lock" adds them.`,
      );
      return false;
    }
    const limits = { segmentTimeoutInMs: PART_TIMEOUT };
    const others = kept.isProposed ? [keyOf({ ...kept, isProposed: false })] : [];
    if ((await cache.restoreCache([kept.mirror], keyOf(kept), others, limits)) === undefined) return true;
    if (!existsSync(kept.mirror)) return false;
    const wrong = await keepVerified(kept.mirror, providers, kept.platform);
    if (wrong.length > 0) {
      log.warning(
        `The provider cache is not used for ${providerVersions(wrong).join(', ')}: what is in it is not what the lock files say.`,
      );
    }
    return false;
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
  const missing = missingInMirror(mirror, checkableProviders(lockFiles), platform);
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

function keyOf({ lockFiles, binary, platform, isProposed }: ProviderCache): string {
  const digest = createHash('sha256')
    .update([...lockFiles].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
  return `kompos-${isProposed ? 'proposed-' : ''}providers-${platform}-${PROGRAMS[binary.program].tool}-${binary.version}-${digest}`;
}
