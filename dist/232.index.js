export const id = 232;
export const ids = [232];
export const modules = {

/***/ 1376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findFittingTerraform)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7421);
/* harmony import */ var _project_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7918);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4330);
/* harmony import */ var _terraform_binary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9611);
/* harmony import */ var _terraform_mirror_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6045);
/* harmony import */ var _terraform_version_constraint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8570);
/* harmony import */ var _terraform_wanted_program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5256);
/** The program that a project asks for: on PATH, or installed. */








/**
 * @param projectRoot absolute path
 * @throws ProblemError when the program is neither on PATH nor can be installed
 */
async function findFittingTerraform(project, projectRoot, context) {
    const { environment, processes, program } = context;
    const setting = project.settings.terraformVersion;
    const wanted = (0,_terraform_wanted_program_js__WEBPACK_IMPORTED_MODULE_7__/* .wantedProgram */ .ki)({
        ...program,
        files: {
            terraform: await versionFile(project, _terraform_wanted_program_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSION_FILES */ .TS.terraform),
            tofu: await versionFile(project, _terraform_wanted_program_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSION_FILES */ .TS.tofu),
        },
        setting: setting === undefined ? undefined : { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(project.root, _project_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTINGS_FILE */ .tP), text: setting },
    });
    const found = await (0,_terraform_binary_js__WEBPACK_IMPORTED_MODULE_4__/* .findTerraform */ .Y)(projectRoot, environment, processes, wanted.tool);
    const version = wanted.version?.text;
    if (found !== undefined && (version === undefined || (0,_terraform_version_constraint_js__WEBPACK_IMPORTED_MODULE_6__/* .satisfies */ .ib)(found.version, version) === true))
        return found;
    if (version === undefined || program.mirror === 'none')
        throw notFitting(found, wanted);
    return install(found, wanted, version, context);
}
async function install(found, wanted, version, context) {
    const [{ installProgram }, { PUBLISHERS }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(306), __webpack_require__.e(198)]).then(__webpack_require__.bind(__webpack_require__, 4198)),
        __webpack_require__.e(/* import() */ 102).then(__webpack_require__.bind(__webpack_require__, 7102)),
    ]);
    const { environment, program } = context;
    const request = {
        publisher: PUBLISHERS[wanted.tool ?? (found?.program === 'OpenTofu' ? 'tofu' : 'terraform')],
        wanted: version,
        found,
        mirror: program.mirror,
        cache: cacheFolder(environment),
        platform: (0,_terraform_mirror_js__WEBPACK_IMPORTED_MODULE_5__/* .terraformPlatform */ .sb)(process.platform, process.arch),
    };
    try {
        return await installProgram(request, context);
    }
    catch (error) {
        if (!(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm))
            throw error;
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm(error.problems.map((each) => ({ ...each, ...because(each.message, found, wanted) })));
    }
}
/** The runner's tool cache, else the user's cache (https://specifications.freedesktop.org/basedir-spec/latest/). */
function cacheFolder(environment) {
    const tools = environment['RUNNER_TOOL_CACHE'];
    if (tools !== undefined && tools !== '')
        return tools;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(environment['XDG_CACHE_HOME'] || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(environment['HOME'] ?? '', '.cache'), 'kompos');
}
async function versionFile({ snapshot, root }, name) {
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(root, name);
    const file = snapshot.file(path);
    if (file === undefined)
        return undefined;
    await snapshot.load([file]);
    return { file: path, text: snapshot.read(file).toString('utf8') };
}
function because(message, found, wanted) {
    return { message: `${unfit(found, wanted)} ${message}`, place: wanted.version?.place };
}
function notFitting(found, wanted) {
    const { tool, version } = wanted;
    const hint = found === undefined
        ? `In a workflow, set the input "terraform-version" or add "uses: ${tool === 'tofu' ? 'opentofu/setup-opentofu@v1' : 'hashicorp/setup-terraform@v4'}" before this step; elsewhere see ${tool === 'tofu' ? 'https://opentofu.org/docs/intro/install' : 'https://developer.hashicorp.com/terraform/install'}.`
        : `Give setup-terraform the version that the project asks for, let kompos install it (terraform-mirror is "none"), or change ${version?.by ?? ''}.`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('terraform', unfit(found, wanted), { place: version?.place, hint });
}
/** Why what is on PATH does not do. */
function unfit(found, { tool, version }) {
    const { by = '', text = '' } = version ?? {};
    if (found !== undefined)
        return `${found.program} is ${found.version}, but ${by} asks for "${text}".`;
    const name = tool === 'tofu' ? 'OpenTofu' : 'Terraform';
    if (version === undefined)
        return `${name} was not found on PATH.`;
    return `${name} was not found on PATH, and ${by} asks for "${text}".`;
}


/***/ }),

/***/ 9488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ localProgramChoice),
/* harmony export */   a: () => (/* binding */ readMirror)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);

/** The command line's choice: the project's own, downloaded from where `KOMPOS_TERRAFORM_MIRROR` says. */
function localProgramChoice(environment) {
    const mirror = environment['KOMPOS_TERRAFORM_MIRROR'] ?? '';
    return {
        tool: undefined,
        version: undefined,
        mirror: mirror === '' ? undefined : readMirror(mirror, 'KOMPOS_TERRAFORM_MIRROR'),
    };
}
/**
 * @param given an address, or `none`
 * @param name of what it was given for, for the message
 * @returns the address without a slash at its end
 * @throws ProblemError when it is neither
 */
function readMirror(given, name) {
    if (given === 'none')
        return given;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const isPlain = url !== undefined && /^https?:$/u.test(url.protocol) && url.search === '' && url.hash === '';
    // An address with a password would stand in logs.
    if (isPlain && url.username === '' && url.password === '')
        return given.replace(/\/+$/u, '');
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('input', `${name} is no address of a mirror.`, {
        hint: 'Allowed: an address such as https://mirror.example.org/hashicorp, without a password, or none to install nothing.',
    });
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

/***/ 9611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ findTerraform),
/* harmony export */   q: () => (/* binding */ askVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7421);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8381);
/* harmony import */ var _wanted_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5256);
/** Finds the Terraform binary on PATH and asks for its version. */





/**
 * Finds a program on PATH and asks for its version: the tool that is given, else Terraform, or OpenTofu where there is
 * none. hashicorp/setup-terraform and opentofu/setup-opentofu put a Node wrapper on PATH that alters output and exit
 * codes: the real binary beside it is preferred. So is the one that a version manager's shim would start: the shim
 * chooses again in each folder.
 *
 * @param directory absolute path of the project root: version managers choose by what lies there
 * @returns undefined where there is none
 * @throws ProblemError when it cannot say its version
 */
async function findTerraform(directory, environment, processes, tool) {
    const path = locate(environment, tool === undefined ? _wanted_program_js__WEBPACK_IMPORTED_MODULE_4__/* .TOOLS */ .It : [tool]);
    if (path === undefined)
        return undefined;
    const asked = await askVersion(path, directory, environment, processes);
    const managed = managedBinaries(path, asked, environment).find(isExecutable);
    return managed === undefined ? asked : { ...asked, path: managed };
}
/**
 * Which program a binary is, and its version.
 *
 * @throws ProblemError when it does not say so
 */
async function askVersion(path, directory, environment, processes) {
    // The JSON form does not say which of the two programs it is.
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .runTerraform */ .Y)({ binary: { path, processes }, args: ['version'], directory, environment });
    const [, name, version] = /^(Terraform|OpenTofu) v(\S+)$/mu.exec(result.stdout) ?? [];
    if (result.code !== 0 || version === undefined) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('terraform', `"${path} version" failed: ${result.stderr.trim()}`);
    }
    return { path, program: name === 'OpenTofu' ? 'OpenTofu' : 'Terraform', version, processes };
}
function locate(environment, tools) {
    const folders = (environment['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(Boolean);
    const candidates = tools.flatMap((name) => {
        const wrapped = environment[`${name.toUpperCase()}_CLI_PATH`];
        return [
            ...(wrapped === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(wrapped, `${name}-bin`)]),
            ...folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)),
        ];
    });
    return candidates.find(isExecutable);
}
/**
 * Where tfenv (`<root>/bin/terraform`, `<root>/versions/<version>/terraform`) and tenv (a `terraform` beside `tenv`,
 * `<TENV_ROOT>/Terraform/<version>/terraform`) keep what their shims start; none where the path is no shim.
 */
function managedBinaries(path, { program, version }, environment) {
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
    const home = environment['HOME'] ?? '';
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real));
    const isTenv = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real)].some((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'tenv')));
    const tenv = environment['TENV_ROOT'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.tenv');
    return [
        ...((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real)) === 'bin' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'libexec'))
            ? [environment['TFENV_CONFIG_DIR'] ?? root, root].map((each) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each, 'versions', version, name))
            : []),
        ...(isTenv ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tenv, program, version, name)] : []),
    ];
}
function isExecutable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
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


/***/ }),

/***/ 8570:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cV: () => (/* binding */ canBeRead),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/** Versions of Terraform, and what may be asked of them. Pure. */

/** Whether it is a version, a constraint or a beginning of a version. */
function canBeRead(wanted) {
    return satisfies('0.0.0', wanted) !== undefined;
}
/** The version that is asked for, where it is a single one: `v1.11.4`, `= 1.11.4`. */
function exactVersion(wanted) {
    return /^=?\s*v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/u.exec(wanted.trim())?.[1];
}
/**
 * Whether a version is what an exact version, a constraint (`~> 1.9`, `>= 1.5, < 2`), or a beginning (`v1`, `1.11`) asks
 * for. Undefined: it cannot be read. Syntax: Terraform's version constraints.
 */
function satisfies(version, wanted) {
    const parts = wanted.split(',').map((part) => part.trim());
    let fits = true;
    for (const part of parts) {
        const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?$/u.exec(part);
        const digits = match?.[2];
        const bound = digits === undefined ? null : (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(digits);
        if (match === null || digits === undefined || bound === null)
            return undefined;
        const exact = `${bound.version}${match[3] ?? ''}`;
        if ((0,semver__WEBPACK_IMPORTED_MODULE_0__.valid)(exact) === null)
            return undefined;
        fits &&= compare(version, match[1] ?? '=', exact, digits.split('.').length, bound);
    }
    return fits;
}
const COMPARISONS = new Map([
    ['!=', semver__WEBPACK_IMPORTED_MODULE_0__.neq],
    ['>=', semver__WEBPACK_IMPORTED_MODULE_0__.gte],
    ['<=', semver__WEBPACK_IMPORTED_MODULE_0__.lte],
    ['>', semver__WEBPACK_IMPORTED_MODULE_0__.gt],
    ['<', semver__WEBPACK_IMPORTED_MODULE_0__.lt],
]);
function compare(version, operator, exact, precision, bound) {
    const comparison = COMPARISONS.get(operator);
    if (comparison !== undefined)
        return comparison(version, exact);
    if (operator === '~>') {
        const above = precision > 2 ? `${bound.major}.${bound.minor + 1}.0` : `${bound.major + 1}.0.0`;
        return (0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)(version, exact) && (0,semver__WEBPACK_IMPORTED_MODULE_0__.lt)(version, above);
    }
    if (precision > 2)
        return (0,semver__WEBPACK_IMPORTED_MODULE_0__.eq)(version, exact);
    // A beginning: "1" fits 1.x.y, "1.11" fits 1.11.x.
    const [own, wanted] = [version, exact].map((each) => each.split('.').slice(0, precision).join('.'));
    return own === wanted;
}


/***/ }),

/***/ 5256:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ TOOLS),
/* harmony export */   TS: () => (/* binding */ VERSION_FILES),
/* harmony export */   k0: () => (/* binding */ LATEST),
/* harmony export */   ki: () => (/* binding */ wantedProgram)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
/* harmony import */ var _version_constraint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8570);
/** Which program, and which version of it, a project asks for. Pure. */


const TOOLS = ['terraform', 'tofu'];
/** The files in the project root that version managers read, too. */
const VERSION_FILES = { terraform: '.terraform-version', tofu: '.opentofu-version' };
const LATEST = 'latest';
/**
 * The input counts first, then the program's version file, then the setting. Where no tool is given, a project that has
 * nothing but a version file of OpenTofu wants OpenTofu.
 *
 * @throws ProblemError when the version that counts cannot be read
 */
function wantedProgram({ tool, version, files, setting }) {
    const chosen = tool ?? (files.tofu !== undefined && files.terraform === undefined ? 'tofu' : undefined);
    const file = files[chosen ?? 'terraform'];
    const candidates = [
        version === undefined ? undefined : { text: version, by: 'input "terraform-version"', place: undefined },
        file && { text: firstLine(file.text), by: VERSION_FILES[chosen ?? 'terraform'], place: { file: file.file } },
        setting && { text: setting.text, by: 'terraform.version', place: { file: setting.file } },
    ];
    const wanted = candidates.find((each) => each !== undefined);
    if (wanted !== undefined && wanted.text !== LATEST && !(0,_version_constraint_js__WEBPACK_IMPORTED_MODULE_1__/* .canBeRead */ .cV)(wanted.text)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('terraform', `${sentence(wanted.by)} "${wanted.text}" is neither a version nor a constraint.`, {
            place: wanted.place,
            hint: 'Allowed: a version (1.11.4), a constraint (~> 1.9), a prefix (1.11), or latest.',
        });
    }
    return { tool: chosen, version: wanted };
}
/** Version managers skip comments. */
function firstLine(text) {
    const lines = text.split('\n').map((line) => line.replace(/#.*$/u, '').trim());
    return lines.find((line) => line !== '') ?? '';
}
function sentence(by) {
    return by.replace(/^input/u, 'Input');
}


/***/ })

};

//# sourceMappingURL=232.index.js.map