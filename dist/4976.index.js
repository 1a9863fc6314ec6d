export const id = 4976;
export const ids = [4976];
export const modules = {

/***/ 68051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isolate: () => (/* binding */ isolate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44409);
/* harmony import */ var _job_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60005);
/**
 * Hides the secrets of the step from other processes of the same user. `/proc/<pid>/environ` shows the environment that
 * a process was started with for as long as it lives, even after it deletes variables, and a plan finds it with no more
 * than `file("/proc/self/status")`, which names its parent.
 */







/** The descriptor that carries the environment: standard input, one of the three that survive the replacement. */
const CARRIER = 0;
/** The id of the replaced process. It stays the same, so no other process mistakes it for its own. */
const MARKER = 'KOMPOS_REPLACED_PROCESS';
/**
 * Replaces this process with the same program and only the environment that Terraform may see; the whole environment is
 * passed in an unnamed file. Returns in the replacement, with the environment restored in memory only.
 *
 * @returns why the process could not be replaced, which leaves its environment readable
 */
function isolate() {
    try {
        if (process.env[MARKER] === String(process.pid)) {
            restoreEnvironment();
            return undefined;
        }
        // Missing before Node 22.15, and in the types of the oldest supported Node.
        const execve = Reflect.get(process, 'execve');
        if (typeof execve !== 'function' || process.platform === 'win32') {
            return `Node ${process.version} cannot replace a process on ${process.platform}`;
        }
        // Node aborts if the program cannot be started.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(process.execPath, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        writeEnvironment();
        try {
            const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
            const environment = { ...(0,_job_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .childEnvironment */ .Qc)(process.env, false), [MARKER]: String(process.pid) };
            Reflect.apply(execve, process, [process.execPath, args, environment]);
        }
        finally {
            // Only reached on failure.
            closeCarrier();
        }
        return 'the process was not replaced';
    }
    catch (error) {
        return (0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error);
    }
}
/** A file gets the lowest free descriptor: that of standard input, which is not used, once it is closed. */
function writeEnvironment() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), `kompos-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(CARRIER);
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'wx+', 0o600);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path);
        if (file !== CARRIER)
            throw new Error(`standard input was not free, but descriptor ${file}`);
        const bytes = Buffer.from(JSON.stringify(process.env));
        for (let written = 0; written < bytes.length;)
            written += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, bytes, written);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)('/dev/null', 'r');
        throw error;
    }
}
function restoreEnvironment() {
    const bytes = Buffer.alloc((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(CARRIER).size);
    for (let read = 0; read < bytes.length;) {
        const more = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(CARRIER, bytes, read, bytes.length - read, read);
        if (more === 0)
            break;
        read += more;
    }
    closeCarrier();
    const environment = JSON.parse(bytes.toString('utf8'));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(environment))
        throw new Error('the environment did not arrive');
    for (const name of Object.keys(process.env))
        Reflect.deleteProperty(process.env, name);
    for (const name of Object.keys(environment))
        process.env[name] = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(environment, name)) ?? '';
}
/** Leaves nothing on disk and no open descriptor: `/proc/<pid>/fd` can be read just as easily. */
function closeCarrier() {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(CARRIER);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(CARRIER);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)('/dev/null', 'r');
}


/***/ }),

/***/ 60005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   j3: () => (/* binding */ standInEnvironment),
/* harmony export */   m0: () => (/* binding */ allowedEnvironment),
/* harmony export */   mb: () => (/* binding */ environmentStandIns)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63825);
/* harmony import */ var _terraform_unattended_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25800);
/** What a job sees of the runner's environment. */



/** Inputs (the token is one of them), and the runner's own services: cache, artifacts, OIDC tokens. */
const SECRET_PREFIXES = ['INPUT_', 'ACTIONS_'];
/** With these, anyone can request a token from GitHub that identifies as this job. */
const ID_TOKEN = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'];
/** Files through which a step changes the environment of later ones, its own outputs and its summary. */
const STEP_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/**
 * The environment of git and Terraform: anything that a plan runs can read and print all of it.
 *
 * @param passIdToken the input `pass-id-token`
 */
function childEnvironment(all, passIdToken) {
    const isKept = (name) => ID_TOKEN.includes(name)
        ? passIdToken
        : !STEP_FILES.includes(name) && !SECRET_PREFIXES.some((prefix) => name.startsWith(prefix));
    const kept = Object.entries(all).flatMap(([name, value]) => value === undefined || !isKept(name) ? [] : [[name, value]]);
    return (0,_terraform_unattended_js__WEBPACK_IMPORTED_MODULE_2__/* .unattended */ .D)(Object.fromEntries(kept));
}
/**
 * Stand-ins for the environment in digests of renderings: with a key a digest of each value, without one its name.
 * Undefined if configuration may read none.
 *
 * @param key the secret input `fingerprint-key`
 */
function standInEnvironment(all, allowed, key) {
    if (allowed.length === 0)
        return undefined;
    const real = allowedEnvironment(all, allowed, false);
    return {
        secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_1__/* .standIns */ .dS,
        read(name) {
            const answer = real.read(name);
            if (answer.kind !== 'value')
                return answer;
            const seal = key === undefined ? '' : `: ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(answer.value).digest('hex')}`;
            return { kind: 'value', value: `(environment: ${name}${seal})` };
        },
    };
}
/** Each value's stand-in in the fingerprint of a plan, `(environment: NAME)`. One value has one name. */
function environmentStandIns(all, allowed) {
    const standIns = new Map();
    for (const name of [...allowed].sort()) {
        const value = all[name];
        if (value !== undefined && !standIns.has(value))
            standIns.set(value, `(environment: ${name})`);
    }
    return standIns;
}
/**
 * `{{env(NAME)}}` in the Action: only the names that `allow-env` lists.
 *
 * @param withheld an untrusted pull request must not print the values, so it gets a stand-in for each
 */
function allowedEnvironment(all, allowed, withheld) {
    const names = new Set(allowed);
    return {
        secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_1__/* .standIns */ .dS,
        read(name) {
            if (!names.has(name))
                return { kind: 'not-allowed' };
            if (withheld)
                return { kind: 'value', value: `(withheld: ${name})` };
            const value = all[name];
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}


/***/ }),

/***/ 69368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** "Did you mean …?" */
/**
 * The candidate closest to a misspelled word; undefined if none is close enough.
 *
 * @param most the maximum edit distance
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

/***/ 91310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   rJ: () => (/* binding */ debugTo)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__);
/**
 * The debug log: what runs and how long it takes, without any output or content. The seams and stages write to it,
 * and the entry point prints it, masked, on request. Otherwise it is discarded.
 */

const lines = (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.channel)('kompos');
/** Hands every line of the debug log to `write` from here on. */
function debugTo(write) {
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('kompos', (line) => {
        write(String(line));
    });
}
function debug(line) {
    lines.publish(line);
}
/**
 * Runs something and logs how long it took.
 *
 * @param outcome the result, for the log line
 * @param failure the same if it throws
 */
async function timed(what, run, outcome = () => 'done', failure = () => 'failed') {
    if (!lines.hasSubscribers)
        return run();
    const started = performance.now();
    const say = (how) => {
        debug(`${what}: ${how}, ${Math.round(performance.now() - started)} ms`);
    };
    try {
        const result = await run();
        say(outcome(result));
        return result;
    }
    catch (error) {
        say(failure(error));
        throw error;
    }
}


/***/ }),

/***/ 23659:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ Opaque),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Reads JSON from outside, whose shape is checked where it is used and never trusted. */
/** Our own replacement of a text or a number in JSON: not an object with properties. */
class Opaque {
}
/** A number that JavaScript cannot represent, by its digits. In JSON it becomes a text of them. */
class ExactNumber extends Opaque {
    digits;
    constructor(digits) {
        super();
        this.digits = digits;
    }
    toJSON() {
        return this.digits;
    }
}
/** Whether it is an object: neither a list, nor a value of our own, nor null. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Opaque);
}
/** A property of an object; undefined where there is no object or no such property. */
function field(value, name) {
    return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** The object itself, or an empty one. */
function record(value) {
    return isRecord(value) ? value : {};
}
/** The list itself, or an empty one. */
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** The text itself; undefined where it is something else. */
function text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The text that a property of an object is. */
function textOf(value, name) {
    return text(field(value, name));
}


/***/ }),

/***/ 44409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/** Errors from Node, examined without relying on their class: values of other realms fail `instanceof`. */

/** Whether a system error has one of the codes (`ENOENT`). */
function hasCode(error, ...codes) {
    const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(error, 'code');
    return code !== undefined && codes.includes(code);
}
/** Whether it comes from the operating system: a full disk, a missing permission. */
function isSystemError(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(error, 'syscall') !== undefined;
}
/** The message of anything that was thrown. */
function messageOf(error) {
    return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
        ? error.message
        : String(error);
}


/***/ }),

/***/ 57421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ BUILT_IN),
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   Cs: () => (/* binding */ hasErrors),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   Mm: () => (/* binding */ ProblemError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   ZU: () => (/* binding */ placeInFile),
/* harmony export */   dE: () => (/* binding */ formatPlace),
/* harmony export */   e$: () => (/* binding */ inLeaves),
/* harmony export */   gS: () => (/* binding */ problemError),
/* harmony export */   pe: () => (/* binding */ throwOnErrors)
/* harmony export */ });
/* harmony import */ var _node_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44409);
/**
 * What went wrong, for the person who must fix it. Every user-facing error of the project is a `Problem`: data with a
 * place, so that the terminal, an annotation and the report can each show it in their own way.
 */

/** The `file` of values that no file sets. */
const BUILT_IN = 'a built-in name';
/** A place that is in a file; undefined for a built-in name. */
function placeInFile(place) {
    return place?.file === BUILT_IN ? undefined : place;
}
/** Makes an error `Problem`. */
function problem(code, message, details = {}) {
    return { code, severity: 'error', message, ...details, place: placeInFile(details.place) };
}
/** Makes a warning `Problem`. */
function warning(code, message, details = {}) {
    return { code, severity: 'warning', message, ...details };
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
/** One error `Problem` alone, to be thrown. */
function problemError(code, message, details = {}) {
    return new ProblemError([problem(code, message, details)]);
}
/** What a person can fix about an error; undefined for an internal error. */
function problemsOf(error) {
    if (error instanceof ProblemError)
        return error.problems;
    if (!(0,_node_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isSystemError */ .Or)(error))
        return undefined;
    const hint = 'The operating system refused it: check the disk, the permissions, and other programs using the workspace.';
    return [problem('files', `${(0,_node_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, { hint })];
}
/** Problems of leaves, each once, with the leaves that have it. */
function inLeaves(found) {
    const groups = new Map();
    for (const { leaf, problems } of found) {
        for (const each of problems) {
            const text = formatProblem(each);
            const group = groups.get(text) ?? { problem: each, leaves: [] };
            groups.set(text, group);
            const isNamed = each.message.includes(leaf) || `${each.place?.file ?? ''}/`.startsWith(`${leaf}/`);
            if (!isNamed && !group.leaves.includes(leaf))
                group.leaves.push(leaf);
        }
    }
    return [...groups.values()].map(({ problem: each, leaves }) => (leaves.length === 0 ? each : { ...each, leaves }));
}
/** Whether any of the problems is an error. */
function hasErrors(problems) {
    return problems.some(({ severity }) => severity === 'error');
}
/** Throws a `ProblemError` when any of the problems is an error. */
function throwOnErrors(problems) {
    const errors = problems.filter((each) => each.severity === 'error');
    if (errors.length > 0)
        throw new ProblemError(errors);
}
/** `file:line:column`, as editors and terminals link it. */
function formatPlace(place) {
    if (place.file === BUILT_IN)
        return BUILT_IN;
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
    const [first, ...others] = each.leaves ?? [];
    if (first !== undefined) {
        lines.push(others.length === 0 ? `  In ${first}.` : `  In ${others.length + 1} leaves, such as ${first}.`);
    }
    return lines.join('\n');
}


/***/ }),

/***/ 95686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isTemplatedKey),
/* harmony export */   IS: () => (/* binding */ mapValue),
/* harmony export */   Um: () => (/* binding */ scalarValue),
/* harmony export */   a3: () => (/* binding */ listValue),
/* harmony export */   dL: () => (/* binding */ createEntries),
/* harmony export */   hJ: () => (/* binding */ LIST_MERGES),
/* harmony export */   jV: () => (/* binding */ brokenValue),
/* harmony export */   lI: () => (/* binding */ nameOfKind),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH)
/* harmony export */ });
const LIST_MERGES = ['append', 'append_unique', 'override', 'prepend'];
/** How deep values may nest, before and after interpolation: far beyond real configurations, well within the call stack. */
const MAX_DEPTH = 1_000;
/** Creates a mutable record of map entries without a prototype, with the entries of `from` copied into it. */
function createEntries(from) {
    const entries = {};
    // Done while it is empty: V8 is several times slower otherwise.
    Object.setPrototypeOf(entries, null);
    for (const key in from) {
        const child = from[key];
        if (child !== undefined)
            entries[key] = child;
    }
    return entries;
}
/** Creates a scalar as read from a file; a string that contains `{{` is templated. */
function scalarValue(value, spelling, origin) {
    return { kind: 'scalar', value, spelling, origin, templated: typeof value === 'string' && value.includes('{{') };
}
/** A value that there is none of, and why. */
function brokenValue(why, origin) {
    return { kind: 'scalar', value: null, spelling: '', origin, templated: true, problem: why };
}
/** Creates a map from entries made by `createEntries`; it is templated if any child is, or a key has a placeholder. */
function mapValue(children, origin) {
    let templated = false;
    for (const key in children) {
        if (children[key]?.templated === true || isTemplatedKey(key)) {
            templated = true;
            break;
        }
    }
    return { kind: 'map', children, origin, templated };
}
/** Whether a key has a placeholder. */
function isTemplatedKey(key) {
    return key.includes('{{');
}
/** Creates a list; it is templated if any child is. */
function listValue(children, origin) {
    return { kind: 'list', children, origin, templated: children.some((child) => child.templated) };
}
/** The name of its type, for messages and digests: `map`, `list`, `text`, `number`, `boolean` or `null`. */
function nameOfKind(value) {
    if (value.kind !== 'scalar')
        return value.kind;
    if (value.value === null)
        return 'null';
    const type = typeof value.value;
    return type === 'string' ? 'text' : type === 'boolean' ? type : 'number';
}


/***/ }),

/***/ 25800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unattended)
/* harmony export */ });
/** Set by us for every leaf, or unsafe with several leaves at once. */
const NOT_PASSED_ON = new Set(['TF_DATA_DIR', 'TF_PLUGIN_CACHE_DIR', 'TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE']);
/** The variables that may be passed to Terraform, and those that disable its prompts. */
function unattended(all) {
    const kept = Object.entries(all).filter(([name]) => !NOT_PASSED_ON.has(name));
    return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
}


/***/ })

};

//# sourceMappingURL=4976.index.js.map