export const id = 2826;
export const ids = [2826];
export const modules = {

/***/ 66573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ githubCommands),
/* harmony export */   _f: () => (/* binding */ validationSummary),
/* harmony export */   aQ: () => (/* binding */ validationJson),
/* harmony export */   nP: () => (/* binding */ validationText)
/* harmony export */ });
/* harmony import */ var _markdown_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22522);
/* harmony import */ var _markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69405);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15131);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32857);
/* harmony import */ var _markdown_wrapped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74412);





const WIDTH = 80;
const INDENT = '    ';
const MOST_LEAVES = 3;
/** A job summary holds 1 MiB. */
const MOST_BYTES = 500_000;
/** Grouped by file, each problem with its line, a caret, what to do, and its leaves. */
function validationText({ problems, leafCount, paused, others }, paint) {
    const files = new Map();
    for (const each of problems) {
        const file = each.place?.file ?? '';
        files.set(file, [...(files.get(file) ?? []), each]);
    }
    const groups = [...files].map(([file, found]) => [
        ...(file === '' ? [] : [paint('bold', (0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(file))]),
        ...found.flatMap((each) => problemLines(each, paint)),
    ].join('\n'));
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    const checked = `${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(leafCount, 'leaf', 'leaves')} checked${paused.length === 0 ? '' : `, ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(paused.length)} of them paused`}.`;
    const total = problems.length === 0
        ? paint('green', 'No problems.')
        : paint(errors > 0 ? 'red' : 'yellow', `${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(errors, 'error', 'errors')}, ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(warnings, 'warning', 'warnings')}.`);
    const skipped = others.length === 0 ? '' : ` ${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .otherTools */ .uq)(others))}`;
    return `${[...groups, `${total} ${checked}${skipped}`].join('\n\n')}\n`;
}
function problemLines({ severity, message, place, sourceLine, hint, leaves = [] }, paint) {
    const where = place?.line === undefined ? '' : `${place.line}${place.column === undefined ? '' : `:${place.column}`}  `;
    const label = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
    const [first = '', ...others] = (0,_markdown_wrapped_js__WEBPACK_IMPORTED_MODULE_3__/* .wrapped */ .k)(message, WIDTH - INDENT.length, where.length + severity.length + 2);
    return [
        `  ${where}${label}  ${first}`,
        ...others.map((line) => `${INDENT}${line}`),
        ...caretLines(sourceLine, place?.column),
        ...(0,_markdown_wrapped_js__WEBPACK_IMPORTED_MODULE_3__/* .wrapped */ .k)(hint ?? '', WIDTH - INDENT.length).map((line) => `${INDENT}${line}`),
        ...leafLines(leaves).map((line) => `${INDENT}${line}`),
    ];
}
function caretLines(sourceLine, column) {
    if (sourceLine === undefined)
        return [];
    const shown = `${INDENT}  ${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(sourceLine)}`;
    if (column === undefined)
        return [shown];
    return [shown, `${INDENT}  ${sourceLine.slice(0, column - 1).replace(/[^\t]/gu, ' ')}^`];
}
function leafLines(leaves) {
    if (leaves.length === 0)
        return [];
    const shown = leaves.slice(0, MOST_LEAVES).map((leaf) => `  ${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(leaf)}`);
    const more = leaves.length - shown.length;
    return [
        `In ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(leaves.length, 'leaf', 'leaves')}:`,
        ...shown,
        ...(more > 0 ? [`  and ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(more)} more`] : []),
    ];
}
/** The same for a job's summary, as a text that nothing in it can leave. */
function validationSummary(validation) {
    const text = validationText(validation, (_, each) => each);
    const body = (0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .cutMiddle */ .it)(text, MOST_BYTES, (lines) => `… ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(lines, 'more line', 'more lines')} in the log …`);
    return `### Kompos: validate\n\n${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(body, 'text')}\n`;
}
/** Everything: each problem with all its leaves. */
function validationJson({ problems, leafCount, paused, others }) {
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
    return `${JSON.stringify({ valid, leafCount, paused, otherTools: others, problems: rows }, undefined, 2)}\n`;
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
        return `::${severity} ${properties.join(',')}::${escaped((0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(text))}\n`;
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

// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
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
        ...(isWhole ? [...unusedTemplates(renderer, used, failed), ...(await (0,unused_settings/* unusedKeys */.tX)(project, leaves, renderer))] : []),
    ];
    const others = isWhole ? (0,project_project/* findLeavesOf */.bM)(project).others : [];
    return { problems: await withSourceLines(problems, project.snapshot), leafCount: leaves.length, paused, others };
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


/***/ })

};

//# sourceMappingURL=2826.index.js.map