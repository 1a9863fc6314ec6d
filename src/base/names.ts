/** Short forms of names. */

/** A commit as people quote it. */
export function shortCommit(id: string): string {
  return id.slice(0, 7);
}

/** The folder of a path; `''` for what lies at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
