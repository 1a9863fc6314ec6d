/** What is said about a run over several leaves: headings, and how it ended. Pure but for the log. */
import type { Log } from '../../base/log.ts';
import { visible } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';

/** How a leaf's turn ended. */
export type Ending =
  | { readonly kind: 'ended'; readonly stage: 'init' | 'run'; readonly code: number; readonly hasChanges: boolean }
  | { readonly kind: 'not-rendered' }
  | { readonly kind: 'not-run' };

export interface LeafResult {
  readonly leaf: string;
  readonly ending: Ending;
}

export const NOT_RUN: Ending = { kind: 'not-run' };

/** Whether it says that something is wrong. */
export function isFailure(ending: Ending): boolean {
  return ending.kind === 'not-rendered' || (ending.kind === 'ended' && ending.code !== 0 && !ending.hasChanges);
}

/**
 * Terraform's exit code of the first failure, or 1 if it could not be rendered; else 2 if a leaf has changes and that was
 * asked for.
 */
export function exitCodeOf(results: readonly LeafResult[]): number {
  const failed = results.find(({ ending }) => isFailure(ending))?.ending;
  if (failed !== undefined) return failed.kind === 'ended' ? failed.code : 1;
  return results.some(({ ending }) => ending.kind === 'ended' && ending.hasChanges) ? 2 : 0;
}

/** The line above what Terraform prints for a leaf, as `head` has it for a file. */
export function heading(leaf: string, colors: boolean): string {
  const text = `==> ${visible(leaf)} <==`;
  return colors ? `\u001b[1m${text}\u001b[0m\n` : `${text}\n`;
}

/** How many leaves ended how, and those that did not succeed, one per line. */
export function logSummary(results: readonly LeafResult[], begun: number, log: Log): void {
  const failed = results.filter(({ ending }) => isFailure(ending));
  const notRun = results.filter(({ ending }) => ending.kind === 'not-run');
  const changed = results.filter(({ ending }) => ending.kind === 'ended' && ending.hasChanges);
  const succeeded = results.length - failed.length - notRun.length - changed.length;
  const parts = [
    ...(succeeded > 0 ? [`${count(succeeded)} succeeded`] : []),
    ...(changed.length > 0 ? [`${count(changed.length)} with changes`] : []),
    ...(failed.length > 0 ? [`${count(failed.length)} failed`] : []),
    ...(notRun.length > 0 ? [`${count(notRun.length)} not run`] : []),
  ];
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const line = `${count(results.length, 'leaf', 'leaves')}: ${parts.join(', ')}, ${seconds} s`;
  if (failed.length + notRun.length === 0) {
    log.info(line);
    return;
  }
  const named = [...failed, ...notRun].map(({ leaf, ending }) => `  ${inWords(ending).padEnd(WIDTH)}${leaf}`);
  log.warning([line, ...named].join('\n'));
}

/** Of the words before a leaf. */
const WIDTH = 14;

function inWords(ending: Ending): string {
  if (ending.kind === 'not-run') return 'not run';
  if (ending.kind === 'not-rendered') return 'not rendered';
  return ending.stage === 'init' ? 'init failed' : `exit code ${ending.code}`;
}
