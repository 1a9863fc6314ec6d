/**
 * What differs between Terraform, OpenTofu and their versions: the only place that asks which one runs. Pure.
 *
 * A version that is newer than all that are listed is taken for the newest one.
 */
import { coerce, gte, lt } from 'semver';
import { problemError } from '../base/problems.ts';
import type { Tool } from './wanted-program.ts';

export const PROGRAM_NAMES = ['Terraform', 'OpenTofu'] as const;

export type ProgramName = (typeof PROGRAM_NAMES)[number];

/** A program and its version: `1.11.4`. */
export interface ProgramVersion {
  readonly program: ProgramName;
  readonly version: string;
}

interface Row {
  /** The name of the executable. */
  readonly tool: Tool;
  /** Where a provider comes from that names no host. */
  readonly registry: string;
  readonly oldest: string;
  /** The versions that were run with Kompos; the others are expected to work. */
  readonly tested: readonly string[];
  /** Whether it reads `X.tofu` instead of `X.tf`. */
  readonly readsTofuFiles: boolean;
  /** The first versions that can do something; never, where absent. */
  readonly since: Readonly<Partial<Record<Ability, string>>>;
}

/**
 * `constVariables`: variables with `const = true` may be used in module sources, and nearly every command wants their
 * values. `staticReferences`: any variable may be used there, in backends and in the state's encryption.
 * `stateShowReadsVariables`: `state show` reads files of variables, as all other commands do. Terraform's says "No value for
 * required variable" whatever is there.
 * `minimalRefresh`: `plan -minimal-refresh`.
 */
export type Ability = 'constVariables' | 'staticReferences' | 'stateShowReadsVariables' | 'minimalRefresh';

export const PROGRAMS: Readonly<Record<ProgramName, Row>> = {
  Terraform: {
    tool: 'terraform',
    registry: 'registry.terraform.io',
    oldest: '1.5',
    tested: ['1.6', '1.8', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16', '1.17'],
    readsTofuFiles: false,
    since: { constVariables: '1.15', minimalRefresh: '1.17' },
  },
  OpenTofu: {
    tool: 'tofu',
    registry: 'registry.opentofu.org',
    oldest: '1.8',
    tested: ['1.12'],
    readsTofuFiles: true,
    since: { constVariables: '1.12', staticReferences: '1.8', stateShowReadsVariables: '1.8' },
  },
};

/** `Terraform 1.11.4` */
export function programInWords({ program, version }: ProgramVersion): string {
  return `${program} ${version}`;
}

/** For where it is not known which one. */
export const EITHER_PROGRAM = 'Terraform or OpenTofu';

/** A report's program; Terraform where an older report does not say it. */
export function programOf({ program = 'Terraform' }: { readonly program?: ProgramName | undefined }): ProgramName {
  return program;
}

/** A command as a person types it: `tofu plan`. */
export function commandInWords(program: ProgramName, command: string): string {
  return `${PROGRAMS[program].tool} ${command}`;
}

/** The program that an executable's name stands for. */
export function programNamed(tool: Tool): ProgramName {
  return PROGRAM_NAMES.find((name) => PROGRAMS[name].tool === tool) ?? 'Terraform';
}

/** Whether a version can do something. A release candidate or an alpha can do what its release can. */
export function isAbleTo(ability: Ability, { program, version }: ProgramVersion): boolean {
  const since = PROGRAMS[program].since[ability];
  return since !== undefined && gte(numbersOf(version), numbersOf(since));
}

/** From which versions on something can be done: `Terraform 1.17`. */
export function ableFrom(ability: Ability): string {
  const able = PROGRAM_NAMES.flatMap((program) => {
    const since = PROGRAMS[program].since[ability];
    return since === undefined ? [] : [`${program} ${since}`];
  });
  return able.join(' or ');
}

/** @throws ProblemError for a version that is older than all that are supported */
export function refuseOld(found: ProgramVersion): void {
  const { oldest } = PROGRAMS[found.program];
  if (!lt(numbersOf(found.version), numbersOf(oldest))) return;
  throw problemError('terraform', `${programInWords(found)} is not supported: it is older than ${oldest}.`, {
    hint: `Use Terraform ${PROGRAMS.Terraform.oldest} or newer, or OpenTofu ${PROGRAMS.OpenTofu.oldest} or newer.`,
  });
}

/** A sentence where Kompos was never run with a version; else undefined. */
export function untested(found: ProgramVersion): string | undefined {
  const { tested } = PROGRAMS[found.program];
  const [major, minor] = numbersOf(found.version).split('.');
  if (tested.includes(`${major ?? ''}.${minor ?? ''}`)) return undefined;
  return `${programInWords(found)} was not tested with this version of Kompos: tested are ${tested.join(', ')}.`;
}

/** `1.17.0` of `1.17.0-alpha20260812` and of `1.17`. */
function numbersOf(version: string): string {
  return coerce(version)?.version ?? '0.0.0';
}
