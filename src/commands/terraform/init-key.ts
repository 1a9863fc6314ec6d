/** A digest of everything that `init` reads. */
import { hash } from 'node:crypto';
import type { Environment } from '../../base/environment.ts';
import type { ConfigurationNeed } from '../../execution/configuration-need.ts';
import { neighboursOf } from '../../rendering/digest.ts';
import type { Rendered, RenderedFile } from '../../rendering/rendering.ts';
import { isTerraformFile, isTestFile, VARIABLES_FILE } from '../../rendering/terraform-files.ts';
import type { SnapshotFile } from '../../snapshot/snapshot.ts';
import { programInWords, type ProgramVersion } from '../../terraform/programs.ts';

const SETTINGS = /^TF_(?:CLI_ARGS(?:_init)?|WORKSPACE)$/u;

/**
 * Equal keys mean that another `init` would do nothing, unless a remote module has changed where it comes from. Undefined
 * where that cannot be said: the code may read any file, or the working data is elsewhere.
 *
 * @param need whether module sources and the like may use variables
 */
export async function initKey(
  { rendering, reach, snapshot }: Rendered,
  program: ProgramVersion,
  environment: Environment,
  need: ConfigurationNeed,
): Promise<string | undefined> {
  if (reach.anywhere !== undefined || (environment['TF_DATA_DIR'] ?? '') !== '') return undefined;
  const isEarly = need === 'early';
  const own = rendering.files.filter(({ name }) => isRead(name, isEarly));
  const modules = neighboursOf(rendering, reach).filter(({ path }) => isRead(path, isEarly));
  await snapshot.load([...own.flatMap(({ content }) => (content.kind === 'copy' ? [content.file] : [])), ...modules]);
  const read = (file: SnapshotFile): string => hash('sha256', snapshot.read(file));
  const contentOf = ({ content }: RenderedFile): string =>
    content.kind === 'copy' ? read(content.file) : hash('sha256', content.text);
  const settings = Object.entries(environment).filter(
    ([name]) => SETTINGS.test(name) || (isEarly && name.startsWith('TF_VAR_')),
  );
  return hash(
    'sha256',
    JSON.stringify([
      programInWords(program),
      rendering.source,
      own.map((file) => [file.name, contentOf(file)]),
      modules.map((file) => [file.path, read(file)]).sort(),
      settings.sort(),
    ]),
  );
}

function isRead(name: string, isEarly: boolean): boolean {
  if (isTerraformFile(name) || isTestFile(name) || name.endsWith('.terraform.lock.hcl')) return true;
  return isEarly && (name === VARIABLES_FILE || /\.tfvars(?:\.json)?$/u.test(name));
}
