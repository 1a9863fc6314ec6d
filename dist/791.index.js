export const id = 791;
export const ids = [791];
export const modules = {

/***/ 40791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
// EXTERNAL MODULE: ./src/base/internal-error.ts
var internal_error = __webpack_require__(99915);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/git/url-credentials.ts
var url_credentials = __webpack_require__(74174);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(36045);
// EXTERNAL MODULE: ./src/base/version.ts
var version = __webpack_require__(12301);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(69368);
;// CONCATENATED MODULE: ./src/cli/command.ts
/**
 * Makes a row of the table.
 *
 * @param row `request` turns what was typed into the command's own request (pure); `run` imports the command's code on
 *   demand, runs it, prints its text, and returns the exit code
 */
function command(row) {
    const { request: requestOf, run, ...rest } = row;
    return {
        ...rest,
        bind(call) {
            const request = requestOf(call);
            return { request, run: (edge) => run(request, edge) };
        },
    };
}

// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(95686);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/cli/options.ts
/** Options of the command line, and how they are found among arguments. */



function flag(name, help) {
    return { name, help, read: (given) => given.length > 0 };
}
/** The last one wins. */
function options_text(name, value, help) {
    return { name, value, help, read: (given) => given.at(-1) };
}
function texts(name, value, help) {
    return { name, value, help, read: (given) => given };
}
function choice(name, value, allowed, help) {
    const read = (given) => {
        const last = given.at(-1);
        const found = allowed.find((each) => each === last);
        if (last === undefined || found !== undefined)
            return found;
        throw usageError(`${name} is "${last}".`, `Allowed: ${allowed.join(', ')}.`);
    };
    return { name, value, allowed, help, read };
}
/**
 * The arguments one by one, so that nothing is checked after the one that ends the reading.
 *
 * @throws ProblemError for an option that is not among these, or that lacks its value
 */
function* readArguments(args, options) {
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(options.map(({ name, short, value }) => [
            name.slice(2),
            { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short: short.slice(1) }) },
        ])),
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
        if (option === undefined)
            throw unknownOption(typed, options);
        const given = token.kind === 'option' ? token.value : undefined;
        const isMissing = given === undefined || (given.startsWith('--') && token.kind === 'option' && !token.inlineValue);
        if (option.value !== undefined && isMissing)
            throw usageError(`${typed} needs a value.`, 'See kompos --help.');
        yield { option, text: given ?? '', index };
    }
}
function unknownOption(typed, options) {
    const closest = (0,closest_name/* nearest */.p)(typed, options.map(({ name }) => name));
    return usageError(`Unknown option "${typed}".`, closest === undefined
        ? "See kompos --help; Terraform's own options go after the subcommand."
        : `Did you mean "${closest}"?`);
}
function usageError(message, hint) {
    return (0,base_problems/* problemError */.gS)('usage', message, { hint });
}

;// CONCATENATED MODULE: ./src/cli/general-options.ts
/** The options that every command has. */


const PROJECT = 'The project: the folder with .komposconfig.yaml. Default: the current directory.';
const MODES = "append, append_unique, override or prepend, instead of the project's setting.";
const VERBOSE_HELP = 'Logs to standard error what is compared, which programs run, and how long it takes.';
const ROOT_PATH = options_text('--root-path', 'DIR', PROJECT);
const LIST_MERGE = choice('--list-merge', 'MODE', value/* LIST_MERGES */.hJ, MODES);
const VERBOSE = { ...flag('--verbose', VERBOSE_HELP), short: '-v' };
const HELP = { ...flag('--help', 'Prints this text, or that of one command.'), short: '-h' };
const VERSION = { ...flag('--version', 'Prints the version.'), short: '-V' };
/** Of commands that render leaves, or show their configuration. */
const SKIP_SECRETS = flag('--skip-secrets', 'Reads no secret store: stand-ins take the place of secrets.');
/** They may stand before a command and behind it. */
const GENERAL = [ROOT_PATH, LIST_MERGE, VERBOSE, HELP, VERSION];
/** Those that may also stand among arguments that are passed on to a program, which knows none of these names. */
const ANYWHERE = [LIST_MERGE, VERBOSE];
function projectOf({ get }) {
    return { rootPath: get(ROOT_PATH) ?? '.', listMerge: get(LIST_MERGE) };
}

;// CONCATENATED MODULE: ./src/cli/commands/affected.ts




const BASE = options_text('--base', 'REV', "The commit to compare with. Default: where the head branched off the remote's default branch.");
const HEAD = options_text('--head', 'REV', 'The commit to compare. Default: the working tree, with uncommitted changes.');
const FORMAT = choice('--format', 'FORMAT', ['table', 'json', 'paths'], 'table (default), json (every reason in full), or paths (one per line, removed leaves too).');
const affected = command({
    name: 'affected',
    summary: 'Prints the leaves whose rendering differs between two revisions, and why.',
    operands: ['[<config_path>]'],
    options: [BASE, HEAD, FORMAT],
    examples: [
        { line: 'affected', does: 'what the working tree changes' },
        { line: 'affected --base origin/main --format json', does: 'the same for programs, with every reason' },
    ],
    request: (call) => ({
        configPath: call.configPath,
        ...projectOf(call),
        base: call.get(BASE),
        head: call.get(HEAD),
        format: call.get(FORMAT) ?? 'table',
    }),
    async run(request, edge) {
        const { findAffected } = await Promise.all(/* import() */[__webpack_require__.e(762), __webpack_require__.e(684), __webpack_require__.e(858), __webpack_require__.e(593), __webpack_require__.e(431), __webpack_require__.e(989)]).then(__webpack_require__.bind(__webpack_require__, 77035));
        const { text: found, problems } = await findAffected(request, edge);
        edge.print(found);
        (0,base_problems/* throwOnErrors */.pe)(problems);
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/config.ts



const config_FORMAT = choice('--format', 'FORMAT', ['yaml', 'json'], 'yaml (default) or json.');
const FILTER = texts('--filter', 'KEY', 'Only this top-level key; may be repeated.');
const EXCLUDE = texts('--exclude', 'KEY', 'Without this top-level key; may be repeated.');
const OUTPUT_FILE = options_text('--output-file', 'FILE', 'Writes to a file instead of standard output.');
const config = command({
    name: 'config',
    summary: 'Prints the merged and interpolated configuration of a leaf.',
    operands: ['<config_path>'],
    options: [config_FORMAT, FILTER, EXCLUDE, OUTPUT_FILE, SKIP_SECRETS],
    examples: [
        { line: 'config/env=dev/composition=vpc config', does: 'all of it, as YAML' },
        { line: 'config/env=dev/composition=vpc config --format json --filter vpc', does: 'one top-level key, as JSON' },
    ],
    request(call) {
        if (call.configPath === undefined)
            throw usageError('The configuration path is missing.', 'Try: kompos <config_path> config');
        return {
            configPath: call.configPath,
            ...projectOf(call),
            format: call.get(config_FORMAT) ?? 'yaml',
            filter: call.get(FILTER),
            exclude: call.get(EXCLUDE),
            outputFile: call.get(OUTPUT_FILE),
            skipSecrets: call.get(SKIP_SECRETS),
        };
    },
    async run(request, edge) {
        const { showConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(762), __webpack_require__.e(684), __webpack_require__.e(858), __webpack_require__.e(593), __webpack_require__.e(831)]).then(__webpack_require__.bind(__webpack_require__, 37831));
        edge.print(await showConfiguration(request, edge));
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/plan.ts



const plan_BASE = options_text('--base', 'REV', "The commit to compare with. Default: where the working tree branched off the remote's default branch.");
const plan_FORMAT = choice('--format', 'FORMAT', ['text', 'markdown'], 'text (default) or markdown, as in a comment. Sensitive values and those of {{env(NAME)}} are masked in both.');
const plan = command({
    name: 'plan',
    summary: 'Plans the leaves that the working tree changes, and prints the report that a pull request would get.',
    details: 'Nothing is applied. Plans need the same credentials as "terraform plan".',
    operands: ['[<config_path>]'],
    options: [plan_BASE, plan_FORMAT, SKIP_SECRETS],
    examples: [
        { line: 'plan', does: 'all leaves that the working tree changes' },
        { line: 'plan config/env=prod --format markdown', does: 'those of prod, as in a comment' },
    ],
    request: (call) => ({
        configPath: call.configPath,
        ...projectOf(call),
        base: call.get(plan_BASE),
        format: call.get(plan_FORMAT) ?? 'text',
        skipSecrets: call.get(SKIP_SECRETS),
    }),
    async run(request, edge) {
        const { planLocally } = await Promise.all(/* import() */[__webpack_require__.e(762), __webpack_require__.e(684), __webpack_require__.e(858), __webpack_require__.e(593), __webpack_require__.e(484), __webpack_require__.e(431), __webpack_require__.e(554), __webpack_require__.e(7), __webpack_require__.e(363)]).then(__webpack_require__.bind(__webpack_require__, 73119));
        const { text: report, failed } = await planLocally(request, edge);
        edge.print(report);
        return failed ? 1 : 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/terraform.ts



const DRY_RUN = flag('--dry-run', 'Renders and prints where the files are, without running Terraform.');
const terraform = command({
    name: 'terraform',
    summary: 'Renders each leaf into .kompos-runtime and runs Terraform there.',
    details: '"init" runs first where it is needed; plan, apply, destroy and import get the configuration as var.config. ' +
        "Exit codes are Terraform's own; over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.",
    operands: ['<config_path>'],
    passesOn: ['<subcommand>', "[terraform's own arguments…]"],
    options: [DRY_RUN, SKIP_SECRETS],
    examples: [
        { line: 'config/env=dev terraform plan', does: 'plans all leaves of dev' },
        { line: 'config/env=dev/composition=vpc terraform apply', does: 'applies one leaf' },
    ],
    request(call) {
        const [subcommand, ...args] = call.words;
        if (subcommand === undefined) {
            throw usageError('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
        }
        if (call.configPath === undefined) {
            throw usageError('The configuration path is missing.', `Try: kompos <config_path> terraform ${subcommand}`);
        }
        return {
            configPath: call.configPath,
            ...projectOf(call),
            subcommand,
            args,
            dryRun: call.get(DRY_RUN),
            skipSecrets: call.get(SKIP_SECRETS),
        };
    },
    async run(request, edge) {
        const { runTerraformCommand } = await Promise.all(/* import() */[__webpack_require__.e(762), __webpack_require__.e(684), __webpack_require__.e(858), __webpack_require__.e(593), __webpack_require__.e(484), __webpack_require__.e(977)]).then(__webpack_require__.bind(__webpack_require__, 27977));
        return await runTerraformCommand(request, edge);
    },
});

;// CONCATENATED MODULE: ./src/cli/commands.ts




const COMMANDS = [terraform, plan, affected, config];

;// CONCATENATED MODULE: ./src/cli/arguments.ts
/** argv → one command with what was typed for it. Pure. */




/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
function parseArguments(argv) {
    if (argv.length === 0)
        return { kind: 'help', command: undefined };
    const given = new Map();
    let configPath;
    for (const { option, text, index } of readArguments(argv, GENERAL)) {
        if (option === HELP)
            return { kind: 'help', command: undefined };
        if (option === VERSION)
            return { kind: 'version' };
        if (option !== undefined) {
            note(given, option, text);
            continue;
        }
        const rest = argv.slice(index + 1);
        if (configPath === undefined && text === 'help')
            return { kind: 'help', command: named(rest[0] ?? '') };
        const command = named(text);
        if (command !== undefined && !(configPath === undefined && isPath(text, rest))) {
            return parseCommand(command, configPath, rest, given);
        }
        if (configPath !== undefined)
            throw unknownCommand(text);
        configPath = text;
    }
    throw usageError(configPath === undefined ? 'The command is missing.' : `No command is given for "${configPath}".`, 'Try: kompos <config_path> terraform plan');
}
function named(word) {
    return COMMANDS.find(({ name }) => name === word);
}
/** `config` is also the folder of all leaves: it is meant where a command follows. */
function isPath(word, rest) {
    return word === 'config' && rest.some((each) => named(each) !== undefined);
}
function parseCommand(command, pathBefore, args, given) {
    const known = [...command.options, ...GENERAL];
    const words = [];
    for (const { option, text, index } of readArguments(args, known)) {
        if (option === HELP)
            return { kind: 'help', command };
        if (option === VERSION)
            return { kind: 'version' };
        if (option !== undefined) {
            note(given, option, text);
            continue;
        }
        words.push(text);
        if (command.passesOn === undefined)
            continue;
        words.push(...takeOwn(args.slice(index + 1), [...command.options, ...ANYWHERE], given));
        break;
    }
    const get = (option) => option.read(given.get(option) ?? []);
    const call = { get, ...operandsOf(command, pathBefore, words) };
    return { kind: 'run', name: command.name, verbose: get(VERBOSE), ...command.bind(call) };
}
/** Notes our own options among a program's arguments, by their long names, and returns all others. */
function takeOwn(args, options, given) {
    const others = [];
    for (let index = 0; index < args.length; index += 1) {
        const argument = args[index] ?? '';
        const [name = '', ...values] = argument.split('=');
        const option = options.find((each) => each.name === name);
        if (option === undefined)
            others.push(argument);
        else if (option.value === undefined)
            note(given, option, '');
        else if (values.length > 0)
            note(given, option, values.join('='));
        else {
            index += 1;
            const value = args[index];
            if (value === undefined)
                throw usageError(`${name} needs a value.`, 'See kompos --help.');
            note(given, option, value);
        }
    }
    return others;
}
/** Which word stands for what. */
function operandsOf({ name, operands, passesOn }, pathBefore, typed) {
    const isPathOperand = (operand) => operand.includes('<config_path>');
    if (passesOn !== undefined)
        return { configPath: pathBefore, words: typed };
    if (pathBefore !== undefined && !operands.some(isPathOperand)) {
        throw usageError(`"${name}" takes no path before it.`, `See kompos ${name} --help.`);
    }
    const expected = pathBefore === undefined ? operands : operands.filter((each) => !isPathOperand(each));
    const missing = expected.find((each, index) => !each.startsWith('[') && typed[index] === undefined);
    if (missing !== undefined)
        throw usageError(`"${name}" needs ${missing}.`, `See kompos ${name} --help.`);
    const extra = typed[expected.length];
    if (extra !== undefined)
        throw usageError(`"${name}" does not take "${extra}".`, `See kompos ${name} --help.`);
    return {
        configPath: pathBefore ?? typed[expected.findIndex(isPathOperand)],
        words: typed.filter((_, index) => !isPathOperand(expected[index] ?? '')),
    };
}
function note(given, option, text) {
    given.set(option, [...(given.get(option) ?? []), text]);
}
function unknownCommand(word) {
    const names = COMMANDS.map(({ name }) => name);
    const closest = (0,closest_name/* nearest */.p)(word, names);
    return usageError(`"${word}" is not a command.`, closest === undefined ? `Allowed: ${names.join(', ')}.` : `Did you mean "${closest}"?`);
}

;// CONCATENATED MODULE: ./src/cli/help.ts


/** Where options are explained. */
const WIDTH = 22;
const COLUMNS = 80;
/** What `kompos --help` prints. */
function helpText() {
    const usages = COMMANDS.map((row) => `  kompos ${usageOf(row)}\n`).join('');
    const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 3;
    const commands = COMMANDS.map(({ name, summary }) => entry(name, summary, width)).join('');
    return `kompos — Terraform root modules from layered YAML configuration

Usage
${usages}
  <config_path> is a leaf, such as
  config/env=dev/cluster=c1/composition=terraform/terraform=vpc, or a folder
  above leaves: then all of them are meant.

Commands
${commands}
  kompos <command> --help has the options of a command, with examples.

Options of all commands
${optionsText(GENERAL)}
Exit codes
  0 success, 1 an error, 2 a usage error. "terraform" ends with Terraform's own.
`;
}
/** What `kompos <command> --help` prints. */
function commandHelp(row) {
    const details = row.details === undefined ? '' : `\n${wrap(row.details, COLUMNS).join('\n')}\n`;
    const examples = row.examples.map(({ line, does }) => `  kompos ${line}\n      ${does}\n`).join('');
    const options = row.options.length === 0 ? '' : `\nOptions\n${optionsText(row.options)}`;
    return `${wrap(row.summary, COLUMNS).join('\n')}
${details}
Usage
  kompos ${usageOf(row)}
${options}
Options of all commands
${optionsText(GENERAL)}
Examples
${examples}`;
}
function usageOf({ name, operands, options, passesOn }) {
    const own = options.map(({ name: option, value, allowed }) => {
        const values = allowed?.join('|') ?? value;
        return values === undefined ? `[${option}]` : `[${option} ${values}]`;
    });
    return usageLines(passesOn === undefined ? [name, ...operands, ...own] : [...operands, name, ...own, ...passesOn]);
}
function optionsText(options) {
    return options
        .map(({ name, short, value, help }) => {
        const names = short === undefined ? name : `${short}, ${name}`;
        return entry(value === undefined ? names : `${names} ${value}`, help, WIDTH);
    })
        .join('');
}
/** A title with a text next to it. */
function entry(title, text, width) {
    const lines = wrap(text, COLUMNS - width - 2);
    return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(width)}${line}\n`).join('');
}
/** Lines of whole words; a word that is longer than a line has one of its own. */
function wrap(text, columns) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > columns) {
            lines.push(line);
            line = '';
        }
        line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}
/** The lines of a usage: those that follow the first are indented. */
function usageLines(usage) {
    const [first = '', ...others] = wrap(usage.map((word) => word.replaceAll(' ', '\u00A0')).join(' '), COLUMNS - 9);
    return [first, ...others.map((line) => `      ${line}`)].join('\n').replaceAll('\u00A0', ' ');
}

;// CONCATENATED MODULE: ./src/cli/screen.ts
/** Lines on a terminal: those that stay, and below them some that change. */
/** @param kind the variable `TERM`: a `dumb` terminal cannot move up */
function openScreen(terminal, kind) {
    if (terminal.isTTY !== true || kind === 'dumb')
        return { print: (text) => terminal.write(text), show: undefined };
    let shown = [];
    const erase = () => (shown.length === 0 ? '' : `\u001b[${shown.length}A\u001b[J`);
    const draw = () => shown.map((line) => `${line}\n`).join('');
    return {
        print(text) {
            terminal.write(`${erase()}${text}${draw()}`);
        },
        show(lines) {
            const before = erase();
            const { columns = 80, rows = 24 } = terminal;
            // What scrolls out of the screen could not be erased.
            const most = Math.max(1, rows - 3);
            const more = lines.length - most + 1;
            const all = more > 1 ? [...lines.slice(0, most - 1), `        and ${more} more`] : lines;
            shown = all.map((line) => cut(line, columns - 1));
            if (before !== '' || shown.length > 0)
                terminal.write(`${before}${draw()}`);
        },
    };
}
/** A line that wraps would be two. Characters that are not ASCII may be two columns wide. */
function cut(line, columns) {
    let width = 0;
    let kept = '';
    for (const character of line) {
        width += character <= '~' ? 1 : 2;
        if (width > columns)
            return `${kept.slice(0, -2)}…`;
        kept += character;
    }
    return line;
}

;// CONCATENATED MODULE: ./src/cli/run.ts
/** The command line edge: argv → one request; results and problems → terminal. */












/** Runs one command. Returns the exit code. */
async function runCli(argv) {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', unlessHungUp);
    try {
        const parsed = parseArguments(argv);
        if (parsed.kind === 'version')
            process.stdout.write(`${(0,version/* version */.r)()}\n`);
        else if (parsed.kind === 'help') {
            process.stdout.write(parsed.command === undefined ? helpText() : commandHelp(parsed.command));
        }
        else {
            if (parsed.verbose)
                await startDebugLog();
            return await (0,debug/* timed */.ay)(`kompos ${parsed.name}`, () => parsed.run(edge()));
        }
        return 0;
    }
    catch (error) {
        const problems = (0,base_problems/* problemsOf */.GW)(error) ?? [(0,internal_error/* internalError */.W)(error, 'run the same command with --verbose')];
        if ((0,base_problems/* problemsOf */.GW)(error) === undefined)
            process.stderr.write(`${(0,escaping/* visible */.RK)((0,internal_error/* sourceStack */.K)(error) ?? '')}\n`);
        for (const each of problems)
            process.stderr.write(`${paint(31, 'Error')}: ${(0,escaping/* visible */.RK)((0,base_problems/* formatProblem */.Vw)(each))}\n`);
        return problems.some(({ code }) => code === 'usage') ? 2 : 1;
    }
}
/** Logs to standard error what runs, masked as reports are. */
async function startDebugLog() {
    const [{ createMasker }, { likelySecrets }] = await Promise.all([
        __webpack_require__.e(/* import() */ 554).then(__webpack_require__.bind(__webpack_require__, 59554)),
        __webpack_require__.e(/* import() */ 662).then(__webpack_require__.bind(__webpack_require__, 13662)),
    ]);
    const masker = createMasker([]);
    masker.addEncoded(likelySecrets(environment()));
    (0,debug/* debugTo */.rJ)((line) => {
        log.info(`[debug] ${masker.mask((0,url_credentials/* withoutCredentials */.r)(line))}`);
    });
    (0,debug/* debug */.Yz)(`kompos ${(0,version/* version */.r)()}, Node ${process.version}, ${process.platform} ${process.arch}`);
}
function edge() {
    return {
        directory: process.cwd(),
        environment: environment(),
        log,
        now: new Date(),
        parallelism: (0,external_node_os_.availableParallelism)(),
        platform: (0,mirror/* terraformPlatform */.sb)(process.platform, process.arch),
        onTerminal: process.stdin.isTTY,
        print: (text) => process.stdout.write(text),
        paint: (style, painted) => paint(STYLES[style], painted, process.stdout.isTTY),
    };
}
/** `kompos affected | head -1` stops reading early: the rest is dropped, and the command still ends normally. */
function unlessHungUp(error) {
    if (!(0,node_errors/* hasCode */.up)(error, 'EPIPE'))
        throw error;
}
const screen = openScreen(process.stderr, process.env['TERM']);
/** Kompos logs to standard error, so that standard output is Terraform's alone (`output -json` goes into pipes). */
const log = {
    info(line) {
        screen.print(`${paint(2, (0,escaping/* visible */.RK)(line))}\n`);
    },
    warning(line) {
        screen.print(`${paint(33, 'Warning')}: ${(0,escaping/* visible */.RK)(line)}\n`);
    },
    // Terraform's own lines keep their colors.
    group(title, lines) {
        screen.print(`${paint(1, (0,escaping/* visible */.RK)(title))}\n${lines.map((line) => `${line}\n`).join('')}`);
    },
    ...(screen.show === undefined ? {} : { live: (lines) => screen.show?.(lines.map(escaping/* visible */.RK)) }),
};
const STYLES = { bold: 1, red: 31, green: 32, yellow: 33 };
/** Colors only on terminals, and not if NO_COLOR is set (https://no-color.org). */
function paint(code, text, terminal = process.stderr.isTTY) {
    const colors = terminal && (process.env['NO_COLOR'] ?? '') === '';
    return colors ? `\u001b[${code}m${text}\u001b[0m` : text;
}
function environment() {
    return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}


/***/ })

};

//# sourceMappingURL=791.index.js.map