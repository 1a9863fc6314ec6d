/** AWS Systems Manager's parameters: `ssm.path(/a/b).aws_profile(p).region_name(r)`, `ssm:/a/b?version=3`. */
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import {
  AT_ONCE,
  clientSettings,
  notFetched,
  REGION_OF_HIML,
  startAsking,
  withoutValue,
  wrongRegion,
  type Asker,
} from './aws.ts';
import { sideBySide } from './side-by-side.ts';
import { optionsOf, partsOf } from './spelling.ts';
import { referenceTo, type Fetched, type Store, type StoreContext } from './store.ts';

const SERVICE = 'AWS SSM';
/** AWS's own limit for one request. */
const BATCH = 10;
/** A name or an ARN, and a version or label: patterns are matched with names, so nothing else may be in them. */
const NAME = /^((?:arn:[\w-]+:ssm:[\w-]*:\d*:parameter)?[\w./-]+)(?::([\w.-]+))?$/u;

export const ssm: Store = {
  name: 'ssm',
  reference(call, fallbacks) {
    if (call.plain !== undefined) {
      const { path, key } = call.plain;
      const options = optionsOf('ssm', call.plain.options, ['profile', 'region', 'version']);
      if (typeof options === 'string') return options;
      return wrongRegion(options['region']) ?? checked(path, key === '' ? [] : [key], options);
    }
    const parts = partsOf(call, ['path', 'aws_profile', 'region_name']);
    if (typeof parts === 'string') return parts;
    const { path = '', aws_profile: profile = fallbacks.get('aws.profile'), region_name: region } = parts;
    return wrongRegion(region) ?? checked(path, [], { profile, region: region ?? REGION_OF_HIML });
  },
  fetch: fetchAll,
};

function checked(
  path: string,
  key: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
): SecretReference | string {
  if (path === '') return 'It names no path.';
  const [, name = '', selector] = NAME.exec(path) ?? [];
  if (name === '') return `"${path}" is not the name of a parameter.`;
  if (selector !== undefined && options['version'] !== undefined)
    return `"${path}" names a version, and so does an option.`;
  return referenceTo('ssm', name, key, selector === undefined ? options : { ...options, version: selector });
}

async function fetchAll(
  references: readonly SecretReference[],
  context: StoreContext,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const found = new Map<SecretReference, Fetched>();
  const [first] = references;
  if (first === undefined) return found;
  const { SSMClient, GetParametersCommand, GetParameterCommand } = await import('@aws-sdk/client-ssm');
  const client = new SSMClient(await clientSettings(first, context));
  try {
    const asker = await startAsking(first, client, context);
    await sideBySide(batches(references), AT_ONCE, (batch) => fetchBatch(batch, asker));
    return found;
  } finally {
    client.destroy();
  }

  async function fetchBatch(batch: readonly SecretReference[], asker: Asker): Promise<void> {
    const names = new Map(batch.map((each) => [nameOf(each), each]));
    try {
      const command = new GetParametersCommand({ Names: [...names.keys()], WithDecryption: true });
      const { Parameters: parameters = [] } = await client.send(command, { abortSignal: context.signal });
      for (const {
        Name: name = '',
        Selector: selector = '',
        ARN: arn = '',
        Value: value,
        Version: version,
        LastModifiedDate: modified,
      } of parameters) {
        const reference = names.get(`${name}${selector}`) ?? names.get(`${arn}${selector}`);
        if (reference === undefined || value === undefined) continue;
        found.set(reference, { value, version: versionOf(version, modified) });
      }
    } catch (error) {
      // Also those who may read single parameters only; and one that is refused must not hide the others.
      if (isOfAll(error, asker)) throw error;
    }
    // Those that are missing are asked for once more, because a batch does not say why.
    await Promise.all(batch.filter((each) => !found.has(each)).map((each) => fetchOne(each, asker)));
  }

  function isOfAll(error: unknown, asker: Asker): boolean {
    notFetched(error, SERVICE, '', asker, context.signal);
    return false;
  }

  async function fetchOne(reference: SecretReference, asker: Asker): Promise<void> {
    try {
      const command = new GetParameterCommand({ Name: nameOf(reference), WithDecryption: true });
      const { Parameter: parameter } = await client.send(command, { abortSignal: context.signal });
      const { Value: value, Version: version, LastModifiedDate: modified } = parameter ?? {};
      const isGiven = value !== undefined;
      found.set(
        reference,
        isGiven ? { value, version: versionOf(version, modified) } : withoutValue(SERVICE, reference.path, asker),
      );
    } catch (error) {
      found.set(reference, notFetched(error, SERVICE, reference.path, asker, context.signal));
    }
  }
}

/** With its time: a parameter that was deleted and made again begins with version 1. */
function versionOf(version: number | undefined, modified: Date | undefined): string | undefined {
  return version === undefined ? undefined : `${version} of ${modified?.toISOString() ?? 'unknown time'}`;
}

function nameOf({ path, options }: SecretReference): string {
  const { version } = options;
  return version === undefined ? path : `${path}:${version}`;
}

function batches(references: readonly SecretReference[]): readonly (readonly SecretReference[])[] {
  const count = Math.ceil(references.length / BATCH);
  return Array.from({ length: count }, (_, index) => references.slice(index * BATCH, (index + 1) * BATCH));
}
