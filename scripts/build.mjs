// Bundles src/index.ts into dist/. ncc never removes what an earlier build left, so dist is emptied first: the
// committed dist is then exactly what the sources build, which the dist check relies on.
//
// With --if-needed it builds only when the sources, or dist itself, are no longer what the last build left: by content,
// because git gives every file of a fresh clone the same time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const stamp = 'node_modules/.cache/kompos-build/digest';
if (process.argv.includes('--if-needed') && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest())
  process.exit();
rmSync('dist', { recursive: true, force: true });
execFileSync(
  process.execPath,
  [
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    ...['build', 'src/index.ts', '--out', 'dist'],
    ...['--license', 'licenses.txt', '--target', 'es2022'],
    // Without ncc's loader of maps, which costs time at each start: the stack of an internal error reads them.
    ...['--source-map', '--no-source-map-register'],
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
keepImportOfModule();
removeUnusedAsset();
keepOwnSourceMaps();
chmodSync('dist/index.js', 0o755);
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, digest());

/** Of all that goes into a build, and of what came out of it. */
function digest() {
  const hash = createHash('sha256');
  for (const path of [
    'package.json',
    'package-lock.json',
    'scripts/build.mjs',
    ...filesBelow('src'),
    ...filesBelow('examples/workflows'),
    ...filesBelow('dist'),
  ]) {
    hash.update(`${path}\n`).update(readFileSync(path)).update('\n');
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * web-tree-sitter does `await import("module")`. The bundler turns that into a namespace made from a required module,
 * but what "module" exports is a function, whose properties get lost on the way: `createRequire` would be undefined at
 * run time. The import is put back as it was written.
 */
function keepImportOfModule() {
  const bundled =
    /const \{ createRequire \} = await Promise\.resolve\(\/\* import\(\) \*\/\)\.then\(__webpack_require__\.t\.bind\(__webpack_require__, \d+, 19\)\);/gu;
  let patched = 0;
  for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) {
    const path = join('dist', name);
    const text = readFileSync(path, 'utf8');
    const kept = text.replace(bundled, () => {
      patched += 1;
      return 'const { createRequire } = await import("module");';
    });
    if (kept !== text) writeFileSync(path, kept);
  }
  if (patched !== 1) throw new Error(`expected one import of "module" in the bundle and found ${patched}`);
}

/** web-tree-sitter names a wasm file of its own for browsers; ours is handed to it, so the copy would never be read. */
function removeUnusedAsset() {
  for (const name of readdirSync('dist')) if (/^[0-9a-f]{20}\.wasm$/u.test(name)) rmSync(join('dist', name));
}

/** Maps of our own sources without their text, 2 % of dist, and none of what comes from packages. */
function keepOwnSourceMaps() {
  for (const name of readdirSync('dist').filter((file) => file.endsWith('.js.map'))) {
    const path = join('dist', name);
    const { version, sources, mappings } = JSON.parse(readFileSync(path, 'utf8'));
    const paths = sources.map((source) => posix.normalize(source));
    if (paths.some((source) => source.startsWith('../src/'))) {
      writeFileSync(path, JSON.stringify({ version, sources: paths, names: [], mappings }));
      continue;
    }
    rmSync(path);
    const code = path.replace(/\.map$/u, '');
    writeFileSync(code, readFileSync(code, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/u, ''));
  }
}
