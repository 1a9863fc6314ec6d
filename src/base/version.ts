/** The version of kompos, the package's. */
import { readFileSync } from 'node:fs';
import { textOf } from './json.ts';

/** Read at run time: package.json lies beside the bundle's folder as it lies beside the sources' one. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return textOf(manifest, 'version') ?? '0.0.0';
}
