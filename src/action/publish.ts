/** Reports as comments on pull requests, and what the log says about each. */
import type { RunFacts } from '../execution/run-facts.ts';
import type { PublishRequest } from '../github/comments.ts';
import { githubAccess, type Job } from './job.ts';
import { annotate } from './runner.ts';

/**
 * @param failed how the error begins if GitHub cannot be reached, and what to do then
 * @returns the comment's address; undefined if none was written
 * @throws ProblemError if GitHub cannot be reached
 */
export async function publish(
  { event, log }: Job,
  facts: RunFacts,
  token: string,
  request: PublishRequest,
  failed: { readonly what: string; readonly next?: string },
): Promise<string | undefined> {
  const [{ connect }, { publishReport }, { answerOf }] = await Promise.all([
    import('../github/client.ts'),
    import('../github/comments.ts'),
    import('../github/errors.ts'),
  ]);
  const result = await answerOf(
    publishReport(connect(githubAccess(facts, token, process.env)), request),
    failed.what,
    `It is in the job summary. Check the input "token" and https://www.githubstatus.com${failed.next ?? ''}.`,
  );
  switch (result.kind) {
    case 'published':
      log.info(`Reported at ${result.url}`);
      return result.url;
    case 'unneeded':
      return undefined;
    case 'superseded':
      log.info(`No comment was written: ${result.why}.`);
      return undefined;
    case 'forbidden': {
      const words = `The token may not write comments (${result.message}): the report is in the job summary.`;
      if (event.untrusted === undefined) {
        const message = `${words} ${result.hint}`;
        annotate({ severity: 'warning', title: 'Kompos', message });
      } else log.info(words);
      return undefined;
    }
  }
}
