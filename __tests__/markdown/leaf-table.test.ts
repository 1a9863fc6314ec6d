import { expect, test } from '@jest/globals';
import { leafTable } from '../../src/markdown/leaf-table.ts';

const place = 'config/env=production-europe/region=eu-central-1/cluster=cluster-number-one/composition=terraform';
const rows = [
  { word: 'changed', leaf: `${place}/terraform=network`, cells: ['1 to create', 'app v1.0.0 → v1.1.0'] },
  { word: 'added', leaf: `${place}/terraform=app`, cells: ['2 to change · 1 output to change', ''] },
];

test('for logs and pipes: one line for each leaf, with its full path', () => {
  const [first, second, ...others] = leafTable(rows, undefined);
  expect(first).toBe(`changed  ${place}/terraform=network  1 to create                       app v1.0.0 → v1.1.0`);
  expect(second).toBe(`added    ${place}/terraform=app      2 to change · 1 output to change`);
  expect(others).toEqual([]);
});

test('on a terminal: short names, and what they leave out', () => {
  expect(leafTable(rows, 80, '  ').join('\n')).toBe(`\
  changed  network  1 to create                       app v1.0.0 → v1.1.0
  added    app      2 to change · 1 output to change
  Leaves:
  config/env=production-europe/region=eu-central-1/cluster=cluster-number-one/composition=terraform/terraform=*`);
});

test('on a narrow one: what is said of a leaf is below it, and no word is broken', () => {
  expect(leafTable(rows, 40).slice(0, -2).join('\n')).toBe(`\
changed  network
    1 to create
    app v1.0.0 → v1.1.0
added  app
    2 to change · 1 output to change`);
});

test('full paths where they fit, and none of no leaves', () => {
  expect(leafTable([{ word: 'added', leaf: 'config/composition=a', cells: ['b'] }], 80)).toEqual([
    'added  config/composition=a  b',
  ]);
  expect(leafTable([], 80)).toEqual([]);
});
