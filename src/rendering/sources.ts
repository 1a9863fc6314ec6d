/** Source folders of a snapshot, read and parsed once, with what their Terraform files reach outside of them. */
import type { Parser } from 'web-tree-sitter';
import {
  compareBytes,
  joinPath,
  leadsOut,
  submoduleAt,
  type Snapshot,
  type SnapshotFile,
} from '../snapshot/snapshot.ts';
import { configurationUse, WHOLE_CONFIGURATION, type ConfigurationUse } from './configuration-use.ts';
import { asHeredoc, templateFiles, type TemplateFile } from './expression-files.ts';
import { loadHclParser } from './hcl-grammar.ts';
import { readHcl, type HclFile } from './hcl-file.ts';
import { UNKNOWN_PATH, type PathUse } from './path-use.ts';
import type { ReachedPlace } from './reached-place.ts';
import { isLeftOut, isLocalModule, isTemplate, isTerraformFile } from './terraform-files.ts';
import { readTfJson } from './tf-json.ts';
import { isOpaque } from './variable-use.ts';

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

/** What Terraform reads outside of the composition's own folder. */
export interface Reach {
  /** Local modules, with the modules that lead there (nearest to the composition first). */
  readonly modules: readonly {
    readonly folder: string;
    readonly via: readonly string[];
    readonly files: readonly SnapshotFile[];
  }[];
  /** Files named by path expressions. */
  readonly files: readonly SnapshotFile[];
  /** Where all of these lie, and where there would be more of them if the commit had any. */
  readonly places: readonly ReachedPlace[];
}

/** Syntax by blob id (`template <id>` for what `templatefile` renders): shared by one run's snapshots, parsed once. */
export type SyntaxCache = Map<string, HclFile>;

export interface Sources {
  /** A source folder; undefined where there is none. */
  folder(folder: string): Promise<SourceFolder | undefined>;
  /**
   * What the sources of a composition reach.
   *
   * @param pinned folders of local modules that only a leaf's pins tell, from the repository root
   */
  reach(folder: string, pinned: readonly string[]): Promise<Reach>;
  /** What of `var.config` a composition reads, through the local modules that it reaches. */
  use(folder: string, pinned: readonly string[]): Promise<ConfigurationUse>;
}

/**
 * @param layerRoots folders of configuration layers: no path expression is taken to mean them unless it names them
 */
export function openSources(snapshot: Snapshot, syntax: SyntaxCache, layerRoots: ReadonlySet<string>): Sources {
  const folders = new Map<string, Promise<SourceFolder | undefined>>();
  const reaches = new Map<string, Promise<Reach>>();
  const uses = new Map<string, Promise<ConfigurationUse>>();

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
        parsed = name.endsWith('.json') ? readTfJson(text) : await parse(text, NAMES_FILES);
        syntax.set(file.id, parsed);
      }
      files.push({ name, file, hcl: { text, parsed } });
    }
    return { folder: path, files, submodule: named.find(({ file }) => file.isSubmodule)?.file };
  }

  function reach(root: string, pinned: readonly string[]): Promise<Reach> {
    const key = [root, ...pinned].join('\n');
    let found = reaches.get(key);
    if (found === undefined) {
      found = follow(root, pinned);
      reaches.set(key, found);
    }
    return found;
  }

  function use(root: string, pinned: readonly string[]): Promise<ConfigurationUse> {
    const key = [root, ...pinned].join('\n');
    let found = uses.get(key);
    if (found === undefined) {
      found = readUse(root, pinned);
      uses.set(key, found);
    }
    return found;
  }

  async function readUse(root: string, pinned: readonly string[]): Promise<ConfigurationUse> {
    const source = await folder(root);
    if (source === undefined) return WHOLE_CONFIGURATION;
    const modules = new Map<string, SourceFolder>();
    for (const { folder: place } of (await reach(root, pinned)).modules) {
      const read = await folder(place);
      if (read !== undefined) modules.set(place, await withVariables(read));
    }
    for (const folder of [source, ...modules.values()]) {
      const templates = await templateFiles(folder, root, snapshot);
      if (templates.some(({ text }) => isOpaque(text))) return WHOLE_CONFIGURATION;
    }
    return configurationUse(await withVariables(source), modules);
  }

  async function pathsOf({ file, text }: TemplateFile): Promise<readonly PathUse[]> {
    // The same file may be read as configuration too.
    const key = `template ${file.id}`;
    const parsed = syntax.get(key) ?? (await parse(asHeredoc(text), READS_FILES));
    syntax.set(key, parsed);
    // A template has no `path`, so nothing in it begins in a module; what cannot be read may lead anywhere.
    const paths = parsed.paths.filter(({ from }) => from !== 'module');
    return parsed.errors.length > 0 ? [...paths, UNKNOWN_PATH] : paths;
  }

  async function withVariables(source: SourceFolder): Promise<SourceFolder> {
    const files = await Promise.all(
      source.files.map(async ({ name, file, hcl }): Promise<SourceFile> => {
        if (hcl === undefined || hcl.parsed.variables !== undefined) return { name, file, hcl };
        const known = syntax.get(file.id);
        const parsed = known?.variables === undefined ? await parse(hcl.text, USES_VARIABLES) : known;
        syntax.set(file.id, parsed);
        return { name, file, hcl: { text: hcl.text, parsed } };
      }),
    );
    return { ...source, files };
  }

  async function follow(root: string, pinned: readonly string[]): Promise<Reach> {
    const modules: { folder: string; via: readonly string[]; files: readonly SnapshotFile[] }[] = [];
    const files = new Map<string, SnapshotFile>();
    const places: ReachedPlace[] = [];
    const visited = new Set([root]);
    const queue: { folder: string; via: readonly string[] }[] = [{ folder: root, via: [] }];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const read = await folder(next.folder);
      // Terraform reads the files of a module's folder itself; what lies deeper only when something names it.
      const direct = (read?.files ?? []).filter(({ name }) => next.folder === root || !name.includes('/'));
      const localPaths = new Set(direct.flatMap(({ hcl }) => hcl?.parsed.localPaths ?? []));
      for (const use of direct.flatMap(({ hcl }) => hcl?.parsed.paths ?? [])) {
        // What a local value says in plain words is looked at where it says so.
        if (use.from !== 'local' || !localPaths.has(use.text)) addPath(next.folder, use);
      }
      for (const template of read === undefined ? [] : await templateFiles(read, root, snapshot)) {
        for (const use of await pathsOf(template)) addPath(next.folder, use);
      }
      const calls = direct.flatMap(({ hcl }) => hcl?.parsed.calls.flatMap(({ source }) => source ?? []) ?? []);
      const called = calls
        .filter((source) => isLocalModule(source) && !source.includes('{{'))
        .map((source) => joinPath(next.folder, source));
      for (const target of next.folder === root ? [...called, ...pinned] : called) {
        if (visited.has(target) || leadsOut(target)) continue;
        visited.add(target);
        const via = next.folder === root ? [] : [...next.via, next.folder];
        places.push({ path: target, begins: false });
        modules.push({ folder: target, via, files: [...snapshot.filesBelow(target), ...behind(target)] });
        queue.push({ folder: target, via });
      }
    }
    return { modules, files: [...files.values()].sort((a, b) => compareBytes(a.path, b.path)), places };

    function addPath(module: string, use: PathUse): void {
      const place = placeOf(module, use);
      if (place !== undefined) places.push(place);
      for (const file of named(module, use)) if (!isInside(file.path, root)) files.set(file.path, file);
    }

    function placeOf(module: string, { from, text, complete }: PathUse): ReachedPlace | undefined {
      if (from === 'unknown' || from === 'local') return { path: '', begins: false };
      const path = joinPath(from === 'module' ? module : root, text.replace(/^\//u, ''));
      const begins = !complete && text !== '' && !text.endsWith('/') && !text.endsWith('..');
      return leadsOut(path) || isInside(path, root) ? undefined : { path, begins };
    }

    function named(module: string, use: PathUse): readonly SnapshotFile[] {
      // Nothing is known of where it leads: anything but configuration may be meant.
      if (use.from === 'unknown' || use.from === 'local') {
        return snapshot.files().filter((file) => ![...layerRoots].some((layerRoot) => isInside(file.path, layerRoot)));
      }
      const base = use.from === 'module' ? module : root;
      const path = joinPath(base, use.text.replace(/^\//u, ''));
      if (leadsOut(path)) return [];
      if (use.complete) {
        const file = snapshot.file(path);
        return file === undefined ? [...snapshot.filesBelow(path), ...behind(path)] : [file];
      }
      // The literal part may end within a name: "../policies/p-${x}.json".
      const endsWithin = use.text !== '' && !use.text.endsWith('/') && !use.text.endsWith('..');
      if (!endsWithin) return [...snapshot.filesBelow(path), ...behind(path)];
      const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      return [...snapshot.filesBelow(parent).filter((file) => file.path.startsWith(path)), ...behind(parent)];
    }
  }

  /** A submodule that stands for all that lies behind it. */
  function behind(path: string): readonly SnapshotFile[] {
    const submodule = submoduleAt(snapshot, path);
    return submodule === undefined ? [] : [submodule];
  }

  return { folder, reach, use };
}

/** What a file must have in it to say where a leaf's files are, or which static places it has. */
/** What a template must have in it to name files. */
const READS_FILES = /\b(?:file\w*|templatefile)\s*\(/u;
const NAMES_FILES = /\b(?:module|terraform|path|locals)\b|\b(?:file\w*|templatefile|abspath)\s*\(|\.\./u;
/** What it must have in it to use variables too. */
const USES_VARIABLES = new RegExp(`${NAMES_FILES.source}|\\b(?:var|variable|local)\\b|"\\./?"`, 'u');

/**
 * Most files have nothing in them that is asked for, and are not worth waking the grammar for.
 *
 * @param wanted tells the others
 */
async function parse(text: string, wanted: RegExp): Promise<HclFile> {
  if (wanted.test(text)) {
    const parser: Parser = await loadHclParser();
    return readHcl(parser, text);
  }
  const none = { uses: [], aliases: [], handedOver: [], declared: [], opaque: isOpaque(text) };
  const variables = wanted === USES_VARIABLES ? none : undefined;
  return { blocks: [], literals: [], calls: [], paths: [], localPaths: [], backends: [], errors: [], variables };
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
