/**
 * Programs for the recipes of checks. Checkov and the Rego interpreter are real ones; conftest, tflint, trivy and
 * Infracost are not in any package registry, so these are programs of our own with their interfaces and exit codes.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { executable, type Files } from '../../loopback/file-tree.ts';

const packages = fileURLToPath(new URL('../../node_modules/.cache/kompos-checkers/packages', import.meta.url));

export const haveCheckPrograms = existsSync(packages);

/** `conftest test --policy FOLDER FILE`: FAIL lines and exit code 1 for what `main.deny` says. */
const CONFTEST = `#!/usr/bin/env python3
import json, pathlib, sys
sys.path.insert(0, ${JSON.stringify(packages)})
from regopy import Interpreter
args = [each for each in sys.argv[2:] if each != '--no-color']
assert sys.argv[1] == 'test' and args[0] == '--policy', sys.argv
rego = Interpreter()
for policy in sorted(pathlib.Path(args[1]).rglob('*.rego')):
    rego.add_module(policy.name, policy.read_text())
rego.set_input(json.loads(pathlib.Path(args[2]).read_text()))
answer = json.loads(str(rego.query('x = data.main.deny')))
denied = answer['bindings']['x'] if 'bindings' in answer else []
for each in denied:
    print(f'FAIL - {args[2]} - main - {each}')
print(f'{len(denied) + 1} tests, 1 passed, 0 warnings, {len(denied)} failures, 0 exceptions')
sys.exit(1 if denied else 0)
`;

const sarif = (tool: string, rule: string, file: string, line: number): string =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool, rules: [{ id: rule, shortDescription: { text: rule } }] } },
        results: [
          {
            ruleId: rule,
            level: 'warning',
            message: { text: `${rule} of ${tool}` },
            locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line } } }],
          },
        ],
      },
    ],
  });

/** `tflint --config=FILE --format=sarif`: exit code 2 for findings, 1 for errors. */
const TFLINT = `#!/bin/sh
case "$1" in --config=*) config="\${1#--config=}" ;; *) exit 1 ;; esac
[ -f "$config" ] && [ "$2" = --format=sarif ] || exit 1
grep -q naming "$config" || { echo '{"runs": []}'; exit 0; }
echo '${sarif('tflint', 'terraform_naming_convention', 'main.tf', 5)}'
exit 2
`;

/** `trivy config --config FILE --ignorefile FILE --exit-code N --format sarif FOLDER` */
const TRIVY = `#!/bin/sh
[ "$1" = config ] && [ "$2" = --config ] && [ -f "$3" ] && [ "$4" = --ignorefile ] && [ "$6" = --exit-code ] || { echo "$*" >&2; exit 2; }
echo '${sarif('trivy', 'AVD-AWS-0089', 'main.tf', 5)}'
exit "$7"
`;

/** `infracost breakdown --path PLAN --format json --out-file FILE` */
const INFRACOST = `#!/bin/sh
[ "$1 $2 $4 $6" = "breakdown --path --format --out-file" ] && [ -s "$3" ] || { echo "$*" >&2; exit 1; }
echo '{"totalMonthlyCost": "12.50"}' > "$7"
`;

/** Checkov, which finds its packages beside it, and asks no server. */
const CHECKOV = `#!/bin/sh
PYTHONPATH=${packages} exec python3 -m checkov.main "$@" --skip-download
`;

/** To be put into a folder on PATH. */
export const checkPrograms: Files = {
  conftest: executable(CONFTEST),
  tflint: executable(TFLINT),
  trivy: executable(TRIVY),
  infracost: executable(INFRACOST),
  checkov: executable(CHECKOV),
};
