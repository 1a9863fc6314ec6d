/** Texts that look like placeholders. Whether one is resolved depends on where it stands, and on the file. */
import type { Node } from 'web-tree-sitter';

export interface WrittenPlaceholder {
  /** `vpc.version` */
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly sourceLine: string;
  /** Whether it stands in a static literal, where a template's are resolved. */
  readonly isStatic: boolean;
  /** Whether it stands in a part that cannot be read: in a template, that is an error of its own. */
  readonly isUnread: boolean;
  /** Whether it stands in a `terraform` block, where no variable can take its place. */
  readonly isInTerraformBlock: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Ranges {
  readonly literals: readonly Range[];
  /** The parts that cannot be read. */
  readonly unread?: readonly Range[];
  readonly terraformBlocks?: readonly Range[];
}

const PLACEHOLDER = /\{\{\s*([^\s{}`"][^{}`"]*?)\s*\}\}/gu;

/**
 * Finds them outside of comments.
 *
 * @param root of the syntax tree; undefined where the language has no comments
 */
export function writtenPlaceholders(
  text: string,
  { literals, unread = [], terraformBlocks = [] }: Ranges,
  root: Node | undefined,
): readonly WrittenPlaceholder[] {
  if (!text.includes('{{')) return [];
  const comments = root?.descendantsOfType('comment') ?? [];
  return [...text.matchAll(PLACEHOLDER)].flatMap(({ 1: key = '', index }) => {
    if (comments.some((each) => each.startIndex <= index && index < each.endIndex)) return [];
    const isIn = (each: Range): boolean => each.start <= index && index < each.end;
    const before = text.slice(0, index);
    const start = before.lastIndexOf('\n') + 1;
    const end = text.indexOf('\n', index);
    return [
      {
        key,
        line: before.split('\n').length,
        column: index - start + 1,
        sourceLine: text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, ''),
        isStatic: literals.some(isIn),
        isUnread: unread.some(isIn),
        isInTerraformBlock: terraformBlocks.some(isIn),
      },
    ];
  });
}
