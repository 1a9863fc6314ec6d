/**
 * HCL that the grammar cannot read although Terraform can: numbers such as `1e9`, and three or more signs before a brace
 * (`$$${`), which begin no expression (tried with Terraform 1.11). What remains is confined to its block. Pure.
 */

export interface Scanned {
  /** As long as the text, with the same lines: what the grammar does not know is replaced by what it does. */
  readonly text: string;
  /** The ranges of the blocks and attributes at the top level. */
  readonly statements: readonly (readonly [start: number, end: number])[];
  /** Where quotes open that are not closed on their line. */
  readonly unclosed: readonly number[];
}

/** What the scanner is in; code in a template ends with the brace that closes nothing else. */
type Context =
  | { readonly kind: 'code'; depth: number }
  | { readonly kind: 'string'; readonly start: number }
  | { readonly kind: 'heredoc'; readonly end: RegExp };

const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[^]*?(?:\*\/|$)/uy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/uy;
const NUMBER = /[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/uy;
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{M}\p{N}_-]*)[ \t]*\r?\n/uy;
const SIGNS = /[$%]+\{/uy;

/** Replaces what the grammar cannot read, and splits a file into its statements. Never throws. */
export function scanHcl(text: string): Scanned {
  const stack: Context[] = [{ kind: 'code', depth: 0 }];
  const statements: [number, number][] = [];
  const unclosed: number[] = [];
  let written = '';
  let copied = 0;
  let statement: number | undefined;
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const put = (replacement: string): void => {
    written += text.slice(copied, at) + replacement;
    copied = at + replacement.length;
  };

  while (at < text.length) {
    const context = stack.at(-1) ?? { kind: 'code', depth: 0 };
    const isLast = stack.length <= 1;
    if (context.kind === 'code') {
      const char = text.charAt(at);
      if (char === '\n' && isLast && context.depth === 0 && statement !== undefined) {
        statements.push([statement, at]);
        statement = undefined;
      }
      const comment = take(COMMENT);
      if (comment === null && isLast && !/\s/u.test(char)) statement ??= at;
      const number = take(NUMBER)?.[0];
      const heredoc = take(HEREDOC);
      if (number !== undefined) {
        if (/[eE]/u.test(number)) put(number.replace(/[-+eE]/gu, '0'));
        at += number.length;
      } else if (heredoc !== null) {
        stack.push({ kind: 'heredoc', end: new RegExp(`[ \\t]*${heredoc[1] ?? ''}[ \\t]*(?=\\r?\\n|$)`, 'uy') });
        at += heredoc[0].length;
      } else if (char === '"') {
        stack.push({ kind: 'string', start: at });
        at += 1;
      } else if (char === '}' && !isLast && context.depth === 0) {
        stack.pop();
        at += 1;
      } else {
        if ('{[('.includes(char)) context.depth += 1;
        if ('}])'.includes(char)) context.depth = Math.max(0, context.depth - 1);
        at += (comment ?? take(NAME))?.[0].length ?? 1;
      }
      continue;
    }
    const signs = take(SIGNS)?.[0];
    if (context.kind === 'heredoc' && text[at - 1] === '\n' && take(context.end) !== null) {
      at += take(context.end)?.[0].length ?? 0;
      stack.pop();
    } else if (signs !== undefined) {
      // An expression of which nothing is known, as long as what it stands for.
      if (signs.length > 3) put(`\${${'q'.repeat(signs.length - 3)}}`);
      if (signs.length === 2) stack.push({ kind: 'code', depth: 0 });
      at += signs.length;
    } else if (context.kind === 'string' && text[at] === '\n') {
      unclosed.push(context.start);
      stack.pop();
    } else if (context.kind === 'string' && text[at] === '"') {
      stack.pop();
      at += 1;
    } else {
      at += context.kind === 'string' && text[at] === '\\' ? 2 : 1;
    }
  }
  if (statement !== undefined) statements.push([statement, text.length]);
  return { text: written + text.slice(copied), statements, unclosed };
}

/** The text with ranges blanked out, its lines as they are. */
export function without(text: string, ranges: readonly (readonly [number, number])[]): string {
  let rest = '';
  let at = 0;
  for (const [start, end] of ranges) {
    rest += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/gu, ' ');
    at = end;
  }
  return rest + text.slice(at);
}
