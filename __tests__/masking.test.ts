import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker, maskData, MASK } from '../src/masking.ts';
import { compilePatterns } from '../src/masking/patterns.ts';

function masked(secrets: readonly string[], text: string): string {
  const masker = createMasker([]);
  masker.add(secrets);
  return masker.mask(text);
}

describe('a secret', () => {
  test.each([
    ['nothing is secret', [], 'text', 'text'],
    ['everywhere', ['hunter22'], 'hunter22 xhunter22x "hunter22"', '*** x***x "***"'],
    [
      'with signs that mean something in patterns',
      ['a.b*c(d)[e]{f}|g^h$i?j+k/l-m\\n'],
      'x a.b*c(d)[e]{f}|g^h$i?j+k/l-m\\n x',
      'x *** x',
    ],
    ['such a sign is only itself', ['a.b.c.d'], 'aXbXcXd', 'aXbXcXd'],
    ['a key that begins with dashes', ['-----BEGIN KEY-----'], 'key: -----BEGIN KEY-----', 'key: ***'],
    ['a UUID', ['0b1c2d3e-aaaa-bbbb-cccc-0123456789ab'], 'id 0b1c2d3e-aaaa-bbbb-cccc-0123456789ab', 'id ***'],
    ['that contains another goes as a whole', ['hunter', 'hunter22'], 'hunter22 hunter', '*** ***'],
    ['inside quotes, as a plan spells it', ['say "hi"\\now'], '+ input = "say \\"hi\\"\\\\now"', '+ input = "***"'],
    ['of several lines, on one', ['first line\nsecond line'], '"first line\\nsecond line"', '"***"'],
    // Terraform breaks the paragraphs of its errors at column 78.
    ['with blanks, broken at one of them', ['correct horse battery'], 'is correct horse\nbattery.', 'is ***.'],
    ['with letters beyond ASCII', ['pässwörd🔑'], 'xpässwörd🔑x', 'x***x'],
    ['capitals count', ['hunter22'], 'HUNTER22', 'HUNTER22'],
  ])('%s', (_, secrets, text, expected) => {
    expect(masked(secrets, text)).toBe(expected);
  });
});

test.each([
  ['indented', 'first line\nsecond line', '  + first line\n    second line\nthird line'],
  ['with a line break at its end', 'first line\nsecond line\n', '  + first line\n    second line\nthird line'],
  ['with CR', 'first line\r\nsecond line\r\n', '  + first line\n    second line\nthird line'],
  ['the second line alone', 'first line\nsecond line', '  + second line\nthird line'],
])('a secret of several lines, %s: none of them is left, what follows stands where it stood', (_, secret, text) => {
  expect(masked([secret], text)).toMatch(/^ {2}\+ \*\*\*(?:\n {4}\*\*\*)?\nthird line$/u);
});

describe('short ones', () => {
  test.each([
    ['as a word', 'dev', 'dev', '***'],
    ['as a word among others', 'dev', 'the dev, "dev" and dev-1', 'the ***, "***" and ***-1'],
    ['not within a word', 'dev', 'device undev dev1 dev_x devé', 'device undev dev1 dev_x devé'],
    ['five letters are short', 'abcde', 'abcde abcdef', '*** abcdef'],
    ['six are not', 'abcdef', 'abcdef abcdefg', '*** ***g'],
    ['a short line of a long one', 'dev\na long second line', 'device, dev', 'device, ***'],
    ['with line breaks around it', '\ndev\n\n\n', 'device, dev, device', 'device, ***, device'],
    ['two letters are none', 'ab', 'ab', 'ab'],
    ['blanks are none', '      ', 'a      b', 'a      b'],
    ['numbers', '4711', 'port 4711, 47110', 'port ***, 47110'],
  ])('%s', (_, secret, text, expected) => {
    expect(masked([secret], text)).toBe(expected);
  });
});

describe('patterns', () => {
  test.each([
    ['every match', ['AKIA[0-9A-Z]{4}'], 'AKIA1234 and AKIAABCD', '*** and ***'],
    ['several', ['a+b', 'c'], 'aab c', '*** ***'],
    ['with context that stays', ['(?<=token=)\\w+'], 'token=abc', 'token=***'],
    ['an empty match hides nothing and adds nothing', ['x*'], 'axb', 'a***b'],
    ['white space of any kind', ['key:\\s+\\w+', 'a[\\s:]b'], 'key:\u00a0\vabc a\u2028b', '*** ***'],
    ['letters beyond ASCII', ['🔑\\p{L}+'], 'x 🔑äö y', 'x *** y'],
  ])('%s', async (_, patterns, text, expected) => {
    expect(createMasker(await compilePatterns(patterns)).mask(text)).toBe(expected);
  });

  test('beside secrets, and again on a second text', async () => {
    const masker = createMasker(await compilePatterns(['AKIA[0-9A-Z]{4}']));
    masker.add(['hunter22']);
    for (let time = 0; time < 2; time += 1) expect(masker.mask('hunter22 AKIA1234')).toBe('*** ***');
  });
});

test('secrets that are added later count from then on', () => {
  const masker = createMasker([]);
  masker.add(['first-secret']);
  expect(masker.mask('first-secret second-secret')).toBe('*** second-secret');
  masker.add(new Set(['second-secret']));
  expect(masker.mask('first-secret second-secret')).toBe('*** ***');
  expect([...masker.secrets]).toEqual(['first-secret', 'second-secret']);
});

test('data: every text at any depth; keys, numbers and the rest stay', () => {
  const masker = createMasker([]);
  masker.add(['hunter22']);
  const data = { hunter22: 'a hunter22', list: [{ deep: ['hunter22', 1, true, null, undefined] }], none: undefined };
  expect(maskData(data, masker)).toEqual({
    hunter22: 'a ***',
    list: [{ deep: ['***', 1, true, null, undefined] }],
    none: undefined,
  });
  expect(data.hunter22).toBe('a hunter22');
});

describe('no secret of six characters or more gets out', () => {
  /** All that is special in patterns, JSON and plans; without the mask's own sign, which a text may show anywhere. */
  const sign = fc.constantFrom(
    ...'abcXYZ019 .\\^$+?()[]{}|/-_"\'`<>&%#@~=:;,!\t\n\r'.split(/(?:)/u),
    'é',
    'ß',
    '漢',
    '🔑',
    '\u0001',
  );
  const secret = fc.string({ unit: sign, minLength: 6, maxLength: 30 }).filter((text) => text.trim().length >= 6);
  const anything = fc.string({ unit: sign, maxLength: 30 });

  test('whole, inside of anything, among others', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, secret, anything), { minLength: 1, maxLength: 4 }), (parts) => {
        const secrets = parts.map(([, each]) => each);
        const text = parts.map((each) => each.join('')).join('');
        const seen = masked(secrets, text);
        for (const each of secrets) expect(seen).not.toContain(each);
        expect(seen).toContain(MASK);
      }),
      { numRuns: 300 },
    );
  });

  test('as the inside of a quoted text', () => {
    fc.assert(
      fc.property(
        secret.map((each) => each.trim()),
        (each) => {
          expect(masked([each], `+ input = ${JSON.stringify(each)}`)).toBe('+ input = "***"');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('line by line, indented as a plan does it', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 2, maxLength: 4 }), (parts) => {
        const lines = parts.join('\n').split('\n');
        const seen = lines.map((line) => masked([parts.join('\n')], `    + ${line.trim()}`));
        for (const [index, line] of lines.entries()) {
          if (line.trim().length >= 6) expect(seen[index]).not.toContain(line.trim());
        }
      }),
      { numRuns: 300 },
    );
  });

  test('in nested data', () => {
    fc.assert(
      fc.property(secret, anything, (each, around) => {
        const masker = createMasker([]);
        masker.add([each]);
        const data = maskData({ a: [{ b: `${around}${each}` }, [each]], c: `${each}${around}` }, masker);
        for (const text of [...data.a.flatMap((item) => (Array.isArray(item) ? item : [item.b])), data.c]) {
          expect(text).not.toContain(each);
        }
      }),
      { numRuns: 200 },
    );
  });
});
