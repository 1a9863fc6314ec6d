/** AWS Secrets Manager: `secretsmanager:app/db#password?version=…`. */
import pLimit from 'p-limit';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { askerOf, AT_ONCE, clientSettings, notFetched, wrongRegion } from './aws.ts';
import { optionsOf } from './spelling.ts';
import { referenceTo, type Fetched, type Store, type StoreContext } from './store.ts';

const SERVICE = 'AWS Secrets Manager';

export const secretsManager: Store = {
  name: 'secretsmanager',
  reference({ plain }) {
    if (plain === undefined) return 'It is written secretsmanager:name#key.';
    const options = optionsOf('secretsmanager', plain.options, ['profile', 'region', 'stage', 'version']);
    if (typeof options === 'string') return options;
    if (plain.path === '') return 'It names no secret.';
    const key = plain.key === '' ? [] : [plain.key];
    return wrongRegion(options['region']) ?? referenceTo('secretsmanager', plain.path, key, options);
  },
  fetch,
};

async function fetch(
  references: readonly SecretReference[],
  context: StoreContext,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const found = new Map<SecretReference, Fetched>();
  const [first] = references;
  if (first === undefined) return found;
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const client = new SecretsManagerClient(await clientSettings(first, context));
  try {
    const asker = await askerOf(first, client);
    const fetchOne = async ({ path, options }: SecretReference): Promise<Fetched> => {
      try {
        const command = new GetSecretValueCommand({
          SecretId: path,
          VersionId: options['version'],
          VersionStage: options['stage'],
        });
        const { SecretString: value, VersionId: version } = await client.send(command, { abortSignal: context.signal });
        return value === undefined ? { why: `The secret ${path} is binary, not a text.` } : { value, version };
      } catch (error) {
        return notFetched(error, SERVICE, path, asker, context.signal);
      }
    };
    const limit = pLimit(AT_ONCE);
    await Promise.all(references.map((each) => limit(async () => found.set(each, await fetchOne(each)))));
    return found;
  } finally {
    client.destroy();
  }
}
