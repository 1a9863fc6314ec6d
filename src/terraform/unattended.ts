/** The environment of Terraform without prompts, with several leaves running at once. */
import type { Environment } from '../base/environment.ts';

/** Set by us for every leaf, or unsafe with several leaves at once. */
const NOT_PASSED_ON = new Set(['TF_DATA_DIR', 'TF_PLUGIN_CACHE_DIR', 'TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE']);

/** The variables that may be passed to Terraform, and those that disable its prompts. */
export function unattended(all: Environment): Environment {
  const kept = Object.entries(all).filter(([name]) => !NOT_PASSED_ON.has(name));
  return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
}
