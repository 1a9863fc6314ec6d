export const id = 3662;
export const ids = [3662];
export const modules = {

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


/***/ })

};

//# sourceMappingURL=3662.index.js.map