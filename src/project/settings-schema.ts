/** The JSON Schema of `.komposconfig.yaml`: it checks the settings here and serves editors as `schema/komposconfig.schema.json`. */
import type { Schema } from '@cfworker/json-schema';

const compositionLists: Schema = {
  type: 'object',
  description: 'By composition: a list of top-level configuration keys.',
  additionalProperties: { type: 'array', items: { type: 'string' } },
};

const driftRule: Schema = {
  type: 'object',
  description: 'Drift that is known and wanted. Globs; what is left out means all.',
  additionalProperties: false,
  required: ['reason'],
  minProperties: 2,
  properties: {
    leaf: { type: 'string', description: 'Leaf paths; a path above leaves means all below it.', pattern: '\\S' },
    address: { type: 'string', description: 'Addresses of resources.', pattern: '\\S' },
    attribute: {
      type: 'string',
      description: 'Attributes, such as "tags" or "tags.Owner". Without one, a resource that is gone is ignored too.',
      pattern: '\\S',
    },
    reason: { type: 'string', description: 'Why; reports quote it.', pattern: '\\S' },
  },
};

const properties: Record<string, Schema> = {
  min_version: {
    type: 'string',
    description: 'The least version of kompos that may run this project.',
    pattern: '^v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?$',
  },
  list_merge: {
    description: 'How lists of two layers combine.',
    enum: ['append', 'append_unique', 'override', 'prepend'],
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
            description: 'The order in which the compositions of one place run; unlisted ones last, by name.',
            items: { type: 'string' },
          },
        },
      },
      config_keys: {
        type: 'object',
        additionalProperties: false,
        properties: {
          excluded: { ...compositionLists, description: 'By composition: top-level keys that it does not get.' },
          filtered: { ...compositionLists, description: 'By composition: the only top-level keys that it gets.' },
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
        description: 'The Terraform version that must run: exact, a constraint, or a beginning such as "v1" or "1.11".',
      },
      versioned_module_sources: {
        type: 'boolean',
        default: true,
        description: 'Whether *.tf.versioned templates are rendered; false leaves them out.',
      },
      local_path: {
        type: 'string',
        default: 'compositions/terraform',
        description: 'The folder of the compositions, from the project root.',
      },
      root_path: { type: 'string', default: '', description: 'A folder below local_path.' },
    },
  },
  drift: {
    type: 'object',
    additionalProperties: false,
    properties: { ignore: { type: 'array', description: 'Drift that counts as none.', items: driftRule } },
  },
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
