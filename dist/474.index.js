export const id = 474;
export const ids = [474];
export const modules = {

/***/ 90474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   complete: () => (/* binding */ complete)
/* harmony export */ });
/* harmony import */ var _terraform_subcommands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59552);
/* harmony import */ var _general_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1577);
/** What a word on the command line can become. Pure but for what it asks of the project. */


/**
 * @param words behind `kompos`; the last one is being typed, and may be empty
 * @param commands all of them
 */
async function complete(words, commands, known) {
    const typed = words.at(-1) ?? '';
    const before = words.slice(0, -1);
    const at = before.findIndex((word, index) => commandNamed(commands, word, before[index + 1]) !== undefined);
    const command = at < 0 ? undefined : commandNamed(commands, before[at] ?? '', before[at + 1]);
    const behind = at < 0 ? [] : before.slice(at + 1);
    const options = [...(command?.options ?? []), ..._general_options_js__WEBPACK_IMPORTED_MODULE_1__/* .GENERAL */ .zm];
    const asking = options.find(({ name, value }) => value !== undefined && name === before.at(-1));
    const path = before.find((word) => word.includes('/'));
    if (asking !== undefined)
        return valuesOf(asking, typed, path, known);
    if (typed.startsWith('-'))
        return plain(typed, options.map(({ name, help }) => ({ value: name, description: help })));
    if (command?.passesOn !== undefined) {
        const isSubcommand = behind.every((word) => word.startsWith('-'));
        return isSubcommand
            ? plain(typed, _terraform_subcommands_js__WEBPACK_IMPORTED_MODULE_0__/* .SUBCOMMANDS */ .Vh.map((value) => ({ value, description: 'Terraform' })))
            : FILES;
    }
    const operand = operandAt(command?.operands ?? [], operandIndex(behind, options));
    if (command !== undefined && operand === undefined)
        return NOTHING;
    if (operand?.includes('KEY') === true) {
        const keys = await known.keys(path);
        return plain(typed, keys.map((value) => ({ value, description: 'key' })));
    }
    const isFirst = command === undefined && !before.some((word) => !word.startsWith('-'));
    const names = commands.map(({ name, summary }) => ({ value: name, description: summary }));
    const takesPath = isFirst || operand?.includes('config_path') === true || operand?.includes('leaf') === true;
    const paths = takesPath ? pathsFor(typed, await known.leaves()) : [];
    const own = plain(typed, command === undefined ? names : []);
    return {
        candidates: [...own.candidates, ...paths],
        isPartial: own.candidates.length === 0 && paths.length > 0 && paths.every(({ value }) => value.endsWith('/')),
        takesFiles: false,
    };
}
const NOTHING = { candidates: [], isPartial: false, takesFiles: false };
const FILES = { ...NOTHING, takesFiles: true };
/** `config` alone is a path where another command follows. */
function commandNamed(commands, word, next) {
    if (word === 'config' && commands.some(({ name }) => name === next))
        return undefined;
    return commands.find(({ name }) => name === word);
}
async function valuesOf({ name, allowed }, typed, path, known) {
    if (allowed !== undefined)
        return plain(typed, allowed.map((value) => ({ value, description: name })));
    if (name !== '--filter' && name !== '--exclude')
        return FILES;
    const top = new Set((await known.keys(path)).map((key) => key.split('.')[0] ?? ''));
    return plain(typed, [...top].map((value) => ({ value, description: 'key' })));
}
/** The last one may be given any number of times. */
function operandAt(operands, index) {
    const last = operands.at(-1);
    return operands[index] ?? (last?.endsWith('…') === true ? last : undefined);
}
/** How many operands are there, options and their values aside. */
function operandIndex(words, options) {
    const takesValue = (word) => options.some(({ name, value }) => value !== undefined && name === word);
    return words.filter((word, index) => !word.startsWith('-') && !takesValue(words[index - 1])).length;
}
function plain(typed, all) {
    return { ...NOTHING, candidates: all.filter(({ value }) => value.startsWith(typed)) };
}
/** The next folder on the way to leaves, as a shell completes files, and names of layers, which are patterns. */
function pathsFor(typed, leaves) {
    const found = new Map();
    const depth = typed.split('/').length;
    for (const leaf of leaves) {
        const folders = leaf.split('/');
        if (leaf.startsWith(typed)) {
            const isLeaf = folders.length <= depth;
            found.set(isLeaf ? leaf : `${folders.slice(0, depth).join('/')}/`, isLeaf ? 'leaf' : 'folder');
        }
        if (typed === '' || typed.includes('/'))
            continue;
        for (const folder of folders) {
            if (folder.includes('=') && folder.startsWith(typed))
                found.set(folder, 'all leaves of it');
        }
    }
    return [...found].map(([value, description]) => ({ value, description }));
}


/***/ })

};

//# sourceMappingURL=474.index.js.map