import { describe, expect, test } from '@jest/globals';
import { chooseByBase, type Revision } from '../../src/checks/check.ts';

interface Entry {
  readonly name: string;
  readonly command: string;
}

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
  const policy = { name: 'policy', command: 'a' };
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
      revision([{ name: 'policy', command: 'true' }]),
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
      revision([{ name: 'rules', command: 'a' }]),
      ['base policy a', 'head rules a proposed'],
      /removes the check "policy".*|adds/u,
    ],
    ['nothing but head is trusted: its own', undefined, revision([policy]), ['head policy a'], undefined],
  ];

  test.each(cases)('%s', (_, base, head, expected, notice) => {
    expect(choose(base, head)).toEqual(expected);
    const notices = chooseByBase('check', base, head).notices.join('\n');
    if (notice === undefined) expect(notices).toBe('');
    else expect(notices).toMatch(notice);
  });
});
