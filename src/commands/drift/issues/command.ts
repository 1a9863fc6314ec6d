/** What applies the leaves of an issue, to be pasted into a terminal. Pure. */
import { utf8Length } from '../../../markdown/bytes.ts';
import { leavesText } from '../../../markdown/leaf-input.ts';
import { isJoinable } from '../../../project/selection.ts';

/** Bytes of the leaves of one run: they fit into what GitHub accepts, and into the field of its page. */
const MOST_TOGETHER = 8_000;

/** The commands, a line each, that start the apply workflow for these leaves. */
export function applyCommands(leaves: readonly string[]): readonly string[] {
  const runs = [
    ...packed(leaves.filter(isJoinable)),
    ...leaves.filter((leaf) => !isJoinable(leaf)).map((leaf) => [leaf]),
  ];
  return runs.map((run) => `gh workflow run apply.yml -f leaves='${leavesText(run).replaceAll("'", "'\\''")}'`);
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
