export const id = 249;
export const ids = [249];
export const modules = {

/***/ 8859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** "Did you mean …?" */
/**
 * The candidate closest to a misspelled word; undefined when none is close enough to be meant.
 *
 * @param most how many letters it may be away
 */
function nearest(word, candidates, most = Math.max(2, Math.floor(word.length / 4))) {
    let best;
    let bestDistance = most + 1;
    for (const candidate of new Set(candidates)) {
        if (Math.abs(candidate.length - word.length) >= bestDistance)
            continue;
        const distance = editDistance(word, candidate);
        if (distance < bestDistance)
            [best, bestDistance] = [candidate, distance];
    }
    return best;
}
/** Letters to insert, delete, replace, or swap with their neighbour. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(cost);
        }
        [beforeLast, last] = [last, current];
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 4409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/** What Node throws, looked at without trusting its class: values of other realms fail `instanceof`. */
/** Whether a system error has one of the codes (`ENOENT`). */
function hasCode(error, ...codes) {
    return (typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        typeof error.code === 'string' &&
        codes.includes(error.code));
}
/** Whether the operating system said it: a full disk, a missing permission. */
function isSystemError(error) {
    return typeof error === 'object' && error !== null && 'syscall' in error && typeof error.syscall === 'string';
}
/** The message of whatever was thrown. */
function messageOf(error) {
    return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
        ? error.message
        : String(error);
}


/***/ }),

/***/ 7421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   Mm: () => (/* binding */ ProblemError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   dE: () => (/* binding */ formatPlace),
/* harmony export */   pe: () => (/* binding */ throwOnErrors)
/* harmony export */ });
/* harmony import */ var _node_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4409);
/**
 * What went wrong, for the person who must mend it. Every user-facing error of the project is a `Problem`: data with a
 * place, so that the terminal, an annotation and the report can each show it in their own way.
 */

/** Makes an error `Problem`. */
function problem(code, message, more = {}) {
    return { code, severity: 'error', message, ...more };
}
/** Makes a warning `Problem`. */
function warning(code, message, more = {}) {
    return { code, severity: 'warning', message, ...more };
}
/** Carries all problems of one stage at once. Its `message` is the printed form, so that it reads well anywhere. */
class ProblemError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(formatProblem).join('\n'));
        this.name = 'ProblemError';
        this.problems = problems;
    }
}
/** What a person can mend about an error; undefined for a mistake of ours. */
function problemsOf(error) {
    if (error instanceof ProblemError)
        return error.problems;
    if (!(0,_node_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isSystemError */ .Or)(error))
        return undefined;
    const hint = 'The machine refused it: look at its disk, its permissions, and what other programs do in the workspace.';
    return [problem('files', `${(0,_node_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, { hint })];
}
/** Throws a `ProblemError` when any of the problems is an error. */
function throwOnErrors(problems) {
    const errors = problems.filter((each) => each.severity === 'error');
    if (errors.length > 0)
        throw new ProblemError(errors);
}
/** `file:line:column`, as editors and terminals link it. */
function formatPlace(place) {
    return [place.file, place.line, place.line === undefined ? undefined : place.column]
        .filter((part) => part !== undefined)
        .join(':');
}
/** The printed form: `file:line:column: message`, the source line with a caret, then the hint. */
function formatProblem(each) {
    const lines = [each.place === undefined ? each.message : `${formatPlace(each.place)}: ${each.message}`];
    if (each.sourceLine !== undefined) {
        lines.push(`    ${each.sourceLine}`);
        const column = each.place?.column;
        if (column !== undefined) {
            // Tabs before the caret stay tabs, so that it points at the right place at any tab width.
            const before = each.sourceLine.slice(0, column - 1).replace(/[^\t]/gu, ' ');
            lines.push(`    ${before}^`);
        }
    }
    if (each.hint !== undefined)
        lines.push(`  ${each.hint}`);
    return lines.join('\n');
}


/***/ }),

/***/ 2301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/** The version of kompos, the package's. */

/** Read at run time: package.json lies beside the bundle's folder as it lies beside the sources' one. */
function version() {
    const manifest = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "package.json", 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? String(manifest.version)
        : '0.0.0';
}


/***/ }),

/***/ 4249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(9405);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(6045);
// EXTERNAL MODULE: ./src/base/version.ts
var version = __webpack_require__(2301);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(5686);
// EXTERNAL MODULE: ./src/base/nearest.ts
var nearest = __webpack_require__(8859);
;// CONCATENATED MODULE: ./src/cli/arguments.ts
/** argv → one typed command. Pure. */



const COMMANDS = ['terraform', 'config', 'affected', 'plan'];
/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
function parseArguments(argv) {
    if (argv.length === 0)
        return { kind: 'help' };
    const rest = [...argv];
    let configPath;
    let rootPath = '.';
    let listMerge;
    for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
        const [name, inline] = splitOption(argument);
        switch (name) {
            case '--help':
            case '-h':
            case 'help':
                return { kind: 'help' };
            case '--version':
            case '-v':
                return { kind: 'version' };
            case '--root-path':
                rootPath = inline ?? arguments_value(name, rest.shift());
                break;
            case '--list-merge':
                listMerge = oneOf(name, inline ?? arguments_value(name, rest.shift()), value/* LIST_MERGES */.hJ);
                break;
            default: {
                if (name.startsWith('-'))
                    throw unknownOption(name, ['--root-path', '--list-merge', '--help', '--version']);
                if (argument === 'affected' || argument === 'plan') {
                    return comparingCommand(argument, { configPath, rootPath, listMerge }, rest);
                }
                if (configPath === undefined) {
                    configPath = argument;
                    break;
                }
                const common = { configPath, rootPath, listMerge };
                if (argument === 'terraform')
                    return terraformCommand(common, rest);
                if (argument === 'config')
                    return configCommand(common, rest);
                const closest = (0,nearest/* nearest */.p)(argument, COMMANDS);
                throw usage(`"${argument}" is no command.`, closest === undefined ? `Allowed: ${COMMANDS.join(', ')}.` : `Did you mean "${closest}"?`);
            }
        }
    }
    throw usage(configPath === undefined ? 'The configuration path is missing.' : `What is to be done with "${configPath}"?`, 'Try: kompos <config_path> terraform plan');
}
function terraformCommand(common, rest) {
    const [first, ...others] = rest.filter((argument) => argument !== '--dry-run');
    if (first === '--help' || first === '-h')
        return { kind: 'help' };
    if (first === undefined || first.startsWith('-')) {
        throw usage('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
    }
    return { kind: 'terraform', ...common, subcommand: first, args: others, dryRun: rest.includes('--dry-run') };
}
function configCommand(common, given) {
    const rest = [...given];
    let format = 'yaml';
    let outputFile;
    const filter = [];
    const exclude = [];
    for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
        const [name, inline] = splitOption(argument);
        const take = () => inline ?? arguments_value(name, rest.shift());
        switch (name) {
            case '--format':
                format = oneOf(name, take(), ['yaml', 'json']);
                break;
            case '--filter':
                filter.push(take());
                break;
            case '--exclude':
                exclude.push(take());
                break;
            case '--output-file':
                outputFile = take();
                break;
            case '--help':
            case '-h':
                return { kind: 'help' };
            default:
                throw unknownOption(argument, ['--format', '--filter', '--exclude', '--output-file']);
        }
    }
    return { kind: 'config', ...common, format, filter, exclude, outputFile };
}
/** The commands whose path may stand on either side of them, because they are about the whole project without one. */
function comparingCommand(kind, common, given) {
    const rest = [...given];
    let { configPath, rootPath, listMerge } = common;
    let base;
    let head;
    let format;
    const known = ['--base', ...(kind === 'affected' ? ['--head'] : []), '--format', '--root-path', '--list-merge'];
    for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
        const [name, inline] = splitOption(argument);
        if (name === '--help' || name === '-h')
            return { kind: 'help' };
        if (!known.includes(name)) {
            if (name.startsWith('-') || configPath !== undefined)
                throw unknownOption(argument, known);
            configPath = argument;
            continue;
        }
        const option = inline ?? arguments_value(name, rest.shift());
        if (name === '--base')
            base = option;
        else if (name === '--head')
            head = option;
        else if (name === '--format')
            format = option;
        else if (name === '--root-path')
            rootPath = option;
        else
            listMerge = oneOf(name, option, value/* LIST_MERGES */.hJ);
    }
    const asked = { configPath, rootPath, listMerge, base };
    if (kind === 'plan')
        return { kind, ...asked, format: oneOf('--format', format ?? 'text', ['text', 'markdown']) };
    return { kind, ...asked, head, format: oneOf('--format', format ?? 'table', ['table', 'json', 'paths']) };
}
/** `--name=value` in two; only the name where there is no `=`. */
function splitOption(argument) {
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
}
function arguments_value(option, given) {
    if (given === undefined || given.startsWith('--'))
        throw usage(`${option} needs a value.`, 'See kompos --help.');
    return given;
}
function oneOf(option, given, allowed) {
    const found = allowed.find((each) => each === given);
    if (found !== undefined)
        return found;
    throw usage(`${option} is "${given}".`, `Allowed: ${allowed.join(', ')}.`);
}
function unknownOption(option, known) {
    const closest = (0,nearest/* nearest */.p)(option, known);
    return usage(`Unknown option "${option}".`, closest === undefined
        ? "See kompos --help; Terraform's own options go behind the subcommand."
        : `Did you mean "${closest}"?`);
}
function usage(message, hint) {
    return new base_problems/* ProblemError */.Mm([(0,base_problems/* problem */.CC)('usage', message, { hint })]);
}

;// CONCATENATED MODULE: ./src/cli/help.ts
/** The help text. */
const HELP = `kompos — Terraform root modules from layered YAML configuration

Usage
  kompos <config_path> terraform <subcommand> [--dry-run] [terraform's own arguments…]
  kompos <config_path> config [--format yaml|json] [--filter KEY] [--exclude KEY] [--output-file FILE]
  kompos affected [<config_path>] [--base REV] [--head REV] [--format table|json|paths]
  kompos plan [<config_path>] [--base REV] [--format text|markdown]

  <config_path> is a leaf, such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc,
  or a folder above leaves: then all of them run, parents first, in the order of
  compositions.order.terraform ("destroy" in reverse), up to the first failure.

Commands
  terraform   Renders each leaf into .kompos-runtime and runs Terraform there. "init" runs first where
              it is needed; plan, apply, destroy and import get the configuration as var.config.
  config      Prints the merged and interpolated configuration.
  affected    Prints the leaves whose rendering differs between two revisions, and why. Without <config_path>: of
              the whole project.
  plan        Plans the leaves that the working tree changes, and prints the report that a pull request would get.
              Nothing is applied. Without <config_path>: of the whole project.

Options, before the command
  --root-path DIR     The project: the folder with .komposconfig.yaml. Default: the current directory.
  --list-merge MODE   append, append_unique, override or prepend, instead of the project's setting.
  -h, --help          This text.
  -v, --version       The version.

Options of terraform
  --dry-run           Renders and says where the files are, without running Terraform.

Options of config
  --format FORMAT     yaml (default) or json.
  --filter KEY        Only this top-level key; may be repeated.
  --exclude KEY       Without this top-level key; may be repeated.
  --output-file FILE  Writes to a file instead of standard output.

Options of affected
  --base REV          The commit to compare with. Default: where the head left the remote's default branch.
  --head REV          The commit to compare. Default: the working tree, with what is not committed yet.
  --format FORMAT     table (default), json (every reason in full), or paths (one a line, removed leaves too).

Options of plan
  --base REV          The commit to compare with. Default: where the working tree left the remote's default branch.
  --format FORMAT     text (default) or markdown, as a comment has it. Sensitive values and those of {{env(NAME)}}
                      are masked in both.

Exit codes
  Terraform's own. Over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.
  1 for errors of kompos, 2 for a command line that makes no sense.

Examples
  kompos config/env=dev/cluster=c1/composition=terraform terraform plan
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc terraform apply -auto-approve
  kompos config/env=prod terraform plan --dry-run
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc config --format json --filter vpc
  kompos affected --base origin/main --format json
  kompos plan config/env=prod --format markdown
`;

;// CONCATENATED MODULE: ./src/cli/run.ts
/** The command line edge: argv → one request; results and problems → terminal. */








/** Runs one command. Answers the exit code; only a mistake of ours is thrown. */
async function runCli(argv) {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', unlessHungUp);
    try {
        const command = parseArguments(argv);
        switch (command.kind) {
            case 'help':
                process.stdout.write(HELP);
                return 0;
            case 'version':
                process.stdout.write(`${(0,version/* version */.r)()}\n`);
                return 0;
            case 'terraform': {
                const { runTerraformCommand } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(790), __webpack_require__.e(117), __webpack_require__.e(658)]).then(__webpack_require__.bind(__webpack_require__, 6658));
                return await runTerraformCommand(command, {
                    directory: process.cwd(),
                    environment: environment(),
                    log,
                    now: new Date(),
                    onTerminal: process.stdin.isTTY,
                });
            }
            case 'config': {
                const { showConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(790), __webpack_require__.e(831)]).then(__webpack_require__.bind(__webpack_require__, 7831));
                process.stdout.write(await showConfiguration(command, { directory: process.cwd(), environment: environment(), log }));
                return 0;
            }
            case 'affected': {
                const { findAffected } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(790), __webpack_require__.e(330), __webpack_require__.e(180)]).then(__webpack_require__.bind(__webpack_require__, 7035));
                const around = { directory: process.cwd(), environment: environment(), log };
                const { text, problems } = await findAffected(command, around);
                process.stdout.write(text);
                (0,base_problems/* throwOnErrors */.pe)(problems);
                return 0;
            }
            case 'plan': {
                const { planLocally } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(381), __webpack_require__.e(790), __webpack_require__.e(330), __webpack_require__.e(117), __webpack_require__.e(988), __webpack_require__.e(119)]).then(__webpack_require__.bind(__webpack_require__, 3119));
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
    catch (error) {
        if (!(error instanceof base_problems/* ProblemError */.Mm))
            throw error;
        for (const each of error.problems)
            process.stderr.write(`${paint(31, 'Error')}: ${(0,escaping/* visible */.RK)((0,base_problems/* formatProblem */.Vw)(each))}\n`);
        return error.problems.some(({ code }) => code === 'usage') ? 2 : 1;
    }
}
/** `kompos affected | head -1` has what it wants: the rest is nobody's loss, and the command still ends in good order. */
function unlessHungUp(error) {
    if (!(0,node_errors/* hasCode */.up)(error, 'EPIPE'))
        throw error;
}
/** Kompos speaks on standard error, so that standard output is Terraform's alone (`output -json` goes into pipes). */
const log = {
    info: (line) => process.stderr.write(`${paint(2, (0,escaping/* visible */.RK)(line))}\n`),
    warning: (line) => process.stderr.write(`${paint(33, 'Warning')}: ${(0,escaping/* visible */.RK)(line)}\n`),
    // Terraform's own lines keep their colours.
    group: (title, lines) => process.stderr.write(`${paint(1, (0,escaping/* visible */.RK)(title))}\n${lines.map((line) => `${line}\n`).join('')}`),
};
const STYLES = { bold: 1, red: 31, green: 32, yellow: 33 };
/** Colours only on terminals, and not where NO_COLOR asks for none (https://no-color.org). */
function paint(code, text, terminal = process.stderr.isTTY) {
    const colours = terminal && (process.env['NO_COLOR'] ?? '') === '';
    return colours ? `\u001b[${code}m${text}\u001b[0m` : text;
}
function environment() {
    return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}


/***/ }),

/***/ 5686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ mapValue),
/* harmony export */   Um: () => (/* binding */ scalarValue),
/* harmony export */   a3: () => (/* binding */ listValue),
/* harmony export */   hJ: () => (/* binding */ LIST_MERGES),
/* harmony export */   lI: () => (/* binding */ nameOfKind),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   w: () => (/* binding */ noEntries)
/* harmony export */ });
const LIST_MERGES = ['append', 'append_unique', 'override', 'prepend'];
/** How deep values may nest, written or put together: far beyond any real configuration, well within the call stack. */
const MAX_DEPTH = 1_000;
/** An empty record without a prototype, to be filled with a map's entries; `from` is copied into it. */
function noEntries(from) {
    const entries = {};
    // Before it has entries: V8 is several times slower otherwise.
    Object.setPrototypeOf(entries, null);
    for (const key in from) {
        const child = from[key];
        if (child !== undefined)
            entries[key] = child;
    }
    return entries;
}
/** Makes a scalar as it was read: a text that holds `{{` waits for interpolation. */
function scalarValue(value, spelling, origin) {
    return { kind: 'scalar', value, spelling, origin, templated: typeof value === 'string' && value.includes('{{') };
}
/** Makes a map of entries from `noEntries`; it is templated when any child is. */
function mapValue(children, origin) {
    let templated = false;
    for (const key in children) {
        if (children[key]?.templated === true) {
            templated = true;
            break;
        }
    }
    return { kind: 'map', children, origin, templated };
}
/** Makes a list; it is templated when any child is. */
function listValue(children, origin) {
    return { kind: 'list', children, origin, templated: children.some((child) => child.templated) };
}
/** What a person calls it: `map`, `list`, `text`, `number`, `boolean` or `null`. */
function nameOfKind(value) {
    if (value.kind !== 'scalar')
        return value.kind;
    if (value.value === null)
        return 'null';
    const type = typeof value.value;
    return type === 'string' ? 'text' : type === 'boolean' ? type : 'number';
}


/***/ }),

/***/ 2522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   it: () => (/* binding */ cutMiddle),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   wI: () => (/* binding */ utf8Length)
/* harmony export */ });
/* unused harmony export endOf */
/** Sizes in UTF-8 bytes, because that is what GitHub counts, and cuts that never split a character. */
/** How many bytes the text takes in UTF-8. */
function utf8Length(text) {
    return Buffer.byteLength(text, 'utf8');
}
/** The longest beginning of `text` that takes at most `bytes` bytes; a surrogate pair stays whole. */
function startOf(text, bytes) {
    let used = 0;
    let end = 0;
    while (end < text.length) {
        const point = text.codePointAt(end) ?? 0;
        used += bytesOf(point);
        if (used > bytes)
            break;
        end += point > 0xffff ? 2 : 1;
    }
    return text.slice(0, end);
}
/** The longest end of `text` that takes at most `bytes` bytes; a surrogate pair stays whole. */
function endOf(text, bytes) {
    let used = 0;
    let start = text.length;
    while (start > 0) {
        const pair = start > 1 ? (text.codePointAt(start - 2) ?? 0) : 0;
        const point = pair > 0xffff ? pair : text.charCodeAt(start - 1);
        used += bytesOf(point);
        if (used > bytes)
            break;
        start -= point > 0xffff ? 2 : 1;
    }
    return text.slice(start);
}
function bytesOf(point) {
    if (point < 0x80)
        return 1;
    if (point < 0x800)
        return 2;
    return point > 0xffff ? 4 : 3;
}
/**
 * Cuts lines out of the middle of a text: its beginning and its end stay, about `bytes` bytes in all, with a line
 * between them that `pointer` makes from the number of lines that are gone. A text that fits stays as it is.
 */
function cutMiddle(text, bytes, pointer) {
    if (utf8Length(text) <= bytes)
        return text;
    const head = wholeLinesBefore(startOf(text, Math.floor(bytes * 0.6)));
    const tail = wholeLinesAfter(endOf(text, Math.floor(bytes * 0.4)));
    const gone = text.length - head.cut.length - tail.cut.length;
    const lines = countLines(text, head.cut.length, head.cut.length + gone);
    return `${head.shown}\n${pointer(lines)}\n${tail.shown}`;
}
/** Ends at a line break unless that would throw away most of it, as with one line of a megabyte. */
function wholeLinesBefore(text) {
    const end = text.lastIndexOf('\n');
    if (end < text.length / 2)
        return { cut: text, shown: `${text}…` };
    return { cut: text.slice(0, end + 1), shown: text.slice(0, end) };
}
function wholeLinesAfter(text) {
    const start = text.indexOf('\n') + 1;
    if (start === 0 || start > text.length / 2)
        return { cut: text, shown: `…${text}` };
    return { cut: text.slice(start), shown: text.slice(start) };
}
function countLines(text, from, to) {
    let lines = 0;
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
        lines++;
    return Math.max(lines, 1);
}
/** Shortens one line to at most `length` characters: its beginning and its end stay, with `…` between them. */
function shorten(text, length) {
    if (text.length <= length)
        return text;
    const points = Array.from(text);
    if (points.length <= length)
        return text;
    const head = Math.ceil((length - 1) / 2);
    return `${points.slice(0, head).join('')}…${points.slice(points.length - (length - 1 - head)).join('')}`;
}


/***/ }),

/***/ 9405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   nM: () => (/* binding */ row)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2522);
/**
 * Makes any text inert in GitHub-flavoured markdown. There are three places for a text that somebody else wrote: inline
 * code, a fence, and `<code>` inside HTML. GitHub looks for mentions, references and links in none of them, whereas
 * entities and backslashes only stop markdown: `&#64;name` still notifies people. So nothing user-made stands outside
 * of these places but plain words.
 */

/** Characters that are not seen but act: controls, bidirectional and zero-width ones, fillers, halves of a pair. */
const UNSEEN = /(?!\n|\t|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Shows unseen characters as their escapes, such as `\u202e`; line breaks and tabs stay (CRLF becomes LF). */
function visible(text) {
    return text.replace(/\r\n/gu, '\n').replace(UNSEEN, (char) => {
        const hex = (char.codePointAt(0) ?? 0).toString(16);
        return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
    });
}
/**
 * One line of inline code, of at most `most` characters as they are shown: a longer text is cut in the middle. Line
 * breaks show as `↵`, an empty text as a space. Two of them must never touch, or their backticks would run together.
 */
function code(text, most = Infinity) {
    const line = shortRuns((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oneLine(text), most));
    if (line === '')
        return '` `';
    const ticks = '`'.repeat(longestRun(line) + 1);
    // Markdown strips one space from both ends when both are there: give it one to strip.
    const pad = /^`|`$/u.test(line) || (/^ .* $/u.test(line) && line.trim() !== '');
    return pad ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}
/** A table cell from finished markdown: a pipe would end it, even inside of inline code, and so would a line break. */
function cell(markdown) {
    return markdown.replace(/\|/gu, '\\|').replace(/\n/gu, '<br>');
}
/** A table row from finished markdown, cell by cell. */
function row(cells) {
    return `| ${cells.map(cell).join(' | ')} |`;
}
/** `<code>` for places where HTML is written, such as `<summary>`; otherwise like `code`. */
function htmlCode(text, most = Infinity) {
    const line = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oneLine(text), most);
    return `<code>${line.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}
/** Shows unseen characters, and line breaks as `↵`: for one line of a list, whatever the text is. */
function oneLine(text) {
    return visible(text).replace(/\n/gu, '↵');
}
/** A fence that its text cannot close: longer than any run of backticks inside of it. */
function fence(text, language) {
    const body = withoutLastBreaks(shortRuns(visible(text)));
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** Not by a pattern: one with `$` takes time by the square of the longest run. */
function withoutLastBreaks(text) {
    let end = text.length;
    while (text.charAt(end - 1) === '\n')
        end -= 1;
    return text.slice(0, end);
}
/** Words that mean nothing to GitHub: letters only, or a short number, with a sentence's punctuation around them. */
const PLAIN_WORD = /^[("']{0,2}(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,4}(?:\.\d{1,4}){0,2}(?=[^.\d)]|$))[)"',:;!?]{0,2}\.?$/u;
/** Seven letters and more from a to f could be the beginning of a commit's id. */
const COMMIT_LIKE = /[0-9a-f]{7,}/iu;
const CODE_IN_PROSE = /(?<=(?:^|\s)\(?)`([^`\n]+)`(?=[),.;:!?]{0,2}(?:\s|$))/gu;
/**
 * Sentences of our own that may carry somebody's text: plain words stay words, everything else becomes inline code, and
 * what already stands in backticks stays code. One paragraph of at most `most` characters; line breaks become spaces.
 */
function prose(somebodys, most = Infinity) {
    const text = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(visible(somebodys), most);
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(CODE_IN_PROSE)) {
        parts.push(words(text.slice(from, match.index)), code(match[1] ?? ''));
        from = match.index + match[0].length;
    }
    parts.push(words(text.slice(from)));
    return parts.join('').trim();
}
function words(text) {
    return text
        .split(/(\s+)/u)
        .map((part, index) => {
        if (index % 2 === 1)
            return ' ';
        return isPlain(part) ? part : wordAsCode(part);
    })
        .join('');
}
/** Punctuation alone comes from beside inline code: `(`, `),` or `.`. */
function isPlain(word) {
    if (/^(?:[(),.;:!?]{0,2}|[–—])$/u.test(word))
        return true;
    return PLAIN_WORD.test(word) && !COMMIT_LIKE.test(word);
}
/** A sentence's punctuation at the end of a word stays outside of the code. */
function wordAsCode(word) {
    const end = /[^\s,.;:!?`]([,.;:!?])$/u.exec(word)?.[1] ?? '';
    return `${code(word.slice(0, word.length - end.length))}${end}`;
}
/** Runs of backticks beyond this are written as their number, so that no fence grows without bounds. */
const TOO_MANY_BACKTICKS = /`{41,}/gu;
function shortRuns(text) {
    return text.replace(TOO_MANY_BACKTICKS, (run) => `\`×${run.length}`);
}
function longestRun(text) {
    let longest = 0;
    for (const [run] of text.matchAll(/`+/gu))
        longest = Math.max(longest, run.length);
    return longest;
}


/***/ }),

/***/ 2346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseLinks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7421);
/** Symbolic links below `.kompos-runtime`: ours lead from runtime directories to sources, all others are somebody's trap. */



/**
 * Makes sure that every step down from a folder is a folder itself. A link that somebody committed would have a run make
 * and remove files wherever it leads.
 *
 * @param top absolute path of a folder that is trusted
 * @param way path below it, which need not exist to its end
 * @throws ProblemError that names the first step that is something else
 */
function refuseLinks(top, way) {
    let path = top;
    for (const step of way.split('/')) {
        path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, step);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
        if (found === undefined)
            return;
        if (found.isDirectory())
            continue;
        const what = found.isSymbolicLink() ? 'a symbolic link' : 'a file';
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm([
            (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('path', `${path} is ${what} and has to be a folder.`, {
                hint: 'Remove it, and list ".kompos-runtime/" in .gitignore.',
            }),
        ]);
    }
}


/***/ }),

/***/ 6045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nw: () => (/* binding */ providerVersions),
/* harmony export */   Pw: () => (/* binding */ missingInMirror),
/* harmony export */   Qw: () => (/* binding */ addToMirror),
/* harmony export */   hJ: () => (/* binding */ lockedProviders),
/* harmony export */   sb: () => (/* binding */ terraformPlatform)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2346);
/**
 * Provider binaries kept between inits in an unpacked filesystem mirror, `<host>/<namespace>/<type>/<version>/<platform>`.
 * Terraform's own plugin cache is not safe when several inits run at once (hashicorp/terraform#31964); a mirror that is
 * only ever added to, by renaming whole folders into place, is.
 */



/** Providers as a record and a fingerprint spell them: `registry.terraform.io/hashicorp/aws 5.100.0`. */
function providerVersions(providers) {
    return providers.map(({ address, version }) => `${address} ${version}`);
}
/** The providers that a dependency lock file (`.terraform.lock.hcl`) selects. */
function lockedProviders(lockFile) {
    const blocks = lockFile.matchAll(/^provider\s+"([^"]+)"\s*\{[^}]*?^\s*version\s*=\s*"([^"]+)"/gmu);
    return [...blocks].map(([, address = '', version = '']) => ({ address, version }));
}
/** `linux_amd64`: the folder name of this machine's builds. */
function terraformPlatform(platform, architecture) {
    const system = platform === 'win32' ? 'windows' : platform;
    const machine = new Map([
        ['x64', 'amd64'],
        ['ia32', '386'],
    ]);
    return `${system}_${machine.get(architecture) ?? architecture}`;
}
/** Those that the mirror does not have. */
function missingInMirror(mirror, providers, platform) {
    return providers.filter(({ address, version }) => !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mirror, address, version, platform)));
}
/**
 * Adds what an init has just installed. Never fails: the mirror only saves time.
 *
 * @param directory the runtime directory that was initialised
 */
function addToMirror(mirror, directory, providers, platform) {
    for (const { address, version } of providers) {
        const installed = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform', 'providers', address, version, platform);
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mirror, address, version, platform);
        try {
            (0,_runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseLinks */ .U)(mirror, `${address}/${version}`);
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(target) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(installed).isDirectory())
                continue;
            const partial = `${target}.partial-${process.pid}`;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.cpSync)(installed, partial, { recursive: true });
            // Another leaf may have been quicker; either copy is good.
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target)).includes(platform))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(partial, { recursive: true, force: true });
            else
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
        }
        catch {
            // Not installed for this platform, a full disk, a link in the way: the next init downloads it again.
        }
    }
}


/***/ })

};
