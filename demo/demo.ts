/**
 * `npm run demo`: a pull request on a throw-away repository, planned and after its merge applied by the bundled action
 * exactly as a runner starts it, against a GitHub API and a state server on this machine. Nothing leaves it, no account
 * is needed.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pullRequestEvent, pushEvent } from '../loopback/events.ts';
import { pathWithTerraform } from '../loopback/ensure-terraform.ts';
import { checkoutAsRunner } from '../loopback/git-origin.ts';
import { jobToken, startGitHubApi, type GitHubApi } from '../loopback/github-api.ts';
import { type OidcProvider, startOidcProvider } from '../loopback/oidc-provider.ts';
import { PLAN_WORKFLOW, runAction, runCli, type ActionResult } from '../loopback/runner.ts';
import { removeTemporaryDirectories } from '../loopback/temporary-directory.ts';
import { createExample, pullRequestFiles, type Example } from './example.ts';

const REPOSITORY = 'acme/infra';
const TOKEN = 'ghs_demo';
const output = fileURLToPath(new URL('../.kompos-runtime/demo', import.meta.url));

const NEXT = `
What to try next
  node dist/index.js --help
  (cd examples/project && STATE_URL=http://127.0.0.1:1 node ../../dist/index.js \\
    config/env=prod/cluster=prod1/composition=terraform terraform plan --dry-run)
  The workflows to paste into a repository: examples/workflows/plan.yml and apply.yml
`;

try {
  process.env['PATH'] = await pathWithTerraform(process.env);
  process.exitCode = await demo();
} catch (error) {
  process.exitCode = fail('The demo cannot run', error instanceof Error ? error.message : String(error));
}

async function demo(): Promise<number> {
  const started = Date.now();
  const example = await createExample();
  const api = await startGitHubApi();
  const oidc = await startOidcProvider(() => Math.floor(Date.parse(api.now()) / 1_000));
  try {
    step('Applying what is on main: dev and prod, each with a VPC and DNS records (terraform_data, no cloud needed).');
    const applied = await runCli(['config', 'terraform', 'apply', '-auto-approve'], {
      cwd: example.project.directory,
      env: example.environment,
    });
    if (applied.code !== 0) return fail('The first apply failed', applied.stdout + applied.stderr);

    step('A pull request moves prod to the module version that dev has proven:');
    const { base, head } = await openPullRequest(example);
    console.log(await example.project.git('diff', '--unified=0', '--no-color', base, head));

    step('The action runs on the event "pull_request", as the runner starts it.');
    api.addRepository(REPOSITORY);
    api.addToken(TOKEN, jobToken);
    api.addPullRequest(REPOSITORY, {
      number: 1,
      head: { sha: head, ref: 'roll-out' },
      base: { sha: base, ref: 'main' },
    });
    const commits = await example.origin.pullRequest(1, { from: example.project, head, base: 'main' });
    if (commits.merge === undefined) return fail('The pull request conflicts with main', '');
    const workspace = await checkoutAsRunner(example.origin, { ref: 'refs/pull/1/merge', sha: commits.merge });
    const result = await runAction({
      workspace: workspace.directory,
      event: pullRequestEvent({
        repository: REPOSITORY,
        number: 1,
        head: { sha: head, ref: 'roll-out' },
        base: { sha: base, ref: 'main' },
        merge: commits.merge,
      }),
      inputs: { 'allow-env': 'STATE_URL' },
      env: example.environment,
      apiUrl: api.url,
      oidc,
      token: TOKEN,
    });
    const [comment] = api.comments(REPOSITORY, 1);
    if (result.code !== 0 || comment === undefined) return fail('The action failed', result.stdout + result.stderr);

    rmSync(output, { recursive: true, force: true });
    mkdirSync(output, { recursive: true });
    const file = join(output, 'comment.md');
    writeFileSync(file, comment.body);
    writeFileSync(join(output, 'plan-log.txt'), result.log);
    step('The comment that the pull request got:');
    console.log(visible(comment.body));

    step('It is merged, and the action with "command: apply" applies what was reviewed, and only that:');
    const merged = await merge(example, api, oidc);
    if (merged.code !== 0) return fail('The apply failed', merged.stdout + merged.stderr);
    writeFileSync(join(output, 'apply-log.txt'), merged.log);
    console.log(visible(api.comments(REPOSITORY, 1).at(-1)?.body ?? ''));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    step(
      `Done in ${seconds} s. The first comment lies in ${relative(process.cwd(), file)}, the action's logs beside it.`,
    );
    console.log(NEXT);
    return 0;
  } finally {
    await Promise.all([api.close(), oidc.close(), example.states.close()]);
    removeTemporaryDirectories();
  }
}

async function openPullRequest(example: Example): Promise<{ base: string; head: string }> {
  const { project, origin } = example;
  await project.commit('Plan pull requests', { [PLAN_WORKFLOW]: 'name: Plan\n' });
  await project.push(origin);
  const base = await project.id();
  await project.branch('roll-out');
  const files = Object.entries(pullRequestFiles).map(([path, edits]) => {
    const text = readFileSync(join(project.directory, path), 'utf8');
    return [path, edits.reduce((edited, [before, after]) => edited.replace(before, after), text)] as const;
  });
  const head = await project.commit('Roll out VPC 2.0 to prod', Object.fromEntries(files));
  return { base, head };
}

/** Merges the pull request and runs the action on the push. */
async function merge(
  { project, origin, environment }: Example,
  api: GitHubApi,
  oidc: OidcProvider,
): Promise<ActionResult> {
  await project.checkout('main');
  const before = await project.id();
  const after = await project.merge('roll-out');
  await project.push(origin);
  api.changePullRequest(REPOSITORY, 1, { state: 'closed', merged: true, mergeCommit: after });
  const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: after });
  return runAction({
    workspace: workspace.directory,
    event: pushEvent({ repository: REPOSITORY, before, after }),
    inputs: { command: 'apply', 'allow-env': 'STATE_URL' },
    env: environment,
    apiUrl: api.url,
    oidc,
    token: TOKEN,
  });
}

/** What people see of a comment: neither its marker nor the record at its end. */
function visible(body: string): string {
  return body.replace(/<!-- kompos:.* -->\n?/gu, '').trim();
}

function step(text: string): void {
  console.log(process.stdout.isTTY ? `\n\u001b[1m▸ ${text}\u001b[0m\n` : `\n▸ ${text}\n`);
}

function fail(what: string, words: string): number {
  console.error(`${what}:\n${words}`);
  return 1;
}
