export const id = 9604;
export const ids = [9604,3662];
export const modules = {

/***/ 96043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ resolveRevisions)
/* harmony export */ });
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82017);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);


const ZERO = /^0+$/u;
/**
 * @param checkedOut full id of the checked-out commit
 * @throws ProblemError if the checkout does not match the event or the base is not available
 */
async function resolveRevisions(event, checkedOut, history) {
    const revisions = await choose(event, checkedOut, history);
    if (revisions.base !== undefined)
        await history.ensure(revisions.base);
    return revisions;
}
async function choose(event, checkedOut, history) {
    switch (event.kind) {
        case 'pull_request':
            return pullRequest(event, checkedOut, history);
        case 'push': {
            if (ZERO.test(event.after)) {
                throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('event', `The push deleted ${event.ref}: there is nothing to plan.`, {
                    hint: 'Run this workflow on pushes to long-lived branches: on: push: branches: [main].',
                });
            }
            requireCheckout('pushed', event.after, checkedOut);
            if (!ZERO.test(event.before)) {
                return {
                    head: checkedOut,
                    base: event.before,
                    why: say(checkedOut, event.before, "the branch's tip before the push"),
                };
            }
            if (event.ref === `refs/heads/${event.defaultBranch}`) {
                return {
                    head: checkedOut,
                    base: undefined,
                    why: `Checked out ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(checkedOut)}; the first push of ${event.defaultBranch}, so all leaves are included.`,
                };
            }
            const tip = await history.remoteBranch(event.defaultBranch);
            const base = await mergeBase(history, checkedOut, tip, event.defaultBranch);
            return { head: checkedOut, base, why: say(checkedOut, base, `where the new branch left ${event.defaultBranch}`) };
        }
        case 'merge_group':
            requireCheckout('queued', event.headSha, checkedOut);
            return {
                head: checkedOut,
                base: event.baseSha,
                why: say(checkedOut, event.baseSha, 'the base of the merge group'),
            };
        case 'manual':
            return {
                head: checkedOut,
                base: undefined,
                why: `Checked out ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(checkedOut)}; no comparison, so all leaves are included.`,
            };
    }
}
/** The checked-out commit decides, not the event: checking out the test merge and the head commit are both common. */
async function pullRequest(event, checkedOut, history) {
    if (event.merged && checkedOut === event.mergeCommitSha && checkedOut !== event.headSha) {
        const [first, second] = await history.parents(checkedOut);
        // A squash creates one commit, a rebase one per commit of the branch, of which the merge commit is only the last.
        const rebased = second === undefined ? await history.beforeCopies(checkedOut, event.headSha, event.baseSha) : undefined;
        if (rebased !== undefined) {
            return { head: checkedOut, base: rebased, why: say(checkedOut, rebased, 'the base of the rebased commits') };
        }
        return { head: checkedOut, base: first, why: say(checkedOut, first, 'the first parent of the merge commit') };
    }
    if (checkedOut === event.headSha) {
        const base = await mergeBase(history, checkedOut, await targetBranch(event, history), event.baseRef);
        const isBehind = !event.merged && base !== event.baseSha;
        return {
            head: checkedOut,
            base,
            why: say(checkedOut, base, `where the head commit left ${event.baseRef}`),
            ahead: isBehind ? { branch: event.baseRef, commit: event.baseSha } : undefined,
        };
    }
    const [first, second] = await history.parents(checkedOut);
    if (second === event.headSha) {
        return {
            head: checkedOut,
            base: first,
            why: say(checkedOut, first, `the first parent of GitHub's test merge into ${event.baseRef}`),
        };
    }
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('base', `The checked-out commit ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(checkedOut)} is neither GitHub's test merge of this pull request nor its head commit ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(event.headSha)}.`, {
        hint: 'Check out with actions/checkout and its default ref, or with "ref: ${{ github.event.pull_request.head.sha }}".',
    });
}
/**
 * The target branch without the pull request: once merged, the branch's tip may contain the head commit, and nothing
 * would differ.
 */
async function targetBranch(event, history) {
    if (!event.merged || event.mergeCommitSha === undefined)
        return event.baseSha;
    const isForwarded = event.mergeCommitSha === event.headSha;
    if (isForwarded && (await history.mergeBase(event.headSha, event.baseSha)) !== event.headSha)
        return event.baseSha;
    const [first] = await history.parents(event.mergeCommitSha);
    return first ?? event.baseSha;
}
async function mergeBase(history, head, other, branch) {
    const base = await history.mergeBase(head, other);
    if (base !== undefined)
        return base;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('base', `${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(head)} and ${branch} have no common history, so there is nothing to compare with.`, {
        hint: 'Set "on-unknown-base: all" to plan all leaves instead.',
    });
}
function requireCheckout(what, expected, checkedOut) {
    if (expected === checkedOut)
        return;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('base', `The checked-out commit ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(checkedOut)} is not the ${what} commit ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(expected)}.`, {
        hint: 'Check out with actions/checkout and its default ref.',
    });
}
function say(head, base, why) {
    return `Checked out ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(head)}; compared with ${base === undefined ? 'nothing' : (0,_base_names_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(base)}, ${why}.`;
}


/***/ }),

/***/ 44669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isBlocking),
/* harmony export */   W: () => (/* binding */ chooseByBase)
/* harmony export */ });
/** Whether a result keeps its leaf from being applied. */
function isBlocking({ required, status }) {
    return required && (status === 'failed' || status === 'error');
}
/**
 * The base decides: what a change removes still runs, and what it adds or alters runs beside what was there, unless it
 * asks for more than the base gives it. Without a base that counts, head's own run.
 *
 * @param kind `check`, for the sentences
 * @param base undefined: nothing but head is trusted
 * @param trustsHead whether head may ask for anything: it is the default branch's
 */
function chooseByBase(kind, base, head, trustsHead = false) {
    if (base === undefined) {
        return { programs: head.entries.map((settings) => ({ settings, from: 'head', proposed: false })), notices: [] };
    }
    const key = ({ filesOf }, entry) => `${JSON.stringify(entry)} ${filesOf(entry)}`;
    const programs = [];
    const notices = [];
    for (const settings of base.entries) {
        programs.push({ settings, from: 'base', proposed: false });
        if (!head.entries.some(({ name }) => name === settings.name)) {
            notices.push(`This change removes the ${kind} "${settings.name}", which still ran.`);
        }
    }
    for (const settings of head.entries) {
        const before = base.entries.find(({ name }) => name === settings.name);
        if (before !== undefined && key(base, before) === key(head, settings))
            continue;
        const asked = trustsHead ? [] : askedBeyond(settings, before);
        if (asked.length === 0)
            programs.push({ settings, from: 'head', proposed: true });
        notices.push(noticeOf(kind, settings.name, before !== undefined, asked));
    }
    return { programs, notices };
}
/** What a proposal asks for that nobody has merged yet. */
function askedBeyond(proposed, before) {
    return [
        ...proposed.env.filter((name) => before?.env.includes(name) !== true),
        ...(proposed.sensitive && before?.sensitive !== true ? ['sensitive values'] : []),
    ];
}
function noticeOf(kind, name, wasThere, asked) {
    const does = `This change ${wasThere ? 'alters' : 'adds'} the ${kind} "${name}"`;
    if (asked.length > 0) {
        const ran = wasThere ? 'it ran as before only' : 'it did not run';
        return `${does}, which asks for ${asked.join(', ')}: until that is merged, ${ran}.`;
    }
    return wasThere ? `${does}: it ran as before, and as proposed.` : `${does}, which ran as proposed.`;
}


/***/ }),

/***/ 71869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ findingInWords),
/* harmony export */   Iz: () => (/* binding */ passedChecks),
/* harmony export */   PY: () => (/* binding */ checkGroups),
/* harmony export */   Tq: () => (/* binding */ checkTitle),
/* harmony export */   Tx: () => (/* binding */ checkOutcome),
/* harmony export */   Xw: () => (/* binding */ checkProblems),
/* harmony export */   aU: () => (/* binding */ checkNotes),
/* harmony export */   mC: () => (/* binding */ findingLine)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_own_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17892);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15131);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44669);
/** Results of checks over leaves, put together: what several leaves have is read once. Pure. */




/** Equal results once: those that block first, then other findings, then what did not run. */
function checkGroups(leaves) {
    const groups = new Map();
    for (const { leaf, checks = [] } of leaves) {
        for (const result of checks) {
            if (result.status === 'passed' && result.why === '')
                continue;
            // What a leaf is called is in what a tool prints about it.
            const key = (0,_markdown_own_names_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutOwnNames */ .xr)(JSON.stringify(result), leaf);
            const group = groups.get(key) ?? { result, leaves: [] };
            group.leaves.push(leaf);
            groups.set(key, group);
        }
    }
    return [...groups.values()].toSorted((a, b) => rank(a.result) - rank(b.result));
}
function rank(result) {
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U)(result) ? 0 : result.status === 'not-run' ? 3 : result.status === 'passed' ? 2 : 1;
}
/** Names of the checks that passed wherever they ran, in the order in which they ran. */
function passedChecks(leaves) {
    const all = leaves.flatMap(({ checks = [] }) => checks);
    const names = new Set(all.filter(({ status }) => status === 'passed').map(({ name }) => name));
    return [...names].filter((name) => !all.some((each) => each.name === name && each.status !== 'passed'));
}
/** `conftest`; with what tells its version apart, and whether it counts. */
function checkTitle(result) {
    return `${result.name}${checkNotes(result)}`;
}
/** ` (as proposed here, not required)`, or nothing. */
function checkNotes({ proposed, required }) {
    const notes = [proposed ? 'as proposed here' : '', required ? '' : 'not required'].filter((note) => note !== '');
    return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}
/** `3 findings`, `could not tell`. */
function checkOutcome({ status, findings }) {
    switch (status) {
        case 'failed':
            return findings.length === 0 ? 'failed' : (0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(findings.length, 'finding', 'findings');
        case 'error':
            return 'could not tell';
        case 'not-run':
            return 'not run';
        case 'passed':
            return 'passed';
    }
}
/** `CKV_AWS_20: S3 bucket is public` */
function findingInWords({ rule, message }) {
    return rule === undefined || message.startsWith(rule) ? message : `${rule}: ${message}`;
}
/** What to annotate: findings with a line, and results that nothing else explains. */
function checkProblems({ leaf, checks = [] }) {
    return checks.flatMap((result) => {
        if (result.status === 'passed' || result.status === 'not-run')
            return [];
        const make = (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U)(result) ? _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC : _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e;
        const placed = result.findings.filter(({ place }) => place?.line !== undefined);
        const title = checkTitle(result);
        if (placed.length > 0)
            return placed.map((each) => make('check', `${title}: ${findingInWords(each)}`, { place: each.place }));
        const [first] = result.findings;
        const words = first === undefined ? result.why || lastLine(result.output) : findingInWords(first);
        return [
            make('check', `The check ${title} ${result.status === 'error' ? 'could not tell' : 'failed'}: ${words}`, {
                place: { file: leaf },
            }),
        ];
    });
}
function lastLine(output) {
    return output.trim().split('\n').at(-1) ?? '';
}
/** A finding on one line, for a terminal. */
function findingLine(finding) {
    const place = finding.place === undefined ? '' : `${(0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(finding.place)}: `;
    return `${place}${findingInWords(finding)}`;
}


/***/ }),

/***/ 56104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ checkResult),
  n: () => (/* binding */ notRun)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/checks/read-output.ts
/**
 * What a check printed → findings. Pure.
 * Format: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */

/** The findings of a SARIF log; undefined if the text is none. */
function readSarif(text) {
    const log = parsed(text);
    if (!(0,json/* isRecord */.u4)(log) || !Array.isArray(log['runs']))
        return undefined;
    return (0,json/* list */.p_)(log['runs']).flatMap((run) => {
        const rules = (0,json/* list */.p_)((0,json/* field */.ZZ)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(run, 'tool'), 'driver'), 'rules'));
        return (0,json/* list */.p_)((0,json/* field */.ZZ)(run, 'results')).flatMap((result) => findingOf(result, rules));
    });
}
function parsed(text) {
    const begin = text.indexOf('{');
    if (begin < 0)
        return undefined;
    try {
        return JSON.parse(text.slice(begin));
    }
    catch {
        return undefined;
    }
}
function findingOf(result, rules) {
    // What a tool was told to pass over, or that holds.
    if ((0,json/* list */.p_)((0,json/* field */.ZZ)(result, 'suppressions')).length > 0)
        return [];
    const kind = (0,json/* textOf */.b6)(result, 'kind') ?? 'fail';
    if (kind !== 'fail' && kind !== 'open' && kind !== 'review')
        return [];
    const place = (0,json/* field */.ZZ)((0,json/* list */.p_)((0,json/* field */.ZZ)(result, 'locations'))[0], 'physicalLocation');
    const region = (0,json/* field */.ZZ)(place, 'region');
    const index = numberOf((0,json/* field */.ZZ)(result, 'ruleIndex'));
    const rule = (0,json/* textOf */.b6)(result, 'ruleId') ?? (0,json/* textOf */.b6)((0,json/* field */.ZZ)(result, 'rule'), 'id');
    const definition = rules.find((each) => (0,json/* textOf */.b6)(each, 'id') === rule) ?? (index === undefined ? undefined : rules[index]);
    const byDefault = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(definition, 'defaultConfiguration'), 'level');
    const message = (0,json/* field */.ZZ)(result, 'message');
    const [text = ''] = [
        (0,json/* textOf */.b6)(message, 'text'),
        (0,json/* textOf */.b6)(message, 'markdown'),
        (0,json/* textOf */.b6)((0,json/* field */.ZZ)(definition, 'shortDescription'), 'text'),
        rule,
    ].filter((each) => each !== undefined && each.trim() !== '');
    return [
        {
            level: levelOf((0,json/* textOf */.b6)(result, 'level') ?? byDefault),
            message: text,
            rule,
            file: fileOf((0,json/* textOf */.b6)((0,json/* field */.ZZ)(place, 'artifactLocation'), 'uri')),
            line: numberOf((0,json/* field */.ZZ)(region, 'startLine')),
            column: numberOf((0,json/* field */.ZZ)(region, 'startColumn')),
        },
    ];
}
function levelOf(level) {
    return level === 'error' || level === 'note' ? level : level === 'none' ? 'note' : 'warning';
}
function numberOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
/** A URI's path, or the text as it stands where it is none. */
function fileOf(uri) {
    if (uri === undefined)
        return undefined;
    try {
        return decodeURIComponent(uri.replace(/^file:\/\/(?=\/)/u, ''));
    }
    catch {
        return uri;
    }
}
/** `main.tf:12:3: message`, as compilers and linters print it. */
const LINE = /^\s*(?:\[?(error|warning|notice|note)\]?:?\s+)?((?:\.{0,2}\/)?[^\s:(][^\s:]*):(\d+)(?::(\d+))?:?\s+(.+)$/iu;
/** Lines that name a file and a line. */
function readLines(text) {
    return text.split(/\r?\n/u).flatMap((each) => {
        const [, level = '', file, line, column, message = ''] = LINE.exec(each) ?? [];
        if (file === undefined)
            return [];
        return [
            {
                level: /^warning$/iu.test(level) ? 'warning' : /^not/iu.test(level) ? 'note' : 'error',
                message,
                file,
                line: Number(line),
                column: column === undefined ? undefined : Number(column),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/checks/results.ts

/** Characters of a program's own words that a report can use. */
const MOST_OUTPUT = 20_000;
/**
 * @param placeOf the source of a file that a tool names, by its path from the runtime directory or its absolute one
 * @param intact whether it left the rendering and its own files alone
 */
function checkResult(program, end, placeOf, intact) {
    const { fails } = program.settings;
    const about = aboutOf(program);
    const { code, output, sarif } = end;
    const failed = (why) => broken(program, why, tail(output));
    if (end.cancelled === true)
        return notRun(program, end.why);
    if (code === undefined)
        return failed(end.why);
    if (!intact)
        return failed('It changed files that it may only read: in the rendering, or among its own files.');
    const logs = sarif.map(readSarif);
    if (logs.includes(undefined))
        return failed('What it wrote to KOMPOS_OUTPUT as .sarif is not SARIF.');
    const fromSarif = logs.length > 0 ? logs.flatMap((each) => each ?? []) : readSarif(output);
    const raw = fromSarif ?? readLines(output);
    const findings = raw.map(({ level, message, rule, file, line, column }) => {
        const place = file === undefined ? undefined : placeOf(file, line);
        return { level, message, rule, place: place?.line === undefined ? place : { ...place, column } };
    });
    // Lines that only look like places belong to the rest of what it says.
    const isRead = fromSarif !== undefined || findings.some(({ place }) => place !== undefined);
    const read = { findings: isRead ? findings : [], output: isRead ? '' : tail(output) };
    if (code === 0)
        return { ...about, status: 'passed', why: '', ...read };
    if (fails.includes(code)) {
        // A report has to name it all the same.
        const isSilent = read.findings.length === 0 && read.output === '';
        return { ...about, status: 'failed', why: isSilent ? `It reported nothing but exit code ${code}.` : '', ...read };
    }
    return failed(`It ended with exit code ${code}, which is neither 0 nor one of "fails" (${fails.join(', ')}).`);
}
/** A check of a leaf that has nothing to check. */
function notRun(program, why) {
    return { ...aboutOf(program), status: 'not-run', why, findings: [], output: '' };
}
function broken(program, why, output = '') {
    return { ...aboutOf(program), status: 'error', why, findings: [], output };
}
function aboutOf({ settings: { name, on, required }, proposed, }) {
    return { name, on, required, proposed };
}
function tail(text) {
    const trimmed = text.trim();
    return trimmed.length <= MOST_OUTPUT ? trimmed : `…${trimmed.slice(-MOST_OUTPUT)}`;
}


/***/ }),

/***/ 15834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ behindInLeaf),
/* harmony export */   y: () => (/* binding */ behindTarget)
/* harmony export */ });
/* harmony import */ var _markdown_reason_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79997);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15131);
/** A branch that does not have all of its target: what that means for the plans. Pure. */


/** Sentences about the whole report; empty for a branch that is up to date. */
function behindTarget({ ahead, leaves }, { text, leaf }) {
    if (ahead === undefined)
        return '';
    const branch = text(ahead.branch);
    const both = leaves.filter((each) => each.ahead !== undefined);
    const begin = `The head commit is planned, and it does not have all of ${branch}, which has changed`;
    if (both.length === 0)
        return `${begin} none of these leaves since.`;
    const names = (0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .firstFew */ .Dt)(both.map((each) => leaf(each.leaf)), 10);
    return `${begin} ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(both.length)} of these leaves since: ${names}. Their plans take that back: what they destroy or replace may be what ${branch} has added. Bring the branch up to date before you rely on them.`;
}
/** Sentences about one leaf; empty if the target branch has not changed it. */
function behindInLeaf({ ahead }, leaf, { text }) {
    if (ahead === undefined || leaf.ahead === undefined)
        return '';
    const branch = text(ahead.branch);
    const causes = (0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .firstFew */ .Dt)([...new Set(leaf.ahead.flatMap(_markdown_reason_words_js__WEBPACK_IMPORTED_MODULE_1__/* .causesOf */ .cZ).map((cause) => text((0,_markdown_reason_words_js__WEBPACK_IMPORTED_MODULE_1__/* .causeText */ .xv)(cause, 60).trim())))], 3);
    const why = causes === '' ? '' : ` (${causes})`;
    return `${branch} has changed this leaf since${why}, and this commit does not have that: what the plan destroys or replaces may be what ${branch} has added.`;
}


/***/ }),

/***/ 4038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ renderComment),
  B: () => (/* binding */ renderSummary)
});

;// CONCATENATED MODULE: ./src/commands/plan/comment/detail-limits.ts
/** How much the parts of a report show: a comment takes two minutes to read, the job summary is for looking things up. */
const COMMENT_LIMITS = {
    rows: 25,
    value: 120,
    block: 4_000,
    items: 12,
    top: 15_000,
    fullReport: 'job summary',
};
const SUMMARY_LIMITS = {
    rows: 500,
    value: 1_000,
    block: 40_000,
    items: 200,
    top: 200_000,
    fullReport: 'log',
};

// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/fit.ts
var fit = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/markdown/leaf-names.ts
var leaf_names = __webpack_require__(86436);
// EXTERNAL MODULE: ./src/markdown/links.ts
var links = __webpack_require__(47352);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
// EXTERNAL MODULE: ./src/markdown/shown-names.ts
var shown_names = __webpack_require__(65217);
// EXTERNAL MODULE: ./src/commands/plan/behind.ts
var plan_behind = __webpack_require__(15834);
// EXTERNAL MODULE: ./src/commands/plan/verdict.ts
var verdict = __webpack_require__(24601);
// EXTERNAL MODULE: ./src/checks/groups.ts
var checks_groups = __webpack_require__(71869);
// EXTERNAL MODULE: ./src/checks/check.ts
var check = __webpack_require__(44669);
;// CONCATENATED MODULE: ./src/commands/plan/comment/checks-section.ts
/** Checks that are not well: a line for each, the findings folded, and below them which ones passed. */








function checksSection(report, names, limits) {
    const groups = (0,checks_groups/* checkGroups */.PY)(report.leaves);
    const passed = (0,checks_groups/* passedChecks */.Iz)(report.leaves);
    return [
        ...groups.map((group, index) => foldOf(group, index === 0, { report, names, limits })),
        passed.length === 0
            ? ''
            : `✅ ${passed.length === 1 ? 'Check' : 'Checks'} passed: ${(0,phrases/* firstFew */.Dt)(passed.map((name) => (0,escaping/* code */.aY)(name, 60)), 20)}`,
    ];
}
function foldOf(group, isFirst, shown) {
    const { result, leaves } = group;
    const { names, limits } = shown;
    const [first = ''] = leaves;
    const where = leaves.length === 1 ? (0,leaf_names/* nameInWords */.I8)(names.of(first)) : (0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves');
    return {
        kind: 'fold',
        open: isFirst && (0,check/* isBlocking */.U)(result) && result.findings.length <= limits.items,
        summary: `${iconOf(group)} ${(0,escaping/* htmlCode */.h8)(result.name, 60)}${(0,checks_groups/* checkNotes */.aU)(result)} · ${(0,checks_groups/* checkOutcome */.Tx)(result)} · ${leaves.length === 1 ? (0,escaping/* htmlCode */.h8)(where, 160) : where}`,
        blocks: [
            // What differs between them is their names.
            ...(leaves.length === 1 ? [] : [(0,shown_names/* placesOf */.ek)(leaves, names, limits.fullReport), `${(0,escaping/* code */.aY)(first, 240)}:`]),
            (0,escaping/* prose */.CS)(result.why, 1_000),
            findings(group, shown),
            result.output === '' ? '' : (0,fit/* fencedLines */.RY)(result.output.split('\n'), 'text', 'lines', { most: limits.rows * 4 }),
        ],
    };
}
function iconOf({ result }) {
    if ((0,check/* isBlocking */.U)(result))
        return '❌';
    return result.status === 'not-run' ? '⚪' : '⚠️';
}
function findings({ result }, { report, limits }) {
    const lines = result.findings.map((finding) => {
        const place = finding.place === undefined ? '' : ` in ${(0,links/* placeLink */.aE)(report, finding.place)}`;
        return `- ${(0,escaping/* prose */.CS)((0,checks_groups/* findingInWords */.IC)(finding), 500)}${place}`;
    });
    return {
        kind: 'lines',
        begin: '',
        end: '',
        lines,
        most: limits.items * 4,
        more: (left) => `- +${(0,phrases/* count */.U9)(left)} more in the ${limits.fullReport}`,
    };
}

// EXTERNAL MODULE: ./src/markdown/bytes.ts
var bytes = __webpack_require__(22522);
// EXTERNAL MODULE: ./src/markdown/mermaid.ts
var mermaid = __webpack_require__(44602);
;// CONCATENATED MODULE: ./src/commands/plan/comment/graph-section.ts
/** A picture of the leaves of a report that read each other, coloured by what happens to them. Pure. */






/** Fewer connected leaves need no picture, and of more nodes nobody sees any. */
const FEWEST = 3;
const MOST = 40;
const MOST_ARROWS = 200;
/** Characters: a longer one is cut in the middle. */
const LONGEST_LABEL = 60;
/** In the order of importance: a group has the first style that one of its leaves has. */
const STYLES = {
    failed: 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,color:#1f2328',
    destroys: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
    waits: 'fill:#fff8c5,stroke:#9a6700,stroke-dasharray:4 3,color:#1f2328',
    changes: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
    creates: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
    quiet: 'fill:#f6f8fa,stroke:#59636e,color:#1f2328',
    elsewhere: 'fill:#ffffff,stroke:#59636e,stroke-dasharray:2 2,color:#1f2328',
};
/** A closed fold; none where fewer than three leaves are connected. */
function graphFold({ edges = [], leaves }) {
    const connected = [...new Set(edges.flatMap(({ reader, reads }) => [reader, reads]))].sort();
    if (connected.length < FEWEST)
        return [];
    const reports = new Map(leaves.map((leaf) => [leaf.leaf, leaf]));
    const groupOf = grouping(connected);
    const names = (0,leaf_names/* leafNames */.PU)(connected);
    const nodes = new Map();
    for (const group of new Set(connected.map(groupOf))) {
        const members = connected.filter((leaf) => groupOf(leaf) === group);
        const label = members.length === 1 ? (0,leaf_names/* nameInWords */.I8)(names.of(members[0] ?? '')) : `${group} · ${(0,phrases/* count */.U9)(members.length)} leaves`;
        nodes.set(group, {
            label: (0,bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(label), LONGEST_LABEL),
            style: worst(members.map((leaf) => styleOf(reports.get(leaf)))),
        });
    }
    const pairs = new Map(edges.map(({ reader, reads }) => [
        `${groupOf(reader)}\n${groupOf(reads)}`,
        { from: groupOf(reader), to: groupOf(reads) },
    ]));
    const shown = [...pairs.values()].filter(({ from, to }) => from !== to);
    const left = shown.length - MOST_ARROWS;
    const summary = `Graph: ${(0,phrases/* count */.U9)(connected.length)} leaves, ${(0,phrases/* count */.U9)(edges.length, 'edge', 'edges')}`;
    return [
        {
            kind: 'fold',
            open: false,
            summary,
            blocks: [
                `\`\`\`mermaid\n${(0,mermaid/* mermaid */.a)(nodes, shown.slice(0, MOST_ARROWS), STYLES)}\`\`\``,
                `An arrow leads from a leaf to one whose outputs it reads.${left > 0 ? ` ${(0,phrases/* count */.U9)(left, 'arrow is', 'arrows are')} left out.` : ''}`,
            ],
        },
    ];
}
/** A leaf by itself, or the nearest folder above it that leaves few enough groups. */
function grouping(leaves) {
    const deepest = Math.max(...leaves.map((leaf) => leaf.split('/').length));
    for (let depth = deepest; depth > 1; depth -= 1) {
        const at = (leaf) => leaf.split('/').slice(0, depth).join('/');
        if (new Set(leaves.map(at)).size <= MOST)
            return at;
    }
    return (leaf) => leaf.split('/')[0] ?? '';
}
function worst(styles) {
    const order = Object.keys(STYLES);
    return styles.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? 'elsewhere';
}
function styleOf(leaf) {
    if (leaf === undefined)
        return 'elsewhere';
    const { outcome, kind } = leaf;
    if (kind === 'failed' || outcome.status === 'failed')
        return 'failed';
    if ((0,verdict/* isAlarming */.EE)(leaf) || (0,verdict/* isLeftBehind */.KW)(leaf) || kind === 'removed')
        return 'destroys';
    if (outcome.status === 'waits')
        return 'waits';
    if (outcome.status === 'not-run' || !outcome.summary.hasChanges)
        return 'quiet';
    return kind === 'added' ? 'creates' : 'changes';
}

// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/markdown/own-names.ts
var own_names = __webpack_require__(17892);
;// CONCATENATED MODULE: ./src/commands/plan/comment/groups.ts
/** Leaves that change alike, put together: a reader reads each change once, however many leaves it is in. */


/**
 * Groups of leaves of one name with the same reasons, outcome, counted actions, resources and problems. Names of a
 * leaf's own folders are put aside before the comparison, everything else has to be equal. The order stays: each group
 * is where its first leaf is.
 */
function groupsOf(leaves, names) {
    const groups = new Map();
    for (const leaf of leaves) {
        const { kind, restated, reasons, pins, blocks, outcome, movedTo, ahead, readers, onlyReads } = leaf;
        const problems = leaf.problems.map(base_problems/* formatProblem */.Vw);
        const facts = {
            kind,
            restated,
            reasons,
            pins,
            blocks,
            movedTo,
            ahead,
            readers,
            onlyReads,
            problems,
            outcome: shapeOf(outcome),
        };
        const verbatim = [names.of(leaf.leaf).name, kind, restated ?? false, outcomeVerbatim(outcome)];
        const key = (0,own_names/* likeness */.$R)(leaf.leaf, verbatim, facts);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [leaf]);
        else
            group.push(leaf);
    }
    return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}
/** What must be equal to the letter: how it ended, and what happens to which existing objects. */
function outcomeVerbatim(outcome) {
    if (outcome.status !== 'planned')
        return outcome.status;
    return (0,own_names/* atStake */.Y2)(outcome.summary);
}
/** All but a plan's text, which has ids that differ. */
function shapeOf(outcome) {
    return outcome.status === 'planned' ? outcome.summary : outcome;
}

// EXTERNAL MODULE: ./src/markdown/reason-words.ts
var reason_words = __webpack_require__(79997);
;// CONCATENATED MODULE: ./src/commands/plan/comment/changes-list.ts
/** Why leaves change, as lines of a list: those that several leaves have stand once, before the table. */




/** One line for each cause, without a bullet; equal lines say the same. */
function changeLines(report, leaf, limits) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    const lines = new Map();
    for (const reason of leaf.reasons) {
        // The block shows what its template says.
        if (reason.kind === 'pin' && (0,reason_words/* movedKeys */.sN)(reason).length === 0)
            continue;
        for (const cause of (0,reason_words/* causesOf */.cZ)(reason)) {
            const key = `${cause.full.words} ${cause.full.name ?? ''}`;
            if (!lines.has(key))
                lines.set(key, lineOf(report, cause, limits));
        }
    }
    return [...lines.values()];
}
function lineOf(report, cause, limits) {
    const { full, place, gone = false, change } = cause;
    const at = gone ? 'base' : 'head';
    if (change !== undefined) {
        const value = (text) => (text === undefined ? '*not set*' : (0,escaping/* code */.aY)(text, limits.value));
        const where = place === undefined ? '' : ` in ${(0,links/* placeLink */.aE)(report, place, at)}`;
        const moved = `${value(change.before)} → ${value(change.after)}`;
        return `${full.words} ${(0,escaping/* code */.aY)(full.name ?? '', limits.value)}: ${moved}${where}`.trim();
    }
    const name = full.name ?? '';
    const link = place === undefined ? (0,escaping/* code */.aY)(name, Math.max(limits.value, 300)) : (0,links/* placeLink */.aE)(report, place, at);
    return `${full.words} ${link}${filesAndRoute(cause)}`;
}
/** Of a module: which files changed, and which modules lead to it. */
function filesAndRoute({ full: { name = '' }, files = [], via = [] }) {
    const prefix = `${name}/`;
    const changed = (0,phrases/* firstFew */.Dt)(
    // Links would repeat the folder once more for each of them.
    files.map((file) => (0,escaping/* code */.aY)(file.startsWith(prefix) ? file.slice(prefix.length) : file, 120)), 5);
    const way = (0,phrases/* firstFew */.Dt)(via.map((each) => (0,escaping/* code */.aY)(each, 120)), 4);
    return `${changed === '' ? '' : `: ${changed}`}${way === '' ? '' : `, through ${way}`}`;
}
/** A list with an end. */
function bullets(items, most, { fullReport }) {
    const more = items.length - most;
    const shown = more > 0 ? [...items.slice(0, most), `+${(0,phrases/* count */.U9)(more)} more in the ${fullReport}`] : items;
    return shown.map((item) => `- ${item}`).join('\n');
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/line.js
var line = __webpack_require__(99493);
;// CONCATENATED MODULE: ./src/commands/plan/comment/pinned-blocks.ts
/** Rendered blocks with pins, before and after, and the configuration that their pins come from. */






/** The blocks that a reviewer has to see: those whose text differs. A leaf that is gone shows none. */
function shownBlocks(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    return leaf.blocks.filter((block) => block.before?.text !== block.after?.text);
}
/** Each of them as markdown: a fence; below that of a new leaf, the lines of configuration that set its pins. */
function blockTexts(report, leaf, limits) {
    return shownBlocks(leaf).map((block) => {
        const sources = sourceLines(report, leaf, block, limits);
        return [blockFence(leaf, block, limits), ...(sources.length > 0 ? [sources.join('\n')] : [])].join('\n\n');
    });
}
function blockFence(leaf, block, limits) {
    const cut = (text) => (0,bytes/* cutMiddle */.it)(text, limits.block, (lines) => `… ${(0,phrases/* count */.U9)(lines, 'line', 'lines')} cut here …`);
    // Every line of a new leaf is new: plain HCL reads better than a wall of green.
    if (leaf.kind === 'added' && block.after !== undefined)
        return (0,escaping/* fence */.EU)(cut(block.after.text), 'hcl');
    return (0,escaping/* fence */.EU)(cut(lineDiff(block.before?.text ?? '', block.after?.text ?? '')), 'diff');
}
/** Whole-line diff: ` ` same, `-` before, `+` after. If they differ too much to compare in time: all of both. */
function lineDiff(before, after) {
    const changes = (0,line/* diffLines */.Pp)(endLine(before), endLine(after), { maxEditLength: 2_000 }) ?? [
        { value: endLine(before), removed: true, added: false },
        { value: endLine(after), removed: false, added: true },
    ];
    return changes
        .flatMap(({ value, added, removed }) => {
        const sign = added ? '+' : removed ? '-' : ' ';
        return value
            .replace(/\n$/u, '')
            .split('\n')
            .map((line) => sign + line);
    })
        .join('\n');
}
function endLine(text) {
    return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
/** What the list of changes does not say: what sets the pins of a new block, or that only the template differs. */
function sourceLines(report, leaf, block, limits) {
    const within = `${block.address}.`;
    const isMoved = leaf.reasons.some((reason) => reason.kind === 'pin' && reason.address.startsWith(within) && (0,reason_words/* movedKeys */.sN)(reason).length > 0);
    if (isMoved)
        return [];
    const lines = block.before === undefined ? keysOf(report, leaf.pins, within, limits) : [];
    if (lines.length > 0)
        return [...new Set(lines)].slice(0, limits.rows);
    const template = (block.after ?? block.before)?.template;
    if (template === undefined)
        return [];
    return [`- template ${(0,links/* placeLink */.aE)(report, template, block.after === undefined ? 'base' : 'head')}`];
}
function keysOf(report, pins, within, limits) {
    return pins
        .filter((pin) => pin.address.startsWith(within))
        .flatMap((pin) => pin.keys)
        .map(({ key, value, origin }) => `- ${(0,escaping/* code */.aY)(key, limits.value)} = ${(0,escaping/* code */.aY)(value, limits.value)} in ${(0,links/* placeLink */.aE)(report, origin)}`);
}

;// CONCATENATED MODULE: ./src/commands/plan/comment/leaf-details.ts
/** What changed in a leaf, piece by piece; what several leaves have in common is shown once for all of them. */



/** Looks at all of the leaves at once. */
function changesOf(report, leaves, limits) {
    const details = new Map(leaves.map((leaf) => [leaf, detailsOf(report, leaf, limits)]));
    const all = [...details.values()];
    const lines = counted(all.map((each) => each.lines));
    const blocks = counted(all.map((each) => each.blocks));
    const inLeaves = (number) => (0,phrases/* count */.U9)(number, 'leaf', 'leaves');
    const shared = [...lines].filter(([, number]) => number > 1);
    const sharedBlocks = [...blocks].filter(([, number]) => number > 1);
    return {
        common: bullets(shared.map(([line, number]) => `${line} (${inLeaves(number)})`), limits.items, limits),
        commonBlocks: {
            kind: 'fold',
            open: false,
            summary: 'The same change in several leaves',
            blocks: few(sharedBlocks.map(([block, number]) => `In ${inLeaves(number)}:\n\n${block}`), limits),
        },
        own: (leaf) => {
            const { lines: mine = [], blocks: myBlocks = [] } = details.get(leaf) ?? {};
            return {
                lines: mine.filter((line) => lines.get(line) === 1),
                blocks: myBlocks.filter((block) => blocks.get(block) === 1),
            };
        },
    };
}
/** Paragraphs, as many as the limits allow. */
function detailsMarkdown({ lines, blocks }, limits) {
    return [bullets(lines, limits.rows, limits), ...few(blocks, limits)];
}
function detailsOf(report, leaf, limits) {
    return { lines: changeLines(report, leaf, limits), blocks: blockTexts(report, leaf, limits) };
}
/** How many of the leaves have each piece. */
function counted(all) {
    const counts = new Map();
    for (const piece of all.flatMap((pieces) => [...new Set(pieces)]))
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
    return counts;
}
function few(pieces, limits) {
    const more = pieces.length - limits.items;
    if (more <= 0)
        return pieces;
    return [...pieces.slice(0, limits.items), `+${(0,phrases/* count */.U9)(more, 'block', 'blocks')} in the ${limits.fullReport}`];
}

// EXTERNAL MODULE: ./src/markdown/counts.ts
var markdown_counts = __webpack_require__(86093);
// EXTERNAL MODULE: ./src/markdown/plan-diff.ts
var plan_diff = __webpack_require__(55568);
// EXTERNAL MODULE: ./src/markdown/resource-list.ts
var resource_list = __webpack_require__(46130);
;// CONCATENATED MODULE: ./src/commands/plan/comment/problems-section.ts
/** Problems in full: a link to the line, and below it what is wrong, the line itself with a caret, and the hint. */





/** The problems that several leaves share, by their printed form. */
function sharedProblems(report) {
    const found = new Map();
    for (const leaf of report.leaves) {
        for (const [printed, problem] of new Map(leaf.problems.map((each) => [(0,base_problems/* formatProblem */.Vw)(each), each]))) {
            found.set(printed, { problem, leaves: (found.get(printed)?.leaves ?? 0) + 1 });
        }
    }
    return new Map([...found].filter(([, { leaves }]) => leaves > 1));
}
/** Shared problems as shown above the table. */
function sharedSection(report, shared, limits) {
    const shown = shared
        .toSorted((a, b) => rank(a.problem) - rank(b.problem))
        .slice(0, limits.items)
        .map(({ problem, leaves }) => block(report, problem, ` (${(0,phrases/* count */.U9)(leaves)} leaves)`));
    return [...shown, ...left(shared.length - limits.items, limits)];
}
/**
 * Errors first, each once. If Terraform's output has a problem word for word, only its place is shown, or nothing if
 * the place is just the leaf.
 */
function problemsSection(report, problems, limits, { leaf, output } = { leaf: '', output: '' }) {
    const printedBefore = new Set();
    const fresh = problems
        .toSorted((a, b) => rank(a) - rank(b))
        .filter((each) => {
        const printed = (0,base_problems/* formatProblem */.Vw)(each);
        if (printedBefore.has(printed) || (each.place === undefined && isIn(output, each)))
            return false;
        printedBefore.add(printed);
        return true;
    });
    const known = fresh.filter((each) => isIn(output, each));
    const shown = fresh.slice(0, limits.items).map((each) => {
        if (known.includes(each))
            return inOneLine(report, each, known.length > 1);
        return block(report, each.place?.file === leaf ? { ...each, place: undefined } : each);
    });
    return [...shown, ...left(fresh.length - limits.items, limits)];
}
/** The first line decides: in Terraform's output, its source lines follow. */
function isIn(output, each) {
    return output !== '' && output.includes(firstLine(each));
}
function firstLine({ message }) {
    return message.split('\n', 1)[0] ?? '';
}
/** In one line, for a problem shown in full below. */
function inOneLine(report, each, several) {
    const which = several ? `: ${(0,escaping/* code */.aY)(firstLine(each), 200)}` : '';
    const hint = each.hint === undefined ? '' : `. ${(0,escaping/* prose */.CS)(each.hint, 1_000)}`;
    return `${title(report, each)}${which}${hint}`;
}
function rank(each) {
    return each.severity === 'error' ? 0 : 1;
}
function left(more, limits) {
    return more > 0 ? [`+${(0,phrases/* count */.U9)(more, 'problem', 'problems')} in the ${limits.fullReport}`] : [];
}
function block(report, each, note = '') {
    return `${title(report, each)}${note}\n${(0,escaping/* fence */.EU)(words(each), 'text')}`;
}
function title(report, each) {
    const severity = each.severity === 'error' ? '❌ **Error**' : '⚠️ **Warning**';
    return each.place === undefined ? severity : `${severity} in ${(0,links/* placeLink */.aE)(report, each.place)}`;
}
/** The printed form without its place, which the link shows. */
function words(each) {
    const place = each.place === undefined ? '' : `${(0,base_problems/* formatPlace */.dE)(each.place)}: `;
    return (0,base_problems/* formatProblem */.Vw)({
        ...each,
        message: (0,bytes/* shorten */.ml)((0,escaping/* visible */.RK)(each.message), 2_000),
        hint: each.hint === undefined ? undefined : (0,bytes/* shorten */.ml)((0,escaping/* visible */.RK)(each.hint), 1_000),
        // A shortened line would move the caret.
        sourceLine: each.sourceLine !== undefined && each.sourceLine.length > 500 ? undefined : each.sourceLine,
    }).slice(place.length);
}

;// CONCATENATED MODULE: ./src/commands/plan/comment/leaf-fold.ts
/** Leaves that change alike in one fold: what their keys were and are, what went wrong, and the plan. */













/** One for each group with more to say than its row, with the number of its leaves. */
function groupFolds(groups, context) {
    const seen = new Map();
    return groups.flatMap((group) => groupFold(group, context, seen).map((fold) => ({ fold, leaves: group.others.length + 1 })));
}
/** @param seen what Terraform says, with the leaf that shows it: word for word the same is shown once */
function groupFold({ first, others }, context, seen) {
    const { names, limits } = context;
    const text = leafText(first, limits);
    const blocks = [...leafBlocks(first, context), ...textOnce(context, first, text, seen)];
    const isOpen = (0,verdict/* isAlarming */.EE)(first) || (0,verdict/* isLeftBehind */.KW)(first) || first.outcome.status === 'failed';
    if (others.length === 0) {
        if (blocks.length === 0)
            return [];
        return [{ kind: 'fold', open: isOpen, summary: `${(0,verdict/* iconOf */.ZG)(first)} ${(0,escaping/* htmlCode */.h8)(first.leaf, 240)}`, blocks }];
    }
    const own = text === undefined ? undefined : (0,own_names/* withoutOwnNames */.xr)(text.text, first.leaf);
    const isSame = (leaf) => {
        const theirs = leafText(leaf, limits);
        return theirs === undefined ? text === undefined : (0,own_names/* withoutOwnNames */.xr)(theirs.text, leaf.leaf) === own;
    };
    const different = others.filter((leaf) => !isSame(leaf));
    const leaves = [first, ...others];
    const name = names.of(first.leaf).name;
    return [
        {
            kind: 'fold',
            open: isOpen,
            summary: `${(0,verdict/* iconOf */.ZG)(first)} ${(0,escaping/* htmlCode */.h8)(name, 80)}${markdown_counts/* AND */.S}${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')}`,
            blocks: [
                (0,shown_names/* placesOf */.ek)(leaves.map(({ leaf }) => leaf), names, limits.fullReport),
                `${(0,escaping/* code */.aY)(first.leaf, 240)}:`,
                ...blocks,
                sameness(others.length - different.length, others.length, (0,programs/* programOf */.oQ)(context.report)),
                {
                    kind: 'details',
                    items: different.map((leaf) => ({
                        kind: 'fold',
                        open: false,
                        summary: (0,escaping/* htmlCode */.h8)((0,shown_names/* placeInWords */.cF)(names.of(leaf.leaf)), 160),
                        blocks: [`${(0,escaping/* code */.aY)(leaf.leaf, 240)}:`, ...textOnce(context, leaf, leafText(leaf, limits), seen)],
                    })),
                    more: (left) => `${(0,phrases/* count */.U9)(left, 'plan does', 'plans do')} not fit here: the ${limits.fullReport} has them.`,
                },
            ],
        },
    ];
}
/** How it was decided that leaves are the same. */
function sameness(same, others, program) {
    const apart = 'apart from the names of their folders';
    const differs = `${program}'s output differs`;
    if (same === 0)
        return `The same changes to the same resources in all of them, ${apart}; ${differs}:`;
    const rest = same === others ? '' : ` For ${(0,phrases/* count */.U9)(others - same)} more, ${differs}:`;
    return `The same in ${(0,phrases/* count */.U9)(same)} more, ${apart}.${rest}`;
}
function leafBlocks(leaf, { report, changes, limits, whys, problems }) {
    const { outcome } = leaf;
    const own = leaf.problems.filter((each) => !problems.has((0,base_problems/* formatProblem */.Vw)(each)));
    const output = outcome.status === 'failed' ? outcome.output : '';
    const behind = (0,plan_behind/* behindInLeaf */.o)(report, leaf, { text: (text) => (0,escaping/* code */.aY)(text, 160) });
    return [
        removedSentence(leaf),
        outcome.status === 'not-run' && !whys.has(outcome.why) ? withoutPlan(leaf, outcome.why) : '',
        behind === '' ? '' : `⚠️ ${behind}`,
        ...(outcome.status === 'planned' ? (0,resource_list/* dangerLines */.b9)(outcome.summary) : []),
        ...problemsSection(report, own, limits, { leaf: leaf.leaf, output }),
        ...detailsMarkdown(changes.own(leaf), limits),
    ].filter((block) => block !== '');
}
function textOnce({ report }, leaf, text, seen) {
    if (text === undefined)
        return [];
    const same = seen.get(text.text);
    if (same !== undefined)
        return [sameAs(report, leaf, same)];
    seen.set(text.text, leaf);
    return [text];
}
function sameAs(report, { outcome }, { leaf }) {
    const what = outcome.status === 'failed' ? `${(0,programs/* programOf */.oQ)(report)} says the same as for` : 'The plan reads the same as that of';
    return `${what} ${(0,escaping/* code */.aY)(leaf, 240)}.`;
}
function withoutPlan({ kind }, why) {
    if (kind === 'moved')
        return '';
    return kind === 'removed' ? (0,escaping/* prose */.CS)(why, 500) : notRun(why);
}
/** `Not planned: …`, as a sentence. */
function notRun(why) {
    return `Not planned: ${(0,escaping/* prose */.CS)(why, 500)}`;
}
function removedSentence(leaf) {
    if (leaf.kind !== 'removed' || leaf.outcome.status !== 'planned' || !leaf.outcome.summary.hasChanges)
        return '';
    return 'This leaf is gone at head. Its resources are destroyed only with `destroy-removed: true`; otherwise they are left behind:';
}
/** A plan, or what Terraform said when it failed. */
function leafText({ outcome }, { fullReport }) {
    if (outcome.status === 'planned' && outcome.summary.hasChanges) {
        const text = (0,plan_diff/* planDiff */.R)((0,escaping/* visible */.RK)(outcome.text));
        return { kind: 'text', language: 'diff', text, fullReport, outline: (0,resource_list/* resourceLines */.uW)(outcome.summary) };
    }
    if (outcome.status === 'failed' && outcome.output.trim() !== '') {
        const text = (0,escaping/* visible */.RK)(outcome.output).replace(/^\n+/u, '').trimEnd();
        return { kind: 'text', language: 'text', text, fullReport };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/commands/plan/pin-moves.ts
var pin_moves = __webpack_require__(57456);
// EXTERNAL MODULE: ./src/rendering/movable-pin.ts
var movable_pin = __webpack_require__(91048);
;// CONCATENATED MODULE: ./src/commands/plan/comment/movable-pins.ts
/** Pins that can move: a module source that names a branch, or no ref at all, plans differently from day to day. */





/** A sentence, then a line for each movable pin, however many leaves have it; empty when there is none. */
function movablePinHints(report, most = 5) {
    const groups = new Map();
    for (const leaf of report.leaves) {
        if (leaf.kind === 'removed' || leaf.kind === 'moved')
            continue;
        for (const pin of leaf.pins) {
            const found = (0,movable_pin/* movablePin */.Q)(pin);
            if (found === undefined)
                continue;
            const key = JSON.stringify([found.address, found.ref ?? null]);
            // A pin that has changed is already shown above with its place.
            const isShown = (0,pin_moves/* pinReasons */.x)(leaf).some(({ address }) => address === pin.address);
            const group = groups.get(key) ?? { found, pin, isShown, leaves: 0 };
            groups.set(key, { ...group, leaves: group.leaves + 1 });
        }
    }
    if (groups.size === 0)
        return [];
    const all = [...groups.values()];
    const lines = all.slice(0, most).map(({ found, pin, isShown, leaves }) => {
        const follows = found.ref === undefined ? 'names no `ref`' : `follows ${(0,escaping/* code */.aY)(found.ref, 80)}`;
        const place = isShown ? '' : `: ${(0,links/* placeLink */.aE)(report, pin.keys.at(-1)?.origin ?? pin.template)}`;
        const where = leaves > 1 ? ` (${(0,phrases/* count */.U9)(leaves, 'leaf', 'leaves')})` : '';
        return `- ${(0,escaping/* code */.aY)(found.address.replace(/\.source$/u, ''), 80)} ${follows}${where}${place}`;
    });
    const more = all.length > most ? [`- +${(0,phrases/* count */.U9)(all.length - most)} more`] : [];
    return ['💡 These modules can change without a pull request; pin a version:', ...lines, ...more];
}

// EXTERNAL MODULE: ./src/commands/plan/reader-words.ts
var reader_words = __webpack_require__(55833);
;// CONCATENATED MODULE: ./src/commands/plan/comment/readers-section.ts
/** Who reads the outputs that change: a line for each leaf, what is taken away from whom, and all names in a fold. Pure. */





/** Leaves with a line of their own. */
const MOST_LEAVES = 20;
/** Outputs, or readers, that a line names. */
const MOST_NAMED = 5;
/** Blocks for below the table; none if nobody reads what changes. */
function readersSection(report, fullReport) {
    const read = (0,reader_words/* leavesWithReaders */.fi)(report);
    if (read.length === 0)
        return [];
    const names = (0,leaf_names/* leafNames */.PU)([
        ...report.leaves.map(({ leaf }) => leaf),
        ...read.flatMap(({ readers }) => readers.leaves.map(({ leaf }) => leaf)),
    ]);
    const lines = read.flatMap((each) => [...readers_section_line(each, names), ...warnings(each, names)]);
    return [
        {
            kind: 'lines',
            begin: '',
            end: '',
            lines: lines.map((each) => `- ${each}`),
            most: MOST_LEAVES,
            more: (left) => `- +${(0,phrases/* count */.U9)(left)} more`,
        },
        namesFold(read, names, fullReport),
    ];
}
function readers_section_line({ leaf, readers, here, elsewhere }, names) {
    const outputs = readers.outputs.map(({ name }) => (0,escaping/* code */.aY)(name, 60));
    if (outputs.length === 0)
        return [];
    const are = outputs.length === 1 ? 'is' : 'are';
    const parts = [
        here > 0 ? `${(0,phrases/* count */.U9)(here, 'leaf', 'leaves')} here` : '',
        elsewhere > 0 ? `${(0,phrases/* count */.U9)(elsewhere, ...(here > 0 ? [] : ['leaf', 'leaves']))} elsewhere` : '',
    ].filter((part) => part !== '');
    return [`${(0,shown_names/* shownName */.HD)(names.of(leaf))}: ${(0,phrases/* firstFew */.Dt)(outputs, MOST_NAMED)} ${are} read by **${parts.join(', ')}**`];
}
function warnings(each, names) {
    return (0,reader_words/* takenFrom */.Y5)(each).map(({ output, what, leaves }) => {
        const readers = (0,phrases/* firstFew */.Dt)(leaves.map((leaf) => (0,shown_names/* shownName */.HD)(names.of(leaf))), MOST_NAMED);
        const of = output === undefined ? '' : `${(0,escaping/* code */.aY)(output, 60)} of `;
        return `${output === undefined || what === 'removed' ? '🟥' : '⚠️'} ${of}${(0,shown_names/* shownName */.HD)(names.of(each.leaf))} is **${what}**, and ${what === 'removed' ? 'still ' : ''}read by ${readers}`;
    });
}
function namesFold(read, names, fullReport) {
    const all = new Set(read.flatMap(({ readers }) => readers.leaves.map(({ leaf }) => leaf)));
    return {
        kind: 'fold',
        open: false,
        summary: `${(0,phrases/* count */.U9)(all.size, 'leaf reads', 'leaves read')} what changes`,
        blocks: read.map(({ leaf, readers }) => {
            const rows = readers.leaves.map(({ leaf: reader, isHere, outputs }) => {
                const named = (0,phrases/* firstFew */.Dt)(outputs.map((name) => (0,escaping/* code */.aY)(name, 60)), MOST_NAMED);
                return `- ${(0,escaping/* code */.aY)(reader, 240)}${isHere ? ' (here)' : ''}${named === '' ? '' : `: ${named}`}`;
            });
            return {
                kind: 'lines',
                begin: `${(0,shown_names/* shownName */.HD)(names.of(leaf))} is read by:\n`,
                end: '',
                lines: rows,
                least: 1_500,
                more: (left) => `- +${(0,phrases/* count */.U9)(left)} more in the ${fullReport}`,
            };
        }),
    };
}

;// CONCATENATED MODULE: ./src/commands/plan/comment/table.ts
/** The table of changed leaves: one row says what happens to a leaf, or to leaves that change alike, and which value moves. */








/** Three columns at most, since a phone has no room for more; an empty one is left out. */
function groupTable(groups, names) {
    const changes = groups.map(({ first }) => changeCell(first, names));
    const wanted = changes.some((cell) => cell !== '');
    const head = ['Plan', 'Leaf', ...(wanted ? ['Change'] : [])];
    const rows = groups.map((group, index) => (0,escaping/* row */.nM)([planCell(group, names), leafCell(group, names), ...(wanted ? [changes[index] ?? ''] : [])]));
    return { kind: 'table', head: `${(0,escaping/* row */.nM)(head)}\n${(0,escaping/* row */.nM)(head.map(() => '---'))}`, rows };
}
/** What is destroyed and replaced, leaf by leaf: for a report whose folds do not all fit. */
function dangerList(groups, names) {
    const rows = groups.flatMap(({ first, others }) => {
        const lines = first.outcome.status === 'planned' ? (0,resource_list/* dangerLines */.b9)(first.outcome.summary) : [];
        return lines.map((line) => `- ${(0,shown_names/* shownName */.HD)(names.of(first.leaf))}${inMore(others.length)}: ${line}`);
    });
    return { kind: 'table', head: 'What is destroyed and replaced:', rows };
}
function leafCell({ first, others }, names) {
    return (0,shown_names/* shownGroup */.bh)([first, ...others].map(({ leaf }) => names.of(leaf)));
}
function inMore(others) {
    return others === 0 ? '' : ` and ${(0,phrases/* count */.U9)(others)} more`;
}
function planCell({ first, others }, names) {
    const words = planWords(first, names);
    const isCount = first.outcome.status === 'planned' && first.outcome.summary.hasChanges;
    const word = (0,verdict/* wordOf */.aG)(first);
    const said = first.kind === 'added' || first.kind === 'removed' ? `${word}${markdown_counts/* AND */.S}` : '';
    return `${(0,verdict/* iconOf */.ZG)(first)} ${said}${words}${others.length > 0 && isCount ? ' each' : ''}`;
}
function planWords(leaf, names) {
    if (leaf.kind === 'moved')
        return 'moved, nothing to destroy';
    switch (leaf.outcome.status) {
        case 'failed':
            return leaf.outcome.stage === 'render' ? '**does not render**' : `**${leaf.outcome.stage} failed**`;
        case 'waits':
            return `waits for ${(0,phrases/* firstFew */.Dt)(leaf.outcome.for.map((path) => (0,escaping/* code */.aY)(names.of(path).name, 40)), 2)}`;
        case 'not-run':
            return (0,verdict/* isLeftBehind */.KW)(leaf) ? '**nothing destroyed**' : 'not planned';
        case 'planned': {
            const { hasChanges, counts } = leaf.outcome.summary;
            const restated = leaf.restated === true ? `${markdown_counts/* AND */.S}**old state left behind**` : '';
            return `${hasChanges ? (0,markdown_counts/* countsInWords */.P)(counts) || 'changes' : 'no changes'}${restated}`;
        }
    }
}
/** What a reader recognizes the change by: the rest is in the list above, and in the folds. */
function changeCell(leaf, names) {
    if (leaf.kind === 'moved') {
        return leaf.movedTo === undefined
            ? 'state used by another leaf'
            : `state used by ${(0,escaping/* code */.aY)(lastValue(leaf.movedTo), 60)}`;
    }
    if (leaf.onlyReads !== undefined)
        return readsCell(leaf.onlyReads, names);
    const moves = (0,pin_moves/* pinMoves */.I)(leaf);
    const items = moves.length > 0 ? moves.map((move) => pinInWords(move, names.of(leaf.leaf).name)) : causes(leaf);
    return (0,phrases/* firstFew */.Dt)(items, 2);
}
function readsCell(reads, names) {
    const items = reads.map(({ leaf, outputs }) => {
        const named = (0,phrases/* firstFew */.Dt)(outputs.map((output) => (0,escaping/* code */.aY)(output, 40)), 2);
        return `${named} of ${(0,escaping/* code */.aY)(names.of(leaf).name, 40)}`;
    });
    return `only because it reads ${(0,phrases/* firstFew */.Dt)(items, 2)}`;
}
/** `vpc` `v1.5.0` → `v2.0.0`, without the label if it is the leaf's own name. */
function pinInWords({ labels, before, after }, leaf) {
    const own = labels.length === 1 && labels[0] === leaf;
    const label = own && (before ?? after) !== undefined
        ? ''
        : `${(0,phrases/* firstFew */.Dt)(labels.map((each) => (0,escaping/* code */.aY)(each, 40)), 2)} `;
    return `${label}${moved(before, after)}`.trim();
}
function moved(before, after) {
    if (before === undefined)
        return after === undefined ? '' : (0,escaping/* code */.aY)(after, 20);
    return `${(0,escaping/* code */.aY)(before, 20)} → ${after === undefined ? 'none' : (0,escaping/* code */.aY)(after, 20)}`;
}
/** Longer values than this say more in the list than in a cell. */
const SHORT_VALUE = 20;
function causes(leaf) {
    if (leaf.kind === 'removed')
        return [];
    const words = leaf.reasons.flatMap(reason_words/* causesOf */.cZ).map(({ short, change }) => {
        const name = short.name === undefined ? '' : (0,escaping/* code */.aY)(short.words === '' ? lastKey(short.name) : short.name, 40);
        const [before, after] = [change?.before, change?.after].map((value) => value && (0,reason_words/* unquoted */.qZ)(value));
        const fits = [before, after].every((value) => value !== undefined && value.length <= SHORT_VALUE);
        return `${short.words} ${name}${fits ? ` ${moved(before, after)}` : ''}`.trim();
    });
    return [...new Set(words)];
}
/** `retention` of `monitoring.retention`. */
function lastKey(key) {
    return key.slice(key.lastIndexOf('.') + 1) || key;
}
function lastValue(path) {
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1) || path;
}

;// CONCATENATED MODULE: ./src/commands/plan/comment/report-blocks.ts
/** The report of a run as blocks of markdown, in a reviewer's reading order. */


















/** Everything but Terraform's texts and the number of leaves is bounded in size. */
function reportBlocks(report, limits) {
    const names = (0,leaf_names/* leafNames */.PU)(report.leaves.map(({ leaf }) => leaf));
    const groups = groupsOf((0,verdict/* byUrgency */.td)(report.leaves).filter((leaf) => !(0,verdict/* isQuiet */.rM)(leaf)), names);
    const changes = changesOf(report, report.leaves, limits);
    const why = commonWhy(report);
    const shared = sharedProblems(report);
    const leftBehind = sharedByRemoved(report);
    const whys = new Set([...leftBehind.keys(), ...(why === undefined ? [] : [why])]);
    const folds = groupFolds(groups, { report, names, changes, limits, whys, problems: new Set(shared.keys()) });
    const top = [
        notices(report, names, why, leftBehind, limits),
        ...problemsSection(report, report.problems, limits),
        ...sharedSection(report, [...shared.values()], limits),
        changes.common,
        (0,shown_names/* patternsOf */.D4)(names),
    ];
    const quiet = quietTable(report, names);
    return {
        name: report.title === '' ? 'Kompos' : `Kompos ${(0,escaping/* code */.aY)(report.title, 100)}`,
        alarm: (0,verdict/* alarm */.yz)(report),
        verdict: (0,verdict/* verdict */.WJ)(report),
        blocks: [
            ...(0,fit/* fit */.Uj)([{ kind: 'details', items: top, more: (left) => `+${(0,phrases/* count */.U9)(left)} more in the ${limits.fullReport}` }], () => limits.top),
            groupTable(groups, names),
            ...checksSection(report, names, limits),
            ...readersSection(report, limits.fullReport),
            ...graphFold(report),
            { kind: 'variants', complete: [], incomplete: [dangerList(groups, names), quiet] },
            {
                kind: 'details',
                items: [changes.commonBlocks, ...folds.map(({ fold }) => fold)],
                more: (left) => `The details of ${(0,phrases/* count */.U9)(leavesIn(folds.slice(-left)), 'leaf', 'leaves')} do not fit here: the ${(0,links/* runLink */.ut)(report, limits.fullReport)} has them.`,
            },
            { kind: 'variants', complete: [quietFold(report, quiet, changes)], incomplete: [] },
            waitingSentence(report),
            movablePinHints(report).join('\n'),
            (0,escaping/* prose */.CS)(report.merge ?? '', 500),
            footer(report),
        ],
    };
}
function leavesIn(folds) {
    return folds.reduce((sum, { leaves }) => sum + leaves, 0);
}
/** What becomes of the leaves that wait; empty without any. */
function waitingSentence({ leaves }) {
    const waiting = leaves.filter(({ outcome }) => outcome.status === 'waits').length;
    if (waiting === 0)
        return '';
    const these = waiting === 1 ? 'One leaf reads' : `${(0,phrases/* count */.U9)(waiting)} leaves read`;
    return `⏳ ${these} what this change creates, and cannot be planned yet. An apply plans each after what it reads, and a person accepts that plan; with \`apply-requires: unplanned-creates\`, a plan that only creates needs nobody.`;
}
/** Leaves whose plan does nothing. */
function quietTable(report, names) {
    return groupTable(groupsOf(report.leaves.filter(verdict/* isQuiet */.rM), names), names);
}
function quietFold(report, table, changes) {
    const { leaves } = report;
    const quiet = leaves.filter(verdict/* isQuiet */.rM);
    const number = quiet.length;
    const summary = `⚪ ${(0,phrases/* count */.U9)(number)}${(0,verdict/* isCompared */.uQ)(report) && quiet.every(({ onlyReads }) => onlyReads === undefined) ? ' changed' : ''} ${number === 1 ? 'leaf' : 'leaves'} without planned changes`;
    const own = {
        kind: 'lines',
        begin: '',
        end: '',
        lines: [...new Set(quiet.flatMap((leaf) => changes.own(leaf).lines))].map((line) => `- ${line}`),
        more: (left) => `- +${(0,phrases/* count */.U9)(left)} more`,
    };
    return { kind: 'fold', open: number === leaves.length && number <= 20, summary, blocks: [table, own] };
}
/** Why Terraform ran for no leaf, if there is one reason for all: it is shown once, above everything. */
function commonWhy(report) {
    const whys = new Set(report.leaves.flatMap(({ outcome, kind }) => outcome.status === 'not-run' && kind !== 'moved' && kind !== 'removed' ? [outcome.why] : []));
    return whys.size === 1 ? [...whys][0] : undefined;
}
/** Why nothing is planned for removed leaves, if several share it → how many do. */
function sharedByRemoved(report) {
    const counts = new Map();
    for (const { outcome, kind } of report.leaves) {
        if (outcome.status === 'not-run' && kind === 'removed')
            counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1);
    }
    return new Map([...counts].filter(([, leaves]) => leaves > 1));
}
function notices(report, names, why, leftBehind, limits) {
    const own = [...new Set(report.notices)].slice(0, limits.items).map((notice) => (0,escaping/* prose */.CS)(notice, 1_000));
    const isKnown = why === undefined || report.notices.some((notice) => notice.includes(why));
    const removed = [...leftBehind].map(([each, leaves]) => `${(0,phrases/* count */.U9)(leaves)} removed leaves: ${(0,escaping/* prose */.CS)(each, 500)}`);
    const behind = (0,plan_behind/* behindTarget */.y)(report, {
        text: (text) => (0,escaping/* code */.aY)(text, 80),
        leaf: (path) => (0,shown_names/* shownName */.HD)(names.of(path)),
    });
    const all = [...(behind === '' ? [] : [`⚠️ ${behind}`]), ...own, ...(isKnown ? [] : [notRun(why)]), ...removed];
    return all.map((sentence) => `> ${sentence}`).join('\n>\n');
}
function footer(report) {
    const unused = (0,phrases/* leftOut */.ig)(report.unused);
    const parts = [
        (0,links/* compareLink */.yM)(report),
        report.terraformVersion === undefined ? '' : `${(0,programs/* programOf */.oQ)(report)} ${(0,escaping/* prose */.CS)(report.terraformVersion, 40)}`,
        report.runUrl === undefined ? '' : (0,links/* runLink */.ut)(report, 'run'),
        (0,phrases/* maskedValues */.ql)(report),
    ];
    const last = `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
    return unused === '' ? last : `<sub>${unused}</sub>\n\n${last}`;
}

// EXTERNAL MODULE: ./src/markdown/report-parts.ts
var report_parts = __webpack_require__(26532);
;// CONCATENATED MODULE: ./src/commands/plan/comment/comment.ts
/** The report of a run as a pull request comment, and with more room as a job summary. */



/** The comment's parts in order, each a body of its own with a marker. Normally it is one. */
function renderComment(report, options = {}) {
    const { title, head, run, source } = report;
    const about = { kind: 'plan', title, head, run: run?.id ?? 0, attempt: run?.attempt ?? 0, source };
    return (0,report_parts/* commentParts */.w)(reportBlocks(report, COMMENT_LIMITS), about, options);
}
/** The same report as a job summary. What does not fit is in the log. */
function renderSummary(report, limits = {}) {
    return (0,report_parts/* summaryText */.g)(reportBlocks(report, SUMMARY_LIMITS), limits.bytes);
}


/***/ }),

/***/ 45113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ describeLeaf),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66486);
/* harmony import */ var _execution_terraform_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8931);
/* harmony import */ var _terraform_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32972);
/** A changed leaf and the outcome of its plan → the leaf's part of the report. Pure. */



/**
 * @param printed Terraform's warnings about its plan
 * @param warnings about the leaf beyond those of rendering it
 */
function describeLeaf(changed, outcome, printed, warnings) {
    const { leaf, kind, reasons } = changed;
    const [base, head] = ['base' in changed ? changed.base : undefined, (0,_changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .headOf */ .Uo)(changed)];
    const before = kind === 'changed' ? changed.blocksBefore : base?.rendering.blocks;
    const rendered = head ?? base;
    return {
        leaf: leaf.path,
        kind,
        movedTo: kind === 'moved' ? changed.movedTo : undefined,
        restated: kind === 'changed' && changed.restated,
        reasons,
        pins: rendered?.rendering.pins ?? [],
        blocks: blockChanges(before ?? [], head?.rendering.blocks ?? []),
        outcome,
        problems: [
            ...changed.problems,
            ...(rendered === undefined ? [] : problemsOf(rendered, changed, outcome, printed)),
            ...warnings,
        ],
    };
}
function problemsOf(rendered, { reasons }, outcome, printed) {
    if (outcome.status === 'not-run' || outcome.status === 'waits')
        return [];
    if (outcome.status === 'planned')
        return (0,_execution_terraform_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .terraformProblems */ .N9)(rendered, reasons, printed, 'plan');
    return outcome.stage === 'render'
        ? []
        : (0,_execution_terraform_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .terraformProblems */ .N9)(rendered, reasons, (0,_terraform_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .errorsIn */ .R4)(outcome.output), outcome.stage);
}
/** Blocks paired by template and address; several of one address in their order. */
function blockChanges(base, head) {
    const before = new Map(keyed(base));
    const after = new Map(keyed(head));
    return [...new Set([...after.keys(), ...before.keys()])].map((key) => {
        const [old, now] = [before.get(key), after.get(key)];
        return { address: (now ?? old)?.address ?? '', before: old, after: now };
    });
}
function keyed(blocks) {
    const seen = new Map();
    return blocks.map((block) => {
        const name = `${block.template.file}\n${block.address}`;
        const count = seen.get(name) ?? 0;
        seen.set(name, count + 1);
        return [`${name}\n${count}`, block];
    });
}
/** A plan's result as the report has it. */
function outcomeOf(result) {
    return result.ok
        ? { status: 'planned', summary: result.summary, text: result.text }
        : { status: 'failed', stage: result.stage, output: result.output };
}


/***/ }),

/***/ 42538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ leavesOutput)
/* harmony export */ });
/* harmony import */ var _markdown_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22522);
/* harmony import */ var _markdown_fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8878);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24601);



/** GitHub accepts about a megabyte for all outputs of a job together. */
const OUTPUT_BYTES = 500_000;
/**
 * The changed leaves, whose JSON takes less than `limit` bytes. Reasons are shortened first: long values, then all but
 * the first few, then all. If there are too many leaves, the last one that fits says `truncated`.
 */
function leavesOutput(report, limit = OUTPUT_BYTES) {
    for (const shortening of SHORTENINGS) {
        const leaves = report.leaves.map((leaf) => leafOutput(leaf, shortening));
        if ((0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8Length */ .wI)(JSON.stringify(leaves)) < limit)
            return leaves;
    }
    return firstThatFit(report.leaves.map((leaf) => leafOutput(leaf, () => [])), limit);
}
const SHORTENINGS = [
    (reasons) => reasons,
    (reasons) => reasons.map(withShortValues),
    (reasons) => reasons.slice(0, 5).map(withShortValues),
    () => [],
];
function leafOutput(leaf, shortening) {
    const reasons = shortening(leaf.reasons);
    const whole = reasons.length === leaf.reasons.length && reasons.every((reason, index) => reason === leaf.reasons[index]);
    const counts = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .mQ)(leaf);
    return {
        path: leaf.leaf,
        kind: leaf.kind,
        outcome: leaf.outcome.status,
        ...(counts === undefined ? {} : { counts }),
        ...(leaf.outcome.status === 'waits' ? { waitsFor: leaf.outcome.for } : {}),
        reasons,
        ...(whole ? {} : { truncated: true }),
    };
}
/** The very same reason if nothing in it is long. */
function withShortValues(reason) {
    switch (reason.kind) {
        case 'configuration':
            return isLong(reason) ? { ...reason, ...shortValues(reason) } : reason;
        case 'pin':
            return isLong(reason) || reason.keys.some(isLong)
                ? { ...reason, ...shortValues(reason), keys: reason.keys.map((key) => ({ ...key, ...shortValues(key) })) }
                : reason;
        case 'module':
            return reason.files.length > 10 ? { ...reason, files: reason.files.slice(0, 10) } : reason;
        case 'base-failed':
            return reason.message.length > LONG ? { ...reason, message: (0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(reason.message, LONG) } : reason;
        case 'file':
        case 'setting':
            return reason;
    }
}
const LONG = 100;
function isLong({ before, after }) {
    return (before?.length ?? 0) > LONG || (after?.length ?? 0) > LONG;
}
function shortValues({ before, after }) {
    return {
        ...(before === undefined ? {} : { before: (0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(before, LONG) }),
        ...(after === undefined ? {} : { after: (0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(after, LONG) }),
    };
}
function firstThatFit(leaves, limit) {
    const sizes = leaves.map((leaf) => (0,_markdown_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8Length */ .wI)(JSON.stringify(leaf)) + 1);
    const number = (0,_markdown_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(sizes, limit - '[],"truncated":true'.length - 1);
    return leaves.slice(0, number).map((leaf, index) => (index === number - 1 ? { ...leaf, truncated: true } : leaf));
}


/***/ }),

/***/ 57456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ pinMoves),
/* harmony export */   x: () => (/* binding */ pinReasons)
/* harmony export */ });
/* harmony import */ var _markdown_reason_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79997);
/* harmony import */ var _rendering_movable_pin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91048);


/** The leaf's pin reasons. */
function pinReasons(leaf) {
    return leaf.reasons.filter((reason) => reason.kind === 'pin');
}
/**
 * What moves in the leaf's pins: only the differing part, such as `v1.5.0` → `v2.0.0`, taken from the keys that give
 * it. A new leaf has no values before.
 */
function pinMoves(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return [];
    if (leaf.kind === 'added') {
        return grouped(leaf.pins
            .filter((pin) => pin.address.startsWith('module.'))
            .map((pin) => ({
            label: labelOf(pin.address),
            before: undefined,
            after: (0,_rendering_movable_pin_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E)(pin.value) ?? pin.keys.at(-1)?.value ?? pin.value,
        })));
    }
    return grouped(pinReasons(leaf).flatMap((reason) => {
        const label = labelOf(reason.address);
        const moved = (0,_markdown_reason_words_js__WEBPACK_IMPORTED_MODULE_1__/* .movedKeys */ .sN)(reason);
        if (moved.length > 0)
            return moved.map(({ before, after }) => ({ label, before, after }));
        return [{ label, ...differingPart(reason.before, reason.after) }];
    }));
}
/**
 * `module.vpc.source` → `vpc`, `module.net.module.vpc.source` → `net.vpc`, `terraform.required_providers.aws.version` →
 * `aws`, else without `terraform.`.
 */
function labelOf(address) {
    const [, calls = '', rest = address] = /^((?:module\.[^.]+\.)*)(.*)$/u.exec(address) ?? [];
    const names = calls.split('.').filter((_, index) => index % 2 === 1);
    if (names.length > 0 && /^(?:source|version)$/u.test(rest))
        return names.join('.');
    const provider = /^terraform\.required_providers\.(.+?)(?:\.version)?$/u.exec(rest)?.[1];
    return [...names, provider ?? rest.replace(/^terraform\./u, '')].join('.');
}
function differingPart(before, after) {
    if (before !== undefined && after !== undefined) {
        const [old, young] = [(0,_rendering_movable_pin_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E)(before), (0,_rendering_movable_pin_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E)(after)];
        if (old !== undefined && young !== undefined && before.replace(old, '') === after.replace(young, '')) {
            return { before: old, after: young };
        }
    }
    return { before, after };
}
function grouped(moves) {
    const groups = new Map();
    for (const { label, before, after } of moves) {
        const key = JSON.stringify([before ?? null, after ?? null]);
        const group = groups.get(key) ?? { labels: new Set(), move: { before, after } };
        group.labels.add(label);
        groups.set(key, group);
    }
    return [...groups.values()].map(({ labels, move }) => ({ labels: [...labels], ...move }));
}


/***/ }),

/***/ 63641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yn: () => (/* binding */ planChangedLeaves),
  oI: () => (/* binding */ planLeaves),
  Cm: () => (/* binding */ withoutPlan)
});

// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(63243);
// EXTERNAL MODULE: ./src/gate/sequence.ts + 1 modules
var sequence = __webpack_require__(62304);
// EXTERNAL MODULE: ./src/gate/test-merge.ts
var test_merge = __webpack_require__(85194);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/leaves.ts
var project_leaves = __webpack_require__(32857);
// EXTERNAL MODULE: ./src/project/project.ts
var project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/rendering/use/plan-timestamp.ts
var plan_timestamp = __webpack_require__(6640);
// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
// EXTERNAL MODULE: ./src/terraform/refresh.ts
var refresh = __webpack_require__(85227);
// EXTERNAL MODULE: ./src/execution/checkout.ts + 3 modules
var checkout = __webpack_require__(41545);
// EXTERNAL MODULE: ./src/execution/comparison.ts
var execution_comparison = __webpack_require__(57917);
// EXTERNAL MODULE: ./src/execution/choose-checks.ts
var choose_checks = __webpack_require__(34431);
// EXTERNAL MODULE: ./src/execution/plan-in-parallel.ts
var plan_in_parallel = __webpack_require__(73007);
// EXTERNAL MODULE: ./src/execution/plan-warnings.ts
var plan_warnings = __webpack_require__(82261);
// EXTERNAL MODULE: ./src/execution/secrets.ts + 1 modules
var execution_secrets = __webpack_require__(98552);
// EXTERNAL MODULE: ./src/execution/record-entry.ts
var record_entry = __webpack_require__(85244);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(32972);
;// CONCATENATED MODULE: ./src/execution/forbidden-reads.ts
/** What to do about a state that may not be read: S3 says so of one that is not there as well. Pure. */


const READ = /(?:^|\.)data\.terraform_remote_state\./u;
const FORBIDDEN = /\b403\b|\bAccessDenied\b|\bForbidden\b/u;
/** @param leaf path of the leaf whose plan failed */
function forbiddenReads(leaf, result) {
    if (result === undefined || result.ok || result.stage !== 'plan')
        return [];
    const found = (0,diagnostics/* errorsIn */.R4)(result.output).filter(({ address = '', summary, detail }) => READ.test(address) && FORBIDDEN.test(`${summary}\n${detail}`));
    return found.slice(0, 1).map(({ address = '' }) => (0,base_problems/* warning */.$e)('state', `The state that ${address} reads could not be read: access is denied.`, {
        place: { file: leaf },
        hint: 'If that state does not exist yet, S3 says so only to a role with s3:ListBucket on the bucket. With it, the leaf waits for the one that creates the state.',
    }));
}

// EXTERNAL MODULE: ./src/execution/change-graph.ts
var change_graph = __webpack_require__(72509);
// EXTERNAL MODULE: ./src/execution/additions.ts
var additions = __webpack_require__(44079);
// EXTERNAL MODULE: ./src/execution/waiting-leaves.ts + 1 modules
var waiting_leaves = __webpack_require__(11050);
// EXTERNAL MODULE: ./src/execution/fitting-terraform.ts + 1 modules
var fitting_terraform = __webpack_require__(63695);
// EXTERNAL MODULE: ./src/execution/template-hint.ts + 1 modules
var template_hint = __webpack_require__(2654);
// EXTERNAL MODULE: ./src/execution/record-judge.ts
var record_judge = __webpack_require__(75879);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/commands/plan/leaf-report.ts
var leaf_report = __webpack_require__(45113);
// EXTERNAL MODULE: ./src/commands/plan/reader-words.ts
var reader_words = __webpack_require__(55833);
;// CONCATENATED MODULE: ./src/commands/plan/plan-dependents.ts





/**
 * Reports on the readers that are not in the report, in its order. A merge applies none of them. Those that do not
 * render, or were not planned when the job was cancelled, are left out.
 *
 * @param leaves the leaves of the report, with their readers
 * @param top absolute path of a folder that has the head's files
 */
async function planDependents(leaves, { head, base }, settings, context, top, binary) {
    const reads = new Map();
    for (const { leaf, readers } of (0,reader_words/* leavesWithReaders */.fi)({ leaves })) {
        for (const each of readers.leaves.filter(({ isHere }) => !isHere)) {
            reads.set(each.leaf, [...(reads.get(each.leaf) ?? []), { leaf, outputs: each.outputs }]);
        }
    }
    const selected = [];
    for (const leaf of head.leaves.filter(({ path }) => reads.has(path))) {
        const result = await head.render(leaf);
        if (result.ok)
            selected.push({ leaf, kind: 'selected', reasons: [], head: result, problems: result.warnings });
    }
    if (selected.length === 0 || context.cancelled())
        return { leaves: [], problems: [] };
    const secrets = await (0,execution_secrets/* readSecrets */.ql)(selected, { head, base }, context.secrets);
    const { results } = await (0,plan_in_parallel/* planInParallel */.u)(settings, { ...context, withSecrets: secrets.rendered }, top, selected.filter((each) => !secrets.failed.has(each)), binary);
    return {
        leaves: selected.flatMap((each) => {
            const result = results.get(each);
            if (result === undefined)
                return [];
            const [printed, warnings] = result.ok
                ? [result.warnings, (0,plan_warnings/* planWarnings */.p)(each.leaf.path, result.summary, result.warnings)]
                : [[], []];
            return [{ ...(0,leaf_report/* describeLeaf */.o)(each, (0,leaf_report/* outcomeOf */.s)(result), printed, warnings), onlyReads: reads.get(each.leaf.path) }];
        }),
        problems: secrets.problems,
    };
}

// EXTERNAL MODULE: ./src/commands/plan/with-readers.ts + 1 modules
var with_readers = __webpack_require__(86754);
;// CONCATENATED MODULE: ./src/commands/plan/plan.ts
/** The main job: the leaves that a change touches, rendered and planned. */






























/**
 * Finds the changed leaves, renders and plans each. Problems of single leaves are in the report; a `ProblemError` means
 * that no report could be made.
 */
async function planChangedLeaves(request, context) {
    return (0,checkout/* withCheckout */.j)(request, context.environment, context.configurationEnvironment, async (checkout) => {
        const comparison = await (0,execution_comparison/* compareRevisions */.w)(checkout, request.event, request.onUnknownBase, request.unusedConfiguration, context.log, request.decided);
        const { revisions } = comparison;
        const review = { checkout, revisions, settings: request };
        const outcome = await planLeaves(request, context, comparison, revisions, checkout.repository.top, review);
        return { ...outcome, signing: request.signing && (await signingFacts(checkout, request.signing)) };
    });
}
async function signingFacts(checkout, { testMerge, head, workflow }) {
    try {
        const raw = (await checkout.rawCommit(testMerge)).toString('base64');
        const [onto = ''] = (0,test_merge/* readTestMerge */.l)(raw).parents;
        return { testMerge: raw, changedWorkflow: await (0,record_judge/* changedFile */.N)(checkout, [workflow], onto, head) };
    }
    catch (error) {
        // The plans are still valid.
        if (!(error instanceof base_problems/* ProblemError */.Mm))
            throw error;
        return {
            testMerge: '',
            changedWorkflow: undefined,
            failure: error.problems.map(({ message }) => message).join(' '),
        };
    }
}
/**
 * Plans the leaves that differ, and describes them.
 *
 * @param commits full ids; of a working tree there is none
 * @param top absolute path of a folder that has the head's files
 * @param review absent if nothing will ever be applied from this, as on the command line
 */
async function planLeaves(request, context, comparison, { head: checkedOut, base }, top, review) {
    const { log } = context;
    const { head, changed } = comparison;
    const notices = [...comparison.notices];
    const { isSelected, selected: chosen } = (0,execution_comparison/* selectChanged */.p)(comparison, request.leaves);
    const changeGraph = await (0,change_graph/* readChangeGraph */.vS)(head, comparison.base, chosen);
    const { graph } = changeGraph;
    const selected = (0,sequence/* inOrderOfReads */.ox)(chosen, head.project.settings.compositionOrder, (0,change_graph/* readsIn */.Pn)(changeGraph));
    const groups = (0,change_graph/* connectedLeaves */.GI)(changeGraph, selected);
    const own = request.share?.(selected, groups) ?? selected;
    const { dependents: wanted = 'list' } = request;
    const dependents = request.share !== undefined && wanted === 'plan' ? 'list' : wanted;
    if (dependents !== wanted)
        notices.push(ONLY_LISTED);
    const leafCount = head.leaves.filter(({ path }) => isSelected(path)).length;
    const outside = (0,outside_settings/* outsideSettings */.b)(context.environment);
    const problems = [
        ...head.project.warnings,
        ...changeGraph.problems,
        ...(0,states/* sharedStateProblems */.FM)(comparison.sharedStates, selected, outside.ofStates),
        ...unusualPlans(outside.ofPlans, review !== undefined),
    ];
    const toPlan = own.filter(changed_leaf/* isPlannable */.S0);
    log.info(`${(0,phrases/* count */.U9)(leafCount, 'leaf', 'leaves')}, ${(0,phrases/* count */.U9)(selected.length)} ${comparison.base === undefined ? 'selected' : 'changed'}.`);
    const { others } = (0,project/* findLeavesOf */.bM)(head.project);
    if (others.length > 0)
        log.info((0,project_leaves/* otherTools */.uq)(others));
    let binary;
    let notRun = request.noTerraform;
    if (notRun !== undefined)
        notices.push(notRun);
    if (toPlan.length > 0 && notRun === undefined) {
        if ((0,base_problems/* hasErrors */.Cs)(problems))
            notRun = 'The errors above must be fixed first.';
        else {
            try {
                const found = await (0,fitting_terraform/* findFittingTerraform */.N)(head.project, request.projectRoot, context);
                (0,refresh/* checkRefresh */.YA)(request.refresh, found);
                binary = found;
                const renderings = toPlan.flatMap((each) => (0,changed_leaf/* headOf */.Uo)(each)?.rendering ?? []);
                const hint = (0,template_hint/* templateHint */.s)(renderings, binary);
                if (hint !== undefined)
                    log.info(hint);
                const refreshed = (0,refresh/* refreshNotice */._Q)(request.refresh);
                if (refreshed !== undefined)
                    notices.push(refreshed);
            }
            catch (error) {
                if (!(error instanceof base_problems/* ProblemError */.Mm))
                    throw error;
                problems.push(...error.problems);
                notRun = `${programs/* EITHER_PROGRAM */.HM} could not be started.`;
            }
        }
    }
    const results = new Map();
    const interrupted = new Set();
    const waiting = new Map();
    /** Without their secrets; why is among the report's problems. */
    const incomplete = new Set();
    const reviewed = [];
    const timings = new Map();
    let checked = new Map();
    if (binary !== undefined) {
        if (review !== undefined)
            problems.push(...(await (0,checkout/* modifiedFiles */.X)(review.checkout, toPlan, context.environment, 'warning')));
        const secrets = await (0,execution_secrets/* readSecrets */.ql)(toPlan, comparison, context.secrets);
        problems.push(...secrets.problems);
        if (review !== undefined && secrets.unsealed.length > 0)
            notices.push((0,execution_secrets/* unsealedNotice */.WJ)(secrets.unsealed));
        for (const each of secrets.failed)
            incomplete.add(each);
        const complete = toPlan.filter((each) => !secrets.failed.has(each));
        const unstarted = (0,waiting_leaves/* waitUnstarted */.gl)(complete, (0,additions/* createdLeaves */.l3)(changed), graph);
        const contexts = review === undefined
            ? new Map()
            : await (0,record_entry/* fingerprintContexts */.$o)(complete, review.checkout, review.revisions, review.settings, secrets);
        const waits = (each, result, others) => (0,waiting_leaves/* waitsAfterPlan */.i5)(each, result, others, comparison, graph);
        const checks = (0,choose_checks/* chooseChecks */.v)(comparison, context.trust, ['rendering', 'plan']);
        notices.push(...(checks?.notices ?? []));
        const { results: planned, stopped, checks: found, durations, } = await (0,plan_in_parallel/* planInParallel */.u)(request, { ...context, withSecrets: secrets.rendered, checks }, top, complete.filter((each) => !unstarted.has(each)), binary, contexts, waits);
        const unchecked = [...unstarted.keys()].map((each) => [each, notYetChecked(checks, each)]);
        checked = new Map([...found, ...unchecked]);
        for (const [each, leaves] of unstarted)
            waiting.set(each, leaves);
        for (const [each, result] of planned) {
            const leaves = await waits(each, result, planned);
            if (leaves !== undefined)
                waiting.set(each, leaves);
        }
        for (const each of complete) {
            const leaves = waiting.get(each);
            const entry = leaves && (0,record_entry/* waitingLeaf */.MZ)(each.leaf, leaves, contexts.get(each), binary, request);
            if (entry !== undefined && outside.ofPlans.length === 0)
                reviewed.push(entry);
        }
        for (const [each, result] of planned) {
            results.set(each, result);
            const entry = (0,record_entry/* reviewedLeaf */.MR)(each, result, contexts.get(each), binary, request, found.get(each) ?? []);
            if (entry !== undefined && outside.ofPlans.length === 0 && !isIncomplete(result))
                reviewed.push(entry);
        }
        if (context.cancelled())
            notRun = 'The job was cancelled before it was planned.';
        for (const each of stopped)
            interrupted.add(each);
        for (const [{ leaf }, duration] of durations)
            timings.set(leaf.path, duration);
    }
    const leaves = await Promise.all(own.map(async (each) => {
        const result = results.get(each);
        const warnings = [
            ...stateWarnings(each, review !== undefined),
            ...(await timestampWarning(each)),
            ...(result?.ok === true && result.beyondReview !== undefined ? [beyondReview(each, result.beyondReview)] : []),
            ...(result?.ok === true ? (0,plan_warnings/* planWarnings */.p)(each.leaf.path, result.summary, result.warnings) : []),
            ...(waiting.has(each) ? [] : forbiddenReads(each.leaf.path, result)),
            ...(review !== undefined && result?.ok === true && result.fingerprint === undefined ? [unrecorded(each)] : []),
        ];
        const printed = result?.ok === true ? result.warnings : [];
        const why = interrupted.has(each) ? 'The job was cancelled while it was planned.' : notRun;
        const awaited = waiting.get(each);
        const without = incomplete.has(each) ? NOT_RENDERED : withoutPlan(each, why);
        const outcome = awaited === undefined ? (result ? (0,leaf_report/* outcomeOf */.s)(result) : without) : waitsFor(awaited);
        const ahead = comparison.ahead?.leaves.get(each.leaf.path);
        return {
            ...(0,leaf_report/* describeLeaf */.o)(each, outcome, printed, warnings),
            checks: (0,changed_leaf/* isPlannable */.S0)(each) ? checked.get(each) : undefined,
            ahead,
        };
    }));
    const reads = { graph, still: (0,change_graph/* stillRead */.nP)(changeGraph, changed), dependents };
    const described = (0,with_readers/* withReaders */.j)(leaves, selected.map(({ leaf }) => leaf.path), reads);
    const more = binary === undefined || dependents !== 'plan'
        ? { leaves: [], problems: [] }
        : await planDependents(described.leaves, comparison, request, context, top, binary);
    const report = {
        ...request.facts,
        head: request.shownHead ?? checkedOut,
        checkedOut,
        base,
        terraformVersion: binary?.version,
        program: binary?.program,
        leafCount,
        unused: comparison.unused.filter(isSelected).length,
        notices,
        ahead: comparison.ahead && { branch: comparison.ahead.branch, commit: comparison.ahead.commit },
        ...described,
        leaves: [...described.leaves, ...more.leaves],
        problems: [...problems, ...more.problems],
    };
    return { report, reviewed, changed: selected, groups, reads, timings };
}
/** @param recorded whether plans are otherwise recorded, for a merge to apply them */
function unusualPlans(variables, recorded) {
    if (variables.length === 0)
        return [];
    const [names, have] = [variables.join(', '), variables.length === 1 ? 'has' : 'have'];
    const consequence = recorded ? ' A merge does not apply them.' : '';
    return [
        (0,base_problems/* warning */.$e)('terraform', `${names} ${have} options such as -target, so the plans are not all that an apply would do.${consequence}`, {
            hint: 'Remove them from the environment of this step.',
        }),
    ];
}
const ONLY_LISTED = 'Leaves that read outputs which change are listed, not planned: "dependents: plan" is only for plans in a single job.';
function isIncomplete(result) {
    return result.ok && result.summary.remarks?.incomplete === true;
}
function notYetChecked(checks, { leaf }) {
    return checks === undefined ? [] : (0,choose_checks/* checksNotRun */.W)(checks, leaf.path, 'It waits for other leaves; the apply runs it.');
}
function waitsFor(leaves) {
    return { status: 'waits', for: leaves };
}
const NOT_RENDERED = { status: 'failed', stage: 'render', output: '' };
/** The outcome of a leaf for which Terraform did not run, for its own reason or for the one that is given. */
function withoutPlan(each, notRun) {
    if ((0,changed_leaf/* isPlannable */.S0)(each))
        return { status: 'not-run', why: notRun ?? 'Its plan was not begun.' };
    switch (each.kind) {
        case 'failed':
            return NOT_RENDERED;
        case 'removed':
        case 'paused':
            return { status: 'not-run', why: each.why };
        case 'moved':
            return { status: 'not-run', why: `Its state is used by ${each.movedTo} now; there is nothing to destroy.` };
    }
}
function unrecorded({ leaf }) {
    return (0,base_problems/* warning */.$e)('state', 'A merge cannot apply it: which files it has depends on the value of an environment variable.', {
        place: { file: leaf.path },
        hint: 'Keep {{env(…)}} out of cloud.type, cloud.provider and of values that must be numbers.',
    });
}
function beyondReview({ leaf }, why) {
    return (0,base_problems/* warning */.$e)('terraform', `${why} It can be planned, but not applied.`, {
        place: { file: leaf.path },
        hint: 'Keep modules in the repository, or take them from a registry or a git repository.',
    });
}
/** What a reviewer must know about a leaf that no merge will ever apply. */
async function timestampWarning(each) {
    const place = (0,changed_leaf/* isPlannable */.S0)(each) ? await (0,plan_timestamp/* planTimestampIn */.R)((0,changed_leaf/* renderedOf */.dY)(each)) : undefined;
    if (place === undefined)
        return [];
    return [
        (0,base_problems/* warning */.$e)('terraform', 'plantimestamp() differs at each plan, so a merge cannot apply what was reviewed.', {
            place,
            hint: 'Use timestamp() in a resource that keeps it, or the time_static resource.',
        }),
    ];
}
/**
 * What a reviewer must know about where this leaf's state is stored.
 *
 * @param onRunner whether nothing on disk outlives the run
 */
function stateWarnings(each, onRunner) {
    const head = (0,changed_leaf/* headOf */.Uo)(each);
    if (head === undefined)
        return [];
    const place = { file: each.leaf.path };
    const lost = (0,state/* lostState */.It)(head.rendering.state, onRunner);
    return [
        ...(lost === undefined
            ? []
            : [
                (0,base_problems/* warning */.$e)('state', `${lost} It can be planned, but not applied.`, {
                    place,
                    hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
                }),
            ]),
        ...(each.kind === 'changed' && each.restated
            ? [
                (0,base_problems/* warning */.$e)('state', 'Its backend changed: the old state is left behind, and everything is created again. A merge does not apply this unless a person accepts it.', {
                    place,
                    hint: 'Keep the backend settings, or move the state before merging.',
                }),
            ]
            : []),
    ];
}


/***/ }),

/***/ 55833:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ breaksReaders),
/* harmony export */   Y5: () => (/* binding */ takenFrom),
/* harmony export */   fi: () => (/* binding */ leavesWithReaders)
/* harmony export */ });
/** In the order of the report. */
function leavesWithReaders({ leaves }) {
    return leaves.flatMap(({ leaf, readers }) => {
        if (readers === undefined)
            return [];
        const here = readers.leaves.filter(({ isHere }) => isHere).length;
        return [{ leaf, readers, here, elsewhere: readers.leaves.length - here }];
    });
}
/** Outputs that are removed or replaced, or all of a leaf that is removed. */
function takenFrom({ readers: { outputs, leaves } }) {
    if (outputs.length === 0)
        return [{ output: undefined, what: 'removed', leaves: leaves.map(({ leaf }) => leaf) }];
    return outputs.flatMap(({ name, action }) => {
        if (action !== 'delete' && action !== 'replace')
            return [];
        const readers = leaves.filter((each) => each.outputs.includes(name)).map(({ leaf }) => leaf);
        return [{ output: name, what: action === 'delete' ? 'removed' : 'replaced', leaves: readers }];
    });
}
/** Whether something that others read is gone after an apply. */
function breaksReaders(report) {
    return leavesWithReaders(report).some((each) => takenFrom(each).some(({ what }) => what === 'removed'));
}


/***/ }),

/***/ 67608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ PLAN_NAMES)
/* harmony export */ });
/* harmony import */ var _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46607);

/** What in a report is never masked. */
const PLAN_NAMES = {
    ..._execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .RUN_NAMES */ .tE,
    head: 'name',
    checkedOut: 'name',
    base: 'name',
    program: 'name',
    ahead: 'name',
    leaves: {
        leaf: 'name',
        kind: 'name',
        movedTo: 'name',
        reasons: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .REASON_NAMES */ .ST,
        pins: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PIN_NAMES */ .LI,
        blocks: { address: 'name', before: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_NAMES */ .Tl, after: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_NAMES */ .Tl },
        outcome: { status: 'name', stage: 'name', for: 'name', summary: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SUMMARY_NAMES */ .qY },
        checks: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_NAMES */ .cj,
        ahead: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .REASON_NAMES */ .ST,
        onlyReads: { leaf: 'name', outputs: 'address' },
        readers: { outputs: { name: 'address', action: 'name' }, leaves: { leaf: 'name', outputs: 'address' } },
        problems: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEM_NAMES */ .zq,
    },
    edges: 'name',
    problems: _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEM_NAMES */ .zq,
};


/***/ }),

/***/ 35284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText),
  P: () => (/* binding */ renderWholeText)
});

// EXTERNAL MODULE: ./src/checks/groups.ts
var groups = __webpack_require__(71869);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/leaf-table.ts
var leaf_table = __webpack_require__(63992);
// EXTERNAL MODULE: ./src/commands/plan/behind.ts
var behind = __webpack_require__(15834);
// EXTERNAL MODULE: ./src/commands/plan/pin-moves.ts
var pin_moves = __webpack_require__(57456);
// EXTERNAL MODULE: ./src/markdown/reason-words.ts
var reason_words = __webpack_require__(79997);
// EXTERNAL MODULE: ./src/markdown/plan-diff.ts
var plan_diff = __webpack_require__(55568);
// EXTERNAL MODULE: ./src/markdown/resource-list.ts
var resource_list = __webpack_require__(46130);
// EXTERNAL MODULE: ./src/commands/plan/verdict.ts
var verdict = __webpack_require__(24601);
;// CONCATENATED MODULE: ./src/commands/plan/terminal-details.ts
/** Each changed leaf in full, for a terminal: why it changed, which resources will go, and Terraform's own text. */






/** A piece of text for each leaf with more to say than its line of the table. */
function leafDetails(report, paint) {
    return (0,verdict/* byUrgency */.td)(report.leaves)
        .filter((leaf) => !(0,verdict/* isQuiet */.rM)(leaf))
        .flatMap((leaf) => {
        const pieces = [reasons(leaf), dangerText(leaf, paint), words(leaf, paint)].filter((piece) => piece !== '');
        return pieces.length === 0 ? [] : [[paint('bold', (0,escaping/* oneLine */.TN)(leaf.leaf)), ...pieces].join('\n\n')];
    });
}
function reasons(leaf) {
    if (leaf.kind === 'removed' || leaf.kind === 'moved')
        return '';
    const lines = leaf.reasons.flatMap(reason_words/* causesOf */.cZ).map((cause) => {
        const { change, place } = cause;
        const where = change === undefined || place === undefined ? '' : `  (${(0,problems/* formatPlace */.dE)({ file: place.file, line: place.line })})`;
        return `  ${(0,escaping/* oneLine */.TN)(`${(0,reason_words/* causeText */.xv)(cause, 200)}${where}`)}`;
    });
    return [...new Set(lines)].join('\n');
}
function dangerText({ outcome, restated }, paint) {
    const found = outcome.status === 'planned' ? (0,resource_list/* dangers */.Bx)(outcome.summary, Infinity) : [];
    const lines = found.map(({ verb, addresses, forcedBy }) => {
        const forces = forcedBy.length > 0 ? ` (forced by ${forcedBy.join(', ')})` : '';
        return `${verb} ${addresses.join(', ')}${forces}`;
    });
    if (restated === true)
        lines.push('Leaves its old state behind');
    return lines.map((line) => `  ${paint('red', (0,escaping/* oneLine */.TN)(line))}`).join('\n');
}
const STYLES = { '+': 'green', '-': 'red', '~': 'yellow' };
function words({ outcome }, paint) {
    if (outcome.status === 'failed')
        return (0,escaping/* visible */.RK)(outcome.output).trimEnd();
    if (outcome.status !== 'planned' || !outcome.summary.hasChanges)
        return '';
    const lines = (0,plan_diff/* withoutLegend */.G)((0,escaping/* visible */.RK)(outcome.text)).split('\n');
    return lines
        .map((line) => {
        const style = STYLES[/^ *(-\/\+|[-+~])(?: |$)/u.exec(line)?.[1]?.charAt(0) ?? ''];
        return style === undefined ? line : paint(style, line);
    })
        .join('\n');
}

// EXTERNAL MODULE: ./src/markdown/counts.ts
var counts = __webpack_require__(86093);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
;// CONCATENATED MODULE: ./src/commands/plan/terminal.ts
/** The report for a terminal or a log, without markdown: one line for a leaf, problems in full. */










/** The verdict, notices, a table of leaves with what is planned and which pins move, then the problems. */
function renderText(report) {
    return joined([...overview(report), checks(report), terminal_problems(report)]);
}
/**
 * The same with each leaf in full: why it is changed, and its plan.
 *
 * @param columns of the terminal, if it is printed to one
 */
function renderWholeText(report, paint, columns) {
    return joined([...overview(report, columns), ...leafDetails(report, paint), checks(report), terminal_problems(report)]);
}
function joined(pieces) {
    return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}
function overview(report, columns) {
    const rows = (0,verdict/* byUrgency */.td)(report.leaves).map((leaf) => ({
        word: (0,verdict/* wordOf */.aG)(leaf),
        leaf: leaf.leaf,
        cells: [plannedInWords(leaf), leaf.onlyReads === undefined ? pinsInWords(leaf) : readsInWords(leaf.onlyReads)],
    }));
    const title = report.title === '' ? 'Kompos' : `Kompos ${(0,escaping/* oneLine */.TN)(report.title)}`;
    return [
        `${title}: ${(0,verdict/* verdict */.WJ)(report)}`,
        (0,behind/* behindTarget */.y)(report, PLAIN),
        report.notices.map(escaping/* visible */.RK).join('\n'),
        (0,leaf_table/* leafTable */.L)(rows, columns, '  ').join('\n'),
        (0,phrases/* leftOut */.ig)(report.unused),
        (0,escaping/* visible */.RK)(report.merge ?? ''),
        (0,phrases/* maskedValues */.ql)(report),
    ];
}
const PLAIN = { text: (text) => `"${(0,escaping/* oneLine */.TN)(text)}"`, leaf: escaping/* oneLine */.TN };
/** Of what one check says. */
const MOST_LINES = 200;
/** What checks found, each once. */
function checks(report) {
    const passed = (0,groups/* passedChecks */.Iz)(report.leaves);
    const lines = (0,groups/* checkGroups */.PY)(report.leaves).flatMap(({ result, leaves }) => {
        const [first = ''] = leaves;
        const where = leaves.length === 1 ? first : (0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves');
        const words = [result.why, ...result.findings.map(groups/* findingLine */.mC), ...result.output.split('\n')].filter((line) => line.trim() !== '');
        const left = words.length - MOST_LINES;
        return [
            `Check ${(0,groups/* checkTitle */.Tq)(result)}: ${(0,groups/* checkOutcome */.Tx)(result)} in ${(0,escaping/* oneLine */.TN)(where)}`,
            ...words.slice(0, MOST_LINES).map((line) => `  ${(0,escaping/* oneLine */.TN)(line)}`),
            ...(left > 0 ? [`  +${(0,phrases/* count */.U9)(left)} more`] : []),
        ];
    });
    return [...lines, ...(passed.length === 0 ? [] : [`Checks passed: ${passed.join(', ')}`])].join('\n');
}
function terminal_problems(report) {
    const all = [...report.problems, ...(0,problems/* inLeaves */.e$)(report.leaves)].map((each) => (0,escaping/* visible */.RK)(each.severity === 'warning' ? `Warning: ${(0,problems/* formatProblem */.Vw)(each)}` : `Error: ${(0,problems/* formatProblem */.Vw)(each)}`));
    return [...new Set(all)].join('\n');
}
function plannedInWords(leaf) {
    switch (leaf.outcome.status) {
        case 'failed':
            return leaf.outcome.stage === 'render' ? 'does not render' : `${leaf.outcome.stage} failed`;
        case 'waits':
            return `waits for ${leaf.outcome.for.map(escaping/* oneLine */.TN).join(', ')}`;
        case 'not-run':
            if (leaf.kind === 'paused')
                return leaf.outcome.why;
            return leaf.kind === 'moved' ? 'nothing to destroy' : (0,verdict/* isLeftBehind */.KW)(leaf) ? 'nothing destroyed' : 'not planned';
        case 'planned':
            return leaf.outcome.summary.hasChanges ? (0,counts/* countsInWords */.P)(leaf.outcome.summary.counts) || 'changes' : 'no changes';
    }
}
function readsInWords(reads) {
    const items = reads.map(({ leaf, outputs }) => `${outputs.join(', ')} of ${leaf}`);
    return (0,escaping/* oneLine */.TN)(`only because it reads ${items.join('; ')}`);
}
function pinsInWords(leaf) {
    return (0,pin_moves/* pinMoves */.I)(leaf)
        .map(({ labels, before, after }) => [
        labels.join(', '),
        before,
        before === undefined ? undefined : '→',
        after ?? (before === undefined ? undefined : 'none'),
    ]
        .filter((part) => part !== undefined)
        .join(' '))
        .join('; ');
}


/***/ }),

/***/ 24601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ isAlarming),
/* harmony export */   KW: () => (/* binding */ isLeftBehind),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   ZG: () => (/* binding */ iconOf),
/* harmony export */   aG: () => (/* binding */ wordOf),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   td: () => (/* binding */ byUrgency),
/* harmony export */   uQ: () => (/* binding */ isCompared),
/* harmony export */   yz: () => (/* binding */ alarm)
/* harmony export */ });
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44669);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15131);
/* harmony import */ var _reader_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55833);
/* harmony import */ var _markdown_counts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86093);
/** What a plan means for the infrastructure, in words and in counts. */





const NOTHING = { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };
/** The counts of a planned leaf; undefined if there is no plan. */
function countsOf(leaf) {
    return leaf.outcome.status === 'planned' ? leaf.outcome.summary.counts : undefined;
}
/** Whether existing resources are at stake: destroyed, replaced, or no longer managed. */
function isAlarming(leaf) {
    const counts = countsOf(leaf);
    return leaf.restated === true || (counts !== undefined && counts.delete + counts.replace > 0);
}
/** A removed leaf whose resources stay where they are. */
function isLeftBehind({ kind, outcome }) {
    return kind === 'removed' && outcome.status === 'not-run';
}
/** Whether the leaf's plan does something, according to Terraform. */
function hasChanges(leaf) {
    return leaf.outcome.status === 'planned' && leaf.outcome.summary.hasChanges;
}
/** A changed leaf whose plan does nothing and that has no warnings: it gets one line. */
function isQuiet(leaf) {
    return (leaf.outcome.status === 'planned' &&
        !leaf.outcome.summary.hasChanges &&
        leaf.problems.length === 0 &&
        leaf.restated !== true);
}
/** Destroys, replacements and states left behind first, then failures, then the rest, each in the order of applying. */
function byUrgency(leaves) {
    const rank = (leaf) => (isAlarming(leaf) ? 0 : leaf.outcome.status === 'failed' ? 1 : 2);
    return leaves.toSorted((a, b) => rank(a) - rank(b));
}
/** A sign for what happens. */
function iconOf(leaf) {
    if (leaf.kind === 'failed' || leaf.outcome.status === 'failed')
        return '❌';
    if (leaf.kind === 'moved')
        return '🔵';
    if (leaf.kind === 'paused')
        return '⏸️';
    if (isAlarming(leaf))
        return '🟥';
    if (isLeftBehind(leaf))
        return '🟡';
    if (leaf.outcome.status === 'waits')
        return '⏳';
    if (leaf.outcome.status === 'not-run' || !leaf.outcome.summary.hasChanges)
        return '⚪';
    const { create, update, forget, other = 0, invoke = 0, defer = 0 } = leaf.outcome.summary.counts;
    return create > 0 && update + forget + other + invoke + defer === 0 ? '🟢' : '🟡';
}
/** A word for what happened to the leaf. */
function wordOf(leaf) {
    return leaf.kind === 'added' ? 'new' : leaf.kind;
}
/** The head line's words: what will be done in how many leaves, what failed, and what was not planned. No markdown. */
function verdict(report) {
    if (report.leaves.length === 0 && (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(report.problems))
        return 'the changed leaves could not be determined';
    if (report.leaves.length === 0)
        return report.leafCount === 0
            ? 'there are no leaves'
            : report.leafCount === 1
                ? 'the only leaf does not change'
                : `none of ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.leafCount)} leaves changes`;
    const changing = report.leaves.filter((leaf) => hasChanges(leaf) && leaf.kind !== 'removed');
    const removed = report.leaves.filter((leaf) => hasChanges(leaf) && leaf.kind === 'removed');
    const failed = report.leaves.filter((leaf) => leaf.outcome.status === 'failed');
    const waiting = report.leaves.filter(({ outcome }) => outcome.status === 'waits');
    const leftBehind = report.leaves.filter(isLeftBehind);
    const restated = report.leaves.filter((leaf) => leaf.restated === true);
    const unplanned = report.leaves.filter((leaf) => leaf.outcome.status === 'not-run' && !['moved', 'removed', 'paused'].includes(leaf.kind));
    const paused = report.leaves.filter(({ kind }) => kind === 'paused');
    const moved = report.leaves.filter((leaf) => leaf.outcome.status === 'not-run' && leaf.kind === 'moved');
    const unchecked = report.leaves.filter(({ checks = [] }) => checks.some(_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U));
    const parts = [
        failed.length > 0 ? `${outOf(failed, report)} failed` : '',
        unchecked.length > 0 ? `checks failed in ${leavesOf(unchecked)}` : '',
        removed.length > 0
            ? `${(0,_markdown_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countsInWords */ .P)(totals(removed)) || 'changes'} in ${outOf(removed, report)}, only with destroy-removed`
            : '',
        changing.length > 0
            ? `${(0,_markdown_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countsInWords */ .P)(totals(changing)) || 'changes'} in ${failed.length > 0 ? leavesOf(changing) : outOf(changing, report)}`
            : '',
        waiting.length > 0 ? `${leavesOf(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for others` : '',
        restated.length > 0 ? `the old state of ${leavesOf(restated)} left behind` : '',
        unplanned.length > 0 ? `${outOf(unplanned, report)} ${isCompared(report) ? 'changed, ' : ''}not planned` : '',
        paused.length > 0 ? `${leavesOf(paused)} paused` : '',
        leftBehind.length > 0 ? `${leavesOf(leftBehind)} removed, nothing destroyed` : '',
        moved.length > 0 && changing.length + removed.length + failed.length + unplanned.length + leftBehind.length === 0
            ? `${leavesOf(moved)} moved, nothing to destroy`
            : '',
    ].filter((part) => part !== '');
    return parts.length > 0
        ? parts.join(_markdown_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .AND */ .S)
        : `nothing to do in ${outOf(report.leaves, report)}${isCompared(report) ? ' that changed' : ''}`;
}
/** The signs before the head line: something failed, something that exists is at stake. */
function alarm(report) {
    const signs = `${hasFailed(report) ? '❌' : ''}${report.leaves.some(isAlarming) || (0,_reader_words_js__WEBPACK_IMPORTED_MODULE_4__/* .breaksReaders */ .Rz)(report) ? '🟥' : ''}`;
    return signs === '' ? '' : `${signs} `;
}
function leavesOf(some) {
    return (0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(some.length, 'leaf', 'leaves');
}
/** Whether its leaves differ from a base, and were not merely selected. */
function isCompared({ base }) {
    return base !== undefined;
}
function totals(leaves) {
    return leaves.reduce((sum, leaf) => add(sum, countsOf(leaf) ?? NOTHING), NOTHING);
}
function add(a, b) {
    return {
        create: a.create + b.create,
        update: a.update + b.update,
        replace: a.replace + b.replace,
        delete: a.delete + b.delete,
        forget: a.forget + b.forget,
        move: a.move + b.move,
        import: a.import + b.import,
        outputs: a.outputs + b.outputs,
        other: (a.other ?? 0) + (b.other ?? 0),
        invoke: (a.invoke ?? 0) + (b.invoke ?? 0),
        defer: (a.defer ?? 0) + (b.defer ?? 0),
    };
}
/** `2 of 40 leaves`; without `of 40` if leaves that head no longer has are among them. */
function outOf(some, report) {
    if (some.every(({ kind }) => kind === 'removed'))
        return (0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(some.length, 'removed leaf', 'removed leaves');
    const gone = some.some(({ kind }) => kind === 'removed' || kind === 'moved');
    if (gone || some.length > report.leafCount)
        return leavesOf(some);
    return `${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(some.length)} of ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.leafCount, 'leaf', 'leaves')}`;
}
/** Whether something failed, even if other leaves were planned. */
function hasFailed(report) {
    return ((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(report.problems) ||
        report.leaves.some(({ outcome, problems, checks = [] }) => outcome.status === 'failed' || (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrors */ .Cs)(problems) || checks.some(_checks_check_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U)));
}


/***/ }),

/***/ 86754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ withReaders)
});

;// CONCATENATED MODULE: ./src/commands/plan/readers.ts
/**
 * The leaves that read outputs which a plan changes, replaces or removes; undefined for none. Outputs that it adds are
 * left out: who reads them waits.
 *
 * @param reported paths of the leaves of the report
 */
function readersOfOutputs(leaf, outputs, { edges }, reported) {
    const changed = outputs.filter(({ action }) => action !== 'create');
    if (changed.length === 0)
        return undefined;
    const leaves = edges.flatMap((edge) => {
        if (edge.reads !== leaf)
            return [];
        const read = changed.filter(({ name }) => edge.outputs === 'all' || edge.outputs.includes(name));
        return read.length === 0 ? [] : [readerOf(edge, reported, read)];
    });
    const read = new Set(leaves.flatMap((each) => each.outputs));
    return leaves.length === 0 ? undefined : { outputs: changed.filter(({ name }) => read.has(name)), leaves };
}
/** The leaves that still read a leaf that is removed; undefined for none. */
function readersOfRemoved(leaf, still, reported) {
    const leaves = still.filter(({ reads }) => reads === leaf).map((edge) => readerOf(edge, reported, []));
    return leaves.length === 0 ? undefined : { outputs: [], leaves };
}
function readerOf({ reader }, reported, outputs) {
    return { leaf: reader, isHere: reported.has(reader), outputs: outputs.map(({ name }) => name) };
}
/** More say nothing to anybody. */
const MOST_EDGES = 2_000;
/** The edges between some leaves, for the picture. */
function edgesAmong({ edges }, leaves) {
    return edges
        .filter(({ reader, reads }) => leaves.has(reader) && leaves.has(reads))
        .slice(0, MOST_EDGES)
        .map(({ reader, reads }) => ({ reader, reads }));
}

;// CONCATENATED MODULE: ./src/commands/plan/with-readers.ts

/**
 * @param paths of all leaves of the report, of which `leaves` may be a part
 */
function withReaders(leaves, paths, { graph, still, dependents }) {
    const reported = new Set(paths);
    const described = leaves.map((each) => {
        const readers = readersOf(each);
        return readers === undefined ? each : { ...each, readers };
    });
    const shown = new Set([
        ...reported,
        ...described.flatMap(({ readers }) => readers?.leaves.map(({ leaf }) => leaf) ?? []),
    ]);
    const edges = edgesAmong(graph, shown);
    return edges.length === 0 ? { leaves: described } : { leaves: described, edges };
    function readersOf({ leaf, kind, outcome }) {
        // That something is taken away from others is never left out.
        if (kind === 'removed')
            return readersOfRemoved(leaf, still, reported);
        if (outcome.status !== 'planned')
            return undefined;
        const outputs = outcome.summary.outputs ?? [];
        const counted = dependents === 'none' ? outputs.filter(({ action }) => action === 'delete') : outputs;
        return readersOfOutputs(leaf, counted, graph, reported);
    }
}


/***/ }),

/***/ 44079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zd: () => (/* binding */ declaredOutputs),
/* harmony export */   h7: () => (/* binding */ additionsTo),
/* harmony export */   l3: () => (/* binding */ createdLeaves)
/* harmony export */ });
/**
 * What a change adds to some leaves, by path. A changed leaf adds the outputs that its code declares at head only, and
 * those that its plan creates, such as one that was null. Leaves to which nothing is added are left out.
 *
 * @param base undefined if there is nothing to compare with: then nothing is added
 * @param paths the leaves to look at
 */
async function additionsTo(changed, base, results, paths) {
    const additions = new Map();
    const created = createdLeaves(changed);
    const kept = new Set(movedTo(changed));
    for (const each of changed) {
        if (!paths.has(each.leaf.path) || !(each.kind === 'added' || each.kind === 'changed'))
            continue;
        // What the outputs of one were that takes over another one's state is not looked up.
        if (kept.has(each.leaf.path))
            additions.set(each.leaf.path, { isNew: false, outputs: declaredOutputs(each.head) });
        else if (created.includes(each))
            additions.set(each.leaf.path, { isNew: true, outputs: declaredOutputs(each.head) });
        else {
            const before = await base?.render(each.leaf);
            const known = before?.ok === true ? declaredOutputs(before) : new Set();
            const result = results.get(each);
            const planned = result?.ok === true ? (result.summary.outputs ?? []) : [];
            const outputs = new Set([
                ...[...declaredOutputs(each.head)].filter((name) => !known.has(name)),
                ...planned.filter(({ action }) => action === 'create').map(({ name }) => name),
            ]);
            if (outputs.size > 0)
                additions.set(each.leaf.path, { isNew: false, outputs });
        }
    }
    return additions;
}
/** The leaves that have no state before their plans are applied, as far as the two revisions say. */
function createdLeaves(changed) {
    const kept = new Set(movedTo(changed));
    return changed.filter((each) => (each.kind === 'added' || (each.kind === 'changed' && each.restated)) && !kept.has(each.leaf.path));
}
/** The leaves that use the states of others from now on. */
function movedTo(changed) {
    return changed.flatMap((each) => (each.kind === 'moved' ? [each.movedTo] : []));
}
/** Names of the outputs of a leaf's root module. */
function declaredOutputs({ code }) {
    const files = code.root.files.filter(({ name }) => !name.includes('/'));
    return new Set(files.flatMap(({ hcl }) => hcl?.parsed.code.outputs.map(({ name }) => name) ?? []));
}


/***/ }),

/***/ 41545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ modifiedFiles),
  j: () => (/* binding */ withCheckout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/git/git.ts
var git_git = __webpack_require__(10308);
// EXTERNAL MODULE: ./src/git/history.ts + 1 modules
var git_history = __webpack_require__(99643);
// EXTERNAL MODULE: ./src/git/objects.ts
var git_objects = __webpack_require__(23644);
// EXTERNAL MODULE: ./src/git/not-committed.ts
var not_committed = __webpack_require__(17358);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/git/repository.ts
var git_repository = __webpack_require__(35986);
;// CONCATENATED MODULE: ./src/git/own-code.ts
/** Whether the checked-out commit belongs to the repository that a run is for, as far as the clone tells. */





/** `refs/pull/5/merge`, also as a remote branch: of any branch, of any fork. */
const PULL_REQUEST = /refs\/(?:remotes\/(?:[^/]+\/)?)?pull\/\d+\/(?:head|merge)/u;
const HINT = 'Use actions/checkout without "ref" and "repository". Pull requests are for "on: pull_request", which gives a fork\'s code neither secrets nor Terraform.';
/**
 * A run by hand has all secrets, whatever a step before it has checked out.
 *
 * @throws ProblemError if the commit is of another repository, of a pull request, or in no branch of a complete clone
 */
async function requireOwnCode(git, { top, head, shallow }, own) {
    if (head === own.sha)
        return;
    const commit = `The checked-out commit ${(0,names/* shortCommit */.A)(head)}`;
    const refuseOther = (other) => {
        if (other === undefined)
            return;
        throw (0,problems/* problemError */.gS)('event', `${commit} is of the repository ${other}, but this run is for ${own.repository}.`, {
            hint: `It would get the secrets of ${own.repository}. Run the workflow in ${other}.`,
        });
    };
    const url = await git.attempt(['remote', 'get-url', (await (0,git_repository/* remoteName */.iy)(git)) ?? 'origin']);
    refuseOther(otherRepository(url.stdout, own));
    const containing = await git.run([
        'for-each-ref',
        `--contains=${head}`,
        '--format=%(refname)',
        'refs/remotes',
        'refs/tags',
    ]);
    const references = containing.split('\n').filter((each) => each !== '');
    const noted = await fetchedAs(git, top, head);
    const others = await foreignRemotes(git, own);
    const ofPullRequests = await pullRequestFolders(git);
    const fetchedNumbers = noted.flatMap((line) => /'refs\/pull\/(\d+)\/head'/u.exec(line)?.[1] ?? []);
    const isOfPullRequest = (reference) => PULL_REQUEST.test(reference) ||
        ofPullRequests.some((folder) => reference.startsWith(folder)) ||
        fetchedNumbers.some((number) => reference.endsWith(`/${number}`));
    const otherOf = (reference) => others.find(({ folder }) => reference.startsWith(folder))?.repository;
    const ownOnes = references.filter((each) => !isOfPullRequest(each) && otherOf(each) === undefined);
    if (ownOnes.some((each) => each.startsWith('refs/remotes/')))
        return;
    // Git fetches the tags of what it fetches: they may be the other repository's.
    for (const each of references)
        refuseOther(otherOf(each));
    for (const line of noted)
        refuseOther(otherRepository(line.replace(/^.*[\t ]/u, ''), own));
    const [first] = references.filter(isOfPullRequest);
    if (ownOnes.length > 0 && first === undefined)
        return;
    const [pullRequest = first] = [...references, ...noted].flatMap((each) => PULL_REQUEST.exec(each)?.[0] ?? []);
    if (pullRequest !== undefined) {
        const shown = pullRequest.replace(/^refs\/remotes\/(?:[^/]+\/)?pull/u, 'refs/pull');
        throw (0,problems/* problemError */.gS)('event', `${commit} is of a pull request (${shown}), which may come from a fork.`, {
            hint: HINT,
        });
    }
    const branches = await git.run(['for-each-ref', '--count=1', 'refs/remotes']);
    if (shallow || branches === '')
        return;
    throw (0,problems/* problemError */.gS)('event', `${commit} is in no branch and no tag of this repository.`, { hint: HINT });
}
/** The repository that an address is of, if it is another one on the same server. */
function otherRepository(url, { repository, serverUrl }) {
    const { host } = new URL(serverUrl);
    const [, at, name] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+(?::\d+)?)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/u.exec(url.trim()) ?? [];
    return at === host && name !== undefined && name.toLowerCase() !== repository.toLowerCase() ? name : undefined;
}
/** The remotes of other repositories, with where their branches are: `refs/remotes/fork/`. */
async function foreignRemotes(git, own) {
    return (await configured(git, 'url')).flatMap(({ remote, value }) => {
        const repository = otherRepository(value, own);
        return repository === undefined ? [] : [{ folder: `refs/remotes/${remote}/`, repository }];
    });
}
/** Where remotes are configured to put pull requests: `refs/remotes/origin/pr/`. */
async function pullRequestFolders(git) {
    return (await configured(git, 'fetch')).flatMap(({ value }) => /^\+?refs\/pull\/[^:]*:(refs\/[^*]+\/)/u.exec(value)?.[1] ?? []);
}
/** A setting of all remotes. */
async function configured(git, setting) {
    const found = await git.attempt(['config', '--get-regexp', `^remote\\..*\\.${setting}$`]);
    return found.stdout.split('\n').flatMap((line) => {
        const [, remote, value] = /^remote\.(.+)\.[a-z]+ (.*)$/u.exec(line) ?? [];
        return remote === undefined || value === undefined ? [] : [{ remote, value }];
    });
}
/** What a fetch or `gh pr checkout` notes of where the commit, or the branch that is checked out, comes from. */
async function fetchedAs(git, top, head) {
    const path = (await git.run(['rev-parse', '--git-path', 'FETCH_HEAD'])).trim();
    const fetched = readIfThere((0,external_node_path_.resolve)(top, path))
        .split('\n')
        .filter((line) => line.startsWith(head));
    const branch = await git.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']);
    const name = branch.stdout.trim();
    const merge = await git.attempt(['config', '--get-all', `branch.${name}.merge`]);
    const remote = await git.attempt(['config', '--get-all', `branch.${name}.remote`]);
    return [...fetched, ...merge.stdout.split('\n'), ...remote.stdout.split('\n')];
}
function readIfThere(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        // Nothing was fetched without a name.
        return '';
    }
}

;// CONCATENATED MODULE: ./src/git/refuse-programs.ts
/** Refuses programs that a repository's own configuration makes git run: on a runner it was never reviewed. */

/** Keys that would make our calls run a program, as git spells them (git-config; names of sections are arbitrary). */
const NAMES_A_PROGRAM = /^(?:core\.(?:sshcommand|gitproxy|askpass)|credential\.(?:.*\.)?helper|remote\..*\.(?:uploadpack|vcs)|filter\..*\.(?:clean|smudge|process))$/su;
/** Legitimate values: `lfs: true` and `ssh-key` of actions/checkout, git-crypt, git's own helpers. */
const USUAL = [
    /^"?git-(?:lfs|crypt)"?(?: [\w=%.-]+)*$/u,
    /^(?:(?:cache|store)(?: --[\w./=-]+)*)?$/u,
    // Without the options of ssh that run a command or read a file of options; a shell splits unquoted text.
    /^"?(?:\/usr(?:\/local)?\/bin\/|\/bin\/)?ssh"?(?: -[ip] (?:"[\w ./$~-]+"|[\w./~-]+)| -o (?:"(?:StrictHostKeyChecking|CheckHostIP|UserKnownHostsFile|IdentitiesOnly)=[\w ./$~-]+"|(?:StrictHostKeyChecking|CheckHostIP|UserKnownHostsFile|IdentitiesOnly)=[\w./~-]+))*$/u,
];
/**
 * Refuses a repository whose own configuration names a program. The configuration of the user, the machine and the
 * environment is trusted.
 *
 * @param git seam at the repository's top folder
 * @throws ProblemError that names the keys
 */
async function refusePrograms(git) {
    const listing = await git.run(['config', '--list', '--show-scope', '--includes', '-z']);
    const keys = [...new Set(programsOf(listing))];
    if (keys.length === 0)
        return;
    throw (0,problems/* problemError */.gS)('git', `The repository's own configuration names a program that git would run: ${keys.join(', ')}.`, {
        hint: `Remove it before this step (git config --local --unset-all ${keys[0] ?? ''}). Settings that git needs here belong in the user's configuration (git config --global).`,
    });
}
/** @param listing `scope NUL key LF value NUL` …; a key without a value has no line break either */
function programsOf(listing) {
    const parts = listing.split('\0');
    return parts.flatMap((entry, index) => {
        const scope = index % 2 === 1 ? parts[index - 1] : undefined;
        if (scope !== 'local' && scope !== 'worktree')
            return [];
        const end = entry.indexOf('\n');
        const [key, value] = end < 0 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
        return NAMES_A_PROGRAM.test(key) && !USUAL.some((usual) => usual.test(value)) ? [key] : [];
    });
}

// EXTERNAL MODULE: ./src/git/remote.ts
var remote = __webpack_require__(60668);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/project/unused-settings.ts
var unused_settings = __webpack_require__(67173);
// EXTERNAL MODULE: ./src/rendering/renderer.ts + 5 modules
var renderer = __webpack_require__(49452);
// EXTERNAL MODULE: ./src/snapshot/blobs.ts
var snapshot_blobs = __webpack_require__(58372);
// EXTERNAL MODULE: ./src/snapshot/commit-snapshot.ts + 1 modules
var commit_snapshot = __webpack_require__(35203);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
;// CONCATENATED MODULE: ./src/execution/uncommitted-reads.ts
/** Which uncommitted files Terraform can read, following what leaves reach on disk. */





/** With more entries than this below the places, everything counts. */
const MOST_ENTRIES = 100_000;
/**
 * Those of the given paths that may be read.
 *
 * @param paths uncommitted paths from the repository's top, folders with a `/` at the end
 * @param top absolute path of the repository's top folder
 */
function readable(paths, places, top) {
    const foreign = paths.filter((path) => !isOurs(path));
    if (foreign.length === 0)
        return [];
    const reached = throughLinks(places, top);
    return foreign.filter((path) => reached.some((place) => meet(path, place, top)));
}
/** The places, and where links at them and below them lead inside of the repository. */
function throughLinks(places, top) {
    const root = (0,external_node_fs_.realpathSync)(top);
    const reached = new Map();
    const queue = [...places];
    let entries = 0;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const { path, begins } = next;
        const key = JSON.stringify([path, begins]);
        if (reached.has(key))
            continue;
        reached.set(key, next);
        if (path === '')
            return [next];
        // The beginning of a name is not a folder: the folder around it is followed.
        const folder = begins ? (0,names/* folderOf */.y)(path) : path;
        const real = realFolder((0,external_node_path_.join)(root, folder), root);
        if (real !== undefined && real !== folder) {
            queue.push({ path: begins ? `${real}${path.slice(folder.length)}` : real, begins });
            continue;
        }
        if (!begins)
            for (const link of linksBelow((0,external_node_path_.join)(root, folder)))
                queue.push(link);
    }
    return [...reached.values()];
    function linksBelow(folder) {
        const found = [];
        const folders = [folder];
        for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
            for (const entry of entriesOf(next)) {
                entries += 1;
                if (entries > MOST_ENTRIES)
                    return [{ path: '', begins: false }];
                const path = (0,external_node_path_.join)(next, entry.name);
                if (entry.isDirectory())
                    folders.push(path);
                if (!entry.isSymbolicLink())
                    continue;
                const real = realFolder(path, root);
                if (real !== undefined)
                    found.push({ path: real, begins: false });
            }
        }
        return found;
    }
}
/** From the top; undefined if there is nothing, or if it leads out of the repository. */
function realFolder(path, top) {
    try {
        const real = (0,external_node_path_.relative)(top, (0,external_node_fs_.realpathSync)(path));
        return real === '..' || real.startsWith(`..${external_node_path_.sep}`) ? undefined : real.split(external_node_path_.sep).join('/');
    }
    catch (error) {
        if ((0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR', 'ELOOP'))
            return undefined;
        throw error;
    }
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch (error) {
        if ((0,node_errors/* hasCode */.up)(error, 'ENOENT', 'ENOTDIR'))
            return [];
        throw error;
    }
}
function meet(path, place, top) {
    const name = path.replace(/\/$/u, '');
    if (isInside(name, place.path) || (place.begins && name.startsWith(place.path)))
        return true;
    // The whole folder is uncommitted: is there anything at the place itself?
    if (!path.endsWith('/') || !place.path.startsWith(path))
        return false;
    if (!place.begins)
        return realFolder((0,external_node_path_.join)(top, place.path), (0,external_node_fs_.realpathSync)(top)) !== undefined;
    const parent = place.path.slice(0, place.path.lastIndexOf('/'));
    const beginning = place.path.slice(parent.length + 1);
    return entriesOf((0,external_node_path_.join)(top, parent)).some((entry) => entry.name.startsWith(beginning));
}
function isInside(path, folder) {
    return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
/** Files that Kompos writes are not offered to leaves. */
function isOurs(path) {
    return path.split('/').includes(runtime_folder/* RUNTIME_FOLDER */.M);
}

// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
;// CONCATENATED MODULE: ./src/execution/checkout.ts
/** The checked-out repository as the jobs of the action see it: its commits, and a renderer for each of them. */


















/**
 * Opens the repository around the project for as long as `use` runs.
 *
 * @param environment of git
 * @param configurationEnvironment what `{{env(NAME)}}` may read
 * @throws ProblemError if there is no repository
 */
async function withCheckout(request, environment, configurationEnvironment, use) {
    const { projectRoot, serverUrl, token } = request;
    const repository = await (0,git_repository/* findRepository */.W1)(projectRoot, environment);
    if (repository === undefined)
        throw await noRepository(projectRoot, environment);
    const git = (0,git_git/* createGit */.lD)(repository.top, environment);
    await refusePrograms(git);
    if (request.ownCode !== undefined)
        await requireOwnCode(git, repository, request.ownCode);
    const root = (0,external_node_path_.relative)(repository.top, projectRoot).split(external_node_path_.sep).join('/');
    const objects = (0,git_objects/* openObjects */.d)(git);
    const authenticated = token === undefined ? undefined : (0,remote/* withToken */.u)(git, serverUrl, token);
    const blobs = (0,snapshot_blobs/* openBlobs */.d)(objects);
    const caches = (0,renderer/* createCaches */.Y)();
    const history = (0,git_history/* openHistory */.j)(git, objects, repository, authenticated);
    const snapshotOf = (commit) => (0,commit_snapshot/* snapshotOfCommit */.H)(git, blobs, commit, { fetchBlobs: history.fetchBlobs });
    const rendererOf = (project, configuration, whenReads) => (0,renderer/* openRenderer */.y)(project, (0,project_project/* leavesOf */.wf)(project), configuration, caches, request.listMerge, (0,outside_settings/* outsideSettings */.b)(environment).ofRenderings, whenReads);
    try {
        return await use({
            repository,
            history,
            async open(commit, configuration = configurationEnvironment) {
                return rendererOf((0,unused_settings/* withUnusedSettings */.K$)(await (0,project_project/* openProject */.U8)(await snapshotOf(commit), root)), configuration, 'always');
            },
            async openEarlier(commit) {
                return rendererOf(await (0,project_project/* openEarlierProject */.c7)(await snapshotOf(commit), root), configurationEnvironment, 'when asked');
            },
            modified: () => (0,not_committed/* notCommitted */.K)(git),
            async blobAt(commit, path) {
                await history.ensure(commit);
                const listing = await git.run(['ls-tree', '-z', '--full-tree', commit, '--', `:(literal)${path}`]);
                return /^\d+ blob ([0-9a-f]+)\t/u.exec(listing)?.[1];
            },
            async rawCommit(commit) {
                await history.ensure(commit);
                const object = await objects.read(commit);
                if (object?.type !== 'commit')
                    throw new Error(`${commit} is not a commit`);
                return object.content;
            },
        });
    }
    finally {
        objects.close();
    }
}
async function noRepository(projectRoot, environment) {
    const why = await (0,git_repository/* whyNoRepository */._b)(projectRoot, environment).catch((error) => {
        if (!(error instanceof problems/* ProblemError */.Mm))
            throw error;
        const hint = 'Install git in a step before actions/checkout: without it, that downloads files without a repository.';
        throw new problems/* ProblemError */.Mm(error.problems.map((each) => ({ ...each, hint })));
    });
    const [inside, ...others] = (0,git_repository/* repositoriesIn */.St)(projectRoot);
    return (0,problems/* problemError */.gS)('git', why, {
        hint: inside === undefined || others.length > 0
            ? 'Add a step with actions/checkout before this one. It needs git: without it, it downloads files without a repository.'
            : `actions/checkout has "path: ${inside}": set the input "working-directory" to "${inside}", or to the project's folder in it.`,
    });
}
/**
 * Reports uncommitted files that leaves may read in the working tree: a `warning` for a plan, an `error` for an apply.
 * Terraform reads files outside of a composition from there. Changed committed files always count.
 *
 * @param leaves that Terraform may run for
 * @param environment of the job; files that it names are the job's own, such as a cloud's credentials
 */
async function modifiedFiles(checkout, leaves, environment, severity) {
    const { top } = checkout.repository;
    const { changed, others, moved } = await checkout.modified();
    const named = new Set(Object.values(environment));
    // A removed leaf is rendered from a commit, with everything that it reaches.
    const places = leaves.flatMap((each) => (0,changed_leaf/* headOf */.Uo)(each)?.reach.places ?? []);
    const read = (paths) => readable(paths, places, top);
    const sayings = [
        ['The working tree differs from the checked-out commit', changed],
        ['Leaves can read files that are not committed', read(others.filter((path) => !named.has((0,external_node_path_.join)(top, path))))],
        ['Leaves can read a submodule that is not at its committed revision', read(moved.map((path) => `${path}/`))],
    ];
    return sayings.flatMap(([what, [first, ...more]]) => {
        if (first === undefined)
            return [];
        const rest = more.length > 0 ? ` and ${more.length} more` : '';
        const message = `${what} (${first}${rest}): plans may read what is not committed.`;
        const found = (0,problems/* problem */.CC)('git', message, {
            place: { file: first },
            hint: 'Make sure that no step between actions/checkout and this one changes files, or adds any that leaves can read.',
        });
        return [{ ...found, severity }];
    });
}


/***/ }),

/***/ 34431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ checksNotRun),
/* harmony export */   v: () => (/* binding */ chooseChecks)
/* harmony export */ });
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44669);
/* harmony import */ var _checks_results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56104);
/* harmony import */ var _project_selection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11267);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94330);




/**
 * @param stages of the checks that this job runs
 * @returns undefined if nothing runs
 */
function chooseChecks({ head, base, changed = [], }, trust, stages) {
    const isAsked = ({ on }) => stages.includes(on);
    const { settings } = head.project;
    const before = base?.project.settings;
    const about = { renderers: { head, base }, isFor: matching(changed), isProposal: !trust.isOwn && !trust.trustsHead };
    if (base === undefined && about.isProposal) {
        const notices = withoutBase([...settings.checks.filter(isAsked), ...settings.hooks]);
        return notices.length === 0 ? undefined : chosen(about, NOTHING, { programs: [], notices });
    }
    const decides = trust.isOwn ? undefined : base;
    const checks = (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseByBase */ .W)('check', decides && revision(decides, (before?.checks ?? []).filter(isAsked)), revision(head, settings.checks.filter(isAsked)), !about.isProposal);
    const hooks = (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseByBase */ .W)('hook', decides && revision(decides, before?.hooks ?? []), revision(head, settings.hooks), !about.isProposal);
    const isEmpty = [checks, hooks].every(({ programs, notices }) => programs.length + notices.length === 0);
    return isEmpty ? undefined : chosen(about, checks, hooks);
}
const NOTHING = { programs: [], notices: [] };
function withoutBase(skipped) {
    if (skipped.length === 0)
        return [];
    const names = skipped.map(({ name }) => `"${name}"`).join(', ');
    return [`The base is unknown, so nothing decides which checks and hooks to trust: ${names} did not run.`];
}
/** A leaf that is moved out of the reach of a check's patterns is still the same infrastructure. */
function matching(changed) {
    const before = new Map();
    for (const each of changed) {
        if (each.kind === 'moved')
            before.set(each.movedTo, [...(before.get(each.movedTo) ?? []), each.leaf.path]);
    }
    const compiled = new Map();
    return (settings, leaf) => {
        const matches = compiled.get(settings) ?? (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .selectedBy */ .B8)(settings.leaves.map(_project_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafPattern */ .$b));
        compiled.set(settings, matches);
        return [leaf, ...(before.get(leaf) ?? [])].some(matches);
    };
}
/** The results of checks for a leaf that is not planned yet. */
function checksNotRun({ checks, isFor }, leaf, why) {
    return checks.filter(({ settings }) => isFor(settings, leaf)).map((each) => (0,_checks_results_js__WEBPACK_IMPORTED_MODULE_0__/* .notRun */ .n)(each, why));
}
function chosen(about, checks, hooks) {
    const needed = (from, renderer) => {
        const programs = [...checks.programs, ...hooks.programs].filter((each) => each.from === from);
        return renderer === undefined
            ? []
            : filesOf(renderer, programs.map(({ settings }) => settings));
    };
    return {
        checks: checks.programs,
        hooks: hooks.programs,
        notices: [...checks.notices, ...hooks.notices],
        files: { base: needed('base', about.renderers.base), head: needed('head', about.renderers.head) },
        ...about,
    };
}
function revision(renderer, entries) {
    return {
        entries,
        filesOf: (entry) => filesOf(renderer, [entry])
            .map(({ name, file }) => `${name} ${file.id} ${file.executable}`)
            .join('\n'),
    };
}
/** What `files` and a program with a slash name, in byte order of name. */
function filesOf({ project }, programs) {
    const globs = programs.flatMap(({ files }) => files);
    const paths = programs.flatMap(({ command: [program] }) => (program.includes('/') ? [(0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)('', program)] : []));
    if (globs.length + paths.length === 0)
        return [];
    const tests = [...new Set(globs)].map(_project_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .leafGlob */ .x7);
    const below = project.root === '' ? '' : `${project.root}/`;
    return project.snapshot
        .filesBelow(project.root)
        .filter(({ isSubmodule }) => isSubmodule !== true)
        .map((file) => ({ name: file.path.slice(below.length), file }))
        .filter(({ name }) => paths.includes(name) || tests.some((test) => test(name)))
        .sort((a, b) => (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo)(a.name, b.name));
}


/***/ }),

/***/ 57917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ selectChanged),
/* harmony export */   w: () => (/* binding */ compareRevisions)
/* harmony export */ });
/* harmony import */ var _changes_changed_leaves_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10897);
/* harmony import */ var _changes_revisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96043);
/* harmony import */ var _base_debug_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91310);
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82017);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57421);
/* harmony import */ var _project_selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11267);






/** The changed leaves that were asked for, and which leaves were. */
function selectChanged({ head, changed }, globs) {
    const known = [...head.leaves, ...changed.map(({ leaf }) => leaf)].map(({ path }) => path);
    const isSelected = (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .leafSelection */ .rn)(known, globs);
    return { selected: changed.filter(({ leaf }) => isSelected(leaf.path)), isSelected };
}
/**
 * Chooses the commits that an event compares, and compares them.
 *
 * @param onUnknownBase `all`: without a known base, all leaves count
 * @param decided the base that another job of the run has chosen; absent if none has
 * @param unusedConfiguration whether leaves are left out that differ only in configuration that their sources do not read
 */
async function compareRevisions(checkout, event, onUnknownBase, unusedConfiguration, log, decided) {
    const { revisions, notices } = await chooseRevisions(checkout, event, onUnknownBase, log, decided);
    log.info(revisions.why);
    (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz)(`comparing head ${revisions.head} with base ${revisions.base ?? 'none'}`);
    const head = await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)('opening head', () => checkout.open(revisions.head));
    const { base: earlier } = revisions;
    const base = earlier === undefined ? undefined : await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)('opening base', () => checkout.openEarlier(earlier));
    const difference = await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)('finding changed leaves', () => (base === undefined ? (0,_changes_changed_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .allLeaves */ .K)(head) : (0,_changes_changed_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .findChangedLeaves */ .U)(base, head, unusedConfiguration)), ({ changed, unused }) => `${changed.length} changed, ${unused.length} unused`);
    const ahead = await aheadOf(checkout, revisions, base, unusedConfiguration);
    return { revisions, head, base, ...difference, notices, ahead };
}
async function aheadOf(checkout, { ahead }, base, unusedConfiguration) {
    if (ahead === undefined || base === undefined)
        return undefined;
    const tip = await checkout.openEarlier(ahead.commit);
    const { changed } = await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)('comparing base with the target branch', () => (0,_changes_changed_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .findChangedLeaves */ .U)(base, tip, unusedConfiguration));
    return { ...ahead, leaves: new Map(changed.map(({ leaf, reasons }) => [leaf.path, reasons])) };
}
async function chooseRevisions({ repository, history }, event, onUnknownBase, log, decided) {
    try {
        const revisions = await (0,_changes_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRevisions */ .Z)(event, repository.head, history);
        if (decided === undefined || decided.base === revisions.base)
            return { revisions, notices: [] };
        if (decided.base !== undefined)
            await history.ensure(decided.base);
        const why = `Compared with ${decided.base === undefined ? 'nothing' : (0,_base_names_js__WEBPACK_IMPORTED_MODULE_5__/* .shortCommit */ .A)(decided.base)}, as the first job of this run has decided.`;
        return { revisions: { ...revisions, base: decided.base, why }, notices: [] };
    }
    catch (error) {
        const unknown = error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm && error.problems.every(({ code }) => code === 'base');
        if (!unknown || onUnknownBase !== 'all')
            throw error;
        log.warning(error.message);
        return {
            revisions: {
                head: repository.head,
                base: undefined,
                why: 'Compared with nothing, so all leaves count.',
            },
            notices: ['The base could not be determined, so all leaves are planned (on-unknown-base: all).'],
        };
    }
}


/***/ }),

/***/ 51523:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ holdLogs)
/* harmony export */ });
/** The most characters held. Traces of thousands of leaves would not fit into memory. */
const MOST_HELD = 100_000_000;
function holdLogs(log) {
    const held = [];
    let size = 0;
    return {
        hold(title, lines) {
            const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
            if (size + length > MOST_HELD) {
                const why = 'The output of all leaves together is too long for the log: run this leaf alone to see it.';
                held.push({ title, lines: [why] });
                return;
            }
            size += length;
            held.push({ title, lines });
        },
        drop(why) {
            held.splice(0, held.length, ...held.map(({ title }) => ({ title, lines: [why] })));
        },
        release() {
            for (const { title, lines } of held.splice(0))
                log.group(title, lines);
            size = 0;
        },
    };
}


/***/ }),

/***/ 52690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ withLeafTerraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/rendering/digest.ts
var digest = __webpack_require__(47654);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot_snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/rendering/hcl/parse-file.ts
var parse_file = __webpack_require__(65522);
// EXTERNAL MODULE: ./src/rendering/terraform-files.ts
var terraform_files = __webpack_require__(1650);
;// CONCATENATED MODULE: ./src/rendering/module-calls.ts
/** The modules from elsewhere that a rendering calls, as its code names them. */




/** Modules that call modules deeper than this are left to Terraform. */
const DEEPEST = 10;
/** Calls of the root module and of the local modules that it calls. Those that cannot be told are left out. */
async function remoteModuleCalls(rendered, known) {
    return callsIn(rendered.rendering.source, [], rendered, known);
}
async function callsIn(folder, via, rendered, known) {
    const caller = via.at(-1);
    if (via.length > DEEPEST)
        return [];
    const found = [];
    for (const text of await textsIn(folder, rendered)) {
        // Parsing takes longer than looking.
        if (!/\bmodule\b/u.test(text))
            continue;
        const calls = known.get(text) ?? writtenCalls(text);
        known.set(text, calls);
        for (const call of await calls) {
            const key = caller === undefined ? call.key : `${caller.key}.${call.key}`;
            const { source } = call;
            if (!(0,terraform_files/* isLocalModule */.gh)(source)) {
                found.push({ ...call, key, via });
                continue;
            }
            const local = { key, source, folder: external_node_path_.posix.join(caller?.folder ?? '', source).replace(/\/$/u, '') };
            found.push(...(await callsIn((0,snapshot_snapshot/* joinPath */.uJ)(folder, source), [...via, local], rendered, known)));
        }
    }
    return found;
}
/** The code of a module: the rendering has the composition's own, the commit the others'. */
async function textsIn(folder, { rendering, reach, snapshot }) {
    const own = rendering.files.flatMap(({ name, content }) => (0,terraform_files/* isTerraformFile */.L5)(name) && (0,snapshot_snapshot/* joinPath */.uJ)(rendering.source, external_node_path_.posix.dirname(name)) === folder ? (content.text ?? []) : []);
    if (own.length > 0)
        return own;
    const files = (reach.modules.find((module) => module.folder === folder)?.files ?? []).filter(({ path, isSubmodule }) => external_node_path_.posix.dirname(path) === folder && (0,terraform_files/* isTerraformFile */.L5)(path) && isSubmodule !== true);
    await snapshot.load(files);
    return files.map((file) => snapshot.read(file).toString('utf8'));
}
/** Only HCL: a module in JSON is left to Terraform. */
async function writtenCalls(text) {
    const { literals, expressions } = await (0,parse_file/* parseTerraformFile */.U)('main.tf', text);
    const calls = new Map();
    for (const { address, start, end } of literals) {
        const [, name, argument] = /^module\.([\w-]+)\.(source|version)$/u.exec(address) ?? [];
        if (name === undefined || argument === undefined)
            continue;
        calls.set(name, (calls.get(name) ?? new Map()).set(argument, text.slice(start, end)));
    }
    return [...calls].flatMap(([key, given]) => {
        const source = given.get('source');
        const isWorkedOut = expressions.some(({ address }) => address.startsWith(`module.${key}.`));
        return source === undefined || isWorkedOut ? [] : [{ key, source, version: given.get('version') }];
    });
}

// EXTERNAL MODULE: ./src/rendering/provider-requirements.ts
var provider_requirements = __webpack_require__(80068);
// EXTERNAL MODULE: ./src/base/runtime-folder.ts
var runtime_folder = __webpack_require__(39574);
// EXTERNAL MODULE: ./src/runtime/beside.ts
var beside = __webpack_require__(84556);
// EXTERNAL MODULE: ./src/runtime/run-lock.ts
var run_lock = __webpack_require__(17385);
// EXTERNAL MODULE: ./src/runtime/runtime-directory.ts + 1 modules
var runtime_directory = __webpack_require__(80166);
// EXTERNAL MODULE: ./src/git/url-credentials.ts
var url_credentials = __webpack_require__(74174);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/terraform/command-line.ts
var command_line = __webpack_require__(78656);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var terraform_diagnostics = __webpack_require__(32972);
// EXTERNAL MODULE: ./src/terraform/ending.ts
var terraform_ending = __webpack_require__(57789);
// EXTERNAL MODULE: ./src/terraform/plan-json.ts
var plan_json = __webpack_require__(21044);
// EXTERNAL MODULE: ./src/terraform/process.ts
var process = __webpack_require__(88381);
// EXTERNAL MODULE: ./src/terraform/folder-digest.ts
var folder_digest = __webpack_require__(33387);
;// CONCATENATED MODULE: ./src/terraform/seal.ts
/** Whether a plan waiting to be applied is still what was judged: another leaf's provisioner may have changed it. */


/** A plugin cache of one runtime directory, in it. */
const OWN_CACHE = '.terraform/plugin-cache';
/** @param folder absolute path of the folder that everything of a leaf is written to */
function sealed(folder) {
    const digest = new folder_digest/* FolderDigest */.hm({ bytes: Infinity, files: Infinity });
    // Links are only recorded, wherever they lead. Terraform itself checks providers against the lock file.
    digest.addFolder(folder, {
        within: '/',
        skip: (path) => /(?:^|\/)\.terraform\/(?:providers|plugin-cache)$/u.test(path),
    });
    return { folder, digest: digest.value() };
}
/** Whether a folder is unchanged. */
function isIntact({ folder, digest }) {
    return (0,external_node_fs_.existsSync)(folder) && sealed(folder).digest === digest;
}

// EXTERNAL MODULE: ./src/terraform/steps.ts
var steps = __webpack_require__(75251);
;// CONCATENATED MODULE: ./src/terraform/apply.ts
/** Applies a plan file. What was done comes from Terraform's machine-readable output, not from its prose. */










/**
 * Applies the plan file that `planDirectory` left in a runtime directory. The caller removes it.
 *
 * @param directory absolute path of the runtime directory
 * @param seal its state when the plan was judged: anything else is not applied
 */
async function applyPlan(directory, seal, { binary, environment, lockTimeout, onLine, onStep }) {
    if (!isIntact(seal)) {
        const refused = 'Its plan file or a file beside it is no longer what was judged: something else in this job changed it.';
        return { ok: false, done: [], failed: [], output: refused, diagnostics: [], refused };
    }
    const done = [];
    const failed = [];
    /** A resource's deposed objects have its address: equal entries may be in it. */
    const begun = [];
    const planned = [];
    const errors = [];
    const diagnostics = [];
    function read(line) {
        const message = (0,steps/* messageIn */.v6)(line);
        const said = (0,json/* textOf */.b6)(message, '@message') ?? line;
        onLine?.((0,url_credentials/* withoutCredentials */.r)(said));
        const type = (0,json/* textOf */.b6)(message, 'type') ?? '';
        if (type === 'diagnostic') {
            const diagnostic = (0,json/* field */.ZZ)(message, 'diagnostic');
            const one = (0,terraform_diagnostics/* diagnosticOf */.T4)(diagnostic);
            const { severity, summary, detail } = one;
            diagnostics.push({ ...one, summary: (0,url_credentials/* withoutCredentials */.r)(summary), detail: (0,url_credentials/* withoutCredentials */.r)(detail) });
            if (severity === 'error')
                errors.push({ summary, text: diagnosticText(diagnostic) });
        }
        if (type === 'planned_change')
            planned.push(...resourceIn((0,json/* field */.ZZ)(message, 'change')));
        const [, step] = /^(?:apply|action)_(start|complete|errored)$/u.exec(type) ?? [];
        if (step === undefined)
            return;
        const hook = (0,json/* field */.ZZ)(message, 'hook');
        for (const each of type.startsWith('action') ? invocationIn(hook) : resourceIn(hook)) {
            const index = begun.findIndex((other) => keyOf(other) === keyOf(each));
            if (step === 'start')
                begun.push(each);
            else if (index >= 0)
                (step === 'complete' ? done : failed).push(...begun.splice(index, 1));
        }
    }
    const result = await (0,process/* runTerraform */.Y)({
        binary,
        args: ['apply', '-input=false', '-json', ...(0,command_line/* lockArguments */.M8)(lockTimeout), terraform_files/* PLAN_FILE */.VI],
        directory,
        environment,
        onLine: read,
        onPrinted: (line) => {
            const step = (0,steps/* appliedStepIn */.HE)(line);
            if (step !== undefined)
                onStep?.(step.words, step.isEnd);
        },
        // The state comes before everything else.
        neverKilled: true,
    });
    const unfinished = [...failed, ...begun];
    const isOnlyForgotten = result.code === 1 &&
        errors.length === 1 &&
        errors[0]?.summary === LEFT_BEHIND &&
        unfinished.length === 0 &&
        planned.every((each) => each.action === 'remove' || done.some((other) => keyOf(other) === keyOf(each)));
    const ok = result.code === 0 || isOnlyForgotten;
    // Standard error has what a provider that crashed has printed.
    const words = [...errors.map(({ text }) => text), result.stderr.trim()].filter((part) => part !== '').join('\n\n');
    const ending = (0,terraform_ending/* endingInWords */.m)(binary.program, 'apply', result.code, words !== '');
    return {
        ok,
        done,
        failed: unfinished,
        output: ok ? '' : (0,url_credentials/* withoutCredentials */.r)([words, ending].filter(Boolean).join('\n\n')),
        diagnostics: (0,terraform_diagnostics/* consolidated */.aH)(diagnostics.filter(({ severity }) => !ok || severity === 'warning')),
    };
}
/**
 * OpenTofu ends the apply of a destroy plan with this error, and with exit code 1, if it has forgotten objects as planned
 * (`internal/tofu/context_apply.go`). Everything else is destroyed by then, and the state is saved.
 */
const LEFT_BEHIND = 'Destroy was successful but left behind forgotten instances';
/** None if it is not about a resource. */
function resourceIn(value) {
    const address = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'resource'), 'addr');
    const action = (0,json/* textOf */.b6)(value, 'action');
    return address === undefined || action === undefined ? [] : [{ address, action }];
}
/** An action of a provider (Terraform 1.14): the same one may be invoked by several resources, and at several events. */
function invocationIn(hook) {
    const address = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(hook, 'action'), 'addr');
    if (address === undefined)
        return [];
    const lifecycle = (0,json/* field */.ZZ)(hook, 'lifecycle');
    const trigger = (0,plan_json/* triggerInWords */.JK)((0,json/* textOf */.b6)(lifecycle, 'trigger_event'), (0,json/* textOf */.b6)((0,json/* field */.ZZ)(lifecycle, 'resource'), 'addr'));
    return [{ address: trigger === undefined ? address : `${address} (${trigger})`, action: 'invoke' }];
}
function keyOf({ address, action }) {
    return `${action} ${address}`;
}
/** `Error: <summary>`, the place, the source line, and the detail, as Terraform prints them. */
function diagnosticText(diagnostic) {
    const range = (0,json/* field */.ZZ)(diagnostic, 'range');
    const file = (0,json/* textOf */.b6)(range, 'filename');
    const line = (0,json/* field */.ZZ)((0,json/* field */.ZZ)(range, 'start'), 'line');
    const address = (0,json/* textOf */.b6)(diagnostic, 'address');
    const code = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(diagnostic, 'snippet'), 'code');
    const where = [
        address === undefined ? '' : `  with ${address}`,
        file === undefined ? '' : `  on ${file} line ${String(line)}:`,
        code === undefined ? '' : `  ${String(line)}: ${code}`,
    ];
    const [summary = '', detail = ''] = ['summary', 'detail'].map((name) => (0,json/* textOf */.b6)(diagnostic, name));
    const parts = [`Error: ${summary}`, where.filter((part) => part !== '').join('\n'), detail.trim()];
    return parts.filter((part) => part !== '').join('\n\n');
}

// EXTERNAL MODULE: ./src/terraform/checked-plan.ts
var checked_plan = __webpack_require__(37833);
// EXTERNAL MODULE: ./src/execution/configuration-need.ts + 1 modules
var configuration_need = __webpack_require__(32128);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/checks/results.ts + 1 modules
var checks_results = __webpack_require__(56104);
// EXTERNAL MODULE: ./src/project/check-settings.ts
var check_settings = __webpack_require__(56103);
;// CONCATENATED MODULE: ./src/checks/environment.ts
/** The environment of checks and hooks. Pure. */


/** Without these, few programs start. */
const ALWAYS = /^(?:HOME|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TERM)$/u;
/**
 * What a program of the project sees: a few harmless variables, those that its entry lists, and ours.
 *
 * @param job the environment of the job
 * @param listed names that the entry asks for
 * @param own `KOMPOS_…`
 * @param isTrusted whether programs may come from a folder, an absolute path
 */
function checkEnvironment(job, listed, own, isTrusted = () => true) {
    const kept = Object.entries(job).filter(([name]) => ALWAYS.test(name) || (listed.includes(name) && !(0,check_settings/* isWithheld */.Ys)(name)));
    return { ...Object.fromEntries(kept), PATH: safePath(job['PATH'] ?? '', isTrusted), ...own, ...PYTHON };
}
/** Python writes beside the modules that it imports, which a check must leave alone. */
const PYTHON = { PYTHONDONTWRITEBYTECODE: '1' };
/** What `sh` looks in by default: with an empty PATH, programs would be looked up in the rendering. */
const DEFAULT_PATH = '/usr/local/bin:/usr/bin:/bin';
/** A folder that is not absolute would be looked up in the rendering, where a pull request could put programs. */
function safePath(path, isTrusted) {
    const folders = path.split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder) && isTrusted(folder));
    return folders.join(external_node_path_.delimiter) || DEFAULT_PATH;
}
/** Fills in `${KOMPOS_…}` of a command; other texts stay as they are, since no shell reads them. */
function filledIn(command, own) {
    return command.map((each) => each.replace(/\$\{(KOMPOS_[A-Z]+)\}/gu, (written, name) => own[name] ?? written));
}

;// CONCATENATED MODULE: ./src/checks/run-program.ts
/** Runs the program of a check or hook for one leaf. */




/**
 * @param scratch absolute path of a folder that only this user can read; nothing of the call stays in it
 * @param job the environment of the job
 */
async function runProgram(call, scratch, job, processes) {
    const own = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(scratch, 'call-'));
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(own, OUTPUT));
        const variables = variablesOf(call, own);
        const [name = '', ...args] = filledIn(call.command, variables);
        const program = name.includes('/') ? (0,external_node_path_.join)(call.files, name) : name;
        const environment = checkEnvironment(job, call.env, variables, call.isTrusted);
        const { directory, timeout: timeLimit } = call;
        const limits = { timeLimit, mostOutput: MOST_OUTPUT, leavesNothing: true };
        const end = await processes.runApart({ program, args, directory, environment, ...limits });
        const printed = [end.stdout, end.stderr].filter((each) => each.trim() !== '').join('\n');
        // Of no use to a reader, and different for each leaf.
        const output = printed.replaceAll(`${own}/`, '').replaceAll(directory, '.');
        const broken = (why) => ({ code: undefined, why, output, sarif: [] });
        if (processes.interrupted())
            return { ...broken('The job was cancelled while it ran.'), code: end.code, cancelled: true };
        if (end.timedOut)
            return broken(`It was stopped after ${timeLimit / 1_000} s.`);
        if (end.printedTooMuch === true)
            return broken('It was stopped because it printed more than 50 MB.');
        const sarif = sarifFiles((0,external_node_path_.join)(own, OUTPUT));
        if (sarif === undefined)
            return broken('Its SARIF files are larger than 50 MB.');
        return { code: end.code, why: '', output, sarif };
    }
    catch (error) {
        return { code: undefined, why: whyNotStarted(call, error), output: '', sarif: [] };
    }
    finally {
        (0,external_node_fs_.rmSync)(own, { recursive: true, force: true });
    }
}
const OUTPUT = 'output';
/** Bytes that one call may print, and of all its SARIF files. */
const MOST_OUTPUT = 50 * 1024 * 1024;
function variablesOf({ leaf, composition, directory, files, documents }, own) {
    const written = (name, text) => {
        const path = (0,external_node_path_.join)(own, name);
        (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: 'wx' });
        return path;
    };
    const { plan, reasons } = documents;
    return {
        KOMPOS_LEAF: leaf,
        KOMPOS_COMPOSITION: composition,
        KOMPOS_DIRECTORY: directory,
        KOMPOS_FILES: files,
        KOMPOS_OUTPUT: (0,external_node_path_.join)(own, OUTPUT),
        ...(plan === undefined ? {} : { KOMPOS_PLAN: written('plan.json', plan) }),
        ...(reasons === undefined ? {} : { KOMPOS_REASONS: written('reasons.json', reasons) }),
    };
}
/** @returns undefined if they are too large to be read */
function sarifFiles(folder) {
    const files = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).filter((each) => each.isFile() && /\.sarif(?:\.json)?$/u.test(each.name));
    const paths = files.map(({ name }) => (0,external_node_path_.join)(folder, name)).sort();
    const bytes = paths.reduce((sum, path) => sum + (0,external_node_fs_.statSync)(path).size, 0);
    if (bytes > MOST_OUTPUT)
        return undefined;
    return paths.map((path) => (0,external_node_fs_.readFileSync)(path, 'utf8'));
}
function whyNotStarted({ command: [program = ''], files }, error) {
    if ((0,node_errors/* hasCode */.up)(error, 'ENOENT')) {
        if (!program.includes('/'))
            return `The program ${program} is not on PATH: install it in a step before, and not in the checkout, where a pull request could replace it.`;
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(files, program))
            ? `The program ${program} names an interpreter in its first line that is not there. Does the line end with a carriage return (Windows)?`
            : `The program ${program} is not among the files of this check: list it in "files", or commit it.`;
    }
    if ((0,node_errors/* hasCode */.up)(error, 'EACCES'))
        return `The program ${program} is not executable: git update-index --chmod=+x ${program}`;
    return `The program ${program} could not be started: ${(0,node_errors/* messageOf */.bD)(error)}.`;
}

;// CONCATENATED MODULE: ./src/checks/tool-files.ts
/**
 * Settings of well-known tools that they read from the folder that they check: there, a pull request could turn its own
 * findings off. Pure.
 */

const TOOLS = new Map([
    [
        'tflint',
        [
            { files: /^\.tflint\.(?:hcl|json)$/u, options: /^(?:--config|-c)$/u },
            { files: /^\.tflint\.d\/.*$/u, options: undefined },
        ],
    ],
    [
        'trivy',
        [
            { files: /^\.trivyignore(?:\.ya?ml)?$/u, options: /^--ignorefile$/u },
            { files: /^trivy\.ya?ml$/u, options: /^(?:--config|-c)$/u },
        ],
    ],
    ['checkov', [{ files: /^\.checkov\.ya?ml$/u, options: /^--config-file$/u }]],
    [
        'conftest',
        [
            { files: /^conftest\.(?:toml|ya?ml|json|hcl|env|properties)$/u, options: /^(?:--config-file|-c)$/u },
            { files: /^policy\/.*$/u, options: /^(?:--policy|-p)$/u },
        ],
    ],
    ['infracost', [{ files: /^infracost(?:-usage)?\.ya?ml$/u, options: /^--(?:config-file|usage-file)$/u }]],
    ['tfsec', [{ files: /^\.tfsec\/.*$/u, options: /^--config-file$/u }]],
    ['terrascan', [{ files: /^\.?terrascan\.toml$/u, options: /^(?:--config-path|-c)$/u }]],
]);
/**
 * The files of a rendering that may decide what a check finds.
 *
 * @param names of the rendering's files
 */
function decidingFiles(command, names) {
    // Also as `env X=1 tflint`, and in the text of `sh -c`.
    const words = command.flatMap((each) => each.split(/\s+/u));
    const deciding = words.flatMap((word) => TOOLS.get(external_node_path_.posix.basename(word)) ?? []);
    const open = deciding.filter(({ options }) => options === undefined || !isElsewhere(command, options));
    return names.filter((name) => open.some(({ files }) => files.test(name)));
}
/** Whether an option names a file outside of the rendering. */
function isElsewhere(command, option) {
    return command.some((word, index) => {
        const [name = '', ...inWord] = word.split('=');
        const value = inWord.length > 0 ? inWord.join('=') : (command[index + 1] ?? '');
        return option.test(name) && /^(?:\/|\$\{KOMPOS_FILES\})/u.test(value);
    });
}

;// CONCATENATED MODULE: ./src/checks/trusted-folders.ts
/** Which folders of PATH programs may come from. */


/**
 * Whether a folder is outside of a checkout, links followed: in it, a pull request decides what lies.
 *
 * @param checkout absolute path
 */
function isOutside(checkout, folder) {
    const way = (0,external_node_path_.relative)(realPath(checkout), realPath(folder));
    return way === '..' || way.startsWith('../') || (0,external_node_path_.isAbsolute)(way);
}
function realPath(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        // It is not there, and nothing is found in it.
        return folder;
    }
}

// EXTERNAL MODULE: ./src/execution/terraform-problems.ts
var terraform_problems = __webpack_require__(8931);
;// CONCATENATED MODULE: ./src/execution/leaf-checks.ts
/** Runs checks and hooks for leaves, in their runtime directories and with copies of the files that they need. */











/**
 * Writes the files that the programs need.
 *
 * @param scratch absolute path of a folder that only this process uses, and removes
 * @param top absolute path of the repository's top folder, which has the head's files
 */
async function openLeafChecks({ checks, hooks, files, renderers, isFor, isProposal }, scratch, top, job, processes) {
    (0,external_node_fs_.mkdirSync)(scratch, { recursive: true, mode: 0o700 });
    const folders = { base: (0,external_node_path_.join)(scratch, 'base'), head: (0,external_node_path_.join)(scratch, 'head') };
    const write = async (side) => writeFiles(files[side], renderers[side]?.project.snapshot, folders[side]);
    await write('base');
    await write('head');
    const seals = { base: sealed(folders.base), head: sealed(folders.head) };
    const isTrusted = (folder) => !isProposal || isOutside(top, folder);
    async function start(program, leaf, where) {
        try {
            return await tryToStart(program, leaf, where);
        }
        catch (error) {
            // A full disk, for example: what Terraform did must still be reported.
            const end = { code: undefined, why: (0,node_errors/* messageOf */.bD)(error), output: '', sarif: [] };
            return { end, directory: where.directory, changed: undefined };
        }
    }
    async function tryToStart({ settings, from }, leaf, where) {
        const isWhole = settings.sensitive || where.standIns === undefined;
        const directory = isWhole ? where.directory : await where.standIns();
        const { command, timeout, env } = settings;
        const call = {
            command,
            timeout,
            env,
            isTrusted,
            leaf: leaf.leaf.path,
            composition: leaf.leaf.composition,
            directory,
            files: folders[from],
            documents: {
                plan: settings.sensitive ? where.plan?.whole : where.plan?.withoutSensitive(),
                reasons: JSON.stringify(leaf.reasons),
            },
        };
        const putBack = settings.sensitive ? () => undefined : putAside(where.planFile, scratch);
        try {
            const before = sealed(directory);
            const end = await runProgram(call, scratch, job, processes);
            if (!isIntact(before))
                return { end, directory, changed: 'rendering' };
            if (isIntact(seals[from]))
                return { end, directory, changed: undefined };
            (0,external_node_fs_.rmSync)(folders[from], { recursive: true, force: true });
            await write(from);
            return { end, directory, changed: 'files' };
        }
        finally {
            putBack();
        }
    }
    const programsOf = (programs, { leaf }) => programs.filter(({ settings }) => isFor(settings, leaf.path));
    return {
        readsPlan: (leaf) => programsOf(checks, leaf).some(({ settings }) => settings.on !== 'rendering'),
        async run(stages, leaf, where, onStep) {
            const results = [];
            let place = where;
            for (const each of programsOf(checks, leaf)) {
                if (!stages.includes(each.settings.on))
                    continue;
                if (processes.interrupted())
                    results.push((0,checks_results/* notRun */.n)(each, 'The job was cancelled before it ran.'));
                else if (place === undefined)
                    results.push((0,checks_results/* notRun */.n)(each, 'There is no plan to check.'));
                else {
                    const { result, changed } = await runOne(each, leaf, place, onStep);
                    results.push(result);
                    // The next one must not suffer for it.
                    if (changed === 'rendering')
                        place = { ...place, directory: await place.writeAgain() };
                }
            }
            return results;
        },
        async runHooks(on, leaf, where, onStep) {
            const failures = [];
            for (const each of programsOf(hooks, leaf)) {
                if (each.settings.on !== on)
                    continue;
                onStep(`hook ${each.settings.name}`);
                const { end, changed } = await start(each, leaf, where);
                const why = hookFailure(end, changed === undefined);
                if (why !== undefined)
                    failures.push(`The hook "${each.settings.name}" (${on}) failed: ${why}`);
            }
            return failures;
        },
    };
    async function runOne(each, leaf, where, onStep) {
        const { settings } = each;
        onStep(`check ${settings.name}`);
        const { end, directory, changed } = await start(each, leaf, where);
        const { rendering, snapshot } = (0,changed_leaf/* renderedOf */.dY)(leaf);
        const placeOf = (file, line) => (0,terraform_problems/* sourcePlace */.$Y)(rendering, snapshot, (0,external_node_path_.isAbsolute)(file) ? (0,external_node_path_.relative)(directory, file) : file.replace(/^\.\//u, ''), line);
        const result = (0,checks_results/* checkResult */.i)(each, end, placeOf, changed === undefined);
        const deciding = decidingFiles(settings.command, rendering.files.map(({ name }) => name));
        if (deciding.length === 0)
            return { result, changed };
        const why = `${deciding.join(', ')} in the composition may decide what it finds: name a file of "files" in its command instead.`;
        return { result: { ...result, why: `${result.why} ${why}`.trim() }, changed };
    }
}
/** Moves a file where a program that reads the whole rendering does not come across it. @returns moves it back */
function putAside(file, folder) {
    if (!(0,external_node_fs_.existsSync)(file))
        return () => undefined;
    const aside = (0,external_node_path_.join)(folder, (0,external_node_crypto_.randomUUID)());
    (0,external_node_fs_.renameSync)(file, aside);
    return () => {
        // A program may have removed everything, or have put something there.
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.rmSync)(file, { recursive: true, force: true });
        (0,external_node_fs_.renameSync)(aside, file);
    };
}
function hookFailure({ code, why, output }, intact) {
    if (code === undefined)
        return `${why}\n${output}`.trim();
    if (!intact)
        return 'It changed files that it may only read: in the rendering, or among its own files.';
    return code === 0 ? undefined : `exit code ${code}.\n${output}`.trim();
}
async function writeFiles(files, snapshot, folder) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    if (snapshot === undefined)
        return;
    await snapshot.load(files.map(({ file }) => file));
    for (const { name, file } of files) {
        const path = (0,external_node_path_.join)(folder, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, snapshot.read(file), { mode: file.executable ? 0o500 : 0o400, flag: 'wx' });
    }
}

// EXTERNAL MODULE: ./src/execution/unread-backend.ts
var unread_backend = __webpack_require__(73398);
// EXTERNAL MODULE: ./src/terraform/init.ts
var terraform_init = __webpack_require__(87056);
// EXTERNAL MODULE: ./src/terraform/marks.ts
var marks = __webpack_require__(33874);
// EXTERNAL MODULE: ./src/terraform/unseen-inputs.ts
var unseen_inputs = __webpack_require__(7962);
;// CONCATENATED MODULE: ./src/terraform/plan-summary.ts
/** What a plan will do, and what a reviewer has to know of it besides: plain data. */


/**
 * @param changes Terraform's exit code said that there are changes; stands in where an old Terraform does not say
 *   `applyable`
 */
function summarise(plan, changes) {
    const deferred = [...plan.deferredResources, ...plan.deferredInvocations];
    const resources = [
        ...plan.resources.flatMap(describe),
        ...plan.invocations.map(({ address, trigger }) => ({ address, action: 'invoke', words: trigger })),
        ...deferred.map(({ change, reason }) => ({
            address: 'actions' in change ? (0,plan_json/* addressOf */.ci)(change) : change.address,
            action: 'defer',
            words: reason?.replaceAll('_', ' '),
        })),
    ];
    const count = (action) => resources.filter((each) => each.action === action).length;
    const some = (action) => count(action) || undefined;
    return {
        hasChanges: plan.applyable ?? changes,
        counts: {
            create: count('create'),
            update: count('update'),
            replace: count('replace'),
            delete: count('delete'),
            forget: count('forget') + resources.filter((each) => each.forgets === true).length,
            move: resources.filter((each) => each.movedFrom !== undefined).length,
            import: resources.filter((each) => each.imported === true).length,
            outputs: changedOutputs(plan).length,
            other: some('other'),
            invoke: some('invoke'),
            defer: some('defer'),
        },
        resources,
        ...(plan.outputs.some(isChanged) ? { outputs: plan.outputs.filter(isChanged).map(describeOutput) } : {}),
        remarks: remarksOn(plan),
    };
}
function isChanged({ actions }) {
    return actions.join() !== 'no-op';
}
function describeOutput({ name, actions, afterUnknown }) {
    const action = actions.join(' ');
    if (action === 'create' || action === 'delete')
        return { name, action };
    return { name, action: hasUnknown(afterUnknown) ? 'replace' : 'update' };
}
/** Whether a value, or a part of it, is known only after the apply. */
function hasUnknown(marks) {
    if (typeof marks !== 'object' || marks === null)
        return marks === true;
    return Object.values(marks).some(hasUnknown);
}
/** Names of the outputs whose values change. */
function changedOutputs({ outputs }) {
    return outputs.filter(isChanged).map(({ name }) => name);
}
function describe(resource) {
    const { movedFrom, imported } = resource;
    const { action, forgets, words } = actionOf(resource.actions);
    const settled = imported ? 'import' : movedFrom === undefined ? undefined : 'move';
    const shown = action ?? settled;
    if (shown === undefined)
        return [];
    return [
        {
            address: (0,plan_json/* addressOf */.ci)(resource),
            action: shown,
            movedFrom,
            forcedBy: shown === 'replace' ? forces(resource) : undefined,
            forgets,
            because: shown === 'replace' ? undefined : reasonInWords(resource),
            imported: imported || undefined,
            words,
        },
    ];
}
/** The human plan marks these too, but not each of them, and not where its text is cut. */
function forces({ reason, replacePaths }) {
    switch (reason) {
        case 'replace_because_tainted':
            return ['taint'];
        case 'replace_by_triggers':
            return ['replace_triggered_by'];
        case 'replace_by_request':
            return ['-replace'];
        default:
            return replacePaths.length === 0 ? undefined : replacePaths.map(attributePath);
    }
}
/** Terraform's keywords; `internal/command/jsonplan` has them. OpenTofu has more, and either may get new ones. */
const REASONS = {
    delete_because_no_resource_config: 'not in the configuration',
    delete_because_no_module: 'its module is not in the configuration',
    delete_because_no_move_target: 'moved to an address that is not in the configuration',
    delete_because_wrong_repetition: 'count or for_each was added or removed',
    delete_because_count_index: 'its index is out of range for count',
    delete_because_each_key: 'its key is not in for_each',
    delete_because_enabled_false: 'enabled is false',
    forgot_because_lifecycle_destroy_in_config: 'destroy = false in the configuration',
    forgot_because_lifecycle_destroy_in_state: 'destroy = false in the state',
    read_because_config_unknown: 'its configuration has values that are not known yet',
    read_because_dependency_pending: 'what it depends on has changes',
    read_because_check_nested: 'a check reads it again',
};
function reasonInWords({ reason, deposed, actions }) {
    if (deposed !== undefined)
        return 'left over from a replacement that failed';
    // OpenTofu gives a reason for deleting what it forgets because of a "removed" block.
    if (reason === undefined || (actions.includes('forget') && reason.startsWith('delete_')))
        return undefined;
    return REASONS[reason] ?? reason.replaceAll('_', ' ');
}
/** `["network", 0, "id"]` → `network[0].id` */
function attributePath(path) {
    return path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
        .join('');
}
/** Undefined where nothing happens. What is not known is never nothing, and may destroy where it says "delete". */
function actionOf(actions) {
    const joined = actions.join(' ');
    switch (joined) {
        case 'no-op':
            return { action: undefined };
        case 'create':
        case 'update':
        case 'delete':
        case 'read':
        case 'forget':
            return { action: joined };
        case 'delete create':
        case 'create delete':
            return { action: 'replace' };
        // Terraform 1.16 and OpenTofu: "destroy = false" keeps the old object.
        case 'create forget':
        case 'forget create':
            return { action: 'replace', forgets: true };
        default: {
            const words = joined === '' ? 'no action' : joined.replaceAll(' ', ', ');
            if (!actions.includes('delete'))
                return { action: 'other', words };
            return { action: actions.includes('create') ? 'replace' : 'delete', words };
        }
    }
}
/** Undefined where there is nothing to remark. */
function remarksOn(plan) {
    const unknownParts = [...new Set([...plan.unknownParts, ...plan.unknownFields])].sort();
    const incomplete = plan.complete === false && plan.errored !== true;
    const failedChecks = plan.checks.flatMap(failures);
    const unseen = (0,unseen_inputs/* unseenInputs */.e8)(plan);
    return incomplete || unknownParts.length + failedChecks.length + unseen.length > 0
        ? { unknownParts, incomplete, failedChecks, unseen }
        : undefined;
}
/** Each instance that does not hold; one that is not known yet may still hold. */
function failures(check) {
    return (check.instances.length > 0 ? check.instances : [check]).flatMap(({ name, status, messages }) => {
        if (status !== 'fail' && status !== 'error')
            return [];
        const shown = name ?? check.name ?? '';
        return [messages.length === 0 ? shown : `${shown}: ${messages.join(' ')}`];
    });
}

;// CONCATENATED MODULE: ./src/terraform/drift-json.ts
/**
 * What changed outside of Terraform according to a plan, and which planned changes that may explain. The normal plan
 * decides whether there is drift at all: right after an apply providers report `null → {}`.
 */




/** Stands for a value that is known only after the apply; no JSON. */
const UNKNOWN = '(known after apply)';
/** Replaces a sensitive value. */
const SENSITIVE = '(sensitive value)';
/** Drift that changes nothing (`null → {}`) is left out. */
function driftOf(plan) {
    return {
        resources: plan.drift.flatMap((each) => driftedResource(each, plan.relevant)),
        changes: [
            ...plan.resources.flatMap(plannedChange),
            ...plan.invocations.map(({ address, triggeredBy }) => ({ address, attributes: [], follows: triggeredBy })),
            ...plan.deferredResources.map(({ change }) => ({ address: (0,plan_json/* addressOf */.ci)(change), attributes: [] })),
            ...plan.deferredInvocations.map(({ change }) => ({ address: change.address, attributes: [] })),
            ...plan.unknownParts.map((name) => ({ address: `plan.${name}`, attributes: [] })),
        ],
        outputs: changedOutputs(plan),
    };
}
function driftedResource(drift, relevant) {
    const address = (0,plan_json/* addressOf */.ci)(drift);
    const gone = drift.actions.join() === 'delete';
    const differing = gone ? [] : differences(drift.before, drift.after);
    if (!gone && differing.length === 0)
        return [];
    const feeds = relevant
        .filter(({ resource }) => resource === address || resource === withoutKey(address))
        .filter(({ path }) => gone || differing.some((each) => overlap(each.path, path)))
        .map(({ path }) => pathText(path));
    return [
        {
            address,
            gone,
            attributes: differing.map(({ path, before, after }) => ({
                path: pathText(path),
                before: shown(before, at(drift.beforeSensitive, path)),
                after: shown(after, at(drift.afterSensitive, path)),
            })),
            feeds: [...new Set(feeds)],
        },
    ];
}
function plannedChange(resource) {
    const actions = resource.actions.join();
    const settled = !resource.imported && resource.movedFrom === undefined;
    if (actions === 'read' || (actions === 'no-op' && settled))
        return [];
    const differing = differences(resource.before, resource.after);
    const exists = resource.actions.some((action) => action !== 'create') && (0,json/* isRecord */.u4)(resource.after);
    return [
        {
            address: (0,plan_json/* addressOf */.ci)(resource),
            attributes: differing
                .filter(({ path }) => !isUnknown(resource.afterUnknown, path))
                .map(({ path }) => pathText(path)),
            ...(exists ? { values: differing.map((each) => plannedValue(resource, each)) } : {}),
        },
    ];
}
function plannedValue(resource, { path, before, after }) {
    return {
        path: pathText(path),
        before: shown(before, at(resource.beforeSensitive, path)),
        after: isUnknown(resource.afterUnknown, path) ? UNKNOWN : shown(after, at(resource.afterSensitive, path)),
    };
}
/** `aws_subnet.this` of `aws_subnet.this["a"]`: Terraform names the whole resource if it does not know the instance. */
function withoutKey(address) {
    return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/u, '');
}
/** The deepest places where two values differ. Providers write "nothing" in several ways, which are equal here. */
function differences(before, after, path = []) {
    if (isNothing(before) && isNothing(after))
        return [];
    if (((0,json/* isRecord */.u4)(before) || isNothing(before)) && ((0,json/* isRecord */.u4)(after) || isNothing(after))) {
        const names = [...new Set([before, after].flatMap((side) => Object.keys((0,json/* record */.g1)(side))))].sort();
        return names.flatMap((name) => differences((0,json/* field */.ZZ)(before, name), (0,json/* field */.ZZ)(after, name), [...path, name]));
    }
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        const items = after;
        return (0,json/* list */.p_)(before).flatMap((each, index) => differences(each, items[index], [...path, index]));
    }
    return before === after ? [] : [{ path, before, after }];
}
function isNothing(value) {
    if (value === null || value === undefined || value === '')
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,json/* isRecord */.u4)(value) && Object.values(value).every(isNothing);
}
function overlap(one, other) {
    const length = Math.min(one.length, other.length);
    return one.slice(0, length).every((step, index) => String(step) === String(other[index]));
}
/** The part of a mark (`before_sensitive`, `after_unknown`) at a path; true if a parent is marked as a whole. */
function at(mark, path) {
    let found = mark;
    for (const step of path) {
        if (found === true)
            return true;
        found = typeof step === 'number' ? (0,json/* list */.p_)(found)[step] : (0,json/* field */.ZZ)(found, step);
    }
    return found;
}
/** Whether the value at the path, or something in it, is known only after the apply. */
function isUnknown(mark, path) {
    const holds = (part) => part === true || (Array.isArray(part) ? (0,json/* list */.p_)(part).some(holds) : Object.values((0,json/* record */.g1)(part)).some(holds));
    return holds(at(mark, path));
}
/** `tags.Name`; a key that is not a plain name is in brackets, as in HCL. */
function pathText(path) {
    return path.reduce((whole, step) => {
        if (typeof step === 'number')
            return `${whole}[${step}]`;
        if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step))
            return `${whole}[${JSON.stringify(step)}]`;
        return whole === '' ? step : `${whole}.${step}`;
    }, '');
}
function shown(value, mark) {
    return value === undefined || value === null
        ? undefined
        : JSON.stringify((0,marks/* replaceMarked */.tl)(value, mark, () => SENSITIVE));
}

// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(36045);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/terraform/foreign-lock.ts


/**
 * A warning where `init` has taken providers from the registry of the program that runs, because the lock file selects
 * them from the registry of the other one: OpenTofu keeps the versions of `hashicorp/*`, and for all others each program
 * takes the newest version that fits.
 *
 * @param locked what the lock file selected before `init`
 * @param installed what it selects afterwards
 */
function foreignLock(locked, installed, program) {
    const { registry } = programs/* PROGRAMS */.i[program];
    const author = programs/* PROGRAM_NAMES */.kV.find((name) => name !== program) ?? program;
    const foreign = locked.flatMap((before) => {
        const prefix = `${programs/* PROGRAMS */.i[author].registry}/`;
        if (!before.address.startsWith(prefix) || installed.some(({ address }) => address === before.address))
            return [];
        const now = `${registry}/${before.address.slice(prefix.length)}`;
        const after = installed.find(({ address }) => address === now);
        return after === undefined
            ? []
            : [`${(0,mirror/* providerVersions */.Nw)([before]).join('')} → ${(0,mirror/* providerVersions */.Nw)([after]).join('')}`];
    });
    if (foreign.length === 0)
        return undefined;
    return {
        severity: 'warning',
        summary: `The lock file was written by ${author}, so ${program} has selected providers itself`,
        detail: `${foreign.join('\n')}\nCommit the .terraform.lock.hcl that "${(0,programs/* commandInWords */.qj)(program, 'init')}" writes: other runs may select others.`,
    };
}

// EXTERNAL MODULE: ./src/terraform/fingerprint.ts + 3 modules
var fingerprint = __webpack_require__(96259);
;// CONCATENATED MODULE: ./src/terraform/installed-modules.ts
/**
 * The modules that `terraform init` actually loaded, as listed in `.terraform/modules/modules.json` (the format is the same
 * in all versions, and in OpenTofu). Modules that our own analysis of the sources missed count too.
 */






/**
 * A digest over names, modes and bytes of the modules of a runtime directory: of whole packages, because code in a
 * package may read files beside it, and of each other loaded folder. The plan's JSON does not contain their code (of a
 * provisioner's command it has only the references), so a branch that has moved, or a module that another commit changed,
 * would pass as the reviewed one.
 *
 * @param directory absolute path of an initialized runtime directory
 */
function installedModules(directory, places) {
    const digest = new folder_digest/* FolderDigest */.hm();
    let subject = 'The list of modules';
    try {
        const modules = loadedModules(directory);
        subject = 'The code that init fetched';
        addPackages(directory, modules, digest);
        for (const each of modules) {
            subject = `Module "${each.key}"`;
            addLoaded(directory, each, places, digest);
        }
        return { digest: digest.value(), beyondReview: undefined };
    }
    catch (error) {
        if (!(error instanceof folder_digest/* NoDigest */.uF))
            throw error;
        return { digest: '', beyondReview: `${subject} cannot be compared with what was reviewed: ${error.message}.` };
    }
}
function loadedModules(directory) {
    let listing;
    try {
        listing = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, '.terraform', 'modules', 'modules.json'), 'utf8'));
    }
    catch (error) {
        if ((0,node_errors/* hasCode */.up)(error, 'ENOENT'))
            return [];
        throw new folder_digest/* NoDigest */.uF('.terraform/modules/modules.json cannot be read');
    }
    const modules = (0,json/* list */.p_)((0,json/* field */.ZZ)(listing, 'Modules')).map((each) => {
        const [key, source, folder] = ['Key', 'Source', 'Dir'].map((name) => (0,json/* textOf */.b6)(each, name));
        if (key === undefined || folder === undefined) {
            throw new folder_digest/* NoDigest */.uF('.terraform/modules/modules.json has an entry without a key or a folder');
        }
        return { key, source: source ?? '', folder };
    });
    // The first one is the root module.
    return modules.filter(({ key }) => key !== '').sort((a, b) => (a.key < b.key ? -1 : 1));
}
/** Adds the packages below `.terraform/modules`, whole. */
function addPackages(directory, modules, digest) {
    const root = packagesOf(directory);
    if (root === undefined)
        return;
    const archives = new Set(modules.flatMap(({ key, source }) => (isArchive(source) ? [key] : [])));
    const gits = new Set((0,external_node_fs_.readdirSync)(root).filter((name) => !archives.has(name) && isClone((0,external_node_path_.join)(root, name))));
    // An absolute path as a source is only a link here: its target is added with its module.
    const links = new Set((0,external_node_fs_.readdirSync)(root).filter((name) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, name)).isSymbolicLink()));
    digest.addFolder(root, {
        within: root,
        skip(path) {
            // The list of modules is added with each module.
            if (path === 'modules.json' || links.has(path))
                return true;
            const [name = '', git, ...rest] = path.split('/');
            return git === '.git' && rest.length > 0 && gits.has(name) && isMadeByGit(rest);
        },
    });
}
function packagesOf(directory) {
    const path = (0,external_node_path_.join)(directory, '.terraform', 'modules');
    const real = (0,folder_digest/* realPath */.Ye)(path);
    if (real !== undefined && !(0,folder_digest/* isInside */.FK)(real, (0,folder_digest/* realPath */.Ye)(directory) ?? directory)) {
        throw new folder_digest/* NoDigest */.uF('.terraform/modules is a link out of the runtime directory');
    }
    return real;
}
/** Whether a source is an archive, or a folder, whose `.git` was made by its author; git makes its own at each clone. */
function isArchive(source) {
    if (/^(?:git|hg)::/u.test(source))
        return false;
    return /^(?:s3|gcs|file)(?:::|:)|[?&]archive=|\.(?:zip|tar|tgz|tbz2|txz|tzst|gz|bz2|xz|zst)(?:[?/]|$)/u.test(source);
}
function isClone(folder) {
    return ['HEAD', 'objects', 'refs', 'index'].every((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git', name)));
}
/** Git's own files, which differ from clone to clone. Anything else in the folder counts. */
function isMadeByGit([name = '', ...rest]) {
    return rest.length > 0
        ? ['branches', 'hooks', 'info', 'logs', 'modules', 'objects', 'refs'].includes(name)
        : /^(?:HEAD|FETCH_HEAD|ORIG_HEAD|config|description|index|packed-refs|shallow)$/u.test(name);
}
/** Adds the folder of one module, unless it is part of a package or of the rendering. */
function addLoaded(directory, module, places, digest) {
    const { key, folder } = module;
    const real = (0,folder_digest/* realPath */.Ye)((0,external_node_path_.join)(directory, folder));
    if (real === undefined)
        throw new folder_digest/* NoDigest */.uF(`there is nothing at ${folder}`);
    const [own = directory, top = places.top, leafRoot = places.leafRoot] = [directory, places.top, places.leafRoot].map(folder_digest/* realPath */.Ye);
    const packages = packagesOf(directory);
    if (packages !== undefined && (0,folder_digest/* isInside */.FK)(real, packages)) {
        const place = (0,external_node_path_.relative)(packages, real);
        digest.add(key, 'package', place);
        // What git made there is left out with the package.
        if (place.split(external_node_path_.sep).includes('.git'))
            digest.addFolder(real, { within: packages });
    }
    else if ((0,folder_digest/* isInside */.FK)(real, (0,external_node_path_.join)(own, '.terraform'))) {
        throw new folder_digest/* NoDigest */.uF(`it is in ${(0,external_node_path_.relative)(own, real)}, which init writes`);
    }
    else if ((0,folder_digest/* isInside */.FK)(real, own)) {
        digest.add(key, 'rendering', (0,external_node_path_.relative)(own, real));
    }
    else if ((0,folder_digest/* isInside */.FK)(real, leafRoot)) {
        digest.add(key, 'repository', (0,external_node_path_.relative)(leafRoot, real));
        digest.addFolder(real, { within: leafRoot });
    }
    else if ((0,folder_digest/* isInside */.FK)(real, top) && !(0,external_node_path_.relative)(top, real).split(external_node_path_.sep).some(isNoSource)) {
        const place = (0,external_node_path_.relative)(top, real);
        // If our analysis of the sources missed this module, it did not follow the references in its code either.
        const seen = places.counted.some((each) => (0,folder_digest/* realPath */.Ye)((0,external_node_path_.join)(top, each)) === real);
        if (!seen)
            digest.add('everything', places.everything());
        const committed = seen ? places.committed() : undefined;
        digest.add(key, 'repository', place);
        digest.addFolder(real, {
            within: top,
            // Other files in a known folder were checked before planning began. What is there now was written by plans (such
            // as an archive_file), and those of other leaves run at the same time.
            skip: (path) => path.split('/').some(isNoSource) || (committed !== undefined && !committed.has((0,external_node_path_.join)(place, path))),
        });
    }
    else {
        throw new folder_digest/* NoDigest */.uF(`it is in ${real}, outside of the repository`);
    }
}
/** Folders that are never committed: git's own, what we write, and what a local `init` left. */
function isNoSource(name) {
    return name === '.git' || name === '.terraform' || name === runtime_folder/* RUNTIME_FOLDER */.M;
}

// EXTERNAL MODULE: ./src/terraform/exact-json.ts
var exact_json = __webpack_require__(30206);
// EXTERNAL MODULE: ./src/rendering/movable-pin.ts
var movable_pin = __webpack_require__(91048);
;// CONCATENATED MODULE: ./src/terraform/only-creates.ts
/** Whether a plan only creates, so that a rule may let it through without a person who has seen it. Pure. */



const HARMLESS = ['create', 'no-op', 'read'];
/**
 * What a plan does, or may do, besides creating resources and outputs, in words: changes of any other kind, imports and
 * moves, actions of providers, provisioners, programs that a data source runs, and what this version does not know. Empty
 * if it does nothing of that.
 */
function beyondCreating(plan) {
    const { resources, outputs, invocations, deferredResources, deferredInvocations } = plan;
    const found = [
        ...resources.flatMap((each) => {
            const address = (0,plan_json/* addressOf */.ci)(each);
            if (each.imported)
                return [`imports ${address}`];
            if (each.movedFrom !== undefined)
                return [`moves ${address}`];
            const actions = each.actions.join(' ');
            return HARMLESS.includes(actions) ? [] : [`${actions || 'no action'} ${address}`];
        }),
        ...outputs.flatMap(({ name, actions }) => HARMLESS.includes(actions.join(' ')) ? [] : [`${actions.join(' ') || 'no action'} output.${name}`]),
        ...invocations.map(({ address }) => `invokes ${address}`),
        ...deferredResources.map(({ change }) => `defers ${(0,plan_json/* addressOf */.ci)(change)}`),
        ...deferredInvocations.map(({ change }) => `defers ${change.address}`),
        ...runningPrograms(plan.root, ''),
        ...movingModules(plan.root, ''),
        ...(plan.complete === false ? ['is not complete'] : []),
        ...[...plan.unknownParts, ...plan.unknownFields].map((part) => `has "${part}", which this version does not know`),
    ];
    return [...new Set(found)];
}
/** Nobody has seen the code of a module that follows a branch, or a range of versions: it may be newer than the review. */
function movingModules({ calls }, path) {
    return calls.flatMap(({ name, source, version, module }) => {
        const address = `${path}module.${name}`;
        const inner = movingModules(module, `${address}.`);
        if ((0,terraform_files/* isLocalModule */.gh)(source))
            return inner;
        const isPinned = version === undefined
            ? !isRegistrySource(source) && (0,movable_pin/* movablePin */.Q)({ address: `${address}.source`, value: source }) === undefined
            : /^\s*=?\s*v?\d+\.\d+\.\d+[-+.\w]*\s*$/u.test(version);
        return isPinned ? inner : [`loads ${address}, whose code may have changed since the review`, ...inner];
    });
}
/** `hashicorp/consul/aws`, with or without a host: without a version, the newest is taken. */
function isRegistrySource(source) {
    return /^(?:[\w.-]+\.[\w.-]+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/u.test(source);
}
function runningPrograms({ resources, calls }, path) {
    return [
        ...resources.flatMap(({ address, provisioners }) => [
            ...(provisioners.length > 0 ? [`has a provisioner in ${path}${address}`] : []),
            ...(address.startsWith('data.external.') ? [`runs the program of ${path}${address}`] : []),
        ]),
        ...calls.flatMap(({ name, module }) => runningPrograms(module, `${path}module.${name}.`)),
    ];
}

// EXTERNAL MODULE: ./src/terraform/plan-output.ts
var plan_output = __webpack_require__(7787);
// EXTERNAL MODULE: ./src/terraform/provider-hash.ts
var provider_hash = __webpack_require__(82652);
// EXTERNAL MODULE: ./src/terraform/refresh.ts
var refresh = __webpack_require__(85227);
// EXTERNAL MODULE: ./src/terraform/sensitive-values.ts
var sensitive_values = __webpack_require__(23631);
;// CONCATENATED MODULE: ./src/terraform/plan.ts
/** init → plan → show for one runtime directory. */

























/**
 * Initializes and plans. The plan file, which contains secrets in clear, is removed on return, unless it is kept.
 *
 * @param directory absolute path of the runtime directory
 */
async function planDirectory(directory, options) {
    const planFile = (0,external_node_path_.join)(directory, terraform_files/* PLAN_FILE */.VI);
    let keep = false;
    // From the first start on: waiting for the init of another leaf does not count.
    let begun;
    const run = (more, args) => {
        const { timeLimit } = options;
        begun ??= performance.now();
        const left = timeLimit === undefined ? undefined : Math.max(1, timeLimit - (performance.now() - begun));
        return runIn(directory, { ...options, ...more, timeLimit: left }, args);
    };
    try {
        const locked = (0,terraform_init/* providersOf */.Ou)(directory);
        const init = () => (0,terraform_init/* initialize */.n_)(directory, options, (args) => run({}, args));
        const initialized = await (options.aroundInit === undefined ? init() : options.aroundInit(directory, init));
        if (initialized.code !== 0)
            return failed(options, 'init', initialized);
        // Before any code of the plan runs: the plan itself compares the providers with it.
        const lockFile = (0,terraform_init/* lockFileOf */.LN)(directory) ?? '';
        const quiet = { onLine: undefined, onStep: undefined };
        // Of a clean leaf nothing but its plan is logged: the other lines hold ids, and whether they are sensitive is not known.
        const held = [];
        const planned = await run(options.changesOnly === true ? { onLine: (line) => held.push(line) } : {}, [
            'plan',
            '-input=false',
            '-no-color',
            '-detailed-exitcode',
            ...(options.destroy === true ? ['-destroy'] : []),
            ...(0,refresh/* refreshArguments */.ER)(options.refresh),
            ...(0,command_line/* lockArguments */.M8)(options.lockTimeout),
            ...(options.withoutConfiguration === true ? [] : [`-var-file=${terraform_files/* VARIABLES_FILE */.bV}`]),
            `-out=${terraform_files/* PLAN_FILE */.VI}`,
        ]);
        // Terraform makes it world-readable.
        if ((0,external_node_fs_.existsSync)(planFile))
            (0,external_node_fs_.chmodSync)(planFile, 0o600);
        const printed = (0,plan_output/* planTextIn */.y)(planned.stdout);
        if (options.changesOnly === true) {
            if (isCertainlyClean(planned, printed, options.environment)) {
                options.onLine?.((0,url_credentials/* withoutCredentials */.r)(printed));
                keep = options.keepPlan === true;
                return { ok: true, ...NOTHING, text: printed, providers: [], unread: true };
            }
            for (const line of held)
                options.onLine?.(line);
        }
        const showJson = () => run(quiet, ['show', '-json', '-no-color', terraform_files/* PLAN_FILE */.VI]);
        // A plan that fails half-way still writes its file: only the exit code says whether it is valid. Its secrets must be
        // masked all the same.
        if (planned.code !== 0 && planned.code !== 2) {
            const partial = (0,external_node_fs_.existsSync)(planFile) ? await showJson() : undefined;
            const known = partial?.code === 0 ? (0,sensitive_values/* sensitiveValues */.D)((0,plan_json/* readPlan */.m3)((0,exact_json/* parseShown */.X)(partial.stdout))) : undefined;
            return failed(options, 'plan', planned, known);
        }
        // What is shown, what is judged and what is applied must be one plan.
        const seal = options.keepPlan === true ? sealed(options.modules?.leafRoot ?? directory) : undefined;
        const json = await showJson();
        if (json.code !== 0)
            return failed(options, 'show', { ...json, stdout: '' });
        const plan = (0,plan_json/* readPlan */.m3)((0,exact_json/* parseShown */.X)(json.stdout));
        // Ids are printed as they are, and may look like a plan of resources above one that has none.
        const isCertain = printed !== undefined && (plan.resources.length > 0 || !/^Plan: /mu.test(printed));
        const text = isCertain ? printed : await run(quiet, ['show', '-no-color', terraform_files/* PLAN_FILE */.VI]);
        if (typeof text !== 'string' && text.code !== 0)
            return failed(options, 'show', text);
        const providers = await installedProviders(directory, lockFile, options.platform);
        const modules = options.fingerprint && installedModules(directory, options.modules ?? only(directory));
        if (seal !== undefined && !isIntact(seal)) {
            return { ok: false, stage: 'show', output: CHANGED_MEANWHILE, sensitive: (0,sensitive_values/* sensitiveValues */.D)(plan) };
        }
        keep = options.keepPlan === true;
        options.onShown?.(json.stdout);
        return {
            ok: true,
            summary: summarise(plan, planned.code === 2),
            drift: driftOf(plan),
            text: (0,url_credentials/* withoutCredentials */.r)(typeof text === 'string' ? text : ((0,plan_output/* planTextIn */.y)(text.stdout) ?? text.stdout.trim())),
            warnings: [foreignLock(locked, providers, options.binary.program) ?? [], warningsOf(planned)].flat(),
            sensitive: (0,sensitive_values/* sensitiveValues */.D)(plan),
            providers,
            fingerprint: options.fingerprint &&
                (0,fingerprint/* fingerprint */.R)(plan, { providers, modules: modules?.digest ?? '', program: options.binary.program }, options.fingerprint),
            beyondCreating: beyondCreating(plan),
            beyondReview: modules?.beyondReview,
            seal,
        };
    }
    finally {
        if (!keep)
            (0,external_node_fs_.rmSync)(planFile, { force: true });
    }
}
const NOTHING = {
    summary: {
        hasChanges: false,
        counts: { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 },
        resources: [],
    },
    drift: { resources: [], changes: [], outputs: [] },
    warnings: [],
    beyondCreating: [],
    sensitive: new Set(),
};
/** With `-target` in the environment's arguments, a change can be pending behind "No changes". */
function isCertainlyClean(planned, printed, environment) {
    return (planned.code === 0 &&
        printed?.startsWith('No changes.') === true &&
        (0,terraform_diagnostics/* diagnosticsIn */.qU)(`${planned.stdout}\n${planned.stderr}`).length === 0 &&
        !Object.keys(environment).some((name) => name.startsWith('TF_CLI_ARGS')));
}
function warningsOf({ stdout, stderr }) {
    return (0,terraform_diagnostics/* diagnosticsIn */.qU)(`${stdout}\n${stderr}`).map((each) => ({
        ...each,
        summary: (0,url_credentials/* withoutCredentials */.r)(each.summary),
        detail: (0,url_credentials/* withoutCredentials */.r)(each.detail),
    }));
}
const CHANGED_MEANWHILE = 'The plan file or a file beside it was changed while it was read, so its effect is unknown.';
function only(directory) {
    return { leafRoot: directory, top: directory, counted: [], committed: () => new Set(), everything: () => '' };
}
async function installedProviders(directory, lockFile, platform) {
    return Promise.all((0,mirror/* lockedProviders */.hJ)(lockFile).map(async ({ address, version }) => {
        const folder = (0,external_node_path_.join)(directory, '.terraform', 'providers', address, version, platform);
        return { address, version, hash: await (0,provider_hash/* providerHash */.y)(folder, (0,mirror/* lockedHashes */.dj)(lockFile, address)) };
    }));
}
async function runIn(directory, options, args) {
    const { binary, onLine, onStep, timeLimit } = options;
    return (0,process/* runTerraform */.Y)({
        binary,
        args,
        directory,
        environment: options.hidesPluginCache === true ? withOwnCache(directory, options.environment) : options.environment,
        timeLimit,
        isSmall: isSmall(directory, args),
        onPrinted: onStep &&
            ((line) => {
                const step = (0,steps/* stepIn */.eC)(line);
                if (step !== undefined)
                    onStep(step);
            }),
        onLine: onLine &&
            ((line) => {
                onLine((0,url_credentials/* withoutCredentials */.r)(line));
            }),
    });
}
/** Bytes of a plan file, which is compressed, that `show` needs little memory for: some hundred resources. */
const SMALL_PLAN = 20_000;
function isSmall(directory, [command]) {
    if (command === 'init')
        return true;
    if (command !== 'show' || (0,terraform_init/* providersOf */.Ou)(directory).length > 0)
        return false;
    const size = (0,external_node_fs_.statSync)((0,external_node_path_.join)(directory, terraform_files/* PLAN_FILE */.VI), { throwIfNoEntry: false })?.size ?? Infinity;
    return size <= SMALL_PLAN;
}
/**
 * The variable goes before the CLI configuration: what Terraform unpacks without our mirror goes to a cache of this
 * directory, never to the one that others use at the same time.
 */
function withOwnCache(directory, environment) {
    const cache = (0,external_node_path_.join)(directory, OWN_CACHE);
    (0,external_node_fs_.mkdirSync)(cache, { recursive: true });
    return { ...environment, TF_PLUGIN_CACHE_DIR: cache };
}
/** Terraform's own message: errors go to standard error, but some of the context only to standard output. */
function failed({ binary, timeLimit }, stage, result, sensitive = new Set()) {
    const words = result.stderr.trim() === '' ? result.stdout.trim() : result.stderr.trim();
    const ending = result.timedOut && timeLimit !== undefined
        ? `${(0,programs/* commandInWords */.qj)(binary.program, stage)} was stopped: the leaf took more than ${(0,terraform_ending/* durationInWords */.j)(timeLimit)} (leaf-time-limit).`
        : (0,terraform_ending/* endingInWords */.m)(binary.program, stage, result.code, words !== '');
    return { ok: false, stage, output: (0,url_credentials/* withoutCredentials */.r)([words, ending].filter(Boolean).join('\n\n')), sensitive };
}

;// CONCATENATED MODULE: ./src/terraform/unread-plan.ts
/** What is secret in a plan file that was left unread, because it certainly changes nothing. */









/** Removes what only `init` and `plan` need: many leaves may be kept unread, and a module may be a whole repository. */
function keepLittle(directory) {
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, '.terraform', 'modules'), { recursive: true, force: true });
}
/** The secrets that the plan knows; or, where Terraform cannot show it, the leaf's failure. */
async function readSecrets(plan) {
    const shown = await (0,process/* runTerraform */.Y)({ ...plan, args: ['show', '-json', '-no-color', terraform_files/* PLAN_FILE */.VI] });
    if (shown.code === 0)
        return { ok: true, sensitive: (0,sensitive_values/* sensitiveValues */.D)((0,plan_json/* readPlan */.m3)((0,exact_json/* parseShown */.X)(shown.stdout))) };
    const words = (0,url_credentials/* withoutCredentials */.r)(shown.stderr.trim());
    const ending = (0,terraform_ending/* endingInWords */.m)(plan.binary.program, 'show', shown.code, words !== '');
    return { ok: false, stage: 'show', output: [words, ending].filter(Boolean).join('\n\n'), sensitive: new Set() };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./src/terraform/shared-modules.ts
/**
 * Modules from elsewhere: fetched once in a run, whatever the number of leaves. Each leaf gets a copy of its own in
 * `.terraform/modules`, with the list of modules that `init` writes: it takes a module from there if the source and
 * version are those of the call, and fetches it itself if not. What is copied is compared with what was fetched, and what
 * a plan was made with is compared with what was reviewed, as without copies.
 */







const MODULES = '.terraform/modules';
/**
 * @param store absolute path of a folder for the copies, which the caller removes
 * @param all the calls of each leaf: what only one of them has is not kept
 */
function shareModules(store, all) {
    const leaves = new Map();
    for (const calls of all)
        for (const id of new Set(calls.map(idOf)))
            leaves.set(id, (leaves.get(id) ?? 0) + 1);
    const fetched = new Map();
    let folders = 0;
    return {
        async around(directory, calls, initialize) {
            const shared = calls.filter((call) => (leaves.get(idOf(call)) ?? 0) > 1);
            const first = new Map(shared.filter((call) => !fetched.has(idOf(call))).map((call) => [idOf(call), call]));
            const settled = new Map();
            for (const id of first.keys()) {
                fetched.set(id, new Promise((resolve) => settled.set(id, resolve)));
            }
            try {
                const others = shared.filter((call) => !first.has(idOf(call)));
                // Only leaves that have begun before are waited for, so none waits for itself.
                const copies = await Promise.all(others.map(async (call) => ({ call, kept: await fetched.get(idOf(call)) })));
                await copy(directory, copies);
                const result = await initialize();
                if (result.code === 0) {
                    if (copies.length > 0)
                        removeUnlisted(directory);
                    for (const [id, call] of first) {
                        folders += 1;
                        settled.get(id)?.(await keep(directory, call.key, (0,external_node_path_.join)(store, String(folders))));
                    }
                }
                return result;
            }
            finally {
                for (const settle of settled.values())
                    settle(undefined);
            }
        },
    };
}
function idOf({ source, version }) {
    return JSON.stringify([source, version]);
}
/** @returns undefined where the module cannot be used by others, or there is no room: each then fetches it */
async function keep(directory, key, folder) {
    const isOwn = (name) => name === key || name.startsWith(`${key}.`);
    try {
        const records = listed(directory).filter((record) => isOwn(record.Key));
        const packages = [...new Set(records.map(({ Dir }) => packageOf(Dir) ?? ''))];
        // A folder of this machine is only a link there.
        const isCopied = (name) => isOwn(name) && (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(directory, MODULES, name)).isDirectory();
        if (records.length === 0 || !packages.every(isCopied))
            return undefined;
        const isNestedFromRegistry = records.some(({ Key, Version }) => Key !== key && Version !== undefined);
        if (isNestedFromRegistry && (await decidesVersions(packages.map((name) => (0,external_node_path_.join)(directory, MODULES, name))))) {
            return undefined;
        }
        const names = packages.map((name) => name.slice(key.length));
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        for (const name of names)
            await copyFolder((0,external_node_path_.join)(directory, MODULES, `${key}${name}`), (0,external_node_path_.join)(folder, `package${name}`));
        return {
            folder,
            packages: names,
            records: records.map((record) => ({
                ...record,
                Key: record.Key.slice(key.length),
                Dir: record.Dir.slice(`${MODULES}/${key}`.length),
            })),
            digest: digestOf(folder),
        };
    }
    catch {
        return undefined;
    }
}
/**
 * Whether variables decide about the version of a module that is called in one of the folders: `init` keeps one that is
 * there where it fits, although another leaf, with other values, might be given a newer one.
 */
async function decidesVersions(folders) {
    for (const folder of folders) {
        for (const entry of (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })) {
            if (!entry.isFile() || !(0,terraform_files/* isTerraformFile */.L5)(entry.name))
                continue;
            const { expressions } = await (0,parse_file/* parseTerraformFile */.U)(entry.name, (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(entry.parentPath, entry.name), 'utf8'));
            if (expressions.some(({ address }) => /^module\..*\.version$/u.test(address)))
                return true;
        }
    }
    return false;
}
/** Never fails: what is not there is fetched. */
async function copy(directory, copies) {
    const records = new Map();
    try {
        for (const { call, kept } of copies) {
            // The plan of another leaf may have run programs that wrote there.
            if (kept === undefined || digestOf(kept.folder) !== kept.digest)
                continue;
            for (const name of kept.packages) {
                await copyFolder((0,external_node_path_.join)(kept.folder, `package${name}`), (0,external_node_path_.join)(directory, MODULES, `${call.key}${name}`));
            }
            // Without its caller in the list, a module does not count.
            for (const { key, source, folder } of call.via)
                records.set(key, { Key: key, Source: source, Dir: folder });
            for (const record of kept.records) {
                const key = `${call.key}${record.Key}`;
                records.set(key, { ...record, Key: key, Dir: `${MODULES}/${call.key}${record.Dir}` });
            }
        }
        if (records.size === 0)
            return;
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, MODULES, 'modules.json'), JSON.stringify({ Modules: [...records.values()] }));
    }
    catch {
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, MODULES), { recursive: true, force: true });
    }
}
async function copyFolder(from, to) {
    await (0,promises_.cp)(from, to, { recursive: true, verbatimSymlinks: true, errorOnExist: true, force: false });
}
/** A module that was copied and then fetched after all, because the call is another: what only the copy called goes. */
function removeUnlisted(directory) {
    const packages = new Set(listed(directory).map(({ Dir }) => packageOf(Dir)));
    const root = (0,external_node_path_.join)(directory, MODULES);
    for (const name of (0,external_node_fs_.readdirSync)(root)) {
        if (name !== 'modules.json' && !packages.has(name))
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(root, name), { recursive: true, force: true });
    }
}
/** `vpc` of `.terraform/modules/vpc/modules/subnets`. */
function packageOf(folder) {
    return folder.startsWith(`${MODULES}/`) ? folder.slice(MODULES.length + 1).split('/')[0] : undefined;
}
function listed(directory) {
    try {
        const listing = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, MODULES, 'modules.json'), 'utf8'));
        return (0,json/* list */.p_)((0,json/* field */.ZZ)(listing, 'Modules')).flatMap((each) => {
            const [Key, Source, Version, Dir] = ['Key', 'Source', 'Version', 'Dir'].map((name) => (0,json/* textOf */.b6)(each, name));
            if (Key === undefined || Source === undefined || Dir === undefined)
                return [];
            return [{ Key, Source, ...(Version === undefined ? {} : { Version }), Dir }];
        });
    }
    catch {
        return [];
    }
}
function digestOf(folder) {
    const digest = new folder_digest/* FolderDigest */.hm({ bytes: Infinity, files: Infinity });
    digest.addFolder(folder, { within: '/' });
    return digest.value();
}

;// CONCATENATED MODULE: ./src/execution/leaf-terraform.ts
/** Terraform in the runtime directories of leaves. */
























/**
 * Runs something with Terraform for leaves, under the locks of these leaves. What a plan marks as sensitive is known to the
 * masker when `plan` returns. No runtime directory is left behind.
 *
 * @param top absolute path of the repository's top folder, which has the head's files
 * @param leaves every leaf that Terraform may run for
 */
async function withLeafTerraform(settings, context, top, leaves, binary, command, use) {
    const runtimeRoot = (0,external_node_path_.join)(settings.projectRoot, runtime_folder/* RUNTIME_FOLDER */.M);
    const directories = new Map();
    const seals = new Map();
    const turns = (0,terraform_init/* openInitTurns */.lU)();
    const calls = new Map();
    const scratch = (0,external_node_path_.join)((0,beside/* besideRoot */.p)(runtimeRoot), 'checks');
    let checks;
    const lock = (0,run_lock/* takeLocks */.m5)(runtimeRoot, leaves.map(({ leaf }) => leaf.path), { command, now: context.now });
    function discard(leaf) {
        const directory = directories.get(leaf);
        directories.delete(leaf);
        seals.delete(leaf);
        try {
            // First, because it holds secrets in clear text.
            if (directory !== undefined)
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, terraform_files/* PLAN_FILE */.VI), { force: true });
            (0,runtime_directory/* removeRuntimeDirectory */.gy)(runtimeRoot, leaf.leaf.path);
        }
        catch (error) {
            // A provisioner's container may have left files of another user, for example: the result must still be reported.
            const what = `The runtime directory of ${leaf.leaf.path} could not be removed: ${(0,node_errors/* messageOf */.bD)(error)}`;
            context.log.warning(`${what} Remove it before the next run on this machine.`);
        }
    }
    const real = (leaf) => context.withSecrets?.(leaf) ?? (0,changed_leaf/* renderedOf */.dY)(leaf);
    async function write(leaf, rendered = real(leaf), root = runtimeRoot) {
        const { rendering, reach, snapshot } = rendered;
        return leaf.kind === 'removed'
            ? (0,runtime_directory/* writeRuntimeDirectoryApart */.r6)(rendering, snapshot, root, (0,digest/* neighboursOf */.YV)(rendering, reach))
            : (0,runtime_directory/* writeRuntimeDirectory */.nI)(rendering, snapshot, root, top);
    }
    /** @param shown what `show -json` printed of its plan */
    function whereOf(leaf, directory, shown) {
        const hasSecrets = context.withSecrets?.(leaf) !== undefined;
        let masked;
        return {
            directory,
            writeAgain: () => write(leaf, real(leaf), (0,external_node_path_.join)(scratch, 'again')),
            planFile: (0,external_node_path_.join)(directory, terraform_files/* PLAN_FILE */.VI),
            standIns: hasSecrets ? () => write(leaf, (0,changed_leaf/* renderedOf */.dY)(leaf), (0,external_node_path_.join)(scratch, 'stand-ins')) : undefined,
            plan: shown === undefined
                ? undefined
                : {
                    whole: shown,
                    withoutSensitive: () => (masked ??= (0,checked_plan/* withoutSensitive */.f)(shown, (text) => context.masker.mask(text))),
                },
        };
    }
    async function planOf(leaf, lines, more, checked) {
        const rendered = (0,changed_leaf/* renderedOf */.dY)(leaf);
        const unread = (0,unread_backend/* unreadBackend */.e)(rendered.rendering, binary);
        if (unread !== undefined)
            return { ok: false, stage: 'init', output: (0,problems/* formatProblem */.Vw)(unread), sensitive: new Set() };
        const { need, isOpen } = await (0,configuration_need/* configurationNeed */.F)(rendered, binary);
        const prepare = async () => {
            const written = await write(leaf);
            if (need === 'early')
                (0,runtime_directory/* writeEarlyVariables */.c$)(rendered.rendering, written);
            return written;
        };
        const directory = await prepare();
        directories.set(leaf, directory);
        if (checks !== undefined) {
            const intact = sealed(directory);
            const where = whereOf(leaf, directory);
            const failures = await checks.runHooks('before-init', leaf, where, more.onStep);
            if (failures.length > 0)
                return { ok: false, stage: 'init', output: failures.join('\n'), sensitive: new Set() };
            if (leaf.kind !== 'removed')
                checked.push(...(await checks.run(['rendering'], leaf, where, more.onStep)));
            if (!isIntact(intact))
                await prepare();
        }
        const result = await planDirectory(directory, {
            binary,
            environment: context.environment,
            lockTimeout: settings.lockTimeout,
            mirror: settings.providerMirror,
            hidesPluginCache: settings.hidesPluginCache,
            platform: settings.platform,
            turns,
            requirements: (0,provider_requirements/* providerRequirements */.Y)(rendered, isOpen),
            onLine: (line) => lines.push(line),
            changesOnly: settings.changesOnly === true && checks?.readsPlan(leaf) !== true,
            timeLimit: settings.leafTimeLimit,
            withoutConfiguration: need === 'none',
            destroy: leaf.kind === 'removed',
            refresh: settings.refresh,
            ...more,
            modules: modulePlaces(leaf),
            keepPlan: true,
        });
        if (result.ok && result.seal !== undefined)
            seals.set(leaf, result.seal);
        // With early variables, Terraform reads the code even to show a plan.
        if (result.ok && result.unread === true && need !== 'early')
            keepLittle(directory);
        return result;
    }
    function modulePlaces(leaf) {
        const { reach, snapshot } = (0,changed_leaf/* renderedOf */.dY)(leaf);
        return {
            leafRoot: (0,external_node_path_.join)(runtimeRoot, 'leaves', leaf.leaf.path),
            top,
            counted: reach.modules.map(({ folder }) => folder),
            committed: () => withFolders(snapshot.files()),
            everything: () => (0,digest/* snapshotDigest */.he)(snapshot.files()),
        };
    }
    try {
        (0,runtime_directory/* removeLeftovers */.DA)(runtimeRoot, terraform_files/* PLAN_FILE */.VI);
        const texts = new Map();
        for (const leaf of leaves)
            calls.set(leaf, await remoteModuleCalls((0,changed_leaf/* renderedOf */.dY)(leaf), texts));
        const modules = shareModules((0,external_node_path_.join)((0,beside/* openBeside */.V)(runtimeRoot), 'modules'), [...calls.values()]);
        if (context.checks !== undefined) {
            checks = await openLeafChecks(context.checks, scratch, top, context.environment, context.processes);
        }
        await context.beforeTerraform?.(binary, await lockFilesOf(leaves));
        return await use({
            async plan(leaf, onStep, fingerprint) {
                const lines = [];
                const around = (directory, initialize) => modules.around(directory, calls.get(leaf) ?? [], initialize);
                const checked = [];
                let shown;
                const onShown = (json) => {
                    shown = json;
                };
                const more = { onStep, aroundInit: around, fingerprint, onShown };
                const result = await planOf(leaf, lines, more, checked).catch(notPlanned);
                context.masker.add(result.sensitive);
                if (checks !== undefined) {
                    const directory = directories.get(leaf);
                    const where = result.ok && directory !== undefined ? whereOf(leaf, directory, shown) : undefined;
                    checked.push(...(await checks.run(['plan', 'drift'], leaf, where, onStep)));
                }
                if (context.results !== undefined && result.ok && shown !== undefined) {
                    const plan = (0,checked_plan/* withoutSensitive */.f)(shown, (text) => context.masker.mask(text));
                    context.results.add(leaf, plan, result.summary.counts);
                }
                return { result, lines, checks: checked };
            },
            async learnSecrets(leaf) {
                const directory = directories.get(leaf);
                if (directory === undefined)
                    throw new Error(`the plan of ${leaf.leaf.path} is not kept`);
                const { environment } = context;
                const read = await readSecrets({ directory, binary, environment, timeLimit: settings.leafTimeLimit }).catch(notPlanned);
                context.masker.add(read.sensitive);
                return read.ok ? undefined : read;
            },
            async apply(leaf, onStep) {
                const directory = directories.get(leaf);
                const seal = seals.get(leaf);
                if (directory === undefined || seal === undefined) {
                    throw new Error(`${leaf.leaf.path} was not planned before its apply`);
                }
                const lines = [];
                const result = await applyPlan(directory, seal, {
                    binary,
                    environment: context.environment,
                    lockTimeout: settings.lockTimeout,
                    onLine: (line) => lines.push(line),
                    onStep,
                });
                const hookFailures = result.ok && checks !== undefined
                    ? await checks.runHooks('after-apply', leaf, whereOf(leaf, directory), (step) => {
                        onStep(step, false);
                    })
                    : [];
                return { result, lines, hookFailures };
            },
            discard,
        });
    }
    finally {
        for (const leaf of directories.keys())
            discard(leaf);
        try {
            (0,external_node_fs_.rmSync)((0,beside/* besideRoot */.p)(runtimeRoot), { recursive: true, force: true });
        }
        finally {
            lock.release();
        }
    }
}
function withFolders(files) {
    const paths = new Set();
    for (const { path } of files) {
        for (let each = path; each !== '.' && !paths.has(each); each = external_node_path_.posix.dirname(each))
            paths.add(each);
    }
    return paths;
}
function notPlanned(error) {
    return { ok: false, stage: 'plan', output: (0,node_errors/* messageOf */.bD)(error), sensitive: new Set() };
}
/** The distinct dependency lock files, which decide which providers are installed. */
async function lockFilesOf(leaves) {
    const texts = new Set();
    for (const leaf of leaves) {
        const { rendering, snapshot } = (0,changed_leaf/* renderedOf */.dY)(leaf);
        const file = snapshot.file((0,snapshot_snapshot/* joinPath */.uJ)(rendering.source, '.terraform.lock.hcl'));
        if (file === undefined)
            continue;
        await snapshot.load([file]);
        texts.add(snapshot.read(file).toString('utf8'));
    }
    return [...texts];
}


/***/ }),

/***/ 73007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ planInParallel)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70370);
/* harmony import */ var _base_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88122);
/* harmony import */ var _markdown_escaping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69405);
/* harmony import */ var _markdown_counts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86093);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15131);
/* harmony import */ var _held_logs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51523);
/* harmony import */ var _leaf_terraform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52690);
/** The plans of many leaves at once. */







/**
 * Plans leaves in parallel, each in its own runtime directory, which is removed afterwards. Progress is logged as plans
 * end; Terraform's output once everything that any of the plans marks as sensitive is known.
 *
 * @param top absolute path of the repository's top folder, which has the head's files
 * @param contexts what leaves' fingerprints are bound to; a leaf without an entry gets none
 * @param waits for the log: a leaf that waits has not failed
 */
async function planInParallel(settings, context, top, toPlan, binary, contexts = new Map(), waits) {
    return (0,_leaf_terraform_js__WEBPACK_IMPORTED_MODULE_0__/* .withLeafTerraform */ .b)(settings, context, top, toPlan, binary, 'plan', async (terraform) => {
        const results = new Map();
        const stopped = new Set();
        const durations = new Map();
        const checked = new Map();
        const unread = new Set();
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(settings.parallelism);
        const logs = (0,_held_logs_js__WEBPACK_IMPORTED_MODULE_2__/* .holdLogs */ .t)(context.log);
        const progress = (0,_base_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .openProgress */ .m)(context.log);
        let ended = 0;
        // Terraform was asked to stop, and says that it did as an error.
        const isStopped = (result) => !result.ok && context.processes.interrupted();
        try {
            await Promise.all(toPlan.map((each) => limit(async () => {
                if (context.cancelled())
                    return;
                const started = performance.now();
                try {
                    const { result, lines, checks } = await progress.run(each.leaf.path, async (step) => {
                        const planned = await terraform.plan(each, step, contexts.get(each));
                        return { ...planned, waitsFor: await waits?.(each, planned.result, results) };
                    }, ({ result: planned, waitsFor }) => {
                        ended += 1;
                        const words = isStopped(planned) ? 'cancelled' : inWords(planned, waitsFor);
                        return `${words} (${ended}/${toPlan.length})`;
                    });
                    durations.set(each, Math.round(performance.now() - started));
                    logs.hold(each.leaf.path, lines);
                    if (isStopped(result))
                        stopped.add(each);
                    else {
                        results.set(each, result);
                        checked.set(each, checks);
                    }
                    if (result.ok && result.unread === true)
                        unread.add(each);
                }
                finally {
                    if (!unread.has(each))
                        terraform.discard(each);
                }
            })));
            await learnSecrets();
        }
        catch (error) {
            if (unread.size > 0)
                logs.drop(NOT_SHOWN);
            throw error;
        }
        finally {
            progress.close();
            logs.release();
        }
        return { results, checks: checked, stopped, durations };
        /** What any leaf shows may hold another's secret. Where nothing is shown, reading the clean ones would only cost time. */
        async function learnSecrets() {
            const shown = [...results.keys(), ...stopped].filter((each) => !unread.has(each));
            if (shown.length === 0 || unread.size === 0)
                return;
            await Promise.all([...unread].map((each) => limit(async () => {
                const failed = context.processes.interrupted() ? undefined : await terraform.learnSecrets(each);
                if (failed !== undefined)
                    results.set(each, failed);
                terraform.discard(each);
            })));
            if (!context.processes.interrupted())
                return;
            logs.drop(NOT_SHOWN);
            for (const each of shown) {
                results.delete(each);
                stopped.add(each);
            }
            for (const each of unread)
                if (results.get(each)?.ok === false)
                    results.delete(each);
        }
    });
}
const NOT_SHOWN = 'The output is not shown: the job ended before all secrets that may be in it were known.';
function inWords(result, waitsFor = []) {
    if (waitsFor.length > 0)
        return `waits for ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_4__/* .firstFew */ .Dt)(waitsFor.map(_markdown_escaping_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN), 3)}`;
    if (!result.ok)
        return `${result.stage} failed`;
    return result.summary.hasChanges ? (0,_markdown_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .countsInWords */ .P)(result.summary.counts) || 'changes' : 'no changes';
}


/***/ }),

/***/ 82261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ planWarnings)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15131);
/** What a reviewer must know about a plan besides its changes → problems of the report. Pure. */


/** How many things are named one by one; the others are counted. */
const MOST_NAMED = 10;
/** Terraform's warning about a check that fails. */
const FAILED_CHECK = 'Check block assertion failed';
/**
 * @param leaf the path of the leaf, which becomes the place of these warnings
 * @param printed Terraform's own warnings, which are reported with their places
 */
function planWarnings(leaf, { remarks, hasChanges }, printed = []) {
    if (remarks === undefined)
        return [];
    const place = { file: leaf };
    const { unknownParts, incomplete, failedChecks, unseen } = remarks;
    return [
        ...some(unknownParts, (parts) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('terraform', `The plan has parts that this version does not know: ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .firstFew */ .Dt)(parts, MOST_NAMED)}.`, {
            place,
            hint: 'They are compared with what was reviewed, but not explained here: update Kompos, or read them in the plan.',
        })),
        ...(incomplete && hasChanges
            ? [
                (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('terraform', 'The plan is not complete: another plan is needed after its apply.', {
                    place,
                    hint: 'Plan the leaf again after the apply: changes that were deferred, or excluded by a target, are still to come.',
                }),
            ]
            : []),
        ...some(printed.some(({ summary }) => summary === FAILED_CHECK) ? [] : failedChecks, (checks) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('terraform', `Checks of the plan fail: ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .firstFew */ .Dt)(checks, MOST_NAMED)}`, {
            place,
            hint: 'The plan is applied anyway: a failed check only warns.',
        })),
        ...some(hasChanges ? unseen : [], (inputs) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('terraform', `A plan cannot show values that come from outside of these files: ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .firstFew */ .Dt)(inputs.map(inputInWords), MOST_NAMED)}. An apply uses their values at that time, not those of the reviewed plan.`, { place, hint: 'Keep these sources from changing between review and apply, or set the values elsewhere.' })),
    ];
}
function some(items, say) {
    return items.length === 0 ? [] : [say(items)];
}
/** `aws_db_instance.this password_wo (write-only) from ephemeral.random_password.this` */
function inputInWords({ address, argument, sources }) {
    const what = argument === 'provisioner' ? 'provisioners' : `write-only argument ${argument}`;
    const from = sources.length === 0
        ? 'a function'
        : sources.length > 3
            ? (0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(sources.length, 'source', 'sources')
            : sources.join(', ');
    return `${what} of ${address} from ${from}`;
}


/***/ }),

/***/ 85244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ fingerprintContexts),
/* harmony export */   MR: () => (/* binding */ reviewedLeaf),
/* harmony export */   MZ: () => (/* binding */ waitingLeaf),
/* harmony export */   v$: () => (/* binding */ madeBy)
/* harmony export */ });
/* harmony import */ var _changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66486);
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44669);
/* harmony import */ var _rendering_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47654);
/* harmony import */ var _rendering_secret_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99551);
/* harmony import */ var _terraform_mirror_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36045);
/** A plan's entry in the record, and what it is bound to. */





/**
 * What the fingerprints of leaves are bound to. A leaf is missing if its rendering cannot be digested, because it does
 * not render without the values of its environment variables.
 */
async function fingerprintContexts(leaves, checkout, revisions, settings, { sealed, hidden: values }) {
    const { standIns, fingerprintKey: key } = settings;
    const hidden = new Map([...values, ...settings.hidden]);
    const renderers = new Map();
    const contexts = new Map();
    for (const each of leaves) {
        const isFinal = standIns === undefined && (0,_rendering_secret_places_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)((0,_changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_3__/* .renderedOf */ .dY)(each).rendering).length === 0;
        const rendered = isFinal ? (0,_changes_changed_leaf_js__WEBPACK_IMPORTED_MODULE_3__/* .renderedOf */ .dY)(each) : await renderAgain(each);
        if (rendered === undefined)
            continue;
        const rendering = await (0,_rendering_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .renderingDigest */ .tP)(rendered, settings.unusedConfiguration === 'plan');
        contexts.set(each, { rendering, key, standIns: hidden });
    }
    return contexts;
    async function renderAgain({ leaf, kind }) {
        const commit = kind === 'removed' ? revisions.base : revisions.head;
        if (commit === undefined)
            return undefined;
        let renderer = renderers.get(commit);
        if (renderer === undefined) {
            const opened = await checkout.open(commit, standIns);
            renderer = sealed === undefined ? opened : opened.withSecrets(sealed);
            renderers.set(commit, renderer);
        }
        const result = await renderer.render(leaf);
        return result.ok ? result : undefined;
    }
}
/** The entry of the record for a plan; undefined if it failed or cannot be recorded. */
function reviewedLeaf({ leaf, kind }, result, context, binary, { platform, refresh = 'full' }, checks = []) {
    if (!result.ok || result.fingerprint === undefined || context === undefined)
        return undefined;
    const { create, update, replace, delete: destroy } = result.summary.counts;
    return {
        leaf: leaf.path,
        destroys: kind === 'removed',
        hasChanges: result.summary.hasChanges,
        rendering: context.rendering,
        fingerprint: result.fingerprint.value,
        counts: { create, update, replace, delete: destroy },
        terraform: binary.version,
        providers: (0,_terraform_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .providerVersions */ .Nw)(result.providers),
        madeBy: madeBy(binary, platform, result.providers),
        refresh: refresh === 'full' ? undefined : refresh,
        checks: checks.length === 0 ? undefined : recordedChecks(checks),
        changes: result.fingerprint.changes,
    };
}
/** Names of the checks that passed, and of the required ones that did not. */
function recordedChecks(checks) {
    const names = (some) => [...new Set(some.map(({ name }) => name))];
    const blocking = checks.filter(_checks_check_js__WEBPACK_IMPORTED_MODULE_4__/* .isBlocking */ .U);
    return {
        passed: names(checks.filter(({ name, status }) => status === 'passed' && !blocking.some((each) => each.name === name))),
        failed: names(blocking),
    };
}
/** The entry of the record for a leaf that waits for others; undefined if its rendering cannot be recorded. */
function waitingLeaf({ path }, waits, context, binary, { platform }) {
    if (context === undefined)
        return undefined;
    return {
        leaf: path,
        destroys: false,
        // It is to be applied, as far as anybody knows.
        hasChanges: true,
        rendering: context.rendering,
        fingerprint: '',
        counts: { create: 0, update: 0, replace: 0, delete: 0 },
        terraform: binary.version,
        providers: [],
        madeBy: madeBy(binary, platform, []),
        waits,
    };
}
/** What a plan was made with, as a record spells it. */
function madeBy(binary, platform, providers) {
    const hashes = providers.map(({ hash = '' }) => hash.replace(/^h1:/u, '').slice(0, 8));
    return { program: binary.program, platform, hashes };
}


/***/ }),

/***/ 75879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ changedFile),
/* harmony export */   t: () => (/* binding */ recordJudge)
/* harmony export */ });
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82017);
/* harmony import */ var _gate_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94317);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _gate_test_merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85194);
/* harmony import */ var _gate_trusted_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80116);
/** Whether the record of a pull request can be trusted: its signature, the test merge in it, and who planned it. */





/**
 * @param tip the commit of the applied branch whose first parents are its history
 * @returns a judge that reads the issuer's keys once
 */
function recordJudge(settings, { history, blobAt }, tip) {
    const issuer = (0,_gate_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .issuerOf */ .xD)(settings.serverUrl);
    let verifier;
    return async (comments, pullRequest, record) => {
        const found = (0,_gate_trusted_record_js__WEBPACK_IMPORTED_MODULE_3__/* .findRecord */ .Tq)(comments, pullRequest, record);
        if (!found.ok)
            return found;
        let { time } = found;
        const planners = new Set();
        if (record.mode === 'signed') {
            for (const part of found.parts) {
                const signed = await signedPart(part, pullRequest);
                if ('why' in signed)
                    return { ok: false, why: inFull(pullRequest, signed.why) };
                time = Math.max(time, signed.time);
                if (signed.planner !== undefined)
                    planners.add(signed.planner);
            }
        }
        const why = (0,_gate_trusted_record_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenAfterMerge */ .Ov)(time, pullRequest);
        if (why !== undefined)
            return { ok: false, why };
        const { selection = [], workflow, job } = found.parts[0]?.record ?? {};
        const leaves = found.parts.flatMap(({ record: { leaves } }) => leaves);
        return { ok: true, leaves, time, planners, asked: { selection, workflow, job } };
    };
    async function signedPart({ token, sealed, record }, pullRequest) {
        if (token === undefined) {
            return { why: 'it is not signed: give the plan job "permissions: id-token: write", and plan before the merge' };
        }
        verifier ??= Promise.all(/* import() */[__webpack_require__.e(5858), __webpack_require__.e(1048)]).then(__webpack_require__.bind(__webpack_require__, 61048)).then(({ openVerifier }) => openVerifier(issuer.keys));
        const verified = await (await verifier)(token);
        if ('failure' in verified)
            return { why: verified.failure };
        const { ids, parents } = (0,_gate_test_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .readTestMerge */ .l)(record.testMerge);
        const why = (0,_gate_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongClaim */ ._$)(verified.claims, {
            issuer,
            audience: (0,_gate_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .audienceOf */ .Ox)(sealed),
            repositoryId: pullRequest.repositoryId,
            pullRequest: pullRequest.number,
            branch: settings.branch,
            run: record.run,
            attempt: record.attempt,
            testMerge: ids,
            workflows: settings.planWorkflows,
            jobWorkflows: settings.planJobWorkflows,
        }) ??
            (await wrongTestMerge(parents, pullRequest.head)) ??
            (await changedWorkflow(verified.claims, parents[0] ?? '', pullRequest));
        if (why !== undefined)
            return { why };
        return { time: verified.issuedAt, planner: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(verified.claims['actor']) };
    }
    /** No claim names the head: unchecked, the token of a malicious head would also be valid for the next one. */
    async function wrongTestMerge([onto = '', head, ...more], wanted) {
        if (more.length > 0 || head !== wanted) {
            return `its signature is for the head commit ${head === undefined ? '(none)' : (0,_base_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .A)(head)}, not for ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .A)(wanted)}`;
        }
        if (await history.wasTip(onto, tip))
            return undefined;
        return `it was planned on ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .A)(onto)}, which was never the tip of "${settings.branch}"`;
    }
    /** Anyone who may push a branch could otherwise plan with a workflow of their own. */
    async function changedWorkflow(claims, onto, { number, head }) {
        const changed = await changedFile({ history, blobAt }, (0,_gate_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowFiles */ .BF)(claims, number), onto, head);
        return changed && `the pull request changes ${changed}, which plans it`;
    }
}
/**
 * The first of some files that differs between a pull request's head and where its branch began. Branches that have
 * merged each other begin at several commits: a file that differs from any of these counts.
 */
async function changedFile({ history, blobAt }, paths, onto, head) {
    const begun = await history.mergeBases(onto, head);
    for (const path of paths) {
        const after = await blobAt(head, path);
        if (after === undefined || begun.length === 0)
            return path;
        for (const commit of begun)
            if ((await blobAt(commit, path)) !== after)
                return path;
    }
    return undefined;
}
function inFull({ number }, why) {
    return `The record in the report of pull request #${number} is not trusted: ${why}.`;
}


/***/ }),

/***/ 46607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KR: () => (/* binding */ CHANGE_NAMES),
/* harmony export */   LI: () => (/* binding */ PIN_NAMES),
/* harmony export */   ST: () => (/* binding */ REASON_NAMES),
/* harmony export */   Tl: () => (/* binding */ BLOCK_NAMES),
/* harmony export */   cj: () => (/* binding */ CHECK_NAMES),
/* harmony export */   qY: () => (/* binding */ SUMMARY_NAMES),
/* harmony export */   tE: () => (/* binding */ RUN_NAMES),
/* harmony export */   zq: () => (/* binding */ PROBLEM_NAMES)
/* harmony export */ });
/** Where a report goes: otherwise a repository named like a secret could not be written to. */
const RUN_NAMES = {
    title: 'name',
    repository: 'name',
    serverUrl: 'name',
    runUrl: 'name',
    source: 'name',
};
/** A place is one of a file that exists: see `terraformProblems`. */
const PROBLEM_NAMES = {
    code: 'name',
    severity: 'name',
    place: 'name',
    leaves: 'name',
};
const CONFIGURATION_KEY = { key: 'key', origin: 'name' };
const REASON_NAMES = {
    ...CONFIGURATION_KEY,
    kind: 'name',
    address: 'name',
    keys: CONFIGURATION_KEY,
    path: 'name',
    change: 'name',
    module: 'name',
    via: 'name',
    files: 'name',
};
const PIN_NAMES = {
    address: 'name',
    written: 'name',
    template: 'name',
    keys: CONFIGURATION_KEY,
};
const BLOCK_NAMES = { address: 'name', template: 'name' };
const SUMMARY_NAMES = {
    resources: { address: 'address', action: 'name', movedFrom: 'address' },
    outputs: { name: 'address', action: 'name' },
};
/** A place is one of a file that exists. A rule is whatever a program prints. */
const CHECK_NAMES = {
    name: 'name',
    on: 'name',
    status: 'name',
    findings: { level: 'name', place: 'name' },
};
/** Of the record, which compares them: digests must not change by accident. */
const CHANGE_NAMES = {
    address: 'address',
    actions: 'name',
    attributes: 'name',
};


/***/ }),

/***/ 11050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zZ: () => (/* binding */ waitForCandidates),
  gl: () => (/* binding */ waitUnstarted),
  i5: () => (/* binding */ waitsAfterPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/graph/graph.ts
var graph_graph = __webpack_require__(1924);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(32972);
// EXTERNAL MODULE: ./src/execution/additions.ts
var execution_additions = __webpack_require__(44079);
// EXTERNAL MODULE: ./src/execution/terraform-problems.ts
var terraform_problems = __webpack_require__(8931);
// EXTERNAL MODULE: ./src/terraform/unseen-inputs.ts
var unseen_inputs = __webpack_require__(7962);
;// CONCATENATED MODULE: ./src/execution/waiting.ts
/**
 * Leaves that cannot be planned yet, because they read what the same change creates: not failed, and not guessed. Only
 * Terraform's own words decide, and only two kinds of them: that a state is not there, and that an output is not in it.
 * Pure. Sources of the words: `internal/builtin/providers/terraform/data_source_state.go` in Terraform's and
 * `internal/lang` and `hcl/v2/hclsyntax/expression.go`.
 */



const NO_CONTEXT = { fileOf: () => undefined, localAt: () => undefined };
/**
 * The leaves that a leaf waits for, in byte order: each of the errors is about a state that is not there, or an output
 * that is not in it, and one of the edges explains it. Undefined if any is about something else.
 *
 * @param errors of its plan
 * @param edges of what it reads itself
 * @param additions of the change, by leaf
 */
function waitsFor(errors, edges, additions, context = NO_CONTEXT) {
    const found = new Set();
    const missing = new Set(errors.flatMap(({ summary, address }) => (summary === NO_STATE ? (address ?? []) : [])));
    for (const error of errors) {
        // OpenTofu announces each of these errors by another one.
        if (missing.has(ANNOUNCED.exec(error.summary)?.[1] ?? ''))
            continue;
        const explained = explain(error, edges, additions, context);
        if (explained.length === 0)
            return undefined;
        for (const leaf of explained)
            found.add(leaf);
    }
    return found.size === 0 ? undefined : [...found].sort(snapshot/* compareBytes */.Xo);
}
const NO_STATE = 'Unable to find remote state';
const ANNOUNCED = /^(\S.*): Unable to read remote state$/u;
function explain(error, edges, additions, { fileOf, localAt }) {
    switch (error.summary) {
        case NO_STATE: {
            const address = (0,unseen_inputs/* withoutKeys */.Pe)(error.address ?? '');
            return leavesOf(edges.filter(({ addresses }) => addresses.includes(address))).filter((leaf) => additions.get(leaf)?.isNew === true);
        }
        case 'Unsupported attribute':
        case 'Invalid index': {
            const file = fileOf(error);
            const missing = missingOutput(error, (name) => (file === undefined ? undefined : localAt(file, name)));
            if (missing === undefined)
                return [];
            const own = edges.filter(({ addresses, outputs, places }) => addresses.some((address) => address === missing.source || address.endsWith(`.${missing.source}`)) &&
                (outputs === 'all' || outputs.includes(missing.output)) &&
                (file === undefined || places.some((place) => external_node_path_.posix.dirname(place.file) === external_node_path_.posix.dirname(file))));
            return leavesOf(own).filter((leaf) => additions.get(leaf)?.outputs.has(missing.output) === true);
        }
        default:
            return [];
    }
}
function leavesOf(edges) {
    return edges.map(({ reads }) => reads);
}
/** Below the source lines, Terraform says what the values in them are. */
const OBJECT = /^\s*│ (\S.*) is object with (?:no|\d+) attributes?/u;
const OUTPUTS = /^(data\.terraform_remote_state\.[^\s[.]+)(?:\[[^\]]*\])?\.outputs$/u;
const KEY = /^\s*│ \S+ is (".*")$/u;
const ATTRIBUTE = /^This object does not have an attribute named "([^"]*)"\.$/u;
/** The data source, without instance keys, and the output that its state does not have. */
function missingOutput({ summary, detail, source: lines = [] }, localNamed) {
    const values = lines.flatMap((line) => {
        const written = OBJECT.exec(line)?.[1];
        if (written === undefined)
            return [];
        const local = /^local\.([^\s[.]+)$/u.exec(written)?.[1];
        const source = OUTPUTS.exec(local === undefined ? written : (localNamed(local) ?? ''))?.[1];
        return [{ source, written }];
    });
    const [value] = values;
    if (value?.source === undefined || values.length > 1)
        return undefined;
    const { source, written } = value;
    if (summary === 'Unsupported attribute') {
        const output = ATTRIBUTE.exec(detail.replaceAll(/\s+/gu, ' '))?.[1];
        return output === undefined ? undefined : { source, output };
    }
    const keys = new Set([...keysIn(lines, written), ...lines.flatMap((line) => KEY.exec(line)?.[1] ?? [])]);
    const [key] = keys;
    if (key === undefined || keys.size > 1)
        return undefined;
    const output = /^"((?:[^"\\$%]|\$(?!\{)|%(?!\{))*)"$/u.exec(key)?.[1];
    return output === undefined ? undefined : { source, output };
}
/** The literal keys in the source lines: `"vpc_id"` of `data.terraform_remote_state.vpc.outputs["vpc_id"]`. */
function keysIn(lines, written) {
    return lines.flatMap((line) => {
        const code = /^\s*\d+: (.*)$/u.exec(line)?.[1] ?? '';
        return code
            .split(`${written}[`)
            .slice(1)
            .flatMap((rest) => /^\s*("[^"]*")\s*\]/u.exec(rest)?.[1] ?? []);
    });
}

;// CONCATENATED MODULE: ./src/execution/waiting-leaves.ts
/** Which leaves of a change cannot be planned yet, because they read what other leaves of it create. */








/**
 * The leaves that wait without Terraform being started: it would create the state that they read. Only `local`, `http`
 * and the default workspace of `s3` answer without writing when a state is not there.
 *
 * @param created the leaves whose states are not there yet
 */
function waitUnstarted(leaves, created, graph) {
    const types = new Map(created.flatMap((each) => ('head' in each ? [[each.leaf.path, each.head.rendering.state?.type ?? 'local']] : [])));
    return new Map(leaves.flatMap((each) => {
        if (each.kind === 'removed')
            return [];
        const writing = codeReads(graph, each.leaf.path).filter((edge) => {
            const type = types.get(edge.reads);
            return type !== undefined && createsWhatItReads(type, edge);
        });
        return writing.length === 0 ? [] : [[each, writing.map(({ reads }) => reads)]];
    }));
}
function createsWhatItReads(type, { namesWorkspace }) {
    if (type === 'local' || type === 'http')
        return false;
    return type !== 's3' || namesWorkspace === true;
}
/**
 * The leaves for which a leaf waits whose plan failed only because a state, or an output, is not there that the change
 * adds; undefined if it has failed.
 *
 * @param results what is known of the other plans
 * @param changed all leaves of the change, planned or not
 */
async function waitsAfterPlan(each, result, results, { changed, base }, graph) {
    if (result.ok || result.stage !== 'plan' || each.kind === 'removed')
        return undefined;
    const edges = codeReads(graph, each.leaf.path);
    if (edges.length === 0)
        return undefined;
    const additions = await (0,execution_additions/* additionsTo */.h7)(changed, base, results, new Set(edges.map(({ reads }) => reads)));
    return waitsOf(each, result.output, edges, additions);
}
/**
 * The same for the leaves of an apply, each of which may create what others read.
 *
 * @returns the leaves that wait without Terraform being started, and what decides it for one whose plan failed
 */
function waitForCandidates(leaves, graph) {
    const staying = leaves.filter(({ kind }) => kind !== 'removed');
    const additions = new Map(staying.map((each) => [each.leaf.path, { isNew: true, outputs: (0,execution_additions/* declaredOutputs */.Zd)((0,changed_leaf/* renderedOf */.dY)(each)) }]));
    return {
        unstarted: waitUnstarted(staying.filter(({ kind }) => kind === 'selected'), staying, graph),
        afterPlan(leaf, failed) {
            const each = staying.find((one) => one === leaf);
            if (each === undefined || failed.ok || failed.stage !== 'plan')
                return undefined;
            return waitsOf(each, failed.output, codeReads(graph, each.leaf.path), additions);
        },
    };
}
function waitsOf(each, output, edges, additions) {
    return waitsFor((0,diagnostics/* errorsIn */.R4)(output), edges, additions, contextOf((0,changed_leaf/* renderedOf */.dY)(each)));
}
function contextOf({ rendering, snapshot, code }) {
    return {
        fileOf: ({ file, line }) => (file === undefined ? undefined : (0,terraform_problems/* sourcePlace */.$Y)(rendering, snapshot, file, line)?.file),
        localAt(file, name) {
            const folder = [code.root, ...code.modules].find((each) => each.folder === external_node_path_.posix.dirname(file));
            const values = (folder?.files ?? []).flatMap(({ hcl }) => hcl?.parsed.code.locals.filter((local) => local.name === name) ?? []);
            const [value] = values.map((local) => local.value);
            if (values.length > 1 || value?.kind !== 'reference' || value.isCut === true)
                return undefined;
            return [value.root, ...value.path].join('.');
        },
    };
}
/** What a leaf's code reads: what is only declared gives Terraform nothing that could be missing. */
function codeReads(graph, leaf) {
    return (0,graph_graph/* readsOf */.JP)(graph, leaf)
        .filter(({ declared }) => !declared)
        .toSorted((a, b) => (0,snapshot/* compareBytes */.Xo)(a.reads, b.reads));
}


/***/ }),

/***/ 69690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ isReviewedLeaf),
/* harmony export */   RM: () => (/* binding */ packRecord),
/* harmony export */   od: () => (/* binding */ seal),
/* harmony export */   on: () => (/* binding */ readPart),
/* harmony export */   s9: () => (/* binding */ trailer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _terraform_refresh_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85227);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/**
 * The record of what was reviewed. It is stored at the end of each part of the report comment as an invisible HTML
 * comment, and is bound to one head commit of one pull request. Pure.
 */




/** Base64url may contain `--`, which an HTML comment must not: a token's `-` is written as `+`. */
const TRAILER = /\n<!-- kompos:record v2 ([A-Za-z0-9+/=]+) ([0-9a-f]{32})(?: ([\w+.]+))? -->\s*$/u;
/** Bytes that a record may take of one part of the comment, without the token: the report needs the rest. */
const RECORD_BYTES = 20_000;
/** The same of a record of more than so many parts: a report that long is read in the summary. */
const FEW_PARTS = 4;
const MOST_RECORD_BYTES = 30_000;
/**
 * The parts of a record: one with all leaves if they fit, otherwise several. The digests of individual changes are
 * dropped first, since only the wording of a refusal needs them.
 *
 * @param limit bytes of one part's payload; by default as many as a report leaves room for
 */
function packRecord(about, leaves, limit) {
    const [usual, most] = limit === undefined ? [RECORD_BYTES, MOST_RECORD_BYTES] : [limit, limit];
    if (leaves.length === 0)
        return [];
    const whole = pack({ ...about, part: 1, parts: 1, leaves });
    if (whole.payload.length <= usual)
        return [whole];
    const short = leaves.map((leaf) => ({ ...leaf, changes: undefined }));
    const few = split(about, short, usual);
    const groups = few.length <= FEW_PARTS ? few : split(about, short, most);
    return groups.map((each, index) => pack({ ...about, part: index + 1, parts: groups.length, leaves: each }));
}
/** As few groups as fit. A single leaf that does not fit gets no record, so a merge cannot apply it. */
function split(about, leaves, limit) {
    // The largest possible part numbers, so that the real ones are never longer.
    const bytes = pack({ ...about, part: 9_999, parts: 9_999, leaves }).payload.length + NUMBERS;
    if (bytes <= limit)
        return [leaves];
    if (leaves.length < 2)
        return [];
    // A part compresses a little worse than the whole, and repeats what the record is about.
    const size = Math.ceil(leaves.length / Math.max(2, Math.ceil((bytes * 1.05) / limit)));
    const groups = Array.from({ length: Math.ceil(leaves.length / size) }, (_, index) => leaves.slice(index * size, (index + 1) * size));
    return groups.flatMap((each) => split(about, each, limit));
}
/** Characters by which the packed text can be longer with different part numbers. */
const NUMBERS = 16;
function pack(record) {
    return { payload: (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.deflateRawSync)(JSON.stringify(record), { level: 9 }).toString('base64'), record };
}
/**
 * What the checksum and a token's audience are bound to: a part, and the text above it that reviewers read. Otherwise
 * anyone who can write as the workflow's account could show a different plan.
 */
function seal(payload, text) {
    // GitHub may return different line endings; any other difference could hide text.
    const shown = text.replaceAll('\r\n', '\n').trim();
    return `${payload} ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(shown).digest('hex')}`;
}
/**
 * The hidden text that carries a part at the end of a comment's body.
 *
 * @param text the body above it
 * @param key the secret `fingerprint-key`: without one, the checksum detects accidents, not forgeries
 * @param token GitHub's OIDC token for the sealed part
 */
function trailer(payload, text, key, token) {
    const signature = token === undefined ? '' : ` ${token.replaceAll('-', '+')}`;
    return `<!-- kompos:record v2 ${payload} ${checksum(seal(payload, text), key)}${signature} -->`;
}
/** Far more than the record of any comment unpacks to. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Reads the record at the end of a comment's body, trusting nothing: any change to it or above it makes it `damaged`. */
function readPart(body, key) {
    if (!body.includes('<!-- kompos:record '))
        return 'none';
    const found = TRAILER.exec(body);
    const [, payload = '', sum = '', signature] = found ?? [];
    if (payload === '')
        return body.includes('<!-- kompos:record v1 ') ? 'earlier-version' : 'damaged';
    const sealed = seal(payload, body.slice(0, found?.index));
    if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(Buffer.from(sum), Buffer.from(checksum(sealed, key))))
        return 'damaged';
    try {
        const packed = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateRawSync)(Buffer.from(payload, 'base64'), { maxOutputLength: MOST_BYTES });
        const record = JSON.parse(packed.toString('utf8'));
        return isPartOfReview(record) ? { payload, sealed, record, token: signature?.replaceAll('+', '-') } : 'damaged';
    }
    catch {
        return 'damaged';
    }
}
function checksum(sealed, key) {
    const hash = key === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key);
    return hash.update(`kompos:record v2 ${sealed}`).digest('hex').slice(0, 32);
}
const TEXTS = [
    'repositoryId',
    'repository',
    'head',
    'checkedOut',
    'base',
    'title',
    'projectRoot',
    'testMerge',
];
function isPartOfReview(value) {
    return (TEXTS.every((name) => typeof (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name) === 'string') &&
        ['pullRequest', 'run', 'attempt', 'time', 'part', 'parts'].every((name) => Number.isSafeInteger((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name))) &&
        isListOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'selection'), isText) &&
        ['workflow', 'job'].every((name) => ['string', 'undefined'].includes(typeof (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name))) &&
        isListOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'leaves'), isReviewedLeaf));
}
/** Whether data is an entry of a record. */
function isReviewedLeaf(value) {
    const counts = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'counts');
    const changes = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'changes');
    return (['leaf', 'rendering', 'fingerprint', 'terraform'].every((name) => typeof (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name) === 'string') &&
        ['destroys', 'hasChanges'].every((name) => typeof (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name) === 'boolean') &&
        ['create', 'update', 'replace', 'delete'].every((name) => typeof (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(counts, name) === 'number') &&
        isListOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'providers'), isText) &&
        ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'waits') === undefined || isListOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'waits'), isText)) &&
        ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'madeBy') === undefined || isMadeBy((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'madeBy'))) &&
        ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'checks') === undefined || isReviewedChecks((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'checks'))) &&
        [undefined, ..._terraform_refresh_js__WEBPACK_IMPORTED_MODULE_2__/* .REFRESHES */ .qi].some((each) => each === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'refresh')) &&
        (changes === undefined || isListOf(changes, isChangeDigest)));
}
function isReviewedChecks(value) {
    return ['passed', 'failed'].every((name) => isListOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name), isText));
}
function isMadeBy(value) {
    return (['program', 'platform'].every((name) => isText((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name))) && isListOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'hashes'), isText));
}
function isChangeDigest(value) {
    const attributes = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'attributes');
    return (isText((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'address')) &&
        isText((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, 'actions')) &&
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(attributes) &&
        Object.values(attributes).every(isText));
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function isText(value) {
    return typeof value === 'string';
}


/***/ }),

/***/ 94317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ workflowFiles),
/* harmony export */   Ox: () => (/* binding */ audienceOf),
/* harmony export */   _$: () => (/* binding */ wrongClaim),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/**
 * What GitHub's OIDC token says about the run that wrote a record. The plan job requests a token whose audience is the
 * record's own digest, so no other workflow's text can pass for a record, and the token is useless elsewhere. Pure.
 *
 * Claims: https://docs.github.com/en/actions/reference/security/oidc
 */

/** The audience that binds a token to a sealed part of a record, byte for byte. */
function audienceOf(sealed) {
    return `kompos:record:v1:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(sealed).digest('hex')}`;
}
/**
 * The issuer of a server. It is not derived from the token, which a forger would write, nor from the address where
 * tokens are requested, which is a different host.
 *
 * @param serverUrl `GITHUB_SERVER_URL`
 */
function issuerOf(serverUrl) {
    const { protocol, host } = new URL(serverUrl);
    if (host === 'github.com')
        return issuer('https://token.actions.githubusercontent.com', true);
    // `octocorp.ghe.com`: GitHub Enterprise Cloud with data residency.
    if (/^[\w-]+\.ghe\.com$/u.test(host))
        return issuer(`https://token.actions.${host}`, true);
    return issuer(`${protocol}//${host}/_services/token`, false);
}
function issuer(url, mayHavePath) {
    return { url, mayHavePath, keys: `${url}/.well-known/jwks` };
}
/** Why the claims do not belong to the run that planned this pull request; undefined if they do. */
function wrongClaim(claims, expected) {
    const ref = `refs/pull/${expected.pullRequest}/merge`;
    const rows = [
        ['iss', (value) => isIssuer(value, expected.issuer), expected.issuer.url],
        // A token with further audiences would be accepted elsewhere too.
        ['aud', (value) => value === expected.audience, 'the digest of this record and of the text above it'],
        ['repository_id', (value) => value === expected.repositoryId, expected.repositoryId],
        ['event_name', (value) => value === 'pull_request', 'pull_request'],
        ['ref', (value) => value === ref, ref],
        ['base_ref', (value) => value === expected.branch, expected.branch],
        ['run_id', (value) => value === String(expected.run), String(expected.run)],
        ['run_attempt', (value) => value === String(expected.attempt), String(expected.attempt)],
        ['sha', (value) => isOneOf(value, expected.testMerge), 'the test merge in the record'],
        ['workflow_sha', (value) => value === claims['sha'], 'the same as "sha"'],
        [
            'workflow_ref',
            (value) => isOneOf(localPath(value, ref), expected.workflows),
            `${expected.workflows.join(' or ')} (input "plan-workflow")`,
        ],
        [
            'job_workflow_ref',
            (value) => isJobWorkflow(value, claims['workflow_ref'], ref, expected.jobWorkflows),
            expected.jobWorkflows.length === 0
                ? 'the plan workflow itself (for a reusable one, set the input "plan-job-workflow")'
                : `${expected.jobWorkflows.join(' or ')} (input "plan-job-workflow")`,
        ],
    ];
    const wrong = rows.find(([claim, isRight]) => !isRight(claims[claim]));
    if (wrong === undefined)
        return undefined;
    const [claim, , wanted] = wrong;
    return `its signature is for another run: "${claim}" is ${shown(claims[claim])}, expected ${wanted}`;
}
/** The files of this repository that defined the plan job. */
function workflowFiles(claims, pullRequest) {
    const ref = `refs/pull/${pullRequest}/merge`;
    const own = localPath(claims['workflow_ref'], ref);
    const job = localPath(claims['job_workflow_ref'], ref);
    return [...new Set([own, job].flatMap((path) => path ?? []))];
}
function isIssuer(value, { url, mayHavePath }) {
    if (value === url)
        return true;
    return (mayHavePath &&
        typeof value === 'string' &&
        value.startsWith(`${url}/`) &&
        /^[\w-]+$/u.test(value.slice(url.length + 1)));
}
/** The path in `owner/name/<path>@<ref>`, whatever the repository is named now; undefined for any other ref. */
function localPath(value, ref) {
    const [, path, at] = (typeof value === 'string' ? /^[^/@]+\/[^/@]+\/([^@]+)@(.+)$/u.exec(value) : null) ?? [];
    return at === ref ? path : undefined;
}
/** Whether it is a job of the plan workflow itself, or of an allowed reusable workflow. */
function isJobWorkflow(value, workflow, ref, allowed) {
    if (allowed.length === 0)
        return value === undefined || value === workflow;
    return isOneOf(value, allowed) || (isSameRepository(value, workflow) && isOneOf(localPath(value, ref), allowed));
}
function isSameRepository(value, workflow) {
    const owner = (text) => typeof text === 'string' ? /^[^/@]+\/[^/@]+\//u.exec(text)?.[0] : undefined;
    return owner(value) !== undefined && owner(value) === owner(workflow);
}
function isOneOf(value, allowed) {
    return typeof value === 'string' && allowed.includes(value);
}
function shown(value) {
    return value === undefined
        ? 'missing'
        : `"${(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200)}"`;
}


/***/ }),

/***/ 85194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readTestMerge)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/** The test merge that a plan was made for, from its raw commit object: no token claim has the head commit. Pure. */

/** @param base64 what `git cat-file commit` prints (format: gitformat-commit), in base64 */
function readTestMerge(base64) {
    const raw = Buffer.from(base64, 'base64');
    const object = Buffer.concat([Buffer.from(`commit ${raw.length}\0`), raw]);
    const [header = ''] = raw.toString('latin1').split('\n\n', 1);
    return {
        ids: ['sha1', 'sha256'].map((algorithm) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(object).digest('hex')),
        parents: header.split('\n').flatMap((line) => /^parent ([0-9a-f]+)$/u.exec(line)?.[1] ?? []),
    };
}


/***/ }),

/***/ 80116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ writtenAfterMerge),
/* harmony export */   Tq: () => (/* binding */ findRecord),
/* harmony export */   tu: () => (/* binding */ reportsOf),
/* harmony export */   tx: () => (/* binding */ RECORD_MODES)
/* harmony export */ });
/* unused harmony exports isAccount, secondsOf */
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82017);
/* harmony import */ var _markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21547);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69690);
/**
 * Decides which record of a pull request may be trusted, without keys or git. Anyone with write access can edit a
 * comment, and any workflow can write one as `github-actions`. Pure.
 */



const RECORD_MODES = ['signed', 'keyed', 'unsigned'];
/** Whether an actor is the token's account (whose login has a bot's suffix). */
function isAccount(actor, login) {
    return actor !== undefined && (actor.isBot ? `${actor.login}[bot]` : actor.login) === login;
}
/** The comments that are reports by this account with this title, each with its marker. */
function reportsOf(comments, login, title) {
    return allReports(comments, login).filter(({ marker }) => marker.title === title);
}
function allReports(comments, login) {
    return comments.flatMap((comment) => {
        const marker = isAccount(comment.author, login) ? (0,_markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(comment.body) : undefined;
        return marker === undefined ? [] : [{ ...comment, marker }];
    });
}
/** Finds a pull request's record in its comments: complete, unedited, and made for exactly this pull request. */
function findRecord(comments, pullRequest, settings) {
    const { number } = pullRequest;
    if (!pullRequest.isOwn) {
        return refuse(`Pull request #${number} comes from a fork: plans of forks are not reviewed.`);
    }
    const reports = reportsOf(comments, settings.login, settings.title).filter(({ marker }) => marker.kind === 'plan');
    if (reports.length === 0)
        return refuse(noReport(comments, pullRequest, settings));
    const found = [];
    for (const { body, createdAt, editedAt, editor, url } of reports) {
        if ((editedAt !== undefined || editor !== undefined) && !isAccount(editor, settings.login)) {
            const who = editor?.login ?? 'a deleted account';
            return refuse(`The report of pull request #${number} was edited by ${who}: ${url}`);
        }
        const part = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readPart */ .on)(body, settings.key);
        if (part === 'none')
            continue;
        if (part === 'damaged') {
            return refuse(`The record in the report of pull request #${number} is damaged, or was made with a different fingerprint-key: ${url}`);
        }
        if (part === 'earlier-version') {
            return refuse(`The record in the report of pull request #${number} was written by an earlier version of Kompos: plan it again with this version before merging. ${url}`);
        }
        // Concurrent runs can leave the same part twice.
        if (found.some((each) => each.part.sealed === part.sealed))
            continue;
        found.push({ part, written: secondsOf(editedAt ?? createdAt) });
    }
    const newest = found.reduce((best, { part }) => (best === undefined || isLater(part.record, best.record) ? part : best), undefined);
    if (newest === undefined) {
        return refuse(`The report of pull request #${number} has no record of a plan that can be applied.`);
    }
    const later = reports.find(({ marker }) => isLater(marker, newest.record));
    if (later !== undefined) {
        return refuse(`A later run reported on pull request #${number} without a record: ${later.url}`);
    }
    // A part left over from an earlier run does not belong to this review.
    const own = found
        .filter(({ part }) => sameRun(part.record, newest.record))
        .sort((a, b) => a.part.record.part - b.part.record.part);
    const parts = own.map(({ part }) => part);
    const why = notThis(parts, pullRequest, settings) ?? incomplete(parts, number);
    if (why !== undefined)
        return refuse(why);
    // A record's own time counts only with the key.
    const times = own.flatMap(({ part, written }) => settings.key === undefined ? [written] : [written, part.record.time]);
    return { ok: true, parts, time: Math.max(...times) };
}
/** Why the parts do not belong to this pull request and these settings; undefined if they do. */
function notThis(parts, { repositoryId, number, head }, { title, projectRoot }) {
    for (const { record } of parts) {
        if (record.repositoryId !== repositoryId || record.pullRequest !== number) {
            return `The record in pull request #${number} was made for ${record.repository}#${record.pullRequest}.`;
        }
        if (record.head !== head) {
            return `The plan is for commit ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(record.head)}, but pull request #${number} was merged at ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(head)}.`;
        }
        if (record.title !== title) {
            return `The record in the report of pull request #${number} belongs to a report with ${named(record.title)}.`;
        }
        if (record.projectRoot !== projectRoot) {
            return `The record in the report of pull request #${number} is for the working-directory "${record.projectRoot}".`;
        }
    }
    return undefined;
}
/** Why parts are missing or do not match: a missing part may be the one whose plan differs. */
function incomplete(parts, number) {
    const count = parts[0]?.record.parts ?? 0;
    const numbers = parts.map(({ record }) => record.part);
    const missing = Array.from({ length: Math.min(count, 1_000) }, (_, index) => index + 1).filter((part) => !numbers.includes(part));
    if (missing.length > 0) {
        return `Part ${missing.slice(0, 10).join(', ')} of ${count} of the record in pull request #${number} is missing.`;
    }
    if (parts.length !== count || parts.some(({ record }) => record.parts !== count)) {
        return `The parts of the record in pull request #${number} do not belong together.`;
    }
    return undefined;
}
/** Why a record does not predate the merge; undefined if it does. One written while an apply waits proves nothing. */
function writtenAfterMerge(time, { number, mergedAt }) {
    if (mergedAt === undefined || time < secondsOf(mergedAt))
        return undefined;
    return `The record in pull request #${number} was not written before the merge, so it is not what was merged.`;
}
/** @param iso as GitHub writes it, to the second; an invalid time counts as later than any other */
function secondsOf(iso) {
    const milliseconds = Date.parse(iso);
    return Number.isNaN(milliseconds) ? Infinity : Math.floor(milliseconds / 1_000);
}
/** Lists reports with other titles: most often one of those was meant. */
function noReport(comments, { number }, { login, title }) {
    const none = `Pull request #${number} has no report by ${login}${title === '' ? '' : ` with ${named(title)}`}`;
    const others = [...new Set(allReports(comments, login).map(({ marker }) => marker.title))].sort();
    if (others.length === 0)
        return `${none}.`;
    const wanted = title === '' ? ' without a title' : '';
    const found = others.slice(0, 10).map(named).join(', ');
    return `${none}${wanted}, but has one with ${found}: the plan and the apply need the same "title" and "working-directory".`;
}
function named(title) {
    return title === '' ? 'no title' : `the title "${title}"`;
}
function refuse(why) {
    return { ok: false, why };
}
function isLater(a, b) {
    return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}
function sameRun(a, b) {
    return a.run === b.run && a.attempt === b.attempt;
}


/***/ }),

/***/ 17358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ notCommitted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10308);
/** Uncommitted content of the working tree, including submodules. */



/**
 * Examines a whole working tree; paths are relative to its top.
 *
 * @param git seam at the top folder
 */
async function notCommitted(git) {
    const [changed, others, tree, index] = await Promise.all([
        // A file whose time was set back must not look unchanged.
        paths(git, ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default', ...DIFF]),
        paths(git, ['ls-files', '-z', '--others', '--directory', '--no-empty-directory']),
        paths(git, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD']),
        paths(git, ['ls-files', '-v', '-z']),
    ]);
    // "h <path>": git is set to assume that the file never changes.
    const assumed = index.flatMap((line) => (line.startsWith('h ') ? [line.slice(2)] : []));
    const submodules = tree.flatMap((line) => {
        const [, id, path] = /^160000 commit ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [{ id, path }];
    });
    const inside = await Promise.all(submodules.map((each) => inSubmodule(git, each.path, each.id)));
    return {
        changed: [...new Set([...changed, ...assumed])],
        others: [...others, ...inside.flatMap((each) => each.others)],
        moved: inside.flatMap((each) => each.moved),
    };
}
const DIFF = ['diff', '--name-only', '-z', '--no-ext-diff', '--ignore-submodules=all', 'HEAD', '--'];
async function inSubmodule(git, path, id) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(git.directory, path);
    const none = { changed: [], others: [], moved: [] };
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(directory, { throwIfNoEntry: false });
    if (found === undefined)
        return none;
    if (!found.isDirectory())
        return { ...none, others: [path] };
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    // Not checked out: git itself ignores the folder then.
    if (!names.includes('.git'))
        return names.length === 0 ? none : { ...none, others: [`${path}/`] };
    const own = (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .createGit */ .lD)(directory, git.environment);
    const [head, { changed, others, moved }] = await Promise.all([
        own.run(['rev-parse', '--verify', 'HEAD']),
        notCommitted(own),
    ]);
    const below = (each) => each.map((name) => `${path}/${name}`);
    return {
        changed: [],
        others: below([...others, ...changed]),
        moved: [...(head.trim() === id ? [] : [path]), ...below(moved)],
    };
}
async function paths(git, args) {
    return (await git.run(args)).split('\0').filter((path) => path !== '');
}


/***/ }),

/***/ 86093:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ countsInWords),
/* harmony export */   S: () => (/* binding */ AND)
/* harmony export */ });
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15131);

/** Separates numbers of one report, in a comment as in a terminal. */
const AND = ' · ';
/** `2 to destroy · 1 to replace · 1 to change · 3 to create`: what is not zero, danger first; empty if nothing is. */
function countsInWords(counts) {
    return [
        counts.delete > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.delete)} to destroy` : '',
        counts.replace > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.replace)} to replace` : '',
        counts.update > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.update)} to change` : '',
        counts.create > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.create)} to create` : '',
        ...quietCounts(counts),
    ]
        .filter((part) => part !== '')
        .join(AND);
}
/** What happens besides creating, changing and destroying. */
function quietCounts(counts) {
    const { other = 0, invoke = 0, defer = 0 } = counts;
    return [
        counts.forget > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.forget)} to forget` : '',
        counts.move > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.move)} to move` : '',
        counts.import > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.import)} to import` : '',
        counts.outputs > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.outputs, 'output', 'outputs')} to change` : '',
        other > 0 ? (0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(other, 'other change', 'other changes') : '',
        invoke > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(invoke, 'action', 'actions')} to invoke` : '',
        defer > 0 ? `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(defer)} deferred` : '',
    ].filter((part) => part !== '');
}


/***/ }),

/***/ 8878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RY: () => (/* binding */ fencedLines),
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   zE: () => (/* binding */ shortTable)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22522);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69405);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15131);
/**
 * Fits a report into the bytes that GitHub takes. The report is a list of blocks, and blocks give way in three steps:
 *
 * 1. long texts are cut in the middle,
 * 2. lists lose their last lines,
 * 3. the last details are left out.
 *
 * A step begins only when the one before it has done all that it can, and goes no further than necessary. Within a step
 * everything shrinks to the same size, so that what is short stays whole. What is cut says how much is gone. Everything
 * else stays as it is: if it is too much for one part, there are as few parts as possible, and the steps fill them.
 */



/** A table below `head` that ends where the room does. */
function shortTable(head, rows, more = {}) {
    return { kind: 'lines', begin: head, end: '', lines: rows, more: (left) => `\n+${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left)} more`, ...more };
}
/** Single lines in one fence; `words` follow the number of lines that are left out. */
function fencedLines(lines, language, words, more = {}) {
    const { begin, body, end } = inFence(lines.join('\n'), language);
    const shown = lines.length === 0 ? [] : body.split('\n');
    return { kind: 'lines', begin, end, lines: shown, more: (left) => `… ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left)} ${words} …`, ...more };
}
/** Fewer bytes of a text, or of a list, are not worth reading. */
const LEAST_TEXT = 500;
const LEAST_LIST = 350;
const EVERYTHING = { texts: Infinity, lists: Infinity, details: Infinity };
const NOTHING = { texts: 0, lists: 0, details: 0 };
/**
 * The blocks as parts in order, with blank lines between them.
 *
 * @param bytes how many UTF-8 bytes a part takes at most, counted from 1. A block that cannot give way and is larger has
 *   a part of its own.
 */
function fit(blocks, bytes) {
    const measured = blocks.map(measure);
    const within = (allowed) => pack(measured.flatMap((units) => units(allowed)), bytes);
    const smallest = [NOTHING, { ...NOTHING, details: Infinity }].map(within);
    const possible = smallest.filter(({ tooLarge }) => !tooLarge);
    const fewest = Math.min(...(possible.length > 0 ? possible : smallest).map(({ parts }) => parts.length));
    const fits = ({ parts, tooLarge }) => !tooLarge && parts.length <= fewest;
    let allowed = EVERYTHING;
    const most = Math.max(...Array.from({ length: fewest }, (_, index) => bytes(index + 1)));
    const shrink = (step) => {
        allowed = { ...allowed, [step]: largest(most, (number) => fits(within({ ...allowed, [step]: number }))) };
    };
    for (const step of ['texts', 'lists', 'details']) {
        if (!fits(within(allowed)))
            shrink(step);
    }
    // What is left out may leave room for what stays.
    if (allowed.details < Infinity)
        for (const step of ['lists', 'texts'])
            shrink(step);
    return within(allowed).parts.map(write);
}
/** How many of these, from the first on, fit into the given bytes. */
function fitting(sizes, bytes) {
    let used = 0;
    let number = 0;
    for (const size of sizes) {
        used += size;
        if (used > bytes)
            break;
        number += 1;
    }
    return number;
}
/** The largest whole number up to `most` that passes; 0 if none does. If a number passes, all smaller ones do. */
function largest(most, holds) {
    let [good, bad] = [0, holds(0) ? most + 1 : 1];
    while (bad - good > 1) {
        const middle = Math.floor((good + bad) / 2);
        if (holds(middle))
            good = middle;
        else
            bad = middle;
    }
    return good;
}
/** Larger units, or more of them, never take fewer parts. */
function pack(units, bytes) {
    const parts = [];
    let tooLarge = false;
    let left = 0;
    for (const unit of units) {
        const part = parts.at(-1);
        const next = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(gap(part?.at(-1), unit)) + unit.bytes;
        if (part !== undefined && next <= left) {
            part.push(unit);
            left -= next;
        }
        else {
            parts.push([unit]);
            left = bytes(parts.length) - (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(gap(undefined, unit)) - unit.bytes;
            tooLarge ||= left < 0;
        }
    }
    return { parts, tooLarge };
}
/** What separates a unit from the one before it: a line break between rows of a table, otherwise a blank line. */
function gap(before, { head }) {
    if (head !== undefined && head === before?.head)
        return '\n';
    return `${before === undefined ? '' : '\n\n'}${head === undefined ? '' : `${head}\n`}`;
}
function write(units) {
    return units.map((unit, index) => gap(units[index - 1], unit) + unit.write()).join('');
}
function asOne(units, begin = '', end = '') {
    const gaps = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(units.map((unit, index) => gap(units[index - 1], unit)).join(''));
    const bytes = units.reduce((sum, unit) => sum + unit.bytes, gaps + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(begin + end));
    return { bytes, write: () => begin + write(units) + end };
}
function unitOf(text) {
    return { bytes: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(text), write: () => text };
}
function measure(block) {
    if (typeof block === 'string') {
        const units = block === '' ? [] : [unitOf(block)];
        return () => units;
    }
    switch (block.kind) {
        case 'text':
            return measureText(block);
        case 'lines': {
            const list = measureLines(block);
            return ({ lists }) => (block.lines.length === 0 ? [] : [list(Math.max(lists, block.least ?? LEAST_LIST))]);
        }
        case 'details': {
            const items = block.items.map(measure).filter((units) => units(EVERYTHING).length > 0);
            return (allowed) => {
                const left = Math.max(0, items.length - allowed.details);
                const shown = items.slice(0, items.length - left).map((units) => asOne(units(allowed)));
                return left === 0 ? shown : [...shown, unitOf(block.more(left))];
            };
        }
        case 'table': {
            const units = block.rows.map((row) => ({ ...unitOf(row), head: block.head }));
            return () => units;
        }
        case 'fold': {
            const inside = block.blocks.map(measure);
            const begin = `<details${block.open ? ' open' : ''}>\n<summary>${block.summary}</summary>\n\n`;
            return (allowed) => {
                const units = inside.flatMap((each) => each(allowed));
                // Blank lines end the HTML blocks, so that markdown works inside.
                return units.length === 0 ? [] : [asOne(units, begin, '\n\n</details>')];
            };
        }
        case 'variants': {
            const [complete, incomplete] = [block.complete.map(measure), block.incomplete.map(measure)];
            return (allowed) => (allowed.details === Infinity ? complete : incomplete).flatMap((each) => each(allowed));
        }
    }
}
/** Shows the whole text if a cut one would take no less. */
function measureText({ text, language, fullReport, outline = [] }) {
    const { fenced, body, frame } = inFence(text, language);
    if (body === '')
        return () => [];
    const whole = unitOf(fenced);
    const more = (left) => `… ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left)} more in the ${fullReport} …`;
    const pointer = (lines) => `… ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(lines, 'line', 'lines')} cut here: the ${fullReport} has all of it …`;
    const above = measureLines({ begin: '', end: '', lines: outline, more });
    const widest = Math.max(frame, inFence(outline.join('\n'), language).frame);
    return ({ texts, lists }) => {
        if (whole.bytes <= texts)
            return [whole];
        const bytes = Math.max(texts, LEAST_TEXT);
        const cut = { bytes, write: () => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .cutMiddle */ .it)(body, bytes, pointer) };
        const inside = asOne(outline.length === 0 ? [cut] : [above(Math.max(lists, LEAST_LIST)), cut]);
        const short = { bytes: inside.bytes + widest, write: () => (0,_escaping_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)(inside.write(), language) };
        return [short.bytes < whole.bytes ? short : whole];
    };
}
/** The lines of a fence, and how many bytes the first and the last take: no more for pieces of the text. */
function inFence(text, language) {
    const fenced = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)(text, language);
    const begin = fenced.slice(0, fenced.indexOf('\n'));
    const end = begin.slice(0, -language.length);
    const body = fenced.slice(begin.length + 1, -end.length - 1);
    return { fenced, begin, body, end, frame: begin.length + end.length + 2 };
}
function measureLines({ begin, end, lines, more, most = Infinity }) {
    const list = (some) => `${begin === '' ? '' : `${begin}\n`}${some.join('\n')}${end === '' ? '' : `\n${end}`}`;
    const whole = unitOf(list(lines));
    const sizes = lines.slice(0, most).map((line) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(line) + 1);
    const fixed = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(list([more(lines.length)]));
    return (bytes) => {
        if (whole.bytes <= bytes && lines.length <= most)
            return whole;
        const shown = fitting(sizes, bytes - fixed);
        const rest = more(lines.length - shown);
        return unitOf(shown === 0 ? rest.trim() : list([...lines.slice(0, shown), rest]));
    };
}


/***/ }),

/***/ 34835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ SUMMARY_BYTES),
/* harmony export */   d: () => (/* binding */ BODY_BYTES)
/* harmony export */ });
/** GitHub's size limits. */
/** UTF-8 bytes of a comment or issue body: GitHub refuses 65,536 characters, but counts some of them differently. */
const BODY_BYTES = 60_000;
/** UTF-8 bytes of a job summary: GitHub drops a step's entirely if it has more than 1,048,576. */
const SUMMARY_BYTES = 1_000_000;


/***/ }),

/***/ 47352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ commitRuns),
/* harmony export */   Zl: () => (/* binding */ pullRequestLink),
/* harmony export */   aE: () => (/* binding */ placeLink),
/* harmony export */   k1: () => (/* binding */ workflowLink),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   yM: () => (/* binding */ compareLink)
/* harmony export */ });
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82017);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69405);
/** Links into the repository and to the run. Anything that does not look valid is shown without a link. */



const SERVER = /^https?:\/\/[\w.:-]+$/u;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/u;
const PAGE = /^https?:\/\/[\w.:/?#=&%~+-]+$/u;
const COMMIT = /^[0-9a-f]{7,64}$/u;
/** The repository's page, or undefined if the report has no valid one. */
function repositoryUrl(report) {
    const known = SERVER.test(report.serverUrl) && REPOSITORY.test(report.repository);
    return known ? `${report.serverUrl}/${report.repository}` : undefined;
}
/** Percent-encodes a path so that it is safe in a markdown link and in a URL; its slashes stay. */
function encodePath(path) {
    return path
        .replace(/\p{Cs}/gu, '\ufffd')
        .split('/')
        .map((part) => encodeURIComponent(part).replace(/[!'()*~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`))
        .join('/');
}
/** `file:line` as inline code, linked to that line at the head commit (`at: 'base'`: at the base). No column. */
function placeLink(report, place, at = 'head') {
    if (place.file === _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILT_IN */ .$A)
        return _base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILT_IN */ .$A;
    const label = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)({ file: place.file, line: place.line }), 240);
    const commit = at === 'head' ? report.head : report.base;
    const repository = repositoryUrl(report);
    if (repository === undefined || commit === undefined || !COMMIT.test(commit) || place.file === '')
        return label;
    const line = place.line === undefined ? '' : `#L${place.line}`;
    const path = encodePath(place.file);
    // A link this long would be of no use, and a comment's lines must stay bounded.
    return path.length > 1_500 ? label : `[${label}](${repository}/blob/${commit}/${path}${line})`;
}
/** `base…head` as short commit ids, linked to the comparison. */
function compareLink(report) {
    const head = report.head === undefined ? 'working tree' : (0,_base_names_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(report.head);
    if (report.base === undefined)
        return (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(head);
    const label = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(report.base)}…${head}`);
    const repository = repositoryUrl(report);
    const known = repository !== undefined && report.head !== undefined && COMMIT.test(report.base) && COMMIT.test(report.head);
    return known ? `[${label}](${repository}/compare/${report.base}...${report.head})` : label;
}
/** `words` linked to the run's page; only the words if no page is known. */
function runLink(report, words) {
    return report.runUrl !== undefined && PAGE.test(report.runUrl) ? `[${words}](${report.runUrl})` : words;
}
/** A pull request's number, linked to it; as code, since the bare number would mention it there. */
function pullRequestLink(report, number) {
    const repository = repositoryUrl(report);
    return repository === undefined ? (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`#${number}`) : `[${(0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`#${number}`)}](${repository}/pull/${number})`;
}
/** The name of a workflow's file, linked to the page that starts it and lists its runs. */
function workflowLink(report, file) {
    const repository = repositoryUrl(report);
    const name = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(file);
    return repository === undefined ? name : `[${name}](${repository}/actions/workflows/${encodePath(file)})`;
}
/** A short commit id, linked to the page that lists the commit's workflow runs. */
function commitRuns(report, commit) {
    const label = (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_base_names_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(commit));
    const repository = repositoryUrl(report);
    const known = repository !== undefined && COMMIT.test(commit);
    return known ? `[${label}](${repository}/commit/${commit}/checks)` : label;
}


/***/ }),

/***/ 21547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ asksOtherwise),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   V9: () => (/* binding */ sameSelection),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   xL: () => (/* binding */ marker)
/* harmony export */ });
/**
 * The hidden first line of a comment, by which later runs find it. A marker alone proves nothing, since anybody can
 * write one: `github/` trusts it only together with the comment's author.
 */
const MARKER = /^<!-- kompos:(plan|apply) title=([\w.!~*'()%]*) part=(\d{1,4}) head=([0-9a-f]{0,64}) run=(\d{1,16})\.(\d{1,6})(?: by=([\w.!~*'()%]*):([\w.!~*'()%]*):([0-9a-f]{16}))? -->/u;
/** The HTML comment at the very beginning of a comment's body. */
function marker(about) {
    const head = /^[0-9a-f]{0,64}$/u.test(about.head) ? about.head : '';
    const { source } = about;
    const by = source === undefined ? '' : ` by=${encode(source.workflow)}:${encode(source.job)}:${source.selection}`;
    return `<!-- kompos:${about.kind} title=${encode(about.title)} part=${about.part} head=${head} run=${about.run}.${about.attempt}${by} -->`;
}
/** `encodeURIComponent` leaves `-` alone, and `--` would end an HTML comment; half a surrogate pair makes it throw. */
function encode(text) {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/-/gu, '%2D');
}
/** Reads the marker at the beginning of a comment; undefined for other comments, also those that quote a marker. */
function parseMarker(body) {
    const match = MARKER.exec(body);
    if (match === null)
        return undefined;
    const [, kind, title = '', part, head = '', run, attempt, by, as = '', selection] = match;
    const [decoded, workflow, job] = [decode(title), decode(by ?? ''), decode(as)];
    if (decoded === undefined || workflow === undefined || job === undefined)
        return undefined;
    return {
        kind: kind === 'apply' ? 'apply' : 'plan',
        title: decoded,
        part: Number(part),
        head,
        run: Number(run),
        attempt: Number(attempt),
        ...(selection === undefined ? {} : { source: { workflow, job, selection } }),
    };
}
function decode(title) {
    try {
        return decodeURIComponent(title);
    }
    catch {
        return undefined; // written by someone else
    }
}
/**
 * Whether the existing comment was written by a later run (or a later attempt of the same one) than `ours` and must be
 * left alone. Run ids grow, so they show the order, which commit ids do not.
 */
function isNewer(standing, ours) {
    return standing.run === ours.run ? standing.attempt > ours.attempt : standing.run > ours.run;
}
/**
 * Whether the existing plan answers another question, and would be lost with its record: another job's, or this job's
 * about other leaves. A job whose leaves were changed since an earlier commit may go on.
 *
 * @param joined whether ours is joined from several jobs, and replaces what one job of the workflow said of the same leaves
 */
function asksOtherwise(standing, ours, joined = false) {
    const [theirs, own] = [standing.source, ours.source];
    if (theirs === undefined || own === undefined)
        return false;
    if (theirs.workflow !== own.workflow)
        return true;
    if (theirs.job !== own.job)
        return !(joined && theirs.selection === own.selection);
    return theirs.selection !== own.selection && standing.head === ours.head;
}
/** Whether two applies are about the same leaves: each selection has a report of its own. */
function sameSelection({ source: a }, { source: b }) {
    return a === undefined || b === undefined || a.selection === b.selection;
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

/***/ 17892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ likeness),
/* harmony export */   Y2: () => (/* binding */ atStake),
/* harmony export */   xr: () => (/* binding */ withoutOwnNames)
/* harmony export */ });
/** What must be equal to the letter in two plans that count as the same: what happens to which existing objects. */
function atStake({ hasChanges, counts, resources }) {
    const isAtStake = (action) => action === 'delete' || action === 'replace' || action === 'forget';
    return [hasChanges, counts, resources.map(({ action, address }) => [action, isAtStake(action) ? address : ''])];
}
/**
 * What two leaves have in common that count as the same, as one text: `verbatim` to the letter, `facts` with the names of
 * the leaf's own folders put aside.
 *
 * @param leaf its path
 */
function likeness(leaf, verbatim, facts) {
    return `${JSON.stringify(verbatim)}\n${withoutOwnNames(JSON.stringify(facts), leaf)}`;
}
/**
 * The text with a sign in place of each value of the leaf's folders: `‹env›` for `dev` in `env=dev`. Only whole words
 * are names, and only with a letter, since numbers mean something else elsewhere.
 *
 * @param leaf its path
 */
function withoutOwnNames(text, leaf) {
    const signs = new Map();
    for (const folder of leaf.split('/')) {
        const [, key = '', value = ''] = /^([^=]*)=([^]*)$/u.exec(folder) ?? [];
        const isWord = /\p{L}/u.test(value) && !/^(?:true|false|null)$/u.test(value);
        if (isWord && value.length > 1 && !signs.has(value))
            signs.set(value, `‹${key}›`);
    }
    const pieces = [];
    let shown = 0;
    // Of those that begin at one place the longest counts.
    const found = [...signs].flatMap(([value, sign]) => words(text, value).map((start) => ({ start, value, sign })));
    for (const { start, value, sign } of found.toSorted((a, b) => a.start - b.start || b.value.length - a.value.length)) {
        if (start < shown)
            continue;
        pieces.push(text.slice(shown, start), sign);
        shown = start + value.length;
    }
    return shown === 0 ? text : `${pieces.join('')}${text.slice(shown)}`;
}
/** Where the value is a word of its own. Not a regular expression: each leaf has other values, and compiling takes longer. */
function words(text, value) {
    const starts = [];
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        const end = at + value.length;
        const isInside = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
        if (!isInside)
            starts.push(at);
    }
    return starts;
}


/***/ }),

/***/ 55568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withoutLegend),
/* harmony export */   R: () => (/* binding */ planDiff)
/* harmony export */ });
/**
 * Terraform's or OpenTofu's human plan as the body of a `diff` fence. GitHub colors a line by its first character, so the action
 * symbols move to column 0 while their lines keep their indentation:
 *
 * | Terraform | here | color |
 * |---|---|---|
 * | `+` create | `+` | green |
 * | `-` destroy | `-` | red |
 * | `~` update in place, `.` forget | `!` | orange |
 * | `-/+` destroy, then create | `-/+` | red: what lives now is destroyed |
 * | `+/-` create, then destroy | `- +/-` | red for the same reason; Terraform's symbol would be green |
 * | `./+` forget, then create (OpenTofu), `+/.` create, then forget (Terraform) | `! ./+`, `! +/.` | orange |
 * | `<=` read | ` <=` | none |
 *
 * A heredoc's text stays as it is: Terraform indents it four columns beyond the closing `EOT`, so none of it reaches
 * column 0. Terraform's own symbols for changed lines of a heredoc are two columns beyond `EOT`, where no text can be;
 * only they move.
 */
/** A line with an action symbol, or one that opens a heredoc without any. */
const SYMBOL = /^( *)(-\/\+|\+\/[-.]|\.\/\+|[-+~.])( .*)?$/u;
const COUNTS = /^Plan: \d.*\bto (?:destroy|forget)\.(?: Actions: \d+ to invoke\.)?(?:\n|$)/mu;
const HEREDOC = /(?:^|= )<<-EOT(?: # forces replacement)?$/u;
const MARKS = {
    '+': '+',
    '-': '-',
    '~': '!',
    '.': '!',
    '-/+': '-/+',
    '+/-': '- +/-',
    './+': '! ./+',
    '+/.': '! +/.',
};
const SYMBOLS = new Set(['+', '-', '~', '.']);
/** Moves the action symbols of `terraform show`'s text to column 0, without what the report says better elsewhere. */
function planDiff(text) {
    const lines = [];
    let heredoc;
    for (const line of withoutLegend(text).split('\n')) {
        if (heredoc !== undefined) {
            if (closesHeredoc(line, heredoc))
                heredoc = undefined;
            lines.push(heredocLine(line, heredoc));
            continue;
        }
        // Plans of megabytes are mostly lines without one.
        heredoc = line.includes('<<-EOT') ? heredocColumn(line) : undefined;
        lines.push(withSymbolFirst(line));
    }
    return lines.join('\n');
}
/**
 * Without what a report says better elsewhere: the legend of symbols, the line with the counts, which counts a
 * replacement twice, and the note on applying outputs.
 */
function withoutLegend(text) {
    return text
        .replace(/\r\n/gu, '\n')
        .replace(/^(?:Terraform|OpenTofu) used the selected providers to generate[^]*?\n\n(?=\S| {2}#|$)/mu, '')
        .replace(/^You can apply this plan to save these new output values[^]*?infrastructure\.$/mu, '')
        .replace(/^(?:Terraform|OpenTofu) will perform the following actions:\n\n?/mu, '')
        .replace(COUNTS, '')
        .replace(/\n{3,}/gu, '\n\n')
        .replace(/^\n+/u, '')
        .trimEnd();
}
function withSymbolFirst(line) {
    if (!SYMBOLS.has(line.trimStart().charAt(0)))
        return line;
    const match = SYMBOL.exec(line);
    if (match === null)
        return line;
    const [, indent = '', symbol = '', rest = ''] = match;
    return `${MARKS[symbol] ?? symbol}${indent}${rest}`;
}
/** The column of the `EOT` that will close a heredoc opened by this line: that of the attribute's name. */
function heredocColumn(line) {
    const match = SYMBOL.exec(line);
    const [indent, content] = match === null
        ? [line.length - line.trimStart().length, line.trimStart()]
        : [(match[1] ?? '').length + (match[2] ?? '').length + 1, (match[3] ?? '').slice(1)];
    return HEREDOC.test(content) ? indent : undefined;
}
function closesHeredoc(line, column) {
    return line.startsWith('EOT', column) && line.slice(0, column).trim() === '';
}
function heredocLine(line, column) {
    const match = SYMBOL.exec(line);
    if (match !== null && column !== undefined && (match[1] ?? '').length === column + 2)
        return withSymbolFirst(line);
    // Terraform puts no line of a heredoc in column 0; if it ever does, the line must not be colored.
    return /^[-+!<>@#*=]/u.test(line) ? ` ${line}` : line;
}


/***/ }),

/***/ 26532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ summaryText),
/* harmony export */   w: () => (/* binding */ commentParts)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22522);
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8878);
/* harmony import */ var _github_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34835);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21547);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15131);
/** A report as the parts of a comment, and as a job summary. */





const ONLY_A_RECORD = 'Nothing to read here: this part only carries the hidden record of what was reviewed.';
/** The comment's parts in order, each a body of its own with a marker. Normally it is one. */
function commentParts({ name, verdict, alarm, blocks }, about, { bytes = _github_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .BODY_BYTES */ .d, trailers = [] } = {}) {
    const heading = (part, of) => {
        const number = of === 1 ? '' : `part ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(part)} of ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(of)}`;
        return part === 1
            ? `### ${alarm}${name}: ${verdict}${number === '' ? '' : ` (${number})`}`
            : `### ${name}: ${number}`;
    };
    const body = (text, part, of) => {
        // A blank line before it, so that no paragraph runs into it.
        const trailer = trailers[part - 1] === undefined ? '' : `\n${trailers[part - 1]}\n`;
        return `${(0,_marker_js__WEBPACK_IMPORTED_MODULE_3__/* .marker */ .xL)({ ...about, part })}\n${heading(part, of)}\n\n${text}\n${trailer}`;
    };
    // How many parts there are is known only at the end.
    const texts = (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .fit */ .Uj)(blocks, (part) => bytes - 1 - (0,_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .utf8Length */ .wI)(body('', part, 9_999)));
    const parts = Math.max(1, texts.length, trailers.length);
    return Array.from({ length: parts }, (_, index) => body(texts[index] ?? ONLY_A_RECORD, index + 1, parts));
}
/** The report as one text smaller than `bytes` UTF-8 bytes. What does not fit is in the log. */
function summaryText({ name, verdict, alarm, blocks }, bytes = _github_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .SUMMARY_BYTES */ .R) {
    const sentence = '\nMore leaves do not fit here: the log has all of them.\n';
    const all = [`### ${alarm}${name}: ${verdict}`, ...blocks];
    const [first = '', ...more] = (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .fit */ .Uj)(all, () => bytes - 2 - sentence.length);
    return `${first}\n${more.length === 0 ? '' : sentence}`;
}


/***/ }),

/***/ 46130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ allResourceLines),
/* harmony export */   Bx: () => (/* binding */ dangers),
/* harmony export */   b9: () => (/* binding */ dangerLines),
/* harmony export */   uW: () => (/* binding */ resourceLines)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22522);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69405);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15131);



/** The beginning of a line in a `diff` fence, so that GitHub colors it as it does the plan's text. */
const SIGNS = {
    delete: '-  ',
    replace: '-/+',
    forget: '!  ',
    update: '!  ',
    create: '+  ',
    import: '!  ',
    move: '!  ',
    read: ' <=',
    invoke: '!  ',
    defer: '!  ',
    other: '!  ',
};
/** How many destroyed or replaced resources `dangerLines` names one by one. */
const MOST_NAMED = 20;
/**
 * One line for each resource for a `diff` fence, in Terraform's order, destroys and replacements first. Those that
 * `dangerLines` names are left out.
 */
function resourceLines(summary) {
    const others = summary.resources.filter(({ action }) => action !== 'delete' && action !== 'replace');
    return [...dangerous(summary).flatMap(([, resources]) => resources.slice(MOST_NAMED)), ...others].map(lineOf);
}
/** One line for each resource for a `diff` fence, destroys and replacements first, none left out. */
function allResourceLines(summary) {
    const loud = [...withAction(summary, 'delete'), ...withAction(summary, 'replace')];
    return [...loud, ...summary.resources.filter((resource) => !loud.includes(resource))].map(lineOf);
}
function lineOf(resource) {
    return `${resource.forgets === true ? '!  ' : SIGNS[resource.action]} ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(resource.address), 300)}${notes(resource)}`;
}
function notes(resource) {
    const parts = [
        resource.action === 'forget' ? 'forgotten, not destroyed' : '',
        resource.forgets === true ? 'replaced; the old object is forgotten, not destroyed' : '',
        resource.because ?? '',
        resource.imported === true || resource.action === 'import' ? 'imported' : '',
        resource.movedFrom === undefined ? '' : `moved from ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(resource.movedFrom), 300)}`,
        inTerraformsWords(resource),
    ].filter((part) => part !== '');
    return parts.length > 0 ? `  (${parts.join(', ')})` : '';
}
function inTerraformsWords({ action, words = '' }) {
    const shown = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(words), 300);
    switch (action) {
        case 'invoke':
            return `action invoked ${shown}`.trimEnd();
        case 'defer':
            return shown === '' ? 'deferred' : `deferred: ${shown}`;
        default:
            return shown === '' ? '' : `actions that this version does not know: ${shown}`;
    }
}
/** Sentences that name what is destroyed and what is replaced; none for a plan that only adds and changes. */
function dangerLines(summary) {
    return dangers(summary, MOST_NAMED).map(({ verb, addresses, forcedBy, more }) => {
        const names = addresses.map((address) => (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(address, 200)).join(', ');
        const forces = (0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .firstFew */ .Dt)(forcedBy.map((each) => (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(each, 80)), 3);
        return `🟥 **${verb}** ${names}${forces === '' ? '' : ` (forced by ${forces})`}${more > 0 ? ` +${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(more)} more` : ''}`;
    });
}
/** @param most how many resources of each verb are named */
function dangers(summary, most) {
    return dangerous(summary).flatMap(([verb, resources]) => dangersOf(verb, resources, most));
}
function dangerous(summary) {
    const replaced = withAction(summary, 'replace');
    return [
        ['Destroys', withAction(summary, 'delete')],
        ['Replaces', replaced.filter(({ forgets }) => forgets !== true)],
        ['Replaces, and leaves the old object behind:', replaced.filter(({ forgets }) => forgets === true)],
    ];
}
function dangersOf(verb, resources, most) {
    const groups = new Map();
    for (const { address, forcedBy = [] } of resources.slice(0, most)) {
        const key = JSON.stringify(forcedBy);
        const group = groups.get(key) ?? { addresses: [], forcedBy };
        group.addresses.push(address);
        groups.set(key, group);
    }
    const all = [...groups.values()];
    const more = Math.max(0, resources.length - most);
    return all.map((group, index) => ({ verb, ...group, more: index === all.length - 1 ? more : 0 }));
}
function withAction(summary, action) {
    return summary.resources.filter((resource) => resource.action === action);
}


/***/ }),

/***/ 65217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ patternsOf),
/* harmony export */   DL: () => (/* binding */ placeCode),
/* harmony export */   HD: () => (/* binding */ shownName),
/* harmony export */   bh: () => (/* binding */ shownGroup),
/* harmony export */   cF: () => (/* binding */ placeInWords),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22522);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86093);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69405);
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8878);
/* harmony import */ var _leaf_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86436);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15131);
/** Short names of leaves as markdown. */






/** A leaf's name, and its place if it needs one: `**vpc** · dev / dev1`, each as inline code. */
function shownName(name) {
    return `**${(0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name.name, 80)}**${name.place.length > 0 ? `${_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .AND */ .S}${placeCode(name)}` : ''}`;
}
/** The name of one leaf, or of several that have the same: `**vpc** · 5 leaves in dev`. */
function shownGroup(leaves) {
    const [first] = leaves;
    if (first === undefined || leaves.length === 1)
        return first === undefined ? '' : shownName(first);
    const place = (0,_leaf_names_js__WEBPACK_IMPORTED_MODULE_3__/* .commonPlace */ .RZ)(leaves);
    const where = place.length === 0 ? '' : ` in ${(0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(place.join(' / '), 60)}`;
    return `**${(0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(first.name, 80)}**${_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .AND */ .S}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(leaves.length)} leaves${where}`;
}
/** The place alone, as inline code; the name if there is none. */
function placeCode(name) {
    return (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(placeInWords(name), 160);
}
/** The same as plain text. */
function placeInWords(name) {
    return name.place.length > 0 ? name.place.join(' / ') : (0,_leaf_names_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInWords */ .I8)(name);
}
/** What short names leave out: the leaves' paths with `*` for what differs. Empty without leaves. */
function patternsOf({ patterns }) {
    const shown = patterns.slice(0, 4).map((pattern) => (0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(pattern, 240));
    return patterns.length === 0 ? '' : `Leaves: ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_4__/* .firstFew */ .Dt)(shown, 3)}`;
}
/** Bytes of the names of a group's leaves. */
const PLACES = 8_000;
/** The places of leaves with one name, as a sentence. */
function placesOf(leaves, names, fullReport) {
    const places = leaves.map((leaf) => placeCode(names.of(leaf)));
    const shown = (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(places.map((place) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_5__/* .utf8Length */ .wI)(place) + 2), PLACES);
    const more = places.length - shown;
    return `In ${places.slice(0, shown).join(', ')}${more > 0 ? ` and ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(more)} more in the ${fullReport}` : ''}`;
}


/***/ }),

/***/ 13662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   likelySecrets: () => (/* binding */ likelySecrets)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/** Likely secrets in the environment, judged by names and addresses. Pure. */

const SECRET_NAME = /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|(?:_KEY|APIKEY|_PASS|_PWD|_PAT|CREDENTIALS)$/iu;
/** A shorter value (`test`, `true`) is as likely an ordinary word, which must not vanish from every report. */
const SHORTEST = 8;
/** `postgres://user:password@host/database` */
const URL_PASSWORD = /^(?:[a-z]+::)?[a-z][\w+.-]*:\/\/[^\s/?#:@]*:([^\s/?#]+)@/iu;
/** Values that Terraform may receive and print although nobody declared them secret. */
function likelySecrets(all) {
    const found = Object.entries(all).flatMap(([name, value = '']) => [
        ...(SECRET_NAME.test(name) ? secretsOf(name, value) : []),
        ...passwordIn(value),
    ]);
    return found.filter((value) => value.trim().length >= SHORTEST);
}
/** Credentials are often a file's path, or JSON, most of whose values (a project's name, addresses) are public. */
function secretsOf(name, value) {
    if (!/CREDENTIALS$/iu.test(name))
        return [value];
    if (value.trimStart().startsWith('{'))
        return membersOf(value);
    return /^(?:\.{0,2}\/|[a-z]:\\)/iu.test(value) ? [] : [value];
}
function membersOf(json) {
    try {
        const value = JSON.parse(json);
        if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
            return [json];
        return Object.entries(value).flatMap(([key, member]) => SECRET_NAME.test(key) && !/ur[il]$/iu.test(key) ? ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(member) ?? []) : []);
    }
    catch {
        return [json];
    }
}
/** As encoded in the address, and decoded. */
function passwordIn(address) {
    const password = URL_PASSWORD.exec(address.trim())?.[1];
    if (password === undefined)
        return [];
    try {
        return [...new Set([password, decodeURIComponent(password)])];
    }
    catch {
        return [password];
    }
}


/***/ }),

/***/ 74399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ maskReport),
/* harmony export */   l: () => (/* binding */ maskData)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/**
 * Plain data with its secrets masked. What a text is decides, not what it looks like: a name that people gave to
 * something in the repository is in the repository for everyone to read, so it tells nothing about a secret that happens
 * to be spelled like it, and masking it would break links and commands, and confirm whoever guesses a secret in a path.
 */

function maskData(data, names, masker, replaced) {
    return walk(data, names, masker, { replaced });
}
/** The same for a report, which says how many values had to be masked. */
function maskReport(report, names, masker) {
    const replaced = new Set();
    const masked = maskData(report, names, masker, replaced);
    return replaced.size === 0 ? masked : { ...masked, masked: replaced.size };
}
function walk(data, names, masker, options) {
    if (names === 'name')
        return data;
    if (typeof data === 'string')
        return maskText(data, names, masker, options);
    if (Array.isArray(data))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(data).map((each) => walk(each, names, masker, options));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(data))
        return data;
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, walk(value, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(names, key), masker, options)]));
}
function maskText(text, names, masker, options) {
    switch (names) {
        case 'key':
            return masker.mask(text, { ...options, onlyGiven: true });
        case 'address':
            return ADDRESS.test(text)
                ? text.replace(INSTANCE_KEY, (key) => masker.mask(key, options))
                : masker.mask(text, options);
        default:
            return masker.mask(text, options);
    }
}
/** `module.vpc["a"].aws_subnet.this[0]`, and what makes no address of the plan's JSON but is shown like one. */
const NAME = '[\\p{L}_][\\p{L}\\p{N}_-]*';
const KEY = '\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\]';
const ADDRESS = new RegExp(`^${NAME}(?:\\.${NAME}|${KEY})*(?: \\(deposed [0-9a-f]+\\))?$`, 'u');
const INSTANCE_KEY = new RegExp(KEY, 'gu');


/***/ }),

/***/ 91048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ versionOf),
/* harmony export */   Q: () => (/* binding */ movablePin)
/* harmony export */ });
const GIT_SOURCE = /^git::|^git@|^(?:github\.com|bitbucket\.org)\/|\.git(?:$|[/?])/u;
const BRANCH = /^(?:refs\/heads\/.*|main|master|develop|development|trunk|head|latest|stable|next)$/iu;
/**
 * Whether a module's source can move. Versions (anything with a digit, such as `v1.2.0` or `vpc-3`) and commits cannot;
 * known branch names, names without a digit and names with a `/` can. Sources other than git have no ref.
 */
function movablePin(pin) {
    if (!/^module\..+\.source$/u.test(pin.address) || !GIT_SOURCE.test(pin.value))
        return undefined;
    const ref = versionOf(pin.value);
    if (ref === undefined || ref === '')
        return { address: pin.address, ref: undefined };
    if (/^[0-9a-f]{7,64}$/u.test(ref) || ref.startsWith('refs/tags/'))
        return undefined;
    const version = /\d/u.test(ref) && !/^(?:feature|feat|fix|bugfix|hotfix|release|refs\/heads)\//iu.test(ref);
    return version && !BRANCH.test(ref) ? undefined : { address: pin.address, ref };
}
/** The `ref` of a module's source; undefined if it has none. */
function versionOf(source) {
    return /[?&]ref=([^&]*)/u.exec(source)?.[1];
}


/***/ }),

/***/ 6640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planTimestampIn)
/* harmony export */ });
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82017);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94330);
/* harmony import */ var _hcl_hcl_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49735);
/* harmony import */ var _terraform_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1650);
/** `plantimestamp()` is another value at every plan, so no plan with it is ever the one that was reviewed. */




/** Where a leaf's composition, or a local module that it reaches, calls `plantimestamp()`; undefined where none does. */
async function planTimestampIn({ rendering, reach, snapshot }) {
    const folders = new Set([rendering.source, ...reach.modules.map(({ folder }) => folder)]);
    // What lies deeper, such as a module's examples, Terraform does not read.
    const isRead = (path) => (0,_terraform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerraformFile */ .L5)(path) && folders.has((0,_base_names_js__WEBPACK_IMPORTED_MODULE_3__/* .folderOf */ .y)(path));
    for (const { name, content } of rendering.files) {
        if (!isRead((0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(rendering.source, name)) || content.kind === 'generated')
            continue;
        const line = await callLine(name, content.text ?? '');
        if (line !== undefined)
            return { file: content.file.path, line };
    }
    const modules = reach.modules.flatMap(({ files }) => files).filter(({ path }) => isRead(path));
    await snapshot.load(modules);
    for (const file of modules) {
        const line = await callLine(file.path, snapshot.read(file).toString('utf8'));
        if (line !== undefined)
            return { file: file.path, line };
    }
    return undefined;
}
async function callLine(name, text) {
    const index = text.split('\n').findIndex((line) => /\bplantimestamp\s*\(/u.test(line));
    if (index < 0)
        return undefined;
    // JSON has no comments.
    if (name.endsWith('.json'))
        return index + 1;
    const tree = (await (0,_hcl_hcl_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .loadHclParser */ .p)()).parse(text);
    if (tree === null)
        throw new Error('the HCL parser has no language');
    try {
        const calls = tree.rootNode.descendantsOfType('function_call');
        const call = calls.find((each) => each.namedChildren[0]?.text === 'plantimestamp');
        return call && call.startPosition.row + 1;
    }
    finally {
        tree.delete();
    }
}


/***/ }),

/***/ 37833:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ withoutSensitive)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _exact_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30206);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33874);
/** A plan's JSON for programs other than Terraform, without what it marks as sensitive. */




/**
 * The JSON without sensitive values: their keys are left out, and in lists they are null.
 *
 * @param shown what `show -json` printed
 * @param mask is applied to all other texts, and to the keys of values
 */
function withoutSensitive(shown, mask) {
    const plan = (0,_exact_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShown */ .X)(shown);
    const declared = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(plan, 'configuration'), 'root_module'), 'variables'));
    const withMarks = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(plan) ? { ...plan, variables: markedVariables(plan['variables'], declared) } : plan;
    return exactJson((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .mapPart */ .Yb)(withMarks, { value: (value, mark) => without(value, mark, mask), text: mask }));
}
/** Values of variables have no marks of their own: their declarations have. */
function markedVariables(variables, declared) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(variables))
        return variables;
    return Object.fromEntries(Object.entries(variables).map(([name, variable]) => {
        const isSensitive = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(declared[name], 'sensitive') === true;
        return [name, isSensitive ? { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(variable), sensitive: true } : variable];
    }));
}
function without(value, mark, mask) {
    if (mark === true)
        return undefined;
    if (typeof value === 'string')
        return mask(value);
    if (Array.isArray(value))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).map((each, index) => without(each, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(mark)[index], mask) ?? null);
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => {
        const kept = without(each, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(mark, key), mask);
        return kept === undefined ? [] : [[mask(key), kept]];
    }));
}
/** JSON with all digits of its numbers. */
function exactJson(value) {
    // No text of a plan can contain it.
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    return JSON.stringify(spelled(value, mark)).replace(new RegExp(`"${mark}([^"]+)"`, 'gu'), '$1');
}
function spelled(value, mark) {
    if (value instanceof _base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh)
        return `${mark}${value.digits}`;
    if (Array.isArray(value))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).map((each) => spelled(each, mark));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spelled(each, mark)]));
}


/***/ }),

/***/ 32972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ errorsIn),
/* harmony export */   T4: () => (/* binding */ diagnosticOf),
/* harmony export */   aH: () => (/* binding */ consolidated),
/* harmony export */   qU: () => (/* binding */ diagnosticsIn)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/* harmony import */ var _plan_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7787);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75251);
/**
 * Reads Terraform's errors and warnings: of init and plan from the human output, without colors, because `init -json` is
 * newer than the oldest supported version, and `plan -json` has no plan to read; of an apply from its JSON. Pure.
 * Formats: `internal/command/format/diagnostic.go` and `internal/command/views/json/diagnostic.go` in Terraform's sources.
 */



const HEADER = /^(Error|Warning): (.+)$/u;
/** `with aws_s3_bucket.logs,` above the place, or alone where no place is known. */
const SUBJECT = /^ {2}with (\S.*),$/u;
const PLACE = /^ {2}on (\S.*) line (\d+)(?:, in .*)?:$/u;
const SIMILAR = /^\(and (one|\d+) more similar (?:warning|error)s? elsewhere\)$/mu;
/** On a terminal Terraform draws a frame around its messages. */
const FRAME = /^(?:│ ?|╷$|╵$)/u;
/** The errors of a failed `init` or `plan` in Terraform's order. */
function errorsIn(output) {
    return diagnosticsIn(output).filter(({ severity }) => severity === 'error');
}
/** The errors and warnings in Terraform's order. */
function diagnosticsIn(output) {
    const messages = [];
    let current;
    for (const framed of output.split('\n')) {
        const line = framed.replace(FRAME, '');
        const [, severity, summary = ''] = HEADER.exec(line) ?? [];
        if (severity !== undefined) {
            current = { severity: severity === 'Error' ? 'error' : 'warning', summary, lines: [] };
            messages.push(current);
        }
        else if (isOther(line))
            current = undefined;
        else
            current?.lines.push(line);
    }
    return messages.map(({ severity, summary, lines }) => {
        const { source, ...found } = rest(lines);
        return { severity, summary, ...found, ...(severity === 'error' && source !== undefined ? { source } : {}) };
    });
}
/** OpenTofu prints warnings about its own settings above all else, and nothing between. */
function isOther(line) {
    return (0,_plan_output_js__WEBPACK_IMPORTED_MODULE_2__/* .beginsPlan */ .Q)(line) || (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .stepIn */ .eC)(line) !== undefined;
}
function rest(lines) {
    const text = lines.join('\n');
    const similar = SIMILAR.exec(text)?.[1];
    const paragraphs = text
        .replace(SIMILAR, '')
        .split(/\n[ \t]*\n/u)
        .map((paragraph) => paragraph.replace(/^\n+/u, ''));
    let address;
    let place;
    const details = paragraphs.flatMap((paragraph) => {
        const [first = '', ...others] = paragraph.split('\n');
        const subject = address === undefined && place === undefined ? SUBJECT.exec(first)?.[1] : undefined;
        address ??= subject;
        const [, file, line] = PLACE.exec(subject === undefined ? first : (others[0] ?? '')) ?? [];
        // Without a place, the text follows on the next line.
        if (file === undefined)
            return subject === undefined ? [paragraph] : [others.join('\n')];
        // A place and its source lines are one paragraph.
        place ??= { file, line: Number(line), source: subject === undefined ? others : others.slice(1) };
        return [];
    });
    return {
        detail: details.join('\n').trim(),
        ...(address === undefined ? {} : { address }),
        ...(place ?? {}),
        ...(similar === undefined ? {} : { similar: similar === 'one' ? 1 : Number(similar) }),
    };
}
/** One of the machine-readable output. */
function diagnosticOf(value) {
    const range = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'range');
    const line = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(range, 'start'), 'line');
    return {
        severity: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'severity') === 'error' ? 'error' : 'warning',
        summary: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'summary') ?? '',
        detail: ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'detail') ?? '').trim(),
        address: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'address'),
        file: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(range, 'filename'),
        line: typeof line === 'number' ? line : undefined,
    };
}
/** Of warnings with the same summary only the first, which counts the others, as Terraform prints them for people. */
function consolidated(diagnostics) {
    const isFirst = ({ severity, summary }, index) => severity === 'error' ||
        diagnostics.findIndex((each) => each.severity === 'warning' && each.summary === summary) === index;
    return diagnostics.filter(isFirst).map((each) => {
        if (each.severity === 'error')
            return each;
        const alike = diagnostics.filter(({ severity, summary }) => severity === 'warning' && summary === each.summary);
        const printed = alike.reduce((sum, { similar = 0 }) => sum + 1 + similar, 0);
        return printed === 1 ? each : { ...each, similar: printed - 1 };
    });
}


/***/ }),

/***/ 30206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseShown),
/* harmony export */   j: () => (/* binding */ parseExact)
/* harmony export */ });
/* harmony import */ var _base_exact_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31981);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);
/** JSON as Terraform prints it. */


/**
 * Parses what `terraform show -json` prints: one line, above which OpenTofu prints warnings about its own settings.
 *
 * @throws ProblemError if it is not JSON
 */
function parseShown(stdout) {
    const printed = stdout.trimEnd();
    return parseExact(printed.slice(printed.lastIndexOf('\n') + 1));
}
/**
 * Numbers that JavaScript cannot hold are `ExactNumber`s.
 *
 * @throws ProblemError if it is not JSON
 */
function parseExact(json) {
    try {
        return (0,_base_exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExactJson */ .l)(json);
    }
    catch {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemError */ .gS)('terraform', 'What "show -json" printed is not JSON.');
    }
}


/***/ }),

/***/ 96259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ bind),
  R: () => (/* binding */ fingerprint)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/terraform/canonical.ts
/** One text for each value, so that values can be compared and digested. */

/** A text in which some pieces are redacted, each replaced by a name. */
class HiddenText extends json/* Opaque */.GV {
    /** Clear text and names of redacted pieces alternately, beginning with clear text. */
    pieces;
    constructor(pieces) {
        super();
        this.pieces = pieces;
    }
    toJSON() {
        return this.pieces.join('');
    }
}
/**
 * Like JSON with sorted object keys, but equal numbers have equal texts however they are spelled, and a redacted text
 * differs from any text that a plan could contain.
 */
function canonical(value) {
    if (value instanceof HiddenText)
        return `hidden(${value.pieces.map((each) => JSON.stringify(each)).join(',')})`;
    if (value instanceof json/* ExactNumber */.fh)
        return canonicalNumber(value.digits);
    if (typeof value === 'number')
        return canonicalNumber(String(value));
    if (Array.isArray(value))
        return `[${(0,json/* list */.p_)(value).map(canonical).join(',')}]`;
    if ((0,json/* isRecord */.u4)(value)) {
        const fields = Object.keys(value)
            .sort()
            .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]));
        return `{${fields.join(',')}}`;
    }
    return value === undefined ? 'null' : JSON.stringify(value);
}
/** `1`, `1.0` and `10e-1` → `1e0`; zero has no sign. */
function canonicalNumber(spelled) {
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/u.exec(spelled) ?? [];
    if (whole === '')
        return `number(${JSON.stringify(spelled)})`;
    const digits = `${whole}${fraction}`.replace(/^0+/u, '');
    if (digits === '')
        return '0e0';
    const significant = digits.replace(/0+$/u, '');
    const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
    return `${sign}${significant}e${power}`;
}

// EXTERNAL MODULE: ./src/terraform/plan-json.ts
var plan_json = __webpack_require__(21044);
// EXTERNAL MODULE: ./src/terraform/marks.ts
var marks = __webpack_require__(33874);
// EXTERNAL MODULE: ./src/terraform/sensitive-values.ts
var sensitive_values = __webpack_require__(23631);
;// CONCATENATED MODULE: ./src/terraform/stand-ins.ts
/**
 * Stand-ins for secrets when a plan is digested without a key: never their text, and never one for all, or "drop
 * staging-db" could be reviewed and "drop production-db" applied. Each secret is named by its first location, which
 * reveals nothing: different secrets in the same locations have the same names.
 */



/** Shorter secrets are redacted only as whole texts: inside other texts they are everywhere ("1", "no"). */
const SHORTEST = 3;
/** @param known secrets whose names may be shown, by their text: `(environment: NAME)` */
function createStandIns(known) {
    const wholes = new Map();
    const texts = new Map();
    const shown = new Map();
    let index;
    function addText(text, name) {
        if (text === '' || texts.has(text))
            return;
        texts.set(text, name);
        index = undefined;
    }
    /** A text as it is, as escaped in JSON and in addresses, and its lines, each with its own name. */
    function addSpellings(text, name) {
        addText(text, name);
        addText(JSON.stringify(text).slice(1, -1), `${name}, as JSON`);
        // In addresses, Terraform escapes the signs of its templates too.
        addText(JSON.stringify(text.replace(/([$%])\{/gu, '$1$1{')).slice(1, -1), `${name}, as a key`);
        if (!text.includes('\n'))
            return;
        text.split('\n').forEach((line, number) => {
            const trimmed = line.trim();
            if (trimmed.length >= SHORTEST)
                addText(trimmed, `${name}, line ${number + 1}`);
        });
    }
    /** For each prefix of secrets, their lengths, longest first: one pass over a text finds all of them. */
    function lengthsByBeginning() {
        const lengths = new Map();
        for (const text of texts.keys()) {
            if (text.length < SHORTEST)
                continue;
            const beginning = text.slice(0, SHORTEST);
            lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(text.length));
        }
        return new Map([...lengths].map(([beginning, found]) => [beginning, [...found].sort((a, b) => b - a)]));
    }
    function pieces(text) {
        const whole = texts.get(text);
        if (whole !== undefined)
            return ['', whole, ''];
        index ??= lengthsByBeginning();
        const found = [];
        let copied = 0;
        for (let at = 0; at + SHORTEST <= text.length; at += 1) {
            const lengths = index.get(text.slice(at, at + SHORTEST)) ?? [];
            const length = lengths.find((each) => texts.has(text.slice(at, at + each)));
            if (length === undefined)
                continue;
            found.push(text.slice(copied, at), texts.get(text.slice(at, at + length)) ?? '');
            copied = at + length;
            at = copied - 1;
        }
        return [...found, text.slice(copied)];
    }
    function inside(text) {
        const found = pieces(text);
        return found.length === 1 ? text : new HiddenText(found);
    }
    function whole(secret) {
        if (secret === null || secret === undefined)
            return secret;
        return new HiddenText(['', wholes.get(canonical(secret)) ?? 'sensitive', '']);
    }
    for (const [text, name] of known) {
        addSpellings(text, name);
        shown.set(name, name);
    }
    return {
        inside,
        // Numbers stay: equal digits are coincidence.
        redact: (value, mark) => (0,marks/* replaceMarked */.tl)(value, mark, whole, (each) => (typeof each === 'string' ? inside(each) : each)),
        add(secret, place) {
            if (secret === null || secret === undefined)
                return;
            const key = canonical(secret);
            if (!wholes.has(key))
                wholes.set(key, typeof secret === 'string' ? (texts.get(secret) ?? place) : place);
            let part = 0;
            for (const leaf of (0,marks/* leavesOf */.wf)(secret)) {
                part += 1;
                const name = leaf === secret ? place : `${place}, part ${part}`;
                if (typeof leaf === 'string')
                    addSpellings(leaf, name);
                else if (typeof leaf === 'number')
                    addText(String(leaf), `${name}, as text`);
                else if (leaf instanceof json/* ExactNumber */.fh)
                    addText(leaf.digits, `${name}, as text`);
            }
        },
        readable(text) {
            // A location may itself contain a secret, such as the key of an instance.
            const nameFor = (name) => {
                const known = shown.get(name) ?? `(sensitive value ${shown.size + 1})`;
                shown.set(name, known);
                return known;
            };
            return pieces(text)
                .map((each, position) => (position % 2 === 0 ? each : nameFor(each)))
                .join('');
        },
    };
}

// EXTERNAL MODULE: ./src/terraform/unseen-inputs.ts
var unseen_inputs = __webpack_require__(7962);
;// CONCATENATED MODULE: ./src/terraform/plan-reduction.ts
/** A plan reduced to what determines its effect, in a stable order. */







/** @param known secrets unknown to Terraform, with the names that replace them */
function standInsFor(plan, known) {
    const standIns = createStandIns(known);
    const add = (value, place) => {
        standIns.add(value, place);
    };
    for (const [name, value] of (0,sensitive_values/* sensitiveVariables */.a)(plan))
        add(value, `(sensitive variable: ${name})`);
    // What counts comes first: the names must not depend on what varies without an effect.
    for (const part of [inOrder(plan), plan.leftOut]) {
        (0,marks/* mapPart */.Yb)(part, {
            value(value, mark, _, place) {
                (0,marks/* eachMarked */.s9)(value, mark, place, (secret, where) => {
                    add(secret, `(sensitive: ${where})`);
                });
                return null;
            },
        });
    }
    return standIns;
}
/** @param standIns undefined if nothing has to be redacted */
function reducePlan(plan, standIns) {
    const reduced = (0,marks/* mapPart */.Yb)({ ...inOrder(plan), variables: variablesThatCount(plan) }, {
        value(value, mark, name, place) {
            if (IDENTITIES.has(name))
                return undefined;
            const redacted = standIns === undefined ? value : standIns.redact(value, mark);
            return ATTRIBUTES.has(name) && !place.startsWith('output_changes.') ? withoutNulls(redacted) : redacted;
        },
        text(each, name) {
            // Terraform before 1.16 has no other and does not say it.
            if (name === 'on_failure' && each === 'ActionOnFailureHalt')
                return undefined;
            return standIns === undefined || isOwnWord(name) ? each : standIns.inside(each);
        },
    });
    const { applyable, complete, errored, ...parts } = (0,json/* record */.g1)(reduced);
    // Terraform before 1.7 and OpenTofu lack these. That nothing cannot be applied says nothing more.
    const isApplyable = applyable !== false ||
        CHANGES.every((name) => Object.keys((0,json/* record */.g1)(parts[name])).length + (0,json/* list */.p_)(parts[name]).length === 0);
    return { ...parts, applyable: isApplyable, complete: complete !== false, errored: errored ?? false };
}
/** The parts that say what will be done; what is deferred cannot be applied yet. */
const CHANGES = ['resource_changes', 'output_changes', 'action_invocations'];
/** Variables of provisioners and write-only arguments, whose values are nowhere else in the plan. */
function variablesThatCount(plan) {
    const { variables, root } = plan;
    return Object.fromEntries((0,unseen_inputs/* unseenVariables */._v)(plan).map((name) => [
        name,
        { value: variables.get(name), sensitive: root.sensitive.includes(name) },
    ]));
}
/** The attributes of resources and actions: a different version may know more of them, and write them as null. */
const ATTRIBUTES = new Set(['before', 'after', 'config_values']);
/** Of the object in `before` or `after`, and so redundant: Terraform before 1.12 and older providers do not have it. */
const IDENTITIES = new Set(['before_identity', 'after_identity']);
function withoutNulls(value) {
    if (!(0,json/* isRecord */.u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}
/** Addresses stay, or two could become equal, and so do actions, even if a secret is the text "delete". */
function isOwnWord(name) {
    return (name === 'address' || name.endsWith('_address') || name === 'index' || name === 'actions' || name === 'deposed');
}
/** The order of a plan's lists is meaningless and differs between runs. */
function inOrder({ counted, resources, outputs }) {
    const sorted = Object.entries(counted).map(([name, part]) => [
        name,
        UNORDERED.has(name) && Array.isArray(part) ? sortBy(part, withoutValues) : part,
    ]);
    const changing = sortBy(resources, plan_json/* addressOf */.ci).filter((each) => !isNoOp(each));
    const unchanged = new Set(outputs.filter(isNoOp).map(({ name }) => name));
    const { resource_changes: listed, output_changes: named } = counted;
    return {
        ...Object.fromEntries(sorted),
        resource_changes: Array.isArray(listed) ? changing.map(({ json }) => json) : (listed ?? []),
        output_changes: (0,json/* isRecord */.u4)(named)
            ? Object.fromEntries(Object.entries(named).filter(([name]) => !unchanged.has(name)))
            : (named ?? {}),
    };
}
const UNORDERED = new Set([
    'action_invocations',
    'deferred_changes',
    'deferred_action_invocations',
]);
/**
 * A resource that is only moved or imported changes the state, so it is not a no-op. An unknown field may mean
 * anything.
 */
function isNoOp({ actions, imported, unknown, movedFrom, }) {
    return actions.join() === 'no-op' && !imported && movedFrom === undefined && unknown.length === 0;
}
/** A copy sorted by keys that are computed once. */
function sortBy(items, key) {
    return items
        .map((item) => ({ item, rank: key(item) }))
        .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
        .map(({ item }) => item);
}
/** The order must not depend on redacted values. */
function withoutValues(item) {
    return canonical((0,marks/* mapPart */.Yb)(item, { value: () => null }));
}

;// CONCATENATED MODULE: ./src/terraform/fingerprint.ts
/**
 * A digest of what a plan would do: two plans with the same fingerprint make the same changes. It covers what determines
 * the changes, and leaves out what varies independently (the state as read, drift, checks, times).
 */





function fingerprint(plan, made, { key, standIns: known, ...context }) {
    const standIns = standInsFor(plan, known);
    // An HMAC reveals nothing about its content, so nothing that distinguishes two plans has to be redacted.
    const reduced = reducePlan(plan, key === undefined ? standIns : undefined);
    // A different binary of the same version may execute the same plan differently.
    const providers = made.providers.map(({ address, version, hash = '' }) => `${address} ${version} ${hash}`).sort();
    const own = digest(canonical([made.program ?? null, providers, made.modules, reduced]), key);
    const changes = changeDigests(reduced, plan.unknownParts, key).map((each) => ({
        ...each,
        address: standIns.readable(each.address),
    }));
    return { value: bind(own, { ...context, key }), plan: own, changes };
}
/**
 * The fingerprint of a plan together with a rendering's digest. With the recorded digest, it shows whether the plan alone
 * is unchanged.
 */
function bind(plan, { rendering, key }) {
    return digest(canonical([rendering, plan]), key).slice(0, 32);
}
function changeDigests(reduced, unknownParts, key) {
    const plan = (0,plan_json/* readPlan */.m3)(reduced);
    const changes = [
        ...plan.resources.map((each) => describe((0,plan_json/* addressOf */.ci)(each), each, key)),
        ...plan.deferredResources.map(({ change }) => describe(`${(0,plan_json/* addressOf */.ci)(change)} (deferred)`, change, key)),
        ...plan.invocations.map((each) => describeInvocation(each, 'invoke', key)),
        ...plan.deferredInvocations.map(({ change }) => describeInvocation(change, 'invoke later', key)),
        ...plan.outputs.map(({ name, actions, before, after }) => ({
            address: `output.${name}`,
            actions: actions.join(' '),
            attributes: { value: shortDigest([before, after], key) },
        })),
        ...[...plan.variables].map(([name, value]) => ({
            address: `var.${name}`,
            actions: 'handed over',
            attributes: { value: shortDigest(value, key) },
        })),
        ...unknownParts.map((name) => ({
            address: `plan.${name}`,
            actions: 'not known to this version',
            attributes: { value: shortDigest(reduced[name], key) },
        })),
    ];
    return sortBy(changes, ({ address }) => address);
}
function describe(address, change, key) {
    const sides = [change.before, change.after, change.afterUnknown];
    const attributes = {};
    for (const name of [...new Set(sides.flatMap((side) => Object.keys((0,json/* record */.g1)(side))))].sort()) {
        const [old, now, later] = sides.map((side) => (0,json/* field */.ZZ)(side, name));
        // Unchanged attributes need no room in the record.
        if (later === undefined && canonical(old ?? null) === canonical(now ?? null))
            continue;
        attributes[name] = shortDigest([old, now, later], key);
    }
    return { address, actions: change.actions.join(' '), attributes };
}
function describeInvocation({ address, trigger, config, configUnknown }, actions, key) {
    return {
        address: trigger === undefined ? address : `${address} (${trigger})`,
        actions,
        attributes: { config: shortDigest([config, configUnknown], key) },
    };
}
/** 32 bits: it only distinguishes values in a reported difference; the fingerprint decides. */
function shortDigest(value, key) {
    return digest(canonical(value), key).slice(0, 8);
}
function digest(content, key) {
    return (key === undefined ? (0,external_node_crypto_.createHash)('sha256') : (0,external_node_crypto_.createHmac)('sha256', key)).update(content).digest('hex');
}


/***/ }),

/***/ 33874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ mapPart),
/* harmony export */   s9: () => (/* binding */ eachMarked),
/* harmony export */   tl: () => (/* binding */ replaceMarked),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/**
 * Values in a plan's JSON and the marks that stand beside them. Terraform writes `before` and `before_sensitive`, `values`
 * and `sensitive_values`, `config_values` and `config_sensitive`: any such pair is honored, even in parts that are newer
 * than this file.
 */

/** Values that may have no marks. */
const VALUES = new Set([
    'before',
    'after',
    'value',
    'default',
    'constant_value',
    'config_values',
    'identity',
    'before_identity',
    'after_identity',
    'expressions',
]);
/** Objects whose keys are chosen by users: an output named `a_sensitive` is not a mark of the output `a`. */
const NAMED = new Set([
    'output_changes',
    'outputs',
    'variables',
    'module_calls',
    'provider_config',
]);
/** A copy of a part of a plan with its values and texts mapped, and without empty marks. */
function mapPart(part, mapping, place = '', name = '') {
    if (typeof part === 'string')
        return mapping.text === undefined ? part : mapping.text(part, name);
    if (Array.isArray(part)) {
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(part).map((each, index) => mapPart(each, mapping, itemPlace(each, place, index), name));
    }
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(part))
        return part;
    const keys = Object.keys(part).sort();
    const mapped = keys.map((key) => {
        const each = part[key];
        const inside = place === '' ? key : `${place}.${key}`;
        if (NAMED.has(name))
            return [key, mapPart(each, mapping, inside)];
        if (isMark(key))
            return [key, withoutNothing(each)];
        const mark = markOf(part, key);
        if (mark !== undefined || VALUES.has(key))
            return [key, mapping.value(each, mark, key, inside)];
        return [key, mapPart(each, mapping, key === 'change' ? place : inside, key)];
    });
    return Object.fromEntries(mapped);
}
/** Items with an address are named by it, regardless of order. */
function itemPlace(item, place, index) {
    for (const holder of [item, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(item, 'resource_change'), (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(item, 'action_invocation')]) {
        const address = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(holder, 'address');
        const deposed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(holder, 'deposed');
        if (typeof address !== 'string')
            continue;
        return typeof deposed === 'string' ? `${address} (deposed ${deposed})` : address;
    }
    return `${place}[${index}]`;
}
function isMark(key) {
    return /_(?:sensitive|unknown)$|^sensitive_/u.test(key);
}
function markOf(part, key) {
    const own = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(part, `${key}_sensitive`) ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(part, `sensitive_${key}`);
    if (own !== undefined)
        return own;
    // Variables and outputs are sensitive as a whole.
    if (key === 'value' || key === 'default')
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(part, 'sensitive');
    const stem = /^(.+)_[^_]+$/u.exec(key)?.[1];
    return stem === undefined || Object.hasOwn(part, stem) ? undefined : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(part, `${stem}_sensitive`);
}
/** Normalizes marks: a mark in which nothing is true is none, however it is written. */
function withoutNothing(mark) {
    if (Array.isArray(mark)) {
        const marks = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(mark).map(withoutNothing);
        return marks.every((each) => each === undefined) ? undefined : marks.map((each) => each ?? null);
    }
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(mark))
        return mark === false || mark === null ? undefined : mark;
    const marks = Object.entries(mark).flatMap(([key, each]) => {
        const kept = withoutNothing(each);
        return kept === undefined ? [] : [[key, kept]];
    });
    return marks.length === 0 ? undefined : Object.fromEntries(marks);
}
/** Calls with each value that is marked as sensitive, and its location, in the order of keys. */
function eachMarked(value, mark, place, found) {
    if (mark === undefined || mark === false || value === null || value === undefined)
        return;
    if (mark === true)
        found(value, place);
    else if (Array.isArray(value)) {
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value).forEach((each, index) => {
            eachMarked(each, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(mark)[index], `${place}[${index}]`, found);
        });
    }
    else if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value)) {
        for (const key of Object.keys(value).sort()) {
            eachMarked(value[key], (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(mark, key), `${place}.${key}`, found);
        }
    }
}
/** A copy of a value with the parts marked as sensitive, and each other leaf value, replaced. */
function replaceMarked(value, mark, secret, leaf = (each) => each) {
    if (mark === true)
        return secret(value);
    const inside = (each, its) => replaceMarked(each, its, secret, leaf);
    if (Array.isArray(value))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value).map((each, index) => inside(each, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(mark)[index]));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return leaf(value);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(mark, key))]));
}
/** Each text, number and boolean below a value, in the order of keys. */
function* leavesOf(value) {
    if (Array.isArray(value))
        for (const each of (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value))
            yield* leavesOf(each);
    else if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        for (const key of Object.keys(value).sort())
            yield* leavesOf(value[key]);
    else
        yield value;
}


/***/ }),

/***/ 21044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JK: () => (/* binding */ triggerInWords),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   m3: () => (/* binding */ readPlan)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/**
 * A plan as `terraform show -json` writes it, read once for all consumers. A field with an unexpected type is read as
 * absent, and listed as unknown: it may mean anything.
 * Format: JSON Output Format 1.x, `internal/command/jsonplan` in Terraform's sources.
 */

/** @param groups names separated by blanks, by required type */
function fields(...groups) {
    return new Map(groups.flatMap(([fits, names]) => names.split(' ').map((name) => [name, fits])));
}
const isAny = () => true;
const isText = (value) => typeof value === 'string';
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isFlag = (value) => typeof value === 'boolean';
/** Parts that vary without changing the effect: what was read, how it was checked, when and by which version. */
const LEFT_OUT = fields([isAny, 'prior_state planned_values resource_drift relevant_attributes checks variables'], [isAny, 'timestamp format_version terraform_version']);
const COUNTED = fields([Array.isArray, 'resource_changes action_invocations deferred_changes deferred_action_invocations'], [_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4, 'output_changes configuration'], [isFlag, 'applyable complete errored']);
const CHANGE = fields([isTexts, 'actions'], [Array.isArray, 'replace_paths'], [_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4, 'importing'], [
    isAny,
    'before after after_unknown before_sensitive after_sensitive before_identity after_identity generated_config',
]);
const RESOURCE = fields([isText, 'address previous_address deposed action_reason'], [_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4, 'change'], [isAny, 'module_address mode type name index index_unknown provider_name']);
const INVOCATION = fields([isText, 'address'], [_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4, 'lifecycle_action_trigger'], [isAny, 'type name config_values config_sensitive config_unknown provider_name invoke_action_trigger']);
const IMPORT = fields([isAny, 'id identity unknown']);
const LIFECYCLE_TRIGGER = fields([isText, 'triggering_resource_address action_trigger_event on_failure'], [isAny, 'action_trigger_block_index actions_list_index']);
const INVOKE_TRIGGER = fields([isText, 'calling_resource_address']);
const DEFERRED_RESOURCE = fields([isText, 'reason'], [_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4, 'resource_change']);
const DEFERRED_INVOCATION = fields([isText, 'reason'], [_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4, 'action_invocation']);
/** @param json as it was parsed */
function readPlan(json) {
    const part = (name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(json, name));
    const flag = (name) => {
        const value = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(json, name);
        return typeof value === 'boolean' ? value : undefined;
    };
    const resources = part('resource_changes').map(readResource);
    const outputs = Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(json, 'output_changes'))).map(([name, change]) => ({
        name,
        ...readChange(change),
    }));
    const invocations = part('action_invocations').map(readInvocation);
    const deferredResources = part('deferred_changes').map((each) => readDeferred(each, DEFERRED_RESOURCE, 'resource_change', readResource));
    const deferredInvocations = part('deferred_action_invocations').map((each) => readDeferred(each, DEFERRED_INVOCATION, 'action_invocation', readInvocation));
    const parts = Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)(json));
    const counted = Object.fromEntries(parts.filter(([name]) => !LEFT_OUT.has(name)));
    return {
        /** All of it, known or not. */
        json,
        /** The parts that decide what happens, known or not. */
        counted,
        leftOut: Object.fromEntries(parts.filter(([name]) => LEFT_OUT.has(name))),
        resources,
        outputs,
        invocations,
        deferredResources,
        deferredInvocations,
        /** What something other than Terraform changed. */
        drift: part('resource_drift').map(readResource),
        /** Attributes outside the configuration that planned values depend on. */
        relevant: part('relevant_attributes').map((each) => ({
            resource: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(each, 'resource') ?? '',
            path: readPath((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(each, 'attribute')),
        })),
        checks: part('checks').map(readCheck),
        /** Values of the root module's, by name. */
        variables: new Map(Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(json, 'variables'))).map(([name, each]) => [name, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(each, 'value')])),
        root: readModule((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(json, 'configuration'), 'root_module')),
        /** Undefined: an old Terraform does not say. */
        applyable: flag('applyable'),
        complete: flag('complete'),
        errored: flag('errored'),
        /** Names of whole counted parts that this version does not know: `foo`. */
        unknownParts: unknownFields(counted, COUNTED),
        /** The same inside known parts: `resource_changes.change.bar`. */
        unknownFields: Object.entries({
            resource_changes: resources,
            output_changes: outputs,
            action_invocations: invocations,
            deferred_changes: deferredResources,
            deferred_action_invocations: deferredInvocations,
        }).flatMap(([name, items]) => items.flatMap(({ unknown }) => unknown.map((each) => `${name}.${each}`))),
    };
}
function readChange(value) {
    return {
        /** Terraform's words: `delete`, `create`. */
        actions: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'actions')).map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(each) ?? '?'),
        before: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'before'),
        after: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'after'),
        /** Marks: true where the value, or a part of it, is known only after the apply, or is sensitive. */
        afterUnknown: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'after_unknown'),
        beforeSensitive: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'before_sensitive'),
        afterSensitive: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'after_sensitive'),
        imported: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'importing') !== undefined,
        /** Attributes that force a replacement. */
        replacePaths: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'replace_paths')).map(readPath),
        /** Names of fields that this version does not know. */
        unknown: [...unknownFields(value, CHANGE), ...unknownInside(value, 'importing', IMPORT)],
    };
}
function readResource(value) {
    const change = readChange((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'change'));
    return {
        ...change,
        /** `module.vpc.terraform_data.this[0]` */
        address: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'address') ?? '',
        /** The key of a deposed object, which exists beside the current one. */
        deposed: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'deposed'),
        movedFrom: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'previous_address'),
        /** Terraform's reason: `replace_because_tainted`. */
        reason: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'action_reason'),
        unknown: [...unknownFields(value, RESOURCE), ...change.unknown.map((name) => `change.${name}`)],
        json: value,
    };
}
/** The address of a resource's object; a deposed one exists beside the current one. */
function addressOf({ address, deposed }) {
    return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}
/** An invocation of a provider's action. */
function readInvocation(value) {
    const trigger = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'lifecycle_action_trigger');
    const resource = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(trigger, 'triggering_resource_address');
    return {
        address: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'address') ?? '',
        /** What makes it run: `after create of terraform_data.a`; undefined if not stated. */
        trigger: triggerInWords((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(trigger, 'action_trigger_event'), resource),
        /** The address of the resource whose change makes it run. */
        triggeredBy: resource,
        config: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'config_values'),
        configUnknown: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'config_unknown'),
        unknown: [
            ...unknownFields(value, INVOCATION),
            ...unknownInside(value, 'lifecycle_action_trigger', LIFECYCLE_TRIGGER),
            ...unknownInside(value, 'invoke_action_trigger', INVOKE_TRIGGER),
        ],
    };
}
/** @param event as Terraform spells it: `AfterCreate` */
function triggerInWords(event, resource) {
    const when = event?.replace(/(?<=[a-z])(?=[A-Z])|_/gu, ' ').toLowerCase();
    const said = [when, resource && `of ${resource}`].filter((each) => each !== undefined);
    return said.length === 0 ? undefined : said.join(' ');
}
/** A change that waits for another plan. */
function readDeferred(value, known, name, read) {
    const change = read((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, name));
    const unknown = [...unknownFields(value, known), ...change.unknown.map((each) => `${name}.${each}`)];
    return { change, reason: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value, 'reason'), unknown };
}
function readCheck(value) {
    const said = (each) => ({
        name: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(each, 'address'), 'to_display'),
        status: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(each, 'status'),
        messages: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(each, 'problems')).flatMap((problem) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(problem, 'message') ?? []),
    });
    return { ...said(value), instances: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'instances')).map(said) };
}
function readModule(value) {
    return {
        sensitive: Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'variables')))
            .flatMap(([name, variable]) => ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(variable, 'sensitive') === true ? [name] : []))
            .sort(),
        resources: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'resources')).map((resource) => ({
            address: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(resource, 'address') ?? '',
            expressions: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'expressions'),
            provisioners: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'provisioners')).map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(each, 'expressions')),
        })),
        calls: Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'module_calls'))).map(([name, call]) => ({
            name,
            source: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(call, 'source') ?? '',
            version: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(call, 'version_constraint'),
            expressions: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(call, 'expressions'),
            module: readModule((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(call, 'module')),
        })),
    };
}
function readPath(value) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value).map((step) => (typeof step === 'string' || typeof step === 'number' ? step : '?'));
}
function unknownInside(value, name, known) {
    return unknownFields((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, name), known).map((each) => `${name}.${each}`);
}
function unknownFields(value, known) {
    return Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)(value)).flatMap(([name, each]) => {
        const fits = known.get(name);
        return fits?.(each) === true ? [] : [name];
    });
}


/***/ }),

/***/ 7787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ beginsPlan),
/* harmony export */   y: () => (/* binding */ planTextIn)
/* harmony export */ });
/**
 * Reads what `terraform plan -no-color` prints: the plan, exactly as `terraform show` would print it, and the warnings
 * after it. Starting Terraform once more for the text would start every provider once more. Pure.
 * OpenTofu's `-concise` leaves out only the lines above the plan, which say what is being done; its `-json-into` has no
 * plan, only the messages. Terraform has neither, so that both would be a second way without saving this one.
 * Format: `internal/command/jsonformat/plan.go` in Terraform's sources, and in OpenTofu's.
 */
/** The lines that begin a part of a plan, in their order. */
const HEADS = [
    /^(?:Terraform|OpenTofu) used the selected providers /u,
    /^(?:Terraform|OpenTofu) will perform the following actions:$/u,
    /^Plan: \d/u,
    /^Changes to Outputs:$/u,
];
/** The line that is the whole answer, with a sentence after it. */
const NOTHING = /^No changes\. /u;
/** Lines of a resource or of the legend that are not indented; `}` is OpenTofu's end of one that is forgotten. */
const SYMBOL = /^(?:(?:-\/\+|\+\/-|\.\/\+|\+\/\.) (?:destroy|create|forget|remove|replace|resource ")|\}$)/u;
/** The sentences, without the breaks that the width of the output makes. */
const SENTENCES = [
    'Terraform used the selected providers to generate the following execution plan. Resource actions are indicated with the following symbols:',
    'You can apply this plan to save these new output values to the Terraform state, without changing any real infrastructure.',
    'No changes. Your infrastructure matches the configuration.',
    'No changes. No objects need to be destroyed.',
    'Terraform has compared your real infrastructure against your configuration and found no differences, so no changes are needed.',
    'Either you have not created any objects yet or the existing objects were already deleted outside of Terraform.',
];
/** What else may belong to a plan, above the parts that are known: changes outside of Terraform, deferred changes. */
const MORE = /^(?:Note: |─)/u;
/** What comes after a plan. Everything within one is indented, texts of several lines too. */
const AFTER = /^(?:Warning: |Releasing state lock\. )/u;
/**
 * The plan in the standard output of a `terraform plan` that succeeded, without blank lines around it.
 *
 * @returns undefined where it cannot be told for certain: a part is not known, or stands where it does not belong. An
 *   object's id is printed as it is, and may hold lines that look like another plan.
 */
function planTextIn(stdout) {
    const lines = stdout.split('\n');
    const begin = lines.findIndex(beginsPlan);
    if (begin < 0 || lines.some((line) => MORE.test(line)))
        return undefined;
    const length = lines.slice(begin).findIndex((line) => AFTER.test(line));
    const end = length < 0 ? lines.length : begin + length;
    const own = lines.slice(begin, end);
    if (lines.slice(end).some(beginsPlan) || !isPlan(own))
        return undefined;
    return own.join('\n').trim();
}
/** Whether a line begins a plan, or a part of one. */
function beginsPlan(line) {
    return NOTHING.test(line) || HEADS.some((head) => head.test(line));
}
function isPlan(lines) {
    const [first = '', ...others] = lines.filter(beginsPlan);
    const heads = [first, ...others].map((line) => HEADS.findIndex((head) => head.test(line)));
    const isOrdered = NOTHING.test(first)
        ? others.length === 0
        : heads.every((head, index) => head > (heads[index - 1] ?? -1));
    return isOrdered && sentencesIn(lines).every((sentence) => SENTENCES.includes(sentence));
}
/** The lines that are neither indented nor a part's beginning nor a resource's, joined where no other line is between. */
function sentencesIn(lines) {
    const isWords = (line) => /^\S/u.test(line) && !SYMBOL.test(line) && !HEADS.slice(1).some((head) => head.test(line));
    const joined = lines.map((line) => (isWords(line) ? line : '\n')).join(' ');
    return joined
        .split('\n')
        .map((sentence) => sentence.trim().replaceAll('OpenTofu', 'Terraform'))
        .filter((sentence) => sentence !== '');
}


/***/ }),

/***/ 59782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ pluginCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/**
 * The plugin cache that a user has set up for Terraform, in the environment or in its CLI configuration. It has the layout
 * of our provider mirror and is used as one, because Terraform's own use is not safe when several inits run at once
 * (hashicorp/terraform#31964).
 * Source: `internal/command/cliconfig` of Terraform and OpenTofu.
 */


const VARIABLE = 'TF_PLUGIN_CACHE_DIR';
/**
 * @param all the environment as the user has set it
 * @param directory absolute path of the folder that a relative path is taken from
 */
function pluginCache(all, directory) {
    const own = all[VARIABLE] ?? '';
    const files = settingsFiles(all).flatMap((file) => {
        const written = /^[ \t]*plugin_cache_dir[ \t]*=[ \t]*"([^"\n]+)"/mu.exec(textOf(file))?.[1];
        return written === undefined ? [] : [{ file, folder: expanded(written, all) }];
    });
    const [first] = files;
    const isInSettings = first !== undefined;
    if (own !== '')
        return { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, own), setBy: VARIABLE, isInSettings };
    return first && { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, first.folder), setBy: first.file, isInSettings };
}
/** Where the CLI configuration may be; a file that is named by a variable is the only one. */
function settingsFiles(all) {
    const named = all['TF_CLI_CONFIG_FILE'] ?? all['TERRAFORM_CONFIG'] ?? '';
    if (named !== '')
        return [named];
    const home = all['HOME'] ?? '';
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.terraform.d');
    const more = namesIn(folder).filter((name) => name.endsWith('.tfrc'));
    return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.tofurc'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.terraformrc'), ...more.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))];
}
/** `$NAME` and `${NAME}` are variables, as for Go's `os.ExpandEnv`. */
function expanded(path, all) {
    return path.replace(/\$(?:\{(\w+)\}|(\w+))/gu, (_, braced, plain) => all[braced ?? plain ?? ''] ?? '');
}
function textOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).sort();
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 82652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ providerHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94330);
/** The hash of an installed provider, as lock files spell it: two binaries of one version have two. */




/** By path, size and times: a mirror's provider of hundreds of megabytes is read once, whatever the number of leaves. */
const known = new Map();
/**
 * `h1:…` of an unpacked provider; undefined where there is none. Source: `PackageHashV1` of Terraform, which is `Hash1` of
 * golang.org/x/mod/sumdb/dirhash. It differs between platforms, and a registry and a mirror give the same.
 *
 * @param folder absolute path, `.terraform/providers/<address>/<version>/<platform>`
 * @param verified the hashes in the lock file of a plan that has succeeded. Terraform has compared the provider with those
 *   of this kind, so that a single one is its hash, and nothing needs to be read.
 */
async function providerHash(folder, verified = []) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => undefined);
    if (root === undefined)
        return undefined;
    const [only, ...others] = verified.filter((hash) => hash.startsWith('h1:'));
    if (only !== undefined && others.length === 0)
        return only;
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name));
    const lines = await Promise.all(files.map(async (path) => [
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/'),
        await fileHash(path),
    ]));
    const listing = lines.sort(([a], [b]) => (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .Xo)(a, b)).map(([name, hash]) => `${hash}  ${name}\n`);
    return `h1:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(listing.join('')).digest('base64')}`;
}
async function fileHash(path) {
    const { dev, ino, size, mtimeMs, ctimeMs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
    const key = JSON.stringify([path, dev, ino, size, mtimeMs, ctimeMs]);
    let hash = known.get(key);
    if (hash === undefined) {
        hash = read(path);
        known.set(key, hash);
    }
    return hash;
}
/** Into one buffer: a stream would leave hundreds of megabytes of them to the garbage collector. */
async function read(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.alloc(1024 * 1024);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    try {
        for (let length = 1; length > 0;) {
            length = (await file.read(buffer, 0, buffer.length)).bytesRead;
            hash.update(buffer.subarray(0, length));
        }
    }
    finally {
        await file.close();
    }
    return hash.digest('hex');
}


/***/ }),

/***/ 85227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ refreshArguments),
/* harmony export */   YA: () => (/* binding */ checkRefresh),
/* harmony export */   _Q: () => (/* binding */ refreshNotice),
/* harmony export */   qi: () => (/* binding */ REFRESHES)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90015);
/** How much of what exists a plan looks at before it compares. Pure. */


/** `full`: everything; `minimal`: only resources with a planned change; `none`: the state counts as it was saved. */
const REFRESHES = ['full', 'minimal', 'none'];
/** The arguments of `plan`. */
function refreshArguments(refresh = 'full') {
    switch (refresh) {
        case 'full':
            return [];
        case 'minimal':
            return ['-minimal-refresh'];
        case 'none':
            return ['-refresh=false'];
    }
}
/** @throws ProblemError where a version cannot refresh like this */
function checkRefresh(refresh, found) {
    if (refresh !== 'minimal' || (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbleTo */ .SO)('minimalRefresh', found))
        return;
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('input', `Input "refresh" is "minimal", which ${(0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .programInWords */ .Jy)(found)} does not have.`, {
        hint: `Use ${(0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .ableFrom */ .$N)('minimalRefresh')} or newer, or set the input to "full" or "none".`,
    });
}
/** A sentence for reviewers; undefined where a plan says all that an apply will say. */
function refreshNotice(refresh = 'full') {
    if (refresh === 'full')
        return undefined;
    const what = refresh === 'none'
        ? 'no resource was refreshed, so nothing that changed outside of the code is seen'
        : 'only resources with a planned change were refreshed, so not all that changed outside of the code is seen';
    return `Planned with "refresh: ${refresh}": ${what}. An apply refreshes everything, and refuses a plan that then differs.`;
}


/***/ }),

/***/ 23631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sensitiveValues),
/* harmony export */   a: () => (/* binding */ sensitiveVariables)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33874);
/** What a plan marks as secret. */


/** Values of the root module's variables that it declares as sensitive, in the order of names. */
function sensitiveVariables({ root, variables }) {
    return root.sensitive.map((name) => [name, variables.get(name)]);
}
/**
 * Every sensitive text and number in the plan, from wherever Terraform marks one: changes, outputs, the state before
 * and after, sensitive input variables, actions, and parts that are newer than this version. The human-readable plan can
 * show one that is not marked there.
 */
function sensitiveValues(plan) {
    const found = new Set();
    const collect = (secret) => {
        for (const leaf of (0,_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(secret)) {
            if (leaf instanceof _base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
                found.add(leaf.digits);
            else if (typeof leaf === 'string' || typeof leaf === 'number')
                found.add(String(leaf));
        }
    };
    for (const [, value] of sensitiveVariables(plan))
        collect(value);
    (0,_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .mapPart */ .Yb)(plan.json, {
        value(value, mark) {
            (0,_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .eachMarked */ .s9)(value, mark, '', collect);
            return null;
        },
    });
    return found;
}


/***/ }),

/***/ 75251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HE: () => (/* binding */ appliedStepIn),
/* harmony export */   eC: () => (/* binding */ stepIn),
/* harmony export */   v6: () => (/* binding */ messageIn)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/**
 * What Terraform is doing, from a line that it prints while it runs: only the parts that hold no value, because what is
 * sensitive is known when a plan is complete. Pure.
 * Formats: `internal/command/views/init.go` and `internal/command/views/hook_ui.go` in Terraform's sources.
 */

const INIT = /^(?:Initializing (?:the backend|modules|provider plugins)|- (?:Finding latest version of|Installing|Reusing previous version of) [\w./-]+)/u;
const KEY = '(?:\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\])?';
/** An address, whose keys are never sensitive; the ids that follow may be. */
const RESOURCE = new RegExp(`^((?:module\\.[\\w-]+${KEY}\\.)*(?:data\\.|ephemeral\\.)?[\\w-]+\\.[\\w-]+${KEY}): ` +
    '(Refreshing state|Reading|Still reading|Read complete|Opening|Opening complete|Closing|Closing complete)\\b', 'u');
/** @returns `aws_s3_bucket.logs: Refreshing state`; undefined for a line that says no such thing */
function stepIn(line) {
    const init = INIT.exec(line)?.[0].replace(/^- /u, '');
    if (init !== undefined)
        return init;
    const [, address, words] = RESOURCE.exec(line) ?? [];
    return address === undefined || words === undefined ? undefined : `${address}: ${words}`;
}
/**
 * The same of a line that `apply -json` prints.
 *
 * @returns `create aws_s3_bucket.logs: done after 3 s`, and whether something is done, or has failed
 */
function appliedStepIn(line) {
    const message = messageIn(line);
    const [, step] = /^apply_(start|progress|complete|errored)$/u.exec((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(message, 'type') ?? '') ?? [];
    const hook = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(message, 'hook');
    const address = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(hook, 'resource'), 'addr');
    if (step === undefined || address === undefined)
        return undefined;
    const what = `${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(hook, 'action') ?? 'apply'} ${address}`;
    const elapsed = `${Math.round(Number((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(hook, 'elapsed_seconds') ?? 0))} s`;
    switch (step) {
        case 'start':
            return { words: what, isEnd: false };
        case 'progress':
            return { words: `${what}: ${elapsed}`, isEnd: false };
        case 'complete':
            return { words: `${what}: done after ${elapsed}`, isEnd: true };
        default:
            return { words: `${what}: failed after ${elapsed}`, isEnd: true };
    }
}
/** A line of the machine-readable UI (format: "ui" version 1.x); undefined for anything else. */
function messageIn(line) {
    try {
        const value = JSON.parse(line);
        return value;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 25800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unattended)
/* harmony export */ });
/** Set by us for every leaf, or unsafe with several leaves at once. */
const NOT_PASSED_ON = new Set(['TF_DATA_DIR', 'TF_PLUGIN_CACHE_DIR', 'TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE']);
/** The variables that may be passed to Terraform, and those that disable its prompts. */
function unattended(all) {
    const kept = Object.entries(all).filter(([name]) => !NOT_PASSED_ON.has(name));
    return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
}


/***/ }),

/***/ 7962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ withoutKeys),
/* harmony export */   _v: () => (/* binding */ unseenVariables),
/* harmony export */   e8: () => (/* binding */ unseenInputs)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/**
 * Values that a plan passes on without containing them: write-only arguments (Terraform 1.11) are in no plan, and the
 * inputs of provisioners are computed while applying. If their sources can change outside of the files, the value may
 * differ from the one at the time of review, and no comparison of plans can detect it.
 */

/** In the order of the configuration; only of resources that the plan creates or changes. */
function unseenInputs(plan) {
    const written = writtenResources(plan);
    // The configuration's values are in the digest of the rendering; other variables of the root come from outside.
    return inModule(plan.root, '', written, (variable) => (variable === 'config' ? [] : [`var.${variable}`]));
}
/** Names of the root module's variables among these: their values are known, and so can be compared. */
function unseenVariables(plan) {
    const names = unseenInputs(plan).flatMap(({ sources }) => sources.flatMap((source) => (source.startsWith('var.') ? [source.slice('var.'.length)] : [])));
    return [...new Set(names)].sort();
}
/** Planned attribute values by address without instance keys. */
function writtenResources(plan) {
    const written = new Map();
    for (const { address, actions, after } of plan.resources) {
        if (actions.every((each) => each === 'no-op' || each === 'read' || each === 'delete' || each === 'forget'))
            continue;
        const key = withoutKeys(address);
        written.set(key, [...(written.get(key) ?? []), after]);
    }
    return written;
}
/** An address without instance keys: `module.a["x"].b.c[0]` → `module.a.b.c` */
function withoutKeys(address) {
    return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gu, '');
}
function inModule(module, path, written, resolve) {
    const own = module.resources.flatMap((resource) => {
        const address = `${path}${resource.address}`;
        const planned = written.get(address);
        return planned === undefined ? [] : inResource(resource, address, planned, resolve);
    });
    const calls = module.calls.flatMap(({ name, expressions, module: called }) => inModule(called, `${path}module.${name}.`, written, (variable) => {
        const expression = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(expressions, variable);
        return expression === undefined ? [] : sourcesOf(expression, resolve);
    }));
    return [...own, ...calls];
}
function inResource({ expressions, provisioners }, address, planned, resolve) {
    const found = [];
    eachExpression(expressions, '', (expression, name, path) => {
        const isTopLevel = name === path;
        if (!isWriteOnly(expression, name))
            return;
        // An ordinary argument may have such a name: a write-only one is null in every plan.
        if (isTopLevel && planned.some((after) => ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(after, name) ?? null) !== null))
            return;
        const sources = sourcesOf(expression, resolve);
        if (sources.length > 0 || isFunction(expression))
            found.push({ address, argument: path, sources });
    });
    const given = new Set();
    for (const provisioner of provisioners) {
        eachExpression(provisioner, '', (expression) => {
            for (const source of sourcesOf(expression, resolve))
                if (/^(?:data|var|ephemeral)\./u.test(source))
                    given.add(source);
        });
    }
    return given.size === 0 ? found : [...found, { address, argument: 'provisioner', sources: [...given] }];
}
/** Nested blocks are objects, or lists of objects, in place of an expression. */
function eachExpression(value, path, found) {
    for (const [name, each] of Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)(value))) {
        const inside = path === '' ? name : `${path}.${name}`;
        if (isExpression(each))
            found(each, name, inside);
        else if (Array.isArray(each))
            for (const block of (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(each))
                eachExpression(block, inside, found);
        else
            eachExpression(each, inside, found);
    }
}
/** An expression has its constant value or its references, or neither if it is a function of constants. */
function isExpression(value) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return false;
    const keys = Object.keys(value);
    return keys.every((key) => key === 'constant_value' || (key === 'references' && Array.isArray(value[key])));
}
/**
 * Whether it sets a write-only argument. Only the provider's schema says so, and starting a provider for that costs
 * seconds; but all providers end their names with `_wo`, and an ephemeral value is allowed nowhere else.
 */
function isWriteOnly(expression, name) {
    return name.endsWith('_wo') || references(expression).some((each) => each.startsWith('ephemeral.'));
}
/** `file("/etc/x")`, `file("${path.module}/x")`: nothing in the plan says which file that is. */
function isFunction(expression) {
    return ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(expression, 'constant_value') === undefined &&
        references(expression).every((each) => each.startsWith('path.')));
}
function references(expression) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(expression, 'references')).flatMap((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(each) ?? []);
}
/** Terraform names `data.a.b[0].c`, `data.a.b[0]` and `data.a.b`: the shortest is enough. */
function isWithin(reference, other) {
    return reference.startsWith(`${other}.`) || reference.startsWith(`${other}[`);
}
/** References that never change between two plans of the same files. */
const FIXED = /^(?:count\.index|each\.key|path\.\w+|terraform\.\w+|self\b.*)$/u;
function sourcesOf(expression, resolve) {
    const found = new Set();
    const all = references(expression);
    for (const each of all) {
        const variable = /^var\.([^.[]+)/u.exec(each)?.[1];
        if (variable !== undefined)
            for (const source of resolve(variable))
                found.add(source);
        else if (!FIXED.test(each) && !all.some((other) => isWithin(each, other)))
            found.add(each);
    }
    return [...found];
}


/***/ })

};

//# sourceMappingURL=9604.index.js.map