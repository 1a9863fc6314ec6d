export const id = 8643;
export const ids = [8643];
export const modules = {

/***/ 88122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ openProgress)
/* harmony export */ });
/** Milliseconds between two lines about what is still running. */
const EVERY = 30_000;
/** Milliseconds between two looks of the lines on a terminal. */
const LIVE_EVERY = 1_000;
/** How many are named. */
const MOST_NAMED = 5;
/**
 * Logs when each piece of work begins, and how it ended and after how many seconds; every 30 seconds what still runs. A
 * log that can show changing lines has one for each that runs.
 *
 * @param every milliseconds between two lines about what is still running
 */
function openProgress(log, every = EVERY) {
    const running = new Map();
    const timers = [setInterval(tellRunning, every)];
    if (log.live !== undefined)
        timers.push(setInterval(show, LIVE_EVERY));
    for (const timer of timers)
        timer.unref();
    function tellRunning() {
        if (running.size === 0)
            return;
        const all = [...running].map(([name, { begun, step }]) => `${name} (${seconds(begun)}${step && `, ${step}`})`);
        const more = all.length > MOST_NAMED ? `, and ${all.length - MOST_NAMED} more` : '';
        log.info(`Still running: ${all.slice(0, MOST_NAMED).join(', ')}${more}`);
    }
    function show() {
        log.live?.([...running].map(([name, { begun, step }]) => `${seconds(begun).padStart(6)}  ${name}  ${step}`.trimEnd()));
    }
    return {
        async run(name, work, ended) {
            const one = { begun: performance.now(), step: '' };
            running.set(name, one);
            log.info(`${name}: started`);
            try {
                const result = await work((words) => {
                    one.step = words;
                });
                running.delete(name);
                log.info(`${name}: ${ended(result)}, ${seconds(one.begun)}`);
                return result;
            }
            finally {
                running.delete(name);
                show();
            }
        },
        close() {
            timers.forEach(clearInterval);
            log.live?.([]);
        },
    };
}
function seconds(begun) {
    return `${Math.round((performance.now() - begun) / 1_000)} s`;
}


/***/ }),

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

/***/ 63243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ sharedStateProblems),
/* harmony export */   Px: () => (/* binding */ sharedByChange),
/* harmony export */   QO: () => (/* binding */ sharedStates),
/* harmony export */   Ut: () => (/* binding */ goneStates),
/* harmony export */   eL: () => (/* binding */ statesOfChanged),
/* harmony export */   xE: () => (/* binding */ statesOfAll)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66486);
/** Finds which leaves use which Terraform state. */


/** The states of leaves that are no longer there: others may still read these. */
function goneStates(changed) {
    return changed.flatMap((each) => {
        const state = each.kind === 'removed' && 'base' in each ? each.base.rendering.state : undefined;
        return state === undefined ? [] : [{ leaf: each.leaf.path, state }];
    });
}
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

/***/ 72509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ connectedLeaves),
/* harmony export */   Pn: () => (/* binding */ readsIn),
/* harmony export */   eI: () => (/* binding */ inOrderOfRun),
/* harmony export */   nP: () => (/* binding */ stillRead),
/* harmony export */   vS: () => (/* binding */ readChangeGraph)
/* harmony export */ });
/* harmony import */ var _gate_sequence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62304);
/* harmony import */ var _graph_leaf_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93443);
/* harmony import */ var _graph_read_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96962);
/* harmony import */ var _project_depends_on_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76618);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94330);





/** Reads all leaves of head; of a change without leaves, nothing, unless its waves have to be checked. */
async function readChangeGraph(head, base, changed) {
    if (changed.length === 0 && !changesWaves(head, base))
        return { graph: { leaves: [], edges: [], unknown: [] }, former: [], problems: [] };
    const removed = new Set(changed.filter(({ kind }) => kind === 'removed').map(({ leaf }) => leaf.path));
    if (removed.size === 0 || base === undefined)
        return { ...own(await (0,_graph_leaf_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .readLeafGraph */ .F)(head), changed), former: [] };
    const atBase = new Set(base.leaves.map(({ path }) => path));
    const before = changed.map(({ leaf }) => leaf).filter(({ path }) => atBase.has(path));
    const states = await Promise.all(before.map((leaf) => base.statesOf(leaf)));
    const gone = states.flatMap(({ leaf, state }) => (removed.has(leaf) && state !== undefined ? [{ leaf, state }] : []));
    const former = (0,_graph_read_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .graphOf */ .c)(states, (0,_project_depends_on_js__WEBPACK_IMPORTED_MODULE_3__/* .declaredDependencies */ .O)(base.project, base.leaves)).edges;
    return { ...own(await (0,_graph_leaf_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .readLeafGraph */ .F)(head, gone), changed), former: former.filter(({ reads }) => removed.has(reads)) };
}
/** Whether other leaves are to be applied in waves, or other ones, than before. */
function changesWaves(head, base) {
    const [now, before] = [head, base].map((each) => {
        const { waves = [], environments = new Map() } = each?.project.settings ?? {};
        return JSON.stringify([waves, [...environments]]);
    });
    return base !== undefined && now !== before;
}
/** A round of other leaves does not stop a change that has nothing to do with it; wrong settings do. */
function own({ graph, problems, rounds }, changed) {
    const paths = new Set(changed.map(({ leaf }) => leaf.path));
    const isOwn = (each) => rounds.get(each)?.some((leaf) => paths.has(leaf)) ?? true;
    return { graph, problems: problems.filter(isOwn) };
}
/** The edges to removed leaves of leaves that still read them at head. */
function stillRead({ graph }, changed) {
    const removed = new Set(changed.filter(({ kind }) => kind === 'removed').map(({ leaf }) => leaf.path));
    return removed.size === 0 ? [] : graph.edges.filter(({ reads }) => removed.has(reads));
}
/** The leaves in the order in which a command runs for them, by what they read of each other. */
async function inOrderOfRun(leaves, { project, statesOf }, reversed) {
    const items = leaves.map((leaf) => ({ leaf }));
    const states = leaves.length < 2 ? [] : await Promise.all(leaves.map((leaf) => statesOf(leaf)));
    const { edges } = (0,_graph_read_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .graphOf */ .c)(states, (0,_project_depends_on_js__WEBPACK_IMPORTED_MODULE_3__/* .declaredDependencies */ .O)(project, leaves));
    return (0,_gate_sequence_js__WEBPACK_IMPORTED_MODULE_0__/* .inOrderOfReads */ .ox)(items, project.settings.compositionOrder, { of: byReader(edges) }, reversed).map(({ leaf }) => leaf);
}
/** What decides in which order leaves are applied and destroyed. */
function readsIn({ graph, former }) {
    return { of: byReader([...graph.edges, ...former]), unknown: new Set(graph.unknown.map(({ reader }) => reader)) };
}
/**
 * The paths of a change's leaves in groups that no read connects, directly or through others of the change: what a plan
 * means depends on those of the leaves that it reads. Groups and their leaves are in byte order.
 */
function connectedLeaves({ graph, former }, changed) {
    const paths = changed.map(({ leaf }) => leaf.path).sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .Xo);
    const groups = new Map(paths.map((path) => [path, [path]]));
    for (const { reader, reads } of [...graph.edges, ...former]) {
        const [one, other] = [groups.get(reader), groups.get(reads)];
        if (one === undefined || other === undefined || one === other)
            continue;
        const [small, large] = one.length < other.length ? [one, other] : [other, one];
        for (const path of small) {
            large.push(path);
            groups.set(path, large);
        }
    }
    return [...new Set(groups.values())].map((group) => group.sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .Xo));
}
function byReader(edges) {
    const of = new Map();
    for (const { reader, reads } of edges)
        of.set(reader, (of.get(reader) ?? new Set()).add(reads));
    return of;
}


/***/ }),

/***/ 32128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ configurationNeed)
});

// EXTERNAL MODULE: ./src/rendering/hcl/hcl-grammar.ts
var hcl_grammar = __webpack_require__(49735);
// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var hcl_expression = __webpack_require__(93000);
// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(54780);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/rendering/use/configuration-variable.ts



/**
 * @param parser of HCL
 * @param tofu whether the program reads `X.tofu`, and not an `X.tf` beside it
 */
function configurationVariable({ rendering, code }, parser, tofu) {
    const names = new Set(rendering.files.map(({ name }) => name));
    const generated = rendering.files.find(({ name }) => name === terraform_files/* PROVIDER_FILE */.tV)?.content.text ?? '';
    const root = [
        ...codeOf(code.root, names, tofu),
        // Without an expression it uses nothing.
        ...(/[$%]\{/u.test(generated) ? [(0,json_code/* readJsonCode */.Uy)(parser, generated)] : []),
    ];
    const isUnreadable = root.some(({ unreadable }) => unreadable !== undefined);
    const declared = root.flatMap(({ variables }) => variables.filter(({ name }) => name === 'config'));
    if (declared.length === 0 && !isUnreadable)
        return { isDeclared: false, isConst: false, isStatic: false, isPassedOn: false };
    const modules = code.modules.map((each) => codeOf(each, new Set(each.files.map(({ name }) => name)), tofu));
    return {
        isDeclared: true,
        isConst: isUnreadable || declared.some(({ isConst }) => isConst),
        isStatic: isUnreadable ||
            usesVariable(root, (name) => name === 'config') ||
            // What a module is given is not followed: its variables may come from this one.
            modules.some((files) => usesVariable(files, () => true)),
        isPassedOn: modules.some((files) => usesVariable(files, () => true, false)),
    };
}
/** The code of a folder that the program reads; a placeholder of a template is no reference. */
function codeOf({ files }, names, tofu) {
    return files.flatMap(({ name, hcl }) => {
        const target = (0,terraform_files/* isTemplate */.Fl)(name) ? (0,terraform_files/* renderedName */.rA)(name) : name;
        const isRead = !name.includes('/') && names.has(target) && (0,terraform_files/* isReadBy */.wj)(tofu, target, names);
        return hcl !== undefined && isRead ? [hcl.parsed.code] : [];
    });
}
function usesVariable(files, isMeant, inForeignModules = true) {
    const all = files.flatMap(({ locals }) => locals);
    const seen = new Set();
    const uses = (expression) => {
        if (expression.kind === 'unreadable')
            return true;
        if (expression.kind !== 'reference')
            return (0,hcl_expression/* partsOf */.CI)(expression).some(uses);
        const { root, path } = expression;
        const [name] = path;
        if (root === 'var')
            return name === undefined || isMeant(name);
        if (root !== 'local')
            return false;
        const key = name ?? '';
        if (seen.has(key))
            return false;
        seen.add(key);
        return all.some((each) => (name === undefined || each.name === name) && uses(each.value));
    };
    if (files.some(({ early }) => early.some(uses)))
        return true;
    if (!inForeignModules)
        return false;
    // The code of a module from elsewhere is not known yet, nor what it does with its arguments.
    const foreign = files.flatMap(({ calls }) => calls.filter(({ source }) => source?.kind !== 'text' || !(0,terraform_files/* isLocalModule */.gh)(source.text)));
    return foreign.some((call) => call.arguments.some(({ value }) => uses(value)));
}

// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/execution/configuration-need.ts
/** When a program wants a leaf's configuration. */



async function configurationNeed(rendered, binary) {
    const { isDeclared, isConst, isStatic, isPassedOn } = configurationVariable(rendered, await (0,hcl_grammar/* loadHclParser */.p)(), programs/* PROGRAMS */.i[binary.program].readsTofuFiles);
    if (!isDeclared)
        return { need: 'none', isOpen: false };
    const isEarly = (isConst && (0,programs/* isAbleTo */.SO)('constVariables', binary)) || (isStatic && (0,programs/* isAbleTo */.SO)('staticReferences', binary));
    return isEarly
        ? { need: 'early', isOpen: isPassedOn || rendered.rendering.isOpen === true }
        : { need: 'plan', isOpen: false };
}


/***/ }),

/***/ 63695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ findFittingTerraform)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/setting-place.ts
var setting_place = __webpack_require__(2943);
// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(17918);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/terraform/binary.ts
var binary = __webpack_require__(39611);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(36045);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
// EXTERNAL MODULE: ./src/terraform/version-constraint.ts
var version_constraint = __webpack_require__(58570);
// EXTERNAL MODULE: ./src/terraform/wanted-program.ts
var wanted_program = __webpack_require__(85256);
// EXTERNAL MODULE: ./src/terraform/install/not-available.ts
var not_available = __webpack_require__(77123);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/rendering/hcl/parse-file.ts
var parse_file = __webpack_require__(65522);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/execution/required-version.ts
/** What the compositions' own code requires of the program (`required_version`). */







const ATTRIBUTE = 'required_version';
/**
 * All constraints of the code in the folders of the project's compositions, joined: one program runs all of them. This
 * only chooses what to run: the program itself checks each leaf, also what a pin or a shared module requires.
 */
async function requiredVersion(project, tool) {
    const { snapshot, root, settings } = project;
    const compositions = new Set((0,project_project/* leavesOf */.wf)(project).map(({ composition }) => composition));
    const folder = (0,snapshot_snapshot/* joinPath */.uJ)(root, settings.localPath);
    const prefix = folder === '' ? '' : `${folder}/`;
    // Not filesBelow: a broken link is the problem of the leaf that reads it.
    const files = snapshot
        .files()
        .filter(({ path, isSubmodule }) => {
        if (isSubmodule === true || !path.startsWith(prefix))
            return false;
        const parents = path.slice(prefix.length).split('/').slice(0, -1);
        return parents.some((each) => compositions.has(each));
    })
        .filter(isReadByTool(tool));
    await snapshot.load(files);
    const requirements = [];
    for (const file of files) {
        const code = snapshot.read(file).toString('utf8');
        if (code.includes(ATTRIBUTE))
            requirements.push(...(await requirementsIn(file.path, code)));
    }
    const readable = requirements.filter(({ constraint }) => (0,version_constraint/* canBeRead */.cV)(constraint));
    if (readable.length === 0)
        return undefined;
    const constraints = [...new Set(readable.map(({ constraint }) => constraint))];
    return { text: constraints.join(', '), by: ATTRIBUTE, place: readable[0]?.place };
}
/** OpenTofu reads `main.tofu` instead of `main.tf`; Terraform knows no `.tofu`. */
function isReadByTool(tool) {
    let names;
    return ({ path }, _, files) => {
        names ??= new Set(files.map((each) => rendered(each.path)));
        const name = rendered(path);
        return (0,terraform_files/* isTerraformFile */.L5)(name) && (0,terraform_files/* isReadBy */.wj)(tool === 'tofu', name, names);
    };
}
function rendered(path) {
    return (0,terraform_files/* isTemplate */.Fl)(path) ? (0,terraform_files/* renderedName */.rA)(path) : path;
}
async function requirementsIn(path, code) {
    if ((0,terraform_files/* isJson */.Fh)(path))
        return jsonRequirements(path, code);
    try {
        const { literals } = await (0,parse_file/* parseTerraformFile */.U)(path, code);
        return literals
            .filter(({ address }) => address === `terraform.${ATTRIBUTE}`)
            .map(({ start, end, line, column }) => ({
            constraint: whole(code.slice(start, end)),
            place: { file: path, line, column },
        }));
    }
    catch (error) {
        // Rendering reports what cannot be read, for the leaves that need it.
        if (error instanceof base_problems/* ProblemError */.Mm)
            return [];
        throw error;
    }
}
function jsonRequirements(file, code) {
    try {
        const blocks = (0,json/* field */.ZZ)(JSON.parse(code), 'terraform');
        return (Array.isArray(blocks) ? (0,json/* list */.p_)(blocks) : [(0,json/* record */.g1)(blocks)]).flatMap((block) => {
            const constraint = (0,json/* text */.Qq)((0,json/* field */.ZZ)(block, ATTRIBUTE));
            return constraint === undefined ? [] : [{ constraint: whole(constraint), place: { file } }];
        });
    }
    catch {
        return [];
    }
}
/** To Terraform, `1.11` is 1.11.0 and nothing else. */
function whole(constraint) {
    return constraint
        .split(',')
        .map((part) => part
        .trim()
        .replace(/^(?:!?=\s*)?v?\d+(?:\.\d+)?$/u, (version) => `${version}${version.includes('.') ? '.0' : '.0.0'}`))
        .join(', ');
}

;// CONCATENATED MODULE: ./src/execution/fitting-terraform.ts
/** The program that a project asks for: on PATH, or installed. */












/**
 * @param projectRoot absolute path
 * @throws ProblemError when the program is neither on PATH nor can be installed, or is too old
 */
async function findFittingTerraform(project, projectRoot, context) {
    const binary = await fittingProgram(project, projectRoot, context);
    (0,programs/* refuseOld */.mr)(binary);
    const unknown = (0,programs/* untested */.Xi)(binary);
    if (unknown !== undefined)
        context.log.info(unknown);
    return binary;
}
async function fittingProgram(project, projectRoot, context) {
    const { environment, processes, program, log } = context;
    const wishes = await wishesOf(project, program);
    const tool = (0,wanted_program/* wantedTool */.c5)(wishes);
    const found = await (0,binary/* findTerraform */.Y)(projectRoot, environment, processes, tool);
    if (tool === undefined && found !== undefined && toolOf(found) === 'tofu' && wishes.setting !== undefined) {
        throw notForOpenTofu(found, wishes.setting);
    }
    const chosen = tool ?? (found === undefined ? 'terraform' : toolOf(found));
    const asked = (0,wanted_program/* wantedVersion */.KZ)(wishes, chosen);
    if (found !== undefined && isFitting(found, chosen, asked)) {
        const required = asked === undefined ? await requiredVersion(project, chosen) : undefined;
        if (required === undefined || program.mirror === 'none' || isFitting(found, chosen, required))
            return found;
        try {
            return await install(found, { tool: chosen, version: required }, required.text, context);
        }
        catch (error) {
            if (!(error instanceof not_available/* NotAvailable */.v))
                throw error;
            // Some leaves may do with it, and for the others it says so itself.
            log.warning(error.message);
            return found;
        }
    }
    const wanted = { tool: chosen, version: asked ?? (await requiredVersion(project, chosen)) };
    if (wanted.version === undefined || program.mirror === 'none')
        throw notFitting(found, wanted, context.environment);
    return install(found, wanted, wanted.version.text, context);
}
async function wishesOf(project, program) {
    const { tool, terraformVersion } = project.settings;
    return {
        tool: program.tool ?? tool,
        version: program.version,
        files: {
            terraform: await versionFile(project, wanted_program/* VERSION_FILES */.TS.terraform),
            tofu: await versionFile(project, wanted_program/* VERSION_FILES */.TS.tofu),
        },
        setting: terraformVersion === undefined
            ? undefined
            : { place: (0,setting_place/* settingPlace */.e)(project, terraformVersion), text: terraformVersion },
    };
}
function isFitting(found, tool, version) {
    return toolOf(found) === tool && (version === undefined || (0,version_constraint/* satisfies */.ib)(found.version, version.text) === true);
}
function toolOf({ program }) {
    return programs/* PROGRAMS */.i[program].tool;
}
async function install(found, wanted, version, context) {
    const [{ installProgram }, { PUBLISHERS }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1306), __webpack_require__.e(4198)]).then(__webpack_require__.bind(__webpack_require__, 74198)),
        __webpack_require__.e(/* import() */ 7102).then(__webpack_require__.bind(__webpack_require__, 87102)),
    ]);
    const { environment, program } = context;
    const request = {
        publisher: PUBLISHERS[wanted.tool],
        wanted: version,
        found,
        mirror: program.mirror,
        cache: cacheFolder(environment),
        platform: (0,mirror/* terraformPlatform */.sb)(process.platform, process.arch),
    };
    try {
        return await installProgram(request, context);
    }
    catch (error) {
        if (!(error instanceof base_problems/* ProblemError */.Mm))
            throw error;
        const problems = error.problems.map((each) => ({ ...each, ...because(each.message, found, wanted) }));
        throw error instanceof not_available/* NotAvailable */.v ? new not_available/* NotAvailable */.v(problems) : new base_problems/* ProblemError */.Mm(problems);
    }
}
/** The runner's tool cache, else the user's cache (https://specifications.freedesktop.org/basedir-spec/latest/). */
function cacheFolder(environment) {
    const tools = environment['RUNNER_TOOL_CACHE'];
    if (tools !== undefined && tools !== '')
        return tools;
    return (0,external_node_path_.join)(environment['XDG_CACHE_HOME'] || (0,external_node_path_.join)(environment['HOME'] ?? '', '.cache'), 'kompos');
}
async function versionFile({ snapshot, root }, name) {
    const path = (0,snapshot_snapshot/* joinPath */.uJ)(root, name);
    const file = snapshot.file(path);
    if (file === undefined)
        return undefined;
    await snapshot.load([file]);
    return { file: path, text: snapshot.read(file).toString('utf8') };
}
function because(message, found, wanted) {
    return { message: `${unfit(found, wanted)} ${message}`, place: wanted.version?.place };
}
function notFitting(found, wanted, environment) {
    const { tool, version } = wanted;
    const action = tool === 'tofu' ? 'opentofu/setup-opentofu@v1' : 'hashicorp/setup-terraform@v4';
    const page = tool === 'tofu' ? 'https://opentofu.org/docs/intro/install' : 'https://developer.hashicorp.com/terraform/install';
    const hint = found === undefined || version === undefined
        ? `In a workflow, set the input "terraform-version" or add "uses: ${action}" before this step; elsewhere see ${page}.`
        : environment['GITHUB_ACTIONS'] === 'true'
            ? `Give ${action.replace(/^.*\/|@.*$/gu, '')} the version that the project asks for, let kompos install it (terraform-mirror is "none"), or change ${version.by}.`
            : `Put ${(0,programs/* programNamed */.qU)(tool)} ${version.text} first on PATH, unset KOMPOS_TERRAFORM_MIRROR ("none") so that kompos installs it, or change ${version.by}.`;
    return (0,base_problems/* problemError */.gS)('terraform', unfit(found, wanted), { place: version?.place, hint });
}
function notForOpenTofu(found, { place, text }) {
    return (0,base_problems/* problemError */.gS)('terraform', `Only ${(0,programs/* programInWords */.Jy)(found)} was found on PATH, but terraform.version asks for Terraform "${text}".`, {
        place,
        hint: `Add "tool: tofu" or "tool: terraform" to ${settings/* SETTINGS_FILE */.tP}. With OpenTofu, the version belongs in ${wanted_program/* VERSION_FILES */.TS.tofu}.`,
    });
}
/** Why what is on PATH does not do. */
function unfit(found, { tool, version }) {
    const name = (0,programs/* programNamed */.qU)(tool);
    const { by = '', text = '' } = version ?? {};
    if (found !== undefined && toolOf(found) !== tool) {
        return `"${found.path}" is ${(0,programs/* programInWords */.Jy)(found)}, but the project asks for ${name}.`;
    }
    if (found !== undefined)
        return `${name} is ${found.version}, but ${by} asks for "${text}".`;
    if (version === undefined)
        return `${name} was not found on PATH.`;
    return `${name} was not found on PATH, and ${by} asks for "${text}".`;
}


/***/ }),

/***/ 89488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ localProgramChoice),
/* harmony export */   a: () => (/* binding */ readMirror)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);

/** The command line's choice: the project's own, downloaded from where `KOMPOS_TERRAFORM_MIRROR` says. */
function localProgramChoice(environment) {
    const mirror = environment['KOMPOS_TERRAFORM_MIRROR'] ?? '';
    return {
        tool: undefined,
        version: undefined,
        mirror: mirror === '' ? undefined : readMirror(mirror, 'KOMPOS_TERRAFORM_MIRROR'),
    };
}
/**
 * @param given an address, or `none`
 * @param name of what it was given for, for the message
 * @returns the address without a slash at its end
 * @throws ProblemError when it is neither
 */
function readMirror(given, name) {
    if (given === 'none')
        return given;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const isPlain = url !== undefined && /^https?:$/u.test(url.protocol) && url.search === '' && url.hash === '';
    // An address with a password would stand in logs.
    if (isPlain && url.username === '' && url.password === '')
        return given.replace(/\/+$/u, '');
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('input', `${name} is not the address of a mirror.`, {
        hint: 'Allowed: an address such as https://mirror.example.org/hashicorp, without a password, or none to never install anything.',
    });
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

/***/ 8931:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ sourcePlace),
/* harmony export */   N9: () => (/* binding */ terraformProblems),
/* harmony export */   cD: () => (/* binding */ submoduleHint)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15131);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94330);



/** A check whose result is not known before the apply: nobody can do anything about it. */
const NOT_YET = 'Check block assertion known after apply';
/**
 * One problem for each error whose place is known, and for each warning: in the template, the source file or the local
 * module that Terraform read. A module that cannot be installed is a problem of the configuration line that moved its
 * pin. Only files that exist are places: a program may print anything in the form of one.
 *
 * @param stage what printed them
 */
function terraformProblems({ rendering, snapshot }, reasons, diagnostics, stage) {
    return diagnostics.flatMap((each) => {
        const place = each.file === undefined ? undefined : sourcePlace(rendering, snapshot, each.file, each.line);
        if (each.severity === 'warning') {
            if (each.summary === NOT_YET)
                return [];
            return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('terraform', words(each), { place: place ?? { file: rendering.leaf.path } })];
        }
        const hint = submoduleHint(snapshot, each.summary);
        if (hint !== undefined) {
            return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('terraform', words(each), { place: place ?? { file: rendering.leaf.path }, hint })];
        }
        if (place === undefined)
            return [];
        const pinned = stage === 'init' ? movedPin(rendering, reasons, place) : undefined;
        if (pinned === undefined)
            return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('terraform', words(each), { place })];
        return [
            (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('terraform', words(each), { place: pinned, hint: `The value is inserted at ${(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(place)}.` }),
        ];
    });
}
/**
 * What to do about a module whose folder is not there, in a repository that has submodules.
 *
 * @param text of an error
 */
function submoduleHint(snapshot, text) {
    const isMissing = text.includes('Unreadable module directory') && snapshot.file('.gitmodules') !== undefined;
    return isMissing
        ? 'This repository has submodules: set "submodules: true" at actions/checkout, or run "git submodule update --init".'
        : undefined;
}
/** `Argument is deprecated (120 times)`, with the detail below. */
function words({ summary, detail, similar }) {
    const times = similar === undefined ? '' : ` (${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(similar + 1)} times)`;
    return [`${summary}${times}`, detail].filter((part) => part !== '').join('\n');
}
/**
 * The place in the repository that a program means, if there is such a file.
 *
 * @param file as the program names it, from the runtime directory
 */
function sourcePlace(rendering, snapshot, file, line) {
    const own = rendering.files.find(({ name }) => name === file);
    // Pins have no line breaks, so a template's lines are those of its rendering.
    if (own !== undefined)
        return own.content.kind === 'generated' ? undefined : { file: own.content.file.path, line };
    const module = /^\.terraform\/modules\/([^./]+)/u.exec(file)?.[1];
    if (module !== undefined)
        return rendering.blocks.find(({ address }) => address === `module.${module}`)?.template;
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(rendering.source, file);
    const isKnown = !file.startsWith('/') && snapshot.files().some((each) => each.path === path);
    return isKnown ? { file: path, line } : undefined;
}
/** The configuration line behind the pin of the block at a place, if this change moved it. */
function movedPin({ blocks }, reasons, place) {
    const block = blocks.find((each) => covers(each, place));
    if (block === undefined)
        return undefined;
    const keys = reasons.flatMap((reason) => reason.kind === 'pin' && reason.address.startsWith(`${block.address}.`) ? reason.keys : []);
    return keys.find(({ before, after }) => before !== after && after !== undefined)?.origin;
}
function covers({ template, text }, { file, line = 0 }) {
    return file === template.file && line >= template.line && line < template.line + text.split('\n').length;
}


/***/ }),

/***/ 73398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ unreadBackend)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _terraform_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90015);
/** A backend in a file that the program which runs does not read: its state would be lost. Pure. */


/** Why the program must not run for a leaf; undefined if it may. */
function unreadBackend({ onlyForOpenTofu }, { program }) {
    if (onlyForOpenTofu === undefined || _terraform_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .PROGRAMS */ .i[program].readsTofuFiles)
        return undefined;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('state', `${program} does not read the only file that configures a backend, so the state would be lost.`, {
        place: { file: onlyForOpenTofu },
        hint: 'Set "tool: tofu" to run OpenTofu, or configure the backend in a ".tf" file or below the configuration\'s "terraform" key.',
    });
}


/***/ }),

/***/ 62304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ox: () => (/* binding */ inOrderOfReads),
  Su: () => (/* binding */ isAround),
  K2: () => (/* binding */ sequence)
});

// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
;// CONCATENATED MODULE: ./src/project/order.ts
/** The order in which leaves run. */

/**
 * Sorts parent places before child places; within a place, compositions in the given order, then unlisted ones by name.
 *
 * @param compositionOrder `compositions.order.terraform`
 */
function inOrder(items, compositionOrder) {
    const rank = new Map(compositionOrder.map((composition, index) => [composition, index]));
    const rankOf = (leaf) => rank.get(leaf.composition) ?? compositionOrder.length;
    return [...items].sort((a, b) => comparePlaces(a.leaf.place, b.leaf.place) ||
        rankOf(a.leaf) - rankOf(b.leaf) ||
        (0,snapshot/* compareBytes */.Xo)(a.leaf.composition, b.leaf.composition) ||
        (0,snapshot/* compareBytes */.Xo)(a.leaf.path, b.leaf.path));
}
/** Compares folder by folder, so that a parent precedes its children regardless of the characters in their names. */
function comparePlaces(a, b) {
    const as = a.split('/');
    const bs = b.split('/');
    for (let index = 0; index < Math.min(as.length, bs.length); index += 1) {
        const order = (0,snapshot/* compareBytes */.Xo)(as[index] ?? '', bs[index] ?? '');
        if (order !== 0)
            return order;
    }
    return as.length - bs.length;
}

;// CONCATENATED MODULE: ./src/gate/sequence.ts

/**
 * The items in the order in which they may start: after what they read, then parent places before child places and
 * compositions in their order. A leaf waits for what it reads; for those that precede it in its place; and for the places
 * above. What a leaf depends on is known if it reads something: then it is independent of the others, and waits, of its
 * place, only for compositions that the setting lists before its own. Of one that reads nothing, the order is all that
 * is known. The rest may run concurrently. What contradicts the order of reads is dropped; so are cycles.
 *
 * @param compositionOrder the setting `compositions.order`
 * @param reversed for destroying: readers before what they read, children before parents
 */
function sequence(items, compositionOrder, reads, reversed = false) {
    const natural = inOrder(items, compositionOrder);
    if (reversed)
        natural.reverse();
    const listed = new Set(compositionOrder);
    const readsOf = (item) => reads.of.get(item.leaf.path) ?? NONE;
    const isRead = (upper, lower) => readsOf(lower).has(upper.leaf.path);
    const ordered = afterReads(natural, readsOf, reversed);
    return ordered.map((item, index) => {
        const before = ordered.slice(0, index).flatMap((other) => {
            const [upper, lower] = reversed ? [item, other] : [other, item];
            if (isRead(upper, lower))
                return [{ other, isNeeded: true }];
            if (!isAtOrBelow(lower.leaf, upper.leaf))
                return [];
            const isKnown = readsOf(lower).size > 0 && !reads.unknown.has(lower.leaf.path);
            const areListed = [upper, lower].every(({ leaf }) => listed.has(leaf.composition));
            const isFree = isKnown && upper.leaf.place === lower.leaf.place && !areListed;
            return isFree ? [] : [{ other, isNeeded: !isKnown }];
        });
        return {
            item,
            after: before.map(({ other }) => other),
            needs: before.filter(({ isNeeded }) => isNeeded).map(({ other }) => other),
        };
    });
}
const NONE = new Set();
/**
 * The items in the order in which they are applied: after what they read, then parent places before child places and
 * compositions in their order.
 *
 * @param reversed for destroying
 */
function inOrderOfReads(items, compositionOrder, reads, reversed = false) {
    const natural = inOrder(items, compositionOrder);
    if (reversed)
        natural.reverse();
    return afterReads(natural, ({ leaf }) => reads.of.get(leaf.path) ?? NONE, reversed);
}
/** The first of those that nothing left must precede is next; in a round of leaves, the first of all. */
function afterReads(natural, readsOf, reversed) {
    const byPath = new Map();
    for (const each of natural)
        byPath.set(each.leaf.path, [...(byPath.get(each.leaf.path) ?? []), each]);
    const followers = new Map(natural.map((each) => [each, []]));
    const open = new Map(natural.map((each) => [each, 0]));
    for (const lower of natural) {
        for (const upper of [...readsOf(lower)].flatMap((path) => byPath.get(path) ?? [])) {
            const [first, second] = reversed ? [lower, upper] : [upper, lower];
            if (first === second)
                continue;
            followers.get(first)?.push(second);
            open.set(second, (open.get(second) ?? 0) + 1);
        }
    }
    const rank = new Map(natural.map((each, index) => [each, index]));
    const byRank = (a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
    const ordered = [];
    const ready = natural.filter((each) => open.get(each) === 0);
    while (open.size > 0) {
        const [next] = ready.length > 0 ? ready.splice(0, 1) : open.keys();
        if (next === undefined)
            break;
        open.delete(next);
        ordered.push(next);
        for (const follower of followers.get(next) ?? []) {
            const left = open.get(follower);
            if (left === undefined)
                continue;
            open.set(follower, left - 1);
            if (left > 1)
                continue;
            const index = ready.findIndex((each) => byRank(follower, each) < 0);
            ready.splice(index < 0 ? ready.length : index, 0, follower);
        }
    }
    return ordered;
}
/** Whether one leaf's place is the same as the other's, or above it. */
function isAround(a, b) {
    return isAtOrBelow(a, b) || isAtOrBelow(b, a);
}
function isAtOrBelow(leaf, other) {
    return leaf.place === other.place || leaf.place.startsWith(`${other.place}/`);
}


/***/ }),

/***/ 47654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YV: () => (/* binding */ neighboursOf),
/* harmony export */   he: () => (/* binding */ snapshotDigest),
/* harmony export */   tP: () => (/* binding */ renderingDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1650);
/* harmony import */ var _use_used_configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41728);
/** A digest of everything that a leaf gives Terraform: equal digests mean equal files with equal neighbors. */





/**
 * 128 bits in hex over the names, modes and bytes of a rendering, and of what it reaches outside its source folder. Only
 * the configuration that the sources read is included: every leaf gets all of it, and another leaf's key must not
 * invalidate a review. It depends on no commit, local path or time, so the same files give the same digest at every
 * commit.
 *
 * @param everything whether to include configuration that the sources do not read
 */
async function renderingDigest({ rendering, reach, use, snapshot, sealedFiles }, everything = false) {
    const neighbours = [...neighboursOf(rendering, reach), ...testsRead(rendering, reach)];
    await snapshot.load([...filesRead(rendering).flatMap(copied), ...neighbours]);
    const own = filesRead(rendering).map(({ name, executable, content }) => {
        if (content.kind === 'copy')
            return line(name, executable, snapshot.read(content.file));
        const isPartly = name === _terraform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .VARIABLES_FILE */ .bV && content.kind === 'generated' && !everything;
        const text = isPartly ? (0,_use_used_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .usedConfiguration */ .G)(rendering.variables, use) : content.text;
        return line(name, executable, Buffer.from(text));
    });
    const others = neighbours.map((file) => line(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(`/${rendering.source}`, `/${file.path}`), file.executable, snapshot.read(file)));
    const sealed = sealedFiles.map(({ path, key, digest }) => `${digest} ${JSON.stringify([path, key])}`);
    const all = [...new Set([...own, ...others, ...sealed])].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(all.join('\n')).digest('hex').slice(0, 32);
}
/** Without tests, which no plan reads. */
function filesRead({ files }) {
    return files.filter(({ name }) => !(0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isTestFile */ .hl)(name));
}
/** The composition's own tests that something names as files. */
function testsRead({ source }, { files }) {
    return files.filter(({ path }) => path.startsWith(`${source}/`) && (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isTestFile */ .hl)(path));
}
/** The files that a rendering reaches outside of its source folder, each once. */
function neighboursOf({ source }, reach) {
    const files = new Map();
    for (const file of [...reach.modules.flatMap((module) => module.files), ...reach.files]) {
        if (!file.path.startsWith(`${source}/`))
            files.set(file.path, file);
    }
    return [...files.values()];
}
/** A digest of all files of a snapshot, for code that may read any of them. */
function snapshotDigest(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const { path, id, executable } of files)
        hash.update(`${id} ${executable ? 'x' : '-'} ${JSON.stringify(path)}\n`);
    return hash.digest('hex');
}
function copied({ content }) {
    return content.kind === 'copy' ? [content.file] : [];
}
/** Quotes a name, so that a line break in it cannot be mistaken for the next entry. */
function line(name, executable, content) {
    return `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex')} ${executable ? 'x' : '-'} ${JSON.stringify(name)}`;
}


/***/ }),

/***/ 80068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ providerRequirements)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20441);
/* harmony import */ var _static_pins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64653);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1650);
/** Which leaves certainly need the same providers. Pure. */





/**
 * A digest of all code that may say so: equal for leaves whose Terraform files, and those of the local modules that they
 * reach, are the same, up to values of the configuration that decide nothing. Remote modules are named by the code, and
 * by pins.
 *
 * @param isOpen whether any value of the configuration may decide
 */
function providerRequirements({ rendering, reach }, isOpen) {
    const { source, files, provider, pins, variables } = rendering;
    const generated = (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlain */ .Ul)(provider);
    const named = {
        providers: Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(generated, 'provider')))
            .map(([name, written]) => [name, versionsIn(written)])
            .sort(),
        required: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(generated, 'terraform'), 'required_providers') ?? null,
    };
    const code = files.filter(({ name }) => (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isTerraformFile */ .L5)(name)).map(({ name, content }) => [name, idOf(content)]);
    // A template's code is the same for all leaves up to its pins. Where a state lies decides about no provider.
    const pinned = pins.flatMap(({ address, written, value }) => (0,_static_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .decidesProviders */ .Iv)(address) || (written === 'placeholder' && !placesState(address)) ? [[address, value]] : []);
    const modules = reach.modules.map(({ folder, files: own }) => [
        folder,
        ...own.flatMap(({ path, id }) => ((0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isTerraformFile */ .L5)(path) ? [path, id] : [])),
    ]);
    const values = isOpen ? (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toCompactJson */ .ZJ)(variables) : '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify([source, named, code, pinned, modules, values]));
}
function placesState(address) {
    return /^terraform\.(?:backend|cloud)\./u.test(address);
}
/** Of a provider's block, or of several: the deprecated place of a constraint, which still counts. */
function versionsIn(written) {
    return [written, ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(written)].flatMap((block) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(block, 'version') ?? []);
}
function idOf(content) {
    switch (content.kind) {
        case 'copy':
        case 'template':
            return content.file.id;
        case 'generated':
            return '';
    }
}


/***/ }),

/***/ 84556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ openBeside),
/* harmony export */   p: () => (/* binding */ besideRoot)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _refuse_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2346);
/**
 * `.kompos-runtime/beside/<process>`: what a run does not share with others that run beside it: the modules that it has
 * fetched for its leaves, and the runtime directories of a run that only reads, while another one works on the same leaves.
 */




const FOLDER = 'beside';
/** Absolute path of this process's folder, which need not exist. */
function besideRoot(runtimeRoot) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, FOLDER, String(process.pid));
}
/**
 * Makes sure that this process may use its folder, and removes what runs that were killed have left.
 *
 * @throws ProblemError if something else stands there
 */
function openBeside(runtimeRoot) {
    (0,_refuse_links_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseLinks */ .U)(runtimeRoot, `${FOLDER}/${process.pid}`);
    for (const name of namesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, FOLDER))) {
        if (!isRunning(name))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runtimeRoot, FOLDER, name), { recursive: true, force: true });
    }
    return besideRoot(runtimeRoot);
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT'))
            return [];
        throw error;
    }
}
function isRunning(name) {
    const pid = Number(name);
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return true;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return (0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'EPERM');
    }
}


/***/ }),

/***/ 85613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KY: () => (/* binding */ hasMovableModules),
/* harmony export */   Kz: () => (/* binding */ forgetInit),
/* harmony export */   Ui: () => (/* binding */ KEPT_FOLDER),
/* harmony export */   fh: () => (/* binding */ takeUpInit),
/* harmony export */   zu: () => (/* binding */ noteInit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/**
 * What `terraform init` left in a leaf's runtime directory, kept between commands: providers, modules and the backend's
 * settings in `.terraform`, and the dependency lock file. It counts for exactly what `init` has read.
 */



/** Terraform's working data. */
const KEPT_FOLDER = '.terraform';
const NOTE = 'kompos.json';
const LOCK_FILE = '.terraform.lock.hcl';
/** What needs no new `init` when something that it reads has changed: it checks providers, and a workspace is a choice. */
const ALWAYS_KEPT = new Set(['providers', 'environment']);
/**
 * Takes up what an earlier `init` left.
 *
 * @param key of everything that `init` reads now
 * @param isComplete whether nothing of it is missing by now
 * @returns whether it counts, so that no `init` is needed
 */
function takeUpInit(directory, key, isComplete) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, KEPT_FOLDER);
    const note = readNote(folder);
    // Nobody else can have made it: a committed or copied folder is another one.
    if (note === undefined || note.folder !== identityOf(folder)) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
        return false;
    }
    if (note.key !== key)
        return false;
    if (note.lock !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, LOCK_FILE), note.lock);
    return isComplete();
}
/** Removes what the next `init` must find out again. */
function forgetInit(directory) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, KEPT_FOLDER);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return;
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) {
        if (!ALWAYS_KEPT.has(name))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { recursive: true, force: true });
    }
}
/** Notes for what an `init` counts that has just succeeded. */
function noteInit(directory, key) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, KEPT_FOLDER);
    const lockFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, LOCK_FILE);
    // Without anything to install or to configure, there is none.
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return;
    const lock = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(lockFile) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(lockFile, 'utf8') : undefined;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, NOTE), JSON.stringify({ key, lock, folder: identityOf(folder) }), { mode: 0o600 });
}
/**
 * Whether a remote module may have changed where it comes from: its source names a branch, or nothing. Source of the
 * format: `.terraform/modules/modules.json`, the same in all versions.
 */
function hasMovableModules(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, KEPT_FOLDER, 'modules', 'modules.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return false;
    const listed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')), 'Modules');
    return Object.values((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(listed)).some((each) => mayMove((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(each, 'Source') ?? ''));
}
/** Versions have a digit in them, and so have commits; archives and registries have no refs. */
function mayMove(source) {
    if (!/^git::|^git@|^(?:github\.com|bitbucket\.org)\/|\.git(?:$|[/?])/u.test(source))
        return false;
    const ref = /[?&]ref=([^&]*)/u.exec(source)?.[1] ?? '';
    return !/\d/u.test(ref) || /^(?:refs\/heads|feature|feat|fix|bugfix|hotfix)\//iu.test(ref);
}
function readNote(folder) {
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder).isDirectory() || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, NOTE)).isFile())
            return undefined;
        const note = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, NOTE), 'utf8'));
        const [key, identity] = [(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(note, 'key'), (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(note, 'folder')];
        return key === undefined || identity === undefined
            ? undefined
            : { key, lock: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(note, 'lock'), folder: identity };
    }
    catch {
        return undefined;
    }
}
function identityOf(folder) {
    const { dev, ino, birthtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder);
    return [dev, ino, birthtimeMs].join('-');
}


/***/ }),

/***/ 17385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ tryLocks),
/* harmony export */   ln: () => (/* binding */ isLocked),
/* harmony export */   m5: () => (/* binding */ takeLocks),
/* harmony export */   nH: () => (/* binding */ waitForLocks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94330);
/* harmony import */ var _refuse_links_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2346);
/** `.kompos-runtime/locks/<leaf>.lock` lets one run at a time work on a leaf. */









const FOLDER = 'locks';
/** Milliseconds between two attempts. */
const EVERY = 500;
/**
 * Takes the locks of all leaves, or of none, and reports the holder of the first that is held. The lock of a process that
 * no longer exists does not count.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param leaves their paths
 * @throws ProblemError if another run works on one of them, or `.kompos-runtime` is not a folder
 */
function takeLocks(runtimeRoot, leaves, request) {
    const taken = [];
    const release = once(() => {
        for (const path of taken)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    });
    try {
        // In the same order everywhere: two runs that wait never wait for each other.
        for (const leaf of [...new Set(leaves)].sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo))
            taken.push(takeLock(runtimeRoot, leaf, request));
        return { release };
    }
    catch (error) {
        release();
        throw error;
    }
}
/**
 * The same, but waits until the leaves are free.
 *
 * @param onWait called once, with who holds the first
 */
async function waitForLocks(runtimeRoot, leaves, request, onWait) {
    for (let isFirst = true;; isFirst = false) {
        try {
            return takeLocks(runtimeRoot, leaves, request);
        }
        catch (error) {
            if (!(error instanceof LockHeldError))
                throw error;
            if (isFirst)
                onWait(error.who);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(EVERY);
    }
}
/** The locks of these leaves, or undefined if another run works on one of them. */
function tryLocks(runtimeRoot, leaves, request) {
    try {
        return takeLocks(runtimeRoot, leaves, request);
    }
    catch (error) {
        if (error instanceof LockHeldError)
            return undefined;
        throw error;
    }
}
/** Whether a run works on a leaf at the moment. */
function isLocked(runtimeRoot, leaf) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtimeRoot, FOLDER, `${leaf}.lock`);
    const holder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? read(path) : undefined;
    return holder !== undefined && isAlive(holder);
}
class LockHeldError extends _base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .ProblemError */ .Mm {
    /** The run that holds it. */
    who;
    constructor(path, leaf, holder) {
        const who = holder === undefined
            ? 'Another kompos run'
            : `Another kompos run (process ${holder.pid} on ${holder.host}, since ${holder.since}: ${holder.command})`;
        super((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .problemError */ .gS)('lock', `${who} is working on ${leaf}.`, {
            hint: `Wait for it to end; "kompos … terraform --wait" does. If you are sure that it has ended, remove ${path}.`,
        }).problems);
        this.who = `${who} is working on ${leaf}.`;
    }
}
/** @returns the lock's path */
function takeLock(runtimeRoot, leaf, { command, now }) {
    (0,_refuse_links_js__WEBPACK_IMPORTED_MODULE_8__/* .refuseLinks */ .U)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(runtimeRoot), `${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(runtimeRoot)}/${FOLDER}/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(leaf)}`);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtimeRoot, FOLDER, `${leaf}.lock`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    const holder = { pid: process.pid, host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), since: now.toISOString(), command };
    // Twice: again after a stale lock was moved away.
    for (let attempt = 0; attempt < 2; attempt += 1) {
        if (create(path, holder))
            return path;
        const other = read(path);
        if (other !== undefined && isAlive(other))
            throw new LockHeldError(path, leaf, other);
        moveAway(path);
    }
    throw new LockHeldError(path, leaf, read(path));
}
/** A link appears with its content or not at all, so no other run can read a half-written lock. */
function create(path, holder) {
    const own = `${path}.${process.pid}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(own, { force: true });
    // Never through an existing link.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(own, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(own, path);
        return true;
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .up)(error, 'EEXIST'))
            return false;
        throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(own, { force: true });
    }
}
/** Removes a stale lock. Another run may have replaced it with its own in the meantime: that one is restored. */
function moveAway(path) {
    const aside = `${path}.stale.${process.pid}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, aside);
    }
    catch (error) {
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .up)(error, 'ENOENT'))
            return;
        throw error;
    }
    const moved = read(aside);
    try {
        if (moved !== undefined && isAlive(moved))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(aside, path);
    }
    finally {
        // Whatever was there instead of a lock.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(aside, { recursive: true, force: true });
    }
}
function read(path) {
    try {
        // A link may lead to an endless file.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isFile())
            return undefined;
        return readHolder(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch {
        // Gone by now, or not ours.
        return undefined;
    }
}
function readHolder(value) {
    const pid = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(value, 'pid');
    const [host, since, command] = ['host', 'since', 'command'].map((name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(value, name));
    if (typeof pid !== 'number' || host === undefined || since === undefined || command === undefined)
        return undefined;
    return { pid, host, since, command };
}
/** A process on another host cannot be checked, so its lock counts. */
function isAlive(holder) {
    if (holder.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)())
        return true;
    try {
        process.kill(holder.pid, 0);
        return true;
    }
    catch (error) {
        return (0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .up)(error, 'EPERM');
    }
}
function once(action) {
    let done = false;
    return () => {
        if (done)
            return;
        done = true;
        action();
    };
}


/***/ }),

/***/ 80166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DL: () => (/* binding */ forgetSecrets),
  _f: () => (/* binding */ linkRuntimeDirectory),
  DA: () => (/* binding */ removeLeftovers),
  gy: () => (/* binding */ removeRuntimeDirectory),
  FB: () => (/* binding */ runtimeDirectoryOf),
  _q: () => (/* binding */ writeDefaultOfVariable),
  c$: () => (/* binding */ writeEarlyVariables),
  nI: () => (/* binding */ writeRuntimeDirectory),
  r6: () => (/* binding */ writeRuntimeDirectoryApart)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/rendering/secret-places.ts
var secret_places = __webpack_require__(99551);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/runtime/git-lfs.ts
/** Files of which git has only a pointer or a ciphertext: Terraform must get the real content, or nothing. */





/** Source: git-lfs, docs/spec.md. */
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:([0-9a-f]{64})\n/u;
/** Source: git-crypt, `commands.cpp`. */
const ENCRYPTED = Buffer.from('\0GITCRYPT\0', 'latin1');
/** Longer files are not pointers. */
const MAX_POINTER = 1024;
/**
 * The real content of a committed file. That of Git LFS comes from the checked-out file, and only if it is exactly what
 * the commit names.
 *
 * @param path from the repository root
 * @param tree absolute path of a folder on disk that has the commit's files
 * @throws ProblemError if the content is not available
 */
function realContent(path, committed, tree) {
    if (committed.subarray(0, ENCRYPTED.length).equals(ENCRYPTED)) {
        throw notHere(path, 'is encrypted by git-crypt', 'Keep what compositions read out of git-crypt.');
    }
    if (committed.length > MAX_POINTER)
        return committed;
    const wanted = POINTER.exec(committed.toString('utf8'))?.[1];
    if (wanted === undefined)
        return committed;
    const hint = 'Fetch it before this step: "lfs: true" at actions/checkout, or git lfs pull.';
    let found;
    try {
        found = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(tree, path));
    }
    catch (error) {
        throw notHere(path, `is kept in Git LFS, and cannot be read here (${(0,node_errors/* messageOf */.bD)(error)})`, hint);
    }
    if ((0,external_node_crypto_.createHash)('sha256').update(found).digest('hex') === wanted)
        return found;
    throw notHere(path, 'is kept in Git LFS, and what the commit names is not checked out', hint);
}
function notHere(file, why, hint) {
    return (0,problems/* problemError */.gS)('files', `The file ${why}.`, { place: { file }, hint });
}

// EXTERNAL MODULE: ./src/runtime/kept-init.ts
var kept_init = __webpack_require__(85613);
// EXTERNAL MODULE: ./src/runtime/refuse-links.ts
var refuse_links = __webpack_require__(2346);
// EXTERNAL MODULE: ./src/runtime/run-lock.ts
var run_lock = __webpack_require__(17385);
;// CONCATENATED MODULE: ./src/runtime/runtime-directory.ts
/** Renderings on disk. */












/** Never linked as neighbors: they are not sources, and the runtime folder would contain itself. */
const NO_NEIGHBORS = new Set(['.git', runtime_folder/* RUNTIME_FOLDER */.M]);
/**
 * Writes a rendering to `<runtimeRoot>/leaves/<leaf>/<source folder>`. At every level above the runtime directory the
 * neighbors of the source folder are linked, so that relative paths work as in the source folder, however many leaves of
 * one composition are on disk. What an earlier run left for this leaf is removed first.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param tree absolute path of a folder on disk that has the snapshot's files
 * @param keepsInit whether what an earlier `init` left stays: see `kept-init.ts`
 * @returns absolute path of the runtime directory
 */
async function writeRuntimeDirectory(rendering, snapshot, runtimeRoot, tree, keepsInit = false) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot, keepsInit);
    linkNeighbors(leafRoot, rendering.source, tree);
    await writeFiles(rendering, snapshot, directory, (path, committed) => realContent(path, committed, tree));
    return directory;
}
/**
 * The same for a snapshot that is not on disk, such as the base of a removed leaf: its neighbors are written as they are
 * in the snapshot, regardless of the working tree.
 *
 * @param neighbors the files outside of the source folder that the rendering refers to
 */
async function writeRuntimeDirectoryApart(rendering, snapshot, runtimeRoot, neighbors) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot, false);
    await snapshot.load(neighbors);
    for (const file of neighbors) {
        // Its content at that commit is in another repository; Terraform reports that it is missing.
        if (file.isSubmodule === true)
            continue;
        writeFile((0,external_node_path_.join)(leafRoot, file.path), snapshot.read(file), modeOf(file.executable));
    }
    await writeFiles(rendering, snapshot, directory, (_, committed) => committed);
    return directory;
}
/**
 * Writes the configuration once more, where every command of Terraform finds it: `init` takes no `-var-file` in most
 * versions, and many commands take none in any.
 */
function writeEarlyVariables({ files }, directory) {
    const content = files.find(({ name }) => name === terraform_files/* VARIABLES_FILE */.bV)?.content;
    if (content?.kind !== 'generated')
        throw new Error(`the rendering has no ${terraform_files/* VARIABLES_FILE */.bV}`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, terraform_files/* EARLY_VARIABLES_FILE */.zb), content.text, { mode: 0o600, flag: 'wx' });
}
/**
 * Gives the variable a default, for a command that looks at the configuration, but not at variables.
 *
 * @returns what removes it again
 */
function writeDefaultOfVariable({ variables }, directory) {
    const path = (0,external_node_path_.join)(directory, terraform_files/* DEFAULT_FILE */.j9);
    const text = `{"variable":{"config":{"default":${(0,json/* toJson */.aB)(variables)}}}}\n`;
    (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: 'wx' });
    return () => {
        (0,external_node_fs_.rmSync)(path, { force: true });
    };
}
function makeDirectory(rendering, runtimeRoot, keepsInit) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, `leaves/${rendering.leaf.path}`);
    const leafRoot = (0,external_node_path_.join)(runtimeRoot, 'leaves', rendering.leaf.path);
    if (keepsInit)
        clear(leafRoot, [...rendering.source.split('/'), kept_init/* KEPT_FOLDER */.Ui]);
    else
        (0,external_node_fs_.rmSync)(leafRoot, { recursive: true, force: true });
    const directory = runtimeDirectoryOf(rendering, runtimeRoot);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    // Terraform's plan file, which contains secrets in clear, is world-readable until it is complete.
    (0,external_node_fs_.chmodSync)(leafRoot, 0o700);
    return { leafRoot, directory };
}
/** Removes everything but the folder at the end of a way of folders; a link is removed, and not followed. */
function clear(folder, [kept, ...way]) {
    if (!isFolder(folder)) {
        (0,external_node_fs_.rmSync)(folder, { force: true });
        return;
    }
    for (const name of (0,external_node_fs_.readdirSync)(folder)) {
        const path = (0,external_node_path_.join)(folder, name);
        if (name !== kept || !isFolder(path))
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        else if (way.length > 0)
            clear(path, way);
    }
}
function isFolder(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/** @param real the real content of a committed file, by its path */
async function writeFiles(rendering, snapshot, directory, real) {
    await snapshot.load(rendering.files.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])));
    const isSecret = (0,secret_places/* secretsOf */.Fj)(rendering).length > 0;
    for (const { name, executable, content } of rendering.files) {
        const path = (0,external_node_path_.join)(directory, name);
        if (content.kind === 'copy')
            writeFile(path, real(content.file.path, snapshot.read(content.file)), modeOf(executable));
        else
            writeFile(path, content.text, isSecret ? SECRET_MODE : modeOf(executable));
    }
}
/** Absolute path of a rendering's runtime directory, which need not exist. */
function runtimeDirectoryOf({ leaf, source }, runtimeRoot) {
    return (0,external_node_path_.join)(runtimeRoot, 'leaves', leaf.path, source);
}
/**
 * Puts stand-ins for the secrets into the files of a runtime directory that stays, and removes where Terraform keeps
 * copies of them.
 *
 * @param standIns the same rendering without the values of its secrets
 */
function forgetSecrets(standIns, directory) {
    for (const { name, content } of standIns.files) {
        if (content.kind !== 'copy')
            writeFile((0,external_node_path_.join)(directory, name), content.text, SECRET_MODE);
    }
    for (const name of [terraform_files/* EARLY_VARIABLES_FILE */.zb, BACKEND_COPY])
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, name), { force: true });
}
/** Where Terraform keeps the settings of a backend, also secret ones. */
const BACKEND_COPY = '.terraform/terraform.tfstate';
/** Of files with secrets. */
const SECRET_MODE = 0o600;
function modeOf(executable) {
    return executable ? 0o755 : 0o644;
}
function writeFile(path, bytes, mode) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, bytes, { mode });
}
function linkNeighbors(leafRoot, source, tree) {
    const parts = source.split('/');
    for (const [depth, own] of parts.entries()) {
        const above = parts.slice(0, depth).join('/');
        const level = (0,external_node_path_.join)(leafRoot, above);
        for (const name of namesIn(tree, above)) {
            if (name === own || NO_NEIGHBORS.has(name))
                continue;
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.relative)(level, (0,external_node_path_.join)(tree, above, name)), (0,external_node_path_.join)(level, name));
        }
    }
}
function namesIn(tree, folder) {
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(tree, folder));
    }
    catch (error) {
        if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR'))
            throw error;
        throw (0,problems/* problemError */.gS)('files', `The folder "${folder}" is not in the working tree.`, {
            hint: 'The files beside a composition are read from there: check out the whole repository, without sparse-checkout.',
        });
    }
}
/**
 * Shows a runtime directory at `.kompos-runtime/terraform/<cloud>/<composition>`, where people look for it.
 *
 * @param shown path below `.kompos-runtime`
 */
function linkRuntimeDirectory(runtimeRoot, shown, directory) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, external_node_path_.posix.dirname(shown));
    const link = (0,external_node_path_.join)(runtimeRoot, shown);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(link), { recursive: true });
    if (isFolder(link))
        (0,external_node_fs_.rmSync)(link, { recursive: true, force: true });
    // Another run may show its leaf of the same composition at the same time: the last one wins.
    const own = `${link}.${process.pid}`;
    (0,external_node_fs_.rmSync)(own, { force: true });
    (0,external_node_fs_.symlinkSync)((0,external_node_path_.relative)((0,external_node_path_.dirname)(link), directory), own);
    (0,external_node_fs_.renameSync)(own, link);
}
/** Removes a runtime directory with its working data. */
function removeRuntimeDirectory(runtimeRoot, leafPath) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, `leaves/${leafPath}`);
    const path = (0,external_node_path_.join)(runtimeRoot, 'leaves', leafPath);
    if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        return;
    // A process left behind by a provider may still be writing.
    (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Removes files of a name, and those with secrets in clear, from the runtime directories of all leaves that no other run
 * works on: a run that was killed could not.
 */
function removeLeftovers(runtimeRoot, name) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, 'leaves');
    const leaves = (0,external_node_path_.join)(runtimeRoot, 'leaves');
    if ((0,external_node_fs_.existsSync)(leaves)) {
        removeBelow(leaves, new Set([name, terraform_files/* EARLY_VARIABLES_FILE */.zb]), (path) => (0,run_lock/* isLocked */.ln)(runtimeRoot, path));
    }
}
/** Links among the entries lead to sources and are not followed; Node 20's recursive listing follows them. */
function removeBelow(folder, names, isInUse, way = '') {
    const entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    const hasSecrets = entries.some((entry) => entry.isFile() && isOurSecret((0,external_node_path_.join)(folder, entry.name), entry.name));
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        const below = external_node_path_.posix.join(way, entry.name);
        if (entry.isDirectory()) {
            if (isInUse(below))
                continue;
            if (hasSecrets && entry.name === (0,external_node_path_.dirname)(BACKEND_COPY))
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, BACKEND_COPY), { force: true });
            removeBelow(path, names, isInUse, below);
        }
        else if (entry.isFile() && (names.has(entry.name) || isOurSecret(path, entry.name)))
            (0,external_node_fs_.rmSync)(path, { force: true });
    }
}
function isOurSecret(path, name) {
    const isGenerated = name === terraform_files/* VARIABLES_FILE */.bV || name === terraform_files/* PROVIDER_FILE */.tV;
    return isGenerated && ((0,external_node_fs_.lstatSync)(path).mode & 0o777) === SECRET_MODE;
}


/***/ }),

/***/ 39611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ findTerraform),
/* harmony export */   q: () => (/* binding */ askVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57789);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88381);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90015);
/* harmony import */ var _wanted_program_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85256);
/** Finds the Terraform binary on PATH and asks for its version. */







/**
 * Finds a program on PATH and asks for its version: the tool that is given, else Terraform, or OpenTofu where there is
 * none. hashicorp/setup-terraform and opentofu/setup-opentofu put a Node wrapper on PATH that alters output and exit
 * codes: the real binary beside it is preferred. So is the one that a version manager's shim would start: the shim
 * chooses again in each folder.
 *
 * @param directory absolute path of the project root: version managers choose by what lies there
 * @returns undefined where there is none
 * @throws ProblemError when it cannot say its version
 */
async function findTerraform(directory, environment, processes, tool) {
    const path = locate(environment, tool === undefined ? _wanted_program_js__WEBPACK_IMPORTED_MODULE_6__/* .TOOLS */ .It : [tool]);
    if (path === undefined)
        return undefined;
    const asked = await askVersion(path, directory, environment, processes);
    const managed = managedBinaries(path, asked, environment).find(isExecutable);
    return managed === undefined ? asked : { ...asked, path: managed };
}
/**
 * Which program a binary is, and its version.
 *
 * @throws ProblemError when it does not say so
 */
async function askVersion(path, directory, environment, processes) {
    // The JSON form does not say which of the two programs it is.
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_4__/* .runTerraform */ .Y)({ binary: { path, processes }, args: ['version'], directory, environment });
    // A shim may print lines of its own first.
    const said = new RegExp(`^(${_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .PROGRAM_NAMES */ .kV.join('|')}) v(\\S+)$`, 'mu').exec(result.stdout);
    const [, name, version] = said ?? [];
    const program = _programs_js__WEBPACK_IMPORTED_MODULE_5__/* .PROGRAM_NAMES */ .kV.find((each) => each === name);
    if (result.code !== 0 || version === undefined || program === undefined) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('terraform', versionFailure(path, result), {
            hint: 'If it is the shim of a version manager: install the version that it wants, or put the program itself first on PATH.',
        });
    }
    return { path, program, version, processes };
}
/** `"/usr/bin/terraform version" failed: No version is set` */
function versionFailure(path, { code, stdout, stderr }) {
    const words = [stderr, stdout].map((text) => text.trim()).filter((text) => text !== '');
    if (code === 0)
        return `"${path} version" printed no version: ${words.join(' ') || 'nothing at all'}`;
    const program = (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .programNamed */ .qU)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path).startsWith('tofu') ? 'tofu' : 'terraform');
    const ending = (0,_ending_js__WEBPACK_IMPORTED_MODULE_3__/* .endingInWords */ .m)(program, 'version', code, words.length > 0) ?? '';
    return `"${path} version" failed: ${[...words, ending].join(' ').trim()}`;
}
function locate(environment, tools) {
    const folders = (environment['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(Boolean);
    const candidates = tools.flatMap((name) => {
        const wrapped = environment[`${name.toUpperCase()}_CLI_PATH`];
        return [
            ...(wrapped === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(wrapped, `${name}-bin`)]),
            ...folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)),
        ];
    });
    return candidates.find(isExecutable);
}
/**
 * Where tfenv (`<root>/bin/terraform`, `<root>/versions/<version>/terraform`) and tenv (a `terraform` beside `tenv`,
 * `<TENV_ROOT>/Terraform/<version>/terraform`) keep what their shims start; none where the path is no shim.
 */
function managedBinaries(path, { program, version }, environment) {
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
    const home = environment['HOME'] ?? '';
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real));
    const isTenv = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real)].some((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'tenv')));
    const tenv = environment['TENV_ROOT'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.tenv');
    return [
        ...((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real)) === 'bin' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'libexec'))
            ? [environment['TFENV_CONFIG_DIR'] ?? root, root].map((each) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each, 'versions', version, name))
            : []),
        ...(isTenv ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tenv, program, version, name)] : []),
    ];
}
function isExecutable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 78656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ wantsDetailedExitCode),
/* harmony export */   M8: () => (/* binding */ lockArguments),
/* harmony export */   o8: () => (/* binding */ destroys),
/* harmony export */   sQ: () => (/* binding */ subcommandArguments)
/* harmony export */ });
/* harmony import */ var _rendering_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1650);
/* harmony import */ var _subcommands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59552);
/** The arguments that Terraform gets for what a person typed. Pure. */


/**
 * The subcommand with what is added to it, then the user's own arguments.
 *
 * @param takesConfiguration whether the root module declares `variable "config"`
 * @param colors whether Terraform may print colors
 */
function subcommandArguments({ words, args, takesVariables }, takesConfiguration, colors) {
    if ((0,_subcommands_js__WEBPACK_IMPORTED_MODULE_0__/* .asksForHelp */ .BO)([...words, ...args]))
        return [...words, ...args];
    // A saved plan contains its variables, and Terraform rejects others.
    const isTaken = takesConfiguration && takesVariables && !(words[0] === 'apply' && (0,_subcommands_js__WEBPACK_IMPORTED_MODULE_0__/* .operandsOf */ .ep)(args).length > 0);
    const knowsColors = words[0] !== 'fmt' && words[0] !== 'login' && words[0] !== 'logout';
    const isPlain = !colors && knowsColors && !args.some((each) => /^--?no-color$/u.test(each));
    return [...words, ...(isPlain ? ['-no-color'] : []), ...(isTaken ? [`-var-file=${_rendering_terraform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .VARIABLES_FILE */ .bV}`] : []), ...args];
}
/** Whether Terraform is asked to report changes by exit code 2. */
function wantsDetailedExitCode(args) {
    return (0,_subcommands_js__WEBPACK_IMPORTED_MODULE_0__/* .isSwitchedOn */ .JG)(args, 'detailed-exitcode');
}
/** Whether the subcommand destroys, so that the order of leaves is reversed. */
function destroys({ words, args }) {
    return words[0] === 'destroy' || (0,_subcommands_js__WEBPACK_IMPORTED_MODULE_0__/* .isSwitchedOn */ .JG)(args, 'destroy');
}
/** @param timeout Terraform's `-lock-timeout`: `5m`; undefined: takes no lock of the state */
function lockArguments(timeout) {
    return [timeout === undefined ? '-lock=false' : `-lock-timeout=${timeout}`];
}


/***/ }),

/***/ 57789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ durationInWords),
/* harmony export */   m: () => (/* binding */ endingInWords)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90015);
/** How a program ended that did not say so itself. Pure. */


/**
 * @param command a word: `plan`
 * @param code the exit code; 128 + n when signal n ended it
 * @param hasWords whether it printed something of its own
 * @returns a sentence; undefined where its own words are enough
 */
function endingInWords(program, command, code, hasWords) {
    const what = (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .commandInWords */ .qj)(program, command);
    const signal = Object.entries(node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals).find(([, number]) => number === code - 128)?.[0];
    // Shells and launchers use the same numbers for a program that a signal has ended.
    if (signal !== undefined) {
        const why = signal === 'SIGKILL' ? ' Often the machine has run out of memory: run fewer leaves at a time (parallelism).' : '';
        return `${what} was ended by ${signal} (signal ${code - 128}).${why}`;
    }
    return hasWords ? undefined : `${what} ended with exit code ${code} and printed nothing.`;
}
/** @param milliseconds `90000` → `1 min 30 s` */
function durationInWords(milliseconds) {
    const [minutes, seconds] = [Math.floor(milliseconds / 60_000), (milliseconds % 60_000) / 1_000];
    return [minutes > 0 ? `${minutes} min` : '', seconds > 0 || minutes === 0 ? `${seconds} s` : '']
        .filter((part) => part !== '')
        .join(' ');
}


/***/ }),

/***/ 87056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Ou: () => (/* binding */ providersOf),
/* harmony export */   lU: () => (/* binding */ openInitTurns),
/* harmony export */   n_: () => (/* binding */ initialize)
/* harmony export */ });
/* unused harmony export isTransient */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _mirror_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36045);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78656);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90015);
/** `terraform init` for one runtime directory: from the provider mirror if possible, and again if the network failed. */






function openInitTurns() {
    const first = new Map();
    return {
        async take(kind, run, selected) {
            const before = first.get(kind);
            if (before !== undefined)
                return run(await before);
            const own = run(undefined);
            first.set(kind, own.then(({ code }) => (code === 0 ? selected() : undefined), () => undefined));
            return own;
        },
    };
}
const LOCK_FILE = '.terraform.lock.hcl';
/** Seconds before the second and the third try. */
const PAUSES = [2, 8];
/** What the network, and servers that are down or busy, make Terraform, git and providers' registries print. */
const TRANSIENT = [
    /connection (?:refused|reset|timed out)|i\/o timeout|TLS handshake timeout|network is unreachable|operation timed out/iu,
    /no such host|server misbehaving|Temporary failure in name resolution|Could not resolve host/iu,
    /unexpected EOF|early EOF|RPC failed|context deadline exceeded|Client\.Timeout exceeded|hung up unexpectedly/iu,
    /\b429 Too Many Requests|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)/iu,
    /(?:returned error|status(?: code)?|response code|HTTP)\b\D{0,12}\b(?:429|5\d\d)\b/iu,
];
/** Whether another try may succeed. */
function isTransient({ stdout, stderr }) {
    // Terraform breaks its messages into lines.
    const text = `${stdout}\n${stderr}`.replace(/\s+/gu, ' ');
    return TRANSIENT.some((each) => each.test(text));
}
/**
 * @param run runs Terraform in the directory
 * @param pauses seconds before each further try
 */
async function initialize(directory, options, run, pauses = PAUSES) {
    let result = await initializeOnce(directory, options, run);
    for (const pause of pauses) {
        if (result.code === 0 || !isTransient(result) || options.binary.processes.interrupted())
            return result;
        options.onLine?.(`${(0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .commandInWords */ .qj)(options.binary.program, 'init')} failed, perhaps because of the network. Trying again in ${pause} seconds.`);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pause * 1_000);
        result = await initializeOnce(directory, options, run);
    }
    return result;
}
/**
 * `terraform init`, from the mirror where it has everything that is needed. Of runtime directories that need the same
 * providers, one is initialized first, so that they are downloaded and unpacked once.
 */
async function initializeOnce(directory, options, run) {
    const { mirror, platform, turns } = options;
    const lockFile = lockFileOf(directory);
    const locked = (0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .lockedProviders */ .hJ)(lockFile ?? '');
    const isComplete = (providers) => providers !== undefined && providers.length > 0 && (0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .missingInMirror */ .Pw)(mirror, providers, platform).length === 0;
    const inTurn = async (selected) => {
        // Of what a lock file lacks, the mirror may have other versions than the registry.
        const isAsSelected = (installed) => locked.length > 0 ? isPartOf(installed, locked) : isSame(installed, selected ?? []);
        const args = ['init', '-input=false', '-no-color', ...(0,_command_line_js__WEBPACK_IMPORTED_MODULE_4__/* .lockArguments */ .M8)(options.lockTimeout)];
        if (isComplete(locked) || (locked.length === 0 && isComplete(selected))) {
            const fromMirror = await run([...args, `-plugin-dir=${mirror}`]);
            if (fromMirror.code === 0 && isAsSelected(providersOf(directory)))
                return fromMirror;
            // The lock file may lack this platform's checksums; downloading solves that. Or the mirror has a version that
            // another leaf wants, and this one would not be given by itself.
            if (fromMirror.code === 0)
                forgetProviders(directory, lockFile);
        }
        const result = await run(args);
        if (result.code === 0)
            (0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .addToMirror */ .Qw)(mirror, directory, providersOf(directory), platform);
        return result;
    };
    if (turns === undefined || isComplete(locked))
        return inTurn(undefined);
    const kind = locked.length > 0 ? (0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .providerVersions */ .Nw)(locked).join() : options.requirements;
    return turns.take(kind ?? directory, inTurn, () => providersOf(directory));
}
function isSame(some, others) {
    return some.length === others.length && isPartOf(some, others);
}
function isPartOf(some, all) {
    const versions = new Set((0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .providerVersions */ .Nw)(all));
    return (0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .providerVersions */ .Nw)(some).every((each) => versions.has(each));
}
/** @param lockFile its text before `init`; undefined if there was none */
function forgetProviders(directory, lockFile) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, LOCK_FILE);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    if (lockFile !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, lockFile);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform', 'providers'), { recursive: true, force: true });
}
/** The providers in the directory's lock file; after `init`, those that the plan is made with. */
function providersOf(directory) {
    return (0,_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .lockedProviders */ .hJ)(lockFileOf(directory) ?? '');
}
/** The text of the directory's lock file; undefined if it has none. */
function lockFileOf(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, LOCK_FILE);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') : undefined;
}


/***/ }),

/***/ 77123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ NotAvailable)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);

/** A program cannot be had: no release fits, or nothing can be downloaded. Nothing that was downloaded is suspicious. */
class NotAvailable extends _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm {
}


/***/ }),

/***/ 88381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runTerraform)
/* harmony export */ });
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61204);
/** How Terraform is started. */

/**
 * A small command runs for a tenth of a second, and spends a quarter of it on collecting garbage in a heap of a few
 * megabytes. Not for a plan: one of 5,000 resources would take 460 MB of memory instead of 200. (With a `GOMEMLIMIT` of
 * 128 MB besides, one of 12,000 takes three times the CPU.) Whoever sets it for Terraform gets what they have set.
 */
const LESS_COLLECTING = { GOGC: '400' };
/**
 * Runs Terraform without a terminal and collects what it prints. What `TF_LOG` asks for comes apart from it, so that
 * standard error has nothing but diagnostics.
 */
async function runTerraform({ binary, onLine, environment: given, isSmall, ...call }) {
    const environment = isSmall === true ? { ...LESS_COLLECTING, ...given } : given;
    const logs = logsToUs(environment);
    const { log, ...output } = await binary.processes.runApart({
        ...call,
        program: binary.path,
        environment: logs ? { ...environment, TF_LOG_PATH: _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_PATH */ .TD } : environment,
        logs,
    });
    if (onLine !== undefined)
        for (const line of [output.stdout, output.stderr, log].flatMap(linesOf))
            onLine(line);
    return output;
}
function linesOf(text) {
    return text === '' ? [] : text.replace(/\n$/u, '').split('\n');
}
/** Whether a log is asked for, and would go to standard error: not to a file of the user's own. */
function logsToUs(environment) {
    const path = environment['TF_LOG_PATH'] ?? '';
    if (path !== '' && !/^\/(?:dev|proc)\//u.test(path))
        return false;
    return Object.entries(environment).some(([name, value]) => /^TF_LOG(?:_(?!PATH)|$)/u.test(name) && value !== '');
}


/***/ }),

/***/ 90015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ ableFrom),
/* harmony export */   HM: () => (/* binding */ EITHER_PROGRAM),
/* harmony export */   Jy: () => (/* binding */ programInWords),
/* harmony export */   SO: () => (/* binding */ isAbleTo),
/* harmony export */   Xi: () => (/* binding */ untested),
/* harmony export */   i: () => (/* binding */ PROGRAMS),
/* harmony export */   kV: () => (/* binding */ PROGRAM_NAMES),
/* harmony export */   mr: () => (/* binding */ refuseOld),
/* harmony export */   oQ: () => (/* binding */ programOf),
/* harmony export */   qU: () => (/* binding */ programNamed),
/* harmony export */   qj: () => (/* binding */ commandInWords)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/**
 * What differs between Terraform, OpenTofu and their versions: the only place that asks which one runs. Pure.
 *
 * A version that is newer than all that are listed is taken for the newest one.
 */


const PROGRAM_NAMES = ['Terraform', 'OpenTofu'];
const PROGRAMS = {
    Terraform: {
        tool: 'terraform',
        registry: 'registry.terraform.io',
        oldest: '1.5',
        tested: ['1.6', '1.8', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16', '1.17'],
        readsTofuFiles: false,
        since: { constVariables: '1.15', minimalRefresh: '1.17' },
    },
    OpenTofu: {
        tool: 'tofu',
        registry: 'registry.opentofu.org',
        oldest: '1.8',
        tested: ['1.12'],
        readsTofuFiles: true,
        since: { constVariables: '1.12', staticReferences: '1.8', stateShowReadsVariables: '1.8' },
    },
};
/** `Terraform 1.11.4` */
function programInWords({ program, version }) {
    return `${program} ${version}`;
}
/** For where it is not known which one. */
const EITHER_PROGRAM = 'Terraform or OpenTofu';
/** A report's program; Terraform where an older report does not say it. */
function programOf({ program = 'Terraform' }) {
    return program;
}
/** A command as a person types it: `tofu plan`. */
function commandInWords(program, command) {
    return `${PROGRAMS[program].tool} ${command}`;
}
/** The program that an executable's name stands for. */
function programNamed(tool) {
    return PROGRAM_NAMES.find((name) => PROGRAMS[name].tool === tool) ?? 'Terraform';
}
/** Whether a version can do something. A release candidate or an alpha can do what its release can. */
function isAbleTo(ability, { program, version }) {
    const since = PROGRAMS[program].since[ability];
    return since !== undefined && (0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)(numbersOf(version), numbersOf(since));
}
/** From which versions on something can be done: `Terraform 1.17`. */
function ableFrom(ability) {
    const able = PROGRAM_NAMES.flatMap((program) => {
        const since = PROGRAMS[program].since[ability];
        return since === undefined ? [] : [`${program} ${since}`];
    });
    return able.join(' or ');
}
/** @throws ProblemError for a version that is older than all that are supported */
function refuseOld(found) {
    const { oldest } = PROGRAMS[found.program];
    if (!(0,semver__WEBPACK_IMPORTED_MODULE_0__.lt)(numbersOf(found.version), numbersOf(oldest)))
        return;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('terraform', `${programInWords(found)} is not supported: it is older than ${oldest}.`, {
        hint: `Use Terraform ${PROGRAMS.Terraform.oldest} or newer, or OpenTofu ${PROGRAMS.OpenTofu.oldest} or newer.`,
    });
}
/** A sentence where Kompos was never run with a version; else undefined. */
function untested(found) {
    const { tested } = PROGRAMS[found.program];
    const [major, minor] = numbersOf(found.version).split('.');
    if (tested.includes(`${major ?? ''}.${minor ?? ''}`))
        return undefined;
    return `${programInWords(found)} was not tested with this version of Kompos: tested are ${tested.join(', ')}.`;
}
/** `1.17.0` of `1.17.0-alpha20260812` and of `1.17`. */
function numbersOf(version) {
    return (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(version)?.version ?? '0.0.0';
}


/***/ }),

/***/ 58570:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cV: () => (/* binding */ canBeRead),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/** Versions of Terraform, and what may be asked of them. Pure. */

/** Whether it is a version, a constraint or a beginning of a version. */
function canBeRead(wanted) {
    return satisfies('0.0.0', wanted) !== undefined;
}
/** The version that is asked for, where it is a single one: `v1.11.4`, `= 1.11.4`. */
function exactVersion(wanted) {
    return /^=?\s*v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/u.exec(wanted.trim())?.[1];
}
/**
 * Whether a version is what an exact version, a constraint (`~> 1.9`, `>= 1.5, < 2`), or a beginning (`v1`, `1.11`) asks
 * for. Undefined: it cannot be read. Syntax: Terraform's version constraints.
 */
function satisfies(version, wanted) {
    const parts = wanted.split(',').map((part) => part.trim());
    let fits = true;
    for (const part of parts) {
        const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?$/u.exec(part);
        const digits = match?.[2];
        const bound = digits === undefined ? null : (0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(digits);
        if (match === null || digits === undefined || bound === null)
            return undefined;
        const exact = `${bound.version}${match[3] ?? ''}`;
        if ((0,semver__WEBPACK_IMPORTED_MODULE_0__.valid)(exact) === null)
            return undefined;
        fits &&= compare(version, match[1] ?? '=', exact, digits.split('.').length, bound);
    }
    return fits;
}
const COMPARISONS = new Map([
    ['!=', semver__WEBPACK_IMPORTED_MODULE_0__.neq],
    ['>=', semver__WEBPACK_IMPORTED_MODULE_0__.gte],
    ['<=', semver__WEBPACK_IMPORTED_MODULE_0__.lte],
    ['>', semver__WEBPACK_IMPORTED_MODULE_0__.gt],
    ['<', semver__WEBPACK_IMPORTED_MODULE_0__.lt],
]);
function compare(version, operator, exact, precision, bound) {
    const comparison = COMPARISONS.get(operator);
    if (comparison !== undefined)
        return comparison(version, exact);
    if (operator === '~>') {
        const above = precision > 2 ? `${bound.major}.${bound.minor + 1}.0` : `${bound.major + 1}.0.0`;
        return (0,semver__WEBPACK_IMPORTED_MODULE_0__.gte)(version, exact) && (0,semver__WEBPACK_IMPORTED_MODULE_0__.lt)(version, above);
    }
    if (precision > 2)
        return (0,semver__WEBPACK_IMPORTED_MODULE_0__.eq)(version, exact);
    // A beginning: "1" fits 1.x.y, "1.11" fits 1.11.x.
    const [own, wanted] = [version, exact].map((each) => each.split('.').slice(0, precision).join('.'));
    return own === wanted;
}


/***/ }),

/***/ 85256:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ TOOLS),
/* harmony export */   KZ: () => (/* binding */ wantedVersion),
/* harmony export */   TS: () => (/* binding */ VERSION_FILES),
/* harmony export */   c5: () => (/* binding */ wantedTool),
/* harmony export */   k0: () => (/* binding */ LATEST)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _version_constraint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58570);
/** Which program, and which version of it, a project asks for. Pure. */


const TOOLS = ['terraform', 'tofu'];
/** The files in the project root that version managers read, too. */
const VERSION_FILES = { terraform: '.terraform-version', tofu: '.opentofu-version' };
const LATEST = 'latest';
/** The program: the one that is named, else the only one with a version file. Undefined: what is on PATH. */
function wantedTool({ tool, files }) {
    if (tool !== undefined)
        return tool;
    const [named, ...more] = TOOLS.filter((each) => files[each] !== undefined);
    return more.length === 0 ? named : undefined;
}
/**
 * The version of a program: the input counts first, then the program's version file, then the setting. Undefined where
 * none of them says anything.
 *
 * @throws ProblemError when the version that counts cannot be read
 */
function wantedVersion({ version, files, setting }, tool) {
    const file = files[tool];
    const candidates = [
        version === undefined ? undefined : { text: version, by: 'input "terraform-version"', place: undefined },
        file && { text: firstLine(file.text), by: VERSION_FILES[tool], place: { file: file.file } },
        tool === 'terraform' ? setting && { text: setting.text, by: 'terraform.version', place: setting.place } : undefined,
    ];
    const wanted = candidates.find((each) => each !== undefined);
    if (wanted !== undefined && wanted.text !== LATEST && !(0,_version_constraint_js__WEBPACK_IMPORTED_MODULE_1__/* .canBeRead */ .cV)(wanted.text)) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('terraform', `${sentence(wanted.by)} "${wanted.text}" is neither a version nor a constraint.`, {
            place: wanted.place,
            hint: 'Allowed: a version (1.11.4), a constraint (~> 1.9), a prefix (1.11), or latest.',
        });
    }
    return wanted;
}
/** Version managers skip comments. */
function firstLine(text) {
    const lines = text.split('\n').map((line) => line.replace(/#.*$/u, '').trim());
    return lines.find((line) => line !== '') ?? '';
}
function sentence(by) {
    return by.replace(/^input/u, 'Input');
}


/***/ })

};

//# sourceMappingURL=8643.index.js.map