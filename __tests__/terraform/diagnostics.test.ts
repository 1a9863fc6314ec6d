import { expect, test } from '@jest/globals';
import { errorsIn } from '../../src/terraform/diagnostics.ts';

test.each([
  [
    'one error with its place',
    'Error: Failed to download module\n\n  on main.tf line 5:\n   5: module "vpc" {\n\nCould not.',
    [{ summary: 'Failed to download module', detail: 'Could not.', file: 'main.tf', line: 5 }],
  ],
  [
    'a place inside of a block, and a path',
    'Error: Bad\n\n  on ../modules/a b/main.tf line 12, in resource "x" "y":\n  12: z',
    [{ summary: 'Bad', detail: '', file: '../modules/a b/main.tf', line: 12 }],
  ],
  [
    'the frame of a terminal',
    '╷\n│ Error: Bad\n│ \n│   on main.tf line 3:\n│    3: x\n│     ├────\n│     │ var.x is 1\n│ \n│ It is\n│ bad.\n│ \n│ Very.\n╵',
    [{ summary: 'Bad', detail: 'It is\nbad.\nVery.', file: 'main.tf', line: 3 }],
  ],
  [
    'several, one without a place; warnings are none',
    'Warning: Old\n\n  on a.tf line 1:\n\nError: One\n\nwords\n\nError: Two\n\n  on b.tf line 2:\n  on c.tf line 3:\n',
    [
      { summary: 'One', detail: 'words' },
      { summary: 'Two', detail: '', file: 'b.tf', line: 2 },
    ],
  ],
  ['nothing that looks like an error', 'No Error: here\n  on main.tf line 3:', []],
])('%s', (_rule, output, errors) => {
  expect(errorsIn(output)).toEqual(errors);
});
