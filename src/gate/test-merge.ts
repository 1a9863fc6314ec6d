/** The test merge that a plan was made for, from its raw commit object: no token claim has the head commit. Pure. */
import { createHash } from 'node:crypto';

export interface TestMerge {
  /** Its ids as SHA-1 and as SHA-256. */
  readonly ids: readonly string[];
  /** The target branch's tip, then the pull request's head. */
  readonly parents: readonly string[];
}

/** @param base64 what `git cat-file commit` prints (format: gitformat-commit), in base64 */
export function readTestMerge(base64: string): TestMerge {
  const raw = Buffer.from(base64, 'base64');
  const object = Buffer.concat([Buffer.from(`commit ${raw.length}\0`), raw]);
  const [header = ''] = raw.toString('latin1').split('\n\n', 1);
  return {
    ids: ['sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(object).digest('hex')),
    parents: header.split('\n').flatMap((line) => /^parent ([0-9a-f]+)$/u.exec(line)?.[1] ?? []),
  };
}
