export const id = 645;
export const ids = [645];
export const modules = {

/***/ 6645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishReport: () => (/* binding */ publishReport)
/* harmony export */ });
/* harmony import */ var _report_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(990);
/** The report comments of a pull request: found by marker and author, updated in place, never by an older run. */

/** Writes the parts of a report over those that stand there, adds missing ones and removes those no longer needed. */
async function publishReport(github, request) {
    const wanted = request.bodies.map((body) => ({ body, marker: (0,_report_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMarker */ .gY)(body) }));
    const ours = wanted[0]?.marker;
    if (ours === undefined)
        throw new Error('a report without a marker could never be found again');
    try {
        const current = await github.pullRequestHead(request.pullRequest);
        if (ours.head !== '' && current !== ours.head) {
            return { kind: 'superseded', why: `the pull request is at ${current.slice(0, 7)} by now` };
        }
        const login = await github.login();
        const standing = await findStanding(github, request.pullRequest, login, ours);
        const newer = standing.find((each) => isSuccessor(each.marker, ours));
        if (newer !== undefined)
            return { kind: 'superseded', why: `a newer run has reported: ${newer.url}` };
        if (standing.length === 0 && !request.create)
            return { kind: 'unneeded' };
        let url = '';
        for (const { body, marker } of wanted) {
            if (marker === undefined)
                continue;
            const written = await writePart(github, request.pullRequest, login, standing, body, marker);
            if (marker.part === 1)
                url = written;
        }
        for (const stale of standing) {
            const [first] = standing.filter(({ marker }) => marker.part === stale.marker.part);
            if (stale.marker.part > wanted.length || first !== stale)
                await github.deleteComment(stale.id);
        }
        return { kind: 'published', url };
    }
    catch (error) {
        const message = github.forbidden(error);
        if (message !== undefined)
            return { kind: 'forbidden', message };
        throw error;
    }
}
async function writePart(github, pullRequest, login, standing, body, marker) {
    const own = standing.find((each) => each.marker.part === marker.part);
    if (own !== undefined) {
        if (own.body !== body)
            await github.updateComment(own.id, body);
        return own.url;
    }
    const created = await github.createComment(pullRequest, body);
    // Another run may have created its comment at the same time. All of them see the same oldest one and keep that.
    const all = await findStanding(github, pullRequest, login, marker);
    const oldest = all.find((each) => each.marker.part === marker.part);
    if (oldest === undefined || oldest.id >= created.id)
        return created.url;
    await github.deleteComment(created.id);
    if (!isSuccessor(oldest.marker, marker))
        await github.updateComment(oldest.id, body);
    return oldest.url;
}
/** Whether what stands there must be left alone: a newer run's report, or that of an apply, which ends a review. */
function isSuccessor(standing, ours) {
    if (standing.kind !== ours.kind)
        return standing.kind === 'apply';
    return (0,_report_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isNewer */ .U4)(standing, ours);
}
/** All parts of earlier reports of the same title, oldest first. Others' comments never count, whatever they hold. */
async function findStanding(github, pullRequest, login, ours) {
    const comments = await github.comments(pullRequest);
    return comments
        .flatMap(({ id, body, url, author }) => {
        const marker = author === login ? (0,_report_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMarker */ .gY)(body) : undefined;
        return marker?.title === ours.title ? [{ id, body, url, marker }] : [];
    })
        .sort((a, b) => a.id - b.id);
}


/***/ })

};
