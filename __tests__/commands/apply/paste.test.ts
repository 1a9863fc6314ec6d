/** What a report says to paste must do what it says: it is read back as the action reads a run by hand. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInputs } from '../../../src/action/inputs.ts';

import { fence } from '../../../src/markdown/escaping.ts';
import { leafSelection } from '../../../src/project/selection.ts';
import type { ApplyLeafReport, ApplyReport } from '../../../src/commands/apply/report.ts';
import { inputsFor, sharedInputs } from '../../../src/commands/apply/wording.ts';
import { applied, applyLeaf, applyReport, openPlan, resource } from './build.ts';

const fingerprints = Array.from({ length: 400 }, (_, index) => index.toString(16).padStart(32, '0'));

function refused(leaf: string, fingerprint: string | undefined): ApplyLeafReport {
  const plan = openPlan([resource('a.b')], { fingerprint });
  return applyLeaf('x', { status: 'refused', why: '', differences: [], plan }, { leaf });
}

function orphaned(leaf: string): ApplyLeafReport {
  return applyLeaf('x', { status: 'orphaned', why: '', resources: ['a.b'] }, { leaf });
}

/** The inputs of each run that the report has ready, and the leaves of the report that it would look at. */
function runsOf(report: ApplyReport) {
  const paths = report.leaves.map(({ leaf }) => leaf);
  return sharedInputs(report).map(({ inputs }) => {
    const given = new Map(inputs.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    const { leaves, accept, removedAt } = readInputs((name) => given.get(name) ?? '', [...given.keys()], {
      cores: 1,
      workspace: '/',
    });
    return { leaves: paths.filter(leafSelection(paths, leaves)), accept, removedAt };
  });
}

test('one run for all plans that can be accepted, and for no other leaf', () => {
  const report = applyReport([
    refused('config/env=a b/composition=x', fingerprints[1]),
    applyLeaf('x', applied([]), { leaf: 'config/env=a' }),
    refused('config/env=a/composition=x', fingerprints[2]),
    refused('config/env=b/composition=x', undefined),
    applyLeaf('x', { status: 'not-tried', why: '' }, { leaf: 'config/env=b/composition=y' }),
  ]);
  expect(runsOf(report)).toEqual([
    {
      leaves: ['config/env=a b/composition=x', 'config/env=a/composition=x'],
      accept: [fingerprints[1], fingerprints[2]],
      removedAt: undefined,
    },
  ]);
});

test('another run for what removed leaves have left', () => {
  const report = applyReport([
    orphaned('config/composition=a'),
    refused('config/composition=b', fingerprints[1]),
    orphaned('config/composition=c'),
    refused('config/composition=d', fingerprints[2]),
  ]);
  expect(runsOf(report)).toEqual([
    { leaves: ['config/composition=a', 'config/composition=c'], accept: [], removedAt: report.head },
    { leaves: ['config/composition=b', 'config/composition=d'], accept: [fingerprints[1], fingerprints[2]] },
  ]);
});

test('none for a single leaf, whose own inputs stand beside its plan, and none in a merge queue', () => {
  expect(runsOf(applyReport([refused('config/composition=a', fingerprints[1])]))).toEqual([]);
  const both = ['a', 'b'].map((name) => refused(`config/composition=${name}`, fingerprints[1]));
  expect(runsOf(applyReport(both, { comparing: true }))).toEqual([]);
});

test('several runs where one would be too long for a comment', () => {
  const report = applyReport(fingerprints.map((each) => refused(`config/n=${each}/composition=x`, each)));
  const runs = runsOf(report);
  expect(runs.length).toBeLessThan(8);
  expect(runs.flatMap(({ accept }) => accept)).toEqual(fingerprints);
  for (const { inputs } of sharedInputs(report)) expect(inputs.join('\n').length).toBeLessThanOrEqual(8_000);
});

test('whatever a leaf is called, its input stands in the report as it is, and selects it', () => {
  const odd = '\u202e \u200d \u3164 \n \u{e0001} ` ! # * ? ( [ { } \\ , é | " $ ^ @( +('.split(' ');
  const part = fc.oneof(fc.constantFrom(...odd, ' ', '`'.repeat(41)), fc.string({ maxLength: 3 }));
  const names = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      names.filter((name) => !name.includes('/')),
      (name) => {
        const leaf = `config/n=${name}`;
        const report = applyReport([refused(leaf, fingerprints[1])]);
        const [input = ''] = report.leaves.flatMap((each) => inputsFor(each, report));
        expect(fence(input, 'text').split('\n')).toContain(input);
        const { leaves } = readInputs((of) => (of === 'leaves' ? input.slice('leaves: '.length) : ''), ['leaves'], {
          cores: 1,
          workspace: '/',
        });
        // A folder that is spelled like a glob also selects what it matches.
        expect(leafSelection([leaf], leaves)(leaf)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever the leaves are called, a run for several looks at exactly those that it accepts', () => {
  const name = fc.oneof(
    fc.constantFrom('a', 'b', 'a..b', '1..3', 'a,b', '{a', 'a}', '!a', '*', 'a b', '[ab]'),
    fc.string(),
  );
  const names = fc.uniqueArray(
    name.filter((each) => !/[/\n\r]/u.test(each)),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(names, (some) => {
      const leaves = some.map((each, index) => refused(`config/n=${each}/composition=x`, fingerprints[index]));
      for (const run of runsOf(applyReport(leaves))) {
        const accepted = leaves.filter((_, index) => run.accept.includes(fingerprints[index] ?? ''));
        expect(run.leaves).toEqual(accepted.map(({ leaf }) => leaf));
      }
    }),
    { numRuns: 500 },
  );
});
