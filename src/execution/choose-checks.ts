/** Which checks and hooks a job runs, and from which revision. */
import type { Chosen, Revision, Sided } from '../checks/check.ts';
import { chooseByBase } from '../checks/check.ts';
import type { CheckSettings, HookSettings } from '../project/check-settings.ts';
import { leafGlob } from '../project/selection.ts';
import type { Renderer } from '../rendering/renderer.ts';
import { compareBytes, joinPath, type SnapshotFile } from '../snapshot/snapshot.ts';

/** Whose settings decide what runs beside Terraform: the base's, unless head is trusted. */
export interface ChecksTrust {
  /** Whether head is the user's own, as on the command line. */
  readonly isOwn: boolean;
  /** Whether head is trusted where there is no base: it is the default branch's. */
  readonly trustsHead: boolean;
}

/** A file that a check needs, by its path from the project root. */
export interface CheckFile {
  readonly name: string;
  readonly file: SnapshotFile;
}

/** What runs, with the files of each revision. */
export interface ChosenChecks {
  readonly checks: readonly Sided<CheckSettings>[];
  readonly hooks: readonly Sided<HookSettings>[];
  /** Sentences for reviewers. */
  readonly notices: readonly string[];
  /** The files that the programs of a revision need. */
  readonly files: { readonly base: readonly CheckFile[]; readonly head: readonly CheckFile[] };
  readonly renderers: { readonly base: Renderer | undefined; readonly head: Renderer };
}

/**
 * @param stages of the checks that this job runs
 * @returns undefined if nothing runs
 */
export function chooseChecks(
  { head, base }: { readonly head: Renderer; readonly base: Renderer | undefined },
  trust: ChecksTrust,
  stages: readonly CheckSettings['on'][],
): ChosenChecks | undefined {
  const isAsked = ({ on }: CheckSettings): boolean => stages.includes(on);
  const { settings } = head.project;
  const before = base?.project.settings;
  if (base === undefined && !trust.isOwn && !trust.trustsHead) {
    return withoutBase(settings.checks.filter(isAsked), head);
  }
  const decides = trust.isOwn ? undefined : base;
  const checks = chooseByBase(
    'check',
    decides && revision(decides, (before?.checks ?? []).filter(isAsked)),
    revision(head, settings.checks.filter(isAsked)),
  );
  const hooks = chooseByBase('hook', decides && revision(decides, before?.hooks ?? []), revision(head, settings.hooks));
  if (checks.programs.length + hooks.programs.length === 0) return undefined;
  return chosen({ head, base }, checks, hooks);
}

function withoutBase(skipped: readonly CheckSettings[], head: Renderer): ChosenChecks | undefined {
  if (skipped.length === 0) return undefined;
  const names = skipped.map(({ name }) => `"${name}"`).join(', ');
  const notice = `The base is unknown, so nothing decides which checks to trust: ${names} did not run.`;
  return chosen({ head, base: undefined }, { programs: [], notices: [notice] }, { programs: [], notices: [] });
}

function chosen(
  renderers: ChosenChecks['renderers'],
  checks: Chosen<CheckSettings>,
  hooks: Chosen<HookSettings>,
): ChosenChecks {
  const needed = (from: 'base' | 'head', renderer: Renderer | undefined): readonly CheckFile[] => {
    const programs = [...checks.programs, ...hooks.programs].filter((each) => each.from === from);
    return renderer === undefined
      ? []
      : filesOf(
          renderer,
          programs.map(({ settings }) => settings),
        );
  };
  return {
    checks: checks.programs,
    hooks: hooks.programs,
    notices: [...checks.notices, ...hooks.notices],
    files: { base: needed('base', renderers.base), head: needed('head', renderers.head) },
    renderers,
  };
}

type Needing = Pick<CheckSettings, 'command' | 'files'>;

function revision<Settings extends Needing>(renderer: Renderer, entries: readonly Settings[]): Revision<Settings> {
  return {
    entries,
    filesOf: (entry) =>
      filesOf(renderer, [entry])
        .map(({ name, file }) => `${name} ${file.id} ${file.executable}`)
        .join('\n'),
  };
}

/** What `files` and a program with a slash name, in byte order of name. */
function filesOf({ project }: Renderer, programs: readonly Needing[]): readonly CheckFile[] {
  const globs = programs.flatMap(({ files }) => files);
  const paths = programs.flatMap(({ command: [program] }) => (program.includes('/') ? [joinPath('', program)] : []));
  if (globs.length + paths.length === 0) return [];
  const tests = [...new Set(globs)].map(leafGlob);
  const below = project.root === '' ? '' : `${project.root}/`;
  return project.snapshot
    .filesBelow(project.root)
    .filter(({ isSubmodule }) => isSubmodule !== true)
    .map((file) => ({ name: file.path.slice(below.length), file }))
    .filter(({ name }) => paths.includes(name) || tests.some((test) => test(name)))
    .sort((a, b) => compareBytes(a.name, b.name));
}
