/** Terraform's errors and warnings in a runtime directory → problems in the files that people edit. Pure. */
import type { Reason } from '../changes/changed-leaf.ts';
import { formatPlace, problem, warning, type Place, type Problem } from '../base/problems.ts';
import { count } from '../markdown/phrases.ts';
import type { PinnedBlock, Rendered, Rendering } from '../rendering/rendering.ts';
import { joinPath, type Snapshot } from '../snapshot/snapshot.ts';
import type { Diagnostic } from '../terraform/diagnostics.ts';

/** A check whose result is not known before the apply: nobody can do anything about it. */
const NOT_YET = 'Check block assertion known after apply';

/**
 * One problem for each error whose place is known, and for each warning: in the template, the source file or the local
 * module that Terraform read. A module that cannot be installed is a problem of the configuration line that moved its
 * pin. Only files that exist are places: a program may print anything in the form of one.
 *
 * @param stage what printed them
 */
export function terraformProblems(
  { rendering, snapshot }: Pick<Rendered, 'rendering' | 'snapshot'>,
  reasons: readonly Reason[],
  diagnostics: readonly Diagnostic[],
  stage: 'init' | 'plan' | 'show' | 'apply',
): readonly Problem[] {
  return diagnostics.flatMap((each): readonly Problem[] => {
    const place = each.file === undefined ? undefined : sourcePlace(rendering, snapshot, each.file, each.line);
    if (each.severity === 'warning') {
      if (each.summary === NOT_YET) return [];
      return [warning('terraform', words(each), { place: place ?? { file: rendering.leaf.path } })];
    }
    const hint = submoduleHint(snapshot, each.summary);
    if (hint !== undefined) {
      return [problem('terraform', words(each), { place: place ?? { file: rendering.leaf.path }, hint })];
    }
    if (place === undefined) return [];
    const pinned = stage === 'init' ? movedPin(rendering, reasons, place) : undefined;
    if (pinned === undefined) return [problem('terraform', words(each), { place })];
    return [
      problem('terraform', words(each), { place: pinned, hint: `The value is inserted at ${formatPlace(place)}.` }),
    ];
  });
}

/**
 * What to do about a module whose folder is not there, in a repository that has submodules.
 *
 * @param text of an error
 */
export function submoduleHint(snapshot: Snapshot, text: string): string | undefined {
  const isMissing = text.includes('Unreadable module directory') && snapshot.file('.gitmodules') !== undefined;
  return isMissing
    ? 'This repository has submodules: set "submodules: true" at actions/checkout, or run "git submodule update --init".'
    : undefined;
}

/** `Argument is deprecated (120 times)`, with the detail below. */
function words({ summary, detail, similar }: Diagnostic): string {
  const times = similar === undefined ? '' : ` (${count(similar + 1)} times)`;
  return [`${summary}${times}`, detail].filter((part) => part !== '').join('\n');
}

/**
 * The place in the repository that a program means, if there is such a file.
 *
 * @param file as the program names it, from the runtime directory
 */
export function sourcePlace(
  rendering: Rendering,
  snapshot: Snapshot,
  file: string,
  line: number | undefined,
): Place | undefined {
  const own = rendering.files.find(({ name }) => name === file);
  // Pins have no line breaks, so a template's lines are those of its rendering.
  if (own !== undefined) return own.content.kind === 'generated' ? undefined : { file: own.content.file.path, line };
  const module = /^\.terraform\/modules\/([^./]+)/u.exec(file)?.[1];
  if (module !== undefined) return rendering.blocks.find(({ address }) => address === `module.${module}`)?.template;
  const path = joinPath(rendering.source, file);
  const isKnown = !file.startsWith('/') && snapshot.files().some((each) => each.path === path);
  return isKnown ? { file: path, line } : undefined;
}

/** The configuration line behind the pin of the block at a place, if this change moved it. */
function movedPin({ blocks }: Rendering, reasons: readonly Reason[], place: Place): Place | undefined {
  const block = blocks.find((each) => covers(each, place));
  if (block === undefined) return undefined;
  const keys = reasons.flatMap((reason) =>
    reason.kind === 'pin' && reason.address.startsWith(`${block.address}.`) ? reason.keys : [],
  );
  return keys.find(({ before, after }) => before !== after && after !== undefined)?.origin;
}

function covers({ template, text }: PinnedBlock, { file, line = 0 }: Place): boolean {
  return file === template.file && line >= template.line && line < template.line + text.split('\n').length;
}
