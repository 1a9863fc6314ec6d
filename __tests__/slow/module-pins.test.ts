/** Random code whose module sources are made of values: what a pin says is what the programs load. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeLeaf } from '../../src/project/leaves.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import { outsideSettings } from '../../src/terraform/outside-settings.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform, terraformVersion } from '../../loopback/terraform.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { randomFrom } from '../support/random-program.ts';
import { findOpenTofu } from '../support/opentofu.ts';
import { rendererOf } from '../support/renderers.ts';

const APP = 'compositions/terraform/app';
const LEAF = 'config/env=dev/composition=app';
const CASES = Number(process.env['PIN_CASES'] ?? 25);

afterAll(removeTemporaryDirectories);

type Environment = Readonly<Record<string, string>>;

interface Program {
  readonly files: Tree;
  readonly config: Readonly<Record<string, string>>;
  readonly env: Environment;
}

const TEXTS = ['v1', 'v2', '007', '1.50', 'true', 'x'];
/** What they may become on their way. */
const FOLDERS = [
  ...TEXTS,
  '7',
  '1.5',
  'V1',
  'V2',
  'X',
  'v1-x',
  'v2-x',
  '7-x',
  '007-x',
  'x-x',
  '1.5-x',
  '1.50-x',
  'true-x',
];

function programOf(seed: number): Program {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0];
  const text = pick(['v1', 'v2', '007', '1.50', 'true', 'x']);
  const type = (): string => {
    const types = /^[\d.]+$/u.test(text)
      ? ['number', 'any', 'string']
      : text === 'true'
        ? ['bool', 'string']
        : ['string', 'any'];
    return types[below(types.length)] ?? 'any';
  };
  const literal = JSON.stringify(text);
  const wrap = (expression: string): string =>
    pick([
      expression,
      expression,
      `(${expression})`,
      `"\${${expression}}"`,
      `tostring(${expression})`,
      `try(${expression}, "x")`,
      `lower(${expression})`,
    ]);
  const variable = (name: string, value: string | undefined): string => {
    const line = value === undefined ? '' : `  default = ${value}\n`;
    return `variable "${name}" {\n  type  = ${type()}\n  const = true\n${line}}\n`;
  };
  const given = pick([literal, 'var.r', 'local.l', 'var.config.v', 'local.m.k', 'local.m["k"]', undefined]);
  const config = pick(['any', `object({ v = ${type()} })`, `map(${type()})`]);
  const inner = pick(['var.v', 'local.l', 'lookup(local.m, "k")']);
  const root = [
    `variable "config" {\n  type  = ${config}\n  const = true\n}\n`,
    variable('r', literal),
    `locals {\n  l = ${wrap('var.r')}\n  m = { k = ${wrap('local.l')} }\n}\n`,
    `module "net" {\n  source = "./net"\n${given === undefined ? '' : `  v = ${wrap(given)}\n`}}\n`,
  ];
  const net = [
    variable('v', literal),
    `locals {\n  l = ${wrap('var.v')}\n  m = { k = local.l }\n}\n`,
    `module "vpc" {\n  source = "./\${${wrap(inner)}}${pick(['', '', '-x'])}"\n}\n`,
  ];
  return {
    files: {
      'main.tf': root.join(''),
      'net/main.tf': net.join(''),
      ...Object.fromEntries(FOLDERS.map((name) => [`net/${name}/main.tf`, ''])),
      ...(below(3) === 0 ? { 'terraform.tfvars': `r = ${literal}\n` } : {}),
    },
    config: { v: text },
    env: pick<Environment>([{}, {}, { TF_VAR_r: text }, { TF_CLI_ARGS_init: `-var=r=${text}` }]),
  };
}

/** The source that a program loads; undefined where it refuses the code. */
async function loaded(path: string, { files, config, env }: Program): Promise<string | undefined> {
  const folder = temporaryDirectory('pins');
  const all = { ...files, 'kompos.auto.tfvars.json': JSON.stringify({ config }) };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { code } = await runTerraform(folder, ['init', '-no-color'], env, path);
  if (code !== 0) return undefined;
  const modules = readFileSync(join(folder, '.terraform/modules/modules.json'), 'utf8');
  return /"Key":"net\.vpc","Source":"([^"]+)"/u.exec(modules)?.[1];
}

async function pinned({ files, config, env }: Program): Promise<string | undefined> {
  const own = Object.fromEntries(Object.entries(files).map(([name, content]) => [`${APP}/${name}`, content]));
  const tree = { ...own, [`${LEAF}/x.yaml`]: `v: ${JSON.stringify(config['v'])}\n` };
  const renderer = await rendererOf(tree, createCaches(), outsideSettings(env).ofRenderings);
  const result = await renderer.render(describeLeaf(LEAF));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rendering.pins.find(({ address }) => address === 'module.net.module.vpc.source')?.value;
}

const terraform = terraformVersion('1.15.5');

describe.each<[string, string | undefined]>([
  ['Terraform 1.15.5', terraform && join(terraform, 'terraform')],
  ['OpenTofu', findOpenTofu()],
])('%s', (name, path) => {
  if (path === undefined) console.warn(`${name} is not here: its tests are skipped.`);
  (path === undefined ? test.skip : test)(
    'loads what the pin says',
    async () => {
      const wrong: unknown[] = [];
      let known = 0;
      let refused = 0;
      for (let seed = 1; seed <= CASES; seed += 1) {
        const program = programOf(seed);
        const [source, pin] = [await loaded(path ?? '', program), await pinned(program)];
        if (source === undefined) refused += 1;
        else if (pin !== undefined) {
          known += 1;
          if (pin !== source) wrong.push({ seed, pin, source, program });
        }
      }
      expect(wrong).toEqual([]);
      expect(refused).toBeLessThan(CASES / 4);
      expect(known).toBeGreaterThan(CASES / 3);
    },
    600_000,
  );
});
