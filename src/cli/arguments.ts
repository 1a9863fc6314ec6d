/** argv → one typed command. Pure. */
import { nearest } from '../base/closest-name.ts';
import { COMMANDS, GENERAL, HELP, VERSION, type Command, type CommandRow } from './commands.ts';
import { readArguments, unknownOption, usageError, type Option } from './options.ts';

type Help = { readonly kind: 'help' } | { readonly kind: 'version' };

/** The texts given for an option. */
type Given = Map<Option<unknown>, string[]>;

/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
export function parseArguments(argv: readonly string[]): Command | Help {
  if (argv.length === 0) return { kind: 'help' };
  const given: Given = new Map();
  const get = <T>(option: Option<T>): T => option.read(given.get(option) ?? []);
  let configPath: string | undefined;
  for (const { option, text, index } of readArguments(argv, GENERAL)) {
    if (option === HELP || (option === undefined && text === 'help')) return { kind: 'help' };
    if (option === VERSION) return { kind: 'version' };
    if (option !== undefined) {
      note(given, option, text);
      continue;
    }
    const command = COMMANDS.find(({ name }) => name === text);
    const rest = argv.slice(index + 1);
    if (command?.path === 'optional') {
      const words = readRest(command, rest, given, configPath === undefined ? 1 : 0);
      return 'kind' in words ? words : command.make(configPath ?? words[0], get);
    }
    if (configPath === undefined) {
      configPath = text;
      continue;
    }
    if (command === undefined) throw unknownCommand(text);
    const words = readRest(command, rest, given, 0);
    return 'kind' in words ? words : command.make(configPath, get, words);
  }
  throw usageError(
    configPath === undefined ? 'The configuration path is missing.' : `No command is given for "${configPath}".`,
    'Try: kompos <config_path> terraform plan',
  );
}

/** Notes the options after a command, and returns the other words: up to `most`, or all that it passes on. */
function readRest(
  { options, passesOn }: CommandRow,
  args: readonly string[],
  given: Given,
  most: number,
): readonly string[] | Help {
  const known = [...options, ...GENERAL];
  if (passesOn !== undefined) {
    const own = options.filter(({ name }) => args.includes(name));
    for (const option of own) note(given, option, '');
    const others = args.filter((each) => own.every(({ name }) => name !== each));
    return others[0] === HELP.name || others[0] === HELP.short ? { kind: 'help' } : others;
  }
  const words: string[] = [];
  for (const { option, text } of readArguments(args, known)) {
    if (option === HELP) return { kind: 'help' };
    if (option === VERSION) return { kind: 'version' };
    if (option !== undefined) note(given, option, text);
    else if (words.length < most) words.push(text);
    else throw unknownOption(text, known);
  }
  return words;
}

function note(given: Given, option: Option<unknown>, text: string): void {
  given.set(option, [...(given.get(option) ?? []), text]);
}

function unknownCommand(word: string): Error {
  const names = COMMANDS.map(({ name }) => name);
  const closest = nearest(word, names);
  return usageError(
    `"${word}" is not a command.`,
    closest === undefined ? `Allowed: ${names.join(', ')}.` : `Did you mean "${closest}"?`,
  );
}
