/** `/repos/{owner}/{repo}/check-runs`. */
import { demand } from './access.ts';
import { invalid } from './api-error.ts';
import { field, optionalText, requiredText, type Route } from './route.ts';

const CONCLUSIONS = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'];

/** What a job with `checks: write` may do. */
export const checkRoutes: readonly Route[] = [
  {
    operation: 'checks/create',
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-runs',
    handle: (call) => {
      demand(call.token, call.repository, 'write', ['checks']);
      const name = requiredText(call, 'name', 'CheckRun', 255);
      const head_sha = requiredText(call, 'head_sha', 'CheckRun', 64);
      const conclusion = optionalText(call, 'conclusion', 'CheckRun', 20);
      if (!CONCLUSIONS.includes(conclusion ?? '')) throw invalid('CheckRun', 'conclusion', 'invalid');
      const output = field(call, 'output');
      const id = call.store.newId();
      const html_url = `https://github.com/${call.repository.facts.fullName}/runs/${id}`;
      return { status: 201, body: { id, name, head_sha, status: 'completed', conclusion, output, html_url } };
    },
  },
];
