export const id = 4247;
export const ids = [4247];
export const modules = {

/***/ 10897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ allLeaves),
  U: () => (/* binding */ findChangedLeaves)
});

// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(91310);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/graph/graph.ts
var graph_graph = __webpack_require__(1924);
// EXTERNAL MODULE: ./src/graph/leaf-graph.ts
var leaf_graph = __webpack_require__(93443);
// EXTERNAL MODULE: ./src/project/project.ts
var project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(95686);
// EXTERNAL MODULE: ./src/rendering/use/used-configuration.ts
var used_configuration = __webpack_require__(41728);
;// CONCATENATED MODULE: ./src/changes/compare-configurations.ts
/** Compares two configurations of a leaf: the keys that differ and are read. Pure. */




/** Whether two renderings pass different configurations to Terraform, read or not. */
function differInConfiguration(base, head) {
    return !(0,json/* equalValues */.b9)(base.rendering.variables, head.rendering.variables);
}
/**
 * The keys with different values that Terraform may read: all keys of the provider file, and those of `var.config` that
 * the sources of either side use. Maps are compared key by key, everything else as a whole.
 */
function compareConfigurations(base, head, everything) {
    const reasons = [];
    const [old, now] = [base.rendering, head.rendering];
    const used = usedKeys([base, head], everything);
    const names = new Set([
        ...(used.whole ? differingNames(old.variables.children, now.variables.children) : used.children.keys()),
        ...differingNames(old.provider.children, now.provider.children),
    ]);
    for (const name of [...names].sort(snapshot_snapshot/* compareBytes */.Xo)) {
        const [before, after] = [(0,used_configuration/* entry */.f)(old.variables, name), (0,used_configuration/* entry */.f)(now.variables, name)];
        const part = used.children.get(name);
        if (used.whole)
            whole(name, before, after);
        else if (part !== undefined)
            usedPart(name, before, after, part);
        // The same key is in both files, unless settings exclude it from one of them.
        whole(name, old.provider.children[name], now.provider.children[name]);
    }
    return distinct(reasons);
    function whole(key, old, now) {
        // Subtrees shared by both sides are the same object.
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
        const names = differingNames(old.children, now.children).sort(snapshot_snapshot/* compareBytes */.Xo);
        for (const name of names)
            whole(joined(prefix, name), old.children[name], now.children[name]);
        if (reasons.length === found && names.length > FEW)
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
            for (const [step, child] of [...part.children].sort(([a], [b]) => (0,snapshot_snapshot/* compareBytes */.Xo)(a, b))) {
                usedPart(joined(key, step), childOf(old, step), childOf(now, step), child);
            }
        }
    }
}
/** So few keys are compared again faster than their map is remembered, and what is in them is remembered itself. */
const FEW = 2;
/** Maps that are equal although parsed separately: compared once for all leaves that have them. */
const equalMaps = new WeakMap();
/** Compares by identity first: both sides share most of a large map. */
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
    for (const { use } of sides) {
        for (const path of use.values)
            at(path).whole = true;
        for (const path of use.shapes)
            at(path).shape = true;
    }
    return root;
}
function childOf(value, step) {
    if (value?.kind === 'map')
        return (0,used_configuration/* entry */.f)(value, step);
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
/** A difference that is in both files is reported once. */
function distinct(reasons) {
    const seen = new Set();
    return reasons.filter(({ key, before, after }) => {
        const text = [key, before ?? '', after ?? ''].join('\n');
        return !seen.has(text) && seen.add(text);
    });
}
/** The place to edit: for a value that is a single placeholder, where the referenced value is written. */
function writtenAt(value) {
    return value.source ?? value.origin;
}

;// CONCATENATED MODULE: ./src/changes/compare.ts
/** Compares two renderings of a leaf: the differences as reasons. Pure. */




/**
 * Why two renderings of a leaf differ; empty when Terraform would read the same. Pins come first, then configuration,
 * files and modules, each in byte order.
 *
 * @param everything whether to include configuration that the sources do not read
 */
function compareRenderings(base, head, everything) {
    return [
        ...comparePins(base.rendering, head.rendering),
        ...compareConfigurations(base, head, everything),
        ...compareFiles(base.rendering, head.rendering),
        ...compareReach(base, head),
        ...compareSealedFiles(base, head),
    ];
}
/** Other references are in the configuration, and differ there. */
function compareSealedFiles(base, head) {
    const name = ({ path, key }) => JSON.stringify([path, key]);
    const before = new Map(base.sealedFiles.map((each) => [name(each), each.digest]));
    const differing = head.sealedFiles.filter((each) => (before.get(name(each)) ?? each.digest) !== each.digest);
    const paths = [...new Set(differing.map(({ path }) => path))].sort(snapshot_snapshot/* compareBytes */.Xo);
    return paths.map((path) => ({ kind: 'file', path, change: 'changed' }));
}
/** Of templates only pins whose rendered texts differ: otherwise Terraform sees no change. */
function comparePins(base, head) {
    const [before, after] = [texts(base), texts(head)];
    const isSame = ([name, text]) => after.get(name) === text;
    const same = new Set([...before].filter(isSame).map(([name]) => name));
    const [oldPins, newPins] = [pinsByPlace(base, same), pinsByPlace(head, same)];
    return sortedUnion(oldPins.keys(), newPins.keys()).flatMap((place) => {
        const old = oldPins.get(place);
        const now = newPins.get(place);
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
        return [{ kind: 'pin', address: (now ?? old)?.address ?? '', before: old?.value, after: now?.value, keys }];
    });
}
/** The known texts of files that are not generated, by their names in the runtime directory. */
function texts({ files }) {
    return new Map(files.flatMap(({ name, content }) => content.kind === 'generated' || content.text === undefined ? [] : [[name, content.text]]));
}
/** Pins by file, address and position, since the elements of a list share an address. */
function pinsByPlace({ files, pins }, without) {
    if (pins.length === 0)
        return new Map();
    const names = new Map(files.flatMap(({ name, content }) => (content.kind === 'generated' ? [] : [[content.file.path, name]])));
    const places = new Map();
    for (const pin of pins) {
        const name = names.get(pin.template.file) ?? '';
        if (pin.written === 'placeholder' && without.has(name))
            continue;
        let position = 0;
        const placeOf = () => [name, pin.address, String(position).padStart(6, '0')].join('\n');
        while (places.has(placeOf()))
            position += 1;
        places.set(placeOf(), pin);
    }
    return places;
}
/**
 * Compares all files but the generated ones, whose differences the configuration keys explain, and tests, which are in
 * the reach if something reads them.
 */
function compareFiles(base, head) {
    const before = new Map(base.files.map((file) => [file.name, file]));
    const after = new Map(head.files.map((file) => [file.name, file]));
    const pathOf = (rendering, name) => `${rendering.source}/${name}`;
    return sortedUnion(before.keys(), after.keys()).flatMap((name) => {
        if (name === terraform_files/* PROVIDER_FILE */.tV || name === terraform_files/* VARIABLES_FILE */.bV || (0,terraform_files/* isTestFile */.hl)(name))
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
/** Whether the file itself is unchanged; changes in a template that come from pins are reported as pins. */
function sameContent(base, head) {
    if (base.executable !== head.executable)
        return false;
    if (base.content.kind === 'generated' || head.content.kind === 'generated')
        return true;
    if (base.content.file.id === head.content.file.id)
        return true;
    return base.content.text !== undefined && base.content.text === head.content.text;
}
/** The reaches of two compositions are compared once for all their leaves. */
const compared = new WeakMap();
function compareReach(base, head) {
    const known = compared.get(base.reach) ?? new WeakMap();
    compared.set(base.reach, known);
    const reasons = known.get(head.reach) ?? differencesOfReach(base, head);
    known.set(head.reach, reasons);
    return reasons;
}
/** Modules and files outside the source folder, identified by their path relative to it. */
function differencesOfReach(base, head) {
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
    // A module's own files are reported with the module.
    const reported = new Set(reasons.flatMap((reason) => (reason.kind === 'module' ? reason.files : [])));
    for (const { path, change } of differingFiles(base, base.reach.files, head, head.reach.files)) {
        if (!reported.has(path))
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
/** The union of both without duplicates, in byte order. */
function sortedUnion(some, others) {
    return [...new Set([...some, ...others])].sort(snapshot_snapshot/* compareBytes */.Xo);
}

// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var rendering_state = __webpack_require__(98252);
;// CONCATENATED MODULE: ./src/changes/removed-leaves.ts

const ANOTHER_FAILED = 'Another leaf does not render and may use this state, so nothing of it is destroyed.';
/**
 * Marks removed leaves whose state is used by any leaf at head as moved. This includes unchanged leaves: a state that
 * they shared with a removed leaf is still theirs.
 *
 * The state of a leaf that cannot be rendered is unknown. It may be that of a removed leaf, for example if a leaf is
 * renamed and broken in the same change. As long as there is one, removed leaves that are not moved are kept.
 *
 * So is one whose state may be that of another leaf: one of them cannot be worked out, or they differ only in what two
 * names of one server may differ in.
 *
 * @param states of all leaves at head
 */
function decideFates(changed, { owners, leaves, unknown }) {
    const hasFailed = changed.some(({ kind }) => kind === 'failed');
    return changed.map((each) => {
        if (each.kind !== 'removed')
            return each;
        const { leaf, kind, reasons, problems } = each;
        if (each.fate === 'destroy') {
            const [movedTo] = owners.get(each.base.rendering.state?.identity ?? '') ?? [];
            if (movedTo !== undefined)
                return { leaf, kind: 'moved', reasons, problems, base: each.base, movedTo };
        }
        if (hasFailed)
            return { leaf, kind, fate: 'undecided', why: ANOTHER_FAILED, reasons, problems };
        if (each.fate !== 'destroy')
            return each;
        const { state } = each.base.rendering;
        const other = state && leaves.find((one) => (0,rendering_state/* mayBeSame */.Lx)(one.state, state));
        if (other !== undefined) {
            const why = `${other.path} may use its state: whether it does cannot be worked out from their backends, so its destruction is not planned.`;
            return { leaf, kind, fate: 'undecided', why, reasons, problems };
        }
        if (unknown === undefined)
            return each;
        const why = `Another leaf may use its state, which cannot be known while ${unknown} cannot be rendered, so its destruction is not planned.`;
        return { leaf, kind, fate: 'undecided', why, reasons, problems };
    });
}

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(17918);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(80127);
;// CONCATENATED MODULE: ./src/changes/reachable.ts
/** Finds the leaves that a difference between two revisions can affect; the others need not be rendered. */




/**
 * Paths from the repository root whose content, mode or presence differs. Broken links are included, because a leaf
 * that has one cannot be rendered.
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
 * Paths of the leaves that may render differently. Never omits one that does; may include some that do not.
 */
async function leavesInReach(base, head) {
    const { root } = head.project;
    const paths = differingPaths(base.project.snapshot, head.project.snapshot);
    const everyLeaf = () => new Set(head.leaves.map((leaf) => leaf.path));
    if (paths.length === 0)
        return new Set();
    if (paths.includes((0,snapshot_snapshot/* joinPath */.uJ)(root, settings/* SETTINGS_FILE */.tP)))
        return everyLeaf();
    const prefix = root === '' ? '' : `${root}/`;
    const folders = paths.filter((path) => path.startsWith(prefix) && (0,project_layers/* isLayerFile */.Q)(path)).map(names/* folderOf */.y);
    const layers = new Set(folders.map((folder) => folder.slice(prefix.length)));
    // A composition may also reference a layer file in a path expression, so layer files are included here.
    const compositions = new Set([
        ...(await base.compositionsReaching(paths)),
        ...(await head.compositionsReaching(paths)),
    ]);
    return new Set(head.leaves
        .filter((leaf) => compositions.has(leaf.composition) || leaf.layers.some((layer) => layers.has(layer)))
        .map((leaf) => leaf.path));
}

// EXTERNAL MODULE: ./src/changes/states.ts
var changes_states = __webpack_require__(63243);
;// CONCATENATED MODULE: ./src/changes/changed-leaves.ts
/** Finds the leaves that differ between two revisions by comparing renderings, not by guessing from changed paths. */












/**
 * Compares all leaves of two revisions. Leaves that no differing file can reach are not rendered, and renderings of
 * unchanged leaves are not kept.
 *
 * @param unusedConfiguration whether to skip or plan a leaf that differs only in configuration that nothing reads
 */
async function findChangedLeaves(base, head, unusedConfiguration = 'skip') {
    const atBase = new Map(base.leaves.map((leaf) => [leaf.path, leaf]));
    const atHead = new Set(head.leaves.map((leaf) => leaf.path));
    const inReach = await leavesInReach(base, head);
    (0,debug/* debug */.Yz)(`${inReach.size} of ${head.leaves.length} leaves in reach: ${[...inReach].slice(0, 50).join(', ')}`);
    // Git reads ahead while the first leaves are compared. Read errors are thrown by `await reading` below.
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
    const others = new Set((0,project/* findLeavesOf */.bM)(head.project).others);
    for (const leaf of base.leaves) {
        if (atHead.has(leaf.path))
            continue;
        // Its Terraform folder is gone, but not its configuration: that destroys nothing.
        const now = others.has(leaf.path) ? await head.render(leaf) : undefined;
        changed.push(now?.ok === false ? notRendered(now) : await removed(leaf, base, head));
    }
    await reading;
    // Unless the set of states in use may change, there is no need to render unchanged leaves for theirs.
    const states = changed.some(bearsOnStates) ? await (0,changes_states/* statesOfAll */.xE)(changed, head) : (0,changes_states/* statesOfChanged */.eL)(changed);
    return {
        changed: decideFates(await namingReaders(changed, head), states).sort((a, b) => (0,snapshot_snapshot/* compareBytes */.Xo)(a.leaf.path, b.leaf.path)),
        unused,
        sharedStates: (0,changes_states/* sharedByChange */.Px)(states, changed),
    };
}
function bearsOnStates(each) {
    if (each.kind === 'changed')
        return each.restated || each.blocksBefore === undefined;
    return each.kind === 'added' || each.kind === 'removed';
}
/** All leaves without a comparison, as planned by a manual or scheduled run. */
async function allLeaves(head) {
    await head.load(head.leaves);
    const selected = [];
    for (const leaf of head.leaves) {
        const result = await head.render(leaf);
        selected.push(result.ok
            ? { leaf, kind: 'selected', reasons: [], head: result, problems: result.warnings }
            : notRendered(result));
    }
    const renderings = selected.flatMap((each) => (0,changed_leaf/* headOf */.Uo)(each)?.rendering ?? []);
    return { changed: selected, unused: [], sharedStates: (0,changes_states/* sharedStates */.QO)(renderings) };
}
function notRendered({ leaf, problems, paused }) {
    if (paused === undefined)
        return { leaf, kind: 'failed', reasons: [], problems };
    const why = `It is paused: composition.enabled is false in ${(0,base_problems/* formatPlace */.dE)(paused.place)}.`;
    return { leaf, kind: 'paused', reasons: [], problems, paused, why };
}
/** A leaf that is paused from now on. */
function pausedNow(result) {
    const leaf = notRendered(result);
    if (leaf.kind !== 'paused')
        return leaf;
    const why = `${leaf.why} What it created stays, but nothing plans, applies or checks it any more, and leaves that read its outputs read the last ones.`;
    return { ...leaf, why, reasons: [{ kind: 'setting', key: 'composition.enabled' }] };
}
/** Who reads the outputs of a leaf that is paused from now on. */
async function namingReaders(changed, head) {
    if (!changed.some((each) => each.kind === 'paused' && each.reasons.length > 0))
        return changed;
    const { graph } = await (0,leaf_graph/* readLeafGraph */.F)(head);
    return changed.map((each) => {
        const readers = each.kind === 'paused' && each.reasons.length > 0 ? (0,graph_graph/* readersOf */.cU)(graph, each.leaf.path) : [];
        if (each.kind !== 'paused' || readers.length === 0)
            return each;
        const names = readers.slice(0, 10).map(({ reader }) => reader);
        const more = readers.length > names.length ? ` and ${readers.length - names.length} more` : '';
        return { ...each, why: `${each.why} These read its outputs: ${names.join(', ')}${more}.` };
    });
}
/** A leaf that stays paused counts only if its backend changed: switched on, it would leave what it has behind. */
function stillPaused({ rendering: before }, result) {
    const after = result.paused?.rendering;
    if (before === undefined || after === undefined || before.state?.written === after.state?.written)
        return undefined;
    const leaf = notRendered(result);
    if (leaf.kind !== 'paused')
        return leaf;
    const why = `${leaf.why} Its backend changed: once it is switched on, it manages another state, and what it created stays behind in the old one. Keep the backend settings, or move the state before.`;
    return { ...leaf, why };
}
async function added(leaf, head) {
    const result = await head.render(leaf);
    if (!result.ok)
        return notRendered(result);
    return { leaf, kind: 'added', reasons: [], head: result, problems: result.warnings };
}
/** A link that leads nowhere is a file too. */
function hasFiles(snapshot, folder) {
    const isBelow = (path) => path.startsWith(`${folder}/`);
    return snapshot.brokenLinks().some(isBelow) || snapshot.filesBelow(folder).length > 0;
}
async function removed(leaf, base, head) {
    // A folder of another tool below it, a settings file, or `config_roots` may be why it is no leaf any more.
    const { snapshot, root } = head.project;
    if (hasFiles(snapshot, (0,snapshot_snapshot/* joinPath */.uJ)(root, leaf.path))) {
        const why = 'Its folder still has files, but it is no leaf any more, so nothing of it is destroyed.';
        return { leaf, kind: 'removed', fate: 'orphan', why, reasons: [], problems: [] };
    }
    const [missing] = (0,project/* missingConfigRoots */.O1)(head.project);
    if (missing !== undefined) {
        const why = `The setting "config_roots" names "${missing}", which is no folder: leaves may be missing by mistake, so nothing of it is destroyed.`;
        return { leaf, kind: 'removed', fate: 'undecided', why, reasons: [], problems: [] };
    }
    const result = await base.render(leaf);
    if (result.ok)
        return { leaf, kind: 'removed', fate: 'destroy', reasons: [], base: result, problems: [] };
    return {
        leaf,
        kind: 'removed',
        fate: 'orphan',
        why: result.paused === undefined
            ? 'It does not render at base, so what it created is not known.'
            : 'It was paused, so nothing of it is destroyed. To destroy what it created, run an apply by hand with "destroy-removed: true", "leaves", and "removed-at" set to the commit that paused it: its destroy plan is shown first, for acceptance.',
        reasons: [baseFailed(result)],
        problems: [],
    };
}
function baseFailed({ problems, paused }) {
    return { kind: 'base-failed', message: paused === undefined ? (problems[0]?.message ?? '') : 'it was paused' };
}
async function compareLeaf(before, base, leaf, head, unusedConfiguration) {
    const now = await head.render(leaf);
    if (!now.ok && now.paused === undefined)
        return notRendered(now);
    const old = await base.render(before);
    if (!now.ok)
        return !old.ok && old.paused !== undefined ? stillPaused(old.paused, now) : pausedNow(now);
    const differing = { leaf, kind: 'changed', head: now, problems: now.warnings };
    if (!old.ok) {
        const paused = old.paused?.rendering;
        const restated = paused !== undefined && paused.state?.written !== now.rendering.state?.written;
        return { ...differing, reasons: [baseFailed(old)], blocksBefore: undefined, restated };
    }
    const reasons = compareRenderings(old, now, unusedConfiguration === 'plan');
    if (reasons.length === 0)
        return differInConfiguration(old, now) ? 'unused' : undefined;
    const settings = changedSettings(leaf, base, head);
    return {
        ...differing,
        reasons: [...reasons, ...settings],
        blocksBefore: old.rendering.blocks,
        restated: old.rendering.state?.written !== now.rendering.state?.written,
    };
}
/** Changed settings that affect this leaf's rendering. */
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


/***/ }),

/***/ 2654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ templateHint)
});

// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(33166);
;// CONCATENATED MODULE: ./src/rendering/replaceable-templates.ts
/** Templates that the running program makes needless: it works out module sources itself. Pure. */


/**
 * Paths of the templates whose placeholders are all in sources and versions of modules, and all of whose values the code
 * has as `var.config` too: of every leaf that is given.
 */
function replaceableTemplates(renderings) {
    const answers = new Map();
    for (const { source, files, pins, variables } of renderings) {
        for (const { content } of files) {
            if (content.kind !== 'template')
                continue;
            const { path } = content.file;
            const own = pins.filter(({ written, template }) => written === 'placeholder' && template.file === path);
            const isReplaceable = (0,names/* folderOf */.y)(path) === source && own.every((pin) => isReplaceablePin(pin, variables));
            answers.set(path, isReplaceable && answers.get(path) !== false);
        }
    }
    return [...answers].flatMap(([path, isReplaceable]) => (isReplaceable ? [path] : [])).sort();
}
function isReplaceablePin({ address, keys }, variables) {
    if (!/^module\..+\.(?:source|version)$/u.test(address))
        return false;
    return keys.every(({ key, value }) => {
        const found = (0,lookup/* lookup */.$I)(variables, key);
        // A number may have another spelling in Terraform.
        return found?.kind === 'scalar' && found.value === value;
    });
}

// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/execution/template-hint.ts
/** The hint that some templates could go. Pure. */



/**
 * A sentence, where the program works out module sources itself, so that some templates could go.
 *
 * @param binary undefined where none is started: then for both programs
 */
function templateHint(renderings, binary) {
    const isStatic = binary !== undefined && (0,programs/* isAbleTo */.SO)('staticReferences', binary);
    if (binary !== undefined && !isStatic && !(0,programs/* isAbleTo */.SO)('constVariables', binary))
        return undefined;
    const paths = replaceableTemplates(renderings);
    if (paths.length === 0)
        return undefined;
    const could = `${(0,phrases/* firstFew */.Dt)(paths, 5)} could do without placeholders, with var.config instead`;
    if (binary === undefined)
        return `OpenTofu accepts variables in module sources, and Terraform from 1.15 on those with "const = true": ${could}.`;
    const isConst = isStatic ? '' : ', with "const = true" in variable "config"';
    return `${(0,programs/* programInWords */.Jy)(binary)} accepts variables in module sources: ${could}${isConst}.`;
}


/***/ }),

/***/ 99643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openHistory)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/git/remote.ts
var git_remote = __webpack_require__(60668);
;// CONCATENATED MODULE: ./src/git/replay.ts
const FIELDS = ['%H', '%P', '%an', '%ae', '%at', '%B'];
/**
 * The commits reachable from `tip` but from none of `others`, newest first.
 *
 * @param options of git log, such as `--first-parent`
 */
async function commitsSince(git, tip, others, options) {
    const shape = ['-z', '--topo-order', `--format=${FIELDS.join('%x00')}`];
    const log = await git.run(['log', ...shape, ...options, tip, ...others.map((each) => `^${each}`), '--']);
    const texts = log.split('\0');
    const commits = [];
    for (let at = 0; at + FIELDS.length <= texts.length; at += FIELDS.length) {
        const [id = '', parents = '', ...identity] = texts.slice(at, at + FIELDS.length);
        commits.push({ id, parents: parents.split(' '), identity: identity.map((each) => each.trim()).join('\0') });
    }
    return commits;
}
/**
 * The commit on which the copies at the end of a branch are based. Empty commits have no copy, and any order will do.
 *
 * @param branch newest first, along first parents
 * @param originals without merges
 * @returns undefined if the branch does not end with a copy
 */
function beforeCopies(branch, originals) {
    const left = originals.map(({ identity }) => identity);
    let before;
    for (const { parents, identity } of branch) {
        const found = left.indexOf(identity);
        if (found < 0)
            break;
        left.splice(found, 1);
        [before] = parents;
    }
    return before;
}

// EXTERNAL MODULE: ./src/git/shallow.ts
var git_shallow = __webpack_require__(41268);
;// CONCATENATED MODULE: ./src/git/history.ts
/** Commits of a repository, fetched if a shallow clone lacks them. */




/** Deepening steps: the first is enough for most pull requests; the last exceeds any history. */
const DEPTHS = [50, 500, 5_000, 2_147_483_647];
/**
 * @param git seam at the repository's top folder
 * @param authenticated the same with its own credentials; tried if fetching fails without them
 */
function openHistory(git, objects, repository, authenticated) {
    const remote = (0,git_remote/* openRemote */.d)(git, authenticated);
    let { shallow } = repository;
    /** Without the fetch that reading a missing object of a partial clone would start. */
    async function has(commit) {
        if (repository.partial) {
            const found = await git.attempt(['rev-list', '--no-walk', '--missing=allow-any', commit, '--']);
            if (found.code !== 0)
                return false;
        }
        return (await objects.read(`${commit}^{tree}`)) !== undefined;
    }
    async function ensure(commit) {
        if (await has(commit))
            return;
        // A depth would make a full clone shallow, and cut off history that is present.
        await remote.fetch(shallow ? ['--depth=1'] : [], [commit], `Commit ${commit}`);
        if (!(await has(commit)))
            throw (0,problems/* problemError */.gS)('base', `Commit ${commit} is not in the repository.`);
    }
    async function parents(commit) {
        await ensure(commit);
        const object = await objects.read(`${commit}^{commit}`);
        const header = object?.content.toString('utf8').split('\n\n', 1)[0] ?? '';
        return header.split('\n').flatMap((line) => /^parent ([0-9a-f]+)$/u.exec(line)?.[1] ?? []);
    }
    async function remoteBranch(name) {
        const tip = await remote.tip(name);
        await ensure(tip);
        return tip;
    }
    async function remoteDefault() {
        const found = await remote.defaultBranch();
        if ('commit' in found)
            await ensure(found.commit);
        return found;
    }
    /** Whether history is cut off before the common ancestors: beyond the cut there may be a more recent one. */
    async function isCut(a, b, ancestors) {
        const older = ancestors.map((ancestor) => `^${ancestor}`);
        const between = (await git.run(['rev-list', a, b, ...older, '--'])).split('\n').filter((id) => id !== '');
        const cut = await (0,git_shallow/* cuts */._)(git);
        return between.some((commit) => cut.has(commit));
    }
    async function mergeBases(a, b) {
        await ensure(a);
        await ensure(b);
        for (const depth of [0, ...DEPTHS]) {
            if (depth > 0) {
                await remote.deepen([a, b], depth);
                shallow = (await git.run(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
            }
            const result = await git.attempt(['merge-base', '--all', a, b]);
            const found = result.stdout.split('\n').filter((id) => id !== '');
            if (result.code === 0 && found.length > 0 && !(shallow && (await isCut(a, b, found))))
                return found;
            if (!shallow)
                return [];
        }
        return [];
    }
    const mergeBase = async (a, b) => (await mergeBases(a, b))[0];
    async function beforeCopiesOf(tip, original, known) {
        if ((await mergeBase(tip, original)) === undefined)
            return undefined;
        // The known commit may be the merge itself, or no longer be in the branch.
        const stood = await mergeBase(tip, known).catch((error) => {
            if (error instanceof problems/* ProblemError */.Mm)
                return undefined;
            throw error;
        });
        const before = stood === undefined || stood === tip ? [] : [stood];
        return beforeCopies(await commitsSince(git, tip, [original, ...before], ['--first-parent']), await commitsSince(git, original, [tip], ['--no-merges']));
    }
    async function behind(commit, tip) {
        if ((await mergeBase(commit, tip)) !== commit)
            return undefined;
        const position = (await git.run(['rev-list', '--first-parent', tip, '--'])).split('\n').indexOf(commit);
        return position < 0 ? undefined : position;
    }
    const fetchBlobs = (ids) => remote.fetch(['--filter=blob:none', '--stdin'], [], `${ids.length} files`, `${ids.join('\n')}\n`);
    return {
        parents,
        ensure,
        remoteBranch,
        remoteDefault,
        mergeBase,
        mergeBases,
        beforeCopies: beforeCopiesOf,
        wasTip: async (commit, tip) => (await behind(commit, tip)) !== undefined,
        behind,
        fetchBlobs: repository.partial ? fetchBlobs : undefined,
    };
}


/***/ }),

/***/ 23644:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openObjects)
/* harmony export */ });
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61204);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10308);



/**
 * Starts the process on first use. Requests may be concurrent: they are written without waiting and answered in
 * order (format: gitformat "BATCH OUTPUT" of git-cat-file).
 */
function openObjects(git) {
    let child;
    const waiting = [];
    let first = 0;
    let chunks = [];
    let buffered = 0;
    let needed = 0;
    let stderr = '';
    /** Why nothing can be read anymore. */
    let failure;
    /** A truncated answer would be taken for the beginning of the next one, so nothing is read afterwards. */
    function failAll(error) {
        failure ??= error;
        for (const each of waiting.splice(0))
            each.reject(failure);
        first = 0;
    }
    function start() {
        const started = (0,_base_child_process_js__WEBPACK_IMPORTED_MODULE_0__/* .startPiped */ .PH)(git.command(['cat-file', '--batch']));
        started.stdout.on('data', (chunk) => {
            chunks.push(chunk);
            buffered += chunk.length;
            if (buffered >= needed)
                drain();
        });
        started.stderr.on('data', (chunk) => {
            stderr += chunk.toString('utf8');
        });
        started.on('error', (error) => {
            failAll((0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .notStarted */ .DY)(error));
        });
        started.on('close', (code, signal) => {
            child = undefined;
            if (waiting.length <= first && buffered === 0)
                return;
            const how = signal === null ? `exit code ${String(code)}` : `killed with ${signal}, perhaps out of memory`;
            failAll(unreadable(`git cat-file ended early (${how}): ${stderr.trim()}`));
        });
        started.stdin.on('error', () => {
            // The `close` event follows and rejects the waiting readers.
        });
        return started;
    }
    /** Takes as many complete answers out of the buffer as it holds. */
    function drain() {
        let buffer = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
        needed = 0;
        for (;;) {
            const lineEnd = buffer.indexOf(10);
            if (lineEnd < 0)
                break;
            const header = buffer.toString('utf8', 0, lineEnd);
            const parts = /^([0-9a-f]+) (\w+) (\d+)$/u.exec(header);
            if (parts === null) {
                // "<name> missing" or "<name> ambiguous"
                answer(undefined);
                buffer = buffer.subarray(lineEnd + 1);
                continue;
            }
            const size = Number(parts[3]);
            const end = lineEnd + 1 + size + 1;
            if (buffer.length < end) {
                needed = end;
                break;
            }
            const content = Buffer.from(buffer.subarray(lineEnd + 1, lineEnd + 1 + size));
            answer({ id: parts[1] ?? '', type: parts[2] ?? '', content });
            buffer = buffer.subarray(end);
        }
        chunks = buffer.length === 0 ? [] : [buffer];
        buffered = buffer.length;
    }
    function answer(object) {
        const next = waiting[first];
        if (object !== undefined && next !== undefined && isFullId(next.name) && next.name !== object.id) {
            failAll(unreadable(`git cat-file returned ${object.id} instead of ${next.name}.`));
            child?.kill();
            return;
        }
        first += 1;
        if (first === waiting.length) {
            waiting.length = 0;
            first = 0;
            // Lets the program exit when no request is pending.
            child?.unref();
        }
        next?.resolve(object);
    }
    return {
        read(name) {
            if (/[\n\r]/u.test(name))
                return Promise.resolve(undefined);
            if (failure !== undefined)
                return Promise.reject(failure);
            child ??= start();
            child.ref();
            const { stdin } = child;
            return new Promise((resolve, reject) => {
                waiting.push({ name, resolve, reject });
                stdin.write(`${name}\n`);
            });
        },
        close() {
            // A reader that is still active after a failure elsewhere must not start a process that is never ended.
            failure ??= (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('git', 'The repository was closed before everything was read.');
            child?.stdin.end();
        },
    };
}
function unreadable(message) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('git', message, { hint: (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .hintForDamage */ .O3)(message) });
}
function isFullId(name) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(name);
}


/***/ }),

/***/ 60668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openRemote),
/* harmony export */   u: () => (/* binding */ withToken)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70370);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10308);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35986);
/* harmony import */ var _shallow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41268);
/* harmony import */ var _url_credentials_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74174);
/** The remote of a clone: its branches, and fetching from it, with credentials where necessary. */






/**
 * @param git seam at the repository's top folder
 * @param authenticated the same with its own credentials; tried if git fails without them
 */
function openRemote(git, authenticated) {
    let named;
    const remote = () => (named ??= (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .remoteName */ .iy)(git).then((name) => name ?? 'origin'));
    /** First as the clone is set up; actions/checkout with persist-credentials: false leaves no credentials behind. */
    async function attempt(args, input) {
        const first = await git.attempt(args, input);
        // Together with the clone's credentials, a second header would be rejected.
        if (first.code === 0 || authenticated === undefined)
            return first;
        const second = await authenticated.attempt(args, input);
        // An old git leaves the credentials out without a word.
        if (second.code !== 0)
            await authenticated.refuseIfOld();
        return second;
    }
    // Git fails if another fetch of the same clone holds the lock or has moved its cuts.
    const alone = (0,p_limit__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(1);
    const fetchNow = async (options, wanted, needed, input) => {
        // Also without background gc, which would delete what a cut leaves unreachable.
        const quiet = ['--no-write-fetch-head', '--no-auto-gc', '--quiet'];
        const always = ['fetch', '--no-tags', '--no-recurse-submodules', ...quiet];
        const { code, stderr } = await attempt([...always, ...options, await remote(), ...wanted], input);
        if (code !== 0)
            throw unreachable(needed, stderr);
    };
    return {
        fetch: (...wanted) => alone(() => fetchNow(...wanted)),
        deepen: (commits, depth) => alone(() => (0,_shallow_js__WEBPACK_IMPORTED_MODULE_3__/* .keepingHistory */ .w)(git, commits, () => fetchNow([`--deepen=${depth}`], commits, 'The common history'))),
        async tip(branch) {
            const reference = `refs/heads/${branch}`;
            const { code, stdout, stderr } = await attempt(['ls-remote', await remote(), reference]);
            const line = stdout.split('\n').find((each) => each.endsWith(`\t${reference}`));
            const tip = line?.split('\t')[0];
            if (code === 0 && tip !== undefined)
                return tip;
            throw unreachable(`Branch ${branch}`, stderr || 'the remote has no such branch');
        },
        async defaultBranch() {
            const { code, stdout, stderr } = await attempt(['ls-remote', '--symref', await remote(), 'HEAD']);
            const name = /^ref: refs\/heads\/(\S+)\tHEAD$/mu.exec(stdout)?.[1];
            const commit = /^([0-9a-f]+)\tHEAD$/mu.exec(stdout)?.[1];
            if (code !== 0)
                return { failure: (0,_url_credentials_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutCredentials */ .r)(stderr.trim()) };
            if (name === undefined || commit === undefined)
                return { failure: 'it names none.' };
            return { name: `${await remote()}/${name}`, commit };
        },
    };
}
function unreachable(needed, stderr) {
    const reason = (0,_url_credentials_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutCredentials */ .r)(stderr.trim());
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('base', `${needed} is not in this clone and could not be fetched: ${reason}`, {
        hint: 'Set "fetch-depth: 0" at the actions/checkout step, or give this action a token that may read the repository.',
    });
}
/** A seam that authenticates to the server with a token, without using a file or an argument. */
function withToken({ directory, environment }, serverUrl, token) {
    // Configuration already in the environment stays in force.
    const count = Number(environment['GIT_CONFIG_COUNT'] ?? '0');
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .createGit */ .lD)(directory, {
        ...environment,
        GIT_CONFIG_COUNT: String(count + 1),
        [`GIT_CONFIG_KEY_${count}`]: `http.${serverUrl.replace(/\/$/u, '')}/.extraheader`,
        [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${basic}`,
    });
}


/***/ }),

/***/ 41268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ cuts),
/* harmony export */   w: () => (/* binding */ keepingHistory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/** Where the history of a shallow clone is cut off. */




/** The commits whose parents are missing; none for a full clone. */
async function cuts(git) {
    try {
        return new Set(lines((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(await listOf(git), 'utf8')));
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT'))
            return new Set();
        throw error;
    }
}
/**
 * Runs a deepening fetch and reverts the cuts that it made in history that was present. Git counts the depth from each
 * cut and cuts again at that depth, although the clone may have more of the history by another path: a branch of which
 * only the tip was fetched, and that starts in the middle of another one, would shorten the latter.
 *
 * @param tips commits that may not be reachable from any reference
 * @throws ProblemError when another git is changing the list of cuts
 */
async function keepingHistory(git, tips, deepen) {
    const before = await cuts(git);
    const here = new Set(lines(await git.run(['rev-list', '--all', ...tips, '--'])));
    await deepen();
    const after = [...(await cuts(git))];
    const kept = after.filter((commit) => before.has(commit) || !here.has(commit));
    if (kept.length < after.length)
        replaceCuts(await listOf(git), kept);
}
/** As git does it: only the creator of the lock may write, and even an empty list would mean a shallow clone. */
function replaceCuts(list, commits) {
    const lock = `${list}.lock`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(lock, commits.map((commit) => `${commit}\n`).join(''), { flag: 'wx' });
    }
    catch (error) {
        if (!(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'EEXIST'))
            throw error;
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('git', `${lock} exists: another git process is fetching into this clone.`, {
            hint: 'Wait until it is done. If there is no such process, remove the file.',
        });
    }
    if (commits.length > 0)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(lock, list);
    else {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(list);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(lock);
    }
}
async function listOf(git) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(git.directory, (await git.run(['rev-parse', '--git-path', 'shallow'])).trim());
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}


/***/ }),

/***/ 86436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ nameInWords),
/* harmony export */   PU: () => (/* binding */ leafNames),
/* harmony export */   RZ: () => (/* binding */ commonPlace),
/* harmony export */   xo: () => (/* binding */ nameAlone)
/* harmony export */ });
/**
 * Short names for the leaves of one report: `vpc` in `dev / dev1` for
 * `config/env=dev/cluster=dev1/composition=terraform/terraform=vpc`. What all of them share is said once, as patterns.
 */
/** The names do not depend on the order of the paths, and no two different paths have the same. */
function leafNames(paths) {
    const all = [...new Set(paths)];
    const split = all.map((path) => path.split('/'));
    const shared = new Set(split[0]?.filter((folder) => split.every((folders) => folders.includes(folder))));
    const byValue = (folders) => named(folders, shared, valueOf);
    const byFolder = (folders) => named(folders, shared, (folder) => folder);
    const make = [byValue, byFolder].find((each) => new Set(split.map((one) => nameInWords(each(one)))).size === all.length);
    return {
        of: (path) => make?.(path.split('/')) ?? { name: path === '' ? '.' : path, place: [] },
        patterns: [...new Set(split.map((folders) => patternOf(folders, shared)))].sort(),
    };
}
/**
 * The name of a leaf where no others are known: the values of all its folders. A folder that only says what the next one
 * is, such as `composition=terraform` above `terraform=vpc`, is left out, and so is one without a value.
 *
 * @param short what stands for a folder, by default its value
 */
function nameAlone(path, short = valueOf) {
    const folders = path.split('/');
    const isSaid = (folder, next) => !folder.includes('=') || next?.startsWith(`${valueOf(folder)}=`) === true;
    const place = folders.slice(0, -1).filter((folder, index) => !isSaid(folder, folders[index + 1]));
    return named([...place, folders.at(-1) ?? ''], new Set(), short);
}
/** The part of their places that several leaves have in common, by position: `['dev']` of `dev / a` and `dev / b`. */
function commonPlace(names) {
    const [first, ...others] = names;
    return first?.place.filter((part, index) => others.every(({ place }) => place[index] === part)) ?? [];
}
/** `vpc · dev / dev1` */
function nameInWords({ name, place }) {
    return [name, ...(place.length > 0 ? [place.join(' / ')] : [])].join(' · ');
}
function named(folders, shared, short) {
    const place = folders.slice(0, -1).filter((folder) => !shared.has(folder));
    return { name: short(folders.at(-1) ?? '') || '.', place: place.map((folder) => short(folder) || '.') };
}
/** `dev` of `env=dev`; a folder without a value is its own. */
function valueOf(folder) {
    return folder.slice(folder.indexOf('=') + 1) || folder;
}
function patternOf(folders, shared) {
    const star = (folder) => (folder.includes('=') ? folder.replace(/=[^]*$/u, '=*') : '*');
    return folders.map((folder) => (shared.has(folder) ? folder : star(folder))).join('/');
}


/***/ }),

/***/ 63992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ leafTable)
/* harmony export */ });
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69405);
/* harmony import */ var _leaf_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86436);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15131);
/* harmony import */ var _wrapped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74412);
/** A table of leaves as text. */




/**
 * Lines with padded columns and full paths. Where these are wider than the terminal, the leaves have short names, which a
 * line at the end explains; and where this is too wide as well, what stands behind a leaf is in lines of its own.
 *
 * @param columns of the terminal; undefined for logs and pipes, where lines are as long as they need to be
 */
function leafTable(rows, columns, indent = '') {
    const inColumns = (nameOf) => padded(rows.map(({ word, leaf, cells }) => [word, nameOf(leaf), ...cells].map(_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN))).map((line) => `${indent}${line}`);
    const fits = (lines) => lines.every((line) => line.length <= (columns ?? Infinity));
    const whole = inColumns((path) => path);
    if (columns === undefined || fits(whole))
        return whole;
    const names = (0,_leaf_names_js__WEBPACK_IMPORTED_MODULE_1__/* .leafNames */ .PU)(rows.map(({ leaf }) => leaf));
    const nameOf = (path) => (0,_leaf_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameInWords */ .I8)(names.of(path));
    const patterns = (0,_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(`Leaves: ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .firstFew */ .Dt)(names.patterns.map(_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN), 3)}`, columns - indent.length);
    const short = inColumns(nameOf);
    const lines = fits(short) ? short : rows.flatMap((row) => apart(row, nameOf(row.leaf), columns, indent));
    return [...lines, ...patterns.map((line) => `${indent}${line}`)];
}
function padded(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}
function apart({ word, cells }, name, columns, indent) {
    const inner = `${indent}    `;
    const behind = cells.filter((text) => text !== '').map(_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN);
    return [
        ...(0,_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${word}  ${name}`), columns - inner.length).map((line, index) => `${index === 0 ? indent : inner}${line}`),
        ...behind.flatMap((text) => (0,_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(text, columns - inner.length)).map((line) => `${inner}${line}`),
    ];
}


/***/ }),

/***/ 79997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cZ: () => (/* binding */ causesOf),
/* harmony export */   qZ: () => (/* binding */ unquoted),
/* harmony export */   sN: () => (/* binding */ movedKeys),
/* harmony export */   xv: () => (/* binding */ causeText)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22522);

/** The causes of a reason: one, except for a pin that several keys move. */
function causesOf(reason) {
    switch (reason.kind) {
        case 'configuration':
            return [keyCause(reason)];
        case 'pin': {
            const { address: name, before, after } = reason;
            const keys = movedKeys(reason).map(keyCause);
            const template = { short: { words: 'template of', name }, full: { words: '', name }, change: { before, after } };
            return keys.length > 0 ? keys : [template];
        }
        case 'file': {
            const { path, change } = reason;
            const words = change === 'changed' ? 'file' : `${change} file`;
            return [
                {
                    short: { words, name: baseName(path) },
                    full: { words: change, name: path },
                    place: { file: path },
                    gone: change === 'removed',
                },
            ];
        }
        case 'module': {
            const { module: folder, files, via } = reason;
            const words = 'module';
            const names = { short: { words, name: baseName(folder) }, full: { words, name: folder } };
            return [{ ...names, place: { file: folder }, files, via }];
        }
        case 'setting': {
            const named = { words: 'setting', name: reason.key };
            return [{ short: named, full: named }];
        }
        case 'base-failed': {
            const words = 'did not render at base';
            return [{ short: { words }, full: { words: `${words}:`, name: reason.message } }];
        }
    }
}
function keyCause({ key, before, after, origin }) {
    const named = { words: '', name: key };
    return { short: named, full: named, change: { before, after }, place: origin, gone: after === undefined };
}
/** The configuration keys behind a pin whose values differ. */
function movedKeys(reason) {
    return reason.keys.filter((each) => each.before !== each.after);
}
/**
 * A cause as one line of plain text, such as `vpc.cidr_block: 10.0.0.0/16 → 10.1.0.0/16`.
 *
 * @param longest characters of one value
 */
function causeText({ full: { words, name = '' }, change, via = [] }, longest) {
    const value = (json) => json === undefined ? 'not set' : (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(unquoted(json), longest);
    if (change !== undefined)
        return `${name}: ${value(change.before)} → ${value(change.after)}`;
    return `${words} ${name}${via.length > 0 ? `, through ${via.join(', ')}` : ''}`;
}
/** A plain JSON string without its quotes, so that a key and the pin that it moves are one line. */
function unquoted(json) {
    return /^"([^"\\]*)"$/u.exec(json)?.[1] ?? json;
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 74412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69405);
/** Text in the width of a terminal. */

/**
 * Lines of words, none of them broken; those of the text stay.
 *
 * @param width columns of a line
 * @param first columns of the first line that are taken
 */
function wrapped(text, width, first = 0) {
    const lines = [];
    for (const line of (0,_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).split('\n')) {
        if (line === '')
            continue;
        let current = '';
        let room = lines.length === 0 ? width - first : width;
        // What is indented is laid out already.
        for (const word of line.startsWith(' ') ? [line] : line.split(' ')) {
            if (current !== '' && current.length + 1 + word.length > room) {
                lines.push(current);
                current = word;
                room = width;
            }
            else {
                current = current === '' ? word : `${current} ${word}`;
            }
        }
        lines.push(current);
    }
    return lines;
}


/***/ }),

/***/ 58372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openBlobs)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);

/** Nothing is read before it is requested. */
function openBlobs(objects) {
    const contents = new Map();
    const loading = new Map();
    async function read(id, ready, label) {
        await ready;
        const object = await objects.read(id);
        if (object === undefined) {
            throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('git', `The object ${id} of ${label} is missing from the repository, or damaged.`, {
                hint: 'Check out again with actions/checkout, into an empty workspace and without a custom object filter.',
            });
        }
        contents.set(id, object.content);
    }
    return {
        async load(ids, ready, label) {
            const asked = new Set(ids.filter((id) => !contents.has(id)));
            const fresh = [...asked].filter((id) => !loading.has(id));
            const isReady = ready(fresh);
            for (const id of fresh)
                loading.set(id, read(id, isReady, label));
            await Promise.all([...asked].flatMap((id) => loading.get(id) ?? []));
        },
        content: (id) => contents.get(id),
    };
}


/***/ }),

/***/ 35203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ snapshotOfCommit)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
;// CONCATENATED MODULE: ./src/snapshot/symbolic-links.ts
/** Symbolic links of a listed tree, followed the way the file system would. */



const LINK_DEPTH = 40;
/** Why a link cannot be followed: `The symbolic link ` goes before its message. */
class BrokenLink extends Error {
}
/**
 * Follows the links among listed entries, so that later stages see plain files only. No link may lead out of the
 * repository: a pull request could otherwise make the job read the runner's own files.
 */
function followLinks(entries) {
    const files = [];
    const links = [];
    for (const entry of entries) {
        if (entry.kind === 'link')
            links.push(entry);
        else {
            const { path, executable, id, isSubmodule } = entry;
            files.push({ path, executable, id, isSubmodule });
        }
    }
    const brokenLinks = new Map();
    if (links.length === 0)
        return { files, brokenLinks };
    const targets = new Map(links.map((link) => [link.path, link.target]));
    const plain = files.slice();
    const plainPaths = new Map(plain.map((file) => [file.path, file]));
    for (const { path } of links) {
        try {
            files.push(...behind(path, path, []));
        }
        catch (error) {
            if (!(error instanceof BrokenLink))
                throw error;
            brokenLinks.set(path, (0,problems/* problem */.CC)('path', `The symbolic link ${error.message}.`, { place: { file: path } }));
        }
    }
    files.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.path, b.path));
    return { files, brokenLinks };
    /** The files at `actual`, shown at `shown`, with links on the way and inside followed. */
    function behind(shown, actual, folders) {
        const resolved = resolve(actual);
        const file = plainPaths.get(resolved);
        if (file !== undefined)
            return [{ ...file, path: shown }];
        const prefix = `${resolved}/`;
        if (actual.startsWith(prefix) || folders.includes(resolved))
            throw new BrokenLink('leads in a circle');
        const found = plain
            .filter(({ path }) => path.startsWith(prefix))
            .map((below) => ({ ...below, path: `${shown}/${below.path.slice(prefix.length)}` }));
        for (const inner of links) {
            if (!inner.path.startsWith(prefix))
                continue;
            found.push(...behind(`${shown}/${inner.path.slice(prefix.length)}`, inner.path, [...folders, resolved]));
        }
        if (found.length === 0)
            throw new BrokenLink(`leads to "${resolved}", which is not in the repository`);
        return found;
    }
    /** The path behind all links, component by component, as the file system would walk it. */
    function resolve(path) {
        let done = '';
        let rest = path.split('/');
        let hops = 0;
        while (rest.length > 0) {
            const [component = '', ...others] = rest;
            rest = others;
            if (component === '' || component === '.')
                continue;
            if (component === '..') {
                if (done === '')
                    throw new BrokenLink('leads out of the repository');
                done = external_node_path_.posix.dirname(done) === '.' ? '' : external_node_path_.posix.dirname(done);
                continue;
            }
            const next = done === '' ? component : `${done}/${component}`;
            const target = targets.get(next);
            if (target === undefined) {
                done = next;
                continue;
            }
            hops += 1;
            if (hops > LINK_DEPTH)
                throw new BrokenLink('leads in a circle');
            if (target.startsWith('/'))
                throw new BrokenLink(`leads out of the repository ("${target}")`);
            rest = [...target.split('/'), ...rest];
        }
        if (done === '')
            throw new BrokenLink('leads in a circle');
        return done;
    }
}

;// CONCATENATED MODULE: ./src/snapshot/commit-snapshot.ts
/** The files at a commit, read from git objects: no checkout is needed or read. */




/**
 * Lists a commit's tree. A submodule is one entry: its files are not in this repository.
 *
 * @param commit full id of a commit or a tree; it must be in the repository
 * @param options `label`: its name in messages. `fetchBlobs`: for a partial clone, fetches blobs from the remote; what
 *   will certainly be read is fetched at once, everything else when it is loaded
 */
async function snapshotOfCommit(git, blobs, commit, options = {}) {
    const { label = (0,names/* shortCommit */.A)(commit), fetchBlobs } = options;
    const listing = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
    const entries = [];
    const linkIds = [];
    for (const record of listing.split('\0')) {
        // "<mode> <type> <id>\t<path>"
        const tab = record.indexOf('\t');
        if (tab < 0)
            continue;
        const [mode, type, id = ''] = record.slice(0, tab).split(' ');
        const path = record.slice(tab + 1);
        if (type === 'commit')
            entries.push({ kind: 'file', path, id, executable: false, isSubmodule: true });
        if (type !== 'blob')
            continue;
        if (mode === '120000')
            linkIds.push({ path, id });
        else
            entries.push({ kind: 'file', path, id, executable: mode === '100755' });
    }
    const missing = fetchBlobs === undefined ? new Set() : await missingObjects(git, commit);
    const read = entries.flatMap((entry) => (entry.kind === 'file' && isRead(entry.path) ? [entry.id] : []));
    await fetchMissing([...linkIds.map(({ id }) => id), ...read]);
    await load(linkIds);
    for (const { path, id } of linkIds) {
        entries.push({ kind: 'link', path, target: blobs.content(id)?.toString('utf8') ?? '' });
    }
    const { files, brokenLinks } = followLinks(entries.filter(({ path }) => (0,snapshot/* isUtf8 */.co)(path)));
    for (const { path } of entries)
        if (!(0,snapshot/* isUtf8 */.co)(path))
            brokenLinks.set(path, (0,snapshot/* notUtf8 */.T3)(path));
    const byPath = new Map(files.map((file) => [file.path, file]));
    let folders;
    /** All at once: git by itself would start one fetch for each blob. */
    async function fetchMissing(ids) {
        const wanted = [...new Set(ids)].filter((id) => missing.has(id) && blobs.content(id) === undefined);
        if (wanted.length === 0)
            return;
        await fetchBlobs?.(wanted);
        for (const id of wanted)
            missing.delete(id);
    }
    function load(wanted) {
        return blobs.load(wanted.flatMap(({ id, isSubmodule }) => (isSubmodule === true ? [] : [id])), fetchMissing, label);
    }
    return {
        label,
        files: () => files,
        brokenLinks: () => [...brokenLinks.keys()],
        file(path) {
            const broken = brokenLinks.get(path);
            if (broken !== undefined)
                throw new problems/* ProblemError */.Mm([broken]);
            return byPath.get(path);
        },
        filesBelow(folder) {
            const prefix = folder === '' ? '' : `${folder}/`;
            const broken = [...brokenLinks].filter(([path]) => path === folder || path.startsWith(prefix));
            if (broken.length > 0)
                throw new problems/* ProblemError */.Mm(broken.map(([, each]) => each));
            if (prefix === '')
                return files;
            const start = firstAtOrAfter(files, prefix);
            let end = start;
            while (files[end]?.path.startsWith(prefix) === true)
                end += 1;
            return files.slice(start, end);
        },
        filesIn(folder) {
            for (const [path, each] of brokenLinks)
                if ((0,names/* folderOf */.y)(path) === folder)
                    throw new problems/* ProblemError */.Mm([each]);
            folders ??= groupByFolder(files);
            return folders.get(folder) ?? [];
        },
        load,
        read(file) {
            // As git itself shows it in a diff.
            if (file.isSubmodule === true)
                return Buffer.from(`Subproject commit ${file.id}\n`);
            const content = blobs.content(file.id);
            if (content === undefined)
                throw new Error(`${file.path} was read before it was loaded`);
            return content;
        },
    };
}
/** Whether a file's content affects renderings: it is needed wherever two commits differ in it. */
function isRead(path) {
    return /\.(ya?ml|tf|tf\.json|tf\.versioned|tftpl)$/u.test(path);
}
/** Ids of the commit's objects that were left on the remote. */
async function missingObjects(git, commit) {
    const listing = await git.run(['rev-list', '--objects', '--no-walk', '--missing=print', commit, '--']);
    return new Set(listing.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
function firstAtOrAfter(files, path) {
    let low = 0;
    let high = files.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((0,snapshot/* compareBytes */.Xo)(files[middle]?.path ?? '', path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function groupByFolder(files) {
    const folders = new Map();
    for (const file of files) {
        const folder = (0,names/* folderOf */.y)(file.path);
        const list = folders.get(folder);
        if (list === undefined)
            folders.set(folder, [file]);
        else
            list.push(file);
    }
    return folders;
}


/***/ })

};

//# sourceMappingURL=4247.index.js.map