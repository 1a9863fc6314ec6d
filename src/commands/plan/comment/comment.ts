/** The report of a run as a pull request comment, and with more room as a job summary. */
import { COMMENT_LIMITS, SUMMARY_LIMITS } from './detail-limits.ts';
import { reportBlocks } from './report-blocks.ts';
import { commentParts, summaryText, type CommentOptions } from '../../../markdown/report-parts.ts';
import type { CommitReport, PlanReport } from '../report.ts';

/** The comment's parts in order, each a body of its own with a marker. Normally it is one. */
export function renderComment(report: CommitReport, options: CommentOptions = {}): readonly string[] {
  const { title, head, run, source } = report;
  const about = { kind: 'plan', title, head, run: run?.id ?? 0, attempt: run?.attempt ?? 0, source } as const;
  return commentParts(reportBlocks(report, COMMENT_LIMITS), about, options);
}

/** The same report as a job summary. What does not fit is in the log. */
export function renderSummary(report: PlanReport, limits: { readonly bytes?: number } = {}): string {
  return summaryText(reportBlocks(report, SUMMARY_LIMITS), limits.bytes);
}
