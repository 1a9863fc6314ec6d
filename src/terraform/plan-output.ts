/**
 * Reads what `terraform plan -no-color` prints: the plan, exactly as `terraform show` would print it, and the warnings
 * after it. Starting Terraform once more for the text would start every provider once more. Pure.
 * OpenTofu's `-concise` leaves out only the lines above the plan, which say what is being done; its `-json-into` has no
 * plan, only the messages. Terraform has neither, so that both would be a second way without saving this one.
 * Format: `internal/command/jsonformat/plan.go` in Terraform's sources, and in OpenTofu's.
 */

/** The lines that begin a part of a plan, in their order. */
const HEADS = [
  /^(?:Terraform|OpenTofu) used the selected providers /u,
  /^(?:Terraform|OpenTofu) will perform the following actions:$/u,
  /^Plan: \d/u,
  /^Changes to Outputs:$/u,
];

/** The line that is the whole answer, with a sentence after it. */
const NOTHING = /^No changes\. /u;

/** Lines of a resource or of the legend that are not indented; `}` is OpenTofu's end of one that is forgotten. */
const SYMBOL = /^(?:(?:-\/\+|\+\/-|\.\/\+|\+\/\.) (?:destroy|create|forget|remove|replace|resource ")|\}$)/u;

/** The sentences, without the breaks that the width of the output makes. */
const SENTENCES = [
  'Terraform used the selected providers to generate the following execution plan. Resource actions are indicated with the following symbols:',
  'You can apply this plan to save these new output values to the Terraform state, without changing any real infrastructure.',
  'No changes. Your infrastructure matches the configuration.',
  'No changes. No objects need to be destroyed.',
  'Terraform has compared your real infrastructure against your configuration and found no differences, so no changes are needed.',
  'Either you have not created any objects yet or the existing objects were already deleted outside of Terraform.',
];

/** What else may belong to a plan, above the parts that are known: changes outside of Terraform, deferred changes. */
const MORE = /^(?:Note: |─)/u;

/** What comes after a plan. Everything within one is indented, texts of several lines too. */
const AFTER = /^(?:Warning: |Releasing state lock\. )/u;

/**
 * The plan in the standard output of a `terraform plan` that succeeded, without blank lines around it.
 *
 * @returns undefined where it cannot be told for certain: a part is not known, or stands where it does not belong. An
 *   object's id is printed as it is, and may hold lines that look like another plan.
 */
export function planTextIn(stdout: string): string | undefined {
  const lines = stdout.split('\n');
  const begin = lines.findIndex(beginsPlan);
  if (begin < 0 || lines.some((line) => MORE.test(line))) return undefined;
  const length = lines.slice(begin).findIndex((line) => AFTER.test(line));
  const end = length < 0 ? lines.length : begin + length;
  const own = lines.slice(begin, end);
  if (lines.slice(end).some(beginsPlan) || !isPlan(own)) return undefined;
  return own.join('\n').trim();
}

/** Whether a line begins a plan, or a part of one. */
export function beginsPlan(line: string): boolean {
  return NOTHING.test(line) || HEADS.some((head) => head.test(line));
}

function isPlan(lines: readonly string[]): boolean {
  const [first = '', ...others] = lines.filter(beginsPlan);
  const heads = [first, ...others].map((line) => HEADS.findIndex((head) => head.test(line)));
  const isOrdered = NOTHING.test(first)
    ? others.length === 0
    : heads.every((head, index) => head > (heads[index - 1] ?? -1));
  return isOrdered && sentencesIn(lines).every((sentence) => SENTENCES.includes(sentence));
}

/** The lines that are neither indented nor a part's beginning nor a resource's, joined where no other line is between. */
function sentencesIn(lines: readonly string[]): readonly string[] {
  const isWords = (line: string): boolean =>
    /^\S/u.test(line) && !SYMBOL.test(line) && !HEADS.slice(1).some((head) => head.test(line));
  const joined = lines.map((line) => (isWords(line) ? line : '\n')).join(' ');
  return joined
    .split('\n')
    .map((sentence) => sentence.trim().replaceAll('OpenTofu', 'Terraform'))
    .filter((sentence) => sentence !== '');
}
