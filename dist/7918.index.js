export const id = 7918;
export const ids = [7918];
export const modules = {

/***/ 5937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ milliseconds)
/* harmony export */ });
/** Durations in Go's syntax, which Terraform uses: `30s`, `1m30s`. */
const UNITS = new Map(Object.entries({ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }));
/** In milliseconds. @param duration `1m30s`, checked before */
function milliseconds(duration) {
    const parts = duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu);
    return [...parts].reduce((sum, [, number, unit = '']) => sum + Number(number) * (UNITS.get(unit) ?? 0), 0);
}


/***/ }),

/***/ 56103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ checkSettings),
/* harmony export */   Hs: () => (/* binding */ hookSettings),
/* harmony export */   Ys: () => (/* binding */ isWithheld),
/* harmony export */   dJ: () => (/* binding */ checksSchema),
/* harmony export */   ic: () => (/* binding */ hooksSchema)
/* harmony export */ });
/* unused harmony exports CHECK_STAGES, HOOK_STAGES */
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5937);
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57421);


const CHECK_STAGES = ['rendering', 'plan', 'drift'];
const HOOK_STAGES = ['before-init', 'after-apply'];
const DURATION = '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$';
const leafProgram = {
    name: {
        type: 'string',
        description: 'Its name in reports: at most 40 letters, digits, blanks, `.`, `_` and `-`.',
        pattern: '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$',
    },
    command: {
        type: 'array',
        description: 'The program and its arguments. No shell reads them; ${KOMPOS_PLAN}, ${KOMPOS_FILES} and the like are filled in. A program with a slash is a file of the repository.',
        minItems: 1,
        items: { type: 'string' },
    },
    leaves: {
        type: 'array',
        description: 'Patterns of leaves, "!" leaves out. Default: all leaves.',
        items: { type: 'string', pattern: '\\S' },
    },
    timeout: {
        type: 'string',
        default: '5m',
        description: 'How long it may take for one leaf, such as `30s` or `5m`.',
        pattern: DURATION,
    },
    files: {
        type: 'array',
        description: 'Globs of files in the repository that it needs, from the project root. They are copied to ${KOMPOS_FILES}.',
        items: { type: 'string', pattern: '^(?!/|~|\\.\\.(/|$)).' },
    },
    env: {
        type: 'array',
        description: 'Variables of the job that it gets. Tokens of the job and credentials of clouds are refused.',
        items: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
    },
    sensitive: {
        type: 'boolean',
        default: false,
        description: 'Whether it sees sensitive values and secrets.',
    },
};
const checksSchema = {
    type: 'array',
    description: 'Programs that check each leaf. For pull requests, the base commit decides which and how.',
    items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'command'],
        properties: {
            ...leafProgram,
            on: { enum: [...CHECK_STAGES], default: 'plan', description: 'What is checked.' },
            required: {
                type: 'boolean',
                default: true,
                description: 'Whether findings make the job fail and the leaf not appliable.',
            },
            fails: {
                type: 'array',
                description: 'The exit codes that mean findings. Default: 1. Others than 0 are errors of the check.',
                minItems: 1,
                items: { type: 'integer', minimum: 1, maximum: 255 },
            },
        },
    },
};
const hooksSchema = {
    type: 'array',
    description: 'Programs that run for each leaf before its init or after its apply, by the rules of checks.',
    items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'command', 'on'],
        properties: { ...leafProgram, on: { enum: [...HOOK_STAGES], description: 'When it runs.' } },
    },
};
/** What the two settings say, and what is wrong with them beyond their types. */
function checkSettings(written) {
    const checks = written.flatMap((each) => {
        const [on = 'plan'] = CHECK_STAGES.filter((stage) => stage === each.on);
        const shared = sharedOf(each);
        return shared === undefined
            ? []
            : [{ ...shared, on, required: each.required, fails: each.fails.length === 0 ? [1] : each.fails }];
    });
    return { checks, problems: problemsOf('checks', written) };
}
function hookSettings(written) {
    const hooks = written.flatMap((each) => {
        const shared = sharedOf(each);
        return HOOK_STAGES.flatMap((on) => (on === each.on && shared !== undefined ? [{ ...shared, on }] : []));
    });
    return { hooks, problems: problemsOf('hooks', written) };
}
function sharedOf({ name, command, leaves, timeout, files, env, sensitive }) {
    const [program, ...args] = command;
    if (program === undefined)
        return undefined;
    return {
        name,
        command: [program, ...args],
        leaves,
        timeout: timeout === undefined ? DEFAULT_TIMEOUT : (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .milliseconds */ .R)(timeout),
        files,
        env,
        sensitive,
    };
}
const DEFAULT_TIMEOUT = 5 * 60_000;
function problemsOf(setting, written) {
    const names = written.map(({ name }) => name);
    return written.flatMap(({ name, place, env, command }, index) => [
        ...(names.indexOf(name) === index
            ? []
            : [
                (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('settings', `Setting "${setting}" has two entries with the name "${name}".`, {
                    place,
                    hint: 'Give each a name of its own: reports and records tell them apart by it.',
                }),
            ]),
        ...env.filter(isWithheld).map((variable) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('settings', `Setting "${setting}": "${name}" asks for ${variable}, which no check gets.`, {
            place,
            hint: 'A check runs code that may be new; tokens of the job and credentials of clouds stay with Terraform. If it needs a token of its own, pass one under another name.',
        })),
        ...command.filter(leadsOut).map((argument) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('settings', `Setting "${setting}": "${argument}" in the command of "${name}" leads out of the leaf.`, {
            place,
            hint: 'There, a pull request decides what is read. List the files in "files" and write ${KOMPOS_FILES}/… for them.',
        })),
        ...[runInLeaf(command) ?? []].flat().map((ran) => (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('settings', `Setting "${setting}": the command of "${name}" runs ${ran} of the leaf.`, {
            place,
            hint: 'There, a pull request decides what it is. List the file in "files" and write ${KOMPOS_FILES}/… for it; Python looks for modules only where they are installed with -P.',
        })),
        ...(command[0]?.startsWith('/') === true || command[0] === ''
            ? [
                (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('settings', `Setting "${setting}": the command of "${name}" begins with "${command[0]}".`, {
                    place,
                    hint: 'Write a name, which is looked up on PATH, or a path from the project root, such as policy/check.sh.',
                }),
            ]
            : []),
    ]);
}
/** Whether an argument has a step upwards in it. */
function leadsOut(argument) {
    return /(?:^|[\s=:/])\.\.(?:\/|$)/u.test(argument);
}
const SHELL = /^(?:ba|da|k|z)?sh$/u;
const PYTHON = /^python[\d.]*$/u;
const OTHERS = /^(?:node|ruby|perl|php|pwsh|deno|bun)[\d.]*$/u;
/** What an interpreter is given to run that lies in the leaf; undefined for none, and for code in the command itself. */
function runInLeaf([program = '', ...args]) {
    const isPython = PYTHON.test(program);
    if (!isPython && !SHELL.test(program) && !OTHERS.test(program))
        return undefined;
    const hasCode = OTHERS.test(program) ? /^-[a-z]*[ep]$|^--(?:eval|print)$|^-c(?:ommand)?$/iu : /^-[a-z]*c$/u;
    if (args.some((each) => hasCode.test(each)))
        return undefined;
    if (isPython && args.includes('-m') && !args.some((each) => /^-[a-zA-Z]*[PI]/u.test(each)))
        return 'modules';
    if (args.includes('-m') || args.some((each) => /^(?:\/|\$\{KOMPOS_FILES\})/u.test(each)))
        return undefined;
    const file = args.find((each) => !each.startsWith('-'));
    return file === undefined ? undefined : `"${file}"`;
}
/**
 * Whether a variable never reaches a check: inputs and services of the runner (with its OIDC token, anyone could sign a
 * record), its tokens, and what clouds and secret stores take as credentials.
 */
function isWithheld(name) {
    return WITHHELD.test(name);
}
const WITHHELD = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)|GH_(?:ENTERPRISE_)?TOKEN|GITHUB_ENTERPRISE_TOKEN|AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|PROFILE|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|CONTAINER_.*|SHARED_CREDENTIALS_FILE|CONFIG_FILE)|GOOGLE_.*|GCLOUD_.*|CLOUDSDK_.*|GCP_.*|ARM_.*|AZURE_.*|ALI(?:CLOUD|BABA_CLOUD)_.*|TENCENTCLOUD_.*|OCI_.*|TF_VAR_.*|IC_API_KEY|IBMCLOUD_API_KEY|DIGITALOCEAN_.*|HCLOUD_TOKEN|LINODE_TOKEN|CLOUDFLARE_API_.*|SCW_SECRET_KEY|YC_TOKEN|OS_PASSWORD|VAULT_TOKEN|VAULT_SECRET_ID|VAULT_ROLE_ID|CONSUL_HTTP_TOKEN|NOMAD_TOKEN|TF_TOKEN_.*|SOPS_.*|KUBECONFIG|PG(?:PASSWORD|PASSFILE)|SSH_AUTH_SOCK|GIT_.*|LD_.*|DYLD_.*|NODE_OPTIONS|KOMPOS_.*)$/iu;


/***/ }),

/***/ 17918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tP: () => (/* binding */ SETTINGS_FILE),
  L6: () => (/* binding */ defaultSettings),
  P$: () => (/* binding */ parseSettings),
  MB: () => (/* binding */ versionTooOld)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@cfworker/json-schema/dist/esm/validator.js + 6 modules
var validator = __webpack_require__(60207);
// EXTERNAL MODULE: ./src/hierarchy/yaml/parse.ts + 4 modules
var parse = __webpack_require__(52086);
// EXTERNAL MODULE: ./src/hierarchy/value.ts
var value = __webpack_require__(95686);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/base/closest-name.ts
var closest_name = __webpack_require__(69368);
// EXTERNAL MODULE: ./src/project/check-settings.ts
var check_settings = __webpack_require__(56103);
// EXTERNAL MODULE: ./src/project/wave-settings.ts
var wave_settings = __webpack_require__(46660);
;// CONCATENATED MODULE: ./src/project/settings-schema.ts


const compositionLists = {
    type: 'object',
    description: 'Lists of top-level configuration keys, by composition.',
    additionalProperties: { type: 'array', items: { type: 'string' } },
};
const driftRule = {
    type: 'object',
    description: 'Known and wanted drift. An omitted field matches everything.',
    additionalProperties: false,
    required: ['reason'],
    minProperties: 2,
    properties: {
        leaf: {
            type: 'string',
            description: 'A glob of leaf paths; a path above leaves matches all below it. Default: every leaf.',
            pattern: '\\S',
        },
        address: {
            type: 'string',
            description: 'Resource addresses; `*` matches anything. Default: every resource.',
            pattern: '\\S',
        },
        attribute: {
            type: 'string',
            description: 'Attributes, such as `tags` or `tags.Owner`. Without one, a missing resource is ignored too. Default: every attribute.',
            pattern: '\\S',
        },
        reason: { type: 'string', description: 'Why the drift is wanted; shown in reports. Required.', pattern: '\\S' },
    },
};
const settings_schema_text = (description, pattern = '\\S') => ({ type: 'string', description, pattern });
const stores = {
    type: 'object',
    description: 'Where secrets are read, and by whom. In the action the base commit decides.',
    additionalProperties: false,
    properties: {
        allow_short: {
            type: 'boolean',
            default: false,
            description: 'Whether values of fewer than six characters, which cannot be masked reliably, may be read.',
        },
        aws: {
            type: 'object',
            additionalProperties: false,
            properties: {
                endpoint: settings_schema_text("The URL of all services of AWS; `AWS_ENDPOINT_URL` does the same. Default: AWS's own.", '^https?://\\S+$'),
                region: settings_schema_text("The region of references that name none. Default: the environment's.", '^[a-z]{2}(-[a-z0-9]+)+$'),
                profiles: {
                    type: 'object',
                    description: 'What a profile that a layer names stands for: `profile` of the shared AWS files, `environment` for the credentials of the job, or the ARN of a role to assume.',
                    additionalProperties: settings_schema_text('profile, environment, or the ARN of a role.', '^(profile|environment|arn:[^\\s]+:role/\\S+)$'),
                },
            },
        },
        vault: {
            type: 'object',
            additionalProperties: false,
            properties: {
                address: settings_schema_text('The URL of Vault or OpenBao. Default: `VAULT_ADDR`.', '^https?://\\S+$'),
                namespace: settings_schema_text('The namespace. Default: `VAULT_NAMESPACE`.'),
                mount: settings_schema_text('Where the key/value engine is mounted. Default: `VAULT_MOUNT_POINT`, or `kv`.'),
                kv_version: { enum: ['1', '2'], description: 'The version of the key/value engine. Default: `2`.' },
                auth: {
                    type: 'object',
                    description: 'How to log in.',
                    additionalProperties: false,
                    properties: {
                        method: {
                            enum: ['token', 'approle', 'jwt', 'kubernetes', 'ldap'],
                            description: "How to log in; `jwt` is GitHub's OIDC token. Default: `VAULT_TOKEN`.",
                        },
                        mount: settings_schema_text('Where the method is mounted. Default: its name.'),
                        role: settings_schema_text('The role, for `jwt` and `kubernetes`. Default: `VAULT_ROLE`.'),
                        audience: settings_schema_text("The audience of GitHub's token, for `jwt`. Default: the address."),
                        token_file: settings_schema_text("The file with the service account's token, for `kubernetes`. Default: where Kubernetes mounts it.", '^/'),
                    },
                },
                token_policies: {
                    type: 'array',
                    description: 'The policies that `{{vault.token_policy(…)}}` may make a token for. Default: none.',
                    items: { type: 'string' },
                },
            },
        },
        sops: {
            type: 'object',
            additionalProperties: false,
            properties: {
                keys: {
                    type: 'array',
                    description: 'Globs of keys of cloud services and Vault that files may be encrypted with: ARNs, resource names, and URLs. Age and PGP need none. Default: none.',
                    items: { type: 'string', pattern: '\\S' },
                },
            },
        },
    },
};
const properties = {
    min_version: {
        type: 'string',
        description: 'The oldest version of this program that may run the project. Default: any.',
        pattern: '^v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?$',
    },
    list_merge: {
        description: 'How lists of two layers are merged.',
        enum: ['append', 'append_unique', 'override', 'prepend'],
        default: 'append',
    },
    tool: {
        description: 'The program that runs the leaves. Default: what is on `PATH`, Terraform first.',
        enum: ['terraform', 'tofu'],
    },
    config_roots: {
        type: 'array',
        description: 'The folders that hold the layers and leaves, relative to the project root. Default: `config`.',
        items: { type: 'string', pattern: '^(?!/|~|\\.\\.(/|$)).' },
    },
    compositions: {
        type: 'object',
        additionalProperties: false,
        properties: {
            order: {
                type: 'object',
                additionalProperties: false,
                properties: {
                    terraform: {
                        type: 'array',
                        description: 'The order in which the compositions of one place run; unlisted ones come last, by name. Default: by name.',
                        items: { type: 'string' },
                    },
                },
            },
            config_keys: {
                type: 'object',
                additionalProperties: false,
                properties: {
                    excluded: {
                        ...compositionLists,
                        description: 'Top-level keys that a composition does not get, by composition. Default: none.',
                    },
                    filtered: {
                        ...compositionLists,
                        description: 'The only top-level keys that a composition gets, by composition. Default: all.',
                    },
                },
            },
        },
    },
    depends_on: {
        type: 'object',
        description: 'What leaves depend on beyond the states that their code reads: globs of leaves, by a glob of the leaves that depend on them. "./composition=vpc" and "../composition=account" are relative to the place of each leaf.',
        additionalProperties: { type: 'array', items: { type: 'string', pattern: '\\S' } },
    },
    terraform: {
        type: 'object',
        additionalProperties: false,
        properties: {
            version: {
                type: 'string',
                description: 'The required version of Terraform: exact (`1.11.4`), a constraint (`~> 1.9`), or a prefix (`v1`, `1.11`). That of OpenTofu belongs in `.opentofu-version`. Default: any.',
            },
            versioned_module_sources: {
                type: 'boolean',
                default: true,
                description: 'Whether `*.tf.versioned` templates are rendered; `false` skips them with a warning.',
            },
            local_path: {
                type: 'string',
                default: 'compositions/terraform',
                description: 'The folder of the compositions, relative to the project root.',
            },
            root_path: { type: 'string', default: '', description: 'A folder below `local_path`.' },
            pins: {
                type: 'object',
                additionalProperties: false,
                properties: {
                    require: {
                        type: ['string', 'object'],
                        description: 'Which module sources `kompos validate` accepts: `tag` (a tag or commit, no branch) or `any`; or either by globs of leaf paths, the last that matches counts. Default: `any`.',
                        pattern: '^(tag|any)$',
                        additionalProperties: { enum: ['tag', 'any'] },
                    },
                },
            },
        },
    },
    drift: {
        type: 'object',
        additionalProperties: false,
        properties: {
            ignore: { type: 'array', description: 'Rules for drift to ignore. Default: none.', items: driftRule },
        },
    },
    allow_secrets: {
        type: 'array',
        description: 'The secrets that the action may read: globs such as `ssm:/prod/**`, without options. `!` leaves out. The base commit decides. Default: none.',
        items: { type: 'string', pattern: '^!?[a-z0-9]+:\\S' },
    },
    stores,
    checks: check_settings/* checksSchema */.dJ,
    hooks: check_settings/* hooksSchema */.ic,
    waves: wave_settings/* wavesSchema */.Ae,
    environments: wave_settings/* environmentsSchema */.me,
};
const settingsSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kompos settings',
    description: 'The file .komposconfig.yaml in the project root. Every key is optional.',
    type: 'object',
    additionalProperties: false,
    properties: {
        ...properties,
        komposconfig: {
            type: 'object',
            description: 'The same keys, one level down.',
            additionalProperties: false,
            properties,
        },
    },
};

// EXTERNAL MODULE: ./src/project/store-settings.ts
var store_settings = __webpack_require__(61292);
;// CONCATENATED MODULE: ./src/project/settings.ts
/** Reads `.komposconfig.yaml`, validates it against the schema, and applies defaults. */










const SETTINGS_FILE = '.komposconfig.yaml';
const TOOLS = ['terraform', 'tofu'];
const PIN_REQUIREMENTS = ['tag', 'any'];
/** The settings of a project without a settings file. */
const defaultSettings = {
    compositionOrder: [],
    excludedKeys: new Map(),
    filteredKeys: new Map(),
    tool: undefined,
    terraformVersion: undefined,
    versionedModuleSources: true,
    localPath: 'compositions/terraform',
    rootPath: '',
    listMerge: 'append',
    configRoots: ['config'],
    minVersion: undefined,
    driftIgnore: [],
    stores: store_settings/* defaultStoreSettings */.C,
    pinRules: [],
    checks: [],
    hooks: [],
    dependsOn: new Map(),
    waves: [],
    environments: new Map(),
};
/**
 * Parses the text of a settings file. Unknown keys are warnings.
 *
 * @param file path from the repository root, for messages
 * @throws ProblemError with all wrong types and values
 */
function parseSettings(file, text) {
    const { value: root, problems } = (0,parse/* parseWhole */.z)(file, text);
    (0,base_problems/* throwOnErrors */.pe)(problems);
    if (root === undefined)
        return { settings: defaultSettings, warnings: [] };
    (0,base_problems/* throwOnErrors */.pe)(mergeTagsIn(root));
    const found = validate(file, root);
    (0,base_problems/* throwOnErrors */.pe)(found);
    // Newer projects put the keys below `komposconfig:`, which takes precedence over the top level.
    const nested = child(root, 'komposconfig');
    const at = (...keys) => descend(nested, keys) ?? descend(root, keys);
    const { checks, problems: wrongChecks } = (0,check_settings/* checkSettings */.EW)(writtenPrograms(at('checks')));
    const { hooks, problems: wrongHooks } = (0,check_settings/* hookSettings */.Hs)(writtenPrograms(at('hooks')));
    const { waves, problems: wrongWaves } = (0,wave_settings/* waveSettings */.hw)(writtenWaves(at('waves')));
    (0,base_problems/* throwOnErrors */.pe)([...wrongChecks, ...wrongHooks, ...wrongWaves]);
    return {
        settings: {
            compositionOrder: texts(at('compositions', 'order', 'terraform')),
            excludedKeys: textLists(at('compositions', 'config_keys', 'excluded')),
            filteredKeys: textLists(at('compositions', 'config_keys', 'filtered')),
            tool: TOOLS.find((each) => each === textOf(at('tool'))),
            terraformVersion: textOf(at('terraform', 'version')),
            versionedModuleSources: scalarOf(at('terraform', 'versioned_module_sources')) !== false,
            localPath: textOf(at('terraform', 'local_path')) ?? defaultSettings.localPath,
            rootPath: textOf(at('terraform', 'root_path')) ?? defaultSettings.rootPath,
            listMerge: value/* LIST_MERGES */.hJ.find((each) => each === textOf(at('list_merge'))) ?? defaultSettings.listMerge,
            configRoots: rootsOf(texts(at('config_roots'))),
            minVersion: textOf(at('min_version')),
            driftIgnore: driftRules(at('drift', 'ignore')),
            stores: storeSettings(at),
            pinRules: pinRules(at('terraform', 'pins', 'require')),
            checks,
            hooks,
            dependsOn: textLists(at('depends_on')),
            waves,
            environments: textMap(at('environments')),
        },
        warnings: found,
    };
}
function validate(file, root) {
    const { errors } = new validator/* Validator */.D(settingsSchema, '2020-12', false).validate(plain(root));
    const ofKompos = [];
    const found = errors.flatMap((unit) => {
        const keys = unit.instanceLocation.split('/').slice(1).map(decodePointer);
        const place = descend(root, keys)?.origin ?? { file };
        const name = keys.join('.');
        switch (unit.keyword) {
            // A property that no schema describes: the boolean schema `false` rejects it.
            case 'false':
                // With a key misspelled, a rule would ignore more drift than intended, or a check hold for other leaves.
                if (/(^|\.)(drift\.ignore|checks|hooks|waves)\.\d+\./u.test(name)) {
                    return [(0,base_problems/* problem */.CC)('settings', `Setting "${name}" is unknown.`, { place, hint: didYouMean(keys) })];
                }
                if (MEANS_NOTHING_HERE.test(name)) {
                    ofKompos.push(name);
                    return [];
                }
                return [(0,base_problems/* warning */.$e)('settings', `Unknown setting "${name}": it has no effect.`, { place, hint: didYouMean(keys) })];
            case 'type':
            case 'enum':
            case 'pattern':
                return [
                    (0,base_problems/* problem */.CC)('settings', `Setting "${name}": ${explain(unit)}`, {
                        place,
                        hint: /(^|\.)pins\.require(\.|$)/u.test(name)
                            ? `Allowed: ${PIN_REQUIREMENTS.join(', ')}; or a map from globs of leaf paths to these.`
                            : (quoteHint(unit, root, keys) ?? (unit.keyword === 'enum' ? undefined : describedAs(unit))),
                    }),
                ];
            case 'required':
            case 'minProperties':
            case 'minItems':
            case 'maxItems':
            case 'minimum':
            case 'maximum':
                return [(0,base_problems/* problem */.CC)('settings', `Setting "${name}": ${explain(unit)}`, { place, hint: hintOfEntry(name) })];
            default:
                return [];
        }
    });
    if (ofKompos.length === 0)
        return found;
    const message = `These settings of the original Kompos mean nothing here: ${ofKompos.join(', ')}.`;
    return [...found, (0,base_problems/* warning */.$e)('settings', message, { place: { file } })];
}
/** What an entry of a list of rules needs. */
function hintOfEntry(name) {
    if (/(^|\.)drift\.ignore\./u.test(name))
        return 'A rule needs a reason and at least one of leaf, address and attribute.';
    if (/(^|\.)checks\.\d+$/u.test(name))
        return 'A check needs a name and a command.';
    if (/(^|\.)hooks\.\d+$/u.test(name))
        return 'A hook needs a name, a command, and "on": before-init or after-apply.';
    if (/(^|\.)waves\.\d+$/u.test(name))
        return 'A wave needs "leaves": a list of patterns of leaves.';
    return undefined;
}
/** Tags of layers: there is nothing above the settings that these could replace. */
function mergeTagsIn(value) {
    const isTagged = value.kind === 'scalar' ? value.removes !== undefined : value.merge !== undefined;
    if (isTagged) {
        const message = 'A tag for merging has no meaning in the settings, which are a single file.';
        return [(0,base_problems/* problem */.CC)('settings', message, { place: value.origin, hint: 'Remove the tag.' })];
    }
    return value.kind === 'scalar' ? [] : Object.values(value.children).flatMap(mergeTagsIn);
}
/** Known to the original, for its other engines, its generators and its own output folders. */
const MEANS_NOTHING_HERE = /^(?:komposconfig\.)?(?:vault|helm|helmfile|helmfiles|tfe|defaults|terragrunt|compositions\.(?:properties|build_order|generate|order\.(?!terraform$)[^.]+|config_keys\.system_keys)|terraform\.(?:base_output_dir|output_subdir|versioned_extension|remote_path|repo_[a-z]+|generate[a-z_]*))$/u;
function explain(unit) {
    return unit.error.replace(/^Instance /u, 'the value ').replace(/\.$/u, '') + '.';
}
/** The most common type error is a version such as 1.10, which YAML reads as a number. */
function quoteHint(unit, root, keys) {
    if (!unit.error.includes('Expected "string"'))
        return undefined;
    const value = descend(root, keys);
    return value?.kind === 'scalar' && typeof value.value === 'number'
        ? `Put it in quotes: "${value.spelling}".`
        : undefined;
}
/** What the schema says of the setting that is wrong: of an item without words of its own, what it says of the list. */
function describedAs({ keywordLocation }) {
    let schema = settingsSchema;
    let description;
    for (const key of keywordLocation.split('/').slice(1).map(decodePointer)) {
        schema = property(schema, key);
        const found = property(schema, 'description');
        if (typeof found === 'string')
            description = found;
    }
    return description;
}
function didYouMean(keys) {
    const last = keys.at(-1) ?? '';
    const known = knownKeys(keys.slice(0, -1));
    const closest = (0,closest_name/* nearest */.p)(last, known);
    if (closest !== undefined)
        return `Did you mean "${closest}"?`;
    return known.length > 0 ? `Known here: ${known.join(', ')}.` : undefined;
}
/** The keys that the schema defines below a path. */
function knownKeys(keys) {
    let schema = settingsSchema;
    for (const key of keys)
        schema = property(schema, 'items') ?? property(property(schema, 'properties'), key);
    const properties = property(schema, 'properties');
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}
function property(value, key) {
    return typeof value === 'object' && value !== null
        ? new Map(Object.entries(value)).get(key)
        : undefined;
}
function decodePointer(part) {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
/** The value as plain JSON data; integers too large for a number become strings. */
function plain(value) {
    if (value.kind === 'list')
        return value.children.map(plain);
    if (value.kind === 'map')
        return Object.fromEntries(Object.entries(value.children).map(([key, each]) => [key, plain(each)]));
    return typeof value.value === 'bigint' ? value.value.toString() : value.value;
}
function child(value, key) {
    return value?.kind === 'map' ? value.children[key] : undefined;
}
function descend(value, keys) {
    let at = value;
    for (const key of keys)
        at = at?.kind === 'list' ? at.children[Number(key)] : child(at, key);
    return at;
}
function scalarOf(value) {
    return value?.kind === 'scalar' ? value.value : undefined;
}
function textOf(value) {
    const scalar = scalarOf(value);
    return typeof scalar === 'string' ? scalar : undefined;
}
function texts(value) {
    return value?.kind === 'list' ? value.children.flatMap((each) => textOf(each) ?? []) : [];
}
/** Without `./` and a slash at the end. */
function rootsOf(written) {
    const roots = written.map((each) => external_node_path_.posix.normalize(each).replace(/\/+$/u, ''));
    return roots.length === 0 ? defaultSettings.configRoots : [...new Set(roots)];
}
function textLists(value) {
    if (value?.kind !== 'map')
        return new Map();
    return new Map(Object.entries(value.children).map(([key, list]) => [key, texts(list)]));
}
function pinRules(value) {
    const requirementOf = (written) => PIN_REQUIREMENTS.find((each) => each === textOf(written));
    const given = value?.kind === 'map' ? Object.entries(value.children) : value === undefined ? [] : [['**', value]];
    return given.flatMap(([leaves, written]) => {
        const require = requirementOf(written);
        return require === undefined ? [] : [{ leaves, require }];
    });
}
function driftRules(value) {
    if (value?.kind !== 'list')
        return [];
    return value.children.map((rule) => ({
        leaf: textOf(child(rule, 'leaf')),
        address: textOf(child(rule, 'address')),
        attribute: textOf(child(rule, 'attribute')),
        reason: textOf(child(rule, 'reason')) ?? '',
    }));
}
function writtenPrograms(value) {
    if (value?.kind !== 'list')
        return [];
    return value.children.map((each) => ({
        place: each.origin,
        name: textOf(child(each, 'name')) ?? '',
        command: texts(child(each, 'command')),
        on: textOf(child(each, 'on')),
        leaves: texts(child(each, 'leaves')),
        timeout: textOf(child(each, 'timeout')),
        files: texts(child(each, 'files')),
        env: texts(child(each, 'env')),
        sensitive: scalarOf(child(each, 'sensitive')) === true,
        required: scalarOf(child(each, 'required')) !== false,
        fails: numbers(child(each, 'fails')),
    }));
}
function writtenWaves(value) {
    if (value?.kind !== 'list')
        return [];
    return value.children.map((each) => ({
        place: each.origin,
        name: textOf(child(each, 'name')),
        leaves: texts(child(each, 'leaves')),
    }));
}
function numbers(value) {
    if (value?.kind !== 'list')
        return [];
    return value.children.flatMap((each) => {
        const scalar = scalarOf(each);
        return typeof scalar === 'number' ? [scalar] : [];
    });
}
function storeSettings(at) {
    const said = (...keys) => textOf(at('stores', ...keys));
    return {
        allow: texts(at('allow_secrets')),
        allowShort: scalarOf(at('stores', 'allow_short')) === true,
        aws: {
            endpoint: said('aws', 'endpoint'),
            region: said('aws', 'region'),
            profiles: textMap(at('stores', 'aws', 'profiles')),
        },
        vault: {
            address: said('vault', 'address'),
            namespace: said('vault', 'namespace'),
            mount: said('vault', 'mount'),
            kvVersion: said('vault', 'kv_version'),
            auth: {
                method: said('vault', 'auth', 'method'),
                mount: said('vault', 'auth', 'mount'),
                role: said('vault', 'auth', 'role'),
                audience: said('vault', 'auth', 'audience'),
                tokenFile: said('vault', 'auth', 'token_file'),
            },
            tokenPolicies: texts(at('stores', 'vault', 'token_policies')),
        },
        sops: { keys: texts(at('stores', 'sops', 'keys')) },
    };
}
function textMap(value) {
    if (value?.kind !== 'map')
        return new Map();
    return new Map(Object.entries(value.children).flatMap(([key, each]) => {
        const text = textOf(each);
        return text === undefined ? [] : [[key, text]];
    }));
}
/** The problem of a kompos version that is too old for the project. */
function versionTooOld(file, minVersion, version) {
    return (0,base_problems/* problem */.CC)('settings', `This project needs kompos ${minVersion} or newer; this is ${version}.`, {
        place: { file },
        hint: `Update the workflow's "uses:" line to a newer release, or remove min_version from ${(0,base_problems/* formatPlace */.dE)({ file })} if it counts the original Kompos's versions.`,
    });
}


/***/ }),

/***/ 61292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ defaultStoreSettings)
/* harmony export */ });
/** The settings `allow_secrets` and `stores`: which secrets may be read, where, and by whom. */
const defaultStoreSettings = {
    allow: [],
    allowShort: false,
    aws: { endpoint: undefined, region: undefined, profiles: new Map() },
    vault: {
        address: undefined,
        namespace: undefined,
        mount: undefined,
        kvVersion: undefined,
        auth: { method: undefined, mount: undefined, role: undefined, audience: undefined, tokenFile: undefined },
        tokenPolicies: [],
    },
    sops: { keys: [] },
};


/***/ }),

/***/ 46660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ wavesSchema),
/* harmony export */   hw: () => (/* binding */ waveSettings),
/* harmony export */   me: () => (/* binding */ environmentsSchema),
/* harmony export */   pX: () => (/* binding */ REST)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);

/** The leaves of no wave are in a last one of this name. */
const REST = 'rest';
/** Names that the input `wave` gives another meaning. */
const RESERVED = [REST, 'list'];
const MOST_WAVES = 5;
const wavesSchema = {
    type: 'array',
    description: 'Groups of leaves that an apply in several jobs takes one after the other, each only if the one before is all well. Leaves of no wave go last. Default: none.',
    maxItems: MOST_WAVES,
    items: {
        type: 'object',
        additionalProperties: false,
        required: ['leaves'],
        properties: {
            name: {
                type: 'string',
                description: 'Its name in reports: a letter, then letters, digits, `.`, `_` and `-`, at most 40. Default: its number.',
                pattern: '^[A-Za-z][A-Za-z0-9._-]{0,39}$',
            },
            leaves: {
                type: 'array',
                description: 'Patterns of leaves; "!" leaves out. The first wave that matches a leaf has it.',
                minItems: 1,
                items: { type: 'string', pattern: '\\S' },
            },
        },
    },
};
const environmentsSchema = {
    type: 'object',
    description: 'GitHub environments, by patterns of the leaves that are applied there; the first that matches a leaf counts. The base commit decides. Default: none.',
    additionalProperties: { type: 'string', pattern: '^\\S(.{0,253}\\S)?$' },
};
/** What the setting says, and what is wrong with it beyond its types. */
function waveSettings(written) {
    const names = written.map(({ name }) => name);
    const problems = written.flatMap(({ name, place }, index) => {
        if (name === undefined)
            return [];
        if (RESERVED.includes(name)) {
            const message = `Setting "waves": no wave can have the name "${name}".`;
            return [
                (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', message, { place, hint: `"${REST}" is the last wave, of the leaves that no other has.` }),
            ];
        }
        if (names.indexOf(name) === index)
            return [];
        const message = `Setting "waves" has two entries with the name "${name}".`;
        return [
            (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('settings', message, { place, hint: 'Give each a name of its own, or one entry all their globs.' }),
        ];
    });
    return { waves: written.map(({ name, leaves }, index) => ({ name: name ?? String(index + 1), leaves })), problems };
}


/***/ })

};

//# sourceMappingURL=7918.index.js.map