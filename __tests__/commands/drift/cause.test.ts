/** Which leaves share an issue. */
import { expect, test } from '@jest/globals';
import { causeOf, type IssuesPer } from '../../../src/commands/drift/issues/cause.ts';
import { changed, found, open } from './scenarios.ts';

type Outcome = ReturnType<typeof open>;

/** A tag that says the environment, and one that all have. */
function tagged(env: string, more: Partial<Outcome> = {}, size = '2'): Outcome {
  const address = `aws_log.${env}`;
  const values = [
    { path: 'tags.Name', before: undefined, after: `"logs of ${env}"` },
    { path: 'size', before: '1', after: size },
  ];
  return open('pending', [], [{ address, action: 'update' }], {
    planned: [{ address, attributes: [], values }],
    ...more,
  });
}

function cause(
  env: string,
  outcome: Outcome,
  { name = 'app', per = 'cause' }: { name?: string; per?: IssuesPer } = {},
): string {
  return causeOf(found(`config/env=${env}/composition=terraform/terraform=${name}`, outcome), outcome, per);
}

const dev = cause('dev', tagged('dev'));
const ignored = [{ address: 'aws_log.prod', attribute: undefined, reason: 'Known.' }];

test.each<[string, string]>([
  ['the names of its own folder', cause('prod', tagged('prod'))],
  ['what is ignored', cause('prod', tagged('prod', { ignored }))],
  ['the text of the plan', cause('prod', tagged('prod', { text: 'other' }))],
])('a leaf that differs in nothing but %s has the same cause', (_what, other) => {
  expect(other).toBe(dev);
});

test.each<[string, string]>([
  ['another value', cause('prod', tagged('prod', {}, '3'))],
  ['another composition', cause('prod', tagged('prod'), { name: 'dns' })],
  ['another resource', cause('prod', tagged('main'))],
  ["another leaf's name", cause('prod', tagged('dev'))],
  ['another class', cause('prod', tagged('prod', { class: 'drifted' }))],
  ['other drift', cause('prod', tagged('prod', { drifted: [changed('a.b', { path: 'x', before: '1', after: '2' })] }))],
])('a leaf with %s has another cause', (_what, other) => {
  expect(other).not.toBe(dev);
});

test('what is destroyed counts to the letter, and each leaf has its own cause if asked for', () => {
  const destroyed = (env: string): Outcome => open('pending', [], [{ address: `aws_log.${env}`, action: 'delete' }]);
  expect(cause('dev', destroyed('dev'))).not.toBe(cause('prod', destroyed('prod')));
  expect(cause('dev', destroyed('main'))).toBe(cause('prod', destroyed('main')));
  const own = (env: string, size: string): string => cause(env, tagged(env, {}, size), { per: 'leaf' });
  expect(own('dev', '2')).toBe(own('dev', '3'));
  expect(own('dev', '2')).not.toBe(own('prod', '2'));
});
