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

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const renderer = await rendererOf({ 'config/composition=vpc/a.yaml': 'v: x\n', ...files });
  const [leaf] = renderer.leaves;
  if (leaf === undefined) throw new Error('There is no leaf.');
  const result = await renderer.render(leaf);
  return (result.ok ? result.warnings : result.problems).map(formatProblem);
}

test('a plain file beside its template is one error, without advice for the plain one', async () => {
  const text = 'module "m" {\n  source = "./{{v}}"\n}\nlocals {\n  x = "{{v}}"\n}\n';
  const folder = 'compositions/terraform/vpc';
  expect(await problemsOf({ [`${folder}/main.tf`]: text, [`${folder}/main.tf.versioned`]: 'locals {}\n' })).toEqual([
    expect.stringContaining('The template renders to a file that is there as well'),
  ]);
});

test('a built-in name outside of the static places is as much of a mistake as a key', async () => {
  const [found = '', ...others] = await problemsOf({
    'compositions/terraform/vpc/main.tf': 'locals {\n  x = "{{leaf.path}}"\n  y = "{{ .Values.z }}"\n}\n',
  });
  expect(found).toContain('main.tf:2:8: "{{leaf.path}}" reaches Terraform as it is');
  expect(found).toContain('Set a key of the configuration to "{{leaf.path}}"');
  expect(others).toEqual([]);
});

test.each([
  ['a heredoc', 'main.tf.versioned', '    key = <<-EOT\n    {{v}}/s\n    EOT\n', 'Write it directly between quotes.'],
  ['an expression', 'main.tf.versioned', '    key = "${"{{v}}"}/s"\n', 'Write it directly between quotes.'],
  ['a plain file', 'b.tf', '    key = "${"{{v}}"}/s"\n', 'between quotes, in a template (b.tf.versioned).'],
])('%s in a terraform block: an error, because all leaves would share the braces', async (_, name, setting, hint) => {
  const text = `terraform {\n  backend "s3" {\n${setting}  }\n}\n`;
  const [found] = await problemsOf({ [`compositions/terraform/vpc/${name}`]: text });
  expect(found).toContain('"{{v}}" is in a heredoc or an expression');
  expect(found).toContain(hint);
  // Of another language, and in a comment.
  const others = `terraform {\n  # {{v}}\n  backend "s3" {\n    key = <<-EOT\n    {{ .Values.x }}\n    EOT\n  }\n}\n`;
  expect((await problemsOf({ [`compositions/terraform/vpc/${name}`]: others })).join()).not.toContain('heredoc or an');
});
