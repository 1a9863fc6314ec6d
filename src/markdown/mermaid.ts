/** Graphs in Mermaid's language, which GitHub draws. Pure. */
import { shorten } from './bytes.ts';
import { oneLine } from './escaping.ts';

export interface MermaidNode {
  readonly label: string;
  /** The name of a style. */
  readonly style: string;
}

/**
 * A fenced graph whose labels cannot act, whatever they are: what is no letter, digit or blank is a character entity.
 *
 * @param nodes by the name that edges use, which is not shown
 * @param edges from → to
 * @param styles Mermaid's properties by name
 */
export function mermaid(
  nodes: ReadonlyMap<string, MermaidNode>,
  edges: readonly (readonly [from: string, to: string])[],
  styles: Readonly<Record<string, string>>,
): string {
  const ids = new Map([...nodes.keys()].map((name, index) => [name, `n${index}`]));
  const used = new Set([...nodes.values()].map(({ style }) => style));
  const lines = [
    'flowchart LR',
    ...[...nodes].map(([name, { label, style }]) => `  ${ids.get(name) ?? ''}["${inLabel(label)}"]:::${style}`),
    ...edges.flatMap(([from, to]) => {
      const [a, b] = [ids.get(from), ids.get(to)];
      return a === undefined || b === undefined ? [] : [`  ${a} --> ${b}`];
    }),
    ...Object.entries(styles).flatMap(([name, style]) => (used.has(name) ? [`  classDef ${name} ${style}`] : [])),
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

/** Characters of a label: a longer one is cut in the middle. */
const LONGEST = 60;

/** Mermaid's spelling of any character is `#` with its number. */
function inLabel(text: string): string {
  const line = shorten(oneLine(text), LONGEST);
  return Array.from(line, (char) => (/^[\p{L}\p{N} ]$/u.test(char) ? char : `#${char.codePointAt(0) ?? 0};`)).join('');
}
