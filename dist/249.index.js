export const id = 249;
export const ids = [249];
export const modules = {

/***/ 4249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./src/problems.ts
var problems = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(5686);
// EXTERNAL MODULE: ./src/project/nearest.ts
var nearest = __webpack_require__(4711);
;// CONCATENATED MODULE: ./src/cli/arguments.ts
/** argv → one typed command. Pure. */



const COMMANDS = ['terraform', 'config'];
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
    return new problems/* ProblemError */.Mm([(0,problems/* problem */.CC)('usage', message, { hint })]);
}

;// CONCATENATED MODULE: ./src/cli/help.ts
/** The help text. */
const HELP = `kompos — Terraform root modules from layered YAML configuration

Usage
  kompos <config_path> terraform <subcommand> [--dry-run] [terraform's own arguments…]
  kompos <config_path> config [--format yaml|json] [--filter KEY] [--exclude KEY] [--output-file FILE]

  <config_path> is a leaf, such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc,
  or a folder above leaves: then all of them run, parents first, in the order of
  compositions.order.terraform ("destroy" in reverse), up to the first failure.

Commands
  terraform   Renders each leaf into .kompos-runtime and runs Terraform there. "init" runs first where
              it is needed; plan, apply, destroy and import get the configuration as var.config.
  config      Prints the merged and interpolated configuration.

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

Exit codes
  Terraform's own. Over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.
  1 for errors of kompos, 2 for a command line that makes no sense.

Examples
  kompos config/env=dev/cluster=c1/composition=terraform terraform plan
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc terraform apply -auto-approve
  kompos config/env=prod terraform plan --dry-run
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc config --format json --filter vpc
`;

;// CONCATENATED MODULE: ./src/cli/run.ts
/** The command line edge: argv → one request; results and problems → terminal. */




/** Runs one command. Answers the exit code; only a mistake of ours is thrown. */
async function runCli(argv) {
    try {
        const command = parseArguments(argv);
        switch (command.kind) {
            case 'help':
                process.stdout.write(HELP);
                return 0;
            case 'version':
                process.stdout.write(`${version/* version */.r}\n`);
                return 0;
            case 'terraform': {
                const { runTerraformCommand } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(658), __webpack_require__.e(344), __webpack_require__.e(938)]).then(__webpack_require__.bind(__webpack_require__, 9938));
                return await runTerraformCommand(command, {
                    directory: process.cwd(),
                    environment: environment(),
                    log,
                    now: new Date(),
                });
            }
            case 'config': {
                const { printConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(912), __webpack_require__.e(658), __webpack_require__.e(404)]).then(__webpack_require__.bind(__webpack_require__, 9404));
                await printConfiguration(command, { directory: process.cwd(), environment: environment(), log });
                return 0;
            }
        }
    }
    catch (error) {
        if (!(error instanceof problems/* ProblemError */.Mm))
            throw error;
        for (const each of error.problems)
            process.stderr.write(`${paint(31, 'Error')}: ${(0,problems/* formatProblem */.Vw)(each)}\n`);
        return error.problems.some(({ code }) => code === 'usage') ? 2 : 1;
    }
}
/** Kompos speaks on standard error, so that standard output is Terraform's alone (`output -json` goes into pipes). */
const log = {
    info: (line) => process.stderr.write(`${paint(2, line)}\n`),
    warning: (line) => process.stderr.write(`${paint(33, 'Warning')}: ${line}\n`),
    group: (title, lines) => process.stderr.write(`${paint(1, title)}\n${lines.map((line) => `${line}\n`).join('')}`),
};
/** Colours only on terminals, and not where NO_COLOR asks for none (https://no-color.org). */
function paint(code, text) {
    const colours = process.stderr.isTTY && (process.env['NO_COLOR'] ?? '') === '';
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

/***/ 2095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   Mm: () => (/* binding */ ProblemError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   dE: () => (/* binding */ formatPlace),
/* harmony export */   pe: () => (/* binding */ throwOnErrors)
/* harmony export */ });
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

/***/ 4711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** "Did you mean …?" */
/** The candidate closest to a misspelled word; undefined when none is close enough to be meant. */
function nearest(word, candidates) {
    let best;
    let bestDistance = Math.max(2, Math.floor(word.length / 4)) + 1;
    for (const candidate of new Set(candidates)) {
        if (Math.abs(candidate.length - word.length) >= bestDistance)
            continue;
        const distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Levenshtein distance, one row at a time. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** The version of kompos, the package's. */
const version = readVersion();
/** Read at run time: package.json lies beside the bundle's folder as it lies beside the sources' one. */
function readVersion() {
    const manifest = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "package.json", 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? String(manifest.version)
        : '0.0.0';
}


/***/ })

};
