export const id = 139;
export const ids = [139];
export const modules = {

/***/ 6702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openOctokit),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   wz: () => (/* binding */ viewerLogin)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2413);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _node_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3763);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2095);
/**
 * The API client of this room, with the patience that GitHub asks for. Octokit's own plugins for it put a second before
 * every GraphQL query, reads too, or do not heed `retry-after`.
 */





/** Seconds before the first and the second repetition of a request that failed on GitHub's side. */
const PAUSES = [1, 2];
/** Seconds that GitHub's documentation asks for where a rate limit names no time. */
const UNNAMED_PAUSE = 60;
/** For jobs that somebody waits for, and creates whose doubles are found and removed. */
const USUAL = { wait: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds), longestPause: 90, repeatsCreates: true };
/** A client whose requests are repeated while GitHub is down or asks to come back later. */
function openOctokit(token, patience = USUAL) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_1__/* .getOctokit */ .Q)(token);
    octokit.hook.wrap('request', async (request, options) => {
        // GraphQL is POST too, and only asked.
        const isCreate = options.method === 'POST' && !options.url.endsWith('/graphql');
        for (const pause of PAUSES) {
            try {
                return await request(options);
            }
            catch (error) {
                const seconds = limitedFor(error) ?? (isCreate && !patience.repeatsCreates ? undefined : downFor(error, pause));
                if (seconds === undefined || seconds > patience.longestPause)
                    throw error;
                await patience.wait(seconds * 1_000);
            }
        }
        return request(options);
    });
    return octokit;
}
/**
 * Who the token is, with a bot's suffix: `github-actions[bot]` for the job's own. (`GET /user` is refused to it.)
 *
 * @throws ProblemError when GitHub does not say
 */
async function viewerLogin(octokit) {
    const answer = await octokit.graphql('query { viewer { login } }');
    const login = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(answer, 'viewer'), 'login'));
    if (login !== undefined)
        return login;
    throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm([(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('github', 'GitHub did not say who the token belongs to.')]);
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
    return status === 429 || /secondary rate limit/iu.test((0,_node_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)) ? UNNAMED_PAUSE : undefined;
}
/** The pause where GitHub failed; undefined for any other error. Octokit's own word for a connection that broke is 500. */
function downFor(error, pause) {
    return (statusOf(error) ?? 0) >= 500 ? pause : undefined;
}
/** The HTTP status of a failed request; undefined for other errors. */
function statusOf(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
function headerOf(error, name) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(error, 'response'), 'headers'), name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}


/***/ }),

/***/ 2139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectPullRequests: () => (/* binding */ connectPullRequests)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2095);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);



const HISTORY = `
  query ($owner: String!, $repo: String!, $number: Int!, $comments: String, $reviews: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        author { login }
        comments(first: 100, after: $comments) {
          pageInfo { hasNextPage endCursor }
          nodes { databaseId body url lastEditedAt author { __typename login } editor { __typename login } }
        }
        reviews(first: 100, after: $reviews) {
          pageInfo { hasNextPage endCursor }
          nodes { state submittedAt authorCanPushToRepository author { login } commit { oid } }
        }
      }
    }
  }`;
/** @param repository `owner/name` */
function connectPullRequests(token, repository) {
    const octokit = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .openOctokit */ .Ov)(token);
    const [owner = '', repo = ''] = repository.split('/');
    let login;
    return {
        // Who the token is does not change while it is asked.
        login: () => (login ??= (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .viewerLogin */ .wz)(octokit)),
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
        async recentlyMerged(branch, most) {
            const { data } = await octokit.rest.pulls.list({
                owner,
                repo,
                base: branch,
                state: 'closed',
                sort: 'updated',
                direction: 'desc',
                per_page: most,
            });
            return data.map(describe).filter(({ mergedAt }) => mergedAt !== undefined);
        },
        async history(number) {
            const comments = [];
            const reviews = [];
            let author;
            let cursors = { comments: null, reviews: null };
            let more = true;
            while (more) {
                const answer = await octokit.graphql(HISTORY, { owner, repo, number, ...cursors });
                const pull = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(answer, 'repository'), 'pullRequest');
                if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(pull))
                    throw unexpected(`pull request #${number}`);
                author = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(pull, 'author'), 'login'));
                comments.push(...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(pull, 'comments'), 'nodes')).map(reportComment));
                reviews.push(...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(pull, 'reviews'), 'nodes')).map(review));
                const [next, nextReviews] = [endOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(pull, 'comments')), endOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(pull, 'reviews'))];
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
        baseRef: data.base.ref,
        mergedAt: data.merged_at ?? undefined,
    };
}
/** Where the next page begins: behind what was read, so that a list that has ended gives nothing twice. */
function endOf(connection) {
    const page = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(connection, 'pageInfo');
    return { more: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(page, 'hasNextPage') === true, cursor: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(page, 'endCursor')) };
}
function reportComment(node) {
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'databaseId');
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'body'));
    if (typeof id !== 'number' || body === undefined)
        throw unexpected('the comments');
    return {
        id,
        body,
        url: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'url')) ?? '',
        author: actor((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'author')),
        // GitHub names no editor when that account is gone.
        edited: typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'lastEditedAt') === 'string',
        editor: actor((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'editor')),
    };
}
function actor(node) {
    const login = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'login'));
    return login === undefined ? undefined : { login, isBot: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, '__typename') === 'Bot' };
}
const STATES = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'];
function review(node) {
    const state = STATES.find((each) => each === (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'state'));
    if (state === undefined)
        throw unexpected('the reviews');
    return {
        author: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'author'), 'login')),
        state,
        commit: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'commit'), 'oid')),
        authorCanPush: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'authorCanPushToRepository') === true,
        submittedAt: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(node, 'submittedAt')) ?? '',
    };
}
function unexpected(what) {
    return new _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm([(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('github', `GitHub's answer about ${what} is not what it should be.`)]);
}


/***/ })

};
