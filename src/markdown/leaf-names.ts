/**
 * Short names for the leaves of one report: `vpc` in `dev / dev1` for
 * `config/env=dev/cluster=dev1/composition=terraform/terraform=vpc`. What all of them share is said once, as patterns.
 */

/** A name and, if it takes more to tell the leaf from all others of the report, its place. */
export interface LeafName {
  /** The value of the last folder: `vpc`. Never empty. */
  readonly name: string;
  /** The values of those folders above it that not all leaves have: `['dev', 'dev1']`. */
  readonly place: readonly string[];
}

export interface LeafNames {
  /** The name of a leaf by its path. */
  readonly of: (path: string) => LeafName;
  /** The paths with `*` for each value that differs; sorted. */
  readonly patterns: readonly string[];
}

/** The names do not depend on the order of the paths, and no two different paths have the same. */
export function leafNames(paths: readonly string[]): LeafNames {
  const all = [...new Set(paths)];
  const split = all.map((path) => path.split('/'));
  const shared = new Set(split[0]?.filter((folder) => split.every((folders) => folders.includes(folder))));
  const byValue = (folders: readonly string[]): LeafName => named(folders, shared, valueOf);
  const byFolder = (folders: readonly string[]): LeafName => named(folders, shared, (folder) => folder);
  const make = [byValue, byFolder].find(
    (each) => new Set(split.map((one) => nameInWords(each(one)))).size === all.length,
  );
  return {
    of: (path) => make?.(path.split('/')) ?? { name: path === '' ? '.' : path, place: [] },
    patterns: [...new Set(split.map((folders) => patternOf(folders, shared)))].sort(),
  };
}

/**
 * The name of a leaf where no others are known: the values of all its folders. A folder that only says what the next one
 * is, such as `composition=terraform` above `terraform=vpc`, is left out, and so is one without a value.
 *
 * @param short what stands for a folder, by default its value
 */
export function nameAlone(path: string, short = valueOf): LeafName {
  const folders = path.split('/');
  const isSaid = (folder: string, next: string | undefined): boolean =>
    !folder.includes('=') || next?.startsWith(`${valueOf(folder)}=`) === true;
  const place = folders.slice(0, -1).filter((folder, index) => !isSaid(folder, folders[index + 1]));
  return named([...place, folders.at(-1) ?? ''], new Set(), short);
}

/** The part of their places that several leaves have in common, by position: `['dev']` of `dev / a` and `dev / b`. */
export function commonPlace(names: readonly LeafName[]): readonly string[] {
  const [first, ...others] = names;
  return first?.place.filter((part, index) => others.every(({ place }) => place[index] === part)) ?? [];
}

/** `vpc · dev / dev1` */
export function nameInWords({ name, place }: LeafName): string {
  return [name, ...(place.length > 0 ? [place.join(' / ')] : [])].join(' · ');
}

function named(folders: readonly string[], shared: ReadonlySet<string>, short: (folder: string) => string): LeafName {
  const place = folders.slice(0, -1).filter((folder) => !shared.has(folder));
  return { name: short(folders.at(-1) ?? '') || '.', place: place.map((folder) => short(folder) || '.') };
}

/** `dev` of `env=dev`; a folder without a value is its own. */
function valueOf(folder: string): string {
  return folder.slice(folder.indexOf('=') + 1) || folder;
}

function patternOf(folders: readonly string[], shared: ReadonlySet<string>): string {
  const star = (folder: string): string => (folder.includes('=') ? folder.replace(/=[^]*$/u, '=*') : '*');
  return folders.map((folder) => (shared.has(folder) ? folder : star(folder))).join('/');
}
