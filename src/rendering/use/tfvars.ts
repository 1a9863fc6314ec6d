/** Files that give a composition's variables their values without being asked for. */
import type { Parser } from 'web-tree-sitter';
import type { Expression } from '../hcl/expression.ts';
import { readExpression } from '../hcl/expression.ts';
import { attributeName, bodyOf, expressionOf } from '../hcl/hcl-nodes.ts';
import { anything, constant, NOTHING, union, type PathValue } from './path-text.ts';

/** Whether Terraform reads a file of a composition's folder for the values of variables. */
export function isTfvars(name: string): boolean {
  return /^(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/u.test(name);
}

/** The variables that a file gives values, with every text in them; undefined where it cannot be read. */
export function readTfvars(parser: Parser, text: string, isJson: boolean): ReadonlyMap<string, PathValue> | undefined {
  return isJson ? ofJson(text) : ofHcl(parser, text);
}

function ofJson(text: string): ReadonlyMap<string, PathValue> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).map(([name, each]) => [name, textsIn(each)]));
  } catch {
    // Terraform itself says what is wrong with it.
    return new Map();
  }
}

function textsIn(value: unknown): PathValue {
  if (typeof value === 'string') return constant(value);
  if (typeof value !== 'object' || value === null) return NOTHING;
  return union(Object.entries(value).flatMap(([key, each]) => [constant(key), textsIn(each)]));
}

function ofHcl(parser: Parser, text: string): ReadonlyMap<string, PathValue> | undefined {
  const tree = parser.parse(text);
  if (tree === null) return undefined;
  try {
    // What the grammar does not know may hide what follows.
    if (tree.rootNode.hasError) return undefined;
    const values = (bodyOf(tree.rootNode)?.namedChildren ?? []).flatMap((child): readonly [string, PathValue][] => {
      const expression = child.type === 'attribute' ? expressionOf(child) : undefined;
      if (expression === undefined) return [];
      return [[attributeName(child) ?? '', literalTexts(readExpression(expression))]];
    });
    return new Map(values);
  } finally {
    tree.delete();
  }
}

/** Such a file has literal values only. */
function literalTexts(expression: Expression): PathValue {
  switch (expression.kind) {
    case 'text':
      return constant(expression.text);
    case 'plain':
    case 'aside':
    case 'reference':
      return NOTHING;
    case 'any':
    case 'list':
      return union(expression.of.map(literalTexts));
    default:
      return anything('a value that is no literal');
  }
}
