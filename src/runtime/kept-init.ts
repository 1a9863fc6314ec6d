/**
 * What `terraform init` left in a leaf's runtime directory, kept between commands: providers, modules and the backend's
 * settings in `.terraform`, and the dependency lock file. It counts for exactly what `init` has read.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { field, record, textOf } from '../base/json.ts';

/** Terraform's working data. */
export const KEPT_FOLDER = '.terraform';

const NOTE = 'kompos.json';
const LOCK_FILE = '.terraform.lock.hcl';

/** What needs no new `init` when something that it reads has changed: it checks providers, and a workspace is a choice. */
const ALWAYS_KEPT = new Set(['providers', 'environment']);

/**
 * Takes up what an earlier `init` left.
 *
 * @param key of everything that `init` reads now
 * @param isComplete whether nothing of it is missing by now
 * @returns whether it counts, so that no `init` is needed
 */
export function takeUpInit(directory: string, key: string, isComplete: () => boolean): boolean {
  const folder = join(directory, KEPT_FOLDER);
  const note = readNote(folder);
  // Nobody else can have made it: a committed or copied folder is another one.
  if (note === undefined || note.folder !== identityOf(folder)) {
    rmSync(folder, { recursive: true, force: true });
    return false;
  }
  if (note.key !== key) return false;
  if (note.lock !== undefined) writeFileSync(join(directory, LOCK_FILE), note.lock);
  return isComplete();
}

/** Removes what the next `init` must find out again. */
export function forgetInit(directory: string): void {
  const folder = join(directory, KEPT_FOLDER);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!ALWAYS_KEPT.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Notes for what an `init` counts that has just succeeded. */
export function noteInit(directory: string, key: string): void {
  const folder = join(directory, KEPT_FOLDER);
  const lockFile = join(directory, LOCK_FILE);
  // Without anything to install or to configure, there is none.
  if (!existsSync(folder)) return;
  const lock = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : undefined;
  writeFileSync(join(folder, NOTE), JSON.stringify({ key, lock, folder: identityOf(folder) }), { mode: 0o600 });
}

/**
 * Whether a remote module may have changed where it comes from: its source names a branch, or nothing. Source of the
 * format: `.terraform/modules/modules.json`, the same in all versions.
 */
export function hasMovableModules(directory: string): boolean {
  const path = join(directory, KEPT_FOLDER, 'modules', 'modules.json');
  if (!existsSync(path)) return false;
  const listed = field(JSON.parse(readFileSync(path, 'utf8')), 'Modules');
  return Object.values(record(listed)).some((each) => mayMove(textOf(each, 'Source') ?? ''));
}

/** Versions have a digit in them, and so have commits; archives and registries have no refs. */
function mayMove(source: string): boolean {
  if (!/^git::|^git@|^(?:github\.com|bitbucket\.org)\/|\.git(?:$|[/?])/u.test(source)) return false;
  const ref = /[?&]ref=([^&]*)/u.exec(source)?.[1] ?? '';
  return !/\d/u.test(ref) || /^(?:refs\/heads|feature|feat|fix|bugfix|hotfix)\//iu.test(ref);
}

function readNote(
  folder: string,
): { readonly key: string; readonly lock: string | undefined; readonly folder: string } | undefined {
  try {
    if (!lstatSync(folder).isDirectory() || !lstatSync(join(folder, NOTE)).isFile()) return undefined;
    const note: unknown = JSON.parse(readFileSync(join(folder, NOTE), 'utf8'));
    const [key, identity] = [textOf(note, 'key'), textOf(note, 'folder')];
    return key === undefined || identity === undefined
      ? undefined
      : { key, lock: textOf(note, 'lock'), folder: identity };
  } catch {
    return undefined;
  }
}

function identityOf(folder: string): string {
  const { dev, ino, birthtimeMs } = lstatSync(folder);
  return [dev, ino, birthtimeMs].join('-');
}
