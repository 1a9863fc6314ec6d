export const id = 597;
export const ids = [597];
export const modules = {

/***/ 2334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ configurationNeed)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(2017);
// EXTERNAL MODULE: ./src/rendering/hcl/expression.ts
var hcl_expression = __webpack_require__(3000);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-grammar.ts
var hcl_grammar = __webpack_require__(9735);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/rendering/hcl/hcl-nodes.ts
var hcl_nodes = __webpack_require__(9987);
// EXTERNAL MODULE: ./src/rendering/hcl/json-code.ts
var json_code = __webpack_require__(4780);
// EXTERNAL MODULE: ./src/rendering/hcl/module-code.ts
var module_code = __webpack_require__(9254);
;// CONCATENATED MODULE: ./src/rendering/hcl/static-places.ts






/** @param name of the file: it says whether it is HCL or JSON */
function readStaticFile(parser, name, text) {
    return (0,terraform_files/* isJson */.Fh)(name) ? ofJson(parser, text) : ofHcl(parser, text);
}
function ofHcl(parser, text) {
    const tree = parser.parse(text);
    if (tree === null)
        throw new Error('the HCL parser has no language');
    try {
        const places = [];
        const variables = new Map();
        for (const block of (0,hcl_nodes/* bodyOf */.EN)(tree.rootNode)?.namedChildren ?? []) {
            if (block.type !== 'block')
                continue;
            const [type, name = ''] = (0,hcl_nodes/* blockNames */.cK)(block);
            const own = attributesOf(block);
            if (type === 'terraform')
                places.push(...own, ...nestedOf(block));
            if (type === 'module')
                places.push(...attributesOf(block, 'source', 'version'));
            if (type === 'provider')
                places.push(...attributesOf(block, 'for_each'));
            if (type === 'variable')
                variables.set(name, { isConst: isSwitchedOn(block) });
        }
        return { code: (0,module_code/* readModuleCode */.Qx)(tree.rootNode, tree.rootNode.hasError ? 1 : undefined), places, variables };
    }
    finally {
        tree.delete();
    }
}
function attributesOf(block, ...wanted) {
    return ((0,hcl_nodes/* bodyOf */.EN)(block)?.namedChildren ?? []).flatMap((child) => {
        const expression = child.type === 'attribute' ? (0,hcl_nodes/* expressionOf */.ez)(child) : undefined;
        if (expression === undefined)
            return [];
        return wanted.length === 0 || wanted.includes((0,hcl_nodes/* attributeName */.CK)(child) ?? '') ? [(0,hcl_expression/* readExpression */.Jn)(expression)] : [];
    });
}
function nestedOf(block) {
    const blocks = ((0,hcl_nodes/* bodyOf */.EN)(block)?.namedChildren ?? []).filter(({ type }) => type === 'block');
    return blocks.flatMap((each) => [...attributesOf(each), ...nestedOf(each)]);
}
function isSwitchedOn(variable) {
    const attribute = ((0,hcl_nodes/* bodyOf */.EN)(variable)?.namedChildren ?? []).find((child) => child.type === 'attribute' && (0,hcl_nodes/* attributeName */.CK)(child) === 'const');
    const expression = attribute && (0,hcl_nodes/* expressionOf */.ez)(attribute);
    return expression !== undefined && expression.text.trim() !== 'false';
}
function ofJson(parser, text) {
    const code = (0,json_code/* readJsonCode */.Uy)(parser, text);
    // Such a file cannot be read by Terraform either.
    const root = code.unreadable === undefined ? JSON.parse(text.replace(/^\uFEFF/u, '')) : {};
    const modules = (0,json_code/* bodies */.rF)((0,json/* field */.ZZ)(root, 'module')).flatMap(([, body]) => (0,json_code/* bodies */.rF)(body));
    const providers = (0,json_code/* bodies */.rF)((0,json/* field */.ZZ)(root, 'provider')).flatMap(([, body]) => (0,json_code/* bodies */.rF)(body));
    const values = [
        (0,json/* field */.ZZ)(root, 'terraform'),
        ...modules.flatMap(([name, value]) => (name === 'source' || name === 'version' ? [value] : [])),
        ...providers.flatMap(([name, value]) => (name === 'for_each' ? [value] : [])),
    ];
    const variables = (0,json_code/* bodies */.rF)((0,json/* field */.ZZ)(root, 'variable')).map(([name, body]) => {
        const given = new Map((0,json_code/* bodies */.rF)(body)).get('const');
        return [name, { isConst: given !== undefined && given !== false }];
    });
    return { code, places: values.map((value) => textsIn(parser, value)), variables: new Map(variables) };
}
function textsIn(parser, value) {
    if (typeof value === 'string')
        return (0,json_code/* readText */.yR)(parser, value);
    if (Array.isArray(value))
        return { kind: 'list', of: value.map((each) => textsIn(parser, each)) };
    const entries = Object.entries((0,json/* record */.g1)(value));
    return entries.length === 0 ? hcl_expression/* PLAIN */.tZ : { kind: 'any', of: entries.map(([, each]) => textsIn(parser, each)) };
}

;// CONCATENATED MODULE: ./src/rendering/use/configuration-variable.ts





/** @param tofu whether the program reads `X.tofu`, and not an `X.tf` beside it */
async function configurationVariable(rendered, tofu) {
    const { rendering, reach, snapshot } = rendered;
    const parser = await (0,hcl_grammar/* loadHclParser */.p)();
    const texts = rendering.files.map(({ name, content }) => ({ name, text: content.text ?? '' }));
    const root = staticFiles(parser, texts, tofu);
    const isUnreadable = root.some(({ code }) => code.unreadable !== undefined);
    const declared = root.flatMap(({ variables }) => variables.get('config') ?? []);
    if (declared.length === 0 && !isUnreadable)
        return { isDeclared: false, isConst: false, isStatic: false };
    const modules = [];
    for (const { folder, files } of reach.modules) {
        const own = files.filter(({ path }) => (0,names/* folderOf */.y)(path) === folder && (0,terraform_files/* isTerraformFile */.L5)(path));
        await snapshot.load(own);
        const named = (file) => file.path.slice(folder.length + 1);
        modules.push(staticFiles(parser, own.map((file) => ({ name: named(file), text: snapshot.read(file).toString('utf8') })), tofu));
    }
    return {
        isDeclared: true,
        isConst: isUnreadable || declared.some(({ isConst }) => isConst),
        isStatic: isUnreadable ||
            usesVariable(root, (name) => name === 'config') ||
            // What a module is given is not followed: its variables may come from this one.
            modules.some((files) => usesVariable(files, () => true)),
    };
}
/** The files of one folder that the program reads. */
function staticFiles(parser, files, tofu) {
    const names = new Set(files.map(({ name }) => name));
    const isRead = (name) => !name.includes('/') && (0,terraform_files/* isTerraformFile */.L5)(name) && (0,terraform_files/* isReadBy */.wj)(tofu, name, names);
    return files.flatMap(({ name, text }) => (isRead(name) ? [readStaticFile(parser, name, text)] : []));
}
function usesVariable(files, isMeant) {
    const locals = files.flatMap(({ code }) => code.locals);
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
        return locals.some((each) => (name === undefined || each.name === name) && uses(each.value));
    };
    if (files.some(({ places }) => places.some(uses)))
        return true;
    // The code of a module from elsewhere is not known yet, nor what it does with its arguments.
    const foreign = files.flatMap(({ code }) => code.calls.filter(({ source }) => source?.kind !== 'text' || !(0,terraform_files/* isLocalModule */.gh)(source.text)));
    return foreign.some((call) => call.arguments.some(({ value }) => uses(value)));
}

// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(15);
;// CONCATENATED MODULE: ./src/execution/configuration-need.ts


async function configurationNeed(rendered, binary) {
    const { isDeclared, isConst, isStatic } = await configurationVariable(rendered, programs/* PROGRAMS */.i[binary.program].readsTofuFiles);
    if (!isDeclared)
        return 'none';
    const isEarly = (isConst && (0,programs/* isAbleTo */.SO)('constVariables', binary)) || (isStatic && (0,programs/* isAbleTo */.SO)('staticReferences', binary));
    return isEarly ? 'early' : 'plan';
}


/***/ }),

/***/ 3695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ findFittingTerraform)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(7918);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(4330);
// EXTERNAL MODULE: ./src/terraform/binary.ts
var binary = __webpack_require__(9611);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(6045);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(15);
// EXTERNAL MODULE: ./src/terraform/version-constraint.ts
var version_constraint = __webpack_require__(8570);
// EXTERNAL MODULE: ./src/terraform/wanted-program.ts
var wanted_program = __webpack_require__(5256);
// EXTERNAL MODULE: ./src/terraform/install/not-available.ts
var not_available = __webpack_require__(7123);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/rendering/hcl/parse-file.ts
var parse_file = __webpack_require__(5522);
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
        throw notFitting(found, wanted);
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
            : { file: (0,snapshot_snapshot/* joinPath */.uJ)(project.root, settings/* SETTINGS_FILE */.tP), text: terraformVersion },
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
        Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(306), __webpack_require__.e(198)]).then(__webpack_require__.bind(__webpack_require__, 4198)),
        __webpack_require__.e(/* import() */ 102).then(__webpack_require__.bind(__webpack_require__, 7102)),
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
function notFitting(found, wanted) {
    const { tool, version } = wanted;
    const action = tool === 'tofu' ? 'opentofu/setup-opentofu@v1' : 'hashicorp/setup-terraform@v4';
    const page = tool === 'tofu' ? 'https://opentofu.org/docs/intro/install' : 'https://developer.hashicorp.com/terraform/install';
    const hint = found === undefined || version === undefined
        ? `In a workflow, set the input "terraform-version" or add "uses: ${action}" before this step; elsewhere see ${page}.`
        : `Give ${action.replace(/^.*\/|@.*$/gu, '')} the version that the project asks for, let kompos install it (terraform-mirror is "none"), or change ${version.by}.`;
    return (0,base_problems/* problemError */.gS)('terraform', unfit(found, wanted), { place: version?.place, hint });
}
function notForOpenTofu(found, { file, text }) {
    return (0,base_problems/* problemError */.gS)('terraform', `Only ${(0,programs/* programInWords */.Jy)(found)} was found on PATH, but terraform.version asks for Terraform "${text}".`, {
        place: { file },
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

/***/ 9488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ localProgramChoice),
/* harmony export */   a: () => (/* binding */ readMirror)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);

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

/***/ 8557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4330);
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
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a.leaf.composition, b.leaf.composition) ||
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a.leaf.path, b.leaf.path));
}
/** Compares folder by folder, so that a parent precedes its children regardless of the characters in their names. */
function comparePlaces(a, b) {
    const as = a.split('/');
    const bs = b.split('/');
    for (let index = 0; index < Math.min(as.length, bs.length); index += 1) {
        const order = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(as[index] ?? '', bs[index] ?? '');
        if (order !== 0)
            return order;
    }
    return as.length - bs.length;
}


/***/ }),

/***/ 7385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7421);
/* harmony import */ var _refuse_links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2346);
/** `.kompos-runtime/.lock` admits one run at a time. */







/**
 * Takes the lock, or reports its holder. The lock of a process that no longer exists does not count.
 *
 * @param runtimeRoot absolute path of `.kompos-runtime`
 * @param now the time of day, for the message that a second run gets
 * @throws ProblemError if another run holds it, or `.kompos-runtime` is not a folder
 */
function takeLock(runtimeRoot, command, now) {
    (0,_refuse_links_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseLinks */ .U)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(runtimeRoot), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(runtimeRoot));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(runtimeRoot, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtimeRoot, '.lock');
    const holder = { pid: process.pid, host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), since: now.toISOString(), command };
    // Twice: again after a stale lock was moved away.
    for (let attempt = 0; attempt < 2; attempt += 1) {
        if (create(path, holder))
            return {
                release: once(() => {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
                }),
            };
        const other = read(path);
        if (other !== undefined && isAlive(other))
            throw held(path, other);
        moveAway(path);
    }
    throw held(path, read(path));
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
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'EEXIST'))
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
        if ((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'ENOENT'))
            return;
        throw error;
    }
    const moved = read(aside);
    try {
        if (moved !== undefined && isAlive(moved))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(aside, path);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(aside, { force: true });
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
    const pid = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'pid');
    const [host, since, command] = ['host', 'since', 'command'].map((name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(value, name));
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
        return (0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'EPERM');
    }
}
function held(path, holder) {
    const who = holder === undefined
        ? 'Another kompos run'
        : `Another kompos run (process ${holder.pid} on ${holder.host}, since ${holder.since}: ${holder.command})`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemError */ .gS)('lock', `${who} is at work in this project.`, {
        hint: `Wait for it to end. If you are sure that it has ended, remove ${path}.`,
    });
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

/***/ 166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _f: () => (/* binding */ linkRuntimeDirectory),
  DA: () => (/* binding */ removeLeftovers),
  gy: () => (/* binding */ removeRuntimeDirectory),
  _q: () => (/* binding */ writeDefaultOfVariable),
  c$: () => (/* binding */ writeEarlyVariables),
  nI: () => (/* binding */ writeRuntimeDirectory),
  r6: () => (/* binding */ writeRuntimeDirectoryApart)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(441);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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

// EXTERNAL MODULE: ./src/runtime/refuse-links.ts
var refuse_links = __webpack_require__(2346);
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
 * @returns absolute path of the runtime directory
 */
async function writeRuntimeDirectory(rendering, snapshot, runtimeRoot, tree) {
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot);
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
    const { leafRoot, directory } = makeDirectory(rendering, runtimeRoot);
    await snapshot.load(neighbors);
    for (const file of neighbors) {
        // Its content at that commit is in another repository; Terraform reports that it is missing.
        if (file.isSubmodule === true)
            continue;
        writeFile((0,external_node_path_.join)(leafRoot, file.path), snapshot.read(file), file.executable);
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
    const path = (0,external_node_path_.join)(directory, 'kompos_default_override.tf.json');
    const text = `{"variable":{"config":{"default":${(0,json/* toJson */.aB)(variables)}}}}\n`;
    (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: 'wx' });
    return () => {
        (0,external_node_fs_.rmSync)(path, { force: true });
    };
}
function makeDirectory(rendering, runtimeRoot) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, `leaves/${rendering.leaf.path}`);
    const leafRoot = (0,external_node_path_.join)(runtimeRoot, 'leaves', rendering.leaf.path);
    (0,external_node_fs_.rmSync)(leafRoot, { recursive: true, force: true });
    const directory = (0,external_node_path_.join)(leafRoot, rendering.source);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    // Terraform's plan file, which contains secrets in clear, is world-readable until it is complete.
    (0,external_node_fs_.chmodSync)(leafRoot, 0o700);
    return { leafRoot, directory };
}
/** @param real the real content of a committed file, by its path */
async function writeFiles(rendering, snapshot, directory, real) {
    await snapshot.load(rendering.files.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])));
    for (const { name, executable, content } of rendering.files) {
        const bytes = content.kind === 'copy' ? real(content.file.path, snapshot.read(content.file)) : content.text;
        writeFile((0,external_node_path_.join)(directory, name), bytes, executable);
    }
}
function writeFile(path, bytes, executable) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, bytes, { mode: executable ? 0o755 : 0o644 });
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
    (0,external_node_fs_.rmSync)(link, { recursive: true, force: true });
    (0,external_node_fs_.symlinkSync)((0,external_node_path_.relative)((0,external_node_path_.dirname)(link), directory), link);
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
 * Removes files of a name from all runtime directories: a run that was killed could not remove the plan files that hold
 * secrets in clear.
 */
function removeLeftovers(runtimeRoot, name) {
    (0,refuse_links/* refuseLinks */.U)(runtimeRoot, 'leaves');
    const leaves = (0,external_node_path_.join)(runtimeRoot, 'leaves');
    if ((0,external_node_fs_.existsSync)(leaves))
        removeBelow(leaves, name);
}
/** Links among the entries lead to sources and are not followed; Node 20's recursive listing follows them. */
function removeBelow(folder, name) {
    for (const entry of (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            removeBelow(path, name);
        else if (entry.name === name && entry.isFile())
            (0,external_node_fs_.rmSync)(path, { force: true });
    }
}


/***/ }),

/***/ 9611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ findTerraform),
/* harmony export */   q: () => (/* binding */ askVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7421);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7789);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8381);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15);
/* harmony import */ var _wanted_program_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5256);
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

/***/ 8656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ needsInit),
/* harmony export */   FY: () => (/* binding */ wantsDetailedExitCode),
/* harmony export */   M8: () => (/* binding */ lockArguments),
/* harmony export */   Qq: () => (/* binding */ writesState),
/* harmony export */   o8: () => (/* binding */ destroys),
/* harmony export */   sQ: () => (/* binding */ subcommandArguments)
/* harmony export */ });
/* harmony import */ var _rendering_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);
/** What Terraform's subcommands need. Pure. */

/** Subcommands that work in an uninitialized folder. */
const WITHOUT_INIT = new Set(['init', 'fmt', 'version', 'get', 'login', 'logout', '-version', '-help']);
const WITH_VARIABLES = new Set(['plan', 'apply', 'destroy', 'import', 'refresh', 'console']);
const WRITING = new Set(['apply', 'destroy', 'import', 'refresh', 'taint', 'untaint']);
/** Options of `apply` that may take their value as the next argument. */
const VALUE_OPTIONS = /^--?(?:var|var-file|target|replace|state|state-out|backup|lock-timeout|parallelism)$/u;
/** Whether a subcommand works only in an initialized folder; unknown ones do. */
function needsInit(subcommand) {
    return !WITHOUT_INIT.has(subcommand);
}
/** Whether a subcommand may write to the state. */
function writesState(subcommand) {
    return WRITING.has(subcommand);
}
/**
 * The subcommand with the configuration as variables where it takes them, then the user's own arguments.
 *
 * @param takesConfiguration whether the root module declares `variable "config"`
 */
function subcommandArguments(subcommand, args, takesConfiguration) {
    // A saved plan contains its variables, and Terraform rejects others.
    const isTaken = takesConfiguration && WITH_VARIABLES.has(subcommand);
    if (!isTaken || (subcommand === 'apply' && hasPlanFile(args)))
        return [subcommand, ...args];
    return [subcommand, `-var-file=${_rendering_terraform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .VARIABLES_FILE */ .bV}`, ...args];
}
/** Whether Terraform is asked to report changes by exit code 2. */
function wantsDetailedExitCode(args) {
    return isSwitchedOn(args, 'detailed-exitcode');
}
/** Whether the subcommand destroys, so that the order of leaves is reversed. */
function destroys(subcommand, args) {
    return subcommand === 'destroy' || isSwitchedOn(args, 'destroy');
}
/** A boolean flag as Go reads it: one dash or two, alone or with a value. */
function isSwitchedOn(args, flag) {
    const values = args.flatMap((argument) => new RegExp(`^--?${flag}(?:=(.*))?$`, 'u').exec(argument)?.slice(1) ?? []);
    const last = values.at(-1) ?? (values.length > 0 ? 'true' : 'false');
    return /^(1|t|true)$/iu.test(last);
}
function hasPlanFile(args) {
    const last = args.at(-1);
    return last !== undefined && !last.startsWith('-') && !VALUE_OPTIONS.test(args.at(-2) ?? '');
}
/** @param timeout Terraform's `-lock-timeout`: `5m`; undefined: takes no lock of the state */
function lockArguments(timeout) {
    return [timeout === undefined ? '-lock=false' : `-lock-timeout=${timeout}`];
}


/***/ }),

/***/ 7789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ durationInWords),
/* harmony export */   m: () => (/* binding */ endingInWords)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15);
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

/***/ 7123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ NotAvailable)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);

/** A program cannot be had: no release fits, or nothing can be downloaded. Nothing that was downloaded is suspicious. */
class NotAvailable extends _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm {
}


/***/ }),

/***/ 553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
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
    return {
        ofPlans: named((name, value) => /^TF_CLI_ARGS(?:_plan)?$/u.test(name) && UNUSUAL.test(value)),
        ofStates: named((name, value) => STATE_VARIABLES.has(name) ||
            (/^TF_CLI_ARGS(?:_init)?$/u.test(name) && /(?:^|\s)--?backend-config(?=[=\s]|$)/u.test(value))),
    };
}


/***/ }),

/***/ 8381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runTerraform)
/* harmony export */ });
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6831);
/** How Terraform is started. */

/**
 * Runs Terraform without a terminal and collects what it prints. What `TF_LOG` asks for comes apart from it, so that
 * standard error has nothing but diagnostics.
 */
async function runTerraform({ binary, onLine, environment, ...call }) {
    const { log, ...output } = await binary.processes.runApart({
        ...call,
        program: binary.path,
        environment: logsToUs(environment) ? { ...environment, TF_LOG_PATH: _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_PATH */ .TD } : environment,
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

/***/ 15:
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
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7421);
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

/***/ 8570:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cV: () => (/* binding */ canBeRead),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
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

/***/ 5256:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ TOOLS),
/* harmony export */   KZ: () => (/* binding */ wantedVersion),
/* harmony export */   TS: () => (/* binding */ VERSION_FILES),
/* harmony export */   c5: () => (/* binding */ wantedTool),
/* harmony export */   k0: () => (/* binding */ LATEST)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7421);
/* harmony import */ var _version_constraint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8570);
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
        tool === 'terraform'
            ? setting && { text: setting.text, by: 'terraform.version', place: { file: setting.file } }
            : undefined,
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

//# sourceMappingURL=597.index.js.map