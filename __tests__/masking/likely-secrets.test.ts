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
