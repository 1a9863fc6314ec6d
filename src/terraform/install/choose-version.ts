/** Which of the published versions to install. Pure. */
import { gte, prerelease, rcompare, valid } from 'semver';
import { nearest } from '../../base/closest-name.ts';
import { satisfies } from '../version-constraint.ts';
import { LATEST } from '../wanted-program.ts';

/** Newest first; neither prereleases nor versions that kompos does not run. */
export function releases(published: readonly string[], oldest: string): readonly string[] {
  return published
    .filter((each) => valid(each) === each && prerelease(each) === null && gte(each, oldest))
    .sort(rcompare);
}

/**
 * The newest version that is asked for; undefined where there is none.
 *
 * @param versions from `releases`
 */
export function newestFitting(wanted: string, versions: readonly string[]): string | undefined {
  return versions.find((each) => wanted === LATEST || satisfies(each, wanted) === true);
}

/** What to say about a version that was never published. */
export function didYouMeanVersion(version: string, published: readonly string[], versions: readonly string[]): string {
  const closest = nearest(version, [...versions, ...published]);
  if (closest !== undefined) return `Did you mean ${closest}?`;
  return versions[0] === undefined ? 'The index of releases lists none.' : `The newest is ${versions[0]}.`;
}
