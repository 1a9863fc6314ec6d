export const id = 3825;
export const ids = [3825];
export const modules = {

/***/ 82531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ abortedBy)
/* harmony export */ });
/** A handler that ends each request when the signal says so, even one that still receives an occasional byte. */
function abortedBy(signal) {
    return {
        prepareRequest: (options) => void Object.assign(options, { signal }),
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('there is no authentication')),
    };
}


/***/ }),

/***/ 15378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ boundedText)
/* harmony export */ });
/** Reads streams from outside, which may never end. */
/**
 * The text of a whole stream, as UTF-8.
 *
 * @param what it is, for the message: `the answer`
 * @throws Error once there are more than this many bytes
 */
async function boundedText(stream, most, what) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > most)
            throw new Error(`${what} has more than ${most} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 61204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TD: () => (/* binding */ LOG_PATH),
  yb: () => (/* binding */ createChildProcesses),
  Gx: () => (/* binding */ runPiped),
  PH: () => (/* binding */ startPiped)
});

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(41955);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/base/output-file.ts
/** What a program prints, in a file that outlives neither of us. */




/** A new file without a name: it disappears as soon as no process has it open. */
function openOutputFile() {
    const path = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `kompos-output-${(0,external_node_crypto_.randomUUID)()}`);
    // Fails where something has that name already, a link too.
    const descriptor = (0,external_node_fs_.openSync)(path, 'wx+', 0o600);
    (0,external_node_fs_.unlinkSync)(path);
    let seen = 0;
    const size = () => (0,external_node_fs_.fstatSync)(descriptor).size;
    function read(from, most = Infinity) {
        const bytes = Buffer.alloc(Math.min(most, Math.max(0, size() - from)));
        let length = 0;
        for (let more = 1; more > 0 && length < bytes.length; length += more) {
            more = (0,external_node_fs_.readSync)(descriptor, bytes, length, bytes.length - length, from + length);
        }
        return bytes.subarray(0, length);
    }
    return {
        descriptor,
        text: (mostBytes) => read(0, mostBytes).toString('utf8'),
        size,
        newLines(ended = false) {
            const bytes = read(seen);
            const length = ended ? bytes.length : bytes.lastIndexOf('\n') + 1;
            if (length === 0)
                return [];
            seen += length;
            return bytes.subarray(0, length).toString('utf8').replace(/\n$/u, '').split('\n');
        },
        close() {
            (0,external_node_fs_.closeSync)(descriptor);
        },
    };
}

;// CONCATENATED MODULE: ./src/base/stop-process.ts
/** Ends a program that was asked to stop and does not, without making it leave something locked. */

/**
 * Interrupts a program that leads a process group. If it waits for a program that it has started, such as a provider
 * that hangs, that one is killed first: Terraform then ends with an error and unlocks its state, which it does not if
 * it is killed itself.
 *
 * @returns call when it has ended
 */
function stopProcess(child, patience) {
    child.kill('SIGINT');
    const timers = [
        setTimeout(() => {
            if (child.pid !== undefined)
                startedBy(child.pid).forEach(kill);
        }, patience.forItsOwn),
        setTimeout(() => {
            if (child.pid !== undefined)
                kill(-child.pid);
        }, patience.forItself),
    ];
    return () => {
        timers.forEach(clearTimeout);
    };
}
/** Ids of the processes that one has started; none where the system does not say (outside of Linux). */
function startedBy(pid) {
    try {
        return (0,external_node_fs_.readdirSync)(`/proc/${pid}/task`).flatMap((task) => (0,external_node_fs_.readFileSync)(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number));
    }
    catch {
        return [];
    }
}
/** @param pid negative: the process group that it leads */
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended by itself.
    }
}

;// CONCATENATED MODULE: ./src/base/child-process.ts
/** Starts other programs; nothing else in `src` does. None gets a shell, and each gets the environment that it is given. */






/** For the debug log, without git's settings and the values of Terraform's variables and backends: secrets may be there. */
function shown({ program, args, directory }) {
    const words = args.map((each, index) => /^(?:-c|--?(?:var|backend-config))$/u.test(args[index - 1] ?? '')
        ? '***'
        : each.replace(/^(--?(?:var|backend-config)=).*$/su, '$1***'));
    return `${[program, ...words].join(' ').replaceAll(' -c ***', '')} in ${directory}`;
}
/** Runs a program to its end and collects what it prints. Nothing is lost if it is killed together with us. */
async function runPiped(call, input) {
    const options = {
        cwd: call.directory,
        env: call.environment,
        silent: true,
        ignoreReturnCode: true,
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
    };
    const { exitCode, stdout, stderr } = await (0,debug/* timed */.ay)(shown(call), () => (0,exec/* getExecOutput */.H)(call.program, [...call.args], options), (output) => `exit code ${output.exitCode}`);
    return { code: exitCode, stdout, stderr };
}
/** Starts a program that reads requests from standard input and answers on standard output. */
function startPiped(call) {
    const { program, args, directory, environment } = call;
    (0,debug/* debug */.Yz)(`${shown(call)}: started`);
    return (0,external_node_child_process_.spawn)(program, [...args], { cwd: directory, env: { ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
}
/** Milliseconds between two looks at what a program prints. */
const EVERY = 1_000;
/** Milliseconds between two looks at how much it is: `yes` prints gigabytes a second. */
const EVERY_SIZE = 50;
/** For a program that has reached its limit. */
const LIMIT_PATIENCE = { forItsOwn: 5_000, forItself: 15_000 };
/** The third file of `runApart`, as a path in the process. */
const LOG_PATH = '/dev/fd/3';
function createChildProcesses() {
    /** Those that run, and whether each has a process group of its own. */
    const running = new Map();
    /** Those that were asked to stop, and what ends the waiting for it. */
    const stopping = new Map();
    let interrupted = false;
    function stop(child, patience) {
        if (!stopping.has(child))
            stopping.set(child, stopProcess(child, patience));
    }
    function run(call, stdio, detached, onTimeout = () => undefined, isTooMuch = () => false) {
        const { program, args, directory, environment } = call;
        const child = (0,external_node_child_process_.spawn)(program, [...args], { cwd: directory, env: { ...environment }, stdio, detached });
        running.set(child, { detached, neverKilled: call.neverKilled === true });
        const timer = call.timeLimit === undefined
            ? undefined
            : setTimeout(() => {
                onTimeout();
                stop(child, LIMIT_PATIENCE);
            }, call.timeLimit);
        const killGroup = () => {
            if (detached && child.pid !== undefined)
                kill(-child.pid);
        };
        const guard = call.mostOutput === undefined
            ? undefined
            : setInterval(() => {
                if (isTooMuch())
                    killGroup();
            }, EVERY_SIZE);
        const ended = new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', (code, signal) => {
                resolve(code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]));
            });
        }).finally(() => {
            clearTimeout(timer);
            clearInterval(guard);
            if (call.leavesNothing === true)
                killGroup();
            running.delete(child);
            stopping.get(child)?.();
            stopping.delete(child);
        });
        return (0,debug/* timed */.ay)(shown(call), () => ended, (code) => `exit code ${code}`);
    }
    return {
        async runApart(call) {
            // Files, not pipes: if we are killed, the next write to a pipe would kill the program too, in the middle of an
            // apply, with its state unsaved and the lock held. With files it runs to completion.
            const files = Array.from({ length: call.logs === true ? 3 : 2 }, openOutputFile);
            const [output, errors, log] = files;
            const { onPrinted } = call;
            const look = () => output?.newLines().forEach((line) => onPrinted?.(line));
            const timer = onPrinted === undefined ? undefined : setInterval(look, EVERY);
            try {
                // A process group of its own: a Ctrl-C on the terminal must reach it once, through us.
                let timedOut = false;
                const { mostOutput = Infinity } = call;
                const isTooMuch = () => files.reduce((sum, file) => sum + file.size(), 0) > mostOutput;
                const stdio = ['ignore', ...files.map(({ descriptor }) => descriptor)];
                const onTimeout = () => {
                    timedOut = true;
                };
                const code = await run(call, stdio, true, onTimeout, isTooMuch);
                if (onPrinted !== undefined)
                    output?.newLines(true).forEach(onPrinted);
                const printedTooMuch = isTooMuch() || undefined;
                const texts = [output, errors, log].map((file) => file?.text(mostOutput) ?? '');
                const [stdout = '', stderr = '', logged = ''] = texts;
                return { code, stdout, stderr, log: logged, timedOut, printedTooMuch };
            }
            finally {
                clearInterval(timer);
                for (const file of files)
                    file.close();
            }
        },
        // On a terminal it has to stay in the foreground group to ask its questions; Ctrl-C then reaches it directly.
        runHere: (call, onTerminal) => run(call, 'inherit', !onTerminal),
        interrupted: () => interrupted,
        passSignalsOn(onInterrupt, patience) {
            const listener = (signal) => {
                if (interrupted)
                    return;
                interrupted = true;
                onInterrupt?.();
                // A terminal's Ctrl-C has already reached those that share our process group.
                for (const [child, { detached, neverKilled }] of running) {
                    if (detached && !neverKilled && patience !== undefined)
                        stop(child, patience);
                    else if (detached || signal !== 'SIGINT')
                        child.kill('SIGINT');
                }
            };
            process.on('SIGINT', listener);
            process.on('SIGTERM', listener);
            return () => {
                process.off('SIGINT', listener);
                process.off('SIGTERM', listener);
            };
        },
    };
}


/***/ }),

/***/ 44427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/** Reads bytes as the text that they are meant to be. */


/** Git LFS's pointers (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//u;
/**
 * The text of a file, which must be UTF-8.
 *
 * @param code of the problem of a file that is something else
 */
function decodeText(file, bytes, code) {
    const text = bytes.toString('utf8');
    if (bytes.subarray(0, 10).equals(Buffer.from('\0GITCRYPT\0'))) {
        return refuse('The file is encrypted with git-crypt.', 'Unlock the repository before ("git-crypt unlock").');
    }
    if (LFS_POINTER.test(text)) {
        return refuse('The file is a pointer of Git LFS.', 'Put the file itself into git, or check out with "lfs: true".');
    }
    const [first, second] = bytes;
    const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    if (isMarked || (first !== undefined && second !== undefined && (first === 0) !== (second === 0))) {
        return refuse('The file is UTF-16.', 'Save it as UTF-8.');
    }
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return { text };
    const before = bytes.subarray(0, firstInvalid(bytes));
    const lines = before.toString('utf8').split('\n');
    const place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    const byte = (bytes[before.length] ?? 0).toString(16).toUpperCase();
    const message = `The file is not UTF-8: the byte 0x${byte} here is of another encoding, such as Latin-1 or Windows-1252.`;
    return { problem: (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(code, message, { place, hint: 'Save it as UTF-8.' }) };
    function refuse(message, hint) {
        return { problem: (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(code, message, { place: { file, line: 1, column: 1 }, hint }) };
    }
}
/** The length of the longest beginning that is valid. */
function firstInvalid(bytes) {
    let [valid, invalid] = [0, bytes.length];
    // A cut in the middle of a character is invalid as well, but never far from a valid one.
    const isValid = (length) => [0, 1, 2, 3].some((less) => length >= less && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(0, length - less)));
    while (invalid - valid > 1) {
        const middle = Math.floor((valid + invalid) / 2);
        if (isValid(middle))
            valid = middle;
        else
            invalid = middle;
    }
    let length = Math.min(bytes.length, valid + 1);
    while (length > 0 && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(0, length)))
        length -= 1;
    return length;
}


/***/ }),

/***/ 31981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseExactJson)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/** JSON whose numbers keep all their digits. */


/**
 * Parses JSON as Terraform writes it. A number that JavaScript cannot hold becomes an `ExactNumber`: Terraform's have any
 * length, and two long ids that differ in the last digit must neither look the same, nor be masked as another one, nor
 * pass as the text of the same digits. Equal ones are one object. (lossless-json takes five times as long for a plan of
 * 50 MB, and four times the memory; the source text that `JSON.parse` gives to revivers comes with Node 22.)
 *
 * @throws Error if it is not JSON; the message has nothing of it
 */
function parseExactJson(json) {
    const pieces = [];
    const token = /"|-?\d[\d.eE+-]*/gu;
    // Marks such a number while parsing: no existing plan can contain it.
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    let copied = 0;
    for (let match = token.exec(json); match !== null; match = token.exec(json)) {
        const [found] = match;
        if (found === '"')
            token.lastIndex = endOfString(json, match.index);
        else if (String(Number(found)) !== found) {
            pieces.push(json.slice(copied, match.index), JSON.stringify(`${mark}${found}`));
            copied = token.lastIndex;
        }
    }
    const numbers = new Map();
    const revive = (_, value) => {
        if (typeof value !== 'string' || !value.startsWith(mark))
            return value;
        const digits = value.slice(mark.length);
        const number = numbers.get(digits) ?? new _json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh(digits);
        numbers.set(digits, number);
        return number;
    };
    pieces.push(json.slice(copied));
    try {
        const value = JSON.parse(pieces.join(''), pieces.length > 1 ? revive : undefined);
        return value;
    }
    catch {
        // The parser quotes what it could not read, and masking does not know its secrets.
        throw new Error('not JSON');
    }
}
/** The index after the string that begins at `start`. Not a regular expression, which would overflow on long strings. */
function endOfString(json, start) {
    for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
        let backslashes = 0;
        while (json[end - 1 - backslashes] === '\\')
            backslashes += 1;
        if (backslashes % 2 === 0)
            return end + 1;
    }
    return json.length;
}


/***/ }),

/***/ 20441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   ZJ: () => (/* binding */ toCompactJson),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   b9: () => (/* binding */ equalValues),
/* harmony export */   ve: () => (/* binding */ listIdentity)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/** Serializes values as JSON: the same value gives the same bytes, regardless of the order of its keys. */

/** Pretty JSON: two spaces, keys sorted by code unit, integers with all their digits, no trailing newline. */
function toJson(value) {
    return write(value, '\n', written);
}
/** JSON on one line without spaces, keys sorted by code unit, integers with all their digits. */
function toCompactJson(value) {
    return write(value, undefined, written);
}
/**
 * A string that is the same for two values exactly when `append_unique` treats them as equal: equal as JSON values (`1`
 * and `1.0` are the same number, key order is irrelevant), and, as in himl, which inherits this from Python, `true`
 * equals 1 and `false` equals 0 (conformance case hierarchy-46).
 */
function listIdentity(value) {
    return write(value, undefined, ({ value: scalar, problem, isSealed }) => {
        // What is wrong with an item must not be lost with it.
        if (problem !== undefined && isSealed !== true)
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(problem);
        return typeof scalar === 'boolean' ? String(Number(scalar)) : scalarIdentity(scalar);
    });
}
/** Whether two values are equal as JSON values; origins and spellings are ignored. */
function equalValues(a, b) {
    if (a === b)
        return true;
    if (a.kind === 'scalar')
        return b.kind === 'scalar' && scalarIdentity(a.value) === scalarIdentity(b.value);
    if (a.kind === 'list') {
        if (b.kind !== 'list' || a.children.length !== b.children.length)
            return false;
        return a.children.every((child, position) => {
            const other = b.children[position];
            return other !== undefined && equalValues(child, other);
        });
    }
    if (b.kind !== 'map')
        return false;
    const entries = Object.entries(a.children);
    if (entries.length !== Object.keys(b.children).length)
        return false;
    return entries.every(([key, child]) => {
        const other = b.children[key];
        return other !== undefined && equalValues(child, other);
    });
}
/** The plain JavaScript value: maps as objects without a prototype, integers beyond the safe range as bigint. */
function toPlain(value) {
    if (value.kind === 'scalar')
        return value.value;
    if (value.kind === 'list')
        return value.children.map(toPlain);
    const plain = {};
    Object.setPrototypeOf(plain, null);
    for (const [key, child] of Object.entries(value.children))
        plain[key] = toPlain(child);
    return plain;
}
/** A float may hold the same integer as a bigint: both give its digits. */
function scalarIdentity(scalar) {
    return typeof scalar === 'number' && Number.isInteger(scalar) ? BigInt(scalar).toString() : exactScalar(scalar);
}
function written({ value }) {
    return exactScalar(value);
}
function exactScalar(scalar) {
    return typeof scalar === 'bigint' ? scalar.toString() : JSON.stringify(scalar);
}
/** `lineBreak` is a newline plus the indentation of the value itself; undefined writes everything on one line. */
function write(value, lineBreak, scalar) {
    if (value.kind === 'scalar')
        return scalar(value);
    const inner = lineBreak === undefined ? undefined : `${lineBreak}  `;
    if (value.kind === 'list') {
        return enclose('[', value.children.map((child) => write(child, inner, scalar)), ']', lineBreak);
    }
    const colon = lineBreak === undefined ? ':' : ': ';
    const items = [];
    for (const key of Object.keys(value.children).sort()) {
        const child = value.children[key];
        if (child !== undefined)
            items.push(`${JSON.stringify(key)}${colon}${write(child, inner, scalar)}`);
    }
    return enclose('{', items, '}', lineBreak);
}
function enclose(open, items, close, lineBreak) {
    if (items.length === 0)
        return open + close;
    if (lineBreak === undefined)
        return open + items.join(',') + close;
    return `${open}${lineBreak}  ${items.join(`,${lineBreak}  `)}${lineBreak}${close}`;
}


/***/ }),

/***/ 11267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ leafPattern),
/* harmony export */   B8: () => (/* binding */ selectedBy),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   f5: () => (/* binding */ isJoinable),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   rn: () => (/* binding */ leafSelection),
/* harmony export */   x7: () => (/* binding */ leafGlob),
/* harmony export */   zb: () => (/* binding */ closestTo)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69368);
/**
 * Which leaves a text means, in the `leaves` input as on the command line: a path, a glob of paths, or names of layers
 * such as `env=dev,composition=vpc`.
 */





/** In milliseconds, for one path; a reasonable glob takes less than one. */
const MATCH_TIMEOUT = 250;
/**
 * Compiles a glob of leaf paths; one that matches a folder above leaves matches all leaves below it. The returned function
 * throws a `ProblemError` if it takes too long: on a crafted path, `*a*a*a*a*a*` or `(a+)+b` would backtrack for hours.
 */
function leafGlob(glob) {
    const own = glob.replace(/\/+$/u, '');
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3___default()([own, `${own}/**`]);
    if (isQuick(own))
        return (path) => matches(path);
    return (path) => {
        try {
            return (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.runInContext)('matches(path)', (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ matches, path }), { timeout: MATCH_TIMEOUT }) === true;
        }
        catch (error) {
            if (!(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, 'ERR_SCRIPT_EXECUTION_TIMEOUT'))
                throw error;
            throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('input', `The glob "${glob}" takes too long to match against "${path}".`, {
                hint: 'Use fewer "*" in each part of the path, and no repeated groups.',
            });
        }
    };
}
/** Whether each part of a path can match in only one way: at most one `*`, and no groups. */
function isQuick(glob) {
    const parts = glob.split('/');
    return (!/[()+]/u.test(glob) &&
        parts.every((part) => part === '**' || (part.match(/\*+/gu) ?? []).length < 2) &&
        parts.filter((part) => part.includes('**')).length <= 3);
}
/**
 * Reads a pattern. A path matches itself and all leaves below it, and so does a glob. Words `key=value` without a slash,
 * separated by commas, match the leaves that have all of these layers, wherever they are; `composition=vpc` matches the
 * composition in both spellings. Values may be globs.
 */
function leafPattern(written) {
    const excludes = written.startsWith('!');
    const text = (excludes ? written.slice(1) : written).trim().replace(/(?<=.)\/+$/u, '');
    const layers = layersOf(text);
    if (layers !== undefined) {
        const tests = layers.map(layerTest);
        return { text, excludes, matches: (path) => tests.every((test) => test(path)) };
    }
    const glob = leafGlob(text);
    // The names of folders may hold the signs of globs.
    return { text, excludes, matches: (path) => path === text || path.startsWith(`${text}/`) || glob(path) };
}
/** Paths that are safe between the braces of a glob. */
const JOINABLE = /^(?:(?!\.\.)[\p{L}\p{N}_=./@ :~-])+$/u;
/** Whether a leaf can be named together with others in one line. */
function isJoinable(path) {
    return JOINABLE.test(path);
}
/** One line that selects exactly these leaves: a path, or several joinable ones as a glob. */
function joined(paths) {
    return paths.length > 1 ? `{${paths.join(',')}}` : paths.join('');
}
/** Whether a text can only be a pattern, if there is no such path. */
function isPattern(text) {
    return /[*?[\]{}!()]/u.test(text) || layersOf(text) !== undefined;
}
/** `env=dev` and the like; undefined for a path or a glob of one. */
function layersOf(text) {
    if (text.includes('/'))
        return undefined;
    // Not the commas in braces.
    const words = text.split(/,(?![^{]*\})/u);
    return words.every((word) => /^[^=*?[\]{}]+=./u.test(word)) ? words : undefined;
}
function layerTest(layer) {
    const matches = leafGlob(layer);
    const [, composition] = /^composition=(.*)$/su.exec(layer) ?? [];
    const isComposition = composition === undefined ? () => false : leafGlob(composition);
    return (path) => {
        const folders = path.split('/');
        const last = folders.at(-1) ?? '';
        return (folders.some((folder) => folder === layer || matches(folder)) || isComposition(last.slice(last.indexOf('=') + 1)));
    };
}
/**
 * Whether a leaf is selected: by any pattern, and not excluded by one. Without patterns, all leaves are selected.
 *
 * @param known paths of all leaves that a pattern may match
 * @throws ProblemError if a pattern matches no leaf at all, since it is probably misspelled
 */
function leafSelection(known, patterns) {
    if (patterns.length === 0)
        return () => true;
    const paths = [...new Set(known)];
    const tests = patterns.map((written) => ({ written, ...leafPattern(written) }));
    const unmatched = tests.filter(({ matches }) => !paths.some((path) => matches(path)));
    if (unmatched.length > 0) {
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm(unmatched.map(({ written, text }) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('input', `Input "leaves": "${written}" matches no leaf.`, {
            hint: closestTo(text, paths) ??
                'Patterns are globs of leaf paths, such as config/env=dev/**, or layers, such as env=dev.',
        })));
    }
    return selectedBy(tests);
}
/** Whether a path is selected by any of some patterns, and not excluded by one; without including ones, by all. */
function selectedBy(patterns) {
    const including = patterns.filter(({ excludes }) => !excludes);
    const excluding = patterns.filter(({ excludes }) => excludes);
    return (path) => (including.length === 0 || including.some(({ matches }) => matches(path))) &&
        !excluding.some(({ matches }) => matches(path));
}
/** `Did you mean …?` for a pattern that matches none of the leaves; undefined if nothing is close to it. */
function closestTo(text, paths) {
    const layers = layersOf(text);
    const closest = layers === undefined
        ? (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(text, paths)
        : (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(layers.at(-1) ?? '', paths.flatMap((path) => path.split('/')));
    return closest === undefined ? undefined : `Did you mean "${closest}"?`;
}


/***/ }),

/***/ 94330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ sortByPath),
/* harmony export */   T3: () => (/* binding */ notUtf8),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   co: () => (/* binding */ isUtf8),
/* harmony export */   mo: () => (/* binding */ submoduleAt),
/* harmony export */   qm: () => (/* binding */ leadsOut),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/**
 * "The files at": one commit or the working tree, behind one interface. All decisions are made on a `Snapshot`, so
 * that the same code serves both sides of a comparison.
 */


/** An empty step, `.` or `..`. */
const HAS_STEPS_TO_RESOLVE = /(?:^|\/)\.{0,2}(?:\/|$)/u;
/** A path below a folder of the repository; `''` is the repository root. `..` is resolved, never left in. */
function joinPath(folder, path) {
    // Most paths need no work: the leaves of a large project ask for many of them.
    if (!HAS_STEPS_TO_RESOLVE.test(path) && (folder === '' || !HAS_STEPS_TO_RESOLVE.test(folder)))
        return folder === '' ? path : `${folder}/${path}`;
    const joined = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder === '' ? '.' : folder, path)).replace(/\/$/u, '');
    return joined === '.' ? '' : joined;
}
/** The submodule that a path leads into, if any. */
function submoduleAt(snapshot, path) {
    const parts = path.split('/');
    for (const depth of parts.keys()) {
        const found = snapshot.file(parts.slice(0, depth + 1).join('/'));
        if (found?.isSubmodule === true)
            return found;
    }
    return undefined;
}
/** Whether a normalized path leads out of the repository. */
function leadsOut(path) {
    return path === '..' || path.startsWith('../') || path.startsWith('/');
}
/** Whether a decoded name was UTF-8: git's names are bytes, and invalid ones are decoded to this character. */
function isUtf8(path) {
    return !path.includes('\uFFFD');
}
/** Two such names could not be distinguished. */
function notUtf8(path) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('path', "The file's name is not UTF-8.", { place: { file: path }, hint: 'Rename it.' });
}
const HAS_SURROGATES = /[\ud800-\udfff]/;
/** Compares by bytes (UTF-8 order equals code point order), the same on every machine. */
function compareBytes(a, b) {
    if (a === b)
        return 0;
    // The engine's own comparison is several times faster, and the same without characters beyond the 16-bit ones.
    if (!HAS_SURROGATES.test(a) && !HAS_SURROGATES.test(b))
        return a < b ? -1 : 1;
    for (let index = 0; index < a.length && index < b.length; index += 1) {
        const x = a.codePointAt(index) ?? 0;
        const y = b.codePointAt(index) ?? 0;
        if (x !== y)
            return x - y;
    }
    return a.length - b.length;
}
/** Sorts files in byte order of path, in place. */
function sortByPath(files) {
    // Tested once for each path instead of in each comparison.
    if (files.some(({ path }) => HAS_SURROGATES.test(path)))
        return files.sort((a, b) => compareBytes(a.path, b.path));
    return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}


/***/ }),

/***/ 62337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ scalarsOf),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   qu: () => (/* binding */ dataOf)
/* harmony export */ });
/* harmony import */ var _base_exact_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31981);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/** Parts of a store's values. Pure. */


/** The part of a value that a reference means. */
function pick({ key, path, store }, whole) {
    if ('why' in whole || key.length === 0)
        return whole;
    let value = whole.value;
    for (const step of key) {
        const data = typeof value === 'string' ? parsed(value) : value;
        const found = data === undefined ? undefined : at(data, step);
        if (found === undefined) {
            const has = isMap(data) ? '' : ', because it is no map';
            return { why: `The secret ${store}:${path} has no "${step}"${has}.` };
        }
        value = found;
    }
    return { value, version: whole.version };
}
/** The key as it is, or as far as it is one, and then the rest. */
function at(data, step) {
    if (isMap(data)) {
        if (Object.hasOwn(data, step))
            return data[step];
        for (let end = step.indexOf('.'); end >= 0; end = step.indexOf('.', end + 1)) {
            const inner = Object.hasOwn(data, step.slice(0, end)) ? data[step.slice(0, end)] : undefined;
            const found = inner === undefined ? undefined : at(inner, step.slice(end + 1));
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    if (!isList(data))
        return undefined;
    const [, position = '', rest] = /^(0|[1-9][0-9]*)(?:\.(.*))?$/su.exec(step) ?? [];
    const item = position === '' ? undefined : data[Number(position)];
    return item === undefined || rest === undefined ? item : at(item, rest);
}
/** The data that a JSON text holds; undefined if it is none. */
function parsed(text) {
    try {
        return dataOf((0,_base_exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExactJson */ .l)(text));
    }
    catch {
        return undefined;
    }
}
/** What JSON can hold, integers with all their digits; undefined for anything else. */
function dataOf(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    if (typeof value === 'number' || typeof value === 'bigint')
        return value;
    if (value instanceof _base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh)
        return /^-?\d+$/u.test(value.digits) ? BigInt(value.digits) : Number(value.digits);
    if (Array.isArray(value))
        return value.map((each) => dataOf(each) ?? null);
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return undefined;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dataOf(each) ?? null]));
}
function isMap(data) {
    return typeof data === 'object' && data !== null && !Array.isArray(data);
}
function isList(data) {
    return Array.isArray(data);
}
/** All texts and numbers in a value, as texts; those of a JSON text one by one, beside the text itself. */
function scalarsOf(data) {
    if (data === null || typeof data === 'boolean')
        return [];
    if (typeof data === 'object')
        return Object.values(data).flatMap(scalarsOf);
    const text = String(data);
    const inner = typeof data === 'string' && /^\s*[[{]/u.test(data) ? parsed(data) : undefined;
    return [...(text === '' ? [] : [text]), ...(inner === undefined ? [] : scalarsOf(inner))];
}


/***/ }),

/***/ 1265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZS: () => (/* binding */ ciphertextDigest),
  W7: () => (/* binding */ fileOf),
  UQ: () => (/* binding */ sealedReference),
  Ch: () => (/* binding */ sops)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/bounded-text.ts
var bounded_text = __webpack_require__(15378);
// EXTERNAL MODULE: ./src/base/child-process.ts + 2 modules
var child_process = __webpack_require__(61204);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/hierarchy/yaml/parse.ts + 4 modules
var parse = __webpack_require__(52086);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/stores/pick.ts
var pick = __webpack_require__(62337);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/stores/sops-json.ts
/**
 * Encrypted files as JSON that can be read in one way only. A file's keys are checked before SOPS gets it, and SOPS reads
 * YAML and JSON in ways of its own: of two equal keys it may take both, and `"Sops"` for `"sops"`. So it gets what was
 * checked. Pure.
 */

const OPTIONS = { version: '1.2', schema: 'core', merge: false, intAsBigInt: true, logLevel: 'error' };
/**
 * The same data as JSON, in the same order, which SOPS's checksum depends on.
 *
 * @param text YAML or JSON
 * @returns a sentence about why there is none: it has errors, or something that readers take differently
 */
function plainJson(text) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, OPTIONS);
        const [error] = document.errors;
        return error === undefined ? { json: written(document.contents) } : { why: firstLine(error.message) };
    }
    catch (error) {
        return { why: error instanceof NotPlain ? error.message : 'It is nested too deeply.' };
    }
}
class NotPlain extends Error {
}
function written(node) {
    if ((0,dist/* isAlias */.Vj)(node))
        throw new NotPlain('It has an alias.');
    if (node === null || node === undefined)
        return 'null';
    if (!(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node) && !(0,dist/* isScalar */.jn)(node))
        throw new NotPlain('It has a key that is no text.');
    if (node.tag !== undefined)
        throw new NotPlain(`It has the tag "${node.tag}".`);
    if ((0,dist/* isSeq */.oP)(node))
        return `[${node.items.map(written).join(',')}]`;
    if ((0,dist/* isMap */.jh)(node)) {
        return `{${node.items.map(({ key, value }) => `${keyOf(key)}:${written(value)}`).join(',')}}`;
    }
    return scalar(node.value);
}
function keyOf(key) {
    // SOPS allows no other keys either.
    const name = (0,dist/* isScalar */.jn)(key) && key.tag === undefined ? key.value : undefined;
    if (typeof name !== 'string')
        throw new NotPlain('It has a key that is no text.');
    // Case folding, as Go's reader of JSON does it.
    if (name !== 'sops' && /^sops$/iu.test(name))
        throw new NotPlain(`SOPS would take its key "${name}" for "sops".`);
    return JSON.stringify(name);
}
function scalar(value) {
    if (typeof value === 'bigint')
        return String(value);
    if (typeof value === 'number' && !Number.isFinite(value))
        throw new NotPlain('It has a number that is not finite.');
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
        return JSON.stringify(value);
    throw new NotPlain('It has a value that is no text, number or boolean.');
}
function firstLine(message) {
    return `${message.split('\n')[0]?.replace(/[:.]?$/u, '') ?? ''}.`;
}

// EXTERNAL MODULE: ./src/base/json.ts
var base_json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
;// CONCATENATED MODULE: ./src/stores/sops-metadata.ts
/** The keys that a file of SOPS says it is encrypted with: to decrypt it, SOPS asks each of them. Pure. */


/** What SOPS keeps beside keys. */
const NO_KEYS = new Set(['lastmodified', 'mac', 'version', 'shamir_threshold', 'mac_only_encrypted']);
const IS_RULE = /^(?:un)?encrypted_(?:comment_)?(?:suffix|regex)$/u;
/** Their secret parts are on the machine, and the file names no address. */
const LOCAL = new Set(['age', 'pgp']);
/** What a key of each kind has. A field that only differs in case would replace it. */
const FIELDS = {
    kms: ['arn', 'role', 'context', 'aws_profile', 'created_at', 'enc'],
    gcp_kms: ['resource_id', 'created_at', 'enc'],
    azure_kv: ['vault_url', 'name', 'version', 'created_at', 'enc'],
    hc_vault: ['vault_address', 'engine_path', 'key_name', 'created_at', 'enc'],
};
/** Of a key that is never allowed. */
const UNKNOWN = 'unknown';
const KNOWN = new Set([...LOCAL, 'kms', 'gcp_kms', 'azure_kv', 'hc_vault']);
/** All keys of a file; undefined if it is not one of SOPS. */
function keysOf(metadata) {
    if (!(0,base_json/* isRecord */.u4)(metadata) || !('mac' in metadata))
        return undefined;
    const groups = [metadata, ...(0,base_json/* list */.p_)((0,base_json/* field */.ZZ)(metadata, 'key_groups')).map(base_json/* record */.g1)];
    return groups.flatMap((group) => Object.entries(group).flatMap(([kind, keys]) => {
        if (NO_KEYS.has(kind) || IS_RULE.test(kind) || kind === 'key_groups' || keys === null)
            return [];
        if (!Array.isArray(keys))
            return [{ kind, address: `a key of the unknown kind "${kind}"` }];
        return (0,base_json/* list */.p_)(keys).flatMap((key) => {
            const unknown = Object.keys((0,base_json/* record */.g1)(key)).find((name) => FIELDS[kind]?.includes(name) === false);
            if (unknown !== undefined)
                return [{ kind: UNKNOWN, address: `a key with the unknown field "${unknown}"` }];
            return addressesOf(kind, key).map((address) => ({ kind, address }));
        });
    }));
}
function addressesOf(kind, key) {
    const [said, or] = [
        (name) => (0,base_json/* textOf */.b6)(key, name) ?? '',
        (text) => (text === '' ? [] : [text]),
    ];
    if (LOCAL.has(kind))
        return [undefined];
    switch (kind) {
        case 'kms':
            // The role is assumed, and the profile read, before the key is used.
            return [said('arn'), ...or(said('role')), ...or(said('aws_profile')).map((name) => `profile:${name}`)];
        case 'gcp_kms':
            return [said('resource_id')];
        case 'azure_kv':
            return [`${said('vault_url')}/keys/${said('name')}`];
        case 'hc_vault':
            return [`${said('vault_address')}/v1/${said('engine_path')}/keys/${said('key_name')}`];
        default:
            return [`a key of the unknown kind "${kind}"`];
    }
}
/** Whether comments decide what is encrypted. */
function needsComments(metadata) {
    return Object.keys((0,base_json/* record */.g1)(metadata)).some((name) => /^(?:un)?encrypted_comment_/u.test(name));
}
/** The first key that may not be asked, in words; undefined if all may. */
function notAllowed(keys, { sops, aws }) {
    const refused = keys.find(({ kind, address }) => {
        if (!KNOWN.has(kind))
            return true;
        if (address === undefined)
            return false;
        const [, profile] = /^profile:(.*)$/su.exec(address) ?? [];
        if (profile !== undefined)
            return aws.profiles.get(profile) !== 'profile';
        return !sops.keys.some((glob) => (0,selection/* leafGlob */.x7)(glob)(address));
    });
    return refused?.address;
}

// EXTERNAL MODULE: ./src/stores/spelling.ts
var spelling = __webpack_require__(62662);
// EXTERNAL MODULE: ./src/stores/store.ts
var store = __webpack_require__(34703);
;// CONCATENATED MODULE: ./src/stores/sops.ts
/** Files encrypted by SOPS: `sops.secret_file(f).secret_key(['a']['b'])`, `sops:f#a.b`, and layers. */















/** Bytes of decrypted text. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Lines of what SOPS says, in a message. */
const MOST_LINES = 12;
/** One process each. */
const AT_ONCE = 4;
const sops = {
    name: 'sops',
    reference(call) {
        if (call.plain !== undefined) {
            const { path, key } = call.plain;
            const options = (0,spelling/* optionsOf */.cz)('sops', call.plain.options, []);
            return typeof options === 'string' ? options : checked(path, key === '' ? [] : [key]);
        }
        const parts = (0,spelling/* partsOf */.CI)(call, ['secret_file', 'secret_key']);
        if (typeof parts === 'string')
            return parts;
        const { secret_file: file = '', secret_key: key = '' } = parts;
        if (key === '')
            return 'It names no secret_key.';
        // As himl reads it: ['a']['b'].
        const steps = key.replace(/^[[\]]+|[[\]]+$/gu, '').split("']['");
        return checked(file, steps.map((step) => step.replace(/^'+|'+$/gu, '')));
    },
    fetch,
};
function checked(file, key) {
    const path = (0,snapshot/* joinPath */.uJ)('', file);
    if (path === '' || file === '')
        return 'It names no file.';
    return (0,snapshot/* leadsOut */.qm)(path) ? `"${file}" is outside of the project.` : (0,store/* referenceTo */.P)('sops', path, key);
}
/** What a layer has encrypted. It counts by its ciphertext: where that is written does not matter. */
function sealedReference(file, ciphertext) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(ciphertext).digest('hex').slice(0, 16);
    return { store: 'sops', name: `sops:${digest}`, path: file, key: [], options: { sealed: ciphertext } };
}
/** The file that a reference is in, from the repository root. */
function fileOf({ path, options }, root) {
    return options['sealed'] === undefined ? (0,snapshot/* joinPath */.uJ)(root, path) : path;
}
/**
 * A digest of what a file has encrypted at a reference's key: equal until the value is encrypted again, whatever happens
 * to the file's keys. Undefined if it is not one of SOPS.
 */
function ciphertextDigest({ path, key }, content) {
    const type = typeOf(path);
    const decoded = (0,decode/* decodeText */.g)(path, content, 'yaml');
    if (type === undefined || !('text' in decoded))
        return undefined;
    const encrypted = read(path, decoded.text, type);
    if (encrypted === undefined || keysOf(encrypted.metadata) === undefined)
        return undefined;
    const found = (0,pick/* pick */.Up)({ store: 'sops', path, key }, { value: encrypted.data, version: undefined });
    return 'value' in found ? digestOf(found.value) : undefined;
}
function digestOf(data) {
    const text = JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
/** Of all files together. */
const limit = (0,p_limit/* default */.A)(AT_ONCE);
async function fetch(references, context) {
    const found = new Map();
    const files = new Set(references.map((each) => fileOf(each, context.root)));
    for (const file of files) {
        const decrypted = await limit(() => decryptFile(file, context));
        if ('why' in decrypted)
            throw new store/* StoreFailure */.k(decrypted.why, decrypted.hint);
        for (const each of references) {
            if (fileOf(each, context.root) === file)
                found.set(each, valueIn(each, decrypted));
        }
    }
    return found;
}
function valueIn({ options, path }, decrypted) {
    const { sealed } = options;
    if (sealed === undefined)
        return decrypted.whole;
    const value = decrypted.byCiphertext.get(sealed);
    if (value === undefined)
        return { why: `SOPS decrypted ${path} to something else than it has.` };
    // Its own ciphertext is in its name, with an initialization vector that is never used twice.
    return { value, version: 'as in the file' };
}
async function decryptFile(file, context) {
    const bytes = await context.readFile(file);
    if (bytes === undefined)
        return { why: `There is no file ${file}.`, hint: 'Name it from the project root.' };
    const decoded = (0,decode/* decodeText */.g)(file, bytes, 'yaml');
    const text = 'text' in decoded ? decoded.text : undefined;
    const input = context.isOwn
        ? { bytes, type: typeOf(file), text, environment: context.environment }
        : checkedInput(file, text, context);
    if ('why' in input)
        return input;
    const { type } = input;
    const encrypted = input.text !== undefined && type !== undefined ? read(file, input.text, type) : undefined;
    const result = await run(input.bytes, type, input.environment, context.signal);
    if ('why' in result)
        return { why: `SOPS cannot decrypt ${file}: ${result.why}`, hint: result.hint };
    const version = digestOf(encrypted?.data ?? bytes.toString('base64'));
    if (type === undefined)
        return { whole: { value: result.text, version }, byCiphertext: new Map() };
    const data = read(file, result.text, type)?.data;
    if (data === undefined)
        return { why: `What SOPS decrypted ${file} to cannot be read as ${type}.` };
    const byCiphertext = new Map();
    if (encrypted !== undefined)
        pair(encrypted.data, data, byCiphertext);
    return { whole: { value: data, version }, byCiphertext };
}
/** The file in the form that its keys were checked in: SOPS asks each key that it reads out of it. */
function checkedInput(file, text, { environment, settings }) {
    const isReadable = typeOf(file) !== undefined && text !== undefined;
    const plain = isReadable ? plainJson(text) : undefined;
    if (plain !== undefined && 'why' in plain) {
        return { why: `${file} cannot be checked before SOPS decrypts it: ${plain.why}` };
    }
    const metadata = plain && read(file, plain.json, 'json')?.metadata;
    const keys = keysOf(metadata);
    if (plain === undefined || keys === undefined) {
        return {
            why: `${file} is not a YAML or JSON file encrypted by SOPS, so its keys cannot be checked before it is decrypted.`,
        };
    }
    if (needsComments(metadata)) {
        return { why: `${file} says in comments what of it is encrypted, which is not supported here.` };
    }
    const refused = notAllowed(keys, settings);
    if (refused !== undefined) {
        return {
            why: `${file} is encrypted with ${refused}, which the settings at the base commit do not allow: SOPS would contact it.`,
            hint: 'If that is meant, merge it into .komposconfig.yaml first: stores: {sops: {keys: [...]}}.',
        };
    }
    const bytes = Buffer.from(plain.json);
    return { bytes, type: 'json', text: plain.json, environment: keysEnvironment(environment, keys) };
}
function typeOf(file) {
    if (/\.ya?ml$/u.test(file))
        return 'yaml';
    return file.endsWith('.json') ? 'json' : undefined;
}
/** A file's data, with what SOPS keeps in it apart. */
function read(file, content, type) {
    const all = type === 'json' ? (0,pick/* parsed */.Yz)(content) : ofYaml(file, content);
    if (typeof all !== 'object' || all === null || Array.isArray(all))
        return undefined;
    const { sops: metadata, ...data } = Object.fromEntries(Object.entries(all));
    return { data, metadata };
}
function ofYaml(file, content) {
    const { value } = (0,parse/* parseLayer */.R)(file, content, { keepsMetadata: true });
    const plain = value && (0,json/* toPlain */.Ul)(value);
    return (0,pick/* dataOf */.qu)(plain);
}
/** Finds the value of each ciphertext. */
function pair(encrypted, decrypted, found) {
    if (decrypted === undefined)
        return;
    if (typeof encrypted === 'string' && encrypted.startsWith('ENC['))
        found.set(encrypted, decrypted);
    if (typeof encrypted !== 'object' || encrypted === null)
        return;
    const own = new Map(typeof decrypted === 'object' && decrypted !== null ? Object.entries(decrypted) : []);
    for (const [key, child] of Object.entries(encrypted))
        pair(child, own.get(key), found);
}
/** What SOPS needs for age and PGP, and for the services that a file's keys are in: nothing else can be sent away. */
function keysEnvironment(environment, keys) {
    const kinds = new Set(keys.map(({ kind }) => kind));
    const needed = [
        /^(?:PATH|HOME|LANG|LC_.*|TMPDIR|XDG_CONFIG_HOME|GNUPGHOME|GPG_.*|SOPS_AGE_.*|SOPS_GPG_EXEC|.*_PROXY|.*_proxy|SSL_CERT_.*)$/u,
        ...(kinds.has('kms') ? [/^AWS_/u] : []),
        ...(kinds.has('gcp_kms') ? [/^(?:GOOGLE_|CLOUDSDK_|GCLOUD_)/u] : []),
        ...(kinds.has('azure_kv') ? [/^(?:AZURE_|IDENTITY_|MSI_)/u] : []),
        ...(kinds.has('hc_vault') ? [/^VAULT_/u] : []),
    ];
    return Object.fromEntries(Object.entries(environment).filter(([name]) => needed.some((each) => each.test(name))));
}
/** Without digests: SOPS shows the one that it computes over all values, which tells whoever guesses them. */
function shown(said) {
    return said
        .trim()
        .split('\n')
        .slice(0, MOST_LINES)
        .join('\n')
        .replace(/[0-9a-f]{64,}/giu, '…');
}
/** Through pipes: what is decrypted never gets onto a disk. */
async function run(encrypted, type, environment, signal) {
    const types = ['--input-type', type ?? 'binary', '--output-type', type ?? 'binary'];
    const child = (0,child_process/* startPiped */.PH)({
        program: 'sops',
        // From version 3.9 on it reads standard input, if it is told a name for it.
        args: ['--disable-version-check', 'decrypt', ...types, '--filename-override', `secrets.${type ?? 'bin'}`],
        directory: (0,external_node_os_.tmpdir)(),
        environment,
    });
    const stop = () => void child.kill('SIGKILL');
    signal.addEventListener('abort', stop);
    try {
        const ended = new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', (code) => {
                resolve(code ?? 1);
            });
        });
        // It may end without reading.
        child.stdin.on('error', () => undefined);
        child.stdin.end(encrypted);
        const printed = [child.stdout, child.stderr].map((stream) => (0,bounded_text/* boundedText */.L)(stream, MOST_BYTES, 'it'));
        const [code, out = '', said = ''] = await Promise.all([ended, ...printed]);
        if (signal.aborted)
            return { why: 'it did not end in time' };
        if (code === 0)
            return { text: out };
        return { why: shown(said) || `exit code ${code}` };
    }
    catch (error) {
        child.kill('SIGKILL');
        if ((0,node_errors/* messageOf */.bD)(error).includes('ENOENT')) {
            return {
                why: 'the program "sops" is not on PATH.',
                hint: 'Install it in a step before this one: https://getsops.io',
            };
        }
        return { why: (0,node_errors/* messageOf */.bD)(error) };
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}


/***/ }),

/***/ 62662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   D9: () => (/* binding */ readCall),
/* harmony export */   cz: () => (/* binding */ optionsOf)
/* harmony export */ });
/** `password` and `version=3` in `vault:app/db#password?version=3`. */
const PLAIN = /^([a-z0-9]+):([^#?]*)(?:#([^?]*))?(?:\?(.*))?$/su;
/**
 * Splits himl's `ssm.path(/a/b).aws_profile(p)`, in any order of its parts, or the plain `ssm:/a/b?profile=p`. As in
 * himl, a value ends at the first `)`, and white space counts only within values.
 *
 * @returns why it is neither, as a sentence
 */
function readCall(text) {
    const plain = PLAIN.exec(text);
    if (plain !== null) {
        const [, store = '', path = '', key = '', query = ''] = plain;
        const options = new Map();
        for (const pair of query === '' ? [] : query.split('&')) {
            const [, name, value] = /^\s*([a-z_]+)\s*=\s*(\S.*?)\s*$/u.exec(pair) ?? [];
            if (name === undefined || value === undefined)
                return `"${pair.trim()}" is not of the form name=value.`;
            options.set(name, value);
        }
        return { store, parts: new Map(), plain: { path: path.trim(), key: key.trim(), options } };
    }
    // As himl splits: at dots outside of parentheses.
    const [store = '', ...written] = text.split(/\.\s*(?![^()]*\))/u);
    const parts = new Map();
    for (const part of written) {
        const [, name = '', value] = /^([^()]*)(?:\(([^()]*)\))?\s*$/u.exec(part) ?? [];
        if (name.trim() === '')
            return `"${part.trim()}" is not of the form name(value).`;
        if (parts.has(name.trim()))
            return `"${name.trim()}" is there twice.`;
        parts.set(name.trim(), value?.trim());
    }
    return { store: store.trim(), parts, plain: undefined };
}
/**
 * The values of a call's parts by name.
 *
 * @param allowed the parts that there are, in himl's spelling
 * @returns which part is unknown or empty, as a sentence
 */
function partsOf({ store, parts }, allowed) {
    for (const [name, value] of parts) {
        if (!allowed.includes(name))
            return `${store} has no "${name}"; it has ${allowed.join(', ')}.`;
        if (value === undefined || value === '')
            return `"${name}" has no value.`;
    }
    return Object.fromEntries(parts);
}
/** The options of a plain reference by name, or which one is unknown, as a sentence. */
function optionsOf(store, options, allowed) {
    for (const name of options.keys()) {
        if (!allowed.includes(name))
            return `${store} has no option "${name}"; it has ${allowed.join(', ')}.`;
    }
    return Object.fromEntries(options);
}


/***/ }),

/***/ 34703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ referenceTo),
/* harmony export */   k: () => (/* binding */ StoreFailure)
/* harmony export */ });
/** A store cannot be read at all. `message` is one or more sentences for people, without what was sent. */
class StoreFailure extends Error {
    hint;
    constructor(message, hint) {
        super(message);
        this.hint = hint;
    }
}
/** A reference with its canonical name: `ssm:/a/b#key?profile=p`. Options without a value are left out. */
function referenceTo(store, path, key, options = {}) {
    const given = Object.entries(options).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    given.sort(([a], [b]) => (a < b ? -1 : 1));
    const query = given.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
    const keys = key.map((each) => `#${escaped(each)}`).join('');
    const name = `${store}:${escaped(path)}${keys}${query === '' ? '' : `?${query}`}`;
    return { store, name, path, key, options: Object.fromEntries(given) };
}
/** Two references never have one name: himl's spellings allow paths with the signs of the plain one. */
function escaped(text) {
    return text.replace(/[#?&%]/gu, encodeURIComponent);
}


/***/ }),

/***/ 63825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ul: () => (/* binding */ fetchSecrets),
  D3: () => (/* binding */ fetchedReader),
  YY: () => (/* binding */ sealedReader),
  dS: () => (/* binding */ standIns)
});

// UNUSED EXPORTS: secretReader, standInFor

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/stores/pick.ts
var pick = __webpack_require__(62337);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./src/stores/side-by-side.ts
/** Many requests at once, but not all. */

/** Reads each of them. Once one throws, those that have not begun never do: nobody waits for a store that is down. */
async function sideBySide(all, atOnce, read) {
    const limit = (0,p_limit/* default */.A)(atOnce);
    try {
        await Promise.all(all.map((each) => limit(read, each)));
    }
    finally {
        limit.clearQueue();
    }
}

// EXTERNAL MODULE: ./src/stores/store.ts
var stores_store = __webpack_require__(34703);
;// CONCATENATED MODULE: ./src/stores/aws.ts
/** What the stores of AWS share: who asks, where, and what their errors mean. */





/** himl's region where a call names none. */
const REGION_OF_HIML = 'us-east-1';
/** Milliseconds for a connection, and for an answer. */
const TIME = { connectionTimeout: 5_000, requestTimeout: 15_000 };
/** How many requests are under way at once. */
const AT_ONCE = 30;
/** Throttled requests are tried again, with growing pauses. */
const ATTEMPTS = 6;
/** Bytes of one answer. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Characters of what AWS says, in a message. */
const MOST_SAID = 500;
/**
 * The client's configuration for a reference. A layer only names a profile: what the name means is up to the settings.
 *
 * @throws StoreFailure if the profile may not be used
 */
async function clientSettings({ store, options }, { settings, isOwn }) {
    const { profile: name } = options;
    const region = options['region'] ?? settings.aws.region;
    const { endpoint } = settings.aws;
    const common = {
        ...(region === undefined ? {} : { region }),
        ...(endpoint === undefined ? {} : { endpoint }),
        maxAttempts: ATTEMPTS,
        requestHandler: { ...TIME, throwOnRequestTimeout: true, httpsAgent: { maxSockets: AT_ONCE } },
    };
    if (name === undefined)
        return common;
    const meaning = settings.aws.profiles.get(name) ?? (isOwn ? 'profile' : undefined);
    if (meaning === undefined) {
        throw new stores_store/* StoreFailure */.k(`The AWS profile "${name}" is named in a layer, and the settings at the base commit do not say what it means here.`, `Add to .komposconfig.yaml: stores: {aws: {profiles: {${name}: environment}}}, or "profile", or the ARN of a role.`);
    }
    if (meaning === 'environment')
        return common;
    if (meaning === 'profile')
        return { ...common, profile: name };
    const { fromTemporaryCredentials } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(9719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
    const clientConfig = { ...(region === undefined ? {} : { region }), ...(endpoint === undefined ? {} : { endpoint }) };
    const params = { RoleArn: meaning, RoleSessionName: `kompos-${store}` };
    return { ...common, credentials: fromTemporaryCredentials({ params, clientConfig }) };
}
/**
 * Reads secrets by a request for each of them.
 *
 * @param references all with the same client
 * @param service `AWS S3`
 * @throws StoreFailure if none can be read
 */
async function fetchEach(references, service, context, open, read) {
    const found = new Map();
    const [first] = references;
    if (first === undefined)
        return found;
    const client = await open(first);
    try {
        const asker = await startAsking(first, client, context);
        const readOne = (each) => read(client, each).catch((error) => notFetched(error, service, each.path, asker, context.signal));
        await sideBySide(references, AT_ONCE, async (each) => found.set(each, await readOne(each)));
        return found;
    }
    finally {
        client.destroy();
    }
}
/**
 * Prepares a client: its answers get a limit, and the keys that it found are kept out of everything that is shown.
 *
 * @returns who asks and where, for messages: the access key's id, which is no secret
 */
async function startAsking({ options }, client, { conceal }) {
    const { profile } = options;
    client.middlewareStack.add(boundedAnswer, { step: 'deserialize', priority: 'low' });
    const [region, keyId] = await Promise.all([client.config.region(), client.config.credentials()]).then(([where, { accessKeyId, secretAccessKey, sessionToken }]) => {
        for (const each of [secretAccessKey, sessionToken ?? ''])
            conceal(each);
        return [where, accessKeyId];
    }, (error) => {
        throw new stores_store/* StoreFailure */.k(`AWS cannot be asked: ${(0,node_errors/* messageOf */.bD)(error).replace(/\.?\s*$/u, '.')}`, 'Configure credentials and a region, such as with aws-actions/configure-aws-credentials in a step before this one.');
    });
    const as = profile === undefined ? '' : `profile ${profile}, `;
    return { words: `${as}access key ${keyId}, ${region}` };
}
/** Middleware of the SDK, which itself reads answers of any size into memory. */
function boundedAnswer(next) {
    return async (args) => {
        const result = await next(args);
        const { response } = result;
        if (!(0,json/* isRecord */.u4)(response))
            return result;
        const { body } = response;
        if (!(body instanceof external_node_stream_.Readable))
            return result;
        let size = 0;
        const bounded = new external_node_stream_.Transform({
            transform(chunk, _, done) {
                size += chunk.length;
                if (size > MOST_BYTES)
                    done(new Error(`the answer has more than ${MOST_BYTES} bytes`));
                else
                    done(null, chunk);
            },
        });
        // The reader of the answer gets the error.
        (0,external_node_stream_.pipeline)(body, bounded, () => undefined);
        Object.assign(response, { body: bounded });
        return result;
    };
}
/** Of no single secret: who asks, the way there, or the whole service. */
const OF_ALL = /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|Expired|RequestExpired|Throttl|TooManyRequests|SlowDown|RequestLimitExceeded|ServiceUnavailable|InternalServer|InternalFailure|Credentials|Token(?:Provider|Refresh)|Timeout|Abort|AuthorizationHeaderMalformed|InvalidAccessKeyId|AuthFailure)/u;
/**
 * What the answer to one request means for its secret.
 *
 * @param service `AWS SSM`
 * @throws StoreFailure if it means the same for all others
 */
function notFetched(error, service, what, asker, signal) {
    const name = (0,json/* textOf */.b6)(error, 'name') ?? '';
    const code = (0,json/* textOf */.b6)(error, 'code') ?? (0,json/* textOf */.b6)(error, 'Code') ?? name;
    const status = statusOf(error);
    const said = whatAwsSaid(error, name === 'Error' ? code : name, status);
    const isTransport = /^E[A-Z]{3,}|^CERT_|^ERR_|SELF_SIGNED/u.test(code);
    if (signal.aborted) {
        throw new stores_store/* StoreFailure */.k(`${service} did not answer in time (${asker.words}).`);
    }
    if (isTransport ||
        OF_ALL.test(name) ||
        OF_ALL.test(code) ||
        status === 429 ||
        (status !== undefined && status >= 500)) {
        throw new stores_store/* StoreFailure */.k(`${service} cannot be read (${asker.words}): ${said}`);
    }
    return { why: `${service} did not give ${what} (${asker.words}): ${said}` };
}
/** An answer without what was asked for: another server's, for example. */
function withoutValue(service, what, asker) {
    const by = asker === undefined ? '' : ` (${asker.words})`;
    return { why: `${service} did not give ${what}${by}: the answer has no value.` };
}
/** What is no answer of AWS is not quoted: it may be anything, also a secret that was cut off. */
function whatAwsSaid(error, name, status) {
    const message = (0,node_errors/* messageOf */.bD)(error).replace(/\s*Deserialization error: to see the raw response[\s\S]*$/u, '');
    const isForeign = name === 'Unknown' || /\bJSON\b|XML parse error/u.test(message);
    if (isForeign)
        return `status ${status ?? 'unknown'}, and the answer is not one of AWS.`;
    const shown = message.length > MOST_SAID ? `${message.slice(0, MOST_SAID)}…` : message.replace(/\.?\s*$/u, '.');
    return name === '' ? shown : `${name}: ${shown}`;
}
function statusOf(error) {
    const [metadata, response] = [(0,json/* field */.ZZ)(error, '$metadata'), (0,json/* field */.ZZ)(error, '$response')];
    const status = (0,json/* field */.ZZ)(metadata, 'httpStatusCode') ?? (0,json/* field */.ZZ)(response, 'statusCode');
    return typeof status === 'number' ? status : undefined;
}
/** Why a region cannot be one: it becomes a part of a host's name. */
function wrongRegion(region) {
    if (region === undefined || /^[a-z]{2}(?:-[a-z0-9]+)+$/u.test(region))
        return undefined;
    return `"${region}" is not an AWS region.`;
}

// EXTERNAL MODULE: ./src/stores/spelling.ts
var spelling = __webpack_require__(62662);
;// CONCATENATED MODULE: ./src/stores/s3.ts
/** Objects in AWS S3: `s3.bucket(b).path(a/b).aws_profile(p).base64encode(true)`, `s3:b/a/b?base64=true`. */




/** Bytes of an object: a text in the configuration may be as long. */
const s3_MOST_BYTES = 1024 * 1024;
/** How often an object is asked for whose content was cut off: the SDK repeats requests only until there is an answer. */
const s3_ATTEMPTS = 3;
/** Neither an ARN nor a folder can be in it: a pattern for one bucket never matches an object of another one. */
const BUCKET = /^[\w][\w.-]{1,253}[\w]$/u;
const s3 = {
    name: 's3',
    reference(call, fallbacks) {
        if (call.plain !== undefined) {
            const { path, key } = call.plain;
            const options = (0,spelling/* optionsOf */.cz)('s3', call.plain.options, ['base64', 'profile', 'region', 'version']);
            if (typeof options === 'string')
                return options;
            const [, bucket = '', object = ''] = /^([^/]*)\/(.*)$/su.exec(path) ?? [];
            return checked(bucket, object, key === '' ? [] : [key], options);
        }
        const parts = (0,spelling/* partsOf */.CI)(call, ['bucket', 'path', 'aws_profile', 'region_name', 'base64encode']);
        if (typeof parts === 'string')
            return parts;
        const { bucket = '', path = '', aws_profile: profile = fallbacks.get('aws.profile'), region_name: region } = parts;
        // himl encodes for exactly this text.
        const base64 = parts['base64encode'] === 'true' ? 'true' : undefined;
        return checked(bucket, path, [], { profile, region, base64 });
    },
    fetch,
};
function checked(bucket, object, key, options) {
    if (!BUCKET.test(bucket))
        return bucket === '' ? 'It names no bucket.' : `"${bucket}" is not a bucket's name.`;
    if (object === '')
        return 'It names no path.';
    return wrongRegion(options['region']) ?? (0,stores_store/* referenceTo */.P)('s3', `${bucket}/${object}`, key, options);
}
async function fetch(references, context) {
    const { environment, signal } = context;
    const { GetObjectCommand, S3Client } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    return fetchEach(references, 'AWS S3', context, async (first) => {
        const settings = await clientSettings(first, context);
        // Names of buckets are hosts at AWS only.
        const isElsewhere = [settings.endpoint, environment['AWS_ENDPOINT_URL_S3'], environment['AWS_ENDPOINT_URL']].some((each) => each !== undefined && each !== '');
        return new S3Client({
            ...settings,
            region: settings.region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? REGION_OF_HIML,
            followRegionRedirects: true,
            forcePathStyle: isElsewhere,
        });
    }, async (client, { path, options }) => {
        const slash = path.indexOf('/');
        const command = new GetObjectCommand({
            Bucket: path.slice(0, slash),
            Key: path.slice(slash + 1),
            VersionId: options['version'],
        });
        for (let attempt = 1;; attempt += 1) {
            try {
                const { Body: body, VersionId: version } = await client.send(command, { abortSignal: signal });
                const bytes = Buffer.from((await body?.transformToByteArray()) ?? []);
                if (bytes.length > s3_MOST_BYTES)
                    return { why: `The object ${path} has more than 1 MiB.` };
                return contentOf(path, bytes, options['base64'] === 'true', version);
            }
            catch (error) {
                if (attempt === s3_ATTEMPTS || signal.aborted || !(0,node_errors/* hasCode */.up)(error, 'ECONNRESET'))
                    throw error;
            }
        }
    });
}
function contentOf(path, bytes, base64, version) {
    if (base64)
        return { value: bytes.toString('base64'), version };
    const value = bytes.toString('utf8');
    if (Buffer.from(value).equals(bytes))
        return { value, version };
    return { why: `The object ${path} is not a UTF-8 text.`, hint: 'Add base64encode(true).' };
}

;// CONCATENATED MODULE: ./src/stores/secrets-manager.ts



const SERVICE = 'AWS Secrets Manager';
const secretsManager = {
    name: 'secretsmanager',
    reference({ plain }) {
        if (plain === undefined)
            return 'It is written secretsmanager:name#key.';
        const options = (0,spelling/* optionsOf */.cz)('secretsmanager', plain.options, ['profile', 'region', 'stage', 'version']);
        if (typeof options === 'string')
            return options;
        if (plain.path === '')
            return 'It names no secret.';
        const key = plain.key === '' ? [] : [plain.key];
        return wrongRegion(options['region']) ?? (0,stores_store/* referenceTo */.P)('secretsmanager', plain.path, key, options);
    },
    fetch: secrets_manager_fetch,
};
async function secrets_manager_fetch(references, context) {
    const { signal } = context;
    const { GetSecretValueCommand, SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
    return fetchEach(references, SERVICE, context, async (first) => new SecretsManagerClient(await clientSettings(first, context)), async (client, { path, options }) => {
        const command = new GetSecretValueCommand({
            SecretId: path,
            VersionId: options['version'],
            VersionStage: options['stage'],
        });
        const answer = await client.send(command, { abortSignal: signal });
        const { SecretString: value, SecretBinary: binary, VersionId: version } = answer;
        if (value !== undefined)
            return { value, version };
        return binary === undefined ? withoutValue(SERVICE, path) : { why: `The secret ${path} is binary, not a text.` };
    });
}

// EXTERNAL MODULE: ./src/stores/sops.ts + 2 modules
var sops = __webpack_require__(1265);
;// CONCATENATED MODULE: ./src/stores/ssm.ts




const ssm_SERVICE = 'AWS SSM';
/** AWS's own limit for one request. */
const BATCH = 10;
/** A name or an ARN, and a version or label: patterns are matched with names, so nothing else may be in them. */
const NAME = /^((?:arn:[\w-]+:ssm:[\w-]*:\d*:parameter)?[\w./-]+)(?::([\w.-]+))?$/u;
const ssm = {
    name: 'ssm',
    reference(call, fallbacks) {
        if (call.plain !== undefined) {
            const { path, key } = call.plain;
            const options = (0,spelling/* optionsOf */.cz)('ssm', call.plain.options, ['profile', 'region', 'version']);
            if (typeof options === 'string')
                return options;
            return wrongRegion(options['region']) ?? ssm_checked(path, key === '' ? [] : [key], options);
        }
        const parts = (0,spelling/* partsOf */.CI)(call, ['path', 'aws_profile', 'region_name']);
        if (typeof parts === 'string')
            return parts;
        const { path = '', aws_profile: profile = fallbacks.get('aws.profile'), region_name: region } = parts;
        return wrongRegion(region) ?? ssm_checked(path, [], { profile, region: region ?? REGION_OF_HIML });
    },
    fetch: fetchAll,
};
function ssm_checked(path, key, options) {
    if (path === '')
        return 'It names no path.';
    const [, name = '', selector] = NAME.exec(path) ?? [];
    if (name === '')
        return `"${path}" is not the name of a parameter.`;
    if (selector !== undefined && options['version'] !== undefined)
        return `"${path}" names a version, and so does an option.`;
    return (0,stores_store/* referenceTo */.P)('ssm', name, key, selector === undefined ? options : { ...options, version: selector });
}
async function fetchAll(references, context) {
    const found = new Map();
    const [first] = references;
    if (first === undefined)
        return found;
    const { SSMClient, GetParametersCommand, GetParameterCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
    const client = new SSMClient(await clientSettings(first, context));
    try {
        const asker = await startAsking(first, client, context);
        await sideBySide(batches(references), AT_ONCE, (batch) => fetchBatch(batch, asker));
        return found;
    }
    finally {
        client.destroy();
    }
    async function fetchBatch(batch, asker) {
        const names = new Map(batch.map((each) => [nameOf(each), each]));
        try {
            const command = new GetParametersCommand({ Names: [...names.keys()], WithDecryption: true });
            const { Parameters: parameters = [] } = await client.send(command, { abortSignal: context.signal });
            for (const { Name: name = '', Selector: selector = '', ARN: arn = '', Value: value, Version: version, LastModifiedDate: modified, } of parameters) {
                const reference = names.get(`${name}${selector}`) ?? names.get(`${arn}${selector}`);
                if (reference === undefined || value === undefined)
                    continue;
                found.set(reference, { value, version: versionOf(version, modified) });
            }
        }
        catch (error) {
            // Also those who may read single parameters only; and one that is refused must not hide the others.
            if (isOfAll(error, asker))
                throw error;
        }
        // Those that are missing are asked for once more, because a batch does not say why.
        await Promise.all(batch.filter((each) => !found.has(each)).map((each) => fetchOne(each, asker)));
    }
    function isOfAll(error, asker) {
        notFetched(error, ssm_SERVICE, '', asker, context.signal);
        return false;
    }
    async function fetchOne(reference, asker) {
        try {
            const command = new GetParameterCommand({ Name: nameOf(reference), WithDecryption: true });
            const { Parameter: parameter } = await client.send(command, { abortSignal: context.signal });
            const { Value: value, Version: version, LastModifiedDate: modified } = parameter ?? {};
            const isGiven = value !== undefined;
            found.set(reference, isGiven ? { value, version: versionOf(version, modified) } : withoutValue(ssm_SERVICE, reference.path, asker));
        }
        catch (error) {
            found.set(reference, notFetched(error, ssm_SERVICE, reference.path, asker, context.signal));
        }
    }
}
/** With its time: a parameter that was deleted and made again begins with version 1. */
function versionOf(version, modified) {
    return version === undefined ? undefined : `${version} of ${modified?.toISOString() ?? 'unknown time'}`;
}
function nameOf({ path, options }) {
    const { version } = options;
    return version === undefined ? path : `${path}:${version}`;
}
function batches(references) {
    const count = Math.ceil(references.length / BATCH);
    return Array.from({ length: count }, (_, index) => references.slice(index * BATCH, (index + 1) * BATCH));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./src/base/abort-request.ts
var abort_request = __webpack_require__(82531);
// EXTERNAL MODULE: ./src/base/bounded-text.ts
var bounded_text = __webpack_require__(15378);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
;// CONCATENATED MODULE: ./src/stores/vault-client.ts
/** Vault's HTTP interface: logging in, requests with retries, and logging out. */











/** Milliseconds before the second, third and fourth try. */
const PAUSES = [250, 1_000, 3_000];
/** Milliseconds for one answer. */
const ANSWERS_WITHIN = 10_000;
/** Milliseconds that a busy server may ask to be left alone. */
const LONGEST_PAUSE = 20_000;
const SILENT = 'no answer in time';
/** Bytes of one answer. */
const vault_client_MOST_BYTES = 4 * 1024 * 1024;
/** Characters of what Vault says, in a message. */
const vault_client_MOST_SAID = 500;
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const NO_WAY_IN = 'Set VAULT_TOKEN, VAULT_ROLE_ID and VAULT_SECRET_ID, or VAULT_USERNAME and VAULT_PASSWORD, or in .komposconfig.yaml: stores: {vault: {auth: {method: jwt, role: …}}}.';
/** @throws StoreFailure if there is no address, nobody answers, or logging in fails */
async function connectVault(context) {
    const { settings, environment } = context;
    const address = (settings.vault.address ?? environment['VAULT_ADDR'] ?? '').replace(/\/+$/u, '');
    if (!/^https?:\/\//u.test(address)) {
        const why = address === '' ? 'has no address' : `has the address "${address}", which is no http or https URL`;
        throw new stores_store/* StoreFailure */.k(`Vault ${why}.`, 'Set VAULT_ADDR, or in .komposconfig.yaml: stores: {vault: {address: https://…}}.');
    }
    const send = sender(address, context);
    const { token, asker, isMade } = await login(send, address, context);
    context.conceal(token);
    return {
        address,
        asker,
        get: (path) => send('GET', path, token),
        post: (path, data) => send('POST', path, token, data),
        async close(keepToken) {
            // It expires by itself if that fails.
            if (isMade && !keepToken)
                await send('POST', 'auth/token/revoke-self', token, {}).catch(() => undefined);
        },
    };
}
async function login(send, address, { settings, environment, isOwn, idToken }) {
    const { method, mount, role = environment['VAULT_ROLE'], audience = address, tokenFile } = settings.vault.auth;
    const said = (name) => (environment[name] === '' ? undefined : environment[name]);
    const [user, password] = [said('VAULT_USERNAME'), said('VAULT_PASSWORD')];
    const [roleId, secretId] = [said('VAULT_ROLE_ID'), said('VAULT_SECRET_ID')];
    if (method === undefined || method === 'token') {
        const given = said('VAULT_TOKEN');
        const token = given ?? (isOwn ? keptToken() : undefined);
        // As himl does, which goes on with LDAP where the token is none.
        const isGood = token !== undefined &&
            (user === undefined || (await send('GET', 'auth/token/lookup-self', token)).status === 200);
        if (token !== undefined && isGood)
            return {
                token,
                asker: `with the token of ${given === undefined ? '~/.vault-token' : 'VAULT_TOKEN'}`,
                isMade: false,
            };
        if (method === 'token')
            throw new stores_store/* StoreFailure */.k(`Vault (${address}) has no token.`, 'Set VAULT_TOKEN.');
    }
    const by = async (name, path, data, asker) => {
        const { status, body } = await send('POST', `auth/${encodeURIComponent(mount ?? name)}/${path}`, undefined, data);
        const token = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(body, 'auth'), 'client_token');
        if (status === 200 && token !== undefined)
            return { token, asker, isMade: true };
        throw new stores_store/* StoreFailure */.k(`Vault (${address}) refused the login ${asker}: ${saidByVault(status, body)}.`);
    };
    if (method === 'approle' || (method === undefined && roleId !== undefined)) {
        const missing = roleId === undefined ? 'VAULT_ROLE_ID' : undefined;
        if (missing !== undefined)
            throw new stores_store/* StoreFailure */.k(`Vault (${address}): AppRole needs ${missing}.`);
        return by('approle', 'login', { role_id: roleId, secret_id: secretId }, `as AppRole ${roleId ?? ''}`);
    }
    if (method === 'jwt') {
        if (idToken === undefined) {
            throw new stores_store/* StoreFailure */.k(`Vault (${address}): the method jwt needs a token of GitHub.`, 'Give the job "permissions: id-token: write".');
        }
        const jwt = await idToken(audience).catch((error) => {
            throw new stores_store/* StoreFailure */.k(`Vault (${address}): GitHub issued no token: ${(0,node_errors/* messageOf */.bD)(error)}.`);
        });
        return by('jwt', 'login', { role, jwt }, `with GitHub's token as role ${role ?? '(default)'}`);
    }
    if (method === 'kubernetes') {
        return by('kubernetes', 'login', { role, jwt: serviceAccount(address, tokenFile) }, `as Kubernetes role ${role ?? ''}`);
    }
    if (user === undefined || password === undefined) {
        throw new stores_store/* StoreFailure */.k(`Vault (${address}): there is no way to log in.`, NO_WAY_IN);
    }
    return by('ldap', `login/${encodeURIComponent(user)}`, { password }, `over LDAP as ${user}`);
}
/** Where `vault login` leaves it. */
function keptToken() {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_os_.homedir)(), '.vault-token'), 'utf8').trim() || undefined;
    }
    catch {
        return undefined;
    }
}
function serviceAccount(address, file = SERVICE_ACCOUNT) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8').trim();
    }
    catch (error) {
        throw new stores_store/* StoreFailure */.k(`Vault (${address}): the method kubernetes needs a service account: ${(0,node_errors/* messageOf */.bD)(error)}.`);
    }
}
/** What Vault says about a request. What is no answer of Vault is not quoted. */
function saidByVault(status, body) {
    if (!(0,json/* isRecord */.u4)(body))
        return `status ${status}, and the answer is not one of Vault`;
    const all = ['errors', 'warnings'].flatMap((name) => (0,json/* list */.p_)((0,json/* field */.ZZ)(body, name)));
    const said = all
        .flatMap((each) => (0,json/* text */.Qq)(each)?.trim() ?? [])
        .join('; ')
        .replace(/[.\s]+$/u, '');
    return `status ${status}${said === '' ? '' : `, ${said.length > vault_client_MOST_SAID ? `${said.slice(0, vault_client_MOST_SAID)}…` : said}`}`;
}
function sender(address, { settings, environment, signal }) {
    const namespace = settings.vault.namespace ?? environment['VAULT_NAMESPACE'] ?? '';
    const ignoreSslError = /^(?:y|yes|t|true|on|1)$/iu.test(environment['VAULT_SKIP_VERIFY'] ?? '');
    const authorities = certificates(address, environment['VAULT_CACERT'] ?? '');
    const headers = {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-vault-request': 'true',
        ...(namespace === '' ? {} : { 'x-vault-namespace': namespace }),
    };
    async function once(method, path, token, data) {
        // Not AbortSignal.any: what Node 20 makes of a timeout may be collected before it fires.
        const own = new AbortController();
        const stop = () => {
            own.abort();
        };
        const timer = setTimeout(stop, ANSWERS_WITHIN);
        signal.addEventListener('abort', stop);
        try {
            const client = new lib/* HttpClient */.Qq('kompos', [(0,abort_request/* abortedBy */.L)(own.signal), ...authorities], {
                allowRedirects: false,
                ignoreSslError,
            });
            const { message } = await client.request(method, `${address}/v1/${path}`, data === undefined ? null : JSON.stringify(data), { ...headers, ...(token === undefined ? {} : { 'x-vault-token': token }) });
            const body = vault_client_json(await (0,bounded_text/* boundedText */.L)(message, vault_client_MOST_BYTES, 'the answer'));
            return { status: message.statusCode ?? 0, body, retryAfter: message.headers['retry-after'] };
        }
        finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
        }
    }
    return async (method, path, token, data) => {
        for (let attempt = 0;; attempt += 1) {
            let failure;
            let pause = PAUSES[attempt];
            try {
                const found = await (0,debug/* timed */.ay)(`${method} ${address}/v1/${path}`, () => once(method, path, token, data), ({ status }) => `status ${status}`);
                if (found.status < 500 && found.status !== 429) {
                    if (found.status < 300 || found.status >= 400)
                        return found;
                    throw new stores_store/* StoreFailure */.k(`Vault (${address}) answered with a redirect, which is not followed.`);
                }
                failure = `${saidByVault(found.status, found.body)}${found.status === 503 ? ', it may be sealed' : ''}`;
                const asked = pauseOf(found.retryAfter);
                if (pause !== undefined && asked !== undefined) {
                    if (asked > LONGEST_PAUSE)
                        failure += `, try again in ${Math.ceil(asked / 1_000)} s`;
                    pause = asked > LONGEST_PAUSE ? undefined : Math.max(pause, asked);
                }
            }
            catch (error) {
                if (error instanceof stores_store/* StoreFailure */.k)
                    throw error;
                failure = signal.aborted || /abort|timeout/iu.test((0,node_errors/* messageOf */.bD)(error)) ? SILENT : (0,node_errors/* messageOf */.bD)(error);
                // Who does not answer twice does not at all.
                if (failure === SILENT)
                    pause = PAUSES[attempt + 2];
            }
            if (pause === undefined || signal.aborted) {
                throw new stores_store/* StoreFailure */.k(`Vault (${address}) cannot be read: ${failure}.`, hintFor(failure));
            }
            await (0,promises_.setTimeout)(pause, undefined, { signal }).catch(() => undefined);
        }
    };
}
function hintFor(failure) {
    return /certificate|self-signed|altnames/iu.test(failure)
        ? 'Name the file with the certificate of its authority in VAULT_CACERT, or in NODE_EXTRA_CA_CERTS.'
        : undefined;
}
/** Milliseconds that a server asks to wait. */
function pauseOf(retryAfter) {
    return retryAfter !== undefined && /^\d+$/u.test(retryAfter) ? Number(retryAfter) * 1_000 : undefined;
}
/** Makes requests trust the certificates of a file, instead of those that Node knows, as Vault's own client does. */
function certificates(address, file) {
    if (file === '')
        return [];
    let ca;
    try {
        ca = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new stores_store/* StoreFailure */.k(`Vault (${address}): VAULT_CACERT cannot be read: ${(0,node_errors/* messageOf */.bD)(error)}.`);
    }
    return [
        {
            ...(0,abort_request/* abortedBy */.L)(new AbortController().signal),
            prepareRequest({ agent }) {
                const settings = (0,json/* field */.ZZ)(agent, 'options');
                if ((0,json/* isRecord */.u4)(settings))
                    Object.assign(settings, { ca });
            },
        },
    ];
}
function vault_client_json(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/stores/vault.ts
/**
 * HashiCorp Vault and OpenBao, the key/value engine: `vault.path(a/b)` for a whole map, `vault.key(a/b/key)`,
 * `vault:a/b#key?version=3`, and `vault.token_policy(p)`, which makes a token.
 */






const vault_AT_ONCE = 20;
const vault = {
    name: 'vault',
    reference(call) {
        if (call.plain !== undefined) {
            const { path, key } = call.plain;
            const options = (0,spelling/* optionsOf */.cz)('vault', call.plain.options, ['version']);
            return typeof options === 'string' ? options : vault_checked(path, key === '' ? [] : [key], options);
        }
        const { parts } = call;
        if (parts.has('kv2') || parts.has('field')) {
            return 'himl ignores "kv2" and "field" and takes the whole map: write vault.path(…) for that, or vault:path#key for one value.';
        }
        const given = (0,spelling/* partsOf */.CI)(call, ['path', 'key', 'token_policy']);
        if (typeof given === 'string')
            return given;
        // himl looks for them in this order.
        if (given['token_policy'] !== undefined)
            return (0,stores_store/* referenceTo */.P)('vault', 'token', [], { policy: given['token_policy'] });
        if (given['path'] !== undefined)
            return vault_checked(given['path'], [], {});
        const [, path = '', key = ''] = /^(.*?)\/*([^/]*)$/su.exec(given['key'] ?? '') ?? [];
        return key === '' ? 'It names no key.' : vault_checked(path, [key], {});
    },
    fetch: vault_fetch,
};
/** Slashes at the ends mean nothing to Vault; steps upwards would leave what patterns allow. */
function vault_checked(written, key, options) {
    const path = written.replace(/^\/+|\/+$/gu, '');
    if (path === '')
        return 'It names no path.';
    if (path.split('/').some((step) => step === '' || step === '.' || step === '..'))
        return `"${path}" is not a path.`;
    if (options['version'] !== undefined && !/^\d+$/u.test(options['version']))
        return 'A version is a number.';
    return (0,stores_store/* referenceTo */.P)('vault', path, key, options);
}
async function vault_fetch(references, context) {
    const policies = references.flatMap(({ options }) => options['policy'] ?? []);
    const { tokenPolicies } = context.settings.vault;
    const refused = new Set(policies.filter((policy) => !tokenPolicies.includes(policy)));
    const found = new Map();
    const open = references.filter((each) => {
        const isRefused = refused.has(each.options['policy'] ?? '');
        if (isRefused)
            found.set(each, refusedPolicy(each.options['policy'] ?? ''));
        return !isRefused;
    });
    if (open.length === 0)
        return found;
    const client = await connectVault(context);
    try {
        await sideBySide(open, vault_AT_ONCE, async (each) => found.set(each, await fetchOne(each, client, context)));
        return found;
    }
    finally {
        // A token that was made from this one ends together with it.
        await client.close(policies.length > refused.size);
    }
}
function refusedPolicy(policy) {
    return {
        why: `vault.token_policy(${policy}) makes a token of Vault, which the settings do not allow.`,
        hint: `If that is meant, add to .komposconfig.yaml: stores: {vault: {token_policies: [${policy}]}}.`,
    };
}
async function fetchOne(reference, client, { settings, environment }) {
    const { path, options } = reference;
    if (options['policy'] !== undefined)
        return makeToken(options['policy'], client, environment['VAULT_ROLE']);
    const mount = settings.vault.mount ?? environment['VAULT_MOUNT_POINT'] ?? 'kv';
    const isFirst = settings.vault.kvVersion === '1';
    const version = options['version'] === undefined ? '' : `?version=${options['version']}`;
    const { status, body } = await client.get(`${encoded(mount)}/${isFirst ? '' : 'data/'}${encoded(path)}${version}`);
    const shown = `${client.address}, ${mount}/${path}, ${client.asker}`;
    if (status !== 200)
        return { why: `Vault did not give ${path} (${shown}): ${answer(status, body)}` };
    const data = isFirst ? (0,json/* field */.ZZ)(body, 'data') : (0,json/* field */.ZZ)((0,json/* field */.ZZ)(body, 'data'), 'data');
    const value = (0,json/* isRecord */.u4)(data) ? (0,pick/* dataOf */.qu)(data) : undefined;
    if (value === undefined) {
        return { why: `Vault did not give a key/value map for ${path} (${shown}): ${answer(status, body)}` };
    }
    if (isFirst)
        return { value, version: undefined };
    const { version: number, created_time: created } = (0,json/* record */.g1)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(body, 'data'), 'metadata'));
    // With its time: a secret that was deleted and made again begins with version 1.
    return { value, version: typeof number === 'number' ? `${number} of ${(0,json/* text */.Qq)(created) ?? 'unknown time'}` : undefined };
}
async function makeToken(policy, client, role) {
    const where = `auth/token/create${role === undefined || role === '' ? '' : `/${encoded(role)}`}`;
    const { status, body } = await client.post(where, { policies: [policy], ttl: '24h' });
    const token = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(body, 'auth'), 'client_token');
    if (status === 200 && token !== undefined)
        return { value: token, version: undefined };
    return {
        why: `Vault made no token for the policy ${policy} (${client.address}, ${client.asker}): ${answer(status, body)}`,
    };
}
/** What Vault says about a secret. */
function answer(status, body) {
    const isMissing = status === 404 && saidByVault(status, body) === 'status 404';
    if (!isMissing)
        return `${saidByVault(status, body)}.`;
    const { deletion_time: deleted, destroyed } = (0,json/* record */.g1)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(body, 'data'), 'metadata'));
    const isGone = destroyed === true || ((0,json/* text */.Qq)(deleted) ?? '') !== '';
    return `status 404, ${isGone ? 'this version of the secret was deleted' : 'there is no such secret'}.`;
}
function encoded(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./src/stores/stores.ts
/** All secret stores: references by what is written, and their values, each read once. */











/** Milliseconds for a store to say itself that time is over. */
const GRACE = 500;
const STORES = [ssm, secretsManager, s3, vault, sops/* sops */.Ch];
/** A reader that knows how references are written, and gets the answers from elsewhere. */
function secretReader(read) {
    return {
        read,
        fallbacks: (call) => (/^(?:ssm|s3)\s*\./u.test(call) && !call.includes('aws_profile(') ? ['aws.profile'] : []),
        reference(text, fallbacks) {
            const call = (0,spelling/* readCall */.D9)(text);
            if (typeof call === 'string')
                return call;
            const store = STORES.find(({ name }) => name === call.store);
            return store?.reference(call, fallbacks) ?? `There is no store "${call.store}".`;
        },
        sealed: sops/* sealedReference */.UQ,
    };
}
/** Stands for a secret wherever its value does not matter, or must not be known. */
function standInFor({ name }, seal = '') {
    return `(secret: ${name}${seal})`;
}
/** Reads nothing. */
const standIns = secretReader((reference) => ({ kind: 'stand-in', text: standInFor(reference) }));
/**
 * Reads values, side by side. One that is missing does not hide the others; a store that cannot be read at all is one
 * failure.
 *
 * @param references each once
 */
async function fetchSecrets(references, context) {
    const byName = new Map();
    const failures = [];
    await Promise.all(grouped(references, askedTogether).map(async (group) => {
        // Different parts of one value are read together.
        const sources = grouped(group, ({ path, options }) => [path, options]);
        const firsts = sources.flatMap(([first]) => first ?? []);
        const store = STORES.find(({ name }) => name === firsts[0]?.store);
        if (store === undefined)
            return;
        try {
            const found = await inTime(store.fetch(firsts, context), store, context.signal);
            for (const [first, ...others] of sources) {
                const whole = first && found.get(first);
                if (first === undefined || whole === undefined)
                    continue;
                for (const each of [first, ...others])
                    byName.set(each.name, (0,pick/* pick */.Up)(each, whole));
            }
        }
        catch (error) {
            if (!(error instanceof stores_store/* StoreFailure */.k))
                throw error;
            failures.push({ references: group, failure: error });
        }
    }));
    return { byName, failures };
}
/** What a store starts may not end by itself, such as a program that AWS's settings name for credentials. */
async function inTime(reading, { name }, signal) {
    const ended = new AbortController();
    const late = (0,external_node_events_.once)(signal, 'abort', { signal: ended.signal }).then(async () => {
        await (0,promises_.setTimeout)(GRACE, undefined, { signal: ended.signal });
        throw new stores_store/* StoreFailure */.k(`The store ${name} was not read in time.`);
    });
    late.catch(() => undefined);
    try {
        return await Promise.race([reading, late]);
    }
    finally {
        ended.abort();
    }
}
/** Whatever prevents one of them from being read prevents all of them: a file of SOPS, or somebody's access to a store. */
function askedTogether({ store, path, options }) {
    return store === sops/* sops */.Ch.name ? [store, path] : [store, options['profile'], options['region']];
}
function grouped(all, key) {
    const groups = new Map();
    for (const each of all) {
        const name = JSON.stringify(key(each));
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [each]);
        else
            group.push(each);
    }
    return [...groups.values()];
}
/** The values that were read. */
function fetchedReader(byName) {
    return secretReader((reference) => {
        const fetched = byName.get(reference.name);
        if (fetched === undefined)
            return { kind: 'none', why: `The secret ${reference.name} was not read.` };
        return 'why' in fetched
            ? { kind: 'none', why: fetched.why, hint: fetched.hint }
            : { kind: 'value', value: fetched.value };
    });
}
/**
 * Stand-ins for digests that change when a value does, as far as it may be known: an HMAC of the value with a key,
 * otherwise the store's version, otherwise nothing.
 */
function sealedReader(byName, key) {
    return secretReader((reference) => {
        const fetched = byName.get(reference.name);
        return { kind: 'stand-in', text: standInFor(reference, fetched === undefined ? '' : sealOf(fetched, key)) };
    });
}
function sealOf(fetched, key) {
    if ('why' in fetched)
        return '';
    if (key !== undefined)
        return `: ${(0,external_node_crypto_.createHmac)('sha256', key).update(canonical(fetched.value)).digest('hex')}`;
    return fetched.version === undefined ? '' : `, version ${fetched.version}`;
}
function canonical(data) {
    return JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? { integer: String(value) } : value));
}


/***/ })

};

//# sourceMappingURL=3825.index.js.map