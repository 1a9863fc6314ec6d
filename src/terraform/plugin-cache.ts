/**
 * The plugin cache that a user has set up for Terraform, in the environment or in its CLI configuration. It has the layout
 * of our provider mirror and is used as one, because Terraform's own use is not safe when several inits run at once
 * (hashicorp/terraform#31964).
 * Source: `internal/command/cliconfig` of Terraform and OpenTofu.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Variables = Readonly<Record<string, string | undefined>>;

export interface PluginCache {
  /** Absolute path. */
  readonly folder: string;
  /** `TF_PLUGIN_CACHE_DIR`, or the path of the file that sets it. */
  readonly setBy: string;
  /** Whether Terraform would find it without the variable. */
  readonly isInSettings: boolean;
}

const VARIABLE = 'TF_PLUGIN_CACHE_DIR';

/**
 * @param all the environment as the user has set it
 * @param directory absolute path of the folder that a relative path is taken from
 */
export function pluginCache(all: Variables, directory: string): PluginCache | undefined {
  const own = all[VARIABLE] ?? '';
  const files = settingsFiles(all).flatMap((file) => {
    const written = /^[ \t]*plugin_cache_dir[ \t]*=[ \t]*"([^"\n]+)"/mu.exec(textOf(file))?.[1];
    return written === undefined ? [] : [{ file, folder: expanded(written, all) }];
  });
  const [first] = files;
  const isInSettings = first !== undefined;
  if (own !== '') return { folder: resolve(directory, own), setBy: VARIABLE, isInSettings };
  return first && { folder: resolve(directory, first.folder), setBy: first.file, isInSettings };
}

/** Where the CLI configuration may be; a file that is named by a variable is the only one. */
function settingsFiles(all: Variables): readonly string[] {
  const named = all['TF_CLI_CONFIG_FILE'] ?? all['TERRAFORM_CONFIG'] ?? '';
  if (named !== '') return [named];
  const home = all['HOME'] ?? '';
  const folder = join(home, '.terraform.d');
  const more = namesIn(folder).filter((name) => name.endsWith('.tfrc'));
  return [join(home, '.tofurc'), join(home, '.terraformrc'), ...more.map((name) => join(folder, name))];
}

/** `$NAME` and `${NAME}` are variables, as for Go's `os.ExpandEnv`. */
function expanded(path: string, all: Variables): string {
  return path.replace(
    /\$(?:\{(\w+)\}|(\w+))/gu,
    (_, braced: string | undefined, plain: string | undefined) => all[braced ?? plain ?? ''] ?? '',
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
