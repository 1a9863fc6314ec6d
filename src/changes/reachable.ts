/** Finds the leaves that a difference between two revisions can affect; the others need not be rendered. */
import { folderOf } from '../base/names.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { isLayerFile } from '../project/layers.ts';
import type { Renderer } from '../rendering/renderer.ts';
import { joinPath, type Snapshot } from '../snapshot/snapshot.ts';

/**
 * Paths from the repository root whose content, mode or presence differs. Broken links are included, because a leaf
 * that has one cannot be rendered.
 */
function differingPaths(base: Snapshot, head: Snapshot): readonly string[] {
  return [...differingFiles(base, head), ...differingLinks(base, head)];
}

function differingLinks(base: Snapshot, head: Snapshot): readonly string[] {
  const [before, after] = [new Set(base.brokenLinks()), new Set(head.brokenLinks())];
  return [...before, ...after].filter((path) => before.has(path) !== after.has(path));
}

function differingFiles(base: Snapshot, head: Snapshot): readonly string[] {
  const before = new Map(base.files().map((file) => [file.path, file]));
  const differing: string[] = [];
  for (const file of head.files()) {
    const old = before.get(file.path);
    if (old === undefined || old.id !== file.id || old.executable !== file.executable) differing.push(file.path);
    before.delete(file.path);
  }
  return [...differing, ...before.keys()];
}

/**
 * Paths of the leaves that may render differently. Never omits one that does; may include some that do not.
 */
export async function leavesInReach(base: Renderer, head: Renderer): Promise<ReadonlySet<string>> {
  const { root } = head.project;
  const paths = differingPaths(base.project.snapshot, head.project.snapshot);
  const everyLeaf = (): ReadonlySet<string> => new Set(head.leaves.map((leaf) => leaf.path));
  if (paths.length === 0) return new Set();
  if (paths.includes(joinPath(root, SETTINGS_FILE))) return everyLeaf();

  const prefix = root === '' ? '' : `${root}/`;
  const folders = paths.filter((path) => path.startsWith(prefix) && isLayerFile(path)).map(folderOf);
  const layers = new Set(folders.map((folder) => folder.slice(prefix.length)));

  // A composition may also reference a layer file in a path expression, so layer files are included here.
  const compositions = new Set([
    ...(await base.compositionsReaching(paths)),
    ...(await head.compositionsReaching(paths)),
  ]);
  return new Set(
    head.leaves
      .filter((leaf) => compositions.has(leaf.composition) || leaf.layers.some((layer) => layers.has(layer)))
      .map((leaf) => leaf.path),
  );
}
