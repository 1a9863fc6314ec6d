/** Runs once before the tests that start the bundle: what they test must be what the sources say. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import requireTerraform from './require-terraform.ts';

export default function buildBundle(): void {
  requireTerraform();
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [script, '--if-needed'], { stdio: 'inherit' });
}
