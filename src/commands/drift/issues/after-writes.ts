/** The issues as they stood and the writes that GitHub has carried out → the issues as they are now. Pure. */
import type { LeafIssue } from '../summary.ts';
import type { StandingIssue } from './decide.ts';
import { readMarker } from '../../../markdown/issue-block.ts';
import type { IssueWrite } from '../../../github/issues.ts';

/**
 * A write that was refused, or never tried, has changed nothing.
 *
 * @param stood the issue of each finding before the writes
 * @param done the writes that were carried out
 * @param created the issues that they created, by finding
 * @returns the issue of each finding that has one
 */
export function issuesNow(
  stood: ReadonlyMap<number, StandingIssue>,
  done: readonly IssueWrite[],
  created: ReadonlyMap<number, { readonly number: number; readonly url: string }>,
): ReadonlyMap<number, LeafIssue> {
  const edits = new Map(done.flatMap((write) => (write.kind === 'edit' ? [[write.number, write]] : [])));
  const now = new Map<number, LeafIssue>();
  for (const [finding, { number, url, open, marker }] of stood) {
    const edit = edits.get(number);
    const isOpen = edit?.state === undefined ? open : edit.state === 'open';
    const { since } = (edit?.block === undefined ? undefined : readMarker(edit.block)) ?? marker;
    now.set(finding, { number, url, open: isOpen, since: isOpen ? since : undefined });
  }
  for (const write of done) {
    const issue = write.kind === 'create' ? created.get(write.finding) : undefined;
    if (write.kind !== 'create' || issue === undefined) continue;
    now.set(write.finding, { ...issue, open: true, since: readMarker(write.body)?.since });
  }
  return now;
}
