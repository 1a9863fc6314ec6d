/** The parts of blocks and attributes in HCL's syntax tree. */
import type { Node } from 'web-tree-sitter';

/** The body of a block or file; undefined where it is empty. */
export function bodyOf(node: Node): Node | undefined {
  return node.namedChildren.find((child) => child.type === 'body');
}

/** Type and labels of a block, without quotes. */
export function blockNames(block: Node): string[] {
  return block.namedChildren
    .filter((child) => child.type === 'identifier' || child.type === 'string_lit')
    .map((child) => (child.type === 'identifier' ? child.text : child.text.slice(1, -1)).normalize('NFC'));
}

/** The name of an attribute; undefined for another node. */
export function attributeName(attribute: Node): string | undefined {
  return attribute.namedChildren.find((child) => child.type === 'identifier')?.text.normalize('NFC');
}

/** The expression that an attribute is given. */
export function expressionOf(attribute: Node): Node | undefined {
  return attribute.namedChildren.find((child) => child.type === 'expression');
}

/** The text of an expression that is one quoted string without interpolation. */
export function wholeLiteral(expression: Node): string | undefined {
  const literal = expression.namedChildren[0];
  const inner = literal?.type === 'literal_value' ? literal.namedChildren[0] : undefined;
  return inner?.type === 'string_lit' ? inner.text.slice(1, -1) : undefined;
}
