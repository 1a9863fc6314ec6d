/** What a wave hands over to the next one: nothing of a report gets lost on the way. */
import { expect, test } from '@jest/globals';
import { renderApplyComment } from '../../../src/commands/apply/comment.ts';
import { isWaveResults, joinWaves, waveResults, type WaveResults } from '../../../src/commands/apply/wave-results.ts';
import type { ApplyReport } from '../../../src/commands/apply/report.ts';
import { applied, applyLeaf, applyReport, resource } from './build.ts';
import { APPLY_SCENARIOS } from './scenarios.ts';

function handedOver(report: ApplyReport): WaveResults {
  const read: unknown = JSON.parse(JSON.stringify(waveResults(report)));
  if (!isWaveResults(read)) throw new Error('refused');
  return read;
}

/** Without pending leaves, whose waves speak for themselves. */
const finished = Object.entries(APPLY_SCENARIOS).filter(
  ([, { leaves }]) => !leaves.some(({ outcome }) => outcome.status === 'pending'),
);

test.each(finished)('%s reads the same behind a wave without leaves', (_, scenario) => {
  const nothing = applyReport([], { terraformVersion: undefined, cancelled: scenario.cancelled, run: scenario.run });
  const own = { ...nothing, title: scenario.title, comparing: scenario.comparing };
  expect(renderApplyComment(joinWaves([handedOver(scenario)], own), scenario.head)).toEqual(
    renderApplyComment(scenario, scenario.head),
  );
});

test('anything else is refused', () => {
  for (const [, scenario] of finished) {
    const results = waveResults(scenario);
    for (const key of ['leaves', 'problems', 'cancelled', 'attempt']) {
      expect(isWaveResults({ ...results, [key]: 'x' })).toBe(false);
    }
    expect(isWaveResults({ ...results, leaves: [{ ...results.leaves[0], outcome: { status: 'fine' } }] })).toBe(false);
  }
});

test('of an earlier attempt, a wave keeps what its own results do not say', () => {
  const vpc = applyLeaf('vpc', applied([resource('a.b')]));
  const eks = applyLeaf('eks', applied([resource('a.b')]));
  const before = [
    { attempt: 1, leaf: vpc.leaf, status: 'applied', words: '' },
    { attempt: 1, leaf: eks.leaf, status: 'failed', words: '' },
  ] as const;
  const first = handedOver(applyReport([vpc], { run: { id: 5, attempt: 1 } }));
  const joined = joinWaves([first], applyReport([eks], { run: { id: 5, attempt: 2 }, earlier: before }));
  expect(joined.leaves.map(({ leaf, attempt }) => [leaf, attempt])).toEqual([
    [vpc.leaf, 1],
    [eks.leaf, undefined],
  ]);
  expect(joined.earlier).toEqual([before[1]]);
});
