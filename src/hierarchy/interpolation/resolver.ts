/** The interpolation engine: resolves placeholders against one configuration. */
import type { Problem } from '../../base/problems.ts';
import type { EnvironmentReader } from '../environment-reader.ts';
import { readExpression, type Expression } from './expression.ts';
import * as messages from './messages.ts';
import { lookup, lookupIn } from './lookup.ts';
import { partsOf, tokenize, wholePlaceholder, type Part, type PlaceholderPart } from './placeholder.ts';
import { keysOf, nearestKey } from './suggest.ts';
import { TaskRunner, type Outcome, type Task, type Work } from './trampoline.ts';
import { createEntries, type ListValue, type MapValue, type Origin, type ScalarValue, type Value } from '../value.ts';

/** One outermost placeholder of a text. */
export interface ResolvedKey {
  /** The key, with nested placeholders resolved; or `env(NAME)`. */
  readonly key: string;
  /** The inserted text. */
  readonly text: string;
  /** Where that text is written; for an environment variable, the place of the placeholder. */
  readonly origin: Origin;
}

/** The longest string that placeholders may produce. */
const MAX_TEXT = 1024 * 1024;

/** Resolves placeholders against one configuration, and collects errors in `problems`. */
export class Resolver {
  readonly problems: Problem[] = [];
  /** The outcome of each string with placeholders. The caller limits how large they may grow. */
  readonly outcomes: Value[] = [];
  readonly #root: MapValue;
  readonly #environment: EnvironmentReader;
  readonly #code: messages.InterpolationCode;
  readonly #tasks = new TaskRunner(
    (task) => this.#begin(task),
    (cycle, closing) => {
      this.#reportCycle(cycle, closing);
    },
  );
  /** The keys of strings that are a single placeholder. */
  readonly #followedKeys = new Map<Value, string>();
  #keys: readonly string[] | undefined;

  constructor(root: MapValue, environment: EnvironmentReader, code: messages.InterpolationCode) {
    this.#root = root;
    this.#environment = environment;
    this.#code = code;
  }

  /** The resolved value of a top-level key; undefined if any part of it failed. */
  resolveKey(key: string): Value | undefined {
    const value = this.#root.children[key];
    return value === undefined ? undefined : this.#tasks.run({ kind: 'resolve', value, path: key });
  }

  /** A text with its placeholders resolved, and the outermost ones; undefined if any of them failed. */
  resolveText(text: string, place: Origin): { text: string; keys: readonly ResolvedKey[] } | undefined {
    const keys: ResolvedKey[] = [];
    const value = textValue(text, place);
    const resolved = this.#tasks.run({ kind: 'resolve', value, path: text }, this.#toText(tokenize(text), place, keys));
    return resolved?.kind === 'scalar' ? { text: resolved.spelling, keys } : undefined;
  }

  #begin({ kind, value, path }: Task): Work {
    if (value.kind === 'map') return this.#resolveMap(value, path);
    if (value.kind === 'list') return this.#resolveList(value, path);
    return kind === 'resolve' ? this.#resolveScalar(value, path) : this.#follow(value);
  }

  *#resolveMap(map: MapValue, path: string): Work {
    const children = createEntries(map.children);
    let complete = true;
    for (const key in map.children) {
      const child = map.children[key];
      if (child?.templated !== true) continue;
      const resolved = yield { kind: 'resolve', value: child, path: `${path}.${key}` };
      if (resolved === undefined) complete = false;
      else children[key] = resolved;
    }
    return complete ? { ...map, children, templated: false } : undefined;
  }

  *#resolveList(list: ListValue, path: string): Work {
    const children: Value[] = [];
    for (const [position, child] of list.children.entries()) {
      const resolved = child.templated ? yield { kind: 'resolve', value: child, path: `${path}.${position}` } : child;
      if (resolved !== undefined) children.push(resolved);
    }
    return children.length === list.children.length ? { ...list, children, templated: false } : undefined;
  }

  *#resolveScalar(scalar: ScalarValue, path: string): Work {
    const parts = partsOf(scalar);
    if (wholePlaceholder(parts) === undefined) return yield* this.#toText(parts, scalar.origin, []);
    const target = yield { kind: 'follow', value: scalar, path };
    if (target === undefined) return undefined;
    const resolved = yield { kind: 'resolve', value: target, path: this.#followedKeys.get(scalar) ?? path };
    if (resolved === undefined) return undefined;
    const copy = { ...resolved, origin: scalar.origin, source: resolved.source ?? resolved.origin };
    this.outcomes.push(copy);
    return copy;
  }

  /** The value that a string's single placeholder refers to, not yet interpolated. */
  *#follow(scalar: ScalarValue): Work {
    const placeholder = wholePlaceholder(partsOf(scalar));
    if (placeholder === undefined) return undefined;
    const expression = yield* this.#expression(placeholder, scalar.origin);
    if (expression?.kind === 'variable') return this.#readVariable(expression.name, scalar.origin);
    if (expression?.kind !== 'key') return undefined;
    this.#followedKeys.set(scalar, expression.key);
    return lookup(this.#root, expression.key) ?? (yield* this.#locate(expression.key, scalar.origin));
  }

  /** Joins the parts of a text. Continues after a failure, to report all problems of a text. */
  *#toText(parts: readonly Part[], place: Origin, keys: ResolvedKey[]): Work {
    const text = yield* this.#join(parts, place, keys);
    if (text === undefined) return undefined;
    const value = textValue(text, place);
    this.outcomes.push(value);
    return value;
  }

  *#join(parts: readonly Part[], place: Origin, keys: ResolvedKey[]): Work<string | undefined> {
    let text = '';
    let complete = true;
    for (const part of parts) {
      if (part.kind === 'literal' || part.kind === 'escaped') {
        text += part.text;
      } else if (part.kind === 'malformed') {
        this.problems.push(messages.malformed(this.#code, this.#placeOf(part, place), part));
        complete = false;
      } else {
        const key = yield* this.#resolveKey(part, place);
        if (key === undefined) complete = false;
        else {
          text += key.text;
          keys.push(key);
        }
      }
      // With ten doublings a text is a kilobyte, with thirty a gigabyte.
      if (text.length > MAX_TEXT) {
        this.problems.push(messages.tooLong(this.#code, place));
        return undefined;
      }
    }
    return complete ? text : undefined;
  }

  /** Resolves a placeholder inside a text. */
  *#resolveKey(part: PlaceholderPart, place: Origin): Work<ResolvedKey | undefined> {
    const expression = yield* this.#expression(part, place);
    const at = this.#placeOf(part, place);
    if (expression?.kind === 'variable') {
      const value = this.#readVariable(expression.name, at);
      return value && { key: `env(${expression.name})`, text: value.spelling, origin: place };
    }
    if (expression?.kind !== 'key') return undefined;
    const { key } = expression;
    const located = lookup(this.#root, key) ?? (yield* this.#locate(key, at));
    if (located === undefined) return undefined;
    const value = located.templated ? yield { kind: 'resolve', value: located, path: key } : located;
    if (value === undefined) return undefined;
    if (value.kind !== 'scalar' || value.value === null) {
      this.problems.push(messages.notText(this.#code, at, key, value));
      return undefined;
    }
    if (typeof value.value !== 'string' && String(value.value) !== value.spelling) {
      this.problems.push(messages.changedSpelling(this.#code, at, key, value));
      return undefined;
    }
    return { key, text: String(value.value), origin: value.source ?? value.origin };
  }

  /** Template literals appear verbatim in their file, so a placeholder's column is known; YAML scalars may be escaped. */
  #placeOf({ start }: Part, text: Origin): Origin {
    return this.#code === 'pin' ? { ...text, column: text.column + start } : text;
  }

  /** Parses the text between the braces; reports a call to a secret store, or an empty placeholder. */
  *#expression(part: PlaceholderPart, place: Origin): Work<Expression | undefined> {
    const inside = part.inside ?? (yield* this.#join(part.parts, place, []));
    if (inside === undefined) return undefined;
    const [first] = part.parts;
    const expression = readExpression(inside, first?.kind === 'literal' ? first.text : '');
    if (expression.kind === 'secret') {
      this.problems.push(messages.secretCall(this.#code, this.#placeOf(part, place), expression.call));
      return undefined;
    }
    if (expression.kind === 'key' && expression.key === '') {
      this.problems.push(messages.emptyPlaceholder(this.#code, this.#placeOf(part, place), `{{${inside}}}`));
      return undefined;
    }
    return expression;
  }

  /** The value at a key that has no direct value: follows strings on its path that are a single placeholder. */
  *#locate(key: string, place: Origin): Work {
    let base: Value = this.#root;
    let rest: readonly string[] = key.split('.');
    const followed = new Set<Value>();
    for (;;) {
      const found = lookupIn(base, rest);
      if (found !== undefined) return found;
      const [end, beyond] = walk(base, rest);
      if (end.kind !== 'scalar' || !end.templated || wholePlaceholder(partsOf(end)) === undefined) {
        this.#reportMissing(key, place);
        return undefined;
      }
      // Placeholders that refer to each other have nothing below them; resolving them reports the cycle.
      if (followed.has(end)) return undefined;
      followed.add(end);
      const path = key.split('.').slice(0, -beyond.length).join('.');
      const target: Outcome = yield { kind: 'follow', value: end, path };
      if (target === undefined) return undefined;
      [base, rest] = [target, beyond];
    }
  }

  #readVariable(name: string, place: Origin): ScalarValue | undefined {
    const answer = name === '' ? ({ kind: 'missing' } as const) : this.#environment.read(name);
    if (answer.kind === 'value') return textValue(answer.value, place);
    const report = answer.kind === 'missing' ? messages.unsetVariable : messages.refusedVariable;
    this.problems.push(report(this.#code, place, name));
    return undefined;
  }

  #reportMissing(key: string, place: Origin): void {
    this.#keys ??= keysOf(this.#root);
    this.problems.push(messages.missingKey(this.#code, place, key, nearestKey(key, this.#keys)));
  }

  #reportCycle(tasks: readonly Task[], closing: Task): void {
    // Resolving and following the same string are two tasks, but one link of the chain.
    const links = tasks.filter((task, index) => task.value !== tasks[index - 1]?.value);
    const paths = links.map((task) => task.path);
    const first = paths[0] ?? closing.path;
    const last = closing.path === first || closing.path === paths.at(-1) ? [first] : [closing.path, first];
    const text = links.find((task) => task.value.kind === 'scalar') ?? closing;
    this.problems.push(messages.cycle(this.#code, text.value.origin, [...paths, ...last]));
  }
}

/** A finished string: anything in it that looks like a placeholder came from an escape or the environment, and stays. */
function textValue(text: string, origin: Origin): ScalarValue {
  return { kind: 'scalar', value: text, spelling: text, origin, templated: false };
}

/** Follows map keys and list positions until one is missing: the last value reached, and the remaining segments. */
function walk(base: Value, segments: readonly string[]): readonly [end: Value, beyond: readonly string[]] {
  let end = base;
  for (const [depth, segment] of segments.entries()) {
    const next = lookupIn(end, [segment]);
    if (next === undefined) return [end, segments.slice(depth)];
    end = next;
  }
  return [end, []];
}
