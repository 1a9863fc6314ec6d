/** Renders every leaf of a project with changes that are not written yet. */
import type { Environment } from '../../base/environment.ts';
import { ProblemError } from '../../base/problems.ts';
import { openEnvironment } from '../../hierarchy/environment-reader.ts';
import type { MapValue } from '../../hierarchy/value.ts';
import { findLeavesOf, openProject, type Project } from '../../project/project.ts';
import { NOTHING_OUTSIDE } from '../../rendering/outside.ts';
import { createCaches, openRenderer, type RenderResult } from '../../rendering/renderer.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { standIns } from '../../stores/stores.ts';

export interface LeafResult {
  readonly leaf: string;
  readonly composition: string;
  /** Merged, not interpolated; undefined if the layers cannot be read. */
  readonly configuration: MapValue | undefined;
  readonly result: RenderResult;
}

export interface RenderedProject {
  readonly project: Project;
  readonly results: readonly LeafResult[];
  /** How many folders belong to other tools. */
  readonly others: number;
}

/**
 * @param root the project root, from the repository root
 * @param environment what `{{env(NAME)}}` may read
 */
export async function renderAll(snapshot: Snapshot, root: string, environment: Environment): Promise<RenderedProject> {
  const project = await openProject(snapshot, root);
  const { leaves, others } = findLeavesOf(project);
  const renderer = openRenderer(
    project,
    leaves,
    { ...openEnvironment(environment), secrets: standIns },
    createCaches(),
    undefined,
    NOTHING_OUTSIDE,
  );
  const results: LeafResult[] = [];
  for (const leaf of leaves) {
    const configuration = await renderer.configuration(leaf.path, () => false).catch(unreadable);
    const result = await renderer.render(leaf);
    results.push({ leaf: leaf.path, composition: leaf.composition, configuration, result });
  }
  return { project, results, others: others.length };
}

/** Rendering reports why. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof ProblemError)) throw error;
}

/** For each composition, the top-level keys of its leaves' configurations. */
export function keysOfCompositions(results: readonly LeafResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { composition, configuration } of results) {
    const known = keys.get(composition) ?? new Set();
    for (const key of Object.keys(configuration?.children ?? {})) known.add(key);
    keys.set(composition, known);
  }
  return keys;
}
