/**
 * Where each backend keeps a state: which settings say so, what stands for those that are absent, and which texts mean
 * the same. Pure.
 * Source: the backends of Terraform 1.15.5 (internal/backend, internal/cloud) and OpenTofu 1.12.6.
 */
import { posix } from 'node:path';

/** A part of the place. */
export interface PlacePart {
  readonly name: string;
  /** The settings that it is made of. */
  readonly of: readonly PlaceSetting[];
  /** Of what the settings are; without it, these texts themselves. */
  readonly make?: ((...texts: readonly string[]) => string | Loose) | undefined;
  /** Whether another value does not prove another state: a server may have several names. */
  readonly isLoose?: boolean | undefined;
}

export interface PlaceSetting {
  /** Its names: the first one that is given counts. */
  readonly names: readonly string[];
  /** Environment variables that are taken where it is absent. */
  readonly variables?: readonly string[] | undefined;
  /** What stands for it then. Without it, it must be given somewhere. */
  readonly fallback?: string | undefined;
  /** Whether that stands for it as well where it is not known. */
  readonly isMinor?: boolean | undefined;
}

/** A text that may mean the same as another one. */
export interface Loose {
  readonly loose: string;
}

export interface Place {
  /** Equal for backends that keep their states in the same kind of place. */
  readonly store: string;
  readonly parts: readonly PlacePart[];
}

/** The name of the workspace that all leaves of a run use, where it is not the default one: no other one has it. */
export const WORKSPACE = '\0workspace';

/**
 * @param settings names of the backend's settings
 * @param workspace its name; undefined for `default`
 * @param leaf its path
 */
export function placeOf(type: string, settings: Iterable<string>, workspace: string | undefined, leaf: string): Place {
  switch (type) {
    case 'local':
      return { store: type, parts: [localFile(workspace, leaf)] };
    case 's3':
      return {
        store: type,
        parts: [
          one('bucket'),
          objectInFolder('env:', workspace),
          // A bucket's name is unique within a partition.
          { name: 'partition', of: [{ ...optional('region'), isMinor: true }], make: partition, isLoose: true },
          server(
            optional(['endpoints.s3', 'endpoint'], ['AWS_ENDPOINT_URL_S3', 'AWS_S3_ENDPOINT', 'AWS_ENDPOINT_URL']),
          ),
        ],
      };
    case 'gcs':
      return {
        store: type,
        parts: [
          one('bucket'),
          {
            name: 'prefix',
            of: [optional('prefix')],
            make: (prefix = '') => joined(prefix.replace(/^\/+/u, ''), `${workspace ?? 'default'}.tfstate`),
          },
          server(
            optional('storage_custom_endpoint', [
              'GOOGLE_BACKEND_STORAGE_CUSTOM_ENDPOINT',
              'GOOGLE_STORAGE_CUSTOM_ENDPOINT',
            ]),
            optional('universe_domain', ['GOOGLE_BACKEND_UNIVERSE_DOMAIN']),
          ),
        ],
      };
    case 'azurerm':
      return {
        store: type,
        parts: [
          one('storage_account_name', (name) => name.toLowerCase()),
          one('container_name'),
          one('key', (key) => objectName(suffixed(key, 'env:', workspace))),
          server(
            optional('environment', ['ARM_ENVIRONMENT'], 'public'),
            optional('metadata_host', ['ARM_METADATA_HOSTNAME', 'ARM_METADATA_HOST']),
          ),
        ],
      };
    case 'http': {
      const address = required('address', ['TF_HTTP_ADDRESS']);
      return {
        store: type,
        parts: [
          { name: 'address', of: [address], make: urlPath },
          { name: 'server', of: [address], make: urlServer, isLoose: true },
        ],
      };
    }
    case 'pg': {
      const connection = required('conn_str', ['PG_CONN_STR']);
      return {
        store: type,
        parts: [
          { name: 'conn_str', of: [connection], make: database },
          { name: 'server', of: [connection], make: databaseServer, isLoose: true },
          {
            name: 'schema_name',
            of: [optional('schema_name', ['PG_SCHEMA_NAME'], 'terraform_remote_state')],
            make: identifier,
          },
          { name: 'table_name', of: [optional('table_name', ['PG_TABLE_NAME'], 'states')], make: identifier },
          fixed('workspace', workspace ?? 'default'),
        ],
      };
    }
    case 'consul':
      return {
        store: type,
        parts: [
          one('path', (path) => {
            const key = suffixed(path, '-env:', workspace);
            return path.startsWith('/') ? { loose: key } : key;
          }),
          server(
            optional('address', ['CONSUL_HTTP_ADDR'], '127.0.0.1:8500'),
            optional('scheme', ['CONSUL_HTTP_SSL']),
            optional('datacenter'),
          ),
        ],
      };
    case 'kubernetes':
      return {
        store: type,
        parts: [
          one('secret_suffix', (suffix) => `${workspace ?? 'default'}-${suffix}`),
          { name: 'namespace', of: [optional('namespace', ['KUBE_NAMESPACE'], 'default')] },
          server(
            optional('host', ['KUBE_HOST']),
            optional('config_path', ['KUBE_CONFIG_PATH']),
            optional('config_paths', ['KUBE_CONFIG_PATHS']),
            optional('config_context', ['KUBE_CTX']),
            optional('config_context_cluster', ['KUBE_CTX_CLUSTER']),
          ),
        ],
      };
    case 'cos':
      return {
        store: type,
        parts: [
          one('bucket'),
          {
            name: 'key',
            of: [optional('prefix'), optional('key', [], 'terraform.tfstate')],
            make: inPrefix(workspace),
          },
          server(optional('region', ['TENCENTCLOUD_REGION'])),
        ],
      };
    case 'oss': {
      const inside = inPrefix(workspace);
      return {
        store: type,
        parts: [
          one('bucket'),
          {
            name: 'key',
            of: [optional('prefix', [], 'env:'), optional('key', [], 'terraform.tfstate')],
            make: (prefix = '', key = '') => inside(prefix.replace(/^\/+|\/+$/gu, '').replace(/^\.\//u, ''), key),
          },
        ],
      };
    }
    case 'oci':
      return {
        store: type,
        parts: [
          one('bucket'),
          one('namespace'),
          objectInFolder('tf-state-env', workspace, 'terraform.tfstate'),
          server(optional('region')),
        ],
      };
    case 'cloud':
    case 'remote':
      // Both are names of the same service.
      return {
        store: 'remote',
        parts: [
          { name: 'organization', of: [required('organization', ['TF_CLOUD_ORGANIZATION'])] },
          remoteWorkspace(workspace),
          server(optional('hostname', ['TF_CLOUD_HOSTNAME'], 'app.terraform.io')),
        ],
      };
    default:
      // Which of them decide is not known.
      return { store: type, parts: [...settings].map((name) => ({ name, of: [required(name)], isLoose: true })) };
  }
}

function required(name: string, variables: readonly string[] = []): PlaceSetting {
  return { names: [name], variables };
}

function optional(names: string | readonly string[], variables: readonly string[] = [], fallback = ''): PlaceSetting {
  return { names: typeof names === 'string' ? [names] : names, variables, fallback };
}

function one(name: string, make?: (text: string) => string | Loose): PlacePart {
  return { name, of: [required(name)], make: make && ((text = '') => make(text)) };
}

function server(...of: readonly PlaceSetting[]): PlacePart {
  return { name: 'server', of, make: (...texts) => JSON.stringify(texts.map(host)), isLoose: true };
}

/** What no setting changes. */
function fixed(name: string, text: string): PlacePart {
  return { name, of: [], make: () => text };
}

/** A workspace's full name there begins with the prefix, if there is one. */
function remoteWorkspace(workspace: string | undefined): PlacePart {
  const prefix = optional('workspaces.prefix');
  const name = required('workspaces.name', ['TF_WORKSPACE']);
  if (workspace === undefined || workspace === WORKSPACE)
    return { name: 'workspaces.name', of: [name, prefix, optional('workspaces.tags')] };
  const make = (start = ''): string => JSON.stringify([`${start}${workspace}`, '', '']);
  return { name: 'workspaces.name', of: [prefix], make };
}

function suffixed(name: string, mark: string, workspace: string | undefined): string {
  return workspace === undefined ? name : `${name}${mark}${workspace}`;
}

/** An address without what two spellings of one may differ in. */
function host(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/+$/u, '');
}

/** As Go's `path.Join`. */
function joined(...parts: readonly string[]): string {
  return posix.join(...parts).replace(/(?<=.)\/$/u, '');
}

/** Versions differ in what they do with steps of a name that are empty, or dots. */
function objectName(name: string): string | Loose {
  return /^\/|\/$|(?:^|\/)\.{0,2}(?:\/|$)/u.test(name) ? { loose: name } : name;
}

/** The folder counts in named workspaces only. */
function objectInFolder(folder: string, workspace: string | undefined, key?: string): PlacePart {
  const setting = key === undefined ? required('key') : optional('key', [], key);
  if (workspace === undefined) return { name: 'key', of: [setting], make: (name = '') => objectName(name) };
  return {
    name: 'key',
    of: [optional('workspace_key_prefix', [], folder), setting],
    make: (prefix = '', name = '') => joined(prefix, workspace, name),
  };
}

function inPrefix(workspace: string | undefined): (prefix?: string, key?: string) => string {
  return (prefix = '', key = '') => joined(prefix, ...(workspace === undefined ? [] : [workspace]), key);
}

function partition(region = ''): string {
  return /^(?:cn|us-gov|us-iso|us-isob|eu-isoe|us-isof|eusc)-/u.exec(region)?.[0] ?? '';
}

/** A relative path leads into the leaf's own runtime directory, unless it leads out of it. */
function localFile(workspace: string | undefined, leaf: string): PlacePart {
  return {
    name: 'path',
    of: [
      workspace === undefined
        ? optional('path', [], 'terraform.tfstate')
        : optional('workspace_dir', [], 'terraform.tfstate.d'),
    ],
    make: (setting = '') => {
      const path = workspace === undefined ? setting : joined(setting, workspace, 'terraform.tfstate');
      // What `..` means depends on links.
      if (setting.split('/').includes('..')) return { loose: path };
      return path.startsWith('/') ? joined(path) : joined(leaf, path);
    },
  };
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Scheme, host without user and password, and path with query, of an address. */
const ADDRESS = /^(https?):\/\/(?:[^/?#]*@)?([^/?#]+)([^#]*)/iu;

/** Path and query of an address as they are written; what dots in it mean, or other characters, the server decides. */
function urlPath(address = ''): string | Loose {
  const [, scheme, , written = ''] = ADDRESS.exec(address) ?? [];
  if (scheme === undefined) return { loose: address };
  // RFC 3986, 2.3: these characters are the same with and without an escape.
  const path = written.replace(/%[0-9a-f]{2}/giu, (escape) => {
    const character = String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
    return /[\w\-.~]/u.test(character) ? character : escape.toUpperCase();
  });
  if (/\/\.{1,2}(?:[/?]|$)|\/\/|[^\w\-.~!$&'()*+,;=:@/?%]/iu.test(path)) return { loose: path };
  return path.startsWith('/') ? path : `/${path}`;
}

function urlServer(address = ''): string {
  const [, scheme = '', name = ''] = ADDRESS.exec(address) ?? [];
  const port = scheme.toLowerCase() === 'https' ? /:443$/u : /:80$/u;
  return `${scheme}://${name.replace(port, '')}`.toLowerCase();
}

/** PostgreSQL cuts names to 63 bytes. */
function identifier(name = ''): string | Loose {
  if (Buffer.byteLength(name) <= 63) return name;
  let cut = '';
  for (const character of name) {
    if (Buffer.byteLength(cut + character) > 63) break;
    cut += character;
  }
  return { loose: cut };
}

/** The name of the database that a connection string leads to: user and password do not count. */
function database(connection = ''): string | Loose {
  const { dbname, user } = connectionParts(connection);
  if (dbname !== undefined && dbname !== '') return identifier(dbname);
  return { loose: JSON.stringify(['user', user]) };
}

function databaseServer(connection = ''): string {
  const { host: name = 'localhost', port = '5432' } = connectionParts(connection);
  return `${name}:${port}`;
}

type ConnectionParts = Readonly<Partial<Record<string, string>>>;

/** Of `postgres://user:password@host:port/database?sslmode=disable`, or `host=… dbname='…'`. */
function connectionParts(connection: string): ConnectionParts {
  const url = /^postgres(?:ql)?:\/\//u.test(connection) ? urlOf(connection) : undefined;
  if (url !== undefined) {
    return {
      ...present({ host: url.hostname, port: url.port, user: url.username, dbname: decoded(url.pathname.slice(1)) }),
      ...Object.fromEntries(url.searchParams),
    };
  }
  const pairs = connection.matchAll(/([\w-]+)\s*=\s*(?:'((?:[^'\\]|\\[^])*)'|((?:[^\s\\]|\\[^])*))/gu);
  return Object.fromEntries(
    [...pairs].map(([, name = '', quoted, plain = '']) => [name, (quoted ?? plain).replace(/\\([^])/gu, '$1')]),
  );
}

function present(parts: Readonly<Record<string, string>>): ConnectionParts {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
