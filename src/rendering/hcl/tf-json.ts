/** Reads what kompos needs of `*.tf.json` files: their code and backends. */
import type { Parser } from 'web-tree-sitter';
import type { HclFile } from './hcl-file.ts';
import { readJsonCode } from './json-code.ts';
import { readJsonPlaces } from './json-places.ts';
import { writtenPlaceholders } from './written-placeholders.ts';

/**
 * The same facts as of an HCL file. A text that is no JSON gives none: Terraform itself says what is wrong with it.
 * Backend settings have no ranges in the text here: their values are found in `jsonBackends`.
 */
export function readTfJson(parser: Parser, text: string): HclFile {
  const places = readJsonPlaces(parser, text);
  return {
    ...places,
    backends: jsonBackends(parseJson(text)).map(({ type }) => ({ type, line: 1, settings: [] })),
    // Any string may be a template with references in it.
    variables: { uses: [], aliases: [], handedOver: [], declared: [], opaque: true },
    code: readJsonCode(parser, text),
    placeholders: writtenPlaceholders(text, places, undefined),
  };
}

/**
 * The backends of a Terraform JSON file, with their settings as they are in it.
 *
 * @param file its parsed content
 */
export function jsonBackends(file: unknown): readonly { type: string; settings: ReadonlyMap<string, unknown> }[] {
  return objects(get(file, 'terraform')).flatMap((terraform) => [
    ...objects(get(terraform, 'backend')).flatMap((backend) =>
      entries(backend).flatMap(([type, body]) =>
        objects(body).map((each) => ({ type, settings: new Map(entries(each)) })),
      ),
    ),
    ...objects(get(terraform, 'cloud')).map((each) => ({ type: 'cloud', settings: new Map(entries(each)) })),
  ]);
}

/** Undefined for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return value;
  } catch {
    return undefined;
  }
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
