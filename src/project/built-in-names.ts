/** Names that a placeholder may use without any file that sets them: `{{leaf.path}}` and the like. */
import { BUILT_IN, warning, type Problem } from '../base/problems.ts';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { valueAt } from '../hierarchy/interpolation/interpolate.ts';
import { lookup, mayHave } from '../hierarchy/interpolation/lookup.ts';
import { keysOf } from '../hierarchy/interpolation/suggest.ts';
import { createEntries, mapValue, type MapValue, type Origin, type Value } from '../hierarchy/value.ts';
import type { Leaf } from './leaves.ts';

/**
 * `leaf.path`, `leaf.place`, `leaf.composition`, and `leaf.layers.<name>` for each folder `<name>=<value>`, all of the
 * leaf's path alone. A folder above leaves has no place and no composition.
 */
export function builtInNames({ path, place, composition }: Leaf): MapValue {
  const layers = createEntries();
  for (const part of path.split('/')) {
    const at = part.indexOf('=');
    if (at > 0) layers[part.slice(0, at)] = text(part.slice(at + 1));
  }
  const names = createEntries();
  names['path'] = text(path);
  if (layers['composition'] !== undefined) {
    names['place'] = text(place);
    names['composition'] = text(composition);
  }
  names['layers'] = mapValue(layers, ORIGIN);
  const children = createEntries();
  children['leaf'] = mapValue(names, ORIGIN);
  return mapValue(children, ORIGIN);
}

const ORIGIN: Origin = { file: BUILT_IN, line: 1, column: 1 };

/** It is final, whatever braces it has. */
function text(value: string): Value {
  return { kind: 'scalar', value, spelling: value, origin: ORIGIN, templated: false };
}

/**
 * A warning for each built-in name that the configuration sets itself.
 *
 * @param configuration not interpolated
 */
export function shadowedNames(
  configuration: MapValue,
  builtIn: MapValue,
  environment: EnvironmentReader,
): readonly Problem[] {
  if (!Object.keys(builtIn.children).some((key) => mayHave(configuration, key))) return [];
  return keysOf(builtIn)
    .filter((key) => lookup(builtIn, key)?.kind === 'scalar')
    .flatMap((key) => {
      // It may be behind a placeholder.
      const own = valueAt(configuration, key, environment).value;
      if (own === undefined) return [];
      const message = `"${key}" is a built-in name, but this value of the configuration counts instead.`;
      return [
        warning('layer', message, {
          place: own.source ?? own.origin,
          hint: 'Rename the key to use the built-in name.',
        }),
      ];
    });
}
