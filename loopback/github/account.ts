/** Accounts as GitHub's REST API and its events describe them. */
import type { User } from '@octokit/webhooks-types';
import { numberFor } from './numbers.ts';

/** The identities of bots that tests meet; everybody else's number comes from the name. */
const knownNumbers = new Map([
  ['github-actions[bot]', 41_898_282],
  ['dependabot[bot]', 49_699_333],
]);

/** True for GitHub Apps, whose REST login carries a suffix that no person can register. */
export function isBot(login: string): boolean {
  return login.endsWith('[bot]');
}

/** The name that GraphQL gives as an author's login: there the suffix is missing. */
export function graphqlLogin(login: string): string {
  return login.replace(/\[bot\]$/u, '');
}

/** The page of a person or of an app. */
export function profileUrl(login: string, web = 'https://github.com'): string {
  return isBot(login) ? `${web}/apps/${graphqlLogin(login)}` : `${web}/${login}`;
}

/**
 * An account in full.
 *
 * @param api where the API lives, without a slash at the end
 */
export function account(login: string, api = 'https://api.github.com', kind: 'User' | 'Organization' = 'User'): User {
  const id = knownNumbers.get(login) ?? numberFor(`account ${login}`);
  const url = `${api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: profileUrl(login),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBot(login) ? 'Bot' : kind,
    site_admin: false,
  };
}
