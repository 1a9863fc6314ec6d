/** GitHub's refusals and outages as problems for the person who must fix them. */
import { problemError } from '../base/problems.ts';

/**
 * Waits for a response from GitHub.
 *
 * @param what the beginning of a sentence about what failed: `The report could not be posted: `
 * @throws ProblemError with GitHub's message; internal errors are rethrown unchanged
 */
export async function answerOf<T>(answer: Promise<T>, what: string, hint: string): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw problemError('github', `${what}${error.message}`, { hint });
  }
}

/** Octokit's errors have a status or a list of GraphQL errors; anything else is an internal error. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && ('status' in error || 'errors' in error);
}
