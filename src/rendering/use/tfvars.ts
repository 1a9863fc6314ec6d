/** Files that give a composition's variables their values without being asked for. */
import type { Parser } from 'web-tree-sitter';
import type { Expression } from '../hcl/expression.ts';
import { isPlainSpelling, readExpression } from '../hcl/expression.ts';
import { parseHcl } from '../hcl/parse-hcl.ts';
import { attributeName, bodyOf, expressionOf } from '../hcl/hcl-nodes.ts';
import { compareBytes } from '../../snapshot/snapshot.ts';
import { anything, constant, NOTHING, union, type PathValue } from './path-text.ts';

/** Whether Terraform reads a file of a composition's folder for the values of variables. */
export function isTfvars(name: string): boolean {
  return /^(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/u.test(name);
}

/** The value that a file gives a variable. */
export interface GivenVariable {
  readonly file: string;
  readonly line: number;
  /** A literal. */
  readonly value: Expression;
}

/**
 * The variables that a file gives values; undefined where it cannot be read.
 *
 * @param path from the repository root: it says whether it is HCL or JSON
 */
export function readTfvars(parser: Parser, path: string, text: string): ReadonlyMap<string, GivenVariable> | undefined {
  return path.endsWith('.json') ? ofJson(path, text) : ofHcl(parser, path, text);
}

/** In the order in which Terraform reads such files: a later one wins. */
export function inOrderOfTfvars<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const rank = ({ name }: File): number => ['terraform.tfvars', 'terraform.tfvars.json'].indexOf(name);
  const isFirst = (file: File): boolean => rank(file) >= 0;
  return [
    ...files.filter(isFirst).sort((a, b) => rank(a) - rank(b)),
    ...files.filter((file) => !isFirst(file)).sort((a, b) => compareBytes(a.name, b.name)),
  ];
}

function ofJson(file: string, text: string): ReadonlyMap<string, GivenVariable> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).map(([name, each]) => [name, { file, line: 1, value: literal(each) }]));
  } catch {
    // Terraform itself says what is wrong with it.
    return new Map();
  }
}

/** Nothing in these texts is a template. */
function literal(value: unknown): Expression {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (Array.isArray(value)) return { kind: 'list', of: value.map(literal) };
  if (typeof value !== 'object' || value === null) {
    const spelling = JSON.stringify(value);
    return { kind: 'plain', value: isPlainSpelling(spelling) ? spelling : undefined };
  }
  const entries = Object.entries(value).map(([key, each]) => [key, literal(each)] as const);
  const of = entries.flatMap(([key, each]): Expression[] => [{ kind: 'text', text: key }, each]);
  return { kind: 'any', of, entries: new Map(entries.map(([key, each]) => [key.normalize('NFC'), each])) };
}

function ofHcl(parser: Parser, file: string, text: string): ReadonlyMap<string, GivenVariable> | undefined {
  const { tree, errors } = parseHcl(parser, text);
  try {
    if (errors.length > 0) return undefined;
    const values = (bodyOf(tree.rootNode)?.namedChildren ?? []).flatMap((child): readonly [string, GivenVariable][] => {
      const expression = child.type === 'attribute' ? expressionOf(child) : undefined;
      if (expression === undefined) return [];
      const line = child.startPosition.row + 1;
      return [[attributeName(child) ?? '', { file, line, value: readExpression(expression) }]];
    });
    return new Map(values);
  } finally {
    tree.delete();
  }
}

/** Every text in a value. */
export function literalTexts(expression: Expression): PathValue {
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
