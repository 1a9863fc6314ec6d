/** Graphs in Mermaid's language, which GitHub draws. Pure. */
import { oneLine } from './escaping.ts';

export interface MermaidNode {
  readonly label: string;
  /** The name of a style. */
  readonly style?: string | undefined;
}

export interface MermaidEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
  readonly isDashed?: boolean | undefined;
}

/**
 * A graph whose labels cannot act, whatever they are: what is no letter, digit or blank is a character entity.
 *
 * @param nodes by the name that edges use, which is not shown
 * @param styles Mermaid's properties by name
 */
export function mermaid(
  nodes: ReadonlyMap<string, MermaidNode>,
  edges: readonly MermaidEdge[],
  styles: Readonly<Record<string, string>> = {},
): string {
  const ids = new Map([...nodes.keys()].map((name, index) => [name, `n${index}`]));
  const used = new Set([...nodes.values()].map(({ style }) => style));
  const lines = [
    'flowchart LR',
    ...[...nodes].map(([name, { label, style }]) => {
      const node = `  ${ids.get(name) ?? ''}["${inLabel(label)}"]`;
      return style === undefined ? node : `${node}:::${style}`;
    }),
    ...edges.flatMap(({ from, to, label = '', isDashed }) => {
      const [a, b] = [ids.get(from), ids.get(to)];
      const arrow = `${isDashed === true ? '-.->' : '-->'}${label === '' ? '' : `|"${inLabel(label)}"|`}`;
      return a === undefined || b === undefined ? [] : [`  ${a} ${arrow} ${b}`];
    }),
    ...Object.entries(styles).flatMap(([name, style]) => (used.has(name) ? [`  classDef ${name} ${style}`] : [])),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Mermaid's spelling of any character is `#` with its number. */
function inLabel(text: string): string {
  return Array.from(oneLine(text), (char) =>
    /^[\p{L}\p{N} ]$/u.test(char) ? char : `#${char.codePointAt(0) ?? 0};`,
  ).join('');
}
