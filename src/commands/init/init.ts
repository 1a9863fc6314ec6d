/** `kompos init`: a project that plans at once. Never overwrites anything. */
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { problem, problemError, throwOnErrors, type Problem } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import { SETTINGS_FILE } from '../../project/settings.ts';
import { IGNORED, newProject, WORKFLOWS } from './files.ts';

export interface InitRequest {
  /** The folder of the project, from the current directory; made if it does not exist. */
  readonly folder: string;
}

const IGNORE_FILE = '.gitignore';
const DOCUMENTATION = 'https://github.com/kompos-io/kompos-github/blob/main/docs/workflows.md';

/**
 * Writes a new project and returns what to print.
 *
 * @throws ProblemError if there is a project already, or any of its files; then nothing is written
 */
export function initProject({ folder }: InitRequest, { directory }: Pick<LocalContext, 'directory'>): string {
  const root = resolve(directory, folder);
  if (existsSync(join(root, SETTINGS_FILE))) {
    throw problemError('files', 'There is a project already.', {
      place: { file: join(folder, SETTINGS_FILE) },
      hint: 'Add to it with "kompos new leaf" and "kompos new composition".',
    });
  }
  const top = repositoryTop(root);
  const files = [...newProject()].filter(([path]) => top === root || !path.startsWith(WORKFLOWS));
  const isIgnoring = existsSync(join(root, IGNORE_FILE));
  const created = files.filter(([path]) => path !== IGNORE_FILE || !isIgnoring);
  throwOnErrors(created.flatMap(([path]) => inTheWay(root, path)));
  for (const [path, text] of created) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
  const lines = created.map(([path]) => `  ${path}\n`);
  if (isIgnoring && addToIgnored(join(root, IGNORE_FILE))) lines.push(`  ${IGNORE_FILE} (${IGNORED} added)\n`);
  const enter = root === resolve(directory) ? '' : `  cd ${folder}\n`;
  const skipped =
    top === root
      ? ''
      : `\nNo workflows were written: they belong to ${WORKFLOWS} of ${top}, with "working-directory".\nSee ${DOCUMENTATION}\n`;
  return `Created\n${lines.join('')}${skipped}
Next
${enter}  kompos config terraform plan    plans both environments
  git init && git add . && git commit -m "New project"
  kompos plan                     plans what you change from then on
`;
}

/** The folder with `.git` at or above a folder; the folder itself if there is none. */
function repositoryTop(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return root;
  }
}

/** What stands where a file is to be written, or a link on the way there that leads somewhere else. */
function inTheWay(root: string, path: string): readonly Problem[] {
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const part = parts.slice(0, index + 1).join('/');
    const found = lstatSync(join(root, part), { throwIfNoEntry: false });
    if (found === undefined) return [];
    const isFolder = index < parts.length - 1 && found.isDirectory();
    if (isFolder) continue;
    return [
      problem('files', 'This is there already, and nothing is overwritten.', {
        place: { file: part },
        hint: 'Move it away, or begin in an empty folder: kompos init FOLDER. Nothing was written.',
      }),
    ];
  }
  return [];
}

function addToIgnored(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  if (text.split(/\r?\n/u).some((line) => line.trim() === IGNORED)) return false;
  appendFileSync(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${IGNORED}\n`);
  return true;
}
