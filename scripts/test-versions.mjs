// Runs the tests that depend on Terraform's version with the oldest, a middle and the newest one, each first on PATH, and
// with every program in the folder that KOMPOS_TEST_PROGRAMS names (terraform-1.16.0, tofu-1.12.6: a program, or a folder
// with one). With --ci: the oldest and the newest one, and of the stories one plan and one apply. Named versions and
// programs, and paths of tests, narrow it: `1.6.6 tofu-1.12.6 __tests__/golden`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namedPrograms } from '../loopback/named-programs.ts';

/** From the oldest to the newest of those that `get-terraform.mjs` can get. */
const FETCHED = ['1.6.6', '1.12.2', '1.15.5'];
const PARTS = ['__tests__/terraform/', '__tests__/golden/', '__tests__/stories/', '__tests__/slow/stories/'];
const STORIES_OF_CI = {
  paths: ['__tests__/stories/pull-request', '__tests__/stories/apply.test.ts'],
  names: ['a shared default that one leaf overrides', 'opened, planned, merged \\(merge\\), applied'],
};

const project = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);
const forCi = asked.includes('--ci');
const versions = asked.filter((each) => /^\d/u.test(each));
const names = asked.filter((each) => /^(terraform|tofu)-/u.test(each));
const paths = asked.filter((each) => ![...versions, ...names, '--ci'].includes(each));
const scratch = mkdtempSync(join(tmpdir(), 'test-versions-'));
const summary = [];
/** What became of each program. */
const outcomes = new Map();

try {
  const all = versions.length + names.length === 0;
  const wanted = !all ? versions : forCi ? [FETCHED[0], FETCHED.at(-1)] : FETCHED;
  const found = namedPrograms();
  if (wanted.length > 0)
    execFileSync(process.execPath, [join(project, 'scripts/get-terraform.mjs'), ...wanted], { stdio: 'inherit' });
  for (const version of wanted)
    test(`Terraform ${version}`, join(project, 'node_modules/.cache/kompos-terraform', version));
  for (const { name, path } of found.filter((each) => all || names.includes(each.name)))
    test(name, folderWith(name, path));
  const missing = all
    ? ['terraform', 'tofu'].filter((tool) => !found.some((each) => each.tool === tool)).map((tool) => `${tool}-*`)
    : names.filter((name) => !found.some((each) => each.name === name));
  for (const name of missing) {
    outcomes.set(name, 'skipped');
    summary.push(`${name}: skipped, because no folder that KOMPOS_TEST_PROGRAMS names has it`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const counts = ['passed', 'failed', 'skipped'].map(
  (outcome) => `${[...outcomes.values()].filter((each) => each === outcome).length} ${outcome}`,
);
console.log(`\n${[...summary, `Programs: ${counts.join(', ')}`].join('\n')}`);
process.exitCode = [...outcomes.values()].includes('failed') ? 1 : 0;

/** A folder for PATH where a program has the name that the tests look for. */
function folderWith(name, program) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  symlinkSync(program, join(folder, 'terraform'));
  return folder;
}

function test(title, folder) {
  outcomes.set(title, 'passed');
  if (paths.length > 0) run(title, folder, paths);
  else if (forCi) {
    run(title, folder, PARTS.slice(0, 2));
    run(title, folder, [...STORIES_OF_CI.paths, '--testNamePattern', STORIES_OF_CI.names.join('|')]);
  } else run(title, folder, PARTS);
}

function run(title, folder, arguments_) {
  console.log(`\n${title}: ${arguments_.join(' ')}`);
  const outcome = join(mkdtempSync(join(scratch, 'outcome-')), 'outcome.json');
  const { status } = spawnSync('npm', ['test', '--', ...arguments_, '--json', `--outputFile=${outcome}`], {
    cwd: project,
    // The results are on stdout too.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TEST_PARTS: 'unit,runs,slow', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  if (status !== 0) outcomes.set(title, 'failed');
  if (!existsSync(outcome)) {
    summary.push(`${title}: the tests did not start`);
    return;
  }
  const parts = new Map();
  for (const { name, status, message, assertionResults } of JSON.parse(readFileSync(outcome, 'utf8')).testResults) {
    const path = relative(project, name).split(sep).join('/');
    const part = PARTS.find((each) => path.includes(each)) ?? path;
    // A file that cannot be loaded has no tests.
    const broken = assertionResults.length === 0 && status === 'failed';
    const tests = broken ? [{ status, fullName: `${path}: ${message}` }] : assertionResults;
    parts.set(part, [...(parts.get(part) ?? []), ...tests]);
  }
  const isChosenByName = arguments_.includes('--testNamePattern');
  for (const [part, tests] of parts) {
    const bad = tests.filter((each) => each.status === 'failed');
    const passed = tests.filter((each) => each.status === 'passed').length;
    const skipped = isChosenByName ? '' : `, ${tests.length - bad.length - passed} skipped`;
    summary.push(`${title}, ${part}: ${passed} passed, ${bad.length} failed${skipped}`);
    for (const { fullName } of bad) summary.push(`  failed: ${fullName}`);
    // A name that no test has any more would be green.
    if (isChosenByName && passed < STORIES_OF_CI.names.length) outcomes.set(title, 'failed');
  }
}
