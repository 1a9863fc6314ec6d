/** Repositories as GitHub's REST API and its events describe them. */
import type { components } from '@octokit/openapi-types';
import type { Repository } from '@octokit/webhooks-types';
import { account } from './account.ts';
import { numberFor } from './numbers.ts';

/** What tests say about a repository. */
export interface RepositoryFacts {
  /** `owner/name`. */
  readonly fullName: string;
  readonly defaultBranch?: string;
  readonly private?: boolean;
  readonly fork?: boolean;
}

const created = '2026-01-01T00:00:00Z';

/** Takes `owner/name` apart. */
export function ownerAndName(fullName: string): { owner: string; name: string } {
  const [owner, name, ...rest] = fullName.split('/');
  if (owner === undefined || name === undefined || rest.length > 0 || owner === '' || name === '') {
    throw new Error(`A repository is named "owner/name", not "${fullName}".`);
  }
  return { owner, name };
}

/** A repository as events carry it. */
export function eventRepository(facts: RepositoryFacts, api = 'https://api.github.com'): Repository {
  return {
    ...commonFields(facts, api),
    has_discussions: false,
    visibility: (facts.private ?? true) ? 'private' : 'public',
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    custom_properties: {},
  };
}

/** A repository inside another answer of the API, such as a pull request's. */
export function apiRepository(facts: RepositoryFacts, api: string): components['schemas']['repository'] {
  return { ...commonFields(facts, api), visibility: (facts.private ?? true) ? 'private' : 'public' };
}

/** The answer to `GET /repos/{owner}/{repo}`. */
export function fullRepository(facts: RepositoryFacts, api: string): components['schemas']['full-repository'] {
  return {
    ...commonFields(facts, api),
    has_discussions: false,
    visibility: (facts.private ?? true) ? 'private' : 'public',
    subscribers_count: 0,
    network_count: 0,
  };
}

function commonFields(facts: RepositoryFacts, api: string) {
  const { owner, name } = ownerAndName(facts.fullName);
  const id = numberFor(`repository ${facts.fullName}`);
  const web = `https://github.com/${facts.fullName}`;
  return {
    ...repositoryUrls(`${api}/repos/${facts.fullName}`),
    id,
    node_id: `R_${id}`,
    name,
    full_name: facts.fullName,
    private: facts.private ?? true,
    owner: account(owner, api, 'Organization'),
    html_url: web,
    description: null,
    fork: facts.fork ?? false,
    created_at: created,
    updated_at: created,
    pushed_at: created,
    git_url: `git://github.com/${facts.fullName}.git`,
    ssh_url: `git@github.com:${facts.fullName}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: 'HCL',
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    forks_count: 0,
    archived: false,
    disabled: false,
    open_issues_count: 0,
    license: null,
    forks: 0,
    open_issues: 0,
    watchers: 0,
    default_branch: facts.defaultBranch ?? 'main',
  };
}

function repositoryUrls(url: string) {
  return {
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}
