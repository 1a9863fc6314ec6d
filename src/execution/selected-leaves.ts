/** Which leaves a word on the command line means. */
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { problemError, type ProblemError } from '../base/problems.ts';
import { leavesAt, type Leaf } from '../project/leaves.ts';
import type { Project } from '../project/project.ts';
import { closestTo, isPattern, leafPattern } from '../project/selection.ts';
import { missingRoots } from '../project/unused-settings.ts';
import { realFolder } from '../snapshot/real-folder.ts';
import { findProject, fromRoot } from './project-root.ts';

/** The place of a command: the project, and what in it is meant. */
export interface Place {
  /** Absolute path of the project root. */
  readonly root: string;
  /** Why that is the root, for messages. */
  readonly why: string;
  /** As typed; undefined if nothing was. */
  readonly typed: string | undefined;
  /** From the project root; `''` for everything, undefined for a pattern. */
  readonly path: string | undefined;
  /** The current directory from the project root, `''` outside of it. */
  readonly here: string;
}

/** @throws ProblemError when the project does not exist, or the path leads out of it */
export function findPlace(typed: string | undefined, rootPath: string | undefined, directory: string): Place {
  const { root, why } = findProject(rootPath, directory);
  const inside = relative(root, realFolder(directory) ?? directory)
    .split(sep)
    .join('/');
  const here = inside.startsWith('..') ? '' : inside;
  const exists = typed !== undefined && [root, directory].some((each) => existsSync(resolve(each, typed)));
  const path = typed === undefined ? '' : !exists && isPattern(typed) ? undefined : fromRoot(typed, root, directory);
  return { root, why, typed, path, here };
}

/** The leaves that are meant. */
export interface SelectedLeaves {
  readonly leaves: readonly Leaf[];
  /** Whether exactly one leaf was named, and not a folder or a pattern that happens to hold one. */
  readonly isOne: boolean;
}

/**
 * The leaves at or below a path, or those that a pattern matches. Without either: the leaf that the current directory is
 * in, else all.
 *
 * @param all of the project
 * @param others folders of other tools
 * @throws ProblemError if there are none
 */
export function selectLeaves(
  project: Project,
  all: readonly Leaf[],
  others: readonly string[],
  place: Place,
): SelectedLeaves {
  const { typed, path, here } = place;
  if (all.length === 0 && (others.length === 0 || path === '')) throw noLeaves(project, place);
  if (path === undefined) return { leaves: matching(all, place), isOne: false };
  const own =
    typed === undefined ? all.find((leaf) => here === leaf.path || here.startsWith(`${leaf.path}/`)) : undefined;
  if (own !== undefined) return { leaves: [own], isOne: true };
  if (path === '') return { leaves: all, isOne: false };
  const within = all.find((leaf) => path.startsWith(`${leaf.path}/`));
  const leaves = within === undefined ? leavesAt(all, path, others, rootInWords(place)) : [within];
  return { leaves, isOne: leaves.length === 1 && (within !== undefined || leaves[0]?.path === path) };
}

function matching(all: readonly Leaf[], place: Place): readonly Leaf[] {
  const { typed = '', here } = place;
  // From the root or, as the shell would, from the current directory.
  const patterns = [typed, ...(typed.includes('/') && here !== '' ? [`${here}/${typed.replace(/^\.\//u, '')}`] : [])];
  for (const pattern of patterns) {
    const { excludes, matches } = leafPattern(pattern);
    const leaves = all.filter((leaf) => matches(leaf.path) !== excludes);
    if (leaves.length > 0) return leaves;
  }
  throw problemError('leaf', `"${typed}" matches no leaf.`, {
    hint: [
      closestTo(
        typed,
        all.map((leaf) => leaf.path),
      ) ?? 'Patterns are globs of leaf paths, such as "config/env=*", or layers, such as env=dev,composition=vpc.',
      rootInWords(place),
    ].join(' '),
  });
}

/** The error of a project without leaves: misspelled settings are the likeliest cause. */
export function noLeaves(project: Project, place: Place): ProblemError {
  const missing = missingRoots(project);
  const [first] = missing;
  if (first !== undefined && missing.length === project.settings.configRoots.length) {
    const hint = [first.hint, rootInWords(place)].join(' ');
    return problemError('leaf', `There are no leaves: ${first.message}`, { place: first.place, hint });
  }
  return problemError('leaf', `There are no leaves in ${place.root}.`, {
    hint: `A leaf is a folder such as config/env=dev/composition=vpc that has a file in it. ${rootInWords(place)} Name another one with --root-path DIR.`,
  });
}

/** `The project is …, because it has .komposconfig.yaml.` */
export function rootInWords({ root, why }: Place): string {
  return `The project is ${root}: ${why}.`;
}
