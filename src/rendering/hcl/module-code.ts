/** What a Terraform file declares, as plain data: the expressions that decide which files its module reads. */
import type { Node } from 'web-tree-sitter';
import { partsOf, readExpression, sourceOf, type Expression, type Source } from './expression.ts';
import { attributeName, blockNames, bodyOf, expressionOf } from './hcl-nodes.ts';

export interface NamedExpression {
  readonly name: string;
  readonly value: Expression;
  /** Where a local value, a default or an argument is given, in HCL. */
  readonly line?: number | undefined;
}

export interface CodeOfCall {
  readonly name: string;
  readonly line: number;
  readonly arguments: readonly NamedExpression[];
  readonly source: Expression | undefined;
  /** Cut to one line, for people. */
  readonly shown: Source | undefined;
}

/** An argument that a provider or a program gets. */
export interface Given extends NamedExpression {
  readonly source: Source;
  readonly attribute: string;
  /** Whether the resource has it as a value, which those of its provisioners are not. */
  readonly isPart: boolean;
  /** Where its block begins, in HCL. */
  readonly blockLine?: number | undefined;
}

/** A declared variable: all that it may get, and the default by itself. */
export interface DeclaredVariable extends NamedExpression {
  readonly default: Expression | undefined;
  readonly type: Expression | undefined;
  /** Whether it has `const = true`, or an expression that may be true. */
  readonly isConst: boolean;
}

export interface ModuleCode {
  readonly locals: readonly NamedExpression[];
  readonly variables: readonly DeclaredVariable[];
  readonly outputs: readonly NamedExpression[];
  readonly calls: readonly CodeOfCall[];
  /** Arguments that go to a provider or a program, by `aws_x.name` or `data.aws_x.name`; others have no name. */
  readonly given: readonly Given[];
  /** What cannot name a path for anybody else but may call functions. */
  readonly others: readonly Expression[];
  /**
   * What is evaluated before anything is planned: sources and versions of modules, all of the `terraform` block (backend,
   * encryption, provider requirements), and what a provider is repeated for.
   */
  readonly early: readonly Expression[];
  /** A part of the file that cannot be read. */
  readonly unreadable: Source | undefined;
}

export const NO_CODE: ModuleCode = {
  locals: [],
  variables: [],
  outputs: [],
  calls: [],
  given: [],
  others: [],
  early: [],
  unreadable: undefined,
};

/**
 * @param root of the file's syntax tree
 * @param error the line of a part that the tree lacks
 */
export function readModuleCode(root: Node, error: number | undefined): ModuleCode {
  const locals: NamedExpression[] = [];
  const variables: DeclaredVariable[] = [];
  const outputs: NamedExpression[] = [];
  const calls: CodeOfCall[] = [];
  const given: Given[] = [];
  const others: Expression[] = [];
  const early: Expression[] = [];
  let unreadable = error === undefined ? undefined : { line: error, text: 'a part that cannot be read as HCL' };

  for (const block of bodyOf(root)?.namedChildren ?? []) {
    if (block.type !== 'block') continue;
    const [type = '', ...labels] = blockNames(block);
    const attributes = attributesOf(block);
    // Only plain names are told apart by their text.
    if (labels.some((label) => /[\\$%]/u.test(label))) unreadable ??= sourceOf(block);
    switch (type) {
      case 'locals':
        for (const { name, value, source } of attributes) locals.push({ name, value, line: source.line });
        break;
      case 'variable': {
        const own = attributes.filter(({ depth }) => depth === 0);
        const of = own.flatMap(({ name, value }) => {
          if (name === 'type') return optionalDefaults(value);
          return name === 'default' ? [value] : [];
        });
        const find = (wanted: string): Attribute | undefined => own.find(({ name }) => name === wanted);
        const given = find('default');
        variables.push({
          name: labels[0] ?? '',
          value: { kind: 'any', of },
          default: given?.value,
          line: given?.source.line,
          type: find('type')?.value,
          isConst: find('const') !== undefined && !isFalse(find('const')?.value),
        });
        for (const { name, value } of attributes) if (!/^(?:type|default)$/u.test(name)) others.push(value);
        break;
      }
      case 'output':
        outputs.push(...attributes.map(({ value }) => ({ name: labels[0] ?? '', value })));
        break;
      case 'module': {
        const direct = attributes.filter(({ depth }) => depth === 0);
        const source = direct.find(({ name }) => name === 'source');
        early.push(...direct.flatMap(({ name, value }) => (/^(?:source|version)$/u.test(name) ? [value] : [])));
        calls.push({
          name: labels[0] ?? '',
          line: block.startPosition.row + 1,
          source: source?.value,
          shown: source?.source,
          arguments: attributes
            .filter(({ name }) => name !== 'source' && name !== 'version')
            .map(({ name, value, source: { line } }) => ({ name, value, line })),
        });
        break;
      }
      case 'terraform':
        early.push(...attributes.map(({ value }) => value));
        others.push(...attributes.filter(({ name }) => name !== 'required_providers').map(({ value }) => value));
        break;
      case 'moved':
      case 'removed':
      case 'check':
      case 'import':
        for (const each of attributes) given.push({ ...each, name: each.scoped ?? '', attribute: each.name });
        break;
      default: {
        if (type === 'provider')
          early.push(...attributes.flatMap(({ name, value }) => (name === 'for_each' ? [value] : [])));
        const name = type === 'resource' ? labels.join('.') : `${type}.${labels.join('.')}`;
        const blockLine = block.startPosition.row + 1;
        for (const each of attributes) given.push({ ...each, name, attribute: each.name, blockLine });
      }
    }
  }
  return { locals, variables, outputs, calls, given, others, early, unreadable };
}

function isFalse(expression: Expression | undefined): boolean {
  return expression?.kind === 'plain' && expression.value === 'false';
}

interface Attribute extends NamedExpression {
  readonly source: Source;
  /** Nested blocks around it. */
  readonly depth: number;
  readonly isPart: boolean;
  /** The data source of a `check` block that it belongs to: `data.http.x`. */
  readonly scoped?: string;
  readonly blockLine?: number;
}

function attributesOf(block: Node, depth = 0): readonly Attribute[] {
  return (bodyOf(block)?.namedChildren ?? []).flatMap((child): readonly Attribute[] => {
    if (child.type === 'block') {
      const inner = withLoop(child, attributesOf(child, depth + 1));
      const [type = '', ...labels] = blockNames(child);
      if (isApart(type)) return inner.map((each) => ({ ...each, isPart: false }));
      return type === 'data' && labels.length === 2
        ? inner.map((each) => ({
            ...each,
            scoped: ['data', ...labels].join('.'),
            blockLine: child.startPosition.row + 1,
          }))
        : inner;
    }
    const expression = child.type === 'attribute' ? expressionOf(child) : undefined;
    // Names of others, not their values.
    if (
      expression === undefined ||
      /^(?:depends_on|providers?|ignore_changes|replace_triggered_by)$/u.test(attributeName(child) ?? '')
    )
      return [];
    return [
      {
        name: attributeName(child) ?? '',
        value: readExpression(expression),
        source: sourceOf(expression),
        depth,
        isPart: true,
      },
    ];
  });
}

/** Whether a nested block of a resource holds no values of it: nothing refers to them. */
export function isApart(type: string): boolean {
  return /^(?:provisioner|connection|lifecycle)$/u.test(type);
}

/** What a variable gets where its caller leaves something out: `object({ a = optional(string, "x") })`. */
function optionalDefaults(type: Expression): readonly Expression[] {
  switch (type.kind) {
    case 'call':
      return type.name === 'optional'
        ? type.given.slice(1).concat(type.given.slice(0, 1).flatMap(optionalDefaults))
        : type.given.flatMap(optionalDefaults);
    case 'any':
    case 'list':
      return type.of.flatMap(optionalDefaults);
    case 'unreadable':
      return [type];
    default:
      return [];
  }
}

/** The content of a `dynamic` block is given once for each of the values that it iterates over. */
function withLoop(block: Node, attributes: readonly Attribute[]): readonly Attribute[] {
  const [type, label = ''] = blockNames(block);
  const over = attributes.find(({ name }) => name === 'for_each')?.value;
  if (type !== 'dynamic' || over === undefined) return attributes;
  const iterator = attributes.find(({ name }) => name === 'iterator')?.value;
  const name = iterator?.kind === 'reference' ? iterator.root : label;
  return attributes.map((each) => ({ ...each, value: { kind: 'loop', names: [name], over, gives: [each.value] } }));
}

/** The static paths below `var.config` that the code names. */
export function configurationReferences(code: ModuleCode): readonly (readonly string[])[] {
  const { locals, variables, outputs, calls, given, others } = code;
  const named = [...locals, ...variables, ...outputs, ...given, ...calls.flatMap((call) => call.arguments)];
  const all = [...named.map(({ value }) => value), ...others, ...calls.flatMap(({ source }) => source ?? [])];
  return all
    .flatMap(referencesIn)
    .flatMap(({ root, path }) => (root === 'var' && path[0] === 'config' ? [path.slice(1)] : []));
}

type Reference = Extract<Expression, { kind: 'reference' }>;

function referencesIn(expression: Expression): readonly Reference[] {
  return expression.kind === 'reference' ? [expression] : partsOf(expression).flatMap(referencesIn);
}
