/** How far the texts of folds must shrink so that all of them fit: evenly, so that short plans stay whole. */
import type { Fold, FoldLimits } from './leaf-fold.ts';

/** Fewer bytes of a plan than this are not worth reading. */
const LEAST_TEXT = 400;
const LEAST_RESOURCES = 300;
/** What a cut adds: the lines that say so and the marks at its ends. */
const CUT = 120;

/**
 * The largest limits with which the texts of these folds take at most `bytes` bytes: first the texts shrink, and only
 * when nothing of them is left the lists of resources. Undefined when even that is too much.
 */
export function evenLimits(folds: readonly Fold[], bytes: number): FoldLimits | undefined {
  const fits = (limits: FoldLimits): boolean => sizeWithin(folds, limits) <= bytes;
  const text = largest(LEAST_TEXT, bytes, (most) => fits({ text: most, resources: Infinity }));
  if (text !== undefined) return { text, resources: Infinity };
  const resources = largest(LEAST_RESOURCES, bytes, (most) => fits({ text: LEAST_TEXT, resources: most }));
  return resources === undefined ? undefined : { text: LEAST_TEXT, resources };
}

/** The smallest that folds get: for when only some of them fit. */
export const LEAST: FoldLimits = { text: LEAST_TEXT, resources: LEAST_RESOURCES };

function sizeWithin(folds: readonly Fold[], limits: FoldLimits): number {
  let size = 0;
  for (const { text } of folds) {
    if (text === undefined) continue;
    size += text.bytes <= limits.text ? text.bytes : limits.text + Math.min(text.resourceBytes, limits.resources) + CUT;
  }
  return size;
}

/** The largest whole number from `from` up to `to` that holds; undefined when `from` does not. */
function largest(from: number, to: number, holds: (number: number) => boolean): number | undefined {
  if (!holds(from)) return undefined;
  let [good, bad] = [from, Math.ceil(to) + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
