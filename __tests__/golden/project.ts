/** The project of the golden comments, made with one program, and the comments that its pull requests get. */
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../../loopback/git-command.ts';
import { createOrigin } from '../../loopback/git-origin.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { redirection } from '../../loopback/modules.ts';
import { startStateServer } from '../../loopback/state-server.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { RUNTIME_FOLDER } from '../../src/base/runtime-folder.ts';
import { renderComment } from '../../src/commands/plan/comment/comment.ts';
import { PLAN_NAMES } from '../../src/commands/plan/report.ts';
import { planChangedLeaves, type PlanOutcome, type PlanRequest } from '../../src/commands/plan/plan.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { maskReport } from '../../src/masking/mask-data.ts';
import { createMasker } from '../../src/masking/masking.ts';
import { writeRuntimeDirectory } from '../../src/runtime/runtime-directory.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import { MODULES, PROJECT, type GoldenPullRequest } from './pull-requests.ts';

const MODULES_URL = 'https://github.com/acme/terraform-modules.git';

/** A checked-out pull request: full commit ids, and what it changes. */
export interface CheckedOut {
  readonly head: string;
  readonly base: string;
  readonly diff: string;
}

export interface GoldenProject {
  /** Commits a pull request on a branch off main. */
  readonly checkOut: (name: string, pullRequest: GoldenPullRequest) => Promise<CheckedOut>;
  /**
   * What a plan of the checked-out pull request finds, and the parts of its comment as they are written to the golden
   * files.
   *
   * @param folder has the program that plans, named `terraform`
   */
  readonly plan: (
    checkedOut: CheckedOut,
    folder?: string,
  ) => Promise<{ readonly outcome: PlanOutcome; readonly parts: readonly string[]; readonly written: string }>;
  readonly close: () => Promise<void>;
}

/** @param folder has the program that makes what main describes, named `terraform` */
export async function openGoldenProject(folder?: string): Promise<GoldenProject> {
  const path = process.env['PATH'] ?? '';
  const modules = await createRepository();
  for (const [tag, files] of MODULES) {
    await modules.commit(`Release ${tag}`, files);
    await modules.tag(tag);
  }
  const { url } = await createOrigin(modules);
  const settings = join(temporaryDirectory('settings'), 'terraform.rc');
  writeFileSync(settings, '');
  const project = await createRepository({ ...PROJECT, '.gitignore': '.kompos-runtime/\n' });
  const states = await startStateServer();
  const environmentFor = (first: string | undefined): Environment => ({
    PATH: first === undefined ? path : `${first}${delimiter}${path}`,
    CHECKPOINT_DISABLE: '1',
    TF_CLI_CONFIG_FILE: settings,
    TF_IN_AUTOMATION: '1',
    ...redirection({ [MODULES_URL]: url }),
  });
  await applyAllLeaves(environmentFor(folder));

  return {
    async checkOut(name, { does, files }) {
      await project.checkout('main');
      await project.branch(name);
      await project.commit(does, files);
      const diff = await project.git('diff', '--no-color', '--no-renames', 'main', name);
      return { head: await project.id(), base: await project.id('main'), diff };
    },
    async plan({ head, base }, planner = folder) {
      const masker = createMasker([]);
      masker.add([states.url]);
      const outcome = await planChangedLeaves(requestFor(head, base), {
        environment: environmentFor(planner),
        secrets: undefined,
        trust: { isOwn: false, trustsHead: false },
        configurationEnvironment: openEnvironment({ STATE_URL: states.url }),
        log: { info: () => undefined, warning: () => undefined, group: () => undefined },
        masker,
        now: new Date(0),
        processes: createChildProcesses(),
        program: { tool: undefined, version: undefined, mirror: 'none' },
        cancelled: () => false,
      });
      const parts = renderComment({ ...maskReport(outcome.report, PLAN_NAMES, masker), head });
      return { outcome, parts, written: stable(parts.join('\n'), head, base) };
    },
    close: () => states.close(),
  };

  function requestFor(head: string, base: string): PlanRequest {
    return {
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
  }

  /** Makes what main describes. */
  async function applyAllLeaves(environment: Environment): Promise<void> {
    const request = { projectRoot: project.directory, listMerge: undefined, serverUrl: '', token: undefined };
    const configuration = openEnvironment({ STATE_URL: states.url });
    const program = folder === undefined ? undefined : join(folder, 'terraform');
    await withCheckout(request, environment, configuration, async (checkout) => {
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
            const { code, stdout, stderr } = await runTerraform(directory, args, environment, program);
            if (code !== 0) throw new Error(stdout + stderr);
          }
        }),
      );
    });
  }
}

/** Ids of resources differ from run to run, those of commits with what was committed before, and the versions of programs. */
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
    .replace(/\bTerraform \d+\.\d+\.\d+(?:-[\w.]+)?/gu, 'Terraform 1.11.4')
    .replace(/\bOpenTofu \d+\.\d+\.\d+/gu, 'OpenTofu 1.12.6');
}
