/**
 * Plain data with its secrets masked. What a text is decides, not what it looks like: a name that people gave to
 * something in the repository is in the repository for everyone to read, so it tells nothing about a secret that happens
 * to be spelled like it, and masking it would break links and commands, and confirm whoever guesses a secret in a path.
 */
import { field, isRecord, list } from '../base/json.ts';
import type { Masker, MaskOptions } from './masking.ts';

/**
 * How a text that is not foreign is masked.
 *
 * - `name`: not at all. Ours, or a path of the repository. Of an object: everything in it.
 * - `key`: a key of the configuration. It may be made of what the job was given, but never of what Terraform computes.
 * - `address`: of a resource. Only its instance keys are values; the rest stands in the code.
 */
type Treatment = 'name' | 'key' | 'address';

/** The names in data of this shape, lists seen through; all other texts are masked. */
export type Names<T> =
  Treatment | ([T] extends [string] ? never : { readonly [Key in KeyOf<Item<T>>]?: Names<FieldOf<Item<T>, Key>> });
type Item<T> = T extends readonly (infer Each)[] ? Each : T;
type KeyOf<T> = T extends object ? keyof T : never;
type FieldOf<T, Key> = T extends object ? (Key extends keyof T ? NonNullable<T[Key]> : never) : never;

/**
 * A copy in which every text is masked that is not one of the names; keys of objects stay.
 *
 * @param replaced collects what was masked
 */
export function maskData<T>(data: T, names: Names<T>, masker: Masker, replaced?: Set<string>): T;
export function maskData(data: unknown, names: unknown, masker: Masker, replaced?: Set<string>): unknown {
  return walk(data, names, masker, { replaced });
}

/** The same for a report, which says how many values had to be masked. */
export function maskReport<T extends { readonly masked?: number | undefined }>(
  report: T,
  names: Names<T>,
  masker: Masker,
): T {
  const replaced = new Set<string>();
  const masked = maskData(report, names, masker, replaced);
  return replaced.size === 0 ? masked : { ...masked, masked: replaced.size };
}

function walk(data: unknown, names: unknown, masker: Masker, options: MaskOptions): unknown {
  if (names === 'name') return data;
  if (typeof data === 'string') return maskText(data, names, masker, options);
  if (Array.isArray(data)) return list(data).map((each) => walk(each, names, masker, options));
  if (!isRecord(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, walk(value, field(names, key), masker, options)]),
  );
}

function maskText(text: string, names: unknown, masker: Masker, options: MaskOptions): string {
  switch (names) {
    case 'key':
      return masker.mask(text, { ...options, onlyGiven: true });
    case 'address':
      return ADDRESS.test(text)
        ? text.replace(INSTANCE_KEY, (key) => masker.mask(key, options))
        : masker.mask(text, options);
    default:
      return masker.mask(text, options);
  }
}

/** `module.vpc["a"].aws_subnet.this[0]`, and what makes no address of the plan's JSON but is shown like one. */
const NAME = '[\\p{L}_][\\p{L}\\p{N}_-]*';
const KEY = '\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\]';
const ADDRESS = new RegExp(`^${NAME}(?:\\.${NAME}|${KEY})*(?: \\(deposed [0-9a-f]+\\))?$`, 'u');
const INSTANCE_KEY = new RegExp(KEY, 'gu');
