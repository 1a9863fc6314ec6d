import { describe, expect, test } from '@jest/globals';
import { waitsFor, type Addition } from '../../src/execution/waiting.ts';
import type { Edge } from '../../src/graph/graph.ts';
import { errorsIn } from '../../src/terraform/diagnostics.ts';

const edge = (reads: string, outputs: Edge['outputs'], more: Partial<Edge> = {}): Edge => ({
  reader: 'eks',
  reads,
  outputs,
  declared: false,
  addresses: [`data.terraform_remote_state.${reads}`],
  places: [{ file: 'compositions/eks/main.tf', line: 1 }],
  ...more,
});
const EDGES = [edge('vpc', ['id', 'subnet_ids']), edge('dns', 'all'), edge('old', ['id'])];
const ADDITIONS: ReadonlyMap<string, Addition> = new Map([
  ['vpc', { isNew: true, outputs: new Set(['id', 'subnet_ids']) }],
  ['dns', { isNew: false, outputs: new Set(['zone']) }],
]);

/** As Terraform 1.6 to 1.16 and OpenTofu 1.12 print them. */
const missingState = (address: string): string =>
  `Error: Unable to find remote state\n\n  with ${address},\n  on main.tf line 4, in data "terraform_remote_state" "x":\n   4: data "terraform_remote_state" "x" {\n\nNo stored state was found for the given workspace in the given backend.\n`;
const missingAttribute = (value: string, name: string, file = 'main.tf'): string =>
  `Error: Unsupported attribute\n\n  on ${file} line 15, in resource "terraform_data" "x":\n  15:   input = ${value}.${name}\n    ├────────────────\n    │ ${value} is object with 2 attributes\n\nThis object does not have an attribute named "${name}".\n`;
const missingKey = (code: string, values: readonly string[]): string =>
  `Error: Invalid index\n\n  on main.tf line 18, in resource "terraform_data" "y":\n  18:   input = ${code}\n    ├────────────────\n${values.map((value) => `    │ ${value}\n`).join('')}\nThe given key does not identify an element in this collection\nvalue.\n`;

const VPC = 'data.terraform_remote_state.vpc';
const DNS = 'data.terraform_remote_state.dns';
const isObject = (source: string): string => `${source}.outputs is object with 2 attributes`;

const waits = (...printed: readonly string[]): readonly string[] | undefined =>
  waitsFor(errorsIn(printed.join('\n')), EDGES, ADDITIONS);

describe('a leaf waits', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['for a state that is created', [missingState(VPC)], ['vpc']],
    ['whatever the instance of the data source', [missingState(`${VPC}["a.b[0]"]`)], ['vpc']],
    ['for an output that is added', [missingAttribute(`${DNS}.outputs`, 'zone')], ['dns']],
    ['of an instance', [missingAttribute(`${DNS}["x"].outputs`, 'zone')], ['dns']],
    ['of a state that is there already', [missingAttribute(`${VPC}.outputs`, 'id')], ['vpc']],
    ['read by its name in quotes', [missingKey(`${DNS}.outputs["zone"]`, [isObject(DNS)])], ['dns']],
    [
      'read by a key that Terraform names',
      [missingKey(`${DNS}.outputs[each.key]`, ['each.key is "zone"', isObject(DNS)])],
      ['dns'],
    ],
    [
      'for a state that OpenTofu announces',
      [`Error: ${VPC}["x"]: Unable to read remote state\n`, missingState(`${VPC}["x"]`)],
      ['vpc'],
    ],
    ['for each of several', [missingState(VPC), missingAttribute(`${DNS}.outputs`, 'zone')], ['dns', 'vpc']],
  ])('%s', (_, printed, expected) => {
    expect(waits(...printed)).toEqual(expected);
  });

  test('for a state that a local module reads', () => {
    const edges = [edge('vpc', ['id'], { addresses: ['module.net.data.terraform_remote_state.vpc'] })];
    const of = (address: string): readonly string[] | undefined =>
      waitsFor(errorsIn(missingState(address)), edges, ADDITIONS);
    expect(of('module.net["a"].data.terraform_remote_state.vpc[0]')).toEqual(['vpc']);
    expect(of('data.terraform_remote_state.vpc')).toBeUndefined();
  });

  test('a data source of the same name in another module explains nothing', () => {
    const edges = [edge('vpc', ['id'], { addresses: ['module.net.data.terraform_remote_state.vpc'] })];
    const of = (file: string): readonly string[] | undefined =>
      waitsFor(errorsIn(missingAttribute(`${VPC}.outputs`, 'id')), edges, ADDITIONS, {
        fileOf: () => file,
        localAt: () => undefined,
      });
    expect(of('compositions/eks/other.tf')).toEqual(['vpc']);
    expect(of('modules/other/main.tf')).toBeUndefined();
  });
});

test('a local value may be another name for the outputs', () => {
  const of = (error: string, local: string | undefined): readonly string[] | undefined =>
    waitsFor(errorsIn(error), EDGES, ADDITIONS, {
      fileOf: () => 'compositions/eks/main.tf',
      localAt: (file, name) => (file === 'compositions/eks/main.tf' && name === 'net' ? local : undefined),
    });
  expect(of(missingAttribute('local.net', 'zone'), `${DNS}.outputs`)).toEqual(['dns']);
  expect(of(missingKey('local.net["zone"]', ['local.net is object with 2 attributes']), `${DNS}.outputs`)).toEqual([
    'dns',
  ]);
  expect(of(missingAttribute('local.net', 'zone'), `${DNS}.outputs.zone`)).toBeUndefined();
  expect(of(missingAttribute('local.net', 'zone'), undefined)).toBeUndefined();
  expect(of(missingAttribute('local.net.x', 'zone'), `${DNS}.outputs`)).toBeUndefined();
});

describe('a leaf has failed', () => {
  test.each<[string, readonly string[]]>([
    ['without an error that is known', []],
    ['for a state that was there before', [missingState('data.terraform_remote_state.old')]],
    ['for a state of which only an output is added', [missingState(DNS)]],
    ['for a state that no edge explains', [missingState('data.terraform_remote_state.elsewhere')]],
    ['for an output that nobody adds', [missingAttribute(`${DNS}.outputs`, 'zones')]],
    ['for an output that the new leaf does not declare', [missingAttribute(`${VPC}.outputs`, 'name')]],
    ['for an attribute of an output', [missingAttribute(`${DNS}.outputs.zone`, 'zone')]],
    [
      'for an index into an output',
      [missingKey(`${DNS}.outputs.list[3]`, [`${DNS}.outputs.list is tuple with 1 element`])],
    ],
    ['for an attribute of anything else', [missingAttribute('local.o', 'zone')]],
    ['for a key that is not known', [missingKey(`${DNS}.outputs[local.a]`, [isObject(DNS)])]],
    [
      'for a key that is one of several',
      [missingKey(`${DNS}.outputs[local.m[each.key]]`, ['local.m is "a"', 'each.key is "zone"', isObject(DNS)])],
    ],
    ['for what OpenTofu announces alone', [`Error: ${VPC}: Unable to read remote state\n`]],
    ['for what it announces of another one', [missingState(VPC), `Error: ${DNS}: Unable to read remote state\n`]],
    ['for anything besides', [missingState(VPC), 'Error: Invalid value for variable\n\n  on main.tf line 1:\n']],
    [
      'for a 403',
      [missingState(VPC).replace('Unable to find remote state', 'error loading the remote state: Forbidden')],
    ],
  ])('%s', (_, printed) => {
    expect(waits(...printed)).toBeUndefined();
  });
});
