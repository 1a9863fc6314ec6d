import { expect, test } from '@jest/globals';
import { createActionLog } from '../../src/action/log.ts';
import { holdLogs } from '../../src/execution/held-logs.ts';
import { createMasker } from '../../src/masking/masking.ts';

test('what a later leaf calls secret is masked in the output of an earlier one, and the order stays', () => {
  const written: string[] = [];
  const masker = createMasker([]);
  const logs = holdLogs(createActionLog((line) => written.push(line), masker));
  logs.hold('first', ['shows hunter22']);
  logs.hold('second', ['hides it']);
  expect(written).toEqual([]);
  masker.add(['hunter22']);
  logs.release();
  logs.release();
  expect(written).toEqual([
    ...['::group::first', 'shows ***', '::endgroup::'],
    ...['::group::second', 'hides it', '::endgroup::'],
  ]);
});

test('more than fits into memory is left out, and the log says so', () => {
  const written: string[] = [];
  const logs = holdLogs(createActionLog((line) => written.push(line), createMasker([])));
  const long = 'x'.repeat(60_000_000);
  logs.hold('first', [long]);
  logs.hold('second', [long]);
  logs.hold('third', ['short']);
  logs.release();
  expect(written.filter((line) => !line.startsWith('::')).map((line) => line.slice(0, 30))).toEqual([
    long.slice(0, 30),
    'The output of all leaves toget',
    'short',
  ]);
});
