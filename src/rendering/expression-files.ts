/** Files with expressions of Terraform in them that are no configuration: what `templatefile` is given. */
import { joinPath, type Snapshot, type SnapshotFile } from '../snapshot/snapshot.ts';
import type { SourceFolder } from './sources.ts';

/** The name as far as it is plain; a path that does not begin like this is looked at by `isOpaque`. */
const CALL = /\btemplatefile\s*\(\s*"(?:\$\{\s*path\.(module|root)\s*\}\/?)?([^"$%]*)(["$%])/gu;

/**
 * Files that calls of `templatefile` in a module may mean: functions work in them too, `file` among them.
 *
 * @param root the composition's folder, which paths without a beginning start from
 */
export function templateFiles(module: SourceFolder, root: string, snapshot: Snapshot): readonly SnapshotFile[] {
  const found = new Map<string, SnapshotFile>();
  for (const { hcl } of module.files) {
    for (const [, from, name = '', end] of hcl?.text.matchAll(CALL) ?? []) {
      const path = joinPath(from === 'module' ? module.folder : root, name);
      const isComplete = end === '"';
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      for (const file of snapshot.filesBelow(folder)) {
        if (isComplete ? file.path === path : file.path.startsWith(path)) found.set(file.path, file);
      }
    }
  }
  return [...found.values()];
}
