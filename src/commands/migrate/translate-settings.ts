/** The original's settings → those of this program, in the same file, with its comments. Pure. */
import { isAbsolute, join, relative } from 'node:path';
import { diffArrays } from 'diff';
import { Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import { text } from '../../base/json.ts';
import { defaultSettings } from '../../project/settings.ts';
import { engineSetting, originalLocalPath, settingAt, textsAt, type OriginalSettings } from './original-settings.ts';

/** What the project is like beyond its settings. */
export interface ProjectFacts {
  /** Absolute path of the project. */
  readonly root: string;
  readonly home: string | undefined;
  /** The folders of layers and leaves. */
  readonly configRoots: readonly string[];
  /** Whether there is Terraform code in this program's default folder of compositions. */
  readonly hasDefaultFolder: boolean;
  /** For each composition, the top-level keys of its leaves' configurations. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Translated {
  readonly text: string;
  /** What changed, a line for each. */
  readonly why: readonly string[];
}

/** Translates the settings; the text is the project's own if nothing has to change. */
export function translateSettings(settings: OriginalSettings, facts: ProjectFacts): Translated {
  const { all, isNested, own, elsewhere } = settings;
  const document = openDocument(own);
  const base = isNested ? ['komposconfig'] : [];
  const why: string[] = [];
  const set = (keys: readonly string[], value: unknown, reason: string): void => {
    if (JSON.stringify(plain(document.getIn([...base, ...keys]))) === JSON.stringify(value)) return;
    document.setIn([...base, ...keys], document.createNode(value));
    why.push(reason);
  };
  const remove = (keys: readonly string[], reason: string): void => {
    if (!document.hasIn([...base, ...keys])) return;
    keepTitle(document.getIn(base, true), keys);
    document.deleteIn([...base, ...keys]);
    why.push(reason);
  };

  for (const [key, file] of elsewhere) {
    document.set(key, document.createNode(key === 'komposconfig' ? all : all[key]));
    why.push(`${key}: as in ${file}, which is not read here`);
  }
  remove(['min_version'], 'min_version: removed, it counts the versions of the original');

  const written = originalLocalPath(settings);
  const localPath = written === undefined ? undefined : localised(written, facts);
  const isDefault = engineSetting(settings, 'local_path') === undefined && facts.hasDefaultFolder;
  const now = text(settingAt(all, 'terraform', 'local_path')) ?? defaultSettings.localPath;
  if (localPath !== undefined && localPath !== now && !isDefault) {
    set(['terraform', 'local_path'], localPath, `terraform.local_path: ${localPath}, which was ${whereFrom(settings)}`);
  }
  const rootPath = engineSetting(settings, 'root_path') ?? '';
  if (rootPath !== (text(settingAt(all, 'terraform', 'root_path')) ?? '')) {
    set(
      ['terraform', 'root_path'],
      rootPath,
      `terraform.root_path: ${rootPath}, which was compositions.source.root_path`,
    );
  }
  if (isNested) remove(['compositions', 'source'], 'compositions.source: removed, terraform.local_path says it');

  const version = text(settingAt(all, 'terraform', 'version'));
  const exact = version?.replace(/^Terraform /u, '');
  if (exact !== undefined && exact !== version) {
    set(['terraform', 'version'], exact, `terraform.version: ${exact}, without the program's name`);
  }
  remove(
    ['terraform', 'versioned_extension'],
    'terraform.versioned_extension: removed, templates are named X.tf.versioned',
  );
  if (facts.configRoots.join() !== defaultSettings.configRoots.join()) {
    set(['config_roots'], facts.configRoots, `config_roots: ${facts.configRoots.join(', ')}, where the leaves are`);
  }
  for (const [composition, keys] of excludedBySystem(settings, facts)) {
    const before = textsAt(all, 'compositions', 'config_keys', 'excluded', composition);
    const reason = `compositions.config_keys.excluded.${composition}: ${keys.join(', ')}, which the original's system_keys leave out`;
    set(['compositions', 'config_keys', 'excluded', composition], [...before, ...keys], reason);
  }
  remove(['compositions', 'system_keys'], 'compositions.system_keys: removed, config_keys.excluded says it');
  if (why.length === 0) return { text: own ?? '', why };
  return { text: asWritten(document.toString({ lineWidth: 0, flowCollectionPadding: false }), own ?? ''), why };
}

/** Lines that differ from the old ones in blanks only, as they were: people align values and brackets. */
function asWritten(text: string, before: string): string {
  const old = before.split('\n');
  const blind = (line: string): string =>
    line
      .trimEnd()
      .replace(/(?<=\S)\s+/gu, ' ')
      .replace(/([[{]) | ([\]}])/gu, '$1$2');
  const parts = diffArrays(old, text.split('\n'), { comparator: (a, b) => blind(a) === blind(b) });
  let at = 0;
  const lines: string[] = [];
  for (const { added, removed, value } of parts) {
    if (!removed) lines.push(...(added ? value : old.slice(at, at + value.length)));
    if (!added) at += value.length;
  }
  const restored = lines.join('\n');
  // Blanks in a text are a part of it.
  const isSame = JSON.stringify(parseDocument(restored).toJS()) === JSON.stringify(parseDocument(text).toJS());
  // New lines end as the others do.
  const ending = before.includes('\r\n') ? '\r\n' : '\n';
  return (isSame ? restored : text).replace(/\r?\n/gu, ending);
}

/**
 * What the original leaves out of every composition's variables, as far as its configuration has it. From 0.9 on it
 * writes no provider file either: without `provider`, there is nothing in it here.
 */
function excludedBySystem(settings: OriginalSettings, { keys }: ProjectFacts): readonly [string, readonly string[]][] {
  const { all, isNested } = settings;
  if (!isNested) return [];
  const found: [string, readonly string[]][] = [];
  for (const [composition, present] of keys) {
    const already = textsAt(all, 'compositions', 'config_keys', 'excluded', composition);
    const system = new Set(['provider', 'komposconfig', ...systemKeys(settings, composition)]);
    const more = [...system].filter((key) => present.has(key) && !already.includes(key));
    if (more.length > 0) found.push([composition, more]);
  }
  return found;
}

/** Compositions that the terraform engine does not own are generated by the tfe engine, which leaves out its keys too. */
function systemKeys({ all }: OriginalSettings, composition: string): readonly string[] {
  const owned = textsAt(all, 'compositions', 'order', 'terraform');
  const isTfe = settingAt(all, 'tfe') !== undefined && owned.length > 0 && !owned.includes(composition);
  const engines = isTfe ? ['terraform', 'tfe'] : ['terraform'];
  return engines.flatMap((engine) => textsAt(all, 'compositions', 'system_keys', engine));
}

/** A path as it must be written here: from the project root, with the home folder worked out. */
function localised(written: string, { root, home }: ProjectFacts): string {
  const expanded = home !== undefined && /^~(?:\/|$)/u.test(written) ? join(home, written.slice(1)) : written;
  if (!isAbsolute(expanded)) return written;
  const inside = relative(root, expanded);
  return inside.startsWith('../..') || isAbsolute(inside) ? written : inside;
}

function whereFrom(settings: OriginalSettings): string {
  const own = text(settingAt(settings.all, 'terraform', 'local_path'));
  if (own !== undefined) return own;
  return engineSetting(settings, 'local_path') === undefined
    ? "the original's default"
    : 'compositions.source.local_path or defaults.local_path';
}

function openDocument(own: string | undefined): Document {
  const document = parseDocument(own ?? '', { uniqueKeys: false });
  return document.contents === null ? new Document({}) : document;
}

/** What is written above the first key is about the whole file. */
function keepTitle(map: unknown, [key, ...inner]: readonly string[]): void {
  if (!isMap(map) || inner.length > 0) return;
  const [first, second] = map.items;
  if (!isScalar(first?.key) || first.key.value !== key || !isScalar(second?.key)) return;
  const comments = [map.commentBefore ?? first.key.commentBefore, second.key.commentBefore];
  const kept = comments.filter((comment) => typeof comment === 'string').join('\n');
  if (kept !== '') second.key.commentBefore = kept;
}

function plain(node: unknown): unknown {
  return isNode(node) ? node.toJSON() : node;
}
