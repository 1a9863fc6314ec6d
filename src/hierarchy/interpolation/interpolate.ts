/** Replaces placeholders by their values (docs/configuration.md). */
import type { Problem } from '../../base/problems.ts';
import type { EnvironmentReader } from '../environment-reader.ts';
import { tooLarge } from './messages.ts';
import { lookup } from './lookup.ts';
import { openKnownOutcomes, type KnownOutcomes, type Outcome } from './known-outcomes.ts';
import { MAX_WEIGHT, measure } from '../measure.ts';
import { orderProblems } from '../problem-order.ts';
import { Resolver, type ResolvedKey } from './resolver.ts';
import { MAX_DEPTH, createEntries, mapValue, type MapValue, type Origin, type Value } from '../value.ts';

export type { ResolvedKey } from './resolver.ts';

export interface Interpolated {
  /** If there are problems: the given configuration, unchanged. Keys that are not needed are as they were. */
  readonly value: MapValue;
  readonly problems: readonly Problem[];
}

export interface InterpolationOptions {
  /**
   * Outcomes from other configurations in the same environment: a value is taken from there if all that it depends on is
   * the same.
   */
  readonly known?: KnownOutcomes | undefined;
  /** The top-level keys that are needed, by default all: problems of others count only where these refer to them. */
  readonly needed?: ((key: string) => boolean) | undefined;
}

export interface InterpolatedText {
  /** If there are problems: the given text, unchanged. */
  readonly text: string;
  /** The outermost placeholders, in order. */
  readonly keys: readonly ResolvedKey[];
  readonly problems: readonly Problem[];
}

/**
 * Interpolates a merged configuration. Subtrees without placeholders are reused as the same objects. Reports all problems
 * (code `interpolation`, located at the string with the placeholder, or `merge`), each cause once: a value that merely
 * depends on a failed one is not reported.
 */
export function interpolate(
  configuration: MapValue,
  environment: EnvironmentReader,
  { known = openKnownOutcomes(), needed = () => true }: InterpolationOptions = {},
): Interpolated {
  if (!configuration.templated) return { value: configuration, problems: [] };
  const resolver = new Resolver(configuration, environment);
  const top = resolver.topLevel();
  if (top === undefined) return { value: configuration, problems: orderProblems(resolver.problems) };
  const children = createEntries(top.children);
  let complete = true;
  let [weight, depth] = [0, 0];
  for (const key in top.children) {
    const child = top.children[key];
    if (child?.templated !== true || !needed(key)) continue;
    // With placeholders in its keys, what a configuration has where is not known from its objects.
    const outcome = (top === configuration ? known.recall(child, configuration) : undefined) ?? resolve(key, child);
    if (outcome === undefined) {
      complete = false;
      continue;
    }
    children[key] = outcome.value;
    weight += outcome.weight;
    depth = Math.max(depth, outcome.depth);
  }
  if (!complete) return { value: configuration, problems: orderProblems(resolver.problems) };
  const value = { ...mapValue(children, configuration.origin), builtIn: configuration.builtIn };
  // Values with placeholders cannot have grown by more than their final weight.
  const isSmall = weight <= MAX_WEIGHT && depth < MAX_DEPTH;
  if (isSmall || !isTooLarge(value, configuration)) return { value, problems: [] };
  return { value: configuration, problems: [tooLarge('interpolation', largest(configuration, environment).origin)] };

  function resolve(key: string, child: Value): Outcome | undefined {
    const resolved = resolver.resolveValue(child, key);
    if (resolved === undefined) return undefined;
    const outcome = { value: resolved, ...measure(resolved) };
    if (top === configuration) known.remember(child, configuration, outcome);
    return outcome;
  }
}

/**
 * The value at a dotted key of a configuration that may have keys that are not interpolated yet; undefined if there is
 * none.
 */
export function valueAt(
  configuration: MapValue,
  key: string,
  environment: EnvironmentReader,
): { readonly value: Value | undefined; readonly problems: readonly Problem[] } {
  if (!configuration.templated) return { value: lookup(configuration, key), problems: [] };
  const resolver = new Resolver(configuration, environment);
  const value = resolver.resolvePath(key);
  return { value, problems: orderProblems(resolver.problems) };
}

/**
 * Interpolates one text of a template with an interpolated configuration. Every placeholder, even one that is the whole
 * text, must be a string, number or boolean that is inserted as it was written. Its own problems have code `pin` and the
 * place of their placeholder, provided that the text appears verbatim in its file.
 */
export function interpolateText(
  text: string,
  place: Origin,
  configuration: MapValue,
  environment: EnvironmentReader,
): InterpolatedText {
  const resolver = new Resolver(configuration, environment);
  const resolved = resolver.resolveText(text, place);
  return { text, keys: [], ...resolved, problems: orderProblems(resolver.problems) };
}

/** Whether placeholders made a configuration exceed the limits: a few lines can expand to billions of values. */
function isTooLarge(value: MapValue, configuration: MapValue): boolean {
  const { weight, depth } = measure(value);
  return depth > MAX_DEPTH || (weight > MAX_WEIGHT && weight - measure(configuration).weight > MAX_WEIGHT);
}

/** The value to report: the first that exceeds the limits by itself, otherwise the heaviest. */
function largest(configuration: MapValue, environment: EnvironmentReader): Value {
  const resolver = new Resolver(configuration, environment);
  for (const [key, child] of Object.entries(configuration.children))
    if (child.templated) resolver.resolveValue(child, key);
  const { outcomes } = resolver;
  const excessive = outcomes.find((each) => measure(each).weight > MAX_WEIGHT || measure(each).depth > MAX_DEPTH);
  const byWeight = [...outcomes].sort((a, b) => measure(b).weight - measure(a).weight);
  return excessive ?? byWeight[0] ?? configuration;
}
