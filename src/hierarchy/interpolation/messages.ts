/** The words for what goes wrong with placeholders. */
import { formatPlace, problem, type Place, type Problem } from '../../base/problems.ts';
import type { MalformedPart } from './placeholder.ts';
import { nameOfKind, type ScalarValue, type Value } from '../value.ts';

/** `pin` for a template's literals, `interpolation` for the configuration's own values. */
export type InterpolationCode = 'interpolation' | 'pin';

/** Longer cycles are shortened in the middle. */
const MAX_SHOWN_KEYS = 40;

/** A placeholder names a key that no layer sets; `nearest` is the key that may be meant. */
export function missingKey(code: InterpolationCode, place: Place, key: string, nearest: string | undefined): Problem {
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return problem(code, `Config key "${key}" not found for interpolation.`, {
    place,
    hint: `Add "${key}" to your hierarchical configuration.${meant}`,
  });
}

/** Braces that are no placeholder; what they hold is shown up to its 60th character. */
export function malformed(code: InterpolationCode, place: Place, part: MalformedPart): Problem {
  const shown = part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text;
  switch (part.reason) {
    case 'empty':
      return emptyPlaceholder(code, place, shown);
    case 'never-closed':
      return problem(code, `The placeholder "${shown}" is never closed.`, {
        place,
        hint: 'Close it with "}}", or write {{`{{`}} for braces that are meant as text.',
      });
    case 'nested-too-deeply':
      return problem(code, `The placeholder "${shown}" nests too many placeholders.`, { place });
  }
}

/** A placeholder without a key, or one whose nested placeholders come to nothing; `written` is it as in the file. */
export function emptyPlaceholder(code: InterpolationCode, place: Place, written: string): Problem {
  return problem(code, `The placeholder "${written}" is empty.`, { place, hint: 'Write a key between the braces.' });
}

/** Placeholders that lead back to themselves; `keys` is the way round, the first key once more at its end. */
export function cycle(code: InterpolationCode, place: Place, keys: readonly string[]): Problem {
  const half = MAX_SHOWN_KEYS / 2;
  const shown =
    keys.length <= MAX_SHOWN_KEYS
      ? keys
      : [...keys.slice(0, half), `… ${keys.length - MAX_SHOWN_KEYS} more …`, ...keys.slice(-half)];
  return problem(code, `Circular placeholders: ${shown.join(' → ')}.`, { place });
}

/** A map, a list or null has no place inside a text. */
export function notText(code: InterpolationCode, place: Place, key: string, value: Value): Problem {
  const kind = nameOfKind(value);
  return problem(code, `"${key}" is ${kind === 'null' ? kind : `a ${kind}`}, which cannot stand inside a text.`, {
    place,
    hint: `It is set at ${formatPlace(value.source ?? value.origin)}. Texts, numbers and booleans can.`,
  });
}

/** YAML reads `1.10` as 1.1 and `no` as false: put into a text, they would say something else than what was written. */
export function changedSpelling(code: InterpolationCode, place: Place, key: string, value: ScalarValue): Problem {
  const kind = nameOfKind(value);
  return problem(
    code,
    `"${key}" is written ${value.spelling}, which YAML reads as the ${kind} ${String(value.value)}: inside a text it would change.`,
    { place, hint: `Quote it at ${formatPlace(value.source ?? value.origin)}: "${value.spelling}".` },
  );
}

/** A variable that the environment lacks, or `{{env()}}` without a name (`''`). */
export function unsetVariable(code: InterpolationCode, place: Place, name: string): Problem {
  return name === ''
    ? problem(code, 'The placeholder "{{env()}}" names no environment variable.', { place })
    : problem(code, `The environment variable ${name} is not set.`, { place });
}

/** A variable that the environment may have, but that the input `allow-env` does not name. */
export function refusedVariable(code: InterpolationCode, place: Place, name: string): Problem {
  return problem(code, `The environment variable ${name} may not be read here.`, {
    place,
    hint: `List ${name} in the \`allow-env\` input.`,
  });
}

/** A call of a secret store; `call` is what stands between the braces. */
export function secretCall(code: InterpolationCode, place: Place, call: string): Problem {
  return problem(code, `No secret store is connected: "{{${call}}}" cannot be resolved.`, {
    place,
    hint: 'Read the secret in Terraform, or hand it in as a variable with {{env(NAME)}}.',
  });
}

/** A text beyond the limit of a single one. */
export function tooLong(code: InterpolationCode, place: Place): Problem {
  return problem(code, 'The text grows beyond 1 MiB by its placeholders.', { place });
}

/** A configuration beyond the limits of all its values together. */
export function tooLarge(code: InterpolationCode, place: Place): Problem {
  return problem(code, 'The configuration grows too large or too deep by its placeholders.', {
    place,
    hint: 'The limits are 10 MiB and 1,000 levels.',
  });
}
