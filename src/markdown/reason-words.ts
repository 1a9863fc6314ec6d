/** Why a leaf is changed, in words: one table for the comment, the terminal and the listing of affected leaves. */
import type { Place } from '../base/problems.ts';
import type { Reason } from '../changes/changed-leaf.ts';
import { shorten } from './bytes.ts';

type PinReason = Extract<Reason, { kind: 'pin' }>;

/** `words` are ours, `name` is foreign text. */
interface Named {
  readonly words: string;
  readonly name?: string;
}

/** One thing behind a change. */
export interface Cause {
  /** For a cell of a table. */
  readonly short: Named;
  /** For a line of a list. */
  readonly full: Named;
  /** What a configuration key or a pin was and is; JSON of values. */
  readonly change?: { readonly before?: string | undefined; readonly after?: string | undefined };
  /** Where it was written, if known; the file or the folder itself if there is no line. */
  readonly place?: Place | undefined;
  /** Whether the place is one of the base commit: the key or the file is gone at head. */
  readonly gone?: boolean;
  /** Of a module: files that changed, and the modules that lead to it, nearest to the leaf first. */
  readonly files?: readonly string[];
  readonly via?: readonly string[];
}

/** The causes of a reason: one, except for a pin that several keys move. */
export function causesOf(reason: Reason): readonly Cause[] {
  switch (reason.kind) {
    case 'configuration':
      return [keyCause(reason)];
    case 'pin': {
      const { address: name, before, after } = reason;
      const keys = movedKeys(reason).map(keyCause);
      const template = { short: { words: 'template of', name }, full: { words: '', name }, change: { before, after } };
      return keys.length > 0 ? keys : [template];
    }
    case 'file': {
      const { path, change } = reason;
      const words = change === 'changed' ? 'file' : `${change} file`;
      return [
        {
          short: { words, name: baseName(path) },
          full: { words: change, name: path },
          place: { file: path },
          gone: change === 'removed',
        },
      ];
    }
    case 'module': {
      const { module: folder, files, via } = reason;
      const words = 'module';
      const names = { short: { words, name: baseName(folder) }, full: { words, name: folder } };
      return [{ ...names, place: { file: folder }, files, via }];
    }
    case 'setting': {
      const named = { words: 'setting', name: reason.key };
      return [{ short: named, full: named }];
    }
    case 'base-failed': {
      const words = 'did not render at base';
      return [{ short: { words }, full: { words: `${words}:`, name: reason.message } }];
    }
  }
}

function keyCause({ key, before, after, origin }: PinReason['keys'][number]): Cause {
  const named = { words: '', name: key };
  return { short: named, full: named, change: { before, after }, place: origin, gone: after === undefined };
}

/** The configuration keys behind a pin whose values differ. */
export function movedKeys(reason: PinReason): PinReason['keys'] {
  return reason.keys.filter((each) => each.before !== each.after);
}

/**
 * A cause as one line of plain text, such as `vpc.cidr_block: 10.0.0.0/16 → 10.1.0.0/16`.
 *
 * @param longest characters of one value
 */
export function causeText({ full: { words, name = '' }, change, via = [] }: Cause, longest: number): string {
  const value = (json: string | undefined): string =>
    json === undefined ? 'not set' : shorten(unquoted(json), longest);
  if (change !== undefined) return `${name}: ${value(change.before)} → ${value(change.after)}`;
  return `${words} ${name}${via.length > 0 ? `, through ${via.join(', ')}` : ''}`;
}

/** A plain JSON string without its quotes, so that a key and the pin that it moves are one line. */
export function unquoted(json: string): string {
  return /^"([^"\\]*)"$/u.exec(json)?.[1] ?? json;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
