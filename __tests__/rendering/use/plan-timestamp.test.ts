import { expect, test } from '@jest/globals';
import { planTimestampIn } from '../../../src/rendering/use/plan-timestamp.ts';
import type { Tree } from '../../support/memory-snapshot.ts';
import { rendererOf } from '../../support/renderers.ts';

const COMPOSITION = 'compositions/terraform/aws/app';
const project: Tree = {
  'config/default.yaml': 'cloud: {type: aws}\nversion: v1\n',
  'config/env=dev/composition=terraform/terraform=app/app.yaml': 'app: {}\n',
  [`${COMPOSITION}/main.tf`]: 'module "near" {\n  source = "./near"\n}\nmodule "far" {\n  source = "../../far"\n}\n',
  [`${COMPOSITION}/near/main.tf`]: '',
  'compositions/terraform/far/main.tf': '',
};

const call = 'locals {\n  now = plantimestamp()\n}\n';

test.each<[string, Tree, string | undefined]>([
  ['nowhere', {}, undefined],
  ['in the composition', { [`${COMPOSITION}/now.tf`]: call }, `${COMPOSITION}/now.tf:2`],
  ['in a template', { [`${COMPOSITION}/now.tf.versioned`]: call }, `${COMPOSITION}/now.tf.versioned:2`],
  [
    'in a text',
    { [`${COMPOSITION}/now.tf`]: 'locals {\n  now = "at ${formatdate("YYYY", plantimestamp())}"\n}\n' },
    `${COMPOSITION}/now.tf:2`,
  ],
  [
    'in JSON',
    { [`${COMPOSITION}/now.tf.json`]: '{\n  "locals": {"now": "${plantimestamp()}"}\n}\n' },
    `${COMPOSITION}/now.tf.json:2`,
  ],
  ['in a module below it', { [`${COMPOSITION}/near/now.tf`]: call }, `${COMPOSITION}/near/now.tf:2`],
  [
    'in a template of that module',
    { [`${COMPOSITION}/near/now.tf.versioned`]: call },
    `${COMPOSITION}/near/now.tf.versioned:2`,
  ],
  ['in a module beside it', { 'compositions/terraform/far/now.tf': call }, 'compositions/terraform/far/now.tf:2'],
  ['in an example of a module', { 'compositions/terraform/far/examples/x/main.tf': call }, undefined],
  ['in an example of the composition', { [`${COMPOSITION}/examples/x/main.tf`]: call }, undefined],
  ['in a module that nothing calls', { 'compositions/terraform/other/main.tf': call }, undefined],
  [
    'in comments',
    {
      [`${COMPOSITION}/now.tf`]:
        '# plantimestamp()\nlocals {\n  a = 1 # no plantimestamp()\n  b = 2 // plantimestamp()\n  /* c =\n  plantimestamp() */\n}\n',
    },
    undefined,
  ],
  [
    'in a text that only names it',
    { [`${COMPOSITION}/now.tf`]: 'locals {\n  a = "plantimestamp() and $${plantimestamp()}"\n}\n' },
    undefined,
  ],
])('%s', async (_where, files, expected) => {
  const renderer = await rendererOf({ ...project, ...files });
  const [leaf] = renderer.leaves;
  const result = leaf === undefined ? undefined : await renderer.render(leaf);
  if (result?.ok !== true) throw new Error(JSON.stringify(result));
  const place = await planTimestampIn(result);
  expect(place && `${place.file}:${place.line ?? ''}`).toBe(expected);
});
