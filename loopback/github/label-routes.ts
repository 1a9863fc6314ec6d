/** `/repos/{owner}/{repo}/labels`. */
import type { components } from '@octokit/openapi-types';
import { demand, permissionsFor } from './access.ts';
import { invalid, notFound } from './api-error.ts';
import { pageOf } from './paging.ts';
import { field, issueOf, optionalText, reply, requiredText, type RestCall, type Route } from './route.ts';

/** What the action needs to have its own label. */
export const labelRoutes: readonly Route[] = [
  {
    operation: 'issues/list-labels-for-repo',
    method: 'GET',
    path: '/repos/{owner}/{repo}/labels',
    handle: (call) => {
      demand(call.token, call.repository, 'read', ['issues', 'pull-requests']);
      const page = pageOf(call, [...call.repository.labels.values()]);
      const body = page.items.map((label) => labelAnswer(call, label.name));
      return reply('issues/list-labels-for-repo', 200, body, page.headers);
    },
  },
  {
    operation: 'issues/get-label',
    method: 'GET',
    path: '/repos/{owner}/{repo}/labels/{name}',
    handle: (call) => {
      demand(call.token, call.repository, 'read', ['issues', 'pull-requests']);
      return reply('issues/get-label', 200, labelAnswer(call, call.parameters['name'] ?? ''));
    },
  },
  {
    operation: 'issues/create-label',
    method: 'POST',
    path: '/repos/{owner}/{repo}/labels',
    handle: (call) => {
      demand(call.token, call.repository, 'write', ['issues', 'pull-requests']);
      const name = requiredText(call, 'name', 'Label', 50);
      const color = optionalText(call, 'color', 'Label', 6) ?? 'ededed';
      if (!/^[0-9a-f]{6}$/iu.test(color)) throw invalid('Label', 'color', 'invalid');
      if (call.repository.labels.has(name.toLowerCase())) throw invalid('Label', 'name', 'already_exists');
      const description = optionalText(call, 'description', 'Label', 100) ?? null;
      call.store.ensureLabel(call.repository, name, color, description);
      return reply('issues/create-label', 201, labelAnswer(call, name));
    },
  },
  {
    operation: 'issues/add-labels',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{number}/labels',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.token, call.repository, 'write', permissionsFor(issue));
      const given = field(call, 'labels');
      const names = Array.isArray(given) ? given.map(String) : [];
      for (const name of names) call.store.ensureLabel(call.repository, name);
      issue.labels = [...new Set([...issue.labels, ...names])];
      const body = issue.labels.map((name) => labelAnswer(call, name));
      return reply('issues/add-labels', 200, body);
    },
  },
  {
    operation: 'issues/remove-label',
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{number}/labels/{name}',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.token, call.repository, 'write', permissionsFor(issue));
      const name = (call.parameters['name'] ?? '').toLowerCase();
      if (!issue.labels.some((each) => each.toLowerCase() === name)) throw notFound();
      issue.labels = issue.labels.filter((each) => each.toLowerCase() !== name);
      const body = issue.labels.map((each) => labelAnswer(call, each));
      return reply('issues/remove-label', 200, body);
    },
  },
];

/** A label in full; 404 when the repository has none of this name. */
export function labelAnswer(call: RestCall, name: string): components['schemas']['label'] {
  const label = call.repository.labels.get(name.toLowerCase());
  if (label === undefined) throw notFound();
  return {
    id: label.id,
    node_id: `LA_${label.id}`,
    url: `${call.api}/repos/${call.repository.facts.fullName}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false,
  };
}
