// Bundles src/index.ts into dist/. ncc never removes what an earlier build left, so dist is emptied first: the
// committed dist is then exactly what the sources build, which the dist check relies on.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
execFileSync(
  process.execPath,
  [
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    'src/index.ts',
    '--out',
    'dist',
    '--license',
    'licenses.txt',
    '--target',
    'es2022',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
chmodSync('dist/index.js', 0o755);
