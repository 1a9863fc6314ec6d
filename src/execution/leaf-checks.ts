/** Runs checks and hooks for leaves, in their runtime directories and with copies of the files that they need. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { ChildProcesses } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import type { Place } from '../base/problems.ts';
import { renderedOf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import type { CheckResult, Sided } from '../checks/check.ts';
import { checkResult, notRun } from '../checks/results.ts';
import { runProgram, type ProgramCall, type ProgramEnd } from '../checks/run-program.ts';
import { decidingFiles } from '../checks/tool-files.ts';
import type { CheckSettings, HookSettings } from '../project/check-settings.ts';
import { leafPattern, selectedBy } from '../project/selection.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { isIntact, sealed } from '../terraform/seal.ts';
import type { CheckFile, ChosenChecks } from './choose-checks.ts';
import { sourcePlace } from './terraform-problems.ts';

/** Where a program runs, and what it may see. */
export interface CheckedLeaf {
  /** Absolute path of the runtime directory. */
  readonly directory: string;
  /** The same with stand-ins for secrets, written when it is needed; undefined if the leaf has none. */
  readonly standIns: (() => Promise<string>) | undefined;
  /** The plan as `show -json` prints it; undefined if there is none. */
  readonly plan?: { readonly whole: string; readonly withoutSensitive: () => string } | undefined;
}

export interface LeafChecks {
  /** Whether a check of this leaf reads its plan. */
  readsPlan(leaf: PlannableLeaf): boolean;
  /** Runs the checks of these stages, one after the other. */
  run(
    stages: readonly CheckSettings['on'][],
    leaf: PlannableLeaf,
    where: CheckedLeaf | undefined,
    onStep: (step: string) => void,
  ): Promise<readonly CheckResult[]>;
  /** Runs hooks; returns what failed, in whole sentences. */
  runHooks(
    on: HookSettings['on'],
    leaf: PlannableLeaf,
    where: CheckedLeaf,
    onStep: (step: string) => void,
  ): Promise<readonly string[]>;
}

/**
 * Writes the files that the programs need.
 *
 * @param scratch absolute path of a folder that only this process uses, and removes
 */
export async function openLeafChecks(
  { checks, hooks, files, renderers }: ChosenChecks,
  scratch: string,
  job: Environment,
  processes: ChildProcesses,
): Promise<LeafChecks> {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  const folders = { base: join(scratch, 'base'), head: join(scratch, 'head') };
  await writeFiles(files.base, renderers.base?.project.snapshot, folders.base);
  await writeFiles(files.head, renderers.head.project.snapshot, folders.head);
  const seals = { base: sealed(folders.base), head: sealed(folders.head) };

  async function start(
    { settings, from }: Sided<CheckSettings | HookSettings>,
    leaf: PlannableLeaf,
    where: CheckedLeaf,
  ): Promise<{ readonly end: ProgramEnd; readonly directory: string; readonly intact: boolean }> {
    const isWhole = settings.sensitive || where.standIns === undefined;
    const directory = isWhole ? where.directory : await where.standIns();
    const before = sealed(directory);
    const { command, timeout, env } = settings;
    const call: ProgramCall = {
      command,
      timeout,
      env,
      leaf: leaf.leaf.path,
      composition: leaf.leaf.composition,
      directory,
      files: folders[from],
      documents: {
        plan: settings.sensitive ? where.plan?.whole : where.plan?.withoutSensitive(),
        reasons: JSON.stringify(leaf.reasons),
      },
    };
    const end = await runProgram(call, scratch, job, processes);
    return { end, directory, intact: isIntact(before) && isIntact(seals[from]) };
  }

  const isFor = new Map<Sided<CheckSettings | HookSettings>, (path: string) => boolean>();
  for (const each of [...checks, ...hooks]) isFor.set(each, selectedBy(each.settings.leaves.map(leafPattern)));
  const programsOf = <Settings extends CheckSettings | HookSettings>(
    programs: readonly Sided<Settings>[],
    { leaf }: PlannableLeaf,
  ): readonly Sided<Settings>[] => programs.filter((each) => isFor.get(each)?.(leaf.path) === true);

  return {
    readsPlan: (leaf) => programsOf(checks, leaf).some(({ settings }) => settings.on !== 'rendering'),
    async run(stages, leaf, where, onStep) {
      const results: CheckResult[] = [];
      for (const each of programsOf(checks, leaf)) {
        if (!stages.includes(each.settings.on)) continue;
        if (where === undefined) results.push(notRun(each, 'There is no plan to check.'));
        else results.push(await runOne(each, leaf, where, onStep));
      }
      return results;
    },
    async runHooks(on, leaf, where, onStep) {
      const failures: string[] = [];
      for (const each of programsOf(hooks, leaf)) {
        if (each.settings.on !== on) continue;
        onStep(`hook ${each.settings.name}`);
        const { end, intact } = await start(each, leaf, where);
        const why = hookFailure(end, intact);
        if (why !== undefined) failures.push(`The hook "${each.settings.name}" (${on}) failed: ${why}`);
      }
      return failures;
    },
  };

  async function runOne(
    each: Sided<CheckSettings>,
    leaf: PlannableLeaf,
    where: CheckedLeaf,
    onStep: (step: string) => void,
  ): Promise<CheckResult> {
    const { settings } = each;
    onStep(`check ${settings.name}`);
    const { end, directory, intact } = await start(each, leaf, where);
    const { rendering, snapshot } = renderedOf(leaf);
    const placeOf = (file: string, line: number | undefined): Place | undefined =>
      sourcePlace(rendering, snapshot, isAbsolute(file) ? relative(directory, file) : file.replace(/^\.\//u, ''), line);
    const result = checkResult(each, end, placeOf, intact);
    const deciding = decidingFiles(
      settings.command,
      rendering.files.map(({ name }) => name),
    );
    if (deciding.length === 0) return result;
    const why = `${deciding.join(', ')} in the composition may decide what it finds: name a file of "files" in its command instead.`;
    return { ...result, why: `${result.why} ${why}`.trim() };
  }
}

function hookFailure({ code, why, output }: ProgramEnd, intact: boolean): string | undefined {
  if (code === undefined) return `${why}\n${output}`.trim();
  if (!intact) return 'It changed files that it may only read: in the rendering, or among its own files.';
  return code === 0 ? undefined : `exit code ${code}.\n${output}`.trim();
}

async function writeFiles(files: readonly CheckFile[], snapshot: Snapshot | undefined, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (snapshot === undefined) return;
  await snapshot.load(files.map(({ file }) => file));
  for (const { name, file } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, snapshot.read(file), { mode: file.executable ? 0o500 : 0o400, flag: 'wx' });
  }
}
