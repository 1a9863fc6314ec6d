export const id = 3581;
export const ids = [3581];
export const modules = {

/***/ 23581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createNew: () => (/* binding */ createNew)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _execution_project_root_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64368);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35986);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(20724);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32857);
/* harmony import */ var _runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2346);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84768);
/* harmony import */ var _rendering_outside_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18483);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49452);
/* harmony import */ var _rendering_secret_places_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(99551);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(94330);
/* harmony import */ var _snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(51765);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(15131);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(63825);
/** `kompos new leaf|composition`: one more of either, in a project that is there. Never overwrites anything. */

















/**
 * Writes the files and returns what to print.
 *
 * @throws ProblemError if it is there already, or cannot be one
 */
async function createNew(request, { directory, environment }) {
    const { root } = (0,_execution_project_root_js__WEBPACK_IMPORTED_MODULE_3__/* .findProject */ .t)(request.rootPath, directory);
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .findRepository */ .W1)(root, environment);
    const top = repository === undefined ? root : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository.top);
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, root).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const open = () => (0,_project_project_js__WEBPACK_IMPORTED_MODULE_7__/* .openProject */ .U8)((0,_snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_12__/* .snapshotOfWorkingTree */ .X)(top), place);
    const project = await open();
    if (request.kind === 'composition')
        return newComposition(request, project, top);
    const path = leafPath(request.name, project);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path))) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('files', 'There is such a folder already.', { place: { file: path } });
    }
    const file = write(root, `${path}/${(0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path).composition}.yaml`, LEAF);
    const text = `Created\n  ${file}\n`;
    const result = await (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_9__/* .openRenderer */ .y)(await open(), (0,_project_project_js__WEBPACK_IMPORTED_MODULE_7__/* .leavesOf */ .wf)(project), { ...(0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_14__/* .openEnvironment */ .Ay)(environment), secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_13__/* .standIns */ .dS }, (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_9__/* .createCaches */ .Y)(), undefined, _rendering_outside_js__WEBPACK_IMPORTED_MODULE_8__/* .NOTHING_OUTSIDE */ .u).render((0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path, project.settings.configRoots));
    const secrets = result.ok ? (0,_rendering_secret_places_js__WEBPACK_IMPORTED_MODULE_10__/* .secretsOf */ .Fj)(result.rendering).length : 0;
    const unread = secrets === 0 ? '' : `\nIt needs ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_15__/* .count */ .U9)(secrets, 'secret', 'secrets')}, not read here.\n`;
    if (result.ok || result.paused !== undefined)
        return `${text}${unread}\nNext\n  kompos ${path} terraform plan\n`;
    return `${text}\nBefore it can be planned\n${result.problems.map((each) => `${(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)(each)}\n`).join('')}`;
}
const LEAF = '# Configuration of this leaf only.\n';
/** The path in its usual spelling. */
function leafPath(written, project) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(written).replace(/\/+$/u, '');
    const { configRoots } = project.settings;
    const refuse = (message, hint) => {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', message, { hint });
    };
    const [root = 'config'] = configRoots;
    if (!configRoots.some((each) => path.startsWith(`${each}/`)) || (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .leadsOut */ .qm)(path)) {
        refuse(`"${written}" is not below ${configRoots.join(' or ')}.`, `Such as ${root}/env=dev/composition=vpc.`);
    }
    const parts = path.split('/');
    const at = parts.findIndex((part) => part.startsWith('composition='));
    const inner = parts.slice(at + 1);
    const isLeaf = inner.length === 0 || (inner.length === 1 && /^terraform=./u.test(inner[0] ?? ''));
    if (at < 0 || parts[at] === 'composition=' || !isLeaf) {
        refuse(`"${written}" is no path of a leaf.`, `It ends with composition=NAME or composition=terraform/terraform=NAME, such as ${root}/env=dev/composition=vpc.`);
    }
    if (inner.length === 0) {
        const { snapshot, root: place } = project;
        const below = snapshot.filesBelow((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .joinPath */ .uJ)(place, path));
        if (below.some((file) => file.path.slice((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .joinPath */ .uJ)(place, path).length + 1).includes('='))) {
            refuse(`"${path}" has leaves below it.`, `Such as ${path}/terraform=NAME.`);
        }
    }
    const { composition } = (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path);
    const names = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_7__/* .terraformNames */ .tQ)(project);
    if (!names.has(composition)) {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_16__/* .nearest */ .p)(composition, names);
        refuse(`There is no composition "${composition}".`, `${closest === undefined ? '' : `Did you mean "${closest}"? `}Create it with: kompos new composition ${composition}`);
    }
    return path;
}
function newComposition({ name, cloud }, project, top) {
    if (!/^[A-Za-z0-9][\w.-]*$/u.test(name)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `"${name}" is no name of a composition.`, {
            hint: 'Letters, digits, dots, dashes and underscores, such as vpc or node-groups.',
        });
    }
    const { localPath, rootPath } = project.settings;
    const base = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .joinPath */ .uJ)(project.root, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .joinPath */ .uJ)(localPath, rootPath));
    if ((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .leadsOut */ .qm)(base))
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `The folder of the compositions, ${base}, is outside of the repository.`);
    const folder = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .joinPath */ .uJ)(base, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .joinPath */ .uJ)(cloud ?? onlyCloud(project, base) ?? '', name));
    if ((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .leadsOut */ .qm)(folder) || !folder.startsWith(base))
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `--cloud is "${cloud ?? ''}".`);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, folder))) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('files', 'There is a composition already.', { place: { file: folder } });
    }
    const files = [
        [`${folder}/main.tf.versioned`, mainOf(name)],
        [`${folder}/variables.tf`, VARIABLES],
    ];
    const lines = files.map(([path, text]) => `  ${write(top, path, text)}\n`).join('');
    const [root = 'config'] = project.settings.configRoots;
    return `Created\n${lines}
Next
  kompos new leaf ${root}/env=dev/composition=${name}
  compositions.order.terraform in .komposconfig.yaml says when it runs; without it, last.
`;
}
/** The cloud folder of all compositions, if all are in one. */
function onlyCloud({ snapshot }, base) {
    const depths = snapshot
        .filesBelow(base)
        .filter(({ path }) => /\.(?:tf|tofu)(?:\.json)?(?:\.versioned)?$/u.test(path))
        .map(({ path }) => path.slice(base === '' ? 0 : base.length + 1).split('/'));
    const clouds = new Set(depths.map((parts) => (parts.length === 3 ? parts[0] : undefined)));
    const [cloud] = clouds;
    return clouds.size === 1 ? cloud : undefined;
}
/** Every folder on the way must be one: a link could lead anywhere. */
function write(root, path, text) {
    (0,_runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseLinks */ .U)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), text, { flag: 'wx' });
    return path;
}
function mainOf(name) {
    return `# A template: placeholders in "source" and "version" are replaced by each leaf's values.
# module "${name}" {
#   source = "git::https://github.com/org/terraform-modules.git//${name}?ref={{${name}.module_version}}"
# }
`;
}
const VARIABLES = `variable "config" {
  description = "The configuration of the leaf."
  type        = any
}
`;


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


/***/ })

};

//# sourceMappingURL=3581.index.js.map