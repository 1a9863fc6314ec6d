/** Where the project is that a command is about. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import { problemError } from '../base/problems.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { realFolder } from '../snapshot/real-folder.ts';

const CONFIG = 'config';

/**
 * The project root, links followed, and why it is that: for messages.
 *
 * @param rootPath as typed; undefined: the nearest folder, from the current directory upwards, that has settings, or else
 *   a `config` folder with layers
 * @throws ProblemError when there is no such folder
 */
export function findProject(
  rootPath: string | undefined,
  directory: string,
): { readonly root: string; readonly why: string } {
  if (rootPath !== undefined) {
    const root = realFolder(resolve(directory, rootPath));
    if (root !== undefined) return { root, why: '--root-path names it' };
    throw problemError('usage', `--root-path is "${rootPath}", which is not a folder.`, {
      hint: `Name the folder that holds ${SETTINGS_FILE}.`,
    });
  }
  const folders = upwards(realFolder(directory) ?? directory);
  const settled = folders.find((folder) => existsSync(join(folder, SETTINGS_FILE)));
  if (settled !== undefined) return { root: settled, why: `it has ${SETTINGS_FILE}` };
  const layered = folders.find(hasLayers);
  if (layered !== undefined) return { root: layered, why: `it has the folder "${CONFIG}"` };
  return { root: folders[0] ?? directory, why: `neither it nor a folder above it has ${SETTINGS_FILE} or "${CONFIG}"` };
}

/** From a folder to the top. What stands in a runtime directory are links to the project around it. */
function upwards(directory: string): readonly string[] {
  const [before = ''] = `${directory}/`.split(`/${RUNTIME_FOLDER}/`);
  const folders = [before === '' ? '/' : before.replace(/(?<=.)\/$/u, '')];
  for (let last = folders[0] ?? ''; dirname(last) !== last; last = dirname(last)) folders.push(dirname(last));
  return folders;
}

function hasLayers(folder: string): boolean {
  try {
    return readdirSync(join(folder, CONFIG)).some((name) => /^[^.].*=.|^[^.].*\.ya?ml$/u.test(name));
  } catch {
    return false;
  }
}

/**
 * A path as typed, from the project root; `''` is the root itself. It may be typed from there or, with the shell's
 * completion, from the current directory; `.` and `..` are the latter.
 *
 * @throws ProblemError when it leads out of the project
 */
export function fromRoot(typed: string, root: string, directory: string): string {
  const both = [resolve(root, typed), resolve(directory, typed)];
  const candidates = /^\.\.?(?:\/|$)/u.test(typed) ? both.reverse() : both;
  const [first = root] = candidates;
  const absolute = (isAbsolute(typed) ? [typed] : candidates).find((each) => existsSync(each)) ?? first;
  const path = relative(root, existsSync(absolute) ? realpathSync(absolute) : absolute)
    .split(sep)
    .join('/');
  if (path.startsWith('../') || path === '..' || isAbsolute(path)) {
    throw problemError('usage', `"${typed}" is not below the project ${root}.`, {
      hint: 'Name the project with --root-path DIR.',
    });
  }
  return path;
}
