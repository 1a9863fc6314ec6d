export const id = 7831;
export const ids = [7831,2117];
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

/***/ 37831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showConfiguration: () => (/* binding */ showConfiguration)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44409);
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20441);
/* harmony import */ var _hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8678);
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(95686);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57421);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(69368);
/* harmony import */ var _execution_local_project_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2117);
/* harmony import */ var _execution_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(98552);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(15131);
/** `kompos <config_path> config`: the merged and interpolated configuration of a folder. */












/**
 * @returns what to print: nothing if the text was written to a file
 * @throws ProblemError when the configuration cannot be resolved, a key does not exist, or the file cannot be written
 */
async function showConfiguration(request, context) {
    const project = await (0,_execution_local_project_js__WEBPACK_IMPORTED_MODULE_7__.openLocalProject)(request, context);
    const { filter, exclude } = request;
    const isShown = (key) => (filter.length === 0 || filter.includes(key)) && !exclude.includes(key);
    const access = request.skipSecrets ? undefined : (0,_execution_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .ownSecrets */ .G_)(context.environment, undefined);
    const configuration = pick(await configurationAt(project, isShown, access, context), request, isShown);
    const text = request.format === 'json' ? `${(0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .aB)(configuration)}\n` : toYaml(configuration);
    if (request.outputFile === undefined)
        return text;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.directory, request.outputFile);
    try {
        // A file that is there keeps its mode, as with any other program.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text, access !== undefined && (0,_hierarchy_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .secretsIn */ .VY)(configuration).length > 0 ? { mode: 0o600 } : {});
        return '';
    }
    catch (error) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .problemError */ .gS)('files', `${request.outputFile} cannot be written: ${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
    }
}
const MOST_NAMED = 10;
/** Of a leaf, or of what the leaves below a folder share, if that makes sense without the keys that they set. */
async function configurationAt({ renderer, place, select }, isShown, access, { log }) {
    const path = place.typed === undefined ? undefined : place.path;
    const below = path === undefined || path === ''
        ? select().leaves
        : renderer.leaves.filter((leaf) => leaf.path.startsWith(`${path}/`));
    const [only, another] = below;
    if (path === undefined || path === '') {
        if (only === undefined || another !== undefined)
            throw pickOne(place, below);
        return (0,_execution_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .ownConfiguration */ .zM)(renderer, only.path, isShown, access);
    }
    try {
        const configuration = await (0,_execution_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .ownConfiguration */ .zM)(renderer, path, isShown, access);
        if (another !== undefined)
            log.info(`${path} is above ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(below.length)} leaves: this is what they share.`);
        return configuration;
    }
    catch (error) {
        if (only === undefined || !(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .ProblemError */ .Mm) || !error.problems.some(isMissing))
            throw error;
        throw pickOne(place, below);
    }
}
/** Above leaves, keys are missing that each of them sets. */
function isMissing({ code, message }) {
    return code === 'interpolation' && message.startsWith('Config key');
}
function pickOne({ typed }, leaves) {
    const named = leaves.slice(0, MOST_NAMED).map(({ path }) => `    ${path}`);
    const more = leaves.length > MOST_NAMED ? [`    and ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(leaves.length - MOST_NAMED)} more`] : [];
    const what = typed === undefined
        ? 'No leaf is named, and the current directory is in none'
        : `"${typed}" is above ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(leaves.length, 'leaf', 'leaves')}, which set keys that are missing here`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .problemError */ .gS)('usage', `${what}.`, { hint: ['Pick one of:', ...named, ...more].join('\n') });
}
/** What YAML readers fold, strip or take for a merge key unless it is escaped in double quotes. */
const NEEDS_ESCAPES = /^<<$|^=$|[\p{Cc}\u00A0\u00AD\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Cs}]/u;
/** Breaks alone are no reason: a text over several lines is easier to read as it is. */
function needsEscapes(text) {
    return NEEDS_ESCAPES.test(text.replaceAll('\n', ''));
}
/** As JSON, with everything escaped that is not plainly visible. */
function quoted(text) {
    return JSON.stringify(text).replace(/[\u007F-\u00A0\u00AD\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** YAML 1.1, so that the text reads back as the same values (`"yes"` keeps its quotes) with every reader. */
function toYaml(configuration) {
    const text = {
        tag: 'tag:yaml.org,2002:str',
        default: true,
        identify: (value) => typeof value === 'string' && needsEscapes(value),
        resolve: (value) => value,
        stringify: ({ value }) => quoted(String(value)),
    };
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .stringify */ .As)((0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toPlain */ .Ul)(configuration), {
            version: '1.1',
            sortMapEntries: true,
            aliasDuplicateObjects: false,
            lineWidth: 0,
            customTags: (tags) => [text, ...tags.filter((tag) => typeof tag === 'string' || !tag.tag.endsWith(':merge'))],
        });
    }
    catch (error) {
        // The library calls itself for each level.
        if (!(error instanceof RangeError))
            throw error;
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .problemError */ .gS)('usage', 'The configuration is nested too deeply to be printed as YAML.', {
            hint: 'Print it with --format json.',
        });
    }
}
function pick(configuration, { filter }, isShown) {
    const known = Object.keys(configuration.children);
    const missing = filter.filter((key) => !known.includes(key));
    if (missing.length > 0) {
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .ProblemError */ .Mm(missing.map((key) => {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(key, known);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .problem */ .CC)('usage', `--filter ${key}: the configuration has no such top-level key.`, {
                hint: closest === undefined ? `It has: ${known.join(', ')}.` : `Did you mean "${closest}"?`,
            });
        }));
    }
    const children = (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_11__/* .createEntries */ .dL)();
    for (const [key, value] of Object.entries(configuration.children)) {
        if (isShown(key))
            children[key] = value;
    }
    return (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_11__/* .mapValue */ .IS)(children, configuration.origin);
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openLocalProject: () => (/* binding */ openLocalProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35986);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20724);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84768);
/* harmony import */ var _project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67173);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49452);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63825);
/* harmony import */ var _snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51765);
/* harmony import */ var _selected_leaves_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(93558);
/* harmony import */ var _terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(80553);
/** A project in the working tree, as the command line sees it. */












/** @throws ProblemError when the project or the path does not exist */
async function openLocalProject(command, { directory, environment, log }) {
    const place = (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_9__/* .findPlace */ .Pj)(command.configPath, command.rootPath, directory);
    const { root } = place;
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .findRepository */ .W1)(root, environment);
    const top = repository === undefined ? root : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository.top);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, root).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const project = (0,_project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .withUnusedSettings */ .K$)(await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .openProject */ .U8)((0,_snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotOfWorkingTree */ .X)(top), folder));
    for (const warning of project.warnings)
        log.warning((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .formatProblem */ .Vw)(warning));
    // All of them: a leaf elsewhere may use the state of one that is meant.
    const { leaves, others } = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .findLeavesOf */ .bM)(project);
    const renderer = (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .openRenderer */ .y)(project, leaves, { ...(0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .openEnvironment */ .Ay)(environment), secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_7__/* .standIns */ .dS }, (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .createCaches */ .Y)(), command.listMerge, (0,_terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_10__/* .outsideSettings */ .b)(environment).ofRenderings);
    return { renderer, root, top, place, select: () => (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_9__/* .selectLeaves */ .Tb)(project, leaves, others, place), others };
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
        const isShort = masker !== undefined && !settings.allowShort && scalars.some((each) => each.trim().length < SHORTEST);
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


/***/ })

};

//# sourceMappingURL=7831.index.js.map