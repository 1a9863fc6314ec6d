/** AWS Secrets Manager: `secretsmanager:app/db#password?version=…`. */
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { clientSettings, fetchEach, withoutValue, wrongRegion } from './aws.ts';
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
  const { signal } = context;
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  return fetchEach(
    references,
    SERVICE,
    context,
    async (first) => new SecretsManagerClient(await clientSettings(first, context)),
    async (client, { path, options }) => {
      const command = new GetSecretValueCommand({
        SecretId: path,
        VersionId: options['version'],
        VersionStage: options['stage'],
      });
      const answer = await client.send(command, { abortSignal: signal });
      const { SecretString: value, SecretBinary: binary, VersionId: version } = answer;
      if (value !== undefined) return { value, version };
      return binary === undefined ? withoutValue(SERVICE, path) : { why: `The secret ${path} is binary, not a text.` };
    },
  );
}
