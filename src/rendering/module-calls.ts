/** The modules from elsewhere that a rendering calls, as its code names them. */
import { posix } from 'node:path';
import { joinPath } from '../snapshot/snapshot.ts';
import { parseTerraformFile } from './hcl/parse-file.ts';
import type { Rendered } from './rendering.ts';
import { isLocalModule, isTerraformFile } from './terraform-files.ts';

/** A call whose source and version are written out. */
export interface ModuleCall {
  /** `network.subnets`: its address without `module.`. */
  readonly key: string;
  readonly source: string;
  readonly version: string | undefined;
  /** The local modules that lead to it, from the root module on. */
  readonly via: readonly LocalCall[];
}

/** A call of a module in the repository. */
export interface LocalCall {
  readonly key: string;
  readonly source: string;
  /** From the composition's folder. */
  readonly folder: string;
}

type WrittenCall = Omit<ModuleCall, 'via'>;

/** The calls in a text, kept for those who have the same one. */
export type CallsInTexts = Map<string, Promise<readonly WrittenCall[]>>;

/** Modules that call modules deeper than this are left to Terraform. */
const DEEPEST = 10;

/** Calls of the root module and of the local modules that it calls. Those that cannot be told are left out. */
export async function remoteModuleCalls(rendered: Rendered, known: CallsInTexts): Promise<readonly ModuleCall[]> {
  return callsIn(rendered.rendering.source, [], rendered, known);
}

async function callsIn(
  folder: string,
  via: readonly LocalCall[],
  rendered: Rendered,
  known: CallsInTexts,
): Promise<readonly ModuleCall[]> {
  const caller = via.at(-1);
  if (via.length > DEEPEST) return [];
  const found: ModuleCall[] = [];
  for (const text of await textsIn(folder, rendered)) {
    // Parsing takes longer than looking.
    if (!/\bmodule\b/u.test(text)) continue;
    const calls = known.get(text) ?? writtenCalls(text);
    known.set(text, calls);
    for (const call of await calls) {
      const key = caller === undefined ? call.key : `${caller.key}.${call.key}`;
      const { source } = call;
      if (!isLocalModule(source)) {
        found.push({ ...call, key, via });
        continue;
      }
      const local = { key, source, folder: posix.join(caller?.folder ?? '', source).replace(/\/$/u, '') };
      found.push(...(await callsIn(joinPath(folder, source), [...via, local], rendered, known)));
    }
  }
  return found;
}

/** The code of a module: the rendering has the composition's own, the commit the others'. */
async function textsIn(folder: string, { rendering, reach, snapshot }: Rendered): Promise<readonly string[]> {
  const own = rendering.files.flatMap(({ name, content }) =>
    isTerraformFile(name) && joinPath(rendering.source, posix.dirname(name)) === folder ? (content.text ?? []) : [],
  );
  if (own.length > 0) return own;
  const files = (reach.modules.find((module) => module.folder === folder)?.files ?? []).filter(
    ({ path, isSubmodule }) => posix.dirname(path) === folder && isTerraformFile(path) && isSubmodule !== true,
  );
  await snapshot.load(files);
  return files.map((file) => snapshot.read(file).toString('utf8'));
}

/** Only HCL: a module in JSON is left to Terraform. */
async function writtenCalls(text: string): Promise<readonly WrittenCall[]> {
  const { literals, expressions } = await parseTerraformFile('main.tf', text);
  const calls = new Map<string, Map<string, string>>();
  for (const { address, start, end } of literals) {
    const [, name, argument] = /^module\.([\w-]+)\.(source|version)$/u.exec(address) ?? [];
    if (name === undefined || argument === undefined) continue;
    calls.set(name, (calls.get(name) ?? new Map<string, string>()).set(argument, text.slice(start, end)));
  }
  return [...calls].flatMap(([key, given]): readonly WrittenCall[] => {
    const source = given.get('source');
    const isWorkedOut = expressions.some(({ address }) => address.startsWith(`module.${key}.`));
    return source === undefined || isWorkedOut ? [] : [{ key, source, version: given.get('version') }];
  });
}
