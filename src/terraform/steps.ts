/**
 * What Terraform is doing, from a line that it prints while it runs: only the parts that hold no value, because what is
 * sensitive is known when a plan is complete. Pure.
 * Formats: `internal/command/views/init.go` and `internal/command/views/hook_ui.go` in Terraform's sources.
 */

import { field, textOf } from '../base/json.ts';

const INIT =
  /^(?:Initializing (?:the backend|modules|provider plugins)|- (?:Finding latest version of|Installing|Reusing previous version of) [\w./-]+)/u;

const KEY = '(?:\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\])?';

/** An address, whose keys are never sensitive; the ids that follow may be. */
const RESOURCE = new RegExp(
  `^((?:module\\.[\\w-]+${KEY}\\.)*(?:data\\.|ephemeral\\.)?[\\w-]+\\.[\\w-]+${KEY}): ` +
    '(Refreshing state|Reading|Still reading|Read complete|Opening|Opening complete|Closing|Closing complete)\\b',
  'u',
);

/** @returns `aws_s3_bucket.logs: Refreshing state`; undefined for a line that says no such thing */
export function stepIn(line: string): string | undefined {
  const init = INIT.exec(line)?.[0].replace(/^- /u, '');
  if (init !== undefined) return init;
  const [, address, words] = RESOURCE.exec(line) ?? [];
  return address === undefined || words === undefined ? undefined : `${address}: ${words}`;
}

/**
 * The same of a line that `apply -json` prints.
 *
 * @returns `create aws_s3_bucket.logs: done after 3 s`, and whether something is done, or has failed
 */
export function appliedStepIn(line: string): { readonly words: string; readonly isEnd: boolean } | undefined {
  const message = messageIn(line);
  const [, step] = /^apply_(start|progress|complete|errored)$/u.exec(textOf(message, 'type') ?? '') ?? [];
  const hook = field(message, 'hook');
  const address = textOf(field(hook, 'resource'), 'addr');
  if (step === undefined || address === undefined) return undefined;
  const what = `${textOf(hook, 'action') ?? 'apply'} ${address}`;
  const elapsed = `${Math.round(Number(field(hook, 'elapsed_seconds') ?? 0))} s`;
  switch (step) {
    case 'start':
      return { words: what, isEnd: false };
    case 'progress':
      return { words: `${what}: ${elapsed}`, isEnd: false };
    case 'complete':
      return { words: `${what}: done after ${elapsed}`, isEnd: true };
    default:
      return { words: `${what}: failed after ${elapsed}`, isEnd: true };
  }
}

/** A line of the machine-readable UI (format: "ui" version 1.x); undefined for anything else. */
export function messageIn(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
}
