export const id = 9180;
export const ids = [9180];
export const modules = {

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
/* harmony export */   eL: () => (/* binding */ statesOfChanged),
/* harmony export */   xE: () => (/* binding */ statesOfAll)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _changed_leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66486);
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

/***/ 66573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ githubCommands),
/* harmony export */   _f: () => (/* binding */ validationSummary),
/* harmony export */   aQ: () => (/* binding */ validationJson),
/* harmony export */   nP: () => (/* binding */ validationText)
/* harmony export */ });
/* harmony import */ var _markdown_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22522);
/* harmony import */ var _markdown_escaping_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69405);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15131);
/* harmony import */ var _markdown_wrapped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74412);




const WIDTH = 80;
const INDENT = '    ';
const MOST_LEAVES = 3;
/** A job summary holds 1 MiB. */
const MOST_BYTES = 500_000;
/** Grouped by file, each problem with its line, a caret, what to do, and its leaves. */
function validationText({ problems, leafCount, paused }, paint) {
    const files = new Map();
    for (const each of problems) {
        const file = each.place?.file ?? '';
        files.set(file, [...(files.get(file) ?? []), each]);
    }
    const groups = [...files].map(([file, found]) => [
        ...(file === '' ? [] : [paint('bold', (0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(file))]),
        ...found.flatMap((each) => problemLines(each, paint)),
    ].join('\n'));
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    const checked = `${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(leafCount, 'leaf', 'leaves')} checked${paused.length === 0 ? '' : `, ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(paused.length)} of them paused`}.`;
    const total = problems.length === 0
        ? paint('green', 'No problems.')
        : paint(errors > 0 ? 'red' : 'yellow', `${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(errors, 'error', 'errors')}, ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(warnings, 'warning', 'warnings')}.`);
    return `${[...groups, `${total} ${checked}`].join('\n\n')}\n`;
}
function problemLines({ severity, message, place, sourceLine, hint, leaves = [] }, paint) {
    const where = place?.line === undefined ? '' : `${place.line}${place.column === undefined ? '' : `:${place.column}`}  `;
    const label = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
    const [first = '', ...others] = (0,_markdown_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(message, WIDTH - INDENT.length, where.length + severity.length + 2);
    return [
        `  ${where}${label}  ${first}`,
        ...others.map((line) => `${INDENT}${line}`),
        ...caretLines(sourceLine, place?.column),
        ...(0,_markdown_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(hint ?? '', WIDTH - INDENT.length).map((line) => `${INDENT}${line}`),
        ...leafLines(leaves).map((line) => `${INDENT}${line}`),
    ];
}
function caretLines(sourceLine, column) {
    if (sourceLine === undefined)
        return [];
    const shown = `${INDENT}  ${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(sourceLine)}`;
    if (column === undefined)
        return [shown];
    return [shown, `${INDENT}  ${sourceLine.slice(0, column - 1).replace(/[^\t]/gu, ' ')}^`];
}
function leafLines(leaves) {
    if (leaves.length === 0)
        return [];
    const shown = leaves.slice(0, MOST_LEAVES).map((leaf) => `  ${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(leaf)}`);
    const more = leaves.length - shown.length;
    return [
        `In ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(leaves.length, 'leaf', 'leaves')}:`,
        ...shown,
        ...(more > 0 ? [`  and ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more)} more`] : []),
    ];
}
/** The same for a job's summary, as a text that nothing in it can leave. */
function validationSummary(validation) {
    const text = validationText(validation, (_, each) => each);
    const body = (0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .cutMiddle */ .it)(text, MOST_BYTES, (lines) => `… ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(lines, 'more line', 'more lines')} in the log …`);
    return `### Kompos: validate\n\n${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(body, 'text')}\n`;
}
/** Everything: each problem with all its leaves. */
function validationJson({ problems, leafCount, paused }) {
    const rows = problems.map(({ code, severity, message, place, sourceLine, hint, leaves }) => ({
        code,
        severity,
        message,
        file: place?.file ?? null,
        line: place?.line ?? null,
        column: place?.column ?? null,
        sourceLine: sourceLine ?? null,
        hint: hint ?? null,
        leaves: leaves ?? [],
    }));
    const valid = problems.every(({ severity }) => severity !== 'error');
    return `${JSON.stringify({ valid, leafCount, paused, problems: rows }, undefined, 2)}\n`;
}
/** A workflow command for each problem: a step of a workflow that prints them annotates the lines. */
function githubCommands({ problems }) {
    return problems
        .map(({ severity, message, place, hint, leaves = [] }) => {
        const properties = [
            ['title', 'Kompos'],
            ['file', place?.file],
            ['line', place?.line],
            ['col', place?.line === undefined ? undefined : place.column],
        ].flatMap(([name, value]) => (value === undefined ? [] : [`${String(name)}=${escapedProperty(String(value))}`]));
        const text = [message, hint, ...leafLines(leaves)].filter((part) => part !== undefined).join('\n');
        return `::${severity} ${properties.join(',')}::${escaped((0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text))}\n`;
    })
        .join('');
}
/** As GitHub's own toolkit escapes data of workflow commands. */
function escaped(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapedProperty(text) {
    return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
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
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 2 modules
var rendering_renderer = __webpack_require__(23278);
// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
// EXTERNAL MODULE: ./src/commands/validate/formats.ts
var validate_formats = __webpack_require__(66573);
// EXTERNAL MODULE: ./src/base/version.ts
var version = __webpack_require__(12301);
;// CONCATENATED MODULE: ./src/commands/validate/sarif.ts

/** What each code is about; a code that is not here is shown by its name. */
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
function sarif({ problems }) {
    const codes = [...new Set(problems.map(({ code }) => code))].sort();
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'kompos',
                        version: (0,version/* version */.r)(),
                        informationUri: 'https://github.com/kompos-io/kompos-github',
                        rules: codes.map((code) => ({ id: code, shortDescription: { text: RULES[code] ?? code } })),
                    },
                },
                // Columns count as JavaScript's strings do.
                columnKind: 'utf16CodeUnits',
                results: problems.map((each) => resultOf(each, codes)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function resultOf(problem, codes) {
    const { code, severity, message, hint, place, leaves } = problem;
    return {
        ruleId: code,
        ruleIndex: codes.indexOf(code),
        level: severity,
        message: { text: hint === undefined ? message : `${message}\n${hint}` },
        ...(place === undefined ? {} : { locations: [{ physicalLocation: locationOf(place, problem.sourceLine) }] }),
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
        sarif: () => sarif(validation),
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
        return { problems: error.problems, leafCount: 0, paused: [] };
    }
}
function validateHere(request, context) {
    return (0,execution_questions/* withQuestions */.s)(request, context, async (questions) => {
        const { caches, listMerge } = questions.here;
        const { leaves } = (0,execution_questions/* leavesFor */.OY)(questions, request.configPath);
        const project = (0,unused_settings/* withUnusedSettings */.K)(questions.here.project);
        // Variables that are not set here are set where Terraform runs.
        const environment = (0,environment_reader/* withStandIns */.HX)({ ...(0,environment_reader/* openEnvironment */.Ay)(context.environment), secrets: stores/* standIns */.dS });
        const outside = (0,outside_settings/* outsideSettings */.b)(context.environment).ofRenderings;
        const renderer = (0,rendering_renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), environment, caches, listMerge, outside);
        return (0,validation/* validate */.t)(renderer, leaves);
    });
}


/***/ }),

/***/ 22318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./src/changes/states.ts
var changes_states = __webpack_require__(63243);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(95686);
// EXTERNAL MODULE: ./node_modules/@cfworker/json-schema/dist/esm/validator.js + 6 modules
var esm_validator = __webpack_require__(60207);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/placeholder.ts
var placeholder = __webpack_require__(40711);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
;// CONCATENATED MODULE: ./src/project/configuration-schema.ts
/** The JSON Schemas of a configuration: `schema.json` in a layer's folder checks the leaves below it. */







const SCHEMA_FILE = 'schema.json';
/** Each schema is read once. */
function openSchemaCheck({ snapshot, root }) {
    const schemas = new Map();
    async function readSchema(folder) {
        const path = (0,snapshot_snapshot/* joinPath */.uJ)(root, `${folder}/${SCHEMA_FILE}`);
        const file = snapshot.file(path);
        if (file === undefined)
            return undefined;
        await snapshot.load([file]);
        try {
            const schema = JSON.parse(snapshot.read(file).toString('utf8'));
            if (!isSchema(schema))
                throw new SyntaxError('it is neither an object nor a boolean');
            const validator = new esm_validator/* Validator */.D(schema, draftOf(schema), false);
            // References that lead nowhere are found only by using it.
            validator.validate({});
            return { path, validator, problems: [] };
        }
        catch (error) {
            const why = (0,node_errors/* messageOf */.bD)(error);
            const found = (0,base_problems/* problem */.CC)('schema', `The JSON Schema cannot be read: ${why.replace(/\.$/u, '')}.`, {
                place: { file: path },
            });
            return { path, validator: undefined, problems: [found] };
        }
    }
    return async (leaf, configuration) => {
        const problems = [];
        let read;
        for (const folder of leaf.layers) {
            let schema = schemas.get(folder);
            if (schema === undefined) {
                schema = readSchema(folder);
                schemas.set(folder, schema);
            }
            const found = await schema;
            if (found === undefined)
                continue;
            problems.push(...found.problems);
            if (found.validator === undefined)
                continue;
            if (read === undefined) {
                const whole = await configuration();
                read = { whole, plain: plainOf(whole) };
            }
            problems.push(...violations(found.validator, found.path, read.plain, read.whole));
        }
        return problems;
    };
}
function isSchema(value) {
    return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
/** The newest draft, unless the schema names another. */
function draftOf(schema) {
    const named = typeof schema === 'object' && typeof schema.$schema === 'string' ? schema.$schema : '';
    if (/draft-0?4/u.test(named))
        return '4';
    if (/draft-0?[67]/u.test(named))
        return '7';
    return named.includes('2019-09') ? '2019-09' : '2020-12';
}
function violations(validator, file, plain, configuration) {
    const { errors } = validator.validate(plain);
    return errors
        .filter((unit) => isCause(unit, errors))
        .flatMap((unit) => {
        const keys = unit.instanceLocation.split('/').slice(1).map(decodePointer);
        const value = descend(configuration, keys);
        if (isOpen(value))
            return [];
        const key = keys.join('.');
        const what = key === '' ? 'The configuration' : `"${key}"`;
        const message = `${what}: ${wordsOf(unit)}`;
        return [
            (0,base_problems/* problem */.CC)('schema', message, {
                // The configuration as a whole is written in many files.
                place: key === '' ? { file } : (value.source ?? value.origin),
                // A key that is not allowed has no place in the schema.
                hint: `See ${file}${unit.keyword === 'false' ? '' : unit.keywordLocation}.`,
            }),
        ];
    });
}
/** Parts of a schema that only pass on what is wrong in others. */
const WRAPPERS = /^(?:\$ref|\$recursiveRef|allOf|if|dependentSchemas|properties|patternProperties|additionalProperties|unevaluatedProperties|items|prefixItems|additionalItems|unevaluatedItems)$/u;
/** An error is reported where it is, not again by each part of the schema around it; alternatives as a whole. */
function isCause({ keyword, keywordLocation }, all) {
    if (WRAPPERS.test(keyword))
        return false;
    return !all.some((each) => /^(?:anyOf|oneOf|not|propertyNames)$/u.test(each.keyword) &&
        keywordLocation.startsWith(`${each.keywordLocation}/`));
}
/** Whether placeholders that are not resolved decide what the value is, or which keys it has. */
function isOpen(value) {
    if (!value.templated || value.kind === 'scalar')
        return value.templated;
    return value.kind === 'map'
        ? Object.keys(value.children).some(hierarchy_value/* isTemplatedKey */.C)
        : value.children.some(placeholder/* isWholePlaceholder */.Lf);
}
function wordsOf({ keyword, error }) {
    if (keyword === 'false')
        return 'this key is not allowed.';
    return `${error.replace(/^(?:Instance|String|Number|Array|Object) /u, 'the value ').replace(/\.$/u, '')}.`;
}
function decodePointer(part) {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
/** The value at a path, or the last one on the way: a key that is missing is reported where it should be. */
function descend(root, keys) {
    let at = root;
    for (const key of keys) {
        const next = at.kind === 'list' ? at.children[Number(key)] : at.kind === 'map' ? at.children[key] : undefined;
        if (next === undefined)
            return at;
        at = next;
    }
    return at;
}
/** As a validator of JSON understands it: integers are numbers, however large. */
function plainOf(value) {
    return numbers((0,json/* toPlain */.Ul)(value));
}
function numbers(value) {
    if (typeof value === 'bigint')
        return Number(value);
    if (Array.isArray(value))
        return value.map(numbers);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, numbers(each)]));
}

// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
;// CONCATENATED MODULE: ./src/project/pin-rules.ts
/** `terraform.pins.require`: which pins a leaf may have. */

/** The requirement of the last rule that matches a leaf's path; `any` without one. */
function openPinRules(rules) {
    const tests = rules.map(({ leaves, require }) => ({ matches: (0,selection/* leafGlob */.x7)(leaves), require }));
    return (leaf) => tests.findLast(({ matches }) => matches(leaf))?.require ?? 'any';
}

// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(67173);
// EXTERNAL MODULE: ./src/rendering/movable-pin.ts
var movable_pin = __webpack_require__(91048);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
;// CONCATENATED MODULE: ./src/execution/source-lines.ts
/** Problems with the line of source that they are about. */


/** Longer lines are not shown: minified text would not help. */
const LONGEST = 200;
/** In order of file, line and column, each once; a file that cannot be read gives no lines. */
async function withSourceLines(problems, snapshot) {
    const lines = await linesOf(problems, snapshot);
    const distinct = new Map();
    for (const each of problems) {
        const { file = '', line } = each.place ?? {};
        const text = each.sourceLine ?? (line === undefined ? undefined : lines.get(file)?.[line - 1]);
        const isShown = text !== undefined && text.trim() !== '' && text.length <= LONGEST;
        distinct.set((0,base_problems/* formatProblem */.Vw)(each), { ...each, sourceLine: isShown ? text : undefined });
    }
    return [...distinct.values()].sort((a, b) => compare(a.place?.file ?? '', b.place?.file ?? '') ||
        compare(a.place?.line ?? 0, b.place?.line ?? 0) ||
        compare(a.place?.column ?? 0, b.place?.column ?? 0));
}
/** The lines of the files that have problems on a line, loaded in one batch. */
async function linesOf(problems, snapshot) {
    const paths = new Set(problems.flatMap(({ place, sourceLine }) => place?.line === undefined || sourceLine !== undefined ? [] : [place.file]));
    const files = [...paths].flatMap((path) => fileAt(snapshot, path));
    await snapshot.load(files);
    const lines = new Map();
    for (const file of files) {
        const decoded = (0,decode/* decodeText */.g)(file.path, snapshot.read(file), 'yaml');
        if ('text' in decoded)
            lines.set(file.path, decoded.text.split(/\r?\n/u));
    }
    return lines;
}
/** None if there is no such file, or a broken link, which is a problem of its own. */
function fileAt(snapshot, path) {
    try {
        const file = snapshot.file(path);
        return file === undefined || file.isSubmodule === true ? [] : [file];
    }
    catch (error) {
        if (error instanceof base_problems/* ProblemError */.Mm)
            return [];
        throw error;
    }
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./src/execution/validation.ts
/** Everything that is wrong with a project and can be found without Terraform, all at once. */










/**
 * Renders every leaf. Reads nothing from outside of the snapshot.
 *
 * @param renderer of all leaves, with settings that name nothing among its project's warnings
 * @param leaves those to check
 */
async function validate(renderer, leaves) {
    const { project } = renderer;
    const isWhole = leaves.length === renderer.leaves.length;
    const checkSchema = openSchemaCheck(project);
    const checkPins = openPinCheck(renderer);
    const found = [];
    const states = [];
    const used = new Set();
    const failed = new Set();
    const paused = [];
    await renderer.load(leaves);
    for (const leaf of leaves) {
        const result = await renderer.render(leaf);
        if (!result.ok) {
            if (result.paused !== undefined)
                paused.push(leaf.path);
            const source = result.paused?.rendering?.source;
            if (source === undefined)
                failed.add(leaf.composition);
            else
                used.add(source);
            const schema = result.paused === undefined ? await checkSchema(leaf, () => wholeConfiguration(leaf)) : [];
            found.push({ leaf: leaf.path, problems: [...result.problems, ...schema] });
            continue;
        }
        const { rendering, reach } = result;
        used.add(rendering.source);
        for (const { folder } of reach.modules)
            used.add(folder);
        states.push({ leaf, state: rendering.state });
        const schema = await checkSchema(leaf, () => wholeConfiguration(leaf, rendering));
        found.push({ leaf: leaf.path, problems: [...result.warnings, ...schema, ...(await checkPins(leaf, result))] });
    }
    const problems = [
        ...project.warnings,
        ...(0,base_problems/* inLeaves */.e$)(found),
        ...(0,changes_states/* sharedStateProblems */.FM)((0,changes_states/* sharedStates */.QO)(states), states),
        ...(isWhole ? [...unusedTemplates(renderer, used, failed), ...(await (0,unused_settings/* unusedKeys */.t)(project, leaves, renderer))] : []),
    ];
    return { problems: await withSourceLines(problems, project.snapshot), leafCount: leaves.length, paused };
    /** With the keys that its composition does not get; what is not rendered is not interpolated. */
    async function wholeConfiguration(leaf, rendering) {
        const { value } = await renderer.merged(leaf);
        const children = (0,hierarchy_value/* createEntries */.dL)(value?.children);
        for (const part of [rendering?.variables, rendering?.provider]) {
            for (const [key, child] of Object.entries(part?.children ?? {}))
                children[key] = child;
        }
        return (0,hierarchy_value/* mapValue */.IS)(children, value?.origin ?? { file: leaf.path, line: 1, column: 1 });
    }
}
/** Module sources that follow a branch where the settings want a tag. */
function openPinCheck({ project, source: sourceAt, }) {
    const requirementOf = openPinRules(project.settings.pinRules);
    const literals = new Map();
    /** Sources that are written without a placeholder. */
    async function literalsOf(folder) {
        const source = await sourceAt(folder);
        return (source?.files ?? []).flatMap(({ file, hcl }) => (hcl?.parsed.code.calls ?? []).flatMap((call) => {
            if (call.source?.kind !== 'text' || call.source.text.includes('{{'))
                return [];
            const pin = (0,movable_pin/* movablePin */.Q)({ address: `module.${call.name}.source`, value: call.source.text });
            return pin === undefined ? [] : [movable(pin, { file: file.path, line: call.line })];
        }));
    }
    return async (leaf, { rendering, reach }) => {
        if (requirementOf(leaf.path) !== 'tag')
            return [];
        const problems = rendering.pins.flatMap((pin) => {
            const found = (0,movable_pin/* movablePin */.Q)(pin);
            return found === undefined ? [] : [movable(found, placeOf(pin))];
        });
        for (const folder of [rendering.source, ...reach.modules.map((module) => module.folder)]) {
            let found = literals.get(folder);
            if (found === undefined) {
                found = literalsOf(folder);
                literals.set(folder, found);
            }
            problems.push(...(await found));
        }
        return problems;
    };
}
/** Where the value was written, which is where a tag belongs. */
function placeOf({ keys, template }) {
    return keys.at(-1)?.origin ?? template;
}
function movable({ address, ref }, place) {
    const follows = ref === undefined ? 'names no ref' : `follows "${ref}"`;
    return (0,base_problems/* problem */.CC)('pin', `${address.replace(/\.source$/u, '')} ${follows}, but terraform.pins.require asks for a tag here.`, {
        place,
        hint: 'Name a tag or a commit, such as ?ref=v1.2.3.',
    });
}
/** Templates that no leaf renders. Where a leaf fails, what it would use is not known. */
function unusedTemplates({ project: { snapshot, root, settings } }, used, failed) {
    const top = (0,snapshot_snapshot/* joinPath */.uJ)(root, (0,snapshot_snapshot/* joinPath */.uJ)(settings.localPath, settings.rootPath));
    return snapshot
        .files()
        .filter(({ path }) => path.startsWith(top === '' ? '' : `${top}/`) && (0,terraform_files/* isTemplate */.Fl)(path))
        .filter(({ path }) => {
        const folders = path.split('/').slice(0, -1);
        const isUsed = folders.some((_, index) => used.has(folders.slice(0, index + 1).join('/')));
        return !isUsed && !folders.some((name) => failed.has(name));
    })
        .map(({ path }) => (0,base_problems/* warning */.$e)('template', 'No leaf uses this template.', {
        place: { file: path },
        hint: 'Remove it, or add a leaf with the name of its folder as the composition.',
    }));
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

/***/ 67173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ withUnusedSettings),
/* harmony export */   t: () => (/* binding */ unusedKeys)
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
        ...(0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .missingConfigRoots */ .O1)(project).map((name) => missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.')),
        ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
    ];
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


/***/ }),

/***/ 80553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)/u;
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
        ofStates: named((name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && BACKEND_CONFIG.test(value))),
        ofRenderings: {
            // An empty text is a value too.
            variables: new Set(Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : []))),
            options: optionVariables(ofInit),
            completesBackends: ofInit.some((value) => BACKEND_CONFIG.test(value)),
            environment: new Set(set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name]))),
        },
    };
}
function isOfInit(name) {
    return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}
function optionVariables(options) {
    if (options.some((each) => VARIABLE_FILE.test(each)))
        return 'any';
    const names = options.flatMap((each) => [...each.matchAll(VARIABLE)].map(([, name]) => name));
    return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}


/***/ })

};

//# sourceMappingURL=9180.index.js.map