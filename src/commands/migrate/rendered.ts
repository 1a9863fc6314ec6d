/** Compares the variables of leaves with what the original rendered for them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { field, isRecord, ExactNumber } from '../../base/json.ts';
import { problem, problemError, type Problem } from '../../base/problems.ts';
import { VARIABLES_FILE } from '../../rendering/terraform-files.ts';
import { parseExact } from '../../terraform/exact-json.ts';

export interface Comparison {
  /** How many leaves have the same variables. */
  readonly same: number;
  /** Leaves without a file of the original. */
  readonly missing: readonly string[];
  /** One problem for each difference of a leaf. */
  readonly different: readonly { readonly leaf: string; readonly problems: readonly Problem[] }[];
  /** Keys that only the original has, because it takes its settings for configuration. */
  readonly settings: readonly string[];
}

/**
 * @param leaves leaf → the text of its variables file here
 * @param folder absolute path of a folder with `<leaf>/variables.tfvars.json` as the original wrote them
 * @param settings that the original mixes into every configuration
 */
export function compareRendered(
  leaves: ReadonlyMap<string, string>,
  folder: string,
  settings: Readonly<Record<string, unknown>>,
): Comparison {
  if (!existsSync(folder)) throw problemError('usage', `--rendered names "${folder}", which is no folder.`);
  let same = 0;
  const missing: string[] = [];
  const different: { leaf: string; problems: readonly Problem[] }[] = [];
  const mixedIn = new Set<string>();
  for (const [leaf, text] of leaves) {
    const file = join(folder, leaf, VARIABLES_FILE);
    if (!existsSync(file)) {
      missing.push(leaf);
      continue;
    }
    const differences: Difference[] = [];
    for (const each of differencesOf(readJson(file), parseExact(text), [])) {
      const key = ofSettings(each, settings);
      if (key === undefined) differences.push(each);
      else mixedIn.add(key);
    }
    if (differences.length === 0) same += 1;
    else different.push({ leaf, problems: differences.map(described) });
  }
  if (missing.length === leaves.size && leaves.size > 0) {
    throw problemError('usage', `"${folder}" has no file <leaf>/${VARIABLES_FILE}.`, {
      hint: `Copy what the original renders for each leaf there, such as ${[...leaves.keys()][0] ?? ''}/${VARIABLES_FILE}.`,
    });
  }
  return { same, missing, different, settings: [...mixedIn].sort() };
}

interface Difference {
  readonly path: readonly string[];
  /** Undefined: there is none. */
  readonly before: unknown;
  readonly after: unknown;
}

function readJson(file: string): unknown {
  try {
    return parseExact(readFileSync(file, 'utf8'));
  } catch {
    throw problemError('files', 'This file is not JSON.', { place: { file } });
  }
}

function differencesOf(before: unknown, after: unknown, path: readonly string[]): readonly Difference[] {
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differencesOf(field(before, key), field(after, key), [...path, key]),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((each: unknown, index) => differencesOf(each, after[index], [...path, String(index)]));
  }
  return shown(before) === shown(after) ? [] : [{ path, before, after }];
}

/** The setting that explains a difference. */
function ofSettings(
  { path, before, after }: Difference,
  settings: Readonly<Record<string, unknown>>,
): string | undefined {
  const [, key = '', ...rest] = path;
  if (after !== undefined || !Object.hasOwn(settings, key)) return undefined;
  return shown(rest.reduce(field, settings[key])) === shown(before) ? key : undefined;
}

function described({ path, before, after }: Difference): Problem {
  const text = (value: unknown): string => (value === undefined ? 'nothing' : shortened(shown(value)));
  return problem('interpolation', `${path.join('.')}: ${text(before)} in the original, ${text(after)} here.`);
}

/** Numbers by what they are: `1.0` is 1. */
function shown(value: unknown): string {
  if (value instanceof ExactNumber) return /^-?\d+$/u.test(value.digits) ? value.digits : String(Number(value.digits));
  return value === undefined ? '' : JSON.stringify(value);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
