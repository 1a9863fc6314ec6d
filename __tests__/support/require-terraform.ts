/** Runs once before all tests: without Terraform most of them could only fail one by one. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/path-with-terraform.ts', import.meta.url));

/** In a process of its own, because jest loads this file as CommonJS, which cannot load what the installer needs. */
export default function requireTerraform(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  process.stderr.write(status === 0 ? stderr : '');
  if (status !== 0) throw new Error(stderr);
  // The workers of the tests inherit it.
  process.env['PATH'] = stdout.trim();
}
