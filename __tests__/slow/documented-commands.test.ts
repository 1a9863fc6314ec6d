/** Each command that the documents show, run by the real program in a project that `kompos init` wrote. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { filesFrom, writeFiles } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { findTerraform } from '../../loopback/terraform.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { codeBlocks, filesIn, read, repository as sources } from '../documents/files.ts';

const LEAF = 'config/env=dev/composition=app';

/** What the examples name, beside what `kompos init` writes. */
const named = filesFrom(`
  -- config/env=dev/env.network.yaml --
  zones: [a, b]
  vpc: {name: dev}

  -- config/env=dev/composition=vpc/vpc.yaml --
  vpc: {cidr_block: 10.0.0.0/16}

  -- config/env=prod/composition=vpc/vpc.yaml --
  vpc: {cidr_block: 10.1.0.0/16}

  -- compositions/terraform/vpc/main.tf --
  variable "config" {}
`);

/** What readers put in for a placeholder. */
const MEANT: readonly (readonly [string, string])[] = [
  ['<command>', 'list'],
  ['<leaf>', LEAF],
  ['<folder>', LEAF],
  ['"$leaf"', LEAF],
];

/** How many shares the documents plan, one of them in an example. */
const SHARES = 8;

/** Their exit code says that they are another command's now. */
const ANOTHERS = /^kompos explore /u;

/** Spans that name a command and are none to type. */
const NO_COMMAND = new Set(['kompos … terraform']);

/** The commands of a document: in its shell blocks, and in its text. */
function commandsOf(document: string): readonly string[] {
  const blocks = [...document.matchAll(/^ *```sh\n(.*?)^ *```/gmsu)].map(([, text = '']) => text);
  const lines = blocks.flatMap((text) =>
    [...text.matchAll(/^(?:.*?[^-./\w#])??(kompos [^#|)&\n]+)/gmu)].map(([, line = '']) => line),
  );
  const spans = [...document.matchAll(/`(kompos [^`\n]+)`/gu)].map(([, span = '']) => span);
  return [...lines, ...spans]
    .map((line) => MEANT.reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), line.trim()))
    .filter((line) => !NO_COMMAND.has(line));
}

const documents = ['README.md', ...filesIn('docs', '.md')];
const commands = [...new Set(documents.flatMap((document) => commandsOf(read(document))))];

/** What begins something is typed where that is not there yet. */
let empty: string;
let started: string;
let directory: string;
let environment: Readonly<Record<string, string>>;

function placeOf(command: string): string {
  if (command.startsWith('kompos init')) return empty;
  return command.startsWith('kompos new') ? started : directory;
}

function run(line: string, cwd: string) {
  return spawnSync('sh', ['-c', line], { cwd, env: environment, encoding: 'utf8', timeout: 60_000 });
}

beforeAll(async () => {
  const programs = temporaryDirectory('programs');
  symlinkSync(join(sources, 'dist/index.js'), join(programs, 'kompos'));
  environment = { PATH: `${programs}:${process.env['PATH'] ?? ''}`, HOME: programs, CHECKPOINT_DISABLE: '1' };
  const folder = temporaryDirectory('init');
  empty = join(folder, 'empty');
  mkdirSync(empty);
  for (const name of ['started', 'project']) {
    expect(run(`kompos init ${name}`, folder)).toMatchObject({ status: 0 });
  }
  started = join(folder, 'started');
  const states = `terraform: {backend: {local: {path: '${folder}/states/{{leaf.path}}.tfstate'}}}\n`;
  const repository = await createRepository({ ...named, 'config/states.yaml': states }, join(folder, 'project'));
  ({ directory } = repository);
  await repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  expect(run('kompos config terraform apply -auto-approve', directory)).toMatchObject({ status: 0 });
  // The shares that the documents join.
  for (const share of Array.from({ length: SHARES }, (_, index) => String(index + 1))) {
    const plan = `kompos plan --shard ${share}/${String(SHARES)} --results results/${share}`;
    expect(run(plan, directory)).toMatchObject({ status: 0 });
  }
  // The loop that keeps what the original renders.
  const [, loop = ''] = /^ *(for leaf in .*?done)$/msu.exec(read('docs/coming-from-kompos.md')) ?? [];
  expect(run(loop, directory)).toMatchObject({ status: 0 });
});

afterAll(removeTemporaryDirectories);

test('commands are found in the documents', () => {
  expect(commands).toEqual(
    expect.arrayContaining(['kompos init infrastructure', 'kompos config terraform plan', 'kompos complete zsh']),
  );
  expect(commands.length).toBeGreaterThan(20);
});

(findTerraform() === undefined ? describe.skip : describe)('each is one that the program takes', () => {
  test.each(commands)('%s', (command) => {
    const { status, stderr } = run(command, placeOf(command));
    expect({ status, stderr }).toMatchObject({ status: ANOTHERS.test(command) ? 2 : 0 });
  });
});

describe('the examples of configuration mean what stands there', () => {
  const [byDefault = '', prod = '', merged = '', tags = ''] = codeBlocks('docs/configuration.md', 'yaml');

  /** What the program prints below `config/env=prod` for two layers. */
  function configurationOf(outer: string, inner: string): unknown {
    const folder = temporaryDirectory('layers');
    writeFiles(folder, {
      '.komposconfig.yaml': '',
      'config/default.yaml': outer,
      'config/env=prod/env.yaml': inner,
      'config/env=prod/composition=vpc/vpc.yaml': '',
    });
    const { status, stdout, stderr } = run('kompos config/env=prod/composition=vpc config', folder);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    return parse(stdout);
  }

  test('layers', () => {
    expect(configurationOf(byDefault, prod)).toEqual(parse(merged));
  });

  test('tags', () => {
    const inherited = 'vpc: {zones: [a, b], tags: {owner: ada}, flow_logs_days: 7, peers: [old, new]}\n';
    expect(configurationOf(inherited, tags)).toEqual({
      vpc: { zones: ['c'], tags: { team: 'network' }, peers: ['new'] },
    });
  });
});
