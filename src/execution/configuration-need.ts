/** When a program wants a leaf's configuration. */
import { loadHclParser } from '../rendering/hcl/hcl-grammar.ts';
import type { Rendered } from '../rendering/rendering.ts';
import { configurationVariable } from '../rendering/use/configuration-variable.ts';
import { isAbleTo, PROGRAMS, type ProgramVersion } from '../terraform/programs.ts';

/**
 * `none`: the root module declares no `variable "config"`. `plan`: planning and applying want it. `early`: nearly every
 * command does, from `init` on.
 */
export type ConfigurationNeed = 'none' | 'plan' | 'early';

export async function configurationNeed(rendered: Rendered, binary: ProgramVersion): Promise<ConfigurationNeed> {
  const { isDeclared, isConst, isStatic } = configurationVariable(
    rendered,
    await loadHclParser(),
    PROGRAMS[binary.program].readsTofuFiles,
  );
  if (!isDeclared) return 'none';
  const isEarly = (isConst && isAbleTo('constVariables', binary)) || (isStatic && isAbleTo('staticReferences', binary));
  return isEarly ? 'early' : 'plan';
}
