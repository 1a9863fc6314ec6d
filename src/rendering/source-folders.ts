/** Folders of Terraform sources in a snapshot, read and parsed once. */
import { decodeText } from '../base/decode.ts';
import { ProblemError } from '../base/problems.ts';
import type { Snapshot, SnapshotFile } from '../snapshot/snapshot.ts';
import type { HclFile } from './hcl/hcl-file.ts';
import { loadHclParser } from './hcl/hcl-grammar.ts';
import { parseTerraformFile } from './hcl/parse-file.ts';
import { isJson, isLeftOut, isTemplate, isTerraformFile } from './terraform-files.ts';
import { inOrderOfTfvars, isTfvars, readTfvars, type GivenVariable } from './use/tfvars.ts';

/** A folder of Terraform sources. */
export interface SourceFolder {
  /** From the repository root. */
  readonly folder: string;
  /** Without files that are excluded from renderings. */
  readonly files: readonly SourceFile[];
  /** A submodule inside the folder: its files are in another repository. */
  readonly submodule: SnapshotFile | undefined;
  /** What its `*.tfvars` files give variables; undefined where one of them cannot be read. */
  readonly variables: ReadonlyMap<string, GivenVariable> | undefined;
}

export interface SourceFile {
  /** Path below the folder. */
  readonly name: string;
  readonly file: SnapshotFile;
  /** Text and syntax of Terraform files and templates. */
  readonly hcl?: { readonly text: string; readonly parsed: HclFile } | undefined;
}

/** Syntax by blob id and language: shared by one run's snapshots, parsed once. */
export type SyntaxCache = Map<string, HclFile>;

/** A source folder by its path from the repository root; undefined if there is none. */
export type SourceFolders = (path: string) => Promise<SourceFolder | undefined>;

/** The source folders of a snapshot. */
export function openSourceFolders(snapshot: Snapshot, syntax: SyntaxCache): SourceFolders {
  const folders = new Map<string, Promise<SourceFolder | undefined>>();

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
      const decoded = decodeText(file.path, snapshot.read(file), 'template');
      if ('problem' in decoded) throw new ProblemError([decoded.problem]);
      const { text } = decoded;
      const key = `${isJson(name) ? 'json' : 'hcl'} ${file.id}`;
      let parsed = syntax.get(key);
      if (parsed === undefined) {
        parsed = await parseTerraformFile(file.path, text);
        syntax.set(key, parsed);
      }
      files.push({ name, file, hcl: { text, parsed } });
    }
    const variables = await readVariables(files.filter(({ name }) => isTfvars(name)));
    return { folder: path, files, submodule: named.find(({ file }) => file.isSubmodule)?.file, variables };
  }

  async function readVariables(files: readonly SourceFile[]): Promise<SourceFolder['variables']> {
    const values = new Map<string, GivenVariable>();
    if (files.length === 0) return values;
    await snapshot.load(files.map(({ file }) => file));
    const parser = await loadHclParser();
    for (const { file } of inOrderOfTfvars(files)) {
      const read = readTfvars(parser, file.path, snapshot.read(file).toString('utf8'));
      if (read === undefined) return undefined;
      for (const [name, given] of read) values.set(name, given);
    }
    return values;
  }

  return (path) => {
    let read = folders.get(path);
    if (read === undefined) {
      read = readFolder(path);
      folders.set(path, read);
    }
    return read;
  };
}
