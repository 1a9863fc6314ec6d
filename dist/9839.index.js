export const id = 9839;
export const ids = [9839];
export const modules = {

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

/***/ 79839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectPullRequests: () => (/* binding */ connectPullRequests)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/github/octokit.ts
var github_octokit = __webpack_require__(6702);
;// CONCATENATED MODULE: ./src/github/recent-merges.ts
/** Many pull requests with few calls: each apply asks about the last weeks. */


/** The limit of closed pull requests to read. A token has 1,000 calls an hour for a whole repository. */
const MOST_CLOSED = 300;
/** Closed pull requests into a branch that were updated since a time (ISO), most recently updated first. */
async function closedSince(octokit, where, base, since) {
    const items = [];
    const query = { ...where, base, state: 'closed', sort: 'updated', direction: 'desc', per_page: 100 };
    for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.list, query)) {
        const recent = data.filter(({ updated_at }) => updated_at >= since);
        items.push(...recent);
        if (recent.length < data.length)
            return { items, complete: true };
        if (items.length >= MOST_CLOSED)
            return { items, complete: false };
    }
    return { items, complete: true };
}
/** Per call: a report's comment has up to 64 KB. */
const PULL_REQUESTS_A_CALL = 20;
/** The oldest hundred comments of each of these pull requests. */
async function firstComments(octokit, { owner, repo }, numbers) {
    const found = new Map();
    for (let at = 0; at < numbers.length; at += PULL_REQUESTS_A_CALL) {
        const some = numbers.slice(at, at + PULL_REQUESTS_A_CALL);
        const fields = some.map((number) => `p${number}: pullRequest(number: ${number}) { ...reports }`).join('\n');
        const query = `
      query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } }
      fragment reports on PullRequest {
        comments(first: 100) {
          pageInfo { hasNextPage }
          nodes { body createdAt lastEditedAt author { __typename login } }
        }
      }`;
        const answer = await octokit.graphql(query, { owner, repo });
        for (const number of some) {
            const comments = (0,json/* field */.ZZ)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(answer, 'repository'), `p${number}`), 'comments');
            if (!(0,json/* isRecord */.u4)(comments)) {
                throw (0,problems/* problemError */.gS)('github', `GitHub's answer about the comments of pull request #${number} has an unexpected form.`);
            }
            found.set(number, {
                comments: (0,json/* list */.p_)((0,json/* field */.ZZ)(comments, 'nodes')).map(commentOf),
                complete: (0,json/* field */.ZZ)((0,json/* field */.ZZ)(comments, 'pageInfo'), 'hasNextPage') !== true,
            });
        }
    }
    return found;
}
function commentOf(node) {
    const author = (0,json/* field */.ZZ)(node, 'author');
    const login = (0,json/* text */.Qq)((0,json/* field */.ZZ)(author, 'login'));
    return {
        body: (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'body')) ?? '',
        createdAt: (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'createdAt')) ?? '',
        editedAt: (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'lastEditedAt')),
        author: login === undefined ? undefined : { login, isBot: (0,json/* field */.ZZ)(author, '__typename') === 'Bot' },
    };
}

;// CONCATENATED MODULE: ./src/github/pull-requests.ts




const HISTORY = `
  query ($owner: String!, $repo: String!, $number: Int!, $comments: String, $reviews: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        author { login }
        comments(first: 100, after: $comments) {
          pageInfo { hasNextPage endCursor }
          nodes { databaseId body url createdAt lastEditedAt author { __typename login } editor { __typename login } }
        }
        reviews(first: 100, after: $reviews) {
          pageInfo { hasNextPage endCursor }
          nodes { state submittedAt authorCanPushToRepository author { __typename login } commit { oid } }
        }
      }
    }
  }`;
function connectPullRequests(access) {
    const octokit = (0,github_octokit/* openOctokit */.Ov)(access);
    const [owner = '', repo = ''] = access.repository.split('/');
    let login;
    return {
        // The token's account does not change.
        login: () => (login ??= (0,github_octokit/* viewerLogin */.wz)(octokit)),
        async pullRequest(number) {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
            return describe(data);
        },
        async ofCommit(commit) {
            const all = await octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
                owner,
                repo,
                commit_sha: commit,
                per_page: 100,
            });
            return all.map(describe);
        },
        async mergedSince(branch, since) {
            const { items, complete } = await closedSince(octokit, { owner, repo }, branch, since);
            const merged = items.map(describe).filter(({ mergedAt }) => mergedAt !== undefined && mergedAt >= since);
            return { merged, complete };
        },
        firstComments: (numbers) => firstComments(octokit, { owner, repo }, numbers),
        async history(number) {
            const comments = [];
            const reviews = [];
            let author;
            let cursors = { comments: null, reviews: null };
            let more = true;
            while (more) {
                const answer = await octokit.graphql(HISTORY, { owner, repo, number, ...cursors });
                const pull = (0,json/* field */.ZZ)((0,json/* field */.ZZ)(answer, 'repository'), 'pullRequest');
                if (!(0,json/* isRecord */.u4)(pull))
                    throw unexpected(`pull request #${number}`);
                author = (0,json/* text */.Qq)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(pull, 'author'), 'login'));
                comments.push(...(0,json/* list */.p_)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(pull, 'comments'), 'nodes')).map(reportComment));
                reviews.push(...(0,json/* list */.p_)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(pull, 'reviews'), 'nodes')).map(review));
                const [next, nextReviews] = [endOf((0,json/* field */.ZZ)(pull, 'comments')), endOf((0,json/* field */.ZZ)(pull, 'reviews'))];
                more = next.more || nextReviews.more;
                cursors = { comments: next.cursor ?? cursors.comments, reviews: nextReviews.cursor ?? cursors.reviews };
            }
            return { author, comments, reviews };
        },
    };
}
function describe(data) {
    return {
        number: data.number,
        head: data.head.sha,
        isOwn: data.head.repo?.id !== undefined && data.head.repo.id === data.base.repo?.id,
        baseRef: data.base.ref,
        mergedAt: data.merged_at ?? undefined,
        baseSha: data.base.sha,
        mergeCommit: data.merge_commit_sha ?? undefined,
    };
}
/** Where the next page begins: after what was read, so that a finished list returns nothing twice. */
function endOf(connection) {
    const page = (0,json/* field */.ZZ)(connection, 'pageInfo');
    return { more: (0,json/* field */.ZZ)(page, 'hasNextPage') === true, cursor: (0,json/* text */.Qq)((0,json/* field */.ZZ)(page, 'endCursor')) };
}
function reportComment(node) {
    const id = (0,json/* field */.ZZ)(node, 'databaseId');
    const body = (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'body'));
    const createdAt = (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'createdAt'));
    if (typeof id !== 'number' || body === undefined || createdAt === undefined)
        throw unexpected('the comments');
    return {
        id,
        body,
        url: (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'url')) ?? '',
        author: actor((0,json/* field */.ZZ)(node, 'author')),
        createdAt,
        // GitHub names no editor if the account was deleted.
        editedAt: (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'lastEditedAt')),
        editor: actor((0,json/* field */.ZZ)(node, 'editor')),
    };
}
function actor(node) {
    const login = (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'login'));
    return login === undefined ? undefined : { login, isBot: (0,json/* field */.ZZ)(node, '__typename') === 'Bot' };
}
const STATES = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'];
function review(node) {
    const state = STATES.find((each) => each === (0,json/* field */.ZZ)(node, 'state'));
    if (state === undefined)
        throw unexpected('the reviews');
    const author = actor((0,json/* field */.ZZ)(node, 'author'));
    return {
        author: author?.login,
        isBot: author?.isBot === true,
        state,
        commit: (0,json/* text */.Qq)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(node, 'commit'), 'oid')),
        authorCanPush: (0,json/* field */.ZZ)(node, 'authorCanPushToRepository') === true,
        submittedAt: (0,json/* text */.Qq)((0,json/* field */.ZZ)(node, 'submittedAt')) ?? '',
    };
}
function unexpected(what) {
    return (0,problems/* problemError */.gS)('github', `GitHub's answer about ${what} has an unexpected form.`);
}


/***/ })

};

//# sourceMappingURL=9839.index.js.map