/** Classifies the names of files in a folder of Terraform sources. */

export const PROVIDER_FILE = 'provider.tf.json';
export const VARIABLES_FILE = 'variables.tfvars.json';

/** The same content under a name that every command of Terraform reads by itself. It is no part of a rendering. */
export const EARLY_VARIABLES_FILE = 'kompos.auto.tfvars.json';

/** Whether a file is a template, `X.tf.versioned` or `X.tofu.versioned`. */
export function isTemplate(name: string): boolean {
  return /\.(?:tf|tofu)\.versioned$/u.test(name);
}

/** Whether a file is a template in JSON, which is not supported. */
export function isJsonTemplate(name: string): boolean {
  return /\.(?:tf|tofu)\.json\.versioned$/u.test(name);
}

/** `main.tf` for `main.tf.versioned` */
export function renderedName(template: string): string {
  return template.slice(0, -'.versioned'.length);
}

/** Whether Terraform or OpenTofu reads a file of a module's folder as configuration: which one runs is not known here. */
export function isTerraformFile(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/u.test(name);
}

/** Whether such a file is JSON. */
export function isJson(name: string): boolean {
  return name.endsWith('.json');
}

/** Whether a file overrides what the other files declare. */
export function isOverride(name: string): boolean {
  return /(?:^|_)override\.(?:tf|tofu)(?:\.json|\.versioned)?$/u.test(name);
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
