/** Classifies the names of files in a folder of Terraform sources. */

export const PROVIDER_FILE = 'provider.tf.json';
export const VARIABLES_FILE = 'variables.tfvars.json';

/** The same content under a name that every command of Terraform reads by itself. It is no part of a rendering. */
export const EARLY_VARIABLES_FILE = 'kompos.auto.tfvars.json';

/** The configuration as a default, for a command that reads no variables. */
export const DEFAULT_FILE = 'kompos_default_override.tf.json';

/** The plan, which holds secrets in clear. */
export const PLAN_FILE = 'kompos.tfplan';

/** Whether a file is a template: `X.tf.versioned`, `X.tofu.versioned`, or either as JSON (`X.tf.json.versioned`). */
export function isTemplate(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?\.versioned$/u.test(name);
}

/** `main.tf` for `main.tf.versioned` */
export function renderedName(template: string): string {
  return template.slice(0, -'.versioned'.length);
}

/**
 * Whether Terraform or OpenTofu reads a file of a module's folder as configuration: which one runs is not known here.
 * Neither reads hidden files.
 */
export function isTerraformFile(name: string): boolean {
  return /(?:^|\/)[^./][^/]*\.(?:tf|tofu)(?:\.json)?$/u.test(name);
}

/** Whether a file is one of tests, or of queries, which no plan, apply or destroy reads. */
export function isTestFile(name: string): boolean {
  return /\.(?:(?:tftest|tofutest|tfquery|tfmock)\.(?:hcl|json))$/u.test(name);
}

/** Whether a Terraform file, or a template of one, is JSON. */
export function isJson(name: string): boolean {
  return /\.json(?:\.versioned)?$/u.test(name);
}

/** Whether only OpenTofu reads a Terraform file. */
export function isTofu(name: string): boolean {
  return /\.tofu(?:\.json)?$/u.test(name);
}

/** Whether OpenTofu reads `X.tofu`, or `X.tofu.json`, instead of a file. */
export function isShadowed(name: string, names: ReadonlySet<string>): boolean {
  const twin = name.replace(/\.tf(\.json)?$/u, '.tofu$1');
  return twin !== name && names.has(twin);
}

/**
 * Whether a program reads a Terraform file.
 *
 * @param readsTofuFiles whether the program is one that reads `X.tofu`, and then no `X.tf` beside it
 * @param names of all files of the folder
 */
export function isReadBy(readsTofuFiles: boolean, name: string, names: ReadonlySet<string>): boolean {
  return readsTofuFiles ? !isShadowed(name, names) : !isTofu(name);
}

/** Whether a file overrides what the other files declare. */
export function isOverride(name: string): boolean {
  return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?(?:\.versioned)?$/u.test(name);
}

/**
 * Whether a file of a composition's folder is excluded from the rendering: Terraform's working data and state, and what
 * rendering itself writes.
 *
 * @param name path below the composition's folder
 */
export function isLeftOut(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return (
    name === PROVIDER_FILE ||
    name === VARIABLES_FILE ||
    name.startsWith('.terraform/') ||
    name.includes('/.terraform/') ||
    base === '.terraform.tfstate.lock.info' ||
    /\.tfstate(\..*)?$/u.test(base)
  );
}

/** Whether a module's source is a folder of the same repository. */
export function isLocalModule(source: string): boolean {
  return source === '.' || source === '..' || source.startsWith('./') || source.startsWith('../');
}
