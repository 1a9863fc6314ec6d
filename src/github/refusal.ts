/** Why GitHub refuses a write (403), and what to do about it. Pure. */

/** GitHub's own words, and what each of them asks for. */
const CAUSES: readonly (readonly [words: RegExp, hint: string])[] = [
  [/\bis locked\b/iu, 'Unlock the conversation, or use a token of somebody who may write there.'],
  [
    /\bSAML\b/u,
    'Authorize the token for the organization\'s single sign-on, or use the job\'s own token ("token: ${{ github.token }}").',
  ],
  [
    /\bIP allow list\b/iu,
    "Add the runner's address to the organization's IP allow list, or use a runner that is on it.",
  ],
  [/\b(?:was archived|read-only)\b/iu, 'Nothing can be written to an archived repository.'],
];

/** @param permission what the token most likely lacks if GitHub gives no other reason: `pull-requests` */
export function refusalHint(message: string, permission: string): string {
  const known = CAUSES.find(([words]) => words.test(message));
  return known?.[1] ?? `Give the job "permissions: ${permission}: write".`;
}
