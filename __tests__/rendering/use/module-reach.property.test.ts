/**
 * No module that the real Terraform loads is left out: sources of modules in random spellings, and the list of loaded
 * folders that `terraform get` leaves, which also says what the sources are that pins show. From Terraform 1.15 on sources may have variables, locals and functions in them;
 * without that version only spellings that every version takes are tried.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeFiles } from '../../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { runTerraform, terraformVersion } from '../../../loopback/terraform.ts';
import { openEnvironment } from '../../../src/hierarchy/environment-reader.ts';
import { field, list, text } from '../../../src/base/json.ts';
import { formatProblem } from '../../../src/base/problems.ts';
import { describeLeaf } from '../../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../../src/project/project.ts';
import { createCaches, openRenderer } from '../../../src/rendering/renderer.ts';
import { withTerraform } from '../../cli/project.ts';
import { memorySnapshot, type Tree } from '../../support/memory-snapshot.ts';
import { RandomProgram, randomFrom, type Spelling } from '../../support/random-program.ts';
import { NOTHING_OUTSIDE } from '../../../src/rendering/outside.ts';

const CASES = Number(process.env['REACH_CASES'] ?? '40');
const SEED = Number(process.env['REACH_SEED'] ?? '1');
const BATCH = 40;
const APP = 'compositions/terraform/app';
const folder = terraformVersion('1.15.5');
const program = folder === undefined ? undefined : join(folder, 'terraform');

afterAll(removeTemporaryDirectories);

/** Modules of the repository, as the composition names them, and where they are. */
const TARGETS: readonly (readonly [source: string, folder: string])[] = [
  ['../../../modules/one', 'modules/one'],
  ['../../../modules/deep/two', 'modules/deep/two'],
  ['../common', 'compositions/terraform/common'],
  ['./inside', `${APP}/inside`],
];

interface Case {
  readonly files: Tree;
  readonly config: Readonly<Record<string, string>>;
}

/** Spellings whose value is certain, so that pins show it. */
function exact(program: RandomProgram): readonly Spelling[] {
  const inMap = (text: string, depth: number): string => {
    const local = program.name();
    program.blocks.push(`locals {\n  ${local} = { a = { b = ${program.spell(text, depth)}, c = 5 }, "d" = "x" }\n}\n`);
    return local;
  };
  return [
    (text, depth) => `local.${inMap(text, depth)}.a["b"]`,
    (text, depth) => `lookup(local.${inMap(text, depth)}.a, "b", "x")`,
    (text, depth) => `lookup(local.${inMap(text, depth)}, "e", ${program.spell(text, 0)})`,
    (text, depth) => `try(var.config.missing.x, local.${inMap('x', 0)}.e, ${program.spell(text, depth)}, "x")`,
    (text, depth) => (text === '' ? '""' : `coalesce("", ${program.spell(text, depth)}, "x")`),
    (text) => {
      const variable = program.name();
      program.blocks.push(`variable "${variable}" {\n  default = ${program.quoted(text)}\n  const = true\n}\n`);
      return `var.${variable}`;
    },
    (text) => {
      const [local, key] = [program.name(), program.name()];
      program.config[key] = text;
      program.blocks.push(`locals {\n  ${local} = var.config\n}\n`);
      return `"\${local.${local}.${key}}"`;
    },
  ];
}

function makeCase(index: number, random: () => number): Case {
  const program = new RandomProgram(index, random);
  program.use(folder === undefined ? program.plain : [...program.plain, ...program.computed, ...exact(program)]);
  const [target] = program.pick(TARGETS);
  const plain = program.pick([target, target, `${target}/`, target.replace('/', '/./'), `./inside/../${target}`]);
  const source = program.spell(plain, 1 + Math.floor(random() * 3));
  const block = (written: string): string => `module "c${index}" {\n  source = ${written}\n}\n`;
  const shape = random();
  const files: Record<string, string> = {};
  if (shape < 0.15 && folder !== undefined) {
    files[`${APP}/case${index}.tf.json`] = JSON.stringify({ module: { [`c${index}`]: { source: `\${${source}}` } } });
  } else if (shape < 0.3) {
    files[`${APP}/case${index}.tf`] = block('"./inside"');
    files[`${APP}/case${index}_override.tf`] = block(source);
  } else files[`${APP}/case${index}.tf`] = block(source);
  if (program.blocks.length > 0) files[`${APP}/blocks${index}.tf`] = program.blocks.join('');
  return { files, config: program.config };
}

const COMMON: Tree = {
  [`${APP}/main.tf`]: `variable "config" {\n  type = any\n${folder === undefined ? '' : '  const = true\n'}}\n`,
  ...Object.fromEntries(TARGETS.map(([, place]) => [`${place}/main.tf`, 'output "here" {\n  value = 1\n}\n'])),
  // A module's own sources begin in its own folder.
  'modules/one/main.tf': 'module "below" {\n  source = ("../be\\u006cow")\n}\n',
  'modules/below/main.tf': 'output "here" {\n  value = 1\n}\n',
};

/** The folders that count for a leaf with just this case (undefined: any), and the source that its pin shows. */
async function counted(
  one: Case,
): Promise<{ readonly folders: ReadonlySet<string> | undefined; readonly pin: string | undefined }> {
  const tree: Tree = {
    ...COMMON,
    ...one.files,
    'config/composition=app/app.yaml': `${JSON.stringify({ name: 'app', ...one.config })}\n`,
  };
  const project = await openProject(memorySnapshot(tree), '');
  const renderer = openRenderer(
    project,
    leavesOf(project),
    openEnvironment({}),
    createCaches(),
    undefined,
    NOTHING_OUTSIDE,
  );
  const result = await renderer.render(describeLeaf('config/composition=app'));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  const { reach, rendering } = result;
  return {
    folders: reach.anywhere === undefined ? new Set(reach.modules.map((each) => each.folder)) : undefined,
    pin: rendering.pins.find(({ address }) => /^module\.c\d+\.source$/u.test(address))?.value,
  };
}

/** The folders that Terraform has loaded, and what it made of their sources, by the name of the case. */
async function loaded(
  cases: readonly Case[],
): Promise<readonly (readonly [key: string, folder: string, source: string])[]> {
  const directory = realpathSync(temporaryDirectory('modules'));
  const config = Object.fromEntries(cases.flatMap((one) => Object.entries(one.config)));
  writeFiles(directory, {
    ...COMMON,
    ...Object.fromEntries(cases.flatMap(({ files }) => Object.entries(files))),
    [`${APP}/values.auto.tfvars.json`]: JSON.stringify({ config }),
  });
  const cwd = join(directory, APP);
  const result = await runTerraform(cwd, ['get', '-no-color'], {}, program);
  if (result.code !== 0) throw new Error(`${result.stdout}${result.stderr}`);
  const found: unknown = JSON.parse(readFileSync(join(cwd, '.terraform/modules/modules.json'), 'utf8'));
  return list(field(found, 'Modules')).flatMap((each): readonly (readonly [string, string, string])[] => {
    const key = text(field(each, 'Key')) ?? '';
    const place = realpathSync(join(cwd, text(field(each, 'Dir')) ?? ''));
    return key === '' ? [] : [[key, relative(directory, place), text(field(each, 'Source')) ?? '']];
  });
}

withTerraform(test)(
  `no module that Terraform loads is left out (${CASES} cases)`,
  async () => {
    const random = randomFrom(SEED);
    const missed: string[] = [];
    const wrong: string[] = [];
    let [compared, anywhere, pinned] = [0, 0, 0];
    for (let start = 0; start < CASES; start += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, CASES - start) }, (_, at) => start + at);
      const cases = new Map(numbers.map((index) => [`c${index}`, makeCase(index, random)]));
      const all = await loaded([...cases.values()]);
      for (const [name, one] of cases) {
        const { folders, pin } = await counted(one);
        if (folders === undefined) anywhere += 1;
        const source = all.find(([key]) => key === name)?.[2] ?? '';
        if (pin !== undefined) {
          pinned += 1;
          // Terraform notes local sources in their shortest form.
          if (normalize(`${pin}/`) !== normalize(`${source}/`)) {
            wrong.push(`${pin} is ${source}:\n${Object.values(one.files).join('')}`);
          }
        }
        for (const [key, place] of all.filter(([each]) => each === name || each.startsWith(`${name}.`))) {
          compared += 1;
          if (folders !== undefined && !folders.has(place)) {
            missed.push(`${key} is ${place}:\n${Object.values(one.files).join('')}`);
          }
        }
      }
    }
    expect(missed.slice(0, 5)).toEqual([]);
    expect(wrong.slice(0, 5)).toEqual([]);
    if (folder !== undefined) expect(pinned).toBeGreaterThan(CASES / 5);
    expect(compared).toBeGreaterThanOrEqual(CASES);
    // Most of them are worked out, or nothing would be proven.
    expect(anywhere).toBeLessThan(CASES / 2);
  },
  600_000,
);
