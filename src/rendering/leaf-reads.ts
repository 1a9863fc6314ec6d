/** What the code of a composition reads for each of its leaves: files, and parts of the configuration. */
import type { MapValue } from '../hierarchy/value.ts';
import type { Snapshot, SnapshotFile } from '../snapshot/snapshot.ts';
import type { Expression } from './hcl/expression.ts';
import { loadHclParser } from './hcl/hcl-grammar.ts';
import { readJsonCode, readText } from './hcl/json-code.ts';
import { configurationReferences } from './hcl/module-code.ts';
import { literalTexts } from './use/tfvars.ts';
import type { SourceFolder, SourceFolders } from './source-folders.ts';
import { PROVIDER_FILE } from './terraform-files.ts';
import { configurationTexts } from './use/configuration-texts.ts';
import { configurationUse, WHOLE_CONFIGURATION, type ConfigurationUse } from './use/configuration-use.ts';
import { anything, LOOSE, type PathValue, type VariableValues } from './use/path-text.ts';
import { findReach, type Reach } from './use/reach.ts';

/** What a leaf adds to its composition's sources. */
export interface LeafInput {
  /** Folders of local modules known only from the leaf's pins, from the repository root. */
  readonly pinned: readonly string[];
  /** The composition's `var.config`; undefined if unknown, in which case no path in it leads out. */
  readonly variables: MapValue | undefined;
  /** The text of the generated provider file. */
  readonly provider: string;
}

/** Computed once for all leaves that share it. */
export interface LeafReads {
  /** What the sources of a composition reach. Errs on the side of too many files. */
  reach(folder: string, leaf: LeafInput): Promise<Reach>;
  /** The parts of `var.config` that a composition reads, including through the local modules that it reaches. */
  use(folder: string, reach: Reach): Promise<ConfigurationUse>;
}

/** Of a generated provider file without any of these, no text is a path that leads out or means the variables' file. */
const MAY_NAME_A_PATH = /\.\.|\\|[$%]\{|"\.\/*"|tfvars/u;

/**
 * @param layerRoots folders of configuration layers: path expressions refer to them only if they name them
 */
export function openLeafReads(snapshot: Snapshot, folder: SourceFolders, layerRoots: ReadonlySet<string>): LeafReads {
  const reaches = new Map<string, Promise<Reach>>();
  const uses = new Map<string, Promise<ConfigurationUse>>();
  const references = new Map<string, Promise<readonly (readonly string[])[]>>();

  async function reachOf(root: string, leaf: LeafInput, exact: boolean): Promise<Reach> {
    const paths = await referencesOf(root);
    const provider = MAY_NAME_A_PATH.test(leaf.provider) ? leaf.provider : '';
    const texts = paths.map((path) => keyOf(textsOf(leaf, path, exact)));
    // None of them has this mark in it.
    const key = [root, leaf.pinned.length, ...leaf.pinned, provider, ...texts].join('\0');
    let found = reaches.get(key);
    if (found === undefined) {
      found = findNow(root, { ...leaf, provider }, exact);
      reaches.set(key, found);
    }
    return found;
  }

  async function findNow(root: string, leaf: LeafInput, exact: boolean): Promise<Reach> {
    const { pinned, provider } = leaf;
    const parser = await loadHclParser();
    const generated = provider === '' ? [] : [{ path: PROVIDER_FILE, code: readJsonCode(parser, provider) }];
    const variables = await tfvarsOf(root);
    return findReach(
      root,
      { pinned, configuration: (path) => textsOf(leaf, path, exact), generated, variables },
      { snapshot, layerRoots, folder, template },
    );
  }

  /** The parts of `var.config` that a composition's own files name. */
  function referencesOf(root: string): Promise<readonly (readonly string[])[]> {
    let paths = references.get(root);
    if (paths === undefined) {
      paths = folder(root).then((source) => {
        const code = (source?.files ?? []).flatMap(({ hcl }) => hcl?.parsed.code ?? []);
        const all = code.flatMap(configurationReferences);
        return [...new Map(all.map((path) => [JSON.stringify(path), path])).values()];
      });
      references.set(root, paths);
    }
    return paths;
  }

  /** What `terraform.tfvars` and `*.auto.tfvars`, also as JSON, give the composition's variables. */
  async function tfvarsOf(root: string): Promise<VariableValues> {
    const source = await folder(root);
    if (source?.variables === undefined) return source === undefined ? () => undefined : () => anything('*.tfvars');
    const { variables } = source;
    return (name) => {
      const given = variables.get(name);
      return given && literalTexts(given.value);
    };
  }

  async function template(file: SnapshotFile): Promise<Expression> {
    const parser = await loadHclParser();
    return readText(parser, snapshot.read(file).toString('utf8'));
  }

  async function useOf(root: string, places: readonly string[]): Promise<ConfigurationUse> {
    const source = await folder(root);
    if (source === undefined) return WHOLE_CONFIGURATION;
    const modules = new Map<string, SourceFolder>();
    for (const place of places) {
      const read = await folder(place);
      if (read !== undefined) modules.set(place, read);
    }
    return configurationUse(source, modules);
  }

  return {
    async reach(root, leaf) {
      const found = await reachOf(root, leaf, false);
      // A source or a path may be known where a single value of the configuration is.
      return found.anywhere === undefined || leaf.variables === undefined ? found : reachOf(root, leaf, true);
    },
    async use(root, { modules, readsVariablesFile }) {
      if (readsVariablesFile) return WHOLE_CONFIGURATION;
      const places = modules.map((module) => module.folder);
      const key = JSON.stringify([root, ...places]);
      let found = uses.get(key);
      if (found === undefined) {
        found = useOf(root, places);
        uses.set(key, found);
      }
      return found;
    },
  };
}

const keys = new WeakMap<PathValue, string>();

/** A cache key, equal for equal values. */
function keyOf(value: PathValue): string {
  let key = keys.get(value);
  if (key === undefined) {
    key = JSON.stringify(value);
    keys.set(value, key);
  }
  return key;
}

function textsOf({ variables }: LeafInput, path: readonly string[], exact: boolean): PathValue {
  return variables === undefined ? LOOSE : configurationTexts(variables, path, exact);
}
