/**
 * Reports on plans of programs that few machines have. Each folder of `golden/programs` has the code, the plan that the
 * program named by the folder made of it (`show -json` without the timestamp, and `show`), and what is reported: in the
 * pull request, after the apply, and if a run that looks for drift finds it. `npm run golden` writes the reports.
 */
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderApplyComment } from '../../src/commands/apply/comment.ts';
import { renderApplyText } from '../../src/commands/apply/terminal.ts';
import { classify } from '../../src/commands/drift/classify.ts';
import { issueText } from '../../src/commands/drift/issues/text.ts';
import { renderDriftSummary } from '../../src/commands/drift/summary.ts';
import { renderComment } from '../../src/commands/plan/comment/comment.ts';
import { planWarnings } from '../../src/execution/plan-warnings.ts';
import { driftOf } from '../../src/terraform/drift-json.ts';
import { parseExact } from '../../src/terraform/exact-json.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { summarise } from '../../src/terraform/plan-summary.ts';
import { sensitiveValues } from '../../src/terraform/sensitive-values.ts';
import { applyLeaf, applyReport } from './apply/build.ts';
import { driftReport, found } from './drift/scenarios.ts';
import { leaf, leafPath, report } from './plan/build.ts';

const folder = fileURLToPath(new URL('../golden/programs/', import.meta.url));
const DESTROYING = /-removal$/u;

describe.each(readdirSync(folder))('%s', (name) => {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const plan = readPlan(parseExact(read('plan.json')));
  const text = read('plan.txt').trim();
  const summary = summarise(plan, true);
  const kind = DESTROYING.test(name) ? ('removed' as const) : ('changed' as const);
  const problems = planWarnings(leafPath('app'), summary);

  function expectGolden(file: string, written: string): void {
    const path = join(folder, name, file);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, `${written.trimEnd()}\n`);
    expect(`${written.trimEnd()}\n`).toBe(readFileSync(path, 'utf8'));
    for (const secret of sensitiveValues(plan)) expect(written).not.toContain(secret);
  }

  test('the comment of the pull request', () => {
    const planned = leaf('app', { kind, outcome: { status: 'planned', summary, text }, problems });
    expectGolden('comment.md', renderComment(report([planned], { terraformVersion: undefined })).join('\n'));
  });

  test('the report of the apply, and its text in the log', () => {
    const applied = applyReport([applyLeaf('app', { status: 'applied', summary, done: [] }, { problems })], {
      terraformVersion: undefined,
    });
    expectGolden(
      'apply.md',
      [...renderApplyComment(applied, applied.head), `\`\`\`text\n${renderApplyText(applied)}\`\`\``].join('\n\n'),
    );
  });

  test('the summary and the issue of a run that looks for drift', () => {
    const outcome = classify(
      {
        ok: true,
        summary,
        drift: driftOf(plan),
        text,
        warnings: [],
        beyondCreating: [],
        sensitive: new Set(),
        providers: [],
      },
      (resource) => ({ left: resource, ignored: [] }),
    );
    if (outcome.class !== 'pending') throw new Error(outcome.class);
    const drift = driftReport([found(leafPath('app'), outcome)], { terraformVersion: undefined });
    const first = { leaf: leafPath('app'), problems: [] };
    const subject = { first, outcome, leaves: [first.leaf], paused: new Set<string>(), lost: 0 };
    const dashboard = { report: drift, issues: new Map(), overLimit: [], notices: [] };
    expectGolden(
      'drift.md',
      [renderDriftSummary(dashboard), issueText(drift, subject, drift.time, 60_000)].join('\n---\n\n'),
    );
  });
});
