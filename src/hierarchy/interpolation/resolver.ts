/** The interpolation engine: resolves placeholders against one configuration. */
import { placeInFile, type Problem } from '../../base/problems.ts';
import type { EnvironmentReader } from '../environment-reader.ts';
import { readExpression, type Expression } from './expression.ts';
import * as messages from './messages.ts';
import { endsOf, hasTemplatedKeys, lookup, lookupIn } from './lookup.ts';
import {
  isWholePlaceholder,
  partsOf,
  tokenize,
  wholePlaceholder,
  type Part,
  type PlaceholderPart,
} from './placeholder.ts';
import { keysOf, nearestKey } from './suggest.ts';
import type { SecretReference } from '../secret-reference.ts';
import { distinct, secretValue, standInValue } from '../secrets.ts';
import { TaskRunner, type Outcome, type Task, type Work } from './trampoline.ts';
import {
  createEntries,
  isTemplatedKey,
  type ListValue,
  type MapValue,
  type Origin,
  type ScalarValue,
  type Value,
} from '../value.ts';

/** One outermost placeholder of a text. */
export interface ResolvedKey {
  /** The key, with nested placeholders resolved; or `env(NAME)`. */
  readonly key: string;
  /** The inserted text. */
  readonly text: string;
  /** Where that text is written; for an environment variable, the place of the placeholder. */
  readonly origin: Origin;
  /** The secrets in that text. */
  readonly secrets: readonly SecretReference[];
}

/** The longest string that placeholders may produce. */
const MAX_TEXT = 1024 * 1024;
/** How many items of lists placeholders may put into other lists. */
const MAX_SPLICED = 1024 * 1024;

/** How many missing keys are compared with all others: where thousands are missing, something else is wrong. */
const MOST_HINTS = 50;

/** Where a problem is, and of what kind. */
interface At {
  readonly code: messages.InterpolationCode;
  readonly place: Origin;
}

/** Resolves placeholders against one configuration, and collects errors in `problems`. */
export class Resolver {
  readonly problems: Problem[] = [];
  /** The outcome of each string with placeholders. The caller limits how large they may grow. */
  readonly outcomes: Value[] = [];
  readonly #root: MapValue;
  readonly #environment: EnvironmentReader;
  readonly #tasks = new TaskRunner(
    (task) => this.#begin(task),
    (cycle, closing) => {
      this.#reportCycle(cycle, closing);
    },
  );
  /** The keys of strings that are a single placeholder. */
  readonly #followedKeys = new Map<Value, string>();
  /** Maps with the placeholders in their keys resolved; undefined while that goes on, or if it failed. */
  readonly #keyed = new Map<MapValue, MapValue | undefined>();
  /** The first items of lists with placeholders that may stand for several, and of how many children they are. */
  readonly #counted = new Map<ListValue, { children: number; readonly items: Value[] }>();
  #keys: readonly string[] | undefined;
  #hints = MOST_HINTS;
  #spliced = 0;

  constructor(root: MapValue, environment: EnvironmentReader) {
    this.#root = root;
    this.#environment = environment;
  }

  /** The configuration with the placeholders in its top-level keys resolved; undefined if any failed. */
  topLevel(): MapValue | undefined {
    const root = this.#root;
    if (!hasTemplatedKeys(root)) return root;
    let keyed: MapValue | undefined;
    const read = function* (this: Resolver): Work {
      keyed = yield* this.#withKeys(root, '');
      return keyed;
    };
    this.#tasks.run({ kind: 'follow', value: root, path: '' }, read.call(this));
    return keyed;
  }

  /** A value with all its placeholders resolved; undefined if any part of it failed. */
  resolveValue(value: Value, path: string): Value | undefined {
    return this.#tasks.run({ kind: 'resolve', value, path });
  }

  /** The resolved value at a dotted key; undefined if there is none, or any part of it failed. */
  resolvePath(key: string): Value | undefined {
    const value = lookup(this.#root, key);
    if (value !== undefined) return value.templated ? this.resolveValue(value, key) : value;
    const [first = ''] = key.split('.');
    // Only then there may be something behind a placeholder.
    const isDirect = this.#root.children[first]?.templated !== true && !hasTemplatedKeys(this.#root);
    const task = { kind: 'resolve', value: this.#root, path: key } as const;
    const located = (isDirect ? undefined : this.#tasks.run(task, this.#find(key))) ?? this.#builtIn(key);
    return located?.templated === true ? this.resolveValue(located, key) : located;
  }

  /** A template's text with its placeholders resolved, and the outermost ones; undefined if any of them failed. */
  resolveText(text: string, place: Origin): { text: string; keys: readonly ResolvedKey[] } | undefined {
    const keys: ResolvedKey[] = [];
    const value = textValue(text, place);
    // A literal appears verbatim in its file, so a placeholder's column is known.
    const at = ({ start }: Part): At => ({ code: 'pin', place: { ...place, column: place.column + start } });
    const work = this.#toText(tokenize(text), { place, code: 'pin' }, at, keys);
    const resolved = this.#tasks.run({ kind: 'resolve', value, path: text }, work);
    return resolved?.kind === 'scalar' ? { text: resolved.spelling, keys } : undefined;
  }

  #begin({ kind, value, path }: Task): Work {
    if (value.kind === 'map') return this.#resolveMap(value, path);
    if (value.kind === 'list') return this.#resolveList(value, path);
    return kind === 'resolve' ? this.#resolveScalar(value, path) : this.#follow(value);
  }

  *#resolveMap(map: MapValue, path: string): Work {
    const keyed = yield* this.#withKeys(map, path);
    if (keyed === undefined) return undefined;
    const children = createEntries(keyed.children);
    let complete = true;
    for (const key in keyed.children) {
      const child = keyed.children[key];
      if (child?.templated !== true) continue;
      const resolved = yield { kind: 'resolve', value: child, path: `${path}.${key}` };
      if (resolved === undefined) complete = false;
      else children[key] = resolved;
    }
    return complete ? { ...map, children, templated: false } : undefined;
  }

  /** The map with the placeholders in its keys resolved, its values as they are. */
  *#withKeys(map: MapValue, path: string): Work<MapValue | undefined> {
    if (!hasTemplatedKeys(map)) return map;
    if (this.#keyed.has(map)) return this.#keyed.get(map);
    this.#keyed.set(map, undefined);
    const children = createEntries();
    let complete = true;
    for (const key in map.children) {
      const child = map.children[key];
      if (child === undefined) continue;
      const at = { code: 'interpolation', place: child.origin } as const;
      const name = isTemplatedKey(key) ? yield* this.#publicText(tokenize(key), at, () => at) : key;
      const other = name === undefined ? undefined : children[name];
      if (other !== undefined) this.problems.push(messages.sameKey(at.place, `${path}.${name ?? ''}`, other));
      if (name === undefined || other !== undefined) complete = false;
      else children[name] = child;
    }
    const keyed = complete ? { ...map, children } : undefined;
    this.#keyed.set(map, keyed);
    return keyed;
  }

  /** An item that is a single placeholder for a list stands for the items of that list. */
  *#resolveList(list: ListValue, path: string): Work {
    const children: Value[] = [];
    let complete = true;
    for (const [position, child] of list.children.entries()) {
      const resolved = child.templated ? yield { kind: 'resolve', value: child, path: `${path}.${position}` } : child;
      if (resolved === undefined) complete = false;
      else if (resolved.kind !== 'list' || !isWholePlaceholder(child)) children.push(resolved);
      else {
        this.#spliced += resolved.children.length;
        // Lists that are made of each other twice grow as texts do.
        if (this.#spliced > MAX_SPLICED) {
          this.problems.push(messages.tooLarge('interpolation', child.origin));
          return undefined;
        }
        for (const item of resolved.children) children.push(item);
      }
    }
    return complete ? { ...list, children, templated: false } : undefined;
  }

  *#resolveScalar(scalar: ScalarValue, path: string): Work {
    if (scalar.problem !== undefined) {
      const { secrets } = this.#environment;
      if (scalar.isSealed === true && secrets !== undefined) {
        const reference = secrets.sealed(scalar.origin.file, scalar.spelling);
        return this.#readSecret(reference, { code: 'interpolation', place: scalar.origin });
      }
      this.problems.push(scalar.problem);
      return undefined;
    }
    const parts = partsOf(scalar);
    const at = (part: Part): At => ({ code: 'interpolation', place: placeIn(scalar, part) });
    if (wholePlaceholder(parts) === undefined) {
      return yield* this.#toText(parts, { code: 'interpolation', place: scalar.origin }, at, []);
    }
    const target = yield { kind: 'follow', value: scalar, path };
    if (target === undefined) return undefined;
    const resolved = yield { kind: 'resolve', value: target, path: this.#followedKeys.get(scalar) ?? path };
    if (resolved === undefined) return undefined;
    // A built-in name is written in no file.
    const source = resolved.source ?? placeInFile(resolved.origin);
    const copy = { ...resolved, origin: scalar.origin, source };
    this.outcomes.push(copy);
    return copy;
  }

  /** The value that a string's single placeholder refers to, not yet interpolated. */
  *#follow(scalar: ScalarValue): Work {
    const placeholder = wholePlaceholder(partsOf(scalar));
    if (placeholder === undefined) return undefined;
    const at = (part: Part): At => ({ code: 'interpolation', place: placeIn(scalar, part) });
    const expression = yield* this.#expression(placeholder, at);
    if (expression?.kind === 'variable') return this.#readVariable(expression.name, at(placeholder));
    if (expression?.kind === 'secret') return yield* this.#callStore(expression.call, at(placeholder));
    if (expression?.kind !== 'key') return undefined;
    this.#followedKeys.set(scalar, expression.key);
    return yield* this.#locate(expression.key, at(placeholder), scalar.spelling);
  }

  /** Joins the parts of a text. Continues after a failure, to report all problems of a text. */
  *#toText(parts: readonly Part[], whole: At, at: (part: Part) => At, keys: ResolvedKey[]): Work {
    const text = yield* this.#join(parts, whole, at, keys);
    if (text === undefined) return undefined;
    const secrets = distinct(keys.flatMap((key) => key.secrets));
    const value = textValue(text, whole.place);
    this.outcomes.push(value);
    return secrets.length === 0 ? value : { ...value, secrets };
  }

  /** The text of a name. */
  *#publicText(parts: readonly Part[], whole: At, at: (part: Part) => At): Work<string | undefined> {
    const keys: ResolvedKey[] = [];
    const text = yield* this.#join(parts, whole, at, keys);
    const secrets = distinct(keys.flatMap((key) => key.secrets));
    if (secrets.length === 0) return text;
    this.problems.push(messages.misplacedSecret(whole.code, whole.place, secrets));
    return undefined;
  }

  *#join(parts: readonly Part[], whole: At, at: (part: Part) => At, keys: ResolvedKey[]): Work<string | undefined> {
    let text = '';
    let complete = true;
    for (const part of parts) {
      if (part.kind === 'literal' || part.kind === 'escaped') {
        text += part.text;
      } else if (part.kind === 'malformed') {
        const { code, place } = at(part);
        this.problems.push(messages.malformed(code, place, part));
        complete = false;
      } else {
        const key = yield* this.#resolveKey(part, whole, at, text.endsWith('$') ? '$' : '');
        if (key === undefined) complete = false;
        else {
          text += key.text;
          keys.push(key);
        }
      }
      // With ten doublings a text is a kilobyte, with thirty a gigabyte.
      if (text.length > MAX_TEXT) {
        this.problems.push(messages.tooLong(whole.code, whole.place));
        return undefined;
      }
    }
    return complete ? text : undefined;
  }

  /** Resolves a placeholder inside a text; `before` is a `$` in front of it. */
  *#resolveKey(
    part: PlaceholderPart,
    whole: At,
    at: (part: Part) => At,
    before: string,
  ): Work<ResolvedKey | undefined> {
    const expression = yield* this.#expression(part, at);
    if (expression?.kind === 'variable') {
      const value = this.#readVariable(expression.name, at(part));
      return value && { key: `env(${expression.name})`, text: value.spelling, origin: whole.place, secrets: [] };
    }
    if (expression === undefined) return undefined;
    const { code, place } = at(part);
    const key = expression.kind === 'key' ? expression.key : expression.call;
    const located =
      expression.kind === 'key'
        ? yield* this.#locate(key, at(part), `${before}{{${part.inside ?? key}}}`)
        : yield* this.#callStore(key, at(part));
    if (located === undefined) return undefined;
    const value = located.templated ? yield { kind: 'resolve', value: located, path: key } : located;
    if (value === undefined) return undefined;
    if (value.kind !== 'scalar' || value.value === null) {
      this.problems.push(messages.notText(code, place, key, value));
      return undefined;
    }
    if (typeof value.value !== 'string' && String(value.value) !== value.spelling) {
      this.problems.push(messages.changedSpelling(code, place, key, value));
      return undefined;
    }
    const { secrets = [] } = value;
    return { key, text: String(value.value), origin: value.source ?? value.origin, secrets };
  }

  /** Parses the text between the braces; reports an empty placeholder. */
  *#expression(part: PlaceholderPart, at: (part: Part) => At): Work<Expression | undefined> {
    const { code, place } = at(part);
    const inside = part.inside ?? (yield* this.#publicText(part.parts, { code, place }, at));
    if (inside === undefined) return undefined;
    const [first] = part.parts;
    const expression = readExpression(inside, first?.kind === 'literal' ? first.text : '');
    if (expression.kind === 'key' && expression.key === '') {
      this.problems.push(messages.emptyPlaceholder(code, place, `{{${inside}}}`));
      return undefined;
    }
    return expression;
  }

  /** The value at a key, not yet interpolated; reports a missing one. `written` is the placeholder. */
  *#locate(key: string, at: At, written: string): Work {
    // Nearly all of them are plain keys, so they come first.
    const direct = lookup(this.#root, key);
    if (direct !== undefined) return direct;
    const builtIn = this.#builtIn(key);
    if (builtIn !== undefined) return (yield* this.#find(key)) ?? builtIn;
    return yield* this.#find(key, () => {
      this.#hints -= 1;
      const closest = this.#hints < 0 ? undefined : nearestKey(key, (this.#keys ??= this.#knownKeys()));
      this.problems.push(messages.missingKey(at.code, at.place, key, closest, written));
    });
  }

  #knownKeys(): readonly string[] {
    const { builtIn } = this.#root;
    return [...(builtIn === undefined ? [] : keysOf(builtIn)), ...keysOf(this.#root)];
  }

  /** What a key means where the configuration has no such key. */
  #builtIn(key: string): Value | undefined {
    const { builtIn } = this.#root;
    return builtIn && lookup(builtIn, key);
  }

  /** A value, also behind placeholders: strings on its path that are a single one, keys, and items of lists. */
  *#find(key: string, reportMissing?: () => void): Work {
    let base: Value = this.#root;
    let rest: readonly string[] = key.split('.');
    const followed = new Set<Value>();
    for (;;) {
      const found = lookupIn(base, rest);
      if (found !== undefined) return found;
      if (base.kind === 'scalar' && base.isStandIn === true) {
        return standInValue([base.spelling, ...rest].join('.'), base.origin, base.secrets ?? []);
      }
      let next: readonly [end: Value, beyond: readonly string[]] | undefined;
      for (const end of endsOf(base, rest)) if (leadsOn(end[0])) next ??= end;
      if (next === undefined) {
        reportMissing?.();
        return undefined;
      }
      const [end, beyond] = next;
      // Placeholders that refer to each other have nothing below them; resolving them reports the cycle.
      if (followed.has(end)) return undefined;
      followed.add(end);
      let target: Outcome;
      if (end.kind === 'list') {
        const item = yield* this.#itemAt(end, Number(beyond[0]));
        if (item === 'none') reportMissing?.();
        if (item === 'none' || item === undefined) return undefined;
        [target, rest] = [item, beyond.slice(1)];
      } else if (end.kind === 'map') {
        [target, rest] = [yield* this.#withKeys(end, ''), beyond];
        // A key that refers to its own map.
        if (target === undefined && this.problems.length === 0) reportMissing?.();
      } else {
        const path = key.split('.').slice(0, -beyond.length).join('.');
        target = yield { kind: end.problem === undefined ? 'follow' : 'resolve', value: end, path };
        rest = beyond;
      }
      if (target === undefined) return undefined;
      base = target;
    }
  }

  /** The item at a position, counting those that placeholders before it stand for; undefined if one of them failed. */
  *#itemAt(list: ListValue, position: number): Work<Value | 'none' | undefined> {
    const counted = this.#counted.get(list) ?? { children: 0, items: [] };
    this.#counted.set(list, counted);
    while (counted.items.length <= position) {
      const child = list.children[counted.children];
      if (child === undefined) return 'none';
      let target = child;
      while (isWholePlaceholder(target)) {
        const next: Outcome = yield { kind: 'follow', value: target, path: '' };
        if (next === undefined) return undefined;
        target = next;
      }
      let items: readonly Value[] = [child];
      if (target !== child && target.kind === 'list') {
        const resolved: Outcome = yield { kind: 'resolve', value: child, path: '' };
        if (resolved?.kind !== 'list') return undefined;
        items = resolved.children;
      }
      counted.children += 1;
      for (const item of items) counted.items.push(item);
    }
    return counted.items[position];
  }

  #readVariable(name: string, { code, place }: At): ScalarValue | undefined {
    const answer = name === '' ? ({ kind: 'missing' } as const) : this.#environment.read(name);
    if (answer.kind === 'value') return textValue(answer.value, place);
    const report = answer.kind === 'missing' ? messages.unsetVariable : messages.refusedVariable;
    this.problems.push(report(code, place, name));
    return undefined;
  }

  *#callStore(call: string, at: At): Work {
    const { secrets } = this.#environment;
    if (secrets === undefined) {
      this.problems.push(messages.secretCall(at.code, at.place, call));
      return undefined;
    }
    const fallbacks = new Map<string, string>();
    for (const key of secrets.fallbacks(call)) {
      const located = yield* this.#find(key);
      const value = located?.templated === true ? yield { kind: 'resolve', value: located, path: key } : located;
      if (value?.kind === 'scalar' && typeof value.value === 'string') fallbacks.set(key, value.value);
    }
    const reference = secrets.reference(call, fallbacks);
    if (typeof reference !== 'string') return this.#readSecret(reference, at);
    this.problems.push(messages.wrongSecretCall(at.code, at.place, call, reference));
    return undefined;
  }

  #readSecret(reference: SecretReference, { code, place }: At): Value | undefined {
    const answer = this.#environment.secrets?.read(reference);
    if (answer?.kind === 'value') return secretValue(answer.value, place, [reference]);
    if (answer?.kind === 'stand-in') return standInValue(answer.text, place, [reference]);
    if (answer !== undefined) this.problems.push(messages.noSecret(code, place, answer.why, answer.hint));
    return undefined;
  }

  #reportCycle(tasks: readonly Task[], closing: Task): void {
    // Resolving and following the same string are two tasks, but one link of the chain.
    const links = tasks.filter((task, index) => task.value !== tasks[index - 1]?.value);
    const paths = links.map((task) => task.path);
    const first = paths[0] ?? closing.path;
    const last = closing.path === first || closing.path === paths.at(-1) ? [first] : [closing.path, first];
    const text = links.find((task) => task.value.kind === 'scalar') ?? closing;
    this.problems.push(messages.cycle('interpolation', text.value.origin, [...paths, ...last]));
  }
}

/** Whether a path that ends at a value may go on behind it. */
function leadsOn(end: Value): boolean {
  if (end.kind !== 'scalar') return end.kind === 'list' ? end.templated : hasTemplatedKeys(end);
  return end.problem !== undefined || isWholePlaceholder(end);
}

/** In a text over several lines, the line of the placeholder. */
function placeIn(scalar: ScalarValue, { start }: Part): Origin {
  const before = scalar.marks === undefined ? 0 : scalar.spelling.slice(0, start + 1).split('{{').length - 1;
  return { ...scalar.origin, ...scalar.marks?.[before] };
}

/** A finished string: anything in it that looks like a placeholder came from an escape or the environment, and stays. */
function textValue(text: string, origin: Origin): ScalarValue {
  return { kind: 'scalar', value: text, spelling: text, origin, templated: false };
}
