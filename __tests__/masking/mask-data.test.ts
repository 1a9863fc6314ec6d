/** What in a report is masked, and what never is. */
import { describe, expect, test } from '@jest/globals';
import { maskReport } from '../../src/masking/mask-data.ts';
import { createMasker } from '../../src/masking/masking.ts';
import { DRIFT_NAMES, type DriftReport, type LeafDrift } from '../../src/commands/drift/report.ts';
import { renderDriftSummary } from '../../src/commands/drift/summary.ts';
import { findingsOf, issueWrites } from '../../src/commands/drift/issues/writes.ts';
import { decideIssues } from '../../src/commands/drift/issues/decide.ts';
import { digest } from '../../src/commands/drift/issues/identity.ts';
import { driftReport, found, open } from '../commands/drift/scenarios.ts';

const NAMES = { leaf: 'name', key: 'key', address: 'address', nested: { all: 'name' } } as const;

interface Data {
  readonly leaf?: string;
  readonly key?: string;
  readonly address?: string;
  readonly text?: string;
  readonly nested?: { readonly all: readonly string[]; readonly text: string };
  readonly masked?: number | undefined;
}

describe('a secret that is spelled like a name', () => {
  const masker = createMasker([]);
  masker.add(['orders', 'correct-horse']);
  masker.addEncoded(['token-of-the-job']);

  test.each<[string, Data, Data]>([
    ['stays in a name', { leaf: 'config/app=orders' }, { leaf: 'config/app=orders' }],
    ['stays in all of an object', { nested: { all: ['orders'], text: '' } }, { nested: { all: ['orders'], text: '' } }],
    ['stays in a key', { key: 'orders.size' }, { key: 'orders.size' }],
    ['goes from a key if the job was given it', { key: 'a.token-of-the-job' }, { key: 'a.***', masked: 1 }],
    [
      'stays in an address but for its keys',
      { address: 'a.orders["orders"]' },
      { address: 'a.orders["***"]', masked: 1 },
    ],
    ['goes from what is no address', { address: 'the orders' }, { address: 'the ***', masked: 1 }],
    ['goes from every other text', { text: 'the orders' }, { text: 'the ***', masked: 1 }],
    [
      'is counted once, however often it is masked',
      { text: 'orders, orders', nested: { all: [], text: 'orders and correct-horse' } },
      { text: '***, ***', nested: { all: [], text: '*** and ***' }, masked: 2 },
    ],
  ])('%s', (_what, data, expected) => {
    expect(maskReport(data, NAMES, masker)).toEqual(expected);
  });
});

/** A leaf whose database, and therefore a secret, has its name. */
function ordersLeaf(env: string): LeafDrift {
  const address = 'aws_db_instance.orders';
  const values = [{ path: 'tags.orders', before: '"the orders"', after: '"new orders"' }];
  const outcome = open('pending', [], [{ address, action: 'update' }], {
    planned: [{ address, attributes: [], values }],
  });
  return found(`config/env=${env}/composition=terraform/terraform=orders`, outcome);
}

test('in drift, titles, paths, commands and links stay; values go, and the summary says how many', () => {
  const masker = createMasker([]);
  masker.add(['orders', 'stage']);
  const report: DriftReport = maskReport(driftReport(['dev', 'stage'].map(ordersLeaf)), DRIFT_NAMES, masker);
  const known = report.leaves.map(({ leaf, name, identity }) => ({ ...identity, path: leaf, name }));
  const project = { scope: digest('scope'), leaves: known, complete: true };
  const { decisions } = decideIssues([], findingsOf(report, 'cause'), project, 10);
  const [write, ...more] = issueWrites(decisions, report, { scope: project.scope, known });
  if (write?.kind !== 'create') throw new Error();
  expect(more).toEqual([]);
  expect(write.title).toBe('Not applied: orders · dev and 1 more');
  const paths = ['dev', 'stage'].map((env) => `config/env=${env}/composition=terraform/terraform=orders`);
  expect(write.body).toContain(`leaves='{${paths.join()}}'`);
  expect(write.body).toContain('`"the ***"` → `"new ***"`');
  expect(write.body).not.toMatch(/the orders|new orders/u);
  const summary = renderDriftSummary({ report, issues: new Map(), overLimit: [], notices: [] });
  expect(summary).toContain('`stage`');
  expect(summary).toContain('1 value masked');
});
