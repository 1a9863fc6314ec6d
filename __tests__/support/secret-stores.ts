/** A project with references to secrets, and the real stores that hold them. */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../../loopback/git-command.ts';
import {
  AGE,
  encrypt,
  hasStores,
  sopsFolder,
  startAws,
  startVault,
  type AwsServer,
  type VaultServer,
} from '../../loopback/stores.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';

export const LEAF = 'config/env=dev/composition=app';

/** In no digest and no word of a report. */
export const VALUES = {
  ssm: 'ssm-QqZzXx-0001',
  manager: 'asm-QqZzXx-0002',
  s3: 's3-QqZzXx-0003',
  vault: 'kv2-QqZzXx-0004',
  first: 'kv1-QqZzXx-0005',
  file: 'sops-QqZzXx-0006',
  layer: 'layer-QqZzXx-0007',
};

/** Skips where the stores were not fetched. */
export const withStores = hasStores ? describe : describe.skip;

export interface SecretStores {
  readonly aws: AwsServer;
  readonly vault: VaultServer;
  /** Files that SOPS encrypted: one to refer to, and a layer. */
  readonly sealedFile: string;
  readonly sealedLayer: string;
  /** How to reach all of them. */
  readonly env: Environment;
}

/** Starts all stores before the tests of a file, and stops them afterwards. */
export function secretStores(): () => SecretStores {
  let stores: SecretStores | undefined;
  beforeAll(async () => {
    if (hasStores) stores = await start();
    else console.warn('Skipped: no secret stores. Fetch them with "npm run store-programs".');
  }, 120_000);
  afterAll(async () => {
    await Promise.all([stores?.aws.close(), stores?.vault.close()]);
    removeTemporaryDirectories();
  });
  return () => {
    if (stores === undefined) throw new Error('the stores are not started');
    return stores;
  };
}

async function start(): Promise<SecretStores> {
  const [aws, vault] = await Promise.all([startAws(), startVault()]);
  const config = join(temporaryDirectory('aws'), 'config');
  const keys = 'aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = QqZzXx-credential\n';
  writeFileSync(config, `[profile p]\nregion = us-east-1\n${keys}`);
  await aws.parameter('/app/password', VALUES.ssm);
  await aws.parameter('/other/password', 'other-QqZzXx-0008');
  await aws.parameter('/short', 'abc');
  const database = { user: 'administrator', password: VALUES.manager, n: { x: 'nested-value' } };
  await aws.secret('app/db', JSON.stringify(database));
  await aws.object('bucket-one', 'path/to/key.txt', VALUES.s3);
  await vault.call('POST', 'kv/data/app/db', { data: { password: VALUES.vault, user: 'administrator' } });
  await vault.call('POST', 'kv1/app/one', { password: VALUES.first });
  return {
    aws,
    vault,
    sealedFile: await encrypt(
      `db:\n  password: ${VALUES.file}\n  port: 5432\n  on: true\n  list: [alpha-value, beta-value]\n`,
    ),
    sealedLayer: await encrypt(
      `sealed:\n  password: ${VALUES.layer}\n  list: [one-value, two-value]\n  size: 123456\n`,
    ),
    env: {
      PATH: `${sopsFolder}:${process.env['PATH'] ?? ''}`,
      AWS_CONFIG_FILE: config,
      AWS_ENDPOINT_URL: aws.url,
      VAULT_ADDR: vault.url,
      VAULT_TOKEN: vault.token,
      SOPS_AGE_KEY: AGE.secret,
      HOME: temporaryDirectory('home'),
    },
  };
}

export const MAIN = `variable "config" {
  type = any
}
resource "terraform_data" "app" {
  input = var.config.secrets
}
`;

/** One leaf with a layer. */
export const project = (layer: string): Readonly<Record<string, string>> => ({
  'config/default.yaml': 'cloud: {type: aws}\naws: {profile: p}\n',
  'config/env=dev/env.yaml': layer,
  [`${LEAF}/app.yaml`]: 'app: {}\n',
  'compositions/terraform/aws/app/main.tf': MAIN,
});

/** A folder on disk, without git. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryDirectory('project');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
