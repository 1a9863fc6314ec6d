export const id = 831;
export const ids = [831];
export const modules = {

/***/ 7831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showConfiguration: () => (/* binding */ showConfiguration)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4409);
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(441);
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5686);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7421);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9368);
/* harmony import */ var _execution_local_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8004);
/** `kompos <config_path> config`: the merged and interpolated configuration of a folder. */









/**
 * @returns what to print: nothing if the text was written to a file
 * @throws ProblemError when the configuration cannot be resolved, a key does not exist, or the file cannot be written
 */
async function showConfiguration(request, context) {
    const { renderer, path } = await (0,_execution_local_project_js__WEBPACK_IMPORTED_MODULE_5__/* .openLocalProject */ .b7)(request, context);
    const { filter, exclude } = request;
    const isShown = (key) => (filter.length === 0 || filter.includes(key)) && !exclude.includes(key);
    const configuration = pick(await renderer.configuration(path, isShown), request, isShown);
    const text = request.format === 'json' ? `${(0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)(configuration)}\n` : toYaml(configuration);
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
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .stringify */ .As)((0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .Ul)(configuration), {
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
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(key, known);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('usage', `--filter ${key}: the configuration has no such top-level key.`, {
                hint: closest === undefined ? `It has: ${known.join(', ')}.` : `Did you mean "${closest}"?`,
            });
        }));
    }
    const children = (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_8__/* .createEntries */ .dL)();
    for (const [key, value] of Object.entries(configuration.children)) {
        if (isShown(key))
            children[key] = value;
    }
    return (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_8__/* .mapValue */ .IS)(children, configuration.origin);
}


/***/ }),

/***/ 8004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ fromRoot),
  b7: () => (/* binding */ openLocalProject),
  YQ: () => (/* binding */ projectRoot)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(724);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(7173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 30 modules
var rendering_renderer = __webpack_require__(3464);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
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
    const renderer = (0,rendering_renderer/* openRenderer */.y)(project, leaves, (0,environment_reader/* openEnvironment */.A)(environment), (0,rendering_renderer/* createCaches */.Y)(), command.listMerge);
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

/***/ 724:
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


/***/ })

};

//# sourceMappingURL=831.index.js.map