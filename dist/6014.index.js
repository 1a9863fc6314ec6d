export const id = 6014;
export const ids = [6014];
export const modules = {

/***/ 16014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  migrate: () => (/* binding */ migrate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/execution/project-root.ts
var project_root = __webpack_require__(64368);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(35986);
// EXTERNAL MODULE: ./src/hierarchy/secrets.ts
var secrets = __webpack_require__(8678);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(80127);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var project_settings = __webpack_require__(17918);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-grammar.ts
var hcl_grammar = __webpack_require__(49735);
// EXTERNAL MODULE: ./src/rendering/secret-places.ts
var secret_places = __webpack_require__(99551);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/snapshot/working-tree-snapshot.ts
var working_tree_snapshot = __webpack_require__(51765);
;// CONCATENATED MODULE: ./src/commands/migrate/config-roots.ts
/** Where an existing project keeps its layers: nothing says so in the original, which is given a path. Pure. */

/** Folders of examples and tests, which are no part of the project. */
const NOT_ROOTS = /^(?:tests?|__tests__|spec|examples?|fixtures|docs)$/u;
/**
 * The folders above the first `name=value` folder of each path with a `composition=` folder.
 *
 * @param root the project root, from the repository root
 * @returns paths from the project root, and those that were left out, as warnings
 */
function findConfigRoots(snapshot, root) {
    const found = new Set();
    const prefix = root === '' ? '' : `${root}/`;
    for (const { path } of snapshot.filesBelow(root)) {
        const parts = path.slice(prefix.length).split('/').slice(0, -1);
        if (!parts.some((part) => part.startsWith('composition=')))
            continue;
        const first = parts.findIndex((part) => part.includes('='));
        found.add(parts.slice(0, Math.max(1, first)).join('/'));
    }
    const all = [...found].sort();
    const usual = all.filter((each) => !each.split('/').some((part) => NOT_ROOTS.test(part)));
    const top = usual.filter((each) => !each.includes('/'));
    const roots = [top, usual, all].find((each) => each.length > 0) ?? [];
    const skipped = all
        .filter((each) => !roots.includes(each))
        .map((each) => (0,base_problems/* warning */.$e)('settings', `Folders named composition=… in "${each}" are not taken for leaves of this project.`, {
        place: { file: `${prefix}${each}` },
        hint: 'Add it to config_roots if they are.',
    }));
    return { roots, skipped };
}

// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(33166);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/commands/migrate/original-settings.ts
/** The settings of the original Kompos, which reads three files, each key of the top level from the last that has it. */






/** The original's default, from 0.9 on; before, the setting is required. */
const DEFAULT_LOCAL_PATH = './compositions';
/**
 * @param root absolute path of the project
 * @param folders where other settings files are looked for, first to last: `/etc/kompos` and the home folder
 * @throws ProblemError for a file that is no YAML mapping
 */
function readOriginalSettings(root, folders) {
    const merged = new Map();
    const elsewhere = new Map();
    let own;
    for (const folder of [...folders, root]) {
        const file = (0,external_node_path_.join)(folder, project_settings/* SETTINGS_FILE */.tP);
        if (!(0,external_node_fs_.existsSync)(file))
            continue;
        const content = (0,external_node_fs_.readFileSync)(file, 'utf8');
        const isOwn = folder === root;
        if (isOwn)
            own = content;
        for (const [key, value] of Object.entries(readMapping(isOwn ? project_settings/* SETTINGS_FILE */.tP : file, content))) {
            merged.set(key, value);
            if (isOwn)
                elsewhere.delete(key);
            else
                elsewhere.set(key, file);
        }
    }
    const top = Object.fromEntries(merged);
    const isNested = merged.has('komposconfig');
    return { all: isNested ? (0,json/* record */.g1)(top['komposconfig']) : top, isNested, own, elsewhere };
}
function readMapping(file, content) {
    const document = (0,dist/* parseDocument */.Tp)(content, { version: '1.1', uniqueKeys: false });
    const [error] = document.errors;
    if (error !== undefined)
        throw (0,base_problems/* problemError */.gS)('settings', error.message, { place: { file } });
    const value = document.toJS();
    if (value === null || value === undefined)
        return {};
    if (typeof value === 'object' && !Array.isArray(value))
        return (0,json/* record */.g1)(value);
    throw (0,base_problems/* problemError */.gS)('settings', 'The settings must be a mapping.', { place: { file } });
}
/** A setting by its path. */
function settingAt(settings, ...keys) {
    return keys.reduce(json/* field */.ZZ, settings);
}
/** The texts of a list. */
function textsAt(settings, ...keys) {
    return (0,json/* list */.p_)(settingAt(settings, ...keys)).flatMap((each) => (0,json/* text */.Qq)(each) ?? []);
}
/** A setting of the terraform engine, which falls back to the compositions' common ones, then to defaults. */
function engineSetting({ all, isNested }, key) {
    const own = (0,json/* text */.Qq)(settingAt(all, 'terraform', key));
    if (!isNested)
        return own;
    const common = key.endsWith('_path') ? (0,json/* text */.Qq)(settingAt(all, 'compositions', 'source', key)) : undefined;
    return own ?? common ?? (0,json/* text */.Qq)(settingAt(all, 'defaults', key));
}
/** The folder of the compositions as the original takes it; undefined if it takes none. */
function originalLocalPath(settings) {
    return engineSetting(settings, 'local_path') ?? (settings.isNested ? DEFAULT_LOCAL_PATH : undefined);
}

;// CONCATENATED MODULE: ./src/commands/migrate/differences.ts
/** What is otherwise than in the original without any message there or here. Pure. */





/** Settings of engines that are not rendered here. */
const OTHER_ENGINES = ['helm', 'helmfile', 'helmfiles', 'tfe', 'external', 'manual', 'terragrunt'];
function differencesToKnow(rendered, settings) {
    return [
        ...unlisted(rendered, settings),
        ...otherEngines(rendered, settings),
        ...ofConfigurations(rendered, settings),
    ];
}
function unlisted({ project, results }, { all }) {
    const order = textsAt(all, 'compositions', 'order', 'terraform');
    const names = new Set(results.map(({ composition }) => composition).filter((each) => !order.includes(each)));
    if (order.length === 0 || names.size === 0)
        return [];
    const message = `The original skips compositions that compositions.order.terraform does not list; here they run last: ${[...names].join(', ')}.`;
    return [
        (0,base_problems/* warning */.$e)('settings', message, {
            place: { file: (0,snapshot_snapshot/* joinPath */.uJ)(project.root, project_settings/* SETTINGS_FILE */.tP) },
            hint: 'To keep a leaf from running, set composition.enabled: false in its layer.',
        }),
    ];
}
function otherEngines({ project }, { all }) {
    const there = OTHER_ENGINES.filter((engine) => settingAt(all, engine) !== undefined);
    if (there.length === 0)
        return [];
    const message = `Only Terraform's leaves are rendered here. The settings of other engines stay for the original: ${there.join(', ')}.`;
    const hint = 'Remove them, and build_order and properties, once the original is not used any more.';
    return [(0,base_problems/* warning */.$e)('settings', message, { place: { file: (0,snapshot_snapshot/* joinPath */.uJ)(project.root, project_settings/* SETTINGS_FILE */.tP) }, hint })];
}
function ofConfigurations({ results }, settings) {
    if (!settings.isNested)
        return [];
    const system = textsAt(settings.all, 'compositions', 'system_keys', 'terraform');
    const excluded = (composition) => textsAt(settings.all, 'compositions', 'config_keys', 'excluded', composition);
    return (0,base_problems/* inLeaves */.e$)(results.flatMap(({ leaf, composition, configuration }) => {
        if (configuration === undefined)
            return [];
        const isGiven = (key) => !system.includes(key) && !excluded(composition).includes(key);
        const problems = [...cloud(configuration), ...providerFile(configuration, isGiven)];
        return [{ leaf, problems }];
    }));
}
/** The original takes `cloud.provider`, from 0.9 on. */
function cloud(configuration) {
    const [type, provider] = ['cloud.type', 'cloud.provider'].map((key) => (0,lookup/* lookup */.$I)(configuration, key));
    if (type?.kind !== 'scalar' || provider?.kind !== 'scalar' || type.value === provider.value)
        return [];
    const message = 'The original looks for compositions by cloud.provider; here cloud.type comes first, and it differs.';
    return [(0,base_problems/* warning */.$e)('composition', message, { place: type.origin, hint: 'Give both the same value.' })];
}
/** From 0.9 on, the original writes no `provider.tf.json` and leaves both keys in `var.config`. */
function providerFile({ children }, isGiven) {
    const { provider, terraform } = children;
    const found = [];
    if (provider !== undefined && isGiven('provider')) {
        const message = 'The original gives "provider" to the code as var.config.provider; here it is never a part of that.';
        found.push((0,base_problems/* warning */.$e)('layer', message, { place: provider.origin, hint: 'Rename the key if the code reads it.' }));
    }
    if (terraform !== undefined && isGiven('terraform')) {
        const message = 'The key "terraform" also becomes a "terraform" block here, which the original does not write.';
        const hint = 'If it is no such block, rename the key, or exclude it in compositions.config_keys.';
        found.push((0,base_problems/* warning */.$e)('layer', message, { place: terraform.origin, hint }));
    }
    return found;
}
/** Leaves that are skipped on purpose. */
function pausedCount(results) {
    return results.filter(({ result }) => !result.ok && result.paused !== undefined).length;
}

;// CONCATENATED MODULE: ./src/commands/migrate/draft.ts
/** Changes to files of a working tree that are not written yet: what is read already shows them. */

/** Paths are from the repository root. */
function openDraft(snapshot) {
    const changed = new Map();
    const original = (path) => {
        const file = snapshot.file(path);
        return file === undefined ? undefined : snapshot.read(file).toString('utf8');
    };
    const described = (path) => {
        const change = changed.get(path);
        if (change === undefined)
            return snapshot.file(path);
        if (change.text === undefined)
            return undefined;
        const executable = snapshot.file(path)?.executable === true;
        return { path, executable, id: `draft:${change.version}:${path}` };
    };
    const withChanges = (files, isIn) => {
        if (changed.size === 0)
            return files;
        const kept = files.filter(({ path }) => !changed.has(path));
        const own = [...changed.keys()].filter(isIn).flatMap((path) => described(path) ?? []);
        return [...kept, ...own].sort((a, b) => (0,snapshot_snapshot/* compareBytes */.Xo)(a.path, b.path));
    };
    return {
        snapshot: {
            label: snapshot.label,
            files: () => withChanges(snapshot.files(), () => true),
            brokenLinks: () => snapshot.brokenLinks(),
            filesBelow: (folder) => withChanges(snapshot.filesBelow(folder), (path) => folder === '' || path.startsWith(`${folder}/`)),
            filesIn: (folder) => withChanges(snapshot.filesIn(folder), (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder),
            file: described,
            load: (files) => snapshot.load(files.filter(({ path }) => !changed.has(path))),
            read: (file) => {
                const text = changed.get(file.path)?.text;
                return text === undefined ? snapshot.read(file) : Buffer.from(text);
            },
        },
        text: (path) => (changed.has(path) ? changed.get(path)?.text : original(path)),
        change(path, text, why) {
            const { why: reasons = [], version = 0 } = changed.get(path) ?? {};
            changed.set(path, { text, why: reasons.includes(why) ? reasons : [...reasons, why], version: version + 1 });
        },
        changes: () => [...changed]
            .map(([path, { text, why }]) => ({ path, before: original(path), after: text, why }))
            .filter(({ before, after }) => before !== after)
            .sort((a, b) => (0,snapshot_snapshot/* compareBytes */.Xo)(a.path, b.path)),
    };
}

;// CONCATENATED MODULE: ./src/commands/migrate/layers.ts
/** What himl takes in layers and this program does not, as changes of the files. */



const OPTIONS = { version: '1.1', schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' };
/**
 * Removes what a second key of the same name hides: himl reads the last one, and nothing of those before it.
 *
 * @param path of a layer, from the repository root
 * @returns what has to be done by hand
 */
function removeHiddenKeys(draft, path) {
    const text = draft.text(path) ?? '';
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { ...OPTIONS, lineCounter: lines });
    const ranges = [];
    const found = [];
    (0,dist/* visit */.YR)(document, {
        Map(_, map) {
            for (const pair of hiddenPairs(map)) {
                const range = map.flow === true ? undefined : rangeOf(pair, text);
                if (range !== undefined) {
                    ranges.push(range);
                    continue;
                }
                const { line, col } = lines.linePos(startOf(pair.key));
                const message = `"${String(pair.key)}" is set again below: himl reads the last one only.`;
                found.push((0,base_problems/* warning */.$e)('layer', message, { place: { file: path, line, column: col }, hint: 'Remove the first one.' }));
            }
        },
    });
    if (ranges.length > 0) {
        ranges.sort(([a], [b]) => b - a);
        let changed = text;
        for (const [start, end] of ranges)
            changed = changed.slice(0, start) + changed.slice(end);
        draft.change(path, changed, 'keys that a later one of the same name hides: removed');
    }
    return found;
}
/** Pairs of a map whose key comes again. */
function hiddenPairs(map) {
    const last = new Map();
    const hidden = [];
    for (const pair of map.items) {
        const key = (0,dist/* isScalar */.jn)(pair.key) && pair.key.source !== '<<' ? pair.key.source : undefined;
        if (key === undefined)
            continue;
        const before = last.get(key);
        if (before !== undefined)
            hidden.push(before);
        last.set(key, pair);
    }
    return hidden;
}
/** The lines of a pair; undefined if others need a part of it, or if it does not have lines of its own. */
function rangeOf({ key, value }, text) {
    const start = text.lastIndexOf('\n', startOf(key) - 1) + 1;
    if (text.slice(start, startOf(key)).trim() !== '' || hasAnchor(value))
        return undefined;
    const last = (0,dist/* isScalar */.jn)(value) || (0,dist/* isCollection */.P3)(value) || (0,dist/* isAlias */.Vj)(value) ? value.range?.[1] : undefined;
    const at = Math.max(last ?? 0, startOf(key));
    const lineEnd = text.indexOf('\n', text[at - 1] === '\n' ? at - 1 : at);
    return [start, lineEnd < 0 ? text.length : lineEnd + 1];
}
function hasAnchor(value) {
    if ((0,dist/* isScalar */.jn)(value))
        return value.anchor !== undefined;
    if (!(0,dist/* isCollection */.P3)(value))
        return false;
    if (value.anchor !== undefined)
        return true;
    return (0,dist/* isMap */.jh)(value)
        ? value.items.some((pair) => hasAnchor(pair.key) || hasAnchor(pair.value))
        : value.items.some(hasAnchor);
}
function startOf(node) {
    return (0,dist/* isScalar */.jn)(node) || (0,dist/* isCollection */.P3)(node) || (0,dist/* isAlias */.Vj)(node) ? (node.range?.[0] ?? 0) : 0;
}
/**
 * Writes down what himl makes of a value: `null` for an empty one that wipes a map or list, a boolean for a text in
 * `composition.enabled`.
 *
 * @returns whether it could
 */
function writeOut(draft, { code, message, place }) {
    if (place === undefined)
        return false;
    if (code === 'merge' && message.includes(' is empty here, ')) {
        return replaceAt(draft, place, 'an empty value wipes what the layers above set: written out as null', () => 'null');
    }
    if (code === 'leaf' && message.startsWith('"composition.enabled" must be')) {
        const why = 'composition.enabled: written as a boolean';
        return replaceAt(draft, place, why, (written) => {
            if (/^(?:false|0|no|off)$/iu.test(written.trim()))
                return 'false';
            return /^(?:true|[1-9]\d*|yes|on)$/iu.test(written.trim()) ? 'true' : undefined;
        });
    }
    return false;
}
/** Replaces the scalar at a place, or the missing value of the key there. */
function replaceAt(draft, place, why, by) {
    const text = draft.text(place.file) ?? '';
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { ...OPTIONS, lineCounter: lines });
    const at = (lines.lineStarts[(place.line ?? 1) - 1] ?? 0) + (place.column ?? 1) - 1;
    let changed;
    (0,dist/* visit */.YR)(document, {
        Pair(_, { key, value }) {
            const isEmpty = value === null || ((0,dist/* isScalar */.jn)(value) && value.source === '');
            if (startOf(isEmpty && startOf(value) !== at ? key : value) !== at)
                return undefined;
            const written = (0,dist/* isScalar */.jn)(value) ? String(value.value) : '';
            const replaced = by(written);
            if (replaced === undefined)
                return dist/* visit */.YR.BREAK;
            if (isEmpty) {
                const end = (0,dist/* isScalar */.jn)(key) ? (key.range?.[1] ?? at) : at;
                const colon = /^\s*:/u.exec(text.slice(end))?.[0];
                const behind = end + (colon?.length ?? 0);
                changed = `${text.slice(0, behind)}${colon === undefined ? ':' : ''} ${replaced}${text.slice(behind)}`;
            }
            else if ((0,dist/* isScalar */.jn)(value) && value.range !== undefined && value.range !== null) {
                changed = text.slice(0, value.range[0]) + replaced + text.slice(value.range[1]);
            }
            return dist/* visit */.YR.BREAK;
        },
    });
    if (changed === undefined)
        return false;
    draft.change(place.file, changed, why);
    return true;
}
/**
 * Moves YAML files of the project root, which are the first layer of every leaf in the original, into the config root,
 * where anything uses what they set.
 *
 * @param root the project root, from the repository root
 * @returns what has to be done by hand, or is not part of the configuration here
 */
function moveRootLayers(draft, root, configRoots) {
    const { snapshot } = draft;
    const files = snapshot.filesIn(root).filter(({ path }) => isVisibleYaml(path));
    if (files.length === 0)
        return [];
    const [configRoot = ''] = configRoots;
    const target = (0,snapshot_snapshot/* joinPath */.uJ)(root, configRoot);
    const others = snapshot.filesIn(target).map(({ path }) => nameOf(path));
    const sources = snapshot.files().filter(({ path }) => /\.(?:ya?ml|tf|tofu|tf\.json|versioned)$/u.test(path));
    const texts = sources.filter((file) => !files.some(({ path }) => path === file.path));
    const all = texts.map((file) => snapshot.read(file).toString('utf8')).join('\n');
    return files.flatMap(({ path }) => {
        const text = draft.text(path) ?? '';
        const contents = (0,dist/* parseDocument */.Tp)(text, OPTIONS).contents;
        const keys = (0,dist/* isMap */.jh)(contents) ? contents.items.flatMap(({ key }) => ((0,dist/* isScalar */.jn)(key) ? [key.source] : [])) : [];
        const used = keys.filter((key) => isUsed(key, all));
        if (used.length === 0) {
            const message = "The original reads this file as every leaf's first layer. Here it is no layer.";
            return [(0,base_problems/* warning */.$e)('layer', message, { place: { file: path }, hint: 'Nothing seems to use what it sets.' })];
        }
        const name = [nameOf(path), `00-${nameOf(path)}`].find((each) => others.every((other) => each < other));
        if (name === undefined || configRoots.length !== 1) {
            const message = `The original reads this file as every leaf's first layer, and ${used.join(', ')} may be used.`;
            return [(0,base_problems/* warning */.$e)('layer', message, { place: { file: path }, hint: 'Move it into a folder of layers.' })];
        }
        draft.change((0,snapshot_snapshot/* joinPath */.uJ)(target, name), text, `moved from ${(0,base_problems/* formatPlace */.dE)({ file: path })}, which is no layer here`);
        draft.change(path, undefined, `moved to ${(0,snapshot_snapshot/* joinPath */.uJ)(target, name)}: the project root is no layer here`);
        return [];
    });
}
function isUsed(key, all) {
    const name = key.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    return new RegExp(`\\{\\{\\s*${name}\\s*[.}]|config\\.${name}\\b|config\\[\\s*["']${name}["']|^["']?${name}["']?\\s*:`, 'mu').test(all);
}
/** Files of layers that one of the two reads and the other does not. */
function filesReadOtherwise(paths) {
    return paths.flatMap((path) => {
        const name = nameOf(path);
        const place = { file: path };
        if (name.endsWith('.yml') && !name.startsWith('.')) {
            const hint = 'Rename it to .yaml if it is meant, or to another extension if it is not.';
            return [(0,base_problems/* warning */.$e)('layer', 'The original reads *.yaml only; here this file is a layer too.', { place, hint })];
        }
        if (!name.startsWith('.') || !name.endsWith('.yaml') || name === '.komposconfig.yaml')
            return [];
        return [
            (0,base_problems/* warning */.$e)('layer', 'The original reads this hidden file as a layer; here hidden files are none.', {
                place,
                hint: 'Rename it if it is meant.',
            }),
        ];
    });
}
function isVisibleYaml(path) {
    return path.endsWith('.yaml') && !nameOf(path).startsWith('.');
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(20724);
// EXTERNAL MODULE: ./src/rendering/outside.ts
var outside = __webpack_require__(18483);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 5 modules
var rendering_renderer = __webpack_require__(49452);
// EXTERNAL MODULE: ./src/stores/stores.ts + 7 modules
var stores = __webpack_require__(63825);
;// CONCATENATED MODULE: ./src/commands/migrate/render-all.ts






/**
 * @param root the project root, from the repository root
 * @param environment what `{{env(NAME)}}` may read
 */
async function renderAll(snapshot, root, environment) {
    const project = await (0,project_project/* openProject */.U8)(snapshot, root);
    const { leaves, others } = (0,project_project/* findLeavesOf */.bM)(project);
    const renderer = (0,rendering_renderer/* openRenderer */.y)(project, leaves, { ...(0,environment_reader/* openEnvironment */.Ay)(environment), secrets: stores/* standIns */.dS }, (0,rendering_renderer/* createCaches */.Y)(), undefined, outside/* NOTHING_OUTSIDE */.u);
    const results = [];
    for (const leaf of leaves) {
        const configuration = await renderer.configuration(leaf.path, () => false).catch(unreadable);
        const result = await renderer.render(leaf);
        results.push({ leaf: leaf.path, composition: leaf.composition, configuration, result });
    }
    return { project, results, others: others.length };
}
/** Rendering reports why. */
function unreadable(error) {
    if (!(error instanceof base_problems/* ProblemError */.Mm))
        throw error;
}
/** For each composition, the top-level keys of its leaves' configurations. */
function keysOfCompositions(results) {
    const keys = new Map();
    for (const { composition, configuration } of results) {
        const known = keys.get(composition) ?? new Set();
        for (const key of Object.keys(configuration?.children ?? {}))
            known.add(key);
        keys.set(composition, known);
    }
    return keys;
}

// EXTERNAL MODULE: ./src/terraform/exact-json.ts
var exact_json = __webpack_require__(30206);
;// CONCATENATED MODULE: ./src/commands/migrate/rendered.ts
/** Compares the variables of leaves with what the original rendered for them. */






/**
 * @param leaves leaf → the text of its variables file here
 * @param folder absolute path of a folder with `<leaf>/variables.tfvars.json` as the original wrote them
 * @param settings that the original mixes into every configuration; undefined if it does not
 */
function compareRendered(leaves, folder, settings) {
    if (!(0,external_node_fs_.existsSync)(folder))
        throw (0,base_problems/* problemError */.gS)('usage', `--rendered names "${folder}", which is no folder.`);
    let [same, secrets] = [0, 0];
    const missing = [];
    const different = [];
    const mixedIn = new Set();
    for (const [leaf, text] of leaves) {
        const file = (0,external_node_path_.join)(folder, leaf, terraform_files/* VARIABLES_FILE */.bV);
        if (!(0,external_node_fs_.existsSync)(file)) {
            missing.push(leaf);
            continue;
        }
        const differences = [];
        for (const each of differencesOf(readJson(file), (0,exact_json/* parseExact */.j)(text), [])) {
            if (isStandIn(each.after)) {
                secrets += 1;
                continue;
            }
            const key = settings && ofSettings(each, settings);
            if (key === undefined)
                differences.push(each);
            else
                mixedIn.add(key);
        }
        if (differences.length === 0)
            same += 1;
        else
            different.push({ leaf, problems: differences.map(described) });
    }
    if (missing.length === leaves.size && leaves.size > 0) {
        throw (0,base_problems/* problemError */.gS)('usage', `"${folder}" has no file <leaf>/${terraform_files/* VARIABLES_FILE */.bV}.`, {
            hint: `Copy what the original renders for each leaf there, such as ${[...leaves.keys()][0] ?? ''}/${terraform_files/* VARIABLES_FILE */.bV}.`,
        });
    }
    return { same, missing, different, settings: [...mixedIn].sort(), secrets };
}
/** Where a secret would be, which is not read here: what the original wrote there is not shown either. */
function isStandIn(value) {
    return typeof value === 'string' && value.includes('(secret: ');
}
function readJson(file) {
    try {
        return (0,exact_json/* parseExact */.j)((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch {
        throw (0,base_problems/* problemError */.gS)('files', 'This file is not JSON.', { place: { file } });
    }
}
function differencesOf(before, after, path) {
    if ((0,json/* isRecord */.u4)(before) && (0,json/* isRecord */.u4)(after)) {
        return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differencesOf((0,json/* field */.ZZ)(before, key), (0,json/* field */.ZZ)(after, key), [...path, key]));
    }
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        return before.flatMap((each, index) => differencesOf(each, after[index], [...path, String(index)]));
    }
    return shown(before) === shown(after) ? [] : [{ path, before, after }];
}
const TERRAFORM_SETTINGS = new Set([
    'version',
    'local_path',
    'root_path',
    'repo',
    'versioned_extension',
    'versioned_module_sources',
]);
/** The setting that explains a difference. */
function ofSettings({ path, before, after }, settings) {
    const [, key = '', ...rest] = path;
    if (after !== undefined || key === '')
        return undefined;
    if (isTranslated([key, ...rest], before))
        return key;
    if (!Object.hasOwn(settings, key))
        return undefined;
    return shown(rest.reduce(json/* field */.ZZ, settings[key])) === shown(before) ? key : undefined;
}
/** Whether a key is a setting that migrating changes or removes: comparing again afterwards finds other values. */
function isTranslated([key, ...rest], before) {
    if (key !== 'terraform')
        return key === 'min_version' || key === 'compositions';
    const [name] = rest;
    const names = name === undefined && (0,json/* isRecord */.u4)(before) ? Object.keys(before) : [name ?? ''];
    return names.length > 0 && names.every((each) => TERRAFORM_SETTINGS.has(each));
}
function described({ path, before, after }) {
    const text = (value) => (value === undefined ? 'nothing' : shortened(shown(value)));
    return (0,base_problems/* problem */.CC)('interpolation', `${path.join('.')}: ${text(before)} in the original, ${text(after)} here.`);
}
/** Numbers by what they are: `1.0` is 1. */
function shown(value) {
    if (value instanceof json/* ExactNumber */.fh)
        return /^-?\d+$/u.test(value.digits) ? value.digits : String(Number(value.digits));
    return value === undefined ? '' : JSON.stringify(value);
}
function shortened(text) {
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

// EXTERNAL MODULE: ./src/rendering/hcl/parse-hcl.ts + 1 modules
var parse_hcl = __webpack_require__(21321);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-file.ts + 1 modules
var hcl_file = __webpack_require__(3488);
;// CONCATENATED MODULE: ./src/commands/migrate/templates.ts



const EXTENSION = '.tf.versioned';
/**
 * Changes the templates below the compositions' folder: other extensions, files that their template renders to, and
 * placeholders that only the original resolves.
 *
 * @param folder from the repository root
 * @param extension of templates in the original
 * @returns what has to be done by hand
 */
function changeTemplates(draft, folder, extension, parser) {
    for (const { path } of draft.snapshot.filesBelow(folder)) {
        if (extension === EXTENSION || !path.endsWith(extension))
            continue;
        const renamed = `${path.slice(0, -extension.length)}${EXTENSION}`;
        const why = `${path.slice(path.lastIndexOf('/') + 1)} renamed: templates are named X.tf.versioned`;
        draft.change(renamed, draft.text(path), why);
        draft.change(path, undefined, why);
    }
    const found = [];
    for (const { path } of draft.snapshot.filesBelow(folder)) {
        if (!path.endsWith(EXTENSION))
            continue;
        const target = path.slice(0, -'.versioned'.length);
        if (draft.text(target) !== undefined) {
            draft.change(target, undefined, 'removed: its template renders to this name, and the original never read it');
        }
        found.push(...changePlaceholders(draft, path, parser));
    }
    return found;
}
/** `{{a.b}}` */
const PLACEHOLDER = /\{\{([^}]+)\}\}/gu;
/**
 * The original resolves placeholders in every line that has the word `source` in it. Where Terraform takes expressions,
 * such a text becomes one.
 */
function changePlaceholders(draft, path, parser) {
    const text = draft.text(path) ?? '';
    if (!/source.*\{\{|\{\{.*source/u.test(text))
        return [];
    const { literals } = (0,hcl_file/* readHcl */.KQ)(parser, text);
    const { tree } = (0,parse_hcl/* parseHcl */.z)(parser, text);
    const found = [];
    let changed = '';
    let end = 0;
    let offset = 0;
    for (const [index, line] of text.split('\n').entries()) {
        if (line.includes('source')) {
            for (const match of line.matchAll(PLACEHOLDER)) {
                const at = offset + match.index;
                const isResolved = literals.some(({ start, end: last }) => start <= at && at < last);
                const kind = isResolved ? 'resolved' : placeAt(tree.rootNode, at);
                if (kind === 'resolved' || kind === 'comment')
                    continue;
                const expression = kind === 'text' ? expressionOf(match[1] ?? '') : undefined;
                if (expression === undefined) {
                    found.push((0,base_problems/* warning */.$e)('template', `The original resolves ${match[0]} in this line, because it has "source" in it.`, {
                        place: { file: path, line: index + 1, column: match.index + 1 },
                        hint: 'Use var.config there.',
                    }));
                    continue;
                }
                changed += text.slice(end, at) + expression;
                end = at + match[0].length;
            }
        }
        offset += line.length + 1;
    }
    tree.delete();
    if (end > 0) {
        draft.change(path, changed + text.slice(end), 'placeholders outside of module sources become var.config');
    }
    return found;
}
function placeAt(root, at) {
    const node = root.descendantForIndex(at, at + 1);
    if (node === null)
        return 'other';
    if (node.type === 'comment')
        return 'comment';
    return node.type === 'template_literal' ? 'text' : 'other';
}
/** `a.0.b-c` as a part of a text; undefined if it is no path of keys. */
function expressionOf(key) {
    if (key.trim() !== key || !/^[\p{L}\p{N}_.-]+$/u.test(key))
        return undefined;
    const parts = key.split('.');
    if (parts.some((part) => part === ''))
        return undefined;
    const path = parts.map((part) => {
        if (/^\d+$/u.test(part))
            return `[${part}]`;
        return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(part) ? `.${part}` : `["${part}"]`;
    });
    return `\${var.config${path.join('')}}`;
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js
var create = __webpack_require__(94112);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
;// CONCATENATED MODULE: ./src/commands/migrate/text.ts
/** A migration as the terminal shows it. Pure. */



function migrationText(migration) {
    const { version, changes, byHand, otherwise, failures, comparison, isWritten } = migration;
    const sections = [
        `A project of Kompos ${version}.\n`,
        changes.length === 0 ? '' : `Changes\n${changes.map(changeText).join('')}`,
        listed('To do by hand', byHand),
        listed('Leaves that do not render', failures),
        comparison === undefined ? '' : listed('Differences from the rendered files', (0,base_problems/* inLeaves */.e$)(comparison.different)),
        listed('Otherwise than in the original', otherwise),
        `${leavesText(migration)}\n`,
        comparison === undefined ? '' : comparisonText(comparison),
        endText(changes.length, isWritten),
    ];
    return sections.filter((section) => section !== '').join('\n');
}
function changeText({ path, before, after, why }) {
    const reasons = why.map((each) => `    ${each}\n`).join('');
    // Whole files that come or go need no diff.
    if (before === undefined || after === undefined)
        return `  ${path}\n${reasons}`;
    const [, ...lines] = (0,create/* createTwoFilesPatch */.ss)(path, path, before, after, '', '', { context: 1 })
        .split('\n')
        .slice(3)
        .filter((line) => line !== '');
    return `  ${path}\n${reasons}${lines.map((line) => `      ${line}\n`).join('')}`;
}
function listed(title, problems) {
    if (problems.length === 0)
        return '';
    return `${title}\n${problems.map((each) => `${indented((0,base_problems/* formatProblem */.Vw)(each))}\n`).join('')}`;
}
function indented(text) {
    return text
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n');
}
function leavesText({ counts: { leaves, rendered, paused, others, secrets } }) {
    const parts = [`${rendered} of ${leaves} leaves render.`];
    if (paused > 0)
        parts.push(`${paused} paused by composition.enabled: false.`);
    if (others > 0) {
        parts.push(`${(0,phrases/* count */.U9)(others, 'folder belongs', 'folders belong')} to other engines.`);
    }
    if (secrets > 0)
        parts.push(`Secret stores were not read: stand-ins took the place of ${(0,phrases/* count */.U9)(secrets, 'secret', 'secrets')}.`);
    return parts.join(' ');
}
function comparisonText({ same, different, missing, settings, secrets }) {
    const lines = [`${same} of ${same + different.length} leaves have the same variables as in the original.`];
    const [first] = missing;
    if (first !== undefined)
        lines.push(`${missing.length} have no file to compare with, such as ${first}.`);
    if (secrets > 0)
        lines.push(`Not compared, because secret stores were not read: ${(0,phrases/* count */.U9)(secrets, 'value', 'values')}.`);
    if (settings.length > 0) {
        lines.push(`The original also mixes its settings into var.config, which is not counted: ${settings.join(', ')}.`);
    }
    return lines.map((line) => `${line}\n`).join('');
}
function endText(count, isWritten) {
    if (count === 0)
        return 'Nothing has to be changed.\n';
    const files = count === 1 ? '1 file' : `${count} files`;
    return isWritten
        ? `${files} changed. Next: git diff, then kompos plan.\n`
        : `Nothing was written. --write changes ${files}.\n`;
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/base.js
var base = __webpack_require__(63102);
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends base/* default */.A {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

;// CONCATENATED MODULE: ./src/commands/migrate/translate-settings.ts
/** The original's settings → those of this program, in the same file, with its comments. Pure. */






/** Translates the settings; the text is the project's own if nothing has to change. */
function translateSettings(settings, facts) {
    const { all, isNested, own, elsewhere } = settings;
    const document = openDocument(own);
    const base = isNested ? ['komposconfig'] : [];
    const why = [];
    const set = (keys, value, reason) => {
        if (JSON.stringify(plain(document.getIn([...base, ...keys]))) === JSON.stringify(value))
            return;
        document.setIn([...base, ...keys], document.createNode(value));
        why.push(reason);
    };
    const remove = (keys, reason) => {
        if (!document.hasIn([...base, ...keys]))
            return;
        keepTitle(document.getIn(base, true), keys);
        document.deleteIn([...base, ...keys]);
        why.push(reason);
    };
    for (const [key, file] of elsewhere) {
        document.set(key, document.createNode(key === 'komposconfig' ? all : all[key]));
        why.push(`${key}: as in ${file}, which is not read here`);
    }
    remove(['min_version'], 'min_version: removed, it counts the versions of the original');
    const written = originalLocalPath(settings);
    const localPath = written === undefined ? undefined : localised(written, facts);
    const isDefault = engineSetting(settings, 'local_path') === undefined && facts.hasDefaultFolder;
    const now = (0,json/* text */.Qq)(settingAt(all, 'terraform', 'local_path')) ?? project_settings/* defaultSettings */.L6.localPath;
    if (localPath !== undefined && localPath !== now && !isDefault) {
        set(['terraform', 'local_path'], localPath, `terraform.local_path: ${localPath}, which was ${whereFrom(settings)}`);
    }
    const rootPath = engineSetting(settings, 'root_path') ?? '';
    if (rootPath !== ((0,json/* text */.Qq)(settingAt(all, 'terraform', 'root_path')) ?? '')) {
        set(['terraform', 'root_path'], rootPath, `terraform.root_path: ${rootPath}, which was compositions.source.root_path`);
    }
    if (isNested)
        remove(['compositions', 'source'], 'compositions.source: removed, terraform.local_path says it');
    const version = (0,json/* text */.Qq)(settingAt(all, 'terraform', 'version'));
    const exact = version?.replace(/^Terraform /u, '');
    if (exact !== undefined && exact !== version) {
        set(['terraform', 'version'], exact, `terraform.version: ${exact}, without the program's name`);
    }
    remove(['terraform', 'versioned_extension'], 'terraform.versioned_extension: removed, templates are named X.tf.versioned');
    if (facts.configRoots.join() !== project_settings/* defaultSettings */.L6.configRoots.join()) {
        set(['config_roots'], facts.configRoots, `config_roots: ${facts.configRoots.join(', ')}, where the leaves are`);
    }
    for (const [composition, keys] of excludedBySystem(settings, facts)) {
        const before = textsAt(all, 'compositions', 'config_keys', 'excluded', composition);
        const reason = `compositions.config_keys.excluded.${composition}: ${keys.join(', ')}, which the original's system_keys leave out`;
        set(['compositions', 'config_keys', 'excluded', composition], [...before, ...keys], reason);
    }
    remove(['compositions', 'system_keys'], 'compositions.system_keys: removed, config_keys.excluded says it');
    if (why.length === 0)
        return { text: own ?? '', why };
    return { text: asWritten(document.toString({ lineWidth: 0, flowCollectionPadding: false }), own ?? ''), why };
}
/** Lines that differ from the old ones in blanks only, as they were: people align values and brackets. */
function asWritten(text, before) {
    const old = before.split('\n');
    const blind = (line) => line
        .trimEnd()
        .replace(/(?<=\S)\s+/gu, ' ')
        .replace(/([[{]) | ([\]}])/gu, '$1$2');
    const parts = diffArrays(old, text.split('\n'), { comparator: (a, b) => blind(a) === blind(b) });
    let at = 0;
    const lines = [];
    for (const { added, removed, value } of parts) {
        if (!removed)
            lines.push(...(added ? value : old.slice(at, at + value.length)));
        if (!added)
            at += value.length;
    }
    const restored = lines.join('\n');
    // Blanks in a text are a part of it.
    const isSame = JSON.stringify((0,dist/* parseDocument */.Tp)(restored).toJS()) === JSON.stringify((0,dist/* parseDocument */.Tp)(text).toJS());
    // New lines end as the others do.
    const ending = before.includes('\r\n') ? '\r\n' : '\n';
    return (isSame ? restored : text).replace(/\r?\n/gu, ending);
}
/**
 * What the original leaves out of every composition's variables, as far as its configuration has it. From 0.9 on it
 * writes no provider file either: without `provider`, there is nothing in it here.
 */
function excludedBySystem(settings, { keys }) {
    const { all, isNested } = settings;
    if (!isNested)
        return [];
    const found = [];
    for (const [composition, present] of keys) {
        const already = textsAt(all, 'compositions', 'config_keys', 'excluded', composition);
        const system = new Set(['provider', 'komposconfig', ...systemKeys(settings, composition)]);
        const more = [...system].filter((key) => present.has(key) && !already.includes(key));
        if (more.length > 0)
            found.push([composition, more]);
    }
    return found;
}
/** Compositions that the terraform engine does not own are generated by the tfe engine, which leaves out its keys too. */
function systemKeys({ all }, composition) {
    const owned = textsAt(all, 'compositions', 'order', 'terraform');
    const isTfe = settingAt(all, 'tfe') !== undefined && owned.length > 0 && !owned.includes(composition);
    const engines = isTfe ? ['terraform', 'tfe'] : ['terraform'];
    return engines.flatMap((engine) => textsAt(all, 'compositions', 'system_keys', engine));
}
/** A path as it must be written here: from the project root, with the home folder worked out. */
function localised(written, { root, home }) {
    const expanded = home !== undefined && /^~(?:\/|$)/u.test(written) ? (0,external_node_path_.join)(home, written.slice(1)) : written;
    if (!(0,external_node_path_.isAbsolute)(expanded))
        return written;
    const inside = (0,external_node_path_.relative)(root, expanded);
    return inside.startsWith('../..') || (0,external_node_path_.isAbsolute)(inside) ? written : inside;
}
function whereFrom(settings) {
    const own = (0,json/* text */.Qq)(settingAt(settings.all, 'terraform', 'local_path'));
    if (own !== undefined)
        return own;
    return engineSetting(settings, 'local_path') === undefined
        ? "the original's default"
        : 'compositions.source.local_path or defaults.local_path';
}
function openDocument(own) {
    const document = (0,dist/* parseDocument */.Tp)(own ?? '', { uniqueKeys: false });
    return document.contents === null ? new dist/* Document */.yo({}) : document;
}
/** What is written above the first key is about the whole file. */
function keepTitle(map, [key, ...inner]) {
    if (!(0,dist/* isMap */.jh)(map) || inner.length > 0)
        return;
    const [first, second] = map.items;
    if (!(0,dist/* isScalar */.jn)(first?.key) || first.key.value !== key || !(0,dist/* isScalar */.jn)(second?.key))
        return;
    const comments = [map.commentBefore ?? first.key.commentBefore, second.key.commentBefore];
    const kept = comments.filter((comment) => typeof comment === 'string').join('\n');
    if (kept !== '')
        second.key.commentBefore = kept;
}
function plain(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.toJSON() : node;
}

// EXTERNAL MODULE: ./src/git/git.ts
var git = __webpack_require__(10308);
// EXTERNAL MODULE: ./src/git/not-committed.ts
var not_committed = __webpack_require__(17358);
;// CONCATENATED MODULE: ./src/commands/migrate/write-changes.ts
/** Writes the changes of a migration, never over what git could not bring back. */






/**
 * @param top absolute path of the repository
 * @throws ProblemError if there is no repository, or a file is not as it was committed; then nothing is written
 */
async function writeChanges(changes, top, environment) {
    if (changes.length === 0)
        return;
    if ((await (0,git_repository/* findRepository */.W1)(top, environment)) === undefined) {
        throw (0,base_problems/* problemError */.gS)('git', await (0,git_repository/* whyNoRepository */._b)(top, environment), {
            hint: 'Commit the project first: then git shows what was changed, and can bring it back.',
        });
    }
    const { changed, others } = await (0,not_committed/* notCommitted */.K)((0,git/* createGit */.lD)(top, environment));
    const isOther = (path) => others.some((each) => each === path || (each.endsWith('/') && path.startsWith(each)));
    // What is written to a link is written to the file behind it.
    const behind = (path) => (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(top), (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(top, path)));
    const refused = changes.filter(({ path }) => {
        const paths = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, path)) ? [path, behind(path)] : [];
        return changed.includes(path) || paths.some((each) => changed.includes(each) || isOther(each));
    });
    (0,base_problems/* throwOnErrors */.pe)(refused.map(({ path }) => (0,base_problems/* problem */.CC)('git', 'This file has changes that are not committed, so it is not written.', {
        place: { file: path },
        hint: 'Commit, stash or remove them first. Nothing was written.',
    })));
    for (const { path, after } of changes) {
        const file = (0,external_node_path_.join)(top, path);
        if (after === undefined)
            (0,external_node_fs_.rmSync)(file);
        else {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
            (0,external_node_fs_.writeFileSync)(file, after);
        }
    }
}

;// CONCATENATED MODULE: ./src/commands/migrate/migrate.ts
/** `kompos migrate`: an existing project of the original Kompos → one that this program renders alike. */

























/** Where the original looks for settings, besides the project and the home folder. */
const SYSTEM_SETTINGS = '/etc/kompos';
/** Each round fixes what the one before it made visible. */
const MOST_ROUNDS = 20;
/**
 * Works the migration out, and writes it if that is asked for.
 *
 * @returns what to print, and whether all leaves render, and render alike
 * @throws ProblemError if there is nothing to migrate, or a file to change has uncommitted changes
 */
async function migrate({ rootPath, write, rendered: folder }, { directory, environment }) {
    const { root } = (0,project_root/* findProject */.t)(rootPath, directory);
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    const top = repository === undefined ? root : (0,external_node_fs_.realpathSync)(repository.top);
    const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
    const home = environment['HOME'];
    const settings = readOriginalSettings(root, [SYSTEM_SETTINGS, ...(home === undefined ? [] : [home])]);
    const draft = openDraft((0,working_tree_snapshot/* snapshotOfWorkingTree */.X)(top));
    const { roots: configRoots, skipped } = findConfigRoots(draft.snapshot, place);
    if (configRoots.length === 0) {
        throw (0,base_problems/* problemError */.gS)('leaf', `There is no project to migrate in ${root}: no folder is named composition=….`, {
            hint: 'Run it in the project root, or name that with --root-path DIR.',
        });
    }
    const byHand = await changeFiles(draft, { settings, root, place, configRoots, environment });
    const rendered = await renderAll(draft.snapshot, place, environment);
    const variables = variablesOf(rendered.results);
    const comparison = folder === undefined
        ? undefined
        : compareRendered(variables, (0,external_node_path_.resolve)(directory, folder), settings.isNested ? undefined : settings.all);
    const changes = draft.changes();
    if (write)
        await writeChanges(changes, top, environment);
    const failures = (0,base_problems/* inLeaves */.e$)(rendered.results.map(({ leaf, result }) => {
        return { leaf, problems: result.ok ? [] : result.problems.filter(({ severity }) => severity === 'error') };
    }));
    const text = migrationText({
        version: settings.isNested ? '0.9 or newer' : '0.6 to 0.8',
        changes,
        byHand,
        otherwise: [...skipped, ...differencesToKnow(rendered, settings)],
        failures,
        counts: {
            leaves: rendered.results.length,
            rendered: variables.size,
            paused: pausedCount(rendered.results),
            others: rendered.others,
            secrets: (0,secrets/* distinct */.dM)(rendered.results.flatMap(({ result }) => (result.ok ? (0,secret_places/* secretsOf */.Fj)(result.rendering) : [])))
                .length,
        },
        comparison,
        isWritten: write,
    });
    return { text, isComplete: failures.length === 0 && (comparison?.different.length ?? 0) === 0 };
}
/** @returns what has to be done by hand */
async function changeFiles(draft, existing) {
    const { settings, place, configRoots, environment } = existing;
    changeSettings(draft, existing, new Map());
    ignoreRuntime(draft, place);
    const byHand = [...moveRootLayers(draft, place, configRoots)];
    const layers = configRoots.flatMap((each) => draft.snapshot.filesBelow((0,snapshot_snapshot/* joinPath */.uJ)(place, each)));
    byHand.push(...filesReadOtherwise(layers.map(({ path }) => path)));
    for (const { path } of layers)
        if ((0,project_layers/* isLayerFile */.Q)(path))
            byHand.push(...removeHiddenKeys(draft, path));
    const { localPath, rootPath } = (await (0,project_project/* openProject */.U8)(draft.snapshot, place)).settings;
    const sources = (0,snapshot_snapshot/* joinPath */.uJ)(place, (0,snapshot_snapshot/* joinPath */.uJ)(localPath, rootPath));
    if (!(0,snapshot_snapshot/* leadsOut */.qm)(sources) && !/^[/~]/u.test(localPath)) {
        const extension = settings.isNested ? engineSetting(settings, 'versioned_extension') : undefined;
        byHand.push(...changeTemplates(draft, sources, extension ?? EXTENSION, await (0,hcl_grammar/* loadHclParser */.p)()));
    }
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const { results } = await renderAll(draft.snapshot, place, environment);
        changeSettings(draft, existing, keysOfCompositions(results));
        const problems = results.flatMap(({ result }) => (result.ok ? [] : result.problems));
        if (problems.filter((each) => writeOut(draft, each)).length === 0)
            break;
    }
    return byHand;
}
function changeSettings(draft, { settings, root, place, configRoots, environment }, keys) {
    const folder = (0,snapshot_snapshot/* joinPath */.uJ)(place, project_settings/* defaultSettings */.L6.localPath);
    const hasDefaultFolder = draft.snapshot.filesBelow(folder).some(({ path }) => /\.tf(?:\.versioned)?$/u.test(path));
    const home = environment['HOME'];
    const { text, why } = translateSettings(settings, { root, home, configRoots, hasDefaultFolder, keys });
    for (const each of why)
        draft.change((0,snapshot_snapshot/* joinPath */.uJ)(place, project_settings/* SETTINGS_FILE */.tP), text, each);
}
function ignoreRuntime(draft, place) {
    const path = (0,snapshot_snapshot/* joinPath */.uJ)(place, '.gitignore');
    const text = draft.text(path) ?? '';
    if (/^\/?(?:\*\*\/)?\.kompos-runtime\/?\s*$/mu.test(text))
        return;
    const separator = text === '' || text.endsWith('\n') ? '' : '\n';
    draft.change(path, `${text}${separator}.kompos-runtime/\n`, 'what kompos renders is not committed');
}
function variablesOf(results) {
    return new Map(results.flatMap(({ leaf, result }) => {
        if (!result.ok)
            return [];
        const content = result.rendering.files.find(({ name }) => name === terraform_files/* VARIABLES_FILE */.bV)?.content;
        return content?.kind === 'generated' ? [[leaf, content.text]] : [];
    }));
}


/***/ }),

/***/ 64368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ fromRoot),
/* harmony export */   t: () => (/* binding */ findProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39574);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _project_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17918);
/* harmony import */ var _snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22095);
/** Where the project is that a command is about. */






const CONFIG = 'config';
/**
 * The project root, links followed, and why it is that: for messages.
 *
 * @param rootPath as typed; undefined: the nearest folder, from the current directory upwards, that has settings, or else
 *   a `config` folder with layers
 * @throws ProblemError when there is no such folder
 */
function findProject(rootPath, directory) {
    if (rootPath !== undefined) {
        const root = (0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .realFolder */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, rootPath));
        if (root !== undefined)
            return { root, why: '--root-path names it' };
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `--root-path is "${rootPath}", which is not a folder.`, {
            hint: `Name the folder that holds ${_project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP}.`,
        });
    }
    const folders = upwards((0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .realFolder */ .P)(directory) ?? directory);
    const settled = folders.find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP)));
    if (settled !== undefined)
        return { root: settled, why: `it has ${_project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP}` };
    const layered = folders.find(hasLayers);
    if (layered !== undefined)
        return { root: layered, why: `it has the folder "${CONFIG}"` };
    return { root: folders[0] ?? directory, why: `neither it nor a folder above it has ${_project_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS_FILE */ .tP} or "${CONFIG}"` };
}
/** From a folder to the top. What stands in a runtime directory are links to the project around it. */
function upwards(directory) {
    const [before = ''] = `${directory}/`.split(`/${_base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .RUNTIME_FOLDER */ .M}/`);
    const folders = [before === '' ? '/' : before.replace(/(?<=.)\/$/u, '')];
    for (let last = folders[0] ?? ''; (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last) !== last; last = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last))
        folders.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last));
    return folders;
}
function hasLayers(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, CONFIG)).some((name) => /^[^.].*=.|^[^.].*\.ya?ml$/u.test(name));
    }
    catch {
        return false;
    }
}
/**
 * A path as typed, from the project root; `''` is the root itself. It may be typed from there or, with the shell's
 * completion, from the current directory; `.` and `..` are the latter.
 *
 * @throws ProblemError when it leads out of the project
 */
function fromRoot(typed, root, directory) {
    const both = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, typed), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, typed)];
    const candidates = /^\.\.?(?:\/|$)/u.test(typed) ? both.reverse() : both;
    const [first = root] = candidates;
    const absolute = ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(typed) ? [typed] : candidates).find((each) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(each)) ?? first;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute) : absolute)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join('/');
    if (path.startsWith('../') || path === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `"${typed}" is not below the project ${root}.`, {
            hint: 'Name the project with --root-path DIR.',
        });
    }
    return path;
}


/***/ }),

/***/ 17358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ notCommitted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10308);
/** Uncommitted content of the working tree, including submodules. */



/**
 * Examines a whole working tree; paths are relative to its top.
 *
 * @param git seam at the top folder
 */
async function notCommitted(git) {
    const [changed, others, tree, index] = await Promise.all([
        // A file whose time was set back must not look unchanged.
        paths(git, ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default', ...DIFF]),
        paths(git, ['ls-files', '-z', '--others', '--directory', '--no-empty-directory']),
        paths(git, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD']),
        paths(git, ['ls-files', '-v', '-z']),
    ]);
    // "h <path>": git is set to assume that the file never changes.
    const assumed = index.flatMap((line) => (line.startsWith('h ') ? [line.slice(2)] : []));
    const submodules = tree.flatMap((line) => {
        const [, id, path] = /^160000 commit ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [{ id, path }];
    });
    const inside = await Promise.all(submodules.map((each) => inSubmodule(git, each.path, each.id)));
    return {
        changed: [...new Set([...changed, ...assumed])],
        others: [...others, ...inside.flatMap((each) => each.others)],
        moved: inside.flatMap((each) => each.moved),
    };
}
const DIFF = ['diff', '--name-only', '-z', '--no-ext-diff', '--ignore-submodules=all', 'HEAD', '--'];
async function inSubmodule(git, path, id) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(git.directory, path);
    const none = { changed: [], others: [], moved: [] };
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(directory, { throwIfNoEntry: false });
    if (found === undefined)
        return none;
    if (!found.isDirectory())
        return { ...none, others: [path] };
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    // Not checked out: git itself ignores the folder then.
    if (!names.includes('.git'))
        return names.length === 0 ? none : { ...none, others: [`${path}/`] };
    const own = (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .createGit */ .lD)(directory, git.environment);
    const [head, { changed, others, moved }] = await Promise.all([
        own.run(['rev-parse', '--verify', 'HEAD']),
        notCommitted(own),
    ]);
    const below = (each) => each.map((name) => `${path}/${name}`);
    return {
        changed: [],
        others: below([...others, ...changed]),
        moved: [...(head.trim() === id ? [] : [path]), ...below(moved)],
    };
}
async function paths(git, args) {
    return (await git.run(args)).split('\0').filter((path) => path !== '');
}


/***/ }),

/***/ 20724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ openEnvironment),
/* harmony export */   HX: () => (/* binding */ withStandIns),
/* harmony export */   lO: () => (/* binding */ withoutValues)
/* harmony export */ });
/** Reads from a record and allows every name: the command line passes the process environment. */
function openEnvironment(variables) {
    return {
        read: (name) => {
            const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}
/** Reads nothing: each variable is `(environment: NAME)`, so that what is printed holds no value of the environment. */
function withoutValues() {
    return { read: (name) => ({ kind: 'value', value: `(environment: ${name})` }) };
}
/** The same, with `(environment: NAME)` for a variable that may be read but is not set. */
function withStandIns(reader) {
    const standIns = withoutValues();
    return {
        ...reader,
        read(name) {
            const answer = reader.read(name);
            return answer.kind === 'missing' ? standIns.read(name) : answer;
        },
    };
}


/***/ }),

/***/ 15131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ firstFew),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   ql: () => (/* binding */ maskedValues)
/* harmony export */ });
/** Numbers and lists in English, and a sentence that reports share. */
/** `1,234`, with the noun that goes with it: `1 leaf`, `2 leaves`. */
function count(number, one, many) {
    // Not `toLocaleString`: its output depends on the machine.
    const digits = String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');
    const noun = number === 1 ? one : many;
    return noun === undefined ? digits : `${digits} ${noun}`;
}
/** The first `most` of them joined by commas, and how many more there are. */
function firstFew(items, most) {
    const shown = items.slice(0, most).join(', ');
    return items.length > most ? `${shown} +${count(items.length - most)} more` : shown;
}
/** `3 values masked`; empty for none. */
function maskedValues({ masked = 0 }) {
    return masked === 0 ? '' : count(masked, 'value masked', 'values masked');
}
/** How many leaves are left out because they do not use the configuration that differs; empty for none. */
function leftOut(unused) {
    if (unused === 0)
        return '';
    return `${count(unused, 'leaf sees', 'leaves see')} a change of configuration without using it, and ${unused === 1 ? 'is' : 'are'} left out.`;
}


/***/ }),

/***/ 18483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ NOTHING_OUTSIDE)
/* harmony export */ });
/** An environment that sets nothing. */
const NOTHING_OUTSIDE = {
    variables: new Set(),
    options: new Set(),
    backendOptions: new Set(),
    environment: new Set(),
};


/***/ }),

/***/ 51765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ snapshotOfWorkingTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82017);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39574);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94330);
/** The files on disk, ignored and uncommitted ones included: what the command line works on. */







/** Folders that never hold sources and may be huge. */
const SKIPPED = new Set(['.git', '.terraform', _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .RUNTIME_FOLDER */ .M, 'node_modules']);
/**
 * Reads files on request, and walks only the folders that are needed.
 *
 * @param root absolute path of the repository root (or of the project, outside of a repository)
 */
function snapshotOfWorkingTree(root) {
    const realRoot = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    const walked = new Map();
    let all;
    let isWhole = false;
    let listed;
    /** The real path behind `path`, or a problem if a link leads out or nowhere; undefined if nothing exists there. */
    function real(path) {
        let target;
        try {
            target = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
        }
        catch (error) {
            if (!(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT', 'ENOTDIR'))
                throw brokenLink(path, 'leads in a circle');
            if (!linkExists(path))
                return undefined;
            throw brokenLink(path, 'leads to a file that does not exist');
        }
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(realRoot, target);
        if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
            throw brokenLink(path, 'leads out of the repository');
        if (inside.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes('.git'))
            throw brokenLink(path, "leads into git's own folder");
        return target;
    }
    function linkExists(path) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).isSymbolicLink();
        }
        catch {
            return false;
        }
    }
    /** The files directly in a folder, or below it too. Throws at a broken link, unless `onBroken` takes it. */
    function walk(folder, ancestors, onBroken, deep = true) {
        const target = real(folder === '' ? '.' : folder);
        if (target === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isDirectory())
            return [];
        if (ancestors.has(target))
            throw brokenLink(folder, 'leads in a circle');
        return walkReal(folder, target, { ancestors, top: target }, onBroken, deep);
    }
    /**
     * The same for a folder whose real path is known. A folder in it that is no link leads nowhere else, so it needs no
     * look-up of its own: large projects have tens of thousands.
     *
     * @param way the real folders down to the last link, and where that led
     */
    function walkReal(folder, target, way, onBroken, deep) {
        const files = [];
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(target, { withFileTypes: true })) {
            if (SKIPPED.has(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (!(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .isUtf8 */ .co)(path)) {
                onBroken(new _base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm([(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .notUtf8 */ .T3)(path)]));
                continue;
            }
            const inner = `${target}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${entry.name}`;
            if (entry.isDirectory()) {
                if (deep)
                    for (const file of walkReal(path, inner, way, onBroken, deep))
                        files.push(file);
            }
            else if (entry.isFile())
                files.push(new WorkingTreeFile(path, inner));
            else if (entry.isSymbolicLink()) {
                try {
                    const behind = real(path);
                    if (behind === undefined)
                        continue;
                    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(behind).isDirectory())
                        files.push(new WorkingTreeFile(path, behind));
                    else if (deep)
                        files.push(...walk(path, new Set([...way.ancestors, ...foldersTo(target, way.top)]), rethrow));
                }
                catch (error) {
                    onBroken(error);
                }
            }
        }
        return files;
    }
    function sorted(files) {
        return (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .sortByPath */ .$y)(files);
    }
    function allFiles() {
        if (all === undefined) {
            const broken = [];
            all = sorted(walk('', new Set(), (error) => {
                broken.push(error);
            }));
            isWhole = broken.length === 0;
        }
        return all;
    }
    /** What a walk over everything has found, unless the path may lead to what it skips. */
    function known(path) {
        if (all === undefined || !isWhole || path.split('/').some((name) => SKIPPED.has(name)))
            return undefined;
        listed ??= listingOf(all);
        return listed;
    }
    return {
        label: 'the working tree',
        files: allFiles,
        brokenLinks() {
            const broken = [];
            walk('', new Set(), (error) => {
                if (!(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm))
                    throw error;
                broken.push(...error.problems.flatMap(({ place }) => place?.file ?? []));
            });
            return broken;
        },
        file(path) {
            const listing = known(path);
            if (listing !== undefined)
                return listing.byPath.get(path);
            const target = real(path);
            return target !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isFile() ? new WorkingTreeFile(path, target) : undefined;
        },
        filesIn(folder) {
            const listing = known(folder);
            if (listing !== undefined)
                return listing.byFolder.get(folder) ?? [];
            return sorted(walk(folder, new Set(), rethrow, false));
        },
        filesBelow(folder) {
            let files = walked.get(folder);
            if (files === undefined) {
                const listing = known(folder);
                files =
                    listing === undefined
                        ? sorted(walk(folder, new Set(), rethrow))
                        : allFiles().filter(({ path }) => folder === '' || path.startsWith(`${folder}/`));
                walked.set(folder, files);
            }
            return files;
        },
        load: () => Promise.resolve(),
        read: (file) => readWhole(`${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${file.path}`),
    };
}
function listingOf(files) {
    const byFolder = new Map();
    for (const file of files) {
        const folder = (0,_base_names_js__WEBPACK_IMPORTED_MODULE_6__/* .folderOf */ .y)(file.path);
        const own = byFolder.get(folder);
        if (own === undefined)
            byFolder.set(folder, [file]);
        else
            own.push(file);
    }
    return { byPath: new Map(files.map((file) => [file.path, file])), byFolder };
}
/** Larger than nearly all files of a project. */
const SMALL = Buffer.allocUnsafe(64 * 1024);
/** Most files are small, and asking for the size of thousands takes as long as reading them. */
function readWhole(path) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, SMALL, 0, SMALL.length, null);
        if (length < SMALL.length)
            return Buffer.from(SMALL.subarray(0, length));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
}
/** A folder and those above it, up to one of them. */
function foldersTo(folder, top) {
    return folder === top ? [folder] : [folder, ...foldersTo((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder), top)];
}
/** A large project has tens of thousands: few are asked for their mode, so that is looked up on request. */
class WorkingTreeFile {
    path;
    #absolute;
    constructor(path, absolute) {
        this.path = path;
        this.#absolute = absolute;
    }
    get id() {
        return `file:${this.path}`;
    }
    get executable() {
        return ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(this.#absolute).mode & 0o100) !== 0;
    }
}
function brokenLink(path, why) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('path', `The symbolic link ${why}.`, { place: { file: path } });
}
function rethrow(error) {
    throw error;
}


/***/ }),

/***/ 30206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseShown),
/* harmony export */   j: () => (/* binding */ parseExact)
/* harmony export */ });
/* harmony import */ var _base_exact_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31981);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/** JSON as Terraform prints it. */


/**
 * Parses what `terraform show -json` prints: one line, above which OpenTofu prints warnings about its own settings.
 *
 * @throws ProblemError if it is not JSON
 */
function parseShown(stdout) {
    const printed = stdout.trimEnd();
    return parseExact(printed.slice(printed.lastIndexOf('\n') + 1));
}
/**
 * Numbers that JavaScript cannot hold are `ExactNumber`s.
 *
 * @throws ProblemError if it is not JSON
 */
function parseExact(json) {
    try {
        return (0,_base_exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExactJson */ .l)(json);
    }
    catch {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('terraform', 'What "show -json" printed is not JSON.');
    }
}


/***/ })

};

//# sourceMappingURL=6014.index.js.map