export const id = 553;
export const ids = [553];
export const modules = {

/***/ 80553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outsideSettings)
/* harmony export */ });
/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL = /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)/u;
const VARIABLE_FILE = /(?:^|\s)--?var-file(?=[=\s]|$)/u;
/** `-var name=value`, with the name if it can be told. */
const VARIABLE = /(?:^|\s)--?var(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;
/** Variables that complete or select a backend's state. */
const STATE_VARIABLES = new Set([
    'CONSUL_HTTP_ADDR',
    'PG_CONN_STR',
    'TF_CLOUD_HOSTNAME',
    'TF_CLOUD_ORGANIZATION',
    'TF_CLOUD_PROJECT',
    'TF_HTTP_ADDRESS',
    'TF_WORKSPACE',
]);
function outsideSettings(environment) {
    const set = Object.entries(environment)
        .filter(([, value]) => value !== '')
        // Terraform splits arguments as a shell does: quotes and backslashes are no part of an option.
        .map(([name, value]) => [name, value.replace(/["'\\]/gu, '')]);
    const named = (isMeant) => set.flatMap(([name, value]) => (isMeant(name, value) ? [name] : [])).sort();
    // What `init` gets decides: a plan with other values than these is refused by both programs.
    const ofInit = set.flatMap(([name, value]) => (isOfInit(name) ? [value] : []));
    return {
        ofPlans: named((name, value) => /^TF_CLI_ARGS(?:_plan)?$/u.test(name) && UNUSUAL.test(value)),
        ofStates: named((name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && BACKEND_CONFIG.test(value))),
        ofRenderings: {
            // An empty text is a value too.
            variables: new Set(Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : []))),
            options: optionVariables(ofInit),
            completesBackends: ofInit.some((value) => BACKEND_CONFIG.test(value)),
            environment: new Set(set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name]))),
        },
    };
}
function isOfInit(name) {
    return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}
function optionVariables(options) {
    if (options.some((each) => VARIABLE_FILE.test(each)))
        return 'any';
    const names = options.flatMap((each) => [...each.matchAll(VARIABLE)].map(([, name]) => name));
    return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}


/***/ })

};

//# sourceMappingURL=553.index.js.map