export const id = 7918;
export const ids = [7918];
export const modules = {

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
        leaf: { type: 'string', description: 'Leaf paths; a path above leaves matches all below it.', pattern: '\\S' },
        address: { type: 'string', description: 'Resource addresses; * matches anything.', pattern: '\\S' },
        attribute: {
            type: 'string',
            description: 'Attributes, such as "tags" or "tags.Owner". Without one, a missing resource is ignored too.',
            pattern: '\\S',
        },
        reason: { type: 'string', description: 'Why the drift is wanted; shown in reports.', pattern: '\\S' },
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
                endpoint: settings_schema_text("The URL of all services, instead of AWS's own.", '^https?://\\S+$'),
                region: settings_schema_text('The region of references that name none.', '^[a-z]{2}(-[a-z0-9]+)+$'),
                profiles: {
                    type: 'object',
                    description: 'What a profile that a layer names stands for: "profile" of the shared AWS files, "environment" for the credentials of the job, or the ARN of a role to assume.',
                    additionalProperties: settings_schema_text('profile, environment, or the ARN of a role.', '^(profile|environment|arn:[^\\s]+:role/\\S+)$'),
                },
            },
        },
        vault: {
            type: 'object',
            additionalProperties: false,
            properties: {
                address: settings_schema_text('Its URL. Default: VAULT_ADDR.', '^https?://\\S+$'),
                namespace: settings_schema_text('Default: VAULT_NAMESPACE.'),
                mount: settings_schema_text('Where the key/value engine is mounted. Default: VAULT_MOUNT_POINT, or kv.'),
                kv_version: { enum: ['1', '2'], description: 'The version of the key/value engine. Default: 2.' },
                auth: {
                    type: 'object',
                    description: 'How to log in. Default: VAULT_TOKEN.',
                    additionalProperties: false,
                    properties: {
                        method: { enum: ['token', 'approle', 'jwt', 'kubernetes', 'ldap'] },
                        mount: settings_schema_text('Where the method is mounted. Default: its name.'),
                        role: settings_schema_text('The role, for jwt and kubernetes. Default: VAULT_ROLE.'),
                        audience: settings_schema_text("The audience of GitHub's token, for jwt. Default: the address."),
                    },
                },
                token_policies: {
                    type: 'array',
                    description: 'The policies that {{vault.token_policy(…)}} may make a token for.',
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
                    description: 'Globs of keys of cloud services and Vault that files may be encrypted with: ARNs, resource names, and URLs.',
                    items: { type: 'string', pattern: '\\S' },
                },
            },
        },
    },
};
const properties = {
    min_version: {
        type: 'string',
        description: 'The oldest kompos version that may run this project.',
        pattern: '^v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?$',
    },
    list_merge: {
        description: 'How lists of two layers are merged.',
        enum: ['append', 'append_unique', 'override', 'prepend'],
    },
    tool: {
        description: 'The program that runs the leaves. Default: what is on PATH, Terraform first.',
        enum: ['terraform', 'tofu'],
    },
    config_roots: {
        type: 'array',
        description: 'The folders that hold the layers and leaves, relative to the project root. Default: config.',
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
                        description: 'The order in which the compositions of one place run; unlisted ones come last, by name.',
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
                        description: 'Top-level keys that a composition does not get, by composition.',
                    },
                    filtered: {
                        ...compositionLists,
                        description: 'The only top-level keys that a composition gets, by composition.',
                    },
                },
            },
        },
    },
    terraform: {
        type: 'object',
        additionalProperties: false,
        properties: {
            version: {
                type: 'string',
                description: 'The required version of Terraform, not of OpenTofu: exact, a constraint, or a prefix such as "v1" or "1.11".',
            },
            versioned_module_sources: {
                type: 'boolean',
                default: true,
                description: 'Whether *.tf.versioned templates are rendered; false skips them with a warning.',
            },
            local_path: {
                type: 'string',
                default: 'compositions/terraform',
                description: 'The folder of the compositions, relative to the project root.',
            },
            root_path: { type: 'string', default: '', description: 'A folder below local_path.' },
            pins: {
                type: 'object',
                additionalProperties: false,
                properties: {
                    require: {
                        type: ['string', 'object'],
                        description: 'Which module sources `kompos validate` accepts: tag (a tag or commit, no branch) or any (default); or either by globs of leaf paths, the last that matches counts.',
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
        properties: { ignore: { type: 'array', description: 'Rules for drift to ignore.', items: driftRule } },
    },
    allow_secrets: {
        type: 'array',
        description: 'The secrets that the action may read: globs such as "ssm:/prod/**", without options. "!" leaves out. The base commit decides.',
        items: { type: 'string', pattern: '^!?[a-z0-9]+:\\S' },
    },
    stores,
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
                // With a glob's key misspelled, a rule would ignore more drift than intended.
                if (/(^|\.)drift\.ignore\.\d+\./u.test(name)) {
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
                            : quoteHint(unit, root, keys),
                    }),
                ];
            // Only rules of `drift.ignore` have required keys.
            case 'required':
            case 'minProperties':
                return [
                    (0,base_problems/* problem */.CC)('settings', `Setting "${name}": ${explain(unit)}`, {
                        place,
                        hint: 'A rule needs a reason and at least one of leaf, address and attribute.',
                    }),
                ];
            default:
                return [];
        }
    });
    if (ofKompos.length === 0)
        return found;
    const message = `These settings of the original Kompos mean nothing here: ${ofKompos.join(', ')}.`;
    return [...found, (0,base_problems/* warning */.$e)('settings', message, { place: { file } })];
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
        auth: { method: undefined, mount: undefined, role: undefined, audience: undefined },
        tokenPolicies: [],
    },
    sops: { keys: [] },
};


/***/ })

};

//# sourceMappingURL=7918.index.js.map