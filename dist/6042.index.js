export const id = 6042;
export const ids = [6042];
export const modules = {

/***/ 60005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   j3: () => (/* binding */ standInEnvironment),
/* harmony export */   m0: () => (/* binding */ allowedEnvironment),
/* harmony export */   mb: () => (/* binding */ environmentStandIns)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63825);
/* harmony import */ var _terraform_unattended_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25800);
/** What a job sees of the runner's environment. */



/** Inputs (the token is one of them), and the runner's own services: cache, artifacts, OIDC tokens. */
const SECRET_PREFIXES = ['INPUT_', 'ACTIONS_'];
/** With these, anyone can request a token from GitHub that identifies as this job. */
const ID_TOKEN = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'];
/** Files through which a step changes the environment of later ones, its own outputs and its summary. */
const STEP_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/**
 * The environment of git and Terraform: anything that a plan runs can read and print all of it.
 *
 * @param passIdToken the input `pass-id-token`
 */
function childEnvironment(all, passIdToken) {
    const isKept = (name) => ID_TOKEN.includes(name)
        ? passIdToken
        : !STEP_FILES.includes(name) && !SECRET_PREFIXES.some((prefix) => name.startsWith(prefix));
    const kept = Object.entries(all).flatMap(([name, value]) => value === undefined || !isKept(name) ? [] : [[name, value]]);
    return (0,_terraform_unattended_js__WEBPACK_IMPORTED_MODULE_2__/* .unattended */ .D)(Object.fromEntries(kept));
}
/**
 * Stand-ins for the environment in digests of renderings: with a key a digest of each value, without one its name.
 * Undefined if configuration may read none.
 *
 * @param key the secret input `fingerprint-key`
 */
function standInEnvironment(all, allowed, key) {
    if (allowed.length === 0)
        return undefined;
    const real = allowedEnvironment(all, allowed, false);
    return {
        secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_1__/* .standIns */ .dS,
        read(name) {
            const answer = real.read(name);
            if (answer.kind !== 'value')
                return answer;
            const seal = key === undefined ? '' : `: ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(answer.value).digest('hex')}`;
            return { kind: 'value', value: `(environment: ${name}${seal})` };
        },
    };
}
/** Each value's stand-in in the fingerprint of a plan, `(environment: NAME)`. One value has one name. */
function environmentStandIns(all, allowed) {
    const standIns = new Map();
    for (const name of [...allowed].sort()) {
        const value = all[name];
        if (value !== undefined && !standIns.has(value))
            standIns.set(value, `(environment: ${name})`);
    }
    return standIns;
}
/**
 * `{{env(NAME)}}` in the Action: only the names that `allow-env` lists.
 *
 * @param withheld an untrusted pull request must not print the values, so it gets a stand-in for each
 */
function allowedEnvironment(all, allowed, withheld) {
    const names = new Set(allowed);
    return {
        secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_1__/* .standIns */ .dS,
        read(name) {
            if (!names.has(name))
                return { kind: 'not-allowed' };
            if (withheld)
                return { kind: 'value', value: `(withheld: ${name})` };
            const value = all[name];
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}


/***/ }),

/***/ 51097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yh: () => (/* binding */ githubAccess),
  m1: () => (/* binding */ ownCode),
  YQ: () => (/* binding */ projectRoot),
  dg: () => (/* binding */ registerSecrets),
  q4: () => (/* binding */ repositoryId),
  ic: () => (/* binding */ reviewSettings),
  pI: () => (/* binding */ runFacts),
  Hy: () => (/* binding */ withTerraform),
  B4: () => (/* binding */ workflowOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/oidc/mint.ts
var mint = __webpack_require__(765);
// EXTERNAL MODULE: ./src/base/child-process.ts + 2 modules
var child_process = __webpack_require__(61204);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(22095);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var terraform_mirror = __webpack_require__(36045);
// EXTERNAL MODULE: ./src/terraform/plugin-cache.ts
var plugin_cache = __webpack_require__(59782);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
// EXTERNAL MODULE: ./src/terraform/provider-hash.ts
var provider_hash = __webpack_require__(82652);
;// CONCATENATED MODULE: ./src/terraform/verified-mirror.ts
/** Providers that come from elsewhere than a registry, such as a cache that other jobs write to. */




/** The providers that lock files select, each version once, with what all of them have on it. */
function checkableProviders(lockFiles) {
    const all = new Map();
    for (const text of lockFiles) {
        for (const { address, version } of (0,terraform_mirror/* lockedProviders */.hJ)(text)) {
            const hashes = (0,terraform_mirror/* lockedHashes */.dj)(text, address).filter((hash) => hash.startsWith('h1:'));
            const known = all.get(`${address} ${version}`)?.hashes ?? [];
            all.set(`${address} ${version}`, { address, version, hashes: [...known, ...hashes] });
        }
    }
    return [...all.values()];
}
/**
 * Leaves nothing in a mirror but providers that have a hash of theirs: a leaf without a lock file would be given anything
 * else unchecked.
 *
 * @param mirror absolute path
 * @returns the ones that were there and are not as their hashes say
 */
async function keepVerified(mirror, providers, platform) {
    const restored = `${mirror}.restored`;
    (0,external_node_fs_.rmSync)(restored, { recursive: true, force: true });
    (0,external_node_fs_.renameSync)(mirror, restored);
    (0,external_node_fs_.mkdirSync)(mirror);
    const wrong = [];
    try {
        for (const { address, version, hashes } of providers) {
            const way = (0,external_node_path_.join)(address, version, platform);
            if ((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(restored, way), { throwIfNoEntry: false }) === undefined)
                continue;
            const hash = isPlain(restored, way) ? await (0,provider_hash/* providerHash */.y)((0,external_node_path_.join)(restored, way)) : undefined;
            if (hash === undefined || !hashes.includes(hash))
                wrong.push({ address, version });
            else {
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(mirror, way)), { recursive: true });
                (0,external_node_fs_.renameSync)((0,external_node_path_.join)(restored, way), (0,external_node_path_.join)(mirror, way));
            }
        }
    }
    finally {
        (0,external_node_fs_.rmSync)(restored, { recursive: true, force: true });
    }
    return wrong;
}
/** Whether a folder, the way to it, and all below it are folders and files: what a link leads to may change later. */
function isPlain(top, way) {
    const steps = way.split('/').map((_, index, all) => (0,external_node_path_.join)(top, ...all.slice(0, index + 1)));
    return ([top, ...steps].every((path) => (0,external_node_fs_.lstatSync)(path).isDirectory()) &&
        (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(top, way), { recursive: true, withFileTypes: true }).every((entry) => entry.isDirectory() || entry.isFile()));
}

;// CONCATENATED MODULE: ./src/action/provider-cache.ts
/** Provider binaries cached between runs with @actions/cache. It only saves time: nothing here is a reason to fail. */






/** Milliseconds for a part of 128 MB; with fewer than two megabytes a second, the registry is no slower. */
const PART_TIMEOUT = 60_000;
/**
 * Fills the mirror folder with what the lock files have hashes of. Any job on the default branch can write its entries, so
 * everything else is removed. Returns whether it must be saved after the run.
 */
async function restoreProviders(kept, log) {
    try {
        const cache = await __webpack_require__.e(/* import() */ 8889).then(__webpack_require__.bind(__webpack_require__, 48889));
        if (!cache.isFeatureAvailable())
            return false;
        const providers = checkableProviders(kept.lockFiles);
        const unchecked = providers.filter(({ hashes }) => hashes.length === 0);
        if (unchecked.length > 0) {
            log.info(`Providers are not kept between runs, because lock files have no "h1:" hash of ${(0,terraform_mirror/* providerVersions */.Nw)(unchecked).join(', ')}: "terraform providers lock" adds them.`);
            return false;
        }
        const limits = { segmentTimeoutInMs: PART_TIMEOUT };
        const others = kept.isProposed ? [keyOf({ ...kept, isProposed: false })] : [];
        if ((await cache.restoreCache([kept.mirror], keyOf(kept), others, limits)) === undefined)
            return true;
        if (!(0,external_node_fs_.existsSync)(kept.mirror))
            return false;
        const wrong = await keepVerified(kept.mirror, providers, kept.platform);
        if (wrong.length > 0) {
            log.warning(`The provider cache is not used for ${(0,terraform_mirror/* providerVersions */.Nw)(wrong).join(', ')}: what is in it is not what the lock files say.`);
        }
        return false;
    }
    catch (error) {
        log.info(`The provider cache could not be read: ${(0,node_errors/* messageOf */.bD)(error)}`);
        return false;
    }
}
/**
 * Saves the mirror folder once it has everything that the lock files select. A key cannot be written twice: what is
 * missing would be downloaded in every later run.
 */
async function saveProviders(kept, log) {
    const { mirror, lockFiles, platform } = kept;
    if (!(0,external_node_fs_.existsSync)(mirror))
        return;
    const missing = (0,terraform_mirror/* missingInMirror */.Pw)(mirror, checkableProviders(lockFiles), platform);
    if (missing.length > 0) {
        const names = [...new Set((0,terraform_mirror/* providerVersions */.Nw)(missing))].join(', ');
        log.info(`The provider cache is not saved: it lacks ${names}, which a lock file selects and no init has installed.`);
        return;
    }
    try {
        const cache = await __webpack_require__.e(/* import() */ 8889).then(__webpack_require__.bind(__webpack_require__, 48889));
        await cache.saveCache([mirror], keyOf(kept));
    }
    catch (error) {
        log.info(`The provider cache could not be saved: ${(0,node_errors/* messageOf */.bD)(error)}`);
    }
}
function keyOf({ lockFiles, binary, platform, isProposed }) {
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update([...lockFiles].sort().join('\n'))
        .digest('hex')
        .slice(0, 32);
    return `kompos-${isProposed ? 'proposed-' : ''}providers-${platform}-${programs/* PROGRAMS */.i[binary.program].tool}-${binary.version}-${digest}`;
}

// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(75242);
// EXTERNAL MODULE: ./src/action/job-environment.ts
var job_environment = __webpack_require__(60005);
;// CONCATENATED MODULE: ./src/action/job.ts
/** What every command of the action needs: the facts of the run, the project root, and the context of a job. */













/** @param env the runner's environment */
function runFacts(inputs, env) {
    const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    const id = Number(env['GITHUB_RUN_ID'] ?? '');
    return {
        title: inputs.title,
        repository,
        serverUrl,
        runUrl: id > 0 ? `${serverUrl}/${repository}/actions/runs/${id}` : undefined,
        source: sourceOf(inputs, env),
        run: id > 0 ? { id, attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') } : undefined,
    };
}
/** Undefined outside of a workflow. */
function sourceOf(inputs, env) {
    const workflow = workflowOf(env);
    if (workflow === undefined)
        return undefined;
    const asked = JSON.stringify([inputs.workingDirectory, inputs.leaves, inputs.removedAt ?? '']);
    const selection = (0,external_node_crypto_.createHash)('sha256').update(asked).digest('hex').slice(0, 16);
    return { workflow, job: env['GITHUB_JOB'] ?? '', selection };
}
/** Path of the workflow that runs, whose job may be in a reusable one. */
function workflowOf(env) {
    return /^[^/]+\/[^/]+\/([^@]+)@/u.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
}
/** @param env the runner's environment */
function githubAccess({ repository }, token, env) {
    return { apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com', token, repository };
}
/**
 * What a run by hand, or by schedule, may check out. Other events say which commit it has to be.
 *
 * @param env the runner's environment
 */
function ownCode({ event, facts }, env) {
    if (event.revisions.kind !== 'manual')
        return undefined;
    return { repository: facts.repository, serverUrl: facts.serverUrl, sha: env['GITHUB_SHA'] ?? '' };
}
/** GitHub's id of the repository, which no other repository gets when names change. */
function repositoryId(env) {
    return env['GITHUB_REPOSITORY_ID'] ?? '';
}
/** What fingerprints are bound to, for jobs that make or compare them. */
function reviewSettings({ inputs }, env) {
    return {
        fingerprintKey: inputs.fingerprintKey,
        standIns: (0,job_environment/* standInEnvironment */.j3)(env, inputs.allowEnv, inputs.fingerprintKey),
        hidden: (0,job_environment/* environmentStandIns */.mb)(env, inputs.allowEnv),
        unusedConfiguration: inputs.unusedConfiguration,
    };
}
/** A cancelled job is terminated after 7.5 seconds and killed 2.5 seconds later: by then the report must be written. */
const CANCEL_PATIENCE = { forItsOwn: 2_500, forItself: 4_000 };
/**
 * Runs something that starts Terraform, with its settings, cached providers, and signals passed on.
 *
 * @throws ProblemError for an invalid `working-directory`
 */
async function withTerraform(job, use) {
    const { inputs, event, log, masker } = job;
    const { env } = process;
    const workspace = (0,external_node_fs_.realpathSync)(env['GITHUB_WORKSPACE'] ?? '.');
    const platform = (0,terraform_mirror/* terraformPlatform */.sb)(process.platform, process.arch);
    const own = (0,plugin_cache/* pluginCache */.A)(env, workspace);
    const mirror = own?.folder ?? (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'kompos-providers');
    if (own !== undefined)
        log.info(`Providers are kept in ${own.folder}, the plugin cache that ${own.setBy} names.`);
    let unsaved;
    const processes = (0,child_process/* createChildProcesses */.yb)();
    const stopListening = processes.passSignalsOn(() => {
        log.warning('Cancelled: what is running was asked to stop.');
    }, CANCEL_PATIENCE);
    try {
        const result = await use({
            projectRoot: projectRoot(workspace, inputs.workingDirectory),
            parallelism: inputs.parallelism,
            leafTimeLimit: inputs.leafTimeLimit,
            lockTimeout: locks(inputs) ? inputs.lockTimeout : undefined,
            providerMirror: mirror,
            hidesPluginCache: own?.isInSettings,
            platform,
        }, {
            environment: (0,job_environment/* childEnvironment */.Qc)(env, inputs.passIdToken),
            secrets: secretAccess(job, env),
            trust: { isOwn: false, trustsHead: trustsHead(job, env) },
            configurationEnvironment: (0,job_environment/* allowedEnvironment */.m0)(env, inputs.allowEnv, event.untrusted !== undefined),
            log,
            masker,
            now: new Date(),
            processes,
            program: { tool: inputs.tool, version: inputs.terraformVersion, mirror: inputs.terraformMirror },
            cancelled: processes.interrupted,
            async beforeTerraform({ program, version }, lockFiles) {
                // Whoever has a plugin cache decides whether it is kept between runs.
                if (lockFiles.length === 0 || own !== undefined)
                    return;
                const isProposed = event.pullRequest !== undefined;
                const cache = { mirror, lockFiles, binary: { program, version }, platform, isProposed };
                if (await restoreProviders(cache, log))
                    unsaved = cache;
            },
        });
        if (unsaved !== undefined)
            await saveProviders(unsaved, log);
        return result;
    }
    finally {
        stopListening();
    }
}
/**
 * Who reads secrets: a pull request's layers are a proposal, so settings of its base decide. Without a base, the default
 * branch's own do.
 */
function secretAccess({ inputs, event, masker }, env) {
    if (event.untrusted !== undefined)
        return undefined;
    const request = (0,mint/* tokenRequest */.j)(env);
    return {
        environment: (0,job_environment/* childEnvironment */.Qc)(env, false),
        isOwn: false,
        trustsHead: trustsHead({ event }, env),
        narrowed: inputs.allowSecrets.length === 0 ? undefined : inputs.allowSecrets,
        key: inputs.fingerprintKey,
        idToken: request && ((audience) => (0,mint/* mint */.X)(request, audience)),
        masker,
    };
}
/** Whether what is checked out is the default branch's own. */
function trustsHead({ event: { revisions, defaultBranch } }, env) {
    const isDefault = defaultBranch !== undefined && env['GITHUB_REF'] === `refs/heads/${defaultBranch}`;
    return isDefault && (revisions.kind === 'manual' || revisions.kind === 'push');
}
/** A role that only reads cannot take a lock, so plans take none unless they are asked to; an apply does. */
function locks({ lock, command }) {
    return lock === 'always' || (lock === 'auto' && command === 'apply');
}
/**
 * Absolute path of the project root.
 *
 * @throws ProblemError for an invalid `working-directory`
 */
function projectRoot(workspace, workingDirectory) {
    const real = (0,real_folder/* realFolder */.P)((0,external_node_path_.resolve)(workspace, workingDirectory));
    if (real === undefined) {
        throw (0,problems/* problemError */.gS)('input', `Input "working-directory" is "${workingDirectory}", which is not a folder in the workspace.`, {
            hint: 'Name the folder that holds .komposconfig.yaml, from the top of the repository.',
        });
    }
    if (real === workspace || real.startsWith(`${workspace}/`))
        return real;
    throw (0,problems/* problemError */.gS)('input', `Input "working-directory" is "${workingDirectory}", which is outside of the workspace.`);
}
const registered = new Set();
/** Registers the secrets with the runner's own masking, which covers the logs of later steps too. */
function registerSecrets(masker) {
    for (const secret of masker.secrets) {
        if (!registered.has(secret))
            (0,runner/* setSecret */.Pq)(secret);
        registered.add(secret);
    }
}


/***/ }),

/***/ 43681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SK: () => (/* binding */ checkToken),
  _E: () => (/* binding */ leafResultsOf),
  NX: () => (/* binding */ planRequest),
  _S: () => (/* binding */ reportPlan),
  Fo: () => (/* binding */ runPlan),
  Ho: () => (/* binding */ setLeafResults),
  B8: () => (/* binding */ unreported)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/sarif.ts
var sarif = __webpack_require__(43792);
// EXTERNAL MODULE: ./src/checks/groups.ts
var groups = __webpack_require__(71869);
;// CONCATENATED MODULE: ./src/checks/sarif.ts
/** What the checks of all leaves found, as one SARIF run. Pure. */


/** A finding that several leaves have is one result, and so is a check that could not tell. */
function checksSarif(leaves) {
    const found = new Map();
    for (const { leaf, checks = [] } of leaves) {
        for (const result of checks.flatMap((each) => resultsOf(each, leaf))) {
            const key = JSON.stringify(result);
            const group = found.get(key) ?? { result, leaves: [] };
            group.leaves.push(leaf);
            found.set(key, group);
        }
    }
    return (0,sarif/* sarifLog */.e)('kompos checks', [...found.values()].map(({ result, leaves: own }) => ({ ...result, leaves: own })));
}
function resultsOf({ name, status, why, findings, output }, leaf) {
    const place = { file: leaf };
    const named = findings.map((each) => ({
        rule: each.rule === undefined ? name : `${name}/${each.rule}`,
        level: each.level,
        message: (0,groups/* findingInWords */.IC)(each),
        place: each.place ?? place,
    }));
    if (named.length > 0 || status === 'passed' || status === 'not-run')
        return named;
    return [{ rule: name, level: 'error', message: why || output || `${name} failed.`, place }];
}

// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/rendering/digest.ts
var digest = __webpack_require__(47654);
// EXTERNAL MODULE: ./src/runtime/runtime-directory.ts + 1 modules
var runtime_directory = __webpack_require__(80166);
// EXTERNAL MODULE: ./src/terraform/checked-plan.ts
var checked_plan = __webpack_require__(37833);
;// CONCATENATED MODULE: ./src/execution/leaf-results.ts
/** What later steps of a workflow get of each leaf, as files that may leave the machine: without any secret. */






/** @param folder absolute path; what is there is removed */
function openLeafResults(folder, masker) {
    // A folder that a killed job leaves must not look like a finished one.
    const unfinished = `${folder}.unfinished`;
    for (const each of [folder, unfinished])
        (0,external_node_fs_.rmSync)(each, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(unfinished, { recursive: true, mode: 0o700 });
    const added = new Map();
    async function write(leaf, result) {
        const { rendering, reach, snapshot } = (0,changed_leaf/* renderedOf */.dY)(leaf);
        const files = rendering.files.map((file) => file.content.kind === 'copy'
            ? file
            : { ...file, content: { ...file.content, text: masker.mask(file.content.text) } });
        await (0,runtime_directory/* writeRuntimeDirectoryApart */.r6)({ ...rendering, files }, snapshot, unfinished, (0,digest/* neighboursOf */.YV)(rendering, reach));
        const plan = (0,external_node_path_.join)(unfinished, result.plan);
        (0,external_node_fs_.writeFileSync)(plan, (0,checked_plan/* withoutSensitive */.f)((0,external_node_fs_.readFileSync)(plan, 'utf8'), (text) => masker.mask(text)));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(unfinished, result.reasons), masker.mask(JSON.stringify(leaf.reasons)));
    }
    return {
        folder,
        add(leaf, plan, counts) {
            const { path, composition } = leaf.leaf;
            const { source } = (0,changed_leaf/* renderedOf */.dY)(leaf).rendering;
            const own = `plans/${path}`;
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(unfinished, own), { recursive: true });
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(unfinished, own, 'plan.json'), plan, { mode: 0o600 });
            added.set(leaf, {
                leaf: path,
                composition,
                kind: leaf.kind,
                rendering: `leaves/${path}/${source}`,
                plan: `${own}/plan.json`,
                reasons: `${own}/reasons.json`,
                counts,
            });
        },
        async close() {
            for (const [leaf, result] of added)
                await write(leaf, result);
            const leaves = [...added.values()].sort((a, b) => (a.leaf < b.leaf ? -1 : 1));
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(unfinished, 'results.json'), `${JSON.stringify({ leaves }, undefined, 2)}\n`);
            (0,external_node_fs_.renameSync)(unfinished, folder);
        },
    };
}

// EXTERNAL MODULE: ./src/commands/plan/plan.ts + 2 modules
var plan = __webpack_require__(63641);
// EXTERNAL MODULE: ./src/masking/mask-data.ts
var mask_data = __webpack_require__(74399);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/markdown/annotations.ts
var annotations = __webpack_require__(10947);
// EXTERNAL MODULE: ./src/markdown/bytes.ts
var bytes = __webpack_require__(22522);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(32972);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/commands/plan/annotations.ts
/** What of a plan's report is annotated. */






/** GitHub cuts longer ones. */
const MOST_BYTES = 3_000;
/** Its problems, and leaves that failed without a known place. */
function annotations_annotations(report) {
    return (0,annotations/* annotationsOf */.I)(allProblems(report));
}
function allProblems(report) {
    return [
        ...report.problems.map((problem) => ({ problem, leaf: undefined })),
        ...report.leaves.flatMap((each) => [...each.problems, ...failure(report, each), ...(0,groups/* checkProblems */.Xw)(each)].map((problem) => ({
            problem,
            leaf: each.leaf,
        }))),
    ];
}
/** The failure of a leaf that no problem tells: Terraform named no place in a file of the repository. */
function failure(report, { outcome, problems }) {
    if (outcome.status !== 'failed' || (0,base_problems/* hasErrors */.Cs)(problems))
        return [];
    const errors = (0,diagnostics/* errorsIn */.R4)(outcome.output).map(({ summary, detail }) => `${summary}\n${detail}`.trim());
    const message = errors.length > 0 ? errors.join('\n') : outcome.output;
    return [
        (0,base_problems/* problem */.CC)('terraform', `${(0,programs/* commandInWords */.qj)((0,programs/* programOf */.oQ)(report), outcome.stage)} failed: ${(0,bytes/* startOf */.GH)(message, MOST_BYTES)}`),
    ];
}

// EXTERNAL MODULE: ./src/commands/plan/comment/comment.ts + 13 modules
var comment = __webpack_require__(4038);
// EXTERNAL MODULE: ./src/commands/plan/outputs.ts
var outputs = __webpack_require__(42538);
// EXTERNAL MODULE: ./src/commands/plan/report.ts
var plan_report = __webpack_require__(67608);
// EXTERNAL MODULE: ./src/execution/report-names.ts
var report_names = __webpack_require__(46607);
// EXTERNAL MODULE: ./src/commands/plan/terminal.ts + 1 modules
var terminal = __webpack_require__(35284);
// EXTERNAL MODULE: ./src/commands/plan/verdict.ts
var verdict = __webpack_require__(24601);
// EXTERNAL MODULE: ./src/action/job.ts + 2 modules
var action_job = __webpack_require__(51097);
;// CONCATENATED MODULE: ./src/commands/plan/labels.ts
/** The label that a pull request gets: what its plans do, at a glance in lists. Pure. */


const COLORS = { 'no changes': 'c2e0c6', changes: 'fbca04', destroys: 'd93f0b' };
/** GitHub allows 50 characters. */
const LONGEST = 50;
/** @returns the label that is true, and all of which only one is */
function labelOf(report) {
    const verdict = verdictOf(report);
    return {
        wanted: { name: named(report, verdict), color: COLORS[verdict] },
        all: ['no changes', 'changes', 'destroys'].map((each) => named(report, each)),
    };
}
/** What failed or was not planned may do anything: it counts as changes. */
function verdictOf({ leaves, problems }) {
    if (leaves.some((leaf) => (0,verdict/* isAlarming */.EE)(leaf) || forgets(leaf) || (0,verdict/* isLeftBehind */.KW)(leaf)))
        return 'destroys';
    const isNothing = (leaf) => (0,verdict/* isQuiet */.rM)(leaf) || leaf.kind === 'moved' || (leaf.outcome.status === 'planned' && !leaf.outcome.summary.hasChanges);
    return leaves.every(isNothing) && !problems.some(({ severity }) => severity === 'error') ? 'no changes' : 'changes';
}
function forgets({ outcome }) {
    return outcome.status === 'planned' && outcome.summary.counts.forget > 0;
}
/** `kompos: changes`, with the report's title `kompos network: changes`. */
function named({ title }, verdict) {
    if (title === '')
        return `kompos: ${verdict}`;
    // A list of labels separates them by commas.
    return `kompos ${(0,bytes/* shorten */.ml)(title.replaceAll(',', ' '), LONGEST - 'kompos : no changes'.length)}: ${verdict}`;
}

// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(75242);
;// CONCATENATED MODULE: ./src/action/marks.ts
/** The label of the pull request and the check run, where they are asked for. */






/** GitHub allows 255 characters. */
const TITLE_LENGTH = 250;
/**
 * Sets the outputs `label` and `verdict`, and writes both to GitHub as the inputs ask. Nothing depends on them, so
 * neither a missing permission nor GitHub itself fails the job.
 */
async function mark(job, report, commentUrl) {
    const { inputs, event, log, facts } = job;
    const { wanted, all } = labelOf(report);
    (0,runner/* setOutput */.uH)('label', wanted.name);
    (0,runner/* setOutput */.uH)('verdict', (0,verdict/* verdict */.WJ)(report));
    const { token } = inputs;
    if (token === undefined || (!inputs.labels && !inputs.checkRun))
        return;
    const [{ connectMarks }, { answerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(7271)]).then(__webpack_require__.bind(__webpack_require__, 77271)),
        __webpack_require__.e(/* import() */ 3116).then(__webpack_require__.bind(__webpack_require__, 73116)),
    ]);
    const marks = connectMarks((0,action_job/* githubAccess */.Yh)(facts, token, process.env));
    const { pullRequest } = event;
    if (inputs.labels && pullRequest !== undefined) {
        await write(marks.label(pullRequest.number, pullRequest.headSha, wanted, all), 'label');
    }
    if (inputs.checkRun && report.head !== undefined) {
        const { title, head } = report;
        const run = {
            name: title === '' ? 'Kompos' : `Kompos ${(0,bytes/* shorten */.ml)(title, 100)}`,
            head,
            conclusion: (0,verdict/* hasFailed */.WN)(report) ? 'failure' : 'success',
            title: (0,bytes/* shorten */.ml)(`${(0,verdict/* alarm */.yz)(report)}${(0,verdict/* verdict */.WJ)(report)}`, TITLE_LENGTH),
            summary: commentUrl === undefined ? 'The job summary has the report.' : `[The report](${commentUrl})`,
            url: report.runUrl,
        };
        await write(marks.check(run), 'check run');
    }
    async function write(answer, what) {
        try {
            const result = await answerOf(answer, `The ${what} was not written: `, 'The report is complete without it.');
            if (result.kind === 'forbidden') {
                log.info(`No ${what}: the token may not write it (${result.message}). ${result.hint}`);
            }
        }
        catch (error) {
            const problems = (0,base_problems/* problemsOf */.GW)(error);
            if (problems === undefined)
                throw error;
            for (const { message } of problems)
                log.warning(message);
        }
    }
}

// EXTERNAL MODULE: ./src/action/publish.ts
var publish = __webpack_require__(74001);
// EXTERNAL MODULE: ./src/gate/record.ts
var record = __webpack_require__(69690);
// EXTERNAL MODULE: ./src/gate/signature.ts
var signature = __webpack_require__(94317);
// EXTERNAL MODULE: ./src/oidc/mint.ts
var mint = __webpack_require__(765);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/oidc/http.ts
var http = __webpack_require__(88013);
;// CONCATENATED MODULE: ./src/action/record.ts
/** The record of what a comment shows, signed if requested, and what to say about it. */





/** How to apply a plan that a merge does not apply. */
const BY_HAND = 'After a merge, a maintainer runs the apply by hand (workflow_dispatch) with its leaves, reads the plans that it shows, and accepts their fingerprints.';
/** @param env the runner's environment: where tokens are requested */
async function record_record(request, env) {
    const { about, leaves, mode, key, signing } = request;
    const parts = (0,record/* packRecord */.RM)({ ...about, testMerge: signing?.testMerge ?? '' }, leaves);
    const where = mode === 'signed' ? (0,mint/* tokenRequest */.j)(env) : undefined;
    const whyNot = missing(request, where);
    if (where === undefined || parts.length === 0)
        return write(whyNot, about.time, undefined);
    try {
        // The report shows its time, and its length predicts the others': those are bound to the text that shows the time.
        const first = await (0,mint/* mint */.X)(where, (0,signature/* audienceOf */.Ox)(''));
        return await write(whyNot, Math.max(about.time, issuedAt(first)), { where, length: first.length });
    }
    catch (error) {
        if (!(error instanceof http/* Unreachable */.L))
            throw error;
        const failure = `GitHub's OIDC provider issued no token for its record (${error.message}). Run the plan again before the merge.`;
        return write(whyNot ?? failure, about.time, undefined);
    }
    async function write(failure, time, signer) {
        const matters = leaves.some(({ hasChanges }) => hasChanges);
        const merge = matters ? sentence(failure, time, leaves) : { ok: true, sentence: '' };
        const room = parts.map(({ payload }) => (0,record/* trailer */.s9)(payload, '', key, signer && 'x'.repeat(signer.length)));
        const bodies = [];
        for (const [index, body] of request.render(merge, room).entries()) {
            const [part, held] = [parts[index], room[index]];
            if (part === undefined || held === undefined)
                bodies.push(body);
            else {
                const text = body.slice(0, -`${held}\n`.length);
                const token = signer && (await (0,mint/* mint */.X)(signer.where, (0,signature/* audienceOf */.Ox)((0,record/* seal */.od)(part.payload, text))));
                bodies.push(`${text}${(0,record/* trailer */.s9)(part.payload, text, key, token)}\n`);
            }
        }
        return { ...merge, bodies };
    }
}
/** Why a merge will not apply it, as far as is known before a token is requested. */
function missing({ mode, key, signing }, where) {
    if (mode === 'signed')
        return unsignable(signing) ?? (where === undefined ? NO_PERMISSION : undefined);
    return mode === 'keyed' && key === undefined ? NO_KEY : undefined;
}
function sentence(failure, time, leaves) {
    return failure === undefined
        ? { ok: true, sentence: applies(time, leaves) }
        : { ok: false, sentence: notApplied(failure) };
}
/** What a report says about plans that no merge applies; the reason is a clause with its period. */
function notApplied(why) {
    return `A merge will not apply this: ${why} ${BY_HAND}`;
}
const NO_KEY = '"record" is "keyed", and "fingerprint-key" is empty. Give the plan job the secret and plan again.';
const NO_PERMISSION = 'its record is not signed. Give the plan job "permissions: id-token: write" and plan again.';
function unsignable(signing) {
    if (signing === undefined)
        return 'the run does not say which commit and workflow it is for.';
    if (signing.failure !== undefined)
        return signing.failure;
    if (signing.changedWorkflow === undefined)
        return undefined;
    return `the pull request changes ${signing.changedWorkflow}, which plans it.`;
}
function applies(time, leaves) {
    const changing = leaves.filter(({ hasChanges }) => hasChanges);
    const unwell = changing.filter(({ checks }) => checks !== undefined && checks.failed.length > 0);
    if (unwell.length === changing.length)
        return 'A merge applies none of these plans: required checks failed.';
    const except = unwell.length === 0 ? '' : `, except in ${(0,phrases/* count */.U9)(unwell.length, 'leaf', 'leaves')} whose checks failed`;
    const after = new Date(time * 1_000).toISOString().slice(11, 19);
    return `A merge applies exactly these plans${except}. If an approval is required, approve after ${after} UTC, the time of this plan.`;
}
/** The time of our own token, for display only. */
function issuedAt(token) {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const time = typeof claims === 'object' && claims !== null && 'iat' in claims ? claims.iat : undefined;
    return typeof time === 'number' ? time : 0;
}

;// CONCATENATED MODULE: ./src/action/plan.ts
/** `command: plan`: the report of a change → log, annotations, comment, summary, outputs. */




















/** Sets exit code 1 when a leaf failed, even if others were planned. */
async function runPlan(job) {
    checkToken(job);
    const results = leafResultsOf(job);
    let outcome;
    try {
        outcome = await (0,action_job/* withTerraform */.Hy)(job, (settings, context) => (0,plan/* planChangedLeaves */.yn)(planRequest(job, settings), { ...context, results }));
    }
    catch (error) {
        outcome = unreported(job, error);
    }
    await results?.close();
    setLeafResults(results);
    await reportPlan(job, outcome);
}
/** @throws ProblemError if there is a comment to write, and no token */
function checkToken(job) {
    if (!isCommenting(job) || job.inputs.token !== undefined)
        return;
    throw (0,base_problems/* problemError */.gS)('input', 'Input "token" is empty, so the report cannot be posted.', {
        hint: 'Omit the input (it defaults to the job\'s token), or set "comment: never".',
    });
}
function isCommenting({ inputs, event }) {
    return event.pullRequest !== undefined && inputs.comment !== 'never';
}
/**
 * Reports to the log, the run and the pull request. Sets exit code 1 when a leaf failed.
 *
 * @param joined what is different about the results of several jobs
 */
async function reportPlan(job, outcome, joined) {
    const { inputs, event, log, masker } = job;
    const commenting = event.pullRequest !== undefined && inputs.comment !== 'never';
    const masked = (0,mask_data/* maskReport */.f)(outcome.report, plan_report/* PLAN_NAMES */.B, masker);
    const recorded = commenting ? await recordOf(job, event.pullRequest, outcome, masked, joined) : NO_RECORD;
    const report = withSentence(masked, recorded);
    (0,action_job/* registerSecrets */.dg)(masker);
    log.info((0,terminal/* renderText */.S)(report));
    annotations_annotations(report).forEach(runner/* annotate */.fz);
    if (!recorded.ok)
        (0,runner/* annotate */.fz)({ severity: 'warning', title: 'Kompos', message: recorded.sentence });
    await (0,runner/* writeSummary */.Sy)((0,comment/* renderSummary */.B)(report));
    setOutputs(report);
    (0,runner/* setOutput */.uH)('sarif', writeSarif(report));
    if ((0,verdict/* hasFailed */.WN)(report))
        process.exitCode = 1;
    // Last, because GitHub may refuse or be down: by then no plan is lost.
    const url = commenting && inputs.token !== undefined
        ? await (0,publish/* publish */.m)(job, report, inputs.token, {
            pullRequest: event.pullRequest.number,
            bodies: recorded.bodies,
            create: inputs.comment === 'always' || report.leaves.length > 0 || report.problems.length > 0,
            joined: joined !== undefined,
        }, { what: 'The report could not be posted: ', next: ', then run the job again' })
        : undefined;
    (0,runner/* setOutput */.uH)('comment-url', url ?? '');
    await mark(job, report, url);
}
/** What a plan job asks for. */
function planRequest(job, settings) {
    const { inputs, event, facts } = job;
    return {
        facts,
        serverUrl: facts.serverUrl,
        ownCode: (0,action_job/* ownCode */.m1)(job, process.env),
        ...settings,
        ...(0,action_job/* reviewSettings */.ic)(job, process.env),
        refresh: inputs.refresh,
        event: event.revisions,
        shownHead: event.pullRequest?.headSha,
        noTerraform: event.untrusted,
        leaves: inputs.leaves,
        dependents: inputs.dependents,
        listMerge: inputs.listMerge,
        unusedConfiguration: inputs.unusedConfiguration,
        onUnknownBase: inputs.onUnknownBase,
        token: inputs.token,
        signing: signing(job, process.env),
    };
}
/**
 * A report even when the changed leaves could not be determined: reviewers must see why.
 *
 * @throws the error itself if it is an internal one
 */
function unreported({ event, facts }, error) {
    const problems = (0,base_problems/* problemsOf */.GW)(error);
    if (problems === undefined)
        throw error;
    const checkedOut = process.env['GITHUB_SHA'];
    const report = {
        ...facts,
        head: event.pullRequest?.headSha ?? checkedOut,
        checkedOut,
        base: undefined,
        terraformVersion: undefined,
        leafCount: 0,
        unused: 0,
        notices: [],
        leaves: [],
        problems,
    };
    const reads = { graph: { leaves: [], edges: [], unknown: [] }, still: [], dependents: 'list' };
    return { report, reviewed: [], changed: [], groups: [], reads, timings: new Map() };
}
/** What is needed to sign a record; undefined if none is made. */
function signing({ inputs, event }, env) {
    const { pullRequest, revisions, untrusted } = event;
    if (pullRequest === undefined || untrusted !== undefined || inputs.record !== 'signed')
        return undefined;
    // After the merge, nothing is reported.
    if (revisions.kind === 'pull_request' && revisions.merged)
        return undefined;
    const workflow = (0,action_job/* workflowOf */.B4)(env);
    const testMerge = env['GITHUB_SHA'];
    if (workflow === undefined || testMerge === undefined)
        return undefined;
    return { testMerge, head: pullRequest.headSha, workflow };
}
const NO_RECORD = { bodies: [], ok: true, sentence: '' };
/** The comment with the record of what it shows, for the apply after the merge. */
async function recordOf({ inputs, event, facts, masker }, pullRequest, { report, reviewed, signing: signed }, masked, joined) {
    const render = (merge, trailers) => (0,comment/* renderComment */.w)({ ...withSentence(masked, merge), head: pullRequest.headSha }, { trailers });
    if (event.untrusted !== undefined) {
        const sentence = report.leaves.length > 0 ? `A merge does not apply it. ${BY_HAND}` : '';
        return { ok: true, sentence, bodies: render({ ok: true, sentence }, []) };
    }
    if (joined?.unproven !== undefined) {
        const sentence = reviewed.some(({ hasChanges }) => hasChanges) ? notApplied(joined.unproven) : '';
        const merge = { ok: sentence === '', sentence };
        return { ...merge, bodies: render(merge, []) };
    }
    const { repository, checkedOut, base, title } = report;
    return record_record({
        about: {
            repositoryId: (0,action_job/* repositoryId */.q4)(process.env),
            repository,
            pullRequest: pullRequest.number,
            head: pullRequest.headSha,
            checkedOut: checkedOut ?? '',
            base: base ?? '',
            title,
            projectRoot: inputs.workingDirectory,
            selection: inputs.leaves,
            workflow: facts.source?.workflow,
            job: facts.source?.job,
            run: facts.run?.id ?? 0,
            attempt: facts.run?.attempt ?? 0,
            time: Math.floor(Date.now() / 1_000),
        },
        // Packed text can no longer be masked, so free text in it is masked first.
        leaves: reviewed.map((leaf) => ({
            ...leaf,
            changes: leaf.changes && (0,mask_data/* maskData */.l)(leaf.changes, report_names/* CHANGE_NAMES */.KR, masker),
        })),
        mode: inputs.record,
        key: inputs.fingerprintKey,
        signing: signed,
        render,
    }, process.env);
}
/** What is missing is shown above everything else. */
function withSentence(report, { ok, sentence }) {
    if (sentence === '')
        return report;
    return ok ? { ...report, merge: sentence } : { ...report, notices: [...report.notices, sentence] };
}
/** Where later steps find files of each leaf; undefined unless they are asked for. */
function leafResultsOf({ inputs, masker }) {
    return inputs.leafResults
        ? openLeafResults((0,external_node_path_.join)((0,external_node_fs_.mkdtempSync)(temporary('kompos-results-')), 'results'), masker)
        : undefined;
}
function setLeafResults(results) {
    (0,runner/* setOutput */.uH)('results', results?.folder ?? '');
}
/** Absolute path in the folder that later steps of the job can read. */
function temporary(name) {
    return (0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), name);
}
/** @returns the path of the file; empty without checks */
function writeSarif({ leaves }) {
    if (leaves.every(({ checks = [] }) => checks.length === 0))
        return '';
    // Two steps of a job may each have one, and what a check has put there is not followed.
    const path = (0,external_node_path_.join)((0,external_node_fs_.mkdtempSync)(temporary('kompos-sarif-')), 'checks.sarif');
    (0,external_node_fs_.writeFileSync)(path, checksSarif(leaves));
    return path;
}
function setOutputs(report) {
    (0,runner/* setOutput */.uH)('changed', String(report.leaves.length > 0));
    (0,runner/* setOutput */.uH)('leaves', JSON.stringify((0,outputs/* leavesOutput */.K)(report)));
    (0,runner/* setOutput */.uH)('has-changes', String(report.leaves.some(({ outcome }) => outcome.status === 'planned' && outcome.summary.hasChanges)));
}


/***/ }),

/***/ 74001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51097);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75242);


/**
 * @param failed how the error begins if GitHub cannot be reached, and what to do then
 * @returns the comment's address; undefined if none was written
 * @throws ProblemError if GitHub cannot be reached
 */
async function publish({ event, log }, facts, token, request, failed) {
    const [{ connect }, { publishReport }, { answerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(6584)]).then(__webpack_require__.bind(__webpack_require__, 96584)),
        __webpack_require__.e(/* import() */ 6645).then(__webpack_require__.bind(__webpack_require__, 66645)),
        __webpack_require__.e(/* import() */ 3116).then(__webpack_require__.bind(__webpack_require__, 73116)),
    ]);
    const result = await answerOf(publishReport(connect((0,_job_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAccess */ .Yh)(facts, token, process.env)), request), failed.what, `It is in the job summary. Check the input "token" and https://www.githubstatus.com${failed.next ?? ''}.`);
    switch (result.kind) {
        case 'published':
            log.info(`Reported at ${result.url}`);
            return result.url;
        case 'unneeded':
            return undefined;
        case 'superseded':
            log.info(`No comment was written: ${result.why}.`);
            return undefined;
        case 'forbidden': {
            const words = `The token may not write comments (${result.message}): the report is in the job summary.`;
            if (event.untrusted === undefined) {
                const message = `${words} ${result.hint}`;
                (0,_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)({ severity: 'warning', title: 'Kompos', message });
            }
            else
                log.info(words);
            return undefined;
        }
    }
}


/***/ }),

/***/ 40592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
// EXTERNAL MODULE: ./src/base/internal-error.ts
var internal_error = __webpack_require__(99915);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/git/url-credentials.ts
var url_credentials = __webpack_require__(74174);
// EXTERNAL MODULE: ./src/masking/masking.ts + 3 modules
var masking = __webpack_require__(59554);
// EXTERNAL MODULE: ./src/masking/likely-secrets.ts
var likely_secrets = __webpack_require__(13662);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
;// CONCATENATED MODULE: ./src/masking/patterns.ts
/**
 * The patterns of the `mask` input. They run over untrusted texts, so they are matched in linear time: JavaScript's engine
 * would take hours for `(a+)+b` and a line of a plan made for it.
 */


/** White space as JavaScript means it; RE2's `\s` is ASCII alone, and without `\v`. */
const WHITE_SPACE = '\\s\\v\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
/**
 * @param sources JavaScript regular expressions, meant with the flags `gu`
 * @throws ProblemError that names each one that cannot be matched in linear time
 */
async function compilePatterns(sources) {
    if (sources.length === 0)
        return [];
    const { RE2JS } = await __webpack_require__.e(/* import() */ 2856).then(__webpack_require__.bind(__webpack_require__, 2856));
    const problems = [];
    const patterns = sources.flatMap((source) => {
        try {
            const translated = RE2JS.translateRegExp(withUnicodeBlanks(source));
            const compiled = RE2JS.compile(translated, RE2JS.LOOKBEHINDS);
            return [
                (text) => Array.from(compiled.matchAll(text), ({ index = 0, 0: found }) => ({
                    start: index,
                    end: index + found.length,
                })),
            ];
        }
        catch (error) {
            problems.push((0,base_problems/* problem */.CC)('input', `Input "mask" has a pattern that cannot be matched in linear time: ${(0,node_errors/* messageOf */.bD)(error)}`, {
                hint: 'Write it without lookahead such as (?=…), back references such as \\1, and counts above 1000. Lookbehind such as (?<=token=) is allowed.',
            }));
            return [];
        }
    });
    (0,base_problems/* throwOnErrors */.pe)(problems);
    return patterns;
}
function withUnicodeBlanks(source) {
    let inClass = false;
    return source.replace(/\\[\s\S]|[[\]]/gu, (token) => {
        if (token === '[' || token === ']')
            inClass = token === '[';
        if (token !== '\\s')
            return token;
        return inClass ? WHITE_SPACE : `[${WHITE_SPACE}]`;
    });
}

// EXTERNAL MODULE: ./src/base/version.ts
var version = __webpack_require__(12301);
;// CONCATENATED MODULE: ./src/action/event.ts

const SUPPORTED = 'pull_request, push, merge_group, schedule and workflow_dispatch';
const DEPENDABOT = 'dependabot[bot]';
/**
 * @param name `GITHUB_EVENT_NAME`
 * @param payload the parsed content of `GITHUB_EVENT_PATH`
 * @param actor `GITHUB_ACTOR`
 * @param ref `GITHUB_REF`
 * @throws ProblemError for an event that is refused or malformed
 */
function readEvent(name, payload, actor, ref) {
    switch (name) {
        case 'pull_request':
            return pullRequestEvent(payload, actor);
        case 'push':
            return {
                ...trusted(payload, {
                    kind: 'push',
                    before: commit(payload, 'before'),
                    after: commit(payload, 'after'),
                    ref: event_text(payload, 'ref'),
                    defaultBranch: event_text(payload, 'repository', 'default_branch'),
                }),
                untrusted: actor === DEPENDABOT ? strangers('Dependabot', 'push') : undefined,
            };
        case 'merge_group':
            return {
                ...trusted(payload, {
                    kind: 'merge_group',
                    baseSha: commit(payload, 'merge_group', 'base_sha'),
                    headSha: commit(payload, 'merge_group', 'head_sha'),
                }),
                queued: queuedPullRequest(payload),
            };
        case 'schedule': {
            // GitHub does not describe the repository then, but runs schedules only on the default branch.
            const event = trusted(payload, { kind: 'manual' });
            return { ...event, scheduled: true, defaultBranch: event.defaultBranch ?? branchOf(ref) };
        }
        case 'workflow_dispatch':
            return trusted(payload, { kind: 'manual' });
        case 'pull_request_target':
        case 'workflow_run':
            throw (0,base_problems/* problemError */.gS)('event', `The event "${name}" is refused: it would run a stranger's code with this repository's secrets.`, {
                hint: 'Use "on: pull_request". Pull requests from forks are then rendered and reported, without plans and secrets.',
            });
        default:
            throw (0,base_problems/* problemError */.gS)('event', `The event "${name}" is not supported.`, { hint: `Supported are ${SUPPORTED}.` });
    }
}
function pullRequestEvent(payload, actor) {
    const headSha = commit(payload, 'pull_request', 'head', 'sha');
    const number = at(payload, ['pull_request', 'number']);
    if (typeof number !== 'number' || !Number.isInteger(number))
        throw malformed('pull_request.number', 'a whole number');
    const isMerged = at(payload, ['pull_request', 'merged']) === true;
    return {
        revisions: {
            kind: 'pull_request',
            headSha,
            baseSha: commit(payload, 'pull_request', 'base', 'sha'),
            baseRef: event_text(payload, 'pull_request', 'base', 'ref'),
            merged: isMerged,
            // Before a merge it is the test merge, or not set yet.
            mergeCommitSha: isMerged ? commit(payload, 'pull_request', 'merge_commit_sha') : undefined,
        },
        scheduled: false,
        pullRequest: { number, headSha },
        defaultBranch: defaultBranch(payload),
        queued: undefined,
        untrusted: distrust(payload, actor),
    };
}
/** A deleted fork no longer has a repository, but is still a stranger's. */
function distrust(payload, actor) {
    const own = event_text(payload, 'pull_request', 'base', 'repo', 'full_name');
    if (at(payload, ['pull_request', 'head', 'repo', 'full_name']) !== own) {
        return strangers('a fork', 'pull request');
    }
    if (actor === DEPENDABOT || at(payload, ['pull_request', 'user', 'login']) === DEPENDABOT) {
        return strangers('Dependabot', 'pull request');
    }
    return undefined;
}
function strangers(whose, what) {
    return `This ${what} comes from ${whose}: its configuration was rendered, and nothing was planned.`;
}
function trusted(payload, revisions) {
    return {
        revisions,
        scheduled: false,
        pullRequest: undefined,
        defaultBranch: defaultBranch(payload),
        queued: undefined,
        untrusted: undefined,
    };
}
function defaultBranch(payload) {
    const found = at(payload, ['repository', 'default_branch']);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function branchOf(ref) {
    return /^refs\/heads\/(.+)$/u.exec(ref)?.[1];
}
/** GitHub names the branches of a merge queue `gh-readonly-queue/<branch>/pr-<number>-<commit>`. */
function queuedPullRequest(payload) {
    const number = /\/pr-(\d{1,9})-[0-9a-f]+$/u.exec(event_text(payload, 'merge_group', 'head_ref'))?.[1];
    return number === undefined ? undefined : Number(number);
}
function at(value, path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key))
            return undefined;
        found = new Map(Object.entries(found)).get(key);
    }
    return found;
}
function event_text(payload, ...path) {
    const found = at(payload, path);
    if (typeof found !== 'string' || found === '')
        throw malformed(path.join('.'), 'a string');
    return found;
}
/** Commit ids become git arguments, so anything else is refused. */
function commit(payload, ...path) {
    const found = event_text(payload, ...path);
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/u.test(found))
        throw malformed(path.join('.'), 'a commit id');
    return found;
}
function malformed(path, expected) {
    return (0,base_problems/* problemError */.gS)('event', `The event has no "${path}" that is ${expected}.`, {
        hint: 'GITHUB_EVENT_PATH must name the JSON that GitHub wrote for this event.',
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/commands/drift/issues/cause.ts
var cause = __webpack_require__(74548);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(95686);
// EXTERNAL MODULE: ./src/base/duration.ts
var duration = __webpack_require__(5937);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(69368);
// EXTERNAL MODULE: ./src/gate/approval.ts
var approval = __webpack_require__(56852);
// EXTERNAL MODULE: ./src/gate/trusted-record.ts
var trusted_record = __webpack_require__(80116);
// EXTERNAL MODULE: ./src/execution/program-choice.ts
var program_choice = __webpack_require__(89488);
// EXTERNAL MODULE: ./src/shards/split.ts
var split = __webpack_require__(13249);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(22095);
// EXTERNAL MODULE: ./src/terraform/refresh.ts
var refresh = __webpack_require__(85227);
// EXTERNAL MODULE: ./src/terraform/wanted-program.ts
var wanted_program = __webpack_require__(85256);
;// CONCATENATED MODULE: ./src/action/inputs.ts
/** The action's inputs, a row each: parsed into a typed record, or reported as wrong. `action.yml` documents them. */














const COMMANDS = ['plan', 'apply', 'drift', 'validate', 'affected', 'report'];
/** Those that run Terraform. */
const RUNNING = ['plan', 'apply', 'drift'];
const PLAN = ['plan'];
/** Those that compare two commits. */
const COMPARING = ['plan', 'apply', 'affected', 'report'];
/** Those that make a report on a pull request. */
const REPORTING = ['plan', 'report'];
const REVIEW = ['plan', 'apply', 'report'];
const APPLY = ['apply'];
const DRIFT = ['drift'];
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/u;
const SHARDS_HINT = `Allowed: auto, or a number from 1 to ${split/* MOST_SHARDS */.Y}.`;
const PATTERN_HINT = 'One JavaScript regular expression per line, without slashes.';
const WORKFLOW_HINT = 'Allowed: paths of workflow files such as .github/workflows/plan.yml, one per line.';
const FINGERPRINT_HINT = 'A fingerprint has 32 characters from 0 to 9 and a to f: copy it from the report of the apply. Separate several by spaces, commas or line breaks.';
const REMOVED_HINT = 'Allowed: the full id of the commit that removed the leaf ("git log --first-parent --diff-filter=D -- <leaf>").';
/** The input's name in code → how it is read. */
const INPUTS = {
    command: choice('command', COMMANDS, 'plan', COMMANDS),
    // Normalized, because the title derived from it finds the record of what was reviewed.
    workingDirectory: row('working-directory', COMMANDS, '.', (given) => external_node_path_.posix.normalize(given).replace(/(?<=.)\/$/u, '')),
    leaves: row('leaves', COMMANDS, '', lines),
    /** Undefined when the workflow clears it on purpose. */
    token: row('token', COMMANDS, '', optional(String)),
    /** Undefined: the number of cores. */
    parallelism: row('parallelism', RUNNING, '', optional(whole(/^[1-9]\d{0,3}$/u, 'a whole number from 1.'))),
    /** Undefined: what the project asks for. */
    tool: { ...row('tool', RUNNING, '', optional(oneOf(wanted_program/* TOOLS */.It))), allowed: wanted_program/* TOOLS */.It },
    /** Undefined: what the project asks for. */
    terraformVersion: row('terraform-version', RUNNING, '', optional(String)),
    /** Undefined: the publisher's own servers. `none`: nothing is installed. */
    terraformMirror: row('terraform-mirror', RUNNING, '', optional((given, name) => (0,program_choice/* readMirror */.a)(given, `Input "${name}"`))),
    comment: choice('comment', REVIEW, 'changes', ['always', 'changes', 'never']),
    title: row('title', [...RUNNING, 'report'], '', String),
    /** Whether the pull request gets a label that says what its plans do. */
    labels: flag('labels', REPORTING),
    /** Whether the commit gets a check run with the verdict as its title. */
    checkRun: flag('check-run', REPORTING),
    /** Whether later steps get files of each planned leaf. */
    leafResults: flag('leaf-results', PLAN),
    /** Undefined: the project's setting. */
    listMerge: { ...row('list-merge', COMMANDS, '', optional(oneOf(value/* LIST_MERGES */.hJ))), allowed: value/* LIST_MERGES */.hJ },
    /** What is reported of leaves that read outputs which change. */
    dependents: choice('dependents', REPORTING, 'list', ['list', 'plan', 'none']),
    onUnknownBase: choice('on-unknown-base', ['plan', 'affected', 'report'], 'error', ['error', 'all']),
    /** An apply and a run that looks for drift always refresh in full. */
    refresh: choice('refresh', PLAN, 'full', refresh/* REFRESHES */.qi),
    unusedConfiguration: choice('unused-configuration', COMPARING, 'skip', ['skip', 'plan']),
    allowEnv: row('allow-env', COMMANDS, '', each(lines, variableName)),
    /** Globs of `store:path`, which narrow the setting `allow_secrets`. */
    allowSecrets: row('allow-secrets', COMMANDS, '', lines),
    /** JavaScript regular expressions, their syntax checked. */
    mask: row('mask', COMMANDS, '', each(lines, pattern)),
    lock: choice('lock', RUNNING, 'auto', ['auto', 'always', 'never']),
    lockTimeout: row('lock-timeout', RUNNING, '5m', inputs_duration),
    /** Whether Terraform may request OIDC tokens of this job. */
    passIdToken: flag('pass-id-token', RUNNING),
    /** The secret key of fingerprints. */
    fingerprintKey: row('fingerprint-key', [...RUNNING, 'report'], '', optional(String)),
    /** What a record needs to be trusted by an apply. */
    record: choice('record', REVIEW, 'signed', trusted_record/* RECORD_MODES */.tx),
    /** Paths of the workflows whose jobs may sign a record. */
    planWorkflows: row('plan-workflow', APPLY, '.github/workflows/plan.yml', each(paths, workflowPath)),
    /** The same for reusable workflows that they call. */
    planJobWorkflows: row('plan-job-workflow', APPLY, '', paths),
    /** Besides the reviewed plan; `unplanned-creates` loosens that for leaves that could not be planned. */
    applyRequires: choices('apply-requires', APPLY, 'reviewed-plan', approval/* APPLY_REQUIREMENTS */.W),
    /** Fingerprints that are accepted in a manual run. */
    accept: row('accept', APPLY, '', each(words, fingerprint)),
    destroyRemoved: flag('destroy-removed', APPLY),
    /** The commit that removed the leaves that a manual run is to destroy. */
    removedAt: row('removed-at', APPLY, '', optional(matching(COMMIT, REMOVED_HINT))),
    /** Whether an apply first applies merged pull requests whose own apply never ran. */
    catchUp: flag('catch-up', APPLY),
    /** The name or the number of the wave that this job applies; `list`: it only says which there are. Undefined: all. */
    wave: row('wave', APPLY, '', optional(String)),
    /** The label of drift issues. */
    driftLabel: row('drift-label', DRIFT, 'kompos-drift', label),
    /** Which part of the leaves is checked; undefined: all. */
    driftShare: row('drift-share', DRIFT, '', optional(driftShare)),
    /** Whether leaves that differ in the same way share a drift issue. */
    driftIssues: choice('drift-issues', DRIFT, 'cause', cause/* ISSUES_PER */.F),
    /** With this many drift issues open, no more are opened; 0: none are written at all. */
    maxOpenIssues: row('max-open-issues', DRIFT, '10', whole(/^\d{1,4}$/u, 'a whole number; 0 for no issues.')),
    /** Milliseconds after which a leaf's plan is stopped. */
    leafTimeLimit: row('leaf-time-limit', RUNNING, '', optional(inMilliseconds)),
    /** Milliseconds after which a drift run starts no further plan. */
    timeLimit: row('time-limit', DRIFT, '', optional(inMilliseconds)),
    /** How many jobs the changed leaves are split among. */
    shards: row('shards', ['affected', 'report'], 'auto', shards),
    /** Which of them this job plans; undefined: all leaves, and it reports them. */
    shard: row('shard', PLAN, '', optional(shard)),
    /** What the job with `command: affected` has decided. */
    split: row('split', REPORTING, '', optional(decision)),
    /** The folder of results, absolute or from the workspace; undefined: one in the runner's temporary folder. */
    results: row('results', REVIEW, '', optional(String)),
    /** The file with timings of earlier runs. */
    timings: row('timings', ['affected', 'plan', 'report'], '', optional(String)),
};
/**
 * @param get the text of an input, `''` if it is not set
 * @param names of the inputs that are set
 * @param runner number of cores, the default of `parallelism`, and absolute path of the workspace
 * @throws ProblemError that names every wrong and every unknown input
 */
function readInputs(get, names, { cores, workspace }) {
    const given = valuesOf(INPUTS, get, unknownInputs(names));
    // The title and the record must not depend on where a runner has its workspace.
    const workingDirectory = (0,external_node_path_.isAbsolute)(given.workingDirectory)
        ? relativeFolder(workspace, given.workingDirectory)
        : given.workingDirectory;
    (0,base_problems/* throwOnErrors */.pe)(conflicts(given));
    return {
        ...given,
        workingDirectory,
        parallelism: given.parallelism ?? cores,
        // Two projects of one repository must not overwrite each other's comment and record.
        title: given.title || (workingDirectory === '.' ? '' : workingDirectory),
    };
}
/** Either may be named by way of a link: some runners have their workspace behind one. */
function relativeFolder(from, to) {
    const [realFrom, realTo] = [(0,real_folder/* realFolder */.P)(from), (0,real_folder/* realFolder */.P)(to)];
    const isReal = realFrom !== undefined && realTo !== undefined;
    return (isReal ? (0,external_node_path_.relative)(realFrom, realTo) : (0,external_node_path_.relative)(from, to)) || '.';
}
/** Unknown inputs: a misspelled one would leave its default in force, and plan or apply more than was meant. */
function unknownInputs(names) {
    const known = Object.values(INPUTS).map(({ name }) => name);
    return names
        .filter((name) => !known.includes(name))
        .map((name) => {
        const closest = (0,closest_name/* nearest */.p)(name, known);
        const hint = closest === undefined ? `Known inputs: ${known.join(', ')}.` : `Did you mean "${closest}"?`;
        const variable = `INPUT_${name.toUpperCase()}`;
        return (0,base_problems/* problem */.CC)('input', `Input "${name}" does not exist.`, {
            hint: `${hint} If "with:" does not set it, the job has an environment variable ${variable}: rename it, because the runner passes inputs by such names.`,
        });
    });
}
/** The inputs that are given but not read by the command. */
function unreadInputs(get, command) {
    const rows = Object.values(INPUTS);
    return rows
        .filter(({ name, commands, byDefault }) => !commands.includes(command) && (get(name).trim() || byDefault) !== byDefault)
        .map(({ name }) => name);
}
function valuesOf(rows, get, unknown) {
    const problems = [...unknown];
    const values = Object.entries(rows).map(([key, { name, byDefault, parse }]) => {
        try {
            return [key, parse(get(name).trim() || byDefault, name)];
        }
        catch (error) {
            if (!(error instanceof base_problems/* ProblemError */.Mm))
                throw error;
            problems.push(...error.problems);
            return [key, undefined];
        }
    });
    (0,base_problems/* throwOnErrors */.pe)(problems);
    return Object.fromEntries(values);
}
/** Inputs that contradict each other. */
function conflicts(inputs) {
    const { command, catchUp, wave, comment, record, fingerprintKey, applyRequires } = inputs;
    const problems = [];
    if (command === 'apply' && record === 'unsigned' && applyRequires.includes('unplanned-creates')) {
        problems.push((0,base_problems/* problem */.CC)('input', 'Input "apply-requires" has "unplanned-creates", and "record" is "unsigned".', {
            hint: 'A plan that nobody has seen is applied only if a signed or keyed record says that its files were reviewed.',
        }));
    }
    if (command === 'apply' && catchUp && comment === 'never') {
        problems.push((0,base_problems/* problem */.CC)('input', 'Input "catch-up" is "true" and "comment" is "never".', {
            hint: 'Catching up relies on the apply reports on pull requests: let the apply write them.',
        }));
    }
    if (command === 'apply' && catchUp && wave !== undefined) {
        problems.push((0,base_problems/* problem */.CC)('input', 'Input "catch-up" is "true" and "wave" is given.', {
            hint: 'Catching up applies one pull request after the other, in one job. Start the runs of their pushes again.',
        }));
    }
    // A fork's pull request has no secrets, and its plan needs none.
    if (command === 'apply' && record === 'keyed' && fingerprintKey === undefined) {
        problems.push((0,base_problems/* problem */.CC)('input', 'Input "record" is "keyed", and "fingerprint-key" is empty.', {
            hint: 'Set the secret that the plan job and the apply share, or use "signed".',
        }));
    }
    return problems;
}
function row(name, commands, byDefault, parse) {
    return { name, commands, byDefault, parse };
}
function choice(name, commands, byDefault, allowed) {
    return { ...row(name, commands, byDefault, oneOf(allowed)), allowed };
}
/** One or several of the values, without those that are given twice. */
function choices(name, commands, byDefault, allowed) {
    const parse = oneOf(allowed);
    const all = (given, input) => [...new Set(words(given).map((word) => parse(word, input)))];
    return { ...row(name, commands, byDefault, all), allowed };
}
function flag(name, commands) {
    const parse = oneOf(['true', 'false']);
    return row(name, commands, 'false', (given) => parse(given, name) === 'true');
}
function optional(parse) {
    return (given, name) => (given === '' ? undefined : parse(given, name));
}
function oneOf(allowed) {
    return (given, name) => {
        const found = allowed.find((value) => value === given);
        if (found !== undefined)
            return found;
        const closest = (0,closest_name/* nearest */.p)(given, allowed);
        const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
        throw wrong(name, given, `Allowed: ${allowed.join(', ')}.${meant}`);
    };
}
function matching(expression, hint) {
    return (given, name) => {
        if (!expression.test(given))
            throw wrong(name, given, hint);
        return given;
    };
}
function whole(expression, allowed) {
    const parse = matching(expression, `Allowed: ${allowed}`);
    return (given, name) => Number(parse(given, name));
}
/** Parses all parts, and reports every wrong one. */
function each(split, check) {
    return (given, name) => {
        const parts = split(given);
        (0,base_problems/* throwOnErrors */.pe)(parts.flatMap((part) => check(part, name) ?? []));
        return parts;
    };
}
function variableName(part, name) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(part)) {
        const message = `Input "${name}" contains "${part}", which is not the name of a variable.`;
        return (0,base_problems/* problem */.CC)('input', message, { hint: 'One name per line.' });
    }
    // Names set by GitHub and the runner, including the job's tokens and paths.
    if (!/^(GITHUB|RUNNER|ACTIONS|INPUT)_/iu.test(part))
        return undefined;
    const message = `Input "${name}" contains "${part}": GitHub's and the runner's own variables never reach the configuration.`;
    return (0,base_problems/* problem */.CC)('input', message, { hint: 'Pass the value under another name in "env:".' });
}
function pattern(part, name) {
    try {
        new RegExp(part, 'gu').test('');
        return undefined;
    }
    catch (error) {
        const message = `Input "${name}" has an invalid regular expression: ${(0,node_errors/* messageOf */.bD)(error)}`;
        return (0,base_problems/* problem */.CC)('input', message, { hint: PATTERN_HINT });
    }
}
function fingerprint(part, name) {
    if (/^[0-9a-f]{32}$/u.test(part))
        return undefined;
    const message = `Input "${name}" contains "${part}", which is not a fingerprint.`;
    return (0,base_problems/* problem */.CC)('input', message, { hint: FINGERPRINT_HINT });
}
function workflowPath(part, name) {
    if (/^\.github\/workflows\/[^/@]+\.ya?ml$/u.test(part))
        return undefined;
    return (0,base_problems/* problem */.CC)('input', `Input "${name}" is "${part}".`, { hint: WORKFLOW_HINT });
}
function label(given, name) {
    // The list API takes several labels separated by commas.
    if (!given.includes(',') && Array.from(given).length <= 50)
        return given;
    throw wrong(name, given, 'Allowed: one label without a comma, of at most 50 characters.');
}
/** A duration in Go's syntax, which Terraform uses. */
function inputs_duration(given, name) {
    return matching(/^(\d+(\.\d+)?(ms|s|m|h))+$/u, 'Allowed: a duration such as 30s, 5m or 1h.')(given, name);
}
function inMilliseconds(given, name) {
    return (0,duration/* milliseconds */.R)(inputs_duration(given, name));
}
function shards(given, name) {
    if (given === 'auto')
        return given;
    const count = Number(matching(/^[1-9]\d{0,2}$/u, SHARDS_HINT)(given, name));
    if (count > split/* MOST_SHARDS */.Y)
        throw wrong(name, given, SHARDS_HINT);
    return count;
}
function shard(given, name) {
    const found = (0,split/* readShardNumber */.U)(given);
    if (found === undefined)
        throw wrong(name, given, `Allowed: which shard of how many, such as 3/8, up to ${split/* MOST_SHARDS */.Y}.`);
    return found;
}
/** Any whole number, because a workflow cannot calculate: the number of its run will do. */
function driftShare(given, name) {
    const hint = 'Allowed: which share of how many, such as 3/24, or ${{ github.run_number }}/24; at most 1,000 shares.';
    const [number = '', of = ''] = matching(/^\d{1,12}\/[1-9]\d{0,3}$/u, hint)(given, name).split('/');
    if (Number(of) > 1_000)
        throw wrong(name, given, hint);
    return { number: Number(number), of: Number(of) };
}
function decision(given, name) {
    const found = (0,split/* readDecision */.B1)(given);
    if (found === undefined)
        throw wrong(name, given, 'Pass on the output "split" of the job with "command: affected".');
    return found;
}
function wrong(name, given, hint) {
    return (0,base_problems/* problemError */.gS)('input', `Input "${name}" is "${given}".`, { hint });
}
function lines(text) {
    return inputs_split(text, /\n/u);
}
/** Files of the repository, as a token's claims spell them. */
function paths(text) {
    return lines(text).map((path) => external_node_path_.posix.normalize(path));
}
/** A field of "Run workflow" is a single line, so several fingerprints share it. */
function words(text) {
    return inputs_split(text, /[\s,]+/u);
}
function inputs_split(text, separator) {
    return text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

// EXTERNAL MODULE: ./src/action/job.ts + 2 modules
var action_job = __webpack_require__(51097);
;// CONCATENATED MODULE: ./src/action/log.ts
/** @param write prints one line */
function createActionLog(write, masker) {
    const print = (line) => {
        for (const each of masker.mask(line).split(/\r?\n|\r/u))
            write(inert(each));
    };
    return {
        info: print,
        warning: (line) => {
            print(`Warning: ${line}`);
        },
        debug(line) {
            write(`::debug::${escapeData(masker.mask(line))}`);
        },
        group(title, lines) {
            write(`::group::${escapeData(masker.mask(title))}`);
            // As one text: a secret of several lines is only recognized whole.
            print(lines.join('\n'));
            write('::endgroup::');
        },
    };
}
/**
 * The runner takes `::name::` at the beginning of a line, and `##[name]` anywhere, as commands. It trims what .NET
 * considers white space (including U+0085), and compares by culture, which ignores invisible characters: so does this.
 */
function inert(line) {
    return line.replace(/^([^\p{L}\p{N}\p{P}\p{S}]*)::/u, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

// EXTERNAL MODULE: ./src/action/plan.ts + 6 modules
var plan = __webpack_require__(43681);
// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(75242);
;// CONCATENATED MODULE: ./src/action/run.ts
/** The GitHub Actions edge: environment, inputs and event → the requested command. */

















/**
 * Runs the action. Sets the exit code and never throws: what Node prints about an error is not masked.
 *
 * @param exposed why other processes can read the environment of this one; undefined if they cannot
 */
async function runAction(exposed) {
    let masker = (0,masking.createMasker)([]);
    try {
        const inputs = readInputs(runner/* getInput */.V4, (0,runner/* inputNames */.vj)(process.env), {
            cores: (0,external_node_os_.availableParallelism)(),
            workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
        });
        const unread = unreadInputs(runner/* getInput */.V4, inputs.command);
        (0,runner/* forgetInputs */.X$)();
        const { GITHUB_EVENT_NAME: name = '', GITHUB_ACTOR: actor = '', GITHUB_REF: ref = '' } = process.env;
        const event = readEvent(name, readPayload(), actor, ref);
        masker = (0,masking.createMasker)(await compilePatterns(inputs.mask));
        protectSecrets(inputs, event, masker);
        if (process.env['RUNNER_DEBUG'] === '1') {
            (0,debug/* debugTo */.rJ)((line) => {
                logTo(masker).debug((0,url_credentials/* withoutCredentials */.r)(line));
            });
            (0,debug/* debug */.Yz)(`kompos ${(0,version/* version */.r)()}, Node ${process.version}, ${process.platform} ${process.arch}`);
            (0,debug/* debug */.Yz)(`inputs that ${inputs.command} does not read: ${unread.join(', ') || 'none'}`);
        }
        await (0,debug/* timed */.ay)(`command ${inputs.command}`, () => run(inputs, event, masker, exposed));
    }
    catch (error) {
        annotateProblems((0,base_problems/* problemsOf */.GW)(error) ?? [ownError(error, masker)], masker);
        process.exitCode = 1;
    }
}
function protectSecrets(inputs, event, masker) {
    masker.addEncoded([inputs.token, inputs.fingerprintKey].flatMap((secret) => secret ?? []));
    // An untrusted run never sees the values, so there is nothing to mask.
    if (event.untrusted === undefined) {
        masker.addEncoded(inputs.allowEnv.flatMap((name) => process.env[name] ?? []));
        masker.addEncoded((0,likely_secrets.likelySecrets)(process.env));
    }
    (0,action_job/* registerSecrets */.dg)(masker);
}
async function run(inputs, event, masker, exposed) {
    const log = logTo(masker);
    if (exposed !== undefined) {
        log.warning(`A plan can read the inputs of this action and the job's tokens from /proc: ${exposed}. Run it on Node 24, as runners do.`);
    }
    const job = { inputs, event, log, masker, facts: (0,action_job/* runFacts */.pI)(inputs, process.env) };
    switch (inputs.command) {
        case 'plan': {
            if (inputs.shard === undefined)
                return (0,plan/* runPlan */.Fo)(job);
            const { runShard } = await __webpack_require__.e(/* import() */ 1258).then(__webpack_require__.bind(__webpack_require__, 31258));
            return runShard(job, inputs.shard);
        }
        case 'report': {
            const { runReport } = await Promise.all(/* import() */[__webpack_require__.e(5858), __webpack_require__.e(8345), __webpack_require__.e(1658)]).then(__webpack_require__.bind(__webpack_require__, 31658));
            return runReport(job);
        }
        case 'affected': {
            const { runAffected } = await __webpack_require__.e(/* import() */ 9139).then(__webpack_require__.bind(__webpack_require__, 59139));
            return runAffected(job);
        }
        case 'apply': {
            const { runApply } = await Promise.all(/* import() */[__webpack_require__.e(5858), __webpack_require__.e(8345), __webpack_require__.e(867)]).then(__webpack_require__.bind(__webpack_require__, 40867));
            return runApply(job);
        }
        case 'drift': {
            const { runDrift } = await __webpack_require__.e(/* import() */ 2821).then(__webpack_require__.bind(__webpack_require__, 2821));
            return runDrift(job);
        }
        case 'validate': {
            const { runValidate } = await Promise.all(/* import() */[__webpack_require__.e(2826), __webpack_require__.e(554)]).then(__webpack_require__.bind(__webpack_require__, 70554));
            return runValidate(job);
        }
    }
}
function logTo(masker) {
    return createActionLog((line) => process.stdout.write(`${line}\n`), masker);
}
function ownError(error, masker) {
    logTo(masker).info((0,internal_error/* sourceStack */.K)(error) ?? '');
    return (0,internal_error/* internalError */.W)(error, 'run the job again with "Enable debug logging"');
}
/** Problems found before there is anything to report on. */
function annotateProblems(problems, masker) {
    for (const each of problems) {
        const { file, line } = each.place ?? {};
        (0,runner/* annotate */.fz)({ severity: each.severity, title: 'Kompos', message: masker.mask((0,base_problems/* formatProblem */.Vw)(each)), file, line });
    }
}
function readPayload() {
    const path = process.env['GITHUB_EVENT_PATH'] ?? '';
    try {
        const payload = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        return payload;
    }
    catch (error) {
        const why = (0,node_errors/* messageOf */.bD)(error);
        throw (0,base_problems/* problemError */.gS)('event', `The event in GITHUB_EVENT_PATH ("${path}") cannot be read: ${why}`, {
            hint: 'GitHub sets it for every step; outside of a workflow use the command line: kompos --help.',
        });
    }
}


/***/ }),

/***/ 75242:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   V4: () => (/* binding */ getInput),
/* harmony export */   X$: () => (/* binding */ forgetInputs),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   vj: () => (/* binding */ inputNames)
/* harmony export */ });
/* harmony import */ var _node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89635);
/* harmony import */ var _node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82902);
/* harmony import */ var _node_modules_actions_core_lib_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1170);
/* harmony import */ var _node_modules_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);
/**
 * The runner's side of an action: inputs, masks, annotations, outputs, summary.
 *
 * The entry point of @actions/core also loads its OIDC client with a whole HTTP stack, which costs 40 ms at every start
 * and is never used here. So the parts that talk to the runner are imported from the package by file.
 */




/** The trimmed text of an input, `''` if it is not set. */
function getInput(name) {
    return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
/**
 * The names of the inputs that the runner has set, those of `action.yml` and those that only the workflow has. It writes
 * them in capitals, so a variable with small letters is somebody else's.
 */
function inputNames(environment) {
    const given = Object.keys(environment).filter((name) => name.startsWith('INPUT_') && name === name.toUpperCase());
    return given.map((name) => name.slice('INPUT_'.length).toLowerCase());
}
/** Removes the inputs from the environment once read: @actions/cache passes all of it to the `tar` that it starts. */
function forgetInputs() {
    for (const name of Object.keys(process.env)) {
        if (name.startsWith('INPUT_'))
            Reflect.deleteProperty(process.env, name);
    }
}
/** Masks a text in the job's log from here on, also in later steps. */
function setSecret(secret) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_0__/* .issueCommand */ .L)('add-mask', {}, secret);
}
/** Shows a message on the run, and on the line of the file if there is one. */
function annotate({ severity, title, message, file, line, column }) {
    const properties = {
        title,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
    };
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_0__/* .issueCommand */ .L)(severity, (0,_node_modules_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandProperties */ .k)(properties), message);
}
/** Sets an output of the step. The library's delimiter is random, so no value can break out of it. */
function setOutput(name, value) {
    if (process.env['GITHUB_OUTPUT'] === undefined)
        return;
    (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueFileCommand */ .n)('OUTPUT', (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareKeyValueMessage */ .v)(name, value));
}
/** Adds markdown to the job summary; does nothing without one (the bundle run by hand). */
async function writeSummary(markdown) {
    if (process.env['GITHUB_STEP_SUMMARY'] !== undefined)
        await _node_modules_actions_core_lib_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addRaw(markdown).write();
}


/***/ }),

/***/ 43792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ sarifLog)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12301);

/**
 * One run with all results.
 *
 * @param name of what found them
 * @param about what each rule is about; a rule that is not there is shown by its name
 */
function sarifLog(name, results, about = {}) {
    const rules = [...new Set(results.map(({ rule }) => rule))].sort();
    const indices = new Map(rules.map((rule, index) => [rule, index]));
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name,
                        version: (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .r)(),
                        informationUri: 'https://github.com/kompos-io/kompos-github',
                        rules: rules.map((id) => ({ id, shortDescription: { text: about[id] ?? id } })),
                    },
                },
                // Columns count as JavaScript's strings do.
                columnKind: 'utf16CodeUnits',
                results: results.map((each) => resultOf(each, indices)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function resultOf({ rule, level, message, place, sourceLine, leaves }, indices) {
    return {
        ruleId: rule,
        ruleIndex: indices.get(rule),
        level,
        message: { text: message },
        ...(place === undefined ? {} : { locations: [{ physicalLocation: locationOf(place, sourceLine) }] }),
        ...(leaves === undefined ? {} : { properties: { leaves } }),
    };
}
function locationOf({ file, line, column }, sourceLine) {
    const region = {
        startLine: line,
        ...(column === undefined ? {} : { startColumn: column }),
        ...(sourceLine === undefined ? {} : { snippet: { text: sourceLine } }),
    };
    return {
        artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
        ...(line === undefined ? {} : { region }),
    };
}


/***/ }),

/***/ 74548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ISSUES_PER),
/* harmony export */   r: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _markdown_leaf_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86436);
/* harmony import */ var _markdown_own_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17892);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55541);
/** What leaves of one issue have in common. Pure. */



/** Whether leaves with one cause share an issue. */
const ISSUES_PER = ['cause', 'leaf'];
/**
 * The digest of a leaf's cause. Leaves of one composition and class have the same if the same values of the same
 * resources differ, the names of a leaf's own folders put aside, as in the groups of a plan's report. What a rule
 * ignores and what Terraform warns of is no cause.
 */
function causeOf({ leaf, identity }, outcome, per) {
    if (per === 'leaf')
        return (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)('leaf', identity.leaf);
    const { drifted, planned, summary } = outcome;
    const verbatim = [(0,_markdown_leaf_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameAlone */ .xo)(leaf).name, outcome.class, (0,_markdown_own_names_js__WEBPACK_IMPORTED_MODULE_2__/* .atStake */ .Y2)(summary)];
    const facts = [
        drifted.map(({ address, gone, attributes }) => [address, gone, attributes]),
        planned.map(({ address, values }) => [address, values ?? []]),
        summary.resources,
    ];
    return (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)('cause', (0,_markdown_own_names_js__WEBPACK_IMPORTED_MODULE_2__/* .likeness */ .$R)(leaf, verbatim, facts));
}


/***/ }),

/***/ 55541:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   h$: () => (/* binding */ scopeDigest),
/* harmony export */   tv: () => (/* binding */ leafIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/** What identifies an issue, as digests: leaf paths and backends may contain masked text. */

/** 128 bits in hex. */
function digest(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
/** What the issues of one project and title have in common, however many projects the repository has: 32 hex digits. */
function scopeDigest({ root, title }) {
    return digest('scope', root, title);
}
/** @param state the state identity, made without values of the environment */
function leafIdentity(path, state) {
    return { leaf: digest('leaf', path), state: state && digest('state', state) };
}


/***/ }),

/***/ 56852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ missingApproval),
/* harmony export */   W: () => (/* binding */ APPLY_REQUIREMENTS)
/* harmony export */ });
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82017);
/** `apply-requires: approved`: whether a pull request was approved in the state in which it was merged. Pure. */

/** What an apply may require, or let through, besides what was reviewed. */
const APPLY_REQUIREMENTS = ['reviewed-plan', 'approved', 'unplanned-creates'];
/**
 * Why a pull request does not count as approved; undefined if it does: a user with push access, who is not its author
 * and did not push it, has approved exactly its head commit after its plan was recorded, and no user with push access has
 * requested changes since.
 *
 * @param planners who pushed the head, where known: pushing to someone else's branch makes a reviewer an author
 * @param recorded seconds since 1970: earlier approvals were given without a plan, or for a different one
 */
function missingApproval(reviews, pullRequest, recorded, planners) {
    const standing = new Map();
    for (const review of [...reviews].sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))) {
        // A comment does not change the author's previous verdict.
        if (review.author === undefined || review.state === 'COMMENTED' || review.state === 'PENDING')
            continue;
        standing.set(review.author, review);
    }
    const counted = [...standing.values()].filter(({ author, isBot, authorCanPush }) => authorCanPush && !isBot && author !== pullRequest.author);
    const against = counted.find(({ state }) => state === 'CHANGES_REQUESTED');
    const name = `Pull request #${pullRequest.number}`;
    if (against !== undefined)
        return `${name}: ${against.author ?? 'someone'} has requested changes.`;
    const approved = counted.filter(({ state, author = '' }) => state === 'APPROVED' && !planners.has(author));
    const atHead = approved.filter(({ commit }) => commit === pullRequest.head);
    if (atHead.some(({ submittedAt }) => isAfter(submittedAt, recorded)))
        return undefined;
    if (atHead.length > 0) {
        const since = new Date(recorded * 1_000).toISOString().slice(11, 19);
        return `${name} was approved before its plan was recorded at ${since} UTC: the approval is not for this plan.`;
    }
    const stale = approved.length > 0 ? ' (an earlier commit was approved)' : '';
    return `${name} was not approved at ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .A)(pullRequest.head)} by anyone with push access other than its author and those who pushed it${stale}.`;
}
/** An invalid time is never after. */
function isAfter(iso, seconds) {
    return Date.parse(iso) > seconds * 1_000;
}


/***/ }),

/***/ 10947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ annotationsOf)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69405);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15131);
/** Problems as annotations on lines of files, as many as GitHub shows for a step. */



/** GitHub shows ten errors and ten warnings per step, and silently drops the others. */
const MOST = 10;
/**
 * At most ten annotations, errors first: for errors, and for warnings whose file and line are known. A problem that
 * several leaves share is one annotation. If there are more, another one without a place says how many.
 *
 * @param others how many of the ten are used for something else
 */
function annotationsOf(problems, others = 0) {
    const groups = new Map();
    for (const { problem, leaf } of problems) {
        if (problem.severity === 'warning' && problem.place?.line === undefined)
            continue;
        const key = (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(problem);
        const group = groups.get(key) ?? { problem, leaves: [] };
        if (leaf !== undefined)
            group.leaves.push(leaf);
        groups.set(key, group);
    }
    const all = [...groups.values()].toSorted((a, b) => rank(a.problem) - rank(b.problem));
    const shown = all.slice(0, MOST - others).map(({ problem, leaves }) => annotation(problem, leaves));
    const left = all.length - shown.length;
    if (left <= 0)
        return shown;
    const message = `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(left, 'more problem is', 'more problems are')} in the report.`;
    return [...shown, { severity: 'notice', title: 'Kompos', message }];
}
function rank(problem) {
    return problem.severity === 'error' ? 0 : 1;
}
function annotation(problem, leaves) {
    const [first = '', ...others] = leaves;
    const more = others.length > 0 ? ` and ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(others.length, 'other leaf', 'other leaves')}` : '';
    return {
        severity: problem.severity,
        title: first === '' ? 'Kompos' : `Kompos: ${(0,_escaping_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(first)}${more}`,
        message: (0,_escaping_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)([problem.message, problem.hint].filter((part) => part !== undefined).join('\n')),
        ...problem.place,
    };
}


/***/ }),

/***/ 88013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Unreachable),
/* harmony export */   T: () => (/* binding */ getJson)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44942);
/* harmony import */ var _base_abort_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82531);
/* harmony import */ var _base_bounded_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15378);
/* harmony import */ var _base_debug_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91310);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44409);
/** GET requests for JSON, with retries but no redirects: a redirect could supply foreign keys or leak a token. */






/** Milliseconds before the second and the third try. */
const PAUSES = [500, 2_000];
/** Milliseconds for one answer, to its last byte. */
const ANSWERS_WITHIN = 10_000;
/** Bytes of one answer: far more than any key set has. */
const MOST_BYTES = 1_000_000;
/** An endpoint failed: the message is for people and does not contain what was sent. */
class Unreachable extends Error {
}
/**
 * @param headers of the request
 * @param answersWithin milliseconds of one try
 * @throws Unreachable if three attempts got no JSON
 */
async function getJson(url, headers, answersWithin = ANSWERS_WITHIN) {
    const host = new URL(url).origin;
    for (let attempt = 0;; attempt += 1) {
        let failure;
        let isFinal = false;
        try {
            const { statusCode, body } = await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)(`GET ${host}${new URL(url).pathname}`, () => get(url, { accept: 'application/json', ...headers }, answersWithin), (answer) => `status ${answer.statusCode}`);
            if (statusCode === 200)
                return JSON.parse(body);
            failure = `${host} answered with status ${statusCode}`;
            isFinal = statusCode < 500 && statusCode !== 429;
        }
        catch (error) {
            failure = error instanceof SyntaxError ? `${host} did not answer with JSON` : `${host}: ${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
        }
        const pause = PAUSES[attempt];
        if (isFinal || pause === undefined)
            throw new Unreachable(failure);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause);
    }
}
async function get(url, headers, answersWithin) {
    const signal = AbortSignal.timeout(answersWithin);
    try {
        const { message } = await new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq('kompos', [(0,_base_abort_request_js__WEBPACK_IMPORTED_MODULE_4__/* .abortedBy */ .L)(signal)], { allowRedirects: false }).get(url, {
            ...headers,
        });
        return { statusCode: message.statusCode ?? 0, body: await (0,_base_bounded_text_js__WEBPACK_IMPORTED_MODULE_5__/* .boundedText */ .L)(message, MOST_BYTES, 'the answer') };
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        throw new Error(`no answer within ${answersWithin / 1_000} seconds`, { cause: error });
    }
}


/***/ }),

/***/ 765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ mint),
/* harmony export */   j: () => (/* binding */ tokenRequest)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88013);
/** Requests a token from GitHub's OIDC provider, like @actions/core, whose client loads a whole HTTP stack at start. */


/** Undefined if the job lacks the permission `id-token: write`. */
function tokenRequest(env) {
    const [url, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
    return url === undefined || url === '' || bearer === undefined || bearer === '' ? undefined : { url, bearer };
}
/** A comment has room for a token of this many characters. */
const MOST_CHARACTERS = 12_000;
/** @throws Unreachable if no token is issued */
async function mint({ url, bearer }, audience) {
    const address = new URL(url);
    address.searchParams.set('audience', audience);
    const token = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .getJson */ .T)(address.href, { authorization: `Bearer ${bearer}` }), 'value'));
    if (token === undefined || !/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token)) {
        throw new _http_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreachable */ .L(`${address.origin} answered without a token`);
    }
    if (token.length > MOST_CHARACTERS)
        throw new _http_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreachable */ .L(`the token has more than ${MOST_CHARACTERS} characters`);
    return token;
}


/***/ }),

/***/ 76618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ unmatchedDependencies),
/* harmony export */   O: () => (/* binding */ declaredDependencies)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11267);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2943);
/** What the settings say that leaves depend on. Pure. */




/** The dependencies of each leaf on others. */
function declaredDependencies({ settings }, leaves) {
    return [...settings.dependsOn].flatMap(([dependent, on]) => {
        const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(dependent);
        const some = leaves.filter(({ path }) => matches(path));
        return on.flatMap((written) => {
            const find = finder(written, leaves);
            return some.flatMap((leaf) => find(leaf).flatMap((each) => (each === leaf.path ? [] : [[leaf.path, each]])));
        });
    });
}
/** Globs of `depends_on` that match no leaf: most likely misspelled. */
function unmatchedDependencies(project, leaves) {
    const paths = leaves.map(({ path }) => path);
    return [...project.settings.dependsOn].flatMap(([dependent, on]) => {
        const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(dependent);
        const some = leaves.filter(({ path }) => matches(path));
        if (some.length === 0)
            return [unmatched(project, 'depends_on', dependent, paths)];
        return on.flatMap((written) => {
            const find = finder(written, leaves);
            const isFound = some.some((leaf) => find(leaf).length > 0);
            return isFound ? [] : [unmatched(project, `depends_on.${dependent}`, written, paths)];
        });
    });
}
function unmatched(project, setting, glob, paths) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
        place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_3__/* .settingPlace */ .e)(project, glob),
        hint: isRelative(glob) ? 'It is relative to the place of each leaf.' : (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .closestTo */ .zb)(glob, paths),
    });
}
function isRelative(written) {
    return /^\.{1,2}(?:\/|$)/u.test(written);
}
/** Finds the paths of the leaves that a leaf depends on. */
function finder(written, leaves) {
    if (!isRelative(written)) {
        const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(written);
        const found = leaves.flatMap(({ path }) => (matches(path) ? [path] : []));
        return () => found;
    }
    const below = new Map();
    for (const leaf of leaves) {
        for (const layer of leaf.layers) {
            const known = below.get(layer);
            if (known === undefined)
                below.set(layer, [leaf]);
            else
                known.push(leaf);
        }
    }
    const found = new Map();
    return ({ place }) => {
        const known = found.get(place) ?? relativeTo(place, written, (folder) => below.get(folder) ?? leaves);
        found.set(place, known);
        return known;
    };
}
/** @param leavesBelow of thousands of leaves, only those in a folder are looked at */
function relativeTo(place, written, leavesBelow) {
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(place, written).replace(/\/+$/u, '');
    // The path of a place may hold the signs of globs itself; what is above the first one does not.
    const [plain = ''] = /^(?:[^*?[\]{}!()/]+\/)*/u.exec(target) ?? [];
    const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(target);
    // Both spellings of a leaf's path.
    const other = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(target.replace(/\/composition=([^/]*)$/u, '/composition=terraform/terraform=$1'));
    return leavesBelow(plain.replace(/\/$/u, '')).flatMap(({ path }) => matches(path) || other.matches(path) ? [path] : []);
}


/***/ }),

/***/ 67173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ withUnusedSettings),
/* harmony export */   aS: () => (/* binding */ missingRoots),
/* harmony export */   tX: () => (/* binding */ unusedKeys)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);
/* harmony import */ var _depends_on_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76618);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32857);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84768);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11267);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2943);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17918);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56547);
/** Settings and files that name nothing: most likely a name is misspelled. */











/** The project with warnings about what has no effect although it looks as if it should. */
function withUnusedSettings(project) {
    const found = [...unknownCompositions(project), ...missingFolders(project), ...misnamedFiles(project)];
    return { ...project, warnings: [...project.warnings, ...found] };
}
function missingFolders(project) {
    const { localPath } = project.settings;
    const folder = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(project.root, localPath);
    const sources = folder === '' ? '' : `${folder}/`;
    // A path out of the repository is an error of the leaves.
    if (/^(?:[/~\\]|[A-Za-z]:|\.\.)/u.test(localPath))
        return missingRoots(project);
    const hasSources = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.localPath || project.snapshot.files().some(({ path }) => path.startsWith(sources));
    return [
        ...missingRoots(project),
        ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
    ];
}
/** A warning for each entry of `config_roots` that names no folder. */
function missingRoots(project) {
    return (0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .missingConfigRoots */ .O1)(project).map((name) => missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.'));
}
function missingFolder(project, setting, written, consequence = '') {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(written).replace(/\/+$/u, '');
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(name, foldersOf(project, name.split('/').length));
    const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": there is no folder "${written}".`, {
        place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, written),
        hint: `${meant}${consequence}`.trim() || 'Write it relative to the project root.',
    });
}
/** The project's folders at a depth. */
function foldersOf({ snapshot, root }, depth) {
    const below = root === '' ? 0 : root.length + 1;
    return new Set(snapshot.files().flatMap(({ path }) => {
        if (root !== '' && !path.startsWith(`${root}/`))
            return [];
        const folders = path.slice(below).split('/').slice(0, -1);
        return folders.length < depth ? [] : [folders.slice(0, depth).join('/')];
    }));
}
/** Every leaf then looks like one of another tool. */
function emptyFolder(project) {
    const { localPath, rootPath } = project.settings;
    const isDefault = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.localPath && rootPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.rootPath;
    if (isDefault || (0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .terraformNames */ .tQ)(project).size > 0)
        return [];
    const message = `There is no Terraform code in "${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(localPath, rootPath)}", which terraform.local_path and terraform.root_path name.`;
    const hint = 'Without it, no folder composition=… is taken for a leaf.';
    const place = (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, rootPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.rootPath ? localPath : rootPath);
    return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', message, { place, hint })];
}
function unknownCompositions(project) {
    const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
    const named = [
        ...compositionOrder.map((name) => ['compositions.order.terraform', name]),
        ...[...excludedKeys.keys()].map((name) => ['compositions.config_keys.excluded', name]),
        ...[...filteredKeys.keys()].map((name) => ['compositions.config_keys.filtered', name]),
    ];
    if (named.length === 0)
        return [];
    const { leaves, others } = (0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .findLeavesOf */ .bM)(project);
    const compositions = new Set([...leaves.map(({ composition }) => composition), ...others.map(_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .compositionOf */ .k$)]);
    // A composition that no leaf has yet; folders of clouds are among these, so none of them is suggested.
    const used = new Set([...compositions, ...(0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .terraformNames */ .tQ)(project)]);
    return named
        .filter(([, name]) => !used.has(name))
        .map(([setting, name]) => {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(name, compositions);
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": no composition is named "${name}".`, {
            place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, name),
            hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
        });
    });
}
/**
 * Globs of leaves, and keys in settings that name nothing. Finding out about keys takes all layers, so this is
 * no part of what every command warns about.
 *
 * @param leaves all of the project
 */
async function unusedKeys(project, leaves, configurations) {
    const { settings } = project;
    const place = (name) => (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, name);
    const globs = [
        ...settings.pinRules.map((rule) => ['terraform.pins.require', rule.leaves]),
        ...settings.driftIgnore.flatMap(({ leaf }) => (leaf === undefined ? [] : [['drift.ignore', leaf]])),
    ].filter(([, glob]) => {
        const matches = (0,_selection_js__WEBPACK_IMPORTED_MODULE_6__/* .leafGlob */ .x7)(glob);
        return !leaves.some(({ path }) => matches(path));
    });
    const paths = leaves.map(({ path }) => path);
    return [
        ...globs.map(([setting, glob]) => {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(glob, paths);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
                place: place(glob),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            });
        }),
        ...(0,_depends_on_js__WEBPACK_IMPORTED_MODULE_3__/* .unmatchedDependencies */ .B)(project, leaves),
        ...(0,_waves_js__WEBPACK_IMPORTED_MODULE_9__/* .unmatchedWaves */ .OW)(project, paths),
        ...(await unknownKeys(project, leaves, configurations)),
    ];
}
async function unknownKeys(project, leaves, configurations) {
    const { excludedKeys, filteredKeys } = project.settings;
    const named = [
        ...[...excludedKeys].map(([name, keys]) => ['compositions.config_keys.excluded', name, keys]),
        ...[...filteredKeys].map(([name, keys]) => ['compositions.config_keys.filtered', name, keys]),
    ];
    const found = [];
    for (const [setting, composition, keys] of named) {
        const own = leaves.filter((leaf) => leaf.composition === composition);
        const known = new Set();
        for (const leaf of own) {
            const { value } = await configurations.merged(leaf);
            for (const key in value?.children)
                known.add(key);
        }
        // A placeholder in a key may come to any name.
        if (own.length === 0 || [...known].some((key) => key.includes('{{')))
            continue;
        for (const key of keys.filter((each) => !known.has(each))) {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(key, known);
            found.push((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}.${composition}": no leaf of it has the key "${key}".`, {
                place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, key),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            }));
        }
    }
    return found;
}
function misnamedFiles({ snapshot, root, settings }) {
    const sources = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, settings.localPath);
    const names = ['.komposconfig.yml', '.komposconfig.yaml.yml', 'komposconfig.yaml', 'komposconfig.yml'];
    const files = names.filter((name) => snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name)) !== undefined);
    const templates = snapshot.files().filter(({ path }) => path.startsWith(`${sources}/`) && isMisnamedTemplate(path));
    return [
        ...files.map((name) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `This file is not read: settings are in ${_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .SETTINGS_FILE */ .tP}.`, {
            place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name) },
            hint: `Rename it to ${_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .SETTINGS_FILE */ .tP}.`,
        })),
        ...templates.map(({ path }) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('template', 'This file is no template, so no pin is put into it.', {
            place: { file: path },
            hint: `Templates are named X.tf.versioned: rename it to ${templateName(path.slice(path.lastIndexOf('/') + 1))}.`,
        })),
    ];
}
/** `main.TF.versioned`, `main.tf.Versioned`, `main.versioned.tf`, `main.tf.version` */
function isMisnamedTemplate(path) {
    if (/\.(?:tf|tofu)(?:\.json)?\.versioned$/u.test(path))
        return false;
    return /\.(?:tf|tofu)(?:\.json)?\.version(?:e|ed|s)?$|\.version(?:e|ed|s)?\.(?:tf|tofu)(?:\.json)?$/iu.test(path);
}
function templateName(name) {
    const end = /(?:\.version(?:e|ed|s)?|\.(?:tf|tofu)(?:\.json)?){2}$/iu.exec(name)?.[0] ?? '';
    const language = /\.(?:tf|tofu)(?:\.json)?/iu.exec(end)?.[0].toLowerCase() ?? '.tf';
    return `${name.slice(0, name.length - end.length)}${language}.versioned`;
}


/***/ }),

/***/ 56547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OW: () => (/* binding */ unmatchedWaves),
/* harmony export */   bw: () => (/* binding */ openEnvironments),
/* harmony export */   rh: () => (/* binding */ openWaves)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11267);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2943);
/* harmony import */ var _wave_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46660);
/** In which order groups of leaves are applied, and with whose credentials. Pure. */




/** The waves of the settings, and last the one of the leaves that none of them has. */
function openWaves({ waves }) {
    const rest = { name: _wave_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .REST */ .pX, number: waves.length + 1 };
    const tests = waves.map(({ name, leaves }, index) => ({
        wave: { name, number: index + 1 },
        has: (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .selectedBy */ .B8)(leaves.map(_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b)),
    }));
    return {
        all: [...tests.map(({ wave }) => wave), rest],
        of: (leaf) => tests.find(({ has }) => has(leaf))?.wave ?? rest,
    };
}
/** The GitHub environment of a leaf, by its path; undefined for none. */
function openEnvironments({ environments, }) {
    const tests = [...environments].map(([glob, name]) => ({ name, matches: (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b)(glob).matches }));
    return (leaf) => tests.find(({ matches }) => matches(leaf))?.name;
}
/** Globs of both settings that match no leaf, and waves whose leaves are all in earlier ones. */
function unmatchedWaves(project, paths) {
    const { waves, environments } = project.settings;
    const { of } = openWaves(project.settings);
    const used = new Set(paths.map((path) => of(path).number));
    const globs = [
        ...waves.flatMap(({ name, leaves }) => leaves.map((glob) => [`waves.${name}`, glob])),
        ...[...environments.keys()].map((glob) => ['environments', glob]),
    ];
    const unmatched = globs.flatMap(([setting, glob]) => {
        const { matches, text } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b)(glob);
        if (paths.some(matches))
            return [];
        const message = `Setting "${setting}": "${glob}" matches no leaf.`;
        return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', message, { place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_2__/* .settingPlace */ .e)(project, glob), hint: (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .closestTo */ .zb)(text, paths) })];
    });
    if (unmatched.length > 0)
        return unmatched;
    return waves.flatMap(({ name, leaves }, index) => {
        if (used.has(index + 1))
            return [];
        const message = `Setting "waves": "${name}" has no leaves, because all that it matches are in earlier waves.`;
        const hint = 'The first wave that matches a leaf has it: put the narrower globs first.';
        return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', message, { place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_2__/* .settingPlace */ .e)(project, leaves[0] ?? name), hint })];
    });
}


/***/ }),

/***/ 80553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
/** `-backend-config=NAME=VALUE`, or a file, which has no `=` in its path. */
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;
const VARIABLE_FILE = /(?:^|\s)--?var-file(?=[=\s]|$)/u;
/** `-var name=value`, with the name if it can be told. */
const VARIABLE = /(?:^|\s)--?var(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;
/** Variables that complete or select a backend's state. */
const STATE_VARIABLES = new Set([
    'CONSUL_HTTP_ADDR',
    'PG_CONN_STR',
    'TF_CLOUD_HOSTNAME',
    'TF_CLOUD_ORGANIZATION',
    'TF_CLOUD_PROJECT',
    'TF_HTTP_ADDRESS',
    'TF_WORKSPACE',
]);
function outsideSettings(environment) {
    const set = Object.entries(environment)
        .filter(([, value]) => value !== '')
        // Terraform splits arguments as a shell does: quotes and backslashes are no part of an option.
        .map(([name, value]) => [name, value.replace(/["'\\]/gu, '')]);
    const named = (isMeant) => set.flatMap(([name, value]) => (isMeant(name, value) ? [name] : [])).sort();
    // What `init` gets decides: a plan with other values than these is refused by both programs.
    const ofInit = set.flatMap(([name, value]) => (isOfInit(name) ? [value] : []));
    return {
        ofPlans: named((name, value) => /^TF_CLI_ARGS(?:_plan)?$/u.test(name) && UNUSUAL.test(value)),
        ofStates: named((name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && value.search(BACKEND_CONFIG) >= 0)),
        ofRenderings: {
            // An empty text is a value too.
            variables: new Set(Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : []))),
            options: optionVariables(ofInit),
            backendOptions: backendOptions(ofInit),
            environment: new Set(set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name]))),
        },
    };
}
function isOfInit(name) {
    return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}
function optionVariables(options) {
    return options.some((each) => VARIABLE_FILE.test(each)) ? 'any' : namesIn(options, VARIABLE);
}
function backendOptions(options) {
    return namesIn(options, BACKEND_CONFIG);
}
function namesIn(options, option) {
    const names = options.flatMap((each) => [...each.matchAll(option)].map(([, name]) => name));
    return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}


/***/ })

};

//# sourceMappingURL=6042.index.js.map