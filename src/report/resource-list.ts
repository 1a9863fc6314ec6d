/** The addresses of a plan with what happens to each: what always stays when a plan's text does not fit. */
import type { PlannedResource, PlanSummary, ResourceAction } from '../terraform/plan-summary.ts';
import { shorten } from './bytes.ts';
import { code, oneLine } from './escaping.ts';
import { count } from './words.ts';

/** The beginning of a line in a `diff` fence, so that GitHub colours it as it does the plan's text. */
const SIGNS: Readonly<Record<ResourceAction, string>> = {
  delete: '-  ',
  replace: '-/+',
  forget: '!  ',
  update: '!  ',
  create: '+  ',
  import: '!  ',
  move: '!  ',
  read: ' <=',
};

/** Resources that are destroyed or replaced and that `dangerLines` names one by one. */
const MOST_NAMED = 20;

/**
 * One line for each resource for a `diff` fence, in Terraform's order, destroys and replacements first. Those that
 * `dangerLines` names are left out.
 */
export function resourceLines(summary: PlanSummary): readonly string[] {
  const others = summary.resources.filter(({ action }) => action !== 'delete' && action !== 'replace');
  return [
    ...withAction(summary, 'delete').slice(MOST_NAMED),
    ...withAction(summary, 'replace').slice(MOST_NAMED),
    ...others,
  ].map(lineOf);
}

/** One line for each resource for a `diff` fence, destroys and replacements first, none left out. */
export function allResourceLines(summary: PlanSummary): readonly string[] {
  const loud = [...withAction(summary, 'delete'), ...withAction(summary, 'replace')];
  return [...loud, ...summary.resources.filter((resource) => !loud.includes(resource))].map(lineOf);
}

function lineOf(resource: PlannedResource): string {
  return `${SIGNS[resource.action]} ${shorten(oneLine(resource.address), 300)}${notes(resource)}`;
}

function notes(resource: PlannedResource): string {
  const said = [
    resource.action === 'forget' ? 'forgotten, not destroyed' : '',
    resource.imported === true || resource.action === 'import' ? 'imported' : '',
    resource.movedFrom === undefined ? '' : `moved from ${shorten(oneLine(resource.movedFrom), 300)}`,
  ].filter((part) => part !== '');
  return said.length > 0 ? `  (${said.join(', ')})` : '';
}

/** Sentences that name what is destroyed and what is replaced; none for a plan that only adds and changes. */
export function dangerLines(summary: PlanSummary): readonly string[] {
  return [danger('Destroys', summary, 'delete'), danger('Replaces', summary, 'replace')].filter((line) => line !== '');
}

function danger(verb: string, summary: PlanSummary, action: ResourceAction): string {
  const resources = withAction(summary, action);
  if (resources.length === 0) return '';
  const names = resources.slice(0, MOST_NAMED).map(({ address }) => code(address, 200));
  const more = resources.length - names.length;
  return `🟥 **${verb}** ${names.join(', ')}${more > 0 ? ` +${count(more)} more` : ''}`;
}

function withAction(summary: PlanSummary, action: ResourceAction): readonly PlannedResource[] {
  return summary.resources.filter((resource) => resource.action === action);
}
