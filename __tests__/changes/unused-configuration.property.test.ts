/** The promise behind leaving leaves out, held against the real Terraform; fast-check prints the seed of a failure. */
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import { createCaches, type Renderer } from '../../src/rendering/renderer.ts';
import { withTerraform } from '../cli/project.ts';
import { rendererOf } from '../support/renderers.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const key = fc.constantFrom('a', 'b', 'c', 'd', '0');
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom<Json>('x', 'y', 1, 2, true, null),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
}));
const configuration = fc.record<Record<string, Json>>(
  { a: value, b: value, c: value, d: value },
  { noNullPrototype: true },
);

const step = fc.oneof(
  { weight: 3, arbitrary: key.filter((name) => name !== '0').map((name) => `.${name}`) },
  key.map((name) => `["${name}"]`),
  fc.constantFrom('[0]', '.0', '[1]', '["00"]', '[var.key]', '[*]', '[*].a', '.*.b', '["${var.key}"]'),
);
/** `d` is read through other names and modules only. One in so many paths is empty. */
const pathOf = (bareness: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('.a', '.b', '.c', '["a"]', '.a.b'), fc.array(step, { maxLength: 2 }), fc.nat(bareness - 1))
    .map(([first, steps, bare]) => (bare === 0 ? '' : [first, ...steps].join('')));

/** An expression over values that `root` gives. */
function expressionOver(root: string, bareness = 30): fc.Arbitrary<string> {
  const path = pathOf(bareness);
  return fc.oneof(
    { weight: 6, arbitrary: path.map((rest) => `${root}${rest}`) },
    path.map((rest) => `keys(${root}${rest})`),
    path.map((rest) => `[for k, v in ${root}${rest} : v]`),
    path.map((rest) => `"\${${root}${rest}} %{ if can(${root}${rest}.a) }yes%{ endif }"`),
    path.map((rest) => `<<-EOT\n  \${jsonencode(${root}${rest})}\n  EOT\n`),
    path.map((rest) => `(${root}${rest}).b`),
    path.map((rest) => `lookup(${root}${rest}, var.key, "none")`),
    path.map((rest) => `${root}${rest} == null ? "none" : "some"`),
    path.map((rest) => `{ "\${try(tostring(${root}${rest}), "k")}" = 1 }`),
  );
}

/** Attributes of resources: mostly safe from errors, so that there is a plan to compare. */
const resource = (root: string, bareness: number): fc.Arbitrary<string> =>
  fc
    .tuple(expressionOver(root, bareness), fc.nat(24))
    .map(([expression, bare]) => (bare === 0 ? expression : `try(${expression.trimEnd()}\n, "failed")`));

const type = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('', 'type = any') },
  fc.constantFrom(
    'type = object({ a = any })',
    'type = object({ a = any, b = optional(any) })',
    'type = map(any)',
    'type = any\n  default = null',
    'type = any\n  validation {\n    condition = var.config.c != 1\n    error_message = "One."\n  }',
    'type = any\n  sensitive = true',
  ),
);

const variables = (given: string): string =>
  `variable "config" {\n  ${given}\n}\nvariable "key" {\n  default = "b"\n}\n`;

const resources = (root: string, most: number, bareness = 30): fc.Arbitrary<string> =>
  fc
    .array(resource(root, bareness), { maxLength: most })
    .map((all) =>
      all.map((each, index) => `resource "terraform_data" "r${index}" {\n  input = jsonencode(${each})\n}\n`).join(''),
    );

const locals = fc
  .record({
    whole: pathOf(30),
    deep: fc.constantFrom(...Array<string>(12).fill(''), '.a', '["b"]', '.a.b'),
    odd: expressionOver('var.config'),
  })
  .map(
    ({ whole, deep, odd }) =>
      `locals {\n  all = var.config\n  whole = try(var.config${whole}, 1)\n  part = local.all.d\n  deep = local.part${deep}\n  odd = try(${odd}\n, 1)\n}\n`,
  );

const module = fc
  .record({
    source: fc.constantFrom('./m', '../shared'),
    argument: fc.constantFrom('var.config', 'var.config.d', 'local.part', 'local.all["b"]', 'try(var.config.c, 1)'),
  })
  .map(({ source, argument }) => `module "m" {\n  source = "${source}"\n  config = ${argument}\n}\n`);

const aroundModule = fc.constantFrom(
  '',
  '',
  '',
  'output "file" {\n  value = filesha1("${path.module}/variables.tfvars.json")\n}\n',
  'output "put" {\n  value = filesha1(join("/", [path.module, "variables.tf${"vars"}.json"]))\n}\n',
  'output "files" {\n  value = fileset(path.root, "*.json")\n}\n',
);

const composition = fc
  .record({
    type,
    moduleType: type,
    rootResources: resources('var.config', 2),
    aliased: resources('local.part', 2, 2),
    locals,
    module: fc.oneof(fc.constant(''), module),
    inside: resources('var.config', 2, 3),
    file: aroundModule,
  })
  .map((parts): Readonly<Record<string, string>> => ({
    'compositions/terraform/app/main.tf': [variables(parts.type), parts.rootResources, parts.module, parts.file].join(
      '\n',
    ),
    'compositions/terraform/app/locals.tf': `${parts.locals}${parts.aliased.replaceAll('"r', '"aliased')}`,
    'compositions/terraform/app/m/main.tf': `${variables(parts.moduleType)}${parts.inside}`,
    'compositions/terraform/shared/main.tf': `${variables(parts.moduleType)}${parts.inside}`,
  }));

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A configuration with one thing in it changed. */
function edit(before: Json, at: readonly string[], after: Json | undefined): Json {
  const [first, ...rest] = at;
  if (first === undefined) return after ?? null;
  if (isList(before)) return [...before, after ?? null];
  const entries = typeof before === 'object' && before !== null ? Object.entries(before) : [];
  const old = entries.find(([name]) => name === first)?.[1];
  const others = entries.filter(([name]) => name !== first);
  if (rest.length === 0 && after === undefined) return Object.fromEntries(others);
  return Object.fromEntries([...others, [first, rest.length === 0 ? (after ?? null) : edit(old ?? {}, rest, after)]]);
}

const editing = fc.record({
  at: fc.array(fc.oneof(key, fc.constant('d')), { minLength: 1, maxLength: 3 }),
  after: fc.option(value, { nil: undefined }),
});

const LEAF = 'config/composition=app/app.yaml';

/** What Terraform would do, or that it fails. */
async function plan(renderer: Renderer, files: Readonly<Record<string, string>>, directory: string): Promise<unknown> {
  const [leaf] = renderer.leaves;
  const result = leaf === undefined ? undefined : await renderer.render(leaf);
  if (result?.ok !== true) throw new Error('the leaf does not render');
  const generated = result.rendering.files.flatMap(({ name, content }) =>
    content.kind === 'generated' ? [[`compositions/terraform/app/${name}`, content.text] as const] : [],
  );
  writeFiles(directory, { ...files, ...Object.fromEntries(generated) });
  const place = join(directory, 'compositions/terraform/app');
  if (!initialised.has(directory)) {
    initialised.add(directory);
    await runTerraform(place, ['init', '-no-color']);
  }
  const planned = await runTerraform(place, ['plan', '-no-color', '-var-file=variables.tfvars.json', '-out=plan']);
  if (planned.code !== 0) return 'failed';
  const { stdout } = await runTerraform(place, ['show', '-no-color', '-json', 'plan']);
  return JSON.parse(stdout, (name, part: unknown) => (IGNORED.has(name) ? undefined : part));
}

/** What differs although nothing else happens: the given variables themselves, and the clock. */
const IGNORED = new Set(['variables', 'timestamp', 'relevant_attributes']);

const initialised = new Set<string>();

afterAll(removeTemporaryDirectories);

withTerraform(describe)('a leaf that is left out because it does not use what differs', () => {
  test('plans the same with the old and the new configuration', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        composition,
        configuration,
        fc.array(editing, { minLength: 3, maxLength: 3 }),
        async (sources, before, edits) => {
          const caches = createCaches();
          const at = (config: Json): Promise<Renderer> =>
            rendererOf({ ...sources, [LEAF]: JSON.stringify(config) }, caches);
          const base = await at(before);
          let directory: string | undefined;
          let old: unknown;
          for (const { at: place, after } of edits) {
            const head = await at(edit(before, place, after));
            const { changed, unused } = await findChangedLeaves(base, head);
            if (unused.length === 0) continue;
            expect(changed).toEqual([]);
            directory ??= temporaryDirectory('plan');
            old ??= await plan(base, sources, directory);
            if (old !== 'failed') compared += 1;
            expect(await plan(head, sources, directory)).toEqual(old);
          }
        },
      ),
      // On a busy machine fewer runs say enough.
      { numRuns: 40, interruptAfterTimeLimit: 15_000, endOnFailure: true },
    );
    // The property says nothing where nothing is left out and planned.
    expect(compared).toBeGreaterThan(0);
  });
});
