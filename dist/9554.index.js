export const id = 9554;
export const ids = [9554];
export const modules = {

/***/ 59554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MASK: () => (/* binding */ MASK),
  WITHHELD: () => (/* binding */ WITHHELD),
  createMasker: () => (/* binding */ createMasker)
});

;// CONCATENATED MODULE: ./src/masking/reading.ts
/**
 * The ways to read a text that may have a secret in it. Terraform quotes as Go does, escapes `${` in keys, wraps its
 * messages at blanks and puts a rule before each line. A table of all such spellings of a secret would depend on which
 * characters each version of Go calls printable; so the text is decoded instead, and secrets stay as they are.
 */
/** Text in JSON in a quoted text is escaped twice; once more for a log line in JSON. */
const DEEPEST = 3;
const [BACKSLASH, PERCENT, DOLLAR, OPEN, BLANK, RULE, NEWLINE] = ['\\', '%', '$', '{', ' ', '│', '\n'].map((sign) => sign.charCodeAt(0));
/** What one letter after a backslash means in Go, JSON, HCL and YAML. */
const ESCAPES = new Map([
    ...['n\n', 'r\r', 't\t', 'v\v', 'f\f', 'b\b', 'a\u0007', 'e\u001b', '0\u0000'],
    ...['N\u0085', '_\u00a0', 'L\u2028', 'P\u2029', '""', "''", '//', '\\\\'],
].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
/** Digits after these letters are a character's number. */
const NUMBERED = new Map([
    ['x'.charCodeAt(0), 2],
    ['u'.charCodeAt(0), 4],
    ['U'.charCodeAt(0), 8],
]);
/** By ASCII code. */
const ENCODED = Uint8Array.from({ length: 128 }, (_, code) => (/[\w+/-]/u.test(String.fromCharCode(code)) ? 1 : 0));
/** Base64 is broken into lines of 64 or 76 characters, and hex into shorter ones. */
const LINE = 32;
const BROKEN = new RegExp(`[\\w+/-]{${LINE}}[^\\S\\n]*(?:\\n|\\\\n)`, 'u');
/**
 * The text as it stands, with its escapes resolved (as often as there are some), with percent-encoding resolved, and with
 * the lines joined that an encoded text was broken into.
 */
function readingsOf(text) {
    const readings = [];
    let reading = asItStands(text);
    const isBroken = BROKEN.test(text);
    readings.push(fold(reading));
    if (isBroken)
        readings.push(fold(withoutBreaks(reading)));
    if (/%[0-9a-f]{2}/iu.test(text))
        readings.push(fold(withoutPercents(reading)));
    for (let depth = 0; depth < DEEPEST && reading.codes.includes(BACKSLASH ?? 0); depth += 1) {
        reading = withoutEscapes(reading);
        readings.push(fold(reading));
        if (isBroken)
            readings.push(fold(withoutBreaks(reading)));
    }
    return readings;
}
/** A secret as it is searched for in readings: folded as they are, without blanks around it. */
function foldedSecret(secret) {
    const { codes } = fold(asItStands(secret));
    let [start, end] = [0, codes.length];
    while (start < end && codes[start] === BLANK)
        start += 1;
    while (end > start && codes[end - 1] === BLANK)
        end -= 1;
    return codes.subarray(start, end);
}
function asItStands(text) {
    const codes = new Uint16Array(text.length);
    const starts = new Int32Array(text.length + 1);
    for (let index = 0; index < text.length; index += 1) {
        codes[index] = text.charCodeAt(index);
        starts[index] = index;
    }
    starts[text.length] = text.length;
    return { codes, starts };
}
/** Collects the units of a reading that is never longer than what it is made of. */
function collector(source) {
    const { length } = source.codes;
    const codes = new Uint16Array(length);
    const starts = new Int32Array(length + 1);
    let size = 0;
    return {
        push(code, start) {
            codes[size] = code;
            starts[size] = start;
            size += 1;
        },
        finish() {
            starts[size] = source.starts[length] ?? 0;
            return { codes: codes.subarray(0, size), starts: starts.subarray(0, size + 1) };
        },
    };
}
/** Runs of white space and rules become one blank, and runs of `$` or `%` before `{` one sign: HCL escapes them so. */
function fold(reading) {
    const { codes, starts } = reading;
    const { push, finish } = collector(reading);
    for (let index = 0; index < codes.length;) {
        const code = codes[index] ?? 0;
        let next = index + 1;
        if (isBlank(code)) {
            while (next < codes.length && isBlank(codes[next] ?? 0))
                next += 1;
            push(BLANK ?? 0, starts[index] ?? 0);
            index = next;
        }
        else if (code === DOLLAR || code === PERCENT) {
            while (codes[next] === code)
                next += 1;
            const end = codes[next] === OPEN ? index + 1 : next;
            for (let each = index; each < end; each += 1)
                push(code, starts[each] ?? 0);
            index = next;
        }
        else {
            push(code, starts[index] ?? 0);
            index = next;
        }
    }
    return finish();
}
/** White space as JavaScript, Go or C# see it, and the rule that Terraform draws beside its messages. */
function isBlank(code) {
    if (code <= 0x20)
        return code === 0x20 || (code >= 0x09 && code <= 0x0d);
    if (code < 0x1680)
        return code === 0x85 || code === 0xa0;
    if (code < 0x2500) {
        return (code === 0x1680 ||
            (code >= 0x2000 && code <= 0x200a) ||
            code === 0x2028 ||
            code === 0x2029 ||
            code === 0x202f ||
            code === 0x205f);
    }
    return code === RULE || code === 0x3000 || code === 0xfeff;
}
function withoutEscapes(reading) {
    const { codes, starts } = reading;
    const { push, finish } = collector(reading);
    for (let index = 0; index < codes.length;) {
        const start = starts[index] ?? 0;
        const code = codes[index] ?? 0;
        const letter = codes[index + 1] ?? 0;
        const plain = code === BACKSLASH ? ESCAPES.get(letter) : undefined;
        const digits = code === BACKSLASH ? NUMBERED.get(letter) : undefined;
        const number = digits === undefined ? undefined : hexadecimal(codes, index + 2, digits);
        if (plain !== undefined) {
            push(plain, start);
            index += 2;
        }
        else if (digits !== undefined && number !== undefined && number <= 0x10ffff) {
            pushCodePoint(number, start, push);
            index += 2 + digits;
        }
        else {
            push(code, start);
            index += 1;
        }
    }
    return finish();
}
/** Lines that follow a long run of encoded characters continue it, regardless of indentation. */
function withoutBreaks(reading) {
    const { codes, starts } = reading;
    const { push, finish } = collector(reading);
    let run = 0;
    for (let index = 0; index < codes.length;) {
        let next = index;
        while (next < codes.length && isBlank(codes[next] ?? 0))
            next += 1;
        const joins = run >= LINE && codes.subarray(index, next).includes(NEWLINE ?? 0) && isEncoded(codes[next] ?? 0);
        if (next === index) {
            run = isEncoded(codes[index] ?? 0) ? run + 1 : 0;
            next += 1;
        }
        else if (!joins)
            run = 0;
        if (!joins)
            for (; index < next; index += 1)
                push(codes[index] ?? 0, starts[index] ?? 0);
        index = next;
    }
    return finish();
}
/** A letter or digit, or a sign of base64 in one of its two alphabets. */
function isEncoded(code) {
    return ENCODED[code] === 1;
}
/** Percent-encoded bytes are read as UTF-8; invalid bytes stay as they are. */
function withoutPercents(reading) {
    const { codes, starts } = reading;
    const { push, finish } = collector(reading);
    const byteAt = (index) => codes[index] === PERCENT ? hexadecimal(codes, index + 1, 2) : undefined;
    for (let index = 0; index < codes.length;) {
        const first = byteAt(index);
        const start = starts[index] ?? 0;
        if (first === undefined) {
            push(codes[index] ?? 0, start);
            index += 1;
            continue;
        }
        const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        let point = more === 0 ? first : first & (0x3f >> more);
        for (let each = 1; each <= more; each += 1)
            point = (point << 6) | ((byteAt(index + 3 * each) ?? 0) & 0x3f);
        pushCodePoint(Math.min(point, 0x10ffff), start, push);
        index += 3 * (more + 1);
    }
    return finish();
}
function pushCodePoint(point, start, push) {
    const text = String.fromCodePoint(point);
    for (let unit = 0; unit < text.length; unit += 1)
        push(text.charCodeAt(unit), start);
}
function hexadecimal(codes, from, digits) {
    if (from + digits > codes.length)
        return undefined;
    let value = 0;
    for (let index = from; index < from + digits; index += 1) {
        const code = codes[index] ?? 0;
        const digit = code >= 0x30 && code <= 0x39
            ? code - 0x30
            : (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66
                ? (code | 0x20) - 0x57
                : -1;
        if (digit < 0)
            return undefined;
        value = value * 16 + digit;
    }
    return value;
}

;// CONCATENATED MODULE: ./src/masking/search.ts
/**
 * Finds any of many texts in a text. Prefixes of the texts are kept by their hash, and whole texts by length and hash,
 * so that neither their size nor their number slows the search down, and adding one costs no more than reading it.
 * Equal hashes of different texts would mask a text too much, never too little.
 */
const { imul } = Math;
const BASES = [0x01000193, 0x5bd1e995];
const PREFIXES = [128, 32, 8, 3, 1];
const BITS = 16;
function createSearch() {
    const shelves = new Map();
    function shelfFor(length) {
        const prefix = PREFIXES.find((each) => each <= length) ?? 1;
        const known = shelves.get(prefix);
        if (known !== undefined)
            return known;
        const made = {
            prefix,
            power: power(BASES[0], prefix),
            maybe: new Uint8Array(1 << BITS),
            byPrefix: new Map(),
        };
        shelves.set(prefix, made);
        return made;
    }
    return {
        add(codes, word, meaning) {
            const { length } = codes;
            if (length === 0)
                return;
            const { prefix, maybe, byPrefix } = shelfFor(length);
            const sums = sumsOf(codes);
            const begins = sums[0][prefix] ?? 0;
            maybe[bits(begins)] = 1;
            const lengths = byPrefix.get(begins) ?? [];
            byPrefix.set(begins, lengths);
            let same = lengths.find((each) => each.length === length);
            if (same === undefined) {
                same = { length, powers: [power(BASES[0], length), power(BASES[1], length)], byHash: new Map() };
                lengths.push(same);
                lengths.sort((a, b) => b.length - a.length);
            }
            const hash = join(sums[0][length] ?? 0, sums[1][length] ?? 0);
            const known = same.byHash.get(hash);
            // The same text as a word and as any text counts as any text.
            if (known === undefined || (known.word && !word))
                same.byHash.set(hash, { word, meaning });
        },
        find(codes) {
            const found = [];
            if (shelves.size === 0)
                return found;
            const [first, second] = sumsOf(codes);
            // The longest match of one place may begin on any shelf; those with longer texts come first.
            const ordered = PREFIXES.flatMap((prefix) => shelves.get(prefix) ?? []);
            for (let start = 0; start < codes.length; start += 1) {
                for (const shelf of ordered) {
                    const end = start + shelf.prefix;
                    if (end > codes.length)
                        continue;
                    const begins = ((first[end] ?? 0) - imul(first[start] ?? 0, shelf.power)) | 0;
                    if (shelf.maybe[bits(begins)] === 0)
                        continue;
                    const match = longest(shelf.byPrefix.get(begins) ?? [], start, codes, first, second);
                    if (match === undefined)
                        continue;
                    found.push(match);
                    break;
                }
            }
            return found;
        },
    };
    function longest(lengths, start, codes, first, second) {
        for (const { length, powers, byHash } of lengths) {
            const end = start + length;
            if (end > codes.length)
                continue;
            const hash = join(((first[end] ?? 0) - imul(first[start] ?? 0, powers[0])) | 0, ((second[end] ?? 0) - imul(second[start] ?? 0, powers[1])) | 0);
            const entry = byHash.get(hash);
            if (entry === undefined || (entry.word && !isWord(codes, start, end)))
                continue;
            return { start, end, meaning: entry.meaning };
        }
        return undefined;
    }
}
/** The hash of the first n units, for each n. */
function sumsOf(codes) {
    const [first, second] = [new Int32Array(codes.length + 1), new Int32Array(codes.length + 1)];
    let [a, b] = [0, 0];
    for (let index = 0; index < codes.length; index += 1) {
        const code = (codes[index] ?? 0) + 1;
        a = (imul(a, BASES[0]) + code) | 0;
        b = (imul(b, BASES[1]) + code) | 0;
        first[index + 1] = a;
        second[index + 1] = b;
    }
    return [first, second];
}
function power(base, exponent) {
    let [result, factor] = [1, base];
    for (let left = exponent; left > 0; left >>>= 1) {
        if (left % 2 === 1)
            result = imul(result, factor);
        factor = imul(factor, factor);
    }
    return result;
}
function bits(hash) {
    return imul(hash, 0x9e3779b1) >>> (32 - BITS);
}
/** Two hashes as one number that JavaScript holds exactly. */
function join(first, second) {
    return (first >>> 0) * 0x200000 + ((second >>> 0) & 0x1fffff);
}
function isWord(codes, start, end) {
    return (!isWordSign(characterBefore(codes, start)) && !isWordSign(String.fromCharCode(...codes.subarray(end, end + 2))));
}
function characterBefore(codes, index) {
    const text = String.fromCharCode(...codes.subarray(Math.max(0, index - 2), index));
    return Array.from(text).at(-1) ?? '';
}
function isWordSign(text) {
    return /^[\p{L}\p{N}_]/u.test(text);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/masking/spellings.ts
/** Texts that reveal a secret: itself, its lines, its values as JSON, and its encodings. Pure. */


/** Shorter values would tear holes into ordinary text ("1", "no") and hide nothing. */
const SHORTEST = 3;
/** A shorter value inside of a JSON text is as likely an ordinary word ("true", "string"). */
const SHORTEST_INSIDE = 6;
/** Encoded, a shorter value is as likely a part of something else. */
const SHORTEST_ENCODED = 6;
/**
 * The texts that stand for a secret in what Terraform prints, apart from quoting and line breaks, which the search
 * ignores: in both normal forms, because Terraform composes accents and YAML does not; line by line, because a plan indents
 * each; and the values inside of a JSON text, which a plan prints again.
 */
function spellingsOf(secret) {
    const texts = [secret, ...linesOf(secret), ...valuesInside(secret)];
    const spellings = texts.flatMap((text) => [
        text,
        text.normalize('NFC'),
        text.normalize('NFD'),
        // In the query of a URL.
        text.replaceAll(' ', '+'),
        // What is encoded in a URL is decoded by its reader.
        spellings_withoutPercents(text),
        // An accent at the beginning is composed with the preceding character.
        text.replace(/^\p{M}+/u, ''),
        // Where `{` follows, the signs at its end are read as one: HCL escapes them so.
        ...(/([$%])\1\s*$/u.test(text) ? [`${text.trimEnd()}{`] : []),
    ]);
    return new Set(spellings.filter((text) => text.trim().length >= SHORTEST));
}
/** What a secret looks like in base64, wherever it begins in an encoded text, and in hex. */
function encodingsOf(secret) {
    const encodings = new Set();
    for (const text of new Set([secret, secret.trim(), secret.normalize('NFC')])) {
        const bytes = Buffer.from(text);
        if (bytes.length < SHORTEST_ENCODED)
            continue;
        for (const each of base64Of(bytes))
            encodings.add(each).add(each.replaceAll('+', '-').replaceAll('/', '_'));
        const hex = bytes.toString('hex');
        encodings.add(hex).add(hex.toUpperCase());
    }
    return encodings;
}
/**
 * The text that a secret holds in base64, such as a file's content as some stores give it; undefined if it holds none.
 * Hardly any other text decodes to valid UTF-8 without control characters.
 */
function decodedOf(secret) {
    const packed = secret.replace(/\s+/gu, '').replace(/=+$/u, '');
    if (packed.length < 8 || !/^(?:[A-Za-z0-9+/]+|[\w-]+)$/u.test(packed))
        return undefined;
    const bytes = Buffer.from(packed, 'base64');
    const text = bytes.toString('utf8');
    const isText = (0,external_node_buffer_.isUtf8)(bytes) && text.trim().length >= SHORTEST_ENCODED && !/[^\P{Cc}\s]/u.test(text);
    return isText ? text : undefined;
}
function spellings_withoutPercents(secret) {
    try {
        return decodeURIComponent(secret);
    }
    catch {
        return secret;
    }
}
function linesOf(secret) {
    return /[\r\n]/u.test(secret) ? [...secret.split('\n'), ...secret.split(/\r\n?|\n/u)] : [];
}
function valuesInside(secret) {
    return textsIn(spellings_json(secret)).filter((text) => text.length >= SHORTEST_INSIDE);
}
/** Without recursion: the JSON may be nested deeper than the stack. */
function textsIn(value) {
    const texts = [];
    const open = [value];
    while (open.length > 0) {
        const each = open.pop();
        if (typeof each === 'string') {
            texts.push(each, ...linesOf(each));
            open.push(spellings_json(each));
        }
        else if (typeof each === 'number')
            texts.push(String(each));
        else if (Array.isArray(each))
            for (const item of each)
                open.push(item);
        else if ((0,json/* isRecord */.u4)(each))
            for (const item of Object.values(each))
                open.push(item);
    }
    return texts;
}
/** An object or a list in JSON, as a plan takes it apart too; undefined for any other text. */
function spellings_json(text) {
    if (!/^\s*[[{]/u.test(text))
        return undefined;
    try {
        const value = JSON.parse(text);
        return value;
    }
    catch {
        return undefined;
    }
}
/** The characters of the encoding that the bytes alone decide, for each of the three ways to begin. */
function base64Of(bytes) {
    return [0, 1, 2].map((before) => {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes])
            .toString('base64')
            .replace(/=+$/u, '');
        const first = Math.ceil((before * 8) / 6);
        const last = Math.floor(((before + bytes.length) * 8) / 6);
        return encoded.slice(first, last);
    });
}

;// CONCATENATED MODULE: ./src/masking/masking.ts



/** Replaces a secret. */
const MASK = '***';
/** Replaces a text that could not be masked. */
const WITHHELD = '(This text could not be masked, so it is left out.)';
/** Up to this length a value counts only as a word of its own: `dev` must not turn `device` into `***ice`. */
const WORD_LENGTH = 5;
/** @param patterns what else counts as secret, from the `mask` input */
function createMasker(patterns, { replacement } = {}) {
    const secrets = new Set();
    const encoded = new Set();
    const all = createSearch();
    const given = createSearch();
    function learn(secret, texts, searches) {
        for (const text of texts) {
            const codes = foldedSecret(text);
            for (const search of searches)
                search.add(codes, text.trim().length <= WORD_LENGTH, secret);
        }
    }
    function add(added) {
        for (const secret of added) {
            if (secret.trim().length < SHORTEST || secrets.has(secret))
                continue;
            secrets.add(secret);
            learn(secret, spellingsOf(secret), [all]);
        }
    }
    function replace(text, { replaced, onlyGiven = false }) {
        const hidden = patterns.flatMap((pattern) => pattern(text).map(({ start, end }) => ({ start, end, secret: undefined })));
        if (secrets.size > 0) {
            for (const { codes, starts } of readingsOf(text)) {
                for (const { start, end, meaning } of (onlyGiven ? given : all).find(codes)) {
                    hidden.push({ start: starts[start] ?? 0, end: starts[end] ?? text.length, secret: meaning });
                }
            }
        }
        if (hidden.length === 0)
            return text;
        for (const { start, end, secret } of hidden)
            if (end > start)
                replaced?.add(secret ?? text.slice(start, end));
        return without(text, hidden, replacement);
    }
    return {
        secrets,
        add,
        addEncoded(added) {
            const texts = [...added];
            add(texts);
            for (const secret of texts) {
                if (!secrets.has(secret) || encoded.has(secret))
                    continue;
                encoded.add(secret);
                learn(secret, encodingsOf(secret), [all, given]);
                learn(secret, spellingsOf(secret), [given]);
                const decoded = decodedOf(secret);
                if (decoded !== undefined)
                    learn(secret, spellingsOf(decoded), [all, given]);
            }
        },
        mask(text, options = {}) {
            try {
                return replace(text, options);
            }
            catch {
                // The error's message may contain the text or a secret. A report continues without the text; two plans must not
                // look equal because of it.
                if (replacement === undefined)
                    return WITHHELD;
                throw new Error(WITHHELD);
            }
        },
    };
}
/** Overlapping stretches are replaced as one, so that nothing is left of any of them. */
function without(text, hidden, replacement) {
    const pieces = [];
    let [shown, covered] = [0, 0];
    // Of those that begin at one place the longest goes first.
    for (const { start, end, secret } of [...hidden].sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (end <= covered || end <= start)
            continue;
        const apart = start >= covered;
        if (apart)
            pieces.push(text.slice(shown, start));
        if (replacement !== undefined && secret !== undefined)
            pieces.push(replacement(secret));
        else if (apart)
            pieces.push(MASK);
        covered = end;
        shown = end;
    }
    pieces.push(text.slice(shown));
    return pieces.join('');
}


/***/ })

};

//# sourceMappingURL=9554.index.js.map