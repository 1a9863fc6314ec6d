/** Everything that is wrong with a project and can be found without Terraform, all at once. */
import { sharedStateProblems, sharedStates } from '../changes/states.ts';
import { inLeaves, problem, warning, type Problem } from '../base/problems.ts';
import { createEntries, mapValue, type MapValue } from '../hierarchy/value.ts';
import { openSchemaCheck } from '../project/configuration-schema.ts';
import type { Leaf } from '../project/leaves.ts';
import { openPinRules } from '../project/pin-rules.ts';
import { findLeavesOf } from '../project/project.ts';
import { unusedKeys } from '../project/unused-settings.ts';
import { movablePin, type MovablePin } from '../rendering/movable-pin.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Pin, Rendered, Rendering } from '../rendering/rendering.ts';
import { isTemplate } from '../rendering/terraform-files.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import { withSourceLines } from './source-lines.ts';

export interface Validation {
  /** In order of file and line, each once, with the leaves that have it and the source line. */
  readonly problems: readonly Problem[];
  readonly leafCount: number;
  /** Paths of leaves that are paused, and not judged. */
  readonly paused: readonly string[];
  /** Paths of folders beside them that belong to other tools. */
  readonly others: readonly string[];
}

/**
 * Renders every leaf. Reads nothing from outside of the snapshot.
 *
 * @param renderer of all leaves, with settings that name nothing among its project's warnings
 * @param leaves those to check
 */
export async function validate(renderer: Renderer, leaves: readonly Leaf[]): Promise<Validation> {
  const { project } = renderer;
  const isWhole = leaves.length === renderer.leaves.length;
  const checkSchema = openSchemaCheck(project);
  const checkPins = openPinCheck(renderer);
  const found: { leaf: string; problems: readonly Problem[] }[] = [];
  const states: Pick<Rendering, 'leaf' | 'state'>[] = [];
  const used = new Set<string>();
  const failed = new Set<string>();
  const paused: string[] = [];
  await renderer.load(leaves);
  for (const leaf of leaves) {
    const result = await renderer.render(leaf);
    if (!result.ok) {
      if (result.paused !== undefined) paused.push(leaf.path);
      const source = result.paused?.rendering?.source;
      if (source === undefined) failed.add(leaf.composition);
      else used.add(source);
      const schema = result.paused === undefined ? await checkSchema(leaf, () => wholeConfiguration(leaf)) : [];
      found.push({ leaf: leaf.path, problems: [...result.problems, ...schema] });
      continue;
    }
    const { rendering, reach } = result;
    used.add(rendering.source);
    for (const { folder } of reach.modules) used.add(folder);
    states.push({ leaf, state: rendering.state });
    const schema = await checkSchema(leaf, () => wholeConfiguration(leaf, rendering));
    found.push({ leaf: leaf.path, problems: [...result.warnings, ...schema, ...(await checkPins(leaf, result))] });
  }
  const problems = [
    ...project.warnings,
    ...inLeaves(found),
    ...sharedStateProblems(sharedStates(states), states),
    ...(isWhole ? [...unusedTemplates(renderer, used, failed), ...(await unusedKeys(project, leaves, renderer))] : []),
  ];
  const others = isWhole ? findLeavesOf(project).others : [];
  return { problems: await withSourceLines(problems, project.snapshot), leafCount: leaves.length, paused, others };

  /** With the keys that its composition does not get; what is not rendered is not interpolated. */
  async function wholeConfiguration(leaf: Leaf, rendering?: Rendering): Promise<MapValue> {
    const { value } = await renderer.merged(leaf);
    const children = createEntries(value?.children);
    for (const part of [rendering?.variables, rendering?.provider]) {
      for (const [key, child] of Object.entries(part?.children ?? {})) children[key] = child;
    }
    return mapValue(children, value?.origin ?? { file: leaf.path, line: 1, column: 1 });
  }
}

/** Module sources that follow a branch where the settings want a tag. */
function openPinCheck({
  project,
  source: sourceAt,
}: Renderer): (leaf: Leaf, rendered: Rendered) => Promise<readonly Problem[]> {
  const requirementOf = openPinRules(project.settings.pinRules);
  const literals = new Map<string, Promise<readonly Problem[]>>();

  /** Sources that are written without a placeholder. */
  async function literalsOf(folder: string): Promise<readonly Problem[]> {
    const source = await sourceAt(folder);
    return (source?.files ?? []).flatMap(({ file, hcl }) =>
      (hcl?.parsed.code.calls ?? []).flatMap((call): readonly Problem[] => {
        if (call.source?.kind !== 'text' || call.source.text.includes('{{')) return [];
        const pin = movablePin({ address: `module.${call.name}.source`, value: call.source.text });
        return pin === undefined ? [] : [movable(pin, { file: file.path, line: call.line })];
      }),
    );
  }

  return async (leaf, { rendering, reach }) => {
    if (requirementOf(leaf.path) !== 'tag') return [];
    const problems = rendering.pins.flatMap((pin) => {
      const found = movablePin(pin);
      return found === undefined ? [] : [movable(found, placeOf(pin))];
    });
    for (const folder of [rendering.source, ...reach.modules.map((module) => module.folder)]) {
      let found = literals.get(folder);
      if (found === undefined) {
        found = literalsOf(folder);
        literals.set(folder, found);
      }
      problems.push(...(await found));
    }
    return problems;
  };
}

/** Where the value was written, which is where a tag belongs. */
function placeOf({ keys, template }: Pin): Problem['place'] {
  return keys.at(-1)?.origin ?? template;
}

function movable({ address, ref }: MovablePin, place: Problem['place']): Problem {
  const follows = ref === undefined ? 'names no ref' : `follows "${ref}"`;
  return problem(
    'pin',
    `${address.replace(/\.source$/u, '')} ${follows}, but terraform.pins.require asks for a tag here.`,
    {
      place,
      hint: 'Name a tag or a commit, such as ?ref=v1.2.3.',
    },
  );
}

/** Templates that no leaf renders. Where a leaf fails, what it would use is not known. */
function unusedTemplates(
  { project: { snapshot, root, settings } }: Renderer,
  used: ReadonlySet<string>,
  failed: ReadonlySet<string>,
): readonly Problem[] {
  const top = joinPath(root, joinPath(settings.localPath, settings.rootPath));
  return snapshot
    .files()
    .filter(({ path }) => path.startsWith(top === '' ? '' : `${top}/`) && isTemplate(path))
    .filter(({ path }) => {
      const folders = path.split('/').slice(0, -1);
      const isUsed = folders.some((_, index) => used.has(folders.slice(0, index + 1).join('/')));
      return !isUsed && !folders.some((name) => failed.has(name));
    })
    .map(({ path }) =>
      warning('template', 'No leaf uses this template.', {
        place: { file: path },
        hint: 'Remove it, or add a leaf with the name of its folder as the composition.',
      }),
    );
}
