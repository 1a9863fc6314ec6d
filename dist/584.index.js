export const id = 584;
export const ids = [584];
export const modules = {

/***/ 6584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2095);
/** The one room that calls GitHub. Loaded only when something is to be said there. */


/** @param repository `owner/name` */
function connect(token, repository) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token);
    const [owner = '', repo = ''] = repository.split('/');
    return {
        async login() {
            const answer = await octokit.graphql('query { viewer { login } }');
            const login = /"login":"([^"]+)"/u.exec(JSON.stringify(answer))?.[1];
            if (login === undefined)
                throw new _problems_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm([(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('github', 'GitHub did not say who the token belongs to.')]);
            return login;
        },
        async pullRequestHead(pullRequest) {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest });
            return data.head.sha;
        },
        async comments(pullRequest) {
            const all = await octokit.paginate(octokit.rest.issues.listComments, {
                owner,
                repo,
                issue_number: pullRequest,
                per_page: 100,
            });
            return all.map(({ id, body, html_url, user }) => ({ id, body: body ?? '', url: html_url, author: user?.login }));
        },
        async createComment(pullRequest, body) {
            const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
            return { id: data.id, url: data.html_url };
        },
        async updateComment(id, body) {
            await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
        },
        async deleteComment(id) {
            await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
        },
        forbidden(error) {
            if (!(error instanceof Error) || !('status' in error) || error.status !== 403)
                return undefined;
            // Rate limits are 403 too, and no matter of permissions.
            return /rate limit/iu.test(error.message) ? undefined : error.message;
        },
    };
}


/***/ })

};
