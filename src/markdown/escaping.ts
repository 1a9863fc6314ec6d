/**
 * Makes any text inert in GitHub-flavored markdown. Foreign text has three places: inline code, a fence, and `<code>`
 * inside HTML. GitHub looks for mentions, references and links in none of them, whereas entities and backslashes only
 * stop markdown: `&#64;name` still notifies people. Outside of these places, only plain words of foreign text appear.
 */
import { shorten } from './bytes.ts';

/** Invisible characters that have an effect: controls, bidirectional and zero-width ones, fillers, halves of a pair. */
const INVISIBLE = /(?!\n|\t|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Shows invisible characters as their escapes, such as `\u202e`; line breaks and tabs stay (CRLF becomes LF). */
export function visible(text: string): string {
  return text.replace(/\r\n/gu, '\n').replace(INVISIBLE, (char) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/**
 * One line of inline code, of at most `most` characters as they are shown: a longer text is cut in the middle. Line
 * breaks show as `↵`, an empty text as a space. Two of them must never touch, or their backticks would run together.
 */
export function code(text: string, most = Infinity): string {
  const line = shortRuns(shorten(oneLine(text), most));
  if (line === '') return '` `';
  const ticks = '`'.repeat(longestRun(line) + 1);
  // Markdown strips one space from both ends when both are there: give it one to strip.
  const pad = /^`|`$/u.test(line) || (/^ .* $/u.test(line) && line.trim() !== '');
  return pad ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/** A table cell from finished markdown: a pipe would end it, even inside of inline code, and so would a line break. */
export function cell(markdown: string): string {
  return markdown.replace(/\|/gu, '\\|').replace(/\n/gu, '<br>');
}

/** A table row from finished markdown, cell by cell. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** `<code>` for places where HTML is written, such as `<summary>`; otherwise like `code`. */
export function htmlCode(text: string, most = Infinity): string {
  const line = shorten(oneLine(text), most);
  return `<code>${line.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}

/** Shows invisible characters as escapes and line breaks as `↵`: any text as one line of a list. */
export function oneLine(text: string): string {
  // Nearly all texts are such, and lists have thousands.
  if (/^[ -~]*$/u.test(text)) return text;
  return visible(text).replace(/\n/gu, '↵');
}

/** A fence that its text cannot close: longer than any run of backticks inside of it. */
export function fence(text: string, language: 'diff' | 'hcl' | 'text'): string {
  const body = withoutLastBreaks(shortRuns(visible(text)));
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}\n${body}\n${ticks}`;
}

/** Not a regular expression: one with `$` takes quadratic time in the longest run. */
function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end -= 1;
  return text.slice(0, end);
}

/** Words that mean nothing to GitHub: letters only, or a short number, with a sentence's punctuation around them. */
const PLAIN_WORD = /^[("']{0,2}(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,4}(?:\.\d{1,4}){0,2}(?=[^.\d)]|$))[)"',:;!?]{0,2}\.?$/u;
/** Seven or more letters from a to f could be the beginning of a commit id. */
const COMMIT_LIKE = /[0-9a-f]{7,}/iu;
const CODE_IN_PROSE = /(?<=(?:^|\s)\(?)`([^`\n]+)`(?=[),.;:!?]{0,2}(?:\s|$))/gu;

/**
 * Our own sentences, which may contain foreign text: plain words stay words, everything else becomes inline code, and
 * what is already in backticks stays code. One paragraph of at most `most` characters; line breaks become spaces.
 */
export function prose(somebodys: string, most = Infinity): string {
  const text = shorten(visible(somebodys), most);
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(CODE_IN_PROSE)) {
    parts.push(words(text.slice(from, match.index)), code(match[1] ?? ''));
    from = match.index + match[0].length;
  }
  parts.push(words(text.slice(from)));
  return parts.join('').trim();
}

function words(text: string): string {
  return text
    .split(/(\s+)/u)
    .map((part, index) => {
      if (index % 2 === 1) return ' ';
      return isPlain(part) ? part : wordAsCode(part);
    })
    .join('');
}

/** Punctuation alone comes from next to inline code: `(`, `),` or `.`. */
function isPlain(word: string): boolean {
  if (/^(?:[(),.;:!?]{0,2}|[–—·])$/u.test(word)) return true;
  return PLAIN_WORD.test(word) && !COMMIT_LIKE.test(word);
}

/** A sentence's punctuation at the end of a word stays outside of the code. */
function wordAsCode(word: string): string {
  const end = /[^\s,.;:!?`]([,.;:!?])$/u.exec(word)?.[1] ?? '';
  return `${code(word.slice(0, word.length - end.length))}${end}`;
}

/** Runs of backticks beyond this are written as their number, so that no fence grows without bounds. */
const TOO_MANY_BACKTICKS = /`{41,}/gu;

function shortRuns(text: string): string {
  return text.replace(TOO_MANY_BACKTICKS, (run) => `\`×${run.length}`);
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
  return longest;
}
