/**
 * The runner's side of an action: inputs, masks, annotations, outputs, summary.
 *
 * The entry point of @actions/core also loads its OIDC client with a whole HTTP stack, which costs 40 ms at every start
 * and is never used here. So the parts that talk to the runner are imported from the package by file.
 */
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js';
import { summary } from '../../node_modules/@actions/core/lib/summary.js';
import { toCommandProperties } from '../../node_modules/@actions/core/lib/utils.js';
import type { Annotation } from '../markdown/annotations.ts';

/** The trimmed text of an input, `''` if it is not set. */
export function getInput(name: string): string {
  return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

/**
 * The names of the inputs that the runner has set, those of `action.yml` and those that only the workflow has. It writes
 * them in capitals, so a variable with small letters is somebody else's.
 */
export function inputNames(environment: NodeJS.ProcessEnv): readonly string[] {
  const given = Object.keys(environment).filter((name) => name.startsWith('INPUT_') && name === name.toUpperCase());
  return given.map((name) => name.slice('INPUT_'.length).toLowerCase());
}

/** Removes the inputs from the environment once read: @actions/cache passes all of it to the `tar` that it starts. */
export function forgetInputs(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('INPUT_')) Reflect.deleteProperty(process.env, name);
  }
}

/** Masks a text in the job's log from here on, also in later steps. */
export function setSecret(secret: string): void {
  issueCommand('add-mask', {}, secret);
}

/** Shows a message on the run, and on the line of the file if there is one. */
export function annotate({ severity, title, message, file, line, column }: Annotation): void {
  const properties = {
    title,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
  issueCommand(severity, toCommandProperties(properties), message);
}

/** Sets an output of the step. The library's delimiter is random, so no value can break out of it. */
export function setOutput(name: string, value: string): void {
  if (process.env['GITHUB_OUTPUT'] === undefined) return;
  issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
}

/** Adds markdown to the job summary; does nothing without one (the bundle run by hand). */
export async function writeSummary(markdown: string): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined) await summary.addRaw(markdown).write();
}
