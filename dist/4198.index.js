export const id = 4198;
export const ids = [4198];
export const modules = {

/***/ 74198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installProgram: () => (/* binding */ installProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(51306);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/terraform/binary.ts
var terraform_binary = __webpack_require__(39611);
// EXTERNAL MODULE: ./src/terraform/version-constraint.ts
var version_constraint = __webpack_require__(58570);
// EXTERNAL MODULE: ./src/terraform/wanted-program.ts
var wanted_program = __webpack_require__(85256);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(69368);
;// CONCATENATED MODULE: ./src/terraform/install/choose-version.ts
/** Which of the published versions to install. Pure. */




/** Newest first; neither prereleases nor versions that kompos does not run. */
function releases(published, oldest) {
    return published
        .filter((each) => (0,semver.valid)(each) === each && (0,semver.prerelease)(each) === null && (0,semver.gte)(each, oldest))
        .sort(semver.rcompare);
}
/**
 * The newest version that is asked for; undefined where there is none.
 *
 * @param versions from `releases`
 */
function newestFitting(wanted, versions) {
    return versions.find((each) => wanted === wanted_program/* LATEST */.k0 || (0,version_constraint/* satisfies */.ib)(each, wanted) === true);
}
/** What to say about a version that was never published. */
function didYouMeanVersion(version, published, versions) {
    const closest = (0,closest_name/* nearest */.p)(version, [...versions, ...published]);
    if (closest !== undefined)
        return `Did you mean ${closest}?`;
    return versions[0] === undefined ? 'The index of releases lists none.' : `The newest is ${versions[0]}.`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./src/base/abort-request.ts
var abort_request = __webpack_require__(82531);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
;// CONCATENATED MODULE: ./src/terraform/install/download.ts
/**
 * Downloads into memory, with bounds. A transfer that breaks off goes on where it stopped. Nothing that comes of it is
 * trusted: redirects may lead anywhere, as to the storage behind a mirror.
 */





/** Milliseconds before each further try. */
const PAUSES = [500, 1_000, 2_000, 4_000];
/** Milliseconds of silence, and of one try altogether. */
const SILENCE = 30_000;
const TRY = 600_000;
/** Its message is for people. */
class NotDownloaded extends Error {
    /** The status of the last answer; undefined where there was none. */
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
/**
 * @param most bytes that the file may have
 * @param pauses milliseconds before each further try
 * @throws NotDownloaded when no try got all of it
 */
async function download(url, most, pauses = PAUSES) {
    const received = { chunks: [], size: 0, etag: undefined };
    for (let attempt = 0;; attempt += 1) {
        const failure = await (0,debug/* timed */.ay)(`GET ${url}`, () => receive(url, most, received), (outcome) => outcome?.message ?? `${received.size} bytes`);
        if (failure === undefined)
            return Buffer.concat(received.chunks);
        const pause = pauses[attempt];
        const { status } = failure;
        const isFinal = status !== undefined && status < 500 && status !== 408 && status !== 416 && status !== 429;
        if (isFinal || pause === undefined)
            throw failure;
        await (0,promises_.setTimeout)(pause);
    }
}
/** One try, which adds to what has come. Answers what went wrong. */
async function receive(url, most, received) {
    const { host } = new URL(url);
    const signal = AbortSignal.timeout(TRY);
    const client = new lib/* HttpClient */.Qq('kompos', [(0,abort_request/* abortedBy */.L)(signal)], {
        allowRedirects: true,
        maxRedirects: 5,
        socketTimeout: SILENCE,
    });
    try {
        const { message } = await client.get(url, rangeAfter(received));
        const status = message.statusCode ?? 0;
        if (status !== 200 && status !== 206) {
            message.destroy();
            forget(received);
            return new NotDownloaded(`${host} answered with status ${status}`, status);
        }
        const start = /^bytes (\d+)-/u.exec(message.headers['content-range'] ?? '')?.[1];
        if (status === 206 && Number(start) !== received.size) {
            message.destroy();
            forget(received);
            return new NotDownloaded(`${host} continued at the wrong byte`, undefined);
        }
        if (status === 200)
            forget(received);
        const { etag } = message.headers;
        received.etag = etag?.startsWith('W/') === true ? undefined : etag;
        const stream = message;
        for await (const chunk of stream) {
            if (received.size + chunk.length > most) {
                return new NotDownloaded(`${host}: the file has more than ${most} bytes`, status);
            }
            received.chunks.push(chunk);
            received.size += chunk.length;
        }
        return undefined;
    }
    catch (error) {
        const what = signal.aborted ? `not complete within ${TRY / 60_000} minutes` : (0,node_errors/* messageOf */.bD)(error);
        return new NotDownloaded(`${host}: ${what || 'no connection'}`, undefined);
    }
}
/** Without a name for the version that has come, the rest could be another's. */
function rangeAfter({ size, etag }) {
    return size === 0 || etag === undefined ? {} : { range: `bytes=${size}-`, 'if-range': etag };
}
function forget(received) {
    Object.assign(received, { chunks: [], size: 0, etag: undefined });
}

// EXTERNAL MODULE: ./src/terraform/install/not-available.ts
var not_available = __webpack_require__(77123);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/terraform/install/signature.ts

/**
 * The key is the one with the fingerprint, whatever else its text has. It must have been valid when the signature was
 * made: expiring later is no reason to refuse what it signed.
 *
 * @param armored text of the key
 * @param fingerprint of the primary key, in lower case
 * @param signature detached, binary or armored: publishers document the name of the file, not its form
 */
async function judgeSignature(armored, fingerprint, signed, signature, now) {
    // 400 KB, needed only here.
    const { createMessage, readKeys, readSignature, verify } = await __webpack_require__.e(/* import() */ 3074).then(__webpack_require__.bind(__webpack_require__, 13074));
    const keys = await readKeys({ armoredKeys: armored }).catch(() => []);
    const key = keys.find((each) => each.getFingerprint() === fingerprint);
    if (key === undefined)
        return { kind: 'other-key' };
    const text = Buffer.from(signature).toString('latin1');
    const isArmored = text.startsWith('-----BEGIN PGP SIGNATURE-----');
    let judgement = { kind: 'wrong', why: 'there is no signature' };
    // A key whose life was extended vouches for itself from then on only: what it had signed before is verified with the
    // key as it is now.
    for (const asOfNow of [false, true]) {
        try {
            const { signatures } = await verify({
                message: await createMessage({ binary: signed }),
                signature: await (isArmored
                    ? readSignature({ armoredSignature: text })
                    : readSignature({ binarySignature: signature })),
                verificationKeys: key.toPublic(),
                date: now,
                config: { allowInsecureVerificationWithReformattedKeys: asOfNow },
            });
            for (const each of signatures) {
                judgement = await each.verified.then(() => ({ kind: 'good' }), async (error) => {
                    const { packets } = await each.signature;
                    return whyNot(key, each.keyID, packets[0]?.created ?? null, (0,node_errors/* messageOf */.bD)(error));
                });
                if (judgement.kind === 'good')
                    return judgement;
            }
        }
        catch (error) {
            return { kind: 'wrong', why: (0,node_errors/* messageOf */.bD)(error) };
        }
    }
    return judgement;
}
async function whyNot(key, keyId, created, why) {
    const [part] = key.getKeys(keyId);
    if (part === undefined)
        return { kind: 'outdated-key', why: `it has no subkey ${keyId?.toHex() ?? ''}` };
    for (const each of [key, part]) {
        const expires = await each.getExpirationTime();
        if (created !== null && expires instanceof Date && expires < created) {
            return { kind: 'outdated-key', why: `it expired on ${expires.toISOString().slice(0, 10)}` };
        }
    }
    return { kind: 'wrong', why };
}

;// CONCATENATED MODULE: ./src/terraform/install/verified-archive.ts
/** The archive of a release, which is handed on only when it is what the publisher signed. */




/** Bytes: far more than any of them has. */
const MOST_SUMS = 100_000;
const MOST_KEY = 1_000_000;
const MOST_ARCHIVE = 300_000_000;
const NOTHING_INSTALLED = 'Nothing was unpacked or installed.';
/**
 * Downloads the sums of a release and their signature.
 *
 * @returns undefined where there is no such release
 * @throws NotDownloaded
 */
async function downloadSums({ publisher, version, mirror }) {
    const url = `${publisher.folder(mirror, version)}/${publisher.tool}_${version}_SHA256SUMS`;
    try {
        const sums = await download(url, MOST_SUMS);
        return { sums, signature: await download(`${url}${publisher.signatureEnding}`, MOST_SUMS) };
    }
    catch (error) {
        // Storage behind a mirror answers 403 for what it does not have.
        if (error instanceof NotDownloaded && (error.status === 404 || error.status === 403))
            return undefined;
        throw error;
    }
}
/**
 * @param signed from `downloadSums`
 * @returns the archive, which is the one that the publisher signed for this version and platform
 * @throws ProblemError when anything is not as it was signed
 * @throws NotDownloaded
 */
async function downloadVerified(release, signed, now, log) {
    const { publisher, version, platform, mirror } = release;
    await verifySums(publisher, version, signed, now, log);
    const name = `${publisher.tool}_${version}_${platform}.zip`;
    const expected = sumOf(signed.sums.toString('utf8'), name);
    if (expected === undefined) {
        throw (0,problems/* problemError */.gS)('terraform', `${publisher.name}'s signed checksums of ${version} do not list ${name}.`, {
            hint: `There is no such release for ${platform}, or the server sent the checksums of another release. ${NOTHING_INSTALLED}`,
        });
    }
    const archive = await download(`${publisher.folder(mirror, version)}/${name}`, MOST_ARCHIVE);
    const actual = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
    if (actual !== expected) {
        throw (0,problems/* problemError */.gS)('terraform', `${name} is not what ${publisher.name} signed: its SHA-256 is ${actual}.`, {
            hint: `The signed one is ${expected}. ${NOTHING_INSTALLED} Either the download is broken or it was tampered with.`,
        });
    }
    return archive;
}
/** The signature's own time counts, so an outdated key is replaced by the publisher's current form of the same key. */
async function verifySums(publisher, version, { sums, signature }, now, log) {
    const { name, fingerprint, key, keyUrl } = publisher;
    const judge = (armored) => judgeSignature(armored, fingerprint, sums, signature, now);
    const first = await judge(key);
    if (first.kind === 'good')
        return;
    if (first.kind !== 'outdated-key')
        throw badSignature(publisher, version, whyOf(first));
    const outdated = `The copy of ${name}'s key in this version of kompos is out of date: ${first.why}.`;
    const current = await download(keyUrl, MOST_KEY).catch((error) => {
        if (!(error instanceof NotDownloaded))
            throw error;
        throw badSignature(publisher, version, `${outdated} The current one could not be downloaded: ${error.message}.`);
    });
    const second = await judge(current.toString('utf8'));
    if (second.kind !== 'good') {
        throw badSignature(publisher, version, `${outdated} With the key from ${keyUrl}: ${whyOf(second)}.`);
    }
    log.info(`${outdated} The current one from ${keyUrl} has the same fingerprint and verifies the signature.`);
}
function whyOf(judgement) {
    return judgement.kind === 'other-key' ? 'it has another fingerprint' : judgement.why;
}
function badSignature({ name, program, fingerprint }, version, why) {
    return (0,problems/* problemError */.gS)('terraform', `The checksums of ${program} ${version} are not signed with ${name}'s key: ${why}`, {
        hint: `Only the key with the fingerprint ${fingerprint.toUpperCase()} is trusted. ${NOTHING_INSTALLED} If a newer version of kompos says the same, the server was tampered with.`,
    });
}
/** Lines are `<SHA-256>  <name>`. */
function sumOf(sums, name) {
    const line = sums.split('\n').find((each) => each.slice(64).trim() === name);
    const sum = line?.slice(0, 64);
    return sum !== undefined && /^[0-9a-f]{64}$/u.test(sum) ? sum : undefined;
}

;// CONCATENATED MODULE: ./src/terraform/install/install.ts
/** Installs a program into a cache, verified, beside whatever else runs there. */













/** Bytes of an index of releases, and of a binary. */
const MOST_INDEX = 50_000_000;
const MOST_BINARY = 1_000_000_000;
/**
 * The wanted version from the cache, or else from the publisher.
 *
 * @throws ProblemError when there is no such version, it cannot be had, or it is not what the publisher signed
 */
async function installProgram(request, context) {
    try {
        return await install(request, context);
    }
    catch (error) {
        if (!(error instanceof NotDownloaded))
            throw error;
        const message = `${request.publisher.program} ${request.wanted} could not be downloaded: ${error.message}.`;
        const hint = 'Check the network, the proxy variables (https_proxy, no_proxy), and the mirror if there is one.';
        throw new not_available/* NotAvailable */.v([(0,problems/* problem */.CC)('terraform', message, { hint })]);
    }
}
async function install(request, context) {
    const { publisher, wanted, found, mirror, platform } = request;
    const version = (0,version_constraint/* exactVersion */.y)(wanted) ?? cachedFitting(request) ?? (await newestPublished(request));
    if (!(0,semver.gte)(version, publisher.oldest)) {
        throw (0,problems/* problemError */.gS)('terraform', `Kompos needs ${publisher.program} ${publisher.oldest} or newer, not ${version}.`);
    }
    if (found?.program === publisher.program && found.version === version)
        return found;
    const folder = folderOf(request, version);
    const cached = await fromCache(folder, version, request, context);
    if (cached !== undefined)
        return cached;
    const release = { publisher, version, platform, mirror };
    const signed = await downloadSums(release);
    if (signed === undefined)
        throw await unknownVersion(request, version);
    const archive = await downloadVerified(release, signed, context.now, context.log);
    await unpack(archive, folder, version, request, context);
    context.log.info(`Installed ${publisher.program} ${version}: its checksum is signed with ${publisher.name}'s key ${publisher.fingerprint.slice(-16).toUpperCase()}.`);
    return { path: (0,external_node_path_.join)(folder, publisher.tool), program: publisher.program, version, processes: context.processes };
}
function folderOf({ cache, publisher, platform }, version) {
    return (0,external_node_path_.join)(cache, `kompos-${publisher.tool}`, version, platform);
}
/** For a constraint what was installed will do, so that one machine does not ask for the index in every run. */
function cachedFitting(request) {
    const { cache, publisher, wanted } = request;
    if (wanted === wanted_program/* LATEST */.k0)
        return undefined;
    const folder = (0,external_node_path_.join)(cache, `kompos-${publisher.tool}`);
    const versions = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    const installed = versions.filter((each) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folderOf(request, each), publisher.tool)));
    return newestFitting(wanted, releases(installed, publisher.oldest));
}
async function publishedVersions({ publisher, mirror }) {
    const url = publisher.index(mirror);
    const text = (await download(url, MOST_INDEX)).toString('utf8');
    try {
        return publisher.versions(JSON.parse(text));
    }
    catch {
        throw new NotDownloaded(`${url} is not JSON`, undefined);
    }
}
async function newestPublished(request) {
    const { publisher, wanted } = request;
    const versions = releases(await publishedVersions(request), publisher.oldest);
    const newest = newestFitting(wanted, versions);
    if (newest !== undefined)
        return newest;
    const best = versions[0] === undefined ? 'The index of releases lists none.' : `The newest is ${versions[0]}.`;
    const message = `No release of ${publisher.program} since ${publisher.oldest} fits "${wanted}".`;
    throw new not_available/* NotAvailable */.v([(0,problems/* problem */.CC)('terraform', message, { hint: best })]);
}
async function unknownVersion(request, version) {
    const { publisher } = request;
    const published = await publishedVersions(request);
    const hint = didYouMeanVersion(version, published, releases(published, publisher.oldest));
    return (0,problems/* problemError */.gS)('terraform', `There is no release ${version} of ${publisher.program}.`, { hint });
}
/** What lies in the cache was verified when it came there; a wrong version there is replaced. */
async function fromCache(folder, version, { publisher }, { environment, processes, log }) {
    const path = (0,external_node_path_.join)(folder, publisher.tool);
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    try {
        const binary = await (0,terraform_binary/* askVersion */.q)(path, folder, environment, processes);
        if (binary.version === version && binary.program === publisher.program)
            return binary;
        log.warning(`${path} is ${binary.program} ${binary.version}, not ${publisher.program} ${version}. It will be installed again.`);
    }
    catch (error) {
        if (!(error instanceof problems/* ProblemError */.Mm))
            throw error;
        log.warning(`${error.message} It will be installed again.`);
    }
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    return undefined;
}
/** Writes beside and renames, so that no other run on the machine sees half a file. */
async function unpack(archive, folder, version, { publisher }, { environment, processes }) {
    const { tool, program } = publisher;
    const binary = (0,esm/* unzipSync */.AO)(archive, {
        filter: ({ name, originalSize }) => name === tool && originalSize < MOST_BINARY,
    })[tool];
    if (binary === undefined)
        throw (0,problems/* problemError */.gS)('terraform', `The archive of ${program} ${version} does not contain a file "${tool}".`);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(folder), { recursive: true });
    const beside = (0,external_node_fs_.mkdtempSync)(`${folder}.`);
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(beside, tool), binary, { mode: 0o755 });
        // The folder may be shared by users of the machine.
        (0,external_node_fs_.chmodSync)(beside, 0o755);
        const own = await (0,terraform_binary/* askVersion */.q)((0,external_node_path_.join)(beside, tool), beside, environment, processes);
        if (own.version !== version || own.program !== program) {
            const message = `The archive of ${program} ${version} contains ${own.program} ${own.version}.`;
            throw (0,problems/* problemError */.gS)('terraform', message, { hint: 'Nothing was installed.' });
        }
        (0,external_node_fs_.renameSync)(beside, folder);
    }
    catch (error) {
        // Another run was faster, with the same verified file.
        if (!(0,node_errors/* hasCode */.up)(error, 'ENOTEMPTY', 'EEXIST'))
            throw error;
    }
    finally {
        (0,external_node_fs_.rmSync)(beside, { recursive: true, force: true });
    }
}


/***/ })

};

//# sourceMappingURL=4198.index.js.map