import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mermaid } from '../../src/markdown/mermaid.ts';

const STYLES = { calm: 'fill:#ffffff', loud: 'fill:#ff0000' };

test('nodes, edges, and the styles that are used', () => {
  const nodes = new Map([
    ['a', { label: 'vpc', style: 'calm' }],
    ['b', { label: 'eks · dev / c1', style: 'calm' }],
  ]);
  expect(
    mermaid(
      nodes,
      [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'gone' },
        { from: 'b', to: 'a', label: 'id|"x', isDashed: true },
      ],
      STYLES,
    ),
  ).toBe(
    'flowchart LR\n  n0["vpc"]:::calm\n  n1["eks #183; dev #47; c1"]:::calm\n  n0 --> n1\n  n1 -.->|"id#124;#34;x"| n0\n  classDef calm fill:#ffffff\n',
  );
});

test('no label leaves its quotes, and each is shown as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (label) => {
      const text = mermaid(new Map([['a', { label: `${label}"]; click n0 href "x"`, style: 'loud' }]]), [], STYLES);
      const lines = text.split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[1]).toMatch(/^ {2}n0\["(?:[\p{L}\p{N} ]|#\d+;)*"\]:::loud$/u);
    }),
  );
});
