export const id = 1611;
export const ids = [1611];
export const modules = {

/***/ 48732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   IM: () => (/* binding */ variantsOf),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   my: () => (/* binding */ isCount)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/** Checks whether data from outside has the shape of a type. The compiler demands a check for every property and variant. */

function isText(value) {
    return typeof value === 'string';
}
function isFlag(value) {
    return typeof value === 'boolean';
}
/** A whole number from 0. */
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
/** One of these texts. */
function isOneOf(all) {
    return (value) => typeof value === 'string' && Object.hasOwn(all, value);
}
/** What may also be absent. */
function optional(check) {
    return (value) => value === undefined || check(value);
}
function listOf(check) {
    return (value) => Array.isArray(value) && value.every(check);
}
/** An object with any keys, whose values pass. */
function mapOf(check) {
    return (value) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.values(value).every(check);
}
function objectOf(checks) {
    const rows = Object.entries(checks);
    return (value) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && rows.every(([key, check]) => check((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, key)));
}
function variantsOf(key, variants) {
    return (value) => {
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, key);
        return typeof name === 'string' && Object.hasOwn(variants, name) && variants[name]?.(value) === true;
    };
}


/***/ }),

/***/ 73119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ localMasker),
/* harmony export */   Mw: () => (/* binding */ remembering),
/* harmony export */   dX: () => (/* binding */ planComparison),
/* harmony export */   gj: () => (/* binding */ rendered),
/* harmony export */   p8: () => (/* binding */ localRun),
/* harmony export */   planLocally: () => (/* binding */ planLocally)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61204);
/* harmony import */ var _changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(66486);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(20724);
/* harmony import */ var _masking_mask_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74399);
/* harmony import */ var _masking_masking_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59554);
/* harmony import */ var _masking_likely_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13662);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42538);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67608);
/* harmony import */ var _comment_comment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4038);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35284);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24601);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(39574);
/* harmony import */ var _rendering_digest_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(47654);
/* harmony import */ var _runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2346);
/* harmony import */ var _execution_program_choice_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(89488);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(63825);
/* harmony import */ var _terraform_plugin_cache_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(59782);
/* harmony import */ var _terraform_unattended_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(25800);
/* harmony import */ var _execution_local_comparison_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(23606);
/* harmony import */ var _execution_secrets_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(98552);
/* harmony import */ var _shards_folder_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(5573);
/* harmony import */ var _shards_manifest_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(80124);
/* harmony import */ var _shards_split_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(13249);
/* harmony import */ var _base_version_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(12301);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(63641);
/* harmony import */ var _shares_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(48886);
/** `kompos plan`: the report that a pull request would get, before anything is pushed. */




























/**
 * Plans what differs between the working tree and a commit. Sensitive values and those of the environment are masked in
 * the report, because it is meant to be shared.
 *
 * @throws ProblemError when nothing can be compared
 */
async function planLocally(request, context) {
    const masker = localMasker(context);
    const configurationEnvironment = remembering((0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_25__/* .openEnvironment */ .Ay)(context.environment), masker);
    const { shard } = request;
    if (shard !== undefined)
        (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_19__/* .clearFolder */ .Ic)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.directory, shard.results));
    const { outcome, run } = await (0,_execution_local_comparison_js__WEBPACK_IMPORTED_MODULE_17__/* .withLocalComparison */ .T)({ ...request, head: undefined }, { ...context, configurationEnvironment }, async (comparison) => {
        let split;
        const planned = await planComparison(comparison, configurationEnvironment, masker, context, {
            skipSecrets: request.skipSecrets,
            share: shard &&
                ((changed, groups) => {
                    split = (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_21__/* .splitLeaves */ .Jp)(groups, shard.of, new Map());
                    return (0,_shares_js__WEBPACK_IMPORTED_MODULE_24__/* .leavesOfShard */ .u)(changed, split, shard.shard);
                }),
        });
        return { outcome: planned, run: split && (await localRun(comparison, request.configPath, split)) };
    });
    if (shard !== undefined && run !== undefined) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.directory, shard.results);
        const about = { ...run, shard: shard.shard, attempt: 0 };
        await (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_19__/* .writeFolder */ .CI)(folder, about, (0,_shares_js__WEBPACK_IMPORTED_MODULE_24__/* .shardResults */ .x)(outcome, masker), () => Promise.resolve({}));
        context.log.info(`The results of shard ${shard.shard} of ${shard.of} are in ${folder}.`);
    }
    return rendered((0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_3__/* .maskReport */ .f)(outcome.report, _report_js__WEBPACK_IMPORTED_MODULE_7__/* .PLAN_NAMES */ .B, masker), request.format, context);
}
/** Terraform gets the whole environment, and a plan can print it. */
function localMasker({ environment }) {
    const masker = (0,_masking_masking_js__WEBPACK_IMPORTED_MODULE_4__.createMasker)([]);
    masker.addEncoded((0,_masking_likely_secrets_js__WEBPACK_IMPORTED_MODULE_5__.likelySecrets)(environment));
    return masker;
}
/** What the shards of one plan have in common, and the join. */
async function localRun({ baseCommit, root, top, changed }, configPath, split) {
    // A working tree has no commit that says whether all have planned the same.
    const files = await Promise.all(changed.map(async (each) => {
        const rendered = (0,_changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_26__/* .headOf */ .Uo)(each);
        return [each.leaf.path, rendered && (await (0,_rendering_digest_js__WEBPACK_IMPORTED_MODULE_11__/* .renderingDigest */ .tP)(rendered, true))];
    }));
    return {
        kompos: (0,_base_version_js__WEBPACK_IMPORTED_MODULE_22__/* .version */ .r)(),
        repositoryId: '',
        repository: '',
        run: 0,
        workflow: '',
        pullRequest: 0,
        head: '',
        checkedOut: '',
        base: baseCommit,
        title: '',
        projectRoot: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(top, root),
        selection: configPath === undefined ? [] : [configPath],
        of: split.shards.length,
        split: split.digest,
        files: (0,_shards_manifest_js__WEBPACK_IMPORTED_MODULE_20__/* .digestOf */ .ol)(JSON.stringify(files)),
    };
}
/** A masked report in the format that was asked for. */
function rendered(report, format, { paint, columns }) {
    const formats = {
        text: () => (0,_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .renderWholeText */ .P)(report, paint, columns),
        markdown: () => (0,_comment_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .renderSummary */ .B)(report),
        json: () => asJson(report),
    };
    return { text: formats[format](), failed: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .hasFailed */ .WN)(report) };
}
/** The leaves as in the output of the action, in full, and what is wrong. */
function asJson(report) {
    const leaves = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .leavesOutput */ .K)(report, Infinity);
    const problems = [...report.problems, ...(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .inLeaves */ .e$)(report.leaves)];
    return `${JSON.stringify({ leafCount: report.leafCount, leaves, problems }, undefined, 2)}\n`;
}
/** Plans what differs, or only a share of it. */
async function planComparison({ why, baseCommit, base, head, changed, unused, sharedStates, root, top }, configurationEnvironment, masker, context, { skipSecrets, share }) {
    const { log } = context;
    (0,_runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_12__/* .refuseLinks */ .U)(root, `${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_27__/* .RUNTIME_FOLDER */ .M}/providers`);
    log.info(why);
    const own = (0,_terraform_plugin_cache_js__WEBPACK_IMPORTED_MODULE_15__/* .pluginCache */ .A)(context.environment, root);
    const processes = (0,_base_child_process_js__WEBPACK_IMPORTED_MODULE_1__/* .createChildProcesses */ .yb)();
    const stopListening = processes.passSignalsOn(() => {
        log.warning('Cancelled: what is running was asked to stop.');
    }, { forItsOwn: 5_000, forItself: 10_000 });
    try {
        return await (0,_plan_js__WEBPACK_IMPORTED_MODULE_23__/* .planLeaves */ .oI)({
            facts: { title: '', repository: '', serverUrl: '', runUrl: undefined },
            shownHead: undefined,
            noTerraform: undefined,
            leaves: [],
            share,
            projectRoot: root,
            parallelism: context.parallelism,
            lockTimeout: undefined,
            providerMirror: own?.folder ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_27__/* .RUNTIME_FOLDER */ .M, 'providers'),
            hidesPluginCache: own?.isInSettings,
            platform: context.platform,
        }, {
            environment: (0,_terraform_unattended_js__WEBPACK_IMPORTED_MODULE_16__/* .unattended */ .D)(context.environment),
            configurationEnvironment,
            secrets: skipSecrets ? undefined : (0,_execution_secrets_js__WEBPACK_IMPORTED_MODULE_18__/* .ownSecrets */ .G_)(context.environment, masker),
            trust: { isOwn: true, trustsHead: true },
            // Only the progress: the report has the plans.
            log: { ...log, group: () => undefined },
            masker,
            now: context.now,
            processes,
            program: (0,_execution_program_choice_js__WEBPACK_IMPORTED_MODULE_13__/* .localProgramChoice */ .N)(context.environment),
            cancelled: processes.interrupted,
        }, {
            head,
            base,
            changed,
            unused,
            sharedStates,
            notices: [],
        }, { head: undefined, base: baseCommit }, top);
    }
    finally {
        stopListening();
    }
}
/** Masks every value that configuration reads. */
function remembering(environment, masker) {
    return {
        secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_14__/* .standIns */ .dS,
        read(name) {
            const answer = environment.read(name);
            if (answer.kind === 'value')
                masker.addEncoded([answer.value]);
            return answer;
        },
    };
}


/***/ }),

/***/ 48886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ leavesOfShard),
/* harmony export */   x: () => (/* binding */ shardResults)
/* harmony export */ });
/* harmony import */ var _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46607);
/* harmony import */ var _masking_mask_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74399);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67608);



/** The leaves of one shard, in their order. */
function leavesOfShard(changed, { shards }, shard) {
    const own = new Set(shards[shard - 1]);
    return changed.filter(({ leaf }) => own.has(leaf.path));
}
/** What other jobs may see of a shard's outcome: everything is masked by all that this process knows. */
function shardResults({ report, reviewed, timings }, masker) {
    const { leaves, problems, notices, terraformVersion, program, masked } = (0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_1__/* .maskReport */ .f)(report, _report_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAN_NAMES */ .B, masker);
    return {
        // The join works out by itself who reads what.
        leaves: leaves.map((each) => ({ ...each, readers: undefined })),
        problems,
        notices,
        terraformVersion,
        program,
        masked,
        reviewed: reviewed.map((leaf) => ({
            ...leaf,
            changes: leaf.changes && (0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_1__/* .maskData */ .l)(leaf.changes, _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_NAMES */ .KR, masker),
        })),
        timings: Object.fromEntries(timings),
    };
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

/***/ 5573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ writeFolder),
/* harmony export */   Ic: () => (/* binding */ clearFolder),
/* harmony export */   iz: () => (/* binding */ readFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80124);
/** Folders of results on disk. What is read was written by other jobs: links are refused, and sizes are bounded. */





const [MANIFEST, RESULTS, SIGNATURE] = ['manifest.json', 'results.json', 'signature.json'];
const SMALL_BYTES = 200_000;
/** Bytes of one shard's results: a text of more than twice as many cannot be made in Node. */
const RESULT_BYTES = 200_000_000;
/** Folders of one join: 256 shards, each a few times. */
const MOST_FOLDERS = 2_000;
/**
 * Writes one shard's results. The manifest comes last: without it, a folder counts as unfinished.
 *
 * @param folder absolute path; what an earlier shard has left in it is replaced
 * @param sign the manifest's text → its signature
 * @throws ProblemError if the results are too large to be joined
 */
async function writeFolder(folder, about, results, sign) {
    const text = JSON.stringify(results);
    if (Buffer.byteLength(text) > RESULT_BYTES) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('files', `The results of shard ${about.shard} take more than ${RESULT_BYTES / 1e6} MB.`, {
            hint: 'Split the leaves into more shards (input "shards").',
        });
    }
    const manifest = { ...about, results: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(text) };
    const manifestText = `${JSON.stringify(manifest, undefined, 2)}\n`;
    const signature = await sign(manifestText);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    clearFolder(folder);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, RESULTS), text, { flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, SIGNATURE), JSON.stringify(signature), { flag: 'wx' });
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${MANIFEST}.unfinished`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(unfinished, { force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(unfinished, manifestText, { flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(unfinished, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST));
}
/**
 * Removes what an earlier shard has left in a folder, before anything begins: a job that is killed must not pass on the
 * results of another one.
 *
 * @param folder absolute path; it need not exist
 * @throws ProblemError if it has a manifest of something else in it
 */
function clearFolder(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST);
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (file?.isFile() === true && !(file.size <= SMALL_BYTES && isOurs(path))) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('files', `${path} is not from Kompos, and would be overwritten.`, {
            hint: 'Name a folder that has nothing else in it.',
        });
    }
    // A link that somebody else has left there is not followed.
    for (const name of [MANIFEST, RESULTS, SIGNATURE])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { force: true });
}
/** Whether a manifest is one of ours, of any version. */
function isOurs(path) {
    const text = readSmall(path) ?? '';
    return /^\{\s*"kompos": "/u.test(text);
}
/**
 * Reads folders of results.
 *
 * @param directories absolute paths: each is such a folder, or holds some, as `actions/download-artifact` leaves them
 * @throws ProblemError if one of them is not there, or holds far too much
 */
function readFolders(directories) {
    const found = directories.flatMap((directory) => {
        const path = realDirectory(directory);
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
        if (entries.some(({ name }) => name === MANIFEST || name === RESULTS))
            return [{ path, name: directory }];
        return entries
            .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
            .map(({ name }) => ({ path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), name }));
    });
    if (found.length > MOST_FOLDERS) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('files', `There are ${found.length} folders of results, and at most ${MOST_FOLDERS} are joined.`, {
            hint: 'Download only the artifacts of this run.',
        });
    }
    return found.map(({ path, name }) => readFolder(path, name));
}
function realDirectory(directory) {
    try {
        const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(directory);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isDirectory())
            return path;
    }
    catch (error) {
        if (!(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT', 'ENOTDIR'))
            throw error;
    }
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('files', `${directory} is not a folder.`, {
        hint: 'Name the folder into which the results of the shards were downloaded.',
    });
}
function readFolder(path, name) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isSymbolicLink())
            return unusable('it is a symbolic link');
        const text = readSmall((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, MANIFEST));
        if (text === undefined)
            return { kind: 'unfinished', name };
        const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readManifest */ .WI)(text);
        if (manifest === undefined)
            return unusable('its manifest.json is damaged, or of another version of Kompos');
        const signature = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readSignature */ .Bc)(readSmall((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, SIGNATURE)) ?? '{}');
        if (signature === undefined)
            return unusable('its signature.json is damaged');
        const bytes = readFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, RESULTS), RESULT_BYTES);
        if (bytes === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes) !== manifest.results) {
            return unusable('its results.json is not the one that its manifest.json names');
        }
        return { kind: 'results', name, manifest, text, signature, results: () => parsed(bytes) };
    }
    catch (error) {
        return unusable((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
    }
    function unusable(why) {
        return { kind: 'unusable', name, why };
    }
}
function parsed(bytes) {
    return JSON.parse(bytes.toString('utf8'));
}
function readSmall(path) {
    return readFile(path, SMALL_BYTES)?.toString('utf8');
}
/** @returns undefined if it does not exist */
function readFile(path, most) {
    let descriptor;
    try {
        // A pipe without a writer would block forever.
        descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT'))
            return undefined;
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ELOOP'))
            throw new Error(`${path} is a symbolic link`, { cause: error });
        throw error;
    }
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!file.isFile())
            throw new Error(`${path} is not a file`);
        if (file.size > most)
            throw new Error(`${path} has more than ${most} bytes`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}


/***/ }),

/***/ 80124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ readSignature),
/* harmony export */   VB: () => (/* binding */ sameDigest),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   nT: () => (/* binding */ shardAudience),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48732);
/** What a folder of results says about itself: which shard of which run it is of, and the digest of its data. Pure. */


const isManifest = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({
    kompos: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    repositoryId: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    repository: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    run: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my,
    workflow: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    pullRequest: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my,
    head: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    checkedOut: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    base: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    title: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    projectRoot: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    selection: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH),
    of: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my,
    split: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    files: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
    shard: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my,
    attempt: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isCount */ .my,
    results: _base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH,
});
const isSignature = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({
    token: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH),
    keyed: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isText */ .KH),
});
/** @returns undefined for anything that is no manifest */
function readManifest(text) {
    const value = parsed(text);
    return isManifest(value) ? value : undefined;
}
/** @returns undefined for anything that is no signature */
function readSignature(text) {
    const value = parsed(text);
    return isSignature(value) ? value : undefined;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function digestOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/**
 * The audience that binds a token to a manifest, byte for byte. It differs from a record's: the token of a shard signs
 * no record.
 */
function shardAudience(manifest) {
    return `kompos:shard:v1:${digestOf(manifest)}`;
}
/** The manifest's HMAC, in hex. */
function keyedDigest(manifest, key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(`kompos:shard:v1 ${manifest}`).digest('hex');
}
/** Compares two digests in hex, in constant time. */
function sameDigest(a, b) {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(left, right);
}


/***/ }),

/***/ 63102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Diff)
/* harmony export */ });
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}


/***/ }),

/***/ 99493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ diffLines)
/* harmony export */ });
/* unused harmony exports lineDiff, diffTrimmedLines, tokenize */
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63102);


class LineDiff extends _base_js__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}


/***/ })

};

//# sourceMappingURL=1611.index.js.map