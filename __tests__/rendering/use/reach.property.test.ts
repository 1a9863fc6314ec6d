/* eslint-disable @typescript-eslint/no-misused-spread, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-assignment -- ASCII texts, and records that are put together */
/**
 * No file that the real Terraform reads is left out: paths in random spellings, and what comes out of Terraform. Every
 * file that may be read holds a text of its own. `npm run test:reach` runs many; the seed of a failure is printed.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeFiles } from '../../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { runTerraform } from '../../../loopback/terraform.ts';
import { openEnvironment } from '../../../src/hierarchy/environment-reader.ts';
import { formatProblem } from '../../../src/base/problems.ts';
import { describeLeaf } from '../../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../../src/project/project.ts';
import { createCaches, openRenderer } from '../../../src/rendering/renderer.ts';
import { withTerraform } from '../../cli/project.ts';
import { memorySnapshot, type Tree } from '../../support/memory-snapshot.ts';
import { RandomProgram, randomFrom, type Spelling } from '../../support/random-program.ts';
import { NOTHING_OUTSIDE } from '../../../src/rendering/outside.ts';

const CASES = Number(process.env['REACH_CASES'] ?? '50');
const SEED = Number(process.env['REACH_SEED'] ?? '1');
const BATCH = 50;
const APP = 'compositions/terraform/app';

afterAll(removeTemporaryDirectories);

/** Files that may be read, from the composition on. */
const TARGETS = ['../up.txt', '../lib/two.txt', '../../../docs/three.txt', '../lib/deep/four.txt', './files/in.txt'];
const canary = (path: string): string => `canary-${Buffer.from(path).toString('hex')}-end`;
const pathOf = (target: string): string => join(APP, target);

interface Case {
  readonly shown: string;
  readonly files: Tree;
  readonly config: Readonly<Record<string, string>>;
  readonly tfvars: string;
}

/** One path, spelled somehow, that one of Terraform's readers is given. */
function makeCase(index: number, random: () => number): Case {
  const program = new RandomProgram(index, random);
  const { config, blocks } = program;
  const pick = <T>(choices: readonly T[]): T => program.pick(choices);
  const name = (): string => program.name();
  const cut = (text: string): readonly [string, string] => program.cut(text);
  const spell: Spelling = (text, depth) => program.spell(text, depth);
  const files: Record<string, string> = {};
  let tfvars = '';
  program.use([
    ...program.plain,
    ...program.computed,
    (text, depth) =>
      `join("/", [${text
        .split('/')
        .map((part) => spell(part, depth))
        .join(', ')}])`,
    (text, depth) =>
      `join("/", compact(concat([${text
        .split('/')
        .map((part) => spell(part, depth))
        .join('], [')}])))`,
    (text, depth) =>
      `join(".", [${text
        .split('.')
        .map((part) => spell(part, depth))
        .join(', ')}])`,
    (text, depth) => {
      const [a, b] = cut(text);
      return `format("%[2]s%[1]s", ${spell(b, depth)}, ${spell(a, depth)})`;
    },
    (text, depth) => `replace(${spell(text.replaceAll('.', '@'), depth)}, "/@/", ".")`,
    (text, depth) => `replace(${spell(text.replaceAll('/', '_x_/'), depth)}, "_x_", "")`,
    (text, depth) => `replace(${spell(text.replace(/\.\./gu, '.-.'), depth)}, "/-/", "")`,
    (text, depth) => `substr(${spell(`ab${text}`, depth)}, 2, ${text.length})`,
    (text, depth) => `trimsuffix(${spell(`${text}.x`, depth)}, ".x")`,
    (text, depth) => `trim(${spell(`@${text}@`, depth)}, "@")`,
    (text, depth) => `trimspace(${spell(` ${text} `, depth)})`,
    (text) => `trimspace(<<E\n  ${text}\nE\n)`,
    (text) => `trimspace(<<-E\n  ${text}\n  E\n)`,
    (text) => `chomp(<<-EOT\n    ${text}\n  EOT\n)`,
    (text, depth) => `strrev(${spell([...text].reverse().join(''), depth)})`,
    (text, depth) => `base64decode(base64encode(${spell(text, depth)}))`,
    (text) => `jsondecode(${JSON.stringify(JSON.stringify({ p: text }))}).p`,
    (text) =>
      `jsondecode("\\"${[...text].map((char) => `\\\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}\\"")`,
    (text, depth) => `jsondecode(jsonencode([${spell(text, depth)}]))[0]`,
    (text) => `yamldecode("p: '${text}'").p`,
    (text) => `csvdecode("a,b\\n1,${text}")[0].b`,
    (text, depth) => `element(["x", ${spell(text, depth)}], 1)`,
    (text, depth) => `split("@", ${spell(`a@${text}`, depth)})[1]`,
    (text, depth) => `join("", split("-", ${spell(text.replaceAll('.', '.-'), depth)}))`,
    (text, depth) => `regex("[^@]*$", ${spell(`a@${text}`, depth)})`,
    (text, depth) => `lookup({ k = ${spell(text, depth)} }, "k")`,
    (text, depth) => `coalesce(${spell(text, depth)}, "none")`,
    (text, depth) => `try(tomap({}).x, ${spell(text, depth)})`,
    (text, depth) => `one([${spell(text, depth)}])`,
    (text, depth) => `keys({ (${spell(text, depth)}) = 1 })[0]`,
    (text, depth) => `values({ a = ${spell(text, depth)} })[0]`,
    (text, depth) => `flatten([[${spell(text, depth)}]])[0]`,
    (text, depth) => `[for x in [${spell(text, depth)}] : x][0]`,
    (text, depth) => `[for k, x in { a = ${spell(text, depth)} } : "\${x}"][0]`,
    (text, depth) => `{ for k in [${spell(text, depth)}] : "a" => k }.a`,
    (text, depth) => `merge({ a = "x" }, { a = ${spell(text, depth)} }).a`,
    (text, depth) => `([{ a = ${spell(text, depth)} }][*].a)[0]`,
    (text, depth) => `lower(upper(${spell(text, depth)}))`,
    (text, depth) => `nonsensitive(sensitive(${spell(text, depth)}))`,
    (text, depth) => `tostring(${spell(text, depth)})`,
    (text, depth) => `dirname(${spell(`${text}/x`, depth)})`,
    (text, depth) => `abspath(${spell(text, depth)})`,
    (text, depth) => `pathexpand(${spell(text, depth)})`,
    (text, depth) => `"%{ if true }\${${spell(text, depth)}}%{ else }x%{ endif }"`,
    (text, depth) =>
      `"%{ for x in [${cut(text)
        .map((part) => spell(part, depth))
        .join(', ')}] }\${x}%{ endfor }"`,
    (text) => {
      const [a, b] = cut(text);
      return `"${a} \${~ "${b}" ~} "`;
    },
    (text, depth) => {
      const local = name();
      blocks.push(`locals {\n  ${local} = { a = { b = [${spell(text, depth)}] } }\n}\n`);
      return `local.${local}["a"].b[0]`;
    },
    (text) => {
      const variable = name();
      blocks.push(`variable "${variable}" {\n  default = ${program.quoted(text)}\n}\n`);
      return `var.${variable}`;
    },
    (text) => {
      const variable = name();
      blocks.push(`variable "${variable}" {}\n`);
      tfvars += `${variable} = ${program.quoted(text)}\n`;
      return `var.${variable}`;
    },
    (text, depth) => {
      const module = name();
      blocks.push(`module "${module}" {\n  source = "./echo"\n  v = ${spell(text, depth)}\n}\n`);
      return `module.${module}.v`;
    },
    (text, depth) => {
      const resource = name();
      blocks.push(`resource "terraform_data" "${resource}" {\n  input = ${spell(text, depth)}\n}\n`);
      return `terraform_data.${resource}.output`;
    },
    (text) => {
      const file = `files/${name()}.txt`;
      files[`${APP}/${file}`] = random() < 0.5 ? text : `${text}\n`;
      return `trimspace(file("${file}"))`;
    },
    (text) => {
      const file = `files/${name()}.txt`;
      files[`${APP}/${file}`] = `a\n${text}\nb\n`;
      return `split("\\n", file("\${path.module}/${file}"))[1]`;
    },
    (text, depth) => {
      const file = `files/${name()}.tftpl`;
      const [a, b] = cut(text);
      files[`${APP}/${file}`] = '${a}${b}';
      return `templatefile("${file}", { a = ${spell(a, depth)}, b = ${spell(b, depth)} })`;
    },
    (text) => {
      const file = `files/${name()}.json`;
      files[`${APP}/${file}`] = JSON.stringify({ p: text }).replaceAll('..', random() < 0.5 ? '..' : '\\u002e.');
      return `jsondecode(file("${file}")).p`;
    },
  ]);

  const target = pick(TARGETS);
  const depth = 1 + Math.floor(random() * 3);
  const plain = pick([target, target, target, `files/../${target}`, target.replace('/', '//'), `./${target}`]);
  const base = random();
  const path =
    base < 0.6
      ? spell(plain, depth)
      : base < 0.8
        ? `"\${path.module}/\${${spell(plain, depth)}}"`
        : base < 0.9
          ? `join("/", [${pick(['path.root', 'path.module', 'path.cwd'])}, ${spell(plain, depth)}])`
          : `"\${dirname(abspath(path.module))}/\${${spell(plain.replace(/^(?:files\/)?\.\.\//u, ''), depth)}}"`;
  const output = (value: string): string => `output "o${index}" {\n  value = try(${value}, "none")\n}\n`;
  const readers: readonly ((path: string) => string)[] = [
    (given) => output(`file(${given})`),
    (given) => output(`base64decode(filebase64(${given}))`),
    (given) => output(`templatefile(${given}, {})`),
    (given) => output(`[for f in fileset(dirname(${given}), "*.txt") : file("\${dirname(${given})}/\${f}")]`),
    (given) => output(`[for f in fileset(path.module, "\${dirname(${given})}/*.txt") : file("\${path.module}/\${f}")]`),
    (given) =>
      `resource "terraform_data" "r${index}" {\n  input = ${given}\n  provisioner "local-exec" {\n    interpreter = ["cat"]\n    command = self.input\n    on_failure = continue\n  }\n}\n`,
    (given) =>
      `resource "terraform_data" "r${index}" {\n  provisioner "local-exec" {\n    interpreter = ["cat"]\n    command = ${given}\n    on_failure = continue\n  }\n}\n`,
    (given) =>
      `resource "terraform_data" "r${index}" {\n  provisioner "local-exec" {\n    interpreter = ["sh", "-c"]\n    command = "cat \${${given}}"\n    on_failure = continue\n  }\n}\n`,
    (given) => `module "r${index}" {\n  source = "./reader"\n  p = ${given}\n}\n${output(`module.r${index}.content`)}`,
  ];
  const text = pick(readers)(path);
  if (/^output/u.test(text) && !text.includes('\n  value = try([') && random() < 0.1) {
    const [, value = ''] = /value = ([^]*)\n\}\n$/u.exec(text) ?? [];
    files[`${APP}/case${index}.tf.json`] = JSON.stringify({ output: { [`o${index}`]: { value: `\${${value}}` } } });
  } else blocks.push(text);
  files[`${APP}/case${index}.tf`] = blocks.join('');
  return { shown: `${blocks.join('')}${files[`${APP}/case${index}.tf.json`] ?? ''}`, files, config, tfvars };
}

const COMMON: Tree = {
  ...Object.fromEntries(TARGETS.map((target) => [pathOf(target), canary(pathOf(target))])),
  [`${APP}/main.tf`]: 'variable "config" {\n  type = any\n}\n',
  [`${APP}/echo/main.tf`]: 'variable "v" {}\noutput "v" {\n  value = var.v\n}\n',
  [`${APP}/reader/main.tf`]:
    'variable "p" {}\noutput "content" {\n  value = try(file("${path.root}/${var.p}"), file(var.p), "none")\n}\n',
};

/** The files that count for a leaf with just this case. */
async function counted(one: Case): Promise<ReadonlySet<string>> {
  const tree: Tree = {
    ...COMMON,
    ...one.files,
    [`${APP}/terraform.tfvars`]: one.tfvars,
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
  const { reach } = result;
  return new Set([...reach.files, ...reach.modules.flatMap(({ files }) => files)].map(({ path }) => path));
}

/** What Terraform printed when it planned and applied all of the cases: the texts of the files that it read, by case. */
async function run(cases: readonly (readonly [number, Case])[]): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const directory = temporaryDirectory('reach');
  mkdirSync(join(directory, APP), { recursive: true });
  writeFiles(directory, {
    ...COMMON,
    ...Object.assign({}, ...cases.map(([, one]) => one.files)),
    [`${APP}/terraform.tfvars`]: cases.map(([, one]) => one.tfvars).join(''),
    [`${APP}/variables.tfvars.json`]: JSON.stringify({
      config: Object.assign({}, ...cases.map(([, one]) => one.config)),
    }),
  });
  const cwd = join(directory, APP);
  const start = await runTerraform(cwd, ['init', '-input=false', '-no-color']);
  if (start.code !== 0) throw new Error(`${start.stdout}${start.stderr}`);
  const applied = await runTerraform(cwd, [
    'apply',
    '-auto-approve',
    '-input=false',
    '-no-color',
    '-var-file=variables.tfvars.json',
  ]);
  const outputs = await runTerraform(cwd, ['output', '-json', '-no-color']);
  if (outputs.code !== 0 || !applied.stdout.includes('complete'))
    throw new Error(`${applied.stdout}${applied.stderr}${outputs.stderr}`);
  const values: Record<string, { value: unknown }> = JSON.parse(outputs.stdout);
  const read = new Map<number, Set<string>>();
  const note = (index: number, text: string): void => {
    const found = read.get(index) ?? new Set<string>();
    for (const [, hex = ''] of text.matchAll(/canary-([0-9a-f]+)-end/gu)) found.add(Buffer.from(hex, 'hex').toString());
    read.set(index, found);
  };
  for (const [key, { value }] of Object.entries(values)) note(Number(key.slice(1)), JSON.stringify(value));
  for (const [, index, text = ''] of applied.stdout.matchAll(/^terraform_data\.r(\d+) \(local-exec\): (.*)$/gmu)) {
    if (!text.startsWith('Executing')) note(Number(index), text);
  }
  return read;
}

withTerraform(test)(
  `no file that Terraform reads is left out (${CASES} cases)`,
  async () => {
    const random = randomFrom(SEED);
    const missed: string[] = [];
    let read = 0;
    let anywhere = 0;
    for (let start = 0; start < CASES; start += BATCH) {
      const cases = Array.from(
        { length: Math.min(BATCH, CASES - start) },
        (_, at) => [start + at, makeCase(start + at, random)] as const,
      );
      const found = await run(cases);
      for (const [index, one] of cases) {
        const outside = [...(found.get(index) ?? [])].filter((path) => !path.startsWith(`${APP}/`));
        read += outside.length;
        const files = await counted(one);
        if (files.has('compositions/terraform/lib/two.txt') && files.has('docs/three.txt')) anywhere += 1;
        for (const path of outside) if (!files.has(path)) missed.push(`case ${index} read ${path}:\n${one.shown}`);
      }
    }
    expect(missed.slice(0, 5)).toEqual([]);
    // Most of them do read something outside, and not all count as leading anywhere.
    expect(read).toBeGreaterThan(CASES / 3);
    expect(anywhere).toBeLessThan(CASES);
    if (process.env['REACH_CASES'] !== undefined)
      console.log(`seed ${SEED}: ${CASES} cases, ${read} files read outside, ${anywhere} may lead anywhere`);
  },
  600_000,
);

test('the seed is one that can be given again', () => {
  expect(makeCase(3, randomFrom(7)).shown).toBe(makeCase(3, randomFrom(7)).shown);
});
