export const id = 7201;
export const ids = [7201];
export const modules = {

/***/ 97201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findUses: () => (/* binding */ findUses)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/execution/questions.ts
var execution_questions = __webpack_require__(49267);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/placeholder-links.ts
var placeholder_links = __webpack_require__(38563);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/interpolate.ts + 3 modules
var interpolate = __webpack_require__(56768);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/suggest.ts
var suggest = __webpack_require__(57784);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/rendering/code-reads.ts
var code_reads = __webpack_require__(5319);
// EXTERNAL MODULE: ./src/rendering/render.ts + 5 modules
var render = __webpack_require__(59527);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/markdown/value-text.ts
var value_text = __webpack_require__(15634);
;// CONCATENATED MODULE: ./src/commands/uses/text.ts
/** What uses a key, for a terminal and for programs. Pure. */




const WIDTH = 74;
const MOST_VALUES = 20;
const MOST_LEAVES = 3;
const MOST_READS = 10;
function usesText({ key, values, without, unresolved, references, code }) {
    const seen = values.reduce((sum, { leaves }) => sum + leaves.length, 0);
    const parts = [
        [
            `${key} has ${(0,phrases/* count */.U9)(values.length, 'value', 'values')} in ${(0,phrases/* count */.U9)(seen, 'leaf', 'leaves')}.`,
            ...(without.length === 0 ? [] : [`${(0,phrases/* count */.U9)(without.length, 'leaf does', 'leaves do')} not have it.`]),
        ],
        values
            .slice(0, MOST_VALUES)
            .flatMap(({ value, place, leaves }) => [
            (0,value_text/* shownValue */.JJ)(value, WIDTH),
            `    ${(0,problems/* formatPlace */.dE)(place)}`,
            ...fewLeaves(leaves).map((line) => `  ${line}`),
        ]),
        values.length > MOST_VALUES ? [`and ${(0,phrases/* count */.U9)(values.length - MOST_VALUES)} more values: see --format json`] : [],
        unresolved.length === 0
            ? []
            : [
                `Cannot be resolved in ${(0,phrases/* count */.U9)(unresolved.length, 'leaf', 'leaves')}:`,
                ...[...new Set(unresolved.map(({ why }) => why))].slice(0, MOST_LEAVES).map((why) => `  ${why}`),
            ],
        references.length === 0
            ? []
            : [
                'Taken over by',
                ...references
                    .slice(0, MOST_READS)
                    .flatMap((each) => [`  ${(0,escaping/* oneLine */.TN)(each.key)}`, `      ${(0,problems/* formatPlace */.dE)(each.place)}`]),
                ...(references.length > MOST_READS ? [`  and ${(0,phrases/* count */.U9)(references.length - MOST_READS)} more`] : []),
            ],
        ['Read by', ...(code.length === 0 ? ['  no code'] : code.flatMap(codeLines))],
    ];
    return parts
        .filter((lines) => lines.length > 0)
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
function fewLeaves(leaves) {
    const shown = leaves.slice(0, MOST_LEAVES).map(escaping/* oneLine */.TN);
    const more = leaves.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${(0,phrases/* count */.U9)(more)} more`] : [])];
}
function codeLines({ folder, leaves, reads, mayReadAll }) {
    const more = reads.length - MOST_READS;
    return [
        `  ${(0,escaping/* oneLine */.TN)(folder)} (${(0,phrases/* count */.U9)(leaves, 'leaf', 'leaves')})`,
        ...reads.slice(0, MOST_READS).flatMap((each) => [`    ${what(each)}`, `      ${(0,problems/* formatPlace */.dE)(each)}`]),
        ...(more > 0 ? [`    and ${(0,phrases/* count */.U9)(more)} more`] : []),
        ...(mayReadAll === undefined ? [] : [`    ${(0,escaping/* oneLine */.TN)(mayReadAll)} may read any key.`]),
    ];
}
function what({ how, path, address }) {
    const variable = ['var.config', ...path].join('.');
    return {
        pin: `pin ${address ?? ''}`,
        variable,
        'handed-on': `${variable}, handed on`,
        provider: 'the generated provider file',
    }[how];
}
/** Everything: all values with all their leaves. */
function usesJson({ key, values, without, unresolved, references, code }) {
    const document = {
        key,
        values: values.map(({ value, place, leaves }) => ({
            value: (0,value_text/* jsonValue */.IL)(value),
            place: (0,problems/* placeInFile */.ZU)(place) ?? null,
            leaves,
        })),
        without,
        unresolved,
        takenOverBy: references,
        code: code.map(({ folder, leaves, reads, mayReadAll }) => ({
            folder,
            leaves,
            reads: reads.map(({ path, ...read }) => ({ ...read, key: path.join('.') })),
            mayReadAll: mayReadAll ?? null,
        })),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}

;// CONCATENATED MODULE: ./src/commands/uses/uses.ts
/** `kompos uses`: which leaves see a key, with which values, and which code reads it. */










/** @throws ProblemError if no leaf has the key */
async function findUses(request, context) {
    return (0,execution_questions/* withQuestions */.s)(request, context, async (questions) => {
        const { leaves } = (0,execution_questions/* leavesFor */.OY)(questions, request.configPath);
        const uses = await usesOf(questions.here, leaves, request.key);
        return request.format === 'json' ? usesJson(uses) : usesText(uses);
    });
}
async function usesOf(here, leaves, key) {
    const { configurations, environment } = here;
    await configurations.load(leaves);
    const values = new Map();
    const without = [];
    const unresolved = [];
    const references = new Map();
    const known = new Set();
    const code = openCode(here, key);
    const noted = new Set();
    for (const leaf of leaves) {
        const { value: merged, problems: unread } = await configurations.merged(leaf);
        if (merged === undefined) {
            unresolved.push({ leaf: leaf.path, why: unread[0]?.message ?? 'No layer has a file.' });
            continue;
        }
        const { value, problems } = (0,interpolate/* valueAt */.fK)(merged, key, environment);
        if (value === undefined) {
            const [first] = problems;
            if (first !== undefined)
                unresolved.push({ leaf: leaf.path, why: first.message });
            else
                without.push(leaf.path);
            if (known.size === 0)
                for (const each of (0,suggest/* keysOf */.Y)(merged))
                    known.add(each);
            continue;
        }
        const text = (0,json/* toCompactJson */.ZJ)(value);
        const group = values.get(text);
        if (group === undefined)
            values.set(text, { value, place: value.source ?? value.origin, leaves: [leaf.path] });
        else
            group.leaves.push(leaf.path);
        noteReferences(merged);
        await code.note(leaf, merged);
    }
    if (values.size === 0 && unresolved.length === 0)
        throw (0,execution_questions/* noKey */.Ns)(key, 'any leaf', [...known]);
    return {
        key,
        values: [...values.values()].sort((a, b) => b.leaves.length - a.leaves.length),
        without,
        unresolved,
        references: [...references.values()],
        code: code.found(),
    };
    /** Leaves share most of their configuration: each part is looked at once. */
    function noteReferences(merged) {
        const wanted = key.split('.');
        for (const [name, part] of Object.entries(merged.children)) {
            if (!part.templated || noted.has(part))
                continue;
            noted.add(part);
            const children = { [name]: part };
            for (const { path, from, origin } of (0,placeholder_links/* referencesIn */.i)({ ...merged, children })) {
                if (path.length === 0 || !overlaps(path, wanted) || from === key)
                    continue;
                if (!references.has(from))
                    references.set(from, { key: from, place: origin });
            }
        }
    }
}
/** Collects what the code of leaves reads of a key. */
function openCode({ project, caches, environment }, key) {
    const path = key.split('.');
    const [first = ''] = path;
    const codeOf = (0,code_reads/* openCodeReader */.$)(project, caches.syntax);
    const folders = new Map();
    const found = [];
    return {
        async note(leaf, merged) {
            const folder = folderOf(leaf, merged);
            if (folder === undefined)
                return;
            const known = folders.get(folder);
            if (known !== undefined) {
                known.leaves += 1;
                return;
            }
            folders.set(folder, { composition: leaf.composition, leaves: 1 });
            const code = await codeOf(folder);
            if (code === undefined)
                return;
            const given = (0,render/* givenKeys */.iH)(project.settings, leaf.composition);
            const reads = code.reads.filter((each) => overlaps(each.path, path) && (each.how === 'pin' ? each.path.length > 0 : given.variables(first)));
            const generated = given.provider(first)
                ? [{ path: [first], how: 'provider', file: 'provider.tf.json', line: undefined }]
                : [];
            const all = [...reads, ...generated];
            if (all.length > 0 || code.mayReadAll !== undefined) {
                found.push({ folder, leaves: 0, reads: all, mayReadAll: code.mayReadAll });
            }
        },
        found: () => found.map((each) => ({ ...each, leaves: folders.get(each.folder)?.leaves ?? 0 })),
    };
    function folderOf(leaf, merged) {
        try {
            return (0,project_project/* sourceFolder */.Id)(project, leaf, (0,render/* cloudOf */.hH)(merged, environment).cloud);
        }
        catch (error) {
            if (error instanceof problems/* ProblemError */.Mm)
                return undefined;
            throw error;
        }
    }
}
/** Whether one path is the other, or above it. */
function overlaps(a, b) {
    return a.slice(0, b.length).every((step, index) => step === b[index]);
}


/***/ }),

/***/ 38563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ placeholderLinks),
/* harmony export */   i: () => (/* binding */ referencesIn)
/* harmony export */ });
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16606);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56768);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33166);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40711);




/** How many links are followed: placeholders that double may be made of billions. */
const MOST = 200;
/**
 * The placeholders of a text, outermost first, and those of what they refer to.
 *
 * @param root the merged configuration, not interpolated
 */
function placeholderLinks(value, root, environment) {
    let left = MOST;
    return linksOf(value, new Set());
    function linksOf(from, above) {
        if (from.kind !== 'scalar' || !from.templated || from.problem !== undefined || above.has(from))
            return [];
        const within = new Set([...above, from]);
        return placeholdersOf(from).flatMap((part) => {
            left -= 1;
            return left < 0 ? [] : [linkOf(from, part, within)];
        });
    }
    function linkOf(scalar, part, above) {
        const written = scalar.spelling.slice(part.start, part.end);
        const inner = part.parts.flatMap((each) => (each.kind === 'placeholder' ? [linkOf(scalar, each, above)] : []));
        const expression = expressionOf(scalar, part);
        const link = { written, place: undefined, value: undefined, links: inner };
        if (expression === undefined)
            return { ...link, kind: 'broken', name: written };
        if (expression.kind === 'secret')
            return { ...link, kind: 'secret', name: expression.call };
        if (expression.kind === 'variable')
            return { ...link, kind: 'variable', name: expression.name };
        const { key } = expression;
        const found = (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .lookup */ .$I)(root, key) ?? behind(key);
        const builtIn = found ?? (root.builtIn && (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .lookup */ .$I)(root.builtIn, key));
        if (builtIn === undefined)
            return { ...link, kind: 'missing', name: key };
        // No file sets it, so it has no place.
        if (found === undefined)
            return { ...link, kind: 'key', name: key, value: builtIn };
        const links = [...inner, ...linksOf(found, above)];
        return {
            written,
            kind: 'key',
            name: key,
            place: found.origin,
            value: (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(root, key, environment).value,
            links,
        };
    }
    function expressionOf(scalar, part) {
        const [first] = part.parts;
        const start = first?.kind === 'literal' ? first.text : '';
        if (part.inside !== undefined)
            return (0,_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .readExpression */ .J)(part.inside, start);
        const inside = scalar.spelling.slice(part.start + 2, part.end - 2);
        const { text, problems } = (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_0__/* .interpolateText */ .B3)(inside, scalar.origin, root, environment);
        return problems.length > 0 ? undefined : (0,_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .readExpression */ .J)(text, start);
    }
    /** The placeholder on the way to a key that the rest of it is behind. */
    function behind(key) {
        for (const [end] of (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .endsOf */ .oI)(root, key.split('.')))
            if ((0,_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .isWholePlaceholder */ .Lf)(end))
                return end;
        return undefined;
    }
}
/** The keys that the placeholders of a configuration refer to, those of its keys left out. */
function referencesIn(root) {
    const found = [];
    const seen = new Set();
    collect(root, []);
    return found;
    function collect(value, at) {
        if (!value.templated || seen.has(value))
            return;
        seen.add(value);
        if (value.kind === 'scalar') {
            for (const part of placeholdersOf(value))
                note(value, part, at.join('.'));
            return;
        }
        for (const [key, child] of Object.entries(value.children))
            if (isValue(child))
                collect(child, [...at, key]);
    }
    function note(scalar, part, from) {
        const [first] = part.parts;
        const start = part.inside ?? (first?.kind === 'literal' ? first.text.replace(/[^.]*$/u, '') : '');
        const expression = (0,_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .readExpression */ .J)(start.replace(/\.$/u, ''), start);
        if (expression.kind === 'key') {
            found.push({ path: expression.key === '' ? [] : expression.key.split('.'), from, origin: scalar.origin });
        }
        for (const each of part.parts)
            if (each.kind === 'placeholder')
                note(scalar, each, from);
    }
}
function isValue(child) {
    return child !== undefined;
}
function placeholdersOf(scalar) {
    return (0,_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .CI)(scalar).filter((part) => part.kind === 'placeholder');
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

/***/ 15634:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   f$: () => (/* binding */ shownText)
/* harmony export */ });
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20441);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22522);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69405);
/** Values and keys of configurations as texts for people. Pure. */



/** A plain text that nobody can take for anything else. */
const PLAIN = /^[^\s"'[\]{}#,&*!|>%@`~-][^\n\t]*(?<!\s)$/u;
/** A value on one line: texts without quotes where they are plain, everything else as JSON. */
function shownValue(value, most = Infinity) {
    const text = value.kind === 'scalar' ? scalarText(value) : (0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_0__/* .toCompactJson */ .ZJ)(value);
    return shownText(text, most);
}
/** A text on one line, as it is written. */
function shownText(text, most) {
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(text).replaceAll('\n', '\\n'), most);
}
function scalarText({ value, spelling }) {
    if (value === null)
        return 'null';
    if (typeof value !== 'string')
        return spelling;
    const isTaken = /^(?:true|false|null|[-+.\d][\d._eE+-]*)$/u.test(value);
    return PLAIN.test(value) && !isTaken ? value : JSON.stringify(value);
}
/** All values that are no maps, by their dotted keys; an empty map and a list are values as well. */
function entriesOf(value, key = '') {
    const found = [];
    collect(value, key);
    return found;
    function collect(at, name) {
        const keys = at.kind === 'map' ? Object.keys(at.children) : [];
        if (at.kind !== 'map' || keys.length === 0)
            found.push({ key: name, value: at });
        else
            for (const each of keys.sort()) {
                const child = at.children[each];
                if (child !== undefined)
                    collect(child, name === '' ? each : `${name}.${each}`);
            }
    }
}
/** A value for a JSON document: integers beyond the safe range are texts there. */
function jsonValue(value) {
    return JSON.parse(JSON.stringify((0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlain */ .Ul)(value), (_, each) => (typeof each === 'bigint' ? String(each) : each)));
}


/***/ }),

/***/ 5319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ openCodeReader)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _hierarchy_interpolation_placeholder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40711);
/* harmony import */ var _hierarchy_value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95686);
/* harmony import */ var _leaf_reads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97840);
/* harmony import */ var _source_folders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25107);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1650);
/* harmony import */ var _use_configuration_use_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49076);
/** Which places in a composition's code read which keys of the configuration. */







/** Reads each folder once. Modules whose place only a leaf's configuration tells are not followed. */
function openCodeReader({ snapshot, root, settings }, syntax) {
    const sourceAt = (0,_source_folders_js__WEBPACK_IMPORTED_MODULE_3__/* .openSourceFolders */ .p)(snapshot, syntax);
    const layerRoots = new Set(settings.configRoots.map((each) => (root === '' ? each : `${root}/${each}`)));
    const leafReads = (0,_leaf_reads_js__WEBPACK_IMPORTED_MODULE_2__/* .openLeafReads */ .w)(snapshot, sourceAt, layerRoots);
    const found = new Map();
    async function read(folder) {
        const source = await sourceAt(folder);
        if (source === undefined)
            return undefined;
        const reach = await leafReads.reach(folder, { pinned: [], variables: undefined, provider: '' });
        const modules = new Map();
        for (const module of reach.modules) {
            const code = await sourceAt(module.folder);
            if (code !== undefined)
                modules.set(module.folder, code);
        }
        const opaque = (0,_use_configuration_use_js__WEBPACK_IMPORTED_MODULE_4__/* .opaqueFile */ .CA)(source, modules)?.file.path;
        const variables = (0,_use_configuration_use_js__WEBPACK_IMPORTED_MODULE_4__/* .configurationReads */ .Cv)(source, modules).map(({ path, isShape, file, line }) => {
            return { path, how: isShape ? 'handed-on' : 'variable', file, line };
        });
        const reads = [...(settings.versionedModuleSources ? pinReads(source) : []), ...distinct(variables)];
        return {
            reads: reads.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1)),
            mayReadAll: opaque ?? (reach.readsVariablesFile ? folder : undefined),
        };
    }
    return (folder) => {
        let reads = found.get(folder);
        if (reads === undefined) {
            // What cannot be read is for `kompos validate` to report.
            reads = read(folder).catch((error) => {
                if (!(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm))
                    throw error;
                return { reads: [], mayReadAll: folder };
            });
            found.set(folder, reads);
        }
        return reads;
    };
}
/** A value that is handed on at a place is not named there again as read. */
function distinct(reads) {
    const byPlace = new Map();
    for (const read of reads) {
        const key = JSON.stringify([read.file, read.line, read.path]);
        if (byPlace.get(key)?.how !== 'variable')
            byPlace.set(key, read);
    }
    return [...byPlace.values()];
}
/** The keys of a template's placeholders at places where they are resolved. */
function pinReads({ files }) {
    return files
        .filter(({ name }) => (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isTemplate */ .Fl)(name))
        .flatMap(({ file, hcl }) => (hcl?.parsed.literals ?? []).flatMap(({ start, end, line, column, address }) => {
        const text = hcl?.text.slice(start, end) ?? '';
        const literal = (0,_hierarchy_value_js__WEBPACK_IMPORTED_MODULE_6__/* .scalarValue */ .Um)(text, text, { file: file.path, line, column });
        return (0,_hierarchy_interpolation_placeholder_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOf */ .CI)(literal)
            .flatMap(keysOf)
            .map((path) => ({ path, how: 'pin', file: file.path, line, address }));
    }));
}
/** The key of a placeholder, as far as it is written out, and those inside of it. */
function keysOf(part) {
    if (part.kind !== 'placeholder')
        return [];
    const [first] = part.parts;
    const start = first?.kind === 'literal' ? first.text.trim() : '';
    const written = part.inside?.trim() ?? start.replace(/\.?[^.]*$/u, '');
    return [written === '' ? [] : written.split('.'), ...part.parts.flatMap(keysOf)];
}


/***/ })

};

//# sourceMappingURL=7201.index.js.map