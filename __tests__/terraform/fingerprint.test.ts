/** Fingerprints of real plans: the same effect has the same, another effect another one, and no secret is in any. */
import { afterAll, describe, expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import type { Files } from '../../loopback/file-tree.ts';
import { createOrigin } from '../../loopback/git-origin.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { bind, fingerprint, type Fingerprint, type FingerprintContext } from '../../src/terraform/fingerprint.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { planDirectory } from '../../src/terraform/plan.ts';
import { testSince } from '../support/terraform-version.ts';
import { appliedState, plainContext, planJson, planOptions, rootModule } from './root-module.ts';

afterAll(removeTemporaryDirectories);

/** Plans a folder as an apply does, from init to fingerprint. */
async function planIn(directory: string): Promise<Fingerprint> {
  const result = await planDirectory(directory, { ...planOptions(), fingerprint: plainContext });
  if (!result.ok) throw new Error(result.output);
  if (result.fingerprint === undefined) throw new Error('there is no fingerprint');
  return result.fingerprint;
}

interface How {
  readonly env?: Readonly<Record<string, string>>;
  readonly state?: string;
  readonly args?: readonly string[];
  readonly context?: FingerprintContext;
}

/** Of one file, of which only the plan counts: the rendering is said to be the same for all. */
async function planMain(main: string, { context = plainContext, ...how }: How = {}): Promise<Fingerprint> {
  return fingerprint(readPlan(await planJson(main, how)), { providers: [], modules: '' }, context);
}

/** Names of cases that have the same fingerprint; none where all differ. */
async function alike(cases: Readonly<Record<string, () => Promise<Fingerprint>>>): Promise<readonly string[]> {
  const limit = pLimit(3);
  const values = await Promise.all(
    Object.entries(cases).map(([name, planned]) => limit(async () => [name, (await planned()).value] as const)),
  );
  return values.flatMap(([name, value], index) => {
    const twin = values.slice(0, index).find(([, other]) => other === value);
    return twin === undefined ? [] : [`${name} = ${twin[0]}`];
  });
}

const MAIN = `
resource "terraform_data" "a" {
  input = "a"
  provisioner "local-exec" {
    command = "echo a"
  }
}
resource "terraform_data" "b" {
  count = 2
  input = { x = 1, y = [1, 2], id = 9007199254740993 }
}
output "o" {
  value = "o"
}
`;

describe('the same plan has the same fingerprint', () => {
  test('128 bits in hex, made twice in one folder and in another one', async () => {
    const directory = rootModule({ 'main.tf': MAIN });
    const first = await planIn(directory);
    expect(first.value).toMatch(/^[0-9a-f]{32}$/u);
    expect(bind(first.plan, plainContext)).toBe(first.value);
    expect(await planIn(directory)).toEqual(first);
    expect(await planIn(rootModule({ 'main.tf': MAIN }))).toEqual(first);
  });

  test('whatever the order of blocks and attributes', async () => {
    const blocks = MAIN.split(/(?=^resource|^output)/mu).reverse();
    const other = blocks.join('\n').replace('x = 1, y = [1, 2]', 'y = [1, 2], x = 1');
    expect(await planMain(other)).toEqual(await planMain(MAIN));
  });

  test('but for the rendering that it is bound to, and the key', async () => {
    const plan = await planJson(MAIN);
    const of = (more: Partial<FingerprintContext>): Fingerprint =>
      fingerprint(readPlan(plan), { providers: [], modules: '' }, { ...plainContext, ...more });
    expect(of({ rendering: 'another' })).toEqual({
      ...of({}),
      value: bind(of({}).plan, { rendering: 'another', key: undefined }),
    });
    expect(of({ key: 'k' })).toEqual(of({ key: 'k' }));
    const all = [of({}), of({ rendering: 'another' }), of({ key: 'k' }), of({ key: 'l' })];
    expect(new Set(all.map(({ value }) => value)).size).toBe(4);
  });

  test('though resources that nothing happens to are beside it, whatever they hold', async () => {
    const still = (input: string): string =>
      `resource "terraform_data" "still" {\n  input = "${input}"\n  lifecycle {\n    ignore_changes = all\n  }\n}\n`;
    const [one, two] = [await appliedState(still('1')), await appliedState(still('2'))];
    const main = `resource "terraform_data" "new" {\n  input = "new"\n}\n${still('1')}`;
    const [a, b] = [await planMain(main, { state: one }), await planMain(main, { state: two })];
    expect(a).toEqual(b);
    expect(a.changes.map(({ address }) => address)).toEqual(['terraform_data.new']);
  });
});

describe('another effect has another fingerprint', () => {
  const edit = (from: string, to: string): (() => Promise<Fingerprint>) => {
    if (!MAIN.includes(from)) throw new Error(from);
    return () => planMain(MAIN.replace(from, to));
  };

  test('of what is created', async () => {
    const same = await alike({
      'as it is': () => planMain(MAIN),
      'a value': edit('input = "a"', 'input = "A"'),
      'another type of value': edit('x = 1', 'x = "1"'),
      'a value deep inside': edit('[1, 2]', '[1, 3]'),
      'the order of a list': edit('[1, 2]', '[2, 1]'),
      'nothing in the place of a value': edit('x = 1', 'x = null'),
      'the last digit of a number that JavaScript cannot hold': edit('9007199254740993', '9007199254740992'),
      'a value that is known only after the apply': edit('input = "a"', 'input = timestamp()'),
      'one more instance': edit('count = 2', 'count = 3'),
      'a name': edit('"terraform_data" "a"', '"terraform_data" "c"'),
      'one more resource': () => planMain(`${MAIN}resource "terraform_data" "more" {}\n`),
      'a provisioner’s command': edit('echo a', 'rm -rf /'),
      'an output': edit('value = "o"', 'value = "p"'),
      'an output’s name': edit('output "o"', 'output "p"'),
      'an output that becomes sensitive': edit('value = "o"', 'value = "o"\n  sensitive = true'),
      'an import': () => planMain(`${MAIN}import {\n  to = terraform_data.a\n  id = "one"\n}\n`),
      'an import of something else': () => planMain(`${MAIN}import {\n  to = terraform_data.a\n  id = "two"\n}\n`),
    });
    expect(same).toEqual([]);
  });

  /** @param more the part of a test of its own that older versions of Terraform skip */
  async function expectOthers(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const there = (triggers: string, input = '"a"'): string =>
      `resource "terraform_data" "a" {\n  input = ${input}\n  triggers_replace = "${triggers}"\n}\n`;
    const moved = 'moved {\n  from = terraform_data.a\n  to = terraform_data.b\n}\n';
    const state = await appliedState(there('1'));
    const on =
      (main: string, args: readonly string[] = []) =>
      () =>
        planMain(main, { state, args });
    const same = await alike({
      nothing: on(there('1')),
      move: on(there('1').replace('"a" {', '"b" {') + moved),
      'delete, because it is gone': on(''),
      'delete, because all is destroyed': on(there('1'), ['-destroy']),
      replace: on(there('2')),
      'replace, because somebody asks': on(there('1'), ['-replace=terraform_data.a']),
      'create, then destroy': on(
        there('2').replace(/\}\n$/u, '  lifecycle {\n    create_before_destroy = true\n  }\n}\n'),
      ),
      update: on(there('1', '"b"')),
      ...Object.fromEntries(Object.entries(more).map(([name, main]) => [name, on(main)])),
    });
    expect(same).toEqual([]);
  }

  test('of what happens to what is there', () => expectOthers());

  testSince('1.7')('of what is forgotten', () =>
    expectOthers({ forget: 'removed {\n  from = terraform_data.a\n  lifecycle {\n    destroy = false\n  }\n}\n' }),
  );

  test('of another provider version, or another remote module', () => {
    const of = (version: string, modules: string): string =>
      fingerprint(readPlan({}), { providers: [{ address: 'a/b/c', version }], modules }, plainContext).value;
    expect(new Set([of('1', 'm'), of('2', 'm'), of('1', 'n')]).size).toBe(3);
  });
});

describe('a remote module whose branch has moved', () => {
  const module = (command: string): Files => ({
    'm/main.tf': `variable "name" {}
resource "terraform_data" "m" {
  input = var.name
  provisioner "local-exec" {
    command = "${command} \${var.name}"
  }
}
`,
  });

  test('is another plan, though Terraform’s JSON of it is the same; and the same one while it stands still', async () => {
    const repository = await createRepository(module('echo'));
    const origin = await createOrigin(repository);
    const files = {
      'main.tf': `module "m" {\n  source = "git::file://${origin.directory}//m?ref=main"\n  name   = "x"\n}\n`,
    };
    const before = await planIn(rootModule(files));
    expect(await planIn(rootModule(files))).toEqual(before);
    await repository.commit('Moved', module('rm -rf'));
    await repository.push(origin);
    const after = await planIn(rootModule(files));
    expect(after.changes).toEqual(before.changes);
    expect(after.value).not.toBe(before.value);
  });
});

describe('secrets', () => {
  const secretMain = `
variable "secret" {
  type      = string
  sensitive = true
}
resource "terraform_data" "a" {
  input = { user = "u", password = var.secret, length = length(var.secret) > 0 }
  provisioner "local-exec" {
    command = "true \${var.secret}"
  }
}
output "s" {
  value     = var.secret
  sensitive = true
}
`;
  const [one, two] = ['correct-horse-1', 'battery-staple-2'];
  const withSecret = (secret: string, key?: string): Promise<Fingerprint> =>
    planMain(secretMain, { env: { TF_VAR_secret: secret }, context: { ...plainContext, key } });

  test('without a key another secret is the same plan; with one it is another plan, and named', async () => {
    expect(await withSecret(one)).toEqual(await withSecret(two));
    const [keyed, other] = [await withSecret(one, 'k'), await withSecret(two, 'k')];
    expect(keyed.value).not.toBe(other.value);
    expect(keyed.changes.map(({ address }) => address)).toEqual(['output.s', 'terraform_data.a', 'var.secret']);
    expect(keyed.changes[1]?.attributes['input']).not.toBe(other.changes[1]?.attributes['input']);
  });

  test('without a key the rest of the plan still counts', async () => {
    const changed = await planMain(secretMain.replace('user = "u"', 'user = "v"'), { env: { TF_VAR_secret: one } });
    expect(changed.value).not.toBe((await withSecret(one)).value);
  });

  test('where Terraform forgets to mark it, in what a resource gave out before', async () => {
    const update = (secret: string): string =>
      `variable "secret" {\n  sensitive = true\n}\nresource "terraform_data" "a" {\n  input = ${secret}\n}\n`;
    const state = await appliedState(update('var.secret'), { TF_VAR_secret: one });
    const plans = await Promise.all(
      [one, two].map((secret) =>
        planMain(update('"${var.secret}!"'), {
          env: { TF_VAR_secret: secret },
          state: state.replaceAll(one, secret),
        }),
      ),
    );
    // No digest may depend on the secret, or a weak one could be guessed from it.
    expect(plans[0]).toEqual(plans[1]);
  });

  test('values of environment variables are hidden by name in texts; numbers and addresses stay as they are', async () => {
    const hiding = (value: string): FingerprintContext => ({
      ...plainContext,
      standIns: new Map([[value, '(environment: DB)']]),
    });
    const text = (value: string): string => `
resource "terraform_data" "a" {
  input = { whole = "${value}", part = "in ${value} out" }
}
`;
    const [a, b] = await Promise.all(
      ['73315', '90210'].map((value) => planMain(text(value), { context: hiding(value) })),
    );
    expect(a).toEqual(b);
    expect(JSON.stringify(a)).not.toContain('73315');

    const number = (value: string): string => text('x').replace('"x"', `tonumber("${value}")`);
    const address = (value: string): string => text('x').replace('input', `for_each = toset(["${value}"])\n  input`);
    for (const main of [number, address]) {
      const [one, two] = await Promise.all(
        ['73315', '90210'].map((value) => planMain(main(value), { context: hiding(value) })),
      );
      expect(one?.value).not.toBe(two?.value);
      expect(JSON.stringify(one)).not.toContain('73315');
    }
  });
});
