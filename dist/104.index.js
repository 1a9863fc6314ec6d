export const id = 104;
export const ids = [104];
export const modules = {

/***/ 43792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ sarifLog)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12301);

/**
 * One run with all results.
 *
 * @param name of what found them
 * @param about what each rule is about; a rule that is not there is shown by its name
 */
function sarifLog(name, results, about = {}) {
    const rules = [...new Set(results.map(({ rule }) => rule))].sort();
    const indices = new Map(rules.map((rule, index) => [rule, index]));
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name,
                        version: (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .r)(),
                        informationUri: 'https://github.com/kompos-io/kompos-github',
                        rules: rules.map((id) => ({ id, shortDescription: { text: about[id] ?? id } })),
                    },
                },
                // Columns count as JavaScript's strings do.
                columnKind: 'utf16CodeUnits',
                results: results.map((each) => resultOf(each, indices)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function resultOf({ rule, level, message, place, sourceLine, leaves }, indices) {
    return {
        ruleId: rule,
        ruleIndex: indices.get(rule),
        level,
        message: { text: message },
        ...(place === undefined ? {} : { locations: [{ physicalLocation: locationOf(place, sourceLine) }] }),
        ...(leaves === undefined ? {} : { properties: { leaves } }),
    };
}
function locationOf({ file, line, column }, sourceLine) {
    const region = {
        startLine: line,
        ...(column === undefined ? {} : { startColumn: column }),
        ...(sourceLine === undefined ? {} : { snippet: { text: sourceLine } }),
    };
    return {
        artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
        ...(line === undefined ? {} : { region }),
    };
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

/***/ 89180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateLocally: () => (/* binding */ validateLocally)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/execution/questions.ts
var execution_questions = __webpack_require__(49267);
// EXTERNAL MODULE: ./src/execution/validation.ts + 3 modules
var validation = __webpack_require__(22318);
// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(20724);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(67173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 5 modules
var rendering_renderer = __webpack_require__(49452);
// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
// EXTERNAL MODULE: ./src/commands/validate/formats.ts
var validate_formats = __webpack_require__(66573);
// EXTERNAL MODULE: ./src/base/sarif.ts
var sarif = __webpack_require__(43792);
;// CONCATENATED MODULE: ./src/commands/validate/sarif.ts

const RULES = {
    yaml: 'Layers are valid YAML.',
    layer: 'Each leaf has layers.',
    merge: 'Layers fit each other.',
    interpolation: 'Placeholders can be resolved.',
    settings: 'Settings are known and name what exists.',
    schema: 'The configuration matches its JSON Schema.',
    leaf: 'Each leaf can be told apart.',
    composition: 'Each composition can be rendered.',
    template: 'Templates can be rendered, and are used.',
    pin: 'Pins are plain texts, and follow the rules.',
    state: 'Each leaf has a state of its own.',
    path: 'Paths stay inside of the repository.',
};
function sarif_sarif({ problems }) {
    const results = problems.map(({ code, severity, message, hint, place, sourceLine, leaves }) => ({
        rule: code,
        level: severity,
        message: hint === undefined ? message : `${message}\n${hint}`,
        place,
        sourceLine,
        leaves,
    }));
    return (0,sarif/* sarifLog */.e)('kompos', results, RULES);
}

// EXTERNAL MODULE: ./src/stores/stores.ts + 7 modules
var stores = __webpack_require__(63825);
;// CONCATENATED MODULE: ./src/commands/validate/validate.ts
/** `kompos validate`: what is wrong with a project, all at once, without Terraform. */











/** @throws ProblemError if the settings cannot be read, or no leaf is meant */
async function validateLocally(request, context) {
    const validation = await validationOf(request, context);
    const formats = {
        text: () => (0,validate_formats/* validationText */.nP)(validation, context.paint),
        json: () => (0,validate_formats/* validationJson */.aQ)(validation),
        github: () => (0,validate_formats/* githubCommands */.E7)(validation),
        sarif: () => sarif_sarif(validation),
    };
    return { text: formats[request.format](), failed: (0,problems/* hasErrors */.Cs)(validation.problems) };
}
async function validationOf(request, context) {
    try {
        return await validateHere(request, context);
    }
    catch (error) {
        // Settings that cannot be read are what is to be reported; without them, there are no leaves.
        if (!(error instanceof problems/* ProblemError */.Mm) || error.problems.some(({ place }) => place?.file === undefined))
            throw error;
        return { problems: error.problems, leafCount: 0, paused: [], others: [] };
    }
}
function validateHere(request, context) {
    return (0,execution_questions/* withQuestions */.s)(request, context, async (questions) => {
        const { caches, listMerge } = questions.here;
        const { leaves } = (0,execution_questions/* leavesFor */.OY)(questions, request.configPath);
        const project = (0,unused_settings/* withUnusedSettings */.K$)(questions.here.project);
        // Variables that are not set here are set where Terraform runs.
        const environment = (0,environment_reader/* withStandIns */.HX)({ ...(0,environment_reader/* openEnvironment */.Ay)(context.environment), secrets: stores/* standIns */.dS });
        const outside = (0,outside_settings/* outsideSettings */.b)(context.environment).ofRenderings;
        const renderer = (0,rendering_renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), environment, caches, listMerge, outside);
        return (0,validation/* validate */.t)(renderer, leaves);
    });
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

/***/ 74412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69405);
/** Text in the width of a terminal. */

/**
 * Lines of words, none of them broken; those of the text stay.
 *
 * @param width columns of a line
 * @param first columns of the first line that are taken
 */
function wrapped(text, width, first = 0) {
    const lines = [];
    for (const line of (0,_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).split('\n')) {
        if (line === '')
            continue;
        let current = '';
        let room = lines.length === 0 ? width - first : width;
        // What is indented is laid out already.
        for (const word of line.startsWith(' ') ? [line] : line.split(' ')) {
            if (current !== '' && current.length + 1 + word.length > room) {
                lines.push(current);
                current = word;
                room = width;
            }
            else {
                current = current === '' ? word : `${current} ${word}`;
            }
        }
        lines.push(current);
    }
    return lines;
}


/***/ }),

/***/ 91048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ versionOf),
/* harmony export */   Q: () => (/* binding */ movablePin)
/* harmony export */ });
const GIT_SOURCE = /^git::|^git@|^(?:github\.com|bitbucket\.org)\/|\.git(?:$|[/?])/u;
const BRANCH = /^(?:refs\/heads\/.*|main|master|develop|development|trunk|head|latest|stable|next)$/iu;
/**
 * Whether a module's source can move. Versions (anything with a digit, such as `v1.2.0` or `vpc-3`) and commits cannot;
 * known branch names, names without a digit and names with a `/` can. Sources other than git have no ref.
 */
function movablePin(pin) {
    if (!/^module\..+\.source$/u.test(pin.address) || !GIT_SOURCE.test(pin.value))
        return undefined;
    const ref = versionOf(pin.value);
    if (ref === undefined || ref === '')
        return { address: pin.address, ref: undefined };
    if (/^[0-9a-f]{7,64}$/u.test(ref) || ref.startsWith('refs/tags/'))
        return undefined;
    const version = /\d/u.test(ref) && !/^(?:feature|feat|fix|bugfix|hotfix|release|refs\/heads)\//iu.test(ref);
    return version && !BRANCH.test(ref) ? undefined : { address: pin.address, ref };
}
/** The `ref` of a module's source; undefined if it has none. */
function versionOf(source) {
    return /[?&]ref=([^&]*)/u.exec(source)?.[1];
}


/***/ })

};

//# sourceMappingURL=104.index.js.map