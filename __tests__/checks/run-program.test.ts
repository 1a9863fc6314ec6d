/** Real programs, as unfriendly as a pull request may make them. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { runProgram, type ProgramCall, type ProgramEnd } from '../../src/checks/run-program.ts';

afterAll(removeTemporaryDirectories);

const folder = temporaryDirectory('run-program');
const [directory, files, scratch, bin] = ['rendering', 'files', 'scratch', 'bin'].map((name) => join(folder, name));
for (const each of [directory, files, scratch, bin]) mkdirSync(each ?? '');
writeFiles(files ?? '', {
  'policy/crlf.sh': executable('#!/bin/sh\r\nexit 0\r\n'),
  'policy/check.py': executable('#!/usr/bin/env python3\nimport lib\nprint(lib.VALUE)\n'),
  'policy/lib.py': 'VALUE = 42\n',
});
writeFiles(bin ?? '', { 'of-the-checkout': executable('#!/bin/sh\necho replaced\n') });

function run(command: readonly string[], more: Partial<ProgramCall> = {}): Promise<ProgramEnd> {
  const call: ProgramCall = {
    command,
    timeout: 20_000,
    env: [],
    isTrusted: () => true,
    leaf: 'config/a',
    composition: 'a',
    directory: directory ?? '',
    files: files ?? '',
    documents: {},
    ...more,
  };
  const job = { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  return runProgram(call, scratch ?? '', job, createChildProcesses());
}

describe('a program', () => {
  test('leaves nothing running that could still write into the rendering', async () => {
    const end = await run(['sh', '-c', '(sleep 0.3; touch later) & echo started']);
    expect(end).toMatchObject({ code: 0, output: 'started\n' });
    await wait(600);
    expect(existsSync(join(directory ?? '', 'later'))).toBe(false);
  });

  test('that prints without end is stopped', async () => {
    const end = await run(['yes']);
    expect(end).toMatchObject({ code: undefined, why: expect.stringMatching(/printed more than 50 MB/u) });
    expect(end.output.length).toBeLessThanOrEqual(50 * 1024 * 1024);
  });

  test('that writes too much SARIF could not tell', async () => {
    const end = await run(['sh', '-c', 'head -c 60000000 /dev/zero > "$KOMPOS_OUTPUT/x.sarif"']);
    expect(end).toMatchObject({ code: undefined, why: expect.stringMatching(/SARIF files are larger than 50 MB/u) });
  });

  test('of the checkout is not found on PATH, where a pull request could replace it', async () => {
    expect(await run(['of-the-checkout'])).toMatchObject({ code: 0, output: 'replaced\n' });
    const end = await run(['of-the-checkout'], { isTrusted: (each) => each !== bin });
    expect(end).toMatchObject({
      code: undefined,
      why: expect.stringMatching(/is not on PATH.*not in the checkout/u),
    });
  });

  test('whose first line ends in a carriage return is explained', async () => {
    expect((await run(['policy/crlf.sh'])).why).toMatch(/interpreter.*carriage return/u);
    expect((await run(['policy/none.sh'])).why).toMatch(/is not among the files/u);
  });

  test('in Python imports what lies beside it, and leaves nothing there', async () => {
    expect(await run(['policy/check.py'])).toMatchObject({ code: 0, output: '42\n' });
    expect(existsSync(join(files ?? '', 'policy/__pycache__'))).toBe(false);
  });
});
