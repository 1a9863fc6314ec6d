export const id = 843;
export const ids = [843];
export const modules = {

/***/ 9843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kg: () => (/* binding */ allLeaves),
  Uq: () => (/* binding */ findChangedLeaves),
  QO: () => (/* binding */ sharedStates)
});

// EXTERNAL MODULE: ./src/problems.ts
var src_problems = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(441);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(5686);
;// CONCATENATED MODULE: ./src/changes/compare-configurations.ts
/** Two configurations of one leaf → the keys that differ and are read. Pure. */



/** Whether two renderings hand over another configuration, read or not. */
function differInConfiguration(base, head) {
    return !(0,json/* equalValues */.b9)(base.rendering.variables, head.rendering.variables);
}
/**
 * The keys of what Terraform may read whose values differ: of the provider file all, of `var.config` what either side's
 * sources use. Maps are compared key by key, everything else as a whole.
 */
function compareConfigurations(base, head, everything) {
    const reasons = [];
    const used = usedKeys([base, head], everything);
    if (used.whole) {
        const [old, now] = [base.rendering, head.rendering];
        const names = [
            ...differingNames(old.variables.children, now.variables.children),
            ...differingNames(old.provider.children, now.provider.children),
        ];
        for (const name of [...new Set(names)].sort(snapshot/* compareBytes */.Xo))
            whole(name, visible(old, name), visible(now, name));
    }
    else {
        for (const [key, part] of [...used.children].sort(([a], [b]) => (0,snapshot/* compareBytes */.Xo)(a, b))) {
            usedPart(key, visible(base.rendering, key), visible(head.rendering, key), part);
        }
    }
    return reasons;
    function whole(key, old, now) {
        // Subtrees that both sides share are the same object.
        if (old === now)
            return;
        if (old?.kind === 'map' && now?.kind === 'map')
            everyKey(key, old, now);
        else if (old === undefined || now === undefined || !(0,json/* equalValues */.b9)(old, now))
            reasons.push(configurationReason(key, old, now));
    }
    function everyKey(prefix, old, now) {
        if (equalMaps.get(old) === now)
            return;
        const found = reasons.length;
        for (const name of differingNames(old.children, now.children).sort(snapshot/* compareBytes */.Xo)) {
            whole(joined(prefix, name), old.children[name], now.children[name]);
        }
        if (reasons.length === found)
            equalMaps.set(old, now);
    }
    function usedPart(key, old, now, part) {
        if (old === now)
            return;
        const indexed = [...part.children.keys()].every((step) => /^(0|[1-9]\d*)$/u.test(step));
        const list = old?.kind === 'list' || now?.kind === 'list';
        // A list takes other spellings of a position too: only plain ones are followed.
        if (part.whole || (list && !indexed))
            whole(key, old, now);
        else if (part.shape && shapeOf(old) !== shapeOf(now))
            reasons.push(configurationReason(key, old, now));
        else {
            for (const [step, child] of [...part.children].sort(([a], [b]) => (0,snapshot/* compareBytes */.Xo)(a, b))) {
                usedPart(joined(key, step), childOf(old, step), childOf(now, step), child);
            }
        }
    }
}
/** What both sides read anew though nothing is new in it is compared once for all leaves that have it. */
const equalMaps = new WeakMap();
/** Most of a large map is shared by both sides. */
function differingNames(old, now) {
    const names = [];
    for (const name in now)
        if (old[name] !== now[name])
            names.push(name);
    for (const name in old)
        if (now[name] === undefined)
            names.push(name);
    return names;
}
function usedKeys(sides, everything) {
    const root = { whole: everything, shape: false, children: new Map() };
    const at = (path) => {
        let node = root;
        for (const step of path) {
            const next = node.children.get(step) ?? { whole: false, shape: false, children: new Map() };
            node.children.set(step, next);
            node = next;
        }
        return node;
    };
    for (const { rendering, use } of sides) {
        for (const path of use.values)
            at(path).whole = true;
        for (const path of use.shapes)
            at(path).shape = true;
        for (const key of Object.keys(rendering.provider.children))
            at([key]).whole = true;
    }
    return root;
}
function childOf(value, step) {
    if (value?.kind === 'map')
        return value.children[step];
    return value?.kind === 'list' ? value.children[Number(step)] : undefined;
}
function shapeOf(value) {
    return value === undefined ? 'missing' : (0,hierarchy_value/* nameOfKind */.lI)(value);
}
function configurationReason(key, old, now) {
    return {
        kind: 'configuration',
        key,
        before: old && (0,json/* toCompactJson */.ZJ)(old),
        after: now && (0,json/* toCompactJson */.ZJ)(now),
        origin: now === undefined ? old && writtenAt(old) : writtenAt(now),
    };
}
function joined(prefix, name) {
    return prefix === '' ? name : `${prefix}.${name}`;
}
/** What reaches Terraform at a top-level key, by either of the two generated files. */
function visible({ provider, variables }, key) {
    return provider.children[key] ?? variables.children[key];
}
/** The line that has to be edited: behind a value that is one placeholder, the line of the value that it names. */
function writtenAt(value) {
    return value.source ?? value.origin;
}

;// CONCATENATED MODULE: ./src/changes/compare.ts
/** Two renderings of one leaf → what differs, as reasons. Pure. */




/**
 * Why two renderings of a leaf differ; empty when Terraform would read the same. Pins come first, then configuration,
 * files and modules, each in byte order.
 *
 * @param everything whether configuration counts that the sources do not read
 */
function compareRenderings(base, head, everything) {
    return [
        ...comparePins(base.rendering, head.rendering),
        ...compareConfigurations(base, head, everything),
        ...compareFiles(base.rendering, head.rendering),
        ...compareReach(base, head),
    ];
}
function comparePins(base, head) {
    const before = new Map(base.pins.map((pin) => [`${pin.template.file}\n${pin.address}`, pin]));
    const after = new Map(head.pins.map((pin) => [`${pin.template.file}\n${pin.address}`, pin]));
    return sortedUnion(before.keys(), after.keys()).flatMap((place) => {
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
/** Generated files are explained by configuration keys and pins, so only their sources count here. */
function compareFiles(base, head) {
    const before = new Map(base.files.map((file) => [file.name, file]));
    const after = new Map(head.files.map((file) => [file.name, file]));
    const pathOf = (rendering, name) => `${rendering.source}/${name}`;
    return sortedUnion(before.keys(), after.keys()).flatMap((name) => {
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
    for (const place of sortedUnion(oldModules.keys(), newModules.keys())) {
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
    return sortedUnion(before.keys(), after.keys()).flatMap((place) => {
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
/** Each text of both once, in byte order. */
function sortedUnion(some, others) {
    return [...new Set([...some, ...others])].sort(snapshot/* compareBytes */.Xo);
}

;// CONCATENATED MODULE: ./src/changes/moved.ts
/** Removed leaves whose state lives on: destroying them would destroy what another leaf manages. */

/**
 * Marks removed leaves whose state any leaf of head uses as moved. Unchanged leaves count too: a state that they shared
 * with a removed leaf is still theirs. They are rendered only where something was removed.
 *
 * What a leaf that cannot be rendered uses nobody knows: as long as there is one that is not in the answer anyway (see
 * `mayLiveOn`), a removed leaf that is not moved loses its base rendering, so that nothing can destroy it.
 */
async function markMoved(changed, head) {
    if (!changed.some(({ kind }) => kind === 'removed'))
        return [...changed];
    const { owners, unknown } = await stateOwners(changed, head);
    return changed.map((each) => {
        if (each.kind !== 'removed')
            return each;
        const identity = each.base?.rendering.state?.identity;
        const movedTo = identity === undefined ? undefined : owners.get(identity);
        if (movedTo !== undefined)
            return { ...each, kind: 'moved', movedTo };
        if (unknown === undefined || each.base === undefined)
            return each;
        const message = `Whether another leaf goes on with its state cannot be told while ${unknown} cannot be rendered, so its destruction is not planned.`;
        return {
            ...each,
            base: undefined,
            problems: [...each.problems, (0,src_problems/* warning */.$e)('state', message, { place: { file: each.leaf.path } })],
        };
    });
}
/** The leaf that uses a state, by the state's identity, and the first leaf that cannot be rendered although nothing in its reach differs. */
async function stateOwners(changed, head) {
    const known = new Map(changed.flatMap((each) => (each.head === undefined ? [] : [[each.leaf.path, each.head]])));
    const failed = new Set(changed.flatMap(({ leaf, kind }) => (kind === 'failed' ? [leaf.path] : [])));
    const owners = new Map();
    let unknown;
    for (const leaf of head.leaves) {
        const rendered = known.get(leaf.path) ?? (await renderedAt(head, leaf));
        if (rendered === undefined && !failed.has(leaf.path))
            unknown ??= leaf.path;
        const identity = rendered?.rendering.state?.identity;
        if (identity !== undefined && !owners.has(identity))
            owners.set(identity, leaf.path);
    }
    return { owners, unknown };
}
async function renderedAt(head, leaf) {
    const result = await head.render(leaf);
    return result.ok ? result : undefined;
}

// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(7918);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(127);
;// CONCATENATED MODULE: ./src/changes/reachable.ts
/** Which leaves a difference between two revisions can reach at all: the others need not be rendered. */



/**
 * Paths from the repository root whose content, mode or presence differs. A link that leads nowhere is no file, but a
 * leaf that has it cannot be rendered.
 */
function differingPaths(base, head) {
    return [...reachable_differingFiles(base, head), ...differingLinks(base, head)];
}
function differingLinks(base, head) {
    const [before, after] = [new Set(base.brokenLinks()), new Set(head.brokenLinks())];
    return [...before, ...after].filter((path) => before.has(path) !== after.has(path));
}
function reachable_differingFiles(base, head) {
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
    const prefix = root === '' ? '' : `${root}/`;
    const folders = paths.filter((path) => path.startsWith(prefix) && (0,project_layers/* isLayerFile */.Q)(path)).map(folderOf);
    const layers = new Set(folders.map((folder) => folder.slice(prefix.length)));
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
 * Compares all leaves of two revisions. Leaves that no differing file can reach are not rendered, and renderings of
 * unchanged leaves are not kept.
 *
 * @param unusedConfiguration whether a difference in configuration that nothing reads leaves the leaf out (`skip`)
 */
async function findChangedLeaves(base, head, unusedConfiguration = 'skip') {
    const atBase = new Map(base.leaves.map((leaf) => [leaf.path, leaf]));
    const atHead = new Set(head.leaves.map((leaf) => leaf.path));
    const inReach = await leavesInReach(base, head);
    // Git reads ahead while the first leaves are being compared. What cannot be read is said when all is done.
    const reading = Promise.all([
        head.load(head.leaves.filter(({ path }) => inReach.has(path) || !atBase.has(path))),
        base.load(base.leaves.filter(({ path }) => inReach.has(path) || !atHead.has(path))),
    ]);
    reading.catch(() => undefined);
    const changed = [];
    const unused = [];
    for (const leaf of head.leaves) {
        const before = atBase.get(leaf.path);
        if (before === undefined)
            changed.push(await added(leaf, head));
        else if (inReach.has(leaf.path)) {
            const found = await compareLeaf(before, base, leaf, head, unusedConfiguration);
            if (found === 'unused')
                unused.push(leaf.path);
            else if (found !== undefined)
                changed.push(found);
        }
    }
    for (const leaf of base.leaves)
        if (!atHead.has(leaf.path))
            changed.push(await removed(leaf, base));
    await reading;
    const marked = await markMoved(changed, head);
    return { changed: marked.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.leaf.path, b.leaf.path)), unused };
}
/** All leaves as they are, compared with nothing: what a manual or scheduled run plans. */
async function allLeaves(head) {
    await head.load(head.leaves);
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
async function compareLeaf(before, base, leaf, head, unusedConfiguration) {
    const now = await head.render(leaf);
    if (!now.ok)
        return { leaf, kind: 'failed', reasons: [], problems: now.problems };
    const old = await base.render(before);
    if (!old.ok) {
        const message = old.problems[0]?.message ?? '';
        return { leaf, kind: 'changed', reasons: [{ kind: 'base-failed', message }], head: now, problems: now.warnings };
    }
    const reasons = compareRenderings(old, now, unusedConfiguration === 'plan');
    if (reasons.length === 0)
        return differInConfiguration(old, now) ? 'unused' : undefined;
    const settings = changedSettings(leaf, base, head);
    const restated = old.rendering.state?.identity !== now.rendering.state?.identity;
    return {
        leaf,
        kind: 'changed',
        reasons: [...reasons, ...settings],
        head: now,
        blocksBefore: old.rendering.blocks,
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


/***/ })

};
