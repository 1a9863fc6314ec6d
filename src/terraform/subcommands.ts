/** What Terraform's subcommands do, and what they need. Pure. */
import { nearest } from '../base/closest-name.ts';

export interface Subcommand {
  /** `['state', 'list']` */
  readonly words: readonly string[];
  /** The arguments behind them. */
  readonly args: readonly string[];
  /** Whether it changes something, so that several leaves take their turns and the first failure ends all. */
  readonly writes: boolean;
  /** Whether it may write to the leaf's state. */
  readonly writesState: boolean;
  /** Whether it works in an initialized folder only. */
  readonly needsInit: boolean;
  /** Whether it takes `-var-file`. */
  readonly takesVariables: boolean;
  /** Whether it asks questions, and so cannot run beside others. */
  readonly needsTerminal: boolean;
  /** Why it cannot mean several leaves at once; undefined if it can. */
  readonly onlyOne: string | undefined;
  /** What it prints: one JSON document, a JSON value on each line, or text. */
  readonly prints: 'document' | 'lines' | 'text';
}

/** What a row leaves out: it reads, in an initialized folder, without variables, and is about any number of leaves. */
interface Row {
  readonly writes?: 'state' | 'elsewhere';
  readonly withoutInit?: true;
  readonly variables?: true;
  readonly terminal?: true;
  readonly onlyOne?: string;
  /** What `-json` makes it print; `always` prints a document without it. */
  readonly json?: 'document' | 'lines' | 'always';
}

const ROWS = new Map<string, Row>([
  ['apply', { writes: 'state', variables: true, json: 'lines' }],
  ['console', { variables: true, terminal: true, onlyOne: 'it reads expressions for one leaf' }],
  ['destroy', { writes: 'state', variables: true, json: 'lines' }],
  ['env list', {}],
  ['fmt', { withoutInit: true }],
  ['force-unlock', { writes: 'state', onlyOne: 'a lock belongs to one state' }],
  ['get', { withoutInit: true }],
  ['graph', {}],
  ['import', { writes: 'state', variables: true, onlyOne: 'an object belongs to one state' }],
  ['init', { withoutInit: true, json: 'lines' }],
  ['login', { withoutInit: true, terminal: true, onlyOne: 'it is about a host, not about leaves' }],
  ['logout', { withoutInit: true, terminal: true, onlyOne: 'it is about a host, not about leaves' }],
  ['metadata functions', { withoutInit: true, json: 'document' }],
  ['modules', { json: 'document' }],
  ['output', { json: 'document' }],
  ['plan', { variables: true, json: 'lines' }],
  ['providers', {}],
  ['providers lock', {}],
  ['providers mirror', {}],
  ['providers schema', { json: 'document' }],
  ['query', { variables: true, json: 'lines' }],
  ['refresh', { writes: 'state', variables: true, json: 'lines' }],
  ['show', { json: 'document' }],
  [
    'stacks',
    { writes: 'elsewhere', withoutInit: true, terminal: true, onlyOne: 'it is about stacks, not about leaves' },
  ],
  ['state identities', { json: 'document' }],
  ['state list', {}],
  ['state mv', { writes: 'state' }],
  ['state pull', { json: 'always' }],
  ['state push', { writes: 'state', onlyOne: 'the state of one leaf would replace those of the others' }],
  ['state replace-provider', { writes: 'state' }],
  ['state rm', { writes: 'state' }],
  ['state show', {}],
  ['taint', { writes: 'state' }],
  // It creates real objects, in states of its own.
  ['test', { writes: 'elsewhere', variables: true, json: 'lines' }],
  ['untaint', { writes: 'state' }],
  ['validate', { json: 'document' }],
  ['version', { withoutInit: true, json: 'document' }],
  ['workspace delete', { writes: 'state' }],
  ['workspace list', {}],
  ['workspace new', { writes: 'state' }],
  ['workspace select', { writes: 'state' }],
  ['workspace show', {}],
]);

/** The subcommands themselves, for completion: `state` once. */
export const SUBCOMMANDS: readonly string[] = [...new Set([...ROWS.keys()].map((name) => name.split(' ')[0] ?? ''))];

/** One that is not known, because it is newer than this table. */
const UNKNOWN: Row = { writes: 'state' };

/** Takes a command line apart: `['state', 'list', '-id=x']`. */
export function subcommandOf(line: readonly string[]): Subcommand {
  const [first = '', second = ''] = line;
  const two = ROWS.get(`${first} ${second}`);
  const words = two === undefined ? [first] : [first, second];
  const args = line.slice(words.length);
  // Help is the same everywhere, and needs nothing.
  const row = asksForHelp(line) ? { withoutInit: true as const } : (two ?? ROWS.get(first) ?? UNKNOWN);
  const writesState = row.writes === 'state' || (first === 'init' && movesState(args));
  return {
    words,
    args,
    writes: row.writes !== undefined || writesState,
    writesState,
    needsInit: row.withoutInit !== true,
    takesVariables: row.variables === true,
    needsTerminal: row.terminal === true,
    onlyOne: row.onlyOne ?? fileOfOne(first, args),
    prints: printsOf(row, args),
  };
}

/** The subcommand that was probably meant; undefined if it is a known one, or nothing is close: newer ones are passed on. */
export function meantSubcommand(line: readonly string[]): string | undefined {
  const [first = ''] = line;
  return SUBCOMMANDS.includes(first) ? undefined : nearest(first, SUBCOMMANDS, first.length > 4 ? 2 : 1);
}

/** Whether a leaf is needed only as the place to run in: the answer is the same for all. */
export function asksForHelp(line: readonly string[]): boolean {
  return line.some((each) => /^--?(?:h|help)$/u.test(each));
}

function movesState(args: readonly string[]): boolean {
  return isSwitchedOn(args, 'migrate-state') || isSwitchedOn(args, 'force-copy');
}

/** Files that hold something of one leaf: each leaf would write it again, or read another's. */
const OF_ONE_LEAF =
  /^--?(?:out|state|state-out|backup|backup-out|generate-config-out|json-into|junit-xml|plan)(?:=|$)/u;

function fileOfOne(subcommand: string, args: readonly string[]): string | undefined {
  const option = args.find((each) => OF_ONE_LEAF.test(each));
  if (option !== undefined) return `${option.split('=')[0] ?? ''} names one file, which each leaf would use`;
  const file = (subcommand === 'apply' || subcommand === 'show') && operandsOf(args)[0];
  return typeof file === 'string' ? `the plan file ${file} belongs to one leaf` : undefined;
}

function printsOf({ json }: Row, args: readonly string[]): Subcommand['prints'] {
  if (json === 'always') return 'document';
  return json !== undefined && isSwitchedOn(args, 'json') ? json : 'text';
}

/** A boolean flag as Go reads it: one dash or two, alone or with a value. */
export function isSwitchedOn(args: readonly string[], flag: string): boolean {
  const values = args.flatMap((argument) => new RegExp(`^--?${flag}(?:=(.*))?$`, 'u').exec(argument)?.slice(1) ?? []);
  const last = values.at(-1) ?? (values.length > 0 ? 'true' : 'false');
  return /^(1|t|true)$/iu.test(last);
}

/** Options that may take their value as the next argument. */
const WITH_VALUE =
  /^--?(?:backend-config|backup|backup-out|config|exclude|exclude-file|filter|from-module|fs-mirror|generate-config-out|id|json-into|junit-xml|lock-timeout|lockfile|module-depth|net-mirror|out|parallelism|plan|platform|plugin-dir|replace|state|state-out|target|target-file|test-directory|type|var|var-file)$/u;

/** Whether an argument is an option whose value is the next argument. */
export function takesNext(argument: string): boolean {
  return WITH_VALUE.test(argument);
}

/** The arguments that are neither options nor values of options. Terraform reads no option behind the first of them. */
export function operandsOf(args: readonly string[]): readonly string[] {
  const first = args.findIndex((each, index) => !isOption(each) && !takesNext(args[index - 1] ?? ''));
  return first < 0 ? [] : args.slice(first);
}

/** A dash alone stands for standard input. */
function isOption(argument: string): boolean {
  return argument.startsWith('-') && argument !== '-';
}
