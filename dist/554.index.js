export const id = 554;
export const ids = [554];
export const modules = {

/***/ 70554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runValidate: () => (/* binding */ runValidate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _commands_validate_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66573);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57421);
/* harmony import */ var _execution_checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41545);
/* harmony import */ var _execution_validation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22318);
/* harmony import */ var _hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20724);
/* harmony import */ var _markdown_annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10947);
/* harmony import */ var _masking_mask_data_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74399);
/* harmony import */ var _project_selection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11267);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51097);
/* harmony import */ var _job_environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60005);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(75242);
/** `command: validate`: what is wrong with the checked-out commit → log, annotations, summary, exit. No Terraform runs. */












/** What people named in the repository. */
const NAMES = {
    problems: { code: 'name', severity: 'name', place: 'name', leaves: 'name' },
    paused: 'name',
    others: 'name',
};
/** Sets exit code 1 if there are errors. Variables that `allow-env` lists and that are not set get a stand-in. */
async function runValidate(job) {
    const { log, masker } = job;
    const validation = (0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_6__/* .maskData */ .l)(await validateCheckout(job), NAMES, masker);
    log.info((0,_commands_validate_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .validationText */ .nP)(validation, (_, text) => text));
    const found = validation.problems.flatMap((problem) => (problem.leaves ?? [undefined]).map((leaf) => ({ problem, leaf })));
    (0,_markdown_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationsOf */ .I)(found).forEach(_runner_js__WEBPACK_IMPORTED_MODULE_10__/* .annotate */ .fz);
    await (0,_runner_js__WEBPACK_IMPORTED_MODULE_10__/* .writeSummary */ .Sy)((0,_commands_validate_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .validationSummary */ ._f)(validation));
    if ((0,_base_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrors */ .Cs)(validation.problems))
        process.exitCode = 1;
}
function validateCheckout({ inputs, event, facts }) {
    const { env } = process;
    const workspace = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(env['GITHUB_WORKSPACE'] ?? '.');
    return (0,_execution_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .withCheckout */ .j)({
        projectRoot: (0,_job_js__WEBPACK_IMPORTED_MODULE_8__/* .projectRoot */ .YQ)(workspace, inputs.workingDirectory),
        listMerge: inputs.listMerge,
        serverUrl: facts.serverUrl,
        token: inputs.token,
    }, (0,_job_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .childEnvironment */ .Qc)(env, false), (0,_hierarchy_environment_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .withStandIns */ .HX)((0,_job_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .allowedEnvironment */ .m0)(env, inputs.allowEnv, event.untrusted !== undefined)), async (checkout) => {
        const renderer = await checkout.open(checkout.repository.head);
        const isSelected = (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_7__/* .leafSelection */ .rn)(renderer.leaves.map(({ path }) => path), inputs.leaves);
        return (0,_execution_validation_js__WEBPACK_IMPORTED_MODULE_4__/* .validate */ .t)(renderer, renderer.leaves.filter(({ path }) => isSelected(path)));
    });
}


/***/ }),

/***/ 20724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ openEnvironment),
/* harmony export */   HX: () => (/* binding */ withStandIns),
/* harmony export */   lO: () => (/* binding */ withoutValues)
/* harmony export */ });
/** Reads from a record and allows every name: the command line passes the process environment. */
function openEnvironment(variables) {
    return {
        read: (name) => {
            const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
            return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
        },
    };
}
/** Reads nothing: each variable is `(environment: NAME)`, so that what is printed holds no value of the environment. */
function withoutValues() {
    return { read: (name) => ({ kind: 'value', value: `(environment: ${name})` }) };
}
/** The same, with `(environment: NAME)` for a variable that may be read but is not set. */
function withStandIns(reader) {
    const standIns = withoutValues();
    return {
        ...reader,
        read(name) {
            const answer = reader.read(name);
            return answer.kind === 'missing' ? standIns.read(name) : answer;
        },
    };
}


/***/ })

};

//# sourceMappingURL=554.index.js.map