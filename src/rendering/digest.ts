/** What a leaf gives Terraform, as one digest: equal digests are equal files with equal neighbours. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { compareBytes, type SnapshotFile } from '../snapshot/snapshot.ts';
import type { Rendered, RenderedFile, Rendering } from './rendering.ts';
import type { Reach } from './use/reach.ts';
import { VARIABLES_FILE } from './terraform-files.ts';
import { usedConfiguration } from './use/used-configuration.ts';

/**
 * 128 bits in hex over names, modes and bytes of a rendering, and of what it reaches beside its source folder. Of the
 * configuration only what the sources read counts: every leaf gets all of it, and another leaf's key must not make a
 * review worthless. No commit, path of the machine or time goes into it, so the same files give the same digest at every
 * commit.
 *
 * @param everything whether configuration counts that the sources do not read
 */
export async function renderingDigest(
  { rendering, reach, use, snapshot }: Rendered,
  everything = false,
): Promise<string> {
  const neighbours = neighboursOf(rendering, reach);
  await snapshot.load([...rendering.files.flatMap(copied), ...neighbours]);
  const own = rendering.files.map(({ name, executable, content }) => {
    if (content.kind === 'copy') return line(name, executable, snapshot.read(content.file));
    const isPartly = name === VARIABLES_FILE && content.kind === 'generated' && !everything;
    const text = isPartly ? usedConfiguration(rendering.variables, use) : content.text;
    return line(name, executable, Buffer.from(text));
  });
  const others = neighbours.map((file) =>
    line(posix.relative(`/${rendering.source}`, `/${file.path}`), file.executable, snapshot.read(file)),
  );
  const all = [...new Set([...own, ...others])].sort(compareBytes);
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 32);
}

/** The files that a rendering reaches outside of its source folder, each once. */
export function neighboursOf({ source }: Rendering, reach: Reach): readonly SnapshotFile[] {
  const files = new Map<string, SnapshotFile>();
  for (const file of [...reach.modules.flatMap((module) => module.files), ...reach.files]) {
    if (!file.path.startsWith(`${source}/`)) files.set(file.path, file);
  }
  return [...files.values()];
}

/** A digest of all files of a snapshot, for what nothing is known to be left out of. */
export function snapshotDigest(files: readonly SnapshotFile[]): string {
  const hash = createHash('sha256');
  for (const { path, id, executable } of files)
    hash.update(`${id} ${executable ? 'x' : '-'} ${JSON.stringify(path)}\n`);
  return hash.digest('hex');
}

function copied({ content }: RenderedFile): readonly SnapshotFile[] {
  return content.kind === 'copy' ? [content.file] : [];
}

/** The name quoted: a line break in it must not pass for the next line. */
function line(name: string, executable: boolean, content: Buffer): string {
  return `${createHash('sha256').update(content).digest('hex')} ${executable ? 'x' : '-'} ${JSON.stringify(name)}`;
}
