/** Values of every store, by every road that leads out of a run: searched for afterwards by nothing of ours. */
import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { createRepository } from '../../../loopback/git-repository.ts';
import { runCli, type ActionResult } from '../../../loopback/runner.ts';
import { startStateServer } from '../../../loopback/state-server.ts';
import { encrypt } from '../../../loopback/stores.ts';
import { startDriftStory } from '../../support/drift-story.ts';
import { project, secretStores, withStores } from '../../support/secret-stores.ts';
import { stories } from '../../support/story.ts';

const stores = secretStores();
const story = stories();

/** In no digest, no base64 of one, and no word of a report. */
const letters = (seed: number, length: number): string =>
  Array.from({ length }, (_, at) => 'QqZzXxJjKkWwVv'.charAt(digest(`${seed} ${at}`) % 14)).join('');
const digest = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();
const SIZES = [6, 9, 16, 33, 100, 300];
const KINDS = ['ssm', 'manager', 's3', 'vault', 'file', 'layer'] as const;
const valueOf = (kind: number, size: number): string => {
  const text = letters(kind * 17 + size, size);
  return size === 33
    ? `${text}\n${letters(kind + 5, 33)}`
    : size === 16
      ? `${text}"\${é ${letters(kind + 9, 16)}`
      : text;
};
const planted = KINDS.flatMap((_, kind) => SIZES.map((size) => valueOf(kind, size)));

const maps = KINDS.map((_, kind) => Object.fromEntries(SIZES.map((size) => [`k${size}`, valueOf(kind, size)])));
const yaml = (map: object | undefined): string =>
  Object.entries(map ?? {})
    .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
    .join('');

const MAIN = `variable "config" {
  type = any
}
locals {
  all = flatten([for each in var.config.planted : [for value in values(each) : value]])
}
resource "terraform_data" "shown" {
  input = {
    plain  = local.all
    inside = [for each in local.all : "x-\${each}-x"]
    keys   = { for each in local.all : each => length(each) }
    json   = jsonencode(local.all)
    base64 = [for each in local.all : base64encode(each)]
    url    = [for each in local.all : urlencode(each)]
    size   = try(var.config.size, 0)
  }
}
resource "terraform_data" "each" {
  for_each = toset(local.all)
  input    = 1
}
output "shown" {
  value = local.all
}
`;
const BROKEN = `variable "config" {
  type = any
}
locals {
  all = flatten([for each in var.config.planted : [for value in values(each) : value]])
}
resource "terraform_data" "checked" {
  count = length(local.all)
  input = try(var.config.size, 0)
  lifecycle {
    precondition {
      condition     = local.all[count.index] == ""
      error_message = "A long message, so that it is broken into lines: \${local.all[count.index]} is wrong."
    }
  }
}
`;

async function files(): Promise<Readonly<Record<string, string>>> {
  const { aws, vault } = stores();
  await Promise.all([
    ...SIZES.map((size) => aws.parameter(`/planted/${size}`, valueOf(0, size))),
    aws.secret('planted', JSON.stringify(maps[1])).catch(() => undefined),
    ...SIZES.map((size) => aws.object('bucket-one', `planted/${size}`, valueOf(2, size))),
    vault.call('POST', 'kv/data/planted', { data: maps[3] ?? {} }),
  ]);
  const each = (reference: (size: number) => string): string =>
    SIZES.map((size) => `    k${size}: "{{${reference(size)}}}"\n`).join('');
  const layer = [
    'planted:',
    `  ssm:\n${each((size) => `ssm.path(/planted/${size}).aws_profile(p)`)}`,
    `  manager:\n${each((size) => `secretsmanager:planted#k${size}?profile=p`)}`,
    `  s3:\n${each((size) => `s3.bucket(bucket-one).path(planted/${size})`)}`,
    '  vault: "{{vault.path(planted)}}"',
    `  file: "{{sops:planted.enc.yaml#file}}"`,
    '  layer: "{{sealed}}"',
    '',
  ].join('\n');
  return {
    ...project(`terraform: {backend: {http: {address: "{{env(STATE_URL)}}/{{composition.name}}"}}}\n${layer}`),
    '.komposconfig.yaml': [
      'allow_secrets: ["ssm:/planted/**", "secretsmanager:planted", "s3:bucket-one/**", "vault:planted", "sops:**"]',
      'stores: {aws: {profiles: {p: profile}}}',
      '',
    ].join('\n'),
    'planted.enc.yaml': await encrypt(`file:\n${yaml(maps[4])}`),
    'config/env=dev/sealed.yaml': await encrypt(`sealed:\n${yaml(maps[5])}`),
    'config/env=dev/composition=app/app.yaml': 'composition: {name: app}\n',
    'config/env=dev/composition=broken/app.yaml': 'composition: {name: broken}\n',
    'compositions/terraform/aws/app/main.tf': MAIN,
    'compositions/terraform/aws/broken/main.tf': BROKEN,
    '.gitignore': '.kompos-runtime/\n',
  };
}

const SIZE = { 'config/env=dev/more.yaml': 'size: 2\n' };

function everywhere(
  { stdout, stderr, outputs, summary, annotations }: ActionResult,
  bodies: readonly string[],
): string {
  const said = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const records = bodies.flatMap((body) =>
    [...body.matchAll(/kompos:record v2 (\S+)/gu)].map(([, packed = '']) => packed),
  );
  const unpacked = records.map((packed) => inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'));
  return [...said, stderr, JSON.stringify(outputs), summary, JSON.stringify(annotations), ...bodies, ...unpacked].join(
    '\n',
  );
}

/** All of a short one; of others runs of ten letters, and what base64 makes of the beginning. */
function leaksIn(text: string): readonly string[] {
  const runs = planted.flatMap((each) => each.match(/[QqZzXxJjKkWwVv]{6,}/gu) ?? []);
  const traces = runs.flatMap((run) => (run.length <= 10 ? [run] : [run.slice(0, 10), run.slice(-10)]));
  const coded = planted
    .filter((each) => each.length >= 9)
    .map((each) => Buffer.from(each).toString('base64').slice(0, 10));
  return [...traces, ...coded].filter((each) => text.includes(each));
}

withStores('nothing of a secret is found', () => {
  test('in log, comment, record, summary, outputs and annotations of a plan, an apply, and a drift check', async () => {
    const all = await files();
    const { openPullRequest, plan, comments, merge, apply } = await story(all, { env: stores().env });
    const pull = await openPullRequest(1, SIZE);
    const planned = await plan(pull, { env: { ...stores().env, RUNNER_DEBUG: '1' } });
    const text = everywhere(planned, comments(1));
    expect(text).toContain('terraform_data.shown');
    expect(text).toContain('so that it is broken into lines');
    expect(text).toContain('"leaf":"config/env=dev');
    expect(leaksIn(text)).toEqual([]);
    expect(leaksIn(everywhere(await apply(await merge(pull)), comments(1)))).toEqual([]);

    const drifting = await startDriftStory(all, { env: stores().env });
    const looked = everywhere(await drifting.drift({ inputs: { 'max-open-issues': '0' } }), []);
    await drifting.close();
    expect(looked).toContain('pending');
    expect(leaksIn(looked)).toEqual([]);
  }, 180_000);

  test.each(['text', 'markdown'])(
    'in a local plan as %s',
    async (format) => {
      const repository = await createRepository(await files());
      repository.write(SIZE);
      const states = await startStateServer();
      const { stdout, stderr } = await runCli(['plan', '--base', 'HEAD', '--verbose', '--format', format], {
        cwd: repository.directory,
        env: { ...stores().env, STATE_URL: states.url },
      });
      await states.close();
      expect(`${stdout}${stderr}`).toContain('terraform_data.shown');
      expect(leaksIn(`${stdout}${stderr}`)).toEqual([]);
    },
    60_000,
  );
});
