/** Reads `.komposconfig.yaml`, validates it against the schema, and applies defaults. */
import { posix } from 'node:path';
import { Validator, type OutputUnit } from '@cfworker/json-schema';
import { parseWhole } from '../hierarchy/yaml/parse.ts';
import { LIST_MERGES, type ListMerge, type Value } from '../hierarchy/value.ts';
import { formatPlace, problem, throwOnErrors, warning, type Place, type Problem } from '../base/problems.ts';
import { nearest } from '../base/closest-name.ts';
import {
  checkSettings,
  hookSettings,
  type CheckSettings,
  type HookSettings,
  type WrittenProgram,
} from './check-settings.ts';
import { settingsSchema } from './settings-schema.ts';
import { defaultStoreSettings, type StoreSettings } from './store-settings.ts';
import { waveSettings, type WaveSettings, type WrittenWave } from './wave-settings.ts';

export const SETTINGS_FILE = '.komposconfig.yaml';

const TOOLS = ['terraform', 'tofu'] as const;

/** Known, intended drift. The first three are globs; undefined matches everything. */
export interface DriftIgnoreRule {
  readonly leaf: string | undefined;
  readonly address: string | undefined;
  readonly attribute: string | undefined;
  readonly reason: string;
}

/** Which pins the leaves of a glob may have. */
export interface PinRule {
  /** `**`: all leaves. */
  readonly leaves: string;
  readonly require: PinRequirement;
}

/** `tag`: no module source may follow a branch. */
export type PinRequirement = (typeof PIN_REQUIREMENTS)[number];

const PIN_REQUIREMENTS = ['tag', 'any'] as const;

export interface Settings {
  /** `compositions.order.terraform` */
  readonly compositionOrder: readonly string[];
  /** Top-level configuration keys that a composition does not get. */
  readonly excludedKeys: ReadonlyMap<string, readonly string[]>;
  /** The only top-level configuration keys that a composition gets. */
  readonly filteredKeys: ReadonlyMap<string, readonly string[]>;
  readonly tool: 'terraform' | 'tofu' | undefined;
  /** An exact version, a constraint, or a prefix (`v1`, `1.11`); of Terraform, not of OpenTofu. */
  readonly terraformVersion: string | undefined;
  readonly versionedModuleSources: boolean;
  /** Folder of the compositions, from the project root, as written. */
  readonly localPath: string;
  readonly rootPath: string;
  readonly listMerge: ListMerge;
  /** Folders of layers and leaves, from the project root. */
  readonly configRoots: readonly string[];
  readonly minVersion: string | undefined;
  readonly driftIgnore: readonly DriftIgnoreRule[];
  readonly stores: StoreSettings;
  /** `terraform.pins.require`: the last one that matches a leaf counts. */
  readonly pinRules: readonly PinRule[];
  readonly checks: readonly CheckSettings[];
  readonly hooks: readonly HookSettings[];
  /** Globs of leaves, by a glob of the leaves that depend on them. */
  readonly dependsOn: ReadonlyMap<string, readonly string[]>;
  readonly waves: readonly WaveSettings[];
  /** Names of GitHub environments, by a glob of leaves. */
  readonly environments: ReadonlyMap<string, string>;
}

/** The settings of a project without a settings file. */
export const defaultSettings: Settings = {
  compositionOrder: [],
  excludedKeys: new Map(),
  filteredKeys: new Map(),
  tool: undefined,
  terraformVersion: undefined,
  versionedModuleSources: true,
  localPath: 'compositions/terraform',
  rootPath: '',
  listMerge: 'append',
  configRoots: ['config'],
  minVersion: undefined,
  driftIgnore: [],
  stores: defaultStoreSettings,
  pinRules: [],
  checks: [],
  hooks: [],
  dependsOn: new Map(),
  waves: [],
  environments: new Map(),
};

/**
 * Parses the text of a settings file. Unknown keys are warnings.
 *
 * @param file path from the repository root, for messages
 * @throws ProblemError with all wrong types and values
 */
export function parseSettings(file: string, text: string): { settings: Settings; warnings: readonly Problem[] } {
  const { value: root, problems } = parseWhole(file, text);
  throwOnErrors(problems);
  if (root === undefined) return { settings: defaultSettings, warnings: [] };

  throwOnErrors(mergeTagsIn(root));
  const found = validate(file, root);
  throwOnErrors(found);

  // Newer projects put the keys below `komposconfig:`, which takes precedence over the top level.
  const nested = child(root, 'komposconfig');
  const at = (...keys: string[]): Value | undefined => descend(nested, keys) ?? descend(root, keys);
  const { checks, problems: wrongChecks } = checkSettings(writtenPrograms(at('checks')));
  const { hooks, problems: wrongHooks } = hookSettings(writtenPrograms(at('hooks')));
  const { waves, problems: wrongWaves } = waveSettings(writtenWaves(at('waves')));
  throwOnErrors([...wrongChecks, ...wrongHooks, ...wrongWaves]);
  return {
    settings: {
      compositionOrder: texts(at('compositions', 'order', 'terraform')),
      excludedKeys: textLists(at('compositions', 'config_keys', 'excluded')),
      filteredKeys: textLists(at('compositions', 'config_keys', 'filtered')),
      tool: TOOLS.find((each) => each === textOf(at('tool'))),
      terraformVersion: textOf(at('terraform', 'version')),
      versionedModuleSources: scalarOf(at('terraform', 'versioned_module_sources')) !== false,
      localPath: textOf(at('terraform', 'local_path')) ?? defaultSettings.localPath,
      rootPath: textOf(at('terraform', 'root_path')) ?? defaultSettings.rootPath,
      listMerge: LIST_MERGES.find((each) => each === textOf(at('list_merge'))) ?? defaultSettings.listMerge,
      configRoots: rootsOf(texts(at('config_roots'))),
      minVersion: textOf(at('min_version')),
      driftIgnore: driftRules(at('drift', 'ignore')),
      stores: storeSettings(at),
      pinRules: pinRules(at('terraform', 'pins', 'require')),
      checks,
      hooks,
      dependsOn: textLists(at('depends_on')),
      waves,
      environments: textMap(at('environments')),
    },
    warnings: found,
  };
}

function validate(file: string, root: Value): readonly Problem[] {
  const { errors } = new Validator(settingsSchema, '2020-12', false).validate(plain(root));
  const ofKompos: string[] = [];
  const found = errors.flatMap((unit): readonly Problem[] => {
    const keys = unit.instanceLocation.split('/').slice(1).map(decodePointer);
    const place: Place = descend(root, keys)?.origin ?? { file };
    const name = keys.join('.');
    switch (unit.keyword) {
      // A property that no schema describes: the boolean schema `false` rejects it.
      case 'false':
        // With a key misspelled, a rule would ignore more drift than intended, or a check hold for other leaves.
        if (/(^|\.)(drift\.ignore|checks|hooks|waves)\.\d+\./u.test(name)) {
          return [problem('settings', `Setting "${name}" is unknown.`, { place, hint: didYouMean(keys) })];
        }
        if (MEANS_NOTHING_HERE.test(name)) {
          ofKompos.push(name);
          return [];
        }
        return [warning('settings', `Unknown setting "${name}": it has no effect.`, { place, hint: didYouMean(keys) })];
      case 'type':
      case 'enum':
      case 'pattern':
        return [
          problem('settings', `Setting "${name}": ${explain(unit)}`, {
            place,
            hint: /(^|\.)pins\.require(\.|$)/u.test(name)
              ? `Allowed: ${PIN_REQUIREMENTS.join(', ')}; or a map from globs of leaf paths to these.`
              : (quoteHint(unit, root, keys) ?? (unit.keyword === 'enum' ? undefined : describedAs(unit))),
          }),
        ];
      case 'required':
      case 'minProperties':
      case 'minItems':
      case 'maxItems':
      case 'minimum':
      case 'maximum':
        return [problem('settings', `Setting "${name}": ${explain(unit)}`, { place, hint: hintOfEntry(name) })];
      default:
        return [];
    }
  });
  if (ofKompos.length === 0) return found;
  const message = `These settings of the original Kompos mean nothing here: ${ofKompos.join(', ')}.`;
  return [...found, warning('settings', message, { place: { file } })];
}

/** What an entry of a list of rules needs. */
function hintOfEntry(name: string): string | undefined {
  if (/(^|\.)drift\.ignore\./u.test(name))
    return 'A rule needs a reason and at least one of leaf, address and attribute.';
  if (/(^|\.)checks\.\d+$/u.test(name)) return 'A check needs a name and a command.';
  if (/(^|\.)hooks\.\d+$/u.test(name)) return 'A hook needs a name, a command, and "on": before-init or after-apply.';
  if (/(^|\.)waves\.\d+$/u.test(name)) return 'A wave needs "leaves": a list of patterns of leaves.';
  return undefined;
}

/** Tags of layers: there is nothing above the settings that these could replace. */
function mergeTagsIn(value: Value): readonly Problem[] {
  const isTagged = value.kind === 'scalar' ? value.removes !== undefined : value.merge !== undefined;
  if (isTagged) {
    const message = 'A tag for merging has no meaning in the settings, which are a single file.';
    return [problem('settings', message, { place: value.origin, hint: 'Remove the tag.' })];
  }
  return value.kind === 'scalar' ? [] : Object.values(value.children).flatMap(mergeTagsIn);
}

/** Known to the original, for its other engines, its generators and its own output folders. */
const MEANS_NOTHING_HERE =
  /^(?:komposconfig\.)?(?:vault|helm|helmfile|helmfiles|tfe|defaults|terragrunt|compositions\.(?:properties|build_order|generate|order\.(?!terraform$)[^.]+|config_keys\.system_keys)|terraform\.(?:base_output_dir|output_subdir|versioned_extension|remote_path|repo_[a-z]+|generate[a-z_]*))$/u;

function explain(unit: OutputUnit): string {
  return unit.error.replace(/^Instance /u, 'the value ').replace(/\.$/u, '') + '.';
}

/** The most common type error is a version such as 1.10, which YAML reads as a number. */
function quoteHint(unit: OutputUnit, root: Value, keys: readonly string[]): string | undefined {
  if (!unit.error.includes('Expected "string"')) return undefined;
  const value = descend(root, keys);
  return value?.kind === 'scalar' && typeof value.value === 'number'
    ? `Put it in quotes: "${value.spelling}".`
    : undefined;
}

/** What the schema says of the setting that is wrong: of an item without words of its own, what it says of the list. */
function describedAs({ keywordLocation }: OutputUnit): string | undefined {
  let schema: unknown = settingsSchema;
  let description: string | undefined;
  for (const key of keywordLocation.split('/').slice(1).map(decodePointer)) {
    schema = property(schema, key);
    const found = property(schema, 'description');
    if (typeof found === 'string') description = found;
  }
  return description;
}

function didYouMean(keys: readonly string[]): string | undefined {
  const last = keys.at(-1) ?? '';
  const known = knownKeys(keys.slice(0, -1));
  const closest = nearest(last, known);
  if (closest !== undefined) return `Did you mean "${closest}"?`;
  return known.length > 0 ? `Known here: ${known.join(', ')}.` : undefined;
}

/** The keys that the schema defines below a path. */
function knownKeys(keys: readonly string[]): readonly string[] {
  let schema: unknown = settingsSchema;
  for (const key of keys) schema = property(schema, 'items') ?? property(property(schema, 'properties'), key);
  const properties = property(schema, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(key)
    : undefined;
}

function decodePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The value as plain JSON data; integers too large for a number become strings. */
function plain(value: Value): unknown {
  if (value.kind === 'list') return value.children.map(plain);
  if (value.kind === 'map')
    return Object.fromEntries(Object.entries(value.children).map(([key, each]) => [key, plain(each)]));
  return typeof value.value === 'bigint' ? value.value.toString() : value.value;
}

function child(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.children[key] : undefined;
}

function descend(value: Value | undefined, keys: readonly string[]): Value | undefined {
  let at = value;
  for (const key of keys) at = at?.kind === 'list' ? at.children[Number(key)] : child(at, key);
  return at;
}

function scalarOf(value: Value | undefined): unknown {
  return value?.kind === 'scalar' ? value.value : undefined;
}

function textOf(value: Value | undefined): string | undefined {
  const scalar = scalarOf(value);
  return typeof scalar === 'string' ? scalar : undefined;
}

function texts(value: Value | undefined): readonly string[] {
  return value?.kind === 'list' ? value.children.flatMap((each) => textOf(each) ?? []) : [];
}

/** Without `./` and a slash at the end. */
function rootsOf(written: readonly string[]): readonly string[] {
  const roots = written.map((each) => posix.normalize(each).replace(/\/+$/u, ''));
  return roots.length === 0 ? defaultSettings.configRoots : [...new Set(roots)];
}

function textLists(value: Value | undefined): ReadonlyMap<string, readonly string[]> {
  if (value?.kind !== 'map') return new Map();
  return new Map(Object.entries(value.children).map(([key, list]) => [key, texts(list)]));
}

function pinRules(value: Value | undefined): readonly PinRule[] {
  const requirementOf = (written: Value): PinRequirement | undefined =>
    PIN_REQUIREMENTS.find((each) => each === textOf(written));
  const given =
    value?.kind === 'map' ? Object.entries(value.children) : value === undefined ? [] : [['**', value] as const];
  return given.flatMap(([leaves, written]) => {
    const require = requirementOf(written);
    return require === undefined ? [] : [{ leaves, require }];
  });
}

function driftRules(value: Value | undefined): readonly DriftIgnoreRule[] {
  if (value?.kind !== 'list') return [];
  return value.children.map((rule) => ({
    leaf: textOf(child(rule, 'leaf')),
    address: textOf(child(rule, 'address')),
    attribute: textOf(child(rule, 'attribute')),
    reason: textOf(child(rule, 'reason')) ?? '',
  }));
}

function writtenPrograms(value: Value | undefined): readonly WrittenProgram[] {
  if (value?.kind !== 'list') return [];
  return value.children.map((each) => ({
    place: each.origin,
    name: textOf(child(each, 'name')) ?? '',
    command: texts(child(each, 'command')),
    on: textOf(child(each, 'on')),
    leaves: texts(child(each, 'leaves')),
    timeout: textOf(child(each, 'timeout')),
    files: texts(child(each, 'files')),
    env: texts(child(each, 'env')),
    sensitive: scalarOf(child(each, 'sensitive')) === true,
    required: scalarOf(child(each, 'required')) !== false,
    fails: numbers(child(each, 'fails')),
  }));
}

function writtenWaves(value: Value | undefined): readonly WrittenWave[] {
  if (value?.kind !== 'list') return [];
  return value.children.map((each) => ({
    place: each.origin,
    name: textOf(child(each, 'name')),
    leaves: texts(child(each, 'leaves')),
  }));
}

function numbers(value: Value | undefined): readonly number[] {
  if (value?.kind !== 'list') return [];
  return value.children.flatMap((each) => {
    const scalar = scalarOf(each);
    return typeof scalar === 'number' ? [scalar] : [];
  });
}

function storeSettings(at: (...keys: string[]) => Value | undefined): StoreSettings {
  const said = (...keys: string[]): string | undefined => textOf(at('stores', ...keys));
  return {
    allow: texts(at('allow_secrets')),
    allowShort: scalarOf(at('stores', 'allow_short')) === true,
    aws: {
      endpoint: said('aws', 'endpoint'),
      region: said('aws', 'region'),
      profiles: textMap(at('stores', 'aws', 'profiles')),
    },
    vault: {
      address: said('vault', 'address'),
      namespace: said('vault', 'namespace'),
      mount: said('vault', 'mount'),
      kvVersion: said('vault', 'kv_version'),
      auth: {
        method: said('vault', 'auth', 'method'),
        mount: said('vault', 'auth', 'mount'),
        role: said('vault', 'auth', 'role'),
        audience: said('vault', 'auth', 'audience'),
        tokenFile: said('vault', 'auth', 'token_file'),
      },
      tokenPolicies: texts(at('stores', 'vault', 'token_policies')),
    },
    sops: { keys: texts(at('stores', 'sops', 'keys')) },
  };
}

function textMap(value: Value | undefined): ReadonlyMap<string, string> {
  if (value?.kind !== 'map') return new Map();
  return new Map(
    Object.entries(value.children).flatMap(([key, each]): [string, string][] => {
      const text = textOf(each);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** The problem of a kompos version that is too old for the project. */
export function versionTooOld(file: string, minVersion: string, version: string): Problem {
  return problem('settings', `This project needs kompos ${minVersion} or newer; this is ${version}.`, {
    place: { file },
    hint: `Update the workflow's "uses:" line to a newer release, or remove min_version from ${formatPlace({ file })} if it counts the original Kompos's versions.`,
  });
}
