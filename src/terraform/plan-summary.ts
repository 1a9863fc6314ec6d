/** What a plan will do, and what a reviewer has to know of it besides: plain data. */
import { addressOf, type Path, type Plan, type ResourceChange } from './plan-json.ts';
import { unseenInputs, type UnseenInput } from './unseen-inputs.ts';

/**
 * `invoke`: a provider's action that the plan runs; `defer`: a change that waits for another plan; `other`: Terraform's
 * actions are none that this version knows.
 */
export type ResourceAction =
  'create' | 'update' | 'replace' | 'delete' | 'forget' | 'read' | 'move' | 'import' | 'invoke' | 'defer' | 'other';

export interface PlannedResource {
  /** `module.vpc.terraform_data.this[0]`; `… (deposed 1a2b3c4d)` for what a failed replacement left over. */
  readonly address: string;
  readonly action: ResourceAction;
  /** The address that it moves from, whatever the action. */
  readonly movedFrom?: string | undefined;
  /** What forces a replacement: paths of attributes such as `network[0].id`, `taint` or `replace_triggered_by`. */
  readonly forcedBy?: readonly string[] | undefined;
  /** A replacement that forgets the old object: it is not destroyed, and no longer managed. */
  readonly forgets?: true | undefined;
  /** Terraform's reason in words, if it states one: `not in the configuration`. */
  readonly because?: string | undefined;
  /** Imported by the same plan, whatever the action. */
  readonly imported?: boolean | undefined;
  /** What the action's name does not say: Terraform's own actions, what invokes it, why it waits. */
  readonly words?: string | undefined;
}

/** What a reviewer has to know of a plan besides its changes. */
export interface PlanRemarks {
  /** Names of parts of the plan's JSON that this version does not know: `resource_changes.change.foo`. */
  readonly unknownParts: readonly string[];
  /** Whether Terraform says that another plan is needed after this one. */
  readonly incomplete: boolean;
  /** `check.health: The service is down.` */
  readonly failedChecks: readonly string[];
  /** What is handed over without standing in the plan, from sources that may change outside of the files. */
  readonly unseen: readonly UnseenInput[];
}

/** A value of the root module that other states can read. */
export interface PlannedOutput {
  readonly name: string;
  /** Terraform's word; `replace`: its new value is known only after the apply. */
  readonly action: 'create' | 'update' | 'replace' | 'delete';
}

export interface PlanSummary {
  /** Terraform's own verdict (`applyable`), never derived from the counts: a moved-only plan has changes. */
  readonly hasChanges: boolean;
  /** Replacements count in `replace` only, and in `forget` as well if the old object is forgotten. */
  readonly counts: {
    readonly create: number;
    readonly update: number;
    readonly replace: number;
    readonly delete: number;
    readonly forget: number;
    readonly move: number;
    readonly import: number;
    /** Changed output values. */
    readonly outputs: number;
    /** Absent where there are none. */
    readonly other?: number | undefined;
    readonly invoke?: number | undefined;
    readonly defer?: number | undefined;
  };
  /** In Terraform's order; resources that nothing happens to are left out. */
  readonly resources: readonly PlannedResource[];
  /** Output values that change; absent for none. */
  readonly outputs?: readonly PlannedOutput[] | undefined;
  /** Absent where there is nothing to remark. */
  readonly remarks?: PlanRemarks | undefined;
}

/**
 * @param changes Terraform's exit code said that there are changes; stands in where an old Terraform does not say
 *   `applyable`
 */
export function summarise(plan: Plan, changes: boolean): PlanSummary {
  const deferred = [...plan.deferredResources, ...plan.deferredInvocations];
  const resources: readonly PlannedResource[] = [
    ...plan.resources.flatMap(describe),
    ...plan.invocations.map(({ address, trigger }) => ({ address, action: 'invoke' as const, words: trigger })),
    ...deferred.map(({ change, reason }) => ({
      address: 'actions' in change ? addressOf(change) : change.address,
      action: 'defer' as const,
      words: reason?.replaceAll('_', ' '),
    })),
  ];
  const count = (action: ResourceAction): number => resources.filter((each) => each.action === action).length;
  const some = (action: 'other' | 'invoke' | 'defer'): number | undefined => count(action) || undefined;
  return {
    hasChanges: plan.applyable ?? changes,
    counts: {
      create: count('create'),
      update: count('update'),
      replace: count('replace'),
      delete: count('delete'),
      forget: count('forget') + resources.filter((each) => each.forgets === true).length,
      move: resources.filter((each) => each.movedFrom !== undefined).length,
      import: resources.filter((each) => each.imported === true).length,
      outputs: changedOutputs(plan).length,
      other: some('other'),
      invoke: some('invoke'),
      defer: some('defer'),
    },
    resources,
    ...(plan.outputs.some(isChanged) ? { outputs: plan.outputs.filter(isChanged).map(describeOutput) } : {}),
    remarks: remarksOn(plan),
  };
}

type OutputChange = Plan['outputs'][number];

function isChanged({ actions }: OutputChange): boolean {
  return actions.join() !== 'no-op';
}

function describeOutput({ name, actions, afterUnknown }: OutputChange): PlannedOutput {
  const action = actions.join(' ');
  if (action === 'create' || action === 'delete') return { name, action };
  return { name, action: hasUnknown(afterUnknown) ? 'replace' : 'update' };
}

/** Whether a value, or a part of it, is known only after the apply. */
function hasUnknown(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  return Object.values(marks).some(hasUnknown);
}

/** Names of the outputs whose values change. */
export function changedOutputs({ outputs }: Plan): readonly string[] {
  return outputs.filter(isChanged).map(({ name }) => name);
}

function describe(resource: ResourceChange): readonly PlannedResource[] {
  const { movedFrom, imported } = resource;
  const { action, forgets, words } = actionOf(resource.actions);
  const settled = imported ? 'import' : movedFrom === undefined ? undefined : 'move';
  const shown = action ?? settled;
  if (shown === undefined) return [];
  return [
    {
      address: addressOf(resource),
      action: shown,
      movedFrom,
      forcedBy: shown === 'replace' ? forces(resource) : undefined,
      forgets,
      because: shown === 'replace' ? undefined : reasonInWords(resource),
      imported: imported || undefined,
      words,
    },
  ];
}

/** The human plan marks these too, but not each of them, and not where its text is cut. */
function forces({ reason, replacePaths }: ResourceChange): readonly string[] | undefined {
  switch (reason) {
    case 'replace_because_tainted':
      return ['taint'];
    case 'replace_by_triggers':
      return ['replace_triggered_by'];
    case 'replace_by_request':
      return ['-replace'];
    default:
      return replacePaths.length === 0 ? undefined : replacePaths.map(attributePath);
  }
}

/** Terraform's keywords; `internal/command/jsonplan` has them. OpenTofu has more, and either may get new ones. */
const REASONS: Readonly<Record<string, string>> = {
  delete_because_no_resource_config: 'not in the configuration',
  delete_because_no_module: 'its module is not in the configuration',
  delete_because_no_move_target: 'moved to an address that is not in the configuration',
  delete_because_wrong_repetition: 'count or for_each was added or removed',
  delete_because_count_index: 'its index is out of range for count',
  delete_because_each_key: 'its key is not in for_each',
  delete_because_enabled_false: 'enabled is false',
  forgot_because_lifecycle_destroy_in_config: 'destroy = false in the configuration',
  forgot_because_lifecycle_destroy_in_state: 'destroy = false in the state',
  read_because_config_unknown: 'its configuration has values that are not known yet',
  read_because_dependency_pending: 'what it depends on has changes',
  read_because_check_nested: 'a check reads it again',
};

function reasonInWords({ reason, deposed, actions }: ResourceChange): string | undefined {
  if (deposed !== undefined) return 'left over from a replacement that failed';
  // OpenTofu gives a reason for deleting what it forgets because of a "removed" block.
  if (reason === undefined || (actions.includes('forget') && reason.startsWith('delete_'))) return undefined;
  return REASONS[reason] ?? reason.replaceAll('_', ' ');
}

/** `["network", 0, "id"]` → `network[0].id` */
function attributePath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** Undefined where nothing happens. What is not known is never nothing, and may destroy where it says "delete". */
function actionOf(actions: readonly string[]): {
  readonly action: ResourceAction | undefined;
  readonly forgets?: true;
  readonly words?: string;
} {
  const joined = actions.join(' ');
  switch (joined) {
    case 'no-op':
      return { action: undefined };
    case 'create':
    case 'update':
    case 'delete':
    case 'read':
    case 'forget':
      return { action: joined };
    case 'delete create':
    case 'create delete':
      return { action: 'replace' };
    // Terraform 1.16 and OpenTofu: "destroy = false" keeps the old object.
    case 'create forget':
    case 'forget create':
      return { action: 'replace', forgets: true };
    default: {
      const words = joined === '' ? 'no action' : joined.replaceAll(' ', ', ');
      if (!actions.includes('delete')) return { action: 'other', words };
      return { action: actions.includes('create') ? 'replace' : 'delete', words };
    }
  }
}

/** Undefined where there is nothing to remark. */
function remarksOn(plan: Plan): PlanRemarks | undefined {
  const unknownParts = [...new Set([...plan.unknownParts, ...plan.unknownFields])].sort();
  const incomplete = plan.complete === false && plan.errored !== true;
  const failedChecks = plan.checks.flatMap(failures);
  const unseen = unseenInputs(plan);
  return incomplete || unknownParts.length + failedChecks.length + unseen.length > 0
    ? { unknownParts, incomplete, failedChecks, unseen }
    : undefined;
}

/** Each instance that does not hold; one that is not known yet may still hold. */
function failures(check: Plan['checks'][number]): readonly string[] {
  return (check.instances.length > 0 ? check.instances : [check]).flatMap(({ name, status, messages }) => {
    if (status !== 'fail' && status !== 'error') return [];
    const shown = name ?? check.name ?? '';
    return [messages.length === 0 ? shown : `${shown}: ${messages.join(' ')}`];
  });
}
