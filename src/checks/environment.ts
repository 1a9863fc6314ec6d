/** The environment of checks and hooks. Pure. */
import { isAbsolute, delimiter } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { isWithheld } from '../project/check-settings.ts';

/** Without these, few programs start. */
const ALWAYS = /^(?:HOME|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TERM)$/u;

/**
 * What a program of the project sees: a few harmless variables, those that its entry lists, and ours.
 *
 * @param job the environment of the job
 * @param listed names that the entry asks for
 * @param own `KOMPOS_…`
 */
export function checkEnvironment(job: Environment, listed: readonly string[], own: Environment): Environment {
  const kept = Object.entries(job).filter(
    ([name]) => ALWAYS.test(name) || (listed.includes(name) && !isWithheld(name)),
  );
  return { ...Object.fromEntries(kept), PATH: safePath(job['PATH'] ?? ''), ...own };
}

/** A folder that is not absolute would be looked up in the rendering, where a pull request could put programs. */
function safePath(path: string): string {
  return path.split(delimiter).filter(isAbsolute).join(delimiter);
}

/** Fills in `${KOMPOS_…}` of a command; other texts stay as they are, since no shell reads them. */
export function filledIn(command: readonly string[], own: Environment): readonly string[] {
  return command.map((each) =>
    each.replace(/\$\{(KOMPOS_[A-Z]+)\}/gu, (written, name: string) => own[name] ?? written),
  );
}
