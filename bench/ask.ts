/** One question in a process of its own, as numbers on standard output: `ask.ts QUESTION DIRECTORY`. */
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { compareLeaves } from '../src/commands/compare/compare.ts';
import { explain } from '../src/commands/explain/explain.ts';
import { showGraph } from '../src/commands/graph/graph.ts';
import { listLeaves } from '../src/commands/list/list.ts';
import { showTree } from '../src/commands/tree/tree.ts';
import { findUses } from '../src/commands/uses/uses.ts';
import { validateLocally } from '../src/commands/validate/validate.ts';
import { LEAF_LAYER } from './tree.ts';

const [question = '', directory = ''] = process.argv.slice(2);
const leaf = LEAF_LAYER.slice(0, LEAF_LAYER.lastIndexOf('/'));
const project = { rootPath: undefined, listMerge: undefined };
const all = { ...project, configPath: undefined };
const context = {
  directory,
  environment: { PATH: process.env['PATH'] ?? '' },
  log: { info: () => undefined, warning: () => undefined, group: () => undefined },
  paint: (_: string, text: string) => text,
};

const ASK = new Map<string, () => Promise<unknown>>([
  [
    'floor',
    async () => {
      floor();
      await Promise.resolve();
    },
  ],
  ['list', () => listLeaves({ ...all, format: 'table', depends: false }, context)],
  ['tree', () => showTree({ ...all, format: 'text' }, context)],
  ['explain', () => explain({ ...project, configPath: leaf, key: 'cluster.fullName', format: 'text' }, context)],
  [
    'compare',
    () => compareLeaves({ ...project, before: leaf, after: leaf.replace('c0000', 'c0001'), format: 'text' }, context),
  ],
  ['compare @HEAD', () => compareLeaves({ ...project, before: '@HEAD', after: leaf, format: 'text' }, context)],
  ['uses', () => findUses({ ...all, key: 'modules.vpc.ref', format: 'text' }, context)],
  ['graph', () => showGraph({ ...all, reads: undefined, readBy: undefined, format: 'tree' }, context)],
  ['validate', () => validateLocally({ ...all, format: 'text' }, context)],
]);

/** What no list of the leaves can do without: every folder listed, every layer read. */
function floor(): void {
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else readFileSync(path);
    }
  };
  walk(`${directory}/config`);
}

const [start, before] = [performance.now(), process.cpuUsage()];
await ASK.get(question)?.();
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
process.stdout.write(`${(performance.now() - start) / 1000} ${(user + system) / 1e6} ${maxRSS / 1024}`);
