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
    const ids = new Map(paths.map((path, index) => [path, `l${index}`]));
    const nodes = paths.map((path) => `  ${ids.get(path) ?? ''}["${mermaidText(path)}"]\n`);
    const arrows = edges.map((edge) => {
        const label = labelOf(edge);
        const text = label === '' ? '' : `|"${mermaidText(label)}"|`;
        return `  ${ids.get(edge.reader) ?? ''} ${edge.declared ? '-.->' : '-->'}${text} ${ids.get(edge.reads) ?? ''}\n`;
    });
    return `flowchart LR\n${nodes.join('')}${arrows.join('')}`;
}
/** Entities are the only escapes that Mermaid knows. */
function mermaidText(text) {
    return (0,escaping/* visible */.RK)(text).replace(/["#&;<>`\\]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
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

/***/ 1924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ readsOf),
/* harmony export */   Jt: () => (/* binding */ cyclesOf),
/* harmony export */   cU: () => (/* binding */ readersOf),
/* harmony export */   hk: () => (/* binding */ dependenciesOf),
/* harmony export */   yk: () => (/* binding */ dependentsOf)
/* harmony export */ });
/* unused harmony export levelsOf */
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94330);
/** Which leaves read which leaves' states, as plain data, and what follows from it. Pure. */

/** The edges of a leaf to what it reads itself. */
function readsOf({ edges }, leaf) {
    return edges.filter(({ reader }) => reader === leaf);
}
/** The edges of the leaves that read a leaf themselves. */
function readersOf({ edges }, leaf) {
    return edges.filter(({ reads }) => reads === leaf);
}
/** The leaves that read some leaves, directly or through others, without those; in byte order. */
function dependentsOf({ edges }, leaves) {
    return reached(leaves, groupedBy(edges, 'reads', 'reader'));
}
/** The leaves that some leaves read, directly or through others, without those; in byte order. */
function dependenciesOf({ edges }, leaves) {
    return reached(leaves, groupedBy(edges, 'reader', 'reads'));
}
/**
 * The rounds of the graph, one for each group of leaves that read each other: each leaf reads the next one, and the last
 * one reads the first, which is the first of the group in byte order.
 */
function cyclesOf({ edges }) {
    const next = groupedBy(edges, 'reader', 'reads');
    return groupsOf(next).map((group) => shortestRound(group, next));
}
/**
 * The leaves in steps: what a leaf reads, itself or through leaves that are not given, is in an earlier step. Leaves that
 * read each other are in one step. Each step is in byte order.
 */
function levelsOf(graph, leaves) {
    const given = [...new Set(leaves)].sort(compareBytes);
    const next = groupedBy(graph.edges, 'reader', 'reads');
    const groupOf = new Map(groupsOf(next).flatMap((group) => group.map((leaf) => [leaf, group])));
    const isGiven = new Set(given);
    const steps = new Map();
    // Without recursion: a chain may be as long as the project is large.
    for (const start of given) {
        const stack = [start];
        for (let leaf = stack.at(-1); leaf !== undefined; leaf = stack.at(-1)) {
            const group = groupOf.get(leaf) ?? [leaf];
            const inGroup = new Set(group);
            const read = group.flatMap((each) => next.get(each) ?? []).filter((each) => !inGroup.has(each));
            const open = steps.has(leaf) ? [] : read.filter((each) => !steps.has(each));
            if (open.length > 0) {
                stack.push(...open);
                continue;
            }
            stack.pop();
            const after = (each) => (steps.get(each) ?? 0) + (isGivenGroup(each) ? 1 : 0);
            const step = Math.max(0, ...read.map(after));
            for (const each of group)
                steps.set(each, step);
        }
    }
    const levels = new Map();
    for (const leaf of given) {
        const step = steps.get(leaf) ?? 0;
        levels.set(step, [...(levels.get(step) ?? []), leaf]);
    }
    return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
    function isGivenGroup(leaf) {
        return (groupOf.get(leaf) ?? [leaf]).some((each) => isGiven.has(each));
    }
}
function groupedBy(edges, from, to) {
    const found = new Map();
    for (const edge of edges) {
        const known = found.get(edge[from]);
        if (known === undefined)
            found.set(edge[from], [edge[to]]);
        else
            known.push(edge[to]);
    }
    return found;
}
function reached(leaves, next) {
    const start = new Set(leaves);
    const found = new Set(start);
    for (const leaf of found)
        for (const each of next.get(leaf) ?? [])
            found.add(each);
    return [...found].filter((leaf) => !start.has(leaf)).sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo);
}
/** The groups of several leaves of which each one leads to each other one (Tarjan), in byte order. */
function groupsOf(next) {
    const index = new Map();
    const low = new Map();
    const open = [];
    const isOpen = new Set();
    const groups = [];
    const enter = (leaf) => {
        index.set(leaf, index.size);
        low.set(leaf, index.size - 1);
        open.push(leaf);
        isOpen.add(leaf);
        return { leaf, at: 0 };
    };
    for (const start of next.keys()) {
        if (index.has(start))
            continue;
        const path = [enter(start)];
        for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
            const { leaf } = top;
            const other = next.get(leaf)?.[top.at];
            top.at += 1;
            if (other !== undefined) {
                if (!index.has(other))
                    path.push(enter(other));
                else if (isOpen.has(other))
                    low.set(leaf, Math.min(low.get(leaf) ?? 0, index.get(other) ?? 0));
                continue;
            }
            path.pop();
            const above = path.at(-1)?.leaf;
            if (above !== undefined)
                low.set(above, Math.min(low.get(above) ?? 0, low.get(leaf) ?? 0));
            if (low.get(leaf) !== index.get(leaf))
                continue;
            const group = open.splice(open.lastIndexOf(leaf));
            for (const each of group)
                isOpen.delete(each);
            if (group.length > 1)
                groups.push(group.sort(_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo));
        }
    }
    return groups.sort(([a = ''], [b = '']) => (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(a, b));
}
function shortestRound(group, next) {
    const [first = ''] = group;
    const before = new Map();
    const queue = [first];
    for (const leaf of queue) {
        for (const other of next.get(leaf) ?? []) {
            if (other === first) {
                const round = [leaf];
                for (let at = before.get(leaf); at !== undefined; at = before.get(at))
                    round.unshift(at);
                return round;
            }
            if (!before.has(other)) {
                before.set(other, leaf);
                queue.push(other);
            }
        }
    }
    return group;
}


/***/ }),

/***/ 93443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readLeafGraph)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _project_depends_on_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76618);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84768);
/* harmony import */ var _project_setting_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2943);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1924);
/* harmony import */ var _read_graph_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96962);
/** The graph of a project's leaves at one revision. */






/**
 * Reads the edges between all leaves of a project at one revision. What was rendered before is not rendered again, and no
 * secrets are read: stand-ins take their places. Leaves that cannot be rendered, and paused ones, read nothing.
 *
 * @param gone the states of leaves that are no longer there, but that others may still read
 */
async function readLeafGraph(renderer, gone = []) {
    const { project } = renderer;
    const leaves = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_2__/* .leavesOf */ .wf)(project);
    await renderer.load(leaves);
    const states = [];
    for (const leaf of leaves)
        states.push(await renderer.statesOf(leaf));
    const graph = (0,_read_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .graphOf */ .c)(states, (0,_project_depends_on_js__WEBPACK_IMPORTED_MODULE_1__/* .declaredDependencies */ .O)(project, leaves), gone);
    return {
        graph,
        problems: [
            ...(0,_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .cyclesOf */ .Jt)(graph).map((round) => roundProblem(round, graph)),
            ...orderProblems(graph, leaves, project),
            ...(0,_project_depends_on_js__WEBPACK_IMPORTED_MODULE_1__/* .unmatchedDependencies */ .B)(project, leaves),
        ],
        unread: states.flatMap(({ leaf, isRendered }) => (isRendered ? [] : [leaf])),
    };
}
/** Of two compositions of one place, the one that reads the other comes second, whatever the settings say. */
function orderProblems({ edges }, leaves, project) {
    const rank = new Map(project.settings.compositionOrder.map((name, index) => [name, index]));
    const byPath = new Map(leaves.map((leaf) => [leaf.path, leaf]));
    const found = new Map();
    for (const edge of edges) {
        const [reader, reads] = [byPath.get(edge.reader), byPath.get(edge.reads)];
        if (reader === undefined || reads === undefined || reader.place !== reads.place)
            continue;
        const [first, second] = [rank.get(reader.composition), rank.get(reads.composition)];
        if (first === undefined || second === undefined || first >= second)
            continue;
        const names = `${reader.composition} before ${reads.composition}`;
        const message = `"compositions.order.terraform" puts ${names}, but ${stepText(edge)}: the leaf that is read comes first.`;
        const details = { place: (0,_project_setting_place_js__WEBPACK_IMPORTED_MODULE_3__/* .settingPlace */ .e)(project, reader.composition), hint: 'Change their order in the settings.' };
        if (!found.has(names))
            found.set(names, (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('settings', message, details));
    }
    return [...found.values()];
}
function roundProblem(round, { edges }) {
    const [first = ''] = round;
    const steps = round.map((leaf, at) => edges.find(({ reader, reads }) => reader === leaf && reads === (round[at + 1] ?? first)));
    const place = steps.find((edge) => edge?.places[0] !== undefined)?.places[0];
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('leaf', `Leaves depend on each other in a circle: ${[...round, first].join(' → ')}.`, {
        place: place ?? { file: first },
        hint: `No order works for these: ${steps.map(stepText).join('; ')}. Move what one of them reads into a leaf of its own.`,
    });
}
function stepText(edge) {
    if (edge === undefined)
        return '';
    const { reader, reads, declared, outputs } = edge;
    if (declared)
        return `${reader} depends on ${reads} by depends_on`;
    if (outputs === 'all' || outputs.length === 0)
        return `${reader} reads the state of ${reads}`;
    return `${reader} reads ${outputs.join(', ')} of ${reads}`;
}


/***/ }),

/***/ 96962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ graphOf)
});

// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
;// CONCATENATED MODULE: ./src/graph/state-owners.ts
function openOwners(states) {
    const byIdentity = new Map();
    for (const { leaf, state } of states) {
        if (state.identity === undefined || leadsOut(state))
            continue;
        const known = byIdentity.get(state.identity);
        if (known === undefined)
            byIdentity.set(state.identity, [leaf]);
        else
            known.push(leaf);
    }
    const found = new Map();
    const stores = new Map();
    function storeOf(name) {
        const store = stores.get(name) ?? openStore(states.filter(({ state }) => state.location.store === name));
        stores.set(name, store);
        return store;
    }
    return {
        certain: ({ identity }) => (identity === undefined ? [] : (byIdentity.get(identity) ?? [])),
        possible(state) {
            const key = JSON.stringify([state.location.store, state.written]);
            const known = found.get(key) ?? storeOf(state.location.store)(state);
            found.set(key, known);
            return known;
        },
    };
}
/** What a path with `..` of a `local` backend means depends on where each leaf runs. */
function leadsOut({ type, localPath }) {
    return type === 'local' && localPath?.split('/').includes('..') === true;
}
/**
 * Of thousands of leaves, those that share a part of the place with what is sought, the part that the fewest share: most
 * often the key.
 */
function openStore(states) {
    const parts = new Map();
    const locations = new Map(states.map(({ leaf, state }) => [leaf, state.location.parts]));
    const names = new Set([...locations.values()].flatMap((each) => [...each.keys()]));
    for (const name of names) {
        const indexed = { byValue: new Map(), loose: new Set() };
        for (const [leaf, location] of locations) {
            const part = location.get(name);
            if (part?.value === undefined || part.isLoose)
                indexed.loose.add(leaf);
            else
                indexed.byValue.set(part.value, (indexed.byValue.get(part.value) ?? new Set()).add(leaf));
        }
        parts.set(name, indexed);
    }
    return ({ location }) => {
        const sought = [...location.parts].flatMap(([name, { value, isLoose }]) => {
            const indexed = parts.get(name);
            if (indexed === undefined || value === undefined || isLoose)
                return [];
            const same = indexed.byValue.get(value) ?? new Set();
            return [
                {
                    size: same.size + indexed.loose.size,
                    has: (leaf) => same.has(leaf) || indexed.loose.has(leaf),
                    all: [same, indexed.loose],
                },
            ];
        });
        const [fewest] = [...sought].sort((a, b) => a.size - b.size);
        const candidates = fewest === undefined ? [...locations.keys()] : fewest.all.flatMap((each) => [...each]);
        return candidates.filter((leaf) => sought.every(({ has }) => has(leaf)));
    };
}

;// CONCATENATED MODULE: ./src/graph/read-graph.ts


/**
 * @param leaves all leaves of a project
 * @param gone the states of leaves that are no longer there, but that others may still read
 */
function graphOf(leaves, declared, gone = []) {
    const own = leaves.flatMap(({ leaf, state }) => (state === undefined ? [] : [{ leaf, state }]));
    const owners = openOwners([...own, ...gone]);
    const edges = [];
    const unknown = [];
    const dependencies = new Map();
    for (const [leaf, on] of declared)
        dependencies.set(leaf, (dependencies.get(leaf) ?? new Set()).add(on));
    for (const { leaf, reads } of leaves) {
        const found = new Map();
        for (const read of reads) {
            for (const owner of certainOwners(read, owners)) {
                if (owner !== leaf)
                    found.set(owner, [...(found.get(owner) ?? []), read]);
            }
        }
        const others = [...(dependencies.get(leaf) ?? [])].filter((on) => !found.has(on));
        const own = [
            ...[...found].map(([on, all]) => edgeOf(leaf, on, all)),
            ...others.map((on) => ({ reader: leaf, reads: on, outputs: [], declared: true, addresses: [], places: [] })),
        ];
        edges.push(...own.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.reads, b.reads)));
        unknown.push(...distinct(reads.flatMap((read) => unknownRead(leaf, read, owners))));
    }
    const paths = leaves.map(({ leaf }) => leaf).sort(snapshot/* compareBytes */.Xo);
    return {
        leaves: paths,
        edges: edges.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.reader, b.reader)),
        unknown: unknown.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.reader, b.reader)),
    };
}
function certainOwners({ state, why }, owners) {
    return state === undefined || why !== undefined ? [] : owners.certain(state);
}
/** One that cannot be a leaf's is no business of the graph. */
function unknownRead(reader, read, owners) {
    const { state, why, address, file, line } = read;
    const about = { reader, address, file, line };
    if (state === undefined)
        return [{ ...about, why: why ?? '' }];
    if (certainOwners(read, owners).length > 0)
        return [];
    const [first, ...others] = owners.possible(state).filter((leaf) => leaf !== reader);
    if (first === undefined)
        return [];
    const more = others.length === 0 ? '' : `, or of ${others.length} other leaves`;
    return [{ ...about, why: why ?? `It may be the state of ${first}${more}: what is known does not tell.` }];
}
function edgeOf(reader, reads, all) {
    const names = all.map(({ outputs }) => outputs);
    const isAny = names.includes('all');
    const places = new Map(all.map(({ file, line }) => [`${file}:${line}`, { file, line }]));
    return {
        reader,
        reads,
        outputs: isAny ? 'all' : sorted(names.flatMap((each) => (each === 'all' ? [] : each))),
        declared: false,
        addresses: sorted(all.map(({ address }) => address)),
        places: [...places.values()].sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.file, b.file) || a.line - b.line),
    };
}
function sorted(names) {
    return [...new Set(names)].sort(snapshot/* compareBytes */.Xo);
}
function distinct(reads) {
    const all = [...new Map(reads.map((read) => [JSON.stringify(read), read])).values()];
    return all.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.file, b.file) || a.line - b.line);
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