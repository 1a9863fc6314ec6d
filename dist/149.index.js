export const id = 149;
export const ids = [149];
export const modules = {

/***/ 1586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ findFittingTerraform)
});

// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(7918);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/terraform/process.ts
var process = __webpack_require__(8381);
;// CONCATENATED MODULE: ./src/terraform/binary.ts
/** Finds the Terraform binary and checks its version. */





/**
 * Finds Terraform on PATH, or else OpenTofu, and queries its version. hashicorp/setup-terraform and
 * opentofu/setup-opentofu put a Node wrapper on PATH that alters output and exit codes: the real binary beside it is
 * preferred.
 *
 * @param directory absolute path of the project root: version managers decide by its files
 * @throws ProblemError if there is none
 */
async function findTerraform(directory, environment, processes) {
    const path = locate(environment);
    if (path === undefined) {
        throw (0,problems/* problemError */.gS)('terraform', 'Terraform was not found on PATH.', {
            hint: 'In a workflow, add "uses: hashicorp/setup-terraform@v3" before this step; elsewhere see https://developer.hashicorp.com/terraform/install.',
        });
    }
    // The JSON form does not say which of the two programs it is.
    const result = await (0,process/* runTerraform */.Y)({ binary: { path, processes }, args: ['version'], directory, environment });
    const [, name, version] = /^(Terraform|OpenTofu) v(\S+)$/mu.exec(result.stdout) ?? [];
    if (result.code !== 0 || version === undefined) {
        throw (0,problems/* problemError */.gS)('terraform', `"${path} version" failed: ${result.stderr.trim()}`);
    }
    return { path, program: name === 'OpenTofu' ? 'OpenTofu' : 'Terraform', version, processes };
}
function locate(environment) {
    const folders = (environment['PATH'] ?? '').split(external_node_path_.delimiter).filter(Boolean);
    const candidates = ['terraform', 'tofu'].flatMap((name) => {
        const wrapped = environment[`${name.toUpperCase()}_CLI_PATH`];
        return [
            ...(wrapped === undefined ? [] : [(0,external_node_path_.join)(wrapped, `${name}-bin`)]),
            ...folders.map((folder) => (0,external_node_path_.join)(folder, name)),
        ];
    });
    return candidates.find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/**
 * Checks a version against `terraform.version`: an exact version, a constraint (`~> 1.9`, `>= 1.5, < 2`), or a
 * prefix (`v1`, `1.11`).
 *
 * @param place of the setting, for the message
 * @throws ProblemError if it does not match or the setting is invalid
 */
function checkVersion(version, wanted, place) {
    const fits = satisfies(version, wanted);
    if (fits === true)
        return;
    throw (0,problems/* problemError */.gS)('terraform', fits === undefined
        ? `terraform.version "${wanted}" is neither a version nor a constraint.`
        : `Terraform is ${version}, but terraform.version asks for "${wanted}".`, { place, hint: 'Give setup-terraform the version that the project asks for, or change terraform.version.' });
}
/** Undefined: the constraint is invalid. Syntax: Terraform's version constraints. */
function satisfies(version, wanted) {
    const parts = wanted.split(',').map((part) => part.trim());
    let fits = true;
    for (const part of parts) {
        const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?$/u.exec(part);
        const digits = match?.[2];
        const bound = digits === undefined ? null : (0,semver.coerce)(digits);
        if (match === null || digits === undefined || bound === null)
            return undefined;
        const exact = `${bound.version}${match[3] ?? ''}`;
        if ((0,semver.valid)(exact) === null)
            return undefined;
        fits &&= compare(version, match[1] ?? '=', exact, digits.split('.').length, bound);
    }
    return fits;
}
const COMPARISONS = new Map([
    ['!=', semver.neq],
    ['>=', semver.gte],
    ['<=', semver.lte],
    ['>', semver.gt],
    ['<', semver.lt],
]);
function compare(version, operator, exact, precision, bound) {
    const comparison = COMPARISONS.get(operator);
    if (comparison !== undefined)
        return comparison(version, exact);
    if (operator === '~>') {
        const above = precision > 2 ? `${bound.major}.${bound.minor + 1}.0` : `${bound.major + 1}.0.0`;
        return (0,semver.gte)(version, exact) && (0,semver.lt)(version, above);
    }
    if (precision > 2)
        return (0,semver.eq)(version, exact);
    // A prefix: "1" matches 1.x.y, "1.11" matches 1.11.x.
    const [own, wanted] = [version, exact].map((each) => each.split('.').slice(0, precision).join('.'));
    return own === wanted;
}

;// CONCATENATED MODULE: ./src/execution/fitting-terraform.ts



/**
 * @param projectRoot absolute path
 * @throws ProblemError when Terraform is missing or its version does not fit `terraform.version`
 */
async function findFittingTerraform(project, projectRoot, { environment, processes }) {
    const binary = await findTerraform(projectRoot, environment, processes);
    const wanted = project.settings.terraformVersion;
    if (wanted !== undefined)
        checkVersion(binary.version, wanted, { file: (0,snapshot/* joinPath */.uJ)(project.root, settings/* SETTINGS_FILE */.tP) });
    return binary;
}


/***/ }),

/***/ 8557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4330);
/** The order in which leaves run. */

/**
 * Sorts parent places before child places; within a place, compositions in the given order, then unlisted ones by name.
 *
 * @param compositionOrder `compositions.order.terraform`
 */
function inOrder(items, compositionOrder) {
    const rank = new Map(compositionOrder.map((composition, index) => [composition, index]));
    const rankOf = (leaf) => rank.get(leaf.composition) ?? compositionOrder.length;
    return [...items].sort((a, b) => comparePlaces(a.leaf.place, b.leaf.place) ||
        rankOf(a.leaf) - rankOf(b.leaf) ||
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a.leaf.composition, b.leaf.composition) ||
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a.leaf.path, b.leaf.path));
}
/** Compares folder by folder, so that a parent precedes its children regardless of the characters in their names. */
function comparePlaces(a, b) {
    const as = a.split('/');
    const bs = b.split('/');
    for (let index = 0; index < Math.min(as.length, bs.length); index += 1) {
        const order = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(as[index] ?? '', bs[index] ?? '');
        if (order !== 0)
            return order;
    }
    return as.length - bs.length;
}


/***/ }),

/***/ 7385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7421);
/* harmony import */ var _refuse_links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2346);
/** `.kompos-runtime/.lock` admits one run at a time. */







/**
 * Takes the lock, or reports its holder. The lock of a process that no longer exists does not count.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param now the time of day, for the message that a second run gets
 * @throws ProblemError if another run holds it, or `.kompos-runtime` is not a folder
 */
function takeLock(runtimeRoot, command, now) {
    (0,_refuse_links_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseLinks */ .U)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(runtimeRoot), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(runtimeRoot));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(runtimeRoot, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtimeRoot, '.lock');
    const holder = { pid: process.pid, host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), since: now.toISOString(), command };
    // Twice: again after a stale lock was moved away.
    for (let attempt = 0; attempt < 2; attempt += 1) {
        if (create(path, holder))
            return {
                release: once(() => {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
                }),
            };
        const other = read(path);
        if (other !== undefined && isAlive(other))
            throw held(path, other);
        moveAway(path);
    }
    throw held(path, read(path));
}
/** A link appears with its content or not at all, so no other run can read a half-written lock. */
function create(path, holder) {
    const own = `${path}.${process.pid}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(own, { force: true });
    // Never through an existing link.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(own, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(own, path);
        return true;
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'EEXIST'))
            return false;
        throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(own, { force: true });
    }
}
/** Removes a stale lock. Another run may have replaced it with its own in the meantime: that one is restored. */
function moveAway(path) {
    const aside = `${path}.stale.${process.pid}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, aside);
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'ENOENT'))
            return;
        throw error;
    }
    const moved = read(aside);
    try {
        if (moved !== undefined && isAlive(moved))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(aside, path);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(aside, { force: true });
    }
}
function read(path) {
    try {
        // A link may lead to an endless file.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isFile())
            return undefined;
        return readHolder(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch {
        // Gone by now, or not ours.
        return undefined;
    }
}
function readHolder(value) {
    const pid = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'pid');
    const [host, since, command] = ['host', 'since', 'command'].map((name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(value, name));
    if (typeof pid !== 'number' || host === undefined || since === undefined || command === undefined)
        return undefined;
    return { pid, host, since, command };
}
/** A process on another host cannot be checked, so its lock counts. */
function isAlive(holder) {
    if (holder.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)())
        return true;
    try {
        process.kill(holder.pid, 0);
        return true;
    }
    catch (error) {
        return (0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'EPERM');
    }
}
function held(path, holder) {
    const who = holder === undefined
        ? 'Another kompos run'
        : `Another kompos run (process ${holder.pid} on ${holder.host}, since ${holder.since}: ${holder.command})`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemError */ .gS)('lock', `${who} is at work in this project.`, {
        hint: `Wait for it to end. If you are sure that it has ended, remove ${path}.`,
    });
}
function once(action) {
    let done = false;
    return () => {
        if (done)
            return;
        done = true;
        action();
    };
}


/***/ }),

/***/ 166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _f: () => (/* binding */ linkRuntimeDirectory),
  DA: () => (/* binding */ removeLeftovers),
  gy: () => (/* binding */ removeRuntimeDirectory),
  nI: () => (/* binding */ writeRuntimeDirectory),
  r6: () => (/* binding */ writeRuntimeDirectoryApart)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/runtime/git-lfs.ts
/** Files of which git has only a pointer or a ciphertext: Terraform must get the real content, or nothing. */





/** Source: git-lfs, docs/spec.md. */
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:([0-9a-f]{64})\n/u;
/** Source: git-crypt, `commands.cpp`. */
const ENCRYPTED = Buffer.from('\0GITCRYPT\0', 'latin1');
/** Longer files are not pointers. */
const MAX_POINTER = 1024;
/**
 * The real content of a committed file. That of Git LFS comes from the checked-out file, and only if it is exactly what
 * the commit names.
 *
 * @param path from the repository root
 * @param tree absolute path of a folder on disk that has the commit's files
 * @throws ProblemError if the content is not available
 */
function realContent(path, committed, tree) {
    if (committed.subarray(0, ENCRYPTED.length).equals(ENCRYPTED)) {
        throw notHere(path, 'is encrypted by git-crypt', 'Keep what Terraform reads out of git-crypt.');
    }
    if (committed.length > MAX_POINTER)
        return committed;
    const wanted = POINTER.exec(committed.toString('utf8'))?.[1];
    if (wanted === undefined)
        return committed;
    const hint = 'Fetch it before this step: "lfs: true" at actions/checkout, or git lfs pull.';
    let found;
    try {
        found = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(tree, path));
    }
    catch (error) {
        throw notHere(path, `is kept in Git LFS, and cannot be read here (${(0,node_errors/* messageOf */.bD)(error)})`, hint);
    }
    if ((0,external_node_crypto_.createHash)('sha256').update(found).digest('hex') === wanted)
        return found;
    throw notHere(path, 'is kept in Git LFS, and what the commit names is not checked out', hint);
}
function notHere(file, why, hint) {
    return (0,problems/* problemError */.gS)('files', `The file ${why}.`, { place: { file }, hint });
}

// EXTERNAL MODULE: ./src/runtime/refuse-links.ts
var refuse_links = __webpack_require__(2346);
;// CONCATENATED MODULE: ./src/runtime/runtime-directory.ts
/** Renderings on disk. */







/** Never linked as neighbors: they are not sources, and the runtime folder would contain itself. */
const NO_NEIGHBORS = new Set(['.git', runtime_folder/* RUNTIME_FOLDER */.M]);
/**
 * Writes a rendering to `<runtimeRoot>/leaves/<leaf>/<source folder>`. At every level above the runtime directory the
 * neighbors of the source folder are linked, so that relative paths work as in the source folder, however many leaves of
 * one composition are on disk. What an earlier run left for this leaf is removed first.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param tree absolute path of a folder on disk that has the snapshot's files
 * @returns absolute path of the runtime directory
 */
async function writeRuntimeDirectory(rendering, snapshot, runtimeRoot, tree) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot);
    linkNeighbors(leafRoot, rendering.source, tree);
    await writeFiles(rendering, snapshot, directory, (path, committed) => realContent(path, committed, tree));
    return directory;
}
/**
 * The same for a snapshot that is not on disk, such as the base of a removed leaf: its neighbors are written as they are
 * in the snapshot, regardless of the working tree.
 *
 * @param neighbors the files outside of the source folder that the rendering refers to
 */
async function writeRuntimeDirectoryApart(rendering, snapshot, runtimeRoot, neighbors) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot);
    await snapshot.load(neighbors);
    for (const file of neighbors) {
        // Its content at that commit is in another repository; Terraform reports that it is missing.
        if (file.isSubmodule === true)
            continue;
        writeFile((0,external_node_path_.join)(leafRoot, file.path), snapshot.read(file), file.executable);
    }
    await writeFiles(rendering, snapshot, directory, (_, committed) => committed);
    return directory;
}
function makeDirectory(rendering, runtimeRoot) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, `leaves/${rendering.leaf.path}`);
    const leafRoot = (0,external_node_path_.join)(runtimeRoot, 'leaves', rendering.leaf.path);
    (0,external_node_fs_.rmSync)(leafRoot, { recursive: true, force: true });
    const directory = (0,external_node_path_.join)(leafRoot, rendering.source);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    // Terraform's plan file, which contains secrets in clear, is world-readable until it is complete.
    (0,external_node_fs_.chmodSync)(leafRoot, 0o700);
    return { leafRoot, directory };
}
/** @param real the real content of a committed file, by its path */
async function writeFiles(rendering, snapshot, directory, real) {
    await snapshot.load(rendering.files.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])));
    for (const { name, executable, content } of rendering.files) {
        const bytes = content.kind === 'copy' ? real(content.file.path, snapshot.read(content.file)) : content.text;
        writeFile((0,external_node_path_.join)(directory, name), bytes, executable);
    }
}
function writeFile(path, bytes, executable) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, bytes, { mode: executable ? 0o755 : 0o644 });
}
function linkNeighbors(leafRoot, source, tree) {
    const parts = source.split('/');
    for (const [depth, own] of parts.entries()) {
        const above = parts.slice(0, depth).join('/');
        const level = (0,external_node_path_.join)(leafRoot, above);
        for (const name of namesIn(tree, above)) {
            if (name === own || NO_NEIGHBORS.has(name))
                continue;
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.relative)(level, (0,external_node_path_.join)(tree, above, name)), (0,external_node_path_.join)(level, name));
        }
    }
}
function namesIn(tree, folder) {
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(tree, folder));
    }
    catch (error) {
        if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR'))
            throw error;
        throw (0,problems/* problemError */.gS)('files', `The folder "${folder}" is not in the working tree.`, {
            hint: 'Terraform reads the files beside a composition from there: check out the whole repository, without sparse-checkout.',
        });
    }
}
/**
 * Shows a runtime directory at `.kompos-runtime/terraform/<cloud>/<composition>`, where people look for it.
 *
 * @param shown path below `.kompos-runtime`
 */
function linkRuntimeDirectory(runtimeRoot, shown, directory) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, external_node_path_.posix.dirname(shown));
    const link = (0,external_node_path_.join)(runtimeRoot, shown);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(link), { recursive: true });
    (0,external_node_fs_.rmSync)(link, { recursive: true, force: true });
    (0,external_node_fs_.symlinkSync)((0,external_node_path_.relative)((0,external_node_path_.dirname)(link), directory), link);
}
/** Removes a runtime directory with its working data. */
function removeRuntimeDirectory(runtimeRoot, leafPath) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, `leaves/${leafPath}`);
    const path = (0,external_node_path_.join)(runtimeRoot, 'leaves', leafPath);
    if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        return;
    // A process left behind by a provider may still be writing.
    (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Removes files of a name from all runtime directories: a run that was killed could not remove the plan files that hold
 * secrets in clear.
 */
function removeLeftovers(runtimeRoot, name) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, 'leaves');
    const leaves = (0,external_node_path_.join)(runtimeRoot, 'leaves');
    if ((0,external_node_fs_.existsSync)(leaves))
        removeBelow(leaves, name);
}
/** Links among the entries lead to sources and are not followed; Node 20's recursive listing follows them. */
function removeBelow(folder, name) {
    for (const entry of (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            removeBelow(path, name);
        else if (entry.name === name && entry.isFile())
            (0,external_node_fs_.rmSync)(path, { force: true });
    }
}


/***/ }),

/***/ 8381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runTerraform)
/* harmony export */ });
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9223);
/** How Terraform is started. */

/**
 * Runs Terraform without a terminal and collects what it prints. What `TF_LOG` asks for comes apart from it, so that
 * standard error has nothing but diagnostics.
 */
async function runTerraform({ binary, onLine, environment, ...call }) {
    const { log, ...output } = await binary.processes.runApart({
        ...call,
        program: binary.path,
        environment: logsToUs(environment) ? { ...environment, TF_LOG_PATH: _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_PATH */ .TD } : environment,
    });
    if (onLine !== undefined)
        for (const line of [output.stdout, output.stderr, log].flatMap(linesOf))
            onLine(line);
    return output;
}
function linesOf(text) {
    return text === '' ? [] : text.replace(/\n$/u, '').split('\n');
}
/** Whether a log is asked for, and would go to standard error: not to a file of the user's own. */
function logsToUs(environment) {
    const path = environment['TF_LOG_PATH'] ?? '';
    if (path !== '' && !/^\/(?:dev|proc)\//u.test(path))
        return false;
    return Object.entries(environment).some(([name, value]) => /^TF_LOG(?:_(?!PATH)|$)/u.test(name) && value !== '');
}


/***/ })

};

//# sourceMappingURL=149.index.js.map