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

/** A text, and the file that it is from, relative to the repository root. */
interface FromFile {
  readonly file: string;
  readonly text: string;
}

export interface Wishes {
  /** The input `tool`, else the setting `tool`. */
  readonly tool: Tool | undefined;
  /** The input `terraform-version`. */
  readonly version: string | undefined;
  /** The content of the version file of each program. */
  readonly files: Readonly<Record<Tool, FromFile | undefined>>;
  /** The setting `terraform.version`, which says nothing about OpenTofu: the two count their versions apart. */
  readonly setting: { readonly text: string; readonly place: Place } | undefined;
}

/** The program: the one that is named, else the only one with a version file. Undefined: what is on PATH. */
export function wantedTool({ tool, files }: Wishes): Tool | undefined {
  if (tool !== undefined) return tool;
  const [named, ...more] = TOOLS.filter((each) => files[each] !== undefined);
  return more.length === 0 ? named : undefined;
}

/**
 * The version of a program: the input counts first, then the program's version file, then the setting. Undefined where
 * none of them says anything.
 *
 * @throws ProblemError when the version that counts cannot be read
 */
export function wantedVersion({ version, files, setting }: Wishes, tool: Tool): WantedVersion | undefined {
  const file = files[tool];
  const candidates: readonly (WantedVersion | undefined)[] = [
    version === undefined ? undefined : { text: version, by: 'input "terraform-version"', place: undefined },
    file && { text: firstLine(file.text), by: VERSION_FILES[tool], place: { file: file.file } },
    tool === 'terraform' ? setting && { text: setting.text, by: 'terraform.version', place: setting.place } : undefined,
  ];
  const wanted = candidates.find((each) => each !== undefined);
  if (wanted !== undefined && wanted.text !== LATEST && !canBeRead(wanted.text)) {
    throw problemError('terraform', `${sentence(wanted.by)} "${wanted.text}" is neither a version nor a constraint.`, {
      place: wanted.place,
      hint: 'Allowed: a version (1.11.4), a constraint (~> 1.9), a prefix (1.11), or latest.',
    });
  }
  return wanted;
}

/** Version managers skip comments. */
function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/#.*$/u, '').trim());
  return lines.find((line) => line !== '') ?? '';
}

function sentence(by: string): string {
  return by.replace(/^input/u, 'Input');
}
