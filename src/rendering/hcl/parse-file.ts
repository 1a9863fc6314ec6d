/** Parses a Terraform file of any kind, within limits. */
import { problemError, ProblemError } from '../../base/problems.ts';
import { isJson } from '../terraform-files.ts';
import { readHcl, type HclFile } from './hcl-file.ts';
import { loadHclParser } from './hcl-grammar.ts';
import { readTfJson } from './tf-json.ts';

/** No hand-written file is larger; deeper nesting would overflow the call stack. */
const MOST_CHARACTERS = 2_000_000;
const DEEPEST = 300;

/**
 * Parses HCL or JSON, according to the file's name.
 *
 * @param path from the repository root
 * @throws ProblemError where the file is too large or nests too deep
 */
export async function parseTerraformFile(path: string, text: string): Promise<HclFile> {
  const parser = await loadHclParser();
  refuseHuge(path, text);
  try {
    return isJson(path) ? readTfJson(parser, text) : readHcl(parser, text);
  } catch (error) {
    // Operators nest as well: thousands of them overflow the call stack.
    if (error instanceof RangeError) throw tooLarge(path, 'has an expression with too many operators');
    throw error;
  }
}

/** Brackets in texts and comments count as well: telling them apart would take a parser. */
function refuseHuge(file: string, text: string): void {
  if (text.length > MOST_CHARACTERS) throw tooLarge(file, `is larger than ${MOST_CHARACTERS / 1_000_000} MB`);
  let depth = 0;
  for (const [mark] of text.matchAll(/[([{)\]}]/gu)) {
    depth = '([{'.includes(mark) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) throw tooLarge(file, `nests brackets more than ${DEEPEST} deep`);
  }
}

function tooLarge(file: string, why: string): ProblemError {
  return problemError('composition', `The Terraform file ${why}, which is not supported.`, {
    place: { file },
    hint: 'Split it, or keep data in a file of its own that jsondecode(file(…)) reads.',
  });
}
