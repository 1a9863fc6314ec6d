export const id = 5039;
export const ids = [5039];
export const modules = {

/***/ 65039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectIssues: () => (/* binding */ connectIssues)
/* harmony export */ });
/* harmony import */ var _markdown_issue_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99862);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6702);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46047);
/** Issues and their label, over the list API: the search API lags behind. */





/** GitHub asks for a second between writes, to stay below its secondary limits. */
const PAUSE = 1_000;
/** In seconds. Nobody waits for the job, but a longer pause is not worthwhile: the next run continues. */
const LONGEST_PAUSE = 5 * 60;
const MOST_FAILURES = 3;
/** @param wait waits this many milliseconds */
function connectIssues(access, wait) {
    // A duplicate issue or comment would stay.
    const octokit = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_3__/* .openOctokit */ .Ov)(access, { wait, longestPause: LONGEST_PAUSE, repeatsCreates: false });
    const [owner = '', repo = ''] = access.repository.split('/');
    let last = false;
    async function paced(ask) {
        if (last)
            await wait(PAUSE);
        last = true;
        return explaining(ask());
    }
    async function ensureLabel(name) {
        const found = await explaining(octokit.rest.issues.getLabel({ owner, repo, name }).catch(unlessMissing));
        if (found !== undefined)
            return;
        const description = 'A leaf is not as its code says';
        await paced(() => octokit.rest.issues.createLabel({ owner, repo, name, color: 'd93f0b', description }));
    }
    async function one(each, label) {
        switch (each.kind) {
            case 'create': {
                const { title, body } = each;
                const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [label] });
                return { number: data.number, url: data.html_url };
            }
            case 'edit': {
                const { number, title, block, state, reason } = each;
                const body = block === undefined ? undefined : (0,_markdown_issue_block_js__WEBPACK_IMPORTED_MODULE_0__/* .withBlock */ .su)(await bodyOf(number), block);
                await octokit.rest.issues.update({
                    owner,
                    repo,
                    issue_number: number,
                    ...(title === undefined ? {} : { title }),
                    ...(body === undefined ? {} : { body }),
                    ...(state === undefined ? {} : { state }),
                    ...(reason === undefined ? {} : { state_reason: reason }),
                });
                return undefined;
            }
            case 'comment':
                await octokit.rest.issues.createComment({ owner, repo, issue_number: each.number, body: each.body });
                return undefined;
            case 'label':
                await octokit.rest.issues.addLabels({ owner, repo, issue_number: each.number, labels: [...each.labels] });
                return undefined;
        }
    }
    /** Read just before it is written, so that concurrent edits are not lost. */
    async function bodyOf(number) {
        return (await octokit.rest.issues.get({ owner, repo, issue_number: number })).data.body ?? '';
    }
    return {
        async ours(label) {
            const [login, all] = [
                await explaining((0,_octokit_js__WEBPACK_IMPORTED_MODULE_3__/* .viewerLogin */ .wz)(octokit)),
                await explaining(octokit.paginate(octokit.rest.issues.listForRepo, {
                    owner,
                    repo,
                    labels: label,
                    state: 'all',
                    // In this order a new issue does not move others to another page.
                    sort: 'created',
                    direction: 'asc',
                    per_page: 100,
                })),
            ];
            return all
                .filter((issue) => issue.pull_request === undefined && issue.user?.login === login)
                .map(({ number, html_url, state, title, body, labels }) => ({
                number,
                url: html_url,
                open: state === 'open',
                title,
                body: body ?? '',
                labels: labels.flatMap((each) => (typeof each === 'string' ? each : each.name) ?? []),
            }));
        },
        async write(writes, label) {
            const done = [];
            const created = new Map();
            const problems = [];
            const failed = new Set();
            let failures = 0;
            for (const each of writes) {
                if ('number' in each && isAfter(each, failed)) {
                    failed.add(each.number);
                    continue;
                }
                try {
                    if (each.kind === 'create' && created.size === 0)
                        await ensureLabel(label);
                    const issue = await paced(() => one(each, label));
                    done.push(each);
                    if (issue !== undefined && each.kind === 'create')
                        for (const leaf of each.leaves)
                            created.set(leaf, issue);
                    failures = 0;
                }
                catch (error) {
                    if (!(error instanceof _base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm))
                        throw error;
                    problems.push(...error.problems);
                    if (each.kind === 'edit')
                        failed.add(each.number);
                    failures += 1;
                    if (failures === MOST_FAILURES)
                        break;
                }
            }
            return { done, created, problems };
        },
    };
}
/** Whether it follows a write that failed: of another issue, or of its own. */
function isAfter(write, failed) {
    const before = write.kind === 'edit' ? (write.after ?? []) : [write.number];
    return before.some((number) => failed.has(number));
}
function unlessMissing(error) {
    if ((0,_octokit_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(error) === 404)
        return undefined;
    throw error;
}
/** Turns GitHub's errors into problems that say what to do. */
async function explaining(answer) {
    try {
        return await answer;
    }
    catch (error) {
        throw explained(error);
    }
}
function explained(error) {
    const status = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(error);
    if (status === undefined)
        return error;
    const said = `GitHub answered ${status} (${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)})`;
    // Rate limits are 403 too, but not a matter of permissions.
    switch (/rate limit/iu.test((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)) ? 429 : status) {
        case 403:
        case 404:
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('github', `The token may not read or write issues: ${said}.`, {
                hint: (0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalHint */ .a)((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), 'issues'),
            });
        case 410:
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('github', `The repository has no issues: ${said}.`, {
                hint: 'Turn issues on in the repository\'s settings, or set "max-open-issues: 0" for the summary alone.',
            });
        default:
            return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemError */ .gS)('github', `Issues could not be brought up to date: ${said}.`, {
                hint: 'What was written stays, and the next run continues from there.',
            });
    }
}


/***/ }),

/***/ 6702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openOctokit),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   wz: () => (/* binding */ viewerLogin)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92413);
/* harmony import */ var _base_debug_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91310);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44409);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57421);
/**
 * The API client, which repeats requests as GitHub asks. Octokit's own plugins delay every GraphQL query by a second,
 * even reads, or ignore `retry-after`.
 */






/** Seconds before the first and the second repetition of a request that failed on GitHub's side. */
const PAUSES = [1, 2];
/** Seconds that GitHub's documentation asks for if a rate limit names no time. */
const UNNAMED_PAUSE = 60;
/** For jobs that people wait for, and creates whose duplicates are found and removed. */
const USUAL = { wait: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds), longestPause: 90, repeatsCreates: true };
/** Milliseconds for one answer, to its last byte. Without a limit, a silent connection is kept for minutes. */
const ANSWERS_WITHIN = 30_000;
/** Why GitHub did not respond. It has a status like Octokit's own errors: 500 and above may be retried. */
class NoAnswer extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}
/** A client whose requests are repeated while GitHub is down or asks to come back later. */
function openOctokit({ apiUrl, token }, policy = USUAL, answersWithin = ANSWERS_WITHIN) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_1__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl });
    octokit.hook.wrap('request', async (once, options) => {
        async function request() {
            const signal = AbortSignal.timeout(answersWithin);
            // In the options themselves: inner hooks get these, whatever is passed on.
            options.request = { ...options.request, signal };
            try {
                const response = await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)(`GitHub: ${options.method} ${pathOf(octokit.request.endpoint(options).url)}`, async () => once(options), ({ status }) => `status ${status}`, (error) => (signal.aborted ? 'no answer' : `status ${statusOf(error) ?? 'unknown'}`));
                // Octokit turns a missing body into an empty text.
                if (!signal.aborted)
                    return checked(response);
            }
            catch (error) {
                if (!signal.aborted)
                    throw withoutPage(error);
            }
            throw new NoAnswer(500, `${hostOf(options)} did not answer within ${answersWithin / 1_000} seconds.`);
        }
        // GraphQL uses POST too, but only for queries.
        const isCreate = options.method === 'POST' && !options.url.endsWith('/graphql');
        for (const pause of PAUSES) {
            try {
                return await request();
            }
            catch (error) {
                const seconds = limitedFor(error) ?? (isCreate && !policy.repeatsCreates ? undefined : downFor(error, pause));
                if (seconds === undefined || seconds > policy.longestPause)
                    throw error;
                await policy.wait(seconds * 1_000);
            }
        }
        return request();
    });
    return octokit;
}
function pathOf(url) {
    const { pathname, search } = new URL(url);
    return `${pathname}${search}`;
}
/** Every answer that is used is JSON; 204 and 205 have no body. */
function checked(response) {
    const { status, url, headers, data } = response;
    const type = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(headers, 'content-type')) ?? 'no type';
    const isJson = typeof data === 'object' && data !== null && type.includes('json');
    if (status === 204 || status === 205 || isJson)
        return response;
    throw new NoAnswer(
    // Octokit turns truncated JSON into a text: a retry may succeed.
    type.includes('json') ? 502 : status, `${new URL(url).host} answered with something other than JSON (${type}). A proxy or a login page in between may do that: check the runner's proxy settings, and that GITHUB_API_URL is the API's address.`);
}
/** If an error comes as a web page, Octokit takes the whole page as the message. */
function withoutPage(error) {
    const status = statusOf(error);
    const isPage = status !== undefined && /html/iu.test(headerOf(error, 'content-type') ?? '');
    if (!isPage || !(error instanceof Error))
        return error;
    error.message = `a web page, which is no answer of GitHub's API (status ${status})`;
    return error;
}
function hostOf({ baseUrl }) {
    return new URL(baseUrl).host;
}
/**
 * The token's account, with a bot's suffix: `github-actions[bot]` for the job's own, which may not call `GET /user`.
 *
 * @throws ProblemError if GitHub does not say
 */
async function viewerLogin(octokit) {
    try {
        const answer = await octokit.graphql('query { viewer { login } }');
        const login = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(answer, 'viewer'), 'login'));
        if (login !== undefined)
            return login;
    }
    catch (error) {
        // Some Enterprise Servers refuse the question with the data of the answer, and status 200.
        if (statusOf(error) !== undefined)
            throw error;
    }
    // Installation tokens have no account of a person, and the job's own is the one that is given without being asked for.
    const token = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(await octokit.auth(), 'token')) ?? '';
    if (/^(?:ghs_|v1\.)/u.test(token))
        return 'github-actions[bot]';
    throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemError */ .gS)('github', 'GitHub did not say who the token belongs to.');
}
/** Seconds that a rate limit asks for: such a request was not carried out. Undefined for any other error. */
function limitedFor(error) {
    const status = statusOf(error);
    if (status !== 403 && status !== 429)
        return undefined;
    const after = Number(headerOf(error, 'retry-after') ?? NaN);
    if (Number.isFinite(after))
        return Math.max(after, 1);
    // Any other 403 is a matter of permissions.
    return status === 429 || /secondary rate limit/iu.test((0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)) ? UNNAMED_PAUSE : undefined;
}
/** The pause where GitHub failed; undefined for any other error. Octokit reports a broken connection as 500. */
function downFor(error, pause) {
    return (statusOf(error) ?? 0) >= 500 ? pause : undefined;
}
/** The HTTP status of a failed request; undefined for other errors. */
function statusOf(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
function headerOf(error, name) {
    const value = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(error, 'response'), 'headers'), name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}


/***/ }),

/***/ 46047:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refusalHint)
/* harmony export */ });
/** Why GitHub refuses a write (403), and what to do about it. Pure. */
/** GitHub's own words, and what each of them asks for. */
const CAUSES = [
    [/\bis locked\b/iu, 'Unlock the conversation, or use a token of somebody who may write there.'],
    [
        /\bSAML\b/u,
        'Authorize the token for the organization\'s single sign-on, or use the job\'s own token ("token: ${{ github.token }}").',
    ],
    [
        /\bIP allow list\b/iu,
        "Add the runner's address to the organization's IP allow list, or use a runner that is on it.",
    ],
    [/\b(?:was archived|read-only)\b/iu, 'Nothing can be written to an archived repository.'],
];
/** @param permission what the token most likely lacks if GitHub gives no other reason: `pull-requests` */
function refusalHint(message, permission) {
    const known = CAUSES.find(([words]) => words.test(message));
    return known?.[1] ?? `Give the job "permissions: ${permission}: write".`;
}


/***/ })

};

//# sourceMappingURL=5039.index.js.map