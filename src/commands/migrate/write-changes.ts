/** Writes the changes of a migration, never over what git could not bring back. */
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Environment } from '../../base/environment.ts';
import { problem, problemError, throwOnErrors } from '../../base/problems.ts';
import { createGit } from '../../git/git.ts';
import { notCommitted } from '../../git/not-committed.ts';
import { findRepository, whyNoRepository } from '../../git/repository.ts';
import type { FileChange } from './draft.ts';

/**
 * @param top absolute path of the repository
 * @throws ProblemError if there is no repository, or a file is not as it was committed; then nothing is written
 */
export async function writeChanges(
  changes: readonly FileChange[],
  top: string,
  environment: Environment,
): Promise<void> {
  if (changes.length === 0) return;
  if ((await findRepository(top, environment)) === undefined) {
    throw problemError('git', await whyNoRepository(top, environment), {
      hint: 'Commit the project first: then git shows what was changed, and can bring it back.',
    });
  }
  const { changed, others } = await notCommitted(createGit(top, environment));
  const isOther = (path: string): boolean =>
    others.some((each) => each === path || (each.endsWith('/') && path.startsWith(each)));
  // What is written to a link is written to the file behind it.
  const behind = (path: string): string => relative(realpathSync(top), realpathSync(join(top, path)));
  const refused = changes.filter(({ path }) => {
    const paths = existsSync(join(top, path)) ? [path, behind(path)] : [];
    return changed.includes(path) || paths.some((each) => changed.includes(each) || isOther(each));
  });
  throwOnErrors(
    refused.map(({ path }) =>
      problem('git', 'This file has changes that are not committed, so it is not written.', {
        place: { file: path },
        hint: 'Commit, stash or remove them first. Nothing was written.',
      }),
    ),
  );
  for (const { path, after } of changes) {
    const file = join(top, path);
    if (after === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, after);
    }
  }
}
