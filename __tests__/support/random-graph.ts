/** A random project: the leaf `app` reads states of others in ways that people write. */
import type { Tree } from './memory-snapshot.ts';

/** Those whose states are on the server, then those in files. */
const ON_SERVER = ['a', 'b', 'c'];
const IN_FILES = ['d', 'e'];
export const LEAVES: readonly string[] = [...ON_SERVER, ...IN_FILES];

export interface RandomProject {
  readonly seed: number;
  /** From the project root. */
  readonly files: Tree;
  /** What `var.config` is. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly states: {
    /** By path on the server. */
    readonly http: readonly (readonly [string, unknown])[];
    /** By path below the folder. */
    readonly local: Tree;
  };
  /** Names of the data sources that Terraform may not read, or not all of. */
  readonly optional: ReadonlySet<string>;
}

/** Numbers below 2³² that a seed decides (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** @param folder absolute path, for states in files */
export function randomProject(seed: number, url: string, folder: string): RandomProject {
  const next = generator(seed);
  const pick = <T>(of: readonly [T, ...T[]]): T => of[next() % of.length] ?? of[0];
  const base = `${url}/p${seed}`;
  const files = `${folder}/s${seed}`;
  const placeOf = (name: string): string => (ON_SERVER.includes(name) ? `${base}/${name}` : `${files}/${name}`);
  const all = Object.fromEntries(ON_SERVER.map((name) => [name, placeOf(name)]));
  const config = {
    base,
    files,
    flag: next() % 2 === 0,
    nothing: null,
    number: 1 + (next() % 2),
    names: ON_SERVER,
    all,
    some: Object.fromEntries(Object.entries(all).slice(0, 1 + (next() % 3))),
    nested: { a: { address: placeOf('a') }, b: { address: placeOf('b'), retry_max: 1 } },
    pick: { one: pick(['a', 'b', 'c']) },
    backend: { address: placeOf(pick(['a', 'b', 'c'])), retry_max: 1 },
  };
  const code: string[] = [
    'locals {\n  base = var.config.base\n  all = { for_a = "a", for_b = "b", for_c = "c" }\n  addresses = { a = "${local.base}/a", b = format("%s/b", local.base), c = var.config.all["c"] }\n}\nresource "terraform_data" "w" {}\n',
  ];
  const more: Record<string, string> = {};
  const optional = new Set<string>();

  /** An expression that gives the place of a leaf's state. */
  function place(name: string): string {
    const [root, known] = ON_SERVER.includes(name) ? ['var.config.base', true] : ['var.config.files', false];
    const text = JSON.stringify(placeOf(name));
    const ways = [
      text,
      `"\${${root}}/${name}"`,
      `format("%s/%s", ${root}, "${name}")`,
      `join("/", [${root}, "${name}"])`,
      `try(var.config.missing.x, "\${${root}}/${name}")`,
      `coalesce(var.config.nothing, ${text})`,
      `trimsuffix("\${${root}}/${name}.x", ".x")`,
      `replace("\${${root}}/_", "_", "${name}")`,
      `var.config.flag ? ${text} : "\${${root}}/${name}"`,
      `jsondecode(jsonencode(${text}))`,
      `element([${text}, ${text}], 1)`,
      `"\${${root}}/\${lower("${name.toUpperCase()}")}"`,
      `lookup({ x = ${text} }, "x", "y")`,
      `var.config.pick.one == "a" ? ${text} : "\${${root}}/\${!var.config.flag && true ? "${name}" : "${name}"}"`,
      `tolist(toset(["zz", ${text}]))[0]`,
      `coalesce([null, ${text}]...)`,
      `{ x = ${text} }.x`,
      `[${text}, "x"][var.config.nothing == null ? 0 : 1]`,
      ...(known
        ? [
            `var.config.all.${name}`,
            `var.config.all["${name}"]`,
            `local.addresses["${name}"]`,
            `local.addresses.${name}`,
            `"\${local.base}/\${local.all["for_${name}"]}"`,
            `lookup(var.config.all, "${name}", "z")`,
            `var.config.all[var.config.names[${ON_SERVER.indexOf(name)}]]`,
            `[for k, v in var.config.all : v if k == "${name}"][0]`,
            `{ for v in var.config.names : v => "\${local.base}/\${v}" }["${name}"]`,
            `values(var.config.all)[${ON_SERVER.indexOf(name)}]`,
            `local.addresses[keys(local.addresses)[${ON_SERVER.indexOf(name)}]]`,
          ]
        : []),
    ];
    return ways[next() % ways.length] ?? text;
  }

  function object(name: string): string {
    const key = ON_SERVER.includes(name) ? 'address' : 'path';
    const entry = `{ ${key} = ${place(name)} }`;
    const ways = [
      entry,
      `{ "${key}" = ${place(name)}, workspace_dir = null }`.replace(', workspace_dir = null', ''),
      `merge({}, ${entry})`,
      `merge({ ${key} = "x" }, ${entry})`,
      `tomap(${entry})`,
      `try(var.config.none, ${entry})`,
    ];
    if (ON_SERVER.includes(name))
      ways.push(
        `merge(var.config.backend, ${entry})`,
        `merge(var.config.nested.b, { address = ${place(name)} })`,
        `merge({ lock_address = null }, ${entry})`,
      );
    return ways[next() % ways.length] ?? entry;
  }

  const blocks = 2 + (next() % 4);
  for (let index = 0; index < blocks; index += 1) {
    const name = `x${index}`;
    const target = LEAVES[next() % LEAVES.length] ?? 'a';
    const type = ON_SERVER.includes(target) ? 'http' : 'local';
    const data = (inside: string): string =>
      `data "terraform_remote_state" "${name}" {\n  backend = "${type}"\n${inside}}\n`;
    const plain = pick([
      '',
      '',
      '  workspace = terraform.workspace\n',
      '  workspace = "default"\n',
      '  workspace = null\n',
      '  defaults = { x = 1 }\n',
    ]);
    const single = `  config = ${object(target)}\n${plain}`;
    const server = (config: string, repeat: string): string =>
      `data "terraform_remote_state" "${name}" {\n  backend = "http"\n  ${repeat}\n  config = { address = ${config} }\n}\n`;
    const way = next() % 20;
    switch (way) {
      case 0:
        code.push(server('"${local.base}/${each.key}"', 'for_each = toset(["a", "c"])'));
        break;
      case 1:
        code.push(server('each.value', `for_each = var.config.${pick(['all', 'some'])}`));
        break;
      case 2:
        code.push(server('var.config.all[each.value]', 'for_each = toset(var.config.names)'));
        break;
      case 3:
        code.push(server('each.value.address', 'for_each = var.config.nested'));
        break;
      case 4:
        code.push(server('"${local.base}/${local.all[each.key]}"', 'for_each = toset(["for_a", "for_b"])'));
        break;
      case 5:
        code.push(server('var.config.all[var.config.names[count.index]]', 'count = var.config.number'));
        break;
      case 6:
        code.push(server('values(var.config.all)[count.index]', 'count = 2'));
        break;
      case 7:
        optional.add(name);
        code.push(data(`${single}  count = var.config.flag ? 1 : 0\n`));
        break;
      case 8:
        optional.add(name);
        code.push(
          server('"${local.base}/${each.key}"', 'for_each = { for n in var.config.names : n => n if n != "b" }'),
        );
        break;
      case 9:
        optional.add(name);
        code.push(data(`${single}  depends_on = [terraform_data.w]\n`));
        break;
      case 10:
        code.push(data('  config = { address = terraform_data.w.id }\n').replace(`"${type}"`, '"http"'));
        break;
      case 11:
        code.push(
          `data "terraform_remote_state" "${name}" {\n  backend = "http"\n  config = { address = data.terraform_remote_state.first.outputs.next }\n}\n`,
        );
        break;
      case 12:
      case 13: {
        const over = way === 12 ? '' : '  for_each = toset(["a", "b"])\n';
        const value = way === 12 ? place('b') : '"${local.base}/${each.value}"';
        more[`m${index}/main.tf`] = `variable "address" {\n  type = string\n}\n${server('var.address', '')}`;
        code.push(`module "m${index}" {\n  source = "./m${index}"\n${over}  address = ${value}\n}\n`);
        break;
      }
      case 14:
        more[`/modules/n${index}/main.tf`] =
          `variable "settings" {\n  type = object({ address = string, retry_max = optional(number, 1) })\n}\ndata "terraform_remote_state" "${name}" {\n  backend = "http"\n  config = var.settings\n}\n`;
        more[`m${index}/main.tf`] =
          `variable "c" {}\nmodule "n" {\n  source = "../../../../modules/n${index}"\n  settings = { address = "\${var.c.base}/${pick(['a', 'b', 'c'])}" }\n}\n`;
        code.push(`module "m${index}" {\n  source = "./m${index}"\n  c = var.config\n}\n`);
        break;
      case 15:
        more[`${name}.tf.json`] = JSON.stringify({
          data: {
            terraform_remote_state: {
              [name]: { backend: 'http', config: { address: '${var.config.base}/' + pick(['a', 'b', 'c']) } },
            },
          },
        });
        break;
      case 16:
        more['o_override.tf'] =
          `${more['o_override.tf'] ?? ''}data "terraform_remote_state" "${name}" {\n  config = { address = ${place('c')} }\n}\n`;
        code.push(server(place('a'), ''));
        break;
      default:
        code.push(data(single));
    }
  }
  const first = `data "terraform_remote_state" "first" {\n  backend = "http"\n  config = { address = ${place('a')} }\n}\n`;
  const state = (name: string): unknown => ({
    version: 4,
    terraform_version: '1.5.0',
    serial: 1,
    lineage: `l-${name}`,
    outputs: { who: { value: name, type: 'string' }, next: { value: placeOf(pick(['a', 'b', 'c'])), type: 'string' } },
    resources: [],
  });
  const app = 'compositions/terraform/app';
  return {
    seed,
    config,
    optional,
    states: {
      http: ON_SERVER.map((name) => [`/p${seed}/${name}`, state(name)] as const),
      local: Object.fromEntries(IN_FILES.map((name) => [`s${seed}/${name}`, JSON.stringify(state(name))])),
    },
    files: {
      'config/default.yaml': `${JSON.stringify(config)}\n`,
      'config/composition=app/x.yaml': 'name: app\n',
      [`${app}/main.tf`]: `variable "config" {\n  type = any\n}\n${first}${code.join('')}`,
      ...Object.fromEntries(
        Object.entries(more).map(([name, text]) => [name.startsWith('/') ? name.slice(1) : `${app}/${name}`, text]),
      ),
      ...Object.fromEntries(
        LEAVES.flatMap((name) => [
          [`config/composition=${name}/x.yaml`, `name: ${name}\n`],
          [
            `compositions/terraform/${name}/main.tf.versioned`,
            ON_SERVER.includes(name)
              ? `terraform {\n  backend "http" {\n    address = "{{base}}/{{name}}"\n  }\n}\nvariable "config" {}\n`
              : `terraform {\n  backend "local" {\n    path = "{{files}}/{{name}}"\n  }\n}\nvariable "config" {}\n`,
          ],
        ]),
      ),
    },
  };
}
