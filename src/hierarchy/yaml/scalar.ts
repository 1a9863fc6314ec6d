/**
 * Resolves YAML scalars: PyYAML's implicit resolvers and constructors (YAML 1.1), except that dates stay strings, integers
 * keep all digits, and numbers that JSON cannot represent are rejected (docs/configuration.md).
 */
import type { Scalar } from '../value.ts';

/** The value of a scalar, or why it is invalid. */
export type Resolved = { readonly value: Scalar } | { readonly error: string };

/* PyYAML's own expressions (`yaml/resolver.py`), in its order: the first match decides. */
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/u;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;
const INTEGER =
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/u;
const NULL = /^(?:~|null|Null|NULL|)$/u;

const BOOLEANS = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
  ['on', true],
  ['off', false],
]);

/** Resolves a plain scalar without a tag. */
export function resolvePlain(text: string): Resolved {
  if (BOOLEAN.test(text)) return toBoolean(text);
  if (FLOAT.test(text)) return toFloat(text);
  if (INTEGER.test(text)) return toInteger(text);
  if (NULL.test(text)) return { value: null };
  return { value: text };
}

/** Resolves a scalar with a standard tag (`str`, `int` …); undefined if the tag is not a standard one for scalars. */
export function resolveTagged(tag: string, text: string): Resolved | undefined {
  switch (tag) {
    case 'tag:yaml.org,2002:str':
      return { value: text };
    case 'tag:yaml.org,2002:int':
      return toInteger(text);
    case 'tag:yaml.org,2002:float':
      return toFloat(text);
    case 'tag:yaml.org,2002:bool':
      return toBoolean(text);
    case 'tag:yaml.org,2002:null':
      return { value: null };
    default:
      return undefined;
  }
}

function toBoolean(text: string): Resolved {
  const value = BOOLEANS.get(text.toLowerCase());
  return value === undefined ? { error: `"${text}" is not a boolean.` } : { value };
}

function toInteger(text: string): Resolved {
  const { negative, digits } = splitSign(text);
  const magnitude = integerMagnitude(digits);
  if (magnitude === undefined) return { error: `"${text}" is not an integer.` };
  const value = negative ? -magnitude : magnitude;
  const small = Number(value);
  return { value: Number.isSafeInteger(small) ? small : value };
}

/** Binary, hexadecimal, octal with a leading 0, sexagesimal (`1:30` is 90), decimal. */
function integerMagnitude(digits: string): bigint | undefined {
  if (/^0b[01]+$/u.test(digits) || /^0x[0-9a-fA-F]+$/u.test(digits)) return BigInt(digits);
  if (/^0[0-7]*$/u.test(digits)) return BigInt(`0o${digits}`);
  if (/^[1-9][0-9]*$/u.test(digits)) return BigInt(digits);
  if (!/^[0-9]+(?::[0-9]+)+$/u.test(digits)) return undefined;
  return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

function toFloat(text: string): Resolved {
  const { negative, digits } = splitSign(text);
  if (/^(?:\.inf|\.nan|inf|infinity|nan)$/iu.test(digits)) return notFinite(text);
  if (!/^(?:[0-9]+:)*(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/u.test(digits)) {
    return { error: `"${text}" is not a number.` };
  }
  const magnitude = digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  if (!Number.isFinite(magnitude)) return notFinite(text);
  return { value: negative ? -magnitude : magnitude };
}

function notFinite(text: string): Resolved {
  return { error: `The number ${text} has no JSON representation, so no variable can have it as its value.` };
}

function splitSign(text: string): { negative: boolean; digits: string } {
  const plain = text.trim().replaceAll('_', '');
  return { negative: plain.startsWith('-'), digits: plain.replace(/^[-+]/u, '') };
}
