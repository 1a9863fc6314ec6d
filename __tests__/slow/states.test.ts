/**
 * Backends that are written in many ways, and the programs themselves: two that share a state are never taken for two
 * states, and two states never for one.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { outsideSettings } from '../../src/terraform/outside-settings.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { createCaches, openRenderer } from '../../src/rendering/renderer.ts';
import { mayBeSame, type State } from '../../src/rendering/state.ts';
import { startProcess, type RunningProcess } from '../../loopback/child-process.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform, runTerraform, terraformVersion } from '../../loopback/terraform.ts';
import { memorySnapshot, type Tree } from '../support/memory-snapshot.ts';
import { findOpenTofu } from '../support/opentofu.ts';

type Environment = Readonly<Record<string, string>>;

/** Files of a root module, and what its environment is. */
interface Spelling {
  readonly files: Tree;
  readonly env?: Environment;
}

const APP = 'compositions/terraform/app';

async function stateOf({ files, env = {} }: Spelling, leaf: string): Promise<State> {
  const own = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${APP}/${name}`, text]));
  const project = await openProject(memorySnapshot({ ...own, [`${leaf}/x.yaml`]: 'x: 1\n' }), '');
  const outside = outsideSettings(env).ofRenderings;
  const renderer = openRenderer(project, leavesOf(project), openEnvironment({}), createCaches(), undefined, outside);
  const result = await renderer.render(describeLeaf(leaf));
  if (!result.ok || result.rendering.state === undefined) throw new Error(JSON.stringify(result));
  return result.rendering.state;
}

/** The lineage of the state that a program has for it, which is made where there is none. */
async function lineageOf(program: string, { files, env = {} }: Spelling): Promise<string> {
  const folder = temporaryDirectory('state');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runTerraform(folder, args, env, program);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}\n${JSON.stringify(files)}`);
    return stdout;
  };
  await run('init', '-no-color');
  if (!/"made":/u.test(await run('state', 'pull'))) await run('apply', '-auto-approve', '-no-color');
  const lineage = /"lineage":\s*"([^"]+)"/u.exec(await run('state', 'pull'))?.[1];
  if (lineage === undefined) throw new Error('no state');
  return lineage;
}

async function compareAll(program: string, spellings: readonly Spelling[]): Promise<void> {
  const states = await Promise.all(spellings.map((each, index) => stateOf(each, `config/n=${index}/composition=app`)));
  const lineages: string[] = [];
  for (const each of spellings) lineages.push(await lineageOf(program, each));
  const wrong: string[] = [];
  for (const [one, a] of states.entries()) {
    for (const [other, b] of states.entries()) {
      if (other <= one) continue;
      const isOne = lineages[one] === lineages[other];
      const both = `${one} and ${other}`;
      if (!isOne && a.identity !== undefined && a.identity === b.identity) wrong.push(`taken for one: ${both}`);
      if (isOne && !mayBeSame(a, b)) wrong.push(`taken for two: ${both}`);
    }
  }
  expect(wrong).toEqual([]);
  // Some are one, and some are not.
  expect(new Set(lineages).size).toBeLessThan(lineages.length);
  expect(new Set(lineages).size).toBeGreaterThan(1);
}

const MADE = 'output "made" {\n  value = 1\n}\n';

/** @param settings lines of the block */
function backend(type: string, settings: string, more = ''): Spelling {
  return { files: { 'main.tf': `terraform {\n  backend "${type}" {\n${settings}\n  }\n}\n${more}${MADE}` } };
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** The folder with PostgreSQL's programs; undefined where it is not installed. */
function postgresPrograms(): string | undefined {
  const installed = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort().reverse() : [];
  const folders = installed.map((version) => `/usr/lib/postgresql/${version}/bin`);
  return [...folders, ...(process.env['PATH'] ?? '').split(delimiter)].find((folder) =>
    existsSync(join(folder, 'initdb')),
  );
}

const postgres = postgresPrograms();
if (postgres === undefined) console.warn('PostgreSQL is not here: the test with it is skipped.');
const moto = spawnSync('python3', ['-c', 'import moto.server, flask']).status === 0;
if (!moto) console.warn('moto[server] is not here: the test with its S3 is skipped.');

let http: StateServer;
const running: RunningProcess[] = [];

beforeAll(async () => {
  http = await startStateServer();
});

afterAll(async () => {
  await http.close();
  for (const each of running) each.killTree();
  await Promise.all(running.map(({ finished }) => finished));
  removeTemporaryDirectories();
});

/** PostgreSQL refuses to run as root. */
async function startPostgres(programs: string): Promise<number> {
  const folder = temporaryDirectory('postgres');
  const port = await freePort();
  const uid = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, uid, uid);
  const data = join(folder, 'data');
  const start: readonly string[] = isRoot ? ['setpriv', `--reuid=${uid}`, '--clear-groups'] : [];
  const [program, ...args] = [...start, join(programs, 'initdb'), '-D', data, '-U', 'a', '-A', 'trust', '-E', 'UTF8'];
  const made = spawnSync(program, args, { encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  const [server, ...options] = [...start, join(programs, 'postgres'), '-D', data, '-p', String(port), '-k', folder];
  const process_ = startProcess(server, options, { cwd: folder, env: { PATH: process.env['PATH'] ?? '' } });
  running.push(process_);
  await process_.printed('ready to accept connections');
  for (const sql of ['CREATE ROLE b SUPERUSER LOGIN', 'CREATE DATABASE "S"', 'CREATE DATABASE s']) {
    spawnSync(join(programs, 'psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'a', 'postgres', '-c', sql]);
  }
  return port;
}

async function startS3(): Promise<string> {
  const port = await freePort();
  const process_ = startProcess('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: temporaryDirectory('s3'),
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
  });
  running.push(process_);
  await process_.printed(/Running on/u);
  const url = `http://127.0.0.1:${port}`;
  for (const bucket of ['one', 'two']) await fetch(`${url}/${bucket}`, { method: 'PUT' });
  return url;
}

const newest = terraformVersion('1.15.5');
const tofu = findOpenTofu();
if (tofu === undefined) console.warn('OpenTofu is not here: its tests are skipped.');

describe.each<[string, string | undefined]>([
  ['Terraform', newest === undefined ? findTerraform() : join(newest, 'terraform')],
  ['OpenTofu', tofu],
])('%s', (_, found) => {
  const program = found ?? '';
  const runs = found === undefined ? test.skip : test;

  runs(
    'local',
    async () => {
      const folder = temporaryDirectory('local');
      mkdirSync(join(folder, 'sub'));
      const path = (text: string): Spelling => backend('local', `    path = ${text}`);
      await compareAll(program, [
        path(`"${folder}/s"`),
        path(`("${folder}/s")`),
        path(`"${folder.replace('/', '\\u002f')}/s"`),
        path(`"${folder}//s"`),
        path(`"${folder}/./s"`),
        path(`"${folder}/sub/../s"`),
        path(`"${folder}/$\{"s"}"`),
        path(`"${folder}/t"`),
        path(`"${folder}/$\${s}"`),
        path(`<<E\n${folder}/s\nE\n`),
        {
          files: {
            'main.tf.json': `{"terraform":{"backend":{"local":{"path":"${folder}\\u002fs"}}},"output":{"made":{"value":1}}}`,
          },
        },
        path('"s"'),
        path('null'),
        path('7'),
        backend('local', ''),
        backend('local', `    path = "${folder}/s"\n    workspace_dir = "${folder}/w"`),
      ]);
    },
    300_000,
  );

  runs(
    'http',
    async () => {
      const at = (address: string): Spelling => backend('http', `    address = "${address}"`);
      const name = `${http.url}/${Math.random()}`;
      await compareAll(program, [
        at(`${name}/s`),
        at(`${name}/s#x`),
        at(`${name.replace('http://', 'http://a:b@')}/s`),
        at(`${name.replace('127.0.0.1', 'localhost')}/s`),
        at(`${name.replace('http', 'HTTP')}/s`),
        at(`${name}/t`),
        at(`${name}/s/`),
        at(`${name}/%73`),
        at(`${name}/x/../s`),
        at(`${name}/a b`),
        at(`${name}/a%20b`),
      ]);
    },
    300_000,
  );

  (postgres === undefined ? test.skip : runs)(
    'pg',
    async () => {
      const port = await startPostgres(postgres ?? '');
      const at = (connection: string, more = ''): Spelling => backend('pg', `    conn_str = "${connection}"\n${more}`);
      const url = (text: string): string => text.replace('HOST', `127.0.0.1:${port}`);
      const long = 'x'.repeat(63);
      await compareAll(program, [
        at(url('postgres://a@HOST/s?sslmode=disable')),
        at(url('postgresql://b:x@HOST/s?sslmode=disable&application_name=x')),
        at(`host=localhost port=${port} user='a' dbname = s sslmode=disable`),
        at(url('postgres://a@HOST/s?sslmode=disable'), '    schema_name = "terraform_remote_state"'),
        at(url('postgres://a@HOST/S?sslmode=disable')),
        at(url('postgres://a@HOST/s?sslmode=disable'), '    schema_name = "t"'),
        at(url('postgres://a@HOST/s?sslmode=disable'), '    schema_name = "T"'),
        at(url('postgres://a@HOST/s?sslmode=disable'), `    schema_name = "${long}a"`),
        at(url('postgres://a@HOST/s?sslmode=disable'), `    schema_name = "${long}b"`),
        ...(program === tofu ? [at(url('postgres://a@HOST/s?sslmode=disable'), '    table_name = "other"')] : []),
      ]);
    },
    300_000,
  );

  (moto ? runs : test.skip)(
    's3, in the default workspace and in another one',
    async () => {
      const url = await startS3();
      const access = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_EC2_METADATA_DISABLED: 'true' };
      const skip = ['credentials_validation', 'requesting_account_id', 'metadata_api_check', 'region_validation'];
      const always = [...skip.map((each) => `    skip_${each} = true`), '    use_path_style = true'].join('\n');
      const at = (key: string, more = '', server = url): Spelling => {
        const endpoint = more.includes('endpoint') ? '' : `    endpoints = { s3 = "${server}" }\n`;
        const region = more.includes('region') ? '' : '    region = "eu-central-1"\n';
        const bucket = more.includes('bucket') ? '' : '    bucket = "one"\n';
        return { ...backend('s3', `${bucket}${region}${endpoint}${always}\n    key = ${key}\n${more}`), env: access };
      };
      const spellings = [
        at('"k"'),
        at('("k")'),
        at('"\\u006b"'),
        at('"k"', '    workspace_key_prefix = "env:"'),
        at('"k"', '    workspace_key_prefix = "other"'),
        at('"k"', '    workspace_key_prefix = "x/../env:"'),
        at('"k"', '    region = "us-east-1"'),
        at('"k"', `    endpoint = "${url}/"`),
        at('"k"', '', url.replace('127.0.0.1', 'localhost')),
        at('"k"', '    bucket = "two"'),
        at('"a/b"'),
        // Terraform refuses it.
        ...(program === tofu ? [at('"a//b"')] : []),
        at('"a/./b"'),
        at('"K"'),
      ];
      await compareAll(program, spellings);
      await compareAll(
        program,
        spellings.slice(2, 7).map((each) => ({ ...each, env: { ...access, TF_WORKSPACE: 'w' } })),
      );
    },
    300_000,
  );
});

(tofu === undefined ? test.skip : test)('backends with variables', async () => {
  const folder = temporaryDirectory('variables');
  const at = (type: string, value: string, more: Tree = {}, env: Environment = {}): Spelling => {
    const code = `variable "n" {\n  type = ${type}\n  default = ${value}\n}\n`;
    const { files } = backend('local', `    path = "${folder}/$\{var.n}"`, code);
    return { files: { ...files, ...more }, env };
  };
  await compareAll(tofu ?? '', [
    at('number', '7'),
    at('number', '"007"'),
    at('number', '"7.50"'),
    at('number', '7.5'),
    at('string', '"007"'),
    at('any', '"007"'),
    at('bool', '"true"'),
    at('bool', '"1"'),
    at('string', 'true'),
    at('number', '8', {}, { TF_VAR_n: '7' }),
    at('number', '8', { 'terraform.tfvars': 'n = "07"\n' }, { TF_VAR_n: '9' }),
    at('number', '8', { 'a.auto.tfvars.json': '{"n": 7}' }, { TF_CLI_ARGS: '-var n=9' }),
    at('number', '8', {}, { TF_CLI_ARGS: '-var=n=7' }),
    at('number', '9'),
  ]);
});
