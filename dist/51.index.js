export const id = 51;
export const ids = [51];
export const modules = {

/***/ 8051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isolate: () => (/* binding */ isolate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4409);
/* harmony import */ var _job_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5);
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

/***/ 5:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   j3: () => (/* binding */ standInEnvironment),
/* harmony export */   m0: () => (/* binding */ allowedEnvironment),
/* harmony export */   mb: () => (/* binding */ environmentStandIns)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _terraform_unattended_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5800);
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
    return (0,_terraform_unattended_js__WEBPACK_IMPORTED_MODULE_1__/* .unattended */ .D)(Object.fromEntries(kept));
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

/***/ 3659:
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

/***/ 4409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3659);
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

/***/ 5800:
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

//# sourceMappingURL=51.index.js.map