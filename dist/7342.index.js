export const id = 7342;
export const ids = [7342];
export const modules = {

/***/ 20718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ wrongLeaves),
/* harmony export */   s: () => (/* binding */ joinedReport)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15131);
/* harmony import */ var _leaf_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45113);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63641);
/* harmony import */ var _with_readers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86754);
/** The results of shards → the report that one job would have made of all leaves. Pure. */





/**
 * Why results do not have exactly the leaves of their shard, in a clause; undefined if they do. A leaf that two shards
 * report, or none, would otherwise be applied as nobody has reviewed it.
 */
function wrongLeaves(results, expected) {
    const reported = results.leaves.map(({ leaf }) => leaf);
    const extra = firstBeyond(reported, expected);
    if (extra !== undefined)
        return `it reports ${extra}, which is not a leaf of its share, or is twice in it`;
    const found = new Set(reported);
    const missing = expected.find((leaf) => !found.has(leaf));
    if (missing !== undefined)
        return `it does not report ${missing}`;
    const planned = results.leaves.flatMap(({ leaf, outcome: { status } }) => status === 'planned' || status === 'waits' ? [leaf] : []);
    const recorded = results.reviewed.map(({ leaf }) => leaf);
    const unplanned = firstBeyond(recorded, planned);
    return unplanned === undefined ? undefined : `it records ${unplanned}, which it has not planned, or does so twice`;
}
/** The first that is not allowed, or not a second time. */
function firstBeyond(paths, allowed) {
    const left = new Set(allowed);
    return paths.find((path) => !left.delete(path))?.slice(0, 300);
}
/**
 * @param own the joining job's own findings, with all changed leaves
 * @param shards results by number of shard; each has exactly its leaves
 * @param refused a clause for each folder that was not believed
 */
function joinedReport(own, shards, refused) {
    const all = [...shards].sort(([a], [b]) => a - b).map(([, results]) => results);
    const reports = new Map(all.flatMap(({ leaves }) => leaves.map((each) => [each.leaf, each])));
    const reviewed = new Map(all.flatMap((each) => each.reviewed.map((leaf) => [leaf.leaf, leaf])));
    const missing = missingShards(own.split, shards);
    const leaves = own.changed.map((each) => reports.get(each.leaf.path) ?? unreported(each, missing.whys.get(each.leaf.path)));
    const versions = distinct(all.flatMap(({ terraformVersion }) => terraformVersion ?? []));
    const masked = Math.max(0, ...all.map((each) => each.masked ?? 0));
    return {
        report: {
            ...own.report,
            terraformVersion: versions.length === 0 ? undefined : versions.join(', '),
            program: all.find(({ program }) => program !== undefined)?.program,
            ...(masked === 0 ? {} : { masked }),
            notices: distinct([own.report, ...all].flatMap(({ notices }) => notices)),
            // A shard does not know what others plan.
            ...(0,_with_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .withReaders */ .j)(leaves, leaves.map(({ leaf }) => leaf), own.reads),
            problems: [
                ...missing.problems,
                ...refused.map(({ name, why }) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('shard', `The results in ${name} are not used: ${why}.`, { hint: REFUSED })),
                ...mergedProblems([own.report, ...all].flatMap(({ problems }) => problems)),
            ],
        },
        reviewed: own.changed.flatMap(({ leaf }) => reviewed.get(leaf.path) ?? []),
        timings: new Map(all.flatMap(({ timings }) => Object.entries(timings))),
    };
}
const REFUSED = 'Let only the plan jobs of this workflow run upload results under these names. Run all of its jobs again if they changed in between.';
/** Why leaves have no report: what their shard's job came to. */
function missingShards({ shards }, found) {
    const lost = shards.flatMap((leaves, index) => leaves.length === 0 || found.has(index + 1) ? [] : [{ which: `Shard ${index + 1} of ${shards.length}`, leaves }]);
    return {
        problems: lost.map(({ which, leaves }) => ({
            ...(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('shard', `${which} has no results: its job failed, was cancelled, or never ran.`, {
                hint: `Run the failed jobs again: the results of the other shards are kept. ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(leaves.length, 'leaf is', 'leaves are')} not planned.`,
            }),
            leaves,
        })),
        whys: new Map(lost.flatMap(({ which, leaves }) => leaves.map((leaf) => [leaf, `${which} has no results.`]))),
    };
}
function unreported(each, why) {
    return (0,_leaf_report_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLeaf */ .o)(each, (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPlan */ .Cm)(each, why), [], []);
}
/** Each problem once, with all leaves that have it in any shard. */
function mergedProblems(problems) {
    const merged = new Map();
    for (const { leaves, ...rest } of problems) {
        const key = JSON.stringify(rest);
        const known = merged.get(key)?.leaves;
        merged.set(key, leaves === undefined ? (merged.get(key) ?? rest) : { ...rest, leaves: distinct([...(known ?? []), ...leaves]) });
    }
    return [...merged.values()];
}
function distinct(texts) {
    return [...new Set(texts)];
}


/***/ }),

/***/ 29445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ joinedResults)
});

// EXTERNAL MODULE: ./src/shards/join.ts
var join = __webpack_require__(15473);
// EXTERNAL MODULE: ./src/commands/plan/joined-report.ts
var joined_report = __webpack_require__(20718);
// EXTERNAL MODULE: ./src/base/shape.ts
var shape = __webpack_require__(48732);
// EXTERNAL MODULE: ./src/execution/report-shapes.ts
var report_shapes = __webpack_require__(89757);
// EXTERNAL MODULE: ./src/gate/record.ts
var record = __webpack_require__(69690);
;// CONCATENATED MODULE: ./src/commands/plan/shard-results.ts
/** What one shard hands over to the join, as plain data, and the check of data that claims to be it. */



const shard_results_text = (0,shape/* optional */.lq)(shape/* isText */.KH);
const isOrigin = (0,shape/* objectOf */.Xy)({ file: shape/* isText */.KH, line: shape/* isCount */.my, column: shape/* isCount */.my });
const keyChange = { key: shape/* isText */.KH, before: shard_results_text, after: shard_results_text, origin: (0,shape/* optional */.lq)(isOrigin) };
const isReason = (0,shape/* variantsOf */.IM)('kind', {
    configuration: (0,shape/* objectOf */.Xy)({ kind: (0,shape/* isOneOf */.EK)({ configuration: true }), ...keyChange }),
    pin: (0,shape/* objectOf */.Xy)({
        kind: (0,shape/* isOneOf */.EK)({ pin: true }),
        address: shape/* isText */.KH,
        before: shard_results_text,
        after: shard_results_text,
        keys: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)(keyChange)),
    }),
    file: (0,shape/* objectOf */.Xy)({
        kind: (0,shape/* isOneOf */.EK)({ file: true }),
        path: shape/* isText */.KH,
        change: (0,shape/* isOneOf */.EK)({ added: true, changed: true, removed: true }),
    }),
    module: (0,shape/* objectOf */.Xy)({
        kind: (0,shape/* isOneOf */.EK)({ module: true }),
        module: shape/* isText */.KH,
        via: (0,shape/* listOf */.c3)(shape/* isText */.KH),
        files: (0,shape/* listOf */.c3)(shape/* isText */.KH),
    }),
    setting: (0,shape/* objectOf */.Xy)({ kind: (0,shape/* isOneOf */.EK)({ setting: true }), key: shape/* isText */.KH }),
    'base-failed': (0,shape/* objectOf */.Xy)({ kind: (0,shape/* isOneOf */.EK)({ 'base-failed': true }), message: shape/* isText */.KH }),
});
const isPin = (0,shape/* objectOf */.Xy)({
    address: shape/* isText */.KH,
    written: (0,shape/* isOneOf */.EK)({ placeholder: true, expression: true }),
    template: isOrigin,
    value: shape/* isText */.KH,
    keys: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ key: shape/* isText */.KH, value: shape/* isText */.KH, origin: isOrigin })),
});
const isBlock = (0,shape/* objectOf */.Xy)({ address: shape/* isText */.KH, template: isOrigin, text: shape/* isText */.KH });
const isOutcome = (0,shape/* variantsOf */.IM)('status', {
    planned: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ planned: true }), summary: report_shapes/* isSummary */.RT, text: shape/* isText */.KH }),
    failed: (0,shape/* objectOf */.Xy)({
        status: (0,shape/* isOneOf */.EK)({ failed: true }),
        stage: (0,shape/* isOneOf */.EK)({ render: true, init: true, plan: true, show: true }),
        output: shape/* isText */.KH,
    }),
    waits: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ waits: true }), for: (0,shape/* listOf */.c3)(shape/* isText */.KH) }),
    'not-run': (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ 'not-run': true }), why: shape/* isText */.KH }),
});
const isCheckResult = (0,shape/* objectOf */.Xy)({
    name: shape/* isText */.KH,
    on: (0,shape/* isOneOf */.EK)({ rendering: true, plan: true, drift: true }),
    required: shape/* isFlag */.RV,
    proposed: shape/* isFlag */.RV,
    status: (0,shape/* isOneOf */.EK)({ passed: true, failed: true, error: true, 'not-run': true }),
    why: shape/* isText */.KH,
    findings: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({
        level: (0,shape/* isOneOf */.EK)({ error: true, warning: true, note: true }),
        message: shape/* isText */.KH,
        rule: shard_results_text,
        place: (0,shape/* optional */.lq)(report_shapes/* isPlace */.Uj),
    })),
    output: shape/* isText */.KH,
});
/** The join works out by itself who reads what. */
const isAbsent = (value) => value === undefined;
const isLeafReport = (0,shape/* objectOf */.Xy)({
    leaf: shape/* isText */.KH,
    kind: (0,shape/* isOneOf */.EK)({
        added: true,
        selected: true,
        changed: true,
        removed: true,
        moved: true,
        failed: true,
        paused: true,
    }),
    movedTo: shard_results_text,
    restated: (0,shape/* optional */.lq)(shape/* isFlag */.RV),
    reasons: (0,shape/* listOf */.c3)(isReason),
    pins: (0,shape/* listOf */.c3)(isPin),
    blocks: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ address: shape/* isText */.KH, before: (0,shape/* optional */.lq)(isBlock), after: (0,shape/* optional */.lq)(isBlock) })),
    outcome: isOutcome,
    checks: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(isCheckResult)),
    ahead: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(isReason)),
    onlyReads: isAbsent,
    readers: isAbsent,
    problems: (0,shape/* listOf */.c3)(report_shapes/* isProblem */.AN),
});
/** Whether data is what a shard of this version writes. */
const isShardResults = (0,shape/* objectOf */.Xy)({
    leaves: (0,shape/* listOf */.c3)(isLeafReport),
    problems: (0,shape/* listOf */.c3)(report_shapes/* isProblem */.AN),
    notices: (0,shape/* listOf */.c3)(shape/* isText */.KH),
    terraformVersion: shard_results_text,
    program: (0,shape/* optional */.lq)(report_shapes/* isProgramName */.Kc),
    masked: (0,shape/* optional */.lq)(shape/* isCount */.my),
    reviewed: (0,shape/* listOf */.c3)(record/* isReviewedLeaf */.QD),
    timings: (0,shape/* mapOf */.A7)(shape/* isCount */.my),
});

;// CONCATENATED MODULE: ./src/commands/plan/joined-results.ts



/** Only what has the shape of results, and exactly the leaves of its shard, is used. */
function joinedResults(run, split, folders, proofs) {
    const { taken, ignored, refused, unproven } = (0,join/* joinShards */.e)(run, folders, proofs);
    const shards = new Map();
    const wrong = [];
    for (const [shard, folder] of taken) {
        const results = readResults(folder);
        const why = results === undefined
            ? 'its results.json is damaged, or of another version of Kompos'
            : (0,joined_report/* wrongLeaves */.q)(results, split.shards[shard - 1] ?? []);
        if (results === undefined || why !== undefined)
            wrong.push({ name: folder.name, why: why ?? '' });
        else
            shards.set(shard, results);
    }
    return { shards, ignored, refused: [...refused, ...wrong], unproven };
}
function readResults(folder) {
    try {
        const results = folder.results();
        return isShardResults(results) ? results : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 87342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportLocally: () => (/* binding */ reportLocally)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _execution_local_comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23606);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(20724);
/* harmony import */ var _masking_mask_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74399);
/* harmony import */ var _shards_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5573);
/* harmony import */ var _shards_split_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13249);
/* harmony import */ var _joined_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20718);
/* harmony import */ var _joined_results_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29445);
/* harmony import */ var _local_plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(73119);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(67608);
/** `kompos report`: the results of shards that `kompos plan --shard` has written, as one report. */











/**
 * Works out the changed leaves again, and joins what shards say of them. Nothing is planned. Whoever runs this has the
 * folders from a place that they trust: nothing is signed.
 *
 * @throws ProblemError when nothing can be compared, or there are no results
 */
async function reportLocally(request, context) {
    const folders = (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .readFolders */ .iz)(request.directories.map((directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.directory, directory)));
    const of = shardsOf(folders);
    const masker = (0,_local_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .localMasker */ .$i)(context);
    const configurationEnvironment = (0,_local_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .remembering */ .Mw)((0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_10__/* .openEnvironment */ .Ay)(context.environment), masker);
    const report = await (0,_execution_local_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .withLocalComparison */ .T)({ ...request, head: undefined }, { ...context, configurationEnvironment }, async (comparison) => {
        const own = await (0,_local_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .planComparison */ .dX)(comparison, configurationEnvironment, masker, context, {
            skipSecrets: true,
            share: () => [],
        });
        const split = (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_5__/* .splitLeaves */ .Jp)(own.groups, of, new Map());
        const run = { ...(await (0,_local_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .localRun */ .p8)(comparison, request.configPath, split)), attempt: 0, since: 0 };
        const proofs = new Map(folders.map((folder) => [folder, { kind: 'proven' }]));
        const { shards, ignored, refused } = (0,_joined_results_js__WEBPACK_IMPORTED_MODULE_7__/* .joinedResults */ .i)(run, split, folders, proofs);
        for (const { name, why } of ignored)
            context.log.info(`The results in ${name} do not count: ${why}.`);
        return (0,_joined_report_js__WEBPACK_IMPORTED_MODULE_6__/* .joinedReport */ .s)({ ...own, split }, shards, refused).report;
    });
    return (0,_local_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .rendered */ .gj)((0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_3__/* .maskReport */ .f)(report, _report_js__WEBPACK_IMPORTED_MODULE_9__/* .PLAN_NAMES */ .B, masker), request.format, context);
}
/** How many shards there are, which every folder of results says. */
function shardsOf(folders) {
    for (const folder of folders)
        if (folder.kind === 'results')
            return folder.manifest.of;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('files', 'There are no results of shards in these folders.', {
        hint: 'Write some first: kompos plan --shard 1/8 --results DIR.',
    });
}


/***/ }),

/***/ 89757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ isProblem),
/* harmony export */   Kc: () => (/* binding */ isProgramName),
/* harmony export */   RT: () => (/* binding */ isSummary),
/* harmony export */   Uj: () => (/* binding */ isPlace)
/* harmony export */ });
/* harmony import */ var _base_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48732);
/** Checks of data from other jobs: what the reports of all commands have in common. */

const text = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH);
const isPlace = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ file: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, line: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my), column: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my) });
const isProblem = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    code: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneOf */ .EK)({
        yaml: true,
        layer: true,
        merge: true,
        interpolation: true,
        secrets: true,
        settings: true,
        schema: true,
        leaf: true,
        composition: true,
        template: true,
        pin: true,
        state: true,
        path: true,
        lock: true,
        git: true,
        base: true,
        event: true,
        input: true,
        github: true,
        terraform: true,
        usage: true,
        files: true,
        shard: true,
        wave: true,
        check: true,
        internal: true,
    }),
    severity: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneOf */ .EK)({ error: true, warning: true }),
    message: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    place: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(isPlace),
    sourceLine: text,
    hint: text,
    leaves: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH)),
});
const isResource = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    address: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    action: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneOf */ .EK)({
        create: true,
        update: true,
        replace: true,
        delete: true,
        forget: true,
        read: true,
        move: true,
        import: true,
        invoke: true,
        defer: true,
        other: true,
    }),
    movedFrom: text,
    forcedBy: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH)),
    forgets: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((value) => value === true),
    because: text,
    imported: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV),
    words: text,
});
const isSummary = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    hasChanges: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV,
    counts: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        create: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        update: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        replace: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        delete: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        forget: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        move: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        import: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        outputs: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my,
        other: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my),
        invoke: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my),
        defer: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my),
    }),
    resources: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(isResource),
    outputs: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        name: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
        action: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneOf */ .EK)({ create: true, update: true, replace: true, delete: true }),
    }))),
    remarks: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        unknownParts: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        incomplete: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV,
        failedChecks: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        unseen: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ address: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, argument: _base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, sources: (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) })),
    })),
});
const isProgramName = (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneOf */ .EK)({ Terraform: true, OpenTofu: true });


/***/ }),

/***/ 15473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ joinShards),
/* harmony export */   m: () => (/* binding */ wrongShardClaim)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/** Decides which folders of results a join believes. Any job of a run can upload one, so each has to prove itself. Pure. */

/** @param proofs of the folders */
function joinShards(own, folders, proofs) {
    const refused = [];
    const ignored = [];
    const shards = new Map();
    for (const folder of folders) {
        const { name } = folder;
        if (folder.kind === 'unfinished')
            ignored.push({ name, why: 'its job ended before it was complete' });
        else if (folder.kind === 'unusable')
            refused.push({ name, why: folder.why });
        else {
            const { manifest } = folder;
            const proof = proofs.get(folder);
            const why = foreign(manifest, own);
            // When all jobs run again, the leaves may be split otherwise than before. One run can make several reports.
            const isHarmless = manifest.run === own.run && (manifest.attempt < own.attempt || manifest.title !== own.title);
            if (proof?.kind === 'forged')
                refused.push({ name, why: proof.why });
            else if (why !== undefined)
                (isHarmless ? ignored : refused).push({ name, why });
            else
                shards.set(manifest.shard, [...(shards.get(manifest.shard) ?? []), folder]);
        }
    }
    const taken = new Map();
    for (const [shard, all] of [...shards].sort(([a], [b]) => a - b)) {
        const newest = Math.max(...all.map(({ manifest }) => manifest.attempt));
        const candidates = all.filter(({ manifest }) => manifest.attempt === newest);
        const earlier = all.filter((folder) => !candidates.includes(folder));
        ignored.push(...earlier.map(({ name }) => ({ name, why: `attempt ${newest} has newer results` })));
        const [first] = candidates;
        if (first === undefined)
            continue;
        // The same folder twice says the same.
        const different = candidates.filter(({ manifest }) => manifest.results !== first.manifest.results);
        if (different.length === 0)
            taken.set(shard, first);
        else {
            const names = candidates.map(({ name }) => name);
            for (const name of names) {
                const others = names.filter((other) => other !== name).join(', ');
                refused.push({ name, why: `shard ${shard} has other results of the same attempt in ${others}` });
            }
        }
    }
    const doubtful = [...taken.values()].flatMap((folder) => {
        const proof = proofs.get(folder) ?? { kind: 'unproven', why: 'nothing was checked.' };
        return proof.kind === 'proven' ? [] : [proof.why];
    });
    return { taken, ignored, refused, unproven: doubtful[0] };
}
const SHARED = {
    kompos: 'version of Kompos',
    repositoryId: 'repository',
    repository: 'repository',
    run: 'run',
    workflow: 'workflow',
    pullRequest: 'pull request',
    head: 'head commit',
    checkedOut: 'checked-out commit',
    base: 'base commit',
    title: 'title',
    projectRoot: 'working-directory',
    of: 'number of shards',
    split: 'split of the leaves',
    files: 'digest of the files',
};
/** Why a folder does not belong to this join; undefined if it does. */
function foreign(manifest, own) {
    for (const [name, words] of Object.entries(SHARED)) {
        const [theirs, ours] = [(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(manifest, name), (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(own, name)];
        if (theirs !== ours)
            return `its ${words} is "${String(theirs).slice(0, 200)}", and here it is "${String(ours)}"`;
    }
    if (manifest.selection.join('\n') !== own.selection.join('\n'))
        return 'it is about other leaves (input "leaves")';
    if (manifest.attempt > own.attempt)
        return `it is of attempt ${manifest.attempt}, which is later than this one`;
    if (manifest.attempt < own.since)
        return `all jobs have run again since attempt ${manifest.attempt}`;
    if (manifest.shard < 1 || manifest.shard > own.of)
        return `there is no shard ${manifest.shard} of ${own.of}`;
    return undefined;
}
/** What a token of the joining job and those of its shards have in common. */
const COMMON_CLAIMS = [
    'iss',
    'repository_id',
    'run_id',
    'event_name',
    'ref',
    'sha',
    'base_ref',
    'head_ref',
    'workflow_ref',
    'workflow_sha',
    'job_workflow_ref',
    'job_workflow_sha',
];
/**
 * Why the claims of a shard's token do not belong to a job of this run; undefined if they do.
 *
 * @param own claims of the joining job's own token
 * @param attempt that the manifest names
 */
function wrongShardClaim(claims, own, audience, attempt) {
    // A token with further audiences would be accepted elsewhere too.
    if (claims['aud'] !== audience)
        return 'its signature is for something else ("aud")';
    if (claims['run_attempt'] !== String(attempt))
        return 'its signature is of another attempt ("run_attempt")';
    const wrong = COMMON_CLAIMS.find((name) => claims[name] !== own[name]);
    return wrong === undefined ? undefined : `its signature is of another run or workflow ("${wrong}")`;
}


/***/ })

};

//# sourceMappingURL=7342.index.js.map