export const id = 8345;
export const ids = [8345];
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

/***/ 29134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ proveFolders)
/* harmony export */ });
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77961);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5674);
/* harmony import */ var _gate_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94317);
/* harmony import */ var _oidc_mint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(765);
/* harmony import */ var _oidc_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88013);
/* harmony import */ var _oidc_verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61048);
/* harmony import */ var _join_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15473);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80124);
/** Checks who wrote folders of results: by the key, or by GitHub's tokens. */







/** The proof of each folder that has results in it. */
async function proveFolders(folders, settings) {
    const found = folders.filter((folder) => folder.kind === 'results');
    const signed = found.some(({ signature }) => signature.token !== undefined);
    const own = settings.mode === 'signed' && signed ? await ownClaims(settings) : undefined;
    const verify = (0,_oidc_verify_js__WEBPACK_IMPORTED_MODULE_3__.openVerifier)((0,_gate_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .issuerOf */ .xD)(settings.serverUrl).keys);
    const proofs = new Map();
    for (const folder of found)
        proofs.set(folder, await prove(folder, settings, own, verify));
    return proofs;
}
/** The claims that GitHub itself gives this job, whose run, workflow and commit the shards' must be. */
async function ownClaims({ tokens }) {
    if (tokens === undefined) {
        return { why: 'the results of the other jobs cannot be checked. Give this job "permissions: id-token: write".' };
    }
    try {
        const claims = (0,jose__WEBPACK_IMPORTED_MODULE_6__/* .decodeJwt */ .i)(await (0,_oidc_mint_js__WEBPACK_IMPORTED_MODULE_1__/* .mint */ .X)(tokens, 'kompos:join'));
        return claims;
    }
    catch (error) {
        if (!(error instanceof _oidc_http_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreachable */ .L || error instanceof jose__WEBPACK_IMPORTED_MODULE_7__/* .JOSEError */ .i4))
            throw error;
        return { why: `the results of the other jobs cannot be checked: ${error.message}. Run the job again.` };
    }
}
async function prove({ manifest, text, signature }, { mode, key, part }, own, verify) {
    const which = `the results of ${part} ${manifest.shard}`;
    if (mode === 'unsigned')
        return { kind: 'proven' };
    if (key !== undefined) {
        if (signature.keyed === undefined)
            return unproven(`${which} were written without the "fingerprint-key".`);
        if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .sameDigest */ .VB)(signature.keyed, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .keyedDigest */ .rD)(text, key))) {
            return { kind: 'forged', why: 'it was not written with this "fingerprint-key"' };
        }
    }
    if (mode === 'keyed') {
        return key === undefined ? unproven('"record" is "keyed", and "fingerprint-key" is empty.') : { kind: 'proven' };
    }
    if (signature.token === undefined) {
        return unproven(`${which} are not signed. Give its job "permissions: id-token: write" and run it again.`);
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
    const wrong = (0,_join_js__WEBPACK_IMPORTED_MODULE_4__/* .wrongShardClaim */ .m)(verified.claims, own, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .shardAudience */ .nT)(text), manifest.attempt);
    return wrong === undefined ? { kind: 'proven' } : { kind: 'forged', why: wrong };
}
function unproven(why) {
    return { kind: 'unproven', why };
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

//# sourceMappingURL=8345.index.js.map