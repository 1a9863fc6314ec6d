/** Puts the values of placeholders in (section 4 of the rules). */
import type { Problem } from '../problems.ts';
import type { EnvironmentReader } from './environment.ts';
import { tooLarge } from './interpolation-problems.ts';
import { MAX_WEIGHT, measure } from './measure.ts';
import { orderProblems } from './problem-order.ts';
import { Resolver, type ResolvedKey } from './resolver.ts';
import { MAX_DEPTH, type MapValue, type Origin, type Value } from './value.ts';

export type { ResolvedKey } from './resolver.ts';

export interface Interpolated {
  /** With problems: the configuration as it was given. */
  readonly value: MapValue;
  readonly problems: readonly Problem[];
}

export interface InterpolatedText {
  /** With problems: the text as it was given. */
  readonly text: string;
  /** The outermost placeholders in their order. */
  readonly keys: readonly ResolvedKey[];
  readonly problems: readonly Problem[];
}

/**
 * Interpolates a merged configuration. Subtrees without placeholders are passed on as the same objects. All problems
 * (code `interpolation`, placed at the text with the placeholder) come at once, each cause once: a value that merely
 * needs a failed one is not reported.
 */
export function interpolate(configuration: MapValue, environment: EnvironmentReader): Interpolated {
  if (!configuration.templated) return { value: configuration, problems: [] };
  const resolver = new Resolver(configuration, environment, 'interpolation');
  const value = resolver.resolveRoot();
  const problems = [...resolver.problems];
  const large = value === undefined ? undefined : tooLargeOutcome(value, resolver.outcomes);
  if (large !== undefined) problems.push(tooLarge('interpolation', large.origin));
  const failed = value === undefined || problems.length > 0;
  return { value: failed ? configuration : value, problems: orderProblems(problems) };
}

/**
 * Interpolates one text of a template against an interpolated configuration. Every placeholder must be a text, number or
 * boolean that comes out as it was written, one that is the whole text too. Problems have code `pin` and their
 * placeholder's place, for a text that stands in its file as it is.
 */
export function interpolateText(
  text: string,
  place: Origin,
  configuration: MapValue,
  environment: EnvironmentReader,
): InterpolatedText {
  const resolver = new Resolver(configuration, environment, 'pin');
  const resolved = resolver.resolveText(text, place);
  return { text, keys: [], ...resolved, problems: orderProblems(resolver.problems) };
}

/** Texts that together are shorter than this are not weighed, as long as no maps and lists were put in. */
const UNWEIGHED = 1024 * 1024;

/**
 * When a configuration has grown beyond the bounds, the value to blame: the first that is too large by itself, else the
 * heaviest. A few lines can stand for billions of values.
 */
function tooLargeOutcome(configuration: MapValue, outcomes: readonly Value[]): Value | undefined {
  let characters = 0;
  for (const each of outcomes) characters += each.kind === 'scalar' ? each.spelling.length : UNWEIGHED;
  if (characters < UNWEIGHED || !isTooLarge(configuration)) return undefined;
  const byWeight = [...outcomes].sort((a, b) => measure(b).weight - measure(a).weight);
  return outcomes.find(isTooLarge) ?? byWeight[0];
}

function isTooLarge(value: Value): boolean {
  const { weight, depth } = measure(value);
  return weight > MAX_WEIGHT || depth > MAX_DEPTH;
}
