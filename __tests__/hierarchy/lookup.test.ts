import { expect, test } from '@jest/globals';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { lookup } from '../../src/hierarchy/interpolation/lookup.ts';
import { configurationOf } from './reading.ts';

const root = configurationOf(`
m: {k: 1, "x.y": dotted, n: {"0": zero}}
l: [a, [b, c], {d: e}]
t: text
"m.k": shadowed
"flat.key": flat
labels: {kubernetes.io/name: app}
"x.y": {z: one, "z.w": 1}
"x.y.z": two
"q.r.s": two
"q.r": {s: one}
"": {"": empty}
__proto__: {polluted: yes}
`);

test.each([
  ['m.k', '1'],
  ['m.x.y', '"dotted"'],
  ['m.n.0', '"zero"'],
  ['l.0', '"a"'],
  ['l.1.1', '"c"'],
  ['l.2.d', '"e"'],
  ['flat.key', '"flat"'],
  ['labels.kubernetes.io/name', '"app"'],
  ['x.y.z', '"one"'],
  ['x.y.z.w', '1'],
  ['x.y.w', undefined],
  ['q.r.s', '"two"'],
  ['.', '"empty"'],
  ['__proto__.polluted', 'true'],
  ['l.3', undefined],
  ['l.00', undefined],
  ['l.-1', undefined],
  ['l.1e0', undefined],
  ['l.', undefined],
  ['l.length', undefined],
  ['l.map', undefined],
  ['l.__proto__', undefined],
  ['l.constructor', undefined],
  ['t.length', undefined],
  ['t.0', undefined],
  ['t.value', undefined],
  ['t.origin.file', undefined],
  ['m.constructor', undefined],
  ['m.__proto__', undefined],
  ['m.toString', undefined],
  ['constructor', undefined],
  ['m.children.k', undefined],
  ['children', undefined],
  ['m[k]', undefined],
  ['l[0]', undefined],
  ['m .k', undefined],
  [`m${'.k'.repeat(100_000)}`, undefined],
])('%.40s → %s', (key, json) => {
  const found = lookup(root, key);
  expect(found === undefined ? undefined : toCompactJson(found)).toBe(json);
});
