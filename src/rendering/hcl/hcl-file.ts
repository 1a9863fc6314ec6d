/**
 * What kompos needs to know of a Terraform file, taken from its syntax tree: where the static literals are, which
 * backend it configures, what its code refers to. Plain data, the same for equal texts.
 */
import type { Node, Parser } from 'web-tree-sitter';
import { readExpression, type Expression } from './expression.ts';
import { attributeName, blockNames, bodyOf, expressionOf } from './hcl-nodes.ts';
import { readModuleCode, type ModuleCode } from './module-code.ts';
import { parseHcl, type SyntaxError } from './parse-hcl.ts';
import { writtenPlaceholders, type WrittenPlaceholder } from './written-placeholders.ts';
import { readVariableUse, type VariableUse } from './variable-use.ts';

/** A quoted string (or the literal run of one) at a place where Terraform allows no variable. Offsets in UTF-16 units. */
export interface StaticLiteral {
  /** `module.vpc.source`, `terraform.backend.s3.key` */
  readonly address: string;
  /** Index into `blocks`. */
  readonly block: number;
  /** The content between the quotes. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** An expression at such a place that newer versions accept there; offsets in UTF-16 units. */
export interface StaticExpression {
  /** As of a literal. */
  readonly address: string;
  /** Index into `blocks`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly value: Expression;
}

/** A top-level `module` or `terraform` block; in JSON, the entry of one. */
export interface StaticBlock {
  /** `module.vpc`, `terraform` */
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A `backend` or `cloud` block. */
export interface BackendBlock {
  /** `s3`, `http`, …; `cloud` for a `cloud` block. */
  readonly type: string;
  readonly line: number;
  /** Settings in the order of the file. */
  readonly settings: readonly BackendSetting[];
}

export interface BackendSetting {
  /** Dotted where it is in a nested block. */
  readonly name: string;
  readonly value: Expression;
  /** The expression's range. */
  readonly start: number;
  readonly end: number;
}

export interface HclFile {
  readonly blocks: readonly StaticBlock[];
  readonly literals: readonly StaticLiteral[];
  readonly expressions: readonly StaticExpression[];
  readonly backends: readonly BackendBlock[];
  readonly errors: readonly SyntaxError[];
  readonly variables: VariableUse;
  /** The expressions that decide which files are read. */
  readonly code: ModuleCode;
  /** Resolved or not. */
  readonly placeholders: readonly WrittenPlaceholder[];
}

/** Reads one file. Never throws: what cannot be parsed is listed in `errors`. */
export function readHcl(parser: Parser, text: string): HclFile {
  const { tree, errors } = parseHcl(parser, text);
  try {
    return new Reader(text).read(tree.rootNode, errors);
  } finally {
    tree.delete();
  }
}

class Reader {
  private readonly text: string;
  private readonly blocks: StaticBlock[] = [];
  private readonly literals: StaticLiteral[] = [];
  private readonly expressions: StaticExpression[] = [];
  private readonly backends: BackendBlock[] = [];

  constructor(text: string) {
    this.text = text;
  }

  read(root: Node, errors: readonly SyntaxError[]): HclFile {
    for (const block of bodyOf(root)?.namedChildren ?? []) {
      if (block.type !== 'block') continue;
      const [type, ...labels] = blockNames(block);
      if (type === 'module') this.moduleBlock(block, labels[0] ?? '');
      else if (type === 'terraform') this.terraformBlock(block);
    }
    const { blocks, literals, expressions, backends } = this;
    const terraformBlocks = blocks.filter(({ address }) => address === 'terraform');
    return {
      blocks,
      literals,
      expressions,
      backends,
      errors,
      variables: readVariableUse(root, this.text),
      code: readModuleCode(root, errors[0]?.line),
      placeholders: writtenPlaceholders(this.text, { literals, unread: errors, terraformBlocks }, root),
    };
  }

  private moduleBlock(block: Node, name: string): void {
    const index = this.addBlock(block, `module.${name}`);
    for (const child of bodyOf(block)?.namedChildren ?? []) {
      const attribute = child.type === 'attribute' ? attributeName(child) : undefined;
      if (attribute !== 'source' && attribute !== 'version') continue;
      const expression = expressionOf(child);
      if (expression !== undefined) this.addValue(expression, `module.${name}.${attribute}`, index);
    }
  }

  private terraformBlock(block: Node): void {
    const index = this.addBlock(block, 'terraform');
    this.staticBody(block, 'terraform', index);
    for (const child of bodyOf(block)?.namedChildren ?? []) {
      if (child.type !== 'block') continue;
      const [type, label] = blockNames(child);
      if (type === 'backend' || type === 'cloud') {
        this.backends.push({
          type: type === 'cloud' ? 'cloud' : (label ?? ''),
          line: child.startPosition.row + 1,
          settings: settingsOf(child, ''),
        });
      }
    }
  }

  /** Everything inside a top-level `terraform` block is static: labels, attributes, nested blocks, objects. */
  private staticBody(node: Node, address: string, index: number): void {
    for (const child of bodyOf(node)?.namedChildren ?? []) {
      if (child.type === 'block') {
        const at = [address, ...blockNames(child)].join('.');
        for (const label of child.namedChildren) if (label.type === 'string_lit') this.addLiterals(label, at, index);
        this.staticBody(child, at, index);
      } else if (child.type === 'attribute') {
        const expression = expressionOf(child);
        if (expression !== undefined) this.addValue(expression, `${address}.${attributeName(child) ?? ''}`, index);
      }
    }
  }

  private addBlock(block: Node, address: string): number {
    return (
      this.blocks.push({ address, start: block.startIndex, end: block.endIndex, line: block.startPosition.row + 1 }) - 1
    );
  }

  private addValue(expression: Node, address: string, block: number): void {
    this.addLiterals(expression, address, block);
    if (isEvaluated(address)) this.addExpressions(expression, address, block);
  }

  /** Adds what is no plain literal, object keys extending the address. */
  private addExpressions(node: Node, address: string, block: number): void {
    const [only, ...others] = node.namedChildren.filter(({ type }) => type !== 'comment');
    if (node.type === 'object_elem') {
      const [key, value] = node.namedChildren;
      const name = key === undefined ? '' : key.text.replaceAll('"', '');
      if (value !== undefined) this.addExpressions(value, `${address}.${name}`, block);
      return;
    }
    if (node.type !== 'expression' || (only?.type === 'collection_value' && others.length === 0)) {
      for (const child of node.namedChildren) this.addExpressions(child, address, block);
      return;
    }
    const value = readExpression(node);
    if (value.kind === 'text' || value.kind === 'plain') return;
    const { startIndex: start, endIndex: end, startPosition } = node;
    const column = start - this.text.lastIndexOf('\n', start - 1);
    this.expressions.push({ address, block, start, end, line: startPosition.row + 1, column, value });
  }

  /** Adds every quoted string below a node, object keys extending the address. */
  private addLiterals(node: Node, address: string, block: number): void {
    if (node.type === 'string_lit' || node.type === 'quoted_template') {
      for (const [start, end] of literalRuns(node)) {
        const before = this.text.lastIndexOf('\n', start - 1) + 1;
        const line = node.startPosition.row + 1;
        this.literals.push({ address, block, start, end, line, column: start - before + 1 });
      }
      return;
    }
    if (node.type === 'object_elem') {
      const [key, value] = node.namedChildren;
      const name = key === undefined ? '' : key.text.replaceAll('"', '');
      if (value !== undefined) this.addLiterals(value, `${address}.${name}`, block);
      return;
    }
    for (const child of node.namedChildren) this.addLiterals(child, address, block);
  }
}

/** Whether some version works out expressions at an address: of what a pin shows, and of where the state is. */
export function isEvaluated(address: string): boolean {
  return /^(?:module\.|terraform\.(?:backend|cloud|required_providers|required_version)(?:\.|$))/u.test(address);
}

/** The ranges of a quoted string that are literal text: between the quotes, without interpolations. */
function literalRuns(node: Node): readonly (readonly [number, number])[] {
  return runsBetween(node, node.startIndex + 1, node.endIndex - 1);
}

/** The ranges between the interpolations and directives of a template. */
export function runsBetween(node: Node, begin: number, end: number): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let start = begin;
  for (const child of node.namedChildren) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue;
    if (child.startIndex > start) runs.push([start, child.startIndex]);
    start = child.endIndex;
  }
  if (end > start) runs.push([start, end]);
  return runs;
}

function settingsOf(block: Node, prefix: string): BackendSetting[] {
  return (bodyOf(block)?.namedChildren ?? []).flatMap((child) => {
    if (child.type === 'block') return settingsOf(child, `${prefix}${blockNames(child).join('.')}.`);
    const expression = child.type === 'attribute' ? expressionOf(child) : undefined;
    if (expression === undefined) return [];
    const { startIndex: start, endIndex: end } = expression;
    return [{ name: `${prefix}${attributeName(child) ?? ''}`, value: readExpression(expression), start, end }];
  });
}

/** Reads one expression; `unreadable` where it is none. */
export function readHclExpression(parser: Parser, text: string): Expression {
  const { tree, errors } = parseHcl(parser, `x = ${text}\n`);
  try {
    const [attribute] = bodyOf(tree.rootNode)?.namedChildren ?? [];
    const expression = errors.length === 0 && attribute?.type === 'attribute' ? expressionOf(attribute) : undefined;
    return expression === undefined
      ? { kind: 'unreadable', source: { line: 1, text: text.slice(0, 80) } }
      : readExpression(expression);
  } finally {
    tree.delete();
  }
}
