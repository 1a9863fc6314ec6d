/** What is wrong with single values of a file: an error only for what needs them. Pure. */
import type { Problem } from '../../base/problems.ts';
import type { Value } from '../value.ts';

/** The problems in a value, each once, in its order; not those of `!remove`, which merging may find to be none. */
export function flawsIn(value: Value): readonly Problem[] {
  const found = new Set<Problem>();
  const seen = new Set<Value>();
  collect(value);
  return [...found];

  /** Values with problems are templated; a few lines of aliases can expand to billions of values. */
  function collect(part: Value): void {
    if (!part.templated || seen.has(part)) return;
    seen.add(part);
    if (part.kind === 'scalar') {
      if (part.problem !== undefined && part.removes === undefined) found.add(part.problem);
      return;
    }
    for (const child of Object.values(part.children)) collect(child);
  }
}
