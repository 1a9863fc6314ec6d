/** Whether a plan waiting to be applied is still what was judged: another leaf's provisioner may have changed it. */
import { existsSync } from 'node:fs';
import { FolderDigest } from './folder-digest.ts';

/** The content of a folder when its plan was judged. */
export interface Seal {
  /** Absolute path. */
  readonly folder: string;
  /** In hex: of the plan file, of the code that its provisioners run, and of the lock file by which providers are checked. */
  readonly digest: string;
}

/** A plugin cache of one runtime directory, in it. */
export const OWN_CACHE = '.terraform/plugin-cache';

/** @param folder absolute path of the folder that everything of a leaf is written to */
export function sealed(folder: string): Seal {
  const digest = new FolderDigest({ bytes: Infinity, files: Infinity });
  // Links are only recorded, wherever they lead. Terraform itself checks providers against the lock file.
  digest.addFolder(folder, {
    within: '/',
    skip: (path) => /(?:^|\/)\.terraform\/(?:providers|plugin-cache)$/u.test(path),
  });
  return { folder, digest: digest.value() };
}

/** Whether a folder is unchanged. */
export function isIntact({ folder, digest }: Seal): boolean {
  return existsSync(folder) && sealed(folder).digest === digest;
}
