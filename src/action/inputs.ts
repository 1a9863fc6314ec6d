/** The action's inputs, a row each: parsed into a typed record, or reported as wrong. `action.yml` documents them. */
import { isAbsolute, posix, relative } from 'node:path';
import { messageOf } from '../base/node-errors.ts';
import { ISSUES_PER } from '../commands/drift/issues/cause.ts';
import { LIST_MERGES } from '../hierarchy/value.ts';
import { problem, problemError, ProblemError, throwOnErrors, type Problem } from '../base/problems.ts';
import { milliseconds } from '../base/duration.ts';
import { nearest } from '../base/closest-name.ts';
import { APPLY_REQUIREMENTS } from '../gate/approval.ts';
import { RECORD_MODES } from '../gate/trusted-record.ts';
import { readMirror } from '../execution/program-choice.ts';
import { MOST_SHARDS, readDecision, readShardNumber, type Decision, type ShardNumber } from '../shards/split.ts';
import { realFolder } from '../snapshot/real-folder.ts';
import { REFRESHES } from '../terraform/refresh.ts';
import { TOOLS } from '../terraform/wanted-program.ts';

const COMMANDS = ['plan', 'apply', 'drift', 'validate', 'affected', 'report'] as const;
type Command = (typeof COMMANDS)[number];

/** Parses the trimmed text of an input. Throws a `ProblemError` that names the input. */
type Parse<T> = (given: string, name: string) => T;

interface Row<T> {
  readonly name: string;
  /** The commands that read it. */
  readonly commands: readonly Command[];
  /** The default text, the same as in `action.yml`. */
  readonly byDefault: string;
  readonly parse: Parse<T>;
  /** All its values, if they can be listed. */
  readonly allowed?: readonly string[];
}

/** Those that run Terraform. */
const RUNNING = ['plan', 'apply', 'drift'] as const;
const PLAN = ['plan'] as const;
/** Those that compare two commits. */
const COMPARING = ['plan', 'apply', 'affected', 'report'] as const;
/** Those that make a report on a pull request. */
const REPORTING = ['plan', 'report'] as const;
const REVIEW = ['plan', 'apply', 'report'] as const;
const APPLY = ['apply'] as const;
const DRIFT = ['drift'] as const;
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/u;
const SHARDS_HINT = `Allowed: auto, or a number from 1 to ${MOST_SHARDS}.`;
const PATTERN_HINT = 'One JavaScript regular expression per line, without slashes.';
const WORKFLOW_HINT = 'Allowed: paths of workflow files such as .github/workflows/plan.yml, one per line.';
const FINGERPRINT_HINT =
  'A fingerprint has 32 characters from 0 to 9 and a to f: copy it from the report of the apply. Separate several by spaces, commas or line breaks.';
const REMOVED_HINT =
  'Allowed: the full id of the commit that removed the leaf ("git log --first-parent --diff-filter=D -- <leaf>").';

/** The input's name in code → how it is read. */
export const INPUTS = {
  command: choice('command', COMMANDS, 'plan', COMMANDS),
  // Normalized, because the title derived from it finds the record of what was reviewed.
  workingDirectory: row('working-directory', COMMANDS, '.', (given) =>
    posix.normalize(given).replace(/(?<=.)\/$/u, ''),
  ),
  leaves: row('leaves', COMMANDS, '', lines),
  /** Undefined when the workflow clears it on purpose. */
  token: row('token', COMMANDS, '', optional(String)),
  /** Undefined: the number of cores. */
  parallelism: row('parallelism', RUNNING, '', optional(whole(/^[1-9]\d{0,3}$/u, 'a whole number from 1.'))),
  /** Undefined: what the project asks for. */
  tool: { ...row('tool', RUNNING, '', optional(oneOf(TOOLS))), allowed: TOOLS },
  /** Undefined: what the project asks for. */
  terraformVersion: row('terraform-version', RUNNING, '', optional(String)),
  /** Undefined: the publisher's own servers. `none`: nothing is installed. */
  terraformMirror: row(
    'terraform-mirror',
    RUNNING,
    '',
    optional((given, name) => readMirror(given, `Input "${name}"`)),
  ),
  comment: choice('comment', REVIEW, 'changes', ['always', 'changes', 'never']),
  title: row('title', [...RUNNING, 'report'], '', String),
  /** Whether the pull request gets a label that says what its plans do. */
  labels: flag('labels', REPORTING),
  /** Whether the commit gets a check run with the verdict as its title. */
  checkRun: flag('check-run', REPORTING),
  /** Whether later steps get files of each planned leaf. */
  leafResults: flag('leaf-results', PLAN),
  /** Undefined: the project's setting. */
  listMerge: { ...row('list-merge', COMMANDS, '', optional(oneOf(LIST_MERGES))), allowed: LIST_MERGES },
  /** What is reported of leaves that read outputs which change. */
  dependents: choice('dependents', REPORTING, 'list', ['list', 'plan', 'none']),
  onUnknownBase: choice('on-unknown-base', ['plan', 'affected', 'report'], 'error', ['error', 'all']),
  /** An apply and a run that looks for drift always refresh in full. */
  refresh: choice('refresh', PLAN, 'full', REFRESHES),
  unusedConfiguration: choice('unused-configuration', COMPARING, 'skip', ['skip', 'plan']),
  allowEnv: row('allow-env', COMMANDS, '', each(lines, variableName)),
  /** Globs of `store:path`, which narrow the setting `allow_secrets`. */
  allowSecrets: row('allow-secrets', COMMANDS, '', lines),
  /** JavaScript regular expressions, their syntax checked. */
  mask: row('mask', COMMANDS, '', each(lines, pattern)),
  lock: choice('lock', RUNNING, 'auto', ['auto', 'always', 'never']),
  lockTimeout: row('lock-timeout', RUNNING, '5m', duration),
  /** Whether Terraform may request OIDC tokens of this job. */
  passIdToken: flag('pass-id-token', RUNNING),
  /** The secret key of fingerprints. */
  fingerprintKey: row('fingerprint-key', [...RUNNING, 'report'], '', optional(String)),
  /** What a record needs to be trusted by an apply. */
  record: choice('record', REVIEW, 'signed', RECORD_MODES),
  /** Paths of the workflows whose jobs may sign a record. */
  planWorkflows: row('plan-workflow', APPLY, '.github/workflows/plan.yml', each(paths, workflowPath)),
  /** The same for reusable workflows that they call. */
  planJobWorkflows: row('plan-job-workflow', APPLY, '', paths),
  /** Besides the reviewed plan; `unplanned-creates` loosens that for leaves that could not be planned. */
  applyRequires: choices('apply-requires', APPLY, 'reviewed-plan', APPLY_REQUIREMENTS),
  /** Fingerprints that are accepted in a manual run. */
  accept: row('accept', APPLY, '', each(words, fingerprint)),
  destroyRemoved: flag('destroy-removed', APPLY),
  /** The commit that removed the leaves that a manual run is to destroy. */
  removedAt: row('removed-at', APPLY, '', optional(matching(COMMIT, REMOVED_HINT))),
  /** Whether an apply first applies merged pull requests whose own apply never ran. */
  catchUp: flag('catch-up', APPLY),
  /** The name or the number of the wave that this job applies; `list`: it only says which there are. Undefined: all. */
  wave: row('wave', APPLY, '', optional(String)),
  /** The label of drift issues. */
  driftLabel: row('drift-label', DRIFT, 'kompos-drift', label),
  /** Whether leaves that differ in the same way share a drift issue. */
  driftIssues: choice('drift-issues', DRIFT, 'cause', ISSUES_PER),
  /** With this many drift issues open, no more are opened; 0: none are written at all. */
  maxOpenIssues: row('max-open-issues', DRIFT, '10', whole(/^\d{1,4}$/u, 'a whole number; 0 for no issues.')),
  /** Milliseconds after which a leaf's plan is stopped. */
  leafTimeLimit: row('leaf-time-limit', RUNNING, '', optional(inMilliseconds)),
  /** Milliseconds after which a drift run starts no further plan. */
  timeLimit: row('time-limit', DRIFT, '', optional(inMilliseconds)),
  /** How many jobs the changed leaves are split among. */
  shards: row('shards', ['affected', 'report'], 'auto', shards),
  /** Which of them this job plans; undefined: all leaves, and it reports them. */
  shard: row('shard', PLAN, '', optional(shard)),
  /** What the job with `command: affected` has decided. */
  split: row('split', REPORTING, '', optional(decision)),
  /** The folder of results, absolute or from the workspace; undefined: one in the runner's temporary folder. */
  results: row('results', REVIEW, '', optional(String)),
  /** The file with timings of earlier runs. */
  timings: row('timings', ['affected', 'plan', 'report'], '', optional(String)),
};

type Values<Rows> = { readonly [Key in keyof Rows]: Rows[Key] extends Row<infer T> ? T : never };

export type Inputs = Values<typeof INPUTS> & { readonly parallelism: number };

/**
 * @param get the text of an input, `''` if it is not set
 * @param names of the inputs that are set
 * @param runner number of cores, the default of `parallelism`, and absolute path of the workspace
 * @throws ProblemError that names every wrong and every unknown input
 */
export function readInputs(
  get: (name: string) => string,
  names: readonly string[],
  { cores, workspace }: { readonly cores: number; readonly workspace: string },
): Inputs {
  const given = valuesOf(INPUTS, get, unknownInputs(names));
  // The title and the record must not depend on where a runner has its workspace.
  const workingDirectory = isAbsolute(given.workingDirectory)
    ? relativeFolder(workspace, given.workingDirectory)
    : given.workingDirectory;
  throwOnErrors(conflicts(given));
  return {
    ...given,
    workingDirectory,
    parallelism: given.parallelism ?? cores,
    // Two projects of one repository must not overwrite each other's comment and record.
    title: given.title || (workingDirectory === '.' ? '' : workingDirectory),
  };
}

/** Either may be named by way of a link: some runners have their workspace behind one. */
function relativeFolder(from: string, to: string): string {
  const [realFrom, realTo] = [realFolder(from), realFolder(to)];
  const isReal = realFrom !== undefined && realTo !== undefined;
  return (isReal ? relative(realFrom, realTo) : relative(from, to)) || '.';
}

/** Unknown inputs: a misspelled one would leave its default in force, and plan or apply more than was meant. */
function unknownInputs(names: readonly string[]): readonly Problem[] {
  const known = Object.values(INPUTS).map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const closest = nearest(name, known);
      const hint = closest === undefined ? `Known inputs: ${known.join(', ')}.` : `Did you mean "${closest}"?`;
      const variable = `INPUT_${name.toUpperCase()}`;
      return problem('input', `Input "${name}" does not exist.`, {
        hint: `${hint} If "with:" does not set it, the job has an environment variable ${variable}: rename it, because the runner passes inputs by such names.`,
      });
    });
}

/** The inputs that are given but not read by the command. */
export function unreadInputs(get: (name: string) => string, command: Command): readonly string[] {
  const rows: readonly Row<unknown>[] = Object.values(INPUTS);
  return rows
    .filter(
      ({ name, commands, byDefault }) => !commands.includes(command) && (get(name).trim() || byDefault) !== byDefault,
    )
    .map(({ name }) => name);
}

function valuesOf<Rows extends Readonly<Record<string, Row<unknown>>>>(
  rows: Rows,
  get: (name: string) => string,
  unknown: readonly Problem[],
): Values<Rows>;
function valuesOf(
  rows: Readonly<Record<string, Row<unknown>>>,
  get: (name: string) => string,
  unknown: readonly Problem[],
): Record<string, unknown> {
  const problems = [...unknown];
  const values = Object.entries(rows).map(([key, { name, byDefault, parse }]) => {
    try {
      return [key, parse(get(name).trim() || byDefault, name)] as const;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return [key, undefined] as const;
    }
  });
  throwOnErrors(problems);
  return Object.fromEntries(values);
}

/** Inputs that contradict each other. */
function conflicts(inputs: Values<typeof INPUTS>): readonly Problem[] {
  const { command, catchUp, wave, comment, record, fingerprintKey, applyRequires } = inputs;
  const problems: Problem[] = [];
  if (command === 'apply' && record === 'unsigned' && applyRequires.includes('unplanned-creates')) {
    problems.push(
      problem('input', 'Input "apply-requires" has "unplanned-creates", and "record" is "unsigned".', {
        hint: 'A plan that nobody has seen is applied only if a signed or keyed record says that its files were reviewed.',
      }),
    );
  }
  if (command === 'apply' && catchUp && comment === 'never') {
    problems.push(
      problem('input', 'Input "catch-up" is "true" and "comment" is "never".', {
        hint: 'Catching up relies on the apply reports on pull requests: let the apply write them.',
      }),
    );
  }
  if (command === 'apply' && catchUp && wave !== undefined) {
    problems.push(
      problem('input', 'Input "catch-up" is "true" and "wave" is given.', {
        hint: 'Catching up applies one pull request after the other, in one job. Start the runs of their pushes again.',
      }),
    );
  }
  // A fork's pull request has no secrets, and its plan needs none.
  if (command === 'apply' && record === 'keyed' && fingerprintKey === undefined) {
    problems.push(
      problem('input', 'Input "record" is "keyed", and "fingerprint-key" is empty.', {
        hint: 'Set the secret that the plan job and the apply share, or use "signed".',
      }),
    );
  }
  return problems;
}

function row<T>(name: string, commands: readonly Command[], byDefault: string, parse: Parse<T>): Row<T> {
  return { name, commands, byDefault, parse };
}

function choice<const T extends string>(
  name: string,
  commands: readonly Command[],
  byDefault: T,
  allowed: readonly T[],
): Row<T> {
  return { ...row(name, commands, byDefault, oneOf(allowed)), allowed };
}

/** One or several of the values, without those that are given twice. */
function choices<const T extends string>(
  name: string,
  commands: readonly Command[],
  byDefault: T,
  allowed: readonly T[],
): Row<readonly T[]> {
  const parse = oneOf(allowed);
  const all: Parse<readonly T[]> = (given, input) => [...new Set(words(given).map((word) => parse(word, input)))];
  return { ...row(name, commands, byDefault, all), allowed };
}

function flag(name: string, commands: readonly Command[]): Row<boolean> {
  const parse = oneOf(['true', 'false']);
  return row(name, commands, 'false', (given) => parse(given, name) === 'true');
}

function optional<T>(parse: Parse<T>): Parse<T | undefined> {
  return (given, name) => (given === '' ? undefined : parse(given, name));
}

function oneOf<const T extends string>(allowed: readonly T[]): Parse<T> {
  return (given, name) => {
    const found = allowed.find((value) => value === given);
    if (found !== undefined) return found;
    const closest = nearest(given, allowed);
    const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
    throw wrong(name, given, `Allowed: ${allowed.join(', ')}.${meant}`);
  };
}

function matching(expression: RegExp, hint: string): Parse<string> {
  return (given, name) => {
    if (!expression.test(given)) throw wrong(name, given, hint);
    return given;
  };
}

function whole(expression: RegExp, allowed: string): Parse<number> {
  const parse = matching(expression, `Allowed: ${allowed}`);
  return (given, name) => Number(parse(given, name));
}

/** Parses all parts, and reports every wrong one. */
function each(split: (given: string) => readonly string[], check: (part: string, name: string) => Problem | undefined) {
  return (given: string, name: string): readonly string[] => {
    const parts = split(given);
    throwOnErrors(parts.flatMap((part) => check(part, name) ?? []));
    return parts;
  };
}

function variableName(part: string, name: string): Problem | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(part)) {
    const message = `Input "${name}" contains "${part}", which is not the name of a variable.`;
    return problem('input', message, { hint: 'One name per line.' });
  }
  // Names set by GitHub and the runner, including the job's tokens and paths.
  if (!/^(GITHUB|RUNNER|ACTIONS|INPUT)_/iu.test(part)) return undefined;
  const message = `Input "${name}" contains "${part}": GitHub's and the runner's own variables never reach the configuration.`;
  return problem('input', message, { hint: 'Pass the value under another name in "env:".' });
}

function pattern(part: string, name: string): Problem | undefined {
  try {
    new RegExp(part, 'gu').test('');
    return undefined;
  } catch (error) {
    const message = `Input "${name}" has an invalid regular expression: ${messageOf(error)}`;
    return problem('input', message, { hint: PATTERN_HINT });
  }
}

function fingerprint(part: string, name: string): Problem | undefined {
  if (/^[0-9a-f]{32}$/u.test(part)) return undefined;
  const message = `Input "${name}" contains "${part}", which is not a fingerprint.`;
  return problem('input', message, { hint: FINGERPRINT_HINT });
}

function workflowPath(part: string, name: string): Problem | undefined {
  if (/^\.github\/workflows\/[^/@]+\.ya?ml$/u.test(part)) return undefined;
  return problem('input', `Input "${name}" is "${part}".`, { hint: WORKFLOW_HINT });
}

function label(given: string, name: string): string {
  // The list API takes several labels separated by commas.
  if (!given.includes(',') && Array.from(given).length <= 50) return given;
  throw wrong(name, given, 'Allowed: one label without a comma, of at most 50 characters.');
}

/** A duration in Go's syntax, which Terraform uses. */
function duration(given: string, name: string): string {
  return matching(/^(\d+(\.\d+)?(ms|s|m|h))+$/u, 'Allowed: a duration such as 30s, 5m or 1h.')(given, name);
}

function inMilliseconds(given: string, name: string): number {
  return milliseconds(duration(given, name));
}

function shards(given: string, name: string): number | 'auto' {
  if (given === 'auto') return given;
  const count = Number(matching(/^[1-9]\d{0,2}$/u, SHARDS_HINT)(given, name));
  if (count > MOST_SHARDS) throw wrong(name, given, SHARDS_HINT);
  return count;
}

function shard(given: string, name: string): ShardNumber {
  const found = readShardNumber(given);
  if (found === undefined)
    throw wrong(name, given, `Allowed: which shard of how many, such as 3/8, up to ${MOST_SHARDS}.`);
  return found;
}

function decision(given: string, name: string): Decision {
  const found = readDecision(given);
  if (found === undefined) throw wrong(name, given, 'Pass on the output "split" of the job with "command: affected".');
  return found;
}

function wrong(name: string, given: string, hint: string): ProblemError {
  return problemError('input', `Input "${name}" is "${given}".`, { hint });
}

function lines(text: string): readonly string[] {
  return split(text, /\n/u);
}

/** Files of the repository, as a token's claims spell them. */
function paths(text: string): readonly string[] {
  return lines(text).map((path) => posix.normalize(path));
}

/** A field of "Run workflow" is a single line, so several fingerprints share it. */
function words(text: string): readonly string[] {
  return split(text, /[\s,]+/u);
}

function split(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
