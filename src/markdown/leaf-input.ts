/** Paths of leaves as the input `leaves` takes them, to be copied from a report. Pure. */
import { isJoinable, joined } from '../project/selection.ts';
import { visible } from './escaping.ts';

/** What a glob, the input or a report may read or show in another way. */
const NOT_TYPED = /^\s|\s$|[^\w=./@:~ -]/gu;

/**
 * One text that selects these leaves. A path that a report would show in another way, or that the input would read in
 * another way, is a glob, with `?` for each character of which that could be true; of what else it selects, only what is accepted is applied.
 *
 * @param leaves one, or several that are joinable
 */
export function leavesText(leaves: readonly string[]): string {
  return joined(leaves.map(typed));
}

/** As few texts as possible, each of which selects some of the leaves: those that are not joinable stand alone. */
export function leavesTexts(leaves: readonly string[]): readonly string[] {
  const together = leaves.filter(isJoinable);
  return [
    ...(together.length === 0 ? [] : [leavesText(together)]),
    ...leaves.filter((leaf) => !isJoinable(leaf)).map((leaf) => leavesText([leaf])),
  ];
}

function typed(path: string): string {
  if (visible(path) === path && !/\n|^[\s!#]|\s$|`{41}/u.test(path)) return path;
  return path.replace(NOT_TYPED, (found) => '?'.repeat(found.length));
}
