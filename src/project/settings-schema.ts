/** The JSON Schema of `.komposconfig.yaml`: validates settings here, and in editors as `schema/komposconfig.schema.json`. */
import type { Schema } from '@cfworker/json-schema';
import { checksSchema, hooksSchema } from './check-settings.ts';
import { environmentsSchema, wavesSchema } from './wave-settings.ts';

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
      description:
        'Attributes, such as `tags` or `tags.Owner`. Without one, a missing resource is ignored too. Default: every attribute.',
      pattern: '\\S',
    },
    reason: { type: 'string', description: 'Why the drift is wanted; shown in reports. Required.', pattern: '\\S' },
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
        endpoint: text(
          "The URL of all services of AWS; `AWS_ENDPOINT_URL` does the same. Default: AWS's own.",
          '^https?://\\S+$',
        ),
        region: text("The region of references that name none. Default: the environment's.", '^[a-z]{2}(-[a-z0-9]+)+$'),
        profiles: {
          type: 'object',
          description:
            'What a profile that a layer names stands for: `profile` of the shared AWS files, `environment` for the credentials of the job, or the ARN of a role to assume.',
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
        address: text('The URL of Vault or OpenBao. Default: `VAULT_ADDR`.', '^https?://\\S+$'),
        namespace: text('The namespace. Default: `VAULT_NAMESPACE`.'),
        mount: text('Where the key/value engine is mounted. Default: `VAULT_MOUNT_POINT`, or `kv`.'),
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
            mount: text('Where the method is mounted. Default: its name.'),
            role: text('The role, for `jwt` and `kubernetes`. Default: `VAULT_ROLE`.'),
            audience: text("The audience of GitHub's token, for `jwt`. Default: the address."),
            token_file: text(
              "The file with the service account's token, for `kubernetes`. Default: where Kubernetes mounts it.",
              '^/',
            ),
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
          description:
            'Globs of keys of cloud services and Vault that files may be encrypted with: ARNs, resource names, and URLs. Age and PGP need none. Default: none.',
          items: { type: 'string', pattern: '\\S' },
        },
      },
    },
  },
};

const properties: Record<string, Schema> = {
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
            description:
              'The order in which the compositions of one place run; unlisted ones come last, by name. Default: by name.',
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
          'The required version of Terraform: exact (`1.11.4`), a constraint (`~> 1.9`), or a prefix (`v1`, `1.11`). That of OpenTofu belongs in `.opentofu-version`. Default: any.',
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
            description:
              'Which module sources `kompos validate` accepts: `tag` (a tag or commit, no branch) or `any`; or either by globs of leaf paths, the last that matches counts. Default: `any`.',
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
    description:
      'The secrets that the action may read: globs such as `ssm:/prod/**`, without options. `!` leaves out. The base commit decides. Default: none.',
    items: { type: 'string', pattern: '^!?[a-z0-9]+:\\S' },
  },
  stores,
  checks: checksSchema,
  hooks: hooksSchema,
  waves: wavesSchema,
  environments: environmentsSchema,
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
