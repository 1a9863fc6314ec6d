export const id = 1658;
export const ids = [1658];
export const modules = {

/***/ 31658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runReport: () => (/* binding */ runReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _commands_plan_joined_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20718);
/* harmony import */ var _commands_plan_joined_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29445);
/* harmony import */ var _commands_plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63641);
/* harmony import */ var _oidc_mint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(765);
/* harmony import */ var _shards_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5573);
/* harmony import */ var _shards_proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29134);
/* harmony import */ var _shards_split_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13249);
/* harmony import */ var _shards_timings_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(28690);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51097);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(43681);
/* harmony import */ var _shard_run_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4946);
/** `command: report`: folders of results that shards have written → one report, one record. No Terraform runs. */














/** Sets exit code 1 when a leaf failed, or a shard has no results. */
async function runReport(job) {
    (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .checkToken */ .SK)(job);
    const { inputs } = job;
    const timings = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .knownTimings */ .RJ)(job);
    let own;
    try {
        own = await (0,_job_js__WEBPACK_IMPORTED_MODULE_11__/* .withTerraform */ .Hy)(job, (settings, context) => (0,_commands_plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planChangedLeaves */ .yn)({ ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .planRequest */ .NX)(job, settings), decided: inputs.split, share: () => [] }, context));
    }
    catch (error) {
        await (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .reportPlan */ ._S)(job, (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .unreported */ .B8)(job, error), { unproven: undefined });
        return;
    }
    const { outcome, joined } = await join(job, own, timings);
    if (inputs.timings !== undefined)
        (0,_shards_timings_js__WEBPACK_IMPORTED_MODULE_10__/* .writeTimings */ .H)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(inputs.timings), timings, outcome.timings);
    await (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .reportPlan */ ._S)(job, outcome, joined);
}
async function join(job, own, timings) {
    const { inputs, facts, log } = job;
    const split = chooseSplit(job, own, timings);
    if ('problems' in split) {
        // What is known is still reported, with all leaves as not planned.
        const report = { ...own.report, problems: [...split.problems, ...own.report.problems] };
        const nothing = (0,_commands_plan_joined_report_js__WEBPACK_IMPORTED_MODULE_3__/* .joinedReport */ .s)({ ...own, report, split: { shards: [], digest: '' } }, new Map(), []);
        return { outcome: { ...own, ...nothing }, joined: { unproven: undefined } };
    }
    const folder = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .resultsFolder */ .zv)(job, process.env);
    const folders = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .readFolders */ .iz)([folder]) : [];
    log.info(`Results in ${folder}: ${folders.map(({ name }) => name).join(', ') || 'none'}.`);
    const proofs = await (0,_shards_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .proveFolders */ .o)(folders, {
        mode: inputs.record,
        key: inputs.fingerprintKey,
        tokens: job.event.untrusted === undefined ? (0,_oidc_mint_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenRequest */ .j)(process.env) : undefined,
        serverUrl: facts.serverUrl,
        part: 'shard',
    });
    const run = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .sharedRun */ .Xd)(job, own.report, { of: split.shards.length, split: split.digest }, process.env);
    const results = (0,_commands_plan_joined_results_js__WEBPACK_IMPORTED_MODULE_4__/* .joinedResults */ .i)({ ...run, attempt: facts.run?.attempt ?? 0, since: inputs.split?.attempt ?? 0 }, split, folders, proofs);
    for (const { name, why } of results.ignored)
        log.info(`The results in ${name} do not count: ${why}.`);
    const { report, reviewed, timings: measured } = (0,_commands_plan_joined_report_js__WEBPACK_IMPORTED_MODULE_3__/* .joinedReport */ .s)({ ...own, split }, results.shards, results.refused);
    return {
        outcome: { ...own, report, reviewed, timings: measured },
        joined: { unproven: results.unproven },
    };
}
/** How the leaves are split; the problems if that is not known, or is not what was decided. */
function chooseSplit({ inputs }, { groups }, timings) {
    const { split, shards } = inputs;
    if (split === undefined) {
        if (shards !== 'auto')
            return (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_9__/* .splitLeaves */ .Jp)(groups, shards, timings);
        const message = 'How the leaves are split is not known: the job with "command: affected" failed or never ran.';
        return { problems: [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('shard', message, { hint: 'Its log says why. Run all jobs again.' })] };
    }
    try {
        return (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_9__/* .decidedSplit */ .hi)(groups, split, timings);
    }
    catch (error) {
        const problems = (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsOf */ .GW)(error);
        if (problems === undefined)
            throw error;
        return { problems };
    }
}


/***/ }),

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


/***/ })

};

//# sourceMappingURL=1658.index.js.map