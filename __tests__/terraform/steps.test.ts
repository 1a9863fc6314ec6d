/** What Terraform is doing, in words without a value. Lines: as the programs print them. */
import { expect, test } from '@jest/globals';
import { appliedStepIn, stepIn } from '../../src/terraform/steps.ts';

test.each([
  ['aws_s3_bucket.logs: Refreshing state... [id=secret]', 'aws_s3_bucket.logs: Refreshing state'],
  [
    'module.a["x: y"].module.b[0].data.http.c["k"]: Still reading... [10s elapsed]',
    'module.a["x: y"].module.b[0].data.http.c["k"]: Still reading',
  ],
  ['data.aws_iam_role.this: Read complete after 1s [id=secret]', 'data.aws_iam_role.this: Read complete'],
  ['Initializing provider plugins...', 'Initializing provider plugins'],
  ['- Installing hashicorp/aws v5.100.0...', 'Installing hashicorp/aws'],
  ['secret line: Refreshing state...', undefined],
  ['      + password = "x: Reading..."', undefined],
  ['Downloading git::https://user:secret@example.com/a for vpc...', undefined],
])('%s', (line, step) => {
  expect(stepIn(line)).toBe(step);
});

test('of an apply: what begins, goes on, ends and fails, without ids', () => {
  const said = (type: string, more: object = {}): unknown =>
    appliedStepIn(
      JSON.stringify({
        '@message': 'x: secret',
        type,
        hook: { resource: { addr: 'a.b' }, action: 'create', id_key: 'id', id_value: 'secret', ...more },
      }),
    );
  expect(said('apply_start')).toEqual({ words: 'create a.b', isEnd: false });
  expect(said('apply_progress', { elapsed_seconds: 10 })).toEqual({ words: 'create a.b: 10 s', isEnd: false });
  expect(said('apply_complete', { elapsed_seconds: 2.6 })).toEqual({
    words: 'create a.b: done after 3 s',
    isEnd: true,
  });
  expect(said('apply_errored', { elapsed_seconds: 0 })).toEqual({ words: 'create a.b: failed after 0 s', isEnd: true });
  expect(said('diagnostic')).toBeUndefined();
  expect(appliedStepIn('no JSON')).toBeUndefined();
});
