import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startProcess, type RunningProcess } from '../../loopback/child-process.ts';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createChildProcesses, type ChildProcesses } from '../../src/base/child-process.ts';
import { runTerraform } from '../../src/terraform/process.ts';

afterAll(removeTemporaryDirectories);

const repository = fileURLToPath(new URL('../..', import.meta.url));
const source = (file: string): string => JSON.stringify(join(repository, 'src', file));
const environment = { PATH: process.env['PATH'] ?? '' };

interface Script {
  readonly binary: { readonly path: string; readonly processes: ChildProcesses };
  readonly directory: string;
}

function script(text: string): Script {
  const directory = temporaryDirectory('process');
  writeFiles(directory, { terraform: executable(`#!/bin/sh\n${text}`) });
  return { binary: { path: join(directory, 'terraform'), processes: createChildProcesses() }, directory };
}

describe('a Terraform process', () => {
  test('answers its exit code and both streams; its arguments are passed as they are', async () => {
    const { binary, directory } = script('printf "%s|" "$@"; pwd; echo words >&2; exit 2\n');
    const result = await runTerraform({ binary, directory, environment, args: ['plan', '-var=a=$(x) "y"', ''] });
    expect(result).toEqual({
      code: 2,
      stdout: `plan|-var=a=$(x) "y"||${directory}\n`,
      stderr: 'words\n',
      timedOut: false,
    });
  });

  test('that is small collects less garbage, unless the user has said how much', async () => {
    const { binary, directory } = script('printf %s "$GOGC"\n');
    const collects = async (more: object): Promise<string> =>
      (await runTerraform({ binary, directory, environment, args: [], ...more })).stdout;
    expect(await collects({})).toBe('');
    expect(await collects({ isSmall: true })).toBe('400');
    expect(await collects({ isSmall: true, environment: { ...environment, GOGC: '50' } })).toBe('50');
  });

  test('gets exactly the environment that it was given', async () => {
    process.env['TF_VAR_of_ours'] = 'must not be seen';
    const { binary, directory } = script('echo "$TF_VAR_given:$TF_VAR_of_ours"\n');
    const result = await runTerraform({
      binary,
      directory,
      environment: { ...environment, TF_VAR_given: 'x' },
      args: [],
    });
    delete process.env['TF_VAR_of_ours'];
    expect(result.stdout).toBe('x:\n');
  });

  test('cannot ask: its standard input is at its end', async () => {
    const { binary, directory } = script('read answer || echo "no answer"\n');
    expect(await runTerraform({ binary, directory, environment, args: [] })).toMatchObject({ stdout: 'no answer\n' });
  });

  test('goes on to its end when kompos is killed: nothing that it prints can stop it', async () => {
    const { directory } = script('touch begun; sleep 0.4; echo words; echo words >&2; echo done > done\n');
    writeFiles(directory, {
      'kompos.mts': `
        import { createChildProcesses } from ${source('base/child-process.ts')};
        import { runTerraform } from ${source('terraform/process.ts')};
        await runTerraform({
          binary: { path: ${JSON.stringify(join(directory, 'terraform'))}, processes: createChildProcesses() },
          args: [],
          directory: ${JSON.stringify(directory)},
          environment: { PATH: process.env.PATH },
        });
      `,
    });
    const kompos = startProcess(process.execPath, ['--import', 'tsx', join(directory, 'kompos.mts')], {
      cwd: repository,
      env: environment,
    });
    const seen = async (name: string): Promise<void> => {
      for (let attempt = 0; attempt < 500 && !existsSync(join(directory, name)); attempt += 1) await wait(20);
    };
    await seen('begun');
    kompos.signal('SIGKILL');
    expect(await kompos.finished).toMatchObject({ signal: 'SIGKILL' });
    await seen('done');
    expect(existsSync(join(directory, 'done'))).toBe(true);
  });

  test('hands out whole lines, however its writes are cut', async () => {
    const { binary, directory } = script(
      "printf 'the sec'; sleep 0.1; printf 'ret is \\303'; sleep 0.1; printf '\\251\\nlast'\n",
    );
    const lines: string[] = [];
    const result = await runTerraform({
      binary,
      directory,
      environment,
      args: [],
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['the secret is é', 'last']);
    expect(result.stdout).toBe('the secret is é\nlast');
  });

  test.each([
    ['KILL', 137],
    ['INT', 130],
    ['TERM', 143],
  ])('ended by SIG%s: exit code %i', async (signal, code) => {
    const { binary, directory } = script(`kill -${signal} $$; sleep 5\n`);
    expect(await runTerraform({ binary, directory, environment, args: [] })).toMatchObject({ code });
  });

  test('that cannot be started is an error', async () => {
    const { binary, directory } = script('');
    await expect(
      runTerraform({ binary: { ...binary, path: '/nowhere/terraform' }, directory, environment, args: [] }),
    ).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('signals', () => {
  let directory: string;
  let child: RunningProcess | undefined;

  /** Writes down each signal that reaches it, and ends when it is told to. */
  const recorder = `
    trap 'echo SIGINT >> signals' INT
    trap 'echo SIGTERM >> signals' TERM
    touch ready
    while [ ! -e finish ] && [ -e terraform ]; do sleep 0.02; done
    exit 7
  `;

  beforeEach(() => {
    directory = temporaryDirectory('signals');
    writeFiles(directory, { terraform: executable(`#!/bin/sh\n${recorder}`) });
  });

  afterEach(() => {
    // It has a process group of its own: what ends kompos does not end it.
    writeFiles(directory, { finish: '' });
    child?.killTree();
  });

  const CALLS = {
    apart: 'runTerraform({ ...call, binary: { path, processes }, onLine: (line) => console.log(line) })',
    'on our streams': 'processes.runHere({ ...call, program: path }, false)',
  };

  /** What kompos does, without anything around it. */
  async function start(run: keyof typeof CALLS): Promise<RunningProcess> {
    writeFiles(directory, {
      'kompos.mts': `
        import { createChildProcesses } from ${source('base/child-process.ts')};
        import { runTerraform } from ${source('terraform/process.ts')};
        const processes = createChildProcesses();
        const stop = processes.passSignalsOn(() => console.log('interrupted'));
        const path = ${JSON.stringify(join(directory, 'terraform'))};
        const call = {
          args: ['apply'],
          directory: ${JSON.stringify(directory)},
          environment: { PATH: process.env.PATH },
        };
        const result = await ${CALLS[run]};
        stop();
        console.log('code', typeof result === 'number' ? result : result.code);
      `,
    });
    const started = startProcess(process.execPath, ['--import', 'tsx', join(directory, 'kompos.mts')], {
      cwd: repository,
      env: environment,
    });
    child = started;
    for (let attempt = 0; attempt < 500 && !existsSync(join(directory, 'ready')); attempt += 1) await wait(20);
    return started;
  }

  const signals = (): string[] => {
    const file = join(directory, 'signals');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };

  async function firstSignalArrived(): Promise<void> {
    for (let attempt = 0; attempt < 200 && signals().length === 0; attempt += 1) await wait(20);
  }

  test.each([
    ['apart', 'SIGINT', ['SIGINT', 'SIGTERM']],
    ['apart', 'SIGTERM', ['SIGTERM', 'SIGINT']],
    ['on our streams', 'SIGINT', ['SIGINT', 'SIGTERM']],
    ['on our streams', 'SIGTERM', ['SIGINT']],
  ] as const)('run %s: %s reaches Terraform once, as an interrupt; %j after it do not', async (run, first, later) => {
    const started = await start(run);
    started.signal(first);
    await firstSignalArrived();
    for (const signal of later) {
      started.signal(signal);
      await wait(50);
    }
    await wait(100);
    expect(signals()).toEqual(['SIGINT']);
    writeFiles(directory, { finish: '' });
    const result = await started.finished;
    expect(result).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(result.stdout.match(/interrupted/gu)).toHaveLength(1);
    expect(result.stdout).toContain('code 7');
    expect(signals()).toEqual(['SIGINT']);
  });

  test("a terminal's Ctrl-C, which goes to the whole process group, reaches Terraform once", async () => {
    const started = await start('apart');
    process.kill(-(started.pid ?? 0), 'SIGINT');
    await firstSignalArrived();
    await wait(100);
    writeFiles(directory, { finish: '' });
    expect(await started.finished).toMatchObject({ code: 0 });
    expect(signals()).toEqual(['SIGINT']);
  });
});

describe('a log that is asked for', () => {
  const trace = 'echo diagnostics >&2; echo trace >>"${TF_LOG_PATH:-/dev/stderr}"\n';

  test.each(['TF_LOG', 'TF_LOG_CORE', 'TF_LOG_PROVIDER', 'TF_LOG_PROVIDER_AWS'])(
    '%s: comes apart from the diagnostics, and last',
    async (name) => {
      const { binary, directory } = script(trace);
      const lines: string[] = [];
      const onLine = (line: string): void => void lines.push(line);
      for (const more of [{}, { TF_LOG_PATH: '/dev/stderr' }]) {
        const given = { ...environment, [name]: 'trace', ...more };
        const result = await runTerraform({ binary, directory, environment: given, args: [], onLine });
        expect(result.stderr).toBe('diagnostics\n');
        expect(lines.splice(0)).toEqual(['diagnostics', 'trace']);
      }
    },
  );

  test('goes where the user wants it', async () => {
    const { binary, directory } = script(trace);
    const given = { ...environment, TF_LOG: 'trace', TF_LOG_PATH: join(directory, 'mine.log') };
    expect(await runTerraform({ binary, directory, environment: given, args: [] })).toMatchObject({
      stderr: 'diagnostics\n',
    });
    expect(readFileSync(join(directory, 'mine.log'), 'utf8')).toBe('trace\n');
  });
});
