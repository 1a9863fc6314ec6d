/**
 * Evaluates the code of a composition and its local modules as far as paths are concerned: values are followed through
 * locals, variables, arguments of modules and outputs, to what file functions, providers and programs get. Pure.
 */
import type { Expression, Source } from '../hcl/expression.ts';
import type { CodeOfCall, NamedExpression } from '../hcl/module-code.ts';
import type { ModuleInstance } from './module-instance.ts';
import type { NamedPaths, Place } from './named-paths.ts';
import { callValue, joinValue, pattern, READS, takesApart } from './functions.ts';
import {
  anything,
  CLEAN,
  concatenate,
  constant,
  echoOf,
  folderPath,
  hasContent,
  LOOSE,
  NOTHING,
  union,
  type ConfigurationTexts,
  type PathValue,
  type VariableValues,
} from './path-text.ts';

type Bindings = ReadonlyMap<string, PathValue>;
const NO_BINDINGS: Bindings = new Map();

/** Rounds until values that lead back to themselves have all their texts. */
const MOST_ROUNDS = 8;

/** Values nest no deeper; what does may be anything. */
const DEPTH = 60;

export class Evaluator {
  private readonly root: string;
  private readonly configuration: ConfigurationTexts;
  private readonly variables: VariableValues;
  private values = new Map<ModuleInstance, Map<string, PathValue | undefined>>();
  /** Of the round before: what a value that leads back to itself begins with. */
  private before = new Map<ModuleInstance, Map<string, PathValue | undefined>>();
  /** Values of this round that lead back to themselves. */
  private readonly cyclic = new Set<string>();
  private readonly found: NamedPaths;
  private depth = 0;

  /**
   * @param root the composition's folder
   * @param variables what `*.tfvars` files give variables
   * @param found gets all that is opened or handed out
   */
  constructor(root: string, configuration: ConfigurationTexts, variables: VariableValues, found: NamedPaths) {
    this.root = root;
    this.configuration = configuration;
    this.variables = variables;
    this.found = found;
  }

  /** What a module's source can be. */
  source(instance: ModuleInstance, expression: Expression): PathValue {
    return this.value(expression, { instance, file: instance.files[0]?.path ?? instance.folder, bound: NO_BINDINGS });
  }

  /** Everything that the instances name. */
  readAll(instances: readonly ModuleInstance[]): void {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      this.cyclic.clear();
      this.before = this.values;
      this.values = new Map();
      for (const instance of instances) this.read(instance);
      if (this.cyclic.size === 0 || isSame(this.before, this.values)) return;
    }
    const [first] = instances;
    this.found.mayLeadAnywhere({ file: first?.folder ?? '', line: 1, text: 'values that lead back to themselves' });
  }

  private read(instance: ModuleInstance): void {
    for (const { path, code } of instance.files) {
      const scope: Scope = { instance, file: path, bound: NO_BINDINGS };
      if (code.unreadable !== undefined) this.found.mayLeadAnywhere({ file: path, ...code.unreadable });
      for (const { value } of [...code.locals, ...code.variables, ...code.outputs]) this.value(value, scope);
      for (const value of code.others) this.value(value, scope);
      for (const { name, attribute, isPart, value, source } of code.given) {
        const given = this.value(value, { ...scope, bound: this.each(scope, name), self: name });
        // A program reads every line of what it is given.
        const runs = isPart ? attribute === 'program' : !/^(?:content|source|destination)$/u.test(attribute);
        if (runs && given.texts.some(hasContent)) this.found.takesContentApart = true;
        this.handOut(given, scope, source);
      }
      for (const call of code.calls) {
        const bound = this.eachOf(call, scope);
        const isLocal = instance.called.has(call.name);
        for (const { value } of call.arguments) {
          const given = this.value(value, { ...scope, bound });
          if (!isLocal) this.handOut(given, scope, call.shown ?? { line: call.line, text: `module "${call.name}"` });
        }
      }
    }
  }

  /** What a file gives that is rendered as a template, where every name means what it is given. */
  template(root: string, file: string, content: Expression, given: PathValue): PathValue {
    const instance: ModuleInstance = { folder: root, files: [], caller: undefined, called: new Map() };
    return this.value(content, { instance, file, bound: NO_BINDINGS, names: given });
  }

  private handOut(value: PathValue, { instance, file }: Scope, source: Source): void {
    this.found.handOut(value, instance.folder, { file, ...source });
  }

  private value(expression: Expression, scope: Scope): PathValue {
    if (this.depth > DEPTH) return anything('values that lead on and on');
    this.depth += 1;
    try {
      return this.valueOf(expression, scope);
    } finally {
      this.depth -= 1;
    }
  }

  private valueOf(expression: Expression, scope: Scope): PathValue {
    switch (expression.kind) {
      case 'text':
        return constant(expression.text);
      case 'plain':
        return NOTHING;
      case 'any':
      case 'list':
        return union(expression.of.map((each) => this.value(each, scope)));
      case 'aside':
        for (const each of expression.of) this.value(each, scope);
        return NOTHING;
      case 'template':
        return concatenate(expression.parts.map((part) => this.part(part, scope)));
      case 'directive':
        return this.directive(expression, scope);
      case 'loop': {
        const over = this.value(expression.over, scope);
        const bound = new Map([...scope.bound, ...expression.names.map((name) => [name, over] as const)]);
        return union(expression.gives.map((each) => this.value(each, { ...scope, bound })));
      }
      case 'reference':
        return this.reference(expression.root, expression.path, scope);
      case 'call':
        return this.call(expression, scope);
      case 'unreadable':
        this.found.mayLeadAnywhere({ file: scope.file, ...expression.source });
        return anything(expression.source.text);
    }
  }

  /** A number or nothing at all has no texts, but it does become a part of a text. */
  private part(expression: Expression, scope: Scope): PathValue {
    const value = this.value(expression, scope);
    return value.texts.length === 0 && value.anything === undefined ? LOOSE : value;
  }

  private directive({ parts, repeats }: Extract<Expression, { kind: 'directive' }>, scope: Scope): PathValue {
    const none = constant('');
    // A condition is no part of the text.
    const inside = parts.map((part) =>
      part.kind === 'aside' ? union([this.value(part, scope), none]) : this.part(part, scope),
    );
    if (repeats) return joinValue(none, [...inside, none], false);
    return concatenate(inside.map((part) => union([part, none])));
  }

  private call(call: Extract<Expression, { kind: 'call' }>, scope: Scope): PathValue {
    const name = call.name.replace(/^core::/u, '');
    const given = call.given.map((each) => this.value(each, scope));
    const [first = NOTHING, second = NOTHING] = given;
    if (READS.test(name)) {
      // Patterns go on from the folder.
      const path = name === 'fileset' ? concatenate([first, constant('/'), pattern(second)]) : first;
      const place: Place = { file: scope.file, ...call.source };
      const isText = name === 'file' || name === 'templatefile';
      this.found.open(path, place, isText, name === 'templatefile' ? second : NOTHING);
    }
    // A function of a provider may read what it is given.
    if (name.includes('::')) for (const each of given) this.handOut(each, scope, call.source);
    if (takesApart(name) && given.some(({ texts }) => texts.some(hasContent))) this.found.takesContentApart = true;
    if (name === 'join') {
      const [, ...lists] = call.given;
      const elements = lists.map((list) => elementsOf(list));
      const isWhole = elements.every((each) => each !== undefined);
      const values = isWhole ? elements.flat().map((each) => this.part(each, scope)) : given.slice(1);
      return joinValue(first, values, isWhole);
    }
    return callValue(name, given, this.root);
  }

  private reference(root: string, path: readonly string[], scope: Scope): PathValue {
    const bound = scope.bound.get(root) ?? scope.names;
    if (bound !== undefined) return bound;
    const [name = '', ...rest] = path;
    const { instance } = scope;
    switch (root) {
      case 'path':
        if (name === 'module') return folderPath(instance.folder);
        return name === 'root' || name === 'cwd' ? folderPath(this.root) : anything('path');
      case 'local':
        return this.once(instance, `local.${name}`, () =>
          union(
            instance.files.flatMap(({ path: file, code }) =>
              code.locals
                .filter((local) => name === '' || local.name === name)
                .map(({ value }) => this.value(value, { instance, file, bound: NO_BINDINGS })),
            ),
          ),
        );
      case 'var':
        if (instance.caller === undefined && name === 'config') return this.configuration(rest);
        return this.once(instance, `var.${name}`, () => this.variable(instance, name));
      case 'module':
        return this.once(instance, `module.${name}.${rest[0] ?? ''}`, () => this.output(instance, name, rest[0]));
      case 'self':
        return scope.self === undefined ? anything('self') : this.object(instance, scope.self);
      case 'each':
      case 'count':
      case 'terraform':
        return CLEAN;
      default: {
        const [kind, type, label] =
          root === 'data' || root === 'ephemeral' || root === 'action' ? [root, ...path] : ['', root, name];
        const key = kind === '' ? `${type}.${label ?? ''}` : `${kind}.${type ?? ''}.${label ?? ''}`;
        return this.object(instance, key);
      }
    }
  }

  /** What a resource or a data source has in it. */
  private object(instance: ModuleInstance, key: string): PathValue {
    return this.once(instance, key, () => {
      const given = this.givenTo(instance, key);
      // These give back just what they are given.
      return /^(?:terraform_data|null_resource|data\.null_data_source)\./u.test(key)
        ? union([CLEAN, given])
        : echoOf(given);
    });
  }

  /** A provider may give back what it was given. */
  private givenTo(instance: ModuleInstance, key: string): PathValue {
    return union(
      instance.files.flatMap(({ path: file, code }) =>
        code.given
          .filter(({ name, isPart }) => name === key && isPart)
          .map(({ value }) =>
            this.value(value, { instance, file, bound: this.each({ instance, file, bound: NO_BINDINGS }, key) }),
          ),
      ),
    );
  }

  private variable(instance: ModuleInstance, name: string): PathValue {
    const defaults = instance.files.flatMap(({ path: file, code }) =>
      code.variables
        .filter((variable) => variable.name === name)
        .map(({ value }) => this.value(value, { instance, file, bound: NO_BINDINGS })),
    );
    const { caller } = instance;
    if (caller === undefined) return union([...defaults, this.variables(name) ?? CLEAN]);
    return union([
      ...defaults,
      ...caller.calls.flatMap((call) => {
        const scope: Scope = { instance: caller.instance, file: caller.instance.folder, bound: NO_BINDINGS };
        const bound = this.eachOf(call, scope);
        return call.arguments
          .filter((argument) => argument.name === name)
          .map(({ value }) => this.value(value, { ...scope, bound }));
      }),
    ]);
  }

  /** @param output all of them where it is not known which one */
  private output(instance: ModuleInstance, name: string, output: string | undefined): PathValue {
    const called = instance.called.get(name);
    // What a module of another package gives is made from what it was given.
    if (called === undefined) {
      const scope: Scope = { instance, file: instance.folder, bound: NO_BINDINGS };
      const calls = instance.files.flatMap(({ code }) => code.calls).filter((call) => call.name === name);
      const given = calls.flatMap((call) =>
        call.arguments.map(({ value }) => this.value(value, { ...scope, bound: this.eachOf(call, scope) })),
      );
      return echoOf(union(given));
    }
    return union(
      called.flatMap((inner) =>
        inner.files.flatMap(({ path: file, code }) =>
          named(code.outputs, output).map(({ value }) =>
            this.value(value, { instance: inner, file, bound: NO_BINDINGS }),
          ),
        ),
      ),
    );
  }

  /** `each` of a resource: what its `for_each` goes over. */
  private each(scope: Scope, key: string): Bindings {
    const { instance } = scope;
    const over = this.once(instance, `each ${key}`, () => {
      const all = instance.files.flatMap(({ code }) => code.given.filter(({ name }) => name === key));
      return this.iterated(
        all.filter(({ attribute }) => attribute === 'for_each').map(({ value }) => value),
        instance,
      );
    });
    return new Map([['each', over]]);
  }

  private eachOf(call: CodeOfCall, { instance }: Scope): Bindings {
    const over = this.once(instance, `each module ${call.name}`, () => {
      // An override file may set it for the other files.
      const all = instance.files.flatMap(({ code }) => code.calls.filter(({ name }) => name === call.name));
      return this.iterated(
        all.flatMap((each) => each.arguments.filter(({ name }) => name === 'for_each').map(({ value }) => value)),
        instance,
      );
    });
    return new Map([['each', over]]);
  }

  private iterated(values: readonly Expression[], instance: ModuleInstance): PathValue {
    const scope: Scope = { instance, file: instance.folder, bound: new Map([['each', NOTHING]]) };
    return union(values.map((value) => this.value(value, scope)));
  }

  /** Computed once in a round; what is being computed is what it was in the round before. */
  private once(instance: ModuleInstance, key: string, make: () => PathValue): PathValue {
    const own = this.values.get(instance) ?? new Map<string, PathValue | undefined>();
    this.values.set(instance, own);
    const known = own.get(key);
    if (known !== undefined) return known;
    const before = this.before.get(instance)?.get(key) ?? NOTHING;
    if (own.has(key)) {
      this.cyclic.add(key);
      return before;
    }
    own.set(key, undefined);
    const value = union([before, make()]);
    own.set(key, value);
    return value;
  }
}

/** The elements of a list that is written out, as far as it is. */
function elementsOf(list: Expression): readonly Expression[] | undefined {
  if (list.kind === 'list') return list.of.some(({ kind }) => kind === 'loop' || kind === 'list') ? undefined : list.of;
  if (list.kind !== 'call' || !/^(?:core::)?(?:compact|concat|flatten|tolist)$/u.test(list.name)) return undefined;
  const all = list.given.map(elementsOf);
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
}

/** An output of an inner module may be reached by position (`module.m[0].x`) as well. */
function named(outputs: readonly NamedExpression[], name: string | undefined): readonly NamedExpression[] {
  const found = outputs.filter((output) => output.name === name);
  return found.length === 0 ? outputs : found;
}

type Values = ReadonlyMap<ModuleInstance, ReadonlyMap<string, PathValue | undefined>>;

function isSame(before: Values, now: Values): boolean {
  return [...now].every(([instance, values]) =>
    [...values].every(([key, value]) => JSON.stringify(before.get(instance)?.get(key)) === JSON.stringify(value)),
  );
}

interface Scope {
  readonly instance: ModuleInstance;
  readonly file: string;
  readonly bound: Bindings;
  /** The resource that `self` means. */
  readonly self?: string | undefined;
  /** What every name means that is not bound, in a template. */
  readonly names?: PathValue | undefined;
}
