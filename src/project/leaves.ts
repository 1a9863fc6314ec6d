/** Leaves: the directories that each represent one Terraform root module in one place. */
import { posix } from 'node:path';
import { problemError } from '../base/problems.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import { nearest } from '../base/closest-name.ts';

export interface Leaf {
  /** `config/env=dev/cluster=c1/composition=terraform/terraform=vpc`, from the project root. */
  readonly path: string;
  /** `config/env=dev/cluster=c1` */
  readonly place: string;
  /** `vpc` */
  readonly composition: string;
  /** The layer directories, the config root first, the leaf itself last. */
  readonly layers: readonly string[];
}

const COMPOSITION = 'composition=';
const TERRAFORM = 'terraform=';

export interface FoundLeaves {
  /** In byte order of path. */
  readonly leaves: readonly Leaf[];
  /** Folders `composition=X`, or `composition=T/K=X`, that belong to other tools, in byte order of path. */
  readonly others: readonly string[];
}

/**
 * Finds all leaves among the paths of a project's files (relative to the project root). A `composition=T` that has
 * `K=…` folders is not a leaf itself; of those folders, only `terraform=` ones are leaves.
 *
 * @param isTerraform whether a `composition=X` is Terraform's, and not another tool's
 * @param roots folders that may be the first layer, if it is not the first part of the path
 */
export function findLeaves(
  paths: Iterable<string>,
  isTerraform: (composition: string) => boolean = () => true,
  roots: readonly string[] = [],
): FoundLeaves {
  /** `composition=T` directories, and whether they have `K=…` folders. */
  const compositions = new Map<string, boolean>();
  const leafPaths = new Set<string>();
  const others = new Set<string>();
  for (const path of paths) {
    const start = path.indexOf(`/${COMPOSITION}`);
    if (start <= 0) continue;
    const end = path.indexOf('/', start + 1);
    if (end < 0) continue;
    const directory = path.slice(0, end);
    const childEnd = path.indexOf('/', end + 1);
    const child = childEnd < 0 ? '' : path.slice(end + 1, childEnd);
    const isLayer = /^[^=]+=./u.test(child);
    compositions.set(directory, isLayer || compositions.get(directory) === true);
    if (isLayer) (child.startsWith(TERRAFORM) ? leafPaths : others).add(`${directory}/${child}`);
  }
  for (const [directory, hasLayers] of compositions) {
    if (hasLayers || directory.endsWith(COMPOSITION)) continue;
    if (isTerraform(compositionOf(directory))) leafPaths.add(directory);
    else others.add(directory);
  }
  return {
    leaves: describeLeaves([...leafPaths].sort(compareBytes), roots),
    others: [...others].sort(compareBytes),
  };
}

/** Leaves in one folder share what is above them: the names of layers are looked up often, and V8 hashes each text once. */
function describeLeaves(paths: readonly string[], roots: readonly string[]): readonly Leaf[] {
  let folder: string | undefined;
  let above: readonly string[] = [];
  let place = '';
  return paths.map((path) => {
    if (folder !== undefined && path.startsWith(folder) && !path.includes('/', folder.length)) {
      return { path, place, composition: compositionOf(path), layers: [...above, path] };
    }
    const leaf = describeLeaf(path, roots);
    folder = path.slice(0, path.lastIndexOf('/') + 1);
    above = leaf.layers.slice(0, -1);
    ({ place } = leaf);
    return leaf;
  });
}

/** `composition=helmfile/helmfile=x` */
function isOfOtherKind(path: string): boolean {
  return path.includes(`/${COMPOSITION}`) && !posix.basename(path).startsWith(COMPOSITION);
}

/** A line about folders that are no leaves because there is no Terraform for them. */
export function otherTools(others: readonly string[]): string {
  const [first = ''] = others;
  return others.length === 1
    ? `Skipped ${first}, which has no Terraform folder.`
    : `Skipped ${others.length} folders without a Terraform folder, such as ${first}.`;
}

/** The composition of a leaf's path. */
export function compositionOf(path: string): string {
  return path.slice(path.indexOf('=', path.lastIndexOf('/')) + 1);
}

/**
 * Derives a leaf from its path.
 *
 * @param roots folders that may be the first layer, if it is not the first part of the path
 */
export function describeLeaf(path: string, roots: readonly string[] = []): Leaf {
  const root = roots.find((each) => path.startsWith(`${each}/`)) ?? '';
  const layers: string[] = [];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    if (end >= root.length) layers.push(path.slice(0, end));
  }
  layers.push(path);
  return {
    path,
    place: path.slice(0, Math.max(0, path.indexOf(`/${COMPOSITION}`))),
    composition: compositionOf(path),
    layers,
  };
}

/** The value of a `cloud=` layer in the leaf's path. */
export function cloudOfPath(leaf: Leaf): string | undefined {
  const layer = leaf.path.split('/').find((part) => part.startsWith('cloud='));
  return layer?.slice('cloud='.length);
}

/**
 * The leaves at or below a path as typed by a user.
 *
 * @param others folders of other tools
 * @param project a sentence about where the project is, for the message
 * @throws ProblemError if there are none; its hint names the most similar path
 */
export function leavesAt(
  leaves: readonly Leaf[],
  path: string,
  others: readonly string[] = [],
  project = '',
): readonly Leaf[] {
  const wanted = posix.normalize(path).replace(/\/+$/u, '');
  const found = leaves.filter((leaf) => leaf.path === wanted || leaf.path.startsWith(`${wanted}/`));
  if (found.length > 0) return found;
  const other = others.find((each) => each === wanted || each.startsWith(`${wanted}/`));
  if (other !== undefined && isOfOtherKind(other)) {
    throw problemError('leaf', `"${other}" is no leaf: it belongs to another tool.`, {
      hint: `Below ${posix.dirname(other)}, only folders "${TERRAFORM}…" are leaves.`,
    });
  }
  if (other !== undefined) {
    const composition = compositionOf(other);
    // A short name is close to every other short name.
    const meant = nearest(
      composition,
      leaves.map((leaf) => leaf.composition),
      Math.max(1, Math.floor(composition.length / 4)),
    );
    throw problemError('leaf', `"${other}" is no leaf: there is no Terraform folder "${composition}".`, {
      hint: `${meant === undefined ? '' : `Did you mean "${meant}"? If not, `}"kompos new composition ${composition}" creates it below terraform.local_path. If it should be there: check the name and terraform.root_path.`,
    });
  }
  const closest = nearest(
    wanted,
    leaves.flatMap((leaf) => leaf.layers),
  );
  throw problemError('leaf', `There is no leaf at or below "${wanted}".`, {
    hint: [
      closest === undefined
        ? "A leaf is a directory such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc that has a file in it, below one of the settings' config_roots (default: config)."
        : `Did you mean "${closest}"?`,
      project,
    ]
      .join(' ')
      .trim(),
  });
}
