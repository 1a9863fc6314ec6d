export const id = 2117;
export const ids = [2117];
export const modules = {

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
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23278);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30858);
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

/***/ 93558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ noLeaves),
/* harmony export */   Pj: () => (/* binding */ findPlace),
/* harmony export */   Tb: () => (/* binding */ selectLeaves)
/* harmony export */ });
/* unused harmony export rootInWords */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32857);
/* harmony import */ var _project_selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11267);
/* harmony import */ var _project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67173);
/* harmony import */ var _snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22095);
/* harmony import */ var _project_root_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64368);
/** Which leaves a word on the command line means. */








/** @throws ProblemError when the project does not exist, or the path leads out of it */
function findPlace(typed, rootPath, directory) {
    const { root, why } = (0,_project_root_js__WEBPACK_IMPORTED_MODULE_7__/* .findProject */ .t)(rootPath, directory);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .realFolder */ .P)(directory) ?? directory)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join('/');
    const here = inside.startsWith('..') ? '' : inside;
    const exists = typed !== undefined && [root, directory].some((each) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(each, typed)));
    const path = typed === undefined ? '' : !exists && (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .isPattern */ .Pt)(typed) ? undefined : (0,_project_root_js__WEBPACK_IMPORTED_MODULE_7__/* .fromRoot */ .M)(typed, root, directory);
    return { root, why, typed, path, here };
}
/**
 * The leaves at or below a path, or those that a pattern matches. Without either: the leaf that the current directory is
 * in, else all.
 *
 * @param all of the project
 * @param others folders of other tools
 * @throws ProblemError if there are none
 */
function selectLeaves(project, all, others, place) {
    const { typed, path, here } = place;
    if (all.length === 0 && (others.length === 0 || path === ''))
        throw noLeaves(project, place);
    if (path === undefined)
        return { leaves: matching(all, place), isOne: false };
    const own = typed === undefined ? all.find((leaf) => here === leaf.path || here.startsWith(`${leaf.path}/`)) : undefined;
    if (own !== undefined)
        return { leaves: [own], isOne: true };
    if (path === '')
        return { leaves: all, isOne: false };
    const within = all.find((leaf) => path.startsWith(`${leaf.path}/`));
    const leaves = within === undefined ? (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_3__/* .leavesAt */ ._8)(all, path, others, rootInWords(place)) : [within];
    return { leaves, isOne: leaves.length === 1 && (within !== undefined || leaves[0]?.path === path) };
}
function matching(all, place) {
    const { typed = '', here } = place;
    // From the root or, as the shell would, from the current directory.
    const patterns = [typed, ...(typed.includes('/') && here !== '' ? [`${here}/${typed.replace(/^\.\//u, '')}`] : [])];
    for (const pattern of patterns) {
        const { excludes, matches } = (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .leafPattern */ .$b)(pattern);
        const leaves = all.filter((leaf) => matches(leaf.path) !== excludes);
        if (leaves.length > 0)
            return leaves;
    }
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('leaf', `"${typed}" matches no leaf.`, {
        hint: [
            (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .closestTo */ .zb)(typed, all.map((leaf) => leaf.path)) ?? 'Patterns are globs of leaf paths, such as "config/env=*", or layers, such as env=dev,composition=vpc.',
            rootInWords(place),
        ].join(' '),
    });
}
/** The error of a project without leaves: misspelled settings are the likeliest cause. */
function noLeaves(project, place) {
    const missing = (0,_project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .missingRoots */ .aS)(project);
    const [first] = missing;
    if (first !== undefined && missing.length === project.settings.configRoots.length) {
        const hint = [first.hint, rootInWords(place)].join(' ');
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('leaf', `There are no leaves: ${first.message}`, { place: first.place, hint });
    }
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('leaf', `There are no leaves in ${place.root}.`, {
        hint: `A leaf is a folder such as config/env=dev/composition=vpc that has a file in it. ${rootInWords(place)} Name another one with --root-path DIR.`,
    });
}
/** `The project is …, because it has .komposconfig.yaml.` */
function rootInWords({ root, why }) {
    return `The project is ${root}: ${why}.`;
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

/***/ 67173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ withUnusedSettings),
/* harmony export */   aS: () => (/* binding */ missingRoots),
/* harmony export */   tX: () => (/* binding */ unusedKeys)
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
        ...missingRoots(project),
        ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
    ];
}
/** A warning for each entry of `config_roots` that names no folder. */
function missingRoots(project) {
    return (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .missingConfigRoots */ .O1)(project).map((name) => missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.'));
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

//# sourceMappingURL=2117.index.js.map