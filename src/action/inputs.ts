/** The action's inputs, read and checked in one place into one typed record. `action.yml` documents them. */
import { posix } from 'node:path';
import { messageOf } from '../base/node-errors.ts';
import { LIST_MERGES, type ListMerge } from '../hierarchy/value.ts';
import { problem, throwOnErrors, type Problem } from '../base/problems.ts';
import { nearest } from '../base/nearest.ts';
import { RECORD_MODES, type RecordMode } from '../gate/trusted-record.ts';

export const COMMANDS = ['plan', 'apply', 'drift'] as const;
export const COMMENT_MODES = ['always', 'changes', 'never'] as const;
export const APPLY_REQUIREMENTS = ['reviewed-plan', 'approved'] as const;
export const UNKNOWN_BASE_MODES = ['error', 'all'] as const;
export const UNUSED_CONFIGURATION_MODES = ['skip', 'plan'] as const;

export interface Inputs {
  readonly command: (typeof COMMANDS)[number];
  readonly workingDirectory: string;
  readonly leaves: readonly string[];
  /** Undefined when the workflow takes it away on purpose. */
  readonly token: string | undefined;
  readonly parallelism: number;
  readonly comment: (typeof COMMENT_MODES)[number];
  readonly title: string;
  /** Undefined: the project's setting. */
  readonly listMerge: ListMerge | undefined;
  readonly onUnknownBase: (typeof UNKNOWN_BASE_MODES)[number];
  readonly unusedConfiguration: (typeof UNUSED_CONFIGURATION_MODES)[number];
  readonly allowEnv: readonly string[];
  /** JavaScript regular expressions, their syntax checked. */
  readonly mask: readonly string[];
  readonly lockTimeout: string;
  /** Whether Terraform may ask GitHub for OIDC tokens of this job. */
  readonly passIdToken: boolean;
  /** A secret that fingerprints are made with. */
  readonly fingerprintKey: string | undefined;
  /** What a record needs to be trusted by an apply. */
  readonly record: RecordMode;
  /** Paths of the workflows whose jobs may sign a record. */
  readonly planWorkflows: readonly string[];
  /** The same for reusable workflows that they call. */
  readonly planJobWorkflows: readonly string[];
  readonly applyRequires: (typeof APPLY_REQUIREMENTS)[number];
  /** Fingerprints that are accepted in a manual run. */
  readonly accept: readonly string[];
  readonly destroyRemoved: boolean;
  /** The commit that removed the leaves that a manual run is to destroy. */
  readonly removedAt: string | undefined;
  /** Whether an apply first applies merged pull requests whose own apply never came. */
  readonly catchUp: boolean;
  /** The label of drift issues. */
  readonly driftLabel: string;
  /** How many drift issues may be open before no further one is opened; 0: none is written at all. */
  readonly maxOpenIssues: number;
  /** Milliseconds after which a look for drift begins no further plan. */
  readonly timeLimit: number | undefined;
}

/**
 * @param get the text of an input, `''` where it is not set
 * @param cores default of `parallelism`
 * @throws ProblemError that names every wrong input
 */
export function readInputs(get: (name: string) => string, cores: number): Inputs {
  const problems: Problem[] = [];

  function choice<T extends string>(name: string, allowed: readonly T[], fallback: T): T;
  function choice<T extends string>(name: string, allowed: readonly T[], fallback: undefined): T | undefined;
  function choice<T extends string>(name: string, allowed: readonly T[], fallback: T | undefined): T | undefined {
    const given = get(name).trim();
    if (given === '') return fallback;
    const found = allowed.find((each) => each === given);
    if (found === undefined) {
      const closest = nearest(given, allowed);
      problems.push(
        problem('input', `Input "${name}" is "${given}".`, {
          hint: `Allowed: ${allowed.join(', ')}.${closest === undefined ? '' : ` Did you mean "${closest}"?`}`,
        }),
      );
    }
    return found ?? fallback;
  }

  // One folder has one spelling, because the title that comes of it finds the record of what was reviewed.
  const workingDirectory = posix.normalize(get('working-directory').trim() || '.').replace(/(?<=.)\/$/u, '');
  const inputs: Inputs = {
    command: choice('command', COMMANDS, 'plan'),
    workingDirectory,
    leaves: lines(get('leaves')),
    token: get('token').trim() || undefined,
    parallelism: parallelism(),
    comment: choice('comment', COMMENT_MODES, 'always'),
    // Two projects of one repository must not write over each other's comment and record.
    title: get('title').trim() || (workingDirectory === '.' ? '' : workingDirectory),
    listMerge: choice('list-merge', LIST_MERGES, undefined),
    onUnknownBase: choice('on-unknown-base', UNKNOWN_BASE_MODES, 'error'),
    unusedConfiguration: choice('unused-configuration', UNUSED_CONFIGURATION_MODES, 'skip'),
    allowEnv: allowEnv(),
    mask: masks(),
    lockTimeout: lockTimeout(),
    passIdToken: choice('pass-id-token', ['true', 'false'], 'false') === 'true',
    fingerprintKey: get('fingerprint-key').trim() || undefined,
    record: choice('record', RECORD_MODES, 'signed'),
    planWorkflows: planWorkflows(),
    planJobWorkflows: lines(get('plan-job-workflow')).map((path) => posix.normalize(path)),
    applyRequires: choice('apply-requires', APPLY_REQUIREMENTS, 'reviewed-plan'),
    accept: accept(),
    destroyRemoved: choice('destroy-removed', ['true', 'false'], 'false') === 'true',
    removedAt: removedAt(),
    catchUp: choice('catch-up', ['true', 'false'], 'false') === 'true',
    driftLabel: driftLabel(),
    maxOpenIssues: maxOpenIssues(),
    timeLimit: timeLimit(),
  };
  if (inputs.command === 'apply' && inputs.catchUp && inputs.comment === 'never') {
    problems.push(
      problem('input', 'Input "catch-up" is "true" and "comment" is "never".', {
        hint: 'What has been applied is known from the reports on pull requests: let the apply write them.',
      }),
    );
  }
  // A fork's pull request has no secrets, and its plan needs none.
  if (inputs.command === 'apply' && inputs.record === 'keyed' && inputs.fingerprintKey === undefined) {
    problems.push(
      problem('input', 'Input "record" is "keyed", and "fingerprint-key" is empty.', {
        hint: 'Give the secret that the plan job and the apply share, or take "signed".',
      }),
    );
  }
  throwOnErrors(problems);
  return inputs;

  function parallelism(): number {
    const given = get('parallelism').trim();
    if (given === '') return cores;
    if (/^[1-9]\d{0,3}$/u.test(given)) return Number(given);
    problems.push(problem('input', `Input "parallelism" is "${given}".`, { hint: 'Allowed: a whole number from 1.' }));
    return cores;
  }

  function allowEnv(): readonly string[] {
    const names = lines(get('allow-env'));
    for (const name of names) {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) {
        problems.push(
          problem('input', `Input "allow-env" has "${name}" in it, which is no name of a variable.`, {
            hint: 'One name a line.',
          }),
        );
      } else if (isPlatformVariable(name)) {
        problems.push(
          problem(
            'input',
            `Input "allow-env" has "${name}" in it: GitHub's and the runner's own variables never reach the configuration.`,
            {
              hint: 'Give the value a name of its own under "env:".',
            },
          ),
        );
      }
    }
    return names;
  }

  function masks(): readonly string[] {
    return lines(get('mask')).filter((pattern) => {
      try {
        return new RegExp(pattern, 'gu').global;
      } catch (error) {
        const why = messageOf(error);
        problems.push(
          problem('input', `Input "mask" has a pattern that is no regular expression: ${why}`, {
            hint: 'One JavaScript regular expression a line, without slashes.',
          }),
        );
        return false;
      }
    });
  }

  function accept(): readonly string[] {
    // A field of "Run workflow" has one line: several fingerprints stand beside each other there.
    const fingerprints = get('accept')
      .split(/[\s,]+/u)
      .filter((each) => each !== '');
    for (const each of fingerprints) {
      if (/^[0-9a-f]{32}$/u.test(each)) continue;
      problems.push(
        problem('input', `Input "accept" has "${each}" in it, which is no fingerprint.`, {
          hint: 'A fingerprint has 32 characters from 0 to 9 and a to f: copy it from the report of the apply. Several are parted by spaces, commas or line breaks.',
        }),
      );
    }
    return fingerprints;
  }

  function planWorkflows(): readonly string[] {
    // As a token spells it.
    const given = lines(get('plan-workflow')).map((path) => posix.normalize(path));
    for (const path of given) {
      if (/^\.github\/workflows\/[^/@]+\.ya?ml$/u.test(path)) continue;
      problems.push(
        problem('input', `Input "plan-workflow" is "${path}".`, {
          hint: 'Allowed: paths of workflow files such as .github/workflows/plan.yml, one a line.',
        }),
      );
    }
    return given.length === 0 ? ['.github/workflows/plan.yml'] : given;
  }

  function removedAt(): string | undefined {
    const given = get('removed-at').trim();
    if (given === '') return undefined;
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/u.test(given)) {
      problems.push(
        problem('input', `Input "removed-at" is "${given}".`, {
          hint: 'Allowed: the full id of the commit that removed the leaf ("git log --first-parent --diff-filter=D -- <leaf>").',
        }),
      );
    }
    return given;
  }

  function driftLabel(): string {
    const given = get('drift-label').trim() || 'kompos-drift';
    // The list API takes several labels with commas between them.
    if (given.includes(',') || Array.from(given).length > 50) {
      problems.push(
        problem('input', `Input "drift-label" is "${given}".`, {
          hint: 'Allowed: one label without a comma, of at most 50 characters.',
        }),
      );
    }
    return given;
  }

  function maxOpenIssues(): number {
    const given = get('max-open-issues').trim() || '10';
    if (!/^\d{1,4}$/u.test(given)) {
      problems.push(
        problem('input', `Input "max-open-issues" is "${given}".`, {
          hint: 'Allowed: a whole number; 0 for no issues.',
        }),
      );
    }
    return Number(given);
  }

  function timeLimit(): number | undefined {
    const given = get('time-limit').trim();
    return given === '' ? undefined : milliseconds(duration('time-limit', given));
  }

  function lockTimeout(): string {
    return duration('lock-timeout', get('lock-timeout').trim() || '5m');
  }

  /** A duration in Go's form, which is Terraform's. */
  function duration(name: string, given: string): string {
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/u.test(given)) {
      problems.push(
        problem('input', `Input "${name}" is "${given}".`, { hint: 'Allowed: a duration such as 30s, 5m or 1h.' }),
      );
    }
    return given;
  }
}

function milliseconds(duration: string): number {
  const units = new Map([
    ['ms', 1],
    ['s', 1_000],
    ['m', 60_000],
    ['h', 3_600_000],
  ]);
  return [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (units.get(unit) ?? 0),
    0,
  );
}

/** Names that GitHub and the runner set: tokens and paths of the job are among them. */
function isPlatformVariable(name: string): boolean {
  return /^(GITHUB|RUNNER|ACTIONS|INPUT)_/iu.test(name);
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
