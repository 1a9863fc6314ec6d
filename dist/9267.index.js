export const id = 9267;
export const ids = [9267];
export const modules = {

/***/ 49267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L3: () => (/* binding */ rendererFor),
/* harmony export */   Ns: () => (/* binding */ noKey),
/* harmony export */   OY: () => (/* binding */ leavesFor),
/* harmony export */   s: () => (/* binding */ withQuestions),
/* harmony export */   sx: () => (/* binding */ mergedAt),
/* harmony export */   w3: () => (/* binding */ folderAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(15131);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10308);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23644);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35986);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(20724);
/* harmony import */ var _hierarchy_interpolation_suggest_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(57784);
/* harmony import */ var _project_configurations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81587);
/* harmony import */ var _project_leaves_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32857);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(84768);
/* harmony import */ var _rendering_renderer_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49452);
/* harmony import */ var _snapshot_blobs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(58372);
/* harmony import */ var _snapshot_commit_snapshot_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(35203);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(94330);
/* harmony import */ var _snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(51765);
/* harmony import */ var _project_root_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(64368);
/* harmony import */ var _selected_leaves_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(93558);
/* harmony import */ var _stores_stores_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(63825);
/* harmony import */ var _terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(80553);
/** A project as questions about its configuration see it: nothing is rendered, written, or read from the environment. */





















/**
 * Opens the project. `{{env(NAME)}}` is `(environment: NAME)`.
 *
 * @throws ProblemError when there is no such project
 */
async function withQuestions(request, { directory, environment }, use) {
    const { root } = (0,_project_root_js__WEBPACK_IMPORTED_MODULE_14__/* .findProject */ .t)(request.rootPath, directory);
    const repository = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .findRepository */ .W1)(root, environment);
    const top = repository === undefined ? root : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository.top);
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, root).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const caches = (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_9__/* .createCaches */ .Y)();
    const reader = { ...(0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_18__/* .withoutValues */ .lO)(), secrets: _stores_stores_js__WEBPACK_IMPORTED_MODULE_16__/* .standIns */ .dS };
    const closing = [];
    async function open(snapshot) {
        const project = await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_8__/* .openProject */ .U8)(snapshot, place);
        const listMerge = request.listMerge ?? project.settings.listMerge;
        const configurations = (0,_project_configurations_js__WEBPACK_IMPORTED_MODULE_6__/* .openConfigurations */ ._)(project, reader, caches, listMerge);
        return { project, listMerge, environment: reader, configurations, caches };
    }
    try {
        return await use({
            here: await open((0,_snapshot_working_tree_snapshot_js__WEBPACK_IMPORTED_MODULE_13__/* .snapshotOfWorkingTree */ .X)(top)),
            async at(revision) {
                if (repository === undefined)
                    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('git', await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .whyNoRepository */ ._b)(root, environment));
                const git = (0,_git_git_js__WEBPACK_IMPORTED_MODULE_3__/* .createGit */ .lD)(top, environment);
                const commit = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .findCommit */ .fq)(git, revision);
                if (commit === undefined)
                    throw noRevision(revision);
                const objects = (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .openObjects */ .d)(git);
                closing.push(() => {
                    objects.close();
                });
                return open(await (0,_snapshot_commit_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .snapshotOfCommit */ .H)(git, (0,_snapshot_blobs_js__WEBPACK_IMPORTED_MODULE_10__/* .openBlobs */ .d)(objects), commit));
            },
            place: (typed) => (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_15__/* .findPlace */ .Pj)(typed, request.rootPath, directory),
        });
    }
    finally {
        for (const close of closing)
            close();
    }
}
/**
 * Renders the project's leaves.
 *
 * @param environment decides where states are
 */
function rendererFor(asked, environment) {
    const { project, listMerge, caches } = asked;
    const outside = (0,_terraform_outside_settings_js__WEBPACK_IMPORTED_MODULE_17__/* .outsideSettings */ .b)(environment).ofRenderings;
    return (0,_rendering_renderer_js__WEBPACK_IMPORTED_MODULE_9__/* .openRenderer */ .y)(project, (0,_project_project_js__WEBPACK_IMPORTED_MODULE_8__/* .leavesOf */ .wf)(project), asked.environment, caches, listMerge, outside);
}
function noRevision(revision) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('base', `"${revision}" is not a commit in this repository.`, {
        hint: 'Use a branch, tag or commit id that "git log" knows; "git fetch" gets those of the remote.',
    });
}
/**
 * The one leaf, or folder above leaves, that is meant; without a path, the leaf that the current directory is in, else the
 * first config root.
 *
 * @throws ProblemError that names the closest one, or those that match
 */
function folderAt({ project }, place) {
    const { snapshot, root, settings } = project;
    const path = place.typed === undefined ? place.here : place.path;
    // Without a look at all the others: there may be thousands.
    const isLayer = settings.configRoots.some((each) => path === each || path?.startsWith(`${each}/`) === true);
    if (path !== undefined && isLayer && snapshot.filesBelow((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_12__/* .joinPath */ .uJ)(root, path)).length > 0) {
        return (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_7__/* .describeLeaf */ .o3)(path, settings.configRoots);
    }
    if (place.typed === undefined || path === '') {
        const first = settings.configRoots.find((each) => snapshot.filesBelow((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_12__/* .joinPath */ .uJ)(root, each)).length > 0);
        if (first === undefined)
            throw (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_15__/* .noLeaves */ .C5)(project, place);
        return (0,_project_leaves_js__WEBPACK_IMPORTED_MODULE_7__/* .describeLeaf */ .o3)(first, settings.configRoots);
    }
    const found = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_8__/* .findLeavesOf */ .bM)(project);
    const { leaves } = (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_15__/* .selectLeaves */ .Tb)(project, found.leaves, found.others, place);
    const [only, another] = leaves;
    if (another === undefined && only !== undefined)
        return only;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `"${place.typed}" means ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_19__/* .count */ .U9)(leaves.length)} leaves, but one is needed.`, {
        hint: `They are:\n${leaves
            .slice(0, 10)
            .map((leaf) => `    ${leaf.path}`)
            .join('\n')}${leaves.length > 10 ? `\n    and ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_19__/* .count */ .U9)(leaves.length - 10)} more` : ''}`,
    });
}
/**
 * The merged configuration of a folder, not interpolated.
 *
 * @throws ProblemError if a layer cannot be read, or there is none
 */
async function mergedAt({ configurations }, leaf) {
    const { value, problems } = await configurations.merged(leaf);
    (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .throwOnErrors */ .pe)((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .inLeaves */ .e$)([{ leaf: leaf.path, problems }]));
    if (value !== undefined)
        return value;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('layer', `No YAML files in the layers of ${leaf.path}.`);
}
/** @param where what has no such key */
function noKey(key, where, known) {
    const closest = (0,_hierarchy_interpolation_suggest_js__WEBPACK_IMPORTED_MODULE_20__/* .nearestKey */ .q)(key, known);
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('usage', `No layer of ${where} sets "${key}".`, {
        hint: closest === undefined ? 'Keys are dotted, such as vpc.cidr_block or zones.0.' : `Did you mean "${closest}"?`,
    });
}
/**
 * The leaves that are meant, in byte order of path, and folders of other tools beside them if all are.
 *
 * @param typed a path, a glob, or layers such as `env=dev`; undefined: all, or the one that the current directory is in
 * @throws ProblemError if there are none; its hint names the closest one
 */
function leavesFor(questions, typed) {
    const { project } = questions.here;
    const { leaves, others } = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_8__/* .findLeavesOf */ .bM)(project);
    const selected = (0,_selected_leaves_js__WEBPACK_IMPORTED_MODULE_15__/* .selectLeaves */ .Tb)(project, leaves, others, questions.place(typed)).leaves;
    return { leaves: selected, others: selected.length === leaves.length ? others : [] };
}


/***/ }),

/***/ 23644:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openObjects)
/* harmony export */ });
/* harmony import */ var _base_child_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61204);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10308);



/**
 * Starts the process on first use. Requests may be concurrent: they are written without waiting and answered in
 * order (format: gitformat "BATCH OUTPUT" of git-cat-file).
 */
function openObjects(git) {
    let child;
    const waiting = [];
    let first = 0;
    let chunks = [];
    let buffered = 0;
    let needed = 0;
    let stderr = '';
    /** Why nothing can be read anymore. */
    let failure;
    /** A truncated answer would be taken for the beginning of the next one, so nothing is read afterwards. */
    function failAll(error) {
        failure ??= error;
        for (const each of waiting.splice(0))
            each.reject(failure);
        first = 0;
    }
    function start() {
        const started = (0,_base_child_process_js__WEBPACK_IMPORTED_MODULE_0__/* .startPiped */ .PH)(git.command(['cat-file', '--batch']));
        started.stdout.on('data', (chunk) => {
            chunks.push(chunk);
            buffered += chunk.length;
            if (buffered >= needed)
                drain();
        });
        started.stderr.on('data', (chunk) => {
            stderr += chunk.toString('utf8');
        });
        started.on('error', (error) => {
            failAll((0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .notStarted */ .DY)(error));
        });
        started.on('close', (code, signal) => {
            child = undefined;
            if (waiting.length <= first && buffered === 0)
                return;
            const how = signal === null ? `exit code ${String(code)}` : `killed with ${signal}, perhaps out of memory`;
            failAll(unreadable(`git cat-file ended early (${how}): ${stderr.trim()}`));
        });
        started.stdin.on('error', () => {
            // The `close` event follows and rejects the waiting readers.
        });
        return started;
    }
    /** Takes as many complete answers out of the buffer as it holds. */
    function drain() {
        let buffer = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
        needed = 0;
        for (;;) {
            const lineEnd = buffer.indexOf(10);
            if (lineEnd < 0)
                break;
            const header = buffer.toString('utf8', 0, lineEnd);
            const parts = /^([0-9a-f]+) (\w+) (\d+)$/u.exec(header);
            if (parts === null) {
                // "<name> missing" or "<name> ambiguous"
                answer(undefined);
                buffer = buffer.subarray(lineEnd + 1);
                continue;
            }
            const size = Number(parts[3]);
            const end = lineEnd + 1 + size + 1;
            if (buffer.length < end) {
                needed = end;
                break;
            }
            const content = Buffer.from(buffer.subarray(lineEnd + 1, lineEnd + 1 + size));
            answer({ id: parts[1] ?? '', type: parts[2] ?? '', content });
            buffer = buffer.subarray(end);
        }
        chunks = buffer.length === 0 ? [] : [buffer];
        buffered = buffer.length;
    }
    function answer(object) {
        const next = waiting[first];
        if (object !== undefined && next !== undefined && isFullId(next.name) && next.name !== object.id) {
            failAll(unreadable(`git cat-file returned ${object.id} instead of ${next.name}.`));
            child?.kill();
            return;
        }
        first += 1;
        if (first === waiting.length) {
            waiting.length = 0;
            first = 0;
            // Lets the program exit when no request is pending.
            child?.unref();
        }
        next?.resolve(object);
    }
    return {
        read(name) {
            if (/[\n\r]/u.test(name))
                return Promise.resolve(undefined);
            if (failure !== undefined)
                return Promise.reject(failure);
            child ??= start();
            child.ref();
            const { stdin } = child;
            return new Promise((resolve, reject) => {
                waiting.push({ name, resolve, reject });
                stdin.write(`${name}\n`);
            });
        },
        close() {
            // A reader that is still active after a failure elsewhere must not start a process that is never ended.
            failure ??= (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('git', 'The repository was closed before everything was read.');
            child?.stdin.end();
        },
    };
}
function unreadable(message) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('git', message, { hint: (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .hintForDamage */ .O3)(message) });
}
function isFullId(name) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(name);
}


/***/ }),

/***/ 58372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openBlobs)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);

/** Nothing is read before it is requested. */
function openBlobs(objects) {
    const contents = new Map();
    const loading = new Map();
    async function read(id, ready, label) {
        await ready;
        const object = await objects.read(id);
        if (object === undefined) {
            throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('git', `The object ${id} of ${label} is missing from the repository, or damaged.`, {
                hint: 'Check out again with actions/checkout, into an empty workspace and without a custom object filter.',
            });
        }
        contents.set(id, object.content);
    }
    return {
        async load(ids, ready, label) {
            const asked = new Set(ids.filter((id) => !contents.has(id)));
            const fresh = [...asked].filter((id) => !loading.has(id));
            const isReady = ready(fresh);
            for (const id of fresh)
                loading.set(id, read(id, isReady, label));
            await Promise.all([...asked].flatMap((id) => loading.get(id) ?? []));
        },
        content: (id) => contents.get(id),
    };
}


/***/ }),

/***/ 35203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ snapshotOfCommit)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
;// CONCATENATED MODULE: ./src/snapshot/symbolic-links.ts
/** Symbolic links of a listed tree, followed the way the file system would. */



const LINK_DEPTH = 40;
/** Why a link cannot be followed: `The symbolic link ` goes before its message. */
class BrokenLink extends Error {
}
/**
 * Follows the links among listed entries, so that later stages see plain files only. No link may lead out of the
 * repository: a pull request could otherwise make the job read the runner's own files.
 */
function followLinks(entries) {
    const files = [];
    const links = [];
    for (const entry of entries) {
        if (entry.kind === 'link')
            links.push(entry);
        else {
            const { path, executable, id, isSubmodule } = entry;
            files.push({ path, executable, id, isSubmodule });
        }
    }
    const brokenLinks = new Map();
    if (links.length === 0)
        return { files, brokenLinks };
    const targets = new Map(links.map((link) => [link.path, link.target]));
    const plain = files.slice();
    const plainPaths = new Map(plain.map((file) => [file.path, file]));
    for (const { path } of links) {
        try {
            files.push(...behind(path, path, []));
        }
        catch (error) {
            if (!(error instanceof BrokenLink))
                throw error;
            brokenLinks.set(path, (0,problems/* problem */.CC)('path', `The symbolic link ${error.message}.`, { place: { file: path } }));
        }
    }
    files.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.path, b.path));
    return { files, brokenLinks };
    /** The files at `actual`, shown at `shown`, with links on the way and inside followed. */
    function behind(shown, actual, folders) {
        const resolved = resolve(actual);
        const file = plainPaths.get(resolved);
        if (file !== undefined)
            return [{ ...file, path: shown }];
        const prefix = `${resolved}/`;
        if (actual.startsWith(prefix) || folders.includes(resolved))
            throw new BrokenLink('leads in a circle');
        const found = plain
            .filter(({ path }) => path.startsWith(prefix))
            .map((below) => ({ ...below, path: `${shown}/${below.path.slice(prefix.length)}` }));
        for (const inner of links) {
            if (!inner.path.startsWith(prefix))
                continue;
            found.push(...behind(`${shown}/${inner.path.slice(prefix.length)}`, inner.path, [...folders, resolved]));
        }
        if (found.length === 0)
            throw new BrokenLink(`leads to "${resolved}", which is not in the repository`);
        return found;
    }
    /** The path behind all links, component by component, as the file system would walk it. */
    function resolve(path) {
        let done = '';
        let rest = path.split('/');
        let hops = 0;
        while (rest.length > 0) {
            const [component = '', ...others] = rest;
            rest = others;
            if (component === '' || component === '.')
                continue;
            if (component === '..') {
                if (done === '')
                    throw new BrokenLink('leads out of the repository');
                done = external_node_path_.posix.dirname(done) === '.' ? '' : external_node_path_.posix.dirname(done);
                continue;
            }
            const next = done === '' ? component : `${done}/${component}`;
            const target = targets.get(next);
            if (target === undefined) {
                done = next;
                continue;
            }
            hops += 1;
            if (hops > LINK_DEPTH)
                throw new BrokenLink('leads in a circle');
            if (target.startsWith('/'))
                throw new BrokenLink(`leads out of the repository ("${target}")`);
            rest = [...target.split('/'), ...rest];
        }
        if (done === '')
            throw new BrokenLink('leads in a circle');
        return done;
    }
}

;// CONCATENATED MODULE: ./src/snapshot/commit-snapshot.ts
/** The files at a commit, read from git objects: no checkout is needed or read. */




/**
 * Lists a commit's tree. A submodule is one entry: its files are not in this repository.
 *
 * @param commit full id of a commit or a tree; it must be in the repository
 * @param options `label`: its name in messages. `fetchBlobs`: for a partial clone, fetches blobs from the remote; what
 *   will certainly be read is fetched at once, everything else when it is loaded
 */
async function snapshotOfCommit(git, blobs, commit, options = {}) {
    const { label = (0,names/* shortCommit */.A)(commit), fetchBlobs } = options;
    const listing = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
    const entries = [];
    const linkIds = [];
    for (const record of listing.split('\0')) {
        // "<mode> <type> <id>\t<path>"
        const tab = record.indexOf('\t');
        if (tab < 0)
            continue;
        const [mode, type, id = ''] = record.slice(0, tab).split(' ');
        const path = record.slice(tab + 1);
        if (type === 'commit')
            entries.push({ kind: 'file', path, id, executable: false, isSubmodule: true });
        if (type !== 'blob')
            continue;
        if (mode === '120000')
            linkIds.push({ path, id });
        else
            entries.push({ kind: 'file', path, id, executable: mode === '100755' });
    }
    const missing = fetchBlobs === undefined ? new Set() : await missingObjects(git, commit);
    const read = entries.flatMap((entry) => (entry.kind === 'file' && isRead(entry.path) ? [entry.id] : []));
    await fetchMissing([...linkIds.map(({ id }) => id), ...read]);
    await load(linkIds);
    for (const { path, id } of linkIds) {
        entries.push({ kind: 'link', path, target: blobs.content(id)?.toString('utf8') ?? '' });
    }
    const { files, brokenLinks } = followLinks(entries.filter(({ path }) => (0,snapshot/* isUtf8 */.co)(path)));
    for (const { path } of entries)
        if (!(0,snapshot/* isUtf8 */.co)(path))
            brokenLinks.set(path, (0,snapshot/* notUtf8 */.T3)(path));
    const byPath = new Map(files.map((file) => [file.path, file]));
    let folders;
    /** All at once: git by itself would start one fetch for each blob. */
    async function fetchMissing(ids) {
        const wanted = [...new Set(ids)].filter((id) => missing.has(id) && blobs.content(id) === undefined);
        if (wanted.length === 0)
            return;
        await fetchBlobs?.(wanted);
        for (const id of wanted)
            missing.delete(id);
    }
    function load(wanted) {
        return blobs.load(wanted.flatMap(({ id, isSubmodule }) => (isSubmodule === true ? [] : [id])), fetchMissing, label);
    }
    return {
        label,
        files: () => files,
        brokenLinks: () => [...brokenLinks.keys()],
        file(path) {
            const broken = brokenLinks.get(path);
            if (broken !== undefined)
                throw new problems/* ProblemError */.Mm([broken]);
            return byPath.get(path);
        },
        filesBelow(folder) {
            const prefix = folder === '' ? '' : `${folder}/`;
            const broken = [...brokenLinks].filter(([path]) => path === folder || path.startsWith(prefix));
            if (broken.length > 0)
                throw new problems/* ProblemError */.Mm(broken.map(([, each]) => each));
            if (prefix === '')
                return files;
            const start = firstAtOrAfter(files, prefix);
            let end = start;
            while (files[end]?.path.startsWith(prefix) === true)
                end += 1;
            return files.slice(start, end);
        },
        filesIn(folder) {
            for (const [path, each] of brokenLinks)
                if ((0,names/* folderOf */.y)(path) === folder)
                    throw new problems/* ProblemError */.Mm([each]);
            folders ??= groupByFolder(files);
            return folders.get(folder) ?? [];
        },
        load,
        read(file) {
            // As git itself shows it in a diff.
            if (file.isSubmodule === true)
                return Buffer.from(`Subproject commit ${file.id}\n`);
            const content = blobs.content(file.id);
            if (content === undefined)
                throw new Error(`${file.path} was read before it was loaded`);
            return content;
        },
    };
}
/** Whether a file's content affects renderings: it is needed wherever two commits differ in it. */
function isRead(path) {
    return /\.(ya?ml|tf|tf\.json|tf\.versioned|tftpl)$/u.test(path);
}
/** Ids of the commit's objects that were left on the remote. */
async function missingObjects(git, commit) {
    const listing = await git.run(['rev-list', '--objects', '--no-walk', '--missing=print', commit, '--']);
    return new Set(listing.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
function firstAtOrAfter(files, path) {
    let low = 0;
    let high = files.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((0,snapshot/* compareBytes */.Xo)(files[middle]?.path ?? '', path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function groupByFolder(files) {
    const folders = new Map();
    for (const file of files) {
        const folder = (0,names/* folderOf */.y)(file.path);
        const list = folders.get(folder);
        if (list === undefined)
            folders.set(folder, [file]);
        else
            list.push(file);
    }
    return folders;
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

//# sourceMappingURL=9267.index.js.map