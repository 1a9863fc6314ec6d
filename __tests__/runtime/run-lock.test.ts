import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { symlink, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { isLocked, takeLocks, tryLocks, waitForLocks } from '../../src/runtime/run-lock.ts';

afterAll(removeTemporaryDirectories);

const now = new Date('2026-03-01T10:00:00Z');
const request = { command: 'plan', now };
const [A, B, C] = [
  'config/env=a/composition=app',
  'config/env=b/composition=app',
  'config/env=c/composition=app',
] as const;
const lockOf = (pid: number, host = hostname()): string =>
  JSON.stringify({ pid, host, since: '2026-03-01T09:00:00.000Z', command: 'terraform apply config/env=prod' });

/** A runtime folder, with locks that are there. */
function folder(locks: Readonly<Record<string, string>> = {}): string {
  const root = temporaryDirectory('lock');
  const files: Files = Object.fromEntries(Object.entries(locks).map(([leaf, text]) => [`locks/${leaf}.lock`, text]));
  writeFiles(root, files);
  return root;
}

function locksIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.lock/u.test(path));
}

describe('one run at a time for each leaf', () => {
  test('the locks are there while they are held, and gone afterwards', () => {
    const root = folder();
    const lock = takeLocks(root, [B, A, B], request);
    expect([...locksIn(root)].sort()).toEqual([`locks/${A}.lock`, `locks/${B}.lock`]);
    expect([A, B, C].map((leaf) => isLocked(root, leaf))).toEqual([true, true, false]);
    lock.release();
    lock.release();
    expect(locksIn(root)).toEqual([]);
  });

  describe('while another process works on a leaf', () => {
    let other: ChildProcess;

    beforeEach(() => {
      other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    });

    afterEach(() => {
      other.kill();
    });

    test('a second run says who it is, and takes none of its own', () => {
      const root = folder({ [B]: lockOf(other.pid ?? 0) });
      expect(() => takeLocks(root, [A, B, C], request)).toThrow(
        new RegExp(
          `process ${String(other.pid)} on .*since 2026-03-01T09:00:00.000Z: terraform apply config/env=prod\\) is working on ${B}\\..*--wait.*remove .*b/composition=app\\.lock`,
          'su',
        ),
      );
      expect(locksIn(root)).toEqual([`locks/${B}.lock`]);
      expect(tryLocks(root, [B], request)).toBeUndefined();
    });

    test('other leaves are free', () => {
      const root = folder({ [B]: lockOf(other.pid ?? 0) });
      takeLocks(root, [A, C], request).release();
    });

    test('a run that waits gets it when the other one is done', async () => {
      const root = folder({ [B]: lockOf(other.pid ?? 0) });
      const said: string[] = [];
      const waiting = waitForLocks(root, [A, B], request, (who) => said.push(who));
      setTimeout(() => {
        rmSync(join(root, `locks/${B}.lock`));
      }, 100);
      const lock = await waiting;
      expect(said).toEqual([expect.stringContaining(`is working on ${B}.`)]);
      expect(locksIn(root)).toHaveLength(2);
      lock.release();
    });
  });

  test('a lock whose process is gone does not block', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const root = folder({ [A]: lockOf(pid) });
    expect(isLocked(root, A)).toBe(false);
    takeLocks(root, [A], request).release();
    expect(locksIn(root)).toEqual([]);
  });

  test('a lock of another host counts: its process cannot be asked', () => {
    expect(() => takeLocks(folder({ [A]: lockOf(1, 'elsewhere') }), [A], request)).toThrow(/process 1 on elsewhere/u);
  });

  test.each([
    ['a symbolic link', symlink('.')],
    ['a symbolic link', symlink('nowhere')],
    ['a file', 'mine\n'],
  ])('%s instead of the folder: nothing is written', (what, entry) => {
    const root = folder();
    writeFiles(root, { '.kompos-runtime': entry });
    expect(() => takeLocks(join(root, '.kompos-runtime'), [A], request)).toThrow(`is ${what} and has to be a folder`);
    expect(readdirSync(root)).toEqual(['.kompos-runtime']);
  });

  test('a lock that nobody can read is no lock', () => {
    takeLocks(folder({ [A]: 'torn' }), [A], request).release();
  });
});
