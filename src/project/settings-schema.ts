/** The JSON Schema of `.komposconfig.yaml`: validates settings here, and in editors as `schema/komposconfig.schema.json`. */
import type { Schema } from '@cfworker/json-schema';

const compositionLists: Schema = {
  type: 'object',
  description: 'Lists of top-level configuration keys, by composition.',
  additionalProperties: { type: 'array', items: { type: 'string' } },
};

const driftRule: Schema = {
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

const text = (description: string, pattern = '\\S'): Schema => ({ type: 'string', description, pattern });

const stores: Schema = {
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
        endpoint: text("The URL of all services, instead of AWS's own.", '^https?://\\S+$'),
        region: text('The region of references that name none.', '^[a-z]{2}(-[a-z0-9]+)+$'),
        profiles: {
          type: 'object',
          description:
            'What a profile that a layer names stands for: "profile" of the shared AWS files, "environment" for the credentials of the job, or the ARN of a role to assume.',
          additionalProperties: text(
            'profile, environment, or the ARN of a role.',
            '^(profile|environment|arn:[^\\s]+:role/\\S+)$',
          ),
        },
      },
    },
    vault: {
      type: 'object',
      additionalProperties: false,
      properties: {
        address: text('Its URL. Default: VAULT_ADDR.', '^https?://\\S+$'),
        namespace: text('Default: VAULT_NAMESPACE.'),
        mount: text('Where the key/value engine is mounted. Default: VAULT_MOUNT_POINT, or kv.'),
        kv_version: { enum: ['1', '2'], description: 'The version of the key/value engine. Default: 2.' },
        auth: {
          type: 'object',
          description: 'How to log in. Default: VAULT_TOKEN.',
          additionalProperties: false,
          properties: {
            method: { enum: ['token', 'approle', 'jwt', 'kubernetes', 'ldap'] },
            mount: text('Where the method is mounted. Default: its name.'),
            role: text('The role, for jwt and kubernetes. Default: VAULT_ROLE.'),
            audience: text("The audience of GitHub's token, for jwt. Default: the address."),
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
          description:
            'Globs of keys of cloud services and Vault that files may be encrypted with: ARNs, resource names, and URLs.',
          items: { type: 'string', pattern: '\\S' },
        },
      },
    },
  },
};

const properties: Record<string, Schema> = {
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
  depends_on: {
    type: 'object',
    description:
      'What leaves depend on beyond the states that their code reads: globs of leaves, by a glob of the leaves that depend on them. "./composition=vpc" and "../composition=account" are relative to the place of each leaf.',
    additionalProperties: { type: 'array', items: { type: 'string', pattern: '\\S' } },
  },
  terraform: {
    type: 'object',
    additionalProperties: false,
    properties: {
      version: {
        type: 'string',
        description:
          'The required version of Terraform, not of OpenTofu: exact, a constraint, or a prefix such as "v1" or "1.11".',
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
            description:
              'Which module sources `kompos validate` accepts: tag (a tag or commit, no branch) or any (default); or either by globs of leaf paths, the last that matches counts.',
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
    description:
      'The secrets that the action may read: globs such as "ssm:/prod/**", without options. "!" leaves out. The base commit decides.',
    items: { type: 'string', pattern: '^!?[a-z0-9]+:\\S' },
  },
  stores,
};

export const settingsSchema: Schema = {
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
