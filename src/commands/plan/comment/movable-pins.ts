/** Pins that can move: a module source that names a branch, or no ref at all, plans differently from day to day. */
import { code } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { pinReasons, versionOf } from '../pin-moves.ts';
import type { PlanReport } from '../report.ts';
import type { Pin } from '../../../rendering/rendering.ts';
import { count } from '../../../markdown/phrases.ts';

/** A movable pin, with the ref that it follows, or undefined if it names none. */
export interface MovablePin {
  readonly address: string;
  readonly ref: string | undefined;
}

const GIT_SOURCE = /^git::|^git@|^(?:github\.com|bitbucket\.org)\/|\.git(?:$|[/?])/u;
const BRANCH = /^(?:refs\/heads\/.*|main|master|develop|development|trunk|head|latest|stable|next)$/iu;

/**
 * Whether a module's source can move. Versions (anything with a digit, such as `v1.2.0` or `vpc-3`) and commits cannot;
 * known branch names, names without a digit and names with a `/` can. Sources other than git have no ref.
 */
export function movablePin(pin: Pin): MovablePin | undefined {
  if (!/^module\..+\.source$/u.test(pin.address) || !GIT_SOURCE.test(pin.value)) return undefined;
  const ref = versionOf(pin.value);
  if (ref === undefined || ref === '') return { address: pin.address, ref: undefined };
  if (/^[0-9a-f]{7,64}$/u.test(ref) || ref.startsWith('refs/tags/')) return undefined;
  const version = /\d/u.test(ref) && !/^(?:feature|feat|fix|bugfix|hotfix|release|refs\/heads)\//iu.test(ref);
  return version && !BRANCH.test(ref) ? undefined : { address: pin.address, ref };
}

/** A sentence, then a line for each movable pin, however many leaves have it; empty when there is none. */
export function movablePinHints(report: PlanReport, most = 5): readonly string[] {
  const groups = new Map<string, { found: MovablePin; pin: Pin; isShown: boolean; leaves: number }>();
  for (const leaf of report.leaves) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved') continue;
    for (const pin of leaf.pins) {
      const found = movablePin(pin);
      if (found === undefined) continue;
      const key = JSON.stringify([found.address, found.ref ?? null]);
      // A pin that has changed is already shown above with its place.
      const isShown = pinReasons(leaf).some(({ address }) => address === pin.address);
      const group = groups.get(key) ?? { found, pin, isShown, leaves: 0 };
      groups.set(key, { ...group, leaves: group.leaves + 1 });
    }
  }
  if (groups.size === 0) return [];
  const all = [...groups.values()];
  const lines = all.slice(0, most).map(({ found, pin, isShown, leaves }) => {
    const follows = found.ref === undefined ? 'names no `ref`' : `follows ${code(found.ref, 80)}`;
    const place = isShown ? '' : `: ${placeLink(report, pin.keys.at(-1)?.origin ?? pin.template)}`;
    const where = leaves > 1 ? ` (${count(leaves, 'leaf', 'leaves')})` : '';
    return `- ${code(found.address.replace(/\.source$/u, ''), 80)} ${follows}${where}${place}`;
  });
  const more = all.length > most ? [`- +${count(all.length - most)} more`] : [];
  return ['💡 These modules can change without a pull request; pin a version:', ...lines, ...more];
}
