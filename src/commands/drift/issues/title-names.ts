/** What the titles of issues call the leaves. Pure. */
import { shorten } from '../../../markdown/bytes.ts';
import { oneLine } from '../../../markdown/escaping.ts';
import { nameAlone, nameInWords } from '../../../markdown/leaf-names.ts';
import type { LeafIdentity } from './identity.ts';

interface Named {
  readonly path: string;
  readonly identity: LeafIdentity;
}

/** Characters, so that a title has room for what comes before it. */
const LENGTH = 200;

/** From short to long: `vpc · prod / eu`, the same with the names of folders, the path. */
const FORMS: readonly ((path: string) => string)[] = [
  (path) => nameInWords(nameAlone(path)),
  (path) => nameInWords(nameAlone(path, (folder) => folder)),
  (path) => path,
];

/**
 * A name for each leaf, on one line, that no other one has: the shortest that tells it apart. All leaves of a project
 * decide about it, whichever are checked, so that it is the same in every run.
 */
export function titleNames(leaves: readonly Named[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let left = leaves;
  for (const form of FORMS) {
    const called = left.map((leaf) => ({ leaf, name: shorten(oneLine(form(leaf.path)), LENGTH) }));
    const count = new Map<string, number>();
    for (const name of [...names.values(), ...called.map((each) => each.name)])
      count.set(name, (count.get(name) ?? 0) + 1);
    for (const { leaf, name } of called) if (count.get(name) === 1) names.set(leaf.path, name);
    left = left.filter(({ path }) => !names.has(path));
  }
  for (const { path, identity } of left)
    names.set(path, `${shorten(oneLine(path), LENGTH)} (${identity.leaf.slice(0, 8)})`);
  return names;
}
