/** The addresses of a plan with what happens to each: what always stays when a plan's text does not fit. */
import type { PlannedResource, PlanSummary, ResourceAction } from '../terraform/plan-summary.ts';
import { shorten } from './bytes.ts';
import { code, oneLine } from './escaping.ts';
import { count, firstFew } from './phrases.ts';

/** The beginning of a line in a `diff` fence, so that GitHub colors it as it does the plan's text. */
const SIGNS: Readonly<Record<ResourceAction, string>> = {
  delete: '-  ',
  replace: '-/+',
  forget: '!  ',
  update: '!  ',
  create: '+  ',
  import: '!  ',
  move: '!  ',
  read: ' <=',
  invoke: '!  ',
  defer: '!  ',
  other: '!  ',
};

/** How many destroyed or replaced resources `dangerLines` names one by one. */
const MOST_NAMED = 20;

/**
 * One line for each resource for a `diff` fence, in Terraform's order, destroys and replacements first. Those that
 * `dangerLines` names are left out.
 */
export function resourceLines(summary: PlanSummary): readonly string[] {
  const others = summary.resources.filter(({ action }) => action !== 'delete' && action !== 'replace');
  return [...dangerous(summary).flatMap(([, resources]) => resources.slice(MOST_NAMED)), ...others].map(lineOf);
}

/** One line for each resource for a `diff` fence, destroys and replacements first, none left out. */
export function allResourceLines(summary: PlanSummary): readonly string[] {
  const loud = [...withAction(summary, 'delete'), ...withAction(summary, 'replace')];
  return [...loud, ...summary.resources.filter((resource) => !loud.includes(resource))].map(lineOf);
}

function lineOf(resource: PlannedResource): string {
  return `${resource.forgets === true ? '!  ' : SIGNS[resource.action]} ${shorten(oneLine(resource.address), 300)}${notes(resource)}`;
}

function notes(resource: PlannedResource): string {
  const parts = [
    resource.action === 'forget' ? 'forgotten, not destroyed' : '',
    resource.forgets === true ? 'replaced; the old object is forgotten, not destroyed' : '',
    resource.because ?? '',
    resource.imported === true || resource.action === 'import' ? 'imported' : '',
    resource.movedFrom === undefined ? '' : `moved from ${shorten(oneLine(resource.movedFrom), 300)}`,
    inTerraformsWords(resource),
  ].filter((part) => part !== '');
  return parts.length > 0 ? `  (${parts.join(', ')})` : '';
}

function inTerraformsWords({ action, words = '' }: PlannedResource): string {
  const shown = shorten(oneLine(words), 300);
  switch (action) {
    case 'invoke':
      return `action invoked ${shown}`.trimEnd();
    case 'defer':
      return shown === '' ? 'deferred' : `deferred: ${shown}`;
    default:
      return shown === '' ? '' : `actions that this version does not know: ${shown}`;
  }
}

/** Sentences that name what is destroyed and what is replaced; none for a plan that only adds and changes. */
export function dangerLines(summary: PlanSummary): readonly string[] {
  return dangers(summary, MOST_NAMED).map(({ verb, addresses, forcedBy, more }) => {
    const names = addresses.map((address) => code(address, 200)).join(', ');
    const forces = firstFew(
      forcedBy.map((each) => code(each, 80)),
      3,
    );
    return `🟥 **${verb}** ${names}${forces === '' ? '' : ` (forced by ${forces})`}${more > 0 ? ` +${count(more)} more` : ''}`;
  });
}

/** Resources that are destroyed, or replaced for the same reasons, with or without destroying what exists. */
export interface Danger {
  readonly verb: 'Destroys' | 'Replaces' | 'Replaces, and leaves the old object behind:';
  readonly addresses: readonly string[];
  readonly forcedBy: readonly string[];
  /** How many resources of this verb are not named; only the last one has any. */
  readonly more: number;
}

/** @param most how many resources of each verb are named */
export function dangers(summary: PlanSummary, most: number): readonly Danger[] {
  return dangerous(summary).flatMap(([verb, resources]) => dangersOf(verb, resources, most));
}

function dangerous(summary: PlanSummary): readonly (readonly [Danger['verb'], readonly PlannedResource[]])[] {
  const replaced = withAction(summary, 'replace');
  return [
    ['Destroys', withAction(summary, 'delete')],
    ['Replaces', replaced.filter(({ forgets }) => forgets !== true)],
    ['Replaces, and leaves the old object behind:', replaced.filter(({ forgets }) => forgets === true)],
  ];
}

function dangersOf(verb: Danger['verb'], resources: readonly PlannedResource[], most: number): readonly Danger[] {
  const groups = new Map<string, { addresses: string[]; forcedBy: readonly string[] }>();
  for (const { address, forcedBy = [] } of resources.slice(0, most)) {
    const key = JSON.stringify(forcedBy);
    const group = groups.get(key) ?? { addresses: [], forcedBy };
    group.addresses.push(address);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const more = Math.max(0, resources.length - most);
  return all.map((group, index) => ({ verb, ...group, more: index === all.length - 1 ? more : 0 }));
}

function withAction(summary: PlanSummary, action: ResourceAction): readonly PlannedResource[] {
  return summary.resources.filter((resource) => resource.action === action);
}
