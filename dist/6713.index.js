export const id = 6713;
export const ids = [6713];
export const modules = {

/***/ 56713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareLeaves: () => (/* binding */ compareLeaves)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _execution_questions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49267);
/* harmony import */ var _hierarchy_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20441);
/* harmony import */ var _markdown_escaping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69405);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15131);
/* harmony import */ var _markdown_value_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15634);
/* harmony import */ var _rendering_render_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59527);
/** `kompos compare`: two configurations key by key: of two leaves, or of one at two revisions. */







const WIDTH = 72;
/** @throws ProblemError if a leaf or revision does not exist, or its configuration cannot be resolved */
async function compareLeaves(request, context) {
    return (0,_execution_questions_js__WEBPACK_IMPORTED_MODULE_1__/* .withQuestions */ .s)(request, context, async (questions) => {
        const before = await sideOf(questions, request.before, request.after);
        const after = await sideOf(questions, request.after, request.before);
        const whole = [before.whole.value, after.whole.value];
        const [old, now] = whole.includes(undefined) ? [await given(before), await given(after)] : whole;
        if (old === undefined || now === undefined)
            throw new Error('neither a configuration nor problems');
        if (whole.includes(undefined)) {
            context.log.warning('Keys that a leaf does not get cannot be resolved and are left out: see "kompos config".');
        }
        const found = differences(old, now);
        if (request.format === 'json')
            return asJson(before.name, after.name, found);
        return asText(before.name, after.name, found, context.paint);
    });
}
/** Only the keys that the leaf gets: what is wrong with others is no reason to fail. */
async function given({ leaf, project: { project, configurations } }) {
    const keys = (0,_rendering_render_js__WEBPACK_IMPORTED_MODULE_4__/* .givenKeys */ .iH)(project.settings, leaf.composition);
    const isGiven = (key) => keys.variables(key) || keys.provider(key);
    const { value, problems } = await configurations.resolve(leaf, isGiven);
    (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .throwOnErrors */ .pe)((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .inLeaves */ .e$)([{ leaf: leaf.path, problems }]));
    return value && (0,_rendering_render_js__WEBPACK_IMPORTED_MODULE_4__/* .pick */ .Up)(value, isGiven);
}
async function sideOf(questions, written, other) {
    const { path, revision } = readOperand(written);
    const wanted = path === '' ? readOperand(other).path : path;
    if (wanted === '')
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('usage', 'The leaf is missing.', { hint: 'Try: kompos compare LEAF@main LEAF' });
    const project = revision === undefined ? questions.here : await questions.at(revision);
    const leaf = (0,_execution_questions_js__WEBPACK_IMPORTED_MODULE_1__/* .folderAt */ .w3)(project, questions.place(wanted));
    const name = revision === undefined ? leaf.path : `${leaf.path}@${revision}`;
    return { name, leaf, project, whole: await project.configurations.resolve(leaf) };
}
/** `config/…/terraform=vpc@main`. The names of layers may contain an `@` as well, those of revisions no `=`. */
function readOperand(written) {
    const at = written.lastIndexOf('@');
    const revision = written.slice(at + 1);
    if (at < 0 || revision === '' || /[=*?[]/u.test(revision))
        return { path: written, revision: undefined };
    return { path: written.slice(0, at), revision };
}
function differences(before, after) {
    const found = [];
    compare('', before, after);
    return found;
    function compare(key, old, now) {
        if (old === now)
            return;
        if (old?.kind === 'map' && now?.kind === 'map') {
            for (const name of [...new Set([...Object.keys(old.children), ...Object.keys(now.children)])].sort()) {
                compare(key === '' ? name : `${key}.${name}`, old.children[name], now.children[name]);
            }
        }
        else if (old === undefined || now === undefined || !(0,_hierarchy_json_js__WEBPACK_IMPORTED_MODULE_2__/* .equalValues */ .b9)(old, now)) {
            found.push(...entries(key, old, now));
        }
    }
    /** A map that only one of the two has counts key by key as well. */
    function entries(key, old, now) {
        if (old?.kind === 'map' && now === undefined) {
            return (0,_markdown_value_text_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(old, key).map((entry) => ({ key: entry.key, before: entry.value, after: undefined }));
        }
        if (now?.kind === 'map' && old === undefined) {
            return (0,_markdown_value_text_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(now, key).map((entry) => ({ key: entry.key, before: undefined, after: entry.value }));
        }
        return [{ key, before: old, after: now }];
    }
}
function asText(before, after, found, paint) {
    const lines = found.flatMap(({ key, before: old, after: now }) => [
        paint('bold', (0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(key)),
        ...side('-', old, 'red', paint),
        ...side('+', now, 'green', paint),
    ]);
    const total = found.length === 0 ? 'Nothing differs.' : `${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(found.length, 'key differs', 'keys differ')}.`;
    return [`--- ${before}`, `+++ ${after}`, '', ...lines, ...(lines.length > 0 ? [''] : []), total]
        .map((line) => `${line}\n`)
        .join('');
}
function side(sign, value, style, paint) {
    if (value === undefined)
        return [];
    return [paint(style, `  ${sign} ${(0,_markdown_value_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shownValue */ .JJ)(value, WIDTH)}`), `      ${(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(value.source ?? value.origin)}`];
}
function asJson(before, after, found) {
    const sideOf = (value) => value === undefined ? null : { value: (0,_markdown_value_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonValue */ .IL)(value), place: (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInFile */ .ZU)(value.source ?? value.origin) ?? null };
    const differing = found.map(({ key, before: old, after: now }) => ({ key, before: sideOf(old), after: sideOf(now) }));
    return `${JSON.stringify({ before, after, differences: differing }, undefined, 2)}\n`;
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


/***/ })

};

//# sourceMappingURL=6713.index.js.map