/** Rendered blocks with pins, before and after, and the configuration that their pins come from. */
import { diffLines } from 'diff';
import type { Pin } from '../../../rendering/rendering.ts';
import { cutMiddle } from '../../../markdown/bytes.ts';
import { code, fence } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { movedKeys } from '../../../markdown/reason-words.ts';
import type { BlockChange, LeafReport, PlanReport } from '../report.ts';
import type { DetailLimits } from './detail-limits.ts';
import { count } from '../../../markdown/phrases.ts';

/** The blocks that a reviewer has to see: those whose text differs. A leaf that is gone shows none. */
function shownBlocks(leaf: LeafReport): readonly BlockChange[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  return leaf.blocks.filter((block) => block.before?.text !== block.after?.text);
}

/** Each of them as markdown: a fence; below that of a new leaf, the lines of configuration that set its pins. */
export function blockTexts(report: PlanReport, leaf: LeafReport, limits: DetailLimits): readonly string[] {
  return shownBlocks(leaf).map((block) => {
    const sources = sourceLines(report, leaf, block, limits);
    return [blockFence(leaf, block, limits), ...(sources.length > 0 ? [sources.join('\n')] : [])].join('\n\n');
  });
}

function blockFence(leaf: LeafReport, block: BlockChange, limits: DetailLimits): string {
  const cut = (text: string): string =>
    cutMiddle(text, limits.block, (lines) => `… ${count(lines, 'line', 'lines')} cut here …`);
  // Every line of a new leaf is new: plain HCL reads better than a wall of green.
  if (leaf.kind === 'added' && block.after !== undefined) return fence(cut(block.after.text), 'hcl');
  return fence(cut(lineDiff(block.before?.text ?? '', block.after?.text ?? '')), 'diff');
}

/** Whole-line diff: ` ` same, `-` before, `+` after. If they differ too much to compare in time: all of both. */
function lineDiff(before: string, after: string): string {
  const changes = diffLines(endLine(before), endLine(after), { maxEditLength: 2_000 }) ?? [
    { value: endLine(before), removed: true, added: false },
    { value: endLine(after), removed: false, added: true },
  ];
  return changes
    .flatMap(({ value, added, removed }) => {
      const sign = added ? '+' : removed ? '-' : ' ';
      return value
        .replace(/\n$/u, '')
        .split('\n')
        .map((line) => sign + line);
    })
    .join('\n');
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** What the list of changes does not say: what sets the pins of a new block, or that only the template differs. */
function sourceLines(
  report: PlanReport,
  leaf: LeafReport,
  block: BlockChange,
  limits: DetailLimits,
): readonly string[] {
  const within = `${block.address}.`;
  const isMoved = leaf.reasons.some(
    (reason) => reason.kind === 'pin' && reason.address.startsWith(within) && movedKeys(reason).length > 0,
  );
  if (isMoved) return [];
  const lines = block.before === undefined ? keysOf(report, leaf.pins, within, limits) : [];
  if (lines.length > 0) return [...new Set(lines)].slice(0, limits.rows);
  const template = (block.after ?? block.before)?.template;
  if (template === undefined) return [];
  return [`- template ${placeLink(report, template, block.after === undefined ? 'base' : 'head')}`];
}

function keysOf(report: PlanReport, pins: readonly Pin[], within: string, limits: DetailLimits): readonly string[] {
  return pins
    .filter((pin) => pin.address.startsWith(within))
    .flatMap((pin) => pin.keys)
    .map(
      ({ key, value, origin }) =>
        `- ${code(key, limits.value)} = ${code(value, limits.value)} in ${placeLink(report, origin)}`,
    );
}
