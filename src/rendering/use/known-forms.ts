/** What conditionals, comparisons and `for` expressions give, as far as their parts are known. Pure. */
import { isPlainSpelling, type Expression } from '../hcl/expression.ts';
import { inOrder, knownMap, knownText, UNKNOWN, type Known } from './known-value.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;
type WorkOut = (expression: Expression) => Known;

/** The branch that a conditional takes; undefined where that is not known. */
export function branchOf({ conditional }: Of<'any'>, workOut: WorkOut): Expression | undefined {
  if (conditional === undefined) return undefined;
  const asked = truth(workOut(conditional.condition));
  return asked === undefined ? undefined : asked ? conditional.then : conditional.else;
}

function truth(known: Known): boolean | undefined {
  if (known.kind !== 'text' || !/^(?:true|false)$/u.test(known.text)) return undefined;
  return known.text === 'true';
}

/** `==`, `!=`, `!`, `&&` and `||` of operands that are known. */
export function operationResult({ operator, of }: Of<'aside'>, workOut: WorkOut): Known {
  const [one, other, ...more] = of.map(workOut);
  if (operator === undefined || one === undefined || more.length > 0) return UNKNOWN;
  if (operator === '!') return other === undefined ? result(negated(truth(one))) : UNKNOWN;
  if (other === undefined) return UNKNOWN;
  const [a, b] = [truth(one), truth(other)];
  switch (operator) {
    case '==':
      return result(areEqual(one, other));
    case '!=':
      return result(negated(areEqual(one, other)));
    // Terraform looks at both.
    case '&&':
      return result(a === undefined || b === undefined ? undefined : a && b);
    case '||':
      return result(a === undefined || b === undefined ? undefined : a || b);
    default:
      return UNKNOWN;
  }
}

function result(value: boolean | undefined): Known {
  return value === undefined ? UNKNOWN : knownText(String(value));
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** A number and a text of the same spelling differ. */
function areEqual(one: Known, other: Known): boolean | undefined {
  if (one.kind === 'text' && other.kind === 'text') {
    if (one.text !== other.text) return false;
    return isPlainSpelling(one.text) ? undefined : true;
  }
  if (one.kind === 'null' || other.kind === 'null') {
    const kinds = [one.kind, other.kind];
    return kinds.some((kind) => kind === 'unknown' || kind === 'missing') ? undefined : one.kind === other.kind;
  }
  return undefined;
}

/**
 * The list or the map that a `for` expression makes.
 *
 * @param within works out an expression where its names mean something
 */
export function loopResult(
  { names, over, makes }: Of<'loop'>,
  workOut: WorkOut,
  within: (names: ReadonlyMap<string, Known>, expression: Expression) => Known,
): Known {
  const turns = turnsOf(workOut(over));
  const [first, second, ...more] = names;
  if (makes === undefined || turns === undefined || first === undefined || more.length > 0) return UNKNOWN;
  const made: { readonly key: Known | undefined; readonly value: Known }[] = [];
  for (const [key, value] of turns) {
    const bound = second === undefined ? new Map([[first, value]]) : new Map([[first, key]]).set(second, value);
    const isKept = makes.condition === undefined ? true : truth(within(bound, makes.condition));
    if (isKept === undefined) return UNKNOWN;
    if (isKept) made.push({ key: makes.key && within(bound, makes.key), value: within(bound, makes.value) });
  }
  if (makes.key === undefined) return { kind: 'list', of: made.map(({ value }) => value) };
  const keys = new Set(made.flatMap(({ key }) => (key?.kind === 'text' ? key.text : [])));
  // Of two equal keys, Terraform reports an error.
  if (keys.size < made.length) return UNKNOWN;
  return knownMap(made.flatMap(({ key, value }) => (key?.kind === 'text' ? [[key.text, value] as const] : [])));
}

function turnsOf(over: Known): readonly (readonly [key: Known, value: Known])[] | undefined {
  if (over.kind === 'map') {
    const keys = [...over.entries.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return keys.map((key) => [knownText(key), over.entries.get(key) ?? UNKNOWN]);
  }
  return inOrder(over)?.map((value, index) => [over.kind === 'set' ? value : knownText(String(index)), value]);
}
