/** `terraform init` for one runtime directory: from the provider mirror if possible, and again if the network failed. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Output } from '../base/child-process.ts';
import { addToMirror, lockedProviders, missingInMirror, providerVersions, type LockedProvider } from './mirror.ts';
import type { TerraformBinary } from './binary.ts';
import { lockArguments } from './command-line.ts';
import { commandInWords } from './programs.ts';

export interface InitOptions {
  readonly binary: TerraformBinary;
  /** Terraform's `-lock-timeout`: `5m`; undefined: takes no lock of the state. */
  readonly lockTimeout: string | undefined;
  /** Absolute path of the provider mirror. */
  readonly mirror: string;
  /** `linux_amd64` */
  readonly platform: string;
  readonly onLine?: ((line: string) => void) | undefined;
  /** Shared by the directories of a run; when absent, each is initialized by itself. */
  readonly turns?: InitTurns | undefined;
  /** Equal for directories that certainly need the same providers. */
  readonly requirements?: string | undefined;
}

/** Lets the first directory of each kind be initialized before the others of its kind. */
export interface InitTurns {
  /**
   * @param initialize gets the providers that were selected for the first of the kind; undefined for the first itself
   * @param selected tells the providers after a successful init
   */
  take<T extends Output>(
    kind: string,
    initialize: (selected: readonly LockedProvider[] | undefined) => Promise<T>,
    selected: () => readonly LockedProvider[],
  ): Promise<T>;
}

export function openInitTurns(): InitTurns {
  const first = new Map<string, Promise<readonly LockedProvider[] | undefined>>();
  return {
    async take(kind, run, selected) {
      const before = first.get(kind);
      if (before !== undefined) return run(await before);
      const own = run(undefined);
      first.set(
        kind,
        own.then(
          ({ code }) => (code === 0 ? selected() : undefined),
          () => undefined,
        ),
      );
      return own;
    },
  };
}

const LOCK_FILE = '.terraform.lock.hcl';

/** Seconds before the second and the third try. */
const PAUSES = [2, 8];

/** What the network, and servers that are down or busy, make Terraform, git and providers' registries print. */
const TRANSIENT = [
  /connection (?:refused|reset|timed out)|i\/o timeout|TLS handshake timeout|network is unreachable|operation timed out/iu,
  /no such host|server misbehaving|Temporary failure in name resolution|Could not resolve host/iu,
  /unexpected EOF|early EOF|RPC failed|context deadline exceeded|Client\.Timeout exceeded|hung up unexpectedly/iu,
  /\b429 Too Many Requests|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)/iu,
  /(?:returned error|status(?: code)?|response code|HTTP)\b\D{0,12}\b(?:429|5\d\d)\b/iu,
];

/** Whether another try may succeed. */
export function isTransient({ stdout, stderr }: Pick<Output, 'stdout' | 'stderr'>): boolean {
  // Terraform breaks its messages into lines.
  const text = `${stdout}\n${stderr}`.replace(/\s+/gu, ' ');
  return TRANSIENT.some((each) => each.test(text));
}

/**
 * @param run runs Terraform in the directory
 * @param pauses seconds before each further try
 */
export async function initialize<Result extends Output>(
  directory: string,
  options: InitOptions,
  run: (args: readonly string[]) => Promise<Result>,
  pauses: readonly number[] = PAUSES,
): Promise<Result> {
  let result = await initializeOnce(directory, options, run);
  for (const pause of pauses) {
    if (result.code === 0 || !isTransient(result) || options.binary.processes.interrupted()) return result;
    options.onLine?.(
      `${commandInWords(options.binary.program, 'init')} failed, perhaps because of the network. Trying again in ${pause} seconds.`,
    );
    await wait(pause * 1_000);
    result = await initializeOnce(directory, options, run);
  }
  return result;
}

/**
 * `terraform init`, from the mirror where it has everything that is needed. Of runtime directories that need the same
 * providers, one is initialized first, so that they are downloaded and unpacked once.
 */
async function initializeOnce<Result extends Output>(
  directory: string,
  options: InitOptions,
  run: (args: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const { mirror, platform, turns } = options;
  const lockFile = lockFileOf(directory);
  const locked = lockedProviders(lockFile ?? '');
  const isComplete = (providers: readonly LockedProvider[] | undefined): boolean =>
    providers !== undefined && providers.length > 0 && missingInMirror(mirror, providers, platform).length === 0;
  const inTurn = async (selected: readonly LockedProvider[] | undefined): Promise<Result> => {
    // Of what a lock file lacks, the mirror may have other versions than the registry.
    const isAsSelected = (installed: readonly LockedProvider[]): boolean =>
      locked.length > 0 ? isPartOf(installed, locked) : isSame(installed, selected ?? []);
    const args = ['init', '-input=false', '-no-color', ...lockArguments(options.lockTimeout)];
    if (isComplete(locked) || (locked.length === 0 && isComplete(selected))) {
      const fromMirror = await run([...args, `-plugin-dir=${mirror}`]);
      if (fromMirror.code === 0 && isAsSelected(providersOf(directory))) return fromMirror;
      // The lock file may lack this platform's checksums; downloading solves that. Or the mirror has a version that
      // another leaf wants, and this one would not be given by itself.
      if (fromMirror.code === 0) forgetProviders(directory, lockFile);
    }
    const result = await run(args);
    if (result.code === 0) addToMirror(mirror, directory, providersOf(directory), platform);
    return result;
  };
  if (turns === undefined || isComplete(locked)) return inTurn(undefined);
  const kind = locked.length > 0 ? providerVersions(locked).join() : options.requirements;
  return turns.take(kind ?? directory, inTurn, () => providersOf(directory));
}

function isSame(some: readonly LockedProvider[], others: readonly LockedProvider[]): boolean {
  return some.length === others.length && isPartOf(some, others);
}

function isPartOf(some: readonly LockedProvider[], all: readonly LockedProvider[]): boolean {
  const versions = new Set(providerVersions(all));
  return providerVersions(some).every((each) => versions.has(each));
}

/** @param lockFile its text before `init`; undefined if there was none */
function forgetProviders(directory: string, lockFile: string | undefined): void {
  const path = join(directory, LOCK_FILE);
  rmSync(path, { force: true });
  if (lockFile !== undefined) writeFileSync(path, lockFile);
  rmSync(join(directory, '.terraform', 'providers'), { recursive: true, force: true });
}

/** The providers in the directory's lock file; after `init`, those that the plan is made with. */
export function providersOf(directory: string): readonly LockedProvider[] {
  return lockedProviders(lockFileOf(directory) ?? '');
}

/** The text of the directory's lock file; undefined if it has none. */
export function lockFileOf(directory: string): string | undefined {
  const path = join(directory, LOCK_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
