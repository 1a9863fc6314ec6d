export const id = 857;
export const ids = [857];
export const modules = {

/***/ 6831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TD: () => (/* binding */ LOG_PATH),
  yb: () => (/* binding */ createChildProcesses),
  Gx: () => (/* binding */ runPiped),
  PH: () => (/* binding */ startPiped)
});

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(1955);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(1310);
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
    function run(call, stdio, detached, onTimeout = () => undefined) {
        const { program, args, directory, environment } = call;
        const child = (0,external_node_child_process_.spawn)(program, [...args], { cwd: directory, env: { ...environment }, stdio, detached });
        running.set(child, { detached, neverKilled: call.neverKilled === true });
        const timer = call.timeLimit === undefined
            ? undefined
            : setTimeout(() => {
                onTimeout();
                stop(child, LIMIT_PATIENCE);
            }, call.timeLimit);
        const ended = new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', (code, signal) => {
                resolve(code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]));
            });
        }).finally(() => {
            clearTimeout(timer);
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
            const files = [openNamelessFile(), openNamelessFile(), openNamelessFile()];
            try {
                // A process group of its own: a Ctrl-C on the terminal must reach it once, through us.
                let timedOut = false;
                const code = await run(call, ['ignore', ...files.map(({ write }) => write)], true, () => {
                    timedOut = true;
                });
                const [stdout = '', stderr = '', log = ''] = files.map(({ read }) => (0,external_node_fs_.readFileSync)(read, 'utf8'));
                return { code, stdout, stderr, log, timedOut };
            }
            finally {
                files.flatMap(({ write, read }) => [write, read]).forEach(external_node_fs_.closeSync);
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
/** A file without a name: it disappears as soon as no process has it open. */
function openNamelessFile() {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'kompos-output-'));
    const path = (0,external_node_path_.join)(folder, 'output');
    try {
        // The position of a descriptor is shared with the process that writes.
        return { write: (0,external_node_fs_.openSync)(path, 'w', 0o600), read: (0,external_node_fs_.openSync)(path, 'r') };
    }
    finally {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 4427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7421);
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

/***/ 2017:
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

/***/ 9574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ RUNTIME_FOLDER)
/* harmony export */ });
/** What kompos writes into a project's root: renderings, the lock, and providers. Never a source. */
const RUNTIME_FOLDER = '.kompos-runtime';


/***/ }),

/***/ 308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   O3: () => (/* binding */ hintForDamage),
/* harmony export */   lD: () => (/* binding */ createGit),
/* harmony export */   tv: () => (/* binding */ gitFailure)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6831);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7421);
/* harmony import */ var _url_credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4174);
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

/***/ 5986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OR: () => (/* binding */ defaultBranch),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   _b: () => (/* binding */ whyNoRepository),
/* harmony export */   fq: () => (/* binding */ findCommit),
/* harmony export */   iy: () => (/* binding */ remoteName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(308);
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

/***/ 3166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ lookup),
/* harmony export */   IX: () => (/* binding */ lookupIn),
/* harmony export */   oI: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var lodash_get__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(615);
/* harmony import */ var lodash_get__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(lodash_get__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5686);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3092);
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
            if (value.templated && Object.keys(value.children).some(_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isTemplatedKey */ .C))
                yield [value, segments.slice(at)];
            const next = [...childrenAt(value, segments, at)];
            stack.push(...next.reverse());
        }
    }
}
/** The children of a map that the path may go on with: the plain key, then those that contain dots themselves. */
function* childrenAt(map, segments, at) {
    const plain = map.children[segments[at] ?? ''];
    if (plain !== undefined)
        yield [plain, at + 1];
    const rest = segments.slice(at).join('.');
    for (const key in map.children) {
        if (!key.includes('.') || (rest !== key && !rest.startsWith(`${key}.`)))
            continue;
        const child = map.children[key];
        if (child !== undefined)
            yield [child, at + key.split('.').length];
    }
}
/** An array's own keys are its canonical positions, so `01` and `-1` do not exist. */
function isPosition(segment) {
    return /^(?:0|[1-9][0-9]*)$/u.test(segment);
}
/** Whether placeholders up to a position may stand for several items. */
function isSpliced(list, segment) {
    if (!list.templated || !isPosition(segment))
        return false;
    return list.children.slice(0, Number(segment) + 1).some(_placeholder_js__WEBPACK_IMPORTED_MODULE_1__/* .isWholePlaceholder */ .Lf);
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

/***/ 3092:
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

/***/ 441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   ZJ: () => (/* binding */ toCompactJson),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   b9: () => (/* binding */ equalValues),
/* harmony export */   ve: () => (/* binding */ listIdentity)
/* harmony export */ });
/** Pretty JSON: two spaces, keys sorted by code unit, integers with all their digits, no trailing newline. */
function toJson(value) {
    return write(value, '\n', exactScalar);
}
/** JSON on one line without spaces, keys sorted by code unit, integers with all their digits. */
function toCompactJson(value) {
    return write(value, undefined, exactScalar);
}
/**
 * A string that is the same for two values exactly when `append_unique` treats them as equal: equal as JSON values (`1`
 * and `1.0` are the same number, key order is irrelevant), and, as in himl, which inherits this from Python, `true`
 * equals 1 and `false` equals 0 (conformance case hierarchy-46).
 */
function listIdentity(value) {
    return write(value, undefined, (scalar) => typeof scalar === 'boolean' ? String(Number(scalar)) : scalarIdentity(scalar));
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
function exactScalar(scalar) {
    return typeof scalar === 'bigint' ? scalar.toString() : JSON.stringify(scalar);
}
/** `lineBreak` is a newline plus the indentation of the value itself; undefined writes everything on one line. */
function write(value, lineBreak, scalar) {
    if (value.kind === 'scalar')
        return scalar(value.value);
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

/***/ 5531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ MAX_WEIGHT),
/* harmony export */   x: () => (/* binding */ measure)
/* harmony export */ });
/** The maximum weight of an expanded configuration; a real one weighs a few thousand. */
const MAX_WEIGHT = 10 * 1024 * 1024;
/** Of maps and lists; measuring a scalar is trivial. */
const measures = new WeakMap();
/**
 * Measures a value in time proportional to its distinct nodes: a few shared nodes can expand to billions. Iterative,
 * because values built from placeholders may be deeper than the call stack.
 */
function measure(value) {
    const stack = [value];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        if (measured(top) !== undefined) {
            stack.pop();
            continue;
        }
        const found = measureOrPush(top, stack);
        if (found !== undefined)
            measures.set(top, found);
    }
    return measured(value) ?? { weight: 0, depth: 0 };
}
function measured(value) {
    if (value.kind !== 'scalar')
        return measures.get(value);
    return { weight: 1 + (typeof value.value === 'string' ? value.value.length : 0), depth: 0 };
}
/** Undefined if children have yet to be measured; they are then on the stack. */
function measureOrPush(value, stack) {
    let weight = 1;
    let depth = 0;
    const before = stack.length;
    const add = (child) => {
        const known = measured(child);
        if (known === undefined)
            stack.push(child);
        else {
            weight += known.weight;
            depth = Math.max(depth, known.depth);
        }
    };
    if (value.kind === 'list')
        value.children.forEach(add);
    else if (value.kind === 'map') {
        for (const key in value.children) {
            weight += key.length;
            const child = value.children[key];
            if (child !== undefined)
                add(child);
        }
    }
    return stack.length > before ? undefined : { weight, depth: depth + 1 };
}


/***/ }),

/***/ 1377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ orderProblems)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);

/** Sorts problems by file, line and column, and removes duplicates. */
function orderProblems(problems) {
    if (problems.length < 2)
        return problems;
    const distinct = new Map(problems.map((each) => [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(each), each]));
    return [...distinct.entries()].sort(compare).map(([, each]) => each);
}
function compare([textA, a], [textB, b]) {
    return (order(a.place?.file ?? '', b.place?.file ?? '') ||
        order(a.place?.line ?? 0, b.place?.line ?? 0) ||
        order(a.place?.column ?? 0, b.place?.column ?? 0) ||
        order(textA, textB));
}
function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 5878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseLayer)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/hierarchy/measure.ts
var measure = __webpack_require__(5531);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/scalar.ts
/* PyYAML's own expressions (`yaml/resolver.py`), in its order: the first match decides. */
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/u;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;
const INTEGER = /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/u;
const NULL = /^(?:~|null|Null|NULL|)$/u;
const BOOLEANS = new Map([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['false', false],
    ['on', true],
    ['off', false],
]);
/** Resolves a plain scalar without a tag. */
function resolvePlain(text) {
    if (BOOLEAN.test(text))
        return toBoolean(text);
    if (FLOAT.test(text))
        return toFloat(text);
    if (INTEGER.test(text))
        return toInteger(text);
    if (NULL.test(text))
        return { value: null };
    return { value: text };
}
/** Resolves a scalar with a standard tag (`str`, `int` …); undefined if the tag is not a standard one for scalars. */
function resolveTagged(tag, text) {
    switch (tag) {
        case 'tag:yaml.org,2002:str':
            return { value: text };
        case 'tag:yaml.org,2002:int':
            return toInteger(text);
        case 'tag:yaml.org,2002:float':
            return toFloat(text);
        case 'tag:yaml.org,2002:bool':
            return toBoolean(text);
        case 'tag:yaml.org,2002:null':
            return { value: null };
        default:
            return undefined;
    }
}
function toBoolean(text) {
    const value = BOOLEANS.get(text.toLowerCase());
    return value === undefined ? { error: `"${text}" is not a boolean.` } : { value };
}
function toInteger(text) {
    const { negative, digits } = splitSign(text);
    const magnitude = integerMagnitude(digits);
    if (magnitude === undefined)
        return { error: `"${text}" is not an integer.` };
    const value = negative ? -magnitude : magnitude;
    const small = Number(value);
    return { value: Number.isSafeInteger(small) ? small : value };
}
/** Binary, hexadecimal, octal with a leading 0, sexagesimal (`1:30` is 90), decimal. */
function integerMagnitude(digits) {
    if (/^0b[01]+$/u.test(digits) || /^0x[0-9a-fA-F]+$/u.test(digits))
        return BigInt(digits);
    if (/^0[0-7]*$/u.test(digits))
        return BigInt(`0o${digits}`);
    if (/^[1-9][0-9]*$/u.test(digits))
        return BigInt(digits);
    if (!/^[0-9]+(?::[0-9]+)+$/u.test(digits))
        return undefined;
    return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}
function toFloat(text) {
    const { negative, digits } = splitSign(text);
    if (/^(?:\.inf|\.nan|inf|infinity|nan)$/iu.test(digits))
        return notFinite(text);
    if (!/^(?:[0-9]+:)*(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/u.test(digits)) {
        return { error: `"${text}" is not a number.` };
    }
    const magnitude = digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    if (!Number.isFinite(magnitude))
        return notFinite(text);
    return { value: negative ? -magnitude : magnitude };
}
function notFinite(text) {
    return { error: `The number ${text} has no JSON representation, so no variable can have it as its value.` };
}
function splitSign(text) {
    const plain = text.trim().replaceAll('_', '');
    return { negative: plain.startsWith('-'), digits: plain.replace(/^[-+]/u, '') };
}

// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(5686);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/node-reader.ts
/** Converts the nodes of a YAML document into values: tags, keys, merge keys, anchors and aliases. */





const MAP_TAG = 'tag:yaml.org,2002:map';
const LIST_TAG = 'tag:yaml.org,2002:seq';
const STANDARD_TAGS = 'str, int, float, bool, null, map and seq';
const MERGE_TAGS = '!append, !append_unique, !override, !prepend and !remove';
/** Reads the nodes of one document in source order; errors are collected in `problems`. */
class NodeReader {
    problems = [];
    #source;
    #anchors = new Map();
    #depth = 0;
    #aliased = 0;
    #sops;
    constructor(source) {
        this.#source = source;
    }
    /** Whether the file has values that SOPS encrypted. */
    get isEncrypted() {
        return this.#sops !== undefined;
    }
    /** The value of a node; undefined if it cannot be read at all, which is then reported. */
    read(node) {
        return this.#readNode(node);
    }
    #readNode(node) {
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#readAlias(node);
        if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node))
            return undefined;
        const anchor = node.anchor;
        if (anchor === undefined)
            return this.#readContent(node);
        if (this.#anchors.has(anchor))
            this.#report(node, `The anchor "&${anchor}" is defined twice in this file.`);
        this.#anchors.set(anchor, { kind: 'open' });
        const value = this.#readContent(node);
        this.#anchors.set(anchor, value === undefined ? { kind: 'failed' } : { kind: 'read', value });
        return value;
    }
    #readContent(node) {
        if (node.tag === '!remove' && !(0,dist/* isMap */.jh)(node))
            return this.#readRemoval(node);
        if ((0,dist/* isScalar */.jn)(node))
            return this.#readScalar(node);
        this.#depth += 1;
        const value = (0,dist/* isMap */.jh)(node) ? this.#readMap(node) : this.#readList(node);
        this.#depth -= 1;
        return value;
    }
    /** An alias is a copy: values are immutable, so the same object is returned. */
    #readAlias(node) {
        const anchor = this.#anchors.get(node.source);
        if (anchor === undefined)
            return this.#refuse(node, `The alias "*${node.source}" has no anchor before it.`);
        if (anchor.kind === 'open')
            return this.#refuse(node, `The alias "*${node.source}" is inside its own anchor.`);
        if (anchor.kind === 'failed')
            return undefined;
        const { weight, depth } = (0,measure/* measure */.x)(anchor.value);
        if (this.#depth + depth > hierarchy_value/* MAX_DEPTH */.lr)
            return this.#refuse(node, `This alias makes the file nest deeper than ${hierarchy_value/* MAX_DEPTH */.lr} levels.`);
        // A few lines of aliases to aliases can expand to billions of values.
        if (this.#aliased <= measure/* MAX_WEIGHT */.K && this.#aliased + weight > measure/* MAX_WEIGHT */.K) {
            this.#report(node, 'The aliases up to here expand to more than 10 MiB of configuration.');
        }
        this.#aliased += weight;
        return anchor.value;
    }
    #readScalar(node) {
        const text = this.#textOf(node);
        const resolved = this.#resolveScalar(node, text);
        if (resolved === undefined)
            return undefined;
        if ('error' in resolved)
            return this.#refuse(node, resolved.error, 'Quote it if it is meant as a string.');
        if (resolved.value === text && text.startsWith('ENC[AES256_GCM,'))
            return this.#encrypted(node);
        const scalar = (0,hierarchy_value/* scalarValue */.Um)(resolved.value, text, this.#origin(node));
        return scalar.templated ? { ...scalar, marks: this.#marks(node, text) } : scalar;
    }
    /** All values of a file that SOPS encrypted have the same problem, so that it is reported once. */
    #encrypted(node) {
        this.#sops ??= (0,problems/* problem */.CC)('layer', 'The file is encrypted with SOPS, which is not decrypted here.', {
            place: this.#origin(node),
            hint: 'Read the secret in Terraform, or pass it as an environment variable with {{env(NAME)}}.',
        });
        return (0,hierarchy_value/* brokenValue */.jV)(this.#sops, this.#origin(node));
    }
    /** Where each `{{` of a text over several lines is written; undefined if that is not certain. */
    #marks(node, text) {
        const [start = 0, end = 0] = node.range ?? [];
        const offsets = [...this.#source.text.slice(start, end).matchAll(/\{\{/gu)].map(({ index }) => start + index);
        const { line } = this.#origin(node);
        const places = offsets.map((offset) => this.#source.origin(offset));
        if (places.every((place) => place.line === line) || places.length !== text.split('{{').length - 1)
            return undefined;
        return places.map((place) => ({ line: place.line, column: place.column }));
    }
    /** PyYAML ends a block scalar without a line break where the file does. */
    #textOf(node) {
        const text = node.source ?? '';
        const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
        const endsHere = isBlock && (node.range?.[1] ?? 0) >= this.#source.text.length;
        return endsHere && /\S[ \t]*$/u.test(this.#lastLine()) && text.endsWith('\n') ? text.slice(0, -1) : text;
    }
    #lastLine() {
        const { text } = this.#source;
        return text.slice(text.lastIndexOf('\n') + 1);
    }
    /** `!remove` takes a key, or items of a list, out of the layers above. */
    #readRemoval(node) {
        if ((0,dist/* isScalar */.jn)(node) && (node.source ?? '') !== '') {
            this.#report(node, 'The tag "!remove" takes nothing, or a list of items.', 'Write "key: !remove" to remove a key.');
            return undefined;
        }
        const origin = this.#origin(node);
        const message = 'There is nothing in the layers above that "!remove" could remove.';
        const items = (0,dist/* isScalar */.jn)(node) ? 'key' : node.items.flatMap((item) => this.#readNode(item) ?? []);
        return { ...(0,hierarchy_value/* brokenValue */.jV)((0,problems/* problem */.CC)('merge', message, { place: origin }), origin), removes: items };
    }
    #resolveScalar(node, text) {
        // PyYAML resolves `! x` like a plain scalar, regardless of its style.
        if (node.tag === '!' || (node.tag === undefined && node.type === 'PLAIN'))
            return resolvePlain(text);
        if (node.tag === undefined)
            return { value: text };
        const resolved = resolveTagged(node.tag, text);
        if (resolved === undefined)
            this.#reportTag(node, node.tag);
        return resolved;
    }
    #readList(node) {
        const merge = hierarchy_value/* LIST_MERGES */.hJ.find((mode) => node.tag === `!${mode}`);
        if (merge === undefined && !this.#hasTag(node, LIST_TAG))
            return undefined;
        const children = node.items.flatMap((item) => this.#readNode(item) ?? []);
        const list = (0,hierarchy_value/* listValue */.a3)(children, this.#origin(node));
        return merge === undefined ? list : { ...list, merge };
    }
    #readMap(node) {
        const merge = node.tag === '!override' ? 'override' : undefined;
        if (merge === undefined && !this.#hasTag(node, MAP_TAG))
            return undefined;
        const own = (0,hierarchy_value/* createEntries */.dL)();
        const merged = [];
        const firstKeys = new Map();
        for (const pair of node.items) {
            if (isMergeKey(pair.key)) {
                merged.push(...this.#readMerged(pair));
                continue;
            }
            const key = this.#readKey(pair.key);
            const first = key === undefined ? undefined : firstKeys.get(key);
            if (key !== undefined && first !== undefined)
                this.#reportDuplicate(key, pair.key, first);
            if (key !== undefined && first === undefined)
                firstKeys.set(key, pair.key);
            const value = this.#readValueOf(pair);
            if (key !== undefined && value !== undefined)
                own[key] = value;
        }
        let children = own;
        if (merged.length > 0) {
            children = (0,hierarchy_value/* createEntries */.dL)();
            for (const each of merged)
                Object.assign(children, each.children);
            Object.assign(children, own);
        }
        const map = (0,hierarchy_value/* mapValue */.IS)(children, this.#origin(node));
        return merge === undefined ? map : { ...map, merge };
    }
    /** Keys stay as written: `no`, `1.10` and `2020-01-02` are strings. */
    #readKey(node) {
        if ((0,dist/* isAlias */.Vj)(node)) {
            const value = this.#readAlias(node);
            if (value === undefined || value.kind === 'scalar')
                return value?.spelling;
        }
        else if ((0,dist/* isScalar */.jn)(node)) {
            // Without a tag or anchor it is not resolved: even `.inf` is a valid key.
            if (node.anchor === undefined && node.tag === undefined)
                return this.#visible(node, node.source ?? '');
            const value = this.#readNode(node);
            return value?.kind === 'scalar' ? value.spelling : undefined;
        }
        const hint = (0,dist/* isMap */.jh)(node) && node.flow === true ? 'A placeholder must be quoted: "{{key}}".' : undefined;
        this.#report(node, 'A key must be a string, not a map or list.', hint);
        return undefined;
    }
    /** A key with blanks around it that nobody sees is none of the keys that it looks like. */
    #visible(node, key) {
        const hidden = /^[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]|[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]$/u.exec(key)?.[0];
        if (hidden === undefined || node.type !== 'PLAIN')
            return key;
        const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        this.#report(node, `The key begins or ends with the character U+${code}, which looks like nothing or a blank.`, 'Delete it, or write a blank instead.');
        return key;
    }
    /** The maps behind a `<<`, in order of increasing precedence: the first of a list wins. */
    #readMerged(pair) {
        const value = this.#readValueOf(pair);
        if (value === undefined)
            return [];
        if (value.kind === 'map')
            return [value];
        const maps = value.kind === 'list' ? value.children.filter((child) => child.kind === 'map') : [];
        if (value.kind === 'list' && maps.length === value.children.length)
            return maps.reverse();
        this.#report(pair.value ?? pair.key, 'The value of a merge key "<<" must be a map or a list of maps.');
        return [];
    }
    /** A key without a value, as in `{a, b}`, has no value node. */
    #readValueOf(pair) {
        return pair.value === null ? (0,hierarchy_value/* scalarValue */.Um)(null, '', this.#origin(pair.key)) : this.#readNode(pair.value);
    }
    #hasTag(node, expected) {
        if (node.tag === undefined || node.tag === '!' || node.tag === expected)
            return true;
        this.#reportTag(node, node.tag);
        return false;
    }
    #reportTag(node, tag) {
        const name = tag.replace(/^tag:yaml\.org,2002:/u, '!!');
        const kind = (0,dist/* isScalar */.jn)(node) ? 'scalar' : (0,dist/* isMap */.jh)(node) ? 'map' : 'list';
        this.#report(node, `The tag "${name}" is not supported on a ${kind}.`, `Known tags: ${STANDARD_TAGS}; for merging: ${MERGE_TAGS}.`);
    }
    #reportDuplicate(key, node, first) {
        const where = (0,problems/* formatPlace */.dE)(this.#origin(first));
        this.#report(node, `The key "${key}" is defined twice in the same map.`, `The first one is at ${where}.`);
    }
    #report(node, message, hint) {
        this.problems.push(this.#source.problem(offsetOf(node), message, hint));
    }
    /** Reports a problem and returns no value. */
    #refuse(node, message, hint) {
        this.#report(node, message, hint);
        return undefined;
    }
    #origin(node) {
        return this.#source.origin(offsetOf(node));
    }
}
/** Only a plain `<<` merges: quoted or tagged as a string, it is an ordinary key. */
function isMergeKey(node) {
    return (0,dist/* isScalar */.jn)(node) && node.type === 'PLAIN' && node.source === '<<' && (node.tag ?? '!') === '!';
}
function offsetOf(node) {
    return (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isAlias */.Vj)(node) ? (node.range?.[0] ?? 0) : 0;
}

// EXTERNAL MODULE: ./src/hierarchy/problem-order.ts
var problem_order = __webpack_require__(1377);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/source-text.ts


/** Longer lines are not shown with a problem: minified YAML would not help. */
const MAX_SHOWN_LINE = 400;
/** The text of one file; maps offsets to lines and columns. */
class SourceText {
    file;
    text;
    #lines = new dist/* LineCounter */.HN();
    /** A byte order mark is removed, since it does not count as a column. */
    constructor(file, text) {
        this.file = file;
        this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
        for (let start = 0; start >= 0; start = this.text.indexOf('\n', start) + 1 || -1)
            this.#lines.addNewLine(start);
    }
    /** The line and column of an offset, both counted from 1. */
    origin(offset) {
        const { line, col } = this.#lines.linePos(Math.max(0, Math.min(offset, this.text.length)));
        return { file: this.file, line, column: col };
    }
    /** The text of a line, counted from 1, without its end. */
    line(number) {
        const start = this.#lines.lineStarts[number - 1] ?? 0;
        const end = this.#lines.lineStarts[number] ?? this.text.length;
        return this.text.slice(start, end).replace(/[\r\n]+$/u, '');
    }
    /** A problem of code `yaml` at an offset, with its source line. */
    problem(offset, message, hint) {
        const place = this.origin(offset);
        const sourceLine = this.line(place.line);
        return (0,problems/* problem */.CC)('yaml', message, {
            place,
            hint,
            sourceLine: sourceLine.length > MAX_SHOWN_LINE || sourceLine.trim() === '' ? undefined : sourceLine,
        });
    }
}

;// CONCATENATED MODULE: ./src/hierarchy/yaml/parse.ts
/** Reads one YAML file of a layer into values with origins. */





/** The library only handles the grammar: `failsafe` reads every scalar as a string, which `scalar.ts` resolves. */
const OPTIONS = {
    version: '1.1',
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
};
/** PyYAML rejects these as well (`yaml/reader.py`). */
const NOT_PRINTABLE = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/**
 * Parses a file as PyYAML would, except that dates stay strings and that duplicate keys, unknown tags and a second
 * document are errors (README, "Layers"). `file` is used in origins.
 * Never throws: all errors in the file are returned as problems of code `yaml`.
 */
function parseLayer(file, text) {
    const source = new SourceText(file, text);
    const unprintable = NOT_PRINTABLE.exec(source.text);
    if (unprintable !== null) {
        const code = (unprintable[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return failed([source.problem(unprintable.index, `The character U+${code} is not allowed in YAML.`)]);
    }
    try {
        return readDocuments(source);
    }
    catch (error) {
        // The parser has no limit of its own: deep nesting and the like overflow the call stack with a RangeError.
        const message = error instanceof RangeError ? 'The file is nested too deeply.' : `Unreadable: ${String(error)}`;
        return failed([source.problem(0, message)]);
    }
}
function readDocuments(source) {
    const tokens = [...new dist/* Parser */.iX().parse(source.text)];
    const tooDeep = offsetBeyondDepth(tokens, hierarchy_value/* MAX_DEPTH */.lr);
    if (tooDeep !== undefined) {
        return failed([source.problem(tooDeep, `The file nests deeper than ${hierarchy_value/* MAX_DEPTH */.lr} levels.`)]);
    }
    const documents = [...new dist/* Composer */.Dk(OPTIONS).compose(tokens, true, source.text.length)];
    const [first, second] = documents;
    const broken = documents.flatMap((document) => syntaxProblems(document, source, tokens));
    if (broken.length > 0)
        return failed(broken);
    if (second !== undefined) {
        return failed([
            source.problem(second.range[0], 'A second document starts here: a layer file must be a single YAML document.'),
        ]);
    }
    const contents = first?.contents ?? undefined;
    return contents === undefined ? { value: undefined, problems: [] } : readTop(contents, source);
}
function readTop(contents, source) {
    const reader = new NodeReader(source);
    const value = reader.read(contents);
    if (reader.problems.length > 0)
        return failed(reader.problems);
    if (value === undefined || (0,hierarchy_value/* nameOfKind */.lI)(value) === 'null')
        return { value: undefined, problems: [] };
    if (value.kind === 'map') {
        // What SOPS keeps there is nobody's configuration.
        if (reader.isEncrypted)
            Reflect.deleteProperty(value.children, 'sops');
        return { value, problems: [] };
    }
    return failed([
        source.problem(contents.range[0], `The top level must be a mapping (key: value), not a ${(0,hierarchy_value/* nameOfKind */.lI)(value)}.`),
    ]);
}
/** One mistake often causes several errors: only the first on each line is reported. */
function syntaxProblems(document, source, tokens) {
    const byLine = new Map();
    for (const error of document.errors) {
        const [at] = error.pos;
        const line = source.origin(at).line;
        if (byLine.has(line))
            continue;
        const quote = quoteEndingAt(tokens, at, source);
        if (quote !== undefined && error.message.startsWith('Missing closing')) {
            byLine.set(line, source.problem(quote, 'This quote is never closed.', 'Close it where the text ends.'));
            continue;
        }
        const message = /[.!?]$/u.test(error.message) ? error.message : `${error.message}.`;
        byLine.set(line, source.problem(at, message, quoteHint(quote, source) ?? placeholderHint(source.line(line))));
    }
    return [...byLine.values()];
}
/** `a: {{b}}/x` */
function placeholderHint(line) {
    const [, text] = /(?:^|[:\-,[]\s+)(\{\{.*?\}\}[^#,\]]*)/u.exec(line) ?? [];
    return text === undefined ? undefined : `A text that begins with a placeholder must be quoted: "${text.trim()}".`;
}
function quoteHint(quote, source) {
    if (quote === undefined)
        return undefined;
    return `A quote that opens in line ${source.origin(quote).line} is closed only here: it may be missing there.`;
}
/** Where a quoted text over several lines opens that ends in the line of an offset, or behind it. */
function quoteEndingAt(tokens, at, source) {
    const { line } = source.origin(at);
    const stack = [...tokens];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        if (!isObject(top))
            continue;
        if ('type' in top && 'offset' in top && 'source' in top && /-quoted-scalar$/u.test(String(top.type))) {
            const offset = Number(top.offset);
            const [first, last] = [offset, offset + String(top.source).length].map((each) => source.origin(each).line);
            if (first !== undefined && last !== undefined && first < last && last >= line)
                return offset;
        }
        if ('items' in top && Array.isArray(top.items))
            for (const item of top.items)
                stack.push(item);
        for (const part of partsOf(top))
            stack.push(part);
    }
    return undefined;
}
function failed(problems) {
    return { value: undefined, problems: (0,problem_order/* orderProblems */.x)(problems) };
}
/** Where the tokens first nest deeper than `limit`. Checked before composing, because the composer is recursive. */
function offsetBeyondDepth(tokens, limit) {
    const stack = tokens.map((token) => [token, 0]);
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        const [token, depth] = top;
        if (depth > limit)
            return 'offset' in token && typeof token.offset === 'number' ? token.offset : 0;
        if ('items' in token && Array.isArray(token.items)) {
            for (const item of token.items) {
                for (const child of partsOf(item))
                    stack.push([child, depth + 1]);
            }
        }
        else if ('value' in token && isObject(token.value)) {
            stack.push([token.value, depth]);
        }
    }
    return undefined;
}
function partsOf(item) {
    if (!isObject(item))
        return [];
    return [...('key' in item ? [item.key] : []), ...('value' in item ? [item.value] : [])].filter(isObject);
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ noLayers),
/* harmony export */   Q: () => (/* binding */ isLayerFile)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
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

/***/ 2857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ cloudOfPath),
/* harmony export */   _8: () => (/* binding */ leavesAt),
/* harmony export */   g6: () => (/* binding */ findLeaves),
/* harmony export */   k$: () => (/* binding */ compositionOf),
/* harmony export */   o3: () => (/* binding */ describeLeaf),
/* harmony export */   uq: () => (/* binding */ otherTools)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4330);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9368);
/** Leaves: the directories that each represent one Terraform root module in one place. */




const COMPOSITION = 'composition=';
const TERRAFORM = 'terraform=';
/**
 * Finds all leaves among the paths of a project's files (relative to the project root). A `composition=T` that has
 * `K=…` folders is not a leaf itself; of those folders, only `terraform=` ones are leaves.
 *
 * @param isTerraform whether a `composition=X` is Terraform's, and not another tool's
 */
function findLeaves(paths, isTerraform = () => true) {
    /** `composition=T` directories, and whether they have `K=…` folders. */
    const compositions = new Map();
    const leafPaths = new Set();
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
        if (isLayer && child.startsWith(TERRAFORM))
            leafPaths.add(`${directory}/${child}`);
    }
    const others = [];
    for (const [directory, hasLayers] of compositions) {
        if (hasLayers || directory.endsWith(COMPOSITION))
            continue;
        if (isTerraform(compositionOf(directory)))
            leafPaths.add(directory);
        else
            others.push(directory);
    }
    return {
        leaves: [...leafPaths].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo).map((path) => describeLeaf(path)),
        others: others.sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo),
    };
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
    return path.slice(path.lastIndexOf('=') + 1);
}
/**
 * Derives a leaf from its path.
 *
 * @param roots folders that may be the first layer, if it is not the first part of the path
 */
function describeLeaf(path, roots = []) {
    const parts = path.split('/');
    const last = parts.at(-1) ?? '';
    const compositionAt = parts.findIndex((part) => part.startsWith(COMPOSITION));
    const root = roots.find((each) => path.startsWith(`${each}/`)) ?? '';
    return {
        path,
        place: parts.slice(0, compositionAt).join('/'),
        composition: last.slice(last.indexOf('=') + 1),
        layers: parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((layer) => layer.length >= root.length),
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
 * @throws ProblemError if there are none; its hint names the most similar path
 */
function leavesAt(leaves, path, others = []) {
    const wanted = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/\/+$/u, '');
    const found = leaves.filter((leaf) => leaf.path === wanted || leaf.path.startsWith(`${wanted}/`));
    if (found.length > 0)
        return found;
    const other = others.find((each) => each === wanted || each.startsWith(`${wanted}/`));
    if (other !== undefined) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('leaf', `"${other}" is no leaf: there is no Terraform folder "${compositionOf(other)}".`, {
            hint: 'Create the folder below terraform.local_path, or check the name and terraform.root_path.',
        });
    }
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(wanted, leaves.flatMap((leaf) => leaf.layers));
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('leaf', `There is no leaf at or below "${wanted}".`, {
        hint: closest === undefined
            ? "A leaf is a directory such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc that has a file in it, below one of the settings' config_roots (default: config)."
            : `Did you mean "${closest}"?`,
    });
}


/***/ }),

/***/ 4768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Id: () => (/* binding */ sourceFolder),
/* harmony export */   U8: () => (/* binding */ openProject),
/* harmony export */   bM: () => (/* binding */ findLeavesOf),
/* harmony export */   c7: () => (/* binding */ openEarlierProject),
/* harmony export */   tQ: () => (/* binding */ terraformNames),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4427);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4330);
/* harmony import */ var _base_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2301);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9574);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2857);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7918);
/** A project at one snapshot: its settings, its leaves, and the source folder of each leaf. */








/**
 * Reads a project's settings.
 *
 * @throws ProblemError if they are invalid or require a newer kompos
 */
async function openProject(snapshot, root) {
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP);
    const file = snapshot.file(path);
    if (file === undefined)
        return { snapshot, root, settings: _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6, warnings: [] };
    await snapshot.load([file]);
    const decoded = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeText */ .g)(path, snapshot.read(file), 'settings');
    if ('problem' in decoded)
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm([decoded.problem]);
    const { settings, warnings } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSettings */ .P$)(path, decoded.text);
    const least = settings.minVersion === undefined ? null : (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(settings.minVersion, { includePrerelease: true });
    if (least !== null && !(0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)((0,_base_version_js__WEBPACK_IMPORTED_MODULE_4__/* .version */ .r)(), least)) {
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm([(0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .versionTooOld */ .MB)(path, least.version, (0,_base_version_js__WEBPACK_IMPORTED_MODULE_4__/* .version */ .r)())]);
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
        return { snapshot, root, settings: _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6, warnings: [], unreadable: error.problems };
    }
}
/** An absolute path, or one that a shell would expand. */
function notRelative(name, written) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `Setting "terraform.${name}" is "${written}", but it must be inside of the repository.`, {
        place: { file: _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP },
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
        const own = files.filter(({ path }) => path.startsWith(folder) && !path.includes(`/${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .RUNTIME_FOLDER */ .M}/`));
        const inner = own.flatMap(({ path }) => path.endsWith(`/${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}`) ? [path.slice(0, -_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP.length)] : []);
        for (const { path } of own) {
            if (!inner.some((each) => path.startsWith(each)))
                paths.push(path.slice(prefix.length));
        }
    }
    const { leaves, others } = (0,_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .findLeaves */ .g6)(paths, openKnownNames(project));
    return { leaves: leaves.map(({ path }) => (0,_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path, settings.configRoots)), others };
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
        return folder !== '' && snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, `${folder}/${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}`)) !== undefined;
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
    return (name) => {
        const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
        if (compositionOrder.includes(name) || excludedKeys.has(name) || filteredKeys.has(name))
            return true;
        names ??= terraformNames(project);
        return names.has(name);
    };
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
    if (/^(?:[/~\\]|[A-Za-z]:)/u.test(localPath))
        throw notRelative('local_path', localPath);
    if (/^[~\\]/u.test(rootPath))
        throw notRelative('root_path', rootPath);
    const inside = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(rootPath, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(cloud ?? (0,_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .cloudOfPath */ .Qv)(leaf) ?? '', leaf.composition));
    const folder = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(project.root, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(localPath, inside));
    if ((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .leadsOut */ .qm)(folder) || (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .leadsOut */ .qm)(inside)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `The composition folder of ${leaf.path} would be "${folder}", outside of the repository.`, {
            hint: `Fix terraform.local_path or terraform.root_path in ${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}, or the configuration's cloud.type.`,
        });
    }
    return folder;
}


/***/ }),

/***/ 7918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tP: () => (/* binding */ SETTINGS_FILE),
  L6: () => (/* binding */ defaultSettings),
  P$: () => (/* binding */ parseSettings),
  MB: () => (/* binding */ versionTooOld)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@cfworker/json-schema/dist/esm/validator.js + 6 modules
var validator = __webpack_require__(207);
// EXTERNAL MODULE: ./src/hierarchy/yaml/parse.ts + 3 modules
var parse = __webpack_require__(5878);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(5686);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(9368);
;// CONCATENATED MODULE: ./src/project/settings-schema.ts
const compositionLists = {
    type: 'object',
    description: 'Lists of top-level configuration keys, by composition.',
    additionalProperties: { type: 'array', items: { type: 'string' } },
};
const driftRule = {
    type: 'object',
    description: 'Known and wanted drift. An omitted field matches everything.',
    additionalProperties: false,
    required: ['reason'],
    minProperties: 2,
    properties: {
        leaf: { type: 'string', description: 'Leaf paths; a path above leaves matches all below it.', pattern: '\\S' },
        address: { type: 'string', description: 'Resource addresses; * matches anything.', pattern: '\\S' },
        attribute: {
            type: 'string',
            description: 'Attributes, such as "tags" or "tags.Owner". Without one, a missing resource is ignored too.',
            pattern: '\\S',
        },
        reason: { type: 'string', description: 'Why the drift is wanted; shown in reports.', pattern: '\\S' },
    },
};
const properties = {
    min_version: {
        type: 'string',
        description: 'The oldest kompos version that may run this project.',
        pattern: '^v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?$',
    },
    list_merge: {
        description: 'How lists of two layers are merged.',
        enum: ['append', 'append_unique', 'override', 'prepend'],
    },
    tool: {
        description: 'The program that runs the leaves. Default: what is on PATH, Terraform first.',
        enum: ['terraform', 'tofu'],
    },
    config_roots: {
        type: 'array',
        description: 'The folders that hold the layers and leaves, relative to the project root. Default: config.',
        items: { type: 'string', pattern: '^(?!/|~|\\.\\.(/|$)).' },
    },
    compositions: {
        type: 'object',
        additionalProperties: false,
        properties: {
            order: {
                type: 'object',
                additionalProperties: false,
                properties: {
                    terraform: {
                        type: 'array',
                        description: 'The order in which the compositions of one place run; unlisted ones come last, by name.',
                        items: { type: 'string' },
                    },
                },
            },
            config_keys: {
                type: 'object',
                additionalProperties: false,
                properties: {
                    excluded: {
                        ...compositionLists,
                        description: 'Top-level keys that a composition does not get, by composition.',
                    },
                    filtered: {
                        ...compositionLists,
                        description: 'The only top-level keys that a composition gets, by composition.',
                    },
                },
            },
        },
    },
    terraform: {
        type: 'object',
        additionalProperties: false,
        properties: {
            version: {
                type: 'string',
                description: 'The required version of Terraform, not of OpenTofu: exact, a constraint, or a prefix such as "v1" or "1.11".',
            },
            versioned_module_sources: {
                type: 'boolean',
                default: true,
                description: 'Whether *.tf.versioned templates are rendered; false skips them with a warning.',
            },
            local_path: {
                type: 'string',
                default: 'compositions/terraform',
                description: 'The folder of the compositions, relative to the project root.',
            },
            root_path: { type: 'string', default: '', description: 'A folder below local_path.' },
        },
    },
    drift: {
        type: 'object',
        additionalProperties: false,
        properties: { ignore: { type: 'array', description: 'Rules for drift to ignore.', items: driftRule } },
    },
};
const settingsSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kompos settings',
    description: 'The file .komposconfig.yaml in the project root. Every key is optional.',
    type: 'object',
    additionalProperties: false,
    properties: {
        ...properties,
        komposconfig: {
            type: 'object',
            description: 'The same keys, one level down.',
            additionalProperties: false,
            properties,
        },
    },
};

;// CONCATENATED MODULE: ./src/project/settings.ts
/** Reads `.komposconfig.yaml`, validates it against the schema, and applies defaults. */







const SETTINGS_FILE = '.komposconfig.yaml';
const TOOLS = ['terraform', 'tofu'];
/** The settings of a project without a settings file. */
const defaultSettings = {
    compositionOrder: [],
    excludedKeys: new Map(),
    filteredKeys: new Map(),
    tool: undefined,
    terraformVersion: undefined,
    versionedModuleSources: true,
    localPath: 'compositions/terraform',
    rootPath: '',
    listMerge: 'append',
    configRoots: ['config'],
    minVersion: undefined,
    driftIgnore: [],
};
/**
 * Parses the text of a settings file. Unknown keys are warnings.
 *
 * @param file path from the repository root, for messages
 * @throws ProblemError with all wrong types and values
 */
function parseSettings(file, text) {
    const { value: root, problems } = (0,parse/* parseLayer */.R)(file, text);
    (0,base_problems/* throwOnErrors */.pe)(problems);
    if (root === undefined)
        return { settings: defaultSettings, warnings: [] };
    const found = validate(file, root);
    (0,base_problems/* throwOnErrors */.pe)(found);
    // Newer projects put the keys below `komposconfig:`, which takes precedence over the top level.
    const nested = child(root, 'komposconfig');
    const at = (...keys) => descend(nested, keys) ?? descend(root, keys);
    return {
        settings: {
            compositionOrder: texts(at('compositions', 'order', 'terraform')),
            excludedKeys: textLists(at('compositions', 'config_keys', 'excluded')),
            filteredKeys: textLists(at('compositions', 'config_keys', 'filtered')),
            tool: TOOLS.find((each) => each === textOf(at('tool'))),
            terraformVersion: textOf(at('terraform', 'version')),
            versionedModuleSources: scalarOf(at('terraform', 'versioned_module_sources')) !== false,
            localPath: textOf(at('terraform', 'local_path')) ?? defaultSettings.localPath,
            rootPath: textOf(at('terraform', 'root_path')) ?? defaultSettings.rootPath,
            listMerge: value/* LIST_MERGES */.hJ.find((each) => each === textOf(at('list_merge'))) ?? defaultSettings.listMerge,
            configRoots: rootsOf(texts(at('config_roots'))),
            minVersion: textOf(at('min_version')),
            driftIgnore: driftRules(at('drift', 'ignore')),
        },
        warnings: found,
    };
}
function validate(file, root) {
    const { errors } = new validator/* Validator */.D(settingsSchema, '2020-12', false).validate(plain(root));
    const ofKompos = [];
    const found = errors.flatMap((unit) => {
        const keys = unit.instanceLocation.split('/').slice(1).map(decodePointer);
        const place = descend(root, keys)?.origin ?? { file };
        const name = keys.join('.');
        switch (unit.keyword) {
            // A property that no schema describes: the boolean schema `false` rejects it.
            case 'false':
                // With a glob's key misspelled, a rule would ignore more drift than intended.
                if (/(^|\.)drift\.ignore\.\d+\./u.test(name)) {
                    return [(0,base_problems/* problem */.CC)('settings', `Setting "${name}" is unknown.`, { place, hint: didYouMean(keys) })];
                }
                if (MEANS_NOTHING_HERE.test(name)) {
                    ofKompos.push(name);
                    return [];
                }
                return [(0,base_problems/* warning */.$e)('settings', `Unknown setting "${name}": it has no effect.`, { place, hint: didYouMean(keys) })];
            case 'type':
            case 'enum':
            case 'pattern':
                return [
                    (0,base_problems/* problem */.CC)('settings', `Setting "${name}": ${explain(unit)}`, { place, hint: quoteHint(unit, root, keys) }),
                ];
            // Only rules of `drift.ignore` have required keys.
            case 'required':
            case 'minProperties':
                return [
                    (0,base_problems/* problem */.CC)('settings', `Setting "${name}": ${explain(unit)}`, {
                        place,
                        hint: 'A rule needs a reason and at least one of leaf, address and attribute.',
                    }),
                ];
            default:
                return [];
        }
    });
    if (ofKompos.length === 0)
        return found;
    const message = `These settings of the original Kompos mean nothing here: ${ofKompos.join(', ')}.`;
    return [...found, (0,base_problems/* warning */.$e)('settings', message, { place: { file } })];
}
/** Known to the original, for its other engines, its generators and its own output folders. */
const MEANS_NOTHING_HERE = /^(?:komposconfig\.)?(?:vault|helm|helmfile|helmfiles|tfe|defaults|terragrunt|compositions\.(?:properties|build_order|generate|order\.(?!terraform$)[^.]+|config_keys\.system_keys)|terraform\.(?:base_output_dir|output_subdir|versioned_extension|remote_path|repo_[a-z]+|generate[a-z_]*))$/u;
function explain(unit) {
    return unit.error.replace(/^Instance /u, 'the value ').replace(/\.$/u, '') + '.';
}
/** The most common type error is a version such as 1.10, which YAML reads as a number. */
function quoteHint(unit, root, keys) {
    if (!unit.error.includes('Expected "string"'))
        return undefined;
    const value = descend(root, keys);
    return value?.kind === 'scalar' && typeof value.value === 'number'
        ? `Put it in quotes: "${value.spelling}".`
        : undefined;
}
function didYouMean(keys) {
    const last = keys.at(-1) ?? '';
    const known = knownKeys(keys.slice(0, -1));
    const closest = (0,closest_name/* nearest */.p)(last, known);
    if (closest !== undefined)
        return `Did you mean "${closest}"?`;
    return known.length > 0 ? `Known here: ${known.join(', ')}.` : undefined;
}
/** The keys that the schema defines below a path. */
function knownKeys(keys) {
    let schema = settingsSchema;
    for (const key of keys)
        schema = property(schema, 'items') ?? property(property(schema, 'properties'), key);
    const properties = property(schema, 'properties');
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}
function property(value, key) {
    return typeof value === 'object' && value !== null
        ? new Map(Object.entries(value)).get(key)
        : undefined;
}
function decodePointer(part) {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
/** The value as plain JSON data; integers too large for a number become strings. */
function plain(value) {
    if (value.kind === 'list')
        return value.children.map(plain);
    if (value.kind === 'map')
        return Object.fromEntries(Object.entries(value.children).map(([key, each]) => [key, plain(each)]));
    return typeof value.value === 'bigint' ? value.value.toString() : value.value;
}
function child(value, key) {
    return value?.kind === 'map' ? value.children[key] : undefined;
}
function descend(value, keys) {
    let at = value;
    for (const key of keys)
        at = at?.kind === 'list' ? at.children[Number(key)] : child(at, key);
    return at;
}
function scalarOf(value) {
    return value?.kind === 'scalar' ? value.value : undefined;
}
function textOf(value) {
    const scalar = scalarOf(value);
    return typeof scalar === 'string' ? scalar : undefined;
}
function texts(value) {
    return value?.kind === 'list' ? value.children.flatMap((each) => textOf(each) ?? []) : [];
}
/** Without `./` and a slash at the end. */
function rootsOf(written) {
    const roots = written.map((each) => external_node_path_.posix.normalize(each).replace(/\/+$/u, ''));
    return roots.length === 0 ? defaultSettings.configRoots : [...new Set(roots)];
}
function textLists(value) {
    if (value?.kind !== 'map')
        return new Map();
    return new Map(Object.entries(value.children).map(([key, list]) => [key, texts(list)]));
}
function driftRules(value) {
    if (value?.kind !== 'list')
        return [];
    return value.children.map((rule) => ({
        leaf: textOf(child(rule, 'leaf')),
        address: textOf(child(rule, 'address')),
        attribute: textOf(child(rule, 'attribute')),
        reason: textOf(child(rule, 'reason')) ?? '',
    }));
}
/** The problem of a kompos version that is too old for the project. */
function versionTooOld(file, minVersion, version) {
    return (0,base_problems/* problem */.CC)('settings', `This project needs kompos ${minVersion} or newer; this is ${version}.`, {
        place: { file },
        hint: `Update the workflow's "uses:" line to a newer release, or remove min_version from ${(0,base_problems/* formatPlace */.dE)({ file })} if it counts the original Kompos's versions.`,
    });
}


/***/ }),

/***/ 7173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ withUnusedSettings)
/* harmony export */ });
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4330);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4768);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7918);
/** Settings and files that name nothing: most likely a name is misspelled. */






/** The project with warnings about what has no effect although it looks as if it should. */
function withUnusedSettings(project) {
    return { ...project, warnings: [...project.warnings, ...unknownCompositions(project), ...misnamedFiles(project)] };
}
function unknownCompositions(project) {
    const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
    const named = [
        ...compositionOrder.map((name) => ['compositions.order.terraform', name]),
        ...[...excludedKeys.keys()].map((name) => ['compositions.config_keys.excluded', name]),
        ...[...filteredKeys.keys()].map((name) => ['compositions.config_keys.filtered', name]),
    ];
    if (named.length === 0)
        return [];
    const { leaves, others } = (0,_project_js__WEBPACK_IMPORTED_MODULE_3__/* .findLeavesOf */ .bM)(project);
    const used = new Set([...leaves.map(({ composition }) => composition), ...others.map(_leaves_js__WEBPACK_IMPORTED_MODULE_2__/* .compositionOf */ .k$)]);
    for (const name of (0,_project_js__WEBPACK_IMPORTED_MODULE_3__/* .terraformNames */ .tQ)(project))
        used.add(name);
    const place = { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(project.root, _settings_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTINGS_FILE */ .tP) };
    return named
        .filter(([, name]) => !used.has(name))
        .map(([setting, name]) => {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, used);
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('settings', `Setting "${setting}": no composition is named "${name}".`, {
            place,
            hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
        });
    });
}
function misnamedFiles({ snapshot, root, settings }) {
    const sources = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(root, settings.localPath);
    const names = ['.komposconfig.yml', '.komposconfig.yaml.yml', 'komposconfig.yaml', 'komposconfig.yml'];
    const files = names.filter((name) => snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(root, name)) !== undefined);
    const templates = snapshot.files().filter(({ path }) => path.startsWith(`${sources}/`) && isMisnamedTemplate(path));
    return [
        ...files.map((name) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('settings', `This file is not read: settings are in ${_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTINGS_FILE */ .tP}.`, {
            place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(root, name) },
            hint: `Rename it to ${_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTINGS_FILE */ .tP}.`,
        })),
        ...templates.map(({ path }) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('template', 'This file is no template, so no pin is put into it.', {
            place: { file: path },
            hint: `Templates are named X.tf.versioned: rename it to ${templateName(path.slice(path.lastIndexOf('/') + 1))}.`,
        })),
    ];
}
/** `main.TF.versioned`, `main.tf.Versioned`, `main.versioned.tf`, `main.tf.version` */
function isMisnamedTemplate(path) {
    if (/\.(?:tf|tofu)(?:\.json)?\.versioned$/u.test(path))
        return false;
    return /\.(?:tf|tofu)(?:\.json)?\.version(?:e|ed|s)?$|\.version(?:e|ed|s)?\.(?:tf|tofu)(?:\.json)?$/iu.test(path);
}
function templateName(name) {
    const end = /(?:\.version(?:e|ed|s)?|\.(?:tf|tofu)(?:\.json)?){2}$/iu.exec(name)?.[0] ?? '';
    const language = /\.(?:tf|tofu)(?:\.json)?/iu.exec(end)?.[0].toLowerCase() ?? '.tf';
    return `${name.slice(0, name.length - end.length)}${language}.versioned`;
}


/***/ }),

/***/ 3000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   H9: () => (/* binding */ isPlainSpelling),
/* harmony export */   Jn: () => (/* binding */ readExpression),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
const PLAIN = { kind: 'plain' };
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
        case 'operation':
        case 'unary_operation':
        case 'binary_operation':
            // Operators give numbers and booleans.
            return { kind: 'aside', of: termsOf(node.namedChildren) };
        case 'object_elem':
            return readElement(node).all;
        case 'conditional': {
            const [condition, ...branches] = node.namedChildren.filter(({ type }) => type !== 'comment');
            if (condition === undefined || branches.length !== 2)
                return unreadable(node);
            return { kind: 'any', of: [{ kind: 'aside', of: [readExpression(condition)] }, ...branches.map(readExpression)] };
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
function readTerm(node) {
    const [head, ...steps] = node.namedChildren.filter(({ type }) => type !== 'comment');
    return head === undefined ? unreadable(node) : readSteps(head, steps);
}
/** A term with `.name`, `["name"]`, `[*]` behind it. */
function readSteps(head, steps) {
    const term = readExpression(head);
    const path = [];
    const indices = [];
    let isStatic = term.kind === 'reference' && head.type === 'variable_expr';
    for (const step of steps) {
        const name = step.type === 'get_attr' ? step.namedChildren[0]?.text.normalize('NFC') : undefined;
        const index = step.type === 'index' ? step.descendantsOfType('expression')[0] : undefined;
        const read = index === undefined ? undefined : readExpression(index);
        const key = name ?? (read?.kind === 'text' ? read.text : undefined);
        if (key === undefined)
            isStatic = false;
        if (isStatic && key !== undefined)
            path.push(key);
        // An index may read a file; what it gives is no part of the value.
        if (read !== undefined && read.kind !== 'text' && read.kind !== 'plain')
            indices.push(read);
    }
    const isCut = steps.length > 0 && !isStatic;
    const value = steps.length === 0 ? term : stepInto(term, path, isCut);
    return indices.length === 0 ? value : { kind: 'any', of: [value, { kind: 'aside', of: indices }] };
}
/** What is inside of a literal object is not told apart: its entries are those of the whole. */
function stepInto(term, path, isCut) {
    if (term.kind === 'reference')
        return { ...term, path, isCut };
    return term.kind === 'any' ? { ...term, entries: undefined } : term;
}
/** A number or boolean. Numbers with another spelling in a text than here are not told. */
function readPlain(text) {
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
    };
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
  tc: () => (/* binding */ runsBetween)
});

// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var expression = __webpack_require__(3000);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-nodes.ts
var hcl_nodes = __webpack_require__(9987);
// EXTERNAL MODULE: ./src/rendering/hcl/module-code.ts
var module_code = __webpack_require__(9254);
// EXTERNAL MODULE: ./src/rendering/hcl/parse-hcl.ts + 1 modules
var parse_hcl = __webpack_require__(1321);
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
            declared.push({ name: label, type: typeOf(block) });
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
    for (;;) {
        node = node?.nextNamedSibling ?? null;
        const step = node === null ? undefined : stepOf(node);
        if (step === undefined)
            return { value: { from, name, path }, steps: path.length + 1 };
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
        return {
            blocks,
            literals,
            expressions,
            backends,
            errors,
            variables: readVariableUse(root, this.text),
            code: (0,module_code/* readModuleCode */.Qx)(root, errors[0]?.line),
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
        const value = (0,expression/* readExpression */.Jn)(node);
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
        return [{ name: `${prefix}${(0,hcl_nodes/* attributeName */.CK)(child) ?? ''}`, start: expression.startIndex, end: expression.endIndex }];
    });
}


/***/ }),

/***/ 9735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ loadHclParser)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var web_tree_sitter__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33);
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

/***/ 9987:
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

/***/ 4780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ asHeredoc),
/* harmony export */   Uy: () => (/* binding */ readJsonCode),
/* harmony export */   rF: () => (/* binding */ bodies),
/* harmony export */   wn: () => (/* binding */ HEREDOC_START),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3000);
/* harmony import */ var _module_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9254);


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
    for (const [type, content] of bodies(root)) {
        switch (type) {
            case 'locals':
                for (const [name, value] of bodies(content))
                    locals.push({ name, value: read(value) });
                break;
            case 'variable':
                for (const [name, body] of bodies(content)) {
                    const given = bodies(body).filter(([key]) => key === 'default');
                    const [only] = given.length === 1 ? given : [];
                    variables.push({ name, value: read(body), default: only && read(only[1]) });
                }
                break;
            case 'output':
                for (const [name, body] of bodies(content))
                    outputs.push({ name, value: read(body) });
                break;
            case 'module':
                for (const [name, body] of bodies(content))
                    calls.push(callOf(name, body, read));
                break;
            case 'terraform':
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
        }
    }
    return { locals, variables, outputs, calls, given, others, unreadable: undefined };
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
function readValue(parser, value) {
    if (typeof value === 'string')
        return readText(parser, value);
    if (Array.isArray(value))
        return { kind: 'list', of: value.map((each) => readValue(parser, each)) };
    if (typeof value !== 'object' || value === null) {
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

/***/ 9254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ configurationReferences),
/* harmony export */   Qx: () => (/* binding */ readModuleCode),
/* harmony export */   Uc: () => (/* binding */ NO_CODE),
/* harmony export */   zB: () => (/* binding */ isApart)
/* harmony export */ });
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3000);
/* harmony import */ var _hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9987);


const NO_CODE = {
    locals: [],
    variables: [],
    outputs: [],
    calls: [],
    given: [],
    others: [],
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
                const given = own.find(({ name }) => name === 'default');
                const line = given?.source.line;
                variables.push({ name: labels[0] ?? '', value: { kind: 'any', of }, default: given?.value, line });
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
                calls.push({
                    name: labels[0] ?? '',
                    line: block.startPosition.row + 1,
                    source: source?.value,
                    shown: source?.source,
                    arguments: attributes.filter(({ name }) => name !== 'source' && name !== 'version'),
                });
                break;
            }
            case 'terraform':
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
                const name = type === 'resource' ? labels.join('.') : `${type}.${labels.join('.')}`;
                for (const each of attributes)
                    given.push({ ...each, name, attribute: each.name });
            }
        }
    }
    return { locals, variables, outputs, calls, given, others, unreadable };
}
function attributesOf(block, depth = 0) {
    return ((0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyOf */ .EN)(block)?.namedChildren ?? []).flatMap((child) => {
        if (child.type === 'block') {
            const inner = withLoop(child, attributesOf(child, depth + 1));
            const [type = '', ...labels] = (0,_hcl_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .blockNames */ .cK)(child);
            if (isApart(type))
                return inner.map((each) => ({ ...each, isPart: false }));
            return type === 'data' && labels.length === 2
                ? inner.map((each) => ({ ...each, scoped: ['data', ...labels].join('.') }))
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

/***/ 5522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ parseTerraformFile)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1650);
/* harmony import */ var _hcl_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3488);
/* harmony import */ var _hcl_grammar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9735);
/* harmony import */ var _tf_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9126);
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

/***/ 1321:
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

/***/ 9126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  al: () => (/* binding */ jsonBackends),
  qF: () => (/* binding */ parseJson),
  B6: () => (/* binding */ readTfJson)
});

// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(4780);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
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

;// CONCATENATED MODULE: ./src/rendering/hcl/tf-json.ts


/**
 * The same facts as of an HCL file. A text that is no JSON gives none: Terraform itself says what is wrong with it.
 * Backend settings have no ranges in the text here: their values are found in `jsonBackends`.
 */
function readTfJson(parser, text) {
    return {
        ...readJsonPlaces(parser, text),
        backends: jsonBackends(parseJson(text)).map(({ type }) => ({ type, line: 1, settings: [] })),
        // Any string may be a template with references in it.
        variables: { uses: [], aliases: [], handedOver: [], declared: [], opaque: true },
        code: (0,json_code/* readJsonCode */.Uy)(parser, text),
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

/***/ 3464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ createCaches),
  y: () => (/* binding */ openRenderer)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(2017);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(5686);
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
        return (0,base_problems/* problem */.CC)(code, message, { place, hint: instead });
    const quoted = /^(["'])(.*)\1$/u.exec(key)?.[2];
    if (quoted !== undefined)
        return (0,base_problems/* problem */.CC)(code, message, { place, hint: `Write it without quotes: {{${quoted}}}.` });
    if (OF_ANOTHER_ENGINE.test(key) || written.startsWith('$')) {
        const shown = written.length > 60 ? '{{…}}' : written.replace(/^\$/u, '');
        return (0,base_problems/* problem */.CC)(code, message, { place, hint: `If it is meant as text, write {{\`${shown}\`}}.` });
    }
    const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    return (0,base_problems/* problem */.CC)(code, message, { place, hint: `Add "${key}" to your hierarchical configuration.${meant}` });
}
/** Two keys of a map are the same once placeholders are resolved. */
function sameKey(place, written, key, other) {
    return (0,base_problems/* problem */.CC)('interpolation', `The key "${written.replace(/^\./u, '')}" becomes "${key}", which is there already.`, {
        place,
        hint: `The other one is at ${(0,base_problems/* formatPlace */.dE)(other.origin)}.`,
    });
}
/** Braces that do not form a placeholder; the message shows the first 60 characters. */
function malformed(code, place, part) {
    const shown = part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text;
    switch (part.reason) {
        case 'empty':
            return emptyPlaceholder(code, place, shown);
        case 'never-closed':
            return (0,base_problems/* problem */.CC)(code, `The placeholder "${shown}" is never closed.`, {
                place,
                hint: 'Close it with "}}", or write {{`{{`}} for literal braces.',
            });
        case 'nested-too-deeply':
            return (0,base_problems/* problem */.CC)(code, `The placeholder "${shown}" nests too many placeholders.`, { place });
    }
}
/** A placeholder without a key, or whose nested placeholders are all empty; `written` is its source text. */
function emptyPlaceholder(code, place, written) {
    return (0,base_problems/* problem */.CC)(code, `The placeholder "${written}" is empty.`, { place, hint: 'Write a key between the braces.' });
}
/** Placeholders that refer back to themselves; `keys` is the cycle, ending with its first key. */
function cycle(code, place, keys) {
    const half = MAX_SHOWN_KEYS / 2;
    const shown = keys.length <= MAX_SHOWN_KEYS
        ? keys
        : [...keys.slice(0, half), `… ${keys.length - MAX_SHOWN_KEYS} more …`, ...keys.slice(-half)];
    return (0,base_problems/* problem */.CC)(code, `Circular placeholders: ${shown.join(' → ')}.`, { place });
}
/** A map, a list or null inside a string. */
function notText(code, place, key, value) {
    const kind = (0,hierarchy_value/* nameOfKind */.lI)(value);
    return (0,base_problems/* problem */.CC)(code, `"${key}" is ${kind === 'null' ? kind : `a ${kind}`}, which cannot be inserted into a string.`, {
        place,
        hint: `It is set at ${(0,base_problems/* formatPlace */.dE)(value.source ?? value.origin)}. Only strings, numbers and booleans can.`,
    });
}
/** YAML reads `1.10` as 1.1 and `no` as false: inserted into a string, they would not be what was written. */
function changedSpelling(code, place, key, value) {
    const kind = (0,hierarchy_value/* nameOfKind */.lI)(value);
    return (0,base_problems/* problem */.CC)(code, `"${key}" is written ${value.spelling}, which YAML reads as the ${kind} ${String(value.value)}: it would change inside a string.`, { place, hint: `Quote it at ${(0,base_problems/* formatPlace */.dE)(value.source ?? value.origin)}: "${value.spelling}".` });
}
/** A variable that the environment lacks, or `{{env()}}` without a name (`''`). */
function unsetVariable(code, place, name) {
    return name === ''
        ? (0,base_problems/* problem */.CC)(code, 'The placeholder "{{env()}}" names no environment variable.', { place })
        : (0,base_problems/* problem */.CC)(code, `The environment variable ${name} is not set.`, { place });
}
/** A variable that the input `allow-env` does not list, whether it is set or not. */
function refusedVariable(code, place, name) {
    return (0,base_problems/* problem */.CC)(code, `The environment variable ${name} may not be read here.`, {
        place,
        hint: `List ${name} in the \`allow-env\` input.`,
    });
}
/** A call to a secret store; `call` is the text between the braces. */
function secretCall(code, place, call) {
    return (0,base_problems/* problem */.CC)(code, `No secret store is connected: "{{${call}}}" cannot be resolved.`, {
        place,
        hint: "Read the secret in the composition's code, or pass it as an environment variable with {{env(NAME)}}.",
    });
}
/** A string that exceeds the limit for a single one. */
function tooLong(code, place) {
    return (0,base_problems/* problem */.CC)(code, 'The placeholders make this string longer than 1 MiB.', { place });
}
/** A configuration that exceeds the limits as a whole. */
function tooLarge(code, place) {
    return (0,base_problems/* problem */.CC)(code, 'The placeholders make the configuration too large or too deep.', {
        place,
        hint: 'The limits are 10 MiB and 1,000 levels.',
    });
}

// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(3166);
;// CONCATENATED MODULE: ./src/hierarchy/interpolation/expression.ts
/** The expression in a placeholder: a key, a variable's name, or a call to a secret store. */
/**
 * Calls that himl uses to read secret stores, with their arguments in any order: rejected. A plain `vault.ref` without a
 * call is an ordinary key.
 */
const SECRET_CALL = /^(?:ssm|s3|vault|sops)\s*\.[^()]*\(/u;
const VARIABLE_CALL = /^env\(([^()]*)\)$/u;
/**
 * Parses the inside of a placeholder, with nested ones already resolved. `written` is the source text up to the first
 * nested placeholder: only that may contain `env(`, so that no value can turn itself into a call.
 */
function readExpression(inside, written) {
    const key = inside.trim();
    const name = written.trimStart().startsWith('env(') ? VARIABLE_CALL.exec(key)?.[1] : undefined;
    if (name !== undefined)
        return { kind: 'variable', name: name.trim().replace(/^(["'])(.*)\1$/u, '$2') };
    if (SECRET_CALL.test(key))
        return { kind: 'secret', call: key };
    return { kind: 'key', key };
}

// EXTERNAL MODULE: ./src/hierarchy/interpolation/placeholder.ts
var interpolation_placeholder = __webpack_require__(3092);
;// CONCATENATED MODULE: ./src/hierarchy/interpolation/known-outcomes.ts



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
    const isKeyed = value.kind === 'map' && Object.keys(value.children).some(hierarchy_value/* isTemplatedKey */.C);
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
    for (const part of (0,interpolation_placeholder/* partsOf */.CI)(scalar)) {
        if (part.kind !== 'placeholder')
            continue;
        if (part.inside === undefined)
            return undefined;
        const [first] = part.parts;
        const expression = readExpression(part.inside, first?.kind === 'literal' ? first.text : '');
        if (expression.kind === 'key')
            addTopLevelKeys(expression.key, keys);
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

// EXTERNAL MODULE: ./src/hierarchy/measure.ts
var measure = __webpack_require__(5531);
// EXTERNAL MODULE: ./src/hierarchy/problem-order.ts
var problem_order = __webpack_require__(1377);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(9368);
;// CONCATENATED MODULE: ./src/hierarchy/interpolation/suggest.ts
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
    const close = (0,closest_name/* nearest */.p)(key, others, key.length < 3 ? 0 : Math.max(1, Math.floor(key.length / 4)));
    if (close !== undefined)
        return close;
    const endings = others.filter((each) => each.endsWith(`.${key}`));
    return endings.length === 1 ? endings[0] : undefined;
}

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







/** The longest string that placeholders may produce. */
const MAX_TEXT = 1024 * 1024;
/** How many items of lists placeholders may put into other lists. */
const MAX_SPLICED = 1024 * 1024;
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
    #keys;
    #spliced = 0;
    constructor(root, environment) {
        this.#root = root;
        this.#environment = environment;
    }
    /** The configuration with the placeholders in its top-level keys resolved; undefined if any failed. */
    topLevel() {
        const root = this.#root;
        if (!hasTemplatedKeys(root))
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
        if (this.#root.children[first]?.templated !== true)
            return undefined;
        const located = this.#tasks.run({ kind: 'resolve', value: this.#root, path: key }, this.#find(key));
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
        if (!hasTemplatedKeys(map))
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
            const name = (0,hierarchy_value/* isTemplatedKey */.C)(key) ? yield* this.#join((0,interpolation_placeholder/* tokenize */.qw)(key), at, () => at, []) : key;
            const other = name === undefined ? undefined : children[name];
            if (other !== undefined)
                this.problems.push(sameKey(at.place, `${path}.${key}`, name ?? '', other));
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
        const copy = { ...resolved, origin: scalar.origin, source: resolved.source ?? resolved.origin };
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
        const value = textValue(text, whole.place);
        this.outcomes.push(value);
        return value;
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
            return value && { key: `env(${expression.name})`, text: value.spelling, origin: whole.place };
        }
        if (expression?.kind !== 'key')
            return undefined;
        const { key } = expression;
        const { code, place } = at(part);
        const located = yield* this.#locate(key, at(part), `${before}{{${part.inside ?? key}}}`);
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
        return { key, text: String(value.value), origin: value.source ?? value.origin };
    }
    /** Parses the text between the braces; reports a call to a secret store, or an empty placeholder. */
    *#expression(part, at) {
        const { code, place } = at(part);
        const inside = part.inside ?? (yield* this.#join(part.parts, { code, place }, at, []));
        if (inside === undefined)
            return undefined;
        const [first] = part.parts;
        const expression = readExpression(inside, first?.kind === 'literal' ? first.text : '');
        if (expression.kind === 'secret') {
            this.problems.push(secretCall(code, place, expression.call));
            return undefined;
        }
        if (expression.kind === 'key' && expression.key === '') {
            this.problems.push(emptyPlaceholder(code, place, `{{${inside}}}`));
            return undefined;
        }
        return expression;
    }
    /** The value at a key, not yet interpolated; reports a missing one. `written` is the placeholder. */
    *#locate(key, at, written) {
        return ((0,lookup/* lookup */.$I)(this.#root, key) ??
            (yield* this.#find(key, () => {
                this.#keys ??= keysOf(this.#root);
                this.problems.push(missingKey(at.code, at.place, key, nearestKey(key, this.#keys), written));
            })));
    }
    /** A value behind placeholders: strings on its path that are a single one, keys, and items of lists. */
    *#find(key, reportMissing) {
        let base = this.#root;
        let rest = key.split('.');
        const followed = new Set();
        for (;;) {
            const found = (0,lookup/* lookupIn */.IX)(base, rest);
            if (found !== undefined)
                return found;
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
        let count = 0;
        for (const child of list.children) {
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
            const item = items[position - count];
            if (item !== undefined)
                return item;
            count += items.length;
        }
        return 'none';
    }
    #readVariable(name, { code, place }) {
        const answer = name === '' ? { kind: 'missing' } : this.#environment.read(name);
        if (answer.kind === 'value')
            return textValue(answer.value, place);
        const report = answer.kind === 'missing' ? unsetVariable : refusedVariable;
        this.problems.push(report(code, place, name));
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
        return end.kind === 'list' ? end.templated : hasTemplatedKeys(end);
    return end.problem !== undefined || (0,interpolation_placeholder/* isWholePlaceholder */.Lf)(end);
}
function hasTemplatedKeys(map) {
    if (map.templated)
        for (const key in map.children)
            if ((0,hierarchy_value/* isTemplatedKey */.C)(key))
                return true;
    return false;
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
function interpolate(configuration, environment, { known = openKnownOutcomes(), needed = () => true } = {}) {
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
    const value = (0,hierarchy_value/* mapValue */.IS)(children, configuration.origin);
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

// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(441);
;// CONCATENATED MODULE: ./src/hierarchy/merge.ts
/** Merges layers, shallowest first (README, "Layers"). Subtrees that a layer does not touch are shared, not copied. */




/**
 * Merges the next deeper layer into the result so far, so that callers can cache what leaves share. What cannot be
 * merged becomes a value with a problem: an error only for a leaf that needs it.
 */
function mergeLayer(base, layer, listMerge) {
    return mergeMaps(base, layer, listMerge, []);
}
/** Undefined: the key is removed. */
function mergeValues(before, after, listMerge, path) {
    if (before === undefined)
        return after;
    if (after.kind === 'scalar' && after.removes !== undefined)
        return remove(before, after, after.removes, path);
    // Whatever comes on top of it, one of the layers above is wrong.
    if (before.kind === 'scalar' && before.problem !== undefined)
        return before.removes === undefined ? before : after;
    const conflict = conflictOf(before, after, path);
    if (conflict !== undefined)
        return (0,hierarchy_value/* brokenValue */.jV)(conflict, after.origin);
    if (before.kind === 'map' && after.kind === 'map') {
        return after.merge === 'override' ? after : mergeMaps(before, after, listMerge, path);
    }
    if (before.kind === 'list' && after.kind === 'list')
        return mergeLists(before, after, after.merge ?? listMerge);
    return after;
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
        children ??= (0,hierarchy_value/* createEntries */.dL)(base.children);
        if (merged === undefined)
            Reflect.deleteProperty(children, key);
        else
            children[key] = merged;
    }
    return children === undefined ? base : (0,hierarchy_value/* mapValue */.IS)(children, layer.origin);
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
            const known = new Set(base.children.map(json/* listIdentity */.ve));
            const added = layer.children.filter((child) => !known.has((0,json/* listIdentity */.ve)(child)));
            return joined(base, added, [...base.children, ...added], layer);
        }
    }
}
/** If the layer adds nothing, the existing list stays as it is, including its origin. */
function joined(base, added, all, layer) {
    return added.length === 0 ? base : (0,hierarchy_value/* listValue */.a3)(all, layer.origin);
}
/** An empty value over a map or list; at the top level, also a map against a list or scalar. */
function conflictOf(before, after, path) {
    const key = path.join('.');
    const where = (0,base_problems/* formatPlace */.dE)(before.origin);
    const place = after.origin;
    if (after.kind === 'scalar' && after.value === null) {
        if (after.spelling !== '' || before.kind === 'scalar')
            return undefined;
        return (0,base_problems/* problem */.CC)('merge', `"${key}" is empty here, but a ${before.kind} in ${where}.`, {
            place,
            hint: `Write null if ${key} is to have no value, "!remove" to take it out, or remove this line to keep the ${before.kind}.`,
        });
    }
    if (path.length > 1 || (before.kind === 'map') === (after.kind === 'map') || (0,hierarchy_value/* nameOfKind */.lI)(before) === 'null') {
        return undefined;
    }
    return (0,base_problems/* problem */.CC)('merge', `"${key}" is a ${(0,hierarchy_value/* nameOfKind */.lI)(after)} here, but a ${(0,hierarchy_value/* nameOfKind */.lI)(before)} in ${where}.`, {
        place,
        hint: 'Use the same kind for both, or rename one of them.',
    });
}
function remove(before, after, removes, path) {
    if (before.kind === 'scalar' && before.problem !== undefined)
        return before;
    if (removes === 'key')
        return undefined;
    const key = path.join('.');
    if (before.kind !== 'list') {
        const message = `"${key}" is a ${(0,hierarchy_value/* nameOfKind */.lI)(before)} in ${(0,base_problems/* formatPlace */.dE)(before.origin)}: no items can be removed from it.`;
        return (0,hierarchy_value/* brokenValue */.jV)((0,base_problems/* problem */.CC)('merge', message, { place: after.origin }), after.origin);
    }
    const unwanted = new Set(removes.map(json/* listIdentity */.ve));
    const there = new Set(before.children.map(json/* listIdentity */.ve));
    const missing = removes.find((item) => !there.has((0,json/* listIdentity */.ve)(item)));
    if (missing !== undefined) {
        const message = `The list "${key}" of the layers above has no such item to remove.`;
        return (0,hierarchy_value/* brokenValue */.jV)((0,base_problems/* problem */.CC)('merge', message, { place: missing.origin }), after.origin);
    }
    return (0,hierarchy_value/* listValue */.a3)(before.children.filter((child) => !unwanted.has((0,json/* listIdentity */.ve)(child))), after.origin);
}
function nothingToRemove(after, key, base) {
    const closest = (0,closest_name/* nearest */.p)(key, Object.keys(base.children));
    if (after.problem === undefined || closest === undefined)
        return after;
    return { ...after, problem: { ...after.problem, hint: `Did you mean "${closest}"?` } };
}

// EXTERNAL MODULE: ./src/hierarchy/yaml/parse.ts + 3 modules
var yaml_parse = __webpack_require__(5878);
;// CONCATENATED MODULE: ./src/hierarchy/relocate.ts
/** Files with the same text have the same values, apart from their origins: the text is parsed once. */

/** A copy of a layer's values as if read from `file`, which has the same text. */
function relocate(layer, file) {
    const moved = new Map();
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
        const children = (0,hierarchy_value/* createEntries */.dL)(map.children);
        for (const key in map.children) {
            const child = map.children[key];
            if (child !== undefined)
                children[key] = move(child);
        }
        return { ...map, children, origin: { ...map.origin, file } };
    }
    function moveOther(value) {
        const origin = { ...value.origin, file };
        return value.kind === 'list' ? { ...value, children: value.children.map(move), origin } : { ...value, origin };
    }
}

// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(4427);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(127);
;// CONCATENATED MODULE: ./src/project/configurations.ts








/**
 * @param listMerge overrides the project's setting
 * @param environment what `{{env(NAME)}}` may read
 */
function openConfigurations(project, environment, { layers: parsed, outcomes }, listMerge = project.settings.listMerge) {
    const { snapshot, root } = project;
    const known = knownOutcomesIn(environment, outcomes);
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
        const same = parsed.get(file.id);
        if (same?.value !== undefined && same.problems.length === 0) {
            return { value: relocate(same.value, file.path), problems: [] };
        }
        const read = (0,decode/* decodeText */.g)(file.path, snapshot.read(file), 'yaml');
        const layer = 'text' in read ? (0,yaml_parse/* parseLayer */.R)(file.path, read.text) : { value: undefined, problems: [read.problem] };
        parsed.set(file.id, layer);
        return layer;
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
        for (const layer of files.map(parse)) {
            problems.push(...layer.problems);
            if (layer.value === undefined)
                continue;
            value = value === undefined ? layer.value : mergeLayer(value, layer.value, listMerge);
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
        const mayBe = value !== undefined && Object.keys(value.children).some((key) => /^composition(?:\.|$)|\{\{/u.test(key));
        if (!mayBe)
            return { place: undefined, problems: [] };
        const { value: enabled, problems } = valueAt(value, 'composition.enabled', environment);
        if (enabled === undefined || problems.length > 0)
            return { place: undefined, problems };
        const place = enabled.source ?? enabled.origin;
        if (enabled.kind === 'scalar' && typeof enabled.value === 'boolean') {
            return { place: enabled.value ? undefined : place, problems: [] };
        }
        const shown = enabled.kind === 'scalar' ? enabled.spelling : `a ${enabled.kind}`;
        const message = `"composition.enabled" must be true or false, not ${shown === '' ? 'empty' : shown}.`;
        return { place: undefined, problems: [(0,base_problems/* problem */.CC)('leaf', message, { place, hint: 'Write it without quotes.' })] };
    }
    return {
        pausedAt,
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
            const result = interpolate(value, environment, { known, needed });
            const failed = (0,base_problems/* hasErrors */.Cs)(result.problems);
            return { value: failed ? undefined : result.value, problems: [...problems, ...result.problems] };
        },
    };
}

// EXTERNAL MODULE: ./src/project/leaves.ts
var project_leaves = __webpack_require__(2857);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/rendering/use/configuration-use.ts
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
    if ([root, ...modules.values()].some(isOpaque))
        return WHOLE_CONFIGURATION;
    const values = [];
    const shapes = [];
    const visited = new Set();
    follow(root, 'config', [], 0);
    return values.some((path) => path.length === 0) ? WHOLE_CONFIGURATION : { values, shapes };
    /** What a module does with its variable `variable`, which holds the configuration at `prefix`. */
    function follow(folder, variable, prefix, depth) {
        const key = JSON.stringify([folder.folder, variable, prefix]);
        if (visited.has(key))
            return;
        visited.add(key);
        const files = filesOf(folder).flatMap(({ hcl }) => hcl?.parsed.variables ?? []);
        const types = files.flatMap(({ declared }) => declared.filter(({ name }) => name === variable));
        const type = depth > MODULE_DEPTH
            ? 'other'
            : commonType(types.map((each) => each.type), depth === 0);
        if (type !== 'any') {
            // A type may convert values, or refuse them; those that an object type does not name are dropped unseen.
            if (type === 'other')
                values.push(prefix);
            else
                values.push(...type.map((name) => [...prefix, name]));
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
        for (const file of files) {
            for (const use of file.uses)
                values.push(...paths(use));
            for (const { value } of file.aliases)
                shapes.push(...paths(value));
            for (const { source, argument, value } of file.handedOver) {
                const target = source === undefined ? undefined : localModule(folder, source);
                for (const path of paths(value)) {
                    shapes.push(path);
                    if (target === undefined)
                        values.push(path);
                    else
                        follow(target, argument, path, depth + 1);
                }
            }
        }
    }
    function localModule(folder, source) {
        // Another file may give the module another source: which one gets the values is not followed.
        if (overridesSource(folder))
            return undefined;
        return (0,terraform_files/* isLocalModule */.gh)(source) ? modules.get((0,snapshot_snapshot/* joinPath */.uJ)(folder.folder, source)) : undefined;
    }
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
    return files.filter(({ name }) => !name.includes('/') && ((0,terraform_files/* isTerraformFile */.L5)(name) || (0,terraform_files/* isTemplate */.Fl)(name)));
}
/** Whether an override file sets the source of a module. */
function overridesSource(folder) {
    return filesOf(folder).some(({ name, hcl }) => (0,terraform_files/* isOverride */.jn)(name) && hcl?.parsed.code.calls.some(({ source }) => source !== undefined) === true);
}
/** Whether code of a folder may read the configuration in a way that neither references nor paths show. */
function isOpaque(folder) {
    return filesOf(folder).some(({ hcl }) => {
        return hcl === undefined || hcl.parsed.errors.length > 0 || hcl.parsed.variables.opaque;
    });
}

// EXTERNAL MODULE: ./src/rendering/hcl/hcl-grammar.ts
var hcl_grammar = __webpack_require__(9735);
// EXTERNAL MODULE: ./src/rendering/hcl/tf-json.ts + 1 modules
var tf_json = __webpack_require__(9126);
;// CONCATENATED MODULE: ./src/rendering/replacements.ts
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

// EXTERNAL MODULE: ./src/rendering/state.ts
var rendering_state = __webpack_require__(9729);
;// CONCATENATED MODULE: ./src/rendering/backends.ts
/** The backend that the files of a leaf configure, for Terraform and for OpenTofu. Pure. */





/**
 * The backends of an HCL file.
 *
 * @param pins what is put into its template
 */
function hclBackends(name, path, { text, parsed }, pins) {
    // Files in subfolders are not part of the root module.
    if (name.includes('/'))
        return [];
    return parsed.backends.map(({ type, line, settings }) => ({
        file: name,
        path,
        line,
        type,
        settings: (workOut) => new Map(settings.map(({ name: setting, start, end }) => {
            const within = parsed.expressions.filter((each) => each.start >= start && each.end <= end);
            const values = within.map((each) => ({ ...each, text: workOut.expression(each) }));
            const unknown = values.find((each) => each.text === undefined);
            const known = values.flatMap((each) => each.text === undefined ? [] : [{ ...each, text: JSON.stringify(each.text) }]);
            const written = sliceWith(text, [...known, ...pins], start, end);
            return [setting, { text: written, unknown: unknown && text.slice(unknown.start, unknown.end) }];
        })),
    }));
}
/**
 * The backends of a JSON file.
 *
 * @param content its parsed content
 */
function jsonFileBackends(name, path, content) {
    if (name.includes('/'))
        return [];
    return (0,tf_json/* jsonBackends */.al)(content).map(({ type, settings }) => ({
        file: name,
        path,
        line: 1,
        type,
        settings: (workOut) => new Map([...settings].map(([setting, value]) => [setting, jsonSetting(value, workOut)])),
    }));
}
function jsonSetting(setting, workOut) {
    let unknown;
    const text = JSON.stringify(setting, (_key, value) => {
        // JSON has no integers beyond the safe range.
        if (typeof value === 'bigint')
            return Number(value);
        if (typeof value !== 'string' || !/[$%]\{/u.test(value))
            return value;
        const known = workOut.template(value);
        if (known === undefined)
            unknown ??= value;
        return known ?? value;
    });
    return { text, unknown };
}
/**
 * The state that the files lead to. Which program runs is not known here: Terraform ignores `X.tofu`, and OpenTofu an
 * `X.tf` beside it.
 *
 * @param targets the files of the root module that rendering does not generate
 * @param leaf its path, for messages
 */
function statesOf(backends, targets, workOut, leaf) {
    const { all: names, hasTofu, hasTerraform } = targets;
    const terraform = effective(backends.filter(({ file }) => (0,terraform_files/* isReadBy */.wj)(false, file, names)));
    const opentofu = hasTofu ? effective(backends.filter(({ file }) => (0,terraform_files/* isReadBy */.wj)(true, file, names))) : terraform;
    const ofTerraform = (0,rendering_state/* stateIdentity */.yU)(terraform.map((each) => withSettings(each, workOut.terraform)));
    const states = {
        terraform: ofTerraform,
        opentofu: hasTofu ? (0,rendering_state/* stateIdentity */.yU)(opentofu.map((each) => withSettings(each, workOut.opentofu))) : ofTerraform,
    };
    const isTofuOnly = hasTofu && !hasTerraform;
    const state = isTofuOnly || (hasTofu && states.opentofu?.identity === undefined) ? states.opentofu : states.terraform;
    const isUncertain = Object.values(states).some((each) => each !== undefined && each.identity === undefined);
    const [backend] = state === states.terraform ? terraform : opentofu;
    return {
        state,
        isSameForBoth: !hasTofu || isTofuOnly || isUncertain || states.terraform?.identity === states.opentofu?.identity,
        problems: unknownState(state, backend, leaf),
    };
}
function withSettings(backend, workOut) {
    return { type: backend.type, settings: backend.settings(workOut) };
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
            hint: 'Make it of literals, var.config, variables with a default, and local values.',
        }),
    ];
}

// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(4780);
;// CONCATENATED MODULE: ./src/rendering/static-pins.ts



/**
 * The pins of a file's expressions, with what a reader sees instead of them. What cannot be worked out is none, nor what
 * is made of nothing that could change, nor settings that may be secret.
 */
function expressionPins(path, { parsed }, workOut) {
    const found = parsed.expressions.flatMap((each) => {
        const worked = isPin(each) ? workOut(each.value) : undefined;
        return worked === undefined || worked.keys.length === 0 ? [] : [{ ...each, ...worked }];
    });
    return {
        pins: found.map(({ address, line, column, text, keys }) => ({
            address,
            written: 'expression',
            template: { file: path, line, column },
            value: text,
            keys,
        })),
        replacements: found.map(({ start, end, text, block }) => ({ start, end, block, text: quoted(text, path) })),
    };
}
function isPin({ address }) {
    if (/^module\./u.test(address) || /^terraform\.required_(?:providers\.|version$)/u.test(address))
        return true;
    const [, type = '', setting = ''] = /^terraform\.backend\.([^.]+)\.([^.]+)$/u.exec(address) ?? [];
    return (0,rendering_state/* isPlaceSetting */.YP)(type, setting);
}
/** A text as a literal. */
function quoted(text, path) {
    const json = JSON.stringify(text);
    return (0,terraform_files/* isJson */.Fh)(path) ? json : json.replace(/([$%])\{/gu, '$1$1{');
}
/** The blocks of a file in which something is replaced, as Terraform understands them. */
function pinnedBlocks(path, { text, parsed }, replacements) {
    const pinned = new Set(replacements.map(({ block }) => block));
    return parsed.blocks.flatMap(({ address, start, end, line }, index) => {
        if (!pinned.has(index))
            return [];
        const own = replacements.filter(({ block }) => block === index);
        const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
        const rendered = sliceWith(text, own, start, end);
        return [{ address, template: { file: path, line, column: 1 }, text: withoutIndent(rendered, before) }];
    });
}
/** In JSON, a block stands below others. */
function withoutIndent(block, before) {
    return /^[ \t]+$/u.test(before) ? block.replaceAll(`\n${before}`, '\n') : block;
}

// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var hcl_expression = __webpack_require__(3000);
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

// EXTERNAL MODULE: ./src/rendering/use/used-configuration.ts
var used_configuration = __webpack_require__(1728);
;// CONCATENATED MODULE: ./src/rendering/use/static-values.ts



/** Values nest no deeper; what does is unknown. */
const DEPTH = 40;
/** Of one expression: locals that name others several times would take exponential time. */
const MOST_STEPS = 20_000;
class StaticValues {
    files;
    variables;
    configuration;
    /** Whether a key that is missing is missing for Terraform too: a type may have a default for it. */
    isUntyped;
    isReadable;
    depth = 0;
    steps = 0;
    /**
     * @param files those of the root module that one program reads
     * @param variables what `*.tfvars` files give; undefined where one of them cannot be read
     * @param configuration the value of `var.config`
     */
    constructor(files, variables, configuration) {
        this.files = files;
        this.variables = variables ?? new Map();
        this.configuration = configuration;
        const code = files.map(({ parsed }) => parsed);
        this.isReadable = variables !== undefined && code.every((each) => each.code.unreadable === undefined);
        const declared = code.flatMap((each) => each.variables.declared.filter(({ name }) => name === 'config'));
        this.isUntyped = declared.length > 0 && declared.every(({ type }) => type === 'any');
    }
    /** The text that an expression certainly gives, with the values behind it; else undefined. */
    text(expression) {
        this.steps = 0;
        const value = this.isReadable ? this.value(expression) : undefined;
        return value === undefined || value === 'missing' ? undefined : value;
    }
    value(expression) {
        this.steps += 1;
        if (this.depth > DEPTH || this.steps > MOST_STEPS)
            return undefined;
        this.depth += 1;
        try {
            return this.valueOf(expression);
        }
        finally {
            this.depth -= 1;
        }
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
            case 'reference':
                return expression.isCut === true ? undefined : this.reference(expression.root, expression.path);
            case 'call':
                return exactCall(expression.name.replace(/^core::/u, ''), expression.given, {
                    value: (each) => this.value(each),
                    at: (each, path) => this.at(each, path),
                });
            default:
                return undefined;
        }
    }
    reference(root, path) {
        const [name = '', ...rest] = path;
        switch (root) {
            case 'path':
                return /^(?:module|root)$/u.test(name) && rest.length === 0 ? { text: '.', keys: [] } : undefined;
            case 'var':
                return name === 'config' ? this.configured(rest) : this.variable(name, rest);
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
    configured(path) {
        let value = this.configuration;
        for (const step of path) {
            if (value.kind !== 'map')
                return undefined;
            const next = (0,used_configuration/* entry */.f)(value, step);
            if (next === undefined)
                return this.isUntyped ? 'missing' : undefined;
            value = next;
        }
        if (value.kind !== 'scalar')
            return undefined;
        const text = typeof value.value === 'string' ? value.value.normalize('NFC') : String(value.value);
        if (typeof value.value !== 'string' && !(0,hcl_expression/* isPlainSpelling */.H9)(text))
            return undefined;
        return { text, keys: [{ key: path.join('.'), value: text, origin: value.source ?? value.origin }] };
    }
    variable(name, path) {
        const declared = this.files.flatMap(({ path: file, parsed }) => parsed.code.variables
            .filter((each) => each.name === name)
            .flatMap((each) => ({ file, line: each.line, value: each.default })));
        const [only, ...others] = declared;
        if (only === undefined || others.length > 0)
            return undefined;
        const given = this.variables.get(name) ?? { ...only, line: only.line ?? 1 };
        const { value } = given;
        if (value === undefined)
            return undefined;
        const found = this.named(`var.${name}`, path, [{ ...given, value }]);
        // Its type may have a default for what is missing.
        return found === 'missing' ? undefined : found;
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
function locals({ path, parsed }, name) {
    const found = parsed.code.locals.filter((local) => local.name === name);
    return found.map(({ line = 1, value }) => ({ file: path, line, value }));
}

;// CONCATENATED MODULE: ./src/rendering/program-values.ts




/** @param variables the composition's `var.config` */
function openValues(source, targets, variables, parser) {
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
        const values = new StaticValues(files, source.variables, variables);
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
        expression: ({ value }) => valuesOf(program).text(value)?.text,
        template: (text) => valuesOf(program).text((0,json_code/* readText */.yR)(parser, text))?.text,
    });
    return {
        terraform: workOut('terraform'),
        opentofu: workOut('opentofu'),
        pins: (name, path, file) => name.includes('/')
            ? { pins: [], replacements: [] }
            : expressionPins(path, file, (expression) => worked(name, expression)),
    };
}

;// CONCATENATED MODULE: ./src/rendering/target-names.ts

const targetNames = new WeakMap();
/** @param rendersTemplates the same for all leaves of a folder */
function targetNamesOf(source, rendersTemplates) {
    let names = targetNames.get(source);
    if (names === undefined) {
        const all = new Set(source.files.flatMap(({ name }) => {
            if (!(0,terraform_files/* isTemplate */.Fl)(name))
                return [name];
            return rendersTemplates ? [(0,terraform_files/* renderedName */.rA)(name)] : [];
        }));
        const root = [...all].filter((name) => !name.includes('/') && (0,terraform_files/* isTerraformFile */.L5)(name));
        names = { all, hasTofu: root.some(terraform_files/* isTofu */.z7), hasTerraform: !root.every(terraform_files/* isTofu */.z7) };
        targetNames.set(source, names);
    }
    return names;
}

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
    for (const literal of parsed.literals) {
        const written = text.slice(literal.start, literal.end);
        if (!written.includes('{{'))
            continue;
        const origin = { file: template.path, line: literal.line, column: literal.column };
        const result = interpolateText(written, origin, configuration, environment);
        const refused = [...result.problems];
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
    return { text: sliceWith(text, replacements, 0, text.length), pins, problems, replacements };
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

;// CONCATENATED MODULE: ./src/rendering/render.ts












/** `cloud.type` or `cloud.provider` of a configuration. */
function cloudOf(configuration, environment) {
    for (const key of ['cloud.type', 'cloud.provider']) {
        const { value, problems } = valueAt(configuration, key, environment);
        if (problems.length > 0)
            return { cloud: undefined, problems };
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
function pick(configuration, isGiven) {
    const keys = Object.keys(configuration.children);
    if (keys.every(isGiven))
        return configuration;
    const children = (0,hierarchy_value/* createEntries */.dL)();
    for (const key of keys) {
        const value = configuration.children[key];
        if (value !== undefined && isGiven(key))
            children[key] = value;
    }
    return (0,hierarchy_value/* mapValue */.IS)(children, configuration.origin);
}
/**
 * Renders one leaf. Reports the problems of all templates; if any is an error, the rendering is incomplete and must not
 * be used.
 *
 * @param configuration the whole configuration of the leaf; the keys that it gets are interpolated
 * @param parser of HCL
 */
function renderLeaf(leaf, settings, configuration, source, environment, parser) {
    const copied = copiedPart(source);
    const problems = [...copied.problems];
    const files = new Map(copied.files.map((file) => [file.name, file]));
    const backends = [...copied.backends];
    const given = givenKeys(settings, leaf.composition);
    const provider = pick(configuration, given.provider);
    const variables = pick(configuration, given.variables);
    const targets = targetNamesOf(source, settings.versionedModuleSources);
    const values = openValues(source, targets, variables, parser);
    const pins = [];
    const blocks = [];
    for (const { name, file, hcl } of copied.templates) {
        if (!settings.versionedModuleSources || hcl === undefined) {
            problems.push((0,base_problems/* warning */.$e)('template', 'The template is skipped: terraform.versioned_module_sources is false.', {
                place: { file: file.path },
            }));
            continue;
        }
        const target = (0,terraform_files/* renderedName */.rA)(name);
        const plain = files.get(target)?.content;
        if (plain?.kind === 'copy')
            problems.push(renderedTwice(file.path, plain.file.path));
        const rendered = renderTemplate({ path: file.path, ...hcl }, configuration, environment);
        problems.push(...rendered.problems);
        files.set(target, {
            name: target,
            executable: file.executable,
            content: { kind: 'template', file, text: rendered.text },
        });
        const expressions = values.pins(target, file.path, hcl);
        pins.push(...rendered.pins, ...expressions.pins);
        blocks.push(...pinnedBlocks(file.path, hcl, [...rendered.replacements, ...expressions.replacements]));
        backends.push(...((0,terraform_files/* isJson */.Fh)(target)
            ? jsonFileBackends(target, file.path, (0,tf_json/* parseJson */.qF)(rendered.text))
            : hclBackends(target, file.path, hcl, rendered.replacements)));
    }
    for (const { name, file, hcl } of copied.expressed) {
        const expressions = values.pins(name, file.path, hcl);
        pins.push(...expressions.pins);
        blocks.push(...pinnedBlocks(file.path, hcl, expressions.replacements));
    }
    const providerText = `${(0,json/* toJson */.aB)(provider)}\n`;
    files.set(terraform_files/* PROVIDER_FILE */.tV, generated(terraform_files/* PROVIDER_FILE */.tV, () => providerText));
    files.set(terraform_files/* VARIABLES_FILE */.bV, generated(terraform_files/* VARIABLES_FILE */.bV, () => `{\n  "config": ${indent((0,json/* toJson */.aB)(variables))}\n}\n`));
    backends.push(...jsonFileBackends(terraform_files/* PROVIDER_FILE */.tV, undefined, (0,json/* toPlain */.Ul)(provider)));
    const { state, isSameForBoth, problems: unknown } = statesOf(backends, targets, values, leaf.path);
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
            files: [...files.values()].sort((a, b) => (0,snapshot_snapshot/* compareBytes */.Xo)(a.name, b.name)),
            pins,
            blocks,
            state,
        },
        problems,
    };
}
const copiedParts = new WeakMap();
function copiedPart(source) {
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
            backends: root.flatMap(({ name, file, hcl }) => (0,terraform_files/* isJson */.Fh)(name) ? jsonFileBackends(name, file.path, (0,tf_json/* parseJson */.qF)(hcl.text)) : hclBackends(name, file.path, hcl, [])),
            problems: source.files.flatMap(({ name, file }) => refused(name, file.path)),
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
    if ((0,terraform_files/* isTemplate */.Fl)(name) && target === terraform_files/* PROVIDER_FILE */.tV) {
        const message = `The template renders to "${terraform_files/* PROVIDER_FILE */.tV}", which is generated.`;
        return [(0,base_problems/* problem */.CC)('template', message, { place, hint: 'Rename it.' })];
    }
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

// EXTERNAL MODULE: ./src/rendering/hcl/parse-hcl.ts + 1 modules
var parse_hcl = __webpack_require__(1321);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-nodes.ts
var hcl_nodes = __webpack_require__(9987);
;// CONCATENATED MODULE: ./src/rendering/use/path-text.ts
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
function path_text_union(values) {
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
        const next = texts.flatMap((text) => value.texts.map((more) => path_text_joined(text, more)));
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
function path_text_joined(text, more) {
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

;// CONCATENATED MODULE: ./src/rendering/use/tfvars.ts





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
        ...files.filter((file) => !isFirst(file)).sort((a, b) => (0,snapshot_snapshot/* compareBytes */.Xo)(a.name, b.name)),
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
        return { kind: 'plain', value: (0,hcl_expression/* isPlainSpelling */.H9)(spelling) ? spelling : undefined };
    }
    const entries = Object.entries(value).map(([key, each]) => [key, literal(each)]);
    const of = entries.flatMap(([key, each]) => [{ kind: 'text', text: key }, each]);
    return { kind: 'any', of, entries: new Map(entries.map(([key, each]) => [key.normalize('NFC'), each])) };
}
function ofHcl(parser, file, text) {
    const { tree, errors } = (0,parse_hcl/* parseHcl */.z)(parser, text);
    try {
        if (errors.length > 0)
            return undefined;
        const values = ((0,hcl_nodes/* bodyOf */.EN)(tree.rootNode)?.namedChildren ?? []).flatMap((child) => {
            const expression = child.type === 'attribute' ? (0,hcl_nodes/* expressionOf */.ez)(child) : undefined;
            if (expression === undefined)
                return [];
            const line = child.startPosition.row + 1;
            return [[(0,hcl_nodes/* attributeName */.CK)(child) ?? '', { file, line, value: (0,hcl_expression/* readExpression */.Jn)(expression) }]];
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
            return constant(expression.text);
        case 'plain':
        case 'aside':
        case 'reference':
            return NOTHING;
        case 'any':
        case 'list':
            return path_text_union(expression.of.map(literalTexts));
        default:
            return anything('a value that is no literal');
    }
}

;// CONCATENATED MODULE: ./src/rendering/use/own-variables.ts
/** A composition's own files of variables must not set `config`: commands disagree about which value counts. */




const found = new WeakMap();
/** An error for each file of the folder that sets `config`, or has the name of the file that Kompos writes. */
async function refuseOwnConfiguration(source, snapshot) {
    let problems = found.get(source);
    if (problems === undefined) {
        problems = look(source, snapshot);
        found.set(source, problems);
    }
    return problems;
}
async function look({ files }, snapshot) {
    const candidates = files.filter(({ name }) => isTfvars(name)).map(({ name, file }) => ({ name, file }));
    await snapshot.load(candidates.map(({ file }) => file));
    const problems = [];
    for (const { name, file } of candidates) {
        const place = { file: file.path };
        if (name === terraform_files/* EARLY_VARIABLES_FILE */.zb) {
            const message = 'Kompos writes a file of this name, with the configuration in it, where a command needs it.';
            problems.push((0,base_problems/* problem */.CC)('composition', message, { place, hint: 'Rename it.' }));
            continue;
        }
        const text = snapshot.read(file).toString('utf8');
        // Terraform itself says what is wrong with a file that cannot be read.
        if (readTfvars(await (0,hcl_grammar/* loadHclParser */.p)(), name, text)?.has('config') !== true)
            continue;
        problems.push((0,base_problems/* problem */.CC)('composition', 'This file sets the variable "config", whose value is the configuration.', {
            place,
            hint: 'Remove "config" from it: some commands would use this value, and others the configuration.',
        }));
    }
    return problems;
}

// EXTERNAL MODULE: ./src/rendering/hcl/module-code.ts
var module_code = __webpack_require__(9254);
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
            return NOTHING;
        value = next;
    }
    if (exact && value.kind === 'scalar')
        return typeof value.value === 'string' ? constant(value.value) : NOTHING;
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
        return typeof value.value === 'string' ? summary(value.value) : NOTHING;
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
const configuration_texts_KINDS = [CLEAN, DOTTED, LOOSE, DOT];
const COMBINATIONS = Array.from({ length: 2 ** configuration_texts_KINDS.length }, (_, bits) => {
    const [first = NOTHING, ...others] = configuration_texts_KINDS.filter((_kind, index) => (bits & (1 << index)) !== 0);
    return others.length === 0 ? first : path_text_union([first, ...others]);
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
    const all = COMBINATIONS[kinds] ?? NOTHING;
    return others.length === 0 ? all : path_text_union([all, ...others]);
}
/** Words with a dot or other marks between them. */
const WORDS = /^[\w-]+(?:(?:\.|[/: ]+)[\w-]+)*$/u;
/** Absolute paths so deep that a working copy may lie there; the working directory; the variables' file. */
const KEPT = /^\/[^/\s]+\/[^/\s]+\/.|^\.[./]*$|tfvars/u;
function summary(text) {
    if (text === '')
        return LOOSE;
    if (WORDS.test(text) && !text.includes('tfvars'))
        return text.includes('.') ? DOTTED : CLEAN;
    return !isPlain([text]) || KEPT.test(text) ? constant(text) : ofKind([text]);
}

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
        return CONTENT;
    const open = given.find((value) => value.anything !== undefined);
    if (open !== undefined)
        return open;
    const all = given.flatMap((value) => value.texts);
    const rule = functions_RULES.get(name);
    if (rule !== undefined)
        return rule({ name, given, all, root });
    // Of a value that a provider has made, what a decoder or a function of a provider makes is no path of ours.
    return all.every((text) => text.every((part) => typeof part !== 'string' && part.unknown === 'clean'))
        ? CLEAN
        : anything(`${name}(…)`);
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
    strcontains sum timecmp timestamp tobool tonumber type uuid uuidv5`, () => CLEAN),
    // One of the arguments, or a collection of them.
    ...each(`chunklist coalesce coalescelist compact concat convert defaults distinct element ephemeralasnull flatten keys list
    lookup map matchkeys merge nonsensitive one range reverse sensitive setintersection setproduct setsubtract setunion
    slice sort tolist tomap toset tostring transpose try values zipmap`, path_text_union),
    ['fileset', () => NAME],
    ['templatefile', (given) => path_text_union([CONTENT, ...given.slice(1)])],
]);
const functions_RULES = new Map([
    ...each('abspath pathexpand', ({ given, root }) => ofFirst(given, (text) => absolute(text, root))),
    ['basename', ({ all, name }) => path_text_union(all.map((text) => (isFolder(text) ? CLEAN : cut(text, name))))],
    ['dirname', ({ all }) => path_text_union(all.map(parentOf))],
    ['base64decode', ({ all }) => path_text_union(all.map(functions_decoded))],
    ...each('base64encode base64gzip textencodebase64', () => LOOSE),
    ...each('jsonencode urlencode yamlencode', ({ given, all }) => (all.every(isPlain) ? DOT : path_text_union(given))),
    ...each('csvdecode jsondecode yamldecode', ({ all, name }) => all.some((text) => literals(text).includes('\\')) ? anything(name) : path_text_union(all.map((text) => cut(text, name)))),
    ...each('format formatlist', ({ given }) => functions_formatted(given[0] ?? NOTHING, given.slice(1))),
    ['lower', ({ given }) => ofFirst(given, (text) => recased(text, 'lower'))],
    ['upper', ({ given }) => ofFirst(given, (text) => recased(text, 'upper'))],
    ['replace', ({ given }) => replaced(given)],
    // Any text may be put together within a template, of numbers even.
    ['templatestring', () => anything('templatestring(…)')],
    ['split', ({ given, name }) => exactly([given[1], given[0]], (text, mark) => text.split(mark), name)],
    [
        'trimprefix',
        ({ given, name }) => exactly(given, (text, mark) => [text.startsWith(mark) ? text.slice(mark.length) : text], name),
    ],
    [
        'trimsuffix',
        ({ given, name }) => exactly(given, (text, mark) => [text.endsWith(mark) ? text.slice(0, text.length - mark.length) : text], name),
    ],
    ['chomp', ({ all, name }) => path_text_union(all.map((text) => trimmed(text, name, /\n+$/u)))],
    ['trimspace', ({ all, name }) => path_text_union(all.map((text) => trimmed(text, name, /^\s+|\s+$/gu)))],
    ...each('regex regexall', ({ given, name }) => ofFirst(given.slice(1), (text) => cut(text, name))),
    // A part of the first argument, or blanks are put into it.
    ...each('formatdate indent strrev substr timeadd title trim', ({ given, name }) => ofFirst(given, (text) => cut(text, name))),
]);
function ofFirst([first], rule) {
    return path_text_union((first?.texts ?? []).map(rule));
}
function trimmed(text, name, marks) {
    const whole = known(text);
    return whole === undefined ? cut(text, name) : constant(whole.replace(marks, ''));
}
/** A pattern of file names, up to its first wildcard. */
function pattern(value) {
    if (value.anything !== undefined)
        return value;
    return path_text_union(value.texts.map((text) => {
        const whole = known(text);
        if (whole === undefined)
            return { texts: [text], anything: undefined };
        const end = whole.search(/[*?{[\\]/u);
        if (end < 0)
            return constant(whole);
        // `{..,x}/y` and `[.].` climb as well.
        return /\.\.|\[/u.test(whole)
            ? anything('a pattern that climbs')
            : concatenate([constant(whole.slice(0, end)), LOOSE]);
    }));
}
/** What any function that only cuts, one character or many, can leave of a text. */
function cut(text, name) {
    if (!isTame(text) || /\.\./u.test(literals(text)))
        return anything(`${name}(…) of a path`);
    const isUnknown = text.every((part) => typeof part !== 'string');
    if (isUnknown || hasContent(text)) {
        const kind = ofKind(text);
        return kind === DOTTED || kind === LOOSE ? DOT : kind;
    }
    const dots = literals(text).split('.').length - 1;
    // Two dots that lose what stands between them can become a step of their own.
    return dots === 0 ? LOOSE : DOT;
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
    return all.length === parts.length ? { texts: [all], anything: undefined } : anything(`${name}(…) of a path`);
}
/** A dot is no part of the alphabet: what has one cannot be decoded. */
function functions_decoded(text) {
    const whole = known(text);
    if (whole !== undefined)
        return /[.]/u.test(whole) ? NOTHING : constant(Buffer.from(whole, 'base64').toString('utf8'));
    if (text.every((part) => typeof part !== 'string' && part.unknown === 'clean'))
        return CLEAN;
    return literals(text).includes('.') || text.some((part) => typeof part !== 'string' && part.unknown === 'folder')
        ? NOTHING
        : anything('base64decode(…)');
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
    return path_text_union([folderPath(parent), folderPath(first.folder)]);
}
/** Cut at a known mark, where the text is known. */
function exactly([texts, marks], apply, name) {
    return path_text_union((texts?.texts ?? []).flatMap((text) => (marks?.texts ?? []).map((mark) => {
        const [whole, at] = [known(text), known(mark)];
        return whole === undefined || at === undefined ? cut(text, name) : path_text_union(apply(whole, at).map(constant));
    })));
}
function replaced([texts = NOTHING, marks = NOTHING, others = NOTHING]) {
    return path_text_union(texts.texts.flatMap((text) => marks.texts.flatMap((mark) => others.texts.map((other) => {
        const [whole, from, to] = [known(text), known(mark), known(other)];
        // A path with other slashes is the same path.
        if (from === '\\' && to === '/')
            return { texts: [text], anything: undefined };
        if (from === undefined || to === undefined)
            return anything('replace(…) with a mark that is not known');
        const isPattern = from.length > 1 && from.startsWith('/') && from.endsWith('/');
        if (whole !== undefined && !isPattern)
            return constant(whole.replaceAll(from, () => to));
        if (!isTame(text))
            return anything('replace(…) of a path');
        // All dots are gone, or none is new and none comes nearer to another.
        if (from === '.' && !/[./\\]/u.test(to))
            return LOOSE;
        if (!isPattern && to !== '' && !/[./\\$]/u.test(to) && !/[./]/u.test(from))
            return { texts: [text], anything: undefined };
        const more = isPattern ? to.replace(/\$(?:\d+|\{\d+\})/gu, '') : to;
        if (/[./\\$]/u.test(more)) {
            if (/\.\.|\$|\.\/|\/\./u.test(to) || text.some((part) => typeof part === 'string'))
                return anything('replace(…)');
            return to.includes('.') ? DOT : LOOSE;
        }
        // A pattern may take away anything between two dots.
        const dots = literals(text).split('.').length - 1;
        return isPattern && dots > 1 ? anything('replace(…)') : cut(text, 'replace');
    }))));
}
/** The argument may be numbered before the width or behind it. */
const VERB = /%(?:\[(\d+)\])?([+\-# 0]*\d*(?:\.\d+)?)(?:\[(\d+)\])?([a-zA-Z%])/gu;
/** A part of the format that is not known has no verbs in it. */
function functions_formatted(formats, given) {
    return path_text_union(formats.texts.map((text) => {
        const parts = [];
        let next = 0;
        for (const format of text) {
            if (typeof format !== 'string') {
                parts.push({ texts: [[format]], anything: undefined });
                continue;
            }
            let at = 0;
            for (const match of format.matchAll(VERB)) {
                parts.push(constant(format.slice(at, match.index)));
                at = match.index + match[0].length;
                const [, before, flags = '', behind, verb = ''] = match;
                const position = before ?? behind;
                if (verb === '%') {
                    parts.push(constant('%'));
                    continue;
                }
                const index = position === undefined ? next : Number(position) - 1;
                next = index + 1;
                parts.push(verbValue(flags, verb, given[index] ?? LOOSE));
            }
            parts.push(constant(format.slice(at)));
        }
        return concatenate(parts);
    }));
}
/** A number; a text as it is; or a text that is cut, padded or quoted. */
function verbValue(flags, verb, value) {
    if (/[bdeEfgGotTxX]/u.test(verb))
        return CLEAN;
    if (value.texts.length === 0 && value.anything === undefined)
        return LOOSE;
    return flags === '' && /[sv]/u.test(verb) ? value : path_text_union(value.texts.map((each) => cut(each, 'format')));
}
function absolute(text, root) {
    const [first] = text;
    if (typeof first === 'string') {
        if (/^[/~]/u.test(first))
            return anything('an absolute path');
        return concatenate([folderPath(root), constant('/'), { texts: [text], anything: undefined }]);
    }
    if (first === undefined)
        return folderPath(root);
    return first.unknown === 'folder'
        ? { texts: [text], anything: undefined }
        : anything('abspath(…) of a path that is not known');
}
/** `join`: each element once where the list is known, else any of them any number of times. */
function joinValue(mark, elements, isWhole) {
    if (isWhole && elements.length <= 12) {
        return concatenate(elements.flatMap((each, index) => (index === 0 ? [each] : [mark, each])));
    }
    const each = path_text_union(elements);
    if (each.anything !== undefined)
        return each;
    // What three of them cannot become, more cannot become either.
    const small = each.texts.length > 4 ? functions_summary(each) : each;
    const three = concatenate([small, mark, small, mark, small]);
    const two = concatenate([small, mark, small]);
    const all = [three, two, small];
    const open = all.find((value) => value.anything !== undefined || !value.texts.every(isTame));
    if (open !== undefined || !each.texts.every(isPlain))
        return anything('join(…) of parts of a path');
    return functions_summary(path_text_union(all));
}
/** The kinds of texts that a value has, where all are tame. */
function functions_summary(value) {
    if (value.anything !== undefined || !value.texts.every(isPlain))
        return anything('too many texts that may be paths');
    return path_text_union(value.texts.map(ofKind));
}

;// CONCATENATED MODULE: ./src/rendering/use/evaluator.ts


const NO_BINDINGS = new Map();
/** Rounds until values that lead back to themselves have all their texts. */
const MOST_ROUNDS = 8;
/** Values nest no deeper; what does may be anything. */
const evaluator_DEPTH = 60;
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
                if (runs && given.texts.some(hasContent))
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
        if (this.depth > evaluator_DEPTH)
            return anything('values that lead on and on');
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
                return constant(expression.text);
            case 'plain':
                return NOTHING;
            case 'any':
            case 'list':
                return path_text_union(expression.of.map((each) => this.value(each, scope)));
            case 'aside':
                for (const each of expression.of)
                    this.value(each, scope);
                return NOTHING;
            case 'template':
                return concatenate(expression.parts.map((part) => this.part(part, scope)));
            case 'directive':
                return this.directive(expression, scope);
            case 'loop': {
                const over = this.value(expression.over, scope);
                const bound = new Map([...scope.bound, ...expression.names.map((name) => [name, over])]);
                return path_text_union(expression.gives.map((each) => this.value(each, { ...scope, bound })));
            }
            case 'reference':
                return this.reference(expression.root, expression.path, scope);
            case 'call':
                return this.call(expression, scope);
            case 'unreadable':
                this.found.mayLeadAnywhere({ file: scope.file, ...expression.source });
                return anything(expression.source.text);
        }
    }
    /** A number or nothing at all has no texts, but it does become a part of a text. */
    part(expression, scope) {
        const value = this.value(expression, scope);
        return value.texts.length === 0 && value.anything === undefined ? LOOSE : value;
    }
    directive({ parts, repeats }, scope) {
        const none = constant('');
        // A condition is no part of the text.
        const inside = parts.map((part) => part.kind === 'aside' ? path_text_union([this.value(part, scope), none]) : this.part(part, scope));
        if (repeats)
            return joinValue(none, [...inside, none], false);
        return concatenate(inside.map((part) => path_text_union([part, none])));
    }
    call(call, scope) {
        const name = call.name.replace(/^core::/u, '');
        const given = call.given.map((each) => this.value(each, scope));
        const [first = NOTHING, second = NOTHING] = given;
        if (READS.test(name)) {
            // Patterns go on from the folder.
            const path = name === 'fileset' ? concatenate([first, constant('/'), pattern(second)]) : first;
            const place = { file: scope.file, ...call.source };
            const isText = name === 'file' || name === 'templatefile';
            this.found.open(path, place, isText, name === 'templatefile' ? second : NOTHING);
        }
        // A function of a provider may read what it is given.
        if (name.includes('::'))
            for (const each of given)
                this.handOut(each, scope, call.source);
        if (takesApart(name) && given.some(({ texts }) => texts.some(hasContent)))
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
                    return folderPath(instance.folder);
                return name === 'root' || name === 'cwd' ? folderPath(this.root) : anything('path');
            case 'local':
                return this.once(instance, `local.${name}`, () => path_text_union(instance.files.flatMap(({ path: file, code }) => code.locals
                    .filter((local) => name === '' || local.name === name)
                    .map(({ value }) => this.value(value, { instance, file, bound: NO_BINDINGS })))));
            case 'var':
                if (instance.caller === undefined && name === 'config')
                    return this.configuration(rest);
                return this.once(instance, `var.${name}`, () => this.variable(instance, name));
            case 'module':
                return this.once(instance, `module.${name}.${rest[0] ?? ''}`, () => this.output(instance, name, rest[0]));
            case 'self':
                return scope.self === undefined ? anything('self') : this.object(instance, scope.self);
            case 'each':
            case 'count':
            case 'terraform':
                return CLEAN;
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
                ? path_text_union([CLEAN, given])
                : echoOf(given);
        });
    }
    /** A provider may give back what it was given. */
    givenTo(instance, key) {
        return path_text_union(instance.files.flatMap(({ path: file, code }) => code.given
            .filter(({ name, isPart }) => name === key && isPart)
            .map(({ value }) => this.value(value, { instance, file, bound: this.each({ instance, file, bound: NO_BINDINGS }, key) }))));
    }
    variable(instance, name) {
        const defaults = instance.files.flatMap(({ path: file, code }) => code.variables
            .filter((variable) => variable.name === name)
            .map(({ value }) => this.value(value, { instance, file, bound: NO_BINDINGS })));
        const { caller } = instance;
        if (caller === undefined)
            return path_text_union([...defaults, this.variables(name) ?? CLEAN]);
        return path_text_union([
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
            return echoOf(path_text_union(given));
        }
        return path_text_union(called.flatMap((inner) => inner.files.flatMap(({ path: file, code }) => named(code.outputs, output).map(({ value }) => this.value(value, { instance: inner, file, bound: NO_BINDINGS })))));
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
        const scope = { instance, file: instance.folder, bound: new Map([['each', NOTHING]]) };
        return path_text_union(values.map((value) => this.value(value, scope)));
    }
    /** Computed once in a round; what is being computed is what it was in the round before. */
    once(instance, key, make) {
        const own = this.values.get(instance) ?? new Map();
        this.values.set(instance, own);
        const known = own.get(key);
        if (known !== undefined)
            return known;
        const before = this.before.get(instance)?.get(key) ?? NOTHING;
        if (own.has(key)) {
            this.cyclic.add(key);
            return before;
        }
        own.set(key, undefined);
        const value = path_text_union([before, make()]);
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
            const whole = known(text);
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
            const whole = known(text);
            const start = text.findIndex((part) => typeof part !== 'string' && part.unknown === 'folder');
            if (whole !== undefined && /^[/~]/u.test(whole))
                this.addAbsolute(whole, at);
            if (asksForTop(text))
                this.mayLeadAnywhere(at);
            if (start >= 0)
                this.add(text.slice(start), this.root, false, at);
            else if (mayClimb(text)) {
                // Where it is read decides whether it begins there or in the module.
                for (const from of new Set([this.root, folder]))
                    this.add(text, from, false, at);
            }
            else if (typeof text[0] === 'string' && text[0].startsWith('/') && SPECIAL.test(text[0]))
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
        if ((path.startsWith('/') && SPECIAL.test(path)) || mayClimb([path]))
            this.mayLeadAnywhere(at);
        else
            this.absolutePaths.add(path);
    }
    /** A relative path, or one from a folder: its known beginning is what counts. */
    add(text, from, isText, at, given = NOTHING) {
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
        const climbs = mayClimb([literal === '' ? '' : literal.replace(/[^/]*$/u, ''), ...later].filter((part) => part !== ''));
        const ends = /[^/]*$/u.exec(literal)?.[0] ?? '';
        const tail = ends === '' ? later : [ends, ...later];
        const nested = later.some((part) => typeof part !== 'string' && part.unknown === 'folder');
        if (!startsStep ||
            nested ||
            mayClimb(later) ||
            (later.length > 0 && mayClimb(tail)) ||
            (!isPlain && (climbs || mayClimb([literal])))) {
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
            const source = known(text);
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
        return value.anything !== undefined || value.texts.some(mayClimb);
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
            return source === undefined ? () => undefined : () => anything('*.tfvars');
        const { variables } = source;
        return (name) => {
            const given = variables.get(name);
            return given && literalTexts(given.value);
        };
    }
    async function template(file) {
        const parser = await (0,hcl_grammar/* loadHclParser */.p)();
        return (0,json_code/* readText */.yR)(parser, snapshot.read(file).toString('utf8'));
    }
    async function useOf(root, places) {
        const source = await folder(root);
        if (source === undefined)
            return WHOLE_CONFIGURATION;
        const modules = new Map();
        for (const place of places) {
            const read = await folder(place);
            if (read !== undefined)
                modules.set(place, read);
        }
        return configurationUse(source, modules);
    }
    return {
        async reach(root, leaf) {
            const found = await reachOf(root, leaf, false);
            // A source or a path may be known where a single value of the configuration is.
            return found.anywhere === undefined || leaf.variables === undefined ? found : reachOf(root, leaf, true);
        },
        async use(root, { modules, readsVariablesFile }) {
            if (readsVariablesFile)
                return WHOLE_CONFIGURATION;
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
    return variables === undefined ? LOOSE : configurationTexts(variables, path, exact);
}

// EXTERNAL MODULE: ./src/rendering/hcl/parse-file.ts
var parse_file = __webpack_require__(5522);
;// CONCATENATED MODULE: ./src/rendering/source-folders.ts
/** Folders of Terraform sources in a snapshot, read and parsed once. */






/** The source folders of a snapshot. */
function openSourceFolders(snapshot, syntax) {
    const folders = new Map();
    async function readFolder(path) {
        const prefix = path === '' ? 0 : path.length + 1;
        const named = snapshot
            .filesBelow(path)
            .map((file) => ({ name: file.path.slice(prefix), file }))
            .filter(({ name }) => !(0,terraform_files/* isLeftOut */.WY)(name));
        if (named.length === 0)
            return undefined;
        const terraform = named.filter(({ name }) => (0,terraform_files/* isTerraformFile */.L5)(name) || (0,terraform_files/* isTemplate */.Fl)(name));
        await snapshot.load(terraform.map(({ file }) => file));
        const files = [];
        for (const { name, file } of named) {
            if (file.isSubmodule === true)
                continue;
            if (!(0,terraform_files/* isTerraformFile */.L5)(name) && !(0,terraform_files/* isTemplate */.Fl)(name)) {
                files.push({ name, file });
                continue;
            }
            const decoded = (0,decode/* decodeText */.g)(file.path, snapshot.read(file), 'template');
            if ('problem' in decoded)
                throw new base_problems/* ProblemError */.Mm([decoded.problem]);
            const { text } = decoded;
            const key = `${(0,terraform_files/* isJson */.Fh)(name) ? 'json' : 'hcl'} ${file.id}`;
            let parsed = syntax.get(key);
            if (parsed === undefined) {
                parsed = await (0,parse_file/* parseTerraformFile */.U)(file.path, text);
                syntax.set(key, parsed);
            }
            files.push({ name, file, hcl: { text, parsed } });
        }
        const variables = await readVariables(files.filter(({ name }) => isTfvars(name)));
        return { folder: path, files, submodule: named.find(({ file }) => file.isSubmodule)?.file, variables };
    }
    async function readVariables(files) {
        const values = new Map();
        if (files.length === 0)
            return values;
        await snapshot.load(files.map(({ file }) => file));
        const parser = await (0,hcl_grammar/* loadHclParser */.p)();
        for (const { file } of inOrderOfTfvars(files)) {
            const read = readTfvars(parser, file.path, snapshot.read(file).toString('utf8'));
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

;// CONCATENATED MODULE: ./src/rendering/renderer.ts















/** Caches for one run. */
function createCaches() {
    return { layers: new Map(), outcomes: new WeakMap(), syntax: new Map() };
}
/** One or two dots by themselves, an escape, an expression of Terraform, a folder of runners, or the environment. */
const MAY_LEAD_OUT = /(?<![.\w])\.{1,2}(?![.\w])|\\[uUx]|[$%]\{|\/(?:home|github|__w|proc)\/|env\(/u;
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
 */
function openRenderer(project, leaves, environment, caches, listMerge) {
    const configurations = openConfigurations(project, environment, caches, listMerge);
    const layerRoots = new Set(leaves.flatMap((leaf) => leaf.layers.slice(0, 1)));
    const sourceAt = openSourceFolders(project.snapshot, caches.syntax);
    const reads = openLeafReads(project.snapshot, sourceAt, layerRoots);
    async function render(leaf) {
        if (project.unreadable !== undefined)
            return { ok: false, leaf, problems: project.unreadable };
        const given = givenKeys(project.settings, leaf.composition);
        const { value: configuration, problems } = await configurations.resolve(leaf, (key) => given.variables(key) || given.provider(key));
        if (configuration === undefined)
            return { ok: false, leaf, problems };
        const { cloud, problems: unknownCloud } = cloudOf(configuration, environment);
        if (unknownCloud.length > 0)
            return { ok: false, leaf, problems: [...problems, ...unknownCloud] };
        const folder = (0,project_project/* sourceFolder */.Id)(project, leaf, cloud);
        const source = await sourceAt(folder);
        if (source === undefined)
            return { ok: false, leaf, problems: [...problems, unknownComposition(leaf, folder)] };
        if (source.submodule !== undefined)
            return { ok: false, leaf, problems: [...problems, inSubmodule(source.submodule)] };
        const result = renderLeaf(leaf, project.settings, configuration, source, environment, await (0,hcl_grammar/* loadHclParser */.p)());
        const found = [...problems, ...result.problems, ...(await refuseOwnConfiguration(source, project.snapshot))];
        if ((0,base_problems/* hasErrors */.Cs)(found))
            return { ok: false, leaf, problems: found };
        // A module with a placeholder in its source is found through the rendered pins, relative to its template's folder.
        const pinned = result.rendering.pins
            .filter(({ written, address, value }) => written === 'placeholder' && /^module\..*\.source$/u.test(address) && (0,terraform_files/* isLocalModule */.gh)(value))
            .map(({ template, value }) => (0,snapshot_snapshot/* joinPath */.uJ)(template.file, `../${value}`));
        const { variables } = result.rendering;
        const input = { pinned, variables, provider: providerText(result.rendering) };
        const reach = await reads.reach(folder, input);
        // The generated provider file is a Terraform file as well: its strings may contain references.
        const use = /[$%]\{/u.test(input.provider) ? WHOLE_CONFIGURATION : await reads.use(folder, reach);
        const warnings = [...found, ...leadsAnywhere(reach)];
        return { ok: true, rendering: result.rendering, reach, use, snapshot: project.snapshot, warnings };
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
        const top = (0,snapshot_snapshot/* joinPath */.uJ)(project.root, localPath);
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
    let layersHoldPaths;
    /** Whether any layer contains what may be a path that leads out, or part of one. */
    function holdsPaths() {
        layersHoldPaths ??= (async () => {
            const layers = project.snapshot
                .files()
                .filter(({ path }) => (0,project_layers/* isLayerFile */.Q)(path) && [...layerRoots].some((root) => path.startsWith(`${(0,snapshot_snapshot/* joinPath */.uJ)(project.root, root)}/`)));
            await project.snapshot.load(layers);
            return layers.some((file) => MAY_LEAD_OUT.test(project.snapshot.read(file).toString('utf8')));
        })();
        return layersHoldPaths;
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
        if ([...paths].some((path) => !(0,project_layers/* isLayerFile */.Q)(path)) && (await holdsPaths()))
            return true;
        const reach = await reads.reach(folder, { pinned: [], variables: undefined, provider: '' });
        return [...reach.files, ...reach.modules.flatMap(({ files }) => files)].some(({ path }) => paths.has(path));
    }
    return {
        project,
        leaves,
        load: (some) => configurations.load(some),
        async configuration(path, needed) {
            const folder = (0,snapshot_snapshot/* joinPath */.uJ)(project.root, path);
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
            const base = (0,snapshot_snapshot/* joinPath */.uJ)(project.root, (0,snapshot_snapshot/* joinPath */.uJ)(localPath, rootPath));
            return (0,snapshot_snapshot/* joinPath */.uJ)('terraform', source.slice(base === '' ? 0 : base.length + 1));
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
        async render(leaf) {
            try {
                const { place, problems } = await configurations.pausedAt(leaf);
                if (problems.length > 0)
                    return { ok: false, leaf, problems };
                if (place === undefined)
                    return await render(leaf);
                const would = await render(leaf).catch(refusedOnly);
                const rendering = would?.ok === true ? would.rendering : undefined;
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
        },
    };
}


/***/ }),

/***/ 9729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ lostState),
/* harmony export */   Lx: () => (/* binding */ mayBeSame),
/* harmony export */   YP: () => (/* binding */ isPlaceSetting),
/* harmony export */   yU: () => (/* binding */ stateIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9574);
/** Where a leaf stores its Terraform state. */


/**
 * For each backend, the settings that determine the state's location (source: Terraform's documentation). The others
 * determine access: changing `encrypt` or a role moves no state, so it must not be reported as leaving the old state
 * behind, let alone lead to destroying what the state manages.
 */
const PLACE_SETTINGS = new Map([
    ['azurerm', ['storage_account_name', 'container_name', 'key', 'environment']],
    ['consul', ['address', 'path']],
    ['cos', ['bucket', 'prefix', 'key']],
    ['gcs', ['bucket', 'prefix']],
    ['http', ['address']],
    ['local', ['path', 'workspace_dir']],
    ['oss', ['bucket', 'prefix', 'key']],
    ['pg', ['conn_str', 'schema_name']],
    ['s3', ['bucket', 'key', 'workspace_key_prefix', 'endpoint', 'endpoints']],
]);
/**
 * The state identity: the backend's type and the location from its rendered settings, regardless of their order and of
 * the spelling of plain strings; for an unknown backend, all settings are included. Undefined if no backend is
 * configured. Settings may contain passwords, so the identity is a digest.
 *
 * @param backends more than one is an error, which is left to Terraform
 */
function stateIdentity(backends) {
    const [backend] = backends;
    if (backend === undefined)
        return undefined;
    const placed = backends.flatMap((each) => placeSettings(each).map(([name, setting]) => ({ ...each, name, setting })));
    const settings = placed
        .map(({ type, name, setting }) => [type, name, normal(setting.text)])
        .sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
    const written = digest([backend.type, settings]);
    const unknown = placed.find(({ setting }) => setting.unknown !== undefined);
    const path = backend.settings.get('path');
    const plain = path?.unknown === undefined ? /^"([^"\\$%]*)"$/u.exec(path?.text.trim() ?? '')?.[1] : undefined;
    return {
        type: backend.type,
        identity: unknown === undefined ? written : undefined,
        written,
        // Of thousands of states, few are compared with one that is not known.
        get location() {
            const settings = placed.map(({ name, setting: { text, unknown: open } }) => {
                return [name, open === undefined ? digest([name, normal(text)]) : undefined];
            });
            return new Map(settings);
        },
        unknown: unknown && { setting: unknown.name, expression: unknown.setting.unknown ?? '' },
        localPath: backend.type === 'local' ? plain : undefined,
    };
}
function digest(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify(value)).slice(0, 32);
}
/** Whether two states may be one: certain if both are known. */
function mayBeSame(a, b) {
    if (a.identity !== undefined && b.identity !== undefined)
        return a.identity === b.identity;
    if (a.type !== b.type)
        return false;
    return [...new Set([...a.location.keys(), ...b.location.keys()])].every((name) => {
        const [one, other] = [a.location.get(name), b.location.get(name)];
        const isUnknown = (a.location.has(name) && one === undefined) || (b.location.has(name) && other === undefined);
        return isUnknown || one === other;
    });
}
/** Whether a setting of a backend decides where the state is, and is nothing to keep to oneself. */
function isPlaceSetting(type, setting) {
    return PLACE_SETTINGS.get(type)?.includes(setting) === true && !/^(?:conn_str|address)$/u.test(setting);
}
/** All settings if no known one gives the location, which may come from the environment. */
function placeSettings({ type, settings }) {
    const names = PLACE_SETTINGS.get(type) ?? [];
    const placed = [...settings].filter(([name]) => names.includes(name));
    return placed.length > 0 ? placed : [...settings];
}
/** HCL and JSON spell plain strings, numbers and booleans alike; whitespace around an expression is ignored. */
function normal(expression) {
    return expression.trim().replace(/\s+/gu, ' ');
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
    if (path?.startsWith('/') === true && !path.includes(`/${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .RUNTIME_FOLDER */ .M}/`))
        return undefined;
    return 'The "local" backend keeps its state in the runtime directory, which is thrown away.';
}


/***/ }),

/***/ 1650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   Fl: () => (/* binding */ isTemplate),
/* harmony export */   L5: () => (/* binding */ isTerraformFile),
/* harmony export */   WY: () => (/* binding */ isLeftOut),
/* harmony export */   bV: () => (/* binding */ VARIABLES_FILE),
/* harmony export */   gh: () => (/* binding */ isLocalModule),
/* harmony export */   hl: () => (/* binding */ isTestFile),
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

/***/ 1728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ usedConfiguration),
/* harmony export */   f: () => (/* binding */ entry)
/* harmony export */ });
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(441);
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5686);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4330);
/** The part of `var.config` that a composition reads, as a text. Pure. */



/** Equal for two configurations exactly when they are the same in all that is read of them. */
function usedConfiguration(variables, { values, shapes }) {
    const read = values.map((path) => JSON.stringify(['value', ...valueAt(variables, path)]));
    const looked = shapes.map((path) => JSON.stringify(['shape', ...shapeAt(variables, path)]));
    return [...new Set([...read, ...looked])].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo).join('\n');
}
function valueAt(variables, path) {
    const { at, value } = descend(variables, path);
    return [...at, value === undefined ? 'missing' : (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toCompactJson */ .ZJ)(value)];
}
function shapeAt(variables, path) {
    const { at, value } = descend(variables, path);
    // A list on the way may be indexed in more than one spelling, so it counts as a whole.
    if (value?.kind === 'list' && at.length < path.length)
        return [...at, (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toCompactJson */ .ZJ)(value)];
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

/***/ 2095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ realFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4409);
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


/***/ }),

/***/ 4330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T3: () => (/* binding */ notUtf8),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   co: () => (/* binding */ isUtf8),
/* harmony export */   mo: () => (/* binding */ submoduleAt),
/* harmony export */   qm: () => (/* binding */ leadsOut),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7421);
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
/** Compares by bytes (UTF-8 order equals code point order), the same on every machine. */
function compareBytes(a, b) {
    if (a === b)
        return 0;
    for (let index = 0; index < a.length && index < b.length; index += 1) {
        const x = a.codePointAt(index) ?? 0;
        const y = b.codePointAt(index) ?? 0;
        if (x !== y)
            return x - y;
    }
    return a.length - b.length;
}


/***/ })

};

//# sourceMappingURL=857.index.js.map