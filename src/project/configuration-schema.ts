/** The JSON Schemas of a configuration: `schema.json` in a layer's folder checks the leaves below it. */
import { Validator, type OutputUnit, type Schema, type SchemaDraft } from '@cfworker/json-schema';
import { messageOf } from '../base/node-errors.ts';
import { problem, type Problem } from '../base/problems.ts';
import { toPlain } from '../hierarchy/json.ts';
import { isWholePlaceholder } from '../hierarchy/interpolation/placeholder.ts';
import { isTemplatedKey, type MapValue, type Value } from '../hierarchy/value.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import type { Leaf } from './leaves.ts';
import type { Project } from './project.ts';

const SCHEMA_FILE = 'schema.json';

/**
 * Checks a leaf's configuration against the schemas of all its layers. What is not interpolated is not judged.
 *
 * @throws nothing: a schema that cannot be read is a problem of each leaf below it
 */
export type SchemaCheck = (leaf: Leaf, configuration: () => Promise<MapValue>) => Promise<readonly Problem[]>;

interface LayerSchema {
  readonly path: string;
  readonly validator: Validator | undefined;
  readonly problems: readonly Problem[];
}

/** Each schema is read once. */
export function openSchemaCheck({ snapshot, root }: Project): SchemaCheck {
  const schemas = new Map<string, Promise<LayerSchema | undefined>>();

  async function readSchema(folder: string): Promise<LayerSchema | undefined> {
    const path = joinPath(root, `${folder}/${SCHEMA_FILE}`);
    const file = snapshot.file(path);
    if (file === undefined) return undefined;
    await snapshot.load([file]);
    try {
      const schema: unknown = JSON.parse(snapshot.read(file).toString('utf8'));
      if (!isSchema(schema)) throw new SyntaxError('it is neither an object nor a boolean');
      const validator = new Validator(schema, draftOf(schema), false);
      // References that lead nowhere are found only by using it.
      validator.validate({});
      return { path, validator, problems: [] };
    } catch (error) {
      const why = messageOf(error);
      const found = problem('schema', `The JSON Schema cannot be read: ${why.replace(/\.$/u, '')}.`, {
        place: { file: path },
      });
      return { path, validator: undefined, problems: [found] };
    }
  }

  return async (leaf, configuration) => {
    const problems: Problem[] = [];
    let read: { readonly whole: MapValue; readonly plain: unknown } | undefined;
    for (const folder of leaf.layers) {
      let schema = schemas.get(folder);
      if (schema === undefined) {
        schema = readSchema(folder);
        schemas.set(folder, schema);
      }
      const found = await schema;
      if (found === undefined) continue;
      problems.push(...found.problems);
      if (found.validator === undefined) continue;
      if (read === undefined) {
        const whole = await configuration();
        read = { whole, plain: plainOf(whole) };
      }
      problems.push(...violations(found.validator, found.path, read.plain, read.whole));
    }
    return problems;
  };
}

function isSchema(value: unknown): value is Schema | boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

/** The newest draft, unless the schema names another. */
function draftOf(schema: Schema | boolean): SchemaDraft {
  const named = typeof schema === 'object' && typeof schema.$schema === 'string' ? schema.$schema : '';
  if (/draft-0?4/u.test(named)) return '4';
  if (/draft-0?[67]/u.test(named)) return '7';
  return named.includes('2019-09') ? '2019-09' : '2020-12';
}

function violations(validator: Validator, file: string, plain: unknown, configuration: MapValue): readonly Problem[] {
  const { errors } = validator.validate(plain);
  return errors
    .filter((unit) => isCause(unit, errors))
    .flatMap((unit): readonly Problem[] => {
      const keys = unit.instanceLocation.split('/').slice(1).map(decodePointer);
      const value = descend(configuration, keys);
      if (isOpen(value)) return [];
      const key = keys.join('.');
      const what = key === '' ? 'The configuration' : `"${key}"`;
      const message = `${what}: ${wordsOf(unit)}`;
      return [
        problem('schema', message, {
          // The configuration as a whole is written in many files.
          place: key === '' ? { file } : (value.source ?? value.origin),
          // A key that is not allowed has no place in the schema.
          hint: `See ${file}${unit.keyword === 'false' ? '' : unit.keywordLocation}.`,
        }),
      ];
    });
}

/** Parts of a schema that only pass on what is wrong in others. */
const WRAPPERS =
  /^(?:\$ref|\$recursiveRef|allOf|if|dependentSchemas|properties|patternProperties|additionalProperties|unevaluatedProperties|items|prefixItems|additionalItems|unevaluatedItems)$/u;

/** An error is reported where it is, not again by each part of the schema around it; alternatives as a whole. */
function isCause({ keyword, keywordLocation }: OutputUnit, all: readonly OutputUnit[]): boolean {
  if (WRAPPERS.test(keyword)) return false;
  return !all.some(
    (each) =>
      /^(?:anyOf|oneOf|not|propertyNames)$/u.test(each.keyword) &&
      keywordLocation.startsWith(`${each.keywordLocation}/`),
  );
}

/** Whether placeholders that are not resolved decide what the value is, or which keys it has. */
function isOpen(value: Value): boolean {
  if (!value.templated || value.kind === 'scalar') return value.templated;
  return value.kind === 'map'
    ? Object.keys(value.children).some(isTemplatedKey)
    : value.children.some(isWholePlaceholder);
}

function wordsOf({ keyword, error }: OutputUnit): string {
  if (keyword === 'false') return 'this key is not allowed.';
  return `${error.replace(/^(?:Instance|String|Number|Array|Object) /u, 'the value ').replace(/\.$/u, '')}.`;
}

function decodePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The value at a path, or the last one on the way: a key that is missing is reported where it should be. */
function descend(root: Value, keys: readonly string[]): Value {
  let at = root;
  for (const key of keys) {
    const next: Value | undefined =
      at.kind === 'list' ? at.children[Number(key)] : at.kind === 'map' ? at.children[key] : undefined;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** As a validator of JSON understands it: integers are numbers, however large. */
function plainOf(value: MapValue): unknown {
  return numbers(toPlain(value));
}

function numbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(numbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, numbers(each)]));
}
