/** What the declared type of a variable makes of a value. Pure. */
import { isPlainSpelling, type Expression } from '../hcl/expression.ts';

/**
 * A text as Terraform has it once the value that it is in was converted to a type; undefined where that is not certain.
 *
 * @param type as it is written; undefined where none is
 * @param path where the text is in the value
 */
export function converted(text: string, type: Expression | undefined, path: readonly string[]): string | undefined {
  if (type === undefined) return text;
  if (type.kind === 'reference' && type.path.length === 0) return ofSimpleType(text, type.root, path.length === 0);
  if (type.kind !== 'call') return undefined;
  const [inner] = type.given;
  const [step, ...rest] = path;
  if (type.name === 'optional') return inner && converted(text, inner, path);
  if (inner === undefined || step === undefined) return undefined;
  if (type.name === 'map') return converted(text, inner, rest);
  if (type.name !== 'object' || inner.kind !== 'any') return undefined;
  const attribute = inner.entries?.get(step);
  return attribute && converted(text, attribute, rest);
}

function ofSimpleType(text: string, type: string, isWhole: boolean): string | undefined {
  if (type === 'any') return text;
  if (!isWhole) return undefined;
  switch (type) {
    case 'string':
      return text;
    case 'number':
      return asNumber(text);
    case 'bool':
      if (/^(?:true|1)$/u.test(text)) return 'true';
      return /^(?:false|0)$/u.test(text) ? 'false' : undefined;
    default:
      return undefined;
  }
}

/** `7` for `007`, `1.5` for `1.50`. */
function asNumber(text: string): string | undefined {
  const [, whole = '', fraction = ''] = /^0*(\d+)(\.\d*?)?0*$/u.exec(text.includes('.') ? text : `${text}.`) ?? [];
  const number = `${whole}${fraction === '.' ? '' : fraction}`;
  return isPlainSpelling(number) ? number : undefined;
}
