/** The environment of Terraform when nobody is asked and several leaves are at work at once. */
import type { Environment } from '../base/environment.ts';

/** Set for every leaf by us, or unsafe with several leaves at once. */
const NOT_PASSED_ON = new Set(['TF_DATA_DIR', 'TF_PLUGIN_CACHE_DIR', 'TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE']);

/** All of an environment that may reach Terraform, and what keeps it from asking questions. */
export function unattended(all: Environment): Environment {
  const kept = Object.entries(all).filter(([name]) => !NOT_PASSED_ON.has(name));
  return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
}
