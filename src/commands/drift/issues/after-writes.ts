/** The issues before the run and the writes that GitHub carried out → the issue of each leaf now. Pure. */
import type { LeafIssue } from '../summary.ts';
import type { ExistingIssue } from './before.ts';
import { readMarker } from '../../../markdown/issue-block.ts';
import type { IssueWrite } from '../../../github/issues.ts';

/**
 * What the blocks of the issues say counts, since a write that was refused, or never tried, changed nothing. Of several
 * issues of a leaf it is the open one.
 *
 * @param standing the issues of the project before the writes
 * @param done the writes that were carried out
 * @param created the issues that they created, by the digests of their leaves
 * @returns the issue of each leaf that has one, by its digest
 */
export function issuesNow(
  standing: readonly ExistingIssue[],
  done: readonly IssueWrite[],
  created: ReadonlyMap<string, { readonly number: number; readonly url: string }>,
): ReadonlyMap<string, LeafIssue> {
  const edits = new Map(done.flatMap((write) => (write.kind === 'edit' ? [[write.number, write]] : [])));
  const now = new Map<string, LeafIssue>();
  for (const { number, url, open, marker } of standing) {
    const edit = edits.get(number);
    const isOpen = edit?.state === undefined ? open : edit.state === 'open';
    const { since, leaves } = (edit?.block === undefined ? undefined : readMarker(edit.block)) ?? marker;
    for (const { leaf } of leaves) {
      if (isOpen || now.get(leaf)?.open !== true)
        now.set(leaf, { number, url, open: isOpen, since: isOpen ? since : undefined });
    }
  }
  for (const write of done) {
    if (write.kind !== 'create') continue;
    for (const leaf of write.leaves) {
      const issue = created.get(leaf);
      if (issue !== undefined) now.set(leaf, { ...issue, open: true, since: readMarker(write.body)?.since });
    }
  }
  return now;
}
