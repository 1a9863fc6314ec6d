/**
 * Settings of well-known tools that they read from the folder that they check: there, a pull request could turn its own
 * findings off. Pure.
 */
import { posix } from 'node:path';

interface Tool {
  /** What it reads without being asked. */
  readonly files: RegExp;
  /** Options that name another file instead. */
  readonly options: RegExp;
}

const TOOLS: ReadonlyMap<string, Tool> = new Map([
  ['tflint', { files: /^\.tflint\.hcl$/u, options: /^--config(?:=|$)/u }],
  [
    'trivy',
    { files: /^(?:\.trivyignore(?:\.ya?ml)?|trivy\.ya?ml)$/u, options: /^--(?:ignorefile|config)(?:=|$)|^-c$/u },
  ],
  ['checkov', { files: /^\.checkov\.ya?ml$/u, options: /^--config-file(?:=|$)/u }],
  ['conftest', { files: /^(?:conftest\.toml|policy\/.*)$/u, options: /^(?:--policy|-p)(?:=|$)/u }],
  ['infracost', { files: /^infracost(?:-usage)?\.ya?ml$/u, options: /^--(?:config-file|usage-file)(?:=|$)/u }],
  ['tfsec', { files: /^\.tfsec\/.*$/u, options: /^--config-file(?:=|$)/u }],
  ['terrascan', { files: /^\.?terrascan\.toml$/u, options: /^(?:--config-path|-c)(?:=|$)/u }],
]);

/**
 * The files of a rendering that may decide what a check finds.
 *
 * @param names of the rendering's files
 */
export function decidingFiles(command: readonly string[], names: readonly string[]): readonly string[] {
  const [program = '', ...args] = command;
  const tool = TOOLS.get(posix.basename(program));
  if (tool === undefined || args.some((each) => tool.options.test(each))) return [];
  return names.filter((name) => tool.files.test(name));
}
