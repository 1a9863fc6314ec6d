/** A picture of the leaves of a report that read each other, coloured by what happens to them. Pure. */
import { shorten } from '../../../markdown/bytes.ts';
import { oneLine } from '../../../markdown/escaping.ts';
import type { Fold } from '../../../markdown/fit.ts';
import { leafNames, nameInWords } from '../../../markdown/leaf-names.ts';
import { mermaid, type MermaidNode } from '../../../markdown/mermaid.ts';
import { count } from '../../../markdown/phrases.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { isAlarming, isLeftBehind } from '../verdict.ts';

/** Fewer connected leaves need no picture, and of more nodes nobody sees any. */
const FEWEST = 3;
const MOST = 40;
const MOST_ARROWS = 200;

/** Characters: a longer one is cut in the middle. */
const LONGEST_LABEL = 60;

/** In the order of importance: a group has the first style that one of its leaves has. */
const STYLES = {
  failed: 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,color:#1f2328',
  destroys: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  waits: 'fill:#fff8c5,stroke:#9a6700,stroke-dasharray:4 3,color:#1f2328',
  changes: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  creates: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  quiet: 'fill:#f6f8fa,stroke:#59636e,color:#1f2328',
  elsewhere: 'fill:#ffffff,stroke:#59636e,stroke-dasharray:2 2,color:#1f2328',
} as const;

type Style = keyof typeof STYLES;

/** A closed fold; none where fewer than three leaves are connected. */
export function graphFold({ edges = [], leaves }: PlanReport): readonly Fold[] {
  const connected = [...new Set(edges.flatMap(({ reader, reads }) => [reader, reads]))].sort();
  if (connected.length < FEWEST) return [];
  const reports = new Map(leaves.map((leaf) => [leaf.leaf, leaf]));
  const groupOf = grouping(connected);
  const names = leafNames(connected);
  const nodes = new Map<string, MermaidNode>();
  for (const group of new Set(connected.map(groupOf))) {
    const members = connected.filter((leaf) => groupOf(leaf) === group);
    const label =
      members.length === 1 ? nameInWords(names.of(members[0] ?? '')) : `${group} · ${count(members.length)} leaves`;
    nodes.set(group, {
      label: shorten(oneLine(label), LONGEST_LABEL),
      style: worst(members.map((leaf) => styleOf(reports.get(leaf)))),
    });
  }
  const pairs = new Map(
    edges.map(({ reader, reads }) => [
      `${groupOf(reader)}\n${groupOf(reads)}`,
      { from: groupOf(reader), to: groupOf(reads) },
    ]),
  );
  const shown = [...pairs.values()].filter(({ from, to }) => from !== to);
  const left = shown.length - MOST_ARROWS;
  const summary = `Graph: ${count(connected.length)} leaves, ${count(edges.length, 'edge', 'edges')}`;
  return [
    {
      kind: 'fold',
      open: false,
      summary,
      blocks: [
        `\`\`\`mermaid\n${mermaid(nodes, shown.slice(0, MOST_ARROWS), STYLES)}\`\`\``,
        `An arrow leads from a leaf to one whose outputs it reads.${left > 0 ? ` ${count(left, 'arrow is', 'arrows are')} left out.` : ''}`,
      ],
    },
  ];
}

/** A leaf by itself, or the nearest folder above it that leaves few enough groups. */
function grouping(leaves: readonly string[]): (leaf: string) => string {
  const deepest = Math.max(...leaves.map((leaf) => leaf.split('/').length));
  for (let depth = deepest; depth > 1; depth -= 1) {
    const at = (leaf: string): string => leaf.split('/').slice(0, depth).join('/');
    if (new Set(leaves.map(at)).size <= MOST) return at;
  }
  return (leaf) => leaf.split('/')[0] ?? '';
}

function worst(styles: readonly Style[]): Style {
  const order = Object.keys(STYLES);
  return styles.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? 'elsewhere';
}

function styleOf(leaf: LeafReport | undefined): Style {
  if (leaf === undefined) return 'elsewhere';
  const { outcome, kind } = leaf;
  if (kind === 'failed' || outcome.status === 'failed') return 'failed';
  if (isAlarming(leaf) || isLeftBehind(leaf) || kind === 'removed') return 'destroys';
  if (outcome.status === 'waits') return 'waits';
  if (outcome.status === 'not-run' || !outcome.summary.hasChanges) return 'quiet';
  return kind === 'added' ? 'creates' : 'changes';
}
