import { afterAll, afterEach, expect, test } from '@jest/globals';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { startStory, type Story } from '../support/story.ts';

const stories: Story[] = [];
afterEach(async () => {
  await Promise.all(stories.splice(0).map((each) => each.close()));
});
afterAll(removeTemporaryDirectories);

const leaf = (env: string, name: string): string => `config/env=${env}/composition=terraform/terraform=${name}`;
const composition =
  'variable "config" {\n  type = any\n}\nresource "terraform_data" "it" {\n  input = var.config.tag\n}\n';
const files: Readonly<Record<string, string>> = {
  '.komposconfig.yaml': 'compositions: {order: {terraform: [net, app]}}\n',
  'config/default.yaml':
    'tag: a\nterraform:\n  backend:\n    http:\n      address: "{{env(STATE_URL)}}/{{env}}-{{name}}"\n',
  'config/env=dev/env.yaml': 'env: dev\n',
  'config/env=prod/env.yaml': 'env: prod\n',
  [`${leaf('dev', 'net')}/net.yaml`]: 'name: net\n',
  [`${leaf('dev', 'app')}/app.yaml`]: 'name: app\n',
  [`${leaf('prod', 'app')}/app.yaml`]: 'name: app\n',
  'compositions/terraform/net/main.tf': composition,
  'compositions/terraform/app/main.tf': composition,
};

test('a leaf that does not render stops those after it in its place; others go on', async () => {
  const story = await startStory(files);
  stories.push(story);
  const { openPullRequest, plan, merge, apply, states } = story;
  const pullRequest = await openPullRequest(1, {
    'config/default.yaml': (files['config/default.yaml'] ?? '').replace('tag: a', 'tag: b'),
    [`${leaf('dev', 'net')}/net.yaml`]: 'name: net\nbroken: "{{nowhere}}"\n',
  });
  await plan(pullRequest);
  const result = await apply(await merge(pullRequest));
  expect(result.code).toBe(1);
  expect(states.paths()).toEqual(['/prod-app']);
  expect(result.log).toMatch(
    /not tried +config\/env=dev\/\S+=app +It comes after config\/env=dev\/\S+=net, which was not/u,
  );
});
