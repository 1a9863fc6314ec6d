/**
 * Settings of well-known tools that they read from the folder that they check: there, a pull request could turn its own
 * findings off. Pure.
 */
import { posix } from 'node:path';

interface Deciding {
  /** What the tool reads without being asked. */
  readonly files: RegExp;
  /** Options that name another file instead; undefined: none does. */
  readonly options: RegExp | undefined;
}

const TOOLS: ReadonlyMap<string, readonly Deciding[]> = new Map([
  [
    'tflint',
    [
      { files: /^\.tflint\.(?:hcl|json)$/u, options: /^(?:--config|-c)$/u },
      { files: /^\.tflint\.d\/.*$/u, options: undefined },
    ],
  ],
  [
    'trivy',
    [
      { files: /^\.trivyignore(?:\.ya?ml)?$/u, options: /^--ignorefile$/u },
      { files: /^trivy\.ya?ml$/u, options: /^(?:--config|-c)$/u },
    ],
  ],
  ['checkov', [{ files: /^\.checkov\.ya?ml$/u, options: /^--config-file$/u }]],
  [
    'conftest',
    [
      { files: /^conftest\.(?:toml|ya?ml|json|hcl|env|properties)$/u, options: /^(?:--config-file|-c)$/u },
      { files: /^policy\/.*$/u, options: /^(?:--policy|-p)$/u },
    ],
  ],
  ['infracost', [{ files: /^infracost(?:-usage)?\.ya?ml$/u, options: /^--(?:config-file|usage-file)$/u }]],
  ['tfsec', [{ files: /^\.tfsec\/.*$/u, options: /^--config-file$/u }]],
  ['terrascan', [{ files: /^\.?terrascan\.toml$/u, options: /^(?:--config-path|-c)$/u }]],
]);

/**
 * The files of a rendering that may decide what a check finds.
 *
 * @param names of the rendering's files
 */
export function decidingFiles(command: readonly string[], names: readonly string[]): readonly string[] {
  // Also as `env X=1 tflint`, and in the text of `sh -c`.
  const words = command.flatMap((each) => each.split(/\s+/u));
  const deciding = words.flatMap((word) => TOOLS.get(posix.basename(word)) ?? []);
  const open = deciding.filter(({ options }) => options === undefined || !isElsewhere(command, options));
  return names.filter((name) => open.some(({ files }) => files.test(name)));
}

/** Whether an option names a file outside of the rendering. */
function isElsewhere(command: readonly string[], option: RegExp): boolean {
  return command.some((word, index) => {
    const [name = '', ...inWord] = word.split('=');
    const value = inWord.length > 0 ? inWord.join('=') : (command[index + 1] ?? '');
    return option.test(name) && /^(?:\/|\$\{KOMPOS_FILES\})/u.test(value);
  });
}
