export const id = 7860;
export const ids = [7860];
export const modules = {

/***/ 47860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./src/rendering/code-reads.ts
var code_reads = __webpack_require__(5319);
// EXTERNAL MODULE: ./src/rendering/render.ts + 5 modules
var render = __webpack_require__(59527);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/interpolate.ts + 3 modules
var interpolate = __webpack_require__(56768);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/placeholder-links.ts
var placeholder_links = __webpack_require__(38563);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/suggest.ts
var suggest = __webpack_require__(57784);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/lookup.ts
var lookup = __webpack_require__(33166);
// EXTERNAL MODULE: ./src/hierarchy/interpolation/placeholder.ts
var placeholder = __webpack_require__(40711);
// EXTERNAL MODULE: ./src/hierarchy/json.ts
var json = __webpack_require__(20441);
// EXTERNAL MODULE: ./src/hierarchy/merge.ts
var merge = __webpack_require__(89079);
;// CONCATENATED MODULE: ./src/hierarchy/layer-steps.ts
/** How the value at a key came to be: what each layer file says of it, and what that did. Pure. */




/**
 * Merges the files one by one, in their order.
 *
 * @param listMerge the project's way, or that of the option
 */
function layerSteps(layers, asked, listMerge) {
    const roots = [];
    let root;
    for (const { value } of layers) {
        root = root === undefined ? value : (0,merge/* mergeLayer */.Q)(root, value, listMerge);
        roots.push(root);
    }
    const key = root === undefined ? asked : settableKey(root, asked);
    const steps = layers.map(({ file, value: layer }, index) => {
        const earlier = roots[index - 1];
        const before = earlier && (0,lookup/* lookup */.$I)(earlier, key);
        const after = (0,lookup/* lookup */.$I)(roots[index] ?? layer, key);
        const said = sayingOf(layer, key.split('.'));
        const effect = effectOf(before, after, said);
        return { file, effect, place: effect === 'left' ? undefined : said?.origin, said, value: after };
    });
    return { key, steps };
}
/** The key down to the first list or placeholder on its way: layers merge lists as a whole. */
function settableKey(root, asked) {
    const segments = asked.split('.');
    for (let length = 1; length < segments.length; length += 1) {
        const value = (0,lookup/* lookupIn */.IX)(root, segments.slice(0, length));
        if (value?.kind === 'list' || (value !== undefined && (0,placeholder/* isWholePlaceholder */.Lf)(value))) {
            return segments.slice(0, length).join('.');
        }
    }
    return asked;
}
/** What a layer says of a key: its value, a value above it that is no map, or a map that replaces the one above. */
function sayingOf(layer, segments) {
    for (const [end, beyond] of (0,lookup/* endsOf */.oI)(layer, segments))
        if (beyond.length === 0 || end.kind !== 'map')
            return end;
    for (let length = segments.length - 1; length > 0; length -= 1) {
        const above = (0,lookup/* lookupIn */.IX)(layer, segments.slice(0, length));
        if (above?.kind === 'map' && above.merge === 'override')
            return above;
    }
    return undefined;
}
function effectOf(before, after, said) {
    if (before === after && (said === undefined || after === undefined))
        return 'left';
    if (after === undefined)
        return 'removed';
    if (after.kind === 'scalar' && after.problem !== undefined)
        return 'broken';
    if (before === undefined)
        return 'set';
    if ((0,json/* equalValues */.b9)(before, after))
        return 'repeated';
    if (said?.kind === 'scalar' && said.removes !== undefined)
        return 'removed';
    if (before.kind === 'map' && after.kind === 'map' && after !== said)
        return 'merged';
    if (before.kind === 'list' && after.kind === 'list' && after !== said)
        return 'added';
    return 'overrode';
}

// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/execution/questions.ts
var execution_questions = __webpack_require__(49267);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/markdown/value-text.ts
var value_text = __webpack_require__(15634);
;// CONCATENATED MODULE: ./src/commands/explain/text.ts
/** An explanation for a terminal and for programs. Pure. */



/** Of a value on a line of its own. */
const WIDTH = 74;
const MOST_ENTRIES = 40;
const MOST_PLACES = 20;
const VERBS = {
    set: 'sets',
    overrode: 'overrides',
    merged: 'merges',
    added: 'adds items',
    repeated: 'repeats',
    removed: 'removes',
    broken: 'conflicts',
    left: 'leaves it',
};
function explanationText(explanation, paint) {
    const { key, folder, setKey, steps, value, place, problems } = explanation;
    const title = `${paint('bold', key)} in ${folder}`;
    const result = value === undefined
        ? [paint('red', 'cannot be resolved:'), ...problems.map(base_problems/* formatProblem */.Vw)].join('\n')
        : resultText(value, place === undefined ? '' : (0,base_problems/* formatPlace */.dE)(place));
    const layers = `Layers${setKey === key ? '' : `, for ${setKey}`}\n${stepsText(steps, paint)}`;
    const links = linkLines(explanation.links, 1);
    const parts = [
        `${title}\n${result}`,
        layers,
        links.length === 0 ? '' : `Placeholders\n${links.join('\n')}`,
        referencesText(explanation),
        readersText(explanation),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function resultText(value, place) {
    if (value.kind === 'scalar')
        return `  ${(0,value_text/* shownValue */.JJ)(value, 4 * WIDTH)}\n      ${place}`;
    const entries = value.kind === 'map'
        ? (0,value_text/* entriesOf */.Mc)(value)
        : value.children.map((child, index) => ({ key: String(index), value: child }));
    const shown = entries.slice(0, MOST_ENTRIES).map((entry) => {
        const origin = entry.value.source ?? entry.value.origin;
        return `  ${entry.key === '' ? '' : `${entry.key}: `}${(0,value_text/* shownValue */.JJ)(entry.value, WIDTH)}\n      ${(0,base_problems/* formatPlace */.dE)(origin)}`;
    });
    const more = entries.length - shown.length;
    return [...shown, ...(more > 0 ? [`  and ${(0,phrases/* count */.U9)(more)} more: see --format json`] : [])].join('\n');
}
function stepsText(steps, paint) {
    const said = steps.filter(({ effect }) => effect !== 'left');
    const left = steps.length - said.length;
    const lines = said.map(({ effect, place, file, said: value }) => {
        const isLast = said.at(-1)?.file === file;
        const verb = VERBS[effect].padEnd(11);
        const shown = value === undefined ? '' : saidText(value);
        const where = (0,base_problems/* formatPlace */.dE)(place ?? { file });
        return `  ${isLast ? paint('green', verb) : verb} ${shown}\n      ${where}`;
    });
    const others = left === 0
        ? []
        : [
            said.length === 0
                ? '  No file sets it.'
                : `  ${(0,phrases/* count */.U9)(left, 'other file leaves', 'other files leave')} it as it is.`,
        ];
    return [...lines, ...others].join('\n');
}
function saidText(value) {
    if (value.kind === 'scalar' && value.removes !== undefined)
        return '!remove';
    const tag = value.kind === 'scalar' || value.merge === undefined ? '' : `!${value.merge} `;
    if (value.kind === 'map') {
        const keys = Object.keys(value.children);
        return `${tag}${(0,phrases/* count */.U9)(keys.length, 'key', 'keys')}: ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}`;
    }
    return `${tag}${value.kind === 'scalar' ? (0,value_text/* shownText */.f$)(value.spelling, 4 * WIDTH) || 'empty' : (0,value_text/* shownValue */.JJ)(value, WIDTH)}`;
}
function linkLines(links, depth) {
    const indent = '  '.repeat(depth);
    return links.flatMap((link) => {
        const place = link.place === undefined ? [] : [`${indent}    ${(0,base_problems/* formatPlace */.dE)(link.place)}`];
        return [`${indent}${link.written} ${meaning(link)}`, ...place, ...linkLines(link.links, depth + 1)];
    });
}
function meaning({ kind, name, value, written }) {
    const key = written === `{{${name}}}` ? '' : `is ${name} `;
    switch (kind) {
        case 'key':
            return value === undefined ? `${key}→ cannot be resolved` : `${key}→ ${(0,value_text/* shownValue */.JJ)(value, WIDTH)}`;
        case 'variable':
            return '→ a variable of the environment (not read here)';
        case 'secret':
            return '→ a secret (not read here)';
        case 'missing':
            return `${key}→ no layer sets it`;
        case 'broken':
            return '→ cannot be resolved';
    }
}
function referencesText({ references }) {
    const lines = references.slice(0, MOST_PLACES).map(({ key, place }) => `  ${key}\n      ${(0,base_problems/* formatPlace */.dE)(place)}`);
    const more = references.length - lines.length;
    if (lines.length === 0)
        return '';
    return ['Taken over by', ...lines, ...(more > 0 ? [`  and ${(0,phrases/* count */.U9)(more)} more`] : [])].join('\n');
}
function readersText({ code, withheld }) {
    if (code === undefined)
        return '';
    const { readers, mayReadAll, folder } = code;
    const lines = readers.slice(0, MOST_PLACES).map(readerLine);
    const more = readers.length - lines.length;
    return [
        'Read by',
        ...(withheld === undefined ? [] : [`  var.config does not have it: ${withheld}.`]),
        ...lines,
        ...(more > 0 ? [`  and ${(0,phrases/* count */.U9)(more)} more`] : []),
        ...(mayReadAll === undefined ? [] : [`  ${mayReadAll} may read any key.`]),
        ...(lines.length === 0 && mayReadAll === undefined ? [`  Nothing in ${folder} reads it.`] : []),
    ].join('\n');
}
function readerLine({ how, path, file, line, address, via }) {
    const through = via === undefined ? '' : ` (through ${via})`;
    const what = {
        pin: `pin ${address ?? ''}`,
        variable: ['var.config', ...path].join('.'),
        'handed-on': `${['var.config', ...path].join('.')}, handed on`,
        provider: 'the generated provider file',
    }[how];
    return `  ${what}${through}\n      ${(0,base_problems/* formatPlace */.dE)({ file, line })}`;
}
/** Everything, places included. */
function explanationJson(explanation) {
    const { key, folder, setKey, steps, links, value, place, problems, references, code, withheld } = explanation;
    const document = {
        key,
        folder,
        value: value === undefined ? null : (0,value_text/* jsonValue */.IL)(value),
        place: (0,base_problems/* placeInFile */.ZU)(place) ?? null,
        values: value?.kind === 'map'
            ? (0,value_text/* entriesOf */.Mc)(value, key).map((entry) => ({
                key: entry.key,
                value: (0,value_text/* jsonValue */.IL)(entry.value),
                place: (0,base_problems/* placeInFile */.ZU)(entry.value.source ?? entry.value.origin) ?? null,
            }))
            : [],
        problems,
        setKey,
        layers: steps.map(({ file, effect, place: at, said, value: after }) => ({
            file,
            effect,
            line: at?.line ?? null,
            column: at?.column ?? null,
            says: said === undefined ? null : (0,value_text/* jsonValue */.IL)(said),
            value: after === undefined ? null : (0,value_text/* jsonValue */.IL)(after),
        })),
        placeholders: links.map(linkJson),
        takenOverBy: references,
        code: code?.folder ?? null,
        readers: (code?.readers ?? []).map(({ path, ...reader }) => ({ ...reader, key: path.join('.') })),
        mayReadAll: code?.mayReadAll ?? null,
        withheldBy: withheld ?? null,
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function linkJson({ written, kind, name, place, value, links }) {
    return {
        written,
        kind,
        name,
        place: place ?? null,
        value: value === undefined ? null : (0,value_text/* jsonValue */.IL)(value),
        placeholders: links.map(linkJson),
    };
}

;// CONCATENATED MODULE: ./src/commands/explain/explain.ts
/** `kompos explain`: how the value at a key came to be, and what reads it. */











/** @throws ProblemError if there is no such folder, or no layer of it sets the key */
async function explain(request, context) {
    return (0,execution_questions/* withQuestions */.s)(request, context, async (questions) => {
        const { here } = questions;
        const leaf = (0,execution_questions/* folderAt */.w3)(here, questions.place(request.configPath));
        const explanation = await explainKey(here, leaf, request.key);
        return request.format === 'json' ? explanationJson(explanation) : explanationText(explanation, context.paint);
    });
}
async function explainKey(here, leaf, key) {
    const { configurations, environment, listMerge } = here;
    const merged = await (0,execution_questions/* mergedAt */.sx)(here, leaf);
    const { layers } = await configurations.layersOf(leaf);
    const { key: setKey, steps } = layerSteps(layers, key, listMerge);
    const { value, problems } = (0,interpolate/* valueAt */.fK)(merged, key, environment);
    if (value === undefined && problems.length === 0 && steps.every(({ effect }) => effect === 'left')) {
        throw (0,execution_questions/* noKey */.Ns)(key, leaf.path, (0,suggest/* keysOf */.Y)(merged));
    }
    const written = (0,lookup/* lookup */.$I)(merged, key) ?? (0,lookup/* lookup */.$I)(merged, setKey);
    const references = referencesTo(merged, key);
    return {
        key,
        folder: leaf.path,
        setKey,
        steps,
        links: written === undefined ? [] : (0,placeholder_links/* placeholderLinks */.h)(written, merged, environment),
        value,
        place: value?.source ?? value?.origin,
        problems,
        references,
        code: await codeOf(here, leaf, merged, [key, ...references.map((each) => each.key)]),
        withheld: withheldBy(here, leaf, key),
    };
}
/** The keys that take a value over, directly or through others. */
function referencesTo(merged, key) {
    const all = (0,placeholder_links/* referencesIn */.i)(merged);
    const found = new Map();
    const queue = [key];
    for (const each of queue) {
        const wanted = each.split('.');
        for (const { path, from, origin } of all) {
            if (!overlaps(path, wanted) || path.length === 0 || found.has(from) || from === key)
                continue;
            found.set(from, origin);
            queue.push(from);
        }
    }
    return [...found].map(([name, place]) => ({ key: name, place }));
}
/** Whether one path is the other, or above it. */
function overlaps(a, b) {
    return a.slice(0, b.length).every((step, index) => step === b[index]);
}
async function codeOf({ project, caches, environment }, leaf, merged, keys) {
    if (!leaf.path.includes('/composition='))
        return undefined;
    const folder = folderOf();
    const code = folder === undefined ? undefined : await (0,code_reads/* openCodeReader */.$)(project, caches.syntax)(folder);
    if (folder === undefined || code === undefined)
        return undefined;
    const given = (0,render/* givenKeys */.iH)(project.settings, leaf.composition);
    const readers = keys.flatMap((key, index) => {
        const path = key.split('.');
        const [first = ''] = path;
        const read = code.reads.filter((each) => overlaps(each.path, path) && (each.how === 'pin' ? each.path.length > 0 : given.variables(first)));
        const generated = given.provider(first)
            ? [{ path: [first], how: 'provider', file: 'provider.tf.json', line: undefined }]
            : [];
        return [...read, ...generated].map((each) => ({ ...each, via: index === 0 ? undefined : key }));
    });
    return { folder, readers: onceEach(readers), mayReadAll: code.mayReadAll };
    /** A cloud, or a setting, that is wrong is for `kompos validate` to report. */
    function folderOf() {
        try {
            return (0,project_project/* sourceFolder */.Id)(project, leaf, (0,render/* cloudOf */.hH)(merged, environment).cloud);
        }
        catch (error) {
            if (error instanceof base_problems/* ProblemError */.Mm)
                return undefined;
            throw error;
        }
    }
}
/** A place that reads the key itself is not named again for the keys that take it over. */
function onceEach(readers) {
    const byPlace = new Map();
    for (const reader of readers) {
        const key = JSON.stringify([reader.file, reader.line, reader.how, reader.address ?? null]);
        if (!byPlace.has(key))
            byPlace.set(key, reader);
    }
    return [...byPlace.values()];
}
function withheldBy({ project: { settings } }, { composition }, key) {
    const [first = ''] = key.split('.');
    if (settings.excludedKeys.get(composition)?.includes(first) === true) {
        return `compositions.config_keys.excluded.${composition}`;
    }
    const filtered = settings.filteredKeys.get(composition);
    return filtered !== undefined && !filtered.includes(first)
        ? `compositions.config_keys.filtered.${composition}`
        : undefined;
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

//# sourceMappingURL=7860.index.js.map