/** Parses HCL so that what the grammar cannot read hides as little as possible. */
import type { Node, Parser, Tree } from 'web-tree-sitter';
import { scanHcl, without } from './readable-text.ts';

/** A part that the grammar could not make sense of: a whole statement of the top level. */
export interface SyntaxError {
  readonly start: number;
  readonly end: number;
  /** Where it becomes wrong, or has the first `{{`. */
  readonly line: number;
  readonly column: number;
  /** It becomes wrong at a quote that is not closed on its line. */
  readonly isQuote?: boolean | undefined;
}

/** A syntax tree without errors, to be deleted after use, and the parts that it lacks. Offsets are those of the text. */
export function parseHcl(
  parser: Parser,
  text: string,
): { readonly tree: Tree; readonly errors: readonly SyntaxError[] } {
  const whole = parse(parser, text);
  if (!whole.rootNode.hasError) return { tree: whole, errors: [] };
  whole.delete();
  const scanned = scanHcl(text);
  const errors: SyntaxError[] = [];
  for (const [start, end] of scanned.statements) {
    const tree = parse(parser, scanned.text.slice(start, end));
    const quote = scanned.unclosed.find((at) => start <= at && at < end);
    if (tree.rootNode.hasError || quote !== undefined) {
      const braces = text.slice(start, end).indexOf('{{');
      const at = quote ?? start + (braces < 0 ? firstError(tree.rootNode) : braces);
      errors.push({ start, end, ...positionAt(text, at), isQuote: quote !== undefined });
    }
    tree.delete();
  }
  const readable = without(
    scanned.text,
    errors.map(({ start, end }) => [start, end]),
  );
  return { tree: parse(parser, readable), errors };
}

function parse(parser: Parser, text: string): Tree {
  const tree = parser.parse(text);
  if (tree === null) throw new Error('the HCL parser has no language');
  return tree;
}

function firstError(node: Node): number {
  if (node.isError || node.isMissing) return node.startIndex;
  const child = node.children.find((each) => each.hasError || each.isMissing);
  return child === undefined ? node.startIndex : firstError(child);
}

function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
