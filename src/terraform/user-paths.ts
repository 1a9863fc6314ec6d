/** Paths among a user's arguments: they mean the user's folder, and Terraform runs in another one. Pure. */
import { operandsOf, takesNext, type Subcommand } from './subcommands.ts';

/** Options that name something to read. */
const READ = /^--?(?:var-file|plugin-dir|fs-mirror|config|plan|exclude-file|target-file|backend-config)$/u;
/** Options that name something to write, or to read and write. */
const WRITTEN = /^--?(?:out|state|state-out|backup|backup-out|generate-config-out|json-into|junit-xml)$/u;
/** Subcommands whose first operand is a path, and whether they write there. */
const OPERANDS = new Map([
  ['apply', false],
  ['show', false],
  ['state push', false],
  ['providers mirror', true],
]);

/** Where a path leads from the user's folder. */
export interface UserFolder {
  /** The absolute path. */
  readonly resolve: (path: string) => string;
  readonly exists: (absolute: string) => boolean;
}

/**
 * Makes paths absolute. What is to be read and is not in the user's folder stays as it is: it may be a file of the
 * composition, or Terraform reports that it is missing.
 */
export function withUserPaths({ words, args }: Subcommand, folder: UserFolder): readonly string[] {
  const operand = OPERANDS.get(words.join(' '));
  const firstOperand = operand === undefined ? -1 : args.length - operandsOf(args).length;
  return args.map((argument, index) => {
    if (index === firstOperand) return located(argument, operand === true);
    const before = args[index - 1] ?? '';
    if (index > 0 && takesNext(before)) return valueOf(before, argument);
    const split = argument.indexOf('=');
    if (!argument.startsWith('-') || split < 0) return argument;
    const name = argument.slice(0, split);
    return `${name}=${valueOf(name, argument.slice(split + 1))}`;
  });

  function valueOf(option: string, value: string): string {
    if (WRITTEN.test(option)) return located(value, true);
    // `-backend-config` takes a setting as well, and takes everything with a "=" for one.
    const isSetting =
      /^--?backend-config$/u.test(option) && (value.includes('=') || folder.resolve(value).includes('='));
    return READ.test(option) && !isSetting ? located(value, false) : value;
  }

  function located(path: string, isWritten: boolean): string {
    // Standard input; no backup.
    if (path === '' || path === '-') return path;
    const absolute = folder.resolve(path);
    return isWritten || folder.exists(absolute) ? absolute : path;
  }
}
