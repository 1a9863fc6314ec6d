/** A plan's JSON for programs other than Terraform, without what it marks as sensitive. */
import { randomUUID } from 'node:crypto';
import { ExactNumber, field, isRecord, list, record } from '../base/json.ts';
import { parseShown } from './exact-json.ts';
import { mapPart } from './marks.ts';

/**
 * The JSON without sensitive values: their keys are left out, and in lists they are null.
 *
 * @param shown what `show -json` printed
 * @param mask is applied to all other texts, and to the keys of values
 */
export function withoutSensitive(shown: string, mask: (text: string) => string): string {
  const plan = parseShown(shown);
  const declared = record(field(field(field(plan, 'configuration'), 'root_module'), 'variables'));
  const withMarks = isRecord(plan) ? { ...plan, variables: markedVariables(plan['variables'], declared) } : plan;
  return exactJson(mapPart(withMarks, { value: (value, mark) => without(value, mark, mask), text: mask }));
}

/** Values of variables have no marks of their own: their declarations have. */
function markedVariables(variables: unknown, declared: Readonly<Record<string, unknown>>): unknown {
  if (!isRecord(variables)) return variables;
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => {
      const isSensitive = field(declared[name], 'sensitive') === true;
      return [name, isSensitive ? { ...record(variable), sensitive: true } : variable];
    }),
  );
}

function without(value: unknown, mark: unknown, mask: (text: string) => string): unknown {
  if (mark === true) return undefined;
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return list(value).map((each, index) => without(each, list(mark)[index], mask) ?? null);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
      const kept = without(each, field(mark, key), mask);
      return kept === undefined ? [] : [[mask(key), kept]];
    }),
  );
}

/** JSON with all digits of its numbers. */
function exactJson(value: unknown): string {
  // No text of a plan can contain it.
  const mark = randomUUID();
  return JSON.stringify(spelled(value, mark)).replace(new RegExp(`"${mark}([^"]+)"`, 'gu'), '$1');
}

function spelled(value: unknown, mark: string): unknown {
  if (value instanceof ExactNumber) return `${mark}${value.digits}`;
  if (Array.isArray(value)) return list(value).map((each) => spelled(each, mark));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spelled(each, mark)]));
}
