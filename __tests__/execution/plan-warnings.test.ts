/** What stands in a report beside the changes of a plan. */
import { describe, expect, test } from '@jest/globals';
import { planWarnings } from '../../src/execution/plan-warnings.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { renderComment } from '../../src/commands/plan/comment/comment.ts';
import { allResourceLines } from '../../src/markdown/resource-list.ts';
import { renderText } from '../../src/commands/plan/terminal.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { summarise } from '../../src/terraform/plan-summary.ts';
import { leaf, report } from '../commands/plan/build.ts';

/** A plan as no Terraform makes it today. */
const plan = (more: object): object => ({ applyable: true, complete: true, ...more });
const warnings = (more: object): readonly string[] =>
  planWarnings('config/a=b', summarise(readPlan(plan(more)), true)).map(formatProblem);

describe('warnings', () => {
  test('none for an ordinary plan', () => {
    expect(warnings({ resource_changes: [{ address: 'a.b', change: { actions: ['create'] } }] })).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a part that is not known', { new_part: 1 }, 'The plan has parts that this version does not know: new_part.'],
    ['a plan that is not complete', { complete: false }, 'The plan is not complete'],
    [
      'a check that fails',
      { checks: [{ address: { to_display: 'check.c' }, status: 'fail', instances: [] }] },
      'Checks of the plan fail: check.c',
    ],
    [
      'a write-only argument that is set from outside',
      {
        resource_changes: [{ address: 'a.b', change: { actions: ['create'], after: {} } }],
        configuration: {
          root_module: {
            resources: [
              { address: 'a.b', expressions: { p_wo: { references: ['data.x.y.z', 'data.x.y'] }, q_wo: {} } },
            ],
          },
        },
      },
      'write-only argument p_wo of a.b from data.x.y, write-only argument q_wo of a.b from a function',
    ],
  ])('%s', (_, more, words) => {
    const [only, ...others] = warnings(more);
    expect(only).toContain(words);
    expect(only).toContain('config/a=b');
    expect(others).toEqual([]);
  });

  test('only failed checks and unknown parts are said of a plan that does nothing', () => {
    expect(warnings({ applyable: false, complete: false })).toEqual([]);
    expect(warnings({ applyable: false, checks: [{ status: 'fail' }], new_part: 1 })).toHaveLength(2);
  });

  test('hundreds of them are counted', () => {
    const parts = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`part_${index}`, 1]));
    expect(warnings(parts)[0]).toContain('+290 more');
  });
});

describe('in a report', () => {
  const summary = summarise(
    readPlan(
      plan({
        complete: false,
        resource_changes: [
          { address: 'a.new', change: { actions: ['create'] } },
          { address: 'a.renamed', change: { actions: ['rename'] } },
          { address: 'a.given_up', change: { actions: ['delete', 'forget'] } },
        ],
        action_invocations: [
          {
            address: 'action.a_send.this',
            lifecycle_action_trigger: { triggering_resource_address: 'a.new', action_trigger_event: 'AfterCreate' },
          },
        ],
        deferred_changes: [{ reason: 'absent_prereq', resource_change: { address: 'a.later' } }],
      }),
    ),
    true,
  );
  const data = report([
    leaf('vpc', {
      outcome: { status: 'planned', summary, text: 'The text of the plan' },
      problems: planWarnings('config/a=b', summary),
    }),
  ]);

  test('nothing vanishes from the list of resources', () => {
    expect(allResourceLines(summary)).toEqual([
      '-   a.given_up  (actions that this version does not know: delete, forget)',
      '+   a.new',
      '!   a.renamed  (actions that this version does not know: rename)',
      '!   action.a_send.this  (action invoked after create of a.new)',
      '!   a.later  (deferred: absent prereq)',
    ]);
  });

  test('nor from the counts, and the warnings are there', () => {
    const counts = '1 to destroy · 1 to create · 1 other change · 1 action to invoke · 1 deferred';
    const comment = renderComment(data, { trailers: [] }).join('\n');
    for (const text of [comment, renderText(data)]) {
      expect(text).toContain(counts);
      expect(text).toContain('The plan is not complete');
    }
    expect(comment).toContain('**Destroys** `a.given_up`');
  });
});
