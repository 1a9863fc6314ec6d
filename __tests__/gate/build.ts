/** Records and plans built by hand: what is not said is what most have. */
import {
  packRecord,
  readPart,
  trailer,
  type BadRecord,
  type ReviewedLeaf,
  type ReviewRecord,
} from '../../src/gate/record.ts';
import type { ChangeDigest } from '../../src/terraform/fingerprint.ts';
import { createHash } from 'node:crypto';

export const HEAD = '4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d';
export const BASE = 'b0a1c2d3e4f5061728394a5b6c7d8e9f00112233';

/** Hex digits that look as random as a digest's. */
export function hex(seed: string, digits = 32): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, digits);
}

export function change(address: string, more: Partial<ChangeDigest> = {}): ChangeDigest {
  return { address, actions: 'create', attributes: { input: hex(address, 8) }, ...more };
}

export function reviewedLeaf(leaf: string, more: Partial<ReviewedLeaf> = {}): ReviewedLeaf {
  return {
    leaf,
    destroys: false,
    hasChanges: true,
    rendering: hex(`rendering of ${leaf}`),
    fingerprint: hex(`plan of ${leaf}`),
    counts: { create: 1, update: 0, replace: 0, delete: 0 },
    terraform: '1.11.4',
    providers: ['registry.terraform.io/hashicorp/aws 5.100.0'],
    changes: [change('terraform_data.app')],
    ...more,
  };
}

export function record(leaves: readonly ReviewedLeaf[], more: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    repositoryId: '1296269',
    repository: 'acme/infrastructure',
    pullRequest: 7,
    head: HEAD,
    checkedOut: HEAD,
    base: BASE,
    title: '',
    projectRoot: '.',
    selection: [],
    time: 1_767_614_400, // 2026-01-05T12:00:00Z
    testMerge: '',
    part: 1,
    parts: 1,
    run: 8_123_456_789,
    attempt: 1,
    leaves,
    ...more,
  };
}

/** What stands above the hidden texts. */
export const TEXT = '<!-- kompos:plan -->\n### Kompos\n\nwords\n';

/** The hidden texts for the parts of a comment, unsigned. */
export function trailersOf(
  { leaves, ...about }: ReviewRecord,
  key?: string,
  limit?: number,
  text = TEXT,
): readonly string[] {
  return packRecord(about, leaves, limit).map(({ payload }) => trailer(payload, text, key, undefined));
}

/** The record at the end of a comment, or why there is none. */
export function recordIn(body: string, key?: string): ReviewRecord | BadRecord {
  const part = readPart(body, key);
  return typeof part === 'string' ? part : part.record;
}

/** Leaves as large estates have them: long paths, five resources each. */
export function manyLeaves(number: number): readonly ReviewedLeaf[] {
  return Array.from({ length: number }, (_, index) => {
    const place = `config/cloud=aws/account=acme-production-${index % 7}/region=eu-central-${index % 3}/cluster=shared-services-${index}`;
    const leaf = `${place}/composition=terraform/terraform=${['vpc', 'eks', 'rds', 'iam', 'dns'][index % 5] ?? ''}`;
    const resources = ['aws_vpc.this', 'aws_subnet.private[0]', 'aws_subnet.private[1]', 'aws_route_table.main'];
    return reviewedLeaf(leaf, {
      counts: { create: index % 4, update: 5 - (index % 4), replace: 0, delete: 0 },
      changes: [...resources, `aws_flow_log.cluster_${index}`].map((name) =>
        change(`module.${leaf.slice(leaf.lastIndexOf('=') + 1)}.${name}`, {
          actions: index % 3 === 0 ? 'create' : 'update',
          attributes: { tags: hex(`${leaf} ${name} tags`, 8), tags_all: hex(`${leaf} ${name} all`, 8) },
        }),
      ),
    });
  });
}
