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
  /** How many values were not compared, because secrets are not read here. */
  readonly secrets: number;
}

/**
 * @param leaves leaf → the text of its variables file here
 * @param folder absolute path of a folder with `<leaf>/variables.tfvars.json` as the original wrote them
 * @param settings that the original mixes into every configuration; undefined if it does not
 */
export function compareRendered(
  leaves: ReadonlyMap<string, string>,
  folder: string,
  settings: Readonly<Record<string, unknown>> | undefined,
): Comparison {
  if (!existsSync(folder)) throw problemError('usage', `--rendered names "${folder}", which is no folder.`);
  let [same, secrets] = [0, 0];
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
      if (isStandIn(each.after)) {
        secrets += 1;
        continue;
      }
      const key = settings && ofSettings(each, settings);
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
  return { same, missing, different, settings: [...mixedIn].sort(), secrets };
}

interface Difference {
  readonly path: readonly string[];
  /** Undefined: there is none. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Where a secret would be, which is not read here: what the original wrote there is not shown either. */
function isStandIn(value: unknown): boolean {
  return typeof value === 'string' && value.includes('(secret: ');
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

const TERRAFORM_SETTINGS = new Set([
  'version',
  'local_path',
  'root_path',
  'repo',
  'versioned_extension',
  'versioned_module_sources',
]);

/** The setting that explains a difference. */
function ofSettings(
  { path, before, after }: Difference,
  settings: Readonly<Record<string, unknown>>,
): string | undefined {
  const [, key = '', ...rest] = path;
  if (after !== undefined || key === '') return undefined;
  if (isTranslated([key, ...rest], before)) return key;
  if (!Object.hasOwn(settings, key)) return undefined;
  return shown(rest.reduce(field, settings[key])) === shown(before) ? key : undefined;
}

/** Whether a key is a setting that migrating changes or removes: comparing again afterwards finds other values. */
function isTranslated([key, ...rest]: readonly string[], before: unknown): boolean {
  if (key !== 'terraform') return key === 'min_version' || key === 'compositions';
  const [name] = rest;
  const names = name === undefined && isRecord(before) ? Object.keys(before) : [name ?? ''];
  return names.length > 0 && names.every((each) => TERRAFORM_SETTINGS.has(each));
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
