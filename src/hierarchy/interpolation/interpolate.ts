/** Puts the values of placeholders in (README, "Placeholders"). */
import type { Problem } from '../../base/problems.ts';
import type { EnvironmentReader } from '../environment-reader.ts';
import { tooLarge } from './messages.ts';
import { openKnownOutcomes, type KnownOutcomes, type Outcome } from './known-outcomes.ts';
import { MAX_WEIGHT, measure } from '../measure.ts';
import { orderProblems } from '../problem-order.ts';
import { Resolver, type ResolvedKey } from './resolver.ts';
import { MAX_DEPTH, noEntries, type MapValue, type Origin, type Value } from '../value.ts';

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
 *
 * @param known what other configurations came to in the same environment: where nothing differs that a value depends on,
 *   it comes to the same object
 */
export function interpolate(
  configuration: MapValue,
  environment: EnvironmentReader,
  known: KnownOutcomes = openKnownOutcomes(),
): Interpolated {
  if (!configuration.templated) return { value: configuration, problems: [] };
  const resolver = new Resolver(configuration, environment, 'interpolation');
  const children = noEntries(configuration.children);
  let complete = true;
  let [weight, depth] = [0, 0];
  for (const key in configuration.children) {
    const child = configuration.children[key];
    if (child?.templated !== true) continue;
    const outcome = known.recall(child, configuration) ?? resolve(key, child);
    if (outcome === undefined) {
      complete = false;
      continue;
    }
    children[key] = outcome.value;
    weight += outcome.weight;
    depth = Math.max(depth, outcome.depth);
  }
  if (!complete) return { value: configuration, problems: orderProblems(resolver.problems) };
  const value: MapValue = { ...configuration, children, templated: false };
  // What placeholders are in cannot have grown by more than it weighs.
  const isSmall = weight <= MAX_WEIGHT && depth < MAX_DEPTH;
  if (isSmall || !isTooLarge(value, configuration)) return { value, problems: [] };
  return { value: configuration, problems: [tooLarge('interpolation', largest(configuration, environment).origin)] };

  function resolve(key: string, child: Value): Outcome | undefined {
    const resolved = resolver.resolveKey(key);
    if (resolved === undefined) return undefined;
    const outcome = { value: resolved, ...measure(resolved) };
    known.remember(child, configuration, outcome);
    return outcome;
  }
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

/** Whether placeholders have made more of a configuration than there may be: a few lines can stand for billions of values. */
function isTooLarge(value: MapValue, configuration: MapValue): boolean {
  const { weight, depth } = measure(value);
  return depth > MAX_DEPTH || (weight > MAX_WEIGHT && weight - measure(configuration).weight > MAX_WEIGHT);
}

/** The value to blame for it: the first that is beyond the bounds by itself, else the heaviest. */
function largest(configuration: MapValue, environment: EnvironmentReader): Value {
  const resolver = new Resolver(configuration, environment, 'interpolation');
  for (const key in configuration.children) resolver.resolveKey(key);
  const { outcomes } = resolver;
  const tooMuch = outcomes.find((each) => measure(each).weight > MAX_WEIGHT || measure(each).depth > MAX_DEPTH);
  const byWeight = [...outcomes].sort((a, b) => measure(b).weight - measure(a).weight);
  return tooMuch ?? byWeight[0] ?? configuration;
}
