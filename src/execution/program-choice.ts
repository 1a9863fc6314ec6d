/** What whoever started kompos asks for of Terraform. */
import type { Environment } from '../base/environment.ts';
import { problemError } from '../base/problems.ts';
import type { Tool } from '../terraform/wanted-program.ts';

/** Undefined parts are up to the project. */
export interface ProgramChoice {
  readonly tool: Tool | undefined;
  /** An exact version, a constraint, a beginning, or `latest`. */
  readonly version: string | undefined;
  /** Where to download from: an address without a slash at the end, `none`, or undefined for the publisher's servers. */
  readonly mirror: string | undefined;
}

/** The command line's choice: the project's own, downloaded from where `KOMPOS_TERRAFORM_MIRROR` says. */
export function localProgramChoice(environment: Environment): ProgramChoice {
  const mirror = environment['KOMPOS_TERRAFORM_MIRROR'] ?? '';
  return {
    tool: undefined,
    version: undefined,
    mirror: mirror === '' ? undefined : readMirror(mirror, 'KOMPOS_TERRAFORM_MIRROR'),
  };
}

/**
 * @param given an address, or `none`
 * @param name of what it was given for, for the message
 * @returns the address without a slash at its end
 * @throws ProblemError when it is neither
 */
export function readMirror(given: string, name: string): string {
  if (given === 'none') return given;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url !== undefined && /^https?:$/u.test(url.protocol) && url.search === '' && url.hash === '';
  // An address with a password would stand in logs.
  if (isPlain && url.username === '' && url.password === '') return given.replace(/\/+$/u, '');
  throw problemError('input', `${name} is not the address of a mirror.`, {
    hint: 'Allowed: an address such as https://mirror.example.org/hashicorp, without a password, or none to never install anything.',
  });
}
