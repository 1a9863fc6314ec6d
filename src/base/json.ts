/** Reads JSON from outside, whose shape is checked where it is used and never trusted. */

/** Our own replacement of a text or a number in JSON: not an object with properties. */
export abstract class Opaque {
  abstract toJSON(): string;
}

/** A number that JavaScript cannot represent, by its digits. In JSON it becomes a text of them. */
export class ExactNumber extends Opaque {
  readonly digits: string;

  constructor(digits: string) {
    super();
    this.digits = digits;
  }

  toJSON(): string {
    return this.digits;
  }
}

/** Whether it is an object: neither a list, nor a value of our own, nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Opaque);
}

/** A property of an object; undefined where there is no object or no such property. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The object itself, or an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The list itself, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text itself; undefined where it is something else. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The text that a property of an object is. */
export function textOf(value: unknown, name: string): string | undefined {
  return text(field(value, name));
}
