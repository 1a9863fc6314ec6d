/**
 * Random projects: every state that the real Terraform reads is an edge of the graph, or reported as not worked out; and
 * what is an edge but is not read comes from `count`, `for_each` or a read that is deferred. `npm run test:graph` tries
 * 1,000 projects; `GRAPH_SEED=<seed> GRAPH_PROJECTS=1` tries one again.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../loopback/file-tree.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform, runTerraform } from '../../loopback/terraform.ts';
import { field, list } from '../../src/base/json.ts';
import { readLeafGraph } from '../../src/graph/leaf-graph.ts';
import { rendererOf } from '../support/renderers.ts';
import { randomProject, LEAVES, type RandomProject } from '../support/random-graph.ts';

const COUNT = Number(process.env['GRAPH_PROJECTS'] ?? '30');
const FIRST = Number(process.env['GRAPH_SEED'] ?? String(Math.floor(Date.now() / 1000) % 1_000_000));
/** Projects that one Terraform plans at a time, as modules of one root module. */
const BATCH = 25;

const program = process.env['GRAPH_TERRAFORM'] ?? findTerraform() ?? 'terraform';
let server: StateServer;

beforeAll(async () => {
  server = await startStateServer();
});
afterAll(async () => {
  await server.close();
  removeTemporaryDirectories();
});

interface Read {
  /** Without the project's module and instance keys. */
  readonly address: string;
  /** The leaf. */
  readonly who: string;
}

/** What Terraform read, by project: as the plan says, and as the server of states saw it. */
async function readsOf(
  projects: readonly RandomProject[],
  folder: string,
): Promise<ReadonlyMap<number, readonly Read[]>> {
  for (const { seed, files, config, states } of projects) {
    mkdirSync(join(folder, `p${seed}`));
    writeFiles(join(folder, `p${seed}`), files);
    for (const [path, state] of states.http) server.setState(path, state);
    writeFiles(folder, states.local);
    const call = `module "p${seed}" {\n  source = "./p${seed}/compositions/terraform/app"\n  config = jsondecode(file("\${path.module}/p${seed}.json"))\n}\n`;
    writeFiles(folder, { [`p${seed}.tf`]: call, [`p${seed}.json`]: JSON.stringify(config) });
  }
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runTerraform(folder, args, {}, program);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const before = server.requests.length;
  await run('init', '-no-color');
  await run('plan', '-no-color', '-out=plan');
  const asked = new Set(server.requests.slice(before).map(({ path }) => path));
  const plan: unknown = JSON.parse(await run('show', '-json', 'plan'));
  const found = new Map<number, Read[]>();
  for (const resource of resourcesIn(field(field(field(plan, 'prior_state'), 'values'), 'root_module'))) {
    const [, seed = '', rest = ''] = /^module\.p(\d+)\.(.*)$/u.exec(String(field(resource, 'address'))) ?? [];
    if (!rest.includes('data.terraform_remote_state.')) continue;
    const who = String(field(field(field(resource, 'values'), 'outputs'), 'who'));
    const reads = found.get(Number(seed)) ?? [];
    reads.push({ address: rest.replace(/\[(?:"[^"]*"|\d+)\]/gu, ''), who });
    found.set(Number(seed), reads);
    asked.delete(`/p${seed}/${who}`);
  }
  // The server saw nothing that the plan does not have.
  expect([...asked]).toEqual([]);
  return found;
}

function resourcesIn(module: unknown): readonly unknown[] {
  const children = field(module, 'child_modules');
  const own = field(module, 'resources');
  return [
    ...(own === undefined ? [] : list(own)),
    ...(children === undefined ? [] : list(children)).flatMap(resourcesIn),
  ];
}

interface Compared {
  readonly wrong: readonly string[];
  /** How many reads were reported as not worked out. */
  readonly open: number;
}

async function compare({ seed, files, optional }: RandomProject, reads: readonly Read[]): Promise<Compared> {
  const { graph } = await readLeafGraph(await rendererOf(files));
  const name = (path: string): string => path.slice(path.lastIndexOf('=') + 1);
  const edges = graph.edges.filter(({ reader }) => name(reader) === 'app');
  const unknown = new Set(graph.unknown.map(({ address }) => address));
  const missed = reads.filter(
    ({ address, who }) =>
      LEAVES.includes(who) &&
      !unknown.has(address) &&
      !edges.some((edge) => name(edge.reads) === who && edge.addresses.includes(address)),
  );
  const made = edges.flatMap((edge) =>
    edge.addresses.flatMap((address) => {
      const isRead = reads.some((read) => read.address === address && read.who === name(edge.reads));
      return isRead || optional.has(address.replace(/^.*\bdata\.terraform_remote_state\./u, ''))
        ? []
        : [`${name(edge.reads)} at ${address}`];
    }),
  );
  const wrong = [
    ...missed.map(({ address, who }) => `seed ${seed}: ${address} reads ${who}, which is no edge`),
    ...made.map((edge) => `seed ${seed}: ${edge} is an edge, but is not read`),
  ];
  return { wrong, open: reads.filter(({ address }) => unknown.has(address)).length };
}

test(`${COUNT} random projects from seed ${FIRST}`, async () => {
  const wrong: string[] = [];
  let count = 0;
  let open = 0;
  for (let start = FIRST; start < FIRST + COUNT; start += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, FIRST + COUNT - start) }, (_, index) => start + index);
    const folder = temporaryDirectory('graph');
    const projects = seeds.map((seed) => randomProject(seed, server.url, folder));
    const reads = await readsOf(projects, folder);
    for (const project of projects) {
      const own = reads.get(project.seed) ?? [];
      count += own.length;
      const compared = await compare(project, own);
      open += compared.open;
      wrong.push(...compared.wrong);
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(COUNT);
  // Most of them can be worked out.
  expect(open).toBeLessThan(count / 4);
  if (process.env['GRAPH_PROJECTS'] !== undefined)
    console.info(`${count} reads, ${open} of them not worked out, in ${COUNT} projects from seed ${FIRST}`);
}, 3_600_000);
