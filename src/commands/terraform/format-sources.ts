/** `terraform fmt` of what a leaf is made from: its rendering is written again each time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runPiped } from '../../base/child-process.ts';
import { folderOf } from '../../base/names.ts';
import { problemError, throwOnErrors } from '../../base/problems.ts';
import type { LocalProject } from '../../execution/local-project.ts';
import type { Leaf } from '../../project/leaves.ts';
import { isJson, isTemplate } from '../../rendering/terraform-files.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { asksForHelp, isSwitchedOn, operandsOf } from '../../terraform/subcommands.ts';
import type { TerraformContext } from './context.ts';

/** Of `fmt -check`, when something is not formatted. Source: Terraform's `command/fmt.go`. */
const NOT_FORMATTED = 3;

/**
 * Formats the composition folders of these leaves, templates included.
 *
 * @returns the exit code
 * @throws ProblemError for other paths, or if a leaf cannot be rendered
 */
export async function formatSources(
  project: LocalProject,
  leaves: readonly Leaf[],
  args: readonly string[],
  binary: TerraformBinary,
  context: TerraformContext,
): Promise<number> {
  const { path: program, processes } = binary;
  const { environment, onTerminal, directory } = context;
  const here = { directory, environment, program };
  if (asksForHelp(args)) return processes.runHere({ ...here, args: ['fmt', ...args] }, onTerminal);
  const [path] = operandsOf(args);
  if (path !== undefined) {
    throw problemError(
      'usage',
      `"fmt" formats the composition folders of leaves, and takes no other path: "${path}".`,
      {
        hint: `Run it without kompos: ${binary.program === 'OpenTofu' ? 'tofu' : 'terraform'} fmt ${path}`,
      },
    );
  }
  let exitCode = 0;
  for (const folder of await sourceFolders(project, leaves)) {
    const absolute = join(project.top, folder);
    const shown = relative(directory, absolute) || '.';
    const code = await processes.runHere({ ...here, args: ['fmt', ...args, shown] }, onTerminal);
    const ofTemplates = await formatTemplates(project, folder, args, binary, context);
    exitCode = Math.max(exitCode, code, ofTemplates);
  }
  return exitCode;
}

/** The folders of the leaves' compositions, from the repository root, each once. */
async function sourceFolders({ renderer }: LocalProject, leaves: readonly Leaf[]): Promise<readonly string[]> {
  const folders = new Set<string>();
  for (const leaf of leaves) {
    const result = await renderer.render(leaf);
    const rendering = result.ok ? result.rendering : result.paused?.rendering;
    if (rendering !== undefined) folders.add(rendering.source);
    else if (!result.ok) throwOnErrors(result.problems);
  }
  return [...folders].sort();
}

/** Terraform formats only files with its own endings, so templates go through its standard input. */
async function formatTemplates(
  { renderer, top }: LocalProject,
  folder: string,
  args: readonly string[],
  { path: program }: TerraformBinary,
  { environment, directory, print, showError }: TerraformContext,
): Promise<number> {
  const isDeep = isSwitchedOn(args, 'recursive');
  const off = (flag: string): boolean => args.some((each) => new RegExp(`^--?${flag}=(?:0|f|false)$`, 'iu').test(each));
  const checks = isSwitchedOn(args, 'check');
  let exitCode = 0;
  for (const { path } of renderer.project.snapshot.filesBelow(folder)) {
    if (!isTemplate(path) || isJson(path) || (!isDeep && folderOf(path) !== folder)) continue;
    const file = join(top, path);
    const text = readFileSync(file, 'utf8');
    const call = { program, directory, environment };
    const { code, stdout, stderr } = await runPiped({ ...call, args: ['fmt', '-no-color', '-'] }, text);
    if (code !== 0) {
      showError({ code: 'template', severity: 'error', message: stderr.trim(), place: { file: path } });
      exitCode = code;
      continue;
    }
    if (stdout === text) continue;
    if (checks) exitCode = Math.max(exitCode, NOT_FORMATTED);
    if (!off('list')) print(`${relative(directory, file)}\n`);
    if (isSwitchedOn(args, 'diff')) print(await diffOf(path, text, stdout));
    if (!checks && !off('write')) writeFileSync(file, stdout);
  }
  return exitCode;
}

async function diffOf(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  return createTwoFilesPatch(`old/${path}`, `new/${path}`, before, after);
}
