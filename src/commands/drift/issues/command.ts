/** What applies the leaves of an issue, to be pasted into a terminal. Pure. */
import { utf8Length } from '../../../markdown/bytes.ts';
import { visible } from '../../../markdown/escaping.ts';
import { isJoinable, joined } from '../../../project/selection.ts';

/** Bytes of the leaves of one run: they fit into what GitHub accepts, and into the field of its page. */
const MOST_TOGETHER = 8_000;

/** The commands, a line each, that start the apply workflow for these leaves; undefined if one cannot be named like that. */
export function applyCommands(leaves: readonly string[]): readonly string[] | undefined {
  if (!leaves.every(isNamed)) return undefined;
  const runs = [
    ...packed(leaves.filter(isJoinable)),
    ...leaves.filter((leaf) => !isJoinable(leaf)).map((leaf) => [leaf]),
  ];
  return runs.map((run) => `gh workflow run apply.yml -f leaves='${joined(run).replaceAll("'", "'\\''")}'`);
}

function packed(leaves: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let bytes = MOST_TOGETHER;
  for (const leaf of leaves) {
    const own = utf8Length(leaf) + 1;
    bytes += own;
    const run = runs.at(-1);
    if (run === undefined || bytes > MOST_TOGETHER) {
      runs.push([leaf]);
      bytes = own;
    } else run.push(leaf);
  }
  return runs;
}

/** Whether the input `leaves` would read the path as it is, and a report show it as it is. */
function isNamed(leaf: string): boolean {
  return visible(leaf) === leaf && !/\n|^[\s!#]|\s$|`{41}/u.test(leaf);
}
