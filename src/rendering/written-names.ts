/** The names that Kompos writes into a runtime directory, which nothing else in a composition may have. Pure. */
import { problem, type Problem } from '../base/problems.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import type { SourceFolder } from './source-folders.ts';
import {
  DEFAULT_FILE,
  EARLY_VARIABLES_FILE,
  isTemplate,
  PLAN_FILE,
  PROVIDER_FILE,
  renderedName,
  VARIABLES_FILE,
} from './terraform-files.ts';

const ALWAYS = [PROVIDER_FILE, VARIABLES_FILE, EARLY_VARIABLES_FILE, DEFAULT_FILE, PLAN_FILE];

/** A file that is written, and the template that it comes from. */
interface Written {
  readonly name: string;
  readonly template?: string;
}

/**
 * An error for each file and folder of a composition that stands where a file is written, also on systems that ignore
 * the case of names: what renders on one machine renders on all. A template beside its own result is not meant here.
 */
export function takenNames({ folder, files }: SourceFolder): readonly Problem[] {
  const written = new Map<string, Written>(ALWAYS.map((name) => [name.toLowerCase(), { name }]));
  for (const { name } of files) {
    const target = isTemplate(name) ? renderedName(name) : undefined;
    if (target === undefined || written.has(target.toLowerCase())) continue;
    written.set(target.toLowerCase(), { name: target, template: name });
  }
  const problems = new Map<string, Problem>();
  for (const { name } of files) {
    const target = isTemplate(name) ? renderedName(name) : name;
    for (const part of withFolders(target)) {
      const taken = written.get(part.toLowerCase());
      const isTwin = part === target && taken?.template !== undefined && taken.name === target;
      if (taken === undefined || isTwin || problems.has(part)) continue;
      problems.set(part, takenName(joinPath(folder, part === target ? name : part), part !== target, part, taken));
    }
  }
  return [...problems.values()];
}

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function withFolders(path: string): readonly string[] {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

function takenName(file: string, isFolder: boolean, part: string, { name, template }: Written): Problem {
  const writes = template === undefined ? `Kompos writes a file` : `The template ${template} renders to a file`;
  const which = part === name ? 'of this name' : `"${name}", which is the same name where case does not count`;
  return problem('composition', `${writes} ${which}, so no other ${isFolder ? 'folder' : 'file'} may have it.`, {
    place: { file },
    hint: `Rename the ${isFolder ? 'folder' : 'file'}.`,
  });
}
