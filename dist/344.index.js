export const id = 344;
export const ids = [344];
export const modules = {

/***/ 2143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kg: () => (/* binding */ allLeaves),
  Uq: () => (/* binding */ findChangedLeaves),
  QO: () => (/* binding */ sharedStates)
});

// EXTERNAL MODULE: ./src/problems.ts
var src_problems = __webpack_require__(2095);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(441);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
;// CONCATENATED MODULE: ./src/changes/compare.ts
/** Two renderings of one leaf → what differs, as reasons. Pure. */




/**
 * Why two renderings of a leaf differ; empty when Terraform would read the same bytes. Pins come first, then
 * configuration, files and modules, each in byte order.
 */
function compareRenderings(base, head) {
    return [
        ...comparePins(base.rendering, head.rendering),
        ...compareConfigurations(base.rendering, head.rendering),
        ...compareFiles(base.rendering, head.rendering),
        ...compareReach(base, head),
    ];
}
function comparePins(base, head) {
    const before = new Map(base.pins.map((pin) => [`${pin.template.file}\n${pin.address}`, pin]));
    const after = new Map(head.pins.map((pin) => [`${pin.template.file}\n${pin.address}`, pin]));
    return [...new Set([...before.keys(), ...after.keys()])].sort(snapshot/* compareBytes */.Xo).flatMap((place) => {
        const old = before.get(place);
        const now = after.get(place);
        if (old?.value === now?.value)
            return [];
        const oldKeys = new Map((old?.keys ?? []).map((each) => [each.key, each]));
        const newKeys = new Map((now?.keys ?? []).map((each) => [each.key, each]));
        const keys = [...new Set([...newKeys.keys(), ...oldKeys.keys()])].map((key) => ({
            key,
            before: oldKeys.get(key)?.value,
            after: newKeys.get(key)?.value,
            origin: (newKeys.get(key) ?? oldKeys.get(key))?.origin,
        }));
        return [
            {
                kind: 'pin',
                address: (now ?? old)?.address ?? '',
                before: old?.value,
                after: now?.value,
                keys,
            },
        ];
    });
}
/**
 * The keys of `var.config`, and of what goes into the provider file, whose values differ. Maps are compared key by key,
 * everything else as a whole.
 */
function compareConfigurations(base, head) {
    const reasons = [];
    const shownBefore = visible(base);
    const shownAfter = visible(head);
    walk('', shownBefore, shownAfter);
    return reasons;
    function walk(prefix, before, after) {
        for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(snapshot/* compareBytes */.Xo)) {
            const old = before[name];
            const now = after[name];
            const key = prefix === '' ? name : `${prefix}.${name}`;
            // Subtrees that both sides share are the same object.
            if (old === now)
                continue;
            if (old?.kind === 'map' && now?.kind === 'map')
                walk(key, old.children, now.children);
            else if (old === undefined || now === undefined || !(0,json/* equalValues */.b9)(old, now)) {
                const origin = now === undefined ? old && writtenAt(old) : writtenAt(now);
                reasons.push({
                    kind: 'configuration',
                    key,
                    before: old && (0,json/* toCompactJson */.ZJ)(old),
                    after: now && (0,json/* toCompactJson */.ZJ)(now),
                    origin,
                });
            }
        }
    }
}
/** The top-level keys of a configuration that reach Terraform by one of the two generated files. */
function visible({ provider, variables }) {
    return { ...provider.children, ...variables.children };
}
/** The line that has to be edited: behind a value that is one placeholder, the line of the value that it names. */
function writtenAt(value) {
    return value.source ?? value.origin;
}
/** Generated files are explained by configuration keys and pins, so only their sources count here. */
function compareFiles(base, head) {
    const before = new Map(base.files.map((file) => [file.name, file]));
    const after = new Map(head.files.map((file) => [file.name, file]));
    const pathOf = (rendering, name) => `${rendering.source}/${name}`;
    return [...new Set([...before.keys(), ...after.keys()])].sort(snapshot/* compareBytes */.Xo).flatMap((name) => {
        if (name === terraform_files/* PROVIDER_FILE */.tV || name === terraform_files/* VARIABLES_FILE */.bV)
            return [];
        const old = before.get(name);
        const now = after.get(name);
        if (old === undefined)
            return [{ kind: 'file', path: pathOf(head, name), change: 'added' }];
        if (now === undefined)
            return [{ kind: 'file', path: pathOf(base, name), change: 'removed' }];
        return sameContent(old, now)
            ? []
            : [
                {
                    kind: 'file',
                    path: now.content.kind === 'generated' ? pathOf(head, name) : now.content.file.path,
                    change: 'changed',
                },
            ];
    });
}
/** Whether a change of the file itself is behind a difference; what pins changed in a template is said by the pins. */
function sameContent(base, head) {
    if (base.executable !== head.executable)
        return false;
    if (base.content.kind === 'generated' || head.content.kind === 'generated')
        return true;
    if (base.content.file.id === head.content.file.id)
        return true;
    return base.content.text !== undefined && base.content.text === head.content.text;
}
/** Modules and files beside the source folder, told apart by their path from it. */
function compareReach(base, head) {
    const reasons = [];
    const oldModules = new Map(base.reach.modules.map((each) => [relative(base, each.folder), each]));
    const newModules = new Map(head.reach.modules.map((each) => [relative(head, each.folder), each]));
    for (const place of [...new Set([...newModules.keys(), ...oldModules.keys()])].sort(snapshot/* compareBytes */.Xo)) {
        const old = oldModules.get(place);
        const now = newModules.get(place);
        const files = differingFiles(base, old?.files ?? [], head, now?.files ?? []);
        const shown = now ?? old;
        if (files.length === 0 || shown === undefined)
            continue;
        reasons.push({ kind: 'module', module: shown.folder, via: shown.via, files: files.map(({ path }) => path) });
    }
    // A module's own files are said with the module.
    const said = new Set(reasons.flatMap((reason) => (reason.kind === 'module' ? reason.files : [])));
    for (const { path, change } of differingFiles(base, base.reach.files, head, head.reach.files)) {
        if (!said.has(path))
            reasons.push({ kind: 'file', path, change });
    }
    return reasons;
}
function differingFiles(base, baseFiles, head, headFiles) {
    const before = new Map(baseFiles.map((file) => [relative(base, file.path), file]));
    const after = new Map(headFiles.map((file) => [relative(head, file.path), file]));
    return [...new Set([...before.keys(), ...after.keys()])].sort(snapshot/* compareBytes */.Xo).flatMap((place) => {
        const old = before.get(place);
        const now = after.get(place);
        if (now === undefined)
            return old === undefined ? [] : [{ path: old.path, change: 'removed' }];
        if (old === undefined)
            return [{ path: now.path, change: 'added' }];
        return old.id === now.id && old.executable === now.executable ? [] : [{ path: now.path, change: 'changed' }];
    });
}
function relative({ rendering }, path) {
    return external_node_path_.posix.relative(`/${rendering.source}`, `/${path}`);
}

// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(7918);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(127);
;// CONCATENATED MODULE: ./src/changes/reachable.ts
/** Which leaves a difference between two revisions can reach at all: the others need not be rendered. */



/** Paths from the repository root whose content, mode or presence differs. */
function differingPaths(base, head) {
    const before = new Map(base.files().map((file) => [file.path, file]));
    const differing = [];
    for (const file of head.files()) {
        const old = before.get(file.path);
        if (old === undefined || old.id !== file.id || old.executable !== file.executable)
            differing.push(file.path);
        before.delete(file.path);
    }
    return [...differing, ...before.keys()];
}
/**
 * Paths of the leaves that may render differently. Never leaves out one that does; may hold some that do not.
 */
async function leavesInReach(base, head) {
    const { root } = head.project;
    const paths = differingPaths(base.project.snapshot, head.project.snapshot);
    const everyLeaf = () => new Set(head.leaves.map((leaf) => leaf.path));
    if (paths.length === 0)
        return new Set();
    if (paths.includes((0,snapshot/* joinPath */.uJ)(root, settings/* SETTINGS_FILE */.tP)))
        return everyLeaf();
    const layerFolders = new Set(paths.filter(project_layers/* isLayerFile */.Q).map(folderOf));
    const layers = new Set();
    const layerPaths = new Set([...head.leaves, ...base.leaves].flatMap((leaf) => leaf.layers));
    for (const layer of layerPaths)
        if (layerFolders.has((0,snapshot/* joinPath */.uJ)(root, layer)))
            layers.add(layer);
    // A layer file may also be named by a path expression of some composition, so it counts on this side too.
    const compositions = new Set([
        ...(await base.compositionsReaching(paths)),
        ...(await head.compositionsReaching(paths)),
    ]);
    return new Set(head.leaves
        .filter((leaf) => compositions.has(leaf.composition) || leaf.layers.some((layer) => layers.has(layer)))
        .map((leaf) => leaf.path));
}
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

;// CONCATENATED MODULE: ./src/changes/changed-leaves.ts
/** Which leaves differ between two revisions: both sides rendered and compared, never guessed from a list of paths. */



/**
 * Compares all leaves of two revisions. Leaves that no differing file can reach are not rendered.
 *
 * @returns changed leaves in byte order of path
 */
async function findChangedLeaves(base, head) {
    const atBase = new Map(base.leaves.map((leaf) => [leaf.path, leaf]));
    const atHead = new Map(head.leaves.map((leaf) => [leaf.path, leaf]));
    const inReach = await leavesInReach(base, head);
    const changed = [];
    for (const leaf of head.leaves) {
        const before = atBase.get(leaf.path);
        if (before === undefined)
            changed.push(await added(leaf, head));
        else if (inReach.has(leaf.path)) {
            const found = await compareLeaf(before, base, leaf, head);
            if (found !== undefined)
                changed.push(found);
        }
    }
    for (const leaf of base.leaves)
        if (!atHead.has(leaf.path))
            changed.push(await removed(leaf, base));
    return markMoved(changed, await stateOwners(changed, head)).sort((a, b) => (a.leaf.path < b.leaf.path ? -1 : 1));
}
/** All leaves as they are, compared with nothing: what a manual or scheduled run plans. */
async function allLeaves(head) {
    const selected = [];
    for (const leaf of head.leaves) {
        const found = await added(leaf, head);
        selected.push(found.kind === 'added' ? { ...found, kind: 'selected' } : found);
    }
    return selected;
}
async function added(leaf, head) {
    const result = await head.render(leaf);
    if (!result.ok)
        return { leaf, kind: 'failed', reasons: [], problems: result.problems };
    return { leaf, kind: 'added', reasons: [], head: result, problems: result.warnings };
}
async function removed(leaf, base) {
    const result = await base.render(leaf);
    if (result.ok)
        return { leaf, kind: 'removed', reasons: [], base: result, problems: [] };
    const message = result.problems[0]?.message ?? '';
    return { leaf, kind: 'removed', reasons: [{ kind: 'base-failed', message }], problems: [] };
}
async function compareLeaf(before, base, leaf, head) {
    const now = await head.render(leaf);
    if (!now.ok)
        return { leaf, kind: 'failed', reasons: [], problems: now.problems };
    const old = await base.render(before);
    if (!old.ok) {
        const message = old.problems[0]?.message ?? '';
        return { leaf, kind: 'changed', reasons: [{ kind: 'base-failed', message }], head: now, problems: now.warnings };
    }
    const reasons = compareRenderings(old, now);
    if (reasons.length === 0)
        return undefined;
    const settings = changedSettings(leaf, base, head);
    const restated = old.rendering.state?.identity !== now.rendering.state?.identity;
    return {
        leaf,
        kind: 'changed',
        reasons: [...reasons, ...settings],
        head: now,
        base: old,
        problems: now.warnings,
        restated,
    };
}
/** Settings that decide what this composition gets. */
function changedSettings(leaf, base, head) {
    const [before, after] = [base.project.settings, head.project.settings];
    if (before === after)
        return [];
    const lists = [
        ['compositions.config_keys.excluded', before.excludedKeys, after.excludedKeys],
        ['compositions.config_keys.filtered', before.filteredKeys, after.filteredKeys],
    ];
    const differing = lists
        .filter(([, old, now]) => JSON.stringify(old.get(leaf.composition)) !== JSON.stringify(now.get(leaf.composition)))
        .map(([name]) => `${name}.${leaf.composition}`);
    const scalars = [
        ['terraform.versioned_module_sources', before.versionedModuleSources, after.versionedModuleSources],
        ['terraform.local_path', before.localPath, after.localPath],
        ['terraform.root_path', before.rootPath, after.rootPath],
        ['list_merge', before.listMerge, after.listMerge],
    ]
        .filter(([, old, now]) => old !== now)
        .map(([name]) => name);
    return [...differing, ...scalars].map((key) => ({ kind: 'setting', key }));
}
/**
 * The leaf of head that uses a state, by the state's identity. Unchanged leaves count too: a state that they shared with
 * a removed leaf is still theirs. They are rendered only where something was removed.
 */
async function stateOwners(changed, head) {
    const owners = new Map();
    if (!changed.some(({ kind }) => kind === 'removed'))
        return owners;
    for (const leaf of head.leaves) {
        const result = await head.render(leaf);
        const identity = result.ok ? result.rendering.state?.identity : undefined;
        if (identity !== undefined)
            owners.set(identity, leaf.path);
    }
    return owners;
}
/** A removed leaf whose state a leaf of head uses is moved: destroying it would destroy what lives. */
function markMoved(changed, owners) {
    return changed.map((each) => {
        const identity = each.kind === 'removed' ? each.base?.rendering.state?.identity : undefined;
        const movedTo = identity === undefined ? undefined : owners.get(identity);
        return movedTo === undefined ? each : { ...each, kind: 'moved', movedTo };
    });
}
/** Leaves of one run that would write to the same state: an error before anything starts. */
function sharedStates(renderings) {
    const owners = new Map();
    const problems = [];
    for (const { leaf, state } of renderings) {
        if (state === undefined)
            continue;
        const other = owners.get(state.identity);
        if (other === undefined)
            owners.set(state.identity, leaf.path);
        else {
            problems.push((0,src_problems/* problem */.CC)('state', `Two leaves have the same state: ${other} and ${leaf.path}.`, {
                place: { file: leaf.path },
                hint: "Each would destroy what the other made. Give the backend a setting that differs, such as a key with the leaf's place and composition in it.",
            }));
        }
    }
    return problems;
}


/***/ }),

/***/ 2729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ findFittingTerraform)
});

// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(7918);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./src/problems.ts
var problems = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/terraform/process.ts
var process = __webpack_require__(8381);
;// CONCATENATED MODULE: ./src/terraform/binary.ts
/** Finds the Terraform binary and checks its version. */





/**
 * Finds Terraform on PATH and asks for its version. hashicorp/setup-terraform puts a Node wrapper named `terraform` on
 * PATH that alters output and exit codes: the real binary beside it is preferred.
 *
 * @throws ProblemError when there is none
 */
async function findTerraform(environment) {
    const path = locate(environment);
    if (path === undefined) {
        throw new problems/* ProblemError */.Mm([
            (0,problems/* problem */.CC)('terraform', 'Terraform was not found on PATH.', {
                hint: 'In a workflow, add "uses: hashicorp/setup-terraform@v3" before this step; elsewhere see https://developer.hashicorp.com/terraform/install.',
            }),
        ]);
    }
    const result = await (0,process/* runTerraform */.Y2)({ path, args: ['version', '-json'], directory: '.', environment });
    const found = /"terraform_version":\s*"([^"]+)"/u.exec(result.stdout)?.[1];
    if (result.code !== 0 || found === undefined) {
        throw new problems/* ProblemError */.Mm([(0,problems/* problem */.CC)('terraform', `"${path} version -json" failed: ${result.stderr.trim()}`)]);
    }
    return { path, version: found };
}
function locate(environment) {
    const wrapped = environment['TERRAFORM_CLI_PATH'];
    const candidates = [
        ...(wrapped === undefined ? [] : [(0,external_node_path_.join)(wrapped, 'terraform-bin')]),
        ...(environment['PATH'] ?? '')
            .split(external_node_path_.delimiter)
            .filter(Boolean)
            .map((folder) => (0,external_node_path_.join)(folder, 'terraform')),
    ];
    return candidates.find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/**
 * Checks a version against `terraform.version`: an exact version, a constraint (`~> 1.9`, `>= 1.5, < 2`), or a
 * beginning (`v1`, `1.11`).
 *
 * @param place of the setting, for the message
 * @throws ProblemError when it does not fit or the setting cannot be read
 */
function checkVersion(version, wanted, place) {
    const fits = satisfies(version, wanted);
    if (fits === true)
        return;
    throw new problems/* ProblemError */.Mm([
        (0,problems/* problem */.CC)('terraform', fits === undefined
            ? `terraform.version "${wanted}" is neither a version nor a constraint.`
            : `Terraform is ${version}, but terraform.version asks for "${wanted}".`, { place, hint: 'Give setup-terraform the version that the project asks for, or change terraform.version.' }),
    ]);
}
/** Undefined: the constraint cannot be read. Syntax: Terraform's version constraints. */
function satisfies(version, wanted) {
    const parts = wanted.split(',').map((part) => part.trim());
    let fits = true;
    for (const part of parts) {
        const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?$/u.exec(part);
        const digits = match?.[2];
        const bound = digits === undefined ? null : (0,semver.coerce)(digits);
        if (match === null || digits === undefined || bound === null)
            return undefined;
        const exact = `${bound.version}${match[3] ?? ''}`;
        if ((0,semver.valid)(exact) === null)
            return undefined;
        fits &&= compare(version, match[1], exact, digits.split('.').length, bound);
    }
    return fits;
}
function compare(version, operator, exact, precision, bound) {
    switch (operator) {
        case '!=':
            return !(0,semver.eq)(version, exact);
        case '>=':
            return (0,semver.gte)(version, exact);
        case '<=':
            return (0,semver.lte)(version, exact);
        case '>':
            return (0,semver.gt)(version, exact);
        case '<':
            return (0,semver.lt)(version, exact);
        case '~>':
            return ((0,semver.gte)(version, exact) &&
                (0,semver.lt)(version, precision > 2 ? `${bound.major}.${bound.minor + 1}.0` : `${bound.major + 1}.0.0`));
        default:
            // A beginning: "1" fits 1.x.y, "1.11" fits 1.11.x.
            return precision > 2
                ? (0,semver.eq)(version, exact)
                : version.split('.').slice(0, precision).join('.') === exact.split('.').slice(0, precision).join('.');
    }
}

;// CONCATENATED MODULE: ./src/jobs/terraform-binary.ts



/** @throws ProblemError when Terraform is missing or its version does not fit `terraform.version` */
async function findFittingTerraform(project, environment) {
    const binary = await findTerraform(environment);
    const wanted = project.settings.terraformVersion;
    if (wanted !== undefined)
        checkVersion(binary.version, wanted, { file: (0,snapshot/* joinPath */.uJ)(project.root, settings/* SETTINGS_FILE */.tP) });
    return binary;
}


/***/ }),

/***/ 8557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4330);
/** The order in which leaves are run. */

/**
 * Parent places before child places; within a place the compositions in the given order, unlisted ones last by name.
 *
 * @param compositionOrder `compositions.order.terraform`
 */
function inOrder(items, compositionOrder) {
    const rank = new Map(compositionOrder.map((composition, index) => [composition, index]));
    const rankOf = (leaf) => rank.get(leaf.composition) ?? compositionOrder.length;
    return [...items].sort((a, b) => comparePlaces(a.leaf.place, b.leaf.place) ||
        rankOf(a.leaf) - rankOf(b.leaf) ||
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a.leaf.composition, b.leaf.composition) ||
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a.leaf.path, b.leaf.path));
}
/** Folder by folder, so that a parent stands before its children whatever characters their names have. */
function comparePlaces(a, b) {
    const as = a.split('/');
    const bs = b.split('/');
    for (let index = 0; index < Math.min(as.length, bs.length); index += 1) {
        const order = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(as[index] ?? '', bs[index] ?? '');
        if (order !== 0)
            return order;
    }
    return as.length - bs.length;
}


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _node_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3763);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2095);
/** `.kompos-runtime/.lock` lets one run in at a time. */





/**
 * Takes the lock, or says who has it. The lock of a process that is gone does not count.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param now the time of day, for the message that a second run gets
 * @throws ProblemError when another run holds it, or when `.kompos-runtime` is no folder
 */
function takeLock(runtimeRoot, command, now) {
    refuseAnythingElse(runtimeRoot);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(runtimeRoot, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtimeRoot, '.lock');
    const holder = { pid: process.pid, host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), since: now.toISOString(), command };
    // Twice: once more after a stale lock was moved away.
    for (let attempt = 0; attempt < 2; attempt += 1) {
        if (create(path, holder))
            return {
                release: once(() => {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
                }),
            };
        const other = read(path);
        if (other !== undefined && isAlive(other))
            throw held(path, other);
        moveAway(path);
    }
    throw held(path, read(path));
}
/** A link that somebody committed would have the run write, and clean up, wherever it leads. */
function refuseAnythingElse(runtimeRoot) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(runtimeRoot, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return;
    throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm([
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)('path', `${runtimeRoot} is ${found.isSymbolicLink() ? 'a symbolic link' : 'a file'} and has to be a folder.`, {
            hint: 'Remove it, and list ".kompos-runtime/" in .gitignore.',
        }),
    ]);
}
/** A link appears with its content or not at all: no other run can read a half-written lock. */
function create(path, holder) {
    const own = `${path}.${process.pid}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(own, `${JSON.stringify(holder)}\n`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(own, path);
        return true;
    }
    catch (error) {
        if ((0,_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .u)(error, 'EEXIST'))
            return false;
        throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(own, { force: true });
    }
}
/** Removes a stale lock. Another run may have replaced it by its own in the meantime: that one is put back. */
function moveAway(path) {
    const aside = `${path}.stale.${process.pid}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, aside);
    }
    catch (error) {
        if ((0,_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .u)(error, 'ENOENT'))
            return;
        throw error;
    }
    const moved = read(aside);
    try {
        if (moved !== undefined && isAlive(moved))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(aside, path);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(aside, { force: true });
    }
}
function read(path) {
    try {
        const value = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        return isHolder(value) ? value : undefined;
    }
    catch {
        // Gone by now, or not ours.
        return undefined;
    }
}
function isHolder(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const fields = new Map(Object.entries(value));
    return (typeof fields.get('pid') === 'number' &&
        ['host', 'since', 'command'].every((key) => typeof fields.get(key) === 'string'));
}
/** Another host's process cannot be asked, so its lock counts. */
function isAlive(holder) {
    if (holder.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)())
        return true;
    try {
        process.kill(holder.pid, 0);
        return true;
    }
    catch (error) {
        return (0,_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .u)(error, 'EPERM');
    }
}
function held(path, holder) {
    const who = holder === undefined
        ? 'Another kompos run'
        : `Another kompos run (process ${holder.pid} on ${holder.host}, since ${holder.since}: ${holder.command})`;
    return new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm([
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)('lock', `${who} is at work in this project.`, {
            hint: `Wait for it to end. If you are sure that it is gone, remove ${path}.`,
        }),
    ]);
}
function once(action) {
    let done = false;
    return () => {
        if (done)
            return;
        done = true;
        action();
    };
}


/***/ }),

/***/ 5862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ removeLeftovers),
/* harmony export */   Md: () => (/* binding */ RUNTIME_FOLDER),
/* harmony export */   _f: () => (/* binding */ linkRuntimeDirectory),
/* harmony export */   gy: () => (/* binding */ removeRuntimeDirectory),
/* harmony export */   nI: () => (/* binding */ writeRuntimeDirectory),
/* harmony export */   r6: () => (/* binding */ writeRuntimeDirectoryApart)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/** Renderings on disk. */


const RUNTIME_FOLDER = '.kompos-runtime';
/** Never offered as neighbours: they are no sources, and the runtime folder would contain itself. */
const NO_NEIGHBOURS = new Set(['.git', RUNTIME_FOLDER]);
/**
 * Writes a rendering to `<runtimeRoot>/leaves/<leaf>/<source folder>`. At every level above the runtime directory the
 * neighbours of the source folder are linked, so that a relative path means there what it means in the source folder,
 * however many leaves of one composition are on disk. What an earlier run left for this leaf is removed first.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param tree absolute path of a folder on disk that has the snapshot's files
 * @returns absolute path of the runtime directory
 */
async function writeRuntimeDirectory(rendering, snapshot, runtimeRoot, tree) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot);
    linkNeighbours(leafRoot, rendering.source, tree);
    await writeFiles(rendering, snapshot, directory);
    return directory;
}
/**
 * The same for a snapshot that no folder on disk has, such as the base of a removed leaf: its neighbours are written as
 * they are in the snapshot, whatever stands at their places by now.
 *
 * @param neighbours the files outside of the source folder that the rendering reaches
 */
async function writeRuntimeDirectoryApart(rendering, snapshot, runtimeRoot, neighbours) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot);
    await snapshot.load(neighbours);
    for (const file of neighbours)
        writeFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(leafRoot, file.path), snapshot.read(file), file.executable);
    await writeFiles(rendering, snapshot, directory);
    return directory;
}
function makeDirectory(rendering, runtimeRoot) {
    const leafRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, 'leaves', rendering.leaf.path);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(leafRoot, { recursive: true, force: true });
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(leafRoot, rendering.source);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
    return { leafRoot, directory };
}
async function writeFiles(rendering, snapshot, directory) {
    await snapshot.load(rendering.files.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])));
    for (const { name, executable, content } of rendering.files) {
        const bytes = content.kind === 'copy' ? snapshot.read(content.file) : content.text;
        writeFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), bytes, executable);
    }
}
function writeFile(path, bytes, executable) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, bytes, { mode: executable ? 0o755 : 0o644 });
}
function linkNeighbours(leafRoot, source, tree) {
    const parts = source.split('/');
    for (const [depth, own] of parts.entries()) {
        const above = parts.slice(0, depth).join('/');
        const level = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(leafRoot, above);
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree, above))) {
            if (name === own || NO_NEIGHBOURS.has(name))
                continue;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(level, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree, above, name)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(level, name));
        }
    }
}
/**
 * Shows a runtime directory at `.kompos-runtime/terraform/<cloud>/<composition>`, the place that people look at.
 *
 * @param shown path below `.kompos-runtime`
 */
function linkRuntimeDirectory(runtimeRoot, shown, directory) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, shown);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(link), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(link, { recursive: true, force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(link), directory), link);
}
/** Removes a runtime directory with its working data. */
function removeRuntimeDirectory(runtimeRoot, leafPath) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, 'leaves', leafPath);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
}
/**
 * Removes files of a name from all runtime directories: a run that was killed could not remove the plan files that hold
 * secrets in clear.
 */
function removeLeftovers(runtimeRoot, name) {
    const leaves = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, 'leaves');
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(leaves, { throwIfNoEntry: false })?.isDirectory() !== true)
        return;
    // Links among the entries lead to sources and are not followed.
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(leaves, { recursive: true, withFileTypes: true })) {
        if (entry.name === name && entry.isFile())
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, name), { force: true });
    }
}


/***/ }),

/***/ 8381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ runTerraformHere),
/* harmony export */   Y2: () => (/* binding */ runTerraform),
/* harmony export */   uU: () => (/* binding */ passSignalsOn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/** Starts Terraform processes and passes signals on to them. */




/** The processes that run, and whether each has a process group of its own. */
const running = new Map();
let interrupted = false;
/** Runs Terraform without a terminal and collects what it prints. */
async function runTerraform(call) {
    // Files, no pipes: should kompos be killed, the next write into a pipe would kill Terraform too, in the middle of an
    // apply, with its state unsaved and the lock held. Like this it goes on to its end.
    const [stdout, stderr] = [openNamelessFile(), openNamelessFile()];
    try {
        // A process group of its own: a Ctrl-C on the terminal must reach Terraform once, through us. Two interrupts make
        // it exit at once, without giving its state lock back.
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.path, [...call.args], {
            cwd: call.directory,
            env: { ...call.environment },
            stdio: ['ignore', stdout, stderr],
            detached: true,
        });
        const code = await finished(child, true);
        const result = { code, stdout: readWhole(stdout), stderr: readWhole(stderr) };
        if (call.onLine !== undefined)
            for (const line of linesOf(result))
                call.onLine(line);
        return result;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(stdout);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(stderr);
    }
}
/** Runs Terraform on the terminal that kompos itself was started on. Answers the exit code. */
function runTerraformHere(call) {
    // On a terminal Terraform has to stay in the foreground group to ask its questions; Ctrl-C then reaches it directly.
    const detached = !process.stdin.isTTY;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.path, [...call.args], {
        cwd: call.directory,
        env: { ...call.environment },
        stdio: 'inherit',
        detached,
    });
    return finished(child, detached);
}
/**
 * Passes the first SIGINT or SIGTERM on to Terraform, as an interrupt, so that it can stop in good order and give its
 * state lock back. Later ones are swallowed for the same reason: Terraform takes a second interrupt as "exit at once".
 *
 * @param onInterrupt called once, so that no further work is started
 * @returns stops listening
 */
function passSignalsOn(onInterrupt) {
    const listener = (signal) => {
        if (interrupted)
            return;
        interrupted = true;
        onInterrupt();
        // A terminal's Ctrl-C has already reached those that share our process group.
        for (const [child, { detached }] of running)
            if (detached || signal !== 'SIGINT')
                child.kill('SIGINT');
    };
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
    return () => {
        process.off('SIGINT', listener);
        process.off('SIGTERM', listener);
    };
}
function finished(child, detached) {
    running.set(child, { detached });
    return new Promise((resolve, reject) => {
        child.on('error', (error) => {
            running.delete(child);
            reject(error);
        });
        child.on('close', (code, signal) => {
            running.delete(child);
            resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGINT' ? 2 : 15));
        });
    });
}
/** A file without a name: it is gone as soon as nobody has it open, however that comes about. */
function openNamelessFile() {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'kompos-output-'));
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'output'), 'w+', 0o600);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
    }
}
/** From its beginning: the position is shared with the process that has written it. */
function readWhole(file) {
    const bytes = Buffer.alloc((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file).size);
    let read = 0;
    while (read < bytes.length) {
        const more = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, bytes, read, bytes.length - read, read);
        if (more === 0)
            break;
        read += more;
    }
    return bytes.toString('utf8', 0, read);
}
function linesOf({ stdout, stderr }) {
    return [stdout, stderr].flatMap((text) => (text === '' ? [] : text.replace(/\n$/u, '').split('\n')));
}


/***/ })

};
