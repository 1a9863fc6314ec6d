import { describe, expect, test } from '@jest/globals';
import { planDiff } from '../../src/markdown/plan-diff.ts';

describe('symbols move to column 0 and the text keeps its column', () => {
  test.each([
    ['create', '  + resource "a" "b" {', '+   resource "a" "b" {'],
    ['destroy', '  - resource "a" "b" {', '-   resource "a" "b" {'],
    ['update', '      ~ tags = {', '!       tags = {'],
    ['forget', '  . resource "a" "b" {', '!   resource "a" "b" {'],
    ['replace is red', '-/+ resource "a" "b" {', '-/+ resource "a" "b" {'],
    ['replace, create first, is red too', '+/- resource "a" "b" {', '- +/- resource "a" "b" {'],
    ['OpenTofu’s replacement that forgets', '  ./+ resource "a" "b" {', '! ./+   resource "a" "b" {'],
    ['Terraform’s replacement that forgets', ' +/. resource "a" "b" {', '! +/.  resource "a" "b" {'],
    ['read stays', ' <= data "a" "b" {', ' <= data "a" "b" {'],
    ['comments stay', '  # a.b will be created', '  # a.b will be created'],
    ['unchanged attributes stay', '        name = "- x"', '        name = "- x"'],
    ['negative numbers stay', '      + n = -1', '+       n = -1'],
    ['elements of lists', '          - "a",', '-           "a",'],
    ['an empty element', '      +', '+'],
  ])('%s', (_rule, line, diff) => {
    expect(planDiff(`x {\n${line}\n}`)).toBe(`x {\n${diff.trimEnd()}${diff === '+' ? '      ' : ''}\n}`);
  });
});

describe('heredocs', () => {
  // Written by Terraform 1.11.4.
  test('text stays as it is, Terraform’s own symbols move', () => {
    const plan = `-/+ resource "terraform_data" "a" {
      ~ input            = <<-EOT # forces replacement
          - one
          + two
            + plus
            - minus
            ~ tilde
            EOT
        EOT
      ~ output           = <<-EOT
            - minus
        EOT -> (known after apply)
      ~ triggers_replace = "one" -> "two"
    }`;
    expect(planDiff(plan)).toBe(`-/+ resource "terraform_data" "a" {
!       input            = <<-EOT # forces replacement
-           one
+           two
            + plus
            - minus
            ~ tilde
            EOT
        EOT
!       output           = <<-EOT
            - minus
        EOT -> (known after apply)
!       triggers_replace = "one" -> "two"
    }`);
  });

  test('in lists and outputs', () => {
    const plan = `          + k = [
              + <<-EOT
                    + x
                EOT,
            ]
Changes to Outputs:
  ~ o = <<-EOT
        - y
      + two
    EOT
  - p = 1`;
    expect(planDiff(plan)).toBe(`+           k = [
+               <<-EOT
                    + x
                EOT,
            ]
Changes to Outputs:
!   o = <<-EOT
        - y
+       two
    EOT
-   p = 1`);
  });

  test('a text that reaches column 0 after all is not coloured', () => {
    expect(planDiff('  + a = <<-EOT\n+ x\n    EOT')).toBe('+   a = <<-EOT\n + x\n    EOT');
  });

  test('a string that only ends like one opens none', () => {
    expect(planDiff('  + a = "x <<-EOT"\n  + b = 1')).toBe('+   a = "x <<-EOT"\n+   b = 1');
  });
});

test('the legend and the line of counts are left out, notes stay', () => {
  const plan = `
Note: Objects have changed outside of Terraform

Terraform used the selected providers to generate the following execution
plan. Resource actions are indicated with the following symbols:
  + create

Terraform will perform the following actions:

  # a.b will be created
  + resource "a" "b" {
    }

Plan: 1 to add, 0 to change, 0 to destroy.

Changes to Outputs:
  + o = 1
`;
  expect(planDiff(plan)).toBe(`Note: Objects have changed outside of Terraform

  # a.b will be created
+   resource "a" "b" {
    }

Changes to Outputs:
+   o = 1`);
});

describe('what is left out', () => {
  // Written by OpenTofu 1.12.6.
  test('OpenTofu’s legend and counts', () => {
    const plan = `
OpenTofu used the selected providers to generate the following execution
plan. Resource actions are indicated with the following symbols:
  ~ update in-place (current -> planned)
./+ forget and then create replacement
  . forget

OpenTofu will perform the following actions:

  # terraform_data.a must be replaced - older instance will not be destroyed (lifecycle.destroy = false)
  ./+ resource "terraform_data" "a" {
      ~ id               = "2effe4db" -> (known after apply)
      ~ triggers_replace = "1" -> "2"
    }

  # terraform_data.c will be removed from the OpenTofu state but will not be destroyed
  . resource "terraform_data" "c" {
    id     = "b33de102"
    input  = {
        x = <<-EOT
            - text
        EOT
    }
}

Plan: 1 to add, 1 to change, 0 to destroy, 2 to forget.
`;
    expect(planDiff(plan))
      .toBe(`  # terraform_data.a must be replaced - older instance will not be destroyed (lifecycle.destroy = false)
! ./+   resource "terraform_data" "a" {
!       id               = "2effe4db" -> (known after apply)
!       triggers_replace = "1" -> "2"
    }

  # terraform_data.c will be removed from the OpenTofu state but will not be destroyed
!   resource "terraform_data" "c" {
    id     = "b33de102"
    input  = {
        x = <<-EOT
            - text
        EOT
    }
}`);
  });

  // Written by Terraform 1.16.0-rc2, whose legend has no line for this replacement, and by OpenTofu 1.12.6.
  test('an empty legend, and a count of actions', () => {
    const plan = `
Terraform used the selected providers to generate the following execution
plan. Resource actions are indicated with the following symbols:

Terraform will perform the following actions:

 # terraform_data.a must be replaced, but the existing object will not be destroyed
 # (destroy = false is set in the configuration)
 +/. resource "terraform_data" "a" {
      ~ id = "81c7c667" -> (known after apply)
    }

    # Actions to be invoked after this change in order:
    # action.simple_send.bye
    action "simple_send" "bye" {
        config {
            to = "x"
        }
    }


Plan: 1 to add, 0 to change, 0 to destroy. Actions: 1 to invoke.
`;
    expect(planDiff(plan)).toBe(` # terraform_data.a must be replaced, but the existing object will not be destroyed
 # (destroy = false is set in the configuration)
! +/.  resource "terraform_data" "a" {
!       id = "81c7c667" -> (known after apply)
    }

    # Actions to be invoked after this change in order:
    # action.simple_send.bye
    action "simple_send" "bye" {
        config {
            to = "x"
        }
    }`);
  });

  test('OpenTofu’s note on outputs', () => {
    const plan = `
Changes to Outputs:
  ~ o = "a" -> "b"

You can apply this plan to save these new output values to the OpenTofu
state, without changing any real infrastructure.
`;
    expect(planDiff(plan)).toBe(`Changes to Outputs:\n!   o = "a" -> "b"`);
  });
});
