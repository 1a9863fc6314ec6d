import { expect, test } from '@jest/globals';
import { leafIdentity } from '../../../src/commands/drift/issues/identity.ts';
import { titleNames } from '../../../src/commands/drift/issues/title-names.ts';

const namesOf = (...paths: readonly string[]): readonly (string | undefined)[] => {
  const names = titleNames(paths.map((path) => ({ path, identity: leafIdentity(path, undefined) })));
  return paths.map((path) => names.get(path));
};
const long = (end: string): string => `config/env=${'x'.repeat(300)}/composition=${end}`;

test.each<[string, readonly string[], readonly (string | RegExp)[]]>([
  ['different anyway', ['config/env=a/composition=v', 'config/env=b/composition=v'], ['v · a', 'v · b']],
  [
    'the same values in other folders',
    ['config/env=eu/composition=v', 'config/region=eu/composition=v', 'config/env=us/composition=v'],
    ['composition=v · env=eu', 'composition=v · region=eu', 'v · us'],
  ],
  [
    'two roots',
    ['config/env=a/composition=v', 'other/env=a/composition=v'],
    ['config/env=a/composition=v', 'other/env=a/composition=v'],
  ],
  ['a line break', ['config/a=x y/composition=v', 'config/a=x\ny/composition=v'], ['v · x y', /^v · x.y$/u]],
  ['long ones', [long('v'), long('w').replace('/env', '/b=1/env')], [/^v · x+…/u, /^w · 1 \/ x+…/u]],
  [
    'too long to differ',
    ['1', '2'].map((each) => `config/env=${'x'.repeat(300)}${each}${'x'.repeat(300)}/composition=v`),
    [/\([0-9a-f]{8}\)$/u, /\([0-9a-f]{8}\)$/u],
  ],
])('%s', (_, paths, expected) => {
  const names = namesOf(...paths);
  expect(new Set(names).size).toBe(paths.length);
  for (const [index, name] of names.entries()) expect(name).toMatch(expected[index] ?? '');
  for (const name of names) expect(Array.from(name ?? '').length).toBeLessThan(220);
  // In any order, and so in any run.
  expect([...namesOf(...paths.toReversed())].reverse()).toEqual(names);
});
