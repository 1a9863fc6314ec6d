export const id = 8317;
export const ids = [8317];
export const modules = {

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

const byReader = new WeakMap();
/** The edges of a leaf to what it reads itself. */
function readsOf(graph, leaf) {
    let grouped = byReader.get(graph);
    if (grouped === undefined) {
        const found = new Map();
        for (const edge of graph.edges) {
            const own = found.get(edge.reader);
            if (own === undefined)
                found.set(edge.reader, [edge]);
            else
                own.push(edge);
        }
        grouped = found;
        byReader.set(graph, grouped);
    }
    return grouped.get(leaf) ?? [];
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
/* harmony import */ var _project_waves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56547);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1924);
/* harmony import */ var _read_graph_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96962);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(97910);
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
    const graph = (0,_read_graph_js__WEBPACK_IMPORTED_MODULE_6__/* .graphOf */ .c)(states, (0,_project_depends_on_js__WEBPACK_IMPORTED_MODULE_1__/* .declaredDependencies */ .O)(project, leaves), gone);
    const rounds = new Map((0,_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .cyclesOf */ .Jt)(graph).map((round) => [roundProblem(round, graph), groupOf(round, graph)]));
    return {
        graph,
        rounds,
        problems: [
            ...rounds.keys(),
            ...orderProblems(graph, leaves, project),
            ...(0,_project_depends_on_js__WEBPACK_IMPORTED_MODULE_1__/* .unmatchedDependencies */ .B)(project, leaves),
            ...(0,_project_waves_js__WEBPACK_IMPORTED_MODULE_4__/* .unmatchedWaves */ .OW)(project, leaves.map(({ path }) => path)),
            ...(0,_waves_js__WEBPACK_IMPORTED_MODULE_7__/* .contradictedWaves */ .D)(project, leaves.map((leaf) => ({ leaf, isRemoved: false })), graph.edges),
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
/** All leaves that lead to a round and back. */
function groupOf(round, graph) {
    const before = new Set((0,_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .dependenciesOf */ .hk)(graph, round));
    return [...round, ...(0,_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .dependentsOf */ .yk)(graph, round).filter((leaf) => before.has(leaf))];
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
        namesWorkspace: all.some((each) => each.namesWorkspace),
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

/***/ 97910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ contradictedWaves)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _project_setting_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2943);
/* harmony import */ var _project_waves_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56547);
/** Whether waves contradict the order that their leaves need. Pure. */



/**
 * What would run too early: readers before what they read (a removed leaf after its readers), and compositions of one
 * place against the setting `compositions.order`. One error for each two waves.
 *
 * @param project whose settings decide
 */
function contradictedWaves(project, leaves, edges) {
    const { settings } = project;
    if (settings.waves.length === 0)
        return [];
    const { of } = (0,_project_waves_js__WEBPACK_IMPORTED_MODULE_2__/* .openWaves */ .rh)(settings);
    const byPath = new Map(leaves.map((each) => [each.leaf.path, each]));
    const found = [];
    const add = (first, second, words) => {
        const [late, early] = [of(first), of(second)];
        if (late.number > early.number)
            found.push({ first: early, second: late, words: words(early, late) });
    };
    const read = new Set();
    for (const { reader, reads } of edges) {
        const [lower, upper] = [byPath.get(reader), byPath.get(reads)];
        if (lower === undefined || upper === undefined)
            continue;
        read.add(`${reader}\n${reads}`);
        if (upper.isRemoved) {
            add(reader, reads, (early, late) => said(early, `destroy ${reads}`, `${reader} reads it and is in the later wave "${late.name}"`));
        }
        else if (!lower.isRemoved) {
            add(reads, reader, (early, late) => said(early, `apply ${reader}`, `it reads ${reads}, which is in the later wave "${late.name}"`));
        }
    }
    for (const [first, second] of orderedPairs(leaves, settings.compositionOrder)) {
        const [one, other] = [first.leaf.path, second.leaf.path];
        if (read.has(`${one}\n${other}`) || read.has(`${other}\n${one}`))
            continue;
        add(one, other, (early, late) => said(early, `${second.isRemoved ? 'destroy' : 'apply'} ${other}`, `"compositions.order.terraform" puts ${one} before it, which is in the later wave "${late.name}"`));
    }
    const groups = groupedBy(found, ({ first, second }) => `${first.number} ${second.number}`);
    return [...groups.values()].flatMap(([one, ...others]) => {
        if (one === undefined)
            return [];
        const more = others.length === 0 ? '' : ` The same holds for ${others.length} more of these two waves.`;
        return [
            (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', `${one.words}${more}`, {
                place: (0,_project_setting_place_js__WEBPACK_IMPORTED_MODULE_1__/* .settingPlace */ .e)(project, one.first.name),
                hint: 'Put both into one wave, or change the order of the waves.',
            }),
        ];
    });
}
function groupedBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const known = groups.get(keyOf(item));
        if (known === undefined)
            groups.set(keyOf(item), [item]);
        else
            known.push(item);
    }
    return groups;
}
function said({ name }, does, why) {
    return `Wave "${name}" would ${does} too early: ${why}.`;
}
/** Leaves of one place, the one that has to run first before the other one. */
function orderedPairs(leaves, compositionOrder) {
    const rank = new Map(compositionOrder.map((name, index) => [name, index]));
    const listed = leaves.filter(({ leaf }) => rank.has(leaf.composition));
    const groups = groupedBy(listed, ({ leaf, isRemoved }) => `${isRemoved ? '-' : '+'}${leaf.place}`);
    return [...groups.values()].flatMap((group) => {
        const ordered = group.toSorted((a, b) => (rank.get(a.leaf.composition) ?? 0) - (rank.get(b.leaf.composition) ?? 0));
        const pairs = ordered.flatMap((first, index) => ordered.slice(index + 1).map((second) => [first, second]));
        return pairs
            .filter(([first, second]) => first.leaf.composition !== second.leaf.composition)
            .map(([first, second]) => (first.isRemoved ? [second, first] : [first, second]));
    });
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

//# sourceMappingURL=8317.index.js.map