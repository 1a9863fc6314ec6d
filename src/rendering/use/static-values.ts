/**
 * Works out what an expression of a composition is before anything is planned: from `var.config`, variables, local
 * values and literals. Exact, unlike `Evaluator`, which collects all texts that may be: what is not certain is unknown.
 * Pure.
 */
import type { MapValue, Value } from '../../hierarchy/value.ts';
import { isPlainSpelling, partsOf, type Expression } from '../hcl/expression.ts';
import type { DeclaredVariable, NamedExpression } from '../hcl/module-code.ts';
import type { HclFile } from '../hcl/hcl-file.ts';
import type { Outside } from '../outside.ts';
import { converted } from './converted.ts';
import { exactCall, type Exact, type ExactKey } from './exact-functions.ts';
import type { GivenVariable } from './tfvars.ts';
import { entry } from './used-configuration.ts';

/** A file that is read for it. */
export interface StaticFile {
  /** From the repository root. */
  readonly path: string;
  readonly parsed: HclFile;
}

/** Values nest no deeper; what does is unknown. */
const DEPTH = 40;
/** Of one expression: locals that name others several times would take exponential time. */
const MOST_STEPS = 20_000;

/** Where a module gets the values of its variables from. */
export type VariableSource =
  | {
      readonly kind: 'root';
      /** What `*.tfvars` files give; undefined where one of them cannot be read. */
      readonly given: ReadonlyMap<string, GivenVariable> | undefined;
      /** The value of `var.config`. */
      readonly configuration: MapValue;
      /** Which variables get a value that is not known. */
      readonly outside: Outside;
    }
  | {
      readonly kind: 'call';
      readonly values: StaticValues;
      /** The file of the call, from the repository root. */
      readonly file: string;
      readonly arguments: readonly NamedExpression[];
    };

export class StaticValues {
  private readonly files: readonly StaticFile[];
  private readonly source: VariableSource;
  private readonly isReadable: boolean;
  /** Common to a module and its callers. */
  private readonly spent: { depth: number; steps: number };

  /** @param files those of the module that one program reads */
  constructor(files: readonly StaticFile[], source: VariableSource) {
    this.files = files;
    this.source = source;
    this.spent = source.kind === 'call' ? source.values.spent : { depth: 0, steps: 0 };
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

  /** An expression with what is known of it: equal for two where nothing that is known differs. */
  outline(expression: Expression): string {
    const known = this.text(expression);
    if (known !== undefined) return JSON.stringify(known.text);
    const name = 'root' in expression ? [expression.root, ...expression.path] : [];
    const called = expression.kind === 'call' ? expression.name : '';
    return JSON.stringify([expression.kind, called, name, partsOf(expression).map((part) => this.outline(part))]);
  }

  private value(expression: Expression): Exact {
    const { spent } = this;
    spent.steps += 1;
    if (spent.depth > DEPTH || spent.steps > MOST_STEPS) return undefined;
    spent.depth += 1;
    try {
      return this.valueOf(expression);
    } finally {
      spent.depth -= 1;
    }
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
      case 'reference':
        return expression.isCut === true ? undefined : this.reference(expression.root, expression.path);
      case 'call':
        return exactCall(expression.name.replace(/^core::/u, ''), expression.given, {
          value: (each) => this.value(each),
          at: (each, path) => this.at(each, path),
        });
      default:
        return undefined;
    }
  }

  private reference(root: string, path: readonly string[]): Exact {
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
        const { line = 1, value } = argument;
        return source.values.named(`var.${name}`, path, [{ file: source.file, line, value }]);
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
    { configuration, outside }: Extract<VariableSource, { kind: 'root' }>,
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

interface Definition {
  readonly file: string;
  readonly line: number;
  readonly value: Expression;
}

function locals({ path, parsed }: StaticFile, name: string): readonly Definition[] {
  const found: readonly NamedExpression[] = parsed.code.locals.filter((local) => local.name === name);
  return found.map(({ line = 1, value }) => ({ file: path, line, value }));
}

interface Declaration {
  readonly file: string;
  readonly variable: DeclaredVariable;
}

function variables({ path, parsed }: StaticFile, name: string): readonly Declaration[] {
  return parsed.code.variables.flatMap((variable) => (variable.name === name ? [{ file: path, variable }] : []));
}

function isAny(type: Expression | undefined): boolean {
  return type === undefined || (type.kind === 'reference' && type.root === 'any');
}
