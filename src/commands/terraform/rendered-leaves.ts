/** The leaves that are meant, rendered, and what speaks against running Terraform for them. */
import { sharedStateProblems, sharedStates } from '../../changes/states.ts';
import { formatPlace, inLeaves, problem, type Problem } from '../../base/problems.ts';
import { inOrderOfRun } from '../../execution/change-graph.ts';
import type { LocalContext, LocalProject } from '../../execution/local-project.ts';
import { otherTools, type Leaf } from '../../project/leaves.ts';
import type { Renderer } from '../../rendering/renderer.ts';
import type { Rendered, Rendering } from '../../rendering/rendering.ts';
import { lostState } from '../../rendering/state.ts';
import { destroys } from '../../terraform/command-line.ts';
import { outsideSettings } from '../../terraform/outside-settings.ts';
import type { Subcommand } from '../../terraform/subcommands.ts';

export interface RenderedLeaves {
  /** In the order in which they run. */
  readonly rendered: readonly Rendered[];
  /** Paths of those that cannot be rendered. */
  readonly failed: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Renders all of them before anything runs. Leaves that are paused are skipped with a line.
 *
 * @param dryRun whether nothing will run
 */
export async function renderLeaves(
  { renderer, others, place }: LocalProject,
  leaves: readonly Leaf[],
  subcommand: Subcommand,
  dryRun: boolean,
  { log, environment }: LocalContext,
): Promise<RenderedLeaves> {
  const skipped = others.filter((path) => place.path === '' || path.startsWith(`${place.path ?? path}/`));
  if (skipped.length > 0) log.info(otherTools(skipped));

  const rendered: Rendered[] = [];
  const failed: string[] = [];
  const found: { leaf: string; problems: readonly Problem[] }[] = [];
  for (const leaf of await inOrderOfRun(leaves, renderer, destroys(subcommand))) {
    const result = await renderer.render(leaf);
    if (result.ok) rendered.push(result);
    else if (result.paused === undefined) failed.push(leaf.path);
    else log.info(`${leaf.path}: skipped, it is paused (composition.enabled in ${formatPlace(result.paused.place)})`);
    const states = result.ok && !dryRun ? stateProblems(result.rendering, subcommand) : [];
    found.push({ leaf: leaf.path, problems: [...(result.ok ? result.warnings : result.problems), ...states] });
  }
  const renderings = rendered.map(({ rendering }) => rendering);
  const unwritten = dryRun || !subcommand.writesState ? [] : await otherLeaves(renderer, renderings);
  const shared = sharedStates([...renderings, ...unwritten]);
  // Leaves share layers, so each of them can report the same problem.
  const problems = [
    ...inLeaves(found),
    ...sharedStateProblems(shared, renderings, outsideSettings(environment).ofStates),
  ];
  return { rendered, failed, problems };
}

/** Leaves that must not share a state with those written to; the state of one that cannot be rendered is unknown. */
async function otherLeaves(renderer: Renderer, some: readonly Rendering[]): Promise<readonly Rendering[]> {
  const known = new Set(some.map(({ leaf }) => leaf.path));
  const others: Rendering[] = [];
  for (const leaf of renderer.leaves) {
    const result = known.has(leaf.path) ? undefined : await renderer.render(leaf);
    if (result?.ok === true) others.push(result.rendering);
  }
  return others;
}

/** A state that is lost with the runtime directory may be planned against, but not written to. */
function stateProblems(rendering: Rendering, { words, writesState }: Subcommand): readonly Problem[] {
  const lost = lostState(rendering.state, false);
  if (lost === undefined) return [];
  const found = {
    ...problem('state', writesState ? `${lost} "${words.join(' ')}" is refused.` : lost, {
      hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
    }),
    severity: writesState ? 'error' : 'warning',
  } as const;
  return [found];
}
