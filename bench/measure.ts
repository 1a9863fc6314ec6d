/** One measurement in a process of its own, as numbers on standard output: `measure.ts compare|graph|floor DIRECTORY BASE HEAD`. */
import { performance } from 'node:perf_hooks';
import { createGit } from '../src/git/git.ts';
import { openObjects } from '../src/git/objects.ts';
import { parseLayer } from '../src/hierarchy/yaml/parse.ts';
import { withLocalComparison } from '../src/execution/local-comparison.ts';
import { readLeafGraph } from '../src/graph/leaf-graph.ts';
import { isLayerFile } from '../src/project/layers.ts';
import { openBlobs } from '../src/snapshot/blobs.ts';
import { snapshotOfCommit } from '../src/snapshot/commit-snapshot.ts';

const [what = '', directory = '', base = '', head = ''] = process.argv.slice(2);
const environment = { PATH: process.env['PATH'] ?? '' };
const start = performance.now();
const found = what === 'floor' ? await readAndParse() : await compare(what === 'graph');
const seconds = (performance.now() - start) / 1000;
const { maxRSS } = process.resourceUsage();
const { user, system } = process.cpuUsage();
process.stdout.write(`${found} ${seconds} ${maxRSS / 1024} ${(user + system) / 1e6}`);

/** The leaves that differ, or the edges of the graph once these are found. */
function compare(withGraph: boolean): Promise<number> {
  return withLocalComparison(
    { rootPath: '.', listMerge: undefined, configPath: undefined, base, head },
    { directory, environment },
    async ({ changed, head: renderer }) =>
      withGraph ? (await readLeafGraph(renderer)).graph.edges.length : changed.length,
  );
}

/** What no comparison of such a change can do without: both commits listed, the layers read and parsed once. */
async function readAndParse(): Promise<number> {
  const git = createGit(directory, environment);
  const objects = openObjects(git);
  const blobs = openBlobs(objects);
  const snapshots = [await snapshotOfCommit(git, blobs, base), await snapshotOfCommit(git, blobs, head)];
  const below = process.argv[6];
  const parsed = new Set<string>();
  for (const snapshot of snapshots) {
    const layers = snapshot.files().filter(({ path }) => isLayerFile(path) && isNeeded(path, below));
    await snapshot.load(layers);
    for (const file of layers) {
      if (parsed.has(file.id + file.path)) continue;
      parsed.add(file.id + file.path);
      parseLayer(file.path, snapshot.read(file).toString('utf8'));
    }
  }
  objects.close();
  return parsed.size;
}

/** Layers below the changed one, and those above it. */
function isNeeded(path: string, changed: string | undefined): boolean {
  if (changed === undefined) return true;
  const [folder, own] = [changed, path].map((each) => each.slice(0, each.lastIndexOf('/')));
  return (
    own !== undefined &&
    folder !== undefined &&
    (`${own}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${own}/`))
  );
}
