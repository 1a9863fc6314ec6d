/** Checks as plain data: which run for a leaf, and what they found. Pure. */
import type { Place } from '../base/problems.ts';
import type { CheckSettings } from '../project/check-settings.ts';

/** Where a check's definition and files come from. */
export type Side = 'base' | 'head';

/** A check or hook with the revision that decides about it. */
export interface Sided<Settings> {
  readonly settings: Settings;
  readonly from: Side;
  /** Whether it is the version that the change proposes, which runs beside the base's. */
  readonly proposed: boolean;
}

export interface Finding {
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  /** As the tool names it: `CKV_AWS_20`. */
  readonly rule?: string | undefined;
  /** In the repository; undefined where the tool named no place, or one that is no source. */
  readonly place?: Place | undefined;
}

/** How a check ended for one leaf. */
export interface CheckResult {
  readonly name: string;
  readonly on: CheckSettings['on'];
  readonly required: boolean;
  /** Whether it is the version that the change proposes. */
  readonly proposed: boolean;
  /**
   * - `failed`: it has findings.
   * - `error`: it could not tell.
   * - `not-run`: there was nothing to check yet.
   */
  readonly status: 'passed' | 'failed' | 'error' | 'not-run';
  /** Sentences; empty where the findings or the output say it. */
  readonly why: string;
  readonly findings: readonly Finding[];
  /** What it printed, where it printed no findings that could be read. */
  readonly output: string;
}

/** Whether a result keeps its leaf from being applied. */
export function isBlocking({ required, status }: CheckResult): boolean {
  return required && (status === 'failed' || status === 'error');
}

/** What a change does to the programs that run, as sentences for reviewers. */
export interface Chosen<Settings> {
  readonly programs: readonly Sided<Settings>[];
  readonly notices: readonly string[];
}

/** The entries of a setting at one revision, and a digest of the files of each, by name. */
export interface Revision<Settings> {
  readonly entries: readonly Settings[];
  readonly filesOf: (entry: Settings) => string;
}

/** What an entry is called, and what it asks for beyond what every program gets. */
interface Asking {
  readonly name: string;
  readonly env: readonly string[];
  readonly sensitive: boolean;
}

/**
 * The base decides: what a change removes still runs, and what it adds or alters runs beside what was there, unless it
 * asks for more than the base gives it. Without a base that counts, head's own run.
 *
 * @param kind `check`, for the sentences
 * @param base undefined: nothing but head is trusted
 * @param trustsHead whether head may ask for anything: it is the default branch's
 */
export function chooseByBase<Settings extends Asking>(
  kind: string,
  base: Revision<Settings> | undefined,
  head: Revision<Settings>,
  trustsHead = false,
): Chosen<Settings> {
  if (base === undefined) {
    return { programs: head.entries.map((settings) => ({ settings, from: 'head', proposed: false })), notices: [] };
  }
  const key = ({ filesOf }: Revision<Settings>, entry: Settings): string =>
    `${JSON.stringify(entry)} ${filesOf(entry)}`;
  const programs: Sided<Settings>[] = [];
  const notices: string[] = [];
  for (const settings of base.entries) {
    programs.push({ settings, from: 'base', proposed: false });
    if (!head.entries.some(({ name }) => name === settings.name)) {
      notices.push(`This change removes the ${kind} "${settings.name}", which still ran.`);
    }
  }
  for (const settings of head.entries) {
    const before = base.entries.find(({ name }) => name === settings.name);
    if (before !== undefined && key(base, before) === key(head, settings)) continue;
    const asked = trustsHead ? [] : askedBeyond(settings, before);
    if (asked.length === 0) programs.push({ settings, from: 'head', proposed: true });
    notices.push(noticeOf(kind, settings.name, before !== undefined, asked));
  }
  return { programs, notices };
}

/** What a proposal asks for that nobody has merged yet. */
function askedBeyond(proposed: Asking, before: Asking | undefined): readonly string[] {
  return [
    ...proposed.env.filter((name) => before?.env.includes(name) !== true),
    ...(proposed.sensitive && before?.sensitive !== true ? ['sensitive values'] : []),
  ];
}

function noticeOf(kind: string, name: string, wasThere: boolean, asked: readonly string[]): string {
  const does = `This change ${wasThere ? 'alters' : 'adds'} the ${kind} "${name}"`;
  if (asked.length > 0) {
    const ran = wasThere ? 'it ran as before only' : 'it did not run';
    return `${does}, which asks for ${asked.join(', ')}: until that is merged, ${ran}.`;
  }
  return wasThere ? `${does}: it ran as before, and as proposed.` : `${does}, which ran as proposed.`;
}
