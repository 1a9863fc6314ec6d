export const id = 746;
export const ids = [746];
export const modules = {

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

/***/ 99915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sourceStack),
/* harmony export */   W: () => (/* binding */ internalError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_module__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _node_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44409);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57421);
/** Internal errors: their message, and their location in our sources. */






/** @param debugLog how to get the debug log */
function internalError(error, debugLog) {
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)('internal', `Internal error: ${(0,_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}.`, {
        hint: `Please report it, with the lines that begin with "at" and the debug log: ${debugLog}.`,
    });
}
/** The stack of an error, in our sources where the bundle's maps allow. */
function sourceStack(error) {
    const stack = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(error, 'stack'));
    return stack?.replace(/((?:file:\/\/)?\/[^\s():]+\.js):(\d+):(\d+)/gu, (place, file, line, column) => {
        try {
            return sourceOf(file, Number(line), Number(column)) ?? place;
        }
        catch {
            // No map, or none that can be read: the place in the bundle is better than nothing.
            return place;
        }
    });
}
/** @param file path or URL of a bundled file, which has a map beside it */
function sourceOf(file, line, column) {
    const path = file.startsWith('file:') ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(file) : file;
    const map = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${path}.map`, 'utf8'));
    const sources = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(map, 'sources')).map((source) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(source) ?? '');
    const mappings = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(map, 'mappings')) ?? '';
    const found = new node_module__WEBPACK_IMPORTED_MODULE_1__.SourceMap({
        version: 3,
        file: '',
        sources,
        sourcesContent: [],
        names: [],
        mappings,
        sourceRoot: '',
    });
    const origin = found.findOrigin(line, column);
    return 'fileName' in origin ? `${origin.fileName.replace(/^\.\.\//u, '')}:${origin.lineNumber}` : undefined;
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

/***/ 12301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/** The version of kompos, the package's. */


/** Read at run time: package.json lies beside the bundle's folder as it lies beside the sources' one. */
function version() {
    const manifest = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "package.json", 'utf8'));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(manifest, 'version') ?? '0.0.0';
}


/***/ }),

/***/ 74174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/** User names and passwords in the URLs that git and Terraform print. Pure. */
/** How far after `://` a user name and password are searched for. */
const LONGEST_USER_INFO = 4096;
/**
 * Removes user names and passwords from URLs in a text. A password that was not encoded may contain `@`, `/`, quotes
 * and blanks; in doubt, too much of the URL is removed.
 */
function withoutCredentials(text) {
    const pieces = [];
    let shown = 0;
    for (let colon = text.indexOf('://'); colon >= 0; colon = text.indexOf('://', colon + 3)) {
        const start = colon + 3;
        if (start < shown || !/[a-z0-9+.-]/iu.test(text.charAt(colon - 1)))
            continue;
        const next = text.indexOf('://', start);
        const end = start + userInfoLength(text.slice(start, Math.min(next < 0 ? text.length : next, start + LONGEST_USER_INFO)));
        if (end === start)
            continue;
        pieces.push(text.slice(shown, start));
        shown = end;
    }
    return pieces.length === 0 ? text : pieces.join('') + text.slice(shown);
}
/** @param rest the text after `://`, at most up to the next URL */
function userInfoLength(rest) {
    const line = /^[^\r\n]*/u.exec(rest)?.[0] ?? '';
    const word = /^[^\s"'`<>]*/u.exec(line)?.[0] ?? '';
    const authority = /^[^/?#]*/u.exec(word)?.[0] ?? '';
    if (!authority.includes('@') && !hasPassword(authority, line, word))
        return 0;
    if (!authority.includes(':'))
        return authority.lastIndexOf('@') + 1;
    const inWord = word.lastIndexOf('@') + 1;
    if (inWord > 0 && isHost(word.slice(inWord)))
        return inWord;
    // The password continues after a blank or a quote.
    const more = line.indexOf('@', Math.max(inWord, word.length));
    if (more < 0)
        return inWord;
    const last = /^[^\s"'`<>]*/u.exec(line.slice(more))?.[0] ?? '';
    return more + last.lastIndexOf('@') + 1;
}
/** Whether it is `user:password` rather than `host:port`; a password may begin with what ends an authority or a word. */
function hasPassword(authority, line, word) {
    const [, before, behind = ''] = /^([^:]*):(.*)$/u.exec(authority) ?? [];
    if (before === undefined)
        return false;
    if (!/^\d*$/u.test(behind))
        return true;
    if (!isHost(before))
        return behind === '' ? line.includes('@') : word.includes('@');
    // `first.last:12/34@host`: a user's name with a dot looks like a host.
    const at = word.lastIndexOf('@');
    return at >= 0 && behind === '' && isHost(word.slice(at + 1));
}
function isHost(text) {
    return /^(?:\[[0-9a-f:.]+\]|localhost|[\w-]+(?:\.[\w-]+)+)(?:[:/?#,;.)]|$)/iu.test(text);
}


/***/ }),

/***/ 57784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ keysOf),
/* harmony export */   q: () => (/* binding */ nearestKey)
/* harmony export */ });
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69368);
/** Suggests corrections for misspelled keys. */

/** Beyond this, searching all keys costs more than the hint is worth. */
const MAX_KEYS = 2_000;
/** All dotted keys of a configuration, breadth first, up to a limit. */
function keysOf(root) {
    const keys = [];
    const queue = [['', root]];
    for (const [prefix, value] of queue) {
        if (value.kind === 'scalar')
            continue;
        const children = value.kind === 'map' ? Object.entries(value.children) : value.children.entries();
        for (const [name, child] of children) {
            if (keys.length >= MAX_KEYS)
                return keys;
            keys.push(`${prefix}${name}`);
            queue.push([`${prefix}${name}.`, child]);
        }
    }
    return keys;
}
/** The most similar key (one edit per four characters, none in very short keys), or the only one that ends in `.key`. */
function nearestKey(key, keys) {
    const others = keys.filter((each) => each !== key);
    const close = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, others, key.length < 3 ? 0 : Math.max(1, Math.floor(key.length / 4)));
    if (close !== undefined)
        return close;
    const endings = others.filter((each) => each.endsWith(`.${key}`));
    return endings.length === 1 ? endings[0] : undefined;
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

/***/ 22522:
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
/** The longest beginning of `text` that takes at most `bytes` bytes; no character is split. */
function startOf(text, bytes) {
    const encoded = Buffer.from(text.slice(0, bytes));
    let end = Math.min(bytes, encoded.length);
    while (isInside(encoded, end))
        end -= 1;
    return encoded.toString('utf8', 0, end);
}
/** The longest end of `text` that takes at most `bytes` bytes; no character is split. */
function endOf(text, bytes) {
    const encoded = Buffer.from(text.slice(Math.max(0, text.length - bytes)));
    let start = Math.max(0, encoded.length - bytes);
    while (isInside(encoded, start))
        start += 1;
    return encoded.toString('utf8', start);
}
/** Whether a cut before this byte would split a character. */
function isInside(encoded, at) {
    return ((encoded[at] ?? 0) & 0xc0) === 0x80;
}
/**
 * Cuts lines out of the middle of a text that takes more than `bytes` bytes: its beginning and end stay, with a line
 * between them that `pointer` makes from the number of removed lines. The result takes at most `bytes` bytes, unless
 * the pointer alone takes more.
 */
function cutMiddle(text, bytes, pointer) {
    if (utf8Length(text) <= bytes)
        return text;
    // Two line breaks, and two marks where a line is cut.
    const left = Math.max(0, bytes - utf8Length(pointer(countLines(text, 0, text.length))) - 8);
    const head = wholeLinesBefore(startOf(text, Math.floor(left * 0.6)));
    const tail = wholeLinesAfter(endOf(text, Math.floor(left * 0.4)));
    const lines = countLines(text, head.cut.length, text.length - tail.cut.length);
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

/***/ 69405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   nM: () => (/* binding */ row)
/* harmony export */ });
/* unused harmony export cell */
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22522);
/**
 * Makes any text inert in GitHub-flavored markdown. Foreign text has three places: inline code, a fence, and `<code>`
 * inside HTML. GitHub looks for mentions, references and links in none of them, whereas entities and backslashes only
 * stop markdown: `&#64;name` still notifies people. Outside of these places, only plain words of foreign text appear.
 */

/** Invisible characters that have an effect: controls, bidirectional and zero-width ones, fillers, halves of a pair. */
const INVISIBLE = /(?!\n|\t|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Shows invisible characters as their escapes, such as `\u202e`; line breaks and tabs stay (CRLF becomes LF). */
function visible(text) {
    return text.replace(/\r\n/gu, '\n').replace(INVISIBLE, (char) => {
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
/** Shows invisible characters as escapes and line breaks as `↵`: any text as one line of a list. */
function oneLine(text) {
    // Nearly all texts are such, and lists have thousands.
    if (/^[ -~]*$/u.test(text))
        return text;
    return visible(text).replace(/\n/gu, '↵');
}
/** A fence that its text cannot close: longer than any run of backticks inside of it. */
function fence(text, language) {
    const body = withoutLastBreaks(shortRuns(visible(text)));
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** Not a regular expression: one with `$` takes quadratic time in the longest run. */
function withoutLastBreaks(text) {
    let end = text.length;
    while (text.charAt(end - 1) === '\n')
        end -= 1;
    return text.slice(0, end);
}
/** Words that mean nothing to GitHub: letters only, or a short number, with a sentence's punctuation around them. */
const PLAIN_WORD = /^[("']{0,2}(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,4}(?:\.\d{1,4}){0,2}(?=[^.\d)]|$))[)"',:;!?]{0,2}\.?$/u;
/** Seven or more letters from a to f could be the beginning of a commit id. */
const COMMIT_LIKE = /[0-9a-f]{7,}/iu;
const CODE_IN_PROSE = /(?<=(?:^|\s)\(?)`([^`\n]+)`(?=[),.;:!?]{0,2}(?:\s|$))/gu;
/**
 * Our own sentences, which may contain foreign text: plain words stay words, everything else becomes inline code, and
 * what is already in backticks stays code. One paragraph of at most `most` characters; line breaks become spaces.
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
/** Punctuation alone comes from next to inline code: `(`, `),` or `.`. */
function isPlain(word) {
    if (/^(?:[(),.;:!?]{0,2}|[–—·])$/u.test(word))
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/** Symbolic links below `.kompos-runtime`: ours lead from runtime directories to sources, all others may be an attack. */



/**
 * Makes sure that every component of a path below a folder is a folder. A committed link would make a run create and
 * remove files wherever it leads.
 *
 * @param top absolute path of a folder that is trusted
 * @param way path below it, which need not exist completely
 * @throws ProblemError that names the first component that is something else
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
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `${path} is ${what} and has to be a folder.`, {
            hint: 'Remove it, and list ".kompos-runtime/" in .gitignore.',
        });
    }
}


/***/ }),

/***/ 13249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ readDecision),
/* harmony export */   Jp: () => (/* binding */ splitLeaves),
/* harmony export */   U: () => (/* binding */ readShardNumber),
/* harmony export */   Y: () => (/* binding */ MOST_SHARDS),
/* harmony export */   el: () => (/* binding */ writeDecision),
/* harmony export */   hi: () => (/* binding */ decidedSplit),
/* harmony export */   o4: () => (/* binding */ shardCount)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/**
 * Leaves → shards that take about as long as each other. The same leaves and timings give the same split on every
 * machine, so each job finds its own leaves, and no list of leaves has to be passed on. Pure.
 */


/** GitHub's limit of jobs in one matrix. */
const MOST_SHARDS = 256;
/** Milliseconds that a leaf is expected to take if nothing like it was ever timed. */
const UNKNOWN = 30_000;
/** Milliseconds of plans in one shard of `auto`: less, and starting the jobs takes longer than the plans. */
const PER_SHARD = 300_000;
/** How many shards these leaves are worth; never more than groups. */
function shardCount(groups, wanted, timings) {
    if (wanted !== 'auto')
        return Math.min(wanted, groups.length);
    const total = weigh(groups, timings).reduce((sum, { weight }) => sum + weight, 0);
    return Math.min(Math.ceil(total / PER_SHARD), groups.length, MOST_SHARDS);
}
/**
 * Gives the heaviest group that is left to the shard that has least, until none is left: no shard gets more than a third
 * above the best split, and with many small groups hardly anything.
 *
 * @param count of shards; those that get no leaf are empty
 */
function splitLeaves(groups, count, timings) {
    const weighed = weigh(groups, timings);
    const shards = Array.from({ length: count }, () => ({ paths: new Array(), weight: 0 }));
    for (const { paths, weight } of weighed.toSorted((a, b) => b.weight - a.weight || compare(a.path, b.path))) {
        const [first, ...others] = shards;
        if (first === undefined)
            break;
        const lightest = others.reduce((least, shard) => (shard.weight < least.weight ? shard : least), first);
        lightest.paths.push(...paths);
        lightest.weight += weight;
    }
    const text = JSON.stringify([1, count, weighed.map(({ paths, weight }) => [paths, weight])]);
    return {
        shards: shards.map((shard) => shard.paths.sort(compare)),
        digest: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32),
    };
}
/** Each leaf counts its earlier timing, else the median of its composition's leaves, else that of all. In order of path. */
function weigh(leafGroups, timings) {
    const groups = new Map();
    for (const [path, time] of timings) {
        const times = groups.get(compositionOf(path)) ?? [];
        groups.set(compositionOf(path), times);
        times.push(time);
    }
    const medians = new Map([...groups].map(([name, times]) => [name, median(times)]));
    const overall = timings.size === 0 ? UNKNOWN : median([...timings.values()]);
    const weightOf = (path) => Math.max(1, timings.get(path) ?? medians.get(compositionOf(path)) ?? overall);
    return leafGroups
        .map((group) => {
        const paths = group.toSorted(compare);
        return { path: paths[0] ?? '', paths, weight: paths.reduce((sum, path) => sum + weightOf(path), 0) };
    })
        .sort((a, b) => compare(a.path, b.path));
}
function compositionOf(path) {
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1);
}
function median(times) {
    return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? UNKNOWN;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
const DECISION = /^(\d{1,3})\.(none|[0-9a-f]{40}|[0-9a-f]{64})\.([0-9a-f]{32})\.(\d{1,5})$/u;
/** As one word, for an output of the job that decides. */
function writeDecision({ count, base, digest, attempt }) {
    return `${count}.${base ?? 'none'}.${digest}.${attempt}`;
}
/** Undefined for anything that `writeDecision` does not write. */
function readDecision(text) {
    const [, count = '', base = '', digest = '', attempt = ''] = DECISION.exec(text) ?? [];
    if (attempt === '' || Number(count) > MOST_SHARDS)
        return undefined;
    return { count: Number(count), base: base === 'none' ? undefined : base, digest, attempt: Number(attempt) };
}
/**
 * The split that a job comes to, which has to be the decided one.
 *
 * @throws ProblemError if it is another one: a leaf could be in two shards, or in none
 */
function decidedSplit(groups, { count, digest }, timings) {
    const split = splitLeaves(groups, count, timings);
    if (split.digest === digest)
        return split;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('shard', 'This job comes to another split of the leaves than the job that decided it.', {
        hint: 'Give all jobs of the run the same version of Kompos, the same commit, and the same inputs "leaves", "working-directory", "allow-env", "list-merge", "unused-configuration" and "timings"; then run all of its jobs again.',
    });
}
/** Undefined unless it is one of at most 256. */
function readShardNumber(text) {
    const [, shard = '', of = ''] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/u.exec(text) ?? [];
    if (of === '' || Number(shard) > Number(of) || Number(of) > MOST_SHARDS)
        return undefined;
    return { shard: Number(shard), of: Number(of) };
}


/***/ }),

/***/ 33387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   hm: () => (/* binding */ FolderDigest),
/* harmony export */   uF: () => (/* binding */ NoDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44409);
/** Names, modes and bytes of folders on disk as digests, without following links out of them or reading endless files. */




/** Why a folder has no digest: a sentence without a full stop. */
class NoDigest extends Error {
}
/** How much may be read for the modules of one runtime directory. */
const MOST = { bytes: 100 * 1024 * 1024, files: 20_000 };
/** Adds folders to one digest, with one bound for all of them. */
class FolderDigest {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #most;
    #bytes = 0;
    #files = 0;
    constructor(most = MOST) {
        this.#most = most;
    }
    /** Adds a line of data. */
    add(...line) {
        this.#hash.update(`${JSON.stringify(line)}\n`);
    }
    /**
     * Adds everything below a folder.
     *
     * @param folder absolute path
     * @throws NoDigest
     */
    addFolder(folder, options, below = '') {
        // Names as bytes: two names that are not UTF-8 must not collide.
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, below), { withFileTypes: true, encoding: 'buffer' });
        for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
            const name = entry.name.toString('utf8');
            const path = `${below}${name}`;
            if (options.skip?.(path) === true)
                continue;
            if (!Buffer.from(name).equals(entry.name))
                throw new NoDigest(`the name of ${path} is not UTF-8`);
            this.#count(1, 0);
            if (entry.isSymbolicLink())
                this.add(path, 'link', linkIn(folder, path, options.within));
            else if (entry.isDirectory())
                this.addFolder(folder, options, `${path}/`);
            else if (entry.isFile())
                this.add(path, ...this.#contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path)));
            // Reading a pipe would block forever, and a device never ends.
            else
                this.add(path, 'special');
        }
    }
    /** In hex. */
    value() {
        return this.#hash.digest('hex');
    }
    #contentOf(path) {
        // It may have become something else since it was listed.
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
        try {
            const { mode, size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
            this.#count(0, size);
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
            const buffer = Buffer.alloc(Math.min(Math.max(size, 1), 1024 * 1024));
            for (let left = size + 1, read = 1; read > 0 && left > 0; left -= read) {
                read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, buffer);
                hash.update(buffer.subarray(0, read));
            }
            return [(mode & 0o100) === 0 ? '-' : 'x', hash.digest('hex')];
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
        }
    }
    #count(files, bytes) {
        this.#files += files;
        this.#bytes += bytes;
        const { bytes: mostBytes, files: mostFiles } = this.#most;
        if (this.#files <= mostFiles && this.#bytes <= mostBytes)
            return;
        throw new NoDigest(`it is more than ${mostBytes / 1024 / 1024} MB, or more than ${mostFiles} files`);
    }
}
function linkIn(folder, path, within) {
    const real = realPath((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path));
    if (real !== undefined && !isInside(real, within))
        throw new NoDigest(`its link ${path} leads out of it`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path));
}
/** Where a path leads; undefined where there is nothing. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path);
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, 'ENOENT', 'ENOTDIR', 'ELOOP'))
            return undefined;
        throw new NoDigest((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    }
}
/** Whether an absolute path is a folder or below it. */
function isInside(path, folder) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_2__.sep) ? folder : `${folder}${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`);
}


/***/ }),

/***/ 36045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nw: () => (/* binding */ providerVersions),
/* harmony export */   Pw: () => (/* binding */ missingInMirror),
/* harmony export */   Qw: () => (/* binding */ addToMirror),
/* harmony export */   dj: () => (/* binding */ lockedHashes),
/* harmony export */   hJ: () => (/* binding */ lockedProviders),
/* harmony export */   sb: () => (/* binding */ terraformPlatform)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2346);
/* harmony import */ var _folder_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33387);
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
/** The hashes that a dependency lock file has for one provider. */
function lockedHashes(lockFile, address) {
    const block = lockFile.split(/^provider\s+/mu).find((each) => each.startsWith(`"${address}"`)) ?? '';
    return [...block.matchAll(/^\s*"((?:h1|zh):[^"]+)",/gmu)].map(([, hash = '']) => hash);
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
/** The providers that the mirror does not have. */
function missingInMirror(mirror, providers, platform) {
    return providers.filter(({ address, version }) => !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mirror, address, version, platform)));
}
/**
 * Adds what an init has just installed. Never fails: the mirror only saves time.
 *
 * @param directory the initialized runtime directory
 */
function addToMirror(mirror, directory, providers, platform) {
    for (const { address, version } of providers) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform', 'providers', address, version, platform);
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mirror, address, version, platform);
        try {
            (0,_runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseLinks */ .U)(mirror, `${address}/${version}`);
            // A link may lead to the directory's own cache; elsewhere, it is not ours to take.
            const installed = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(place);
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(target) || !(0,_folder_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .FK)(installed, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(directory), '.terraform')))
                continue;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
            if (move(installed, target))
                continue;
            const partial = `${target}.partial-${process.pid}`;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.cpSync)(installed, partial, { recursive: true });
            // Another leaf may have been faster; either copy is good.
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
/**
 * Moves a provider and leaves a link, as an init from an unpacked mirror does: copying hundreds of megabytes takes
 * seconds.
 *
 * @returns false where the two are on different file systems
 */
function move(installed, target) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(installed, target);
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'EXDEV'))
            return false;
        throw error;
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(target, installed);
        return true;
    }
    catch {
        // A file system without links: the leaf must not lose its provider.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(target, installed);
        return false;
    }
}


/***/ }),

/***/ 59552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ takesNext),
/* harmony export */   BO: () => (/* binding */ asksForHelp),
/* harmony export */   JG: () => (/* binding */ isSwitchedOn),
/* harmony export */   RT: () => (/* binding */ meantSubcommand),
/* harmony export */   Vh: () => (/* binding */ SUBCOMMANDS),
/* harmony export */   b8: () => (/* binding */ subcommandOf),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69368);
/** What Terraform's subcommands do, and what they need. Pure. */

const ROWS = new Map([
    ['apply', { writes: 'state', variables: true, json: 'lines' }],
    ['console', { variables: true, terminal: true, onlyOne: 'it reads expressions for one leaf' }],
    ['destroy', { writes: 'state', variables: true, json: 'lines' }],
    ['env list', {}],
    ['fmt', { withoutInit: true }],
    ['force-unlock', { writes: 'state', onlyOne: 'a lock belongs to one state' }],
    ['get', { withoutInit: true }],
    ['graph', {}],
    ['import', { writes: 'state', variables: true, onlyOne: 'an object belongs to one state' }],
    ['init', { withoutInit: true, json: 'lines' }],
    ['login', { withoutInit: true, terminal: true, onlyOne: 'it is about a host, not about leaves' }],
    ['logout', { withoutInit: true, terminal: true, onlyOne: 'it is about a host, not about leaves' }],
    ['metadata functions', { withoutInit: true, json: 'document' }],
    ['modules', { json: 'document' }],
    ['output', { json: 'document' }],
    ['plan', { variables: true, json: 'lines' }],
    ['providers', {}],
    ['providers lock', {}],
    ['providers mirror', {}],
    ['providers schema', { json: 'document' }],
    ['query', { variables: true, json: 'lines' }],
    ['refresh', { writes: 'state', variables: true, json: 'lines' }],
    ['show', { json: 'document' }],
    [
        'stacks',
        { writes: 'elsewhere', withoutInit: true, terminal: true, onlyOne: 'it is about stacks, not about leaves' },
    ],
    ['state identities', { json: 'document' }],
    ['state list', {}],
    ['state mv', { writes: 'state' }],
    ['state pull', { json: 'always' }],
    ['state push', { writes: 'state', onlyOne: 'the state of one leaf would replace those of the others' }],
    ['state replace-provider', { writes: 'state' }],
    ['state rm', { writes: 'state' }],
    ['state show', {}],
    ['taint', { writes: 'state' }],
    // It creates real objects, in states of its own.
    ['test', { writes: 'elsewhere', variables: true, json: 'lines' }],
    ['untaint', { writes: 'state' }],
    ['validate', { json: 'document' }],
    ['version', { withoutInit: true, json: 'document' }],
    ['workspace delete', { writes: 'state' }],
    ['workspace list', {}],
    ['workspace new', { writes: 'state' }],
    ['workspace select', { writes: 'state' }],
    ['workspace show', {}],
]);
/** The subcommands themselves, for completion: `state` once. */
const SUBCOMMANDS = [...new Set([...ROWS.keys()].map((name) => name.split(' ')[0] ?? ''))];
/** One that is not known, because it is newer than this table. */
const UNKNOWN = { writes: 'state' };
/** Takes a command line apart: `['state', 'list', '-id=x']`. */
function subcommandOf(line) {
    const [first = '', second = ''] = line;
    const two = ROWS.get(`${first} ${second}`);
    const words = two === undefined ? [first] : [first, second];
    const args = line.slice(words.length);
    // Help is the same everywhere, and needs nothing.
    const row = asksForHelp(line) ? { withoutInit: true } : (two ?? ROWS.get(first) ?? UNKNOWN);
    const writesState = row.writes === 'state' || (first === 'init' && movesState(args));
    return {
        words,
        args,
        writes: row.writes !== undefined || writesState,
        writesState,
        needsInit: row.withoutInit !== true,
        takesVariables: row.variables === true,
        needsTerminal: row.terminal === true,
        onlyOne: row.onlyOne ?? fileOfOne(first, args),
        prints: printsOf(row, args),
    };
}
/** The subcommand that was probably meant; undefined if it is a known one, or nothing is close: newer ones are passed on. */
function meantSubcommand(line) {
    const [first = ''] = line;
    return SUBCOMMANDS.includes(first) ? undefined : (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(first, SUBCOMMANDS, first.length > 4 ? 2 : 1);
}
/** Whether a leaf is needed only as the place to run in: the answer is the same for all. */
function asksForHelp(line) {
    return line.some((each) => /^--?(?:h|help)$/u.test(each));
}
function movesState(args) {
    return isSwitchedOn(args, 'migrate-state') || isSwitchedOn(args, 'force-copy');
}
/** Files that hold something of one leaf: each leaf would write it again, or read another's. */
const OF_ONE_LEAF = /^--?(?:out|state|state-out|backup|backup-out|generate-config-out|json-into|junit-xml|plan)(?:=|$)/u;
function fileOfOne(subcommand, args) {
    const option = args.find((each) => OF_ONE_LEAF.test(each));
    if (option !== undefined)
        return `${option.split('=')[0] ?? ''} names one file, which each leaf would use`;
    const file = (subcommand === 'apply' || subcommand === 'show') && operandsOf(args)[0];
    return typeof file === 'string' ? `the plan file ${file} belongs to one leaf` : undefined;
}
function printsOf({ json }, args) {
    if (json === 'always')
        return 'document';
    return json !== undefined && isSwitchedOn(args, 'json') ? json : 'text';
}
/** A boolean flag as Go reads it: one dash or two, alone or with a value. */
function isSwitchedOn(args, flag) {
    const values = args.flatMap((argument) => new RegExp(`^--?${flag}(?:=(.*))?$`, 'u').exec(argument)?.slice(1) ?? []);
    const last = values.at(-1) ?? (values.length > 0 ? 'true' : 'false');
    return /^(1|t|true)$/iu.test(last);
}
/** Options that may take their value as the next argument. */
const WITH_VALUE = /^--?(?:backend-config|backup|backup-out|config|exclude|exclude-file|filter|from-module|fs-mirror|generate-config-out|id|json-into|junit-xml|lock-timeout|lockfile|module-depth|net-mirror|out|parallelism|plan|platform|plugin-dir|replace|state|state-out|target|target-file|test-directory|type|var|var-file)$/u;
/** Whether an argument is an option whose value is the next argument. */
function takesNext(argument) {
    return WITH_VALUE.test(argument);
}
/** The arguments that are neither options nor values of options. Terraform reads no option behind the first of them. */
function operandsOf(args) {
    const first = args.findIndex((each, index) => !isOption(each) && !takesNext(args[index - 1] ?? ''));
    return first < 0 ? [] : args.slice(first);
}
/** A dash alone stands for standard input. */
function isOption(argument) {
    return argument.startsWith('-') && argument !== '-';
}


/***/ })

};

//# sourceMappingURL=746.index.js.map