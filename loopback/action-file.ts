/** `action.yml` as the runner reads it: which inputs there are, what they default to, and what to start. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the runner takes from `action.yml`. */
export interface ActionFile {
  /** Input → default as written, expressions and all; `''` without one. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The bundle, relative to the action's folder. */
  readonly main: string;
}

/** Reads the `action.yml` of a folder. */
export function readActionFile(directory: string): ActionFile {
  const document: unknown = parse(readFileSync(join(directory, 'action.yml'), 'utf8'));
  const main = member(member(document, 'runs'), 'main');
  if (typeof main !== 'string') throw new Error(`${directory}/action.yml has no runs.main.`);
  const declared = member(document, 'inputs');
  const inputs = new Map<string, string>();
  for (const [name, input] of isObject(declared) ? Object.entries(declared) : []) {
    inputs.set(name, scalarText(member(input, 'default')));
  }
  return { inputs, main };
}

/**
 * The `INPUT_*` variables of a step: its `with:` over the defaults.
 *
 * @param token what `${{ github.token }}` stands for
 */
export function inputVariables(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  for (const name of Object.keys(given)) {
    // The runner only warns; in a test a misspelled name would silently test the default.
    if (!action.inputs.has(name)) throw new Error(`action.yml has no input "${name}".`);
  }
  return Object.fromEntries(
    [...action.inputs].map(([name, byDefault]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? evaluated(byDefault, token),
    ]),
  );
}

function evaluated(text: string, token: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/gu, (_whole, expression: string) => {
    if (expression === 'github.token') return token;
    throw new Error(`The loopback runner does not evaluate \${{ ${expression} }}.`);
  });
}

/** GitHub reads every scalar of `default:` as text. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}
