export const id = 581;
export const ids = [581];
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
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _execution_local_project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2117);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35986);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20724);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32857);
/* harmony import */ var _runtime_refuse_links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2346);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84768);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74940);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(94330);
/* harmony import */ var _snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51765);
/** `kompos new leaf|composition`: one more of either, in a project that is there. Never overwrites anything. */













/**
 * Writes the files and returns what to print.
 *
 * @throws ProblemError if it is there already, or cannot be one
 */
async function createNew(request, { directory, environment }) {
    const root = (0,_execution_local_project_js__WEBPACK_IMPORTED_MODULE_3__/* .projectRoot */ .YQ)(request.rootPath, directory);
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .findRepository */ .W1)(root, environment);
    const top = repository === undefined ? root : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository.top);
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, root).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const open = () => (0,_project_project_js__WEBPACK_IMPORTED_MODULE_7__/* .openProject */ .U8)((0,_snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_10__/* .snapshotOfWorkingTree */ .X)(top), place);
    const project = await open();
    if (request.kind === 'composition')
        return newComposition(request, project, top);
    const path = leafPath(request.name, project);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path))) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('files', 'There is such a folder already.', { place: { file: path } });
    }
    const file = write(root, `${path}/${(0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path).composition}.yaml`, LEAF);
    const text = `Created\n  ${file}\n`;
    const result = await (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .openRenderer */ .y)(await open(), (0,_project_project_js__WEBPACK_IMPORTED_MODULE_7__/* .leavesOf */ .wf)(project), (0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .openEnvironment */ .A)(environment), (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .createCaches */ .Y)(), undefined).render((0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path, project.settings.configRoots));
    if (result.ok || result.paused !== undefined)
        return `${text}\nNext\n  kompos ${path} terraform plan\n`;
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
    if (!configRoots.some((each) => path.startsWith(`${each}/`)) || (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .leadsOut */ .qm)(path)) {
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
        const below = snapshot.filesBelow((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .joinPath */ .uJ)(place, path));
        if (below.some((file) => file.path.slice((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .joinPath */ .uJ)(place, path).length + 1).includes('='))) {
            refuse(`"${path}" has leaves below it.`, `Such as ${path}/terraform=NAME.`);
        }
    }
    const { composition } = (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_5__/* .describeLeaf */ .o3)(path);
    const names = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_7__/* .terraformNames */ .tQ)(project);
    if (!names.has(composition)) {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_12__/* .nearest */ .p)(composition, names);
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
    const base = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .joinPath */ .uJ)(project.root, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .joinPath */ .uJ)(localPath, rootPath));
    if ((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .leadsOut */ .qm)(base))
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('path', `The folder of the compositions, ${base}, is outside of the repository.`);
    const folder = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .joinPath */ .uJ)(base, (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .joinPath */ .uJ)(cloud ?? onlyCloud(project, base) ?? '', name));
    if ((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .leadsOut */ .qm)(folder) || !folder.startsWith(base))
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

/***/ 2117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YQ: () => (/* binding */ projectRoot),
/* harmony export */   b7: () => (/* binding */ openLocalProject),
/* harmony export */   tc: () => (/* binding */ fromRoot)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35986);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20724);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84768);
/* harmony import */ var _project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67173);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74940);
/* harmony import */ var _snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22095);
/* harmony import */ var _snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51765);
/** A project in the working tree, as the command line sees it. */










/** @throws ProblemError when the project or the path does not exist */
async function openLocalProject(command, { directory, environment, log }) {
    const root = projectRoot(command.rootPath, directory);
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .findRepository */ .W1)(root, environment);
    const top = repository === undefined ? root : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository.top);
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, root).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const project = (0,_project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .withUnusedSettings */ .K)(await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .openProject */ .U8)((0,_snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotOfWorkingTree */ .X)(top), place));
    for (const warning of project.warnings)
        log.warning((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .formatProblem */ .Vw)(warning));
    const path = fromRoot(command.configPath, root, directory);
    const { leaves, others } = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .findLeavesOf */ .bM)(project, path);
    const renderer = (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .openRenderer */ .y)(project, leaves, (0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .openEnvironment */ .A)(environment), (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .createCaches */ .Y)(), command.listMerge);
    return { renderer, root, top, path, others };
}
/**
 * Absolute path of the project root, links followed.
 *
 * @throws ProblemError when there is no such folder
 */
function projectRoot(rootPath, directory) {
    const root = (0,_snapshot_real_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .realFolder */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, rootPath));
    if (root !== undefined)
        return root;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('usage', `--root-path is "${rootPath}", which is not a folder.`, {
        hint: 'Name the folder that holds .komposconfig.yaml.',
    });
}
/**
 * The configuration path from the project root. It may be typed from there or, with the shell's completion, from the
 * current directory.
 */
function fromRoot(configPath, root, directory) {
    const candidates = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, configPath), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, configPath)];
    const absolute = ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(configPath) ? [configPath] : candidates).find((each) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(each)) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, configPath);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute) : absolute)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join('/');
    if (path === '' || path.startsWith('../') || path === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('usage', `"${configPath}" is not below the project ${root}.`, {
            hint: 'Name the project with --root-path DIR.',
        });
    }
    return path;
}


/***/ }),

/***/ 20724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openEnvironment)
/* harmony export */ });
/** What `{{env(NAME)}}` may read. Callers pass the environment in: nothing in this folder accesses the process. */
/** Reads from a record and allows every name: the command line passes the process environment. */
function openEnvironment(variables) {
    return {
        read: (name) => {
            const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
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
        const within = new Set([...ancestors, target]);
        const files = [];
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(target, { withFileTypes: true })) {
            if (SKIPPED.has(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (!(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .isUtf8 */ .co)(path)) {
                onBroken(new _base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm([(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .notUtf8 */ .T3)(path)]));
                continue;
            }
            if (!deep && entry.isDirectory())
                continue;
            if (entry.isDirectory())
                files.push(...walk(path, within, onBroken));
            else if (entry.isFile())
                files.push(describe(path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, entry.name)));
            else if (entry.isSymbolicLink()) {
                try {
                    const behind = real(path);
                    if (behind === undefined)
                        continue;
                    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(behind).isDirectory())
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
        return files.sort((a, b) => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .Xo)(a.path, b.path));
    }
    return {
        label: 'the working tree',
        files: () => sorted(walk('', new Set(), () => undefined)),
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
            const target = real(path);
            return target !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isFile() ? describe(path, target) : undefined;
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
        read: (file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file.path)),
    };
}
function describe(path, absolute) {
    return { path, executable: ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute).mode & 0o100) !== 0, id: `file:${path}` };
}
function brokenLink(path, why) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('path', `The symbolic link ${why}.`, { place: { file: path } });
}
function rethrow(error) {
    throw error;
}


/***/ })

};

//# sourceMappingURL=581.index.js.map