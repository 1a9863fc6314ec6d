/**
 * A pull request may be reviewed with one version of Terraform and applied with another: the golden pull requests have the
 * same fingerprints with every version that is here, and OpenTofu's are never the same as Terraform's.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import { namedPrograms } from '../../loopback/named-programs.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { fetchedVersions, findTerraform } from '../../loopback/terraform.ts';
import { otherVersion } from '../../src/gate/judge.ts';
import type { ReviewedLeaf } from '../../src/gate/record.ts';
import { openGoldenProject, type CheckedOut, type GoldenProject } from '../golden/project.ts';
import { PULL_REQUESTS } from '../golden/pull-requests.ts';
import { asTerraform, findOpenTofu } from '../support/opentofu.ts';
import { runningProgram, runningVersion } from '../support/terraform-version.ts';

const versions: readonly (readonly [string, string])[] = [
  ...fetchedVersions(),
  ...(runningProgram === 'Terraform' ? [[`${runningVersion}, on PATH`, dirname(findTerraform() ?? '')] as const] : []),
  ...namedPrograms().flatMap(({ name, tool, path }) =>
    tool === 'terraform' ? [[name, asTerraform(path)] as const] : [],
  ),
];
const tofu = findOpenTofu();
if (versions.length < 2) console.warn('Fewer than two versions of Terraform were fetched: nothing can be compared.');

let project: GoldenProject;
beforeAll(async () => {
  project = await openGoldenProject(versions[0]?.[1]);
});
afterAll(async () => {
  await project.close();
  removeTemporaryDirectories();
});

describe.each(Object.entries(PULL_REQUESTS))('%s', (name, pullRequest) => {
  let checkedOut: CheckedOut;
  let reviewed: readonly ReviewedLeaf[];
  beforeAll(async () => {
    checkedOut = await project.checkOut(name, pullRequest);
    reviewed = (await project.plan(checkedOut)).outcome.reviewed;
  });
  const fingerprints = (leaves: readonly ReviewedLeaf[]): Readonly<Record<string, string>> =>
    Object.fromEntries(leaves.map(({ leaf, fingerprint }) => [leaf, fingerprint] as const).sort());

  test.each(versions.slice(1))('with Terraform %s', async (_, folder) => {
    const { outcome } = await project.plan(checkedOut, folder);
    expect(fingerprints(outcome.reviewed)).toEqual(fingerprints(reviewed));
    for (const leaf of reviewed) {
      const now = outcome.report.terraformVersion ?? '';
      const words = `Reviewed with Terraform ${leaf.terraform}, applied with Terraform ${now}: the plan is the same.`;
      expect(otherVersion({ program: 'Terraform', version: now }, leaf)).toBe(
        now === leaf.terraform ? undefined : words,
      );
    }
  });

  (tofu === undefined ? test.skip : test)('but not with OpenTofu', async () => {
    const { outcome } = await project.plan(checkedOut, asTerraform(tofu ?? ''));
    const [ours, theirs] = [fingerprints(reviewed), fingerprints(outcome.reviewed)];
    expect(Object.keys(theirs)).toEqual(Object.keys(ours));
    for (const [leaf, fingerprint] of Object.entries(theirs)) expect(fingerprint).not.toBe(ours[leaf]);
    // Its own runs agree.
    const again = await project.plan(checkedOut, asTerraform(tofu ?? ''));
    expect(fingerprints(again.outcome.reviewed)).toEqual(theirs);
  });
});
