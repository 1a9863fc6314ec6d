/** Refusals of GitHub, and GitHub being down, as problems for the person who must fix them. */
import { problemError } from '../base/problems.ts';

/**
 * Waits for an answer of GitHub's.
 *
 * @param what the beginning of a sentence that tells what could not be done: `The report could not be posted: `
 * @throws ProblemError with GitHub's own words; internal errors are thrown as they are
 */
export async function answerOf<T>(answer: Promise<T>, what: string, hint: string): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw problemError('github', `${what}${error.message}`, { hint });
  }
}

/** Octokit's errors have the answer's status, or the list of GraphQL's errors; anything else is an internal error. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && ('status' in error || 'errors' in error);
}
