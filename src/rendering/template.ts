/** Inserts pins into a template, where Terraform accepts no variables. */
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { interpolateText } from '../hierarchy/interpolation/interpolate.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import type { MapValue, Origin } from '../hierarchy/value.ts';
import { problem, type Problem } from '../base/problems.ts';
import type { HclFile } from './hcl/hcl-file.ts';
import { parseJson } from './hcl/tf-json.ts';
import type { Pin } from './rendering.ts';
import { sliceWith, type Replacement } from './replacements.ts';
import { mayBeSecret, secretAt } from './secret-places.ts';
import { isJson } from './terraform-files.ts';

export interface Template {
  /** Path from the repository root. */
  readonly path: string;
  readonly text: string;
  readonly parsed: HclFile;
}

export interface RenderedTemplate {
  readonly text: string;
  readonly pins: readonly Pin[];
  readonly problems: readonly Problem[];
  /** What is put into the template. */
  readonly replacements: readonly Replacement[];
  /** The secrets in it. */
  readonly secrets: readonly SecretReference[];
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
  const replacements: Replacement[] = [];
  const secrets: SecretReference[] = [];
  for (const literal of parsed.literals) {
    const written = text.slice(literal.start, literal.end);
    if (!written.includes('{{')) continue;
    const origin: Origin = { file: template.path, line: literal.line, column: literal.column };
    const result = interpolateText(written, origin, configuration, environment);
    const refused = [...result.problems];
    const own = result.keys.flatMap((key) => key.secrets);
    secrets.push(...own);
    if (own.length > 0 && !mayBeSecret(literal.address)) refused.push(secretAt(`"${literal.address}"`, origin, own));
    if (refused.length === 0) refused.push(...result.keys.flatMap((key) => refusePin(key.key, key.text, origin)));
    const mean = isJson(template.path) ? decoded : (each: string): string => each;
    const behind = /^[$%]\{/u.exec(text.slice(literal.end, literal.end + 2))?.[0] ?? '';
    if (refused.length === 0 && changesExpressions(mean(written), mean(result.text), behind)) {
      refused.push(
        problem('pin', `The rendered text would begin or hide an expression ("\${" or "%{"), which no pin may do.`, {
          place: origin,
        }),
      );
    }
    const sourceLine = lineAt(text, literal.start);
    problems.push(...refused.map((each) => (each.place?.file === template.path ? { ...each, sourceLine } : each)));
    if (refused.length > 0) continue;
    replacements.push({ start: literal.start, end: literal.end, text: result.text, block: literal.block });
    pins.push({
      address: literal.address,
      written: 'placeholder',
      template: origin,
      value: result.text,
      keys: result.keys.map((key) => ({ key: key.key, value: key.text, origin: key.origin })),
    });
  }

  return { text: sliceWith(text, replacements, 0, text.length), pins, problems, replacements, secrets };
}

/** Values cannot inject HCL or JSON: they stay inside the template's quotes. */
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

/**
 * Whether a literal begins an expression that was none before, or ends so that the one behind it is none any more.
 *
 * @param behind the beginning of the expression that follows
 */
function changesExpressions(before: string, after: string, behind: string): boolean {
  const begins = (text: string): boolean => /[$%]\{/u.test(text);
  const escapes = (text: string): boolean => behind !== '' && text.endsWith(behind.slice(0, 1));
  return (begins(after) && !begins(before)) || (escapes(after) && !escapes(before));
}

/** What the content of a JSON string means: its escapes may stand for the signs of an expression. */
function decoded(content: string): string {
  const value = parseJson(`"${content}"`);
  return typeof value === 'string' ? value : content;
}

/**
 * Terraform decides about what cannot be read here, except where it holds `{{`: Terraform would take the braces for a part
 * of a name, and all leaves would share it.
 */
function unreadable({ path, text, parsed }: Template): Problem[] {
  const language = isJson(path) ? 'JSON' : 'HCL';
  return parsed.errors
    .filter(({ start, end }) => isJson(path) || text.slice(start, end).includes('{{'))
    .map(({ line, column, isQuote }) =>
      problem('template', `The template is not valid ${language} here, so its placeholders cannot be resolved.`, {
        place: { file: path, line, column },
        sourceLine: text.split('\n')[line - 1]?.replace(/\r$/u, ''),
        hint:
          isQuote === true
            ? 'This quote is not closed on its line.'
            : isJson(path)
              ? 'Look for a missing quote, comma or brace on this line or above it.'
              : 'Look for a missing quote, comma or brace in this block.',
      }),
    );
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, '');
}
