/** Short ways to write configurations in tests. */
import { openEnvironment, type EnvironmentReader } from '../../src/hierarchy/environment-reader.ts';
import { interpolate } from '../../src/hierarchy/interpolation/interpolate.ts';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { lookup } from '../../src/hierarchy/interpolation/lookup.ts';
import { parseLayer, parseWhole } from '../../src/hierarchy/yaml/parse.ts';
import type { MapValue, Origin, Value } from '../../src/hierarchy/value.ts';
import { formatProblem, type Problem } from '../../src/base/problems.ts';

/** The map of a YAML text that must be fine. */
export function configurationOf(text: string, file = 'c.yaml'): MapValue {
  const { value, problems } = parseLayer(file, text);
  if (value === undefined) throw new Error(`not a map: ${printed(problems)}`);
  return value;
}

export function parsedJson(text: string): string {
  const { value, problems } = parseWhole('c.yaml', text);
  return value === undefined ? printed(problems) : toCompactJson(value);
}

export function interpolatedJson(text: string, environment: EnvironmentReader = openEnvironment({})): string {
  const { value, problems } = interpolate(configurationOf(text), environment);
  return problems.length > 0 ? printed(problems) : toCompactJson(value);
}

export function printed(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join('\n');
}

export function at(root: MapValue, key: string): Value {
  const found = lookup(root, key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

/** `file:line:column` */
export function place({ file, line, column }: Origin): string {
  return `${file}:${line}:${column}`;
}
