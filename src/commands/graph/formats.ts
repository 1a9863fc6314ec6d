/** A graph for other programs: as JSON, for Graphviz, and for Mermaid, which GitHub draws. Pure. */
import type { Edge } from '../../graph/graph.ts';
import { visible } from '../../markdown/escaping.ts';
import { mermaid } from '../../markdown/mermaid.ts';
import type { Part } from './part.ts';

/** `{"leaves": [path], "edges": [{"reader", "reads", "outputs"}], "unknown": [{"reader", "file", "line"}]}` */
export function graphAsJson({ graph: { leaves, edges, unknown } }: Part): string {
  const json = {
    leaves,
    edges: edges.map(({ reader, reads, outputs }) => ({ reader, reads, outputs })),
    unknown: unknown.map(({ reader, file, line }) => ({ reader, file, line })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** The leaves with edges only. */
export function graphAsDot({ graph: { edges } }: Part): string {
  const lines = edges.map((edge) => {
    const style = edge.declared ? ', style=dashed' : '';
    return `  ${dotText(edge.reader)} -> ${dotText(edge.reads)} [label=${dotText(labelOf(edge))}${style}];\n`;
  });
  return `digraph kompos {\n  rankdir=LR;\n  node [shape=box];\n${lines.join('')}}\n`;
}

function dotText(text: string): string {
  return `"${visible(text).replace(/[\\"]/gu, '\\$&')}"`;
}

/** The leaves with edges only. */
export function graphAsMermaid({ graph: { edges } }: Part): string {
  const paths = [...new Set(edges.flatMap(({ reader, reads }) => [reader, reads]))];
  const nodes = new Map(paths.map((path) => [path, { label: path }]));
  return mermaid(
    nodes,
    edges.map((edge) => ({ from: edge.reader, to: edge.reads, label: labelOf(edge), isDashed: edge.declared })),
  );
}

/** The outputs that are read. */
export function labelOf({ outputs, declared }: Edge): string {
  if (declared) return 'depends_on';
  return outputs === 'all' ? 'all outputs' : outputs.join(', ');
}
