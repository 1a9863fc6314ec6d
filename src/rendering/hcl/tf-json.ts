/** Reads what kompos needs of `*.tf.json` files: their code and backends. */
import type { Parser } from 'web-tree-sitter';
import type { HclFile } from './hcl-file.ts';
import { readJsonCode } from './json-code.ts';

/**
 * The same facts as of an HCL file. A text that is no JSON gives none: Terraform itself says what is wrong with it.
 * Backend settings have no ranges in the text here: their values are found in `jsonBackends`.
 */
export function readTfJson(parser: Parser, text: string): HclFile {
  return {
    blocks: [],
    literals: [],
    backends: jsonBackends(parseJson(text)).map(({ type }) => ({ type, line: 1, settings: [] })),
    errors: [],
    // Any string may be a template with references in it.
    variables: { uses: [], aliases: [], handedOver: [], declared: [], opaque: true },
    code: readJsonCode(parser, text),
  };
}

/**
 * The backends of a Terraform JSON file, with their settings as compact JSON texts.
 *
 * @param file its parsed content
 */
export function jsonBackends(file: unknown): readonly { type: string; settings: ReadonlyMap<string, string> }[] {
  return objects(get(file, 'terraform')).flatMap((terraform) => [
    ...objects(get(terraform, 'backend')).flatMap((backend) =>
      entries(backend).flatMap(([type, body]) => objects(body).map((each) => ({ type, settings: settingsOf(each) }))),
    ),
    ...objects(get(terraform, 'cloud')).map((each) => ({ type: 'cloud', settings: settingsOf(each) })),
  ]);
}

function settingsOf(body: unknown): ReadonlyMap<string, string> {
  return new Map(entries(body).map(([name, value]) => [name, JSON.stringify(value, withoutBigInts)]));
}

/** Undefined for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** JSON has no integers beyond the safe range. */
function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Blocks may be written as one object or as a list of them. */
function objects(value: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'object' && each !== null);
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function get(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key))
    return undefined;
  const found: unknown = Reflect.get(value, key);
  return found;
}
