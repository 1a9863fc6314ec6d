import { expect, test } from '@jest/globals';
import { likelySecrets } from '../../src/masking/likely-secrets.ts';

test('values of variables whose names say that they are secret, unless they are short', () => {
  const value = (name: string): string => `${name}-value`;
  const secret = [
    'AWS_SECRET_ACCESS_KEY',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'db_password',
    'PGPASSWORD',
    'SIGNING_KEY',
  ];
  const other = ['PATH', 'KEYBOARD', 'AWS_REGION', 'MONKEY', 'TF_VAR_name'];
  const environment = Object.fromEntries([...secret, ...other].map((name) => [name, value(name)]));
  expect(
    likelySecrets({ ...environment, A_TOKEN: 'test', A_KEY: '1234567', NO_KEY: undefined, B_KEY: '      x       ' }),
  ).toEqual(secret.map(value));
});

test.each([
  'RDS_PASSWD',
  'GH_PAT',
  'MYSQL_PWD',
  'SMTP_PASS',
  'SSH_PASSPHRASE',
  'DATADOG_APIKEY',
  'SERVICE_CREDENTIALS',
])('%s says that it is secret', (name) => {
  expect(likelySecrets({ [name]: 'correct horse' })).toEqual(['correct horse']);
});

test.each(['PWD', 'OLDPWD', 'PATH', 'BYPASS', 'COMPASS', 'XPAT', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'])(
  '%s says nothing of the kind',
  (name) => {
    expect(likelySecrets({ [name]: '/correct/horse' })).toEqual([]);
  },
);

test('of credentials in JSON it is the secret members, and a path to a file is none', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN\n-----END PRIVATE KEY-----\n';
  const google = {
    type: 'service_account',
    project_id: 'acme-production',
    private_key: key,
    token_uri: 'https://oauth2.googleapis.com/token',
  };
  const azure = { clientId: '1-2-3-4-5-6', clientSecret: 'correct~horse', tenantId: '6-5-4-3-2-1' };
  const found = likelySecrets({
    GOOGLE_CREDENTIALS: JSON.stringify(google, null, 2),
    AZURE_CREDENTIALS: JSON.stringify(azure),
    GOOGLE_APPLICATION_CREDENTIALS: '/home/runner/work/gha-creds.json',
    BROKEN_CREDENTIALS: '{"private_key": "correct horse',
  });
  expect(found).toEqual([key, 'correct~horse', '{"private_key": "correct horse']);
});

test('the password of an address is one, whatever the variable is called', () => {
  const found = likelySecrets({
    DATABASE_URL: 'postgres://app:p%40ss%2Fw0rd@db.example:5432/app',
    HTTPS_PROXY: 'http://proxy:horse-battery@proxy.example:3128',
    TF_VAR_repository: 'git::https://x-access-token:ghs_0123456789@git.example/a.git?ref=v1',
    HOMEPAGE: 'https://example.com/a:b@c',
    EDITOR: 'vi',
  });
  expect(found).toEqual(['p%40ss%2Fw0rd', 'p@ss/w0rd', 'horse-battery', 'ghs_0123456789']);
});

test("a job's token, however long and whatever its signs", () => {
  const token = `ghs_1_${['e'.repeat(20), 'a_b-'.repeat(70), 'c'.repeat(210)].join('.')}`;
  expect(
    likelySecrets({ GITHUB_TOKEN: token, SOURCE: `git::https://x-access-token:${token}@github.com/a/b.git` }),
  ).toEqual([token, token]);
});
