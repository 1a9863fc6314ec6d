export const id = 9577;
export const ids = [9577];
export const modules = {

/***/ 99577:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listLeaves: () => (/* binding */ listLeaves)
});

// EXTERNAL MODULE: ./src/execution/questions.ts
var execution_questions = __webpack_require__(49267);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/hierarchy/merge.ts
var merge = __webpack_require__(89079);
// EXTERNAL MODULE: ./src/hierarchy/yaml/parse.ts + 4 modules
var parse = __webpack_require__(52086);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/project/layers.ts
var project_layers = __webpack_require__(80127);
;// CONCATENATED MODULE: ./src/project/enabled.ts
/** Which leaves are enabled, with as little read as possible: a list of thousands is to be there at once. */






/** A text without any of these says nothing about `composition.enabled`: not even with an escape, or a placeholder. */
const MAY_SAY_SO = /\bcomposition\b|\\|\}\}(?:["']\s*:|\s*:(?:\s|$))/u;
const SILENT = { merged: undefined, isSaid: false };
/** Answers for one leaf after the other. Layers that say nothing about it are not parsed. */
function openEnabled(project, configurations) {
    const { snapshot, root, settings } = project;
    const files = new Map();
    for (const configRoot of settings.configRoots) {
        const top = `${(0,snapshot_snapshot/* joinPath */.uJ)(root, configRoot)}/`;
        // Broken links are left out: `kompos validate` reports them.
        for (const file of snapshot.files()) {
            if (!file.path.startsWith(top) || !(0,project_layers/* isLayerFile */.Q)(file.path))
                continue;
            const folder = file.path.slice(0, file.path.lastIndexOf('/'));
            const own = files.get(folder);
            if (own === undefined)
                files.set(folder, [file]);
            else
                own.push(file);
        }
    }
    const said = new Map();
    /** What the layers down to a folder say: merged once for all leaves below it. */
    function sayingDownTo(layers, depth) {
        const folder = layers[depth];
        if (folder === undefined)
            return SILENT;
        let found = said.get(folder);
        if (found === undefined) {
            found = withFolder(sayingDownTo(layers, depth - 1), folder);
            said.set(folder, found);
        }
        return found;
    }
    function withFolder(above, folder) {
        const values = above === 'unknown' ? above : readFolder(files.get((0,snapshot_snapshot/* joinPath */.uJ)(root, folder)) ?? []);
        if (above === 'unknown' || values === 'unknown')
            return 'unknown';
        const [first, ...others] = above.merged === undefined ? values : [above.merged, ...values];
        if (first === undefined || values.length === 0)
            return above;
        const merged = others.reduce((value, layer) => (0,merge/* mergeLayer */.Q)(value, layer, settings.listMerge), first);
        return { merged, isSaid: Object.keys(merged.children).some((key) => /^composition(?:\.|$)|\{\{/u.test(key)) };
    }
    function readFolder(layers) {
        const values = [];
        for (const file of layers) {
            const content = snapshot.read(file).toString('latin1');
            if (!MAY_SAY_SO.test(content))
                continue;
            const read = (0,decode/* decodeText */.g)(file.path, Buffer.from(content, 'latin1'), 'yaml');
            const layer = 'text' in read ? (0,parse/* parseLayer */.R)(file.path, read.text) : { value: undefined, problems: [read.problem] };
            if ((0,problems/* hasErrors */.Cs)(layer.problems))
                return 'unknown';
            // A file with nothing but comments has no value.
            if (layer.value !== undefined)
                values.push(layer.value);
        }
        return values;
    }
    async function enabled(leaf) {
        const saying = sayingDownTo(leaf.layers, leaf.layers.length - 1);
        if (saying === 'unknown')
            return 'unknown';
        if (!saying.isSaid)
            return 'enabled';
        // A placeholder in it may refer to any other layer.
        const { place, problems } = await configurations.pausedAt(leaf);
        if (problems.length > 0)
            return 'unknown';
        return place === undefined ? 'enabled' : 'paused';
    }
    return async (leaf) => {
        try {
            return await enabled(leaf);
        }
        catch (error) {
            if (error instanceof problems/* ProblemError */.Mm)
                return 'unknown';
            throw error;
        }
    };
}

// EXTERNAL MODULE: ./src/graph/graph.ts
var graph = __webpack_require__(1924);
// EXTERNAL MODULE: ./src/graph/leaf-graph.ts
var leaf_graph = __webpack_require__(93443);
// EXTERNAL MODULE: ./src/project/leaves.ts
var leaves = __webpack_require__(32857);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
;// CONCATENATED MODULE: ./src/commands/list/list.ts







/** @throws ProblemError if no leaf is meant */
async function listLeaves(request, context) {
    return (0,execution_questions/* withQuestions */.s)(request, context, async (questions) => {
        const { here } = questions;
        const { leaves, others } = (0,execution_questions/* leavesFor */.OY)(questions, request.configPath);
        if (request.format === 'paths')
            return { text: leaves.map(({ path }) => `${path}\n`).join(''), problems: [] };
        const read = request.depends ? await (0,leaf_graph/* readLeafGraph */.F)((0,execution_questions/* rendererFor */.L3)(here, context.environment)) : undefined;
        const enabled = openEnabled(here.project, here.configurations);
        const listed = [];
        for (const leaf of leaves) {
            listed.push({ ...leaf, enabled: await enabled(leaf), dependsOn: read && (0,graph/* readsOf */.JP)(read.graph, leaf.path) });
        }
        const text = request.format === 'json' ? asJson(listed, others) : asTable(listed, others);
        return { text, problems: read?.problems ?? [] };
    });
}
function asJson(leaves, others) {
    const rows = leaves.map(({ path, composition, place, enabled, dependsOn }) => ({
        path,
        composition,
        place,
        enabled: enabled === 'unknown' ? null : enabled === 'enabled',
        dependsOn: dependsOn?.map(({ reads, outputs }) => ({ path: reads, outputs })),
    }));
    return `${JSON.stringify({ leaves: rows, otherTools: others }, undefined, 2)}\n`;
}
function asTable(leaves, others) {
    const withDependencies = leaves.some(({ dependsOn }) => dependsOn !== undefined);
    const rows = [
        ['COMPOSITION', 'ENABLED', 'PLACE', ...(withDependencies ? ['DEPENDS ON'] : [])],
        ...leaves.map((leaf) => [
            (0,escaping/* oneLine */.TN)(leaf.composition),
            { enabled: 'yes', paused: 'no', unknown: '?' }[leaf.enabled],
            (0,escaping/* oneLine */.TN)(leaf.place),
            ...(withDependencies ? [dependenciesOf(leaf)] : []),
        ]),
    ];
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) => row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    const paused = leaves.filter(({ enabled }) => enabled === 'paused').length;
    const totals = [
        `${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')}${paused === 0 ? '' : `, ${(0,phrases/* count */.U9)(paused)} of them paused`}.`,
        ...(others.length === 0 ? [] : [`${(0,phrases/* count */.U9)(others.length, 'folder', 'folders')} without Terraform code left out.`]),
    ];
    return [...lines, ...totals].map((line) => `${line.trimEnd()}\n`).join('');
}
/** A leaf of the same place is its composition. */
function dependenciesOf({ place, dependsOn = [] }) {
    const names = dependsOn.map(({ reads }) => {
        const other = (0,leaves/* describeLeaf */.o3)(reads);
        return (0,escaping/* oneLine */.TN)(other.place === place ? other.composition : reads);
    });
    return names.length === 0 ? '-' : names.join(', ');
}


/***/ })

};

//# sourceMappingURL=9577.index.js.map