/**
 * Provider binaries kept between inits in an unpacked filesystem mirror, `<host>/<namespace>/<type>/<version>/<platform>`.
 * Terraform's own plugin cache is not safe when several inits run at once (hashicorp/terraform#31964); a mirror that is
 * only ever added to, by renaming whole folders into place, is.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../base/node-errors.ts';
import { refuseLinks } from '../runtime/refuse-links.ts';
import { isInside } from './folder-digest.ts';

export interface LockedProvider {
  /** `registry.terraform.io/hashicorp/aws` */
  readonly address: string;
  readonly version: string;
  /** `h1:…` of what is installed; undefined if unknown. */
  readonly hash?: string | undefined;
}

/** Providers as a record and a fingerprint spell them: `registry.terraform.io/hashicorp/aws 5.100.0`. */
export function providerVersions(providers: readonly LockedProvider[]): string[] {
  return providers.map(({ address, version }) => `${address} ${version}`);
}

/** The providers that a dependency lock file (`.terraform.lock.hcl`) selects. */
export function lockedProviders(lockFile: string): readonly LockedProvider[] {
  const blocks = lockFile.matchAll(/^provider\s+"([^"]+)"\s*\{[^}]*?^\s*version\s*=\s*"([^"]+)"/gmu);
  return [...blocks].map(([, address = '', version = '']) => ({ address, version }));
}

/** The hashes that a dependency lock file has for one provider. */
export function lockedHashes(lockFile: string, address: string): readonly string[] {
  const block = lockFile.split(/^provider\s+/mu).find((each) => each.startsWith(`"${address}"`)) ?? '';
  return [...block.matchAll(/^\s*"((?:h1|zh):[^"]+)",/gmu)].map(([, hash = '']) => hash);
}

/** `linux_amd64`: the folder name of this machine's builds. */
export function terraformPlatform(platform: NodeJS.Platform, architecture: string): string {
  const system = platform === 'win32' ? 'windows' : platform;
  const machine = new Map([
    ['x64', 'amd64'],
    ['ia32', '386'],
  ]);
  return `${system}_${machine.get(architecture) ?? architecture}`;
}

/** The providers that the mirror does not have. */
export function missingInMirror(
  mirror: string,
  providers: readonly LockedProvider[],
  platform: string,
): readonly LockedProvider[] {
  return providers.filter(({ address, version }) => !existsSync(join(mirror, address, version, platform)));
}

/**
 * Adds what an init has just installed. Never fails: the mirror only saves time.
 *
 * @param directory the initialized runtime directory
 */
export function addToMirror(
  mirror: string,
  directory: string,
  providers: readonly LockedProvider[],
  platform: string,
): void {
  for (const { address, version } of providers) {
    const place = join(directory, '.terraform', 'providers', address, version, platform);
    const target = join(mirror, address, version, platform);
    try {
      refuseLinks(mirror, `${address}/${version}`);
      // A link may lead to the directory's own cache; elsewhere, it is not ours to take.
      const installed = realpathSync(place);
      if (existsSync(target) || !isInside(installed, join(realpathSync(directory), '.terraform'))) continue;
      mkdirSync(dirname(target), { recursive: true });
      if (move(installed, target)) continue;
      const partial = `${target}.partial-${process.pid}`;
      cpSync(installed, partial, { recursive: true });
      // Another leaf may have been faster; either copy is good.
      if (readdirSync(dirname(target)).includes(platform)) rmSync(partial, { recursive: true, force: true });
      else renameSync(partial, target);
    } catch {
      // Not installed for this platform, a full disk, a link in the way: the next init downloads it again.
    }
  }
}

/**
 * Moves a provider and leaves a link, as an init from an unpacked mirror does: copying hundreds of megabytes takes
 * seconds.
 *
 * @returns false where the two are on different file systems
 */
function move(installed: string, target: string): boolean {
  try {
    renameSync(installed, target);
  } catch (error) {
    if (hasCode(error, 'EXDEV')) return false;
    throw error;
  }
  try {
    symlinkSync(target, installed);
    return true;
  } catch {
    // A file system without links: the leaf must not lose its provider.
    renameSync(target, installed);
    return false;
  }
}
