/** The command line edge: argv → one request; results and problems → terminal. */
import { availableParallelism } from 'node:os';
import { debug, debugTo, timed } from '../base/debug.ts';
import { internalError, sourceStack } from '../base/internal-error.ts';
import { hasCode } from '../base/node-errors.ts';
import { formatProblem, problemsOf, type Problem } from '../base/problems.ts';
import type { Log } from '../base/log.ts';
import { withoutCredentials } from '../git/url-credentials.ts';
import { visible } from '../markdown/escaping.ts';
import { terraformPlatform } from '../terraform/mirror.ts';
import { version } from '../base/version.ts';
import { parseArguments } from './arguments.ts';
import type { Edge } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, helpText } from './help.ts';
import { openScreen } from './screen.ts';

/** Runs one command. Returns the exit code. */
export async function runCli(argv: readonly string[]): Promise<number> {
  silenceSdk();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessHungUp);
  try {
    const parsed = parseArguments(argv);
    if (parsed.kind === 'version') process.stdout.write(`${version()}\n`);
    else if (parsed.kind === 'help') {
      process.stdout.write(parsed.command === undefined ? helpText() : commandHelp(parsed.command));
    } else {
      if (parsed.verbose) await startDebugLog();
      return await timed(`kompos ${parsed.name}`, () => parsed.run(edge()));
    }
    return 0;
  } catch (error) {
    const problems = problemsOf(error) ?? [internalError(error, 'run the same command with --verbose')];
    if (problemsOf(error) === undefined) process.stderr.write(`${visible(sourceStack(error) ?? '')}\n`);
    problems.forEach(showError);
    return problems.some(({ code }) => code === 'usage') ? 2 : 1;
  }
}

/** Logs to standard error what runs, masked as reports are. */
async function startDebugLog(): Promise<void> {
  const [{ createMasker }, { likelySecrets }] = await Promise.all([
    import('../masking/masking.ts'),
    import('../masking/likely-secrets.ts'),
  ]);
  const masker = createMasker([]);
  masker.addEncoded(likelySecrets(environment()));
  debugTo((line) => {
    log.info(`[debug] ${masker.mask(withoutCredentials(line))}`);
  });
  debug(`kompos ${version()}, Node ${process.version}, ${process.platform} ${process.arch}`);
}

function edge(): Edge {
  return {
    commands: COMMANDS,
    directory: process.cwd(),
    environment: environment(),
    log,
    now: new Date(),
    parallelism: availableParallelism(),
    platform: terraformPlatform(process.platform, process.arch),
    onTerminal: process.stdin.isTTY,
    // 0 where the terminal does not say it.
    columns: process.stdout.isTTY ? process.stdout.columns || 80 : undefined,
    colors: showsColors(process.stdout.isTTY),
    showError,
    print: (text) => process.stdout.write(text),
    paint: (style, painted) => paint(STYLES[style], painted, process.stdout.isTTY),
  };
}

/** `kompos affected | head -1` stops reading early: the rest is dropped, and the command still ends normally. */
function unlessHungUp(error: Error): void {
  if (!hasCode(error, 'EPIPE')) throw error;
}

const screen = openScreen(process.stderr, process.env['TERM']);

/** Kompos logs to standard error, so that standard output is Terraform's alone (`output -json` goes into pipes). */
const log: Log = {
  info(line) {
    screen.print(`${paint(2, visible(line))}\n`);
  },
  warning(line) {
    screen.print(`${paint(33, 'Warning')}: ${visible(line)}\n`);
  },
  // Terraform's own lines keep their colors.
  group(title, lines) {
    screen.print(`${paint(1, visible(title))}\n${lines.map((line) => `${line}\n`).join('')}`);
  },
  ...(screen.show === undefined ? {} : { live: (lines) => screen.show?.(lines.map(visible)) }),
};

const STYLES = { bold: 1, red: 31, green: 32, yellow: 33 } as const;

function showError(each: Problem): void {
  process.stderr.write(`${paint(31, 'Error')}: ${visible(formatProblem(each))}\n`);
}

function paint(code: number, text: string, terminal = process.stderr.isTTY): string {
  return showsColors(terminal) ? `\u001b[${code}m${text}\u001b[0m` : text;
}

/** Only terminals do, unless FORCE_COLOR is set; nothing does if NO_COLOR is (https://no-color.org, https://force-color.org). */
function showsColors(terminal: boolean | undefined): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: kind } = process.env;
  if (no !== '') return false;
  if (/^(?:0|false)$/u.test(force)) return false;
  return force !== '' || (terminal === true && kind !== 'dumb');
}

/** The SDK of AWS says on Node 20 what only its authors can change: which Node its next versions need. */
function silenceSdk(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}

function environment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
