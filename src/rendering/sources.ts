/** Source folders of a snapshot, read and parsed once, with what their Terraform files reach outside of them. */
import type { MapValue } from '../hierarchy/value.ts';
import type { Snapshot, SnapshotFile } from '../snapshot/snapshot.ts';
import { problem, ProblemError } from '../base/problems.ts';
import { configurationTexts } from './use/configuration-texts.ts';
import { configurationUse, WHOLE_CONFIGURATION, type ConfigurationUse } from './use/configuration-use.ts';
import type { Expression } from './hcl/expression.ts';
import { readHcl, type HclFile } from './hcl/hcl-file.ts';
import { loadHclParser } from './hcl/hcl-grammar.ts';
import { readJsonCode, readText } from './hcl/json-code.ts';
import { configurationReferences } from './hcl/module-code.ts';
import {
  anything,
  LOOSE,
  NOTHING,
  union,
  type ConfigurationTexts,
  type PathValue,
  type VariableValues,
} from './use/path-text.ts';
import { findReach, type Reach, type ReachInput } from './use/reach.ts';
import { isJson, isLeftOut, isTemplate, isTerraformFile, PROVIDER_FILE } from './terraform-files.ts';
import { readTfJson } from './hcl/tf-json.ts';
import { isTfvars, readTfvars } from './hcl/tfvars.ts';

/** A folder of Terraform sources. */
export interface SourceFolder {
  /** From the repository root. */
  readonly folder: string;
  /** Without what stays out of a rendering. */
  readonly files: readonly SourceFile[];
  /** One that lies in the folder: its files are not there. */
  readonly submodule: SnapshotFile | undefined;
}

export interface SourceFile {
  /** Path below the folder. */
  readonly name: string;
  readonly file: SnapshotFile;
  /** Text and syntax of `*.tf` and `*.tf.versioned` files. */
  readonly hcl?: { readonly text: string; readonly parsed: HclFile } | undefined;
}

/** Syntax by blob id: shared by one run's snapshots, parsed once. */
export type SyntaxCache = Map<string, HclFile>;

/** What a leaf adds to the sources of its composition. */
export interface LeafInput {
  /** Folders of local modules that only the leaf's pins tell, from the repository root. */
  readonly pinned: readonly string[];
  /** What the composition gets as `var.config`; undefined where that is not known: nothing in it leads out then. */
  readonly variables: MapValue | undefined;
  /** The text of the generated provider file. */
  readonly provider: string;
}

export interface Sources {
  /** A source folder; undefined where there is none. */
  folder(folder: string): Promise<SourceFolder | undefined>;
  /** What the sources of a composition reach. Rather too many files than too few. */
  reach(folder: string, leaf: LeafInput): Promise<Reach>;
  /** What of `var.config` a composition reads, through the local modules that it reaches. */
  use(folder: string, reach: Reach): Promise<ConfigurationUse>;
}

/**
 * @param layerRoots folders of configuration layers: no path expression is taken to mean them unless it names them
 */
export function openSources(snapshot: Snapshot, syntax: SyntaxCache, layerRoots: ReadonlySet<string>): Sources {
  const folders = new Map<string, Promise<SourceFolder | undefined>>();
  const reaches = new Map<string, Promise<Reach>>();
  const uses = new Map<string, Promise<ConfigurationUse>>();
  const configurations = new Map<string, Promise<readonly (readonly string[])[]>>();

  function folder(path: string): Promise<SourceFolder | undefined> {
    let read = folders.get(path);
    if (read === undefined) {
      read = readFolder(path);
      folders.set(path, read);
    }
    return read;
  }

  async function readFolder(path: string): Promise<SourceFolder | undefined> {
    const prefix = path === '' ? 0 : path.length + 1;
    const named = snapshot
      .filesBelow(path)
      .map((file) => ({ name: file.path.slice(prefix), file }))
      .filter(({ name }) => !isLeftOut(name));
    if (named.length === 0) return undefined;
    const terraform = named.filter(({ name }) => isTerraformFile(name) || isTemplate(name));
    await snapshot.load(terraform.map(({ file }) => file));
    const files: SourceFile[] = [];
    for (const { name, file } of named) {
      if (file.isSubmodule === true) continue;
      if (!isTerraformFile(name) && !isTemplate(name)) {
        files.push({ name, file });
        continue;
      }
      const text = snapshot.read(file).toString('utf8');
      let parsed = syntax.get(file.id);
      if (parsed === undefined) {
        const parser = await loadHclParser();
        parsed = readBounded(file.path, text, () => (isJson(name) ? readTfJson(parser, text) : readHcl(parser, text)));
        syntax.set(file.id, parsed);
      }
      files.push({ name, file, hcl: { text, parsed } });
    }
    return { folder: path, files, submodule: named.find(({ file }) => file.isSubmodule)?.file };
  }

  async function reach(root: string, leaf: LeafInput): Promise<Reach> {
    const found = await reachWith(root, leaf, false);
    // A source or a path may be known where a single value of the configuration is.
    return found.anywhere === undefined || leaf.variables === undefined ? found : reachWith(root, leaf, true);
  }

  async function reachWith(root: string, { pinned, variables, provider }: LeafInput, exact: boolean): Promise<Reach> {
    const texts: ConfigurationTexts = (path) =>
      variables === undefined ? LOOSE : configurationTexts(variables, path, exact);
    const used = await configurationPaths(root);
    const mayName = /\.\.|\\|[$%]\{|"\.\/*"|tfvars/u.test(provider) ? provider : '';
    const key = JSON.stringify([root, pinned, mayName, used.map(texts)]);
    let found = reaches.get(key);
    if (found === undefined) {
      found = findNow();
      reaches.set(key, found);
    }
    return found;

    async function findNow(): Promise<Reach> {
      const parser = await loadHclParser();
      const generated = mayName === '' ? [] : [{ path: PROVIDER_FILE, code: readJsonCode(parser, mayName) }];
      const given = await tfvarsOf(root);
      const input: ReachInput = { pinned, configuration: texts, generated, variables: given };
      return findReach(root, input, { snapshot, layerRoots, folder, template });
    }
  }

  /** The parts of `var.config` that a composition's own files name. */
  function configurationPaths(root: string): Promise<readonly (readonly string[])[]> {
    let paths = configurations.get(root);
    if (paths === undefined) {
      paths = folder(root).then((source) => {
        const code = (source?.files ?? []).flatMap(({ hcl }) => hcl?.parsed.code ?? []);
        const all = code.flatMap(configurationReferences);
        return [...new Map(all.map((path) => [JSON.stringify(path), path])).values()];
      });
      configurations.set(root, paths);
    }
    return paths;
  }

  /** What `terraform.tfvars` and `*.auto.tfvars`, also as JSON, give the composition's variables. */
  async function tfvarsOf(root: string): Promise<VariableValues> {
    const values = new Map<string, PathValue>();
    const files = (await folder(root))?.files.filter(({ name }) => isTfvars(name)).map(({ file }) => file) ?? [];
    await snapshot.load(files);
    const parser = await loadHclParser();
    for (const file of files) {
      const text = snapshot.read(file).toString('utf8');
      const read = readTfvars(parser, text, file.path.endsWith('.json'));
      if (read === undefined) return () => anything(file.path);
      for (const [name, given] of read) {
        values.set(name, union([values.get(name) ?? NOTHING, given]));
      }
    }
    return (name) => values.get(name);
  }

  async function template(file: SnapshotFile): Promise<Expression> {
    const parser = await loadHclParser();
    return readText(parser, snapshot.read(file).toString('utf8'));
  }

  async function use(root: string, { modules, readsVariablesFile }: Reach): Promise<ConfigurationUse> {
    if (readsVariablesFile) return WHOLE_CONFIGURATION;
    const places = modules.map(({ folder: place }) => place);
    const key = JSON.stringify([root, ...places]);
    let found = uses.get(key);
    if (found === undefined) {
      found = readUse(root, places);
      uses.set(key, found);
    }
    return found;
  }

  async function readUse(root: string, places: readonly string[]): Promise<ConfigurationUse> {
    const source = await folder(root);
    if (source === undefined) return WHOLE_CONFIGURATION;
    const modules = new Map<string, SourceFolder>();
    for (const place of places) {
      const read = await folder(place);
      if (read !== undefined) modules.set(place, read);
    }
    return configurationUse(source, modules);
  }

  return { folder, reach, use };
}

/** Larger files are not read by people either; what nests deeper would not fit the call stack. */
const MOST_CHARACTERS = 2_000_000;
const DEEPEST = 300;

/** Brackets and operators nest; blanks do not tell, so texts count as well. */
function refuseHuge(file: string, text: string): void {
  if (text.length > MOST_CHARACTERS) throw tooLarge(file, `is larger than ${MOST_CHARACTERS / 1_000_000} MB`);
  let depth = 0;
  for (const [mark] of text.matchAll(/[([{)\]}]/gu)) {
    depth = '([{'.includes(mark) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) throw tooLarge(file, `nests brackets more than ${DEEPEST} deep`);
  }
}

function readBounded(file: string, text: string, read: () => HclFile): HclFile {
  refuseHuge(file, text);
  try {
    return read();
  } catch (error) {
    // Operators nest as well: thousands of them do not fit the call stack.
    if (error instanceof RangeError) throw tooLarge(file, 'has an expression with too many operators');
    throw error;
  }
}

function tooLarge(file: string, why: string): ProblemError {
  return new ProblemError([
    problem('composition', `The Terraform file ${why}, which is not supported.`, {
      place: { file },
      hint: 'Split it, or keep data in a file of its own that jsondecode(file(…)) reads.',
    }),
  ]);
}
