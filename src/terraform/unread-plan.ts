/** What is secret in a plan file that was left unread, because it certainly changes nothing. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { withoutCredentials } from '../git/url-credentials.ts';
import { PLAN_FILE } from '../rendering/terraform-files.ts';
import type { TerraformBinary } from './binary.ts';
import { endingInWords } from './ending.ts';
import { parseExact } from './exact-json.ts';
import type { PlanResult } from './plan.ts';
import { readPlan } from './plan-json.ts';
import { runTerraform } from './process.ts';
import { sensitiveValues } from './sensitive-values.ts';

export interface UnreadPlan {
  /** Absolute path of the runtime directory. */
  readonly directory: string;
  readonly binary: TerraformBinary;
  readonly environment: Environment;
  /** Milliseconds; undefined: as long as it wants. */
  readonly timeLimit: number | undefined;
}

/** Removes what only `init` and `plan` need: many leaves may be kept unread, and a module may be a whole repository. */
export function keepLittle(directory: string): void {
  rmSync(join(directory, '.terraform', 'modules'), { recursive: true, force: true });
}

/** The secrets that the plan knows; or, where Terraform cannot show it, the leaf's failure. */
export async function readSecrets(
  plan: UnreadPlan,
): Promise<Extract<PlanResult, { ok: false }> | { readonly ok: true; readonly sensitive: ReadonlySet<string> }> {
  const shown = await runTerraform({ ...plan, args: ['show', '-json', '-no-color', PLAN_FILE] });
  if (shown.code === 0) return { ok: true, sensitive: sensitiveValues(readPlan(parseExact(shown.stdout))) };
  const words = withoutCredentials(shown.stderr.trim());
  const ending = endingInWords(plan.binary.program, 'show', shown.code, words !== '');
  return { ok: false, stage: 'show', output: [words, ending].filter(Boolean).join('\n\n'), sensitive: new Set() };
}
