export const id = 5010;
export const ids = [5010];
export const modules = {

/***/ 66486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ isPlannable),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   dY: () => (/* binding */ renderedOf)
/* harmony export */ });
function isPlannable(each) {
    return 'head' in each || (each.kind === 'removed' && each.fate === 'destroy');
}
/** The rendering that Terraform runs on: head's, or base's for a removed leaf. */
function renderedOf(each) {
    return each.kind === 'removed' ? each.base : each.head;
}
/** The rendering at head, if any. */
function headOf(each) {
    return 'head' in each ? each.head : undefined;
}


/***/ }),

/***/ 98552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zM: () => (/* binding */ ownConfiguration),
  G_: () => (/* binding */ ownSecrets),
  ql: () => (/* binding */ readSecrets),
  WJ: () => (/* binding */ unsealedNotice),
  MN: () => (/* binding */ withOwnSecrets)
});

// UNUSED EXPORTS: fetchFor

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/hierarchy/secrets.ts
var secrets = __webpack_require__(8678);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/project/store-settings.ts
var store_settings = __webpack_require__(61292);
// EXTERNAL MODULE: ./src/rendering/secret-places.ts
var secret_places = __webpack_require__(99551);
// EXTERNAL MODULE: ./src/stores/pick.ts
var pick = __webpack_require__(62337);
// EXTERNAL MODULE: ./src/stores/stores.ts + 7 modules
var stores = __webpack_require__(63825);
// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
;// CONCATENATED MODULE: ./src/stores/trust.ts

/**
 * Why a secret is not read; undefined if it is.
 *
 * @param allowed globs of `store:path`, from the settings at the base commit
 * @param narrowed the same from the workflow, which may only take away; undefined: nothing is taken away
 */
function refusal({ store, path }, allowed, narrowed) {
    const spelled = `${store}:${path}`;
    if (!isNamed(spelled, allowed)) {
        return {
            why: `The secret ${spelled} may not be read here: "allow_secrets" at the base commit does not name it.`,
            hint: `Merge this into .komposconfig.yaml first: allow_secrets: ["${spelled}"].`,
        };
    }
    if (narrowed !== undefined && !isNamed(spelled, narrowed)) {
        return { why: `The secret ${spelled} may not be read here: the input "allow-secrets" does not name it.` };
    }
    return undefined;
}
function isNamed(spelled, globs) {
    // A path is matched as it is, so it must not lead anywhere else.
    if (/(?:^|[:/])\.{1,2}(?:\/|$)/u.test(spelled))
        return false;
    // An ARN is another spelling of what a name means, so a pattern that leaves out a name would not leave it out.
    const isArn = /^[a-z]+:arn:/u.test(spelled);
    const names = (glob) => (!isArn || /^[a-z]+:arn:/u.test(glob)) && (0,selection/* leafGlob */.x7)(glob)(spelled);
    const [excluded, included] = [
        globs.filter((glob) => glob.startsWith('!')),
        globs.filter((glob) => !glob.startsWith('!')),
    ];
    return included.some(names) && !excluded.some((glob) => names(glob.slice(1)));
}

;// CONCATENATED MODULE: ./src/execution/secrets.ts









/** Reading for one's own layers, on the command line. */
function ownSecrets(environment, masker) {
    return {
        environment,
        isOwn: true,
        trustsHead: true,
        narrowed: undefined,
        key: undefined,
        idToken: undefined,
        masker,
    };
}
const NO_SECRETS = {
    rendered: () => undefined,
    failed: new Set(),
    problems: [],
    sealed: undefined,
    hidden: new Map(),
    unsealed: [],
};
/** Milliseconds for all stores together. */
const TIME_LIMIT = 60_000;
/** Values below this length are everywhere: masking them would hide ordinary words, and not masking them the secret. */
const SHORTEST = 6;
/**
 * Reads the secrets of the leaves that Terraform will run for, and renders those leaves again.
 *
 * @param head rendered the leaves, except those that are removed, which `base` did
 * @param access undefined: nothing is read, and stand-ins are what Terraform gets
 */
async function readSecrets(leaves, { head, base }, access) {
    const users = leaves
        .map((changed) => ({ changed, ...userOf((0,changed_leaf/* renderedOf */.dY)(changed).rendering) }))
        .filter(({ references }) => references.length > 0);
    if (users.length === 0 || access === undefined)
        return NO_SECRETS;
    const settings = trustedSettings(head, base, access);
    const isRemoved = ({ changed }) => changed.kind === 'removed';
    // Files of SOPS may differ between the two.
    const atHead = await putIn(users.filter((each) => !isRemoved(each)), head, settings, access);
    const atBase = base === undefined ? undefined : await putIn(users.filter(isRemoved), base, settings, access);
    const rendered = new Map([...(atBase?.rendered ?? []), ...atHead.rendered]);
    const byName = new Map([...(atBase?.byName ?? []), ...atHead.byName]);
    return {
        rendered: ({ leaf }) => rendered.get(leaf),
        failed: new Set(users.filter(({ leaf }) => !rendered.has(leaf)).map(({ changed }) => changed)),
        problems: [...atHead.problems, ...(atBase?.problems ?? [])],
        sealed: (0,stores/* sealedReader */.YY)(byName, access.key),
        hidden: hiddenValues(byName),
        unsealed: access.key === undefined ? withoutVersion(byName) : [],
    };
}
/**
 * The same for renderings of the working tree.
 *
 * @returns the renderings, with values instead of stand-ins
 * @throws ProblemError with all that could not be read
 */
async function withOwnSecrets(rendered, renderer, access) {
    const users = rendered.map(({ rendering }) => userOf(rendering)).filter(({ references }) => references.length > 0);
    if (users.length === 0 || access === undefined)
        return rendered;
    const found = await putIn(users, renderer, renderer.project.settings.stores, access);
    (0,problems/* throwOnErrors */.pe)(found.problems);
    return rendered.map((each) => found.rendered.get(each.rendering.leaf) ?? each);
}
/**
 * The configuration of a folder of the working tree, with values.
 *
 * @param needed the top-level keys that are shown
 * @throws ProblemError with all that could not be read
 */
async function ownConfiguration(renderer, path, needed, access) {
    const configuration = await renderer.configuration(path, needed);
    const shown = Object.entries(configuration.children).flatMap(([key, value]) => (needed(key) ? [value] : []));
    const references = (0,secrets/* distinct */.dM)(shown.flatMap(secrets/* secretsIn */.VY));
    if (references.length === 0 || access === undefined)
        return configuration;
    const { byName, failures } = await fetchFor(references, renderer, renderer.project.settings.stores, access);
    (0,problems/* throwOnErrors */.pe)(sharedProblems(failures, []));
    return renderer.withSecrets((0,stores/* fetchedReader */.D3)(byName)).configuration(path, needed);
}
function userOf(rendering) {
    return { leaf: rendering.leaf, references: (0,secret_places/* secretsOf */.Fj)(rendering) };
}
/** Renders leaves again, with values; a leaf that is missing has a problem. */
async function putIn(users, renderer, settings, access) {
    const references = (0,secrets/* distinct */.dM)(users.flatMap((each) => each.references));
    const found = await fetchFor(references, renderer, settings, access);
    const unread = new Set(found.failures.flatMap((each) => each.references.map(({ name }) => name)));
    const values = renderer.withSecrets((0,stores/* fetchedReader */.D3)(found.byName));
    const rendered = new Map();
    const broken = [];
    for (const { leaf, references: needed } of users) {
        // The reason is given once for all leaves.
        if (needed.some(({ name }) => unread.has(name)))
            continue;
        const result = await values.render(leaf);
        if (result.ok)
            rendered.set(leaf, result);
        else
            broken.push({ leaf: leaf.path, problems: result.problems });
    }
    return { rendered, byName: found.byName, problems: [...sharedProblems(found.failures, users), ...(0,problems/* inLeaves */.e$)(broken)] };
}
/** A sentence for reviewers. */
function unsealedNotice(names) {
    return `These secrets count by name only, so a changed value would be applied as reviewed: ${(0,phrases/* firstFew */.Dt)(names, 5)}. The input "fingerprint-key" makes their values count.`;
}
/** The settings that a pull request cannot change. */
function trustedSettings(head, base, access) {
    if (access.isOwn)
        return head.project.settings.stores;
    return (base ?? (access.trustsHead ? head : undefined))?.project.settings.stores ?? store_settings/* defaultStoreSettings */.C;
}
/**
 * Reads references as a renderer's snapshot has them; what may not be read is among the results, with the reason. The
 * values are masked from then on.
 */
async function fetchFor(references, { project: { snapshot, root } }, settings, { environment, isOwn, narrowed, idToken, masker }) {
    const byName = new Map();
    const readable = references.filter((each) => {
        const refused = isOwn ? undefined : refusal(each, settings.allow, narrowed);
        if (refused !== undefined)
            byName.set(each.name, refused);
        return refused === undefined;
    });
    const found = await (0,stores/* fetchSecrets */.Ul)(readable, {
        environment,
        settings,
        isOwn,
        root,
        async readFile(path) {
            const file = snapshot.file(path);
            if (file === undefined)
                return undefined;
            await snapshot.load([file]);
            return snapshot.read(file);
        },
        idToken,
        conceal(text) {
            masker?.addEncoded([text]);
        },
        signal: AbortSignal.timeout(TIME_LIMIT),
    });
    for (const [name, fetched] of found.byName) {
        const scalars = 'value' in fetched ? (0,pick/* scalarsOf */.TM)(fetched.value) : [];
        const isShort = masker !== undefined && !settings.allowShort && scalars.some((each) => each.length < SHORTEST);
        byName.set(name, isShort ? tooShort(name) : fetched);
        masker?.addEncoded(scalars);
    }
    return { byName, failures: found.failures };
}
function tooShort(name) {
    return {
        why: `The secret ${name}, or a value in it, has fewer than ${SHORTEST} characters, so it cannot be masked reliably.`,
        hint: 'Name the one value that is needed (#key), use a longer one, or set in .komposconfig.yaml: stores: {allow_short: true}.',
    };
}
/** Why stores could not be read at all, each once, with the leaves that need them. */
function sharedProblems(failures, users) {
    return failures.map(({ references, failure }) => {
        const names = new Set(references.map(({ name }) => name));
        const own = users.filter((user) => user.references.some(({ name }) => names.has(name)));
        const [first] = references;
        const others = references.length > 1 ? ` and ${references.length - 1} more` : '';
        return {
            ...(0,problems/* problem */.CC)('secrets', `${failure.message} Needed for ${first?.name ?? ''}${others}.`, { hint: failure.hint }),
            leaves: own.map(({ leaf }) => leaf.path),
        };
    });
}
function hiddenValues(byName) {
    const hidden = new Map();
    for (const [name, fetched] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
        for (const value of 'value' in fetched ? (0,pick/* scalarsOf */.TM)(fetched.value) : []) {
            if (!hidden.has(value))
                hidden.set(value, `(secret: ${name})`);
        }
    }
    return hidden;
}
function withoutVersion(byName) {
    return [...byName].flatMap(([name, fetched]) => ('value' in fetched && fetched.version === undefined ? [name] : []));
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

/***/ 67173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ withUnusedSettings),
/* harmony export */   t: () => (/* binding */ unusedKeys)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32857);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84768);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11267);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17918);
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
    const isElsewhere = /^(?:[/~\\]|[A-Za-z]:|\.\.)/u.test(localPath);
    const hasSources = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6.localPath ||
        isElsewhere ||
        project.snapshot.files().some(({ path }) => path.startsWith(sources));
    return [
        ...(0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .missingConfigRoots */ .O1)(project).map((name) => missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.')),
        ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
    ];
}
function missingFolder(project, setting, written, consequence = '') {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(written).replace(/\/+$/u, '');
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(name, foldersOf(project, name.split('/').length));
    const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": there is no folder "${written}".`, {
        place: settingPlace(project, written),
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
    const isDefault = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6.localPath && rootPath === _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6.rootPath;
    if (isDefault || (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .terraformNames */ .tQ)(project).size > 0)
        return [];
    const message = `There is no Terraform code in "${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(localPath, rootPath)}", which terraform.local_path and terraform.root_path name.`;
    const hint = 'Without it, no folder composition=… is taken for a leaf.';
    return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', message, { place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(project.root, _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP) }, hint })];
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
    const { leaves, others } = (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .findLeavesOf */ .bM)(project);
    const compositions = new Set([...leaves.map(({ composition }) => composition), ...others.map(_leaves_js__WEBPACK_IMPORTED_MODULE_3__/* .compositionOf */ .k$)]);
    // A composition that no leaf has yet; folders of clouds are among these, so none of them is suggested.
    const used = new Set([...compositions, ...(0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .terraformNames */ .tQ)(project)]);
    return named
        .filter(([, name]) => !used.has(name))
        .map(([setting, name]) => {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(name, compositions);
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": no composition is named "${name}".`, {
            place: settingPlace(project, name),
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
    const place = (name) => settingPlace(project, name);
    const globs = [
        ...settings.pinRules.map((rule) => ['terraform.pins.require', rule.leaves]),
        ...settings.driftIgnore.flatMap(({ leaf }) => (leaf === undefined ? [] : [['drift.ignore', leaf]])),
    ].filter(([, glob]) => {
        const matches = (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .leafGlob */ .x7)(glob);
        return !leaves.some(({ path }) => matches(path));
    });
    const paths = leaves.map(({ path }) => path);
    return [
        ...globs.map(([setting, glob]) => {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(glob, paths);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
                place: place(glob),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            });
        }),
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
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(key, known);
            found.push((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}.${composition}": no leaf of it has the key "${key}".`, {
                place: settingPlace(project, key),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            }));
        }
    }
    return found;
}
/** The first line of the settings that has a name. */
function settingPlace({ snapshot, root }, name) {
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP);
    const file = snapshot.file(path);
    const lines = file === undefined ? [] : snapshot.read(file).toString('utf8').split('\n');
    const columns = lines.map((line) => columnOf(line, name));
    const line = columns.findIndex((column) => column > 0);
    return line < 0 ? { file: path } : { file: path, line: line + 1, column: columns[line] };
}
/** Where a whole name is in a line, from 1; 0 if it is not. */
function columnOf(line, name) {
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
        const [before, behind] = [line.slice(at - 1, at), line.slice(at + name.length)];
        if (/^[\s"'[{,]?$/u.test(before) && /^(?:$|[\s"'\]},:])/u.test(behind))
            return at + 1;
    }
    return 0;
}
function misnamedFiles({ snapshot, root, settings }) {
    const sources = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, settings.localPath);
    const names = ['.komposconfig.yml', '.komposconfig.yaml.yml', 'komposconfig.yaml', 'komposconfig.yml'];
    const files = names.filter((name) => snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name)) !== undefined);
    const templates = snapshot.files().filter(({ path }) => path.startsWith(`${sources}/`) && isMisnamedTemplate(path));
    return [
        ...files.map((name) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `This file is not read: settings are in ${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}.`, {
            place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name) },
            hint: `Rename it to ${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}.`,
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

/***/ 80553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)/u;
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
        ofStates: named((name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && BACKEND_CONFIG.test(value))),
        ofRenderings: {
            // An empty text is a value too.
            variables: new Set(Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : []))),
            options: optionVariables(ofInit),
            completesBackends: ofInit.some((value) => BACKEND_CONFIG.test(value)),
            environment: new Set(set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name]))),
        },
    };
}
function isOfInit(name) {
    return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}
function optionVariables(options) {
    if (options.some((each) => VARIABLE_FILE.test(each)))
        return 'any';
    const names = options.flatMap((each) => [...each.matchAll(VARIABLE)].map(([, name]) => name));
    return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}


/***/ })

};

//# sourceMappingURL=5010.index.js.map