export const id = 1258;
export const ids = [1258];
export const modules = {

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

/***/ 31258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runShard: () => (/* binding */ runShard),
/* harmony export */   x: () => (/* binding */ signed)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(15131);
/* harmony import */ var _commands_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63641);
/* harmony import */ var _commands_plan_shares_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48886);
/* harmony import */ var _commands_plan_terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35284);
/* harmony import */ var _commands_plan_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24601);
/* harmony import */ var _oidc_mint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(765);
/* harmony import */ var _oidc_http_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88013);
/* harmony import */ var _shards_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5573);
/* harmony import */ var _shards_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80124);
/* harmony import */ var _shards_split_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13249);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51097);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(43681);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(75242);
/* harmony import */ var _shard_run_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4946);
/** `command: plan` with `shard`: the plans of some of the leaves → a folder of results, for `command: report` to join. */















/**
 * Sets exit code 1 when a leaf failed, so that "Re-run failed jobs" plans it again. Nothing is posted.
 *
 * @throws ProblemError if the changed leaves cannot be determined, or are split otherwise than was decided
 */
async function runShard(job, { shard, of }) {
    const { inputs, facts, log, masker } = job;
    const decided = inputs.split;
    if (decided !== undefined && decided.count !== of) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('input', `Input "shard" is "${shard}/${of}", and "split" is of ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(decided.count, 'shard', 'shards')}.`, {
            hint: 'Take both from the outputs of the job with "command: affected".',
        });
    }
    const folder = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .resultsFolder */ .zv)(job, process.env);
    (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .clearFolder */ .Ic)(folder);
    const timings = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .knownTimings */ .RJ)(job);
    const leafResults = (0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .leafResultsOf */ ._E)(job);
    let split;
    const outcome = await (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .withTerraform */ .Hy)(job, (settings, context) => (0,_commands_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planChangedLeaves */ .yn)({
        ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .planRequest */ .NX)(job, settings),
        // Only the joining job writes a record.
        signing: undefined,
        decided,
        share(changed, groups) {
            split = decided === undefined ? (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_9__/* .splitLeaves */ .Jp)(groups, of, timings) : (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_9__/* .decidedSplit */ .hi)(groups, decided, timings);
            const own = (0,_commands_plan_shares_js__WEBPACK_IMPORTED_MODULE_2__/* .leavesOfShard */ .u)(changed, split, shard);
            log.info(`Shard ${shard} of ${of}: ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(own.length, 'leaf', 'leaves')}.`);
            return own;
        },
    }, { ...context, results: leafResults }));
    await leafResults?.close();
    const results = (0,_commands_plan_shares_js__WEBPACK_IMPORTED_MODULE_2__/* .shardResults */ .x)(outcome, masker);
    (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .registerSecrets */ .dg)(masker);
    log.info((0,_commands_plan_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .renderText */ .S)({ ...outcome.report, ...results }));
    await (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .writeFolder */ .CI)(folder, {
        ...(0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .sharedRun */ .Xd)(job, outcome.report, { of, split: split?.digest ?? '' }, process.env),
        shard,
        attempt: facts.run?.attempt ?? 0,
    }, results, (manifest) => signed(job, manifest, 'a merge will not apply them'));
    log.info(`The results are in ${folder}, for "command: report".`);
    (0,_runner_js__WEBPACK_IMPORTED_MODULE_12__/* .setOutput */ .uH)('shard-results', folder);
    (0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .setLeafResults */ .Ho)(leafResults);
    if ((0,_commands_plan_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(outcome.report))
        process.exitCode = 1;
}
/**
 * What proves who wrote a manifest. Without any proof, the results of a shard still make a report, but no record.
 *
 * @param otherwise what follows if it cannot be signed: a clause
 */
async function signed({ inputs, event, log }, manifest, otherwise) {
    const { record, fingerprintKey: key } = inputs;
    const keyed = key === undefined ? undefined : (0,_shards_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .keyedDigest */ .rD)(manifest, key);
    const tokens = record === 'signed' && event.untrusted === undefined ? (0,_oidc_mint_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenRequest */ .j)(process.env) : undefined;
    if (tokens === undefined)
        return { keyed };
    try {
        return { keyed, token: await (0,_oidc_mint_js__WEBPACK_IMPORTED_MODULE_5__/* .mint */ .X)(tokens, (0,_shards_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .shardAudience */ .nT)(manifest)) };
    }
    catch (error) {
        if (!(error instanceof _oidc_http_js__WEBPACK_IMPORTED_MODULE_6__/* .Unreachable */ .L))
            throw error;
        log.warning(`GitHub's OIDC provider issued no token for these results (${error.message}), so ${otherwise}.`);
        return { keyed };
    }
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

//# sourceMappingURL=1258.index.js.map