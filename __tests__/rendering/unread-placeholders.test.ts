/** A placeholder in a part of a template that cannot be read is one error, not a warning with other advice as well. */
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../src/base/problems.ts';
import { rendererOf } from '../support/renderers.ts';

test.each([
  ['two values in a backend', 'terraform {\n  backend "s3" {\n    key = "{{v}}/s" @@\n  }\n}\n'],
  ['an unclosed quote above', 'locals { a = "a\nmodule "m" {\n  source = "./{{v}}"\n}\n'],
])('%s', async (_, text) => {
  const renderer = await rendererOf({
    'config/composition=vpc/a.yaml': 'v: x\n',
    'compositions/terraform/vpc/main.tf.versioned': `${text}output "x" {\n  value = 1\n}\n`,
  });
  const [leaf] = renderer.leaves;
  if (leaf === undefined) throw new Error('There is no leaf.');
  const result = await renderer.render(leaf);
  const problems = result.ok ? [] : result.problems.map(formatProblem);
  expect(problems).toEqual([expect.stringContaining('The template is not valid HCL here')]);
});
