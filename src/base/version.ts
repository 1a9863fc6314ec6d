/** The version of kompos, the package's. */
import { readFileSync } from 'node:fs';

/** Read at run time: package.json lies beside the bundle's folder as it lies beside the sources' one. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0.0.0';
}
