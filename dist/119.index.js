export const id = 119;
export const ids = [119];
export const modules = {

/***/ 3119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planLocally: () => (/* binding */ planLocally)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6831);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(724);
/* harmony import */ var _masking_masking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9554);
/* harmony import */ var _masking_likely_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3662);
/* harmony import */ var _comment_comment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7142);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5284);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4601);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9574);
/* harmony import */ var _runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2346);
/* harmony import */ var _execution_program_choice_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9488);
/* harmony import */ var _terraform_unattended_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5800);
/* harmony import */ var _execution_local_comparison_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1974);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4690);
/** `kompos plan`: the report that a pull request would get, before anything is pushed. */














/**
 * Plans what differs between the working tree and a commit. Sensitive values and those of the environment are masked in
 * the report, because it is meant to be shared.
 *
 * @throws ProblemError when nothing can be compared
 */
async function planLocally(request, context) {
    const masker = (0,_masking_masking_js__WEBPACK_IMPORTED_MODULE_2__.createMasker)([]);
    // Terraform gets the whole environment, and a plan can print it.
    masker.addEncoded((0,_masking_likely_secrets_js__WEBPACK_IMPORTED_MODULE_3__.likelySecrets)(context.environment));
    const configurationEnvironment = remembering((0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_12__/* .openEnvironment */ .A)(context.environment), masker);
    const report = await (0,_execution_local_comparison_js__WEBPACK_IMPORTED_MODULE_10__/* .withLocalComparison */ .T)({ ...request, head: undefined }, { ...context, configurationEnvironment }, (comparison) => plan(comparison, configurationEnvironment, masker, context));
    const masked = (0,_masking_masking_js__WEBPACK_IMPORTED_MODULE_2__.maskData)(report, masker);
    const text = request.format === 'text' ? (0,_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .renderWholeText */ .P)(masked, context.paint) : (0,_comment_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .renderSummary */ .B)(masked);
    return { text, failed: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .hasFailed */ .WN)(report) };
}
async function plan({ why, baseCommit, base, head, changed, unused, sharedStates, root, top }, configurationEnvironment, masker, context) {
    const { log } = context;
    (0,_runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseLinks */ .U)(root, `${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_13__/* .RUNTIME_FOLDER */ .M}/providers`);
    log.info(why);
    const processes = (0,_base_child_process_js__WEBPACK_IMPORTED_MODULE_1__/* .createChildProcesses */ .yb)();
    const stopListening = processes.passSignalsOn(() => {
        log.warning('Cancelled: what is running was asked to stop.');
    }, { forItsOwn: 5_000, forItself: 10_000 });
    try {
        const { report } = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .planLeaves */ .o)({
            facts: { title: '', repository: '', serverUrl: '', runUrl: undefined },
            shownHead: undefined,
            noTerraform: undefined,
            leaves: [],
            projectRoot: root,
            parallelism: context.parallelism,
            lockTimeout: undefined,
            providerMirror: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_13__/* .RUNTIME_FOLDER */ .M, 'providers'),
            platform: context.platform,
        }, {
            environment: (0,_terraform_unattended_js__WEBPACK_IMPORTED_MODULE_9__/* .unattended */ .D)(context.environment),
            configurationEnvironment,
            // Only the progress: the report has the plans.
            log: { ...log, group: () => undefined },
            masker,
            now: context.now,
            processes,
            program: (0,_execution_program_choice_js__WEBPACK_IMPORTED_MODULE_8__/* .localProgramChoice */ .N)(context.environment),
            cancelled: processes.interrupted,
        }, {
            head,
            base,
            changed,
            unused,
            sharedStates,
            notices: [],
        }, { head: undefined, base: baseCommit }, top);
        return report;
    }
    finally {
        stopListening();
    }
}
/** Masks every value that configuration reads. */
function remembering(environment, masker) {
    return {
        read(name) {
            const answer = environment.read(name);
            if (answer.kind === 'value')
                masker.addEncoded([answer.value]);
            return answer;
        },
    };
}


/***/ }),

/***/ 1974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ withLocalComparison)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(2017);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(897);
// EXTERNAL MODULE: ./src/git/git.ts
var git_git = __webpack_require__(308);
// EXTERNAL MODULE: ./src/git/history.ts + 1 modules
var git_history = __webpack_require__(9643);
// EXTERNAL MODULE: ./src/git/objects.ts
var git_objects = __webpack_require__(3644);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
;// CONCATENATED MODULE: ./src/git/write-working-tree.ts
/** The working tree as a git tree: the content of a commit of everything, without making one. */





/** Folders that are not sources, in case git does not ignore them. */
const NEVER_ADDED = [runtime_folder/* RUNTIME_FOLDER */.M, '.terraform'];
/**
 * Writes the working tree as git would commit it: tracked and untracked files, changed ones as they are now, ignored
 * ones left out. Neither the repository's index nor its objects are touched: new objects go into `scratch`.
 *
 * @param git seam at the repository's top folder
 * @param scratch absolute path of an empty folder
 * @returns the tree's id, and the environment in which git can read the tree as long as `scratch` exists
 */
async function writeWorkingTree(git, scratch) {
    const [indexPath = '', objectsPath = ''] = (await git.run(['rev-parse', '--git-path', 'index', '--git-path', 'objects'])).split('\n');
    const index = (0,external_node_path_.join)(scratch, 'index');
    copyIndex((0,external_node_path_.resolve)(git.directory, indexPath), index);
    const objects = (0,external_node_path_.join)(scratch, 'objects');
    (0,external_node_fs_.mkdirSync)(objects);
    const environment = {
        GIT_OBJECT_DIRECTORY: objects,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates((0,external_node_path_.resolve)(git.directory, objectsPath), git.environment['GIT_ALTERNATE_OBJECT_DIRECTORIES']),
    };
    const scratchGit = (0,git_git/* createGit */.lD)(git.directory, { ...git.environment, ...environment, GIT_INDEX_FILE: index });
    // An embedded repository is not part of this one, and needs no advice.
    const quiet = ['-c', 'advice.addEmbeddedRepo=false', '-c', 'core.safecrlf=false'];
    const excluded = NEVER_ADDED.map((name) => `:(top,exclude,glob)**/${name}/**`);
    await scratchGit.run([...quiet, 'add', '--all', '--', ':(top)', ...excluded]);
    const tree = (await scratchGit.run(['write-tree'])).trim();
    return { tree, environment };
}
/**
 * The index records unchanged files, so that they need not be read. Git rereads a file unless it is older than the
 * index itself: the copy must not appear newer than the original.
 */
function copyIndex(from, to) {
    try {
        (0,external_node_fs_.copyFileSync)(from, to);
        const { atimeMs, mtimeMs } = (0,external_node_fs_.statSync)(from);
        (0,external_node_fs_.utimesSync)(to, Math.floor(atimeMs / 1000), Math.floor(mtimeMs / 1000));
    }
    catch (error) {
        if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT'))
            throw error;
    }
}
function alternates(objects, inherited) {
    const quoted = `"${objects.replace(/["\\]/gu, '\\$&')}"`;
    return inherited === undefined || inherited === '' ? quoted : `${quoted}:${inherited}`;
}

// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(724);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/project/leaves.ts
var project_leaves = __webpack_require__(2857);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(7173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 30 modules
var renderer = __webpack_require__(3464);
// EXTERNAL MODULE: ./src/snapshot/blobs.ts
var snapshot_blobs = __webpack_require__(8372);
// EXTERNAL MODULE: ./src/snapshot/commit-snapshot.ts + 1 modules
var commit_snapshot = __webpack_require__(5203);
// EXTERNAL MODULE: ./src/execution/local-project.ts + 1 modules
var local_project = __webpack_require__(8004);
;// CONCATENATED MODULE: ./src/execution/local-comparison.ts
/** The comparison of the command line: a commit with another one, or with the working tree as it is. */




















/**
 * Compares, and keeps what the renderers read from git open for as long as `use` runs.
 *
 * @throws ProblemError if there is no repository, or a revision or path does not exist
 */
async function withLocalComparison(request, { directory, environment, configurationEnvironment = (0,environment_reader/* openEnvironment */.A)(environment) }, use) {
    const root = (0,local_project/* projectRoot */.YQ)(request.rootPath, directory);
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    if (repository === undefined) {
        throw (0,problems/* problemError */.gS)('git', `${await (0,git_repository/* whyNoRepository */._b)(root, environment)} There is nothing to compare with.`, {
            hint: 'Make a first commit, or name the project with --root-path DIR.',
        });
    }
    const top = (0,external_node_fs_.realpathSync)(repository.top);
    const git = (0,git_git/* createGit */.lD)(top, environment);
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'kompos-'));
    const committed = (0,git_objects/* openObjects */.d)(git);
    try {
        const history = (0,git_history/* openHistory */.j)(git, committed, repository, undefined);
        const { baseCommit, headCommit, why } = await chooseRevisions(git, repository, history, request);
        const working = headCommit === undefined ? await writeWorkingTree(git, scratch) : undefined;
        const reading = (0,git_git/* createGit */.lD)(top, { ...environment, ...working?.environment });
        const objects = (0,git_objects/* openObjects */.d)(reading);
        try {
            const blobs = (0,snapshot_blobs/* openBlobs */.d)(objects);
            const caches = (0,renderer/* createCaches */.Y)();
            const snapshotOf = (tree, label) => (0,commit_snapshot/* snapshotOfCommit */.H)(reading, blobs, tree, { label, fetchBlobs: history.fetchBlobs });
            const rendererOf = (project) => (0,renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), configurationEnvironment, caches, request.listMerge);
            const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
            const base = rendererOf(await (0,project_project/* openEarlierProject */.c7)(await snapshotOf(baseCommit), place));
            const headSnapshot = working === undefined
                ? await snapshotOf(headCommit ?? baseCommit)
                : await snapshotOf(working.tree, 'the working tree');
            const head = rendererOf((0,unused_settings/* withUnusedSettings */.K)(await (0,project_project/* openProject */.U8)(headSnapshot, place)));
            const wanted = selection(request, base, head, root, directory);
            (0,debug/* debug */.Yz)(`comparing head ${headCommit ?? 'the working tree'} with base ${baseCommit}`);
            const difference = await (0,debug/* timed */.ay)('finding changed leaves', () => (0,changed_leaves/* findChangedLeaves */.U)(base, head), (found) => `${found.changed.length} changed, ${found.unused.length} unused`);
            const changed = difference.changed.filter(({ leaf }) => wanted(leaf.path));
            const unused = difference.unused.filter(wanted);
            const { sharedStates } = difference;
            return await use({ baseCommit, headCommit, why, base, head, changed, unused, sharedStates, root, top });
        }
        finally {
            objects.close();
        }
    }
    finally {
        committed.close();
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    }
}
/** Whether a leaf is at or below the path that was asked for; a leaf that is gone counts as well. */
function selection({ configPath }, base, head, root, directory) {
    if (configPath === undefined)
        return () => true;
    const leaves = new Map([...base.leaves, ...head.leaves].map((leaf) => [leaf.path, leaf]));
    const paths = new Set((0,project_leaves/* leavesAt */._8)([...leaves.values()], (0,local_project/* fromRoot */.tc)(configPath, root, directory)).map(({ path }) => path));
    return (path) => paths.has(path);
}
async function chooseRevisions(git, repository, history, request) {
    const headCommit = request.head === undefined ? undefined : await named(git, '--head', request.head);
    const shown = headCommit === undefined ? 'the working tree' : (0,names/* shortCommit */.A)(headCommit);
    const say = (base, why) => `Comparing ${shown} with ${(0,names/* shortCommit */.A)(base)}, ${why}.`;
    if (request.base !== undefined) {
        const baseCommit = await named(git, '--base', request.base);
        return { baseCommit, headCommit, why: say(baseCommit, `which is ${request.base}`) };
    }
    const branch = await (0,git_repository/* defaultBranch */.OR)(git, history);
    if (!('commit' in branch)) {
        const asked = branch.failure === undefined ? '' : ` The remote did not report its default branch: ${branch.failure}`;
        throw (0,problems/* problemError */.gS)('base', `There is no remote branch and no main or master to compare with.${asked}`, {
            hint: 'Name a commit to compare with: --base REV.',
        });
    }
    const baseCommit = await mergeBase(history, headCommit ?? repository.head, branch);
    return { baseCommit, headCommit, why: say(baseCommit, `where it branched off ${branch.name}`) };
}
async function named(git, option, revision) {
    const commit = await (0,git_repository/* findCommit */.fq)(git, revision);
    if (commit !== undefined)
        return commit;
    throw (0,problems/* problemError */.gS)('base', `${option} is "${revision}", which is not a commit in this repository.`, {
        hint: 'Use a branch, tag or commit id that "git log" knows; "git fetch" gets those of the remote.',
    });
}
async function mergeBase(history, head, { name, commit }) {
    const found = await history.mergeBase(head, commit);
    if (found !== undefined)
        return found;
    throw (0,problems/* problemError */.gS)('base', `${(0,names/* shortCommit */.A)(head)} and ${name} have no common history, so there is nothing to compare with.`, {
        hint: 'Name a commit to compare with: --base REV.',
    });
}


/***/ }),

/***/ 8004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ fromRoot),
  b7: () => (/* binding */ openLocalProject),
  YQ: () => (/* binding */ projectRoot)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(724);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(7173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 30 modules
var rendering_renderer = __webpack_require__(3464);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
;// CONCATENATED MODULE: ./src/snapshot/working-tree-snapshot.ts
/** The files on disk, ignored and uncommitted ones included: what the command line works on. */






/** Folders that never hold sources and may be huge. */
const SKIPPED = new Set(['.git', '.terraform', runtime_folder/* RUNTIME_FOLDER */.M, 'node_modules']);
/**
 * Reads files on request, and walks only the folders that are needed.
 *
 * @param root absolute path of the repository root (or of the project, outside of a repository)
 */
function snapshotOfWorkingTree(root) {
    const realRoot = (0,external_node_fs_.realpathSync)(root);
    const walked = new Map();
    /** The real path behind `path`, or a problem if a link leads out or nowhere; undefined if nothing exists there. */
    function real(path) {
        let target;
        try {
            target = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path));
        }
        catch (error) {
            if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR'))
                throw brokenLink(path, 'leads in a circle');
            if (!linkExists(path))
                return undefined;
            throw brokenLink(path, 'leads to a file that does not exist');
        }
        const inside = (0,external_node_path_.relative)(realRoot, target);
        if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`))
            throw brokenLink(path, 'leads out of the repository');
        if (inside.split(external_node_path_.sep).includes('.git'))
            throw brokenLink(path, "leads into git's own folder");
        return target;
    }
    function linkExists(path) {
        try {
            return (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path)).isSymbolicLink();
        }
        catch {
            return false;
        }
    }
    /** The files directly in a folder, or below it too. Throws at a broken link, unless `onBroken` takes it. */
    function walk(folder, ancestors, onBroken, deep = true) {
        const target = real(folder === '' ? '.' : folder);
        if (target === undefined || !(0,external_node_fs_.statSync)(target).isDirectory())
            return [];
        if (ancestors.has(target))
            throw brokenLink(folder, 'leads in a circle');
        const within = new Set([...ancestors, target]);
        const files = [];
        for (const entry of (0,external_node_fs_.readdirSync)(target, { withFileTypes: true })) {
            if (SKIPPED.has(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (!(0,snapshot/* isUtf8 */.co)(path)) {
                onBroken(new problems/* ProblemError */.Mm([(0,snapshot/* notUtf8 */.T3)(path)]));
                continue;
            }
            if (!deep && entry.isDirectory())
                continue;
            if (entry.isDirectory())
                files.push(...walk(path, within, onBroken));
            else if (entry.isFile())
                files.push(describe(path, (0,external_node_path_.join)(target, entry.name)));
            else if (entry.isSymbolicLink()) {
                try {
                    const behind = real(path);
                    if (behind === undefined)
                        continue;
                    if (!(0,external_node_fs_.statSync)(behind).isDirectory())
                        files.push(describe(path, behind));
                    else if (deep)
                        files.push(...walk(path, within, rethrow));
                }
                catch (error) {
                    onBroken(error);
                }
            }
        }
        return files;
    }
    function sorted(files) {
        return files.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.path, b.path));
    }
    return {
        label: 'the working tree',
        files: () => sorted(walk('', new Set(), () => undefined)),
        brokenLinks() {
            const broken = [];
            walk('', new Set(), (error) => {
                if (!(error instanceof problems/* ProblemError */.Mm))
                    throw error;
                broken.push(...error.problems.flatMap(({ place }) => place?.file ?? []));
            });
            return broken;
        },
        file(path) {
            const target = real(path);
            return target !== undefined && (0,external_node_fs_.statSync)(target).isFile() ? describe(path, target) : undefined;
        },
        filesIn: (folder) => sorted(walk(folder, new Set(), rethrow, false)),
        filesBelow(folder) {
            let files = walked.get(folder);
            if (files === undefined) {
                files = sorted(walk(folder, new Set(), rethrow));
                walked.set(folder, files);
            }
            return files;
        },
        load: () => Promise.resolve(),
        read: (file) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file.path)),
    };
}
function describe(path, absolute) {
    return { path, executable: ((0,external_node_fs_.statSync)(absolute).mode & 0o100) !== 0, id: `file:${path}` };
}
function brokenLink(path, why) {
    return (0,problems/* problemError */.gS)('path', `The symbolic link ${why}.`, { place: { file: path } });
}
function rethrow(error) {
    throw error;
}

;// CONCATENATED MODULE: ./src/execution/local-project.ts
/** A project in the working tree, as the command line sees it. */










/** @throws ProblemError when the project or the path does not exist */
async function openLocalProject(command, { directory, environment, log }) {
    const root = projectRoot(command.rootPath, directory);
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    const top = repository === undefined ? root : (0,external_node_fs_.realpathSync)(repository.top);
    const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
    const project = (0,unused_settings/* withUnusedSettings */.K)(await (0,project_project/* openProject */.U8)(snapshotOfWorkingTree(top), place));
    for (const warning of project.warnings)
        log.warning((0,problems/* formatProblem */.Vw)(warning));
    const path = fromRoot(command.configPath, root, directory);
    const { leaves, others } = (0,project_project/* findLeavesOf */.bM)(project, path);
    const renderer = (0,rendering_renderer/* openRenderer */.y)(project, leaves, (0,environment_reader/* openEnvironment */.A)(environment), (0,rendering_renderer/* createCaches */.Y)(), command.listMerge);
    return { renderer, root, top, path, others };
}
/**
 * Absolute path of the project root, links followed.
 *
 * @throws ProblemError when there is no such folder
 */
function projectRoot(rootPath, directory) {
    const root = (0,real_folder/* realFolder */.P)((0,external_node_path_.resolve)(directory, rootPath));
    if (root !== undefined)
        return root;
    throw (0,problems/* problemError */.gS)('usage', `--root-path is "${rootPath}", which is not a folder.`, {
        hint: 'Name the folder that holds .komposconfig.yaml.',
    });
}
/**
 * The configuration path from the project root. It may be typed from there or, with the shell's completion, from the
 * current directory.
 */
function fromRoot(configPath, root, directory) {
    const candidates = [(0,external_node_path_.resolve)(root, configPath), (0,external_node_path_.resolve)(directory, configPath)];
    const absolute = ((0,external_node_path_.isAbsolute)(configPath) ? [configPath] : candidates).find((each) => (0,external_node_fs_.existsSync)(each)) ?? (0,external_node_path_.resolve)(root, configPath);
    const path = (0,external_node_path_.relative)(root, (0,external_node_fs_.existsSync)(absolute) ? (0,external_node_fs_.realpathSync)(absolute) : absolute)
        .split(external_node_path_.sep)
        .join('/');
    if (path === '' || path.startsWith('../') || path === '..' || (0,external_node_path_.isAbsolute)(path)) {
        throw (0,problems/* problemError */.gS)('usage', `"${configPath}" is not below the project ${root}.`, {
            hint: 'Name the project with --root-path DIR.',
        });
    }
    return path;
}


/***/ }),

/***/ 724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openEnvironment)
/* harmony export */ });
/** What `{{env(NAME)}}` may read. Callers pass the environment in: nothing in this folder accesses the process. */
/** Reads from a record and allows every name: the command line passes the process environment. */
function openEnvironment(variables) {
    return {
        read: (name) => {
            const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}


/***/ })

};

//# sourceMappingURL=119.index.js.map