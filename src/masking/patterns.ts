/**
 * The patterns of the `mask` input. They run over untrusted texts, so they are matched in linear time: JavaScript's engine
 * would take hours for `(a+)+b` and a line of a plan made for it.
 */
import { messageOf } from '../base/node-errors.ts';
import { problem, throwOnErrors, type Problem } from '../base/problems.ts';

/** Where a pattern matches a text: all matches, from the first to the last. */
export type Pattern = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** White space as JavaScript means it; RE2's `\s` is ASCII alone, and without `\v`. */
const WHITE_SPACE =
  '\\s\\v\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';

/**
 * @param sources JavaScript regular expressions, meant with the flags `gu`
 * @throws ProblemError that names each one that cannot be matched in linear time
 */
export async function compilePatterns(sources: readonly string[]): Promise<readonly Pattern[]> {
  if (sources.length === 0) return [];
  const { RE2JS } = await import('re2js');
  const problems: Problem[] = [];
  const patterns = sources.flatMap((source): Pattern[] => {
    try {
      const translated = RE2JS.translateRegExp(withUnicodeBlanks(source));
      const compiled = RE2JS.compile(translated, RE2JS.LOOKBEHINDS);
      return [
        (text) =>
          Array.from(compiled.matchAll(text), ({ index = 0, 0: found }) => ({
            start: index,
            end: index + found.length,
          })),
      ];
    } catch (error) {
      problems.push(
        problem('input', `Input "mask" has a pattern that cannot be matched in linear time: ${messageOf(error)}`, {
          hint: 'Write it without lookahead such as (?=…), back references such as \\1, and counts above 1000. Lookbehind such as (?<=token=) is allowed.',
        }),
      );
      return [];
    }
  });
  throwOnErrors(problems);
  return patterns;
}

function withUnicodeBlanks(source: string): string {
  let inClass = false;
  return source.replace(/\\[\s\S]|[[\]]/gu, (token) => {
    if (token === '[' || token === ']') inClass = token === '[';
    if (token !== '\\s') return token;
    return inClass ? WHITE_SPACE : `[${WHITE_SPACE}]`;
  });
}
