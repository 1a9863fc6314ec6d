/** Inserts pins into a template, where Terraform accepts no variables. */
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { interpolateText } from '../hierarchy/interpolation/interpolate.ts';
import type { MapValue, Origin } from '../hierarchy/value.ts';
import { problem, type Problem } from '../base/problems.ts';
import type { HclFile, StaticLiteral } from './hcl/hcl-file.ts';
import type { Pin, PinnedBlock } from './rendering.ts';

export interface Template {
  /** Path from the repository root. */
  readonly path: string;
  readonly text: string;
  readonly parsed: HclFile;
}

export interface RenderedTemplate {
  readonly text: string;
  readonly pins: readonly Pin[];
  readonly blocks: readonly PinnedBlock[];
  readonly problems: readonly Problem[];
  /** Rendered text of any range of the template that does not split a literal. */
  slice(start: number, end: number): string;
}

/**
 * Resolves the placeholders in the template's static literals and leaves every other byte unchanged.
 *
 * @param configuration the whole interpolated configuration
 */
export function renderTemplate(
  template: Template,
  configuration: MapValue,
  environment: EnvironmentReader,
): RenderedTemplate {
  const { text, parsed } = template;
  const pins: Pin[] = [];
  const problems: Problem[] = unreadable(template);
  const replacements: { literal: StaticLiteral; text: string }[] = [];
  for (const literal of parsed.literals) {
    const written = text.slice(literal.start, literal.end);
    if (!written.includes('{{')) continue;
    const origin: Origin = { file: template.path, line: literal.line, column: literal.column };
    const result = interpolateText(written, origin, configuration, environment);
    const refused = [...result.problems];
    if (refused.length === 0) refused.push(...result.keys.flatMap((key) => refusePin(key.key, key.text, origin)));
    if (refused.length === 0 && startsExpression(result.text) && !startsExpression(written)) {
      refused.push(
        problem('pin', `The rendered text would begin an expression ("\${" or "%{"), which no pin may do.`, {
          place: origin,
        }),
      );
    }
    problems.push(...refused.map((each) => ({ ...each, sourceLine: lineAt(text, literal.start) })));
    if (refused.length > 0) continue;
    replacements.push({ literal, text: result.text });
    pins.push({
      address: literal.address,
      template: origin,
      value: result.text,
      keys: result.keys.map((key) => ({ key: key.key, value: key.text, origin: key.origin })),
    });
  }

  function slice(start: number, end: number): string {
    let rendered = '';
    let at = start;
    for (const { literal, text: put } of replacements) {
      if (literal.start < start || literal.end > end) continue;
      rendered += text.slice(at, literal.start) + put;
      at = literal.end;
    }
    return rendered + text.slice(at, end);
  }

  const pinned = new Set(replacements.map(({ literal }) => literal.block));
  const blocks = parsed.blocks.flatMap((block, index) =>
    pinned.has(index)
      ? [
          {
            address: block.address,
            template: { file: template.path, line: block.line, column: 1 },
            text: slice(block.start, block.end),
          },
        ]
      : [],
  );
  return { text: slice(0, text.length), pins, blocks, problems, slice };
}

/** Values cannot inject HCL: they stay inside the template's quotes. */
function refusePin(key: string, value: string, place: Origin): Problem[] {
  const found = /["\\\p{Cc}]|\$\{|%\{/u.exec(value);
  if (found === null) return [];
  return [
    problem('pin', `The value of "${key}" has ${JSON.stringify(found[0])} in it, which a pin must not have.`, {
      place,
      hint: 'A pin is a plain text without quotes, backslashes, line breaks or other control characters, "${" and "%{".',
    }),
  ];
}

function startsExpression(text: string): boolean {
  return /\$\{|%\{/u.test(text);
}

/**
 * In a template that is not valid HCL, placeholders may be missed: in a part that the grammar could not read, or in what
 * looks like a source or a version. Terraform's own message about such a file would not name the template.
 */
function unreadable({ path, text, parsed }: Template): Problem[] {
  if (parsed.errors.length === 0) return [];
  const hidden = parsed.errors
    .filter(({ start, end }) => text.slice(start, end).includes('{{'))
    .map(({ start }) => start);
  const missed = [...text.matchAll(/^[ \t]*(?:source|version)[ \t]*=[^\n]*?\{\{/gmu)]
    .map(({ index, 0: line }) => index + line.length - 2)
    .filter((at) => !parsed.literals.some(({ start, end }) => start <= at && at < end));
  // A string without a closing quote continues past the end of the line, which HCL does not allow.
  const unclosed = parsed.literals
    .filter(({ start, end }) => /\{\{[^]*\n/u.test(text.slice(start, end)))
    .map(({ start }) => start);
  return [...new Set([...hidden, ...missed, ...unclosed])].map((at) =>
    problem('template', 'The template is not valid HCL here, so its placeholders cannot be resolved.', {
      place: { file: path, ...position(text, at) },
      sourceLine: lineAt(text, at),
      hint: 'Look for a missing quote or brace on this line or above it.',
    }),
  );
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, '');
}
