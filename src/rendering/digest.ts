/** A digest of everything that a leaf gives Terraform: equal digests mean equal files with equal neighbors. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { compareBytes, type SnapshotFile } from '../snapshot/snapshot.ts';
import type { Rendered, RenderedFile, Rendering } from './rendering.ts';
import type { Reach } from './use/reach.ts';
import { isTestFile, VARIABLES_FILE } from './terraform-files.ts';
import { usedConfiguration } from './use/used-configuration.ts';

/**
 * 128 bits in hex over the names, modes and bytes of a rendering, and of what it reaches outside its source folder. Only
 * the configuration that the sources read is included: every leaf gets all of it, and another leaf's key must not
 * invalidate a review. It depends on no commit, local path or time, so the same files give the same digest at every
 * commit.
 *
 * @param everything whether to include configuration that the sources do not read
 */
export async function renderingDigest(
  { rendering, reach, use, snapshot, sealedFiles }: Rendered,
  everything = false,
): Promise<string> {
  const neighbours = [...neighboursOf(rendering, reach), ...testsRead(rendering, reach)];
  await snapshot.load([...filesRead(rendering).flatMap(copied), ...neighbours]);
  const own = filesRead(rendering).map(({ name, executable, content }) => {
    if (content.kind === 'copy') return line(name, executable, snapshot.read(content.file));
    const isPartly = name === VARIABLES_FILE && content.kind === 'generated' && !everything;
    const text = isPartly ? usedConfiguration(rendering.variables, use) : content.text;
    return line(name, executable, Buffer.from(text));
  });
  const others = neighbours.map((file) =>
    line(posix.relative(`/${rendering.source}`, `/${file.path}`), file.executable, snapshot.read(file)),
  );
  const sealed = sealedFiles.map(({ path, key, digest }) => `${digest} ${JSON.stringify([path, key])}`);
  const all = [...new Set([...own, ...others, ...sealed])].sort(compareBytes);
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 32);
}

/** Without tests, which no plan reads. */
function filesRead({ files }: Rendering): readonly RenderedFile[] {
  return files.filter(({ name }) => !isTestFile(name));
}

/** The composition's own tests that something names as files. */
function testsRead({ source }: Rendering, { files }: Reach): readonly SnapshotFile[] {
  return files.filter(({ path }) => path.startsWith(`${source}/`) && isTestFile(path));
}

/** The files that a rendering reaches outside of its source folder, each once. */
export function neighboursOf({ source }: Rendering, reach: Reach): readonly SnapshotFile[] {
  const files = new Map<string, SnapshotFile>();
  for (const file of [...reach.modules.flatMap((module) => module.files), ...reach.files]) {
    if (!file.path.startsWith(`${source}/`)) files.set(file.path, file);
  }
  return [...files.values()];
}

/** A digest of all files of a snapshot, for code that may read any of them. */
export function snapshotDigest(files: readonly SnapshotFile[]): string {
  const hash = createHash('sha256');
  for (const { path, id, executable } of files)
    hash.update(`${id} ${executable ? 'x' : '-'} ${JSON.stringify(path)}\n`);
  return hash.digest('hex');
}

function copied({ content }: RenderedFile): readonly SnapshotFile[] {
  return content.kind === 'copy' ? [content.file] : [];
}

/** Quotes a name, so that a line break in it cannot be mistaken for the next entry. */
function line(name: string, executable: boolean, content: Buffer): string {
  return `${createHash('sha256').update(content).digest('hex')} ${executable ? 'x' : '-'} ${JSON.stringify(name)}`;
}
