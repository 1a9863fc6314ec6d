/** Terraform for the demo and the tests: the one on PATH, else one that is installed with the product's own installer. */
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gte } from 'semver';
import { createChildProcesses } from '../src/base/child-process.ts';
import { messageOf } from '../src/base/node-errors.ts';
import { localProgramChoice } from '../src/execution/program-choice.ts';
import { findTerraform } from '../src/terraform/binary.ts';
import { installProgram } from '../src/terraform/install/install.ts';
import { PUBLISHERS, type Publisher } from '../src/terraform/install/publishers.ts';
import { terraformPlatform } from '../src/terraform/mirror.ts';

/** What the golden files were made with. */
const VERSION = '1.11.4';

const project = fileURLToPath(new URL('..', import.meta.url));

/**
 * The value of PATH with a Terraform that kompos supports. Where there is none, it is downloaded once, and verified.
 *
 * @param given with PATH, and with KOMPOS_TERRAFORM_MIRROR where the publisher's servers cannot be reached
 * @throws Error that says how to get Terraform
 */
export async function pathWithTerraform(
  given: NodeJS.ProcessEnv,
  publisher: Publisher = PUBLISHERS.terraform,
  cache = fileURLToPath(new URL('../node_modules/.cache/kompos-programs', import.meta.url)),
): Promise<string> {
  const environment = Object.fromEntries(Object.entries(given).map(([name, value = '']) => [name, value]));
  const { PATH: path = '' } = environment;
  const processes = createChildProcesses();
  try {
    const found = await findTerraform(project, environment, processes, 'terraform');
    if (found !== undefined && gte(found.version, publisher.oldest)) return path;
    const { mirror } = localProgramChoice(environment);
    if (mirror === 'none') throw new Error('KOMPOS_TERRAFORM_MIRROR is "none".');
    const say = (line: string): void => {
      process.stderr.write(`${line}\n`);
    };
    const installed = await installProgram(
      {
        publisher,
        wanted: VERSION,
        found: undefined,
        mirror,
        cache,
        platform: terraformPlatform(process.platform, process.arch),
      },
      { environment, processes, log: { info: say, warning: say, group: say }, now: new Date() },
    );
    return `${dirname(installed.path)}${delimiter}${path}`;
  } catch (error) {
    throw new Error(
      `There is no Terraform ${publisher.oldest} or newer on PATH, and it could not be installed:\n${messageOf(error)}\nInstall it yourself: https://developer.hashicorp.com/terraform/install`,
      { cause: error },
    );
  }
}
