export const id = 690;
export const ids = [690];
export const modules = {

/***/ 8690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/base/internal-error.ts
var internal_error = __webpack_require__(9915);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/git/url-credentials.ts
var url_credentials = __webpack_require__(4174);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(9405);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(6045);
// EXTERNAL MODULE: ./src/base/version.ts
var version = __webpack_require__(2301);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(9368);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(5686);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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

;// CONCATENATED MODULE: ./src/cli/commands.ts
/** The commands and options of the command line: a row for each. The help is generated from them. */


const PROJECT = 'The project: the folder with .komposconfig.yaml. Default: the current directory.';
const MODES = "append, append_unique, override or prepend, instead of the project's setting.";
const BASE_HELP = (side) => `The commit to compare with. Default: where the ${side} branched off the remote's default branch.`;
const HEAD_HELP = 'The commit to compare. Default: the working tree, with uncommitted changes.';
const FORMATS = 'table (default), json (every reason in full), or paths (one per line, removed leaves too).';
const PLAN_FORMATS = `text (default) or markdown, as in a comment. Sensitive values and those of {{env(NAME)}}
are masked in both.`;
const VERBOSE_HELP = 'Logs to standard error what is compared, which programs run, and how long it takes.';
const ROOT_PATH = options_text('--root-path', 'DIR', PROJECT);
const LIST_MERGE = choice('--list-merge', 'MODE', value/* LIST_MERGES */.hJ, MODES);
const VERBOSE = flag('--verbose', VERBOSE_HELP);
const HELP = { ...flag('--help', 'Prints this text.'), short: '-h' };
const VERSION = { ...flag('--version', 'Prints the version.'), short: '-v' };
/** The options of every command. */
const GENERAL = [ROOT_PATH, LIST_MERGE, VERBOSE, HELP, VERSION];
const DRY_RUN = flag('--dry-run', 'Renders and prints where the files are, without running Terraform.');
const CONFIG_FORMAT = choice('--format', 'FORMAT', ['yaml', 'json'], 'yaml (default) or json.');
const FILTER = texts('--filter', 'KEY', 'Only this top-level key; may be repeated.');
const EXCLUDE = texts('--exclude', 'KEY', 'Without this top-level key; may be repeated.');
const OUTPUT_FILE = options_text('--output-file', 'FILE', 'Writes to a file instead of standard output.');
const BASE = options_text('--base', 'REV', BASE_HELP('head'));
const HEAD = options_text('--head', 'REV', HEAD_HELP);
const AFFECTED_FORMAT = choice('--format', 'FORMAT', ['table', 'json', 'paths'], FORMATS);
const PLAN_BASE = options_text('--base', 'REV', BASE_HELP('working tree'));
const PLAN_FORMAT = choice('--format', 'FORMAT', ['text', 'markdown'], PLAN_FORMATS);
const COMMANDS = [
    {
        name: 'terraform',
        path: 'required',
        passesOn: ['<subcommand>', "[terraform's own arguments…]"],
        help: `Renders each leaf into .kompos-runtime and runs Terraform there. "init" runs first where
it is needed; plan, apply, destroy and import get the configuration as var.config.`,
        options: [DRY_RUN, VERBOSE],
        make(configPath, get, [subcommand, ...args]) {
            if (subcommand === undefined || subcommand.startsWith('-')) {
                throw usageError('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
            }
            return { kind: 'terraform', configPath, ...common(get), subcommand, args, dryRun: get(DRY_RUN) };
        },
    },
    {
        name: 'config',
        path: 'required',
        help: 'Prints the merged and interpolated configuration.',
        options: [CONFIG_FORMAT, FILTER, EXCLUDE, OUTPUT_FILE],
        make: (configPath, get) => ({
            kind: 'config',
            configPath,
            ...common(get),
            format: get(CONFIG_FORMAT) ?? 'yaml',
            filter: get(FILTER),
            exclude: get(EXCLUDE),
            outputFile: get(OUTPUT_FILE),
        }),
    },
    {
        name: 'affected',
        path: 'optional',
        help: `Prints the leaves whose rendering differs between two revisions, and why. Without <config_path>: of
the whole project.`,
        options: [BASE, HEAD, AFFECTED_FORMAT],
        make: (configPath, get) => ({
            kind: 'affected',
            configPath,
            ...common(get),
            base: get(BASE),
            head: get(HEAD),
            format: get(AFFECTED_FORMAT) ?? 'table',
        }),
    },
    {
        name: 'plan',
        path: 'optional',
        help: `Plans the leaves that the working tree changes, and prints the report that a pull request would get.
Nothing is applied. Without <config_path>: of the whole project.`,
        options: [PLAN_BASE, PLAN_FORMAT],
        make: (configPath, get) => ({
            kind: 'plan',
            configPath,
            ...common(get),
            base: get(PLAN_BASE),
            format: get(PLAN_FORMAT) ?? 'text',
        }),
    },
];
function common(get) {
    return { rootPath: get(ROOT_PATH) ?? '.', listMerge: get(LIST_MERGE), verbose: get(VERBOSE) };
}

;// CONCATENATED MODULE: ./src/cli/arguments.ts
/** argv → one typed command. Pure. */



/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
function parseArguments(argv) {
    if (argv.length === 0)
        return { kind: 'help' };
    const given = new Map();
    const get = (option) => option.read(given.get(option) ?? []);
    let configPath;
    for (const { option, text, index } of readArguments(argv, GENERAL)) {
        if (option === HELP || (option === undefined && text === 'help'))
            return { kind: 'help' };
        if (option === VERSION)
            return { kind: 'version' };
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
        if (command === undefined)
            throw unknownCommand(text);
        const words = readRest(command, rest, given, 0);
        return 'kind' in words ? words : command.make(configPath, get, words);
    }
    throw usageError(configPath === undefined ? 'The configuration path is missing.' : `No command is given for "${configPath}".`, 'Try: kompos <config_path> terraform plan');
}
/** Notes the options after a command, and returns the other words: up to `most`, or all that it passes on. */
function readRest({ options, passesOn }, args, given, most) {
    const known = [...options, ...GENERAL];
    if (passesOn !== undefined) {
        const own = options.filter(({ name }) => args.includes(name));
        for (const option of own)
            note(given, option, '');
        const others = args.filter((each) => own.every(({ name }) => name !== each));
        return others[0] === HELP.name || others[0] === HELP.short ? { kind: 'help' } : others;
    }
    const words = [];
    for (const { option, text } of readArguments(args, known)) {
        if (option === HELP)
            return { kind: 'help' };
        if (option === VERSION)
            return { kind: 'version' };
        if (option !== undefined)
            note(given, option, text);
        else if (words.length < most)
            words.push(text);
        else
            throw unknownOption(text, known);
    }
    return words;
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
/** The help text, generated from the commands and their options. */

const WIDTH = 20;
/** What `kompos --help` prints. */
function helpText() {
    const rows = COMMANDS;
    const usages = rows.map((row) => `  kompos ${usageOf(row)}\n`).join('');
    const commands = rows.map(({ name, help }) => entry(name, help, 12)).join('');
    const options = rows.map((row) => `\nOptions of ${row.name}\n${optionsText(ownOptions(row))}`).join('');
    return `kompos — Terraform root modules from layered YAML configuration

Usage
${usages}
  <config_path> is a leaf, such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc,
  or a folder above leaves: then all of them run, parents first, in the order of
  compositions.order.terraform ("destroy" in reverse), up to the first failure.

Commands
${commands}
Options, before the command
${optionsText(GENERAL)}${options}
Exit codes
  Terraform's own. Over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.
  1 for errors of kompos, 2 for a usage error.

Examples
  kompos config/env=dev/cluster=c1/composition=terraform terraform plan
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc terraform apply -auto-approve
  kompos config/env=prod terraform plan --dry-run
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc config --format json --filter vpc
  kompos affected --base origin/main --format json
  kompos plan config/env=prod --format markdown
`;
}
function usageOf(row) {
    const options = ownOptions(row).map(({ name, value, allowed }) => {
        const values = allowed?.join('|') ?? value;
        return values === undefined ? `[${name}]` : `[${name} ${values}]`;
    });
    const [before, behind] = row.passesOn ?? [];
    const words = row.path === 'required' ? ['<config_path>', row.name] : [row.name, '[<config_path>]'];
    return [...words, before, ...options, behind].filter((word) => word !== undefined).join(' ');
}
/** Without the general ones, some of which may also appear among arguments that are passed on. */
function ownOptions({ options }) {
    return options.filter((option) => !GENERAL.includes(option));
}
function optionsText(options) {
    return options
        .map(({ name, short, value, help }) => {
        const names = short === undefined ? name : `${short}, ${name}`;
        return entry(value === undefined ? names : `${names} ${value}`, help, WIDTH);
    })
        .join('');
}
/** A title with the lines of a text next to it. */
function entry(title, text, width) {
    const lines = text.split('\n');
    return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(width)}${line}\n`).join('');
}

;// CONCATENATED MODULE: ./src/cli/run.ts
/** The command line edge: argv → one request; results and problems → terminal. */











/** Runs one command. Returns the exit code. */
async function runCli(argv) {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', unlessHungUp);
    try {
        const command = parseArguments(argv);
        if ('verbose' in command && command.verbose)
            await startDebugLog();
        return await (0,debug/* timed */.ay)(`kompos ${command.kind}`, () => run(command));
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
        __webpack_require__.e(/* import() */ 554).then(__webpack_require__.bind(__webpack_require__, 9554)),
        __webpack_require__.e(/* import() */ 662).then(__webpack_require__.bind(__webpack_require__, 3662)),
    ]);
    const masker = createMasker([]);
    masker.addEncoded(likelySecrets(environment()));
    (0,debug/* debugTo */.rJ)((line) => {
        log.info(`[debug] ${masker.mask((0,url_credentials/* withoutCredentials */.r)(line))}`);
    });
    (0,debug/* debug */.Yz)(`kompos ${(0,version/* version */.r)()}, Node ${process.version}, ${process.platform} ${process.arch}`);
}
async function run(command) {
    switch (command.kind) {
        case 'help':
            process.stdout.write(helpText());
            return 0;
        case 'version':
            process.stdout.write(`${(0,version/* version */.r)()}\n`);
            return 0;
        case 'terraform': {
            const { runTerraformCommand } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(857), __webpack_require__.e(597), __webpack_require__.e(977)]).then(__webpack_require__.bind(__webpack_require__, 7977));
            return await runTerraformCommand(command, {
                directory: process.cwd(),
                environment: environment(),
                log,
                now: new Date(),
                onTerminal: process.stdin.isTTY,
            });
        }
        case 'config': {
            const { showConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(857), __webpack_require__.e(831)]).then(__webpack_require__.bind(__webpack_require__, 7831));
            process.stdout.write(await showConfiguration(command, { directory: process.cwd(), environment: environment(), log }));
            return 0;
        }
        case 'affected': {
            const { findAffected } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(857), __webpack_require__.e(439), __webpack_require__.e(180)]).then(__webpack_require__.bind(__webpack_require__, 7035));
            const context = { directory: process.cwd(), environment: environment(), log };
            const { text, problems } = await findAffected(command, context);
            process.stdout.write(text);
            (0,base_problems/* throwOnErrors */.pe)(problems);
            return 0;
        }
        case 'plan': {
            const { planLocally } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(381), __webpack_require__.e(857), __webpack_require__.e(439), __webpack_require__.e(597), __webpack_require__.e(554), __webpack_require__.e(144), __webpack_require__.e(119)]).then(__webpack_require__.bind(__webpack_require__, 3119));
            const { text, failed } = await planLocally(command, {
                directory: process.cwd(),
                environment: environment(),
                log,
                now: new Date(),
                parallelism: (0,external_node_os_.availableParallelism)(),
                platform: (0,mirror/* terraformPlatform */.sb)(process.platform, process.arch),
                paint: (style, painted) => paint(STYLES[style], painted, process.stdout.isTTY),
            });
            process.stdout.write(text);
            return failed ? 1 : 0;
        }
    }
}
/** `kompos affected | head -1` stops reading early: the rest is dropped, and the command still ends normally. */
function unlessHungUp(error) {
    if (!(0,node_errors/* hasCode */.up)(error, 'EPIPE'))
        throw error;
}
/** Kompos logs to standard error, so that standard output is Terraform's alone (`output -json` goes into pipes). */
const log = {
    info: (line) => process.stderr.write(`${paint(2, (0,escaping/* visible */.RK)(line))}\n`),
    warning: (line) => process.stderr.write(`${paint(33, 'Warning')}: ${(0,escaping/* visible */.RK)(line)}\n`),
    // Terraform's own lines keep their colors.
    group: (title, lines) => process.stderr.write(`${paint(1, (0,escaping/* visible */.RK)(title))}\n${lines.map((line) => `${line}\n`).join('')}`),
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

//# sourceMappingURL=690.index.js.map