export const id = 7049;
export const ids = [7049];
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
// EXTERNAL MODULE: ./src/gate/record.ts
var record = __webpack_require__(69690);
;// CONCATENATED MODULE: ./src/commands/plan/shard-results.ts
/** What one shard hands over to the join, as plain data, and the check of data that claims to be it. */


const shard_results_text = (0,shape/* optional */.lq)(shape/* isText */.KH);
const isOrigin = (0,shape/* objectOf */.Xy)({ file: shape/* isText */.KH, line: shape/* isCount */.my, column: shape/* isCount */.my });
const isPlace = (0,shape/* objectOf */.Xy)({ file: shape/* isText */.KH, line: (0,shape/* optional */.lq)(shape/* isCount */.my), column: (0,shape/* optional */.lq)(shape/* isCount */.my) });
const isProblem = (0,shape/* objectOf */.Xy)({
    code: (0,shape/* isOneOf */.EK)({
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
        check: true,
        internal: true,
    }),
    severity: (0,shape/* isOneOf */.EK)({ error: true, warning: true }),
    message: shape/* isText */.KH,
    place: (0,shape/* optional */.lq)(isPlace),
    sourceLine: shard_results_text,
    hint: shard_results_text,
    leaves: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(shape/* isText */.KH)),
});
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
const isResource = (0,shape/* objectOf */.Xy)({
    address: shape/* isText */.KH,
    action: (0,shape/* isOneOf */.EK)({
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
    movedFrom: shard_results_text,
    forcedBy: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(shape/* isText */.KH)),
    forgets: (0,shape/* optional */.lq)((value) => value === true),
    because: shard_results_text,
    imported: (0,shape/* optional */.lq)(shape/* isFlag */.RV),
    words: shard_results_text,
});
const isSummary = (0,shape/* objectOf */.Xy)({
    hasChanges: shape/* isFlag */.RV,
    counts: (0,shape/* objectOf */.Xy)({
        create: shape/* isCount */.my,
        update: shape/* isCount */.my,
        replace: shape/* isCount */.my,
        delete: shape/* isCount */.my,
        forget: shape/* isCount */.my,
        move: shape/* isCount */.my,
        import: shape/* isCount */.my,
        outputs: shape/* isCount */.my,
        other: (0,shape/* optional */.lq)(shape/* isCount */.my),
        invoke: (0,shape/* optional */.lq)(shape/* isCount */.my),
        defer: (0,shape/* optional */.lq)(shape/* isCount */.my),
    }),
    resources: (0,shape/* listOf */.c3)(isResource),
    outputs: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({
        name: shape/* isText */.KH,
        action: (0,shape/* isOneOf */.EK)({ create: true, update: true, replace: true, delete: true }),
    }))),
    remarks: (0,shape/* optional */.lq)((0,shape/* objectOf */.Xy)({
        unknownParts: (0,shape/* listOf */.c3)(shape/* isText */.KH),
        incomplete: shape/* isFlag */.RV,
        failedChecks: (0,shape/* listOf */.c3)(shape/* isText */.KH),
        unseen: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ address: shape/* isText */.KH, argument: shape/* isText */.KH, sources: (0,shape/* listOf */.c3)(shape/* isText */.KH) })),
    })),
});
const isOutcome = (0,shape/* variantsOf */.IM)('status', {
    planned: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ planned: true }), summary: isSummary, text: shape/* isText */.KH }),
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
        place: (0,shape/* optional */.lq)(isPlace),
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
    problems: (0,shape/* listOf */.c3)(isProblem),
});
/** Whether data is what a shard of this version writes. */
const isShardResults = (0,shape/* objectOf */.Xy)({
    leaves: (0,shape/* listOf */.c3)(isLeafReport),
    problems: (0,shape/* listOf */.c3)(isProblem),
    notices: (0,shape/* listOf */.c3)(shape/* isText */.KH),
    terraformVersion: shard_results_text,
    program: (0,shape/* optional */.lq)((0,shape/* isOneOf */.EK)({ Terraform: true, OpenTofu: true })),
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

/***/ 5573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ writeFolder),
/* harmony export */   i: () => (/* binding */ readFolders)
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
    // Not through a link that somebody else has left there.
    for (const name of [MANIFEST, RESULTS, SIGNATURE])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, RESULTS), text, { flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, SIGNATURE), JSON.stringify(signature), { flag: 'wx' });
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${MANIFEST}.unfinished`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(unfinished, { force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(unfinished, manifestText, { flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(unfinished, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST));
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

/***/ 15473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ joinShards),
/* harmony export */   m: () => (/* binding */ wrongShardClaim)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/** Decides which folders of results a join believes. Any job of a run can upload one, so each has to prove itself. Pure. */

/**
 * @param own the run that joins
 * @param proofs of the folders
 */
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
            // When all jobs run again, the leaves may be split otherwise than before.
            const isEarlier = manifest.run === own.run && manifest.attempt < own.attempt;
            if (proof?.kind === 'forged')
                refused.push({ name, why: proof.why });
            else if (why !== undefined)
                (isEarlier ? ignored : refused).push({ name, why });
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


/***/ })

};

//# sourceMappingURL=7049.index.js.map