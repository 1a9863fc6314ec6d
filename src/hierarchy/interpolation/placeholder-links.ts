/** The placeholders that a value is made of, and what each of them stands for. Pure. */
import type { EnvironmentReader } from '../environment-reader.ts';
import type { MapValue, Origin, ScalarValue, Value } from '../value.ts';
import { readExpression, type Expression } from './expression.ts';
import { interpolateText, valueAt } from './interpolate.ts';
import { endsOf, lookup } from './lookup.ts';
import { isWholePlaceholder, partsOf, type PlaceholderPart } from './placeholder.ts';

/** One placeholder of a text. */
export interface PlaceholderLink {
  /** As it is written: `{{env.name}}`. */
  readonly written: string;
  /** `missing`: no layer sets the key; `broken`: it cannot be resolved. */
  readonly kind: 'key' | 'variable' | 'secret' | 'missing' | 'broken';
  /** The key, with placeholders inside of it resolved; a variable's name; or the call of a secret. */
  readonly name: string;
  /** Where the value at the key is written. */
  readonly place: Origin | undefined;
  /** What it comes to. */
  readonly value: Value | undefined;
  /** The placeholders inside of it, then those that its value is made of. */
  readonly links: readonly PlaceholderLink[];
}

/** How many links are followed: placeholders that double may be made of billions. */
const MOST = 200;

/** A key that a placeholder refers to, and where. */
export interface Reference {
  /** As far as it is known without resolving anything: `['modules']` of `{{modules.{{name}}.ref}}`. */
  readonly path: readonly string[];
  /** The key of the value that has the placeholder. */
  readonly from: string;
  readonly origin: Origin;
}

/**
 * The placeholders of a text, outermost first, and those of what they refer to.
 *
 * @param root the merged configuration, not interpolated
 */
export function placeholderLinks(
  value: Value,
  root: MapValue,
  environment: EnvironmentReader,
): readonly PlaceholderLink[] {
  let left = MOST;
  return linksOf(value, new Set());

  function linksOf(from: Value, above: ReadonlySet<Value>): readonly PlaceholderLink[] {
    if (from.kind !== 'scalar' || !from.templated || from.problem !== undefined || above.has(from)) return [];
    const within = new Set([...above, from]);
    return placeholdersOf(from).flatMap((part) => {
      left -= 1;
      return left < 0 ? [] : [linkOf(from, part, within)];
    });
  }

  function linkOf(scalar: ScalarValue, part: PlaceholderPart, above: ReadonlySet<Value>): PlaceholderLink {
    const written = scalar.spelling.slice(part.start, part.end);
    const inner = part.parts.flatMap((each) => (each.kind === 'placeholder' ? [linkOf(scalar, each, above)] : []));
    const expression = expressionOf(scalar, part);
    const link = { written, place: undefined, value: undefined, links: inner };
    if (expression === undefined) return { ...link, kind: 'broken', name: written };
    if (expression.kind === 'secret') return { ...link, kind: 'secret', name: expression.call };
    if (expression.kind === 'variable') return { ...link, kind: 'variable', name: expression.name };
    const { key } = expression;
    const found = lookup(root, key) ?? behind(key);
    if (found === undefined) return { ...link, kind: 'missing', name: key };
    const links = [...inner, ...linksOf(found, above)];
    return {
      written,
      kind: 'key',
      name: key,
      place: found.origin,
      value: valueAt(root, key, environment).value,
      links,
    };
  }

  function expressionOf(scalar: ScalarValue, part: PlaceholderPart): Expression | undefined {
    const [first] = part.parts;
    const start = first?.kind === 'literal' ? first.text : '';
    if (part.inside !== undefined) return readExpression(part.inside, start);
    const inside = scalar.spelling.slice(part.start + 2, part.end - 2);
    const { text, problems } = interpolateText(inside, scalar.origin, root, environment);
    return problems.length > 0 ? undefined : readExpression(text, start);
  }

  /** The placeholder on the way to a key that the rest of it is behind. */
  function behind(key: string): Value | undefined {
    for (const [end] of endsOf(root, key.split('.'))) if (isWholePlaceholder(end)) return end;
    return undefined;
  }
}

/** The keys that the placeholders of a configuration refer to, those of its keys left out. */
export function referencesIn(root: MapValue): readonly Reference[] {
  const found: Reference[] = [];
  const seen = new Set<Value>();
  collect(root, []);
  return found;

  function collect(value: Value, at: readonly string[]): void {
    if (!value.templated || seen.has(value)) return;
    seen.add(value);
    if (value.kind === 'scalar') {
      for (const part of placeholdersOf(value)) note(value, part, at.join('.'));
      return;
    }
    for (const [key, child] of Object.entries(value.children)) if (isValue(child)) collect(child, [...at, key]);
  }

  function note(scalar: ScalarValue, part: PlaceholderPart, from: string): void {
    const [first] = part.parts;
    const start = part.inside ?? (first?.kind === 'literal' ? first.text.replace(/[^.]*$/u, '') : '');
    const expression = readExpression(start.replace(/\.$/u, ''), start);
    if (expression.kind === 'key') {
      found.push({ path: expression.key === '' ? [] : expression.key.split('.'), from, origin: scalar.origin });
    }
    for (const each of part.parts) if (each.kind === 'placeholder') note(scalar, each, from);
  }
}

function isValue(child: Value | undefined): child is Value {
  return child !== undefined;
}

function placeholdersOf(scalar: ScalarValue): readonly PlaceholderPart[] {
  return partsOf(scalar).filter((part) => part.kind === 'placeholder');
}
