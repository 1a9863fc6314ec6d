/** The pins of the local modules that a leaf calls, with the values that the calls give them. Pure. */
import { moduleInstances } from './module-instances.ts';
import type { Program, ProgramValues } from './program-values.ts';
import type { Pin, PinnedBlock, Rendering } from './rendering.ts';
import type { SourceFolder } from './source-folders.ts';
import { expressionPins, isPin, pinnedBlocks } from './static-pins.ts';
import { targetNamesOf } from './target-names.ts';

interface ModulePins {
  readonly pins: readonly Pin[];
  readonly blocks: readonly PinnedBlock[];
}

const NONE: ModulePins = { pins: [], blocks: [] };

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

function pinsFor(
  program: Program,
  root: SourceFolder,
  rendered: { readonly rendering: Rendering; readonly values: ProgramValues },
  modules: readonly SourceFolder[],
): ProgramPins {
  const called = new Set<string>();
  const pins: Pin[] = [];
  const blocks: PinnedBlock[] = [];
  for (const { values, prefix, files } of moduleInstances(program, root, rendered, modules).instances.slice(1)) {
    for (const { file, hcl } of files) {
      called.add(file.path);
      const found = expressionPins(file.path, hcl, (expression) => values.text(expression), prefix);
      pins.push(...found.pins);
      blocks.push(...pinnedBlocks(file.path, hcl, found.replacements, prefix));
    }
  }
  return { pins, blocks, files: called };
}
