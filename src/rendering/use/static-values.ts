/**
 * Works out what an expression of a composition is before anything is planned: from `var.config`, variables, local
 * values and literals. Exact, unlike `Evaluator`, which collects all texts that may be: what is not certain is unknown.
 * Pure.
 */
import type { Value } from '../../hierarchy/value.ts';
import { isPlainSpelling, partsOf, type Expression } from '../hcl/expression.ts';
import { converted } from './converted.ts';
import { exactCall, type Exact, type ExactKey } from './exact-functions.ts';
import { branchOf, loopResult, operationResult } from './known-forms.ts';
import {
  below,
  exactOfKnown,
  knownAs,
  knownCall,
  knownMap,
  knownOfExact,
  knownOfValue,
  MISSING,
  NULL_VALUE,
  UNKNOWN,
  type Known,
} from './known-value.ts';
import {
  isAny,
  locals,
  variables,
  type Declaration,
  type Definition,
  type FileExpression,
  type RootSource,
  type StaticFile,
} from './module-scope.ts';
import { entry } from './used-configuration.ts';

/** Values nest no deeper; what does is unknown. */
const DEPTH = 40;
/** Of one expression: locals that name others several times would take exponential time. */
const MOST_STEPS = 20_000;

/** What names such as `each` and `count` are in a block. */
export type Bindings = ReadonlyMap<string, Known>;

/** Where a module gets the values of its variables from. */
export type VariableSource =
  | RootSource
  | {
      readonly kind: 'call';
      readonly values: StaticValues;
      readonly arguments: readonly FileExpression[];
    };

export class StaticValues {
  private readonly files: readonly StaticFile[];
  private readonly source: VariableSource;
  private readonly bindings: Bindings;
  private readonly isReadable: boolean;
  /** Common to a module and its callers. */
  private readonly spent: { depth: number; steps: number };
  /** Of a `for` expression: what all other names mean. */
  private readonly outer: StaticValues | undefined;

  /**
   * @param files those of the module that one program reads
   * @param bindings what names are that mean something in one block only
   * @param outer of a `for` expression, what it is a part of
   */
  constructor(
    files: readonly StaticFile[],
    source: VariableSource,
    bindings: Bindings = new Map(),
    outer?: StaticValues,
  ) {
    this.files = files;
    this.source = source;
    this.bindings = bindings;
    this.outer = outer;
    this.spent = outer?.spent ?? (source.kind === 'call' ? source.values.spent : { depth: 0, steps: 0 });
    this.isReadable =
      (source.kind === 'call' || source.given !== undefined) &&
      files.every(({ parsed }) => parsed.code.unreadable === undefined);
  }

  /** The text that an expression certainly gives, with the values behind it; else undefined. */
  text(expression: Expression): { readonly text: string; readonly keys: readonly ExactKey[] } | undefined {
    this.spent.steps = 0;
    const value = this.isReadable ? this.value(expression) : undefined;
    return value === undefined || value === 'missing' ? undefined : value;
  }

  /** The same module's values as a block has them: these names mean something there besides those that did before. */
  within(bindings: Bindings): StaticValues {
    if (bindings.size === 0) return this;
    return new StaticValues(this.files, this.source, new Map([...this.bindings, ...bindings]));
  }

  /** What is known of an expression that may be of any type. */
  known(expression: Expression): Known {
    this.spent.steps = 0;
    return this.isReadable ? this.knownOf(expression) : UNKNOWN;
  }

  /** An expression with what is known of it: equal for two where nothing that is known differs. */
  outline(expression: Expression): string {
    const known = this.text(expression);
    if (known !== undefined) return JSON.stringify(known.text);
    const name = 'root' in expression ? [expression.root, ...expression.path] : [];
    const called = expression.kind === 'call' ? expression.name : '';
    return JSON.stringify([expression.kind, called, name, partsOf(expression).map((part) => this.outline(part))]);
  }

  private value(expression: Expression): Exact {
    return this.limited(() => this.valueOf(expression), undefined);
  }

  private knownOf(expression: Expression): Known {
    return this.limited(() => this.knownOfKind(expression), UNKNOWN);
  }

  private limited<T>(workOut: () => T, unknown: T): T {
    const { spent } = this;
    spent.steps += 1;
    if (spent.depth > DEPTH || spent.steps > MOST_STEPS) return unknown;
    spent.depth += 1;
    try {
      return workOut();
    } finally {
      spent.depth -= 1;
    }
  }

  private knownOfKind(expression: Expression): Known {
    switch (expression.kind) {
      case 'plain':
        return expression.isNull === true ? NULL_VALUE : knownOfExact(this.value(expression));
      case 'list':
        return { kind: 'list', of: expression.of.map((each) => this.knownOf(each)) };
      case 'any': {
        const { entries } = expression;
        if (entries !== undefined) return knownMap([...entries].map(([key, each]) => [key, this.knownOf(each)]));
        const next = indexedValue(expression) ?? branchOf(expression, (each) => this.knownOf(each));
        if (next !== undefined) return this.knownOf(next);
        const steps = this.wholeSteps(expression.inside?.steps);
        return steps === undefined || expression.inside === undefined
          ? UNKNOWN
          : below(this.knownOf(expression.inside.value), steps);
      }
      case 'aside':
        return operationResult(expression, (each) => this.knownOf(each));
      case 'loop':
        return loopResult(
          expression,
          (each) => this.knownOf(each),
          (names, each) => new StaticValues(this.files, this.source, names, this).knownOf(each),
        );
      case 'template': {
        // A value by itself keeps its type.
        const [only, ...others] = expression.parts;
        const isValue = only !== undefined && only.kind !== 'text' && others.length === 0;
        return isValue ? this.knownOf(only) : knownOfExact(this.value(expression));
      }
      case 'call':
        return this.knownCallOf(expression) ?? knownOfExact(this.value(expression));
      case 'reference': {
        const path = this.wholePath(expression);
        return path === undefined ? UNKNOWN : this.knownReference(expression.root, path);
      }
      default:
        return knownOfExact(this.value(expression));
    }
  }

  /** Undefined for a function that gives no list, no map and no part of one. */
  private knownCallOf({ name, given, expands }: Extract<Expression, { kind: 'call' }>): Known | undefined {
    return knownCall(name.replace(/^core::/u, ''), () => given.map((each) => this.knownOf(each)), expands);
  }

  /** All steps of a reference; undefined where an index is not known. */
  private wholePath({ path, isCut, rest }: Reference): readonly string[] | undefined {
    if (isCut !== true) return path;
    const steps = this.wholeSteps(rest);
    return steps && [...path, ...steps];
  }

  private wholeSteps(rest: readonly (string | Expression)[] | undefined): readonly string[] | undefined {
    const steps = rest?.map((step) => (typeof step === 'string' ? step : textOf(this.value(step))));
    const known = steps?.filter((step) => step !== undefined);
    return known?.length === steps?.length ? known : undefined;
  }

  private knownReference(root: string, path: readonly string[]): Known {
    const bound = this.bindings.get(root);
    if (bound !== undefined) return below(bound, path);
    if (this.outer !== undefined) return this.outer.knownReference(root, path);
    const [name = '', ...rest] = path;
    switch (root) {
      case 'local': {
        const [only, ...others] = this.files.flatMap((file) => locals(file, name));
        return only === undefined || others.length > 0 ? UNKNOWN : this.knownBelow(only.value, rest);
      }
      case 'var':
        return this.knownVariable(name, rest);
      default:
        return knownOfExact(this.reference(root, path));
    }
  }

  /** A value that is referred to is followed without what is beside it. */
  private knownBelow(expression: Expression, path: readonly string[]): Known {
    const [step, ...rest] = path;
    if (step === undefined) return this.knownOf(expression);
    if (expression.kind === 'any' && expression.entries !== undefined) {
      const next = expression.entries.get(step);
      return next === undefined ? MISSING : this.knownBelow(next, rest);
    }
    if (expression.kind === 'reference') {
      const whole = this.wholePath(expression);
      return whole === undefined
        ? UNKNOWN
        : this.limited(() => this.knownReference(expression.root, [...whole, ...path]), UNKNOWN);
    }
    return below(this.knownOf(expression), path);
  }

  private knownVariable(name: string, path: readonly string[]): Known {
    const declared = this.files.flatMap((file) => variables(file, name));
    const { source } = this;
    if (source.kind === 'root' && name === 'config') return this.knownConfiguration(path, declared, source);
    const [only, ...others] = declared;
    if (only === undefined || others.length > 0) return UNKNOWN;
    const given = this.knownGiven(name, only);
    const fallback = (each: Expression): Known => this.knownOf(each);
    return below(knownAs(given, only.variable.type, fallback), path);
  }

  private knownGiven(name: string, { variable }: Declaration): Known {
    const { source } = this;
    if (source.kind === 'call') {
      const argument = source.arguments.find((each) => each.name === name);
      if (argument !== undefined) {
        const given = source.values.knownOf(argument.value);
        // Whether null means the default is not looked at.
        return given.kind === 'null' && variable.default !== undefined ? UNKNOWN : given;
      }
    } else {
      if (source.outside.options === 'any' || source.outside.options.has(name)) return UNKNOWN;
      const given = source.given?.get(name);
      if (given !== undefined) return this.knownOf(given.value);
      if (source.outside.variables.has(name)) return UNKNOWN;
    }
    return variable.default === undefined ? UNKNOWN : this.knownOf(variable.default);
  }

  private knownConfiguration(path: readonly string[], declared: readonly Declaration[], source: RootSource): Known {
    const { options } = source.outside;
    if (options === 'any' || options.has('config')) return UNKNOWN;
    const [only, ...others] = declared;
    if (only === undefined || others.length > 0) return UNKNOWN;
    const { type } = only.variable;
    if (!isAny(type)) {
      const whole = knownAs(knownOfValue(source.configuration), type, (each) => this.knownOf(each));
      return below(whole, path);
    }
    let value: Value = source.configuration;
    for (const [index, step] of path.entries()) {
      if (value.kind !== 'map') return below(knownOfValue(value), path.slice(index));
      const next = entry(value, step);
      if (next === undefined) return MISSING;
      value = next;
    }
    return knownOfValue(value);
  }

  private valueOf(expression: Expression): Exact {
    switch (expression.kind) {
      case 'text':
        // Not a text yet, but a template's.
        return expression.text.includes('{{') ? undefined : { text: expression.text.normalize('NFC'), keys: [] };
      case 'plain':
        return expression.value === undefined ? undefined : { text: expression.value, keys: [] };
      case 'template': {
        const parts = expression.parts.map((part) => this.value(part));
        const known = parts.filter((part) => part !== undefined && part !== 'missing');
        if (known.length < parts.length) return parts.includes(undefined) ? undefined : 'missing';
        const text = known.map((part) => part.text).join('');
        return { text: text.normalize('NFC'), keys: known.flatMap(({ keys }) => keys) };
      }
      case 'reference': {
        if (expression.isCut !== true) return this.reference(expression.root, expression.path);
        const steps = (expression.rest ?? []).map((step) =>
          typeof step === 'string' ? { text: step, keys: [] } : this.value(step),
        );
        const known = steps.filter((step) => step !== undefined && step !== 'missing');
        if (expression.rest === undefined || known.length < steps.length) return undefined;
        const path = [...expression.path, ...known.map(({ text }) => text)];
        const found = this.reference(expression.root, path) ?? exactOfKnown(this.knownReference(expression.root, path));
        if (found === undefined || found === 'missing') return found;
        return { ...found, keys: [...found.keys, ...known.flatMap(({ keys }) => keys)] };
      }
      case 'any': {
        const next = indexedValue(expression) ?? branchOf(expression, (each) => this.knownOf(each));
        if (next !== undefined) return this.value(next);
        return expression.inside === undefined ? undefined : exactOfKnown(this.knownOf(expression));
      }
      case 'call': {
        const exact =
          expression.expands === true
            ? undefined
            : exactCall(expression.name.replace(/^core::/u, ''), expression.given, {
                value: (each) => this.value(each),
                at: (each, path) => this.at(each, path),
              });
        return exact ?? exactOfKnown(this.knownCallOf(expression) ?? UNKNOWN);
      }
      default:
        return undefined;
    }
  }

  private reference(root: string, path: readonly string[]): Exact {
    const bound = this.bindings.get(root);
    if (bound !== undefined) return exactOfKnown(below(bound, path));
    if (this.outer !== undefined) return this.outer.reference(root, path);
    const [name = '', ...rest] = path;
    const { source } = this;
    switch (root) {
      case 'path': {
        // Where a module is that another one calls depends on the caller.
        const isHere = name === 'root' || (name === 'module' && source.kind === 'root');
        return isHere && rest.length === 0 ? { text: '.', keys: [] } : undefined;
      }
      case 'var':
        return this.variable(name, rest);
      case 'local':
        return this.named(
          `local.${name}`,
          rest,
          this.files.flatMap((file) => locals(file, name)),
        );
      default:
        return undefined;
    }
  }

  /** What is at a path below the value of an expression. */
  private at(expression: Expression, path: readonly string[]): Exact {
    const [step, ...rest] = path;
    if (step === undefined) return this.value(expression);
    if (expression.kind === 'reference' && expression.isCut !== true)
      return this.reference(expression.root, [...expression.path, ...path]);
    if (expression.kind !== 'any' || expression.entries === undefined) return undefined;
    const next = expression.entries.get(step);
    return next === undefined ? 'missing' : this.at(next, rest);
  }

  private variable(name: string, path: readonly string[]): Exact {
    const declared = this.files.flatMap((file) => variables(file, name));
    const { source } = this;
    if (source.kind === 'root' && name === 'config') return this.configured(path, declared, source);
    const [only, ...others] = declared;
    if (only === undefined || others.length > 0) return undefined;
    const found = this.given(name, path, only);
    // Its type may have a default for what is missing.
    if (found === undefined || found === 'missing') return undefined;
    const text = converted(found.text, only.variable.type, path);
    return text === undefined ? undefined : { ...found, text };
  }

  private given(name: string, path: readonly string[], { file, variable }: Declaration): Exact {
    const { source } = this;
    if (source.kind === 'call') {
      const argument = source.arguments.find((each) => each.name === name);
      if (argument !== undefined) {
        return source.values.named(`var.${name}`, path, [{ ...argument, line: argument.line ?? 1 }]);
      }
    } else {
      if (source.outside.options === 'any' || source.outside.options.has(name)) return undefined;
      const given = source.given?.get(name);
      if (given !== undefined) return this.named(`var.${name}`, path, [given]);
      if (source.outside.variables.has(name)) return undefined;
    }
    const { line = 1, default: value } = variable;
    return value && this.named(`var.${name}`, path, [{ file, line, value }]);
  }

  private configured(
    path: readonly string[],
    declared: readonly Declaration[],
    { configuration, outside }: RootSource,
  ): Exact {
    if (outside.options === 'any' || outside.options.has('config')) return undefined;
    const types = declared.map(({ variable }) => variable.type);
    const isUntyped = types.length > 0 && types.every(isAny);
    let value: Value = configuration;
    for (const step of path) {
      if (value.kind !== 'map') return undefined;
      const next = entry(value, step);
      // A type may have a default for it.
      if (next === undefined) return isUntyped ? 'missing' : undefined;
      value = next;
    }
    if (value.kind !== 'scalar') return undefined;
    const given = typeof value.value === 'string' ? value.value.normalize('NFC') : String(value.value);
    if (typeof value.value !== 'string' && !isPlainSpelling(given)) return undefined;
    const text = types.length > 1 && !types.every(isAny) ? undefined : converted(given, types[0], path);
    if (text === undefined) return undefined;
    return { text, keys: [{ key: path.join('.'), value: text, origin: value.source ?? value.origin }] };
  }

  /** @param defined all definitions of the name: which one of several holds is not decided here */
  private named(name: string, path: readonly string[], defined: readonly Definition[]): Exact {
    const [only, ...others] = defined;
    if (only === undefined || others.length > 0) return undefined;
    const found = this.at(only.value, path);
    if (found === undefined || found === 'missing' || found.keys.length > 0) return found;
    const key = [name, ...path].join('.');
    return { ...found, keys: [{ key, value: found.text, origin: { file: only.file, line: only.line, column: 1 } }] };
  }
}

type Reference = Extract<Expression, { kind: 'reference' }>;

function textOf(exact: Exact): string | undefined {
  return exact === undefined || exact === 'missing' ? undefined : exact.text;
}

/** `local.x[each.key]`, or `keys(x)[count.index]`, which have what their index is made of beside them. */
function indexedValue({ of: [value, index, ...others] }: Extract<Expression, { kind: 'any' }>): Expression | undefined {
  if (index?.kind !== 'aside' || others.length > 0) return undefined;
  const steps = value?.kind === 'reference' ? value.rest : value?.kind === 'any' ? value.inside?.steps : undefined;
  return index.of.every((each) => steps?.includes(each)) ? value : undefined;
}
