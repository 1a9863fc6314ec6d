/** Merged pull requests that were never applied, in words: for the comment, the log and the annotation. Pure. */
import { shortCommit } from '../../base/names.ts';
import type { ApplyReport, UnappliedMerge } from './report.ts';
import { code, fence, oneLine, prose } from '../../markdown/escaping.ts';
import { leavesTexts } from '../../markdown/leaf-input.ts';
import { commitRuns, pullRequestLink } from '../../markdown/links.ts';
import { count } from '../../markdown/phrases.ts';

/** How many are named: the pull requests themselves have the rest. */
const MOST_MERGES = 20;
const MOST_LEAVES = 10;

const HEAD = 'Merged earlier but never applied, because the run of the push never started or ended without a report:';
const AGAIN = 'Start the run of that push again: the commit links to it.';
const BY_HAND =
  'If there is none, run this workflow by hand (workflow_dispatch) on the default branch with "catch-up: true" and no leaves, or with the leaves themselves, to see their plans and accept them:';
const BY_HAND_IN_WAVES =
  'If there is none, run this workflow by hand (workflow_dispatch) on the default branch with the leaves, to see their plans and accept them:';
const ALWAYS = 'With "catch-up: true" in the workflow, each apply first applies what is left of earlier ones.';

/** A block of the comment; none if nothing was left out. */
export function unappliedMarkdown(report: ApplyReport): readonly string[] {
  const { unapplied } = report;
  if (unapplied.length === 0) return [];
  const items = unapplied.slice(0, MOST_MERGES).map((each) => {
    const { number, mergedAt, commit, leaves, why } = each;
    const named = leaves.slice(0, MOST_LEAVES).map((leaf) => code(leaf, 240));
    const words = [...named, ...more(leaves.length - MOST_LEAVES)].join(', ');
    const reason = why === undefined ? '' : ` (${prose(why, 300)})`;
    return `- ${pullRequestLink(report, number)}, merged ${prose(mergedAt, 40)} as ${commitRuns(report, commit)}${words === '' ? '' : `: ${words}`}${reason}`;
  });
  const list = [...items, ...more(unapplied.length - MOST_MERGES).map((words) => `- ${words}`)].join('\n');
  const inputs = pasted(unapplied);
  return [
    `⚠️ **${HEAD}**\n\n${list}`,
    again(report),
    ...(inputs.length === 0 ? [] : [fence(inputs.map(oneLine).join('\n'), 'text')]),
    ...always(report),
  ];
}

/** The same for a log and an annotation, without markdown. */
export function unappliedText(report: ApplyReport): readonly string[] {
  const { unapplied } = report;
  if (unapplied.length === 0) return [];
  const items = unapplied.slice(0, MOST_MERGES).map(({ number, mergedAt, commit, leaves, why }) => {
    const words = [...leaves.slice(0, MOST_LEAVES), ...more(leaves.length - MOST_LEAVES)].join(', ');
    return `  #${number}, merged ${mergedAt} as ${shortCommit(commit)}${words === '' ? '' : `: ${words}`}${why === undefined ? '' : ` (${why})`}`;
  });
  const others = more(unapplied.length - MOST_MERGES).map((words) => `  ${words}`);
  return [
    HEAD,
    ...[...items, ...others].map(oneLine),
    again(report),
    ...pasted(unapplied).map(oneLine),
    ...always(report),
  ];
}

/** Catching up takes a single job. */
function again({ wave }: ApplyReport): string {
  return `${AGAIN} ${wave === undefined ? BY_HAND : BY_HAND_IN_WAVES}`;
}

function always({ wave }: ApplyReport): readonly string[] {
  return wave === undefined ? [ALWAYS] : [];
}

function pasted(unapplied: readonly UnappliedMerge[]): readonly string[] {
  return unapplied
    .slice(0, MOST_MERGES)
    .flatMap(({ leaves }) => leavesTexts(leaves.slice(0, MOST_LEAVES)))
    .map((text) => `leaves: ${text}`);
}

function more(left: number): readonly string[] {
  return left > 0 ? [`${count(left)} more`] : [];
}
