/** Renderers over trees that a test states in a few lines. */
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { NOTHING_OUTSIDE } from '../../src/rendering/outside.ts';
import { createCaches, openRenderer, type RenderCaches, type Renderer } from '../../src/rendering/renderer.ts';
import { memorySnapshot, type Tree } from './memory-snapshot.ts';

/** @param caches shared by the two sides of a comparison, as in a run */
export async function rendererOf(
  tree: Tree,
  caches: RenderCaches = createCaches(),
  outside = NOTHING_OUTSIDE,
): Promise<Renderer> {
  const project = await openProject(memorySnapshot(tree), '');
  return openRenderer(project, leavesOf(project), openEnvironment({}), caches, undefined, outside);
}
