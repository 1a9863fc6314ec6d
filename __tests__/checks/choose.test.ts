import { describe, expect, test } from '@jest/globals';
import { chooseByBase, type Revision } from '../../src/checks/check.ts';

interface Entry {
  readonly name: string;
  readonly command: string;
  readonly env: readonly string[];
  readonly sensitive: boolean;
}

const entry = (name: string, command: string, more: Partial<Entry> = {}): Entry => ({
  name,
  command,
  env: [],
  sensitive: false,
  ...more,
});

const revision = (entries: readonly Entry[], files: Readonly<Record<string, string>> = {}): Revision<Entry> => ({
  entries,
  filesOf: ({ name }) => files[name] ?? '',
});

/** What runs: the side, the name and the command. */
const choose = (base: Revision<Entry> | undefined, head: Revision<Entry>): readonly string[] =>
  chooseByBase('check', base, head).programs.map(
    ({ from, settings, proposed }) => `${from} ${settings.name} ${settings.command}${proposed ? ' proposed' : ''}`,
  );

describe('which checks run on a change', () => {
  const policy = entry('policy', 'a');
  const cases: readonly [
    string,
    Revision<Entry> | undefined,
    Revision<Entry>,
    readonly string[],
    RegExp | undefined,
  ][] = [
    ['the same: once, as in the base', revision([policy]), revision([policy]), ['base policy a'], undefined],
    ['removed: still runs', revision([policy]), revision([]), ['base policy a'], /removes the check "policy"/u],
    [
      'added: runs as proposed',
      revision([]),
      revision([policy]),
      ['head policy a proposed'],
      /adds the check "policy"/u,
    ],
    [
      'altered: both run',
      revision([policy]),
      revision([entry('policy', 'true')]),
      ['base policy a', 'head policy true proposed'],
      /alters the check "policy"/u,
    ],
    [
      'with other files: both run, each with its own',
      revision([policy], { policy: 'x' }),
      revision([policy], { policy: 'y' }),
      ['base policy a', 'head policy a proposed'],
      /alters/u,
    ],
    [
      'renamed: the old one stays',
      revision([policy]),
      revision([entry('rules', 'a')]),
      ['base policy a', 'head rules a proposed'],
      /removes the check "policy".*|adds/u,
    ],
    [
      'added, and asks for a variable: waits for the merge',
      revision([]),
      revision([entry('policy', 'a', { env: ['TOKEN'] })]),
      [],
      /adds the check "policy", which asks for TOKEN: until that is merged, it did not run/u,
    ],
    [
      'altered to see more than the base gives it: as before only',
      revision([entry('policy', 'a', { env: ['A'] })]),
      revision([entry('policy', 'b', { env: ['A', 'B'], sensitive: true })]),
      ['base policy a'],
      /alters the check "policy", which asks for B, sensitive values: until that is merged, it ran as before only/u,
    ],
    [
      'altered, with what the base gives it: both run',
      revision([entry('policy', 'a', { env: ['A'], sensitive: true })]),
      revision([entry('policy', 'b', { env: ['A'], sensitive: true })]),
      ['base policy a', 'head policy b proposed'],
      /as proposed/u,
    ],
    ['nothing but head is trusted: its own', undefined, revision([policy]), ['head policy a'], undefined],
  ];

  test.each(cases)('%s', (_, base, head, expected, notice) => {
    expect(choose(base, head)).toEqual(expected);
    const notices = chooseByBase('check', base, head).notices.join('\n');
    if (notice === undefined) expect(notices).toBe('');
    else expect(notices).toMatch(notice);
  });

  test('what is merged may ask for anything', () => {
    const head = revision([entry('policy', 'a', { env: ['TOKEN'], sensitive: true })]);
    expect(chooseByBase('check', revision([]), head, true).programs).toHaveLength(1);
  });
});
