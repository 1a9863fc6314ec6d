/** Which names mean what in a folder of Terraform sources. */

export const PROVIDER_FILE = 'provider.tf.json';
export const VARIABLES_FILE = 'variables.tfvars.json';
const TEMPLATE_SUFFIX = '.tf.versioned';

/** Whether a file is a template, `X.tf.versioned`. */
export function isTemplate(name: string): boolean {
  return name.endsWith(TEMPLATE_SUFFIX);
}

/** `main.tf` for `main.tf.versioned` */
export function renderedName(template: string): string {
  return template.slice(0, -'.versioned'.length);
}

/** Whether Terraform reads a file of a module's folder as configuration. */
export function isTerraformFile(name: string): boolean {
  return name.endsWith('.tf') || name.endsWith('.tf.json');
}

/** Whether what stands in a file takes the place of what the other files say. */
export function isOverride(name: string): boolean {
  return /(?:^|_)override\.tf(?:\.json|\.versioned)?$/u.test(name);
}

/**
 * Whether a file of a composition's folder stays out of the rendering: Terraform's working data and state, and what
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
