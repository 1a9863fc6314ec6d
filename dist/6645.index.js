export const id = 6645;
export const ids = [6645];
export const modules = {

/***/ 66645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   earlierReport: () => (/* binding */ earlierReport),
/* harmony export */   publishReport: () => (/* binding */ publishReport)
/* harmony export */ });
/* harmony import */ var _base_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82017);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21547);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46047);
/** The report comments of a pull request: found by marker and author, updated in place, never by an older run. */




/**
 * How often comments are read and missing parts written: the last round finds nothing to do unless other runs or people
 * write at the same time.
 */
const ROUNDS = 4;
/**
 * Writes the parts of a report over existing ones, adds missing ones and removes those no longer needed. GitHub has no
 * conditional writes, so the comments are read again after writing, and what another run did in between is repaired.
 */
async function publishReport(github, request) {
    const parts = request.bodies.flatMap((body) => {
        const marker = (0,_markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(body);
        return marker === undefined ? [] : [{ body, marker }];
    });
    const ours = parts[0]?.marker;
    if (ours === undefined || parts.length < request.bodies.length) {
        throw new Error('a report without a marker could never be found again');
    }
    try {
        return await publish(github, request, parts, ours);
    }
    catch (error) {
        const message = github.forbidden(error);
        if (message !== undefined)
            return { kind: 'forbidden', message, hint: (0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalHint */ .a)(message, 'pull-requests') };
        throw error;
    }
}
async function publish(github, { pullRequest, create, joined = false, continued = false }, parts, ours) {
    const [{ head, merged }, login] = await Promise.all([github.pullRequest(pullRequest), github.login()]);
    if (ours.head !== '' && head !== ours.head) {
        return { kind: 'superseded', why: `the pull request is at ${(0,_base_names_js__WEBPACK_IMPORTED_MODULE_3__/* .shortCommit */ .A)(head)} by now` };
    }
    // Its record belongs to the merge, and an apply that waits or is rerun needs it.
    if (merged && ours.kind === 'plan')
        return { kind: 'superseded', why: 'the pull request is merged by now' };
    let url = '';
    const written = new Set();
    for (let round = 1; round <= ROUNDS; round += 1) {
        const standing = await findStanding(github, pullRequest, login, ours);
        const foreign = ours.kind === 'plan' ? standing.find((each) => (0,_markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .asksOtherwise */ .Hk)(each.marker, ours, joined)) : undefined;
        if (foreign !== undefined)
            throw otherQuestion(ours, foreign);
        const newer = standing.find((each) => (0,_markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .isNewer */ .U4)(each.marker, ours));
        if (newer !== undefined) {
            // Not the oldest of a part: the newer run may be updating it.
            await remove(github, duplicates(standing).filter(isOf(ours)));
            return { kind: 'superseded', why: `a newer run has reported: ${newer.url}` };
        }
        const other = standing.find((each) => ours.run > 0 && !continued && !written.has(each.id) && isOfOtherStep(each, parts));
        if (other !== undefined)
            throw sameTitle(ours, other);
        if (round === 1 && standing.length === 0 && !create)
            return { kind: 'unneeded' };
        let wrote = false;
        for (const part of parts) {
            const own = standing.find(({ marker }) => marker.part === part.marker.part);
            if (part.marker.part === 1)
                url = own?.url ?? url;
            if (own !== undefined && !isStale(own, part, round))
                continue;
            if (own !== undefined) {
                await github.updateComment(own.id, part.body);
                written.add(own.id);
            }
            else {
                const created = await github.createComment(pullRequest, part.body);
                written.add(created.id);
                if (part.marker.part === 1)
                    url = created.url;
            }
            wrote = true;
        }
        const unneeded = [...standing.filter(({ marker }) => marker.part > parts.length), ...duplicates(standing)];
        await remove(github, unneeded);
        if (!wrote && unneeded.length === 0)
            break;
    }
    return { kind: 'published', url };
}
/**
 * Whether a comment still has to be written. What our own run has written stays, even if GitHub returns a slightly
 * different text.
 */
function isStale(own, part, round) {
    return own.body !== part.body && (round === 1 || !isOf(part.marker)(own));
}
/** Whether our run wrote it, but in a different report: a repeated request may have posted our own text twice. */
function isOfOtherStep(standing, parts) {
    const plain = (text) => text.replaceAll('\r\n', '\n').trim();
    const own = parts.find(({ marker }) => marker.part === standing.marker.part) ?? parts[0];
    return own !== undefined && isOf(own.marker)(standing) && plain(own.body) !== plain(standing.body);
}
/** The bodies of the report that an earlier attempt of the same run left, in order; none if there is none. */
async function earlierReport(github, pullRequest, ours) {
    const standing = await findStanding(github, pullRequest, await github.login(), ours);
    return standing
        .filter(({ marker: { run, attempt } }) => run === ours.run && attempt < ours.attempt)
        .map(({ body }) => body);
}
/** It would be lost, and its leaves would not be applied. */
function otherQuestion(ours, { url, marker: { source } }) {
    const same = source?.workflow === ours.source?.workflow && source?.job === ours.source?.job;
    const whose = same ? 'this job, about other leaves' : `the job "${source?.job ?? ''}" of ${source?.workflow ?? ''}`;
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('github', `A report ${withTitle(ours)} was already written by ${whose}: ${url}`, {
        hint: 'Give each of them a "title" of its own, and the same one to the step that applies it. If the other one does not exist any more, delete its comment.',
    });
}
function withTitle({ title }) {
    return title === '' ? 'without a title' : `with the title "${title}"`;
}
/** Each step would overwrite the report of the previous one, and its record. */
function sameTitle(ours, { url }) {
    return (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('github', `Another step of this run already reported its ${ours.kind} ${withTitle(ours)}: ${url}`, {
        hint: 'Give each step a "title" of its own, and the same one to the step that applies it.',
    });
}
function isOf(ours) {
    return ({ marker }) => marker.run === ours.run && marker.attempt === ours.attempt;
}
/** All but the oldest of each part: runs that create a report at the same time all keep the oldest one. */
function duplicates(standing) {
    const seen = new Set();
    return standing.filter(({ marker }) => seen.has(marker.part) || !seen.add(marker.part));
}
async function remove(github, comments) {
    for (const { id } of new Set(comments))
        await github.deleteComment(id);
}
/**
 * All parts of earlier reports of the same kind and title, oldest first. Comments by others never count, whatever their
 * content; an apply has its own report, so that the plan's record stays as it was reviewed.
 */
async function findStanding(github, pullRequest, login, ours) {
    const comments = await github.comments(pullRequest);
    return comments
        .flatMap(({ id, body, url, author }) => {
        const marker = author === login ? (0,_markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(body) : undefined;
        if (marker?.title !== ours.title || marker.kind !== ours.kind)
            return [];
        return ours.kind === 'plan' || (0,_markdown_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSelection */ .V9)(marker, ours) ? [{ id, body, url, marker }] : [];
    })
        .sort((a, b) => a.id - b.id);
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

//# sourceMappingURL=6645.index.js.map