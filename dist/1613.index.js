export const id = 1613;
export const ids = [1613];
export const modules = {

/***/ 81613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReport: () => (/* binding */ runReport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/commands/plan/joined-report.ts
var joined_report = __webpack_require__(20718);
// EXTERNAL MODULE: ./src/commands/plan/joined-results.ts + 1 modules
var joined_results = __webpack_require__(29445);
// EXTERNAL MODULE: ./src/commands/plan/plan.ts + 2 modules
var plan = __webpack_require__(63641);
// EXTERNAL MODULE: ./src/oidc/mint.ts
var mint = __webpack_require__(765);
// EXTERNAL MODULE: ./src/shards/folder.ts
var shards_folder = __webpack_require__(5573);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/decode_jwt.js
var decode_jwt = __webpack_require__(77961);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./src/gate/signature.ts
var signature = __webpack_require__(94317);
// EXTERNAL MODULE: ./src/oidc/http.ts
var http = __webpack_require__(88013);
// EXTERNAL MODULE: ./src/oidc/verify.ts
var oidc_verify = __webpack_require__(61048);
// EXTERNAL MODULE: ./src/shards/join.ts
var join = __webpack_require__(15473);
// EXTERNAL MODULE: ./src/shards/manifest.ts
var shards_manifest = __webpack_require__(80124);
;// CONCATENATED MODULE: ./src/shards/proofs.ts
/** Checks who wrote folders of results: by the key, or by GitHub's tokens. */







/** The proof of each folder that has results in it. */
async function proveFolders(folders, settings) {
    const found = folders.filter((folder) => folder.kind === 'results');
    const signed = found.some(({ signature }) => signature.token !== undefined);
    const own = settings.mode === 'signed' && signed ? await ownClaims(settings) : undefined;
    const verify = (0,oidc_verify.openVerifier)((0,signature/* issuerOf */.xD)(settings.serverUrl).keys);
    const proofs = new Map();
    for (const folder of found)
        proofs.set(folder, await prove(folder, settings, own, verify));
    return proofs;
}
/** The claims that GitHub itself gives this job, whose run, workflow and commit the shards' must be. */
async function ownClaims({ tokens }) {
    if (tokens === undefined) {
        return { why: 'the results of the shards cannot be checked. Give this job "permissions: id-token: write".' };
    }
    try {
        const claims = (0,decode_jwt/* decodeJwt */.i)(await (0,mint/* mint */.X)(tokens, 'kompos:join'));
        return claims;
    }
    catch (error) {
        if (!(error instanceof http/* Unreachable */.L || error instanceof errors/* JOSEError */.i4))
            throw error;
        return { why: `the results of the shards cannot be checked: ${error.message}. Run the job again.` };
    }
}
async function prove({ manifest, text, signature }, { mode, key }, own, verify) {
    const which = `the results of shard ${manifest.shard}`;
    if (mode === 'unsigned')
        return { kind: 'proven' };
    if (key !== undefined) {
        if (signature.keyed === undefined)
            return unproven(`${which} were written without the "fingerprint-key".`);
        if (!(0,shards_manifest/* sameDigest */.VB)(signature.keyed, (0,shards_manifest/* keyedDigest */.rD)(text, key))) {
            return { kind: 'forged', why: 'it was not written with this "fingerprint-key"' };
        }
    }
    if (mode === 'keyed') {
        return key === undefined ? unproven('"record" is "keyed", and "fingerprint-key" is empty.') : { kind: 'proven' };
    }
    if (signature.token === undefined) {
        return unproven(`${which} are not signed. Give its job "permissions: id-token: write" and plan again.`);
    }
    if (own === undefined)
        return unproven(`${which} were not checked.`);
    if (typeof own['why'] === 'string')
        return unproven(own['why']);
    const verified = await verify(signature.token);
    if ('failure' in verified) {
        return verified.isInvalid === true
            ? { kind: 'forged', why: verified.failure }
            : unproven(`of ${which}, ${verified.failure}.`);
    }
    const wrong = (0,join/* wrongShardClaim */.m)(verified.claims, own, (0,shards_manifest/* shardAudience */.nT)(text), manifest.attempt);
    return wrong === undefined ? { kind: 'proven' } : { kind: 'forged', why: wrong };
}
function unproven(why) {
    return { kind: 'unproven', why };
}

// EXTERNAL MODULE: ./src/shards/split.ts
var shards_split = __webpack_require__(13249);
// EXTERNAL MODULE: ./src/shards/timings.ts
var shards_timings = __webpack_require__(28690);
// EXTERNAL MODULE: ./src/action/job.ts + 1 modules
var action_job = __webpack_require__(16426);
// EXTERNAL MODULE: ./src/action/plan.ts + 6 modules
var action_plan = __webpack_require__(43681);
// EXTERNAL MODULE: ./src/action/shard-run.ts
var shard_run = __webpack_require__(4946);
;// CONCATENATED MODULE: ./src/action/report.ts
/** `command: report`: folders of results that shards have written → one report, one record. No Terraform runs. */














/** Sets exit code 1 when a leaf failed, or a shard has no results. */
async function runReport(job) {
    (0,action_plan/* checkToken */.SK)(job);
    const { inputs } = job;
    const timings = (0,shard_run/* knownTimings */.RJ)(job);
    let own;
    try {
        own = await (0,action_job/* withTerraform */.Hy)(job, (settings, context) => (0,plan/* planChangedLeaves */.yn)({ ...(0,action_plan/* planRequest */.NX)(job, settings), decided: inputs.split, share: () => [] }, context));
    }
    catch (error) {
        await (0,action_plan/* reportPlan */._S)(job, (0,action_plan/* unreported */.B8)(job, error), { unproven: undefined });
        return;
    }
    const { outcome, joined } = await report_join(job, own, timings);
    if (inputs.timings !== undefined)
        (0,shards_timings/* writeTimings */.H)((0,external_node_path_.resolve)(inputs.timings), timings, outcome.timings);
    await (0,action_plan/* reportPlan */._S)(job, outcome, joined);
}
async function report_join(job, own, timings) {
    const { inputs, facts, log } = job;
    const split = chooseSplit(job, own, timings);
    if ('problems' in split) {
        // What is known is still reported, with all leaves as not planned.
        const report = { ...own.report, problems: [...split.problems, ...own.report.problems] };
        const nothing = (0,joined_report/* joinedReport */.s)({ ...own, report, split: { shards: [], digest: '' } }, new Map(), []);
        return { outcome: { ...own, ...nothing }, joined: { unproven: undefined } };
    }
    const folder = (0,shard_run/* resultsFolder */.zv)(job, process.env);
    const folders = (0,external_node_fs_.existsSync)(folder) ? (0,shards_folder/* readFolders */.i)([folder]) : [];
    log.info(`Results in ${folder}: ${folders.map(({ name }) => name).join(', ') || 'none'}.`);
    const proofs = await proveFolders(folders, {
        mode: inputs.record,
        key: inputs.fingerprintKey,
        tokens: job.event.untrusted === undefined ? (0,mint/* tokenRequest */.j)(process.env) : undefined,
        serverUrl: facts.serverUrl,
    });
    const run = (0,shard_run/* sharedRun */.Xd)(job, own.report, { of: split.shards.length, split: split.digest }, process.env);
    const results = (0,joined_results/* joinedResults */.i)({ ...run, attempt: facts.run?.attempt ?? 0 }, split, folders, proofs);
    for (const { name, why } of results.ignored)
        log.info(`The results in ${name} do not count: ${why}.`);
    const { report, reviewed, timings: measured } = (0,joined_report/* joinedReport */.s)({ ...own, split }, results.shards, results.refused);
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
            return (0,shards_split/* splitLeaves */.Jp)(groups, shards, timings);
        const message = 'How the leaves are split is not known: the job with "command: affected" failed or never ran.';
        return { problems: [(0,base_problems/* problem */.CC)('shard', message, { hint: 'Its log says why. Run all jobs again.' })] };
    }
    try {
        return (0,shards_split/* decidedSplit */.hi)(groups, split, timings);
    }
    catch (error) {
        const problems = (0,base_problems/* problemsOf */.GW)(error);
        if (problems === undefined)
            throw error;
        return { problems };
    }
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
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16426);
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
    };
}


/***/ }),

/***/ 61048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openVerifier: () => (/* binding */ openVerifier)
/* harmony export */ });
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36687);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77961);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64490);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5674);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44409);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88013);
/** Checks a token's signature by its issuer's keys. Loaded only when there is a signed record to check. */




/**
 * @param keys address of the issuer's key set, which is read once, for the first token
 */
function openVerifier(keys) {
    let known;
    return async (token) => {
        known ??= keySet(keys);
        const found = await known;
        return 'failure' in found ? found : verify(token, found);
    };
}
async function keySet(address) {
    try {
        const answer = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getJson */ .T)(address, {});
        const keys = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(answer, 'keys')).filter(_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
        return (0,jose__WEBPACK_IMPORTED_MODULE_3__/* .createLocalJWKSet */ .w)({ keys: keys.map((key) => ({ ...key, kty: String(key['kty']) })) });
    }
    catch (error) {
        if (!(error instanceof _http_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreachable */ .L))
            throw error;
        return {
            failure: `its signature could not be checked, because the keys of GitHub's OIDC provider could not be read (${error.message}): run the job again`,
        };
    }
}
async function verify(token, keys) {
    try {
        const { iat } = (0,jose__WEBPACK_IMPORTED_MODULE_4__/* .decodeJwt */ .i)(token);
        if (iat === undefined || !Number.isSafeInteger(iat))
            return { failure: 'its signature has no time', isInvalid: true };
        // A token lives for minutes and a review for days: what counts is that it was valid when it was issued.
        const { payload } = await (0,jose__WEBPACK_IMPORTED_MODULE_5__/* .jwtVerify */ .V)(token, keys, { algorithms: ['RS256'], currentDate: new Date(iat * 1_000) });
        return { claims: payload, issuedAt: iat };
    }
    catch (error) {
        if (error instanceof jose__WEBPACK_IMPORTED_MODULE_6__/* .JWKSNoMatchingKey */ .BT) {
            return {
                failure: "the key that has signed it is not among the keys of GitHub's OIDC provider any more: plan again before a merge; after it, apply by hand",
            };
        }
        if (error instanceof jose__WEBPACK_IMPORTED_MODULE_6__/* .JOSEError */ .i4)
            return { failure: `its signature is not valid (${error.code})`, isInvalid: true };
        // An unusable key makes the cryptography itself throw.
        return {
            failure: `its signature could not be checked, because a key of GitHub's OIDC provider is not usable (${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)})`,
        };
    }
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

//# sourceMappingURL=1613.index.js.map