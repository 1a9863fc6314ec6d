export const id = 2086;
export const ids = [2086];
export const modules = {

/***/ 65531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ MAX_WEIGHT),
/* harmony export */   x: () => (/* binding */ measure)
/* harmony export */ });
/** The maximum weight of an expanded configuration; a real one weighs a few thousand. */
const MAX_WEIGHT = 10 * 1024 * 1024;
/** Of maps and lists that are not small: measuring again is faster then, and does not slow garbage collections. */
const measures = new WeakMap();
/**
 * Measures a value in time proportional to its distinct nodes: a few shared nodes can expand to billions. Iterative,
 * because values built from placeholders may be deeper than the call stack.
 */
function measure(value) {
    const stack = [value];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        if (measured(top) !== undefined) {
            stack.pop();
            continue;
        }
        const found = measureOrPush(top, stack);
        if (found !== undefined)
            measures.set(top, found);
    }
    return measured(value) ?? { weight: 0, depth: 0 };
}
function measured(value) {
    if (value.kind === 'scalar')
        return { weight: weightOf(value), depth: 0 };
    return measures.get(value) ?? (value.kind === 'map' ? measuredSmall(value) : undefined);
}
/** The most scalars of a small map. */
const FEW = 16;
/** Undefined if the map is not small. */
function measuredSmall({ children }) {
    let weight = 1;
    let left = FEW;
    for (const key in children) {
        const child = children[key];
        left -= 1;
        if (child?.kind !== 'scalar' || left < 0)
            return undefined;
        weight += key.length + weightOf(child);
    }
    return { weight, depth: 1 };
}
function weightOf({ value }) {
    return 1 + (typeof value === 'string' ? value.length : 0);
}
/** Undefined if children have yet to be measured; they are then on the stack. */
function measureOrPush(value, stack) {
    let weight = 1;
    let depth = 0;
    const before = stack.length;
    const add = (child) => {
        const known = measured(child);
        if (known === undefined)
            stack.push(child);
        else {
            weight += known.weight;
            depth = Math.max(depth, known.depth);
        }
    };
    if (value.kind === 'list')
        value.children.forEach(add);
    else if (value.kind === 'map') {
        for (const key in value.children) {
            weight += key.length;
            const child = value.children[key];
            if (child !== undefined)
                add(child);
        }
    }
    return stack.length > before ? undefined : { weight, depth: depth + 1 };
}


/***/ }),

/***/ 51377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ orderProblems)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);

/** Sorts problems by file, line and column, and removes duplicates. */
function orderProblems(problems) {
    if (problems.length < 2)
        return problems;
    const distinct = new Map(problems.map((each) => [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(each), each]));
    return [...distinct.entries()].sort(compare).map(([, each]) => each);
}
function compare([textA, a], [textB, b]) {
    return (order(a.place?.file ?? '', b.place?.file ?? '') ||
        order(a.place?.line ?? 0, b.place?.line ?? 0) ||
        order(a.place?.column ?? 0, b.place?.column ?? 0) ||
        order(textA, textB));
}
function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 52086:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseLayer),
  z: () => (/* binding */ parseWhole)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/flaws.ts
/** The problems in a value, each once, in its order; not those of `!remove`, which merging may find to be none. */
function flawsIn(value) {
    const found = new Set();
    const seen = new Set();
    collect(value);
    return [...found];
    /** Values with problems are templated; a few lines of aliases can expand to billions of values. */
    function collect(part) {
        if (!part.templated || seen.has(part))
            return;
        seen.add(part);
        if (part.kind === 'scalar') {
            if (part.problem !== undefined && part.removes === undefined)
                found.add(part.problem);
            return;
        }
        for (const child of Object.values(part.children))
            collect(child);
    }
}

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/hierarchy/measure.ts
var measure = __webpack_require__(65531);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/scalar.ts
/* PyYAML's own expressions (`yaml/resolver.py`), in its order: the first match decides. */
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/u;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;
const INTEGER = /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/u;
const NULL = /^(?:~|null|Null|NULL|)$/u;
const BOOLEANS = new Map([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['false', false],
    ['on', true],
    ['off', false],
]);
/** Resolves a plain scalar without a tag. */
function resolvePlain(text) {
    if (BOOLEAN.test(text))
        return toBoolean(text);
    if (FLOAT.test(text))
        return toFloat(text);
    if (INTEGER.test(text))
        return toInteger(text);
    if (NULL.test(text))
        return { value: null };
    return { value: text };
}
/** Resolves a scalar with a standard tag (`str`, `int` …); undefined if the tag is not a standard one for scalars. */
function resolveTagged(tag, text) {
    switch (tag) {
        case 'tag:yaml.org,2002:str':
            return { value: text };
        case 'tag:yaml.org,2002:int':
            return toInteger(text);
        case 'tag:yaml.org,2002:float':
            return toFloat(text);
        case 'tag:yaml.org,2002:bool':
            return toBoolean(text);
        case 'tag:yaml.org,2002:null':
            return { value: null };
        default:
            return undefined;
    }
}
function toBoolean(text) {
    const value = BOOLEANS.get(text.toLowerCase());
    return value === undefined ? { error: `"${text}" is not a boolean.` } : { value };
}
function toInteger(text) {
    const { negative, digits } = splitSign(text);
    const magnitude = integerMagnitude(digits);
    if (magnitude === undefined)
        return { error: `"${text}" is not an integer.` };
    const value = negative ? -magnitude : magnitude;
    const small = Number(value);
    return { value: Number.isSafeInteger(small) ? small : value };
}
/** Binary, hexadecimal, octal with a leading 0, sexagesimal (`1:30` is 90), decimal. */
function integerMagnitude(digits) {
    if (/^0b[01]+$/u.test(digits) || /^0x[0-9a-fA-F]+$/u.test(digits))
        return BigInt(digits);
    if (/^0[0-7]*$/u.test(digits))
        return BigInt(`0o${digits}`);
    if (/^[1-9][0-9]*$/u.test(digits))
        return BigInt(digits);
    if (!/^[0-9]+(?::[0-9]+)+$/u.test(digits))
        return undefined;
    return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}
function toFloat(text) {
    const { negative, digits } = splitSign(text);
    if (/^(?:\.inf|\.nan|inf|infinity|nan)$/iu.test(digits))
        return notFinite(text);
    if (!/^(?:[0-9]+:)*(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/u.test(digits)) {
        return { error: `"${text}" is not a number.` };
    }
    const magnitude = digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    if (!Number.isFinite(magnitude))
        return notFinite(text);
    return { value: negative ? -magnitude : magnitude };
}
function notFinite(text) {
    return { error: `The number ${text} has no JSON representation, so no variable can have it as its value.` };
}
function splitSign(text) {
    const plain = text.trim().replaceAll('_', '');
    return { negative: plain.startsWith('-'), digits: plain.replace(/^[-+]/u, '') };
}

// EXTERNAL MODULE: ./src/hierarchy/value.ts
var hierarchy_value = __webpack_require__(95686);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/node-reader.ts
/** Converts the nodes of a YAML document into values: tags, keys, merge keys, anchors and aliases. */






const MAP_TAG = 'tag:yaml.org,2002:map';
const LIST_TAG = 'tag:yaml.org,2002:seq';
const STANDARD_TAGS = 'str, int, float, bool, null, map and seq';
const MERGE_TAGS = '!append, !append_unique, !override, !prepend and !remove';
/**
 * Reads the nodes of one document in source order. What is wrong with a single value is kept in the value, an error only
 * for a leaf that needs it; `problems` has what makes the whole file unreadable.
 */
class NodeReader {
    problems = [];
    #source;
    #anchors = new Map();
    #depth = 0;
    /** How many lists are around what is read. */
    #lists = 0;
    #aliased = 0;
    #sops;
    constructor(source) {
        this.#source = source;
    }
    /** Whether the file has values that SOPS encrypted. */
    get isEncrypted() {
        return this.#sops !== undefined;
    }
    /** The value of a node; undefined if it cannot be read at all, which is then reported. */
    read(node) {
        return this.#readNode(node);
    }
    #readNode(node) {
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#readAlias(node);
        if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node))
            return undefined;
        const anchor = node.anchor;
        if (anchor === undefined)
            return this.#readContent(node);
        const isSecond = this.#anchors.has(anchor);
        this.#anchors.set(anchor, { kind: 'open' });
        const content = this.#readContent(node);
        const value = isSecond ? this.#broken(node, `The anchor "&${anchor}" is defined twice in this file.`) : content;
        this.#anchors.set(anchor, value === undefined ? { kind: 'failed' } : { kind: 'read', value });
        return value;
    }
    #readContent(node) {
        if (this.#lists > 0 && isMergeTag(node.tag)) {
            const message = `The tag "${node.tag ?? ''}" has no effect inside a list: the items of two layers are not merged.`;
            return this.#broken(node, message, 'Put it before the list, or remove it.');
        }
        if (node.tag === '!remove' && !(0,dist/* isMap */.jh)(node))
            return this.#readRemoval(node);
        if ((0,dist/* isScalar */.jn)(node))
            return this.#readScalar(node);
        this.#depth += 1;
        const value = (0,dist/* isMap */.jh)(node) ? this.#readMap(node) : this.#readList(node);
        this.#depth -= 1;
        return value;
    }
    /** An alias is a copy: values are immutable, so the same object is returned. */
    #readAlias(node) {
        const anchor = this.#anchors.get(node.source);
        if (anchor === undefined)
            return this.#broken(node, `The alias "*${node.source}" has no anchor before it.`);
        if (anchor.kind === 'open')
            return this.#broken(node, `The alias "*${node.source}" is inside its own anchor.`);
        if (anchor.kind === 'failed')
            return undefined;
        const { weight, depth } = (0,measure/* measure */.x)(anchor.value);
        if (this.#depth + depth > hierarchy_value/* MAX_DEPTH */.lr) {
            this.#report(node, `This alias makes the file nest deeper than ${hierarchy_value/* MAX_DEPTH */.lr} levels.`);
            return undefined;
        }
        // A few lines of aliases to aliases can expand to billions of values.
        if (this.#aliased <= measure/* MAX_WEIGHT */.K && this.#aliased + weight > measure/* MAX_WEIGHT */.K) {
            this.#report(node, 'The aliases up to here expand to more than 10 MiB of configuration.');
        }
        this.#aliased += weight;
        return anchor.value;
    }
    #readScalar(node) {
        const text = this.#textOf(node);
        const resolved = this.#resolveScalar(node, text);
        if (resolved === undefined)
            return this.#unknownTag(node, node.tag ?? '');
        if ('error' in resolved)
            return this.#broken(node, resolved.error, 'Quote it if it is meant as a string.');
        if (resolved.value === text && text.startsWith('ENC[AES256_GCM,'))
            return this.#encrypted(node, text);
        const scalar = (0,hierarchy_value/* scalarValue */.Um)(resolved.value, text, this.#origin(node));
        return scalar.templated ? { ...scalar, marks: this.#marks(node, text) } : scalar;
    }
    /** All values of a file that SOPS encrypted have the same problem, so that it is reported once. */
    #encrypted(node, text) {
        this.#sops ??= (0,problems/* problem */.CC)('layer', 'The file is encrypted with SOPS, which is not decrypted here.', {
            place: this.#origin(node),
            hint: 'Read the secret in Terraform, or pass it as an environment variable with {{env(NAME)}}.',
        });
        return { ...(0,hierarchy_value/* brokenValue */.jV)(this.#sops, this.#origin(node)), value: text, spelling: text, isSealed: true };
    }
    /** Where each `{{` of a text over several lines is written; undefined if that is not certain. */
    #marks(node, text) {
        const [start = 0, end = 0] = node.range ?? [];
        const offsets = [...this.#source.text.slice(start, end).matchAll(/\{\{/gu)].map(({ index }) => start + index);
        const { line } = this.#origin(node);
        const places = offsets.map((offset) => this.#source.origin(offset));
        if (places.every((place) => place.line === line) || places.length !== text.split('{{').length - 1)
            return undefined;
        return places.map((place) => ({ line: place.line, column: place.column }));
    }
    /** PyYAML ends a block scalar without a line break where the file does. */
    #textOf(node) {
        const text = node.source ?? '';
        const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
        const endsHere = isBlock && (node.range?.[1] ?? 0) >= this.#source.text.length;
        return endsHere && /\S[ \t]*$/u.test(this.#lastLine()) && text.endsWith('\n') ? text.slice(0, -1) : text;
    }
    #lastLine() {
        const { text } = this.#source;
        return text.slice(text.lastIndexOf('\n') + 1);
    }
    /** `!remove` takes a key, or items of a list, out of the layers above. */
    #readRemoval(node) {
        if ((0,dist/* isScalar */.jn)(node) && (node.source ?? '') !== '') {
            const message = 'The tag "!remove" takes nothing, or a list of items.';
            return this.#broken(node, message, 'Write "key: !remove" to remove a key.');
        }
        const origin = this.#origin(node);
        const message = 'There is nothing in the layers above that "!remove" could remove.';
        const items = (0,dist/* isScalar */.jn)(node) ? 'key' : this.#readItems(node);
        const [wrong] = items === 'key' ? [] : items.flatMap((item) => flawsIn(item));
        if (wrong !== undefined)
            return (0,hierarchy_value/* brokenValue */.jV)(wrong, origin);
        return { ...(0,hierarchy_value/* brokenValue */.jV)((0,problems/* problem */.CC)('merge', message, { place: origin }), origin), removes: items };
    }
    #resolveScalar(node, text) {
        // PyYAML resolves `! x` like a plain scalar, regardless of its style.
        if (node.tag === '!' || (node.tag === undefined && node.type === 'PLAIN'))
            return resolvePlain(text);
        if (node.tag === undefined)
            return { value: text };
        return resolveTagged(node.tag, text);
    }
    #readList(node) {
        const merge = hierarchy_value/* LIST_MERGES */.hJ.find((mode) => node.tag === `!${mode}`);
        const list = (0,hierarchy_value/* listValue */.a3)(this.#readItems(node), this.#origin(node));
        if (merge === undefined && !hasTag(node, LIST_TAG))
            return this.#unknownTag(node, node.tag ?? '');
        return merge === undefined ? list : { ...list, merge };
    }
    #readItems(node) {
        this.#lists += 1;
        const items = node.items.flatMap((item) => this.#readNode(item) ?? []);
        this.#lists -= 1;
        return items;
    }
    #readMap(node) {
        const merge = node.tag === '!override' ? 'override' : undefined;
        const own = (0,hierarchy_value/* createEntries */.dL)();
        const merged = [];
        const firstKeys = new Map();
        for (const pair of node.items) {
            if (isMergeKey(pair.key)) {
                const maps = this.#readMerged(pair);
                if ('kind' in maps)
                    this.#unreadable(own, '<<', maps);
                else
                    merged.push(...maps);
                continue;
            }
            const key = this.#readKey(pair.key);
            const value = this.#readValueOf(pair);
            if (typeof key !== 'string') {
                this.#unreadable(own, this.#source.textOf(rangeOf(pair.key)), key);
                continue;
            }
            const first = firstKeys.get(key);
            if (first !== undefined)
                own[key] = this.#duplicate(key, pair.key, first);
            else if (value !== undefined)
                own[key] = value;
            if (first === undefined)
                firstKeys.set(key, pair.key);
        }
        if (merge === undefined && !hasTag(node, MAP_TAG))
            return this.#unknownTag(node, node.tag ?? '');
        let children = own;
        if (merged.length > 0) {
            children = (0,hierarchy_value/* createEntries */.dL)();
            for (const each of merged)
                Object.assign(children, each.children);
            Object.assign(children, own);
        }
        const map = (0,hierarchy_value/* mapValue */.IS)(children, this.#origin(node));
        return merge === undefined ? map : { ...map, merge };
    }
    /**
     * An entry whose key cannot be read: wrong like a value where the map has a name, but at the top, where it may be any
     * key, of the whole file.
     */
    #unreadable(entries, written, { problem: why, ...value }) {
        if (why === undefined)
            return;
        if (this.#depth > 1)
            entries[written] = { ...value, problem: why };
        else
            this.problems.push(why);
    }
    /** Keys stay as written: `no`, `1.10` and `2020-01-02` are strings. */
    #readKey(node) {
        if ((0,dist/* isAlias */.Vj)(node) || (0,dist/* isScalar */.jn)(node)) {
            // Without a tag or anchor it is not resolved: even `.inf` is a valid key.
            const isPlain = (0,dist/* isScalar */.jn)(node) && node.anchor === undefined && node.tag === undefined;
            if (isPlain)
                return this.#visible(node, node.source ?? '');
            const value = this.#readNode(node);
            if (value?.kind === 'scalar')
                return value.problem === undefined ? value.spelling : value;
        }
        const hint = (0,dist/* isMap */.jh)(node) && node.flow === true ? 'A placeholder must be quoted: "{{key}}".' : undefined;
        return this.#broken(node, 'A key must be a string, not a map or list.', hint);
    }
    /** A key with blanks around it that nobody sees is none of the keys that it looks like. */
    #visible(node, key) {
        const hidden = /^[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]|[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]$/u.exec(key)?.[0];
        if (hidden === undefined || node.type !== 'PLAIN')
            return key;
        const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        const message = `The key begins or ends with the character U+${code}, which looks like nothing or a blank.`;
        return this.#broken(node, message, 'Delete it, or write a blank instead.');
    }
    /** The maps behind a `<<`, in order of increasing precedence: the first of a list wins. */
    #readMerged(pair) {
        const value = this.#readValueOf(pair);
        if (value === undefined)
            return [];
        if (value.kind === 'map')
            return [value];
        const maps = value.kind === 'list' ? value.children.filter((child) => child.kind === 'map') : [];
        if (value.kind === 'list' && maps.length === value.children.length)
            return maps.reverse();
        const parts = value.kind === 'list' ? value.children : [value];
        const wrong = parts.find((part) => part.kind === 'scalar' && part.problem !== undefined);
        return (wrong ?? this.#broken(pair.value ?? pair.key, 'The value of a merge key "<<" must be a map or a list of maps.'));
    }
    /** A key without a value, as in `{a, b}`, has no value node. */
    #readValueOf(pair) {
        return pair.value === null ? (0,hierarchy_value/* scalarValue */.Um)(null, '', this.#origin(pair.key)) : this.#readNode(pair.value);
    }
    #unknownTag(node, tag) {
        const name = tag.replace(/^tag:yaml\.org,2002:/u, '!!');
        const kind = (0,dist/* isScalar */.jn)(node) ? 'scalar' : (0,dist/* isMap */.jh)(node) ? 'map' : 'list';
        const hint = `Known tags: ${STANDARD_TAGS}; for merging: ${MERGE_TAGS}.`;
        return this.#broken(node, `The tag "${name}" is not supported on a ${kind}.`, hint);
    }
    #duplicate(key, node, first) {
        const { line, column } = this.#origin(first);
        const hint = `The first one is in line ${line}, column ${column}.`;
        return this.#broken(node, `The key "${key}" is defined twice in the same map.`, hint);
    }
    #report(node, message, hint) {
        this.problems.push(this.#source.problem(offsetOf(node), message, hint));
    }
    #broken(node, message, hint) {
        const offset = offsetOf(node);
        return (0,hierarchy_value/* brokenValue */.jV)(this.#source.problem(offset, message, hint), this.#source.origin(offset));
    }
    #origin(node) {
        return this.#source.origin(offsetOf(node));
    }
}
/** Only a plain `<<` merges: quoted or tagged as a string, it is an ordinary key. */
function isMergeKey(node) {
    return (0,dist/* isScalar */.jn)(node) && node.type === 'PLAIN' && node.source === '<<' && (node.tag ?? '!') === '!';
}
function isMergeTag(tag) {
    return tag === '!remove' || hierarchy_value/* LIST_MERGES */.hJ.some((mode) => tag === `!${mode}`);
}
function hasTag({ tag }, expected) {
    return tag === undefined || tag === '!' || tag === expected;
}
function offsetOf(node) {
    return rangeOf(node)[0];
}
function rangeOf(node) {
    const [start = 0, end = start] = (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isAlias */.Vj)(node) ? (node.range ?? []) : [];
    return [start, end];
}

// EXTERNAL MODULE: ./src/hierarchy/problem-order.ts
var problem_order = __webpack_require__(51377);
;// CONCATENATED MODULE: ./src/hierarchy/yaml/source-text.ts


/** Longer lines are not shown with a problem: minified YAML would not help. */
const MAX_SHOWN_LINE = 400;
/** The text of one file; maps offsets to lines and columns. */
class SourceText {
    file;
    text;
    #lines = new dist/* LineCounter */.HN();
    /** A byte order mark is removed, since it does not count as a column. */
    constructor(file, text) {
        this.file = file;
        this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
        for (let start = 0; start >= 0; start = this.text.indexOf('\n', start) + 1 || -1)
            this.#lines.addNewLine(start);
    }
    /** The line and column of an offset, both counted from 1. */
    origin(offset) {
        const { line, col } = this.#lines.linePos(Math.max(0, Math.min(offset, this.text.length)));
        return { file: this.file, line, column: col };
    }
    /** The text between two offsets. */
    textOf([start, end]) {
        return this.text.slice(start, end);
    }
    /** The text of a line, counted from 1, without its end. */
    line(number) {
        const start = this.#lines.lineStarts[number - 1] ?? 0;
        const end = this.#lines.lineStarts[number] ?? this.text.length;
        return this.text.slice(start, end).replace(/[\r\n]+$/u, '');
    }
    /** A problem of code `yaml` at an offset, with its source line. */
    problem(offset, message, hint) {
        const place = this.origin(offset);
        const sourceLine = this.line(place.line);
        return (0,problems/* problem */.CC)('yaml', message, {
            place,
            hint,
            sourceLine: sourceLine.length > MAX_SHOWN_LINE || sourceLine.trim() === '' ? undefined : sourceLine,
        });
    }
}

;// CONCATENATED MODULE: ./src/hierarchy/yaml/parse.ts
/** Reads one YAML file of a layer into values with origins. */






/** The library only handles the grammar: `failsafe` reads every scalar as a string, which `scalar.ts` resolves. */
const OPTIONS = {
    version: '1.1',
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
};
/** PyYAML rejects these as well (`yaml/reader.py`). */
const NOT_PRINTABLE = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const TOO_DEEP = 'The file is nested too deeply.';
/**
 * Parses a file as PyYAML would, except that dates stay strings and that duplicate keys, unknown tags and a second
 * document are errors (docs/configuration.md). `file` is used in origins.
 * Never throws: errors have code `yaml`. Those that are a single value's are kept in it, for a leaf that needs it.
 *
 * @param keepsMetadata whether what SOPS keeps in an encrypted file is part of the value
 */
function parseLayer(file, text, { keepsMetadata = false } = {}) {
    const source = new SourceText(file, text);
    const unprintable = NOT_PRINTABLE.exec(source.text);
    if (unprintable !== null) {
        const code = (unprintable[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return failed([source.problem(unprintable.index, `The character U+${code} is not allowed in YAML.`)]);
    }
    try {
        return readDocuments(source, keepsMetadata);
    }
    catch (error) {
        // The parser has no limit of its own: deep nesting and the like overflow the call stack with a RangeError.
        const message = error instanceof RangeError ? TOO_DEEP : `Unreadable: ${String(error)}`;
        return failed([source.problem(0, message)]);
    }
}
/** The same for a file whose every value is needed: whatever is wrong with it is one of the problems. */
function parseWhole(file, text) {
    const parsed = parseLayer(file, text);
    const flaws = parsed.value === undefined ? [] : flawsIn(parsed.value);
    return flaws.length === 0 ? parsed : failed([...parsed.problems, ...flaws]);
}
function readDocuments(source, keepsMetadata) {
    const tokens = [...new dist/* Parser */.iX().parse(source.text)];
    const tooDeep = offsetBeyondDepth(tokens, hierarchy_value/* MAX_DEPTH */.lr);
    if (tooDeep !== undefined) {
        return failed([source.problem(tooDeep, `The file nests deeper than ${hierarchy_value/* MAX_DEPTH */.lr} levels.`)]);
    }
    const documents = [...new dist/* Composer */.Dk(OPTIONS).compose(tokens, true, source.text.length)];
    // How deep the parser gets depends on the version of Node.
    const exhausted = documents.flatMap(({ errors }) => errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION'))[0];
    if (exhausted !== undefined)
        return failed([source.problem(exhausted.pos[0], TOO_DEEP)]);
    const [first, second] = documents;
    const broken = documents.flatMap((document) => syntaxProblems(document, source, tokens));
    if (broken.length > 0)
        return failed(broken);
    if (second !== undefined) {
        return failed([
            source.problem(second.range[0], 'A second document starts here: a layer file must be a single YAML document.'),
        ]);
    }
    const contents = first?.contents ?? undefined;
    return contents === undefined ? { value: undefined, problems: [] } : readTop(contents, source, keepsMetadata);
}
function readTop(contents, source, keepsMetadata) {
    const reader = new NodeReader(source);
    const value = reader.read(contents);
    if (reader.problems.length > 0)
        return failed([...reader.problems, ...(value === undefined ? [] : flawsIn(value))]);
    if (value?.kind === 'scalar' && value.removes !== undefined) {
        const message = 'The tag "!remove" removes a key or items of a list, not the layers above.';
        const hint = 'Write "key: !remove" for each key, or "!override {}" for a file that replaces everything above it.';
        return failed([source.problem(contents.range[0], message, hint)]);
    }
    const isNothing = value === undefined || ((0,hierarchy_value/* nameOfKind */.lI)(value) === 'null' && flawsIn(value).length === 0);
    if (isNothing)
        return { value: undefined, problems: [] };
    if (value.kind === 'map') {
        // What SOPS keeps there is nobody's configuration.
        if (reader.isEncrypted && !keepsMetadata)
            Reflect.deleteProperty(value.children, 'sops');
        return { value, problems: [] };
    }
    if (value.kind === 'scalar' && value.problem !== undefined)
        return failed([value.problem]);
    return failed([
        source.problem(contents.range[0], `The top level must be a mapping (key: value), not a ${(0,hierarchy_value/* nameOfKind */.lI)(value)}.`),
    ]);
}
/** One mistake often causes several errors: only the first on each line is reported. */
function syntaxProblems(document, source, tokens) {
    const byLine = new Map();
    for (const error of document.errors) {
        const [at] = error.pos;
        const line = source.origin(at).line;
        if (byLine.has(line))
            continue;
        const quote = quoteEndingAt(tokens, at, source);
        if (quote !== undefined && error.message.startsWith('Missing closing')) {
            byLine.set(line, source.problem(quote, 'This quote is never closed.', 'Close it where the text ends.'));
            continue;
        }
        const text = error.message.replace(/^Missing closing (["'])quote/u, 'The closing quote $1 is missing');
        const message = /[.!?]$/u.test(text) ? text : `${text}.`;
        byLine.set(line, source.problem(at, message, quoteHint(quote, source) ?? placeholderHint(source.line(line))));
    }
    return [...byLine.values()];
}
/** `a: {{b}}/x` */
function placeholderHint(line) {
    const [, text] = /(?:^|[:\-,[]\s+)(\{\{.*?\}\}[^#,\]]*)/u.exec(line) ?? [];
    return text === undefined ? undefined : `A text that begins with a placeholder must be quoted: "${text.trim()}".`;
}
function quoteHint(quote, source) {
    if (quote === undefined)
        return undefined;
    return `A quote that opens in line ${source.origin(quote).line} is closed only here: it may be missing there.`;
}
/** Where a quoted text over several lines opens that ends in the line of an offset, or behind it. */
function quoteEndingAt(tokens, at, source) {
    const { line } = source.origin(at);
    const stack = [...tokens];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        if (!isObject(top))
            continue;
        if ('type' in top && 'offset' in top && 'source' in top && /-quoted-scalar$/u.test(String(top.type))) {
            const offset = Number(top.offset);
            const [first, last] = [offset, offset + String(top.source).length].map((each) => source.origin(each).line);
            if (first !== undefined && last !== undefined && first < last && last >= line)
                return offset;
        }
        if ('items' in top && Array.isArray(top.items))
            for (const item of top.items)
                stack.push(item);
        for (const part of partsOf(top))
            stack.push(part);
    }
    return undefined;
}
function failed(problems) {
    return { value: undefined, problems: (0,problem_order/* orderProblems */.x)(problems) };
}
/** Where the tokens first nest deeper than `limit`. Checked before composing, because the composer is recursive. */
function offsetBeyondDepth(tokens, limit) {
    const stack = tokens.map((token) => [token, 0]);
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        const [token, depth] = top;
        if (depth > limit)
            return 'offset' in token && typeof token.offset === 'number' ? token.offset : 0;
        if ('items' in token && Array.isArray(token.items)) {
            for (const item of token.items) {
                for (const child of partsOf(item))
                    stack.push([child, depth + 1]);
            }
        }
        else if ('value' in token && isObject(token.value)) {
            stack.push([token.value, depth]);
        }
    }
    return undefined;
}
function partsOf(item) {
    if (!isObject(item))
        return [];
    return [...('key' in item ? [item.key] : []), ...('value' in item ? [item.value] : [])].filter(isObject);
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}


/***/ })

};

//# sourceMappingURL=2086.index.js.map