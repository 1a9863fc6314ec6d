export const id = 355;
export const ids = [355,2117];
export const modules = {

/***/ 60355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTerraformCommand: () => (/* binding */ runTerraformCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/child-process.ts + 2 modules
var child_process = __webpack_require__(61204);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
// EXTERNAL MODULE: ./src/execution/fitting-terraform.ts + 1 modules
var fitting_terraform = __webpack_require__(63695);
// EXTERNAL MODULE: ./src/execution/unread-backend.ts
var unread_backend = __webpack_require__(73398);
// EXTERNAL MODULE: ./src/execution/local-project.ts
var local_project = __webpack_require__(2117);
// EXTERNAL MODULE: ./src/execution/program-choice.ts
var program_choice = __webpack_require__(89488);
// EXTERNAL MODULE: ./src/execution/secrets.ts + 1 modules
var secrets = __webpack_require__(98552);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/runtime/refuse-links.ts
var refuse_links = __webpack_require__(2346);
// EXTERNAL MODULE: ./src/runtime/runtime-directory.ts + 1 modules
var runtime_directory = __webpack_require__(80166);
// EXTERNAL MODULE: ./src/terraform/init.ts
var init = __webpack_require__(87056);
// EXTERNAL MODULE: ./src/terraform/subcommands.ts
var subcommands = __webpack_require__(59552);
;// CONCATENATED MODULE: ./src/terraform/user-paths.ts
/** Paths among a user's arguments: they mean the user's folder, and Terraform runs in another one. Pure. */

/** Options that name something to read. */
const READ = /^--?(?:var-file|plugin-dir|fs-mirror|config|plan|exclude-file|target-file|backend-config)$/u;
/** Options that name something to write, or to read and write. */
const WRITTEN = /^--?(?:out|state|state-out|backup|backup-out|generate-config-out|json-into|junit-xml)$/u;
/** Subcommands whose first operand is a path, and whether they write there. */
const OPERANDS = new Map([
    ['apply', false],
    ['show', false],
    ['state push', false],
    ['providers mirror', true],
]);
/**
 * Makes paths absolute. What is to be read and is not in the user's folder stays as it is: it may be a file of the
 * composition, or Terraform reports that it is missing.
 */
function withUserPaths({ words, args }, folder) {
    const operand = OPERANDS.get(words.join(' '));
    const firstOperand = operand === undefined ? -1 : args.length - (0,subcommands/* operandsOf */.ep)(args).length;
    return args.map((argument, index) => {
        if (index === firstOperand)
            return located(argument, operand === true);
        const before = args[index - 1] ?? '';
        if (index > 0 && (0,subcommands/* takesNext */.Ai)(before))
            return valueOf(before, argument);
        const split = argument.indexOf('=');
        if (!argument.startsWith('-') || split < 0)
            return argument;
        const name = argument.slice(0, split);
        return `${name}=${valueOf(name, argument.slice(split + 1))}`;
    });
    function valueOf(option, value) {
        if (WRITTEN.test(option))
            return located(value, true);
        // `-backend-config` takes a setting as well, and takes everything with a "=" for one.
        const isSetting = /^--?backend-config$/u.test(option) && (value.includes('=') || folder.resolve(value).includes('='));
        return READ.test(option) && !isSetting ? located(value, false) : value;
    }
    function located(path, isWritten) {
        // Standard input; no backup.
        if (path === '' || path === '-')
            return path;
        const absolute = folder.resolve(path);
        return isWritten || folder.exists(absolute) ? absolute : path;
    }
}

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/commands/terraform/format-sources.ts
/** `terraform fmt` of what a leaf is made from: its rendering is written again each time. */







/** Of `fmt -check`, when something is not formatted. Source: Terraform's `command/fmt.go`. */
const NOT_FORMATTED = 3;
/**
 * Formats the composition folders of these leaves, templates included.
 *
 * @returns the exit code
 * @throws ProblemError for other paths, or if a leaf cannot be rendered
 */
async function formatSources(project, leaves, args, binary, context) {
    const { path: program, processes } = binary;
    const { environment, onTerminal, directory } = context;
    const here = { directory, environment, program };
    if ((0,subcommands/* asksForHelp */.BO)(args))
        return processes.runHere({ ...here, args: ['fmt', ...args] }, onTerminal);
    const [path] = (0,subcommands/* operandsOf */.ep)(args);
    if (path !== undefined) {
        throw (0,base_problems/* problemError */.gS)('usage', `"fmt" formats the composition folders of leaves, and takes no other path: "${path}".`, {
            hint: `Run it without kompos: ${binary.program === 'OpenTofu' ? 'tofu' : 'terraform'} fmt ${path}`,
        });
    }
    let exitCode = 0;
    for (const folder of await sourceFolders(project, leaves)) {
        const absolute = (0,external_node_path_.join)(project.top, folder);
        const shown = (0,external_node_path_.relative)(directory, absolute) || '.';
        const code = await processes.runHere({ ...here, args: ['fmt', ...args, shown] }, onTerminal);
        const ofTemplates = await formatTemplates(project, folder, args, binary, context);
        exitCode = Math.max(exitCode, code, ofTemplates);
    }
    return exitCode;
}
/** The folders of the leaves' compositions, from the repository root, each once. */
async function sourceFolders({ renderer }, leaves) {
    const folders = new Set();
    for (const leaf of leaves) {
        const result = await renderer.render(leaf);
        const rendering = result.ok ? result.rendering : result.paused?.rendering;
        if (rendering !== undefined)
            folders.add(rendering.source);
        else if (!result.ok)
            (0,base_problems/* throwOnErrors */.pe)(result.problems);
    }
    return [...folders].sort();
}
/** Terraform formats only files with its own endings, so templates go through its standard input. */
async function formatTemplates({ renderer, top }, folder, args, { path: program }, { environment, directory, print, showError }) {
    const isDeep = (0,subcommands/* isSwitchedOn */.JG)(args, 'recursive');
    const off = (flag) => args.some((each) => new RegExp(`^--?${flag}=(?:0|f|false)$`, 'iu').test(each));
    const checks = (0,subcommands/* isSwitchedOn */.JG)(args, 'check');
    let exitCode = 0;
    for (const { path } of renderer.project.snapshot.filesBelow(folder)) {
        if (!(0,terraform_files/* isTemplate */.Fl)(path) || (0,terraform_files/* isJson */.Fh)(path) || (!isDeep && (0,names/* folderOf */.y)(path) !== folder))
            continue;
        const file = (0,external_node_path_.join)(top, path);
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
        const call = { program, directory, environment };
        const { code, stdout, stderr } = await (0,child_process/* runPiped */.Gx)({ ...call, args: ['fmt', '-no-color', '-'] }, text);
        if (code !== 0) {
            showError({ code: 'template', severity: 'error', message: stderr.trim(), place: { file: path } });
            exitCode = code;
            continue;
        }
        if (stdout === text)
            continue;
        if (checks)
            exitCode = Math.max(exitCode, NOT_FORMATTED);
        if (!off('list'))
            print(`${(0,external_node_path_.relative)(directory, file)}\n`);
        if ((0,subcommands/* isSwitchedOn */.JG)(args, 'diff'))
            print(await diffOf(path, text, stdout));
        if (!checks && !off('write'))
            (0,external_node_fs_.writeFileSync)(file, stdout);
    }
    return exitCode;
}
async function diffOf(path, before, after) {
    const { createTwoFilesPatch } = await Promise.all(/* import() */[__webpack_require__.e(4112), __webpack_require__.e(8515)]).then(__webpack_require__.bind(__webpack_require__, 78515));
    return createTwoFilesPatch(`old/${path}`, `new/${path}`, before, after);
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/progress.ts
var base_progress = __webpack_require__(88122);
// EXTERNAL MODULE: ./src/git/url-credentials.ts
var url_credentials = __webpack_require__(74174);
// EXTERNAL MODULE: ./src/runtime/beside.ts
var beside = __webpack_require__(84556);
// EXTERNAL MODULE: ./src/runtime/run-lock.ts
var run_lock = __webpack_require__(17385);
// EXTERNAL MODULE: ./src/terraform/command-line.ts
var command_line = __webpack_require__(78656);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
// EXTERNAL MODULE: ./src/execution/configuration-need.ts + 1 modules
var configuration_need = __webpack_require__(32128);
// EXTERNAL MODULE: ./src/execution/terraform-problems.ts
var terraform_problems = __webpack_require__(8931);
// EXTERNAL MODULE: ./src/rendering/provider-requirements.ts
var provider_requirements = __webpack_require__(80068);
// EXTERNAL MODULE: ./src/runtime/kept-init.ts
var kept_init = __webpack_require__(85613);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(36045);
// EXTERNAL MODULE: ./src/terraform/process.ts
var process = __webpack_require__(88381);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/rendering/digest.ts
var digest = __webpack_require__(47654);
;// CONCATENATED MODULE: ./src/commands/terraform/init-key.ts
/** A digest of everything that `init` reads. */




const SETTINGS = /^TF_(?:CLI_ARGS(?:_init)?|WORKSPACE)$/u;
/**
 * Equal keys mean that another `init` would do nothing, unless a remote module has changed where it comes from. Undefined
 * where that cannot be said: the code may read any file, or the working data is elsewhere.
 *
 * @param need whether module sources and the like may use variables
 */
async function initKey({ rendering, reach, snapshot }, program, environment, need) {
    if (reach.anywhere !== undefined || (environment['TF_DATA_DIR'] ?? '') !== '')
        return undefined;
    const isEarly = need === 'early';
    const own = rendering.files.filter(({ name }) => isRead(name, isEarly));
    const modules = (0,digest/* neighboursOf */.YV)(rendering, reach).filter(({ path }) => isRead(path, isEarly));
    await snapshot.load([...own.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])), ...modules]);
    const read = (file) => (0,external_node_crypto_.hash)('sha256', snapshot.read(file));
    const contentOf = ({ content }) => content.kind === 'copy' ? read(content.file) : (0,external_node_crypto_.hash)('sha256', content.text);
    const settings = Object.entries(environment).filter(([name]) => SETTINGS.test(name) || (isEarly && name.startsWith('TF_VAR_')));
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify([
        (0,programs/* programInWords */.Jy)(program),
        rendering.source,
        own.map((file) => [file.name, contentOf(file)]),
        modules.map((file) => [file.path, read(file)]).sort(),
        settings.sort(),
    ]));
}
function isRead(name, isEarly) {
    if ((0,terraform_files/* isTerraformFile */.L5)(name) || (0,terraform_files/* isTestFile */.hl)(name) || name.endsWith('.terraform.lock.hcl'))
        return true;
    return isEarly && (name === terraform_files/* VARIABLES_FILE */.bV || /\.tfvars(?:\.json)?$/u.test(name));
}

;// CONCATENATED MODULE: ./src/commands/terraform/leaf-directory.ts
/** A leaf's runtime directory, ready for a subcommand. */















/**
 * Writes the rendering, and keeps what an earlier `init` left as long as nothing that it read has changed.
 *
 * @param root absolute path of the folder to write below, instead of `.kompos-runtime`
 */
async function openDirectory(rendered, { project, binary, environment, runtimeRoot, standIns }, root = runtimeRoot) {
    const { snapshot } = project.renderer.project;
    const path = await (0,runtime_directory/* writeRuntimeDirectory */.nI)(rendered.rendering, snapshot, root, project.top, true);
    const { need, isOpen } = await (0,configuration_need/* configurationNeed */.F)(rendered, binary);
    if (need === 'early')
        (0,runtime_directory/* writeEarlyVariables */.c$)(rendered.rendering, path);
    // What init keeps of a backend may hold secrets.
    const key = standIns.has(rendered) ? undefined : await initKey(rendered, binary, environment, need);
    return { path, need, isOpen, key };
}
/** Takes the values of secrets out of a leaf's directory, once nothing runs there any more. */
function closeDirectory(rendered, { standIns, runtimeRoot }) {
    const standIn = standIns.get(rendered);
    if (standIn === undefined)
        return;
    const path = (0,runtime_directory/* runtimeDirectoryOf */.FB)(standIn, runtimeRoot);
    if ((0,external_node_fs_.existsSync)(path))
        (0,runtime_directory/* forgetSecrets */.DL)(standIn, path);
}
/**
 * Runs `init` where it is needed.
 *
 * @returns its failure; undefined if the directory is initialized
 */
async function initializeDirectory({ path, key, isOpen }, rendered, workshop) {
    const { binary, environment, platform, turns, runtimeRoot } = workshop;
    const isComplete = () => (0,mirror/* missingInMirror */.Pw)((0,external_node_path_.join)(path, '.terraform', 'providers'), (0,init/* providersOf */.Ou)(path), platform).length === 0 &&
        !(0,kept_init/* hasMovableModules */.KY)(path);
    if (key !== undefined && (0,kept_init/* takeUpInit */.fh)(path, key, isComplete))
        return undefined;
    (0,kept_init/* forgetInit */.Kz)(path);
    const options = {
        binary,
        lockTimeout: undefined,
        mirror: (0,external_node_path_.join)(runtimeRoot, 'providers'),
        platform,
        turns,
        requirements: (0,provider_requirements/* providerRequirements */.Y)(rendered, isOpen),
    };
    const result = await (0,init/* initialize */.n_)(path, options, (args) => (0,process/* runTerraform */.Y)({ binary, args, directory: path, environment }));
    if (result.code !== 0) {
        const hint = (0,terraform_problems/* submoduleHint */.cD)(rendered.snapshot, result.stderr);
        return hint === undefined ? result : { ...result, stderr: `${result.stderr.trimEnd()}\n\n${hint}\n` };
    }
    if (key !== undefined)
        (0,kept_init/* noteInit */.zu)(path, key);
    return undefined;
}
/** Before an `init` that the user asked for: what an earlier one found out does not count. */
function prepareOwnInit({ path, key }, { args }) {
    // Only with the backend's old settings can it move a state.
    if (key !== undefined && (0,kept_init/* takeUpInit */.fh)(path, key, () => true))
        return;
    if (!(0,subcommands/* isSwitchedOn */.JG)(args, 'migrate-state') && !(0,subcommands/* isSwitchedOn */.JG)(args, 'force-copy'))
        (0,kept_init/* forgetInit */.Kz)(path);
}
/** After one that succeeded: it counts, unless it has left something out. */
function noteOwnInit({ path, key }, { args }) {
    const isPartial = args.some((each) => /^--?(?:backend|get|get-plugins)=(?:0|f|false)$/iu.test(each));
    if (isPartial || key === undefined)
        (0,kept_init/* forgetInit */.Kz)(path);
    else
        (0,kept_init/* noteInit */.zu)(path, key);
}
/**
 * Lets a subcommand see the variables that it does not read by itself.
 *
 * @returns what ends that
 */
function helpWithVariables({ path, need }, { rendering }, { words }, binary) {
    const isBlind = need === 'early' && words.join(' ') === 'state show' && !(0,programs/* isAbleTo */.SO)('stateShowReadsVariables', binary);
    return isBlind ? (0,runtime_directory/* writeDefaultOfVariable */._q)(rendering, path) : () => undefined;
}
/** Takes the locks of all of them, or waits for that. */
async function lockLeaves(runtimeRoot, renderings, request, waits, { log }) {
    const leaves = renderings.map(({ leaf }) => leaf.path);
    if (!waits)
        return (0,run_lock/* takeLocks */.m5)(runtimeRoot, leaves, request);
    return (0,run_lock/* waitForLocks */.nH)(runtimeRoot, leaves, request, (who) => {
        log.info(`Waiting: ${who}`);
    });
}
/** The place shown to people, `.kompos-runtime/terraform/<cloud>/<composition>`, if only one leaf claims it. */
function showDirectory(rendering, all, { renderer, root }, directory) {
    if (all.some((other) => other !== rendering && other.source === rendering.source))
        return directory;
    const runtimeRoot = (0,external_node_path_.join)(root, runtime_folder/* RUNTIME_FOLDER */.M);
    const place = renderer.shownPlace(rendering.source);
    (0,runtime_directory/* linkRuntimeDirectory */._f)(runtimeRoot, place, directory);
    return (0,external_node_path_.join)(runtimeRoot, place);
}

;// CONCATENATED MODULE: ./src/commands/terraform/printed.ts
/** JSON that Terraform prints for several leaves, as one text. Pure. */
/**
 * One object with the document of each leaf by its path, every byte of it as Terraform printed it: numbers keep their
 * digits. A leaf that printed no document has none.
 */
function printedDocuments(all) {
    const entries = all.flatMap(({ leaf, stdout }) => isJson(stdout) ? [`  ${JSON.stringify(leaf)}: ${stdout.trim().replaceAll('\n', '\n  ')}`] : []);
    return entries.length === 0 ? '{}\n' : `{\n${entries.join(',\n')}\n}\n`;
}
/** Each object on a line of its own, with the leaf as its first property; other lines as they are. */
function printedLines({ leaf, stdout }) {
    const lines = stdout.split('\n').filter((line) => line !== '');
    return lines
        .map((line) => {
        if (!line.startsWith('{') || !isJson(line))
            return `${line}\n`;
        const rest = line.slice(1);
        return `{"leaf":${JSON.stringify(leaf)}${rest.trim() === '}' ? '' : ','}${rest}\n`;
    })
        .join('');
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
;// CONCATENATED MODULE: ./src/commands/terraform/summary.ts


const NOT_RUN = { kind: 'not-run' };
/** Whether it says that something is wrong. */
function isFailure(ending) {
    return ending.kind === 'not-rendered' || (ending.kind === 'ended' && ending.code !== 0 && !ending.hasChanges);
}
/**
 * Terraform's exit code of the first failure, or 1 if it could not be rendered; else 2 if a leaf has changes and that was
 * asked for.
 */
function exitCodeOf(results) {
    const failed = results.find(({ ending }) => isFailure(ending))?.ending;
    if (failed !== undefined)
        return failed.kind === 'ended' ? failed.code : 1;
    return results.some(({ ending }) => ending.kind === 'ended' && ending.hasChanges) ? 2 : 0;
}
/** The line above what Terraform prints for a leaf, as `head` has it for a file. */
function heading(leaf, colors) {
    const text = `==> ${(0,escaping/* visible */.RK)(leaf)} <==`;
    return colors ? `\u001b[1m${text}\u001b[0m\n` : `${text}\n`;
}
/** How many leaves ended how, and those that did not succeed, one per line. */
function logSummary(results, begun, log) {
    const failed = results.filter(({ ending }) => isFailure(ending));
    const notRun = results.filter(({ ending }) => ending.kind === 'not-run');
    const changed = results.filter(({ ending }) => ending.kind === 'ended' && ending.hasChanges);
    const succeeded = results.length - failed.length - notRun.length - changed.length;
    const parts = [
        ...(succeeded > 0 ? [`${(0,phrases/* count */.U9)(succeeded)} succeeded`] : []),
        ...(changed.length > 0 ? [`${(0,phrases/* count */.U9)(changed.length)} with changes`] : []),
        ...(failed.length > 0 ? [`${(0,phrases/* count */.U9)(failed.length)} failed`] : []),
        ...(notRun.length > 0 ? [`${(0,phrases/* count */.U9)(notRun.length)} not run`] : []),
    ];
    const seconds = Math.round((performance.now() - begun) / 1_000);
    const line = `${(0,phrases/* count */.U9)(results.length, 'leaf', 'leaves')}: ${parts.join(', ')}, ${seconds} s`;
    if (failed.length + notRun.length === 0) {
        log.info(line);
        return;
    }
    const named = [...failed, ...notRun].map(({ leaf, ending }) => `  ${inWords(ending).padEnd(WIDTH)}${leaf}`);
    log.warning([line, ...named].join('\n'));
}
/** Of the words before a leaf. */
const WIDTH = 14;
function inWords(ending) {
    if (ending.kind === 'not-run')
        return 'not run';
    if (ending.kind === 'not-rendered')
        return 'not rendered';
    return ending.stage === 'init' ? 'init failed' : `exit code ${ending.code}`;
}

;// CONCATENATED MODULE: ./src/commands/terraform/in-parallel.ts
/** Leaves that are only read: several at a time, each to its end, and what they print in order. */











/** @returns the exit code: that of the first leaf that failed, 130 if the run was cancelled */
async function runInParallel(reads, workshop, context) {
    const { subcommand, rendered, unrendered, lock, failFast } = reads;
    const { runtimeRoot, binary, environment, project } = workshop;
    const { log, colors, parallelism } = context;
    const renderings = rendered.map(({ rendering }) => rendering);
    const limit = (0,p_limit/* default */.A)(parallelism);
    const progress = (0,base_progress/* openProgress */.m)(log);
    const stopListening = binary.processes.passSignalsOn();
    const begun = performance.now();
    const isInit = subcommand.words[0] === 'init';
    let hasFailed = false;
    /** @returns undefined if nothing new may begin */
    async function prepare(each) {
        if (binary.processes.interrupted() || (failFast && hasFailed))
            return undefined;
        const { path } = each.rendering.leaf;
        // Who reads does not wait for who writes: it gets a folder of its own.
        const held = (0,run_lock/* tryLocks */.OB)(runtimeRoot, [path], lock);
        try {
            const directory = await openDirectory(each, workshop, held === undefined ? (0,beside/* openBeside */.V)(runtimeRoot) : runtimeRoot);
            if (held !== undefined)
                showDirectory(each.rendering, renderings, project, directory.path);
            if (isInit)
                prepareOwnInit(directory, subcommand);
            const failure = subcommand.needsInit ? await initializeDirectory(directory, each, workshop) : undefined;
            return { directory, failure, held };
        }
        catch (error) {
            release(each, held);
            throw error;
        }
    }
    async function read(each, { directory, failure }) {
        const { path: leaf } = each.rendering.leaf;
        if (failure !== undefined) {
            const stderr = (0,url_credentials/* withoutCredentials */.r)(`${failure.stdout}${failure.stderr}`);
            return {
                leaf,
                stdout: '',
                stderr,
                ending: { kind: 'ended', stage: 'init', code: failure.code, hasChanges: false },
            };
        }
        const args = (0,command_line/* subcommandArguments */.sQ)(subcommand, directory.need !== 'none', colors);
        const restore = helpWithVariables(directory, each, subcommand, binary);
        try {
            const call = { directory: directory.path, environment, program: binary.path, args };
            const { code, stdout, stderr } = await binary.processes.runApart(call);
            if (isInit && code === 0)
                noteOwnInit(directory, subcommand);
            const hasChanges = code === 2 && (0,command_line/* wantsDetailedExitCode */.FY)(subcommand.args);
            return { leaf, stdout, stderr, ending: { kind: 'ended', stage: 'run', code, hasChanges } };
        }
        finally {
            restore();
        }
    }
    async function work(each, ready) {
        const { path: leaf } = each.rendering.leaf;
        const nothing = { leaf, stdout: '', stderr: '', ending: NOT_RUN };
        const prepared = ready ?? (await prepare(each));
        if (prepared === undefined)
            return nothing;
        try {
            if (binary.processes.interrupted() || (failFast && hasFailed))
                return nothing;
            const result = await read(each, prepared);
            hasFailed ||= isFailure(result.ending);
            return result;
        }
        finally {
            release(each, prepared.held);
        }
    }
    function release(each, held) {
        if (held === undefined)
            return;
        closeDirectory(each, workshop);
        held.release();
    }
    try {
        // A plugin cache is not safe when several use it (hashicorp/terraform#31964): nothing runs beside an init.
        const ready = new Map();
        if ((environment['TF_PLUGIN_CACHE_DIR'] ?? '') !== '') {
            for (const each of rendered)
                ready.set(each, await prepare(each));
        }
        const printer = openPrinter(reads, workshop, context);
        const all = await Promise.all(rendered.map((each, index) => limit(async () => {
            const { path } = each.rendering.leaf;
            const result = await progress.run(path, () => work(each, ready.get(each)), endingInWords);
            printer.add(index, result);
            return result;
        })));
        printer.end(all);
        const results = [
            ...all,
            ...unrendered.map((leaf) => ({ leaf, ending: { kind: 'not-rendered' } })),
        ];
        logSummary(results, begun, log);
        return binary.processes.interrupted() ? 130 : exitCodeOf(results);
    }
    finally {
        progress.close();
        stopListening();
        (0,external_node_fs_.rmSync)((0,beside/* besideRoot */.p)(runtimeRoot), { recursive: true, force: true });
    }
}
/** Prints each leaf as soon as all before it are printed. */
function openPrinter({ subcommand }, { binary }, { print, colors, log }) {
    const waiting = new Map();
    let next = 0;
    const tool = programs/* PROGRAMS */.i[binary.program].tool;
    function show({ leaf, stdout, stderr, ending }) {
        if (ending.kind === 'not-run')
            return;
        if (subcommand.prints === 'lines')
            print(printedLines({ leaf, stdout }));
        if (subcommand.prints === 'text')
            print(`${next === 0 ? '' : '\n'}${heading(leaf, colors)}${ended(stdout)}`);
        if (stderr.trim() === '')
            return;
        const words = ending.kind === 'ended' && ending.stage === 'init' ? 'init' : subcommand.words.join(' ');
        log.group(`${leaf}: ${tool} ${words}${isFailure(ending) ? ' failed' : ''}`, stderr.trimEnd().split('\n'));
    }
    return {
        add(index, result) {
            waiting.set(index, result);
            for (let each = waiting.get(next); each !== undefined; each = waiting.get(next)) {
                show(each);
                waiting.delete(next);
                next += 1;
            }
        },
        end(all) {
            if (subcommand.prints === 'document')
                print(printedDocuments(all));
        },
    };
}
function ended(text) {
    return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
function endingInWords({ ending }) {
    if (ending.kind === 'not-run')
        return 'not run';
    return isFailure(ending) ? 'failed' : 'done';
}

;// CONCATENATED MODULE: ./src/commands/terraform/in-turn.ts
/** Leaves one after the other, with the terminal: what writes, and a single leaf. */








/** Milliseconds of silence after which a line says what goes on. */
const SILENCE = 3_000;
/**
 * Stops at the first failure.
 *
 * @returns the exit code: that of the leaf that failed, 130 if the run was cancelled before the last one
 */
async function runInTurn(turns, workshop, context) {
    const { subcommand, rendered, lock, wait } = turns;
    const { runtimeRoot, binary, project } = workshop;
    const renderings = rendered.map(({ rendering }) => rendering);
    const leaves = renderings.map(({ leaf }) => leaf.path);
    // Who reads does not wait for who writes: it gets a folder of its own.
    const held = subcommand.writes || wait
        ? await lockLeaves(runtimeRoot, renderings, lock, wait, context)
        : (0,run_lock/* tryLocks */.OB)(runtimeRoot, leaves, lock);
    const root = held === undefined ? (0,beside/* openBeside */.V)(runtimeRoot) : runtimeRoot;
    const stopListening = binary.processes.passSignalsOn();
    const results = [];
    const begun = performance.now();
    try {
        for (const each of rendered) {
            announce(each.rendering, turns, workshop, context);
            const directory = await openDirectory(each, workshop, root);
            if (held !== undefined)
                showDirectory(each.rendering, renderings, project, directory.path);
            const ending = await runOne(each, directory, subcommand, workshop, context);
            results.push({ leaf: each.rendering.leaf.path, ending });
            // A cancelled leaf may still have succeeded; the next one must not start.
            if (isFailure(ending) || binary.processes.interrupted())
                break;
        }
    }
    finally {
        stopListening();
        if (held !== undefined)
            for (const each of rendered)
                closeDirectory(each, workshop);
        held?.release();
        if (held === undefined)
            (0,external_node_fs_.rmSync)(root, { recursive: true, force: true });
    }
    const notRun = leaves.slice(results.length).map((leaf) => ({ leaf, ending: NOT_RUN }));
    if (rendered.length > 1)
        logSummary([...results, ...notRun], begun, context.log);
    return notRun.length > 0 && binary.processes.interrupted() ? 130 : exitCodeOf(results);
}
/** Of several leaves on standard output, because what belongs to which leaf must be known there; of one only beside it. */
function announce({ leaf }, { subcommand, rendered }, { binary }, { log, print, colors }) {
    if (rendered.length > 1)
        print(heading(leaf.path, colors));
    else
        log.info(`${leaf.path}: ${programs/* PROGRAMS */.i[binary.program].tool} ${subcommand.words.join(' ')}`);
}
async function runOne(rendered, directory, subcommand, workshop, { environment, log, onTerminal, colors }) {
    const { path: program, processes, program: name } = workshop.binary;
    const isInit = subcommand.words[0] === 'init';
    if (isInit)
        prepareOwnInit(directory, subcommand);
    if (subcommand.needsInit) {
        const { tool } = programs/* PROGRAMS */.i[name];
        const timer = setTimeout(() => {
            log.info(`${tool} init is running …`);
        }, SILENCE);
        const failure = await initializeDirectory(directory, rendered, workshop).finally(() => {
            clearTimeout(timer);
        });
        if (failure !== undefined) {
            log.group(`${tool} init failed`, (0,url_credentials/* withoutCredentials */.r)(`${failure.stdout}${failure.stderr}`).split('\n'));
            return { kind: 'ended', stage: 'init', code: failure.code, hasChanges: false };
        }
        if (processes.interrupted())
            return NOT_RUN;
    }
    const args = (0,command_line/* subcommandArguments */.sQ)(subcommand, directory.need !== 'none', colors);
    const restore = helpWithVariables(directory, rendered, subcommand, workshop.binary);
    try {
        const code = await processes.runHere({ directory: directory.path, environment, program, args }, onTerminal);
        if (isInit && code === 0)
            noteOwnInit(directory, subcommand);
        return { kind: 'ended', stage: 'run', code, hasChanges: code === 2 && (0,command_line/* wantsDetailedExitCode */.FY)(subcommand.args) };
    }
    finally {
        restore();
    }
}

// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(63243);
// EXTERNAL MODULE: ./src/execution/change-graph.ts
var change_graph = __webpack_require__(72509);
// EXTERNAL MODULE: ./src/project/leaves.ts
var project_leaves = __webpack_require__(32857);
// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
;// CONCATENATED MODULE: ./src/commands/terraform/rendered-leaves.ts
/** The leaves that are meant, rendered, and what speaks against running Terraform for them. */







/**
 * Renders all of them before anything runs. Leaves that are paused are skipped with a line.
 *
 * @param dryRun whether nothing will run
 */
async function renderLeaves({ renderer, others, place }, leaves, subcommand, dryRun, { log, environment }) {
    const skipped = others.filter((path) => place.path === '' || path.startsWith(`${place.path ?? path}/`));
    if (skipped.length > 0)
        log.info((0,project_leaves/* otherTools */.uq)(skipped));
    const rendered = [];
    const failed = [];
    const found = [];
    for (const leaf of await (0,change_graph/* inOrderOfRun */.eI)(leaves, renderer, (0,command_line/* destroys */.o8)(subcommand))) {
        const result = await renderer.render(leaf);
        if (result.ok)
            rendered.push(result);
        else if (result.paused === undefined)
            failed.push(leaf.path);
        else
            log.info(`${leaf.path}: skipped, it is paused (composition.enabled in ${(0,base_problems/* formatPlace */.dE)(result.paused.place)})`);
        const states = result.ok && !dryRun ? stateProblems(result.rendering, subcommand) : [];
        found.push({ leaf: leaf.path, problems: [...(result.ok ? result.warnings : result.problems), ...states] });
    }
    const renderings = rendered.map(({ rendering }) => rendering);
    const unwritten = dryRun || !subcommand.writesState ? [] : await otherLeaves(renderer, renderings);
    const shared = (0,states/* sharedStates */.QO)([...renderings, ...unwritten]);
    // Leaves share layers, so each of them can report the same problem.
    const problems = [
        ...(0,base_problems/* inLeaves */.e$)(found),
        ...(0,states/* sharedStateProblems */.FM)(shared, renderings, (0,outside_settings/* outsideSettings */.b)(environment).ofStates),
    ];
    return { rendered, failed, problems };
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
function stateProblems(rendering, { words, writesState }) {
    const lost = (0,state/* lostState */.It)(rendering.state, false);
    if (lost === undefined)
        return [];
    const found = {
        ...(0,base_problems/* problem */.CC)('state', writesState ? `${lost} "${words.join(' ')}" is refused.` : lost, {
            hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
        }),
        severity: writesState ? 'error' : 'warning',
    };
    return [found];
}

;// CONCATENATED MODULE: ./src/commands/terraform/terraform.ts
/** `kompos <config_path> terraform <subcommand>`: each leaf at or below the path rendered, then Terraform run there. */





















/**
 * Runs Terraform for the leaves that are meant: in parallel if the subcommand only reads, else in turn up to the first
 * failure.
 *
 * @returns the exit code: Terraform's own; over several leaves with `-detailed-exitcode` 2 when any has changes
 * @throws ProblemError before anything has run
 */
async function runTerraformCommand(request, context) {
    refuseMisspelled(request);
    const project = await (0,local_project.openLocalProject)(request, context);
    const selected = selectedLeaves(project, request);
    const typed = (0,subcommands/* subcommandOf */.b8)(request.line);
    const subcommand = { ...typed, args: withUserPaths(typed, userFolder(context.directory)) };
    refuseSeveral(subcommand, selected, project);
    const processes = (0,child_process/* createChildProcesses */.yb)();
    const findBinary = () => findBinaryOf(project, processes, context);
    if (subcommand.words[0] === 'fmt' && !request.dryRun) {
        return formatSources(project, selected.leaves, subcommand.args, await findBinary(), context);
    }
    const { rendered, failed, problems } = await renderLeaves(project, selected.leaves, subcommand, request.dryRun, context);
    for (const each of problems)
        if (each.severity === 'warning')
            context.log.warning((0,base_problems/* formatProblem */.Vw)(each));
    const goesOn = !subcommand.writes && !request.dryRun && !request.failFast && rendered.length > 0 && failed.length > 0;
    if (goesOn)
        for (const each of problems.filter(({ severity }) => severity === 'error'))
            context.showError(each);
    else
        (0,base_problems/* throwOnErrors */.pe)(problems);
    const access = request.skipSecrets ? undefined : (0,secrets/* ownSecrets */.G_)(context.environment, undefined);
    const complete = await (0,secrets/* withOwnSecrets */.MN)(rendered, project.renderer, access);
    // A dry run is there to look at, or to run Terraform in.
    if (request.dryRun)
        return dryRun(project, complete, request, context);
    if (rendered.length === 0)
        return 0;
    const runtimeRoot = (0,external_node_path_.join)(project.root, runtime_folder/* RUNTIME_FOLDER */.M);
    (0,refuse_links/* refuseLinks */.U)(project.root, `${runtime_folder/* RUNTIME_FOLDER */.M}/providers`);
    const binary = await findBinary();
    (0,base_problems/* throwOnErrors */.pe)(rendered.flatMap(({ rendering }) => (0,unread_backend/* unreadBackend */.e)(rendering, binary) ?? []));
    const workshop = {
        project,
        binary,
        environment: context.environment,
        platform: context.platform,
        turns: (0,init/* openInitTurns */.lU)(),
        runtimeRoot,
        standIns: new Map(rendered.flatMap((each, index) => {
            const values = complete[index];
            return values === undefined || values === each ? [] : [[values, each.rendering]];
        })),
    };
    const lock = { command: commandInWords(request), now: context.now };
    const run = { subcommand, rendered: complete, isOne: selected.isOne, lock };
    const isApart = !subcommand.writes && !subcommand.needsTerminal && (rendered.length > 1 || goesOn || isKeyed(run));
    if (isApart) {
        return await runInParallel({ ...run, unrendered: failed, failFast: request.failFast }, workshop, context);
    }
    return await runInTurn({ ...run, wait: request.wait }, workshop, context);
}
/** Of a folder or a pattern that holds a single leaf, JSON has the same form as of one that holds several. */
function isKeyed({ subcommand, isOne }) {
    return !isOne && subcommand.prints !== 'text';
}
function commandInWords({ line, configPath }) {
    return ['terraform', ...line.slice(0, 1), configPath ?? ''].join(' ').trim();
}
/** @throws ProblemError where nothing says which leaves are meant */
function selectedLeaves({ select, place }, { configPath, line }) {
    const selected = select();
    if (configPath !== undefined || selected.isOne)
        return selected;
    const [first] = selected.leaves;
    const isAbove = place.here !== '' && selected.leaves.some(({ path }) => path.startsWith(`${place.here}/`));
    const all = isAbove ? '.' : (first?.layers[0] ?? '.');
    const words = `terraform ${line.join(' ')}`;
    throw (0,base_problems/* problemError */.gS)('usage', 'The path is missing: which leaves are meant?', {
        hint: `One leaf:    kompos ${first?.path ?? '<leaf>'} ${words}\n  ${isAbove ? 'Those here: ' : 'All of them:'} kompos ${all} ${words}`,
    });
}
/** @throws ProblemError for a subcommand that Terraform would refuse leaf by leaf */
function refuseMisspelled({ line, configPath }) {
    const meant = (0,subcommands/* meantSubcommand */.RT)(line);
    if (meant === undefined)
        return;
    throw (0,base_problems/* problemError */.gS)('usage', `"${line[0] ?? ''}" is not a subcommand of Terraform.`, {
        hint: `Did you mean "${meant}"? kompos ${configPath ?? '<config_path>'} terraform ${meant}`,
    });
}
/** @throws ProblemError for what cannot mean several leaves */
function refuseSeveral({ words, onlyOne }, { leaves }, { place }) {
    if (onlyOne === undefined || leaves.length < 2)
        return;
    const hint = words[0] === 'login' || words[0] === 'logout'
        ? `Run it without kompos: terraform ${words.join(' ')}`
        : `Name one leaf, such as ${leaves[0]?.path ?? ''}`;
    const where = `"${place.typed ?? '.'}" means ${(0,phrases/* count */.U9)(leaves.length)} leaves`;
    throw (0,base_problems/* problemError */.gS)('usage', `${where}, but "${words.join(' ')}" needs exactly one: ${onlyOne}.`, { hint });
}
function userFolder(directory) {
    return { resolve: (path) => (0,external_node_path_.resolve)(directory, path), exists: external_node_fs_.existsSync };
}
async function findBinaryOf(project, processes, context) {
    const program = (0,program_choice/* localProgramChoice */.N)(context.environment);
    return (0,fitting_terraform/* findFittingTerraform */.N)(project.renderer.project, project.root, { ...context, processes, program });
}
/** Renders and says where the files are. */
async function dryRun(project, rendered, request, context) {
    const runtimeRoot = (0,external_node_path_.join)(project.root, runtime_folder/* RUNTIME_FOLDER */.M);
    const renderings = rendered.map(({ rendering }) => rendering);
    const lock = await lockLeaves(runtimeRoot, renderings, { command: commandInWords(request), now: context.now }, request.wait, context);
    try {
        for (const rendering of renderings) {
            const directory = await (0,runtime_directory/* writeRuntimeDirectory */.nI)(rendering, project.renderer.project.snapshot, runtimeRoot, project.top, true);
            const shown = showDirectory(rendering, renderings, project, directory);
            context.log.info(`${rendering.leaf.path}: rendered to ${(0,external_node_path_.relative)(context.directory, shown) || '.'}`);
        }
        return 0;
    }
    finally {
        lock.release();
    }
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

//# sourceMappingURL=355.index.js.map