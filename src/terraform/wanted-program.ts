/** Which program, and which version of it, a project asks for. Pure. */
import { problemError, type Place } from '../base/problems.ts';
import { canBeRead } from './version-constraint.ts';

export const TOOLS = ['terraform', 'tofu'] as const;
export type Tool = (typeof TOOLS)[number];

/** The files in the project root that version managers read, too. */
export const VERSION_FILES = { terraform: '.terraform-version', tofu: '.opentofu-version' } as const;

export const LATEST = 'latest';

export interface WantedVersion {
  /** An exact version, a constraint, a beginning (`v1`, `1.11`), or `latest`. */
  readonly text: string;
  /** Who asks for it, for messages: `terraform.version`. */
  readonly by: string;
  readonly place: Place | undefined;
}

export interface WantedProgram {
  /** Undefined: what is on PATH, Terraform first. */
  readonly tool: Tool | undefined;
  /** Undefined: any. */
  readonly version: WantedVersion | undefined;
}

/** A text, and the file that it is from, relative to the repository root. */
interface FromFile {
  readonly file: string;
  readonly text: string;
}

export interface Wishes {
  /** The input `tool`. */
  readonly tool: Tool | undefined;
  /** The input `terraform-version`. */
  readonly version: string | undefined;
  /** The content of the version file of each program. */
  readonly files: Readonly<Record<Tool, FromFile | undefined>>;
  /** The setting `terraform.version`. */
  readonly setting: FromFile | undefined;
}

/**
 * The input counts first, then the program's version file, then the setting. Where no tool is given, a project that has
 * nothing but a version file of OpenTofu wants OpenTofu.
 *
 * @throws ProblemError when the version that counts cannot be read
 */
export function wantedProgram({ tool, version, files, setting }: Wishes): WantedProgram {
  const chosen = tool ?? (files.tofu !== undefined && files.terraform === undefined ? 'tofu' : undefined);
  const file = files[chosen ?? 'terraform'];
  const candidates: readonly (WantedVersion | undefined)[] = [
    version === undefined ? undefined : { text: version, by: 'input "terraform-version"', place: undefined },
    file && { text: firstLine(file.text), by: VERSION_FILES[chosen ?? 'terraform'], place: { file: file.file } },
    setting && { text: setting.text, by: 'terraform.version', place: { file: setting.file } },
  ];
  const wanted = candidates.find((each) => each !== undefined);
  if (wanted !== undefined && wanted.text !== LATEST && !canBeRead(wanted.text)) {
    throw problemError('terraform', `${sentence(wanted.by)} "${wanted.text}" is neither a version nor a constraint.`, {
      place: wanted.place,
      hint: 'Allowed: a version (1.11.4), a constraint (~> 1.9), a prefix (1.11), or latest.',
    });
  }
  return { tool: chosen, version: wanted };
}

/** Version managers skip comments. */
function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/#.*$/u, '').trim());
  return lines.find((line) => line !== '') ?? '';
}

function sentence(by: string): string {
  return by.replace(/^input/u, 'Input');
}
