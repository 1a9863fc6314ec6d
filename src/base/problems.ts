/**
 * What went wrong, for the person who must fix it. Every user-facing error of the project is a `Problem`: data with a
 * place, so that the terminal, an annotation and the report can each show it in their own way.
 */
import { isSystemError, messageOf } from './node-errors.ts';

/** A place in a source file. `file` is relative to the repository root with `/`; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The `file` of values that no file sets. */
export const BUILT_IN = 'a built-in name';

/** A place that is in a file; undefined for a built-in name. */
export function placeInFile<T extends Place>(place: T | undefined): T | undefined {
  return place?.file === BUILT_IN ? undefined : place;
}

/** The closed set of causes; stable, so that workflows and tests may rely on them. */
export type ProblemCode =
  | 'yaml'
  | 'layer'
  | 'merge'
  | 'interpolation'
  | 'secrets'
  | 'settings'
  | 'schema'
  | 'leaf'
  | 'composition'
  | 'template'
  | 'pin'
  | 'state'
  | 'path'
  | 'lock'
  | 'git'
  | 'base'
  | 'event'
  | 'input'
  | 'github'
  | 'terraform'
  | 'usage'
  | 'files'
  | 'shard'
  | 'wave'
  | 'check'
  | 'internal';

/** One cause of failure (`error`) or one thing worth knowing (`warning`). */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** What is wrong and why, one or more sentences, no place in it (the printer adds it). */
  readonly message: string;
  readonly place?: Place | undefined;
  /** The text of the line at `place`, for the caret below it. */
  readonly sourceLine?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Paths of the leaves that have it, if its place does not say so. */
  readonly leaves?: readonly string[] | undefined;
}

type Details = Pick<Problem, 'place' | 'sourceLine' | 'hint'>;

/** Makes an error `Problem`. */
export function problem(code: ProblemCode, message: string, details: Details = {}): Problem {
  return { code, severity: 'error', message, ...details, place: placeInFile(details.place) };
}

/** Makes a warning `Problem`. */
export function warning(code: ProblemCode, message: string, details: Details = {}): Problem {
  return { code, severity: 'warning', message, ...details };
}

/** Carries all problems of one stage at once. Its `message` is the printed form, so that it reads well anywhere. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** One error `Problem` alone, to be thrown. */
export function problemError(code: ProblemCode, message: string, details: Details = {}): ProblemError {
  return new ProblemError([problem(code, message, details)]);
}

/** What a person can fix about an error; undefined for an internal error. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof ProblemError) return error.problems;
  if (!isSystemError(error)) return undefined;
  const hint =
    'The operating system refused it: check the disk, the permissions, and other programs using the workspace.';
  return [problem('files', `${messageOf(error)}.`, { hint })];
}

/** Problems of leaves, each once, with the leaves that have it. */
export function inLeaves(
  found: readonly { readonly leaf: string; readonly problems: readonly Problem[] }[],
): readonly Problem[] {
  const groups = new Map<string, { problem: Problem; leaves: string[] }>();
  for (const { leaf, problems } of found) {
    for (const each of problems) {
      const text = formatProblem(each);
      const group = groups.get(text) ?? { problem: each, leaves: [] };
      groups.set(text, group);
      const isNamed = each.message.includes(leaf) || `${each.place?.file ?? ''}/`.startsWith(`${leaf}/`);
      if (!isNamed && !group.leaves.includes(leaf)) group.leaves.push(leaf);
    }
  }
  return [...groups.values()].map(({ problem: each, leaves }) => (leaves.length === 0 ? each : { ...each, leaves }));
}

/** Whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Throws a `ProblemError` when any of the problems is an error. */
export function throwOnErrors(problems: readonly Problem[]): void {
  const errors = problems.filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new ProblemError(errors);
}

/** `file:line:column`, as editors and terminals link it. */
export function formatPlace(place: Place): string {
  if (place.file === BUILT_IN) return BUILT_IN;
  return [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** The printed form: `file:line:column: message`, the source line with a caret, then the hint. */
export function formatProblem(each: Problem): string {
  const lines = [each.place === undefined ? each.message : `${formatPlace(each.place)}: ${each.message}`];
  if (each.sourceLine !== undefined) {
    lines.push(`    ${each.sourceLine}`);
    const column = each.place?.column;
    if (column !== undefined) {
      // Tabs before the caret stay tabs, so that it points at the right place at any tab width.
      const before = each.sourceLine.slice(0, column - 1).replace(/[^\t]/gu, ' ');
      lines.push(`    ${before}^`);
    }
  }
  if (each.hint !== undefined) lines.push(`  ${each.hint}`);
  const [first, ...others] = each.leaves ?? [];
  if (first !== undefined) {
    lines.push(others.length === 0 ? `  In ${first}.` : `  In ${others.length + 1} leaves, such as ${first}.`);
  }
  return lines.join('\n');
}
