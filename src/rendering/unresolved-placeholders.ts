/** Placeholders that reach Terraform as they are, because they stand where none is resolved. Pure. */
import { lookup } from '../hierarchy/interpolation/lookup.ts';
import type { MapValue } from '../hierarchy/value.ts';
import { problem, warning, type Problem } from '../base/problems.ts';
import type { SourceFile } from './source-folders.ts';
import { isTemplate } from './terraform-files.ts';

/**
 * A warning for each that names a key of the configuration; other texts of the kind belong to other languages. It is an
 * error in a `terraform` block: Terraform would take the braces for a part of a name, and all leaves would share it.
 *
 * @param configuration the whole configuration of the leaf
 */
export function unresolvedPlaceholders({ name, file, hcl }: SourceFile, configuration: MapValue): readonly Problem[] {
  const written = hcl?.parsed.placeholders ?? [];
  const found = isTemplate(name) ? written.filter(({ isStatic, isUnread }) => !isStatic && !isUnread) : written;
  const { builtIn } = configuration;
  const isKnown = (key: string): boolean =>
    (lookup(configuration, key) ?? (builtIn && lookup(builtIn, key))) !== undefined;
  return found
    .filter(({ key }) => isKnown(key))
    .map(({ key, line, column, sourceLine, isStatic, isInTerraformBlock }) => {
      const where = { place: { file: file.path, line, column }, sourceLine };
      const placeholder = `"{{${key}}}"`;
      if (isInTerraformBlock && !isStatic) {
        return problem(
          'template',
          `${placeholder} is in a heredoc or an expression, where no placeholder is resolved.`,
          {
            ...where,
            hint: `Write it directly between quotes${isTemplate(name) ? '' : `, in a template (${name}.versioned)`}.`,
          },
        );
      }
      return warning(
        'template',
        `${placeholder} reaches Terraform as it is: placeholders are resolved only in templates (*.versioned), and there only in the "source" and "version" of modules and in the terraform block.`,
        {
          ...where,
          hint: isStatic ? `Rename the file to ${name}.versioned.` : variableHint(key, configuration),
        },
      );
    });
}

function variableHint(key: string, configuration: MapValue): string {
  return lookup(configuration, key) === undefined
    ? `Set a key of the configuration to "{{${key}}}", and use var.config with that key here.`
    : `Use var.config.${key} here.`;
}
