/**
 * Fifty secrets of every size, by every road that leads out, through the bundle and the real Terraform; then everything
 * that left the process is searched for what each of them is made of, by nothing of ours.
 */
import { afterAll, expect, test } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import { createRepository } from '../../loopback/git-repository.ts';
import { runCli, type ActionResult } from '../../loopback/runner.ts';
import { startStateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { startDriftStory } from '../support/drift-story.ts';
import { stories, TOKEN, twoLeaves } from '../support/story.ts';

const story = stories();
afterAll(removeTemporaryDirectories);

/** Letters that no digest, no base64 of a digest and no word of a report has in this order. */
const LETTERS = 'QqZzXxJjKkWwVv0123456789';
let seed = 11;
function letters(length: number): string {
  const made: string[] = [];
  while (made.length < length) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    made.push(LETTERS.charAt((seed >>> 12) % LETTERS.length));
  }
  return made.join('');
}

/** Values of fewer than three characters are not masked: SECURITY.md says so. */
const SIZES = [3, 4, 5, 6, 7, 8, 9, 12, 16, 20, 31, 32, 33, 64, 100, 127, 128, 129, 255, 256, 1000, 4096];
const LARGE = [30_000, 62_000, 100_000, 1_000_000];

const pem = (): string =>
  ['-----BEGIN RSA PRIVATE KEY-----', ...Array.from({ length: 24 }, () => letters(64)), letters(40), ''].join('\n');
const json = (size: number): string =>
  JSON.stringify(
    Array.from({ length: Math.ceil(size / 60) }, (_, index) => ({
      index,
      value: `${letters(20)}é\u2028${letters(20)}`,
    })),
  );

const planted = [
  ...SIZES.map((size) => letters(size)),
  ...[12, 100].flatMap((size) =>
    [' ', '"', '\\', '\u00a0', 'e\u0301', '\u200b', '\u001b', '\n', '${', '🔑'].map(
      (sign) => letters(size) + sign + letters(size),
    ),
  ),
  pem(),
  pem(),
];
const large = [...LARGE.map((size) => letters(size)), json(100_000)];

/** Given to the job, not to Terraform's configuration: what a plan prints of them is nobody's sensitive value. */
const given = {
  token: TOKEN,
  key: letters(40),
  allowed: `${letters(12)}/${letters(12)}+é ${letters(8)}`,
  access: `${letters(16)}/${letters(16)}`,
  password: letters(8),
};

/** As anybody would encode them: alone, and behind one or two characters more. */
function encoded(text: string): readonly string[] {
  const bytes = ['', 'u', 'u:'].map((before) => Buffer.from(`${before}${text}`));
  return [
    text,
    ...bytes.flatMap((each) => [each.toString('base64'), each.toString('base64url')]),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('hex').toUpperCase(),
    encodeURIComponent(text),
    new URLSearchParams([['q', text]]).toString(),
  ];
}

const MAIN = `
variable "config" {
  type = any
}
locals {
  planted = jsondecode(file("\${path.module}/planted.json"))
  later   = var.config.env.name == "prod"
}
# The first leaf shows in clear what only the second one calls sensitive.
resource "terraform_data" "marked" {
  count = local.later ? 1 : 0
  input = sensitive(local.planted)
}
resource "terraform_data" "shown" {
  count = var.config.size
  input = {
    plain   = local.planted
    inside  = [for each in local.planted : "x-\${each}-x"]
    keys    = { for each in local.planted : each => length(each) }
    json    = jsonencode(local.planted)
    url     = [for each in local.planted : urlencode(each)]
    given   = jsondecode(file("\${path.module}/given.json"))
    pattern = "PAT-0123ABCD"
    allowed = [var.config.allowed, base64encode(var.config.allowed), urlencode("a \${var.config.allowed}")]
  }
}
resource "terraform_data" "each" {
  for_each = toset([for each in local.planted : each if length(each) < 300])
  input    = 1
}
output "marked" {
  value     = local.later ? local.planted : []
  sensitive = true
}
output "large" {
  value = local.later ? jsondecode(file("\${path.module}/large.json")) : []
}
resource "terraform_data" "large" {
  input = sensitive(jsondecode(file("\${path.module}/large.json")))
}
`;

const BROKEN = `
variable "config" {
  type = any
}
locals {
  planted = jsondecode(file("\${path.module}/planted.json"))
}
resource "terraform_data" "checked" {
  count = length(local.planted)
  lifecycle {
    precondition {
      condition     = local.planted[count.index] == ""
      error_message = "A long message, so that it is broken into lines: \${local.planted[count.index]} is wrong, and so is \${var.config.allowed}."
    }
  }
}
`;

const password = letters(10);
const UNREACHABLE = `
variable "config" {
  type = any
}
module "m" {
  source = "git::https://someone:${password}%40@127.0.0.1:1/modules.git"
}
output "size" {
  value = var.config.size
}
`;

const backend = (name: string): string => `terraform: {backend: {http: {address: "{{env(STATE_URL)}}/${name}"}}}\n`;

const files = {
  'config/default.yaml': 'cloud: {type: aws}\nsize: 1\nallowed: none\n',
  'config/env=dev/env.yaml': `env: {name: dev}\n${backend('dev')}`,
  'config/env=prod/env.yaml': `env: {name: prod}\n${backend('prod')}`,
  'config/env=test/env.yaml': `env: {name: test}\n${backend('test')}`,
  'config/env=dev/composition=app/app.yaml': 'app: {}\n',
  'config/env=prod/composition=app/app.yaml': 'app: {}\n',
  'config/env=test/composition=broken/app.yaml': 'app: {}\n',
  'config/env=zone/env.yaml': `env: {name: zone}\n${backend('zone')}`,
  'config/env=zone/composition=unreachable/app.yaml': 'app: {}\n',
  'compositions/terraform/aws/app/main.tf': MAIN,
  'compositions/terraform/aws/app/planted.json': JSON.stringify(planted),
  'compositions/terraform/aws/app/large.json': JSON.stringify(large),
  'compositions/terraform/aws/app/given.json': JSON.stringify(Object.values(given).flatMap(encoded)),
  'compositions/terraform/aws/broken/main.tf': BROKEN,
  'compositions/terraform/aws/broken/planted.json': JSON.stringify(planted),
  'compositions/terraform/aws/unreachable/main.tf': UNREACHABLE,
};

/** All that left the process, apart from the lines by which it tells the runner what to mask. */
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

/** What a reader could recognise a secret by: all of a short one, runs of ten characters of others, also encoded. */
function tracesOf(secret: string): readonly string[] {
  const runs = secret.match(/[QqZzXxJjKkWwVv0-9]{10,}/gu) ?? [];
  return runs.flatMap((run) =>
    [0, Math.floor(run.length / 2) - 5, run.length - 10].map((start) => run.slice(start, start + 10)),
  );
}

function leaksIn(text: string): readonly string[] {
  const sought = [...planted, ...large, ...Object.values(given)];
  const long = new Set(sought.flatMap(tracesOf));
  // Of a short one only the whole counts, and up to five characters only as a word: SECURITY.md says so.
  const short = sought.filter((each) => tracesOf(each).length === 0);
  const coded = Object.values(given)
    .flatMap(encoded)
    .map((each) => each.replace(/=+$/u, '').slice(4, -4))
    .filter((each) => each.length >= 8);
  return [
    ...[...long, ...coded].filter((each) => text.includes(each)),
    ...short.filter((each) =>
      each.length > 5
        ? text.includes(each)
        : new RegExp(`(?<![\\p{L}\\p{N}_])${each}(?![\\p{L}\\p{N}_])`, 'u').test(text),
    ),
    ...['PAT-0123ABCD', 'someone', password].filter((each) => text.includes(each)),
  ];
}

test('a pull request: nothing is found in log, comment, record, summary, outputs and annotations', async () => {
  const { openPullRequest, plan, comments } = await story(files);
  const pullRequest = await openPullRequest(1, {
    'config/default.yaml': 'cloud: {type: aws}\nsize: 2\nallowed: "{{env(DSN)}}"\n',
  });
  const result = await plan(pullRequest, {
    inputs: { 'allow-env': 'STATE_URL\nDSN', 'fingerprint-key': given.key, mask: 'PAT-[0-9A-Z]+', parallelism: '1' },
    env: { DSN: given.allowed, AWS_SECRET_ACCESS_KEY: given.access, DB_PASSWORD: given.password, PGPASSWORD: 'test' },
  });
  const text = everywhere(result, comments(1));
  // All of it was on its way out.
  expect(text).toContain('terraform_data.shown');
  expect(text).toContain('so that it is broken into lines');
  expect(text).toContain('modules.git');
  expect(text).toContain('"leaf":"config/env=prod');
  expect(text).toContain('test');
  expect(leaksIn(text)).toEqual([]);
}, 180_000);

/** A certificate bundle, say. Version 0.1 made one pattern of all secrets, and showed them all when it grew too large. */
const document = json(100_000);
const withDocument = {
  ...twoLeaves,
  'compositions/terraform/aws/app/document.json': document,
  'compositions/terraform/aws/app/document.tf': [
    'resource "terraform_data" "document" {',
    '  input = { marked = sensitive(file("${path.module}/document.json")), size = try(var.config.size, 0) }',
    '}',
    'output "shown" {',
    '  value = file("${path.module}/document.json")',
    '}',
    '',
  ].join('\n'),
};

test('a sensitive document of 100 KB: a pull request is planned, drift is looked for, and the command line plans', async () => {
  const traces = [...tracesOf(document), TOKEN];
  const { openPullRequest, plan, comments } = await story(withDocument);
  const planned = await plan(
    await openPullRequest(1, {
      'config/default.yaml': `${twoLeaves['config/default.yaml'] ?? ''}more: 1\n`,
      'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n',
    }),
  );
  expect([planned.code, planned.stderr]).toEqual([0, '']);
  const text = everywhere(planned, comments(1));
  expect(text).toContain('terraform_data.document');
  expect(traces.filter((each) => text.includes(each))).toEqual([]);

  const drifting = await startDriftStory(withDocument);
  const looked = await drifting.drift({ inputs: { 'max-open-issues': '0' } });
  await drifting.close();
  expect([looked.code, looked.stderr]).toEqual([0, '']);
  expect(looked.summary).toContain('pending');
  const drift = everywhere(looked, []);
  expect(traces.filter((each) => drift.includes(each))).toEqual([]);

  const states = await startStateServer();
  const repository = await createRepository({ ...withDocument, '.gitignore': '.kompos-runtime/\n' });
  repository.write({ 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
  const local = await runCli(['plan'], { cwd: repository.directory, env: { STATE_URL: states.url } });
  await states.close();
  expect(local.code).toBe(0);
  expect(local.stdout).toContain('terraform_data.document');
  expect(traces.filter((each) => `${local.stdout}${local.stderr}`.includes(each))).toEqual([]);
}, 120_000);
