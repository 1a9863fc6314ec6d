/** Placeholders that reach Terraform as they are, because they stand where none is resolved. Pure. */
import { lookup } from '../hierarchy/interpolation/lookup.ts';
import type { MapValue } from '../hierarchy/value.ts';
import { warning, type Problem } from '../base/problems.ts';
import type { SourceFile } from './source-folders.ts';
import { isTemplate } from './terraform-files.ts';

/**
 * A warning for each that names a key of the configuration; other texts of the kind belong to other languages.
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
    .map(({ key, line, column, sourceLine, isStatic }) =>
      warning(
        'template',
        `"{{${key}}}" reaches Terraform as it is: placeholders are resolved only in templates (*.versioned), and there only in the "source" and "version" of modules and in the terraform block.`,
        {
          place: { file: file.path, line, column },
          sourceLine,
          hint: isStatic ? `Rename the file to ${name}.versioned.` : variableHint(key, configuration),
        },
      ),
    );
}

function variableHint(key: string, configuration: MapValue): string {
  return lookup(configuration, key) === undefined
    ? `Set a key of the configuration to "{{${key}}}", and use var.config with that key here.`
    : `Use var.config.${key} here.`;
}
