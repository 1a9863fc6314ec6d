export const id = 831;
export const ids = [831];
export const modules = {

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
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20441);
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95686);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57421);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(69368);
/* harmony import */ var _execution_local_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28004);
/* harmony import */ var _execution_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98552);
/** `kompos <config_path> config`: the merged and interpolated configuration of a folder. */










/**
 * @returns what to print: nothing if the text was written to a file
 * @throws ProblemError when the configuration cannot be resolved, a key does not exist, or the file cannot be written
 */
async function showConfiguration(request, context) {
    const { renderer, path } = await (0,_execution_local_project_js__WEBPACK_IMPORTED_MODULE_5__/* .openLocalProject */ .b7)(request, context);
    const { filter, exclude } = request;
    const isShown = (key) => (filter.length === 0 || filter.includes(key)) && !exclude.includes(key);
    const access = request.skipSecrets ? undefined : (0,_execution_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .ownSecrets */ .G_)(context.environment, undefined);
    const configuration = pick(await (0,_execution_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .ownConfiguration */ .zM)(renderer, path, isShown, access), request, isShown);
    const text = request.format === 'json' ? `${(0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toJson */ .aB)(configuration)}\n` : toYaml(configuration);
    if (request.outputFile === undefined)
        return text;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.directory, request.outputFile);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text);
        return '';
    }
    catch (error) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemError */ .gS)('files', `${request.outputFile} cannot be written: ${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
    }
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
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .stringify */ .As)((0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toPlain */ .Ul)(configuration), {
        version: '1.1',
        sortMapEntries: true,
        aliasDuplicateObjects: false,
        lineWidth: 0,
        customTags: (tags) => [text, ...tags.filter((tag) => typeof tag === 'string' || !tag.tag.endsWith(':merge'))],
    });
}
function pick(configuration, { filter }, isShown) {
    const known = Object.keys(configuration.children);
    const missing = filter.filter((key) => !known.includes(key));
    if (missing.length > 0) {
        throw new _base_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .ProblemError */ .Mm(missing.map((key) => {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_8__/* .nearest */ .p)(key, known);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('usage', `--filter ${key}: the configuration has no such top-level key.`, {
                hint: closest === undefined ? `It has: ${known.join(', ')}.` : `Did you mean "${closest}"?`,
            });
        }));
    }
    const children = (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_9__/* .createEntries */ .dL)();
    for (const [key, value] of Object.entries(configuration.children)) {
        if (isShown(key))
            children[key] = value;
    }
    return (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_9__/* .mapValue */ .IS)(children, configuration.origin);
}


/***/ }),

/***/ 28004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ fromRoot),
  b7: () => (/* binding */ openLocalProject),
  YQ: () => (/* binding */ projectRoot)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(35986);
// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(20724);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(67173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 32 modules
var rendering_renderer = __webpack_require__(99283);
// EXTERNAL MODULE: ./src/stores/stores.ts + 6 modules
var stores = __webpack_require__(30858);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(22095);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
;// CONCATENATED MODULE: ./src/snapshot/working-tree-snapshot.ts
/** The files on disk, ignored and uncommitted ones included: what the command line works on. */






/** Folders that never hold sources and may be huge. */
const SKIPPED = new Set(['.git', '.terraform', runtime_folder/* RUNTIME_FOLDER */.M, 'node_modules']);
/**
 * Reads files on request, and walks only the folders that are needed.
 *
 * @param root absolute path of the repository root (or of the project, outside of a repository)
 */
function snapshotOfWorkingTree(root) {
    const realRoot = (0,external_node_fs_.realpathSync)(root);
    const walked = new Map();
    /** The real path behind `path`, or a problem if a link leads out or nowhere; undefined if nothing exists there. */
    function real(path) {
        let target;
        try {
            target = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path));
        }
        catch (error) {
            if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR'))
                throw brokenLink(path, 'leads in a circle');
            if (!linkExists(path))
                return undefined;
            throw brokenLink(path, 'leads to a file that does not exist');
        }
        const inside = (0,external_node_path_.relative)(realRoot, target);
        if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`))
            throw brokenLink(path, 'leads out of the repository');
        if (inside.split(external_node_path_.sep).includes('.git'))
            throw brokenLink(path, "leads into git's own folder");
        return target;
    }
    function linkExists(path) {
        try {
            return (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path)).isSymbolicLink();
        }
        catch {
            return false;
        }
    }
    /** The files directly in a folder, or below it too. Throws at a broken link, unless `onBroken` takes it. */
    function walk(folder, ancestors, onBroken, deep = true) {
        const target = real(folder === '' ? '.' : folder);
        if (target === undefined || !(0,external_node_fs_.statSync)(target).isDirectory())
            return [];
        if (ancestors.has(target))
            throw brokenLink(folder, 'leads in a circle');
        const within = new Set([...ancestors, target]);
        const files = [];
        for (const entry of (0,external_node_fs_.readdirSync)(target, { withFileTypes: true })) {
            if (SKIPPED.has(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (!(0,snapshot/* isUtf8 */.co)(path)) {
                onBroken(new problems/* ProblemError */.Mm([(0,snapshot/* notUtf8 */.T3)(path)]));
                continue;
            }
            if (!deep && entry.isDirectory())
                continue;
            if (entry.isDirectory())
                files.push(...walk(path, within, onBroken));
            else if (entry.isFile())
                files.push(describe(path, (0,external_node_path_.join)(target, entry.name)));
            else if (entry.isSymbolicLink()) {
                try {
                    const behind = real(path);
                    if (behind === undefined)
                        continue;
                    if (!(0,external_node_fs_.statSync)(behind).isDirectory())
                        files.push(describe(path, behind));
                    else if (deep)
                        files.push(...walk(path, within, rethrow));
                }
                catch (error) {
                    onBroken(error);
                }
            }
        }
        return files;
    }
    function sorted(files) {
        return files.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.path, b.path));
    }
    return {
        label: 'the working tree',
        files: () => sorted(walk('', new Set(), () => undefined)),
        brokenLinks() {
            const broken = [];
            walk('', new Set(), (error) => {
                if (!(error instanceof problems/* ProblemError */.Mm))
                    throw error;
                broken.push(...error.problems.flatMap(({ place }) => place?.file ?? []));
            });
            return broken;
        },
        file(path) {
            const target = real(path);
            return target !== undefined && (0,external_node_fs_.statSync)(target).isFile() ? describe(path, target) : undefined;
        },
        filesIn: (folder) => sorted(walk(folder, new Set(), rethrow, false)),
        filesBelow(folder) {
            let files = walked.get(folder);
            if (files === undefined) {
                files = sorted(walk(folder, new Set(), rethrow));
                walked.set(folder, files);
            }
            return files;
        },
        load: () => Promise.resolve(),
        read: (file) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file.path)),
    };
}
function describe(path, absolute) {
    return { path, executable: ((0,external_node_fs_.statSync)(absolute).mode & 0o100) !== 0, id: `file:${path}` };
}
function brokenLink(path, why) {
    return (0,problems/* problemError */.gS)('path', `The symbolic link ${why}.`, { place: { file: path } });
}
function rethrow(error) {
    throw error;
}

// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
;// CONCATENATED MODULE: ./src/execution/local-project.ts
/** A project in the working tree, as the command line sees it. */












/** @throws ProblemError when the project or the path does not exist */
async function openLocalProject(command, { directory, environment, log }) {
    const root = projectRoot(command.rootPath, directory);
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    const top = repository === undefined ? root : (0,external_node_fs_.realpathSync)(repository.top);
    const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
    const project = (0,unused_settings/* withUnusedSettings */.K)(await (0,project_project/* openProject */.U8)(snapshotOfWorkingTree(top), place));
    for (const warning of project.warnings)
        log.warning((0,problems/* formatProblem */.Vw)(warning));
    const path = fromRoot(command.configPath, root, directory);
    const { leaves, others } = (0,project_project/* findLeavesOf */.bM)(project, path);
    const renderer = (0,rendering_renderer/* openRenderer */.y)(project, leaves, { ...(0,environment_reader/* openEnvironment */.A)(environment), secrets: stores/* standIns */.dS }, (0,rendering_renderer/* createCaches */.Y)(), command.listMerge, (0,outside_settings/* outsideSettings */.b)(environment).ofRenderings);
    return { renderer, root, top, path, others };
}
/**
 * Absolute path of the project root, links followed.
 *
 * @throws ProblemError when there is no such folder
 */
function projectRoot(rootPath, directory) {
    const root = (0,real_folder/* realFolder */.P)((0,external_node_path_.resolve)(directory, rootPath));
    if (root !== undefined)
        return root;
    throw (0,problems/* problemError */.gS)('usage', `--root-path is "${rootPath}", which is not a folder.`, {
        hint: 'Name the folder that holds .komposconfig.yaml.',
    });
}
/**
 * The configuration path from the project root. It may be typed from there or, with the shell's completion, from the
 * current directory.
 */
function fromRoot(configPath, root, directory) {
    const candidates = [(0,external_node_path_.resolve)(root, configPath), (0,external_node_path_.resolve)(directory, configPath)];
    const absolute = ((0,external_node_path_.isAbsolute)(configPath) ? [configPath] : candidates).find((each) => (0,external_node_fs_.existsSync)(each)) ?? (0,external_node_path_.resolve)(root, configPath);
    const path = (0,external_node_path_.relative)(root, (0,external_node_fs_.existsSync)(absolute) ? (0,external_node_fs_.realpathSync)(absolute) : absolute)
        .split(external_node_path_.sep)
        .join('/');
    if (path === '' || path.startsWith('../') || path === '..' || (0,external_node_path_.isAbsolute)(path)) {
        throw (0,problems/* problemError */.gS)('usage', `"${configPath}" is not below the project ${root}.`, {
            hint: 'Name the project with --root-path DIR.',
        });
    }
    return path;
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
// EXTERNAL MODULE: ./src/stores/stores.ts + 6 modules
var stores = __webpack_require__(30858);
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
    const names = (glob) => (0,selection/* leafGlob */.x)(glob)(spelled);
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

/***/ 20724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openEnvironment)
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


/***/ })

};

//# sourceMappingURL=831.index.js.map