/** Problems with placeholders. */
import { formatPlace, problem, type Place, type Problem } from '../../base/problems.ts';
import type { MalformedPart } from './placeholder.ts';
import type { SecretReference } from '../secret-reference.ts';
import { nameOfKind, type ScalarValue, type Value } from '../value.ts';

/** `pin` for a template's literals, `interpolation` for the configuration's own values. */
export type InterpolationCode = 'interpolation' | 'pin';

/** Longer cycles are shortened in the middle. */
const MAX_SHOWN_KEYS = 40;

/** A key as no configuration has it: text of Go templates, Jinja, GitHub Actions or Mustache. */
const OF_ANOTHER_ENGINE = /^[-~.$#/^&>!]|[()|=,]|\s|[-~]$/u;

/** What himl and the original resolve, by its first part, and what is here instead. */
const NOT_HERE: ReadonlyMap<string, string> = new Map([
  ['cwd', 'Nothing here depends on the current directory: write the path itself, or use path.module in Terraform.'],
  [
    'remote_states',
    'States are not read into the configuration: read them in Terraform, with a terraform_remote_state data source.',
  ],
  ['komposconfig', 'Settings are no part of the configuration: put a value for both into a layer as well.'],
  [
    'leaf',
    'Built in are leaf.path, leaf.place, leaf.composition, and leaf.layers.NAME for each folder NAME=VALUE of the path.',
  ],
]);

/**
 * A placeholder refers to a key that no layer sets.
 *
 * @param nearest the most similar key
 * @param written the placeholder, with a `$` in front of it
 */
export function missingKey(
  code: InterpolationCode,
  place: Place,
  key: string,
  nearest: string | undefined,
  written: string,
): Problem {
  const message = `Config key "${key}" not found for interpolation.`;
  const [first = ''] = key.split('.');
  const instead = NOT_HERE.get(first);
  if (instead !== undefined) return problem(code, message, { place, hint: instead });
  const quoted = /^(["'])(.*)\1$/u.exec(key)?.[2];
  if (quoted !== undefined) return problem(code, message, { place, hint: `Write it without quotes: {{${quoted}}}.` });
  if (OF_ANOTHER_ENGINE.test(key) || written.startsWith('$')) {
    const shown = written.length > 60 ? '{{…}}' : written.replace(/^\$/u, '');
    return problem(code, message, { place, hint: `If it is meant as text, write {{\`${shown}\`}}.` });
  }
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return problem(code, message, { place, hint: `Add "${key}" to your hierarchical configuration.${meant}` });
}

/** Two keys of a map are the same once placeholders are resolved. */
export function sameKey(place: Place, key: string, other: Value): Problem {
  const message = `"${key.replace(/^\./u, '')}" is set twice once the placeholders in keys are resolved.`;
  return problem('interpolation', message, { place, hint: `The other one is at ${formatPlace(other.origin)}.` });
}

/** Braces that do not form a placeholder; the message shows the first 60 characters. */
export function malformed(code: InterpolationCode, place: Place, part: MalformedPart): Problem {
  const shown = part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text;
  switch (part.reason) {
    case 'empty':
      return emptyPlaceholder(code, place, shown);
    case 'never-closed':
      return problem(code, `The placeholder "${shown}" is never closed.`, {
        place,
        hint: 'Close it with "}}", or write {{`{{`}} for literal braces.',
      });
    case 'nested-too-deeply':
      return problem(code, `The placeholder "${shown}" nests too many placeholders.`, { place });
  }
}

/** A placeholder without a key, or whose nested placeholders are all empty; `written` is its source text. */
export function emptyPlaceholder(code: InterpolationCode, place: Place, written: string): Problem {
  return problem(code, `The placeholder "${written}" is empty.`, { place, hint: 'Write a key between the braces.' });
}

/** Placeholders that refer back to themselves; `keys` is the cycle, ending with its first key. */
export function cycle(code: InterpolationCode, place: Place, keys: readonly string[]): Problem {
  const half = MAX_SHOWN_KEYS / 2;
  const shown =
    keys.length <= MAX_SHOWN_KEYS
      ? keys
      : [...keys.slice(0, half), `… ${keys.length - MAX_SHOWN_KEYS} more …`, ...keys.slice(-half)];
  return problem(code, `Circular placeholders: ${shown.join(' → ')}.`, { place });
}

/** A map, a list or null inside a string. */
export function notText(code: InterpolationCode, place: Place, key: string, value: Value): Problem {
  const kind = nameOfKind(value);
  return problem(code, `"${key}" is ${kind === 'null' ? kind : `a ${kind}`}, which cannot be inserted into a string.`, {
    place,
    hint: `It is set at ${formatPlace(value.source ?? value.origin)}. Only strings, numbers and booleans can.`,
  });
}

/** YAML reads `1.10` as 1.1 and `no` as false: inserted into a string, they would not be what was written. */
export function changedSpelling(code: InterpolationCode, place: Place, key: string, value: ScalarValue): Problem {
  const kind = nameOfKind(value);
  return problem(
    code,
    `"${key}" is written ${value.spelling}, which YAML reads as the ${kind} ${String(value.value)}: it would change inside a string.`,
    { place, hint: `Quote it at ${formatPlace(value.source ?? value.origin)}: "${value.spelling}".` },
  );
}

/** A variable that the environment lacks, or `{{env()}}` without a name (`''`). */
export function unsetVariable(code: InterpolationCode, place: Place, name: string): Problem {
  return name === ''
    ? problem(code, 'The placeholder "{{env()}}" names no environment variable.', { place })
    : problem(code, `The environment variable ${name} is not set.`, { place });
}

/** A variable that the input `allow-env` does not list, whether it is set or not. */
export function refusedVariable(code: InterpolationCode, place: Place, name: string): Problem {
  return problem(code, `The environment variable ${name} may not be read here.`, {
    place,
    hint: `List ${name} in the \`allow-env\` input.`,
  });
}

/** A call to a secret store; `call` is the text between the braces. */
export function secretCall(code: InterpolationCode, place: Place, call: string): Problem {
  return problem(code, `No secret store is connected: "{{${call}}}" cannot be resolved.`, {
    place,
    hint: "Read the secret in the composition's code, or pass it as an environment variable with {{env(NAME)}}.",
  });
}

/** What is written is no reference to a secret; `why` is a sentence. */
export function wrongSecretCall(code: InterpolationCode, place: Place, call: string, why: string): Problem {
  return problem(code, `"{{${call}}}" is no secret that can be read: ${why}`, { place });
}

/** A secret was not read, or may not be; `why` is a sentence that names the store and the path. */
export function noSecret(code: InterpolationCode, place: Place, why: string, hint: string | undefined): Problem {
  return problem(code, why, { place, hint });
}

/** A secret where it would be shown, or decide what is read. */
export function misplacedSecret(code: InterpolationCode, place: Place, secrets: readonly SecretReference[]): Problem {
  const names = secrets.map(({ name }) => name).join(', ');
  return problem(code, `The secret ${names} is part of a key or of another placeholder: names must not be secret.`, {
    place,
    hint: 'Use secrets for values only.',
  });
}

/** A string that exceeds the limit for a single one. */
export function tooLong(code: InterpolationCode, place: Place): Problem {
  return problem(code, 'The placeholders make this string longer than 1 MiB.', { place });
}

/** A configuration that exceeds the limits as a whole. */
export function tooLarge(code: InterpolationCode, place: Place): Problem {
  return problem(code, 'The placeholders make the configuration too large or too deep.', {
    place,
    hint: 'The limits are 10 MiB and 1,000 levels.',
  });
}
