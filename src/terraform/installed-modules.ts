/**
 * The modules that `terraform init` actually loaded, as listed in `.terraform/modules/modules.json` (the format is the same
 * in all versions, and in OpenTofu). Modules that our own analysis of the sources missed count too.
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { field, list, textOf } from '../base/json.ts';
import { hasCode } from '../base/node-errors.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import { FolderDigest, isInside, NoDigest, realPath } from './folder-digest.ts';

/** Where the files are that a runtime directory refers to. */
export interface ModulePlaces {
  /** Absolute path of the folder that represents the repository's top in the directory's relative paths. */
  readonly leafRoot: string;
  /** Absolute path of the repository's top folder. */
  readonly top: string;
  /** Folders of local modules whose files are in the rendering's digest, from the repository's top. */
  readonly counted: readonly string[];
  /** Paths of all files of the commit from the repository's top, with the folders around them. */
  readonly committed: () => ReadonlySet<string>;
  /** A digest of all files of the commit. */
  readonly everything: () => string;
}

/** The code of the modules that a plan was made with. */
export interface InstalledModules {
  /** In hex. */
  readonly digest: string;
  /** A sentence: why this code cannot have been reviewed; undefined if it can be compared. */
  readonly beyondReview: string | undefined;
}

interface LoadedModule {
  /** `network.subnets`: its address without `module.`. */
  readonly key: string;
  readonly source: string;
  /** From the runtime directory. */
  readonly folder: string;
}

/**
 * A digest over names, modes and bytes of the modules of a runtime directory: of whole packages, because code in a
 * package may read files beside it, and of each other loaded folder. The plan's JSON does not contain their code (of a
 * provisioner's command it has only the references), so a branch that has moved, or a module that another commit changed,
 * would pass as the reviewed one.
 *
 * @param directory absolute path of an initialized runtime directory
 */
export function installedModules(directory: string, places: ModulePlaces): InstalledModules {
  const digest = new FolderDigest();
  let subject = 'The list of modules';
  try {
    const modules = loadedModules(directory);
    subject = 'The code that init fetched';
    addPackages(directory, modules, digest);
    for (const each of modules) {
      subject = `Module "${each.key}"`;
      addLoaded(directory, each, places, digest);
    }
    return { digest: digest.value(), beyondReview: undefined };
  } catch (error) {
    if (!(error instanceof NoDigest)) throw error;
    return { digest: '', beyondReview: `${subject} cannot be compared with what was reviewed: ${error.message}.` };
  }
}

function loadedModules(directory: string): readonly LoadedModule[] {
  let listing: unknown;
  try {
    listing = JSON.parse(readFileSync(join(directory, '.terraform', 'modules', 'modules.json'), 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw new NoDigest('.terraform/modules/modules.json cannot be read');
  }
  const modules = list(field(listing, 'Modules')).map((each): LoadedModule => {
    const [key, source, folder] = ['Key', 'Source', 'Dir'].map((name) => textOf(each, name));
    if (key === undefined || folder === undefined) {
      throw new NoDigest('.terraform/modules/modules.json has an entry without a key or a folder');
    }
    return { key, source: source ?? '', folder };
  });
  // The first one is the root module.
  return modules.filter(({ key }) => key !== '').sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Adds the packages below `.terraform/modules`, whole. */
function addPackages(directory: string, modules: readonly LoadedModule[], digest: FolderDigest): void {
  const root = packagesOf(directory);
  if (root === undefined) return;
  const archives = new Set(modules.flatMap(({ key, source }) => (isArchive(source) ? [key] : [])));
  const gits = new Set(readdirSync(root).filter((name) => !archives.has(name) && isClone(join(root, name))));
  // An absolute path as a source is only a link here: its target is added with its module.
  const links = new Set(readdirSync(root).filter((name) => lstatSync(join(root, name)).isSymbolicLink()));
  digest.addFolder(root, {
    within: root,
    skip(path) {
      // The list of modules is added with each module.
      if (path === 'modules.json' || links.has(path)) return true;
      const [name = '', git, ...rest] = path.split('/');
      return git === '.git' && rest.length > 0 && gits.has(name) && isMadeByGit(rest);
    },
  });
}

function packagesOf(directory: string): string | undefined {
  const path = join(directory, '.terraform', 'modules');
  const real = realPath(path);
  if (real !== undefined && !isInside(real, realPath(directory) ?? directory)) {
    throw new NoDigest('.terraform/modules is a link out of the runtime directory');
  }
  return real;
}

/** Whether a source is an archive, or a folder, whose `.git` was made by its author; git makes its own at each clone. */
function isArchive(source: string): boolean {
  if (/^(?:git|hg)::/u.test(source)) return false;
  return /^(?:s3|gcs|file)(?:::|:)|[?&]archive=|\.(?:zip|tar|tgz|tbz2|txz|tzst|gz|bz2|xz|zst)(?:[?/]|$)/u.test(source);
}

function isClone(folder: string): boolean {
  return ['HEAD', 'objects', 'refs', 'index'].every((name) => existsSync(join(folder, '.git', name)));
}

/** Git's own files, which differ from clone to clone. Anything else in the folder counts. */
function isMadeByGit([name = '', ...rest]: readonly string[]): boolean {
  return rest.length > 0
    ? ['branches', 'hooks', 'info', 'logs', 'modules', 'objects', 'refs'].includes(name)
    : /^(?:HEAD|FETCH_HEAD|ORIG_HEAD|config|description|index|packed-refs|shallow)$/u.test(name);
}

/** Adds the folder of one module, unless it is part of a package or of the rendering. */
function addLoaded(directory: string, module: LoadedModule, places: ModulePlaces, digest: FolderDigest): void {
  const { key, folder } = module;
  const real = realPath(join(directory, folder));
  if (real === undefined) throw new NoDigest(`there is nothing at ${folder}`);
  const [own = directory, top = places.top, leafRoot = places.leafRoot] = [directory, places.top, places.leafRoot].map(
    realPath,
  );
  const packages = packagesOf(directory);
  if (packages !== undefined && isInside(real, packages)) {
    const place = relative(packages, real);
    digest.add(key, 'package', place);
    // What git made there is left out with the package.
    if (place.split(sep).includes('.git')) digest.addFolder(real, { within: packages });
  } else if (isInside(real, join(own, '.terraform'))) {
    throw new NoDigest(`it is in ${relative(own, real)}, which init writes`);
  } else if (isInside(real, own)) {
    digest.add(key, 'rendering', relative(own, real));
  } else if (isInside(real, leafRoot)) {
    digest.add(key, 'repository', relative(leafRoot, real));
    digest.addFolder(real, { within: leafRoot });
  } else if (isInside(real, top) && !relative(top, real).split(sep).some(isNoSource)) {
    const place = relative(top, real);
    // If our analysis of the sources missed this module, it did not follow the references in its code either.
    const seen = places.counted.some((each) => realPath(join(top, each)) === real);
    if (!seen) digest.add('everything', places.everything());
    const committed = seen ? places.committed() : undefined;
    digest.add(key, 'repository', place);
    digest.addFolder(real, {
      within: top,
      // Other files in a known folder were checked before planning began. What is there now was written by plans (such
      // as an archive_file), and those of other leaves run at the same time.
      skip: (path) =>
        path.split('/').some(isNoSource) || (committed !== undefined && !committed.has(join(place, path))),
    });
  } else {
    throw new NoDigest(`it is in ${real}, outside of the repository`);
  }
}

/** Folders that are never committed: git's own, what we write, and what a local `init` left. */
function isNoSource(name: string): boolean {
  return name === '.git' || name === '.terraform' || name === RUNTIME_FOLDER;
}
