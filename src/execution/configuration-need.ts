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

export interface LeafNeed {
  readonly need: ConfigurationNeed;
  /** Whether the values may decide which providers are installed in a way that the leaf's pins do not tell. */
  readonly isOpen: boolean;
}

export async function configurationNeed(rendered: Rendered, binary: ProgramVersion): Promise<LeafNeed> {
  const { isDeclared, isConst, isStatic, isPassedOn } = configurationVariable(
    rendered,
    await loadHclParser(),
    PROGRAMS[binary.program].readsTofuFiles,
  );
  if (!isDeclared) return { need: 'none', isOpen: false };
  const isEarly = (isConst && isAbleTo('constVariables', binary)) || (isStatic && isAbleTo('staticReferences', binary));
  return isEarly
    ? { need: 'early', isOpen: isPassedOn || rendered.rendering.isOpen === true }
    : { need: 'plan', isOpen: false };
}
