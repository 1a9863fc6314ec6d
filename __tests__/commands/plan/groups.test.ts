/** Leaves are one row only if they change alike but for their own names. */
import { describe, expect, test } from '@jest/globals';
import { renderComment } from '../../../src/commands/plan/comment/comment.ts';
import type { LeafReport } from '../../../src/commands/plan/report.ts';
import type { PlannedResource } from '../../../src/terraform/plan-summary.ts';
import { at, leaf, leafPath, planned, planText, report } from './build.ts';

/** One leaf for each environment, with a key of its own file. */
function monitoring(env: string, more: Partial<LeafReport> = {}, address = `aws_log.${env}`): LeafReport {
  const resources: readonly PlannedResource[] = [{ address, action: 'update' }];
  return leaf('monitoring', {
    leaf: leafPath('monitoring', `config/env=${env}`),
    reasons: [
      {
        kind: 'configuration',
        key: 'monitoring.retention',
        before: '7',
        after: '14',
        origin: at(`config/env=${env}/a.yaml`, 3),
      },
    ],
    outcome: planned(planText(resources), resources),
    ...more,
  });
}

function rows(leaves: readonly LeafReport[]): readonly string[] {
  return (
    renderComment(report(leaves))
      .join('')
      .match(/^\| (?!Plan|---).*$/gmu) ?? []
  );
}

describe('leaves that change alike', () => {
  test('are one row, with their names, and say how that was decided', () => {
    const comment = renderComment(report(['dev', 'stage', 'prod'].map((env) => monitoring(env)))).join('');
    expect(comment).toContain('| 🟡 1 to change each | **`monitoring`** · 3 leaves | `retention` `7` → `14` |');
    expect(comment).toContain('\nIn `dev`, `stage`, `prod`\n');
    expect(comment).toContain('\nThe same in 2 more, apart from the names of their folders.\n');
    expect(comment.match(/```diff/gu)).toHaveLength(1);
  });

  test('have a plan of their own where Terraform says something else', () => {
    const other = monitoring('prod');
    const { outcome } = other;
    if (outcome.status !== 'planned') throw new Error();
    const differing = { ...other, outcome: { ...outcome, text: `${outcome.text}\n# id-2` } };
    const comment = renderComment(report([monitoring('dev'), monitoring('stage'), differing])).join('');
    expect(comment).toContain(
      "The same in 1 more, apart from the names of their folders. For 1 more, Terraform's output differs:",
    );
    expect(comment).toContain(`<details>\n<summary><code>prod</code></summary>\n\n\`${other.leaf}\`:\n`);
  });

  const dev = monitoring('dev');
  test.each<[string, LeafReport]>([
    [
      'another value',
      monitoring('prod', {
        reasons: [{ kind: 'configuration', key: 'monitoring.retention', before: '7', after: '15' }],
      }),
    ],
    ['another resource', monitoring('prod', {}, 'aws_log.main')],
    ['another outcome', monitoring('prod', { outcome: { status: 'not-run', why: 'No.' } })],
    ['another kind', monitoring('prod', { kind: 'added' })],
    ['the name of another leaf', monitoring('prod', {}, 'aws_log.dev')],
    ['a part of a longer word', monitoring('prod', {}, 'aws_log.production')],
  ])('%s is another row', (_rule, other) => {
    expect(rows([dev, other])).toHaveLength(2);
  });

  test('numbers in folders are no names', () => {
    const shard = (number: string): LeafReport =>
      monitoring('dev', {
        leaf: leafPath('monitoring', `config/shard=${number}`),
        reasons: [{ kind: 'configuration', key: 'monitoring.copies', before: '7', after: number }],
      });
    expect(rows([shard('8'), shard('9')])).toHaveLength(2);
  });
});

test('different resources at stake are never one row, though they are named like the folders', () => {
  const destroying = (env: string): LeafReport => {
    const resources: readonly PlannedResource[] = [{ address: `aws_sg.${env}`, action: 'delete' }];
    return monitoring(env, { outcome: planned(planText(resources), resources) });
  };
  const leaves = [destroying('default'), destroying('main')];
  expect(rows(leaves)).toHaveLength(2);
  const comment = renderComment(report(leaves)).join('');
  for (const address of ['aws_sg.default', 'aws_sg.main']) expect(comment).toContain(`Destroys** \`${address}\``);
});
