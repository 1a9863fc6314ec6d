/**
 * The parts of a Terraform file that are evaluated before anything is planned: module sources and versions, all of the
 * `terraform` block (backend, encryption, provider requirements), and what a provider is repeated for.
 */
import type { Node, Parser } from 'web-tree-sitter';
import { field, record } from '../../base/json.ts';
import { isJson } from '../terraform-files.ts';
import { PLAIN, readExpression, type Expression } from './expression.ts';
import { attributeName, blockNames, bodyOf, expressionOf } from './hcl-nodes.ts';
import { bodies, readJsonCode, readText } from './json-code.ts';
import { readModuleCode, type ModuleCode } from './module-code.ts';

export interface StaticFile {
  readonly code: Pick<ModuleCode, 'locals' | 'calls' | 'unreadable'>;
  readonly places: readonly Expression[];
  /** Declared variables, and whether each has `const = true`, or an expression that may be true. */
  readonly variables: ReadonlyMap<string, { readonly isConst: boolean }>;
}

/** @param name of the file: it says whether it is HCL or JSON */
export function readStaticFile(parser: Parser, name: string, text: string): StaticFile {
  return isJson(name) ? ofJson(parser, text) : ofHcl(parser, text);
}

function ofHcl(parser: Parser, text: string): StaticFile {
  const tree = parser.parse(text);
  if (tree === null) throw new Error('the HCL parser has no language');
  try {
    const places: Expression[] = [];
    const variables = new Map<string, { isConst: boolean }>();
    for (const block of bodyOf(tree.rootNode)?.namedChildren ?? []) {
      if (block.type !== 'block') continue;
      const [type, name = ''] = blockNames(block);
      const own = attributesOf(block);
      if (type === 'terraform') places.push(...own, ...nestedOf(block));
      if (type === 'module') places.push(...attributesOf(block, 'source', 'version'));
      if (type === 'provider') places.push(...attributesOf(block, 'for_each'));
      if (type === 'variable') variables.set(name, { isConst: isSwitchedOn(block) });
    }
    return { code: readModuleCode(tree.rootNode, tree.rootNode.hasError ? 1 : undefined), places, variables };
  } finally {
    tree.delete();
  }
}

function attributesOf(block: Node, ...wanted: readonly string[]): readonly Expression[] {
  return (bodyOf(block)?.namedChildren ?? []).flatMap((child) => {
    const expression = child.type === 'attribute' ? expressionOf(child) : undefined;
    if (expression === undefined) return [];
    return wanted.length === 0 || wanted.includes(attributeName(child) ?? '') ? [readExpression(expression)] : [];
  });
}

function nestedOf(block: Node): readonly Expression[] {
  const blocks = (bodyOf(block)?.namedChildren ?? []).filter(({ type }) => type === 'block');
  return blocks.flatMap((each) => [...attributesOf(each), ...nestedOf(each)]);
}

function isSwitchedOn(variable: Node): boolean {
  const attribute = (bodyOf(variable)?.namedChildren ?? []).find(
    (child) => child.type === 'attribute' && attributeName(child) === 'const',
  );
  const expression = attribute && expressionOf(attribute);
  return expression !== undefined && expression.text.trim() !== 'false';
}

function ofJson(parser: Parser, text: string): StaticFile {
  const code = readJsonCode(parser, text);
  // Such a file cannot be read by Terraform either.
  const root: unknown = code.unreadable === undefined ? JSON.parse(text.replace(/^\uFEFF/u, '')) : {};
  const modules = bodies(field(root, 'module')).flatMap(([, body]) => bodies(body));
  const providers = bodies(field(root, 'provider')).flatMap(([, body]) => bodies(body));
  const values = [
    field(root, 'terraform'),
    ...modules.flatMap(([name, value]) => (name === 'source' || name === 'version' ? [value] : [])),
    ...providers.flatMap(([name, value]) => (name === 'for_each' ? [value] : [])),
  ];
  const variables = bodies(field(root, 'variable')).map(([name, body]): [string, { isConst: boolean }] => {
    const given = new Map(bodies(body)).get('const');
    return [name, { isConst: given !== undefined && given !== false }];
  });
  return { code, places: values.map((value) => textsIn(parser, value)), variables: new Map(variables) };
}

function textsIn(parser: Parser, value: unknown): Expression {
  if (typeof value === 'string') return readText(parser, value);
  if (Array.isArray(value)) return { kind: 'list', of: value.map((each) => textsIn(parser, each)) };
  const entries = Object.entries(record(value));
  return entries.length === 0 ? PLAIN : { kind: 'any', of: entries.map(([, each]) => textsIn(parser, each)) };
}
