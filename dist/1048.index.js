export const id = 1048;
export const ids = [1048];
export const modules = {

/***/ 88013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Unreachable),
/* harmony export */   T: () => (/* binding */ getJson)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44942);
/* harmony import */ var _base_abort_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82531);
/* harmony import */ var _base_bounded_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15378);
/* harmony import */ var _base_debug_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91310);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44409);
/** GET requests for JSON, with retries but no redirects: a redirect could supply foreign keys or leak a token. */






/** Milliseconds before the second and the third try. */
const PAUSES = [500, 2_000];
/** Milliseconds for one answer, to its last byte. */
const ANSWERS_WITHIN = 10_000;
/** Bytes of one answer: far more than any key set has. */
const MOST_BYTES = 1_000_000;
/** An endpoint failed: the message is for people and does not contain what was sent. */
class Unreachable extends Error {
}
/**
 * @param headers of the request
 * @param answersWithin milliseconds of one try
 * @throws Unreachable if three attempts got no JSON
 */
async function getJson(url, headers, answersWithin = ANSWERS_WITHIN) {
    const host = new URL(url).origin;
    for (let attempt = 0;; attempt += 1) {
        let failure;
        let isFinal = false;
        try {
            const { statusCode, body } = await (0,_base_debug_js__WEBPACK_IMPORTED_MODULE_2__/* .timed */ .ay)(`GET ${host}${new URL(url).pathname}`, () => get(url, { accept: 'application/json', ...headers }, answersWithin), (answer) => `status ${answer.statusCode}`);
            if (statusCode === 200)
                return JSON.parse(body);
            failure = `${host} answered with status ${statusCode}`;
            isFinal = statusCode < 500 && statusCode !== 429;
        }
        catch (error) {
            failure = error instanceof SyntaxError ? `${host} did not answer with JSON` : `${host}: ${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
        }
        const pause = PAUSES[attempt];
        if (isFinal || pause === undefined)
            throw new Unreachable(failure);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause);
    }
}
async function get(url, headers, answersWithin) {
    const signal = AbortSignal.timeout(answersWithin);
    try {
        const { message } = await new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq('kompos', [(0,_base_abort_request_js__WEBPACK_IMPORTED_MODULE_4__/* .abortedBy */ .L)(signal)], { allowRedirects: false }).get(url, {
            ...headers,
        });
        return { statusCode: message.statusCode ?? 0, body: await (0,_base_bounded_text_js__WEBPACK_IMPORTED_MODULE_5__/* .boundedText */ .L)(message, MOST_BYTES, 'the answer') };
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        throw new Error(`no answer within ${answersWithin / 1_000} seconds`, { cause: error });
    }
}


/***/ }),

/***/ 61048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openVerifier: () => (/* binding */ openVerifier)
/* harmony export */ });
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36687);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77961);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64490);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5674);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);
/* harmony import */ var _base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44409);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88013);
/** Checks a token's signature by its issuer's keys. Loaded only when there is a signed record to check. */




/**
 * @param keys address of the issuer's key set, which is read once, for the first token
 */
function openVerifier(keys) {
    let known;
    return async (token) => {
        known ??= keySet(keys);
        const found = await known;
        return 'failure' in found ? found : verify(token, found);
    };
}
async function keySet(address) {
    try {
        const answer = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getJson */ .T)(address, {});
        const keys = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(answer, 'keys')).filter(_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
        return (0,jose__WEBPACK_IMPORTED_MODULE_3__/* .createLocalJWKSet */ .w)({ keys: keys.map((key) => ({ ...key, kty: String(key['kty']) })) });
    }
    catch (error) {
        if (!(error instanceof _http_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreachable */ .L))
            throw error;
        return {
            failure: `its signature could not be checked, because the keys of GitHub's OIDC provider could not be read (${error.message}): run the job again`,
        };
    }
}
async function verify(token, keys) {
    try {
        const { iat } = (0,jose__WEBPACK_IMPORTED_MODULE_4__/* .decodeJwt */ .i)(token);
        if (iat === undefined || !Number.isSafeInteger(iat))
            return { failure: 'its signature has no time', isInvalid: true };
        // A token lives for minutes and a review for days: what counts is that it was valid when it was issued.
        const { payload } = await (0,jose__WEBPACK_IMPORTED_MODULE_5__/* .jwtVerify */ .V)(token, keys, { algorithms: ['RS256'], currentDate: new Date(iat * 1_000) });
        return { claims: payload, issuedAt: iat };
    }
    catch (error) {
        if (error instanceof jose__WEBPACK_IMPORTED_MODULE_6__/* .JWKSNoMatchingKey */ .BT) {
            return {
                failure: "the key that has signed it is not among the keys of GitHub's OIDC provider any more: plan again before a merge; after it, apply by hand",
            };
        }
        if (error instanceof jose__WEBPACK_IMPORTED_MODULE_6__/* .JOSEError */ .i4)
            return { failure: `its signature is not valid (${error.code})`, isInvalid: true };
        // An unusable key makes the cryptography itself throw.
        return {
            failure: `its signature could not be checked, because a key of GitHub's OIDC provider is not usable (${(0,_base_node_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)})`,
        };
    }
}


/***/ })

};

//# sourceMappingURL=1048.index.js.map