/** The functions whose result is certain where their arguments are. Pure. */
import type { Origin } from '../../hierarchy/value.ts';
import type { Expression } from '../hcl/expression.ts';

/** A value that an expression takes its text from. */
export interface ExactKey {
  /** `vpc.version` of the configuration, `local.version`, `var.version` */
  readonly key: string;
  readonly value: string;
  readonly origin: Origin;
}

/** A text; `missing`: nothing, which is an error that only `try` and the like survive; undefined: unknown. */
export type Exact = { readonly text: string; readonly keys: readonly ExactKey[] } | 'missing' | undefined;

/** How arguments are worked out. */
interface Arguments {
  readonly value: (expression: Expression) => Exact;
  /** What is at a path below an expression's value. */
  readonly at: (expression: Expression, path: readonly string[]) => Exact;
}

/** @param name without `core::` */
export function exactCall(name: string, given: readonly Expression[], { value, at }: Arguments): Exact {
  const [first, second, third] = given;
  if (first === undefined) return undefined;
  switch (name) {
    case 'try':
    case 'coalesce': {
      const found = value(first);
      if (name === 'coalesce' && found === 'missing') return 'missing';
      const isNext = found === 'missing' || (name === 'coalesce' && found !== undefined && found.text === '');
      return isNext ? exactCall(name, given.slice(1), { value, at }) : found;
    }
    case 'lookup': {
      const key = second && value(second);
      if (key === undefined || key === 'missing') return undefined;
      const found = at(first, [key.text]);
      return found === 'missing' && third !== undefined ? value(third) : found;
    }
    case 'join':
      return second?.kind === 'list' && third === undefined
        ? combine([first, ...second.of].map(value), ([mark = '', ...texts]) => texts.join(mark))
        : undefined;
    default: {
      const rule = RULES.get(name);
      return rule && combine(given.map(value), rule);
    }
  }
}

/** Undefined where a rule does not know what Terraform would do. */
type Rule = (texts: readonly string[]) => string | undefined;

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['tostring', ([text]) => text],
  ['nonsensitive', ([text]) => text],
  ['format', ([format = '', ...texts]) => formatted(format, texts)],
  ['lower', ([text = '']) => (isAscii(text) ? text.toLowerCase() : undefined)],
  ['upper', ([text = '']) => (isAscii(text) ? text.toUpperCase() : undefined)],
  ['trimspace', ([text = '']) => (isAscii(text) ? text.trim() : undefined)],
  ['trimprefix', ([text = '', mark = '']) => (text.startsWith(mark) ? text.slice(mark.length) : text)],
  ['trimsuffix', ([text = '', mark = '']) => (text.endsWith(mark) ? text.slice(0, text.length - mark.length) : text)],
  [
    'replace',
    ([text = '', from = '', to = '']) =>
      from === '' || (from.startsWith('/') && from.endsWith('/') && from.length > 1)
        ? undefined
        : text.replaceAll(from, () => to),
  ],
]);

function combine(values: readonly Exact[], rule: Rule): Exact {
  const known = values.filter((each) => each !== undefined && each !== 'missing');
  if (known.length < values.length) return values.includes(undefined) ? undefined : 'missing';
  const text = rule(known.map((each) => each.text));
  return text === undefined ? undefined : { text: text.normalize('NFC'), keys: known.flatMap(({ keys }) => keys) };
}

function isAscii(text: string): boolean {
  return /^[\t\n\r\x20-\x7e]*$/u.test(text);
}

function formatted(format: string, texts: readonly string[]): string | undefined {
  const verbs = format.match(/%[^]?/gu) ?? [];
  if (verbs.some((verb) => !/^%[sv]$/u.test(verb)) || verbs.length !== texts.length) return undefined;
  let next = 0;
  return format.replace(/%[sv]/gu, () => texts[next++] ?? '');
}
