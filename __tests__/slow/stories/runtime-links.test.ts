/** Links that a pull request plants below `.kompos-runtime`, where kompos makes and removes folders. */
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { filesFrom, symlink, writeFiles } from '../../../loopback/file-tree.ts';
import { createRepository } from '../../../loopback/git-repository.ts';
import { runCli } from '../../../loopback/runner.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { takeLocks } from '../../../src/runtime/run-lock.ts';
import {
  linkRuntimeDirectory,
  removeLeftovers,
  removeRuntimeDirectory,
  writeRuntimeDirectory,
} from '../../../src/runtime/runtime-directory.ts';
import { network, openProject, treeOf, type TestProject } from '../../cli/project.ts';
import { rendererOf } from '../../support/renderers.ts';

afterAll(removeTemporaryDirectories);

const SHOWN = 'terraform/aws/network';

const files = filesFrom(`
  -- config/default.yaml --
  cloud: {type: aws}

  -- ${network}/leaf.yaml --
  name: network

  -- compositions/terraform/aws/network/main.tf --
  variable "config" {}
`);

/** Every step down to where something is made or removed. */
function stepsTo(...paths: readonly string[]): readonly string[] {
  const all = paths.flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')));
  return [...new Set(all)];
}

/** A folder outside of the project with a canary wherever something is made or removed below `.kompos-runtime`. */
let outside: string;

beforeEach(() => {
  outside = temporaryDirectory('outside');
  const places = [...stepsTo('.kompos-runtime/terraform/aws/network'), ...stepsTo(`leaves/${network}`)];
  const ends = places.flatMap((each) => {
    const parts = each.split('/');
    return parts.map((_, index) => parts.slice(index).join('/'));
  });
  writeFiles(
    outside,
    Object.fromEntries(
      [...ends, '.'].flatMap((end) => [`${end}/canary`, `${end}/kompos.tfplan`].map((at) => [at, 'alive'])),
    ),
  );
});

function plant(project: string, at: string): void {
  mkdirSync(dirname(join(project, at)), { recursive: true });
  symlinkSync(outside, join(project, at));
}

describe('a dry run', () => {
  test.each(stepsTo(`.kompos-runtime/${SHOWN}`.replace(/\/network$/u, ''), `.kompos-runtime/leaves/${network}`))(
    'touches nothing where %s leads, and says what is in the way',
    async (at) => {
      const project: TestProject = openProject(files, '');
      plant(project.directory, at);
      const before = treeOf(outside);
      const { code, stderr } = await project.kompos(`${network} terraform plan --dry-run`);
      expect(treeOf(outside)).toEqual(before);
      expect(code).toBe(1);
      expect(stderr).toContain(`${at} is a symbolic link and has to be a folder.`);
      expect(stderr).not.toMatch(/^\s+at /mu);
    },
  );

  test('replaces the link at the place that people look at, which is one of ours', async () => {
    const project = openProject(files, '');
    plant(project.directory, `.kompos-runtime/${SHOWN}`);
    const before = treeOf(outside);
    const { code } = await project.kompos(`${network} terraform plan --dry-run`);
    expect(treeOf(outside)).toEqual(before);
    expect(code).toBe(0);
    expect(project.has(`.kompos-runtime/${SHOWN}/main.tf`)).toBe(true);
  });
});

test.each(stepsTo('.kompos-runtime/providers', `.kompos-runtime/leaves/${network}`))(
  'kompos plan touches nothing where %s leads',
  async (at) => {
    const { directory } = await createRepository({ ...files, '.gitignore': '.kompos-runtime\n' });
    writeFiles(directory, { 'compositions/terraform/aws/network/output.tf': 'output "name" {\n  value = 1\n}\n' });
    plant(directory, at);
    const before = treeOf(outside);
    const { code, stdout, stderr } = await runCli(['plan'], { cwd: directory });
    expect(treeOf(outside)).toEqual(before);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(`${at} is a symbolic link and has to be a folder.`);
  },
);

test.each(stepsTo(`leaves/${network}`, SHOWN))(
  'nothing that makes or removes goes through a link at %s',
  async (at) => {
    const runtimeRoot = join(temporaryDirectory('project'), '.kompos-runtime');
    const renderer = await rendererOf(files);
    const [leaf] = renderer.leaves;
    const result = leaf === undefined ? undefined : await renderer.render(leaf);
    if (result?.ok !== true) throw new Error('the leaf renders');
    plant(runtimeRoot, at);
    const before = treeOf(outside);
    // Each on its own: what one of them refuses keeps the others from being tried in a run.
    const acts = [
      () => {
        linkRuntimeDirectory(runtimeRoot, SHOWN, join(runtimeRoot, 'elsewhere'));
      },
      () => {
        removeRuntimeDirectory(runtimeRoot, network);
      },
      () => {
        removeLeftovers(runtimeRoot, 'kompos.tfplan');
      },
    ];
    for (const act of acts) {
      try {
        act();
      } catch {
        // Refused.
      }
      expect(treeOf(outside)).toEqual(before);
    }
    // The link that is shown may be replaced by one of ours.
    if (lstatSync(join(runtimeRoot, at), { throwIfNoEntry: false }) === undefined) plant(runtimeRoot, at);
    await writeRuntimeDirectory(result.rendering, renderer.project.snapshot, runtimeRoot, outside).catch(
      () => undefined,
    );
    expect(treeOf(outside)).toEqual(before);
  },
);

describe('the lock', () => {
  const now = new Date('2026-03-01T10:00:00Z');

  test('is not written through a link in place of its own file', () => {
    const root = temporaryDirectory('lock');
    mkdirSync(join(root, 'locks'));
    symlinkSync(join(outside, 'canary'), join(root, `locks/leaf.lock.${process.pid}`));
    const before = treeOf(outside);
    takeLocks(root, ['leaf'], { command: 'plan', now }).release();
    expect(treeOf(outside)).toEqual(before);
  });

  test('is not read through a link, which may lead to what has no end', () => {
    const root = temporaryDirectory('lock');
    writeFiles(root, { 'locks/leaf.lock': symlink('/dev/zero') });
    takeLocks(root, ['leaf'], { command: 'plan', now }).release();
    expect(treeOf(root)).toEqual({});
  });
});
