import { describe, expect, test } from '@jest/globals';
import { createActionLog } from '../../src/action/log.ts';
import { createMasker } from '../../src/masking/masking.ts';

function logged(say: (log: ReturnType<typeof createActionLog>) => void, secrets: readonly string[] = []): string[] {
  const lines: string[] = [];
  const masker = createMasker([]);
  masker.add(secrets);
  say(createActionLog((line) => lines.push(line), masker));
  return lines;
}

/**
 * .NET's `char.IsWhiteSpace`, which is what the runner trims from the beginning of a line, and characters that its
 * comparison ignores.
 * https://learn.microsoft.com/dotnet/api/system.char.iswhitespace
 */
const INVISIBLE = [
  ...[0x09, 0x0b, 0x0c, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2005, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
  ...[0x00, 0x1b, 0xad, 0x34f, 0x180e, 0x200b, 0x200d, 0x2060, 0xfeff],
].map((code) => String.fromCharCode(code));

describe('no line of somebody else acts', () => {
  test.each(INVISIBLE.map((sign) => [sign.charCodeAt(0).toString(16), sign]))('behind U+%s', (_, sign) => {
    const attack = `${sign}::stop-commands::x`;
    const lines = [attack, `${sign}${sign} ${attack}`].flatMap((each) =>
      logged((log) => {
        log.info(each);
      }),
    );
    for (const line of lines)
      expect(line.replace(new RegExp(`^[${INVISIBLE.slice(0, -6).join('')}]*`, 'u'), '')).not.toMatch(/^::/u);
    expect(lines.every((line) => line.includes('\u200b::stop-commands'))).toBe(true);
  });

  test.each([
    ['a text of several lines', 'a\n::stop-commands::x\r::warning::y\r\n::error::z'],
    ['the old spelling, anywhere', 'a ##[error]b ##[group]c'],
  ])('%s', (_, text) => {
    const lines = logged((log) => {
      log.group('title', text.split('\n'));
    }).slice(1, -1);
    expect(lines.join('\n')).not.toMatch(/^::|##\[/mu);
  });

  test('a title cannot end its line', () => {
    expect(
      logged((log) => {
        log.group('a\n::error::b', []);
      })[0],
    ).toBe('::group::a%0A::error::b');
  });
});

test('a secret of several lines is masked as a whole, over the lines of a group', () => {
  const lines = logged(
    (log) => {
      log.group('first', ['a first', 'second b']);
    },
    ['first\nsecond'],
  );
  expect(lines).toEqual(['::group::***', 'a *** b', '::endgroup::']);
});
