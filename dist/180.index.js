export const id = 180;
export const ids = [180];
export const modules = {

/***/ 7035:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findAffected: () => (/* binding */ findAffected)
});

// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(9405);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(5131);
// EXTERNAL MODULE: ./src/markdown/reason-words.ts
var reason_words = __webpack_require__(9997);
;// CONCATENATED MODULE: ./src/commands/affected/listing.ts



/** One path per line, removed leaves included. */
function affectedPaths({ changed }) {
    return changed.map(({ leaf }) => `${leaf.path}\n`).join('');
}
/** Everything: every reason of every leaf in full. */
function affectedJson({ base, head, leafCount, changed, unused }) {
    const leaves = changed.map((each) => ({
        path: each.leaf.path,
        kind: each.kind,
        movedTo: each.kind === 'moved' ? each.movedTo : undefined,
        restated: each.kind === 'changed' && each.restated ? true : undefined,
        reasons: each.reasons,
        problems: each.problems,
    }));
    return `${JSON.stringify({ base, head: head ?? null, leafCount, leaves, unused }, undefined, 2)}\n`;
}
/** A line for each leaf with its first reasons, then how many there are. */
function affectedTable({ leafCount, changed, unused }) {
    const rows = changed.map((each) => [each.kind, (0,escaping/* oneLine */.TN)(each.leaf.path), (0,escaping/* oneLine */.TN)(whyInWords(each))]);
    const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
    const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
    const gone = changed.filter(({ kind }) => kind === 'removed' || kind === 'moved').length;
    const total = changed.length === 0
        ? leafCount === 1
            ? 'The only leaf does not differ.'
            : `None of ${(0,phrases/* count */.U9)(leafCount)} leaves differs.`
        : `${(0,phrases/* count */.U9)(changed.length - gone, 'leaf', 'leaves')} of ${(0,phrases/* count */.U9)(leafCount)}${gone === 0 ? '' : `, and ${(0,phrases/* count */.U9)(gone)} that ${gone === 1 ? 'is' : 'are'} gone`}.`;
    const unusedIn = unused.length === 0
        ? []
        : [`${(0,phrases/* count */.U9)(unused.length, 'leaf sees', 'leaves see')} a change of configuration without using it.`];
    return [...lines.map((line) => line.trimEnd()), total, ...unusedIn].map((line) => `${line}\n`).join('');
}
function whyInWords(each) {
    if (each.kind === 'moved')
        return `its state is used by ${each.movedTo}`;
    if (each.kind === 'paused')
        return each.why;
    const words = [...new Set(each.reasons.flatMap(reason_words/* causesOf */.cZ).map((cause) => (0,reason_words/* causeText */.xv)(cause, 40)))];
    const isRestated = each.kind === 'changed' && each.restated;
    return [...(isRestated ? ['its backend changed'] : []), (0,phrases/* firstFew */.Dt)(words, 3)].filter(Boolean).join('; ');
}

// EXTERNAL MODULE: ./src/execution/local-comparison.ts + 1 modules
var local_comparison = __webpack_require__(1974);
;// CONCATENATED MODULE: ./src/commands/affected/affected.ts
/** `kompos affected`: the leaves that differ, and why, before anything is pushed. */



/** @throws ProblemError when nothing can be compared */
async function findAffected(request, context) {
    return (0,local_comparison/* withLocalComparison */.T)(request, context, (comparison) => {
        context.log.info(comparison.why);
        const { changed, unused, head, baseCommit, headCommit } = comparison;
        const answer = {
            base: baseCommit,
            head: headCommit,
            leafCount: head.leaves.length,
            changed,
            unused,
        };
        const formats = { table: affectedTable, json: affectedJson, paths: affectedPaths };
        return Promise.resolve({
            text: formats[request.format](answer),
            problems: (0,problems/* inLeaves */.e$)(changed.map(({ leaf, problems }) => ({ leaf: leaf.path, problems }))),
        });
    });
}


/***/ }),

/***/ 1974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ withLocalComparison)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(2017);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(897);
// EXTERNAL MODULE: ./src/git/git.ts
var git_git = __webpack_require__(308);
// EXTERNAL MODULE: ./src/git/history.ts + 1 modules
var git_history = __webpack_require__(9643);
// EXTERNAL MODULE: ./src/git/objects.ts
var git_objects = __webpack_require__(3644);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
;// CONCATENATED MODULE: ./src/git/write-working-tree.ts
/** The working tree as a git tree: the content of a commit of everything, without making one. */





/** Folders that are not sources, in case git does not ignore them. */
const NEVER_ADDED = [runtime_folder/* RUNTIME_FOLDER */.M, '.terraform'];
/**
 * Writes the working tree as git would commit it: tracked and untracked files, changed ones as they are now, ignored
 * ones left out. Neither the repository's index nor its objects are touched: new objects go into `scratch`.
 *
 * @param git seam at the repository's top folder
 * @param scratch absolute path of an empty folder
 * @returns the tree's id, and the environment in which git can read the tree as long as `scratch` exists
 */
async function writeWorkingTree(git, scratch) {
    const [indexPath = '', objectsPath = ''] = (await git.run(['rev-parse', '--git-path', 'index', '--git-path', 'objects'])).split('\n');
    const index = (0,external_node_path_.join)(scratch, 'index');
    copyIndex((0,external_node_path_.resolve)(git.directory, indexPath), index);
    const objects = (0,external_node_path_.join)(scratch, 'objects');
    (0,external_node_fs_.mkdirSync)(objects);
    const environment = {
        GIT_OBJECT_DIRECTORY: objects,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates((0,external_node_path_.resolve)(git.directory, objectsPath), git.environment['GIT_ALTERNATE_OBJECT_DIRECTORIES']),
    };
    const scratchGit = (0,git_git/* createGit */.lD)(git.directory, { ...git.environment, ...environment, GIT_INDEX_FILE: index });
    // An embedded repository is not part of this one, and needs no advice.
    const quiet = ['-c', 'advice.addEmbeddedRepo=false', '-c', 'core.safecrlf=false'];
    const excluded = NEVER_ADDED.map((name) => `:(top,exclude,glob)**/${name}/**`);
    await scratchGit.run([...quiet, 'add', '--all', '--', ':(top)', ...excluded]);
    const tree = (await scratchGit.run(['write-tree'])).trim();
    return { tree, environment };
}
/**
 * The index records unchanged files, so that they need not be read. Git rereads a file unless it is older than the
 * index itself: the copy must not appear newer than the original.
 */
function copyIndex(from, to) {
    try {
        (0,external_node_fs_.copyFileSync)(from, to);
        const { atimeMs, mtimeMs } = (0,external_node_fs_.statSync)(from);
        (0,external_node_fs_.utimesSync)(to, Math.floor(atimeMs / 1000), Math.floor(mtimeMs / 1000));
    }
    catch (error) {
        if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT'))
            throw error;
    }
}
function alternates(objects, inherited) {
    const quoted = `"${objects.replace(/["\\]/gu, '\\$&')}"`;
    return inherited === undefined || inherited === '' ? quoted : `${quoted}:${inherited}`;
}

// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(724);
// EXTERNAL MODULE: ./src/base/debug.ts
var debug = __webpack_require__(1310);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/project/leaves.ts
var project_leaves = __webpack_require__(2857);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(7173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 30 modules
var renderer = __webpack_require__(3464);
// EXTERNAL MODULE: ./src/snapshot/blobs.ts
var snapshot_blobs = __webpack_require__(8372);
// EXTERNAL MODULE: ./src/snapshot/commit-snapshot.ts + 1 modules
var commit_snapshot = __webpack_require__(5203);
// EXTERNAL MODULE: ./src/execution/local-project.ts + 1 modules
var local_project = __webpack_require__(8004);
;// CONCATENATED MODULE: ./src/execution/local-comparison.ts
/** The comparison of the command line: a commit with another one, or with the working tree as it is. */




















/**
 * Compares, and keeps what the renderers read from git open for as long as `use` runs.
 *
 * @throws ProblemError if there is no repository, or a revision or path does not exist
 */
async function withLocalComparison(request, { directory, environment, configurationEnvironment = (0,environment_reader/* openEnvironment */.A)(environment) }, use) {
    const root = (0,local_project/* projectRoot */.YQ)(request.rootPath, directory);
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    if (repository === undefined) {
        throw (0,problems/* problemError */.gS)('git', `${await (0,git_repository/* whyNoRepository */._b)(root, environment)} There is nothing to compare with.`, {
            hint: 'Make a first commit, or name the project with --root-path DIR.',
        });
    }
    const top = (0,external_node_fs_.realpathSync)(repository.top);
    const git = (0,git_git/* createGit */.lD)(top, environment);
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'kompos-'));
    const committed = (0,git_objects/* openObjects */.d)(git);
    try {
        const history = (0,git_history/* openHistory */.j)(git, committed, repository, undefined);
        const { baseCommit, headCommit, why } = await chooseRevisions(git, repository, history, request);
        const working = headCommit === undefined ? await writeWorkingTree(git, scratch) : undefined;
        const reading = (0,git_git/* createGit */.lD)(top, { ...environment, ...working?.environment });
        const objects = (0,git_objects/* openObjects */.d)(reading);
        try {
            const blobs = (0,snapshot_blobs/* openBlobs */.d)(objects);
            const caches = (0,renderer/* createCaches */.Y)();
            const snapshotOf = (tree, label) => (0,commit_snapshot/* snapshotOfCommit */.H)(reading, blobs, tree, { label, fetchBlobs: history.fetchBlobs });
            const rendererOf = (project) => (0,renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), configurationEnvironment, caches, request.listMerge);
            const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
            const base = rendererOf(await (0,project_project/* openEarlierProject */.c7)(await snapshotOf(baseCommit), place));
            const headSnapshot = working === undefined
                ? await snapshotOf(headCommit ?? baseCommit)
                : await snapshotOf(working.tree, 'the working tree');
            const head = rendererOf((0,unused_settings/* withUnusedSettings */.K)(await (0,project_project/* openProject */.U8)(headSnapshot, place)));
            const wanted = selection(request, base, head, root, directory);
            (0,debug/* debug */.Yz)(`comparing head ${headCommit ?? 'the working tree'} with base ${baseCommit}`);
            const difference = await (0,debug/* timed */.ay)('finding changed leaves', () => (0,changed_leaves/* findChangedLeaves */.U)(base, head), (found) => `${found.changed.length} changed, ${found.unused.length} unused`);
            const changed = difference.changed.filter(({ leaf }) => wanted(leaf.path));
            const unused = difference.unused.filter(wanted);
            const { sharedStates } = difference;
            return await use({ baseCommit, headCommit, why, base, head, changed, unused, sharedStates, root, top });
        }
        finally {
            objects.close();
        }
    }
    finally {
        committed.close();
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    }
}
/** Whether a leaf is at or below the path that was asked for; a leaf that is gone counts as well. */
function selection({ configPath }, base, head, root, directory) {
    if (configPath === undefined)
        return () => true;
    const leaves = new Map([...base.leaves, ...head.leaves].map((leaf) => [leaf.path, leaf]));
    const paths = new Set((0,project_leaves/* leavesAt */._8)([...leaves.values()], (0,local_project/* fromRoot */.tc)(configPath, root, directory)).map(({ path }) => path));
    return (path) => paths.has(path);
}
async function chooseRevisions(git, repository, history, request) {
    const headCommit = request.head === undefined ? undefined : await named(git, '--head', request.head);
    const shown = headCommit === undefined ? 'the working tree' : (0,names/* shortCommit */.A)(headCommit);
    const say = (base, why) => `Comparing ${shown} with ${(0,names/* shortCommit */.A)(base)}, ${why}.`;
    if (request.base !== undefined) {
        const baseCommit = await named(git, '--base', request.base);
        return { baseCommit, headCommit, why: say(baseCommit, `which is ${request.base}`) };
    }
    const branch = await (0,git_repository/* defaultBranch */.OR)(git, history);
    if (!('commit' in branch)) {
        const asked = branch.failure === undefined ? '' : ` The remote did not report its default branch: ${branch.failure}`;
        throw (0,problems/* problemError */.gS)('base', `There is no remote branch and no main or master to compare with.${asked}`, {
            hint: 'Name a commit to compare with: --base REV.',
        });
    }
    const baseCommit = await mergeBase(history, headCommit ?? repository.head, branch);
    return { baseCommit, headCommit, why: say(baseCommit, `where it branched off ${branch.name}`) };
}
async function named(git, option, revision) {
    const commit = await (0,git_repository/* findCommit */.fq)(git, revision);
    if (commit !== undefined)
        return commit;
    throw (0,problems/* problemError */.gS)('base', `${option} is "${revision}", which is not a commit in this repository.`, {
        hint: 'Use a branch, tag or commit id that "git log" knows; "git fetch" gets those of the remote.',
    });
}
async function mergeBase(history, head, { name, commit }) {
    const found = await history.mergeBase(head, commit);
    if (found !== undefined)
        return found;
    throw (0,problems/* problemError */.gS)('base', `${(0,names/* shortCommit */.A)(head)} and ${name} have no common history, so there is nothing to compare with.`, {
        hint: 'Name a commit to compare with: --base REV.',
    });
}


/***/ }),

/***/ 8004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ fromRoot),
  b7: () => (/* binding */ openLocalProject),
  YQ: () => (/* binding */ projectRoot)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/hierarchy/environment-reader.ts
var environment_reader = __webpack_require__(724);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(7421);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(7173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 30 modules
var rendering_renderer = __webpack_require__(3464);
// EXTERNAL MODULE: ./src/snapshot/real-folder.ts
var real_folder = __webpack_require__(2095);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(9574);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(4330);
;// CONCATENATED MODULE: ./src/snapshot/working-tree-snapshot.ts
/** The files on disk, ignored and uncommitted ones included: what the command line works on. */






/** Folders that never hold sources and may be huge. */
const SKIPPED = new Set(['.git', '.terraform', runtime_folder/* RUNTIME_FOLDER */.M, 'node_modules']);
/**
 * Reads files on request, and walks only the folders that are needed.
 *
 * @param root absolute path of the repository root (or of the project, outside of a repository)
 */
function snapshotOfWorkingTree(root) {
    const realRoot = (0,external_node_fs_.realpathSync)(root);
    const walked = new Map();
    /** The real path behind `path`, or a problem if a link leads out or nowhere; undefined if nothing exists there. */
    function real(path) {
        let target;
        try {
            target = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path));
        }
        catch (error) {
            if (!(0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR'))
                throw brokenLink(path, 'leads in a circle');
            if (!linkExists(path))
                return undefined;
            throw brokenLink(path, 'leads to a file that does not exist');
        }
        const inside = (0,external_node_path_.relative)(realRoot, target);
        if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`))
            throw brokenLink(path, 'leads out of the repository');
        if (inside.split(external_node_path_.sep).includes('.git'))
            throw brokenLink(path, "leads into git's own folder");
        return target;
    }
    function linkExists(path) {
        try {
            return (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path)).isSymbolicLink();
        }
        catch {
            return false;
        }
    }
    /** The files directly in a folder, or below it too. Throws at a broken link, unless `onBroken` takes it. */
    function walk(folder, ancestors, onBroken, deep = true) {
        const target = real(folder === '' ? '.' : folder);
        if (target === undefined || !(0,external_node_fs_.statSync)(target).isDirectory())
            return [];
        if (ancestors.has(target))
            throw brokenLink(folder, 'leads in a circle');
        const within = new Set([...ancestors, target]);
        const files = [];
        for (const entry of (0,external_node_fs_.readdirSync)(target, { withFileTypes: true })) {
            if (SKIPPED.has(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (!(0,snapshot/* isUtf8 */.co)(path)) {
                onBroken(new problems/* ProblemError */.Mm([(0,snapshot/* notUtf8 */.T3)(path)]));
                continue;
            }
            if (!deep && entry.isDirectory())
                continue;
            if (entry.isDirectory())
                files.push(...walk(path, within, onBroken));
            else if (entry.isFile())
                files.push(describe(path, (0,external_node_path_.join)(target, entry.name)));
            else if (entry.isSymbolicLink()) {
                try {
                    const behind = real(path);
                    if (behind === undefined)
                        continue;
                    if (!(0,external_node_fs_.statSync)(behind).isDirectory())
                        files.push(describe(path, behind));
                    else if (deep)
                        files.push(...walk(path, within, rethrow));
                }
                catch (error) {
                    onBroken(error);
                }
            }
        }
        return files;
    }
    function sorted(files) {
        return files.sort((a, b) => (0,snapshot/* compareBytes */.Xo)(a.path, b.path));
    }
    return {
        label: 'the working tree',
        files: () => sorted(walk('', new Set(), () => undefined)),
        brokenLinks() {
            const broken = [];
            walk('', new Set(), (error) => {
                if (!(error instanceof problems/* ProblemError */.Mm))
                    throw error;
                broken.push(...error.problems.flatMap(({ place }) => place?.file ?? []));
            });
            return broken;
        },
        file(path) {
            const target = real(path);
            return target !== undefined && (0,external_node_fs_.statSync)(target).isFile() ? describe(path, target) : undefined;
        },
        filesIn: (folder) => sorted(walk(folder, new Set(), rethrow, false)),
        filesBelow(folder) {
            let files = walked.get(folder);
            if (files === undefined) {
                files = sorted(walk(folder, new Set(), rethrow));
                walked.set(folder, files);
            }
            return files;
        },
        load: () => Promise.resolve(),
        read: (file) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file.path)),
    };
}
function describe(path, absolute) {
    return { path, executable: ((0,external_node_fs_.statSync)(absolute).mode & 0o100) !== 0, id: `file:${path}` };
}
function brokenLink(path, why) {
    return (0,problems/* problemError */.gS)('path', `The symbolic link ${why}.`, { place: { file: path } });
}
function rethrow(error) {
    throw error;
}

;// CONCATENATED MODULE: ./src/execution/local-project.ts
/** A project in the working tree, as the command line sees it. */










/** @throws ProblemError when the project or the path does not exist */
async function openLocalProject(command, { directory, environment, log }) {
    const root = projectRoot(command.rootPath, directory);
    const repository = await (0,git_repository/* findRepository */.W1)(root, environment);
    const top = repository === undefined ? root : (0,external_node_fs_.realpathSync)(repository.top);
    const place = (0,external_node_path_.relative)(top, root).split(external_node_path_.sep).join('/');
    const project = (0,unused_settings/* withUnusedSettings */.K)(await (0,project_project/* openProject */.U8)(snapshotOfWorkingTree(top), place));
    for (const warning of project.warnings)
        log.warning((0,problems/* formatProblem */.Vw)(warning));
    const path = fromRoot(command.configPath, root, directory);
    const { leaves, others } = (0,project_project/* findLeavesOf */.bM)(project, path);
    const renderer = (0,rendering_renderer/* openRenderer */.y)(project, leaves, (0,environment_reader/* openEnvironment */.A)(environment), (0,rendering_renderer/* createCaches */.Y)(), command.listMerge);
    return { renderer, root, top, path, others };
}
/**
 * Absolute path of the project root, links followed.
 *
 * @throws ProblemError when there is no such folder
 */
function projectRoot(rootPath, directory) {
    const root = (0,real_folder/* realFolder */.P)((0,external_node_path_.resolve)(directory, rootPath));
    if (root !== undefined)
        return root;
    throw (0,problems/* problemError */.gS)('usage', `--root-path is "${rootPath}", which is not a folder.`, {
        hint: 'Name the folder that holds .komposconfig.yaml.',
    });
}
/**
 * The configuration path from the project root. It may be typed from there or, with the shell's completion, from the
 * current directory.
 */
function fromRoot(configPath, root, directory) {
    const candidates = [(0,external_node_path_.resolve)(root, configPath), (0,external_node_path_.resolve)(directory, configPath)];
    const absolute = ((0,external_node_path_.isAbsolute)(configPath) ? [configPath] : candidates).find((each) => (0,external_node_fs_.existsSync)(each)) ?? (0,external_node_path_.resolve)(root, configPath);
    const path = (0,external_node_path_.relative)(root, (0,external_node_fs_.existsSync)(absolute) ? (0,external_node_fs_.realpathSync)(absolute) : absolute)
        .split(external_node_path_.sep)
        .join('/');
    if (path === '' || path.startsWith('../') || path === '..' || (0,external_node_path_.isAbsolute)(path)) {
        throw (0,problems/* problemError */.gS)('usage', `"${configPath}" is not below the project ${root}.`, {
            hint: 'Name the project with --root-path DIR.',
        });
    }
    return path;
}


/***/ }),

/***/ 724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openEnvironment)
/* harmony export */ });
/** What `{{env(NAME)}}` may read. Callers pass the environment in: nothing in this folder accesses the process. */
/** Reads from a record and allows every name: the command line passes the process environment. */
function openEnvironment(variables) {
    return {
        read: (name) => {
            const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};

//# sourceMappingURL=180.index.js.map