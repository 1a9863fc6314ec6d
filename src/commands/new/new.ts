/** `kompos new leaf|composition`: one more of either, in a project that is there. Never overwrites anything. */
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { nearest } from '../../base/closest-name.ts';
import { formatProblem, problemError } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import { findProject } from '../../execution/project-root.ts';
import { findRepository } from '../../git/repository.ts';
import { openEnvironment } from '../../hierarchy/environment-reader.ts';
import { describeLeaf } from '../../project/leaves.ts';
import { refuseLinks } from '../../runtime/refuse-links.ts';
import { leavesOf, openProject, terraformNames, type Project } from '../../project/project.ts';
import { NOTHING_OUTSIDE } from '../../rendering/outside.ts';
import { createCaches, openRenderer } from '../../rendering/renderer.ts';
import { secretsOf } from '../../rendering/secret-places.ts';
import { joinPath, leadsOut } from '../../snapshot/snapshot.ts';
import { snapshotOfWorkingTree } from '../../snapshot/working-tree-snapshot.ts';
import { count } from '../../markdown/phrases.ts';
import { standIns } from '../../stores/stores.ts';

export interface NewRequest {
  readonly kind: 'leaf' | 'composition';
  /** The leaf's path from the project root, or the composition's name. */
  readonly name: string;
  /** The folder above a composition. Default: the one that all others are in, if there is only one. */
  readonly cloud: string | undefined;
  readonly rootPath: string | undefined;
}

/**
 * Writes the files and returns what to print.
 *
 * @throws ProblemError if it is there already, or cannot be one
 */
export async function createNew(
  request: NewRequest,
  { directory, environment }: Pick<LocalContext, 'directory' | 'environment'>,
): Promise<string> {
  const { root } = findProject(request.rootPath, directory);
  const repository = await findRepository(root, environment);
  const top = repository === undefined ? root : realpathSync(repository.top);
  const place = relative(top, root).split(sep).join('/');
  const open = (): Promise<Project> => openProject(snapshotOfWorkingTree(top), place);
  const project = await open();
  if (request.kind === 'composition') return newComposition(request, project, top);
  const path = leafPath(request.name, project);
  if (existsSync(join(root, path))) {
    throw problemError('files', 'There is such a folder already.', { place: { file: path } });
  }
  const file = write(root, `${path}/${describeLeaf(path).composition}.yaml`, LEAF);
  const text = `Created\n  ${file}\n`;
  const result = await openRenderer(
    await open(),
    leavesOf(project),
    { ...openEnvironment(environment), secrets: standIns },
    createCaches(),
    undefined,
    NOTHING_OUTSIDE,
  ).render(describeLeaf(path, project.settings.configRoots));
  const secrets = result.ok ? secretsOf(result.rendering).length : 0;
  const unread = secrets === 0 ? '' : `\nIt needs ${count(secrets, 'secret', 'secrets')}, not read here.\n`;
  if (result.ok || result.paused !== undefined) return `${text}${unread}\nNext\n  kompos ${path} terraform plan\n`;
  return `${text}\nBefore it can be planned\n${result.problems.map((each) => `${formatProblem(each)}\n`).join('')}`;
}

const LEAF = '# Configuration of this leaf only.\n';

/** The path in its usual spelling. */
function leafPath(written: string, project: Project): string {
  const path = posix.normalize(written).replace(/\/+$/u, '');
  const { configRoots } = project.settings;
  const refuse = (message: string, hint: string): never => {
    throw problemError('usage', message, { hint });
  };
  const [root = 'config'] = configRoots;
  if (!configRoots.some((each) => path.startsWith(`${each}/`)) || leadsOut(path)) {
    refuse(`"${written}" is not below ${configRoots.join(' or ')}.`, `Such as ${root}/env=dev/composition=vpc.`);
  }
  const parts = path.split('/');
  const at = parts.findIndex((part) => part.startsWith('composition='));
  const inner = parts.slice(at + 1);
  const isLeaf = inner.length === 0 || (inner.length === 1 && /^terraform=./u.test(inner[0] ?? ''));
  if (at < 0 || parts[at] === 'composition=' || !isLeaf) {
    refuse(
      `"${written}" is no path of a leaf.`,
      `It ends with composition=NAME or composition=terraform/terraform=NAME, such as ${root}/env=dev/composition=vpc.`,
    );
  }
  if (inner.length === 0) {
    const { snapshot, root: place } = project;
    const below = snapshot.filesBelow(joinPath(place, path));
    if (below.some((file) => file.path.slice(joinPath(place, path).length + 1).includes('='))) {
      refuse(`"${path}" has leaves below it.`, `Such as ${path}/terraform=NAME.`);
    }
  }
  const { composition } = describeLeaf(path);
  const names = terraformNames(project);
  if (!names.has(composition)) {
    const closest = nearest(composition, names);
    refuse(
      `There is no composition "${composition}".`,
      `${closest === undefined ? '' : `Did you mean "${closest}"? `}Create it with: kompos new composition ${composition}`,
    );
  }
  return path;
}

function newComposition({ name, cloud }: NewRequest, project: Project, top: string): string {
  if (!/^[A-Za-z0-9][\w.-]*$/u.test(name)) {
    throw problemError('usage', `"${name}" is no name of a composition.`, {
      hint: 'Letters, digits, dots, dashes and underscores, such as vpc or node-groups.',
    });
  }
  const { localPath, rootPath } = project.settings;
  const base = joinPath(project.root, joinPath(localPath, rootPath));
  if (leadsOut(base))
    throw problemError('path', `The folder of the compositions, ${base}, is outside of the repository.`);
  const folder = joinPath(base, joinPath(cloud ?? onlyCloud(project, base) ?? '', name));
  if (leadsOut(folder) || !folder.startsWith(base)) throw problemError('usage', `--cloud is "${cloud ?? ''}".`);
  if (existsSync(join(top, folder))) {
    throw problemError('files', 'There is a composition already.', { place: { file: folder } });
  }
  const files = [
    [`${folder}/main.tf.versioned`, mainOf(name)],
    [`${folder}/variables.tf`, VARIABLES],
  ] as const;
  const lines = files.map(([path, text]) => `  ${write(top, path, text)}\n`).join('');
  const [root = 'config'] = project.settings.configRoots;
  return `Created\n${lines}
Next
  kompos new leaf ${root}/env=dev/composition=${name}
  compositions.order.terraform in .komposconfig.yaml says when it runs; without it, last.
`;
}

/** The cloud folder of all compositions, if all are in one. */
function onlyCloud({ snapshot }: Project, base: string): string | undefined {
  const depths = snapshot
    .filesBelow(base)
    .filter(({ path }) => /\.(?:tf|tofu)(?:\.json)?(?:\.versioned)?$/u.test(path))
    .map(({ path }) => path.slice(base === '' ? 0 : base.length + 1).split('/'));
  const clouds = new Set(depths.map((parts) => (parts.length === 3 ? parts[0] : undefined)));
  const [cloud] = clouds;
  return clouds.size === 1 ? cloud : undefined;
}

/** Every folder on the way must be one: a link could lead anywhere. */
function write(root: string, path: string, text: string): string {
  refuseLinks(root, dirname(path));
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text, { flag: 'wx' });
  return path;
}

function mainOf(name: string): string {
  return `# A template: placeholders in "source" and "version" are replaced by each leaf's values.
# module "${name}" {
#   source = "git::https://github.com/org/terraform-modules.git//${name}?ref={{${name}.module_version}}"
# }
`;
}

const VARIABLES = `variable "config" {
  description = "The configuration of the leaf."
  type        = any
}
`;
