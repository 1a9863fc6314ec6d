/** Which Terraform the tests run with: language that a version does not have is left out with it, and nothing else. */
import { execFileSync } from 'node:child_process';
import { test } from '@jest/globals';
import { coerce, gte } from 'semver';
import { findTerraform } from '../../loopback/terraform.ts';

const env = { ...process.env, CHECKPOINT_DISABLE: '1' };

const said = execFileSync(findTerraform() ?? 'terraform', ['version'], { encoding: 'utf8', env });

/** Of the Terraform on PATH: `1.11.4`. OpenTofu may have its name. */
export const runningVersion = /v(\d+\.\d+\.\d+)/u.exec(said)?.[1] ?? '0.0.0';

export const runningProgram = /^OpenTofu v/mu.test(said) ? 'OpenTofu' : 'Terraform';

/** @param version `1.7` or `1.7.2` */
export function atLeast(version: string): boolean {
  return gte(runningVersion, coerce(version) ?? version);
}

/** A test of something that Terraform has only since a version: reported as skipped by older ones. */
export function testSince(version: string): typeof test | typeof test.skip {
  return atLeast(version) ? test : test.skip;
}
