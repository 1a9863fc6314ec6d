// Runs the tests that depend on Terraform's version with the oldest, a middle and the newest one, each first on PATH, and
// with the programs in the folder that KOMPOS_TEST_PROGRAMS names (terraform-1.16.0, tofu-1.12.6). With --ci, the stories
// of plan and apply alone, and those for the oldest and the newest one only. Named versions, and paths of tests, narrow it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** From the oldest to the newest of those that `get-terraform.mjs` can get. */
const FETCHED = ['1.6.6', '1.12.2', '1.15.5'];
/** No registry has these. */
const OTHERS = ['terraform-1.16.0', 'tofu-1.12.6'];
const PARTS = ['__tests__/terraform', '__tests__/golden', '__tests__/stories'];
const STORIES_OF_CI = ['__tests__/stories/pull-request.test.ts', '__tests__/stories/apply.test.ts'];

const project = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);
const forCi = asked.includes('--ci');
const versions = asked.filter((each) => /^\d/u.test(each));
const narrowed = asked.filter((each) => each !== '--ci' && !versions.includes(each));
const scratch = mkdtempSync(join(tmpdir(), 'test-versions-'));
const lines = [];
let failed = false;

try {
  const get = join(project, 'scripts/get-terraform.mjs');
  const wanted = versions.length === 0 ? FETCHED : versions;
  execFileSync(process.execPath, [get, ...wanted], { stdio: 'inherit' });
  for (const version of wanted) {
    const middle = version !== FETCHED[0] && version !== FETCHED.at(-1);
    const paths = forCi ? [...PARTS.slice(0, 2), ...(middle ? [] : STORIES_OF_CI)] : PARTS;
    run(`Terraform ${version}`, join(project, 'node_modules/.cache/kompos-terraform', version), paths);
  }
  const programs = process.env['KOMPOS_TEST_PROGRAMS'] ?? '';
  for (const name of OTHERS) {
    const program = join(programs, name);
    if (programs !== '' && existsSync(program)) run(name, folderWith(program, name), PARTS);
    else lines.push(`${name}: skipped, because KOMPOS_TEST_PROGRAMS names no folder that has it`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${lines.join('\n')}`);
process.exitCode = failed ? 1 : 0;

/** A folder for PATH where a program has the name that the tests look for. */
function folderWith(program, name) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  symlinkSync(program, join(folder, 'terraform'));
  return folder;
}

function run(title, folder, usual) {
  const paths = narrowed.length === 0 ? usual : narrowed;
  console.log(`\n${title}: ${paths.join(' ')}`);
  const outcome = join(scratch, `${title.replace(' ', '-')}.json`);
  const { status } = spawnSync('npm', ['test', '--', ...paths, '--json', `--outputFile=${outcome}`], {
    cwd: project,
    // The results are on stdout too.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TEST_PARTS: 'unit,runs', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  failed ||= status !== 0;
  if (!existsSync(outcome)) {
    lines.push(`${title}: the tests did not start`);
    return;
  }
  const files = JSON.parse(readFileSync(outcome, 'utf8')).testResults.map(
    ({ name, status, message, assertionResults }) => ({
      part: relative(project, name).split(sep).slice(0, 2).join('/'),
      // A file that cannot be loaded has no tests.
      tests:
        assertionResults.length === 0 && status === 'failed'
          ? [{ status, fullName: `${name}: ${message}` }]
          : assertionResults,
    }),
  );
  for (const part of PARTS) {
    const tests = files.filter((file) => file.part === part).flatMap((file) => file.tests);
    const named = (...statuses) => tests.filter((test) => statuses.includes(test.status)).map((test) => test.fullName);
    const [bad, skipped] = [named('failed'), named('pending', 'todo', 'skipped', 'disabled')];
    const counts = `${named('passed').length} passed, ${bad.length} failed, ${skipped.length} skipped`;
    lines.push(`${title}, ${part}: ${tests.length === 0 ? 'not run' : counts}`);
    for (const each of bad) lines.push(`  failed: ${each}`);
    for (const each of skipped) lines.push(`  skipped: ${each}`);
  }
}
