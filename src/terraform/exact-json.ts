/** JSON as Terraform prints it. */
import { parseExactJson } from '../base/exact-json.ts';
import { problemError } from '../base/problems.ts';

/**
 * Parses what `terraform show -json` prints: one line, above which OpenTofu prints warnings about its own settings.
 *
 * @throws ProblemError if it is not JSON
 */
export function parseShown(stdout: string): unknown {
  const printed = stdout.trimEnd();
  return parseExact(printed.slice(printed.lastIndexOf('\n') + 1));
}

/**
 * Numbers that JavaScript cannot hold are `ExactNumber`s.
 *
 * @throws ProblemError if it is not JSON
 */
export function parseExact(json: string): unknown {
  try {
    return parseExactJson(json);
  } catch {
    throw problemError('terraform', 'What "show -json" printed is not JSON.');
  }
}
