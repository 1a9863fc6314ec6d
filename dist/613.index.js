export const id = 613;
export const ids = [613];
export const modules = {

/***/ 5:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   j3: () => (/* binding */ standInEnvironment),
/* harmony export */   m0: () => (/* binding */ allowedEnvironment),
/* harmony export */   mb: () => (/* binding */ environmentStandIns)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _terraform_unattended_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5800);
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
    return (0,_terraform_unattended_js__WEBPACK_IMPORTED_MODULE_1__/* .unattended */ .D)(Object.fromEntries(kept));
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

/***/ 6426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yh: () => (/* binding */ githubAccess),
  f4: () => (/* binding */ maskReport),
  dg: () => (/* binding */ registerSecrets),
  q4: () => (/* binding */ repositoryId),
  ic: () => (/* binding */ reviewSettings),
  pI: () => (/* binding */ runFacts),
  Hy: () => (/* binding */ withTerraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/child-process.ts + 1 modules
var child_process = __webpack_require__(6831);
// EXTERNAL MODULE: ./src/masking/masking.ts + 3 modules
var masking = __webpack_require__(9554);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var terraform_mirror = __webpack_require__(6045);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(15);
;// CONCATENATED MODULE: ./src/action/provider-cache.ts
/** Provider binaries cached between runs with @actions/cache. It only saves time: nothing here is a reason to fail. */





/** Fills the mirror folder. Returns whether it must be saved after the run. */
async function restoreProviders(kept, log) {
    try {
        const cache = await __webpack_require__.e(/* import() */ 889).then(__webpack_require__.bind(__webpack_require__, 8889));
        if (!cache.isFeatureAvailable())
            return false;
        return (await cache.restoreCache([kept.mirror], keyOf(kept))) === undefined;
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
    const missing = (0,terraform_mirror/* missingInMirror */.Pw)(mirror, lockFiles.flatMap(terraform_mirror/* lockedProviders */.hJ), platform);
    if (missing.length > 0) {
        const names = [...new Set((0,terraform_mirror/* providerVersions */.Nw)(missing))].join(', ');
        log.info(`The provider cache is not saved: it lacks ${names}, which a lock file selects and no init has installed.`);
        return;
    }
    try {
        const cache = await __webpack_require__.e(/* import() */ 889).then(__webpack_require__.bind(__webpack_require__, 8889));
        await cache.saveCache([mirror], keyOf(kept));
    }
    catch (error) {
        log.info(`The provider cache could not be saved: ${(0,node_errors/* messageOf */.bD)(error)}`);
    }
}
function keyOf({ lockFiles, binary, platform }) {
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update([...lockFiles].sort().join('\n'))
        .digest('hex')
        .slice(0, 32);
    return `kompos-providers-${platform}-${programs/* PROGRAMS */.i[binary.program].tool}-${binary.version}-${digest}`;
}

// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(5242);
// EXTERNAL MODULE: ./src/action/job-environment.ts
var job_environment = __webpack_require__(5);
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
        run: id > 0 ? { id, attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') } : undefined,
    };
}
/** @param env the runner's environment */
function githubAccess({ repository }, token, env) {
    return { apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com', token, repository };
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
async function withTerraform({ inputs, event, log, masker }, use) {
    const { env } = process;
    const workspace = (0,external_node_fs_.realpathSync)(env['GITHUB_WORKSPACE'] ?? '.');
    const platform = (0,terraform_mirror/* terraformPlatform */.sb)(process.platform, process.arch);
    const mirror = (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'kompos-providers');
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
            platform,
        }, {
            environment: (0,job_environment/* childEnvironment */.Qc)(env, inputs.passIdToken),
            configurationEnvironment: (0,job_environment/* allowedEnvironment */.m0)(env, inputs.allowEnv, event.untrusted !== undefined),
            log,
            masker,
            now: new Date(),
            processes,
            program: { tool: inputs.tool, version: inputs.terraformVersion, mirror: inputs.terraformMirror },
            cancelled: processes.interrupted,
            async beforeTerraform({ program, version }, lockFiles) {
                if (lockFiles.length === 0)
                    return;
                const cache = { mirror, lockFiles, binary: { program, version }, platform };
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
/** A role that only reads cannot take a lock, so plans take none unless they are asked to; an apply does. */
function locks({ lock, command }) {
    return lock === 'always' || (lock === 'auto' && command === 'apply');
}
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
/** What identifies a report and its commit, and is never taken for a secret. */
const ADDRESSES = ['title', 'repository', 'serverUrl', 'runUrl', 'head', 'checkedOut', 'base'];
/** A report with its secrets masked, which can still be posted and found again. */
function maskReport(report, masker) {
    return (0,masking.maskData)(report, masker, ADDRESSES);
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

/***/ 4001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6426);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5242);


/**
 * @param failed how the error begins if GitHub cannot be reached, and what to do then
 * @returns the comment's address; undefined if none was written
 * @throws ProblemError if GitHub cannot be reached
 */
async function publish({ event, log }, facts, token, request, failed) {
    const [{ connect }, { publishReport }, { answerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 6584)),
        __webpack_require__.e(/* import() */ 645).then(__webpack_require__.bind(__webpack_require__, 6645)),
        __webpack_require__.e(/* import() */ 116).then(__webpack_require__.bind(__webpack_require__, 3116)),
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
                const message = `${words} Give the job "permissions: pull-requests: write".`;
                (0,_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)({ severity: 'warning', title: 'Kompos', message });
            }
            else
                log.info(words);
            return undefined;
        }
    }
}


/***/ }),

/***/ 7613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/base/internal-error.ts
var internal_error = __webpack_require__(9915);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/git/url-credentials.ts
var url_credentials = __webpack_require__(4174);
// EXTERNAL MODULE: ./src/masking/masking.ts + 3 modules
var masking = __webpack_require__(9554);
// EXTERNAL MODULE: ./src/masking/likely-secrets.ts
var likely_secrets = __webpack_require__(3662);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(7421);
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
    const { RE2JS } = await __webpack_require__.e(/* import() */ 856).then(__webpack_require__.bind(__webpack_require__, 2856));
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
var version = __webpack_require__(2301);
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
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(5686);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(9368);
// EXTERNAL MODULE: ./src/gate/trusted-record.ts
var trusted_record = __webpack_require__(116);
// EXTERNAL MODULE: ./src/execution/program-choice.ts
var program_choice = __webpack_require__(9488);
// EXTERNAL MODULE: ./src/terraform/refresh.ts
var refresh = __webpack_require__(5227);
// EXTERNAL MODULE: ./src/terraform/wanted-program.ts
var wanted_program = __webpack_require__(5256);
;// CONCATENATED MODULE: ./src/action/inputs.ts
/** The action's inputs, a row each: parsed into a typed record, or reported as wrong. `action.yml` documents them. */









const COMMANDS = ['plan', 'apply', 'drift'];
const REVIEW = ['plan', 'apply'];
const APPLY = ['apply'];
const DRIFT = ['drift'];
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/u;
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
    parallelism: row('parallelism', COMMANDS, '', optional(whole(/^[1-9]\d{0,3}$/u, 'a whole number from 1.'))),
    /** Undefined: what the project asks for. */
    tool: { ...row('tool', COMMANDS, '', optional(oneOf(wanted_program/* TOOLS */.It))), allowed: wanted_program/* TOOLS */.It },
    /** Undefined: what the project asks for. */
    terraformVersion: row('terraform-version', COMMANDS, '', optional(String)),
    /** Undefined: the publisher's own servers. `none`: nothing is installed. */
    terraformMirror: row('terraform-mirror', COMMANDS, '', optional((given, name) => (0,program_choice/* readMirror */.a)(given, `Input "${name}"`))),
    comment: choice('comment', REVIEW, 'changes', ['always', 'changes', 'never']),
    title: row('title', COMMANDS, '', String),
    /** Undefined: the project's setting. */
    listMerge: { ...row('list-merge', COMMANDS, '', optional(oneOf(value/* LIST_MERGES */.hJ))), allowed: value/* LIST_MERGES */.hJ },
    onUnknownBase: choice('on-unknown-base', ['plan'], 'error', ['error', 'all']),
    /** An apply and a run that looks for drift always refresh in full. */
    refresh: choice('refresh', ['plan'], 'full', refresh/* REFRESHES */.qi),
    unusedConfiguration: choice('unused-configuration', REVIEW, 'skip', ['skip', 'plan']),
    allowEnv: row('allow-env', COMMANDS, '', each(lines, variableName)),
    /** JavaScript regular expressions, their syntax checked. */
    mask: row('mask', COMMANDS, '', each(lines, pattern)),
    lock: choice('lock', COMMANDS, 'auto', ['auto', 'always', 'never']),
    lockTimeout: row('lock-timeout', COMMANDS, '5m', duration),
    /** Whether Terraform may request OIDC tokens of this job. */
    passIdToken: flag('pass-id-token', COMMANDS),
    /** The secret key of fingerprints. */
    fingerprintKey: row('fingerprint-key', COMMANDS, '', optional(String)),
    /** What a record needs to be trusted by an apply. */
    record: choice('record', REVIEW, 'signed', trusted_record/* RECORD_MODES */.tx),
    /** Paths of the workflows whose jobs may sign a record. */
    planWorkflows: row('plan-workflow', APPLY, '.github/workflows/plan.yml', each(paths, workflowPath)),
    /** The same for reusable workflows that they call. */
    planJobWorkflows: row('plan-job-workflow', APPLY, '', paths),
    applyRequires: choice('apply-requires', APPLY, 'reviewed-plan', ['reviewed-plan', 'approved']),
    /** Fingerprints that are accepted in a manual run. */
    accept: row('accept', APPLY, '', each(words, fingerprint)),
    destroyRemoved: flag('destroy-removed', APPLY),
    /** The commit that removed the leaves that a manual run is to destroy. */
    removedAt: row('removed-at', APPLY, '', optional(matching(COMMIT, REMOVED_HINT))),
    /** Whether an apply first applies merged pull requests whose own apply never ran. */
    catchUp: flag('catch-up', APPLY),
    /** The label of drift issues. */
    driftLabel: row('drift-label', DRIFT, 'kompos-drift', label),
    /** With this many drift issues open, no more are opened; 0: none are written at all. */
    maxOpenIssues: row('max-open-issues', DRIFT, '10', whole(/^\d{1,4}$/u, 'a whole number; 0 for no issues.')),
    /** Milliseconds after which a leaf's plan is stopped. */
    leafTimeLimit: row('leaf-time-limit', COMMANDS, '', optional(milliseconds)),
    /** Milliseconds after which a drift run starts no further plan. */
    timeLimit: row('time-limit', DRIFT, '', optional(milliseconds)),
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
        ? (0,external_node_path_.relative)(workspace, given.workingDirectory) || '.'
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
/** Unknown inputs: a misspelled one would leave its default in force, and plan or apply more than was meant. */
function unknownInputs(names) {
    const known = Object.values(INPUTS).map(({ name }) => name);
    return names
        .filter((name) => !known.includes(name))
        .map((name) => {
        const closest = (0,closest_name/* nearest */.p)(name, known);
        const hint = closest === undefined ? `Known inputs: ${known.join(', ')}.` : `Did you mean "${closest}"?`;
        return (0,base_problems/* problem */.CC)('input', `Input "${name}" does not exist.`, { hint });
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
function conflicts({ command, catchUp, comment, record, fingerprintKey }) {
    const problems = [];
    if (command === 'apply' && catchUp && comment === 'never') {
        problems.push((0,base_problems/* problem */.CC)('input', 'Input "catch-up" is "true" and "comment" is "never".', {
            hint: 'Catching up relies on the apply reports on pull requests: let the apply write them.',
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
function duration(given, name) {
    return matching(/^(\d+(\.\d+)?(ms|s|m|h))+$/u, 'Allowed: a duration such as 30s, 5m or 1h.')(given, name);
}
function milliseconds(given, name) {
    const units = new Map(Object.entries({ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }));
    const parts = duration(given, name).matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu);
    return [...parts].reduce((sum, [, number, unit = '']) => sum + Number(number) * (units.get(unit) ?? 0), 0);
}
function wrong(name, given, hint) {
    return (0,base_problems/* problemError */.gS)('input', `Input "${name}" is "${given}".`, { hint });
}
function lines(text) {
    return split(text, /\n/u);
}
/** Files of the repository, as a token's claims spell them. */
function paths(text) {
    return lines(text).map((path) => external_node_path_.posix.normalize(path));
}
/** A field of "Run workflow" is a single line, so several fingerprints share it. */
function words(text) {
    return split(text, /[\s,]+/u);
}
function split(text, separator) {
    return text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

// EXTERNAL MODULE: ./src/action/job.ts + 1 modules
var action_job = __webpack_require__(6426);
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

// EXTERNAL MODULE: ./src/commands/plan/plan.ts + 2 modules
var plan = __webpack_require__(4690);
// EXTERNAL MODULE: ./src/markdown/annotations.ts
var annotations = __webpack_require__(947);
// EXTERNAL MODULE: ./src/markdown/bytes.ts
var bytes = __webpack_require__(2522);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(2972);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(15);
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
        ...report.leaves.flatMap((each) => [...each.problems, ...failure(report, each)].map((problem) => ({ problem, leaf: each.leaf }))),
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

// EXTERNAL MODULE: ./src/commands/plan/comment/comment.ts + 10 modules
var comment = __webpack_require__(7142);
// EXTERNAL MODULE: ./src/markdown/fit.ts
var fit = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/commands/plan/verdict.ts
var verdict = __webpack_require__(4601);
;// CONCATENATED MODULE: ./src/commands/plan/outputs.ts



/** GitHub accepts about a megabyte for all outputs of a job together. */
const OUTPUT_BYTES = 500_000;
/**
 * The changed leaves, whose JSON takes less than `limit` bytes. Reasons are shortened first: long values, then all but
 * the first few, then all. If there are too many leaves, the last one that fits says `truncated`.
 */
function leavesOutput(report, limit = OUTPUT_BYTES) {
    for (const shortening of SHORTENINGS) {
        const leaves = report.leaves.map((leaf) => leafOutput(leaf, shortening));
        if ((0,bytes/* utf8Length */.wI)(JSON.stringify(leaves)) < limit)
            return leaves;
    }
    return firstThatFit(report.leaves.map((leaf) => leafOutput(leaf, () => [])), limit);
}
const SHORTENINGS = [
    (reasons) => reasons,
    (reasons) => reasons.map(withShortValues),
    (reasons) => reasons.slice(0, 5).map(withShortValues),
    () => [],
];
function leafOutput(leaf, shortening) {
    const reasons = shortening(leaf.reasons);
    const whole = reasons.length === leaf.reasons.length && reasons.every((reason, index) => reason === leaf.reasons[index]);
    const counts = (0,verdict/* countsOf */.mQ)(leaf);
    return {
        path: leaf.leaf,
        kind: leaf.kind,
        outcome: leaf.outcome.status,
        ...(counts === undefined ? {} : { counts }),
        reasons,
        ...(whole ? {} : { truncated: true }),
    };
}
/** The very same reason if nothing in it is long. */
function withShortValues(reason) {
    switch (reason.kind) {
        case 'configuration':
            return isLong(reason) ? { ...reason, ...shortValues(reason) } : reason;
        case 'pin':
            return isLong(reason) || reason.keys.some(isLong)
                ? { ...reason, ...shortValues(reason), keys: reason.keys.map((key) => ({ ...key, ...shortValues(key) })) }
                : reason;
        case 'module':
            return reason.files.length > 10 ? { ...reason, files: reason.files.slice(0, 10) } : reason;
        case 'base-failed':
            return reason.message.length > LONG ? { ...reason, message: (0,bytes/* shorten */.ml)(reason.message, LONG) } : reason;
        case 'file':
        case 'setting':
            return reason;
    }
}
const LONG = 100;
function isLong({ before, after }) {
    return (before?.length ?? 0) > LONG || (after?.length ?? 0) > LONG;
}
function shortValues({ before, after }) {
    return {
        ...(before === undefined ? {} : { before: (0,bytes/* shorten */.ml)(before, LONG) }),
        ...(after === undefined ? {} : { after: (0,bytes/* shorten */.ml)(after, LONG) }),
    };
}
function firstThatFit(leaves, limit) {
    const sizes = leaves.map((leaf) => (0,bytes/* utf8Length */.wI)(JSON.stringify(leaf)) + 1);
    const number = (0,fit/* fitting */._Q)(sizes, limit - '[],"truncated":true'.length - 1);
    return leaves.slice(0, number).map((leaf, index) => (index === number - 1 ? { ...leaf, truncated: true } : leaf));
}

// EXTERNAL MODULE: ./src/commands/plan/terminal.ts + 1 modules
var terminal = __webpack_require__(5284);
// EXTERNAL MODULE: ./src/action/publish.ts
var publish = __webpack_require__(4001);
// EXTERNAL MODULE: ./src/gate/record.ts
var record = __webpack_require__(9690);
// EXTERNAL MODULE: ./src/gate/signature.ts
var signature = __webpack_require__(4317);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/oidc/http.ts
var http = __webpack_require__(8013);
;// CONCATENATED MODULE: ./src/oidc/mint.ts
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
    const token = (0,json/* text */.Qq)((0,json/* field */.ZZ)(await (0,http/* getJson */.T)(address.href, { authorization: `Bearer ${bearer}` }), 'value'));
    if (token === undefined || !/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token)) {
        throw new http/* Unreachable */.L(`${address.origin} answered without a token`);
    }
    if (token.length > MOST_CHARACTERS)
        throw new http/* Unreachable */.L(`the token has more than ${MOST_CHARACTERS} characters`);
    return token;
}

;// CONCATENATED MODULE: ./src/action/record.ts
/** The record of what a comment shows, signed if requested, and what to say about it. */




/** How to apply a plan that a merge does not apply. */
const BY_HAND = 'After a merge, a maintainer runs the apply by hand (workflow_dispatch) with its leaves, reads the plans that it shows, and accepts their fingerprints.';
/** @param env the runner's environment: where tokens are requested */
async function record_record(request, env) {
    const { about, leaves, mode, key, signing } = request;
    const parts = (0,record/* packRecord */.RM)({ ...about, testMerge: signing?.testMerge ?? '' }, leaves);
    const where = mode === 'signed' ? tokenRequest(env) : undefined;
    const whyNot = missing(request, where);
    if (where === undefined || parts.length === 0)
        return write(whyNot, about.time, undefined);
    try {
        // The report shows its time, and its length predicts the others': those are bound to the text that shows the time.
        const first = await mint(where, (0,signature/* audienceOf */.Ox)(''));
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
        const merge = matters ? sentence(failure, time) : { ok: true, sentence: '' };
        const room = parts.map(({ payload }) => (0,record/* trailer */.s9)(payload, '', key, signer && 'x'.repeat(signer.length)));
        const bodies = [];
        for (const [index, body] of request.render(merge, room).entries()) {
            const [part, held] = [parts[index], room[index]];
            if (part === undefined || held === undefined)
                bodies.push(body);
            else {
                const text = body.slice(0, -`${held}\n`.length);
                const token = signer && (await mint(signer.where, (0,signature/* audienceOf */.Ox)((0,record/* seal */.od)(part.payload, text))));
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
function sentence(failure, time) {
    return failure === undefined
        ? { ok: true, sentence: applies(time) }
        : { ok: false, sentence: `A merge will not apply this: ${failure} ${BY_HAND}` };
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
function applies(time) {
    const after = new Date(time * 1_000).toISOString().slice(11, 19);
    return `A merge applies exactly these plans. If an approval is required, approve after ${after} UTC, the time of this plan.`;
}
/** The time of our own token, for display only. */
function issuedAt(token) {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const time = typeof claims === 'object' && claims !== null && 'iat' in claims ? claims.iat : undefined;
    return typeof time === 'number' ? time : 0;
}

// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(5242);
;// CONCATENATED MODULE: ./src/action/plan.ts
/** `command: plan`: the report of a change → log, annotations, comment, summary, outputs. */












/** Sets exit code 1 when a leaf failed, even if others were planned. */
async function runPlan(job) {
    const { inputs, event, log, masker } = job;
    const commenting = event.pullRequest !== undefined && inputs.comment !== 'never';
    if (commenting && inputs.token === undefined) {
        throw (0,base_problems/* problemError */.gS)('input', 'Input "token" is empty, so the report cannot be posted.', {
            hint: 'Omit the input (it defaults to the job\'s token), or set "comment: never".',
        });
    }
    const outcome = await makeReport(job);
    const masked = (0,action_job/* maskReport */.f4)(outcome.report, masker);
    const recorded = commenting ? await recordOf(job, event.pullRequest, outcome, masked) : NO_RECORD;
    const report = withSentence(masked, recorded);
    (0,action_job/* registerSecrets */.dg)(masker);
    log.info((0,terminal/* renderText */.S)(report));
    annotations_annotations(report).forEach(runner/* annotate */.fz);
    if (!recorded.ok)
        (0,runner/* annotate */.fz)({ severity: 'warning', title: 'Kompos', message: recorded.sentence });
    await (0,runner/* writeSummary */.Sy)((0,comment/* renderSummary */.B)(report));
    setOutputs(report);
    if ((0,verdict/* hasFailed */.WN)(report))
        process.exitCode = 1;
    // Last, because GitHub may refuse or be down: by then no plan is lost.
    const url = commenting && inputs.token !== undefined
        ? await (0,publish/* publish */.m)(job, report, inputs.token, {
            pullRequest: event.pullRequest.number,
            bodies: recorded.bodies,
            create: inputs.comment === 'always' || report.leaves.length > 0 || report.problems.length > 0,
        }, { what: 'The report could not be posted: ', next: ', then run the job again' })
        : undefined;
    (0,runner/* setOutput */.uH)('comment-url', url ?? '');
}
/** A report even when the changed leaves could not be determined: reviewers must see why. */
async function makeReport(job) {
    const { inputs, event, facts } = job;
    try {
        return await (0,action_job/* withTerraform */.Hy)(job, (settings, context) => (0,plan/* planChangedLeaves */.y)({
            facts,
            serverUrl: facts.serverUrl,
            ...settings,
            ...(0,action_job/* reviewSettings */.ic)(job, process.env),
            refresh: inputs.refresh,
            event: event.revisions,
            shownHead: event.pullRequest?.headSha,
            noTerraform: event.untrusted,
            leaves: inputs.leaves,
            listMerge: inputs.listMerge,
            unusedConfiguration: inputs.unusedConfiguration,
            onUnknownBase: inputs.onUnknownBase,
            token: inputs.token,
            signing: signing(job, process.env),
        }, context));
    }
    catch (error) {
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
        return { report, reviewed: [] };
    }
}
/** What is needed to sign a record; undefined if none is made. */
function signing({ inputs, event }, env) {
    const { pullRequest, revisions, untrusted } = event;
    if (pullRequest === undefined || untrusted !== undefined || inputs.record !== 'signed')
        return undefined;
    // After the merge, nothing is reported.
    if (revisions.kind === 'pull_request' && revisions.merged)
        return undefined;
    const [, workflow] = /^[^/]+\/[^/]+\/([^@]+)@/u.exec(env['GITHUB_WORKFLOW_REF'] ?? '') ?? [];
    const testMerge = env['GITHUB_SHA'];
    if (workflow === undefined || testMerge === undefined)
        return undefined;
    return { testMerge, head: pullRequest.headSha, workflow };
}
const NO_RECORD = { bodies: [], ok: true, sentence: '' };
/** The comment with the record of what it shows, for the apply after the merge. */
async function recordOf({ inputs, event, facts, masker }, pullRequest, { report, reviewed, signing: signed }, masked) {
    const render = (merge, trailers) => (0,comment/* renderComment */.w)({ ...withSentence(masked, merge), head: pullRequest.headSha }, { trailers });
    if (event.untrusted !== undefined) {
        const sentence = report.leaves.length > 0 ? `A merge does not apply it. ${BY_HAND}` : '';
        return { ok: true, sentence, bodies: render({ ok: true, sentence }, []) };
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
            run: facts.run?.id ?? 0,
            attempt: facts.run?.attempt ?? 0,
            time: Math.floor(Date.now() / 1_000),
        },
        // Packed text can no longer be masked, so free text in it is masked first.
        leaves: reviewed.map((leaf) => ({ ...leaf, changes: leaf.changes && (0,masking.maskData)(leaf.changes, masker) })),
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
function setOutputs(report) {
    (0,runner/* setOutput */.uH)('changed', String(report.leaves.length > 0));
    (0,runner/* setOutput */.uH)('leaves', JSON.stringify(leavesOutput(report)));
    (0,runner/* setOutput */.uH)('has-changes', String(report.leaves.some(({ outcome }) => outcome.status === 'planned' && outcome.summary.hasChanges)));
}

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
        const inputs = readInputs(runner/* getInput */.V4, (0,runner/* inputNames */.vj)(), {
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
        case 'plan':
            return runPlan(job);
        case 'apply': {
            const { runApply } = await __webpack_require__.e(/* import() */ 376).then(__webpack_require__.bind(__webpack_require__, 3376));
            return runApply(job);
        }
        case 'drift': {
            const { runDrift } = await __webpack_require__.e(/* import() */ 66).then(__webpack_require__.bind(__webpack_require__, 7066));
            return runDrift(job);
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

/***/ 5242:
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
/* harmony import */ var _node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9635);
/* harmony import */ var _node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2902);
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
/** The names of the inputs that the runner has set, those of `action.yml` and those that only the workflow has. */
function inputNames() {
    return Object.keys(process.env).flatMap((name) => (name.startsWith('INPUT_') ? [name.slice(6).toLowerCase()] : []));
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

/***/ 2531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ abortedBy)
/* harmony export */ });
/** A handler that ends each request when the signal says so, even one that still receives an occasional byte. */
function abortedBy(signal) {
    return {
        prepareRequest: (options) => void Object.assign(options, { signal }),
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('there is no authentication')),
    };
}


/***/ }),

/***/ 947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ annotationsOf)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9405);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5131);
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

/***/ 8013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Unreachable),
/* harmony export */   T: () => (/* binding */ getJson)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4942);
/* harmony import */ var _base_abort_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2531);
/* harmony import */ var _base_debug_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1310);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4409);
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
        const stream = message;
        const chunks = [];
        let size = 0;
        for await (const chunk of stream) {
            size += chunk.length;
            if (size > MOST_BYTES)
                throw new Error(`the answer has more than ${MOST_BYTES} bytes`);
            chunks.push(chunk);
        }
        return { statusCode: message.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        throw new Error(`no answer within ${answersWithin / 1_000} seconds`, { cause: error });
    }
}


/***/ }),

/***/ 9635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand)
/* harmony export */ });
/* unused harmony export issue */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4679);


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

};

//# sourceMappingURL=613.index.js.map