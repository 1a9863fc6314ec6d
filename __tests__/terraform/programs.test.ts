import { describe, expect, test } from '@jest/globals';
import {
  ableFrom,
  isAbleTo,
  refuseOld,
  untested,
  type Ability,
  type ProgramName,
} from '../../src/terraform/programs.ts';

describe('what a version can do', () => {
  test.each<[Ability, ProgramName, string, boolean]>([
    ['constVariables', 'Terraform', '1.14.9', false],
    ['constVariables', 'Terraform', '1.15.0', true],
    ['constVariables', 'Terraform', '2.0.0', true],
    ['constVariables', 'OpenTofu', '1.11.0', false],
    ['constVariables', 'OpenTofu', '1.12.6', true],
    ['staticReferences', 'Terraform', '1.17.0', false],
    ['staticReferences', 'OpenTofu', '1.8.0', true],
    ['minimalRefresh', 'Terraform', '1.16.0', false],
    ['minimalRefresh', 'Terraform', '1.17.0-alpha20260812', true],
    ['minimalRefresh', 'OpenTofu', '1.12.6', false],
  ])('%s: %s %s: %p', (ability, program, version, expected) => {
    expect(isAbleTo(ability, { program, version })).toBe(expected);
  });

  test('says from when on', () => {
    expect(ableFrom('minimalRefresh')).toBe('Terraform 1.17');
  });
});

describe('which versions are supported', () => {
  test.each<[ProgramName, string]>([
    ['Terraform', '1.4.7'],
    ['Terraform', '0.15.5'],
    ['OpenTofu', '1.7.0'],
  ])('%s %s is refused by name', (program, version) => {
    expect(() => {
      refuseOld({ program, version });
    }).toThrow(`${program} ${version} is not supported`);
  });

  test.each<[ProgramName, string]>([
    ['Terraform', '1.5.0'],
    ['Terraform', '1.5.0-beta1'],
    ['Terraform', '1.18.0'],
    ['OpenTofu', '1.8.0'],
  ])('%s %s is not', (program, version) => {
    refuseOld({ program, version });
  });

  test.each<[ProgramName, string, boolean]>([
    ['Terraform', '1.5.7', true],
    ['Terraform', '1.11.4', false],
    ['Terraform', '1.18.0', true],
    ['OpenTofu', '1.8.0', true],
    ['OpenTofu', '1.12.6', false],
  ])('%s %s is untested: %p', (program, version, expected) => {
    expect(untested({ program, version }) !== undefined).toBe(expected);
  });
});
