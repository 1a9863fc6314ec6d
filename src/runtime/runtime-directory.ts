/** Renderings on disk. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { hasCode } from '../base/node-errors.ts';
import { problemError } from '../base/problems.ts';
import { toJson } from '../hierarchy/json.ts';
import type { Rendering } from '../rendering/rendering.ts';
import { secretsOf } from '../rendering/secret-places.ts';
import { DEFAULT_FILE, EARLY_VARIABLES_FILE, PROVIDER_FILE, VARIABLES_FILE } from '../rendering/terraform-files.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import type { Snapshot, SnapshotFile } from '../snapshot/snapshot.ts';
import { realContent } from './git-lfs.ts';
import { KEPT_FOLDER } from './kept-init.ts';
import { refuseLinks } from './refuse-links.ts';
import { isLocked } from './run-lock.ts';

/** Never linked as neighbors: they are not sources, and the runtime folder would contain itself. */
const NO_NEIGHBORS = new Set(['.git', RUNTIME_FOLDER]);

/**
 * Writes a rendering to `<runtimeRoot>/leaves/<leaf>/<source folder>`. At every level above the runtime directory the
 * neighbors of the source folder are linked, so that relative paths work as in the source folder, however many leaves of
 * one composition are on disk. What an earlier run left for this leaf is removed first.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param tree absolute path of a folder on disk that has the snapshot's files
 * @param keepsInit whether what an earlier `init` left stays: see `kept-init.ts`
 * @returns absolute path of the runtime directory
 */
export async function writeRuntimeDirectory(
  rendering: Rendering,
  snapshot: Snapshot,
  runtimeRoot: string,
  tree: string,
  keepsInit = false,
): Promise<string> {
  const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot, keepsInit);
  linkNeighbors(leafRoot, rendering.source, tree);
  await writeFiles(rendering, snapshot, directory, (path, committed) => realContent(path, committed, tree));
  return directory;
}

/**
 * The same for a snapshot that is not on disk, such as the base of a removed leaf: its neighbors are written as they are
 * in the snapshot, regardless of the working tree.
 *
 * @param neighbors the files outside of the source folder that the rendering refers to
 */
export async function writeRuntimeDirectoryApart(
  rendering: Rendering,
  snapshot: Snapshot,
  runtimeRoot: string,
  neighbors: readonly SnapshotFile[],
): Promise<string> {
  const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot, false);
  await snapshot.load(neighbors);
  for (const file of neighbors) {
    // Its content at that commit is in another repository; Terraform reports that it is missing.
    if (file.isSubmodule === true) continue;
    writeFile(join(leafRoot, file.path), snapshot.read(file), modeOf(file.executable));
  }
  await writeFiles(rendering, snapshot, directory, (_, committed) => committed);
  return directory;
}

/**
 * Writes the configuration once more, where every command of Terraform finds it: `init` takes no `-var-file` in most
 * versions, and many commands take none in any.
 */
export function writeEarlyVariables({ files }: Rendering, directory: string): void {
  const content = files.find(({ name }) => name === VARIABLES_FILE)?.content;
  if (content?.kind !== 'generated') throw new Error(`the rendering has no ${VARIABLES_FILE}`);
  writeFileSync(join(directory, EARLY_VARIABLES_FILE), content.text, { mode: 0o600, flag: 'wx' });
}

/**
 * Gives the variable a default, for a command that looks at the configuration, but not at variables.
 *
 * @returns what removes it again
 */
export function writeDefaultOfVariable({ variables }: Rendering, directory: string): () => void {
  const path = join(directory, DEFAULT_FILE);
  const text = `{"variable":{"config":{"default":${toJson(variables)}}}}\n`;
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  return () => {
    rmSync(path, { force: true });
  };
}

function makeDirectory(
  rendering: Rendering,
  runtimeRoot: string,
  keepsInit: boolean,
): { leafRoot: string; directory: string } {
  refuseLinks(runtimeRoot, `leaves/${rendering.leaf.path}`);
  const leafRoot = join(runtimeRoot, 'leaves', rendering.leaf.path);
  if (keepsInit) clear(leafRoot, [...rendering.source.split('/'), KEPT_FOLDER]);
  else rmSync(leafRoot, { recursive: true, force: true });
  const directory = runtimeDirectoryOf(rendering, runtimeRoot);
  mkdirSync(directory, { recursive: true });
  // Terraform's plan file, which contains secrets in clear, is world-readable until it is complete.
  chmodSync(leafRoot, 0o700);
  return { leafRoot, directory };
}

/** Removes everything but the folder at the end of a way of folders; a link is removed, and not followed. */
function clear(folder: string, [kept, ...way]: readonly string[]): void {
  if (!isFolder(folder)) {
    rmSync(folder, { force: true });
    return;
  }
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== kept || !isFolder(path)) rmSync(path, { recursive: true, force: true });
    else if (way.length > 0) clear(path, way);
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** @param real the real content of a committed file, by its path */
async function writeFiles(
  rendering: Rendering,
  snapshot: Snapshot,
  directory: string,
  real: (path: string, committed: Buffer) => Buffer,
): Promise<void> {
  await snapshot.load(rendering.files.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])));
  const isSecret = secretsOf(rendering).length > 0;
  for (const { name, executable, content } of rendering.files) {
    const path = join(directory, name);
    if (content.kind === 'copy')
      writeFile(path, real(content.file.path, snapshot.read(content.file)), modeOf(executable));
    else writeFile(path, content.text, isSecret ? SECRET_MODE : modeOf(executable));
  }
}

/** Absolute path of a rendering's runtime directory, which need not exist. */
export function runtimeDirectoryOf({ leaf, source }: Rendering, runtimeRoot: string): string {
  return join(runtimeRoot, 'leaves', leaf.path, source);
}

/**
 * Puts stand-ins for the secrets into the files of a runtime directory that stays, and removes where Terraform keeps
 * copies of them.
 *
 * @param standIns the same rendering without the values of its secrets
 */
export function forgetSecrets(standIns: Rendering, directory: string): void {
  for (const { name, content } of standIns.files) {
    if (content.kind !== 'copy') writeFile(join(directory, name), content.text, SECRET_MODE);
  }
  for (const name of [EARLY_VARIABLES_FILE, BACKEND_COPY]) rmSync(join(directory, name), { force: true });
}

/** Where Terraform keeps the settings of a backend, also secret ones. */
const BACKEND_COPY = '.terraform/terraform.tfstate';

/** Of files with secrets. */
const SECRET_MODE = 0o600;

function modeOf(executable: boolean): number {
  return executable ? 0o755 : 0o644;
}

function writeFile(path: string, bytes: Buffer | string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes, { mode });
}

function linkNeighbors(leafRoot: string, source: string, tree: string): void {
  const parts = source.split('/');
  for (const [depth, own] of parts.entries()) {
    const above = parts.slice(0, depth).join('/');
    const level = join(leafRoot, above);
    for (const name of namesIn(tree, above)) {
      if (name === own || NO_NEIGHBORS.has(name)) continue;
      symlinkSync(relative(level, join(tree, above, name)), join(level, name));
    }
  }
}

function namesIn(tree: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(tree, folder));
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw problemError('files', `The folder "${folder}" is not in the working tree.`, {
      hint: 'The files beside a composition are read from there: check out the whole repository, without sparse-checkout.',
    });
  }
}

/**
 * Shows a runtime directory at `.kompos-runtime/terraform/<cloud>/<composition>`, where people look for it.
 *
 * @param shown path below `.kompos-runtime`
 */
export function linkRuntimeDirectory(runtimeRoot: string, shown: string, directory: string): void {
  refuseLinks(runtimeRoot, posix.dirname(shown));
  const link = join(runtimeRoot, shown);
  mkdirSync(dirname(link), { recursive: true });
  if (isFolder(link)) rmSync(link, { recursive: true, force: true });
  // Another run may show its leaf of the same composition at the same time: the last one wins.
  const own = `${link}.${process.pid}`;
  rmSync(own, { force: true });
  symlinkSync(relative(dirname(link), directory), own);
  renameSync(own, link);
}

/** Removes a runtime directory with its working data. */
export function removeRuntimeDirectory(runtimeRoot: string, leafPath: string): void {
  refuseLinks(runtimeRoot, `leaves/${leafPath}`);
  const path = join(runtimeRoot, 'leaves', leafPath);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  // A process left behind by a provider may still be writing.
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Removes files of a name, and those with secrets in clear, from the runtime directories of all leaves that no other run
 * works on: a run that was killed could not.
 */
export function removeLeftovers(runtimeRoot: string, name: string): void {
  refuseLinks(runtimeRoot, 'leaves');
  const leaves = join(runtimeRoot, 'leaves');
  if (existsSync(leaves)) {
    removeBelow(leaves, new Set([name, EARLY_VARIABLES_FILE]), (path) => isLocked(runtimeRoot, path));
  }
}

/** Links among the entries lead to sources and are not followed; Node 20's recursive listing follows them. */
function removeBelow(folder: string, names: ReadonlySet<string>, isInUse: (leaf: string) => boolean, way = ''): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  const hasSecrets = entries.some((entry) => entry.isFile() && isOurSecret(join(folder, entry.name), entry.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const below = posix.join(way, entry.name);
    if (entry.isDirectory()) {
      if (isInUse(below)) continue;
      if (hasSecrets && entry.name === dirname(BACKEND_COPY)) rmSync(join(folder, BACKEND_COPY), { force: true });
      removeBelow(path, names, isInUse, below);
    } else if (entry.isFile() && (names.has(entry.name) || isOurSecret(path, entry.name)))
      rmSync(path, { force: true });
  }
}

function isOurSecret(path: string, name: string): boolean {
  const isGenerated = name === VARIABLES_FILE || name === PROVIDER_FILE;
  return isGenerated && (lstatSync(path).mode & 0o777) === SECRET_MODE;
}
