/** A migration as the terminal shows it. Pure. */
import { createTwoFilesPatch } from 'diff';
import { formatProblem, inLeaves, type Problem } from '../../base/problems.ts';
import { count } from '../../markdown/phrases.ts';
import type { FileChange } from './draft.ts';
import type { Comparison } from './rendered.ts';

/** What a migration comes to. */
export interface Migration {
  /** `0.9 or newer` */
  readonly version: string;
  readonly changes: readonly FileChange[];
  /** What a person has to do, each with its place. */
  readonly byHand: readonly Problem[];
  /** What is otherwise than in the original. */
  readonly otherwise: readonly Problem[];
  /** Why leaves do not render. */
  readonly failures: readonly Problem[];
  readonly counts: {
    readonly leaves: number;
    readonly rendered: number;
    readonly paused: number;
    readonly others: number;
    /** Distinct references to secrets, which are not read. */
    readonly secrets: number;
  };
  readonly comparison: Comparison | undefined;
  readonly isWritten: boolean;
}

export function migrationText(migration: Migration): string {
  const { version, changes, byHand, otherwise, failures, comparison, isWritten } = migration;
  const sections = [
    `A project of Kompos ${version}.\n`,
    changes.length === 0 ? '' : `Changes\n${changes.map(changeText).join('')}`,
    listed('To do by hand', byHand),
    listed('Leaves that do not render', failures),
    comparison === undefined ? '' : listed('Differences from the rendered files', inLeaves(comparison.different)),
    listed('Otherwise than in the original', otherwise),
    `${leavesText(migration)}\n`,
    comparison === undefined ? '' : comparisonText(comparison),
    endText(changes.length, isWritten),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

function changeText({ path, before, after, why }: FileChange): string {
  const reasons = why.map((each) => `    ${each}\n`).join('');
  // Whole files that come or go need no diff.
  if (before === undefined || after === undefined) return `  ${path}\n${reasons}`;
  const [, ...lines] = createTwoFilesPatch(path, path, before, after, '', '', { context: 1 })
    .split('\n')
    .slice(3)
    .filter((line) => line !== '');
  return `  ${path}\n${reasons}${lines.map((line) => `      ${line}\n`).join('')}`;
}

function listed(title: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  return `${title}\n${problems.map((each) => `${indented(formatProblem(each))}\n`).join('')}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

function leavesText({ counts: { leaves, rendered, paused, others, secrets } }: Migration): string {
  const parts = [`${rendered} of ${leaves} leaves render.`];
  if (paused > 0) parts.push(`${paused} paused by composition.enabled: false.`);
  if (others > 0) {
    parts.push(`${count(others, 'folder belongs', 'folders belong')} to other engines.`);
  }
  if (secrets > 0)
    parts.push(`Secret stores were not read: stand-ins took the place of ${count(secrets, 'secret', 'secrets')}.`);
  return parts.join(' ');
}

function comparisonText({ same, different, missing, settings, secrets }: Comparison): string {
  const lines = [`${same} of ${same + different.length} leaves have the same variables as in the original.`];
  const [first] = missing;
  if (first !== undefined) lines.push(`${missing.length} have no file to compare with, such as ${first}.`);
  if (secrets > 0)
    lines.push(`Not compared, because secret stores were not read: ${count(secrets, 'value', 'values')}.`);
  if (settings.length > 0) {
    lines.push(`The original also mixes its settings into var.config, which is not counted: ${settings.join(', ')}.`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function endText(count: number, isWritten: boolean): string {
  if (count === 0) return 'Nothing has to be changed.\n';
  const files = count === 1 ? '1 file' : `${count} files`;
  return isWritten
    ? `${files} changed. Next: git diff, then kompos plan.\n`
    : `Nothing was written. --write changes ${files}.\n`;
}
