/** The job summary: the same report with more room. */
import { renderParts } from './comment.ts';
import type { PlanReport } from '../report.ts';
import { SUMMARY_BYTES, SUMMARY_ROOM } from '../../../markdown/limits.ts';

/** The report as one markdown text smaller than `limits.bytes` UTF-8 bytes. What has no room is in the log. */
export function renderSummary(
  report: PlanReport,
  limits: { readonly bytes: number } = { bytes: SUMMARY_BYTES },
): string {
  const sentence = 'More leaves have no room here: the log has all of them.\n';
  const within = { bytes: () => limits.bytes - sentence.length - 1, least: 1 };
  const [first = '', ...more] = renderParts(report, within, SUMMARY_ROOM);
  return more.length === 0 ? first : `${first}\n${sentence}`;
}
