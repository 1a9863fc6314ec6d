/** Why leaves change, as lines of a list: those that several leaves have stand once, before the table. */
import { code } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { count, firstFew } from '../../../markdown/phrases.ts';
import { causesOf, movedKeys, type Cause } from '../../../markdown/reason-words.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import type { DetailLimits } from './detail-limits.ts';

/** One line for each cause, without a bullet; equal lines say the same. */
export function changeLines(report: PlanReport, leaf: LeafReport, limits: DetailLimits): readonly string[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  const lines = new Map<string, string>();
  for (const reason of leaf.reasons) {
    // The block shows what its template says.
    if (reason.kind === 'pin' && movedKeys(reason).length === 0) continue;
    for (const cause of causesOf(reason)) {
      const key = `${cause.full.words} ${cause.full.name ?? ''}`;
      if (!lines.has(key)) lines.set(key, lineOf(report, cause, limits));
    }
  }
  return [...lines.values()];
}

function lineOf(report: PlanReport, cause: Cause, limits: DetailLimits): string {
  const { full, place, gone = false, change } = cause;
  const at = gone ? 'base' : 'head';
  if (change !== undefined) {
    const value = (text: string | undefined): string => (text === undefined ? '*not set*' : code(text, limits.value));
    const where = place === undefined ? '' : ` in ${placeLink(report, place, at)}`;
    const moved = `${value(change.before)} → ${value(change.after)}`;
    return `${full.words} ${code(full.name ?? '', limits.value)}: ${moved}${where}`.trim();
  }
  const name = full.name ?? '';
  const link = place === undefined ? code(name, Math.max(limits.value, 300)) : placeLink(report, place, at);
  return `${full.words} ${link}${filesAndRoute(cause)}`;
}

/** Of a module: which files changed, and which modules lead to it. */
function filesAndRoute({ full: { name = '' }, files = [], via = [] }: Cause): string {
  const prefix = `${name}/`;
  const changed = firstFew(
    // Links would repeat the folder once more for each of them.
    files.map((file) => code(file.startsWith(prefix) ? file.slice(prefix.length) : file, 120)),
    5,
  );
  const way = firstFew(
    via.map((each) => code(each, 120)),
    4,
  );
  return `${changed === '' ? '' : `: ${changed}`}${way === '' ? '' : `, through ${way}`}`;
}

/** A list with an end. */
export function bullets(items: readonly string[], most: number, { fullReport }: DetailLimits): string {
  const more = items.length - most;
  const shown = more > 0 ? [...items.slice(0, most), `+${count(more)} more in the ${fullReport}`] : items;
  return shown.map((item) => `- ${item}`).join('\n');
}
