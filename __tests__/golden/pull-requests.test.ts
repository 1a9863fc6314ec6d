/**
 * The comments of real pull requests: the real git, the real Terraform, the real engine. Each folder has the change and
 * the comment that it gets, to be read as a reviewer reads them. `npm run golden` writes them.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../loopback/git-command.ts';
import { createOrigin } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { redirection } from '../../loopback/modules.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { planChangedLeaves, type PlanRequest } from '../../src/commands/plan/plan.ts';
import { createMasker, maskData } from '../../src/masking/masking.ts';
import { renderComment } from '../../src/commands/plan/comment/comment.ts';
import { RUNTIME_FOLDER } from '../../src/base/runtime-folder.ts';
import { writeRuntimeDirectory } from '../../src/runtime/runtime-directory.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import { MODULES, PROJECT, PULL_REQUESTS } from './pull-requests.ts';

const MODULES_URL = 'https://github.com/acme/terraform-modules.git';
/** The Terraform whose words the files have. */
const WRITTEN_WITH = '1.11';
const folder = fileURLToPath(new URL('.', import.meta.url));

let project: GitRepository;
let states: StateServer;
let environment: Environment;

beforeAll(async () => {
  const modules = await createRepository();
  for (const [tag, files] of MODULES) {
    await modules.commit(`Release ${tag}`, files);
    await modules.tag(tag);
  }
  const { url } = await createOrigin(modules);
  const settings = join(temporaryDirectory('settings'), 'terraform.rc');
  writeFileSync(settings, '');
  project = await createRepository({ ...PROJECT, '.gitignore': '.kompos-runtime/\n' });
  states = await startStateServer();
  environment = {
    PATH: process.env['PATH'] ?? '',
    CHECKPOINT_DISABLE: '1',
    TF_CLI_CONFIG_FILE: settings,
    TF_IN_AUTOMATION: '1',
    ...redirection({ [MODULES_URL]: url }),
  };
  await applyAllLeaves();
});

afterAll(async () => {
  await states.close();
  removeTemporaryDirectories();
});

test.each(Object.entries(PULL_REQUESTS))('%s', async (name, { does, files }) => {
  await project.checkout('main');
  await project.branch(name);
  await project.commit(does, files);
  const diff = await project.git('diff', '--no-color', '--no-renames', 'main', name);
  expectGolden(`${name}/change.diff`, `This pull request ${does}.\n\n${diff}\n`);
  const [head, base] = [await project.id(), await project.id('main')];
  const parts = await comment(head, base);
  expect(parts).toHaveLength(1);
  const text = parts.join('\n');
  const written = stable(text, head, base);
  const version = /Terraform (\d+\.\d+)\.\d/u.exec(text)?.[1] ?? WRITTEN_WITH;
  if (version === WRITTEN_WITH) expectGolden(`${name}/comment.md`, written);
  // Other versions word their plans a little differently, but they do the same.
  else expect(headLine(written)).toBe(headLine(readFileSync(join(folder, name, 'comment.md'), 'utf8')));
});

/** What the action would post for the checked-out head commit of a pull request. */
async function comment(head: string, base: string): Promise<readonly string[]> {
  const masker = createMasker([]);
  masker.add([states.url]);
  const request: PlanRequest = {
    facts: {
      title: '',
      repository: 'acme/infrastructure',
      serverUrl: 'https://github.com',
      runUrl: 'https://github.com/acme/infrastructure/actions/runs/8123456789',
      run: { id: 8_123_456_789, attempt: 1 },
    },
    serverUrl: 'https://github.com',
    projectRoot: project.directory,
    listMerge: undefined,
    unusedConfiguration: 'skip',
    token: undefined,
    parallelism: 2,
    lockTimeout: '5s',
    providerMirror: temporaryDirectory('mirror'),
    platform: terraformPlatform(process.platform, process.arch),
    event: {
      kind: 'pull_request',
      headSha: head,
      baseSha: base,
      baseRef: 'main',
      merged: false,
      mergeCommitSha: undefined,
    },
    shownHead: head,
    noTerraform: undefined,
    leaves: [],
    onUnknownBase: 'error',
    fingerprintKey: undefined,
    signing: undefined,
    standIns: undefined,
    hidden: new Map(),
  };
  const silent = { info: () => undefined, warning: () => undefined, group: () => undefined };
  const { report } = await planChangedLeaves(request, {
    environment,
    configurationEnvironment: openEnvironment({ STATE_URL: states.url }),
    log: silent,
    masker,
    now: new Date(0),
    processes: createChildProcesses(),
    program: { tool: undefined, version: undefined, mirror: 'none' },
    cancelled: () => false,
  });
  return renderComment({ ...maskData(report, masker), head });
}

/** Makes what main describes. */
async function applyAllLeaves(): Promise<void> {
  const settings = { projectRoot: project.directory, listMerge: undefined, serverUrl: '', token: undefined };
  const configuration = openEnvironment({ STATE_URL: states.url });
  await withCheckout(settings, environment, configuration, async (checkout) => {
    const renderer = await checkout.open(checkout.repository.head);
    await Promise.all(
      renderer.leaves.map(async (leaf) => {
        const rendered = await renderer.render(leaf);
        if (!rendered.ok) throw new Error(rendered.problems.map(({ message }) => message).join('\n'));
        const runtime = join(project.directory, RUNTIME_FOLDER);
        const { snapshot } = renderer.project;
        const directory = await writeRuntimeDirectory(rendered.rendering, snapshot, runtime, checkout.repository.top);
        const variables = '-var-file=variables.tfvars.json';
        for (const args of [['init'], ['apply', '-auto-approve', variables]]) {
          const { code, stdout, stderr } = await runTerraform(directory, args, environment);
          if (code !== 0) throw new Error(stdout + stderr);
        }
      }),
    );
  });
}

/** Ids of resources differ from run to run, those of commits with what was committed before, and Terraform's version. */
function stable(markdown: string, head: string, base: string): string {
  const ids = new Map<string, string>();
  return markdown
    .replaceAll(head, 'a'.repeat(40))
    .replaceAll(head.slice(0, 7), 'a'.repeat(7))
    .replaceAll(base, 'b'.repeat(40))
    .replaceAll(base.slice(0, 7), 'b'.repeat(7))
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, (id) => {
      const known = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`;
      ids.set(id, known);
      return known;
    })
    .replace(/Terraform \d+\.\d+\.\d+/gu, 'Terraform 1.11.4');
}

function headLine(markdown: string): string | undefined {
  return /^### .*$/mu.exec(markdown)?.[0];
}

function expectGolden(name: string, text: string): void {
  const path = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
