export const id = 1517;
export const ids = [1517];
export const modules = {

/***/ 87795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showTree: () => (/* binding */ showTree)
/* harmony export */ });
/* harmony import */ var _execution_questions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49267);
/* harmony import */ var _markdown_escaping_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69405);
/* harmony import */ var _project_layers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80127);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);




/** @throws ProblemError if no leaf is meant */
async function showTree(request, context) {
    return (0,_execution_questions_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuestions */ .s)(request, context, (questions) => {
        const { leaves } = (0,_execution_questions_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesFor */ .OY)(questions, request.configPath);
        const roots = treeOf(questions.here.project, leaves);
        const text = request.format === 'json'
            ? `${JSON.stringify({ layers: roots.map(asJson) }, undefined, 2)}\n`
            : roots.map((root) => `${labelOf(root)}\n${linesOf(root, '').join('')}`).join('\n');
        return Promise.resolve(text);
    });
}
function treeOf({ snapshot, root, settings }, leaves) {
    const files = new Map();
    const prefix = root === '' ? 0 : root.length + 1;
    for (const configRoot of settings.configRoots) {
        const top = `${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, configRoot)}/`;
        for (const { path } of snapshot.files()) {
            if (!path.startsWith(top) || !(0,_project_layers_js__WEBPACK_IMPORTED_MODULE_1__/* .isLayerFile */ .Q)(path))
                continue;
            const end = path.lastIndexOf('/');
            const folder = path.slice(prefix, end);
            const names = files.get(folder);
            if (names === undefined)
                files.set(folder, [path.slice(end + 1)]);
            else
                names.push(path.slice(end + 1));
        }
    }
    const top = new Map();
    for (const leaf of leaves) {
        let level = top;
        let above = '';
        for (const path of leaf.layers) {
            const name = above === '' ? path : path.slice(above.length + 1);
            let layer = level.get(name);
            if (layer === undefined) {
                const composition = path === leaf.path ? leaf.composition : undefined;
                layer = { name, path, files: files.get(path) ?? [], composition, children: new Map() };
                level.set(name, layer);
            }
            level = layer.children;
            above = path;
        }
    }
    return [...top.values()];
}
function linesOf({ children }, indent) {
    const all = [...children.values()].map(joinedLayer);
    return all.flatMap((layer, index) => {
        const isLast = index === all.length - 1;
        return [
            `${indent}${isLast ? '└─ ' : '├─ '}${labelOf(layer)}\n`,
            ...linesOf(layer, `${indent}${isLast ? '   ' : '│  '}`),
        ];
    });
}
/** A folder without files and with one folder in it is one line with that, such as `composition=terraform/terraform=vpc`. */
function joinedLayer(layer) {
    const [only, another] = layer.children.values();
    if (only === undefined || another !== undefined || layer.files.length > 0 || layer.composition !== undefined)
        return layer;
    const inner = joinedLayer(only);
    return { ...inner, name: `${layer.name}/${inner.name}` };
}
function labelOf({ name, files }) {
    return files.length === 0 ? (0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(name) : `${(0,_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(name)}  (${files.map(_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN).join(', ')})`;
}
function asJson({ name, path, files, composition, children }) {
    return { name, path, files, composition: composition ?? null, layers: [...children.values()].map(asJson) };
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


/***/ })

};

//# sourceMappingURL=1517.index.js.map