import { afterAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { symlink, writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { takeLock } from '../../src/runtime/run-lock.ts';

afterAll(removeTemporaryDirectories);

const now = new Date('2026-03-01T10:00:00Z');
const folder = (): string => temporaryDirectory('lock');
const lockOf = (pid: number, host = hostname()): string =>
  JSON.stringify({ pid, host, since: '2026-03-01T09:00:00.000Z', command: 'terraform apply config/env=prod' });

describe('one run at a time', () => {
  test('the lock is there while it is held, and gone afterwards', () => {
    const root = folder();
    const lock = takeLock(root, 'plan', now);
    expect(readdirSync(root)).toEqual(['.lock']);
    lock.release();
    lock.release();
    expect(readdirSync(root)).toEqual([]);
  });

  test('a second run says who holds it and what to do', () => {
    const root = folder();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      writeFileSync(join(root, '.lock'), lockOf(other.pid ?? 0));
      expect(() => takeLock(root, 'plan', now)).toThrow(
        new RegExp(
          `process ${String(other.pid)} on .*since 2026-03-01T09:00:00.000Z: terraform apply config/env=prod.*remove .*\\.lock`,
          'su',
        ),
      );
      expect(readdirSync(root)).toEqual(['.lock']);
    } finally {
      other.kill();
    }
  });

  test('a lock whose process is gone does not block', () => {
    const root = folder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(root, '.lock'), lockOf(pid));
    takeLock(root, 'plan', now).release();
    expect(existsSync(join(root, '.lock'))).toBe(false);
  });

  test('a lock of another host counts: its process cannot be asked', () => {
    const root = folder();
    writeFileSync(join(root, '.lock'), lockOf(1, 'elsewhere'));
    expect(() => takeLock(root, 'plan', now)).toThrow(/process 1 on elsewhere/u);
  });

  test.each([
    ['a symbolic link', symlink('.')],
    ['a symbolic link', symlink('nowhere')],
    ['a file', 'mine\n'],
  ])('%s instead of the folder: nothing is written', (what, entry) => {
    const root = folder();
    writeFiles(root, { '.kompos-runtime': entry });
    expect(() => takeLock(join(root, '.kompos-runtime'), 'plan', now)).toThrow(`is ${what} and has to be a folder`);
    expect(readdirSync(root)).toEqual(['.kompos-runtime']);
  });

  test('a lock that nobody can read is no lock', () => {
    const root = folder();
    writeFileSync(join(root, '.lock'), 'torn');
    takeLock(root, 'plan', now).release();
  });
});
