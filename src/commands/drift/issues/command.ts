/** What applies the leaves of an issue, to be pasted into a terminal. Pure. */
import { utf8Length } from '../../../markdown/bytes.ts';
import { visible } from '../../../markdown/escaping.ts';
import { isJoinable, joined } from '../../../project/selection.ts';

/** Bytes of the leaves of one run: they fit into what GitHub accepts, and into the field of its page. */
const MOST_TOGETHER = 8_000;

/** The commands, a line each, that start the apply workflow for these leaves; undefined if one cannot be named like that. */
export function applyCommands(leaves: readonly string[]): readonly string[] | undefined {
  if (!leaves.every(isNamed)) return undefined;
  const runs: string[][] = [];
  for (const leaf of leaves) {
    const run = isJoinable(leaf) ? runs.find((each) => each.every(isJoinable) && fits([...each, leaf])) : undefined;
    if (run === undefined) runs.push([leaf]);
    else run.push(leaf);
  }
  return runs.map((run) => `gh workflow run apply.yml -f leaves='${joined(run).replaceAll("'", "'\\''")}'`);
}

/** Whether the input `leaves` would read the path as it is, and a report show it as it is. */
function isNamed(leaf: string): boolean {
  return visible(leaf) === leaf && !/\n|^[\s!#]|\s$|`{41}/u.test(leaf);
}

function fits(leaves: readonly string[]): boolean {
  return utf8Length(joined(leaves)) <= MOST_TOGETHER;
}
