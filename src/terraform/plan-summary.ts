/** What a plan will do, read from Terraform's own JSON form of it. Plain data. */

/**
 * `invoke`: a provider's action that the plan runs; `defer`: a change that waits for another plan; `other`: Terraform's
 * actions are none that this version knows.
 */
export type ResourceAction =
  'create' | 'update' | 'replace' | 'delete' | 'forget' | 'read' | 'move' | 'import' | 'invoke' | 'defer' | 'other';

export interface PlannedResource {
  /** `module.vpc.terraform_data.this[0]` */
  readonly address: string;
  readonly action: ResourceAction;
  /** The address that it moves from, whatever the action. */
  readonly movedFrom?: string | undefined;
  /** What forces a replacement: paths of attributes such as `network[0].id`, `taint` or `replace_triggered_by`. */
  readonly forcedBy?: readonly string[] | undefined;
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

/** Something that Terraform hands to a provider or a provisioner while it applies and that no plan holds. */
export interface UnseenInput {
  /** `module.db.aws_db_instance.this` */
  readonly address: string;
  /** `password_wo`; `provisioner` for what provisioners are given. */
  readonly argument: string;
  /** `data.aws_secretsmanager_random_password.this`; empty where it is a function alone. */
  readonly sources: readonly string[];
}

export interface PlanSummary {
  /** Terraform's own verdict (`applyable`), never derived from the counts: a moved-only plan has changes. */
  readonly hasChanges: boolean;
  /** Replacements count in `replace` only. */
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
  /** Absent where there is nothing to remark. */
  readonly remarks?: PlanRemarks | undefined;
}
