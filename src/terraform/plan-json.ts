/**
 * A plan as `terraform show -json` writes it, read once for all consumers. A field with an unexpected type is read as
 * absent, and listed as unknown: it may mean anything.
 * Format: JSON Output Format 1.x, `internal/command/jsonplan` in Terraform's sources.
 */
import { field, isRecord, list, record, text, textOf } from '../base/json.ts';

export type Plan = Readonly<ReturnType<typeof readPlan>>;
export type Change = Readonly<ReturnType<typeof readChange>>;
export type ResourceChange = Readonly<ReturnType<typeof readResource>>;
export type Invocation = Readonly<ReturnType<typeof readInvocation>>;
export type Path = readonly (string | number)[];

/** A module's source: the root module or a called one. */
export interface ModuleConfiguration {
  /** Names of the variables that it declares as sensitive, sorted. */
  readonly sensitive: readonly string[];
  readonly resources: readonly {
    /** Without the module's. */
    readonly address: string;
    readonly expressions: unknown;
    /** The expressions of each. */
    readonly provisioners: readonly unknown[];
  }[];
  readonly calls: readonly {
    readonly name: string;
    /** As it is written, or worked out. */
    readonly source: string;
    readonly version: string | undefined;
    readonly expressions: unknown;
    readonly module: ModuleConfiguration;
  }[];
}

/** The known fields of an object, and the required type of each. */
type Fields = ReadonlyMap<string, (value: unknown) => boolean>;

/** @param groups names separated by blanks, by required type */
function fields(...groups: readonly (readonly [fits: (value: unknown) => boolean, names: string])[]): Fields {
  return new Map(groups.flatMap(([fits, names]) => names.split(' ').map((name) => [name, fits] as const)));
}

const isAny = (): boolean => true;
const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

/** Parts that vary without changing the effect: what was read, how it was checked, when and by which version. */
const LEFT_OUT = fields(
  [isAny, 'prior_state planned_values resource_drift relevant_attributes checks variables'],
  [isAny, 'timestamp format_version terraform_version'],
);
const COUNTED = fields(
  [Array.isArray, 'resource_changes action_invocations deferred_changes deferred_action_invocations'],
  [isRecord, 'output_changes configuration'],
  [isFlag, 'applyable complete errored'],
);
const CHANGE = fields(
  [isTexts, 'actions'],
  [Array.isArray, 'replace_paths'],
  [isRecord, 'importing'],
  [
    isAny,
    'before after after_unknown before_sensitive after_sensitive before_identity after_identity generated_config',
  ],
);
const RESOURCE = fields(
  [isText, 'address previous_address deposed action_reason'],
  [isRecord, 'change'],
  [isAny, 'module_address mode type name index index_unknown provider_name'],
);
const INVOCATION = fields(
  [isText, 'address'],
  [isRecord, 'lifecycle_action_trigger'],
  [isAny, 'type name config_values config_sensitive config_unknown provider_name invoke_action_trigger'],
);
const IMPORT = fields([isAny, 'id identity unknown']);
const LIFECYCLE_TRIGGER = fields(
  [isText, 'triggering_resource_address action_trigger_event on_failure'],
  [isAny, 'action_trigger_block_index actions_list_index'],
);
const INVOKE_TRIGGER = fields([isText, 'calling_resource_address']);
const DEFERRED_RESOURCE = fields([isText, 'reason'], [isRecord, 'resource_change']);
const DEFERRED_INVOCATION = fields([isText, 'reason'], [isRecord, 'action_invocation']);

/** @param json as it was parsed */
export function readPlan(json: unknown) {
  const part = (name: string): readonly unknown[] => list(field(json, name));
  const flag = (name: string): boolean | undefined => {
    const value = field(json, name);
    return typeof value === 'boolean' ? value : undefined;
  };
  const resources = part('resource_changes').map(readResource);
  const outputs = Object.entries(record(field(json, 'output_changes'))).map(([name, change]) => ({
    name,
    ...readChange(change),
  }));
  const invocations = part('action_invocations').map(readInvocation);
  const deferredResources = part('deferred_changes').map((each) =>
    readDeferred(each, DEFERRED_RESOURCE, 'resource_change', readResource),
  );
  const deferredInvocations = part('deferred_action_invocations').map((each) =>
    readDeferred(each, DEFERRED_INVOCATION, 'action_invocation', readInvocation),
  );
  const parts = Object.entries(record(json));
  const counted = Object.fromEntries(parts.filter(([name]) => !LEFT_OUT.has(name)));
  return {
    /** All of it, known or not. */
    json,
    /** The parts that decide what happens, known or not. */
    counted,
    leftOut: Object.fromEntries(parts.filter(([name]) => LEFT_OUT.has(name))),
    resources,
    outputs,
    invocations,
    deferredResources,
    deferredInvocations,
    /** What something other than Terraform changed. */
    drift: part('resource_drift').map(readResource),
    /** Attributes outside the configuration that planned values depend on. */
    relevant: part('relevant_attributes').map((each) => ({
      resource: textOf(each, 'resource') ?? '',
      path: readPath(field(each, 'attribute')),
    })),
    checks: part('checks').map(readCheck),
    /** Values of the root module's, by name. */
    variables: new Map(
      Object.entries(record(field(json, 'variables'))).map(([name, each]) => [name, field(each, 'value')]),
    ),
    root: readModule(field(field(json, 'configuration'), 'root_module')),
    /** Undefined: an old Terraform does not say. */
    applyable: flag('applyable'),
    complete: flag('complete'),
    errored: flag('errored'),
    /** Names of whole counted parts that this version does not know: `foo`. */
    unknownParts: unknownFields(counted, COUNTED),
    /** The same inside known parts: `resource_changes.change.bar`. */
    unknownFields: Object.entries({
      resource_changes: resources,
      output_changes: outputs,
      action_invocations: invocations,
      deferred_changes: deferredResources,
      deferred_action_invocations: deferredInvocations,
    }).flatMap(([name, items]) => items.flatMap(({ unknown }) => unknown.map((each) => `${name}.${each}`))),
  };
}

function readChange(value: unknown) {
  return {
    /** Terraform's words: `delete`, `create`. */
    actions: list(field(value, 'actions')).map((each) => text(each) ?? '?'),
    before: field(value, 'before'),
    after: field(value, 'after'),
    /** Marks: true where the value, or a part of it, is known only after the apply, or is sensitive. */
    afterUnknown: field(value, 'after_unknown'),
    beforeSensitive: field(value, 'before_sensitive'),
    afterSensitive: field(value, 'after_sensitive'),
    imported: field(value, 'importing') !== undefined,
    /** Attributes that force a replacement. */
    replacePaths: list(field(value, 'replace_paths')).map(readPath),
    /** Names of fields that this version does not know. */
    unknown: [...unknownFields(value, CHANGE), ...unknownInside(value, 'importing', IMPORT)],
  };
}

function readResource(value: unknown) {
  const change = readChange(field(value, 'change'));
  return {
    ...change,
    /** `module.vpc.terraform_data.this[0]` */
    address: textOf(value, 'address') ?? '',
    /** The key of a deposed object, which exists beside the current one. */
    deposed: textOf(value, 'deposed'),
    movedFrom: textOf(value, 'previous_address'),
    /** Terraform's reason: `replace_because_tainted`. */
    reason: textOf(value, 'action_reason'),
    unknown: [...unknownFields(value, RESOURCE), ...change.unknown.map((name) => `change.${name}`)],
    json: value,
  };
}

/** The address of a resource's object; a deposed one exists beside the current one. */
export function addressOf({ address, deposed }: Pick<ResourceChange, 'address' | 'deposed'>): string {
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}

/** An invocation of a provider's action. */
function readInvocation(value: unknown) {
  const trigger = field(value, 'lifecycle_action_trigger');
  const resource = textOf(trigger, 'triggering_resource_address');
  return {
    address: textOf(value, 'address') ?? '',
    /** What makes it run: `after create of terraform_data.a`; undefined if not stated. */
    trigger: triggerInWords(textOf(trigger, 'action_trigger_event'), resource),
    /** The address of the resource whose change makes it run. */
    triggeredBy: resource,
    config: field(value, 'config_values'),
    configUnknown: field(value, 'config_unknown'),
    unknown: [
      ...unknownFields(value, INVOCATION),
      ...unknownInside(value, 'lifecycle_action_trigger', LIFECYCLE_TRIGGER),
      ...unknownInside(value, 'invoke_action_trigger', INVOKE_TRIGGER),
    ],
  };
}

/** @param event as Terraform spells it: `AfterCreate` */
export function triggerInWords(event: string | undefined, resource: string | undefined): string | undefined {
  const when = event?.replace(/(?<=[a-z])(?=[A-Z])|_/gu, ' ').toLowerCase();
  const said = [when, resource && `of ${resource}`].filter((each) => each !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}

/** A change that waits for another plan. */
function readDeferred<T extends Change | Invocation>(
  value: unknown,
  known: Fields,
  name: string,
  read: (value: unknown) => T,
) {
  const change = read(field(value, name));
  const unknown = [...unknownFields(value, known), ...change.unknown.map((each) => `${name}.${each}`)];
  return { change, reason: textOf(value, 'reason'), unknown };
}

function readCheck(value: unknown) {
  const said = (each: unknown) => ({
    name: textOf(field(each, 'address'), 'to_display'),
    status: textOf(each, 'status'),
    messages: list(field(each, 'problems')).flatMap((problem) => textOf(problem, 'message') ?? []),
  });
  return { ...said(value), instances: list(field(value, 'instances')).map(said) };
}

function readModule(value: unknown): ModuleConfiguration {
  return {
    sensitive: Object.entries(record(field(value, 'variables')))
      .flatMap(([name, variable]) => (field(variable, 'sensitive') === true ? [name] : []))
      .sort(),
    resources: list(field(value, 'resources')).map((resource) => ({
      address: textOf(resource, 'address') ?? '',
      expressions: field(resource, 'expressions'),
      provisioners: list(field(resource, 'provisioners')).map((each) => field(each, 'expressions')),
    })),
    calls: Object.entries(record(field(value, 'module_calls'))).map(([name, call]) => ({
      name,
      source: textOf(call, 'source') ?? '',
      version: textOf(call, 'version_constraint'),
      expressions: field(call, 'expressions'),
      module: readModule(field(call, 'module')),
    })),
  };
}

function readPath(value: unknown): Path {
  return list(value).map((step) => (typeof step === 'string' || typeof step === 'number' ? step : '?'));
}

function unknownInside(value: unknown, name: string, known: Fields): readonly string[] {
  return unknownFields(field(value, name), known).map((each) => `${name}.${each}`);
}

function unknownFields(value: unknown, known: Fields): readonly string[] {
  return Object.entries(record(value)).flatMap(([name, each]) => {
    const fits = known.get(name);
    return fits?.(each) === true ? [] : [name];
  });
}
