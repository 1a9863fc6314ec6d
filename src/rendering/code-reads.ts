/** Which places in a composition's code read which keys of the configuration. */
import { ProblemError } from '../base/problems.ts';
import { partsOf, type Part } from '../hierarchy/interpolation/placeholder.ts';
import { scalarValue } from '../hierarchy/value.ts';
import type { Project } from '../project/project.ts';
import { openLeafReads } from './leaf-reads.ts';
import { openSourceFolders, type SourceFolder, type SyntaxCache } from './source-folders.ts';
import { isTemplate } from './terraform-files.ts';
import { configurationReads, opaqueFile } from './use/configuration-use.ts';

/** A place that reads a key, or what is below it. */
export interface CodeRead {
  /** `['vpc', 'cidr_block']`; `[]`: the whole configuration. */
  readonly path: readonly string[];
  /** `pin`: a placeholder of a template. `handed-on`: other code gets it. `provider`: the generated provider file. */
  readonly how: 'pin' | 'variable' | 'handed-on' | 'provider';
  /** From the repository root. */
  readonly file: string;
  readonly line: number | undefined;
  /** Of a pin: `module.vpc.source`. */
  readonly address?: string | undefined;
}

export interface CodeReads {
  /** In order of file and line. */
  readonly reads: readonly CodeRead[];
  /** A file that may read anything, in a way that cannot be followed. */
  readonly mayReadAll: string | undefined;
}

/** What code reads, by its source folder from the repository root; undefined if there is no such folder. */
export type CodeReader = (folder: string) => Promise<CodeReads | undefined>;

/** Reads each folder once. Modules whose place only a leaf's configuration tells are not followed. */
export function openCodeReader({ snapshot, root, settings }: Project, syntax: SyntaxCache): CodeReader {
  const sourceAt = openSourceFolders(snapshot, syntax);
  const layerRoots = new Set(settings.configRoots.map((each) => (root === '' ? each : `${root}/${each}`)));
  const leafReads = openLeafReads(snapshot, sourceAt, layerRoots);
  const found = new Map<string, Promise<CodeReads | undefined>>();

  async function read(folder: string): Promise<CodeReads | undefined> {
    const source = await sourceAt(folder);
    if (source === undefined) return undefined;
    const reach = await leafReads.reach(folder, { pinned: [], variables: undefined, provider: '' });
    const modules = new Map<string, SourceFolder>();
    for (const module of reach.modules) {
      const code = await sourceAt(module.folder);
      if (code !== undefined) modules.set(module.folder, code);
    }
    const opaque = opaqueFile(source, modules)?.file.path;
    const variables = configurationReads(source, modules).map(({ path, isShape, file, line }): CodeRead => {
      return { path, how: isShape ? 'handed-on' : 'variable', file, line };
    });
    const reads = [...(settings.versionedModuleSources ? pinReads(source) : []), ...distinct(variables)];
    return {
      reads: reads.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1)),
      mayReadAll: opaque ?? (reach.readsVariablesFile ? folder : undefined),
    };
  }

  return (folder) => {
    let reads = found.get(folder);
    if (reads === undefined) {
      // What cannot be read is for `kompos validate` to report.
      reads = read(folder).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        return { reads: [], mayReadAll: folder };
      });
      found.set(folder, reads);
    }
    return reads;
  };
}

/** A value that is handed on at a place is not named there again as read. */
function distinct(reads: readonly CodeRead[]): readonly CodeRead[] {
  const byPlace = new Map<string, CodeRead>();
  for (const read of reads) {
    const key = JSON.stringify([read.file, read.line, read.path]);
    if (byPlace.get(key)?.how !== 'variable') byPlace.set(key, read);
  }
  return [...byPlace.values()];
}

/** The keys of a template's placeholders at places where they are resolved. */
function pinReads({ files }: SourceFolder): readonly CodeRead[] {
  return files
    .filter(({ name }) => isTemplate(name))
    .flatMap(({ file, hcl }) =>
      (hcl?.parsed.literals ?? []).flatMap(({ start, end, line, column, address }) => {
        const text = hcl?.text.slice(start, end) ?? '';
        const literal = scalarValue(text, text, { file: file.path, line, column });
        return partsOf(literal)
          .flatMap(keysOf)
          .map((path): CodeRead => ({ path, how: 'pin', file: file.path, line, address }));
      }),
    );
}

/** The key of a placeholder, as far as it is written out, and those inside of it. */
function keysOf(part: Part): readonly (readonly string[])[] {
  if (part.kind !== 'placeholder') return [];
  const [first] = part.parts;
  const start = first?.kind === 'literal' ? first.text.trim() : '';
  const written = part.inside?.trim() ?? start.replace(/\.?[^.]*$/u, '');
  return [written === '' ? [] : written.split('.'), ...part.parts.flatMap(keysOf)];
}
