export const id = 9139;
export const ids = [9139];
export const modules = {

/***/ 59139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAffected: () => (/* binding */ runAffected)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/execution/checkout.ts + 3 modules
var checkout = __webpack_require__(41545);
// EXTERNAL MODULE: ./src/execution/change-graph.ts
var change_graph = __webpack_require__(72509);
// EXTERNAL MODULE: ./src/execution/comparison.ts
var execution_comparison = __webpack_require__(57917);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/shards/split.ts
var split = __webpack_require__(13249);
;// CONCATENATED MODULE: ./src/commands/affected/shards.ts





/** @throws ProblemError when the changed leaves cannot be determined */
async function decideShards(request, context) {
    const { environment, configurationEnvironment, log } = context;
    return (0,checkout/* withCheckout */.j)(request, environment, configurationEnvironment, async (checkout) => {
        const { event, onUnknownBase, unusedConfiguration, timings, attempt } = request;
        const comparison = await (0,execution_comparison/* compareRevisions */.w)(checkout, event, onUnknownBase, unusedConfiguration, log);
        const { selected } = (0,execution_comparison/* selectChanged */.p)(comparison, request.leaves);
        const groups = (0,change_graph/* connectedLeaves */.GI)(await (0,change_graph/* readChangeGraph */.vS)(comparison.head, comparison.base, selected), selected);
        const number = (0,split/* shardCount */.o4)(groups, request.shards, timings);
        const { shards, digest } = (0,split/* splitLeaves */.Jp)(groups, number, timings);
        log.info(`${(0,phrases/* count */.U9)(groups.flat().length, 'leaf', 'leaves')} in ${(0,phrases/* count */.U9)(number, 'shard', 'shards')}.`);
        shards.forEach((leaves, index) => {
            log.group(`Shard ${index + 1} of ${number}: ${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')}`, leaves);
        });
        return {
            matrix: shards.map((_, index) => `${index + 1}/${number}`),
            decision: (0,split/* writeDecision */.el)({ count: number, base: comparison.revisions.base, digest, attempt }),
        };
    });
}

// EXTERNAL MODULE: ./src/action/job.ts + 2 modules
var action_job = __webpack_require__(51097);
// EXTERNAL MODULE: ./src/action/job-environment.ts
var job_environment = __webpack_require__(60005);
// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(75242);
// EXTERNAL MODULE: ./src/action/shard-run.ts
var shard_run = __webpack_require__(4946);
;// CONCATENATED MODULE: ./src/action/affected.ts
/** `command: affected`: how the changed leaves are split → outputs, from which a matrix of plan jobs is made. */






/** @throws ProblemError when the changed leaves cannot be determined: no job needs to plan then */
async function runAffected(job) {
    const { inputs, event, facts, log } = job;
    const { env } = process;
    const workspace = (0,external_node_fs_.realpathSync)(env['GITHUB_WORKSPACE'] ?? '.');
    const { matrix, decision } = await decideShards({
        projectRoot: (0,action_job/* projectRoot */.YQ)(workspace, inputs.workingDirectory),
        serverUrl: facts.serverUrl,
        ownCode: (0,action_job/* ownCode */.m1)(job, env),
        listMerge: inputs.listMerge,
        token: inputs.token,
        event: event.revisions,
        onUnknownBase: inputs.onUnknownBase,
        unusedConfiguration: inputs.unusedConfiguration,
        leaves: inputs.leaves,
        shards: inputs.shards,
        timings: (0,shard_run/* knownTimings */.RJ)(job),
        attempt: facts.run?.attempt ?? 0,
    }, {
        environment: (0,job_environment/* childEnvironment */.Qc)(env, false),
        configurationEnvironment: (0,job_environment/* allowedEnvironment */.m0)(env, inputs.allowEnv, event.untrusted !== undefined),
        log,
    });
    (0,runner/* setOutput */.uH)('changed', String(matrix.length > 0));
    (0,runner/* setOutput */.uH)('matrix', JSON.stringify(matrix));
    (0,runner/* setOutput */.uH)('split', decision);
}


/***/ }),

/***/ 4946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ knownTimings),
/* harmony export */   Xd: () => (/* binding */ sharedRun),
/* harmony export */   zv: () => (/* binding */ resultsFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12301);
/* harmony import */ var _shards_timings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28690);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51097);
/** What the jobs of one sharded run have in common: how leaves are split, where results are, who may sign them. */





/** The timings that the leaves are split by. An unusable file is the same to all jobs of a run: there are none. */
function knownTimings({ inputs, log }) {
    const found = (0,_shards_timings_js__WEBPACK_IMPORTED_MODULE_3__/* .readTimings */ .k)(inputs.timings === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(inputs.timings));
    if (!('why' in found))
        return found;
    log.warning(found.why);
    return new Map();
}
/** Absolute path of the folder that a shard's results are written to, or that all of them were downloaded to. */
function resultsFolder({ inputs }, env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(inputs.results ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(env['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'kompos-shards'));
}
/** What a shard's manifest and the join have to agree on. */
function sharedRun({ inputs, event, facts }, { head, checkedOut, base }, { of, split }, env) {
    return {
        kompos: (0,_base_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r)(),
        repositoryId: (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryId */ .q4)(env),
        repository: facts.repository,
        run: facts.run?.id ?? 0,
        workflow: env['GITHUB_WORKFLOW_REF'] ?? '',
        pullRequest: event.pullRequest?.number ?? 0,
        head: head ?? '',
        checkedOut: checkedOut ?? '',
        base: base ?? '',
        title: facts.title,
        projectRoot: inputs.workingDirectory,
        selection: inputs.leaves,
        of,
        split,
        files: '',
    };
}


/***/ }),

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

/***/ 28690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeTimings),
/* harmony export */   k: () => (/* binding */ readTimings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _base_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48732);
/** How long leaves took in earlier runs, in a file that a workflow keeps between runs. */




/** Bytes of a file: far more than any project's leaves take. */
const MOST_BYTES = 8_000_000;
/** Leaves that a file remembers; those that were not planned for longest are forgotten first. */
const MOST_LEAVES = 20_000;
/**
 * @param path of a file that need not exist
 * @returns a sentence if it exists and is not usable
 */
function readTimings(path) {
    if (path === undefined)
        return new Map();
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        if (size > MOST_BYTES)
            return { why: `${path} has more than ${MOST_BYTES} bytes, so the timings in it are not used.` };
        const times = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')), 'milliseconds');
        if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(times) || !Object.values(times).every(_base_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isCount */ .my)) {
            return { why: `${path} has no timings of leaves in it, so none are used.` };
        }
        return new Map(Object.entries(times).filter((row) => (0,_base_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isCount */ .my)(row[1])));
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT'))
            return new Map();
        if (error instanceof SyntaxError)
            return { why: `${path} is not JSON, so the timings in it are not used.` };
        throw error;
    }
}
/** Writes what was known, with what this run has measured. */
function writeTimings(path, known, measured) {
    const kept = [...known].filter(([leaf]) => !measured.has(leaf));
    const rows = [...kept, ...measured].slice(-MOST_LEAVES);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, `${JSON.stringify({ milliseconds: Object.fromEntries(rows) })}\n`);
}


/***/ })

};

//# sourceMappingURL=9139.index.js.map