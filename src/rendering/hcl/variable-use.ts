/** What a Terraform file does with input variables and local values, taken from its syntax tree. Plain data. */
import type { Node } from 'web-tree-sitter';
import { attributeName, blockNames, bodyOf, expressionOf, wholeLiteral } from './hcl-nodes.ts';

/** A value that an expression takes, as far as its path is static: all below that path is meant. */
export interface ValueUse {
  readonly from: 'var' | 'local';
  readonly name: string;
  /** `['vpc', 'cidr_block']` for `var.config.vpc["cidr_block"]`; list positions as decimal numbers. */
  readonly path: readonly string[];
  readonly line: number;
}

export interface VariableUse {
  readonly uses: readonly ValueUse[];
  /** Local values that are another name for a value and nothing else. */
  readonly aliases: readonly { readonly local: string; readonly value: ValueUse }[];
  /** Values that are handed to a module unchanged. */
  readonly handedOver: readonly {
    /** The module's source as it is written; undefined where it is no plain literal. */
    readonly source: string | undefined;
    readonly argument: string;
    readonly value: ValueUse;
  }[];
  /** Declared input variables. */
  readonly declared: readonly { readonly name: string; readonly type: VariableType; readonly line: number }[];
  /** Whether something may read the configuration in a way that no reference shows. */
  readonly opaque: boolean;
}

/** `any`, or none; the attributes of an `object({…})`, which drops all others; or a type that may convert anything. */
export type VariableType = 'any' | 'other' | readonly string[];

/**
 * Something may read the configuration's file by its name, or a program that Terraform starts may read any file. A name
 * may be spelled with escapes. Paths are followed in `use/`.
 */
const OPAQUE = /tfvars|\blocal-exec\b|"external"|\bdata\s+external\b|\\[uU][0-9a-fA-F]/u;

/** @param root of the file's syntax tree, which has no errors */
export function readVariableUse(root: Node, text: string): VariableUse {
  const uses: ValueUse[] = [];
  const aliases: { local: string; value: ValueUse }[] = [];
  const handedOver: { source: string | undefined; argument: string; value: ValueUse }[] = [];
  const declared: { name: string; type: VariableType; line: number }[] = [];
  let opaque = OPAQUE.test(text);

  for (const block of bodyOf(root)?.namedChildren ?? []) {
    const [type, label = ''] = block.type === 'block' ? blockNames(block) : [];
    if (type === 'locals') {
      for (const child of childrenOf(block)) {
        const value = valueOf(child);
        if (value === undefined) collect(child);
        else aliases.push({ local: attributeName(child) ?? '', value });
      }
    } else if (type === 'module') {
      const source = sourceOf(block);
      for (const child of childrenOf(block)) {
        const value = valueOf(child);
        if (value === undefined) collect(child);
        else handedOver.push({ source, argument: attributeName(child) ?? '', value });
      }
    } else if (type === 'variable') {
      declared.push({ name: label, type: typeOf(block), line: block.startPosition.row + 1 });
      for (const child of childrenOf(block)) if (attributeName(child) !== 'type') collect(child);
    } else {
      collect(block);
    }
  }
  return { uses, aliases, handedOver, declared, opaque };

  function collect(node: Node): void {
    if (node.type === 'variable_expr' && isRoot(node.text)) {
      const found = traversal(node);
      if (found === undefined) opaque = true;
      else uses.push(found.value);
    }
    for (const child of node.namedChildren) collect(child);
  }
}

function childrenOf(block: Node): readonly Node[] {
  return bodyOf(block)?.namedChildren ?? [];
}

function isRoot(text: string): text is 'var' | 'local' {
  return text === 'var' || text === 'local';
}

/** The value that an attribute is nothing but another name for. */
function valueOf(attribute: Node): ValueUse | undefined {
  const expression = attribute.type === 'attribute' ? expressionOf(attribute) : undefined;
  const first = expression?.namedChildren[0];
  if (expression === undefined || first?.type !== 'variable_expr' || !isRoot(first.text)) return undefined;
  const found = traversal(first);
  // The root and the name stand before the path.
  return found?.steps === expression.namedChildren.length - 1 ? found.value : undefined;
}

/**
 * `.name` and `["name"]` behind `var` or `local`, as far as they are static; undefined where not even the name is.
 *
 * @returns with the number of syntax nodes that make up the static part
 */
function traversal(variable: Node): { value: ValueUse; steps: number } | undefined {
  const { text: from } = variable;
  let node = variable.nextNamedSibling;
  const name = node?.type === 'get_attr' ? node.namedChildren[0]?.text.normalize('NFC') : undefined;
  if (!isRoot(from) || name === undefined) return undefined;
  const path: string[] = [];
  const line = variable.startPosition.row + 1;
  for (;;) {
    node = node?.nextNamedSibling ?? null;
    const step = node === null ? undefined : stepOf(node);
    if (step === undefined) return { value: { from, name, path, line }, steps: path.length + 1 };
    // HCL normalises names and texts.
    path.push(step.normalize('NFC'));
  }
}

function stepOf(node: Node): string | undefined {
  if (node.type === 'get_attr') return node.namedChildren[0]?.text;
  const index = node.type === 'index' ? node.namedChildren[0] : undefined;
  if (index?.type === 'legacy_index') return /^\.(0|[1-9]\d*)$/u.exec(index.text)?.[1];
  const expression = index?.type === 'new_index' ? index.namedChildren[0] : undefined;
  const literal = expression?.namedChildren[0];
  if (literal?.type !== 'literal_value' || expression?.namedChildren.length !== 1) return undefined;
  if (/^(0|[1-9]\d*)$/u.test(literal.text)) return literal.text;
  const text = wholeLiteral(expression);
  return text === undefined || /[\\$%]/u.test(text) ? undefined : text;
}

function sourceOf(module: Node): string | undefined {
  const source = childrenOf(module).find((child) => attributeName(child) === 'source');
  const expression = source === undefined ? undefined : expressionOf(source);
  return expression === undefined ? undefined : wholeLiteral(expression);
}

function typeOf(variable: Node): VariableType {
  const type = childrenOf(variable).find((child) => attributeName(child) === 'type');
  const [first, ...others] = (type === undefined ? undefined : expressionOf(type))?.namedChildren ?? [];
  if (type === undefined) return 'any';
  if (first === undefined || others.length > 0) return 'other';
  if (first.type === 'variable_expr') return first.text === 'any' ? 'any' : 'other';
  const [name, ...rest] = first.type === 'function_call' ? first.namedChildren : [];
  const given = rest.find((child) => child.type === 'function_arguments')?.namedChildren ?? [];
  const object = given.length === 1 ? given[0]?.namedChildren[0]?.namedChildren[0] : undefined;
  if (name?.text !== 'object' || object?.type !== 'object') return 'other';
  const names: string[] = [];
  for (const element of object.namedChildren) {
    if (element.type !== 'object_elem') continue;
    const key = element.namedChildren[0];
    const plain = key === undefined ? undefined : (wholeLiteral(key) ?? identifierOf(key));
    if (plain === undefined) return 'other';
    names.push(plain);
  }
  return names;
}

function identifierOf(expression: Node): string | undefined {
  const [only, ...others] = expression.namedChildren;
  return others.length === 0 && only?.type === 'variable_expr' ? only.text : undefined;
}
