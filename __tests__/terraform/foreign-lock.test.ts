/** The lock files are those that Terraform 1.11.4 and OpenTofu 1.12.6 have written of `source = "hashicorp/aws"`. */
import { describe, expect, test } from '@jest/globals';
import { foreignLock } from '../../src/terraform/foreign-lock.ts';
import { lockedProviders } from '../../src/terraform/mirror.ts';

const block = (address: string, version: string): string =>
  `provider "${address}" {\n  version = "${version}"\n  hashes = [\n    "h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=",\n  ]\n}\n`;
const TERRAFORM = block('registry.terraform.io/hashicorp/aws', '5.100.0');
const OPENTOFU = block('registry.opentofu.org/hashicorp/aws', '5.100.0');
const warning = (before: string, after: string, program: 'Terraform' | 'OpenTofu'): string | undefined => {
  const found = foreignLock(lockedProviders(before), lockedProviders(after), program);
  return found && `${found.summary}\n${found.detail}`;
};

describe('a lock file of the other program', () => {
  test.each([
    ['its own', OPENTOFU, OPENTOFU, 'OpenTofu'],
    ['none', '', OPENTOFU, 'OpenTofu'],
    // `source = "registry.terraform.io/…"` in the code
    ['a host that the code names', TERRAFORM, TERRAFORM, 'OpenTofu'],
    ['a provider that is not needed any more', TERRAFORM, '', 'OpenTofu'],
    ['a third registry', block('r.example/a/b', '1.0.0'), block('registry.opentofu.org/a/b', '1.0.0'), 'OpenTofu'],
  ] as const)('is not %s', (_, before, after, program) => {
    expect(warning(before, after, program)).toBeUndefined();
  });

  test('is said with what was selected instead', () => {
    expect(warning(TERRAFORM, OPENTOFU, 'OpenTofu')).toBe(
      [
        'The lock file was written by Terraform, so OpenTofu has selected providers itself',
        'registry.terraform.io/hashicorp/aws 5.100.0 → registry.opentofu.org/hashicorp/aws 5.100.0',
        'Commit the .terraform.lock.hcl that "tofu init" writes: other runs may select others.',
      ].join('\n'),
    );
    const other = warning(OPENTOFU, TERRAFORM.replace('5.100.0', '5.101.0'), 'Terraform');
    expect(other).toContain('hashicorp/aws 5.100.0 → registry.terraform.io/hashicorp/aws 5.101.0');
    expect(other).toContain('"terraform init"');
  });
});
