import { expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { openProgress } from '../../src/base/progress.ts';

function progress(every?: number) {
  const lines: string[] = [];
  const note = (line: string): void => void lines.push(line);
  const log = { info: note, warning: note, group: () => undefined };
  return { lines, ...openProgress(log, every) };
}

test('work says when it begins, how it ended, and after how long', async () => {
  const { lines, run, close } = progress();
  await expect(
    run(
      'a',
      () => Promise.resolve(3),
      (result) => `${result} to change`,
    ),
  ).resolves.toBe(3);
  close();
  expect(lines).toEqual(['a: started', 'a: 3 to change, 0 s']);
});

test('what is still running is named from time to time, and no longer once it has failed', async () => {
  const { lines, run, close } = progress(20);
  let fail: (error: Error) => void = () => undefined;
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const works = names.map((name) =>
    run(
      name,
      () => new Promise<void>((_, reject) => (fail = reject)),
      () => 'done',
    ),
  );
  works.slice(0, -1).forEach((work) => void work.catch(() => undefined));
  await wait(50);
  expect(lines).toContain('Still running: a (0 s), b (0 s), c (0 s), d (0 s), e (0 s), and 2 more');
  fail(new Error('no'));
  await expect(works.at(-1)).rejects.toThrow('no');
  const count = lines.length;
  await wait(50);
  close();
  expect(lines.slice(count)).toContain('Still running: a (0 s), b (0 s), c (0 s), d (0 s), e (0 s), and 1 more');
});

test('the last step of what is running is named, and shown where lines can change', async () => {
  const lines: string[] = [];
  const shown: (readonly string[])[] = [];
  const note = (line: string): void => void lines.push(line);
  const live = (now: readonly string[]): void => void shown.push(now);
  const { run, close } = openProgress({ info: note, warning: note, group: () => undefined, live }, 20);
  await run(
    'a',
    async (step) => {
      step('first');
      step('second');
      await wait(1_300);
    },
    () => 'done',
  );
  close();
  expect(lines).toContain('Still running: a (0 s, second)');
  expect(shown).toContainEqual([expect.stringMatching(/^ +1 s {2}a {2}second$/u)]);
  expect(shown.at(-1)).toEqual([]);
});
