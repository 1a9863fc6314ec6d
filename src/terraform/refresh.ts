/** How much of what exists a plan looks at before it compares. Pure. */
import { problemError } from '../base/problems.ts';
import { ableFrom, isAbleTo, programInWords, type ProgramVersion } from './programs.ts';

/** `full`: everything; `minimal`: only resources with a planned change; `none`: the state counts as it was saved. */
export const REFRESHES = ['full', 'minimal', 'none'] as const;

export type Refresh = (typeof REFRESHES)[number];

/** The arguments of `plan`. */
export function refreshArguments(refresh: Refresh = 'full'): readonly string[] {
  switch (refresh) {
    case 'full':
      return [];
    case 'minimal':
      return ['-minimal-refresh'];
    case 'none':
      return ['-refresh=false'];
  }
}

/** @throws ProblemError where a version cannot refresh like this */
export function checkRefresh(refresh: Refresh | undefined, found: ProgramVersion): void {
  if (refresh !== 'minimal' || isAbleTo('minimalRefresh', found)) return;
  throw problemError('input', `Input "refresh" is "minimal", which ${programInWords(found)} does not have.`, {
    hint: `Use ${ableFrom('minimalRefresh')} or newer, or set the input to "full" or "none".`,
  });
}

/** A sentence for reviewers; undefined where a plan says all that an apply will say. */
export function refreshNotice(refresh: Refresh = 'full'): string | undefined {
  if (refresh === 'full') return undefined;
  const what =
    refresh === 'none'
      ? 'no resource was refreshed, so nothing that changed outside of the code is seen'
      : 'only resources with a planned change were refreshed, so not all that changed outside of the code is seen';
  return `Planned with "refresh: ${refresh}": ${what}. An apply refreshes everything, and refuses a plan that then differs.`;
}
