/** The settings of the original Kompos, which reads three files, each key of the top level from the last that has it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { field, list, record, text } from '../../base/json.ts';
import { problemError } from '../../base/problems.ts';
import { SETTINGS_FILE } from '../../project/settings.ts';

export interface OriginalSettings {
  /** All settings together. */
  readonly all: Readonly<Record<string, unknown>>;
  /** From 0.9 on, they are below `komposconfig`, and `all` is what is there. */
  readonly isNested: boolean;
  /** The text of the project's own file; undefined if it has none. */
  readonly own: string | undefined;
  /** Keys of the top level that another file sets, with that file. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** The original's default, from 0.9 on; before, the setting is required. */
const DEFAULT_LOCAL_PATH = './compositions';

/**
 * @param root absolute path of the project
 * @param folders where other settings files are looked for, first to last: `/etc/kompos` and the home folder
 * @throws ProblemError for a file that is no YAML mapping
 */
export function readOriginalSettings(root: string, folders: readonly string[]): OriginalSettings {
  const merged = new Map<string, unknown>();
  const elsewhere = new Map<string, string>();
  let own: string | undefined;
  for (const folder of [...folders, root]) {
    const file = join(folder, SETTINGS_FILE);
    if (!existsSync(file)) continue;
    const content = readFileSync(file, 'utf8');
    const isOwn = folder === root;
    if (isOwn) own = content;
    for (const [key, value] of Object.entries(readMapping(isOwn ? SETTINGS_FILE : file, content))) {
      merged.set(key, value);
      if (isOwn) elsewhere.delete(key);
      else elsewhere.set(key, file);
    }
  }
  const top = Object.fromEntries(merged);
  const isNested = merged.has('komposconfig');
  return { all: isNested ? record(top['komposconfig']) : top, isNested, own, elsewhere };
}

function readMapping(file: string, content: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(content, { version: '1.1', uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) throw problemError('settings', error.message, { place: { file } });
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return record(value);
  throw problemError('settings', 'The settings must be a mapping.', { place: { file } });
}

/** A setting by its path. */
export function settingAt(settings: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(field, settings);
}

/** The texts of a list. */
export function textsAt(settings: unknown, ...keys: readonly string[]): readonly string[] {
  return list(settingAt(settings, ...keys)).flatMap((each) => text(each) ?? []);
}

/** A setting of the terraform engine, which falls back to the compositions' common ones, then to defaults. */
export function engineSetting({ all, isNested }: OriginalSettings, key: string): string | undefined {
  const own = text(settingAt(all, 'terraform', key));
  if (!isNested) return own;
  const common = key.endsWith('_path') ? text(settingAt(all, 'compositions', 'source', key)) : undefined;
  return own ?? common ?? text(settingAt(all, 'defaults', key));
}

/** The folder of the compositions as the original takes it; undefined if it takes none. */
export function originalLocalPath(settings: OriginalSettings): string | undefined {
  return engineSetting(settings, 'local_path') ?? (settings.isNested ? DEFAULT_LOCAL_PATH : undefined);
}
