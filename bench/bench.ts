/**
 * How long finding the changed leaves of a large project takes, then what planning leaves costs beyond Terraform itself:
 * `npm run bench [CLUSTERS]`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRepository } from '../loopback/git-repository.ts';
import { temporaryDirectory } from '../loopback/temporary-directory.ts';
import { questionRows } from './questions.ts';
import { printTable } from './table.ts';
import { benchTree, DEFAULT_LAYER, LEAF_LAYER, REGION_LAYER } from './tree.ts';

interface Measured {
  readonly found: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Seconds of the processor. */
  readonly processor: number;
}

const SCENARIOS = [
  { name: 'one leaf', layer: LEAF_LAYER, from: 'replicas: 0', to: 'replicas: 9', seconds: 0.5 },
  { name: 'region.yaml', layer: REGION_LAYER, from: 'size: 7', to: 'size: 8', seconds: 1.5 },
  { name: 'config/default.yaml', layer: DEFAULT_LAYER, from: 'size: 7', to: 'size: 8', seconds: 6 },
];
const MEGABYTES = 700;
/** What the graph of all leaves may cost beyond finding those that differ. */
const GRAPH_SHARE = 1.1;

const files = benchTree(Number(process.argv[2] ?? '200'));
const directory = temporaryDirectory('bench');
try {
  const repository = await createRepository(files, directory);
  const base = await repository.id();
  const git = gitSeconds(base);
  process.stdout.write(`${Object.keys(files).length} files; listing one commit takes git ${git.toFixed(2)} s\n`);
  const lines: (readonly string[])[] = [['a change in', 'leaves', 'seconds', 'at most', 'floor', 'MB']];
  for (const { name, layer, from, to, seconds } of SCENARIOS) {
    const text = files[layer];
    if (typeof text !== 'string') throw new Error(`${layer} is no text`);
    await repository.checkout('main');
    const head = await repository.commit(name, { [layer]: text.replace(from, to) });
    await repository.git('reset', '--quiet', '--hard', base);
    const compared = measure('compare', base, head);
    const floor = measure('floor', base, head, layer);
    const allowed = name === 'one leaf' ? seconds + 2 * git : seconds;
    if (compared.seconds > allowed || compared.megabytes > MEGABYTES) process.exitCode = 1;
    lines.push([
      name,
      String(compared.found),
      compared.seconds.toFixed(2),
      allowed.toFixed(2),
      floor.seconds.toFixed(2),
      compared.megabytes.toFixed(0),
    ]);
    // With every leaf rendered for it, the graph needs no more than to put together what was read.
    if (layer === DEFAULT_LAYER) lines.push(graphRow(base, head, compared));
  }
  printTable(lines);
  printTable(questionRows(directory));
} finally {
  rmSync(directory, { recursive: true, force: true });
}

const script = fileURLToPath(new URL('terraform.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
if (status !== 0) process.exitCode = 1;

function graphRow(base: string, head: string, compared: Measured): readonly string[] {
  const { found, seconds, processor, megabytes } = measure('graph', base, head);
  // Other programs of the machine do not count.
  if (processor > compared.processor * GRAPH_SHARE || megabytes > MEGABYTES) process.exitCode = 1;
  const [allowed, floor] = [compared.seconds * GRAPH_SHARE, compared.seconds];
  const numbers = [seconds, allowed, floor].map((each) => each.toFixed(2));
  return ['the same, with graph', String(found), ...numbers, megabytes.toFixed(0)];
}

function measure(what: 'compare' | 'graph' | 'floor', ...args: readonly string[]): Measured {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, what, directory, ...args], {
    encoding: 'utf8',
  });
  const [found = 0, seconds = 0, megabytes = 0, processor = 0] = output.split(' ').map(Number);
  return { found, seconds, megabytes, processor };
}

function gitSeconds(commit: string): number {
  const start = performance.now();
  execFileSync('git', ['ls-tree', '-r', '-z', '--full-tree', commit], { cwd: directory, maxBuffer: 64 * 1024 * 1024 });
  return (performance.now() - start) / 1000;
}
