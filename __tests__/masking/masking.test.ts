import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskData } from '../../src/masking/mask-data.ts';
import { createMasker, MASK, WITHHELD } from '../../src/masking/masking.ts';
import { compilePatterns } from '../../src/masking/patterns.ts';

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
    ['with blanks, broken beside a rule', ['correct horse battery'], '│ is correct\n│ horse battery.', '│ is ***.'],
    ['that overlaps another: nothing of either', ['alpha-beta', 'beta-gamma'], 'x alpha-beta-gamma x', 'x *** x'],
    ['that overlaps itself', ['abcabc'], 'xabcabcabcx', 'x***x'],
    ['beside another', ['hunter22', 'swordfish'], 'hunter22swordfish', '******'],
    ['in the other normal form', ['caf\u00e9-au-lait'], 'x cafe\u0301-au-lait', 'x ***'],
    ['whose accent joined what stands before it', ['\u0301secret'], 'caf\u00e9secret', 'caf\u00e9***'],
    ['in a URL', ['p@ss/wörd?'], 'p%40ss%2Fw%C3%B6rd%3f', '***'],
    ['in the query of a URL', ['two words'], 'q=two+words', 'q=***'],
    ['inside of a JSON text, on its own', ['{"a": ["hunter22", 12345678]}'], 'hunter22 12345678', '*** ***'],
    ['a short one inside of a JSON text is a word like any other', ['{"a": "true!"}'], 'true!', 'true!'],
    [
      'whose last signs begin what reads as a template',
      ['hunter$$', 'a%%%%%'],
      'hunter$${x} a%%%%%{if}',
      '***x} ***if}',
    ],
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

/** Far more than is needed on a busy machine, and far less than what grows with the square of the size. */
const SECONDS = 20_000;

describe('large ones, and many', () => {
  const line = (length: number): string =>
    Array.from({ length: Math.ceil(length / 8) }, (_, at) => String(at).padStart(8, 'x'))
      .join('')
      .slice(0, length);

  test.each([30_000, 62_000, 100_000, 1_000_000])('%i characters', (length) => {
    const secret = `${line(length - 10)}-the-end--`;
    expect(masked([secret], `a ${secret} b`)).toBe('a *** b');
  });

  // Each of them begins as all do, and each leaf adds one more.
  test('320 keys, one after another, cost no more than reading them', () => {
    const masker = createMasker([]);
    const keys = Array.from(
      { length: 320 },
      (_, at) => `-----BEGIN KEY-----\n${`${at}/`.repeat(500)}\n-----END KEY-----`,
    );
    const started = performance.now();
    for (const key of keys) {
      masker.add([key]);
      expect(masker.mask(`key: ${key}`)).toBe('key: ***');
    }
    expect(performance.now() - started).toBeLessThan(SECONDS);
  });

  test('a text that is one secret over and over', () => {
    const started = performance.now();
    expect(
      masked(
        Array.from({ length: 300 }, (_, at) => 'a'.repeat(1000 + at)),
        'a'.repeat(1_000_000),
      ),
    ).toBe('***');
    expect(performance.now() - started).toBeLessThan(SECONDS);
  });
});

describe("a job's token, about 520 characters of a JWT with dots and underscores", () => {
  const token = `ghs_15368_${['eyJhbGciOiJSUzI1NiJ9', 'a-Zb_9'.repeat(46), 'X0_-y'.repeat(42)].join('.')}`;
  const masker = createMasker([]);
  masker.addEncoded([token]);

  test.each([
    ['plain', token],
    ['in an address', `git::https://x-access-token:${token}@github.com/org/modules.git?ref=v1`],
    ['in JSON', JSON.stringify({ token })],
    ['for basic authorization', Buffer.from(`x-access-token:${token}`).toString('base64')],
    ['percent-encoded', encodeURIComponent(token)],
  ])('%s', (_, text) => {
    expect(token.length).toBeGreaterThan(515);
    const kept = masker.mask(`before ${text} after`);
    expect(kept).toContain(MASK);
    expect(kept.length).toBeLessThan(100);
    expect(kept).toMatch(/^before .* after$/u);
  });
});

test('a secret in base64 is also masked as what it decodes to, if that is a text', () => {
  const masker = createMasker([]);
  const binary = Buffer.from([255, 254, 253, 0, 1, 2, 3, 4, 5]);
  masker.addEncoded([
    Buffer.from('user: somebody').toString('base64'),
    Buffer.from('ünd so weiter').toString('base64url'),
    binary.toString('base64'),
    'password',
  ]);
  expect(masker.mask('it is "user: somebody", ünd so weiter')).toBe('it is "***", ***');
  expect(masker.mask(binary.toString('latin1'))).toBe(binary.toString('latin1'));
});

describe('encoded', () => {
  const secret = 'ghs_0123/ab+~ü€ 🔑';
  const masker = createMasker([]);
  masker.addEncoded([secret]);

  // What decodes to the secret, wherever the encoded text begins: the first and last characters also hold its neighbours.
  test.each(['', 'x', 'x:', 'x-access-token:'])('in base64, behind "%s"', (before) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const text = Buffer.from(`${before}${secret};`).toString(encoding);
      const kept = masker.mask(text).split(MASK);
      expect(kept.length).toBe(2);
      for (const rest of kept) expect(Buffer.from(rest, encoding).toString()).not.toMatch(/ghs|0123|ab/u);
    }
  });

  test.each([
    ['lines of 76', 76, '\n'],
    ['lines of 64, indented by a plan', 64, '\n        '],
    ['lines of 64 behind rules', 64, '\r\n│ '],
    ['lines in a quoted text', 76, '\\n'],
    ['lines of 32', 32, '\n'],
  ])('in base64 that is broken into %s', (_, length, end) => {
    // It begins 8 characters before the end of a line.
    const before = 'x'.repeat((length / 4) * 3 - 6);
    const text = Buffer.from(`${before}${secret}${'x'.repeat(60)}`).toString('base64');
    const lines = text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];
    const joined = masker.mask(`"${lines.join(end)}"`).replaceAll(/\\n|[\s│]/gu, '');
    const own = Buffer.from(secret).toString('base64').slice(0, -4);
    expect(text).toContain(own);
    expect([joined.includes('***'), joined.includes(own)]).toEqual([true, false]);
  });

  test('in hex that is broken into lines', () => {
    const own = Buffer.from(secret).toString('hex');
    const text = Buffer.from(`${'x'.repeat(28)}${secret}xxx`).toString('hex');
    const joined = masker.mask(text.replaceAll(/.{64}/gu, '$&\n')).replaceAll('\n', '');
    expect([joined.includes('***'), joined.includes(own)]).toEqual([true, false]);
  });

  test('once in plain, where it stands encoded in an address', () => {
    const encodedOne = createMasker([]);
    encodedOne.add(['p%40ss%2Fw%C3%B6rd']);
    expect(encodedOne.mask('p@ss/wörd p%40ss%2Fw%C3%B6rd p%40ss/w%c3%b6rd')).toBe('*** *** ***');
  });

  test('in hex', () => {
    const hex = Buffer.from(secret).toString('hex');
    expect(masker.mask(`${hex} ${hex.toUpperCase()}`)).toBe('*** ***');
  });

  test('as itself, and told to the runner as itself', () => {
    expect(masker.mask(`a ${secret} b`)).toBe('a *** b');
    expect([...masker.secrets]).toEqual([secret]);
  });

  test('a short one is only itself', () => {
    const short = createMasker([]);
    short.addEncoded(['abc']);
    expect(short.mask(`abc ${Buffer.from('abc').toString('base64')}`)).toBe('*** YWJj');
  });
});

describe('a stand-in of its own for each secret', () => {
  const masker = createMasker([], { replacement: (secret) => `<${secret.length}>` });
  masker.add(['first', 'the second', 'second one', 'several\nlines']);

  test.each([
    ['first', '<5>'],
    ['"first"', '"<5>"'],
    ['the second.', '<10>.'],
    ['the second one', '<10><10>'],
    ['"several\\nlines"', '"<13>"'],
    ['nothing', 'nothing'],
  ])('%j: %j', (text, expected) => {
    expect(masker.mask(text)).toBe(expected);
  });
});

describe('what goes wrong while masking', () => {
  const secret = 'hunter22';
  const failing = (): never => {
    throw new RangeError(`too large: ${secret}`);
  };

  test('leaves a text out, and says nothing of it', () => {
    const masker = createMasker([failing]);
    masker.add([secret]);
    expect(masker.mask(`text with ${secret}`)).toBe(WITHHELD);
  });

  test('with stand-ins, which are compared, it is an error without the text', () => {
    const masker = createMasker([], { replacement: failing });
    masker.add([secret]);
    expect(() => masker.mask(secret)).toThrow(new Error(WITHHELD));
  });
});

describe('patterns of the input "mask"', () => {
  test('take linear time, whatever text is made for them', async () => {
    const patterns = ['(a+)+b', '(a|aa)+$', '(?:.*a){20}b', '(?<=(?:a+)+)b'];
    const masker = createMasker(await compilePatterns(patterns));
    const started = performance.now();
    masker.mask(`${'a'.repeat(20_000)}!`);
    expect(performance.now() - started).toBeLessThan(SECONDS);
  });

  test.each(['a(?=b)', '(a)\\1', 'a{1,2000}'])('what takes longer is an error that says so: %s', async (pattern) => {
    await expect(compilePatterns(['fine', pattern])).rejects.toThrow(
      /cannot be matched in linear time[\s\S]*lookahead/u,
    );
  });

  test('together with a secret that overlaps the match', async () => {
    const masker = createMasker(await compilePatterns(['AKIA[0-9A-Z]{4}']));
    masker.add(['IA12-x']);
    expect(masker.mask('x AKIA12-x AKIA1234 y')).toBe('x AK*** *** y');
    expect(masker.mask('AKIA12340-x')).toBe('***0-x');
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
  expect(maskData(data, {}, masker)).toEqual({
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
        const data = maskData({ a: [{ b: `${around}${each}` }, [each]], c: `${each}${around}` }, {}, masker);
        for (const text of [...data.a.flatMap((item) => (Array.isArray(item) ? item : [item.b])), data.c]) {
          expect(text).not.toContain(each);
        }
      }),
      { numRuns: 200 },
    );
  });
});
