/** What the environment adds to what files say. Names only: values may be secret, and another job may have others. */
export interface Outside {
  /** Variables of the root module that are set by `TF_VAR_…`: `*.tfvars` files win over these. */
  readonly variables: ReadonlySet<string>;
  /** Variables that options of `init` set, which win over everything; `any`: a file that is not read may set all. */
  readonly options: ReadonlySet<string> | 'any';
  /** Settings of backends that options of `init` set, whatever files say; `any`: a file that is not read may set all. */
  readonly backendOptions: ReadonlySet<string> | 'any';
  /** Environment variables that have a value: some of them are what a backend takes where a setting is absent. */
  readonly environment: ReadonlySet<string>;
}

/** An environment that sets nothing. */
export const NOTHING_OUTSIDE: Outside = {
  variables: new Set(),
  options: new Set(),
  backendOptions: new Set(),
  environment: new Set(),
};
