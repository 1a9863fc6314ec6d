/**
 * Works out what an expression of a composition is before anything is planned: from `var.config`, variables, local
 * values and literals. Exact, unlike `Evaluator`, which collects all texts that may be: what is not certain is unknown.
 * Pure.
 */
import type { MapValue, Value } from '../../hierarchy/value.ts';
import { isPlainSpelling, type Expression } from '../hcl/expression.ts';
import type { NamedExpression } from '../hcl/module-code.ts';
import type { HclFile } from '../hcl/hcl-file.ts';
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

export class StaticValues {
  private readonly files: readonly StaticFile[];
  private readonly variables: ReadonlyMap<string, GivenVariable>;
  private readonly configuration: MapValue;
  /** Whether a key that is missing is missing for Terraform too: a type may have a default for it. */
  private readonly isUntyped: boolean;
  private readonly isReadable: boolean;
  private depth = 0;
  private steps = 0;

  /**
   * @param files those of the root module that one program reads
   * @param variables what `*.tfvars` files give; undefined where one of them cannot be read
   * @param configuration the value of `var.config`
   */
  constructor(
    files: readonly StaticFile[],
    variables: ReadonlyMap<string, GivenVariable> | undefined,
    configuration: MapValue,
  ) {
    this.files = files;
    this.variables = variables ?? new Map();
    this.configuration = configuration;
    const code = files.map(({ parsed }) => parsed);
    this.isReadable = variables !== undefined && code.every((each) => each.code.unreadable === undefined);
    const declared = code.flatMap((each) => each.variables.declared.filter(({ name }) => name === 'config'));
    this.isUntyped = declared.length > 0 && declared.every(({ type }) => type === 'any');
  }

  /** The text that an expression certainly gives, with the values behind it; else undefined. */
  text(expression: Expression): { readonly text: string; readonly keys: readonly ExactKey[] } | undefined {
    this.steps = 0;
    const value = this.isReadable ? this.value(expression) : undefined;
    return value === undefined || value === 'missing' ? undefined : value;
  }

  private value(expression: Expression): Exact {
    this.steps += 1;
    if (this.depth > DEPTH || this.steps > MOST_STEPS) return undefined;
    this.depth += 1;
    try {
      return this.valueOf(expression);
    } finally {
      this.depth -= 1;
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
    switch (root) {
      case 'path':
        return /^(?:module|root)$/u.test(name) && rest.length === 0 ? { text: '.', keys: [] } : undefined;
      case 'var':
        return name === 'config' ? this.configured(rest) : this.variable(name, rest);
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

  private configured(path: readonly string[]): Exact {
    let value: Value = this.configuration;
    for (const step of path) {
      if (value.kind !== 'map') return undefined;
      const next = entry(value, step);
      if (next === undefined) return this.isUntyped ? 'missing' : undefined;
      value = next;
    }
    if (value.kind !== 'scalar') return undefined;
    const text = typeof value.value === 'string' ? value.value.normalize('NFC') : String(value.value);
    if (typeof value.value !== 'string' && !isPlainSpelling(text)) return undefined;
    return { text, keys: [{ key: path.join('.'), value: text, origin: value.source ?? value.origin }] };
  }

  private variable(name: string, path: readonly string[]): Exact {
    const declared = this.files.flatMap(({ path: file, parsed }) =>
      parsed.code.variables
        .filter((each) => each.name === name)
        .flatMap((each) => ({ file, line: each.line, value: each.default })),
    );
    const [only, ...others] = declared;
    if (only === undefined || others.length > 0) return undefined;
    const given = this.variables.get(name) ?? { ...only, line: only.line ?? 1 };
    const { value } = given;
    if (value === undefined) return undefined;
    const found = this.named(`var.${name}`, path, [{ ...given, value }]);
    // Its type may have a default for what is missing.
    return found === 'missing' ? undefined : found;
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
