/** Providers that come from elsewhere than a registry, such as a cache that other jobs write to. */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lockedHashes, lockedProviders, type LockedProvider } from './mirror.ts';
import { providerHash } from './provider-hash.ts';

/** A provider with its `h1:` hashes: a `zh:` hash is of the zip file, so an unpacked folder cannot be checked against it. */
export interface CheckableProvider extends LockedProvider {
  readonly hashes: readonly string[];
}

/** The providers that lock files select, each version once, with what all of them have on it. */
export function checkableProviders(lockFiles: readonly string[]): readonly CheckableProvider[] {
  const all = new Map<string, CheckableProvider>();
  for (const text of lockFiles) {
    for (const { address, version } of lockedProviders(text)) {
      const hashes = lockedHashes(text, address).filter((hash) => hash.startsWith('h1:'));
      const known = all.get(`${address} ${version}`)?.hashes ?? [];
      all.set(`${address} ${version}`, { address, version, hashes: [...known, ...hashes] });
    }
  }
  return [...all.values()];
}

/**
 * Leaves nothing in a mirror but providers that have a hash of theirs: a leaf without a lock file would be given anything
 * else unchecked.
 *
 * @param mirror absolute path
 * @returns the ones that were there and are not as their hashes say
 */
export async function keepVerified(
  mirror: string,
  providers: readonly CheckableProvider[],
  platform: string,
): Promise<readonly LockedProvider[]> {
  const restored = `${mirror}.restored`;
  rmSync(restored, { recursive: true, force: true });
  renameSync(mirror, restored);
  mkdirSync(mirror);
  const wrong: LockedProvider[] = [];
  try {
    for (const { address, version, hashes } of providers) {
      const way = join(address, version, platform);
      if (lstatSync(join(restored, way), { throwIfNoEntry: false }) === undefined) continue;
      const hash = isPlain(restored, way) ? await providerHash(join(restored, way)) : undefined;
      if (hash === undefined || !hashes.includes(hash)) wrong.push({ address, version });
      else {
        mkdirSync(dirname(join(mirror, way)), { recursive: true });
        renameSync(join(restored, way), join(mirror, way));
      }
    }
  } finally {
    rmSync(restored, { recursive: true, force: true });
  }
  return wrong;
}

/** Whether a folder, the way to it, and all below it are folders and files: what a link leads to may change later. */
function isPlain(top: string, way: string): boolean {
  const steps = way.split('/').map((_, index, all) => join(top, ...all.slice(0, index + 1)));
  return (
    [top, ...steps].every((path) => lstatSync(path).isDirectory()) &&
    readdirSync(join(top, way), { recursive: true, withFileTypes: true }).every(
      (entry) => entry.isDirectory() || entry.isFile(),
    )
  );
}
