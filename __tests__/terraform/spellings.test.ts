/** However the real Terraform spells a secret, nothing of it is left. What is looked for is a plain word inside of it. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform } from '../../loopback/terraform.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { createMasker } from '../../src/masking/masking.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import { planDirectory, type PlanResult } from '../../src/terraform/plan.ts';

const terraform = findTerraform();

afterAll(removeTemporaryDirectories);

/** Both halves of a secret have the word, and a number of their own, so that no secret hides another. */
const WORD = 'qzjx';
let made = 0;
function secretWith(middle: string): string {
  made += 1;
  return `${WORD}${made}left${middle}right${made}${WORD}`;
}

const SECRETS = [
  ['letters', 'Plain'],
  ['blanks', ' two  three '],
  ['quotes and backslashes', ' "a" \'b\' \\ \\\\ \\n \\u0041 /'],
  ['signs of templates', '${a} %{b} $${c} %%{d} $ % {'],
  ['signs of HTML', '<a>&amp;&'],
  ['signs of URLs', '%41%zz+?#@:'],
  ['signs of patterns', '.*+?^$()[]{}|'],
  ['a composed accent', 'é'],
  ['a decomposed accent', 'e\u0301'],
  ['decomposed Hangul', '\u1112\u1161\u11ab'],
  ['a no-break space', 'a\u00a0b'],
  ['zero-width signs', 'a\u200bb\u200dc\ufeffd\u00ade'],
  ['a vertical tab and a form feed', 'a\vb\fc'],
  ['a bell, a backspace and ESC', 'a\u0007b\bc\u001b[31m'],
  ['DEL and C1', 'a\u007fb\u0085c\u009bd'],
  ['separators of lines', 'a\u2028b\u2029c'],
  ['a tab and CR', 'a\tb\rc'],
  ['letters beyond 16 bits', '🔑\u{e0001}𝔘\u{1f1e9}'],
  ['of the private use, and none at all', '\ue000\uffff\u{10ffff}\u0378'],
  ['the rule of messages', 'a │ b'],
  ['directions', 'a\u202eb\u2066c'],
  ['several lines', `\n${WORD}Second line\n  ${WORD}third\n\n`],
  ['lines of Windows', `\r\n${WORD}Second\r\n`],
  ['text in JSON', `\\u00e9\\"`],
].map(([name = '', middle = '']): [string, string] => [name, secretWith(middle)]);

/** JSON documents, which a plan takes apart and prints anew. */
const DOCUMENTS: [string, string][] = [
  ['a JSON object', JSON.stringify({ password: secretWith('"in" é'), list: [[secretWith('deep')]] })],
  ['a JSON object over lines', JSON.stringify({ a: { b: secretWith('<&>') } }, undefined, 2)],
  ['JSON in JSON', JSON.stringify({ inner: JSON.stringify({ a: secretWith('\n\u2028') }) })],
];

const ALL = [...SECRETS, ...DOCUMENTS];

const MAIN = `
variable "config" {
  sensitive = true
}
locals {
  all = { for index, secret in nonsensitive(var.config.secrets) : format("n%03d", index) => secret }
}
resource "terraform_data" "as_value" {
  for_each = local.all
  input = {
    whole  = each.value
    inside = "before \${each.value} after"
    close  = "xx\${each.value}xx"
    list   = [each.value, [each.value]]
    keys   = { (each.value) = 1, "x\${each.value}" = { (each.value) = each.value } }
    json   = jsonencode({ (each.value) = [each.value] })
    twice  = jsonencode({ a = jsonencode({ a = each.value }) })
    text   = "no JSON: \${jsonencode(jsonencode(each.value))}"
    yaml   = yamlencode({ (each.value) = [each.value] })
    lines  = "first\\n  \${each.value}\\n\${indent(4, each.value)}\\nlast"
    url    = urlencode(each.value)
    typed  = tomap({ (each.value) = each.value })
  }
}
resource "terraform_data" "as_key" {
  for_each = toset(values(local.all))
  input    = each.key
  triggers_replace = { (each.key) = upper(each.key) == "" }
}
output "all" {
  value = values(local.all)
}
`;

/** A failure whose message has every secret in it, broken at blanks as Terraform does, with its values and source. */
const FAILING = `
variable "config" {
  sensitive = true
}
locals {
  all = nonsensitive(var.config.secrets)
}
resource "terraform_data" "checked" {
  count = length(local.all)
  lifecycle {
    precondition {
      condition     = local.all[count.index] == "" && { (local.all[count.index]) = 1 } == {}
      error_message = "A message that is long enough to be broken: \${local.all[count.index]} is not what was expected here, and \${jsonencode(local.all[count.index])} neither."
    }
  }
}
`;

async function plan(main: string, secrets: readonly string[]): Promise<{ result: PlanResult; lines: string[] }> {
  const directory = temporaryDirectory('spellings');
  writeFiles(directory, {
    'main.tf': main,
    'variables.tfvars.json': JSON.stringify({ config: { secrets } }),
    'terraform.rc': '',
  });
  const lines: string[] = [];
  const result = await planDirectory(directory, {
    binary: {
      path: terraform ?? 'terraform',
      program: 'Terraform',
      version: '1.11.4',
      processes: createChildProcesses(),
    },
    environment: {
      PATH: process.env['PATH'] ?? '',
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: join(directory, 'terraform.rc'),
    },
    lockTimeout: '0s',
    mirror: join(directory, 'no-mirror'),
    platform: terraformPlatform(process.platform, process.arch),
    onLine: (line) => lines.push(line),
  });
  return { result, lines };
}

/** What is left of the word, with what stands around it; letters may be capitals. */
function leftIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`.{0,60}${WORD}.{0,60}`, 'giu'))].map(([found]) => found);
}

(terraform === undefined ? describe.skip : describe)('real Terraform', () => {
  test('a plan with every spelling, on every road', async () => {
    const secrets = ALL.map(([, secret]) => secret);
    const { result, lines } = await plan(MAIN, secrets);
    expect(result).toMatchObject({ ok: true });
    const shown = result.ok ? [result.text, lines.join('\n'), JSON.stringify(result.summary)] : [];
    // The test has the attack in it: all of them are there before.
    expect(leftIn(shown.join('\n')).length).toBeGreaterThan(ALL.length * 20);
    for (const source of [result.sensitive, secrets]) {
      const masker = createMasker([]);
      masker.add(source);
      expect(shown.flatMap((text) => leftIn(masker.mask(text)))).toEqual([]);
    }
  });

  test('a plan that fails with them in its messages', async () => {
    const secrets = ALL.map(([, secret]) => secret);
    const { result } = await plan(FAILING, secrets);
    const output = result.ok ? '' : result.output;
    expect(leftIn(output).length).toBeGreaterThan(ALL.length);
    const masker = createMasker([]);
    masker.add(secrets);
    expect(leftIn(masker.mask(output))).toEqual([]);
  });
});
