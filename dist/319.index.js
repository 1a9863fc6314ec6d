export const id = 319;
export const ids = [319];
export const modules = {

/***/ 2213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ mayLiveOn),
/* harmony export */   l: () => (/* binding */ MAY_LIVE_ON)
/* harmony export */ });
/** Why such a leaf is neither planned nor destroyed. */
const MAY_LIVE_ON = 'Another leaf does not render, so it is not known whether that one goes on with this state. Nothing of it is destroyed.';
/**
 * Whether a removed leaf's state may be used by a leaf that cannot be rendered, as when a leaf is renamed and broken at
 * once: its destruction must be neither shown nor applied then.
 */
function mayLiveOn({ kind }, all) {
    return kind === 'removed' && all.some((other) => other.kind === 'failed');
}


/***/ }),

/***/ 9178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ modifiedFiles),
/* harmony export */   j: () => (/* binding */ withCheckout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(308);
/* harmony import */ var _git_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5235);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3644);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5986);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2095);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4768);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7302);
/* harmony import */ var _snapshot_blobs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8372);
/* harmony import */ var _snapshot_commit_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6428);
/** The checked-out repository as the jobs of the action see it: its commits, and a renderer for each of them. */










/**
 * Opens the repository around the project for as long as `use` runs.
 *
 * @param environment of git
 * @param configurationEnvironment what `{{env(NAME)}}` may read
 * @throws ProblemError where there is no repository
 */
async function withCheckout(request, environment, configurationEnvironment, use) {
    const { projectRoot, serverUrl, token } = request;
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .findRepository */ .W1)((0,_git_git_js__WEBPACK_IMPORTED_MODULE_1__/* .createGit */ .lD)(projectRoot, environment));
    if (repository === undefined) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_5__/* .ProblemError */ .Mm([
            (0,_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)('git', `${projectRoot} is not in a git repository with a commit.`, {
                hint: 'Add a step with actions/checkout before this one.',
            }),
        ]);
    }
    const git = (0,_git_git_js__WEBPACK_IMPORTED_MODULE_1__/* .createGit */ .lD)(repository.top, environment);
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(repository.top, projectRoot).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
    const objects = (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .openObjects */ .d)(git);
    const credentials = token === undefined ? undefined : (0,_git_history_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenCredentials */ .w)(environment, serverUrl, token);
    const blobs = (0,_snapshot_blobs_js__WEBPACK_IMPORTED_MODULE_8__/* .openBlobs */ .d)(objects);
    const caches = (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_7__/* .createCaches */ .Y)();
    const history = (0,_git_history_js__WEBPACK_IMPORTED_MODULE_2__/* .openHistory */ .j)((more) => (0,_git_git_js__WEBPACK_IMPORTED_MODULE_1__/* .createGit */ .lD)(repository.top, { ...environment, ...more }), objects, repository, credentials);
    const snapshotOf = (commit) => (0,_snapshot_commit_js__WEBPACK_IMPORTED_MODULE_9__/* .snapshotOfCommit */ .H)(git, blobs, commit, { fetchBlobs: history.fetchBlobs });
    const rendererOf = (project, configuration) => (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_7__/* .openRenderer */ .y)(project, (0,_project_project_js__WEBPACK_IMPORTED_MODULE_6__/* .leavesOf */ .wf)(project), configuration, caches, request.listMerge);
    try {
        return await use({
            repository,
            history,
            async open(commit, configuration = configurationEnvironment) {
                return rendererOf(await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_6__/* .openProject */ .U8)(await snapshotOf(commit), root), configuration);
            },
            async openEarlier(commit) {
                return rendererOf(await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_6__/* .openEarlierProject */ .c7)(await snapshotOf(commit), root), configurationEnvironment);
            },
            async modified() {
                const listing = await git.run(['diff', '--name-only', '-z', '--ignore-submodules=all', 'HEAD']);
                return listing.split('\0').filter((path) => path !== '');
            },
        });
    }
    finally {
        objects.close();
    }
}
/** Says that the working tree is not what was checked out: a `warning` for a plan, an `error` for an apply. */
async function modifiedFiles(checkout, severity) {
    const [first, ...others] = await checkout.modified();
    if (first === undefined)
        return [];
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    const message = `The working tree differs from the checked-out commit (${first}${more}): Terraform may read what nobody has committed.`;
    const found = (0,_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)('git', message, {
        place: { file: first },
        hint: 'Let no step between actions/checkout and this one change committed files.',
    });
    return [{ ...found, severity }];
}


/***/ }),

/***/ 8238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ compareRevisions)
});

// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(9843);
// EXTERNAL MODULE: ./src/problems.ts
var problems = __webpack_require__(2095);
;// CONCATENATED MODULE: ./src/changes/revisions.ts

const ZERO = /^0+$/u;
/**
 * @param checkedOut full id of the checked-out commit
 * @throws ProblemError when the checkout does not fit the event or the base cannot be had
 */
async function resolveRevisions(event, checkedOut, history) {
    const revisions = await choose(event, checkedOut, history);
    if (revisions.base !== undefined)
        await history.ensure(revisions.base);
    return revisions;
}
async function choose(event, checkedOut, history) {
    switch (event.kind) {
        case 'pull_request':
            return pullRequest(event, checkedOut, history);
        case 'push': {
            if (ZERO.test(event.after)) {
                throw new problems/* ProblemError */.Mm([
                    (0,problems/* problem */.CC)('event', `The push deleted ${event.ref}: there is nothing to plan.`, {
                        hint: 'Run this workflow on pushes to branches that stay: on: push: branches: [main].',
                    }),
                ]);
            }
            requireCheckout('pushed', event.after, checkedOut);
            if (!ZERO.test(event.before)) {
                return {
                    head: checkedOut,
                    base: event.before,
                    why: say(checkedOut, event.before, "the branch's tip before the push"),
                };
            }
            if (event.ref === `refs/heads/${event.defaultBranch}`) {
                return {
                    head: checkedOut,
                    base: undefined,
                    why: `Checked out ${revisions_short(checkedOut)}; the first push of ${event.defaultBranch}, so all leaves count.`,
                };
            }
            const tip = await history.remoteBranch(event.defaultBranch);
            const base = await mergeBase(history, checkedOut, tip, event.defaultBranch);
            return { head: checkedOut, base, why: say(checkedOut, base, `where the new branch left ${event.defaultBranch}`) };
        }
        case 'merge_group':
            requireCheckout('queued', event.headSha, checkedOut);
            return {
                head: checkedOut,
                base: event.baseSha,
                why: say(checkedOut, event.baseSha, 'the commit that the merge group stands on'),
            };
        case 'manual':
            return {
                head: checkedOut,
                base: undefined,
                why: `Checked out ${revisions_short(checkedOut)}; compared with nothing, so all leaves count.`,
            };
    }
}
/** What is checked out decides, not what the event hopes: both checkouts are common. */
async function pullRequest(event, checkedOut, history) {
    if (event.merged && checkedOut === event.mergeCommitSha && checkedOut !== event.headSha) {
        const [first, second] = await history.parents(checkedOut);
        // A squash is one commit, a rebase one for each of the branch: the merge commit is only the last of them.
        const rebased = second === undefined ? await history.beforeCopies(checkedOut, event.headSha, event.baseSha) : undefined;
        if (rebased !== undefined) {
            return { head: checkedOut, base: rebased, why: say(checkedOut, rebased, 'which the rebased commits stand on') };
        }
        return { head: checkedOut, base: first, why: say(checkedOut, first, 'the first parent of the merge commit') };
    }
    if (checkedOut === event.headSha) {
        const base = await mergeBase(history, checkedOut, await targetBranch(event, history), event.baseRef);
        return { head: checkedOut, base, why: say(checkedOut, base, `where the head commit left ${event.baseRef}`) };
    }
    const [first, second] = await history.parents(checkedOut);
    if (second === event.headSha) {
        return {
            head: checkedOut,
            base: first,
            why: say(checkedOut, first, `the first parent of GitHub's test merge into ${event.baseRef}`),
        };
    }
    throw new problems/* ProblemError */.Mm([
        (0,problems/* problem */.CC)('base', `The checked-out commit ${revisions_short(checkedOut)} is neither GitHub's test merge of this pull request nor its head commit ${revisions_short(event.headSha)}.`, {
            hint: 'Check out with actions/checkout and its default ref, or with "ref: ${{ github.event.pull_request.head.sha }}".',
        }),
    ]);
}
/**
 * The target branch without the pull request: once that is merged, the branch's tip may have the head commit itself, and
 * nothing would differ.
 */
async function targetBranch(event, history) {
    if (!event.merged || event.mergeCommitSha === undefined)
        return event.baseSha;
    const isForwarded = event.mergeCommitSha === event.headSha;
    if (isForwarded && (await history.mergeBase(event.headSha, event.baseSha)) !== event.headSha)
        return event.baseSha;
    const [first] = await history.parents(event.mergeCommitSha);
    return first ?? event.baseSha;
}
async function mergeBase(history, head, other, branch) {
    const base = await history.mergeBase(head, other);
    if (base !== undefined)
        return base;
    throw new problems/* ProblemError */.Mm([
        (0,problems/* problem */.CC)('base', `${revisions_short(head)} and ${branch} have no common history, so there is nothing to compare with.`, {
            hint: 'Set "on-unknown-base: all" to plan all leaves instead.',
        }),
    ]);
}
function requireCheckout(what, expected, checkedOut) {
    if (expected === checkedOut)
        return;
    throw new problems/* ProblemError */.Mm([
        (0,problems/* problem */.CC)('base', `The checked-out commit ${revisions_short(checkedOut)} is not the ${what} commit ${revisions_short(expected)}.`, {
            hint: 'Check out with actions/checkout and its default ref.',
        }),
    ]);
}
function say(head, base, why) {
    return `Checked out ${revisions_short(head)}; compared with ${base === undefined ? 'nothing' : revisions_short(base)}, ${why}.`;
}
function revisions_short(commit) {
    return commit.slice(0, 7);
}

;// CONCATENATED MODULE: ./src/jobs/comparison.ts
/** The two commits of an event, and the leaves that differ between them. */



/**
 * Chooses the commits that an event compares, and compares them.
 *
 * @param onUnknownBase `all`: where the base cannot be had, all leaves count
 * @param unusedConfiguration whether leaves are left out that differ only in configuration that their sources do not read
 */
async function compareRevisions(checkout, event, onUnknownBase, unusedConfiguration, log) {
    const { revisions, notices } = await chooseRevisions(checkout, event, onUnknownBase, log);
    log.info(revisions.why);
    const head = await checkout.open(revisions.head);
    const base = revisions.base === undefined ? undefined : await checkout.openEarlier(revisions.base);
    const difference = base === undefined ? await (0,changed_leaves/* allLeaves */.K)(head) : await (0,changed_leaves/* findChangedLeaves */.U)(base, head, unusedConfiguration);
    return { revisions, head, base, ...difference, unused: difference.unused.length, notices };
}
async function chooseRevisions({ repository, history }, event, onUnknownBase, log) {
    try {
        return { revisions: await resolveRevisions(event, repository.head, history), notices: [] };
    }
    catch (error) {
        const unknown = error instanceof problems/* ProblemError */.Mm && error.problems.every(({ code }) => code === 'base');
        if (!unknown || onUnknownBase !== 'all')
            throw error;
        log.warning(error.message);
        return {
            revisions: {
                head: repository.head,
                base: undefined,
                why: 'Compared with nothing, so all leaves count.',
            },
            notices: ['The base could not be determined, so all leaves are planned (on-unknown-base: all).'],
        };
    }
}


/***/ }),

/***/ 3055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ outcomeOf),
/* harmony export */   u: () => (/* binding */ planInParallel)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(370);
/* harmony import */ var _leaf_terraform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1061);
/** The plans of many leaves at once. */


/**
 * Plans leaves in parallel, each in a runtime directory of its own that is gone afterwards. What a plan marks as
 * sensitive is masked before anything of it is logged.
 *
 * @param contexts what leaves' fingerprints are bound to; a leaf that is not in it gets none
 * @returns the plans; leaves whose plan had not begun when the job was cancelled are missing
 */
async function planInParallel(settings, around, sources, toPlan, binary, contexts = new Map()) {
    return (0,_leaf_terraform_js__WEBPACK_IMPORTED_MODULE_0__/* .withLeafTerraform */ .b)(settings, around, sources, toPlan, binary, 'plan', async (terraform) => {
        const results = new Map();
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(settings.parallelism);
        await Promise.all(toPlan.map((each) => limit(async () => {
            if (around.cancelled())
                return;
            try {
                const { result, lines } = await terraform.plan(each, contexts.get(each));
                results.set(each, result);
                // After the plan is known, so that what it marks as sensitive is masked in its own log.
                around.log.group(`${each.leaf.path} (${results.size}/${toPlan.length})`, lines);
            }
            finally {
                terraform.discard(each);
            }
        })));
        return results;
    });
}
/** What a report tells of a plan's result. */
function outcomeOf(result) {
    return result.ok
        ? { status: 'planned', summary: result.summary, text: result.text }
        : { status: 'failed', stage: result.stage, output: result.output };
}


/***/ }),

/***/ 1061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runnable),
  b: () => (/* binding */ withLeafTerraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/node-errors.ts
var node_errors = __webpack_require__(3763);
// EXTERNAL MODULE: ./src/rendering/digest.ts + 1 modules
var digest = __webpack_require__(180);
// EXTERNAL MODULE: ./src/runtime-folder.ts
var runtime_folder = __webpack_require__(9828);
// EXTERNAL MODULE: ./src/runtime/lock.ts
var runtime_lock = __webpack_require__(1817);
// EXTERNAL MODULE: ./src/runtime/runtime-directory.ts + 1 modules
var runtime_directory = __webpack_require__(7187);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: ./src/git/git.ts
var git = __webpack_require__(308);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/terraform/drift-json.ts
/**
 * Reads from `terraform show -json` of a plan what changed outside of Terraform, and which planned changes it may be
 * behind. Whether there is drift at all the normal plan decides: right after an apply providers report `null → {}`.
 */

/** Stands in for a sensitive value. */
const SENSITIVE = '(sensitive value)';
/** Drift that changes nothing (`null → {}`) is left out. */
function driftOf(plan) {
    const sources = (0,json/* list */.p_)((0,json/* field */.ZZ)(plan, 'relevant_attributes')).map((each) => ({
        resource: (0,json/* text */.Qq)((0,json/* field */.ZZ)(each, 'resource')) ?? '',
        path: (0,json/* list */.p_)((0,json/* field */.ZZ)(each, 'attribute')).flatMap((step) => typeof step === 'string' || typeof step === 'number' ? [step] : []),
    }));
    return {
        resources: (0,json/* list */.p_)((0,json/* field */.ZZ)(plan, 'resource_drift')).flatMap((each) => driftedResource(each, sources)),
        changes: (0,json/* list */.p_)((0,json/* field */.ZZ)(plan, 'resource_changes')).flatMap(plannedChange),
        outputs: Object.entries((0,json/* record */.g1)((0,json/* field */.ZZ)(plan, 'output_changes'))).flatMap(([name, change]) => actionsOf(change) === 'no-op' ? [] : [name]),
    };
}
function driftedResource(drift, sources) {
    const address = (0,json/* text */.Qq)((0,json/* field */.ZZ)(drift, 'address')) ?? '';
    const change = (0,json/* field */.ZZ)(drift, 'change');
    const gone = actionsOf(change) === 'delete';
    const differing = gone ? [] : differences((0,json/* field */.ZZ)(change, 'before'), (0,json/* field */.ZZ)(change, 'after'));
    if (!gone && differing.length === 0)
        return [];
    const feeds = sources
        .filter(({ resource }) => resource === address || resource === withoutKey(address))
        .filter(({ path }) => gone || differing.some((each) => overlap(each.path, path)))
        .map(({ path }) => pathText(path));
    return [
        {
            address,
            gone,
            attributes: differing.map(({ path, before, after }) => ({
                path: pathText(path),
                before: shown(before, at((0,json/* field */.ZZ)(change, 'before_sensitive'), path)),
                after: shown(after, at((0,json/* field */.ZZ)(change, 'after_sensitive'), path)),
            })),
            feeds: [...new Set(feeds)],
        },
    ];
}
function plannedChange(resource) {
    const change = (0,json/* field */.ZZ)(resource, 'change');
    const actions = actionsOf(change);
    const settled = (0,json/* field */.ZZ)(change, 'importing') === undefined && (0,json/* field */.ZZ)(resource, 'previous_address') === undefined;
    if (actions === 'read' || (actions === 'no-op' && settled))
        return [];
    const unknown = (0,json/* field */.ZZ)(change, 'after_unknown');
    return [
        {
            address: (0,json/* text */.Qq)((0,json/* field */.ZZ)(resource, 'address')) ?? '',
            attributes: differences((0,json/* field */.ZZ)(change, 'before'), (0,json/* field */.ZZ)(change, 'after'))
                .filter(({ path }) => !isUnknown(unknown, path))
                .map(({ path }) => pathText(path)),
        },
    ];
}
function actionsOf(change) {
    return (0,json/* list */.p_)((0,json/* field */.ZZ)(change, 'actions')).join(' ');
}
/** `aws_subnet.this` of `aws_subnet.this["a"]`: Terraform names the whole resource where it cannot tell the instance. */
function withoutKey(address) {
    return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/u, '');
}
/** The deepest places where two values differ. Providers write "nothing" in several ways, which are all the same here. */
function differences(before, after, path = []) {
    if (isNothing(before) && isNothing(after))
        return [];
    if (((0,json/* isRecord */.u4)(before) || isNothing(before)) && ((0,json/* isRecord */.u4)(after) || isNothing(after))) {
        const names = [...new Set([before, after].flatMap((side) => Object.keys((0,json/* record */.g1)(side))))].sort();
        return names.flatMap((name) => differences((0,json/* field */.ZZ)(before, name), (0,json/* field */.ZZ)(after, name), [...path, name]));
    }
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        const items = after;
        return (0,json/* list */.p_)(before).flatMap((each, index) => differences(each, items[index], [...path, index]));
    }
    return before === after ? [] : [{ path, before, after }];
}
function isNothing(value) {
    if (value === null || value === undefined || value === '')
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,json/* isRecord */.u4)(value) && Object.values(value).every(isNothing);
}
function overlap(one, other) {
    const length = Math.min(one.length, other.length);
    return one.slice(0, length).every((step, index) => String(step) === String(other[index]));
}
/** The part of a mark (`before_sensitive`, `after_unknown`) at a path; true where something above is marked as a whole. */
function at(mark, path) {
    let found = mark;
    for (const step of path) {
        if (found === true)
            return true;
        found = typeof step === 'number' ? (0,json/* list */.p_)(found)[step] : (0,json/* field */.ZZ)(found, step);
    }
    return found;
}
/** Whether the value at the path, or something in it, is known only after the apply. */
function isUnknown(mark, path) {
    const holds = (part) => part === true || (Array.isArray(part) ? (0,json/* list */.p_)(part).some(holds) : Object.values((0,json/* record */.g1)(part)).some(holds));
    return holds(at(mark, path));
}
/** `tags.Name`; a key that is no plain name stands in brackets, as in HCL. */
function pathText(path) {
    return path.reduce((whole, step) => {
        if (typeof step === 'number')
            return `${whole}[${step}]`;
        if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step))
            return `${whole}[${JSON.stringify(step)}]`;
        return whole === '' ? step : `${whole}.${step}`;
    }, '');
}
function shown(value, mark) {
    return value === undefined || value === null ? undefined : JSON.stringify(withoutSecrets(value, mark));
}
/** `mark` mirrors the value: true where it and all below is sensitive. */
function withoutSecrets(value, mark) {
    if (mark === true)
        return SENSITIVE;
    if (Array.isArray(value))
        return (0,json/* list */.p_)(value).map((each, index) => withoutSecrets(each, (0,json/* list */.p_)(mark)[index]));
    if (!(0,json/* isRecord */.u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutSecrets(each, (0,json/* field */.ZZ)(mark, key))]));
}

// EXTERNAL MODULE: ./src/terraform/fingerprint.ts
var fingerprint = __webpack_require__(1552);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(6045);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/terraform/installed-modules.ts
/** What `terraform init` has fetched beside the rendering: remote modules, whose refs can move under the same source. */



/**
 * A digest, in hex, over names, modes and bytes of the remote modules in a runtime directory. The plan's JSON does not
 * tell what their code says (of a provisioner's command it has only the names that it refers to), so a branch that has
 * moved would pass as the module that was reviewed.
 *
 * @param directory absolute path of an initialised runtime directory
 */
function installedModules(directory) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const root = (0,external_node_path_.join)(directory, '.terraform', 'modules');
    if ((0,external_node_fs_.existsSync)(root))
        addFolder(root, '', hash);
    return hash.digest('hex');
}
function addFolder(root, below, hash) {
    for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, below), { withFileTypes: true }).sort(byName)) {
        const name = `${below}${entry.name}`;
        // git's own files differ from clone to clone; the list of modules follows from the configuration.
        if (entry.name === '.git' || name === 'modules.json')
            continue;
        if (entry.isDirectory())
            addFolder(root, `${name}/`, hash);
        else
            hash.update(`${JSON.stringify([name, ...contentOf((0,external_node_path_.join)(root, name), entry.isSymbolicLink())])}\n`);
    }
}
function contentOf(path, isLink) {
    if (isLink)
        return ['link', (0,external_node_fs_.readlinkSync)(path)];
    const executable = ((0,external_node_fs_.lstatSync)(path).mode & 0o100) !== 0;
    return [executable ? 'x' : '-', (0,external_node_crypto_.createHash)('sha256').update((0,external_node_fs_.readFileSync)(path)).digest('hex')];
}
function byName(a, b) {
    return a.name < b.name ? -1 : 1;
}

// EXTERNAL MODULE: ./src/terraform/plan-json.ts
var plan_json = __webpack_require__(1044);
// EXTERNAL MODULE: ./src/terraform/process.ts
var process = __webpack_require__(8381);
;// CONCATENATED MODULE: ./src/terraform/plan.ts
/** init → plan → show for one runtime directory. */










/** Name of the plan file in the runtime directory. */
const PLAN_FILE = 'kompos.tfplan';
/**
 * Initialises and plans. The plan file, which holds secrets in clear, is gone when this returns, unless it is to be kept.
 *
 * @param directory absolute path of the runtime directory
 */
async function planDirectory(directory, options) {
    const planFile = (0,external_node_path_.join)(directory, PLAN_FILE);
    let keep = false;
    try {
        const initialised = await initialise(directory, options);
        if (initialised.code !== 0)
            return failed('init', initialised);
        const planned = await run(directory, options, [
            'plan',
            '-input=false',
            '-no-color',
            '-detailed-exitcode',
            ...(options.destroy === true ? ['-destroy'] : []),
            `-lock-timeout=${options.lockTimeout}`,
            `-var-file=${terraform_files/* VARIABLES_FILE */.bV}`,
            `-out=${PLAN_FILE}`,
        ]);
        const quiet = { ...options, onLine: undefined };
        const showJson = () => run(directory, quiet, ['show', '-json', '-no-color', PLAN_FILE]);
        // A plan that fails half-way still writes its file: only the exit code says whether it may be believed. What it
        // knows to be secret must be masked all the same.
        if (planned.code !== 0 && planned.code !== 2) {
            const partial = (0,external_node_fs_.existsSync)(planFile) ? await showJson() : undefined;
            const known = partial?.code === 0 ? (0,plan_json/* parsePlan */.vS)(partial.stdout) : undefined;
            return failed('plan', planned, (0,plan_json/* sensitiveValues */.DJ)(known));
        }
        const [text, json] = await Promise.all([run(directory, quiet, ['show', '-no-color', PLAN_FILE]), showJson()]);
        if (text.code !== 0)
            return failed('show', text);
        if (json.code !== 0)
            return failed('show', { ...json, stdout: '' });
        const plan = (0,plan_json/* parsePlan */.vS)(json.stdout);
        const providers = providersOf(directory);
        keep = options.keepPlan === true;
        return {
            ok: true,
            summary: (0,plan_json/* summarise */.fS)(plan, planned.code === 2),
            drift: driftOf(plan),
            text: (0,git/* withoutCredentials */.ri)(text.stdout.trim()),
            sensitive: (0,plan_json/* sensitiveValues */.DJ)(plan),
            providers,
            fingerprint: options.fingerprint &&
                (0,fingerprint/* fingerprint */.R)(plan, { providers, modules: installedModules(directory) }, options.fingerprint),
        };
    }
    finally {
        if (!keep)
            (0,external_node_fs_.rmSync)(planFile, { force: true });
    }
}
/** `terraform init`, from the mirror where it has everything that the lock file selects. */
async function initialise(directory, options) {
    const args = ['init', '-input=false', '-no-color', `-lock-timeout=${options.lockTimeout}`];
    const providers = providersOf(directory);
    if (providers.length > 0 && (0,mirror/* missingInMirror */.Pw)(options.mirror, providers, options.platform).length === 0) {
        const fromMirror = await run(directory, options, [...args, `-plugin-dir=${options.mirror}`]);
        // The lock file may lack this platform's checksums; downloading settles that.
        if (fromMirror.code === 0)
            return fromMirror;
    }
    const result = await run(directory, options, args);
    if (result.code === 0)
        (0,mirror/* addToMirror */.Qw)(options.mirror, directory, providers, options.platform);
    return result;
}
/** What the directory's lock file selects; after `init` that is what the plan was made with. */
function providersOf(directory) {
    const lockFile = (0,external_node_path_.join)(directory, '.terraform.lock.hcl');
    return (0,external_node_fs_.existsSync)(lockFile) ? (0,mirror/* lockedProviders */.hJ)((0,external_node_fs_.readFileSync)(lockFile, 'utf8')) : [];
}
async function run(directory, options, args) {
    const { binary, environment, onLine } = options;
    return (0,process/* runTerraform */.Y2)({
        path: binary.path,
        args,
        directory,
        environment,
        onLine: onLine &&
            ((line) => {
                onLine((0,git/* withoutCredentials */.ri)(line));
            }),
    });
}
/** Terraform's own words: errors go to standard error, but some of the context only to standard output. */
function failed(stage, result, sensitive = new Set()) {
    const words = result.stderr.trim() === '' ? result.stdout.trim() : result.stderr.trim();
    return { ok: false, stage, output: (0,git/* withoutCredentials */.ri)(words), sensitive };
}

;// CONCATENATED MODULE: ./src/terraform/apply.ts
/** Applies a plan file. What was done comes from Terraform's machine-readable output, not from its prose. */




/**
 * Applies the plan file that `planDirectory` left in a runtime directory. Removing it is the caller's.
 *
 * @param directory absolute path of the runtime directory
 */
async function applyPlan(directory, { binary, environment, lockTimeout, onLine }) {
    const done = [];
    const failed = [];
    const begun = new Map();
    const errors = [];
    function read(line) {
        const message = parse(line);
        const said = (0,json/* text */.Qq)((0,json/* field */.ZZ)(message, '@message')) ?? line;
        onLine?.((0,git/* withoutCredentials */.ri)(said));
        const resource = hookOf(message);
        switch ((0,json/* field */.ZZ)(message, 'type')) {
            case 'apply_start':
                if (resource !== undefined)
                    begun.set(keyOf(resource), resource);
                break;
            case 'apply_complete':
                if (resource !== undefined && begun.delete(keyOf(resource)))
                    done.push(resource);
                break;
            case 'apply_errored':
                if (resource !== undefined && begun.delete(keyOf(resource)))
                    failed.push(resource);
                break;
            case 'diagnostic': {
                const diagnostic = (0,json/* field */.ZZ)(message, 'diagnostic');
                if ((0,json/* field */.ZZ)(diagnostic, 'severity') === 'error')
                    errors.push(diagnosticText(diagnostic));
                break;
            }
        }
    }
    const result = await (0,process/* runTerraform */.Y2)({
        path: binary.path,
        args: ['apply', '-input=false', '-json', `-lock-timeout=${lockTimeout}`, PLAN_FILE],
        directory,
        environment,
        onLine: read,
    });
    const ok = result.code === 0;
    const words = errors.length > 0 ? errors.join('\n\n') : result.stderr.trim();
    const fallback = `terraform apply ended with exit code ${result.code}.`;
    return {
        ok,
        done,
        failed: [...failed, ...begun.values()],
        output: ok ? '' : (0,git/* withoutCredentials */.ri)(words === '' ? fallback : words),
    };
}
/** A line of the machine-readable UI (format: "ui" version 1.x); undefined for anything else. */
function parse(line) {
    try {
        const value = JSON.parse(line);
        return value;
    }
    catch {
        return undefined;
    }
}
function hookOf(message) {
    const hook = (0,json/* field */.ZZ)(message, 'hook');
    const address = (0,json/* text */.Qq)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(hook, 'resource'), 'addr'));
    const action = (0,json/* text */.Qq)((0,json/* field */.ZZ)(hook, 'action'));
    return address === undefined || action === undefined ? undefined : { address, action };
}
function keyOf({ address, action }) {
    return `${action} ${address}`;
}
/** `Error: <summary>`, the place, the source line, and the detail, as Terraform prints them. */
function diagnosticText(diagnostic) {
    const range = (0,json/* field */.ZZ)(diagnostic, 'range');
    const file = (0,json/* text */.Qq)((0,json/* field */.ZZ)(range, 'filename'));
    const line = (0,json/* field */.ZZ)((0,json/* field */.ZZ)(range, 'start'), 'line');
    const address = (0,json/* text */.Qq)((0,json/* field */.ZZ)(diagnostic, 'address'));
    const code = (0,json/* text */.Qq)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(diagnostic, 'snippet'), 'code'));
    const where = [
        address === undefined ? '' : `  with ${address}`,
        file === undefined ? '' : `  on ${file} line ${String(line)}:`,
        code === undefined ? '' : `  ${String(line)}: ${code}`,
    ].filter((part) => part !== '');
    return [
        `Error: ${(0,json/* text */.Qq)((0,json/* field */.ZZ)(diagnostic, 'summary')) ?? ''}`,
        where.join('\n'),
        ((0,json/* text */.Qq)((0,json/* field */.ZZ)(diagnostic, 'detail')) ?? '').trim(),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}

;// CONCATENATED MODULE: ./src/jobs/leaf-terraform.ts
/** Terraform in the runtime directories of leaves. */










/** The rendering that Terraform runs on: the head's, for a removed leaf the base's; undefined where there is none. */
function runnable({ kind, head, base }) {
    return kind === 'removed' ? base : head;
}
/**
 * Runs something with Terraform for leaves, under the project's lock. What a plan marks as sensitive is known to the
 * masker when `plan` returns. No runtime directory is left behind.
 *
 * @param leaves every leaf that Terraform may run for
 */
async function withLeafTerraform(settings, around, { top, head, base }, leaves, binary, command, use) {
    const runtimeRoot = (0,external_node_path_.join)(settings.projectRoot, runtime_folder/* RUNTIME_FOLDER */.M);
    const directories = new Map();
    const lock = (0,runtime_lock/* takeLock */.H)(runtimeRoot, command, around.now);
    function discard(leaf) {
        const directory = directories.get(leaf);
        directories.delete(leaf);
        try {
            // First, because it holds secrets in clear.
            if (directory !== undefined)
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, PLAN_FILE), { force: true });
            (0,runtime_directory/* removeRuntimeDirectory */.gy)(runtimeRoot, leaf.leaf.path);
        }
        catch (error) {
            // Files of another user, say, that a provisioner's container left: what was done must be reported all the same.
            const what = `The runtime directory of ${leaf.leaf.path} could not be removed: ${(0,node_errors/* messageOf */.bD)(error)}`;
            around.log.warning(`${what} Remove it before the next run on this machine.`);
        }
    }
    async function write(leaf) {
        const rendered = runnable(leaf);
        if (rendered === undefined)
            throw new Error(`${leaf.leaf.path} has no rendering to run Terraform on`);
        const { rendering, reach } = rendered;
        if (leaf.kind !== 'removed')
            return (0,runtime_directory/* writeRuntimeDirectory */.nI)(rendering, head.project.snapshot, runtimeRoot, top);
        if (base === undefined)
            throw new Error(`${leaf.leaf.path} is removed, but there is no base`);
        return (0,runtime_directory/* writeRuntimeDirectoryApart */.r6)(rendering, base.project.snapshot, runtimeRoot, (0,digest/* neighboursOf */.Y)(rendering, reach));
    }
    async function planOf(leaf, lines, fingerprint) {
        const directory = await write(leaf);
        directories.set(leaf, directory);
        return planDirectory(directory, {
            binary,
            environment: around.environment,
            lockTimeout: settings.lockTimeout,
            mirror: settings.providerMirror,
            platform: settings.platform,
            onLine: (line) => lines.push(line),
            destroy: leaf.kind === 'removed',
            fingerprint,
            keepPlan: true,
        });
    }
    try {
        (0,runtime_directory/* removeLeftovers */.DA)(runtimeRoot, PLAN_FILE);
        await around.beforeTerraform?.(binary.version, await lockFilesOf({ top, head, base }, leaves));
        return await use({
            async plan(leaf, fingerprint) {
                const lines = [];
                const result = await planOf(leaf, lines, fingerprint).catch(notPlanned);
                around.masker.add(result.sensitive);
                return { result, lines };
            },
            async apply(leaf) {
                const directory = directories.get(leaf);
                if (directory === undefined)
                    throw new Error(`${leaf.leaf.path} was not planned before its apply`);
                const lines = [];
                const result = await applyPlan(directory, {
                    binary,
                    environment: around.environment,
                    lockTimeout: settings.lockTimeout,
                    onLine: (line) => lines.push(line),
                });
                return { result, lines };
            },
            discard,
        });
    }
    finally {
        for (const leaf of directories.keys())
            discard(leaf);
        lock.release();
    }
}
function notPlanned(error) {
    return { ok: false, stage: 'plan', output: (0,node_errors/* messageOf */.bD)(error), sensitive: new Set() };
}
/** The dependency lock files that decide which providers will be installed, different ones once. */
async function lockFilesOf({ head, base }, leaves) {
    const texts = new Set();
    for (const leaf of leaves) {
        const snapshot = (leaf.kind === 'removed' ? base : head)?.project.snapshot;
        const file = snapshot?.file((0,snapshot_snapshot/* joinPath */.uJ)(runnable(leaf)?.rendering.source ?? '', '.terraform.lock.hcl'));
        if (snapshot === undefined || file === undefined)
            continue;
        await snapshot.load([file]);
        texts.add(snapshot.read(file).toString('utf8'));
    }
    return [...texts];
}


/***/ }),

/***/ 8843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ planChangedLeaves),
  o: () => (/* binding */ planLeaves)
});

// EXTERNAL MODULE: ./src/changes/may-live-on.ts
var may_live_on = __webpack_require__(2213);
// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(3243);
// EXTERNAL MODULE: ./src/problems.ts
var src_problems = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/project/order.ts
var order = __webpack_require__(8557);
// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(1267);
// EXTERNAL MODULE: ./src/rendering/plan-timestamp.ts
var plan_timestamp = __webpack_require__(9412);
// EXTERNAL MODULE: ./src/rendering/state.ts
var state = __webpack_require__(9729);
// EXTERNAL MODULE: ./src/jobs/checkout.ts
var checkout = __webpack_require__(9178);
// EXTERNAL MODULE: ./src/jobs/comparison.ts + 1 modules
var jobs_comparison = __webpack_require__(8238);
// EXTERNAL MODULE: ./src/jobs/leaf-plans.ts
var leaf_plans = __webpack_require__(3055);
// EXTERNAL MODULE: ./src/jobs/leaf-terraform.ts + 4 modules
var leaf_terraform = __webpack_require__(1061);
// EXTERNAL MODULE: ./src/jobs/review.ts
var jobs_review = __webpack_require__(1942);
// EXTERNAL MODULE: ./src/jobs/terraform-binary.ts + 1 modules
var terraform_binary = __webpack_require__(2729);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
;// CONCATENATED MODULE: ./src/terraform/diagnostics.ts
/** What Terraform's errors are about, read from its human output: `init -json` is younger than what we support. Pure. */
const HEADER = /^(Error|Warning): (.+)$/u;
const PLACE = /^ {2}on (\S.*) line (\d+)(?:, in .*)?:$/u;
/** On a terminal Terraform draws a rule beside its messages. */
const FRAME = /^(?:│ ?|╷$|╵$)/u;
/** The errors of a failed `init` or `plan` in Terraform's order. */
function errorsIn(output) {
    const messages = [];
    for (const framed of output.split('\n')) {
        const line = framed.replace(FRAME, '');
        const [, severity, summary = ''] = HEADER.exec(line) ?? [];
        if (severity === undefined)
            messages.at(-1)?.lines.push(line);
        else
            messages.push({ isError: severity === 'Error', summary, lines: [] });
    }
    return messages.filter(({ isError }) => isError).map(({ summary, lines }) => diagnostic(summary, lines));
}
function diagnostic(summary, lines) {
    const paragraphs = lines.join('\n').split(/\n[ \t]*\n/u);
    // A place and its source lines are one paragraph.
    const places = paragraphs.map((paragraph) => PLACE.exec(paragraph.replace(/^\n+/u, '').split('\n', 1)[0] ?? ''));
    const [, file, line] = places.find((place) => place !== null) ?? [];
    const detail = paragraphs
        .filter((_, index) => places[index] === null)
        .join('\n')
        .trim();
    return { summary, detail, ...(file === undefined ? {} : { file, line: Number(line) }) };
}

;// CONCATENATED MODULE: ./src/jobs/terraform-problems.ts



/**
 * One problem for each error whose place is known: in the template, the source file or the local module that Terraform
 * read. A module that cannot be installed is a problem of the configuration line that moved its pin.
 */
function terraformProblems(rendering, reasons, outcome) {
    if (outcome.status !== 'failed')
        return [];
    return errorsIn(outcome.output).flatMap(({ summary, detail, file, line }) => {
        const place = file === undefined ? undefined : sourcePlace(rendering, file, line);
        if (place === undefined)
            return [];
        const message = [summary, detail].filter((part) => part !== '').join('\n');
        const pinned = outcome.stage === 'init' ? movedPin(rendering, reasons, place) : undefined;
        if (pinned === undefined)
            return [(0,src_problems/* problem */.CC)('terraform', message, { place })];
        return [(0,src_problems/* problem */.CC)('terraform', message, { place: pinned, hint: `The value is put in at ${(0,src_problems/* formatPlace */.dE)(place)}.` })];
    });
}
/** @param file as Terraform names it, from the runtime directory */
function sourcePlace(rendering, file, line) {
    const own = rendering.files.find(({ name }) => name === file);
    // Pins have no line breaks, so a template's lines are those of its rendering.
    if (own !== undefined)
        return own.content.kind === 'generated' ? undefined : { file: own.content.file.path, line };
    const module = /^\.terraform\/modules\/([^./]+)/u.exec(file)?.[1];
    if (module !== undefined)
        return rendering.blocks.find(({ address }) => address === `module.${module}`)?.template;
    const path = (0,snapshot/* joinPath */.uJ)(rendering.source, file);
    return (0,snapshot/* leadsOut */.qm)(path) || file.startsWith('/') ? undefined : { file: path, line };
}
/** The configuration line behind the pin of the block at a place, where this change has moved it. */
function movedPin({ blocks }, reasons, place) {
    const block = blocks.find((each) => covers(each, place));
    if (block === undefined)
        return undefined;
    const keys = reasons.flatMap((reason) => reason.kind === 'pin' && reason.address.startsWith(`${block.address}.`) ? reason.keys : []);
    return keys.find(({ before, after }) => before !== after && after !== undefined)?.origin;
}
function covers({ template, text }, { file, line = 0 }) {
    return file === template.file && line >= template.line && line < template.line + text.split('\n').length;
}

;// CONCATENATED MODULE: ./src/jobs/leaf-report.ts

/** @param warnings about the leaf beyond those of rendering it */
function describeLeaf(changed, outcome, warnings) {
    const { leaf, kind, reasons, base, blocksBefore, head } = changed;
    const rendered = head ?? base;
    return {
        leaf: leaf.path,
        kind,
        movedTo: changed.movedTo,
        restated: changed.restated,
        reasons,
        pins: rendered?.rendering.pins ?? [],
        blocks: blockChanges(blocksBefore ?? base?.rendering.blocks ?? [], head?.rendering.blocks ?? []),
        outcome,
        problems: [
            ...changed.problems,
            ...(rendered === undefined ? [] : terraformProblems(rendered.rendering, reasons, outcome)),
            ...warnings,
        ],
    };
}
/** Blocks paired by template and address; several of one address in the order in which they stand. */
function blockChanges(base, head) {
    const before = new Map(keyed(base));
    const after = new Map(keyed(head));
    return [...new Set([...after.keys(), ...before.keys()])].map((key) => {
        const [old, now] = [before.get(key), after.get(key)];
        return { address: (now ?? old)?.address ?? '', before: old, after: now };
    });
}
function keyed(blocks) {
    const seen = new Map();
    return blocks.map((block) => {
        const name = `${block.template.file}\n${block.address}`;
        const count = seen.get(name) ?? 0;
        seen.set(name, count + 1);
        return [`${name}\n${count}`, block];
    });
}

;// CONCATENATED MODULE: ./src/jobs/plan.ts














/**
 * Finds the changed leaves, renders and plans each. Problems of single leaves are in the report; a `ProblemError` means
 * that no report could be made.
 */
async function planChangedLeaves(request, around) {
    return (0,checkout/* withCheckout */.j)(request, around.environment, around.configurationEnvironment, async (checkout) => {
        const comparison = await (0,jobs_comparison/* compareRevisions */.w)(checkout, request.event, request.onUnknownBase, request.unusedConfiguration, around.log);
        return planLeaves(request, around, comparison, checkout.repository.top, { checkout, settings: request });
    });
}
/**
 * Plans the leaves that differ, and describes them.
 *
 * @param top absolute path of a folder that has the head's files
 * @param review absent where nothing will ever be applied from this, as on the command line
 */
async function planLeaves(request, around, comparison, top, review) {
    const { log } = around;
    const { revisions, head, base, changed } = comparison;
    const notices = [...comparison.notices];
    const selected = (0,order/* inOrder */.a)((0,selection/* selectLeaves */.T)(changed, head.leaves, request.leaves), head.project.settings.compositionOrder);
    const problems = [...head.project.warnings, ...(0,states/* sharedStateProblems */.FM)(comparison.sharedStates, selected)];
    const toPlan = selected.filter((each) => (0,leaf_terraform/* runnable */.a)(each) !== undefined && !(0,may_live_on/* mayLiveOn */.Z)(each, changed));
    log.info(`${head.leaves.length} leaves, ${selected.length} changed.`);
    let binary;
    let notRun = request.noTerraform;
    if (notRun !== undefined)
        notices.push(notRun);
    if (toPlan.length > 0 && notRun === undefined) {
        if (problems.some(({ severity }) => severity === 'error'))
            notRun = 'The errors above have to be mended first.';
        else {
            try {
                binary = await (0,terraform_binary/* findFittingTerraform */.N)(head.project, around.environment);
            }
            catch (error) {
                if (!(error instanceof src_problems/* ProblemError */.Mm))
                    throw error;
                problems.push(...error.problems);
                notRun = 'Terraform could not be started.';
            }
        }
    }
    const results = new Map();
    const reviewed = [];
    if (binary !== undefined) {
        if (review !== undefined)
            problems.push(...(await (0,checkout/* modifiedFiles */.X)(review.checkout, 'warning')));
        const contexts = review === undefined
            ? new Map()
            : await (0,jobs_review/* fingerprintContexts */.$)(toPlan, review.checkout, comparison, review.settings);
        const sources = { top, head, base };
        for (const [each, result] of await (0,leaf_plans/* planInParallel */.u)(request, around, sources, toPlan, binary, contexts)) {
            results.set(each, result);
            const entry = (0,jobs_review/* reviewedLeaf */.M)(each, result, contexts.get(each), binary.version);
            if (entry !== undefined)
                reviewed.push(entry);
        }
        if (around.cancelled())
            notRun = 'The job was cancelled.';
    }
    const leaves = await Promise.all(selected.map(async (each) => {
        const result = results.get(each);
        const warnings = [
            ...stateWarnings(each, review !== undefined),
            ...(await timestampWarning(each, comparison)),
            ...(review !== undefined && result?.ok === true && result.fingerprint === undefined ? [unrecorded(each)] : []),
        ];
        return describeLeaf(each, result ? (0,leaf_plans/* outcomeOf */.s)(result) : withoutPlan(each, changed, notRun), warnings);
    }));
    const report = {
        title: request.title,
        repository: request.repository,
        serverUrl: request.serverUrl,
        head: request.shownHead ?? revisions.head,
        checkedOut: revisions.head,
        base: revisions.base,
        runUrl: request.runUrl,
        run: request.run,
        terraformVersion: binary?.version,
        leafCount: head.leaves.length,
        unused: comparison.unused,
        notices,
        leaves,
        problems,
    };
    return { report, reviewed };
}
function withoutPlan(each, all, notRun) {
    const { kind, movedTo } = each;
    if ((0,may_live_on/* mayLiveOn */.Z)(each, all))
        return { status: 'not-run', why: may_live_on/* MAY_LIVE_ON */.l };
    switch (kind) {
        case 'failed':
            return { status: 'failed', stage: 'render', output: '' };
        case 'removed':
            return {
                status: 'not-run',
                why: 'The leaf is gone; what it made is still there and no longer managed from here.',
            };
        case 'moved':
            return {
                status: 'not-run',
                why: `Its state is used by ${movedTo ?? 'another leaf'} now; there is nothing to destroy.`,
            };
        default:
            return { status: 'not-run', why: notRun ?? 'Terraform did not run.' };
    }
}
function unrecorded({ leaf }) {
    return (0,src_problems/* warning */.$e)('state', 'A merge cannot apply it: which files it has depends on the value of an environment variable.', {
        place: { file: leaf.path },
        hint: 'Keep {{env(…)}} out of cloud.type, cloud.provider and of values that must be numbers.',
    });
}
/** What a reviewer must know of a leaf that no merge will ever apply. */
async function timestampWarning(each, { head, base }) {
    const rendered = (0,leaf_terraform/* runnable */.a)(each);
    const snapshot = (each.kind === 'removed' ? base : head)?.project.snapshot;
    if (rendered === undefined || snapshot === undefined)
        return [];
    const place = await (0,plan_timestamp/* planTimestampIn */.R)(rendered, snapshot);
    if (place === undefined)
        return [];
    return [
        (0,src_problems/* warning */.$e)('terraform', 'plantimestamp() is another value at each plan, so a merge cannot apply what was reviewed.', {
            place,
            hint: 'Use timestamp() in a resource that keeps it, or the time_static resource.',
        }),
    ];
}
/**
 * What a reviewer must know about where this leaf's state lies.
 *
 * @param onRunner whether nothing on disk outlives the run
 */
function stateWarnings({ leaf, head, restated }, onRunner) {
    if (head === undefined)
        return [];
    const place = { file: leaf.path };
    const lost = (0,state/* lostState */.I)(head.rendering.state, onRunner);
    return [
        ...(lost === undefined
            ? []
            : [
                (0,src_problems/* warning */.$e)('state', `${lost} It can be planned, but not applied.`, {
                    place,
                    hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
                }),
            ]),
        ...(restated === true
            ? [
                (0,src_problems/* warning */.$e)('state', 'Its state lies elsewhere than before: the old state is left behind, and everything is created anew. A merge does not apply that, unless a person accepts it.', {
                    place,
                    hint: 'Keep the backend settings, or move the state with "terraform state" before merging.',
                }),
            ]
            : []),
    ];
}


/***/ }),

/***/ 1942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ fingerprintContexts),
/* harmony export */   M: () => (/* binding */ reviewedLeaf)
/* harmony export */ });
/* harmony import */ var _rendering_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(180);
/* harmony import */ var _terraform_mirror_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6045);
/* harmony import */ var _leaf_terraform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1061);



/**
 * What the fingerprints of leaves are bound to. A leaf is missing where its rendering cannot be digested: without the
 * values of its environment variables it does not render.
 */
async function fingerprintContexts(leaves, checkout, { head, base, revisions }, settings) {
    const { standIns, fingerprintKey: key, hide } = settings;
    const open = async (own, commit) => standIns === undefined || commit === undefined ? own : checkout.open(commit, standIns);
    const atHead = await open(head, revisions.head);
    const atBase = leaves.some(({ kind }) => kind === 'removed') ? await open(base, revisions.base) : undefined;
    const contexts = new Map();
    for (const each of leaves) {
        const renderer = each.kind === 'removed' ? atBase : atHead;
        if (renderer === undefined)
            continue;
        const known = standIns === undefined ? (0,_leaf_terraform_js__WEBPACK_IMPORTED_MODULE_2__/* .runnable */ .a)(each) : undefined;
        const rendered = known ?? (await renderWith(renderer, each));
        if (rendered === undefined)
            continue;
        const everything = settings.unusedConfiguration === 'plan';
        const rendering = await (0,_rendering_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .renderingDigest */ .t)(rendered, renderer.project.snapshot, everything);
        contexts.set(each, { rendering, key, hide });
    }
    return contexts;
}
async function renderWith(renderer, { leaf }) {
    const result = await renderer.render(leaf);
    return result.ok ? result : undefined;
}
/** The entry of the record for a plan; undefined where it failed or cannot be recorded. */
function reviewedLeaf({ leaf, kind }, result, context, terraformVersion) {
    if (!result.ok || result.fingerprint === undefined || context === undefined)
        return undefined;
    const { create, update, replace, delete: destroy } = result.summary.counts;
    return {
        leaf: leaf.path,
        destroys: kind === 'removed',
        hasChanges: result.summary.hasChanges,
        rendering: context.rendering,
        fingerprint: result.fingerprint.value,
        counts: { create, update, replace, delete: destroy },
        terraform: terraformVersion,
        providers: (0,_terraform_mirror_js__WEBPACK_IMPORTED_MODULE_1__/* .providerVersions */ .Nw)(result.providers),
        changes: result.fingerprint.changes,
    };
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Reads JSON from outside, whose shape is checked where it is used and nowhere trusted. */
/** Whether it is an object: neither a list nor null. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A property of an object; undefined where there is no object or no such property. */
function field(value, name) {
    return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** The object itself, or an empty one. */
function record(value) {
    return isRecord(value) ? value : {};
}
/** The list itself, or an empty one. */
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** The text itself; undefined where it is something else. */
function text(value) {
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 6527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aD: () => (/* binding */ createMasker),
/* harmony export */   l: () => (/* binding */ maskData)
/* harmony export */ });
/* unused harmony export MASK */
/**
 * Secrets out of everything that leaves the process. GitHub's own masking covers logs only, so comments, summaries,
 * annotations and outputs are masked here, before any escaping could change how a secret is spelled.
 */
/** What stands in the place of a secret. */
const MASK = '***';
/** Shorter values would tear holes into ordinary text ("1", "no") and hide nothing. */
const SHORTEST = 3;
/** Up to this length a value counts only as a word of its own: `dev` must not turn `device` into `***ice`. */
const WORD_LENGTH = 5;
/** @param patterns what else counts as secret, from the `mask` input; used with the flags `gu` */
function createMasker(patterns) {
    const secrets = new Set();
    let compiled;
    function compile() {
        const spellings = new Set();
        for (const secret of secrets)
            for (const spelling of spellingsOf(secret))
                spellings.add(spelling);
        if (spellings.size === 0)
            return undefined;
        // Longest first, so that a secret that contains another one goes as a whole.
        const alternatives = [...spellings].sort((a, b) => b.length - a.length).map(toPattern);
        return new RegExp(alternatives.join('|'), 'gu');
    }
    return {
        secrets,
        add(added) {
            for (const secret of added)
                if (secret.trim().length >= SHORTEST)
                    secrets.add(secret);
            compiled = undefined;
        },
        mask(text) {
            compiled ??= compile();
            let masked = compiled === undefined ? text : text.replace(compiled, MASK);
            for (const pattern of patterns)
                masked = masked.replace(pattern, (match) => (match === '' ? '' : MASK));
            return masked;
        },
    };
}
/**
 * Masks every text in plain data, keys of objects left as they are.
 *
 * @param asIs keys of `data` itself whose values stay: where a report goes, and which commit it is about. A repository
 *   that has the name of a secret could not be written to otherwise, and a record never be found again.
 */
function maskData(data, masker, asIs = []) {
    return mapTexts(data, (text) => masker.mask(text), new Set(asIs));
}
function mapTexts(data, change, asIs) {
    if (typeof data === 'string')
        return change(data);
    if (Array.isArray(data)) {
        const items = data;
        return items.map((each) => mapTexts(each, change));
    }
    if (typeof data === 'object' && data !== null) {
        return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, asIs?.has(key) === true ? value : mapTexts(value, change)]));
    }
    return data;
}
/** A secret as a plan may spell it: as it is, as a quoted string's inside, and each of its lines. */
function spellingsOf(secret) {
    const lines = secret.includes('\n') ? secret.split('\n') : [];
    return [secret, JSON.stringify(secret).slice(1, -1), ...lines]
        .map((text) => text.trim())
        .filter((text) => text.length >= SHORTEST);
}
function toPattern(text) {
    // Terraform wraps its messages at blanks, and puts a rule before each line of them.
    const escaped = text
        .split(/\s+/u)
        .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
        .join('[\\s│]+');
    return text.length <= WORD_LENGTH ? `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])` : escaped;
}


/***/ }),

/***/ 1267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ selectLeaves)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4006);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2095);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7909);
/** The `leaves` input: globs of leaf paths. */



/**
 * Keeps the items whose leaf is selected. Patterns are globs of leaf paths; `!` leaves out; a path above leaves means
 * all below it. No pattern selects all.
 *
 * @param known leaves beside those of the items that a pattern may mean
 * @throws ProblemError when a pattern matches no leaf at all: it is misspelled
 */
function selectLeaves(items, known, patterns) {
    if (patterns.length === 0)
        return items;
    const paths = [...new Set([...known, ...items.map(({ leaf }) => leaf)].map((leaf) => leaf.path))];
    const tests = patterns.map((pattern) => {
        const excludes = pattern.startsWith('!');
        const glob = (excludes ? pattern.slice(1) : pattern).replace(/\/+$/u, '');
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_1___default()([glob, `${glob}/**`]);
        return { pattern, excludes, glob, matches };
    });
    const unmatched = tests.filter(({ matches }) => !paths.some((path) => matches(path)));
    if (unmatched.length > 0) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm(unmatched.map(({ pattern, glob }) => {
            const closest = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(glob, paths);
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('input', `Input "leaves": "${pattern}" matches no leaf.`, {
                hint: closest === undefined
                    ? 'Patterns are globs of leaf paths, such as config/env=dev/**.'
                    : `Did you mean "${closest}"?`,
            });
        }));
    }
    const including = tests.filter(({ excludes }) => !excludes);
    const excluding = tests.filter(({ excludes }) => excludes);
    return items.filter(({ leaf }) => (including.length === 0 || including.some(({ matches }) => matches(leaf.path))) &&
        !excluding.some(({ matches }) => matches(leaf.path)));
}


/***/ }),

/***/ 180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ neighboursOf),
  t: () => (/* binding */ renderingDigest)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(441);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(5686);
;// CONCATENATED MODULE: ./src/rendering/used-configuration.ts
/** The part of `var.config` that a composition reads, as a text. Pure. */



/** Equal for two configurations exactly when they are the same in all that is read of them. */
function usedConfiguration(variables, { values, shapes }) {
    const read = values.map((path) => JSON.stringify(['value', ...valueAt(variables, path)]));
    const looked = shapes.map((path) => JSON.stringify(['shape', ...shapeAt(variables, path)]));
    return [...new Set([...read, ...looked])].sort(snapshot_snapshot/* compareBytes */.Xo).join('\n');
}
function valueAt(variables, path) {
    const { at, value } = descend(variables, path);
    return [...at, value === undefined ? 'missing' : (0,json/* toCompactJson */.ZJ)(value)];
}
function shapeAt(variables, path) {
    const { at, value } = descend(variables, path);
    // A list on the way may be indexed in more than one spelling, so it counts as a whole.
    if (value?.kind === 'list' && at.length < path.length)
        return [...at, (0,json/* toCompactJson */.ZJ)(value)];
    return [...at, value === undefined ? 'missing' : (0,hierarchy_value/* nameOfKind */.lI)(value)];
}
/** As far down as maps go: what stands at the end, or above the first step that is none of a map. */
function descend(variables, path) {
    let value = variables;
    for (const [index, step] of path.entries()) {
        if (value?.kind !== 'map')
            return { at: path.slice(0, index), value };
        value = value.children[step];
    }
    return { at: path, value };
}

;// CONCATENATED MODULE: ./src/rendering/digest.ts
/** What a leaf gives Terraform, as one digest: equal digests are equal files with equal neighbours. */





/**
 * 128 bits in hex over names, modes and bytes of a rendering, and of what it reaches beside its source folder. Of the
 * configuration only what the sources read counts: every leaf gets all of it, and another leaf's key must not make a
 * review worthless. No commit, path of the machine or time goes into it, so the same files give the same digest at every
 * commit.
 *
 * @param snapshot the one that was rendered
 * @param everything whether configuration counts that the sources do not read
 */
async function renderingDigest({ rendering, reach, use }, snapshot, everything = false) {
    const neighbours = neighboursOf(rendering, reach);
    await snapshot.load([...rendering.files.flatMap(copied), ...neighbours]);
    const own = rendering.files.map(({ name, executable, content }) => {
        if (content.kind === 'copy')
            return line(name, executable, snapshot.read(content.file));
        const isPartly = name === terraform_files/* VARIABLES_FILE */.bV && content.kind === 'generated' && !everything;
        const text = isPartly ? usedConfiguration(rendering.variables, use) : content.text;
        return line(name, executable, Buffer.from(text));
    });
    const others = neighbours.map((file) => line(external_node_path_.posix.relative(`/${rendering.source}`, `/${file.path}`), file.executable, snapshot.read(file)));
    const all = [...new Set([...own, ...others])].sort(snapshot_snapshot/* compareBytes */.Xo);
    return (0,external_node_crypto_.createHash)('sha256').update(all.join('\n')).digest('hex').slice(0, 32);
}
/** The files that a rendering reaches outside of its source folder, each once. */
function neighboursOf({ source }, reach) {
    const files = new Map();
    for (const file of [...reach.modules.flatMap((module) => module.files), ...reach.files]) {
        if (!file.path.startsWith(`${source}/`))
            files.set(file.path, file);
    }
    return [...files.values()];
}
function copied({ content }) {
    return content.kind === 'copy' ? [content.file] : [];
}
/** The name quoted: a line break in it must not pass for the next line. */
function line(name, executable, content) {
    return `${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')} ${executable ? 'x' : '-'} ${JSON.stringify(name)}`;
}


/***/ }),

/***/ 9412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planTimestampIn)
/* harmony export */ });
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4330);
/* harmony import */ var _hcl_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(279);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1650);



/**
 * Where a leaf's composition, or a local module that it reaches, calls `plantimestamp()`; undefined where none does.
 *
 * @param snapshot the one that was rendered
 */
async function planTimestampIn({ rendering, reach }, snapshot) {
    const folders = new Set([rendering.source, ...reach.modules.map(({ folder }) => folder)]);
    // What lies deeper, such as a module's examples, Terraform does not read.
    const isRead = (path) => (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerraformFile */ .L5)(path) && folders.has(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    for (const { name, content } of rendering.files) {
        if (!isRead((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(rendering.source, name)) || content.kind === 'generated')
            continue;
        const line = await callLine(name, content.text ?? '');
        if (line !== undefined)
            return { file: content.file.path, line };
    }
    const modules = reach.modules.flatMap(({ files }) => files).filter(({ path }) => isRead(path));
    await snapshot.load(modules);
    for (const file of modules) {
        const line = await callLine(file.path, snapshot.read(file).toString('utf8'));
        if (line !== undefined)
            return { file: file.path, line };
    }
    return undefined;
}
async function callLine(name, text) {
    const index = text.split('\n').findIndex((line) => /\bplantimestamp\s*\(/u.test(line));
    if (index < 0)
        return undefined;
    // JSON has no comments.
    if (name.endsWith('.json'))
        return index + 1;
    const tree = (await (0,_hcl_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .loadHclParser */ .p)()).parse(text);
    if (tree === null)
        throw new Error('the HCL parser has no language');
    try {
        const calls = tree.rootNode.descendantsOfType('function_call');
        const call = calls.find((each) => each.namedChildren[0]?.text === 'plantimestamp');
        return call && call.startPosition.row + 1;
    }
    finally {
        tree.delete();
    }
}


/***/ }),

/***/ 3303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aE: () => (/* binding */ placeLink),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   yM: () => (/* binding */ compareLink)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2095);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8280);
/** Links into the repository and to the run. What does not look like one is shown without a link. */


const SERVER = /^https?:\/\/[\w.:-]+$/u;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/u;
const PAGE = /^https?:\/\/[\w.:/?#=&%~+-]+$/u;
const COMMIT = /^[0-9a-f]{7,64}$/u;
/** The repository's page, or undefined where the report has no proper one. */
function repositoryUrl(report) {
    const known = SERVER.test(report.serverUrl) && REPOSITORY.test(report.repository);
    return known ? `${report.serverUrl}/${report.repository}` : undefined;
}
/** Percent-encodes a path so that it can stand in a markdown link and in a URL; its slashes stay. */
function encodePath(path) {
    return path
        .replace(/\p{Cs}/gu, '\ufffd')
        .split('/')
        .map((part) => encodeURIComponent(part).replace(/[!'()*~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`))
        .join('/');
}
/** `file:line` as inline code, linked to that line at the head commit (`at: 'base'`: at the base). No column. */
function placeLink(report, place, at = 'head') {
    const label = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)({ file: place.file, line: place.line }), 240);
    const commit = at === 'head' ? report.head : report.base;
    const repository = repositoryUrl(report);
    if (repository === undefined || commit === undefined || !COMMIT.test(commit) || place.file === '')
        return label;
    const line = place.line === undefined ? '' : `#L${place.line}`;
    const path = encodePath(place.file);
    // No page that anybody opens has such a path, and a comment's lines must stay bounded.
    return path.length > 1_500 ? label : `[${label}](${repository}/blob/${commit}/${path}${line})`;
}
/** `base…head` as short commit ids, linked to the comparison. */
function compareLink(report) {
    const head = report.head === '' ? 'working tree' : report.head.slice(0, 7);
    if (report.base === undefined)
        return (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(head);
    const label = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`${report.base.slice(0, 7)}…${head}`);
    const repository = repositoryUrl(report);
    const known = repository !== undefined && COMMIT.test(report.base) && COMMIT.test(report.head);
    return known ? `[${label}](${repository}/compare/${report.base}...${report.head})` : label;
}
/** `words` linked to the run's page; only the words where no page is known. */
function runLink(report, words) {
    return report.runUrl !== undefined && PAGE.test(report.runUrl) ? `[${words}](${report.runUrl})` : words;
}


/***/ }),

/***/ 4801:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ renderComment),
  R: () => (/* binding */ renderParts)
});

// EXTERNAL MODULE: ./src/report/bytes.ts
var report_bytes = __webpack_require__(2661);
// EXTERNAL MODULE: ./src/problems.ts
var src_problems = __webpack_require__(2095);
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/line.js + 1 modules
var line = __webpack_require__(7073);
// EXTERNAL MODULE: ./src/report/escaping.ts
var escaping = __webpack_require__(8280);
// EXTERNAL MODULE: ./src/report/links.ts
var links = __webpack_require__(3303);
// EXTERNAL MODULE: ./src/report/pins.ts
var pins = __webpack_require__(7740);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/blocks.ts
/** Rendered blocks with pins, before and after, and the configuration that their pins come from. */






/** The blocks that a reviewer has to see: those whose text differs. A leaf that is gone shows none. */
function shownBlocks(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    return leaf.blocks.filter((block) => block.before?.text !== block.after?.text);
}
/** Each of them as markdown: a fence, with the lines of configuration that set its pins below it. */
function blockTexts(report, leaf, room) {
    return shownBlocks(leaf).map((block) => {
        const sources = sourceLines(report, leaf, block, room);
        return [blockFence(leaf, block, room), ...(sources.length > 0 ? [sources.join('\n')] : [])].join('\n\n');
    });
}
function blockFence(leaf, block, room) {
    const cut = (text) => (0,report_bytes/* cutMiddle */.it)(text, room.block, (lines) => `… ${(0,words/* count */.U9)(lines, 'line', 'lines')} cut here …`);
    // Every line of a new leaf is new: plain HCL reads better than a wall of green.
    if (leaf.kind === 'added' && block.after !== undefined)
        return (0,escaping/* fence */.EU)(cut(block.after.text), 'hcl');
    return (0,escaping/* fence */.EU)(cut(lineDiff(block.before?.text ?? '', block.after?.text ?? '')), 'diff');
}
/** Whole-line diff: ` ` same, `-` before, `+` after. Too different to tell in reasonable time: all of both. */
function lineDiff(before, after) {
    const changes = (0,line/* diffLines */.Pp)(endLine(before), endLine(after), { maxEditLength: 2_000 }) ?? [
        { value: endLine(before), removed: true, added: false },
        { value: endLine(after), removed: false, added: true },
    ];
    return changes
        .flatMap(({ value, added, removed }) => {
        const sign = added ? '+' : removed ? '-' : ' ';
        return value
            .replace(/\n$/u, '')
            .split('\n')
            .map((line) => sign + line);
    })
        .join('\n');
}
function endLine(text) {
    return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
/** A list: which key, with which value, set in which line. Only what changed, unless all of the block is new. */
function sourceLines(report, leaf, block, room) {
    const within = `${block.address}.`;
    const reasons = (0,pins/* pinReasons */.xc)(leaf).filter((reason) => reason.address.startsWith(within));
    const changed = reasons.flatMap((reason) => (0,pins/* movedKeys */.sN)(reason).map(({ key, after, origin }) => {
        const place = origin === undefined ? '' : ` in ${(0,links/* placeLink */.aE)(report, origin, after === undefined ? 'base' : 'head')}`;
        const now = after === undefined ? 'was removed' : `= ${(0,escaping/* code */.aY)(after, room.value)}`;
        return `- ${(0,escaping/* code */.aY)(key, room.value)} ${now}${place}`;
    }));
    const lines = changed.length > 0 || block.before !== undefined ? changed : keysOf(report, leaf.pins, within, room);
    if (lines.length > 0)
        return [...new Set(lines)].slice(0, room.rows);
    const template = (block.after ?? block.before)?.template;
    if (template === undefined)
        return [];
    return [`- template ${(0,links/* placeLink */.aE)(report, template, block.after === undefined ? 'base' : 'head')}`];
}
function keysOf(report, pins, within, room) {
    return pins
        .filter((pin) => pin.address.startsWith(within))
        .flatMap((pin) => pin.keys)
        .map(({ key, value, origin }) => `- ${(0,escaping/* code */.aY)(key, room.value)} = ${(0,escaping/* code */.aY)(value, room.value)} in ${(0,links/* placeLink */.aE)(report, origin)}`);
}

;// CONCATENATED MODULE: ./src/report/reasons.ts





/** Keys that a shown block's pins name are left out: the block shows what they do. */
function keyRows(leaf) {
    const blocks = shownBlocks(leaf);
    const inBlocks = (address) => blocks.some((block) => address.startsWith(`${block.address}.`));
    const [shown, others] = [
        (0,pins/* pinReasons */.xc)(leaf).filter((reason) => inBlocks(reason.address)),
        (0,pins/* pinReasons */.xc)(leaf).filter((reason) => !inBlocks(reason.address)),
    ];
    const ofNewPins = leaf.kind === 'added' ? leaf.pins.filter((pin) => inBlocks(pin.address)).flatMap((pin) => pin.keys) : [];
    const said = new Set([...shown.flatMap(pins/* movedKeys */.sN), ...ofNewPins].map((each) => each.key));
    const rows = new Map();
    for (const row of [
        ...leaf.reasons.filter((reason) => reason.kind === 'configuration'),
        ...others.flatMap(pins/* movedKeys */.sN),
    ]) {
        if (!said.has(row.key) && !rows.has(row.key))
            rows.set(row.key, row);
    }
    return [...rows.values()];
}
/** The cells of a table: key, before, after, and the place that sets it. */
function configurationRows(report, leaf, room) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    const value = (text) => (text === undefined ? '*not set*' : (0,escaping/* code */.aY)(text, room.value));
    return keyRows(leaf).map((row) => {
        const place = row.origin === undefined ? '' : (0,links/* placeLink */.aE)(report, row.origin, row.after === undefined ? 'base' : 'head');
        return [(0,escaping/* code */.aY)(row.key, room.value), value(row.before), value(row.after), place];
    });
}
/** Lines for the reasons that are no configuration keys and no pins. */
function otherReasons(report, leaf, room) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    return leaf.reasons.flatMap((reason) => {
        switch (reason.kind) {
            case 'configuration':
            case 'pin':
                return [];
            case 'file':
                return [`${reason.change} ${fileLink(report, reason.path, reason.change === 'removed')}`];
            case 'module':
                return [moduleLine(report, reason)];
            case 'setting':
                return [`setting ${(0,escaping/* code */.aY)(reason.key, room.value)}`];
            case 'base-failed':
                return [`did not render at base: ${(0,escaping/* code */.aY)(reason.message, 300)}`];
        }
    });
}
function fileLink(report, path, removed) {
    return (0,links/* placeLink */.aE)(report, { file: path }, removed ? 'base' : 'head');
}
function moduleLine(report, reason) {
    const prefix = `${reason.module}/`;
    const files = (0,words/* firstFew */.Dt)(
    // Links would repeat the folder once more for each of them.
    reason.files.map((file) => (0,escaping/* code */.aY)(file.startsWith(prefix) ? file.slice(prefix.length) : file, 120)), 5);
    const via = reason.via.length > 0
        ? `, through ${(0,words/* firstFew */.Dt)(reason.via.map((each) => (0,escaping/* code */.aY)(each, 120)), 4)}`
        : '';
    return `module ${fileLink(report, reason.module, false)}${files === '' ? '' : `: ${files}`}${via}`;
}

;// CONCATENATED MODULE: ./src/report/details.ts
/** What changed in a leaf, piece by piece; what several leaves have in common is said once for all of them. */




/** Everything behind the leaf's change, whatever other leaves say. */
function detailsOf(report, leaf, room) {
    return {
        blocks: blockTexts(report, leaf, room),
        keys: configurationRows(report, leaf, room).map((cells) => cells.map(escaping/* cell */.Hn).join(' | ')),
        others: otherReasons(report, leaf, room),
    };
}
function piecesOf({ blocks, keys, others }) {
    return [...blocks, ...keys, ...others];
}
/** In how many of the leaves each piece stands. */
function countPieces(all) {
    const counts = new Map();
    for (const details of all) {
        for (const piece of new Set(piecesOf(details)))
            counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
    return counts;
}
/** Without what is common to several leaves. */
function ownDetails({ blocks, keys, others }, counts) {
    const isOwn = (piece) => (counts.get(piece) ?? 0) < 2;
    return { blocks: blocks.filter(isOwn), keys: keys.filter(isOwn), others: others.filter(isOwn) };
}
/** Paragraphs, as many as there is room for. */
function detailsMarkdown({ blocks, keys, others }, room) {
    return [
        ...few(blocks, room.items, ['block', 'blocks'], room),
        ...keysTable(keys, ['Configuration key', 'Before', 'After', 'Set in'], room),
        list(others, room),
    ].filter((part) => part !== '');
}
/** A fold for what at least two leaves have in common; undefined where there is no such thing. */
function commonFold(all, counts, room) {
    const inAll = (pieces) => [...new Set(all.flatMap(pieces))].filter((piece) => (counts.get(piece) ?? 0) > 1);
    const leaves = (piece) => (0,words/* count */.U9)(counts.get(piece) ?? 0, 'leaf', 'leaves');
    const blocks = inAll((details) => details.blocks).map((piece) => `In ${leaves(piece)}:\n\n${piece}`);
    const keys = inAll((details) => details.keys).map((piece) => `${piece} | ${(0,words/* count */.U9)(counts.get(piece) ?? 0)}`);
    const others = inAll((details) => details.others).map((piece) => `${piece} (${leaves(piece)})`);
    const before = [
        ...few(blocks, room.items, ['block', 'blocks'], room),
        ...keysTable(keys, ['Configuration key', 'Before', 'After', 'Set in', 'Leaves'], room),
        list(others, room),
    ].filter((part) => part !== '');
    return before.length === 0 ? undefined : { open: true, summary: 'The same change in several leaves', before };
}
function few(pieces, most, noun, room) {
    const more = pieces.length - most;
    return more > 0 ? [...pieces.slice(0, most), `+${(0,words/* count */.U9)(more, ...noun)} in the ${room.elsewhere}`] : pieces;
}
function keysTable(rows, head, room) {
    if (rows.length === 0)
        return [];
    const lines = [head.join(' | '), head.map(() => '---').join(' | '), ...rows.slice(0, room.rows)];
    const table = lines.map((line) => `| ${line} |`).join('\n');
    return few([table, ...rows.slice(room.rows)], 1, ['key', 'keys'], room);
}
function list(items, room) {
    const more = items.length - room.items;
    const shown = more > 0 ? [...items.slice(0, room.items), `+${(0,words/* count */.U9)(more)} more in the ${room.elsewhere}`] : items;
    return shown.map((item) => `- ${item}`).join('\n');
}

// EXTERNAL MODULE: ./src/report/plan-diff.ts
var plan_diff = __webpack_require__(891);
;// CONCATENATED MODULE: ./src/report/problems-section.ts
/** Problems in full: a link to the line, and below it what is wrong, the line itself with a caret, and the way on. */





/** The problems that several leaves share, by their printed form. */
function sharedProblems(report) {
    const found = new Map();
    for (const leaf of report.leaves) {
        for (const [printed, problem] of new Map(leaf.problems.map((each) => [(0,src_problems/* formatProblem */.Vw)(each), each]))) {
            found.set(printed, { problem, leaves: (found.get(printed)?.leaves ?? 0) + 1 });
        }
    }
    return new Map([...found].filter(([, { leaves }]) => leaves > 1));
}
/** Shared problems as they stand above the table. */
function sharedSection(report, shared, room) {
    const shown = shared
        .toSorted((a, b) => rank(a.problem) - rank(b.problem))
        .slice(0, room.items)
        .map(({ problem, leaves }) => block(report, problem, ` (${(0,words/* count */.U9)(leaves)} leaves)`));
    return [...shown, ...left(shared.length - room.items, room)];
}
/**
 * Errors first, each once. Of what Terraform's output says word for word only the place is said, and nothing where the
 * place is just the leaf.
 */
function problemsSection(report, problems, room, { leaf, output } = { leaf: '', output: '' }) {
    const said = new Set();
    const fresh = problems
        .toSorted((a, b) => rank(a) - rank(b))
        .filter((each) => {
        const printed = (0,src_problems/* formatProblem */.Vw)(each);
        if (said.has(printed) || (each.place === undefined && isIn(output, each)))
            return false;
        said.add(printed);
        return true;
    });
    const known = fresh.filter((each) => isIn(output, each));
    const shown = fresh.slice(0, room.items).map((each) => {
        if (known.includes(each))
            return shortly(report, each, known.length > 1);
        return block(report, each.place?.file === leaf ? { ...each, place: undefined } : each);
    });
    return [...shown, ...left(fresh.length - room.items, room)];
}
/** The first line tells: Terraform's words have its source lines behind that. */
function isIn(output, each) {
    return output !== '' && output.includes(firstLine(each));
}
function firstLine({ message }) {
    return message.split('\n', 1)[0] ?? '';
}
/** In one line, for what stands in full below it. */
function shortly(report, each, several) {
    const which = several ? `: ${(0,escaping/* code */.aY)(firstLine(each), 200)}` : '';
    const hint = each.hint === undefined ? '' : `. ${(0,escaping/* prose */.CS)(each.hint, 1_000)}`;
    return `${title(report, each)}${which}${hint}`;
}
function rank(each) {
    return each.severity === 'error' ? 0 : 1;
}
function left(more, room) {
    return more > 0 ? [`+${(0,words/* count */.U9)(more, 'problem', 'problems')} in the ${room.elsewhere}`] : [];
}
function block(report, each, note = '') {
    return `${title(report, each)}${note}\n${(0,escaping/* fence */.EU)(problems_section_words(each), 'text')}`;
}
function title(report, each) {
    const severity = each.severity === 'error' ? '❌ **Error**' : '⚠️ **Warning**';
    return each.place === undefined ? severity : `${severity} in ${(0,links/* placeLink */.aE)(report, each.place)}`;
}
/** The printed form without its place, which the link says. */
function problems_section_words(each) {
    const place = each.place === undefined ? '' : `${(0,src_problems/* formatPlace */.dE)(each.place)}: `;
    return (0,src_problems/* formatProblem */.Vw)({
        ...each,
        message: (0,report_bytes/* shorten */.ml)((0,escaping/* visible */.RK)(each.message), 2_000),
        hint: each.hint === undefined ? undefined : (0,report_bytes/* shorten */.ml)((0,escaping/* visible */.RK)(each.hint), 1_000),
        // A shortened line would move the caret.
        sourceLine: each.sourceLine !== undefined && each.sourceLine.length > 500 ? undefined : each.sourceLine,
    }).slice(place.length);
}

// EXTERNAL MODULE: ./src/report/resource-list.ts
var resource_list = __webpack_require__(8305);
// EXTERNAL MODULE: ./src/report/verdict.ts
var verdict = __webpack_require__(687);
;// CONCATENATED MODULE: ./src/report/fold.ts
/** One leaf in full, folded: what its pins and keys were and are, what went wrong, and the plan. */









const WHOLE = { text: Infinity, resources: Infinity };
/**
 * The leaf's fold; undefined when the table's line has said all there is.
 *
 * @param details what changed in this leaf alone
 */
function foldOf(report, leaf, details, room, said) {
    if ((0,verdict/* isQuiet */.rM)(leaf))
        return undefined;
    const problems = leaf.problems.filter((each) => !said.problems.has((0,src_problems/* formatProblem */.Vw)(each)));
    const { outcome } = leaf;
    const output = outcome.status === 'failed' ? outcome.output : '';
    const before = [
        ...(leaf.kind === 'removed' ? [removedSentence(leaf)] : []),
        ...(outcome.status === 'not-run' && !said.whys.has(outcome.why) ? [withoutPlan(leaf, outcome.why)] : []),
        ...(outcome.status === 'planned' ? (0,resource_list/* dangerLines */.b9)(outcome.summary) : []),
        ...problemsSection(report, problems, room, { output, leaf: leaf.leaf }),
        ...detailsMarkdown(details, room),
    ].filter((part) => part !== '');
    const text = foldText(leaf);
    if (before.length === 0 && text === undefined)
        return undefined;
    return {
        open: (0,verdict/* isAlarming */.EE)(leaf) || (0,verdict/* isLeftBehind */.KW)(leaf) || outcome.status === 'failed',
        summary: `${(0,verdict/* stateOf */.L4)(leaf).icon} ${(0,escaping/* htmlCode */.h8)(leaf.leaf, 240)}`,
        before,
        text,
    };
}
function withoutPlan({ kind }, why) {
    if (kind === 'moved')
        return '';
    return kind === 'removed' ? (0,escaping/* prose */.CS)(why, 500) : notRun(why);
}
/** `Terraform did not run: …`, as a sentence. */
function notRun(why) {
    return `Terraform did not run: ${(0,escaping/* prose */.CS)(why, 500)}`;
}
function removedSentence(leaf) {
    if (!(0,verdict/* isDestructive */.TI)(leaf))
        return '';
    return 'This leaf is gone at head. What it holds is destroyed only with `destroy-removed: true`; else it is left behind:';
}
function foldText(leaf) {
    const { outcome } = leaf;
    if (outcome.status === 'planned' && outcome.summary.hasChanges) {
        const resources = (0,resource_list/* resourceLines */.uW)(outcome.summary);
        return textOf('diff', (0,plan_diff/* planDiff */.R)((0,escaping/* visible */.RK)(outcome.text)), resources);
    }
    if (outcome.status === 'failed' && outcome.output.trim() !== '') {
        return textOf('text', (0,escaping/* visible */.RK)(outcome.output).replace(/^\n+/u, '').trimEnd(), []);
    }
    return undefined;
}
function textOf(language, body, resources) {
    return {
        language,
        body,
        bytes: (0,report_bytes/* utf8Length */.wI)(body),
        resources,
        resourceBytes: (0,report_bytes/* utf8Length */.wI)(resources.join('\n')),
    };
}
/** The fold as markdown, its text cut to the limits. Blank lines end the HTML blocks, so that fences work inside. */
function foldMarkdown(fold, limits, room) {
    return [
        `<details${fold.open ? ' open' : ''}>\n<summary>${fold.summary}</summary>`,
        ...fold.before,
        ...(fold.text === undefined ? [] : textMarkdown(fold.text, limits, room)),
        '</details>',
    ].join('\n\n');
}
function textMarkdown(text, limits, room) {
    if (text.body === '')
        return [];
    if (text.bytes <= limits.text)
        return [(0,escaping/* fence */.EU)(text.body, text.language)];
    const resources = cutList(text.resources, limits.resources, room);
    const cut = (0,report_bytes/* cutMiddle */.it)(text.body, limits.text, (lines) => `… ${(0,words/* count */.U9)(lines, 'line', 'lines')} cut here: the ${room.elsewhere} has all of it …`);
    return [(0,escaping/* fence */.EU)(resources === '' ? cut : `${resources}\n\n${cut}`, text.language)];
}
function cutList(lines, bytes, room) {
    const all = lines.join('\n');
    if (bytes === Infinity || (0,report_bytes/* utf8Length */.wI)(all) <= bytes)
        return all;
    const start = (0,report_bytes/* startOf */.GH)(all, bytes);
    const shown = start.slice(0, Math.max(0, start.lastIndexOf('\n')));
    const left = lines.length - (shown === '' ? 0 : shown.split('\n').length);
    return `${shown}\n… ${(0,words/* count */.U9)(left)} more in the ${room.elsewhere} …`.replace(/^\n/u, '');
}

;// CONCATENATED MODULE: ./src/report/hints.ts
/** Pins that can move: a module source that names a branch, or nothing at all, plans differently from day to day. */




const GIT_SOURCE = /^git::|^git@|^(?:github\.com|bitbucket\.org)\/|\.git(?:$|[/?])/u;
const BRANCH = /^(?:refs\/heads\/.*|main|master|develop|development|trunk|head|latest|stable|next)$/iu;
/**
 * Tells whether a module's source can move. Versions (anything with a digit, such as `v1.2.0` or `vpc-3`) and commits
 * stand still; known branch names, names without a digit and names with a `/` do not. Other sources than git have none.
 */
function movablePin(pin) {
    if (!/^module\..+\.source$/u.test(pin.address) || !GIT_SOURCE.test(pin.value))
        return undefined;
    const ref = (0,pins/* versionOf */.E4)(pin.value);
    if (ref === undefined || ref === '')
        return { address: pin.address, ref: undefined };
    if (/^[0-9a-f]{7,64}$/u.test(ref) || ref.startsWith('refs/tags/'))
        return undefined;
    const version = /\d/u.test(ref) && !/^(?:feature|feat|fix|bugfix|hotfix|release|refs\/heads)\//iu.test(ref);
    return version && !BRANCH.test(ref) ? undefined : { address: pin.address, ref };
}
/** A sentence, then a line for each movable pin, however many leaves have it; empty when there is none. */
function movablePinHints(report, most = 5) {
    const groups = new Map();
    for (const leaf of report.leaves) {
        if (leaf.kind === 'removed' || leaf.kind === 'moved')
            continue;
        for (const pin of leaf.pins) {
            const found = movablePin(pin);
            if (found === undefined)
                continue;
            const key = JSON.stringify([found.address, found.ref ?? null]);
            // A pin that has changed stands above with its place.
            const isShown = (0,pins/* pinReasons */.xc)(leaf).some(({ address }) => address === pin.address);
            const group = groups.get(key) ?? { found, pin, isShown, leaves: 0 };
            groups.set(key, { ...group, leaves: group.leaves + 1 });
        }
    }
    if (groups.size === 0)
        return [];
    const all = [...groups.values()];
    const lines = all.slice(0, most).map(({ found, pin, isShown, leaves }) => {
        const follows = found.ref === undefined ? 'names no `ref`' : `follows ${(0,escaping/* code */.aY)(found.ref, 80)}`;
        const place = isShown ? '' : `: ${(0,links/* placeLink */.aE)(report, pin.keys.at(-1)?.origin ?? pin.template)}`;
        const where = leaves > 1 ? ` (${(0,words/* count */.U9)(leaves, 'leaf', 'leaves')})` : '';
        return `- ${(0,escaping/* code */.aY)(found.address.replace(/\.source$/u, ''), 80)} ${follows}${where}${place}`;
    });
    const more = all.length > most ? [`- +${(0,words/* count */.U9)(all.length - most)} more`] : [];
    return ['💡 These modules can change without a pull request; pin a version:', ...lines, ...more];
}

;// CONCATENATED MODULE: ./src/report/causes.ts
/** Why a leaf is changed, in a few words for the table. */


/** Each cause once: a key that moves a pin is named once, although it is both a changed key and a changed pin. */
function causesOf(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    const causes = new Map();
    for (const cause of allCauses(leaf)) {
        const key = JSON.stringify([cause.words, cause.name]);
        if (!causes.has(key))
            causes.set(key, cause);
    }
    return [...causes.values()];
}
function allCauses(leaf) {
    return leaf.reasons.flatMap((reason) => {
        switch (reason.kind) {
            case 'configuration':
                return [{ name: reason.key, place: reason.origin, gone: reason.after === undefined }];
            case 'pin': {
                const keys = (0,pins/* movedKeys */.sN)(reason);
                if (keys.length === 0)
                    return [{ words: 'template of', name: reason.address }];
                return keys.map((each) => ({ name: each.key, place: each.origin, gone: each.after === undefined }));
            }
            case 'file':
                return [
                    {
                        words: reason.change === 'changed' ? 'file' : `${reason.change} file`,
                        name: baseName(reason.path),
                        place: { file: reason.path },
                        gone: reason.change === 'removed',
                    },
                ];
            case 'module':
                return [{ words: 'module', name: baseName(reason.module), place: { file: reason.module } }];
            case 'setting':
                return [{ words: 'setting', name: reason.key }];
            case 'base-failed':
                return [{ words: 'did not render at base' }];
        }
    });
}
/** `module` and the name in inline code. */
function causeInWords(cause) {
    const name = cause.name === undefined ? undefined : (0,escaping/* code */.aY)(cause.name, 60);
    return [cause.words, name].filter((part) => part !== undefined).join(' ');
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./src/report/table.ts
/** The table over changed leaves: one row says what happens to a leaf, which pins move, and why. */







/** The columns that these leaves need. */
function columnsFor(leaves, plan) {
    return {
        plan,
        pins: leaves.some((leaf) => (0,pins/* pinMoves */.IO)(leaf).length > 0),
        why: leaves.some((leaf) => leaf.kind === 'moved' || causesOf(leaf).length > 0),
    };
}
/** The table's head: two lines. */
function tableHead(columns) {
    const names = ['State', 'Leaf'];
    if (columns.plan)
        names.push('Plan');
    if (columns.pins)
        names.push('Pins');
    if (columns.why)
        names.push('Why');
    return `${(0,escaping/* row */.nM)(names)}\n${(0,escaping/* row */.nM)(names.map(() => '---'))}`;
}
/** One leaf's line of the table; bounded in size, whatever the leaf's texts are. */
function tableRow(report, leaf, columns, extras = {}) {
    const { isWanted = () => false, names = false } = extras;
    const { icon, word } = (0,verdict/* stateOf */.L4)(leaf);
    const cells = [`${icon} ${word}`, (0,escaping/* code */.aY)(leaf.leaf, 240)];
    if (columns.plan)
        cells.push([planCell(leaf), ...(names ? dangersOf(leaf) : [])].join('\n'));
    if (columns.pins)
        cells.push(firstLines((0,pins/* pinMoves */.IO)(leaf).map(pinInWords), 3));
    if (columns.why)
        cells.push(whyCell(report, leaf, isWanted));
    return (0,escaping/* row */.nM)(cells);
}
function dangersOf({ outcome }) {
    return outcome.status === 'planned' ? (0,resource_list/* dangerLines */.b9)(outcome.summary) : [];
}
function planCell(leaf) {
    if (leaf.kind === 'moved')
        return 'nothing to destroy';
    switch (leaf.outcome.status) {
        case 'failed':
            return leaf.outcome.stage === 'render' ? '**does not render**' : `**${leaf.outcome.stage} failed**`;
        case 'not-run':
            return (0,verdict/* isLeftBehind */.KW)(leaf) ? '**nothing destroyed**' : 'not planned';
        case 'planned': {
            const { hasChanges, counts } = leaf.outcome.summary;
            const restated = leaf.restated === true ? ', **old state left behind**' : '';
            return `${hasChanges ? countsCell(counts) : 'no changes'}${restated}`;
        }
    }
}
/** `+3 ~1` and, loudly, what is destroyed. */
function countsCell(counts) {
    const parts = [
        counts.create > 0 ? `+${(0,words/* count */.U9)(counts.create)}` : '',
        counts.update > 0 ? `\\~${(0,words/* count */.U9)(counts.update)}` : '',
        counts.delete > 0 ? `**−${(0,words/* count */.U9)(counts.delete)}**` : '',
        counts.replace > 0 ? `**${(0,words/* count */.U9)(counts.replace)} replaced**` : '',
    ].filter((part) => part !== '');
    return [parts.join(' '), ...(0,verdict/* quietCounts */.fy)(counts)].filter((part) => part !== '').join(', ') || 'changes';
}
/** `vpc` `v1.5.0` → `v2.0.0` */
function pinInWords(move) {
    const labels = (0,words/* firstFew */.Dt)(move.labels.map((label) => (0,escaping/* code */.aY)(label, 60)), 3);
    const [before, after] = [move.before, move.after].map((value) => (value === undefined ? undefined : (0,escaping/* code */.aY)(value, 80)));
    if (before === undefined)
        return after === undefined ? labels : `${labels} ${after}`;
    return `${labels} ${before} → ${after ?? 'none'}`;
}
function whyCell(report, leaf, isWanted) {
    if (leaf.kind === 'moved') {
        const target = leaf.movedTo === undefined ? 'another leaf' : (0,escaping/* code */.aY)(leaf.movedTo, 240);
        return `its state goes on in ${target}`;
    }
    const causes = causesOf(leaf).map((cause) => {
        const words = causeInWords(cause);
        if (cause.place === undefined)
            return words;
        const link = (0,links/* placeLink */.aE)(report, cause.place, cause.gone === true ? 'base' : 'head');
        if (!isWanted(link))
            return words;
        // A file is its own place.
        return cause.place.line === undefined ? `${cause.words ?? ''} ${link}`.trim() : `${words} (${link})`;
    });
    return (0,words/* firstFew */.Dt)(causes, 3);
}
function firstLines(items, most) {
    const shown = items.slice(0, most);
    return [...shown, ...(items.length > most ? [`+${(0,words/* count */.U9)(items.length - most)} more`] : [])].join('\n');
}

;// CONCATENATED MODULE: ./src/report/page.ts
/** A report's pieces in markdown, before it is known how much of them fits. */










/** Lays the whole report out; every piece but the folds' texts is bounded in size. */
function layOut(report, room) {
    const leaves = (0,verdict/* byUrgency */.td)(report.leaves);
    const loud = leaves.filter((leaf) => !(0,verdict/* isQuiet */.rM)(leaf));
    const columns = columnsFor(loud, true);
    const details = new Map(leaves.map((leaf) => [leaf, detailsOf(report, leaf, room)]));
    const detailsIn = (some) => some.flatMap((leaf) => details.get(leaf) ?? []);
    const counts = countPieces(detailsIn(loud));
    const common = commonFold(detailsIn(loud), counts, room);
    const why = commonWhy(report);
    const shared = sharedProblems(report);
    const leftBehind = sharedByRemoved(report);
    const whys = new Set([...leftBehind.keys(), ...(why === undefined ? [] : [why])]);
    const said = { whys, problems: new Set(shared.keys()) };
    const name = report.title === '' ? 'Kompos' : `Kompos ${(0,escaping/* code */.aY)(report.title, 100)}`;
    const alarm = report.leaves.some(verdict/* isAlarming */.EE) ? '🟥 ' : '';
    return {
        heading: `### ${alarm}${name}: ${(0,verdict/* verdict */.WJ)(report)}`,
        ofParts: (of) => ` (part 1 of ${(0,words/* count */.U9)(of)})`,
        partHeading: (part, of) => `### ${name}: part ${(0,words/* count */.U9)(part)} of ${(0,words/* count */.U9)(of)}`,
        top: within(room, [
            ...notices(report, why, leftBehind, room),
            ...problemsSection(report, report.problems, room),
            ...sharedSection(report, [...shared.values()], room),
        ]),
        tableHead: tableHead(columns),
        rows: loud.map((leaf) => tableRow(report, leaf, columns)),
        namingRows: loud.map((leaf) => tableRow(report, leaf, columns, { names: true })),
        quiet: quietLeaves(report, [...counts.keys()].join('\n')),
        common: common === undefined ? '' : foldMarkdown(common, WHOLE, room),
        folds: withoutRepeats(loud.flatMap((leaf) => detailsIn([leaf]).flatMap((each) => {
            const fold = foldOf(report, leaf, ownDetails(each, counts), room, said);
            return fold === undefined ? [] : [{ leaf, fold }];
        }))),
        bottom: [movablePinHints(report).join('\n'), footer(report)],
    };
}
/** Why Terraform ran for no leaf, where that is one and the same: it is said once, above everything. */
function commonWhy(report) {
    const whys = new Set(report.leaves.flatMap(({ outcome, kind }) => outcome.status === 'not-run' && kind !== 'moved' && kind !== 'removed' ? [outcome.why] : []));
    return whys.size === 1 ? [...whys][0] : undefined;
}
/** Why nothing is planned for removed leaves, where several share it: how many. */
function sharedByRemoved(report) {
    const counts = new Map();
    for (const { outcome, kind } of report.leaves) {
        if (outcome.status === 'not-run' && kind === 'removed')
            counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1);
    }
    return new Map([...counts].filter(([, leaves]) => leaves > 1));
}
/** What Terraform says of several leaves word for word stands in the first of them. */
function withoutRepeats(folds) {
    const first = new Map();
    return folds.map(({ leaf, fold }) => {
        if (fold.text === undefined)
            return fold;
        const other = first.get(fold.text.body);
        if (other === undefined) {
            first.set(fold.text.body, leaf);
            return fold;
        }
        const what = leaf.outcome.status === 'failed' ? 'Terraform says the same as for' : 'The plan reads the same as that of';
        return { ...fold, text: undefined, before: [...fold.before, `${what} ${(0,escaping/* code */.aY)(other.leaf, 240)}.`] };
    });
}
/** As many of the pieces as the top has room for, and a word about the others. */
function within(room, pieces) {
    let used = 0;
    const fitting = pieces.filter((piece) => {
        used += (0,report_bytes/* utf8Length */.wI)(piece);
        return used <= room.top;
    });
    const left = pieces.length - fitting.length;
    return left === 0 ? fitting : [...fitting, `+${(0,words/* count */.U9)(left)} more in the ${room.elsewhere}`];
}
function notices(report, why, leftBehind, room) {
    const said = [...new Set(report.notices)].slice(0, room.items).map((notice) => (0,escaping/* prose */.CS)(notice, 1_000));
    const isSaid = why === undefined || report.notices.some((notice) => notice.includes(why));
    const removed = [...leftBehind].map(([each, leaves]) => `${(0,words/* count */.U9)(leaves)} removed leaves: ${(0,escaping/* prose */.CS)(each, 500)}`);
    const all = [...said, ...(isSaid ? [] : [notRun(why)]), ...removed];
    return all.length > 0 ? [all.map((sentence) => `> ${sentence}`).join('\n>\n')] : [];
}
/** @param said what the folds say, with links */
function quietLeaves(report, said) {
    const leaves = report.leaves.filter(verdict/* isQuiet */.rM);
    if (leaves.length === 0)
        return undefined;
    const columns = columnsFor(leaves, false);
    const head = tableHead(columns);
    const rows = leaves.map((leaf) => tableRow(report, leaf, columns, { isWanted: (link) => !said.includes(link) }));
    const summary = `⚪ ${(0,words/* count */.U9)(leaves.length, 'changed leaf plans', 'changed leaves plan')} nothing to do`;
    const open = leaves.length === report.leaves.length && leaves.length <= 20 ? ' open' : '';
    const fold = `<details${open}>\n<summary>${summary}</summary>\n\n${head}\n${rows.join('\n')}\n\n</details>`;
    return { fold, tableHead: head, rows };
}
function footer(report) {
    const unused = (0,words/* leftOut */.ig)(report.unused);
    const parts = [
        (0,links/* compareLink */.yM)(report),
        report.terraformVersion === undefined ? '' : `Terraform ${(0,escaping/* prose */.CS)(report.terraformVersion, 40)}`,
        report.runUrl === undefined ? '' : (0,links/* runLink */.ut)(report, 'run'),
    ];
    const last = `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
    return unused === '' ? last : `<sub>${unused}</sub>\n\n${last}`;
}

// EXTERNAL MODULE: ./src/report/marker.ts
var marker = __webpack_require__(990);
// EXTERNAL MODULE: ./src/report/room.ts
var room = __webpack_require__(9971);
;// CONCATENATED MODULE: ./src/report/shrinking.ts
/** Fewer bytes of a plan than this are not worth reading. */
const LEAST_TEXT = 400;
const LEAST_RESOURCES = 300;
/** What a cut adds: the lines that say so and the marks at its ends. */
const CUT = 120;
/**
 * The largest limits with which the texts of these folds take at most `bytes` bytes: first the texts shrink, and only
 * when nothing of them is left the lists of resources. Undefined when even that is too much.
 */
function evenLimits(folds, bytes) {
    const fits = (limits) => sizeWithin(folds, limits) <= bytes;
    const text = largest(LEAST_TEXT, bytes, (most) => fits({ text: most, resources: Infinity }));
    if (text !== undefined)
        return { text, resources: Infinity };
    const resources = largest(LEAST_RESOURCES, bytes, (most) => fits({ text: LEAST_TEXT, resources: most }));
    return resources === undefined ? undefined : { text: LEAST_TEXT, resources };
}
/** The smallest that folds get: for when only some of them fit. */
const LEAST = { text: LEAST_TEXT, resources: LEAST_RESOURCES };
function sizeWithin(folds, limits) {
    let size = 0;
    for (const { text } of folds) {
        if (text === undefined)
            continue;
        size += text.bytes <= limits.text ? text.bytes : limits.text + Math.min(text.resourceBytes, limits.resources) + CUT;
    }
    return size;
}
/** The largest whole number from `from` up to `to` that holds; undefined when `from` does not. */
function largest(from, to, holds) {
    if (!holds(from))
        return undefined;
    let [good, bad] = [from, Math.ceil(to) + 1];
    while (bad - good > 1) {
        const middle = Math.floor((good + bad) / 2);
        if (holds(middle))
            good = middle;
        else
            bad = middle;
    }
    return good;
}

;// CONCATENATED MODULE: ./src/report/markdown.ts
/**
 * The report of a run as the markdown of a pull request comment. Too much for one comment, it shrinks in steps: whole →
 * plans cut in the middle → only as many folds as fit → the table alone, in numbered parts.
 */








/** The comment's parts in order, each a body of its own with a marker. Normally it is one. */
function renderComment(report, { bytes = room/* BODY_BYTES */.dI, trailers = [] } = {}) {
    const head = (part) => `${(0,marker/* marker */.xL)({
        kind: 'plan',
        title: report.title,
        part,
        head: report.head,
        run: report.run?.id ?? 0,
        attempt: report.run?.attempt ?? 0,
    })}\n`;
    // A blank line before it, so that no paragraph runs into it.
    const end = (part) => {
        const trailer = trailers[part - 1];
        return trailer === undefined ? '' : `\n${trailer}\n`;
    };
    const within = {
        bytes: (part) => bytes - (0,report_bytes/* utf8Length */.wI)(head(part) + end(part)),
        least: trailers.length,
    };
    return renderParts(report, within, room/* COMMENT_ROOM */._C).map((text, index) => head(index + 1) + text + end(index + 1));
}
/** The same without markers and trailers, for any place that takes markdown. */
function renderParts(report, within, room) {
    const page = layOut(report, room);
    const only = onePart(page, within.bytes(1) - numberBytes(within.least), room);
    const parts = only === undefined ? asManyFoldsAsFit(report, page, within, room) : [only];
    const missing = within.least - parts.length;
    const all = [...parts, ...Array.from({ length: missing > 0 ? missing : 0 }, () => `${words/* ONLY_A_RECORD */.XF}\n`)];
    return all.map((text, index) => numbered(page, text, index + 1, all.length));
}
/** The first part says that there are more behind its verdict, the others have a heading of their own. */
function numbered(page, text, part, of) {
    if (of === 1)
        return text;
    return part === 1
        ? text.replace(page.heading, () => page.heading + page.ofParts(of))
        : `${page.partHeading(part, of)}\n\n${text}`;
}
/** What numbering the first part takes. */
function numberBytes(parts) {
    return parts > 1 ? NUMBER : 0;
}
/** Bytes of ` (part 1 of 1,000)`. */
const NUMBER = 20;
/** All folds in one part: whole, or with their texts cut. Undefined when even that is too much. */
function onePart(page, bytes, room) {
    const whole = assemble(page, page.folds.map((fold) => foldMarkdown(fold, WHOLE, room)));
    if ((0,report_bytes/* utf8Length */.wI)(whole) < bytes)
        return whole;
    const withoutTexts = page.folds.map((fold) => ({ ...fold, text: fold.text && { ...fold.text, body: '' } }));
    const fixed = (0,report_bytes/* utf8Length */.wI)(assemble(page, withoutTexts.map((fold) => foldMarkdown(fold, WHOLE, room))));
    // What a cut text takes is an estimate (its fence grows with the backticks inside): should it be too low, try less.
    for (const share of [1, 0.95, 0.8]) {
        const limits = evenLimits(page.folds, (bytes - fixed - page.folds.length * FENCE) * share);
        if (limits === undefined)
            break;
        const cut = assemble(page, page.folds.map((fold) => foldMarkdown(fold, limits, room)));
        if ((0,report_bytes/* utf8Length */.wI)(cut) < bytes)
            return cut;
    }
    return undefined;
}
/** Both lines of a fence and the blank line before it. */
const FENCE = 20;
function assemble(page, folds) {
    const table = page.rows.length > 0 ? [page.tableHead, ...page.rows].join('\n') : '';
    return join([page.heading, ...page.top, table, page.common, ...folds, page.quiet?.fold ?? '', ...page.bottom]);
}
function join(parts) {
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** Folds are in the order of their urgency, so those that fit are those that matter most. */
function asManyFoldsAsFit(report, page, within, room) {
    const sentence = (left) => left === 0
        ? ''
        : `The details of ${(0,words/* count */.U9)(left, 'leaf', 'leaves')} have no room here: the ${(0,links/* runLink */.ut)(report, room.elsewhere)} has them.`;
    const end = (0,report_bytes/* utf8Length */.wI)(join([sentence(1_000_000), ...page.bottom]));
    // How many parts there will be is known only at the end: each has room for any heading.
    const heading = (0,report_bytes/* utf8Length */.wI)(page.partHeading(9_999, 9_999)) + 4;
    const bytes = (part) => within.bytes(part) - (part === 1 ? NUMBER : heading);
    const parts = tableParts(page, (part) => bytes(part) - end);
    const last = parts.at(-1) ?? '';
    let used = (0,report_bytes/* utf8Length */.wI)(last) + 2 + end;
    const fits = (markdown) => {
        used += (0,report_bytes/* utf8Length */.wI)(markdown) + 2;
        return used < bytes(parts.length);
    };
    // Without what they have in common, most folds would say too little.
    const shown = fits(page.common) ? [page.common] : [];
    let left = page.folds.length;
    for (const fold of shown.length === 0 ? [] : page.folds) {
        const markdown = foldMarkdown(fold, LEAST, room);
        if (!fits(markdown))
            break;
        shown.push(markdown);
        left -= 1;
    }
    return [...parts.slice(0, -1).map((part) => join([part])), join([last, ...shown, sentence(left), ...page.bottom])];
}
/** Heading, top and the tables' rows in as many parts as they need; each part has the table's head. */
function tableParts(page, bytes) {
    const tables = [
        { head: page.tableHead, rows: page.namingRows },
        ...(page.quiet === undefined ? [] : [{ head: page.quiet.tableHead, rows: page.quiet.rows }]),
    ];
    const parts = [[join([page.heading, ...page.top]).trimEnd()]];
    let used = (0,report_bytes/* utf8Length */.wI)(parts[0]?.[0] ?? '');
    for (const { head, rows } of tables) {
        let begun = false;
        for (const row of rows) {
            const size = (0,report_bytes/* utf8Length */.wI)(row) + 1;
            const sizeWithHead = size + (0,report_bytes/* utf8Length */.wI)(head) + 2;
            if (used + (begun ? size : sizeWithHead) >= bytes(parts.length)) {
                parts.push([]);
                used = 0;
                begun = false;
            }
            parts.at(-1)?.push(begun ? row : `${parts.at(-1)?.length === 0 ? '' : '\n'}${head}\n${row}`);
            used += begun ? size : sizeWithHead;
            begun = true;
        }
    }
    return parts.map((lines) => lines.join('\n'));
}


/***/ }),

/***/ 990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   xL: () => (/* binding */ marker)
/* harmony export */ });
/**
 * The hidden first line of a comment, by which later runs find it. A marker alone proves nothing, since anybody can
 * write one: `github/` believes it only together with the comment's author.
 */
const MARKER = /^<!-- kompos:(plan|apply) title=([\w.!~*'()%]*) part=(\d{1,4}) head=([0-9a-f]{0,64}) run=(\d{1,16})\.(\d{1,6}) -->/u;
/** The HTML comment that stands at the very beginning of a comment's body. */
function marker(about) {
    // `encodeURIComponent` leaves `-` alone, and `--` would end an HTML comment; half a surrogate pair makes it throw.
    const title = encodeURIComponent(about.title.replace(/\p{Cs}/gu, '\ufffd')).replace(/-/gu, '%2D');
    const head = /^[0-9a-f]{0,64}$/u.test(about.head) ? about.head : '';
    return `<!-- kompos:${about.kind} title=${title} part=${about.part} head=${head} run=${about.run}.${about.attempt} -->`;
}
/** Reads the marker at the beginning of a comment; undefined for other comments, also those that quote a marker. */
function parseMarker(body) {
    const match = MARKER.exec(body);
    if (match === null)
        return undefined;
    const [, kind, title = '', part, head = '', run, attempt] = match;
    const decoded = decode(title);
    if (decoded === undefined)
        return undefined;
    return {
        kind: kind === 'apply' ? 'apply' : 'plan',
        title: decoded,
        part: Number(part),
        head,
        run: Number(run),
        attempt: Number(attempt),
    };
}
function decode(title) {
    try {
        return decodeURIComponent(title);
    }
    catch {
        return undefined; // written by somebody else
    }
}
/**
 * Whether the comment that stands there was written by a later run (or a later attempt of the same one) than `ours`
 * and must be left alone. Run ids grow, so they tell the order where commit ids cannot.
 */
function isNewer(standing, ours) {
    return standing.run === ours.run ? standing.attempt > ours.attempt : standing.run > ours.run;
}


/***/ }),

/***/ 7740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   IO: () => (/* binding */ pinMoves),
/* harmony export */   sN: () => (/* binding */ movedKeys),
/* harmony export */   xc: () => (/* binding */ pinReasons)
/* harmony export */ });
/** The leaf's pin reasons. */
function pinReasons(leaf) {
    return leaf.reasons.filter((reason) => reason.kind === 'pin');
}
/** The configuration keys behind a pin whose values differ. */
function movedKeys(reason) {
    return reason.keys.filter((each) => each.before !== each.after);
}
/**
 * What moves in the leaf's pins: only the differing part, such as `v1.5.0` → `v2.0.0`, taken from the keys that give
 * it. A new leaf has no before: its pins' values.
 */
function pinMoves(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    if (leaf.kind === 'added') {
        return grouped(leaf.pins
            .filter((pin) => pin.address.startsWith('module.'))
            .map((pin) => ({
            label: labelOf(pin.address),
            before: undefined,
            after: versionOf(pin.value) ?? pin.keys.at(-1)?.value ?? pin.value,
        })));
    }
    return grouped(pinReasons(leaf).flatMap((reason) => {
        const label = labelOf(reason.address);
        const moved = movedKeys(reason);
        if (moved.length > 0)
            return moved.map(({ before, after }) => ({ label, before, after }));
        return [{ label, ...differingPart(reason.before, reason.after) }];
    }));
}
/** `module.vpc.source` → `vpc`, `terraform.required_providers.aws.version` → `aws`, else without `terraform.`. */
function labelOf(address) {
    const named = /^module\.(.+)\.(?:source|version)$|^terraform\.required_providers\.(.+?)(?:\.version)?$/u.exec(address);
    return named?.[1] ?? named?.[2] ?? address.replace(/^terraform\./u, '');
}
/** The `ref` of a module's source; undefined where it has none. */
function versionOf(source) {
    return /[?&]ref=([^&]*)/u.exec(source)?.[1];
}
function differingPart(before, after) {
    if (before !== undefined && after !== undefined) {
        const [old, young] = [versionOf(before), versionOf(after)];
        if (old !== undefined && young !== undefined && before.replace(old, '') === after.replace(young, '')) {
            return { before: old, after: young };
        }
    }
    return { before, after };
}
function grouped(moves) {
    const groups = new Map();
    for (const { label, before, after } of moves) {
        const key = JSON.stringify([before ?? null, after ?? null]);
        const group = groups.get(key) ?? { labels: new Set(), move: { before, after } };
        group.labels.add(label);
        groups.set(key, group);
    }
    return [...groups.values()].map(({ labels, move }) => ({ labels: [...labels], ...move }));
}


/***/ }),

/***/ 891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withoutLegend),
/* harmony export */   R: () => (/* binding */ planDiff)
/* harmony export */ });
/**
 * Terraform's human plan as the body of a `diff` fence. GitHub colours a line by its first character, so the action
 * symbols move to column 0 while their lines keep their indentation:
 *
 * | Terraform | here | colour |
 * |---|---|---|
 * | `+` create | `+` | green |
 * | `-` destroy | `-` | red |
 * | `~` update in place, `.` forget | `!` | orange |
 * | `-/+` destroy, then create | `-/+` | red: what lives now is destroyed |
 * | `+/-` create, then destroy | `- +/-` | red for the same reason; Terraform's symbol would be green |
 * | `<=` read | ` <=` | none |
 *
 * A heredoc's text stays as it is: Terraform indents it four columns beyond the closing `EOT`, so none of it reaches
 * column 0. Terraform's own symbols for changed lines of a heredoc stand two columns beyond `EOT`, where no text can
 * be; only they move.
 */
/** A line with an action symbol, or one that opens a heredoc without any. */
const SYMBOL = /^( *)(-\/\+|\+\/-|[-+~.])( .*)?$/u;
const COUNTS = /^Plan: \d.*\bto destroy\.$/u;
const HEREDOC = /(?:^|= )<<-EOT(?: # forces replacement)?$/u;
const MARKS = {
    '+': '+',
    '-': '-',
    '~': '!',
    '.': '!',
    '-/+': '-/+',
    '+/-': '- +/-',
};
const SYMBOLS = new Set(['+', '-', '~', '.']);
/**
 * Moves the action symbols of `terraform show`'s text to column 0. Leaves out what the report says better elsewhere:
 * the legend of symbols, the line with the counts, which counts a replacement twice, and what one may do with outputs.
 */
function planDiff(text) {
    const lines = [];
    let heredoc;
    for (const line of withoutLegend(text).split('\n')) {
        if (heredoc !== undefined) {
            if (closesHeredoc(line, heredoc))
                heredoc = undefined;
            lines.push(heredocLine(line, heredoc));
            continue;
        }
        if (line.startsWith('Plan: ') && COUNTS.test(line))
            continue;
        // Plans of megabytes are mostly lines without one.
        heredoc = line.includes('<<-EOT') ? heredocColumn(line) : undefined;
        lines.push(withSymbolFirst(line));
    }
    return lines
        .join('\n')
        .replace(/\n{3,}/gu, '\n\n')
        .replace(/^\n+/u, '')
        .trimEnd();
}
/** Without what Terraform says around each plan: the legend of symbols, and what one may do with outputs. */
function withoutLegend(text) {
    return text
        .replace(/\r\n/gu, '\n')
        .replace(/^Terraform used the selected providers to generate[^]*?\n\n(?=\S| {2}#|$)/mu, '')
        .replace(/^You can apply this plan to save these new output values[^]*?infrastructure\.$/mu, '')
        .replace(/^Terraform will perform the following actions:\n\n?/mu, '');
}
function withSymbolFirst(line) {
    if (!SYMBOLS.has(line.trimStart().charAt(0)))
        return line;
    const match = SYMBOL.exec(line);
    if (match === null)
        return line;
    const [, indent = '', symbol = '', rest = ''] = match;
    return `${MARKS[symbol] ?? symbol}${indent}${rest}`;
}
/** The column in which the `EOT` of a heredoc that this line opens will stand: that of the attribute's name. */
function heredocColumn(line) {
    const match = SYMBOL.exec(line);
    const [indent, content] = match === null
        ? [line.length - line.trimStart().length, line.trimStart()]
        : [(match[1] ?? '').length + (match[2] ?? '').length + 1, (match[3] ?? '').slice(1)];
    return HEREDOC.test(content) ? indent : undefined;
}
function closesHeredoc(line, column) {
    return line.startsWith('EOT', column) && line.slice(0, column).trim() === '';
}
function heredocLine(line, column) {
    const match = SYMBOL.exec(line);
    if (match !== null && column !== undefined && (match[1] ?? '').length === column + 2)
        return withSymbolFirst(line);
    // Terraform writes nothing of a heredoc in column 0; should it ever, the line must not be coloured.
    return /^[-+!<>@#*=]/u.test(line) ? ` ${line}` : line;
}


/***/ }),

/***/ 8305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ allResourceLines),
/* harmony export */   Bx: () => (/* binding */ dangers),
/* harmony export */   b9: () => (/* binding */ dangerLines),
/* harmony export */   uW: () => (/* binding */ resourceLines)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2661);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8280);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);



/** The beginning of a line in a `diff` fence, so that GitHub colours it as it does the plan's text. */
const SIGNS = {
    delete: '-  ',
    replace: '-/+',
    forget: '!  ',
    update: '!  ',
    create: '+  ',
    import: '!  ',
    move: '!  ',
    read: ' <=',
};
/** Resources that are destroyed or replaced and that `dangerLines` names one by one. */
const MOST_NAMED = 20;
/**
 * One line for each resource for a `diff` fence, in Terraform's order, destroys and replacements first. Those that
 * `dangerLines` names are left out.
 */
function resourceLines(summary) {
    const others = summary.resources.filter(({ action }) => action !== 'delete' && action !== 'replace');
    return [
        ...withAction(summary, 'delete').slice(MOST_NAMED),
        ...withAction(summary, 'replace').slice(MOST_NAMED),
        ...others,
    ].map(lineOf);
}
/** One line for each resource for a `diff` fence, destroys and replacements first, none left out. */
function allResourceLines(summary) {
    const loud = [...withAction(summary, 'delete'), ...withAction(summary, 'replace')];
    return [...loud, ...summary.resources.filter((resource) => !loud.includes(resource))].map(lineOf);
}
function lineOf(resource) {
    return `${SIGNS[resource.action]} ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(resource.address), 300)}${notes(resource)}`;
}
function notes(resource) {
    const said = [
        resource.action === 'forget' ? 'forgotten, not destroyed' : '',
        resource.imported === true || resource.action === 'import' ? 'imported' : '',
        resource.movedFrom === undefined ? '' : `moved from ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(resource.movedFrom), 300)}`,
    ].filter((part) => part !== '');
    return said.length > 0 ? `  (${said.join(', ')})` : '';
}
/** Sentences that name what is destroyed and what is replaced; none for a plan that only adds and changes. */
function dangerLines(summary) {
    return dangers(summary, MOST_NAMED).map(({ verb, addresses, forcedBy, more }) => {
        const names = addresses.map((address) => (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(address, 200)).join(', ');
        const forces = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .firstFew */ .Dt)(forcedBy.map((each) => (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(each, 80)), 3);
        return `🟥 **${verb}** ${names}${forces === '' ? '' : ` (forced by ${forces})`}${more > 0 ? ` +${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(more)} more` : ''}`;
    });
}
/** @param most how many resources of each verb are named */
function dangers(summary, most) {
    return [
        ...dangersOf('Destroys', withAction(summary, 'delete'), most),
        ...dangersOf('Replaces', withAction(summary, 'replace'), most),
    ];
}
function dangersOf(verb, resources, most) {
    const groups = new Map();
    for (const { address, forcedBy = [] } of resources.slice(0, most)) {
        const key = JSON.stringify(forcedBy);
        const group = groups.get(key) ?? { addresses: [], forcedBy };
        group.addresses.push(address);
        groups.set(key, group);
    }
    const all = [...groups.values()];
    const more = Math.max(0, resources.length - most);
    return all.map((group, index) => ({ verb, ...group, more: index === all.length - 1 ? more : 0 }));
}
function withAction(summary, action) {
    return summary.resources.filter((resource) => resource.action === action);
}


/***/ }),

/***/ 9971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R$: () => (/* binding */ SUMMARY_BYTES),
/* harmony export */   _C: () => (/* binding */ COMMENT_ROOM),
/* harmony export */   dI: () => (/* binding */ BODY_BYTES),
/* harmony export */   jU: () => (/* binding */ SUMMARY_ROOM)
/* harmony export */ });
/** How much room the parts of a report get. A comment is read in two minutes; the job summary is looked things up in. */
/** UTF-8 bytes of a comment's or an issue's body: GitHub refuses 65,536 characters; the rest is for what it counts differently. */
const BODY_BYTES = 60_000;
/** UTF-8 bytes of a job summary: GitHub drops a step's of more than 1,048,576 altogether. */
const SUMMARY_BYTES = 1_000_000;
const COMMENT_ROOM = {
    rows: 25,
    value: 120,
    block: 4_000,
    items: 12,
    top: 15_000,
    elsewhere: 'job summary',
};
const SUMMARY_ROOM = {
    rows: 500,
    value: 1_000,
    block: 40_000,
    items: 200,
    top: 200_000,
    elsewhere: 'log',
};


/***/ }),

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4801);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9971);
/** The job summary: the same report with more room. */


/** The report as one markdown text smaller than `limits.bytes` UTF-8 bytes. What has no room is in the log. */
function renderSummary(report, limits = { bytes: _room_js__WEBPACK_IMPORTED_MODULE_1__/* .SUMMARY_BYTES */ .R$ }) {
    const sentence = 'More leaves have no room here: the log has all of them.\n';
    const within = { bytes: () => limits.bytes - sentence.length - 1, least: 1 };
    const [first = '', ...more] = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderParts */ .R)(report, within, _room_js__WEBPACK_IMPORTED_MODULE_1__/* .SUMMARY_ROOM */ .jU);
    return more.length === 0 ? first : `${first}\n${sentence}`;
}


/***/ }),

/***/ 3832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText),
  P: () => (/* binding */ renderWholeText)
});

// EXTERNAL MODULE: ./src/problems.ts
var problems = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/report/escaping.ts
var escaping = __webpack_require__(8280);
// EXTERNAL MODULE: ./src/report/pins.ts
var pins = __webpack_require__(7740);
// EXTERNAL MODULE: ./src/report/bytes.ts
var bytes = __webpack_require__(2661);
// EXTERNAL MODULE: ./src/report/plan-diff.ts
var plan_diff = __webpack_require__(891);
// EXTERNAL MODULE: ./src/report/resource-list.ts
var resource_list = __webpack_require__(8305);
// EXTERNAL MODULE: ./src/report/verdict.ts
var verdict = __webpack_require__(687);
;// CONCATENATED MODULE: ./src/report/terminal-details.ts







/** A piece of text for each leaf that the table's line has not said everything about. */
function leafDetails(report, paint) {
    return (0,verdict/* byUrgency */.td)(report.leaves)
        .filter((leaf) => !(0,verdict/* isQuiet */.rM)(leaf))
        .flatMap((leaf) => {
        const pieces = [reasons(leaf), dangerText(leaf, paint), words(leaf, paint)].filter((piece) => piece !== '');
        return pieces.length === 0 ? [] : [[paint('bold', (0,escaping/* oneLine */.TN)(leaf.leaf)), ...pieces].join('\n\n')];
    });
}
function reasons(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return '';
    return [...new Set(leaf.reasons.flatMap(reasonLines))].map((line) => `  ${(0,escaping/* oneLine */.TN)(line)}`).join('\n');
}
function reasonLines(reason) {
    switch (reason.kind) {
        case 'configuration':
            return [change(reason.key, unquoted(reason.before), unquoted(reason.after), reason.origin)];
        case 'pin': {
            const keys = (0,pins/* movedKeys */.sN)(reason);
            if (keys.length === 0)
                return [change(reason.address, reason.before, reason.after)];
            return keys.map(({ key, before, after, origin }) => change(key, before, after, origin));
        }
        case 'file':
            return [`${reason.change} ${reason.path}`];
        case 'module':
            return [`module ${reason.module}${reason.via.length > 0 ? `, through ${reason.via.join(', ')}` : ''}`];
        case 'setting':
            return [`setting ${reason.key}`];
        case 'base-failed':
            return [`did not render at base: ${reason.message}`];
    }
}
/** Characters of one value. */
const LONGEST = 200;
function change(name, before, after, origin) {
    const value = (text) => (text === undefined ? 'not set' : (0,bytes/* shorten */.ml)(text, LONGEST));
    const place = origin === undefined ? '' : `  (${(0,problems/* formatPlace */.dE)({ file: origin.file, line: origin.line })})`;
    return `${name}: ${value(before)} → ${value(after)}${place}`;
}
/** A plain JSON text as its words, so that a key and the pin that it moves are one line. */
function unquoted(json) {
    return json === undefined ? undefined : (/^"([^"\\]*)"$/u.exec(json)?.[1] ?? json);
}
function dangerText({ outcome, restated }, paint) {
    const found = outcome.status === 'planned' ? (0,resource_list/* dangers */.Bx)(outcome.summary, Infinity) : [];
    const lines = found.map(({ verb, addresses, forcedBy }) => {
        const forces = forcedBy.length > 0 ? ` (forced by ${forcedBy.join(', ')})` : '';
        return `${verb} ${addresses.join(', ')}${forces}`;
    });
    if (restated === true)
        lines.push('Leaves its old state behind');
    return lines.map((line) => `  ${paint('red', (0,escaping/* oneLine */.TN)(line))}`).join('\n');
}
const STYLES = { '+': 'green', '-': 'red', '~': 'yellow' };
function words({ outcome }, paint) {
    if (outcome.status === 'failed')
        return (0,escaping/* visible */.RK)(outcome.output).trimEnd();
    if (outcome.status !== 'planned' || !outcome.summary.hasChanges)
        return '';
    const lines = (0,plan_diff/* withoutLegend */.G)((0,escaping/* visible */.RK)(outcome.text)).replace(/^\n+/u, '').trimEnd().split('\n');
    return lines
        .map((line) => {
        const style = STYLES[/^ *(-\/\+|[-+~])(?: |$)/u.exec(line)?.[1]?.charAt(0) ?? ''];
        return style === undefined ? line : paint(style, line);
    })
        .join('\n');
}

// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/terminal.ts
/** The report for a terminal or a log, without markdown: one line for a leaf, problems in full. */






/** The verdict, notices, a table of leaves with what is planned and which pins move, then the problems. */
function renderText(report) {
    return joined([...overview(report), terminal_problems(report)]);
}
/** The same with each leaf in full: why it is changed, and its plan. */
function renderWholeText(report, paint) {
    return joined([...overview(report), ...leafDetails(report, paint), terminal_problems(report)]);
}
function joined(pieces) {
    return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}
function overview(report) {
    const rows = (0,verdict/* byUrgency */.td)(report.leaves).map((leaf) => [
        (0,verdict/* stateOf */.L4)(leaf).word,
        (0,escaping/* oneLine */.TN)(leaf.leaf),
        plannedInWords(leaf),
        (0,escaping/* oneLine */.TN)(pinsInWords(leaf)),
    ]);
    const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
    const table = rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
    const title = report.title === '' ? 'Kompos' : `Kompos ${(0,escaping/* oneLine */.TN)(report.title)}`;
    return [
        `${title}: ${(0,verdict/* verdict */.WJ)(report)}`,
        report.notices.map(escaping/* visible */.RK).join('\n'),
        table.join('\n'),
        (0,report_words/* leftOut */.ig)(report.unused),
    ];
}
function terminal_problems(report) {
    const all = [...report.problems, ...report.leaves.flatMap((leaf) => leaf.problems)].map((each) => (0,escaping/* visible */.RK)(each.severity === 'warning' ? `Warning: ${(0,problems/* formatProblem */.Vw)(each)}` : `Error: ${(0,problems/* formatProblem */.Vw)(each)}`));
    return [...new Set(all)].join('\n');
}
function plannedInWords(leaf) {
    switch (leaf.outcome.status) {
        case 'failed':
            return leaf.outcome.stage === 'render' ? 'does not render' : `${leaf.outcome.stage} failed`;
        case 'not-run':
            return leaf.kind === 'moved' ? 'nothing to destroy' : (0,verdict/* isLeftBehind */.KW)(leaf) ? 'nothing destroyed' : 'not planned';
        case 'planned':
            return leaf.outcome.summary.hasChanges ? (0,verdict/* countsInWords */.Pe)(leaf.outcome.summary.counts) || 'changes' : 'no changes';
    }
}
function pinsInWords(leaf) {
    return (0,pins/* pinMoves */.IO)(leaf)
        .map(({ labels, before, after }) => [
        labels.join(', '),
        before,
        before === undefined ? undefined : '→',
        after ?? (before === undefined ? undefined : 'none'),
    ]
        .filter((part) => part !== undefined)
        .join(' '))
        .join('; ');
}


/***/ }),

/***/ 687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ isAlarming),
/* harmony export */   KW: () => (/* binding */ isLeftBehind),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   TI: () => (/* binding */ isDestructive),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   fy: () => (/* binding */ quietCounts),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   td: () => (/* binding */ byUrgency)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

const NOTHING = { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };
/** The counts of a planned leaf; undefined where there is no plan. */
function countsOf(leaf) {
    return leaf.outcome.status === 'planned' ? leaf.outcome.summary.counts : undefined;
}
/** Whether the leaf's plan takes something away that lives now: a destroy or a replacement. */
function isDestructive(leaf) {
    const counts = countsOf(leaf);
    return counts !== undefined && counts.delete + counts.replace > 0;
}
/** Whether what lives now is at stake: it is taken away, or nothing looks after it any longer. */
function isAlarming(leaf) {
    return isDestructive(leaf) || leaf.restated === true;
}
/** A leaf that is gone and whose resources stay where they are. */
function isLeftBehind({ kind, outcome }) {
    return kind === 'removed' && outcome.status === 'not-run';
}
/** Whether Terraform says that the leaf's plan does something. */
function hasChanges(leaf) {
    return leaf.outcome.status === 'planned' && leaf.outcome.summary.hasChanges;
}
/** A changed leaf whose plan does nothing and that has nothing to warn of: it gets one line. */
function isQuiet(leaf) {
    return (leaf.outcome.status === 'planned' &&
        !leaf.outcome.summary.hasChanges &&
        leaf.problems.length === 0 &&
        leaf.restated !== true);
}
/** Destroys, replacements and states left behind first, then failures, then the rest, each in the order in which they would be applied. */
function byUrgency(leaves) {
    const rank = (leaf) => (isAlarming(leaf) ? 0 : leaf.outcome.status === 'failed' ? 1 : 2);
    return leaves.toSorted((a, b) => rank(a) - rank(b));
}
/** An icon for what happens and a word for what became of the leaf. */
function stateOf(leaf) {
    return { icon: iconOf(leaf), word: wordOf(leaf) };
}
function iconOf(leaf) {
    if (leaf.kind === 'failed' || leaf.outcome.status === 'failed')
        return '❌';
    if (leaf.kind === 'moved')
        return '🔵';
    if (isAlarming(leaf))
        return '🟥';
    if (isLeftBehind(leaf))
        return '🟡';
    if (leaf.outcome.status === 'not-run' || !leaf.outcome.summary.hasChanges)
        return '⚪';
    const { update, forget } = leaf.outcome.summary.counts;
    return update + forget === 0 && leaf.outcome.summary.counts.create > 0 ? '🟢' : '🟡';
}
function wordOf(leaf) {
    return leaf.kind === 'added' ? 'new' : leaf.kind;
}
/** `3 to create, 1 to change, 1 to replace, 2 to destroy`: only what there is, empty when nothing is counted. */
function countsInWords(counts) {
    return [
        counts.create > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.create)} to create` : '',
        counts.update > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.update)} to change` : '',
        counts.replace > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.replace)} to replace` : '',
        counts.delete > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.delete)} to destroy` : '',
        ...quietCounts(counts),
    ]
        .filter((part) => part !== '')
        .join(', ');
}
/** What happens besides creating, changing and destroying. */
function quietCounts(counts) {
    return [
        counts.forget > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.forget)} to forget` : '',
        counts.move > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.move)} to move` : '',
        counts.import > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.import)} to import` : '',
        counts.outputs > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.outputs, 'output', 'outputs')} to change` : '',
    ].filter((part) => part !== '');
}
/** The head line's words: what will be done in how many leaves, what failed, and what was not planned. No markdown. */
function verdict(report) {
    if (report.leaves.length === 0 && report.problems.some(({ severity }) => severity === 'error'))
        return 'the changed leaves could not be found';
    if (report.leaves.length === 0)
        return report.leafCount === 0
            ? 'there are no leaves'
            : `none of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(report.leafCount, 'leaf', 'leaves')} changes`;
    const changing = report.leaves.filter((leaf) => hasChanges(leaf) && leaf.kind !== 'removed');
    const removed = report.leaves.filter((leaf) => hasChanges(leaf) && leaf.kind === 'removed');
    const failed = report.leaves.filter((leaf) => leaf.outcome.status === 'failed');
    const leftBehind = report.leaves.filter(isLeftBehind);
    const restated = report.leaves.filter((leaf) => leaf.restated === true);
    const unplanned = report.leaves.filter((leaf) => leaf.outcome.status === 'not-run' && leaf.kind !== 'moved' && leaf.kind !== 'removed');
    const moved = report.leaves.filter((leaf) => leaf.outcome.status === 'not-run' && leaf.kind === 'moved');
    const parts = [
        changing.length > 0 ? `${countsInWords(totals(changing)) || 'changes'} in ${outOf(changing, report)}` : '',
        removed.length > 0
            ? `${countsInWords(totals(removed)) || 'changes'} in ${outOf(removed, report)}, only with destroy-removed`
            : '',
        restated.length > 0 ? `the old state of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(restated.length, 'leaf', 'leaves')} left behind` : '',
        failed.length > 0 ? `${outOf(failed, report)} failed` : '',
        unplanned.length > 0 ? `${outOf(unplanned, report)} changed, not planned` : '',
        leftBehind.length > 0 ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(leftBehind.length, 'leaf', 'leaves')} removed, nothing destroyed` : '',
        moved.length > 0 && changing.length + removed.length + failed.length + unplanned.length + leftBehind.length === 0
            ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(moved.length, 'leaf', 'leaves')} moved, nothing to destroy`
            : '',
    ].filter((part) => part !== '');
    return parts.length > 0 ? parts.join('; ') : `nothing to do in ${outOf(report.leaves, report)} that changed`;
}
function totals(leaves) {
    return leaves.reduce((sum, leaf) => add(sum, countsOf(leaf) ?? NOTHING), NOTHING);
}
function add(a, b) {
    return {
        create: a.create + b.create,
        update: a.update + b.update,
        replace: a.replace + b.replace,
        delete: a.delete + b.delete,
        forget: a.forget + b.forget,
        move: a.move + b.move,
        import: a.import + b.import,
        outputs: a.outputs + b.outputs,
    };
}
/** `2 of 40 leaves`; without `of 40` where leaves that head no longer has are among them. */
function outOf(some, report) {
    if (some.every(({ kind }) => kind === 'removed'))
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(some.length, 'removed leaf', 'removed leaves');
    const gone = some.some(({ kind }) => kind === 'removed' || kind === 'moved');
    if (gone || some.length > report.leafCount)
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(some.length, 'leaf', 'leaves');
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(some.length)} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(report.leafCount, 'leaf', 'leaves')}`;
}
/** Whether something went wrong, whatever else was planned. */
function hasFailed(report) {
    return (report.problems.some(isError) ||
        report.leaves.some(({ outcome, problems }) => outcome.status === 'failed' || problems.some(isError)));
}
function isError({ severity }) {
    return severity === 'error';
}


/***/ }),

/***/ 1177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unattended)
/* harmony export */ });
/** Set for every leaf by us, or unsafe with several leaves at once. */
const NOT_PASSED_ON = new Set(['TF_DATA_DIR', 'TF_PLUGIN_CACHE_DIR', 'TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE']);
/** All of an environment that may reach Terraform, and what keeps it from asking questions. */
function unattended(all) {
    const kept = Object.entries(all).filter(([name]) => !NOT_PASSED_ON.has(name));
    return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
}


/***/ }),

/***/ 1552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   o: () => (/* binding */ bind)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _masking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6527);
/* harmony import */ var _mirror_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6045);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1044);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/**
 * What a plan would do, as a digest: two plans with the same fingerprint make the same changes. It covers what decides
 * that, and leaves out what varies without it (the state as it was read, drift, checks, times).
 */





/** Stands in for a sensitive value where there is no key. */
const SENSITIVE = '(sensitive)';
/** The fingerprint of `terraform show -json` of a plan. */
function fingerprint(plan, made, { key, hide, ...context }) {
    // Terraform does not mark every place where a sensitive value stands (`terraform_data.output` before an update).
    const masker = (0,_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .createMasker */ .aD)([]);
    masker.add((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_3__/* .sensitiveValues */ .DJ)(plan));
    const hideAll = (text) => masker.mask(hide(text));
    const reduced = reducePlan(plan, key, key === undefined ? hideAll : hide);
    const versions = (0,_mirror_js__WEBPACK_IMPORTED_MODULE_1__/* .providerVersions */ .Nw)(made.providers).sort();
    const own = digest(canonical([versions, made.modules, reduced]), key);
    return { value: bind(own, { ...context, key }), plan: own, changes: changeDigests(reduced, key, hideAll) };
}
/**
 * The fingerprint of a plan together with a rendering's digest. With the digest that was recorded it tells whether the
 * plan alone is still the same.
 */
function bind(plan, { rendering, key }) {
    return digest(canonical([rendering, plan]), key).slice(0, 32);
}
function reducePlan(plan, key, hide) {
    const hidden = (name) => hideTexts((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(plan, name) ?? null, hide);
    // A secret that happens to read "create" and another that reads "delete" must not make the actions look alike.
    const shown = (change) => ({
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)(hideTexts(key === undefined ? withoutSensitive(change) : change, hide)),
        actions: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, 'actions')),
    });
    const changes = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(plan, 'resource_changes'))
        .filter((each) => !isNoOp(each))
        .sort((a, b) => compareTexts(addressOf(a), addressOf(b)))
        .map((each) => ({ ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)(hideTexts(each, hide)), change: shown((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(each, 'change')) }));
    const outputs = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(plan, 'output_changes')))
        .filter(([, change]) => actionsOf(change) !== 'no-op')
        .map(([name, change]) => [name, shown(change)]);
    return {
        resource_changes: changes,
        output_changes: Object.fromEntries(outputs),
        action_invocations: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(plan, 'action_invocations')).map(shown),
        deferred: [hidden('deferred_changes'), hidden('deferred_action_invocations')],
        configuration: hidden('configuration'),
        applyable: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(plan, 'applyable') ?? null,
        errored: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(plan, 'errored') ?? null,
    };
}
/** A resource that merely moves, or is imported as it is, changes the state: only what has no trace there is left out. */
function isNoOp(resource) {
    const change = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(resource, 'change');
    return (actionsOf(change) === 'no-op' &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(resource, 'previous_address') === undefined &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, 'importing') === undefined);
}
function actionsOf(change) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, 'actions')).join(' ');
}
/** Where the values of a change, or of an action's invocation, stand, and the marks that call them sensitive. */
const MARKED = { before: 'before_sensitive', after: 'after_sensitive', config_values: 'config_sensitive' };
/** A change with every value that its marks call sensitive replaced. */
function withoutSensitive(change) {
    const replaced = Object.entries(MARKED).flatMap(([side, marks]) => {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, side);
        return value === undefined ? [] : [[side, replaceMarked(value, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, marks))]];
    });
    return { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)(change), ...Object.fromEntries(replaced) };
}
/** `mark` mirrors the value: true where it and all below is sensitive. */
function replaceMarked(value, mark) {
    if (mark === true)
        return value === null ? null : SENSITIVE;
    if (Array.isArray(value)) {
        const marks = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(mark);
        return value.map((each, index) => replaceMarked(each, marks[index]));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceMarked(each, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(mark, key))]));
}
/** A copy with every text changed, and every number whose digits are a text to be hidden. */
function hideTexts(value, hide) {
    if (typeof value === 'string')
        return hide(value);
    if (typeof value === 'number')
        return hide(String(value)) === String(value) ? value : hide(String(value));
    if (Array.isArray(value)) {
        const items = value;
        return items.map((each) => hideTexts(each, hide));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hideTexts(each, hide)]));
}
function changeDigests({ resource_changes, output_changes }, key, hide) {
    const resources = resource_changes.map((each) => describe(hide(addressOf(each)), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(each, 'change'), key));
    const outputs = Object.entries(output_changes).map(([name, change]) => ({
        address: `output.${name}`,
        actions: actionsOf(change),
        attributes: { value: shortDigest([(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, 'before'), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, 'after')], key) },
    }));
    return [...resources, ...outputs].sort((a, b) => compareTexts(a.address, b.address));
}
function addressOf(resource) {
    const deposed = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(resource, 'deposed'));
    const address = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(resource, 'address')) ?? '';
    return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}
function compareTexts(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function describe(address, change, key) {
    const [before, after, unknown] = ['before', 'after', 'after_unknown'].map((side) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(change, side)));
    const names = new Set([before, after, unknown].flatMap((side) => Object.keys(side ?? {})));
    const attributes = {};
    for (const name of [...names].sort()) {
        const [old, now, later] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(before, name), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(after, name), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(unknown, name)];
        // What stays as it is needs no room in the record.
        if (later === undefined && canonical(old ?? null) === canonical(now ?? null))
            continue;
        attributes[name] = shortDigest([old, now, later], key);
    }
    return { address, actions: actionsOf(change), attributes };
}
/** 32 bits: it only has to tell values apart for the reader of a difference, the fingerprint decides. */
function shortDigest(value, key) {
    return digest(canonical(value), key).slice(0, 8);
}
function digest(content, key) {
    return (key === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key)).update(content).digest('hex');
}
/** JSON with the keys of objects sorted, so that equal values have equal texts. */
function canonical(value) {
    return JSON.stringify(value, (_, each) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each);
}


/***/ }),

/***/ 1044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ sensitiveValues),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);
/** Reads `terraform show -json` of a plan: what it will do, and what in it is secret. Format: JSON Output Format 1.x. */

/**
 * Parses `terraform show -json`. A number that JavaScript cannot hold becomes the text of its digits: Terraform's have
 * any length, and two long ids that differ in the last digit must neither look the same nor be masked as another one.
 */
function parsePlan(json) {
    const pieces = [];
    const token = /"|-?\d[\d.eE+-]*/gu;
    let copied = 0;
    for (let match = token.exec(json); match !== null; match = token.exec(json)) {
        const [found] = match;
        if (found === '"')
            token.lastIndex = endOfString(json, match.index);
        else if (String(Number(found)) !== found) {
            pieces.push(json.slice(copied, match.index), JSON.stringify(found));
            copied = token.lastIndex;
        }
    }
    const plan = JSON.parse(pieces.join('') + json.slice(copied));
    return plan;
}
/** The index behind the string that begins at `start`. No pattern does this: it would overflow on long strings. */
function endOfString(json, start) {
    for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
        let backslashes = 0;
        while (json[end - 1 - backslashes] === '\\')
            backslashes += 1;
        if (backslashes % 2 === 0)
            return end + 1;
    }
    return json.length;
}
/**
 * @param changes Terraform's exit code said that there are changes; stands in where an old Terraform does not say
 *   `applyable`
 */
function summarise(plan, changes) {
    const resources = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'resource_changes')).flatMap(describe);
    const count = (action) => resources.filter((each) => each.action === action).length;
    const outputs = Object.values((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'output_changes'))).filter((change) => {
        const actions = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'actions'));
        return !(actions.length === 1 && actions[0] === 'no-op');
    }).length;
    const applyable = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'applyable');
    return {
        hasChanges: typeof applyable === 'boolean' ? applyable : changes,
        counts: {
            create: count('create'),
            update: count('update'),
            replace: count('replace'),
            delete: count('delete'),
            forget: count('forget'),
            move: resources.filter((each) => each.movedFrom !== undefined).length,
            import: resources.filter((each) => each.imported === true).length,
            outputs,
        },
        resources,
    };
}
function describe(resource) {
    const change = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'change');
    const address = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'address')) ?? '';
    const movedFrom = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'previous_address'));
    const imported = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'importing') !== undefined;
    const action = actionOf((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'actions')).join(' ')) ?? (imported ? 'import' : undefined);
    const shown = action ?? (movedFrom === undefined ? undefined : 'move');
    if (shown === undefined)
        return [];
    const forcedBy = shown === 'replace' ? forces(resource) : [];
    return [
        {
            address,
            action: shown,
            ...(movedFrom === undefined ? {} : { movedFrom }),
            ...(imported ? { imported } : {}),
            ...(forcedBy.length > 0 ? { forcedBy } : {}),
        },
    ];
}
/** The human plan marks these too, but not each of them, and not where its text is cut. */
function forces(resource) {
    switch ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'action_reason'))) {
        case 'replace_because_tainted':
            return ['taint'];
        case 'replace_by_triggers':
            return ['replace_triggered_by'];
        default:
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'change'), 'replace_paths')).map(attributePath);
    }
}
/** `["network", 0, "id"]` → `network[0].id` */
function attributePath(path) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(path)
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(step) ?? '?'}`))
        .join('');
}
function actionOf(actions) {
    switch (actions) {
        case 'create':
        case 'update':
        case 'delete':
        case 'read':
        case 'forget':
            return actions;
        case 'delete create':
        case 'create delete':
            return 'replace';
        // The old object is given up instead of destroyed.
        case 'create forget':
        case 'forget create':
            return 'create';
        default:
            return undefined;
    }
}
/**
 * Every sensitive text and number in the plan, from wherever Terraform marks one: changes, outputs, the state before
 * and after, sensitive input variables. Human plan text can show one that stands behind no mark there.
 */
function sensitiveValues(plan) {
    const found = new Set();
    const changes = [
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'resource_changes')),
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'resource_drift')),
        ...Object.values((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'output_changes'))).map((change) => ({ change })),
    ];
    for (const each of changes) {
        const change = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(each, 'change');
        for (const side of ['before', 'after'])
            collect((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, side), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, `${side}_sensitive`), found);
    }
    for (const values of [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'prior_state'), 'values'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'planned_values')]) {
        collectModule((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(values, 'root_module'), found);
        for (const output of Object.values((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(values, 'outputs')))) {
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(output, 'sensitive') === true)
                collect((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(output, 'value'), true, found);
        }
    }
    const declared = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'configuration'), 'root_module'), 'variables'));
    for (const [name, variable] of Object.entries(declared)) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(variable, 'sensitive') === true)
            collect((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'variables'), name), 'value'), true, found);
    }
    return found;
}
function collectModule(module, found) {
    for (const resource of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(module, 'resources'))) {
        collect((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'values'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'sensitive_values'), found);
    }
    for (const child of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(module, 'child_modules')))
        collectModule(child, found);
}
/** `mark` mirrors the value: true where it and all below is sensitive. */
function collect(value, mark, found) {
    if (mark === undefined || mark === false || value === null || value === undefined)
        return;
    if (Array.isArray(value)) {
        const marks = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(mark);
        value.forEach((each, index) => {
            collect(each, mark === true || marks[index], found);
        });
    }
    else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value)) {
        for (const [key, each] of Object.entries(value))
            collect(each, mark === true || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(mark, key), found);
    }
    else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
        found.add(String(value));
    }
}


/***/ })

};
