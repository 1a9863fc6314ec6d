export const id = 4293;
export const ids = [4293,2117];
export const modules = {

/***/ 64293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showGraph: () => (/* binding */ showGraph)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(69368);
// EXTERNAL MODULE: ./src/execution/local-project.ts
var local_project = __webpack_require__(2117);
// EXTERNAL MODULE: ./src/graph/graph.ts
var graph_graph = __webpack_require__(1924);
// EXTERNAL MODULE: ./src/graph/leaf-graph.ts
var leaf_graph = __webpack_require__(93443);
// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/mermaid.ts
var mermaid = __webpack_require__(44602);
;// CONCATENATED MODULE: ./src/commands/graph/formats.ts


/** `{"leaves": [path], "edges": [{"reader", "reads", "outputs"}], "unknown": [{"reader", "file", "line"}]}` */
function graphAsJson({ graph: { leaves, edges, unknown } }) {
    const json = {
        leaves,
        edges: edges.map(({ reader, reads, outputs }) => ({ reader, reads, outputs })),
        unknown: unknown.map(({ reader, file, line }) => ({ reader, file, line })),
    };
    return `${JSON.stringify(json, undefined, 2)}\n`;
}
/** The leaves with edges only. */
function graphAsDot({ graph: { edges } }) {
    const lines = edges.map((edge) => {
        const style = edge.declared ? ', style=dashed' : '';
        return `  ${dotText(edge.reader)} -> ${dotText(edge.reads)} [label=${dotText(labelOf(edge))}${style}];\n`;
    });
    return `digraph kompos {\n  rankdir=LR;\n  node [shape=box];\n${lines.join('')}}\n`;
}
function dotText(text) {
    return `"${(0,escaping/* visible */.RK)(text).replace(/[\\"]/gu, '\\$&')}"`;
}
/** The leaves with edges only. */
function graphAsMermaid({ graph: { edges } }) {
    const paths = [...new Set(edges.flatMap(({ reader, reads }) => [reader, reads]))];
    const nodes = new Map(paths.map((path) => [path, { label: path }]));
    return (0,mermaid/* mermaid */.a)(nodes, edges.map((edge) => ({ from: edge.reader, to: edge.reads, label: labelOf(edge), isDashed: edge.declared })));
}
/** The outputs that are read. */
function labelOf({ outputs, declared }) {
    if (declared)
        return 'depends_on';
    return outputs === 'all' ? 'all outputs' : outputs.join(', ');
}

// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
;// CONCATENATED MODULE: ./src/commands/graph/tree.ts



/** Of more reads that are not known, only the number is said. */
const MOST_UNKNOWN = 20;
/** Characters of an indent. */
const DEEPEST = 600;
/** What is below a leaf that was shown before is not shown again. */
function graphAsTree({ graph, roots, directions, unread }) {
    const shown = new Set();
    const tops = roots ?? topsOf(graph);
    const lines = tops.flatMap((leaf) => [
        (0,escaping/* oneLine */.TN)(leaf),
        ...directions.flatMap((direction, index) => linesOf(leaf, direction, neighbors(graph, direction), '', directions.length > 1, index < directions.length - 1, shown)),
    ]);
    const more = graph.unknown.length - MOST_UNKNOWN;
    const unknown = [
        ...graph.unknown
            .slice(0, MOST_UNKNOWN)
            .map(({ reader, file, line, why }) => `? ${(0,escaping/* oneLine */.TN)(reader)} reads a state at ${(0,escaping/* oneLine */.TN)(file)}:${line}: ${why}`),
        ...(more > 0 ? [`? and ${(0,phrases/* count */.U9)(more, 'other read', 'other reads')} that cannot be worked out`] : []),
    ];
    return [...lines, ...(lines.length > 0 ? [''] : []), ...unknown, totals(graph, unread)]
        .map((line) => `${line}\n`)
        .join('');
}
function totals({ leaves, edges, unknown }, unread) {
    return [
        `${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')}, ${edges.length === 0 ? 'no edges' : (0,phrases/* count */.U9)(edges.length, 'edge', 'edges')}`,
        ...(unknown.length === 0 ? [] : [`${(0,phrases/* count */.U9)(unknown.length, 'read', 'reads')} that cannot be worked out`]),
        ...(unread === 0 ? [] : [`${(0,phrases/* count */.U9)(unread, 'leaf', 'leaves')} that cannot be rendered`]),
    ]
        .join(', ')
        .concat('.');
}
/** The leaves with edges that read nothing, and one of each round that none of these leads to. */
function topsOf({ edges }) {
    const readers = new Set(edges.map(({ reader }) => reader));
    const read = new Set(edges.map(({ reads }) => reads));
    const tops = [...read].filter((leaf) => !readers.has(leaf));
    const next = neighbors({ leaves: [], edges, unknown: [] }, 'read by');
    const reached = new Set(tops);
    const spread = () => {
        for (const leaf of reached)
            for (const { reader } of next.get(leaf) ?? [])
                reached.add(reader);
    };
    spread();
    for (const leaf of [...read].sort()) {
        if (reached.has(leaf))
            continue;
        tops.push(leaf);
        reached.add(leaf);
        spread();
    }
    return tops.sort();
}
function neighbors({ edges }, direction) {
    const found = new Map();
    for (const edge of edges) {
        const from = direction === 'reads' ? edge.reader : edge.reads;
        const known = found.get(from);
        if (known === undefined)
            found.set(from, [edge]);
        else
            known.push(edge);
    }
    return found;
}
/**
 * @param isNamed whether the lines say the direction
 * @param goesOn whether others follow at the same level
 */
function linesOf(leaf, direction, next, indent, isNamed, goesOn, shown) {
    const edges = next.get(leaf) ?? [];
    const key = `${direction} ${leaf}`;
    if (shown.has(key))
        return edges.length === 0 ? [] : [`${indent}${goesOn ? '├─' : '└─'} … (above)`];
    if (indent.length > DEEPEST)
        return edges.length === 0 ? [] : [`${indent}└─ … (deeper)`];
    shown.add(key);
    return edges.flatMap((edge, index) => {
        const other = direction === 'reads' ? edge.reads : edge.reader;
        const isLast = index === edges.length - 1 && !goesOn;
        const label = labelOf(edge);
        const words = `${isNamed ? `${direction} ` : ''}${(0,escaping/* oneLine */.TN)(other)}${label === '' ? '' : `  (${(0,escaping/* oneLine */.TN)(label)})`}`;
        return [
            `${indent}${isLast ? '└─ ' : '├─ '}${words}`,
            ...linesOf(other, direction, next, `${indent}${isLast ? '   ' : '│  '}`, isNamed, false, shown),
        ];
    });
}

;// CONCATENATED MODULE: ./src/commands/graph/graph.ts
/** `kompos graph`: which leaves read which leaves' states. */








/** @throws ProblemError if no leaf is meant */
async function showGraph(request, context) {
    const local = await (0,local_project.openLocalProject)(request, context);
    // What is meant is known before anything is read.
    const part = choosePart(request, local);
    const { graph, problems, unread } = await (0,leaf_graph/* readLeafGraph */.F)(local.renderer);
    const shown = part(graph, unread);
    const formats = { tree: graphAsTree, dot: graphAsDot, mermaid: graphAsMermaid, json: graphAsJson };
    return { text: formats[request.format](shown), problems };
}
function choosePart({ configPath, reads, readBy }, local) {
    const paths = local.renderer.leaves.map(({ path }) => path);
    const [read, readers] = [reads, readBy].map((each) => (each === undefined ? undefined : meant(each, paths)));
    const chosen = configPath === undefined && local.place.here === '' ? undefined : local.select().leaves;
    const selected = chosen !== undefined && chosen.length < paths.length ? chosen.map(({ path }) => path) : undefined;
    if (read === undefined && readers === undefined && selected === undefined) {
        return (graph, unread) => ({ graph, roots: undefined, directions: ['read by'], unread: unread.length });
    }
    return (graph, unread) => {
        const kept = new Set(paths);
        if (read !== undefined)
            keep(kept, [...read, ...(0,graph_graph/* dependentsOf */.yk)(graph, read)]);
        if (readers !== undefined)
            keep(kept, [...readers, ...(0,graph_graph/* dependenciesOf */.hk)(graph, readers)]);
        if (selected !== undefined)
            keep(kept, around(graph, selected));
        const part = partOf(graph, kept);
        const only = selected?.length === 1 ? selected : undefined;
        return {
            graph: part,
            roots: (read ?? readers ?? only)?.filter((leaf) => kept.has(leaf)),
            directions: read !== undefined ? ['read by'] : readers !== undefined ? ['reads'] : BOTH.slice(only === undefined ? 1 : 0),
            unread: unread.filter((leaf) => kept.has(leaf)).length,
        };
    };
}
const BOTH = ['reads', 'read by'];
function around(graph, leaves) {
    return [...leaves, ...(0,graph_graph/* dependentsOf */.yk)(graph, leaves), ...(0,graph_graph/* dependenciesOf */.hk)(graph, leaves)];
}
function keep(kept, leaves) {
    const wanted = new Set(leaves);
    for (const leaf of kept)
        if (!wanted.has(leaf))
            kept.delete(leaf);
}
function partOf({ leaves, edges, unknown }, kept) {
    return {
        leaves: leaves.filter((leaf) => kept.has(leaf)),
        edges: edges.filter(({ reader, reads }) => kept.has(reader) && kept.has(reads)),
        unknown: unknown.filter(({ reader }) => kept.has(reader)),
    };
}
/** The leaves that a word means; a name by itself is a composition's. */
function meant(word, paths) {
    const name = word.replace(/\/+$/u, '');
    const { matches } = (0,selection/* leafPattern */.$b)(/[/=*?[\]{}!()]/u.test(name) ? name : `composition=${name}`);
    const found = paths.filter((path) => matches(path));
    if (found.length > 0)
        return found;
    const names = paths.map((path) => path.slice(path.lastIndexOf('=') + 1));
    const closest = (0,closest_name/* nearest */.p)(name, new Set(names));
    throw (0,problems/* problemError */.gS)('leaf', `"${word}" matches no leaf.`, {
        hint: closest === undefined ? (0,selection/* closestTo */.zb)(name, paths) : `Did you mean "${closest}"?`,
    });
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openLocalProject: () => (/* binding */ openLocalProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35986);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20724);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84768);
/* harmony import */ var _project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67173);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49452);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63825);
/* harmony import */ var _snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51765);
/* harmony import */ var _selected_leaves_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(93558);
/* harmony import */ var _terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(80553);
/** A project in the working tree, as the command line sees it. */












/** @throws ProblemError when the project or the path does not exist */
async function openLocalProject(command, { directory, environment, log }) {
    const place = (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_9__/* .findPlace */ .Pj)(command.configPath, command.rootPath, directory);
    const { root } = place;
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .findRepository */ .W1)(root, environment);
    const top = repository === undefined ? root : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository.top);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, root).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const project = (0,_project_unused_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .withUnusedSettings */ .K$)(await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .openProject */ .U8)((0,_snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotOfWorkingTree */ .X)(top), folder));
    for (const warning of project.warnings)
        log.warning((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .formatProblem */ .Vw)(warning));
    // All of them: a leaf elsewhere may use the state of one that is meant.
    const { leaves, others } = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .findLeavesOf */ .bM)(project);
    const renderer = (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .openRenderer */ .y)(project, leaves, { ...(0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .openEnvironment */ .Ay)(environment), secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_7__/* .standIns */ .dS }, (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .createCaches */ .Y)(), command.listMerge, (0,_terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_10__/* .outsideSettings */ .b)(environment).ofRenderings);
    return { renderer, root, top, place, select: () => (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_9__/* .selectLeaves */ .Tb)(project, leaves, others, place), others };
}


/***/ }),

/***/ 44602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ mermaid)
/* harmony export */ });
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69405);
/** Graphs in Mermaid's language, which GitHub draws. Pure. */

/**
 * A graph whose labels cannot act, whatever they are: what is no letter, digit or blank is a character entity.
 *
 * @param nodes by the name that edges use, which is not shown
 * @param styles Mermaid's properties by name
 */
function mermaid(nodes, edges, styles = {}) {
    const ids = new Map([...nodes.keys()].map((name, index) => [name, `n${index}`]));
    const used = new Set([...nodes.values()].map(({ style }) => style));
    const lines = [
        'flowchart LR',
        ...[...nodes].map(([name, { label, style }]) => {
            const node = `  ${ids.get(name) ?? ''}["${inLabel(label)}"]`;
            return style === undefined ? node : `${node}:::${style}`;
        }),
        ...edges.flatMap(({ from, to, label = '', isDashed }) => {
            const [a, b] = [ids.get(from), ids.get(to)];
            const arrow = `${isDashed === true ? '-.->' : '-->'}${label === '' ? '' : `|"${inLabel(label)}"|`}`;
            return a === undefined || b === undefined ? [] : [`  ${a} ${arrow} ${b}`];
        }),
        ...Object.entries(styles).flatMap(([name, style]) => (used.has(name) ? [`  classDef ${name} ${style}`] : [])),
    ];
    return lines.map((line) => `${line}\n`).join('');
}
/** Mermaid's spelling of any character is `#` with its number. */
function inLabel(text) {
    return Array.from((0,_escaping_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), (char) => /^[\p{L}\p{N} ]$/u.test(char) ? char : `#${char.codePointAt(0) ?? 0};`).join('');
}


/***/ }),

/***/ 51765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ snapshotOfWorkingTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82017);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39574);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94330);
/** The files on disk, ignored and uncommitted ones included: what the command line works on. */







/** Folders that never hold sources and may be huge. */
const SKIPPED = new Set(['.git', '.terraform', _base_runtime_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .RUNTIME_FOLDER */ .M, 'node_modules']);
/**
 * Reads files on request, and walks only the folders that are needed.
 *
 * @param root absolute path of the repository root (or of the project, outside of a repository)
 */
function snapshotOfWorkingTree(root) {
    const realRoot = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    const walked = new Map();
    let all;
    let isWhole = false;
    let listed;
    /** The real path behind `path`, or a problem if a link leads out or nowhere; undefined if nothing exists there. */
    function real(path) {
        let target;
        try {
            target = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
        }
        catch (error) {
            if (!(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'ENOENT', 'ENOTDIR'))
                throw brokenLink(path, 'leads in a circle');
            if (!linkExists(path))
                return undefined;
            throw brokenLink(path, 'leads to a file that does not exist');
        }
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(realRoot, target);
        if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
            throw brokenLink(path, 'leads out of the repository');
        if (inside.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes('.git'))
            throw brokenLink(path, "leads into git's own folder");
        return target;
    }
    function linkExists(path) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).isSymbolicLink();
        }
        catch {
            return false;
        }
    }
    /** The files directly in a folder, or below it too. Throws at a broken link, unless `onBroken` takes it. */
    function walk(folder, ancestors, onBroken, deep = true) {
        const target = real(folder === '' ? '.' : folder);
        if (target === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isDirectory())
            return [];
        if (ancestors.has(target))
            throw brokenLink(folder, 'leads in a circle');
        return walkReal(folder, target, { ancestors, top: target }, onBroken, deep);
    }
    /**
     * The same for a folder whose real path is known. A folder in it that is no link leads nowhere else, so it needs no
     * look-up of its own: large projects have tens of thousands.
     *
     * @param way the real folders down to the last link, and where that led
     */
    function walkReal(folder, target, way, onBroken, deep) {
        const files = [];
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(target, { withFileTypes: true })) {
            if (SKIPPED.has(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (!(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .isUtf8 */ .co)(path)) {
                onBroken(new _base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm([(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .notUtf8 */ .T3)(path)]));
                continue;
            }
            const inner = `${target}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${entry.name}`;
            if (entry.isDirectory()) {
                if (deep)
                    for (const file of walkReal(path, inner, way, onBroken, deep))
                        files.push(file);
            }
            else if (entry.isFile())
                files.push(new WorkingTreeFile(path, inner));
            else if (entry.isSymbolicLink()) {
                try {
                    const behind = real(path);
                    if (behind === undefined)
                        continue;
                    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(behind).isDirectory())
                        files.push(new WorkingTreeFile(path, behind));
                    else if (deep)
                        files.push(...walk(path, new Set([...way.ancestors, ...foldersTo(target, way.top)]), rethrow));
                }
                catch (error) {
                    onBroken(error);
                }
            }
        }
        return files;
    }
    function sorted(files) {
        return (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .sortByPath */ .$y)(files);
    }
    function allFiles() {
        if (all === undefined) {
            const broken = [];
            all = sorted(walk('', new Set(), (error) => {
                broken.push(error);
            }));
            isWhole = broken.length === 0;
        }
        return all;
    }
    /** What a walk over everything has found, unless the path may lead to what it skips. */
    function known(path) {
        if (all === undefined || !isWhole || path.split('/').some((name) => SKIPPED.has(name)))
            return undefined;
        listed ??= listingOf(all);
        return listed;
    }
    return {
        label: 'the working tree',
        files: allFiles,
        brokenLinks() {
            const broken = [];
            walk('', new Set(), (error) => {
                if (!(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm))
                    throw error;
                broken.push(...error.problems.flatMap(({ place }) => place?.file ?? []));
            });
            return broken;
        },
        file(path) {
            const listing = known(path);
            if (listing !== undefined)
                return listing.byPath.get(path);
            const target = real(path);
            return target !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isFile() ? new WorkingTreeFile(path, target) : undefined;
        },
        filesIn(folder) {
            const listing = known(folder);
            if (listing !== undefined)
                return listing.byFolder.get(folder) ?? [];
            return sorted(walk(folder, new Set(), rethrow, false));
        },
        filesBelow(folder) {
            let files = walked.get(folder);
            if (files === undefined) {
                const listing = known(folder);
                files =
                    listing === undefined
                        ? sorted(walk(folder, new Set(), rethrow))
                        : allFiles().filter(({ path }) => folder === '' || path.startsWith(`${folder}/`));
                walked.set(folder, files);
            }
            return files;
        },
        load: () => Promise.resolve(),
        read: (file) => readWhole(`${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${file.path}`),
    };
}
function listingOf(files) {
    const byFolder = new Map();
    for (const file of files) {
        const folder = (0,_base_names_js__WEBPACK_IMPORTED_MODULE_6__/* .folderOf */ .y)(file.path);
        const own = byFolder.get(folder);
        if (own === undefined)
            byFolder.set(folder, [file]);
        else
            own.push(file);
    }
    return { byPath: new Map(files.map((file) => [file.path, file])), byFolder };
}
/** Larger than nearly all files of a project. */
const SMALL = Buffer.allocUnsafe(64 * 1024);
/** Most files are small, and asking for the size of thousands takes as long as reading them. */
function readWhole(path) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, SMALL, 0, SMALL.length, null);
        if (length < SMALL.length)
            return Buffer.from(SMALL.subarray(0, length));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
}
/** A folder and those above it, up to one of them. */
function foldersTo(folder, top) {
    return folder === top ? [folder] : [folder, ...foldersTo((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder), top)];
}
/** A large project has tens of thousands: few are asked for their mode, so that is looked up on request. */
class WorkingTreeFile {
    path;
    #absolute;
    constructor(path, absolute) {
        this.path = path;
        this.#absolute = absolute;
    }
    get id() {
        return `file:${this.path}`;
    }
    get executable() {
        return ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(this.#absolute).mode & 0o100) !== 0;
    }
}
function brokenLink(path, why) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemError */ .gS)('path', `The symbolic link ${why}.`, { place: { file: path } });
}
function rethrow(error) {
    throw error;
}


/***/ })

};

//# sourceMappingURL=4293.index.js.map