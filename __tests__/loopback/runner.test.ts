import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import {
  mergeGroupEvent,
  otherEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../../loopback/events.ts';
import { filesFrom, writeFiles } from '../../loopback/file-tree.ts';
import { runAction, runCli, startAction } from '../../loopback/runner.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { readCommands, readFileCommands } from '../../loopback/workflow-commands.ts';

afterAll(removeTemporaryDirectories);

const sha = (letter: string) => letter.repeat(40);
const pull = { head: { sha: sha('a') }, base: { sha: sha('b') }, merge: sha('c') };

describe('a step', () => {
  let actionDirectory: string;
  let workspace: string;

  beforeAll(() => {
    actionDirectory = temporaryDirectory('action');
    workspace = mkdtempSync(join(temporaryDirectory('work'), 'repository-'));
    writeFiles(actionDirectory, action);
  });

  test('sees what a runner sets and nothing of ours', async () => {
    process.env['TF_VAR_of_ours'] = 'must not be seen';
    const result = await runAction({
      actionDirectory,
      workspace,
      event: pullRequestEvent({ ...pull, number: 7, head: { sha: sha('a'), ref: 'topic', repository: 'fork/infra' } }),
      inputs: { 'working-directory': 'sub' },
      token: 'job',
      apiUrl: 'http://127.0.0.1:1',
      env: { MODE: 'environment', GITHUB_JOB: undefined },
    });
    expect(result).toMatchObject({ code: 0, signal: null, stderr: '' });
    const seen: unknown = JSON.parse(result.outputs['environment'] ?? '');
    expect(seen).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_SHA: sha('c'),
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'topic',
      GITHUB_API_URL: 'http://127.0.0.1:1',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/graphql',
      GITHUB_WORKSPACE: workspace,
      PWD_OF_STEP: workspace,
      'INPUT_WORKING-DIRECTORY': 'sub',
      INPUT_COMMAND: 'plan',
      INPUT_PARALLELISM: '4',
      'INPUT_FINGERPRINT-KEY': '',
      INPUT_TOKEN: 'job',
      HEAD_REPOSITORY: 'fork/infra',
    });
    expect(seen).not.toHaveProperty('TF_VAR_of_ours');
    expect(seen).not.toHaveProperty('GITHUB_JOB');
    delete process.env['TF_VAR_of_ours'];
  });

  test('tells the runner about outputs, summary, annotations and secrets', async () => {
    const result = await runAction({ actionDirectory, workspace, event: pushEvent({ after: sha('a') }) });
    expect(result.code).toBe(3);
    expect(result.outputs).toEqual({ text: 'one\ntwo', plain: '1' });
    expect(result.summary).toBe('# Plan\n');
    expect(result.masks).toEqual(['hush']);
    expect(result.annotations).toEqual([
      { level: 'error', message: 'broken\nhere', file: 'config/a,b.yaml', line: 3, title: 'Kompos' },
    ]);
    expect(result.log).toContain('the secret is ***');
    expect(result.stdout).toContain('the secret is hush');
  });

  test('is cancelled with SIGINT, then SIGTERM, then the end', async () => {
    const event = pushEvent({ after: sha('a') });
    const polite = startAction({ actionDirectory, workspace, event, env: { MODE: 'polite' } });
    await polite.printed('ready');
    expect(await polite.cancel()).toMatchObject({ code: 130 });

    const stubborn = startAction({ actionDirectory, workspace, event, env: { MODE: 'stubborn' } });
    await stubborn.printed('ready');
    const result = await stubborn.cancel({ interrupt: 100, terminate: 100 });
    expect(result).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(result.stdout).toContain('SIGINT\nSIGTERM');
  });

  test('refuses an input that action.yml does not have', () => {
    const event = pushEvent({ after: sha('a') });
    expect(() => startAction({ actionDirectory, workspace, event, inputs: { comand: 'plan' } })).toThrow('"comand"');
  });

  test('the command line starts without any of it', async () => {
    const result = await runCli(['config/a', 'terraform', 'plan'], { actionDirectory, cwd: workspace });
    expect(result).toMatchObject({ code: 0, stdout: 'command line: config/a terraform plan\n' });
  });
});

describe('events', () => {
  test.each([
    ['a new branch', pushEvent({ after: sha('a'), ref: 'refs/heads/new' }), 'refs/heads/new', sha('a')],
    [
      'a queue',
      mergeGroupEvent({ base: { sha: sha('b') }, head: { sha: sha('a') }, number: 9 }),
      `refs/heads/gh-readonly-queue/main/pr-9-${sha('b')}`,
      sha('a'),
    ],
    ['a schedule', scheduleEvent({ sha: sha('a'), defaultBranch: 'trunk' }), 'refs/heads/trunk', sha('a')],
    ['a manual run', workflowDispatchEvent({ sha: sha('a'), ref: 'refs/heads/topic' }), 'refs/heads/topic', sha('a')],
    ['another event', otherEvent('workflow_run', { sha: sha('a') }), 'refs/heads/main', sha('a')],
    [
      'a merged pull request',
      pullRequestEvent({ ...pull, action: 'closed', merged: true }),
      'refs/heads/main',
      sha('c'),
    ],
    ['pull_request_target', pullRequestEvent({ ...pull, event: 'pull_request_target' }), 'refs/heads/main', sha('b')],
  ])('%s stands on its ref and commit', (_name, event, ref, commit) => {
    expect(event).toMatchObject({ ref, sha: commit, repository: 'acme/infrastructure' });
  });

  test("a fork's, a deleted fork's and Dependabot's pull requests look like theirs", () => {
    const fork = pullRequestEvent({ ...pull, head: { sha: sha('a'), repository: 'mallory/infra' }, actor: 'mallory' });
    expect(fork.payload.pull_request.head).toMatchObject({ repo: { fork: true, full_name: 'mallory/infra' } });
    expect(fork.payload.repository.full_name).toBe('acme/infrastructure');

    const gone = pullRequestEvent({ ...pull, head: { sha: sha('a'), repository: null } });
    expect(gone.payload.pull_request.head.repo).toBeNull();

    const bot = pullRequestEvent({ ...pull, author: 'dependabot[bot]' });
    expect(bot.actor).toBe('dependabot[bot]');
    expect(bot.payload.pull_request.user).toMatchObject({ login: 'dependabot[bot]', type: 'Bot' });
    expect(bot.payload.pull_request.head.repo?.fork).toBe(false);
  });

  test('a push knows new and deleted branches', () => {
    expect(pushEvent({ after: sha('a') }).payload).toMatchObject({ created: true, before: sha('0') });
    expect(pushEvent({ before: sha('a'), after: sha('0') }).payload).toMatchObject({
      deleted: true,
      head_commit: null,
    });
  });
});

describe('commands', () => {
  test('stop while they are told to', () => {
    const { annotations, log } = readCommands('::stop-commands::t0ken\n::error::shown\n::t0ken::\n::warning::meant');
    expect(annotations).toEqual([{ level: 'warning', message: 'meant' }]);
    expect(log).toContain('::error::shown');
  });

  test('a file that the runner could not read is an error', () => {
    expect(readFileCommands('a=1\nb<<END\nx\nEND\n')).toEqual({ a: '1', b: 'x' });
    expect(() => readFileCommands('b<<END\nx\n')).toThrow('Matching delimiter not found "END"');
    expect(() => readFileCommands('nothing')).toThrow('Invalid format');
  });
});

const action = filesFrom(`
  -- action.yml --
  name: Sample
  inputs:
    command: { default: plan }
    working-directory: { default: . }
    parallelism: { default: 4 }
    fingerprint-key: { description: none }
    token: { default: '\${{ github.token }}' }
  runs: { using: node24, main: dist/index.js }

  -- dist/index.js --
  const { appendFileSync, readFileSync } = require('node:fs');
  const { env } = process;
  if (env.GITHUB_ACTIONS === undefined) {
    console.log('command line: ' + process.argv.slice(2).join(' '));
  } else if (env.MODE === 'environment') {
    const { pull_request: pull } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
    const seen = { ...env, PWD_OF_STEP: process.cwd(), HEAD_REPOSITORY: pull.head.repo.full_name };
    appendFileSync(env.GITHUB_OUTPUT, 'environment=' + JSON.stringify(seen) + '\\n');
  } else if (env.MODE === 'polite' || env.MODE === 'stubborn') {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        console.log(signal);
        if (env.MODE === 'polite') process.exit(130);
      });
    }
    setInterval(() => {}, 1000);
    console.log('ready');
  } else {
    appendFileSync(env.GITHUB_OUTPUT, 'text<<end_1\\none\\ntwo\\nend_1\\nplain=1\\n');
    appendFileSync(env.GITHUB_STEP_SUMMARY, '# Plan\\n');
    console.log('::add-mask::hush');
    console.log('the secret is hush');
    console.log('::error file=config/a%2Cb.yaml,line=3,title=Kompos::broken%0Ahere');
    process.exitCode = 3;
  }
`);
