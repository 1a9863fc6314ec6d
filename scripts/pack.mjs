// Makes the package for npm in the folder that is given, by default the current one, and prints its path. The bundle
// holds everything that it is built from, so the package's manifest names no dependencies: `npx` only fetches this one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = resolve(process.argv[2] ?? '.');
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
// The manifest of the repository stays private: published is only what is made here.
for (const key of ['private', 'scripts', 'dependencies', 'devDependencies', 'optionalDependencies'])
  delete manifest[key];

const stage = join('node_modules/.cache/kompos-package', String(process.pid));
rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
for (const name of [...manifest.files, 'README.md', 'LICENSE', 'SECURITY.md', 'CHANGELOG.md']) {
  cpSync(name, join(stage, name), { recursive: true });
}
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
mkdirSync(target, { recursive: true });
const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', target], { cwd: stage, encoding: 'utf8' });
rmSync(stage, { recursive: true });
const [{ filename }] = Object.values(JSON.parse(packed));
console.log(join(target, filename));
