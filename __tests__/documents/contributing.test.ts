import { expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { at, entriesOf, filesIn, read, repository } from './files.ts';

const contributing = read('CONTRIBUTING.md');
const manifest: unknown = JSON.parse(read('package.json'));

function namesOf(section: string): readonly string[] {
  return entriesOf(at(manifest, section)).map(([name]) => name);
}

test('every dependency has its reason, and no other package has one', () => {
  const reasons = contributing.slice(contributing.indexOf('## Why each dependency is there'));
  const named = [...reasons.matchAll(/^\| (`[^|]+`) +\|/gmu)].flatMap(([, cell = '']) =>
    cell.split(', ').map((name) => name.replaceAll('`', '').trim()),
  );
  const installed = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(namesOf);
  expect(named.sort()).toEqual([...installed].sort());
});

test('every room is shown', () => {
  const rooms = readdirSync(`${repository}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const room of rooms) expect(contributing).toContain(`| \`src/${room}\``);
});

test('every command that a document names is a script', () => {
  const files = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md', ...filesIn('docs', '.md')];
  const documents = files.map(read).join('\n');
  const named = new Set([...documents.matchAll(/npm run ([\w-]+)/gu)].map(([, name = '']) => name));
  expect(namesOf('scripts')).toEqual(expect.arrayContaining([...named]));
});
