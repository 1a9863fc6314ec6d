/** Which checks and hooks a job runs, and from which revision. */
import type { ChangedLeaf } from '../changes/changed-leaf.ts';
import type { CheckResult, Chosen, Revision, Sided } from '../checks/check.ts';
import { chooseByBase } from '../checks/check.ts';
import { notRun } from '../checks/results.ts';
import type { CheckSettings, HookSettings } from '../project/check-settings.ts';
import { leafGlob, leafPattern, selectedBy } from '../project/selection.ts';
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
  /** Whether an entry's patterns match a leaf, by its path or by one that it had before this change. */
  readonly isFor: (settings: CheckSettings | HookSettings, leaf: string) => boolean;
  /** Whether a pull request decides what lies in the checkout. */
  readonly isProposal: boolean;
}

/**
 * @param stages of the checks that this job runs
 * @returns undefined if nothing runs
 */
export function chooseChecks(
  {
    head,
    base,
    changed = [],
  }: {
    readonly head: Renderer;
    readonly base: Renderer | undefined;
    readonly changed?: readonly ChangedLeaf[];
  },
  trust: ChecksTrust,
  stages: readonly CheckSettings['on'][],
): ChosenChecks | undefined {
  const isAsked = ({ on }: CheckSettings): boolean => stages.includes(on);
  const { settings } = head.project;
  const before = base?.project.settings;
  const about = { renderers: { head, base }, isFor: matching(changed), isProposal: !trust.isOwn && !trust.trustsHead };
  if (base === undefined && about.isProposal) {
    const notices = withoutBase([...settings.checks.filter(isAsked), ...settings.hooks]);
    return notices.length === 0 ? undefined : chosen(about, NOTHING, { programs: [], notices });
  }
  const decides = trust.isOwn ? undefined : base;
  const checks = chooseByBase(
    'check',
    decides && revision(decides, (before?.checks ?? []).filter(isAsked)),
    revision(head, settings.checks.filter(isAsked)),
    !about.isProposal,
  );
  const hooks = chooseByBase(
    'hook',
    decides && revision(decides, before?.hooks ?? []),
    revision(head, settings.hooks),
    !about.isProposal,
  );
  const isEmpty = [checks, hooks].every(({ programs, notices }) => programs.length + notices.length === 0);
  return isEmpty ? undefined : chosen(about, checks, hooks);
}

const NOTHING = { programs: [], notices: [] };

function withoutBase(skipped: readonly (CheckSettings | HookSettings)[]): readonly string[] {
  if (skipped.length === 0) return [];
  const names = skipped.map(({ name }) => `"${name}"`).join(', ');
  return [`The base is unknown, so nothing decides which checks and hooks to trust: ${names} did not run.`];
}

/** A leaf that is moved out of the reach of a check's patterns is still the same infrastructure. */
function matching(changed: readonly ChangedLeaf[]): ChosenChecks['isFor'] {
  const before = new Map<string, readonly string[]>();
  for (const each of changed) {
    if (each.kind === 'moved') before.set(each.movedTo, [...(before.get(each.movedTo) ?? []), each.leaf.path]);
  }
  const compiled = new Map<CheckSettings | HookSettings, (path: string) => boolean>();
  return (settings, leaf) => {
    const matches = compiled.get(settings) ?? selectedBy(settings.leaves.map(leafPattern));
    compiled.set(settings, matches);
    return [leaf, ...(before.get(leaf) ?? [])].some(matches);
  };
}

/** The results of checks for a leaf that is not planned yet. */
export function checksNotRun({ checks, isFor }: ChosenChecks, leaf: string, why: string): readonly CheckResult[] {
  return checks.filter(({ settings }) => isFor(settings, leaf)).map((each) => notRun(each, why));
}

function chosen(
  about: Pick<ChosenChecks, 'renderers' | 'isFor' | 'isProposal'>,
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
    files: { base: needed('base', about.renderers.base), head: needed('head', about.renderers.head) },
    ...about,
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
