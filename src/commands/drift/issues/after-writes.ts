/** The issues before the run and the writes that GitHub carried out → the issues now. Pure. */
import type { LeafIssue } from '../summary.ts';
import type { ExistingIssue } from './decide.ts';
import { readMarker } from '../../../markdown/issue-block.ts';
import type { IssueWrite } from '../../../github/issues.ts';

/**
 * A write that was refused, or never tried, changed nothing.
 *
 * @param stood the issue of each leaf before the writes, by the digest of its path
 * @param done the writes that were carried out
 * @param created the issues that they created, by leaf
 * @returns the issue of each leaf that has one
 */
export function issuesNow(
  stood: ReadonlyMap<string, ExistingIssue>,
  done: readonly IssueWrite[],
  created: ReadonlyMap<string, { readonly number: number; readonly url: string }>,
): ReadonlyMap<string, LeafIssue> {
  const edits = new Map(done.flatMap((write) => (write.kind === 'edit' ? [[write.number, write]] : [])));
  const now = new Map<string, LeafIssue>();
  for (const [leaf, { number, url, open, marker }] of stood) {
    const edit = edits.get(number);
    const isOpen = edit?.state === undefined ? open : edit.state === 'open';
    const { since } = (edit?.block === undefined ? undefined : readMarker(edit.block)) ?? marker;
    now.set(leaf, { number, url, open: isOpen, since: isOpen ? since : undefined });
  }
  for (const write of done) {
    const issue = write.kind === 'create' ? created.get(write.leaf) : undefined;
    if (write.kind !== 'create' || issue === undefined) continue;
    now.set(write.leaf, { ...issue, open: true, since: readMarker(write.body)?.since });
  }
  return now;
}
