export const id = 5505;
export const ids = [5505];
export const modules = {

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

/***/ 67173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ withUnusedSettings),
/* harmony export */   aS: () => (/* binding */ missingRoots),
/* harmony export */   tX: () => (/* binding */ unusedKeys)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69368);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32857);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84768);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11267);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17918);
/** Settings and files that name nothing: most likely a name is misspelled. */








/** The project with warnings about what has no effect although it looks as if it should. */
function withUnusedSettings(project) {
    const found = [...unknownCompositions(project), ...missingFolders(project), ...misnamedFiles(project)];
    return { ...project, warnings: [...project.warnings, ...found] };
}
function missingFolders(project) {
    const { localPath } = project.settings;
    const folder = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(project.root, localPath);
    const sources = folder === '' ? '' : `${folder}/`;
    // A path out of the repository is an error of the leaves.
    const isElsewhere = /^(?:[/~\\]|[A-Za-z]:|\.\.)/u.test(localPath);
    const hasSources = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6.localPath ||
        isElsewhere ||
        project.snapshot.files().some(({ path }) => path.startsWith(sources));
    return [
        ...missingRoots(project),
        ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
    ];
}
/** A warning for each entry of `config_roots` that names no folder. */
function missingRoots(project) {
    return (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .missingConfigRoots */ .O1)(project).map((name) => missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.'));
}
function missingFolder(project, setting, written, consequence = '') {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(written).replace(/\/+$/u, '');
    const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(name, foldersOf(project, name.split('/').length));
    const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": there is no folder "${written}".`, {
        place: settingPlace(project, written),
        hint: `${meant}${consequence}`.trim() || 'Write it relative to the project root.',
    });
}
/** The project's folders at a depth. */
function foldersOf({ snapshot, root }, depth) {
    const below = root === '' ? 0 : root.length + 1;
    return new Set(snapshot.files().flatMap(({ path }) => {
        if (root !== '' && !path.startsWith(`${root}/`))
            return [];
        const folders = path.slice(below).split('/').slice(0, -1);
        return folders.length < depth ? [] : [folders.slice(0, depth).join('/')];
    }));
}
/** Every leaf then looks like one of another tool. */
function emptyFolder(project) {
    const { localPath, rootPath } = project.settings;
    const isDefault = localPath === _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6.localPath && rootPath === _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultSettings */ .L6.rootPath;
    if (isDefault || (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .terraformNames */ .tQ)(project).size > 0)
        return [];
    const message = `There is no Terraform code in "${(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(localPath, rootPath)}", which terraform.local_path and terraform.root_path name.`;
    const hint = 'Without it, no folder composition=… is taken for a leaf.';
    return [(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', message, { place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(project.root, _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP) }, hint })];
}
function unknownCompositions(project) {
    const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
    const named = [
        ...compositionOrder.map((name) => ['compositions.order.terraform', name]),
        ...[...excludedKeys.keys()].map((name) => ['compositions.config_keys.excluded', name]),
        ...[...filteredKeys.keys()].map((name) => ['compositions.config_keys.filtered', name]),
    ];
    if (named.length === 0)
        return [];
    const { leaves, others } = (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .findLeavesOf */ .bM)(project);
    const compositions = new Set([...leaves.map(({ composition }) => composition), ...others.map(_leaves_js__WEBPACK_IMPORTED_MODULE_3__/* .compositionOf */ .k$)]);
    // A composition that no leaf has yet; folders of clouds are among these, so none of them is suggested.
    const used = new Set([...compositions, ...(0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .terraformNames */ .tQ)(project)]);
    return named
        .filter(([, name]) => !used.has(name))
        .map(([setting, name]) => {
        const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(name, compositions);
        return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": no composition is named "${name}".`, {
            place: settingPlace(project, name),
            hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
        });
    });
}
/**
 * Globs of leaves, and keys in settings that name nothing. Finding out about keys takes all layers, so this is
 * no part of what every command warns about.
 *
 * @param leaves all of the project
 */
async function unusedKeys(project, leaves, configurations) {
    const { settings } = project;
    const place = (name) => settingPlace(project, name);
    const globs = [
        ...settings.pinRules.map((rule) => ['terraform.pins.require', rule.leaves]),
        ...settings.driftIgnore.flatMap(({ leaf }) => (leaf === undefined ? [] : [['drift.ignore', leaf]])),
    ].filter(([, glob]) => {
        const matches = (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .leafGlob */ .x7)(glob);
        return !leaves.some(({ path }) => matches(path));
    });
    const paths = leaves.map(({ path }) => path);
    return [
        ...globs.map(([setting, glob]) => {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(glob, paths);
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
                place: place(glob),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            });
        }),
        ...(await unknownKeys(project, leaves, configurations)),
    ];
}
async function unknownKeys(project, leaves, configurations) {
    const { excludedKeys, filteredKeys } = project.settings;
    const named = [
        ...[...excludedKeys].map(([name, keys]) => ['compositions.config_keys.excluded', name, keys]),
        ...[...filteredKeys].map(([name, keys]) => ['compositions.config_keys.filtered', name, keys]),
    ];
    const found = [];
    for (const [setting, composition, keys] of named) {
        const own = leaves.filter((leaf) => leaf.composition === composition);
        const known = new Set();
        for (const leaf of own) {
            const { value } = await configurations.merged(leaf);
            for (const key in value?.children)
                known.add(key);
        }
        // A placeholder in a key may come to any name.
        if (own.length === 0 || [...known].some((key) => key.includes('{{')))
            continue;
        for (const key of keys.filter((each) => !known.has(each))) {
            const closest = (0,_base_closest_name_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(key, known);
            found.push((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `Setting "${setting}.${composition}": no leaf of it has the key "${key}".`, {
                place: settingPlace(project, key),
                hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
            }));
        }
    }
    return found;
}
/** The first line of the settings that has a name. */
function settingPlace({ snapshot, root }, name) {
    const path = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, _settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP);
    const file = snapshot.file(path);
    const lines = file === undefined ? [] : snapshot.read(file).toString('utf8').split('\n');
    const columns = lines.map((line) => columnOf(line, name));
    const line = columns.findIndex((column) => column > 0);
    return line < 0 ? { file: path } : { file: path, line: line + 1, column: columns[line] };
}
/** Where a whole name is in a line, from 1; 0 if it is not. */
function columnOf(line, name) {
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
        const [before, behind] = [line.slice(at - 1, at), line.slice(at + name.length)];
        if (/^[\s"'[{,]?$/u.test(before) && /^(?:$|[\s"'\]},:])/u.test(behind))
            return at + 1;
    }
    return 0;
}
function misnamedFiles({ snapshot, root, settings }) {
    const sources = (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, settings.localPath);
    const names = ['.komposconfig.yml', '.komposconfig.yaml.yml', 'komposconfig.yaml', 'komposconfig.yml'];
    const files = names.filter((name) => snapshot.file((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name)) !== undefined);
    const templates = snapshot.files().filter(({ path }) => path.startsWith(`${sources}/`) && isMisnamedTemplate(path));
    return [
        ...files.map((name) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('settings', `This file is not read: settings are in ${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}.`, {
            place: { file: (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(root, name) },
            hint: `Rename it to ${_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .SETTINGS_FILE */ .tP}.`,
        })),
        ...templates.map(({ path }) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('template', 'This file is no template, so no pin is put into it.', {
            place: { file: path },
            hint: `Templates are named X.tf.versioned: rename it to ${templateName(path.slice(path.lastIndexOf('/') + 1))}.`,
        })),
    ];
}
/** `main.TF.versioned`, `main.tf.Versioned`, `main.versioned.tf`, `main.tf.version` */
function isMisnamedTemplate(path) {
    if (/\.(?:tf|tofu)(?:\.json)?\.versioned$/u.test(path))
        return false;
    return /\.(?:tf|tofu)(?:\.json)?\.version(?:e|ed|s)?$|\.version(?:e|ed|s)?\.(?:tf|tofu)(?:\.json)?$/iu.test(path);
}
function templateName(name) {
    const end = /(?:\.version(?:e|ed|s)?|\.(?:tf|tofu)(?:\.json)?){2}$/iu.exec(name)?.[0] ?? '';
    const language = /\.(?:tf|tofu)(?:\.json)?/iu.exec(end)?.[0].toLowerCase() ?? '.tf';
    return `${name.slice(0, name.length - end.length)}${language}.versioned`;
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


/***/ })

};

//# sourceMappingURL=5505.index.js.map