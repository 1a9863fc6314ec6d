/** Provider binaries kept between runs with @actions/cache. It only saves time: nothing here is a reason to fail. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { messageOf } from '../node-errors.ts';
import type { Log } from '../log.ts';

/**
 * The cache's key: equal lock files, Terraform and platform need the same binaries.
 *
 * @param lockFiles ids of the contents of the dependency lock files
 */
export function cacheKey(lockFiles: readonly string[], terraformVersion: string, platform: string): string {
  const digest = createHash('sha256')
    .update([...lockFiles].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
  return `kompos-providers-${platform}-${terraformVersion}-${digest}`;
}

/** Fills the mirror folder. Answers whether it must be saved after the run. */
export async function restoreProviders(mirror: string, key: string, log: Log): Promise<boolean> {
  try {
    const cache = await import('@actions/cache');
    if (!cache.isFeatureAvailable()) return false;
    return (await cache.restoreCache([mirror], key)) === undefined;
  } catch (error) {
    log.info(`The provider cache could not be read: ${messageOf(error)}`);
    return false;
  }
}

/** Saves the mirror folder under the key. */
export async function saveProviders(mirror: string, key: string, log: Log): Promise<void> {
  if (!existsSync(mirror)) return;
  try {
    const cache = await import('@actions/cache');
    await cache.saveCache([mirror], key);
  } catch (error) {
    log.info(`The provider cache could not be saved: ${messageOf(error)}`);
  }
}
