/** The pins of the local modules that a leaf calls, with the values that the calls give them. Pure. */
import { joinPath } from '../snapshot/snapshot.ts';
import type { Program, ProgramValues } from './program-values.ts';
import type { Pin, PinnedBlock, Rendering } from './rendering.ts';
import type { SourceFile, SourceFolder } from './source-folders.ts';
import { expressionPins, isPin, pinnedBlocks } from './static-pins.ts';
import { targetNamesOf } from './target-names.ts';
import { isLocalModule, isReadBy, isTemplate, renderedName } from './terraform-files.ts';
import { StaticValues } from './use/static-values.ts';

interface ModulePins {
  readonly pins: readonly Pin[];
  readonly blocks: readonly PinnedBlock[];
}

const NONE: ModulePins = { pins: [], blocks: [] };

/** More calls of modules within modules than this are not followed. */
const MOST_CALLS = 400;

/**
 * The pins of a leaf's local modules, with the addresses of the calls in front. Where the programs read different files,
 * only what both make the same of.
 *
 * @param rendered the leaf's rendering, and the values of its code
 * @param modules those that it reaches
 */
export function modulePins(
  root: SourceFolder,
  rendered: { readonly rendering: Rendering; readonly values: ProgramValues },
  modules: readonly SourceFolder[],
): ModulePins {
  if (!modules.some(hasPins)) return NONE;
  const terraform = pinsFor('terraform', root, rendered, modules);
  if (![root, ...modules].some((folder) => targetNamesOf(folder, true).hasTofu)) return terraform;
  const opentofu = pinsFor('opentofu', root, rendered, modules);
  const [some, others] = [agreed(terraform, opentofu), agreed(opentofu, terraform)];
  const both = new Set(some.pins.map(placeOf));
  return {
    pins: [...some.pins, ...others.pins.filter((pin) => !both.has(placeOf(pin)))],
    blocks: [...new Map([...some.blocks, ...others.blocks].map((block) => [JSON.stringify(block), block])).values()],
  };
}

/** What another program does not read, or makes the same of. */
function agreed({ pins, blocks }: ProgramPins, other: ProgramPins): ModulePins {
  const values = new Map(other.pins.map((pin) => [placeOf(pin), pin.value]));
  const texts = new Set(other.blocks.map(({ text }) => text));
  return {
    pins: pins.filter((pin) => !other.files.has(pin.template.file) || values.get(placeOf(pin)) === pin.value),
    blocks: blocks.filter(({ template, text }) => !other.files.has(template.file) || texts.has(text)),
  };
}

function placeOf({ address, template }: Pin): string {
  return JSON.stringify([address, template]);
}

const withPins = new WeakMap<SourceFolder, boolean>();

function hasPins(folder: SourceFolder): boolean {
  const found =
    withPins.get(folder) ??
    folder.files.some(({ name, hcl }) => !name.includes('/') && hcl?.parsed.expressions.some(isPin) === true);
  withPins.set(folder, found);
  return found;
}

interface ProgramPins extends ModulePins {
  /** Paths of the modules' files that the program reads. */
  readonly files: ReadonlySet<string>;
}

interface Instance {
  readonly folder: SourceFolder;
  readonly values: StaticValues;
  /** `module.net.`; empty for the root. */
  readonly prefix: string;
}

function pinsFor(
  program: Program,
  root: SourceFolder,
  { rendering, values }: { readonly rendering: Rendering; readonly values: ProgramValues },
  modules: readonly SourceFolder[],
): ProgramPins {
  const files = new Set<string>();
  const folders = new Map(modules.map((each) => [each.folder, each]));
  const rendered = new Map(
    rendering.pins.flatMap(({ written, address, value }) => (written === 'placeholder' ? [[address, value]] : [])),
  );
  const instances: Instance[] = [{ folder: root, values: values.of(program), prefix: '' }];
  const pins: Pin[] = [];
  const blocks: PinnedBlock[] = [];
  for (let at = 0; at < instances.length && instances.length < MOST_CALLS; at += 1) {
    const instance = instances[at];
    if (instance === undefined) break;
    const calls = filesOf(instance.folder, program).flatMap(({ file, hcl }) =>
      hcl.parsed.code.calls.map((call) => ({ ...call, file: file.path })),
    );
    for (const { name, source, file, arguments: given } of calls) {
      // An override file may give it other values.
      if (calls.filter((call) => call.name === name).length > 1) continue;
      const prefix = `${instance.prefix}module.${name}.`;
      const known = source && (instance.values.text(source)?.text ?? rendered.get(`${prefix}source`));
      const folder =
        known !== undefined && isLocalModule(known) ? folders.get(joinPath(instance.folder.folder, known)) : undefined;
      if (folder === undefined) continue;
      const read = filesOf(folder, program);
      const inner = new StaticValues(
        read.map((each) => ({ path: each.file.path, parsed: each.hcl.parsed })),
        { kind: 'call', values: instance.values, file, arguments: given },
      );
      for (const each of read) {
        files.add(each.file.path);
        const found = expressionPins(each.file.path, each.hcl, (expression) => inner.text(expression), prefix);
        pins.push(...found.pins);
        blocks.push(...pinnedBlocks(each.file.path, each.hcl, found.replacements, prefix));
      }
      instances.push({ folder, values: inner, prefix });
    }
  }
  return { pins, blocks, files };
}

type ParsedFile = SourceFile & { readonly hcl: NonNullable<SourceFile['hcl']> };

/** The Terraform files of a folder that a program reads. */
function filesOf(folder: SourceFolder, program: Program): readonly ParsedFile[] {
  const { all } = targetNamesOf(folder, true);
  return folder.files.flatMap(({ name, file, hcl }) => {
    const target = isTemplate(name) ? renderedName(name) : name;
    const isRead = hcl !== undefined && !name.includes('/') && isReadBy(program === 'opentofu', target, all);
    return isRead ? [{ name, file, hcl }] : [];
  });
}
