/** Values and keys of configurations as texts for people. Pure. */
import { toCompactJson, toPlain } from '../hierarchy/json.ts';
import type { Value } from '../hierarchy/value.ts';
import { shorten } from './bytes.ts';
import { visible } from './escaping.ts';

/** A plain text that nobody can take for anything else. */
const PLAIN = /^[^\s"'[\]{}#,&*!|>%@`~-][^\n\t]*(?<!\s)$/u;

/** A value on one line: texts without quotes where they are plain, everything else as JSON. */
export function shownValue(value: Value, most = Infinity): string {
  const text = value.kind === 'scalar' ? scalarText(value) : toCompactJson(value);
  return shownText(text, most);
}

/** A text on one line, as it is written. */
export function shownText(text: string, most: number): string {
  return shorten(visible(text).replaceAll('\n', '\\n'), most);
}

function scalarText({ value, spelling }: Value & { readonly kind: 'scalar' }): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return spelling;
  const isTaken = /^(?:true|false|null|[-+.\d][\d._eE+-]*)$/u.test(value);
  return PLAIN.test(value) && !isTaken ? value : JSON.stringify(value);
}

/** A value below a map, or an item of a list. */
export interface Entry {
  /** Dotted. */
  readonly key: string;
  readonly value: Value;
}

/** All values that are no maps, by their dotted keys; an empty map and a list are values as well. */
export function entriesOf(value: Value, key = ''): readonly Entry[] {
  const found: Entry[] = [];
  collect(value, key);
  return found;

  function collect(at: Value, name: string): void {
    const keys = at.kind === 'map' ? Object.keys(at.children) : [];
    if (at.kind !== 'map' || keys.length === 0) found.push({ key: name, value: at });
    else
      for (const each of keys.sort()) {
        const child = at.children[each];
        if (child !== undefined) collect(child, name === '' ? each : `${name}.${each}`);
      }
  }
}

/** A value for a JSON document: integers beyond the safe range are texts there. */
export function jsonValue(value: Value): unknown {
  return JSON.parse(
    JSON.stringify(toPlain(value), (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each)),
  );
}
