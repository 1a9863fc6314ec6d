/** Why a leaf is changed, in a few words for the table. */
import { code } from '../../../markdown/escaping.ts';
import { movedKeys } from '../pin-moves.ts';
import type { LeafReport } from '../report.ts';
import type { Place } from '../../../base/problems.ts';

/** One cause in the order of the leaf's reasons; `name` is somebody's text, `words` are ours. */
export interface Cause {
  readonly words?: string | undefined;
  readonly name?: string | undefined;
  /** Where it was written, where that is known. */
  readonly place?: Place | undefined;
  /** Whether the place is one of the base commit: the key is gone at head. */
  readonly gone?: boolean | undefined;
}

/** Each cause once: a key that moves a pin is named once, although it is both a changed key and a changed pin. */
export function causesOf(leaf: LeafReport): readonly Cause[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  const causes = new Map<string, Cause>();
  for (const cause of allCauses(leaf)) {
    const key = JSON.stringify([cause.words, cause.name]);
    if (!causes.has(key)) causes.set(key, cause);
  }
  return [...causes.values()];
}

function allCauses(leaf: LeafReport): readonly Cause[] {
  return leaf.reasons.flatMap((reason): readonly Cause[] => {
    switch (reason.kind) {
      case 'configuration':
        return [{ name: reason.key, place: reason.origin, gone: reason.after === undefined }];
      case 'pin': {
        const keys = movedKeys(reason);
        if (keys.length === 0) return [{ words: 'template of', name: reason.address }];
        return keys.map((each) => ({ name: each.key, place: each.origin, gone: each.after === undefined }));
      }
      case 'file':
        return [
          {
            words: reason.change === 'changed' ? 'file' : `${reason.change} file`,
            name: baseName(reason.path),
            place: { file: reason.path },
            gone: reason.change === 'removed',
          },
        ];
      case 'module':
        return [{ words: 'module', name: baseName(reason.module), place: { file: reason.module } }];
      case 'setting':
        return [{ words: 'setting', name: reason.key }];
      case 'base-failed':
        return [{ words: 'did not render at base' }];
    }
  });
}

/** `module` and the name in inline code. */
export function causeInWords(cause: Cause): string {
  const name = cause.name === undefined ? undefined : code(cause.name, 60);
  return [cause.words, name].filter((part) => part !== undefined).join(' ');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
