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
 * @param isTrusted whether programs may come from a folder, an absolute path
 */
export function checkEnvironment(
  job: Environment,
  listed: readonly string[],
  own: Environment,
  isTrusted: (folder: string) => boolean = () => true,
): Environment {
  const kept = Object.entries(job).filter(
    ([name]) => ALWAYS.test(name) || (listed.includes(name) && !isWithheld(name)),
  );
  return { ...Object.fromEntries(kept), PATH: safePath(job['PATH'] ?? '', isTrusted), ...own, ...PYTHON };
}

/** Python writes beside the modules that it imports, which a check must leave alone. */
const PYTHON = { PYTHONDONTWRITEBYTECODE: '1' };

/** What `sh` looks in by default: with an empty PATH, programs would be looked up in the rendering. */
const DEFAULT_PATH = '/usr/local/bin:/usr/bin:/bin';

/** A folder that is not absolute would be looked up in the rendering, where a pull request could put programs. */
function safePath(path: string, isTrusted: (folder: string) => boolean): string {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder) && isTrusted(folder));
  return folders.join(delimiter) || DEFAULT_PATH;
}

/** Fills in `${KOMPOS_…}` of a command; other texts stay as they are, since no shell reads them. */
export function filledIn(command: readonly string[], own: Environment): readonly string[] {
  return command.map((each) =>
    each.replace(/\$\{(KOMPOS_[A-Z]+)\}/gu, (written, name: string) => own[name] ?? written),
  );
}
