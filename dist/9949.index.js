export const id = 9949;
export const ids = [9949];
export const modules = {

/***/ 82017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ shortCommit),
/* harmony export */   y: () => (/* binding */ folderOf)
/* harmony export */ });
/** Short forms of names. */
/** A commit as people quote it. */
function shortCommit(id) {
    return id.slice(0, 7);
}
/** The folder of a path; `''` for what lies at the top. */
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}


/***/ }),

/***/ 39574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ RUNTIME_FOLDER)
/* harmony export */ });
/** What kompos writes into a project's root: renderings, the lock, and providers. Never a source. */
const RUNTIME_FOLDER = '.kompos-runtime';


/***/ }),

/***/ 10308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   O3: () => (/* binding */ hintForDamage),
/* harmony export */   lD: () => (/* binding */ createGit),
/* harmony export */   tv: () => (/* binding */ gitFailure)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61204);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _url_credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74174);
/** The one seam to the git program. Nothing is built from shell strings; credentials travel in the environment. */





/**
 * Settings in which a repository could name a program, and which none of our calls needs. They are passed on git's
 * command line, so that only an argument of the call itself can override them.
 */
const SETTINGS = [
    // A tree may hold HEAD, config, objects/ and refs/: a bare repository with settings that an attacker wrote.
    'safe.bareRepository=explicit',
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.alternateRefsCommand=',
    'log.showSignature=false',
    // An address `ext::<command>` runs the command.
    'protocol.ext.allow=never',
];
/** Credentials in `GIT_CONFIG_COUNT` (2.31), `config --show-scope` (2.26) and `fetch --stdin` (2.29) are that new. */
const OLDEST = '2.31.0';
/** Git's exit code for an option that it does not know. */
const USAGE_ERROR = 129;
/**
 * Makes the seam for one directory.
 *
 * @param environment of git; prompts and background locks are disabled on top
 */
function createGit(directory, environment) {
    const gitEnvironment = {
        ...environment,
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        LC_ALL: 'C',
    };
    const command = (args) => ({
        program: 'git',
        args: [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args],
        directory,
        environment: gitEnvironment,
    });
    async function start(args, input) {
        try {
            return await (0,_base_child_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runPiped */ .Gx)(command(args), input);
        }
        catch (error) {
            throw notStarted(error);
        }
    }
    async function attempt(args, input) {
        const result = await start(args, input);
        if (result.code === USAGE_ERROR)
            await refuseIfOld();
        return result;
    }
    async function refuseIfOld() {
        const version = (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)((await start(['version'])).stdout);
        if (version === null || (0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)(version, OLDEST))
            return;
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('git', `git ${version.version} is too old: kompos needs git ${OLDEST} or newer.`, {
            hint: 'Install a newer git before actions/checkout; on Ubuntu 20.04 from the archive ppa:git-core/ppa.',
        });
    }
    async function run(args) {
        const result = await attempt(args);
        if (result.code !== 0)
            throw gitFailure(args, result);
        return result.stdout;
    }
    return { directory, environment: gitEnvironment, command, run, attempt, refuseIfOld };
}
/** The error if the program itself could not be started: git or the directory is missing. */
function notStarted(error) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('git', `git could not be started: ${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
        hint: 'Install git and make sure that it is on PATH.',
    });
}
/** A failed git call as an error for the person who must fix it. */
function gitFailure(args, result) {
    const words = (0,_url_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutCredentials */ .r)(result.stderr.trim());
    const hint = words.includes('dubious ownership')
        ? 'Add a step before this one: git config --global --add safe.directory "$GITHUB_WORKSPACE"'
        : hintForDamage(words);
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('git', `git ${subcommandOf(args)} failed (exit code ${result.code}): ${words}`, { hint });
}
/** The first word after the settings of a call. */
function subcommandOf(args) {
    return args.find((each, index) => each !== '-c' && args[index - 1] !== '-c') ?? '';
}
/** What to do if git's message says that the repository itself is corrupt. */
function hintForDamage(words) {
    return /corrupt|inflate|unable to (read|unpack)|bad (object|tree)|missing blob|not a valid object/u.test(words)
        ? 'The clone is damaged. Remove it and check out again: actions/checkout with "clean: true" in an empty workspace.'
        : undefined;
}


/***/ }),

/***/ 35986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OR: () => (/* binding */ defaultBranch),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   _b: () => (/* binding */ whyNoRepository),
/* harmony export */   fq: () => (/* binding */ findCommit),
/* harmony export */   iy: () => (/* binding */ remoteName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10308);
/** The repository around a folder and its names: what a clone has without fetching commits. */



/**
 * Finds the repository around a folder; undefined if there is none (or it has no commit).
 *
 * @param environment of git
 */
async function findRepository(folder, environment) {
    // Only at a `.git`, which no commit can contain: searching upwards, git accepts any folder that looks like a bare
    // repository, and a commit may contain one.
    const start = environment['GIT_DIR'] === undefined ? folderWithGit(folder) : folder;
    if (start === undefined)
        return undefined;
    const git = (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .createGit */ .lD)(start, environment);
    const args = ['rev-parse', '--show-toplevel', '--is-shallow-repository', '--verify', 'HEAD'];
    const result = await git.attempt(args);
    const [top, shallow, head] = result.stdout.split('\n');
    if (result.code !== 0 && result.stderr.includes('dubious ownership'))
        throw (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .gitFailure */ .tv)(args, result);
    if (top === undefined || top === '' || head === undefined || head === '')
        return undefined;
    const promisor = await git.attempt(['config', '--get-regexp', '^remote\\..*\\.promisor$']);
    return { top, head, shallow: shallow === 'true', partial: promisor.stdout.includes('true') };
}
/**
 * Why there is no repository with a commit around a folder.
 *
 * @throws ProblemError if git cannot be started
 */
async function whyNoRepository(folder, environment) {
    await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .createGit */ .lD)(folder, environment).attempt(['version']);
    const start = folderWithGit(folder);
    return start === undefined
        ? `${folder} is not in a git repository.`
        : `The git repository in ${start} has no commit.`;
}
/** Folders directly below one that are repositories themselves: `path` of actions/checkout makes one. */
function repositoriesIn(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name, '.git')))
        .map(({ name }) => name);
}
function folderWithGit(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')))
        return folder;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return above === folder ? undefined : folderWithGit(above);
}
/** Usual names of a default branch, if no remote reports it. */
const USUAL_NAMES = ['main', 'master'];
/**
 * The branch that changes go to: the remote's default branch as this clone has it, as the remote reports it, or by the
 * usual names, remote branches before local ones.
 *
 * @returns `failure`: none was found; git's message if the remote did not report one
 */
async function defaultBranch(git, remotely) {
    const remote = await remoteName(git);
    if (remote === undefined)
        return (await firstCommit(git, USUAL_NAMES)) ?? { failure: undefined };
    const symbolic = await git.attempt(['symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`]);
    const known = symbolic.code === 0 ? [symbolic.stdout.trim().replace(/^refs\/remotes\//u, '')] : [];
    const local = await firstCommit(git, known);
    if (local !== undefined)
        return local;
    const asked = await remotely.remoteDefault();
    if ('commit' in asked)
        return asked;
    const names = [...USUAL_NAMES.map((name) => `${remote}/${name}`), ...USUAL_NAMES];
    return (await firstCommit(git, names)) ?? asked;
}
/** `origin`, else the first one. */
async function remoteName(git) {
    // A leading dash would make it an option.
    const remotes = (await git.run(['remote'])).split('\n').filter((name) => /^[^-]/u.test(name));
    return remotes.includes('origin') ? 'origin' : remotes[0];
}
async function firstCommit(git, names) {
    for (const name of names) {
        const commit = await findCommit(git, name);
        if (commit !== undefined)
            return { name, commit };
    }
    return undefined;
}
/** The full id of the commit that a revision names; undefined if it names none. */
async function findCommit(git, revision) {
    const result = await git.attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    const id = result.stdout.trim();
    return result.code === 0 && id !== '' ? id : undefined;
}


/***/ }),

/***/ 16606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readExpression)
/* harmony export */ });
/** The expression in a placeholder: a key, a variable's name, or a call to a secret store. */
/**
 * Calls that himl uses to read secret stores, with their arguments in any order, and the plainer `ssm:/a/b`. A plain
 * `vault.ref` without a call is an ordinary key.
 */
const SECRET_CALL = /^(?:(?:ssm|s3|vault|sops)\s*\.[^()]*\(|(?:ssm|secretsmanager|s3|vault|sops):)/u;
const SECRET_START = /^\s*(?:ssm|secretsmanager|s3|vault|sops)\s*[.:]/u;
const VARIABLE_CALL = /^env(?:\(([^()]*)\)|:([^()]*))$/u;
/**
 * Parses the inside of a placeholder, with nested ones already resolved. `written` is the source text up to the first
 * nested placeholder: only that may begin a call, so that no value can turn itself into one.
 */
function readExpression(inside, written) {
    const key = inside.trim();
    const [, called, plain] = /^\s*env[(:]/u.test(written) ? (VARIABLE_CALL.exec(key) ?? []) : [];
    const name = called ?? plain;
    if (name !== undefined)
        return { kind: 'variable', name: name.trim().replace(/^(["'])(.*)\1$/u, '$2') };
    if (SECRET_START.test(written) && SECRET_CALL.test(key))
        return { kind: 'secret', call: key };
    return { kind: 'key', key };
}


/***/ }),

/***/ 56768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GW: () => (/* binding */ interpolate),
  B3: () => (/* binding */ interpolateText),
  fK: () => (/* binding */ valueAt)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(95686);
;// CONCATENATED MODULE: ./src/hierarchy/interpolation/messages.ts
/** Problems with placeholders. */


/** Longer cycles are shortened in the middle. */
const MAX_SHOWN_KEYS = 40;
/** A key as no configuration has it: text of Go templates, Jinja, GitHub Actions or Mustache. */
const OF_ANOTHER_ENGINE = /^[-~.$#/^&>!]|[()|=,]|\s|[-~]$/u;
/** What himl and the original resolve, by its first part, and what is here instead. */
const NOT_HERE = new Map([
    ['cwd', 'Nothing here depends on the current directory: write the path itself, or use path.module in Terraform.'],
    [
        'remote_states',
        'States are not read into the configuration: read them in Terraform, with a terraform_remote_state data source.',
    ],
    ['komposconfig', 'Settings are no part of the configuration: put a value for both into a layer as well.'],
    [
        'leaf',
        'Built in are leaf.path, leaf.place, leaf.composition, and leaf.layers.NAME for each folder NAME=VALUE of the path.',
    ],
]);
/**
 * A placeholder refers to a key that no layer sets.
 *
 * @param nearest the most similar key
 * @param written the placeholder, with a `$` in front of it
 */
function missingKey(code, place, key, nearest, written) {
    const message = `Config key "${key}" not found for interpolation.`;
    const [first = ''] = key.split('.');
    const instead = NOT_HERE.get(first);
    if (instead !== undefined)
        return (0,problems/* problem */.CC)(code, message, { place, hint: instead });
    const quoted = /^(["'])(.*)\1$/u.exec(key)?.[2];
    if (quoted !== undefined)
        return (0,problems/* problem */.CC)(code, message, { place, hint: `Write it without quotes: {{${quoted}}}.` });
    if (OF_ANOTHER_ENGINE.test(key) || written.startsWith('$')) {
        const shown = written.length > 60 ? '{{…}}' : written.replace(/^\$/u, '');
        return (0,problems/* problem */.CC)(code, message, { place, hint: `If it is meant as text, write {{\`${shown}\`}}.` });
    }
    const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    return (0,problems/* problem */.CC)(code, message, { place, hint: `Add "${key}" to your hierarchical configuration.${meant}` });
}
/** Two keys of a map are the same once placeholders are resolved. */
function sameKey(place, key, other) {
    const message = `"${key.replace(/^\./u, '')}" is set twice once the placeholders in keys are resolved.`;
    return (0,problems/* problem */.CC)('interpolation', message, { place, hint: `The other one is at ${(0,problems/* formatPlace */.dE)(other.origin)}.` });
}
/** Braces that do not form a placeholder; the message shows the first 60 characters. */
function malformed(code, place, part) {
    const shown = part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text;
    switch (part.reason) {
        case 'empty':
            return emptyPlaceholder(code, place, shown);
        case 'never-closed':
            return (0,problems/* problem */.CC)(code, `The placeholder "${shown}" is never closed.`, {
                place,
                hint: 'Close it with "}}", or write {{`{{`}} for literal braces.',
            });
        case 'nested-too-deeply':
            return (0,problems/* problem */.CC)(code, `The placeholder "${shown}" nests too many placeholders.`, { place });
    }
}
/** A placeholder without a key, or whose nested placeholders are all empty; `written` is its source text. */
function emptyPlaceholder(code, place, written) {
    return (0,problems/* problem */.CC)(code, `The placeholder "${written}" is empty.`, { place, hint: 'Write a key between the braces.' });
}
/** Placeholders that refer back to themselves; `keys` is the cycle, ending with its first key. */
function cycle(code, place, keys) {
    const half = MAX_SHOWN_KEYS / 2;
    const shown = keys.length <= MAX_SHOWN_KEYS
        ? keys
        : [...keys.slice(0, half), `… ${keys.length - MAX_SHOWN_KEYS} more …`, ...keys.slice(-half)];
    return (0,problems/* problem */.CC)(code, `Circular placeholders: ${shown.join(' → ')}.`, { place });
}
/** A map, a list or null inside a string. */
function notText(code, place, key, value) {
    const kind = (0,hierarchy_value/* nameOfKind */.lI)(value);
    return (0,problems/* problem */.CC)(code, `"${key}" is ${kind === 'null' ? kind : `a ${kind}`}, which cannot be inserted into a string.`, {
        place,
        hint: `It is set at ${(0,problems/* formatPlace */.dE)(value.source ?? value.origin)}. Only strings, numbers and booleans can.`,
    });
}
/** YAML reads `1.10` as 1.1 and `no` as false: inserted into a string, they would not be what was written. */
function changedSpelling(code, place, key, value) {
    const kind = (0,hierarchy_value/* nameOfKind */.lI)(value);
    return (0,problems/* problem */.CC)(code, `"${key}" is written ${value.spelling}, which YAML reads as the ${kind} ${String(value.value)}: it would change inside a string.`, { place, hint: `Quote it at ${(0,problems/* formatPlace */.dE)(value.source ?? value.origin)}: "${value.spelling}".` });
}
/** A variable that the environment lacks, or `{{env()}}` without a name (`''`). */
function unsetVariable(code, place, name) {
    return name === ''
        ? (0,problems/* problem */.CC)(code, 'The placeholder "{{env()}}" names no environment variable.', { place })
        : (0,problems/* problem */.CC)(code, `The environment variable ${name} is not set.`, { place });
}
/** A variable that the input `allow-env` does not list, whether it is set or not. */
function refusedVariable(code, place, name) {
    return (0,problems/* problem */.CC)(code, `The environment variable ${name} may not be read here.`, {
        place,
        hint: `List ${name} in the \`allow-env\` input.`,
    });
}
/** A call to a secret store; `call` is the text between the braces. */
function secretCall(code, place, call) {
    return (0,problems/* problem */.CC)(code, `No secret store is connected: "{{${call}}}" cannot be resolved.`, {
        place,
        hint: "Read the secret in the composition's code, or pass it as an environment variable with {{env(NAME)}}.",
    });
}
/** What is written is no reference to a secret; `why` is a sentence. */
function wrongSecretCall(code, place, call, why) {
    return (0,problems/* problem */.CC)(code, `"{{${call}}}" is no secret that can be read: ${why}`, { place });
}
/** A secret was not read, or may not be; `why` is a sentence that names the store and the path. */
function noSecret(code, place, why, hint) {
    return (0,problems/* problem */.CC)(code, why, { place, hint });
}
/** A secret where it would be shown, or decide what is read. */
function misplacedSecret(code, place, secrets) {
    const names = secrets.map(({ name }) => name).join(', ');
    return (0,problems/* problem */.CC)(code, `The secret ${names} is part of a key or of another placeholder: names must not be secret.`, {
        place,
        hint: 'Use secrets for values only.',
    });
}
/** A string that exceeds the limit for a single one. */
function tooLong(code, place) {
    return (0,problems/* problem */.CC)(code, 'The placeholders make this string longer than 1 MiB.', { place });
}
/** A configuration that exceeds the limits as a whole. */
function tooLarge(code, place) {
    return (0,problems/* problem */.CC)(code, 'The placeholders make the configuration too large or too deep.', {
        place,
        hint: 'The limits are 10 MiB and 1,000 levels.',
    });
}

// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(33166);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/known-outcomes.ts
var known_outcomes = __webpack_require__(36563);
// EXTERNAL MODULE: ./src/hierarchy/measure.ts
var measure = __webpack_require__(65531);
// EXTERNAL MODULE: ./src/hierarchy/problem-order.ts
var problem_order = __webpack_require__(51377);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/expression.ts
var interpolation_expression = __webpack_require__(16606);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/placeholder.ts
var interpolation_placeholder = __webpack_require__(40711);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/suggest.ts
var suggest = __webpack_require__(57784);
// EXTERNAL MODULE: ./src/hierarchy/secrets.ts
var hierarchy_secrets = __webpack_require__(8678);
;// CONCATENATED MODULE: ./src/hierarchy/interpolation/trampoline.ts
/** Runs tasks and caches their outcomes: each value is processed once, however often it is requested. */
class TaskRunner {
    #begin;
    #onCycle;
    #outcomes = { resolve: new Map(), follow: new Map() };
    /** `onCycle` receives the tasks of a cycle, each requesting the next, and the one that closes it. */
    constructor(begin, onCycle) {
        this.#begin = begin;
        this.#onCycle = onCycle;
    }
    /** Runs a task and everything that it requests to completion. */
    run(first, work = this.#begin(first)) {
        const stack = [{ task: first, work }];
        const running = { resolve: new Set([first.value]), follow: new Set() };
        let answer;
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const step = top.work.next(answer);
            answer = undefined;
            if (step.done === true) {
                const { kind, value } = top.task;
                answer = step.value;
                stack.pop();
                running[kind].delete(value);
                this.#outcomes[kind].set(value, answer);
                continue;
            }
            const asked = step.value;
            if (!asked.value.templated) {
                answer = asked.value;
            }
            else if (this.#outcomes[asked.kind].has(asked.value)) {
                answer = this.#outcomes[asked.kind].get(asked.value);
            }
            else if (running[asked.kind].has(asked.value)) {
                const tasks = stack.map((frame) => frame.task);
                const start = tasks.findIndex((task) => task.kind === asked.kind && task.value === asked.value);
                this.#onCycle(tasks.slice(start), asked);
            }
            else {
                running[asked.kind].add(asked.value);
                stack.push({ task: asked, work: this.#begin(asked) });
            }
        }
        return answer;
    }
}

;// CONCATENATED MODULE: ./src/hierarchy/interpolation/resolver.ts
/** The interpolation engine: resolves placeholders against one configuration. */









/** The longest string that placeholders may produce. */
const MAX_TEXT = 1024 * 1024;
/** How many items of lists placeholders may put into other lists. */
const MAX_SPLICED = 1024 * 1024;
/** How many missing keys are compared with all others: where thousands are missing, something else is wrong. */
const MOST_HINTS = 50;
/** Resolves placeholders against one configuration, and collects errors in `problems`. */
class Resolver {
    problems = [];
    /** The outcome of each string with placeholders. The caller limits how large they may grow. */
    outcomes = [];
    #root;
    #environment;
    #tasks = new TaskRunner((task) => this.#begin(task), (cycle, closing) => {
        this.#reportCycle(cycle, closing);
    });
    /** The keys of strings that are a single placeholder. */
    #followedKeys = new Map();
    /** Maps with the placeholders in their keys resolved; undefined while that goes on, or if it failed. */
    #keyed = new Map();
    /** The first items of lists with placeholders that may stand for several, and of how many children they are. */
    #counted = new Map();
    #keys;
    #hints = MOST_HINTS;
    #spliced = 0;
    constructor(root, environment) {
        this.#root = root;
        this.#environment = environment;
    }
    /** The configuration with the placeholders in its top-level keys resolved; undefined if any failed. */
    topLevel() {
        const root = this.#root;
        if (!(0,lookup/* hasTemplatedKeys */.bQ)(root))
            return root;
        let keyed;
        const read = function* () {
            keyed = yield* this.#withKeys(root, '');
            return keyed;
        };
        this.#tasks.run({ kind: 'follow', value: root, path: '' }, read.call(this));
        return keyed;
    }
    /** A value with all its placeholders resolved; undefined if any part of it failed. */
    resolveValue(value, path) {
        return this.#tasks.run({ kind: 'resolve', value, path });
    }
    /** The resolved value at a dotted key; undefined if there is none, or any part of it failed. */
    resolvePath(key) {
        const value = (0,lookup/* lookup */.$I)(this.#root, key);
        if (value !== undefined)
            return value.templated ? this.resolveValue(value, key) : value;
        const [first = ''] = key.split('.');
        // Only then there may be something behind a placeholder.
        const isDirect = this.#root.children[first]?.templated !== true && !(0,lookup/* hasTemplatedKeys */.bQ)(this.#root);
        const task = { kind: 'resolve', value: this.#root, path: key };
        const located = (isDirect ? undefined : this.#tasks.run(task, this.#find(key))) ?? this.#builtIn(key);
        return located?.templated === true ? this.resolveValue(located, key) : located;
    }
    /** A template's text with its placeholders resolved, and the outermost ones; undefined if any of them failed. */
    resolveText(text, place) {
        const keys = [];
        const value = textValue(text, place);
        // A literal appears verbatim in its file, so a placeholder's column is known.
        const at = ({ start }) => ({ code: 'pin', place: { ...place, column: place.column + start } });
        const work = this.#toText((0,interpolation_placeholder/* tokenize */.qw)(text), { place, code: 'pin' }, at, keys);
        const resolved = this.#tasks.run({ kind: 'resolve', value, path: text }, work);
        return resolved?.kind === 'scalar' ? { text: resolved.spelling, keys } : undefined;
    }
    #begin({ kind, value, path }) {
        if (value.kind === 'map')
            return this.#resolveMap(value, path);
        if (value.kind === 'list')
            return this.#resolveList(value, path);
        return kind === 'resolve' ? this.#resolveScalar(value, path) : this.#follow(value);
    }
    *#resolveMap(map, path) {
        const keyed = yield* this.#withKeys(map, path);
        if (keyed === undefined)
            return undefined;
        const children = (0,hierarchy_value/* createEntries */.dL)(keyed.children);
        let complete = true;
        for (const key in keyed.children) {
            const child = keyed.children[key];
            if (child?.templated !== true)
                continue;
            const resolved = yield { kind: 'resolve', value: child, path: `${path}.${key}` };
            if (resolved === undefined)
                complete = false;
            else
                children[key] = resolved;
        }
        return complete ? { ...map, children, templated: false } : undefined;
    }
    /** The map with the placeholders in its keys resolved, its values as they are. */
    *#withKeys(map, path) {
        if (!(0,lookup/* hasTemplatedKeys */.bQ)(map))
            return map;
        if (this.#keyed.has(map))
            return this.#keyed.get(map);
        this.#keyed.set(map, undefined);
        const children = (0,hierarchy_value/* createEntries */.dL)();
        let complete = true;
        for (const key in map.children) {
            const child = map.children[key];
            if (child === undefined)
                continue;
            const at = { code: 'interpolation', place: child.origin };
            const name = (0,hierarchy_value/* isTemplatedKey */.C)(key) ? yield* this.#publicText((0,interpolation_placeholder/* tokenize */.qw)(key), at, () => at) : key;
            const other = name === undefined ? undefined : children[name];
            if (other !== undefined)
                this.problems.push(sameKey(at.place, `${path}.${name ?? ''}`, other));
            if (name === undefined || other !== undefined)
                complete = false;
            else
                children[name] = child;
        }
        const keyed = complete ? { ...map, children } : undefined;
        this.#keyed.set(map, keyed);
        return keyed;
    }
    /** An item that is a single placeholder for a list stands for the items of that list. */
    *#resolveList(list, path) {
        const children = [];
        let complete = true;
        for (const [position, child] of list.children.entries()) {
            const resolved = child.templated ? yield { kind: 'resolve', value: child, path: `${path}.${position}` } : child;
            if (resolved === undefined)
                complete = false;
            else if (resolved.kind !== 'list' || !(0,interpolation_placeholder/* isWholePlaceholder */.Lf)(child))
                children.push(resolved);
            else {
                this.#spliced += resolved.children.length;
                // Lists that are made of each other twice grow as texts do.
                if (this.#spliced > MAX_SPLICED) {
                    this.problems.push(tooLarge('interpolation', child.origin));
                    return undefined;
                }
                for (const item of resolved.children)
                    children.push(item);
            }
        }
        return complete ? { ...list, children, templated: false } : undefined;
    }
    *#resolveScalar(scalar, path) {
        if (scalar.problem !== undefined) {
            const { secrets } = this.#environment;
            if (scalar.isSealed === true && secrets !== undefined) {
                const reference = secrets.sealed(scalar.origin.file, scalar.spelling);
                return this.#readSecret(reference, { code: 'interpolation', place: scalar.origin });
            }
            this.problems.push(scalar.problem);
            return undefined;
        }
        const parts = (0,interpolation_placeholder/* partsOf */.CI)(scalar);
        const at = (part) => ({ code: 'interpolation', place: placeIn(scalar, part) });
        if ((0,interpolation_placeholder/* wholePlaceholder */.lK)(parts) === undefined) {
            return yield* this.#toText(parts, { code: 'interpolation', place: scalar.origin }, at, []);
        }
        const target = yield { kind: 'follow', value: scalar, path };
        if (target === undefined)
            return undefined;
        const resolved = yield { kind: 'resolve', value: target, path: this.#followedKeys.get(scalar) ?? path };
        if (resolved === undefined)
            return undefined;
        // A built-in name is written in no file.
        const source = resolved.source ?? (0,problems/* placeInFile */.ZU)(resolved.origin);
        const copy = { ...resolved, origin: scalar.origin, source };
        this.outcomes.push(copy);
        return copy;
    }
    /** The value that a string's single placeholder refers to, not yet interpolated. */
    *#follow(scalar) {
        const placeholder = (0,interpolation_placeholder/* wholePlaceholder */.lK)((0,interpolation_placeholder/* partsOf */.CI)(scalar));
        if (placeholder === undefined)
            return undefined;
        const at = (part) => ({ code: 'interpolation', place: placeIn(scalar, part) });
        const expression = yield* this.#expression(placeholder, at);
        if (expression?.kind === 'variable')
            return this.#readVariable(expression.name, at(placeholder));
        if (expression?.kind === 'secret')
            return yield* this.#callStore(expression.call, at(placeholder));
        if (expression?.kind !== 'key')
            return undefined;
        this.#followedKeys.set(scalar, expression.key);
        return yield* this.#locate(expression.key, at(placeholder), scalar.spelling);
    }
    /** Joins the parts of a text. Continues after a failure, to report all problems of a text. */
    *#toText(parts, whole, at, keys) {
        const text = yield* this.#join(parts, whole, at, keys);
        if (text === undefined)
            return undefined;
        const secrets = (0,hierarchy_secrets/* distinct */.dM)(keys.flatMap((key) => key.secrets));
        const value = textValue(text, whole.place);
        this.outcomes.push(value);
        return secrets.length === 0 ? value : { ...value, secrets };
    }
    /** The text of a name. */
    *#publicText(parts, whole, at) {
        const keys = [];
        const text = yield* this.#join(parts, whole, at, keys);
        const secrets = (0,hierarchy_secrets/* distinct */.dM)(keys.flatMap((key) => key.secrets));
        if (secrets.length === 0)
            return text;
        this.problems.push(misplacedSecret(whole.code, whole.place, secrets));
        return undefined;
    }
    *#join(parts, whole, at, keys) {
        let text = '';
        let complete = true;
        for (const part of parts) {
            if (part.kind === 'literal' || part.kind === 'escaped') {
                text += part.text;
            }
            else if (part.kind === 'malformed') {
                const { code, place } = at(part);
                this.problems.push(malformed(code, place, part));
                complete = false;
            }
            else {
                const key = yield* this.#resolveKey(part, whole, at, text.endsWith('$') ? '$' : '');
                if (key === undefined)
                    complete = false;
                else {
                    text += key.text;
                    keys.push(key);
                }
            }
            // With ten doublings a text is a kilobyte, with thirty a gigabyte.
            if (text.length > MAX_TEXT) {
                this.problems.push(tooLong(whole.code, whole.place));
                return undefined;
            }
        }
        return complete ? text : undefined;
    }
    /** Resolves a placeholder inside a text; `before` is a `$` in front of it. */
    *#resolveKey(part, whole, at, before) {
        const expression = yield* this.#expression(part, at);
        if (expression?.kind === 'variable') {
            const value = this.#readVariable(expression.name, at(part));
            return value && { key: `env(${expression.name})`, text: value.spelling, origin: whole.place, secrets: [] };
        }
        if (expression === undefined)
            return undefined;
        const { code, place } = at(part);
        const key = expression.kind === 'key' ? expression.key : expression.call;
        const located = expression.kind === 'key'
            ? yield* this.#locate(key, at(part), `${before}{{${part.inside ?? key}}}`)
            : yield* this.#callStore(key, at(part));
        if (located === undefined)
            return undefined;
        const value = located.templated ? yield { kind: 'resolve', value: located, path: key } : located;
        if (value === undefined)
            return undefined;
        if (value.kind !== 'scalar' || value.value === null) {
            this.problems.push(notText(code, place, key, value));
            return undefined;
        }
        if (typeof value.value !== 'string' && String(value.value) !== value.spelling) {
            this.problems.push(changedSpelling(code, place, key, value));
            return undefined;
        }
        const { secrets = [] } = value;
        return { key, text: String(value.value), origin: value.source ?? value.origin, secrets };
    }
    /** Parses the text between the braces; reports an empty placeholder. */
    *#expression(part, at) {
        const { code, place } = at(part);
        const inside = part.inside ?? (yield* this.#publicText(part.parts, { code, place }, at));
        if (inside === undefined)
            return undefined;
        const [first] = part.parts;
        const expression = (0,interpolation_expression/* readExpression */.J)(inside, first?.kind === 'literal' ? first.text : '');
        if (expression.kind === 'key' && expression.key === '') {
            this.problems.push(emptyPlaceholder(code, place, `{{${inside}}}`));
            return undefined;
        }
        return expression;
    }
    /** The value at a key, not yet interpolated; reports a missing one. `written` is the placeholder. */
    *#locate(key, at, written) {
        // Nearly all of them are plain keys, so they come first.
        const direct = (0,lookup/* lookup */.$I)(this.#root, key);
        if (direct !== undefined)
            return direct;
        const builtIn = this.#builtIn(key);
        if (builtIn !== undefined)
            return (yield* this.#find(key)) ?? builtIn;
        return yield* this.#find(key, () => {
            this.#hints -= 1;
            const closest = this.#hints < 0 ? undefined : (0,suggest/* nearestKey */.q)(key, (this.#keys ??= this.#knownKeys()));
            this.problems.push(missingKey(at.code, at.place, key, closest, written));
        });
    }
    #knownKeys() {
        const { builtIn } = this.#root;
        return [...(builtIn === undefined ? [] : (0,suggest/* keysOf */.Y)(builtIn)), ...(0,suggest/* keysOf */.Y)(this.#root)];
    }
    /** What a key means where the configuration has no such key. */
    #builtIn(key) {
        const { builtIn } = this.#root;
        return builtIn && (0,lookup/* lookup */.$I)(builtIn, key);
    }
    /** A value, also behind placeholders: strings on its path that are a single one, keys, and items of lists. */
    *#find(key, reportMissing) {
        let base = this.#root;
        let rest = key.split('.');
        const followed = new Set();
        for (;;) {
            const found = (0,lookup/* lookupIn */.IX)(base, rest);
            if (found !== undefined)
                return found;
            if (base.kind === 'scalar' && base.isStandIn === true) {
                return (0,hierarchy_secrets/* standInValue */.Dj)([base.spelling, ...rest].join('.'), base.origin, base.secrets ?? []);
            }
            let next;
            for (const end of (0,lookup/* endsOf */.oI)(base, rest))
                if (leadsOn(end[0]))
                    next ??= end;
            if (next === undefined) {
                reportMissing?.();
                return undefined;
            }
            const [end, beyond] = next;
            // Placeholders that refer to each other have nothing below them; resolving them reports the cycle.
            if (followed.has(end))
                return undefined;
            followed.add(end);
            let target;
            if (end.kind === 'list') {
                const item = yield* this.#itemAt(end, Number(beyond[0]));
                if (item === 'none')
                    reportMissing?.();
                if (item === 'none' || item === undefined)
                    return undefined;
                [target, rest] = [item, beyond.slice(1)];
            }
            else if (end.kind === 'map') {
                [target, rest] = [yield* this.#withKeys(end, ''), beyond];
                // A key that refers to its own map.
                if (target === undefined && this.problems.length === 0)
                    reportMissing?.();
            }
            else {
                const path = key.split('.').slice(0, -beyond.length).join('.');
                target = yield { kind: end.problem === undefined ? 'follow' : 'resolve', value: end, path };
                rest = beyond;
            }
            if (target === undefined)
                return undefined;
            base = target;
        }
    }
    /** The item at a position, counting those that placeholders before it stand for; undefined if one of them failed. */
    *#itemAt(list, position) {
        const counted = this.#counted.get(list) ?? { children: 0, items: [] };
        this.#counted.set(list, counted);
        while (counted.items.length <= position) {
            const child = list.children[counted.children];
            if (child === undefined)
                return 'none';
            let target = child;
            while ((0,interpolation_placeholder/* isWholePlaceholder */.Lf)(target)) {
                const next = yield { kind: 'follow', value: target, path: '' };
                if (next === undefined)
                    return undefined;
                target = next;
            }
            let items = [child];
            if (target !== child && target.kind === 'list') {
                const resolved = yield { kind: 'resolve', value: child, path: '' };
                if (resolved?.kind !== 'list')
                    return undefined;
                items = resolved.children;
            }
            counted.children += 1;
            for (const item of items)
                counted.items.push(item);
        }
        return counted.items[position];
    }
    #readVariable(name, { code, place }) {
        const answer = name === '' ? { kind: 'missing' } : this.#environment.read(name);
        if (answer.kind === 'value')
            return textValue(answer.value, place);
        const report = answer.kind === 'missing' ? unsetVariable : refusedVariable;
        this.problems.push(report(code, place, name));
        return undefined;
    }
    *#callStore(call, at) {
        const { secrets } = this.#environment;
        if (secrets === undefined) {
            this.problems.push(secretCall(at.code, at.place, call));
            return undefined;
        }
        const fallbacks = new Map();
        for (const key of secrets.fallbacks(call)) {
            const located = yield* this.#find(key);
            const value = located?.templated === true ? yield { kind: 'resolve', value: located, path: key } : located;
            if (value?.kind === 'scalar' && typeof value.value === 'string')
                fallbacks.set(key, value.value);
        }
        const reference = secrets.reference(call, fallbacks);
        if (typeof reference !== 'string')
            return this.#readSecret(reference, at);
        this.problems.push(wrongSecretCall(at.code, at.place, call, reference));
        return undefined;
    }
    #readSecret(reference, { code, place }) {
        const answer = this.#environment.secrets?.read(reference);
        if (answer?.kind === 'value')
            return (0,hierarchy_secrets/* secretValue */.aF)(answer.value, place, [reference]);
        if (answer?.kind === 'stand-in')
            return (0,hierarchy_secrets/* standInValue */.Dj)(answer.text, place, [reference]);
        if (answer !== undefined)
            this.problems.push(noSecret(code, place, answer.why, answer.hint));
        return undefined;
    }
    #reportCycle(tasks, closing) {
        // Resolving and following the same string are two tasks, but one link of the chain.
        const links = tasks.filter((task, index) => task.value !== tasks[index - 1]?.value);
        const paths = links.map((task) => task.path);
        const first = paths[0] ?? closing.path;
        const last = closing.path === first || closing.path === paths.at(-1) ? [first] : [closing.path, first];
        const text = links.find((task) => task.value.kind === 'scalar') ?? closing;
        this.problems.push(cycle('interpolation', text.value.origin, [...paths, ...last]));
    }
}
/** Whether a path that ends at a value may go on behind it. */
function leadsOn(end) {
    if (end.kind !== 'scalar')
        return end.kind === 'list' ? end.templated : (0,lookup/* hasTemplatedKeys */.bQ)(end);
    return end.problem !== undefined || (0,interpolation_placeholder/* isWholePlaceholder */.Lf)(end);
}
/** In a text over several lines, the line of the placeholder. */
function placeIn(scalar, { start }) {
    const before = scalar.marks === undefined ? 0 : scalar.spelling.slice(0, start + 1).split('{{').length - 1;
    return { ...scalar.origin, ...scalar.marks?.[before] };
}
/** A finished string: anything in it that looks like a placeholder came from an escape or the environment, and stays. */
function textValue(text, origin) {
    return { kind: 'scalar', value: text, spelling: text, origin, templated: false };
}

;// CONCATENATED MODULE: ./src/hierarchy/interpolation/interpolate.ts







/**
 * Interpolates a merged configuration. Subtrees without placeholders are reused as the same objects. Reports all problems
 * (code `interpolation`, located at the string with the placeholder, or `merge`), each cause once: a value that merely
 * depends on a failed one is not reported.
 */
function interpolate(configuration, environment, { known = (0,known_outcomes/* openKnownOutcomes */.B)(), needed = () => true } = {}) {
    if (!configuration.templated)
        return { value: configuration, problems: [] };
    const resolver = new Resolver(configuration, environment);
    const top = resolver.topLevel();
    if (top === undefined)
        return { value: configuration, problems: (0,problem_order/* orderProblems */.x)(resolver.problems) };
    const children = (0,hierarchy_value/* createEntries */.dL)(top.children);
    let complete = true;
    let [weight, depth] = [0, 0];
    for (const key in top.children) {
        const child = top.children[key];
        if (child?.templated !== true || !needed(key))
            continue;
        // With placeholders in its keys, what a configuration has where is not known from its objects.
        const outcome = (top === configuration ? known.recall(child, configuration) : undefined) ?? resolve(key, child);
        if (outcome === undefined) {
            complete = false;
            continue;
        }
        children[key] = outcome.value;
        weight += outcome.weight;
        depth = Math.max(depth, outcome.depth);
    }
    if (!complete)
        return { value: configuration, problems: (0,problem_order/* orderProblems */.x)(resolver.problems) };
    const value = { ...(0,hierarchy_value/* mapValue */.IS)(children, configuration.origin), builtIn: configuration.builtIn };
    // Values with placeholders cannot have grown by more than their final weight.
    const isSmall = weight <= measure/* MAX_WEIGHT */.K && depth < hierarchy_value/* MAX_DEPTH */.lr;
    if (isSmall || !isTooLarge(value, configuration))
        return { value, problems: [] };
    return { value: configuration, problems: [tooLarge('interpolation', largest(configuration, environment).origin)] };
    function resolve(key, child) {
        const resolved = resolver.resolveValue(child, key);
        if (resolved === undefined)
            return undefined;
        const outcome = { value: resolved, ...(0,measure/* measure */.x)(resolved) };
        if (top === configuration)
            known.remember(child, configuration, outcome);
        return outcome;
    }
}
/**
 * The value at a dotted key of a configuration that may have keys that are not interpolated yet; undefined if there is
 * none.
 */
function valueAt(configuration, key, environment) {
    if (!configuration.templated)
        return { value: (0,lookup/* lookup */.$I)(configuration, key), problems: [] };
    const resolver = new Resolver(configuration, environment);
    const value = resolver.resolvePath(key);
    return { value, problems: (0,problem_order/* orderProblems */.x)(resolver.problems) };
}
/**
 * Interpolates one text of a template with an interpolated configuration. Every placeholder, even one that is the whole
 * text, must be a string, number or boolean that is inserted as it was written. Its own problems have code `pin` and the
 * place of their placeholder, provided that the text appears verbatim in its file.
 */
function interpolateText(text, place, configuration, environment) {
    const resolver = new Resolver(configuration, environment);
    const resolved = resolver.resolveText(text, place);
    return { text, keys: [], ...resolved, problems: (0,problem_order/* orderProblems */.x)(resolver.problems) };
}
/** Whether placeholders made a configuration exceed the limits: a few lines can expand to billions of values. */
function isTooLarge(value, configuration) {
    const { weight, depth } = (0,measure/* measure */.x)(value);
    return depth > hierarchy_value/* MAX_DEPTH */.lr || (weight > measure/* MAX_WEIGHT */.K && weight - (0,measure/* measure */.x)(configuration).weight > measure/* MAX_WEIGHT */.K);
}
/** The value to report: the first that exceeds the limits by itself, otherwise the heaviest. */
function largest(configuration, environment) {
    const resolver = new Resolver(configuration, environment);
    for (const [key, child] of Object.entries(configuration.children))
        if (child.templated)
            resolver.resolveValue(child, key);
    const { outcomes } = resolver;
    const excessive = outcomes.find((each) => (0,measure/* measure */.x)(each).weight > measure/* MAX_WEIGHT */.K || (0,measure/* measure */.x)(each).depth > hierarchy_value/* MAX_DEPTH */.lr);
    const byWeight = [...outcomes].sort((a, b) => (0,measure/* measure */.x)(b).weight - (0,measure/* measure */.x)(a).weight);
    return excessive ?? byWeight[0] ?? configuration;
}


/***/ }),

/***/ 36563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openKnownOutcomes),
/* harmony export */   w: () => (/* binding */ knownOutcomesIn)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95686);
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16606);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40711);



/** Leaves are processed in path order, alternating between base and head, so older outcomes are not needed again. */
const MAX_KNOWN = 4;
/** A value that differs in every leaf is not worth caching. */
const MAX_WASTED = 16;
/** The cache of an environment, created on first use. */
function knownOutcomesIn(environment, all) {
    const known = all.get(environment) ?? openKnownOutcomes();
    all.set(environment, known);
    return known;
}
/** Creates an empty cache. It holds values only weakly. */
function openKnownOutcomes() {
    const all = new WeakMap();
    return {
        recall(value, root) {
            const known = all.get(value);
            for (const { dependencies, outcome } of known?.outcomes ?? []) {
                if (dependencies.some(([key, there]) => root.children[key] !== there))
                    continue;
                if (known !== undefined)
                    known.wasted = 0;
                return outcome;
            }
            return undefined;
        },
        remember(value, root, outcome) {
            const known = all.get(value) ?? { outcomes: [], wasted: 0 };
            all.set(value, known);
            const dependencies = known.wasted < MAX_WASTED ? dependenciesOf(value, root) : undefined;
            known.wasted += 1;
            known.outcomes =
                dependencies === undefined ? [] : [{ dependencies, outcome }, ...known.outcomes.slice(0, MAX_KNOWN - 1)];
        },
    };
}
/** More than any value of a real configuration has; a chain of thousands would be traversed again at each link. */
const MAX_DEPENDENCIES = 30;
/** The top-level keys that the placeholders of a map or list may refer to; undefined: any. */
const mentions = new WeakMap();
/**
 * All top-level values that the placeholders of `value` depend on, directly or indirectly. In another configuration with
 * the same objects at the same keys, `value` has the same outcome. Undefined if unknown, because a key is itself built
 * from placeholders, or if there are too many.
 */
function dependenciesOf(value, root) {
    const found = new Map();
    const queue = [value];
    for (const next of queue) {
        const keys = mentionedKeys(next);
        if (keys === undefined || found.size + keys.size > MAX_DEPENDENCIES)
            return undefined;
        // Built-in names differ in every leaf.
        if (root.builtIn !== undefined && Object.keys(root.builtIn.children).some((key) => keys.has(key)))
            return undefined;
        for (const key of keys) {
            if (found.has(key))
                continue;
            const there = root.children[key];
            found.set(key, there);
            if (there?.templated === true)
                queue.push(there);
        }
    }
    return [...found];
}
function mentionedKeys(value) {
    if (!value.templated)
        return NONE;
    if (value.kind === 'scalar')
        return keysInText(value);
    // A few lines of aliases can expand to billions of values, so each node is visited once.
    if (mentions.has(value))
        return mentions.get(value);
    const children = value.kind === 'map' ? Object.values(value.children) : value.children;
    const isKeyed = value.kind === 'map' && Object.keys(value.children).some(_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isTemplatedKey */ .C);
    const keys = isKeyed ? undefined : union(children.map(mentionedKeys));
    mentions.set(value, keys);
    return keys;
}
const NONE = new Set();
function union(sets) {
    const all = new Set();
    for (const set of sets) {
        if (set === undefined)
            return undefined;
        for (const key of set)
            all.add(key);
        if (all.size > MAX_DEPENDENCIES)
            return undefined;
    }
    return all;
}
/** Undefined if a placeholder's key is itself built from placeholders, or if there are too many. */
function keysInText(scalar) {
    const keys = new Set();
    for (const part of (0,_placeholder_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(scalar)) {
        if (part.kind !== 'placeholder')
            continue;
        if (part.inside === undefined)
            return undefined;
        const [first] = part.parts;
        const expression = (0,_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .readExpression */ .J)(part.inside, first?.kind === 'literal' ? first.text : '');
        if (expression.kind === 'key')
            addTopLevelKeys(expression.key, keys);
        // himl's calls fall back to it.
        if (expression.kind === 'secret')
            addTopLevelKeys('aws.profile', keys);
    }
    return keys.size > MAX_DEPENDENCIES ? undefined : keys;
}
/** `a.b.c` may be found below the top-level keys `a` and `a.b`, or at `a.b.c`. */
function addTopLevelKeys(key, keys) {
    for (let end = key.indexOf('.'); end >= 0 && keys.size <= MAX_DEPENDENCIES; end = key.indexOf('.', end + 1)) {
        keys.add(key.slice(0, end));
    }
    keys.add(key);
}


/***/ }),

/***/ 33166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ lookup),
/* harmony export */   IX: () => (/* binding */ lookupIn),
/* harmony export */   bQ: () => (/* binding */ hasTemplatedKeys),
/* harmony export */   iC: () => (/* binding */ mayHave),
/* harmony export */   oI: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var lodash_get__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50615);
/* harmony import */ var lodash_get__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(lodash_get__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95686);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40711);
/** Looks up dotted keys in a configuration. */



/**
 * The value at `a.b.0.c`: map keys and list positions, separated by dots. Nested keys take precedence over a key that
 * contains the dots itself (`"b.c"` in `a`), which may be anywhere on the path.
 */
function lookup(root, key) {
    return lookupIn(root, key.split('.'));
}
/** The same below any value, with the key already split. Without segments, the value itself. */
function lookupIn(base, segments) {
    if (segments.length > _value_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_DEPTH */ .lr)
        return undefined;
    const direct = nested(base, segments);
    if (direct !== undefined && !segments.some(isPosition))
        return direct;
    for (const [end, beyond] of endsOf(base, segments))
        if (beyond.length === 0)
            return end;
    return undefined;
}
/**
 * Where the path can lead: the values that it ends at, with the segments that are left, best first. A list whose
 * placeholders may stand for several items is such an end, because its positions are not known yet, and a map whose keys
 * have placeholders.
 */
function* endsOf(base, segments) {
    const seen = new Map();
    const stack = [[base, 0]];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        const [value, at] = top;
        const visited = seen.get(value) ?? new Set();
        if (visited.has(at))
            continue;
        seen.set(value, visited.add(at));
        const [segment] = segments.slice(at, at + 1);
        if (segment === undefined || value.kind === 'scalar') {
            yield [value, segments.slice(at)];
        }
        else if (value.kind === 'list') {
            const child = isPosition(segment) ? value.children[Number(segment)] : undefined;
            if (isSpliced(value, segment))
                yield [value, segments.slice(at)];
            else if (child !== undefined)
                stack.push([child, at + 1]);
        }
        else {
            if (hasTemplatedKeys(value))
                yield [value, segments.slice(at)];
            for (const [child, next] of childrenAt(value, segments, at).toReversed())
                stack.push([child, next]);
        }
    }
}
/** The children of a map that the path may go on with: the plain key, then those that contain dots themselves. */
function childrenAt(map, segments, at) {
    const plain = map.children[segments[at] ?? ''];
    const { dotted, longest } = keysIn(map);
    const found = plain === undefined ? [] : [[-1, plain, at + 1]];
    let key = segments[at] ?? '';
    for (let next = at + 1; next < segments.length && next - at < longest; next += 1) {
        key += `.${segments[next] ?? ''}`;
        const order = dotted.get(key);
        const child = order === undefined ? undefined : map.children[key];
        if (order !== undefined && child !== undefined)
            found.push([order, child, next + 1]);
    }
    return found.sort(([a], [b]) => a - b).map(([, child, next]) => [child, next]);
}
const keysOfMaps = new WeakMap();
const NO_DOTS = new Map();
/** The keys of a map with so many are looked at again faster than they are remembered. */
const FEW = 16;
function keysIn(map) {
    const known = keysOfMaps.get(map);
    if (known !== undefined)
        return known;
    let [templated, longest, count] = [false, 0, 0];
    let dotted;
    for (const key in map.children) {
        templated ||= map.templated && (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isTemplatedKey */ .C)(key);
        if (key.includes('.')) {
            dotted = (dotted ?? new Map()).set(key, count);
            longest = Math.max(longest, key.split('.').length);
        }
        count += 1;
    }
    const keys = { templated, dotted: dotted ?? NO_DOTS, longest };
    if (count > FEW)
        keysOfMaps.set(map, keys);
    return keys;
}
/** Whether a key of a map has a placeholder. */
function hasTemplatedKeys(map) {
    return map.templated && keysIn(map).templated;
}
/** Whether a map may have something at a top-level key: its value, one of a dotted key below it, or behind a placeholder. */
function mayHave({ children }, key) {
    for (const each in children) {
        if (each === key || (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isTemplatedKey */ .C)(each) || each.startsWith(`${key}.`))
            return true;
    }
    return false;
}
/** An array's own keys are its canonical positions, so `01` and `-1` do not exist. */
function isPosition(segment) {
    return /^(?:0|[1-9][0-9]*)$/u.test(segment);
}
const firstSpliced = new WeakMap();
/** Whether placeholders up to a position may stand for several items. */
function isSpliced(list, segment) {
    if (!list.templated || !isPosition(segment))
        return false;
    let first = firstSpliced.get(list);
    if (first === undefined) {
        first = list.children.findIndex(_placeholder_js__WEBPACK_IMPORTED_MODULE_1__/* .isWholePlaceholder */ .Lf);
        firstSpliced.set(list, first);
    }
    return first >= 0 && first <= Number(segment);
}
/**
 * `lodash.get` reads inherited properties, prefers a literal `a.b`, and has overly optimistic types. None of this applies
 * to our nodes: the path is a list, maps have no prototype, and what arrays inherit (`length`, `map`) is not a `Value`.
 */
function nested(base, segments) {
    if (segments.length === 0)
        return base;
    const path = [];
    for (const segment of segments)
        path.push('children', segment);
    const found = lodash_get__WEBPACK_IMPORTED_MODULE_0___default()(base, path);
    return isValue(found) ? found : undefined;
}
function isValue(found) {
    return typeof found === 'object' && found !== null && Object.hasOwn(found, 'kind');
}


/***/ }),

/***/ 40711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Lf: () => (/* binding */ isWholePlaceholder),
/* harmony export */   lK: () => (/* binding */ wholePlaceholder),
/* harmony export */   qw: () => (/* binding */ tokenize)
/* harmony export */ });
/* unused harmony export MAX_NESTING */
/**
 * Splits a text at its placeholders. Configuration values and string literals of templates share this syntax: `{{key}}`,
 * nested placeholders, and ``{{`as is`}}``. A `}}` that closes nothing is literal.
 */
/** How deep placeholders may nest: two levels occur in practice. */
const MAX_NESTING = 32;
/** Blanks are allowed, as in other placeholders. */
const ESCAPE_START = /\s*`/uy;
const ESCAPE_END = /`\s*\}\}/gu;
/**
 * Tokenizes a text; the parts cover it without gaps. Never throws. In an odd run of braces the first one is literal, so
 * that `{{{a}}}` is the value of `a` in braces.
 */
function tokenize(text) {
    const whole = { start: 0, parts: [], depth: 0 };
    const stack = [whole];
    let top = whole;
    let at = 0;
    for (const { 0: found, index } of text.matchAll(/\{+|\}\}/gu)) {
        if (index < at || found === '{' || (found === '}}' && stack.length === 1))
            continue;
        if (found === '}}') {
            pushLiteral(top, text, at, index);
            at = index + 2;
            stack.pop();
            const outer = stack.at(-1) ?? whole;
            outer.parts.push(close(top, text, at));
            outer.depth = Math.max(outer.depth, top.depth + 1);
            top = outer;
            continue;
        }
        const runStart = index + (found.length % 2);
        const runEnd = index + found.length;
        pushLiteral(top, text, at, runStart);
        ESCAPE_START.lastIndex = runEnd;
        const opening = ESCAPE_START.exec(text)?.[0].length ?? 0;
        const escapes = opening > 0;
        for (at = runStart; at < (escapes ? runEnd - 2 : runEnd); at += 2) {
            top = { start: at, parts: [], depth: 0 };
            stack.push(top);
        }
        if (!escapes)
            continue;
        ESCAPE_END.lastIndex = runEnd + opening;
        const closing = ESCAPE_END.exec(text);
        if (closing === null)
            return neverClosed(stack, text, at);
        const end = closing.index + closing[0].length;
        top.parts.push({ kind: 'escaped', text: text.slice(runEnd + opening, closing.index), start: at, end });
        at = end;
    }
    if (stack.length > 1)
        return neverClosed(stack, text, undefined);
    pushLiteral(whole, text, at, text.length);
    return whole.parts;
}
/** The configurations of many leaves share scalars: each is tokenized once. */
const partsByScalar = new WeakMap();
/** The parts of a scalar's spelling. */
function partsOf(scalar) {
    let parts = partsByScalar.get(scalar);
    if (parts === undefined) {
        parts = tokenize(scalar.spelling);
        partsByScalar.set(scalar, parts);
    }
    return parts;
}
/** The placeholder that makes up the whole text, whose value keeps its type. */
function wholePlaceholder(parts) {
    const [only, more] = parts;
    return more === undefined && only?.kind === 'placeholder' ? only : undefined;
}
/** Whether a value is a text that is a single placeholder. */
function isWholePlaceholder(value) {
    return value.kind === 'scalar' && value.templated && wholePlaceholder(partsOf(value)) !== undefined;
}
function pushLiteral(top, text, start, end) {
    if (end > start)
        top.parts.push({ kind: 'literal', text: text.slice(start, end), start, end });
}
function close(open, text, end) {
    const { start, parts, depth } = open;
    const blank = parts.every((part) => part.kind === 'literal' && part.text.trim() === '');
    if (!blank && depth < MAX_NESTING)
        return { kind: 'placeholder', parts, inside: plainText(parts), start, end };
    return { kind: 'malformed', reason: blank ? 'empty' : 'nested-too-deeply', text: text.slice(start, end), start, end };
}
function plainText(parts) {
    const texts = parts.filter((part) => part.kind === 'literal' || part.kind === 'escaped');
    return texts.length === parts.length ? texts.map((part) => part.text).join('') : undefined;
}
/** The outermost open placeholder or escape extends to the end of the text. */
function neverClosed(stack, text, escape) {
    const [whole, outermost] = stack;
    const start = outermost?.start ?? escape ?? 0;
    const rest = { kind: 'malformed', reason: 'never-closed', text: text.slice(start), start, end: text.length };
    return [...(whole?.parts ?? []), rest];
}


/***/ }),

/***/ 89079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mergeLayer)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69368);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20441);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95686);
/** Merges layers, shallowest first (docs/configuration.md). Subtrees that a layer does not touch are shared, not copied. */




/**
 * Merges the next deeper layer into the result so far, so that callers can cache what leaves share. What cannot be
 * merged becomes a value with a problem: an error only for a leaf that needs it.
 */
function mergeLayer(base, layer, listMerge) {
    return layer.merge === 'override' ? layer : mergeMaps(base, layer, listMerge, []);
}
/** Undefined: the key is removed. */
function mergeValues(before, after, listMerge, path) {
    if (before === undefined)
        return after;
    if (after.kind === 'scalar' && after.removes !== undefined)
        return remove(before, after, after.removes, path);
    // Whatever comes on top of it, one of the layers above is wrong.
    if (isBroken(before))
        return before.removes === undefined ? before : after;
    if (isBroken(after))
        return after;
    const conflict = conflictOf(before, after, path);
    if (conflict !== undefined)
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenValue */ .jV)(conflict, after.origin);
    if (before.kind === 'map' && after.kind === 'map') {
        return after.merge === 'override' ? after : mergeMaps(before, after, listMerge, path);
    }
    if (before.kind === 'list' && after.kind === 'list')
        return mergeLists(before, after, after.merge ?? listMerge);
    return after;
}
function isBroken(value) {
    return value.kind === 'scalar' && value.problem !== undefined && value.isSealed !== true;
}
function mergeMaps(base, layer, listMerge, path) {
    let children;
    for (const key in layer.children) {
        const after = layer.children[key];
        if (after === undefined)
            continue;
        const before = base.children[key];
        let merged = mergeValues(before, after, listMerge, before === undefined ? path : [...path, key]);
        if (merged === before)
            continue;
        if (before === undefined && after.kind === 'scalar' && after.removes !== undefined) {
            merged = nothingToRemove(after, key, base);
        }
        children ??= (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .createEntries */ .dL)(base.children);
        if (merged === undefined)
            Reflect.deleteProperty(children, key);
        else
            children[key] = merged;
    }
    return children === undefined ? base : (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .mapValue */ .IS)(children, layer.origin);
}
function mergeLists(base, layer, listMerge) {
    switch (listMerge) {
        case 'override':
            return layer;
        case 'append':
            return joined(base, layer.children, [...base.children, ...layer.children], layer);
        case 'prepend':
            return joined(base, layer.children, [...layer.children, ...base.children], layer);
        case 'append_unique': {
            const known = new Set(base.children.map(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIdentity */ .ve));
            const added = layer.children.filter((child) => !known.has((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIdentity */ .ve)(child)));
            return joined(base, added, [...base.children, ...added], layer);
        }
    }
}
/** If the layer adds nothing, the existing list stays as it is, including its origin. */
function joined(base, added, all, layer) {
    return added.length === 0 ? base : (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .listValue */ .a3)(all, layer.origin);
}
/** An empty value over a map or list; at the top level, also a map against a list or scalar. */
function conflictOf(before, after, path) {
    const key = path.join('.');
    const where = (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(before.origin);
    const place = after.origin;
    if (after.kind === 'scalar' && after.value === null) {
        if (after.spelling !== '' || before.kind === 'scalar')
            return undefined;
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('merge', `"${key}" is empty here, but a ${before.kind} in ${where}.`, {
            place,
            hint: `Write null if ${key} is to have no value, "!remove" to take it out, or remove this line to keep the ${before.kind}.`,
        });
    }
    if (path.length > 1 || (before.kind === 'map') === (after.kind === 'map') || (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfKind */ .lI)(before) === 'null') {
        return undefined;
    }
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('merge', `"${key}" is a ${(0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfKind */ .lI)(after)} here, but a ${(0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfKind */ .lI)(before)} in ${where}.`, {
        place,
        hint: 'Use the same kind for both, or rename one of them.',
    });
}
function remove(before, after, removes, path) {
    if (isBroken(before))
        return before;
    if (removes === 'key')
        return undefined;
    const key = path.join('.');
    if (before.kind !== 'list') {
        const message = `"${key}" is a ${(0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfKind */ .lI)(before)} in ${(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(before.origin)}: no items can be removed from it.`;
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenValue */ .jV)((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('merge', message, { place: after.origin }), after.origin);
    }
    const unwanted = new Set(removes.map(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIdentity */ .ve));
    const there = new Set(before.children.map(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIdentity */ .ve));
    const missing = removes.find((item) => !there.has((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIdentity */ .ve)(item)));
    if (missing !== undefined) {
        const message = `The list "${key}" of the layers above has no such item to remove.`;
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenValue */ .jV)((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('merge', message, { place: missing.origin }), after.origin);
    }
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .listValue */ .a3)(before.children.filter((child) => !unwanted.has((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIdentity */ .ve)(child))), after.origin);
}
function nothingToRemove(after, key, base) {
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(key, Object.keys(base.children));
    if (after.problem === undefined || closest === undefined)
        return after;
    return { ...after, problem: { ...after.problem, hint: `Did you mean "${closest}"?` } };
}


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ standInValue),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   aF: () => (/* binding */ secretValue),
/* harmony export */   dM: () => (/* binding */ distinct)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95686);

/** Whether this process has made a value with secrets: most never do, and then none has to be looked for. */
let isAnyMade = false;
/** A value of a store as if it had been written at a place; texts in it are final, whatever braces they have. */
function secretValue(data, origin, secrets) {
    isAnyMade = true;
    if (typeof data !== 'object' || data === null) {
        return { kind: 'scalar', value: data, spelling: String(data), origin, templated: false, secrets };
    }
    if (isList(data)) {
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .listValue */ .a3)(data.map((each) => secretValue(each, origin, secrets)), origin);
    }
    const children = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .createEntries */ .dL)();
    for (const [key, each] of Object.entries(data))
        children[key] = secretValue(each, origin, secrets);
    // A store's keys are final too.
    return { ...(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValue */ .IS)(children, origin), templated: false };
}
function isList(data) {
    return Array.isArray(data);
}
/** A text that stands for a secret whose value is not read. */
function standInValue(text, origin, secrets) {
    isAnyMade = true;
    return { kind: 'scalar', value: text, spelling: text, origin, templated: false, secrets, isStandIn: true };
}
const inside = new WeakMap();
const NONE = [];
/** So many scalars are looked at again faster than they are remembered: what is remembered weakly slows each garbage collection. */
const FEW = 16;
/** The secrets that a value contains, each once. */
function secretsIn(value) {
    if (!isAnyMade)
        return NONE;
    if (value.kind === 'scalar')
        return value.secrets ?? NONE;
    // Leaves share most of their configuration.
    const found = inside.get(value);
    if (found !== undefined)
        return found;
    const children = value.kind === 'map' ? Object.values(value.children) : value.children;
    // Most values have none: no list is made for them.
    let references = NONE;
    let isFlat = true;
    for (const child of children) {
        isFlat &&= child.kind === 'scalar';
        const own = secretsIn(child);
        if (own.length > 0)
            references = references.concat(own);
    }
    const all = distinct(references);
    if (!isFlat || children.length > FEW)
        inside.set(value, all);
    return all;
}
/** Each reference once. */
function distinct(references) {
    return references.length < 2 ? references : [...new Map(references.map((each) => [each.name, each])).values()];
}


/***/ }),

/***/ 81587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ openConfigurations)
});

// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(33166);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/interpolate.ts + 3 modules
var interpolate = __webpack_require__(56768);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/known-outcomes.ts
var known_outcomes = __webpack_require__(36563);
// EXTERNAL MODULE: ./src/hierarchy/secrets.ts
var secrets = __webpack_require__(8678);
// EXTERNAL MODULE: ./src/hierarchy/merge.ts
var merge = __webpack_require__(89079);
// EXTERNAL MODULE: ./src/hierarchy/yaml/parse.ts + 4 modules
var yaml_parse = __webpack_require__(52086);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(95686);
;// CONCATENATED MODULE: ./src/hierarchy/relocate.ts

/** A copy of a layer's values as if read from `file`, which has the same text. */
function relocate(layer, file) {
    const moved = new Map();
    const problems = new Map();
    return moveMap(layer);
    /** A value that aliases repeat stays a single object: a few lines can expand to billions of values. */
    function move(value) {
        let found = moved.get(value);
        if (found === undefined) {
            found = value.kind === 'map' ? moveMap(value) : moveOther(value);
            moved.set(value, found);
        }
        return found;
    }
    function moveMap(map) {
        const children = (0,hierarchy_value/* createEntries */.dL)();
        for (const key in map.children) {
            const child = map.children[key];
            if (child !== undefined)
                children[key] = move(child);
        }
        return { ...map, children, origin: { ...map.origin, file } };
    }
    function moveOther(value) {
        const origin = { ...value.origin, file };
        if (value.kind === 'list')
            return { ...value, children: value.children.map(move), origin };
        const { problem, removes } = value;
        return {
            ...value,
            origin,
            ...(problem === undefined ? {} : { problem: moveProblem(problem) }),
            ...(removes === undefined || removes === 'key' ? {} : { removes: removes.map(move) }),
        };
    }
    /** Those of a layer are all in its own file. */
    function moveProblem(problem) {
        let found = problems.get(problem);
        if (found === undefined) {
            found = { ...problem, place: { ...problem.place, file } };
            problems.set(problem, found);
        }
        return found;
    }
}

// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/suggest.ts
var suggest = __webpack_require__(57784);
;// CONCATENATED MODULE: ./src/project/built-in-names.ts
/** Names that a placeholder may use without any file that sets them: `{{leaf.path}}` and the like. */





/**
 * `leaf.path`, `leaf.place`, `leaf.composition`, and `leaf.layers.<name>` for each folder `<name>=<value>`, all of the
 * leaf's path alone. A folder above leaves has no place and no composition.
 */
function builtInNames({ path, place, composition }) {
    const layers = (0,hierarchy_value/* createEntries */.dL)();
    for (const part of path.split('/')) {
        const at = part.indexOf('=');
        if (at > 0)
            layers[part.slice(0, at)] = built_in_names_text(part.slice(at + 1));
    }
    const names = (0,hierarchy_value/* createEntries */.dL)();
    names['path'] = built_in_names_text(path);
    if (layers['composition'] !== undefined) {
        names['place'] = built_in_names_text(place);
        names['composition'] = built_in_names_text(composition);
    }
    names['layers'] = (0,hierarchy_value/* mapValue */.IS)(layers, ORIGIN);
    const children = (0,hierarchy_value/* createEntries */.dL)();
    children['leaf'] = (0,hierarchy_value/* mapValue */.IS)(names, ORIGIN);
    return (0,hierarchy_value/* mapValue */.IS)(children, ORIGIN);
}
const ORIGIN = { file: base_problems/* BUILT_IN */.$A, line: 1, column: 1 };
/** It is final, whatever braces it has. */
function built_in_names_text(value) {
    return { kind: 'scalar', value, spelling: value, origin: ORIGIN, templated: false };
}
/**
 * A warning for each built-in name that the configuration sets itself.
 *
 * @param configuration not interpolated
 */
function shadowedNames(configuration, builtIn, environment) {
    if (!Object.keys(builtIn.children).some((key) => (0,lookup/* mayHave */.iC)(configuration, key)))
        return [];
    return (0,suggest/* keysOf */.Y)(builtIn)
        .filter((key) => (0,lookup/* lookup */.$I)(builtIn, key)?.kind === 'scalar')
        .flatMap((key) => {
        // It may be behind a placeholder.
        const own = (0,interpolate/* valueAt */.fK)(configuration, key, environment).value;
        if (own === undefined)
            return [];
        const message = `"${key}" is a built-in name, but this value of the configuration counts instead.`;
        return [
            (0,base_problems/* warning */.$e)('layer', message, {
                place: own.source ?? own.origin,
                hint: 'Rename the key to use the built-in name.',
            }),
        ];
    });
}

// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(80127);
;// CONCATENATED MODULE: ./src/project/configurations.ts












/**
 * @param listMerge overrides the project's setting
 * @param environment what `{{env(NAME)}}` may read
 */
function openConfigurations(project, environment, { layers: parsed, outcomes }, listMerge = project.settings.listMerge) {
    const { snapshot, root } = project;
    const known = (0,known_outcomes/* knownOutcomesIn */.w)(environment, outcomes);
    /** The merged layers down to a directory. */
    const merged = new Map();
    function parse(file) {
        let layer = parsed.get(`${file.id}\n${file.path}`);
        if (layer === undefined) {
            layer = parseOrRelocate(file);
            parsed.set(`${file.id}\n${file.path}`, layer);
        }
        return layer;
    }
    /** Many places have identical files, and parsing YAML is the slow part. */
    function parseOrRelocate(file) {
        const sameId = relocated(parsed.get(file.id), file);
        if (sameId !== undefined)
            return sameId;
        const read = (0,decode/* decodeText */.g)(file.path, snapshot.read(file), 'yaml');
        if ('problem' in read)
            return { value: undefined, problems: [read.problem] };
        // Ids of the working tree are paths, which say nothing of the content.
        const isContent = !file.id.startsWith('file:');
        const content = isContent ? file.id : `text:${read.text}`;
        const sameText = isContent ? undefined : relocated(parsed.get(content), file);
        if (sameText !== undefined)
            return sameText;
        const layer = (0,yaml_parse/* parseLayer */.R)(file.path, read.text);
        parsed.set(content, layer);
        return layer;
    }
    function relocated(same, file) {
        if (same?.value === undefined || same.problems.length > 0)
            return undefined;
        return { value: relocate(same.value, file.path), problems: [] };
    }
    function layerFiles(directory) {
        return snapshot.filesIn(root === '' ? directory : `${root}/${directory}`).filter((file) => (0,project_layers/* isLayerFile */.Q)(file.path));
    }
    function mergeDownTo(layers, depth) {
        if (depth < 0)
            return Promise.resolve({ value: undefined, problems: [] });
        const directory = layers[depth] ?? '';
        let found = merged.get(directory);
        if (found === undefined) {
            found = mergeDirectory(layers, depth, directory);
            merged.set(directory, found);
        }
        return found;
    }
    async function mergeDirectory(layers, depth, directory) {
        const above = await mergeDownTo(layers, depth - 1);
        const files = layerFiles(directory);
        if (files.length === 0)
            return above;
        await snapshot.load(files);
        let { value } = above;
        const problems = [...above.problems];
        for (const file of files) {
            const layer = parse(file);
            problems.push(...layer.problems);
            if (layer.value !== undefined)
                value = value === undefined ? layer.value : (0,merge/* mergeLayer */.Q)(value, layer.value, listMerge);
            // Files that set nothing are a configuration, too.
            else if (layer.problems.length === 0)
                value ??= (0,hierarchy_value/* mapValue */.IS)((0,hierarchy_value/* createEntries */.dL)(), { file: file.path, line: 1, column: 1 });
        }
        return { value, problems };
    }
    /** A broken link in a folder is reported when the folder's leaves are resolved. */
    function loadable(directory) {
        try {
            return layerFiles(directory);
        }
        catch (error) {
            if (error instanceof base_problems/* ProblemError */.Mm)
                return [];
            throw error;
        }
    }
    /** Leaves that share all their layers, or what decides about it, are many. */
    async function pausedAt(leaf) {
        const { value } = await mergeDownTo(leaf.layers, leaf.layers.length - 1);
        if (value === undefined || !(0,lookup/* mayHave */.iC)(value, 'composition'))
            return { place: undefined, problems: [] };
        const whole = { ...value, builtIn: builtInNames(leaf) };
        const { value: enabled, problems } = (0,interpolate/* valueAt */.fK)(whole, 'composition.enabled', environment);
        if (enabled === undefined || problems.length > 0)
            return { place: undefined, problems };
        const place = enabled.source ?? enabled.origin;
        if ((0,secrets/* secretsIn */.VY)(enabled).length > 0) {
            const message = '"composition.enabled" decides what runs, so it must not be a secret.';
            return { place: undefined, problems: [(0,base_problems/* problem */.CC)('secrets', message, { place })] };
        }
        if (enabled.kind === 'scalar' && typeof enabled.value === 'boolean') {
            return { place: enabled.value ? undefined : place, problems: [] };
        }
        const message = `"composition.enabled" must be true or false, not ${shownKind(enabled)}.`;
        const isQuoted = enabled.kind === 'scalar' && /^(?:true|false|yes|no|on|off)$/iu.test(enabled.spelling);
        const hint = isQuoted ? 'Write it without quotes.' : 'To leave it enabled, remove the key.';
        return { place: undefined, problems: [(0,base_problems/* problem */.CC)('leaf', message, { place, hint })] };
    }
    return {
        pausedAt,
        async merged(leaf) {
            try {
                const { value, problems } = await mergeDownTo(leaf.layers, leaf.layers.length - 1);
                return { value: value && { ...value, builtIn: builtInNames(leaf) }, problems };
            }
            catch (error) {
                if (!(error instanceof base_problems/* ProblemError */.Mm))
                    throw error;
                return { value: undefined, problems: error.problems };
            }
        },
        async layersOf(leaf) {
            const files = leaf.layers.flatMap(layerFiles);
            await snapshot.load(files);
            const parsedFiles = files.map((file) => ({ file: file.path, ...parse(file) }));
            return {
                layers: parsedFiles.flatMap(({ file, value }) => (value === undefined ? [] : [{ file, value }])),
                problems: parsedFiles.flatMap(({ problems }) => problems),
            };
        },
        async load(leaves) {
            const directories = new Set(leaves.flatMap((leaf) => leaf.layers));
            await snapshot.load([...directories].flatMap(loadable));
        },
        async resolve(leaf, needed) {
            const { value, problems } = await mergeDownTo(leaf.layers, leaf.layers.length - 1);
            // Interpolating an incomplete configuration would only cause misleading follow-up errors.
            if ((0,base_problems/* hasErrors */.Cs)(problems))
                return { value: undefined, problems };
            if (value === undefined)
                return { value: undefined, problems: [...problems, (0,project_layers/* noLayers */.G)(leaf)] };
            const builtIn = builtInNames(leaf);
            const result = (0,interpolate/* interpolate */.GW)({ ...value, builtIn }, environment, { known, needed });
            const failed = (0,base_problems/* hasErrors */.Cs)(result.problems);
            const found = [...problems, ...shadowedNames(value, builtIn, environment), ...result.problems];
            return { value: failed ? undefined : result.value, problems: found };
        },
    };
}
function shownKind(value) {
    if (value.kind !== 'scalar')
        return `a ${value.kind}`;
    return typeof value.value === 'string' ? JSON.stringify(value.value) : value.spelling || 'empty';
}


/***/ }),

/***/ 80127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ noLayers),
/* harmony export */   Q: () => (/* binding */ isLayerFile)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/** Which files are the layers of a leaf. */

/** Whether a file in a layer's directory is read: `*.yaml` and `*.yml`, except hidden ones. */
function isLayerFile(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return /\.ya?ml$/u.test(name) && !name.startsWith('.');
}
/** The problem of a leaf without any configuration. */
function noLayers(leaf) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('layer', `No YAML files in the layers of ${leaf.path}.`, {
        place: { file: leaf.path },
        hint: 'Put the configuration into *.yaml files in the leaf or in a folder above it, up to the config root.',
    });
}


/***/ }),

/***/ 32857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ cloudOfPath),
/* harmony export */   _8: () => (/* binding */ leavesAt),
/* harmony export */   g6: () => (/* binding */ findLeaves),
/* harmony export */   k$: () => (/* binding */ compositionOf),
/* harmony export */   o3: () => (/* binding */ describeLeaf),
/* harmony export */   uq: () => (/* binding */ otherTools)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69368);
/** Leaves: the directories that each represent one Terraform root module in one place. */




const COMPOSITION = 'composition=';
const TERRAFORM = 'terraform=';
/**
 * Finds all leaves among the paths of a project's files (relative to the project root). A `composition=T` that has
 * `K=…` folders is not a leaf itself; of those folders, only `terraform=` ones are leaves.
 *
 * @param isTerraform whether a `composition=X` is Terraform's, and not another tool's
 * @param roots folders that may be the first layer, if it is not the first part of the path
 */
function findLeaves(paths, isTerraform = () => true, roots = []) {
    /** `composition=T` directories, and whether they have `K=…` folders. */
    const compositions = new Map();
    const leafPaths = new Set();
    const others = new Set();
    for (const path of paths) {
        const start = path.indexOf(`/${COMPOSITION}`);
        if (start <= 0)
            continue;
        const end = path.indexOf('/', start + 1);
        if (end < 0)
            continue;
        const directory = path.slice(0, end);
        const childEnd = path.indexOf('/', end + 1);
        const child = childEnd < 0 ? '' : path.slice(end + 1, childEnd);
        const isLayer = /^[^=]+=./u.test(child);
        compositions.set(directory, isLayer || compositions.get(directory) === true);
        if (isLayer)
            (child.startsWith(TERRAFORM) ? leafPaths : others).add(`${directory}/${child}`);
    }
    for (const [directory, hasLayers] of compositions) {
        if (hasLayers || directory.endsWith(COMPOSITION))
            continue;
        if (isTerraform(compositionOf(directory)))
            leafPaths.add(directory);
        else
            others.add(directory);
    }
    return {
        leaves: describeLeaves([...leafPaths].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo), roots),
        others: [...others].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo),
    };
}
/** Leaves in one folder share what is above them: the names of layers are looked up often, and V8 hashes each text once. */
function describeLeaves(paths, roots) {
    let folder;
    let above = [];
    let place = '';
    return paths.map((path) => {
        if (folder !== undefined && path.startsWith(folder) && !path.includes('/', folder.length)) {
            return { path, place, composition: compositionOf(path), layers: [...above, path] };
        }
        const leaf = describeLeaf(path, roots);
        folder = path.slice(0, path.lastIndexOf('/') + 1);
        above = leaf.layers.slice(0, -1);
        ({ place } = leaf);
        return leaf;
    });
}
/** `composition=helmfile/helmfile=x` */
function isOfOtherKind(path) {
    return path.includes(`/${COMPOSITION}`) && !node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path).startsWith(COMPOSITION);
}
/** A line about folders that are no leaves because there is no Terraform for them. */
function otherTools(others) {
    const [first = ''] = others;
    return others.length === 1
        ? `Skipped ${first}, which has no Terraform folder.`
        : `Skipped ${others.length} folders without a Terraform folder, such as ${first}.`;
}
/** The composition of a leaf's path. */
function compositionOf(path) {
    return path.slice(path.indexOf('=', path.lastIndexOf('/')) + 1);
}
/**
 * Derives a leaf from its path.
 *
 * @param roots folders that may be the first layer, if it is not the first part of the path
 */
function describeLeaf(path, roots = []) {
    const root = roots.find((each) => path.startsWith(`${each}/`)) ?? '';
    const layers = [];
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        if (end >= root.length)
            layers.push(path.slice(0, end));
    }
    layers.push(path);
    return {
        path,
        place: path.slice(0, Math.max(0, path.indexOf(`/${COMPOSITION}`))),
        composition: compositionOf(path),
        layers,
    };
}
/** The value of a `cloud=` layer in the leaf's path. */
function cloudOfPath(leaf) {
    const layer = leaf.path.split('/').find((part) => part.startsWith('cloud='));
    return layer?.slice('cloud='.length);
}
/**
 * The leaves at or below a path as typed by a user.
 *
 * @param others folders of other tools
 * @param project a sentence about where the project is, for the message
 * @throws ProblemError if there are none; its hint names the most similar path
 */
function leavesAt(leaves, path, others = [], project = '') {
    const wanted = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/\/+$/u, '');
    const found = leaves.filter((leaf) => leaf.path === wanted || leaf.path.startsWith(`${wanted}/`));
    if (found.length > 0)
        return found;
    const other = others.find((each) => each === wanted || each.startsWith(`${wanted}/`));
    if (other !== undefined && isOfOtherKind(other)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('leaf', `"${other}" is no leaf: it belongs to another tool.`, {
            hint: `Below ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(other)}, only folders "${TERRAFORM}…" are leaves.`,
        });
    }
    if (other !== undefined) {
        const composition = compositionOf(other);
        // A short name is close to every other short name.
        const meant = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(composition, leaves.map((leaf) => leaf.composition), Math.max(1, Math.floor(composition.length / 4)));
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('leaf', `"${other}" is no leaf: there is no Terraform folder "${composition}".`, {
            hint: `${meant === undefined ? '' : `Did you mean "${meant}"? If not, `}"kompos new composition ${composition}" creates it below terraform.local_path. If it should be there: check the name and terraform.root_path.`,
        });
    }
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(wanted, leaves.flatMap((leaf) => leaf.layers));
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('leaf', `There is no leaf at or below "${wanted}".`, {
        hint: [
            closest === undefined
                ? "A leaf is a directory such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc that has a file in it, below one of the settings' config_roots (default: config)."
                : `Did you mean "${closest}"?`,
            project,
        ]
            .join(' ')
            .trim(),
    });
}


/***/ }),

/***/ 84768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Id: () => (/* binding */ sourceFolder),
/* harmony export */   O1: () => (/* binding */ missingConfigRoots),
/* harmony export */   U8: () => (/* binding */ openProject),
/* harmony export */   bM: () => (/* binding */ findLeavesOf),
/* harmony export */   c7: () => (/* binding */ openEarlierProject),
/* harmony export */   tQ: () => (/* binding */ terraformNames),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44427);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94330);
/* harmony import */ var _base_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12301);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39574);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32857);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2943);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17918);
/** A project at one snapshot: its settings, its leaves, and the source folder of each leaf. */









/**
 * Reads a project's settings.
 *
 * @throws ProblemError if they are invalid or require a newer kompos
 */
async function openProject(snapshot, root) {
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, _settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS_FILE */ .tP);
    const file = snapshot.file(path);
    if (file === undefined)
        return { snapshot, root, settings: _settings_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultSettings */ .L6, warnings: [] };
    await snapshot.load([file]);
    const decoded = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeText */ .g)(path, snapshot.read(file), 'settings');
    if ('problem' in decoded)
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm([decoded.problem]);
    const { settings, warnings } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .parseSettings */ .P$)(path, decoded.text);
    const least = settings.minVersion === undefined ? null : (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(settings.minVersion, { includePrerelease: true });
    if (least !== null && !(0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)((0,_base_version_js__WEBPACK_IMPORTED_MODULE_4__/* .version */ .r)(), least)) {
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm([(0,_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .versionTooOld */ .MB)(path, least.version, (0,_base_version_js__WEBPACK_IMPORTED_MODULE_4__/* .version */ .r)())]);
    }
    return { snapshot, root, settings, warnings };
}
/**
 * The same for the base of a comparison: invalid settings there must not block the change that fixes them. No leaf of
 * such a project can be rendered.
 */
async function openEarlierProject(snapshot, root) {
    try {
        return await openProject(snapshot, root);
    }
    catch (error) {
        if (!(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm))
            throw error;
        return { snapshot, root, settings: _settings_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultSettings */ .L6, warnings: [], unreadable: error.problems };
    }
}
/** An absolute path, or one that a shell would expand. */
function notRelative(project, name, written) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `Setting "terraform.${name}" is "${written}", but it must be inside of the repository.`, {
        place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_6__/* .settingPlace */ .e)(project, written),
        hint: 'Write it relative to the project root, such as compositions/terraform; put sources of another repository behind a module source.',
    });
}
/**
 * The leaves of the project, and the folders of other tools beside them. They are looked for below the config roots only:
 * not in what a program wrote, nor in a project inside of this one, which has settings of its own.
 *
 * @param configPath limits them to what is in the config root of this path from the project root; undefined: all
 */
function findLeavesOf(project, configPath) {
    const { snapshot, root, settings } = project;
    const prefix = root === '' ? '' : `${root}/`;
    const roots = settings.configRoots.filter((each) => configPath === undefined || isIn(configPath, each));
    const paths = [];
    for (const configRoot of roots) {
        if (isOtherProject(project, configRoot))
            continue;
        const folder = `${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, configRoot)}/`;
        const files = configPath === undefined ? snapshot.files() : snapshot.filesBelow(folder.slice(0, -1));
        const own = files.filter(({ path }) => path.startsWith(folder) && !path.includes(`/${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .RUNTIME_FOLDER */ .M}/`));
        const inner = own.flatMap(({ path }) => path.endsWith(`/${_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS_FILE */ .tP}`) ? [path.slice(0, -_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS_FILE */ .tP.length)] : []);
        for (const { path } of own) {
            if (!inner.some((each) => path.startsWith(each)))
                paths.push(path.slice(prefix.length));
        }
    }
    return (0,_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .findLeaves */ .g6)(paths, openKnownNames(project), settings.configRoots);
}
/** Entries of the setting `config_roots` that name no folder: leaves that are meant may be missing. */
function missingConfigRoots({ settings, snapshot, root }) {
    const { configRoots } = settings;
    // A project without leaves need not have the default.
    if (configRoots === _settings_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultSettings */ .L6.configRoots)
        return [];
    return configRoots.filter((each) => {
        const folder = `${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, each)}/`;
        return !snapshot.files().some(({ path }) => path.startsWith(folder));
    });
}
/** The leaves of the project. */
function leavesOf(project, configPath) {
    return findLeavesOf(project, configPath).leaves;
}
function isIn(path, folder) {
    return path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`);
}
/** Whether a folder above a config root, in the project, has settings of its own. */
function isOtherProject({ snapshot, root }, configRoot) {
    const parts = configRoot.split('/');
    return parts.some((_, index) => {
        const folder = parts.slice(0, index).join('/');
        return folder !== '' && snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, `${folder}/${_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS_FILE */ .tP}`)) !== undefined;
    });
}
/** The names of folders that hold Terraform files where compositions are looked for. */
function terraformNames({ settings, snapshot, root }) {
    const base = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(settings.localPath, settings.rootPath));
    const prefix = base === '' ? '' : `${base}/`;
    const names = new Set();
    for (const { path } of snapshot.files()) {
        if (!path.startsWith(prefix) || !HAS_TERRAFORM.test(path))
            continue;
        // `<composition>/main.tf` or `<cloud>/<composition>/main.tf`
        const [first = '', second = ''] = path.slice(prefix.length).split('/').slice(0, -1);
        names.add(first).add(second);
    }
    return names;
}
/** Names that settings use count as well: there, a missing folder is a mistake. */
function openKnownNames(project) {
    let names;
    // Each leaf then says what is wrong with the setting.
    if (!isBelowProject(project))
        return () => true;
    return (name) => {
        const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
        if (compositionOrder.includes(name) || excludedKeys.has(name) || filteredKeys.has(name))
            return true;
        names ??= terraformNames(project);
        return names.has(name);
    };
}
/** An absolute path, or one that a shell would expand. */
const NOT_RELATIVE = /^(?:[/~\\]|[A-Za-z]:)/u;
/** Whether compositions are looked for inside of the repository. */
function isBelowProject({ settings, root }) {
    const { localPath, rootPath } = settings;
    return !NOT_RELATIVE.test(localPath) && !(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .leadsOut */ .qm)((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(localPath, rootPath)));
}
/** Files of Terraform and OpenTofu, and templates of them. */
const HAS_TERRAFORM = /\.(?:tf|tofu)(?:\.json)?(?:\.versioned)?$/u;
/**
 * The folder of a leaf's Terraform sources, from the repository root:
 * `<local_path>/<root_path>/<cloud>/<composition>`.
 *
 * @param cloud the configuration's `cloud.type` or `cloud.provider`; the default is the path's `cloud=` layer
 */
function sourceFolder(project, leaf, cloud) {
    const { localPath, rootPath } = project.settings;
    if (NOT_RELATIVE.test(localPath))
        throw notRelative(project, 'local_path', localPath);
    if (/^[~\\]/u.test(rootPath))
        throw notRelative(project, 'root_path', rootPath);
    const inside = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(rootPath, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(cloud ?? (0,_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .cloudOfPath */ .Qv)(leaf) ?? '', leaf.composition));
    const folder = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(project.root, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(localPath, inside));
    if ((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .leadsOut */ .qm)(folder) || (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .leadsOut */ .qm)(inside)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `The composition folder of ${leaf.path} would be "${folder}", outside of the repository.`, {
            hint: `Fix terraform.local_path or terraform.root_path in ${_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS_FILE */ .tP}, or the configuration's cloud.type.`,
        });
    }
    return folder;
}


/***/ }),

/***/ 2943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ settingPlace)
/* harmony export */ });
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94330);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17918);


/** The first line of the settings that has a name, or a value as a whole; not in a comment. */
function settingPlace({ snapshot, root }, name) {
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(root, _settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SETTINGS_FILE */ .tP);
    const file = snapshot.file(path);
    const lines = file === undefined ? [] : snapshot.read(file).toString('utf8').split('\n');
    const columns = lines.map((line) => (/^\s*#/u.test(line) ? 0 : columnOf(line, name)));
    const line = columns.findIndex((column) => column > 0);
    return line < 0 ? { file: path } : { file: path, line: line + 1, column: columns[line] };
}
/** Where a whole name is in a line, from 1; 0 if it is not. */
function columnOf(line, name) {
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
        const [before, behind] = [line.slice(at - 1, at), line.slice(at + name.length)];
        if (/^[\s"'[{,]?$/u.test(before) && /^(?:$|[\s"'\]},:])/u.test(behind))
            return at + 1;
    }
    return 0;
}


/***/ }),

/***/ 93000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Cq: () => (/* binding */ NULL),
/* harmony export */   H9: () => (/* binding */ isPlainSpelling),
/* harmony export */   Jn: () => (/* binding */ readExpression),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
const PLAIN = { kind: 'plain' };
const NULL = { kind: 'plain', isNull: true };
/** The expressions directly inside of one. */
function partsOf(expression) {
    switch (expression.kind) {
        case 'any':
        case 'list':
        case 'aside':
            return expression.of;
        case 'template':
        case 'directive':
            return expression.parts;
        case 'call':
            return expression.given;
        case 'loop':
            return [expression.over, ...expression.gives];
        default:
            return [];
    }
}
/** The line and the beginning of a node's text. */
function sourceOf(node) {
    return { line: node.startPosition.row + 1, text: shorten(node.text) };
}
function shorten(text) {
    const line = text.trim().replace(/\s+/gu, ' ');
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
/** Reads the expression below a syntax node. What is not known is `unreadable`. */
function readExpression(node) {
    switch (node.type) {
        case 'expression':
            return readTerm(node);
        case 'literal_value': {
            const [literal] = node.namedChildren;
            return literal?.type === 'string_lit' ? readTemplate(literal) : readPlain(node.text);
        }
        case 'template_expr': {
            const [template] = node.namedChildren;
            return template === undefined ? unreadable(node) : readTemplate(template);
        }
        case 'string_lit':
        case 'quoted_template':
            return readTemplate(node);
        case 'collection_value':
            return any(node.namedChildren);
        case 'object':
            return readObject(node);
        case 'tuple':
            return { kind: 'list', of: node.namedChildren.filter(({ type }) => type === 'expression').map(readExpression) };
        case 'operation': {
            const [only, ...others] = node.namedChildren;
            return only === undefined || others.length > 0 ? unreadable(node) : readExpression(only);
        }
        case 'unary_operation':
        case 'binary_operation':
            // Operators give numbers and booleans.
            return { kind: 'aside', of: termsOf(node.namedChildren), operator: operatorOf(node) };
        case 'object_elem':
            return readElement(node).all;
        case 'conditional': {
            const [condition, ...branches] = node.namedChildren.filter(({ type }) => type !== 'comment');
            if (condition === undefined || branches.length !== 2)
                return unreadable(node);
            const [asked, [yes, no]] = [readExpression(condition), branches.map(readExpression)];
            return {
                kind: 'any',
                of: [{ kind: 'aside', of: [asked] }, ...(yes === undefined || no === undefined ? [] : [yes, no])],
                conditional: yes && no && { condition: asked, then: yes, else: no },
            };
        }
        case 'variable_expr':
            return { kind: 'reference', root: node.text, path: [] };
        case 'function_call':
            return readCall(node);
        case 'for_expr':
            return readLoop(node);
        case 'tuple_start':
        case 'tuple_end':
        case 'object_start':
        case 'object_end':
        case 'comment':
        case 'ellipsis':
            return PLAIN;
        default:
            return unreadable(node);
    }
}
function unreadable(node) {
    return { kind: 'unreadable', source: sourceOf(node) };
}
function any(nodes) {
    const of = nodes.map(readExpression).filter(({ kind }) => kind !== 'plain');
    const [only] = of;
    if (only === undefined)
        return PLAIN;
    return of.length === 1 ? only : { kind: 'any', of };
}
/** The operands of an operator stand side by side, each with what stands behind it. */
function termsOf(nodes) {
    const terms = [];
    for (const node of nodes) {
        if (/^(?:get_attr|index|splat)$/u.test(node.type))
            terms.at(-1)?.push(node);
        else
            terms.push([node]);
    }
    return terms.flatMap(([head, ...steps]) => (head === undefined ? [] : readSteps(head, steps)));
}
function operatorOf(node) {
    const [operator, ...others] = node.children.filter(({ isNamed, type }) => !isNamed && !/^[()]$/u.test(type));
    return others.length === 0 ? operator?.type : undefined;
}
function readTerm(node) {
    const [head, ...steps] = node.namedChildren.filter(({ type }) => type !== 'comment');
    return head === undefined ? unreadable(node) : readSteps(head, steps);
}
/** A term with `.name`, `["name"]`, `[*]` behind it. */
function readSteps(head, steps) {
    const term = readExpression(head);
    const path = [];
    const rest = [];
    const indices = [];
    let isStatic = term.kind === 'reference' && head.type === 'variable_expr';
    for (const step of steps.flatMap(withinSplat)) {
        const name = step.type === 'get_attr' ? step.namedChildren[0]?.text.normalize('NFC') : undefined;
        const index = step.type === 'index' ? step.descendantsOfType('expression')[0] : undefined;
        const read = index === undefined ? undefined : readExpression(index);
        const key = name ?? (read?.kind === 'text' ? read.text : undefined);
        if (key === undefined)
            isStatic = false;
        if (isStatic && key !== undefined)
            path.push(key);
        else
            rest.push(key ?? read ?? PLAIN);
        // An index may read a file; what it gives is no part of the value.
        if (read !== undefined && read.kind !== 'text' && read.kind !== 'plain')
            indices.push(read);
    }
    const isCut = steps.length > 0 && !isStatic;
    const value = steps.length === 0 ? term : stepInto(term, path, isCut ? rest : undefined);
    return indices.length === 0 ? value : { kind: 'any', of: [value, { kind: 'aside', of: indices }] };
}
/** What stands behind `[*]` is inside of it. */
function withinSplat(step) {
    if (step.type !== 'splat')
        return [step];
    return [step, ...(step.namedChildren[0]?.namedChildren ?? [])];
}
function stepInto(term, path, rest) {
    if (term.kind === 'reference')
        return { ...term, path, isCut: rest !== undefined, rest };
    return { kind: 'any', of: [term], inside: rest && { value: term, steps: rest } };
}
/** A number or boolean. Numbers with another spelling in a text than here are not told. */
function readPlain(text) {
    if (text === 'null')
        return NULL;
    return isPlainSpelling(text) ? { kind: 'plain', value: text } : PLAIN;
}
/** Whether a number or boolean becomes a text with the same spelling. */
function isPlainSpelling(text) {
    return /^(?:true|false|(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?)$/u.test(text);
}
function readObject(node) {
    const elements = node.namedChildren.filter(({ type }) => type === 'object_elem').map(readElement);
    const of = elements.map(({ all }) => all).filter(({ kind }) => kind !== 'plain');
    const entries = new Map(elements.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value]])));
    const isKnown = entries.size === elements.length && node.namedChildren.every(({ type }) => isPartOfObject(type));
    return { kind: 'any', of, entries: isKnown ? entries : undefined };
}
function isPartOfObject(type) {
    return /^(?:object_elem|object_start|object_end|comment)$/u.test(type);
}
/** The key of an object, where it is a plain name, is no reference. */
function readElement(node) {
    const [key, value, ...others] = node.namedChildren.filter(({ type }) => type !== 'comment');
    if (key === undefined || value === undefined || others.length > 0) {
        const all = unreadable(node);
        return { value: all, all };
    }
    const [name, ...steps] = key.namedChildren;
    const given = readExpression(value);
    if (name?.type === 'variable_expr' && steps.length === 0)
        return { key: name.text.normalize('NFC'), value: given, all: given };
    const named = readExpression(key);
    const known = named.kind === 'text' && key.text.startsWith('"') ? named.text.normalize('NFC') : undefined;
    return { key: known, value: given, all: named.kind === 'plain' ? given : { kind: 'any', of: [named, given] } };
}
function readCall(node) {
    const names = node.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text);
    const given = node.namedChildren.find(({ type }) => type === 'function_arguments')?.namedChildren ?? [];
    return {
        kind: 'call',
        name: names.join('::'),
        given: given.filter(({ type }) => type !== 'comment' && type !== 'ellipsis').map(readExpression),
        ...(given.some(({ type }) => type === 'ellipsis') ? { expands: true } : {}),
        source: sourceOf(node),
    };
}
function readLoop(node) {
    const loop = node.namedChildren[0];
    const parts = loop?.namedChildren ?? [];
    const intro = parts.find(({ type }) => type === 'for_intro');
    const over = intro?.namedChildren.find(({ type }) => type === 'expression');
    if (intro === undefined || over === undefined)
        return unreadable(node);
    return {
        kind: 'loop',
        names: intro.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text),
        over: readExpression(over),
        gives: parts.flatMap((part) => {
            if (part.type === 'expression')
                return [readExpression(part)];
            return part.type === 'for_cond' ? [{ kind: 'aside', of: part.namedChildren.map(readExpression) }] : [];
        }),
        makes: whatItMakes(loop?.type === 'for_object_expr', parts),
    };
}
function whatItMakes(isMap, parts) {
    const [first, second, ...others] = parts.filter(({ type }) => type === 'expression').map(readExpression);
    const [condition] = parts.filter(({ type }) => type === 'for_cond').flatMap(({ namedChildren }) => namedChildren);
    const [key, value] = isMap ? [first, second] : [undefined, first];
    const isOther = others.length > 0 || (!isMap && second !== undefined) || parts.some(({ type }) => type === 'ellipsis');
    if (value === undefined || isOther)
        return undefined;
    return { key, value, condition: condition && readExpression(condition) };
}
function readTemplate(node) {
    const isHeredoc = node.type === 'heredoc_template';
    const nodes = node.namedChildren;
    const [first, second] = nodes;
    const last = nodes.at(-1);
    if (first === undefined || last === undefined)
        return unreadable(node);
    // A heredoc begins behind its name's line, and ends before that of the closing one.
    const begin = isHeredoc ? (second?.endIndex ?? first.endIndex) + 1 : first.endIndex;
    const upTo = node.text.slice(0, last.startIndex - node.startIndex);
    const end = isHeredoc ? node.startIndex + upTo.lastIndexOf('\n') + 1 : last.startIndex;
    const isFlush = isHeredoc && first.text === '<<-';
    // How many blanks a line loses depends on all of them: `any` of one text is that text, or nearly.
    const parts = templateParts(node, nodes, { begin, end, isHeredoc }).map((part) => isFlush && part.kind === 'text'
        ? { kind: 'any', of: [{ kind: 'text', text: part.text.replace(/(^|\n)[ \t]+/gu, '$1') }] }
        : part);
    const [only] = parts;
    if (only === undefined)
        return { kind: 'text', text: '' };
    return parts.length === 1 && only.kind === 'text' ? only : { kind: 'template', parts };
}
/**
 * What stands in a range of a template. The syntax tree's literals lack the blanks at their ends, so they are taken to be
 * what lies between the other nodes.
 */
function templateParts(node, nodes, { begin, end, isHeredoc }) {
    const { text: all, startIndex } = node;
    const parts = [];
    let at = begin;
    const literal = (upTo) => {
        if (upTo <= at)
            return;
        const text = decode(all.slice(at - startIndex, upTo - startIndex), isHeredoc);
        // Marks that take blanks away: what is left without them may stand right beside the next part.
        const left = /~\}$/u.test(all.slice(0, at - startIndex)) ? text.trimStart() : text;
        const right = /^[$%]\{~/u.test(all.slice(upTo - startIndex)) ? left.trimEnd() : left;
        if (right !== '')
            parts.push({ kind: 'text', text: right });
    };
    for (const child of nodes) {
        if (child.startIndex < begin || child.endIndex > end || child.type === 'template_literal')
            continue;
        if (child.type === 'comment' || child.type === 'identifier')
            continue;
        literal(child.startIndex);
        at = child.endIndex;
        if (child.type === 'template_interpolation') {
            parts.push(any(child.namedChildren.filter(({ type }) => !MARKS.test(type))));
        }
        else if (child.type === 'template_directive') {
            parts.push(readDirective(child, isHeredoc));
        }
        else if (/^template_(?:if|else|for)/u.test(child.type)) {
            // A condition is no part of the text.
            const conditions = child.namedChildren.filter(({ type }) => type === 'expression');
            if (conditions.length > 0)
                parts.push({ kind: 'aside', of: conditions.map(readExpression) });
        }
        else
            parts.push(unreadable(child));
    }
    literal(end);
    return parts;
}
const MARKS = /^(?:template_interpolation_(?:start|end)|strip_marker|comment)$/u;
function readDirective(node, isHeredoc) {
    const [inner] = node.namedChildren;
    if (inner === undefined || !/^template_(?:if|for)$/u.test(inner.type))
        return unreadable(node);
    const range = { begin: inner.startIndex, end: inner.endIndex, isHeredoc };
    const parts = templateParts(inner, inner.namedChildren, range);
    if (inner.type === 'template_if')
        return { kind: 'directive', parts, repeats: false };
    const start = inner.namedChildren.find(({ type }) => type === 'template_for_start');
    const over = start?.namedChildren.find(({ type }) => type === 'expression');
    if (start === undefined || over === undefined)
        return unreadable(node);
    const names = start.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text);
    const gives = { kind: 'template', parts: parts.filter(({ kind }) => kind !== 'aside') };
    return {
        kind: 'directive',
        parts: [{ kind: 'loop', names, over: readExpression(over), gives: [gives] }],
        repeats: true,
    };
}
const ESCAPES = new Map([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
]);
/** What a literal part of a template means. Heredocs have no backslash escapes. */
function decode(raw, isHeredoc) {
    const text = isHeredoc
        ? raw
        : raw.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/gu, (all, short, long, one = '') => {
            const code = short ?? long;
            if (code === undefined)
                return ESCAPES.get(one) ?? one;
            const point = Number.parseInt(code, 16);
            return point > 0x10ffff ? all : String.fromCodePoint(point);
        });
    return text.replace(/([$%])\1\{/gu, '$1{');
}


/***/ }),

/***/ 3488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KN: () => (/* binding */ isEvaluated),
  KQ: () => (/* binding */ readHcl),
  _B: () => (/* binding */ readHclExpression),
  tc: () => (/* binding */ runsBetween)
});

// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var hcl_expression = __webpack_require__(93000);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-nodes.ts
var hcl_nodes = __webpack_require__(39987);
// EXTERNAL MODULE: ./src/rendering/hcl/module-code.ts
var module_code = __webpack_require__(89254);
// EXTERNAL MODULE: ./src/rendering/hcl/parse-hcl.ts + 1 modules
var parse_hcl = __webpack_require__(21321);
// EXTERNAL MODULE: ./src/rendering/hcl/written-placeholders.ts
var written_placeholders = __webpack_require__(54818);
;// CONCATENATED MODULE: ./src/rendering/hcl/variable-use.ts

/**
 * Something may read the configuration's file by its name, or a program that Terraform starts may read any file. A name
 * may be spelled with escapes. Paths are followed in `use/`.
 */
const OPAQUE = /tfvars|\blocal-exec\b|"external"|\bdata\s+external\b|\\[uU][0-9a-fA-F]/u;
/** @param root of the file's syntax tree, which has no errors */
function readVariableUse(root, text) {
    const uses = [];
    const aliases = [];
    const handedOver = [];
    const declared = [];
    let opaque = OPAQUE.test(text);
    for (const block of (0,hcl_nodes/* bodyOf */.EN)(root)?.namedChildren ?? []) {
        const [type, label = ''] = block.type === 'block' ? (0,hcl_nodes/* blockNames */.cK)(block) : [];
        if (type === 'locals') {
            for (const child of childrenOf(block)) {
                const value = variable_use_valueOf(child);
                if (value === undefined)
                    collect(child);
                else
                    aliases.push({ local: (0,hcl_nodes/* attributeName */.CK)(child) ?? '', value });
            }
        }
        else if (type === 'module') {
            const source = sourceOf(block);
            for (const child of childrenOf(block)) {
                const value = variable_use_valueOf(child);
                if (value === undefined)
                    collect(child);
                else
                    handedOver.push({ source, argument: (0,hcl_nodes/* attributeName */.CK)(child) ?? '', value });
            }
        }
        else if (type === 'variable') {
            declared.push({ name: label, type: typeOf(block), line: block.startPosition.row + 1 });
            for (const child of childrenOf(block))
                if ((0,hcl_nodes/* attributeName */.CK)(child) !== 'type')
                    collect(child);
        }
        else {
            collect(block);
        }
    }
    return { uses, aliases, handedOver, declared, opaque };
    function collect(node) {
        if (node.type === 'variable_expr' && isRoot(node.text)) {
            const found = traversal(node);
            if (found === undefined)
                opaque = true;
            else
                uses.push(found.value);
        }
        for (const child of node.namedChildren)
            collect(child);
    }
}
function childrenOf(block) {
    return (0,hcl_nodes/* bodyOf */.EN)(block)?.namedChildren ?? [];
}
function isRoot(text) {
    return text === 'var' || text === 'local';
}
/** The value that an attribute is nothing but another name for. */
function variable_use_valueOf(attribute) {
    const expression = attribute.type === 'attribute' ? (0,hcl_nodes/* expressionOf */.ez)(attribute) : undefined;
    const first = expression?.namedChildren[0];
    if (expression === undefined || first?.type !== 'variable_expr' || !isRoot(first.text))
        return undefined;
    const found = traversal(first);
    // The root and the name stand before the path.
    return found?.steps === expression.namedChildren.length - 1 ? found.value : undefined;
}
/**
 * `.name` and `["name"]` behind `var` or `local`, as far as they are static; undefined where not even the name is.
 *
 * @returns with the number of syntax nodes that make up the static part
 */
function traversal(variable) {
    const { text: from } = variable;
    let node = variable.nextNamedSibling;
    const name = node?.type === 'get_attr' ? node.namedChildren[0]?.text.normalize('NFC') : undefined;
    if (!isRoot(from) || name === undefined)
        return undefined;
    const path = [];
    const line = variable.startPosition.row + 1;
    for (;;) {
        node = node?.nextNamedSibling ?? null;
        const step = node === null ? undefined : stepOf(node);
        if (step === undefined)
            return { value: { from, name, path, line }, steps: path.length + 1 };
        // HCL normalises names and texts.
        path.push(step.normalize('NFC'));
    }
}
function stepOf(node) {
    if (node.type === 'get_attr')
        return node.namedChildren[0]?.text;
    const index = node.type === 'index' ? node.namedChildren[0] : undefined;
    if (index?.type === 'legacy_index')
        return /^\.(0|[1-9]\d*)$/u.exec(index.text)?.[1];
    const expression = index?.type === 'new_index' ? index.namedChildren[0] : undefined;
    const literal = expression?.namedChildren[0];
    if (literal?.type !== 'literal_value' || expression?.namedChildren.length !== 1)
        return undefined;
    if (/^(0|[1-9]\d*)$/u.test(literal.text))
        return literal.text;
    const text = (0,hcl_nodes/* wholeLiteral */.zK)(expression);
    return text === undefined || /[\\$%]/u.test(text) ? undefined : text;
}
function sourceOf(module) {
    const source = childrenOf(module).find((child) => (0,hcl_nodes/* attributeName */.CK)(child) === 'source');
    const expression = source === undefined ? undefined : (0,hcl_nodes/* expressionOf */.ez)(source);
    return expression === undefined ? undefined : (0,hcl_nodes/* wholeLiteral */.zK)(expression);
}
function typeOf(variable) {
    const type = childrenOf(variable).find((child) => (0,hcl_nodes/* attributeName */.CK)(child) === 'type');
    const [first, ...others] = (type === undefined ? undefined : (0,hcl_nodes/* expressionOf */.ez)(type))?.namedChildren ?? [];
    if (type === undefined)
        return 'any';
    if (first === undefined || others.length > 0)
        return 'other';
    if (first.type === 'variable_expr')
        return first.text === 'any' ? 'any' : 'other';
    const [name, ...rest] = first.type === 'function_call' ? first.namedChildren : [];
    const given = rest.find((child) => child.type === 'function_arguments')?.namedChildren ?? [];
    const object = given.length === 1 ? given[0]?.namedChildren[0]?.namedChildren[0] : undefined;
    if (name?.text !== 'object' || object?.type !== 'object')
        return 'other';
    const names = [];
    for (const element of object.namedChildren) {
        if (element.type !== 'object_elem')
            continue;
        const key = element.namedChildren[0];
        const plain = key === undefined ? undefined : ((0,hcl_nodes/* wholeLiteral */.zK)(key) ?? identifierOf(key));
        if (plain === undefined)
            return 'other';
        names.push(plain);
    }
    return names;
}
function identifierOf(expression) {
    const [only, ...others] = expression.namedChildren;
    return others.length === 0 && only?.type === 'variable_expr' ? only.text : undefined;
}

;// CONCATENATED MODULE: ./src/rendering/hcl/hcl-file.ts






/** Reads one file. Never throws: what cannot be parsed is listed in `errors`. */
function readHcl(parser, text) {
    const { tree, errors } = (0,parse_hcl/* parseHcl */.z)(parser, text);
    try {
        return new Reader(text).read(tree.rootNode, errors);
    }
    finally {
        tree.delete();
    }
}
class Reader {
    text;
    blocks = [];
    literals = [];
    expressions = [];
    backends = [];
    constructor(text) {
        this.text = text;
    }
    read(root, errors) {
        for (const block of (0,hcl_nodes/* bodyOf */.EN)(root)?.namedChildren ?? []) {
            if (block.type !== 'block')
                continue;
            const [type, ...labels] = (0,hcl_nodes/* blockNames */.cK)(block);
            if (type === 'module')
                this.moduleBlock(block, labels[0] ?? '');
            else if (type === 'terraform')
                this.terraformBlock(block);
        }
        const { blocks, literals, expressions, backends } = this;
        const terraformBlocks = blocks.filter(({ address }) => address === 'terraform');
        return {
            blocks,
            literals,
            expressions,
            backends,
            errors,
            variables: readVariableUse(root, this.text),
            code: (0,module_code/* readModuleCode */.Qx)(root, errors[0]?.line),
            placeholders: (0,written_placeholders/* writtenPlaceholders */.m)(this.text, { literals, unread: errors, terraformBlocks }, root),
        };
    }
    moduleBlock(block, name) {
        const index = this.addBlock(block, `module.${name}`);
        for (const child of (0,hcl_nodes/* bodyOf */.EN)(block)?.namedChildren ?? []) {
            const attribute = child.type === 'attribute' ? (0,hcl_nodes/* attributeName */.CK)(child) : undefined;
            if (attribute !== 'source' && attribute !== 'version')
                continue;
            const expression = (0,hcl_nodes/* expressionOf */.ez)(child);
            if (expression !== undefined)
                this.addValue(expression, `module.${name}.${attribute}`, index);
        }
    }
    terraformBlock(block) {
        const index = this.addBlock(block, 'terraform');
        this.staticBody(block, 'terraform', index);
        for (const child of (0,hcl_nodes/* bodyOf */.EN)(block)?.namedChildren ?? []) {
            if (child.type !== 'block')
                continue;
            const [type, label] = (0,hcl_nodes/* blockNames */.cK)(child);
            if (type === 'backend' || type === 'cloud') {
                this.backends.push({
                    type: type === 'cloud' ? 'cloud' : (label ?? ''),
                    line: child.startPosition.row + 1,
                    settings: settingsOf(child, ''),
                });
            }
        }
    }
    /** Everything inside a top-level `terraform` block is static: labels, attributes, nested blocks, objects. */
    staticBody(node, address, index) {
        for (const child of (0,hcl_nodes/* bodyOf */.EN)(node)?.namedChildren ?? []) {
            if (child.type === 'block') {
                const at = [address, ...(0,hcl_nodes/* blockNames */.cK)(child)].join('.');
                for (const label of child.namedChildren)
                    if (label.type === 'string_lit')
                        this.addLiterals(label, at, index);
                this.staticBody(child, at, index);
            }
            else if (child.type === 'attribute') {
                const expression = (0,hcl_nodes/* expressionOf */.ez)(child);
                if (expression !== undefined)
                    this.addValue(expression, `${address}.${(0,hcl_nodes/* attributeName */.CK)(child) ?? ''}`, index);
            }
        }
    }
    addBlock(block, address) {
        return (this.blocks.push({ address, start: block.startIndex, end: block.endIndex, line: block.startPosition.row + 1 }) - 1);
    }
    addValue(expression, address, block) {
        this.addLiterals(expression, address, block);
        if (isEvaluated(address))
            this.addExpressions(expression, address, block);
    }
    /** Adds what is no plain literal, object keys extending the address. */
    addExpressions(node, address, block) {
        const [only, ...others] = node.namedChildren.filter(({ type }) => type !== 'comment');
        if (node.type === 'object_elem') {
            const [key, value] = node.namedChildren;
            const name = key === undefined ? '' : key.text.replaceAll('"', '');
            if (value !== undefined)
                this.addExpressions(value, `${address}.${name}`, block);
            return;
        }
        if (node.type !== 'expression' || (only?.type === 'collection_value' && others.length === 0)) {
            for (const child of node.namedChildren)
                this.addExpressions(child, address, block);
            return;
        }
        const value = (0,hcl_expression/* readExpression */.Jn)(node);
        if (value.kind === 'text' || value.kind === 'plain')
            return;
        const { startIndex: start, endIndex: end, startPosition } = node;
        const column = start - this.text.lastIndexOf('\n', start - 1);
        this.expressions.push({ address, block, start, end, line: startPosition.row + 1, column, value });
    }
    /** Adds every quoted string below a node, object keys extending the address. */
    addLiterals(node, address, block) {
        if (node.type === 'string_lit' || node.type === 'quoted_template') {
            for (const [start, end] of literalRuns(node)) {
                const before = this.text.lastIndexOf('\n', start - 1) + 1;
                const line = node.startPosition.row + 1;
                this.literals.push({ address, block, start, end, line, column: start - before + 1 });
            }
            return;
        }
        if (node.type === 'object_elem') {
            const [key, value] = node.namedChildren;
            const name = key === undefined ? '' : key.text.replaceAll('"', '');
            if (value !== undefined)
                this.addLiterals(value, `${address}.${name}`, block);
            return;
        }
        for (const child of node.namedChildren)
            this.addLiterals(child, address, block);
    }
}
/** Whether some version works out expressions at an address: of what a pin shows, and of where the state is. */
function isEvaluated(address) {
    return /^(?:module\.|terraform\.(?:backend|cloud|required_providers|required_version)(?:\.|$))/u.test(address);
}
/** The ranges of a quoted string that are literal text: between the quotes, without interpolations. */
function literalRuns(node) {
    return runsBetween(node, node.startIndex + 1, node.endIndex - 1);
}
/** The ranges between the interpolations and directives of a template. */
function runsBetween(node, begin, end) {
    const runs = [];
    let start = begin;
    for (const child of node.namedChildren) {
        if (child.type !== 'template_interpolation' && child.type !== 'template_directive')
            continue;
        if (child.startIndex > start)
            runs.push([start, child.startIndex]);
        start = child.endIndex;
    }
    if (end > start)
        runs.push([start, end]);
    return runs;
}
function settingsOf(block, prefix) {
    return ((0,hcl_nodes/* bodyOf */.EN)(block)?.namedChildren ?? []).flatMap((child) => {
        if (child.type === 'block')
            return settingsOf(child, `${prefix}${(0,hcl_nodes/* blockNames */.cK)(child).join('.')}.`);
        const expression = child.type === 'attribute' ? (0,hcl_nodes/* expressionOf */.ez)(child) : undefined;
        if (expression === undefined)
            return [];
        const { startIndex: start, endIndex: end } = expression;
        return [{ name: `${prefix}${(0,hcl_nodes/* attributeName */.CK)(child) ?? ''}`, value: (0,hcl_expression/* readExpression */.Jn)(expression), start, end }];
    });
}
/** Reads one expression; `unreadable` where it is none. */
function readHclExpression(parser, text) {
    const { tree, errors } = (0,parse_hcl/* parseHcl */.z)(parser, `x = ${text}\n`);
    try {
        const [attribute] = (0,hcl_nodes/* bodyOf */.EN)(tree.rootNode)?.namedChildren ?? [];
        const expression = errors.length === 0 && attribute?.type === 'attribute' ? (0,hcl_nodes/* expressionOf */.ez)(attribute) : undefined;
        return expression === undefined
            ? { kind: 'unreadable', source: { line: 1, text: text.slice(0, 80) } }
            : (0,hcl_expression/* readExpression */.Jn)(expression);
    }
    finally {
        tree.delete();
    }
}


/***/ }),

/***/ 49735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ loadHclParser)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var web_tree_sitter__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40033);
/** Loads the HCL grammar (tree-sitter, as wasm) on first use. */


let parser;
/** A parser for Terraform's HCL. Takes about 13 ms the first time. */
function loadHclParser() {
    // The bundler's asset search does not know `??=` and would leave this file alone.
    if (parser === undefined)
        parser = load();
    return parser;
}
async function load() {
    // `new URL(<literal>, import.meta.url)` is what lets the bundler carry the files into dist.
    const runtime = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "web-tree-sitter.wasm");
    const grammar = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "tree-sitter-terraform.wasm");
    await web_tree_sitter__WEBPACK_IMPORTED_MODULE_1__/* .Parser */ .iX.init({ wasmBinary: runtime });
    const created = new web_tree_sitter__WEBPACK_IMPORTED_MODULE_1__/* .Parser */ .iX();
    created.setLanguage(await web_tree_sitter__WEBPACK_IMPORTED_MODULE_1__/* .Language */ .TM.load(grammar));
    return created;
}


/***/ }),

/***/ 39987:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ attributeName),
/* harmony export */   EN: () => (/* binding */ bodyOf),
/* harmony export */   cK: () => (/* binding */ blockNames),
/* harmony export */   ez: () => (/* binding */ expressionOf),
/* harmony export */   zK: () => (/* binding */ wholeLiteral)
/* harmony export */ });
/** The body of a block or file; undefined where it is empty. */
function bodyOf(node) {
    return node.namedChildren.find((child) => child.type === 'body');
}
/** Type and labels of a block, without quotes. */
function blockNames(block) {
    return block.namedChildren
        .filter((child) => child.type === 'identifier' || child.type === 'string_lit')
        .map((child) => (child.type === 'identifier' ? child.text : child.text.slice(1, -1)).normalize('NFC'));
}
/** The name of an attribute; undefined for another node. */
function attributeName(attribute) {
    return attribute.namedChildren.find((child) => child.type === 'identifier')?.text.normalize('NFC');
}
/** The expression that an attribute is given. */
function expressionOf(attribute) {
    return attribute.namedChildren.find((child) => child.type === 'expression');
}
/** The text of an expression that is one quoted string without interpolation. */
function wholeLiteral(expression) {
    const literal = expression.namedChildren[0];
    const inner = literal?.type === 'literal_value' ? literal.namedChildren[0] : undefined;
    return inner?.type === 'string_lit' ? inner.text.slice(1, -1) : undefined;
}


/***/ }),

/***/ 54780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ asHeredoc),
/* harmony export */   Uy: () => (/* binding */ readJsonCode),
/* harmony export */   wK: () => (/* binding */ readValue),
/* harmony export */   wn: () => (/* binding */ HEREDOC_START),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* unused harmony export bodies */
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93000);
/* harmony import */ var _module_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89254);


/** A text that is no JSON, or has a key twice, is `unreadable`: parsers may differ about it. */
function readJsonCode(parser, text) {
    const root = parseOnce(text);
    if (root === undefined)
        return { ..._module_code_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_CODE */ .Uc, unreadable: { line: 1, text: 'a file that cannot be read as JSON' } };
    const read = (value) => readValue(parser, value);
    const locals = [];
    const variables = [];
    const outputs = [];
    const calls = [];
    const given = [];
    const others = [];
    const early = [];
    for (const [type, content] of bodies(root)) {
        switch (type) {
            case 'locals':
                for (const [name, value] of bodies(content))
                    locals.push({ name, value: read(value) });
                break;
            case 'variable':
                for (const [name, body] of bodies(content)) {
                    const own = (wanted) => bodies(body).flatMap(([key, value]) => (key === wanted ? [value] : []));
                    const [given, type, isConst] = [own('default'), own('type'), own('const')];
                    variables.push({
                        name,
                        value: read(body),
                        default: given.length === 1 ? read(given[0]) : undefined,
                        type: type.length === 0 ? undefined : readType(type),
                        isConst: isConst.some((each) => each !== false),
                    });
                }
                break;
            case 'output':
                for (const [name, body] of bodies(content))
                    outputs.push({ name, value: read(body) });
                break;
            case 'module':
                for (const [name, body] of bodies(content)) {
                    calls.push(callOf(name, body, read));
                    early.push(...bodies(body).flatMap(([key, value]) => (/^(?:source|version)$/u.test(key) ? [read(value)] : [])));
                }
                break;
            case 'terraform':
                early.push(read(content));
                others.push(read(content));
                break;
            case '//':
                others.push(read(content));
                break;
            default:
                for (const { name, body } of labelled(type, content)) {
                    for (const [attribute, value] of bodies(body)) {
                        const source = { line: 1, text: `${name}.${attribute}` };
                        given.push({ name, attribute, value: read(value), source, isPart: !(0,_module_code_js__WEBPACK_IMPORTED_MODULE_1__/* .isApart */ .zB)(attribute) });
                    }
                }
                if (type === 'provider')
                    for (const [, body] of bodies(content))
                        early.push(...bodies(body).flatMap(([key, value]) => (key === 'for_each' ? [read(value)] : [])));
        }
    }
    return { locals, variables, outputs, calls, given, others, early, unreadable: undefined };
}
/** A type that is one word; any other is not told. */
function readType([type, ...others]) {
    const isWord = typeof type === 'string' && /^(?:any|string|number|bool)$/u.test(type) && others.length === 0;
    return isWord ? { kind: 'reference', root: type, path: [] } : _expression_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .tZ;
}
/** `{"resource": {"type": {"name": …}}}`; other blocks have no name that expressions refer to. */
function labelled(type, content) {
    if (!/^(?:resource|data|ephemeral|action)$/u.test(type))
        return [{ name: type, body: content }];
    return bodies(content).flatMap(([kind, named]) => bodies(named).map(([name, body]) => ({ name: `${type === 'resource' ? '' : `${type}.`}${kind}.${name}`, body })));
}
function callOf(name, body, read) {
    const attributes = bodies(body);
    const source = attributes.find(([key]) => key === 'source');
    return {
        name,
        line: 1,
        source: source && read(source[1]),
        shown: source && { line: 1, text: JSON.stringify(source[1]) },
        arguments: attributes
            .filter(([key]) => key !== 'source')
            .map(([key, value]) => ({ name: key, value: read(value) })),
    };
}
/** A value of a Terraform JSON file. */
function readValue(parser, value) {
    if (typeof value === 'string')
        return readText(parser, value);
    if (typeof value === 'bigint')
        return (0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainSpelling */ .H9)(String(value)) ? { kind: 'plain', value: String(value) } : _expression_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .tZ;
    if (value === null)
        return _expression_js__WEBPACK_IMPORTED_MODULE_0__/* .NULL */ .Cq;
    if (Array.isArray(value))
        return { kind: 'list', of: value.map((each) => readValue(parser, each)) };
    if (typeof value !== 'object') {
        const spelling = JSON.stringify(value);
        return { kind: 'plain', value: (0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainSpelling */ .H9)(spelling) ? spelling : undefined };
    }
    const read = Object.entries(value).map(([key, each]) => [key, readValue(parser, each)]);
    const isKnown = !read.some(([key]) => /[$%]\{/u.test(key));
    return {
        kind: 'any',
        of: read.flatMap(([key, each]) => [readText(parser, key), each]),
        entries: isKnown ? new Map(read.map(([key, each]) => [key.normalize('NFC'), each])) : undefined,
    };
}
/** A text that Terraform takes for a template: nothing in it is escaped any more. */
function readText(parser, text) {
    if (!/[$%]\{/u.test(text))
        return { kind: 'text', text };
    const tree = parser.parse(asHeredoc(text));
    const unreadable = { kind: 'unreadable', source: { line: 1, text: text.slice(0, 80) } };
    if (tree === null)
        return unreadable;
    try {
        const template = tree.rootNode.hasError ? undefined : tree.rootNode.descendantsOfType('template_expr')[0];
        return template === undefined ? unreadable : withoutLastBreak((0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .Jn)(template));
    }
    finally {
        tree.delete();
    }
}
const BEFORE_HEREDOC = 'locals {\n  template = ';
/** Where the expression begins in what `asHeredoc` gives. */
const HEREDOC_START = BEFORE_HEREDOC.length;
/** A template as an expression in a Terraform file, which has the same syntax. No line of it ends the text early. */
function asHeredoc(template) {
    let mark = 'END_OF_TEMPLATE';
    while (template.includes(mark))
        mark += '_';
    return `${BEFORE_HEREDOC}<<${mark}\n${template}\n${mark}\n}\n`;
}
/** A heredoc ends with a line break that the text does not have. */
function withoutLastBreak(expression) {
    if (expression.kind === 'text')
        return { kind: 'text', text: expression.text.replace(/\n$/u, '') };
    if (expression.kind !== 'template')
        return expression;
    const last = expression.parts.at(-1);
    if (last?.kind !== 'text')
        return expression;
    const text = last.text.replace(/\n$/u, '');
    const parts = expression.parts.slice(0, -1);
    return { kind: 'template', parts: text === '' ? parts : [...parts, { kind: 'text', text }] };
}
/** The entries of a body, which may be written as one object or as a list of them. */
function bodies(value) {
    if (Array.isArray(value))
        return value.flatMap(bodies);
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
/** Undefined too where an object has a key twice: one of them would go unseen. */
function parseOnce(text) {
    let keys = 0;
    let value;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/u, ''), (_, each) => {
            if (typeof each === 'object' && each !== null && !Array.isArray(each))
                keys += Object.keys(each).length;
            return each;
        });
    }
    catch {
        return undefined;
    }
    const written = [...text.matchAll(/"(?:[^"\\]|\\[^])*"(\s*:)?/gu)].filter(([, colon]) => colon !== undefined).length;
    return written === keys ? value : undefined;
}


/***/ }),

/***/ 89254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ configurationReferences),
/* harmony export */   Qx: () => (/* binding */ readModuleCode),
/* harmony export */   Uc: () => (/* binding */ NO_CODE),
/* harmony export */   zB: () => (/* binding */ isApart)
/* harmony export */ });
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93000);
/* harmony import */ var _hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39987);


const NO_CODE = {
    locals: [],
    variables: [],
    outputs: [],
    calls: [],
    given: [],
    others: [],
    early: [],
    unreadable: undefined,
};
/**
 * @param root of the file's syntax tree
 * @param error the line of a part that the tree lacks
 */
function readModuleCode(root, error) {
    const locals = [];
    const variables = [];
    const outputs = [];
    const calls = [];
    const given = [];
    const others = [];
    const early = [];
    let unreadable = error === undefined ? undefined : { line: error, text: 'a part that cannot be read as HCL' };
    for (const block of (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyOf */ .EN)(root)?.namedChildren ?? []) {
        if (block.type !== 'block')
            continue;
        const [type = '', ...labels] = (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .blockNames */ .cK)(block);
        const attributes = attributesOf(block);
        // Only plain names are told apart by their text.
        if (labels.some((label) => /[\\$%]/u.test(label)))
            unreadable ??= (0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceOf */ .vz)(block);
        switch (type) {
            case 'locals':
                for (const { name, value, source } of attributes)
                    locals.push({ name, value, line: source.line });
                break;
            case 'variable': {
                const own = attributes.filter(({ depth }) => depth === 0);
                const of = own.flatMap(({ name, value }) => {
                    if (name === 'type')
                        return optionalDefaults(value);
                    return name === 'default' ? [value] : [];
                });
                const find = (wanted) => own.find(({ name }) => name === wanted);
                const given = find('default');
                variables.push({
                    name: labels[0] ?? '',
                    value: { kind: 'any', of },
                    default: given?.value,
                    line: given?.source.line,
                    type: find('type')?.value,
                    isConst: find('const') !== undefined && !isFalse(find('const')?.value),
                });
                for (const { name, value } of attributes)
                    if (!/^(?:type|default)$/u.test(name))
                        others.push(value);
                break;
            }
            case 'output':
                outputs.push(...attributes.map(({ value }) => ({ name: labels[0] ?? '', value })));
                break;
            case 'module': {
                const direct = attributes.filter(({ depth }) => depth === 0);
                const source = direct.find(({ name }) => name === 'source');
                early.push(...direct.flatMap(({ name, value }) => (/^(?:source|version)$/u.test(name) ? [value] : [])));
                calls.push({
                    name: labels[0] ?? '',
                    line: block.startPosition.row + 1,
                    source: source?.value,
                    shown: source?.source,
                    arguments: attributes
                        .filter(({ name }) => name !== 'source' && name !== 'version')
                        .map(({ name, value, source: { line } }) => ({ name, value, line })),
                });
                break;
            }
            case 'terraform':
                early.push(...attributes.map(({ value }) => value));
                others.push(...attributes.filter(({ name }) => name !== 'required_providers').map(({ value }) => value));
                break;
            case 'moved':
            case 'removed':
            case 'check':
            case 'import':
                for (const each of attributes)
                    given.push({ ...each, name: each.scoped ?? '', attribute: each.name });
                break;
            default: {
                if (type === 'provider')
                    early.push(...attributes.flatMap(({ name, value }) => (name === 'for_each' ? [value] : [])));
                const name = type === 'resource' ? labels.join('.') : `${type}.${labels.join('.')}`;
                const blockLine = block.startPosition.row + 1;
                for (const each of attributes)
                    given.push({ ...each, name, attribute: each.name, blockLine });
            }
        }
    }
    return { locals, variables, outputs, calls, given, others, early, unreadable };
}
function isFalse(expression) {
    return expression?.kind === 'plain' && expression.value === 'false';
}
function attributesOf(block, depth = 0) {
    return ((0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyOf */ .EN)(block)?.namedChildren ?? []).flatMap((child) => {
        if (child.type === 'block') {
            const inner = withLoop(child, attributesOf(child, depth + 1));
            const [type = '', ...labels] = (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .blockNames */ .cK)(child);
            if (isApart(type))
                return inner.map((each) => ({ ...each, isPart: false }));
            return type === 'data' && labels.length === 2
                ? inner.map((each) => ({
                    ...each,
                    scoped: ['data', ...labels].join('.'),
                    blockLine: child.startPosition.row + 1,
                }))
                : inner;
        }
        const expression = child.type === 'attribute' ? (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .expressionOf */ .ez)(child) : undefined;
        // Names of others, not their values.
        if (expression === undefined ||
            /^(?:depends_on|providers?|ignore_changes|replace_triggered_by)$/u.test((0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeName */ .CK)(child) ?? ''))
            return [];
        return [
            {
                name: (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeName */ .CK)(child) ?? '',
                value: (0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .Jn)(expression),
                source: (0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceOf */ .vz)(expression),
                depth,
                isPart: true,
            },
        ];
    });
}
/** Whether a nested block of a resource holds no values of it: nothing refers to them. */
function isApart(type) {
    return /^(?:provisioner|connection|lifecycle)$/u.test(type);
}
/** What a variable gets where its caller leaves something out: `object({ a = optional(string, "x") })`. */
function optionalDefaults(type) {
    switch (type.kind) {
        case 'call':
            return type.name === 'optional'
                ? type.given.slice(1).concat(type.given.slice(0, 1).flatMap(optionalDefaults))
                : type.given.flatMap(optionalDefaults);
        case 'any':
        case 'list':
            return type.of.flatMap(optionalDefaults);
        case 'unreadable':
            return [type];
        default:
            return [];
    }
}
/** The content of a `dynamic` block is given once for each of the values that it iterates over. */
function withLoop(block, attributes) {
    const [type, label = ''] = (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .blockNames */ .cK)(block);
    const over = attributes.find(({ name }) => name === 'for_each')?.value;
    if (type !== 'dynamic' || over === undefined)
        return attributes;
    const iterator = attributes.find(({ name }) => name === 'iterator')?.value;
    const name = iterator?.kind === 'reference' ? iterator.root : label;
    return attributes.map((each) => ({ ...each, value: { kind: 'loop', names: [name], over, gives: [each.value] } }));
}
/** The static paths below `var.config` that the code names. */
function configurationReferences(code) {
    const { locals, variables, outputs, calls, given, others } = code;
    const named = [...locals, ...variables, ...outputs, ...given, ...calls.flatMap((call) => call.arguments)];
    const all = [...named.map(({ value }) => value), ...others, ...calls.flatMap(({ source }) => source ?? [])];
    return all
        .flatMap(referencesIn)
        .flatMap(({ root, path }) => (root === 'var' && path[0] === 'config' ? [path.slice(1)] : []));
}
function referencesIn(expression) {
    return expression.kind === 'reference' ? [expression] : (0,_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(expression).flatMap(referencesIn);
}


/***/ }),

/***/ 65522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ parseTerraformFile)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1650);
/* harmony import */ var _hcl_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3488);
/* harmony import */ var _hcl_grammar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49735);
/* harmony import */ var _tf_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99126);
/** Parses a Terraform file of any kind, within limits. */





/** No hand-written file is larger; deeper nesting would overflow the call stack. */
const MOST_CHARACTERS = 2_000_000;
const DEEPEST = 300;
/**
 * Parses HCL or JSON, according to the file's name.
 *
 * @param path from the repository root
 * @throws ProblemError where the file is too large or nests too deep
 */
async function parseTerraformFile(path, text) {
    const parser = await (0,_hcl_grammar_js__WEBPACK_IMPORTED_MODULE_2__/* .loadHclParser */ .p)();
    refuseHuge(path, text);
    try {
        return (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isJson */ .Fh)(path) ? (0,_tf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readTfJson */ .B6)(parser, text) : (0,_hcl_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readHcl */ .KQ)(parser, text);
    }
    catch (error) {
        // Operators nest as well: thousands of them overflow the call stack.
        if (error instanceof RangeError)
            throw tooLarge(path, 'has an expression with too many operators');
        throw error;
    }
}
/** Brackets in texts and comments count as well: telling them apart would take a parser. */
function refuseHuge(file, text) {
    if (text.length > MOST_CHARACTERS)
        throw tooLarge(file, `is larger than ${MOST_CHARACTERS / 1_000_000} MB`);
    let depth = 0;
    for (const [mark] of text.matchAll(/[([{)\]}]/gu)) {
        depth = '([{'.includes(mark) ? depth + 1 : Math.max(0, depth - 1);
        if (depth > DEEPEST)
            throw tooLarge(file, `nests brackets more than ${DEEPEST} deep`);
    }
}
function tooLarge(file, why) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('composition', `The Terraform file ${why}, which is not supported.`, {
        place: { file },
        hint: 'Split it, or keep data in a file of its own that jsondecode(file(…)) reads.',
    });
}


/***/ }),

/***/ 21321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ parseHcl)
});

;// CONCATENATED MODULE: ./src/rendering/hcl/readable-text.ts
/**
 * HCL that the grammar cannot read although Terraform can: numbers such as `1e9`, and three or more signs before a brace
 * (`$$${`), which begin no expression (tried with Terraform 1.11). What remains is confined to its block. Pure.
 */
const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[^]*?(?:\*\/|$)/uy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/uy;
const NUMBER = /[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/uy;
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{M}\p{N}_-]*)[ \t]*\r?\n/uy;
const SIGNS = /[$%]+\{/uy;
/** Replaces what the grammar cannot read, and splits a file into its statements. Never throws. */
function scanHcl(text) {
    const stack = [{ kind: 'code', depth: 0 }];
    const statements = [];
    const unclosed = [];
    let written = '';
    let copied = 0;
    let statement;
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text);
    };
    const put = (replacement) => {
        written += text.slice(copied, at) + replacement;
        copied = at + replacement.length;
    };
    while (at < text.length) {
        const context = stack.at(-1) ?? { kind: 'code', depth: 0 };
        const isLast = stack.length <= 1;
        if (context.kind === 'code') {
            const char = text.charAt(at);
            if (char === '\n' && isLast && context.depth === 0 && statement !== undefined) {
                statements.push([statement, at]);
                statement = undefined;
            }
            const comment = take(COMMENT);
            if (comment === null && isLast && !/\s/u.test(char))
                statement ??= at;
            const number = take(NUMBER)?.[0];
            const heredoc = take(HEREDOC);
            if (number !== undefined) {
                if (/[eE]/u.test(number))
                    put(number.replace(/[-+eE]/gu, '0'));
                at += number.length;
            }
            else if (heredoc !== null) {
                stack.push({ kind: 'heredoc', end: new RegExp(`[ \\t]*${heredoc[1] ?? ''}[ \\t]*(?=\\r?\\n|$)`, 'uy') });
                at += heredoc[0].length;
            }
            else if (char === '"') {
                stack.push({ kind: 'string', start: at });
                at += 1;
            }
            else if (char === '}' && !isLast && context.depth === 0) {
                stack.pop();
                at += 1;
            }
            else {
                if ('{[('.includes(char))
                    context.depth += 1;
                if ('}])'.includes(char))
                    context.depth = Math.max(0, context.depth - 1);
                at += (comment ?? take(NAME))?.[0].length ?? 1;
            }
            continue;
        }
        const signs = take(SIGNS)?.[0];
        if (context.kind === 'heredoc' && text[at - 1] === '\n' && take(context.end) !== null) {
            at += take(context.end)?.[0].length ?? 0;
            stack.pop();
        }
        else if (signs !== undefined) {
            // An expression of which nothing is known, as long as what it stands for.
            if (signs.length > 3)
                put(`\${${'q'.repeat(signs.length - 3)}}`);
            if (signs.length === 2)
                stack.push({ kind: 'code', depth: 0 });
            at += signs.length;
        }
        else if (context.kind === 'string' && text[at] === '\n') {
            unclosed.push(context.start);
            stack.pop();
        }
        else if (context.kind === 'string' && text[at] === '"') {
            stack.pop();
            at += 1;
        }
        else {
            at += context.kind === 'string' && text[at] === '\\' ? 2 : 1;
        }
    }
    if (statement !== undefined)
        statements.push([statement, text.length]);
    return { text: written + text.slice(copied), statements, unclosed };
}
/** The text with ranges blanked out, its lines as they are. */
function without(text, ranges) {
    let rest = '';
    let at = 0;
    for (const [start, end] of ranges) {
        rest += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/gu, ' ');
        at = end;
    }
    return rest + text.slice(at);
}

;// CONCATENATED MODULE: ./src/rendering/hcl/parse-hcl.ts

/** A syntax tree without errors, to be deleted after use, and the parts that it lacks. Offsets are those of the text. */
function parseHcl(parser, text) {
    const whole = parse(parser, text);
    if (!whole.rootNode.hasError)
        return { tree: whole, errors: [] };
    whole.delete();
    const scanned = scanHcl(text);
    const errors = [];
    for (const [start, end] of scanned.statements) {
        const tree = parse(parser, scanned.text.slice(start, end));
        const quote = scanned.unclosed.find((at) => start <= at && at < end);
        if (tree.rootNode.hasError || quote !== undefined) {
            const braces = text.slice(start, end).indexOf('{{');
            const at = quote ?? start + (braces < 0 ? firstError(tree.rootNode) : braces);
            errors.push({ start, end, ...positionAt(text, at), isQuote: quote !== undefined });
        }
        tree.delete();
    }
    const readable = without(scanned.text, errors.map(({ start, end }) => [start, end]));
    return { tree: parse(parser, readable), errors };
}
function parse(parser, text) {
    const tree = parser.parse(text);
    if (tree === null)
        throw new Error('the HCL parser has no language');
    return tree;
}
function firstError(node) {
    if (node.isError || node.isMissing)
        return node.startIndex;
    const child = node.children.find((each) => each.hasError || each.isMissing);
    return child === undefined ? node.startIndex : firstError(child);
}
function positionAt(text, offset) {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}


/***/ }),

/***/ 99126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  al: () => (/* binding */ jsonBackends),
  qF: () => (/* binding */ parseJson),
  B6: () => (/* binding */ readTfJson)
});

// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(54780);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-file.ts + 1 modules
var hcl_file = __webpack_require__(3488);
;// CONCATENATED MODULE: ./src/rendering/hcl/json-places.ts
/** Where a Terraform JSON file has its blocks, and strings at places where Terraform allows no variable, or few. */




const NO_PLACES = { blocks: [], literals: [], expressions: [], errors: [] };
/** Blocks of `terraform` with a label, which is the key of an object in JSON. */
const LABELLED = /^terraform\.(?:backend|provider_meta|state_store)$/u;
/** JSON is YAML, whose parser knows the position of each value. Files without placeholders and expressions have none. */
function readJsonPlaces(parser, text) {
    if (!/\{\{|[$%]\{|\\u/u.test(text))
        return NO_PLACES;
    const json = text.replace(/^\uFEFF/u, ' ');
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(json, { schema: 'json', uniqueKeys: false, prettyErrors: false, lineCounter: lines });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    let parsed;
    try {
        parsed = JSON.parse(json);
    }
    catch (error) {
        const position = /at position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
        const start = position === undefined ? (document.errors[0]?.pos[0] ?? 0) : Number(position);
        return { ...NO_PLACES, errors: [{ start, end: text.length, ...at(start) }] };
    }
    // What YAML reads in another way would stay unrendered without a word.
    const [misread] = document.errors;
    if (misread !== undefined && !(0,external_node_util_.isDeepStrictEqual)(document.toJS(), parsed)) {
        const [start] = misread.pos;
        return { ...NO_PLACES, errors: [{ start, end: text.length, ...at(start) }] };
    }
    const blocks = [];
    const literals = [];
    const expressions = [];
    const errors = [];
    for (const [type, content, start] of entries(document.contents)) {
        if (type === 'module') {
            for (const [name, body, begin] of entries(content)) {
                const block = addBlock(`module.${name}`, begin, body);
                for (const [attribute, value] of entries(body)) {
                    if (attribute === 'source' || attribute === 'version')
                        addText(value, `module.${name}.${attribute}`, block);
                }
            }
        }
        else if (type === 'terraform')
            addAll(content, 'terraform', addBlock('terraform', start, content));
    }
    return { blocks, literals, expressions, errors };
    function addBlock(address, start, body) {
        const end = body?.range?.[1] ?? start;
        return blocks.push({ address, start, end, line: at(start).line }) - 1;
    }
    function addAll(node, address, block) {
        if ((0,dist/* isSeq */.oP)(node))
            for (const item of node.items)
                addAll(item, address, block);
        else if ((0,dist/* isMap */.jh)(node)) {
            for (const { key, value } of node.items) {
                const within = `${address}.${nameOf(key)}`;
                if (LABELLED.test(address))
                    addText(key, within, block);
                addAll(value, within, block);
            }
        }
        else
            addText(node, address, block);
    }
    function addText(node, address, block) {
        if (!(0,dist/* isScalar */.jn)(node) || typeof node.value !== 'string' || node.range === null || node.range === undefined)
            return;
        const [start, end] = node.range;
        const runs = literalRuns(parser, node.value, json.slice(start + 1, end - 1));
        if (runs === undefined)
            errors.push({ start, end, ...at(start) });
        for (const [from, to] of runs ?? []) {
            literals.push({ address, block, start: start + 1 + from, end: start + 1 + to, ...at(start + 1 + from) });
        }
        if (!(0,hcl_file/* isEvaluated */.KN)(address))
            return;
        const value = (0,json_code/* readText */.yR)(parser, node.value);
        if (value.kind !== 'text')
            expressions.push({ address, block, start, end, ...at(start), value });
    }
}
/** The entries of a body, which may be written as one object or as a list of them, each with the start of its key. */
function entries(node) {
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.flatMap(entries);
    if (!(0,dist/* isMap */.jh)(node))
        return [];
    return node.items.map(({ key, value }) => [nameOf(key), value, key.range?.[0] ?? 0]);
}
function nameOf(key) {
    return (0,dist/* isScalar */.jn)(key) && typeof key.value === 'string' ? key.value.normalize('NFC') : '';
}
/**
 * The literal runs of a template, as ranges of the raw content of its JSON string; undefined where it cannot be read.
 *
 * @param text the string's value
 */
function literalRuns(parser, text, raw) {
    if (text === '')
        return [];
    if (!/[$%]\{/u.test(text))
        return [[0, raw.length]];
    const tree = parser.parse((0,json_code/* asHeredoc */.B3)(text));
    try {
        const template = tree?.rootNode.hasError === false ? tree.rootNode.descendantsOfType('heredoc_template')[0] : undefined;
        if (template === undefined)
            return undefined;
        const begin = json_code/* HEREDOC_START */.wn + (/<<(\w+)\n/u.exec(template.text)?.[0].length ?? 0);
        const offsets = [...raw.matchAll(/\\u[0-9a-fA-F]{4}|\\?[^]/gu)].flatMap(({ index, 0: written }) => 
        // A character outside of the BMP that is not escaped has two units.
        Array.from({ length: written.startsWith('\\') ? 1 : written.length }, (_, unit) => index + unit));
        offsets.push(raw.length);
        const at = (offset) => offsets[offset - begin] ?? raw.length;
        return (0,hcl_file/* runsBetween */.tc)(template, begin, begin + text.length).map(([from, to]) => [at(from), at(to)]);
    }
    finally {
        tree?.delete();
    }
}

// EXTERNAL MODULE: ./src/rendering/hcl/written-placeholders.ts
var written_placeholders = __webpack_require__(54818);
;// CONCATENATED MODULE: ./src/rendering/hcl/tf-json.ts



/**
 * The same facts as of an HCL file. A text that is no JSON gives none: Terraform itself says what is wrong with it.
 * Backend settings have no ranges in the text here: their values are found in `jsonBackends`.
 */
function readTfJson(parser, text) {
    const places = readJsonPlaces(parser, text);
    return {
        ...places,
        backends: jsonBackends(parseJson(text)).map(({ type }) => ({ type, line: 1, settings: [] })),
        // Any string may be a template with references in it.
        variables: { uses: [], aliases: [], handedOver: [], declared: [], opaque: true },
        code: (0,json_code/* readJsonCode */.Uy)(parser, text),
        placeholders: (0,written_placeholders/* writtenPlaceholders */.m)(text, places, undefined),
    };
}
/**
 * The backends of a Terraform JSON file, with their settings as they are in it.
 *
 * @param file its parsed content
 */
function jsonBackends(file) {
    return objects(get(file, 'terraform')).flatMap((terraform) => [
        ...objects(get(terraform, 'backend')).flatMap((backend) => tf_json_entries(backend).flatMap(([type, body]) => objects(body).map((each) => ({ type, settings: new Map(tf_json_entries(each)) })))),
        ...objects(get(terraform, 'cloud')).map((each) => ({ type: 'cloud', settings: new Map(tf_json_entries(each)) })),
    ]);
}
/** Undefined for a text that is no JSON. */
function parseJson(text) {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/u, ''));
        return value;
    }
    catch {
        return undefined;
    }
}
/** Blocks may be written as one object or as a list of them. */
function objects(value) {
    const list = Array.isArray(value) ? value : [value];
    return list.filter((each) => typeof each === 'object' && each !== null);
}
function tf_json_entries(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
function get(value, key) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key))
        return undefined;
    const found = Reflect.get(value, key);
    return found;
}


/***/ }),

/***/ 54818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ writtenPlaceholders)
/* harmony export */ });
const PLACEHOLDER = /\{\{\s*([^\s{}`"][^{}`"]*?)\s*\}\}/gu;
/**
 * Finds them outside of comments.
 *
 * @param root of the syntax tree; undefined where the language has no comments
 */
function writtenPlaceholders(text, { literals, unread = [], terraformBlocks = [] }, root) {
    if (!text.includes('{{'))
        return [];
    const comments = root?.descendantsOfType('comment') ?? [];
    return [...text.matchAll(PLACEHOLDER)].flatMap(({ 1: key = '', index }) => {
        if (comments.some((each) => each.startIndex <= index && index < each.endIndex))
            return [];
        const isIn = (each) => each.start <= index && index < each.end;
        const before = text.slice(0, index);
        const start = before.lastIndexOf('\n') + 1;
        const end = text.indexOf('\n', index);
        return [
            {
                key,
                line: before.split('\n').length,
                column: index - start + 1,
                sourceLine: text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, ''),
                isStatic: literals.some(isIn),
                isUnread: unread.some(isIn),
                isInTerraformBlock: terraformBlocks.some(isIn),
            },
        ];
    });
}


/***/ }),

/***/ 97840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ openLeafReads)
});

// EXTERNAL MODULE: ./src/rendering/hcl/hcl-grammar.ts
var hcl_grammar = __webpack_require__(49735);
// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(54780);
// EXTERNAL MODULE: ./src/rendering/hcl/module-code.ts
var module_code = __webpack_require__(89254);
// EXTERNAL MODULE: ./src/rendering/use/tfvars.ts
var tfvars = __webpack_require__(37746);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/rendering/use/path-text.ts
var path_text = __webpack_require__(65781);
// EXTERNAL MODULE: ./src/rendering/use/used-configuration.ts
var used_configuration = __webpack_require__(41728);
;// CONCATENATED MODULE: ./src/rendering/use/configuration-texts.ts


/**
 * The texts at a path of `var.config` and below it. Texts that can lead nowhere are not told apart.
 *
 * @param exact whether a single text is answered as it is
 */
function configurationTexts(variables, path, exact) {
    if (path.length === 0)
        return textsOfAll(variables);
    let value = variables;
    for (const step of path) {
        let next = value;
        if (value.kind === 'map')
            next = (0,used_configuration/* entry */.f)(value, step);
        else if (value.kind === 'list')
            next = /^\d+$/u.test(step) ? value.children[Number(step)] : value;
        if (next === undefined)
            return path_text/* NOTHING */.K$;
        value = next;
    }
    if (exact && value.kind === 'scalar')
        return typeof value.value === 'string' ? (0,path_text/* constant */.dY)(value.value) : path_text/* NOTHING */.K$;
    return remembered(path.join('\n'), value).texts;
}
function textsOfAll({ children }) {
    const all = new Set();
    let last;
    for (const key in children) {
        const value = children[key];
        if (value === undefined)
            continue;
        const texts = remembered(key, value).withKey;
        // Neighbours often have the same.
        if (texts !== last)
            all.add(texts);
        last = texts;
    }
    return combined(all);
}
/** The last two at a place that differ: most of what a leaf has is what the leaf before has on one of the two sides. */
const lastAt = new Map();
function remembered(place, value) {
    const last = lastAt.get(place);
    if (last?.value === value)
        return last;
    if (last?.before?.value === value)
        return last.before;
    const texts = textsOf(value);
    const before = last && { ...last, before: undefined };
    const now = { value, texts, withKey: combined([summary(place), texts]), before };
    lastAt.set(place, now);
    return now;
}
function textsOf(value) {
    if (value.kind === 'scalar')
        return typeof value.value === 'string' ? summary(value.value) : path_text/* NOTHING */.K$;
    if (value.kind === 'list')
        return combined(value.children.map(textsOf));
    const parts = [];
    for (const key in value.children) {
        const child = value.children[key];
        if (child !== undefined)
            parts.push(summary(key), textsOf(child));
    }
    return combined(parts);
}
/** What nearly all configuration is made of: one object for each combination, which its bits stand for. */
const KINDS = [path_text/* CLEAN */.w_, path_text/* DOTTED */.t_, path_text/* LOOSE */.HJ, path_text/* DOT */.y0];
const COMBINATIONS = Array.from({ length: 2 ** KINDS.length }, (_, bits) => {
    const [first = path_text/* NOTHING */.K$, ...others] = KINDS.filter((_kind, index) => (bits & (1 << index)) !== 0);
    return others.length === 0 ? first : (0,path_text/* union */.KC)([first, ...others]);
});
const BITS = new Map(COMBINATIONS.map((value, bits) => [value, bits]));
/** The union of values, most of which are combinations of kinds. */
function combined(values) {
    let kinds = 0;
    const others = [];
    for (const value of values) {
        const bits = BITS.get(value);
        if (bits === undefined)
            others.push(value);
        else
            kinds |= bits;
    }
    const all = COMBINATIONS[kinds] ?? path_text/* NOTHING */.K$;
    return others.length === 0 ? all : (0,path_text/* union */.KC)([all, ...others]);
}
/** Words with a dot or other marks between them. */
const WORDS = /^[\w-]+(?:(?:\.|[/: ]+)[\w-]+)*$/u;
/** Absolute paths so deep that a working copy may lie there; the working directory; the variables' file. */
const KEPT = /^\/[^/\s]+\/[^/\s]+\/.|^\.[./]*$|tfvars/u;
function summary(text) {
    if (text === '')
        return path_text/* LOOSE */.HJ;
    if (WORDS.test(text) && !text.includes('tfvars'))
        return text.includes('.') ? path_text/* DOTTED */.t_ : path_text/* CLEAN */.w_;
    return !(0,path_text/* isPlain */.$i)([text]) || KEPT.test(text) ? (0,path_text/* constant */.dY)(text) : (0,path_text/* ofKind */.CZ)([text]);
}

// EXTERNAL MODULE: ./src/rendering/use/configuration-use.ts
var configuration_use = __webpack_require__(49076);
// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(80127);
;// CONCATENATED MODULE: ./src/rendering/use/functions.ts
/** What Terraform's functions make of texts that may be paths. What is not known may be anything. Pure. */

/** Functions whose first argument is the path of something that they read, those of later versions too. */
const READS = /^(?:file\w*|templatefile)$/u;
/** Whether a function takes a text apart, so that a line or a value in it becomes a text of its own. */
function takesApart(name) {
    return /^(?:csvdecode|jsondecode|yamldecode|base64decode|base64gunzip|regex|regexall|split|strrev|substr|templatestring)$/u.test(name);
}
/**
 * What a call gives.
 *
 * @param name without `core::`
 * @param given the arguments; a collection stands for its elements
 * @param root the composition's folder, from which relative paths go
 */
function callValue(name, given, root) {
    const always = WHATEVER_IS_GIVEN.get(name);
    if (always !== undefined)
        return always(given);
    // Its content; what is in the file is looked at where it is named.
    if (READS.test(name))
        return path_text/* CONTENT */.KB;
    const open = given.find((value) => value.anything !== undefined);
    if (open !== undefined)
        return open;
    const all = given.flatMap((value) => value.texts);
    const rule = RULES.get(name);
    if (rule !== undefined)
        return rule({ name, given, all, root });
    // Of a value that a provider has made, what a decoder or a function of a provider makes is no path of ours.
    return all.every((text) => text.every((part) => typeof part !== 'string' && part.unknown === 'clean'))
        ? path_text/* CLEAN */.w_
        : (0,path_text/* anything */.D8)(`${name}(…)`);
}
/** Several functions with one rule. */
function each(names, rule) {
    return names.split(/\s+/u).map((name) => [name, rule]);
}
/** Functions for which it does not matter whether an argument can be any text. */
const WHATEVER_IS_GIVEN = new Map([
    // A number, a digest, a time, or one of a few fixed texts.
    ...each(`abs alltrue anytrue base64sha256 base64sha512 bcrypt can ceil cidrcontains cidrhost cidrnetmask cidrsubnet cidrsubnets
    contains endswith filebase64sha256 filebase64sha512 fileexists filemd5 filesha1 filesha256 filesha512 floor index
    issensitive length log max md5 min parseint plantimestamp pow rsadecrypt sha1 sha256 sha512 signum startswith
    strcontains sum timecmp timestamp tobool tonumber type uuid uuidv5`, () => path_text/* CLEAN */.w_),
    // One of the arguments, or a collection of them.
    ...each(`chunklist coalesce coalescelist compact concat convert defaults distinct element ephemeralasnull flatten keys list
    lookup map matchkeys merge nonsensitive one range reverse sensitive setintersection setproduct setsubtract setunion
    slice sort tolist tomap toset tostring transpose try values zipmap`, path_text/* union */.KC),
    ['fileset', () => path_text/* NAME */.o_],
    ['templatefile', (given) => (0,path_text/* union */.KC)([path_text/* CONTENT */.KB, ...given.slice(1)])],
]);
const RULES = new Map([
    ...each('abspath pathexpand', ({ given, root }) => ofFirst(given, (text) => absolute(text, root))),
    ['basename', ({ all, name }) => (0,path_text/* union */.KC)(all.map((text) => (isFolder(text) ? path_text/* CLEAN */.w_ : cut(text, name))))],
    ['dirname', ({ all }) => (0,path_text/* union */.KC)(all.map(parentOf))],
    ['base64decode', ({ all }) => (0,path_text/* union */.KC)(all.map(decoded))],
    ...each('base64encode base64gzip textencodebase64', () => path_text/* LOOSE */.HJ),
    ...each('jsonencode urlencode yamlencode', ({ given, all }) => (all.every(path_text/* isPlain */.$i) ? path_text/* DOT */.y0 : (0,path_text/* union */.KC)(given))),
    ...each('csvdecode jsondecode yamldecode', ({ all, name }) => all.some((text) => literals(text).includes('\\')) ? (0,path_text/* anything */.D8)(name) : (0,path_text/* union */.KC)(all.map((text) => cut(text, name)))),
    ...each('format formatlist', ({ given }) => formatted(given[0] ?? path_text/* NOTHING */.K$, given.slice(1))),
    ['lower', ({ given }) => ofFirst(given, (text) => recased(text, 'lower'))],
    ['upper', ({ given }) => ofFirst(given, (text) => recased(text, 'upper'))],
    ['replace', ({ given }) => replaced(given)],
    // Any text may be put together within a template, of numbers even.
    ['templatestring', () => (0,path_text/* anything */.D8)('templatestring(…)')],
    ['split', ({ given, name }) => exactly([given[1], given[0]], (text, mark) => text.split(mark), name)],
    [
        'trimprefix',
        ({ given, name }) => exactly(given, (text, mark) => [text.startsWith(mark) ? text.slice(mark.length) : text], name),
    ],
    [
        'trimsuffix',
        ({ given, name }) => exactly(given, (text, mark) => [text.endsWith(mark) ? text.slice(0, text.length - mark.length) : text], name),
    ],
    ['chomp', ({ all, name }) => (0,path_text/* union */.KC)(all.map((text) => trimmed(text, name, /\n+$/u)))],
    ['trimspace', ({ all, name }) => (0,path_text/* union */.KC)(all.map((text) => trimmed(text, name, /^\s+|\s+$/gu)))],
    ...each('regex regexall', ({ given, name }) => ofFirst(given.slice(1), (text) => cut(text, name))),
    // A part of the first argument, or blanks are put into it.
    ...each('formatdate indent strrev substr timeadd title trim', ({ given, name }) => ofFirst(given, (text) => cut(text, name))),
]);
function ofFirst([first], rule) {
    return (0,path_text/* union */.KC)((first?.texts ?? []).map(rule));
}
function trimmed(text, name, marks) {
    const whole = (0,path_text/* known */.eO)(text);
    return whole === undefined ? cut(text, name) : (0,path_text/* constant */.dY)(whole.replace(marks, ''));
}
/** A pattern of file names, up to its first wildcard. */
function pattern(value) {
    if (value.anything !== undefined)
        return value;
    return (0,path_text/* union */.KC)(value.texts.map((text) => {
        const whole = (0,path_text/* known */.eO)(text);
        if (whole === undefined)
            return { texts: [text], anything: undefined };
        const end = whole.search(/[*?{[\\]/u);
        if (end < 0)
            return (0,path_text/* constant */.dY)(whole);
        // `{..,x}/y` and `[.].` climb as well.
        return /\.\.|\[/u.test(whole)
            ? (0,path_text/* anything */.D8)('a pattern that climbs')
            : (0,path_text/* concatenate */.u1)([(0,path_text/* constant */.dY)(whole.slice(0, end)), path_text/* LOOSE */.HJ]);
    }));
}
/** What any function that only cuts, one character or many, can leave of a text. */
function cut(text, name) {
    if (!(0,path_text/* isTame */.mm)(text) || /\.\./u.test(literals(text)))
        return (0,path_text/* anything */.D8)(`${name}(…) of a path`);
    const isUnknown = text.every((part) => typeof part !== 'string');
    if (isUnknown || (0,path_text/* hasContent */.ov)(text)) {
        const kind = (0,path_text/* ofKind */.CZ)(text);
        return kind === path_text/* DOTTED */.t_ || kind === path_text/* LOOSE */.HJ ? path_text/* DOT */.y0 : kind;
    }
    const dots = literals(text).split('.').length - 1;
    // Two dots that lose what stands between them can become a step of their own.
    return dots === 0 ? path_text/* LOOSE */.HJ : path_text/* DOT */.y0;
}
/** The same path with other letters names another file; dots and slashes stay. */
function recased(text, name) {
    const parts = text.map((part) => {
        // Go and JavaScript agree on these letters.
        if (typeof part === 'string') {
            if (/[^\0-\x7f]/u.test(part))
                return undefined;
            return name === 'lower' ? part.toLowerCase() : part.toUpperCase();
        }
        if (part.unknown === 'folder')
            return undefined;
        return part.unknown === 'name' ? { unknown: 'dotted' } : part;
    });
    const all = parts.filter((part) => part !== undefined);
    return all.length === parts.length ? { texts: [all], anything: undefined } : (0,path_text/* anything */.D8)(`${name}(…) of a path`);
}
/** A dot is no part of the alphabet: what has one cannot be decoded. */
function decoded(text) {
    const whole = (0,path_text/* known */.eO)(text);
    if (whole !== undefined)
        return /[.]/u.test(whole) ? path_text/* NOTHING */.K$ : (0,path_text/* constant */.dY)(Buffer.from(whole, 'base64').toString('utf8'));
    if (text.every((part) => typeof part !== 'string' && part.unknown === 'clean'))
        return path_text/* CLEAN */.w_;
    return literals(text).includes('.') || text.some((part) => typeof part !== 'string' && part.unknown === 'folder')
        ? path_text/* NOTHING */.K$
        : (0,path_text/* anything */.D8)('base64decode(…)');
}
function literals(text) {
    return text.filter((part) => typeof part === 'string').join('');
}
function isFolder(text) {
    const [only, ...others] = text;
    return others.length === 0 && typeof only === 'object' && only.unknown === 'folder';
}
/** Of a module's own folder: that of the composition is `.`, whose parent is `.` as well. */
function parentOf(text) {
    const [first] = text;
    if (!isFolder(text) || typeof first !== 'object' || first.unknown !== 'folder' || !first.folder.includes('/'))
        return cut(text, 'dirname');
    const parent = first.folder.slice(0, first.folder.lastIndexOf('/'));
    return (0,path_text/* union */.KC)([(0,path_text/* folderPath */.IC)(parent), (0,path_text/* folderPath */.IC)(first.folder)]);
}
/** Cut at a known mark, where the text is known. */
function exactly([texts, marks], apply, name) {
    return (0,path_text/* union */.KC)((texts?.texts ?? []).flatMap((text) => (marks?.texts ?? []).map((mark) => {
        const [whole, at] = [(0,path_text/* known */.eO)(text), (0,path_text/* known */.eO)(mark)];
        return whole === undefined || at === undefined ? cut(text, name) : (0,path_text/* union */.KC)(apply(whole, at).map(path_text/* constant */.dY));
    })));
}
function replaced([texts = path_text/* NOTHING */.K$, marks = path_text/* NOTHING */.K$, others = path_text/* NOTHING */.K$]) {
    return (0,path_text/* union */.KC)(texts.texts.flatMap((text) => marks.texts.flatMap((mark) => others.texts.map((other) => {
        const [whole, from, to] = [(0,path_text/* known */.eO)(text), (0,path_text/* known */.eO)(mark), (0,path_text/* known */.eO)(other)];
        // A path with other slashes is the same path.
        if (from === '\\' && to === '/')
            return { texts: [text], anything: undefined };
        if (from === undefined || to === undefined)
            return (0,path_text/* anything */.D8)('replace(…) with a mark that is not known');
        const isPattern = from.length > 1 && from.startsWith('/') && from.endsWith('/');
        if (whole !== undefined && !isPattern)
            return (0,path_text/* constant */.dY)(whole.replaceAll(from, () => to));
        if (!(0,path_text/* isTame */.mm)(text))
            return (0,path_text/* anything */.D8)('replace(…) of a path');
        // All dots are gone, or none is new and none comes nearer to another.
        if (from === '.' && !/[./\\]/u.test(to))
            return path_text/* LOOSE */.HJ;
        if (!isPattern && to !== '' && !/[./\\$]/u.test(to) && !/[./]/u.test(from))
            return { texts: [text], anything: undefined };
        const more = isPattern ? to.replace(/\$(?:\d+|\{\d+\})/gu, '') : to;
        if (/[./\\$]/u.test(more)) {
            if (/\.\.|\$|\.\/|\/\./u.test(to) || text.some((part) => typeof part === 'string'))
                return (0,path_text/* anything */.D8)('replace(…)');
            return to.includes('.') ? path_text/* DOT */.y0 : path_text/* LOOSE */.HJ;
        }
        // A pattern may take away anything between two dots.
        const dots = literals(text).split('.').length - 1;
        return isPattern && dots > 1 ? (0,path_text/* anything */.D8)('replace(…)') : cut(text, 'replace');
    }))));
}
/** The argument may be numbered before the width or behind it. */
const VERB = /%(?:\[(\d+)\])?([+\-# 0]*\d*(?:\.\d+)?)(?:\[(\d+)\])?([a-zA-Z%])/gu;
/** A part of the format that is not known has no verbs in it. */
function formatted(formats, given) {
    return (0,path_text/* union */.KC)(formats.texts.map((text) => {
        const parts = [];
        let next = 0;
        for (const format of text) {
            if (typeof format !== 'string') {
                parts.push({ texts: [[format]], anything: undefined });
                continue;
            }
            let at = 0;
            for (const match of format.matchAll(VERB)) {
                parts.push((0,path_text/* constant */.dY)(format.slice(at, match.index)));
                at = match.index + match[0].length;
                const [, before, flags = '', behind, verb = ''] = match;
                const position = before ?? behind;
                if (verb === '%') {
                    parts.push((0,path_text/* constant */.dY)('%'));
                    continue;
                }
                const index = position === undefined ? next : Number(position) - 1;
                next = index + 1;
                parts.push(verbValue(flags, verb, given[index] ?? path_text/* LOOSE */.HJ));
            }
            parts.push((0,path_text/* constant */.dY)(format.slice(at)));
        }
        return (0,path_text/* concatenate */.u1)(parts);
    }));
}
/** A number; a text as it is; or a text that is cut, padded or quoted. */
function verbValue(flags, verb, value) {
    if (/[bdeEfgGotTxX]/u.test(verb))
        return path_text/* CLEAN */.w_;
    if (value.texts.length === 0 && value.anything === undefined)
        return path_text/* LOOSE */.HJ;
    return flags === '' && /[sv]/u.test(verb) ? value : (0,path_text/* union */.KC)(value.texts.map((each) => cut(each, 'format')));
}
function absolute(text, root) {
    const [first] = text;
    if (typeof first === 'string') {
        if (/^[/~]/u.test(first))
            return (0,path_text/* anything */.D8)('an absolute path');
        return (0,path_text/* concatenate */.u1)([(0,path_text/* folderPath */.IC)(root), (0,path_text/* constant */.dY)('/'), { texts: [text], anything: undefined }]);
    }
    if (first === undefined)
        return (0,path_text/* folderPath */.IC)(root);
    return first.unknown === 'folder'
        ? { texts: [text], anything: undefined }
        : (0,path_text/* anything */.D8)('abspath(…) of a path that is not known');
}
/** `join`: each element once where the list is known, else any of them any number of times. */
function joinValue(mark, elements, isWhole) {
    if (isWhole && elements.length <= 12) {
        return (0,path_text/* concatenate */.u1)(elements.flatMap((each, index) => (index === 0 ? [each] : [mark, each])));
    }
    const each = (0,path_text/* union */.KC)(elements);
    if (each.anything !== undefined)
        return each;
    // What three of them cannot become, more cannot become either.
    const small = each.texts.length > 4 ? functions_summary(each) : each;
    const three = (0,path_text/* concatenate */.u1)([small, mark, small, mark, small]);
    const two = (0,path_text/* concatenate */.u1)([small, mark, small]);
    const all = [three, two, small];
    const open = all.find((value) => value.anything !== undefined || !value.texts.every(path_text/* isTame */.mm));
    if (open !== undefined || !each.texts.every(path_text/* isPlain */.$i))
        return (0,path_text/* anything */.D8)('join(…) of parts of a path');
    return functions_summary((0,path_text/* union */.KC)(all));
}
/** The kinds of texts that a value has, where all are tame. */
function functions_summary(value) {
    if (value.anything !== undefined || !value.texts.every(path_text/* isPlain */.$i))
        return (0,path_text/* anything */.D8)('too many texts that may be paths');
    return (0,path_text/* union */.KC)(value.texts.map(path_text/* ofKind */.CZ));
}

;// CONCATENATED MODULE: ./src/rendering/use/evaluator.ts


const NO_BINDINGS = new Map();
/** Rounds until values that lead back to themselves have all their texts. */
const MOST_ROUNDS = 8;
/** Values nest no deeper; what does may be anything. */
const DEPTH = 60;
class Evaluator {
    root;
    configuration;
    variables;
    values = new Map();
    /** Of the round before: what a value that leads back to itself begins with. */
    before = new Map();
    /** Values of this round that lead back to themselves. */
    cyclic = new Set();
    found;
    depth = 0;
    /**
     * @param root the composition's folder
     * @param variables what `*.tfvars` files give variables
     * @param found gets all that is opened or handed out
     */
    constructor(root, configuration, variables, found) {
        this.root = root;
        this.configuration = configuration;
        this.variables = variables;
        this.found = found;
    }
    /** What a module's source can be. */
    source(instance, expression) {
        return this.value(expression, { instance, file: instance.files[0]?.path ?? instance.folder, bound: NO_BINDINGS });
    }
    /** Everything that the instances name. */
    readAll(instances) {
        for (let round = 0; round < MOST_ROUNDS; round += 1) {
            this.cyclic.clear();
            this.before = this.values;
            this.values = new Map();
            for (const instance of instances)
                this.read(instance);
            if (this.cyclic.size === 0 || isSame(this.before, this.values))
                return;
        }
        const [first] = instances;
        this.found.mayLeadAnywhere({ file: first?.folder ?? '', line: 1, text: 'values that lead back to themselves' });
    }
    read(instance) {
        for (const { path, code } of instance.files) {
            const scope = { instance, file: path, bound: NO_BINDINGS };
            if (code.unreadable !== undefined)
                this.found.mayLeadAnywhere({ file: path, ...code.unreadable });
            for (const { value } of [...code.locals, ...code.variables, ...code.outputs])
                this.value(value, scope);
            for (const value of code.others)
                this.value(value, scope);
            for (const { name, attribute, isPart, value, source } of code.given) {
                const given = this.value(value, { ...scope, bound: this.each(scope, name), self: name });
                // A program reads every line of what it is given.
                const runs = isPart ? attribute === 'program' : !/^(?:content|source|destination)$/u.test(attribute);
                if (runs && given.texts.some(path_text/* hasContent */.ov))
                    this.found.takesContentApart = true;
                this.handOut(given, scope, source);
            }
            for (const call of code.calls) {
                const bound = this.eachOf(call, scope);
                const isLocal = instance.called.has(call.name);
                for (const { value } of call.arguments) {
                    const given = this.value(value, { ...scope, bound });
                    if (!isLocal)
                        this.handOut(given, scope, call.shown ?? { line: call.line, text: `module "${call.name}"` });
                }
            }
        }
    }
    /** What a file gives that is rendered as a template, where every name means what it is given. */
    template(root, file, content, given) {
        const instance = { folder: root, files: [], caller: undefined, called: new Map() };
        return this.value(content, { instance, file, bound: NO_BINDINGS, names: given });
    }
    handOut(value, { instance, file }, source) {
        this.found.handOut(value, instance.folder, { file, ...source });
    }
    value(expression, scope) {
        if (this.depth > DEPTH)
            return (0,path_text/* anything */.D8)('values that lead on and on');
        this.depth += 1;
        try {
            return this.valueOf(expression, scope);
        }
        finally {
            this.depth -= 1;
        }
    }
    valueOf(expression, scope) {
        switch (expression.kind) {
            case 'text':
                return (0,path_text/* constant */.dY)(expression.text);
            case 'plain':
                return path_text/* NOTHING */.K$;
            case 'any':
            case 'list':
                return (0,path_text/* union */.KC)(expression.of.map((each) => this.value(each, scope)));
            case 'aside':
                for (const each of expression.of)
                    this.value(each, scope);
                return path_text/* NOTHING */.K$;
            case 'template':
                return (0,path_text/* concatenate */.u1)(expression.parts.map((part) => this.part(part, scope)));
            case 'directive':
                return this.directive(expression, scope);
            case 'loop': {
                const over = this.value(expression.over, scope);
                const bound = new Map([...scope.bound, ...expression.names.map((name) => [name, over])]);
                return (0,path_text/* union */.KC)(expression.gives.map((each) => this.value(each, { ...scope, bound })));
            }
            case 'reference':
                return this.reference(expression.root, expression.path, scope);
            case 'call':
                return this.call(expression, scope);
            case 'unreadable':
                this.found.mayLeadAnywhere({ file: scope.file, ...expression.source });
                return (0,path_text/* anything */.D8)(expression.source.text);
        }
    }
    /** A number or nothing at all has no texts, but it does become a part of a text. */
    part(expression, scope) {
        const value = this.value(expression, scope);
        return value.texts.length === 0 && value.anything === undefined ? path_text/* LOOSE */.HJ : value;
    }
    directive({ parts, repeats }, scope) {
        const none = (0,path_text/* constant */.dY)('');
        // A condition is no part of the text.
        const inside = parts.map((part) => part.kind === 'aside' ? (0,path_text/* union */.KC)([this.value(part, scope), none]) : this.part(part, scope));
        if (repeats)
            return joinValue(none, [...inside, none], false);
        return (0,path_text/* concatenate */.u1)(inside.map((part) => (0,path_text/* union */.KC)([part, none])));
    }
    call(call, scope) {
        const name = call.name.replace(/^core::/u, '');
        const given = call.given.map((each) => this.value(each, scope));
        const [first = path_text/* NOTHING */.K$, second = path_text/* NOTHING */.K$] = given;
        if (READS.test(name)) {
            // Patterns go on from the folder.
            const path = name === 'fileset' ? (0,path_text/* concatenate */.u1)([first, (0,path_text/* constant */.dY)('/'), pattern(second)]) : first;
            const place = { file: scope.file, ...call.source };
            const isText = name === 'file' || name === 'templatefile';
            this.found.open(path, place, isText, name === 'templatefile' ? second : path_text/* NOTHING */.K$);
        }
        // A function of a provider may read what it is given.
        if (name.includes('::'))
            for (const each of given)
                this.handOut(each, scope, call.source);
        if (takesApart(name) && given.some(({ texts }) => texts.some(path_text/* hasContent */.ov)))
            this.found.takesContentApart = true;
        if (name === 'join') {
            const [, ...lists] = call.given;
            const elements = lists.map((list) => elementsOf(list));
            const isWhole = elements.every((each) => each !== undefined);
            const values = isWhole ? elements.flat().map((each) => this.part(each, scope)) : given.slice(1);
            return joinValue(first, values, isWhole);
        }
        return callValue(name, given, this.root);
    }
    reference(root, path, scope) {
        const bound = scope.bound.get(root) ?? scope.names;
        if (bound !== undefined)
            return bound;
        const [name = '', ...rest] = path;
        const { instance } = scope;
        switch (root) {
            case 'path':
                if (name === 'module')
                    return (0,path_text/* folderPath */.IC)(instance.folder);
                return name === 'root' || name === 'cwd' ? (0,path_text/* folderPath */.IC)(this.root) : (0,path_text/* anything */.D8)('path');
            case 'local':
                return this.once(instance, `local.${name}`, () => (0,path_text/* union */.KC)(instance.files.flatMap(({ path: file, code }) => code.locals
                    .filter((local) => name === '' || local.name === name)
                    .map(({ value }) => this.value(value, { instance, file, bound: NO_BINDINGS })))));
            case 'var':
                if (instance.caller === undefined && name === 'config')
                    return this.configuration(rest);
                return this.once(instance, `var.${name}`, () => this.variable(instance, name));
            case 'module':
                return this.once(instance, `module.${name}.${rest[0] ?? ''}`, () => this.output(instance, name, rest[0]));
            case 'self':
                return scope.self === undefined ? (0,path_text/* anything */.D8)('self') : this.object(instance, scope.self);
            case 'each':
            case 'count':
            case 'terraform':
                return path_text/* CLEAN */.w_;
            default: {
                const [kind, type, label] = root === 'data' || root === 'ephemeral' || root === 'action' ? [root, ...path] : ['', root, name];
                const key = kind === '' ? `${type}.${label ?? ''}` : `${kind}.${type ?? ''}.${label ?? ''}`;
                return this.object(instance, key);
            }
        }
    }
    /** What a resource or a data source has in it. */
    object(instance, key) {
        return this.once(instance, key, () => {
            const given = this.givenTo(instance, key);
            // These give back just what they are given.
            return /^(?:terraform_data|null_resource|data\.null_data_source)\./u.test(key)
                ? (0,path_text/* union */.KC)([path_text/* CLEAN */.w_, given])
                : (0,path_text/* echoOf */.XL)(given);
        });
    }
    /** A provider may give back what it was given. */
    givenTo(instance, key) {
        return (0,path_text/* union */.KC)(instance.files.flatMap(({ path: file, code }) => code.given
            .filter(({ name, isPart }) => name === key && isPart)
            .map(({ value }) => this.value(value, { instance, file, bound: this.each({ instance, file, bound: NO_BINDINGS }, key) }))));
    }
    variable(instance, name) {
        const defaults = instance.files.flatMap(({ path: file, code }) => code.variables
            .filter((variable) => variable.name === name)
            .map(({ value }) => this.value(value, { instance, file, bound: NO_BINDINGS })));
        const { caller } = instance;
        if (caller === undefined)
            return (0,path_text/* union */.KC)([...defaults, this.variables(name) ?? path_text/* CLEAN */.w_]);
        return (0,path_text/* union */.KC)([
            ...defaults,
            ...caller.calls.flatMap((call) => {
                const scope = { instance: caller.instance, file: caller.instance.folder, bound: NO_BINDINGS };
                const bound = this.eachOf(call, scope);
                return call.arguments
                    .filter((argument) => argument.name === name)
                    .map(({ value }) => this.value(value, { ...scope, bound }));
            }),
        ]);
    }
    /** @param output all of them where it is not known which one */
    output(instance, name, output) {
        const called = instance.called.get(name);
        // What a module of another package gives is made from what it was given.
        if (called === undefined) {
            const scope = { instance, file: instance.folder, bound: NO_BINDINGS };
            const calls = instance.files.flatMap(({ code }) => code.calls).filter((call) => call.name === name);
            const given = calls.flatMap((call) => call.arguments.map(({ value }) => this.value(value, { ...scope, bound: this.eachOf(call, scope) })));
            return (0,path_text/* echoOf */.XL)((0,path_text/* union */.KC)(given));
        }
        return (0,path_text/* union */.KC)(called.flatMap((inner) => inner.files.flatMap(({ path: file, code }) => named(code.outputs, output).map(({ value }) => this.value(value, { instance: inner, file, bound: NO_BINDINGS })))));
    }
    /** `each` of a resource: what its `for_each` goes over. */
    each(scope, key) {
        const { instance } = scope;
        const over = this.once(instance, `each ${key}`, () => {
            const all = instance.files.flatMap(({ code }) => code.given.filter(({ name }) => name === key));
            return this.iterated(all.filter(({ attribute }) => attribute === 'for_each').map(({ value }) => value), instance);
        });
        return new Map([['each', over]]);
    }
    eachOf(call, { instance }) {
        const over = this.once(instance, `each module ${call.name}`, () => {
            // An override file may set it for the other files.
            const all = instance.files.flatMap(({ code }) => code.calls.filter(({ name }) => name === call.name));
            return this.iterated(all.flatMap((each) => each.arguments.filter(({ name }) => name === 'for_each').map(({ value }) => value)), instance);
        });
        return new Map([['each', over]]);
    }
    iterated(values, instance) {
        const scope = { instance, file: instance.folder, bound: new Map([['each', path_text/* NOTHING */.K$]]) };
        return (0,path_text/* union */.KC)(values.map((value) => this.value(value, scope)));
    }
    /** Computed once in a round; what is being computed is what it was in the round before. */
    once(instance, key, make) {
        const own = this.values.get(instance) ?? new Map();
        this.values.set(instance, own);
        const known = own.get(key);
        if (known !== undefined)
            return known;
        const before = this.before.get(instance)?.get(key) ?? path_text/* NOTHING */.K$;
        if (own.has(key)) {
            this.cyclic.add(key);
            return before;
        }
        own.set(key, undefined);
        const value = (0,path_text/* union */.KC)([before, make()]);
        own.set(key, value);
        return value;
    }
}
/** The elements of a list that is written out, as far as it is. */
function elementsOf(list) {
    if (list.kind === 'list')
        return list.of.some(({ kind }) => kind === 'loop' || kind === 'list') ? undefined : list.of;
    if (list.kind !== 'call' || !/^(?:core::)?(?:compact|concat|flatten|tolist)$/u.test(list.name))
        return undefined;
    const all = list.given.map(elementsOf);
    return all.every((each) => each !== undefined) ? all.flat() : undefined;
}
/** An output of an inner module may be reached by position (`module.m[0].x`) as well. */
function named(outputs, name) {
    const found = outputs.filter((output) => output.name === name);
    return found.length === 0 ? outputs : found;
}
function isSame(before, now) {
    return [...now].every(([instance, values]) => [...values].every(([key, value]) => JSON.stringify(before.get(instance)?.get(key)) === JSON.stringify(value)));
}

;// CONCATENATED MODULE: ./src/rendering/use/named-paths.ts
/** Paths that code names: what file functions open, and what providers and programs may take for a path. Pure. */

/** Collects paths. A short list of forms provably stays inside of a folder; everything else may lead anywhere. */
class NamedPaths {
    /** Whether single lines or values of files become texts. */
    takesContentApart = false;
    root;
    named = new Map();
    absolutePaths = new Set();
    firstAnywhere;
    /** @param root the composition's folder, which is Terraform's working directory */
    constructor(root) {
        this.root = root;
    }
    get paths() {
        return [...this.named.values()];
    }
    /** A file counts whose path is the end of one of these. */
    get absolute() {
        return [...this.absolutePaths];
    }
    /** The first expression that may lead anywhere. */
    get anywhere() {
        return this.firstAnywhere;
    }
    mayLeadAnywhere(place) {
        this.firstAnywhere ??= place;
    }
    /** A file function opens a path. */
    open(value, at, isText, given) {
        // Where there is no text at all, it could not be followed.
        if (value.anything !== undefined || value.texts.length === 0)
            this.mayLeadAnywhere(at);
        for (const text of value.texts) {
            const [first] = text;
            const whole = (0,path_text/* known */.eO)(text);
            if (whole !== undefined && /^[/~]/u.test(whole))
                this.addAbsolute(whole, at);
            else if (first !== undefined &&
                (typeof first === 'string' ? !/^[/~]/u.test(first) : /^(?:folder|name)$/u.test(first.unknown))) {
                this.add(text, this.root, isText, at, given);
            }
            else if (first !== undefined)
                this.mayLeadAnywhere(at);
        }
    }
    /**
     * A provider or a program is given a text, which it may take for a path.
     *
     * @param folder of the module that hands it out
     */
    handOut(value, folder, at) {
        if (value.anything !== undefined)
            this.mayLeadAnywhere({ ...at, text: value.anything });
        for (const text of value.texts) {
            const whole = (0,path_text/* known */.eO)(text);
            const start = text.findIndex((part) => typeof part !== 'string' && part.unknown === 'folder');
            if (whole !== undefined && /^[/~]/u.test(whole))
                this.addAbsolute(whole, at);
            if ((0,path_text/* asksForTop */.P3)(text))
                this.mayLeadAnywhere(at);
            if (start >= 0)
                this.add(text.slice(start), this.root, false, at);
            else if ((0,path_text/* mayClimb */.LS)(text)) {
                // Where it is read decides whether it begins there or in the module.
                for (const from of new Set([this.root, folder]))
                    this.add(text, from, false, at);
            }
            else if (typeof text[0] === 'string' && text[0].startsWith('/') && path_text/* SPECIAL */.aq.test(text[0]))
                this.mayLeadAnywhere(at);
            // Any other text stays inside of the composition, which counts as a whole. Only this file is not in its source.
            else if (mayMeanVariablesFile(text))
                this.addWorkingDirectory(at);
            // Tests count only if something names them.
            if (start < 0 && mayNameTests(text))
                for (const from of new Set([this.root, folder]))
                    this.add(text, from, false, at);
        }
    }
    /** The variables' file lies there. */
    addWorkingDirectory(at) {
        this.add([], this.root, false, at);
    }
    addAbsolute(path, at) {
        if ((path.startsWith('/') && path_text/* SPECIAL */.aq.test(path)) || (0,path_text/* mayClimb */.LS)([path]))
            this.mayLeadAnywhere(at);
        else
            this.absolutePaths.add(path);
    }
    /** A relative path, or one from a folder: its known beginning is what counts. */
    add(text, from, isText, at, given = path_text/* NOTHING */.K$) {
        const [first, ...others] = text;
        const isFolder = typeof first === 'object' && first.unknown === 'folder';
        const base = isFolder ? first.folder : from;
        const rest = isFolder ? others : text;
        const dynamicAt = rest.findIndex((part) => typeof part !== 'string');
        const literal = rest[0] !== undefined && typeof rest[0] === 'string' ? rest[0] : '';
        const later = dynamicAt < 0 ? [] : rest.slice(dynamicAt);
        // The part that is not known may go on within a name, but not climb, and nothing before it may be a command.
        const isPlain = /^[^\s"'`=:;|&<>(){}[\]$\\%*?]*$/u.test(literal);
        const startsStep = !isFolder || rest.length === 0 || literal.startsWith('/');
        const climbs = (0,path_text/* mayClimb */.LS)([literal === '' ? '' : literal.replace(/[^/]*$/u, ''), ...later].filter((part) => part !== ''));
        const ends = /[^/]*$/u.exec(literal)?.[0] ?? '';
        const tail = ends === '' ? later : [ends, ...later];
        const nested = later.some((part) => typeof part !== 'string' && part.unknown === 'folder');
        if (!startsStep ||
            nested ||
            (0,path_text/* mayClimb */.LS)(later) ||
            (later.length > 0 && (0,path_text/* mayClimb */.LS)(tail)) ||
            (!isPlain && (climbs || (0,path_text/* mayClimb */.LS)([literal])))) {
            this.mayLeadAnywhere(at);
            return;
        }
        const path = `${base}/${isFolder ? literal.replace(/^\/+/u, '') : literal}`;
        const complete = later.length === 0 && isPlain;
        const named = { path, complete, isText, given, at };
        this.named.set(JSON.stringify([path, complete, isText, given]), named);
    }
}
/** Whether a text may name a file of tests, or a folder of them. */
function mayNameTests(text) {
    return text.some((part) => typeof part === 'string' && /\btests?\b|tftest|tofutest|tfquery|tfmock/u.test(part));
}
/** Whether a text that does not climb may mean the working directory, or the variables' file in it. */
function mayMeanVariablesFile(text) {
    const literal = text.filter((part) => typeof part === 'string').join('');
    if (literal.includes('tfvars'))
        return true;
    const isRest = (part) => typeof part === 'string' || /^(?:loose|dot|content)$/u.test(part.unknown);
    return /^\.(?:\/+\.?)*$/u.test(literal) && text.every(isRest);
}

;// CONCATENATED MODULE: ./src/rendering/use/reach.ts
/** What a composition reads beside its own folder: the local modules that it calls, and the files that its code names. */







/** More calls of modules within modules than this are not followed. */
const MOST_INSTANCES = 400;
/** A source that names another package, whatever follows. */
const PACKAGE = /^(?:(?:git|hg|s3|gcs|https?|ssh|oci)::(?!file:|[./~]|$)|(?:https?|ssh|git|oci):\/\/|[\w.-]+@[\w.-]+:|[\w-]+(?:\.[\w-]+)+\/|[\w-]+\/[\w-]+\/[\w-]+(?:$|[/?]))/u;
/** @param root the composition's folder */
async function findReach(root, input, sources) {
    const { snapshot } = sources;
    const paths = new NamedPaths(root);
    const evaluator = new Evaluator(root, input.configuration, input.variables, paths);
    const modules = new Map();
    const instances = await instancesOf();
    evaluator.readAll(instances);
    const texts = new Set();
    /** Files with more than one line, one of which may be a path that leads out. */
    const climbing = [];
    const variablesFile = (0,snapshot_snapshot/* joinPath */.uJ)(root, terraform_files/* VARIABLES_FILE */.bV);
    /** Files with a `.` in them that may be a path by itself. */
    const dotted = [];
    for (let more = true; more;)
        more = await readTexts();
    const [first] = climbing;
    if (first !== undefined && paths.takesContentApart)
        paths.mayLeadAnywhere(first);
    const [dot] = dotted;
    if (dot !== undefined && paths.takesContentApart)
        paths.addWorkingDirectory(dot);
    const { paths: named, absolute, anywhere } = paths;
    const files = new Map();
    const all = anywhere === undefined ? [...named.flatMap(filesOf), ...absolute.flatMap(filesEnding)] : everything();
    // The composition counts as a whole, but for its tests.
    for (const file of all)
        if (!isInside(file.path, root) || (0,terraform_files/* isTestFile */.hl)(file.path))
            files.set(file.path, file);
    return {
        modules: [...modules.values()],
        files: [...files.values()].sort((a, b) => (0,snapshot_snapshot/* compareBytes */.Xo)(a.path, b.path)),
        anywhere,
        readsVariablesFile: anywhere !== undefined ||
            named.some(mayBeVariablesFile) ||
            absolute.flatMap(endsOf).some((path) => isInside(variablesFile, path)),
        places: [
            ...[...modules.keys()].map((path) => ({ path, begins: false })),
            ...(anywhere === undefined
                ? [...named.flatMap(placeOf), ...absolute.flatMap(endsOf).map((path) => ({ path, begins: false }))]
                : [{ path: '', begins: false }]),
        ],
    };
    async function instancesOf() {
        const found = [
            { folder: root, files: [...(await codeOf(root)), ...input.generated], caller: undefined, called: new Map() },
        ];
        const vias = new Map(found.map((instance) => [instance, []]));
        for (let at = 0; at < found.length; at += 1) {
            const instance = found[at];
            if (instance === undefined)
                break;
            const via = vias.get(instance) ?? [];
            const calls = instance.files.flatMap(({ path, code }) => code.calls.map((call) => ({ path, call })));
            for (const name of new Set(calls.map(({ call }) => call.name))) {
                const same = calls.filter(({ call }) => call.name === name);
                const targets = same.flatMap(({ path, call }) => targetsOf(instance, path, call));
                const called = [];
                for (const target of new Set(targets)) {
                    if (isAbove(instance, target)) {
                        // A module that calls itself never ends, unless its caller decides what it calls next.
                        const place = { file: instance.folder, line: 1, text: `module "${name}" that calls one above it` };
                        if (same.some(({ call }) => call.source?.kind !== 'text'))
                            paths.mayLeadAnywhere(place);
                        continue;
                    }
                    if (found.length > MOST_INSTANCES) {
                        paths.mayLeadAnywhere({ file: root, line: 1, text: 'modules that call modules without end' });
                        return found;
                    }
                    const inner = {
                        folder: target,
                        files: await codeOf(target),
                        caller: { instance, calls: same.map(({ call }) => call) },
                        called: new Map(),
                    };
                    const innerVia = instance.folder === root ? [] : [...via, instance.folder];
                    if (!modules.has(target) && target !== root) {
                        modules.set(target, {
                            folder: target,
                            via: innerVia,
                            files: [...snapshot.filesBelow(target).filter(({ path }) => !(0,terraform_files/* isTestFile */.hl)(path)), ...behind(target)],
                        });
                    }
                    vias.set(inner, innerVia);
                    called.push(inner);
                    found.push(inner);
                }
                if (called.length > 0 || targets.length > 0)
                    instance.called.set(name, called);
            }
        }
        return found;
    }
    async function codeOf(folder) {
        const files = (await sources.folder(folder))?.files ?? [];
        // Terraform reads the files directly in a module's folder; those in subfolders only when something names them.
        return files.flatMap(({ name, file, hcl }) => {
            const code = name.includes('/') ? undefined : hcl?.parsed.code;
            return code === undefined ? [] : [{ path: file.path, code }];
        });
    }
    function targetsOf(instance, file, call) {
        if (call.source === undefined)
            return [];
        const at = { file, ...(call.shown ?? { line: call.line, text: `module "${call.name}"` }) };
        const { texts: found, anything } = evaluator.source(instance, call.source);
        if (anything !== undefined)
            paths.mayLeadAnywhere(at);
        return found.flatMap((text) => {
            const source = (0,path_text/* known */.eO)(text);
            // The rendered pins tell.
            if (source?.includes('{{') === true)
                return /^(?:\.|\{\{)/u.test(source) ? input.pinned : [];
            if (source !== undefined && (0,terraform_files/* isLocalModule */.gh)(source)) {
                const target = (0,snapshot_snapshot/* joinPath */.uJ)(instance.folder, source);
                if (!(0,snapshot_snapshot/* leadsOut */.qm)(target) && !source.includes('\\'))
                    return [target];
                paths.mayLeadAnywhere(at);
            }
            else if (!isPackage(text))
                paths.mayLeadAnywhere(at);
            return [];
        });
    }
    /** Files whose content becomes a text: templates call functions too, and any text may be a path. */
    async function readTexts() {
        const named = paths.paths.filter(({ isText }) => isText);
        const fresh = named.filter((path) => !texts.has(path));
        for (const path of fresh) {
            texts.add(path);
            const files = filesOf(path).filter(({ isSubmodule }) => isSubmodule !== true);
            await snapshot.load(files);
            for (const file of files) {
                const content = snapshot.read(file).toString('utf8');
                if (/tfvars|^\s*\.\/*\s*$/u.test(content))
                    paths.addWorkingDirectory(path.at);
                if (/(?<![^\s"'`=:,])\.\/*(?![^\s"'`,])/u.test(content))
                    dotted.push(path.at);
                if (!(await climbs(path, file, content)))
                    continue;
                const place = { ...path.at, text: `".." in ${file.path}` };
                if (content.trim().includes('\n'))
                    climbing.push(place);
                else
                    paths.mayLeadAnywhere(place);
            }
        }
        return fresh.length > 0;
    }
    async function climbs({ given }, file, content) {
        if (/\\(?:u002e|x2e)/iu.test(content))
            return true;
        if (!/[$%]\{/u.test(content))
            return (content.trim().includes('\n') ? /(?<!\.)\.\.(?!\.)/u : /\.\./u).test(content);
        const value = evaluator.template(root, file.path, await sources.template(file), given);
        return value.anything !== undefined || value.texts.some(path_text/* mayClimb */.LS);
    }
    function filesOf({ path: written, complete }) {
        const path = fromTop(written);
        if ((0,snapshot_snapshot/* leadsOut */.qm)(path))
            return [];
        if (complete) {
            const file = snapshot.file(path);
            return file === undefined ? [...snapshot.filesBelow(path), ...behind(path)] : [file];
        }
        if (!endsWithin(path, written))
            return [...snapshot.filesBelow(path), ...behind(path)];
        const parent = (0,names/* folderOf */.y)(path);
        return [...snapshot.filesBelow(parent).filter((file) => file.path.startsWith(path)), ...behind(parent)];
    }
    /** The same for what is not committed. */
    function placeOf({ path: written, complete }) {
        const path = fromTop(written);
        if ((0,snapshot_snapshot/* leadsOut */.qm)(path) || isInside(path, root))
            return [];
        return [{ path, begins: !complete && endsWithin(path, written) }];
    }
    /** Whether a path may mean the variables' file. A path out of the repository may lead to the runtime directory. */
    function mayBeVariablesFile({ path: written, complete }) {
        const path = fromTop(written);
        if ((0,snapshot_snapshot/* leadsOut */.qm)(path) || isInside(variablesFile, path))
            return true;
        return !complete && endsWithin(path, written) && variablesFile.startsWith(path);
    }
    function filesEnding(path) {
        return endsOf(path).flatMap((end) => {
            const file = snapshot.file(end);
            return (file === undefined ? snapshot.filesBelow(end) : [file]).filter(isNoLayer);
        });
    }
    function everything() {
        return snapshot.files().filter(isNoLayer);
    }
    function isNoLayer({ path }) {
        return !(0,project_layers/* isLayerFile */.Q)(path) || ![...sources.layerRoots].some((layerRoot) => isInside(path, layerRoot));
    }
    /** The submodule that a path leads into: it stands for all files below it. */
    function behind(path) {
        const submodule = (0,snapshot_snapshot/* submoduleAt */.mo)(snapshot, path);
        return submodule === undefined ? [] : [submodule];
    }
}
/** The working copy may be anywhere: every end of an absolute path may be a path in it. */
function endsOf(path) {
    const steps = path.split('/').filter((step) => step !== '' && step !== '~');
    return steps.slice(1).map((_, index) => steps.slice(index + 1).join('/'));
}
/** A named path with its `..` resolved. */
function fromTop(written) {
    return (0,snapshot_snapshot/* joinPath */.uJ)('', written.replace(/^\/+/u, ''));
}
/** Whether the known part of a path ends within a name: "../policies/p-${x}.json". */
function endsWithin(path, written) {
    return path !== '' && !/(?:^|\/)\.{0,2}$/u.test(written);
}
function isPackage(text) {
    const [first = ''] = text;
    return (typeof first === 'string' &&
        PACKAGE.test(first) &&
        !text.some((part) => typeof part === 'string' && part.includes('file:')));
}
/** Whether a module calls itself. */
function isAbove(instance, folder) {
    return instance.folder === folder || (instance.caller !== undefined && isAbove(instance.caller.instance, folder));
}
function isInside(path, folder) {
    return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

;// CONCATENATED MODULE: ./src/rendering/leaf-reads.ts









/** Of a generated provider file without any of these, no text is a path that leads out or means the variables' file. */
const MAY_NAME_A_PATH = /\.\.|\\|[$%]\{|"\.\/*"|tfvars/u;
/**
 * @param layerRoots folders of configuration layers: path expressions refer to them only if they name them
 */
function openLeafReads(snapshot, folder, layerRoots) {
    const reaches = new Map();
    const uses = new Map();
    const references = new Map();
    async function reachOf(root, leaf, exact) {
        const paths = await referencesOf(root);
        const provider = MAY_NAME_A_PATH.test(leaf.provider) ? leaf.provider : '';
        const texts = paths.map((path) => keyOf(leaf_reads_textsOf(leaf, path, exact)));
        // None of them has this mark in it.
        const key = [root, leaf.pinned.length, ...leaf.pinned, provider, ...texts].join('\0');
        let found = reaches.get(key);
        if (found === undefined) {
            found = findNow(root, { ...leaf, provider }, exact);
            reaches.set(key, found);
        }
        return found;
    }
    async function findNow(root, leaf, exact) {
        const { pinned, provider } = leaf;
        const parser = await (0,hcl_grammar/* loadHclParser */.p)();
        const generated = provider === '' ? [] : [{ path: terraform_files/* PROVIDER_FILE */.tV, code: (0,json_code/* readJsonCode */.Uy)(parser, provider) }];
        const variables = await tfvarsOf(root);
        return findReach(root, { pinned, configuration: (path) => leaf_reads_textsOf(leaf, path, exact), generated, variables }, { snapshot, layerRoots, folder, template });
    }
    /** The parts of `var.config` that a composition's own files name. */
    function referencesOf(root) {
        let paths = references.get(root);
        if (paths === undefined) {
            paths = folder(root).then((source) => {
                const code = (source?.files ?? []).flatMap(({ hcl }) => hcl?.parsed.code ?? []);
                const all = code.flatMap(module_code/* configurationReferences */.Lu);
                return [...new Map(all.map((path) => [JSON.stringify(path), path])).values()];
            });
            references.set(root, paths);
        }
        return paths;
    }
    /** What `terraform.tfvars` and `*.auto.tfvars`, also as JSON, give the composition's variables. */
    async function tfvarsOf(root) {
        const source = await folder(root);
        if (source?.variables === undefined)
            return source === undefined ? () => undefined : () => (0,path_text/* anything */.D8)('*.tfvars');
        const { variables } = source;
        return (name) => {
            const given = variables.get(name);
            return given && (0,tfvars/* literalTexts */.SM)(given.value);
        };
    }
    async function template(file) {
        const parser = await (0,hcl_grammar/* loadHclParser */.p)();
        return (0,json_code/* readText */.yR)(parser, snapshot.read(file).toString('utf8'));
    }
    async function useOf(root, places) {
        const source = await folder(root);
        if (source === undefined)
            return configuration_use/* WHOLE_CONFIGURATION */.b5;
        const modules = new Map();
        for (const place of places) {
            const read = await folder(place);
            if (read !== undefined)
                modules.set(place, read);
        }
        return (0,configuration_use/* configurationUse */.EZ)(source, modules);
    }
    return {
        async reach(root, leaf) {
            const found = await reachOf(root, leaf, false);
            // A source or a path may be known where a single value of the configuration is.
            return found.anywhere === undefined || leaf.variables === undefined ? found : reachOf(root, leaf, true);
        },
        async use(root, { modules, readsVariablesFile }) {
            if (readsVariablesFile)
                return configuration_use/* WHOLE_CONFIGURATION */.b5;
            const places = modules.map((module) => module.folder);
            const key = JSON.stringify([root, ...places]);
            let found = uses.get(key);
            if (found === undefined) {
                found = useOf(root, places);
                uses.set(key, found);
            }
            return found;
        },
    };
}
const keys = new WeakMap();
/** A cache key, equal for equal values. */
function keyOf(value) {
    let key = keys.get(value);
    if (key === undefined) {
        key = JSON.stringify(value);
        keys.set(value, key);
    }
    return key;
}
function leaf_reads_textsOf({ variables }, path, exact) {
    return variables === undefined ? path_text/* LOOSE */.HJ : configurationTexts(variables, path, exact);
}


/***/ }),

/***/ 59527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hH: () => (/* binding */ cloudOf),
  iH: () => (/* binding */ givenKeys),
  Up: () => (/* binding */ pick),
  N: () => (/* binding */ renderLeaf)
});

// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/hierarchy/secrets.ts
var secrets = __webpack_require__(8678);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/interpolate.ts + 3 modules
var interpolate = __webpack_require__(56768);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(95686);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-file.ts + 1 modules
var hcl_file = __webpack_require__(3488);
// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(54780);
// EXTERNAL MODULE: ./src/rendering/hcl/tf-json.ts + 1 modules
var tf_json = __webpack_require__(99126);
// EXTERNAL MODULE: ./src/rendering/replacements.ts
var rendering_replacements = __webpack_require__(26767);
// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var rendering_state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/rendering/backends.ts







/**
 * The backends of an HCL file.
 *
 * @param pins what is put into its template
 */
function hclBackends(name, path, { text, parsed }, pins, parser) {
    // Files in subfolders are not part of the root module.
    if (name.includes('/'))
        return [];
    return parsed.backends.map(({ type, line, settings }) => ({
        file: name,
        path,
        line,
        type,
        settings: settings.flatMap(({ name: setting, value, start, end }) => {
            const isPinned = pins.some((pin) => pin.start >= start && pin.end <= end);
            const written = (0,rendering_replacements/* sliceWith */.d)(text, pins, start, end);
            return flat(setting, isPinned ? readWritten(parser, written) : value, written);
        }),
    }));
}
/** Nearly all of them are texts without anything to decode. */
function readWritten(parser, written) {
    const plain = /^"([^"\\$%\n]*)"$/u.exec(written)?.[1];
    return plain === undefined ? (0,hcl_file/* readHclExpression */._B)(parser, written) : { kind: 'text', text: plain };
}
/**
 * The backends of a JSON file.
 *
 * @param content its parsed content
 */
function jsonFileBackends(name, path, content, parser) {
    if (name.includes('/'))
        return [];
    return (0,tf_json/* jsonBackends */.al)(content).map(({ type, settings }) => ({
        file: name,
        path,
        line: 1,
        type,
        settings: [...settings].flatMap(([setting, value]) => flat(setting, (0,json_code/* readValue */.wK)(parser, value), written(value))),
    }));
}
function written(value) {
    return JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? String(each) : each));
}
/** The settings in an object, or in the one of a list: JSON may have a block as either. */
function flat(name, value, text) {
    const [only, ...others] = value.kind === 'list' ? value.of : [value];
    if (only?.kind !== 'any' || only.entries === undefined || others.length > 0)
        return [{ name, value, text }];
    return [...only.entries].flatMap(([key, each]) => flat(`${name}.${key}`, each, text));
}
/**
 * The state that the files lead to. Which program runs is not known here: Terraform ignores `X.tofu`, and OpenTofu an
 * `X.tf` beside it.
 *
 * @param targets the files of the root module that rendering does not generate
 */
function statesOf(backends, targets, workOut, context) {
    const { all: names, hasTofu, hasTerraform } = targets;
    const terraform = effective(backends.filter(({ file }) => (0,terraform_files/* isReadBy */.wj)(false, file, names)));
    const opentofu = hasTofu ? effective(backends.filter(({ file }) => (0,terraform_files/* isReadBy */.wj)(true, file, names))) : terraform;
    const stateOf = (found, by) => (0,rendering_state/* stateIdentity */.yU)(found.map((each) => withSettings(each, by)), context);
    const ofTerraform = stateOf(terraform, workOut.terraform);
    const ofOpenTofu = hasTofu ? stateOf(opentofu, workOut.opentofu) : ofTerraform;
    // Whose only backend is OpenTofu's is meant for OpenTofu.
    const isTofuOnly = hasTofu && (!hasTerraform || ofTerraform === undefined);
    const state = isTofuOnly || (hasTofu && ofOpenTofu?.identity === undefined) ? ofOpenTofu : ofTerraform;
    const isUncertain = [ofTerraform, ofOpenTofu].some((each) => each !== undefined && each.identity === undefined);
    const [backend] = state === ofTerraform ? terraform : opentofu;
    return {
        state,
        onlyForOpenTofu: isTofuOnly ? backend?.path : undefined,
        isSameForBoth: !hasTofu || isTofuOnly || isUncertain || ofTerraform?.identity === ofOpenTofu?.identity,
        problems: unknownState(state, backend, context.leaf),
    };
}
function withSettings({ type, settings }, workOut) {
    return {
        type,
        settings: new Map(settings.flatMap(({ name, value, text }) => {
            if (value.kind === 'plain' && value.isNull === true)
                return [];
            const setting = {
                value: settingValue(value, workOut),
                // Needed only of what is unknown.
                get outline() {
                    return workOut.outline(value);
                },
                text,
            };
            return [[name, setting]];
        })),
    };
}
function settingValue(value, workOut) {
    if (value.kind !== 'list')
        return workOut.text(value);
    const elements = value.of.map((each) => workOut.text(each));
    return elements.includes(undefined) ? undefined : JSON.stringify(elements);
}
/** A backend in an override file, the last one of several, stands for all others. */
function effective(backends) {
    const overrides = backends.filter(({ file }) => (0,terraform_files/* isOverride */.jn)(file));
    const last = overrides
        .map(({ file }) => file)
        .sort()
        .at(-1);
    return last === undefined ? backends : overrides.filter(({ file }) => file === last);
}
function unknownState(state, backend, leaf) {
    if (state?.unknown === undefined)
        return [];
    const { setting, expression } = state.unknown;
    return [
        (0,base_problems/* warning */.$e)('state', `Where the state is cannot be worked out, so no other leaf with the same state would be noticed: ${setting} = ${expression}`, {
            place: backend?.path === undefined ? { file: leaf } : { file: backend.path, line: backend.line },
            hint: 'Make it of literals, var.config, local values, and variables with a default that neither TF_VAR_… nor an option such as -var sets.',
        }),
    ];
}

// EXTERNAL MODULE: ./src/rendering/static-pins.ts
var static_pins = __webpack_require__(64653);
// EXTERNAL MODULE: ./src/rendering/use/static-values.ts + 3 modules
var static_values = __webpack_require__(13026);
;// CONCATENATED MODULE: ./src/rendering/program-values.ts



/** @param variables the composition's `var.config` */
function openValues(source, targets, variables, outside) {
    const opened = new Map();
    const { all: names, hasTofu } = targets;
    function valuesOf(program) {
        // Most compositions have no file that only one of them reads.
        const one = hasTofu ? program : 'terraform';
        const known = opened.get(one);
        if (known !== undefined)
            return known;
        const files = source.files.flatMap(({ name, file, hcl }) => {
            const target = (0,terraform_files/* isTemplate */.Fl)(name) ? (0,terraform_files/* renderedName */.rA)(name) : name;
            if (!names.has(target))
                return [];
            const isRead = (0,terraform_files/* isReadBy */.wj)(program === 'opentofu', target, names);
            return hcl === undefined || name.includes('/') || !isRead ? [] : [{ path: file.path, parsed: hcl.parsed }];
        });
        const values = new static_values/* StaticValues */.f(files, {
            kind: 'root',
            given: source.variables,
            configuration: variables,
            outside,
        });
        opened.set(one, values);
        return values;
    }
    /** What both programs make of an expression, as far as they read its file. */
    function worked(name, expression) {
        if ((0,terraform_files/* isTofu */.z7)(name))
            return valuesOf('opentofu').text(expression);
        const found = valuesOf('terraform').text(expression);
        const isBoth = (0,terraform_files/* isShadowed */.sH)(name, names) || valuesOf('opentofu').text(expression)?.text === found?.text;
        return isBoth ? found : undefined;
    }
    const workOut = (program) => ({
        text: (expression) => valuesOf(program).text(expression)?.text,
        outline: (expression) => valuesOf(program).outline(expression),
    });
    return {
        of: valuesOf,
        terraform: workOut('terraform'),
        opentofu: workOut('opentofu'),
        pins: (name, path, file) => name.includes('/')
            ? { pins: [], replacements: [], isOpen: false }
            : (0,static_pins/* expressionPins */.Zb)(path, file, (expression) => worked(name, expression)),
    };
}

// EXTERNAL MODULE: ./src/rendering/target-names.ts
var target_names = __webpack_require__(49294);
// EXTERNAL MODULE: ./src/rendering/secret-places.ts
var secret_places = __webpack_require__(99551);
;// CONCATENATED MODULE: ./src/rendering/template.ts






/**
 * Resolves the placeholders in the template's static literals and leaves every other byte unchanged.
 *
 * @param configuration the whole interpolated configuration
 */
function renderTemplate(template, configuration, environment) {
    const { text, parsed } = template;
    const pins = [];
    const problems = unreadable(template);
    const replacements = [];
    const secrets = [];
    for (const literal of parsed.literals) {
        const written = text.slice(literal.start, literal.end);
        if (!written.includes('{{'))
            continue;
        const origin = { file: template.path, line: literal.line, column: literal.column };
        const result = (0,interpolate/* interpolateText */.B3)(written, origin, configuration, environment);
        const refused = [...result.problems];
        const own = result.keys.flatMap((key) => key.secrets);
        secrets.push(...own);
        if (own.length > 0 && !(0,secret_places/* mayBeSecret */.lr)(literal.address))
            refused.push((0,secret_places/* secretAt */.QF)(`"${literal.address}"`, origin, own));
        if (refused.length === 0)
            refused.push(...result.keys.flatMap((key) => refusePin(key.key, key.text, origin)));
        const mean = (0,terraform_files/* isJson */.Fh)(template.path) ? decoded : (each) => each;
        const behind = /^[$%]\{/u.exec(text.slice(literal.end, literal.end + 2))?.[0] ?? '';
        if (refused.length === 0 && changesExpressions(mean(written), mean(result.text), behind)) {
            refused.push((0,base_problems/* problem */.CC)('pin', `The rendered text would begin or hide an expression ("\${" or "%{"), which no pin may do.`, {
                place: origin,
            }));
        }
        const sourceLine = lineAt(text, literal.start);
        problems.push(...refused.map((each) => (each.place?.file === template.path ? { ...each, sourceLine } : each)));
        if (refused.length > 0)
            continue;
        replacements.push({ start: literal.start, end: literal.end, text: result.text, block: literal.block });
        pins.push({
            address: literal.address,
            written: 'placeholder',
            template: origin,
            value: result.text,
            keys: result.keys.map((key) => ({ key: key.key, value: key.text, origin: key.origin })),
        });
    }
    return { text: (0,rendering_replacements/* sliceWith */.d)(text, replacements, 0, text.length), pins, problems, replacements, secrets };
}
/** Values cannot inject HCL or JSON: they stay inside the template's quotes. */
function refusePin(key, value, place) {
    const found = /["\\\p{Cc}]|\$\{|%\{/u.exec(value);
    if (found === null)
        return [];
    return [
        (0,base_problems/* problem */.CC)('pin', `The value of "${key}" has ${JSON.stringify(found[0])} in it, which a pin must not have.`, {
            place,
            hint: 'A pin is a plain text without quotes, backslashes, line breaks or other control characters, "${" and "%{".',
        }),
    ];
}
/**
 * Whether a literal begins an expression that was none before, or ends so that the one behind it is none any more.
 *
 * @param behind the beginning of the expression that follows
 */
function changesExpressions(before, after, behind) {
    const begins = (text) => /[$%]\{/u.test(text);
    const escapes = (text) => behind !== '' && text.endsWith(behind.slice(0, 1));
    return (begins(after) && !begins(before)) || (escapes(after) && !escapes(before));
}
/** What the content of a JSON string means: its escapes may stand for the signs of an expression. */
function decoded(content) {
    const value = (0,tf_json/* parseJson */.qF)(`"${content}"`);
    return typeof value === 'string' ? value : content;
}
/**
 * Terraform decides about what cannot be read here, except where it holds `{{`: Terraform would take the braces for a part
 * of a name, and all leaves would share it.
 */
function unreadable({ path, text, parsed }) {
    const language = (0,terraform_files/* isJson */.Fh)(path) ? 'JSON' : 'HCL';
    return parsed.errors
        .filter(({ start, end }) => (0,terraform_files/* isJson */.Fh)(path) || text.slice(start, end).includes('{{'))
        .map(({ line, column, isQuote }) => (0,base_problems/* problem */.CC)('template', `The template is not valid ${language} here, so its placeholders cannot be resolved.`, {
        place: { file: path, line, column },
        sourceLine: text.split('\n')[line - 1]?.replace(/\r$/u, ''),
        hint: isQuote === true
            ? 'This quote is not closed on its line.'
            : (0,terraform_files/* isJson */.Fh)(path)
                ? 'Look for a missing quote, comma or brace on this line or above it.'
                : 'Look for a missing quote, comma or brace in this block.',
    }));
}
function lineAt(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    return text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, '');
}

// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(33166);
;// CONCATENATED MODULE: ./src/rendering/unresolved-placeholders.ts
/** Placeholders that reach Terraform as they are, because they stand where none is resolved. Pure. */



/**
 * A warning for each that names a key of the configuration; other texts of the kind belong to other languages. It is an
 * error in a `terraform` block: Terraform would take the braces for a part of a name, and all leaves would share it.
 *
 * @param configuration the whole configuration of the leaf
 */
function unresolvedPlaceholders({ name, file, hcl }, configuration) {
    const written = hcl?.parsed.placeholders ?? [];
    const found = (0,terraform_files/* isTemplate */.Fl)(name) ? written.filter(({ isStatic, isUnread }) => !isStatic && !isUnread) : written;
    const { builtIn } = configuration;
    const isKnown = (key) => ((0,lookup/* lookup */.$I)(configuration, key) ?? (builtIn && (0,lookup/* lookup */.$I)(builtIn, key))) !== undefined;
    return found
        .filter(({ key }) => isKnown(key))
        .map(({ key, line, column, sourceLine, isStatic, isInTerraformBlock }) => {
        const where = { place: { file: file.path, line, column }, sourceLine };
        const placeholder = `"{{${key}}}"`;
        if (isInTerraformBlock && !isStatic) {
            return (0,base_problems/* problem */.CC)('template', `${placeholder} is in a heredoc or an expression, where no placeholder is resolved.`, {
                ...where,
                hint: `Write it directly between quotes${(0,terraform_files/* isTemplate */.Fl)(name) ? '' : `, in a template (${name}.versioned)`}.`,
            });
        }
        return (0,base_problems/* warning */.$e)('template', `${placeholder} reaches Terraform as it is: placeholders are resolved only in templates (*.versioned), and there only in the "source" and "version" of modules and in the terraform block.`, {
            ...where,
            hint: isStatic ? `Rename the file to ${name}.versioned.` : variableHint(key, configuration),
        });
    });
}
function variableHint(key, configuration) {
    return (0,lookup/* lookup */.$I)(configuration, key) === undefined
        ? `Set a key of the configuration to "{{${key}}}", and use var.config with that key here.`
        : `Use var.config.${key} here.`;
}

;// CONCATENATED MODULE: ./src/rendering/written-names.ts
/** The names that Kompos writes into a runtime directory, which nothing else in a composition may have. Pure. */



const ALWAYS = [terraform_files/* PROVIDER_FILE */.tV, terraform_files/* VARIABLES_FILE */.bV, terraform_files/* EARLY_VARIABLES_FILE */.zb, terraform_files/* DEFAULT_FILE */.j9, terraform_files/* PLAN_FILE */.VI];
/**
 * An error for each file and folder of a composition that stands where a file is written, also on systems that ignore
 * the case of names: what renders on one machine renders on all. A template beside its own result is not meant here.
 */
function takenNames({ folder, files }) {
    const written = new Map(ALWAYS.map((name) => [name.toLowerCase(), { name }]));
    for (const { name } of files) {
        const target = (0,terraform_files/* isTemplate */.Fl)(name) ? (0,terraform_files/* renderedName */.rA)(name) : undefined;
        if (target === undefined || written.has(target.toLowerCase()))
            continue;
        written.set(target.toLowerCase(), { name: target, template: name });
    }
    const problems = new Map();
    for (const { name } of files) {
        const target = (0,terraform_files/* isTemplate */.Fl)(name) ? (0,terraform_files/* renderedName */.rA)(name) : name;
        for (const part of withFolders(target)) {
            const taken = written.get(part.toLowerCase());
            const isTwin = part === target && taken?.template !== undefined && taken.name === target;
            if (taken === undefined || isTwin || problems.has(part))
                continue;
            problems.set(part, takenName((0,snapshot/* joinPath */.uJ)(folder, part === target ? name : part), part !== target, part, taken));
        }
    }
    return [...problems.values()];
}
/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function withFolders(path) {
    const steps = path.split('/');
    return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
function takenName(file, isFolder, part, { name, template }) {
    const writes = template === undefined ? `Kompos writes a file` : `The template ${template} renders to a file`;
    const which = part === name ? 'of this name' : `"${name}", which is the same name where case does not count`;
    return (0,base_problems/* problem */.CC)('composition', `${writes} ${which}, so no other ${isFolder ? 'folder' : 'file'} may have it.`, {
        place: { file },
        hint: `Rename the ${isFolder ? 'folder' : 'file'}.`,
    });
}

;// CONCATENATED MODULE: ./src/rendering/render.ts
















/** `cloud.type` or `cloud.provider` of a configuration. */
function cloudOf(configuration, environment) {
    for (const key of ['cloud.type', 'cloud.provider']) {
        const { value, problems } = (0,interpolate/* valueAt */.fK)(configuration, key, environment);
        if (problems.length > 0)
            return { cloud: undefined, problems };
        if (value !== undefined && (0,secrets/* secretsIn */.VY)(value).length > 0) {
            return { cloud: undefined, problems: [(0,secret_places/* secretAt */.QF)(`"${key}"`, value.origin, (0,secrets/* secretsIn */.VY)(value))] };
        }
        if (value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '')
            return { cloud: value.value, problems: [] };
    }
    return { cloud: undefined, problems: [] };
}
/** Which top-level keys a composition gets, and in which files: `var.config`, the provider file. */
function givenKeys(settings, composition) {
    const excluded = settings.excludedKeys.get(composition) ?? [];
    const filtered = settings.filteredKeys.get(composition);
    return {
        variables: (key) => key !== 'provider' && !excluded.includes(key) && (filtered === undefined || filtered.includes(key)),
        provider: (key) => (key === 'provider' || key === 'terraform') && !excluded.includes(key),
    };
}
/** A configuration with only some of its top-level keys. */
function pick(configuration, isGiven) {
    const keys = Object.keys(configuration.children);
    if (keys.every(isGiven))
        return configuration;
    const children = (0,value/* createEntries */.dL)();
    for (const key of keys) {
        const value = configuration.children[key];
        if (value !== undefined && isGiven(key))
            children[key] = value;
    }
    return (0,value/* mapValue */.IS)(children, configuration.origin);
}
/**
 * Renders one leaf. Reports the problems of all templates; if any is an error, the rendering is incomplete and must not
 * be used.
 *
 * @param configuration the whole configuration of the leaf; the keys that it gets are interpolated
 * @param parser of HCL
 */
function renderLeaf(leaf, settings, configuration, source, environment, outside, parser) {
    const copied = copiedPart(source, parser);
    const problems = [...copied.problems];
    const files = new Map(copied.files.map((file) => [file.name, file]));
    const backends = [...copied.backends];
    const given = givenKeys(settings, leaf.composition);
    const provider = pick(configuration, given.provider);
    const variables = pick(configuration, given.variables);
    const targets = (0,target_names/* targetNamesOf */.D)(source, settings.versionedModuleSources);
    const values = openValues(source, targets, variables, outside);
    const pins = [];
    const blocks = [];
    const pinSecrets = [];
    /** Plain files beside their templates: one of the two goes. */
    const doubled = new Set();
    let isOpen = false;
    for (const { name, file, hcl } of copied.templates) {
        if (!settings.versionedModuleSources || hcl === undefined) {
            problems.push((0,base_problems/* warning */.$e)('template', 'The template is skipped: terraform.versioned_module_sources is false.', {
                place: { file: file.path },
            }));
            continue;
        }
        const target = (0,terraform_files/* renderedName */.rA)(name);
        const plain = files.get(target)?.content;
        if (plain?.kind === 'copy') {
            problems.push(renderedTwice(file.path, plain.file.path));
            doubled.add(plain.file.path);
        }
        const rendered = renderTemplate({ path: file.path, ...hcl }, configuration, environment);
        problems.push(...rendered.problems);
        pinSecrets.push(...rendered.secrets);
        files.set(target, {
            name: target,
            executable: file.executable,
            content: { kind: 'template', file, text: rendered.text },
        });
        const expressions = values.pins(target, file.path, hcl);
        pins.push(...rendered.pins, ...expressions.pins);
        isOpen ||= expressions.isOpen;
        blocks.push(...(0,static_pins/* pinnedBlocks */.bh)(file.path, hcl, [...rendered.replacements, ...expressions.replacements]));
        backends.push(...((0,terraform_files/* isJson */.Fh)(target)
            ? jsonFileBackends(target, file.path, (0,tf_json/* parseJson */.qF)(rendered.text), parser)
            : hclBackends(target, file.path, hcl, rendered.replacements, parser)));
    }
    for (const { name, file, hcl } of copied.expressed) {
        const expressions = values.pins(name, file.path, hcl);
        pins.push(...expressions.pins);
        isOpen ||= expressions.isOpen;
        blocks.push(...(0,static_pins/* pinnedBlocks */.bh)(file.path, hcl, expressions.replacements));
    }
    // What is wrong with a template is said first.
    const broken = new Set(problems.flatMap(({ severity, place }) => (severity === 'error' ? [place?.file] : [])));
    const sound = source.files.filter(({ file }) => !broken.has(file.path) && !doubled.has(file.path));
    problems.push(...sound.flatMap((file) => unresolvedPlaceholders(file, configuration)));
    problems.push(...(0,secret_places/* misplacedSecrets */.K9)(provider, variables, pins));
    const providerText = `${(0,json/* toJson */.aB)(provider)}\n`;
    files.set(terraform_files/* PROVIDER_FILE */.tV, generated(terraform_files/* PROVIDER_FILE */.tV, () => providerText));
    files.set(terraform_files/* VARIABLES_FILE */.bV, generated(terraform_files/* VARIABLES_FILE */.bV, () => `{\n  "config": ${indent((0,json/* toJson */.aB)(variables))}\n}\n`));
    backends.push(...jsonFileBackends(terraform_files/* PROVIDER_FILE */.tV, undefined, (0,json/* toPlain */.Ul)(provider), parser));
    const { state, onlyForOpenTofu, isSameForBoth, problems: unknown, } = statesOf(backends, targets, values, {
        leaf: leaf.path,
        outside,
    });
    problems.push(...unknown);
    if (!isSameForBoth) {
        problems.push((0,base_problems/* problem */.CC)('composition', 'Terraform and OpenTofu would keep the state in different places: their files differ in the backend.', {
            place: { file: source.folder },
            hint: 'Configure the same backend in the ".tf" and the ".tofu" files, or in the configuration.',
        }));
    }
    return {
        rendering: {
            leaf,
            source: source.folder,
            variables,
            provider,
            files: [...files.values()].sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.name, b.name)),
            pins,
            pinSecrets,
            blocks,
            ...(isOpen ? { isOpen } : {}),
            state,
            onlyForOpenTofu,
        },
        values,
        problems,
    };
}
const copiedParts = new WeakMap();
function copiedPart(source, parser) {
    let part = copiedParts.get(source);
    if (part === undefined) {
        const plain = source.files.filter(({ name }) => !(0,terraform_files/* isTemplate */.Fl)(name));
        const root = plain.flatMap(({ name, file, hcl }) => hcl === undefined || name.includes('/') ? [] : [{ name, file, hcl }]);
        part = {
            files: plain.map(({ name, file, hcl }) => {
                return { name, executable: file.executable, content: { kind: 'copy', file, text: hcl?.text } };
            }),
            templates: source.files.filter(({ name }) => (0,terraform_files/* isTemplate */.Fl)(name)),
            expressed: root.filter(({ hcl }) => hcl.parsed.expressions.length > 0),
            backends: root.flatMap(({ name, file, hcl }) => (0,terraform_files/* isJson */.Fh)(name)
                ? jsonFileBackends(name, file.path, (0,tf_json/* parseJson */.qF)(hcl.text), parser)
                : hclBackends(name, file.path, hcl, [], parser)),
            problems: [...source.files.flatMap(({ name, file }) => refused(name, file.path)), ...takenNames(source)],
        };
        copiedParts.set(source, part);
    }
    return part;
}
function renderedTwice(template, plain) {
    return (0,base_problems/* problem */.CC)('template', `The template renders to a file that is there as well: ${plain}`, {
        place: { file: template },
        hint: 'Remove one of the two.',
    });
}
/** OpenTofu reads `X.tofu` instead of `X.tf`: neither program may ignore what rendering writes. */
function refused(name, path) {
    const target = (0,terraform_files/* isTemplate */.Fl)(name) ? (0,terraform_files/* renderedName */.rA)(name) : name;
    const place = { file: path };
    if (target !== terraform_files/* PROVIDER_FILE */.tV.replace('.tf', '.tofu'))
        return [];
    const message = `OpenTofu would read this file and ignore the generated "${terraform_files/* PROVIDER_FILE */.tV}", backend included.`;
    return [(0,base_problems/* problem */.CC)('composition', message, { place, hint: 'Rename it.' })];
}
/** The text is generated lazily: of thousands of compared leaves, few are written. */
function generated(name, make) {
    return {
        name,
        executable: false,
        content: {
            kind: 'generated',
            get text() {
                return make();
            },
        },
    };
}
function indent(json) {
    return json.replaceAll('\n', '\n  ');
}


/***/ }),

/***/ 49452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ createCaches),
  y: () => (/* binding */ openRenderer)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/configurations.ts + 2 modules
var project_configurations = __webpack_require__(81587);
// EXTERNAL MODULE: ./src/project/leaves.ts
var project_leaves = __webpack_require__(32857);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(69368);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(80127);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/rendering/use/configuration-use.ts
var configuration_use = __webpack_require__(49076);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-grammar.ts
var hcl_grammar = __webpack_require__(49735);
// EXTERNAL MODULE: ./src/rendering/target-names.ts
var target_names = __webpack_require__(49294);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/rendering/use/static-values.ts + 3 modules
var static_values = __webpack_require__(13026);
;// CONCATENATED MODULE: ./src/rendering/module-instances.ts
/** The root module of a leaf and the local modules that it calls, once for each call, with the values they get. Pure. */




/** More calls of modules within modules than this are not followed. */
const MOST_CALLS = 400;
/**
 * Follows the calls of modules.
 *
 * @param rendered the leaf's rendering, and the values of its code
 * @param modules those that it reaches
 * @param valuesOf what a call's arguments are worked out with: once for each instance of the call
 */
function moduleInstances(program, root, { rendering, values }, modules, valuesOf = (_, caller) => [caller]) {
    const folders = new Map(modules.map((each) => [each.folder, each]));
    const rendered = new Map(rendering.pins.flatMap(({ written, address, value }) => (written === 'placeholder' ? [[address, value]] : [])));
    const open = [];
    const own = filesOf(root, program);
    const instances = [{ folder: root, values: values.of(program), prefix: '', files: own }];
    for (let at = 0; at < instances.length; at += 1) {
        const instance = instances[at];
        if (instance === undefined)
            break;
        for (const call of callsOf(instance.files)) {
            const { name, source } = call;
            const prefix = `${instance.prefix}module.${name}.`;
            const known = source && (instance.values.text(source)?.text ?? rendered.get(`${prefix}source`));
            if (known !== undefined && !(0,terraform_files/* isLocalModule */.gh)(known))
                continue;
            const folder = known === undefined ? undefined : folders.get((0,snapshot/* joinPath */.uJ)(instance.folder.folder, known));
            if (folder === undefined || instances.length >= MOST_CALLS) {
                open.push({ call, prefix });
                continue;
            }
            const files = filesOf(folder, program);
            const read = files.map(({ file, hcl }) => ({ path: file.path, parsed: hcl.parsed }));
            for (const caller of valuesOf(call, instance.values)) {
                const inner = new static_values/* StaticValues */.f(read, { kind: 'call', values: caller, arguments: call.arguments });
                instances.push({ folder, values: inner, prefix, files });
            }
        }
    }
    return { instances, open };
}
/** The calls in some files; of one that an override file completes, the arguments of both. */
function callsOf(files) {
    const calls = new Map();
    for (const { file, hcl } of inOrderOfOverrides(files)) {
        for (const call of hcl.parsed.code.calls) {
            const before = calls.get(call.name);
            const own = call.arguments.map((each) => ({ ...each, file: file.path }));
            const given = new Map([...(before?.arguments ?? []), ...own].map((each) => [each.name, each]));
            calls.set(call.name, {
                ...call,
                source: call.source ?? before?.source,
                arguments: [...given.values()],
                file: file.path,
            });
        }
    }
    return [...calls.values()];
}
/** What an override file says comes after what it overrides. */
function inOrderOfOverrides(files) {
    const rank = ({ name }) => ((0,terraform_files/* isOverride */.jn)(name) ? `1${name}` : '0');
    return files.some(({ name }) => (0,terraform_files/* isOverride */.jn)(name))
        ? [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
        : files;
}
/** The Terraform files of a folder that a program reads. */
function filesOf(folder, program) {
    const { all } = (0,target_names/* targetNamesOf */.D)(folder, true);
    return folder.files.flatMap(({ name, file, hcl }) => {
        const target = (0,terraform_files/* isTemplate */.Fl)(name) ? (0,terraform_files/* renderedName */.rA)(name) : name;
        const isRead = hcl !== undefined && !name.includes('/') && (0,terraform_files/* isReadBy */.wj)(program === 'opentofu', target, all);
        return isRead ? [{ name: target, file, hcl }] : [];
    });
}

// EXTERNAL MODULE: ./src/rendering/static-pins.ts
var static_pins = __webpack_require__(64653);
;// CONCATENATED MODULE: ./src/rendering/module-pins.ts
/** The pins of the local modules that a leaf calls, with the values that the calls give them. Pure. */



const NONE = { pins: [], blocks: [] };
/**
 * The pins of a leaf's local modules, with the addresses of the calls in front. Where the programs read different files,
 * only what both make the same of.
 *
 * @param rendered the leaf's rendering, and the values of its code
 * @param modules those that it reaches
 */
function modulePins(root, rendered, modules) {
    if (!modules.some(hasPins))
        return NONE;
    const terraform = pinsFor('terraform', root, rendered, modules);
    if (![root, ...modules].some((folder) => (0,target_names/* targetNamesOf */.D)(folder, true).hasTofu))
        return terraform;
    const opentofu = pinsFor('opentofu', root, rendered, modules);
    const [some, others] = [agreed(terraform, opentofu), agreed(opentofu, terraform)];
    const both = new Set(some.pins.map(placeOf));
    return {
        pins: [...some.pins, ...others.pins.filter((pin) => !both.has(placeOf(pin)))],
        blocks: [...new Map([...some.blocks, ...others.blocks].map((block) => [JSON.stringify(block), block])).values()],
    };
}
/** What another program does not read, or makes the same of. */
function agreed({ pins, blocks }, other) {
    const values = new Map(other.pins.map((pin) => [placeOf(pin), pin.value]));
    const texts = new Set(other.blocks.map(({ text }) => text));
    return {
        pins: pins.filter((pin) => !other.files.has(pin.template.file) || values.get(placeOf(pin)) === pin.value),
        blocks: blocks.filter(({ template, text }) => !other.files.has(template.file) || texts.has(text)),
    };
}
function placeOf({ address, template }) {
    return JSON.stringify([address, template]);
}
const withPins = new WeakMap();
function hasPins(folder) {
    const found = withPins.get(folder) ??
        folder.files.some(({ name, hcl }) => !name.includes('/') && hcl?.parsed.expressions.some(static_pins/* isPin */.um) === true);
    withPins.set(folder, found);
    return found;
}
function pinsFor(program, root, rendered, modules) {
    const called = new Set();
    const pins = [];
    const blocks = [];
    for (const { values, prefix, files } of moduleInstances(program, root, rendered, modules).instances.slice(1)) {
        for (const { file, hcl } of files) {
            called.add(file.path);
            const found = (0,static_pins/* expressionPins */.Zb)(file.path, hcl, (expression) => values.text(expression), prefix);
            pins.push(...found.pins);
            blocks.push(...(0,static_pins/* pinnedBlocks */.bh)(file.path, hcl, found.replacements, prefix));
        }
    }
    return { pins, blocks, files: called };
}

// EXTERNAL MODULE: ./src/rendering/render.ts + 5 modules
var rendering_render = __webpack_require__(59527);
// EXTERNAL MODULE: ./src/rendering/use/tfvars.ts
var tfvars = __webpack_require__(37746);
;// CONCATENATED MODULE: ./src/rendering/use/own-variables.ts
/** A composition's own files of variables must not set `config`: commands disagree about which value counts. */




const found = new WeakMap();
/** An error for each file of the folder that sets `config`. */
async function refuseOwnConfiguration(source, snapshot) {
    let problems = found.get(source);
    if (problems === undefined) {
        problems = look(source, snapshot);
        found.set(source, problems);
    }
    return problems;
}
async function look({ files }, snapshot) {
    const candidates = files
        .filter(({ name }) => (0,tfvars/* isTfvars */.Dl)(name) && name !== terraform_files/* EARLY_VARIABLES_FILE */.zb)
        .map(({ name, file }) => ({ name, file }));
    await snapshot.load(candidates.map(({ file }) => file));
    const problems = [];
    for (const { name, file } of candidates) {
        const place = { file: file.path };
        const text = snapshot.read(file).toString('utf8');
        // Terraform itself says what is wrong with a file that cannot be read.
        if ((0,tfvars/* readTfvars */.$V)(await (0,hcl_grammar/* loadHclParser */.p)(), name, text)?.has('config') !== true)
            continue;
        problems.push((0,base_problems/* problem */.CC)('composition', 'This file sets the variable "config", whose value is the configuration.', {
            place,
            hint: 'Remove "config" from it: some commands would use this value, and others the configuration.',
        }));
    }
    return problems;
}

// EXTERNAL MODULE: ./src/rendering/secret-places.ts
var secret_places = __webpack_require__(99551);
// EXTERNAL MODULE: ./src/stores/sops.ts + 2 modules
var sops = __webpack_require__(1265);
// EXTERNAL MODULE: ./src/rendering/leaf-reads.ts + 5 modules
var leaf_reads = __webpack_require__(97840);
// EXTERNAL MODULE: ./src/rendering/source-folders.ts
var source_folders = __webpack_require__(25107);
// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var hcl_expression = __webpack_require__(93000);
;// CONCATENATED MODULE: ./src/rendering/remote-states.ts
/** The `terraform_remote_state` blocks of files, and which outputs of these the code names. Pure. */



const TYPE = 'terraform_remote_state';
const PREFIX = `data.${TYPE}.`;
const withBlocks = new WeakMap();
/** Whether a module has such blocks in its own folder, or may have one in a part that cannot be read. */
function hasRemoteStates(folder) {
    const found = withBlocks.get(folder) ??
        folder.files.some(({ name, hcl }) => {
            if (hcl === undefined || name.includes('/'))
                return false;
            const { given, unreadable } = hcl.parsed.code;
            if (given.some((each) => each.name.startsWith(PREFIX)))
                return true;
            return unreadable !== undefined && hcl.text.includes(TYPE);
        });
    withBlocks.set(folder, found);
    return found;
}
/** The blocks of a module; what an override file gives one counts. */
function remoteStatesIn(files) {
    const found = new Map();
    for (const { name: target, file, hcl } of inOrderOfOverrides(files)) {
        for (const { name, attribute, value, isPart, blockLine } of hcl.parsed.code.given) {
            if (!isPart || !name.startsWith(PREFIX))
                continue;
            const label = name.slice(PREFIX.length);
            const line = (0,terraform_files/* isJson */.Fh)(target) ? lineInJson(hcl.text, label) : (blockLine ?? 1);
            const block = found.get(label) ?? { file: file.path, line, given: new Map() };
            block.given.set(attribute, value);
            found.set(label, block);
        }
    }
    return [...found].map(([name, block]) => ({ name, ...block }));
}
/** A name in JSON has no position: that of its first mention behind the type is taken. */
function lineInJson(text, name) {
    const type = text.indexOf(`"${TYPE}"`);
    const at = text.indexOf(JSON.stringify(name), Math.max(type, 0));
    return text.slice(0, Math.max(at, 0)).split('\n').length;
}
/** Where parts of files cannot be read that may have such a block. */
function unreadablePlaces(files) {
    return files.flatMap(({ file, hcl }) => {
        const { unreadable } = hcl.parsed.code;
        return unreadable !== undefined && hcl.text.includes(TYPE) ? [{ file: file.path, line: unreadable.line }] : [];
    });
}
const references = new WeakMap();
/** The references to such blocks in a file. */
function remoteReferences(code) {
    let found = references.get(code);
    if (found === undefined) {
        const { locals, outputs, calls, given, others } = code;
        const named = [...locals, ...outputs, ...given, ...calls.flatMap((call) => call.arguments)];
        found = [...named.map(({ value }) => value), ...others].flatMap(referencesIn);
        references.set(code, found);
    }
    return found;
}
function referencesIn(expression) {
    if (expression.kind !== 'reference')
        return (0,hcl_expression/* partsOf */.CI)(expression).flatMap(referencesIn);
    const { root, path, isCut, rest } = expression;
    if (root !== 'data' || (path[0] ?? TYPE) !== TYPE)
        return [];
    const [, name, ...steps] = path;
    // What follows is not known where it was not kept.
    const behind = isCut === true ? (rest ?? [expression]) : [];
    return [name === undefined ? { name, steps: [] } : { name, steps: [...steps, ...behind] }];
}

// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var rendering_state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/rendering/use/known-value.ts
var known_value = __webpack_require__(61755);
;// CONCATENATED MODULE: ./src/rendering/state-reads.ts





/** More of them in one leaf are not told apart. */
const MOST_INSTANCES = 1000;
/** What stands for the instances of a block that are not known. */
const ANY_INSTANCE = new Map([
    ['each', known_value/* UNKNOWN */.HV],
    ['count', known_value/* UNKNOWN */.HV],
]);
/**
 * The states that a leaf reads.
 *
 * @param rendered the leaf's rendering, and the values of its code
 * @param modules those that it reaches
 * @param tool the program that runs the leaf; undefined: either
 */
function stateReads(root, rendered, modules, outside, tool) {
    if (![root, ...modules].some(hasRemoteStates))
        return [];
    const hasTofu = [root, ...modules].some((folder) => (0,target_names/* targetNamesOf */.D)(folder, true).hasTofu);
    const programs = tool !== undefined ? [tool] : hasTofu ? ['terraform', 'opentofu'] : ['terraform'];
    const reads = programs.flatMap((program) => readsOf(program, root, rendered, modules, outside));
    return programs.length === 1 ? reads : distinct(reads);
}
function readsOf(program, root, rendered, modules, outside) {
    const everywhere = new Map([['terraform', (0,known_value/* knownMap */.cw)([['workspace', (0,known_value/* knownText */.bG)((0,rendering_state/* workspaceOf */.B3)(outside))]])]]);
    const valuesOf = (call, caller) => {
        const given = new Map(call.arguments.map(({ name, value }) => [name, value]));
        return instancesOf(given, caller).map(({ bindings }) => caller.within(new Map([...everywhere, ...bindings])));
    };
    const { instances, open } = moduleInstances(program, root, rendered, modules, valuesOf);
    const { leaf } = rendered.rendering;
    const reads = instances.flatMap((instance) => {
        const values = instance.values.within(everywhere);
        return readsOfModule({ ...instance, values }, { leaf: leaf.path, outside });
    });
    // Any of the modules may be what such a call leads to, also one that another call leads to.
    const unfollowed = modules.some(hasRemoteStates) ? open : [];
    return [
        ...reads,
        ...unfollowed.map(({ call: { file, line, name }, prefix }) => unknownRead(`${prefix}data.terraform_remote_state`, { file, line }, `The source of module "${name}" is not known.`)),
    ];
}
function unknownRead(address, { file, line }, why) {
    return { address, file, line, outputs: 'all', state: undefined, namesWorkspace: true, why };
}
function readsOfModule({ values, prefix, files }, context) {
    const blocks = remoteStatesIn(files);
    const unreadable = unreadablePlaces(files);
    const references = unreadable.length > 0 ? [EVERYTHING] : files.flatMap(({ hcl }) => remoteReferences(hcl.parsed.code));
    return [
        ...blocks.flatMap((block) => readsOfBlock(block, values, references, prefix, context)),
        ...unreadable.map((place) => unknownRead(`${prefix}data.terraform_remote_state`, place, 'A part of the file cannot be read.')),
    ];
}
const EVERYTHING = { name: undefined, steps: [] };
function readsOfBlock(block, values, references, prefix, { leaf, outside }) {
    const isRepeated = block.given.has('for_each') || block.given.has('count');
    const used = references.filter(({ name }) => name === undefined || name === block.name);
    return instancesOf(block.given, values).map(({ key, bindings }) => {
        const own = values.within(bindings);
        const { state, why } = stateOf(block, own, leaf, outside);
        const { file, line } = block;
        const address = `${prefix}data.terraform_remote_state.${block.name}`;
        const outputs = outputsOf(used, isRepeated ? key : 'only');
        return { address, file, line, outputs, state, namesWorkspace: namesWorkspace(block, own), why };
    });
}
/** The instances of a block with `for_each` or `count`; one whose key is not known where these are not. */
function instancesOf(given, values) {
    const [forEach, count] = [given.get('for_each'), given.get('count')];
    const instances = forEach !== undefined ? eachOf(values.known(forEach)) : count !== undefined ? countOf(values.known(count)) : ONCE;
    const isTooMany = instances !== undefined && instances.length > MOST_INSTANCES;
    return instances === undefined || isTooMany ? [{ key: undefined, bindings: ANY_INSTANCE }] : instances;
}
const ONCE = [{ key: undefined, bindings: new Map() }];
function eachOf(over) {
    const of = (key, value) => {
        const each = (0,known_value/* knownMap */.cw)([
            ['key', (0,known_value/* knownText */.bG)(key)],
            ['value', value],
        ]);
        return { key, bindings: new Map([['each', each]]) };
    };
    if (over.kind === 'map')
        return [...over.entries].map(([key, value]) => of(key, value));
    if (over.kind !== 'list' && over.kind !== 'set')
        return undefined;
    const keys = new Set(over.of.flatMap((each) => (each.kind === 'text' ? [each.text] : [])));
    return over.of.every(({ kind }) => kind === 'text') ? [...keys].map((key) => of(key, (0,known_value/* knownText */.bG)(key))) : undefined;
}
function countOf(count) {
    if (count.kind !== 'text' || !/^\d{1,4}$/u.test(count.text))
        return undefined;
    return Array.from({ length: Number(count.text) }, (_, index) => ({
        key: String(index),
        bindings: new Map([['count', (0,known_value/* knownMap */.cw)([['index', (0,known_value/* knownText */.bG)(String(index))]])]]),
    }));
}
/** @param key of the instance; `only` where the block is not repeated */
function outputsOf(references, key) {
    const names = new Set();
    for (const { steps } of references) {
        const [index, ...behind] = key === 'only' ? [undefined, ...steps] : steps;
        const written = typeof index === 'string' ? index : index?.kind === 'plain' ? index.value : undefined;
        if (written !== undefined && key !== undefined && written !== key)
            continue;
        const [attribute, output] = behind;
        if (attribute !== undefined && attribute !== 'outputs' && typeof attribute === 'string')
            continue;
        if (attribute === undefined || typeof output !== 'string')
            return 'all';
        names.add(output);
    }
    return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
function stateOf({ given }, values, leaf, outside) {
    const knownOf = (name) => {
        const expression = given.get(name);
        return expression === undefined ? { kind: 'null' } : values.known(expression);
    };
    const backend = knownOf('backend');
    if (backend.kind !== 'text')
        return { state: undefined, why: notKnown('backend') };
    const settings = new Map();
    const config = knownOf('config');
    if (config.kind !== 'null' && (config.kind !== 'map' || !flatten(config.entries, '', settings)))
        return { state: undefined, why: notKnown('config') };
    const type = backend.text === '_local' ? 'local' : backend.text;
    const { workspace, why } = workspaceFor(knownOf('workspace'), outside);
    // Options of `init` complete the leaf's own backend only.
    const context = { leaf, outside: { ...outside, completesBackends: false }, workspace };
    const state = (0,rendering_state/* stateIdentity */.yU)([{ type, settings }], context);
    return { state, why: state?.unknown === undefined ? why : notKnown(`config.${state.unknown.setting}`) };
}
function namesWorkspace({ given }, values) {
    const expression = given.get('workspace');
    const workspace = expression === undefined ? known_value/* NULL_VALUE */.M_ : values.known(expression);
    return workspace.kind === 'text' ? !/^(?:default)?$/u.test(workspace.text) : workspace.kind !== 'null';
}
/** The workspace that is read: without one, the default one. Where it is not known, the one of the run is likely. */
function workspaceFor(given, outside) {
    const selected = (0,rendering_state/* workspaceOf */.B3)(outside);
    if (given.kind === 'null')
        return { workspace: 'default', why: undefined };
    if (given.kind !== 'text')
        return { workspace: selected, why: notKnown('workspace') };
    const isKnown = selected === 'default' || given.text === selected || given.text === 'default';
    if (isKnown)
        return { workspace: given.text === '' ? 'default' : given.text, why: undefined };
    return { workspace: selected, why: 'Whether it is the workspace that TF_WORKSPACE selects is not known.' };
}
function notKnown(argument) {
    return `"${argument}" is not known before Terraform runs.`;
}
/** Adds settings as a backend block has them: those of nested blocks dotted. False where their names are not known. */
function flatten(entries, prefix, settings) {
    return [...entries].every(([key, known]) => {
        const name = `${prefix}${key}`;
        switch (known.kind) {
            case 'null':
                return true;
            case 'map':
                return flatten(known.entries, `${name}.`, settings);
            case 'list':
            case 'set': {
                const [only, ...others] = known.of;
                if (only?.kind === 'map' && others.length === 0)
                    return flatten(only.entries, `${name}.`, settings);
                const texts = known.of.map((each) => (each.kind === 'text' ? each.text : undefined));
                return add(name, texts.includes(undefined) ? undefined : JSON.stringify(texts));
            }
            case 'text':
                return add(name, known.text);
            default:
                return add(name, undefined);
        }
    });
    function add(name, value) {
        settings.set(name, { value, outline: '', text: '' });
        return true;
    }
}
/** Without what the programs read alike. */
function distinct(reads) {
    const key = ({ address, file, line, outputs, state, why }) => JSON.stringify([address, file, line, outputs, state?.written, why]);
    return [...new Map(reads.map((read) => [key(read), read])).values()];
}

;// CONCATENATED MODULE: ./src/rendering/renderer.ts



















/** Caches for one run. */
function createCaches() {
    return { layers: new Map(), outcomes: new WeakMap(), syntax: new Map() };
}
/** One or two dots by themselves, an escape, an expression of Terraform, a folder of runners, or the environment. */
const MAY_LEAD_OUT = /(?<![.\w])\.{1,2}(?![.\w])|\\[uUx]|[$%]\{|\/(?:home|github|__w|proc)\/|env\(/u;
const NAMES_A_SEALED_FILE = /\{\{\s*sops\s*[.:]/u;
/** What prevents the rendering of a paused leaf does not matter. */
function refusedOnly(error) {
    if (!(error instanceof base_problems/* ProblemError */.Mm))
        throw error;
}
function leadsAnywhere({ anywhere }) {
    if (anywhere === undefined)
        return [];
    const { file, line, text } = anywhere;
    const message = `This may read any file of the repository, so a change of any file counts: ${text}`;
    return [(0,base_problems/* warning */.$e)('composition', message, { place: { file, line } })];
}
function providerText({ files }) {
    const content = files.find(({ name }) => name === terraform_files/* PROVIDER_FILE */.tV)?.content;
    return content?.kind === 'generated' ? content.text : '';
}
function inSubmodule({ path }) {
    return (0,base_problems/* problem */.CC)('composition', 'A submodule lies in the composition, and its files are in another repository.', {
        place: { file: path },
        hint: 'Put it beside the composition and call it as a module ("../modules/…"), with "submodules: true" at actions/checkout.',
    });
}
function noFolder(path, leaves) {
    const closest = (0,closest_name/* nearest */.p)(path, leaves.flatMap((leaf) => leaf.layers));
    return (0,base_problems/* problemError */.gS)('leaf', `There is no folder "${path}" with configuration in it.`, {
        hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
    });
}
/**
 * @param leaves the project's leaves that matter to the caller
 * @param environment what `{{env(NAME)}}` may read
 * @param listMerge overrides the project's setting
 * @param outside what the environment adds to what the code says
 * @param whenReads whether `statesOf` is asked of most leaves, or of few: each is rendered again then
 */
function openRenderer(project, leaves, environment, caches, listMerge, outside, whenReads = 'always') {
    const configurations = (0,project_configurations/* openConfigurations */._)(project, environment, caches, listMerge);
    const layerRoots = new Set(leaves.flatMap((leaf) => leaf.layers.slice(0, 1)));
    const sourceAt = (0,source_folders/* openSourceFolders */.p)(project.snapshot, caches.syntax);
    const reads = (0,leaf_reads/* openLeafReads */.w)(project.snapshot, sourceAt, layerRoots);
    const states = new Map();
    const program = { terraform: 'terraform', tofu: 'opentofu' };
    const { tool } = project.settings;
    async function render(leaf, withReads) {
        if (project.unreadable !== undefined)
            return { ok: false, leaf, problems: project.unreadable };
        const given = (0,rendering_render/* givenKeys */.iH)(project.settings, leaf.composition);
        const { value: configuration, problems } = await configurations.resolve(leaf, (key) => given.variables(key) || given.provider(key));
        if (configuration === undefined)
            return { ok: false, leaf, problems: [...problems, ...(await missingFolder(leaf))] };
        const { cloud, problems: unknownCloud } = (0,rendering_render/* cloudOf */.hH)(configuration, environment);
        if (unknownCloud.length > 0)
            return { ok: false, leaf, problems: [...problems, ...unknownCloud] };
        const folder = (0,project_project/* sourceFolder */.Id)(project, leaf, cloud);
        const source = await sourceAt(folder);
        if (source === undefined)
            return { ok: false, leaf, problems: [...problems, unknownComposition(leaf, folder)] };
        if (source.submodule !== undefined)
            return { ok: false, leaf, problems: [...problems, inSubmodule(source.submodule)] };
        const result = (0,rendering_render/* renderLeaf */.N)(leaf, project.settings, configuration, source, environment, outside, await (0,hcl_grammar/* loadHclParser */.p)());
        const found = [...problems, ...result.problems, ...(await refuseOwnConfiguration(source, project.snapshot))];
        if ((0,base_problems/* hasErrors */.Cs)(found))
            return { ok: false, leaf, problems: found };
        // A module with a placeholder in its source is found through the rendered pins, relative to its template's folder.
        const pinned = result.rendering.pins
            .filter(({ written, address, value }) => written === 'placeholder' && /^module\..*\.source$/u.test(address) && (0,terraform_files/* isLocalModule */.gh)(value))
            .map(({ template, value }) => (0,snapshot/* joinPath */.uJ)(template.file, `../${value}`));
        const { variables } = result.rendering;
        const input = { pinned, variables, provider: providerText(result.rendering) };
        const reach = await reads.reach(folder, input);
        // The generated provider file is a Terraform file as well: its strings may contain references.
        const use = /[$%]\{/u.test(input.provider) ? configuration_use/* WHOLE_CONFIGURATION */.b5 : await reads.use(folder, reach);
        const warnings = [...found, ...leadsAnywhere(reach)];
        const modules = await modulesOf(reach);
        const { pins, blocks } = modulePins(source, result, modules);
        if (withReads) {
            const readStates = stateReads(source, result, modules, outside, tool && program[tool]);
            states.set(leaf.path, { leaf: leaf.path, state: result.rendering.state, reads: readStates, isRendered: true });
        }
        const rendering = pins.length === 0
            ? result.rendering
            : {
                ...result.rendering,
                pins: [...result.rendering.pins, ...pins],
                blocks: [...result.rendering.blocks, ...blocks],
            };
        const code = { root: source, modules };
        const sealedFiles = await sealedFilesOf(rendering);
        return { ok: true, rendering, reach, use, code, snapshot: project.snapshot, sealedFiles, warnings };
    }
    const moduleFolders = new WeakMap();
    /** The local modules of a reach, which many leaves have in common. */
    function modulesOf(reach) {
        let found = moduleFolders.get(reach);
        if (found === undefined) {
            found = Promise.all(reach.modules.map(({ folder }) => sourceAt(folder))).then((all) => all.flatMap((each) => each ?? []));
            moduleFolders.set(reach, found);
        }
        return found;
    }
    /** Of a leaf whose configuration cannot be interpolated: all that is wrong is to be said at once. */
    async function missingFolder(leaf) {
        const { value, problems } = await configurations.merged(leaf);
        if (value === undefined || (0,base_problems/* hasErrors */.Cs)(problems))
            return [];
        const { cloud, problems: unknownCloud } = (0,rendering_render/* cloudOf */.hH)(value, environment);
        if (unknownCloud.length > 0)
            return [];
        const folder = (0,project_project/* sourceFolder */.Id)(project, leaf, cloud);
        return project.snapshot.filesBelow(folder).length > 0 ? [] : [unknownComposition(leaf, folder)];
    }
    /** What SOPS has encrypted in files that the configuration names, as far as Terraform gets it. */
    async function sealedFilesOf(rendering) {
        const found = [];
        for (const reference of (0,secret_places/* secretsOf */.Fj)(rendering)) {
            if (reference.store !== 'sops' || reference.options['sealed'] !== undefined)
                continue;
            const path = (0,sops/* fileOf */.W7)(reference, project.root);
            const file = project.snapshot.file(path);
            if (file !== undefined)
                await project.snapshot.load([file]);
            // Without metadata of SOPS all of it counts.
            const digest = file && ((0,sops/* ciphertextDigest */.ZS)(reference, project.snapshot.read(file)) ?? file.id);
            found.push({ path, key: reference.key.join('.'), digest: digest ?? 'missing' });
        }
        return found;
    }
    function unknownComposition(leaf, folder) {
        const folders = new Set();
        for (const { path } of project.snapshot.files()) {
            if ((0,terraform_files/* isTerraformFile */.L5)(path) || (0,terraform_files/* isTemplate */.Fl)(path))
                folders.add((0,names/* folderOf */.y)(path));
        }
        const closest = (0,closest_name/* nearest */.p)(folder, folders);
        const check = "Check the composition's name, the configuration's cloud.type, and terraform.local_path in .komposconfig.yaml.";
        return (0,base_problems/* problem */.CC)('composition', `The composition folder "${folder}" does not exist.`, {
            place: { file: leaf.path },
            hint: closest === undefined ? check : `Did you mean "${closest}"? ${check}`,
        });
    }
    /** The candidate folders of a composition: each leaf's layers decide which one it is. */
    function compositionFolders() {
        const { localPath } = project.settings;
        const top = (0,snapshot/* joinPath */.uJ)(project.root, localPath);
        const prefix = top === '' ? '' : `${top}/`;
        const names = new Set(leaves.map((leaf) => leaf.composition));
        const folders = new Map();
        for (const { path } of project.snapshot.files()) {
            if (!path.startsWith(prefix))
                continue;
            const parts = path.split('/');
            for (let index = parts.length - 2; index >= 0; index -= 1) {
                const name = parts[index] ?? '';
                if (!names.has(name))
                    continue;
                const found = folders.get(name) ?? new Set();
                folders.set(name, found.add(parts.slice(0, index + 1).join('/')));
            }
        }
        return new Map([...folders].map(([name, found]) => [name, [...found]]));
    }
    const searches = new Map();
    /** Whether any layer contains something. */
    function layersHold(pattern) {
        const found = searches.get(pattern) ?? search(pattern);
        searches.set(pattern, found);
        return found;
        async function search(sought) {
            const layers = project.snapshot
                .files()
                .filter(({ path }) => (0,project_layers/* isLayerFile */.Q)(path) && [...layerRoots].some((root) => path.startsWith(`${(0,snapshot/* joinPath */.uJ)(project.root, root)}/`)));
            await project.snapshot.load(layers);
            return layers.some((file) => sought.test(project.snapshot.read(file).toString('utf8')));
        }
    }
    async function reaches(folder, paths) {
        for (const path of paths)
            if (path.startsWith(`${folder}/`))
                return true;
        const source = await sourceAt(folder);
        if (source === undefined)
            return false;
        const calls = source.files.flatMap(({ hcl }) => hcl?.parsed.code.calls ?? []);
        // Only a leaf's pins say where such a module is.
        const isPinned = (text) => text.includes('{{') && /^(\.|\{\{)/u.test(text);
        if (calls.some((call) => call.source?.kind === 'text' && isPinned(call.source.text)))
            return true;
        // A leaf's configuration may contain paths that lead out, which is known only after rendering.
        if ([...paths].some((path) => !(0,project_layers/* isLayerFile */.Q)(path)) && (await layersHold(MAY_LEAD_OUT)))
            return true;
        // A file of SOPS may have any name, and the name may be in any layer.
        if (await layersHold(NAMES_A_SEALED_FILE))
            return true;
        const reach = await reads.reach(folder, { pinned: [], variables: undefined, provider: '' });
        return [...reach.files, ...reach.modules.flatMap(({ files }) => files)].some(({ path }) => paths.has(path));
    }
    async function renderOrPause(leaf, withReads) {
        const unread = { leaf: leaf.path, state: undefined, reads: [], isRendered: false };
        if (withReads)
            states.set(leaf.path, unread);
        try {
            const { place, problems } = await configurations.pausedAt(leaf);
            if (problems.length > 0)
                return { ok: false, leaf, problems };
            if (place === undefined)
                return await render(leaf, withReads);
            const would = await render(leaf, withReads).catch(refusedOnly);
            const rendering = would?.ok === true ? would.rendering : undefined;
            if (withReads)
                states.set(leaf.path, { ...unread, state: rendering?.state, isRendered: true });
            return { ok: false, leaf, problems: [], paused: { place, rendering } };
        }
        catch (error) {
            // A broken link or a path that leads out affects only this leaf. A damaged repository does not: at base it would
            // be mistaken for a change.
            if (!(error instanceof base_problems/* ProblemError */.Mm) || error.problems.some(({ code }) => code === 'git' || code === 'base')) {
                throw error;
            }
            return { ok: false, leaf, problems: error.problems };
        }
    }
    return {
        project,
        leaves,
        withSecrets: (secrets) => openRenderer(project, leaves, { read: (name) => environment.read(name), secrets }, caches, listMerge, outside, whenReads),
        load: (some) => configurations.load(some),
        merged: (leaf) => configurations.merged(leaf),
        source: sourceAt,
        async configuration(path, needed) {
            const folder = (0,snapshot/* joinPath */.uJ)(project.root, path);
            if (project.snapshot.filesBelow(folder).length === 0)
                throw noFolder(path, leaves);
            const { value, problems } = await configurations.resolve((0,project_leaves/* describeLeaf */.o3)(path, project.settings.configRoots), needed);
            (0,base_problems/* throwOnErrors */.pe)((0,base_problems/* inLeaves */.e$)([{ leaf: path, problems }]));
            if (value === undefined)
                throw new Error(`${path} has neither a configuration nor problems`);
            return value;
        },
        shownPlace(source) {
            const { localPath, rootPath } = project.settings;
            const base = (0,snapshot/* joinPath */.uJ)(project.root, (0,snapshot/* joinPath */.uJ)(localPath, rootPath));
            return (0,snapshot/* joinPath */.uJ)('terraform', source.slice(base === '' ? 0 : base.length + 1));
        },
        async compositionsReaching(paths) {
            const wanted = new Set(paths);
            const reaching = new Set();
            for (const [name, folders] of compositionFolders()) {
                for (const folder of folders) {
                    // What cannot be read here is reported when the leaf is rendered.
                    if (await reaches(folder, wanted).catch(() => true))
                        reaching.add(name);
                }
            }
            return reaching;
        },
        render: (leaf) => renderOrPause(leaf, whenReads === 'always'),
        async statesOf(leaf) {
            if (!states.has(leaf.path))
                await renderOrPause(leaf, true);
            return states.get(leaf.path) ?? { leaf: leaf.path, state: undefined, reads: [], isRendered: false };
        },
    };
}


/***/ }),

/***/ 26767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ sliceWith)
/* harmony export */ });
/** Texts that are put into ranges of a file. Pure. */
/**
 * A range of a text with what is put into it.
 *
 * @param replacements none overlaps another, and none lies across an end of the range
 */
function sliceWith(text, replacements, start, end) {
    let rendered = '';
    let at = start;
    for (const each of [...replacements].sort((a, b) => a.start - b.start)) {
        if (each.start < at || each.end > end)
            continue;
        rendered += text.slice(at, each.start) + each.text;
        at = each.end;
    }
    return rendered + text.slice(at, end);
}


/***/ }),

/***/ 99551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   K9: () => (/* binding */ misplacedSecrets),
/* harmony export */   QF: () => (/* binding */ secretAt),
/* harmony export */   lr: () => (/* binding */ mayBeSecret)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8678);
/** Where secrets may be in what a leaf gives Terraform. Pure. */


/** All secrets in a rendering, each once. */
function secretsOf({ variables, provider, pinSecrets }) {
    return (0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .distinct */ .dM)([...(0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(variables), ...(0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(provider), ...pinSecrets]);
}
/** A setting of a backend needs no other name than its reference; anything else decides what runs, or is shown. */
function mayBeSecret(address) {
    return address.startsWith('terraform.backend.');
}
/** The problem of a secret where it would be shown, or decide what is rendered. */
function secretAt(what, place, secrets) {
    const names = secrets.map(({ name }) => name).join(', ');
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('secrets', `${what} would be the secret ${names}, but it decides what runs and is shown to everybody.`, {
        place,
        hint: 'Write it into a layer. Secrets may be in the configuration that Terraform gets, and in the settings of a backend.',
    });
}
/** Problems of the generated files, and of pins that are worked out from them. */
function misplacedSecrets(provider, variables, pins) {
    const terraform = provider.children['terraform'];
    const inTerraform = terraform?.kind === 'map' ? Object.entries(terraform.children) : [];
    const misplaced = inTerraform.flatMap(([key, value]) => {
        const secrets = key === 'backend' ? [] : (0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(value);
        return secrets.length === 0 ? [] : [secretAt(`"terraform.${key}"`, value.origin, secrets)];
    });
    const evaluated = (0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(provider).length === 0 ? [] : evaluatedSecrets(provider);
    const worked = (0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(variables).length === 0 ? [] : pins.filter(holdsStandIn);
    return [
        ...misplaced,
        ...evaluated,
        ...worked.map(({ address, template }) => secretAt(`"${address}"`, template, (0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(variables))),
    ];
}
/** Only values that are worked out here; Terraform works them out again. */
function holdsStandIn({ written, address, value }) {
    return written === 'expression' && !mayBeSecret(address) && /\(secret: /iu.test(value);
}
/** Terraform evaluates the texts of the provider file: no secret may write an expression. */
function evaluatedSecrets(value) {
    if (value.kind !== 'scalar') {
        const children = value.kind === 'map' ? Object.values(value.children) : value.children;
        return children.flatMap(evaluatedSecrets);
    }
    const { secrets = [] } = value;
    if (secrets.length === 0 || value.isStandIn === true || !/[$%]\{/u.test(value.spelling))
        return [];
    return [
        (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('secrets', `The secret ${secrets.map(({ name }) => name).join(', ')} has "\${" or "%{" in it, which Terraform would evaluate in a provider or backend.`, { place: value.origin, hint: 'Pass it as a variable of the provider, from var.config.' }),
    ];
}


/***/ }),

/***/ 25107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openSourceFolders)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _hcl_hcl_grammar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49735);
/* harmony import */ var _hcl_parse_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65522);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1650);
/* harmony import */ var _use_tfvars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37746);
/** Folders of Terraform sources in a snapshot, read and parsed once. */






/** The source folders of a snapshot. */
function openSourceFolders(snapshot, syntax) {
    const folders = new Map();
    async function readFolder(path) {
        const prefix = path === '' ? 0 : path.length + 1;
        const named = snapshot
            .filesBelow(path)
            .map((file) => ({ name: file.path.slice(prefix), file }))
            .filter(({ name }) => !(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isLeftOut */ .WY)(name));
        if (named.length === 0)
            return undefined;
        const terraform = named.filter(({ name }) => (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isTerraformFile */ .L5)(name) || (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isTemplate */ .Fl)(name));
        await snapshot.load(terraform.map(({ file }) => file));
        const files = [];
        for (const { name, file } of named) {
            if (file.isSubmodule === true)
                continue;
            if (!(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isTerraformFile */ .L5)(name) && !(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isTemplate */ .Fl)(name)) {
                files.push({ name, file });
                continue;
            }
            const decoded = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(file.path, snapshot.read(file), 'template');
            if ('problem' in decoded)
                throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm([decoded.problem]);
            const { text } = decoded;
            const key = `${(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isJson */ .Fh)(name) ? 'json' : 'hcl'} ${file.id}`;
            let parsed = syntax.get(key);
            if (parsed === undefined) {
                parsed = await (0,_hcl_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTerraformFile */ .U)(file.path, text);
                syntax.set(key, parsed);
            }
            files.push({ name, file, hcl: { text, parsed } });
        }
        const variables = await readVariables(files.filter(({ name }) => (0,_use_tfvars_js__WEBPACK_IMPORTED_MODULE_4__/* .isTfvars */ .Dl)(name)));
        return { folder: path, files, submodule: named.find(({ file }) => file.isSubmodule)?.file, variables };
    }
    async function readVariables(files) {
        const values = new Map();
        if (files.length === 0)
            return values;
        await snapshot.load(files.map(({ file }) => file));
        const parser = await (0,_hcl_hcl_grammar_js__WEBPACK_IMPORTED_MODULE_2__/* .loadHclParser */ .p)();
        for (const { file } of (0,_use_tfvars_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrderOfTfvars */ .dp)(files)) {
            const read = (0,_use_tfvars_js__WEBPACK_IMPORTED_MODULE_4__/* .readTfvars */ .$V)(parser, file.path, snapshot.read(file).toString('utf8'));
            if (read === undefined)
                return undefined;
            for (const [name, given] of read)
                values.set(name, given);
        }
        return values;
    }
    return (path) => {
        let read = folders.get(path);
        if (read === undefined) {
            read = readFolder(path);
            folders.set(path, read);
        }
        return read;
    };
}


/***/ }),

/***/ 98252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YP: () => (/* binding */ isPlaceSetting),
  It: () => (/* binding */ lostState),
  Lx: () => (/* binding */ mayBeSame),
  yU: () => (/* binding */ stateIdentity),
  B3: () => (/* binding */ workspaceOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/rendering/state-places.ts
/**
 * Where each backend keeps a state: which settings say so, what stands for those that are absent, and which texts mean
 * the same. Pure.
 * Source: the backends of Terraform 1.15.5 (internal/backend, internal/cloud) and OpenTofu 1.12.6.
 */

/** The name of the workspace that all leaves of a run use, where it is not the default one: no other one has it. */
const WORKSPACE = '\0workspace';
/**
 * @param settings names of the backend's settings
 * @param workspace its name; undefined for `default`
 * @param leaf its path
 */
function placeOf(type, settings, workspace, leaf) {
    switch (type) {
        case 'local':
            return { store: type, parts: [localFile(workspace, leaf)] };
        case 's3':
            return {
                store: type,
                parts: [
                    one('bucket'),
                    objectInFolder('env:', workspace),
                    // A bucket's name is unique within a partition.
                    { name: 'partition', of: [{ ...optional('region'), isMinor: true }], make: partition, isLoose: true },
                    server(optional(['endpoints.s3', 'endpoint'], ['AWS_ENDPOINT_URL_S3', 'AWS_S3_ENDPOINT', 'AWS_ENDPOINT_URL'])),
                ],
            };
        case 'gcs':
            return {
                store: type,
                parts: [
                    one('bucket'),
                    {
                        name: 'prefix',
                        of: [optional('prefix')],
                        make: (prefix = '') => joined(prefix.replace(/^\/+/u, ''), `${workspace ?? 'default'}.tfstate`),
                    },
                    server(optional('storage_custom_endpoint', [
                        'GOOGLE_BACKEND_STORAGE_CUSTOM_ENDPOINT',
                        'GOOGLE_STORAGE_CUSTOM_ENDPOINT',
                    ]), optional('universe_domain', ['GOOGLE_BACKEND_UNIVERSE_DOMAIN'])),
                ],
            };
        case 'azurerm':
            return {
                store: type,
                parts: [
                    one('storage_account_name', (name) => name.toLowerCase()),
                    one('container_name'),
                    one('key', (key) => objectName(suffixed(key, 'env:', workspace))),
                    server(optional('environment', ['ARM_ENVIRONMENT'], 'public'), optional('metadata_host', ['ARM_METADATA_HOSTNAME', 'ARM_METADATA_HOST'])),
                ],
            };
        case 'http': {
            const address = required('address', ['TF_HTTP_ADDRESS']);
            return {
                store: type,
                parts: [
                    { name: 'address', of: [address], make: urlPath },
                    { name: 'server', of: [address], make: urlServer, isLoose: true },
                ],
            };
        }
        case 'pg': {
            const connection = required('conn_str', ['PG_CONN_STR']);
            return {
                store: type,
                parts: [
                    { name: 'conn_str', of: [connection], make: database },
                    { name: 'server', of: [connection], make: databaseServer, isLoose: true },
                    {
                        name: 'schema_name',
                        of: [optional('schema_name', ['PG_SCHEMA_NAME'], 'terraform_remote_state')],
                        make: identifier,
                    },
                    { name: 'table_name', of: [optional('table_name', ['PG_TABLE_NAME'], 'states')], make: identifier },
                    fixed('workspace', workspace ?? 'default'),
                ],
            };
        }
        case 'consul':
            return {
                store: type,
                parts: [
                    one('path', (path) => {
                        const key = suffixed(path, '-env:', workspace);
                        return path.startsWith('/') ? { loose: key } : key;
                    }),
                    server(optional('address', ['CONSUL_HTTP_ADDR'], '127.0.0.1:8500'), optional('scheme', ['CONSUL_HTTP_SSL']), optional('datacenter')),
                ],
            };
        case 'kubernetes':
            return {
                store: type,
                parts: [
                    one('secret_suffix', (suffix) => `${workspace ?? 'default'}-${suffix}`),
                    { name: 'namespace', of: [optional('namespace', ['KUBE_NAMESPACE'], 'default')] },
                    server(optional('host', ['KUBE_HOST']), optional('config_path', ['KUBE_CONFIG_PATH']), optional('config_paths', ['KUBE_CONFIG_PATHS']), optional('config_context', ['KUBE_CTX']), optional('config_context_cluster', ['KUBE_CTX_CLUSTER'])),
                ],
            };
        case 'cos':
            return {
                store: type,
                parts: [
                    one('bucket'),
                    {
                        name: 'key',
                        of: [optional('prefix'), optional('key', [], 'terraform.tfstate')],
                        make: inPrefix(workspace),
                    },
                    server(optional('region', ['TENCENTCLOUD_REGION'])),
                ],
            };
        case 'oss': {
            const inside = inPrefix(workspace);
            return {
                store: type,
                parts: [
                    one('bucket'),
                    {
                        name: 'key',
                        of: [optional('prefix', [], 'env:'), optional('key', [], 'terraform.tfstate')],
                        make: (prefix = '', key = '') => inside(prefix.replace(/^\/+|\/+$/gu, '').replace(/^\.\//u, ''), key),
                    },
                ],
            };
        }
        case 'oci':
            return {
                store: type,
                parts: [
                    one('bucket'),
                    one('namespace'),
                    objectInFolder('tf-state-env', workspace, 'terraform.tfstate'),
                    server(optional('region')),
                ],
            };
        case 'cloud':
        case 'remote':
            // Both are names of the same service.
            return {
                store: 'remote',
                parts: [
                    { name: 'organization', of: [required('organization', ['TF_CLOUD_ORGANIZATION'])] },
                    remoteWorkspace(workspace),
                    server(optional('hostname', ['TF_CLOUD_HOSTNAME'], 'app.terraform.io')),
                ],
            };
        default:
            // Which of them decide is not known.
            return { store: type, parts: [...settings].map((name) => ({ name, of: [required(name)], isLoose: true })) };
    }
}
function required(name, variables = []) {
    return { names: [name], variables };
}
function optional(names, variables = [], fallback = '') {
    return { names: typeof names === 'string' ? [names] : names, variables, fallback };
}
function one(name, make) {
    return { name, of: [required(name)], make: make && ((text = '') => make(text)) };
}
function server(...of) {
    return { name: 'server', of, make: (...texts) => JSON.stringify(texts.map(host)), isLoose: true };
}
/** What no setting changes. */
function fixed(name, text) {
    return { name, of: [], make: () => text };
}
/** A workspace's full name there begins with the prefix, if there is one. */
function remoteWorkspace(workspace) {
    const prefix = optional('workspaces.prefix');
    const name = required('workspaces.name', ['TF_WORKSPACE']);
    if (workspace === undefined || workspace === WORKSPACE)
        return { name: 'workspaces.name', of: [name, prefix, optional('workspaces.tags')] };
    const make = (start = '') => JSON.stringify([`${start}${workspace}`, '', '']);
    return { name: 'workspaces.name', of: [prefix], make };
}
function suffixed(name, mark, workspace) {
    return workspace === undefined ? name : `${name}${mark}${workspace}`;
}
/** An address without what two spellings of one may differ in. */
function host(text) {
    return text
        .toLowerCase()
        .replace(/^https?:\/\//u, '')
        .replace(/\/+$/u, '');
}
/** As Go's `path.Join`. */
function joined(...parts) {
    return external_node_path_.posix.join(...parts).replace(/(?<=.)\/$/u, '');
}
/** Versions differ in what they do with steps of a name that are empty, or dots. */
function objectName(name) {
    return /^\/|\/$|(?:^|\/)\.{0,2}(?:\/|$)/u.test(name) ? { loose: name } : name;
}
/** The folder counts in named workspaces only. */
function objectInFolder(folder, workspace, key) {
    const setting = key === undefined ? required('key') : optional('key', [], key);
    if (workspace === undefined)
        return { name: 'key', of: [setting], make: (name = '') => objectName(name) };
    return {
        name: 'key',
        of: [optional('workspace_key_prefix', [], folder), setting],
        make: (prefix = '', name = '') => joined(prefix, workspace, name),
    };
}
function inPrefix(workspace) {
    return (prefix = '', key = '') => joined(prefix, ...(workspace === undefined ? [] : [workspace]), key);
}
function partition(region = '') {
    return /^(?:cn|us-gov|us-iso|us-isob|eu-isoe|us-isof|eusc)-/u.exec(region)?.[0] ?? '';
}
/** A relative path leads into the leaf's own runtime directory, unless it leads out of it. */
function localFile(workspace, leaf) {
    return {
        name: 'path',
        of: [
            workspace === undefined
                ? optional('path', [], 'terraform.tfstate')
                : optional('workspace_dir', [], 'terraform.tfstate.d'),
        ],
        make: (setting = '') => {
            const path = workspace === undefined ? setting : joined(setting, workspace, 'terraform.tfstate');
            // What `..` means depends on links.
            if (setting.split('/').includes('..'))
                return { loose: path };
            return path.startsWith('/') ? joined(path) : joined(leaf, path);
        },
    };
}
function urlOf(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}
/** Scheme, host without user and password, and path with query, of an address. */
const ADDRESS = /^(https?):\/\/(?:[^/?#]*@)?([^/?#]+)([^#]*)/iu;
/** Path and query of an address as they are written; what dots in it mean, or other characters, the server decides. */
function urlPath(address = '') {
    const [, scheme, , written = ''] = ADDRESS.exec(address) ?? [];
    if (scheme === undefined)
        return { loose: address };
    // RFC 3986, 2.3: these characters are the same with and without an escape.
    const path = written.replace(/%[0-9a-f]{2}/giu, (escape) => {
        const character = String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
        return /[\w\-.~]/u.test(character) ? character : escape.toUpperCase();
    });
    if (/\/\.{1,2}(?:[/?]|$)|\/\/|[^\w\-.~!$&'()*+,;=:@/?%]/iu.test(path))
        return { loose: path };
    return path.startsWith('/') ? path : `/${path}`;
}
function urlServer(address = '') {
    const [, scheme = '', name = ''] = ADDRESS.exec(address) ?? [];
    const port = scheme.toLowerCase() === 'https' ? /:443$/u : /:80$/u;
    return `${scheme}://${name.replace(port, '')}`.toLowerCase();
}
/** PostgreSQL cuts names to 63 bytes. */
function identifier(name = '') {
    if (Buffer.byteLength(name) <= 63)
        return name;
    let cut = '';
    for (const character of name) {
        if (Buffer.byteLength(cut + character) > 63)
            break;
        cut += character;
    }
    return { loose: cut };
}
/** The name of the database that a connection string leads to: user and password do not count. */
function database(connection = '') {
    const { dbname, user } = connectionParts(connection);
    if (dbname !== undefined && dbname !== '')
        return identifier(dbname);
    return { loose: JSON.stringify(['user', user]) };
}
function databaseServer(connection = '') {
    const { host: name = 'localhost', port = '5432' } = connectionParts(connection);
    return `${name}:${port}`;
}
/** Of `postgres://user:password@host:port/database?sslmode=disable`, or `host=… dbname='…'`. */
function connectionParts(connection) {
    const url = /^postgres(?:ql)?:\/\//u.test(connection) ? urlOf(connection) : undefined;
    if (url !== undefined) {
        return {
            ...present({ host: url.hostname, port: url.port, user: url.username, dbname: decoded(url.pathname.slice(1)) }),
            ...Object.fromEntries(url.searchParams),
        };
    }
    const pairs = connection.matchAll(/([\w-]+)\s*=\s*(?:'((?:[^'\\]|\\[^])*)'|((?:[^\s\\]|\\[^])*))/gu);
    return Object.fromEntries([...pairs].map(([, name = '', quoted, plain = '']) => [name, (quoted ?? plain).replace(/\\([^])/gu, '$1')]));
}
function present(parts) {
    return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./src/rendering/state.ts
/** Where a leaf stores its Terraform state. */



/**
 * The state identity: what the backend's settings say of the state's place, regardless of how it is written, and of
 * settings that say how to get there: changing `encrypt` or a role moves no state, so it must not be reported as leaving
 * the old state behind, let alone lead to destroying what the state manages. Undefined if no backend is configured.
 * Settings may contain passwords, so the identity is a digest.
 *
 * @param backends more than one is an error, which is left to Terraform
 */
function stateIdentity(backends, context) {
    const [backend] = backends;
    if (backend === undefined)
        return undefined;
    const { type } = backend;
    const named = context.workspace ?? workspaceOf(context.outside);
    const workspace = named === 'default' ? undefined : named;
    const places = backends.map(({ type: each, settings }) => placeOf(each, settings.keys(), workspace, context.leaf));
    const located = places.flatMap(({ store, parts }, index) => {
        const { settings } = backends[index] ?? backend;
        return parts.map((part) => ({ store, name: part.name, ...locate(part, settings, context.outside) }));
    });
    const written = digest(located.map(({ store, name, value, outline }) => [store, name, value ?? { outline }]));
    const unknown = located.find(({ value }) => value === undefined)?.unknown;
    const store = places[0]?.store ?? type;
    const path = backend.settings.get(workspace === undefined ? 'path' : 'workspace_dir')?.value;
    return {
        type,
        identity: unknown === undefined ? written : undefined,
        written,
        location: {
            store,
            // Of thousands of states, few are compared part by part.
            get parts() {
                const named = located.map(({ name, value, isLoose }) => {
                    return [name, { value: value === undefined ? undefined : digest([name, value]), isLoose }];
                });
                return new Map(named);
            },
        },
        unknown,
        localPath: type === 'local' ? path : undefined,
    };
}
/** The name of the workspace that the environment selects. */
function workspaceOf({ environment }) {
    return environment.has('TF_WORKSPACE') ? WORKSPACE : 'default';
}
function locate({ of, make, isLoose }, settings, outside) {
    const given = of.map((each) => lookUp(each, settings, outside));
    const texts = given.flatMap(({ text }) => text ?? []);
    const outline = JSON.stringify(given.map((each) => each.text ?? each.elsewhere ?? each.setting?.outline));
    const unknown = given.find(({ setting }) => setting !== undefined);
    if (unknown?.setting !== undefined) {
        const named = { setting: unknown.name, expression: unknown.setting.text };
        return { value: undefined, outline, isLoose: true, unknown: named };
    }
    // Given by the environment: equal for leaves that all take it from there, and perhaps to what another one says.
    if (texts.length < given.length)
        return { value: outline, outline, isLoose: true, unknown: undefined };
    const maybeOther = isLoose === true || given.some((each) => each.isLoose);
    const made = make === undefined ? JSON.stringify(texts) : make(...texts);
    const value = typeof made === 'string' ? made : made.loose;
    return { value, outline, isLoose: maybeOther || typeof made !== 'string', unknown: undefined };
}
function lookUp({ names, variables = [], fallback, isMinor }, settings, { environment, backendOptions }) {
    const option = { from: '-backend-config' };
    const overriding = backendOptions === 'any' ? undefined : names.find((name) => backendOptions.has(name));
    if (overriding !== undefined)
        return { name: overriding, elsewhere: option };
    // A file may override what is written here.
    const isLoose = backendOptions === 'any';
    for (const name of names) {
        const setting = settings.get(name);
        if (setting === undefined)
            continue;
        if (setting.value === undefined)
            return isMinor === true ? { name, text: fallback ?? '' } : { name, setting };
        // An empty text is as good as none, but for a prefix that has a default.
        if (setting.value !== '' || name.endsWith('prefix'))
            return { name, text: setting.value, isLoose };
    }
    const [name = ''] = names;
    const from = isLoose ? option.from : variables.find((each) => environment.has(each));
    if (from !== undefined || fallback === undefined)
        return { name, elsewhere: { from: from ?? '' } };
    return { name, text: fallback };
}
function digest(value) {
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify(value)).slice(0, 32);
}
/** Whether two states may be one; certain if their identities are equal. */
function mayBeSame({ location: a }, { location: b }) {
    if (a.store !== b.store)
        return false;
    const [some, others] = [a.parts, b.parts];
    return [...new Set([...some.keys(), ...others.keys()])].every((name) => {
        const [one, other] = [some.get(name), others.get(name)];
        if (one === undefined || other === undefined)
            return true;
        return one.isLoose || other.isLoose || one.value === other.value;
    });
}
/** Whether a setting of a backend decides where the state is, and is nothing to keep to oneself. */
function isPlaceSetting(type, setting) {
    if (/^(?:conn_str|address)$/u.test(setting))
        return false;
    const isMeant = ({ of }) => of.some(({ names }) => names.includes(setting));
    return [WORKSPACE, undefined].some((workspace) => placeOf(type, [], workspace, '').parts.some(isMeant));
}
/**
 * Why a state would not outlive the run; undefined if it does.
 *
 * @param runner whether this is a CI runner, where nothing on disk outlives the job
 */
function lostState(state, runner) {
    if (state === undefined)
        return 'No backend is configured, so the state would be kept in the runtime directory, which is thrown away.';
    if (state.type !== 'local')
        return undefined;
    if (runner)
        return 'The "local" backend keeps its state on the runner, which is thrown away after the job.';
    const path = state.localPath;
    if (path?.startsWith('/') === true && !path.includes(`/${runtime_folder/* RUNTIME_FOLDER */.M}/`))
        return undefined;
    return 'The "local" backend keeps its state in the runtime directory, which is thrown away.';
}


/***/ }),

/***/ 64653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ decidesProviders),
/* harmony export */   Zb: () => (/* binding */ expressionPins),
/* harmony export */   bh: () => (/* binding */ pinnedBlocks),
/* harmony export */   um: () => (/* binding */ isPin)
/* harmony export */ });
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1650);
/* harmony import */ var _replacements_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26767);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98252);



/**
 * The pins of a file's expressions, with what a reader sees instead of them. What cannot be worked out is none, nor what
 * is made of nothing that could change, nor settings that may be secret.
 *
 * @param prefix of the addresses: where the module is called
 */
function expressionPins(path, { parsed }, workOut, prefix = '') {
    const worked = parsed.expressions.filter(isPin).map((each) => ({ ...each, result: workOut(each.value) }));
    const found = worked.flatMap(({ result, ...each }) => result === undefined || result.keys.length === 0 ? [] : [{ ...each, ...result }]);
    return {
        isOpen: worked.some(({ address, result }) => result === undefined && decidesProviders(address)),
        pins: found.map(({ address, line, column, text, keys }) => ({
            address: `${prefix}${address}`,
            written: 'expression',
            template: { file: path, line, column },
            value: text,
            keys,
        })),
        replacements: found.map(({ start, end, text, block }) => ({ start, end, block, text: quoted(text, path) })),
    };
}
/** Whether an address decides which providers are installed. */
function decidesProviders(address) {
    return /^(?:module|terraform\.required_providers)\./u.test(address);
}
/** Whether an expression is one of those that pins are made of. */
function isPin({ address }) {
    if (/^module\./u.test(address) || /^terraform\.required_(?:providers\.|version$)/u.test(address))
        return true;
    const [, type = '', setting = ''] = /^terraform\.backend\.([^.]+)\.([^.]+)$/u.exec(address) ?? [];
    return (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlaceSetting */ .YP)(type, setting);
}
/** A text as a literal. */
function quoted(text, path) {
    const json = JSON.stringify(text);
    return (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(path) ? json : json.replace(/([$%])\{/gu, '$1$1{');
}
/** The blocks of a file in which something is replaced, as Terraform understands them. */
function pinnedBlocks(path, { text, parsed }, replacements, prefix = '') {
    const pinned = new Set(replacements.map(({ block }) => block));
    return parsed.blocks.flatMap(({ address, start, end, line }, index) => {
        if (!pinned.has(index))
            return [];
        const own = replacements.filter(({ block }) => block === index);
        const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
        const rendered = (0,_replacements_js__WEBPACK_IMPORTED_MODULE_2__/* .sliceWith */ .d)(text, own, start, end);
        return [
            {
                address: `${prefix}${address}`,
                template: { file: path, line, column: 1 },
                text: withoutIndent(rendered, before),
            },
        ];
    });
}
/** In JSON, a block stands below others. */
function withoutIndent(block, before) {
    return /^[ \t]+$/u.test(before) ? block.replaceAll(`\n${before}`, '\n') : block;
}


/***/ }),

/***/ 49294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ targetNamesOf)
/* harmony export */ });
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);

const targetNames = new WeakMap();
/** @param rendersTemplates the same for all leaves of a folder */
function targetNamesOf(source, rendersTemplates) {
    let names = targetNames.get(source);
    if (names === undefined) {
        const all = new Set(source.files.flatMap(({ name }) => {
            if (!(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isTemplate */ .Fl)(name))
                return [name];
            return rendersTemplates ? [(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .renderedName */ .rA)(name)] : [];
        }));
        const root = [...all].filter((name) => !name.includes('/') && (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerraformFile */ .L5)(name));
        names = { all, hasTofu: root.some(_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isTofu */ .z7), hasTerraform: !root.every(_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isTofu */ .z7) };
        targetNames.set(source, names);
    }
    return names;
}


/***/ }),

/***/ 1650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   Fl: () => (/* binding */ isTemplate),
/* harmony export */   L5: () => (/* binding */ isTerraformFile),
/* harmony export */   VI: () => (/* binding */ PLAN_FILE),
/* harmony export */   WY: () => (/* binding */ isLeftOut),
/* harmony export */   bV: () => (/* binding */ VARIABLES_FILE),
/* harmony export */   gh: () => (/* binding */ isLocalModule),
/* harmony export */   hl: () => (/* binding */ isTestFile),
/* harmony export */   j9: () => (/* binding */ DEFAULT_FILE),
/* harmony export */   jn: () => (/* binding */ isOverride),
/* harmony export */   rA: () => (/* binding */ renderedName),
/* harmony export */   sH: () => (/* binding */ isShadowed),
/* harmony export */   tV: () => (/* binding */ PROVIDER_FILE),
/* harmony export */   wj: () => (/* binding */ isReadBy),
/* harmony export */   z7: () => (/* binding */ isTofu),
/* harmony export */   zb: () => (/* binding */ EARLY_VARIABLES_FILE)
/* harmony export */ });
/** Classifies the names of files in a folder of Terraform sources. */
const PROVIDER_FILE = 'provider.tf.json';
const VARIABLES_FILE = 'variables.tfvars.json';
/** The same content under a name that every command of Terraform reads by itself. It is no part of a rendering. */
const EARLY_VARIABLES_FILE = 'kompos.auto.tfvars.json';
/** The configuration as a default, for a command that reads no variables. */
const DEFAULT_FILE = 'kompos_default_override.tf.json';
/** The plan, which holds secrets in clear. */
const PLAN_FILE = 'kompos.tfplan';
/** Whether a file is a template: `X.tf.versioned`, `X.tofu.versioned`, or either as JSON (`X.tf.json.versioned`). */
function isTemplate(name) {
    return /\.(?:tf|tofu)(?:\.json)?\.versioned$/u.test(name);
}
/** `main.tf` for `main.tf.versioned` */
function renderedName(template) {
    return template.slice(0, -'.versioned'.length);
}
/**
 * Whether Terraform or OpenTofu reads a file of a module's folder as configuration: which one runs is not known here.
 * Neither reads hidden files.
 */
function isTerraformFile(name) {
    return /(?:^|\/)[^./][^/]*\.(?:tf|tofu)(?:\.json)?$/u.test(name);
}
/** Whether a file is one of tests, or of queries, which no plan, apply or destroy reads. */
function isTestFile(name) {
    return /\.(?:(?:tftest|tofutest|tfquery|tfmock)\.(?:hcl|json))$/u.test(name);
}
/** Whether a Terraform file, or a template of one, is JSON. */
function isJson(name) {
    return /\.json(?:\.versioned)?$/u.test(name);
}
/** Whether only OpenTofu reads a Terraform file. */
function isTofu(name) {
    return /\.tofu(?:\.json)?$/u.test(name);
}
/** Whether OpenTofu reads `X.tofu`, or `X.tofu.json`, instead of a file. */
function isShadowed(name, names) {
    const twin = name.replace(/\.tf(\.json)?$/u, '.tofu$1');
    return twin !== name && names.has(twin);
}
/**
 * Whether a program reads a Terraform file.
 *
 * @param readsTofuFiles whether the program is one that reads `X.tofu`, and then no `X.tf` beside it
 * @param names of all files of the folder
 */
function isReadBy(readsTofuFiles, name, names) {
    return readsTofuFiles ? !isShadowed(name, names) : !isTofu(name);
}
/** Whether a file overrides what the other files declare. */
function isOverride(name) {
    return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?(?:\.versioned)?$/u.test(name);
}
/**
 * Whether a file of a composition's folder is excluded from the rendering: Terraform's working data and state, and what
 * rendering itself writes.
 *
 * @param name path below the composition's folder
 */
function isLeftOut(name) {
    const base = name.slice(name.lastIndexOf('/') + 1);
    return (name === PROVIDER_FILE ||
        name === VARIABLES_FILE ||
        name.startsWith('.terraform/') ||
        name.includes('/.terraform/') ||
        base === '.terraform.tfstate.lock.info' ||
        /\.tfstate(\..*)?$/u.test(base));
}
/** Whether a module's source is a folder of the same repository. */
function isLocalModule(source) {
    return source === '.' || source === '..' || source.startsWith('./') || source.startsWith('../');
}


/***/ }),

/***/ 49076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ opaqueFile),
/* harmony export */   Cv: () => (/* binding */ configurationReads),
/* harmony export */   EZ: () => (/* binding */ configurationUse),
/* harmony export */   b5: () => (/* binding */ WHOLE_CONFIGURATION)
/* harmony export */ });
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94330);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1650);
/** Which part of `var.config` a composition reads: only a difference there can change what Terraform does. Pure. */


/** What is assumed wherever something cannot be known. */
const WHOLE_CONFIGURATION = { values: [[]], shapes: [] };
/** Modules within modules deeper than this call themselves. */
const MODULE_DEPTH = 20;
/**
 * Follows `var.config` through local values that are plain aliases and into local modules that it, or a part of it, is
 * handed to. Whatever else is done with it is taken as a use of all that is below the last static step.
 *
 * @param root the composition's folder
 * @param modules the local modules that it reaches, by folder
 */
function configurationUse(root, modules) {
    if (opaqueFile(root, modules) !== undefined)
        return WHOLE_CONFIGURATION;
    const reads = configurationReads(root, modules);
    const [values, shapes] = [false, true].map((isShape) => reads.filter((read) => read.isShape === isShape).map(({ path }) => path));
    return values === undefined || shapes === undefined || values.some((path) => path.length === 0)
        ? WHOLE_CONFIGURATION
        : { values, shapes };
}
/** The same with the places; what an opaque file reads is not among them. */
function configurationReads(root, modules) {
    const reads = [];
    const visited = new Set();
    follow(root, 'config', [], 0);
    return reads;
    /** What a module does with its variable `variable`, which holds the configuration at `prefix`. */
    function follow(folder, variable, prefix, depth) {
        const key = JSON.stringify([folder.folder, variable, prefix]);
        if (visited.has(key))
            return;
        visited.add(key);
        const files = filesOf(folder).flatMap(({ file, hcl }) => hcl === undefined ? [] : [{ ...hcl.parsed.variables, file: file.path }]);
        const types = files.flatMap(({ file, declared }) => declared.filter(({ name }) => name === variable).map((each) => ({ ...each, file })));
        const type = depth > MODULE_DEPTH
            ? 'other'
            : commonType(types.map((each) => each.type), depth === 0);
        if (type !== 'any') {
            // A type may convert values, or refuse them; those that an object type does not name are dropped unseen.
            const { file, line } = types[0] ?? { file: folder.folder, line: 1 };
            const paths = type === 'other' ? [prefix] : type.map((name) => [...prefix, name]);
            for (const path of paths)
                reads.push({ path, isShape: false, file, line });
            return;
        }
        const aliases = files.flatMap((file) => file.aliases);
        const paths = (value, followed = []) => {
            if (value.from === 'var')
                return value.name === variable ? [[...prefix, ...value.path]] : [];
            if (followed.includes(value.name))
                return [];
            return aliases
                .filter(({ local }) => local === value.name)
                .flatMap((alias) => paths(alias.value, [...followed, value.name]))
                .map((path) => [...path, ...value.path]);
        };
        for (const { file, uses, aliases: own, handedOver } of files) {
            const note = (value, isShape) => {
                for (const path of paths(value))
                    reads.push({ path, isShape, file, line: value.line });
            };
            for (const use of uses)
                note(use, false);
            for (const { value } of own)
                note(value, true);
            for (const { source, argument, value } of handedOver) {
                const target = source === undefined ? undefined : localModule(folder, source);
                note(value, true);
                if (target === undefined)
                    note(value, false);
                else
                    for (const path of paths(value))
                        follow(target, argument, path, depth + 1);
            }
        }
    }
    function localModule(folder, source) {
        // Another file may give the module another source: which one gets the values is not followed.
        if (overridesSource(folder))
            return undefined;
        return (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isLocalModule */ .gh)(source) ? modules.get((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(folder.folder, source)) : undefined;
    }
}
/** The first file that may read the configuration in a way that neither references nor paths show. */
function opaqueFile(root, modules) {
    return [root, ...modules.values()]
        .flatMap(filesOf)
        .find(({ hcl }) => hcl === undefined || hcl.parsed.errors.length > 0 || hcl.parsed.variables.opaque);
}
/**
 * A root module without the variable reads nothing of it. A module takes what it does not declare as one of the
 * arguments that Terraform itself reads, such as `for_each`; anything else is an error.
 */
function commonType(types, isRoot) {
    const [first, ...others] = types;
    if (first === undefined)
        return isRoot ? 'any' : 'other';
    return others.length === 0 ? first : 'other';
}
/** The files of a folder that Terraform reads as configuration once it is rendered. */
function filesOf({ files }) {
    return files.filter(({ name }) => !name.includes('/') && ((0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerraformFile */ .L5)(name) || (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isTemplate */ .Fl)(name)));
}
/** Whether an override file sets the source of a module. */
function overridesSource(folder) {
    return filesOf(folder).some(({ name, hcl }) => (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isOverride */ .jn)(name) && hcl?.parsed.code.calls.some(({ source }) => source !== undefined) === true);
}


/***/ }),

/***/ 83742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ converted)
/* harmony export */ });
/* harmony import */ var _hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93000);
/** What the declared type of a variable makes of a value. Pure. */

/**
 * A text as Terraform has it once the value that it is in was converted to a type; undefined where that is not certain.
 *
 * @param type as it is written; undefined where none is
 * @param path where the text is in the value
 */
function converted(text, type, path) {
    if (type === undefined)
        return text;
    if (type.kind === 'reference' && type.path.length === 0)
        return ofSimpleType(text, type.root, path.length === 0);
    if (type.kind !== 'call')
        return undefined;
    const [inner] = type.given;
    const [step, ...rest] = path;
    if (type.name === 'optional')
        return inner && converted(text, inner, path);
    if (inner === undefined || step === undefined)
        return undefined;
    if (type.name === 'map')
        return converted(text, inner, rest);
    if (type.name !== 'object' || inner.kind !== 'any')
        return undefined;
    const attribute = inner.entries?.get(step);
    return attribute && converted(text, attribute, rest);
}
function ofSimpleType(text, type, isWhole) {
    if (type === 'any')
        return text;
    if (!isWhole)
        return undefined;
    switch (type) {
        case 'string':
            return text;
        case 'number':
            return asNumber(text);
        case 'bool':
            if (/^(?:true|1)$/u.test(text))
                return 'true';
            return /^(?:false|0)$/u.test(text) ? 'false' : undefined;
        default:
            return undefined;
    }
}
/** `7` for `007`, `1.5` for `1.50`. */
function asNumber(text) {
    const [, whole = '', fraction = ''] = /^0*(\d+)(\.\d*?)?0*$/u.exec(text.includes('.') ? text : `${text}.`) ?? [];
    const number = `${whole}${fraction === '.' ? '' : fraction}`;
    return (0,_hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainSpelling */ .H9)(number) ? number : undefined;
}


/***/ }),

/***/ 61755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ knownOfValue),
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   M_: () => (/* binding */ NULL_VALUE),
/* harmony export */   _q: () => (/* binding */ knownCall),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   bG: () => (/* binding */ knownText),
/* harmony export */   cw: () => (/* binding */ knownMap),
/* harmony export */   lV: () => (/* binding */ MISSING),
/* harmony export */   sZ: () => (/* binding */ knownOfExact),
/* harmony export */   w9: () => (/* binding */ knownAs),
/* harmony export */   yI: () => (/* binding */ exactOfKnown)
/* harmony export */ });
/* unused harmony export knownSet */
/* harmony import */ var _hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93000);
/* harmony import */ var _converted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83742);


const UNKNOWN = { kind: 'unknown' };
const MISSING = { kind: 'missing' };
const NULL_VALUE = { kind: 'null' };
function knownText(text) {
    return { kind: 'text', text: text.normalize('NFC') };
}
function knownMap(entries) {
    return { kind: 'map', entries: new Map(entries) };
}
function knownOfExact(exact) {
    if (exact === undefined)
        return UNKNOWN;
    return exact === 'missing' ? MISSING : knownText(exact.text);
}
/** A text of it, as expressions are worked out to. */
function exactOfKnown(known) {
    if (known.kind === 'text')
        return { text: known.text, keys: [] };
    return known.kind === 'missing' ? 'missing' : undefined;
}
function knownSet(of) {
    const texts = of.flatMap((each) => (each.kind === 'text' ? each.text : []));
    if (texts.length < of.length)
        return { kind: 'set', of };
    return { kind: 'set', of: [...new Set(texts)].sort(byBytes).map(knownText) };
}
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
/** The elements of a list or a set in Terraform's order; undefined where that is not known. */
function inOrder(known) {
    if (known.kind === 'list')
        return known.of;
    if (known.kind !== 'set')
        return undefined;
    const isSorted = known.of.every((each) => each.kind === 'text' && !(0,_hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainSpelling */ .H9)(each.text));
    return isSorted || known.of.length < 2 ? known.of : undefined;
}
/** Whether an error, or what may be one, is somewhere in it. */
function worst({ kind, ...inside }) {
    if (kind === 'missing' || kind === 'unknown')
        return kind;
    const parts = 'of' in inside ? inside.of : 'entries' in inside ? [...inside.entries.values()] : [];
    const found = parts.map(worst);
    return found.find((each) => each === 'missing') ?? found.find((each) => each !== undefined);
}
/** What is at a path below a value. */
function below(known, path) {
    const [step, ...rest] = path;
    if (step === undefined)
        return known;
    switch (known.kind) {
        case 'map':
            return below(known.entries.get(step) ?? MISSING, rest);
        case 'list':
            return below(/^\d+$/u.test(step) ? (known.of[Number(step)] ?? MISSING) : MISSING, rest);
        case 'unknown':
        case 'set':
            return UNKNOWN;
        default:
            return MISSING;
    }
}
/** A value of the configuration, as `var.config` has it. */
function knownOfValue(value) {
    switch (value.kind) {
        case 'map': {
            const entries = Object.entries(value.children).map(([key, each]) => [key.normalize('NFC'), each]);
            const isUnique = new Set(entries.map(([key]) => key)).size === entries.length;
            return isUnique ? knownMap(entries.map(([key, each]) => [key, knownOfValue(each)])) : UNKNOWN;
        }
        case 'list':
            return { kind: 'list', of: value.children.map(knownOfValue) };
        case 'scalar': {
            if (value.value === null)
                return NULL_VALUE;
            if (typeof value.value === 'string')
                return knownText(value.value);
            const spelling = String(value.value);
            return (0,_hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainSpelling */ .H9)(spelling) ? knownText(spelling) : UNKNOWN;
        }
    }
}
/**
 * A value once it was converted to a type; what is not certain is unknown.
 *
 * @param type as it is written; undefined where none is
 * @param fallback what the default of an optional attribute is
 */
function knownAs(known, type, fallback) {
    if (type === undefined || known.kind === 'unknown' || known.kind === 'missing')
        return known;
    if (type.kind === 'reference') {
        if (type.root === 'any' || known.kind === 'null')
            return known;
        const text = known.kind === 'text' ? (0,_converted_js__WEBPACK_IMPORTED_MODULE_1__/* .converted */ .H)(known.text, type, []) : undefined;
        return text === undefined ? UNKNOWN : knownText(text);
    }
    if (type.kind !== 'call')
        return UNKNOWN;
    const [inner] = type.given;
    if (type.name === 'optional')
        return knownAs(known, inner, fallback);
    if (known.kind === 'null')
        return known;
    switch (type.name) {
        case 'list':
        case 'set': {
            if (known.kind !== 'list' && known.kind !== 'set')
                return UNKNOWN;
            const of = (type.name === 'set' ? known.of : inOrder(known))?.map((each) => knownAs(each, inner, fallback));
            if (of === undefined)
                return UNKNOWN;
            return type.name === 'set' ? knownSet(of) : { kind: 'list', of };
        }
        case 'map':
            if (known.kind !== 'map')
                return UNKNOWN;
            return knownMap([...known.entries].map(([key, each]) => [key, knownAs(each, inner, fallback)]));
        case 'object': {
            if (known.kind !== 'map' || inner?.kind !== 'any' || inner.entries === undefined)
                return UNKNOWN;
            // Other attributes are dropped.
            return knownMap([...inner.entries].map(([name, each]) => {
                const given = known.entries.get(name) ?? NULL_VALUE;
                const [, whenMissing] = each.kind === 'call' && each.name === 'optional' ? each.given : [];
                const isDefault = given.kind === 'null' && whenMissing !== undefined;
                return [name, knownAs(isDefault ? fallback(whenMissing) : given, each, fallback)];
            }));
        }
        default:
            return UNKNOWN;
    }
}
const FUNCTIONS = new Set('coalesce concat distinct element join keys length lookup merge split tolist tomap toset try values'.split(' '));
/**
 * Functions that give lists, maps, or parts of these; undefined for another one.
 *
 * @param workOut works out the arguments
 */
function knownCall(name, workOut, expands) {
    if (!FUNCTIONS.has(name))
        return undefined;
    const given = expands === true ? expanded(workOut()) : workOut();
    if (given === undefined)
        return UNKNOWN;
    const [first = UNKNOWN, second] = given;
    switch (name) {
        case 'tomap':
            return first.kind === 'map' ? first : UNKNOWN;
        case 'tolist':
        case 'distinct': {
            const of = inOrder(first);
            if (of === undefined)
                return UNKNOWN;
            if (name === 'tolist')
                return { kind: 'list', of };
            const texts = of.flatMap((each) => (each.kind === 'text' ? each.text : []));
            return texts.length < of.length ? UNKNOWN : { kind: 'list', of: [...new Set(texts)].map(knownText) };
        }
        case 'toset':
            return first.kind === 'list' || first.kind === 'set' ? knownSet(first.of) : UNKNOWN;
        case 'try': {
            const found = given.find((each) => worst(each) !== 'missing') ?? MISSING;
            // What is not known may be an error.
            return found === given.at(-1) || worst(found) === undefined ? found : UNKNOWN;
        }
        case 'coalesce':
            return given.find((each) => each.kind !== 'null' && !(each.kind === 'text' && each.text === '')) ?? MISSING;
        case 'element': {
            const of = inOrder(first);
            if (of === undefined || second?.kind !== 'text' || !/^\d{1,6}$/u.test(second.text))
                return UNKNOWN;
            return of[Number(second.text) % of.length] ?? MISSING;
        }
        case 'length':
            if (first.kind === 'map')
                return knownText(String(first.entries.size));
            return first.kind === 'list' ? knownText(String(first.of.length)) : UNKNOWN;
        case 'split': {
            if (first.kind !== 'text' || second?.kind !== 'text' || first.text === '')
                return UNKNOWN;
            return { kind: 'list', of: second.text.split(first.text).map(knownText) };
        }
        case 'join': {
            const parts = given.slice(1).map(inOrder);
            const texts = parts.flatMap((each) => each?.map((part) => (part.kind === 'text' ? part.text : undefined)));
            const known = texts.filter((each) => each !== undefined);
            return first.kind === 'text' && known.length === texts.length ? knownText(known.join(first.text)) : undefined;
        }
        case 'merge':
            return merged(given);
        case 'concat': {
            const lists = given.flatMap((each) => (each.kind === 'list' ? [each.of] : []));
            return lists.length === given.length ? { kind: 'list', of: lists.flat() } : UNKNOWN;
        }
        case 'keys':
            return first.kind === 'map'
                ? { kind: 'list', of: sorted(first.entries).map(([key]) => knownText(key)) }
                : UNKNOWN;
        case 'values':
            return first.kind === 'map' ? { kind: 'list', of: sorted(first.entries).map(([, each]) => each) } : UNKNOWN;
        case 'lookup': {
            if (second?.kind !== 'text')
                return UNKNOWN;
            const found = below(first, [second.text]);
            return found.kind === 'missing' && first.kind === 'map' ? (given[2] ?? MISSING) : found;
        }
        default:
            return undefined;
    }
}
/** The arguments where the last one is a list of them. */
function expanded(given) {
    const [last, ...others] = given.toReversed();
    const more = last && inOrder(last);
    return more && [...others.toReversed(), ...more];
}
/** Where one of them is not known, nor is what it may replace. */
function merged(given) {
    const entries = new Map();
    for (const each of given) {
        if (each.kind === 'null')
            continue;
        if (each.kind !== 'map')
            return UNKNOWN;
        for (const [key, value] of each.entries)
            entries.set(key, value);
    }
    return { kind: 'map', entries };
}
/** As Terraform sorts the keys of a map: by bytes. */
function sorted(entries) {
    return [...entries].sort(([a], [b]) => byBytes(a, b));
}


/***/ }),

/***/ 65781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   HJ: () => (/* binding */ LOOSE),
/* harmony export */   IC: () => (/* binding */ folderPath),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   KB: () => (/* binding */ CONTENT),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   LS: () => (/* binding */ mayClimb),
/* harmony export */   P3: () => (/* binding */ asksForTop),
/* harmony export */   XL: () => (/* binding */ echoOf),
/* harmony export */   aq: () => (/* binding */ SPECIAL),
/* harmony export */   dY: () => (/* binding */ constant),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   mm: () => (/* binding */ isTame),
/* harmony export */   o_: () => (/* binding */ NAME),
/* harmony export */   ov: () => (/* binding */ hasContent),
/* harmony export */   t_: () => (/* binding */ DOTTED),
/* harmony export */   u1: () => (/* binding */ concatenate),
/* harmony export */   w_: () => (/* binding */ CLEAN),
/* harmony export */   y0: () => (/* binding */ DOT)
/* harmony export */ });
/** Texts that are partly known, and whether they can lead out of the folder where they begin. Pure. */
const CLEAN = { texts: [[{ unknown: 'clean' }]], anything: undefined };
const DOTTED = { texts: [[{ unknown: 'dotted' }]], anything: undefined };
const LOOSE = { texts: [[{ unknown: 'loose' }]], anything: undefined };
const DOT = { texts: [[{ unknown: 'dot' }]], anything: undefined };
const CONTENT = { texts: [[{ unknown: 'content' }]], anything: undefined };
const NAME = { texts: [[{ unknown: 'name' }]], anything: undefined };
const NOTHING = { texts: [], anything: undefined };
/** Terraform has all its texts in NFC, paths as well. */
function constant(text) {
    return { texts: [text === '' ? [] : [text.normalize('NFC')]], anything: undefined };
}
function folderPath(folder) {
    return { texts: [[{ unknown: 'folder', folder }]], anything: undefined };
}
function anything(why) {
    return { texts: [], anything: why };
}
/** More texts than this are not told apart. */
const MOST_TEXTS = 24;
/** Any of the values. */
function union(values) {
    const open = values.find((value) => value.anything !== undefined);
    if (open !== undefined)
        return open;
    const texts = new Map(values.flatMap((value) => value.texts).map((text) => [JSON.stringify(text), text]));
    return bounded([...texts.values()]);
}
/** What a provider or a module may give back of a value: the texts that could lead out, and any other one. */
function echoOf(value) {
    const texts = value.texts.filter((text) => !isPlain(text));
    return { texts: [...texts, [{ unknown: 'clean' }]], anything: value.anything };
}
/** One after the other. */
function concatenate(values) {
    let texts = [[]];
    for (const value of values) {
        if (value.anything !== undefined)
            return value;
        const next = texts.flatMap((text) => value.texts.map((more) => joined(text, more)));
        const limited = bounded([...new Map(next.map((text) => [JSON.stringify(text), text])).values()]);
        if (limited.anything !== undefined)
            return limited;
        ({ texts } = limited);
    }
    return { texts, anything: undefined };
}
/** Those that cannot lead out need not be told apart. */
function bounded(texts) {
    if (texts.length <= MOST_TEXTS)
        return { texts, anything: undefined };
    const tame = texts.filter(isPlain);
    const others = texts.filter((text) => !isPlain(text));
    const all = [...new Set(tame.map(ofKind))].flatMap((kind) => kind.texts).concat(others);
    return all.length <= MOST_TEXTS ? { texts: all, anything: undefined } : anything('too many different texts');
}
function joined(text, more) {
    const [first, ...rest] = more;
    const last = text.at(-1);
    if (typeof first === 'string' && typeof last === 'string')
        return [...text.slice(0, -1), (last + first).normalize('NFC'), ...rest];
    return [...text, ...more];
}
/** The whole text, where it is known. */
function known(text) {
    const [only, ...others] = text;
    if (only === undefined)
        return '';
    return typeof only === 'string' && others.length === 0 ? only : undefined;
}
/** Whether a text is in no way a path that leads out, and no part of it is one. */
function isTame(text) {
    return (!text.some((part) => typeof part !== 'string' && part.unknown === 'folder') && !mayClimb(text) && !isRooted(text));
}
/** Where the machine has files of its own, or the runner its working copies. */
const SPECIAL = /^(?:~[\w.-]*(?:\/|$)|\/(?:proc|dev\/fd|github|__w)(?:\/|$)|\/(?:home|Users)\/[^/]+\/(?:actions-runner\/|runners\/)?_?work(?:\/|$))/u;
const LEAVES_BY_SHELL = /\b(?:GITHUB_WORKSPACE|OLDPWD)\b|--show-(?:toplevel|cdup)\b|\bdirname\s+["']?\$\{?PWD\b|\.["'\\]+\.["'\\]*\//u;
/** Whether a shell command asks for the repository's root, or for the folder around its own. */
function asksForTop(text) {
    return text.some((part) => typeof part === 'string' && LEAVES_BY_SHELL.test(part));
}
function isRooted([first]) {
    return typeof first === 'string' && SPECIAL.test(first);
}
/** Whether a text need not be told apart: nothing can be cut out of it that climbs, and it is no format. */
function isPlain(text) {
    return isTame(text) && !text.some((part) => typeof part === 'string' && /\.\.|%(?:\[\d+\])?[sv]/u.test(part));
}
/** Whether the content of a file is a part of the text. */
function hasContent(text) {
    return text.some((part) => typeof part !== 'string' && part.unknown === 'content');
}
const KINDS = { clean: CLEAN, dotted: DOTTED, loose: LOOSE, dot: DOT, content: CONTENT };
/** What a tame text becomes where it is not told apart any more: one object for each kind. */
function ofKind(text) {
    return KINDS[tameKind(text)];
}
function tameKind(text) {
    if (hasContent(text))
        return 'content';
    const steps = stepsOf(text);
    if (steps.some((step) => mayBe(step, 1)))
        return 'dot';
    const [first, last] = [steps[0] ?? [], steps.at(-1) ?? []];
    if (!isSolid(first) || !isSolid(last))
        return 'loose';
    return text.some((part) => (typeof part === 'string' ? part.includes('.') : part.unknown === 'dotted'))
        ? 'dotted'
        : 'clean';
}
function isSolid(step) {
    return step.some((part) => typeof part === 'string' || /^(?:clean|dotted|name)$/u.test(part.unknown));
}
/** What separates the steps of a path, and a path from the rest of a command. */
const SEPARATORS = /[/\\\s"'`=:;,|&<>(){}[\]$]/u;
/** Whether a step of the text can be `..`. */
function mayClimb(text) {
    return stepsOf(text).some((step) => mayBe(step, 2));
}
function stepsOf(text) {
    const steps = [[]];
    for (const part of text) {
        if (typeof part !== 'string') {
            steps.at(-1)?.push(part);
            continue;
        }
        for (const [index, piece] of part.split(SEPARATORS).entries()) {
            if (index > 0)
                steps.push([]);
            if (piece !== '')
                steps.at(-1)?.push(piece);
        }
    }
    return steps;
}
/** Whether a step, or a run of it between parts that may hold a slash, can be so many dots and nothing else. */
function mayBe(step, dots) {
    for (let start = 0; start < step.length; start += 1) {
        let certain = 0;
        let possible = 0;
        for (let end = start; end < step.length; end += 1) {
            const part = step[end] ?? '';
            if (typeof part === 'string') {
                if (!/^\.+$/u.test(part))
                    break;
                certain += part.length;
            }
            else if (part.unknown === 'dot' || part.unknown === 'content')
                possible += 1;
            else if (part.unknown !== 'loose')
                break;
            if (certain > dots)
                break;
            const begins = start === 0 || isLoose(step[start - 1]) || isLoose(step[start]);
            const ends = end === step.length - 1 || isLoose(step[end + 1]) || isLoose(step[end]);
            if (begins && ends && certain <= dots && certain + possible >= dots)
                return true;
        }
    }
    return false;
}
function isLoose(part) {
    return part !== undefined && typeof part !== 'string' && /^(?:loose|dot|content)$/u.test(part.unknown);
}


/***/ }),

/***/ 13026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ StaticValues)
});

// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var hcl_expression = __webpack_require__(93000);
// EXTERNAL MODULE: ./src/rendering/use/converted.ts
var converted = __webpack_require__(83742);
;// CONCATENATED MODULE: ./src/rendering/use/exact-functions.ts
/** @param name without `core::` */
function exactCall(name, given, { value, at }) {
    const [first, second, third] = given;
    if (first === undefined)
        return undefined;
    switch (name) {
        case 'try':
        case 'coalesce': {
            const found = value(first);
            if (name === 'coalesce' && found === 'missing')
                return 'missing';
            const isNext = found === 'missing' || (name === 'coalesce' && found !== undefined && found.text === '');
            return isNext ? exactCall(name, given.slice(1), { value, at }) : found;
        }
        case 'lookup': {
            const key = second && value(second);
            if (key === undefined || key === 'missing')
                return undefined;
            const found = at(first, [key.text]);
            return found === 'missing' && third !== undefined ? value(third) : found;
        }
        case 'join':
            return second?.kind === 'list' && third === undefined
                ? combine([first, ...second.of].map(value), ([mark = '', ...texts]) => texts.join(mark))
                : undefined;
        default: {
            const rule = RULES.get(name);
            return rule && combine(given.map(value), rule);
        }
    }
}
const RULES = new Map([
    ['tostring', ([text]) => text],
    ['nonsensitive', ([text]) => text],
    ['format', ([format = '', ...texts]) => formatted(format, texts)],
    ['lower', ([text = '']) => (isAscii(text) ? text.toLowerCase() : undefined)],
    ['upper', ([text = '']) => (isAscii(text) ? text.toUpperCase() : undefined)],
    ['trimspace', ([text = '']) => (isAscii(text) ? text.trim() : undefined)],
    ['trimprefix', ([text = '', mark = '']) => (text.startsWith(mark) ? text.slice(mark.length) : text)],
    ['trimsuffix', ([text = '', mark = '']) => (text.endsWith(mark) ? text.slice(0, text.length - mark.length) : text)],
    [
        'replace',
        ([text = '', from = '', to = '']) => from === '' || (from.startsWith('/') && from.endsWith('/') && from.length > 1)
            ? undefined
            : text.replaceAll(from, () => to),
    ],
]);
function combine(values, rule) {
    const known = values.filter((each) => each !== undefined && each !== 'missing');
    if (known.length < values.length)
        return values.includes(undefined) ? undefined : 'missing';
    const text = rule(known.map((each) => each.text));
    return text === undefined ? undefined : { text: text.normalize('NFC'), keys: known.flatMap(({ keys }) => keys) };
}
function isAscii(text) {
    return /^[\t\n\r\x20-\x7e]*$/u.test(text);
}
function formatted(format, texts) {
    const verbs = format.match(/%[^]?/gu) ?? [];
    if (verbs.some((verb) => !/^%[sv]$/u.test(verb)) || verbs.length !== texts.length)
        return undefined;
    let next = 0;
    return format.replace(/%[sv]/gu, () => texts[next++] ?? '');
}

// EXTERNAL MODULE: ./src/rendering/use/known-value.ts
var known_value = __webpack_require__(61755);
;// CONCATENATED MODULE: ./src/rendering/use/known-forms.ts
/** What conditionals, comparisons and `for` expressions give, as far as their parts are known. Pure. */


/** The branch that a conditional takes; undefined where that is not known. */
function branchOf({ conditional }, workOut) {
    if (conditional === undefined)
        return undefined;
    const asked = truth(workOut(conditional.condition));
    return asked === undefined ? undefined : asked ? conditional.then : conditional.else;
}
function truth(known) {
    if (known.kind !== 'text' || !/^(?:true|false)$/u.test(known.text))
        return undefined;
    return known.text === 'true';
}
/** `==`, `!=`, `!`, `&&` and `||` of operands that are known. */
function operationResult({ operator, of }, workOut) {
    const [one, other, ...more] = of.map(workOut);
    if (operator === undefined || one === undefined || more.length > 0)
        return known_value/* UNKNOWN */.HV;
    if (operator === '!')
        return other === undefined ? result(negated(truth(one))) : known_value/* UNKNOWN */.HV;
    if (other === undefined)
        return known_value/* UNKNOWN */.HV;
    const [a, b] = [truth(one), truth(other)];
    switch (operator) {
        case '==':
            return result(areEqual(one, other));
        case '!=':
            return result(negated(areEqual(one, other)));
        // Terraform looks at both.
        case '&&':
            return result(a === undefined || b === undefined ? undefined : a && b);
        case '||':
            return result(a === undefined || b === undefined ? undefined : a || b);
        default:
            return known_value/* UNKNOWN */.HV;
    }
}
function result(value) {
    return value === undefined ? known_value/* UNKNOWN */.HV : (0,known_value/* knownText */.bG)(String(value));
}
function negated(value) {
    return value === undefined ? undefined : !value;
}
/** A number and a text of the same spelling differ. */
function areEqual(one, other) {
    if (one.kind === 'text' && other.kind === 'text') {
        if (one.text !== other.text)
            return false;
        return (0,hcl_expression/* isPlainSpelling */.H9)(one.text) ? undefined : true;
    }
    if (one.kind === 'null' || other.kind === 'null') {
        const kinds = [one.kind, other.kind];
        return kinds.some((kind) => kind === 'unknown' || kind === 'missing') ? undefined : one.kind === other.kind;
    }
    return undefined;
}
/**
 * The list or the map that a `for` expression makes.
 *
 * @param within works out an expression where its names mean something
 */
function loopResult({ names, over, makes }, workOut, within) {
    const turns = turnsOf(workOut(over));
    const [first, second, ...more] = names;
    if (makes === undefined || turns === undefined || first === undefined || more.length > 0)
        return known_value/* UNKNOWN */.HV;
    const made = [];
    for (const [key, value] of turns) {
        const bound = second === undefined ? new Map([[first, value]]) : new Map([[first, key]]).set(second, value);
        const isKept = makes.condition === undefined ? true : truth(within(bound, makes.condition));
        if (isKept === undefined)
            return known_value/* UNKNOWN */.HV;
        if (isKept)
            made.push({ key: makes.key && within(bound, makes.key), value: within(bound, makes.value) });
    }
    if (makes.key === undefined)
        return { kind: 'list', of: made.map(({ value }) => value) };
    const keys = new Set(made.flatMap(({ key }) => (key?.kind === 'text' ? key.text : [])));
    // Of two equal keys, Terraform reports an error.
    if (keys.size < made.length)
        return known_value/* UNKNOWN */.HV;
    return (0,known_value/* knownMap */.cw)(made.flatMap(({ key, value }) => (key?.kind === 'text' ? [[key.text, value]] : [])));
}
function turnsOf(over) {
    if (over.kind === 'map') {
        const keys = [...over.entries.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        return keys.map((key) => [(0,known_value/* knownText */.bG)(key), over.entries.get(key) ?? known_value/* UNKNOWN */.HV]);
    }
    return (0,known_value/* inOrder */.al)(over)?.map((value, index) => [over.kind === 'set' ? value : (0,known_value/* knownText */.bG)(String(index)), value]);
}

;// CONCATENATED MODULE: ./src/rendering/use/module-scope.ts
/** The local values of a name. */
function locals({ path, parsed }, name) {
    const found = parsed.code.locals.filter((local) => local.name === name);
    return found.map(({ line = 1, value }) => ({ file: path, line, value }));
}
/** The declarations of a variable. */
function variables({ path, parsed }, name) {
    return parsed.code.variables.flatMap((variable) => (variable.name === name ? [{ file: path, variable }] : []));
}
/** Whether a type converts nothing. */
function isAny(type) {
    return type === undefined || (type.kind === 'reference' && type.root === 'any');
}

// EXTERNAL MODULE: ./src/rendering/use/used-configuration.ts
var used_configuration = __webpack_require__(41728);
;// CONCATENATED MODULE: ./src/rendering/use/static-values.ts







/** Values nest no deeper; what does is unknown. */
const DEPTH = 40;
/** Of one expression: locals that name others several times would take exponential time. */
const MOST_STEPS = 20_000;
class StaticValues {
    files;
    source;
    bindings;
    isReadable;
    /** Common to a module and its callers. */
    spent;
    /** Of a `for` expression: what all other names mean. */
    outer;
    /**
     * @param files those of the module that one program reads
     * @param bindings what names are that mean something in one block only
     * @param outer of a `for` expression, what it is a part of
     */
    constructor(files, source, bindings = new Map(), outer) {
        this.files = files;
        this.source = source;
        this.bindings = bindings;
        this.outer = outer;
        this.spent = outer?.spent ?? (source.kind === 'call' ? source.values.spent : { depth: 0, steps: 0 });
        this.isReadable =
            (source.kind === 'call' || source.given !== undefined) &&
                files.every(({ parsed }) => parsed.code.unreadable === undefined);
    }
    /** The text that an expression certainly gives, with the values behind it; else undefined. */
    text(expression) {
        this.spent.steps = 0;
        const value = this.isReadable ? this.value(expression) : undefined;
        return value === undefined || value === 'missing' ? undefined : value;
    }
    /** The same module's values as a block has them: these names mean something there besides those that did before. */
    within(bindings) {
        if (bindings.size === 0)
            return this;
        return new StaticValues(this.files, this.source, new Map([...this.bindings, ...bindings]));
    }
    /** What is known of an expression that may be of any type. */
    known(expression) {
        this.spent.steps = 0;
        return this.isReadable ? this.knownOf(expression) : known_value/* UNKNOWN */.HV;
    }
    /** An expression with what is known of it: equal for two where nothing that is known differs. */
    outline(expression) {
        const known = this.text(expression);
        if (known !== undefined)
            return JSON.stringify(known.text);
        const name = 'root' in expression ? [expression.root, ...expression.path] : [];
        const called = expression.kind === 'call' ? expression.name : '';
        return JSON.stringify([expression.kind, called, name, (0,hcl_expression/* partsOf */.CI)(expression).map((part) => this.outline(part))]);
    }
    value(expression) {
        return this.limited(() => this.valueOf(expression), undefined);
    }
    knownOf(expression) {
        return this.limited(() => this.knownOfKind(expression), known_value/* UNKNOWN */.HV);
    }
    limited(workOut, unknown) {
        const { spent } = this;
        spent.steps += 1;
        if (spent.depth > DEPTH || spent.steps > MOST_STEPS)
            return unknown;
        spent.depth += 1;
        try {
            return workOut();
        }
        finally {
            spent.depth -= 1;
        }
    }
    knownOfKind(expression) {
        switch (expression.kind) {
            case 'plain':
                return expression.isNull === true ? known_value/* NULL_VALUE */.M_ : (0,known_value/* knownOfExact */.sZ)(this.value(expression));
            case 'list':
                return { kind: 'list', of: expression.of.map((each) => this.knownOf(each)) };
            case 'any': {
                const { entries } = expression;
                if (entries !== undefined)
                    return (0,known_value/* knownMap */.cw)([...entries].map(([key, each]) => [key, this.knownOf(each)]));
                const next = indexedValue(expression) ?? branchOf(expression, (each) => this.knownOf(each));
                if (next !== undefined)
                    return this.knownOf(next);
                const steps = this.wholeSteps(expression.inside?.steps);
                return steps === undefined || expression.inside === undefined
                    ? known_value/* UNKNOWN */.HV
                    : (0,known_value/* below */.Gz)(this.knownOf(expression.inside.value), steps);
            }
            case 'aside':
                return operationResult(expression, (each) => this.knownOf(each));
            case 'loop':
                return loopResult(expression, (each) => this.knownOf(each), (names, each) => new StaticValues(this.files, this.source, names, this).knownOf(each));
            case 'template': {
                // A value by itself keeps its type.
                const [only, ...others] = expression.parts;
                const isValue = only !== undefined && only.kind !== 'text' && others.length === 0;
                return isValue ? this.knownOf(only) : (0,known_value/* knownOfExact */.sZ)(this.value(expression));
            }
            case 'call':
                return this.knownCallOf(expression) ?? (0,known_value/* knownOfExact */.sZ)(this.value(expression));
            case 'reference': {
                const path = this.wholePath(expression);
                return path === undefined ? known_value/* UNKNOWN */.HV : this.knownReference(expression.root, path);
            }
            default:
                return (0,known_value/* knownOfExact */.sZ)(this.value(expression));
        }
    }
    /** Undefined for a function that gives no list, no map and no part of one. */
    knownCallOf({ name, given, expands }) {
        return (0,known_value/* knownCall */._q)(name.replace(/^core::/u, ''), () => given.map((each) => this.knownOf(each)), expands);
    }
    /** All steps of a reference; undefined where an index is not known. */
    wholePath({ path, isCut, rest }) {
        if (isCut !== true)
            return path;
        const steps = this.wholeSteps(rest);
        return steps && [...path, ...steps];
    }
    wholeSteps(rest) {
        const steps = rest?.map((step) => (typeof step === 'string' ? step : textOf(this.value(step))));
        const known = steps?.filter((step) => step !== undefined);
        return known?.length === steps?.length ? known : undefined;
    }
    knownReference(root, path) {
        const bound = this.bindings.get(root);
        if (bound !== undefined)
            return (0,known_value/* below */.Gz)(bound, path);
        if (this.outer !== undefined)
            return this.outer.knownReference(root, path);
        const [name = '', ...rest] = path;
        switch (root) {
            case 'local': {
                const [only, ...others] = this.files.flatMap((file) => locals(file, name));
                return only === undefined || others.length > 0 ? known_value/* UNKNOWN */.HV : this.knownBelow(only.value, rest);
            }
            case 'var':
                return this.knownVariable(name, rest);
            default:
                return (0,known_value/* knownOfExact */.sZ)(this.reference(root, path));
        }
    }
    /** A value that is referred to is followed without what is beside it. */
    knownBelow(expression, path) {
        const [step, ...rest] = path;
        if (step === undefined)
            return this.knownOf(expression);
        if (expression.kind === 'any' && expression.entries !== undefined) {
            const next = expression.entries.get(step);
            return next === undefined ? known_value/* MISSING */.lV : this.knownBelow(next, rest);
        }
        if (expression.kind === 'reference') {
            const whole = this.wholePath(expression);
            return whole === undefined
                ? known_value/* UNKNOWN */.HV
                : this.limited(() => this.knownReference(expression.root, [...whole, ...path]), known_value/* UNKNOWN */.HV);
        }
        return (0,known_value/* below */.Gz)(this.knownOf(expression), path);
    }
    knownVariable(name, path) {
        const declared = this.files.flatMap((file) => variables(file, name));
        const { source } = this;
        if (source.kind === 'root' && name === 'config')
            return this.knownConfiguration(path, declared, source);
        const [only, ...others] = declared;
        if (only === undefined || others.length > 0)
            return known_value/* UNKNOWN */.HV;
        const given = this.knownGiven(name, only);
        const fallback = (each) => this.knownOf(each);
        return (0,known_value/* below */.Gz)((0,known_value/* knownAs */.w9)(given, only.variable.type, fallback), path);
    }
    knownGiven(name, { variable }) {
        const { source } = this;
        if (source.kind === 'call') {
            const argument = source.arguments.find((each) => each.name === name);
            if (argument !== undefined) {
                const given = source.values.knownOf(argument.value);
                // Whether null means the default is not looked at.
                return given.kind === 'null' && variable.default !== undefined ? known_value/* UNKNOWN */.HV : given;
            }
        }
        else {
            if (source.outside.options === 'any' || source.outside.options.has(name))
                return known_value/* UNKNOWN */.HV;
            const given = source.given?.get(name);
            if (given !== undefined)
                return this.knownOf(given.value);
            if (source.outside.variables.has(name))
                return known_value/* UNKNOWN */.HV;
        }
        return variable.default === undefined ? known_value/* UNKNOWN */.HV : this.knownOf(variable.default);
    }
    knownConfiguration(path, declared, source) {
        const { options } = source.outside;
        if (options === 'any' || options.has('config'))
            return known_value/* UNKNOWN */.HV;
        const [only, ...others] = declared;
        if (only === undefined || others.length > 0)
            return known_value/* UNKNOWN */.HV;
        const { type } = only.variable;
        if (!isAny(type)) {
            const whole = (0,known_value/* knownAs */.w9)((0,known_value/* knownOfValue */.EC)(source.configuration), type, (each) => this.knownOf(each));
            return (0,known_value/* below */.Gz)(whole, path);
        }
        let value = source.configuration;
        for (const [index, step] of path.entries()) {
            if (value.kind !== 'map')
                return (0,known_value/* below */.Gz)((0,known_value/* knownOfValue */.EC)(value), path.slice(index));
            const next = (0,used_configuration/* entry */.f)(value, step);
            if (next === undefined)
                return known_value/* MISSING */.lV;
            value = next;
        }
        return (0,known_value/* knownOfValue */.EC)(value);
    }
    valueOf(expression) {
        switch (expression.kind) {
            case 'text':
                // Not a text yet, but a template's.
                return expression.text.includes('{{') ? undefined : { text: expression.text.normalize('NFC'), keys: [] };
            case 'plain':
                return expression.value === undefined ? undefined : { text: expression.value, keys: [] };
            case 'template': {
                const parts = expression.parts.map((part) => this.value(part));
                const known = parts.filter((part) => part !== undefined && part !== 'missing');
                if (known.length < parts.length)
                    return parts.includes(undefined) ? undefined : 'missing';
                const text = known.map((part) => part.text).join('');
                return { text: text.normalize('NFC'), keys: known.flatMap(({ keys }) => keys) };
            }
            case 'reference': {
                if (expression.isCut !== true)
                    return this.reference(expression.root, expression.path);
                const steps = (expression.rest ?? []).map((step) => typeof step === 'string' ? { text: step, keys: [] } : this.value(step));
                const known = steps.filter((step) => step !== undefined && step !== 'missing');
                if (expression.rest === undefined || known.length < steps.length)
                    return undefined;
                const path = [...expression.path, ...known.map(({ text }) => text)];
                const found = this.reference(expression.root, path) ?? (0,known_value/* exactOfKnown */.yI)(this.knownReference(expression.root, path));
                if (found === undefined || found === 'missing')
                    return found;
                return { ...found, keys: [...found.keys, ...known.flatMap(({ keys }) => keys)] };
            }
            case 'any': {
                const next = indexedValue(expression) ?? branchOf(expression, (each) => this.knownOf(each));
                if (next !== undefined)
                    return this.value(next);
                return expression.inside === undefined ? undefined : (0,known_value/* exactOfKnown */.yI)(this.knownOf(expression));
            }
            case 'call': {
                const exact = expression.expands === true
                    ? undefined
                    : exactCall(expression.name.replace(/^core::/u, ''), expression.given, {
                        value: (each) => this.value(each),
                        at: (each, path) => this.at(each, path),
                    });
                return exact ?? (0,known_value/* exactOfKnown */.yI)(this.knownCallOf(expression) ?? known_value/* UNKNOWN */.HV);
            }
            default:
                return undefined;
        }
    }
    reference(root, path) {
        const bound = this.bindings.get(root);
        if (bound !== undefined)
            return (0,known_value/* exactOfKnown */.yI)((0,known_value/* below */.Gz)(bound, path));
        if (this.outer !== undefined)
            return this.outer.reference(root, path);
        const [name = '', ...rest] = path;
        const { source } = this;
        switch (root) {
            case 'path': {
                // Where a module is that another one calls depends on the caller.
                const isHere = name === 'root' || (name === 'module' && source.kind === 'root');
                return isHere && rest.length === 0 ? { text: '.', keys: [] } : undefined;
            }
            case 'var':
                return this.variable(name, rest);
            case 'local':
                return this.named(`local.${name}`, rest, this.files.flatMap((file) => locals(file, name)));
            default:
                return undefined;
        }
    }
    /** What is at a path below the value of an expression. */
    at(expression, path) {
        const [step, ...rest] = path;
        if (step === undefined)
            return this.value(expression);
        if (expression.kind === 'reference' && expression.isCut !== true)
            return this.reference(expression.root, [...expression.path, ...path]);
        if (expression.kind !== 'any' || expression.entries === undefined)
            return undefined;
        const next = expression.entries.get(step);
        return next === undefined ? 'missing' : this.at(next, rest);
    }
    variable(name, path) {
        const declared = this.files.flatMap((file) => variables(file, name));
        const { source } = this;
        if (source.kind === 'root' && name === 'config')
            return this.configured(path, declared, source);
        const [only, ...others] = declared;
        if (only === undefined || others.length > 0)
            return undefined;
        const found = this.given(name, path, only);
        // Its type may have a default for what is missing.
        if (found === undefined || found === 'missing')
            return undefined;
        const text = (0,converted/* converted */.H)(found.text, only.variable.type, path);
        return text === undefined ? undefined : { ...found, text };
    }
    given(name, path, { file, variable }) {
        const { source } = this;
        if (source.kind === 'call') {
            const argument = source.arguments.find((each) => each.name === name);
            if (argument !== undefined) {
                return source.values.named(`var.${name}`, path, [{ ...argument, line: argument.line ?? 1 }]);
            }
        }
        else {
            if (source.outside.options === 'any' || source.outside.options.has(name))
                return undefined;
            const given = source.given?.get(name);
            if (given !== undefined)
                return this.named(`var.${name}`, path, [given]);
            if (source.outside.variables.has(name))
                return undefined;
        }
        const { line = 1, default: value } = variable;
        return value && this.named(`var.${name}`, path, [{ file, line, value }]);
    }
    configured(path, declared, { configuration, outside }) {
        if (outside.options === 'any' || outside.options.has('config'))
            return undefined;
        const types = declared.map(({ variable }) => variable.type);
        const isUntyped = types.length > 0 && types.every(isAny);
        let value = configuration;
        for (const step of path) {
            if (value.kind !== 'map')
                return undefined;
            const next = (0,used_configuration/* entry */.f)(value, step);
            // A type may have a default for it.
            if (next === undefined)
                return isUntyped ? 'missing' : undefined;
            value = next;
        }
        if (value.kind !== 'scalar')
            return undefined;
        const given = typeof value.value === 'string' ? value.value.normalize('NFC') : String(value.value);
        if (typeof value.value !== 'string' && !(0,hcl_expression/* isPlainSpelling */.H9)(given))
            return undefined;
        const text = types.length > 1 && !types.every(isAny) ? undefined : (0,converted/* converted */.H)(given, types[0], path);
        if (text === undefined)
            return undefined;
        return { text, keys: [{ key: path.join('.'), value: text, origin: value.source ?? value.origin }] };
    }
    /** @param defined all definitions of the name: which one of several holds is not decided here */
    named(name, path, defined) {
        const [only, ...others] = defined;
        if (only === undefined || others.length > 0)
            return undefined;
        const found = this.at(only.value, path);
        if (found === undefined || found === 'missing' || found.keys.length > 0)
            return found;
        const key = [name, ...path].join('.');
        return { ...found, keys: [{ key, value: found.text, origin: { file: only.file, line: only.line, column: 1 } }] };
    }
}
function textOf(exact) {
    return exact === undefined || exact === 'missing' ? undefined : exact.text;
}
/** `local.x[each.key]`, or `keys(x)[count.index]`, which have what their index is made of beside them. */
function indexedValue({ of: [value, index, ...others] }) {
    if (index?.kind !== 'aside' || others.length > 0)
        return undefined;
    const steps = value?.kind === 'reference' ? value.rest : value?.kind === 'any' ? value.inside?.steps : undefined;
    return index.of.every((each) => steps?.includes(each)) ? value : undefined;
}


/***/ }),

/***/ 37746:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ readTfvars),
/* harmony export */   Dl: () => (/* binding */ isTfvars),
/* harmony export */   SM: () => (/* binding */ literalTexts),
/* harmony export */   dp: () => (/* binding */ inOrderOfTfvars)
/* harmony export */ });
/* harmony import */ var _hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93000);
/* harmony import */ var _hcl_parse_hcl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21321);
/* harmony import */ var _hcl_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39987);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94330);
/* harmony import */ var _path_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65781);





/** Whether Terraform reads a file of a composition's folder for the values of variables. */
function isTfvars(name) {
    return /^(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/u.test(name);
}
/**
 * The variables that a file gives values; undefined where it cannot be read.
 *
 * @param path from the repository root: it says whether it is HCL or JSON
 */
function readTfvars(parser, path, text) {
    return path.endsWith('.json') ? ofJson(path, text) : ofHcl(parser, path, text);
}
/** In the order in which Terraform reads such files: a later one wins. */
function inOrderOfTfvars(files) {
    const rank = ({ name }) => ['terraform.tfvars', 'terraform.tfvars.json'].indexOf(name);
    const isFirst = (file) => rank(file) >= 0;
    return [
        ...files.filter(isFirst).sort((a, b) => rank(a) - rank(b)),
        ...files.filter((file) => !isFirst(file)).sort((a, b) => (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo)(a.name, b.name)),
    ];
}
function ofJson(file, text) {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/u, ''));
        if (typeof value !== 'object' || value === null)
            return new Map();
        return new Map(Object.entries(value).map(([name, each]) => [name, { file, line: 1, value: literal(each) }]));
    }
    catch {
        // Terraform itself says what is wrong with it.
        return new Map();
    }
}
/** Nothing in these texts is a template. */
function literal(value) {
    if (typeof value === 'string')
        return { kind: 'text', text: value };
    if (Array.isArray(value))
        return { kind: 'list', of: value.map(literal) };
    if (typeof value !== 'object' || value === null) {
        const spelling = JSON.stringify(value);
        return { kind: 'plain', value: (0,_hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainSpelling */ .H9)(spelling) ? spelling : undefined };
    }
    const entries = Object.entries(value).map(([key, each]) => [key, literal(each)]);
    const of = entries.flatMap(([key, each]) => [{ kind: 'text', text: key }, each]);
    return { kind: 'any', of, entries: new Map(entries.map(([key, each]) => [key.normalize('NFC'), each])) };
}
function ofHcl(parser, file, text) {
    const { tree, errors } = (0,_hcl_parse_hcl_js__WEBPACK_IMPORTED_MODULE_3__/* .parseHcl */ .z)(parser, text);
    try {
        if (errors.length > 0)
            return undefined;
        const values = ((0,_hcl_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .bodyOf */ .EN)(tree.rootNode)?.namedChildren ?? []).flatMap((child) => {
            const expression = child.type === 'attribute' ? (0,_hcl_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .expressionOf */ .ez)(child) : undefined;
            if (expression === undefined)
                return [];
            const line = child.startPosition.row + 1;
            return [[(0,_hcl_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributeName */ .CK)(child) ?? '', { file, line, value: (0,_hcl_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .Jn)(expression) }]];
        });
        return new Map(values);
    }
    finally {
        tree.delete();
    }
}
/** Every text in a value. */
function literalTexts(expression) {
    switch (expression.kind) {
        case 'text':
            return (0,_path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .constant */ .dY)(expression.text);
        case 'plain':
        case 'aside':
        case 'reference':
            return _path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING */ .K$;
        case 'any':
        case 'list':
            return (0,_path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KC)(expression.of.map(literalTexts));
        default:
            return (0,_path_text_js__WEBPACK_IMPORTED_MODULE_2__/* .anything */ .D8)('a value that is no literal');
    }
}


/***/ }),

/***/ 41728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ usedConfiguration),
/* harmony export */   f: () => (/* binding */ entry)
/* harmony export */ });
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20441);
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95686);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94330);
/** The part of `var.config` that a composition reads, as a text. Pure. */



/** Equal for two configurations exactly when they are the same in all that is read of them. */
function usedConfiguration(variables, { values, shapes }) {
    const read = values.map((path) => JSON.stringify(['value', ...valueAt(variables, path)]));
    const looked = shapes.map((path) => JSON.stringify(['shape', ...shapeAt(variables, path)]));
    return [...new Set([...read, ...looked])].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo).join('\n');
}
function valueAt(variables, path) {
    const { at, value } = descend(variables, path);
    return [...at, value === undefined ? 'missing' : (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_0__/* .toCompactJson */ .ZJ)(value)];
}
function shapeAt(variables, path) {
    const { at, value } = descend(variables, path);
    // A list on the way may be indexed in more than one spelling, so it counts as a whole.
    if (value?.kind === 'list' && at.length < path.length)
        return [...at, (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_0__/* .toCompactJson */ .ZJ)(value)];
    return [...at, value === undefined ? 'missing' : (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfKind */ .lI)(value)];
}
/** Follows a path as long as there are maps: to its end, or to the first value that is none. */
function descend(variables, path) {
    let value = variables;
    for (const [index, step] of path.entries()) {
        if (value?.kind !== 'map')
            return { at: path.slice(0, index), value };
        value = entry(value, step);
    }
    return { at: path, value };
}
/** No other text is this one in NFC. Only `;`, a backtick and `K` are ASCII and have another spelling. */
const ONLY_ITSELF = /^[^;`K\u0080-\u{10ffff}]*$/u;
/** HCL normalises names, YAML does not: several keys that are one to HCL are all meant. */
function entry(map, step) {
    const plain = map.children[step];
    if (ONLY_ITSELF.test(step))
        return plain;
    const others = Object.keys(map.children).filter((key) => key !== step && key.normalize('NFC') === step.normalize('NFC'));
    if (others.length === 0)
        return plain;
    // Which one Terraform takes does not matter as long as each counts.
    const children = (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_2__/* .createEntries */ .dL)();
    for (const key of [...(plain === undefined ? [] : [step]), ...others]) {
        const child = map.children[key];
        if (child !== undefined)
            children[key] = child;
    }
    return others.length === 1 && plain === undefined ? map.children[others[0] ?? ''] : (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_2__/* .mapValue */ .IS)(children, map.origin);
}


/***/ }),

/***/ 22095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ realFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44409);
/** The real path of a folder named by the user. */


/**
 * The path of a folder with every symbolic link followed; undefined if there is no folder. Programs started in
 * anything else fail with an error that names neither the input nor the path.
 */
function realFolder(path) {
    try {
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real).isDirectory() ? real : undefined;
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, 'ENOENT', 'ENOTDIR', 'ELOOP'))
            return undefined;
        throw error;
    }
}


/***/ })

};

//# sourceMappingURL=9949.index.js.map