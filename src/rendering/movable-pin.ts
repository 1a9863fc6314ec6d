/** Pins that can move: a module source that names a branch, or no ref at all, plans differently from day to day. Pure. */
import type { Pin } from './rendering.ts';

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
export function movablePin(pin: Pick<Pin, 'address' | 'value'>): MovablePin | undefined {
  if (!/^module\..+\.source$/u.test(pin.address) || !GIT_SOURCE.test(pin.value)) return undefined;
  const ref = versionOf(pin.value);
  if (ref === undefined || ref === '') return { address: pin.address, ref: undefined };
  if (/^[0-9a-f]{7,64}$/u.test(ref) || ref.startsWith('refs/tags/')) return undefined;
  const version = /\d/u.test(ref) && !/^(?:feature|feat|fix|bugfix|hotfix|release|refs\/heads)\//iu.test(ref);
  return version && !BRANCH.test(ref) ? undefined : { address: pin.address, ref };
}

/** The `ref` of a module's source; undefined if it has none. */
export function versionOf(source: string): string | undefined {
  return /[?&]ref=([^&]*)/u.exec(source)?.[1];
}
