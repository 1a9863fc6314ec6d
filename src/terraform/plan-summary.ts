/** What a plan will do, read from Terraform's own JSON form of it. Plain data. */

export type ResourceAction = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'read' | 'move' | 'import';

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
  };
  /** In Terraform's order; resources that nothing happens to are left out. */
  readonly resources: readonly PlannedResource[];
}
