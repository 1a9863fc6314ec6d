/** Which secrets may be read where layers may be anybody's proposal. Pure. */
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { leafGlob } from '../project/selection.ts';
import type { Fetched } from './store.ts';

/**
 * Why a secret is not read; undefined if it is.
 *
 * @param allowed globs of `store:path`, from the settings at the base commit
 * @param narrowed the same from the workflow, which may only take away; undefined: nothing is taken away
 */
export function refusal(
  { store, path }: SecretReference,
  allowed: readonly string[],
  narrowed: readonly string[] | undefined,
): Extract<Fetched, { why: string }> | undefined {
  const spelled = `${store}:${path}`;
  if (!isNamed(spelled, allowed)) {
    return {
      why: `The secret ${spelled} may not be read here: "allow_secrets" at the base commit does not name it.`,
      hint: `Merge this into .komposconfig.yaml first: allow_secrets: ["${spelled}"].`,
    };
  }
  if (narrowed !== undefined && !isNamed(spelled, narrowed)) {
    return { why: `The secret ${spelled} may not be read here: the input "allow-secrets" does not name it.` };
  }
  return undefined;
}

function isNamed(spelled: string, globs: readonly string[]): boolean {
  // A path is matched as it is, so it must not lead anywhere else.
  if (/(?:^|[:/])\.{1,2}(?:\/|$)/u.test(spelled)) return false;
  // An ARN is another spelling of what a name means, so a pattern that leaves out a name would not leave it out.
  const isArn = /^[a-z]+:arn:/u.test(spelled);
  const names = (glob: string): boolean => (!isArn || /^[a-z]+:arn:/u.test(glob)) && leafGlob(glob)(spelled);
  const [excluded, included] = [
    globs.filter((glob) => glob.startsWith('!')),
    globs.filter((glob) => !glob.startsWith('!')),
  ];
  return included.some(names) && !excluded.some((glob) => names(glob.slice(1)));
}
