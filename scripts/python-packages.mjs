// Puts Python packages, which hold programs too, into a folder below node_modules/.cache.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param name of the folder
 * @param packages with exact versions
 * @param finish called with the folder of the packages before they are used
 * @returns absolute path of the packages
 */
export function installPackages(name, packages, finish = () => undefined) {
  const target = fileURLToPath(new URL(`../node_modules/.cache/${name}`, import.meta.url));
  const site = join(target, 'packages');
  if (existsSync(site)) return site;
  mkdirSync(dirname(target), { recursive: true });
  // Into a folder beside the target first, so that an aborted download leaves nothing that looks whole.
  const partial = mkdtempSync(`${target}.partial-`);
  try {
    const install = ['install', '--quiet', '--disable-pip-version-check', '--no-warn-script-location'];
    const options = { stdio: 'inherit' };
    execFileSync('python3', ['-m', 'pip', ...install, '--target', join(partial, 'packages'), ...packages], options);
    finish(join(partial, 'packages'));
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return site;
}
