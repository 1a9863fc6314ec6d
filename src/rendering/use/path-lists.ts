/** Lists that are written out, and patterns of file names, as far as paths are concerned. Pure. */
import type { Expression } from '../hcl/expression.ts';
import { anything, concatenate, constant, known, LOOSE, union, type PathValue } from './path-text.ts';

/** The elements of a list that is written out, as far as it is. */
export function elementsOf(list: Expression): readonly Expression[] | undefined {
  if (list.kind === 'list') return list.of.some(({ kind }) => kind === 'loop' || kind === 'list') ? undefined : list.of;
  if (list.kind !== 'call' || !/^(?:core::)?(?:compact|concat|flatten|tolist)$/u.test(list.name)) return undefined;
  const all = list.given.map(elementsOf);
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
}

/** A pattern up to where it stands for something. */
export function pattern(value: PathValue): PathValue {
  if (value.anything !== undefined) return value;
  return union(
    value.texts.map((text) => {
      const whole = known(text);
      if (whole === undefined) return { texts: [text], anything: undefined };
      const end = whole.search(/[*?{[\\]/u);
      if (end < 0) return constant(whole);
      // `{..,x}/y` and `[.].` climb as well.
      return /\.\.|\[/u.test(whole)
        ? anything('a pattern that climbs')
        : concatenate([constant(whole.slice(0, end)), LOOSE]);
    }),
  );
}
