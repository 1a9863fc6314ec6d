export const id = 977;
export const ids = [977];
export const modules = {

/***/ 6486:
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

/***/ 3243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ sharedStateProblems),
/* harmony export */   Px: () => (/* binding */ sharedByChange),
/* harmony export */   QO: () => (/* binding */ sharedStates),
/* harmony export */   eL: () => (/* binding */ statesOfChanged),
/* harmony export */   xE: () => (/* binding */ statesOfAll)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
/* harmony import */ var _changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6486);
/** Finds which leaves use which Terraform state. */


/** The states of changed leaves only, which are already rendered. */
function statesOfChanged(changed) {
    const renderings = changed.flatMap((each) => (0,_changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .headOf */ .Uo)(each)?.rendering ?? []);
    return { owners: ownersOf(renderings), leaves: leavesOf(renderings), paused: new Set(), unknown: undefined };
}
/** The states of all leaves at head; renders the unchanged ones. */
async function statesOfAll(changed, head) {
    const known = new Map(changed.map((each) => [each.leaf.path, each]));
    const renderings = [];
    const paused = new Set();
    let unknown;
    for (const leaf of head.leaves) {
        const found = known.get(leaf.path);
        if (found !== undefined) {
            if ('head' in found)
                renderings.push(found.head.rendering);
            if (found.kind === 'paused')
                pause(leaf.path, found.paused);
            continue;
        }
        const result = await head.render(leaf);
        if (result.ok)
            renderings.push(result.rendering);
        else if (result.paused === undefined)
            unknown ??= leaf.path;
        else
            pause(leaf.path, result.paused);
    }
    return { owners: ownersOf(renderings), leaves: leavesOf(renderings), paused, unknown };
    function pause(path, { rendering }) {
        paused.add(path);
        if (rendering === undefined)
            unknown ??= path;
        else
            renderings.push(rendering);
    }
}
/** Groups of leaves that would destroy each other's resources. */
function sharedStates(renderings) {
    return [...ownersOf(renderings).values()].filter((leaves) => leaves.length > 1);
}
/** The states with several owners, at least one of them a changed leaf. */
function sharedByChange({ owners, paused }, changed) {
    const touched = new Set(changed.flatMap((each) => ('head' in each ? [each.leaf.path] : [])));
    return [...owners.values()]
        .map((leaves) => leaves.filter((path) => !paused.has(path)))
        .filter((leaves) => leaves.length > 1 && leaves.some((path) => touched.has(path)));
}
/**
 * Errors that prevent the run from starting; warnings where the environment decides where states are.
 *
 * @param about the leaves to run: only states that these use are reported
 * @param variables names of the environment variables that complete or select states
 */
function sharedStateProblems(shared, about, variables = []) {
    const paths = new Set(about.map(({ leaf }) => leaf.path));
    return shared
        .filter((leaves) => leaves.some((path) => paths.has(path)))
        .map((leaves) => {
        const others = leaves.slice(0, -1).join(', ');
        const number = leaves.length === 2 ? 'Two' : String(leaves.length);
        const all = `${others} and ${leaves.at(-1) ?? ''}`;
        const place = { file: leaves.findLast((path) => paths.has(path)) ?? '' };
        if (variables.length > 0) {
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('state', `${number} leaves have the same backend settings: ${all}.`, {
                place,
                hint: `Whether they share a state depends on ${variables.join(', ')}. If they do, each would destroy what the other created.`,
            });
        }
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('state', `${number} leaves have the same state: ${all}.`, {
            place,
            hint: "Each would destroy what the other created. Give their backends different settings, such as a key that contains the leaf's place and composition.",
        });
    });
}
function leavesOf(renderings) {
    return renderings.flatMap(({ leaf, state }) => (state === undefined ? [] : [{ path: leaf.path, state }]));
}
/** What is unknown is nobody's: nothing says that it is shared. */
function ownersOf(renderings) {
    const owners = new Map();
    for (const { leaf, state } of renderings) {
        if (state?.identity === undefined)
            continue;
        const known = owners.get(state.identity);
        if (known === undefined)
            owners.set(state.identity, [leaf.path]);
        else
            known.push(leaf.path);
    }
    return owners;
}


/***/ }),

/***/ 7977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runTerraformCommand: () => (/* binding */ runTerraformCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _changes_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3243);
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6831);
/* harmony import */ var _git_url_credentials_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(4174);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7421);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _project_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8557);
/* harmony import */ var _rendering_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9729);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9574);
/* harmony import */ var _runtime_run_lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7385);
/* harmony import */ var _runtime_runtime_directory_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(166);
/* harmony import */ var _terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8656);
/* harmony import */ var _terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(553);
/* harmony import */ var _terraform_programs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(15);
/* harmony import */ var _terraform_process_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8381);
/* harmony import */ var _execution_local_project_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8004);
/* harmony import */ var _execution_configuration_need_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2334);
/* harmony import */ var _execution_fitting_terraform_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3695);
/* harmony import */ var _execution_program_choice_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9488);
/** `kompos <config_path> terraform <subcommand>`: each leaf at or below the path rendered, then Terraform run there. */



















/**
 * Renders all leaves first, so that nothing runs when one of them is wrong.
 *
 * @returns the exit code: Terraform's own; over several leaves with `-detailed-exitcode` 2 when any has changes
 * @throws ProblemError before anything has run
 */
async function runTerraformCommand(request, context) {
    const { log } = context;
    const project = await (0,_execution_local_project_js__WEBPACK_IMPORTED_MODULE_13__/* .openLocalProject */ .b7)(request, context);
    const rendered = await renderAll(project, request, context);
    const renderings = rendered.map(({ rendering }) => rendering);
    const processes = (0,_base_child_process_js__WEBPACK_IMPORTED_MODULE_2__/* .createChildProcesses */ .yb)();
    const binary = request.dryRun
        ? undefined
        : await (0,_execution_fitting_terraform_js__WEBPACK_IMPORTED_MODULE_15__/* .findFittingTerraform */ .N)(project.renderer.project, project.root, {
            ...context,
            processes,
            program: (0,_execution_program_choice_js__WEBPACK_IMPORTED_MODULE_16__/* .localProgramChoice */ .N)(context.environment),
        });
    const runtimeRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(project.root, _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_17__/* .RUNTIME_FOLDER */ .M);
    const lock = (0,_runtime_run_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .takeLock */ .H)(runtimeRoot, ['terraform', request.subcommand, request.configPath].join(' '), context.now);
    const stopListening = processes.passSignalsOn();
    try {
        let exitCode = 0;
        for (const [index, each] of rendered.entries()) {
            const { rendering } = each;
            const directory = await (0,_runtime_runtime_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .writeRuntimeDirectory */ .nI)(rendering, project.renderer.project.snapshot, runtimeRoot, project.top);
            const shown = showRuntimeDirectory(rendering, renderings, project, runtimeRoot, directory);
            if (binary === undefined) {
                log.info(`${rendering.leaf.path}: rendered to ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(context.directory, shown) || '.'}`);
                continue;
            }
            log.info(`${rendering.leaf.path}: ${_terraform_programs_js__WEBPACK_IMPORTED_MODULE_11__/* .PROGRAMS */ .i[binary.program].tool} ${request.subcommand}`);
            const code = await runOne(request, binary, directory, each, context);
            const changes = code === 2 && (0,_terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__/* .wantsDetailedExitCode */ .FY)(request.args);
            if (changes)
                exitCode = 2;
            else if (code !== 0) {
                warnOfSkipped(renderings.slice(index + 1), context);
                return code;
            }
            // A cancelled leaf may still have succeeded; the next one must not start.
            if (processes.interrupted()) {
                warnOfSkipped(renderings.slice(index + 1), context);
                return 130;
            }
        }
        return exitCode;
    }
    finally {
        stopListening();
        lock.release();
    }
}
async function renderAll({ renderer, path, others }, request, { log, environment }) {
    const leaves = (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .leavesAt */ ._8)(renderer.leaves, path, others).map((leaf) => ({ leaf }));
    const ordered = (0,_project_order_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .a)(leaves, renderer.project.settings.compositionOrder);
    if (others.length > 0)
        log.info((0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .otherTools */ .uq)(others));
    if ((0,_terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__/* .destroys */ .o8)(request.subcommand, request.args))
        ordered.reverse();
    const rendered = [];
    const problems = [];
    for (const { leaf } of ordered) {
        const result = await renderer.render(leaf);
        if (result.ok)
            rendered.push(result);
        else if (result.paused !== undefined) {
            log.info(`${leaf.path}: skipped, it is paused (composition.enabled in ${(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlace */ .dE)(result.paused.place)})`);
        }
        // Leaves share layers, so each of them can report the same problem.
        const own = result.ok ? [...result.warnings, ...stateProblems(result.rendering, request)] : result.problems;
        problems.push({ leaf: leaf.path, problems: own });
    }
    const renderings = rendered.map(({ rendering }) => rendering);
    const unwritten = request.dryRun || !(0,_terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__/* .writesState */ .Qq)(request.subcommand) ? [] : await otherLeaves(renderer, renderings);
    const shared = (0,_changes_states_js__WEBPACK_IMPORTED_MODULE_1__/* .sharedStates */ .QO)([...renderings, ...unwritten]);
    const found = [
        ...(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .inLeaves */ .e$)(problems),
        ...(0,_changes_states_js__WEBPACK_IMPORTED_MODULE_1__/* .sharedStateProblems */ .FM)(shared, renderings, (0,_terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_10__/* .outsideSettings */ .b)(environment).ofStates),
    ];
    for (const each of found)
        if (each.severity === 'warning')
            log.warning((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .formatProblem */ .Vw)(each));
    (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .throwOnErrors */ .pe)(found);
    return rendered;
}
/** Leaves that must not share a state with those written to; the state of one that cannot be rendered is unknown. */
async function otherLeaves(renderer, some) {
    const known = new Set(some.map(({ leaf }) => leaf.path));
    const others = [];
    for (const leaf of renderer.leaves) {
        const result = known.has(leaf.path) ? undefined : await renderer.render(leaf);
        if (result?.ok === true)
            others.push(result.rendering);
    }
    return others;
}
/** A state that is lost with the runtime directory may be planned against, but not written to. */
function stateProblems(rendering, request) {
    const lost = (0,_rendering_state_js__WEBPACK_IMPORTED_MODULE_6__/* .lostState */ .It)(rendering.state, false);
    if (lost === undefined || request.dryRun)
        return [];
    const refused = (0,_terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__/* .writesState */ .Qq)(request.subcommand);
    const found = {
        ...(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)('state', refused ? `${lost} "${request.subcommand}" is refused.` : lost, {
            place: { file: rendering.leaf.path },
            hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
        }),
        severity: refused ? 'error' : 'warning',
    };
    return [found];
}
/** The place shown to people, `.kompos-runtime/terraform/<cloud>/<composition>`, if only one leaf claims it. */
function showRuntimeDirectory(rendering, all, { renderer, root }, runtimeRoot, directory) {
    if (all.some((other) => other !== rendering && other.source === rendering.source))
        return directory;
    const place = renderer.shownPlace(rendering.source);
    (0,_runtime_runtime_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .linkRuntimeDirectory */ ._f)(runtimeRoot, place, directory);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_17__/* .RUNTIME_FOLDER */ .M, place);
}
async function runOne(request, binary, directory, rendered, { environment, log, onTerminal }) {
    const { path: program, processes } = binary;
    const { subcommand } = request;
    const call = { directory, environment };
    const need = await (0,_execution_configuration_need_js__WEBPACK_IMPORTED_MODULE_14__/* .configurationNeed */ .F)(rendered, binary);
    if (need === 'early')
        (0,_runtime_runtime_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .writeEarlyVariables */ .c$)(rendered.rendering, directory);
    if ((0,_terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__/* .needsInit */ .AP)(subcommand)) {
        // Its many lines are worth reading only when it fails.
        const result = await (0,_terraform_process_js__WEBPACK_IMPORTED_MODULE_12__/* .runTerraform */ .Y)({ ...call, binary, args: ['init', '-input=false'] });
        if (result.code !== 0) {
            const title = `${_terraform_programs_js__WEBPACK_IMPORTED_MODULE_11__/* .PROGRAMS */ .i[binary.program].tool} init failed`;
            log.group(title, (0,_git_url_credentials_js__WEBPACK_IMPORTED_MODULE_18__/* .withoutCredentials */ .r)(`${result.stdout}${result.stderr}`).split('\n'));
            return result.code;
        }
    }
    const args = (0,_terraform_command_line_js__WEBPACK_IMPORTED_MODULE_9__/* .subcommandArguments */ .sQ)(subcommand, request.args, need !== 'none');
    const isBlind = need === 'early' && subcommand === 'state' && request.args[0] === 'show';
    if (!isBlind || (0,_terraform_programs_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbleTo */ .SO)('stateShowReadsVariables', binary)) {
        return processes.runHere({ ...call, program, args }, onTerminal);
    }
    const remove = (0,_runtime_runtime_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .writeDefaultOfVariable */ ._q)(rendered.rendering, directory);
    try {
        return await processes.runHere({ ...call, program, args }, onTerminal);
    }
    finally {
        remove();
    }
}
function warnOfSkipped(rest, { log }) {
    if (rest.length === 0)
        return;
    log.warning(`Stopped. Not run: ${rest.map(({ leaf }) => leaf.path).join(', ')}`);
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

//# sourceMappingURL=977.index.js.map