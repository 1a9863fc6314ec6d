/** What a composition reads beside its own folder: the local modules that it calls, and the files that its code names. */
import { folderOf } from '../../base/names.ts';
import {
  compareBytes,
  joinPath,
  leadsOut,
  submoduleAt,
  type Snapshot,
  type SnapshotFile,
} from '../../snapshot/snapshot.ts';
import { isLayerFile } from '../../project/layers.ts';
import type { Expression } from '../hcl/expression.ts';
import type { CodeOfCall, ModuleCode } from '../hcl/module-code.ts';
import { Evaluator } from './evaluator.ts';
import type { CodeFile, ModuleInstance } from './module-instance.ts';
import { NamedPaths, type NamedPath, type Place } from './named-paths.ts';
import { known, mayClimb, type ConfigurationTexts, type Text, type VariableValues } from './path-text.ts';
import type { ReachedPlace } from './reached-place.ts';
import type { SourceFolders } from '../source-folders.ts';
import { isLocalModule, isTestFile, VARIABLES_FILE } from '../terraform-files.ts';

/** What Terraform reads outside of the composition's own folder. */
export interface Reach {
  /** Local modules, with the modules that lead there (nearest to the composition first). */
  readonly modules: readonly {
    readonly folder: string;
    readonly via: readonly string[];
    readonly files: readonly SnapshotFile[];
  }[];
  /** Files named by path expressions: outside of the composition, and its tests, which count only if they are named. */
  readonly files: readonly SnapshotFile[];
  /** The expression that may lead to any file; undefined where none does. Then `files` are all but configuration. */
  readonly anywhere: Place | undefined;
  /** Whether the generated file with the configuration may be read as a file. */
  readonly readsVariablesFile: boolean;
  /** Where all of these lie, and where there would be more of them if the commit had any. */
  readonly places: readonly ReachedPlace[];
}

/** What decides what a composition reaches, beside its own files. */
export interface ReachInput {
  /** Folders of local modules that only a leaf's pins tell, from the repository root. */
  readonly pinned: readonly string[];
  readonly configuration: ConfigurationTexts;
  /** The code of generated files. */
  readonly generated: readonly CodeFile[];
  /** What the composition's `*.tfvars` files give a variable; undefined where that is nothing. */
  readonly variables: VariableValues;
}

/** What finding a reach needs of the source folders. */
export interface ReachSources {
  readonly snapshot: Snapshot;
  /** Folders of configuration layers: no path that is not known is taken to mean their layer files. */
  readonly layerRoots: ReadonlySet<string>;
  readonly folder: SourceFolders;
  /** The content of a file that `templatefile` renders. */
  template(file: SnapshotFile): Promise<Expression>;
}

/** More calls of modules within modules than this are not followed. */
const MOST_INSTANCES = 400;

/** A source that names another package, whatever follows. */
const PACKAGE =
  /^(?:(?:git|hg|s3|gcs|https?|ssh|oci)::(?!file:|[./~]|$)|(?:https?|ssh|git|oci):\/\/|[\w.-]+@[\w.-]+:|[\w-]+(?:\.[\w-]+)+\/|[\w-]+\/[\w-]+\/[\w-]+(?:$|[/?]))/u;

/** @param root the composition's folder */
export async function findReach(root: string, input: ReachInput, sources: ReachSources): Promise<Reach> {
  const { snapshot } = sources;
  const paths = new NamedPaths(root);
  const evaluator = new Evaluator(root, input.configuration, input.variables, paths);
  const modules = new Map<string, Reach['modules'][number]>();
  const instances = await instancesOf();
  evaluator.readAll(instances);
  const texts = new Set<NamedPath>();
  /** Files with more than one line, one of which may be a path that leads out. */
  const climbing: Place[] = [];
  const variablesFile = joinPath(root, VARIABLES_FILE);
  /** Files with a `.` in them that may be a path by itself. */
  const dotted: Place[] = [];
  for (let more = true; more;) more = await readTexts();

  const [first] = climbing;
  if (first !== undefined && paths.takesContentApart) paths.mayLeadAnywhere(first);
  const [dot] = dotted;
  if (dot !== undefined && paths.takesContentApart) paths.addWorkingDirectory(dot);
  const { paths: named, absolute, anywhere } = paths;
  const files = new Map<string, SnapshotFile>();
  const all = anywhere === undefined ? [...named.flatMap(filesOf), ...absolute.flatMap(filesEnding)] : everything();
  // The composition counts as a whole, but for its tests.
  for (const file of all) if (!isInside(file.path, root) || isTestFile(file.path)) files.set(file.path, file);
  return {
    modules: [...modules.values()],
    files: [...files.values()].sort((a, b) => compareBytes(a.path, b.path)),
    anywhere,
    readsVariablesFile:
      anywhere !== undefined ||
      named.some(mayBeVariablesFile) ||
      absolute.flatMap(endsOf).some((path) => isInside(variablesFile, path)),
    places: [
      ...[...modules.keys()].map((path) => ({ path, begins: false })),
      ...(anywhere === undefined
        ? [...named.flatMap(placeOf), ...absolute.flatMap(endsOf).map((path) => ({ path, begins: false }))]
        : [{ path: '', begins: false }]),
    ],
  };

  async function instancesOf(): Promise<readonly ModuleInstance[]> {
    const found: ModuleInstance[] = [
      { folder: root, files: [...(await codeOf(root)), ...input.generated], caller: undefined, called: new Map() },
    ];
    const vias = new Map<ModuleInstance, readonly string[]>(found.map((instance) => [instance, []]));
    for (let at = 0; at < found.length; at += 1) {
      const instance = found[at];
      if (instance === undefined) break;
      const via = vias.get(instance) ?? [];
      const calls = instance.files.flatMap(({ path, code }) => code.calls.map((call) => ({ path, call })));
      for (const name of new Set(calls.map(({ call }) => call.name))) {
        const same = calls.filter(({ call }) => call.name === name);
        const targets = same.flatMap(({ path, call }) => targetsOf(instance, path, call));
        const called: ModuleInstance[] = [];
        for (const target of new Set(targets)) {
          if (isAbove(instance, target)) {
            // A module that calls itself never ends, unless its caller decides what it calls next.
            const place = { file: instance.folder, line: 1, text: `module "${name}" that calls one above it` };
            if (same.some(({ call }) => call.source?.kind !== 'text')) paths.mayLeadAnywhere(place);
            continue;
          }
          if (found.length > MOST_INSTANCES) {
            paths.mayLeadAnywhere({ file: root, line: 1, text: 'modules that call modules without end' });
            return found;
          }
          const inner: ModuleInstance = {
            folder: target,
            files: await codeOf(target),
            caller: { instance, calls: same.map(({ call }) => call) },
            called: new Map(),
          };
          const innerVia = instance.folder === root ? [] : [...via, instance.folder];
          if (!modules.has(target) && target !== root) {
            modules.set(target, {
              folder: target,
              via: innerVia,
              files: [...snapshot.filesBelow(target).filter(({ path }) => !isTestFile(path)), ...behind(target)],
            });
          }
          vias.set(inner, innerVia);
          called.push(inner);
          found.push(inner);
        }
        if (called.length > 0 || targets.length > 0) instance.called.set(name, called);
      }
    }
    return found;
  }

  async function codeOf(folder: string): Promise<readonly CodeFile[]> {
    const files = (await sources.folder(folder))?.files ?? [];
    // Terraform reads the files directly in a module's folder; those in subfolders only when something names them.
    return files.flatMap(({ name, file, hcl }): readonly CodeFile[] => {
      const code: ModuleCode | undefined = name.includes('/') ? undefined : hcl?.parsed.code;
      return code === undefined ? [] : [{ path: file.path, code }];
    });
  }

  function targetsOf(instance: ModuleInstance, file: string, call: CodeOfCall): readonly string[] {
    if (call.source === undefined) return [];
    const at: Place = { file, ...(call.shown ?? { line: call.line, text: `module "${call.name}"` }) };
    const { texts: found, anything } = evaluator.source(instance, call.source);
    if (anything !== undefined) paths.mayLeadAnywhere(at);
    return found.flatMap((text) => {
      const source = known(text);
      // The rendered pins tell.
      if (source?.includes('{{') === true) return /^(?:\.|\{\{)/u.test(source) ? input.pinned : [];
      if (source !== undefined && isLocalModule(source)) {
        const target = joinPath(instance.folder, source);
        if (!leadsOut(target) && !source.includes('\\')) return [target];
        paths.mayLeadAnywhere(at);
      } else if (!isPackage(text)) paths.mayLeadAnywhere(at);
      return [];
    });
  }

  /** Files whose content becomes a text: templates call functions too, and any text may be a path. */
  async function readTexts(): Promise<boolean> {
    const named = paths.paths.filter(({ isText }) => isText);
    const fresh = named.filter((path) => !texts.has(path));
    for (const path of fresh) {
      texts.add(path);
      const files = filesOf(path).filter(({ isSubmodule }) => isSubmodule !== true);
      await snapshot.load(files);
      for (const file of files) {
        const content = snapshot.read(file).toString('utf8');
        if (/tfvars|^\s*\.\/*\s*$/u.test(content)) paths.addWorkingDirectory(path.at);
        if (/(?<![^\s"'`=:,])\.\/*(?![^\s"'`,])/u.test(content)) dotted.push(path.at);
        if (!(await climbs(path, file, content))) continue;
        const place = { ...path.at, text: `".." in ${file.path}` };
        if (content.trim().includes('\n')) climbing.push(place);
        else paths.mayLeadAnywhere(place);
      }
    }
    return fresh.length > 0;
  }

  async function climbs({ given }: NamedPath, file: SnapshotFile, content: string): Promise<boolean> {
    if (/\\(?:u002e|x2e)/iu.test(content)) return true;
    if (!/[$%]\{/u.test(content)) return (content.trim().includes('\n') ? /(?<!\.)\.\.(?!\.)/u : /\.\./u).test(content);
    const value = evaluator.template(root, file.path, await sources.template(file), given);
    return value.anything !== undefined || value.texts.some(mayClimb);
  }

  function filesOf({ path: written, complete }: NamedPath): readonly SnapshotFile[] {
    const path = fromTop(written);
    if (leadsOut(path)) return [];
    if (complete) {
      const file = snapshot.file(path);
      return file === undefined ? [...snapshot.filesBelow(path), ...behind(path)] : [file];
    }
    if (!endsWithin(path, written)) return [...snapshot.filesBelow(path), ...behind(path)];
    const parent = folderOf(path);
    return [...snapshot.filesBelow(parent).filter((file) => file.path.startsWith(path)), ...behind(parent)];
  }

  /** The same for what is not committed. */
  function placeOf({ path: written, complete }: NamedPath): readonly ReachedPlace[] {
    const path = fromTop(written);
    if (leadsOut(path) || isInside(path, root)) return [];
    return [{ path, begins: !complete && endsWithin(path, written) }];
  }

  /** Whether a path may mean the variables' file. A path out of the repository may lead to the runtime directory. */
  function mayBeVariablesFile({ path: written, complete }: NamedPath): boolean {
    const path = fromTop(written);
    if (leadsOut(path) || isInside(variablesFile, path)) return true;
    return !complete && endsWithin(path, written) && variablesFile.startsWith(path);
  }

  function filesEnding(path: string): readonly SnapshotFile[] {
    return endsOf(path).flatMap((end) => {
      const file = snapshot.file(end);
      return (file === undefined ? snapshot.filesBelow(end) : [file]).filter(isNoLayer);
    });
  }

  function everything(): readonly SnapshotFile[] {
    return snapshot.files().filter(isNoLayer);
  }

  function isNoLayer({ path }: SnapshotFile): boolean {
    return !isLayerFile(path) || ![...sources.layerRoots].some((layerRoot) => isInside(path, layerRoot));
  }

  /** The submodule that a path leads into: it stands for all files below it. */
  function behind(path: string): readonly SnapshotFile[] {
    const submodule = submoduleAt(snapshot, path);
    return submodule === undefined ? [] : [submodule];
  }
}

/** The working copy may be anywhere: every end of an absolute path may be a path in it. */
function endsOf(path: string): readonly string[] {
  const steps = path.split('/').filter((step) => step !== '' && step !== '~');
  return steps.slice(1).map((_, index) => steps.slice(index + 1).join('/'));
}

/** A named path with its `..` resolved. */
function fromTop(written: string): string {
  return joinPath('', written.replace(/^\/+/u, ''));
}

/** Whether the known part of a path ends within a name: "../policies/p-${x}.json". */
function endsWithin(path: string, written: string): boolean {
  return path !== '' && !/(?:^|\/)\.{0,2}$/u.test(written);
}

function isPackage(text: Text): boolean {
  const [first = ''] = text;
  return (
    typeof first === 'string' &&
    PACKAGE.test(first) &&
    !text.some((part) => typeof part === 'string' && part.includes('file:'))
  );
}

/** Whether a module calls itself. */
function isAbove(instance: ModuleInstance, folder: string): boolean {
  return instance.folder === folder || (instance.caller !== undefined && isAbove(instance.caller.instance, folder));
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
