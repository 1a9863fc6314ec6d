/** Runs checks and hooks for leaves, in their runtime directories and with copies of the files that they need. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { ChildProcesses } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { messageOf } from '../base/node-errors.ts';
import type { Place } from '../base/problems.ts';
import { renderedOf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import type { CheckResult, Side, Sided } from '../checks/check.ts';
import { checkResult, notRun } from '../checks/results.ts';
import { runProgram, type ProgramCall, type ProgramEnd } from '../checks/run-program.ts';
import { decidingFiles } from '../checks/tool-files.ts';
import { isOutside } from '../checks/trusted-folders.ts';
import type { CheckSettings, HookSettings } from '../project/check-settings.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { isIntact, sealed } from '../terraform/seal.ts';
import type { CheckFile, ChosenChecks } from './choose-checks.ts';
import { sourcePlace } from './terraform-problems.ts';

/** Where a program runs, and what it may see. */
export interface CheckedLeaf {
  /** Absolute path of the runtime directory. */
  readonly directory: string;
  /** Writes the rendering again elsewhere. */
  readonly writeAgain: () => Promise<string>;
  /** The same with stand-ins for secrets, written when it is needed; undefined if the leaf has none. */
  readonly standIns: (() => Promise<string>) | undefined;
  /** The plan as `show -json` prints it; undefined if there is none. */
  readonly plan?: { readonly whole: string; readonly withoutSensitive: () => string } | undefined;
  /** Absolute path of the plan file, with all its sensitive values in clear text; it need not be there. */
  readonly planFile: string;
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
 * @param top absolute path of the repository's top folder, which has the head's files
 */
export async function openLeafChecks(
  { checks, hooks, files, renderers, isFor, isProposal }: ChosenChecks,
  scratch: string,
  top: string,
  job: Environment,
  processes: ChildProcesses,
): Promise<LeafChecks> {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  const folders = { base: join(scratch, 'base'), head: join(scratch, 'head') };
  const write = async (side: Side): Promise<void> =>
    writeFiles(files[side], renderers[side]?.project.snapshot, folders[side]);
  await write('base');
  await write('head');
  const seals = { base: sealed(folders.base), head: sealed(folders.head) };
  const isTrusted = (folder: string): boolean => !isProposal || isOutside(top, folder);

  async function start(
    program: Sided<CheckSettings | HookSettings>,
    leaf: PlannableLeaf,
    where: CheckedLeaf,
  ): Promise<Ended> {
    try {
      return await tryToStart(program, leaf, where);
    } catch (error) {
      // A full disk, for example: what Terraform did must still be reported.
      const end = { code: undefined, why: messageOf(error), output: '', sarif: [] };
      return { end, directory: where.directory, changed: undefined };
    }
  }

  async function tryToStart(
    { settings, from }: Sided<CheckSettings | HookSettings>,
    leaf: PlannableLeaf,
    where: CheckedLeaf,
  ): Promise<Ended> {
    const isWhole = settings.sensitive || where.standIns === undefined;
    const directory = isWhole ? where.directory : await where.standIns();
    const { command, timeout, env } = settings;
    const call: ProgramCall = {
      command,
      timeout,
      env,
      isTrusted,
      leaf: leaf.leaf.path,
      composition: leaf.leaf.composition,
      directory,
      files: folders[from],
      documents: {
        plan: settings.sensitive ? where.plan?.whole : where.plan?.withoutSensitive(),
        reasons: JSON.stringify(leaf.reasons),
      },
    };
    const putBack = settings.sensitive ? () => undefined : putAside(where.planFile, scratch);
    try {
      const before = sealed(directory);
      const end = await runProgram(call, scratch, job, processes);
      if (!isIntact(before)) return { end, directory, changed: 'rendering' };
      if (isIntact(seals[from])) return { end, directory, changed: undefined };
      rmSync(folders[from], { recursive: true, force: true });
      await write(from);
      return { end, directory, changed: 'files' };
    } finally {
      putBack();
    }
  }

  const programsOf = <Settings extends CheckSettings | HookSettings>(
    programs: readonly Sided<Settings>[],
    { leaf }: PlannableLeaf,
  ): readonly Sided<Settings>[] => programs.filter(({ settings }) => isFor(settings, leaf.path));

  return {
    readsPlan: (leaf) => programsOf(checks, leaf).some(({ settings }) => settings.on !== 'rendering'),
    async run(stages, leaf, where, onStep) {
      const results: CheckResult[] = [];
      let place = where;
      for (const each of programsOf(checks, leaf)) {
        if (!stages.includes(each.settings.on)) continue;
        if (processes.interrupted()) results.push(notRun(each, 'The job was cancelled before it ran.'));
        else if (place === undefined) results.push(notRun(each, 'There is no plan to check.'));
        else {
          const { result, changed } = await runOne(each, leaf, place, onStep);
          results.push(result);
          // The next one must not suffer for it.
          if (changed === 'rendering') place = { ...place, directory: await place.writeAgain() };
        }
      }
      return results;
    },
    async runHooks(on, leaf, where, onStep) {
      const failures: string[] = [];
      for (const each of programsOf(hooks, leaf)) {
        if (each.settings.on !== on) continue;
        onStep(`hook ${each.settings.name}`);
        const { end, changed } = await start(each, leaf, where);
        const why = hookFailure(end, changed === undefined);
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
  ): Promise<{ readonly result: CheckResult; readonly changed: Changed | undefined }> {
    const { settings } = each;
    onStep(`check ${settings.name}`);
    const { end, directory, changed } = await start(each, leaf, where);
    const { rendering, snapshot } = renderedOf(leaf);
    const placeOf = (file: string, line: number | undefined): Place | undefined =>
      sourcePlace(rendering, snapshot, isAbsolute(file) ? relative(directory, file) : file.replace(/^\.\//u, ''), line);
    const result = checkResult(each, end, placeOf, changed === undefined);
    const deciding = decidingFiles(
      settings.command,
      rendering.files.map(({ name }) => name),
    );
    if (deciding.length === 0) return { result, changed };
    const why = `${deciding.join(', ')} in the composition may decide what it finds: name a file of "files" in its command instead.`;
    return { result: { ...result, why: `${result.why} ${why}`.trim() }, changed };
  }
}

/** Moves a file where a program that reads the whole rendering does not come across it. @returns moves it back */
function putAside(file: string, folder: string): () => void {
  if (!existsSync(file)) return () => undefined;
  const aside = join(folder, randomUUID());
  renameSync(file, aside);
  return () => {
    // A program may have removed everything, or have put something there.
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { recursive: true, force: true });
    renameSync(aside, file);
  };
}

interface Ended {
  readonly end: ProgramEnd;
  readonly directory: string;
  readonly changed: Changed | undefined;
}

/** What a program changed that it may only read. */
type Changed = 'rendering' | 'files';

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
