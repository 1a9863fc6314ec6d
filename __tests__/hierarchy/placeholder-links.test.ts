import { describe, expect, test } from '@jest/globals';
import { withoutValues, withStandIns, openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import {
  placeholderLinks,
  referencesIn,
  type PlaceholderLink,
} from '../../src/hierarchy/interpolation/placeholder-links.ts';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { at, configurationOf, place } from './reading.ts';

const root = configurationOf(`
name: "{{prefix}}-{{env.name}}"
prefix: "{{org}}"
org: acme
env: {name: dev}
which: env
nested: "{{{{which}}.name}}"
copy: "{{env}}"
behind: "{{copy.name}}"
secretive: "{{env(TOKEN)}}"
stored: "{{ssm.path(/a/b)}}"
nothing: "{{no.such}}"
round: "{{about}}"
about: "{{round}}"
escaped: "{{\`{{org}}\`}}"
`);

/** `{{a}} key a=value @line`, those inside indented. */
function lines(links: readonly PlaceholderLink[], indent = ''): readonly string[] {
  return links.flatMap(({ written, kind, name, value, place: where, links: inner }) => [
    [`${indent}${written}`, kind, name, value && toCompactJson(value), where && `@${where.line}`]
      .filter(Boolean)
      .join(' '),
    ...lines(inner, `${indent}  `),
  ]);
}

describe('the placeholders of a value', () => {
  test.each<[string, readonly string[]]>([
    ['org', []],
    ['name', ['{{prefix}} key prefix "acme" @3', '  {{org}} key org "acme" @4', '{{env.name}} key env.name "dev" @5']],
    ['nested', ['{{{{which}}.name}} key env.name "dev" @5', '  {{which}} key which "env" @6']],
    ['behind', ['{{copy.name}} key copy.name "dev" @8', '  {{env}} key env {"name":"dev"} @5']],
    ['secretive', ['{{env(TOKEN)}} variable TOKEN']],
    ['stored', ['{{ssm.path(/a/b)}} secret ssm.path(/a/b)']],
    ['nothing', ['{{no.such}} missing no.such']],
    ['round', ['{{about}} key about @14', '  {{round}} key round @13']],
    ['escaped', []],
  ])('%s', (key, expected) => {
    expect(lines(placeholderLinks(at(root, key), root, withoutValues()))).toEqual(expected);
  });

  test('are not followed forever where each stands for two', () => {
    const doubling = Array.from({ length: 40 }, (_, index) => `k${index}: "{{k${index + 1}}}{{k${index + 1}}}"`);
    const large = configurationOf([...doubling, 'k40: x'].join('\n'));
    expect(lines(placeholderLinks(at(large, 'k0'), large, withoutValues())).length).toBeLessThanOrEqual(200);
  });

  test('and what refers to what', () => {
    const found = referencesIn(root).map(({ path, from, origin }) => `${from} → ${path.join('.')} ${place(origin)}`);
    expect(found).toContain('name → env.name c.yaml:2:7');
    expect(found).toContain('nested → which c.yaml:7:9');
    expect(found.filter((each) => each.startsWith('secretive'))).toEqual([]);
  });
});

test('stand-ins: none of the environment is read, or only what is not set', () => {
  expect(withoutValues().read('HOME')).toEqual({ kind: 'value', value: '(environment: HOME)' });
  const some = withStandIns(openEnvironment({ A: 'a' }));
  expect([some.read('A'), some.read('B')]).toMatchObject([{ value: 'a' }, { value: '(environment: B)' }]);
});
