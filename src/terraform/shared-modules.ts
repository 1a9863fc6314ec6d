/**
 * Modules from elsewhere: fetched once in a run, whatever the number of leaves. Each leaf gets a copy of its own in
 * `.terraform/modules`, with the list of modules that `init` writes: it takes a module from there if the source and
 * version are those of the call, and fetches it itself if not. What is copied is compared with what was fetched, and what
 * a plan was made with is compared with what was reviewed, as without copies.
 */
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from '../base/child-process.ts';
import { field, list, textOf } from '../base/json.ts';
import type { ModuleCall } from '../rendering/module-calls.ts';
import { FolderDigest } from './folder-digest.ts';

export interface SharedModules {
  /**
   * Initializes a directory with what others have fetched, and keeps what it fetches for others.
   *
   * @param directory absolute path of a runtime directory that is not initialized
   */
  readonly around: <T extends Output>(
    directory: string,
    calls: readonly ModuleCall[],
    initialize: () => Promise<T>,
  ) => Promise<T>;
}

/** One line of `.terraform/modules/modules.json`; the format is the same in all versions, and in OpenTofu. */
interface ModuleRecord {
  readonly Key: string;
  readonly Source: string;
  readonly Version?: string;
  /** From the runtime directory. */
  readonly Dir: string;
}

/** A fetched module with those that it calls. Keys and folders lack the key of the call. */
interface Kept {
  /** Absolute path of a folder with a folder for each package. */
  readonly folder: string;
  readonly packages: readonly string[];
  readonly records: readonly ModuleRecord[];
  readonly digest: string;
}

const MODULES = '.terraform/modules';

/**
 * @param store absolute path of a folder for the copies, which the caller removes
 * @param all the calls of each leaf: what only one of them has is not kept
 */
export function shareModules(store: string, all: readonly (readonly ModuleCall[])[]): SharedModules {
  const leaves = new Map<string, number>();
  for (const calls of all) for (const id of new Set(calls.map(idOf))) leaves.set(id, (leaves.get(id) ?? 0) + 1);
  const fetched = new Map<string, Promise<Kept | undefined>>();
  let folders = 0;

  return {
    async around(directory, calls, initialize) {
      const shared = calls.filter((call) => (leaves.get(idOf(call)) ?? 0) > 1);
      const first = new Map(shared.filter((call) => !fetched.has(idOf(call))).map((call) => [idOf(call), call]));
      const settled = new Map<string, (kept: Kept | undefined) => void>();
      for (const id of first.keys()) {
        fetched.set(id, new Promise((resolve) => settled.set(id, resolve)));
      }
      try {
        const others = shared.filter((call) => !first.has(idOf(call)));
        // Only leaves that have begun before are waited for, so none waits for itself.
        const copies = await Promise.all(others.map(async (call) => ({ call, kept: await fetched.get(idOf(call)) })));
        await copy(directory, copies);
        const result = await initialize();
        if (result.code === 0) {
          if (copies.length > 0) removeUnlisted(directory);
          for (const [id, call] of first) {
            folders += 1;
            settled.get(id)?.(await keep(directory, call.key, join(store, String(folders))));
          }
        }
        return result;
      } finally {
        for (const settle of settled.values()) settle(undefined);
      }
    },
  };
}

function idOf({ source, version }: ModuleCall): string {
  return JSON.stringify([source, version]);
}

/** @returns undefined where the module cannot be used by others, or there is no room: each then fetches it */
async function keep(directory: string, key: string, folder: string): Promise<Kept | undefined> {
  const isOwn = (name: string): boolean => name === key || name.startsWith(`${key}.`);
  try {
    const records = listed(directory).filter((record) => isOwn(record.Key));
    const packages = [...new Set(records.map(({ Dir }) => packageOf(Dir) ?? ''))];
    // A folder of this machine is only a link there.
    const isCopied = (name: string): boolean => isOwn(name) && lstatSync(join(directory, MODULES, name)).isDirectory();
    if (records.length === 0 || !packages.every(isCopied)) return undefined;
    const names = packages.map((name) => name.slice(key.length));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of names)
      await copyFolder(join(directory, MODULES, `${key}${name}`), join(folder, `package${name}`));
    return {
      folder,
      packages: names,
      records: records.map((record) => ({
        ...record,
        Key: record.Key.slice(key.length),
        Dir: record.Dir.slice(`${MODULES}/${key}`.length),
      })),
      digest: digestOf(folder),
    };
  } catch {
    return undefined;
  }
}

/** Never fails: what is not there is fetched. */
async function copy(
  directory: string,
  copies: readonly { readonly call: ModuleCall; readonly kept: Kept | undefined }[],
): Promise<void> {
  const records = new Map<string, ModuleRecord>();
  try {
    for (const { call, kept } of copies) {
      // The plan of another leaf may have run programs that wrote there.
      if (kept === undefined || digestOf(kept.folder) !== kept.digest) continue;
      for (const name of kept.packages) {
        await copyFolder(join(kept.folder, `package${name}`), join(directory, MODULES, `${call.key}${name}`));
      }
      // Without its caller in the list, a module does not count.
      for (const { key, source, folder } of call.via) records.set(key, { Key: key, Source: source, Dir: folder });
      for (const record of kept.records) {
        const key = `${call.key}${record.Key}`;
        records.set(key, { ...record, Key: key, Dir: `${MODULES}/${call.key}${record.Dir}` });
      }
    }
    if (records.size === 0) return;
    writeFileSync(join(directory, MODULES, 'modules.json'), JSON.stringify({ Modules: [...records.values()] }));
  } catch {
    rmSync(join(directory, MODULES), { recursive: true, force: true });
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true, errorOnExist: true, force: false });
}

/** A module that was copied and then fetched after all, because the call is another: what only the copy called goes. */
function removeUnlisted(directory: string): void {
  const packages = new Set(listed(directory).map(({ Dir }) => packageOf(Dir)));
  const root = join(directory, MODULES);
  for (const name of readdirSync(root)) {
    if (name !== 'modules.json' && !packages.has(name)) rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** `vpc` of `.terraform/modules/vpc/modules/subnets`. */
function packageOf(folder: string): string | undefined {
  return folder.startsWith(`${MODULES}/`) ? folder.slice(MODULES.length + 1).split('/')[0] : undefined;
}

function listed(directory: string): readonly ModuleRecord[] {
  try {
    const listing: unknown = JSON.parse(readFileSync(join(directory, MODULES, 'modules.json'), 'utf8'));
    return list(field(listing, 'Modules')).flatMap((each): readonly ModuleRecord[] => {
      const [Key, Source, Version, Dir] = ['Key', 'Source', 'Version', 'Dir'].map((name) => textOf(each, name));
      if (Key === undefined || Source === undefined || Dir === undefined) return [];
      return [{ Key, Source, ...(Version === undefined ? {} : { Version }), Dir }];
    });
  } catch {
    return [];
  }
}

function digestOf(folder: string): string {
  const digest = new FolderDigest({ bytes: Infinity, files: Infinity });
  digest.addFolder(folder, { within: '/' });
  return digest.value();
}
