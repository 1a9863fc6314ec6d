export const id = 3116;
export const ids = [3116];
export const modules = {

/***/ 73116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answerOf: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/** GitHub's refusals and outages as problems for the person who must fix them. */

/**
 * Waits for a response from GitHub.
 *
 * @param what the beginning of a sentence about what failed: `The report could not be posted: `
 * @throws ProblemError with GitHub's message; internal errors are rethrown unchanged
 */
async function answerOf(answer, what, hint) {
    try {
        return await answer;
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('github', `${what}${error.message}`, { hint });
    }
}
/** Octokit's errors have a status or a list of GraphQL errors; anything else is an internal error. */
function isRefusal(error) {
    return error instanceof Error && ('status' in error || 'errors' in error);
}


/***/ })

};

//# sourceMappingURL=3116.index.js.map