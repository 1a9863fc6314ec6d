/** The hint that some templates could go. Pure. */
import { firstFew } from '../markdown/phrases.ts';
import { replaceableTemplates } from '../rendering/replaceable-templates.ts';
import type { Rendering } from '../rendering/rendering.ts';
import { isAbleTo, programInWords, type ProgramVersion } from '../terraform/programs.ts';

/**
 * A sentence, where the program works out module sources itself, so that some templates could go.
 *
 * @param binary undefined where none is started: then for both programs
 */
export function templateHint(renderings: readonly Rendering[], binary: ProgramVersion | undefined): string | undefined {
  const isStatic = binary !== undefined && isAbleTo('staticReferences', binary);
  if (binary !== undefined && !isStatic && !isAbleTo('constVariables', binary)) return undefined;
  const paths = replaceableTemplates(renderings);
  if (paths.length === 0) return undefined;
  const could = `${firstFew(paths, 5)} could do without placeholders, with var.config instead`;
  if (binary === undefined)
    return `OpenTofu accepts variables in module sources, and Terraform from 1.15 on those with "const = true": ${could}.`;
  const isConst = isStatic ? '' : ', with "const = true" in variable "config"';
  return `${programInWords(binary)} accepts variables in module sources: ${could}${isConst}.`;
}
