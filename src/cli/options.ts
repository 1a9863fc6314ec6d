/** Options of the command line, and how they are found among arguments. */
import { parseArgs } from 'node:util';
import { nearest } from '../base/closest-name.ts';
import { problemError, type ProblemError } from '../base/problems.ts';

/** A row of the table: an option, and how the texts given for it are read. */
export interface Option<T> {
  readonly name: string;
  /** Its one-letter form. */
  readonly short?: string;
  /** What the help calls its value; undefined if it takes none. */
  readonly value?: string;
  readonly allowed?: readonly string[];
  readonly help: string;
  /** @param given every text given for it, in order; `''` for an option without a value */
  readonly read: (given: readonly string[]) => T;
}

export function flag(name: string, help: string): Option<boolean> {
  return { name, help, read: (given) => given.length > 0 };
}

/** The last one wins. */
export function text(name: string, value: string, help: string): Option<string | undefined> {
  return { name, value, help, read: (given) => given.at(-1) };
}

export function texts(name: string, value: string, help: string): Option<readonly string[]> {
  return { name, value, help, read: (given) => given };
}

export function choice<const T extends string>(
  name: string,
  value: string,
  allowed: readonly T[],
  help: string,
): Option<T | undefined> {
  const read = (given: readonly string[]): T | undefined => {
    const last = given.at(-1);
    const found = allowed.find((each) => each === last);
    if (last === undefined || found !== undefined) return found;
    throw usageError(`${name} is "${last}".`, `Allowed: ${allowed.join(', ')}.`);
  };
  return { name, value, allowed, help, read };
}

/** An option with its text, or a plain word. */
export interface Argument {
  readonly option: Option<unknown> | undefined;
  readonly text: string;
  /** Its index among the arguments. */
  readonly index: number;
}

/**
 * The arguments one by one, so that nothing is checked after the one that ends the reading.
 *
 * @throws ProblemError for an option that is not among these, or that lacks its value
 */
export function* readArguments(args: readonly string[], options: readonly Option<unknown>[]): Generator<Argument> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, short, value }) => [
        name.slice(2),
        { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short: short.slice(1) }) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const { index } = token;
    if (token.kind === 'positional') {
      yield { option: undefined, text: token.value, index };
      continue;
    }
    const [typed = ''] = (args[index] ?? '').split('=');
    const option = options.find(({ name, short }) => name === typed || short === typed);
    if (option === undefined) throw unknownOption(typed, options);
    const given = token.kind === 'option' ? token.value : undefined;
    if (option.value === undefined && given !== undefined) throw takesNoValue(typed);
    const isMissing = given === undefined || (given.startsWith('--') && token.kind === 'option' && !token.inlineValue);
    if (option.value !== undefined && isMissing) throw usageError(`${typed} needs a value.`, 'See kompos --help.');
    yield { option, text: given ?? '', index };
  }
}

/** `--dry-run=false` must not mean the opposite of what it says. */
export function takesNoValue(typed: string): ProblemError {
  return usageError(`${typed} takes no value.`, 'Leave out the "=" and what follows, or the whole option.');
}

export function unknownOption(typed: string, options: readonly Option<unknown>[]): ProblemError {
  const closest = nearest(
    typed,
    options.map(({ name }) => name),
  );
  return usageError(
    `Unknown option "${typed}".`,
    closest === undefined
      ? "See kompos --help; Terraform's own options go after the subcommand."
      : `Did you mean "${closest}"?`,
  );
}

export function usageError(message: string, hint: string): ProblemError {
  return problemError('usage', message, { hint });
}
