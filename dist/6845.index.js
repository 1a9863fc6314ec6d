export const id = 6845;
export const ids = [6845];
export const modules = {

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

/***/ 76618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ unmatchedDependencies),
/* harmony export */   O: () => (/* binding */ declaredDependencies)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11267);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2943);
/** What the settings say that leaves depend on. Pure. */




/** The dependencies of each leaf on others. */
function declaredDependencies({ settings }, leaves) {
    return [...settings.dependsOn].flatMap(([dependent, on]) => {
        const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(dependent);
        const some = leaves.filter(({ path }) => matches(path));
        return on.flatMap((written) => {
            const find = finder(written, leaves);
            return some.flatMap((leaf) => find(leaf).flatMap((each) => (each === leaf.path ? [] : [[leaf.path, each]])));
        });
    });
}
/** Globs of `depends_on` that match no leaf: most likely misspelled. */
function unmatchedDependencies(project, leaves) {
    const paths = leaves.map(({ path }) => path);
    return [...project.settings.dependsOn].flatMap(([dependent, on]) => {
        const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(dependent);
        const some = leaves.filter(({ path }) => matches(path));
        if (some.length === 0)
            return [unmatched(project, 'depends_on', dependent, paths)];
        return on.flatMap((written) => {
            const find = finder(written, leaves);
            const isFound = some.some((leaf) => find(leaf).length > 0);
            return isFound ? [] : [unmatched(project, `depends_on.${dependent}`, written, paths)];
        });
    });
}
function unmatched(project, setting, glob, paths) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
        place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_3__/* .settingPlace */ .e)(project, glob),
        hint: isRelative(glob) ? 'It is relative to the place of each leaf.' : (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .closestTo */ .zb)(glob, paths),
    });
}
function isRelative(written) {
    return /^\.{1,2}(?:\/|$)/u.test(written);
}
/** Finds the paths of the leaves that a leaf depends on. */
function finder(written, leaves) {
    if (!isRelative(written)) {
        const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(written);
        const found = leaves.flatMap(({ path }) => (matches(path) ? [path] : []));
        return () => found;
    }
    const below = new Map();
    for (const leaf of leaves) {
        for (const layer of leaf.layers) {
            const known = below.get(layer);
            if (known === undefined)
                below.set(layer, [leaf]);
            else
                known.push(leaf);
        }
    }
    const found = new Map();
    return ({ place }) => {
        const known = found.get(place) ?? relativeTo(place, written, (folder) => below.get(folder) ?? leaves);
        found.set(place, known);
        return known;
    };
}
/** @param leavesBelow of thousands of leaves, only those in a folder are looked at */
function relativeTo(place, written, leavesBelow) {
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(place, written).replace(/\/+$/u, '');
    // The path of a place may hold the signs of globs itself; what is above the first one does not.
    const [plain = ''] = /^(?:[^*?[\]{}!()/]+\/)*/u.exec(target) ?? [];
    const { matches } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(target);
    // Both spellings of a leaf's path.
    const other = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .leafPattern */ .$b)(target.replace(/\/composition=([^/]*)$/u, '/composition=terraform/terraform=$1'));
    return leavesBelow(plain.replace(/\/$/u, '')).flatMap(({ path }) => matches(path) || other.matches(path) ? [path] : []);
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
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);
/* harmony import */ var _depends_on_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76618);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32857);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84768);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11267);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2943);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17918);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56547);
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
    if (/^(?:[/~\\]|[A-Za-z]:|\.\.)/u.test(localPath))
        return missingRoots(project);
    const hasSources = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.localPath || project.snapshot.files().some(({ path }) => path.startsWith(sources));
    return [
        ...missingRoots(project),
        ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
    ];
}
/** A warning for each entry of `config_roots` that names no folder. */
function missingRoots(project) {
    return (0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .missingConfigRoots */ .O1)(project).map((name) => missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.'));
}
function missingFolder(project, setting, written, consequence = '') {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(written).replace(/\/+$/u, '');
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(name, foldersOf(project, name.split('/').length));
    const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": there is no folder "${written}".`, {
        place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, written),
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
    const isDefault = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.localPath && rootPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.rootPath;
    if (isDefault || (0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .terraformNames */ .tQ)(project).size > 0)
        return [];
    const message = `There is no Terraform code in "${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(localPath, rootPath)}", which terraform.local_path and terraform.root_path name.`;
    const hint = 'Without it, no folder composition=… is taken for a leaf.';
    const place = (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, rootPath === _settings_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultSettings */ .L6.rootPath ? localPath : rootPath);
    return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', message, { place, hint })];
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
    const { leaves, others } = (0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .findLeavesOf */ .bM)(project);
    const compositions = new Set([...leaves.map(({ composition }) => composition), ...others.map(_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .compositionOf */ .k$)]);
    // A composition that no leaf has yet; folders of clouds are among these, so none of them is suggested.
    const used = new Set([...compositions, ...(0,_project_js__WEBPACK_IMPORTED_MODULE_5__/* .terraformNames */ .tQ)(project)]);
    return named
        .filter(([, name]) => !used.has(name))
        .map(([setting, name]) => {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(name, compositions);
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": no composition is named "${name}".`, {
            place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, name),
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
    const place = (name) => (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, name);
    const globs = [
        ...settings.pinRules.map((rule) => ['terraform.pins.require', rule.leaves]),
        ...settings.driftIgnore.flatMap(({ leaf }) => (leaf === undefined ? [] : [['drift.ignore', leaf]])),
    ].filter(([, glob]) => {
        const matches = (0,_selection_js__WEBPACK_IMPORTED_MODULE_6__/* .leafGlob */ .x7)(glob);
        return !leaves.some(({ path }) => matches(path));
    });
    const paths = leaves.map(({ path }) => path);
    return [
        ...globs.map(([setting, glob]) => {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(glob, paths);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
                place: place(glob),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            });
        }),
        ...(0,_depends_on_js__WEBPACK_IMPORTED_MODULE_3__/* .unmatchedDependencies */ .B)(project, leaves),
        ...(0,_waves_js__WEBPACK_IMPORTED_MODULE_9__/* .unmatchedWaves */ .OW)(project, paths),
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
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(key, known);
            found.push((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}.${composition}": no leaf of it has the key "${key}".`, {
                place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_7__/* .settingPlace */ .e)(project, key),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            }));
        }
    }
    return found;
}
function misnamedFiles({ snapshot, root, settings }) {
    const sources = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, settings.localPath);
    const names = ['.komposconfig.yml', '.komposconfig.yaml.yml', 'komposconfig.yaml', 'komposconfig.yml'];
    const files = names.filter((name) => snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name)) !== undefined);
    const templates = snapshot.files().filter(({ path }) => path.startsWith(`${sources}/`) && isMisnamedTemplate(path));
    return [
        ...files.map((name) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `This file is not read: settings are in ${_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .SETTINGS_FILE */ .tP}.`, {
            place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name) },
            hint: `Rename it to ${_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .SETTINGS_FILE */ .tP}.`,
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

/***/ 56547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OW: () => (/* binding */ unmatchedWaves),
/* harmony export */   bw: () => (/* binding */ openEnvironments),
/* harmony export */   rh: () => (/* binding */ openWaves)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11267);
/* harmony import */ var _setting_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2943);
/* harmony import */ var _wave_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46660);
/** In which order groups of leaves are applied, and with whose credentials. Pure. */




/** The waves of the settings, and last the one of the leaves that none of them has. */
function openWaves({ waves }) {
    const rest = { name: _wave_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .REST */ .pX, number: waves.length + 1 };
    const tests = waves.map(({ name, leaves }, index) => ({
        wave: { name, number: index + 1 },
        has: (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .selectedBy */ .B8)(leaves.map(_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b)),
    }));
    return {
        all: [...tests.map(({ wave }) => wave), rest],
        of: (leaf) => tests.find(({ has }) => has(leaf))?.wave ?? rest,
    };
}
/** The GitHub environment of a leaf, by its path; undefined for none. */
function openEnvironments({ environments, }) {
    const tests = [...environments].map(([glob, name]) => ({ name, matches: (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b)(glob).matches }));
    return (leaf) => tests.find(({ matches }) => matches(leaf))?.name;
}
/** Globs of both settings that match no leaf, and waves whose leaves are all in earlier ones. */
function unmatchedWaves(project, paths) {
    const { waves, environments } = project.settings;
    const { of } = openWaves(project.settings);
    const used = new Set(paths.map((path) => of(path).number));
    const globs = [
        ...waves.flatMap(({ name, leaves }) => leaves.map((glob) => [`waves.${name}`, glob])),
        ...[...environments.keys()].map((glob) => ['environments', glob]),
    ];
    const unmatched = globs.flatMap(([setting, glob]) => {
        const { matches, text } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b)(glob);
        if (paths.some(matches))
            return [];
        const message = `Setting "${setting}": "${glob}" matches no leaf.`;
        return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', message, { place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_2__/* .settingPlace */ .e)(project, glob), hint: (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .closestTo */ .zb)(text, paths) })];
    });
    if (unmatched.length > 0)
        return unmatched;
    return waves.flatMap(({ name, leaves }, index) => {
        if (used.has(index + 1))
            return [];
        const message = `Setting "waves": "${name}" has no leaves, because all that it matches are in earlier waves.`;
        const hint = 'The first wave that matches a leaf has it: put the narrower globs first.';
        return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', message, { place: (0,_setting_place_js__WEBPACK_IMPORTED_MODULE_2__/* .settingPlace */ .e)(project, leaves[0] ?? name), hint })];
    });
}


/***/ }),

/***/ 80553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
/** `-backend-config=NAME=VALUE`, or a file, which has no `=` in its path. */
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;
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
        ofStates: named((name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && value.search(BACKEND_CONFIG) >= 0)),
        ofRenderings: {
            // An empty text is a value too.
            variables: new Set(Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : []))),
            options: optionVariables(ofInit),
            backendOptions: backendOptions(ofInit),
            environment: new Set(set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name]))),
        },
    };
}
function isOfInit(name) {
    return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}
function optionVariables(options) {
    return options.some((each) => VARIABLE_FILE.test(each)) ? 'any' : namesIn(options, VARIABLE);
}
function backendOptions(options) {
    return namesIn(options, BACKEND_CONFIG);
}
function namesIn(options, option) {
    const names = options.flatMap((each) => [...each.matchAll(option)].map(([, name]) => name));
    return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}


/***/ })

};

//# sourceMappingURL=6845.index.js.map