export const id = 8029;
export const ids = [8029];
export const modules = {

/***/ 1577:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QB: () => (/* binding */ SKIP_SECRETS),
/* harmony export */   _$: () => (/* binding */ HELP),
/* harmony export */   eY: () => (/* binding */ ANYWHERE),
/* harmony export */   v8: () => (/* binding */ projectOf),
/* harmony export */   vJ: () => (/* binding */ VERBOSE),
/* harmony export */   xv: () => (/* binding */ VERSION),
/* harmony export */   zm: () => (/* binding */ GENERAL)
/* harmony export */ });
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95686);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60776);
/** The options that every command has. */


const PROJECT = 'The project: the folder with .komposconfig.yaml. Default: the nearest one, from the current directory upwards.';
const MODES = "append, append_unique, override or prepend, instead of the project's setting.";
const VERBOSE_HELP = 'Logs to standard error what is compared, which programs run, and how long it takes.';
const ROOT_PATH = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('--root-path', 'DIR', PROJECT);
const LIST_MERGE = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('--list-merge', 'MODE', _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_1__/* .LIST_MERGES */ .hJ, MODES);
const VERBOSE = { ...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('--verbose', VERBOSE_HELP), short: '-v' };
const HELP = { ...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('--help', 'Prints this text, or that of one command.'), short: '-h' };
const VERSION = { ...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('--version', 'Prints the version.'), short: '-V' };
/** Of commands that render leaves, or show their configuration. */
const SKIP_SECRETS = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('--skip-secrets', 'Reads no secret store: stand-ins take the place of secrets.');
/** They may stand before a command and behind it. */
const GENERAL = [ROOT_PATH, LIST_MERGE, VERBOSE, HELP, VERSION];
/** Those that may also stand among arguments that are passed on to a program, which knows none of these names. */
const ANYWHERE = [LIST_MERGE, VERBOSE];
function projectOf({ get }) {
    return { rootPath: get(ROOT_PATH), listMerge: get(LIST_MERGE) };
}


/***/ }),

/***/ 60776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Wp: () => (/* binding */ usageError),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   lR: () => (/* binding */ readArguments),
/* harmony export */   ls: () => (/* binding */ takesNoValue),
/* harmony export */   qe: () => (/* binding */ unknownOption)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/** Options of the command line, and how they are found among arguments. */



function flag(name, help) {
    return { name, help, read: (given) => given.length > 0 };
}
/** The last one wins. */
function text(name, value, help) {
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
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
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
        if (option.value === undefined && given !== undefined)
            throw takesNoValue(typed);
        const isMissing = given === undefined || (given.startsWith('--') && token.kind === 'option' && !token.inlineValue);
        if (option.value !== undefined && isMissing)
            throw usageError(`${typed} needs a value.`, 'See kompos --help.');
        yield { option, text: given ?? '', index };
    }
}
/** `--dry-run=false` must not mean the opposite of what it says. */
function takesNoValue(typed) {
    return usageError(`${typed} takes no value.`, 'Leave out the "=" and what follows, or the whole option.');
}
function unknownOption(typed, options) {
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(typed, options.map(({ name }) => name));
    return usageError(`Unknown option "${typed}".`, closest === undefined
        ? "See kompos --help; Terraform's own options go after the subcommand."
        : `Did you mean "${closest}"?`);
}
function usageError(message, hint) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('usage', message, { hint });
}


/***/ }),

/***/ 18029:
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

// EXTERNAL MODULE: ./src/cli/general-options.ts
var general_options = __webpack_require__(1577);
// EXTERNAL MODULE: ./src/cli/options.ts
var cli_options = __webpack_require__(60776);
;// CONCATENATED MODULE: ./src/cli/commands/affected.ts




const BASE = (0,cli_options/* text */.Qq)('--base', 'REV', "The commit to compare with. Default: where the head branched off the remote's default branch.");
const HEAD = (0,cli_options/* text */.Qq)('--head', 'REV', 'The commit to compare. Default: the working tree, with uncommitted changes.');
const DEPENDENTS = (0,cli_options/* flag */.Jt)('--with-dependents', 'Also prints the leaves that read these, directly or through others; in JSON with the edges.');
const FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['table', 'json', 'paths'], 'table (default), json (every reason in full), or paths (one per line, removed leaves too).');
const affected = command({
    name: 'affected',
    summary: 'Prints the leaves whose rendering differs between two revisions, and why.',
    operands: ['[<config_path>]'],
    options: [BASE, HEAD, DEPENDENTS, FORMAT],
    examples: [
        { line: 'affected', does: 'what the working tree changes' },
        { line: 'affected --base origin/main --format json', does: 'the same for programs, with every reason' },
    ],
    request: (call) => ({
        configPath: call.configPath,
        ...(0,general_options/* projectOf */.v8)(call),
        base: call.get(BASE),
        head: call.get(HEAD),
        format: call.get(FORMAT) ?? 'table',
        withDependents: call.get(DEPENDENTS),
    }),
    async run(request, edge) {
        const { findAffected } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(8317), __webpack_require__.e(4247), __webpack_require__.e(7065)]).then(__webpack_require__.bind(__webpack_require__, 77035));
        const { text: found, problems } = await findAffected(request, edge);
        edge.print(found);
        (0,base_problems/* throwOnErrors */.pe)(problems);
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/compare.ts



const compare_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'json'], 'text (default) or json.');
const compare = command({
    name: 'compare',
    summary: 'Compares two configurations key by key: of two leaves, or of one at two revisions.',
    details: 'leaf@rev is a leaf at a revision, @rev the other one there. Variables of the environment and secrets are not read: a stand-in takes their place.',
    operands: ['leaf[@rev]', 'leaf[@rev]'],
    options: [compare_FORMAT],
    examples: [
        { line: 'compare env=dev,composition=vpc env=prod,composition=vpc', does: 'two leaves' },
        { line: 'compare @origin/main config/env=dev/composition=vpc', does: 'what a branch changes in one leaf' },
    ],
    request: (call) => ({
        ...(0,general_options/* projectOf */.v8)(call),
        before: call.words[0] ?? '',
        after: call.words[1] ?? '',
        format: call.get(compare_FORMAT) ?? 'text',
    }),
    async run(request, edge) {
        const { compareLeaves } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(9267), __webpack_require__.e(6713)]).then(__webpack_require__.bind(__webpack_require__, 56713));
        edge.print(await compareLeaves(request, edge));
        return 0;
    },
});

// EXTERNAL MODULE: ./src/hierarchy/interpolation/suggest.ts
var suggest = __webpack_require__(57784);
;// CONCATENATED MODULE: ./src/cli/commands/complete.ts




const SHELLS = ['bash', 'zsh', 'fish'];
/** What a script asks with: `kompos complete -- <words>`. */
const ASKED = '--';
/** Directives of the scripts. Source: `@bomb.sh/tab`, which took them over from cobra. */
const NO_SPACE = 2;
const NO_FILES = 4;
/**
 * Bash takes a word apart at each "=", so that a path such as `config/env=dev` would be completed from there. And the
 * script wants a function of bash-completion, which is not installed everywhere.
 */
const BEFORE_BASH = `COMP_WORDBREAKS=\${COMP_WORDBREAKS//=}
if ! declare -F _get_comp_words_by_ref >/dev/null; then
  _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  }
fi
`;
const complete = command({
    name: 'complete',
    summary: 'Prints a script that lets a shell complete commands, leaves, keys and options.',
    operands: ['bash|zsh|fish'],
    raw: true,
    options: [],
    examples: [
        { line: 'complete bash', does: 'the script for bash: source <(kompos complete bash) in ~/.bashrc' },
        { line: 'complete fish', does: 'the script for fish: kompos complete fish | source in config.fish' },
    ],
    request({ words: [first = '', ...others] }) {
        if (first === ASKED)
            return { words: others };
        const shell = SHELLS.find((each) => each === first);
        if (shell !== undefined)
            return { shell };
        const closest = (0,closest_name/* nearest */.p)(first, SHELLS);
        throw (0,cli_options/* usageError */.Wp)(first === '' ? 'The shell is missing.' : `"${first}" is not a shell that can be completed for.`, closest === undefined ? `Allowed: ${SHELLS.join(', ')}.` : `Did you mean "${closest}"?`);
    },
    async run(request, edge) {
        if ('shell' in request) {
            const { script } = await __webpack_require__.e(/* import() */ 5380).then(__webpack_require__.bind(__webpack_require__, 35380));
            if (request.shell === 'bash')
                edge.print(BEFORE_BASH);
            script(request.shell, 'kompos', 'kompos');
            return 0;
        }
        const completion = await __webpack_require__.e(/* import() */ 474).then(__webpack_require__.bind(__webpack_require__, 90474));
        const { candidates, isPartial, takesFiles } = await completion.complete(request.words, edge.commands, knownWords(edge));
        const lines = candidates.map(({ value, description }) => `${value}\t${description.split('\n')[0] ?? ''}\n`);
        edge.print(`${lines.join('')}:${(isPartial ? NO_SPACE : 0) + (takesFiles ? 0 : NO_FILES)}\n`);
        return 0;
    },
});
/** Nothing is known where the project cannot be read: a shell has no place for messages. */
function knownWords(edge) {
    const quiet = { ...edge, log: { info: nothing, warning: nothing, group: nothing } };
    const open = async (configPath) => {
        const { openLocalProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(2117)]).then(__webpack_require__.bind(__webpack_require__, 2117));
        return openLocalProject({ configPath, rootPath: undefined, listMerge: undefined }, quiet);
    };
    return {
        leaves: async () => {
            const { renderer } = await open(undefined);
            return renderer.leaves.map(({ path }) => path);
        },
        keys: async (path) => {
            const { renderer, select } = await open(path);
            const [leaf] = select().leaves;
            return leaf === undefined ? [] : (0,suggest/* keysOf */.Y)(await renderer.configuration(leaf.path));
        },
    };
}
function nothing() {
    // Messages would be taken for completions.
}

;// CONCATENATED MODULE: ./src/cli/commands/config.ts



const config_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['yaml', 'json'], 'yaml (default) or json.');
const FILTER = (0,cli_options/* texts */.Te)('--filter', 'KEY', 'Only this top-level key; may be repeated.');
const EXCLUDE = (0,cli_options/* texts */.Te)('--exclude', 'KEY', 'Without this top-level key; may be repeated.');
const OUTPUT_FILE = (0,cli_options/* text */.Qq)('--output-file', 'FILE', 'Writes to a file instead of standard output.');
const config = command({
    name: 'config',
    summary: 'Prints the merged and interpolated configuration of a leaf.',
    operands: ['[<config_path>]'],
    details: 'Without <config_path>: of the leaf that the current directory is in.',
    options: [config_FORMAT, FILTER, EXCLUDE, OUTPUT_FILE, general_options/* SKIP_SECRETS */.QB],
    examples: [
        { line: 'config/env=dev/composition=vpc config', does: 'all of it, as YAML' },
        { line: 'config/env=dev/composition=vpc config --format json --filter vpc', does: 'one top-level key, as JSON' },
    ],
    request(call) {
        return {
            configPath: call.configPath,
            ...(0,general_options/* projectOf */.v8)(call),
            format: call.get(config_FORMAT) ?? 'yaml',
            filter: call.get(FILTER),
            exclude: call.get(EXCLUDE),
            outputFile: call.get(OUTPUT_FILE),
            skipSecrets: call.get(general_options/* SKIP_SECRETS */.QB),
        };
    },
    async run(request, edge) {
        const { showConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(7831)]).then(__webpack_require__.bind(__webpack_require__, 37831));
        edge.print(await showConfiguration(request, edge));
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/explain.ts



const explain_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'json'], 'text (default) or json.');
const explain = command({
    name: 'explain',
    summary: 'Prints how the value at a key came to be: layers, placeholders, and the code that reads it.',
    details: 'Variables of the environment and secrets are not read: a stand-in takes their place. Without a path, the value is that of the config root.',
    operands: ['KEY', '[<config_path>]'],
    options: [explain_FORMAT],
    examples: [
        {
            line: 'explain vpc.cidr_block config/env=dev/composition=vpc',
            does: 'of one leaf',
        },
        {
            line: 'explain zones.0 config/env=dev --format json',
            does: 'an item of a list, for all below a folder, as JSON',
        },
    ],
    request: (call) => ({
        ...(0,general_options/* projectOf */.v8)(call),
        configPath: call.configPath,
        key: call.words[0] ?? '',
        format: call.get(explain_FORMAT) ?? 'text',
    }),
    async run(request, edge) {
        const { explain: explainKey } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(9267), __webpack_require__.e(7860)]).then(__webpack_require__.bind(__webpack_require__, 47860));
        edge.print(await explainKey(request, edge));
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/explore.ts


const KEY = (0,cli_options/* texts */.Te)('--key', 'KEY', 'The key of trace.');
const KEYS = (0,cli_options/* texts */.Te)('--keys', 'KEY', 'The keys of compare.');
const explore = command({
    name: 'explore',
    summary: 'Names the commands that do what trace, compare, visualize, analyze and debug of Kompos do.',
    operands: ['MODE', '[<config_path>]'],
    options: [KEY, KEYS],
    examples: [
        { line: 'explore trace config/env=dev --key vpc.cidr_block', does: 'says: kompos explain vpc.cidr_block …' },
        { line: 'explore visualize config/env=dev', does: 'says: kompos tree …' },
    ],
    request: ({ configPath = 'PATH', words: [mode = ''], get }) => {
        const [key = get(KEYS)[0] ?? 'KEY'] = get(KEY);
        const commands = new Map([
            ['trace', `kompos explain ${key} ${configPath}`],
            ['compare', `kompos compare ${configPath} ANOTHER_PATH, or kompos uses ${key} ${configPath}`],
            ['visualize', `kompos tree ${configPath}`],
            ['analyze', `kompos uses ${key} ${configPath}, or kompos list ${configPath}`],
            ['debug', `kompos validate ${configPath}`],
        ]);
        const meant = commands.get(mode);
        return { mode, hint: meant === undefined ? `Kompos has: ${[...commands.keys()].join(', ')}.` : `Use: ${meant}` };
    },
    run: ({ mode, hint }) => Promise.reject((0,cli_options/* usageError */.Wp)(`There is no "explore ${mode}" here.`, hint)),
});

;// CONCATENATED MODULE: ./src/cli/show-problems.ts

/**
 * Shows the warnings among some problems in the log.
 *
 * @throws ProblemError with the errors among them
 */
function showProblems(problems, { log }) {
    for (const each of problems)
        if (each.severity === 'warning')
            log.warning((0,base_problems/* formatProblem */.Vw)(each));
    (0,base_problems/* throwOnErrors */.pe)(problems);
}

;// CONCATENATED MODULE: ./src/cli/commands/graph.ts




const graph_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['tree', 'dot', 'mermaid', 'json'], 'tree (default), dot (Graphviz), mermaid, or json.');
const READS = (0,cli_options/* text */.Qq)('--reads', 'LEAVES', 'Only the leaves that read these, directly or through others: a path, a glob, layers, or the name of a composition.');
const READ_BY = (0,cli_options/* text */.Qq)('--read-by', 'LEAVES', 'Only the leaves that these read, directly or through others.');
const graph = command({
    name: 'graph',
    summary: "Prints which leaves read which leaves' states.",
    details: 'It is read from the code: terraform_remote_state, as far as backend, config and workspace can be worked out before Terraform runs. The setting depends_on adds edges. Nothing is planned, and no secret is read.',
    operands: ['[<config_path>]'],
    options: [READS, READ_BY, graph_FORMAT],
    examples: [
        { line: 'graph --reads vpc', does: 'what depends on the leaves of a composition' },
        {
            line: 'graph env=dev --format mermaid',
            does: 'the leaves of an environment, and those around them, for GitHub to draw',
        },
    ],
    request: (call) => ({
        ...(0,general_options/* projectOf */.v8)(call),
        configPath: call.configPath,
        reads: call.get(READS),
        readBy: call.get(READ_BY),
        format: call.get(graph_FORMAT) ?? 'tree',
    }),
    async run(request, edge) {
        const { showGraph } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(8317), __webpack_require__.e(4293)]).then(__webpack_require__.bind(__webpack_require__, 64293));
        const { text: shown, problems } = await showGraph(request, edge);
        edge.print(shown);
        showProblems(problems, edge);
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/list.ts




const list_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['table', 'json', 'paths'], 'table (default), json, or paths (one per line).');
const DEPENDS = (0,cli_options/* flag */.Jt)('--depends', 'Also prints the leaves that each one depends on, as "kompos graph" finds them.');
const list = command({
    name: 'list',
    summary: 'Prints the leaves with their composition and place, and whether they are enabled.',
    operands: ['[<config_path>]'],
    options: [DEPENDS, list_FORMAT],
    examples: [
        { line: 'list', does: 'all leaves' },
        { line: 'list env=dev --format paths', does: 'the paths of those in one environment' },
    ],
    request: (call) => ({
        ...(0,general_options/* projectOf */.v8)(call),
        configPath: call.configPath,
        format: call.get(list_FORMAT) ?? 'table',
        depends: call.get(DEPENDS),
    }),
    async run(request, edge) {
        const { listLeaves } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(8317), __webpack_require__.e(9267), __webpack_require__.e(9577)]).then(__webpack_require__.bind(__webpack_require__, 99577));
        const { text, problems } = await listLeaves(request, edge);
        edge.print(text);
        showProblems(problems, edge);
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/init.ts


const init = command({
    name: 'init',
    summary: 'Writes a new project that can be planned at once.',
    details: 'Two environments, a composition with a versioned module, settings, and workflows. ' +
        'The folder is made if it does not exist. Nothing is ever overwritten.',
    operands: ['[FOLDER]'],
    options: [],
    examples: [
        { line: 'init', does: 'in the current directory' },
        { line: 'init infrastructure', does: 'in a folder of that name' },
    ],
    request: (call) => ({ folder: call.words[0] ?? (0,general_options/* projectOf */.v8)(call).rootPath ?? '.' }),
    async run(request, edge) {
        const { initProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(207), __webpack_require__.e(2086), __webpack_require__.e(7918), __webpack_require__.e(1311)]).then(__webpack_require__.bind(__webpack_require__, 31311));
        edge.print(initProject(request, edge));
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/migrate.ts



const WRITE = (0,cli_options/* flag */.Jt)('--write', 'Changes the files. Without it, only prints what would change.');
const RENDERED = (0,cli_options/* text */.Qq)('--rendered', 'DIR', "Compares with the original's files in this folder: <leaf>/variables.tfvars.json for each leaf.");
const migrate = command({
    name: 'migrate',
    summary: 'Changes a project of the original Kompos (adobe/kompos, 0.6 to 0.12) so that it renders alike here.',
    details: 'Settings are read from the project, ~/.komposconfig.yaml and /etc/kompos/.komposconfig.yaml. ' +
        'Files with uncommitted changes are never written. Ends with 1 if a leaf does not render, or renders otherwise.',
    operands: [],
    options: [WRITE, RENDERED],
    examples: [
        { line: 'migrate', does: 'prints what would change, and what is otherwise than in the original' },
        { line: 'migrate --write --rendered ../rendered', does: 'changes the files, and compares with what was rendered' },
    ],
    request: (call) => ({
        rootPath: (0,general_options/* projectOf */.v8)(call).rootPath,
        write: call.get(WRITE),
        rendered: call.get(RENDERED),
    }),
    async run(request, edge) {
        const { migrate: run } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(4112), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6014)]).then(__webpack_require__.bind(__webpack_require__, 16014));
        const { text: printed, isComplete } = await run(request, edge);
        edge.print(printed);
        return isComplete ? 0 : 1;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/new.ts



const CLOUD = (0,cli_options/* text */.Qq)('--cloud', 'CLOUD', 'The folder above a composition. Default: the one that all others are in.');
const createNew = command({
    name: 'new',
    summary: 'Adds a leaf or a composition to the project.',
    details: 'Nothing is ever overwritten.',
    operands: ['leaf|composition', 'NAME'],
    options: [CLOUD],
    examples: [
        { line: 'new composition vpc', does: 'a folder with a template and the variable that every composition has' },
        { line: 'new leaf config/env=prod/composition=vpc', does: 'a folder with a layer of its own' },
    ],
    request(call) {
        const [kind, name = ''] = call.words;
        if (kind !== 'leaf' && kind !== 'composition') {
            throw (0,cli_options/* usageError */.Wp)(`"new" does not take "${kind ?? ''}".`, 'Allowed: leaf, composition.');
        }
        const cloud = call.get(CLOUD);
        if (kind === 'leaf' && cloud !== undefined)
            throw (0,cli_options/* usageError */.Wp)('--cloud is for compositions only.', 'Leave it out.');
        const request = { kind, name, cloud, rootPath: (0,general_options/* projectOf */.v8)(call).rootPath };
        return request;
    },
    async run(request, edge) {
        const { createNew: create } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(3581)]).then(__webpack_require__.bind(__webpack_require__, 23581));
        edge.print(await create(request, edge));
        return 0;
    },
});

// EXTERNAL MODULE: ./src/shards/split.ts
var split = __webpack_require__(13249);
;// CONCATENATED MODULE: ./src/cli/commands/plan.ts




const plan_BASE = (0,cli_options/* text */.Qq)('--base', 'REV', "The commit to compare with. Default: where the working tree branched off the remote's default branch.");
const plan_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'markdown', 'json'], 'text (default), markdown, as in a comment, or json. Sensitive values and those of {{env(NAME)}} are masked in all.');
const SHARD = (0,cli_options/* text */.Qq)('--shard', 'N/COUNT', 'Plans only one of COUNT shares of the leaves, such as 3/8, and writes its results for "kompos report".');
const RESULTS = (0,cli_options/* text */.Qq)('--results', 'DIR', 'Where the results of a share are written.');
const plan = command({
    name: 'plan',
    summary: 'Plans the leaves that the working tree changes, and prints the report that a pull request would get.',
    details: 'Nothing is applied. Plans need the same credentials as "terraform plan".',
    operands: ['[<config_path>]'],
    options: [plan_BASE, plan_FORMAT, SHARD, RESULTS, general_options/* SKIP_SECRETS */.QB],
    examples: [
        { line: 'plan', does: 'all leaves that the working tree changes' },
        { line: 'plan config/env=prod --format markdown', does: 'those of prod, as in a comment' },
    ],
    request: (call) => ({
        configPath: call.configPath,
        ...(0,general_options/* projectOf */.v8)(call),
        base: call.get(plan_BASE),
        format: call.get(plan_FORMAT) ?? 'text',
        skipSecrets: call.get(general_options/* SKIP_SECRETS */.QB),
        shard: shardOf(call.get(SHARD), call.get(RESULTS)),
    }),
    async run(request, edge) {
        const { planLocally } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(8317), __webpack_require__.e(8643), __webpack_require__.e(4247), __webpack_require__.e(9554), __webpack_require__.e(9604), __webpack_require__.e(1611)]).then(__webpack_require__.bind(__webpack_require__, 73119));
        const { text: report, failed } = await planLocally(request, edge);
        edge.print(report);
        return failed ? 1 : 0;
    },
});
function shardOf(typed, results) {
    if (typed === undefined && results === undefined)
        return undefined;
    const shard = (0,split/* readShardNumber */.U)(typed ?? '');
    if (typed !== undefined && shard === undefined) {
        throw (0,cli_options/* usageError */.Wp)(`--shard is "${typed}".`, 'Allowed: which share of how many, such as 3/8, up to 256.');
    }
    if (shard === undefined || results === undefined) {
        throw (0,cli_options/* usageError */.Wp)('--shard and --results belong together.', 'Try: kompos plan --shard 3/8 --results results/3');
    }
    return { ...shard, results };
}

;// CONCATENATED MODULE: ./src/cli/commands/report.ts



const report_BASE = (0,cli_options/* text */.Qq)('--base', 'REV', 'The commit that the shares were compared with. Default: as for "kompos plan".');
const ONLY = (0,cli_options/* text */.Qq)('--leaves', '<config_path>', 'The path that the shares were planned with, if there was one.');
const report_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'markdown', 'json'], 'text (default), markdown, or json.');
const report = command({
    name: 'report',
    summary: 'Joins the results that "kompos plan --shard" has written into one report, without planning anything.',
    details: 'Each DIR is the folder of one share, or has such folders in it. It works out the changed leaves itself: exits with 1 if a leaf failed, or the results of a share are missing, damaged or of another plan.',
    operands: ['DIR…'],
    options: [report_BASE, ONLY, report_FORMAT],
    examples: [
        { line: 'report results', does: 'the report of all results in the folders below "results"' },
        { line: 'report results --format markdown', does: 'the same, as in a comment' },
    ],
    request: (call) => ({
        configPath: call.get(ONLY),
        ...(0,general_options/* projectOf */.v8)(call),
        base: call.get(report_BASE),
        format: call.get(report_FORMAT) ?? 'text',
        directories: call.words,
    }),
    async run(request, edge) {
        const { reportLocally } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(8317), __webpack_require__.e(8643), __webpack_require__.e(4247), __webpack_require__.e(9554), __webpack_require__.e(9604), __webpack_require__.e(1611), __webpack_require__.e(7342)]).then(__webpack_require__.bind(__webpack_require__, 87342));
        const { text: joined, failed } = await reportLocally(request, edge);
        edge.print(joined);
        return failed ? 1 : 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/terraform.ts



const DRY_RUN = (0,cli_options/* flag */.Jt)('--dry-run', 'Renders and prints where the files are, without running Terraform.');
const FAIL_FAST = (0,cli_options/* flag */.Jt)('--fail-fast', 'Ends commands that read, such as plan, at the first failure too.');
const WAIT = (0,cli_options/* flag */.Jt)('--wait', 'Waits for a leaf that another run works on.');
const terraform = command({
    name: 'terraform',
    summary: 'Renders each leaf into .kompos-runtime and runs Terraform there.',
    details: '"init" runs first where it is needed; plan, apply, destroy and import get the configuration as var.config. ' +
        'Commands that read (plan, validate, output, show, state list, ...) run for several leaves at once and go on after ' +
        'failures. All others, such as apply, keep the order of compositions.order.terraform, parents first ("destroy" in ' +
        'reverse), and stop at the first failure. JSON of several leaves is one object with the leaves as keys. ' +
        "Exit codes are Terraform's own, over several leaves that of the first failure, with -detailed-exitcode 2 if none " +
        'failed and any has changes.',
    operands: ['[<config_path>]'],
    passesOn: ['<subcommand>', "[terraform's own arguments…]"],
    options: [DRY_RUN, FAIL_FAST, WAIT, general_options/* SKIP_SECRETS */.QB],
    behind: [DRY_RUN, WAIT],
    examples: [
        { line: 'config/env=dev terraform plan', does: 'plans all leaves of dev' },
        { line: 'env=dev,composition=vpc terraform apply', does: 'applies the vpc of dev' },
    ],
    request(call) {
        const line = call.words;
        if (line.length === 0) {
            throw (0,cli_options/* usageError */.Wp)('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
        }
        return {
            configPath: call.configPath,
            ...(0,general_options/* projectOf */.v8)(call),
            line,
            dryRun: call.get(DRY_RUN),
            failFast: call.get(FAIL_FAST),
            wait: call.get(WAIT),
            skipSecrets: call.get(general_options/* SKIP_SECRETS */.QB),
        };
    },
    async run(request, edge) {
        const { runTerraformCommand } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(8317), __webpack_require__.e(8643), __webpack_require__.e(355)]).then(__webpack_require__.bind(__webpack_require__, 60355));
        return await runTerraformCommand(request, edge);
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/tree.ts



const tree_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'json'], 'text (default) or json.');
const tree = command({
    name: 'tree',
    summary: 'Prints the layers with their files, and the leaves, as a tree.',
    operands: ['[<config_path>]'],
    options: [tree_FORMAT],
    examples: [
        { line: 'tree config/env=dev', does: 'what is below a folder' },
        { line: "tree 'composition=vpc'", does: 'the layers of all leaves of a composition' },
    ],
    request: (call) => ({ ...(0,general_options/* projectOf */.v8)(call), configPath: call.configPath, format: call.get(tree_FORMAT) ?? 'text' }),
    async run(request, edge) {
        const { showTree } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(9267), __webpack_require__.e(1517)]).then(__webpack_require__.bind(__webpack_require__, 87795));
        edge.print(await showTree(request, edge));
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/uses.ts



const uses_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'json'], 'text (default) or json (all leaves).');
const uses = command({
    name: 'uses',
    summary: 'Prints which leaves see a key, with which values, and which code reads it.',
    details: 'Variables of the environment and secrets are not read: a stand-in takes their place.',
    operands: ['KEY', '[<config_path>]'],
    options: [uses_FORMAT],
    examples: [
        { line: 'uses vpc.cidr_block', does: 'in all leaves' },
        { line: 'uses vpc.name env=dev --format json', does: 'in one environment, as JSON' },
    ],
    request: (call) => ({
        ...(0,general_options/* projectOf */.v8)(call),
        configPath: call.configPath,
        key: call.words[0] ?? '',
        format: call.get(uses_FORMAT) ?? 'text',
    }),
    async run(request, edge) {
        const { findUses } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(9267), __webpack_require__.e(7201)]).then(__webpack_require__.bind(__webpack_require__, 97201));
        edge.print(await findUses(request, edge));
        return 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands/validate.ts



const validate_FORMAT = (0,cli_options/* choice */.Yq)('--format', 'FORMAT', ['text', 'json', 'github', 'sarif'], 'text (default), json, github (annotations of a workflow), or sarif (code scanning).');
const validate = command({
    name: 'validate',
    summary: 'Renders every leaf without Terraform, and prints all that is wrong at once.',
    details: 'Exits with 1 if there are errors. Variables of the environment that are not set count as set.',
    operands: ['[<config_path>]'],
    options: [validate_FORMAT],
    examples: [
        { line: 'validate', does: 'the whole project' },
        { line: 'validate env=dev --format sarif', does: 'one environment, for code scanning' },
    ],
    request: (call) => ({ ...(0,general_options/* projectOf */.v8)(call), configPath: call.configPath, format: call.get(validate_FORMAT) ?? 'text' }),
    async run(request, edge) {
        const { validateLocally } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6688), __webpack_require__.e(207), __webpack_require__.e(8186), __webpack_require__.e(2086), __webpack_require__.e(3825), __webpack_require__.e(7918), __webpack_require__.e(9949), __webpack_require__.e(6845), __webpack_require__.e(9267), __webpack_require__.e(2826), __webpack_require__.e(104)]).then(__webpack_require__.bind(__webpack_require__, 89180));
        const { text, failed } = await validateLocally(request, edge);
        edge.print(text);
        return failed ? 1 : 0;
    },
});

;// CONCATENATED MODULE: ./src/cli/commands.ts

















const COMMANDS = [
    terraform,
    plan,
    report,
    affected,
    validate,
    list,
    graph,
    tree,
    config,
    explain,
    uses,
    compare,
    explore,
    init,
    createNew,
    migrate,
    complete,
];

// EXTERNAL MODULE: ./src/terraform/subcommands.ts
var subcommands = __webpack_require__(59552);
;// CONCATENATED MODULE: ./src/cli/arguments.ts
/** argv → one command with what was typed for it. Pure. */





/** One for each name: all commands agree on which ones take a value. */
const OF_COMMANDS = [
    ...new Map(COMMANDS.flatMap(({ options }) => options.map((each) => [each.name, each]))).values(),
];
/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
function parseArguments(argv) {
    if (argv.length === 0)
        return { kind: 'help', command: undefined };
    const early = [];
    let configPath;
    for (const { option, text, index } of (0,cli_options/* readArguments */.lR)(argv, [...general_options/* GENERAL */.zm, ...OF_COMMANDS])) {
        if (option === general_options/* HELP */._$)
            return { kind: 'help', command: undefined };
        if (option === general_options/* VERSION */.xv)
            return { kind: 'version' };
        if (option !== undefined) {
            early.push({ name: option.name, text });
            continue;
        }
        const rest = argv.slice(index + 1);
        if (configPath === undefined && text === 'help')
            return { kind: 'help', command: named(rest[0] ?? '') };
        const command = named(text);
        if (command !== undefined && !(configPath === undefined && isPath(text, rest))) {
            return parseCommand(command, configPath, rest, early);
        }
        if (configPath !== undefined)
            throw unknownCommand(text, configPath);
        const isFollowed = rest.some((each) => named(each) !== undefined);
        if (!looksLikePath(text) && !isFollowed)
            throw unknownCommand(text, rest.find(looksLikePath));
        configPath = text;
    }
    throw (0,cli_options/* usageError */.Wp)(configPath === undefined ? 'The command is missing.' : `No command is given for "${configPath}".`, `Try: kompos ${configPath ?? '<config_path>'} terraform plan`);
}
function named(word) {
    return COMMANDS.find(({ name }) => name === word);
}
/** `config` is also the folder of all leaves: it is meant where a command follows. */
function isPath(word, rest) {
    return word === 'config' && rest.some((each) => named(each) !== undefined);
}
function parseCommand(command, pathBefore, args, early) {
    const known = [...command.options, ...general_options/* GENERAL */.zm];
    const given = new Map();
    for (const { name, text } of early) {
        const option = known.find((each) => each.name === name);
        if (option === undefined)
            throw (0,cli_options/* unknownOption */.qe)(name, known);
        note(given, option, text);
    }
    const words = command.raw === true && !asksForHelp(args) ? [...args] : [];
    for (const { option, text, index } of words.length > 0 ? [] : (0,cli_options/* readArguments */.lR)(args, known)) {
        if (option === general_options/* HELP */._$)
            return { kind: 'help', command };
        if (option === general_options/* VERSION */.xv)
            return { kind: 'version' };
        if (option !== undefined) {
            note(given, option, text);
            continue;
        }
        words.push(text);
        if (command.passesOn === undefined)
            continue;
        words.push(...takeOwn(args.slice(index + 1), [...(command.behind ?? []), ...general_options/* ANYWHERE */.eY], given));
        break;
    }
    const get = (option) => option.read(given.get(option) ?? []);
    const call = { get, ...operandsOf(command, pathBefore, words) };
    return { kind: 'run', name: command.name, verbose: get(general_options/* VERBOSE */.vJ), ...command.bind(call) };
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
        else if (option.value === undefined) {
            if (values.length > 0)
                throw (0,cli_options/* takesNoValue */.ls)(name);
            note(given, option, '');
        }
        else if (values.length > 0)
            note(given, option, values.join('='));
        else {
            index += 1;
            const value = args[index];
            if (value === undefined)
                throw (0,cli_options/* usageError */.Wp)(`${name} needs a value.`, 'See kompos --help.');
            note(given, option, value);
        }
    }
    return others;
}
/** Which word stands for what. */
function operandsOf({ name, operands, passesOn, raw }, pathBefore, typed) {
    const isPathOperand = (operand) => operand.includes('<config_path>');
    if (passesOn !== undefined || raw === true)
        return { configPath: pathBefore, words: typed };
    if (pathBefore !== undefined && !operands.some(isPathOperand)) {
        throw (0,cli_options/* usageError */.Wp)(`"${name}" takes no path before it.`, `See kompos ${name} --help.`);
    }
    const expected = pathBefore === undefined ? operands : operands.filter((each) => !isPathOperand(each));
    const missing = expected.find((each, index) => !each.startsWith('[') && typed[index] === undefined);
    if (missing !== undefined)
        throw (0,cli_options/* usageError */.Wp)(`"${name}" needs ${missing}.`, `See kompos ${name} --help.`);
    // The last one may be given any number of times.
    const extra = expected.at(-1)?.endsWith('…') === true ? undefined : typed[expected.length];
    if (extra !== undefined)
        throw (0,cli_options/* usageError */.Wp)(`"${name}" does not take "${extra}".`, `See kompos ${name} --help.`);
    return {
        configPath: pathBefore ?? typed[expected.findIndex(isPathOperand)],
        words: typed.filter((_, index) => !isPathOperand(expected[index] ?? '')),
    };
}
function asksForHelp([first]) {
    return first === general_options/* HELP */._$.name || first === general_options/* HELP */._$.short;
}
function note(given, option, text) {
    given.set(option, [...(given.get(option) ?? []), text]);
}
/** No command does. */
function looksLikePath(word) {
    return /[/=.*?[{!]/u.test(word) || word === 'config';
}
/** @param path that was typed beside it */
function unknownCommand(word, path) {
    const names = COMMANDS.map(({ name }) => name);
    const closest = (0,closest_name/* nearest */.p)(word, names);
    const message = `"${word}" is not a command.`;
    if (subcommands/* SUBCOMMANDS */.Vh.includes(word)) {
        return (0,cli_options/* usageError */.Wp)(message, `Terraform's are behind "terraform": kompos ${path ?? '<config_path>'} terraform ${word}`);
    }
    if (path !== undefined && looksLikePath(word)) {
        return (0,cli_options/* usageError */.Wp)(`"${path}" and "${word}" are two paths, and one is needed.`, `Quote a pattern, so that the shell leaves it alone: kompos 'config/env=*' terraform plan`);
    }
    return (0,cli_options/* usageError */.Wp)(message, closest === undefined ? `Allowed: ${names.join(', ')}.` : `Did you mean "${closest}"?`);
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
${optionsText(general_options/* GENERAL */.zm)}
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
${optionsText(general_options/* GENERAL */.zm)}
Examples
${examples}`;
}
/** What follows `kompos` in the usage of a command, in lines of a terminal. */
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
/**
 * A line that wraps would be two. The middle goes: a time is at the beginning, the composition at the end of a leaf.
 * Characters that are not ASCII may be two columns wide.
 */
function cut(line, columns) {
    const characters = Array.from(line);
    const width = (character) => (character <= '~' ? 1 : 2);
    if (characters.reduce((sum, each) => sum + width(each), 0) <= columns)
        return line;
    const within = (from, room) => {
        let left = room;
        return from.slice(0, from.findIndex((each) => (left -= width(each)) < 0));
    };
    const room = Math.floor((columns - 1) / 2);
    const [start, end] = [within(characters, columns - 1 - room), within(characters.toReversed(), room).toReversed()];
    return `${start.join('')}…${end.join('')}`;
}

;// CONCATENATED MODULE: ./src/cli/run.ts
/** The command line edge: argv → one request; results and problems → terminal. */













/** Runs one command. Returns the exit code. */
async function runCli(argv) {
    silenceSdk();
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
        problems.forEach(showError);
        return problems.some(({ code }) => code === 'usage') ? 2 : 1;
    }
}
/** Logs to standard error what runs, masked as reports are. */
async function startDebugLog() {
    const [{ createMasker }, { likelySecrets }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9554).then(__webpack_require__.bind(__webpack_require__, 59554)),
        __webpack_require__.e(/* import() */ 3662).then(__webpack_require__.bind(__webpack_require__, 13662)),
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
        commands: COMMANDS,
        directory: process.cwd(),
        environment: environment(),
        log,
        now: new Date(),
        parallelism: (0,external_node_os_.availableParallelism)(),
        platform: (0,mirror/* terraformPlatform */.sb)(process.platform, process.arch),
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
function showError(each) {
    process.stderr.write(`${paint(31, 'Error')}: ${(0,escaping/* visible */.RK)((0,base_problems/* formatProblem */.Vw)(each))}\n`);
}
function paint(code, text, terminal = process.stderr.isTTY) {
    return showsColors(terminal) ? `\u001b[${code}m${text}\u001b[0m` : text;
}
/** Only terminals do, unless FORCE_COLOR is set; nothing does if NO_COLOR is (https://no-color.org, https://force-color.org). */
function showsColors(terminal) {
    const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: kind } = process.env;
    if (no !== '')
        return false;
    if (/^(?:0|false)$/u.test(force))
        return false;
    return force !== '' || (terminal === true && kind !== 'dumb');
}
/** The SDK of AWS says on Node 20 what only its authors can change: which Node its next versions need. */
function silenceSdk() {
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}
function environment() {
    return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}


/***/ })

};

//# sourceMappingURL=8029.index.js.map