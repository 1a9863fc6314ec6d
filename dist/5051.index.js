export const id = 5051;
export const ids = [5051,553];
export const modules = {

/***/ 66486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ isPlannable),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   dY: () => (/* binding */ renderedOf)
/* harmony export */ });
function isPlannable(each) {
    return 'head' in each || (each.kind === 'removed' && each.fate === 'destroy');
}
/** The rendering that Terraform runs on: head's, or base's for a removed leaf. */
function renderedOf(each) {
    return each.kind === 'removed' ? each.base : each.head;
}
/** The rendering at head, if any. */
function headOf(each) {
    return 'head' in each ? each.head : undefined;
}


/***/ }),

/***/ 63243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ sharedStateProblems),
/* harmony export */   Px: () => (/* binding */ sharedByChange),
/* harmony export */   QO: () => (/* binding */ sharedStates),
/* harmony export */   eL: () => (/* binding */ statesOfChanged),
/* harmony export */   xE: () => (/* binding */ statesOfAll)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66486);
/** Finds which leaves use which Terraform state. */


/** The states of changed leaves only, which are already rendered. */
function statesOfChanged(changed) {
    const renderings = changed.flatMap((each) => (0,_changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .headOf */ .Uo)(each)?.rendering ?? []);
    return { owners: ownersOf(renderings), leaves: leavesOf(renderings), paused: new Set(), unknown: undefined };
}
/** The states of all leaves at head; renders the unchanged ones. */
async function statesOfAll(changed, head) {
    const known = new Map(changed.map((each) => [each.leaf.path, each]));
    const renderings = [];
    const paused = new Set();
    let unknown;
    for (const leaf of head.leaves) {
        const found = known.get(leaf.path);
        if (found !== undefined) {
            if ('head' in found)
                renderings.push(found.head.rendering);
            if (found.kind === 'paused')
                pause(leaf.path, found.paused);
            continue;
        }
        const result = await head.render(leaf);
        if (result.ok)
            renderings.push(result.rendering);
        else if (result.paused === undefined)
            unknown ??= leaf.path;
        else
            pause(leaf.path, result.paused);
    }
    return { owners: ownersOf(renderings), leaves: leavesOf(renderings), paused, unknown };
    function pause(path, { rendering }) {
        paused.add(path);
        if (rendering === undefined)
            unknown ??= path;
        else
            renderings.push(rendering);
    }
}
/** Groups of leaves that would destroy each other's resources. */
function sharedStates(renderings) {
    return [...ownersOf(renderings).values()].filter((leaves) => leaves.length > 1);
}
/** The states with several owners, at least one of them a changed leaf. */
function sharedByChange({ owners, paused }, changed) {
    const touched = new Set(changed.flatMap((each) => ('head' in each ? [each.leaf.path] : [])));
    return [...owners.values()]
        .map((leaves) => leaves.filter((path) => !paused.has(path)))
        .filter((leaves) => leaves.length > 1 && leaves.some((path) => touched.has(path)));
}
/**
 * Errors that prevent the run from starting; warnings where the environment decides where states are.
 *
 * @param about the leaves to run: only states that these use are reported
 * @param variables names of the environment variables that complete or select states
 */
function sharedStateProblems(shared, about, variables = []) {
    const paths = new Set(about.map(({ leaf }) => leaf.path));
    return shared
        .filter((leaves) => leaves.some((path) => paths.has(path)))
        .map((leaves) => {
        const others = leaves.slice(0, -1).join(', ');
        const number = leaves.length === 2 ? 'Two' : String(leaves.length);
        const all = `${others} and ${leaves.at(-1) ?? ''}`;
        const place = { file: leaves.findLast((path) => paths.has(path)) ?? '' };
        if (variables.length > 0) {
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('state', `${number} leaves have the same backend settings: ${all}.`, {
                place,
                hint: `Whether they share a state depends on ${variables.join(', ')}. If they do, each would destroy what the other created.`,
            });
        }
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('state', `${number} leaves have the same state: ${all}.`, {
            place,
            hint: "Each would destroy what the other created. Give their backends different settings, such as a key that contains the leaf's place and composition.",
        });
    });
}
function leavesOf(renderings) {
    return renderings.flatMap(({ leaf, state }) => (state === undefined ? [] : [{ path: leaf.path, state }]));
}
/** What is unknown is nobody's: nothing says that it is shared. */
function ownersOf(renderings) {
    const owners = new Map();
    for (const { leaf, state } of renderings) {
        if (state?.identity === undefined)
            continue;
        const known = owners.get(state.identity);
        if (known === undefined)
            owners.set(state.identity, [leaf.path]);
        else
            known.push(leaf.path);
    }
    return owners;
}


/***/ }),

/***/ 77035:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findAffected: () => (/* binding */ findAffected)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/markdown/leaf-table.ts
var leaf_table = __webpack_require__(63992);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/markdown/reason-words.ts
var reason_words = __webpack_require__(79997);
;// CONCATENATED MODULE: ./src/commands/affected/listing.ts



/** One path per line, removed leaves included. */
function affectedPaths({ changed }) {
    return changed.map(({ leaf }) => `${leaf.path}\n`).join('');
}
/** Everything: every reason of every leaf in full. */
function affectedJson({ base, head, leafCount, changed, unused }) {
    const leaves = changed.map((each) => ({
        path: each.leaf.path,
        kind: each.kind,
        movedTo: each.kind === 'moved' ? each.movedTo : undefined,
        restated: each.kind === 'changed' && each.restated ? true : undefined,
        reasons: each.reasons,
        problems: each.problems,
    }));
    return `${JSON.stringify({ base, head: head ?? null, leafCount, leaves, unused }, undefined, 2)}\n`;
}
/**
 * A line for each leaf with its first reasons, then how many there are.
 *
 * @param columns of the terminal, if it is printed to one
 */
function affectedTable({ leafCount, changed, unused }, columns) {
    const rows = changed.map((each) => ({ word: each.kind, leaf: each.leaf.path, cells: [whyInWords(each)] }));
    const lines = (0,leaf_table/* leafTable */.L)(rows, columns);
    const gone = changed.filter(({ kind }) => kind === 'removed' || kind === 'moved').length;
    const total = changed.length === 0
        ? leafCount === 1
            ? 'The only leaf does not differ.'
            : `None of ${(0,phrases/* count */.U9)(leafCount)} leaves differs.`
        : `${(0,phrases/* count */.U9)(changed.length - gone, 'leaf', 'leaves')} of ${(0,phrases/* count */.U9)(leafCount)}${gone === 0 ? '' : `, and ${(0,phrases/* count */.U9)(gone)} that ${gone === 1 ? 'is' : 'are'} gone`}.`;
    const unusedIn = unused.length === 0
        ? []
        : [`${(0,phrases/* count */.U9)(unused.length, 'leaf sees', 'leaves see')} a change of configuration without using it.`];
    return [...lines, total, ...unusedIn].map((line) => `${line}\n`).join('');
}
function whyInWords(each) {
    if (each.kind === 'moved')
        return `its state is used by ${each.movedTo}`;
    if (each.kind === 'paused')
        return each.why;
    const words = [...new Set(each.reasons.flatMap(reason_words/* causesOf */.cZ).map((cause) => (0,reason_words/* causeText */.xv)(cause, 40)))];
    const isRestated = each.kind === 'changed' && each.restated;
    return [...(isRestated ? ['its backend changed'] : []), (0,phrases/* firstFew */.Dt)(words, 3)].filter(Boolean).join('; ');
}

// EXTERNAL MODULE: ./src/execution/local-comparison.ts + 2 modules
var local_comparison = __webpack_require__(23606);
// EXTERNAL MODULE: ./src/execution/template-hint.ts + 1 modules
var template_hint = __webpack_require__(2654);
;// CONCATENATED MODULE: ./src/commands/affected/affected.ts
/** `kompos affected`: the leaves that differ, and why, before anything is pushed. */





/** @throws ProblemError when nothing can be compared */
async function findAffected(request, context) {
    return (0,local_comparison/* withLocalComparison */.T)(request, context, (comparison) => {
        context.log.info(comparison.why);
        const { changed, unused, head, baseCommit, headCommit } = comparison;
        const hint = (0,template_hint/* templateHint */.s)(changed.flatMap((each) => (0,changed_leaf/* headOf */.Uo)(each)?.rendering ?? []), undefined);
        if (hint !== undefined)
            context.log.info(hint);
        const answer = {
            base: baseCommit,
            head: headCommit,
            leafCount: head.leaves.length,
            changed,
            unused,
        };
        const formats = { table: affectedTable, json: affectedJson, paths: affectedPaths };
        return Promise.resolve({
            text: formats[request.format](answer, context.columns),
            problems: (0,problems/* inLeaves */.e$)(changed.map(({ leaf, problems }) => ({ leaf: leaf.path, problems }))),
        });
    });
}


/***/ }),

/***/ 23606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ withLocalComparison)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(10897);
// EXTERNAL MODULE: ./src/git/git.ts
var git_git = __webpack_require__(10308);
// EXTERNAL MODULE: ./src/git/history.ts + 1 modules
var git_history = __webpack_require__(99643);
// EXTERNAL MODULE: ./src/git/objects.ts
var git_objects = __webpack_require__(23644);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(35986);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
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
var environment_reader = __webpack_require__(20724);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./src/base/temporary-folder.ts
/** A folder for what only one command needs: it goes with it, also when Ctrl-C ends it. */



/** The absolute path of a new folder. */
function openTemporaryFolder() {
    const path = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'kompos-'));
    const close = () => {
        process.off('SIGINT', onSignal);
        process.off('SIGTERM', onSignal);
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    };
    const onSignal = (signal) => {
        // Whoever listens as well ends what runs in good order, and the folder is closed then.
        if (process.listenerCount(signal) > 1)
            return;
        close();
        process.kill(process.pid, signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    return { path, close };
}

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(67173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 2 modules
var renderer = __webpack_require__(23278);
// EXTERNAL MODULE: ./src/stores/stores.ts + 6 modules
var stores = __webpack_require__(30858);
// EXTERNAL MODULE: ./src/snapshot/blobs.ts
var snapshot_blobs = __webpack_require__(58372);
// EXTERNAL MODULE: ./src/snapshot/commit-snapshot.ts + 1 modules
var commit_snapshot = __webpack_require__(35203);
// EXTERNAL MODULE: ./src/execution/selected-leaves.ts
var selected_leaves = __webpack_require__(93558);
// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
;// CONCATENATED MODULE: ./src/execution/local-comparison.ts
/** The comparison of the command line: a commit with another one, or with the working tree as it is. */





















/**
 * Compares, and keeps what the renderers read from git open for as long as `use` runs.
 *
 * @throws ProblemError if there is no repository, or a revision or path does not exist
 */
async function withLocalComparison(request, { directory, environment, configurationEnvironment = { ...(0,environment_reader/* openEnvironment */.Ay)(environment), secrets: stores/* standIns */.dS }, }, use) {
    const meant = (0,selected_leaves/* findPlace */.Pj)(request.configPath, request.rootPath, directory);
    const { root } = meant;
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    if (repository === undefined) {
        const why = await (0,git_repository/* whyNoRepository */._b)(root, environment);
        throw (0,problems/* problemError */.gS)('git', `${why} There is nothing to compare with.`, {
            hint: why.endsWith('has no commit.')
                ? 'Make a first commit.'
                : 'Go to a clone of the repository, or name the project with --root-path DIR.',
        });
    }
    const top = (0,external_node_fs_.realpathSync)(repository.top);
    const git = (0,git_git/* createGit */.lD)(top, environment);
    const scratch = openTemporaryFolder();
    const committed = (0,git_objects/* openObjects */.d)(git);
    try {
        const history = (0,git_history/* openHistory */.j)(git, committed, repository, undefined);
        const { baseCommit, headCommit, why } = await chooseRevisions(git, repository, history, request);
        const working = headCommit === undefined ? await writeWorkingTree(git, scratch.path) : undefined;
        const reading = (0,git_git/* createGit */.lD)(top, { ...environment, ...working?.environment });
        const objects = (0,git_objects/* openObjects */.d)(reading);
        try {
            const blobs = (0,snapshot_blobs/* openBlobs */.d)(objects);
            const caches = (0,renderer/* createCaches */.Y)();
            const snapshotOf = (tree, label) => (0,commit_snapshot/* snapshotOfCommit */.H)(reading, blobs, tree, { label, fetchBlobs: history.fetchBlobs });
            const rendererOf = (project) => (0,renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), configurationEnvironment, caches, request.listMerge, (0,outside_settings/* outsideSettings */.b)(environment).ofRenderings);
            const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
            const base = rendererOf(await (0,project_project/* openEarlierProject */.c7)(await snapshotOf(baseCommit), place));
            const headSnapshot = working === undefined
                ? await snapshotOf(headCommit ?? baseCommit)
                : await snapshotOf(working.tree, 'the working tree');
            const head = rendererOf((0,unused_settings/* withUnusedSettings */.K$)(await (0,project_project/* openProject */.U8)(headSnapshot, place)));
            const wanted = selection(meant, base, head);
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
        scratch.close();
    }
}
/** Whether a leaf was asked for; a leaf that is gone counts as well. */
function selection(place, base, head) {
    const all = new Map([...base.leaves, ...head.leaves].map((leaf) => [leaf.path, leaf]));
    const { leaves } = (0,selected_leaves/* selectLeaves */.Tb)(head.project, [...all.values()], [], place);
    if (leaves.length === all.size)
        return () => true;
    const paths = new Set(leaves.map(({ path }) => path));
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

/***/ 64368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ fromRoot),
/* harmony export */   t: () => (/* binding */ findProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39574);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _project_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17918);
/* harmony import */ var _snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22095);
/** Where the project is that a command is about. */






const CONFIG = 'config';
/**
 * The project root, links followed, and why it is that: for messages.
 *
 * @param rootPath as typed; undefined: the nearest folder, from the current directory upwards, that has settings, or else
 *   a `config` folder with layers
 * @throws ProblemError when there is no such folder
 */
function findProject(rootPath, directory) {
    if (rootPath !== undefined) {
        const root = (0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .realFolder */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, rootPath));
        if (root !== undefined)
            return { root, why: '--root-path names it' };
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `--root-path is "${rootPath}", which is not a folder.`, {
            hint: `Name the folder that holds ${_project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP}.`,
        });
    }
    const folders = upwards((0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .realFolder */ .P)(directory) ?? directory);
    const settled = folders.find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP)));
    if (settled !== undefined)
        return { root: settled, why: `it has ${_project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP}` };
    const layered = folders.find(hasLayers);
    if (layered !== undefined)
        return { root: layered, why: `it has the folder "${CONFIG}"` };
    return { root: folders[0] ?? directory, why: `neither it nor a folder above it has ${_project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP} or "${CONFIG}"` };
}
/** From a folder to the top. What stands in a runtime directory are links to the project around it. */
function upwards(directory) {
    const [before = ''] = `${directory}/`.split(`/${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .RUNTIME_FOLDER */ .M}/`);
    const folders = [before === '' ? '/' : before.replace(/(?<=.)\/$/u, '')];
    for (let last = folders[0] ?? ''; (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last) !== last; last = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last))
        folders.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last));
    return folders;
}
function hasLayers(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, CONFIG)).some((name) => /^[^.].*=.|^[^.].*\.ya?ml$/u.test(name));
    }
    catch {
        return false;
    }
}
/**
 * A path as typed, from the project root; `''` is the root itself. It may be typed from there or, with the shell's
 * completion, from the current directory; `.` and `..` are the latter.
 *
 * @throws ProblemError when it leads out of the project
 */
function fromRoot(typed, root, directory) {
    const both = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, typed), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, typed)];
    const candidates = /^\.\.?(?:\/|$)/u.test(typed) ? both.reverse() : both;
    const [first = root] = candidates;
    const absolute = ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(typed) ? [typed] : candidates).find((each) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(each)) ?? first;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute) : absolute)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join('/');
    if (path.startsWith('../') || path === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `"${typed}" is not below the project ${root}.`, {
            hint: 'Name the project with --root-path DIR.',
        });
    }
    return path;
}


/***/ }),

/***/ 93558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ noLeaves),
/* harmony export */   Pj: () => (/* binding */ findPlace),
/* harmony export */   Tb: () => (/* binding */ selectLeaves)
/* harmony export */ });
/* unused harmony export rootInWords */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32857);
/* harmony import */ var _project_selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11267);
/* harmony import */ var _project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67173);
/* harmony import */ var _snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22095);
/* harmony import */ var _project_root_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64368);
/** Which leaves a word on the command line means. */








/** @throws ProblemError when the project does not exist, or the path leads out of it */
function findPlace(typed, rootPath, directory) {
    const { root, why } = (0,_project_root_js__WEBPACK_IMPORTED_MODULE_7__/* .findProject */ .t)(rootPath, directory);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .realFolder */ .P)(directory) ?? directory)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join('/');
    const here = inside.startsWith('..') ? '' : inside;
    const exists = typed !== undefined && [root, directory].some((each) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(each, typed)));
    const path = typed === undefined ? '' : !exists && (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .isPattern */ .Pt)(typed) ? undefined : (0,_project_root_js__WEBPACK_IMPORTED_MODULE_7__/* .fromRoot */ .M)(typed, root, directory);
    return { root, why, typed, path, here };
}
/**
 * The leaves at or below a path, or those that a pattern matches. Without either: the leaf that the current directory is
 * in, else all.
 *
 * @param all of the project
 * @param others folders of other tools
 * @throws ProblemError if there are none
 */
function selectLeaves(project, all, others, place) {
    const { typed, path, here } = place;
    if (all.length === 0 && (others.length === 0 || path === ''))
        throw noLeaves(project, place);
    if (path === undefined)
        return { leaves: matching(all, place), isOne: false };
    const own = typed === undefined ? all.find((leaf) => here === leaf.path || here.startsWith(`${leaf.path}/`)) : undefined;
    if (own !== undefined)
        return { leaves: [own], isOne: true };
    if (path === '')
        return { leaves: all, isOne: false };
    const within = all.find((leaf) => path.startsWith(`${leaf.path}/`));
    const leaves = within === undefined ? (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_3__/* .leavesAt */ ._8)(all, path, others, rootInWords(place)) : [within];
    return { leaves, isOne: leaves.length === 1 && (within !== undefined || leaves[0]?.path === path) };
}
function matching(all, place) {
    const { typed = '', here } = place;
    // From the root or, as the shell would, from the current directory.
    const patterns = [typed, ...(typed.includes('/') && here !== '' ? [`${here}/${typed.replace(/^\.\//u, '')}`] : [])];
    for (const pattern of patterns) {
        const { excludes, matches } = (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .leafPattern */ .$b)(pattern);
        const leaves = all.filter((leaf) => matches(leaf.path) !== excludes);
        if (leaves.length > 0)
            return leaves;
    }
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('leaf', `"${typed}" matches no leaf.`, {
        hint: [
            (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .closestTo */ .zb)(typed, all.map((leaf) => leaf.path)) ?? 'Patterns are globs of leaf paths, such as "config/env=*", or layers, such as env=dev,composition=vpc.',
            rootInWords(place),
        ].join(' '),
    });
}
/** The error of a project without leaves: misspelled settings are the likeliest cause. */
function noLeaves(project, place) {
    const missing = (0,_project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .missingRoots */ .aS)(project);
    const [first] = missing;
    if (first !== undefined && missing.length === project.settings.configRoots.length) {
        const hint = [first.hint, rootInWords(place)].join(' ');
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('leaf', `There are no leaves: ${first.message}`, { place: first.place, hint });
    }
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('leaf', `There are no leaves in ${place.root}.`, {
        hint: `A leaf is a folder such as config/env=dev/composition=vpc that has a file in it. ${rootInWords(place)} Name another one with --root-path DIR.`,
    });
}
/** `The project is …, because it has .komposconfig.yaml.` */
function rootInWords({ root, why }) {
    return `The project is ${root}: ${why}.`;
}


/***/ }),

/***/ 20724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ openEnvironment),
/* harmony export */   HX: () => (/* binding */ withStandIns),
/* harmony export */   lO: () => (/* binding */ withoutValues)
/* harmony export */ });
/** Reads from a record and allows every name: the command line passes the process environment. */
function openEnvironment(variables) {
    return {
        read: (name) => {
            const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}
/** Reads nothing: each variable is `(environment: NAME)`, so that what is printed holds no value of the environment. */
function withoutValues() {
    return { read: (name) => ({ kind: 'value', value: `(environment: ${name})` }) };
}
/** The same, with `(environment: NAME)` for a variable that may be read but is not set. */
function withStandIns(reader) {
    const standIns = withoutValues();
    return {
        ...reader,
        read(name) {
            const answer = reader.read(name);
            return answer.kind === 'missing' ? standIns.read(name) : answer;
        },
    };
}


/***/ }),

/***/ 80553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)/u;
const VARIABLE_FILE = /(?:^|\s)--?var-file(?=[=\s]|$)/u;
/** `-var name=value`, with the name if it can be told. */
const VARIABLE = /(?:^|\s)--?var(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;
/** Variables that complete or select a backend's state. */
const STATE_VARIABLES = new Set([
    'CONSUL_HTTP_ADDR',
    'PG_CONN_STR',
    'TF_CLOUD_HOSTNAME',
    'TF_CLOUD_ORGANIZATION',
    'TF_CLOUD_PROJECT',
    'TF_HTTP_ADDRESS',
    'TF_WORKSPACE',
]);
function outsideSettings(environment) {
    const set = Object.entries(environment)
        .filter(([, value]) => value !== '')
        // Terraform splits arguments as a shell does: quotes and backslashes are no part of an option.
        .map(([name, value]) => [name, value.replace(/["'\\]/gu, '')]);
    const named = (isMeant) => set.flatMap(([name, value]) => (isMeant(name, value) ? [name] : [])).sort();
    // What `init` gets decides: a plan with other values than these is refused by both programs.
    const ofInit = set.flatMap(([name, value]) => (isOfInit(name) ? [value] : []));
    return {
        ofPlans: named((name, value) => /^TF_CLI_ARGS(?:_plan)?$/u.test(name) && UNUSUAL.test(value)),
        ofStates: named((name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && BACKEND_CONFIG.test(value))),
        ofRenderings: {
            // An empty text is a value too.
            variables: new Set(Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : []))),
            options: optionVariables(ofInit),
            completesBackends: ofInit.some((value) => BACKEND_CONFIG.test(value)),
            environment: new Set(set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name]))),
        },
    };
}
function isOfInit(name) {
    return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}
function optionVariables(options) {
    if (options.some((each) => VARIABLE_FILE.test(each)))
        return 'any';
    const names = options.flatMap((each) => [...each.matchAll(VARIABLE)].map(([, name]) => name));
    return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}


/***/ }),

/***/ 90015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ ableFrom),
/* harmony export */   HM: () => (/* binding */ EITHER_PROGRAM),
/* harmony export */   Jy: () => (/* binding */ programInWords),
/* harmony export */   SO: () => (/* binding */ isAbleTo),
/* harmony export */   Xi: () => (/* binding */ untested),
/* harmony export */   i: () => (/* binding */ PROGRAMS),
/* harmony export */   kV: () => (/* binding */ PROGRAM_NAMES),
/* harmony export */   mr: () => (/* binding */ refuseOld),
/* harmony export */   oQ: () => (/* binding */ programOf),
/* harmony export */   qU: () => (/* binding */ programNamed),
/* harmony export */   qj: () => (/* binding */ commandInWords)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/**
 * What differs between Terraform, OpenTofu and their versions: the only place that asks which one runs. Pure.
 *
 * A version that is newer than all that are listed is taken for the newest one.
 */


const PROGRAM_NAMES = ['Terraform', 'OpenTofu'];
const PROGRAMS = {
    Terraform: {
        tool: 'terraform',
        registry: 'registry.terraform.io',
        oldest: '1.5',
        tested: ['1.6', '1.8', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16', '1.17'],
        readsTofuFiles: false,
        since: { constVariables: '1.15', minimalRefresh: '1.17' },
    },
    OpenTofu: {
        tool: 'tofu',
        registry: 'registry.opentofu.org',
        oldest: '1.8',
        tested: ['1.12'],
        readsTofuFiles: true,
        since: { constVariables: '1.12', staticReferences: '1.8', stateShowReadsVariables: '1.8' },
    },
};
/** `Terraform 1.11.4` */
function programInWords({ program, version }) {
    return `${program} ${version}`;
}
/** For where it is not known which one. */
const EITHER_PROGRAM = 'Terraform or OpenTofu';
/** A report's program; Terraform where an older report does not say it. */
function programOf({ program = 'Terraform' }) {
    return program;
}
/** A command as a person types it: `tofu plan`. */
function commandInWords(program, command) {
    return `${PROGRAMS[program].tool} ${command}`;
}
/** The program that an executable's name stands for. */
function programNamed(tool) {
    return PROGRAM_NAMES.find((name) => PROGRAMS[name].tool === tool) ?? 'Terraform';
}
/** Whether a version can do something. A release candidate or an alpha can do what its release can. */
function isAbleTo(ability, { program, version }) {
    const since = PROGRAMS[program].since[ability];
    return since !== undefined && (0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)(numbersOf(version), numbersOf(since));
}
/** From which versions on something can be done: `Terraform 1.17`. */
function ableFrom(ability) {
    const able = PROGRAM_NAMES.flatMap((program) => {
        const since = PROGRAMS[program].since[ability];
        return since === undefined ? [] : [`${program} ${since}`];
    });
    return able.join(' or ');
}
/** @throws ProblemError for a version that is older than all that are supported */
function refuseOld(found) {
    const { oldest } = PROGRAMS[found.program];
    if (!(0,semver__WEBPACK_IMPORTED_MODULE_0__.lt)(numbersOf(found.version), numbersOf(oldest)))
        return;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('terraform', `${programInWords(found)} is not supported: it is older than ${oldest}.`, {
        hint: `Use Terraform ${PROGRAMS.Terraform.oldest} or newer, or OpenTofu ${PROGRAMS.OpenTofu.oldest} or newer.`,
    });
}
/** A sentence where Kompos was never run with a version; else undefined. */
function untested(found) {
    const { tested } = PROGRAMS[found.program];
    const [major, minor] = numbersOf(found.version).split('.');
    if (tested.includes(`${major ?? ''}.${minor ?? ''}`))
        return undefined;
    return `${programInWords(found)} was not tested with this version of Kompos: tested are ${tested.join(', ')}.`;
}
/** `1.17.0` of `1.17.0-alpha20260812` and of `1.17`. */
function numbersOf(version) {
    return (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(version)?.version ?? '0.0.0';
}


/***/ })

};

//# sourceMappingURL=5051.index.js.map