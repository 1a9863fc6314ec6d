/** What a checkout lacks is fetched with what lets git in: the checkout's own credentials, else the action's token. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { filesFrom } from '../../loopback/file-tree.ts';
import { checkoutAsRunner, createOrigin, type BareRepository } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { startGitServer, type GitServer } from '../../loopback/git-server.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { compareRevisions } from '../../src/execution/comparison.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const TOKEN = 'ghs_0123456789abcdef';

const project = filesFrom(`
  -- config/default.yaml --
  size: 1

  -- config/composition=app/app.yaml --
  name: a

  -- compositions/terraform/app/main.tf --
  variable "config" {}
  output "size" {
    value = var.config.size
  }
`);

const kinds = [
  ['fetch-depth: 1', { depth: 1 }],
  ['a blobless clone', { depth: 0, filter: 'blob:none' }],
  ['a blobless clone with fetch-depth: 1', { depth: 1, filter: 'blob:none' }],
] as const;

let origin: BareRepository;
let server: GitServer;
let commits: { readonly base: string; readonly head: string };

beforeAll(async () => {
  const repository = await createRepository(project);
  const base = await repository.id();
  const head = await repository.commit('larger', { 'config/default.yaml': 'size: 2\n' });
  origin = await createOrigin(repository);
  commits = { base, head };
});
beforeEach(async () => {
  server = await startGitServer(origin, TOKEN);
});
afterEach(() => server.close());
afterAll(removeTemporaryDirectories);

async function checkOut(options: { depth: number; filter?: string }): Promise<GitRepository> {
  const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: commits.head, ...options });
  await workspace.git('remote', 'set-url', 'origin', server.repositoryUrl);
  return workspace;
}

/** As `persist-credentials: true` leaves them behind. */
async function persistCredentials(workspace: GitRepository): Promise<void> {
  const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  await workspace.git('config', '--local', `http.${server.url}/.extraheader`, `AUTHORIZATION: basic ${basic}`);
}

async function changedLeaves(workspace: GitRepository, token: string | undefined): Promise<readonly string[]> {
  const request = { projectRoot: workspace.directory, listMerge: undefined, serverUrl: server.url, token };
  const { base: before, head: after } = commits;
  const event = { kind: 'push', before, after, ref: 'refs/heads/main', defaultBranch: 'main' } as const;
  const log = { info: () => undefined, warning: () => undefined, group: () => undefined };
  return withCheckout(request, environment, openEnvironment({}), async (checkout) => {
    const { changed } = await compareRevisions(checkout, event, 'error', 'skip', log);
    return changed.map(({ leaf }) => leaf.path);
  });
}

describe.each(kinds)('%s', (_, options) => {
  test('with persisted credentials, the token beside them', async () => {
    const workspace = await checkOut(options);
    await persistCredentials(workspace);
    expect(await changedLeaves(workspace, TOKEN)).toEqual(['config/composition=app']);
    expect(new Set(server.statuses)).toEqual(new Set([200]));
  });

  test('persist-credentials: false, through the token', async () => {
    expect(await changedLeaves(await checkOut(options), TOKEN)).toEqual(['config/composition=app']);
    expect(server.statuses).toContain(200);
  });

  test('neither: says what to set', async () => {
    const failed = changedLeaves(await checkOut(options), undefined);
    await expect(failed).rejects.toThrow(/could not be fetched[\s\S]*fetch-depth: 0[\s\S]*token/u);
    expect(new Set(server.statuses)).toEqual(new Set([401]));
  });

  test('a token that does not fit is refused, and not told', async () => {
    const wrong = 'ghs_fedcba9876543210';
    const failed: unknown = await changedLeaves(await checkOut(options), wrong).catch((error: unknown) => error);
    expect(String(failed)).toMatch(/could not be fetched/u);
    expect(String(failed)).not.toContain(wrong);
    expect(String(failed)).not.toContain(Buffer.from(`x-access-token:${wrong}`).toString('base64'));
  });

  test('nothing of the token is left in the clone', async () => {
    const workspace = await checkOut(options);
    await changedLeaves(workspace, TOKEN);
    expect(await workspace.git('config', '--list')).not.toMatch(/extraheader|ghs_|eC1hY2Nlc3MtdG9rZW/iu);
  });
});
