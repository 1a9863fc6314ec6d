/**
 * Which files the code of a composition and its local modules names: values are followed through locals, variables,
 * arguments of modules and outputs. A short list of forms stays inside provably; everything else may lead anywhere. Pure.
 */
import type { Expression, Source } from '../hcl/expression.ts';
import type { CodeOfCall, NamedExpression } from '../hcl/module-code.ts';
import type { ModuleInstance } from './module-instance.ts';
import type { NamedPath, Place } from './named-path.ts';
import { elementsOf, pattern } from './path-lists.ts';
import { callValue, joinValue, READS, takesApart } from './path-functions.ts';
import {
  anything,
  asksForTop,
  CLEAN,
  concatenate,
  constant,
  echoOf,
  folderPath,
  hasContent,
  known,
  LOOSE,
  mayClimb,
  NOTHING,
  SPECIAL,
  union,
  type ConfigurationTexts,
  type PathValue,
  type Text,
  type VariableValues,
} from './path-text.ts';

/** What an instance and those that it calls read. */
export interface Read {
  readonly named: readonly NamedPath[];
  /** Absolute paths: a file counts whose path is the end of one. */
  readonly absolute: readonly string[];
  /** The first expression that may lead anywhere. */
  readonly anywhere: Place | undefined;
  /** Whether single lines or values of files become texts. */
  readonly takesContentApart: boolean;
}

type Bindings = ReadonlyMap<string, PathValue>;
const NO_BINDINGS: Bindings = new Map();

/** Rounds until values that lead back to themselves have all their texts. */
const MOST_ROUNDS = 8;

/** Values nest no deeper; what does may be anything. */
const DEPTH = 60;

/** Reads expressions of instances; keeps what it has found. */
export class PathReader {
  private readonly root: string;
  private readonly configuration: ConfigurationTexts;
  private readonly variables: VariableValues;
  private values = new Map<ModuleInstance, Map<string, PathValue | undefined>>();
  /** Of the round before: what a value that leads back to itself begins with. */
  private before = new Map<ModuleInstance, Map<string, PathValue | undefined>>();
  /** Values of this round that lead back to themselves. */
  private readonly cyclic = new Set<string>();
  private takesContentApart = false;
  private readonly named = new Map<string, NamedPath>();
  private readonly absolute = new Set<string>();
  private anywhere: Place | undefined;
  private depth = 0;

  /**
   * @param root the composition's folder
   * @param variables what `*.tfvars` files give variables
   */
  constructor(root: string, configuration: ConfigurationTexts, variables: VariableValues) {
    this.root = root;
    this.configuration = configuration;
    this.variables = variables;
  }

  result(): Read {
    return {
      named: [...this.named.values()],
      absolute: [...this.absolute],
      anywhere: this.anywhere,
      takesContentApart: this.takesContentApart,
    };
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
    this.mayLeadAnywhere({ file: first?.folder ?? '', line: 1, text: 'values that lead back to themselves' });
  }

  private read(instance: ModuleInstance): void {
    for (const { path, code } of instance.files) {
      const scope: Scope = { instance, file: path, bound: NO_BINDINGS };
      if (code.unreadable !== undefined) this.mayLeadAnywhere({ file: path, ...code.unreadable });
      for (const { value } of [...code.locals, ...code.variables, ...code.outputs]) this.value(value, scope);
      for (const value of code.others) this.value(value, scope);
      for (const { name, attribute, isPart, value, source } of code.given) {
        const given = this.value(value, { ...scope, bound: this.each(scope, name), self: name });
        // A program reads every line of what it is given.
        const runs = isPart ? attribute === 'program' : !/^(?:content|source|destination)$/u.test(attribute);
        if (runs && given.texts.some(hasContent)) this.takesContentApart = true;
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

  mayLeadAnywhere(place: Place): void {
    this.anywhere ??= place;
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
        this.mayLeadAnywhere({ file: scope.file, ...expression.source });
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
      this.open(
        path,
        scope,
        call.source,
        /^(?:file|templatefile)$/u.test(name),
        name === 'templatefile' ? second : NOTHING,
      );
    }
    if (takesApart(name) && given.some(({ texts }) => texts.some(hasContent))) this.takesContentApart = true;
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
      // An override file may say it for the others.
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

  /** A file function opens a path. */
  private open(value: PathValue, scope: Scope, source: Source, isText: boolean, given: PathValue): void {
    const at: Place = { file: scope.file, ...source };
    // Where there is no text at all, it could not be followed.
    if (value.anything !== undefined || value.texts.length === 0) this.mayLeadAnywhere(at);
    for (const text of value.texts) {
      const [first] = text;
      const whole = known(text);
      if (whole !== undefined && /^[/~]/u.test(whole)) this.absolutePath(whole, at);
      else if (
        first !== undefined &&
        (typeof first === 'string' ? !/^[/~]/u.test(first) : /^(?:folder|name)$/u.test(first.unknown))
      ) {
        this.path(text, this.root, isText, at, given);
      } else if (first !== undefined) this.mayLeadAnywhere(at);
    }
  }

  /** A provider or a program is given a text, which it may take for a path. */
  private handOut(value: PathValue, scope: Scope, source: Source): void {
    const at: Place = { file: scope.file, ...source };
    if (value.anything !== undefined) this.mayLeadAnywhere({ ...at, text: value.anything });
    for (const text of value.texts) {
      const whole = known(text);
      const start = text.findIndex((part) => typeof part !== 'string' && part.unknown === 'folder');
      if (whole !== undefined && /^[/~]/u.test(whole)) this.absolutePath(whole, at);
      if (asksForTop(text)) this.mayLeadAnywhere(at);
      if (start >= 0) this.path(text.slice(start), this.root, false, at);
      else if (mayClimb(text)) {
        // Where it is read decides whether it begins there or in the module.
        for (const folder of new Set([this.root, scope.instance.folder])) this.path(text, folder, false, at);
      } else if (typeof text[0] === 'string' && text[0].startsWith('/') && SPECIAL.test(text[0]))
        this.mayLeadAnywhere(at);
    }
  }

  private absolutePath(path: string, at: Place): void {
    if ((path.startsWith('/') && SPECIAL.test(path)) || mayClimb([path])) this.mayLeadAnywhere(at);
    else this.absolute.add(path);
  }

  /** A relative path, or one from a folder: its known beginning is what counts. */
  private path(text: Text, from: string, isText: boolean, at: Place, given = NOTHING): void {
    const [first, ...others] = text;
    const isFolder = typeof first === 'object' && first.unknown === 'folder';
    const base = isFolder ? first.folder : from;
    const rest = isFolder ? others : text;
    const dynamicAt = rest.findIndex((part) => typeof part !== 'string');
    const literal = rest[0] !== undefined && typeof rest[0] === 'string' ? rest[0] : '';
    const later = dynamicAt < 0 ? [] : rest.slice(dynamicAt);
    // The part that is not known may go on within a name, but not climb, and nothing before it may be a command.
    const isPlain = /^[^\s"'`=:;|&<>(){}[\]$\\%*?]*$/u.test(literal);
    const startsStep = !isFolder || rest.length === 0 || literal.startsWith('/');
    const climbs = mayClimb(
      [literal === '' ? '' : literal.replace(/[^/]*$/u, ''), ...later].filter((part) => part !== ''),
    );
    const ends = /[^/]*$/u.exec(literal)?.[0] ?? '';
    const tail: Text = ends === '' ? later : [ends, ...later];
    const nested = later.some((part) => typeof part !== 'string' && part.unknown === 'folder');
    if (
      !startsStep ||
      nested ||
      mayClimb(later) ||
      (later.length > 0 && mayClimb(tail)) ||
      (!isPlain && (climbs || mayClimb([literal])))
    ) {
      this.mayLeadAnywhere(at);
      return;
    }
    const path = `${base}/${isFolder ? literal.replace(/^\/+/u, '') : literal}`;
    const complete = later.length === 0 && isPlain;
    const named: NamedPath = { path, complete, isText, given, at };
    this.named.set(JSON.stringify([path, complete, isText, given]), named);
  }
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
