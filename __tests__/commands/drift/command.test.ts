/** The commands of an issue are read back as a shell and the apply read them. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { applyCommands } from '../../../src/commands/drift/issues/command.ts';
import { fence } from '../../../src/markdown/escaping.ts';
import { leafSelection } from '../../../src/project/selection.ts';

const path = (name: string): string => `config/env=${name}/composition=app`;
const NASTY = [
  ...[
    'dev',
    "it's",
    'a b',
    'dev1',
    '**@octocat**',
    '😀',
    'a{b,c}',
    'a,b',
    '$(id)',
    '"q"',
    'back\\slash',
    '`x`',
    'שלום',
    '[ab]',
  ],
  'x'.repeat(200),
].map(path);

/** The leaves that the commands select of all. */
function selected(commands: readonly string[], known: readonly string[]): readonly string[] {
  // What the shell passes to `gh`, byte by byte.
  const shell = `gh() { printf '%s\\0' "$5"; }\n${commands.join('\n')}`;
  const given = execFileSync('bash', ['-c', shell], { encoding: 'utf8' }).split('\0').slice(0, -1);
  return given
    .map((each) => each.replace(/^leaves=/u, ''))
    .flatMap((each) => known.filter(leafSelection(known, [each])));
}

test.each<[string, readonly string[]]>([
  ['one leaf', [path('dev')]],
  ['several', ['dev', 'stage', 'a b'].map(path)],
  ['names of any kind', NASTY],
  ['sixty with long names', Array.from({ length: 60 }, (_, index) => path(`${'long'.repeat(50)}${index}`))],
])('%s: exactly these', (_what, leaves) => {
  const commands = applyCommands(leaves);
  const known = [...leaves, path('other'), path('dev2'), path('a'), path('b')];
  const chosen = new Set(selected(commands, known));
  // A folder that is spelled like a glob also selects what it matches.
  const more = leaves === NASTY ? ['a', 'b'].map(path) : [];
  expect([...chosen].filter((each) => !more.includes(each)).toSorted()).toEqual(leaves.toSorted());
  for (const each of commands) expect(fence(each, 'text')).toContain(each);
});

test('sixty leaves with long names take few runs', () => {
  const leaves = Array.from({ length: 60 }, (_, index) => path(`${'long'.repeat(50)}${index}`));
  expect(applyCommands(leaves)).toHaveLength(2);
});

test.each(['line\nbreak', 'right\u202eleft', '👨\u200d👩', 'zero\u200bwidth', '`'.repeat(41)])(
  'a name that the issue shows in another way is a pattern, and leaves those of the others alone: %j',
  (name) => {
    const leaves = [path('dev'), path(name), path('stage')];
    const commands = applyCommands(leaves);
    expect(commands[0]).toBe(`gh workflow run apply.yml -f leaves='{${path('dev')},${path('stage')}}'`);
    const chosen = new Set(selected(commands, [...leaves, path('elsewhere')]));
    expect([...chosen].toSorted()).toEqual(leaves.toSorted());
    expect(fence(commands.join('\n'), 'text')).toContain(commands.join('\n'));
  },
);
