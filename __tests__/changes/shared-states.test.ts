import { expect, test } from '@jest/globals';
import { formatProblem } from '../../src/base/problems.ts';
import { sharedStateProblems } from '../../src/changes/states.ts';
import { describeLeaf } from '../../src/project/leaves.ts';

const leaf = (name: string) => ({ leaf: describeLeaf(`config/env=dev/composition=${name}`) });
const paths = (...names: readonly string[]): readonly string[] => names.map((name) => leaf(name).leaf.path);
const said = (...given: Parameters<typeof sharedStateProblems>): readonly string[] =>
  sharedStateProblems(...given).map((each) => `${each.severity}: ${formatProblem(each).split('\n')[0] ?? ''}`);

test('one error for each state, at a leaf that is to run', () => {
  expect(said([paths('a', 'b', 'c'), paths('d', 'e'), paths('f', 'g')], [leaf('b'), leaf('d')])).toEqual([
    `error: ${paths('b').join()}: 3 leaves have the same state: ${paths('a', 'b').join(', ')} and ${paths('c').join()}.`,
    `error: ${paths('d').join()}: Two leaves have the same state: ${paths('d').join()} and ${paths('e').join()}.`,
  ]);
});

test('where the environment decides, it is a warning that names what does', () => {
  const [problem] = sharedStateProblems([paths('a', 'b')], [leaf('a')], ['TF_HTTP_ADDRESS', 'TF_WORKSPACE']);
  expect(problem).toMatchObject({
    severity: 'warning',
    message: `Two leaves have the same backend settings: ${paths('a').join()} and ${paths('b').join()}.`,
    hint: expect.stringContaining('depends on TF_HTTP_ADDRESS, TF_WORKSPACE.'),
  });
});
