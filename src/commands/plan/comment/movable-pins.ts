/** Pins that can move: a module source that names a branch, or no ref at all, plans differently from day to day. */
import { code } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { pinReasons } from '../pin-moves.ts';
import type { PlanReport } from '../report.ts';
import type { Pin } from '../../../rendering/rendering.ts';
import { movablePin, type MovablePin } from '../../../rendering/movable-pin.ts';
import { count } from '../../../markdown/phrases.ts';

/** A sentence, then a line for each movable pin, however many leaves have it; empty when there is none. */
export function movablePinHints(report: PlanReport, most = 5): readonly string[] {
  const groups = new Map<string, { found: MovablePin; pin: Pin; isShown: boolean; leaves: number }>();
  for (const leaf of report.leaves) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved') continue;
    for (const pin of leaf.pins) {
      const found = movablePin(pin);
      if (found === undefined) continue;
      const key = JSON.stringify([found.address, found.ref ?? null]);
      // A pin that has changed is already shown above with its place.
      const isShown = pinReasons(leaf).some(({ address }) => address === pin.address);
      const group = groups.get(key) ?? { found, pin, isShown, leaves: 0 };
      groups.set(key, { ...group, leaves: group.leaves + 1 });
    }
  }
  if (groups.size === 0) return [];
  const all = [...groups.values()];
  const lines = all.slice(0, most).map(({ found, pin, isShown, leaves }) => {
    const follows = found.ref === undefined ? 'names no `ref`' : `follows ${code(found.ref, 80)}`;
    const place = isShown ? '' : `: ${placeLink(report, pin.keys.at(-1)?.origin ?? pin.template)}`;
    const where = leaves > 1 ? ` (${count(leaves, 'leaf', 'leaves')})` : '';
    return `- ${code(found.address.replace(/\.source$/u, ''), 80)} ${follows}${where}${place}`;
  });
  const more = all.length > most ? [`- +${count(all.length - most)} more`] : [];
  return ['💡 These modules can change without a pull request; pin a version:', ...lines, ...more];
}
