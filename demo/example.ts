/** The project in `examples/` as a repository with a history, its modules, and a state server that stands for the cloud. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../loopback/git-command.ts';
import { createOrigin, type BareRepository } from '../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../loopback/git-repository.ts';
import { redirection } from '../loopback/modules.ts';
import { startStateServer, type StateServer } from '../loopback/state-server.ts';
import { temporaryDirectory } from '../loopback/temporary-directory.ts';

/** Where the templates say that the modules are. */
const modulesUrl = 'https://github.com/org/terraform-modules.git';

const examples = fileURLToPath(new URL('../examples', import.meta.url));

/** What the demo plays with. */
export interface Example {
  readonly project: GitRepository;
  readonly origin: BareRepository;
  readonly states: StateServer;
  /** `STATE_URL`, and the module repository's address turned to the local one. */
  readonly environment: Environment;
}

/** Makes the repositories and starts the state server. */
export async function createExample(): Promise<Example> {
  const modules = await createModules();
  const directory = temporaryDirectory('example');
  cpSync(join(examples, 'project'), directory, { recursive: true });
  const project = await createRepository(undefined, directory);
  await project.commit('Set up dev and prod');
  const origin = await createOrigin(project);
  const states = await startStateServer();
  return {
    project,
    origin,
    states,
    environment: { STATE_URL: states.url, ...redirection({ [modulesUrl]: modules.url }) },
  };
}

/** Every folder of `examples/terraform-modules` becomes a tagged version. */
async function createModules(): Promise<BareRepository> {
  const folder = join(examples, 'terraform-modules');
  const repository = await createRepository();
  for (const version of readdirSync(folder).sort()) {
    cpSync(join(folder, version), repository.directory, { recursive: true });
    await repository.commit(`Release ${version}`);
    await repository.tag(version);
  }
  return createOrigin(repository);
}

/**
 * The pull request of the demo: prod moves to the release candidate that dev runs, a shared default changes that dev
 * overrides, and prod's DNS gets a record. Dev's leaves are not touched by any of it.
 */
export const pullRequestFiles: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'config/default.yaml': [['flow_logs_days: 7', 'flow_logs_days: 30']],
  'config/env=prod/cluster=prod1/cluster.yaml': [
    [
      'module_version: v1.5.0 # prod stays on the version that dev has tested',
      'module_version: v2.0.0-rc # tested in dev',
    ],
    ['    www: 10.1.0.10\n', '    www: 10.1.0.10\n    shop: 10.1.0.20\n'],
  ],
};
