/** argv → one command with what was typed for it. Pure. */
import { nearest } from '../base/closest-name.ts';
import type { BoundCommand, Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { ANYWHERE, GENERAL, HELP, VERBOSE, VERSION } from './general-options.ts';
import { SUBCOMMANDS } from '../terraform/subcommands.ts';
import { readArguments, takesNoValue, unknownOption, usageError, type Option } from './options.ts';

/** What is to be done. */
export type Parsed =
  | { readonly kind: 'help'; /** Undefined: of all commands. */ readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | (BoundCommand & { readonly kind: 'run'; readonly name: string; readonly verbose: boolean });

/** The texts given for an option. */
type Given = Map<Option<unknown>, string[]>;

/** An option that stands before the command, which is not known yet. */
interface Early {
  readonly name: string;
  readonly text: string;
}

/** One for each name: all commands agree on which ones take a value. */
const OF_COMMANDS: readonly Option<unknown>[] = [
  ...new Map(COMMANDS.flatMap(({ options }) => options.map((each) => [each.name, each] as const))).values(),
];

/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
export function parseArguments(argv: readonly string[]): Parsed {
  if (argv.length === 0) return { kind: 'help', command: undefined };
  const early: Early[] = [];
  let configPath: string | undefined;
  for (const { option, text, index } of readArguments(argv, [...GENERAL, ...OF_COMMANDS])) {
    if (option === HELP) return { kind: 'help', command: undefined };
    if (option === VERSION) return { kind: 'version' };
    if (option !== undefined) {
      early.push({ name: option.name, text });
      continue;
    }
    const rest = argv.slice(index + 1);
    if (configPath === undefined && text === 'help') return { kind: 'help', command: named(rest[0] ?? '') };
    const command = named(text);
    if (command !== undefined && !(configPath === undefined && isPath(text, rest))) {
      return parseCommand(command, configPath, rest, early);
    }
    if (configPath !== undefined) throw unknownCommand(text, configPath);
    const isFollowed = rest.some((each) => named(each) !== undefined);
    if (!looksLikePath(text) && !isFollowed) throw unknownCommand(text, rest.find(looksLikePath));
    configPath = text;
  }
  throw usageError(
    configPath === undefined ? 'The command is missing.' : `No command is given for "${configPath}".`,
    `Try: kompos ${configPath ?? '<config_path>'} terraform plan`,
  );
}

function named(word: string): Command | undefined {
  return COMMANDS.find(({ name }) => name === word);
}

/** `config` is also the folder of all leaves: it is meant where a command follows. */
function isPath(word: string, rest: readonly string[]): boolean {
  return word === 'config' && rest.some((each) => named(each) !== undefined);
}

function parseCommand(
  command: Command,
  pathBefore: string | undefined,
  args: readonly string[],
  early: readonly Early[],
): Parsed {
  const known = [...command.options, ...GENERAL];
  const given: Given = new Map();
  for (const { name, text } of early) {
    const option = known.find((each) => each.name === name);
    if (option === undefined) throw unknownOption(name, known);
    note(given, option, text);
  }
  const words: string[] = command.raw === true && !asksForHelp(args) ? [...args] : [];
  for (const { option, text, index } of words.length > 0 ? [] : readArguments(args, known)) {
    if (option === HELP) return { kind: 'help', command };
    if (option === VERSION) return { kind: 'version' };
    if (option !== undefined) {
      note(given, option, text);
      continue;
    }
    words.push(text);
    if (command.passesOn === undefined) continue;
    words.push(...takeOwn(args.slice(index + 1), [...(command.behind ?? []), ...ANYWHERE], given));
    break;
  }
  const get = <T>(option: Option<T>): T => option.read(given.get(option) ?? []);
  const call = { get, ...operandsOf(command, pathBefore, words) };
  return { kind: 'run', name: command.name, verbose: get(VERBOSE), ...command.bind(call) };
}

/** Notes our own options among a program's arguments, by their long names, and returns all others. */
function takeOwn(args: readonly string[], options: readonly Option<unknown>[], given: Given): readonly string[] {
  const others: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    const [name = '', ...values] = argument.split('=');
    const option = options.find((each) => each.name === name);
    if (option === undefined) others.push(argument);
    else if (option.value === undefined) {
      if (values.length > 0) throw takesNoValue(name);
      note(given, option, '');
    } else if (values.length > 0) note(given, option, values.join('='));
    else {
      index += 1;
      const value = args[index];
      if (value === undefined) throw usageError(`${name} needs a value.`, 'See kompos --help.');
      note(given, option, value);
    }
  }
  return others;
}

/** Which word stands for what. */
function operandsOf(
  { name, operands, passesOn, raw }: Command,
  pathBefore: string | undefined,
  typed: readonly string[],
): { readonly configPath: string | undefined; readonly words: readonly string[] } {
  const isPathOperand = (operand: string): boolean => operand.includes('<config_path>');
  if (passesOn !== undefined || raw === true) return { configPath: pathBefore, words: typed };
  if (pathBefore !== undefined && !operands.some(isPathOperand)) {
    throw usageError(`"${name}" takes no path before it.`, `See kompos ${name} --help.`);
  }
  const expected = pathBefore === undefined ? operands : operands.filter((each) => !isPathOperand(each));
  const missing = expected.find((each, index) => !each.startsWith('[') && typed[index] === undefined);
  if (missing !== undefined) throw usageError(`"${name}" needs ${missing}.`, `See kompos ${name} --help.`);
  // The last one may be given any number of times.
  const extra = expected.at(-1)?.endsWith('…') === true ? undefined : typed[expected.length];
  if (extra !== undefined) throw usageError(`"${name}" does not take "${extra}".`, `See kompos ${name} --help.`);
  return {
    configPath: pathBefore ?? typed[expected.findIndex(isPathOperand)],
    words: typed.filter((_, index) => !isPathOperand(expected[index] ?? '')),
  };
}

function asksForHelp([first]: readonly string[]): boolean {
  return first === HELP.name || first === HELP.short;
}

function note(given: Given, option: Option<unknown>, text: string): void {
  given.set(option, [...(given.get(option) ?? []), text]);
}

/** No command does. */
function looksLikePath(word: string): boolean {
  return /[/=.*?[{!]/u.test(word) || word === 'config';
}

/** @param path that was typed beside it */
function unknownCommand(word: string, path: string | undefined): Error {
  const names = COMMANDS.map(({ name }) => name);
  const closest = nearest(word, names);
  const message = `"${word}" is not a command.`;
  if (SUBCOMMANDS.includes(word)) {
    return usageError(
      message,
      `Terraform's are behind "terraform": kompos ${path ?? '<config_path>'} terraform ${word}`,
    );
  }
  if (path !== undefined && looksLikePath(word)) {
    return usageError(
      `"${path}" and "${word}" are two paths, and one is needed.`,
      `Quote a pattern, so that the shell leaves it alone: kompos 'config/env=*' terraform plan`,
    );
  }
  return usageError(message, closest === undefined ? `Allowed: ${names.join(', ')}.` : `Did you mean "${closest}"?`);
}
