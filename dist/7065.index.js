export const id = 7065;
export const ids = [7065];
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
/* harmony export */   Ut: () => (/* binding */ goneStates),
/* harmony export */   eL: () => (/* binding */ statesOfChanged),
/* harmony export */   xE: () => (/* binding */ statesOfAll)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66486);
/** Finds which leaves use which Terraform state. */


/** The states of leaves that are no longer there: others may still read these. */
function goneStates(changed) {
    return changed.flatMap((each) => {
        const state = each.kind === 'removed' && 'base' in each ? each.base.rendering.state : undefined;
        return state === undefined ? [] : [{ leaf: each.leaf.path, state }];
    });
}
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
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(63243);
// EXTERNAL MODULE: ./src/graph/graph.ts
var graph_graph = __webpack_require__(1924);
// EXTERNAL MODULE: ./src/graph/leaf-graph.ts
var leaf_graph = __webpack_require__(93443);
// EXTERNAL MODULE: ./src/markdown/leaf-table.ts
var leaf_table = __webpack_require__(63992);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/markdown/reason-words.ts
var reason_words = __webpack_require__(79997);
;// CONCATENATED MODULE: ./src/commands/affected/listing.ts



/** One path per line, removed leaves included. */
function affectedPaths({ changed, dependents }) {
    return [...changed.map(({ leaf }) => leaf.path), ...(dependents?.leaves ?? [])].map((path) => `${path}\n`).join('');
}
/** Everything: every reason of every leaf in full, and the edges if dependents were asked for. */
function affectedJson({ base, head, leafCount, changed, unused, dependents }) {
    const leaves = changed.map((each) => ({
        path: each.leaf.path,
        kind: each.kind,
        movedTo: each.kind === 'moved' ? each.movedTo : undefined,
        restated: each.kind === 'changed' && each.restated ? true : undefined,
        reasons: each.reasons,
        problems: each.problems,
    }));
    const more = dependents && {
        dependents: dependents.leaves,
        edges: dependents.edges.map(({ reader, reads, outputs }) => ({ reader, reads, outputs })),
    };
    return `${JSON.stringify({ base, head: head ?? null, leafCount, leaves, unused, ...more }, undefined, 2)}\n`;
}
/**
 * A line for each leaf with its first reasons, then how many there are.
 *
 * @param columns of the terminal, if it is printed to one
 */
function affectedTable({ leafCount, changed, unused, dependents }, columns) {
    const rows = [
        ...changed.map((each) => ({ word: each.kind, leaf: each.leaf.path, cells: [whyInWords(each)] })),
        ...(dependents?.leaves ?? []).map((leaf) => ({ word: 'dependent', leaf, cells: [readsInWords(leaf, dependents)] })),
    ];
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
    const more = dependents?.leaves.length ?? 0;
    const reading = more === 0 ? [] : [`${(0,phrases/* count */.U9)(more, 'other leaf reads', 'other leaves read')} these, directly or through others.`];
    return [...lines, total, ...reading, ...unusedIn].map((line) => `${line}\n`).join('');
}
function readsInWords(leaf, dependents) {
    const edges = (dependents?.edges ?? []).filter(({ reader }) => reader === leaf);
    const words = edges.map(({ reads, outputs, declared }) => {
        if (declared)
            return `depends on ${reads}`;
        return outputs === 'all' || outputs.length === 0 ? `reads ${reads}` : `reads ${outputs.join(', ')} of ${reads}`;
    });
    return (0,phrases/* firstFew */.Dt)(words, 3);
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
    return (0,local_comparison/* withLocalComparison */.T)(request, context, async (comparison) => {
        context.log.info(comparison.why);
        const { changed, unused, head, baseCommit, headCommit } = comparison;
        const hint = (0,template_hint/* templateHint */.s)(changed.flatMap((each) => (0,changed_leaf/* headOf */.Uo)(each)?.rendering ?? []), undefined);
        if (hint !== undefined)
            context.log.info(hint);
        const { dependents, problems } = request.withDependents
            ? await findDependents(comparison)
            : { dependents: undefined, problems: [] };
        const answer = {
            base: baseCommit,
            head: headCommit,
            leafCount: head.leaves.length,
            changed,
            unused,
            dependents,
        };
        const formats = { table: affectedTable, json: affectedJson, paths: affectedPaths };
        return {
            text: formats[request.format](answer, context.columns),
            problems: [...(0,base_problems/* inLeaves */.e$)(changed.map((each) => ({ leaf: each.leaf.path, problems: each.problems }))), ...problems],
        };
    });
}
async function findDependents({ head, changed, }) {
    const { graph, problems } = await (0,leaf_graph/* readLeafGraph */.F)(head, (0,states/* goneStates */.Ut)(changed));
    const paths = changed.map(({ leaf }) => leaf.path);
    const leaves = (0,graph_graph/* dependentsOf */.yk)(graph, paths);
    const shown = new Set([...paths, ...leaves]);
    const edges = graph.edges.filter(({ reader, reads }) => shown.has(reader) && shown.has(reads));
    return { dependents: { leaves, edges }, problems };
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
        // Whoever listens as well ends what runs first, and the folder is closed then.
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
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 5 modules
var renderer = __webpack_require__(49452);
// EXTERNAL MODULE: ./src/stores/stores.ts + 7 modules
var stores = __webpack_require__(63825);
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
            const rendererOf = (project, whenReads) => (0,renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), configurationEnvironment, caches, request.listMerge, (0,outside_settings/* outsideSettings */.b)(environment).ofRenderings, whenReads);
            const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
            const base = rendererOf(await (0,project_project/* openEarlierProject */.c7)(await snapshotOf(baseCommit), place), 'when asked');
            const headSnapshot = working === undefined
                ? await snapshotOf(headCommit ?? baseCommit)
                : await snapshotOf(working.tree, 'the working tree');
            const head = rendererOf((0,unused_settings/* withUnusedSettings */.K$)(await (0,project_project/* openProject */.U8)(headSnapshot, place)), 'always');
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

//# sourceMappingURL=7065.index.js.map